// What the nodes of an answer are called: only those that are shown are asked for.
import { WAITING_AT } from '../difficulty/listing.ts'
import type { Sql } from '../store/database.ts'
import type { Thing } from './waiting.ts'
import { keyOf, type NodeKind, type WaitNode } from './waits.ts'

/** Letters of a duty that a list or a box has room for. */
const MOST_LETTERS = 240

interface Row {
  kind: NodeKind
  id: string
  label: string
  agencyId: string | null
  agencyName: string | null
  planId: string | null
  planNumber: string | null
  planTitle: string | null
  isPart?: boolean
  dueOn?: string | null
}

const listAssignmentLabels = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<Row[]>`
  select 'assignment' as kind, assignment.id,
         left(case when assignment.duty <> '' then assignment.duty else item.quote end, ${MOST_LETTERS}) as label,
         agency.id as "agencyId", agency.name as "agencyName", plan.id as "planId", plan.number as "planNumber",
         plan.title as "planTitle", assignment.role = 'coordinating' as "isPart", assignment.due_on as "dueOn"
  from assignment
  join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
  join plan on plan.tenant_id = assignment.tenant_id and plan.id = assignment.plan_id
  join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
  where assignment.tenant_id = ${tenantId} and assignment.id = any(${ids as string[]}::uuid[])`

/** An item, or the event it waits for. */
const listItemLabels = (sql: Sql, tenantId: number, kind: 'item' | 'event', ids: readonly string[]) => sql<
  Row[]
>`
  select ${kind}::text as kind, item.id,
         left(${kind === 'event' ? sql`coalesce(item.event, item.quote)` : sql`item.quote`}, ${MOST_LETTERS}) as label,
         agency.id as "agencyId", agency.name as "agencyName", plan.id as "planId", plan.number as "planNumber",
         plan.title as "planTitle"
  from item
  join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
  left join agency on agency.tenant_id = item.tenant_id
    and agency.id = ${kind === 'event' ? sql`plan.overseer_id` : sql`item.lead_id`}
  where item.tenant_id = ${tenantId} and item.id = any(${ids as string[]}::uuid[])`

/** With where it lies, and until when it is to be answered. */
const listDifficultyLabels = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<Row[]>`
  select 'difficulty' as kind, difficulty.id, left(difficulty.text, ${MOST_LETTERS}) as label,
         agency.id as "agencyId", agency.name as "agencyName", plan.id as "planId", plan.number as "planNumber",
         plan.title as "planTitle", difficulty.due_on as "dueOn"
  from difficulty
  join plan on plan.tenant_id = difficulty.tenant_id and plan.id = difficulty.plan_id
  left join agency on agency.tenant_id = difficulty.tenant_id
    and agency.id = ${WAITING_AT(sql)}
  where difficulty.tenant_id = ${tenantId} and difficulty.id = any(${ids as string[]}::uuid[])`

const listAgencyLabels = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<Row[]>`
  select 'agency' as kind, id, name as label, id as "agencyId", name as "agencyName", null as "planId",
         null as "planNumber", null as "planTitle"
  from agency where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[])`

const listPlanLabels = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<Row[]>`
  select 'plan' as kind, id, left(title, ${MOST_LETTERS}) as label, null as "agencyId", null as "agencyName",
         id as "planId", number as "planNumber", title as "planTitle"
  from plan where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[])`

export type Wanted = Pick<WaitNode, 'kind' | 'id'>

/** key -> thing, for the wanted nodes; a row that is gone by now is left out. */
export async function readLabels(
  sql: Sql,
  tenantId: number,
  wanted: Iterable<Wanted>,
): Promise<Map<string, Thing>> {
  const ids = new Map<NodeKind, Set<string>>()
  for (const { kind, id } of wanted) ids.set(kind, (ids.get(kind) ?? new Set()).add(id))
  const ask = <T>(kind: NodeKind, list: (ids: string[]) => Promise<readonly T[]>) => {
    const some = [...(ids.get(kind) ?? [])]
    return some.length ? list(some) : []
  }
  const rows = await Promise.all([
    ask('assignment', (some) => listAssignmentLabels(sql, tenantId, some)),
    ask('item', (some) => listItemLabels(sql, tenantId, 'item', some)),
    ask('event', (some) => listItemLabels(sql, tenantId, 'event', some)),
    ask('difficulty', (some) => listDifficultyLabels(sql, tenantId, some)),
    ask('agency', (some) => listAgencyLabels(sql, tenantId, some)),
    ask('plan', (some) => listPlanLabels(sql, tenantId, some)),
  ])
  return new Map(rows.flat().map((row) => [keyOf(row.kind, row.id), thingOf(row)]))
}

function thingOf({ kind, id, label, isPart = false, dueOn = null, ...row }: Row): Thing {
  const { agencyId, agencyName, planId, planNumber, planTitle } = row
  return {
    ...{ key: keyOf(kind, id), kind, id, label, isPart, dueOn },
    agency: agencyId && agencyName !== null ? { id: agencyId, name: agencyName } : null,
    plan: planId && planTitle !== null ? { id: planId, number: planNumber, title: planTitle } : null,
  }
}
