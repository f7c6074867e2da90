// A register as a sheet: its columns with their form, values as cells, the template with its choice lists and help. What goes
// out here comes in again through sheet-values.ts with the same values and types (sheet-round.test.ts).
import { type CellStyle, type CellValue, type DataValidation, type WriteSheet, writeXlsx } from 'hucre'
import { columnLetter } from '../../document/sheet-head.ts'
import * as words from '../../vocabulary/words.ts'
import { findRegister } from '../registers.ts'
import { sheetColumns } from './import.ts'
import { type Column, type Option, optionsOn, type Register, say, type Value } from './register.ts'

const w = words.registerImport

/** What ids are called, by id. */
export type Called = ReadonlyMap<string, string>

const DAY_FORM = 'dd/mm/yyyy'
const WIDTHS: Partial<Record<Column['kind'], number>> = {
  text: 30,
  texts: 30,
  place: 26,
  agency: 30,
  choice: 26,
}

/** How Excel shows a column; codes stay text, so that no zero at their front is lost. */
export function formatOf(column: Column): string | null {
  if (column.kind === 'date') return DAY_FORM
  if (column.kind === 'money') return '#,##0'
  if (column.kind === 'number') return column.decimals ? `#,##0.${'#'.repeat(column.decimals)}` : '#,##0'
  if (column.kind === 'year') return '0'
  return column.kind === 'flag' ? null : '@'
}

export const widthOf = (column: Column): number =>
  Math.max(WIDTHS[column.kind] ?? 16, Math.min(34, say(column.label).length + 4))

const labelIn = (options: readonly Option[], value: string): string => {
  const option = options.find((one) => one.value === value)
  return option ? say(option.label) : value
}

/** The cell of a value; what points elsewhere by what it is called. */
export function cellOf(column: Column, value: Value, called: Called): CellValue {
  if (value === null) return null
  switch (column.kind) {
    case 'date':
      // A masked day is text.
      return /^\d{4}-/u.test(String(value)) ? new Date(`${value}T00:00:00Z`) : String(value)
    case 'flag':
      return typeof value === 'boolean' ? (value ? w.yes : w.no) : String(value)
    case 'choice':
      return labelIn(column.options, String(value))
    case 'choices':
      return Array.isArray(value)
        ? value.map((one) => labelIn(column.options, one)).join('; ')
        : String(value)
    case 'texts':
      return Array.isArray(value) ? value.join('; ') : String(value)
    case 'place':
    case 'agency':
    case 'ref':
      return called.get(String(value)) ?? String(value)
    default:
      return Array.isArray(value) ? value.join('; ') : value
  }
}

const two = (part: number): string => String(part).padStart(2, '0')

/**
 * The same for a .csv of a Vietnamese Excel: days as they are written, a decimal comma. Three decimals get a zero, for
 * "1,430" might be a thousand. What Excel would take for a formula gets an apostrophe.
 */
export function textOf(cell: CellValue): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date)
    return `${two(cell.getUTCDate())}/${two(cell.getUTCMonth() + 1)}/${cell.getUTCFullYear()}`
  if (typeof cell === 'number')
    return String(cell)
      .replace('.', ',')
      .replace(/(,\d{3})$/u, '$10')
  const text = String(cell)
  return /^[=+\-@]/u.test(text) ? `'${text}` : text
}

export interface TemplateNames {
  /** Communes of today. */
  places: readonly string[]
  agencies: readonly string[]
}

/** How many rows of a template are checked by Excel as one types. */
const CHECKED_ROWS = 5000

/** A cell that says how its column is filled in: what a choice offers stands on a sheet of its own. */
function validations(
  register: Register,
  lists: ReadonlyMap<string, number>,
  sizes: readonly number[],
): DataValidation[] {
  return sheetColumns(register).flatMap(([name, column], at): DataValidation[] => {
    const letter = columnLetter(at)
    const own = {
      range: `${letter}2:${letter}${CHECKED_ROWS}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop' as const,
    }
    const list = lists.get(name)
    if (list !== undefined && sizes[list]) {
      const from = columnLetter(list)
      const formula1 = `'${w.instructions.choices}'!$${from}$2:$${from}$${(sizes[list] ?? 0) + 1}`
      return [{ ...own, type: 'list', formula1, errorMessage: w.instructions.chooseFromList }]
    }
    switch (column.kind) {
      case 'date':
        return [
          {
            ...own,
            type: 'date',
            operator: 'between',
            formula1: '1',
            formula2: '109939',
            errorMessage: w.instructions.enterDay,
          },
        ]
      case 'number':
      case 'money':
        return [
          {
            ...own,
            type: 'decimal',
            operator: 'between',
            formula1: '-1E+15',
            formula2: '1E+15',
            errorMessage: w.instructions.enterNumber,
          },
        ]
      case 'year':
        return [
          {
            ...own,
            type: 'whole',
            operator: 'between',
            formula1: '1900',
            formula2: '2200',
            errorMessage: w.instructions.enterYear,
          },
        ]
      default:
        return []
    }
  })
}

const offeredIn = (column: Column, names: TemplateNames, today: string): readonly string[] | null => {
  if (column.kind === 'choice') return optionsOn(column.options, today).map(({ label }) => say(label))
  if (column.kind === 'choices') return optionsOn(column.options, today).map(({ label }) => say(label))
  if (column.kind === 'flag') return [w.yes, w.no]
  if (column.kind === 'place') return names.places
  return column.kind === 'agency' ? names.agencies : null
}

const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCEBF2' } },
  alignment: { wrapText: true, vertical: 'center' },
}

/** The heading of the sheet: every column of the register by its label. */
export const headOf = (register: Register): string[] =>
  sheetColumns(register).map(([, { label }]) => say(label))

/** How each column is filled in, one row for each. */
function instructions(register: Register): CellValue[][] {
  const said = w.instructions
  const rows = sheetColumns(register).map(([name, column]) => {
    const kind = said.kinds[column.kind]
    const other = column.kind === 'ref' ? findRegister(column.of) : null
    const notes = [
      column.help ? say(column.help) : '',
      column.kind === 'number' ? said.unit(say(column.unit)) : '',
      column.personal ? said.personal(say(column.personal)) : '',
    ]
    return [
      say(column.label),
      register.key.includes(name) ? said.key : column.optional ? said.optional : said.required,
      typeof kind === 'function' ? kind(other ? say(other.label) : '') : kind,
      notes.filter(Boolean).join('. '),
    ]
  })
  return [
    [said.title(say(register.label))],
    ...said.lines.map((line) => [line]),
    [],
    [...said.heads],
    ...rows,
  ]
}

/** The sheets of the template; `rows` and `cells` below the heading belong to whoever fills it in. */
export function templateSheets(
  register: Register,
  names: TemplateNames,
  today: string,
  filled: Pick<WriteSheet, 'rows' | 'cells'> & { more?: readonly { head: string; width: number }[] } = {},
): WriteSheet[] {
  const columns = sheetColumns(register)
  const lists = new Map<string, number>()
  const offered: (readonly string[])[] = []
  const heads: string[] = []
  for (const [name, column] of columns) {
    const options = offeredIn(column, names, today)
    if (!options || options.length === 0) continue
    // Several of a list in one cell cannot be chosen in Excel: they are only shown.
    if (column.kind !== 'choices') lists.set(name, offered.length)
    heads.push(say(column.label))
    offered.push(options)
  }
  const longest = Math.max(0, ...offered.map((options) => options.length))
  const { more = [] } = filled
  const head = [...headOf(register), ...more.map((one) => one.head)]
  const cells = new Map(filled.cells)
  for (const [at, value] of head.entries()) cells.set(`0,${at}`, { value, style: HEAD })
  const help = instructions(register)
  const first = help.length - columns.length - 1
  return [
    {
      name: say(register.label).slice(0, 31),
      columns: [
        ...columns.map(([, column]) => {
          const numFmt = formatOf(column)
          return { width: widthOf(column), ...(numFmt && { style: { numFmt } }) }
        }),
        ...more.map(({ width }) => ({ width })),
      ],
      rows: [head, ...(filled.rows ?? [])],
      cells,
      freezePane: { rows: 1 },
      dataValidations: validations(
        register,
        lists,
        offered.map((options) => options.length),
      ),
    },
    {
      name: w.instructions.sheet,
      columns: [{ width: 34 }, { width: 22 }, { width: 44 }, { width: 60 }],
      rows: help,
      cells: new Map([
        [
          '0,0',
          { value: w.instructions.title(say(register.label)), style: { font: { bold: true, size: 14 } } },
        ],
        ...w.instructions.heads.map(
          (value, at) =>
            [`${first},${at}`, { value, style: HEAD }] as [string, { value: string; style: CellStyle }],
        ),
      ]),
    },
    {
      name: w.instructions.choices,
      rows: [
        heads,
        ...Array.from({ length: longest }, (_, row) => offered.map((options) => options[row] ?? null)),
      ],
      columns: offered.map(() => ({ width: 34 })),
      hidden: true,
    },
  ]
}

export const writeTemplate = (register: Register, names: TemplateNames, today: string): Promise<Uint8Array> =>
  writeXlsx({ sheets: templateSheets(register, names, today) })
