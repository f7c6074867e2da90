// Values of a register's columns: what may stand in them, what is wrong with a row, and what follows from one. Pure.
import { z } from 'zod'
import type { Fault } from '../../base/refusal.ts'
import { normalise } from '../../base/text.ts'
import * as words from '../../vocabulary/words.ts'
import { codeWarning } from './code.ts'
import type { Warning } from './exchange.ts'
import {
  type Column,
  type Derived,
  enteredColumns,
  optionsOn,
  type Register,
  say,
  type Value,
  type Values,
} from './register.ts'

const MOST_LETTERS = 500
const MOST_LONG = 10_000
const MOST_CODE = 60
const MOST_TEXTS = 100
/** Beyond it a number no longer keeps its last digit. */
const MOST = Number.MAX_SAFE_INTEGER
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const HASH = /^[0-9a-f]{64}$/

/** The name under which the file of a column came. */
export const fileName = (column: string): string => `${column}Name`

const isDay = (value: string) => z.iso.date().safeParse(value).success && value >= '1900' && value < '2201'
const isTexts = (value: Value): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
const isTooLong = (texts: readonly string[]) => texts.some((text) => text.length > MOST_LETTERS)

const text =
  (most: number) =>
  (value: Value): string | null =>
    typeof value !== 'string'
      ? words.register.faults.text
      : value.length > most
        ? words.register.faults.long(most)
        : null
const id = (value: Value) =>
  typeof value === 'string' && UUID.test(value) ? null : words.register.faults.unknown

function numberFault(value: Value, { min = -MOST, max = MOST, decimals = 0 }): string | null {
  const { faults } = words.register
  if (typeof value !== 'number' || !Number.isFinite(value)) return faults.number
  if (Math.abs(value) > MOST) return faults.tooLarge
  if (value < min) return faults.min(min)
  if (value > max) return faults.max(max)
  // Not by multiplication: 1.005 × 100 is no whole number to a computer.
  const places = (/\.(\d+)(?:e|$)/.exec(String(value))?.[1] ?? '').length
  return places > decimals || /e-/.test(String(value)) ? faults.decimals(decimals) : null
}

/** What is wrong with the value of one column; null when nothing is. */
function faultOf(column: Column, value: Value, day: string, held: Value | undefined): string | null {
  const { faults } = words.register
  switch (column.kind) {
    case 'text':
      return text(column.long ? MOST_LONG : MOST_LETTERS)(value)
    case 'code':
      return text(MOST_CODE)(value)
    case 'texts':
      if (!isTexts(value)) return faults.text
      return value.length > MOST_TEXTS || isTooLong(value) ? faults.long(MOST_LETTERS) : null
    case 'number':
      return numberFault(value, { decimals: 0, ...column })
    case 'money':
      return numberFault(value, {})
    case 'year':
      return typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2200
        ? null
        : faults.year
    case 'date':
      return typeof value === 'string' && isDay(value) ? null : faults.date
    case 'flag':
      return typeof value === 'boolean' ? null : faults.flag
    case 'choice': {
      const offered = optionsOn(column.options, day, held).map((option) => option.value)
      return typeof value === 'string' && offered.includes(value) ? null : faults.choice
    }
    case 'choices': {
      const offered = optionsOn(column.options, day, held).map((option) => option.value)
      return isTexts(value) && value.every((one) => offered.includes(one)) ? null : faults.choice
    }
    case 'file':
      return typeof value === 'string' && HASH.test(value) ? null : faults.unknown
    default:
      return id(value)
  }
}

const isEmpty = (value: Value | undefined) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** As it is stored: texts in one form, without blanks around them; what is empty is null. */
export function cleanValues({ columns }: Register, values: Values): Values {
  const plain = (value: string, isLong: boolean) =>
    isLong ? normalise(value).trim() : normalise(value).replace(/\s+/gu, ' ').trim()
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, Value] => {
      const column = columns[name]
      const isLong = column?.kind === 'text' && column.long === true
      const cleaned =
        typeof value === 'string'
          ? plain(value, isLong)
          : isTexts(value)
            ? [...new Set(value.map((one) => plain(one, false)).filter(Boolean))]
            : value
      return [name, isEmpty(cleaned) ? null : cleaned]
    }),
  )
}

/**
 * What is wrong with a whole row, column by column (`at` = the column); empty when nothing is. Uniqueness and references
 * are asked of the database (check.ts).
 */
export function checkValues(
  { columns }: Register,
  values: Values,
  /** `day`: options must be valid on it, unless `held` has them already. */
  { day, held = {} }: { day: string; held?: Values },
): Fault[] {
  return Object.entries(columns).flatMap(([name, column]) => {
    const value = values[name] ?? null
    if (isEmpty(value))
      return column.optional ? [] : [{ at: name, message: words.register.faults.required(say(column.label)) }]
    const message = faultOf(column, value, day, held[name])
    return message ? [{ at: name, message }] : []
  })
}

/** What looks wrong and is kept all the same. */
export const warningsOf = ({ columns }: Register, values: Values): Warning[] =>
  Object.entries(columns).flatMap(([at, column]) => {
    const value = values[at]
    if (column.kind !== 'code' || !column.rule || typeof value !== 'string') return []
    const message = codeWarning(column.rule, value)
    return message ? [{ at, message }] : []
  })

/** Derived columns of a row; null where a part is missing, or the whole of a share is nothing. */
export const derive = ({ derived = {} }: Register, values: Values): Record<string, number | null> =>
  Object.fromEntries(Object.entries(derived).map(([name, rule]) => [name, deriveOne(rule, values)]))

function deriveOne(rule: Derived, values: Values): number | null {
  const of = (name: string) => {
    const value = values[name]
    return typeof value === 'number' ? value : null
  }
  if ('sum' in rule) {
    const parts = rule.sum.map(of)
    return parts.some((part) => part === null) ? null : parts.reduce<number>((sum, n) => sum + (n ?? 0), 0)
  }
  const [first, second] = ('share' in rule ? rule.share : rule.difference).map(of)
  if (first == null || second == null) return null
  if ('difference' in rule) return first - second
  return second === 0 ? null : Math.round((first / second) * 10_000) / 100
}

// Forms and answers as zod, so that OpenAPI has the columns of each register ------------------------------------------

/** A value as it is sent. Rules beyond its type are checkValues'. */
function formOf(column: Column): z.ZodType<Value> {
  const { faults } = words.register
  const said = (message: string) => ({ error: () => message })
  switch (column.kind) {
    case 'number':
    case 'money':
      return z.number(said(faults.number))
    case 'year':
      return z.int(said(faults.year))
    case 'flag':
      return z.boolean(said(faults.flag))
    case 'date':
      return z.iso.date(said(faults.date))
    case 'texts':
      return z.array(z.string(said(faults.text)))
    case 'choices':
      return z.array(z.enum(valuesOf(column.options), said(faults.choice)))
    case 'choice':
      return z.enum(valuesOf(column.options), said(faults.choice))
    case 'place':
    case 'agency':
    case 'ref':
      return z.uuid(said(faults.unknown))
    case 'file':
      return z.string().regex(HASH, said(faults.unknown))
    default:
      return z.string(said(faults.text))
  }
}

const valuesOf = (options: readonly { value: string }[]) =>
  options.map(({ value }) => value) as [string, ...string[]]

const described = (column: Column) => {
  const label = say(column.label)
  if (column.kind === 'number') return `${label} (${say(column.unit)})`
  return column.personal ? `${label} (${words.register.personal}: ${say(column.personal)})` : label
}

/** A file has its name beside it. */
const withNames = (columns: readonly [string, Column][]) =>
  columns.flatMap(([name, column]): [string, z.ZodType<Value>][] =>
    column.kind === 'file'
      ? [
          [name, formOf(column)],
          [fileName(name), z.string().min(1).max(300)],
        ]
      : [[name, formOf(column)]],
  )

/** The columns one enters. `isPart`: those that change; a required one left empty is a fault either way. */
export function formValues(register: Register, isPart = false): z.ZodType<Values, Values> {
  const fields = withNames(enteredColumns(register)).map(([name, form]) => {
    const column = register.columns[name]
    const isOptional = isPart || !column || column.optional === true
    const field = isOptional ? form.nullable().optional() : form
    return [name, field.describe(column ? described(column) : name)]
  })
  return z.strictObject(Object.fromEntries(fields)) as unknown as z.ZodType<Values, Values>
}

/** The columns as they are answered: personal ones masked, in a list only those chosen. */
export function answerValues({ columns }: Register): z.ZodType<Values, Values> {
  const fields = withNames(Object.entries(columns)).map(([name, form]) => {
    const column = columns[name]
    // Nothing is checked on the way out: what an old row holds is shown.
    const field = column?.personal ? z.string() : column?.kind === 'choice' ? z.string() : loose(column, form)
    return [
      name,
      field
        .nullable()
        .optional()
        .describe(column ? described(column) : name),
    ]
  })
  return z.object(Object.fromEntries(fields)) as unknown as z.ZodType<Values, Values>
}

const loose = (column: Column | undefined, form: z.ZodType<Value>): z.ZodType<Value> =>
  !column || column.kind === 'choices' ? z.union([z.string(), z.array(z.string())]) : form

/** A personal value where nobody asked for it in full: the end of a long number, otherwise nothing. */
export const mask = (value: Value): Value =>
  value === null
    ? null
    : typeof value === 'string' && /\d{3}\s*$/.test(value) && value.length > 6
      ? `•••${value.trim().slice(-3)}`
      : '•••••'

/** A row with its personal columns masked. */
export const masked = ({ columns }: Register, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, columns[name]?.personal ? mask(value) : value]),
  )
