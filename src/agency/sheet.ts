// The Excel template of the directory and the reading of a filled one. Columns are known by their headings.
import { parseCsv } from 'hucre/csv'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { Refusal } from '../base/refusal.ts'
import { nameKey } from '../base/text.ts'
import { AGENCY_KINDS } from '../vocabulary/agency-kind.ts'
import { ROLES } from '../vocabulary/role.ts'
import { words } from '../vocabulary/words.ts'
import { COLUMNS, type SheetRow } from './columns.ts'

const MOST_ROWS = 5000

/** Where the example sheet keeps the choices: to the right of the example, past one empty column. */
const CHOICES = { kind: 'K', role: 'L' } as const

/** An .xlsx with headings, choice lists for kind and role, and on a second sheet an example and those choices. */
export function writeTemplate(): Promise<Uint8Array> {
  const { kinds, example, exampleSheet } = words.agency
  const kindNames = AGENCY_KINDS.map((kind) => kinds[kind])
  const roleNames = ROLES.map((role) => words.identity.roles[role])
  const rows = [head(), ...example.map((row) => COLUMNS.map((column) => row[column]))]
  const beside = [['', ''], ...kindNames.map((kind, i) => [kind, roleNames[i] ?? ''])]
  // By reference: written into the cell rule itself, "Sở, ban, ngành" would fall apart at its commas.
  const list = (column: keyof typeof CHOICES, { length }: readonly string[]) => ({
    type: 'list' as const,
    formula1: `'${exampleSheet}'!$${CHOICES[column]}$2:$${CHOICES[column]}$${length + 1}`,
    allowBlank: true,
    range: `${letter(column)}2:${letter(column)}2000`,
    showErrorMessage: true,
    errorStyle: 'stop' as const,
    errorMessage: words.agency.chooseFromList,
  })
  const layout = COLUMNS.map((column) => ({ width: column === 'name' || column === 'aliases' ? 42 : 20 }))
  return writeXlsx({
    sheets: [
      {
        name: words.agency.sheet,
        columns: layout,
        rows: [head()],
        freezePane: { rows: 1 },
        dataValidations: [list('kind', kindNames), list('role', roleNames)],
      },
      {
        name: exampleSheet,
        columns: [...layout, { width: 4 }, { width: 24 }, { width: 24 }],
        rows: beside.map((cells, i) => [...(rows[i] ?? COLUMNS.map(() => '')), '', ...cells]),
      },
    ],
  })
}

const head = () => COLUMNS.map((column) => words.agency.columns[column])
const letter = (column: (typeof COLUMNS)[number]) => String.fromCharCode(65 + COLUMNS.indexOf(column))

/** The rows of the first sheet (or of a .csv) by column. Refuses a file without the heading of the name column. */
export async function readSheet(bytes: Uint8Array, fileName: string): Promise<SheetRow[]> {
  const cells = await readCells(bytes, fileName)
  const labels = new Map(
    COLUMNS.flatMap(
      (column) =>
        [
          [nameKey(words.agency.columns[column]), column],
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
