// Assessments as rows: the figures of a year from the registers, what people added, rubrics, locks.
import { FULL_NAME } from '../agency/queries.ts'
import { cooperative } from '../register/cooperative.ts'
import { rowsAsOf } from '../register/kit/as-of.ts'
import { listKeepers } from '../register/kit/queries.ts'
import { columnName } from '../register/kit/register.ts'
import { asJson, type Sql } from '../store/database.ts'
import type { Facts, Hands, Result } from './assessment.ts'
import type { Adjusted, Lock, PublishForm, RubricVersion, Step, StepKind } from './assessment-exchange.ts'
import type { Band, CooperativeRubric } from './assessment-rubric.ts'

const ISO = (sql: Sql, column: string) =>
  sql`to_char(${sql(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** The agencies that keep a register, by id; empty: none is named. */
export const keeperIds = async (sql: Sql, tenantId: number, register: string): Promise<string[]> =>
  (await listKeepers(sql, tenantId, register)).map(({ id }) => id)

// Figures -----------------------------------------------------------------------------------------------------------

export interface Subject {
  id: string
  code: string
  name: string
  kind: string
  status: string
  placeId: string
  placeName: string
  registeredOn: string
}

export interface Found extends Subject {
  cooperative: (number | boolean | string | null)[]
  update: (number | boolean | string | null)[] | null
  before: (number | boolean | string | null)[] | null
  updateStandsOn: string | null
  idleMonths: number | null
  idleDays: number
  /** What people added; null: nobody has touched it. */
  kept: Kept | null
}

export interface Kept {
  id: string
  state: 'open' | 'confirmed'
  hand: Hands
  adjusted: Adjusted | null
  band: Band | null
  score: number | null
  found: { rubricId: string; facts: Facts; result: Result } | null
  confirmedBy: string | null
  confirmedAt: string | null
  version: number
}

/** The window of a yearly update: 15 December to 14 December (Nghị định 09/2019/NĐ-CP). */
export const windowOf = (year: number) => ({ from: `${year - 1}-12-15`, to: `${year}-12-14` })

/**
 * Every cooperative of these kinds that stood in the register on the last day of the window (of a running year: today),
 * with the wanted figures in the order asked: of itself, of the year's update and of the one before.
 */
export function listFound(
  sql: Sql,
  tenantId: number,
  {
    year,
    today,
    kinds,
    columns,
    only = null,
  }: {
    year: number
    today: string
    kinds: readonly string[]
    columns: { cooperative: readonly string[]; update: readonly string[] }
    only?: readonly string[] | null
  },
) {
  const { from, to } = windowOf(year)
  const asOf = to < today ? to : today
  const figuresOf = (table: string, names: readonly string[]) =>
    sql`jsonb_build_array(${sql(['id', ...names.map(columnName)].map((name) => `${table}.${name}`))})`
  return sql<Found[]>`
    with standing as (
      select * from ${rowsAsOf(sql, cooperative, tenantId, asOf)} standing
      where standing.kind = any(${kinds as string[]}) and standing.status <> 'ended'
        and (${only === null} or standing.id = any(${(only ?? []) as string[]}::uuid[]))
    ), form as (
      select id, since, ${asOf}::date + 1 as until, status from cooperative
      where tenant_id = ${tenantId} and not is_void and since <= ${asOf}
      union all
      select past.row_id, past.since, past.until, past.row->>'status' from register_past past
      where past.tenant_id = ${tenantId} and past.register = 'cooperative' and past.since <= ${asOf}
        and past.until > ${from} and not coalesce((past.row->>'is_void')::boolean, false)
    ), idle as (
      select id, sum(greatest(0, least(until, ${asOf}::date + 1) - greatest(since, ${from}::date)))::int as days
      from form where status <> 'active' group by id
    )
    select standing.id, standing.code, standing.name, standing.kind, standing.status, standing.place as "placeId",
      ${FULL_NAME(sql, sql`agency`)} as "placeName", standing.registered_on as "registeredOn",
      ${figuresOf('standing', columns.cooperative)} as cooperative,
      case when now.id is not null then ${figuresOf('now', columns.update)} end as update,
      case when old.id is not null then ${figuresOf('old', columns.update)} end as before,
      now.stands_on as "updateStandsOn", now.idle_months as "idleMonths", coalesce(idle.days, 0) as "idleDays",
      case when kept.id is not null then jsonb_build_object(
        'id', kept.id, 'state', kept.state, 'hand', kept.hand, 'adjusted', kept.adjusted, 'band', kept.band,
        'score', kept.score, 'found', kept.found, 'confirmedBy', kept.confirmed_name,
        'confirmedAt', ${ISO(sql, 'kept.confirmed_at')}, 'version', kept.version) end as kept
    from standing
    join agency on agency.tenant_id = ${tenantId} and agency.id = standing.place
    left join yearly_update now on now.tenant_id = ${tenantId} and now.cooperative = standing.id and now.year = ${year}
      and not now.is_void
    left join yearly_update old on old.tenant_id = ${tenantId} and old.cooperative = standing.id
      and old.year = ${year - 1} and not old.is_void
    left join idle on idle.id = standing.id
    left join assessment kept on kept.tenant_id = ${tenantId} and kept.year = ${year}
      and kept.cooperative_id = standing.id
    order by standing.name collate "vi-x-icu", standing.id`
}

/** Whoever last entered or changed the yearly update of these cooperatives, by cooperative. */
export const listUpdateAuthors = (sql: Sql, tenantId: number, year: number, ids: readonly string[]) => sql<
  { cooperativeId: string; accountId: string | null }[]
>`
  select cooperative as "cooperativeId", account_id as "accountId" from yearly_update
  where tenant_id = ${tenantId} and year = ${year} and not is_void and cooperative = any(${ids as string[]}::uuid[])`

/** Years of which there are updates or assessments, the last first. */
export const listYears = (sql: Sql, tenantId: number) => sql<{ year: number }[]>`
  select year from yearly_update where tenant_id = ${tenantId} and not is_void
  union select year from assessment where tenant_id = ${tenantId} order by year desc`

/** What was confirmed, counted by year and band. */
export const countBands = (sql: Sql, tenantId: number) => sql<{ year: number; band: Band; n: number }[]>`
  select year, band, count(*)::int as n from cooperative_rating
  where tenant_id = ${tenantId} and not is_void group by year, band order by year`

// What people added -------------------------------------------------------------------------------------------------

export interface Locked {
  id: string
  state: 'open' | 'confirmed'
  hand: Hands
  adjusted: Adjusted | null
  version: number
}

/** Two who touch it first at once are served one after the other: both lock the row of the cooperative. */
export async function lockAssessment(
  tx: Sql,
  tenantId: number,
  year: number,
  cooperativeId: string,
): Promise<Locked | null> {
  await tx`select 1 from cooperative where tenant_id = ${tenantId} and id = ${cooperativeId} for no key update`
  const [row] = await tx<Locked[]>`
    select id, state, hand, adjusted, version from assessment
    where tenant_id = ${tenantId} and year = ${year} and cooperative_id = ${cooperativeId} for update`
  return row ?? null
}

export const insertAssessments = (
  tx: Sql,
  tenantId: number,
  year: number,
  rows: readonly { id: string; cooperativeId: string }[],
) => tx`
  insert into assessment (tenant_id, id, cooperative_id, year, state, hand, version)
  select ${tenantId}::int, id, cooperative_id, ${year}::int, 'open', '{}', 0
  from jsonb_to_recordset(${tx.json(
    asJson(rows.map(({ id, cooperativeId }) => ({ id, cooperative_id: cooperativeId }))),
  )}) as new (id uuid, cooperative_id uuid)`

export const updateHand = (
  tx: Sql,
  tenantId: number,
  id: string,
  { hand, adjusted }: { hand: Hands; adjusted: Adjusted | null },
) => tx`
  update assessment set hand = ${tx.json(asJson(hand))}, adjusted = ${adjusted && tx.json(asJson(adjusted))},
    version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

/** Points by hand of many at once, of assessments nobody had touched before. */
export const fillHands = (tx: Sql, tenantId: number, rows: readonly { id: string; hand: Hands }[]) => tx`
  update assessment set hand = new.hand, version = version + 1
  from jsonb_to_recordset(${tx.json(asJson(rows.map(({ id, hand }) => ({ id, hand }))))}) as new (id uuid, hand jsonb)
  where assessment.tenant_id = ${tenantId} and assessment.id = new.id`

export interface Confirming {
  id: string
  band: Band
  score: number | null
  found: { rubricId: string; facts: Facts; result: Result }
}

export const confirmAssessments = (
  tx: Sql,
  tenantId: number,
  rows: readonly Confirming[],
  by: { accountId: string | null; name: string; at: Date },
) => tx`
  update assessment set state = 'confirmed', band = new.band, score = new.score, found = new.found,
    confirmed_by = ${by.accountId}::uuid, confirmed_name = ${by.name}, confirmed_at = ${by.at}, version = version + 1
  from jsonb_to_recordset(${tx.json(asJson(rows))}) as new (id uuid, band text, score numeric, found jsonb)
  where assessment.tenant_id = ${tenantId} and assessment.id = new.id`

/** What was confirmed stays beside it until it is confirmed again. */
export const reopenAssessment = (tx: Sql, tenantId: number, id: string) => tx`
  update assessment set state = 'open', version = version + 1 where tenant_id = ${tenantId} and id = ${id}`

export const insertSteps = (
  tx: Sql,
  tenantId: number,
  steps: readonly { id: string; assessmentId: string; kind: StepKind; detail: object; reason: string }[],
  by: { accountId: string | null; name: string; at: Date },
) => tx`
  insert into assessment_step (tenant_id, id, assessment_id, kind, detail, reason, account_id, actor, at)
  select ${tenantId}::int, id, assessment_id, kind, detail, reason, ${by.accountId}::uuid, ${by.name}, ${by.at}::timestamptz
  from jsonb_to_recordset(${tx.json(
    asJson(steps.map(({ assessmentId, ...step }) => ({ ...step, assessment_id: assessmentId }))),
  )}) as new (id uuid, assessment_id uuid, kind text, detail jsonb, reason text)`

/** The last first. */
export const listSteps = (sql: Sql, tenantId: number, assessmentId: string) => sql<Step[]>`
  select id, kind, detail->>'criterion' as criterion, (detail->>'points')::numeric as points, detail->>'band' as band,
    reason, actor as by, ${ISO(sql, 'at')} as at
  from assessment_step where tenant_id = ${tenantId} and assessment_id = ${assessmentId}
  order by seq desc limit 200`

/** The rows of the register of ratings that a confirmation replaces. */
export const listRatings = (tx: Sql, tenantId: number, year: number, ids: readonly string[]) => tx<
  { id: string; cooperativeId: string; version: number; since: string; band: Band; score: number | null }[]
>`
  select id, cooperative as "cooperativeId", version, since, band, score from cooperative_rating
  where tenant_id = ${tenantId} and year = ${year} and not is_void and cooperative = any(${ids as string[]}::uuid[])
  for update`

// Locks -------------------------------------------------------------------------------------------------------------

const LOCK = (sql: Sql) => sql`
  id, year, reason, name as by, ${ISO(sql, 'at')} as at, opened_name as "openedBy",
  ${ISO(sql, 'opened_at')} as "openedAt", opened_why as "openedWhy", version`

/** The last first; one whose `openedAt` is null holds. */
export const listLocks = (sql: Sql, tenantId: number, year: number) => sql<Lock[]>`
  select ${LOCK(sql)} from assessment_lock where tenant_id = ${tenantId} and year = ${year}
  order by assessment_lock.at desc, id`

export async function lockLock(tx: Sql, tenantId: number, id: string): Promise<Lock | null> {
  const [row] = await tx<Lock[]>`
    select ${LOCK(tx)} from assessment_lock where tenant_id = ${tenantId} and id = ${id} for update`
  return row ?? null
}

/** false: the year is locked already. */
export async function insertLock(
  tx: Sql,
  tenantId: number,
  row: { id: string; year: number; reason: string; accountId: string; name: string; at: Date },
): Promise<boolean> {
  const done = await tx`
    insert into assessment_lock (tenant_id, id, year, reason, account_id, name, at)
    values (${tenantId}, ${row.id}, ${row.year}, ${row.reason}, ${row.accountId}, ${row.name}, ${row.at})
    on conflict do nothing returning id`
  return done.length > 0
}

export const openLock = (
  tx: Sql,
  tenantId: number,
  id: string,
  { why, name, at }: { why: string; name: string; at: Date },
) => tx`
  update assessment_lock set opened_why = ${why}, opened_name = ${name}, opened_at = ${at}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

// Rubrics -----------------------------------------------------------------------------------------------------------

const RUBRIC = (sql: Sql) => sql`
  id, state, body, from_year as "fromYear", document_number as "documentNumber", document_on as "documentOn",
  created_name as "createdBy", ${ISO(sql, 'created_at')} as "createdAt", published_name as "publishedBy",
  ${ISO(sql, 'published_at')} as "publishedAt", version`

/** Drafts first, then by the year they hold from. */
export const listRubrics = (sql: Sql, tenantId: number) => sql<RubricVersion[]>`
  select ${RUBRIC(sql)} from cooperative_rubric where tenant_id = ${tenantId}
  order by state, from_year desc nulls first, created_at desc, id`

/** Published and in force in the year; null: none yet. */
export async function findRubricOf(sql: Sql, tenantId: number, year: number): Promise<RubricVersion | null> {
  const [row] = await sql<RubricVersion[]>`
    select ${RUBRIC(sql)} from cooperative_rubric
    where tenant_id = ${tenantId} and state = 'published' and from_year <= ${year}
    order by from_year desc limit 1`
  return row ?? null
}

export async function findRubric(sql: Sql, tenantId: number, id: string): Promise<RubricVersion | null> {
  const [row] = await sql<RubricVersion[]>`
    select ${RUBRIC(sql)} from cooperative_rubric where tenant_id = ${tenantId} and id = ${id}`
  return row ?? null
}

export async function lockRubric(tx: Sql, tenantId: number, id: string): Promise<RubricVersion | null> {
  const [row] = await tx<RubricVersion[]>`
    select ${RUBRIC(tx)} from cooperative_rubric where tenant_id = ${tenantId} and id = ${id} for update`
  return row ?? null
}

export const insertRubric = (
  tx: Sql,
  tenantId: number,
  row: { id: string; body: CooperativeRubric; accountId: string; name: string; at: Date },
) => tx`
  insert into cooperative_rubric (tenant_id, id, state, body, created_by, created_name, created_at)
  values (${tenantId}, ${row.id}, 'draft', ${tx.json(asJson(row.body))}, ${row.accountId}, ${row.name}, ${row.at})`

export const updateRubric = (tx: Sql, tenantId: number, id: string, body: CooperativeRubric) => tx`
  update cooperative_rubric set body = ${tx.json(asJson(body))}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

export const deleteRubric = (tx: Sql, tenantId: number, id: string) => tx`
  delete from cooperative_rubric where tenant_id = ${tenantId} and id = ${id}`

/** false: another version holds from that very year. */
export async function publishRubric(
  tx: Sql,
  tenantId: number,
  id: string,
  row: PublishForm & { name: string; at: Date },
): Promise<boolean> {
  const done = await tx`
    update cooperative_rubric set state = 'published', document_number = ${row.documentNumber},
      document_on = ${row.documentOn}, from_year = ${row.fromYear}, published_name = ${row.name},
      published_at = ${row.at}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and not exists (
      select 1 from cooperative_rubric other where other.tenant_id = ${tenantId} and other.state = 'published'
        and other.from_year = ${row.fromYear})
    returning id`
  return done.length > 0
}

export async function getProvince(sql: Sql, tenantId: number): Promise<string> {
  const [row] = await sql<{ name: string }[]>`select name from tenant where id = ${tenantId}`
  return row?.name ?? ''
}
