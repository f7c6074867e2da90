// Acts on indicators: defining, targets, values and their approval, snapshots, objects. Each in the caller's transaction,
// with its audit entry and, where a definition changes, a line of its history.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { forgetFiles, storeFile } from '../store/files.ts'
import * as words from '../vocabulary/words.ts'
import { whyNotDecide, whyNotDefine, whyNotEnter } from './access.ts'
import { faultsOf } from './check.ts'
import { computeOn, digestOn } from './compile.ts'
import type {
  IndicatorChange,
  IndicatorForm,
  ObjectChange,
  ObjectForm,
  SnapshotForm,
  TargetChange,
  TargetForm,
  ValueChange,
  ValueForm,
} from './indicator.ts'
import * as queries from './queries.ts'
import { findReady } from './ready.ts'
import type { StatusRule } from './status.ts'
import { lastDayOf } from './target.ts'

export interface Now {
  at: Date
  today: string
}

const w = words.indicator
const stale = () => new Refusal('stale', 'indicator.stale', words.refusal.stale)
function refuse(why: string | null, code: string) {
  if (why) throw new Refusal('forbidden', code, why)
}
export const refuseNotDefine = (actor: Actor) => refuse(whyNotDefine(actor), 'forbidden.indicator.define')

/** Refuses a formula that does not fit the registers, naming each place. */
export function refuseFaults(formula: IndicatorForm['formula']): void {
  const faults = formula ? faultsOf(formula) : []
  if (faults.length)
    throw new Refusal(
      'invalid',
      'indicator.formula',
      w.formulaFaults,
      faults.map(({ at, message }) => ({ at: ['formula', at].filter(Boolean).join('.'), message })),
    )
}

/** The unique indexes speak of a code twice in words. */
async function refuseTaken<T>(code: string, write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    if (
      error instanceof Error &&
      'constraint_name' in error &&
      error.constraint_name === 'indicator_code_once'
    )
      throw new Refusal('conflict', 'indicator.code-taken', w.codeTaken(code), [
        { at: 'code', message: w.codeTaken(code) },
      ])
    throw error
  }
}

function change(
  tx: Sql,
  actor: Actor,
  now: Now,
  of: { indicatorId: string; act: string; before: unknown; after: unknown; reason: string },
) {
  const { name, accountId, tenantId } = actor
  return queries.insertChange(tx, tenantId, { ...of, id: randomUUID(), accountId, actor: name, at: now.at })
}

/** Returns the id. Refuses a faulty formula and a code that another indicator bears. */
export async function define(
  tx: Sql,
  actor: Actor,
  form: IndicatorForm,
  now: Now,
  ready: string | null = null,
): Promise<string> {
  refuseNotDefine(actor)
  refuseFaults(form.formula)
  const id = randomUUID()
  await refuseTaken(
    form.code,
    Promise.resolve(queries.insertIndicator(tx, actor.tenantId, id, { ...form, ready })),
  )
  await change(tx, actor, now, { indicatorId: id, act: 'define', before: null, after: form, reason: '' })
  await audit(tx, actor, now.at, 'indicator.define', ['indicator', id], form)
  return id
}

/** The ready-made definition as this province's own: found again, or made. */
export async function defineReady(tx: Sql, actor: Actor, key: string, now: Now): Promise<string> {
  const ready = findReady(key)
  if (!ready) throw new Refusal('invalid', 'indicator.ready', w.noReady)
  const known = await queries.listKnown(tx, actor.tenantId)
  const there = known.find((one) => one.ready === key)
  if (there) return there.id
  const { name, unit, direction, decimals, description, way, formula } = ready
  const form = { code: '', name, unit, direction, decimals, description, way, formula, agencyId: null }
  return define(tx, actor, form, now, key)
}

/** Refuses an old version; targets and values stay with it. */
export async function redefine(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  { reason, ...form }: IndicatorChange,
  now: Now,
): Promise<void> {
  refuseNotDefine(actor)
  refuseFaults(form.formula)
  const before = await queries.getIndicator(tx, actor.tenantId, id)
  const version = await refuseTaken(form.code, queries.updateIndicator(tx, actor.tenantId, id, seen, form))
  if (version === null) throw stale()
  const act = form.isRetired === before.isRetired ? 'change' : form.isRetired ? 'retire' : 'restore'
  await change(tx, actor, now, { indicatorId: id, act, before, after: form, reason })
  await audit(tx, actor, now.at, 'indicator.change', ['indicator', id], { before, after: form, reason })
}

export async function addTarget(
  tx: Sql,
  actor: Actor,
  indicatorId: string,
  form: TargetForm,
  now: Now,
): Promise<string> {
  refuseNotDefine(actor)
  await queries.getIndicator(tx, actor.tenantId, indicatorId)
  await queries.refuseNoArea(tx, actor.tenantId, form.areaId)
  if (form.planId) await queries.getPlan(tx, actor.tenantId, form.planId)
  const id = randomUUID()
  const target = { ...form, id, indicatorId, printedId: null, printedNo: null }
  await queries.insertTargets(tx, actor.tenantId, [target])
  await change(tx, actor, now, { indicatorId, act: 'target', before: null, after: form, reason: '' })
  await audit(tx, actor, now.at, 'indicator.target', ['indicator-target', id], { indicatorId, ...form })
  return id
}

export async function changeTarget(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  { reason, ...form }: TargetChange,
  now: Now,
): Promise<string> {
  refuseNotDefine(actor)
  const before = await queries.getTarget(tx, actor.tenantId, id)
  await queries.refuseNoArea(tx, actor.tenantId, form.areaId)
  if (form.planId) await queries.getPlan(tx, actor.tenantId, form.planId)
  if (!(await queries.updateTarget(tx, actor.tenantId, id, seen, form))) throw stale()
  const act = form.isVoid && !before.isVoid ? 'target-void' : 'target-change'
  await change(tx, actor, now, { indicatorId: before.indicatorId, act, before, after: form, reason })
  await audit(tx, actor, now.at, 'indicator.target-change', ['indicator-target', id], {
    before,
    after: form,
    reason,
  })
  return before.indicatorId
}

const ownerOf = ({ agency }: queries.IndicatorRecord) => agency?.id ?? null

/** A value of a period that has begun, up for approval. Refuses a second one under way for the same period and place. */
export async function enterValue(
  tx: Sql,
  actor: Actor,
  indicatorId: string,
  form: ValueForm,
  now: Now,
): Promise<string> {
  const indicator = await queries.getIndicator(tx, actor.tenantId, indicatorId)
  const { areaId, period } = form
  refuse(whyNotEnter(actor, { owner: ownerOf(indicator), areaId }), 'forbidden.indicator.enter')
  await queries.refuseNoArea(tx, actor.tenantId, areaId)
  refuseFuture(period, now)
  return insertDraft(tx, actor, now, {
    ...{ indicatorId, period, areaId, value: form.value, source: form.source },
    ...{ day: lastDayOf(period), isSnapshot: false, digest: null },
  })
}

/** Chốt số: what the registers say of a period, with a digest of the rows. Of a running period: as of today. */
export async function takeSnapshot(
  tx: Sql,
  actor: Actor,
  indicatorId: string,
  { period, areaId }: SnapshotForm,
  now: Now,
): Promise<string> {
  const indicator = await queries.getIndicator(tx, actor.tenantId, indicatorId)
  refuse(whyNotEnter(actor, { owner: ownerOf(indicator), areaId }), 'forbidden.indicator.enter')
  await queries.refuseNoArea(tx, actor.tenantId, areaId)
  refuseFuture(period, now)
  if (!indicator.formula) throw new Refusal('invalid', 'indicator.not-computed', w.notComputed)
  refuseFaults(indicator.formula)
  const end = lastDayOf(period)
  const day = end < now.today ? end : now.today
  const [{ total }, digest] = await Promise.all([
    computeOn(tx, actor.tenantId, indicator.formula, { day, areaId }),
    digestOn(tx, indicator.formula, { tenantId: actor.tenantId, day, areaId }),
  ])
  if (total.value === null) throw new Refusal('conflict', 'indicator.nothing', w.nothingToKeep)
  return insertDraft(tx, actor, now, {
    ...{ indicatorId, period, areaId, value: total.value, source: w.fromRegisters(words.day(day)) },
    ...{ day, isSnapshot: true, digest },
  })
}

function refuseFuture(period: string, { today }: Now) {
  // A month of the window before its last day: "2026" has begun on 15/12/2025.
  if (Number(period.slice(0, 4)) > Number(today.slice(0, 4)) + (today.slice(5) >= '12-15' ? 1 : 0))
    throw new Refusal('invalid', 'indicator.future', w.future, [{ at: 'period', message: w.future }])
}

async function insertDraft(
  tx: Sql,
  actor: Actor,
  now: Now,
  value: Omit<queries.NewValue, 'id' | 'accountId' | 'actor' | 'at'>,
): Promise<string> {
  const id = randomUUID()
  const { accountId, name } = actor
  const isNew = await queries.insertValue(tx, actor.tenantId, {
    ...value,
    id,
    accountId,
    actor: name,
    at: now.at,
  })
  if (!isNew) throw new Refusal('conflict', 'indicator.value-open', w.valueOpen)
  const action = value.isSnapshot ? 'indicator.snapshot' : 'indicator.enter'
  await audit(tx, actor, now.at, action, ['indicator-value', id], value)
  return id
}

/** Corrects a draft, or one that was returned: up for approval again. A snapshot is taken anew instead. */
export async function changeValue(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  form: ValueChange,
  now: Now,
): Promise<void> {
  const before = await queries.getValue(tx, actor.tenantId, id)
  const indicator = await queries.getIndicator(tx, actor.tenantId, before.indicatorId)
  refuse(
    whyNotEnter(actor, { owner: ownerOf(indicator), areaId: before.area?.id ?? null }),
    'forbidden.indicator.enter',
  )
  if (before.isSnapshot) return retake(tx, actor, indicator, before, seen, now)
  const { accountId, name } = actor
  if (
    !(await queries.updateValue(tx, actor.tenantId, id, seen, {
      ...form,
      accountId,
      actor: name,
      at: now.at,
    }))
  )
    refuseDecided(before, seen)
  await audit(tx, actor, now.at, 'indicator.enter', ['indicator-value', id], { before, after: form })
}

/** A snapshot is never typed over: it is computed again. */
async function retake(
  tx: Sql,
  actor: Actor,
  { formula }: queries.IndicatorRecord,
  before: queries.ValueRow,
  seen: number,
  now: Now,
): Promise<void> {
  if (!formula) throw new Refusal('invalid', 'indicator.not-computed', w.notComputed)
  const areaId = before.area?.id ?? null
  const { total } = await computeOn(tx, actor.tenantId, formula, { day: before.day, areaId })
  if (total.value === null) throw new Refusal('conflict', 'indicator.nothing', w.nothingToKeep)
  const digest = await digestOn(tx, formula, { tenantId: actor.tenantId, day: before.day, areaId })
  const after = {
    value: total.value,
    source: before.source,
    accountId: actor.accountId,
    actor: actor.name,
    at: now.at,
  }
  if (!(await queries.updateValue(tx, actor.tenantId, before.id, seen, after))) refuseDecided(before, seen)
  await queries.setDigest(tx, actor.tenantId, before.id, digest)
  await audit(tx, actor, now.at, 'indicator.snapshot', ['indicator-value', before.id], { before, after })
}

function refuseDecided({ version, state }: queries.ValueRow, seen: number): never {
  if (version !== seen) throw stale()
  throw new Refusal('conflict', 'indicator.decided', w.decided(w.states[state]))
}

/**
 * Approves or returns a draft; never by whoever entered it. A snapshot is only approved while the registers say the same:
 * otherwise it is taken anew.
 */
export async function decide(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  { decision, reason }: { decision: 'approve' | 'return'; reason: string },
  now: Now,
): Promise<void> {
  const value = await queries.getValue(tx, actor.tenantId, id)
  const indicator = await queries.getIndicator(tx, actor.tenantId, value.indicatorId)
  refuse(
    whyNotDecide(actor, { owner: ownerOf(indicator), enteredById: value.enteredById }),
    'forbidden.indicator.decide',
  )
  if (decision === 'approve') {
    if (value.isSnapshot) await refuseMoved(tx, actor, indicator, value)
    if (value.state === 'draft' && value.version === seen)
      await queries.replaceApproved(tx, actor.tenantId, value)
  }
  const state = decision === 'approve' ? 'approved' : 'returned'
  const { accountId, name } = actor
  if (
    !(await queries.decideValue(tx, actor.tenantId, id, seen, {
      state,
      reason,
      accountId,
      actor: name,
      at: now.at,
    }))
  )
    refuseDecided(value, seen)
  await audit(tx, actor, now.at, `indicator.${decision}`, ['indicator-value', id], {
    reason,
    value: value.value,
  })
}

async function refuseMoved(
  tx: Sql,
  { tenantId }: Actor,
  { formula }: queries.IndicatorRecord,
  { day, area, digest }: queries.ValueRow,
) {
  const same =
    formula !== null &&
    faultsOf(formula).length === 0 &&
    (await digestOn(tx, formula, { tenantId, day, areaId: area?.id ?? null })) === digest
  if (!same) throw new Refusal('conflict', 'indicator.moved', w.moved)
}

export async function addObject(
  tx: Sql,
  actor: Actor,
  indicatorId: string,
  form: ObjectForm,
  now: Now,
): Promise<string> {
  const indicator = await queries.getIndicator(tx, actor.tenantId, indicatorId)
  refuse(whyNotEnter(actor, { owner: ownerOf(indicator), areaId: form.areaId }), 'forbidden.indicator.enter')
  if (indicator.way !== 'objects') throw new Refusal('invalid', 'indicator.no-objects', w.noObjects)
  await queries.refuseNoArea(tx, actor.tenantId, form.areaId)
  const id = randomUUID()
  await queries.insertObject(tx, actor.tenantId, { ...form, id, indicatorId })
  await change(tx, actor, now, { indicatorId, act: 'object', before: null, after: form, reason: '' })
  await audit(tx, actor, now.at, 'indicator.object', ['indicator-object', id], { indicatorId, ...form })
  return id
}

export async function changeObject(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  { reason, ...form }: ObjectChange,
  now: Now,
): Promise<void> {
  const before = await queries.getObject(tx, actor.tenantId, id)
  const indicator = await queries.getIndicator(tx, actor.tenantId, before.indicatorId)
  const owner = ownerOf(indicator)
  // Both the commune it stands in and the one it would: nobody hands objects to others unasked.
  for (const areaId of [before.area?.id ?? null, form.areaId])
    refuse(whyNotEnter(actor, { owner, areaId }), 'forbidden.indicator.enter')
  await queries.refuseNoArea(tx, actor.tenantId, form.areaId)
  if (!(await queries.updateObject(tx, actor.tenantId, id, seen, form))) throw stale()
  const act = form.isVoid && !before.isVoid ? 'object-void' : 'object-change'
  await change(tx, actor, now, { indicatorId: before.indicatorId, act, before, after: form, reason })
  await audit(tx, actor, now.at, 'indicator.object-change', ['indicator-object', id], {
    before,
    after: form,
    reason,
  })
}

/** Puts a file beside a value that is not decided yet, or beside an object; the one before is dropped. */
export async function attach(
  tx: Sql,
  actor: Actor,
  of: queries.EvidenceOf,
  id: string,
  seen: number,
  file: { name: string; bytes: Uint8Array },
  now: Now,
): Promise<void> {
  const { tenantId } = actor
  const found =
    of === 'value' ? await queries.getValue(tx, tenantId, id) : await queries.getObject(tx, tenantId, id)
  const indicator = await queries.getIndicator(tx, tenantId, found.indicatorId)
  refuse(
    whyNotEnter(actor, { owner: ownerOf(indicator), areaId: found.area?.id ?? null }),
    'forbidden.indicator.enter',
  )
  if ('state' in found && found.state !== 'draft' && found.state !== 'returned') refuseDecided(found, seen)
  const hash = await storeFile(tx, tenantId, file.bytes, now.at)
  const name = file.name.normalize('NFC').slice(0, 200)
  if (!(await queries.setEvidence(tx, tenantId, of, id, seen, { hash, name }))) throw stale()
  if (found.file && found.file.hash !== hash) await forgetFiles(tx, tenantId, [found.file.hash])
  await audit(tx, actor, now.at, 'indicator.evidence', [`indicator-${of}`, id], { hash, name })
}

/** The thresholds by which targets are said to be on track. */
export async function setRule(
  tx: Sql,
  actor: Actor,
  rule: StatusRule,
  seen: number,
  now: Now,
): Promise<void> {
  refuseNotDefine(actor)
  const before = await queries.readRule(tx, actor.tenantId)
  if (!(await queries.setRule(tx, actor.tenantId, rule, seen))) throw stale()
  await audit(tx, actor, now.at, 'indicator.rule', ['indicator-rule', 'province'], { before, after: rule })
}
