// The state of a register's list as its address holds it: one text for each word or column. Pure.
import { stateOf } from '../identity/saved-filter.ts'
import { LIST_WORDS } from './kit/exchange.ts'
import type { Column, Register } from './kit/register.ts'
import { columnOf } from './show.ts'

/** Words of the list and names of columns; what is not set is left out. */
export type ListState = Readonly<Record<string, string | undefined>>

/** How a list is shown, beside which rows. */
const MANNER = ['columns', 'order', 'after', 'limit']

/** The state in an address; what the register does not know is left out, so that an old link still opens a list. */
export function readState(register: Register, search: Record<string, unknown>): ListState {
  const isKnown = (name: string) =>
    (LIST_WORDS as readonly string[]).includes(name) || register.columns[name] !== undefined
  return Object.fromEntries(
    Object.entries(search)
      // The router turns "12" and "true" into values; here every value is text.
      .map(([name, value]): [string, string] => [name, String(value ?? '')])
      .filter(([name, value]) => isKnown(name) && name !== 'limit' && value !== ''),
  )
}

/** Which rows, however they are shown: the address of a ready-made list is one of these. */
export const viewOf = (state: ListState): string =>
  stateOf(Object.fromEntries(Object.entries(state).filter(([name]) => !MANNER.includes(name))))

export const isNarrowed = (_: Register, state: ListState): boolean => viewOf(state) !== ''

/** Columns a list can be narrowed by with a field of their own: what is personal is never searched. */
export const filterColumns = (register: Register): [string, Column][] =>
  Object.entries(register.columns).filter(([, { kind, personal }]) => !personal && FILTERED.includes(kind))
const FILTERED: readonly Column['kind'][] = [
  ...(['choice', 'choices', 'flag', 'place', 'agency', 'ref'] as const),
  ...(['number', 'money', 'year', 'date'] as const),
]

/** The two that stand beside the search field: the state and the place, else the first ones that are listed. */
export function firstFilters(register: Register): string[] {
  const names = filterColumns(register).map(([name]) => name)
  const wanted = [
    register.states?.column,
    ...names.filter((name) => register.columns[name]?.kind === 'place'),
    ...names.filter((name) => register.columns[name]?.listed),
    ...names,
  ].filter((name): name is string => name !== undefined && names.includes(name))
  return [...new Set(wanted)].slice(0, 2)
}

/** "10..50": each end may be missing. */
export function readRange(text: string | undefined): { from: string; to: string } {
  const [from = '', to] = (text ?? '').split('..')
  return { from, to: to ?? from }
}
export const rangeText = ({ from, to }: { from: string; to: string }): string | undefined =>
  from || to ? (from === to ? from : `${from}..${to}`) : undefined

const SORTED: readonly Column['kind'][] = ['text', 'code', 'number', 'money', 'date', 'year', 'choice']

export const isSortable = (register: Register, name: string): boolean => {
  const column = columnOf(register, name)
  return column !== undefined && 'kind' in column && !column.personal && SORTED.includes(column.kind)
}

/** How the head of a column sorts: the present direction, and what the address says after a click. */
export function sortOf(register: Register, state: ListState, name: string) {
  if (!isSortable(register, name)) return null
  const [first, direction] = register.order
  const order = state.order ?? (direction === 'desc' ? `-${first}` : first)
  if (order === name) return { sorted: 'ascending' as const, order: `-${name}` }
  if (order === `-${name}`) return { sorted: 'descending' as const, order: name }
  return { order: name }
}
