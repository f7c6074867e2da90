// Questions about the rows of a register: lists with filters, one row, what things are called, what points to a row.
// The reader's masks are laid on by routes.ts: what is found here is whole.
import { Refusal } from '../../base/refusal.ts'
import type { Fragment, Sql } from '../../store/database.ts'
import * as words from '../../vocabulary/words.ts'
import { findRegister } from '../registers.ts'
import { rowsAsOf } from './as-of.ts'
import { readWanted, type Wanted } from './filter.ts'
import { columnName, type Register, type Values } from './register.ts'
import { afterSql, type Order, orderBy, orderOf, placeOf, titleOf, whereOf } from './sql.ts'
import { fileName } from './values.ts'

/** A list as its address says it: one text for each word or column (filter.ts). */
export type Asked = Readonly<Record<string, string | undefined>>

export interface StoredRow {
  id: string
  version: number
  since: string
  isVoid: boolean
  title: string
  values: Values
}

/** The names under which the values of a register come. */
export const valueNames = ({ columns }: Register): string[] =>
  Object.entries(columns).flatMap(([name, { kind }]) => (kind === 'file' ? [name, fileName(name)] : [name]))

type Raw = Omit<StoredRow, 'values'> & Record<string, unknown>

const ROW = (sql: Sql, tenantId: number, register: Register): Fragment => sql`
  r.id, r.version, r.since, r.is_void as "isVoid",
  coalesce(${titleOf(sql, tenantId, register, 'r')}, '') as title,
  ${valueNames(register).map((name, i) => sql`${i ? sql`,` : sql``} ${sql(`r.${columnName(name)}`)} as ${sql(`v:${name}`)}`)}`

const read = (register: Register, { id, version, since, isVoid, title, ...rest }: Raw): StoredRow => ({
  ...{ id, version, since, isVoid, title },
  values: Object.fromEntries(
    valueNames(register).map((name) => [name, (rest[`v:${name}`] ?? null) as Values[string]]),
  ),
})

/** The rows a list is made of, with what they are joined with. Of an earlier day those that counted then. */
const FROM = (
  sql: Sql,
  tenantId: number,
  register: Register,
  { on, isVoid }: Wanted,
  join = sql``,
): Fragment =>
  on === null
    ? sql`${sql(columnName(register.name))} r ${join}
          where r.tenant_id = ${tenantId} and ${isVoid ? sql`r.is_void` : sql`not r.is_void`}`
    : sql`${rowsAsOf(sql, register, tenantId, on)} r ${join} where true`

/** Counted so far; a list with more says so. */
export const MOST_COUNTED = 10_000

type Listed = Raw & { orderedBy: string | null }

type Cursor = readonly [value: string | null, id: string]

const cursorOf = (cursor: Cursor) => Buffer.from(JSON.stringify(cursor)).toString('base64url')

function readCursor(text: string): Cursor {
  try {
    const [value, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as Cursor
    if ((value === null || typeof value === 'string') && /^[0-9a-f-]{36}$/.test(id)) return [value, id]
  } catch {
    // Told below, like any other cursor that is none.
  }
  throw new Refusal('invalid', 'register.cursor', words.refusal.unreadable)
}

export interface Found {
  rows: StoredRow[]
  wanted: Wanted
  next: string | null
  count: number
  isMore: boolean
}

/** One page of a list and the number of its rows, in two statements. Refuses what `readWanted` does, and a wrong cursor. */
export async function listRows(
  sql: Sql,
  tenantId: number,
  register: Register,
  asked: Asked,
  { limit, after, today }: { limit: number; after?: string | undefined; today: string },
): Promise<Found> {
  const wanted = wantedOn(register, asked, today)
  const order = orderOf(sql, tenantId, register, wanted.order)
  const from = FROM(sql, tenantId, register, wanted)
  const joined = FROM(sql, tenantId, register, wanted, order.join)
  const where = whereOf(sql, tenantId, register, wanted)
  const cursor = after ? readCursor(after) : null
  const listed = async () => sql<Listed[]>`
    select ${ROW(sql, tenantId, register)}, (${order.by})::text as "orderedBy"
    from ${joined} ${where} ${cursor ? afterSql(sql, order, cursor) : sql``}
    order by ${orderBy(sql, order)} limit ${limit + 1}`
  const isNarrow = wanted.q !== '' || wanted.conditions.length > 0
  const few = isNarrow && wanted.on === null ? await listFew() : null
  const isWhole = few !== null && few.n <= MOST_COUNTED
  const [found, [counted]] = isWhole
    ? [few.rows, [few]]
    : await Promise.all([
        listed(),
        few
          ? [few]
          : sql<{ n: number }[]>`
              select count(*)::int as n from (select 1 from ${from} ${where} limit ${MOST_COUNTED + 1}) counted`,
      ])
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const n = counted?.n ?? 0
  return {
    rows: page.map((row) => read(register, row)),
    wanted,
    next: found.length > limit && last ? cursorOf([last.orderedBy, last.id]) : null,
    count: Math.min(n, MOST_COUNTED),
    isMore: n > MOST_COUNTED,
  }

  /**
   * What a filter leaves is found first and ordered then: PostgreSQL, expecting many, would walk through the order of the
   * whole register and test every row on the way (0.8 s instead of 0.07 over 500,000 members).
   */
  async function listFew(): Promise<{ n: number; rows: Listed[] }> {
    const of = (table: string): Order => ({
      ...order,
      ...{ by: sql`${sql(table)}.ordered_by`, id: sql`${sql(table)}.id` },
    })
    const rows = await sql<(Listed & { n: number })[]>`
      with hit as materialized (
        select r.id, ${order.by} as ordered_by from ${joined} ${where} limit ${MOST_COUNTED + 1}
      ), page as materialized (
        select hit.id, hit.ordered_by from hit where true ${cursor ? afterSql(sql, of('hit'), cursor) : sql``}
        order by ${orderBy(sql, of('hit'))} limit ${limit + 1}
      )
      select ${ROW(sql, tenantId, register)}, page.ordered_by::text as "orderedBy", counted.n
      from (select count(*)::int as n from hit) counted
      left join (page join ${sql(columnName(register.name))} r on r.tenant_id = ${tenantId} and r.id = page.id) on true
      order by ${orderBy(sql, of('page'))}`
    return { n: rows[0]?.n ?? 0, rows: rows.filter(({ id }) => id !== null) }
  }
}

/** Of today the table itself answers. */
function wantedOn(register: Register, asked: Asked, today: string): Wanted {
  const wanted = readWanted(register, asked)
  return wanted.on !== null && wanted.on >= today ? { ...wanted, on: null } : wanted
}

/**
 * All rows of a list in its order, piece by piece, as they stood at one moment and without masks: for exports and
 * computations. `asked` as in the address of the list, `on` for an earlier day.
 */
export async function* eachRow(
  sql: Sql,
  tenantId: number,
  register: Register,
  asked: Asked,
  { today, size = 1000 }: { today: string; size?: number },
): AsyncGenerator<StoredRow[]> {
  const wanted = wantedOn(register, asked, today)
  const order: Order = orderOf(sql, tenantId, register, wanted.order)
  const pieces = sql<Raw[]>`
    select ${ROW(sql, tenantId, register)}
    from ${FROM(sql, tenantId, register, wanted, order.join)} ${whereOf(sql, tenantId, register, wanted)}
    order by ${orderBy(sql, order)}`.cursor(size)
  for await (const piece of pieces) yield piece.map((row) => read(register, row))
}

export interface OneRow extends StoredRow {
  act: string
  at: Date
  actor: string
  reason: string
  /** The agency that governs it. */
  place: string | null
}

/** null when there is none; voided ones too. */
export async function findRow(
  sql: Sql,
  tenantId: number,
  register: Register,
  id: string,
): Promise<OneRow | null> {
  const [row] = await sql<(Raw & Omit<OneRow, 'values'>)[]>`
    select ${ROW(sql, tenantId, register)}, r.act, r.at, r.actor, r.reason,
           ${placeOf(sql, tenantId, register)} as place
    from ${sql(columnName(register.name))} r where r.tenant_id = ${tenantId} and r.id = ${id}`
  if (!row) return null
  const { act, at, actor, reason, place } = row
  return { ...read(register, row), act, at, actor, reason, place }
}

/** The same, refusing when there is none. */
export async function getRow(sql: Sql, tenantId: number, register: Register, id: string): Promise<OneRow> {
  const row = await findRow(sql, tenantId, register, id)
  if (!row) throw new Refusal('missing', 'register.missing', words.refusal.missing)
  return row
}

/** What the agencies and rows in these values are called, by id; one statement for all of them, none where there is none. */
export async function readLabels(
  sql: Sql,
  tenantId: number,
  sets: readonly { register: Register; values: Iterable<Values> }[],
): Promise<Record<string, string>> {
  const agencies = new Set<string>()
  const rows = new Map<string, Set<string>>()
  for (const { register, values } of sets) {
    const pointing = Object.entries(register.columns).flatMap(([name, column]) => {
      if (column.kind === 'place' || column.kind === 'agency') return [[name, agencies] as const]
      if (column.kind !== 'ref') return []
      const ids = rows.get(column.of) ?? new Set<string>()
      rows.set(column.of, ids)
      return [[name, ids] as const]
    })
    for (const one of values)
      for (const [name, ids] of pointing) if (typeof one[name] === 'string') ids.add(one[name])
  }
  const parts = [
    ...(agencies.size
      ? [
          sql`select id, name from agency where tenant_id = ${tenantId} and id = any(${[...agencies]}::uuid[])`,
        ]
      : []),
    ...[...rows].flatMap(([name, ids]) => {
      const register = findRegister(name)
      if (!register || ids.size === 0) return []
      return [
        sql`select r.id, ${titleOf(sql, tenantId, register, 'r')} as name from ${sql(columnName(name))} r
            where r.tenant_id = ${tenantId} and r.id = any(${[...ids]}::uuid[])`,
      ]
    }),
  ]
  if (parts.length === 0) return {}
  const named = await sql<{ id: string; name: string | null }[]>`
    ${parts.map((part, i) => (i ? sql`union all ${part}` : part))}`
  return Object.fromEntries(named.map(({ id, name }) => [id, name ?? '']))
}

/** The agencies named as keepers of a register. */
export async function listKeepers(
  sql: Sql,
  tenantId: number,
  register: string,
): Promise<{ id: string; name: string }[]> {
  return sql<{ id: string; name: string }[]>`
    select agency.id, agency.name from register_keeper keeper
    join agency on agency.tenant_id = ${tenantId} and agency.id = keeper.agency_id
    where keeper.tenant_id = ${tenantId} and keeper.register = ${register}
    order by agency.name collate "vi-x-icu", agency.id`
}

/** The same of all registers. */
export const listAllKeepers = (sql: Sql, tenantId: number) => sql<{ register: string; agencyId: string }[]>`
  select register, agency_id as "agencyId" from register_keeper where tenant_id = ${tenantId}`

/** Columns of other registers that point to this one. */
export const pointersTo = (
  all: readonly Register[],
  name: string,
): { register: Register; column: string }[] =>
  all.flatMap((register) =>
    Object.entries(register.columns).flatMap(([column, one]) =>
      one.kind === 'ref' && one.of === name ? [{ register, column }] : [],
    ),
  )

/** How many rows that stand point to this one, by register and column; those with none are left out. */
export async function countPointers(
  sql: Sql,
  tenantId: number,
  pointers: readonly { register: Register; column: string }[],
  id: string,
): Promise<{ register: string; column: string; n: number }[]> {
  if (pointers.length === 0) return []
  const counts = pointers.map(
    ({ register: { name }, column }, i) => sql`
      ${i ? sql`union all` : sql``}
      select ${name} as register, ${column} as "column", count(*)::int as n from ${sql(columnName(name))}
      where tenant_id = ${tenantId} and ${sql(columnName(column))} = ${id} and not is_void`,
  )
  const rows = await sql<{ register: string; column: string; n: number }[]>`${counts}`
  return rows.filter(({ n }) => n > 0)
}

/** Rows that a reference may point to: those with all the words in what is searched, or in their title. */
export async function listChoices(
  sql: Sql,
  tenantId: number,
  register: Register,
  q: string,
  limit: number,
): Promise<{ id: string; title: string; code: string }[]> {
  const order = orderOf(sql, tenantId, register, {
    column: register.order[0],
    isDescending: register.order[1] === 'desc',
  })
  const [key = ''] = register.key
  const code = register.columns[key]?.kind === 'code' ? sql`${sql(`r.${columnName(key)}`)}` : sql`''`
  return sql<{ id: string; title: string; code: string }[]>`
    select r.id, coalesce(${titleOf(sql, tenantId, register, 'r')}, '') as title, ${code} as code
    from ${sql(columnName(register.name))} r ${order.join}
    where r.tenant_id = ${tenantId} and not r.is_void ${whereOf(sql, tenantId, register, { q, conditions: [], on: null })}
    order by ${orderBy(sql, order)} limit ${limit}`
}
