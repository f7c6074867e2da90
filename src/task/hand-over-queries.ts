// Questions and changes about the work laid on people.

import type { PersonRow } from '../identity/stand-in-queries.ts'
import type { Sql } from '../store/database.ts'
import type { Holding } from './hand-over.ts'

/** Open assignments laid on the account of the row. */
const OPEN_OF = (sql: Sql, tenantId: number) => sql`
  (select count(*) from assignment
   where assignment.tenant_id = ${tenantId} and assignment.person_id = account.id
     and assignment.status not in ('done', 'closed'))::int`

export const listColleagues = (sql: Sql, tenantId: number, agencyId: string) => sql<
  { id: string; name: string; position: string; unitId: string | null; open: number }[]
>`
  select account.id, account.name, account.position, case when own.id <> ${agencyId} then own.id end as "unitId",
         ${OPEN_OF(sql, tenantId)} as open
  from account
  join agency own on own.tenant_id = account.tenant_id and own.id = account.agency_id
    and (own.id = ${agencyId} or (own.parent_id = ${agencyId} and own.kind = 'unit'))
  where account.tenant_id = ${tenantId} and account.is_active and account.role in ('officer', 'head', 'focal')
  order by account.name collate "vi-x-icu", account.id`

export const listUnits = (sql: Sql, tenantId: number, agencyId: string) => sql<
  { id: string; name: string; open: number }[]
>`
  select unit.id, unit.name,
         (select count(*) from assignment
          where assignment.tenant_id = ${tenantId} and assignment.agency_id = ${agencyId} and assignment.unit_id = unit.id
            and assignment.status not in ('done', 'closed'))::int as open
  from agency unit
  where unit.tenant_id = ${tenantId} and unit.parent_id = ${agencyId} and unit.kind = 'unit'
  order by unit.name collate "vi-x-icu", unit.id`

export interface HolderRow extends PersonRow {
  isActive: boolean
  holding: Holding
}

/** What one still answers for: open work, and items and plans that can come back. */
const OPEN_ITEM = (sql: Sql) =>
  sql`item.state <> 'closed' and (item.state = 'open' or item.every is not null)`

const HOLDING = (sql: Sql, tenantId: number) => sql`
  jsonb_build_object(
    'assignments', ${OPEN_OF(sql, tenantId)},
    'itemsLed', (select count(*) from item
      where item.tenant_id = ${tenantId} and item.leader_id = account.id and ${OPEN_ITEM(sql)}),
    'itemsFollowed', (select count(*) from item
      where item.tenant_id = ${tenantId} and item.follower_id = account.id and ${OPEN_ITEM(sql)}),
    'plansLed', (select count(*) from plan where plan.tenant_id = ${tenantId} and plan.leader_id = account.id
      and plan.adds_to is null),
    'plansFollowed', (select count(*) from plan where plan.tenant_id = ${tenantId} and plan.follower_id = account.id
      and plan.adds_to is null))`

const HOLDER = (sql: Sql, tenantId: number) => sql`
  account.id, account.name, account.position, account.role, account.is_active as "isActive", agency.id as "agencyId",
  agency.name as "agencyName", case when agency.kind = 'unit' then agency.parent_id end as "unitOf",
  case when agency.kind = 'unit' then above.parent_id else agency.parent_id end as above,
  ${HOLDING(sql, tenantId)} as holding
  from account
  left join agency on agency.tenant_id = account.tenant_id and agency.id = account.agency_id
  left join agency above on above.tenant_id = agency.tenant_id and above.id = agency.parent_id`

/** People of these agencies and their units, null for all, with what they hold, those who hold something first; stopped ones only then. */
export const listHolders = (
  sql: Sql,
  tenantId: number,
  { agencies, search, limit }: { agencies: readonly string[] | null; search: string; limit: number },
) => sql<HolderRow[]>`
  select * from (
    select ${HOLDER(sql, tenantId)}
    where account.tenant_id = ${tenantId}
      ${agencies === null ? sql`` : sql`and (agency.id = any(${agencies as string[]}::uuid[]) or (agency.kind = 'unit' and agency.parent_id = any(${agencies as string[]}::uuid[])))`}
      ${search ? sql`and strpos(fold(concat_ws(' ', account.name, account.login, account.position, agency.name)), fold(${search})) > 0` : sql``}
  ) holder
  cross join lateral (select exists (
    select 1 from jsonb_each_text(holding) as part where part.value <> '0') as "holdsAny") held
  where "isActive" or "holdsAny"
  order by not "holdsAny", coalesce("agencyName", '') collate "vi-x-icu", name collate "vi-x-icu", id
  limit ${limit}`

/** One person with what they hold, stopped or not. Inside a transaction after `lockPeople`. */
export async function findHolder(sql: Sql, tenantId: number, id: string): Promise<HolderRow | null> {
  const [row] = await sql<HolderRow[]>`
    select ${HOLDER(sql, tenantId)} where account.tenant_id = ${tenantId} and account.id = ${id}`
  return row ?? null
}

export const listLaidOn = (tx: Sql, tenantId: number, accountId: string) => tx<
  { id: string; agencyId: string; itemId: string; planId: string }[]
>`
  select id, agency_id as "agencyId", item_id as "itemId", plan_id as "planId" from assignment
  where tenant_id = ${tenantId} and person_id = ${accountId} and status not in ('done', 'closed')
  order by id`

/** Items and plans in whose charge the person is pass to another; the changed rows, with what each is. */
export async function passOn(tx: Sql, tenantId: number, from: string, to: string) {
  const items = await tx<
    { id: string; planId: string; leads: boolean; follows: boolean; leadId: string | null }[]
  >`
    with before as (
      select id, coalesce(leader_id = ${from}, false) as leads, coalesce(follower_id = ${from}, false) as follows
      from item
      where tenant_id = ${tenantId} and (leader_id = ${from} or follower_id = ${from}) and ${OPEN_ITEM(tx)}
      order by id for no key update)
    update item set leader_id = case when leads then ${to}::uuid else leader_id end,
      follower_id = case when follows then ${to}::uuid else follower_id end, version = version + 1
    from before
    where item.tenant_id = ${tenantId} and item.id = before.id
    returning item.id, item.plan_id as "planId", leads, follows, item.lead_id as "leadId"`
  const plans = await tx<{ id: string; leads: boolean; follows: boolean; overseerId: string | null }[]>`
    with before as (
      select id, coalesce(leader_id = ${from}, false) as leads, coalesce(follower_id = ${from}, false) as follows
      from plan where tenant_id = ${tenantId} and (leader_id = ${from} or follower_id = ${from}) and adds_to is null
      order by id for no key update)
    update plan set leader_id = case when leads then ${to}::uuid else leader_id end,
      follower_id = case when follows then ${to}::uuid else follower_id end, version = version + 1
    from before
    where plan.tenant_id = ${tenantId} and plan.id = before.id
    returning plan.id, leads, follows, plan.overseer_id as "overseerId"`
  return { items, plans }
}
