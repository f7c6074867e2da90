// Figures against a naive oracle: random rows with changes, mistakes and merged communes, random formulas, any day.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { columnName, type Register } from '../register/kit/register.ts'
import { asJson } from '../store/database.ts'
import { findColumn, registerOf } from './columns.ts'
import { computeMany, computeOn, digestOn, hasArea } from './compile.ts'
import { type Atom, atomsOf, type Condition, type Formula, resolveBound, sidesOf, worth } from './formula.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(async () => app?.close())
beforeEach(async () => {
  await app.sql`truncate register_past, yearly_update, cooperative cascade`
})

type Values = Record<string, unknown>
/** One form of a row, from its day on. */
interface Form {
  since: string
  values: Values
}
interface Row {
  id: string
  register: string
  forms: Form[]
  isVoid: boolean
}

const REQUIRED: Record<string, Values> = {
  cooperative: { name: 'HTX', registeredOn: '2020-01-01', sector: 'agriculture' },
  'yearly-update': { standsOn: '2024-12-14', members: 0 },
}

async function store(rows: readonly Row[]) {
  const { sql, tenantId } = app
  for (const register of ['cooperative', 'yearly-update']) {
    const own = rows.filter((row) => row.register === register)
    const bare = (row: Row, n: number) => ({
      ...{ tenant_id: tenantId, id: row.id, version: n + 1, since: row.forms[n]?.since ?? '' },
      ...{ act: n ? 'change' : 'create', at: app.clock.now(), account_id: null, actor: 'Thử', reason: '' },
      ...{ batch_id: null, is_void: false },
      ...Object.fromEntries(
        Object.entries({ ...REQUIRED[register], ...row.forms[n]?.values }).map(([key, value]) => [
          columnName(key),
          value,
        ]),
      ),
    })
    const now = own.map((row) => ({ ...bare(row, row.forms.length - 1), is_void: row.isVoid }))
    if (now.length) await sql`insert into ${sql(columnName(register))} ${sql(now)}`
    const past = own.flatMap((row) =>
      row.forms.slice(0, -1).map((form, n) => ({
        ...{ tenant_id: tenantId, register, row_id: row.id, version: n + 1, since: form.since },
        ...{ until: row.forms[n + 1]?.since ?? '', row: sql.json(asJson(bare(row, n))) },
      })),
    )
    if (past.length) await sql`insert into register_past ${sql(past)}`
  }
}

// The oracle: reads the same rows the slow way.
const formOn = ({ forms, isVoid }: Row, day: string): Values | null =>
  isVoid ? null : (forms.filter(({ since }) => since <= day).at(-1)?.values ?? null)

function oracle(rows: readonly Row[], formula: Formula, day: string, area?: string) {
  const read = (values: Values, path: string): unknown => {
    const [first = '', second] = path.split('.')
    const value = values[first] ?? null
    if (second === undefined) return value
    const there = rows.find(({ id }) => id === value)
    return (there && formOn(there, day)?.[second]) ?? null
  }
  const holds = (values: Values, condition: Condition): boolean => {
    const value = read(values, condition.column)
    if (condition.test === 'is') return typeof value === 'string' && condition.values.includes(value)
    if (condition.test === 'not') return !(typeof value === 'string' && condition.values.includes(value))
    if (condition.test === 'flag') return (value === true) === condition.flag
    if (condition.test === 'known') return (value !== null) === condition.known
    if (value === null) return false
    const [from, to] = [condition.from, condition.to].map((bound) =>
      bound === null ? null : resolveBound(bound, day),
    )
    return (
      (from === null || from === undefined || (value as number) >= (from as number)) &&
      (to === null || to === undefined || (value as number) <= (to as number))
    )
  }
  const ofAtom = (atom: Atom): number | null => {
    const register = registerOf(atom.register) as Register
    const counted = rows
      .filter((row) => row.register === atom.register)
      .map((row) => formOn(row, day))
      .filter((values) => values !== null)
      .filter((values) => atom.where.every((condition) => holds(values, condition)))
      .filter((values) => area === undefined || read(values, register.place ?? '') === area)
    if (atom.kind === 'count')
      return atom.distinct === undefined
        ? counted.length
        : new Set(
            counted.map((values) => read(values, atom.distinct ?? '')).filter((value) => value !== null),
          ).size
    const amounts = counted.flatMap((values) => {
      const value = read(values, atom.column)
      return typeof value === 'number' ? [value] : []
    })
    const sum = amounts.reduce((a, b) => a + b, 0)
    if (atom.kind === 'sum') return sum
    if (amounts.length === 0) return null
    return atom.kind === 'max' ? Math.max(...amounts) : sum / amounts.length
  }
  return worth(formula, sidesOf(formula).flatMap(atomsOf).map(ofAtom))
}

const DAYS = ['2023-12-13', '2023-12-14', '2024-06-30', '2024-12-14', '2025-07-01', '2026-11-21']
const day = fc.constantFrom(...DAYS)
const communes = ['UBND xã Suối Mơ', 'UBND xã Đồi Chè', 'UBND phường Cầu Mây']
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

const cooperativeForm = fc.record({
  kind: fc.constantFrom('cooperative', 'union', 'group'),
  status: fc.constantFrom('active', 'suspended', 'ended'),
  place: fc.constantFrom(...communes),
  members: optional(fc.integer({ min: 0, max: 300 })),
  charterCapital: optional(fc.integer({ min: 0, max: 5_000_000_000 })),
  womanDirector: optional(fc.boolean()),
  highTech: optional(fc.boolean()),
})
const updateForm = fc.record({
  revenue: optional(fc.integer({ min: 0, max: 9_000_000_000 })),
  managers: optional(fc.integer({ min: 0, max: 9 })),
  trainedManagers: optional(fc.integer({ min: 0, max: 9 })),
})
const history = <T>(form: fc.Arbitrary<T>): fc.Arbitrary<{ since: string; values: T }[]> =>
  fc
    .array(fc.record({ since: day, values: form }), { minLength: 1, maxLength: 4 })
    .map((forms) => [...forms].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)))

const province = fc
  .array(
    fc.record({
      mistake: fc.integer({ min: 0, max: 5 }),
      forms: history(cooperativeForm),
      updates: fc.array(fc.record({ mistake: fc.integer({ min: 0, max: 7 }), forms: history(updateForm) }), {
        maxLength: 3,
      }),
    }),
    { maxLength: 12 },
  )
  .map((made) =>
    made.flatMap(({ mistake, forms, updates }, n): Row[] => {
      const id = randomUUID()
      const code = `38000${String(n).padStart(5, '0')}`
      return [
        {
          ...{ id, register: 'cooperative', isVoid: mistake === 0 },
          forms: forms.map(({ since, values }) => ({
            since,
            values: { ...values, code, place: app.agencyId(values.place) },
          })),
        },
        ...updates.map((update, i) => ({
          ...{ id: randomUUID(), register: 'yearly-update', isVoid: update.mistake === 0 },
          forms: update.forms.map(({ since, values }) => ({
            since,
            values: { ...values, cooperative: id, year: 2023 + i, standsOn: `${2023 + i}-12-14` },
          })),
        })),
      ]
    }),
  )

const ofCooperative = (through: string): fc.Arbitrary<Condition> =>
  fc.oneof(
    fc.constant<Condition>({ test: 'is', column: `${through}kind`, values: ['cooperative', 'group'] }),
    fc.constant<Condition>({ test: 'not', column: `${through}status`, values: ['ended'] }),
    fc.boolean().map((flag): Condition => ({ test: 'flag', column: `${through}womanDirector`, flag })),
    fc.boolean().map((known): Condition => ({ test: 'known', column: `${through}members`, known })),
    fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })).map(
      ([a, b]): Condition => ({
        ...{ test: 'between', column: `${through}members` },
        ...{ from: Math.min(a, b), to: Math.max(a, b) },
      }),
    ),
  )
const ofUpdate: fc.Arbitrary<Condition> = fc.oneof(
  ofCooperative('cooperative.'),
  fc.constantFrom<Condition>(
    { test: 'between', column: 'year', from: '@data-year', to: '@data-year' },
    { test: 'between', column: 'year', from: null, to: '@year-1' },
    { test: 'between', column: 'standsOn', from: '@window-start', to: null },
  ),
)
const atom: fc.Arbitrary<Atom> = fc.oneof(
  fc.record({
    kind: fc.constant('count' as const),
    register: fc.constant('cooperative'),
    where: fc.array(ofCooperative(''), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constantFrom('sum' as const, 'average' as const, 'max' as const),
    register: fc.constant('cooperative'),
    column: fc.constantFrom('members', 'charterCapital'),
    where: fc.array(ofCooperative(''), { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constantFrom('sum' as const, 'average' as const, 'max' as const),
    register: fc.constant('yearly-update'),
    column: fc.constantFrom('revenue', 'managers', 'trainedManagers', 'cooperative.members'),
    where: fc.array(ofUpdate, { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('count' as const),
    register: fc.constant('yearly-update'),
    distinct: fc.constantFrom('cooperative', 'cooperative.place', 'year'),
    where: fc.array(ofUpdate, { maxLength: 2 }),
  }),
)
const formula: fc.Arbitrary<Formula> = fc.oneof(
  atom,
  fc.record({ kind: fc.constant('share' as const), part: atom, whole: atom }),
  fc.record({ kind: fc.constant('plus' as const), parts: fc.array(atom, { minLength: 2, maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('minus' as const),
    from: atom,
    less: fc.record({ kind: fc.constant('times' as const), of: atom, by: fc.constantFrom(0.5, 1e-9) }),
  }),
)

const near = (value: number | null) => (value === null ? null : Number(value.toPrecision(10)))
const rounded = ({ value, part, whole }: ReturnType<typeof worth>) => ({
  value: near(value),
  part: near(part),
  whole: near(whole),
})

describe('every figure is what a naive reading of the rows gives', () => {
  test('on any day, of the whole province and by commune', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        province,
        fc.array(formula, { minLength: 1, maxLength: 5 }),
        fc.uniqueArray(day, { minLength: 1, maxLength: 3 }),
        async (rows, formulas, days) => {
          const { sql, tenantId } = app
          await sql`truncate register_past, yearly_update, cooperative cascade`
          await store(rows)
          const computed = await computeMany(sql, formulas, { tenantId, days, byArea: true })
          for (const [d, on] of days.entries())
            for (const [f, formula] of formulas.entries()) {
              const { total, areas } = computed[d]?.[f] ?? {}
              expect(total && rounded(total)).toEqual(rounded(oracle(rows, formula, on)))
              expect(hasArea(formula)).toBe(true)
              for (const [area, figure] of areas ?? [])
                expect(rounded(figure)).toEqual(rounded(oracle(rows, formula, on, area)))
              for (const name of communes) {
                const areaId = app.agencyId(name)
                const one = oracle(rows, formula, on, areaId)
                if (one.value) expect(areas?.has(areaId)).toBe(true)
              }
            }
          const [formula] = formulas
          const [on = ''] = days
          const areaId = app.agencyId('UBND xã Suối Mơ')
          if (formula) {
            const { total } = await computeOn(sql, tenantId, formula, { day: on, areaId })
            expect(rounded(total)).toEqual(rounded(oracle(rows, formula, on, areaId)))
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('the digest names the very rows: it changes with any of them and with nothing else', async () => {
  const { sql, tenantId } = app
  const place = app.agencyId('UBND xã Suối Mơ')
  const row = (code: string, forms: Form[]): Row => ({
    ...{ id: randomUUID(), register: 'cooperative', isVoid: false },
    forms: forms.map((form) => ({
      ...form,
      values: { code, place, kind: 'cooperative', status: 'active', ...form.values },
    })),
  })
  await store([row('3800000001', [{ since: '2024-01-01', values: {} }])])
  const formula: Formula = { kind: 'count', register: 'cooperative', where: [] }
  const digest = (on: string) => digestOn(sql, formula, { tenantId, day: on })
  const before = await digest('2025-01-01')
  await store([row('3800000002', [{ since: '2026-01-01', values: {} }])])
  expect(await digest('2025-01-01')).toBe(before)
  expect(await digest('2026-01-02')).not.toBe(before)
  await sql`update cooperative set is_void = true where code = '3800000001'`
  expect(await digest('2025-01-01')).not.toBe(before)
  expect(findColumn(registerOf('cooperative') as Register, 'nothing')).toBeNull()
})
