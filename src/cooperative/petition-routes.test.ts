import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addCooperative, addRow } from '../../test/cooperative.ts'
import { testApp } from '../../test/database.ts'
import { type Caller, nameKeeper } from '../../test/market.ts'
import { assignmentOf, newItem, planWithWork } from '../../test/work.ts'
import * as words from '../vocabulary/words.ts'
import type { Petition } from './petition.ts'
import { escalatePetitions } from './petition-record.ts'

let app: Awaited<ReturnType<typeof testApp>>
let as: Record<'officer' | 'head' | 'focal' | 'finance-head' | 'commune' | 'leader' | 'admin', Caller>
let cooperative: string
let id: string

beforeAll(async () => {
  app = await testApp()
  const logins = ['officer', 'head', 'focal', 'finance-head', 'commune', 'leader', 'admin'] as const
  as = Object.fromEntries(
    await Promise.all(logins.map(async (login) => [login, await app.signIn(login)])),
  ) as typeof as
  await nameKeeper(app, 'petition', 'Sở Tài chính')
  cooperative = await addCooperative(app)
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-18T02:00:00Z') // a Wednesday
  id = await addRow(app, 'petition', {
    ...{ code: `KN-${randomUUID()}`, cooperative, receivedOn: '2026-11-16', content: 'Xin thuê đất làm kho' },
    ...{ field: 'land', status: 'received' },
  })
})

/** Days go by: sessions of before have ended. */
async function later(instant: string) {
  app.clock.set(instant)
  as.focal = await app.signIn('focal')
  as.leader = await app.signIn('leader')
}
const read = async (caller = as.focal) => (await caller('GET', `/api/petitions/${id}`)).json() as Petition
async function step(caller: Caller, body: object, version?: number, key = randomUUID()) {
  const seen = version ?? (await read()).version
  return caller('POST', `/api/petitions/${id}/steps`, { body, version: seen, key })
}
const sending = (more: object = {}) => ({
  ...{ kind: 'send', addresseeId: app.agencyId('Sở Nội vụ'), days: 3 },
  ...more,
})
const row = async () =>
  (
    await app.sql`select status, agency, due_on, answer, answered_on, version from petition
                 where tenant_id = ${app.tenantId} and id = ${id}`
  )[0]

describe('on its way', () => {
  test('sent, answered, told: row, clock and notices follow', async () => {
    expect(await read()).toMatchObject({
      status: 'received',
      whyNot: { send: null },
      steps: [],
      settingDays: null,
    })
    const sent = await step(as.focal, sending())
    expect([sent.statusCode, sent.json()]).toMatchObject([201, { status: 'sent', version: 2 }])
    // Wednesday and three working days: Monday.
    expect(await row()).toMatchObject({
      status: 'sent',
      agency: app.agencyId('Sở Nội vụ'),
      due_on: '2026-11-23',
    })
    expect(await read()).toMatchObject({
      workingDaysLeft: 3,
      clock: { dueOn: '2026-11-23', from: '2026-11-18' },
    })
    const told = (await as.head('GET', '/api/notices?unseen=1')).json().notices
    expect(told[0]).toMatchObject({ kind: 'petition-sent', subject: { kind: 'petition', id } })

    expect((await step(as.officer, { kind: 'answer', text: 'Được' })).statusCode).toBe(403)
    app.clock.set('2026-11-19T02:00:00Z')
    const answer = {
      kind: 'answer',
      text: 'Đồng ý cho thuê',
      documentNumber: '12/SNV',
      documentOn: '2026-11-19',
    }
    expect((await step(as.head, answer)).statusCode).toBe(201)
    expect(await row()).toMatchObject({
      status: 'answered',
      answer: 'Đồng ý cho thuê',
      answered_on: '2026-11-19',
    })
    const heard = (await as.commune('GET', '/api/notices?unseen=1')).json().notices
    expect(heard[0]).toMatchObject({ kind: 'petition-answered' })

    const tell = { kind: 'tell', on: '2026-11-19', way: 'phone' }
    expect((await step(as.officer, tell)).statusCode).toBe(403)
    expect((await step(as.commune, { ...tell, on: '2026-11-18' })).statusCode).toBe(422)
    expect((await step(as.commune, tell)).statusCode).toBe(201)
    const { status, steps } = await read()
    expect([status, steps.map(({ kind }) => kind)]).toEqual(['told', ['tell', 'answer', 'send', 'receive']])
    const past = await app.sql`
      select row->>'status' as status from register_past
      where tenant_id = ${app.tenantId} and register = 'petition' and row_id = ${id} order by version`
    expect(past.map(({ status: was }) => was)).toEqual(['received', 'sent', 'answered'])
  })

  test('only by who keeps the register, once, against what was seen', async () => {
    for (const caller of [as.officer, as.commune, as.leader])
      expect((await step(caller, sending())).statusCode).toBe(403)
    expect((await step(as.focal, sending(), 9)).statusCode).toBe(412)
    expect((await step(as.focal, { kind: 'answer', text: 'x' })).statusCode).toBe(409)
    const key = randomUUID()
    const [first, again] = [await step(as.focal, sending(), 1, key), await step(as.focal, sending(), 1, key)]
    expect(again.json()).toEqual(first.json())
    expect((await read()).steps).toHaveLength(2)
    expect((await step(as.focal, sending())).json().code).toBe('petition.sent-there')
  })

  test.each([
    ['no addressee', { addresseeId: 'x' }],
    ['an agency of nowhere', { addresseeId: randomUUID() }],
    ['no days', { days: 0 }],
    ['half a day', { days: 1.5 }],
    ['a next level without days', { nextId: randomUUID() }],
  ])('%s is refused', async (_, more) => {
    expect((await step(as.focal, sending(more))).statusCode).toBe(422)
    expect(await row()).toMatchObject({ status: 'received', version: 1 })
  })

  test('the register itself does not move it', async () => {
    const moved = await as.focal('POST', `/api/registers/petition/rows/${id}/steps`, {
      ...{ version: 1, body: { step: 'withdraw', reason: '' } },
    })
    expect([moved.statusCode, moved.json().title]).toEqual([403, words.register.ofRoom])
  })

  test('returned, sent elsewhere, given more time, asked anew, withdrawn', async () => {
    await step(as.focal, sending())
    expect((await step(as.head, { kind: 'return', text: 'Không thuộc thẩm quyền' })).statusCode).toBe(201)
    expect(await row()).toMatchObject({ status: 'received', agency: null, due_on: null })
    await step(as.focal, sending({ addresseeId: app.agencyId('Sở Công Thương') }))
    const more = { kind: 'extend', days: 5, text: 'Chờ ý kiến Sở khác' }
    expect((await step(as.commune, more)).statusCode).toBe(403)
    expect((await step(as.focal, more)).statusCode).toBe(201)
    expect(await row()).toMatchObject({ due_on: '2026-11-30' })
    expect((await step(as.leader, { kind: 'answer', text: 'Đồng ý' })).statusCode).toBe(201)
    expect((await step(as.focal, { kind: 'reopen', text: 'Chưa rõ diện tích' })).statusCode).toBe(201)
    expect(await row()).toMatchObject({ status: 'received', answer: null })
    expect((await step(as.commune, { kind: 'withdraw', text: 'Hợp tác xã rút' })).statusCode).toBe(201)
    expect(await row()).toMatchObject({ status: 'withdrawn' })
  })
})

describe('the clock', () => {
  const escalate = () =>
    app.sql.begin((tx) =>
      escalatePetitions(tx, app.tenantId, { at: app.clock.now(), today: app.clock.today() }),
    )

  test('hands on what nobody answered, never answers', async () => {
    await step(as.focal, sending({ nextId: app.agencyId('Sở Công Thương'), nextDays: 2 }))
    app.clock.set('2026-11-23T02:00:00Z')
    await escalate()
    expect(await row()).toMatchObject({ agency: app.agencyId('Sở Nội vụ') })
    app.clock.set('2026-11-24T02:00:00Z')
    await escalate()
    expect(await row()).toMatchObject({ agency: app.agencyId('Sở Công Thương'), due_on: '2026-11-26' })
    await escalate()
    await later('2026-11-27T02:00:00Z')
    await escalate()
    await escalate()
    const { status, withLeaders, steps } = await read()
    expect([status, withLeaders]).toEqual(['sent', true])
    expect(steps.map(({ kind }) => kind)).toEqual(['escalate', 'escalate', 'send', 'receive'])
    expect(steps[0]?.actor).toBe(words.petition.clockActor)
    const list = (await as.leader('GET', '/api/petitions?state=leaders')).json()
    expect(list.rows.map((one: Petition) => one.id)).toContain(id)
    expect((await step(as.focal, { kind: 'extend', days: 5, text: 'x' })).statusCode).toBe(409)
    expect((await step(as.leader, { kind: 'answer', text: 'Giao Sở Công Thương' })).statusCode).toBe(201)
  })
})

describe('as a difficulty of a plan', () => {
  async function becomes() {
    const item = newItem(1, { bearers: [app.agencyId('Sở Nội vụ')] })
    await planWithWork(app, [item], { number: `${randomUUID().slice(0, 4)}/KH-UBND` })
    const assignmentId = await assignmentOf(app, item.id, app.agencyId('Sở Nội vụ'))
    await step(as.focal, sending())
    const form = {
      kind: 'to-difficulty',
      assignmentIds: [assignmentId],
      type: 'land',
      proposal: 'Giao đất sạch',
    }
    const answer = await step(as.officer, form)
    expect(answer.statusCode).toBe(201)
    return answer.json().difficultyId as string
  }
  const difficulty = (caller: Caller, difficultyId: string, version: number, body: object) =>
    caller('POST', `/api/difficulties/${difficultyId}/steps`, { version, body })

  test('its answer comes back, and goes again when it is asked anew', async () => {
    const difficultyId = await becomes()
    expect(await read()).toMatchObject({
      ...{ status: 'sent', agency: { name: 'Sở Tài chính' }, dueOn: null, difficulty: { status: 'raised' } },
      whyNot: { answer: words.petition.goesWithDifficulty },
    })
    const sent = { kind: 'send', addresseeId: app.agencyId('Sở Công Thương'), days: 4 }
    expect((await difficulty(as.focal, difficultyId, 1, sent)).statusCode).toBe(201)
    expect(await read()).toMatchObject({ dueOn: '2026-11-24', workingDaysLeft: 4 })
    const answer = { kind: 'answer', text: 'Bố trí 500 m²', documentNumber: '5/UBND' }
    expect((await difficulty(as.leader, difficultyId, 2, answer)).statusCode).toBe(201)
    expect(await row()).toMatchObject({ status: 'answered', answer: 'Bố trí 500 m²' })
    expect(
      (await difficulty(as.officer, difficultyId, 3, { kind: 'reopen', text: 'Chưa đủ' })).statusCode,
    ).toBe(201)
    expect(await row()).toMatchObject({ status: 'sent', answer: null })
    expect(await read()).toMatchObject({ difficultyId })
  })

  test('withdrawn, it is back with whoever received it', async () => {
    const difficultyId = await becomes()
    expect((await difficulty(as.officer, difficultyId, 1, { kind: 'withdraw', text: '' })).statusCode).toBe(
      201,
    )
    expect(await row()).toMatchObject({ status: 'received', agency: null })
    expect(await read()).toMatchObject({ difficultyId: null, whyNot: { send: null } })
  })

  test('not on duties of others', async () => {
    const item = newItem(1, { bearers: [app.agencyId('UBND xã Suối Mơ')] })
    await planWithWork(app, [item], { number: `${randomUUID().slice(0, 4)}/KH-UBND` })
    const assignmentId = await assignmentOf(app, item.id, app.agencyId('UBND xã Suối Mơ'))
    const form = { kind: 'to-difficulty', assignmentIds: [assignmentId], type: 'land', proposal: 'x' }
    expect((await step(as.focal, form)).statusCode).toBe(403)
    expect(await row()).toMatchObject({ status: 'received', version: 1 })
  })
})

describe('the list', () => {
  test('by state, agency, commune and words, with counts', async () => {
    await step(as.focal, sending())
    const ids = async (query: string) =>
      (await as.focal('GET', `/api/petitions?${query}`)).json().rows.map((one: Petition) => one.id)
    expect(await ids('state=sent&q=thue dat')).toContain(id)
    expect(await ids(`state=all&place=${app.agencyId('UBND xã Đồi Chè')}`)).not.toContain(id)
    expect(await ids(`agency=${app.agencyId('Sở Nội vụ')}`)).toContain(id)
    await later('2026-11-25T02:00:00Z')
    expect(await ids('state=overdue')).toContain(id)
    expect((await as.focal('GET', '/api/petitions?after=zzz')).statusCode).toBe(422)
    expect((await app.server.inject('/api/petitions')).statusCode).toBe(401)
  })
})

describe('the usual time', () => {
  const set = (caller: Caller, version: number, body: object = { days: 10, basis: 'Quy chế giả định' }) =>
    caller('PUT', '/api/petitions/setting', { version, body })

  test('is entered with its document, never guessed', async () => {
    expect((await as.leader('GET', '/api/petitions')).json().setting).toBeNull()
    expect((await set(as.officer, 0)).statusCode).toBe(403)
    expect((await set(as.focal, 0, { days: 0, basis: 'x' })).statusCode).toBe(422)
    expect((await set(as.focal, 0, { days: 10, basis: ' ' })).statusCode).toBe(422)
    expect((await set(as.focal, 0)).json()).toMatchObject({ days: 10, version: 1 })
    expect((await set(as.admin, 0)).statusCode).toBe(412)
    expect((await set(as.admin, 1, { days: 15, basis: 'Quy chế mới' })).json()).toMatchObject({ version: 2 })
    expect(await read()).toMatchObject({ settingDays: 15 })
  })
})
