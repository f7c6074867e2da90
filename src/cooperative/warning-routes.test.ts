import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addCooperative, addRow } from '../../test/cooperative.ts'
import { testApp } from '../../test/database.ts'
import { type Caller, nameKeeper } from '../../test/market.ts'
import * as words from '../vocabulary/words.ts'
import type { Recipient, Warning } from './warning.ts'

let app: Awaited<ReturnType<typeof testApp>>
let as: Record<'officer' | 'focal' | 'commune' | 'leader', Caller>
let honey: string
let tea: string
let far: string
let id: string

beforeAll(async () => {
  app = await testApp()
  const logins = ['officer', 'focal', 'commune', 'leader'] as const
  as = Object.fromEntries(
    await Promise.all(logins.map(async (login) => [login, await app.signIn(login)])),
  ) as typeof as
  // Sở Tài chính keeps the register: the focal officer's agency.
  await nameKeeper(app, 'trade-warning', 'Sở Tài chính')
  const cooperative = (name: string, code: string, place: string) =>
    addCooperative(app, { name, code, place: app.agencyId(place) })
  honey = await cooperative('HTX Mật ong Suối Mơ', '9900000001', 'UBND xã Suối Mơ')
  tea = await cooperative('HTX Chè Đồi', '9900000002', 'UBND xã Đồi Chè')
  far = await cooperative('HTX Vận tải', '9900000003', 'UBND xã Đồi Chè')
  const product = (code: string, name: string, of: string, hsCode: string | null, markets: string[]) =>
    addRow(app, 'product', { code, name, cooperative: of, category: 'food', hsCode, markets })
  await product('SP1', 'Mật ong hoa nhãn', honey, '04090000', ['Hoa Kỳ'])
  await product('SP2', 'Mật ong rừng', tea, null, [])
  await product('SP3', 'Chè xanh', tea, '0902', ['Nhật Bản'])
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-21T02:00:00Z')
  id = await addRow(app, 'trade-warning', {
    ...{
      code: `CB-${randomUUID()}`,
      title: 'Mật ong vào thị trường Mỹ',
      kind: 'dumping',
      issuedBy: 'Cục giả định',
    },
    ...{ issuedOn: '2026-11-10', hsCodes: ['0409'], productWords: ['mật ong'], markets: ['Mỹ'], content: '' },
  })
})

const read = async (caller = as.focal) => (await caller('GET', `/api/warnings/${id}`)).json() as Warning
const send = (caller: Caller, more: object = {}, version = 0, key = randomUUID()) =>
  caller('POST', `/api/warnings/${id}/send`, { body: { rowVersion: 1, ...more }, version, key })
const told = (caller: Caller, cooperativeIds: string[], more: object = {}, key = randomUUID()) =>
  caller('POST', `/api/warnings/${id}/told`, {
    body: { cooperativeIds, on: '2026-11-21', way: 'phone', ...more },
    key,
  })
const recipients = async (which: string, caller = as.focal) =>
  (await caller('GET', `/api/warnings/${id}/recipients?told=${which}`)).json().recipients as Recipient[]

describe('sending', () => {
  test('to whom it matches, and the communes hear of it', async () => {
    const { matches } = (await as.focal('GET', `/api/warnings/${id}/matches`)).json()
    expect(matches.map((one: { cooperative: { name: string } }) => one.cooperative.name)).toEqual([
      'HTX Chè Đồi',
      'HTX Mật ong Suối Mơ',
    ])
    expect(await read()).toMatchObject({ state: 'unsent', newMatches: 2, version: 0, may: { send: null } })
    const answer = await send(as.focal)
    expect([answer.statusCode, answer.json()]).toEqual([201, { version: 1, recipients: 2, places: 2 }])
    expect(await read()).toMatchObject({ state: 'sent', recipients: 2, told: 0, newMatches: 0 })
    const [first] = await recipients('no')
    expect(first).toMatchObject({
      kind: 'matched',
      why: [{ by: 'word', said: 'mật ong', isMarketOpen: true }],
    })
    const { notices } = (await as.commune('GET', '/api/notices?unseen=1')).json()
    const subject = { kind: 'warning', id }
    expect(notices.find((one: { subject: { id: string } }) => one.subject.id === id)).toMatchObject({
      ...{ kind: 'warning-sent', subject, detail: { items: 1 } },
    })
  })

  test('with some left out and others added, each with the reason', async () => {
    const body = {
      leftOut: [{ cooperativeId: tea, reason: 'Không xuất khẩu mật ong' }],
      added: [{ cooperativeId: far, reason: 'Chở hàng cho các hợp tác xã' }],
    }
    expect((await send(as.focal, body)).json()).toMatchObject({ recipients: 2, places: 2 })
    const [out] = await recipients('out')
    expect([out?.cooperative.id, out?.reason]).toEqual([tea, 'Không xuất khẩu mật ong'])
    // Whoever was left out may be sent it after all.
    const later = await send(as.focal, { added: [{ cooperativeId: tea, reason: 'Đã ký hợp đồng' }] }, 1)
    expect(later.json()).toEqual({ version: 2, recipients: 1, places: 1 })
    expect(await recipients('out')).toEqual([])
  })

  test('only by who keeps the register, once, against what was seen', async () => {
    for (const caller of [as.officer, as.commune]) {
      const refused = await send(caller)
      expect([refused.statusCode, refused.json().title]).toEqual([403, words.warning.notKeeper])
    }
    expect((await send(as.leader)).statusCode).toBe(403)
    expect((await send(as.focal, { rowVersion: 9 })).statusCode).toBe(412)
    expect((await send(as.focal, {}, 3)).statusCode).toBe(412)
    const key = randomUUID()
    const [first, again] = [await send(as.focal, {}, 0, key), await send(as.focal, {}, 0, key)]
    expect(again.json()).toEqual(first.json())
    expect((await send(as.focal)).statusCode).toBe(412)
    expect((await send(as.focal, {}, 1)).json().code).toBe('warning.nobody')
  })

  test.each([
    ['without a reason', { leftOut: [{ cooperativeId: randomUUID(), reason: ' ' }] }, 422],
    ['one left out that does not match', { leftOut: [{ cooperativeId: randomUUID(), reason: 'x' }] }, 409],
    ['one added that is not there', { added: [{ cooperativeId: randomUUID(), reason: 'x' }] }, 422],
  ])('%s is refused', async (_, more, status) => {
    expect((await send(as.focal, more)).statusCode).toBe(status)
    expect(await read()).toMatchObject({ state: 'unsent' })
  })

  test('not when it has ended', async () => {
    await app.sql`update trade_warning set ends_on = '2026-11-20' where tenant_id = ${app.tenantId} and id = ${id}`
    expect((await send(as.focal)).json().title).toBe(words.warning.over.ended)
    expect(await read()).toMatchObject({ state: 'ended' })
  })
})

describe('told', () => {
  beforeEach(async () => {
    await send(as.focal)
  })

  test('by the commune of the cooperative or who keeps the register; nobody else', async () => {
    expect((await told(as.officer, [honey])).statusCode).toBe(403)
    expect((await told(as.commune, [tea])).json().title).toBe(words.warning.notTeller)
    expect((await told(as.commune, [honey, tea])).statusCode).toBe(403)
    expect((await told(as.commune, [honey])).statusCode).toBe(201)
    expect((await told(as.focal, [tea], { way: 'message', note: 'Đã nhận' })).statusCode).toBe(201)
    expect(await read()).toMatchObject({ recipients: 2, told: 2 })
    expect((await recipients('yes'))[0]?.told).toMatchObject({
      on: '2026-11-21',
      way: 'message',
      note: 'Đã nhận',
    })
    const of = await as.leader('GET', `/api/warnings/of-cooperative/${honey}`)
    expect(of.json().warnings).toEqual(
      expect.arrayContaining([expect.objectContaining({ id, toldOn: '2026-11-21' })]),
    )
  })

  test('once', async () => {
    const key = randomUUID()
    expect((await told(as.commune, [honey], {}, key)).json()).toEqual({ told: 1 })
    expect((await told(as.commune, [honey], {}, key)).json()).toEqual({ told: 1 })
    expect((await told(as.commune, [honey])).statusCode).toBe(409)
  })

  test.each([
    ['tomorrow', { on: '2026-11-22' }],
    ['before it was sent', { on: '2026-11-20' }],
    ['no way', { way: 'pigeon' }],
    ['nobody', { cooperativeIds: [] }],
  ])('%s is refused', async (_, more) => {
    expect((await told(as.commune, [honey], more)).statusCode).toBe(422)
  })

  test('recorded by mistake is taken back with the reason', async () => {
    const undo = (caller: Caller, reason = 'Nhầm hợp tác xã') =>
      caller('POST', `/api/warnings/${id}/told/${honey}/undo`, { body: { reason } })
    expect((await undo(as.commune)).statusCode).toBe(409)
    await told(as.commune, [honey])
    expect((await undo(as.officer)).statusCode).toBe(403)
    expect((await undo(as.commune, ' ')).statusCode).toBe(422)
    expect((await undo(as.commune)).statusCode).toBe(201)
    expect(await read()).toMatchObject({ told: 0 })
  })

  test('page by page, and by commune', async () => {
    const one = await as.focal(
      'GET',
      `/api/warnings/${id}/recipients?place=${app.agencyId('UBND xã Đồi Chè')}`,
    )
    expect(one.json().recipients.map((row: Recipient) => row.cooperative.id)).toEqual([tea])
    expect((await as.focal('GET', `/api/warnings/${id}/recipients?after=zzz`)).statusCode).toBe(422)
  })
})

describe('withdrawn', () => {
  const withdraw = (caller: Caller, version: number, reason = 'Cơ quan cảnh báo đã hủy') =>
    caller('POST', `/api/warnings/${id}/withdraw`, { version, body: { reason } })

  test('with the reason, told to the communes; nobody is told of it any more', async () => {
    expect((await withdraw(as.focal, 0)).statusCode).toBe(409)
    await send(as.focal)
    expect((await withdraw(as.officer, 1)).statusCode).toBe(403)
    expect((await withdraw(as.focal, 7)).statusCode).toBe(412)
    expect((await withdraw(as.focal, 1, '')).statusCode).toBe(422)
    expect((await withdraw(as.focal, 1)).statusCode).toBe(201)
    expect(await read()).toMatchObject({
      state: 'withdrawn',
      withdrawn: { reason: 'Cơ quan cảnh báo đã hủy' },
    })
    expect((await told(as.commune, [honey])).statusCode).toBe(409)
    expect((await withdraw(as.focal, 2)).statusCode).toBe(409)
    const { notices } = (await as.commune('GET', '/api/notices?unseen=1')).json()
    const detail = expect.objectContaining({ reason: 'Cơ quan cảnh báo đã hủy' })
    expect(notices).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'warning-withdrawn', detail })]),
    )
  })
})

test('the list says how far each has reached', async () => {
  await send(as.focal)
  const { rows, counts } = (await as.leader('GET', '/api/warnings?state=sent')).json()
  expect(rows.find((row: Warning) => row.id === id)).toMatchObject({ recipients: 2, told: 0 })
  expect(counts.all).toBeGreaterThanOrEqual(counts.sent)
  expect((await as.leader('GET', '/api/warnings/candidates?q=van tai')).json().cooperatives).toMatchObject([
    { id: far, code: '9900000003' },
  ])
})
