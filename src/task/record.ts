// Facts about assignments as they are written, whoever writes them (steps.ts: people, acts.ts: decisions): rows opened
// under their locks, then steps, cached columns, the state of the item, counters and audit in one transaction.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor, Capacity } from '../http/actor.ts'
import { auditAll, type Entry } from '../store/audit.ts'
import { asJson, type Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { type CountChanges, counted } from './counts.ts'
import { mediaOf } from './evidence.ts'
import { refreshItems } from './item-queries.ts'
import {
  type FactKind,
  type Folded,
  foldSteps,
  isFinished,
  isOpen,
  type NewItem,
  type PastStep,
  REPORTS_OUTSIDE,
  type Standing,
  type Status,
} from './task.ts'
import type { Figure, StepTaken } from './work.ts'
import { countedState } from './work-state.ts'

export interface Now {
  at: Date
  today: string
}

export interface Locked {
  id: string
  planId: string
  itemId: string
  role: 'lead' | 'coordinating'
  /** What its item is now: work of an item kept as orientation is asked of nobody. */
  outcome: NewItem['outcome']
  agencyId: string
  agencyKind: string
  overseerId: string | null
  givenTo: string
  givenDue: string | null
  givenUnit: string | null
  givenOn: string
  dueOn: string | null
  status: Status
  completedOn: string | null
  version: number
}

/**
 * Takes the rows' locks in one order, so that changes of an assignment follow each other. Assignments are locked before
 * items, items before counters; not against the keys, which rows written meanwhile may refer to.
 */
const lockAssignments = (tx: Sql, tenantId: number, ids: readonly string[]) => tx<Locked[]>`
  select assignment.id, assignment.plan_id as "planId", assignment.item_id as "itemId", assignment.role, item.outcome,
         assignment.agency_id as "agencyId", agency.kind as "agencyKind",
         case when assignment.role = 'coordinating' then coalesce(parent.agency_id, plan.overseer_id)
              else plan.overseer_id end as "overseerId",
         assignment.given_to as "givenTo", assignment.given_due as "givenDue", assignment.given_on as "givenOn",
         assignment.given_unit as "givenUnit", assignment.due_on as "dueOn", assignment.status, assignment.completed_on as "completedOn", assignment.version
  from assignment
  join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
  join plan on plan.tenant_id = assignment.tenant_id and plan.id = assignment.plan_id
  join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
  left join assignment parent on parent.tenant_id = assignment.tenant_id and parent.id = assignment.parent_id
  where assignment.tenant_id = ${tenantId} and assignment.id = any(${ids as string[]}::uuid[])
  order by assignment.id
  for no key update of assignment`

const PAST_STEP = (sql: Sql) => sql`
  kind, account_id as "accountId", on_day as "onDay", percent, happened_on as "happenedOn",
  to_agency_id as "toAgencyId", to_account_id as "toAccountId", due_on as "dueOn"`

/** The steps on file of these assignments, in order. */
export async function listPastSteps(sql: Sql, tenantId: number, ids: readonly string[]) {
  const rows = await sql<(PastStep & { assignmentId: string })[]>`
    select assignment_id as "assignmentId", ${PAST_STEP(sql)} from step
    where tenant_id = ${tenantId} and assignment_id = any(${ids as string[]}::uuid[])
    order by assignment_id, seq`
  const past = new Map<string, PastStep[]>()
  for (const { assignmentId, ...step } of rows) {
    const steps = past.get(assignmentId)
    if (steps) steps.push(step)
    else past.set(assignmentId, [step])
  }
  return past
}

/** Rows locked with what their steps say. */
export interface Opened {
  row: Locked
  past: PastStep[]
  folded: Folded
}

/** Locks these assignments and reads what is on file of them. */
export async function open(tx: Sql, tenantId: number, ids: readonly string[]): Promise<Map<string, Opened>> {
  // Sent together, answered in order: the steps are read once the locks are held.
  const [rows, past] = await Promise.all([
    lockAssignments(tx, tenantId, ids).execute(),
    listPastSteps(tx, tenantId, ids),
  ])
  return new Map(
    rows.map((row) => {
      const steps = past.get(row.id) ?? []
      return [row.id, { row, past: steps, folded: foldSteps(givenOf(row), steps) }]
    }),
  )
}

export const givenOf = ({
  givenTo,
  givenDue,
  givenUnit,
}: Pick<Locked, 'givenTo' | 'givenDue' | 'givenUnit'>) => ({
  agencyId: givenTo,
  dueOn: givenDue,
  unitId: givenUnit,
})

export const isOutside = ({ agencyKind }: Pick<Locked, 'agencyKind'>): boolean =>
  REPORTS_OUTSIDE.includes(agencyKind)

export const standingOf = (row: Pick<Locked, 'overseerId' | 'agencyKind'>, folded: Folded): Standing => ({
  ...folded,
  overseerId: row.overseerId,
  isOutside: isOutside(row),
})

/**
 * A step never counts before the one it follows. Where the clock was set back it counts on that one's day, so that the
 * facts up to any day are a story that can have happened; `at` keeps the moment the clock showed.
 */
export const dayAfter = (past: readonly PastStep[], today: string): string =>
  past.reduce((day, step) => (step.kind !== 'transfer' && step.onDay > day ? step.onDay : day), today)

/** One fact to be written on an opened assignment. */
export interface Fact {
  opened: Opened
  kind: FactKind
  onDay: string
  text: string
  percent?: number | null
  nothing?: boolean
  figures?: readonly Figure[]
  files?: readonly { hash: string; name: string }[]
  toAgencyId?: string | null
  toAccountId?: string | null
  dueOn?: string | null
  happenedOn?: string | null
  /** The capacity it was taken in; null for what a decision writes. */
  capacity: Capacity | null
  batchId: string | null
}

/**
 * Writes the facts, the cached columns, items, counters and audit; the steps' answers in the same order. `changes`: see
 * `counted`.
 */
export async function write(
  tx: Sql,
  actor: Actor,
  facts: readonly Fact[],
  { at }: Now,
  changes?: CountChanges,
): Promise<StepTaken[]> {
  if (facts.length === 0) return []
  const { tenantId } = actor
  const written = facts.map((fact) => ({
    ...(isOutside(fact.opened.row) ? wordless(fact) : fact),
    ...{ id: randomUUID(), now: foldWith(fact, actor) },
  }))
  // Sent together, carried out in this order (`execute` sends; a query alone waits to be awaited).
  await Promise.all([
    insertSteps(tx, actor, written, at).execute(),
    attach(tx, tenantId, written),
    updateCached(tx, tenantId, written).execute(),
    counted(tx, tenantId, changes, (all) => keepCounts(tx, tenantId, written, all)),
    auditAll(tx, actor, at, written.map(entryOf)).execute(),
  ])
  return written.map(({ id, opened, now }) => ({ id, version: opened.row.version + 1, status: now.status }))
}

/** Of what police and army do only days are kept, whoever writes them and from wherever they come. */
const wordless = (fact: Fact): Fact => ({ ...fact, text: '', figures: [], files: [] })

function updateCached(tx: Sql, tenantId: number, written: readonly Written[]) {
  // Of several facts on one assignment the last says where it stands.
  const last = new Map(written.map(({ opened, now }) => [opened.row.id, { ...now, id: opened.row.id }]))
  return tx`
    update assignment set status = now.status, percent = now.percent, completed_on = now."completedOn",
      agency_id = now."agencyId", due_on = now."dueOn", unit_id = now."unitId", person_id = now."personId",
      extension_until = now."extensionUntil", version = assignment.version + 1
    from jsonb_to_recordset(${tx.json(asJson([...last.values()]))}) as now
      (id uuid, status text, percent int, "completedOn" date, "agencyId" uuid, "dueOn" date, "unitId" uuid,
       "personId" uuid, "extensionUntil" date)
    where assignment.tenant_id = ${tenantId} and assignment.id = now.id`
}

const entryOf = ({ id, kind, opened, now, percent, capacity, toAgencyId, dueOn }: Written): Entry => ({
  action: `step.${kind}`,
  subject: ['assignment', opened.row.id],
  detail: {
    ...{ step: id, from: opened.folded.status, to: now.status, percent: percent ?? null },
    ...(capacity?.forAccountId ? { standsInFor: capacity.forAccountId } : {}),
    ...(toAgencyId ? { toAgencyId } : {}),
    ...(dueOn ? { dueOn } : {}),
  },
})

export function pastOf(fact: Fact, { accountId }: Actor): PastStep {
  const { kind, onDay, percent, happenedOn, toAgencyId, toAccountId, dueOn } = fact
  return { kind, onDay, percent: percent ?? null, happenedOn, toAgencyId, toAccountId, dueOn, accountId }
}

export const foldWith = (fact: Fact, actor: Actor): Folded =>
  foldSteps(givenOf(fact.opened.row), [...fact.opened.past, pastOf(fact, actor)])

type Written = Fact & { id: string; now: Folded }

const insertSteps = (tx: Sql, actor: Actor, written: readonly Written[], at: Date) => {
  const rows = written.map(({ opened, capacity, now: _, files: __, figures, nothing, ...fact }) => ({
    ...fact,
    assignmentId: opened.row.id,
    seq: opened.past.length + 1,
    agencyId: capacity ? capacity.agencyId : actor.agencyId,
    forAccountId: capacity?.forAccountId ?? null,
    nothing: nothing ?? false,
    figures: figures ?? [],
  }))
  return tx`
    insert into step (tenant_id, id, assignment_id, seq, kind, account_id, actor, agency_id, at, on_day, text, percent,
                      to_agency_id, to_account_id, due_on, happened_on, for_account_id, nothing, figures, batch_id)
    select ${actor.tenantId}::int, id, "assignmentId", seq, kind, ${actor.accountId}::uuid, ${actor.name}, "agencyId",
           ${at}::timestamptz, "onDay", text, percent, "toAgencyId", "toAccountId", "dueOn", "happenedOn",
           "forAccountId", nothing, figures, "batchId"
    from jsonb_to_recordset(${tx.json(asJson(rows))}) as new
      (id uuid, "assignmentId" uuid, seq int, kind text, "agencyId" uuid, "onDay" date, text text, percent int,
       "toAgencyId" uuid, "toAccountId" uuid, "dueOn" date, "happenedOn" date, "forAccountId" uuid, nothing boolean,
       figures jsonb, "batchId" uuid)`
}

async function attach(tx: Sql, tenantId: number, written: readonly Written[]) {
  const files = written.flatMap(({ id, files = [] }) => {
    // The same bytes twice are one piece of evidence.
    const byHash = new Map(files.map((file) => [file.hash, file]))
    return [...byHash.values()].map((file) => ({ ...file, stepId: id, media: mediaOf(file.name) }))
  })
  if (files.length === 0) return
  const stored = await tx<{ hash: string }[]>`
    insert into step_file (tenant_id, step_id, hash, name, media, size)
    select ${tenantId}::int, new."stepId", file.hash, new.name, new.media, file.size
    from jsonb_to_recordset(${tx.json(asJson(files))}) as new ("stepId" uuid, hash text, name text, media text)
    join file on file.tenant_id = ${tenantId} and file.hash = new.hash
    returning hash`
  const there = new Set(stored.map(({ hash }) => hash))
  const unknown = files.find(({ hash }) => !there.has(hash))
  if (unknown) throw new Refusal('invalid', 'file.unknown', words.task.fileUnknown(unknown.name))
}

async function keepCounts(
  tx: Sql,
  tenantId: number,
  written: readonly Written[],
  changes: CountChanges,
): Promise<void> {
  const items: string[] = []
  for (const { opened, now } of written) {
    const { row, folded } = opened
    const { planId, role } = row
    const place = ({ status, dueOn, completedOn, agencyId }: Folded) => ({
      ...{ planId, role, agencyId, dueOn },
      state: countedState(status, dueOn, completedOn),
    })
    changes.assignment(place(folded), -1)
    changes.assignment(place(now), 1)
    if (role === 'lead' && changesItem(folded, now)) items.push(row.itemId)
  }
  await refreshItems(tx, tenantId, items, changes)
}

/** Whether the item over the assignment may stand differently now. */
const changesItem = (before: Folded, now: Folded): boolean =>
  isOpen(before.status) !== isOpen(now.status) ||
  isFinished(before.status) !== isFinished(now.status) ||
  before.dueOn !== now.dueOn ||
  before.agencyId !== now.agencyId
