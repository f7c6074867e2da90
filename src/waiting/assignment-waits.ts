// The waits of one assignment: what is directly in its way, what lies behind that, and with whom it ends.
import type { Sql } from '../store/database.ts'
import { readWorkingDays, thingAt } from './answer.ts'
import { graphOfWaits } from './blockers.ts'
import { gatherFrom } from './facts.ts'
import { circlesOf, isRoot, walker, wayRound } from './graph.ts'
import { readLabels } from './labels.ts'
import * as queries from './queries.ts'
import type { AssignmentWaits, Thing } from './waiting.ts'
import { daysSince, isHeldUp, keyOf, type Wait, type WaitNode, type Waits, waitsOf } from './waits.ts'

/** Of what lies behind, the nearest. */
const MOST_BEHIND = 60

/** null when there is no such assignment. */
export async function tellAssignment(
  sql: Sql,
  tenantId: number,
  id: string,
  today: string,
): Promise<AssignmentWaits | null> {
  const head = await queries.findHead(sql, tenantId, id)
  if (!head) return null
  const isOpen = head.status !== 'done' && head.status !== 'closed'
  const [facts, parents, requiring] = await Promise.all([
    gatherFrom(sql, tenantId, [id]),
    head.parentId && isOpen ? queries.listAssignments(sql, tenantId, [head.parentId]) : [],
    head.role === 'lead' && isOpen && head.itemState === 'open'
      ? queries.listRequiring(sql, tenantId, head.itemId)
      : [],
  ])
  const waits = waitsOf(facts)
  const near = nearOf(waits, id)
  const waitedBy = [
    ...parents
      .filter(({ status }) => isHeldUp(status))

      .map((parent) => ({
        kind: 'assignment' as const,
        id: parent.id,
        reason: 'part' as const,
        since: head.givenOn,
      })),
    ...requiring.map(({ itemId, since }) => ({
      ...{ kind: 'item' as const, id: itemId, reason: 'prerequisite' as const, since },
    })),
  ]
  const workingDays = await readWorkingDays(
    sql,
    tenantId,
    [...near.own, ...near.behind].map(({ since }) => since),
    today,
  )
  const labels = await readLabels(sql, tenantId, [
    ...near.shown.map((place) => waits.nodes[place] as WaitNode),
    ...near.roots.flatMap((place) => holderOf(waits.nodes[place] as WaitNode)),
    ...waitedBy,
  ])
  const thing = (place: number): Thing => thingAt(labels, waits.nodes[place] as WaitNode)
  const told = ({ from, to, reason, since }: Wait) => ({
    ...{ from: thing(from), to: thing(to), reason, since },
    ...{ days: daysSince(since, today), workingDays: workingDays(since) },
  })
  return {
    today,
    isWhole: facts.isWhole,
    waits: near.own.map(told),
    behind: near.behind.map(told),
    roots: near.roots.map((place) => {
      const root = thing(place)
      const [holder] = holderOf(waits.nodes[place] as WaitNode)
      return holder
        ? { ...root, agency: labels.get(keyOf('agency', holder.id))?.agency ?? root.agency }
        : root
    }),
    circle: near.circle.map(thing),
    waitedBy: waitedBy.map(({ reason, since, ...node }) => ({
      ...{ thing: thingAt(labels, node), reason, since, days: daysSince(since, today) },
    })),
  }
}

/** Whoever has a thing that waits for nobody. */
const holderOf = ({ kind, holderId }: WaitNode) =>
  kind === 'assignment' && holderId ? [{ kind: 'agency' as const, id: holderId }] : []

function nearOf(waits: Waits, id: string) {
  const place = waits.nodes.findIndex((node) => node.kind === 'assignment' && node.id === id)
  const nothing = { own: [], behind: [], roots: [], circle: [], shown: [] }
  if (place === -1) return nothing
  const graph = graphOfWaits(waits)
  const ahead = Int32Array.from(walker(graph, graph.waitsFor)([place]))
  const rank = new Map([place, ...ahead].map((node, i) => [node, i]))
  const own = waits.waits.filter(({ from }) => from === place)
  if (own.length === 0) return nothing
  const behind = waits.waits
    .filter(({ from }) => from !== place && rank.has(from))
    .sort((a, b) => (rank.get(a.from) ?? 0) - (rank.get(b.from) ?? 0))
    .slice(0, MOST_BEHIND)
  const roots = [...ahead].filter((node) => isRoot(graph, node)).slice(0, MOST_BEHIND)
  const circle = circlesOf(graph).find((members) => members.some((member) => rank.has(member)))
  const way = circle ? wayRound(graph, circle) : []
  const shown = [...own, ...behind].flatMap(({ from, to }) => [from, to])
  return { own, behind, roots, circle: way, shown: [...new Set([...shown, ...roots, ...way])] }
}
