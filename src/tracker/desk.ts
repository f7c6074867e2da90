// Everything that reads a sheet, as orders that a thread of its own can carry out: what is in it, what its columns say,
// the check, the list of faults as a workbook. Pure but for the parsing; the command line carries them out directly.
import { Refusal } from '../base/refusal.ts'
import type { TableFile, TableSheet } from '../document/sheet.ts'
import { type Head, headings, signatureOf, type TableView, viewTable } from '../document/sheet-head.ts'
import * as words from '../vocabulary/words.ts'
import { type CheckContext, type Checked, checkSheet, dutiesOf } from './check.ts'
import { writeFaults } from './fault-sheet.ts'
import { asOfIn, findHead, proposeFields, titleIn, yearIn } from './header.ts'
import type { RowFault, Settings } from './tracker.ts'

/** What a sheet offers before anybody has said anything about it. */
export interface SheetOffer {
  name: string
  isHidden: boolean
  rows: number
  hiddenRows: number
  head: Head
  isHeadFound: boolean
  signature: string
  names: string[]
  fields: Settings['fields']
  asOf: string | null
  year: number | null
  title: string
}

export interface SheetView extends TableView {
  /** What these columns would hold by their headings, for a head that was moved by hand. */
  fields: Settings['fields']
}

export type Order =
  | { is: 'offer' }
  | { is: 'view'; settings: Settings }
  | { is: 'duties'; settings: Settings }
  | { is: 'check'; settings: Settings; context: CheckContext }
  | { is: 'faults'; settings: Settings; faults: RowFault[]; onlyFaulty: boolean }

export interface Answers {
  offer: { sheets: SheetOffer[]; notices: string[] }
  view: SheetView
  duties: string[]
  check: Checked
  faults: Uint8Array
}

/** Refuses settings that do not fit the file. */
export async function carryOut<K extends Order['is']>(
  file: TableFile,
  order: Extract<Order, { is: K }>,
): Promise<Answers[K]> {
  const answer = await answerTo(file, order)
  return answer as Answers[K]
}

async function answerTo(file: TableFile, order: Order): Promise<Answers[Order['is']]> {
  switch (order.is) {
    case 'offer':
      return { sheets: file.sheets.map(offerOf), notices: file.notices }
    case 'view':
      return viewOf(sheetOf(file, order.settings), order.settings)
    case 'duties':
      return dutiesOf(sheetOf(file, order.settings), order.settings)
    case 'check':
      return checkSheet(sheetOf(file, order.settings), order.settings, order.context)
    case 'faults':
      return writeFaults(sheetOf(file, order.settings), order.settings, order.faults, order.onlyFaulty)
  }
}

function sheetOf(file: TableFile, { sheet }: Settings): TableSheet {
  const found = file.sheets[sheet]
  if (!found) throw new Refusal('invalid', 'tracker.no-sheet', words.tracker.noSheet)
  return found
}

/** A heading nobody found is looked for in the first row of three cells. */
function offerOf(sheet: TableSheet): SheetOffer {
  const found = findHead(sheet)
  const first =
    sheet.rows.find((row) => row.cells.filter((cell) => cell !== null).length >= 3) ?? sheet.rows[0]
  const head = found ?? { row: first?.n ?? 1, rows: 1 }
  const names = headings(sheet, head)
  return {
    name: sheet.name,
    isHidden: sheet.isHidden,
    rows: sheet.rows.length,
    hiddenRows: sheet.rows.filter((row) => row.isHidden).length,
    head,
    isHeadFound: found !== null,
    signature: signatureOf(names),
    names,
    fields: proposeFields(sheet, head),
    asOf: asOfIn(sheet, head),
    year: yearIn(sheet, head),
    title: titleIn(sheet, head),
  }
}

const viewOf = (sheet: TableSheet, { headRow: row, headRows: rows }: Settings): SheetView => ({
  ...viewTable(sheet, { row, rows }),
  fields: proposeFields(sheet, { row, rows }),
})
