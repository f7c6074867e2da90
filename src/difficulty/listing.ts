// The list of difficulties, its counts, those of one assignment, and the facts for the waiting graph.
import { Refusal } from '../base/refusal.ts'
import type { Fragment, Sql } from '../store/database.ts'
import type { DifficultyType } from '../vocabulary/difficulty-type.ts'
import * as words from '../vocabulary/words.ts'
import type { Status } from './difficulty.ts'
import { type DifficultyFilter, STATES, type StateCell } from './exchange.ts'

type Scope = Omit<DifficultyFilter, 'after'>

export interface ListRow {
  id: string
  type: DifficultyType
  text: string
  proposal: string
  status: Status
  withLeaders: boolean
  agencyId: string
  agencyName: string
  joined: number
  assignments: number
  planId: string
  planNumber: string | null
  planTitle: string
  raisedOn: string
  waitingAtId: string | null
  waitingAtName: string | null
  waitingSince: string | null
  addresseeId: string | null
  addresseeName: string | null
  dueOn: string | null
}

/** Where a difficulty lies: at the focal agency, at the addressee, or nowhere. */
export const WAITING_AT = (sql: Sql): Fragment => sql`
  case when difficulty.status in ('raised', 'answered') then plan.overseer_id
       when difficulty.status = 'sent' then difficulty.addressee_id end`

/** Keyset: the last row's (due_on, raised_on, id), opaque to the reader. */
export const cursorOf = ({ dueOn, raisedOn, id }: Pick<ListRow, 'dueOn' | 'raisedOn' | 'id'>): string =>
  Buffer.from(`${dueOn ?? ''} ${raisedOn} ${id}`).toString('base64url')

function readCursor(cursor: string): { dueOn: string; raisedOn: string; id: string } {
  const [, dueOn, raisedOn, id] =
    /^(\d{4}-\d\d-\d\d)? (\d{4}-\d\d-\d\d) ([0-9a-f-]{36})$/.exec(
      Buffer.from(cursor, 'base64url').toString(),
    ) ?? []
  if (!id || !raisedOn) throw new Refusal('invalid', 'difficulty.cursor', words.refusal.unreadable)
  return { dueOn: dueOn ?? 'infinity', raisedOn, id }
}

function inState(sql: Sql, name: Scope['state'], today: string): Fragment {
  const { statuses, ...rest } = STATES[name]
  return sql`
    and difficulty.status = any(${statuses as readonly string[] as string[]})
    ${'overdue' in rest ? sql`and difficulty.due_on < ${today}` : sql``}
    ${'withLeaders' in rest ? sql`and difficulty.with_leaders` : sql``}`
}

/** Everything of the filter but the state. Whoever looks for an agency or a word finds what was joined by its main one. */
function inScope(sql: Sql, tenantId: number, { type, agency, plan, at, q }: Scope): Fragment {
  const like = q ? `%${q.replace(/[\\%_]/gu, '\\$&')}%` : ''
  return sql`
    ${type ? sql`and difficulty.type = ${type}` : sql``}
    ${plan ? sql`and difficulty.plan_id = ${plan}` : sql``}
    ${at ? sql`and ${WAITING_AT(sql)} = ${at}` : sql``}
    ${
      agency
        ? sql`and (difficulty.agency_id = ${agency}
            or exists (select 1 from difficulty other
                       where other.tenant_id = ${tenantId} and other.joined_into = difficulty.id and other.agency_id = ${agency})
            or exists (select 1 from difficulty_assignment of_it
                       join assignment on assignment.tenant_id = of_it.tenant_id and assignment.id = of_it.assignment_id
                       where of_it.tenant_id = ${tenantId} and of_it.difficulty_id = difficulty.id
                         and assignment.tenant_id = ${tenantId} and assignment.agency_id = ${agency}))`
        : sql``
    }
    ${
      q
        ? sql`and (difficulty.search like fold(${like}::text)
            or exists (select 1 from difficulty other
                       where other.tenant_id = ${tenantId} and other.joined_into = difficulty.id
                         and other.search like fold(${like}::text)))`
        : sql``
    }`
}

/** The nearest last day first, then those without one, the oldest first. */
export function listDifficulties(
  sql: Sql,
  tenantId: number,
  scope: Scope,
  page: { after: string | undefined; limit: number; today: string },
) {
  const after = page.after ? readCursor(page.after) : null
  return sql<ListRow[]>`
    select difficulty.id, difficulty.type, difficulty.text, difficulty.proposal, difficulty.status,
           difficulty.with_leaders as "withLeaders", raiser.id as "agencyId", raiser.name as "agencyName",
           (select count(*)::int from difficulty other
            where other.tenant_id = ${tenantId} and other.joined_into = difficulty.id) as joined,
           (select count(distinct of_it.assignment_id)::int from difficulty other
            join difficulty_assignment of_it on of_it.tenant_id = other.tenant_id and of_it.difficulty_id = other.id
            where other.tenant_id = ${tenantId} and (other.id = difficulty.id or other.joined_into = difficulty.id)) as assignments,
           plan.id as "planId", plan.number as "planNumber", plan.title as "planTitle",
           difficulty.raised_on as "raisedOn", place.id as "waitingAtId", place.name as "waitingAtName",
           difficulty.waiting_since as "waitingSince", addressee.id as "addresseeId", addressee.name as "addresseeName",
           difficulty.due_on as "dueOn"
    from difficulty
    join plan on plan.tenant_id = difficulty.tenant_id and plan.id = difficulty.plan_id
    join agency raiser on raiser.tenant_id = difficulty.tenant_id and raiser.id = difficulty.agency_id
    left join agency addressee on addressee.tenant_id = difficulty.tenant_id and addressee.id = difficulty.addressee_id
    left join agency place on place.tenant_id = difficulty.tenant_id and place.id = ${WAITING_AT(sql)}
    where difficulty.tenant_id = ${tenantId} ${inScope(sql, tenantId, scope)} ${inState(sql, scope.state, page.today)}
      ${
        after
          ? sql`and (coalesce(difficulty.due_on, 'infinity'), difficulty.raised_on, difficulty.id)
                > (${after.dueOn}::date, ${after.raisedOn}::date, ${after.id}::uuid)`
          : sql``
      }
    order by coalesce(difficulty.due_on, 'infinity'), difficulty.raised_on, difficulty.id
    limit ${page.limit}`
}

export const countStates = (sql: Sql, tenantId: number, scope: Scope, today: string) => sql<StateCell[]>`
  select difficulty.status, coalesce(difficulty.due_on < ${today}, false) as "isOverdue",
         difficulty.with_leaders as "withLeaders", count(*)::int as n
  from difficulty
  join plan on plan.tenant_id = difficulty.tenant_id and plan.id = difficulty.plan_id
  where difficulty.tenant_id = ${tenantId} ${inScope(sql, tenantId, scope)}
  group by 1, 2, 3`

/** Agencies that have raised anything, for the choice of the list. */
export const listRaisingAgencies = (sql: Sql, tenantId: number) => sql<{ id: string; name: string }[]>`
  select id, name from agency
  where tenant_id = ${tenantId}
    and id in (select agency_id from difficulty where tenant_id = ${tenantId})
  order by name collate "vi-x-icu", id`

/** Agencies at which anything lies now. */
export const listWaitingAgencies = (sql: Sql, tenantId: number) => sql<{ id: string; name: string }[]>`
  select distinct agency.id, agency.name, agency.name collate "vi-x-icu" as sorted
  from difficulty
  join plan on plan.tenant_id = difficulty.tenant_id and plan.id = difficulty.plan_id
  join agency on agency.tenant_id = difficulty.tenant_id and agency.id = ${WAITING_AT(sql)}
  where difficulty.tenant_id = ${tenantId}
  order by sorted, agency.id`

export const listPlansWithDifficulties = (sql: Sql, tenantId: number) => sql<
  { id: string; number: string | null; title: string }[]
>`
  select id, number, title from plan
  where tenant_id = ${tenantId} and id in (select plan_id from difficulty where tenant_id = ${tenantId})
  order by published_at desc nulls last, id`

export interface OfAssignmentRow {
  id: string
  /** The one it was joined into, else itself. */
  mainId: string
  type: DifficultyType
  text: string
  status: Status
  standing: Status
  withLeaders: boolean
  raisedOn: string
  waitingAt: string | null
  dueOn: string | null
}

/** The difficulties of an assignment, the newest first; those joined stand where the one they were joined into stands. */
export const listOfAssignment = (sql: Sql, tenantId: number, assignmentId: string) => sql<OfAssignmentRow[]>`
  select own.id, difficulty.id as "mainId", own.type, own.text, own.status, difficulty.status as standing,
         difficulty.with_leaders as "withLeaders", own.raised_on as "raisedOn", place.name as "waitingAt",
         difficulty.due_on as "dueOn"
  from difficulty_assignment of_it
  join difficulty own on own.tenant_id = of_it.tenant_id and own.id = of_it.difficulty_id
  join difficulty on difficulty.tenant_id = own.tenant_id and difficulty.id = coalesce(own.joined_into, own.id)
  join plan on plan.tenant_id = difficulty.tenant_id and plan.id = difficulty.plan_id
  left join agency place on place.tenant_id = difficulty.tenant_id and place.id = ${WAITING_AT(sql)}
  where of_it.tenant_id = ${tenantId} and of_it.assignment_id = ${assignmentId}
  order by own.raised_on desc, own.id
  limit 100`

export interface DifficultyWait {
  /** The difficulty that is on its way: those joined into it wait with it. */
  id: string
  assignmentId: string
  itemId: string
  planId: string
  /** Where it lies now; null when the plan has no overseer (any more). */
  agencyId: string | null
  /** focal: the overseer has not sent it on · addressee: whoever it was sent to has not answered. */
  stage: 'focal' | 'addressee'
  /** The day it was raised on this assignment, and the day it came to where it lies. */
  raisedOn: string
  atSince: string
  dueOn: string | null
  withLeaders: boolean
}

/**
 * For the waiting graph: every difficulty that waits for a decision with each assignment it keeps back (those of the
 * difficulties joined into it, too), where it lies and since when. Facts only. An answered one keeps nothing back.
 * `assignmentIds` null: of the whole province.
 */
export const listOpenDifficultyWaits = (
  sql: Sql,
  tenantId: number,
  assignmentIds: readonly string[] | null = null,
) => sql<DifficultyWait[]>`
  select difficulty.id, assignment.id as "assignmentId", assignment.item_id as "itemId",
         assignment.plan_id as "planId", ${WAITING_AT(sql)} as "agencyId",
         case difficulty.status when 'sent' then 'addressee' else 'focal' end as stage,
         min(own.raised_on) as "raisedOn", difficulty.waiting_since as "atSince", difficulty.due_on as "dueOn",
         difficulty.with_leaders as "withLeaders"
  from difficulty
  join plan on plan.tenant_id = difficulty.tenant_id and plan.id = difficulty.plan_id
  join difficulty own on own.tenant_id = difficulty.tenant_id and (own.id = difficulty.id or own.joined_into = difficulty.id)
  join difficulty_assignment of_it on of_it.tenant_id = own.tenant_id and of_it.difficulty_id = own.id
  join assignment on assignment.tenant_id = of_it.tenant_id and assignment.id = of_it.assignment_id
  where difficulty.tenant_id = ${tenantId} and difficulty.status in ('raised', 'sent')
    ${assignmentIds ? sql`and assignment.id = any(${assignmentIds as string[]}::uuid[])` : sql``}
  group by difficulty.tenant_id, difficulty.id, assignment.tenant_id, assignment.id, plan.overseer_id
  order by "atSince", difficulty.id, assignment.id`

/** For lists on paper: what keeps each of these assignments back and is not answered yet, with what is proposed. */
export async function listOpenTexts(
  sql: Sql,
  tenantId: number,
  assignmentIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await sql<{ assignmentId: string; text: string; proposal: string }[]>`
    select of_it.assignment_id as "assignmentId", own.text, own.proposal
    from difficulty_assignment of_it
    join difficulty own on own.tenant_id = of_it.tenant_id and own.id = of_it.difficulty_id
    join difficulty main on main.tenant_id = own.tenant_id and main.id = coalesce(own.joined_into, own.id)
    where of_it.tenant_id = ${tenantId} and of_it.assignment_id = any(${assignmentIds as string[]}::uuid[])
      and main.status in ('raised', 'sent')
    order by own.raised_on, own.id`
  const texts = new Map<string, string[]>()
  for (const { assignmentId, text, proposal } of rows)
    texts.set(assignmentId, [...(texts.get(assignmentId) ?? []), words.difficulty.onPaper(text, proposal)])
  return texts
}
