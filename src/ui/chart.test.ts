// What a chart says beside its picture, and where its figures stand in it.
import { expect, test } from 'vitest'
import * as words from '../vocabulary/words.ts'
import {
  type BarChart,
  describe,
  drawnValues,
  type LineChart,
  labelSides,
  leavesZeroOut,
  pointLines,
  tableOf,
} from './chart.ts'
import { pictureOf } from './chart-draw.ts'

const chart: LineChart = {
  kind: 'lines',
  title: 'Số hợp tác xã',
  unit: 'hợp tác xã',
  periods: ['2024', '2025', '2026', '2030'],
  lines: [
    { name: 'Thực hiện', look: 'measured', values: [1362, 1388, null, null] },
    {
      name: 'Mức phải đạt',
      look: 'target',
      values: [null, 1400, null, 1550],
      said: [null, '≥ 1.400', null, '≥ 1.550'],
    },
    { name: 'Dự báo', look: 'forecast', values: [null, null, 1410.25, 1496] },
  ],
}
const band: LineChart = {
  ...chart,
  unit: '%',
  lines: [{ name: 'Thực hiện', look: 'measured', values: [21.5, 2.5, null, null] }],
  band: { name: 'Khoảng', from: [null, 26, null, 28], to: [null, 28, null, 32] },
}
const bars: BarChart = {
  kind: 'bars',
  title: 'Theo xã',
  unit: 'hợp tác xã',
  of: 'Xã, phường',
  bars: [
    { name: 'Xã Suối Mơ', value: 1430 },
    { name: 'Xã <b>Đồi</b> & Chè', value: 2.5 },
  ],
}

test('the table has a row for each period, figures as Vietnamese writes them', () => {
  expect(tableOf(chart)).toEqual({
    head: [words.chart.period, 'Thực hiện', 'Mức phải đạt', 'Dự báo'],
    rows: [
      ['2024', '1.362', '', ''],
      ['2025', '1.388', '≥ 1.400', ''],
      ['2026', '', '', '1.410,25'],
      ['2030', '', '≥ 1.550', '1.496'],
    ],
  })
  expect(tableOf(band).rows[1]).toEqual(['2025', '2,5', '26–28'])
  expect(tableOf(bars).rows[0]).toEqual(['Xã Suối Mơ', '1.430'])
})

test('a point is said with everything that stands there', () => {
  expect(pointLines(chart, 1)).toEqual(['2025 (hợp tác xã)', 'Thực hiện: 1.388', 'Mức phải đạt: ≥ 1.400'])
  expect(pointLines({ ...chart, lines: [] }, 0)).toEqual(['2024 (hợp tác xã)', words.chart.nothing])
  expect(describe(chart)).toContain('1.388')
  expect(describe({ ...bars, bars: [] })).toContain(words.chart.nothing)
})

test('of two figures of one period the higher stands above; a forecast prints its end only', () => {
  expect(labelSides(chart)).toEqual([
    ['top', 'bottom', null, null],
    [null, 'top', null, 'top'],
    [null, null, null, 'bottom'],
  ])
})

test('a forecast is drawn from the last measured point on, which stays no forecast', () => {
  expect(drawnValues(chart, 2).map(({ value }) => value)).toEqual([null, 1388, 1410.25, 1496])
  expect(drawnValues(chart, 2).map(({ isJoin }) => isJoin)).toEqual([false, true, false, false])
  expect(drawnValues(chart, 0).every(({ isJoin }) => !isJoin)).toBe(true)
})

test('the axis leaves zero out only far above it', () => {
  expect(leavesZeroOut(chart)).toBe(true)
  expect(leavesZeroOut(band)).toBe(false)
  expect(leavesZeroOut({ ...chart, lines: [{ name: 'a', look: 'measured', values: [-5, -4] }] })).toBe(false)
})

test('a picture that leaves the page has its title, unit and legend, and is whole XML', () => {
  for (const one of [chart, band, bars, { ...chart, lines: [], note: 'Nguồn: sổ hợp tác xã' }]) {
    const svg = pictureOf(one)
    expect(svg).toMatch(/^<svg /)
    expect(svg).toContain(one.title)
    expect(svg).toContain(words.chart.unit(one.unit))
    expect(svg).not.toContain('NaN')
    expect(svg).not.toContain('<b>')
  }
  expect(pictureOf(chart)).toContain('Mức phải đạt')
  expect(pictureOf(chart)).toContain('1.388')
  expect(pictureOf({ ...chart, note: 'Nguồn: sổ hợp tác xã' })).toContain('Nguồn: sổ hợp tác xã')
})
