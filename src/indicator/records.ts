// The very rows that made a figure, as they stood on its day, a page at a time.
import { Refusal } from '../base/refusal.ts'
import { type Column, columnName, type Register, say, type Value } from '../register/kit/register.ts'
import type { Fragment, Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { areaPath, findColumn, registerOf } from './columns.ts'
import { columnOf, computeMany, conditionsOf, pathsIn, source } from './compile.ts'
import { type Atom, atomsOf, type Formula, type Side, sidesOf } from './formula.ts'
import type { Records } from './indicator.ts'
import * as queries from './queries.ts'
import { atomSentence } from './sentence.ts'

const PAGE = 50

export interface Which {
  tenantId: number
  day: string
  areaId: string | null
  side: Side
  /** Which count or measure of that side. */
  atom: number
  after?: string
}

/** The atoms of one side; a formula of one side has only "part". */
function atomsOfSide(formula: Formula, side: Side): Atom[] {
  const sides = sidesOf(formula)
  const term = sides[side === 'whole' ? 1 : 0]
  if (!term) throw new Refusal('missing', 'indicator.no-side', words.refusal.missing)
  return atomsOf(term)
}

/** How a row is called: by its title, and by what it belongs to where its own title says little. */
function titleOf(sql: Sql, register: Register): { title: Fragment; paths: string[] } {
  const own = sql`coalesce(${columnOf(sql, register.title)}::text, '')`
  const first = register.key[0]
  const column = first ? register.columns[first] : undefined
  const other = column?.kind === 'ref' ? registerOf(column.of) : null
  if (!first || !other) return { title: own, paths: [] }
  const path = `${first}.${other.title}`
  return { title: sql`concat_ws(', ', ${columnOf(sql, path)}::text, nullif(${own}, ''))`, paths: [path] }
}

/** What conditions and column looked at, but for the column whose value is shown anyway. */
const shownPaths = (atom: Atom): string[] => [...new Set(pathsIn(atom))]

interface Raw extends Record<string, Value> {
  id: string
  title: string
  area: string | null
  amount: number | null
}

/** One page of the rows behind one atom of a formula, with how many rows each atom of that side has. */
export async function recordsOf(
  sql: Sql,
  formula: Formula,
  { tenantId, day, areaId, side, atom: at, after }: Which,
): Promise<Records> {
  const atoms = atomsOfSide(formula, side)
  const atom = atoms[at]
  const register = atom && registerOf(atom.register)
  if (!atom || !register) throw new Refusal('missing', 'indicator.no-atom', words.refusal.missing)
  const [rows, counted] = await Promise.all([
    readPage(sql, register, atom, { tenantId, day, areaId, after }),
    computeMany(sql, atoms, { tenantId, days: [day], areaId }, 'rows'),
  ])
  const counts = atoms.map((_, i) => counted[0]?.[i]?.total.value ?? 0)
  const paths = shownPaths(atom)
  const names = await namesOf(sql, tenantId, register, paths, rows)
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    atom: at,
    atoms: atoms.map((one, i) => ({
      register: one.register,
      label: say(registerOf(one.register)?.label ?? { vi: one.register, en: one.register }),
      sentence: atomSentence(one),
      count: counts[i] ?? 0,
    })),
    records: page.map((row) => ({
      ...{ id: row.id, title: row.title, area: (row.area && names.get(row.area)) || '', value: row.amount },
      facts: paths.flatMap((path, i) => {
        const column = findColumn(register, path)?.column
        return column
          ? [{ label: say(column.label), text: printValue(column, row[`c${i}`] ?? null, names) }]
          : []
      }),
    })),
    total: counts[at] ?? 0,
    next: rows.length > PAGE && last ? cursorOf(last) : null,
  }
}

const cursorOf = ({ title, id }: Raw) => Buffer.from(JSON.stringify([title, id])).toString('base64url')
function readCursor(after: string | undefined): [title: string, id: string] | null {
  if (!after) return null
  try {
    const [title, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[]
    if (typeof title === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/u.test(id)) return [title, id]
  } catch {
    // Said below, like every other wrong address.
  }
  throw new Refusal('invalid', 'request.after', words.refusal.invalid)
}

function readPage(
  sql: Sql,
  register: Register,
  atom: Atom,
  { tenantId, day, areaId, after }: Pick<Which, 'tenantId' | 'day' | 'areaId' | 'after'>,
) {
  const { title, paths: ofTitle } = titleOf(sql, register)
  const place = areaPath(register)
  const shown = shownPaths(atom)
  const paths = [...shown, ...ofTitle, ...(place ? [place] : [])]
  const cursor = readCursor(after)
  const more = shown.reduce((list, path, i) => sql`${list}, ${columnOf(sql, path)} as ${sql(`c${i}`)}`, sql``)
  const amount = atom.kind === 'count' ? sql`null::numeric` : columnOf(sql, atom.column)
  const here = areaId ? (place ? sql`and ${columnOf(sql, place)} = ${areaId}::uuid` : sql`and false`) : sql``
  return sql<Raw[]>`
    select r.id, ${title} as title, ${place ? columnOf(sql, place) : sql`null::uuid`} as area, ${amount} as amount ${more}
    from ${source(sql, tenantId, register, day, paths)}
    where ${conditionsOf(sql, register, atom.where, day)} ${here}
      ${cursor ? sql`and (${title}, r.id) > (${cursor[0]}::text, ${cursor[1]}::uuid)` : sql``}
    order by ${title}, r.id limit ${PAGE + 1}`
}

/** Names of the agencies and rows that the page points to. */
async function namesOf(
  sql: Sql,
  tenantId: number,
  register: Register,
  paths: readonly string[],
  rows: readonly Raw[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const agencies = new Set(rows.flatMap(({ area }) => area ?? []))
  const refs = new Map<string, Set<string>>()
  for (const [i, path] of paths.entries()) {
    const column = findColumn(register, path)?.column
    const ids = rows.map((row) => row[`c${i}`]).filter((id) => typeof id === 'string')
    if (column?.kind === 'place' || column?.kind === 'agency') for (const id of ids) agencies.add(id)
    if (column?.kind === 'ref') refs.set(column.of, new Set([...(refs.get(column.of) ?? []), ...ids]))
  }
  await Promise.all([
    queries.listAreas(sql, tenantId, [...agencies]).then((list) => {
      for (const { id, name } of list) names.set(id, name)
    }),
    ...[...refs].map(async ([name, ids]) => {
      const other = registerOf(name)
      if (!other || ids.size === 0) return
      const list = await sql<{ id: string; title: string }[]>`
        select id, ${sql(columnName(other.title))}::text as title from ${sql(columnName(name))}
        where tenant_id = ${tenantId} and id = any(${[...ids]}::uuid[])`
      for (const { id, title } of list) names.set(id, title)
    }),
  ])
  return names
}

function printValue(column: Column, value: Value, names: ReadonlyMap<string, string>): string {
  const w = words.indicator.facts
  if (column.kind === 'flag') return value === true ? w.yes : value === false ? w.no : w.unknown
  if (value === null || (Array.isArray(value) && value.length === 0)) return w.unknown
  const option = (one: string) => {
    const found = 'options' in column ? column.options.find(({ value }) => value === one) : undefined
    return found ? say(found.label) : one
  }
  if (Array.isArray(value)) return value.map(option).join(', ')
  switch (column.kind) {
    case 'choice':
      return option(String(value))
    case 'date':
      return words.day(String(value))
    case 'year':
      return String(value)
    case 'number':
      return `${words.number(Number(value))} ${say(column.unit)}`
    case 'money':
      return w.money(words.number(Number(value)))
    case 'place':
    case 'agency':
    case 'ref':
      return names.get(String(value)) ?? w.unknown
    default:
      return String(value)
  }
}

/** The objects of a list that counted on a day, in the same form. */
export async function objectRecords(
  sql: Sql,
  { id, name }: { id: string; name: string },
  { tenantId, day, areaId, after }: Pick<Which, 'tenantId' | 'day' | 'areaId' | 'after'>,
): Promise<Records> {
  const w = words.indicator.facts
  const [objects, counts] = await Promise.all([
    queries.listObjects(sql, tenantId, id, { day, areaId, limit: PAGE + 1, ...(after ? { after } : {}) }),
    queries.countObjects(sql, tenantId, [id], [day]),
  ])
  const total = counts.find((row) => (areaId ? !row.isAll && row.areaId === areaId : row.isAll))?.n ?? 0
  const page = objects.slice(0, PAGE)
  return {
    atom: 0,
    atoms: [{ register: '', label: name, sentence: w.objects, count: total }],
    records: page.map((object) => ({
      ...{ id: object.id, title: object.name, area: object.area?.name ?? '', value: null },
      facts: [
        { label: w.from, text: words.day(object.fromDay) },
        ...(object.toDay ? [{ label: w.to, text: words.day(object.toDay) }] : []),
        { label: w.source, text: object.source },
      ],
    })),
    total,
    next: objects.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  }
}
