// Somebody leaves: everything they answer for passes to another in one act, or nothing does.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { statementsOf } from '../../test/queries.ts'
import { assignmentOf, dueBy, newItem, planWithWork } from '../../test/work.ts'
import * as words from '../vocabulary/words.ts'
import type { Colleagues, Holder } from './hand-over.ts'

const { handOver: said } = words.steps
let app: Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<typeof app.signIn>>
const callers = new Map<string, Caller>()
const as = (login: string): Caller => {
  const caller = callers.get(login)
  if (!caller) throw new Error(`nobody signed in as ${login}`)
  return caller
}
let ids: string[] = []
let planId = ''
let itemId = ''

beforeAll(async () => {
  app = await testApp()
  for (const login of ['admin', 'head', 'officer', 'officer2', 'commune-head', 'focal'])
    callers.set(login, await app.signIn(login))
})
afterAll(() => app.close())
/** Five duties laid on officer: assigned, reported, approved, suspended, done; one item and one plan in their charge. */
beforeEach(async () => {
  const { sql, tenantId } = app
  await sql`update account set is_active = true where tenant_id = ${tenantId}`
  await sql`update assignment set person_id = null where tenant_id = ${tenantId}`
  await sql`update item set leader_id = null, follower_id = null where tenant_id = ${tenantId}`
  await sql`update plan set leader_id = null, follower_id = null where tenant_id = ${tenantId}`
  const office = app.agencyId('Sở Nội vụ')
  const items = Array.from({ length: 5 }, (_, i) =>
    newItem(i + 1, { bearers: [office], due: dueBy('2026-12-15') }),
  )
  planId = (await planWithWork(app, items)).planId
  itemId = items[0]?.id ?? ''
  ids = await Promise.all(items.map((item) => assignmentOf(app, item.id, office)))
  const act = async (login: string, some: string[], version: number, form: object) => {
    const steps = some.map((id) => ({ id, version, form }))
    const answer = await as(login)('POST', '/api/work/steps', { body: { steps } })
    expect(answer.json().results.map((row: { why: string }) => row.why)).toEqual(some.map(() => null))
  }
  await act('head', ids, 1, { kind: 'assign', toAccountId: app.accountId('officer') })
  await act('officer', ids.slice(1), 2, { kind: 'report', text: 'Đã làm', percent: 100 })
  await act('head', [ids[2] ?? '', ids[4] ?? ''], 3, { kind: 'approve' })
  await act('focal', [ids[3] ?? ''], 3, { kind: 'suspend', text: 'Chờ hướng dẫn' })
  await act('focal', [ids[4] ?? ''], 4, { kind: 'confirm' })
  const officer = app.accountId('officer')
  await sql`update item set leader_id = ${officer}, follower_id = ${officer} where tenant_id = ${tenantId} and id = ${itemId}`
  await sql`update plan set follower_id = ${officer} where tenant_id = ${tenantId} and id = ${planId}`
})

const HOLDING = { assignments: 4, itemsLed: 1, itemsFollowed: 1, plansLed: 0, plansFollowed: 1 }
const form = (more: object = {}) => ({
  fromId: app.accountId('officer'),
  toId: app.accountId('officer2'),
  ...{ reason: 'Chuyển công tác', stopAccount: false, seen: HOLDING },
  ...more,
})
const handOver = (by: string, more: object = {}, key = randomUUID() as string) =>
  as(by)('POST', '/api/hand-over', { key, body: form(more) })
const holder = async (login: string, of: string): Promise<Holder | undefined> =>
  (await as(login)('GET', '/api/hand-over/people'))
    .json()
    .people.find(({ id }: Holder) => id === app.accountId(of))

test('passes all that is open, and what the person leads and follows; what is done stays theirs', async () => {
  expect((await holder('head', 'officer'))?.holding).toEqual(HOLDING)
  const answer = await handOver('head')
  expect(answer.json()).toEqual({ holding: HOLDING, isStopped: false })
  const rows = await app.sql<{ id: string; personId: string; status: string; version: number }[]>`
    select id, person_id as "personId", status, version from assignment
    where tenant_id = ${app.tenantId} and id = any(${ids}::uuid[])`
  const of = new Map(rows.map((row) => [row.id, row]))
  const names = ids.map((id) => of.get(id)?.personId === app.accountId('officer2'))
  expect(names).toEqual([true, true, true, true, false])
  expect(ids.map((id) => of.get(id)?.status)).toEqual(['active', 'reported', 'approved', 'suspended', 'done'])
  const batches = await app.sql`
    select distinct batch_id from step
    where tenant_id = ${app.tenantId} and assignment_id = any(${ids}::uuid[]) and kind = 'assign' and text = 'Chuyển công tác'`
  expect(batches).toHaveLength(1)
  const [item] = await app.sql`
    select leader_id, follower_id, version from item where tenant_id = ${app.tenantId} and id = ${itemId}`
  expect(item).toEqual({
    leader_id: app.accountId('officer2'),
    follower_id: app.accountId('officer2'),
    version: 2,
  })
  const audited = await app.sql<{ action: string }[]>`
    select action from audit_event where tenant_id = ${app.tenantId} and action like '%hand-over' order by action`
  expect(audited.map(({ action }) => action)).toEqual(['item.hand-over', 'plan.hand-over', 'work.hand-over'])
  const told = async (login: string) =>
    (await as(login)('GET', '/api/notices?unseen=1'))
      .json()
      .notices.filter(({ kind }: { kind: string }) => kind === 'transferred')
  // The one who takes over is told, and nobody else of the agency.
  expect(await told('officer2')).toMatchObject([
    { subject: { kind: 'plan' }, detail: { reason: 'Chuyển công tác', items: 4 } },
  ])
  expect([await told('head'), await told('officer')]).toEqual([[], []])
  const [seen] = await told('officer2')
  for (const login of ['head', 'officer2'])
    await as(login)('PUT', '/api/notices/seen', { key: randomUUID(), body: { ids: [seen.id] } })
  expect(await told('officer2')).toEqual([])
  const marks = await app.sql`select account_id from notice_seen where tenant_id = ${app.tenantId}`
  expect(marks).toEqual([{ account_id: app.accountId('officer2') }])
  expect((await holder('head', 'officer'))?.holding.assignments).toBe(0)
  const none = { assignments: 0, itemsLed: 0, itemsFollowed: 0, plansLed: 0, plansFollowed: 0 }
  expect((await handOver('head', { seen: none })).json().title).toBe(said.nothing('Người dùng officer'))
  await app.sql`delete from audit_event where tenant_id = ${app.tenantId} and action like '%hand-over'`
})

test.each([
  ['officer2', {}, 403],
  ['commune-head', {}, 403],
  ['focal', {}, 403],
  ['head', { stopAccount: true }, 403],
  ['head', { toId: 'officer' }, 422],
  ['admin', { toId: 'commune-head' }, 422],
  ['head', { toId: 'nobody' }, 404],
  ['head', { reason: ' ' }, 422],
  ['head', { seen: { ...HOLDING, assignments: 3 } }, 412],
  ['admin', {}, 200],
])('by %s with %j: %i', async (by, more, status) => {
  const toId = 'toId' in more ? { toId: app.accountId(more.toId ?? '') || randomUUID() } : {}
  const answer = await handOver(by, { ...more, ...toId })
  expect(answer.statusCode, answer.body).toBe(status)
  if (status !== 200) expect((await holder('admin', 'officer'))?.holding).toEqual(HOLDING)
  await app.sql`delete from audit_event where tenant_id = ${app.tenantId} and action like '%hand-over'`
})

test('the account may be stopped in the same act; whoever is stopped and still holds work is listed', async () => {
  const leaving = await app.signIn('officer')
  expect((await handOver('admin', { stopAccount: true })).json().isStopped).toBe(true)
  expect((await leaving('GET', '/api/work')).statusCode).toBe(401)
  expect(await holder('admin', 'officer')).toBeUndefined()
  await app.sql`
    update assignment set person_id = ${app.accountId('officer')} where tenant_id = ${app.tenantId} and id = ${ids[0] ?? ''}`
  expect(await holder('head', 'officer')).toMatchObject({ isActive: false, holding: { assignments: 1 } })
  const seen = { assignments: 1, itemsLed: 0, itemsFollowed: 0, plansLed: 0, plansFollowed: 0 }
  expect((await handOver('head', { seen })).statusCode).toBe(200)
  await app.sql`update account set is_active = true where tenant_id = ${app.tenantId}`
  callers.set('officer', await app.signIn('officer'))
})

test('sent twice it is done once; sent by two at once, by one', async () => {
  const key = randomUUID()
  const first = await handOver('head', {}, key)
  expect((await handOver('head', {}, key)).body).toBe(first.body)
  const back = { fromId: app.accountId('officer2'), toId: app.accountId('officer') }
  const both = await Promise.all([handOver('head', back), handOver('admin', back)])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
})

test('costs the same with one duty as with many', async () => {
  const { statements } = await statementsOf(app, () => handOver('head'))
  expect(statements.length).toBeLessThanOrEqual(20)
})

test('colleagues: people and units of the agency with what they have, for those of it only', async () => {
  const office = app.agencyId('Sở Nội vụ')
  const unit = randomUUID()
  await app.sql`
    insert into agency (tenant_id, id, name, name_key, kind, parent_id, created_at)
    values (${app.tenantId}, ${unit}, 'Phòng Tổng hợp', 'phòng tổng hợp', 'unit', ${office}, ${app.clock.now()})`
  const answer = await as('head')('GET', `/api/work/colleagues?agency=${office}`)
  const { units, people } = answer.json<Colleagues>()
  expect(units).toEqual([{ id: unit, name: 'Phòng Tổng hợp', open: 0 }])
  expect(people.map(({ name, open }) => [name, open])).toEqual([
    ['Người dùng head', 0],
    ['Người dùng officer', 4],
    ['Người dùng officer2', 0],
  ])
  expect((await as('commune-head')('GET', `/api/work/colleagues?agency=${office}`)).statusCode).toBe(403)
  const taken = await as('head')('POST', `/api/work/${ids[0]}/steps`, {
    version: 2,
    body: { kind: 'assign', toAgencyId: unit, text: 'Phối hợp làm' },
  })
  expect(taken.statusCode).toBe(201)
})
