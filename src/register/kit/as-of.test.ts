// A register as it stood on a day.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../test/database.ts'
import { asJson } from '../../store/database.ts'
import { cooperative } from '../cooperative.ts'
import { rowsAsOf } from './as-of.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(async () => app?.close())

test('a day finds the form of the row that counted then; a mistake counts on no day', async () => {
  const { sql, tenantId } = app
  const row = (id: string, more: object) => ({
    ...{ tenant_id: tenantId, id, version: 1, since: '2020-05-01', act: 'create', at: app.clock.now() },
    ...{ account_id: null, actor: 'Thử', reason: '', batch_id: null, is_void: false, code: id.slice(0, 8) },
    ...{ name: 'HTX Suối Mơ', kind: 'cooperative', status: 'active', place: app.agencyId('UBND xã Suối Mơ') },
    ...{ sector: 'agriculture', registered_on: '2020-05-01', members: 12 },
    ...more,
  })
  const [stopped, mistaken] = [randomUUID(), randomUUID()]
  const now = [
    row(stopped, { version: 2, since: '2025-03-10', act: 'suspend', status: 'suspended' }),
    row(mistaken, { version: 2, is_void: true, act: 'void' }),
  ]
  await sql`insert into cooperative ${sql(now)}`
  const past = [row(stopped, {}), row(mistaken, {})].map((row, i) => ({
    ...{ tenant_id: tenantId, register: 'cooperative', row_id: row.id, version: 1, since: row.since },
    ...{ until: now[i]?.since ?? '', row: sql.json(asJson(row)) },
  }))
  await sql`insert into register_past ${sql(past)}`
  const on = (day: string) =>
    sql<{ id: string; status: string; members: number }[]>`
      select id, status, members from ${rowsAsOf(sql, cooperative, tenantId, day)} as r`
  expect(await on('2020-04-30')).toEqual([])
  expect(await on('2025-03-09')).toEqual([{ id: stopped, status: 'active', members: 12 }])
  expect(await on('2025-03-10')).toEqual([{ id: stopped, status: 'suspended', members: 12 }])
})
