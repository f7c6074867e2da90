import { expect, test } from 'vitest'
import { countedItemState, type ItemFacts, itemState } from './item.ts'

const facts = (more: Partial<ItemFacts>): ItemFacts => ({
  ...{ completion: 'all', share: null, wordOn: null, assignments: 3, closed: 0, doneOn: [], finishedOn: [] },
  ...more,
})
const [a, b, c] = ['2026-11-01', '2026-11-05', '2026-11-09']

test.each<[string, Partial<ItemFacts>, ReturnType<typeof itemState>]>([
  ['two of three finished', { finishedOn: [a, b] }, { state: 'open', doneOn: null, approvedOn: null }],
  ['all finished, none confirmed', { finishedOn: [c, a, b] }, { state: 'open', doneOn: null, approvedOn: c }],
  [
    'all finished, two confirmed',
    { finishedOn: [a, b, c], doneOn: [a, c] },
    { state: 'open', doneOn: null, approvedOn: c },
  ],
  [
    'all confirmed',
    { finishedOn: [a, b, c], doneOn: [a, b, c] },
    { state: 'done', doneOn: c, approvedOn: null },
  ],
  [
    'half are enough',
    { completion: 'share', share: 50, finishedOn: [a, b], doneOn: [b] },
    { state: 'open', doneOn: null, approvedOn: b },
  ],
  [
    'who is closed is not asked',
    { closed: 2, finishedOn: [b] },
    { state: 'open', doneOn: null, approvedOn: b },
  ],
  ['all closed', { closed: 3 }, { state: 'closed', doneOn: null, approvedOn: null }],
  [
    'the word is missing though all are confirmed',
    { completion: 'word', finishedOn: [a, b, c], doneOn: [a, b, c] },
    { state: 'open', doneOn: null, approvedOn: c },
  ],
  [
    'the word is there',
    { completion: 'word', wordOn: c, finishedOn: [a] },
    { state: 'done', doneOn: c, approvedOn: null },
  ],
  ['given to nobody', { assignments: 0 }, { state: 'open', doneOn: null, approvedOn: null }],
])('%s', (_, more, stand) => {
  expect(itemState(facts(more))).toEqual(stand)
})

test.each([
  ['open', null, null, b, 'open'],
  ['open', null, a, b, 'approved-on-time'],
  ['open', null, b, b, 'approved-on-time'],
  ['open', null, c, b, 'approved-late'],
  ['open', null, c, null, 'approved-on-time'],
  ['done', c, null, b, 'done-late'],
  ['done', b, null, b, 'done-on-time'],
  ['closed', null, null, b, 'closed'],
] as const)('%s, done %s, approved %s, due %s: %s', (state, doneOn, approvedOn, dueOn, counted) => {
  expect(countedItemState({ state, doneOn, approvedOn }, dueOn)).toBe(counted)
})
