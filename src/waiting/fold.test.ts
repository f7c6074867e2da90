// The picture stays small, and nothing of the graph is lost in it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs, TIME } from '../../test/nightly.ts'
import { drawingOf, MOST_BOXES } from './fold.ts'
import type { Wait, WaitNode, Waits } from './waits.ts'

const assignment = (n: number, agencyId: string): WaitNode => ({
  ...{
    kind: 'assignment',
    id: `a${n}`,
    planId: 'p',
    itemId: `i${n}`,
    agencyId,
    holderId: agencyId,
    dueOn: null,
  },
})
const agency = (id: string): WaitNode => ({
  ...{ kind: 'agency', id, planId: null, itemId: null, agencyId: id, holderId: null, dueOn: null },
})
const approve = (from: number, to: number): Wait => ({ from, to, reason: 'approve', since: '2026-01-02' })
const places = ({ nodes }: Waits) => nodes.keys()

test('a small graph is drawn as it is, only what is asked for', () => {
  const waits: Waits = {
    nodes: [assignment(0, 'x'), assignment(1, 'x'), agency('x'), agency('y')],
    waits: [
      approve(0, 2),
      approve(1, 2),
      { ...approve(1, 2), reason: 'extension', since: '2026-01-01' },
      approve(1, 3),
    ],
  }
  const drawing = drawingOf(waits, places(waits))
  expect(drawing.fold).toBe('things')
  expect(drawing.boxes).toHaveLength(4)
  expect(drawing.lines).toHaveLength(3)
  expect(drawing.lines[1]).toMatchObject({ reasons: ['approve', 'extension'], since: '2026-01-01', n: 1 })
  expect(drawing.boxes.map(({ isRoot }) => isRoot)).toEqual([false, false, true, true])
  expect(drawingOf(waits, [0, 2]).boxes.map(({ key }) => key)).toEqual(['assignment:a0', 'agency:x'])
})

test('ninety-five communes waiting for one thing are one box of ninety-five, whoever is waited for stays alone', () => {
  const nodes = [
    agency('x'),
    assignment(0, 'lead'),
    ...Array.from({ length: 95 }, (_, n) => assignment(n + 1, 'c')),
  ]
  const waits: Waits = { nodes, waits: [approve(1, 0), ...nodes.slice(2).map((_, n) => approve(n + 2, 1))] }
  const drawing = drawingOf(waits, places(waits))
  expect(drawing.fold).toBe('groups')
  expect(drawing.boxes.map(({ kind, n }) => [kind, n])).toEqual([
    ['agency', 0],
    ['assignment', 1],
    ['group', 95],
  ])
  expect(drawing.lines.map(({ n }) => n)).toEqual([1, 95])
})

test('two hundred agencies are drawn as sixteen and "+n"', () => {
  const nodes = Array.from({ length: 200 }, (_, n) => [
    assignment(n, `agency ${n}`),
    agency(`agency ${n}`),
  ]).flat()
  const waits: Waits = { nodes, waits: Array.from({ length: 199 }, (_, n) => approve(2 * n, 2 * n + 3)) }
  const drawing = drawingOf(waits, places(waits))
  expect(drawing.fold).toBe('agencies')
  expect(drawing.boxes).toHaveLength(17)
  expect(drawing.boxes.find(({ kind }) => kind === 'rest')?.n).toBe(184)
})

const KINDS = ['assignment', 'item', 'event', 'difficulty'] as const
test(
  'any graph is folded to few boxes; every line joins two of them; every wait between two is told',
  TIME,
  () => {
    const random = fc.integer({ min: 1, max: 120 }).chain((size) =>
      fc.record({
        nodes: fc.array(
          fc.record({
            kind: fc.constantFrom(...KINDS),
            agencyId: fc.option(fc.integer({ min: 0, max: 40 }).map((n) => `x${n}`)),
          }),
          { minLength: size, maxLength: size },
        ),
        pairs: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 2 * size }),
      }),
    )
    fc.assert(
      fc.property(random, ({ nodes, pairs }) => {
        const waits: Waits = {
          nodes: nodes.map((node, n) => ({
            ...node,
            id: `${n}`,
            planId: null,
            itemId: null,
            holderId: null,
            dueOn: null,
          })),
          waits: pairs.map(([from, to]) => approve(from, to)),
        }
        const { fold, boxes, lines } = drawingOf(waits, places(waits))
        expect(boxes.length).toBeLessThanOrEqual(MOST_BOXES)
        const keys = new Set(boxes.map(({ key }) => key))
        expect(keys.size).toBe(boxes.length)
        for (const { from, to } of lines) expect(keys.has(from) && keys.has(to) && from !== to).toBe(true)
        const told = new Set(pairs.filter(([from, to]) => from !== to).map(String)).size
        if (fold === 'things') expect(lines).toHaveLength(told)
        const waiting = new Set(pairs.filter(([from, to]) => from !== to).map(([from]) => from))
        const counted = [...waiting].filter((n) => nodes[n]?.kind === 'assignment').length
        const drawn = boxes.filter(({ kind }) => kind !== 'rest').reduce((sum, { n }) => sum + n, 0)
        if (!keys.has('rest:rest')) expect(drawn).toBe(counted)
      }),
      { numRuns: runs(150) },
    )
  },
)
