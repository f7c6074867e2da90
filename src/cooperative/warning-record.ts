// What is done with a warning: sent to whom it touches, told, withdrawn. Each in the caller's transaction, with its audit.
import { Refusal } from '../base/refusal.ts'
import type { Actor, Capacity } from '../http/actor.ts'
import { tell } from '../notice/queries.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import type { Now } from '../task/record.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import { isKeeper, listKeepers } from './keeper.ts'
import type { SendForm, TellForm } from './warning.ts'
import { matchAll, type WarningScope, type Why, warningState } from './warning-match.ts'
import * as queries from './warning-queries.ts'

const WRITERS: readonly Role[] = ['officer', 'head', 'focal']

/** Why this person may not send it now; null when they may. */
export function whyNotSend(
  { capacities }: Pick<Actor, 'capacities'>,
  keepers: readonly string[],
  warning: queries.StoredWarning,
  today: string,
): string | null {
  if (!isKeeper(capacities, keepers)) return words.warning.notKeeper
  const state = warningState(warning, today)
  return state === 'ended' || state === 'withdrawn' ? words.warning.over[state] : null
}

export function whyNotWithdraw(
  { capacities }: Pick<Actor, 'capacities'>,
  keepers: readonly string[],
  warning: queries.StoredWarning,
): string | null {
  if (!isKeeper(capacities, keepers)) return words.warning.notKeeper
  if (warning.sentOn === null) return words.warning.notSent
  return warning.withdrawnOn === null ? null : words.warning.over.withdrawn
}

/** In which capacity this person tells cooperatives of the commune; null when it is not theirs. */
export const tellerOf = (
  { capacities }: Pick<Actor, 'capacities'>,
  keepers: readonly string[],
  placeId: string,
): Capacity | null =>
  capacities.find(
    (capacity) =>
      (WRITERS.includes(capacity.role) && [capacity.agencyId, capacity.unitOf].includes(placeId)) ||
      isKeeper([capacity], keepers),
  ) ?? null

export const scopeOf = ({ hsCodes, productWords, markets }: WarningScope): WarningScope => ({
  ...{ hsCodes, productWords, markets },
})

/** Cooperatives that match and are not on the list of this warning yet. */
export async function newMatches(
  sql: Sql,
  tenantId: number,
  warning: queries.StoredWarning,
): Promise<Map<string, Why[]>> {
  const [products, known] = await Promise.all([
    queries.listProducts(sql, tenantId),
    queries.listKnown(sql, tenantId, warning.id),
  ])
  const matches = matchAll(products, scopeOf(warning))
  for (const { cooperativeId } of known) matches.delete(cooperativeId)
  return matches
}

/**
 * Sends the warning to whom it matches today, less those left out, and those added, each with the reason; once sent, to
 * those that have come since. Refuses when nobody is left to send it to, and when the row was changed since it was seen.
 */
export async function sendWarning(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  form: SendForm,
  { at, today }: Now,
) {
  const { tenantId } = actor
  const warning = await queries.getWarning(tx, tenantId, id, true)
  const why = whyNotSend(actor, await listKeepers(tx, tenantId, 'trade-warning'), warning, today)
  if (why) {
    const isRight = why === words.warning.notKeeper
    throw new Refusal(isRight ? 'forbidden' : 'conflict', 'warning.send', why)
  }
  if (warning.version !== seen || warning.rowVersion !== form.rowVersion)
    throw new Refusal('stale', 'warning.stale', words.refusal.stale)
  const matches = await newMatches(tx, tenantId, warning)
  const known = new Set(
    (await queries.listKnown(tx, tenantId, id))
      .filter(({ kind }) => kind !== 'left-out')
      .map((one) => one.cooperativeId),
  )
  const leftOut = new Map(form.leftOut.map((one) => [one.cooperativeId, one.reason]))
  const added = form.added.filter(
    ({ cooperativeId }) => !matches.has(cooperativeId) && !known.has(cooperativeId),
  )
  const stranger = form.leftOut.find(({ cooperativeId }) => !matches.has(cooperativeId))
  if (stranger) throw new Refusal('conflict', 'warning.left-out', words.warning.leftOutUnknown)
  const there = await queries.listRefs(tx, tenantId, [
    ...matches.keys(),
    ...added.map((one) => one.cooperativeId),
  ])
  const placeOf = new Map(there.map((one) => [one.id, one.place.id]))
  if (added.some(({ cooperativeId }) => !placeOf.has(cooperativeId)))
    throw new Refusal('invalid', 'warning.added', words.warning.addedUnknown)
  const recipients: queries.NewRecipient[] = [
    ...[...matches].map(([cooperativeId, reasons]) => {
      const reason = leftOut.get(cooperativeId)
      const kind = reason === undefined ? ('matched' as const) : ('left-out' as const)
      return { cooperativeId, kind, why: reasons, reason: reason ?? '' }
    }),
    ...added.map(({ cooperativeId, reason }) => ({ cooperativeId, kind: 'added' as const, why: [], reason })),
  ]
  const sent = recipients.filter(({ kind }) => kind !== 'left-out')
  if (sent.length === 0) throw new Refusal('conflict', 'warning.nobody', words.warning.nobody)
  if (seen === 0)
    await queries.insertSending(tx, tenantId, { warningId: id, on: today, actor: actor.name, at })
  else await queries.touchSending(tx, tenantId, id, seen)
  // One that was left out before is sent it after all.
  await tx`
    delete from warning_recipient
    where tenant_id = ${tenantId} and warning_id = ${id} and kind = 'left-out'
      and cooperative_id = any(${sent.map(({ cooperativeId }) => cooperativeId)}::uuid[])`
  await queries.insertRecipients(tx, tenantId, id, recipients, { on: today, actor: actor.name, at })
  const places = new Map<string, number>()
  for (const { cooperativeId } of sent) {
    const place = placeOf.get(cooperativeId)
    if (place) places.set(place, (places.get(place) ?? 0) + 1)
  }
  await tell(tx, actor, at, queries.noticesOf(warning, 'warning-sent', places))
  await audit(tx, actor, at, 'warning.send', ['trade-warning', id], {
    ...{ recipients: sent.length, added, leftOut: form.leftOut, places: places.size },
  })
  return { version: seen + 1, recipients: sent.length, places: places.size }
}

/** Records that cooperatives were told: on which day and by which way. Refuses one that was told already. */
export async function recordTold(tx: Sql, actor: Actor, id: string, form: TellForm, { at, today }: Now) {
  const { tenantId } = actor
  const warning = await queries.getWarning(tx, tenantId, id)
  if (warning.withdrawnOn !== null)
    throw new Refusal('conflict', 'warning.withdrawn', words.warning.over.withdrawn)
  const keepers = await listKeepers(tx, tenantId, 'trade-warning')
  const ids = [...new Set(form.cooperativeIds)]
  const rows = await queries.lockRecipients(tx, tenantId, id, ids)
  if (rows.length < ids.length) throw new Refusal('missing', 'warning.recipient', words.refusal.missing)
  const capacities = rows.map(({ placeId }) => tellerOf(actor, keepers, placeId))
  const [first] = capacities
  if (!first || capacities.includes(null))
    throw new Refusal('forbidden', 'warning.tell', words.warning.notTeller)
  const before = rows.find(({ seenOn }) => seenOn !== null)
  if (before) throw new Refusal('conflict', 'warning.told', words.warning.toldAlready(before.name))
  if (form.on > today || rows.some(({ sentOn }) => form.on < sentOn)) {
    const message = words.warning.toldOnForm
    throw new Refusal('invalid', 'warning.told-on', message, [{ at: 'on', message }])
  }
  const { on, way, note } = form
  await queries.setTold(tx, tenantId, id, ids, {
    on,
    way,
    note,
    by: actor.name,
    agencyId: first.agencyId,
    at,
  })
  await audit(tx, actor, at, 'warning.told', ['trade-warning', id], { cooperativeIds: ids, on, way, note })
  return { told: ids.length }
}

/** Takes back what was recorded by mistake, with the reason. */
export async function undoTold(
  tx: Sql,
  actor: Actor,
  id: string,
  cooperativeId: string,
  reason: string,
  { at }: Now,
) {
  const { tenantId } = actor
  const keepers = await listKeepers(tx, tenantId, 'trade-warning')
  const [row] = await queries.lockRecipients(tx, tenantId, id, [cooperativeId])
  if (!row) throw new Refusal('missing', 'warning.recipient', words.refusal.missing)
  if (!tellerOf(actor, keepers, row.placeId))
    throw new Refusal('forbidden', 'warning.tell', words.warning.notTeller)
  if (row.seenOn === null) throw new Refusal('conflict', 'warning.not-told', words.warning.notToldYet)
  await queries.setTold(tx, tenantId, id, [cooperativeId], null)
  await audit(tx, actor, at, 'warning.untold', ['trade-warning', id], {
    cooperativeId,
    reason,
    was: row.seenOn,
  })
  return { told: 0 }
}

/** No longer holds, though its last day has not come: told to every commune that has a recipient. */
export async function withdrawWarning(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  reason: string,
  { at, today }: Now,
) {
  const { tenantId } = actor
  const warning = await queries.getWarning(tx, tenantId, id, true)
  const why = whyNotWithdraw(actor, await listKeepers(tx, tenantId, 'trade-warning'), warning)
  if (why) {
    const isRight = why === words.warning.notKeeper
    throw new Refusal(isRight ? 'forbidden' : 'conflict', 'warning.withdraw', why)
  }
  await queries.touchSending(tx, tenantId, id, seen)
  await queries.withdrawSending(tx, tenantId, id, { on: today, by: actor.name, reason })
  const places = await queries.countByPlace(tx, tenantId, id)
  const told = new Map(places.map(({ id: place, recipients }) => [place, recipients]))
  await tell(tx, actor, at, queries.noticesOf(warning, 'warning-withdrawn', told, reason))
  await audit(tx, actor, at, 'warning.withdraw', ['trade-warning', id], { reason })
  return {
    version: seen + 1,
    recipients: places.reduce((n, one) => n + one.recipients, 0),
    places: places.length,
  }
}
