// A table in (.xlsx, .csv), its sheets out as rows of cells: empty rows fall away, a merged value stands in every row of
// its merge, days and figures keep what they are. Nothing is read into them here; how much may come in says the room.
import { type Cell as ExcelCell, type MergeRange, readXlsx, type Sheet, type Workbook } from 'hucre'
import { parseCsv } from 'hucre/csv'
import { dayOf } from '../base/calendar.ts'
import { MOST_BYTES } from '../base/limit.ts'
import { Refusal } from '../base/refusal.ts'
import { normalise } from '../base/text.ts'
import * as words from '../vocabulary/words.ts'
import { convertLegacyTexts } from './encoding.ts'
import { decodeText } from './plain-text.ts'
import { findSecrecyMark } from './secrecy.ts'
import { checkWorkbook, headerTextsOf } from './xlsx.ts'
import { printValue } from './xlsx-value.ts'
import { openArchive } from './zip.ts'

/** How far down the last of them may stand. */
const LAST_ROW = 250_000
const LAST_COLUMN = 'BZ'
export const MOST_SHEETS = 30
const MOST_MERGED = 500_000

export interface SheetCell {
  /** As a Vietnamese reader sees it: 15/03/2026, 1.234,5, 50%. */
  text: string
  day?: string
  number?: number
  /** The figure has the form of a percentage: 0,5 is shown as 50%. */
  isPercent?: true
  /** A formula whose result is an error, or that was saved without one. */
  wrong?: 'error' | 'unsaved'
  /** Of a merged range: the row in which it begins. */
  from?: number
}

export interface SheetRow {
  /** As Excel counts. */
  n: number
  isHidden: boolean
  isBold: boolean
  cells: (SheetCell | null)[]
}

/** Rows as Excel counts, columns from 0. */
export interface Merge {
  row: number
  lastRow: number
  column: number
  lastColumn: number
}

export interface TableSheet {
  name: string
  isHidden: boolean
  rows: SheetRow[]
  width: number
  hiddenColumns: number[]
  merges: Merge[]
}

export interface TableFile {
  sheets: TableSheet[]
  /** What was converted or cannot be relied on. */
  notices: string[]
}

/** What a room takes in, and what it says to what it does not. */
export interface TableLimits {
  /** Begins the codes of refusals: "tracker" -> "tracker.too-large". */
  room: string
  /** Rows with something in them. */
  mostRows: number
  refused: { empty: string; type: string; macros: string; encrypted: string; tooLarge: string }
}

const refuse = ({ room, refused }: TableLimits, code: 'empty' | 'type' | 'macros' | 'encrypted') =>
  new Refusal('invalid', `${room}.${code}`, refused[code])
const tooLarge = ({ room, refused }: TableLimits) =>
  new Refusal('too-large', `${room}.too-large`, refused.tooLarge)
const oldExcel = ({ room }: TableLimits) =>
  new Refusal('invalid', `${room}.old-excel`, words.document.oldExcel)

const begins = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, i) => bytes[i] === byte)
const includesWide = (bytes: Uint8Array, word: string) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(word, 'utf16le'))

/** @throws Refusal for what is no sheet, has macros or a password, is damaged, too large, or carries a secrecy mark. */
export async function readTables(bytes: Uint8Array, limits: TableLimits): Promise<TableFile> {
  if (bytes.length === 0) throw refuse(limits, 'empty')
  if (bytes.length > MOST_BYTES) throw new Refusal('too-large', 'document.too-large', words.refusal.tooLarge)
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    if (includesWide(bytes, 'EncryptedPackage')) throw refuse(limits, 'encrypted')
    if (includesWide(bytes, 'Workbook')) throw oldExcel(limits)
    throw refuse(limits, 'type')
  }
  if (begins(bytes, 0x50, 0x4b)) return readWorkbook(bytes, limits)
  const decoded = decodeText(bytes)
  if (
    !decoded ||
    !/[\t;,]/u.test(decoded.text.slice(0, 20_000)) ||
    /^\s*<(?:!|html|\?xml)/iu.test(decoded.text)
  )
    throw refuse(limits, 'type')
  const notices = decoded.encoding ? [words.document.converted(decoded.encoding)] : []
  return finish([sheetOfCsv(decoded.text, limits)], [], notices, limits)
}

async function readWorkbook(bytes: Uint8Array, limits: TableLimits): Promise<TableFile> {
  const { names } = openArchive(bytes)
  if (!names.includes('xl/workbook.xml')) {
    const isBinary = names.some((name) => name.startsWith('xl/'))
    throw isBinary ? oldExcel(limits) : refuse(limits, 'type')
  }
  if (names.some((name) => /vbaProject\.bin$/iu.test(name))) throw refuse(limits, 'macros')
  const last = checkWorkbook(bytes, LAST_ROW, () => tooLarge(limits))
  let workbook: Workbook
  try {
    workbook = await readXlsx(bytes, { range: `A1:${LAST_COLUMN}${Math.max(1, last)}`, readStyles: true })
  } catch {
    throw new Refusal('invalid', `${limits.room}.broken`, words.document.brokenExcel)
  }
  if (workbook.sheets.length > MOST_SHEETS) throw tooLarge(limits)
  const headerTexts = workbook.sheets.flatMap(headerTextsOf)
  const sheets = workbook.sheets.map((sheet) => sheetOf(sheet, limits))
  return finish(sheets, headerTexts, [], limits)
}

function sheetOf(sheet: Sheet, limits: TableLimits): TableSheet {
  const merges = (sheet.merges ?? []).map(mergeOf)
  const rows: SheetRow[] = []
  const filled = fillDown(sheet, merges, limits)
  sheet.rows.forEach((values, at) => {
    let isBold = true
    const cells = values.map((value, column) => {
      const cell = sheet.cells?.get(`${at},${column}`)
      const made = cellOf(value ?? null, cell)
      if (made && !cell?.style?.font?.bold) isBold = false
      return made
    })
    for (const { column, cell } of filled.get(at) ?? []) {
      while (cells.length <= column) cells.push(null)
      // What a merge covers may still lie in the file: nobody sees it.
      cells[column] = cell
    }
    // A large sheet is never held twice.
    sheet.rows[at] = []
    if (!cells.some((cell) => cell !== null)) return
    if (rows.length >= limits.mostRows) throw tooLarge(limits)
    rows.push({ n: at + 1, isHidden: !!sheet.rowDefs?.get(at)?.hidden, isBold, cells })
  })
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  return {
    name: sheet.name,
    isHidden: !!sheet.hidden || !!sheet.veryHidden,
    rows,
    width,
    hiddenColumns: Array.from({ length: width }, (_, column) => column).filter(
      (column) => sheet.columns?.[column]?.hidden,
    ),
    merges,
  }
}

const mergeOf = ({ startRow, endRow, startCol, endCol }: MergeRange): Merge => ({
  row: startRow + 1,
  lastRow: endRow + 1,
  column: startCol,
  lastColumn: endCol,
})

/** What stands in the cells of merged ranges besides their first: its value in the rows below, nothing to its right. */
function fillDown(sheet: Sheet, merges: readonly Merge[], limits: TableLimits) {
  const filled = new Map<number, { column: number; cell: SheetCell | null }[]>()
  let made = 0
  for (const { row, lastRow, column, lastColumn } of merges) {
    const cell = cellOf(sheet.rows[row - 1]?.[column] ?? null, sheet.cells?.get(`${row - 1},${column}`))
    for (let at = row - 1; at < Math.min(lastRow, sheet.rows.length); at++) {
      const list = filled.get(at) ?? []
      const before = list.length
      if (cell && at >= row) list.push({ column, cell: { ...cell, from: row } })
      for (let right = column + 1; right <= Math.min(lastColumn, sheet.rows[at]?.length ?? 0); right++)
        list.push({ column: right, cell: null })
      made += list.length - before
      if (made > MOST_MERGED) throw tooLarge(limits)
      filled.set(at, list)
    }
  }
  return filled
}

const ERROR = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)$/u

function cellOf(value: ExcelCell['value'], cell: ExcelCell | undefined): SheetCell | null {
  const isFormula = cell?.formula !== undefined
  if (value === null || value === '')
    return isFormula && value === null ? { text: '', wrong: 'unsaved' } : null
  const text = printValue(value, cell)
    .replace(/[^\S\n]+/gu, ' ')
    .trim()
  // Copied as values, an error stays behind as its words.
  if (cell?.type === 'error' || ERROR.test(text)) return { text, wrong: 'error' }
  if (value instanceof Date) {
    const day = Number.isNaN(value.getTime())
      ? null
      : dayOf(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate())
    return day ? { text, day } : { text }
  }
  if (typeof value === 'number')
    return { text, number: value, ...(cell?.style?.numFmt?.includes('%') && { isPercent: true as const }) }
  return text === '' ? null : { text }
}

const SAMPLE = 100_000
const SAMPLE_ROWS = 60

/** The sign that gives most rows of the beginning the same number of cells: "Thương mại, dịch vụ" is no evidence. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const weigh = (delimiter: string): number => {
    const rows = parseCsv(sample, { delimiter, maxRows: SAMPLE_ROWS })
      .slice(0, text.length > SAMPLE ? -1 : undefined)
      .filter((row) => row.some((value) => value !== null && value !== ''))
    const widths = Map.groupBy(rows, (row) => row.length)
    return Math.max(
      0,
      ...[...widths].map(([width, same]) => (width < 2 ? 0 : width * (same.length / rows.length))),
    )
  }
  const signs = [';', '\t', ','].map((sign) => [sign, weigh(sign)] as const)
  return signs.reduce((best, sign) => (sign[1] > best[1] ? sign : best))[0]
}

/** Figures of a .csv are text; what reads them tells. */
function sheetOfCsv(text: string, limits: TableLimits): TableSheet {
  const rows: SheetRow[] = []
  parseCsv(text, { maxRows: LAST_ROW, delimiter: delimiterOf(text) }).forEach((values, at) => {
    const cells = values.map((value) => {
      const plain = String(value ?? '').trim()
      return plain === '' ? null : { text: plain, ...(ERROR.test(plain) && { wrong: 'error' as const }) }
    })
    if (!cells.some((cell) => cell !== null)) return
    if (rows.length >= limits.mostRows) throw tooLarge(limits)
    rows.push({ n: at + 1, isHidden: false, isBold: false, cells: cells.slice(0, 78) })
  })
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  return { name: 'CSV', isHidden: false, rows, width, hiddenColumns: [], merges: [] }
}

/** Old encodings made Unicode, and a paper with a mark of secrecy refused before anything of it is kept. */
function finish(
  sheets: TableSheet[],
  headerTexts: string[],
  notices: string[],
  limits: TableLimits,
): TableFile {
  const cells = sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row) => row.cells.filter((cell) => cell !== null)),
  )
  if (cells.length === 0) throw refuse(limits, 'empty')
  const { texts, encodings } = convertLegacyTexts(cells.map((cell) => cell.text))
  // Not before: what Unicode has as a soft hyphen is a letter of old encodings ("ph­êng").
  cells.forEach((cell, i) => {
    cell.text = normalise(texts[i] ?? '').trim()
  })
  for (const { rows } of sheets) {
    const lines = rows
      .slice(0, 40)
      .flatMap((row) => row.cells.flatMap((cell) => (cell ? [cell.text] : [])))
      .map((text, n) => ({ n, text }))
    const mark = findSecrecyMark(lines, headerTexts)
    if (mark !== null) throw new Refusal('invalid', 'document.secret', words.document.secret(mark))
  }
  return { sheets, notices: [...notices, ...encodings.map(words.document.converted)] }
}
