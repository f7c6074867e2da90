// Whether what an item requires closes a circle: named at once, never refused (who entered it may be right).
import type { Sql } from '../store/database.ts'
import { thingAt } from './answer.ts'
import { graphOfWaits } from './blockers.ts'
import { gatherFrom } from './facts.ts'
import { circlesOf, wayRound } from './graph.ts'
import { readLabels } from './labels.ts'
import { listHeldUpIds } from './queries.ts'
import type { Thing } from './waiting.ts'
import { type WaitNode, waitsOf } from './waits.ts'

/** The circle in which the item waits for itself in the end, once round; empty when there is none. */
export async function findCircle(sql: Sql, tenantId: number, itemId: string): Promise<Thing[]> {
  const open = await listHeldUpIds(sql, tenantId, itemId)
  if (open.length === 0) return []
  const facts = await gatherFrom(
    sql,
    tenantId,
    open.map(({ id }) => id),
  )
  const waits = waitsOf(facts)
  const graph = graphOfWaits(waits)
  const isOwn = (place: number) => waits.nodes[place]?.itemId === itemId
  const members = circlesOf(graph).find((circle) => circle.some(isOwn))
  if (!members) return []
  const way = wayRound(graph, members).map((place) => waits.nodes[place] as WaitNode)
  const labels = await readLabels(sql, tenantId, way)
  return way.map((node) => thingAt(labels, node))
}
