// From the graph to what is told of it: the ranked blockers of a scope, their chains, circles and the drawing.
import { workingDaysBetween } from '../base/calendar.ts'
import type { Sql } from '../store/database.ts'
import { readCalendar } from '../working-day/queries.ts'
import { type Blocker, graphOfWaits, type Hold, isCountable, rankBlockers } from './blockers.ts'
import { type Drawing, drawingOf, NOBODY } from './fold.ts'
import { furthestWay, type Graph, isRoot, walker } from './graph.ts'
import { readLabels, type Wanted } from './labels.ts'
import { HOLDS, type Thing, type Waiting } from './waiting.ts'
import { daysSince, keyOf, type Reason, type WaitNode, type Waits } from './waits.ts'

/** Whose waiting is counted: `agencies` null for all. */
export interface Scope {
  agencies: readonly string[] | null
  plan?: string | undefined
  item?: string | undefined
  /** Only what lies with this agency. */
  at?: string | undefined
}

export interface Part {
  limit: number
  after: number
  brief: boolean
}

/** Things told one after the other where they belong to no agency, links of a chain, members and number of circles. */
const MOST_THINGS = 20
const MOST_LINKS = 5
const MOST_MEMBERS = 12
const MOST_CIRCLES = 10

export const countsIn =
  ({ agencies, plan, item }: Scope) =>
  (node: WaitNode): boolean =>
    isCountable(node) &&
    (agencies === null || (node.agencyId !== null && agencies.includes(node.agencyId))) &&
    (plan === undefined || node.planId === plan) &&
    (item === undefined || node.itemId === item)

type Told = Omit<Waiting, 'isWhole' | 'agency' | 'plan' | 'item' | 'at'>

/** Everything the page shows of the scope, in words. */
export async function tellWaits(
  sql: Sql,
  tenantId: number,
  waits: Waits,
  scope: Scope,
  { limit, after, brief }: Part,
  today: string,
): Promise<Told> {
  const { nodes } = waits
  const counts = countsIn(scope)
  const graph = graphOfWaits(waits)
  const ranking = rankBlockers(waits, counts, graph)
  const isOne = scope.at !== undefined
  const blockers = isOne ? ranking.blockers.filter(({ agencyId }) => agencyId === scope.at) : ranking.blockers
  const shown = isOne ? blockers : blockers.slice(after, after + limit)
  const holdsOf = ({ holds }: Blocker) => (isOne ? holds.slice(after, after + limit) : holds.slice(0, HOLDS))
  const things = isOne
    ? []
    : blockers
        .flatMap(({ holds }) => holds.slice(0, MOST_THINGS))
        .sort((a, b) => b.waiters.assignments - a.waiters.assignments || (a.since < b.since ? -1 : 1))
        .slice(0, MOST_THINGS)
  const circles = isOne ? [] : ranking.circles.slice(0, MOST_CIRCLES)
  const drawing = brief ? null : drawingOf(waits, placesOf(waits, graph, scope, counts, blockers))

  const isWanted = (place: number) => counts(nodes[place] as WaitNode) && !isRoot(graph, place)
  const chains = new Map<number, number[]>()
  for (const { node } of [...shown.flatMap(holdsOf), ...things])
    if (!chains.has(node)) chains.set(node, furthestWay(graph, node, isWanted))
  const chainOf = (node: number) => (chains.get(node) ?? [node]).slice(-MOST_LINKS)

  const wanted: Wanted[] = [
    ...[...chains.keys()].flatMap(chainOf).map((place) => nodes[place] as WaitNode),
    ...circles.flatMap(({ way }) => way.slice(0, MOST_MEMBERS)).map((place) => nodes[place] as WaitNode),
    ...[...shown, ...shown.flatMap(holdsOf), ...things].flatMap(({ agencyId }) => agency(agencyId)),
    ...shown.flatMap(({ planId }) => (planId ? [{ kind: 'plan' as const, id: planId }] : [])),
    ...(drawing?.boxes ?? []).flatMap(namesOfBox),
  ]
  const [labels, workingDays] = await Promise.all([
    readLabels(sql, tenantId, wanted),
    readWorkingDays(
      sql,
      tenantId,
      [...shown.flatMap(holdsOf), ...things].map(({ since }) => since),
      today,
    ),
  ])
  const thing = (place: number) => thingAt(labels, nodes[place] as WaitNode)
  const named = (id: string | null) => (id ? (labels.get(keyOf('agency', id))?.agency ?? null) : null)
  const days = (since: string) => daysSince(since, today)
  const hold = ({ node, agencyId, reason, since, waiters }: Hold) => ({
    ...{ thing: thing(node), agency: named(agencyId), reason, since, waiters },
    ...{ days: days(since), workingDays: workingDays(since) },
    chain: chainOf(node).map(thing),
    chainMore: Math.max(0, (chains.get(node)?.length ?? 0) - MOST_LINKS),
  })
  return {
    today,
    waiting: ranking.waiting,
    blockers: shown.map((one) => ({
      agency: named(one.agencyId),
      plan: (one.planId && labels.get(keyOf('plan', one.planId))?.plan) || null,
      ...{ waiters: one.waiters, since: one.since, days: days(one.since), holdCount: one.holds.length },
      reasons: reasonsOf(one.holds),
      late: one.holds.filter((hold) => isLate(hold, nodes, today)).length,
      holds: holdsOf(one).map(hold),
    })),
    blockerCount: blockers.length,
    things: things.map(hold),
    circles: circles.map((circle) => ({
      way: circle.way.slice(0, MOST_MEMBERS).map((place, i) => ({
        thing: thing(place),
        reason: reasonBetween(waits, place, circle.way[(i + 1) % circle.way.length] ?? place),
      })),
      wayMore: Math.max(0, circle.way.length - MOST_MEMBERS),
      ...{ memberCount: circle.members.length, waiters: circle.waiters },
      ...{ since: circle.since, days: days(circle.since) },
    })),
    circleCount: isOne ? 0 : ranking.circles.length,
    drawing: drawing && {
      fold: drawing.fold,
      boxes: drawing.boxes.map(({ key, kind, agencyId, n, isRoot, isInCircle, ...box }) => {
        const it =
          kind === 'group' || kind === 'rest' || box.id === NOBODY ? null : labels.get(keyOf(kind, box.id))
        return {
          key,
          kind,
          n,
          isRoot,
          isInCircle,
          label: it?.label ?? '',
          agency: named(agencyId),
          thing: it ?? null,
        }
      }),
      lines: drawing.lines.map((line) => ({ ...line, days: days(line.since) })),
    },
  }
}

/** Working days from each of these days up to and with today, by the calendar the province has entered. */
export async function readWorkingDays(
  sql: Sql,
  tenantId: number,
  since: readonly string[],
  today: string,
): Promise<(since: string) => number> {
  const first = since.reduce((first, day) => (day < first ? day : first), today)
  const { isOff } = await readCalendar(sql, tenantId, first, today)
  const days = new Map(
    [...new Set(since)].map((day) => [day, Math.max(0, workingDaysBetween(day, today, isOff))]),
  )
  return (day) => days.get(day) ?? 0
}

/** A part not delivered, a difficulty not answered by its day. */
function isLate({ node, reason }: Hold, nodes: readonly WaitNode[], today: string): boolean {
  const dueOn = nodes[node]?.dueOn ?? null
  return (reason === 'do' || reason === 'answer') && dueOn !== null && dueOn < today
}

function reasonsOf(holds: readonly Hold[]) {
  const n = new Map<Hold['reason'], number>()
  for (const { reason } of holds) n.set(reason, (n.get(reason) ?? 0) + 1)
  return [...n].map(([reason, n]) => ({ reason, n })).sort((a, b) => b.n - a.n)
}

const agency = (id: string | null): Wanted[] => (id ? [{ kind: 'agency', id }] : [])

const namesOfBox = ({ kind, id, agencyId }: Drawing['boxes'][number]): Wanted[] =>
  kind === 'group' || kind === 'rest' || id === NOBODY
    ? agency(agencyId)
    : [{ kind, id }, ...agency(agencyId)]

/** A thing that was removed between two questions is told without words rather than not at all. */
export const thingAt = (
  labels: ReadonlyMap<string, Thing>,
  { kind, id }: Pick<WaitNode, 'kind' | 'id'>,
): Thing =>
  labels.get(keyOf(kind, id)) ?? {
    ...{ key: keyOf(kind, id), kind, id, label: '', agency: null, plan: null, isPart: false, dueOn: null },
  }

const reasonBetween = ({ waits }: Waits, from: number, to: number): Reason =>
  waits.find((wait) => wait.from === from && wait.to === to)?.reason ?? 'prerequisite'

/**
 * What is drawn: whoever is counted and all they wait for; of one agency, whatever it holds with all counted that wait
 * for it, and what lies between.
 */
function placesOf(
  { nodes }: Waits,
  graph: Graph,
  { at }: Scope,
  counts: (node: WaitNode) => boolean,
  blockers: readonly Blocker[],
): Iterable<number> {
  const counted = [...nodes.keys()].filter(
    (place) => counts(nodes[place] as WaitNode) && !isRoot(graph, place),
  )
  const ahead = new Set([...counted, ...walker(graph, graph.waitsFor)(counted)])
  if (at === undefined) return ahead
  const holds = blockers.flatMap(({ holds }) => holds)
  const things = holds.map(({ node }) => node)
  const behind = new Set([...things, ...walker(graph, graph.waitedBy)(things)])
  for (const hold of holds) if (hold.at !== null) behind.add(hold.at)
  return [...ahead].filter((place) => behind.has(place))
}
