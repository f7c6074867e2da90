// A formula in words, in the language in use. Pure.
import { type Column, type Register, say } from '../register/kit/register.ts'
import { REGISTERS } from '../register/registers.ts'
import * as words from '../vocabulary/words.ts'
import { findColumn, registerOf } from './columns.ts'
import type { Atom, Bound, Condition, Formula, Scaled, Term } from './formula.ts'

const w = words.indicator.sentence

/** "Tỷ lệ % giữa số hợp tác xã (Nữ lãnh đạo: có) và số hợp tác xã". What is not there is named as it is written. */
export function sentenceOf(formula: Formula, registers: readonly Register[] = REGISTERS): string {
  const text =
    'whole' in formula
      ? w[formula.kind](termText(formula.part, registers), termText(formula.whole, registers))
      : termText(formula, registers)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function termText(term: Term, registers: readonly Register[]): string {
  if (term.kind === 'plus') return term.parts.map((part) => scaledText(part, registers)).join(w.plus)
  if (term.kind === 'minus')
    return w.minus(scaledText(term.from, registers), scaledText(term.less, registers))
  return scaledText(term, registers)
}

const scaledText = (part: Scaled, registers: readonly Register[]): string =>
  part.kind === 'times' ? times(atomSentence(part.of, registers), part.by) : atomSentence(part, registers)

/** A factor below one is said as what is divided by: a millionth would be read as nothing. */
function times(of: string, by: number): string {
  const whole = Math.round(1 / by)
  const isPart = by > 0 && by < 1 && Math.abs(whole * by - 1) < 1e-9
  return isPart ? w.divided(of, words.number(whole)) : w.times(of, words.number(by))
}

/** One count or measure in words. */
export function atomSentence(atom: Atom, registers: readonly Register[] = REGISTERS): string {
  const register = registerOf(atom.register, registers)
  if (!register) return atom.register
  const label = (path: string) => columnLabel(register, path, registers)
  const where = atom.where.map((condition) => conditionText(register, condition, registers))
  const rows = say(register.one) + (where.length ? w.where(where.join(w.and)) : '')
  if (atom.kind !== 'count') return w[atom.kind](label(atom.column), rows)
  return atom.distinct ? w.distinct(label(atom.distinct), rows) : w.count(rows)
}

function columnLabel(register: Register, path: string, registers: readonly Register[]): string {
  const found = findColumn(register, path, registers)
  if (!found) return path
  const own = say(found.column.label)
  const through = found.through ? register.columns[found.through] : undefined
  return through ? w.through(own, say(through.label)) : own
}

function conditionText(register: Register, condition: Condition, registers: readonly Register[]): string {
  const label = columnLabel(register, condition.column, registers)
  const column = findColumn(register, condition.column, registers)?.column
  switch (condition.test) {
    case 'is':
    case 'not':
      return w[condition.test](label, condition.values.map((value) => optionText(column, value)).join(w.or))
    case 'flag':
      return condition.flag ? w.flagged(label) : w.notFlagged(label)
    case 'known':
      return condition.known ? w.known(label) : w.unknown(label)
    case 'between': {
      const [from, to] = [boundText(condition.from), boundText(condition.to)]
      if (from !== null && to !== null) return from === to ? w.is(label, from) : w.between(label, from, to)
      return from !== null ? w.from(label, from) : w.to(label, to ?? '')
    }
  }
}

function optionText(column: Column | undefined, value: string): string {
  if (column?.kind !== 'choice' && column?.kind !== 'choices') return value
  const option = column.options.find((one) => one.value === value)
  return option ? say(option.label) : value
}

function boundText(bound: Bound | null): string | null {
  if (bound === null) return null
  if (typeof bound === 'string' && bound in w.words) return w.words[bound as keyof typeof w.words]
  if (typeof bound === 'string') return words.day(bound)
  // A year is not grouped as an amount is.
  return Number.isInteger(bound) && bound >= 1900 && bound <= 2200 ? String(bound) : words.number(bound)
}
