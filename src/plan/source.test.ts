import { describe, expect, test } from 'vitest'
import type { Line } from '../document/line.ts'
import { blocksOf, type Mark, picturesIn, piecesOf, placeAt, quoteBetween } from './source.ts'

const lines: Line[] = [
  { n: 0, text: 'I. NHIỆM VỤ' },
  { n: 1, text: 'a) Rà soát danh mục hồ sơ,' },
  { n: 2, text: ' bổ sung hằng quý. ' },
  { n: 3, text: 'Việc', cell: { table: 0, row: 0, column: 0, rowSpan: 1, columnSpan: 1 } },
  { n: 4, text: 'Chủ trì', cell: { table: 0, row: 0, column: 1, rowSpan: 1, columnSpan: 1 } },
  { n: 5, text: 'In sổ', cell: { table: 0, row: 1, column: 0, rowSpan: 1, columnSpan: 1 } },
  { n: 6, text: 'và phát', cell: { table: 0, row: 1, column: 0, rowSpan: 1, columnSpan: 1 } },
]
const task = (from: number, to: number, number: number | null = 1): Mark => ({
  kind: 'task',
  id: 't1',
  line: 1,
  from,
  to,
  number,
})

describe('the source on the screen', () => {
  test('pieces are cut where marks begin and end, and join to the line again', () => {
    const pieces = piecesOf('a) Rà soát danh mục', [
      task(3, 19),
      { ...task(3, 10, null), kind: 'reference', id: 'r' },
    ])
    expect(pieces.map((piece) => piece.text)).toEqual(['a) ', 'Rà soát', ' danh mục'])
    expect(pieces.map((piece) => piece.marks.length)).toEqual([0, 2, 1])
    expect(pieces.map((piece) => piece.number)).toEqual([null, 1, null])
  })

  test('lines of one table become rows of cells', () => {
    const [, , , table] = blocksOf(lines)
    expect(
      table && 'rows' in table && table.rows.map((row) => row.cells.map((cell) => cell.lines.length)),
    ).toEqual([[1, 1], [2]])
  })

  test('a selection over two lines is one quote without the printed label', () => {
    expect(quoteBetween(lines, { line: 1, at: 0 }, { line: 2, at: 18 })).toEqual({
      quote: 'Rà soát danh mục hồ sơ, bổ sung hằng quý.',
      spans: [
        { line: 1, from: 3, to: 26 },
        { line: 2, from: 1, to: 18 },
      ],
    })
    expect(quoteBetween(lines, { line: 2, at: 0 }, { line: 2, at: 1 })).toBeNull()
  })

  test('what is added belongs to what stands nearest above', () => {
    const items = [{ id: 't1', section: 'I.a', spans: [{ line: 1, from: 3, to: 26 }] }]
    const headings = [
      { section: 'I', label: 'I', title: 'NHIỆM VỤ', level: 1, spans: [{ line: 0, from: 3, to: 11 }] },
      { section: 'II', label: 'II', title: '', level: 1, spans: [{ line: 4, from: 0, to: 7 }] },
    ]
    expect(placeAt({ line: 2, from: 1, to: 5 }, items, headings)).toEqual({ after: 't1', section: 'I.a' })
    expect(placeAt({ line: 5, from: 0, to: 5 }, items, headings)).toEqual({ after: 't1', section: 'II' })
    expect(placeAt({ line: 1, from: 0, to: 2 }, items, headings)).toEqual({ after: null, section: 'I' })
  })
})

test('a page that came from a picture is named where it begins, a page of text is not', () => {
  const at = (n: number, page: number, scanned?: true): Line => ({
    n,
    text: 'x',
    page,
    ...(scanned && { scanned }),
  })
  const read = [at(0, 1), at(1, 2, true), at(2, 2, true), at(3, 3), at(4, 4, true)]
  expect([...picturesIn(read)]).toEqual([
    [1, 2],
    [4, 4],
  ])
})
