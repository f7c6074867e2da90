import { type WriteSheet, writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { readWorkbook } from './xlsx.ts'
import { printValue } from './xlsx-value.ts'

const read = async (...sheets: WriteSheet[]) => readWorkbook(await writeXlsx({ sheets }))
const HEAD = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian']

test.each([
  [1430, '', '1430'],
  [1430.5, '#,##0.0', '1.430,5'],
  [0.1 + 0.2, '', '0,3'],
  [0.25, '0%', '25%'],
  [7, '00', '07'],
  [2, '"Quý "0', 'Quý 2'],
  [new Date('2026-03-15T00:00:00Z'), 'yyyy-mm-dd', '15/03/2026'],
  [new Date('2026-03-15T00:00:00Z'), 'mm/yyyy', '03/2026'],
  [new Date('2026-03-15T14:30:00Z'), 'dd/mm/yyyy hh:mm', '15/03/2026 14:30'],
  [new Date(Number.NaN), 'dd/mm/yyyy', ''],
])('%s in the format "%s" is shown as %s', (value, numFmt, shown) => {
  expect(printValue(value, { value, type: 'number', style: { numFmt } })).toBe(shown)
})

test('titles above a table and the signature below it are plain lines', async () => {
  const { lines } = await read({
    name: 'Sheet1',
    rows: [
      ['PHỤ LỤC'],
      ['Danh mục nhiệm vụ'],
      [],
      HEAD,
      [1, 'Việc A', 'Sở A', 'Quý I'],
      [],
      [null, 'NGƯỜI LẬP'],
    ],
  })
  expect(lines.filter((line) => !line.cell).map((line) => line.text)).toEqual([
    'PHỤ LỤC',
    'Danh mục nhiệm vụ',
    'NGƯỜI LẬP',
  ])
  expect(lines.find((line) => line.text === 'Việc A')?.cell).toMatchObject({ table: 0, row: 1, column: 1 })
})

test('two tables on a sheet; empty rows inside a table do not end it', async () => {
  const { lines } = await read({
    name: 'Sheet1',
    rows: [
      HEAD,
      [1, 'A', 'Sở A', 'Quý I'],
      [],
      [2, 'B', 'Sở B', 'Quý I'],
      [],
      ['Biểu 2'],
      HEAD,
      [1, 'C', 'Sở C', 'Quý I'],
    ],
  })
  const place = (text: string) => lines.find((line) => line.text === text)?.cell
  expect([place('B')?.table, place('B')?.row, place('Biểu 2'), place('C')?.table]).toEqual([
    0,
    2,
    undefined,
    1,
  ])
})

test('hidden rows, columns and sheets are left out and told of', async () => {
  const { lines, notices } = await read(
    {
      name: 'Sheet1',
      rows: [HEAD, [1, 'A', 'Sở A', 'Quý I'], [2, 'B', 'Sở B', 'Quý I']],
      rowDefs: new Map([[2, { hidden: true }]]),
      columns: [{}, {}, { hidden: true }, {}],
    },
    { name: 'Nháp', rows: [['nháp']], hidden: true },
  )
  expect(lines.map((line) => line.text)).toEqual(['TT', 'Nhiệm vụ', 'Thời gian', '1', 'A', 'Quý I'])
  expect(notices).toHaveLength(2)
})

test('merged cells span, over hidden rows too; a merge names the rows it covers as filled', async () => {
  const { lines } = await read({
    name: 'Sheet1',
    rows: [HEAD, [1, 'A', 'Sở A', 'Quý I'], [2, 'B', null, 'Quý II'], [3, 'C', null, 'Quý III']],
    merges: [{ startRow: 1, startCol: 2, endRow: 3, endCol: 2 }],
    rowDefs: new Map([[2, { hidden: true }]]),
  })
  expect(lines.find((line) => line.text === 'Sở A')?.cell).toMatchObject({
    row: 1,
    rowSpan: 2,
    columnSpan: 1,
  })
})

test('an ordinal that has become a number keeps its point', async () => {
  const { lines } = await read({ name: 'Sheet1', rows: [HEAD, [1.1, 'A', 'Sở A', 2.5]] })
  expect(lines.slice(4).map((line) => line.text)).toEqual(['1.1', 'A', 'Sở A', '2,5'])
})
