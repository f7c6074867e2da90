// A formula as data: counts, sums, averages and shares of the rows of registers. No SQL and no text to be parsed: a small
// tree of fixed depth that the screen builds, the server checks against the registers and compile.ts makes a statement of.
// Pure, shared by server and browser.
import { z } from 'zod'

/** "kind", or through one reference "cooperative.kind". */
export const Path = z
  .string()
  .max(80)
  .regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)?$/)
const RegisterName = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z-]*$/)

/** Days relative to the one asked about. The window is the data year that holds it, 15/12 to 14/12 (NĐ 09/2019 Điều 12). */
export const DAY_WORDS = ['@day', '@year-start', '@window-start', '@window-end'] as const
export type DayWord = (typeof DAY_WORDS)[number]
/** @year: the year of the day asked about · @data-year: the latest year whose data window has ended by that day. */
export const YEAR_WORDS = ['@year', '@year-1', '@data-year', '@data-year-1'] as const
export type YearWord = (typeof YEAR_WORDS)[number]

export const Bound = z.union([
  z.number().min(-1e15).max(1e15),
  z.iso.date(),
  z.enum(DAY_WORDS),
  z.enum(YEAR_WORDS),
])
export type Bound = z.infer<typeof Bound>

/** What a row must be to count. A flag not filled in is not set. */
export const Condition = z
  .discriminatedUnion('test', [
    /** One of these (of several values: any of these). */
    z.object({
      test: z.literal('is'),
      column: Path,
      values: z.array(z.string().min(1).max(200)).min(1).max(50),
    }),
    z.object({
      test: z.literal('not'),
      column: Path,
      values: z.array(z.string().min(1).max(200)).min(1).max(50),
    }),
    /** Both ends included; null: open. */
    z.object({ test: z.literal('between'), column: Path, from: Bound.nullable(), to: Bound.nullable() }),
    /** Filled in or not. */
    z.object({ test: z.literal('known'), column: Path, known: z.boolean() }),
    z.object({ test: z.literal('flag'), column: Path, flag: z.boolean() }),
  ])
  // Named, so that the description of the API says it once.
  .meta({ id: 'FormulaCondition' })
export type Condition = z.infer<typeof Condition>

const where = z.array(Condition).max(12)
/** How many rows; with `distinct` how many different values of that column. */
export const Count = z.object({
  kind: z.literal('count'),
  register: RegisterName,
  distinct: Path.optional(),
  where,
})
export const Measure = z.object({
  kind: z.enum(['sum', 'average', 'max']),
  register: RegisterName,
  column: Path,
  where,
})
export const Atom = z.union([Count, Measure]).meta({ id: 'FormulaAtom' })
export type Atom = z.infer<typeof Atom>

const Times = z.object({ kind: z.literal('times'), of: Atom, by: z.number().min(-1e12).max(1e12) })
const Scaled = z.union([Atom, Times])
export type Scaled = z.infer<typeof Scaled>

export const Term = z.union([
  Scaled,
  z.object({ kind: z.literal('plus'), parts: z.array(Scaled).min(2).max(6) }),
  z.object({ kind: z.literal('minus'), from: Scaled, less: Scaled }),
])
export type Term = z.infer<typeof Term>

/** share: part ÷ whole in percent · ratio: part ÷ whole. Without a whole (nothing there) both are unknown, never 0. */
export const Formula = z
  .union([Term, z.object({ kind: z.enum(['share', 'ratio']), part: Term, whole: Term })])
  .meta({ id: 'Formula' })
export type Formula = z.infer<typeof Formula>

export type Side = 'part' | 'whole'

const scaledAtom = (scaled: Scaled): Atom => (scaled.kind === 'times' ? scaled.of : scaled)

/** The atoms of a term, in their order. */
export function atomsOf(term: Term): Atom[] {
  if (term.kind === 'plus') return term.parts.map(scaledAtom)
  if (term.kind === 'minus') return [scaledAtom(term.from), scaledAtom(term.less)]
  return [scaledAtom(term)]
}

/** The terms of a formula: one, or the numerator and the denominator. */
export const sidesOf = (formula: Formula): Term[] =>
  'whole' in formula ? [formula.part, formula.whole] : [formula]

/** The registers a formula asks. */
export const registersIn = (formula: Formula): string[] => [
  ...new Set(sidesOf(formula).flatMap((term) => atomsOf(term).map(({ register }) => register))),
]

/** What a term is worth when its atoms are worth `values` (in the order of `atomsOf`); null: unknown. */
export function termWorth(term: Term, values: readonly (number | null)[]): number | null {
  const scaled = (part: Scaled, value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : part.kind === 'times' ? value * part.by : value
  if (term.kind === 'plus') {
    const parts = term.parts.map((part, i) => scaled(part, values[i]))
    return parts.reduce<number | null>((a, b) => (a === null || b === null ? null : a + b), 0)
  }
  if (term.kind === 'minus') {
    const [from, less] = [scaled(term.from, values[0]), scaled(term.less, values[1])]
    return from === null || less === null ? null : from - less
  }
  return scaled(term, values[0])
}

/** The worth of a whole formula, with numerator and denominator when it has them. */
export function worth(
  formula: Formula,
  values: readonly (number | null)[],
): { value: number | null; part: number | null; whole: number | null } {
  const [first, second] = sidesOf(formula)
  if (!first) return { value: null, part: null, whole: null }
  const split = atomsOf(first).length
  const part = termWorth(first, values.slice(0, split))
  if (!second) return { value: part, part: null, whole: null }
  const whole = termWorth(second, values.slice(split))
  const times = formula.kind === 'share' ? 100 : 1
  return { value: part === null || !whole ? null : (part * times) / whole, part, whole }
}

/** The data year (15/12 to 14/12) that holds `day`. */
export const windowYear = (day: string): number => Number(day.slice(0, 4)) + (day.slice(5) >= '12-15' ? 1 : 0)

/**
 * Of a formula that asks for the latest data year: the last day of that year's window, to which its figure belongs; null of
 * any other, which is of the day itself.
 */
export function dataDayOf(formula: Formula, day: string): string | null {
  const isOfYear = sidesOf(formula)
    .flatMap(atomsOf)
    .flatMap(({ where }) => where)
    .some((one) => one.test === 'between' && [one.from, one.to].includes('@data-year'))
  return isOfYear ? `${resolveBound('@data-year', day)}-12-14` : null
}

/** What a word stands for when asked about `day`. */
export function resolveBound(bound: Bound, day: string): number | string {
  const year = Number(day.slice(0, 4))
  // The window of a year ends on 14/12: from that day on it is the latest one with data.
  const dataYear = day.slice(5) >= '12-14' ? year : year - 1
  switch (bound) {
    case '@day':
      return day
    case '@year-start':
      return `${year}-01-01`
    case '@window-start':
      return `${windowYear(day) - 1}-12-15`
    case '@window-end':
      return `${windowYear(day)}-12-14`
    case '@year':
      return year
    case '@year-1':
      return year - 1
    case '@data-year':
      return dataYear
    case '@data-year-1':
      return dataYear - 1
    default:
      return bound
  }
}
