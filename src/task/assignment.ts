// Everything the page of one assignment shows, read piece by piece.
import { FULL_NAME } from '../agency/queries.ts'
import type { Span } from '../reading/draft.ts'
import type { Fragment, Sql } from '../store/database.ts'
import { COUNTED_STATE } from './counts.ts'
import type { ItemState } from './item.ts'
import type { Every } from './period.ts'
import { type Completion, type FactKind, type PastStep, REPORTS_OUTSIDE, type Status } from './task.ts'
import { type DocumentRef, type Figure, MOST_SIBLINGS } from './work.ts'
import { WORK_STATES } from './work-state.ts'
import { OVERSEER } from './worklist.ts'

const OVERDUE: string[] = WORK_STATES.overdue.flatMap(({ states }) => [...states])

/** Lines of the source shown before and after the quote. */
const AROUND = 2
/** A quote drawn together from far places shows its beginning. */
const MOST_LINES = 40

/** Of a row of item joined with its document under the name `document`. */
export const DOCUMENT = (sql: Sql, tenantId: number) => sql`
  jsonb_build_object('id', document.id, 'number', document.number, 'title', document.title, 'issued', document.issued,
                     'isOwn', document.id = item.plan_id,
                     'file', (select part.name from plan_file part
                              where part.tenant_id = ${tenantId} and part.plan_id = document.id and part.ordinal > 0
                                and part.first_line <= (item.spans -> 0 ->> 'line')::int
                              order by part.first_line desc limit 1))`
export const JOIN_DOCUMENT = (sql: Sql) => sql`
  join plan document on document.tenant_id = item.tenant_id and document.id = coalesce(item.document_id, item.plan_id)`

export interface AssignmentRow {
  id: string
  version: number
  status: Status
  percent: number
  dueOn: string | null
  daysLeft: number | null
  completedOn: string | null
  agencyId: string
  agencyName: string
  planId: string
  planNumber: string | null
  planTitle: string
  overseerId: string | null
  overseerName: string | null
  itemId: string
  /** The document the item stands in: the plan's own, or one that came later. */
  document: DocumentRef
  section: string
  quote: string
  spans: Span[]
  leadPrinted: string[]
  coordinatingPrinted: string[]
  deliverables: string[]
  dueText: string
  role: 'lead' | 'coordinating'
  parentId: string | null
  duty: string
  period: string
  periodFrom: string | null
  periodTo: string | null
  givenOn: string
  givenTo: string
  givenToName: string
  givenDue: string | null
  givenUnit: string | null
  agencyKind: string
  unitId: string | null
  unitName: string | null
  personId: string | null
  personName: string | null
  extensionUntil: string | null
  completion: Completion
  completionShare: number | null
  itemState: ItemState
  itemDoneOn: string | null
  itemVersion: number
  every: Every | null
  event: string | null
  eventOn: string | null
  leaderId: string | null
  leaderName: string | null
  followerId: string | null
  followerName: string | null
}

/** Few rows name a person or another agency: looking those up costs less than a join for every row. */
const NAME_OF_ACCOUNT = (sql: Sql, tenantId: number, id: Fragment) => sql`
  case when ${id} is not null then
    (select named.name from account named where named.tenant_id = ${tenantId} and named.id = ${id}) end`
const NAME_OF_AGENCY = (sql: Sql, tenantId: number, id: Fragment) => sql`
  case when ${id} is not null then
    (select ${FULL_NAME(sql, sql`named`)} from agency named
     where named.tenant_id = ${tenantId} and named.id = ${id}) end`

const ASSIGNMENT = (sql: Sql, tenantId: number, id: string, today: string) => sql`
    select assignment.id, assignment.version, assignment.status, assignment.percent, assignment.due_on as "dueOn",
           assignment.due_on - ${today}::date as "daysLeft", assignment.completed_on as "completedOn",
           agency.id as "agencyId", ${FULL_NAME(sql, sql`agency`)} as "agencyName", plan.id as "planId", plan.number as "planNumber",
           plan.title as "planTitle", overseer.id as "overseerId", overseer.name as "overseerName",
           item.id as "itemId", ${DOCUMENT(sql, tenantId)} as document, item.section, item.quote, item.spans, item.lead_printed as "leadPrinted",
           item.coordinating_printed as "coordinatingPrinted", item.deliverables, item.due_text as "dueText",
           assignment.role, assignment.parent_id as "parentId", assignment.duty, assignment.period,
           assignment.period_from as "periodFrom", assignment.period_to as "periodTo",
           assignment.given_on as "givenOn", assignment.given_to as "givenTo", 
           case when assignment.given_to = agency.id then ${FULL_NAME(sql, sql`agency`)}
                else ${NAME_OF_AGENCY(sql, tenantId, sql`assignment.given_to`)} end as "givenToName",
           assignment.given_due as "givenDue", assignment.given_unit as "givenUnit", agency.kind as "agencyKind", assignment.unit_id as "unitId",
           ${NAME_OF_AGENCY(sql, tenantId, sql`assignment.unit_id`)} as "unitName",
           assignment.person_id as "personId", ${NAME_OF_ACCOUNT(sql, tenantId, sql`assignment.person_id`)} as "personName",
           assignment.extension_until as "extensionUntil", item.completion, item.completion_share as "completionShare",
           item.state as "itemState", item.done_on as "itemDoneOn", item.version as "itemVersion", item.every,
           item.event, item.event_on as "eventOn", 
           coalesce(item.leader_id, plan.leader_id) as "leaderId",
           ${NAME_OF_ACCOUNT(sql, tenantId, sql`coalesce(item.leader_id, plan.leader_id)`)} as "leaderName",
           coalesce(item.follower_id, plan.follower_id) as "followerId",
           ${NAME_OF_ACCOUNT(sql, tenantId, sql`coalesce(item.follower_id, plan.follower_id)`)} as "followerName"
    from assignment
    join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
    ${JOIN_DOCUMENT(sql)}
    join plan on plan.tenant_id = assignment.tenant_id and plan.id = assignment.plan_id
    join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
    left join agency overseer on overseer.tenant_id = ${tenantId} and overseer.id = ${OVERSEER(sql, tenantId, sql`assignment`)}
    where assignment.tenant_id = ${tenantId} and assignment.id = ${id}`

interface Heading {
  section: string
  title: string
}

/** The headings of the source and the lines around the quote, cut out by the database. */
const PLACE = (sql: Sql, tenantId: number, assignmentId: string) => sql`
    select coalesce(draft -> 'outline', '[]') as outline,
           jsonb_path_query_array(lines, '$[*] ? (@.n >= $from && @.n <= $to)',
             jsonb_build_object('from', place.first - ${AROUND}::int,
                                'to', least(place.last + ${AROUND}::int, place.first - ${AROUND}::int + ${MOST_LINES}::int))) as lines
    from assignment
    join item on item.tenant_id = ${tenantId} and item.id = assignment.item_id
    join plan_source on plan_source.tenant_id = ${tenantId}
      and plan_source.plan_id = coalesce(item.document_id, item.plan_id)
    cross join lateral (
      select coalesce(min((span ->> 'line')::int), 0) as first, coalesce(max((span ->> 'line')::int), -100) as last
      from jsonb_array_elements(item.spans) span) place
    where assignment.tenant_id = ${tenantId} and assignment.id = ${assignmentId}`

/** "IV.2.b" may have no heading of its own: "IV.2" or "IV" stands over it. */
export const headingOf = (section: string, outline: readonly Heading[]): string | null =>
  [...outline]
    .filter((heading) => section === heading.section || section.startsWith(`${heading.section}.`))
    .sort((a, b) => b.section.length - a.section.length)[0]?.title ?? null

export interface Beside {
  coordinating: { id: string; name: string }[]
  /** Places of the plan that were joined with this item. */
  merged: { id: string; section: string; quote: string }[]
  rounds: Round[]
  siblings: SiblingRow[]
}

/** How the assignments of an item stand, by role and period: what 95 communes did, in a line. */
export interface Round {
  role: 'lead' | 'coordinating'
  period: string
  n: number
  done: number
  late: number
  closed: number
}

export interface SiblingRow {
  id: string
  role: 'lead' | 'coordinating'
  period: string
  duty: string
  agency: { id: string; name: string }
  status: Status
  percent: number
  /** null without a date, and once the agency has finished. */
  daysLeft: number | null
}

/** What stands beside the assignment in its item: other periods are only counted. */
const BESIDE = (sql: Sql, tenantId: number, assignmentId: string, today: string) => sql`
    select
      coalesce((
        select jsonb_agg(jsonb_build_object('id', agency.id, 'name', agency.name)
                         order by agency.name collate "vi-x-icu", agency.id)
        from item_coordinating
        join agency on agency.tenant_id = ${tenantId} and agency.id = item_coordinating.agency_id
        where item_coordinating.tenant_id = ${tenantId} and item_coordinating.item_id = own.item_id), '[]')
        as coordinating,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', part.id, 'section', part.section, 'quote', part.quote) order by ordinal)
        from item part
        where part.tenant_id = ${tenantId} and part.plan_id = own.plan_id
          and part.merged_into = own.item_id), '[]') as merged,
      coalesce((
        select jsonb_agg(to_jsonb(round) order by role desc, period desc)
        from (
          select assignment.role, assignment.period, count(*) as n,
                 count(*) filter (where assignment.status = 'done') as done,
                 count(*) filter (where ${COUNTED_STATE(sql)} = any(${OVERDUE}) and assignment.due_on < ${today}) as late,
                 count(*) filter (where assignment.status = 'closed') as closed
          from assignment where assignment.tenant_id = ${tenantId} and assignment.item_id = own.item_id
          group by assignment.role, assignment.period) round), '[]') as rounds,
      coalesce((
        select jsonb_agg(jsonb_build_object(
                 'id', other.id, 'role', other.role, 'period', other.period, 'duty', other.duty,
                 'agency', jsonb_build_object('id', other.agency_id, 'name', other.name), 'status', other.status,
                 'percent', other.percent,
                 'daysLeft', case when other.completed_on is null then other.due_on - ${today}::date end)
                 order by other.role desc, other.period desc, other.name collate "vi-x-icu", other.id)
        from (
          select other.*, agency.name from assignment other
          join agency on agency.tenant_id = ${tenantId} and agency.id = other.agency_id
          where other.tenant_id = ${tenantId} and other.item_id = own.item_id and other.id <> own.id
            and (other.period in (own.period, '') or own.period = '')
          order by other.role desc, other.period desc, agency.name collate "vi-x-icu", other.id
          limit ${MOST_SIBLINGS}) other), '[]') as siblings
    from assignment own where own.tenant_id = ${tenantId} and own.id = ${assignmentId}`

export interface StepRow extends PastStep {
  id: string
  kind: FactKind
  actor: string
  agency: string | null
  /** In whose place it was taken. */
  standsInFor: string | null
  toAgency: string | null
  toPerson: string | null
  /** As PostgreSQL writes a moment into JSON. */
  at: string
  text: string
  nothing: boolean
  figures: Figure[]
  batchId: string | null
  batchSize: number
  files: { hash: string; name: string; media: string; size: number }[]
}

const STEPS = (sql: Sql, tenantId: number, assignmentId: string) => sql`
  select step.seq, step.id, step.kind, step.account_id as "accountId", step.actor, agency.name as agency, step.at,
         step.on_day as "onDay", step.text, step.percent, step.happened_on as "happenedOn",
         step.to_agency_id as "toAgencyId", step.to_account_id as "toAccountId", step.due_on as "dueOn", step.nothing,
         step.figures, step.batch_id as "batchId",
         ${NAME_OF_ACCOUNT(sql, tenantId, sql`step.for_account_id`)} as "standsInFor",
         ${NAME_OF_AGENCY(sql, tenantId, sql`step.to_agency_id`)} as "toAgency",
         ${NAME_OF_ACCOUNT(sql, tenantId, sql`step.to_account_id`)} as "toPerson",
         case when step.batch_id is null then 1 else
           (select count(*) from step same
            where same.tenant_id = ${tenantId} and same.batch_id = step.batch_id)::int end as "batchSize",
         coalesce((select jsonb_agg(jsonb_build_object('hash', hash, 'name', name, 'media', media, 'size', size) order by name)
                   from step_file where step_file.tenant_id = ${tenantId} and step_file.step_id = step.id), '[]') as files
  from step
  left join agency on agency.tenant_id = step.tenant_id and agency.id = step.agency_id
  where step.tenant_id = ${tenantId} and step.assignment_id = ${assignmentId}`

export interface AssignmentPage {
  row: AssignmentRow
  place: { outline: Heading[]; lines: { n: number; text: string }[] } | null
  beside: Beside
  steps: StepRow[]
}

/** All of it in one question: asking costs more than what is asked. null when there is no such assignment. */
export async function findAssignmentPage(
  sql: Sql,
  tenantId: number,
  id: string,
  today: string,
): Promise<AssignmentPage | null> {
  const [found] = await sql<[AssignmentPage | { row: null }]>`
    select (select row_to_json(own) from (${ASSIGNMENT(sql, tenantId, id, today)}) own) as row,
           (select row_to_json(place) from (${PLACE(sql, tenantId, id)}) place) as place,
           (select row_to_json(beside) from (${BESIDE(sql, tenantId, id, today)}) beside) as beside,
           (select coalesce(json_agg(row_to_json(step) order by step.seq), '[]')
            from (${STEPS(sql, tenantId, id)}) step) as steps`
  return found?.row ? found : null
}

/** Whether all of these agencies report outside this system, their units with them; false for none. */
export async function areOutside(sql: Sql, tenantId: number, agencyIds: readonly string[]): Promise<boolean> {
  const rows = await sql<{ kind: string }[]>`
    select case when agency.kind = 'unit' then above.kind else agency.kind end as kind
    from agency
    left join agency above on above.tenant_id = agency.tenant_id and above.id = agency.parent_id
    where agency.tenant_id = ${tenantId} and agency.id = any(${agencyIds as string[]}::uuid[])`
  return rows.length > 0 && rows.every(({ kind }) => REPORTS_OUTSIDE.includes(kind))
}

/** Bytes of a piece of evidence: only through the step that shows it. */
export async function findEvidence(
  sql: Sql,
  tenantId: number,
  stepId: string,
  hash: string,
): Promise<{ name: string; media: string; bytes: Uint8Array } | null> {
  const [row] = await sql<{ name: string; media: string; bytes: Uint8Array }[]>`
    select step_file.name, step_file.media, file.bytes from step_file
    join file on file.tenant_id = step_file.tenant_id and file.hash = step_file.hash
    where step_file.tenant_id = ${tenantId} and step_file.step_id = ${stepId} and step_file.hash = ${hash}`
  return row ?? null
}
