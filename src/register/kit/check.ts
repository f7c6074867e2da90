// What only the database knows of rows before they are written: codes taken, references that lead nowhere.
import type { Fault } from '../../base/refusal.ts'
import { asJson, type Sql } from '../../store/database.ts'
import * as words from '../../vocabulary/words.ts'
import { type Column, columnName, type Register, say, type Values } from './register.ts'

export interface CheckedRow {
  /** Of a row that is there: its own code is not taken by itself. */
  id: string
  values: Values
}

/** The sets of columns that no two rows may share: the key, and every unique column. */
export const uniqueSets = ({ key, columns }: Register): (readonly string[])[] => [
  key,
  ...Object.entries(columns).flatMap(([name, { unique }]) =>
    unique && !(key.length === 1 && key[0] === name) ? [[name]] : [],
  ),
]

/** "Mã số", "Năm, Hợp tác xã": what a set of columns is called. */
export const labelOf = ({ columns }: Register, set: readonly string[]): string =>
  set.flatMap((name) => (columns[name] ? [say(columns[name].label)] : [])).join(', ')

/**
 * Faults by the index of the row, in one statement for each key, reference, place or agency: key and unique columns
 * (against the register and among the rows themselves), rows, agencies and files that exist.
 */
export async function checkRows(
  sql: Sql,
  tenantId: number,
  register: Register,
  rows: readonly CheckedRow[],
): Promise<Map<number, Fault[]>> {
  const faults = new Map<number, Fault[]>()
  const add = (index: number, at: string, message: string) =>
    faults.set(index, [...(faults.get(index) ?? []), { at, message }])
  for (const set of uniqueSets(register)) {
    for (const index of twiceIn(set, rows))
      add(index, set[0] ?? '', words.register.faults.twice(labelOf(register, set)))
    for (const index of await listTaken(sql, tenantId, register, set, rows))
      add(index, set.at(-1) ?? '', words.register.faults.taken(labelOf(register, set)))
  }
  for (const [name, column] of Object.entries(register.columns)) {
    const missing = await listMissing(sql, tenantId, name, column, rows)
    if (missing.size === 0) continue
    const message = column.kind === 'place' ? words.register.faults.noPlace : words.register.faults.unknown
    for (const [index, { values }] of rows.entries())
      if (missing.has(String(values[name]))) add(index, name, message)
  }
  return faults
}

/** Rows after the first that share all these columns; an empty one is shared with nobody. */
function twiceIn(set: readonly string[], rows: readonly CheckedRow[]): number[] {
  const seen = new Set<string>()
  return rows.flatMap(({ values }, index) => {
    const parts = set.map((name) => values[name] ?? null)
    if (parts.includes(null)) return []
    const key = JSON.stringify(parts)
    const isTwice = seen.has(key)
    seen.add(key)
    return isTwice ? [index] : []
  })
}

/** Rows whose columns of `set` a row that stands has already, but for one of `rows` itself. */
async function listTaken(
  sql: Sql,
  tenantId: number,
  register: Register,
  set: readonly string[],
  rows: readonly CheckedRow[],
): Promise<number[]> {
  const asked = rows.flatMap(({ values }, index) =>
    set.some((name) => values[name] == null)
      ? []
      : [{ index, ...Object.fromEntries(set.map((name) => [columnName(name), values[name]])) }],
  )
  if (asked.length === 0) return []
  const table = sql(columnName(register.name))
  const same = set
    .map((name) => sql(columnName(name)))
    .map((column) => sql`and there.${column} = wanted.${column}`)
    .reduce((all, one) => sql`${all} ${one}`)
  const found = await sql<{ index: number; id: string }[]>`
    select (asked.value ->> 'index')::int as index, there.id
    from jsonb_array_elements(${sql.json(asJson(asked))}) asked
    cross join lateral jsonb_populate_record(null::${table}, asked.value) wanted
    join ${table} there on there.tenant_id = ${tenantId} and not there.is_void ${same}`
  const own = new Set(rows.map(({ id }) => id))
  return found.filter(({ id }) => !own.has(id)).map(({ index }) => index)
}

/** Ids (of a file: hashes) in this column that lead to nothing. */
async function listMissing(
  sql: Sql,
  tenantId: number,
  name: string,
  column: Column,
  rows: readonly CheckedRow[],
): Promise<Set<string>> {
  if (!['place', 'agency', 'ref', 'file'].includes(column.kind)) return new Set()
  const values = rows.flatMap(({ values }) => (typeof values[name] === 'string' ? [values[name]] : []))
  const asked = [...new Set(values)]
  if (asked.length === 0) return new Set()
  const found =
    column.kind === 'file'
      ? sql`select hash as id from file where tenant_id = ${tenantId} and hash = any(${asked})`
      : column.kind === 'ref'
        ? sql`select id::text from ${sql(columnName(column.of))}
              where tenant_id = ${tenantId} and id = any(${asked}::uuid[]) and not is_void`
        : sql`select id::text from agency
              where tenant_id = ${tenantId} and id = any(${asked}::uuid[])
                ${column.kind === 'place' ? sql`and kind = 'commune'` : sql``}`
  const there = new Set((await sql<{ id: string }[]>`${found}`).map(({ id }) => id))
  return new Set(asked.filter((id) => !there.has(id)))
}
