import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../base/calendar.ts'
import { EVERY, periodAfter, periodAt } from './period.ts'

/** NĐ 09/2019/NĐ-CP Điều 12, each window with both its edges. */
test.each([
  ['year', '2025-12-14', '2025', '2024-12-15', '2025-12-14'],
  ['year', '2025-12-15', '2026', '2025-12-15', '2026-12-14'],
  ['half', '2026-06-14', '2026-H1', '2025-12-15', '2026-06-14'],
  ['half', '2026-06-15', '2026-H2', '2026-06-15', '2026-12-14'],
  ['quarter', '2026-03-14', '2026-Q1', '2025-12-15', '2026-03-14'],
  ['quarter', '2026-11-21', '2026-Q4', '2026-09-15', '2026-12-14'],
  ['month', '2026-01-14', '2026-01', '2025-12-15', '2026-01-14'],
  ['month', '2026-12-15', '2027-01', '2026-12-15', '2027-01-14'],
] as const)('%s of %s is %s', (every, day, key, from, to) => {
  expect(periodAt(every, day)).toEqual({ key, from, to })
})

test('periods follow each other without gap or overlap, and their keys sort in time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...EVERY), fc.integer({ min: 0, max: 60_000 }), (every, days) => {
      const period = periodAt(every, addDays('1990-01-01', days))
      const next = periodAfter(every, period)
      expect(next.from).toBe(addDays(period.to, 1))
      expect(next.key > period.key).toBe(true)
      expect(periodAt(every, period.from)).toEqual(period)
      expect(periodAt(every, period.to)).toEqual(period)
    }),
  )
})
