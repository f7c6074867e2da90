import { expect, test } from 'vitest'
import type { Cell, Line } from './line.ts'
import { repairLabels } from './scan-label.ts'

const linesOf = (texts: readonly string[]): Line[] => texts.map((text, n) => ({ n, text, scanned: true }))
const repaired = (...texts: string[]): string[] => repairLabels(linesOf(texts)).lines.map((line) => line.text)

test('Roman figures misread or run into their title come back by order', () => {
  expect(
    repaired('LMỤC ĐÍCH, YÊU CẦU', 'IH. MỤC TIÊU', 'II. ĐỊNH HƯỚNG CHUNG', 'TV. TỔ CHỨC THỰC HIỆN'),
  ).toEqual(['I. MỤC ĐÍCH, YÊU CẦU', 'II. MỤC TIÊU', 'III. ĐỊNH HƯỚNG CHUNG', 'IV. TỔ CHỨC THỰC HIỆN'])
})

test('a numbering that is whole, and a number that merely opens a line, stay as they are', () => {
  const whole = ['I. MỤC ĐÍCH', '1. Sở Nội vụ lập kế hoạch.', 'a) Rà soát.', 'b) Báo cáo.', 'II. NHIỆM VỤ']
  expect(repaired(...whole)).toEqual(whole)
  expect(repairLabels(linesOf(whole)).repairs).toEqual([])
  const plain = ['Kinh phí thực hiện', '15 Hợp tác xã được hỗ trợ.', 'V. I. Lê-nin']
  expect(repaired(...plain)).toEqual(plain)
})

test('numbers and letters that lost their sign, or were not read at all, come back by order', () => {
  expect(
    repaired(
      'I. NHIỆM VỤ',
      '1. Sở Nội vụ:',
      'a } Rà soát.',
      'b] Lập danh sách.',
      '2 Sở Tài chính:',
      '? Sở Tư pháp:',
      '4. Sở Y tế:',
    ),
  ).toEqual([
    'I. NHIỆM VỤ',
    '1. Sở Nội vụ:',
    'a) Rà soát.',
    'b) Lập danh sách.',
    '2. Sở Tài chính:',
    '3. Sở Tư pháp:',
    '4. Sở Y tế:',
  ])
})

test('a dash read as another sign is a dash', () => {
  expect(repaired('~ Cơ quan chủ trì: Sở Y tế.')).toEqual(['- Cơ quan chủ trì: Sở Y tế.'])
})

test('lines that were not recognised are never touched', () => {
  const lines: Line[] = [{ n: 0, text: 'LMỤC ĐÍCH, YÊU CẦU' }]
  expect(repairLabels(lines).lines).toEqual(lines)
})

test('the number column of a table: parts and rows by their order', () => {
  const cell = (row: number, column: number, columnSpan = 1): Cell => ({
    table: 0,
    row,
    column,
    rowSpan: 1,
    columnSpan,
  })
  const rows: [string, boolean][] = [
    ['TT', false],
    ['1', true],
    ['1', false],
    ['?', false],
    ['3', false],
    ['H', true],
    ['1', false],
    ['8', false],
    ['3', false],
  ]
  const lines = rows.flatMap(([text, part], row): Line[] => [
    { n: 0, text, scanned: true, cell: cell(row, 0) },
    { n: 0, text: 'Nội dung', scanned: true, cell: cell(row, 1, part ? 2 : 1) },
    ...(part ? [] : [{ n: 0, text: 'Sở Y tế', scanned: true as const, cell: cell(row, 2) }]),
  ])
  const first = repairLabels(lines).lines.filter((line) => line.cell?.column === 0)
  expect(first.map((line) => line.text)).toEqual(['TT', 'I', '1', '2', '3', 'II', '1', '2', '3'])
})
