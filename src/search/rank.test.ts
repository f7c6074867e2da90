import { expect, test } from 'vitest'
import { type Found, rankItems, rankPlans } from './rank.ts'

const days = new Map([
  ['new', '2026-05-04'],
  ['old', '2025-12'],
])
const found = (id: string, planId: string, tier: number, n = 0, likeness = 1): Found => ({
  id,
  planId,
  n,
  tier,
  likeness,
})
const ids = (list: { id: string }[]) => list.map(({ id }) => id)

test('why it was found before how new it is, and then its place', () => {
  const list = [found('a', 'new', 5), found('b', 'old', 2), found('c', 'new', 2, 4), found('d', 'new', 2, 3)]
  expect(ids(rankItems(list, days))).toEqual(['d', 'c', 'b', 'a'])
})

test('what was found twice counts once, for the better; other plans are not shown', () => {
  const list = [found('a', 'new', 2), found('a', 'new', 5), found('x', 'draft', 1)]
  expect(rankItems(list, days)).toEqual([found('a', 'new', 2)])
})

test('what is near goes by likeness', () => {
  expect(ids(rankItems([found('a', 'new', 6, 0, 0.4), found('b', 'old', 6, 0, 0.9)], days))).toEqual([
    'b',
    'a',
  ])
})

test('a plan by the best of it; its head before its text', () => {
  const heads = [
    { id: 'old', tier: 3, likeness: 1 },
    { id: 'draft', tier: 1, likeness: 1 },
  ]
  const byHead = rankPlans(heads, [found('new 1', 'new', 3, 1)], days)
  expect(ids(byHead)).toEqual(['old', 'new'])
  const byLine = rankPlans(heads, [found('new 1', 'new', 2, 1), found('old 9', 'old', 5, 9)], days)
  expect(byLine).toMatchObject([
    { id: 'new', isHead: false, lines: [{ n: 1 }] },
    { id: 'old', isHead: true, lines: [{ n: 9 }] },
  ])
})
