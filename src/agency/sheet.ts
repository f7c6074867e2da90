// The Excel template of the directory and the reading of a filled one. Columns are known by their headings.
import { parseCsv } from 'hucre/csv'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { Refusal } from '../base/refusal.ts'
import { nameKey } from '../base/text.ts'
import { CHOSEN_KINDS } from '../vocabulary/agency-kind.ts'
import type { Words } from '../vocabulary/languages.ts'
import { LANGUAGES } from '../vocabulary/languages.ts'
import { ROLES } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import { COLUMNS, type SheetRow } from './columns.ts'

const MOST_ROWS = 5000

/** An .xlsx with headings, choice lists for kind and role, and two rows of example on a second sheet. */
export function writeTemplate(words: Words): Promise<Uint8Array> {
  const choices = {
    kind: CHOSEN_KINDS.map((kind) => words.agency.kinds[kind]),
    role: ROLES.map((role) => words.identity.roles[role]),
  }
  // A list inside the rule would be cut at its commas ("Sở, ban, ngành"): the choices are cells of a hidden sheet.
  const list = (column: 'kind' | 'role', at: 'A' | 'B') => ({
    type: 'list' as const,
    formula1: `'${words.agency.choicesSheet}'!$${at}$1:$${at}$${choices[column].length}`,
    allowBlank: true,
    range: `${letter(column)}2:${letter(column)}2000`,
    showErrorMessage: true,
    errorStyle: 'stop' as const,
    errorMessage: words.agency.chooseFromList,
  })
  const head = COLUMNS.map((column) => words.agency.columns[column])
  const layout = COLUMNS.map((column) => ({ width: column === 'name' || column === 'aliases' ? 42 : 20 }))
  return writeXlsx({
    sheets: [
      {
        name: words.agency.sheet,
        columns: layout,
        rows: [head],
        freezePane: { rows: 1 },
        dataValidations: [list('kind', 'A'), list('role', 'B')],
      },
      {
        name: words.agency.exampleSheet,
        columns: layout,
        rows: [head, ...words.agency.example.map((row) => COLUMNS.map((column) => row[column]))],
      },
      {
        name: words.agency.choicesSheet,
        hidden: true,
        rows: choices.kind.map((kind, i) => [kind, choices.role[i] ?? null]),
      },
    ],
  })
}

const letter = (column: (typeof COLUMNS)[number]) => String.fromCharCode(65 + COLUMNS.indexOf(column))

/** The rows of the first sheet (or of a .csv) by column. Refuses a file without the heading of the name column. */
export async function readSheet(bytes: Uint8Array, fileName: string): Promise<SheetRow[]> {
  const cells = await readCells(bytes, fileName)
  const labels = new Map(
    COLUMNS.flatMap(
      (column) =>
        [
          ...Object.values(LANGUAGES).map(({ agency }) => [nameKey(agency.columns[column]), column] as const),
          [nameKey(column), column],
        ] as const,
    ),
  )
  const head = (cells[0] ?? []).map((cell) => labels.get(nameKey(cell)))
  if (!head.includes('name'))
    throw new Refusal(
      'invalid',
      'import.no-heading',
      words.agency.faults.noHeading(words.agency.columns.name),
    )
  const body = cells.slice(1)
  if (body.length > MOST_ROWS)
    throw new Refusal('too-large', 'import.too-many-rows', words.agencyPages.tooManyRows(MOST_ROWS))
  if (!body.some((row) => row.some((cell) => cell.trim())))
    throw new Refusal('invalid', 'import.empty', words.agencyPages.emptySheet)
  return body.map((row) => {
    const values = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as SheetRow
    head.forEach((column, i) => {
      if (column) values[column] = (row[i] ?? '').normalize('NFC').trim()
    })
    return values
  })
}

async function readCells(bytes: Uint8Array, fileName: string): Promise<string[][]> {
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
  try {
    if (/\.csv$/iu.test(fileName))
      return parseCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).map((row) => row.map(text))
    const workbook = await readXlsx(bytes, { maxRows: MOST_ROWS + 2 })
    return (workbook.sheets[0]?.rows ?? []).map((row) => row.map(text))
  } catch {
    throw new Refusal('invalid', 'import.unreadable', words.agency.faults.unreadable)
  }
}
