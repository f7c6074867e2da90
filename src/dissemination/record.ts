// Recording and correcting sessions, each in one transaction with its audit entry.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { type SessionCorrection, type SessionFacts, type SessionForm, whyNotRecord } from './dissemination.ts'
import * as queries from './queries.ts'

export interface Now {
  at: Date
  today: string
}

const w = words.dissemination

/** What has not been held yet cannot be told. */
function refuseAhead(heldOn: string, today: string) {
  if (heldOn <= today) return
  throw new Refusal('invalid', 'dissemination.ahead', w.ahead, [{ at: 'heldOn', message: w.ahead }])
}

function refuseStranger(
  actor: Actor,
  of: { agencyId: string; agencyKind: string; overseerId: string | null },
) {
  const why = whyNotRecord(actor, of)
  if (why) throw new Refusal('forbidden', 'dissemination.record', why)
}

/** Refuses for drafts, for agencies that are not this person's, and days to come. */
export async function recordSession(
  tx: Sql,
  actor: Actor,
  planId: string,
  { agencyId, files, ...facts }: SessionForm,
  { at, today }: Now,
): Promise<{ id: string; version: number }> {
  const { tenantId, accountId } = actor
  const plan = await queries.getPlanHead(tx, tenantId, planId)
  if (plan.status === 'draft') throw new Refusal('conflict', 'dissemination.draft', w.draft)
  const agencyKind = await queries.findAgencyKind(tx, tenantId, agencyId)
  if (agencyKind === null) throw new Refusal('invalid', 'dissemination.agency', w.agencyUnknown)
  refuseStranger(actor, { agencyId, agencyKind, overseerId: plan.overseerId })
  refuseAhead(facts.heldOn, today)
  const id = randomUUID()
  await queries.insertSession(tx, tenantId, { ...facts, id, planId, agencyId, createdBy: accountId, at })
  await queries.setFiles(tx, tenantId, id, files)
  await audit(tx, actor, at, 'dissemination.record', ['dissemination', id], {
    planId,
    agencyId,
    ...facts,
    files,
  })
  return { id, version: 1 }
}

/** Puts the facts right, with the reason; before and after are kept. Refuses what changes nothing. */
export const correctSession = (
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  { reason, files, ...facts }: SessionCorrection,
  now: Now,
) => {
  refuseAhead(facts.heldOn, now.today)
  return change(tx, actor, id, seen, reason, now, async (before) => {
    await queries.setFiles(tx, actor.tenantId, id, files)
    return { ...before, ...facts, files: files.map(({ name }) => name).sort() }
  })
}

/** Takes a session out of the figures that was recorded by mistake; it stays to be seen. */
export const cancelSession = (tx: Sql, actor: Actor, id: string, seen: number, reason: string, now: Now) =>
  change(tx, actor, id, seen, reason, now, async (before) => ({ ...before, cancelled: true }))

async function change(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  reason: string,
  { at }: Now,
  decide: (before: SessionFacts) => Promise<SessionFacts>,
): Promise<{ id: string; version: number }> {
  const { tenantId, accountId } = actor
  const row = await queries.lockSession(tx, tenantId, id)
  refuseStranger(actor, row)
  if (row.version !== seen) throw new Refusal('stale', 'dissemination.stale', words.refusal.stale)
  if (row.cancelled) throw new Refusal('conflict', 'dissemination.cancelled', w.alreadyCancelled)
  const before = factsOf(row)
  const after = await decide(before)
  if (JSON.stringify(before) === JSON.stringify(after))
    throw new Refusal('invalid', 'dissemination.unchanged', w.unchanged)
  const version = seen + 1
  await queries.updateSession(tx, tenantId, id, after, { version, at })
  const correction = { seq: row.corrections.length + 1, accountId, at, reason, before, after }
  await queries.insertCorrection(tx, tenantId, id, correction)
  const action = after.cancelled ? 'dissemination.cancel' : 'dissemination.correct'
  await audit(tx, actor, at, action, ['dissemination', id], { reason, before, after })
  return { id, version }
}

const factsOf = ({ heldOn, form, content, target, reached, note, files, cancelled }: queries.SessionRow) => ({
  ...{ heldOn, form, content, target, reached, note },
  files: files.map(({ name }) => name).sort(),
  cancelled,
})
