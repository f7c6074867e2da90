// Many rows at once: all or none, one entry in the audit, and fast enough for an import.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../../test/database.ts'
import { newCooperative } from '../../../test/register.ts'
import { Refusal } from '../../base/refusal.ts'
import { cooperative } from '../cooperative.ts'
import { member } from '../member.ts'
import { checkRows } from './check.ts'
import { insertRows, updateRows } from './record.ts'
import type { Values } from './register.ts'

let app: Awaited<ReturnType<typeof testApp>>
const by = { tenantId: 1, accountId: null, name: 'Nhập tệp' }
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

const batch = () => ({ at: app.clock.now(), today: app.clock.today(), act: 'import', batchId: randomUUID() })
const row = (code: string, more: Values = {}) => ({
  id: randomUUID(),
  values: {
    ...Object.fromEntries(Object.keys(cooperative.columns).map((name) => [name, null])),
    ...{ code, name: `HTX ${code}`, kind: 'cooperative', status: 'active', sector: 'services' },
    ...{ place: app.agencyId('UBND xã Đồi Chè'), registeredOn: '2023-04-05', members: 7 },
    ...more,
  } as Values,
})
const refusalOf = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

test('rows are added and changed in one go, with one entry each; what was is kept', async () => {
  const rows = ['01', '02', '03'].map((code) => row(code))
  const first = batch()
  await app.sql.begin((tx) => insertRows(tx, by, cooperative, rows, first))
  const second = batch()
  await app.sql.begin((tx) =>
    updateRows(
      tx,
      by,
      cooperative,
      rows.map(({ id }, i) => ({
        ...{
          id,
          version: 1,
          values: (i ? { members: 8 } : { status: 'ended', name: 'HTX đổi tên' }) as Values,
        },
        since: i === 2 ? '2020-01-01' : '2025-01-01',
      })),
      { ...second, reason: 'Hệ thống quốc gia' },
    ),
  )
  const now = await app.sql`
    select code, name, status, members, since, version, act, batch_id as "batchId", reason from cooperative
    where id = any(${rows.map(({ id }) => id)}::uuid[]) order by code`
  const same = { version: 2, act: 'import', batchId: second.batchId, reason: 'Hệ thống quốc gia' }
  expect(now).toEqual([
    { code: '01', name: 'HTX đổi tên', status: 'ended', members: 7, since: '2025-01-01', ...same },
    { code: '02', name: 'HTX 02', status: 'active', members: 8, since: '2025-01-01', ...same },
    // Never from before the day on which it stands already.
    { code: '03', name: 'HTX 03', status: 'active', members: 8, since: '2023-04-05', ...same },
  ])
  const found = await app.sql`select code from cooperative where search like '%doi ten%'`
  expect(found).toEqual([{ code: '01' }])
  const past = await app.sql`
    select since, until, row ->> 'status' as status, row ->> 'batch_id' as batch from register_past
    where row_id = ${rows[0]?.id ?? ''}`
  expect(past).toEqual([{ since: '2023-04-05', until: '2025-01-01', status: 'active', batch: first.batchId }])
  const entries = await app.sql`
    select action, subject_id as batch, detail from audit_event where action like 'register.%' order by at, detail::text`
  expect(entries).toEqual([
    { action: 'register.import', batch: first.batchId, detail: { added: 3, reason: '' } },
    { action: 'register.import', batch: second.batchId, detail: { changed: 3, reason: 'Hệ thống quốc gia' } },
  ])
})

test('one stale row, one taken code, one voided reference: nothing is written', async () => {
  const id = await newCooperative(app)
  const before = await app.sql`select * from cooperative order by id`
  const stale = app.sql.begin(async (tx) => {
    await insertRows(tx, by, cooperative, [row('11')], batch())
    await updateRows(tx, by, cooperative, [{ id, version: 7, values: { members: 1 } }], batch())
  })
  expect((await refusalOf(stale)).kind).toBe('stale')
  const gone = app.sql.begin((tx) =>
    updateRows(tx, by, cooperative, [{ id: randomUUID(), version: 1, values: {} }], batch()),
  )
  expect((await refusalOf(gone)).kind).toBe('stale')
  const taken = app.sql.begin((tx) => insertRows(tx, by, cooperative, [row('12'), row('01')], batch()))
  expect(await refusalOf(taken)).toMatchObject({ code: 'register.taken', faults: [{ at: 'values.code' }] })
  await app.sql`update cooperative set is_void = true where id = ${id}`
  const values = { ...{ cooperative: id, number: '1', name: 'A', kind: 'official', role: 'member' } }
  const pointing = app.sql.begin((tx) =>
    insertRows(
      tx,
      by,
      member,
      [{ id: randomUUID(), values: { ...values, joinedOn: '2024-01-01' } }],
      batch(),
    ),
  )
  expect(await refusalOf(pointing)).toMatchObject({ faults: [{ at: 'values.cooperative' }] })
  await app.sql`update cooperative set is_void = false where id = ${id}`
  expect(await app.sql`select * from cooperative order by id`).toEqual(before)
})

test('faults of many rows by their index: taken, twice, leading nowhere', async () => {
  await newCooperative(app, { code: '0777' })
  const there = await newCooperative(app, { code: '0776' })
  const rows = [
    row('0777'),
    row('0778'),
    row('0778'),
    row('0779', { place: randomUUID(), parentUnion: randomUUID() }),
    { ...row('0776'), id: there },
  ]
  const faults = await checkRows(app.sql, 1, cooperative, rows)
  expect([...faults].map(([index, found]) => [index, found.map(({ at }) => at)])).toEqual([
    [2, ['code']],
    [0, ['code']],
    [3, ['place', 'parentUnion']],
  ])
})

test('twenty thousand rows in and changed within seconds', async () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => row(`9${String(i).padStart(9, '0')}`))
  const times: number[] = []
  const timed = async (work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    times.push(Math.round(performance.now() - began))
  }
  await timed(() => checkRows(app.sql, 1, cooperative, rows))
  const told: number[] = []
  await timed(() =>
    app.sql.begin((tx) =>
      insertRows(tx, by, cooperative, rows, { ...batch(), progress: (done) => told.push(done) }),
    ),
  )
  expect(told.at(-1)).toBe(20_000)
  const changes = rows.map(({ id }, i) => ({ id, version: 1, values: { members: i } }))
  await timed(() => app.sql.begin((tx) => updateRows(tx, by, cooperative, changes, batch())))
  await timed(() => checkRows(app.sql, 1, cooperative, rows))
  const [sum] = await app.sql<{ n: number }[]>`select sum(members) as n from cooperative where code like '9%'`
  expect(sum?.n).toBe((19_999 * 20_000) / 2)
  expect(Math.max(...times)).toBeLessThan(30_000)
}, 120_000)
