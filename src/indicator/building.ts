// The formula while it is being built: what each choice makes of it, and what is still wrong, by place. Pure.
import { REGISTERS } from '../register/registers.ts'
import * as words from '../vocabulary/words.ts'
import { faultsOf } from './check.ts'
import { canMeasure, canTellApart, pathsOf, registerOf, testsOf } from './columns.ts'
import type { Atom, Condition, Formula, Scaled, Term } from './formula.ts'

const w = words.indicatorPage.build

export const SHAPES = ['one', 'share', 'ratio'] as const
export type Shape = (typeof SHAPES)[number]
export const shapeOf = (formula: Formula): Shape => ('whole' in formula ? formula.kind : 'one')

export const JOINS = ['single', 'plus', 'minus'] as const
export type Join = (typeof JOINS)[number]
export const joinOf = ({ kind }: Term): Join => (kind === 'plus' || kind === 'minus' ? kind : 'single')

/** What is asked of the rows: "distinct" is a count as well. */
export const MEASURES = ['count', 'distinct', 'sum', 'average', 'max'] as const
export type MeasureName = (typeof MEASURES)[number]
export const measureOf = (atom: Atom): MeasureName =>
  atom.kind === 'count' ? (atom.distinct === undefined ? 'count' : 'distinct') : atom.kind

/** How many rows there are of the first register: what the builder begins with. */
export const firstAtom = (): Atom => ({ kind: 'count', register: REGISTERS[0]?.name ?? '', where: [] })

/** From one figure to a share and back: what was built stays as the numerator. */
export function reshape(formula: Formula, shape: Shape): Formula {
  const part: Term = 'whole' in formula ? formula.part : formula
  if (shape === 'one') return part
  const whole: Term =
    'whole' in formula ? formula.whole : { kind: 'count', register: registerIn(part), where: [] }
  return { kind: shape, part, whole }
}
const registerIn = (term: Term): string => {
  const [first] = partsOf(term)
  return first ? atomOf(first).register : ''
}

export const partsOf = (term: Term): Scaled[] =>
  term.kind === 'plus' ? term.parts : term.kind === 'minus' ? [term.from, term.less] : [term]

/** How many counts may be added up. */
export const MOST_PARTS = 6

/** The term of these parts; a part more or less than the join needs is added or left out. */
export function join(kind: Join, parts: readonly Scaled[]): Term {
  const [first = firstAtom(), second = firstAtom()] = parts
  if (kind === 'single') return first
  if (kind === 'minus') return { kind, from: first, less: second }
  return { kind, parts: parts.length < 2 ? [first, second] : [...parts].slice(0, MOST_PARTS) }
}

export const atomOf = (part: Scaled): Atom => (part.kind === 'times' ? part.of : part)
export const timesOf = (part: Scaled): number | null => (part.kind === 'times' ? part.by : null)
export const scaled = (of: Atom, by: number | null): Scaled =>
  by === null || by === 1 ? of : { kind: 'times', of, by }

/** Another measure of the same rows. */
export function remeasure(atom: Atom, measure: MeasureName): Atom {
  const { register, where } = atom
  if (measure === 'count') return { kind: 'count', register, where }
  const column = atom.kind === 'count' ? (atom.distinct ?? '') : atom.column
  const fits = columnChoices(register, measure).some(({ value }) => value === column)
  if (measure === 'distinct') return { kind: 'count', register, distinct: fits ? column : '', where }
  return { kind: measure, register, column: fits ? column : '', where }
}

/** Rows of another register have other columns: conditions on columns that are not there fall away. */
export function reregister(atom: Atom, register: string): Atom {
  const there = new Set(pathChoices(register).map(({ value }) => value))
  const where = atom.where.filter(({ column }) => there.has(column))
  if (atom.kind === 'count')
    return { kind: 'count', register, where, ...(atom.distinct === undefined ? {} : { distinct: '' }) }
  return { kind: atom.kind, register, column: '', where }
}

interface ColumnChoice {
  value: string
  label: string
}
const allPaths = (register: string) => {
  const found = registerOf(register)
  return found ? pathsOf(found) : []
}
/** Columns a condition may be put to. */
export const pathChoices = (register: string): ColumnChoice[] =>
  allPaths(register).map(({ path, label }) => ({ value: path, label }))
/** Columns that can be added up, or told apart. */
export const columnChoices = (register: string, measure: MeasureName): ColumnChoice[] =>
  allPaths(register)
    .filter(({ column }) => (measure === 'distinct' ? canTellApart(column) : canMeasure(column)))
    .map(({ path, label }) => ({ value: path, label }))

/** What a condition on this column can be, the likeliest first. */
export function testsFor(register: string, column: string): Condition['test'][] {
  const found = allPaths(register).find(({ path }) => path === column)
  return found ? testsOf(found.column) : []
}

/** A condition of this test with nothing filled in yet. */
export function blankCondition(column: string, test: Condition['test']): Condition {
  switch (test) {
    case 'is':
    case 'not':
      return { test, column, values: [] }
    case 'between':
      return { test, column, from: null, to: null }
    case 'known':
      return { test, column, known: true }
    case 'flag':
      return { test, column, flag: true }
  }
}

/** What is wrong, by place in the formula; what is merely not filled in yet says so instead of what it leads to. */
export function buildingFaults(formula: Formula): Readonly<Record<string, string>> {
  const faults = Object.fromEntries(faultsOf(formula).map(({ at, message }) => [at, message]))
  for (const { at, atom } of placesOf(formula)) {
    const inside = (path: string) => [at, path].filter(Boolean).join('.')
    if (!atom.register) faults[inside('register')] = w.chooseRegister
    if (atom.kind === 'count' ? atom.distinct === '' : atom.column === '')
      faults[inside(atom.kind === 'count' ? 'distinct' : 'column')] = w.chooseColumn
    for (const [i, condition] of atom.where.entries()) {
      const here = inside(`where.${i}`)
      if (!condition.column) faults[here] = w.chooseColumn
      else if ('values' in condition && condition.values.length === 0) faults[here] = w.chooseValue
    }
  }
  return faults
}

/** What can be said in words of it already: conditions that are not filled in yet say nothing. */
export function readable(formula: Formula): Formula {
  const atom = (one: Atom): Atom => ({ ...one, where: one.where.filter(isFilled) })
  const part = (one: Scaled): Scaled => (one.kind === 'times' ? { ...one, of: atom(one.of) } : atom(one))
  const term = (one: Term): Term => join(joinOf(one), partsOf(one).map(part))
  return 'whole' in formula
    ? { ...formula, part: term(formula.part), whole: term(formula.whole) }
    : term(formula)
}

function isFilled(condition: Condition): boolean {
  if (!condition.column) return false
  if (condition.test === 'between') return condition.from !== null || condition.to !== null
  return !('values' in condition) || condition.values.length > 0
}

/** Every count of a formula with its place in it. */
export function placesOf(formula: Formula): { at: string; atom: Atom }[] {
  const sides: [string, Term][] =
    'whole' in formula
      ? [
          ['part', formula.part],
          ['whole', formula.whole],
        ]
      : [['', formula]]
  return sides.flatMap(([at, term]) =>
    partsOf(term).map((part, i) => ({ at: placeOf(at, term, i), atom: atomOf(part) })),
  )
}

/** "part.parts.1.of": where the nth count of a term stands. */
export function placeOf(at: string, term: Term, n: number): string {
  const step = term.kind === 'plus' ? `parts.${n}` : term.kind === 'minus' ? (n === 0 ? 'from' : 'less') : ''
  const part = partsOf(term)[n]
  return [at, step, part?.kind === 'times' ? 'of' : ''].filter(Boolean).join('.')
}
