import { expect, test } from 'vitest'
import { BOX, pathOf, placeDrawing, wrap } from './layout.ts'
import type { Box, Drawing, Line } from './waiting.ts'

test.each([
  ['Sở Nội vụ', 20, 2, ['Sở Nội vụ']],
  ['Sở Văn hóa, Thể thao và Du lịch', 20, 2, ['Sở Văn hóa, Thể thao', 'và Du lịch']],
  ['Trung tâm Xúc tiến đầu tư, thương mại', 12, 2, ['Trung tâm', 'Xúc tiến…']],
  ['Rà soát các quy định', 10, 1, ['Rà soát…']],
  ['Tổngkếtchươngtrìnhdàiquá', 8, 2, ['Tổngkết…']],
  ['', 10, 2, []],
])('%s in lines of %i letters', (text, letters, most, lines) => {
  const read = wrap(text, letters, most)
  expect(read.every((line) => line.length <= letters)).toBe(true)
  expect(read).toEqual(lines)
})

const box = (key: string): Box => ({
  ...{ key, kind: 'agency', label: key, agency: null, thing: null, n: 0, isRoot: false, isInCircle: false },
})
const line = (from: string, to: string): Line => ({
  ...{ from, to, reasons: ['approve'], since: '2026-01-01', days: 3, n: 1, isInCircle: false },
})

test('whoever waits stands left of what it waits for; no box covers another; a circle is drawn too', () => {
  const drawing: Drawing = {
    fold: 'things',
    boxes: ['a', 'b', 'c', 'd', 'alone'].map(box),
    lines: [line('a', 'b'), line('b', 'c'), line('d', 'c'), line('c', 'a')],
  }
  const { boxes, lines, width, height } = placeDrawing(drawing, ['duyệt', 'duyệt', 'duyệt', 'duyệt'])
  const at = (key: string) => boxes.get(key) ?? { x: Number.NaN, y: Number.NaN }
  expect(at('d').x).toBeLessThan(at('c').x)
  const all = [...boxes.values()]
  for (const one of all) {
    expect(one.x).toBeGreaterThanOrEqual(0)
    expect(one.x + BOX.width).toBeLessThanOrEqual(width)
    expect(one.y + BOX.height).toBeLessThanOrEqual(height)
    for (const other of all)
      if (one !== other)
        expect(Math.abs(one.x - other.x) >= BOX.width || Math.abs(one.y - other.y) >= BOX.height).toBe(true)
  }
  expect(lines).toHaveLength(4)
  for (const { points } of lines) expect(points.length).toBeGreaterThan(1)
})

test('the line goes through every point', () => {
  const path = pathOf([
    { x: 0, y: 0 },
    { x: 10, y: 5 },
    { x: 20, y: 0 },
  ])
  expect(path).toMatch(/^M 0 0 C .* 10 5 C .* 20 0$/)
  expect(pathOf([])).toBe('M 0 0')
})
