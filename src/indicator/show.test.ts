// How figures, targets and years of an indicator are written and drawn.
import { expect, test } from 'vitest'
import * as words from '../vocabulary/words.ts'
import type { SeriesPoint, Target } from './indicator.ts'
import {
  aimText,
  amount,
  areaChart,
  fileName,
  partsText,
  reachedText,
  sourceText,
  trendChart,
  withUnit,
  yearsText,
} from './show.ts'

const w = words.indicatorPage
const of = { name: 'Tỷ lệ hiệu quả', unit: '%', decimals: 1 }
const target = (more: Partial<Target>): Target => ({
  ...{ id: '1', fromYear: 2026, toYear: 2026, isYearly: false, op: '>=', min: 50, max: null, text: '' },
  ...{ plan: null, area: null, status: 'slow', why: '', version: 1 },
  ...more,
})
const point = (year: number, value: number | null, more: Partial<SeriesPoint> = {}): SeriesPoint => ({
  ...{ year, value, source: value === null ? null : 'computed', day: `${year}-12-14`, computed: null },
  ...{ typed: null, disagrees: false, min: null, max: null, snapshot: null, snapshotMoved: false },
  ...more,
})
const none = { method: null, why: 'Mới có 2 năm.' } as const

test.each([
  [1430, 0, '1.430'],
  [2.5, 1, '2,5'],
  [45.449, 1, '45,4'],
  [-3, 0, '-3'],
  [0, 2, '0'],
  [null, 0, '–'],
] as const)('%s with %s places is %s', (value, decimals, text) => {
  expect(amount(value, decimals)).toBe(text)
})

test.each([
  [{ op: '>=', min: 400, max: null }, '≥ 400', '388/400 (97%)'],
  [{ op: '<=', min: null, max: 5 }, '≤ 5', null],
  [{ op: 'range', min: 26, max: 28 }, '26–28', null],
  [{ op: '~', min: 1550, max: null }, '≈ 1.550', '388/1.550 (25%)'],
  [{ op: '=', min: 0, max: null }, '0', null],
] as const)('%j is written %s, and reached %s', (aim, text, reached) => {
  expect(aimText(aim, 0)).toBe(text)
  expect(reachedText(388, aim, { unit: '', decimals: 0 })).toBe(reached)
})

test('a share is never written without numerator and denominator', () => {
  expect(partsText({ value: 45.45, part: 120, whole: 264 })).toBe('120/264')
  expect(partsText({ value: 45.45, part: null, whole: 264 })).toBeNull()
})

test('nothing known is said in words, with no day of nothing', () => {
  expect(withUnit(null, of)).toBe(w.noValue)
  expect(sourceText({ source: null, day: '2026-11-21' })).toBeNull()
  expect(sourceText({ source: 'typed', day: '2026-11-21' })).toContain('21/11/2026')
})

test('years of a target', () => {
  expect(yearsText({ fromYear: 2030, toYear: 2030, isYearly: false })).toBe('2030')
  expect(yearsText({ fromYear: 2026, toYear: 2030, isYearly: false })).toBe(w.by(2030))
  expect(yearsText({ fromYear: 2026, toYear: 2030, isYearly: true })).toBe(w.yearly(2026, 2030))
})

test('the years are drawn from the first of which anything is known, the running one up to its day', () => {
  const chart = trendChart({
    indicator: of,
    series: [
      point(2022, null),
      point(2023, 41.26),
      point(2024, null),
      point(2025, 44, { typed: 45.5, disagrees: true }),
      point(2026, 45.45, { day: '2026-11-21' }),
    ],
    forecast: none,
    targets: [
      target({}),
      target({ id: '2', min: 40, op: '>=' }),
      target({ id: '3', fromYear: 2030, toYear: 2030, op: 'range', min: 60, max: 70 }),
      target({ id: '4', min: 90, area: { id: 'a', name: 'Xã Suối Mơ' } }),
    ],
  })
  if (chart.kind !== 'lines') throw new Error('no lines')
  expect(chart.periods).toEqual(['2023', '2024', '2025', '2026', '2030'])
  expect(chart.lines.map(({ look, values }) => [look, values])).toEqual([
    ['measured', [41.3, null, 44, 45.5, null]],
    ['target', [null, null, null, 50, null]],
    ['typed', [null, null, 45.5, null, null]],
  ])
  expect(chart.lines[1]?.said?.[3]).toBe('≥ 50')
  expect(chart.band).toMatchObject({ from: [null, null, null, null, 60], to: [null, null, null, null, 70] })
  expect(chart.note).toBe(`${w.running(2026, '2026-11-21')} ${w.noForecast(none.why)}`)
})

test('a target of every year stands in each of them', () => {
  const chart = trendChart({
    indicator: of,
    series: [point(2025, 40), point(2026, 42), point(2027, null)],
    forecast: none,
    targets: [target({ fromYear: 2025, toYear: 2027, isYearly: true, min: 41 })],
  })
  if (chart.kind !== 'lines') throw new Error('no lines')
  expect(chart.lines.find(({ look }) => look === 'target')?.values).toEqual([41, 41, 41])
})

test('communes stand by their figure, those of which nothing is known are left out', () => {
  const area = (name: string, value: number | null) => ({
    areaId: name,
    area: name,
    value,
    part: null,
    whole: null,
  })
  const chart = areaChart(
    of,
    [area('Xã B', 2), area('UBND xã A', 2.04), area('Xã C', null), area('Xã D', 9)],
    '2026-11-21',
    2,
  )
  expect(chart).toMatchObject({
    bars: [
      { name: 'Xã D', value: 9 },
      { name: 'Xã A', value: 2 },
    ],
  })
})

test('a saved picture has a name every file system takes', () => {
  expect(fileName('Số hợp tác xã “đang hoạt động” (%)')).toBe('so-hop-tac-xa-dang-hoat-dong')
})
