// Tables drawn in plain text: rows of tabs, Markdown, frames of + and |, columns set by spaces, and the crawled form
// of one cell a row between bars. Rows from `start` in, cells out, and the last row that belongs to the table.

import { columnKind } from '../vocabulary/field-label.ts'
import type { Cell } from './line.ts'

export type Push = (value: string, cell: Cell) => void

/** One table: for each row its cells, each cell its lines. */
type Grid = string[][][]

const ORDINAL = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}|[A-H])\s*[.)]?$/u

function pushGrid(grid: Grid, table: number, push: Push): void {
  const width = Math.max(0, ...grid.slice(0, 5000).map((row) => row.length))
  grid.forEach((cells, row) => {
    cells.forEach((values, column) => {
      // A row of fewer cells is a title over the columns that are left.
      const last = column === cells.length - 1
      const title =
        last && cells.length < width && (cells.length === 1 || (column === 1 && isOrdinal(cells[0])))
      const columnSpan = title ? width - column : 1
      for (const value of values)
        if (value.trim() !== '') push(value, { table, row, column, rowSpan: 1, columnSpan })
    })
  })
}

const isOrdinal = (values: readonly string[] | undefined): boolean =>
  !!values && ORDINAL.test(values.join(' ').replaceAll('*', '').trim())

/** The width at which a text's rows are broken, else null. */
export function wrapWidth(rows: readonly string[]): number | null {
  const filled = rows.map((row) => row.trim()).filter((row) => row !== '')
  const lengths = filled.map((row) => row.length).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.97)] ?? 0
  const open = filled.filter((row) => row.length > 40 && !/[.;:!?…]["”’)\]]*$/u.test(row)).length
  return filled.length >= 10 && width <= 130 && open > filled.length / 4 ? width : null
}

/** Whether a cell counts on from the row before ("7" after "6", "1" or "II" after anything) or heads a table anew. */
function beginsRow(cell: string, before: string): boolean {
  if (columnKind(cell.trim()) === 'ordinal') return true
  if (!isOrdinal([cell])) return false
  const value = /^(\d+)\s*[.)]?\s*$/u.exec(cell)?.[1]
  const last = Number(/\d+/u.exec(before)?.[0] ?? 0)
  return value === undefined || Number(value) === 1 || Number(value) === last + 1
}

/** Rows with tabs; in a text broken at `width` a row may go on over several. */
export function readTabs(
  rows: readonly string[],
  start: number,
  width: number | null,
  table: number,
  push: Push,
): number {
  const tabbed = (at: number): boolean => (rows[at] ?? '').trim().includes('\t')
  const tabs = (text: string): number => text.split('\t').length - 1
  const grid: Grid = []
  let columns = 0
  let at = start
  for (;;) {
    // In a text of blank lines between all rows, those of a table have them, too.
    let next = at
    while (columns > 2 && next < at + 3 && (rows[next] ?? '').trim() === '') next++
    if (!tabbed(next)) break
    at = next
    let row = rows[at] ?? ''
    let full = row
    for (at++; width !== null; at++) {
      const next = (rows[at] ?? '').trimStart()
      const word = /^[^ ]+/u.exec(next)?.[0].length ?? 0
      if (next === '' || full.trimEnd().length + 1 + word < width) break
      const head = next.split('\t', 2)
      const begins = head.length > 1 && beginsRow(head[0] ?? '', row.split('\t', 1)[0] ?? '')
      if (begins || tabs(row) === 0) break
      if (columns > 0 && tabs(row) + tabs(rows[at] ?? '') >= columns) break
      full = rows[at] ?? ''
      row += ` ${full.replace(/^ +/u, '')}`
    }
    columns ||= tabs(row) + 1
    grid.push(row.split('\t').map((value) => [value.trim()]))
  }
  grid.forEach((cells, row) => {
    cells.forEach(([value = ''], column) => {
      if (value !== '') push(value, { table, row, column, rowSpan: 1, columnSpan: 1 })
    })
  })
  return at - 1
}

const BAR = '|'
/** A table whose last bar is missing must not swallow the rest of the document. */
const MOST_CELL_ROWS = 200

/** A crawled table: each cell stands between lines that hold only "|"; an empty cell and the end of a row look alike. */
export function readBars(rows: readonly string[], start: number, table: number, push: Push): number {
  const stream: string[][] = []
  let cell: string[] = []
  let last = start
  for (let at = start + 1; at < rows.length; at++) {
    const row = (rows[at] ?? '').trim()
    if (row === BAR) {
      stream.push(cell.filter((value) => value !== ''))
      cell = []
      last = at
    } else if (row === '' && cell.length === 0 && at === last + 1) {
      // An empty line straight after a bar ends the table unless another bar follows soon.
      const following = rows.slice(at, at + 3).findIndex((each) => each.trim() !== '')
      if (following < 0 || (rows[at + following] ?? '').trim() !== BAR) break
      cell.push('')
    } else cell.push(row)
    if (cell.length > MOST_CELL_ROWS) break
  }
  pushGrid(rowsOfStream(stream), table, push)
  return last
}

/** Cells one after another, an empty one between two rows and for each empty cell: the header tells the width. */
function rowsOfStream(stream: readonly string[][]): Grid {
  const runs: number[] = []
  for (let at = 0; at < stream.length && runs.length < 3; at++) {
    if (stream[at]?.length === 0) continue
    const from = at
    while (at < stream.length && stream[at]?.length) at++
    runs.push(at - from)
  }
  const width = Math.max(1, ...runs)
  const first =
    stream
      .find((cell) => cell.length > 0)
      ?.join(' ')
      .replaceAll('*', '') ?? ''
  const numbered = columnKind(first) === 'ordinal'
  const empty = (at: number): boolean => (stream[at]?.length ?? 0) === 0
  const grid: Grid = []
  let at = 0
  while (at < stream.length) {
    const whole =
      empty(at + width) &&
      // A number after an empty cell begins the next row.
      !(numbered && stream.slice(at + 1, at + width).some((cell, i) => isOrdinal(cell) && empty(at + i)))
    let end = at + width
    if (!whole) for (end = at; end < stream.length && !empty(end); ) end++
    const cells = stream.slice(at, Math.min(end, stream.length))
    if (cells.some((cell) => cell.length > 0)) {
      // The number of a row may be merged with the row above.
      const shifted = numbered && grid.length > 0 && cells.length === width - 1 && !isOrdinal(cells[0])
      grid.push(shifted && !cells[0]?.every((value) => value === '') ? [[], ...cells] : cells)
    }
    at = Math.max(end, at) + 1
  }
  return grid
}

const FRAME = /^\s*[+┌├└╔╠╚┏┣┗][-=+─═━┬┼┴╦╬╩┳╋┻┐┤┘╗╣╝┓┫┛]{2,}\s*$/u
const DRAWN_BAR = /[│║┃]/gu

/** "|---|:---:|" under the header of a Markdown table. */
const isRule = (row: string): boolean => row.includes('--') && /^[\s|:-]+$/u.test(row)

function isPipeRow(row: string): boolean {
  const trimmed = row.trim()
  return trimmed.startsWith('|') && trimmed.endsWith('|') && splitPipes(trimmed).length > 1
}

function splitPipes(row: string): string[] {
  const inner = row.trim().replace(DRAWN_BAR, '|').replace(/^\|/u, '').replace(/\|$/u, '')
  return inner.split(/(?<!\\)\|/u).map((value) => value.replaceAll('\\|', '|').trim())
}

/** Whether a Markdown table or a drawn frame begins at the row. */
export function isDrawnTable(rows: readonly string[], at: number): boolean {
  const row = rows[at] ?? ''
  if (!/[|+│║┃┌╔┏]/u.test(row)) return false
  const next = rows[at + 1] ?? ''
  if (FRAME.test(row)) return /^\s*[|│║┃]/u.test(next)
  if (isPipeRow(row)) return true
  return row.includes('|') && next.includes('|') && isRule(next) && splitPipes(row).length > 1
}

/** Markdown (a row a line, a rule under the header) and frames, whose cells may go on over lines. */
export function readDrawn(rows: readonly string[], start: number, table: number, push: Push): number {
  const framed = FRAME.test(rows[start] ?? '')
  const loose = !framed && !isPipeRow(rows[start] ?? '')
  const blocks: string[][][] = [[]]
  let at = start
  for (; at < rows.length; at++) {
    const row = rows[at] ?? ''
    if (FRAME.test(row)) blocks.push([])
    else if (isRule(row) && row.includes('|')) {
      if (framed) blocks.push([])
    } else if (isPipeRow(row.replace(DRAWN_BAR, '|')) || (loose && row.includes('|')))
      blocks.at(-1)?.push(splitPipes(row))
    else break
  }
  const filled = blocks.filter((block) => block.length > 0)
  const grid: Grid = []
  for (const block of filled) {
    const ruled = framed && filled.length > 2
    block.forEach((cells, i) => {
      const goesOn = framed && i > 0 && (ruled || cells[0] === '')
      if (!goesOn) grid.push(cells.map(linesOfCell))
      else
        cells.forEach((value, column) => {
          const row = grid.at(-1) ?? []
          row[column] = joinCell(row[column] ?? [], value)
        })
    })
  }
  pushGrid(grid, table, push)
  return at - 1
}

const linesOfCell = (value: string): string[] =>
  value
    .split(/<br\s*\/?>/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** A line of a cell goes on with the next unless that one begins an item. */
function joinCell(lines: readonly string[], value: string): string[] {
  if (value === '') return [...lines]
  const last = lines.at(-1)
  if (last === undefined || /^(?:[-–+•]\s|\d{1,2}[.)]\s|[a-zđ]\)\s)/u.test(value)) return [...lines, value]
  return [...lines.slice(0, -1), `${last} ${value}`]
}

interface Piece {
  from: number
  to: number
  text: string
}

function piecesOf(row: string): Piece[] {
  return [...row.matchAll(/\S+(?: \S+)*/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
  }))
}

/** "TT   Nội dung   Đơn vị chủ trì   Thời gian": a row of column names far enough apart to be sure. */
export function isAlignedHead(row: string): boolean {
  if (row.length > 400 || !/\S {2,}\S/u.test(row)) return false
  const pieces = piecesOf(row)
  const [first, ...others] = pieces.map((piece) => columnKind(piece.text))
  return pieces.length >= 3 && first === 'ordinal' && others.filter((kind) => kind !== null).length >= 2
}

/** Rows of an aligned table that stand below its head at most. */
const MOST_ALIGNED_ROWS = 4000

/** Columns set by spaces: each piece belongs to the column of the head it stands under. */
export function readAligned(rows: readonly string[], start: number, table: number, push: Push): number {
  const columns = piecesOf(rows[start] ?? '')
  const grid: Grid = [columns.map((piece) => [piece.text])]
  const second = columns[1]?.from ?? 0
  const columnOf = (piece: Piece): number => {
    const overlap = (column: Piece): number =>
      Math.min(piece.to, column.to) - Math.max(piece.from, column.from)
    const [best] = columns
      .map((column, i) => ({ i, shared: overlap(column) }))
      .sort((a, b) => b.shared - a.shared)
    return best?.i ?? 0
  }
  let last = start
  let blank = 0
  for (let at = start + 1; at < rows.length && at < start + MOST_ALIGNED_ROWS; at++) {
    const row = rows[at] ?? ''
    if (row.trim() === '') {
      if (++blank > 2) break
      continue
    }
    const pieces = piecesOf(row)
    const begins = pieces[0] !== undefined && pieces[0].from < second - 1 && ORDINAL.test(pieces[0].text)
    const indented = (pieces[0]?.from ?? 0) >= second - 2
    if (!begins && !indented) break
    // Far from the table, words that only stand to the right are no cell of it.
    if (!begins && blank > 1) break
    blank = 0
    if (begins) grid.push(columns.map(() => []))
    const cells = grid.at(-1) ?? []
    for (const piece of pieces) {
      const column = begins && piece === pieces[0] ? 0 : Math.max(columnOf(piece), grid.length > 1 ? 1 : 0)
      cells[column] = joinCell(cells[column] ?? [], piece.text)
    }
    last = at
  }
  if (grid.length < 2) return start - 1
  pushGrid(grid, table, push)
  return last
}

const MOST_FLAT_ROWS = 20_000
/** Lines of one cell beyond its first, looked through for the next number. */
const MOST_CELL_LINES = 8

/** How many column names stand one a line from the row on, "TT" the first; 0 where no table begins. */
export function flatHead(rows: readonly string[], start: number): number {
  if ((rows[start] ?? '').length > 12 || columnKind(plainCell(rows[start] ?? '')) !== 'ordinal') return 0
  let columns = 0
  for (let at = start; columns < 10; at++) {
    const row = plainCell(rows[at] ?? '')
    if (row === '' || row.length > 60 || columnKind(row) === null) break
    columns++
  }
  return columns > 2 ? columns : 0
}

const plainCell = (row: string): string => row.replaceAll('*', '').trim()

/** A table that lost its lines: one cell a line, known by its column names and by its counting. */
export function readFlat(rows: readonly string[], start: number, table: number, push: Push): number {
  const columns = flatHead(rows, start)
  const grid: Grid = [rows.slice(start, start + columns).map((row) => [row.trim()])]
  const begins = (at: number): boolean => ORDINAL.test(plainCell(rows[at] ?? ''))
  let at = start + columns
  while (at < rows.length && at < start + MOST_FLAT_ROWS && begins(at)) {
    const cells = [rows[at] ?? '']
    at++
    while (cells.length < columns && at < rows.length && !begins(at)) cells.push(rows[at++] ?? '')
    // A cell of several lines: the next number is not far.
    let next = at
    while (next < rows.length && next < at + MOST_CELL_LINES && !begins(next)) next++
    const filled = cells.slice(1).filter((cell) => cell.trim() !== '')
    if (next > at && next < rows.length && begins(next) && filled.length === columns - 1)
      while (at < next) cells.push(rows[at++] ?? '')
    const extra = cells.length - columns
    grid.push(
      filled.length === 1
        ? [[cells[0] ?? ''], filled]
        : extra > 0
          ? [[cells[0] ?? ''], cells.slice(1, extra + 2), ...cells.slice(extra + 2).map((cell) => [cell])]
          : cells.map((cell) => [cell]),
    )
  }
  if (grid.length < 2) return start - 1
  pushGrid(grid, table, push)
  return at - 1
}
