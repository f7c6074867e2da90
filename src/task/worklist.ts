// The worklist and its counts. Rows and counters are asked with the same table of states (work-state.ts).
import { addDays } from '../base/calendar.ts'
import { Refusal } from '../base/refusal.ts'
import type { Fragment, Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { COUNTED_STATE } from './counts.ts'
import { STATUSES, type Status } from './task.ts'
import type { WorkFilter } from './work.ts'
import {
  type CountCell,
  type CountedState,
  DUE_CLASSES,
  type DueClass,
  SOON_DAYS,
  WORK_STATES,
} from './work-state.ts'

/** A filter with the reader's own agency filled in: `agencies` null means all. */
export interface WorkScope
  extends Pick<
    WorkFilter,
    'plan' | 'item' | 'state' | 'q' | 'role' | 'period' | 'extension' | 'batch' | 'due' | 'overseer'
  > {
  agencies: string[] | null
  person?: string | undefined
}

/** What the counters do not know has to be counted row by row. */
export const needsRows = (scope: Omit<WorkScope, 'state'>): boolean => {
  const { item, q, period, person, extension, batch, due, overseer } = scope
  return [item, q, period, person, extension, batch, due, overseer].some(
    (value) => value !== undefined && value !== '',
  )
}

export interface WorkListRow {
  id: string
  itemId: string
  ordinal: number
  quote: string
  section: string
  planId: string
  planNumber: string | null
  planTitle: string
  overseerId: string | null
  agencyId: string
  agencyName: string
  dueOn: string | null
  dueText: string
  daysLeft: number | null
  status: Status
  percent: number
  completedOn: string | null
  version: number
  role: 'lead' | 'coordinating'
  duty: string
  period: string
  extensionUntil: string | null
  agencyKind: string
  personId: string | null
  personName: string | null
  /** Who wrote the report on the table, if there is one. */
  author: string | null
}

/** Who oversees a row of assignment joined with its `plan`: of a coordinating part whoever leads the duty. */
export const OVERSEER = (sql: Sql, tenantId: number, row: Fragment) => sql`
  case when ${row}.parent_id is null then plan.overseer_id
       else coalesce((select above.agency_id from assignment above
                      where above.tenant_id = ${tenantId} and above.id = ${row}.parent_id), plan.overseer_id) end`

/** Keyset: the last row's (due_on, id), opaque to the reader. */
export const cursorOf = ({ dueOn, id }: { dueOn: string | null; id: string }): string =>
  Buffer.from(`${dueOn ?? ''} ${id}`).toString('base64url')

function readCursor(cursor: string): { dueOn: string | null; id: string } {
  const [, dueOn, id] =
    /^(\d{4}-\d\d-\d\d)? ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (!id) throw new Refusal('invalid', 'work.cursor', words.refusal.unreadable)
  return { dueOn: dueOn ?? null, id }
}

/** Rows of the scope, the nearest last day first, undated ones at the end. */
export function listWork(
  sql: Sql,
  tenantId: number,
  scope: WorkScope,
  page: { after: string | undefined; limit: number; today: string },
  /** Further conditions on `assignment`. */
  also: Fragment = sql``,
) {
  const after = page.after ? readCursor(page.after) : null
  // The page is cut out of the index first; what is shown beside it is looked up for its few rows only.
  return sql<WorkListRow[]>`
    select page.id, item.id as "itemId", item.quote, item.section, plan.id as "planId",
           plan.number as "planNumber", plan.title as "planTitle",
           ${OVERSEER(sql, tenantId, sql`page`)} as "overseerId",
           page.version, page.role, page.duty, page.period, page.extension_until as "extensionUntil",
           agency.kind as "agencyKind", page.person_id as "personId",
           case when page.person_id is not null then
             (select account.name from account
              where account.tenant_id = ${tenantId} and account.id = page.person_id) end as "personName",
           page.ordinal, agency.id as "agencyId", agency.name as "agencyName", page.due_on as "dueOn",
           item.due_text as "dueText", page.due_on - ${page.today}::date as "daysLeft", page.status,
           page.percent, page.completed_on as "completedOn",
           case when page.status in ('reported', 'approved') then
             (select step.account_id from step
              where step.tenant_id = ${tenantId} and step.assignment_id = page.id and step.kind = 'report'
              order by step.seq desc limit 1) end as author
    from (
      select assignment.* from assignment
      ${scope.q ? sql`join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id` : sql``}
      where assignment.tenant_id = ${tenantId} ${inScope(sql, tenantId, scope)} ${inState(sql, scope.state, page.today)} ${also}
        ${
          !after
            ? sql``
            : after.dueOn === null
              ? sql`and assignment.due_on is null and assignment.id > ${after.id}`
              : sql`and (assignment.due_on > ${after.dueOn} or assignment.due_on is null
                         or (assignment.due_on = ${after.dueOn} and assignment.id > ${after.id}))`
        }
      order by assignment.due_on nulls last, assignment.id
      limit ${page.limit}
    ) page
    join item on item.tenant_id = ${tenantId} and item.id = page.item_id
    join plan on plan.tenant_id = ${tenantId} and plan.id = page.plan_id
    join agency on agency.tenant_id = ${tenantId} and agency.id = page.agency_id
    order by page.due_on nulls last, page.id`
}

/** The conditions of a scope on `assignment`, joined with `item` where it has a search. */
export function inScope(sql: Sql, tenantId: number, scope: Omit<WorkScope, 'state'>) {
  const { agencies, plan, item, q, role, period, person, extension, batch, due, overseer } = scope
  // One agency is compared by "=", so that the index of its worklist gives the order.
  const [only] = agencies ?? []
  return sql`
    ${agencies === null ? sql`` : agencies.length === 1 ? sql`and assignment.agency_id = ${only ?? null}` : sql`and assignment.agency_id = any(${agencies}::uuid[])`}
    ${plan ? sql`and assignment.plan_id = ${plan}` : sql``}
    ${item ? sql`and assignment.item_id = ${item}` : sql``}
    ${role ? sql`and assignment.role = ${role}` : sql``}
    ${period ? sql`and assignment.period = ${period}` : sql``}
    ${person ? sql`and assignment.person_id = ${person}` : sql``}
    ${extension ? sql`and assignment.extension_until is not null` : sql``}
    ${batch ? sql`and assignment.id in (select assignment_id from step where tenant_id = ${tenantId} and batch_id = ${batch})` : sql``}
    ${due ? sql`and assignment.due_on = ${due}` : sql``}
    ${overseer ? sql`and assignment.plan_id in (select id from plan where tenant_id = ${tenantId} and overseer_id = ${overseer})` : sql``}
    ${q ? sql`and item.search like '%' || fold(${q.replace(/[\\%_]/gu, '\\$&')}::text) || '%'` : sql``}`
}

/** The same of the word for a state. */
export function inState(sql: Sql, name: WorkFilter['state'], today: string) {
  if (name === 'all') return sql`and assignment.status <> 'closed'`
  const soon = addDays(today, SOON_DAYS)
  const due: Record<DueClass, Fragment> = {
    past: sql`assignment.due_on < ${today}`,
    soon: sql`assignment.due_on between ${today} and ${soon}`,
    later: sql`assignment.due_on > ${soon}`,
    none: sql`assignment.due_on is null`,
  }
  const or = (parts: Fragment[]) =>
    parts.reduce((all, part, index) => (index === 0 ? part : sql`${all} or ${part}`), sql``)
  const parts = WORK_STATES[name].map(({ states, dues }) => {
    const isAnyDay = dues.length === DUE_CLASSES.length
    return sql`(${hasState(sql, states)} ${isAnyDay ? sql`` : sql`and (${or(dues.map((name) => due[name]))})`})`
  })
  return sql`and (${or(parts)})`
}

/**
 * The counted states as conditions on the columns themselves, written out and not bound: so the planner knows how
 * many rows they leave, and one plan serves every call.
 */
function hasState(sql: Sql, states: readonly CountedState[]): Fragment {
  const isIn = (state: CountedState) => states.includes(state)
  const isSplit = (status: 'approved' | 'done') => isIn(`${status}-late`) !== isIn(`${status}-on-time`)
  const whole = STATUSES.filter((status) =>
    status === 'approved' || status === 'done'
      ? isIn(`${status}-late`) && isIn(`${status}-on-time`)
      : isIn(status),
  )
  const split = (['approved', 'done'] as const)
    .filter(isSplit)
    .map(
      (status) =>
        `(assignment.status = '${status}' and ${isIn(`${status}-late`) ? '' : 'not '}coalesce(assignment.completed_on > assignment.due_on, false))`,
    )
  const plain = whole.length ? [`assignment.status in ('${whole.join("', '")}')`] : []
  return sql`(${sql.unsafe([...plain, ...split].join(' or '))})`
}

/** How far a day is, as one of DUE_CLASSES. */
export const DUE_CLASS = (sql: Sql, today: string, column: Fragment) => sql`
  case when ${column} is null or ${column} = 'infinity' then 'none' when ${column} < ${today} then 'past'
       when ${column} <= ${addDays(today, SOON_DAYS)} then 'soon' else 'later' end`

/** Counters by agency and plan: no assignment is read. */
export const listCountCells = (
  sql: Sql,
  tenantId: number,
  { agencies, plan, role }: Pick<WorkScope, 'agencies' | 'plan' | 'role'>,
  today: string,
) => sql<(CountCell & { agencyId: string; planId: string })[]>`
  select agency_id as "agencyId", plan_id as "planId", state,
         ${DUE_CLASS(sql, today, sql`due_on`)} as due, sum(n)::int as n
  from assignment_count
  where tenant_id = ${tenantId} and n <> 0
    ${agencies === null ? sql`` : sql`and agency_id = any(${agencies}::uuid[])`}
    ${plan ? sql`and plan_id = ${plan}` : sql``}
    ${role ? sql`and role = ${role}` : sql``}
  group by 1, 2, 3, 4`

/** The same from the rows, for what the counters do not know: an item, a search. */
export const countRows = (sql: Sql, tenantId: number, scope: Omit<WorkScope, 'state'>, today: string) => sql<
  CountCell[]
>`
  select ${COUNTED_STATE(sql)} as state,
         ${DUE_CLASS(sql, today, sql`assignment.due_on`)} as due, count(*)::int as n
  from assignment
  join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
  where assignment.tenant_id = ${tenantId} ${inScope(sql, tenantId, scope)}
  group by 1, 2`

export const listPlanNames = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<
  { id: string; number: string | null; title: string }[]
>`
  select id, number, title from plan where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[])
  order by published_at desc nulls last, id`

export const listAgencyNames = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<
  { id: string; name: string }[]
>`
  select id, name from agency where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[])
  order by name collate "vi-x-icu", id`
