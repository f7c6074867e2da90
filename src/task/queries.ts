// Work as it is written: assignments made by publishing, steps taken, counters kept. Reading: worklist.ts, assignment.ts.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { audit } from '../store/audit.ts'
import { asJson, type Sql } from '../store/database.ts'
import { words } from '../vocabulary/words.ts'
import { mediaOf } from './evidence.ts'
import {
  type Doer,
  foldSteps,
  type NewItem,
  type PastStep,
  refusalOf,
  type Status,
  type StepKind,
} from './task.ts'
import type { StepForm, StepTaken } from './work.ts'
import { countedState } from './work-state.ts'

const UNDATED: readonly string[] = ['annual', 'ongoing', 'conditional', 'none']

/** The last day that binds: recurring, open-ended and conditional duties have none until somebody sets one. */
const dueOn = ({ due }: NewItem): string | null => (UNDATED.includes(due.kind) ? null : due.to)

/** Writes the items of a plan with their coordinating agencies and assignments; returns the number of assignments. */
export async function createWork(
  tx: Sql,
  tenantId: number,
  planId: string,
  items: readonly NewItem[],
  at: Date,
): Promise<number> {
  const rows = items.map(({ due, bearers, coordinators, ...item }) => ({
    ...item,
    dueText: due.text,
    dueKind: due.kind,
    dueFrom: due.from,
    dueTo: due.to,
  }))
  // JSON, because PostgreSQL's own arrays cannot hold rows of names of different lengths.
  await tx`
    insert into item (tenant_id, id, plan_id, ordinal, section, origin, outcome, quote, spans, lead_printed,
                      coordinating_printed, deliverables, due_text, due_kind, due_from, due_to, merged_into)
    select ${tenantId}::int, id, ${planId}::uuid, ordinal, section, origin, outcome, quote, spans, "leadPrinted",
           "coordinatingPrinted", deliverables, "dueText", "dueKind", "dueFrom", "dueTo", "mergedInto"
    from jsonb_to_recordset(${tx.json(asJson(rows))}) as new
      (id uuid, ordinal int, section text, origin text, outcome text, quote text, spans jsonb, "leadPrinted" text[],
       "coordinatingPrinted" text[], deliverables text[], "dueText" text, "dueKind" text, "dueFrom" date, "dueTo" date,
       "mergedInto" uuid)`
  const coordinating = items.flatMap((item) =>
    item.coordinators.map((agencyId) => ({ itemId: item.id, agencyId })),
  )
  await tx`
    insert into item_coordinating (tenant_id, item_id, agency_id)
    select ${tenantId}::int, "itemId", "agencyId"
    from jsonb_to_recordset(${tx.json(asJson(coordinating))}) as new ("itemId" uuid, "agencyId" uuid)`
  const assignments = items.flatMap((item) =>
    item.bearers.map((agencyId) => ({
      id: randomUUID(),
      itemId: item.id,
      agencyId,
      ordinal: item.ordinal,
      dueOn: dueOn(item),
    })),
  )
  await tx`
    insert into assignment (tenant_id, id, plan_id, item_id, agency_id, ordinal, due_on, status, created_at)
    select ${tenantId}::int, id, ${planId}::uuid, "itemId", "agencyId", ordinal, "dueOn", 'assigned', ${at}::timestamptz
    from jsonb_to_recordset(${tx.json(asJson(assignments))}) as new
      (id uuid, "itemId" uuid, "agencyId" uuid, ordinal int, "dueOn" date)`
  await tx`
    insert into assignment_count (tenant_id, plan_id, agency_id, due_on, state, n)
    select ${tenantId}::int, ${planId}::uuid, "agencyId", coalesce("dueOn", 'infinity'), 'assigned', count(*)
    from jsonb_to_recordset(${tx.json(asJson(assignments))}) as new ("agencyId" uuid, "dueOn" date)
    group by "agencyId", "dueOn"
    order by "agencyId", "dueOn"
    on conflict (tenant_id, plan_id, agency_id, due_on, state) do update set n = assignment_count.n + excluded.n`
  return assignments.length
}

interface Locked {
  planId: string
  agencyId: string
  overseerId: string | null
  dueOn: string | null
  status: Status
  completedOn: string | null
  version: number
}

/** Takes the row's lock, so that steps on one assignment follow each other. */
async function lockAssignment(tx: Sql, tenantId: number, id: string): Promise<Locked> {
  const [row] = await tx<Locked[]>`
    select assignment.plan_id as "planId", assignment.agency_id as "agencyId", plan.overseer_id as "overseerId",
           assignment.due_on as "dueOn", assignment.status, assignment.completed_on as "completedOn", assignment.version
    from assignment
    join plan on plan.tenant_id = assignment.tenant_id and plan.id = assignment.plan_id
    where assignment.tenant_id = ${tenantId} and assignment.id = ${id}
    for update of assignment`
  if (!row) throw new Refusal('missing', 'work.missing', words.refusal.missing)
  return row
}

export const listPastSteps = (sql: Sql, tenantId: number, assignmentId: string) => sql<PastStep[]>`
  select kind, account_id as "accountId", on_day as "onDay", percent from step
  where tenant_id = ${tenantId} and assignment_id = ${assignmentId}
  order by seq`

/** The person as the rules of the steps see them: with the agency their internal unit belongs to. */
export async function findDoer(sql: Sql, actor: Actor): Promise<Doer> {
  const { accountId, role, agencyId, tenantId } = actor
  const [unit] = await sql<{ parentId: string | null }[]>`
    select parent_id as "parentId" from agency
    where tenant_id = ${tenantId} and id = ${agencyId} and kind = 'unit'`
  return { accountId, role, agencyId, unitOf: unit?.parentId ?? null }
}

/** Takes a step on an assignment whose version `seen` is current; keeps the cached columns, the counters and the audit. */
export async function takeStep(
  tx: Sql,
  actor: Actor,
  assignmentId: string,
  seen: number,
  form: StepForm,
  { at, today }: { at: Date; today: string },
): Promise<StepTaken> {
  const { tenantId } = actor
  const locked = await lockAssignment(tx, tenantId, assignmentId)
  if (locked.version !== seen) throw new Refusal('stale', 'work.stale', words.refusal.stale)
  const past = await listPastSteps(tx, tenantId, assignmentId)
  const before = foldSteps(past)
  const refused = refusalOf(form.kind, { ...locked, author: before.author }, await findDoer(tx, actor))
  if (refused) throw new Refusal(refused.kind, `step.${form.kind}`, refused.why)

  const percent = form.kind === 'report' ? form.percent : null
  const text = 'text' in form ? form.text : ''
  const taken: PastStep = { kind: form.kind, accountId: actor.accountId, onDay: today, percent }
  const now = foldSteps([...past, taken])
  const id = randomUUID()
  await tx`
    insert into step (tenant_id, id, assignment_id, seq, kind, account_id, actor, agency_id, at, on_day, text, percent)
    values (${tenantId}, ${id}, ${assignmentId}, ${past.length + 1}, ${form.kind}, ${actor.accountId}, ${actor.name},
            ${actor.agencyId}, ${at}, ${today}, ${text}, ${percent})`
  if (form.kind === 'report') await attach(tx, tenantId, id, form.files)
  await tx`
    update assignment set status = ${now.status}, percent = ${now.percent}, completed_on = ${now.completedOn},
      version = ${seen + 1}
    where tenant_id = ${tenantId} and id = ${assignmentId}`
  await moveCount(
    tx,
    tenantId,
    locked,
    countedState(locked.status, locked.dueOn, locked.completedOn),
    countedState(now.status, locked.dueOn, now.completedOn),
  )
  const detail = { step: id, from: before.status, to: now.status, percent }
  await audit(tx, actor, at, `step.${form.kind satisfies StepKind}`, ['assignment', assignmentId], detail)
  return { id, version: seen + 1, status: now.status }
}

async function attach(tx: Sql, tenantId: number, stepId: string, files: { hash: string; name: string }[]) {
  // The same bytes twice are one piece of evidence.
  const byHash = new Map(files.map((file) => [file.hash, { ...file, media: mediaOf(file.name) }]))
  const stored = await tx<{ hash: string }[]>`
    insert into step_file (tenant_id, step_id, hash, name, media, size)
    select ${tenantId}::int, ${stepId}::uuid, file.hash, new.name, new.media, file.size
    from jsonb_to_recordset(${tx.json(asJson([...byHash.values()]))}) as new (hash text, name text, media text)
    join file on file.tenant_id = ${tenantId} and file.hash = new.hash
    returning hash`
  const there = new Set(stored.map(({ hash }) => hash))
  const unknown = [...byHash.values()].find(({ hash }) => !there.has(hash))
  if (unknown) throw new Refusal('invalid', 'file.unknown', words.task.fileUnknown(unknown.name))
}

/** One statement in a fixed order of rows, so that two steps at once wait for each other and never in a circle. */
async function moveCount(
  tx: Sql,
  tenantId: number,
  { planId, agencyId, dueOn }: Locked,
  from: string,
  to: string,
) {
  if (from === to) return
  await tx`
    insert into assignment_count (tenant_id, plan_id, agency_id, due_on, state, n)
    select ${tenantId}::int, ${planId}::uuid, ${agencyId}::uuid, ${dueOn ?? 'infinity'}::date, state, n
    from (values (${from}::text, -1), (${to}::text, 1)) as change (state, n)
    order by state
    on conflict (tenant_id, plan_id, agency_id, due_on, state) do update set n = assignment_count.n + excluded.n`
}

/** `countedState` as the database says it, for a row of assignment. */
export const COUNTED_STATE = (sql: Sql) => sql`
  case when assignment.status not in ('approved', 'done') then assignment.status
       when assignment.completed_on > assignment.due_on then assignment.status || '-late'
       else assignment.status || '-on-time' end`

/** The counters as the assignments say, for checking and repair. */
export async function rebuildCounts(tx: Sql, tenantId: number): Promise<void> {
  await tx`delete from assignment_count where tenant_id = ${tenantId}`
  await tx`
    insert into assignment_count (tenant_id, plan_id, agency_id, due_on, state, n)
    select tenant_id, plan_id, agency_id, coalesce(due_on, 'infinity'),
           ${COUNTED_STATE(tx)}, count(*)
    from assignment where tenant_id = ${tenantId}
    group by 1, 2, 3, 4, 5`
}
