// One cell of a sheet in, the value of a register's column out, by the kind of the column. Never a guess: what can be read
// in two ways is asked about. Pure; places and agencies are looked up in sheet-names.ts, references by the caller.
import { dayOf } from '../../base/calendar.ts'
import { searchKey } from '../../base/text.ts'
import type { SheetCell } from '../../document/sheet.ts'
import type { CellFault } from './import.ts'
import type { Column, Option, Value } from './register.ts'
import type { Names } from './sheet-names.ts'

/** What a cell says: a value, the words of a reference that is still to be looked up, or what is wrong with it. */
export type Read =
  | { value: Value }
  | { ref: string }
  | { fault: CellFault['kind']; about: string[] }
  /** A value that came out masked: it says nothing. */
  | { masked: true }
/** With a value: zeros that Excel had taken away were put back. */
export interface Remarked {
  zeroAdded?: string
}

const wrong = (fault: CellFault['kind'], ...about: string[]): Read => ({ fault, about })

/** The longest text of a cell that Excel itself allows. */
const MOST_TEXT = 32_767

// Numbers -------------------------------------------------------------------------------------------------------------

const MULTIPLES: readonly [RegExp, number][] = [
  [/(?<!\p{L})(?:tỷ|tỉ)(?!\p{L})/iu, 1e9],
  [/(?<!\p{L})(?:triệu|tr\.?đ|trđ)(?!\p{L})/iu, 1e6],
  [/(?<!\p{L})(?:nghìn|ngàn|1\.?000)(?!\p{L}) ?(?:đồng|đ|vnđ|vnd|người|ha)?/iu, 1e3],
]

/** "Vốn điều lệ (triệu đồng)" -> 1,000,000: what the figures of a column of money are counted in. */
export function scaleOf(heading: string, column: Column | undefined): number {
  if (column?.kind !== 'money') return 1
  return MULTIPLES.find(([pattern]) => pattern.test(heading))?.[1] ?? 1
}

/** "1.430" -> 1430, "2,5" -> 2.5; "1,430" is either. */
export function readNumber(text: string): number | { either: [grouped: string, decimal: string] } | null {
  const plain = text
    .trim()
    .replace(/^\((.+)\)$/u, '-$1')
    .replace(/^[-−–] ?(?=\d)/u, '-')
    .replace(/(?<=\d) (?=\d{3}(?!\d))/gu, '.')
  if (/^-?\d+$/u.test(plain)) return Number(plain)
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(plain) && !/^-?0\d?\d?\./u.test(plain))
    return Number(plain.replaceAll('.', '').replace(',', '.'))
  if (/^-?[1-9]\d{0,2},\d{3}$/u.test(plain)) return { either: [plain.replace(',', '.'), plain] }
  // "1,430,200" and "1,430.5" can be read in one way only.
  if (
    /^-?[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?$/u.test(plain) ||
    /^-?[1-9]\d{0,2}(?:,\d{3})+\.\d+$/u.test(plain)
  )
    return Number(plain.replaceAll(',', ''))
  if (/^-?\d+,\d+$/u.test(plain)) return Number(plain.replace(',', '.'))
  if (/^-?\d+\.\d+$/u.test(plain)) return Number(plain)
  return null
}

const CURRENCY = /\s*(?:đồng|vnđ|vnd|đ|₫)\.?$/iu

function numberIn(cell: SheetCell, unit: string, scale: number): Read | number {
  if (cell.day !== undefined) return wrong('notNumber')
  if (cell.number !== undefined) return (cell.isPercent ? cell.number * 100 : cell.number) * scale
  let text = cell.text.replace(CURRENCY, '')
  if (unit && text.toLowerCase().endsWith(unit.toLowerCase())) text = text.slice(0, -unit.length)
  text = text.replace(/ ?%$/u, '').trim()
  let times = scale
  const own = MULTIPLES.find(([pattern]) => pattern.test(text))
  if (own && /^[\d.,\s-]+\s*\p{L}/u.test(text)) {
    text = text.replace(own[0], '').trim()
    times = own[1]
  }
  const read = readNumber(text)
  if (read === null) return wrong('notNumber')
  if (typeof read === 'object') return wrong('ambiguousNumber', ...read.either)
  return read * times
}

function wholeTo(value: number, decimals: number): Read {
  const rounded = Number(value.toFixed(decimals))
  // What a machine leaves behind of 0.1 + 0.2 is no decimal.
  const isClose = Math.abs(rounded - value) <= Math.max(1e-6, Math.abs(value) * 1e-12)
  return isClose ? { value: rounded === 0 ? 0 : rounded } : wrong('decimals', String(decimals))
}

// Days ----------------------------------------------------------------------------------------------------------------

/** Excel's numbers of the days from 1950 to 2099: a day that lost its form. */
const FIRST_SERIAL = 18_264
const LAST_SERIAL = 73_050

function readDate(cell: SheetCell): Read {
  if (cell.day !== undefined) return { value: cell.day }
  const { number } = cell
  if (number !== undefined)
    return number >= FIRST_SERIAL && number < LAST_SERIAL + 1
      ? { value: new Date((Math.floor(number) - 25_569) * 86_400_000).toISOString().slice(0, 10) }
      : wrong('unreadDate')
  const text = cell.text
    .replace(/^ngày /iu, '')
    .replace(/ ?tháng ?/iu, '/')
    .replace(/ ?năm ?/iu, '/')
  const [, y, m, d] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00.*)?$/u.exec(text) ?? []
  const [, day, month, year] =
    /^(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/u.exec(text) ?? []
  if (y === undefined && day === undefined) return wrong('unreadDate')
  const found = dayOf(Number(y ?? year), Number(m ?? month), Number(d ?? day))
  return found ? { value: found } : wrong('impossibleDate')
}

function readYear(cell: SheetCell): Read {
  const year = cell.number ?? Number(/^(?:năm )?(\d{4})$/iu.exec(cell.text)?.[1] ?? Number.NaN)
  return cell.day === undefined && Number.isInteger(year) && year >= 1900 && year <= 2200
    ? { value: year }
    : wrong('notYear')
}

// Words ---------------------------------------------------------------------------------------------------------------

const YES = new Set(['x', 'v', '✓', '✔', '☑', '1', 'co', 'yes', 'y', 'true', 'dung', 'c'])
const NO = new Set(['0', 'khong', 'ko', 'k', 'no', 'n', 'false', 'sai', '-'])

function readFlag(cell: SheetCell): Read {
  const word = searchKey(cell.text)
  return YES.has(word) ? { value: true } : NO.has(word) ? { value: false } : wrong('notFlag')
}

/** Without diacritics, signs and the usual short forms. */
const optionKey = (text: string): string =>
  searchKey(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<!\S)htx(?!\S)/gu, 'hop tac xa')
    .replace(/(?<!\S)tht(?!\S)/gu, 'to hop tac')
    .replace(/(?<!\S)qtdnd(?!\S)/gu, 'quy tin dung nhan dan')
    .trim()

const OPTION_KEYS = new WeakMap<readonly Option[], Map<string, string>>()

function keysOf(options: readonly Option[]): Map<string, string> {
  const known = OPTION_KEYS.get(options)
  if (known) return known
  const keys = new Map<string, string>()
  // A value or a label said first wins: two options never share a label.
  for (const { value, label } of options)
    for (const text of [label.vi, label.en, value]) {
      const key = optionKey(text)
      if (!keys.has(key)) keys.set(key, value)
    }
  OPTION_KEYS.set(options, keys)
  return keys
}

function readChoice(text: string, options: readonly Option[]): string | null {
  return keysOf(options).get(optionKey(text)) ?? null
}

const MOST_OFFERED = 12
const labelsOf = (options: readonly Option[]) => options.slice(0, MOST_OFFERED).map(({ label }) => label.vi)

const partsOf = (text: string): string[] =>
  text
    .split(/[;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** A list has no value twice; the order is that of the cell. */
const each = <T>(values: readonly T[]): T[] => [...new Set(values)]

// Codes ---------------------------------------------------------------------------------------------------------------

/** A code that was typed as a number is its figures; of a tax code the zero that Excel dropped is put back. */
function readCode(cell: SheetCell, column: Extract<Column, { kind: 'code' }>): Read & Remarked {
  const { number } = cell
  if (number === undefined) return { value: cell.text.replace(/\s+/gu, ' ') }
  if (!Number.isSafeInteger(number)) return { value: cell.text }
  const shown = cell.text.replace(/\D/gu, '')
  // The form of the cell shows zeros that the number has not.
  const figures = Number(shown) === number ? shown : String(number)
  if (column.rule === 'tax-code' && figures.length === 9)
    return { value: `0${figures}`, zeroAdded: `0${figures}` }
  return { value: figures }
}

/** "•••123": a personal value as our own files show it. */
const isMasked = (text: string): boolean => text.includes('•••')

/** `cell` has something in it. A text that Excel might take for a formula comes with an apostrophe in our .csv. */
export function readCell(cell: SheetCell, column: Column, scale: number, names: Names): Read & Remarked {
  if (cell.wrong) return wrong('formula', cell.wrong)
  if (column.personal && isMasked(cell.text)) return { masked: true }
  const text = cell.text.replace(/^'(?=[=+\-@])/u, '')
  if (text.length > MOST_TEXT) return wrong('tooLong', String(text.length), String(MOST_TEXT))
  switch (column.kind) {
    case 'text':
      return { value: column.long ? text : text.replace(/\s+/gu, ' ') }
    case 'code':
      return readCode({ ...cell, text }, column)
    case 'texts':
      return { value: each(partsOf(text)) }
    case 'number': {
      const read = numberIn(cell, column.unit.vi, 1)
      return typeof read === 'number' ? wholeTo(read, column.decimals ?? 0) : read
    }
    case 'money': {
      const read = numberIn(cell, '', scale)
      return typeof read === 'number' ? wholeTo(read, 0) : read
    }
    case 'date':
      return readDate(cell)
    case 'year':
      return readYear(cell)
    case 'flag':
      return readFlag(cell)
    case 'choice': {
      const value = readChoice(text, column.options)
      return value === null ? wrong('unknownChoice', ...labelsOf(column.options)) : { value }
    }
    case 'choices': {
      const values = partsOf(text).map((part) => readChoice(part, column.options))
      return values.includes(null)
        ? wrong('unknownChoice', ...labelsOf(column.options))
        : { value: each(values as string[]) }
    }
    case 'place':
      return names.place(text)
    case 'agency':
      return names.agency(text)
    case 'ref':
      return { ref: text.replace(/\s+/gu, ' ') }
    case 'file':
      return { masked: true }
  }
}
