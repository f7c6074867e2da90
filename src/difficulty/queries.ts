// Difficulties as they are written: raised, steps taken, handed upwards by the clock. Reading: listing.ts, story.ts.
import { randomUUID } from 'node:crypto'
import { addWorkingDays } from '../base/calendar.ts'
import { Refusal } from '../base/refusal.ts'
import type { Actor, Capacity } from '../http/actor.ts'
import { audit, type ChangedBy } from '../store/audit.ts'
import { asJson, type Sql } from '../store/database.ts'
import { type CountChanges, counted } from '../task/counts.ts'
import { mediaOf } from '../task/evidence.ts'
import type { Now } from '../task/record.ts'
import { isOpen, REPORTS_OUTSIDE, type Status as WorkStatus } from '../task/task.ts'
import type { DifficultyType } from '../vocabulary/difficulty-type.ts'
import * as words from '../vocabulary/words.ts'
import { readCalendar } from '../working-day/queries.ts'
import {
  type Bearing,
  type FactKind,
  type Folded,
  foldSteps,
  type PastStep,
  permit,
  permitRaise,
  type Standing,
} from './difficulty.ts'
import type { RaiseForm, StepForm, StepTaken } from './exchange.ts'

/** The assignments as the rule of raising sees them; fewer than asked for when some are not there. */
export async function listBearings(
  sql: Sql,
  tenantId: number,
  assignmentIds: readonly string[],
): Promise<(Bearing & { id: string; planId: string })[]> {
  const rows = await sql<
    {
      id: string
      planId: string
      agencyId: string
      overseerId: string | null
      kind: string
      status: WorkStatus
    }[]
  >`
    select assignment.id, assignment.plan_id as "planId", assignment.agency_id as "agencyId",
           plan.overseer_id as "overseerId", agency.kind, assignment.status
    from assignment
    join plan on plan.tenant_id = assignment.tenant_id and plan.id = assignment.plan_id
    join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
    where assignment.tenant_id = ${tenantId} and assignment.id = any(${assignmentIds as string[]}::uuid[])
    order by plan.published_at, assignment.ordinal, assignment.id`
  return rows.map(({ kind, status, ...row }) => ({
    ...row,
    isOutside: REPORTS_OUTSIDE.includes(kind),
    isOpen: isOpen(status),
  }))
}

/** What a step writes beyond who took it and when. */
interface Fact {
  kind: FactKind
  text?: string
  type?: DifficultyType | null
  targetId?: string | null
  addresseeId?: string | null
  days?: number | null
  dueOn?: string | null
  nextId?: string | null
  nextDays?: number | null
  documentNumber?: string | null
  documentOn?: string | null
}

/** Who takes it; null is the clock itself. */
type By = { actor: Actor; capacity: Capacity } | null

/** Raises a difficulty. Refuses when the assignments are not this person's to speak for, or not of one focal agency. */
export async function raiseDifficulty(
  tx: Sql,
  actor: Actor,
  form: RaiseForm,
  when: Now,
): Promise<{ id: string; version: number }> {
  const { tenantId } = actor
  const ids = [...new Set(form.assignmentIds)]
  const bearings = await listBearings(tx, tenantId, ids)
  if (bearings.length < ids.length) throw new Refusal('missing', 'work.missing', words.refusal.missing)
  const capacity = permitRaise(bearings, actor.capacities)
  if ('why' in capacity) throw new Refusal(capacity.kind, 'difficulty.raise', capacity.why)
  const [first] = bearings
  if (!first) throw new Error('a difficulty without an assignment passed the rules')
  const id = randomUUID()
  const { at, today } = when
  await tx`
    insert into difficulty (tenant_id, id, plan_id, agency_id, type, text, proposal, raised_on, created_at, status, waiting_since)
    values (${tenantId}, ${id}, ${first.planId}, ${first.agencyId}, ${form.type}, ${form.text}, ${form.proposal},
            ${today}, ${at}, 'raised', ${today})`
  await tx`
    insert into difficulty_assignment (tenant_id, difficulty_id, assignment_id)
    select ${tenantId}::int, ${id}::uuid, unnest(${ids}::uuid[])`
  const step = await insertStep(
    tx,
    tenantId,
    id,
    1,
    { actor, capacity },
    { kind: 'raise', type: form.type },
    when,
  )
  await attach(tx, tenantId, step, form.files)
  await touch(tx, tenantId, first.agencyId)
  await audit(tx, actor, at, 'difficulty.raise', ['difficulty', id], { type: form.type, assignments: ids })
  return { id, version: 1 }
}

/** Whoever keeps an answer computed from the work hears that it changed. */
const touch = (tx: Sql, tenantId: number, agencyId: string, shared?: CountChanges) =>
  counted(tx, tenantId, shared, async (changes) => changes.touch(agencyId))

interface Locked extends Folded {
  id: string
  agencyId: string
  planId: string
  focalId: string | null
  version: number
}

/** Takes the rows' locks in the order of their ids, so that two joins at once wait for each other and never in a circle. */
async function lockDifficulties(
  tx: Sql,
  tenantId: number,
  ids: readonly string[],
): Promise<Map<string, Locked>> {
  const rows = await tx<Locked[]>`
    select difficulty.id, difficulty.agency_id as "agencyId", difficulty.plan_id as "planId", plan.overseer_id as "focalId", difficulty.status,
           difficulty.type, difficulty.joined_into as "joinedInto", difficulty.addressee_id as "addresseeId",
           difficulty.due_on as "dueOn", difficulty.next_id as "nextId", difficulty.next_days as "nextDays",
           difficulty.with_leaders as "withLeaders", difficulty.waiting_since as "waitingSince", difficulty.version
    from difficulty
    join plan on plan.tenant_id = difficulty.tenant_id and plan.id = difficulty.plan_id
    where difficulty.tenant_id = ${tenantId} and difficulty.id = any(${ids as string[]}::uuid[])
    order by difficulty.id
    for no key update of difficulty`
  return new Map(rows.map((row) => [row.id, row]))
}

/** Agencies that bear the assignments of a difficulty now, and those of the difficulties joined into it. */
export async function findRaisers(
  sql: Sql,
  tenantId: number,
  id: string,
): Promise<Pick<Standing, 'raiserIds' | 'joinedRaiserIds'>> {
  const rows = await sql<{ agencyId: string; isOwn: boolean }[]>`
    select distinct assignment.agency_id as "agencyId", difficulty.id = ${id} as "isOwn"
    from difficulty
    join difficulty_assignment on difficulty_assignment.tenant_id = difficulty.tenant_id
      and difficulty_assignment.difficulty_id = difficulty.id
    join assignment on assignment.tenant_id = difficulty_assignment.tenant_id
      and assignment.id = difficulty_assignment.assignment_id
    where difficulty.tenant_id = ${tenantId} and (difficulty.id = ${id} or difficulty.joined_into = ${id})`
  const of = (isOwn: boolean) => rows.filter((row) => row.isOwn === isOwn).map(({ agencyId }) => agencyId)
  return { raiserIds: of(true), joinedRaiserIds: of(false) }
}

const listPastSteps = (sql: Sql, tenantId: number, id: string) => sql<PastStep[]>`
  select kind, on_day as "onDay", type, target_id as "targetId", addressee_id as "addresseeId", due_on as "dueOn",
         next_id as "nextId", next_days as "nextDays"
  from difficulty_step where tenant_id = ${tenantId} and difficulty_id = ${id}
  order by seq`

/** Takes a step on a difficulty whose version `seen` is current; keeps the cached columns and the audit. */
export async function takeStep(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  form: StepForm,
  when: Now,
): Promise<StepTaken> {
  const { tenantId } = actor
  const ids = form.kind === 'join' ? [id, form.targetId] : [id]
  const rows = await lockDifficulties(tx, tenantId, ids)
  const locked = rows.get(id)
  if (!locked) throw new Refusal('missing', 'difficulty.missing', words.refusal.missing)
  if (locked.version !== seen) throw new Refusal('stale', 'difficulty.stale', words.refusal.stale)
  const standing = { ...locked, ...(await findRaisers(tx, tenantId, id)) }
  const capacity = permit(form.kind, standing, actor.capacities)
  if ('why' in capacity) throw new Refusal(capacity.kind, `difficulty.${form.kind}`, capacity.why)
  const fact = await factOf(tx, tenantId, form, locked, rows, when.today)
  const taken = await record(tx, tenantId, locked, { actor, capacity }, fact, when)
  if (form.kind === 'answer') await attach(tx, tenantId, taken.id, form.files)
  await audit(tx, actor, when.at, `difficulty.${form.kind}`, ['difficulty', id], {
    ...{ step: taken.id, from: locked.status, to: taken.status },
    ...fact,
  })
  return taken
}

/** Writes the fact behind those on file and brings the cached columns up to the new fold. */
async function record(
  tx: Sql,
  tenantId: number,
  { id, agencyId, version }: Pick<Locked, 'id' | 'agencyId' | 'version'>,
  by: By,
  fact: Fact,
  when: Now,
  shared?: CountChanges,
): Promise<StepTaken> {
  const past = await listPastSteps(tx, tenantId, id)
  const { type, targetId, addresseeId, dueOn, nextId, nextDays } = { ...NOTHING, ...fact }
  const now = foldSteps([
    ...past,
    { kind: fact.kind, onDay: when.today, type, targetId, addresseeId, dueOn, nextId, nextDays },
  ])
  const step = await insertStep(tx, tenantId, id, past.length + 1, by, fact, when)
  await tx`
    update difficulty set status = ${now.status}, type = ${now.type}, joined_into = ${now.joinedInto},
      addressee_id = ${now.addresseeId}, due_on = ${now.dueOn}, next_id = ${now.nextId}, next_days = ${now.nextDays},
      with_leaders = ${now.withLeaders}, waiting_since = ${now.waitingSince}, version = ${version + 1}
    where tenant_id = ${tenantId} and id = ${id}`
  await touch(tx, tenantId, agencyId, shared)
  return { id: step, version: version + 1, status: now.status }
}

const NOTHING = {
  ...{ text: '', type: null, targetId: null, addresseeId: null, days: null, dueOn: null },
  ...{ nextId: null, nextDays: null, documentNumber: null, documentOn: null },
} satisfies Partial<Fact>

async function insertStep(
  tx: Sql,
  tenantId: number,
  difficultyId: string,
  seq: number,
  by: By,
  fact: Fact,
  { at, today }: Now,
): Promise<string> {
  const id = randomUUID()
  const full = { ...NOTHING, ...fact }
  await tx`
    insert into difficulty_step (tenant_id, id, difficulty_id, seq, kind, account_id, for_account_id, actor, agency_id,
                                 at, on_day, text, type, target_id, addressee_id, days, due_on, next_id, next_days,
                                 document_number, document_on)
    values (${tenantId}, ${id}, ${difficultyId}, ${seq}, ${full.kind}, ${by?.actor.accountId ?? null},
            ${by?.capacity.forAccountId ?? null}, ${by?.actor.name ?? words.difficulty.clockActor},
            ${by?.capacity.agencyId ?? null}, ${at}, ${today}, ${full.text}, ${full.type}, ${full.targetId},
            ${full.addresseeId}, ${full.days}, ${full.dueOn}, ${full.nextId}, ${full.nextDays}, ${full.documentNumber},
            ${full.documentOn})`
  return id
}

/** What the form means on this day, or why it cannot be meant. */
async function factOf(
  tx: Sql,
  tenantId: number,
  form: StepForm,
  locked: Locked,
  rows: ReadonlyMap<string, Locked>,
  today: string,
): Promise<Fact> {
  switch (form.kind) {
    case 'join':
      await refuseJoin(tx, tenantId, locked, rows.get(form.targetId))
      return { kind: 'join', targetId: form.targetId }
    case 'unjoin':
      return { ...form, targetId: locked.joinedInto }
    case 'withdraw':
      if (await hasJoined(tx, tenantId, locked.id))
        throw new Refusal('conflict', 'difficulty.has-joined', words.difficulty.withdrawJoined)
      return form
    case 'send':
      await refuseAddressees(tx, tenantId, form, locked)
      return { ...form, dueOn: await dueAfter(tx, tenantId, today, form.days) }
    case 'extend': {
      // A day that has gone by is no beginning: more time begins today.
      const from = locked.dueOn !== null && locked.dueOn > today ? locked.dueOn : today
      return { ...form, dueOn: await dueAfter(tx, tenantId, from, form.days) }
    }
    case 'answer': {
      if (form.documentOn !== null && form.documentOn > today) {
        const message = words.difficulty.documentTomorrow
        throw new Refusal('invalid', 'difficulty.document-on', message, [{ at: 'documentOn', message }])
      }
      const { files: _, documentNumber, ...fact } = form
      return { ...fact, documentNumber: documentNumber || null }
    }
    default:
      return form
  }
}

async function hasJoined(tx: Sql, tenantId: number, id: string): Promise<boolean> {
  const [row] =
    await tx`select 1 from difficulty where tenant_id = ${tenantId} and joined_into = ${id} limit 1`
  return row !== undefined
}

/** Into another one that is still on its way, of the same focal agency; never in a chain, never into itself. */
async function refuseJoin(tx: Sql, tenantId: number, locked: Locked, target: Locked | undefined) {
  const refuse = (code: string, why: string) => new Refusal('conflict', `difficulty.join-${code}`, why)
  if (!target) throw new Refusal('missing', 'difficulty.missing', words.refusal.missing)
  if (target.id === locked.id) throw refuse('self', words.difficulty.joinSelf)
  if (!['raised', 'sent', 'answered'].includes(target.status))
    throw refuse('status', words.difficulty.joinTarget(target.status))
  if (target.focalId !== locked.focalId) throw refuse('focal', words.difficulty.joinFocal)
  if (await hasJoined(tx, tenantId, locked.id)) throw refuse('chain', words.difficulty.joinChain)
}

async function refuseAddressees(
  tx: Sql,
  tenantId: number,
  { addresseeId, nextId }: { addresseeId: string; nextId: string | null },
  locked: Locked,
) {
  const ids = [addresseeId, ...(nextId ? [nextId] : [])]
  const known = await tx<{ id: string }[]>`
    select id from agency
    where tenant_id = ${tenantId} and id = any(${ids}::uuid[]) and ended_on is null and kind <> 'unit'`
  if (known.length < ids.length) {
    const message = words.difficulty.addresseeGone
    throw new Refusal('invalid', 'difficulty.addressee', message, [{ at: 'addresseeId', message }])
  }
  // To send it there again would only wind the clock back: that is an extension, with its reason.
  if (locked.addresseeId === addresseeId)
    throw new Refusal('conflict', 'difficulty.sent-there', words.difficulty.sentThere)
}

/** Far enough that any clock ends within it. */
const HORIZON = '2100-12-31'

/** The last day of a clock of so many working days that begins on `from`. */
export async function dueAfter(tx: Sql, tenantId: number, from: string, days: number): Promise<string> {
  const { isOff } = await readCalendar(tx, tenantId, from, HORIZON)
  return addWorkingDays(from, days, isOff)
}

async function attach(tx: Sql, tenantId: number, stepId: string, files: { hash: string; name: string }[]) {
  // The same bytes twice are one paper.
  const byHash = new Map(files.map((file) => [file.hash, { ...file, media: mediaOf(file.name) }]))
  const stored = await tx<{ hash: string }[]>`
    insert into difficulty_file (tenant_id, step_id, hash, name, media, size)
    select ${tenantId}::int, ${stepId}::uuid, file.hash, new.name, new.media, file.size
    from jsonb_to_recordset(${tx.json(asJson([...byHash.values()]))}) as new (hash text, name text, media text)
    join file on file.tenant_id = ${tenantId} and file.hash = new.hash
    returning hash`
  const there = new Set(stored.map(({ hash }) => hash))
  const unknown = [...byHash.values()].find(({ hash }) => !there.has(hash))
  if (unknown) throw new Refusal('invalid', 'file.unknown', words.task.fileUnknown(unknown.name))
}

/** The clock, in the books. */
const clockOf = (tenantId: number): ChangedBy => ({
  tenantId,
  accountId: null,
  name: words.difficulty.clockActor,
})

/**
 * Hands every difficulty whose time has run out upwards: to the next level that was named when it was sent, with its own
 * working days from today, else to the overseer and the leaders' page. Never answers, never approves. Called as often as
 * one likes: what was handed on once waits for its next day. Returns how many were handed on.
 */
export async function escalateOverdue(tx: Sql, tenantId: number, when: Now): Promise<number> {
  const late = await tx<{ id: string }[]>`
    select id from difficulty
    where tenant_id = ${tenantId} and status = 'sent' and not with_leaders and due_on < ${when.today}
    order by id for no key update`
  const rows = await lockDifficulties(
    tx,
    tenantId,
    late.map(({ id }) => id),
  )
  for (const locked of rows.values()) {
    const { id, nextId, nextDays, dueOn } = locked
    const fact: Fact =
      nextId !== null && nextDays !== null
        ? {
            ...{ kind: 'escalate', addresseeId: nextId, days: nextDays },
            dueOn: await dueAfter(tx, tenantId, when.today, nextDays),
          }
        : { kind: 'escalate' }
    const taken = await record(tx, tenantId, locked, null, fact, when)
    await audit(tx, clockOf(tenantId), when.at, 'difficulty.escalate', ['difficulty', id], {
      ...{ step: taken.id, from: locked.addresseeId, overdueSince: dueOn },
      ...fact,
    })
  }
  return rows.size
}

/**
 * A reorganisation: each of these difficulties, which lies at `from` or would go there next, lies at `to` from today, and
 * its clock runs on. Where that is nobody (a group follows), it goes back to the focal agency with `why`. To be called in
 * the transaction of the act, which writes `changes`. Returns how many passed.
 */
export async function passDifficulties(
  tx: Sql,
  actor: Actor,
  { from, ways, why }: { from: string; ways: readonly { id: string; to: string | null }[]; why: string },
  when: Now,
  changes?: CountChanges,
): Promise<number> {
  const { tenantId } = actor
  const to = new Map(ways.filter((way) => way.to !== from).map((way) => [way.id, way.to]))
  if (to.size === 0) return 0
  const rows = await lockDifficulties(tx, tenantId, [...to.keys()])
  const own: Capacity = { forAccountId: null, role: actor.role, agencyId: actor.agencyId, unitOf: null }
  let passed = 0
  for (const locked of rows.values()) {
    // Somebody may have answered before the lock was ours.
    if (locked.status !== 'sent' || ![locked.addresseeId, locked.nextId].includes(from)) continue
    const fact = passedTo(locked, from, to.get(locked.id) ?? null, why)
    const taken = await record(tx, tenantId, locked, { actor, capacity: own }, fact, when, changes)
    await audit(tx, actor, when.at, `difficulty.${fact.kind}`, ['difficulty', locked.id], {
      ...{ step: taken.id, from, to: to.get(locked.id) ?? null },
    })
    passed += 1
  }
  return passed
}

function passedTo(locked: Locked, from: string, to: string | null, why: string): Fact {
  const passed = (id: string | null) => (id === from ? to : id)
  const addresseeId = passed(locked.addresseeId)
  const nextId = passed(locked.nextId)
  if (addresseeId === null) return { kind: 'return', text: why }
  // Two levels that became one agency are one level.
  if (nextId === null || nextId === addresseeId)
    return { kind: 'transfer', text: why, addresseeId, nextId: null, nextDays: null }
  return { kind: 'transfer', text: why, addresseeId, nextId, nextDays: locked.nextDays }
}
