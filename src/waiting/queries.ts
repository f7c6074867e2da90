// The recorded facts behind the waiting graph, one question for each kind. `ids` null asks for the whole province; each
// question answers at most MOST_FACTS rows, so that a graph never takes the server's memory.
import type { Sql } from '../store/database.ts'
import type { Status } from '../task/task.ts'
import type { AssignmentFact, EventFact, PrerequisiteFact, RequiredFact } from './waits.ts'

export const MOST_FACTS = 20_000

type Ids = readonly string[] | null

/** A row as it is read: whoever confirms a sub-duty follows from its lead (see facts.ts). */
export type Row = Omit<AssignmentFact, 'overseerId'> & { planOverseerId: string | null }

/** Of a row of `assignment` beside its `plan`. */
const ROW = (sql: Sql, tenantId: number) => sql`
  assignment.id, assignment.item_id as "itemId", assignment.plan_id as "planId", assignment.agency_id as "agencyId",
  assignment.role, assignment.parent_id as "parentId", assignment.status, assignment.given_on as "givenOn",
  assignment.due_on as "dueOn", plan.overseer_id as "planOverseerId",
  case when assignment.status = 'reported' then
         (select on_day from step
          where step.tenant_id = ${tenantId} and step.assignment_id = assignment.id and step.kind = 'report'
          order by seq desc limit 1)
       when assignment.status = 'approved' then
         (select on_day from step
          where step.tenant_id = ${tenantId} and step.assignment_id = assignment.id
            and step.kind in ('approve', 'report-outside')
          order by seq desc limit 1) end as "reportedOn",
  case when assignment.extension_until is not null then
         (select on_day from step
          where step.tenant_id = ${tenantId} and step.assignment_id = assignment.id and step.kind = 'ask-extension'
          order by seq desc limit 1) end as "askedOn"`

const WITH_PLAN = (sql: Sql) => sql`
  join plan on plan.tenant_id = assignment.tenant_id and plan.id = assignment.plan_id`

const HELD_UP = (sql: Sql) => sql`('assigned', 'active', 'reported')`
const OVER = (sql: Sql) => sql`('done', 'closed')`

/** Reported or approved, or more time asked for: the next move is somebody's who does not do the work. */
export const listToAnswer = (sql: Sql, tenantId: number) => sql<Row[]>`
  select ${ROW(sql, tenantId)} from assignment ${WITH_PLAN(sql)}
  where assignment.tenant_id = ${tenantId}
    and (assignment.status in ('reported', 'approved')
         or (assignment.extension_until is not null and assignment.status in ${HELD_UP(sql)}))
  order by assignment.id limit ${MOST_FACTS}`

/** Open sub-duties of everybody. */
export const listParts = (sql: Sql, tenantId: number) => sql<Row[]>`
  select ${ROW(sql, tenantId)} from assignment ${WITH_PLAN(sql)}
  where assignment.tenant_id = ${tenantId} and assignment.parent_id is not null
    and assignment.status not in ${OVER(sql)}
  order by assignment.id limit ${MOST_FACTS}`

/**
 * These assignments and all they wait for through sub-duties and required items, the nearest first, at most `limit`: an
 * assignment leads to its open sub-duties and to its item, an open item to the open leading assignments of what it
 * requires, in the latest round. Each is walked over once, so that a circle ends; with the limit reached the walk stops.
 */
export async function listAhead(
  sql: Sql,
  tenantId: number,
  ids: readonly string[],
  limit: number,
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    with recursive ahead (is_item, id, item_id) as (
      select false, id, item_id from assignment where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[])
      union
      select next.is_item, next.id, next.item_id
      from ahead cross join lateral (
        select true as is_item, ahead.item_id as id, ahead.item_id where not ahead.is_item
        union all
        select false, part.id, part.item_id from assignment part
        where not ahead.is_item and part.tenant_id = ${tenantId} and part.parent_id = ahead.id
          and part.status not in ${OVER(sql)}
        union all
        select false, bearer.id, bearer.item_id
        from item
        join prerequisite on prerequisite.tenant_id = ${tenantId} and prerequisite.item_id = item.id
        join item required on required.tenant_id = ${tenantId} and required.id = prerequisite.requires_item_id
          and required.state = 'open'
        join assignment bearer on bearer.tenant_id = ${tenantId} and bearer.item_id = required.id
          and bearer.role = 'lead' and bearer.status not in ${OVER(sql)}
          and bearer.period = (select max(latest.period) from assignment latest
                               where latest.tenant_id = ${tenantId} and latest.item_id = required.id
                                 and latest.role = 'lead')
        where ahead.is_item and item.tenant_id = ${tenantId} and item.id = ahead.id and item.state = 'open') next)
    select id from ahead where not is_item limit ${limit}`
  return rows.map(({ id }) => id)
}

export const listAssignments = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<Row[]>`
  select ${ROW(sql, tenantId)} from assignment ${WITH_PLAN(sql)}
  where assignment.tenant_id = ${tenantId} and assignment.id = any(${ids as string[]}::uuid[])
  order by assignment.id limit ${MOST_FACTS}`

/** Which agency has each of these now. */
export const listAgenciesOf = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<
  { id: string; agencyId: string }[]
>`
  select id, agency_id as "agencyId" from assignment
  where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[])`

/** What is held up when these items wait for something. */
export const listHeldUpOfItems = (sql: Sql, tenantId: number, itemIds: readonly string[]) => sql<Row[]>`
  select ${ROW(sql, tenantId)} from assignment ${WITH_PLAN(sql)}
  where assignment.tenant_id = ${tenantId} and assignment.item_id = any(${itemIds as string[]}::uuid[])
    and assignment.status in ${HELD_UP(sql)}
  order by assignment.id limit ${MOST_FACTS}`

/** Items whose time starts with an event that nobody has recorded. */
export const listPendingEvents = (sql: Sql, tenantId: number, itemIds: Ids) => sql<EventFact[]>`
  select item.id as "itemId", item.plan_id as "planId", plan.overseer_id as "overseerId",
         (select min(given_on) from assignment
          where assignment.tenant_id = ${tenantId} and assignment.item_id = item.id) as "givenOn"
  from item join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
  where item.tenant_id = ${tenantId} and item.event is not null and item.event_on is null and item.state = 'open'
    and item.outcome in ('assign', 'each')
    and exists (select 1 from assignment
                where assignment.tenant_id = ${tenantId} and assignment.item_id = item.id
                  and assignment.status in ${HELD_UP(sql)})
    ${itemIds ? sql`and item.id = any(${itemIds as string[]}::uuid[])` : sql``}
  order by item.id limit ${MOST_FACTS}`

/** What people have said must be done first, and is not. */
export const listOpenPrerequisites = (sql: Sql, tenantId: number, itemIds: Ids) => sql<PrerequisiteFact[]>`
  select prerequisite.item_id as "itemId", prerequisite.requires_item_id as "requiresItemId",
         prerequisite.on_day as since
  from prerequisite
  join item required on required.tenant_id = prerequisite.tenant_id and required.id = prerequisite.requires_item_id
  join item on item.tenant_id = prerequisite.tenant_id and item.id = prerequisite.item_id
  where prerequisite.tenant_id = ${tenantId} and required.state = 'open' and item.state = 'open'
    ${itemIds ? sql`and prerequisite.item_id = any(${itemIds as string[]}::uuid[])` : sql``}
  order by prerequisite.item_id, prerequisite.requires_item_id limit ${MOST_FACTS}`

/** Required items with what is still open of their latest round; where nothing is, the overseer's word is awaited. */
export const listRequired = (sql: Sql, tenantId: number, itemIds: readonly string[]) => sql<RequiredFact[]>`
  select item.id as "itemId", item.plan_id as "planId", plan.overseer_id as "overseerId", item.lead_id as "leadId",
         round."assignmentIds",
         case when item.completion = 'word' and round."assignmentIds" = '{}' then round."completedOn" end as "wordSince"
  from item
  join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
  join lateral (
    select coalesce(array_agg(assignment.id) filter (where assignment.status not in ${OVER(sql)}), '{}') as "assignmentIds",
           max(assignment.completed_on) as "completedOn"
    from assignment
    where assignment.tenant_id = ${tenantId} and assignment.item_id = item.id and assignment.role = 'lead'
    group by assignment.period order by assignment.period desc limit 1) round on true
  where item.tenant_id = ${tenantId} and item.id = any(${itemIds as string[]}::uuid[]) and item.state = 'open'
  order by item.id limit ${MOST_FACTS}`

export interface PrerequisiteRow {
  itemId: string
  state: 'open' | 'done' | 'closed'
  reason: string
  by: string
  since: string
}

/** What must be done before the item, whether it is done by now or not. */
export const listPrerequisites = (sql: Sql, tenantId: number, itemId: string) => sql<PrerequisiteRow[]>`
  select required.id as "itemId", required.state, prerequisite.reason, account.name as by, prerequisite.on_day as since
  from prerequisite
  join item required on required.tenant_id = prerequisite.tenant_id and required.id = prerequisite.requires_item_id
  join account on account.tenant_id = prerequisite.tenant_id and account.id = prerequisite.account_id
  where prerequisite.tenant_id = ${tenantId} and prerequisite.item_id = ${itemId}
  order by prerequisite.at, required.id`

/** Open items that cannot go on before this one is done. */
export const listRequiring = (sql: Sql, tenantId: number, itemId: string) => sql<
  { itemId: string; since: string }[]
>`
  select item.id as "itemId", prerequisite.on_day as since
  from prerequisite
  join item on item.tenant_id = prerequisite.tenant_id and item.id = prerequisite.item_id
  where prerequisite.tenant_id = ${tenantId} and prerequisite.requires_item_id = ${itemId} and item.state = 'open'
  order by prerequisite.at, item.id limit 50`

export interface ItemHead {
  version: number
  state: 'open' | 'done' | 'closed'
  outcome: string
  overseerId: string | null
  leadId: string | null
}

export async function findItemHead(sql: Sql, tenantId: number, id: string): Promise<ItemHead | null> {
  const [row] = await sql<ItemHead[]>`
    select item.version, item.state, item.outcome, plan.overseer_id as "overseerId", item.lead_id as "leadId"
    from item join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
    where item.tenant_id = ${tenantId} and item.id = ${id}`
  return row ?? null
}

export interface AssignmentHead {
  itemId: string
  itemState: 'open' | 'done' | 'closed'
  role: 'lead' | 'coordinating'
  parentId: string | null
  status: Status
  givenOn: string
}

export async function findHead(sql: Sql, tenantId: number, id: string): Promise<AssignmentHead | null> {
  const [row] = await sql<AssignmentHead[]>`
    select item.id as "itemId", item.state as "itemState", assignment.role, assignment.parent_id as "parentId",
           assignment.status, assignment.given_on as "givenOn"
    from assignment
    join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
    where assignment.tenant_id = ${tenantId} and assignment.id = ${id}`
  return row ?? null
}

/** What would wait, were the item to require another. */
export const listHeldUpIds = (sql: Sql, tenantId: number, itemId: string) => sql<{ id: string }[]>`
  select id from assignment
  where tenant_id = ${tenantId} and item_id = ${itemId} and status in ${HELD_UP(sql)}
  order by id limit 100`

/** Open items that could be named, by their words without diacritics; those of the same plan first. */
export const listRequirable = (
  sql: Sql,
  tenantId: number,
  { q, not, limit }: { q: string; not: string; limit: number },
) => sql<
  {
    id: string
    label: string
    section: string
    lead: string | null
    planId: string
    planNumber: string | null
    planTitle: string
  }[]
>`
  select item.id, left(item.quote, 240) as label, item.section, agency.name as lead, plan.id as "planId",
         plan.number as "planNumber", plan.title as "planTitle"
  from item
  join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
  left join agency on agency.tenant_id = item.tenant_id and agency.id = item.lead_id
  where item.tenant_id = ${tenantId} and item.outcome in ('assign', 'each') and item.state = 'open' and item.id <> ${not}
    ${q ? sql`and item.search like '%' || fold(${q.replace(/[\\%_]/gu, '\\$&')}::text) || '%'` : sql``}
  order by item.plan_id = (select own.plan_id from item own where own.tenant_id = ${tenantId} and own.id = ${not}) desc,
           plan.published_at desc, plan.id, item.ordinal
  limit ${limit}`
