// A correction carried out: what the item says, the work that follows from it, the counters, the word to the agencies.
// The document stands as it was; nothing that was done is unwritten.
import { randomUUID } from 'node:crypto'
import { fullName } from '../agency/agency.ts'
import { listAgencies } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { NewNotice } from '../notice/notice.ts'
import { tell } from '../notice/queries.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { CountChanges } from '../task/counts.ts'
import { countItem } from '../task/item-queries.ts'
import type { Now } from '../task/record.ts'
import * as words from '../vocabulary/words.ts'
import {
  type CorrectionForm,
  changedFields,
  type ItemReading,
  isTracked,
  mayBear,
  onlyFields,
  type ReadingField,
  whyNotCorrect,
} from './correction.ts'
import * as queries from './correction-queries.ts'
import { followReading } from './follow-reading.ts'

const invalid = (code: string, message: string) => new Refusal('invalid', `correction.${code}`, message)

/**
 * Mends a misreading of an item whose version `seen` is current. Refuses what this person may not correct, what would
 * change nothing, and a lead who has finished already.
 */
export async function correctItem(
  tx: Sql,
  actor: Actor,
  itemId: string,
  seen: number,
  form: CorrectionForm,
  now: Now,
): Promise<{ id: string; version: number }> {
  const { tenantId } = actor
  await refuseStranger(tx, actor, itemId)
  const held = await queries.lockItem(tx, tenantId, itemId, seen)
  const item = await queries.getItem(tx, tenantId, itemId)
  const before = item.reading
  const after = await readingAfter(tx, tenantId, item, form, now.today)
  const fields = changedFields(before, after)
  if (fields.length === 0) throw invalid('nothing', words.correction.nothing)
  const id = randomUUID()
  const changes = new CountChanges()
  if (isTracked(before)) await countItem(tx, tenantId, itemId, -1, changes)
  const version = await queries.updateReading(tx, tenantId, itemId, after)
  if (isTracked(after)) await countItem(tx, tenantId, itemId, 1, changes)
  await followReading(tx, actor, { item, after, held, reason: form.reason, batchId: id }, now, changes)
  const { reason } = form
  const kept = { before: onlyFields(before, fields), after: onlyFields(after, fields) }
  await queries.insertCorrection(tx, tenantId, {
    ...{ id, planId: item.planId, itemId, reason, ...kept },
    ...{ accountId: actor.accountId, actor: actor.name, at: now.at },
  })
  await tell(tx, actor, now.at, noticesOf(itemId, before, after, fields, reason))
  changes.touchNames()
  await changes.write(tx, tenantId)
  await audit(tx, actor, now.at, 'plan.correct', ['item', itemId], { correction: id, reason, ...kept })
  return { id, version }
}

/** The capacities of the actor are looked at before anything is locked. */
async function refuseStranger(tx: Sql, actor: Actor, itemId: string) {
  const { overseerId, overseerName } = await queries.getItem(tx, actor.tenantId, itemId)
  const overseer = overseerId && overseerName ? { id: overseerId, name: overseerName } : null
  const why = whyNotCorrect(actor.capacities, overseer)
  if (why) throw new Refusal('forbidden', 'forbidden.plan.correct', why)
}

/** What the item would say, with everything that follows of itself; refuses what cannot be. */
async function readingAfter(
  tx: Sql,
  tenantId: number,
  item: queries.ItemFacts,
  form: CorrectionForm,
  today: string,
): Promise<ItemReading> {
  const before = item.reading
  const { reason: _, mergedInto, bearers, coordinators, ...plain } = form
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
  const after: ItemReading = { ...before, ...given }
  if (form.spans && !(await queries.areInDocument(tx, tenantId, item.documentId, form.spans)))
    throw invalid('spans', words.correction.spansOutside)
  after.mergedInto = await targetOf(tx, tenantId, item, after, mergedInto)
  const names = await agencyNames(tx, tenantId, [...(bearers ?? []), ...(coordinators ?? [])], today, [
    ...before.bearers,
    ...before.coordinators,
  ])
  if (bearers) after.bearers = bearers.map(names)
  if (coordinators) after.coordinators = coordinators.map(names)
  if (!isTracked(after)) after.bearers = []
  else if (form.bearers || form.outcome) refuseBearers(after)
  if (after.outcome === 'assign') {
    const lead = after.bearers[0]?.id
    after.coordinators = after.coordinators.filter(({ id }) => id !== lead)
    // One agency is all of them.
    if (after.completion.rule === 'share') after.completion = { rule: 'all', share: null }
  }
  after.completion = { ...after.completion, share: shareOf(after.completion) }
  // What comes back in periods waits for nothing.
  if (form.every) after.event = null
  else if (form.event) after.every = null
  return after
}

export function shareOf({ rule, share }: ItemReading['completion']): number | null {
  if (rule !== 'share') return null
  if (share === null) throw invalid('share', words.correction.shareMissing)
  return share
}

/** One agency leads alone, of a collective duty there is at least one member. */
export function refuseBearers({ outcome, bearers }: Pick<ItemReading, 'outcome' | 'bearers'>): void {
  if (outcome === 'assign' && bearers.length !== 1) throw invalid('one-lead', words.correction.oneLead)
  if (bearers.length === 0) throw invalid('no-lead', words.correction.noLead)
}

/**
 * Looks agencies up by id. Refuses one that may be given no work today (it has ended, or is a unit of another), unless
 * it has this very work (`present`), and one that is not there.
 */
export async function agencyNames(
  tx: Sql,
  tenantId: number,
  ids: readonly string[],
  today: string,
  present: readonly { id: string }[],
) {
  const wanted = new Set(ids)
  const kept = new Set(present.map(({ id }) => id))
  const known = new Map(
    (wanted.size ? await listAgencies(tx, tenantId) : [])
      .filter((agency) => wanted.has(agency.id))
      .map((agency) => [agency.id, agency]),
  )
  return (id: string) => {
    const agency = known.get(id)
    if (!agency) throw invalid('agency', words.correction.agencyUnknown)
    if (!mayBear(agency, today) && !kept.has(id))
      throw invalid('agency-ended', words.correction.agencyEnded(fullName(agency)))
    return { id, name: agency.name }
  }
}

/** The duty of the same plan that this one says again. */
async function targetOf(
  tx: Sql,
  tenantId: number,
  { id, planId, reading }: queries.ItemFacts,
  { outcome }: ItemReading,
  wanted: string | null | undefined,
): Promise<ItemReading['mergedInto']> {
  if (outcome !== 'merged') return null
  const into = wanted === undefined ? reading.mergedInto?.id : wanted
  const target = into ? await queries.findInPlan(tx, tenantId, planId, into) : null
  if (!target || target.id === id) throw invalid('merge', words.correction.mergeMissing)
  if (target.outcome === 'merged') throw invalid('merge-circle', words.review.faults.mergeCircle)
  if (await queries.isMergedInto(tx, tenantId, id))
    throw invalid('merge-chain', words.review.faults.mergeChain)
  const { section, quote } = target
  return { id: target.id, section, quote }
}

/** Words of a duty that fit a line of a list. */
const TITLE = 300

/** Each agency is told what it means to it: newly given, no longer given, or said otherwise. */
function noticesOf(
  itemId: string,
  before: ItemReading,
  after: ItemReading,
  fields: readonly ReadingField[],
  reason: string,
): NewNotice[] {
  const involved = (reading: ItemReading) =>
    new Set(isTracked(reading) ? [...reading.bearers, ...reading.coordinators].map(({ id }) => id) : [])
  const [was, is] = [involved(before), involved(after)]
  return [...new Set([...was, ...is])].map((agencyId) => ({
    agencyId,
    kind: !was.has(agencyId) ? 'given' : is.has(agencyId) ? 'corrected' : 'withdrawn',
    subject: { kind: 'item', id: itemId },
    detail: { title: after.quote.slice(0, TITLE), reason, fields: [...fields] },
  }))
}
