// The state of a register's list as its address holds it: one text for each word or column. Pure.
import { stateOf } from '../identity/saved-filter.ts'
import { LIST_WORDS } from './kit/exchange.ts'
import { placePath, readCondition } from './kit/filter.ts'
import type { Column, Derived, Label, Register } from './kit/register.ts'
import { findRegister } from './registers.ts'
import { columnOf } from './show.ts'

/** Words of the list and names of columns; what is not set is left out. */
export type ListState = Readonly<Record<string, string | undefined>>

/** How a list is shown, beside which rows. */
const MANNER = ['columns', 'order', 'after']

/** A field that narrows the list: a column, a derived one, or the place of the row it belongs to. */
export interface FilterField {
  name: string
  label: Label
  kind: Column['kind']
  /** What it is beside its kind: options, unit, register. */
  column: Column | Derived
  isOptional: boolean
  isListed: boolean
}

/** Every field by which a list can be narrowed; by what is personal nobody may look for people. */
export function filterFields(register: Register): FilterField[] {
  const columns = Object.entries(register.columns)
    .filter(([, { personal }]) => !personal)
    .map(([name, column]) => ({
      ...{ name, label: column.label, kind: column.kind, column },
      ...{ isOptional: column.optional === true, isListed: column.listed === true },
    }))
  const derived = Object.entries(register.derived ?? {}).map(([name, column]) => ({
    ...{ name, label: column.label, kind: 'number' as const, column },
    ...{ isOptional: true, isListed: column.listed === true },
  }))
  return [...placeField(register), ...columns, ...derived]
}

/** Of a member the place of its cooperative. */
function placeField(register: Register): FilterField[] {
  const [reference = '', name = ''] = placePath(register) ?? []
  const pointing = register.columns[reference]
  const column = pointing?.kind === 'ref' ? findRegister(pointing.of)?.columns[name] : undefined
  if (!column || register.columns.place) return []
  return [{ name: 'place', label: column.label, kind: 'place', column, isOptional: false, isListed: true }]
}

/** The state in an address; what the register does not understand is left out, so that an old link opens a list. */
export function readState(register: Register, search: Record<string, unknown>): ListState {
  const kinds = new Map(filterFields(register).map(({ name, kind }) => [name, kind]))
  const isKnown = ([name, text]: [string, string]) => {
    if (text === '' || name === 'limit') return false
    const kind = kinds.get(name)
    return kind ? readCondition(name, kind, text) !== null : isWord(register, name, text)
  }
  return Object.fromEntries(
    Object.entries(search)
      // The router turns "12" and "true" into values; here every value is text.
      .map(([name, value]): [string, string] => [name, String(value ?? '')])
      .filter(isKnown),
  )
}

function isWord(register: Register, name: string, text: string): boolean {
  if (name === 'order') return isSortable(register, text.replace(/^-/, ''))
  if (name === 'on') return /^\d{4}-\d\d-\d\d$/.test(text)
  if (name === 'void') return text === 'true'
  return (LIST_WORDS as readonly string[]).includes(name)
}

/** Which rows, however they are shown: the address of a ready-made list is one of these. */
export const viewOf = (state: ListState): string =>
  stateOf(Object.fromEntries(Object.entries(state).filter(([name]) => !MANNER.includes(name))))

/** Whether there is any text to look through: a yearly update has only figures. */
export const isSearched = ({ columns }: Register): boolean =>
  Object.values(columns).some(({ search, personal }) => search && !personal)

/** Fields that are a choice or a range; in what is only text the search field looks. */
export const chosenFields = (register: Register): FilterField[] =>
  filterFields(register).filter(({ kind }) => !['text', 'texts', 'code', 'file'].includes(kind))

/** Of thirty figures those that the list shows, or that narrow it already: who sees a column may narrow by it. */
export const offeredFields = (
  register: Register,
  shown: readonly string[],
  state: ListState,
): FilterField[] =>
  chosenFields(register).filter(
    ({ name, kind }) =>
      (kind !== 'number' && kind !== 'money') || shown.includes(name) || state[name] !== undefined,
  )

/** The two that stand beside the search field: the state and the place, else the first ones that are listed. */
export function firstFields(register: Register): FilterField[] {
  const fields = chosenFields(register)
  const wanted = [
    ...fields.filter(({ name }) => name === register.states?.column),
    ...fields.filter(({ kind }) => kind === 'place'),
    ...fields.filter(({ isListed }) => isListed),
    ...fields,
  ]
  return [...new Set(wanted)].slice(0, 2)
}

export interface Range {
  from: string
  to: string
}

/** "10..50", "10..", "..50", "10": an end that is left out is empty. */
export function readRange(text: string | undefined): Range {
  const [from = '', to] = (text ?? '').split('..')
  return { from, to: to ?? from }
}
export const rangeText = ({ from, to }: Range): string | undefined =>
  from || to ? (from === to ? from : `${from}..${to}`) : undefined

export const isSortable = (register: Register, name: string): boolean => {
  const column = columnOf(register, name)
  return column !== undefined && !('personal' in column && column.personal)
}

/** What the list is ordered by: "name", "-year". */
export const orderIn = ({ order: [first, direction] }: Register, { order }: ListState): string =>
  order ?? (direction === 'desc' ? `-${first}` : first)

/** How the head of a column sorts: the present direction, and what the address says after a click. */
export function sortOf(register: Register, state: ListState, name: string) {
  if (!isSortable(register, name)) return null
  const order = orderIn(register, state)
  if (order === name) return { sorted: 'ascending' as const, order: `-${name}` }
  if (order === `-${name}`) return { sorted: 'descending' as const, order: name }
  return { order: name }
}
