// A picture that can be read: a graph of any size is folded until it has few boxes. Pure. First whoever waits for the
// same with the same agency is drawn as one box, then each agency with all that is its; the rest is told as "+n".

import { graphOfWaits } from './blockers.ts'
import { circlesOf } from './graph.ts'
import type { NodeKind, Reason, WaitNode, Waits } from './waits.ts'

/** More boxes than these nobody reads. */
export const MOST_BOXES = 36
const MOST_AGENCIES = 16
/** The one box of all that lies with no agency. */
export const NOBODY = 'nobody'

export type Fold = 'things' | 'groups' | 'agencies'

export interface Box {
  key: string
  /** group: assignments of one agency that wait for the same · rest: agencies left out. */
  kind: NodeKind | 'group' | 'rest'
  id: string
  agencyId: string | null
  planId: string | null
  itemId: string | null
  /** Assignments (agencies, for "rest") it stands for. */
  n: number
  isRoot: boolean
  isInCircle: boolean
}

export interface Line {
  from: string
  to: string
  reasons: Reason[]
  since: string
  /** Waits it stands for. */
  n: number
  isInCircle: boolean
}

export interface Drawing {
  fold: Fold
  boxes: Box[]
  lines: Line[]
}

/** The drawing of those `places` of the graph and the waits among them. */
export function drawingOf(all: Waits, places: Iterable<number>): Drawing {
  const waits = cut(all, places)
  const asIs: Folding = (node) => ({ ...boxOf(node), kind: node.kind, id: node.id })
  if (waits.nodes.length <= MOST_BOXES) return draw(waits, 'things', asIs)
  const grouped = groupOf(waits)
  const groups = new Set(waits.nodes.map((node, place) => keyOf(grouped(node, place))))
  return groups.size <= MOST_BOXES ? draw(waits, 'groups', grouped) : draw(waits, 'agencies', agencyOf(waits))
}

/** The nodes at those places and the waits among them, numbered anew. */
function cut({ nodes, waits }: Waits, places: Iterable<number>): Waits {
  const kept = [...new Set(places)].sort((a, b) => a - b)
  const place = new Map(kept.map((old, now) => [old, now]))
  return {
    nodes: kept.map((old) => nodes[old] as WaitNode),
    waits: waits.flatMap((wait) => {
      const from = place.get(wait.from)
      const to = place.get(wait.to)
      return from === undefined || to === undefined || from === to ? [] : [{ ...wait, from, to }]
    }),
  }
}

type Into = Pick<Box, 'kind' | 'id' | 'agencyId' | 'planId' | 'itemId'> & { n?: number }
type Folding = (node: WaitNode, place: number) => Into

const boxOf = ({ agencyId, planId, itemId }: WaitNode) => ({ agencyId, planId, itemId })
const keyOf = ({ kind, id }: Into): string => `${kind}:${id}`

function draw({ nodes, waits }: Waits, fold: Fold, into: Folding): Drawing {
  const inCircle = new Set(circlesOf(graphOfWaits({ nodes, waits })).flat())
  const waiting = new Set(waits.map(({ from }) => from))
  const boxes = new Map<string, Box>()
  const keys = nodes.map((node, place) => {
    const box = into(node, place)
    const key = keyOf(box)
    const known = boxes.get(key) ?? { n: 0, ...box, key, isRoot: true, isInCircle: false }
    if (box.n === undefined && node.kind === 'assignment' && waiting.has(place)) known.n++
    if (inCircle.has(place)) known.isInCircle = true
    boxes.set(key, known)
    return key
  })
  const lines = new Map<string, Line & { sources: Set<number> }>()
  for (const { from, to, reason, since } of waits) {
    const [a = '', b = ''] = [keys[from], keys[to]]
    if (a === b) continue
    const key = `${a} ${b}`
    const line = lines.get(key) ?? {
      ...{ from: a, to: b, reasons: [], since, n: 0, isInCircle: false },
      sources: new Set(),
    }
    if (!line.reasons.includes(reason)) line.reasons.push(reason)
    if (since < line.since) line.since = since
    line.sources.add(from)
    line.isInCircle ||= inCircle.has(from) && inCircle.has(to)
    lines.set(key, line)
    const box = boxes.get(a)
    if (box) box.isRoot = false
  }
  return {
    fold,
    boxes: [...boxes.values()],
    lines: [...lines.values()].map(({ sources, ...line }) => ({ ...line, n: sources.size })),
  }
}

/** Assignments nobody waits for, of one agency and with the same waits ahead, are one box where there are several. */
function groupOf({ nodes, waits }: Waits): Folding {
  const isWaitedFor = new Set(waits.map(({ to }) => to))
  const ahead = new Map<number, string[]>()
  for (const { from, to, reason } of waits) ahead.set(from, [...(ahead.get(from) ?? []), `${to} ${reason}`])
  const nameOf = (node: WaitNode, place: number) =>
    node.kind === 'assignment' && !isWaitedFor.has(place)
      ? `${node.agencyId} ${[...new Set(ahead.get(place))].sort().join()}`
      : null
  const groups = new Map<string, { n: number; first: string }>()
  nodes.forEach((node, place) => {
    const name = nameOf(node, place)
    if (name !== null)
      groups.set(name, { n: (groups.get(name)?.n ?? 0) + 1, first: groups.get(name)?.first ?? node.id })
  })
  return (node, place) => {
    const group = groups.get(nameOf(node, place) ?? '')
    if (!group || group.n === 1) return { ...boxOf(node), kind: node.kind, id: node.id }
    return { kind: 'group', id: group.first, agencyId: node.agencyId, planId: null, itemId: null }
  }
}

/** Each thing in the box of the agency it lies with; of many agencies those that most wait for. */
function agencyOf({ nodes, waits }: Waits): Folding {
  const weight = new Map<string | null, number>()
  const add = (agency: string | null, n: number) => weight.set(agency, (weight.get(agency) ?? 0) + n)
  for (const { from, to } of waits) {
    const [a = null, b = null] = [nodes[from]?.agencyId, nodes[to]?.agencyId]
    add(a, 0)
    add(b, a === b ? 0 : 1)
  }
  const known = [...weight].filter(([agency]) => agency !== null).sort(([, a], [, b]) => b - a)
  // Where not all have room, those that nobody else waits for are not told apart.
  const holding = known.length <= MOST_AGENCIES ? known : known.filter(([, n]) => n > 0)
  const shown = new Set(holding.slice(0, MOST_AGENCIES).map(([agency]) => agency))
  const left = [...weight.keys()].filter((agency) => agency !== null && !shown.has(agency)).length
  const bare = { planId: null, itemId: null }
  return ({ agencyId }) => {
    if (agencyId === null) return { kind: 'plan', id: NOBODY, agencyId: null, ...bare }
    return shown.has(agencyId)
      ? { kind: 'agency', id: agencyId, agencyId, ...bare }
      : { kind: 'rest', id: 'rest', agencyId: null, ...bare, n: left }
  }
}
