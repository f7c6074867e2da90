// What a formula may look at in a register: its own columns, and through one reference those of another register.
import { type Column, type Label, type Register, say } from '../register/kit/register.ts'
import { REGISTERS } from '../register/registers.ts'
import type { Atom } from './formula.ts'

export interface Found {
  /** The register whose column it is. */
  register: Register
  name: string
  column: Column
  /** The column of the first register that points to it; null for its own. */
  through: string | null
}

export const registerOf = (name: string, registers: readonly Register[] = REGISTERS): Register | null =>
  registers.find((register) => register.name === name) ?? null

/** "kind", "cooperative.kind"; null when there is no such column. */
export function findColumn(
  register: Register,
  path: string,
  registers: readonly Register[] = REGISTERS,
): Found | null {
  const [first = '', second] = path.split('.')
  const column = register.columns[first]
  if (!column) return null
  if (second === undefined) return { register, name: first, column, through: null }
  const other = column.kind === 'ref' ? registerOf(column.of, registers) : null
  const there = other?.columns[second]
  return other && there ? { register: other, name: second, column: there, through: first } : null
}

/** Every column a formula over this register may name, with its words; personal ones are left out. */
export function pathsOf(
  register: Register,
  registers: readonly Register[] = REGISTERS,
): { path: string; label: string; column: Column }[] {
  const own = Object.entries(register.columns).filter(([, column]) => !column.personal)
  const through = own.flatMap(([first, column]) => {
    const other = column.kind === 'ref' ? registerOf(column.of, registers) : null
    return other
      ? Object.entries(other.columns)
          .filter(([, { personal }]) => !personal)
          .map(([second, there]) => ({
            path: `${first}.${second}`,
            label: `${say(there.label)} (${say(column.label)})`,
            column: there,
          }))
      : []
  })
  return [...own.map(([path, column]) => ({ path, label: say(column.label), column })), ...through]
}

/** What tests a column of this kind can be put to. */
export function testsOf({ kind }: Column): ('is' | 'not' | 'between' | 'known' | 'flag')[] {
  switch (kind) {
    case 'flag':
      return ['flag', 'known']
    case 'number':
    case 'money':
    case 'date':
    case 'year':
      return ['between', 'known']
    case 'file':
      return ['known']
    default:
      return ['is', 'not', 'known']
  }
}

export const canMeasure = ({ kind }: Column): boolean => kind === 'number' || kind === 'money'
export const canTellApart = ({ kind }: Column): boolean => !['texts', 'choices', 'file'].includes(kind)

const DONG: Label = { vi: 'đồng', en: 'đồng' }

/** The unit an atom is counted in; null when its register or column is not there. */
export function unitOfAtom(atom: Atom, registers: readonly Register[] = REGISTERS): Label | null {
  const register = registerOf(atom.register, registers)
  if (!register) return null
  const path = atom.kind === 'count' ? atom.distinct : atom.column
  if (path === undefined) return register.one
  const found = findColumn(register, path, registers)
  if (!found) return null
  const { column } = found
  if (atom.kind !== 'count') return column.kind === 'number' ? column.unit : DONG
  return column.kind === 'ref' ? (registerOf(column.of, registers)?.one ?? null) : column.label
}

/** The column that says in which commune a row is: of the register, or of the one it points to. null: in none. */
export const areaPath = ({ place }: Register): string | null => place ?? null
