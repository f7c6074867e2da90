// Who waits for whom as a graph of numbered nodes: in: pairs; out: what is reached, what waits in circles. Knows no
// word of the field. Every walk is linear in nodes and edges and visits each once, so that no circle makes it loop.

/** The neighbours of node n stand in targets[starts[n]] up to targets[starts[n + 1]]. */
interface Rows {
  starts: Int32Array
  targets: Int32Array
}

export interface Graph {
  size: number
  /** From whoever waits to whom it waits for. */
  waitsFor: Rows
  /** The other way round. */
  waitedBy: Rows
}

/** A node never waits for itself, and for another only once, however many facts say so. */
export function graphOf(size: number, pairs: readonly (readonly [from: number, to: number])[]): Graph {
  const known = pairs.filter(([from, to]) => from !== to)
  return {
    size,
    waitsFor: rowsOf(
      size,
      known.map(([from, to]) => from * size + to),
    ),
    waitedBy: rowsOf(
      size,
      known.map(([from, to]) => to * size + from),
    ),
  }
}

/** `keys` are from × size + to: one number sorts and joins equal pairs faster than two. */
function rowsOf(size: number, keys: number[]): Rows {
  const sorted = Float64Array.from(keys).sort()
  const starts = new Int32Array(size + 1)
  const targets = new Int32Array(sorted.length)
  let n = 0
  let last = -1
  for (const key of sorted) {
    if (key === last) continue
    last = key
    targets[n++] = key % size
    starts[Math.floor(key / size) + 1] = n
  }
  for (let node = 1; node <= size; node++)
    starts[node] = Math.max(starts[node] as number, starts[node - 1] as number)
  return { starts, targets: targets.subarray(0, n) }
}

export const neighbours = ({ starts, targets }: Rows, node: number): Int32Array =>
  targets.subarray(starts[node], starts[node + 1])

/** A node that waits for nobody. */
export const isRoot = ({ waitsFor: { starts } }: Graph, node: number): boolean =>
  starts[node] === starts[node + 1]

/**
 * A function that gives the nodes reached from some starts along `rows`, each once, the starts left out, the nearest
 * first. What it gives is good until it is asked again: the room is used anew, so that a thousand walks cost no memory.
 */
export function walker({ size }: Graph, rows: Rows): (starts: Iterable<number>) => Int32Array {
  const seen = new Int32Array(size)
  const queue = new Int32Array(size)
  let round = 0
  return (from) => {
    round++
    let first = 0
    let end = 0
    for (const node of from) {
      if (seen[node] === round) continue
      seen[node] = round
      queue[end++] = node
    }
    const startCount = end
    while (first < end) {
      const node = queue[first++] as number
      for (let i = rows.starts[node] as number; i < (rows.starts[node + 1] as number); i++) {
        const next = rows.targets[i] as number
        if (seen[next] === round) continue
        seen[next] = round
        queue[end++] = next
      }
    }
    return queue.subarray(startCount, end)
  }
}

/**
 * The groups of nodes that all wait for each other, two or more each (strongly connected components, after Tarjan 1972,
 * with a stack of its own instead of calls: a chain of 50,000 must not run out of room).
 */
export function circlesOf({ size, waitsFor }: Graph): number[][] {
  const { starts, targets } = waitsFor
  const order = new Int32Array(size)
  const low = new Int32Array(size)
  const isOpen = new Uint8Array(size)
  const next = Int32Array.from(starts.subarray(0, size))
  const open: number[] = []
  const path: number[] = []
  const circles: number[][] = []
  let count = 0

  const enter = (node: number) => {
    order[node] = low[node] = ++count
    isOpen[node] = 1
    open.push(node)
    path.push(node)
  }
  const lower = (node: number, to: number) => {
    if (to < (low[node] as number)) low[node] = to
  }
  const leave = (node: number) => {
    path.pop()
    const before = path.at(-1)
    if (before !== undefined) lower(before, low[node] as number)
    if (low[node] !== order[node]) return
    const members = open.splice(open.lastIndexOf(node))
    for (const member of members) isOpen[member] = 0
    if (members.length > 1) circles.push(members.sort((a, b) => a - b))
  }
  for (let start = 0; start < size; start++) {
    if (order[start]) continue
    enter(start)
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const at = next[node] as number
      if (at === starts[node + 1]) {
        leave(node)
        continue
      }
      next[node] = at + 1
      const target = targets[at] as number
      if (!order[target]) enter(target)
      else if (isOpen[target]) lower(node, order[target] as number)
    }
  }
  return circles
}

/** A shortest way from the first member round and back to it, for telling the circle in words: a → b → c (→ a). */
export function wayRound({ size, waitsFor }: Graph, members: readonly number[]): number[] {
  const [start = 0] = members
  const isMember = new Set(members)
  const from = new Int32Array(size).fill(-1)
  const queue = [start]
  for (const node of queue)
    for (const next of neighbours(waitsFor, node)) {
      if (next === start) return backFrom(node, start, from)
      if (!isMember.has(next) || from[next] !== -1) continue
      from[next] = node
      queue.push(next)
    }
  return [start]
}

function backFrom(node: number, start: number, from: Int32Array): number[] {
  const way = [node]
  for (let at = node; at !== start; ) {
    at = from[at] as number
    way.push(at)
  }
  return way.reverse()
}

/**
 * The way to `to` from the node furthest behind it that is wanted: who waits longest in line, then the next, up to `to`
 * itself; only `to` where nobody wanted is behind it.
 */
export function furthestWay(
  { size, waitedBy }: Graph,
  to: number,
  isWanted: (node: number) => boolean,
): number[] {
  const ahead = new Map<number, number>([[to, to]])
  const queue = [to]
  let furthest = to
  for (const node of queue)
    for (const behind of neighbours(waitedBy, node)) {
      if (ahead.has(behind)) continue
      ahead.set(behind, node)
      queue.push(behind)
      if (isWanted(behind)) furthest = behind
    }
  const way = [furthest]
  for (let at = furthest; at !== to && way.length <= size; ) {
    at = ahead.get(at) ?? to
    way.push(at)
  }
  return way
}
