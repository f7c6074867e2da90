// Deciding which duties ask for plans, and settling what an agency owes; each in one transaction with its audit entry.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import type { Now } from '../task/record.ts'
import { REPORTS_OUTSIDE } from '../task/task.ts'
import * as words from '../vocabulary/words.ts'
import * as queries from './queries.ts'
import { type CallForm, debtsOf, isOverseer, type SettleForm, whyNotRecord } from './sub-plan.ts'

const w = words.cascade.subPlans

/** The published plan of which this person may decide who owes one; refuses everybody but its overseer. */
async function planToDecide(tx: Sql, actor: Actor, planId: string) {
  const plan = await getPublished(tx, actor.tenantId, planId)
  if (!isOverseer(actor, plan.overseerId))
    throw new Refusal('forbidden', 'sub-plan.decide', w.notOverseer(plan.overseerName ?? words.common.none))
  return plan
}

export async function getPublished(sql: Sql, tenantId: number, planId: string) {
  const plan = await queries.getPlanHead(sql, tenantId, planId)
  if (plan.status !== 'published') throw new Refusal('conflict', 'sub-plan.draft', w.draft)
  return plan
}

/** Decides on a duty for the first time. Refuses what is no duty of the plan, and one that was decided on. */
export async function decideCall(
  tx: Sql,
  actor: Actor,
  planId: string,
  itemId: string,
  form: CallForm,
  { at }: Now,
): Promise<{ itemId: string; version: number; agencies: number }> {
  const { tenantId, accountId, name } = actor
  await planToDecide(tx, actor, planId)
  await queries.lockPlan(tx, tenantId, planId)
  if ((await queries.findItemPlan(tx, tenantId, itemId)) !== planId)
    throw new Refusal('invalid', 'sub-plan.item', w.itemUnknown)
  if (await queries.lockCall(tx, tenantId, itemId))
    throw new Refusal('stale', 'sub-plan.decided', words.refusal.stale)
  const dueOn = form.decision === 'owed' ? form.dueOn : null
  const call = { itemId, planId, decision: form.decision, dueOn, actor: name, accountId, at }
  await queries.insertCall(tx, tenantId, call)
  const agencies = form.decision === 'owed' ? await lay(tx, tenantId, planId, itemId, form, at) : 0
  await audit(tx, actor, at, 'sub-plan.decide', ['item', itemId], { planId, ...form, agencies })
  return { itemId, version: 1, agencies }
}

/**
 * Decides otherwise, or sets another day. Refuses to take back what agencies have settled already: they are excused
 * one by one.
 */
export async function changeCall(
  tx: Sql,
  actor: Actor,
  planId: string,
  itemId: string,
  seen: number,
  form: CallForm,
  { at }: Now,
): Promise<{ itemId: string; version: number; agencies: number }> {
  const { tenantId, accountId, name } = actor
  await planToDecide(tx, actor, planId)
  await queries.lockPlan(tx, tenantId, planId)
  const before = await queries.lockCall(tx, tenantId, itemId)
  if (before?.planId !== planId) throw new Refusal('missing', 'sub-plan.call', words.refusal.missing)
  if (before.version !== seen) throw new Refusal('stale', 'sub-plan.decided', words.refusal.stale)
  if (form.decision === 'not') {
    const settled = await queries.countSettled(tx, tenantId, itemId)
    if (settled > 0) throw new Refusal('conflict', 'sub-plan.settled', w.alreadySettled(settled))
    await queries.deleteOpen(tx, tenantId, itemId)
  }
  const dueOn = form.decision === 'owed' ? form.dueOn : null
  if (form.decision === 'owed') await queries.moveOpen(tx, tenantId, itemId, dueOn)
  const agencies = form.decision === 'owed' ? await lay(tx, tenantId, planId, itemId, form, at) : 0
  const version = seen + 1
  const call = { decision: form.decision, dueOn, version, actor: name, accountId, at }
  await queries.updateCall(tx, tenantId, itemId, call)
  await audit(tx, actor, at, 'sub-plan.decide', ['item', itemId], { planId, before, after: form, agencies })
  return { itemId, version, agencies }
}

const lay = (
  tx: Sql,
  tenantId: number,
  planId: string,
  itemId: string,
  { dueOn, to }: Extract<CallForm, { decision: 'owed' }>,
  at: Date,
) => queries.layOn(tx, tenantId, { planId, itemId, dueOn, to, at }, randomUUID)

/** Formats in which an issued plan is kept: what one can print and what one can read in. */
const KEPT = /\.(?:pdf|docx)$/iu

/**
 * Records for one agency that its plan is issued, that it need not issue one, or that it owes one after all. `seen` is
 * the version of what was recorded for the agency itself, 0 for nothing. Refuses strangers, days to come, other files.
 */
export async function settle(
  tx: Sql,
  actor: Actor,
  planId: string,
  agencyId: string,
  seen: number,
  form: SettleForm,
  now: Now,
): Promise<{ agencyId: string; version: number }> {
  const { tenantId } = actor
  const plan = await getPublished(tx, tenantId, planId)
  const [agency] = await queries.listAgenciesById(tx, tenantId, [agencyId])
  if (!agency) throw new Refusal('missing', 'agency.missing', words.refusal.missing)
  const why =
    form.state === 'issued'
      ? whyNotRecord(actor, { agencyId, overseerId: plan.overseerId })
      : isOverseer(actor, plan.overseerId)
        ? null
        : w.notOverseer(plan.overseerName ?? words.common.none)
  if (why) throw new Refusal('forbidden', 'sub-plan.record', why)
  if (form.state === 'issued') {
    if (form.issuedOn > now.today)
      throw new Refusal('invalid', 'sub-plan.ahead', w.ahead, [{ at: 'issuedOn', message: w.ahead }])
    if (form.file && REPORTS_OUTSIDE.includes(agency.kind))
      throw new Refusal('forbidden', 'file.outside', words.steps.outsideFiles)
    if (form.file && !KEPT.test(form.file.name))
      throw new Refusal('invalid', 'sub-plan.file', w.fileForm, [{ at: 'file', message: w.fileForm }])
    await queries.refuseUnknownFile(tx, tenantId, form.file)
    if (form.childId) await refuseNoChild(tx, tenantId, planId, form.childId)
  }
  return write(tx, actor, { planId, agencyId, seen, dossierId: null }, form, now)
}

async function refuseNoChild(tx: Sql, tenantId: number, planId: string, childId: string) {
  if (childId === planId) throw new Refusal('invalid', 'sub-plan.child', w.childItself)
  await queries.getPlanHead(tx, tenantId, childId)
}

/** What a signed and issued dossier settles: no one is asked again whether they may. */
export const settleByDossier = (
  tx: Sql,
  actor: Actor,
  { planId, agencyId, dossierId }: { planId: string; agencyId: string; dossierId: string },
  issued: { number: string; issuedOn: string; file: { hash: string; name: string } | null },
  now: Now,
) =>
  write(
    tx,
    actor,
    { planId, agencyId, dossierId, seen: null },
    { state: 'issued', ...issued, childId: null },
    now,
  )

async function write(
  tx: Sql,
  actor: Actor,
  of: { planId: string; agencyId: string; dossierId: string | null; seen: number | null },
  form: SettleForm,
  { at, today }: Now,
): Promise<{ agencyId: string; version: number }> {
  const { tenantId, name } = actor
  const { planId, agencyId, dossierId } = of
  await queries.lockPlan(tx, tenantId, planId)
  const own = await queries.lockOwed(tx, tenantId, planId, agencyId)
  if (of.seen !== null && (own?.version ?? 0) !== of.seen)
    throw new Refusal('stale', 'sub-plan.stale', words.refusal.stale)
  const issued = form.state === 'issued' ? form : null
  const after = {
    state: form.state,
    number: issued?.number ?? null,
    issuedOn: issued?.issuedOn ?? null,
    childId: issued?.childId ?? null,
    file: issued?.file ?? null,
    dossierId,
    reason: form.state === 'issued' ? '' : form.reason,
    by: name,
    at,
  }
  const version = (own?.version ?? 0) + 1
  if (own) await queries.updateOwed(tx, tenantId, own.id, { ...after, version })
  else {
    const asked = await debtOf(tx, tenantId, planId, agencyId, today, at)
    if (form.state === 'owed' && !asked.itemId)
      asked.itemId = await queries.findFirstCall(tx, tenantId, planId)
    if (form.state !== 'issued' && !asked.itemId)
      throw new Refusal('conflict', 'sub-plan.nothing-asked', w.nothingAsked)
    const id = randomUUID()
    await queries.insertOwed(tx, tenantId, { ...after, ...asked, id, planId, agencyId, createdAt: at })
  }
  await audit(tx, actor, at, 'sub-plan.record', ['plan', planId], { agencyId, before: own, after: form })
  return { agencyId, version }
}

/** The debt that came to an agency from those it follows on; where there is none, its plan was not asked for. */
async function debtOf(tx: Sql, tenantId: number, planId: string, agencyId: string, today: string, at: Date) {
  const rows = await queries.listOwed(tx, tenantId, planId)
  const followed = await queries.listFollowed(tx, tenantId, today, at)
  const debt = debtsOf(rows, planId, followed).find((one) => one.agencyId === agencyId)
  const from = rows.find((row) => row.agencyId === debt?.from[0])
  return { itemId: from?.itemId ?? null, dueOn: debt?.dueOn ?? null }
}
