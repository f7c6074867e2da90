// Reorganisations as they are recorded, take effect, are decided on and taken back. Nothing of the past is rewritten:
// an agency gets its last day, its open work a dated step, a new name leaves the old one with its day.
import { randomUUID } from 'node:crypto'
import { agencyKey } from '../agency/agency.ts'
import { getAgency, insertAgency, listAgencies } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { CountChanges } from '../task/counts.ts'
import type { Now } from '../task/record.ts'
import { GROUPS } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import {
  type ActForm,
  actFaults,
  type DecisionForm,
  endedBy,
  NOTHING_PASSED,
  onlySuccessor,
  type Passed,
  type Receiver,
  type SuccessorForm,
  type Target,
} from './act.ts'
import { findDecision, groupMembers, keepHandovers, passBy, passOn } from './pass-on.ts'
import * as queries from './queries.ts'

type By = Pick<Actor, 'tenantId' | 'accountId' | 'name'>

/** What the rules of an act look at. */
async function knownTo(tx: Sql, tenantId: number, except: string | null = null) {
  const agencies = await listAgencies(tx, tenantId)
  return {
    byId: new Map(agencies.map((agency) => [agency.id, agency])),
    prepared: (await queries.listPrepared(tx, tenantId)).filter(({ id }) => id !== except),
    groups: new Set([...GROUPS, ...(await queries.listGroupIds(tx, tenantId))]),
    received: await queries.listReceived(tx, tenantId),
  }
}

function refuseFaults(form: ActForm, known: Awaited<ReturnType<typeof knownTo>>) {
  const faults = actFaults(form, known)
  if (faults.length === 0) return
  const [first] = faults
  const message = faults.length === 1 && first ? first.message : words.succession.actWrong
  throw new Refusal('invalid', 'reorganisation.wrong', message, faults)
}

/**
 * Records an act. Whose day has come takes effect at once, the others wait for applyDue. Refuses with every fault.
 * Returns its id and what passed on.
 */
export async function recordAct(
  tx: Sql,
  by: By,
  form: ActForm,
  now: Now,
): Promise<{ id: string; state: 'prepared' | 'done'; passed: Passed }> {
  await queries.lockActs(tx, by.tenantId)
  refuseFaults(form, await knownTo(tx, by.tenantId))
  const id = randomUUID()
  await queries.insertAct(tx, by, id, form, now.at)
  await audit(tx, by, now.at, 'reorganisation.record', ['reorganisation', id], form)
  if (form.effectiveOn > now.today) return { id, state: 'prepared', passed: NOTHING_PASSED }
  return { id, state: 'done', passed: await applyAct(tx, by, id, form, now) }
}

/** Changes an act that has not taken effect. Refuses a stale version, one that has, and every fault of the new form. */
export async function changeAct(
  tx: Sql,
  by: By,
  id: string,
  seen: number,
  form: ActForm,
  now: Now,
): Promise<{ id: string; state: 'prepared' | 'done'; passed: Passed }> {
  await queries.lockActs(tx, by.tenantId)
  const before = await lockPrepared(tx, by.tenantId, id, seen)
  refuseFaults(form, await knownTo(tx, by.tenantId, id))
  await queries.updateAct(tx, by.tenantId, id, form)
  await audit(tx, by, now.at, 'reorganisation.change', ['reorganisation', id], { before, after: form })
  if (form.effectiveOn > now.today) return { id, state: 'prepared', passed: NOTHING_PASSED }
  return { id, state: 'done', passed: await applyAct(tx, by, id, form, now) }
}

/** Takes back an act that has not taken effect; afterwards only another act mends it. */
export async function undoAct(tx: Sql, by: By, id: string, seen: number, at: Date): Promise<void> {
  await queries.lockActs(tx, by.tenantId)
  const before = await lockPrepared(tx, by.tenantId, id, seen)
  await queries.deleteAct(tx, by.tenantId, id)
  await audit(tx, by, at, 'reorganisation.undo', ['reorganisation', id], before)
}

async function lockPrepared(tx: Sql, tenantId: number, id: string, seen: number): Promise<queries.ActRow> {
  const act = await queries.lockAct(tx, tenantId, id)
  if (!act) throw new Refusal('missing', 'reorganisation.missing', words.refusal.missing)
  if (act.version !== seen) throw new Refusal('stale', 'reorganisation.stale', words.refusal.stale)
  if (act.state === 'done')
    throw new Refusal('conflict', 'reorganisation.done', words.succession.doneAlready(act.effectiveOn))
  return act
}

/** Brings a prepared act into effect: agencies founded, renamed, ended; decisions made; open work passed on. */
async function applyAct(tx: Sql, by: By, id: string, form: ActForm, now: Now): Promise<Passed> {
  const { tenantId } = by
  // Ended first: a new agency may bear the name and code of one that it follows on.
  await queries.endAgencies(tx, tenantId, endedBy(form), form.effectiveOn)
  const successors =
    form.kind === 'rename'
      ? [...form.old]
      : await found(tx, tenantId, id, form.successors, form.effectiveOn, now.at)
  if (form.kind === 'rename') await rename(tx, tenantId, form)
  await queries.followGroups(tx, tenantId, form.old, successors)
  await queries.markDone(tx, tenantId, id, now.at)
  await audit(tx, by, now.at, 'reorganisation.apply', ['reorganisation', id], {
    ended: endedBy(form),
    successors,
  })
  const passed = { ...NOTHING_PASSED }
  const changes = new CountChanges()
  for (const decision of decisionsOf(form))
    addTo(
      passed,
      await carryOut(tx, by, { actId: id, onDay: form.effectiveOn }, decision, successors, now, changes),
    )
  addTo(passed, await passOn(tx, by, now, null, changes))
  changes.touchNames()
  await changes.write(tx, tenantId)
  return passed
}

const addTo = (sum: Passed, more: Passed) => {
  for (const [name, n] of Object.entries(more) as [keyof Passed, number][]) sum[name] += n
}

/** Founds the successors that are not there yet; all of them by id, in their order. */
async function found(
  tx: Sql,
  tenantId: number,
  actId: string,
  successors: readonly SuccessorForm[],
  effectiveOn: string,
  at: Date,
): Promise<string[]> {
  const ids: string[] = []
  for (const [ordinal, { agencyId, founded }] of successors.entries()) {
    if (agencyId) ids.push(agencyId)
    if (agencyId || !founded) continue
    const id = randomUUID()
    await insertAgency(tx, tenantId, id, { ...founded, aliases: [], validFrom: effectiveOn }, at)
    await queries.setFounded(tx, tenantId, actId, ordinal, id)
    ids.push(id)
  }
  return ids
}

async function rename(tx: Sql, tenantId: number, form: ActForm) {
  const founded = form.successors[0]?.founded
  if (!founded) throw new Error('a rename without a name')
  const agency = await getAgency(tx, tenantId, form.old[0] ?? '')
  if (founded.name !== agency.name) await queries.keepName(tx, tenantId, agency, form.effectiveOn)
  await queries.renameAgency(tx, tenantId, agency.id, {
    name: founded.name,
    key: agencyKey(founded.name),
    code: founded.code ?? agency.code,
  })
}

/** What was decided with the act, and what needs no decision: one successor has everything. */
function decisionsOf(form: ActForm): DecisionForm[] {
  const only = onlySuccessor(form)
  if (only === null) return form.decisions
  return endedBy(form).map((agencyId) => {
    const decided = form.decisions.find((decision) => decision.agencyId === agencyId)
    const plain = { agencyId, why: '', exceptions: [], accounts: [] }
    return { ...plain, ...decided, to: { successor: only } }
  })
}

async function carryOut(
  tx: Sql,
  by: By,
  { actId, onDay }: { actId: string; onDay: string },
  form: DecisionForm,
  successors: readonly string[],
  now: Now,
  changes: CountChanges,
): Promise<Passed> {
  const { tenantId } = by
  const agencyOf = (to: Receiver): string => {
    const id = 'agency' in to ? to.agency : successors[to.successor]
    if (!id) throw new Refusal('invalid', 'decision.unknown', words.succession.faults.unknown)
    return id
  }
  const isGroup = (to: Target): to is { group: string } => 'group' in to
  if (isGroup(form.to)) await refuseEmptyGroup(tx, tenantId, form.to.group, onDay, now)
  await queries.insertDecision(tx, by, {
    ...{ actId, agencyId: form.agencyId, onDay, why: form.why, at: now.at },
    toAgencyId: isGroup(form.to) ? null : agencyOf(form.to),
    toGroup: isGroup(form.to) ? form.to.group : null,
    exceptions: form.exceptions.map(({ to, ...which }) => ({ ...which, toAgencyId: agencyOf(to) })),
  })
  const decision = await findDecision(tx, tenantId, actId, form.agencyId)
  if (!decision) throw new Error('a decision was written and not found')
  await audit(tx, by, now.at, 'succession.decide', ['agency', form.agencyId], { actId, ...form })
  const passed = await passBy(tx, by, decision, now, changes)
  const accounts = form.accounts.map(({ accountId, to }) => ({ accountId, toAgencyId: agencyOf(to) }))
  const moved = await queries.moveAccounts(tx, tenantId, accounts)
  await keepHandovers(tx, by, decision, 'account', moved, now)
  for (const { subjectId, toAgencyId } of moved)
    await audit(tx, by, now.at, 'account.move', ['account', subjectId], { agencyId: toAgencyId, actId })
  return { ...passed, accounts: moved.length }
}

/** Work is given to somebody: a group without members gets none. */
export async function refuseEmptyGroup(tx: Sql, tenantId: number, toGroup: string, onDay: string, now: Now) {
  const members = await groupMembers(tx, tenantId, { toGroup, onDay }, now)
  if (members.length === 0)
    throw new Refusal('invalid', 'succession.group-empty', words.succession.groupWithout)
}

/** Decides for one old agency of an act in effect where its open work goes. Refuses when somebody already has. */
export async function decide(tx: Sql, by: By, actId: string, form: DecisionForm, now: Now): Promise<Passed> {
  const { tenantId } = by
  await queries.lockActs(tx, tenantId)
  const act = await queries.lockAct(tx, tenantId, actId)
  if (!act) throw new Refusal('missing', 'reorganisation.missing', words.refusal.missing)
  if (act.state === 'prepared')
    throw new Refusal('conflict', 'reorganisation.prepared', words.succession.notDoneYet(act.effectiveOn))
  const before = await findDecision(tx, tenantId, actId, form.agencyId)
  if (before)
    throw new Refusal('conflict', 'succession.decided', words.succession.decidedAlready(before.decidedName))
  const recorded = queries.formOf(act, await queries.listParts(tx, tenantId, [actId]))
  const known = await knownTo(tx, tenantId)
  refuseDecision(form, recorded, known)
  await refuseIdleGroup(tx, tenantId, form)
  const successors = recorded.successors.flatMap(({ agencyId }) => agencyId ?? [])
  const changes = new CountChanges()
  const passed = await carryOut(tx, by, { actId, onDay: act.effectiveOn }, form, successors, now, changes)
  addTo(passed, await passOn(tx, by, now, null, changes))
  await changes.write(tx, tenantId)
  return passed
}

function refuseDecision(form: DecisionForm, act: ActForm, known: Awaited<ReturnType<typeof knownTo>>) {
  const faults = actFaults({ ...act, decisions: [form] }, known).filter(({ at }) => at === 'decisions')
  const [first] = faults
  if (first) throw new Refusal('invalid', 'succession.wrong', first.message, faults)
}

/** A group cannot oversee a plan: who does must be said for each. */
async function refuseIdleGroup(tx: Sql, tenantId: number, form: DecisionForm) {
  if (!('group' in form.to)) return
  const [holding] = await queries.listHoldings(tx, tenantId, [form.agencyId])
  const excepted = new Set(form.exceptions.map(({ planId }) => planId))
  const left = holding?.plans.filter(({ oversees, id }) => oversees && !excepted.has(id)) ?? []
  if (left.length)
    throw new Refusal('invalid', 'succession.overseer', words.succession.overseerWanted(left.length))
}

/**
 * Brings every act into effect whose day has come, in the order of their days; then passes on what has come to ended
 * agencies since (reopened work, plans of former days). Done again it does nothing. Returns how many acts took effect.
 */
export async function applyDue(tx: Sql, tenantId: number, now: Now): Promise<number> {
  await queries.lockActs(tx, tenantId)
  const [keeper] = await queries.listKeepers(tx, tenantId)
  if (!keeper) return 0
  const due = await queries.listDue(tx, tenantId, now.today)
  const ids = due.map(({ id }) => id)
  const parts = ids.length ? await queries.listParts(tx, tenantId, ids) : []
  for (const act of due) {
    // In the name of who recorded it.
    const by = { tenantId, accountId: act.recordedBy ?? keeper.accountId, name: act.recordedName }
    const own = parts.filter(({ actId }) => actId === act.id)
    await applyAct(tx, by, act.id, queries.formOf(act, own), now)
  }
  await passOn(tx, { tenantId, ...keeper }, now)
  return due.length
}
