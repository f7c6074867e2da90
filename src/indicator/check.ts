// Whether a formula fits the registers: every column is there, every test fits its kind, units agree. Each fault names its
// place. Pure, shared by server and browser.
import { type Register, say } from '../register/kit/register.ts'
import { REGISTERS } from '../register/registers.ts'
import * as words from '../vocabulary/words.ts'
import { canMeasure, canTellApart, findColumn, registerOf, testsOf, unitOfAtom } from './columns.ts'
import {
  type Atom,
  atomsOf,
  type Bound,
  type Condition,
  DAY_WORDS,
  type Formula,
  sidesOf,
  type Term,
  YEAR_WORDS,
} from './formula.ts'

export interface FormulaFault {
  /** "part.parts.1.where.0": where in the formula. */
  at: string
  message: string
}

const w = words.indicator.check

/** Everything wrong with a formula; nothing: it can be computed. */
export function faultsOf(formula: Formula, registers: readonly Register[] = REGISTERS): FormulaFault[] {
  const sides = sidesOf(formula)
  const names = sides.length === 2 ? ['part', 'whole'] : ['']
  const faults = sides.flatMap((side, i) => {
    const at = names[i] ?? ''
    const place = sides.length === 2 ? w.sides[i === 0 ? 'part' : 'whole'] : ''
    return termFaults(side, at, place, registers)
  })
  if (faults.length || formula.kind !== 'share') return faults
  const [part, whole] = [formula.part, formula.whole].map((side) => unitOfTerm(side, registers))
  return part === whole || !part || !whole ? [] : [{ at: '', message: w.shareUnits(part, whole) }]
}

const unitOfTerm = (term: Term, registers: readonly Register[]): string | null => {
  const [first] = atomsOf(term)
  const unit = first && unitOfAtom(first, registers)
  return unit ? say(unit) : null
}

function termFaults(term: Term, at: string, place: string, registers: readonly Register[]): FormulaFault[] {
  const atoms = atomsOf(term)
  const paths = pathsOfAtoms(term)
  const faults = atoms.flatMap((atom, i) => {
    const here = [at, paths[i]].filter(Boolean).join('.')
    return atomFaults(atom, here, [place, atoms.length > 1 ? w.nth(i + 1) : ''], registers)
  })
  if (faults.length) return faults
  // What is multiplied may be turned into another unit on purpose: đồng into tỷ đồng.
  if (term.kind !== 'plus' && term.kind !== 'minus') return []
  const parts = term.kind === 'plus' ? term.parts : [term.from, term.less]
  if (parts.some(({ kind }) => kind === 'times')) return []
  const units = atoms.map((atom) => unitOfAtom(atom, registers)).map((unit) => (unit ? say(unit) : ''))
  const other = units.findIndex((unit) => unit !== units[0])
  return other < 0 ? [] : [{ at, message: w.units(units[0] ?? '', units[other] ?? '') }]
}

/** Where each atom of a term stands in it. */
function pathsOfAtoms(term: Term): string[] {
  const inside = (part: { kind: string }, path: string) =>
    part.kind === 'times' ? [path, 'of'].filter(Boolean).join('.') : path
  if (term.kind === 'plus') return term.parts.map((part, i) => inside(part, `parts.${i}`))
  if (term.kind === 'minus') return [inside(term.from, 'from'), inside(term.less, 'less')]
  return [inside(term, '')]
}

function atomFaults(
  atom: Atom,
  at: string,
  place: readonly string[],
  registers: readonly Register[],
): FormulaFault[] {
  const said = (message: string, ...more: string[]) => w.at([...place, ...more].filter(Boolean), message)
  const inside = (path: string) => [at, path].filter(Boolean).join('.')
  const register = registerOf(atom.register, registers)
  if (!register) return [{ at: inside('register'), message: said(w.noRegister(atom.register)) }]
  const faults: FormulaFault[] = []
  const path = atom.kind === 'count' ? atom.distinct : atom.column
  if (path !== undefined) {
    const message = measured(register, path, atom.kind !== 'count', registers)
    if (message)
      faults.push({ at: inside(atom.kind === 'count' ? 'distinct' : 'column'), message: said(message) })
  }
  for (const [i, condition] of atom.where.entries()) {
    const message = conditionFault(register, condition, registers)
    if (message) faults.push({ at: inside(`where.${i}`), message: said(message, w.condition(i + 1)) })
  }
  return faults
}

function measured(register: Register, path: string, asAmount: boolean, registers: readonly Register[]) {
  const found = findColumn(register, path, registers)
  if (!found) return w.noColumn(path, say(register.label))
  const label = say(found.column.label)
  if (found.column.personal) return w.personal(label)
  if (asAmount) return canMeasure(found.column) ? null : w.noAmount(label)
  return canTellApart(found.column) ? null : w.noDistinct(label)
}

function conditionFault(
  register: Register,
  condition: Condition,
  registers: readonly Register[],
): string | null {
  const found = findColumn(register, condition.column, registers)
  if (!found) return w.noColumn(condition.column, say(register.label))
  const { column } = found
  const label = say(column.label)
  if (column.personal) return w.personal(label)
  if (!testsOf(column).includes(condition.test)) return w.wrongTest(label, w.kinds[column.kind])
  if (condition.test === 'is' || condition.test === 'not') {
    if (column.kind === 'choice' || column.kind === 'choices') {
      const unknown = condition.values.find((value) => !column.options.some((one) => one.value === value))
      return unknown === undefined ? null : w.noOption(unknown, label)
    }
    if (['place', 'agency', 'ref'].includes(column.kind)) {
      const odd = condition.values.find((value) => !UUID.test(value))
      return odd === undefined ? null : w.noOption(odd, label)
    }
    return null
  }
  if (condition.test !== 'between') return null
  const { from, to } = condition
  if (from === null && to === null) return w.noBound(label)
  const odd = [from, to].find((bound) => bound !== null && !boundFits(bound, column.kind))
  if (odd !== undefined) return w.wrongBound(String(odd), label, w.kinds[column.kind])
  const isTurned =
    typeof from === typeof to && from !== null && to !== null && !isWord(from) && !isWord(to) && from > to
  return isTurned ? w.turned(label) : null
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const isWord = (bound: Bound): boolean => typeof bound === 'string' && bound.startsWith('@')

function boundFits(bound: Bound, kind: string): boolean {
  const asText = String(bound)
  if (kind === 'date')
    return /^\d{4}-\d\d-\d\d$/.test(asText) || (DAY_WORDS as readonly string[]).includes(asText)
  if (kind === 'year')
    return (
      (typeof bound === 'number' && Number.isInteger(bound) && Math.abs(bound) < 10_000) ||
      (YEAR_WORDS as readonly string[]).includes(asText)
    )
  return typeof bound === 'number'
}
