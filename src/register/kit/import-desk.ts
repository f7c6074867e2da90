// Everything that reads a sheet of a register, as orders that a process of its own carries out (import-process.ts): what is
// in it, what its columns are, its rows as values piece by piece, the rows at fault as a workbook.
import type { Agency } from '../../agency/agency.ts'
import { Refusal } from '../../base/refusal.ts'
import {
  MOST_SHEETS,
  readTables,
  type SheetRow,
  type TableFile,
  type TableSheet,
} from '../../document/sheet.ts'
import {
  bodyRows,
  columnLetter,
  type Head,
  headings,
  signatureOf,
  type TableView,
  viewTable,
} from '../../document/sheet-head.ts'
import { TRACKER_FOOT, TRACKER_SUM } from '../../vocabulary/tracker-words.ts'
import * as words from '../../vocabulary/words.ts'
import { findRegister } from '../registers.ts'
import { writeFaultFile } from './fault-file.ts'
import type { CellFault, CellRemark, ImportSettings } from './import.ts'
import { MOST_REGISTER_ROWS } from './import.ts'
import type { Register, Value } from './register.ts'
import { findHead, type Known, proposeColumns } from './sheet-columns.ts'
import { namesOf } from './sheet-names.ts'
import type { TemplateNames } from './sheet-out.ts'
import { readCell, scaleOf } from './sheet-values.ts'

/** What a sheet offers before anybody has said anything about it. */
export interface SheetOffer {
  name: string
  isHidden: boolean
  rows: number
  hiddenRows: number
  head: Head
  isHeadFound: boolean
  /** How many columns of the register its heading names. */
  known: number
}

export interface SheetView extends TableView {
  /** As proposed for this heading. */
  proposed: string[]
  scales: number[]
}

/** A row of the sheet as values of the register's columns; columns at fault, or masked, are left out. */
export interface ReadRow {
  n: number
  values: Record<string, Value>
  /** Columns whose cell is empty. */
  blank: string[]
  /** References as they are written. */
  refs: Record<string, string>
  /** Columns whose value came masked. */
  masked: string[]
  faults: CellFault[]
  remarks: CellRemark[]
}

export interface Piece {
  /** Rows of the table in all. */
  of: number
  rows: ReadRow[]
  hidden: number
  /** What stands below the table, said with the last piece. */
  foot: string[]
}

type Of = { register: string; settings: ImportSettings }
export type Order =
  | { is: 'offer'; register: string }
  | {
      is: 'view'
      known: Known[]
      register: string
      settings: Pick<ImportSettings, 'sheet' | 'headRow' | 'headRows'>
    }
  | ({ is: 'piece'; agencies: Agency[]; today: string; from: number; count: number } & Of)
  | ({ is: 'faults'; faults: { n: number; faults: CellFault[] }[]; names: TemplateNames; today: string } & Of)

export interface Answers {
  offer: { sheets: SheetOffer[]; notices: string[] }
  view: SheetView
  piece: Piece
  faults: Uint8Array
}

/** The desk with one file on it. */
export type Ask = <K extends Order['is']>(order: Extract<Order, { is: K }>) => Promise<Answers[K]>

/** @throws Refusal for what is no sheet, has macros or a password, is damaged, too large, or carries a secrecy mark. */
export function readRegisterFile(bytes: Uint8Array): Promise<TableFile> {
  const { empty, type, macros, encrypted, tooLarge } = words.registerImport.refused
  const refused = { empty, type, macros, encrypted, tooLarge: tooLarge(MOST_REGISTER_ROWS, MOST_SHEETS) }
  return readTables(bytes, { room: 'register-import', mostRows: MOST_REGISTER_ROWS, refused })
}

export async function carryOut<K extends Order['is']>(
  file: TableFile,
  order: Extract<Order, { is: K }>,
): Promise<Answers[K]> {
  const answer = await answerTo(file, order)
  return answer as Answers[K]
}

async function answerTo(file: TableFile, order: Order): Promise<Answers[Order['is']]> {
  const register = findRegister(order.register)
  if (!register) throw new Error(`no register ${order.register}`)
  switch (order.is) {
    case 'offer':
      return { sheets: file.sheets.map((sheet) => offerOf(sheet, register)), notices: file.notices }
    case 'view':
      return viewOf(sheetOf(file, order.settings), register, order)
    case 'piece':
      return readPiece(sheetOf(file, order.settings), register, order)
    case 'faults':
      return faultsOf(file, register, order)
  }
}

const faultsOf = (file: TableFile, register: Register, order: Extract<Order, { is: 'faults' }>) => {
  const { settings, faults, names, today } = order
  return writeFaultFile(sheetOf(file, settings), register, settings, faults, names, today)
}

function sheetOf(file: TableFile, { sheet }: Pick<ImportSettings, 'sheet'>): TableSheet {
  const found = file.sheets[sheet]
  if (!found) throw new Refusal('invalid', 'register-import.no-sheet', words.registerImport.noSheet)
  return found
}

/** A heading nobody found is looked for in the first row of two cells. */
function offerOf(sheet: TableSheet, register: Register): SheetOffer {
  const found = findHead(sheet, register)
  const first =
    sheet.rows.find((row) => row.cells.filter((cell) => cell !== null).length >= 2) ?? sheet.rows[0]
  const head = found ?? { row: first?.n ?? 1, rows: 1 }
  return {
    name: sheet.name,
    isHidden: sheet.isHidden,
    rows: sheet.rows.length,
    hiddenRows: sheet.rows.filter((row) => row.isHidden).length,
    head,
    isHeadFound: found !== null,
    known: proposeColumns(sheet, head, register, []).filter((column) => register.columns[column]).length,
  }
}

function viewOf(
  sheet: TableSheet,
  register: Register,
  { settings, known }: Extract<Order, { is: 'view' }>,
): SheetView {
  const head = { row: settings.headRow, rows: settings.headRows }
  const proposed = proposeColumns(sheet, head, register, known)
  const names = headings(sheet, head)
  return {
    ...viewTable(sheet, head),
    signature: signatureOf(names),
    proposed,
    scales: names.map((heading, at) => scaleOf(heading, register.columns[proposed[at] ?? ''])),
  }
}

/** A row that says so little, without a key or in the words of sums and signatures, is none of the table. */
function isFoot(row: SheetRow, keys: readonly number[], columns: readonly number[]): boolean {
  const said = columns.filter((column) => row.cells[column] && row.cells[column]?.from === undefined).length
  if (said > 2) return false
  if (keys.every((column) => !row.cells[column])) return true
  return row.cells.some((cell) => cell && (TRACKER_FOOT.test(cell.text) || TRACKER_SUM.test(cell.text)))
}

function readPiece(
  sheet: TableSheet,
  register: Register,
  { settings, agencies, today, from, count }: Extract<Order, { is: 'piece' }>,
): Piece {
  const head = { row: settings.headRow, rows: settings.headRows }
  const headingOf = headings(sheet, head)
  const columns = settings.columns.flatMap((name, at) => {
    const column = register.columns[name]
    return column
      ? [{ name, at, column, letter: columnLetter(at), scale: scaleOf(headingOf[at] ?? '', column) }]
      : []
  })
  const places = columns.map(({ at }) => at)
  const keys = columns.filter(({ name }) => register.key.includes(name)).map(({ at }) => at)
  const body = bodyRows(sheet, head)
  const shown = settings.includeHidden ? body : body.filter((row) => !row.isHidden)
  const rows = shown.filter((row) => !isFoot(row, keys, places))
  const names = namesOf(agencies, today)
  return {
    of: rows.length,
    hidden: body.length - shown.length,
    foot: shown
      .filter((row) => isFoot(row, keys, places))
      .slice(0, 20)
      .map((row) =>
        row.cells
          .flatMap((cell) => cell?.text || [])
          .join(' ')
          .slice(0, 200),
      )
      .filter((text) => text !== ''),
    rows: rows.slice(from, from + count).map((row) => {
      const read: ReadRow = { n: row.n, values: {}, blank: [], refs: {}, masked: [], faults: [], remarks: [] }
      for (const { name, at, column, letter, scale } of columns) {
        const cell = row.cells[at]
        if (!cell || (cell.text === '' && !cell.wrong)) {
          read.blank.push(name)
          continue
        }
        const found = readCell(cell, column, scale, names)
        const said = { column: name, letter, cell: cell.text }
        if ('fault' in found) read.faults.push({ kind: found.fault, ...said, about: found.about })
        else if ('masked' in found) read.masked.push(name)
        else if ('ref' in found) read.refs[name] = found.ref
        else read.values[name] = found.value
        if ('zeroAdded' in found && found.zeroAdded)
          read.remarks.push({ kind: 'zeroAdded', ...said, about: [found.zeroAdded] })
      }
      return read
    }),
  }
}
