// The heading of a table in a sheet: over how many rows it goes, what each column is called, what stands below it, and the
// signature under which a person's mapping of its columns is found again.
import { createHash } from 'node:crypto'
import { nameKey } from '../base/text.ts'
import type { SheetRow, TableSheet } from './sheet.ts'

export interface Head {
  /** As Excel counts. */
  row: number
  rows: number
}

/** The column that our own lists of faults add; a sheet that comes back with it is the same sheet. */
export const FAULT_HEADING = 'Lỗi'

const MOST_HEAD_ROWS = 5

/** 0 -> A, 26 -> AA. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return (rest >= 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + (column % 26))
}

const textAt = (row: SheetRow | undefined, column: number): string => row?.cells[column]?.text ?? ''
const filled = (row: SheetRow): number[] =>
  row.cells.flatMap((cell, column) => (cell && cell.text !== '' ? [column] : []))

/** "(1) (2) (3)", "A B 1 2": the numbers of the columns. */
export const isColumnNumbers = (row: SheetRow): boolean => {
  const texts = row.cells.flatMap((cell) => (cell && cell.text !== '' ? [cell.text] : []))
  return (
    texts.length >= 3 &&
    texts.every((text) => /^(?:\(?\d{1,2}\)?(?: ?= ?.+)?|[A-Z])$/u.test(text)) &&
    new Set(texts).size === texts.length
  )
}

/** The heading of which this row is a part: names merged downward stand in every row of it, so it begins where they do. */
export function headAt(sheet: TableSheet, row: SheetRow): Head {
  const above = row.cells.flatMap((cell) =>
    cell?.from && row.n - cell.from < MOST_HEAD_ROWS ? [cell.from] : [],
  )
  const first = Math.min(row.n, ...above)
  const from = sheet.rows.findIndex(({ n }) => n === first)
  return { row: first, rows: Math.max(headRows(sheet, from), row.n - first + 1) }
}

/** How many rows the heading goes over: its own merges downward, and the parts of headings merged across. */
function headRows(sheet: TableSheet, at: number): number {
  const first = sheet.rows[at]?.n ?? 1
  const merges = sheet.merges.filter((merge) => merge.row === first)
  let last = Math.max(first, ...merges.map((merge) => merge.lastRow))
  const isSplit = merges.some((merge) => merge.lastColumn > merge.column && merge.lastRow === first)
  const below = sheet.rows[at + 1]
  if (last === first && isSplit && below && isSubHead(sheet, first, below)) last = below.n
  return Math.min(MOST_HEAD_ROWS, last - first + 1)
}

/** The row under a heading merged across names its parts and nothing else. */
function isSubHead(sheet: TableSheet, first: number, row: SheetRow): boolean {
  const within = (column: number) =>
    sheet.merges.some(
      (m) => m.row === first && m.lastColumn > m.column && m.column <= column && column <= m.lastColumn,
    )
  const columns = filled(row)
  return columns.length > 0 && columns.every(within) && !isColumnNumbers(row)
}

/** Each column's name, its parts joined from the top: "Tình trạng > Đã hoàn thành". */
export function headings(sheet: TableSheet, head: Head): string[] {
  const rows = sheet.rows.filter((row) => row.n >= head.row && row.n < head.row + head.rows)
  const across = sheet.merges.filter(
    (merge) => merge.row >= head.row && merge.row < head.row + head.rows && merge.lastColumn > merge.column,
  )
  return Array.from({ length: sheet.width }, (_, column) => {
    const parts: string[] = []
    for (const row of rows) {
      const merge = across.find(
        (m) => m.row <= row.n && row.n <= m.lastRow && m.column < column && column <= m.lastColumn,
      )
      const text = (merge ? textAt(row, merge.column) : textAt(row, column)).replace(/\s+/gu, ' ').trim()
      if (text !== '' && parts.at(-1) !== text) parts.push(text)
    }
    return parts.join(' > ')
  })
}

/** Rows below the heading, the numbers of the columns left out. */
export const bodyRows = (sheet: TableSheet, head: Head): SheetRow[] =>
  sheet.rows.filter((row) => row.n >= head.row + head.rows && !isColumnNumbers(row))

/** The same heading in whatever writing, without empty columns and the one our list of faults adds. */
export function signatureOf(names: readonly string[]): string {
  const keys = names.filter(isNamed).map(nameKey)
  return createHash('sha256').update(keys.join('|')).digest('hex')
}

/** A mapping is kept for the named columns alone, so that an empty column, or ours, in between changes nothing. */
export const fieldsByName = <T>(names: readonly string[], fields: readonly T[]): T[] =>
  fields.filter((_, column) => isNamed(names[column] ?? ''))

/** The other way round; null for what has no name. */
export function fieldsByColumn<T>(names: readonly string[], named: readonly (T | null)[]): (T | null)[] {
  let at = 0
  return names.map((name) => (isNamed(name) ? (named[at++] ?? null) : null))
}

const isNamed = (name: string): boolean => nameKey(name) !== '' && nameKey(name) !== nameKey(FAULT_HEADING)

export interface TableColumn {
  letter: string
  heading: string
  /** What the first rows say. */
  samples: string[]
  isHidden: boolean
}

export interface TableView {
  signature: string
  columns: TableColumn[]
  /** The rows around the heading, to point at it where it was not found. */
  top: { n: number; cells: string[] }[]
}

const SAMPLES = 3
const TOP_ROWS = 12
const WIDEST_SAMPLE = 80

/** What is shown of a table before anything is read into it. */
export function viewTable(sheet: TableSheet, head: Head): TableView {
  const names = headings(sheet, head)
  // Group rows say little about a column.
  const full = bodyRows(sheet, head).filter(
    ({ cells }) => cells.filter((cell) => cell !== null).length >= Math.min(3, names.length),
  )
  const short = (text: string) =>
    text.length > WIDEST_SAMPLE ? `${text.slice(0, WIDEST_SAMPLE - 1)}…` : text
  const columns = names.map((heading, column) => {
    const samples = new Set<string>()
    for (const row of full) {
      const text = row.cells[column]?.text
      if (text && !heading.split(' > ').includes(text)) samples.add(short(text))
      if (samples.size === SAMPLES) break
    }
    return {
      letter: columnLetter(column),
      heading,
      samples: [...samples],
      isHidden: sheet.hiddenColumns.includes(column),
    }
  })
  const before = sheet.rows.filter((row) => row.n < head.row).slice(-4)
  const after = sheet.rows.filter((row) => row.n >= head.row).slice(0, TOP_ROWS - before.length)
  return {
    signature: signatureOf(names),
    columns,
    top: [...before, ...after].map((row) => ({
      n: row.n,
      cells: row.cells.map((cell) => short(cell?.text ?? '')),
    })),
  }
}
