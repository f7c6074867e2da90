// How targets stand, the years and bounds printed figures have, and the straight line through yearly values.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecast } from './forecast.ts'
import { dataDayOf, resolveBound } from './formula.ts'
import { sentenceOf } from './sentence.ts'
import { type Aim, DEFAULT_RULE, standing } from './status.ts'
import { aimOf, boundsOf, lastDayOf, printTarget, yearsOf } from './target.ts'

const aim = (more: Partial<Aim> = {}): Aim => ({
  ...{ op: '=', min: 400, max: null, from: '2024-01-01', to: '2025-12-31' },
  ...more,
})
const stands = (of: Aim, value: number | null, today: string, more: object = {}) =>
  standing(of, { direction: 'up', value, base: 300, today, rule: DEFAULT_RULE, ...more }).status

describe('a target of what should grow', () => {
  test.each([
    ['is reached early too', 410, '2024-03-01', 'reached'],
    ['is on track when as much of the way as of the time has gone', 351, '2025-01-01', 'on-track'],
    ['is slow a little behind', 345, '2025-01-01', 'slow'],
    ['is behind further back', 320, '2025-01-01', 'behind'],
    ['says nothing in the first tenth of its time', 300, '2024-02-01', 'early'],
    ['is missed when its time is over', 399, '2026-01-01', 'missed'],
    ['is unknown without a value', null, '2025-01-01', 'unknown'],
  ] as const)('%s', (_, value, today, status) => {
    expect(stands(aim(), value, today)).toBe(status)
  })
})

test('figures of a year say nothing of the next one, and the way is measured to the day they belong to', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' }
  const behind = { base: 300, dataDay: '2025-12-14' }
  expect(stands(aim(year), 320, '2026-11-21', behind)).toBe('early')
  // What the year before had is no result of this one.
  expect(stands(aim(year), 410, '2026-11-21', behind)).toBe('early')
  expect(stands(aim(year), 390, '2026-12-20', { base: 300, dataDay: '2026-12-14' })).toBe('slow')
  expect(stands(aim(year), 390, '2027-01-05', { base: 300, dataDay: '2026-12-14' })).toBe('missed')
  // Half of two years' way in the first one, asked late in the second.
  expect(stands(aim(), 350, '2025-11-30', { dataDay: '2024-12-31' })).toBe('on-track')
})

test('a formula belongs to its data year, or to the day', () => {
  const where = [
    { test: 'between' as const, column: 'year', from: '@data-year' as const, to: '@data-year' as const },
  ]
  const updates = { kind: 'sum' as const, register: 'yearly-update', column: 'revenue', where }
  expect(dataDayOf(updates, '2026-11-21')).toBe('2025-12-14')
  expect(dataDayOf(updates, '2026-12-14')).toBe('2026-12-14')
  expect(dataDayOf({ kind: 'count', register: 'cooperative', where: [] }, '2026-11-21')).toBe(null)
  expect(sentenceOf({ kind: 'times', of: updates, by: 0.000001 })).toContain('chia 1.000.000')
  expect(sentenceOf({ kind: 'times', of: updates, by: 0.3 })).toContain('nhân 0,3')
})

test('what should shrink needs to be known at its beginning; a range is kept or not', () => {
  const down = aim({ op: '<=', min: null, max: 10 })
  expect(stands(down, 15, '2025-01-01', { direction: 'down', base: 20 })).toBe('slow')
  expect(stands(down, 15, '2025-01-01', { direction: 'down', base: null })).toBe('unknown')
  expect(stands(down, 9, '2025-01-01', { direction: 'down', base: null })).toBe('reached')
  const within = aim({ op: 'range', min: 5, max: 8 })
  expect(stands(within, 6, '2025-01-01', { direction: 'within' })).toBe('reached')
  expect(stands(within, 9, '2025-01-01', { direction: 'within' })).toBe('behind')
})

test('printed periods become years, bounds and the time a target runs', () => {
  const plan = { from: 2023, to: 2025 }
  expect(yearsOf('2026-2030', plan)).toEqual({ fromYear: 2026, toYear: 2030, isYearly: false })
  expect(yearsOf('annual', plan)).toEqual({ fromYear: 2023, toYear: 2025, isYearly: true })
  expect(yearsOf(null, plan)).toEqual({ fromYear: 2023, toYear: 2025, isYearly: false })
  expect(boundsOf({ period: null, op: 'range', value: 2.4, max: 3.1, unit: 'tỷ đồng' }, 1000)).toEqual({
    min: 2400,
    max: 3100,
  })
  const one = { fromYear: 2025, toYear: 2025, isYearly: false, op: '>=' as const, min: 30, max: null }
  expect(aimOf(one, '2023-04-10', '2024-01-01')).toMatchObject({ from: '2023-04-10', to: '2025-12-31' })
  expect(aimOf({ ...one, fromYear: 2023, isYearly: true }, null, '2024-05-01')).toMatchObject({
    from: '2024-01-01',
    to: '2024-12-31',
  })
  expect(printTarget(one, '%', one)).toBe('≥ 30 % (2025)')
  expect(['2026', '2026-H1', '2026-Q3', '2026-02'].map(lastDayOf)).toEqual([
    ...['2026-12-14', '2026-06-14', '2026-09-14', '2026-02-14'],
  ])
})

test('the data year is the one whose window has ended by the day', () => {
  expect(['2026-12-13', '2026-12-14', '2026-12-31'].map((day) => resolveBound('@data-year', day))).toEqual([
    2025, 2026, 2026,
  ])
  expect(resolveBound('@window-start', '2026-12-14')).toBe('2025-12-15')
  expect(resolveBound('@window-start', '2026-12-15')).toBe('2026-12-15')
})

test('a forecast goes on along any straight line, and says why there is none', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 3, max: 9 }),
      (slope, start, n) => {
        const points = Array.from({ length: n }, (_, i) => ({ year: 2015 + i, value: start + slope * i }))
        const found = forecast(points, 2015 + n, 2017 + n)
        if (found.method === null) throw new Error(found.why)
        expect(found.points).toBe(n)
        for (const { year, value } of found.values)
          expect(value).toBeCloseTo(start + slope * (year - 2015), 6)
      },
    ),
  )
  expect(forecast([{ year: 2024, value: 1 }], 2025, 2026)).toEqual({
    method: null,
    why: 'Mới có số liệu của 1 năm trọn vẹn; cần ít nhất 3 năm để dự báo.',
  })
})
