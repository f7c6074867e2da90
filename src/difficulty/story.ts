// One difficulty as its page shows it, read piece by piece.
import type { Sql } from '../store/database.ts'
import type { DifficultyType } from '../vocabulary/difficulty-type.ts'
import type { FactKind, Status } from './difficulty.ts'
import type { Raiser, StoryStep } from './exchange.ts'
import { WAITING_AT } from './listing.ts'

export interface DifficultyRow {
  id: string
  version: number
  type: DifficultyType
  text: string
  proposal: string
  status: Status
  withLeaders: boolean
  raisedOn: string
  waitingSince: string | null
  dueOn: string | null
  nextDays: number | null
  joinedInto: string | null
  agencyId: string
  agencyName: string
  planId: string
  planNumber: string | null
  planTitle: string
  focalId: string | null
  focalName: string | null
  addresseeId: string | null
  addresseeName: string | null
  nextId: string | null
  nextName: string | null
  waitingAtId: string | null
  waitingAtName: string | null
}

export async function findDifficulty(sql: Sql, tenantId: number, id: string): Promise<DifficultyRow | null> {
  const [row] = await sql<DifficultyRow[]>`
    select difficulty.id, difficulty.version, difficulty.type, difficulty.text, difficulty.proposal, difficulty.status,
           difficulty.with_leaders as "withLeaders", difficulty.raised_on as "raisedOn",
           difficulty.waiting_since as "waitingSince", difficulty.due_on as "dueOn", difficulty.next_days as "nextDays",
           difficulty.joined_into as "joinedInto", raiser.id as "agencyId", raiser.name as "agencyName",
           plan.id as "planId", plan.number as "planNumber", plan.title as "planTitle", focal.id as "focalId",
           focal.name as "focalName", addressee.id as "addresseeId", addressee.name as "addresseeName",
           next.id as "nextId", next.name as "nextName", place.id as "waitingAtId", place.name as "waitingAtName"
    from difficulty
    join plan on plan.tenant_id = difficulty.tenant_id and plan.id = difficulty.plan_id
    join agency raiser on raiser.tenant_id = difficulty.tenant_id and raiser.id = difficulty.agency_id
    left join agency focal on focal.tenant_id = plan.tenant_id and focal.id = plan.overseer_id
    left join agency addressee on addressee.tenant_id = difficulty.tenant_id and addressee.id = difficulty.addressee_id
    left join agency next on next.tenant_id = difficulty.tenant_id and next.id = difficulty.next_id
    left join agency place on place.tenant_id = difficulty.tenant_id and place.id = ${WAITING_AT(sql)}
    where difficulty.tenant_id = ${tenantId} and difficulty.id = ${id}`
  return row ?? null
}

/** Papers of a step, as JSON beside its row. */
const FILES = (sql: Sql, tenantId: number) => sql`
  coalesce((select jsonb_agg(jsonb_build_object('hash', hash, 'name', name, 'media', media, 'size', size) order by name)
            from difficulty_file
            where difficulty_file.tenant_id = ${tenantId} and difficulty_file.step_id = step.id), '[]')`

/** The difficulties themselves and those joined into them, each with its words, its papers and its assignments. */
export const listRaisers = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<
  (Raiser & { joinedInto: string | null })[]
>`
  select difficulty.id, difficulty.joined_into as "joinedInto",
         jsonb_build_object('id', agency.id, 'name', agency.name) as agency, step.actor,
         difficulty.raised_on as "raisedOn", difficulty.text, difficulty.proposal, step.id as "stepId",
         ${FILES(sql, tenantId)} as files,
         (select jsonb_agg(jsonb_build_object('id', assignment.id, 'itemId', item.id, 'quote', item.quote,
                             'section', item.section,
                             'plan', jsonb_build_object('id', plan.id, 'number', plan.number, 'title', plan.title),
                             'agency', jsonb_build_object('id', bearer.id, 'name', bearer.name))
                           order by plan.published_at, item.ordinal, assignment.id)
          from difficulty_assignment of_it
          join assignment on assignment.tenant_id = of_it.tenant_id and assignment.id = of_it.assignment_id
          join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
          join plan on plan.tenant_id = assignment.tenant_id and plan.id = assignment.plan_id
          join agency bearer on bearer.tenant_id = assignment.tenant_id and bearer.id = assignment.agency_id
          where of_it.tenant_id = ${tenantId} and of_it.difficulty_id = difficulty.id) as assignments
  from difficulty
  join agency on agency.tenant_id = difficulty.tenant_id and agency.id = difficulty.agency_id
  join difficulty_step step on step.tenant_id = difficulty.tenant_id and step.difficulty_id = difficulty.id and step.seq = 1
  where difficulty.tenant_id = ${tenantId}
    and (difficulty.id = any(${ids as string[]}::uuid[]) or difficulty.joined_into = any(${ids as string[]}::uuid[]))
  order by (difficulty.joined_into is not null), difficulty.created_at, difficulty.id`

interface StepRow extends Omit<StoryStep, 'at' | 'other'> {
  difficultyId: string
  kind: FactKind
  at: Date
  otherId: string | null
  otherAgency: string | null
}

const STEP = (sql: Sql, tenantId: number, mainIds: readonly string[]) => sql`
  select step.id, step.kind, step.difficulty_id as "difficultyId", step.actor, person.name as "inPlaceOf",
         agency.name as agency, step.at, step.text, step.type, addressee.name as addressee, step.days,
         step.due_on as "dueOn", next.name as next, step.next_days as "nextDays",
         step.document_number as "documentNumber", step.document_on as "documentOn", other.id as "otherId",
         raiser.name as "otherAgency", not (step.difficulty_id = any(${mainIds as string[]}::uuid[])) as "isOfOther",
         ${FILES(sql, tenantId)} as files
  from difficulty_step step
  left join agency on agency.tenant_id = step.tenant_id and agency.id = step.agency_id
  left join account person on person.tenant_id = step.tenant_id and person.id = step.for_account_id
  left join agency addressee on addressee.tenant_id = step.tenant_id and addressee.id = step.addressee_id
  left join agency next on next.tenant_id = step.tenant_id and next.id = step.next_id
  left join difficulty other on other.tenant_id = step.tenant_id and other.id =
    case when step.difficulty_id = any(${mainIds as string[]}::uuid[]) then step.target_id else step.difficulty_id end
  left join agency raiser on raiser.tenant_id = other.tenant_id and raiser.id = other.agency_id`

const stepOf = ({ difficultyId: _, otherId, otherAgency, at, ...step }: StepRow): StoryStep => ({
  ...step,
  at: at.toISOString(),
  other: otherId && otherAgency ? { id: otherId, agency: otherAgency } : null,
})

/** What has happened to it, and which others went into it and out again. */
export async function listSteps(sql: Sql, tenantId: number, id: string): Promise<StoryStep[]> {
  const rows = await sql<StepRow[]>`
    ${STEP(sql, tenantId, [id])}
    where step.tenant_id = ${tenantId} and (step.difficulty_id = ${id} or step.target_id = ${id})
    order by step.at, step.seq, step.id`
  return rows.map(stepOf)
}

/** The answer in force of each that has one: the last, while nobody has reopened it since. */
export async function listAnswers(
  sql: Sql,
  tenantId: number,
  ids: readonly string[],
): Promise<Map<string, StoryStep>> {
  const rows = await sql<StepRow[]>`
    ${STEP(sql, tenantId, ids)}
    join difficulty on difficulty.tenant_id = step.tenant_id and difficulty.id = step.difficulty_id
    where step.tenant_id = ${tenantId} and step.kind = 'answer' and step.difficulty_id = any(${ids as string[]}::uuid[])
      and difficulty.tenant_id = ${tenantId} and difficulty.status in ('answered', 'closed')
      and step.seq = (select max(last.seq) from difficulty_step last
                      where last.tenant_id = ${tenantId} and last.difficulty_id = difficulty.id and last.kind = 'answer')`
  return new Map(rows.map((row) => [row.difficultyId, stepOf(row)]))
}

export interface LikelyRow {
  id: string
  agencyId: string
  agencyName: string
  text: string
  status: Status
  likeness: number
}

/** As alike as two tellings of one difficulty are; measured on the sample, see the test. */
const ALIKE = 0.25

/** Others of its type, at the same focal agency and still on their way, whose words are like these, the likest first. */
export const listLikely = (
  sql: Sql,
  tenantId: number,
  { id, type, focalId }: Pick<DifficultyRow, 'id' | 'type' | 'focalId'>,
) => sql<LikelyRow[]>`
  select * from (
    select other.id, agency.id as "agencyId", agency.name as "agencyName", other.text, other.status,
           round(similarity(other.search, difficulty.search)::numeric, 2) as likeness
    from difficulty
    join difficulty other on other.tenant_id = difficulty.tenant_id and other.type = ${type} and other.id <> difficulty.id
      and other.status in ('raised', 'sent', 'answered')
    join plan on plan.tenant_id = other.tenant_id and plan.id = other.plan_id and plan.overseer_id = ${focalId}
    join agency on agency.tenant_id = other.tenant_id and agency.id = other.agency_id
    where difficulty.tenant_id = ${tenantId} and difficulty.id = ${id}
  ) alike
  where likeness >= ${ALIKE}
  order by likeness desc, id
  limit 5`

/** Bytes of a paper: only through the step that shows it. */
export async function findFile(
  sql: Sql,
  tenantId: number,
  stepId: string,
  hash: string,
): Promise<{ name: string; media: string; bytes: Uint8Array } | null> {
  const [row] = await sql<{ name: string; media: string; bytes: Uint8Array }[]>`
    select difficulty_file.name, difficulty_file.media, file.bytes from difficulty_file
    join file on file.tenant_id = difficulty_file.tenant_id and file.hash = difficulty_file.hash
    where difficulty_file.tenant_id = ${tenantId} and difficulty_file.step_id = ${stepId}
      and difficulty_file.hash = ${hash}`
  return row ?? null
}
