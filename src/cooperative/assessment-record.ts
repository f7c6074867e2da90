// What people do about assessments: points by hand, another score with its reason, confirming by a second person, opening
// again, locking a year; rubrics. Each in one transaction with its audit entry; a confirmation writes the register of ratings.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { cooperativeRating } from '../register/cooperative-rating.ts'
import { insertRows, updateRows } from '../register/kit/record.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { assess } from './assessment.ts'
import {
  type AdjustForm,
  type Confirmed,
  type Deed,
  type Made,
  type PublishForm,
  type ScoreForm,
  whyNot,
} from './assessment-exchange.ts'
import * as queries from './assessment-queries.ts'
import type { CooperativeRubric } from './assessment-rubric.ts'
import { counting, type Rated, rateYear, rubricOf } from './assessments.ts'

const w = words.assessment

export interface Now {
  at: Date
  today: string
}

/** Apart from the locks of other rooms. */
const YEAR_LOCK = 28_000_000

const stale = () => new Refusal('stale', 'assessment.stale', words.refusal.stale)
const missing = () => new Refusal('missing', 'assessment.missing', w.refusal.missing)

export async function permit(sql: Sql, actor: Actor, deed: Deed): Promise<void> {
  const keepers = await queries.keeperIds(sql, actor.tenantId, cooperativeRating.name)
  const why = whyNot(deed, actor.capacities, keepers)
  if (why) throw new Refusal('forbidden', `assessment.${deed}`, why)
}

async function refuseLocked(tx: Sql, tenantId: number, year: number) {
  // Whoever changes a result and whoever locks its year wait for each other; those who change do not.
  await tx`select pg_advisory_xact_lock_shared(${tenantId}, ${YEAR_LOCK + year})`
  const held = (await queries.listLocks(tx, tenantId, year)).find(({ openedAt }) => openedAt === null)
  if (held) throw new Refusal('conflict', 'assessment.locked', w.refusal.locked(year, held.by, held.reason))
}

/** The assessment of one cooperative that is still open, as it stands; makes its row when nobody has touched it before. */
async function openOne(tx: Sql, actor: Actor, year: number, cooperativeId: string, seen: number, now: Now) {
  const { tenantId } = actor
  await refuseLocked(tx, tenantId, year)
  const { body } = await rubricOf(tx, tenantId, year)
  const locked = await queries.lockAssessment(tx, tenantId, year, cooperativeId)
  const [rated] = await rateYear(tx, tenantId, body, { year, today: now.today, only: [cooperativeId] })
  if (!rated) throw missing()
  if ((locked?.version ?? 0) !== seen) throw stale()
  if (locked?.state === 'confirmed')
    throw new Refusal('conflict', 'assessment.confirmed', w.refusal.confirmed)
  const id = locked?.id ?? randomUUID()
  if (!locked) await queries.insertAssessments(tx, tenantId, year, [{ id, cooperativeId }])
  return { id, body, rated, hand: locked?.hand ?? {}, adjusted: locked?.adjusted ?? null }
}

const byOf = ({ accountId, name }: Actor, at: Date) => ({ accountId, name, at })

/** Points by hand for what no register says; refused where a figure says it. */
export async function scoreByHand(
  tx: Sql,
  actor: Actor,
  year: number,
  cooperativeId: string,
  seen: number,
  form: ScoreForm,
  now: Now,
): Promise<Made> {
  await permit(tx, actor, 'score')
  const one = await openOne(tx, actor, year, cooperativeId, seen, now)
  const criterion = one.body.criteria.find(({ code }) => code === form.criterion)
  const result = one.rated.result.criteria.find(({ code }) => code === form.criterion)
  if (!criterion || !result) throw new Refusal('missing', 'assessment.criterion', w.refusal.criterion)
  if (form.points !== null && result.from === 'register')
    throw new Refusal('conflict', 'assessment.computed', w.refusal.computed(criterion.name))
  if (form.points !== null && form.points > criterion.points)
    throw new Refusal('invalid', 'assessment.points', w.refusal.points(criterion.points), [
      { at: 'points', message: w.refusal.points(criterion.points) },
    ])
  const hand = { ...one.hand }
  if (form.points === null) delete hand[form.criterion]
  else
    hand[form.criterion] = {
      points: form.points,
      reason: form.reason,
      ...{ accountId: actor.accountId, by: actor.name, at: now.at.toISOString() },
    }
  await queries.updateHand(tx, actor.tenantId, one.id, { hand, adjusted: one.adjusted })
  const kind = form.points === null ? ('unscore' as const) : ('score' as const)
  const detail = { criterion: criterion.name, points: form.points }
  const step = { id: randomUUID(), assessmentId: one.id, kind, detail, reason: form.reason }
  await queries.insertSteps(tx, actor.tenantId, [step], byOf(actor, now.at))
  await audit(tx, actor, now.at, `assessment.${kind}`, ['assessment', one.id], {
    year,
    cooperativeId,
    ...form,
  })
  return { id: one.id, version: seen + 1 }
}

/** Another score than the computed one, with its reason; the computed one stays beside it. */
export async function adjustScore(
  tx: Sql,
  actor: Actor,
  year: number,
  cooperativeId: string,
  seen: number,
  form: AdjustForm,
  now: Now,
): Promise<Made> {
  await permit(tx, actor, 'score')
  const one = await openOne(tx, actor, year, cooperativeId, seen, now)
  if (form.score !== null && one.rated.result.score === null)
    throw new Refusal('conflict', 'assessment.incomplete', w.refusal.incomplete)
  const adjusted =
    form.score === null
      ? null
      : {
          score: form.score,
          reason: form.reason,
          ...{ accountId: actor.accountId, by: actor.name, at: now.at.toISOString() },
        }
  await queries.updateHand(tx, actor.tenantId, one.id, { hand: one.hand, adjusted })
  const kind = form.score === null ? ('unadjust' as const) : ('adjust' as const)
  const step = {
    ...{ id: randomUUID(), assessmentId: one.id, kind, reason: form.reason },
    detail: { points: form.score },
  }
  await queries.insertSteps(tx, actor.tenantId, [step], byOf(actor, now.at))
  await audit(tx, actor, now.at, `assessment.${kind}`, ['assessment', one.id], {
    year,
    cooperativeId,
    ...form,
  })
  return { id: one.id, version: seen + 1 }
}

/** Why this person is no second pair of eyes for it: they scored it, changed it, or entered its figures. */
export function whyNotSecond(
  accountId: string,
  { found: { kept } }: Pick<Rated, 'found'>,
  author: string | null,
): string | null {
  const touched =
    kept?.adjusted?.accountId === accountId ||
    Object.values(kept?.hand ?? {}).some((hand) => hand.accountId === accountId)
  if (touched) return w.refusal.ownScore
  return author === accountId ? w.refusal.ownFigures : null
}

/**
 * Confirms those that are complete, as they were seen; each that cannot be is named with its reason and left as it is.
 * What is confirmed is written to the register of ratings, since the last day of the year's window.
 */
export async function confirmMany(
  tx: Sql,
  actor: Actor,
  year: number,
  chosen: readonly { cooperativeId: string; version: number }[],
  now: Now,
): Promise<Confirmed> {
  const { tenantId } = actor
  await permit(tx, actor, 'confirm')
  await refuseLocked(tx, tenantId, year)
  const { to } = queries.windowOf(year)
  if (now.today < to) throw new Refusal('conflict', 'assessment.running', w.refusal.running(year, to))
  const { body, published } = await rubricOf(tx, tenantId, year)
  if (!published) throw new Refusal('conflict', 'assessment.no-rubric', w.refusal.noRubric)
  const ids = [...new Set(chosen.map(({ cooperativeId }) => cooperativeId))].sort()
  await tx`
    select 1 from cooperative where tenant_id = ${tenantId} and id = any(${ids}::uuid[]) order by id for no key update`
  const [rated, authors] = await Promise.all([
    rateYear(tx, tenantId, body, { year, today: now.today, only: ids }),
    queries.listUpdateAuthors(tx, tenantId, year, ids),
  ])
  const authorOf = new Map(authors.map(({ cooperativeId, accountId }) => [cooperativeId, accountId]))
  const byId = new Map(rated.map((one) => [one.found.id, one]))
  const refused: Confirmed['refused'] = []
  const taken: Rated[] = []
  for (const { cooperativeId, version } of new Map(chosen.map((one) => [one.cooperativeId, one])).values()) {
    const one = byId.get(cooperativeId)
    const why = !one
      ? w.refusal.missing
      : (one.found.kept?.version ?? 0) !== version
        ? words.refusal.stale
        : one.state === 'confirmed'
          ? w.refusal.confirmed
          : one.band === null
            ? w.refusal.incomplete
            : whyNotSecond(actor.accountId, one, authorOf.get(cooperativeId) ?? null)
    if (why || !one)
      refused.push({ cooperativeId, name: one?.found.name ?? '', why: why ?? w.refusal.missing })
    else taken.push(one)
  }
  await writeConfirmed(tx, actor, year, published.id, body, taken, now)
  return { confirmed: taken.length, refused }
}

/** The rows of the room and those of the register; in a few statements however many. */
async function writeConfirmed(
  tx: Sql,
  actor: Actor,
  year: number,
  rubricId: string,
  body: CooperativeRubric,
  taken: readonly Rated[],
  now: Now,
) {
  if (taken.length === 0) return
  const { tenantId } = actor
  const standsOn = queries.windowOf(year).to
  const idOf = new Map(taken.map(({ found }) => [found.id, found.kept?.id ?? randomUUID()]))
  const fresh = taken.filter(({ found }) => found.kept === null)
  if (fresh.length)
    await queries.insertAssessments(
      tx,
      tenantId,
      year,
      fresh.map(({ found }) => ({ id: idOf.get(found.id) ?? '', cooperativeId: found.id })),
    )
  const rows = taken.map(({ found, facts, result }) => {
    // Computed again from the very facts that are kept, so that it can be replayed.
    const { score, band } = counting(
      body,
      assess(body, facts, year, found.kept?.hand),
      found.kept?.adjusted ?? null,
    )
    if (band === null) throw new Error(`assessment of ${found.id} has no band`)
    return {
      id: idOf.get(found.id) ?? '',
      cooperativeId: found.id,
      band,
      score,
      found: { rubricId, facts, result },
    }
  })
  await queries.confirmAssessments(tx, tenantId, rows, byOf(actor, now.at))
  await queries.insertSteps(
    tx,
    tenantId,
    rows.map(({ id, band, score }) => ({
      ...{ id: randomUUID(), assessmentId: id, kind: 'confirm' as const, reason: '' },
      detail: { band, points: score },
    })),
    byOf(actor, now.at),
  )
  const before = await queries.listRatings(tx, tenantId, year, [...idOf.keys()])
  const known = new Map(before.map((row) => [row.cooperativeId, row]))
  const batch = { ...now, act: 'confirm', batchId: null, reason: w.registerReason(year) }
  const added = rows.filter(({ cooperativeId }) => !known.has(cooperativeId))
  if (added.length)
    await insertRows(
      tx,
      actor,
      cooperativeRating,
      added.map(({ cooperativeId, band, score }) => ({
        id: randomUUID(),
        values: { cooperative: cooperativeId, year, standsOn, band, score },
      })),
      batch,
    )
  const changed = rows.flatMap(({ cooperativeId, band, score }) => {
    const old = known.get(cooperativeId)
    return old && (old.band !== band || old.score !== score)
      ? [{ id: old.id, version: old.version, values: { band, score } }]
      : []
  })
  if (changed.length) await updateRows(tx, actor, cooperativeRating, changed, batch)
  await audit(tx, actor, now.at, 'assessment.confirm', ['assessment-year', String(year)], {
    confirmed: rows.map(({ cooperativeId, band, score }) => ({ cooperativeId, band, score })),
  })
}

/** A confirmed one is changed only after this, with the reason; its band stays in the register until it is confirmed anew. */
export async function reopen(
  tx: Sql,
  actor: Actor,
  year: number,
  cooperativeId: string,
  seen: number,
  reason: string,
  now: Now,
): Promise<Made> {
  await permit(tx, actor, 'reopen')
  await refuseLocked(tx, actor.tenantId, year)
  const locked = await queries.lockAssessment(tx, actor.tenantId, year, cooperativeId)
  if (!locked) throw missing()
  if (locked.version !== seen) throw stale()
  if (locked.state !== 'confirmed')
    throw new Refusal('conflict', 'assessment.not-confirmed', w.refusal.notConfirmed)
  await queries.reopenAssessment(tx, actor.tenantId, locked.id)
  const step = { id: randomUUID(), assessmentId: locked.id, kind: 'reopen' as const, detail: {}, reason }
  await queries.insertSteps(tx, actor.tenantId, [step], byOf(actor, now.at))
  await audit(tx, actor, now.at, 'assessment.reopen', ['assessment', locked.id], {
    year,
    cooperativeId,
    reason,
  })
  return { id: locked.id, version: seen + 1 }
}

// Locks -------------------------------------------------------------------------------------------------------------

export async function lockYear(
  tx: Sql,
  actor: Actor,
  { year, reason }: { year: number; reason: string },
  { at, today }: Now,
): Promise<Made> {
  await permit(tx, actor, 'lock')
  const { tenantId, accountId, name } = actor
  const { to } = queries.windowOf(year)
  if (today < to) throw new Refusal('conflict', 'assessment.running', w.refusal.running(year, to))
  await tx`select pg_advisory_xact_lock(${tenantId}, ${YEAR_LOCK + year})`
  const id = randomUUID()
  if (!(await queries.insertLock(tx, tenantId, { id, year, reason, accountId, name, at })))
    throw new Refusal('conflict', 'assessment.locked-already', w.refusal.lockedAlready(year))
  await audit(tx, actor, at, 'assessment.lock', ['assessment-year', String(year)], { reason })
  return { id, version: 1 }
}

export async function unlockYear(
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
  await audit(tx, actor, at, 'assessment.unlock', ['assessment-year', String(row.year)], { why })
  return { id, version: seen + 1 }
}

// Rubrics -----------------------------------------------------------------------------------------------------------

export async function draftRubric(
  tx: Sql,
  actor: Actor,
  body: CooperativeRubric,
  { at }: Now,
): Promise<Made> {
  await permit(tx, actor, 'draft')
  const id = randomUUID()
  const { tenantId, accountId, name } = actor
  await queries.insertRubric(tx, tenantId, { id, body, accountId, name, at })
  await audit(tx, actor, at, 'cooperative-rubric.draft', ['cooperative-rubric', id], body)
  return { id, version: 1 }
}

async function openDraft(tx: Sql, actor: Actor, id: string, seen: number) {
  const row = await queries.lockRubric(tx, actor.tenantId, id)
  if (!row) throw new Refusal('missing', 'cooperative-rubric.missing', w.refusal.rubricMissing)
  if (row.state !== 'draft')
    throw new Refusal('conflict', 'cooperative-rubric.published', w.refusal.published)
  if (row.version !== seen) throw stale()
  return row
}

export async function changeRubric(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  body: CooperativeRubric,
  { at }: Now,
): Promise<Made> {
  await permit(tx, actor, 'draft')
  const before = await openDraft(tx, actor, id, seen)
  await queries.updateRubric(tx, actor.tenantId, id, body)
  await audit(tx, actor, at, 'cooperative-rubric.change', ['cooperative-rubric', id], {
    before: before.body,
    after: body,
  })
  return { id, version: seen + 1 }
}

export async function dropRubric(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  { at }: Now,
): Promise<Made> {
  await permit(tx, actor, 'draft')
  const { body } = await openDraft(tx, actor, id, seen)
  await queries.deleteRubric(tx, actor.tenantId, id)
  await audit(tx, actor, at, 'cooperative-rubric.drop', ['cooperative-rubric', id], body)
  return { id, version: seen + 1 }
}

/** From its year on. What was confirmed before keeps the version it was confirmed with. */
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
    throw new Refusal('invalid', 'cooperative-rubric.document-ahead', w.refusal.documentAhead, [
      { at: 'documentOn', message: w.refusal.documentAhead },
    ])
  if (!(await queries.publishRubric(tx, actor.tenantId, id, { ...form, name: actor.name, at })))
    throw new Refusal('conflict', 'cooperative-rubric.same-year', w.refusal.sameYear(form.fromYear))
  await audit(tx, actor, at, 'cooperative-rubric.publish', ['cooperative-rubric', id], form)
  return { id, version: seen + 1 }
}
