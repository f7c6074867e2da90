import { expect, test } from 'vitest'
import { COUNTED_STATES, countedState, DUE_CLASSES, isIn, tally, WORK_STATE_NAMES } from './work-state.ts'

test.each([
  ['active', '2026-01-01', null, 'active'],
  ['done', '2026-01-10', '2026-01-10', 'done-on-time'],
  ['done', '2026-01-10', '2026-01-11', 'done-late'],
  ['done', null, '2026-01-11', 'done-on-time'],
] as const)('%s, due %s, complete %s: %s', (status, due, completed, expected) =>
  expect(countedState(status, due, completed)).toBe(expected),
)

const cells = COUNTED_STATES.flatMap((state, i) =>
  DUE_CLASSES.map((due, j) => ({ state, due, n: 4 ** i + j })),
)

test('the four fields of the matrix part everything that is still asked for', () => {
  for (const { state, due } of cells.filter(({ state }) => state !== 'closed'))
    expect(
      (['done-on-time', 'done-late', 'within', 'overdue'] as const).filter((name) => isIn(name, state, due)),
    ).toHaveLength(1)
})

test('sums add up both ways', () => {
  const sums = tally(cells)
  expect(sums['done-on-time'] + sums['done-late']).toBe(sums.done)
  expect(sums.within + sums.overdue).toBe(sums.open)
  expect(sums.done + sums.open).toBe(sums.all)
  expect(sums.done + sums.overdue).toBe(sums.answerable)
  expect(Object.keys(sums).sort()).toEqual([...WORK_STATE_NAMES].sort())
})

test('an assignment without a date is never overdue', () => {
  for (const state of COUNTED_STATES) expect(isIn('overdue', state, 'none')).toBe(false)
})
