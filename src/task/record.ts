// Facts about assignments as they are written: steps that people take, one or many in one act, and what decisions
// write. Each keeps the cached columns, the state of the item, the counters and the audit in its transaction.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor, Capacity } from '../http/actor.ts'
import { auditAll, type Entry } from '../store/audit.ts'
import { asJson, type Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { CountChanges } from './counts.ts'
import { mediaOf } from './evidence.ts'
import { refreshItems } from './item-queries.ts'
import {
  type FactKind,
  type Folded,
  foldSteps,
  isOpen,
  type NewItem,
  type PastStep,
  permit,
  REPORTS_OUTSIDE,
  type Standing,
  type Status,
  textFault,
} from './task.ts'
import type { Figure, StepForm, StepsTaken, StepTaken } from './work.ts'
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

/** Takes the rows' locks in one order, so that changes of an assignment follow each other. */
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
  for update of assignment`

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

async function open(tx: Sql, tenantId: number, ids: readonly string[]): Promise<Map<string, Opened>> {
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

const isOutside = ({ agencyKind }: Pick<Locked, 'agencyKind'>): boolean =>
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
const dayAfter = (past: readonly PastStep[], today: string): string =>
  past.reduce((day, step) => (step.kind !== 'transfer' && step.onDay > day ? step.onDay : day), today)

/** One fact to be written on an opened assignment. */
interface Fact {
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

/** Takes a step on an assignment whose version `seen` is current. Refuses what the table of steps does not allow. */
export async function takeStep(
  tx: Sql,
  actor: Actor,
  assignmentId: string,
  seen: number,
  form: StepForm,
  now: Now,
): Promise<StepTaken> {
  const opened = (await open(tx, actor.tenantId, [assignmentId])).get(assignmentId)
  const fact = factOf(opened, actor, seen, form, now, null)
  if (fact instanceof Refusal) throw fact
  if ((await findStrangers(tx, actor.tenantId, [fact])).size) throw strange()
  const [taken] = await write(tx, actor, [fact], now)
  if (!taken) throw new Error('a step was written and not answered')
  return taken
}

/**
 * Takes the steps that can be taken, in one act; for every other row says why not. A file that is not there refuses
 * the whole: it is wrong for every row.
 */
export async function takeSteps(
  tx: Sql,
  actor: Actor,
  steps: readonly { id: string; version: number; form: StepForm }[],
  now: Now,
): Promise<StepsTaken> {
  const opened = await open(
    tx,
    actor.tenantId,
    steps.map(({ id }) => id),
  )
  const batchId = randomUUID()
  const allowed: Fact[] = []
  const why = new Map<string, string>()
  for (const { id, version, form } of steps) {
    const fact = factOf(opened.get(id), actor, version, form, now, batchId)
    if (fact instanceof Refusal) why.set(id, fact.message)
    else allowed.push(fact)
  }
  const strangers = await findStrangers(tx, actor.tenantId, allowed)
  for (const id of strangers) why.set(id, strange().message)
  const facts = allowed.filter(({ opened: { row } }) => !strangers.has(row.id))
  const taken = await write(tx, actor, facts, now)
  const byId = new Map(facts.map((fact, i) => [fact.opened.row.id, taken[i] ?? null]))
  return {
    results: steps.map(({ id }) => ({ id, taken: byId.get(id) ?? null, why: why.get(id) ?? null })),
  }
}

function factOf(
  opened: Opened | undefined,
  actor: Actor,
  seen: number,
  form: StepForm,
  { today }: Now,
  batchId: string | null,
): Fact | Refusal {
  if (!opened) return new Refusal('missing', 'work.missing', words.refusal.missing)
  const { row, folded } = opened
  if (row.version !== seen) return new Refusal('stale', 'work.stale', words.refusal.stale)
  const capacity = permit(form.kind, standingOf(row, folded), actor)
  if ('why' in capacity) return new Refusal(capacity.kind, `step.${form.kind}`, capacity.why)
  if (form.kind === 'reopen' && row.outcome !== 'assign' && row.outcome !== 'each')
    return new Refusal('conflict', 'step.reopen.untracked', words.task.untracked)
  const text = 'text' in form ? form.text : ''
  const wrongText = textFault(form.kind, text, isOutside(row))
  if (wrongText)
    return new Refusal('invalid', `step.${form.kind}.text`, wrongText, [{ at: 'text', message: wrongText }])
  const wrongDay = dayFault(form, { ...folded, givenOn: row.givenOn }, today)
  if (wrongDay) return new Refusal('invalid', `step.${form.kind}.day`, wrongDay)
  const fact = { opened, kind: form.kind, onDay: dayAfter(opened.past, today), capacity, batchId }
  switch (form.kind) {
    case 'assign':
      return { ...fact, text, toAgencyId: form.toAgencyId, toAccountId: form.toAccountId }
    case 'report':
      return {
        ...fact,
        text,
        percent: form.percent,
        nothing: form.nothing,
        figures: form.figures,
        files: form.files,
      }
    case 'report-outside':
      return { ...fact, text, happenedOn: form.happenedOn }
    case 'ask-extension':
    case 'extend':
    case 'resume':
      return { ...fact, text, dueOn: form.until }
    default:
      return { ...fact, text }
  }
}

/** What is wrong with the day of a form, in a sentence; null when nothing is. */
function dayFault(
  form: StepForm,
  { dueOn, givenOn }: Pick<Folded, 'dueOn'> & Pick<Locked, 'givenOn'>,
  today: string,
): string | null {
  switch (form.kind) {
    case 'report-outside':
      if (form.happenedOn < givenOn) return words.steps.beforeGiven(givenOn)
      return form.happenedOn > today ? words.task.dayAhead : null
    case 'ask-extension':
      return dueOn === null ? words.task.noDueToExtend : laterDay(form.until, dueOn, today)
    case 'extend':
    case 'resume':
      return form.until === null ? null : laterDay(form.until, dueOn, today)
    default:
      return null
  }
}

function laterDay(until: string, dueOn: string | null, today: string): string | null {
  if (dueOn !== null && until <= dueOn) return words.task.extensionEarlier(dueOn)
  return until < today ? words.steps.untilPast : null
}

const strange = () => new Refusal('invalid', 'step.assign.stranger', words.task.assignStranger)

/**
 * Assignments that would be laid on somebody from elsewhere: work is given to people and units of the agency that
 * bears it, and to nobody else.
 */
async function findStrangers(tx: Sql, tenantId: number, facts: readonly Fact[]): Promise<Set<string>> {
  const given = facts.filter(({ kind }) => kind === 'assign')
  if (given.length === 0) return new Set()
  const wanted = given.map(({ opened, toAccountId, toAgencyId }) => ({
    id: opened.row.id,
    agencyId: opened.row.agencyId,
    toAccountId,
    toAgencyId,
  }))
  const strangers = await tx<{ id: string }[]>`
    select wanted.id from jsonb_to_recordset(${tx.json(asJson(wanted))}) as wanted
      (id uuid, "agencyId" uuid, "toAccountId" uuid, "toAgencyId" uuid)
    left join agency unit on unit.tenant_id = ${tenantId} and unit.id = wanted."toAgencyId"
      and unit.parent_id = wanted."agencyId" and unit.kind = 'unit'
    left join account on account.tenant_id = ${tenantId} and account.id = wanted."toAccountId" and account.is_active
    left join agency own on own.tenant_id = ${tenantId} and own.id = account.agency_id
      and (own.id = wanted."agencyId" or (own.parent_id = wanted."agencyId" and own.kind = 'unit'))
    where (wanted."toAgencyId" is not null and unit.id is null)
       or (wanted."toAccountId" is not null and own.id is null)`
  return new Set(strangers.map(({ id }) => id))
}

/** Passes open assignments to another agency from a day on, by one decision; what is done or closed stays. */
export async function transferWork(
  tx: Sql,
  actor: Actor,
  {
    ids,
    to,
    onDay,
    text,
    batchId,
  }: { ids: readonly string[]; to: string; onDay: string; text: string; batchId: string },
  now: Now,
): Promise<number> {
  const facts = [...(await open(tx, actor.tenantId, ids)).values()]
    .filter(({ row, folded }) => isOpen(folded.status) && row.agencyId !== to)
    .map(
      (opened): Fact => ({
        opened,
        kind: 'transfer',
        // A fact never stands before the day on which the work was given.
        onDay: onDay < opened.row.givenOn ? opened.row.givenOn : onDay,
        text,
        toAgencyId: to,
        capacity: null,
        batchId,
      }),
    )
  return (await write(tx, actor, facts, now)).length
}

/** Lays open work on another person of its agency, by one decision: whoever answered for it leaves. */
export async function reassignWork(
  tx: Sql,
  actor: Actor,
  {
    ids,
    to,
    text,
    batchId,
    capacity,
  }: {
    ids: readonly string[]
    /** `unitId` is the internal unit the person belongs to; with none, the work stays with the unit it has. */
    to: { accountId: string; unitId: string | null }
    text: string
    batchId: string
    capacity: Capacity | null
  },
  now: Now,
): Promise<number> {
  const facts = [...(await open(tx, actor.tenantId, ids)).values()]
    .filter(({ folded }) => isOpen(folded.status))
    .map(
      (opened): Fact => ({
        ...{ opened, kind: 'assign', capacity, batchId, toAccountId: to.accountId },
        text,
        onDay: dayAfter(opened.past, now.today),
        toAgencyId: to.unitId ?? opened.folded.unitId,
      }),
    )
  return (await write(tx, actor, facts, now)).length
}

/** Closes open assignments from a day on, by a decision that gives the work to others instead. */
export async function closeWork(
  tx: Sql,
  actor: Actor,
  { ids, onDay, text, batchId }: { ids: readonly string[]; onDay: string; text: string; batchId: string },
  now: Now,
): Promise<number> {
  const facts = [...(await open(tx, actor.tenantId, ids)).values()]
    .filter(({ folded }) => isOpen(folded.status))
    .map(
      (opened): Fact => ({
        ...{ opened, kind: 'close', text, capacity: null, batchId },
        onDay: onDay < opened.row.givenOn ? opened.row.givenOn : onDay,
      }),
    )
  return (await write(tx, actor, facts, now)).length
}

/** Opens closed assignments again, by a decision that asks for the work after all. */
export async function reopenWork(
  tx: Sql,
  actor: Actor,
  { ids, text, batchId }: { ids: readonly string[]; text: string; batchId: string },
  now: Now,
): Promise<number> {
  const facts = [...(await open(tx, actor.tenantId, ids)).values()]
    .filter(({ folded }) => folded.status === 'closed')
    .map(
      (opened): Fact => ({
        ...{ opened, kind: 'reopen', text, capacity: null, batchId },
        onDay: dayAfter(opened.past, now.today),
      }),
    )
  return (await write(tx, actor, facts, now)).length
}

/**
 * Gives open assignments another day: an event was recorded, or a deadline had been misread. The correction of a
 * misreading (`ended`) puts done ones right as well.
 */
export async function scheduleWork(
  tx: Sql,
  actor: Actor,
  {
    ids,
    dueOn,
    text,
    batchId,
    ended = false,
  }: { ids: readonly string[]; dueOn: string | null; text: string; batchId: string; ended?: boolean },
  now: Now,
): Promise<number> {
  const mayMove = (status: Status) => isOpen(status) || (ended && status === 'done')
  const facts = [...(await open(tx, actor.tenantId, ids)).values()]
    .filter(({ row, folded }) => mayMove(folded.status) && row.dueOn !== dueOn)
    .map(
      (opened): Fact => ({
        ...{ opened, kind: 'schedule', text, dueOn, capacity: null, batchId },
        onDay: dayAfter(opened.past, now.today),
      }),
    )
  return (await write(tx, actor, facts, now)).length
}

/** One step of work that was tracked elsewhere before: `onDay` is the day it counts from. */
export interface PastFact {
  kind: 'receive' | 'report' | 'report-outside' | 'approve' | 'confirm' | 'suspend' | 'close'
  text: string
  percent: number | null
  happenedOn: string | null
}

/**
 * Writes the state in which work comes from elsewhere, as steps of whoever imports it; what stands in the table of
 * steps still holds (a fold that does not fit throws). Assignments by id, each with its steps in order.
 */
export async function importSteps(
  tx: Sql,
  actor: Actor,
  states: ReadonlyMap<string, readonly PastFact[]>,
  now: Now,
): Promise<void> {
  const batchId = randomUUID()
  const opened = await open(tx, actor.tenantId, [...states.keys()])
  const facts = [...opened.values()].flatMap((one) => {
    let last = one
    return (states.get(one.row.id) ?? []).map((step): Fact => {
      const onDay = dayAfter(last.past, now.today)
      const fact: Fact = { ...step, opened: last, onDay, capacity: null, batchId }
      // Each follows on what the one before left, all in one writing.
      last = { row: one.row, past: [...last.past, pastOf(fact, actor)], folded: foldWith(fact, actor) }
      return fact
    })
  })
  await write(tx, actor, facts, now)
}

/** Writes the facts, the cached columns, items, counters and audit; the steps' answers in the same order. */
async function write(tx: Sql, actor: Actor, facts: readonly Fact[], { at }: Now): Promise<StepTaken[]> {
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
    keepCounts(tx, tenantId, written),
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

function pastOf(fact: Fact, { accountId }: Actor): PastStep {
  const { kind, onDay, percent, happenedOn, toAgencyId, toAccountId, dueOn } = fact
  return { kind, onDay, percent: percent ?? null, happenedOn, toAgencyId, toAccountId, dueOn, accountId }
}

const foldWith = (fact: Fact, actor: Actor): Folded =>
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

async function keepCounts(tx: Sql, tenantId: number, written: readonly Written[]) {
  const changes = new CountChanges()
  const touched = new Set<string>()
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
    touched.add(folded.agencyId).add(now.agencyId)
    if (role === 'lead' && changesItem(folded, now)) items.push(row.itemId)
  }
  await refreshItems(tx, tenantId, items, changes, touched)
  await changes.write(tx, tenantId, touched)
}

/** Whether the item over the assignment may stand differently now. */
const changesItem = (before: Folded, now: Folded): boolean =>
  isOpen(before.status) !== isOpen(now.status) ||
  before.dueOn !== now.dueOn ||
  before.agencyId !== now.agencyId
