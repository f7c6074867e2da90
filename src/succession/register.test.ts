// Rows of registers follow reorganisations: from the act's day on, by one decision, along chains; earlier days stay.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { newCooperative, newRow } from '../../test/register.ts'
import { cooperative } from '../register/cooperative.ts'
import { rowsAsOf } from '../register/kit/as-of.ts'
import { learningEvent } from '../register/learning-event.ts'
import type { ActForm } from './act.ts'
import { applyDue, decide, recordAct } from './reorganise.ts'

let app: Awaited<ReturnType<typeof testApp>>
let by: { tenantId: number; accountId: string; name: string }
beforeAll(async () => {
  app = await testApp()
  by = { tenantId: 1, accountId: app.accountId('admin'), name: 'Quản trị' }
})
beforeEach(() => app.clock.set('2026-11-21T02:00:00Z'))
afterAll(() => app?.close())

const now = () => ({ at: app.clock.now(), today: app.clock.today() })
const founded = (name: string) => ({
  ...{ agencyId: null, takes: '' },
  founded: { name, code: null, kind: 'commune' as const, parentId: null },
})
const record = (form: Partial<ActForm>) =>
  app.sql.begin((tx) =>
    recordAct(
      tx,
      by,
      {
        ...{ kind: 'merge', documentNumber: '1/NQ', documentOn: null, note: '', old: [], successors: [] },
        ...{ effectiveOn: '2026-06-01', decisions: [], ...form },
      },
      now(),
    ),
  )
const idOf = async (name: string) =>
  (await app.sql<{ id: string }[]>`select id from agency where name = ${name}`)[0]?.id ?? ''
const placeOn = async (id: string, day: string) => {
  const [row] = await app.sql<{ name: string }[]>`
    select agency.name from ${rowsAsOf(app.sql, cooperative, 1, day)} r join agency on agency.id = r.place
    where r.id = ${id}`
  return row?.name ?? null
}

test('a merger passes the rows of both on with its day; a second one follows; earlier days keep the old place', async () => {
  const [a, b] = ['UBND xã Suối Mơ', 'UBND xã Đồi Chè'].map((name) => app.agencyId(name))
  const first = await newCooperative(app, { place: a ?? '' })
  const second = await newCooperative(app, { place: b ?? '' })
  const young = await newCooperative(app, { place: b ?? '', registeredOn: '2026-08-01' })
  const mistake = await newCooperative(app, { place: a ?? '' })
  await app.sql`update cooperative set is_void = true where id = ${mistake}`
  const { passed } = await record({ old: [a ?? '', b ?? ''], successors: [founded('UBND xã Mơ Chè')] })
  expect(passed.rows).toBe(3)
  expect(await placeOn(first, '2026-05-31')).toBe('UBND xã Suối Mơ')
  expect(await placeOn(second, '2026-05-31')).toBe('UBND xã Đồi Chè')
  for (const id of [first, second]) expect(await placeOn(id, '2026-06-01')).toBe('UBND xã Mơ Chè')
  // Entered later than the day of the act: its first day stays.
  expect(await placeOn(young, '2026-08-01')).toBe('UBND xã Mơ Chè')
  const [row] = await app.sql`
    select act, since, actor, reason, version from cooperative where id = ${first}`
  expect(row).toMatchObject({ act: 'pass-on', since: '2026-06-01', actor: 'Quản trị', version: 2 })
  expect(row?.reason).toContain('1/NQ')

  await record({
    ...{ kind: 'merge', effectiveOn: '2026-09-01', old: [await idOf('UBND xã Mơ Chè')] },
    successors: [{ agencyId: app.agencyId('UBND phường Cầu Mây'), founded: null, takes: '' }],
  })
  expect(await placeOn(first, '2026-08-31')).toBe('UBND xã Mơ Chè')
  expect(await placeOn(first, '2026-09-01')).toBe('UBND phường Cầu Mây')

  // What comes to an ended agency later passes on by itself, all along the chain.
  const late = await newCooperative(app, { place: a ?? '', registeredOn: '2019-01-01' })
  await app.sql.begin((tx) => applyDue(tx, 1, now()))
  expect([await placeOn(late, '2026-11-21'), await placeOn(late, '2026-01-01')]).toEqual([
    'UBND phường Cầu Mây',
    'UBND xã Suối Mơ',
  ])
  const before = await app.sql`select count(*)::int as n from register_past`
  await app.sql.begin((tx) => applyDue(tx, 1, now()))
  expect(await app.sql`select count(*)::int as n from register_past`).toEqual(before)
})

test('where people decide, rows wait for their decision; a prepared act moves nothing before its day', async () => {
  const old = app.agencyId('Sở Nội vụ')
  const event = { code: 'LH1', name: 'Tập huấn', kind: 'training', heldOn: '2026-01-05', agency: old }
  const columns = Object.keys(learningEvent.columns)
  const id = await newRow(
    app,
    learningEvent,
    Object.fromEntries(Object.entries(event).filter(([name]) => columns.includes(name))),
  )
  const agency = async () =>
    (
      await app.sql<{ name: string }[]>`
      select agency.name from learning_event e join agency on agency.id = e.agency where e.id = ${id}`
    )[0]?.name
  const founding = (name: string) => ({
    ...{ agencyId: null, takes: '' },
    founded: { name, code: null, kind: 'department' as const, parentId: null },
  })
  const { id: actId, state } = await record({
    ...{ kind: 'split', effectiveOn: '2026-12-01', documentNumber: '2/NQ', old: [old] },
    successors: [founding('Sở Nhân lực'), founding('Sở Công vụ')],
  })
  expect([state, await agency()]).toEqual(['prepared', 'Sở Nội vụ'])
  app.clock.set('2026-12-02T02:00:00Z')
  await app.sql.begin((tx) => applyDue(tx, 1, now()))
  expect(await agency()).toBe('Sở Nội vụ')
  const admin = await app.signIn('admin')
  const [pending] = (await admin('GET', '/api/reorganisations/pending')).json()
  expect(pending.holding.rows).toBe(1)
  const decision = { agencyId: old, to: { successor: 1 }, why: 'Đề án', exceptions: [], accounts: [] }
  const passed = await app.sql.begin((tx) => decide(tx, by, actId, decision, now()))
  expect([passed.rows, await agency()]).toEqual([1, 'Sở Công vụ'])
  const [row] = await app.sql`select since, act from learning_event where id = ${id}`
  expect(row).toEqual({ since: '2026-12-01', act: 'pass-on' })
})
