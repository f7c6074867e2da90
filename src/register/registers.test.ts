// Every register is a whole one: what it names is there, in both languages, and its table can be made of it.
import { expect, test } from 'vitest'
import { LIST_WORDS } from './kit/exchange.ts'
import { readWanted } from './kit/filter.ts'
import { type Column, columnName, type Label, type Register } from './kit/register.ts'
import { tableColumns } from './kit/table.ts'
import { REGISTERS } from './registers.ts'

const NAMED = REGISTERS.map((register) => [register.name, register] as const)
const HAS_VIETNAMESE_LETTERS = /[À-ỹ]/

/** All labels of a register with the way to them. */
function labelsOf(value: unknown, at: string): [string, Label][] {
  if (typeof value !== 'object' || value === null) return []
  if ('vi' in value && 'en' in value) return [[at, value as Label]]
  return Object.entries(value).flatMap(([key, inner]) => labelsOf(inner, `${at}.${key}`))
}

/** The column at "cooperative" or "cooperative.place"; undefined when a step of the way is missing. */
function columnAt(register: Register, path: string): Column | undefined {
  const [first = '', second] = path.split('.')
  const column = register.columns[first]
  if (second === undefined || column?.kind !== 'ref') return second === undefined ? column : undefined
  return REGISTERS.find(({ name }) => name === column.of)?.columns[second]
}

test('no two registers share a name or a table', () => {
  expect(new Set(REGISTERS.map(({ name }) => columnName(name))).size).toBe(REGISTERS.length)
  for (const { name } of REGISTERS) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

test.each(NAMED)('%s points only to itself and to registers before it', (name, { columns }) => {
  const before = REGISTERS.slice(0, REGISTERS.findIndex((one) => one.name === name) + 1).map(
    (one) => one.name,
  )
  for (const column of Object.values(columns)) if (column.kind === 'ref') expect(before).toContain(column.of)
})

test.each(NAMED)('what %s names is there', (_, register) => {
  const { columns, key, title, order, since, states, derived = {}, place, write } = register
  for (const name of [...key, title, order[0]]) expect(Object.keys(columns)).toContain(name)
  expect(key.filter((name) => columns[name]?.optional)).toEqual([])
  expect(columns[title]?.optional).toBeUndefined()
  if (since) expect(columns[since]?.kind).toBe('date')
  if (states) expect(columns[states.column]).toMatchObject({ kind: 'choice' })
  if (place) expect(columnAt(register, place)?.kind).toBe('place')
  if (write === 'place') expect(place).toBeDefined()
  for (const [name, one] of Object.entries(derived)) {
    expect(Object.keys(columns)).not.toContain(name)
    const parts = 'share' in one ? one.share : 'sum' in one ? one.sum : one.difference
    for (const part of parts) expect(['number', 'money']).toContain(columns[part]?.kind)
  }
})

test.each(NAMED)('a list of %s can be asked by every column', (_, register) => {
  const names = tableColumns(register).map(({ name }) => name)
  expect(names).toEqual([...new Set(names)])
  expect(names).not.toContain('search')
  for (const name of Object.keys(register.columns)) expect(LIST_WORDS).not.toContain(name)
  expect(Object.values(register.columns).some(({ listed }) => listed)).toBe(true)
})

test.each(NAMED)('the options of %s are told apart', (_, { columns }) => {
  for (const column of Object.values(columns))
    if (column.kind === 'choice' || column.kind === 'choices')
      for (const part of ['value', 'vi', 'en'] as const) {
        const said = column.options.map((one) => (part === 'value' ? one.value : one.label[part]))
        expect(said).toEqual([...new Set(said)])
      }
})

test.each(NAMED)('the steps of %s lead from state to state, and every state is reached', (_, register) => {
  const { states, columns } = register
  if (!states) return
  const column = columns[states.column]
  const values = column?.kind === 'choice' ? column.options.map(({ value }) => value) : []
  expect(column?.optional).toBeUndefined()
  expect(values).toContain(states.first)
  for (const { from, to, needs = [] } of Object.values(states.steps)) {
    for (const value of [...from, to]) expect(values).toContain(value)
    for (const need of needs) expect(columns[need]?.optional).toBe(true)
  }
  const reached = new Set([states.first, ...Object.values(states.steps).map(({ to }) => to)])
  expect([...reached].sort()).toEqual([...values].sort())
})

test.each(NAMED)('the words of %s stand in both languages', (name, register) => {
  for (const [at, { vi, en }] of labelsOf(register, name)) {
    expect(vi.trim() && en.trim() ? '' : at).toBe('')
    expect(vi).toBe(vi.normalize('NFC'))
  }
  for (const label of [register.label, register.about]) expect(label.vi).toMatch(HAS_VIETNAMESE_LETTERS)
})

/** An import asks for one column by its heading: two columns of one name could not be told apart. */
test.each(NAMED)('no heading of %s means two columns', (_, { columns }) => {
  const heads = Object.values(columns).flatMap(({ label, heads = [] }) =>
    [...new Set([label.vi, ...heads])].map((head) => head.toLowerCase()),
  )
  expect(heads.filter((head, i) => heads.indexOf(head) !== i)).toEqual([])
})

test.each(NAMED)('the ready-made lists of %s ask for what there is', (_, register) => {
  for (const { address } of register.views ?? []) {
    const { conditions } = readWanted(register, Object.fromEntries(new URLSearchParams(address)))
    expect(conditions.length).toBeGreaterThan(0)
    for (const condition of conditions) {
      const column = register.columns[condition.column]
      if (condition.is !== 'one-of' || !column || !('options' in column)) continue
      const known: readonly string[] = column.options.map(({ value }) => value)
      for (const value of condition.values) expect(known).toContain(value)
    }
  }
})
