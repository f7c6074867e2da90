// The walks against a naive oracle on random graphs: transitive closure by three nested loops.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs, TIME } from '../../test/nightly.ts'
import { circlesOf, graphOf, isRoot, neighbours, walker, wayRound } from './graph.ts'

type Pair = [number, number]

/** With loops on a node, pairs told twice and circles: pairs are drawn at random. */
const randomGraph = fc.integer({ min: 1, max: 14 }).chain((size) => {
  const node = fc.integer({ min: 0, max: size - 1 })
  const pair: fc.Arbitrary<Pair> = fc.tuple(node, node)
  return fc.record({
    size: fc.constant(size),
    pairs: fc.oneof(
      fc.array(pair, { maxLength: 3 * size }),
      // Mostly one way, so that long chains and roots are common.
      fc
        .array(pair, { maxLength: 2 * size })
        .map((pairs) => pairs.map(([a, b]): Pair => [Math.max(a, b), Math.min(a, b)])),
    ),
  })
})

/** reach[a][b]: a waits for b in the end. */
function oracle(size: number, pairs: readonly Pair[]): boolean[][] {
  const nodes = [...Array(size).keys()]
  const reach = nodes.map((a) =>
    nodes.map((b) => a !== b && pairs.some(([from, to]) => from === a && to === b)),
  )
  for (const k of nodes)
    for (const a of nodes)
      for (const b of nodes) if (reach[a]?.[k] && reach[k]?.[b]) (reach[a] as boolean[])[b] = true
  return reach
}

const sorted = (nodes: Iterable<number>) => [...nodes].sort((a, b) => a - b)

test('what is reached is what the closure says, both ways', TIME, () => {
  fc.assert(
    fc.property(randomGraph, ({ size, pairs }) => {
      const graph = graphOf(size, pairs)
      const reach = oracle(size, pairs)
      const ahead = walker(graph, graph.waitsFor)
      const back = walker(graph, graph.waitedBy)
      for (const node of reach.keys()) {
        const others = [...reach.keys()].filter((other) => other !== node)
        expect(sorted(ahead([node]))).toEqual(others.filter((other) => reach[node]?.[other]))
        expect(sorted(back([node]))).toEqual(others.filter((other) => reach[other]?.[node]))
      }
    }),
    { numRuns: runs(400) },
  )
})

test('from several starts the reach is the union, without the starts', TIME, () => {
  fc.assert(
    fc.property(randomGraph, fc.array(fc.nat(13)), ({ size, pairs }, some) => {
      const starts = some.filter((node) => node < size)
      const graph = graphOf(size, pairs)
      const reach = oracle(size, pairs)
      const wanted = [...reach.keys()].filter(
        (node) => !starts.includes(node) && starts.some((start) => reach[start]?.[node]),
      )
      expect(sorted(walker(graph, graph.waitsFor)(starts))).toEqual(wanted)
    }),
    { numRuns: runs(200) },
  )
})

test(
  'a root is a node from which nothing is reached; every waiting node has a root or ends in a circle',
  TIME,
  () => {
    fc.assert(
      fc.property(randomGraph, ({ size, pairs }) => {
        const graph = graphOf(size, pairs)
        const reach = oracle(size, pairs)
        const inCircle = new Set(circlesOf(graph).flat())
        for (const node of reach.keys()) {
          const reached = [...reach.keys()].filter((other) => reach[node]?.[other])
          expect(isRoot(graph, node)).toBe(reached.length === 0)
          const ends = [...walker(graph, graph.waitsFor)([node]), node]
          expect(ends.some((end) => isRoot(graph, end) || inCircle.has(end))).toBe(true)
        }
      }),
      { numRuns: runs(200) },
    )
  },
)

test('circles are the sets of nodes that reach each other', TIME, () => {
  fc.assert(
    fc.property(randomGraph, ({ size, pairs }) => {
      const reach = oracle(size, pairs)
      const wanted = new Set<string>()
      for (const node of reach.keys()) {
        const mates = [...reach.keys()].filter(
          (other) => other === node || (reach[node]?.[other] && reach[other]?.[node]),
        )
        if (mates.length > 1) wanted.add(mates.join())
      }
      const circles = circlesOf(graphOf(size, pairs))
      expect(circles.map((members) => members.join()).sort()).toEqual([...wanted].sort())
    }),
    { numRuns: runs(400) },
  )
})

test('the way round a circle is a way of its own edges and comes back', TIME, () => {
  fc.assert(
    fc.property(randomGraph, ({ size, pairs }) => {
      const graph = graphOf(size, pairs)
      for (const members of circlesOf(graph)) {
        const way = wayRound(graph, members)
        expect(new Set(way).size).toBe(way.length)
        expect(way.length).toBeGreaterThan(1)
        way.forEach((node, i) => {
          expect(members).toContain(node)
          expect([...neighbours(graph.waitsFor, node)]).toContain(way[(i + 1) % way.length])
        })
      }
    }),
    { numRuns: runs(300) },
  )
})

test('a chain of 50,000 and a circle of 50,000 neither loop nor run out of stack', () => {
  const size = 50_000
  const chain = Array.from({ length: size - 1 }, (_, i): Pair => [i, i + 1])
  const open = graphOf(size, chain)
  expect(circlesOf(open)).toEqual([])
  expect(walker(open, open.waitedBy)([size - 1])).toHaveLength(size - 1)
  const closed = graphOf(size, [...chain, [size - 1, 0]])
  const [members = []] = circlesOf(closed)
  expect(members).toHaveLength(size)
  expect(wayRound(closed, members)).toHaveLength(size)
})
