// Who and what others wait for in the end, ranked. Pure. Counts assignments (lượt giao) and their items (nhiệm vụ),
// each once however many ways lead to the blocker.
import { circlesOf, type Graph, graphOf, isRoot, walker, wayRound } from './graph.ts'
import type { Reason, WaitNode, Waits } from './waits.ts'

export interface Waiters {
  assignments: number
  items: number
}

/** One thing to be moved: a report to be approved, a sub-duty to be done, a difficulty to be answered. */
export interface Hold {
  /** Place in `nodes` of the thing, of whoever has to move it (null: nobody can be named), and why it lies there. */
  node: number
  at: number | null
  agencyId: string | null
  /** "do" where the thing waits for nobody but is not done. */
  reason: Reason | 'do'
  since: string
  /** What goes on once it is moved: itself, where it is an assignment that waits, and all that wait for it. */
  waiters: Waiters
}

/** An agency with everything that lies with it; `agencyId` null: a plan that nobody oversees. */
export interface Blocker {
  agencyId: string | null
  planId: string | null
  holds: Hold[]
  since: string
  waiters: Waiters
}

/** Things that wait for each other: nobody else can set them free. */
export interface Circle {
  members: number[]
  /** A shortest way round, by places in `nodes`. */
  way: number[]
  /** The day it closed: that of the youngest wait on the way. */
  since: string
  waiters: Waiters
}

export interface Ranking {
  blockers: Blocker[]
  circles: Circle[]
  waiting: Waiters
}

export const graphOfWaits = ({ nodes, waits }: Waits): Graph =>
  graphOf(
    nodes.length,
    waits.map(({ from, to }) => [from, to] as const),
  )

/** Only these are counted as waiting; an item that is required waits as itself. */
export const isCountable = ({ kind, itemId }: WaitNode): boolean =>
  (kind === 'assignment' || kind === 'item') && itemId !== null

const isEnd = ({ kind }: WaitNode) => kind === 'agency' || kind === 'plan'

/**
 * Everything that holds work up, the most waited for first, then the longest. `counts` limits who is counted as
 * waiting (a plan's, an agency's assignments); what nobody counted waits for is left out.
 */
export function rankBlockers(
  { nodes, waits }: Waits,
  counts: (node: WaitNode) => boolean = () => true,
  graph: Graph = graphOfWaits({ nodes, waits }),
): Ranking {
  const back = walker(graph, graph.waitedBy)
  const tally = tallier(nodes, (place) => !isRoot(graph, place) && counts(nodes[place] as WaitNode))
  const holds = listHolds({ nodes, waits }, graph).flatMap((hold): Hold[] => {
    const waiters = tally([hold.node], back([hold.node]))
    return isNobody(waiters) ? [] : [{ ...hold, waiters }]
  })
  const blockers = [...Map.groupBy(holds, ({ at, agencyId }) => agencyId ?? `plan ${at}`).values()].map(
    (own): Blocker => {
      // Each thing and all behind it: the union, not the sum.
      const things = new Set(own.map(({ node }) => node))
      const [{ agencyId, at }] = own as [Hold]
      return {
        agencyId,
        planId: agencyId === null && at !== null ? (nodes[at]?.planId ?? null) : null,
        holds: own.sort(byWeight),
        since: earliest(own),
        waiters: tally(things, back(things)),
      }
    },
  )
  const days = firstDays({ nodes, waits })
  const circles = circlesOf(graph).flatMap((members): Circle[] => {
    const waiters = tally(members, back(members))
    if (isNobody(waiters)) return []
    const way = wayRound(graph, members)
    const closed = way.map((from, i) => days(from, way[(i + 1) % way.length] ?? from))
    return [{ members, way, since: closed.sort().at(-1) ?? '', waiters }]
  })
  return {
    blockers: blockers.sort(byWeight),
    circles: circles.sort(byWeight),
    waiting: tally(nodes.keys(), []),
  }
}

/**
 * What can be moved at once: whatever waits only for an agency to act, and whatever waits for nobody. The same thing
 * may lie with two agencies for two reasons.
 */
function listHolds({ nodes, waits }: Waits, graph: Graph): Omit<Hold, 'waiters'>[] {
  const holds = new Map<string, Omit<Hold, 'waiters'>>()
  const add = (hold: Omit<Hold, 'waiters'>) => {
    const key = `${hold.node} ${hold.at} ${hold.reason}`
    const known = holds.get(key)
    if (!known || hold.since < known.since) holds.set(key, hold)
  }
  for (const { from, to, reason, since } of waits) {
    const target = nodes[to] as WaitNode
    // An extension or an approval can be given though the thing waits for others too.
    if (isEnd(target)) add({ node: from, at: to, agencyId: target.agencyId, reason, since })
    else if (isRoot(graph, to))
      add({ node: to, at: null, agencyId: target.holderId ?? target.agencyId, reason: 'do', since })
  }
  return [...holds.values()]
}

/** Since when one waits for the other: several facts may say so, the first counts. */
function firstDays({ nodes, waits }: Waits): (from: number, to: number) => string {
  const days = new Map<number, string>()
  for (const { from, to, since } of waits) {
    const key = from * nodes.length + to
    const known = days.get(key)
    if (known === undefined || since < known) days.set(key, since)
  }
  return (from, to) => days.get(from * nodes.length + to) ?? ''
}

const earliest = (some: readonly { since: string }[]): string =>
  some.reduce((first, { since }) => (since < first ? since : first), some[0]?.since ?? '')

const isNobody = ({ assignments, items }: Waiters) => assignments + items === 0

const byWeight = (a: Blocker | Circle | Hold, b: Blocker | Circle | Hold): number =>
  b.waiters.assignments - a.waiters.assignments ||
  b.waiters.items - a.waiters.items ||
  (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) ||
  (idOf(a) < idOf(b) ? -1 : 1)

/** Some order that stays from one asking to the next. */
const idOf = (one: Blocker | Circle | Hold): string =>
  'node' in one
    ? String(one.node).padStart(9)
    : 'members' in one
      ? one.members.join()
      : `${one.agencyId} ${one.planId}`

/** Counts distinct assignments and distinct items among places that count as waiting. */
function tallier(nodes: readonly WaitNode[], counts: (place: number) => boolean) {
  const itemPlaces = new Map<string, number>()
  const itemOf = Int32Array.from(nodes, (node) => {
    const { itemId } = node
    if (itemId === null || !isCountable(node)) return -1
    const place = itemPlaces.get(itemId) ?? itemPlaces.size
    itemPlaces.set(itemId, place)
    return place
  })
  const isCounted = Uint8Array.from(nodes, (_, place) => (itemOf[place] !== -1 && counts(place) ? 1 : 0))
  const seenItem = new Int32Array(itemPlaces.size)
  let round = 0
  return (...groups: Iterable<number>[]): Waiters => {
    round++
    const waiters = { assignments: 0, items: 0 }
    for (const group of groups)
      for (const place of group) {
        if (!isCounted[place]) continue
        if (nodes[place]?.kind === 'assignment') waiters.assignments++
        const item = itemOf[place] as number
        if (seenItem[item] === round) continue
        seenItem[item] = round
        waiters.items++
      }
    return waiters
  }
}
