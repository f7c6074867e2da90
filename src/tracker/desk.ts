// Everything that reads a sheet, as orders that a thread of its own can carry out: what is in it, what its columns say,
// the check, the list of faults as a workbook. Pure but for the parsing; the command line carries them out directly.
import { Refusal } from '../base/refusal.ts'
import * as words from '../vocabulary/words.ts'
import { type CheckContext, type Checked, checkSheet, dutiesOf } from './check.ts'
import { writeFaults } from './fault-sheet.ts'
import {
  asOfIn,
  bodyRows,
  findHead,
  type Head,
  headings,
  proposeFields,
  signatureOf,
  titleIn,
  yearIn,
} from './header.ts'
import type { TrackerFile, TrackerSheet } from './sheet.ts'
import { columnLetter, type RowFault, type Settings, type SheetColumn } from './tracker.ts'

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

export interface SheetView {
  signature: string
  columns: SheetColumn[]
  top: { n: number; cells: string[] }[]
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

const SAMPLES = 3
const TOP_ROWS = 12
const WIDEST_SAMPLE = 80

/** Refuses settings that do not fit the file. */
export async function carryOut<K extends Order['is']>(
  file: TrackerFile,
  order: Extract<Order, { is: K }>,
): Promise<Answers[K]> {
  const answer = await answerTo(file, order)
  return answer as Answers[K]
}

async function answerTo(file: TrackerFile, order: Order): Promise<Answers[Order['is']]> {
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

function sheetOf(file: TrackerFile, { sheet }: Settings): TrackerSheet {
  const found = file.sheets[sheet]
  if (!found) throw new Refusal('invalid', 'tracker.no-sheet', words.tracker.noSheet)
  return found
}

/** A heading nobody found is looked for in the first row of three cells. */
function offerOf(sheet: TrackerSheet): SheetOffer {
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

function viewOf(sheet: TrackerSheet, settings: Settings): SheetView {
  const head = { row: settings.headRow, rows: settings.headRows }
  const names = headings(sheet, head)
  const body = bodyRows(sheet, head)
  // Group rows say little about a column.
  const full = body.filter(({ cells }) => cells.filter((cell) => cell !== null).length >= 3)
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
    fields: proposeFields(sheet, head),
  }
}
