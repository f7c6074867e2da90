// An Excel workbook (.xlsx) in, its lines out: what stands above and below a table as plain lines, the table as cells.
// Hidden sheets, rows and columns are left out, as on paper, and said so.

import { type MergeRange, readXlsx, type Sheet, type Workbook } from 'hucre'
import { Refusal } from '../base/refusal.ts'
import { normalise } from '../base/text.ts'
import { columnKind } from '../vocabulary/field-label.ts'
import * as words from '../vocabulary/words.ts'
import type { Line } from './line.ts'
import { printValue } from './xlsx-value.ts'
import { listEntries, readEntry } from './zip.ts'

/** A province's yearly programme has 300 rows; a sheet far larger is a data dump. */
const MOST_SHEETS = 30
const MOST_ROWS = 5000
const RANGE = `A1:CV${MOST_ROWS}`
const MOST_MERGED = 500_000
const MOST_BYTES = 64 * 1024 * 1024

const tooLarge = (): Refusal =>
  new Refusal('too-large', 'document.sheet-too-large', words.document.sheetTooLarge)
const broken = (): Refusal => new Refusal('invalid', 'document.broken', words.document.brokenExcel)

interface Filled {
  column: number
  columnSpan: number
  rowSpan: number
  texts: string[]
  bold: boolean
}
interface Row {
  cells: Filled[]
  /** Cells merged down from above reach into it. */
  covered: number
  /** An empty row stands before it. */
  gap: boolean
}

/** @throws Refusal when it is damaged or holds more than a plan can. */
export async function readWorkbook(
  bytes: Uint8Array,
): Promise<{ lines: Line[]; headerTexts: string[]; notices: string[] }> {
  checkWorkbook(bytes, MOST_ROWS, tooLarge)
  const hidden = { sheets: 0, rows: 0, formulas: 0 }
  const workbook = await open(bytes, (isHidden) => {
    if (isHidden) hidden.sheets++
    return !isHidden
  })
  if (workbook.sheets.length > MOST_SHEETS) throw tooLarge()
  const lines: Line[] = []
  const print = new Printer(lines)
  for (const sheet of workbook.sheets) {
    const rows = rowsOf(sheet, hidden)
    const head = rows.findIndex(isHead)
    const named = !/^(?:sheet|trang tính|trang)\s*\d*$/iu.test(sheet.name.trim())
    // The name on the tab stands for a title where there is none.
    if (workbook.sheets.length > 1 && named && head === 0) print.plain([{ ...EMPTY, texts: [sheet.name] }])
    for (const { text } of sheet.textBoxes ?? []) print.plain([{ ...EMPTY, texts: linesOf(text) }])
    print.sheet(rows)
  }
  return {
    lines,
    headerTexts: workbook.sheets.flatMap(headerTextsOf),
    notices: [
      ...(hidden.sheets > 0 ? [words.document.hiddenSheets(hidden.sheets)] : []),
      ...(hidden.rows > 0 ? [words.document.hiddenRows(hidden.rows)] : []),
      ...(hidden.formulas > 0 ? [words.document.emptyFormulas(hidden.formulas)] : []),
    ],
  }
}

const EMPTY: Filled = { column: 0, columnSpan: 1, rowSpan: 1, texts: [], bold: false }

const linesOf = (text: string): string[] =>
  normalise(text)
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Left, middle and right of the page headers, where a mark of secrecy may stand, without their codes: `&C&"Arial"&14MẬT`. */
export function headerTextsOf({ headerFooter = {} }: Sheet): string[] {
  return Object.values(headerFooter)
    .filter((value) => typeof value === 'string')
    .flatMap((value) => value.split(/&[LCR]/u))
    .flatMap((part) => linesOf(part.replace(/&"[^"]*"|&K[\dA-F]{6}|&\d{1,3}|&[^\d"]/gu, '')))
}

/**
 * Refuses by `refusal` what would fill the memory: the library inflates as much as a part promises, and makes room for
 * the whole rectangle of a sheet. Returns how far down values may stand.
 */
export function checkWorkbook(bytes: Uint8Array, mostRows: number, refusal: () => Refusal): number {
  let lastRow = 0
  const entries = listEntries(bytes)
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > MOST_BYTES) throw refusal()
  for (const entry of entries) {
    const part = readEntry(bytes, entry)
    if (!/^xl\/worksheets\/[^/]+\.xml$/u.test(entry.name)) continue
    // Cells stand in their order: the last that has a value tells how far the sheet goes.
    const xml = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    const end = xml.lastIndexOf('sheetData>')
    const last = Math.max(...['v>', 'is>', '<f'].map((sign) => xml.lastIndexOf(sign, end)))
    const before = xml.subarray(Math.max(0, last - 2000), Math.max(0, last)).toString('latin1')
    const row = /.*<(?:\w+:)?c [^>]*?r="[A-Z]+(\d+)"/su.exec(before)?.[1]
    // Cells may leave out where they stand.
    lastRow = Math.max(lastRow, row ? Number(row) : last > 0 ? mostRows : 0)
    if (lastRow > mostRows) throw refusal()
  }
  return lastRow
}

async function open(bytes: Uint8Array, wanted: (hidden: boolean) => boolean): Promise<Workbook> {
  try {
    return await readXlsx(bytes, {
      range: RANGE,
      readStyles: true,
      sheets: ({ hidden, veryHidden }) => wanted(!!hidden || !!veryHidden),
    })
  } catch {
    // Its own errors name English parts of the format; to the reader all say one thing.
    throw broken()
  }
}

/** Rows that have something in them, without hidden rows and columns; merged cells with their spans. */
function rowsOf(sheet: Sheet, hidden: { rows: number; formulas: number }): Row[] {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const shownColumns: number[] = []
  for (let column = 0; column < width; column++)
    if (!sheet.columns?.[column]?.hidden) shownColumns.push(column)
  const shownRows: number[] = []
  sheet.rows.forEach((row, at) => {
    if (!sheet.rowDefs?.get(at)?.hidden) shownRows.push(at)
    else if (row.some((value) => value !== null && value !== '')) hidden.rows++
  })
  const { starts, covered } = mergesOf(sheet.merges ?? [], shownRows, shownColumns)
  const rows: Row[] = []
  let gap = false
  for (const at of shownRows) {
    const cells: Filled[] = []
    shownColumns.forEach((column, shownAs) => {
      const key = `${at},${column}`
      if (covered.has(key)) return
      const cell = sheet.cells?.get(key)
      const value = sheet.rows[at]?.[column] ?? null
      if (value === null && cell?.formula !== undefined) hidden.formulas++
      const texts = linesOf(printValue(value, cell))
      if (texts.length === 0) return
      const span = starts.get(key) ?? { rowSpan: 1, columnSpan: 1 }
      cells.push({ column: shownAs, ...span, texts, bold: !!cell?.style?.font?.bold })
    })
    const reached = shownColumns.filter((column) => covered.get(`${at},${column}`) === 'down').length
    if (cells.length > 0 || reached > 0) rows.push({ cells, covered: reached, gap })
    gap = cells.length === 0 && reached === 0
  }
  return rows
}

/** Merged ranges by their first shown cell, and every other cell they cover. */
function mergesOf(merges: readonly MergeRange[], rows: readonly number[], columns: readonly number[]) {
  const starts = new Map<string, { rowSpan: number; columnSpan: number }>()
  const covered = new Map<string, 'down' | 'across'>()
  const shown = { rows: new Set(rows), columns: new Set(columns) }
  const between = (from: number, to: number, most: number, among: Set<number>): number[] => {
    const found: number[] = []
    for (let at = from; at <= Math.min(to, most); at++) if (among.has(at)) found.push(at)
    return found
  }
  for (const merge of merges) {
    if (covered.size > MOST_MERGED) break
    const first = `${merge.startRow},${merge.startCol}`
    const inRows = between(merge.startRow, merge.endRow, MOST_ROWS, shown.rows)
    const inColumns = between(merge.startCol, merge.endCol, columns.at(-1) ?? 0, shown.columns)
    // The value of a range stands in its first cell; hidden, it takes its range along.
    if (inRows[0] !== merge.startRow || inColumns[0] !== merge.startCol || covered.has(first)) continue
    for (const row of inRows)
      for (const column of inColumns)
        covered.set(`${row},${column}`, row === merge.startRow ? 'across' : 'down')
    covered.delete(first)
    starts.set(first, { rowSpan: inRows.length, columnSpan: inColumns.length })
  }
  return { starts, covered }
}

/** The row that names the columns of a table. */
const isHead = (row: Row): boolean =>
  row.cells.filter((cell) => columnKind(cell.texts.join(' ')) !== null).length >= 2

class Printer {
  readonly #lines: Line[]
  #tables = 0

  constructor(lines: Line[]) {
    this.#lines = lines
  }

  /** Rows up to the head are plain, and again from where a next table is announced or the signature stands. */
  sheet(rows: readonly Row[]): void {
    const heads = rows.flatMap((row, at) =>
      isHead(row) && !(at > 0 && isHead(rows[at - 1] as Row)) ? [at] : [],
    )
    // Without a head known to us, the first row of three cells begins the table.
    if (heads.length === 0) {
      const first = rows.findIndex((row) => row.cells.length >= 3)
      heads.push(first < 0 ? rows.length : first)
    }
    let from = 0
    heads.forEach((head, i) => {
      for (const row of rows.slice(from, head)) this.plain(row.cells)
      const next = heads[i + 1] ?? rows.length
      from = head + endOfTable(rows.slice(head, next), i + 1 < heads.length)
      this.#table(rows.slice(head, from))
    })
    for (const row of rows.slice(from)) this.plain(row.cells)
  }

  plain(cells: readonly Filled[]): void {
    for (const cell of cells) for (const text of cell.texts) this.#line(text, cell)
  }

  #table(rows: readonly Row[]): void {
    const table = this.#tables++
    const left = Math.min(...rows.flatMap((row) => row.cells.map((cell) => cell.column)))
    const head = rows[0]?.cells ?? []
    const ordinals = new Set(
      head.filter((cell) => columnKind(cell.texts.join(' ')) === 'ordinal').map((cell) => cell.column),
    )
    rows.forEach(({ cells }, row) => {
      for (const each of cells) {
        const { column, rowSpan, columnSpan } = each
        const cell = {
          table,
          row,
          column: column - left,
          rowSpan: Math.min(rowSpan, rows.length - row),
          columnSpan,
        }
        // "1.1" typed into a sheet has become a number: as the label of a row it is no fraction.
        for (const text of each.texts)
          this.#line(ordinals.has(column) ? text.replace(/^(\d+),(\d+)$/u, '$1.$2') : text, each, cell)
      }
    })
  }

  #line(text: string, { bold }: Filled, cell?: Line['cell']): void {
    this.#lines.push({ n: this.#lines.length, text, ...(cell && { cell }), ...(bold && { bold: true }) })
  }
}

const ORDINAL = /^(?:\d{1,4}(?:[.,]\d{1,3})*|[IVXLC]+|[a-zđ])[.)]?$/iu

/** How many of the rows, of which the first is the head, are the table's. */
function endOfTable(rows: readonly Row[], followed: boolean): number {
  const full = rows.findLastIndex((row) => row.cells.length + row.covered >= 3)
  for (let at = full + 1; at < rows.length; at++) {
    const row = rows[at]
    const numbered = ORDINAL.test(row?.cells[0]?.texts[0] ?? '') && (row?.cells.length ?? 0) > 1
    if (!numbered && (row?.gap || followed)) return at
  }
  return rows.length
}
