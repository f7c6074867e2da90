import { expect, test } from 'vitest'
import { monthAfter, weeksOf } from './calendar.ts'

test('a month begins on the Monday before its first day and ends on the Sunday after its last', () => {
  const weeks = weeksOf('2026-11')
  expect(weeks.map(([monday]) => monday)).toEqual([
    ...['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'],
  ])
  expect(weeks.at(-1)?.at(-1)).toBe('2026-12-06')
  expect(weeksOf('2027-02')).toHaveLength(4)
})

test.each([
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-11', -12, '2025-11'],
  ['1900-01', -1, '1900-01'],
])('%s and %i months make %s', (month, by, then) => {
  expect(monthAfter(month, by)).toBe(then)
})
