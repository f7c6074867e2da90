import { expect, test } from 'vitest'
import { standsOnOf, updateYear, windowOf } from './desk.ts'

test.each([
  ['2026-11-21', 2026, '2026-11-21'],
  ['2026-12-14', 2026, '2026-12-14'],
  ['2026-12-31', 2026, '2026-12-14'],
  ['2027-06-30', 2026, '2026-12-14'],
  ['2027-07-01', 2027, '2027-07-01'],
])('on %s updates of %i are spoken of, as of %s', (today, year, standsOn) => {
  expect(updateYear(today)).toBe(year)
  expect(standsOnOf(year, today)).toBe(standsOn)
})

test('the window of a year begins on 15 December of the year before', () => {
  expect(windowOf(2026)).toEqual({ from: '2025-12-15', to: '2026-12-14' })
})
