// What people decide about ratings, each in the transaction it is handed, with its audit entry. Refuses whoever may not,
// what has changed since it was seen, and what a locked period no longer takes.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import * as queries from './queries.ts'
import { type About, aboutId } from './rate.ts'
import {
  type AnswerForm,
  type CauseForm,
  type ChangeForm,
  type DecisionForm,
  type Deed,
  type ObjectionForm,
  type PublishForm,
  readPeriod,
  type TermForm,
  whyNot,
} from './rating.ts'
import { snapshotsFor } from './ratings.ts'
import type { Rubric } from './rubric.ts'

export interface Now {
  at: Date
  today: string
}

const w = words.rating
type Made = { id: string; version: number }

/** Refuses when this person may not; in which office's name they may, the office says. */
export async function permit(sql: Sql, actor: Actor, deed: Deed, own: string | null = null): Promise<void> {
  const { agency } = await queries.getOffice(sql, actor.tenantId)
  const why = whyNot(deed, actor, { office: agency?.id ?? null, own })
  if (why) throw new Refusal('forbidden', `rating.${deed}`, why)
}

const missing = () => new Refusal('missing', 'rating.missing', words.refusal.missing)
const stale = () => new Refusal('stale', 'rating.stale', words.refusal.stale)

async function refuseLocked(tx: Sql, tenantId: number, period: string) {
  const locks = await queries.listLocks(tx, tenantId, period)
  if (locks.some(({ openedAt }) => openedAt === null))
    throw new Refusal('conflict', 'rating.locked', w.refusal.locked)
}

// The rubric ---------------------------------------------------------------------------------------------------------

export async function draftRubric(tx: Sql, actor: Actor, body: Rubric, { at }: Now): Promise<Made> {
  await permit(tx, actor, 'draft')
  const id = randomUUID()
  const { tenantId, accountId, name } = actor
  await queries.insertRubric(tx, tenantId, { id, body, accountId, name, at })
  await audit(tx, actor, at, 'rubric.draft', ['rubric', id], body)
  return { id, version: 1 }
}

async function openDraft(tx: Sql, actor: Actor, id: string, seen: number) {
  const row = await queries.lockRubric(tx, actor.tenantId, id)
  if (!row) throw missing()
  if (row.state !== 'draft') throw new Refusal('conflict', 'rubric.published', w.refusal.published)
  if (row.version !== seen) throw stale()
  return row
}

export async function changeRubric(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  body: Rubric,
  { at }: Now,
): Promise<Made> {
  await permit(tx, actor, 'draft')
  const before = await openDraft(tx, actor, id, seen)
  await queries.updateRubric(tx, actor.tenantId, id, body)
  await audit(tx, actor, at, 'rubric.change', ['rubric', id], { before: before.body, after: body })
  return { id, version: seen + 1 }
}

export async function dropRubric(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  { at }: Now,
): Promise<null> {
  await permit(tx, actor, 'draft')
  const { body } = await openDraft(tx, actor, id, seen)
  await queries.deleteRubric(tx, actor.tenantId, id)
  await audit(tx, actor, at, 'rubric.drop', ['rubric', id], body)
  return null
}

/** From its day on; periods that are locked keep the rubric they were locked with. */
export async function publishRubric(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  form: PublishForm,
  { at, today }: Now,
): Promise<Made> {
  await permit(tx, actor, 'publish')
  await openDraft(tx, actor, id, seen)
  if (form.documentOn > today)
    throw new Refusal('invalid', 'rubric.document-ahead', w.refusal.documentAhead, [
      { at: 'documentOn', message: w.refusal.documentAhead },
    ])
  const row = { ...form, name: actor.name, at }
  if (!(await queries.publishRubric(tx, actor.tenantId, id, row)))
    throw new Refusal('conflict', 'rubric.same-day', w.refusal.sameDay(form.validFrom))
  await audit(tx, actor, at, 'rubric.publish', ['rubric', id], form)
  return { id, version: seen + 1 }
}

export async function setOffice(
  tx: Sql,
  actor: Actor,
  seen: number,
  agencyId: string | null,
  { at }: Now,
): Promise<{ version: number }> {
  await permit(tx, actor, 'set-office')
  const { tenantId } = actor
  const before = await queries.getOffice(tx, tenantId)
  const agencies = await queries.listRated(tx, tenantId)
  if (agencyId && !agencies.some(({ id, endedOn }) => id === agencyId && endedOn === null))
    throw new Refusal('invalid', 'rating.agency', w.refusal.agency, [
      { at: 'agencyId', message: w.refusal.agency },
    ])
  if (before.version !== seen || !(await queries.setOffice(tx, tenantId, agencyId, seen))) throw stale()
  await audit(tx, actor, at, 'rating.office', ['rating-office', String(tenantId)], {
    before: before.agency?.id ?? null,
    after: agencyId,
  })
  return { version: seen + 1 }
}

// Who heads an agency ------------------------------------------------------------------------------------------------

async function refuseTerm(tx: Sql, tenantId: number, term: TermForm, except: string | null) {
  if (term.until !== null && term.until < term.from)
    throw new Refusal('invalid', 'term.order', w.refusal.termOrder, [
      { at: 'until', message: w.refusal.termOrder },
    ])
  const { agency, name } = await queries.findTermClash(tx, tenantId, term, except)
  if (!agency)
    throw new Refusal('invalid', 'rating.agency', w.refusal.agency, [
      { at: 'agencyId', message: w.refusal.agency },
    ])
  if (name) throw new Refusal('conflict', 'term.clash', w.refusal.termClash(name))
}

export async function addTerm(tx: Sql, actor: Actor, term: TermForm, { at }: Now): Promise<Made> {
  await permit(tx, actor, 'heads')
  await refuseTerm(tx, actor.tenantId, term, null)
  const id = randomUUID()
  await queries.insertTerm(tx, actor.tenantId, id, term)
  await audit(tx, actor, at, 'term.add', ['head-term', id], term)
  return { id, version: 1 }
}

/** `term` null strikes it. The agency stays: another agency is another term. */
export async function changeTerm(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  term: TermForm | null,
  { at }: Now,
): Promise<Made> {
  await permit(tx, actor, 'heads')
  const before = await queries.lockTerm(tx, actor.tenantId, id)
  if (!before) throw missing()
  if (before.version !== seen) throw stale()
  const after = term && { ...term, agencyId: before.agencyId }
  if (after) {
    await refuseTerm(tx, actor.tenantId, after, id)
    await queries.updateTerm(tx, actor.tenantId, id, after)
  } else await queries.deleteTerm(tx, actor.tenantId, id)
  await audit(tx, actor, at, after ? 'term.change' : 'term.drop', ['head-term', id], { before, after })
  return { id, version: seen + 1 }
}

// Causes, changes, objections ----------------------------------------------------------------------------------------

const subjectOf = (about: About): [string, string] => [
  about.reportId ? 'report' : 'assignment',
  aboutId(about),
]

export async function confirmCause(tx: Sql, actor: Actor, form: CauseForm, { at }: Now): Promise<Made> {
  const { tenantId, accountId, name } = actor
  const about = { assignmentId: form.assignmentId, reportId: form.reportId ?? null }
  const bearer = await queries.findBearer(tx, tenantId, about)
  await permit(tx, actor, 'confirm', bearer?.agencyId)
  if (!bearer) throw missing()
  const id = randomUUID()
  if (!(await queries.insertCause(tx, tenantId, { ...form, ...about, id, accountId, name, at })))
    throw new Refusal('conflict', 'rating.cause-there', w.refusal.causeThere)
  await audit(tx, actor, at, 'rating.cause', subjectOf(about), { ...form, id })
  return { id, version: 1 }
}

export async function withdrawCause(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  why: string,
  { at }: Now,
): Promise<Made> {
  const row = await queries.lockCause(tx, actor.tenantId, id)
  const bearer = row && (await queries.findBearer(tx, actor.tenantId, row))
  await permit(tx, actor, 'confirm', bearer?.agencyId)
  if (!row) throw missing()
  if (row.version !== seen || row.withdrawnAt !== null) throw stale()
  await queries.withdrawCause(tx, actor.tenantId, id, { why, name: actor.name, at })
  await audit(tx, actor, at, 'rating.cause-withdraw', subjectOf(row), { id, why })
  return { id, version: seen + 1 }
}

/** `found`: what the ratings say now of the subject; `score` is the one that counts, changed before or computed. */
export async function proposeChange(
  tx: Sql,
  actor: Actor,
  form: ChangeForm,
  found: { computed: number; score: number; agencyId: string },
  { at }: Now,
): Promise<Made> {
  await permit(tx, actor, 'propose', found.agencyId)
  await refuseLocked(tx, actor.tenantId, form.period)
  if (form.score === found.score) throw new Refusal('invalid', 'rating.same', w.refusal.same)
  const { tenantId, accountId, name } = actor
  const id = randomUUID()
  const { period, by: subject, id: subjectId, score, reason } = form
  const { computed, agencyId } = found
  const row = { id, period, subject, subjectId, agencyId, computed, score, reason, accountId, name, at }
  if (!(await queries.insertChange(tx, tenantId, row)))
    throw new Refusal('conflict', 'rating.change-there', w.refusal.changeThere)
  await audit(tx, actor, at, 'rating.propose', ['rating', subjectId], { ...form, computed, change: id })
  return { id, version: 1 }
}

/** A leader decides, never on what they proposed themselves; whoever proposed may take it back. */
export async function decideChange(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  { verdict, reason }: DecisionForm,
  { at }: Now,
): Promise<Made> {
  const row = await queries.lockChange(tx, actor.tenantId, id)
  if (!row) throw missing()
  const isOwn = row.accountId === actor.accountId
  if (verdict === 'withdrawn') {
    if (!isOwn) throw new Refusal('forbidden', 'rating.withdraw', w.refusal.notProposer)
  } else {
    await permit(tx, actor, 'decide')
    // Neither one's own proposal, nor that of the person in whose place one acts.
    if (isOwn || actor.capacities.some(({ forAccountId }) => forAccountId === row.accountId))
      throw new Refusal('forbidden', 'rating.own-change', w.refusal.ownChange)
  }
  if (row.version !== seen) throw stale()
  if (row.state !== 'proposed') throw new Refusal('conflict', 'rating.decided', w.refusal.decided)
  if (verdict === 'refused' && reason === '')
    throw new Refusal('invalid', 'rating.reason', w.form.reason, [{ at: 'reason', message: w.form.reason }])
  await refuseLocked(tx, actor.tenantId, row.period)
  const { accountId, name } = actor
  await queries.decideChange(tx, actor.tenantId, id, { state: verdict, why: reason, accountId, name, at })
  await audit(tx, actor, at, `rating.${verdict}`, ['rating', row.subjectId], {
    change: id,
    before: row.computed,
    after: row.score,
    reason,
  })
  return { id, version: seen + 1 }
}

export async function object(tx: Sql, actor: Actor, form: ObjectionForm, { at }: Now): Promise<Made> {
  const { tenantId, accountId, name } = actor
  await permit(tx, actor, 'object', form.agencyId)
  await refuseLocked(tx, tenantId, form.period)
  const about = { assignmentId: form.assignmentId, reportId: form.reportId ?? null }
  if (aboutId(about) && !(await queries.findBearer(tx, tenantId, about))) throw missing()
  const id = randomUUID()
  await queries.insertObjection(tx, tenantId, { ...form, ...about, id, accountId, name, at })
  await audit(tx, actor, at, 'rating.object', ['agency', form.agencyId], { ...form, id })
  return { id, version: 1 }
}

export async function answerObjection(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  { accepted, answer }: AnswerForm,
  { at }: Now,
): Promise<Made> {
  const row = await queries.lockObjection(tx, actor.tenantId, id)
  await permit(tx, actor, 'answer', row?.agencyId)
  if (!row) throw missing()
  if (row.version !== seen) throw stale()
  if (row.answer !== null) throw new Refusal('conflict', 'rating.answered', w.refusal.answered)
  await queries.answerObjection(tx, actor.tenantId, id, { answer, accepted, name: actor.name, at })
  await audit(tx, actor, at, 'rating.answer', ['agency', row.agencyId], { id, accepted, answer })
  return { id, version: seen + 1 }
}

// Locking ------------------------------------------------------------------------------------------------------------

/** Keeps every result with what it was found from. Refuses a running period, one without a rubric, one with open ends. */
export async function lockPeriod(
  tx: Sql,
  actor: Actor,
  { period: key, reason }: { period: string; reason: string },
  { at, today }: Now,
): Promise<Made> {
  const { tenantId, accountId, name } = actor
  await permit(tx, actor, 'lock')
  const period = readPeriod(key)
  if (!period || today <= period.to) throw new Refusal('conflict', 'rating.running', w.refusal.running)
  const rubric = await queries.findRubricOn(tx, tenantId, period.to)
  if (!rubric) throw new Refusal('conflict', 'rating.no-rubric', w.refusal.noRubric)
  const [changes, objections] = await Promise.all([
    queries.listChanges(tx, tenantId, key),
    queries.listObjections(tx, tenantId, key),
  ])
  const open =
    changes.filter(({ state }) => state === 'proposed').length +
    objections.filter(({ answer }) => answer === null).length
  if (open > 0) throw new Refusal('conflict', 'rating.open-ends', w.refusal.openEnds(open))
  const id = randomUUID()
  const row = { id, period: key, rubricId: rubric.id, rubric: rubric.body, reason, accountId, name, at }
  if (!(await queries.insertLock(tx, tenantId, row)))
    throw new Refusal('conflict', 'rating.locked', w.refusal.lockedAlready)
  const found = await snapshotsFor(tx, tenantId, rubric.body, period, today)
  await queries.insertSnapshots(tx, tenantId, id, found)
  await audit(tx, actor, at, 'rating.lock', ['rating-period', key], { reason, subjects: found.length })
  return { id, version: 1 }
}

export async function openPeriod(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  why: string,
  { at }: Now,
): Promise<Made> {
  await permit(tx, actor, 'lock')
  const row = await queries.lockLock(tx, actor.tenantId, id)
  if (!row) throw missing()
  if (row.version !== seen || row.openedAt !== null) throw stale()
  await queries.openLock(tx, actor.tenantId, id, { why, name: actor.name, at })
  await audit(tx, actor, at, 'rating.open', ['rating-period', row.period], { why })
  return { id, version: seen + 1 }
}
