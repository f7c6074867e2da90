import { expect, test } from 'vitest'
import type { Cell } from '../document/line.ts'
import { readIndicatorTable } from './indicator-table.ts'
import type { Paragraph } from './paragraph.ts'

/** Rows of cells; "^" goes on with the cell above, "<" with the cell to the left. */
function cellsOf(rows: string[][]): Paragraph[] {
  const cells: Paragraph[] = []
  rows.forEach((row, r) => {
    row.forEach((text, column) => {
      if (text === '^' || text === '<') return
      let rowSpan = 1
      while (rows[r + rowSpan]?.[column] === '^') rowSpan++
      let columnSpan = 1
      while (row[column + columnSpan] === '<') columnSpan++
      const cell: Cell = { table: 0, row: r, column, rowSpan, columnSpan }
      const n = cells.length
      const segments = [{ at: 0, line: n, from: 0, length: text.length, raw: text }]
      cells.push({ text, segments, lines: [n], cell, bold: false, align: undefined, gap: false })
    })
  })
  return cells
}
const CONTEXT = { section: '', aim: true, period: null, issued: '2026-02-01' }
const targetsIn = (rows: string[][], period: string | null = null) =>
  readIndicatorTable(cellsOf(rows), ['PL'], { ...CONTEXT, period }).flatMap(({ section, name, targets }) =>
    targets.map((each) => [section, name, each.period, each.op, each.value, each.max, each.unit]),
  )

test('a figure per year, with its unit in a column', () => {
  expect(
    targetsIn([
      ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Thực hiện 2025', 'Năm 2026', 'Giai đoạn 2026 - 2030'],
      ['I', 'Trồng rừng', '', '', '', ''],
      ['1', 'Diện tích rừng trồng mới', 'ha', '900', '1.200', '≥ 6.500'],
      ['2', 'Tỷ lệ hộ nghèo', '%', '4,1', '3,5', '2 - 2,5'],
      ['3', 'Số bến đò đạt chuẩn', 'bến', '-', '', 'x'],
    ]),
  ).toEqual([
    ['PL.I.1', 'Diện tích rừng trồng mới', '2026', '=', 1200, null, 'ha'],
    ['PL.I.1', 'Diện tích rừng trồng mới', '2026-2030', '>=', 6500, null, 'ha'],
    ['PL.I.2', 'Tỷ lệ hộ nghèo', '2026', '=', 3.5, null, '%'],
    ['PL.I.2', 'Tỷ lệ hộ nghèo', '2026-2030', 'range', 2, 2.5, '%'],
  ])
})

test('years in a second row of the header', () => {
  expect(
    targetsIn([
      ['Chỉ tiêu', 'ĐVT', 'Mục tiêu', '<'],
      ['^', '^', '2027', '2030'],
      ['Số vườn ươm', 'vườn', '12', 'trên 20'],
    ]),
  ).toEqual([
    ['PL', 'Số vườn ươm', '2027', '=', 12, null, 'vườn'],
    ['PL', 'Số vườn ươm', '2030', '>=', 20, null, 'vườn'],
  ])
})

test('one column of goals takes the period of the caption, and a unit in the cell or in brackets', () => {
  expect(
    targetsIn(
      [
        ['TT', 'Tên chỉ tiêu', 'Mục tiêu'],
        ['1', 'Hộ dùng nước sạch', '95%'],
        ['2', 'Sản lượng mật ong (tấn)', '40'],
        ['3', 'Phiên chợ mật ong', '04 phiên/năm'],
      ],
      '2028',
    ),
  ).toEqual([
    ['PL.1', 'Hộ dùng nước sạch', '2028', '=', 95, null, '%'],
    ['PL.2', 'Sản lượng mật ong (tấn)', '2028', '=', 40, null, 'tấn'],
    ['PL.3', 'Phiên chợ mật ong', 'annual', '=', 4, null, 'phiên'],
  ])
})

test('targets in words, beside who answers for each', () => {
  expect(
    targetsIn(
      [
        ['TT', 'Chỉ tiêu', 'Chủ trì'],
        ['I. Nuôi ong', '<', '<'],
        ['1', 'Tỷ lệ hộ có sổ theo dõi đàn đạt tối thiểu 80%.', 'Sở Nông nghiệp và Môi trường'],
        ['2', 'Phấn đấu mỗi năm mở từ 05 lớp dạy nghề', 'Sở Nội vụ'],
      ],
      '2028',
    ),
  ).toEqual([
    ['PL.I.1', 'Tỷ lệ hộ có sổ theo dõi đàn', '2028', '>=', 80, null, '%'],
    ['PL.I.2', expect.any(String), 'annual', '>=', 5, null, 'lớp'],
  ])
})

test.each([
  [
    'measurements',
    [
      ['TT', 'Chỉ tiêu', 'Tần suất', 'Số điểm', 'Đơn giá (đồng)'],
      ['1', 'Độ đục', '2', '10', '45.000'],
    ],
  ],
  [
    'limits',
    [
      ['Chỉ tiêu', 'Đơn vị', 'Giới hạn cho phép năm 2026'],
      ['pH', '-', '6,5 - 8,5'],
    ],
  ],
  [
    'results',
    [
      ['Chỉ tiêu', 'ĐVT', 'Thực hiện 2024', 'Ước thực hiện 2025'],
      ['Sản lượng', 'tấn', '30', '35'],
    ],
  ],
  [
    'duties',
    [
      ['TT', 'Nhiệm vụ', 'Chủ trì', 'Năm 2026'],
      ['1', 'Trồng 40 ha rừng', 'Sở A', 'x'],
    ],
  ],
  ['nothing', [[]]],
])('no targets in a table of %s', (_, rows) => {
  expect(targetsIn(rows)).toEqual([])
})

test('years whose place below their stage was lost', () => {
  expect(
    targetsIn([
      ['TT', 'Chỉ tiêu', 'ĐVT', 'ƯTH năm 2025', 'Giai đoạn 2026 - 2028'],
      ['Năm 2026', 'Năm 2027', 'Năm 2028'],
      ['1', 'Diện tích chè', 'ha', '90', '100', '110', '120'],
    ]),
  ).toEqual([
    ['PL.1', 'Diện tích chè', '2026', '=', 100, null, 'ha'],
    ['PL.1', 'Diện tích chè', '2027', '=', 110, null, 'ha'],
    ['PL.1', 'Diện tích chè', '2028', '=', 120, null, 'ha'],
  ])
})
