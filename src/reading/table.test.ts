import { expect, test } from 'vitest'
import type { Cell, Line } from '../document/line.ts'
import { readPlan } from './read-plan.ts'

/** Rows of cells; "^" goes on with the cell above, "<" with the cell to the left. */
function annex(rows: string[][], caption = 'PHỤ LỤC'): Line[] {
  const lines: Line[] = []
  const add = (text: string, cell?: Cell): void => {
    lines.push({ n: lines.length, text, ...(cell ? { cell } : {}) })
  }
  for (const text of ['KẾ HOẠCH', 'Trồng cây', 'I. MỤC ĐÍCH', 'Phủ xanh đồi trọc.', caption, 'PHÂN CÔNG'])
    add(text)
  rows.forEach((row, r) => {
    row.forEach((text, column) => {
      if (text === '' || text === '^' || text === '<') return
      let rowSpan = 1
      while (rows[r + rowSpan]?.[column] === '^') rowSpan++
      let columnSpan = 1
      while (row[column + columnSpan] === '<') columnSpan++
      add(text, { table: 0, row: r, column, rowSpan, columnSpan })
    })
  })
  return lines
}
const tasksOf = (rows: string[][]) =>
  readPlan({ door: 'docx', lines: annex(rows), notices: [] }).tasks.map(
    ({ section, quote, lead, coordinating, deliverables, due }) => [
      section,
      quote,
      lead,
      coordinating,
      deliverables,
      due.kind,
    ],
  )

const HEAD = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Sản phẩm', 'Thời hạn']

test('rows of two groups', () => {
  expect(
    tasksOf([
      HEAD,
      ['I', 'Vườn ươm', '', '', '', ''],
      ['1', 'Lập vườn ươm', 'Sở Y tế; Công an tỉnh', 'các xã', 'Đề án; Báo cáo', 'Quý I/2027'],
      ['II', 'Trồng rừng', '<', '<', '<', '<'],
      ['1', 'Giao đất', 'Sở Nội vụ', '', '', 'Hằng năm'],
    ]),
  ).toEqual([
    ['PL.I.1', 'Lập vườn ươm', ['Sở Y tế', 'Công an tỉnh'], ['các xã'], ['Đề án', 'Báo cáo'], 'quarter'],
    ['PL.II.1', 'Giao đất', ['Sở Nội vụ'], [], [], 'annual'],
  ])
})

test('a merged cell holds for every row it spans', () => {
  expect(
    tasksOf([HEAD, ['1', 'Đào hố', 'Sở Y tế', '', '', '2027'], ['2', 'Bón phân', '^', '', '', '^']]).map(
      ([, quote, lead, , , due]) => [quote, lead, due],
    ),
  ).toEqual([
    ['Đào hố', ['Sở Y tế'], 'year'],
    ['Bón phân', ['Sở Y tế'], 'year'],
  ])
})

test('a head of two rows', () => {
  expect(
    tasksOf([
      ['TT', 'Nội dung công việc', 'Phân công', '<', 'Thời gian'],
      ['^', '^', 'Chủ trì', 'Phối hợp', '^'],
      ['1', 'Tỉa cành', 'Sở Y tế', 'các xã', '2027'],
    ]).map(([, quote, lead, coordinating]) => [quote, lead, coordinating]),
  ).toEqual([['Tỉa cành', ['Sở Y tế'], ['các xã']]])
})

test('a table of figures assigns nothing', () => {
  expect(
    tasksOf([
      ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Năm 2026'],
      ['1', 'Diện tích rừng', 'ha', '400'],
    ]),
  ).toEqual([])
})

test('lead and partners in one cell, told apart by labels, verbs or brackets', () => {
  const row = (cell: string): string[] => ['1', 'Trồng tre', cell, 'Quý I/2026']
  const names = (cell: string) =>
    tasksOf([['TT', 'Việc cần làm', 'Đơn vị chủ trì, phối hợp', 'Hạn hoàn thành'], row(cell)]).map(
      ([, , lead, coordinating]) => [lead, coordinating],
    )
  const both = [[['Sở Y tế'], ['Sở Nội vụ']]]
  expect(names('Chủ trì: Sở Y tế; Phối hợp: Sở Nội vụ')).toEqual(both)
  expect(names('Sở Y tế chủ trì, phối hợp với Sở Nội vụ')).toEqual(both)
  expect(names('Sở Y tế (chủ trì), Sở Nội vụ')).toEqual(both)
})

test('a table with another header is no continuation', () => {
  const lines = annex([HEAD, ['1', 'Trồng tre', 'Sở Y tế', '', '', 'Quý I/2026']])
  const costs = [
    ['TT', 'Nội dung chi', 'Số tiền', 'Nguồn'],
    ['1', 'Mua giống', '45', 'Ngân sách'],
  ]
  costs.forEach((row, r) => {
    row.forEach((text, column) => {
      lines.push({ n: lines.length, text, cell: { table: 1, row: r, column, rowSpan: 1, columnSpan: 1 } })
    })
  })
  expect(readPlan({ door: 'docx', lines, notices: [] }).tasks.map(({ quote }) => quote)).toEqual([
    'Trồng tre',
  ])
})
