// Due days by day, and the secret addresses under which calendar programs read them.
import type { Sql } from '../store/database.ts'
import { COUNTED_STATE } from '../task/counts.ts'
import type { CountCell } from '../task/work-state.ts'
import { DUE_CLASS, inScope, type WorkScope } from '../task/worklist.ts'
import type { Role } from '../vocabulary/role.ts'
import type { CalendarEntry, CalendarFeed } from './calendar.ts'
import { NAMED_A_DAY } from './calendar.ts'
import type { FeedEntry } from './feed.ts'

export type CalendarScope = Pick<WorkScope, 'agencies' | 'plan' | 'person'>
interface Span {
  from: string
  to: string
}

/** From the counters where they know the scope, else from the rows. */
export const listDayCells = (
  sql: Sql,
  tenantId: number,
  scope: CalendarScope,
  { from, to }: Span,
  today: string,
) =>
  scope.person
    ? sql<(CountCell & { day: string })[]>`
        select assignment.due_on as day, ${COUNTED_STATE(sql)} as state,
               ${DUE_CLASS(sql, today, sql`assignment.due_on`)} as due, count(*)::int as n
        from assignment
        where assignment.tenant_id = ${tenantId} and assignment.due_on between ${from} and ${to}
          ${inScope(sql, tenantId, scope)}
        group by 1, 2, 3`
    : sql<(CountCell & { day: string })[]>`
        select due_on as day, state, ${DUE_CLASS(sql, today, sql`due_on`)} as due, sum(n)::int as n
        from assignment_count
        where tenant_id = ${tenantId} and n <> 0 and due_on between ${from} and ${to}
          ${scope.agencies === null ? sql`` : sql`and agency_id = any(${scope.agencies}::uuid[])`}
          ${scope.plan ? sql`and plan_id = ${scope.plan}` : sql``}
        group by 1, 2, 3`

interface DayEntry extends Omit<CalendarEntry, 'isOverdue'> {
  day: string
  completedOn: string | null
}

/** The first few of each day, what is open before what is done. */
export const listDayEntries = (sql: Sql, tenantId: number, scope: CalendarScope, { from, to }: Span) => sql<
  DayEntry[]
>`
  with ranked as (
    select assignment.id, assignment.item_id, assignment.agency_id, assignment.role, assignment.status,
           assignment.due_on, assignment.completed_on,
           row_number() over (partition by assignment.due_on
                              order by assignment.status = 'done', assignment.id) as place
    from assignment
    where assignment.tenant_id = ${tenantId} and assignment.due_on between ${from} and ${to}
      and assignment.status <> 'closed' ${inScope(sql, tenantId, scope)})
  select ranked.id, item.quote, agency.name as agency, ranked.status, ranked.due_on as day,
         ranked.completed_on as "completedOn", ranked.role = 'coordinating' as "isCoordinating"
  from ranked
  join item on item.tenant_id = ${tenantId} and item.id = ranked.item_id
  join agency on agency.tenant_id = ${tenantId} and agency.id = ranked.agency_id
  where place <= ${NAMED_A_DAY}
  order by day, place`

interface FeedRow extends Omit<CalendarFeed, 'agency' | 'createdAt' | 'renewedAt'> {
  agencyId: string | null
  agencyName: string | null
  createdAt: Date
  renewedAt: Date
}

const asFeed = ({ agencyId, agencyName, createdAt, renewedAt, ...row }: FeedRow): CalendarFeed => ({
  ...row,
  agency: agencyId && agencyName ? { id: agencyId, name: agencyName } : null,
  createdAt: createdAt.toISOString(),
  renewedAt: renewedAt.toISOString(),
})

const FEED = (sql: Sql) => sql`
  feed.id, feed.version, feed.created_at as "createdAt", feed.renewed_at as "renewedAt", agency.id as "agencyId",
  agency.name as "agencyName"`

/** The person's own first, then agencies in the order of their names. */
export async function listFeeds(sql: Sql, tenantId: number, accountId: string): Promise<CalendarFeed[]> {
  const rows = await sql<FeedRow[]>`
    select ${FEED(sql)} from calendar_feed feed
    left join agency on agency.tenant_id = ${tenantId} and agency.id = feed.agency_id
    where feed.tenant_id = ${tenantId} and feed.account_id = ${accountId}
    order by agency.name collate "vi-x-icu" nulls first, feed.id`
  return rows.map(asFeed)
}

export async function findFeed(
  sql: Sql,
  tenantId: number,
  accountId: string,
  id: string,
): Promise<CalendarFeed | null> {
  const [row] = await sql<FeedRow[]>`
    select ${FEED(sql)} from calendar_feed feed
    left join agency on agency.tenant_id = ${tenantId} and agency.id = feed.agency_id
    where feed.tenant_id = ${tenantId} and feed.account_id = ${accountId} and feed.id = ${id}`
  return row ? asFeed(row) : null
}

/** False when the person has one of the kind already, or the agency is none of this province. */
export async function insertFeed(
  sql: Sql,
  tenantId: number,
  feed: { id: string; accountId: string; agencyId: string | null; tokenHash: string; at: Date },
): Promise<boolean> {
  const rows = await sql`
    insert into calendar_feed (tenant_id, id, account_id, agency_id, token_hash, created_at, renewed_at)
    select ${tenantId}, ${feed.id}, ${feed.accountId}, ${feed.agencyId}::uuid, ${feed.tokenHash}, ${feed.at}, ${feed.at}
    where ${feed.agencyId}::uuid is null
       or exists (select 1 from agency where tenant_id = ${tenantId} and id = ${feed.agencyId}::uuid)
    on conflict do nothing returning id`
  return rows.length === 1
}

/** False when there is no such feed of this person at this version. */
export async function renewFeed(
  sql: Sql,
  tenantId: number,
  feed: { id: string; accountId: string; seen: number; tokenHash: string; at: Date },
): Promise<boolean> {
  const rows = await sql`
    update calendar_feed set token_hash = ${feed.tokenHash}, renewed_at = ${feed.at}, version = version + 1
    where tenant_id = ${tenantId} and id = ${feed.id} and account_id = ${feed.accountId} and version = ${feed.seen}
    returning id`
  return rows.length === 1
}

/** The same. */
export async function deleteFeed(
  sql: Sql,
  tenantId: number,
  feed: { id: string; accountId: string; seen: number },
): Promise<boolean> {
  const rows = await sql`
    delete from calendar_feed
    where tenant_id = ${tenantId} and id = ${feed.id} and account_id = ${feed.accountId} and version = ${feed.seen}
    returning id`
  return rows.length === 1
}

export interface OpenedFeed {
  id: string
  version: number
  accountId: string
  accountName: string
  role: Role
  agencyId: string | null
  agencyName: string | null
}

/** Whose feed the secret opens, as long as the account is in use. */
export async function openFeed(sql: Sql, tenantId: number, tokenHash: string): Promise<OpenedFeed | null> {
  const [row] = await sql<OpenedFeed[]>`
    select feed.id, feed.version, account.id as "accountId", account.name as "accountName", account.role,
           agency.id as "agencyId", agency.name as "agencyName"
    from calendar_feed feed
    join account on account.tenant_id = ${tenantId} and account.id = feed.account_id and account.is_active
    left join agency on agency.tenant_id = ${tenantId} and agency.id = feed.agency_id
    where feed.tenant_id = ${tenantId} and feed.token_hash = ${tokenHash}`
  return row ?? null
}

const MOST_ENTRIES = 2000

/**
 * Dated work since `from`, and what is still open from before it: of an agency, or what is laid on the person or under
 * their eyes as leader in charge or follower.
 */
export const listFeedEntries = (
  sql: Sql,
  tenantId: number,
  { agencyId, accountId }: Pick<OpenedFeed, 'agencyId' | 'accountId'>,
  from: string,
) => sql<FeedEntry[]>`
  select assignment.id, assignment.version, assignment.due_on as "dueOn", assignment.status, assignment.percent,
         case when assignment.role = 'coordinating' and assignment.duty <> '' then assignment.duty else item.quote end
           as quote,
         item.section, plan.number as "planNumber", plan.title as "planTitle", agency.name as "agencyName",
         agency.kind as "agencyKind",
         coalesce((select max(step.at) from step
                   where step.tenant_id = ${tenantId} and step.assignment_id = assignment.id),
                  assignment.created_at) as "changedAt"
  from assignment
  join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
  join plan on plan.tenant_id = assignment.tenant_id and plan.id = assignment.plan_id
  join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
  where assignment.tenant_id = ${tenantId} and assignment.due_on is not null
    and (assignment.due_on >= ${from} or assignment.status not in ('done', 'closed'))
    ${
      agencyId
        ? sql`and assignment.agency_id = ${agencyId}`
        : sql`and (assignment.person_id = ${accountId}
                   or assignment.item_id in (select id from item where tenant_id = ${tenantId} and follower_id = ${accountId})
                   or assignment.item_id in (select id from item where tenant_id = ${tenantId} and leader_id = ${accountId}))`
    }
  order by assignment.due_on desc, assignment.id
  limit ${MOST_ENTRIES}`
