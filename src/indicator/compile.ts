// Formulas in, figures out: one statement for each register, whatever number of formulas and days is asked about. Every
// atom becomes an aggregate with a filter over the rows as they stood on the day.
import { rowsAsOf } from '../register/kit/as-of.ts'
import { type Column, columnName, type Register } from '../register/kit/register.ts'
import { REGISTERS } from '../register/registers.ts'
import type { Fragment, Sql } from '../store/database.ts'
import { findColumn, registerOf } from './columns.ts'
import { type Atom, atomsOf, type Condition, type Formula, resolveBound, sidesOf, worth } from './formula.ts'
import type { Figure } from './indicator.ts'

export interface Asked {
  tenantId: number
  day: string
  /** Only of this commune. */
  areaId?: string | null
}

export interface Computed {
  total: Figure
  /** Commune -> its figure; only when asked for. */
  areas: ReadonlyMap<string, Figure>
}

export const NOTHING: Figure = { value: null, part: null, whole: null }

/** The rows of a register on a day, and beside them those its columns point to: "r", and one alias for each reference. */
export function source(
  sql: Sql,
  tenantId: number,
  register: Register,
  day: string,
  paths: readonly string[],
): Fragment {
  const through = new Set(paths.flatMap((path) => (path.includes('.') ? [path.split('.')[0] ?? ''] : [])))
  return [...through].reduce(
    (from, name) => {
      const column = register.columns[name]
      const other = column?.kind === 'ref' ? registerOf(column.of) : null
      if (!other) throw new Error(`${register.name}.${name} points nowhere`)
      const alias = `via_${columnName(name)}`
      return sql`${from} left join ${rowsAsOf(sql, other, tenantId, day)} as ${sql(alias)}
      on ${sql(alias)}.id = ${columnOf(sql, name)}`
    },
    sql`${rowsAsOf(sql, register, tenantId, day)} as r`,
  )
}

/** "kind" -> r.kind, "cooperative.kind" -> via_cooperative.kind */
export function columnOf(sql: Sql, path: string): Fragment {
  const [first = '', second] = path.split('.')
  return second === undefined
    ? sql`${sql(`r.${columnName(first)}`)}`
    : sql`${sql(`via_${columnName(first)}.${columnName(second)}`)}`
}

/** One condition as a part of a statement; on what is not filled in it does not hold, but for "not", "known" and "flag". */
export function conditionOf(sql: Sql, column: Column, condition: Condition, day: string): Fragment {
  const at = columnOf(sql, condition.column)
  const isList = column.kind === 'texts' || column.kind === 'choices'
  switch (condition.test) {
    case 'is':
    case 'not': {
      const { values } = condition
      const isId = column.kind === 'place' || column.kind === 'agency' || column.kind === 'ref'
      const holds = isList
        ? sql`${at} && ${values}::text[]`
        : isId
          ? sql`${at} = any(${values}::uuid[])`
          : sql`${at} = any(${values}::text[])`
      return condition.test === 'is' ? sql`(${holds})` : sql`((${holds}) is not true)`
    }
    case 'flag':
      return condition.flag ? sql`(${at} is true)` : sql`(${at} is not true)`
    case 'known': {
      const known = isList ? sql`coalesce(cardinality(${at}), 0) > 0` : sql`${at} is not null`
      return condition.known ? sql`(${known})` : sql`(not (${known}))`
    }
    case 'between': {
      const [from, to] = [condition.from, condition.to].map((bound) =>
        bound === null ? null : resolveBound(bound, day),
      )
      const bound = (value: number | string) =>
        column.kind === 'date'
          ? sql`${String(value)}::date`
          : column.kind === 'year'
            ? sql`${Number(value)}::int`
            : sql`${Number(value)}::numeric`
      const least = from === null || from === undefined ? sql`true` : sql`${at} >= ${bound(from)}`
      const most = to === null || to === undefined ? sql`true` : sql`${at} <= ${bound(to)}`
      return sql`(${least} and ${most})`
    }
  }
}

/** All of them; none: true. */
export function conditionsOf(
  sql: Sql,
  register: Register,
  conditions: readonly Condition[],
  day: string,
): Fragment {
  return conditions.reduce((all, condition) => {
    const found = findColumn(register, condition.column)
    if (!found) throw new Error(`${register.name} has no ${condition.column}`)
    return sql`${all} and ${conditionOf(sql, found.column, condition, day)}`
  }, sql`true`)
}

/** Every column an atom looks at. */
export const pathsIn = (atom: Atom): string[] => [
  ...atom.where.map(({ column }) => column),
  ...(atom.kind === 'count' ? (atom.distinct ? [atom.distinct] : []) : [atom.column]),
]

/** Whether an atom can be told by commune. */
export const hasArea = (formula: Formula, registers: readonly Register[] = REGISTERS): boolean =>
  sidesOf(formula)
    .flatMap(atomsOf)
    .every(({ register }) => Boolean(registerOf(register, registers)?.place))

/** value: the figure · rows: how many rows make it · digest: of these very rows, in any order. */
type Want = 'value' | 'rows' | 'digest'

function aggregate(sql: Sql, atom: Atom, want: Want, filter: Fragment): Fragment {
  if (want === 'rows') return sql`count(*) ${filter}`
  // Of every row that counted: which, and in which form.
  if (want === 'digest')
    return sql`sum(hashtextextended(r.id::text || ':' || r.version::text || ':' || r.since::text, 0)::numeric) ${filter}`
  if (atom.kind === 'count')
    return atom.distinct
      ? sql`count(distinct ${columnOf(sql, atom.distinct)}) ${filter}`
      : sql`count(*) ${filter}`
  const at = columnOf(sql, atom.column)
  if (atom.kind === 'sum') return sql`coalesce(sum(${at}) ${filter}, 0)`
  return atom.kind === 'average' ? sql`avg(${at}) ${filter}` : sql`max(${at}) ${filter}`
}

/** Answers of one register: for each day and area (null: all) the worth of each atom. */
type Answers = Map<string, (number | null)[]>
const keyOf = (day: number, area: string | null) => `${day} ${area ?? ''}`

async function askRegister(
  sql: Sql,
  register: Register,
  atoms: readonly Atom[],
  {
    tenantId,
    days,
    areaId,
    byArea,
  }: { tenantId: number; days: readonly string[]; areaId: string | null; byArea: boolean },
  want: Want,
): Promise<Answers> {
  const path = register.place
  const isSplit = byArea && path !== undefined
  const paths = [...atoms.flatMap(pathsIn), ...(path && (isSplit || areaId) ? [path] : [])]
  // What every atom asks for narrows the rows at once; the rest filters each aggregate.
  const common = (atoms[0]?.where ?? []).filter((condition) =>
    atoms.every(({ where }) => where.some((other) => JSON.stringify(other) === JSON.stringify(condition))),
  )
  const isCommon = (condition: Condition) =>
    common.some((other) => JSON.stringify(other) === JSON.stringify(condition))
  const ofDay = (day: string, n: number) => {
    const figures = atoms.reduce((list, atom, i) => {
      const own = atom.where.filter((condition) => !isCommon(condition))
      const filter = own.length ? sql`filter (where ${conditionsOf(sql, register, own, day)})` : sql``
      return sql`${list}, ${aggregate(sql, atom, want, filter)} as ${sql(`a${i}`)}`
    }, sql``)
    const area = isSplit ? columnOf(sql, path) : sql`null::uuid`
    // A row of a register without communes belongs to none of them.
    const ofArea = areaId
      ? path
        ? sql`and ${columnOf(sql, path)} = ${areaId}::uuid`
        : sql`and false`
      : sql``
    return sql`
      select ${n}::int as n, ${area} as area ${figures}
      ${isSplit ? sql`, grouping(${area})::int as is_all` : sql`, 1 as is_all`}
      from ${source(sql, tenantId, register, day, paths)}
      where ${conditionsOf(sql, register, common, day)} ${ofArea}
      ${isSplit ? sql`group by grouping sets ((${area}), ())` : sql``}`
  }
  const statement = days.map(ofDay).reduce((all, one, i) => (i ? sql`${all} union all ${one}` : one), sql``)
  const rows = await sql<Record<string, number | string | null>[]>`${statement}`
  const answers: Answers = new Map()
  for (const row of rows) {
    if (row.is_all === 0 && row.area === null) continue
    const values = atoms.map((_, i) => {
      const value = row[`a${i}`]
      return value === null || value === undefined ? null : Number(value)
    })
    answers.set(keyOf(Number(row.n), row.is_all === 1 ? null : String(row.area)), values)
  }
  return answers
}

/**
 * Many formulas on many days, each as the rows stood on that day. Formulas must fit the registers (`faultsOf`). With
 * `byArea` also by commune: of a commune in which nothing counts there is no entry.
 */
export async function computeMany(
  sql: Sql,
  formulas: readonly Formula[],
  asked: { tenantId: number; days: readonly string[]; areaId?: string | null; byArea?: boolean },
  want: Want = 'value',
): Promise<Computed[][]> {
  const wanted = new Map<string, Map<string, Atom>>()
  for (const atom of formulas.flatMap((formula) => sidesOf(formula).flatMap(atomsOf))) {
    const of = wanted.get(atom.register) ?? new Map<string, Atom>()
    wanted.set(atom.register, of.set(JSON.stringify(atom), atom))
  }
  const options = { ...asked, areaId: asked.areaId ?? null, byArea: asked.byArea ?? false }
  const found = new Map<string, { answers: Answers; places: Map<string, number> }>()
  await Promise.all(
    [...wanted].map(async ([name, atoms]) => {
      const register = registerOf(name)
      if (!register) throw new Error(`no register ${name}`)
      const answers = await askRegister(sql, register, [...atoms.values()], options, want)
      found.set(name, { answers, places: new Map([...atoms.keys()].map((key, i) => [key, i])) })
    }),
  )
  const valuesOf = (formula: Formula, day: number, area: string | null) =>
    sidesOf(formula)
      .flatMap(atomsOf)
      .map((atom) => {
        const of = found.get(atom.register)
        const values = of?.answers.get(keyOf(day, area))
        // In a commune without rows a count and a sum are 0; an average is unknown.
        if (!values) return atom.kind === 'average' || atom.kind === 'max' ? null : 0
        return values[of?.places.get(JSON.stringify(atom)) ?? -1] ?? null
      })
  const areas = new Set(
    [...found.values()].flatMap(({ answers }) => [...answers.keys()].map((key) => key.split(' ')[1] ?? '')),
  )
  areas.delete('')
  return asked.days.map((_, day) =>
    formulas.map((formula) => ({
      total: worth(formula, valuesOf(formula, day, null)),
      areas: new Map(
        options.byArea ? [...areas].map((area) => [area, worth(formula, valuesOf(formula, day, area))]) : [],
      ),
    })),
  )
}

/** One formula on one day. */
export async function computeOn(
  sql: Sql,
  tenantId: number,
  formula: Formula,
  { day, areaId, byArea }: { day: string; areaId?: string | null; byArea?: boolean },
): Promise<Computed> {
  const [[computed] = []] = await computeMany(sql, [formula], {
    tenantId,
    days: [day],
    areaId: areaId ?? null,
    byArea: byArea ?? false,
  })
  return computed ?? { total: NOTHING, areas: new Map() }
}

/** Names the very rows a figure comes from and their form: another digest means the registers say something else now. */
export async function digestOn(
  sql: Sql,
  formula: Formula,
  { tenantId, day, areaId }: Asked,
): Promise<string> {
  const atoms = sidesOf(formula).flatMap(atomsOf)
  const parts: string[] = []
  for (const want of ['rows', 'digest'] as const) {
    const byRegister = Map.groupBy(atoms, ({ register }) => register)
    for (const [name, own] of byRegister) {
      const register = registerOf(name)
      if (!register) throw new Error(`no register ${name}`)
      const options = { tenantId, days: [day], areaId: areaId ?? null, byArea: false }
      const answers = await askRegister(sql, register, own, options, want)
      parts.push(`${name} ${want} ${(answers.get(keyOf(0, null)) ?? []).join(' ')}`)
    }
  }
  return parts.join('\n')
}
