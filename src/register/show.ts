// How values of a register are printed: figures with points, money in đồng, days as dd/mm/yyyy, names for ids. Pure.
import * as words from '../vocabulary/words.ts'
import { listedColumns } from './kit/filter.ts'
import {
  type Column,
  type Derived,
  type Option,
  type Register,
  say,
  type Value,
  type Values,
} from './kit/register.ts'
import { printValue as print } from './kit/story.ts'

const w = words.registerPage

/** Agencies and rows of other registers, by id. */
export type Labels = Readonly<Record<string, string>>

/** null where there is nothing to print. `isBare`: without the unit, where the head of a table says it. */
export function printValue(column: Column, value: Value, labels: Labels, isBare = false): string | null {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null
  if (isBare && typeof value === 'number' && column.kind !== 'year') return words.number(value)
  return print(column, value, labels)
}

export function printDerived(
  derived: Derived,
  value: number | null | undefined,
  isBare = false,
): string | null {
  if (value === null || value === undefined) return null
  if ('share' in derived) return words.percent(value / 100)
  return isBare ? words.number(value) : `${words.number(value)} ${say(derived.unit)}`
}

/** The unit a head of a table says for its figures. */
export function unitOf(column: Column | Derived): string | null {
  if ('unit' in column) return say(column.unit)
  return 'kind' in column && column.kind === 'money' ? w.dongUnit : null
}

/** A label with its unit, unless the label says it. */
export const withUnit = (label: string, unit: string | null): string =>
  unit === null || label.toLowerCase().includes(unit.toLowerCase()) ? label : `${label} (${unit})`

export const isFigure = (column: Column | Derived): boolean =>
  !('kind' in column) || column.kind === 'number' || column.kind === 'money'

/** The columns an address asks for, as far as there are any; else those the register lists. */
export function shownColumns(register: Register, asked: string | undefined): string[] {
  const known = (name: string) => columnOf(register, name) !== undefined
  const chosen = [...new Set((asked ?? '').split(',').filter(known))]
  return chosen.length ? chosen : listedColumns(register)
}

/** What a row is called on its own page: its name, or what it is, whose, and of when. */
export function titleOf(register: Register, row: { title: string; values: Values }, labels: Labels): string {
  const { title, columns, one, key } = register
  const kind = columns[title]?.kind
  if (kind === 'text') return row.title
  const said = say(one)
  const name = `${said.charAt(0).toUpperCase()}${said.slice(1)} ${row.title}`
  const owner = Object.entries(columns).find(([column, { kind: is }]) => is === 'ref' && column !== title)
  const id = owner && row.values[owner[0]]
  const times = key.flatMap((column) => {
    const value = row.values[column]
    if (columns[column]?.kind === 'year') return value ? [String(value)] : []
    return columns[column]?.kind === 'date' && typeof value === 'string' ? [words.day(value)] : []
  })
  return [name, ...(typeof id === 'string' && labels[id] ? [labels[id]] : []), ...times].join(' · ')
}

/** What a column, entered or derived, is. */
export const columnOf = (register: Register, name: string): Column | Derived | undefined =>
  register.columns[name] ?? register.derived?.[name]

/** The options of a choice, with the days on which one may be chosen where it has any. */
export const choiceOptions = (options: readonly Option[]) =>
  options.map(({ value, label, from, to }) => ({
    value,
    label: from || to ? w.optionDays(say(label), from ?? null, to ?? null) : say(label),
  }))
