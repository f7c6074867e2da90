import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { FILE_USERS, forgetFiles, storeFile } from './files.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

test('every table that keeps a file is known to forgetting', async () => {
  const rows = await app.sql<{ table: string; column: string }[]>`
    select conrelid::regclass::text as table, attname as column
    from pg_constraint
    join pg_attribute on attrelid = conrelid and attnum = conkey[2]
    where contype = 'f' and confrelid = 'file'::regclass order by 1`
  expect(rows.map(({ table, column }) => `${table}.${column}`)).toEqual(
    FILE_USERS.map(([table, column]) => `${table}.${column}`).sort(),
  )
})

test('bytes are forgotten only when nothing needs them', async () => {
  const { sql, tenantId, clock } = app
  const at = clock.now()
  const kept = await storeFile(sql, tenantId, Buffer.from('kept'), at)
  const left = await storeFile(sql, tenantId, Buffer.from('left'), at)
  await sql`
    insert into plan (tenant_id, id, status, file_name, file_hash, type, title, issuer, created_by, created_at)
    values (${tenantId}, gen_random_uuid(), 'draft', 'k.txt', ${kept}, '', '', '', ${app.accountId('focal')}, ${at})`
  const former = await storeFile(sql, tenantId, Buffer.from('named by a former row of a register'), at)
  await sql`
    insert into register_past (tenant_id, register, row_id, version, since, until, row)
    values (${tenantId}, 'dissolution', gen_random_uuid(), 1, '2025-01-01', '2026-01-01', ${sql.json({ file: former })})`
  await sql.begin((tx) => forgetFiles(tx, tenantId, [kept, left, former]))
  expect((await sql`select hash from file`).map(({ hash }) => hash).sort()).toEqual([kept, former].sort())
})
