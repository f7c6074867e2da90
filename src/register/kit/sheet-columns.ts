// The columns of a sheet -> the columns of a register: proposed by label, by the headings a register says it goes by, and by
// what people said of the same heading before. What nobody knows stays undecided and is asked about.
import { nameKey, searchKey } from '../../base/text.ts'
import type { SheetRow, TableSheet } from '../../document/sheet.ts'
import { FAULT_HEADING, type Head, headAt, headings } from '../../document/sheet-head.ts'
import { IGNORED, sheetColumns, UNDECIDED } from './import.ts'
import type { Register } from './register.ts'

/** What a person said a heading is: the name of a column, or IGNORED. */
export interface Known {
  heading: string
  column: string
}

const keyOf = (heading: string): string => searchKey(nameKey(heading))
/** "Vốn điều lệ (triệu đồng)*" -> "Vốn điều lệ": units and stars are no part of a name. */
const plain = (heading: string): string =>
  heading
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, ' ')
    .replace(/,\s*(?:đvt|đơn vị tính)\s*:.*$/iu, '')
    .replace(/[*:]+/gu, ' ')

/** Numbers of rows, notes of ours: no register has them and nobody need be asked. */
const NOTHING = new Set(['stt', 'tt', 'so tt', 'so thu tu', 'no'])

function labelsOf(register: Register): Map<string, string> {
  const labels = new Map<string, string>()
  const put = (text: string, name: string) => {
    const key = keyOf(text)
    if (!labels.has(key)) labels.set(key, name)
  }
  const columns = sheetColumns(register)
  for (const [name, { label }] of columns) put(label.vi, name)
  for (const [name, { label }] of columns) {
    put(label.en, name)
    put(name, name)
  }
  for (const [name, { heads = [] }] of columns) for (const head of heads) put(head, name)
  return labels
}

/** The column a heading names by its words: its last part, the whole, its first part. */
function columnOf(heading: string, labels: ReadonlyMap<string, string>): string | null {
  const parts = heading.split(' > ')
  for (const text of [parts.at(-1) ?? '', heading.replaceAll(' > ', ' '), parts[0] ?? ''])
    for (const written of [text, plain(text)]) {
      const found = labels.get(keyOf(written))
      if (found) return found
    }
  return null
}

const LOOK_DOWN = 60

/** The row whose cells are best known as headings; null when no row has two of them. */
export function findHead(sheet: TableSheet, register: Register): Head | null {
  const labels = labelsOf(register)
  let best: { row: SheetRow; known: number } | null = null
  for (const row of sheet.rows.slice(0, LOOK_DOWN)) {
    const known = new Set(row.cells.flatMap((cell) => (cell ? (columnOf(cell.text, labels) ?? []) : []))).size
    if (known >= 2 && known > (best?.known ?? 0)) best = { row, known }
  }
  return best ? headAt(sheet, best.row) : null
}

/** Column by column a name, UNDECIDED or IGNORED; no column of the register twice. */
export function proposeColumns(
  sheet: TableSheet,
  head: Head,
  register: Register,
  known: readonly Known[],
): string[] {
  const labels = labelsOf(register)
  const said = new Map(known.map(({ heading, column }) => [nameKey(heading), column]))
  const names = headings(sheet, head)
  const taken = new Set<string>()
  const isFilled = (column: number) =>
    sheet.rows.some((row) => row.n >= head.row + head.rows && (row.cells[column]?.text ?? '') !== '')
  return names.map((heading, column) => {
    if (nameKey(heading) === '') return isFilled(column) && heading !== '' ? UNDECIDED : IGNORED
    if (nameKey(heading) === nameKey(FAULT_HEADING) || NOTHING.has(keyOf(plain(heading)))) return IGNORED
    const before = said.get(nameKey(heading))
    const found = before ?? columnOf(heading, labels)
    if (found === IGNORED) return IGNORED
    if (!found || !register.columns[found] || taken.has(found)) return isFilled(column) ? UNDECIDED : IGNORED
    taken.add(found)
    return found
  })
}
