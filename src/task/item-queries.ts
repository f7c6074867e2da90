// Items as they are written after publishing: their cached state, the event they wait for, the overseer's word.
import { asJson, type Sql } from '../store/database.ts'
import type { CountChanges } from './counts.ts'
import { countedItemState, type ItemState, itemState } from './item.ts'
import type { Completion } from './task.ts'

interface ItemRow {
  id: string
  planId: string
  outcome: string
  completion: Completion
  share: number | null
  wordOn: string | null
  state: ItemState
  dueOn: string | null
  doneOn: string | null
  leadId: string | null
}

interface RoundRow {
  itemId: string
  assignments: number
  closed: number
  doneOn: string[]
  dueOn: string | null
  lead: string
}

/**
 * Brings the cached state of items in line with their leading assignments of the latest period; collects what that
 * changes in the counters, and the agencies it touches.
 */
export async function refreshItems(
  tx: Sql,
  tenantId: number,
  itemIds: readonly string[],
  changes: CountChanges,
  touched: Set<string>,
): Promise<void> {
  if (itemIds.length === 0) return
  const ids = [...new Set(itemIds)]
  // Locked before the assignments are counted, so that the last of two confirmations at once sees both.
  const items = await tx<ItemRow[]>`
    select id, plan_id as "planId", outcome, completion, completion_share as share, word_on as "wordOn", state,
           due_on as "dueOn", done_on as "doneOn", lead_id as "leadId"
    from item where tenant_id = ${tenantId} and id = any(${ids}::uuid[]) order by id for update`
  const rounds = new Map((await listRounds(tx, tenantId, ids)).map((round) => [round.itemId, round]))
  const moved: Pick<ItemRow, 'id' | 'state' | 'dueOn' | 'doneOn' | 'leadId'>[] = []
  for (const item of items) {
    const round = rounds.get(item.id)
    if (!round) continue
    const now = {
      id: item.id,
      ...itemState({ ...item, ...round }),
      dueOn: round.dueOn,
      leadId: item.outcome === 'assign' ? round.lead : null,
    }
    if (
      now.state === item.state &&
      now.dueOn === item.dueOn &&
      now.doneOn === item.doneOn &&
      now.leadId === item.leadId
    )
      continue
    moved.push(now)
    for (const [{ dueOn, leadId, state, doneOn }, n] of [
      [item, -1],
      [now, 1],
    ] as const) {
      const place = {
        planId: item.planId,
        agencyId: leadId,
        dueOn,
        state: countedItemState(state, dueOn, doneOn),
      }
      changes.item(place, n)
      if (leadId) touched.add(leadId)
    }
  }
  if (moved.length)
    await tx`
      update item set state = now.state, due_on = now."dueOn", done_on = now."doneOn", lead_id = now."leadId"
      from jsonb_to_recordset(${tx.json(asJson(moved))}) as now
        (id uuid, state text, "dueOn" date, "doneOn" date, "leadId" uuid)
      where item.tenant_id = ${tenantId} and item.id = now.id`
}

const listRounds = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<RoundRow[]>`
  select assignment.item_id as "itemId", count(*) as assignments,
         count(*) filter (where status = 'closed') as closed,
         coalesce(array_agg(completed_on::text) filter (where status = 'done'), '{}') as "doneOn",
         max(due_on) filter (where status <> 'closed') as "dueOn", min(agency_id::text) as lead
  from assignment
  join (select item_id, max(period) as period from assignment
        where tenant_id = ${tenantId} and item_id = any(${ids as string[]}::uuid[]) and role = 'lead'
        group by item_id) latest
    on latest.item_id = assignment.item_id and latest.period = assignment.period
  where assignment.tenant_id = ${tenantId} and assignment.item_id = any(${ids as string[]}::uuid[])
    and assignment.role = 'lead'
  group by assignment.item_id`
