// What must be done first: who may say so, and how it is written.
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { CountChanges } from '../task/counts.ts'
import * as words from '../vocabulary/words.ts'
import { type PrerequisiteForm, whyNotPrerequisite } from './waiting.ts'

interface LockedItem {
  id: string
  outcome: string
  version: number
  planId: string
  overseerId: string | null
  leadId: string | null
}

/** Takes the item's lock: two people entering the same follow each other. Refuses an unknown item. */
async function lockItem(tx: Sql, tenantId: number, id: string): Promise<LockedItem> {
  const [item] = await tx<LockedItem[]>`
    select item.id, item.outcome, item.version, item.plan_id as "planId", plan.overseer_id as "overseerId",
           item.lead_id as "leadId"
    from item join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
    where item.tenant_id = ${tenantId} and item.id = ${id}
    for no key update of item`
  if (!item) throw new Refusal('missing', 'item.missing', words.refusal.missing)
  return item
}

export const isTracked = (outcome: string) => outcome === 'assign' || outcome === 'each'

interface Now {
  at: Date
  today: string
}

/** Records that the item cannot go on before another is done. A circle is not refused: it is named on every page. */
export async function addPrerequisite(
  tx: Sql,
  actor: Actor,
  itemId: string,
  { requiresItemId, reason }: PrerequisiteForm,
  { at, today }: Now,
): Promise<number> {
  const { tenantId, accountId } = actor
  if (itemId === requiresItemId)
    throw new Refusal('invalid', 'prerequisite.itself', words.waiting.faults.itself)
  const item = await lockItem(tx, tenantId, itemId)
  refuseStranger(actor, item)
  if (!isTracked(item.outcome))
    throw new Refusal('invalid', 'prerequisite.untracked', words.waiting.faults.untracked)
  const [required] = await tx<{ outcome: string; state: string }[]>`
    select outcome, state from item where tenant_id = ${tenantId} and id = ${requiresItemId}`
  if (!required) throw new Refusal('missing', 'prerequisite.unknown', words.waiting.faults.unknown)
  if (!isTracked(required.outcome))
    throw new Refusal('invalid', 'prerequisite.untracked', words.waiting.faults.untracked)
  const added = await tx`
    insert into prerequisite (tenant_id, item_id, requires_item_id, reason, on_day, account_id, at)
    values (${tenantId}, ${itemId}, ${requiresItemId}, ${reason}, ${today}, ${accountId}, ${at})
    on conflict do nothing returning item_id`
  if (added.length === 0) throw new Refusal('conflict', 'prerequisite.known', words.waiting.faults.known)
  await audit(tx, actor, at, 'prerequisite.add', ['item', itemId], { requiresItemId, reason })
  return moveVersion(tx, tenantId, item)
}

/** Takes it away again; the reason stays in the audit. Refuses when the item has changed since `seen`. */
export async function removePrerequisite(
  tx: Sql,
  actor: Actor,
  {
    itemId,
    requiresItemId,
    seen,
    reason,
  }: { itemId: string; requiresItemId: string; seen: number; reason: string },
  { at }: Now,
): Promise<number> {
  const { tenantId } = actor
  const item = await lockItem(tx, tenantId, itemId)
  refuseStranger(actor, item)
  if (item.version !== seen) throw new Refusal('stale', 'item.stale', words.refusal.stale)
  const [removed] = await tx<{ said: string }[]>`
    delete from prerequisite
    where tenant_id = ${tenantId} and item_id = ${itemId} and requires_item_id = ${requiresItemId}
    returning reason as said`
  if (!removed) throw new Refusal('missing', 'prerequisite.missing', words.waiting.faults.removed)
  await audit(tx, actor, at, 'prerequisite.remove', ['item', itemId], { requiresItemId, reason, ...removed })
  return moveVersion(tx, tenantId, item)
}

function refuseStranger(actor: Actor, item: LockedItem) {
  const why = whyNotPrerequisite(actor.capacities, item)
  if (why) throw new Refusal('forbidden', 'forbidden.prerequisite.write', why)
}

/** The item has another version now, and whatever was computed from its work is old. */
async function moveVersion(
  tx: Sql,
  tenantId: number,
  { id, version, leadId, overseerId }: LockedItem,
): Promise<number> {
  await tx`update item set version = ${version + 1} where tenant_id = ${tenantId} and id = ${id}`
  const changes = new CountChanges()
  changes.touch(leadId ?? overseerId ?? id)
  await changes.write(tx, tenantId)
  return version + 1
}
