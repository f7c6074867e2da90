// Cells of ruled tables and columns in, the lines of the table out. A table that goes on over pages is put together:
// heads that were repeated fall away, a row cut by the page break is joined, a merged cell holds on.

import { cellAt, type Grid, type GridCell } from './layout-grid.ts'
import { type Draft, ENDED, type Frame, joinBlock, joinRows, LOWER, type Placed } from './layout-paragraph.ts'
import { gather, type Row, rowsOf } from './layout-row.ts'
import type { Word } from './page.ts'

interface TableCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  rows: Placed[]
}

/** The part of a table that stands on one page. */
export interface Fragment {
  page: number
  /** Borders of the columns, from the left one on. */
  xs: number[]
  cells: TableCell[]
  height: number
  /** Rows beside each other without ruled lines, as in a head or a signature. */
  block: boolean
}

const textOf = (cell: TableCell): string => cell.rows.map(({ row }) => row.text).join(' ')

/** The words of a page that stand in the grid become the rows of its cells. */
export function fragmentOf(grid: Grid, words: readonly Word[], page: number): Fragment {
  const own = new Map<GridCell, Word[]>()
  for (const word of words) {
    const cell = cellOf(grid, word)
    if (cell) gather(own, cell, word)
  }
  const filled = grid.cells.map((cell) => ({ cell, rows: rowsOf(own.get(cell) ?? [], page) }))
  const margins = filled.flatMap(({ cell, rows }) => rows.map((row) => row.x1 - cell.x1))
  const padding = Math.min(8, Math.max(1, Math.min(8, ...margins)))
  const [left = 0] = grid.xs
  return {
    page,
    xs: grid.xs.map((x) => x - left),
    height: grid.ys.length - 1,
    block: false,
    cells: filled.map(({ cell, rows }) => {
      const frame: Frame = { left: cell.x1 + padding, right: cell.x2 - padding }
      const { row, column, rowSpan, columnSpan } = cell
      return { row, column, rowSpan, columnSpan, rows: rows.map((each) => ({ row: each, frame })) }
    }),
  }
}

/** The cell in which the middle of a word lies. */
export const cellOf = (grid: Grid, word: Word): GridCell | undefined =>
  cellAt(grid, word.x + word.width / 2, word.y + word.height / 2)

/** Blocks side by side as the cells of a table without lines. */
export function fragmentOfBlock(cells: readonly Row[][][], page: number): Fragment {
  const columns = Math.max(...cells.map((line) => line.length))
  const frames = Array.from({ length: columns }, (_, column): Frame => {
    const rows = cells.flatMap((line) => line[column] ?? [])
    return { left: Math.min(...rows.map((row) => row.x1)), right: Math.max(...rows.map((row) => row.x2)) }
  })
  return {
    page,
    xs: [],
    height: cells.length,
    block: cells.length === 1,
    cells: cells.flatMap((line, row) =>
      line.map((rows, column) => ({
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        rows: rows.map((each) => ({ row: each, frame: frames[column] as Frame })),
      })),
    ),
  }
}

const NEAR = 5
const at = (xs: readonly number[], x: number): number => xs.findIndex((each) => Math.abs(each - x) <= NEAR)

/** Whether `next`, at the top of the page, has the columns of `table`. */
export function goesOn(table: Fragment, next: Fragment): boolean {
  if (table.xs.length === 0 || next.xs.length === 0) return false
  const [one, other] = table.xs.length >= next.xs.length ? [table.xs, next.xs] : [next.xs, table.xs]
  return (
    Math.abs((table.xs.at(-1) ?? 0) - (next.xs.at(-1) ?? 0)) <= 2 * NEAR &&
    other.slice(0, -1).every((x) => at(one, x) >= 0)
  )
}

/** A signature cut by the page break: its list of recipients goes on at the top of the next page. */
export function blockGoesOn(block: Fragment, next: Fragment): boolean {
  if (!block.block || !next.block || next.page !== block.page + 1) return false
  if (block.cells.length !== next.cells.length) return false
  const [before, after] = [block.cells[0]?.rows.at(-1), next.cells[0]?.rows[0]]
  return (
    !!before &&
    !!after &&
    (/^[-–•+]/u.test(after.row.text) || LOWER.test(after.row.text)) &&
    before.row.x1 - after.row.x1 < 3 * after.row.size
  )
}

export const appendBlock = (block: Fragment, next: Fragment): Fragment => ({
  ...block,
  page: next.page,
  cells: block.cells.map((cell, i) => ({ ...cell, rows: [...cell.rows, ...(next.cells[i]?.rows ?? [])] })),
})

function onColumns(fragment: Fragment, xs: readonly number[]): Fragment {
  const index = fragment.xs.map((x, i) =>
    i === fragment.xs.length - 1 ? xs.length - 1 : Math.max(0, at(xs, x)),
  )
  return {
    ...fragment,
    xs: [...xs],
    cells: fragment.cells.map((cell) => {
      const column = index[cell.column] ?? 0
      return { ...cell, column, columnSpan: (index[cell.column + cell.columnSpan] ?? column + 1) - column }
    }),
  }
}

/** Both parts as one table. */
export function append(table: Fragment, next: Fragment): Fragment {
  const xs = table.xs.length >= next.xs.length ? table.xs : next.xs
  const above = onColumns(table, xs)
  const below = withoutHead(above, onColumns(next, xs))
  const cells = above.cells.map((cell) => ({ ...cell, rows: [...cell.rows] }))
  const last = (column: number): TableCell | undefined =>
    cells.find(
      (cell) =>
        cell.row + cell.rowSpan === above.height &&
        cell.column <= column &&
        column < cell.column + cell.columnSpan,
    )
  const first = below.cells.filter((cell) => cell.row === 0)
  const cut = isCut(first, last)
  const shift = above.height - (cut ? 1 : 0)
  for (const cell of below.cells) {
    const before = cell.row === 0 ? last(cell.column) : undefined
    const held =
      before &&
      before.columnSpan === cell.columnSpan &&
      (cut || (cell.rows.length === 0 && before.rows.length > 0 && (cell.rowSpan > 1 || before.rowSpan > 1)))
    if (held) {
      for (const row of cell.rows) before.rows.push(row)
      before.rowSpan += cell.rowSpan - (cut ? 1 : 0)
    } else cells.push({ ...cell, row: cell.row + shift })
  }
  return { ...above, cells, height: below.height + shift }
}

function withoutHead(table: Fragment, next: Fragment): Fragment {
  const keyOf = (fragment: Fragment, row: number): string =>
    fragment.cells
      .filter((cell) => cell.row === row)
      .map((cell) => `${cell.column}:${textOf(cell).replace(/\s/gu, '')}`)
      .join('|')
  let repeated = 0
  while (
    repeated < Math.min(4, next.height - 1) &&
    next.cells.some((cell) => cell.row === repeated && cell.rows.length > 0) &&
    keyOf(table, repeated) === keyOf(next, repeated)
  )
    repeated++
  if (repeated === 0) return next
  return {
    ...next,
    height: next.height - repeated,
    cells: next.cells
      .filter((cell) => cell.row >= repeated)
      .map((cell) => ({ ...cell, row: cell.row - repeated })),
  }
}

/** The first row of a page goes on with the last one of the page before. */
function isCut(first: readonly TableCell[], last: (column: number) => TableCell | undefined): boolean {
  const filled = first.filter((cell) => cell.rows.length > 0)
  const opening = first.find((cell) => cell.column === 0)
  if (filled.length === 0) return false
  const pairs = filled.map((cell) => ({ cell, before: last(cell.column) }))
  if (
    pairs.some(
      ({ cell, before }) =>
        !before ||
        before.rows.length === 0 ||
        before.column !== cell.column ||
        before.columnSpan !== cell.columnSpan,
    )
  )
    return false
  const lower = (cell: TableCell): boolean => LOWER.test(textOf(cell))
  const open = (before: TableCell | undefined): boolean => {
    const end = before?.rows.at(-1)
    return !!end && !ENDED.test(end.row.text) && end.frame.right - end.row.x2 < 4 * end.row.size
  }
  if (opening && opening.rows.length > 0)
    return pairs.every(({ cell, before }) => lower(cell) && open(before))
  return filled.length === 1 || pairs.some(({ cell, before }) => lower(cell) || open(before))
}

/** The table's lines in reading order, each with the place of its cell. */
export function linesOfTable(fragment: Fragment, table: number): Draft[] {
  return [...fragment.cells]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .flatMap(({ rows, row, column, rowSpan, columnSpan }) => {
      const cell = { table, row, column, rowSpan, columnSpan }
      const drafts = fragment.block
        ? joinBlock(rows)
        : joinRows(rows, { joinCentred: true, inCell: true, indented: false, pitch: 0 })
      return drafts.map((draft) => ({ ...draft, cell }))
    })
}
