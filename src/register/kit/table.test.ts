// Every register has the table its definition says: columns, types, what is required, keys, indexes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyApp } from '../../../test/database.ts'
import { REGISTERS } from '../registers.ts'
import { columnName } from './register.ts'
import { tableOf } from './table.ts'

let app: Awaited<ReturnType<typeof emptyApp>>
beforeAll(async () => {
  app = await emptyApp()
})
afterAll(async () => app?.close())

/** What PostgreSQL says of a table, in words that two tables made alike share. `search` stands before later columns. */
async function describe(schema: string, table: string) {
  const { sql } = app
  const columns = await sql`
    select column_name, data_type, udt_name, is_nullable, generation_expression from information_schema.columns
    where table_schema = ${schema} and table_name = ${table}
    order by column_name = 'search', ordinal_position`
  const constraints = await sql`
    select conname, pg_get_constraintdef(pg_constraint.oid) as def from pg_constraint
    where conrelid = ${`${schema}.${table}`}::regclass and contype <> 'n' order by conname`
  const indexes = await sql`
    select indexname, indexdef from pg_indexes where schemaname = ${schema} and tablename = ${table} order by indexname`
  const plain = (rows: readonly object[]) => JSON.parse(JSON.stringify(rows).replaceAll(`${schema}.`, ''))
  return { columns: plain(columns), constraints: plain(constraints), indexes: plain(indexes) }
}

test.each(REGISTERS.map((register) => [register.name, register] as const))(
  'the migrations make the table of %s',
  async (_, register) => {
    const { sql } = app
    await sql.begin(async (tx) => {
      await tx`create schema expected`
      await tx`set local search_path = expected, public`
      await tx.unsafe(tableOf(register))
    })
    const table = columnName(register.name)
    const expected = await describe('expected', table)
    const made = await describe('public', table)
    await sql`drop schema expected cascade`
    expect(made).toEqual(expected)
  },
)
