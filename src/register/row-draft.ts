// What the form of a row holds while it is written, and the columns it sends. Pure.
import { enteredColumns, type Register, type Value, type Values } from './kit/register.ts'

export interface RowDraft {
  /** The columns touched so far. What the row holds besides is not kept with the draft: it may be personal. */
  touched: Values
  /** The day from which it counts; null: as the register says. */
  since: string | null
  reason: string
  /** The version the change was begun on; 0 of a new row. */
  version: number
}

export const blankDraft = (version: number): RowDraft => ({ touched: {}, since: null, reason: '', version })

/** The columns of an empty form. `given`: what the address of the form says already. */
export function blankValues(register: Register, given: Readonly<Record<string, unknown>> = {}): Values {
  const value = (name: string, { kind, optional }: { kind: string; optional?: true }): Value => {
    if (kind === 'texts' || kind === 'choices') return []
    if (kind === 'flag' && !optional) return false
    const said = given[name]
    return (kind === 'ref' || kind === 'place') && typeof said === 'string' ? said : null
  }
  return Object.fromEntries(enteredColumns(register).map(([name, column]) => [name, value(name, column)]))
}

const isSame = (a: Value, b: Value): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.join('\n') === b.join('\n') : a === b

/** Nothing typed and nothing there are the same; an empty list is one. */
function plain(value: Value | undefined): Value {
  if (value === undefined || value === '') return null
  return Array.isArray(value) && value.length === 0 ? null : value
}

/** What is sent of a new row: columns left empty are left out. */
export const filledValues = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => plain(value) !== null))

/** What is sent of a change: the columns that differ from `before`; what was emptied as null. */
export const changedValues = (touched: Values, before: Values): Values =>
  Object.fromEntries(
    Object.entries(touched)
      .map(([name, value]): [string, Value] => [name, plain(value)])
      .filter(([name, value]) => !isSame(value, plain(before[name]))),
  )

/** The required columns that are still empty. */
export const missingColumns = (register: Register, values: Values): string[] =>
  enteredColumns(register)
    .filter(([name, { optional }]) => !optional && plain(values[name]) === null)
    .map(([name]) => name)
