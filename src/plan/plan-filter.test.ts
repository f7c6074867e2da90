import { expect, test } from 'vitest'
import type { PublishedItem } from './plan.ts'
import { figuresOf, filterItems, PlanSearch } from './plan-filter.ts'

const item = (id: string, more: Partial<PublishedItem> = {}): PublishedItem => ({
  ...{
    id,
    documentId: 'd',
    section: 'I.1',
    origin: 'body',
    outcome: 'assign',
    quote: `Việc ${id}`,
    spans: [],
  },
  ...{
    leadPrinted: [],
    coordinatingPrinted: [],
    deliverables: [],
    dueText: '',
    dueTo: null,
    mergedInto: null,
  },
  ...{
    state: 'open',
    dueOn: null,
    doneOn: null,
    approvedOn: null,
    every: null,
    event: null,
    eventOn: null,
    completion: 'all',
  },
  ...{ share: null, leader: null, follower: null, assignments: 1, done: 0, overdue: 0, corrections: 0 },
  ...{ assignmentId: null, leadName: 'Sở Nội vụ' },
  ...more,
})
const items = [
  item('a', { overdue: 1 }),
  item('b', { state: 'done', done: 1, doneOn: '2026-05-01' }),
  item('c', { section: 'II', event: 'khi có Nghị quyết' }),
  item('d', { outcome: 'orientation', assignments: 0, leadName: null }),
  item('e', { state: 'closed', assignments: 0 }),
  item('f', { outcome: 'each', section: 'II.1', assignments: 95, done: 40, overdue: 3, leadName: null }),
]
const shown = (search: Parameters<typeof filterItems>[1]) =>
  filterItems(items, search)
    .shown.map(({ id }) => id)
    .join('')

test('every word of the filter shows as many as it says', () => {
  const { counts } = filterItems(items, {})
  expect(counts).toEqual({ all: 6, open: 3, overdue: 2, waiting: 1, done: 1, closed: 1, untracked: 1 })
  for (const [show, n] of Object.entries(counts)) expect(shown({ show: show as never })).toHaveLength(n)
})

test('a section holds what stands below it; words are found without diacritics', () => {
  expect(shown({ section: 'II' })).toBe('cf')
  expect(shown({ q: 'so noi vu' })).toBe('abce')
  expect(shown({ section: 'II', show: 'overdue' })).toBe('f')
})

test('items and assignments are counted apart; what was closed is asked of nobody', () => {
  expect(figuresOf(items)).toEqual({ itemsDone: 1, items: 4, done: 41, assignments: 98, overdue: 4 })
})

test('what an address says wrongly is left out', () => {
  expect(PlanSearch.parse({ tab: 'nowhere', show: 'open', line: 'x', document: '7' })).toEqual({
    show: 'open',
  })
})
