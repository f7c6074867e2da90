// The work of an item after its reading was corrected: whose it is, which period it is for, when it is due. Open work
// passes with the correction as its cause; what is done stays with who did it.
import { randomUUID } from 'node:crypto'
import { addDays, daysBetween } from '../base/calendar.ts'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { Sql } from '../store/database.ts'
import { closeWork, reopenWork, scheduleWork, transferWork } from '../task/acts.ts'
import type { CountChanges } from '../task/counts.ts'
import { giveMore, type NewAssignment } from '../task/create-work.ts'
import { bindingDay, earlier, type Round, roundOf } from '../task/giving.ts'
import { refreshItem } from '../task/item-queries.ts'
import type { Now } from '../task/record.ts'
import { isOpen } from '../task/task.ts'
import * as words from '../vocabulary/words.ts'
import { type ItemReading, isTracked } from './correction.ts'
import { freeParts, type Held, type ItemFacts, movePeriod } from './correction-queries.ts'

interface Change {
  /** As it was read until now. */
  item: ItemFacts
  after: ItemReading
  /** The assignments at hand, locked. */
  held: readonly Held[]
  reason: string
  batchId: string
}

/** The hands that carry a change out: transaction, person, moment, cause, and what it changes in the counters. */
interface Hands {
  tx: Sql
  actor: Actor
  now: Now
  act: { text: string; batchId: string }
  changes: CountChanges
}

/** A leading assignment that is asked for; isBack: opened again by this correction, with whatever day it once had. */
type Bearing = Held & { isBack: boolean }

/**
 * Everything that follows for the assignments of an item which is locked and has been rewritten. The caller writes the
 * counters.
 */
export async function followReading(
  tx: Sql,
  actor: Actor,
  change: Change,
  now: Now,
  changes: CountChanges,
): Promise<void> {
  const { item, after, held, reason, batchId } = change
  const hands: Hands = { tx, actor, now, act: { text: reason, batchId }, changes }
  if (!isTracked(after)) return close(hands, held)
  const leads = held.filter(({ role }) => role === 'lead')
  const round = roundUnder(change, leads, now)
  if (leads.some(({ period }) => period !== round.period)) await movePeriod(tx, actor.tenantId, leads, round)
  const bearing = await passLeads(hands, change, leads, round)
  const was = dayBefore(item, leads)
  await moveDays(hands, bearing, was, round.dueOn)
  const [lead] = bearing
  const parentId = after.outcome === 'assign' ? (lead?.id ?? null) : null
  await passParts(hands, change, parentId, was, after.every ? null : round.dueOn)
  await refreshItem(tx, actor.tenantId, item.id, changes)
}

async function close({ tx, actor, now, act, changes }: Hands, rows: readonly Held[]) {
  const ids = rows.filter(({ status }) => isOpen(status)).map(({ id }) => id)
  if (ids.length) await closeWork(tx, actor, { ids, onDay: now.today, ...act }, now, changes)
}

async function schedule(
  { tx, actor, now, act, changes }: Hands,
  rows: readonly Held[],
  dueOn: string | null,
) {
  const ids = rows.map(({ id }) => id)
  if (ids.length) await scheduleWork(tx, actor, { ids, dueOn, ended: true, ...act }, now, changes)
}

async function reopen({ tx, actor, now, act, changes }: Hands, rows: readonly Held[]): Promise<Held[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length) await reopenWork(tx, actor, { ids, ...act }, now, changes)
  return rows.map((row) => ({ ...row, status: 'active' }))
}

/** An event that was recorded set the day: as long as it is the same event, the day stays. */
const hasEventDay = ({ eventOn, reading }: ItemFacts, after: ItemReading): boolean =>
  eventOn !== null && reading.event === after.event

/** The last day that the old reading gave the round at hand. */
function dayBefore({ reading, reportDays, eventOn }: ItemFacts, [first]: readonly Held[]): string | null {
  if (first?.periodTo) return addDays(first.periodTo, reportDays)
  return eventOn === null ? bindingDay(reading) : (first?.dueOn ?? null)
}

/** Period and last day of the round at hand under the new reading. */
function roundUnder({ item, after }: Change, leads: readonly Held[], { today }: Now): Round {
  const fresh = roundOf(after, { today, on: today, reportDays: item.reportDays })
  const [old] = leads
  if (!old) return fresh
  if (hasEventDay(item, after)) return { ...fresh, dueOn: old.dueOn }
  // The period stays the one it was opened for, unless its kind was misread.
  if (!after.every || after.every !== item.reading.every || !old.periodTo) return fresh
  const { period, periodFrom, periodTo } = old
  return { ...fresh, period, periodFrom, periodTo, dueOn: addDays(periodTo, item.reportDays) }
}

/**
 * The leading assignments asked for under the new reading, in the state in which they are afterwards. One agency read
 * for another: its open assignment passes on. Otherwise who is no longer meant is closed, who is meant gets one.
 */
async function passLeads(
  hands: Hands,
  { item, after }: Change,
  leads: readonly Held[],
  round: Round,
): Promise<Bearing[]> {
  const { tx, actor, now, act, changes } = hands
  const wanted = new Set(after.bearers.map(({ id }) => id))
  const live = leads.filter(({ status }) => status !== 'closed')
  const leaving = live.filter(({ agencyId }) => !wanted.has(agencyId))
  const staying = live.filter(({ agencyId }) => wanted.has(agencyId))
  const coming = [...wanted].filter((id) => staying.every(({ agencyId }) => agencyId !== id))
  const finished = leaving.find(({ status }) => !isOpen(status))
  if (finished)
    throw new Refusal('conflict', 'correction.done', words.correction.leadDone(finished.agencyName))
  const [from] = leaving
  const [to] = coming
  if (from && to && leaving.length === 1 && coming.length === 1) {
    await transferWork(tx, actor, { ids: [from.id], to, onDay: now.today, ...act }, now, changes)
    return asBearing([...staying, { ...from, agencyId: to }], false)
  }
  await close(hands, leaving)
  if (after.outcome === 'each') await freeParts(tx, actor.tenantId, item.id)
  // Closed work is opened again; who never had any gets an assignment of its own.
  const closed = leads.filter(({ status, agencyId }) => status === 'closed' && coming.includes(agencyId))
  const again = await reopen(hands, closed)
  const fresh = coming.filter((id) => closed.every(({ agencyId }) => agencyId !== id))
  const made = await giveFresh(hands, item, leads, fresh, round)
  return [...asBearing([...staying, ...made], false), ...asBearing(again, true)]
}

const asBearing = (rows: readonly Held[], isBack: boolean): Bearing[] =>
  rows.map((row) => ({ ...row, isBack }))

async function giveFresh(
  { tx, actor, now, changes }: Hands,
  item: ItemFacts,
  leads: readonly Held[],
  agencyIds: readonly string[],
  round: Round,
): Promise<Held[]> {
  const passedOn = leads.find(({ givenTo }) => agencyIds.includes(givenTo))
  if (passedOn)
    throw new Refusal(
      'conflict',
      'correction.passed-on',
      words.correction.passedOn(passedOn.givenName, passedOn.agencyName),
    )
  const given = { ...round, givenOn: now.today }
  const made = agencyIds.map(
    (agencyId): NewAssignment => ({
      ...{ id: randomUUID(), itemId: item.id, agencyId, ordinal: item.ordinal, role: 'lead' },
      ...{ parentId: null, duty: '' },
      ...given,
    }),
  )
  await giveMore(tx, actor.tenantId, item.planId, made, now.at, changes)
  return made.map(
    (one): Held => ({
      ...given,
      ...{ id: one.id, role: 'lead', agencyId: one.agencyId, agencyName: '', givenName: '' },
      ...{ givenTo: one.agencyId, status: 'assigned' },
    }),
  )
}

/** A day that was granted stays when it is later than the one that was misread; every other one is put right. */
async function moveDays(hands: Hands, bearing: readonly Bearing[], was: string | null, is: string | null) {
  const wasGranted = ({ dueOn }: Held) => dueOn !== null && dueOn !== was && is !== null && dueOn > is
  const rows = bearing.filter((one) => one.dueOn !== is && (one.isBack || (was !== is && !wasGranted(one))))
  await schedule(hands, rows, is)
}

/**
 * The parts of coordinating agencies: those of agencies no longer meant are closed, the others keep their distance to
 * the lead's day, who is newly meant gets one where the duty is due once, on a day, and the plan gives parts.
 */
async function passParts(
  hands: Hands,
  { item, after, held }: Change,
  parentId: string | null,
  was: string | null,
  is: string | null,
): Promise<void> {
  const parts = held.filter(({ role }) => role === 'coordinating')
  const before = new Set(isTracked(item.reading) ? item.reading.coordinators.map(({ id }) => id) : [])
  const wanted = after.coordinators.map(({ id }) => id)
  const live = parts.filter(({ status }) => status !== 'closed')
  await close(
    hands,
    live.filter(({ agencyId }) => before.has(agencyId) && !wanted.includes(agencyId)),
  )
  const isLive = (id: string) => live.some(({ agencyId }) => agencyId === id)
  const coming = wanted.filter((id) => !isLive(id) && !before.has(id))
  const again = await reopen(
    hands,
    parts.filter(({ status, agencyId }) => status === 'closed' && coming.includes(agencyId)),
  )
  const staying = live.filter(({ agencyId }) => wanted.includes(agencyId) || !before.has(agencyId))
  const days = new Map<string | null, Held[]>()
  if (!after.every)
    for (const part of [...(was === is ? [] : staying), ...again]) {
      const day = partUnder(part, item.subDutyDays ?? 0, was, is)
      if (part.dueOn !== day) days.set(day, [...(days.get(day) ?? []), part])
    }
  for (const [day, rows] of days) await schedule(hands, rows, day)
  // A duty that only now has a day gives every coordinating agency its part.
  const mayLack = was === null && is !== null ? wanted : coming
  const lacking = mayLack.filter((id) =>
    parts.every(({ agencyId, givenTo }) => agencyId !== id && givenTo !== id),
  )
  if (is === null || item.subDutyDays === null || after.every) return
  const { tx, actor, now, changes } = hands
  const dueOn = earlier(is, item.subDutyDays, now.today)
  const made = lacking.map(
    (agencyId): NewAssignment => ({
      ...{ id: randomUUID(), itemId: item.id, agencyId, ordinal: item.ordinal, role: 'coordinating' },
      ...{ parentId, duty: '', period: '', periodFrom: null, periodTo: null, dueOn, givenOn: now.today },
    }),
  )
  await giveMore(tx, actor.tenantId, item.planId, made, now.at, changes)
}

function partUnder(
  { dueOn, givenOn }: Held,
  days: number,
  was: string | null,
  is: string | null,
): string | null {
  if (is === null) return null
  return earlier(is, was !== null && dueOn !== null ? daysBetween(dueOn, was) : days, givenOn)
}
