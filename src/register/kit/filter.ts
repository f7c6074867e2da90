// What the address of a list asks for: conditions on columns, an order, the columns shown. Read alike by server and
// screen. In a column's place may stand: "a,b" of a choice, a place, an agency or a reference · "from..to", either end
// left out, of a number, a day or a year · "true" or "false" · a part of a text · "-" for what is empty.
import { dayOf } from '../../base/calendar.ts'
import { Refusal } from '../../base/refusal.ts'
import * as words from '../../vocabulary/words.ts'
import { LIST_WORDS } from './exchange.ts'
import { type Column, type Register, say } from './register.ts'

export const EMPTY = '-'

export type Condition = { column: string } & (
  | { is: 'one-of'; values: readonly string[] }
  | { is: 'range'; from: string | null; to: string | null }
  | { is: 'flag'; value: boolean }
  | { is: 'containing'; text: string }
  | { is: 'empty' }
)

/** The place of a register whose rows have none of their own: "cooperative.place" of a member. */
export const placePath = ({ place = '' }: Register): [reference: string, column: string] | null => {
  const [reference = '', column = ''] = place.split('.')
  return column ? [reference, column] : null
}

/** The word that asks for the place of such a register. */
const PLACE = 'place'

const NUMBER = /^-?\d{1,16}(?:\.\d{1,10})?$/
const YEAR = /^\d{1,4}$/
const isNumber = (text: string) => NUMBER.test(text)
const isYear = (text: string) => YEAR.test(text)
function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  return dayOf(Number(year), Number(month), Number(day)) === text
}
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** "10..20", "10..", "..20", "10": null when it is none of these. */
function readRange(
  text: string,
  holds: (end: string) => boolean,
): { from: string | null; to: string | null } | null {
  const [, from, to] = /^(.*?)\.\.(.*)$/.exec(text) ?? [null, text, text]
  const isEnd = (one: string | undefined) => one === '' || (one !== undefined && holds(one))
  return isEnd(from) && isEnd(to) && (from || to) ? { from: from || null, to: to || null } : null
}

const listOf = (text: string) => text.split(',').filter((one) => one !== '')

/** What is asked of a column; null when it is not understood. */
export function readCondition(column: string, kind: Column['kind'], text: string): Condition | null {
  if (text === EMPTY) return { column, is: 'empty' }
  switch (kind) {
    case 'choice':
    case 'choices':
      return { column, is: 'one-of', values: listOf(text) }
    case 'place':
    case 'agency':
    case 'ref': {
      const values = listOf(text)
      return values.every((id) => UUID.test(id)) ? { column, is: 'one-of', values } : null
    }
    case 'flag':
      return text === 'true' || text === 'false' ? { column, is: 'flag', value: text === 'true' } : null
    case 'number':
    case 'money':
    case 'year':
    case 'date': {
      const range = readRange(text, kind === 'date' ? isDay : kind === 'year' ? isYear : isNumber)
      return range && { column, is: 'range', ...range }
    }
    default:
      return { column, is: 'containing', text: text.slice(0, 200) }
  }
}

export interface Wanted {
  q: string
  conditions: Condition[]
  order: { column: string; isDescending: boolean }
  /** The columns shown, derived ones among them. */
  columns: string[]
  /** null: today. */
  on: string | null
  isVoid: boolean
}

/** The columns a list shows unless somebody chose others. */
export const listedColumns = ({ columns, derived = {} }: Register): string[] =>
  [...Object.entries(columns), ...Object.entries(derived)]
    .filter(([, { listed }]) => listed)
    .map(([name]) => name)

/** Refuses what is not understood, naming the column, and personal columns, by which nobody may probe. */
export function readWanted(register: Register, asked: Readonly<Record<string, string | undefined>>): Wanted {
  const { columns, derived = {} } = register
  const words_ = new Set<string>(LIST_WORDS)
  const conditions = Object.entries(asked).flatMap(([name, text]): Condition[] => {
    if (text === undefined || text === '' || words_.has(name)) return []
    const column = columns[name]
    const kind =
      column?.kind ?? (name in derived ? 'number' : name === PLACE && placePath(register) ? 'place' : null)
    const label = column ? say(column.label) : derived[name] ? say(derived[name].label) : name
    if (column?.personal) throw refusalOf(name, words.register.isPersonal(label))
    const condition = kind && readCondition(name, kind, text)
    if (!condition) throw refusalOf(name, words.register.filterWrong(label))
    return [condition]
  })
  const [, minus = '', ordered = ''] = /^(-?)(.*)$/.exec(asked.order ?? '') ?? []
  const isKnown = (name: string) => name in columns || name in derived
  const chosen = asked.columns === undefined ? listedColumns(register) : listOf(asked.columns)
  if ((ordered && !isKnown(ordered)) || !chosen.every(isKnown))
    throw refusalOf('order', words.register.listWrong)
  const by = columns[ordered]
  if (by?.personal) throw refusalOf('order', words.register.isPersonal(say(by.label)))
  return {
    q: asked.q ?? '',
    conditions,
    order: ordered
      ? { column: ordered, isDescending: minus === '-' }
      : { column: register.order[0], isDescending: register.order[1] === 'desc' },
    columns: chosen,
    on: asked.on ?? null,
    isVoid: asked.void === 'true',
  }
}

const refusalOf = (at: string, message: string) =>
  new Refusal('invalid', 'register.list', message, [{ at, message }])
