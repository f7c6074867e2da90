// Questions of the page of the collective economy. `place` null: the whole province.
import { Refusal } from '../base/refusal.ts'
import { cooperative } from '../register/cooperative.ts'
import { rowsAsOf } from '../register/kit/as-of.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import type { OwedList, Picture, ShortValues } from './desk.ts'
import type { CooperativeRef } from './warning.ts'
import { PLACE, REF } from './warning-queries.ts'

export const OWED_PAGE = 50

export async function findPlace(
  sql: Sql,
  tenantId: number,
  id: string,
): Promise<{ id: string; name: string }> {
  const [row] = await sql<{ id: string; name: string }[]>`
    select id, name from agency where tenant_id = ${tenantId} and id = ${id}`
  if (!row) throw new Refusal('missing', 'place.missing', words.refusal.missing)
  return row
}

/** Those that were there by the end of the window and have not ended. */
const OWING = (sql: Sql, tenantId: number, { year, to, place }: Owing) => sql`
  from cooperative
  ${PLACE(sql, tenantId)}
  left join yearly_update done on done.tenant_id = ${tenantId} and done.cooperative = cooperative.id
    and done.year = ${year} and not done.is_void
  where cooperative.tenant_id = ${tenantId} and not cooperative.is_void and cooperative.status <> 'ended'
    and cooperative.registered_on <= ${to}
    ${place ? sql`and cooperative.place = ${place}` : sql``}`

interface Owing {
  year: number
  /** The last day of the window. */
  to: string
  place: string | null
}

export const countOwed = (sql: Sql, tenantId: number, owing: Owing) => sql<
  { id: string; name: string; owed: number; done: number }[]
>`
  select place.id, place.name, (count(*) - count(done.id))::int as owed, count(done.id)::int as done
  ${OWING(sql, tenantId, owing)}
  group by place.id, place.name
  order by count(*) - count(done.id) desc, place.name collate "vi-x-icu"`

/** By commune and name. */
export const listOwed = (
  sql: Sql,
  tenantId: number,
  owing: Owing,
  after: { place: string; name: string; id: string } | null,
  limit = OWED_PAGE + 1,
) => sql<{ ref: CooperativeRef; hasLast: boolean }[]>`
  select ${REF(sql)} as ref,
         exists (select 1 from yearly_update last where last.tenant_id = ${tenantId} and last.cooperative = cooperative.id
                 and last.year = ${owing.year - 1} and not last.is_void) as "hasLast"
  ${OWING(sql, tenantId, owing)} and done.id is null
    ${
      after
        ? sql`and (place.name collate "vi-x-icu", cooperative.name collate "vi-x-icu", cooperative.id)
                > (${after.place}, ${after.name}, ${after.id}::uuid)`
        : sql``
    }
  order by place.name collate "vi-x-icu", cooperative.name collate "vi-x-icu", cooperative.id limit ${limit}`

export type OwedRow = OwedList['rows'][number]

interface Counts {
  cooperatives: number
  ratingsOpen: number
  needsOpen: number
  dissolutionsOpen: number
  warningsUnsent: number
}

export async function countOpen(
  sql: Sql,
  tenantId: number,
  { year, place, today }: { year: number; place: string | null; today: string },
): Promise<Counts> {
  const here = (table: 'update' | 'need' | 'file') =>
    place
      ? sql`and exists (select 1 from cooperative where cooperative.tenant_id = ${tenantId}
              and cooperative.id = ${sql(table)}.cooperative and cooperative.place = ${place})`
      : sql``
  const [row] = await sql<Counts[]>`
    select
      (select count(*) from cooperative where tenant_id = ${tenantId} and not is_void and status <> 'ended'
         ${place ? sql`and place = ${place}` : sql``})::int as cooperatives,
      (select count(*) from yearly_update "update" where "update".tenant_id = ${tenantId} and "update".year = ${year}
         and not "update".is_void ${here('update')}
         and not exists (select 1 from cooperative_rating rating where rating.tenant_id = ${tenantId}
           and rating.cooperative = "update".cooperative and rating.year = ${year} and not rating.is_void))::int as "ratingsOpen",
      (select count(*) from support_need need where need.tenant_id = ${tenantId} and not need.is_void
         and need.status = 'stated' ${here('need')})::int as "needsOpen",
      (select count(*) from dissolution file where file.tenant_id = ${tenantId} and not file.is_void
         and file.status not in ('ended', 'stopped') ${here('file')})::int as "dissolutionsOpen",
      (select count(*) from trade_warning warning where warning.tenant_id = ${tenantId} and not warning.is_void
         and coalesce(warning.ends_on >= ${today}, true)
         and not exists (select 1 from warning_sending sending where sending.tenant_id = ${tenantId}
                         and sending.warning_id = warning.id))::int as "warningsUnsent"`
  if (!row) throw new Error('a select of scalars gave no row')
  return row
}

/** Warnings that hold and have not reached all of their cooperatives. */
export const listUntold = (sql: Sql, tenantId: number, place: string | null, today: string) => sql<
  { id: string; title: string; recipients: number; told: number }[]
>`
  select warning.id, warning.title, count(*)::int as recipients, count(recipient.seen_on)::int as told
  from warning_recipient recipient
  join warning_sending sending on sending.tenant_id = ${tenantId} and sending.warning_id = recipient.warning_id
  join trade_warning warning on warning.tenant_id = ${tenantId} and warning.id = recipient.warning_id
  join cooperative on cooperative.tenant_id = ${tenantId} and cooperative.id = recipient.cooperative_id
  where recipient.tenant_id = ${tenantId} and recipient.kind <> 'left-out' and sending.withdrawn_on is null
    and coalesce(warning.ends_on >= ${today}, true) and not warning.is_void
    ${place ? sql`and cooperative.place = ${place}` : sql``}
  group by warning.id, warning.title
  having count(*) > count(recipient.seen_on)
  order by count(*) - count(recipient.seen_on) desc, warning.id limit 10`

export async function findLastImport(sql: Sql, tenantId: number) {
  const [row] = await sql<{ at: Date; actor: string; fileName: string; register: string }[]>`
    select at, actor, file_name as "fileName", register from register_batch
    where tenant_id = ${tenantId} and register in ('cooperative', 'yearly-update')
    order by at desc, id limit 1`
  return row ? { ...row, at: row.at.toISOString() } : null
}

// Pictures -----------------------------------------------------------------------------------------------------------

interface Standing {
  kind: string
  status: string
  womanDirector: boolean | null
  highTech: boolean
  valueChain: boolean
  n: number
}

/** The cooperatives as they stood on a day, counted by what the pictures show. */
export const countStanding = (sql: Sql, tenantId: number, day: string) => sql<Standing[]>`
  select kind, status, woman_director as "womanDirector", coalesce(high_tech, false) as "highTech",
         coalesce(value_chain, false) as "valueChain", count(*)::int as n
  from ${rowsAsOf(sql, cooperative, tenantId, day)} row
  group by 1, 2, 3, 4, 5`

export const sumUpdates = (sql: Sql, tenantId: number, from: number) => sql<
  { year: number; members: number; revenue: number | null }[]
>`
  select year, sum(members)::int as members, sum(revenue)::float8 as revenue from yearly_update
  where tenant_id = ${tenantId} and not is_void and year >= ${from} group by year`

export const sumSupport = (sql: Sql, tenantId: number, from: number) => sql<
  ({ year: number } & Picture['years'][number]['support'])[]
>`
  select year, sum(amount)::float8 as amount, count(distinct cooperative)::int as cooperatives, count(*)::int as n
  from support where tenant_id = ${tenantId} and not is_void and year >= ${from} group by year`

export const countBands = (sql: Sql, tenantId: number) => sql<{ year: number; value: string; n: number }[]>`
  select year, band as value, count(*)::int as n from cooperative_rating
  where tenant_id = ${tenantId} and not is_void
    and year = (select max(year) from cooperative_rating last where last.tenant_id = ${tenantId} and not last.is_void)
  group by year, band`

// The yearly update --------------------------------------------------------------------------------------------------

export async function getRef(sql: Sql, tenantId: number, id: string): Promise<CooperativeRef> {
  const [row] = await sql<{ ref: CooperativeRef }[]>`
    select ${REF(sql)} as ref from cooperative ${PLACE(sql, tenantId)}
    where cooperative.tenant_id = ${tenantId} and cooperative.id = ${id} and not cooperative.is_void`
  if (!row) throw new Refusal('missing', 'cooperative.missing', words.refusal.missing)
  return row.ref
}

/** The update of a year and of the year before. */
export const listUpdates = (sql: Sql, tenantId: number, cooperativeId: string, year: number) => sql<
  ({ id: string; version: number; year: number; standsOn: string } & ShortValues)[]
>`
  select id, version, year, stands_on as "standsOn", members::float8 as members, workers::float8 as workers,
         revenue::float8 as revenue, profit::float8 as profit, income_per_worker::float8 as "incomePerWorker",
         total_capital::float8 as "totalCapital", managers::float8 as managers,
         trained_managers::float8 as "trainedManagers", women_managers::float8 as "womenManagers"
  from yearly_update
  where tenant_id = ${tenantId} and cooperative = ${cooperativeId} and year in (${year}, ${year - 1}) and not is_void`
