import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCooperative, addRow, addUpdate } from '../../test/cooperative.ts'
import { testApp } from '../../test/database.ts'
import { type Caller, nameKeeper } from '../../test/market.ts'
import * as words from '../vocabulary/words.ts'
import type { Desk, OwedList, Picture, ShortValues } from './desk.ts'
import { SHORT_NAMES } from './desk.ts'
import { readParticipants } from './learning.ts'
import { stationsOf } from './market.ts'

let app: Awaited<ReturnType<typeof testApp>>
let as: Record<'officer' | 'focal' | 'commune' | 'leader', Caller>
let done: string
let owing: string
let away: string

beforeAll(async () => {
  app = await testApp()
  const logins = ['officer', 'focal', 'commune', 'leader'] as const
  as = Object.fromEntries(
    await Promise.all(logins.map(async (login) => [login, await app.signIn(login)])),
  ) as typeof as
  await nameKeeper(app, 'participant', 'Sở Tài chính')
  done = await addCooperative(app, { name: 'HTX Đã cập nhật', womanDirector: true })
  owing = await addCooperative(app, { name: 'HTX Còn nợ', womanDirector: false, status: 'suspended' })
  away = await addCooperative(app, { name: 'HTX Nơi khác', place: app.agencyId('UBND xã Đồi Chè') })
  await addCooperative(app, { name: 'HTX Đã giải thể', status: 'ended' })
  await addCooperative(app, { name: 'HTX Chưa lập', registeredOn: '2026-12-20' })
  await addUpdate(app, done, 2025, { managers: 4, trainedManagers: 1 })
  await addUpdate(app, done, 2026, { managers: 4, trainedManagers: 3, standsOn: '2026-11-20' })
  await addUpdate(app, owing, 2025, { members: 12, revenue: 5_000_000 })
})
afterAll(() => app.close())

describe('what there is to do', () => {
  test('in the province, and in one commune', async () => {
    const all = (await as.leader('GET', '/api/cooperatives/desk')).json() as Desk
    expect(all).toMatchObject({
      ...{ year: 2026, place: null, updates: { owed: 2, done: 1 }, ratingsOpen: 1, lastImport: null },
    })
    const own = app.agencyId('UBND xã Suối Mơ')
    const commune = (await as.commune('GET', `/api/cooperatives/desk?place=${own}`)).json() as Desk
    expect(commune).toMatchObject({ place: { id: own }, updates: { owed: 1, done: 1 } })
    expect((await as.commune('GET', `/api/cooperatives/desk?place=${randomUUID()}`)).statusCode).toBe(404)
    expect((await app.server.inject('/api/cooperatives/desk')).statusCode).toBe(401)
  })

  test('who owes an update, and of whom one may enter it', async () => {
    const list = (await as.commune('GET', '/api/cooperatives/owed')).json() as OwedList
    expect(list.rows.map(({ id, hasLast }) => [id, hasLast])).toEqual([
      [away, false],
      [owing, true],
    ])
    expect(list.mayUpdate).toContain(app.agencyId('UBND xã Suối Mơ'))
    expect((await as.commune('GET', '/api/cooperatives/owed?after=zzz')).statusCode).toBe(422)
  })
})

test('the picture: three years, kinds, women, stopped', async () => {
  const picture = (await as.leader('GET', '/api/cooperatives/picture')).json() as Picture
  expect(picture.years.map(({ year, members }) => [year, members])).toEqual([
    [2024, null],
    [2025, expect.any(Number)],
    [2026, expect.any(Number)],
  ])
  expect(picture.years.at(-1)).toMatchObject({ on: '2026-11-21', all: 3, active: 2 })
  expect(picture.women).toEqual({ part: 1, whole: 2, unknown: 1 })
  expect(picture.statuses).toEqual(expect.arrayContaining([{ value: 'suspended', n: 1 }]))
  expect(picture.bands).toBeNull()
})

describe('the short form', () => {
  const blank = Object.fromEntries(SHORT_NAMES.map((name) => [name, null])) as ShortValues
  const form = (more: object = {}) => ({
    ...{ year: 2026, standsOn: '2026-11-21', values: { ...blank, members: 15, revenue: 7_500_000 } },
    ...more,
  })
  const put = (caller: Caller, id: string, version: number, body: object = form(), key = randomUUID()) =>
    caller('PUT', `/api/cooperatives/${id}/update`, { version, body, key })
  const shown = async (caller = as.commune) =>
    (await caller('GET', `/api/cooperatives/${owing}/update`)).json()

  test('is filled from the year before', async () => {
    expect(await shown()).toMatchObject({
      ...{ year: 2026, standsOn: '2026-11-21', last: { members: 12, revenue: 5_000_000 }, now: null },
      ...{ whyNot: null, left: 1, next: null },
    })
    expect((await shown(as.officer)).whyNot).toBe(words.register.notYours)
  })

  test('is saved by the commune once, and changed against what was seen', async () => {
    expect((await put(as.officer, owing, 0)).statusCode).toBe(403)
    expect((await put(as.leader, owing, 0)).statusCode).toBe(403)
    expect((await put(as.commune, away, 0)).statusCode).toBe(403)
    const key = randomUUID()
    const [first, again] = [
      await put(as.commune, owing, 0, form(), key),
      await put(as.commune, owing, 0, form(), key),
    ]
    expect([first.statusCode, again.json()]).toEqual([200, first.json()])
    // Another one who saw nothing entered.
    expect((await put(as.commune, owing, 0)).statusCode).toBe(422)
    expect((await put(as.commune, owing, 9)).statusCode).toBe(412)
    const changed = form({ values: { ...blank, members: 16 } })
    expect((await put(as.commune, owing, 1, changed)).json()).toMatchObject({ version: 2 })
    expect(await shown()).toMatchObject({
      now: { version: 2, values: { members: 16, revenue: null } },
      left: 0,
    })
  })

  test.each([
    ['no members', { values: blank }],
    ['fewer than none', { values: { ...blank, members: -1 } }],
    ['a day to come', { standsOn: '2026-12-14' }],
    ['another column', { values: { ...blank, members: 3, note: 5 } }],
  ])('%s is refused', async (_, more) => {
    expect((await put(as.focal, away, 0, form(more))).statusCode).toBe(422)
  })
})

describe('an event', () => {
  let event: string
  beforeAll(async () => {
    event = await addRow(app, 'learning-event', {
      ...{ code: 'L1', name: 'Tập huấn quản trị', kind: 'training', heldOn: '2026-10-10' },
      agency: app.agencyId('Liên minh Hợp tác xã tỉnh'),
    })
  })
  const TEXT = [
    '1. Lò Thị A; HTX Đã cập nhật; Giám đốc; 0900000000',
    'Vàng B\thtx con no\tthành viên',
    'Tự do C',
  ].join('\n')
  const paste = (caller: Caller, text = TEXT, isDry = false, key = randomUUID()) =>
    caller('POST', `/api/learning-events/${event}/participants`, { body: { text, isDry }, key })

  test('takes participants by lines: tried first, entered once', async () => {
    expect((await paste(as.commune)).statusCode).toBe(403)
    const dry = (await paste(as.focal, TEXT, true)).json()
    expect(dry).toMatchObject({ known: 0, faults: [] })
    expect(
      dry.rows.map((row: { isManager: boolean; cooperative: { id: string } | null }) => [
        row.isManager,
        row.cooperative?.id ?? null,
      ]),
    ).toEqual([
      [true, done],
      [false, owing],
      [false, null],
    ])
    const key = randomUUID()
    expect((await paste(as.focal, TEXT, false, key)).statusCode).toBe(201)
    expect((await paste(as.focal, TEXT, false, key)).statusCode).toBe(201)
    expect((await paste(as.focal)).json().code).toBe('participants.none')
    const page = (await as.leader('GET', `/api/learning-events/${event}`)).json()
    expect(page).toMatchObject({ count: 3, managers: 1, cooperatives: 2, petitions: [] })
    expect((await as.leader('GET', '/api/cooperatives/trained')).json().years[0]).toMatchObject({
      ...{ year: 2026, trained: 3, managers: 4, attended: 1, events: 1 },
    })
  })

  test('says by line what cannot be read, and enters nothing then', async () => {
    const text = 'Ai đó; HTX Không có\n12345\nNgười mới; HTX Đã cập nhật'
    const dry = (await paste(as.focal, text, true)).json()
    expect([dry.rows.length, dry.faults.map(({ line }: { line: number }) => line)]).toEqual([1, [1, 2]])
    expect((await paste(as.focal, text)).statusCode).toBe(422)
    expect((await paste(as.focal, 'a\n'.repeat(0) + 'Tên X\n'.repeat(501), true)).statusCode).toBe(413)
  })
})

test.each([
  ['3\tLò Văn D\t\tKế toán trưởng', ['Lò Văn D', true]],
  ['- Lò Văn D | HTX X | Thành viên', ['Lò Văn D', false]],
  ['Lò Văn D;;Phó Giám đốc', ['Lò Văn D', true]],
])('%j', (line, expected) => {
  const [person] = readParticipants(line).lines
  expect([person?.name, person?.isManager]).toEqual(expected)
})

test('a chain is drawn in the order of the goods, its enterprise before the sale', async () => {
  const partner = (role: string, endedOn: string | null = null) => ({
    ...{ cooperative: { id: randomUUID(), name: role }, role, signedOn: '2025-01-01', endedOn },
  })
  const chain = {
    partners: [partner('sell'), partner('grow'), partner('process', '2026-01-01')],
    enterprise: { id: randomUUID(), name: 'DN' },
  }
  expect(stationsOf(chain, '2026-11-21').map(({ role }) => role)).toEqual(['grow', null, 'sell'])

  const enterprise = await addRow(app, 'enterprise', {
    code: '9900000099',
    name: 'Công ty Giả định',
    sector: 'services',
  })
  const id = await addRow(app, 'value-chain', {
    ...{ code: 'C1', name: 'Chuỗi chè', product: 'Chè', enterprise, startedOn: '2025-01-01' },
  })
  await addRow(app, 'chain-link', { chain: id, cooperative: done, role: 'grow', signedOn: '2025-02-01' })
  const { chains } = (await as.leader('GET', '/api/value-chains?q=che')).json()
  expect(chains).toMatchObject([
    { id, enterprise: { name: 'Công ty Giả định' }, partners: [{ role: 'grow' }] },
  ])
  expect((await as.leader('GET', `/api/cooperatives/${done}/market`)).json()).toMatchObject({
    ...{ products: [], chains: [{ id }] },
  })
})
