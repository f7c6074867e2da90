// Questions over the counters, and the few that need rows. Nothing is written here but feeds (feed-queries.ts).
import type { Sql } from '../store/database.ts'
import type { CountCell } from '../task/work-state.ts'
import { DUE_CLASS } from '../task/worklist.ts'
import type { ItemCell } from './item-state.ts'

export interface Limits {
  /** Those who bear the work (of an item: who leads it); null for all. */
  agency: string | null
  /** null for all. */
  plans: readonly string[] | null
}

/** Sums by agency and sums by plan, from one walk over the counters. */
export interface SumOf {
  of: 'agency' | 'plan'
  id: string
}

const within = (sql: Sql, column: 'agency_id' | 'lead_id', { agency, plans }: Limits) => sql`
  ${agency === null ? sql`` : sql`and ${sql(column)} = ${agency}`}
  ${plans === null ? sql`` : sql`and plan_id = any(${plans as string[]}::uuid[])`}`

/** Lượt giao of one role. */
export const sumAssignments = (
  sql: Sql,
  tenantId: number,
  role: 'lead' | 'coordinating',
  limits: Limits,
  today: string,
) => sql<(CountCell & SumOf)[]>`
  with cell as materialized (
    select agency_id, plan_id, state, ${DUE_CLASS(sql, today, sql`due_on`)} as due, sum(n) as n
    from assignment_count
    where tenant_id = ${tenantId} and n <> 0 and role = ${role} ${within(sql, 'agency_id', limits)}
    group by 1, 2, 3, 4)
  select 'agency' as of, agency_id as id, state, due, sum(n)::int as n from cell group by 2, 3, 4
  union all
  select 'plan', plan_id, state, due, sum(n)::int from cell group by 2, 3, 4`

/** Nhiệm vụ; NOBODY leads those that several agencies bear. */
export const sumItems = (sql: Sql, tenantId: number, limits: Limits, today: string) => sql<
  (ItemCell & SumOf)[]
>`
  with cell as materialized (
    select lead_id, plan_id, state, ${DUE_CLASS(sql, today, sql`due_on`)} as due, sum(n) as n
    from item_count
    where tenant_id = ${tenantId} and n <> 0 ${within(sql, 'lead_id', limits)}
    group by 1, 2, 3, 4)
  select 'agency' as of, lead_id as id, state, due, sum(n)::int as n from cell group by 2, 3, 4
  union all
  select 'plan', plan_id, state, due, sum(n)::int from cell group by 2, 3, 4`

/**
 * Everything a page of figures depends on, as one text: work (its stamps), names of agencies, heads of published plans.
 * Agencies and published plans are changed with their version and never deleted.
 */
export async function readPageStamp(sql: Sql, tenantId: number): Promise<string> {
  const [row] = await sql<{ stamp: string }[]>`
    select concat_ws('.',
      (select coalesce(sum(n), 0) from work_stamp where tenant_id = ${tenantId}),
      (select concat_ws('.', count(*), sum(version)) from agency where tenant_id = ${tenantId}),
      (select concat_ws('.', count(*), sum(version)) from plan
       where tenant_id = ${tenantId} and status = 'published')) as stamp`
  return row?.stamp ?? ''
}

/** Heads first: who answers for the agency. */
export const listContacts = (sql: Sql, tenantId: number, agencyId: string) => sql<
  { name: string; position: string; role: string }[]
>`
  select account.name, account.position, account.role
  from account
  left join agency on agency.tenant_id = ${tenantId} and agency.id = account.agency_id
  where account.tenant_id = ${tenantId} and account.is_active
    and (account.agency_id = ${agencyId} or (agency.parent_id = ${agencyId} and agency.kind = 'unit'))
  order by case account.role when 'head' then 0 when 'focal' then 1 else 2 end, account.name collate "vi-x-icu", account.id`

export interface OverseenPlan {
  id: string
  number: string | null
  title: string
}

/** Published plans that the agency oversees, all of them for null; the newest first. What was added to one is part of it. */
export const listOverseenPlans = (sql: Sql, tenantId: number, overseerId: string | null) => sql<
  OverseenPlan[]
>`
  select id, number, title from plan
  where tenant_id = ${tenantId} and status = 'published' and adds_to is null
    ${overseerId === null ? sql`` : sql`and overseer_id = ${overseerId}`}
  order by published_at desc, id`

/** What waits for the overseer besides confirmations, which the counters know; null: of all plans. */
export async function countToDecide(
  sql: Sql,
  tenantId: number,
  overseerId: string | null,
): Promise<{ extensions: number; events: number }> {
  const overseen = sql`
    ${overseerId === null ? sql`` : sql`and plan_id in (select id from plan where tenant_id = ${tenantId} and overseer_id = ${overseerId})`}`
  const [row] = await sql<{ extensions: number; events: number }[]>`
    select (select count(*) from assignment
            where tenant_id = ${tenantId} and extension_until is not null and status not in ('done', 'closed')
              ${overseen})::int as extensions,
           (select count(*) from item
            where tenant_id = ${tenantId} and event is not null and event_on is null and state = 'open'
              and outcome in ('assign', 'each') ${overseen})::int as events`
  return row ?? { extensions: 0, events: 0 }
}
