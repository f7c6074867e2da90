// Every write of a register: allowed, forbidden, repeated, stale, with faults; days from which it counts; races.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '../../../test/database.ts'
import { newCooperative, newRow } from '../../../test/register.ts'
import { member } from '../member.ts'
import type { Values } from './register.ts'

const AT = '/api/registers/cooperative'
let app: Awaited<ReturnType<typeof testApp>>
const people = new Map<string, Awaited<ReturnType<typeof app.signIn>>>()
const as = (login: string) => people.get(login) as NonNullable<ReturnType<typeof people.get>>

beforeAll(async () => {
  app = await testApp()
  for (const login of ['admin', 'leader', 'focal', 'officer', 'commune', 'commune-head'])
    people.set(login, await app.signIn(login))
})
beforeEach(() => app.clock.set('2026-11-21T02:00:00Z'))
afterAll(() => app?.close())

let codes = 200_000_000
const values = (more: Values = {}): Values => ({
  ...{ code: `0${++codes}`, name: 'Hợp tác xã Đồi Chè', kind: 'cooperative', sector: 'agriculture' },
  ...{ place: app.agencyId('UBND xã Suối Mơ'), registeredOn: '2024-03-05', members: 9 },
  ...more,
})
const create = (login: string, more: Values = {}, key?: string) =>
  as(login)('POST', `${AT}/rows`, { body: { values: values(more) }, ...(key ? { key } : {}) })
const read = async (id: string) => (await as('leader')('GET', `${AT}/rows/${id}`)).json()
const patch = (login: string, id: string, version: number, body: object) =>
  as(login)('PATCH', `${AT}/rows/${id}`, { version, body })
const step = (login: string, id: string, version: number, body: object, key?: string) =>
  as(login)('POST', `${AT}/rows/${id}/steps`, { version, body, ...(key ? { key } : {}) })
const faults = (answer: { json(): { faults?: { at: string }[] } }) =>
  answer.json().faults?.map(({ at }) => at)
const entries = (id: string) =>
  app.sql<{ action: string }[]>`select action from audit_event where subject_id = ${id} order by at, action`

test('a row is entered by who keeps the register or by its own place, and by nobody else', async () => {
  const made = await create('focal')
  expect(made.statusCode).toBe(201)
  const { id, version } = made.json()
  expect(version).toBe(1)
  expect(await read(id)).toMatchObject({
    ...{ id, version: 1, since: '2024-03-05', isVoid: false, title: 'Hợp tác xã Đồi Chè' },
    ...{ act: 'create', actor: 'Người dùng focal' },
    values: { status: 'active', members: 9, phone: null },
    labels: { [app.agencyId('UBND xã Suối Mơ')]: 'UBND xã Suối Mơ' },
  })
  expect(await entries(id)).toEqual([{ action: 'register.create' }])

  expect((await create('commune')).statusCode).toBe(201)
  for (const login of ['leader', 'admin', 'officer']) expect((await create(login)).statusCode).toBe(403)
  const elsewhere = await create('commune', { place: app.agencyId('UBND xã Đồi Chè') })
  expect(elsewhere.statusCode).toBe(403)
  expect(elsewhere.json().code).toBe('forbidden.register.write')
})

test('the same request twice enters one row', async () => {
  const key = randomUUID()
  const body = { values: values() }
  const [one, two] = [
    await as('focal')('POST', `${AT}/rows`, { body, key }),
    await as('focal')('POST', `${AT}/rows`, { body, key }),
  ]
  expect(two.json()).toEqual(one.json())
  const other = await as('focal')('POST', `${AT}/rows`, { body: { values: values() }, key })
  expect(other.statusCode).toBe(409)
})

test('what is missing, wrong or not there is said column by column', async () => {
  const empty = await as('focal')('POST', `${AT}/rows`, {
    body: { values: values({ name: '  ', registeredOn: '2024-02-31' }) },
  })
  expect(empty.statusCode).toBe(422)
  expect(faults(empty)).toEqual(['values.registeredOn'])
  const blank = await create('focal', { name: '  ', members: -1, charterCapital: 1.5 })
  expect(faults(blank)?.sort()).toEqual(['values.charterCapital', 'values.members', 'values.name'])
  expect(blank.json().faults[0].message).toContain('Tên')
  const lost = await create('focal', { place: app.agencyId('Sở Tài chính'), parentUnion: randomUUID() })
  expect(faults(lost)?.sort()).toEqual(['values.parentUnion', 'values.place'])
  const states = await create('focal', { status: 'ended' })
  expect(states.statusCode).toBe(422)
  const unknown = await create('focal', { colour: 'red' })
  expect(unknown.statusCode).toBe(422)
})

test('a code that does not add up is a warning, a taken one is refused', async () => {
  const made = await create('focal', { code: '9900000009' })
  expect(made.json().warnings).toEqual([])
  const wrong = await create('focal', { code: '9900000008' })
  expect(wrong.statusCode).toBe(201)
  expect(wrong.json().warnings).toEqual([{ at: 'code', message: expect.stringContaining('thứ mười') }])
  const taken = await create('focal', { code: '9900000009' })
  expect(taken.statusCode).toBe(422)
  expect(taken.json().faults).toEqual([{ at: 'values.code', message: 'Đã có bản ghi khác cùng "Mã số".' }])
})

test('one code entered by two at once: one row, and a clear sentence', async () => {
  const answers = await Promise.all(
    ['focal', 'commune', 'commune-head'].map((login) => create(login, { code: '0399999999' })),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1)
  for (const answer of answers.filter(({ statusCode }) => statusCode !== 201)) {
    expect([409, 422]).toContain(answer.statusCode)
    expect(answer.json().faults[0]).toEqual({
      at: 'values.code',
      message: 'Đã có bản ghi khác cùng "Mã số".',
    })
  }
})

test('a change keeps what it replaced, with the days on which that counted', async () => {
  const id = await newCooperative(app)
  const changed = await patch('commune', id, 1, {
    values: { members: 15 },
    since: '2025-03-10',
    reason: 'Đại hội',
  })
  expect(changed.json()).toEqual({ id, version: 2, warnings: [expect.anything()] })
  expect(await read(id)).toMatchObject({ version: 2, since: '2025-03-10', act: 'change', reason: 'Đại hội' })
  const past = await app.sql`select version, since, until, row from register_past where row_id = ${id}`
  expect(past).toMatchObject([
    { version: 1, since: '2020-05-01', until: '2025-03-10', row: { members: 12, act: 'create' } },
  ])
  expect(past[0]?.row).not.toHaveProperty('search')

  const early = await patch('commune', id, 2, { values: { members: 20 }, since: '2025-03-09' })
  expect([early.statusCode, faults(early)]).toEqual([422, ['since']])
  const late = await patch('commune', id, 2, { values: { members: 20 }, since: '2026-11-22' })
  expect([late.statusCode, faults(late)]).toEqual([422, ['since']])
  const today = await patch('focal', id, 2, { values: { members: 20 } })
  expect(today.json().version).toBe(3)
  expect(await read(id)).toMatchObject({ since: '2026-11-21', values: { members: 20 } })
  const same = await patch('focal', id, 3, { values: { members: 20, name: ' Hợp tác xã  Suối Mơ ' } })
  expect(same.json().version).toBe(3)
})

test('a corrected day of registration moves the day from which the row counts', async () => {
  const id = await newCooperative(app)
  await patch('focal', id, 1, { values: { registeredOn: '2018-01-02' } })
  expect(await read(id)).toMatchObject({ since: '2018-01-02' })
  await patch('focal', id, 2, { values: { registeredOn: '2021-06-07' } })
  expect(await read(id)).toMatchObject({ since: '2021-06-07' })
  const past = await app.sql`select since, until from register_past where row_id = ${id} order by version`
  expect(past).toEqual([
    { since: '2020-05-01', until: '2020-05-01' },
    { since: '2018-01-02', until: '2018-01-02' },
  ])
})

test('who may not change a row, and a stale version, are refused', async () => {
  const id = await newCooperative(app, { place: app.agencyId('UBND xã Đồi Chè') })
  for (const login of ['commune', 'officer', 'leader', 'admin'])
    expect((await patch(login, id, 1, { values: { members: 1 } })).statusCode).toBe(403)
  expect((await patch('focal', id, 1, { values: { members: 1 } })).statusCode).toBe(200)
  const stale = await patch('focal', id, 1, { values: { members: 2 } })
  expect([stale.statusCode, stale.json().code]).toEqual([412, 'register.stale'])
  const [a, b] = await Promise.all([
    patch('focal', id, 2, { values: { members: 3 } }),
    patch('focal', id, 2, { values: { members: 4 } }),
  ])
  expect([a.statusCode, b.statusCode].sort()).toEqual([200, 412])
  expect((await patch('focal', randomUUID(), 1, { values: { members: 3 } })).statusCode).toBe(404)
})

test('a place does not hand its row to another place; a keeper does', async () => {
  const id = await newCooperative(app)
  const place = app.agencyId('UBND xã Đồi Chè')
  const moved = await patch('commune', id, 1, { values: { place } })
  expect([moved.statusCode, moved.json().code]).toEqual([403, 'forbidden.register.move'])
  expect((await patch('focal', id, 1, { values: { place } })).statusCode).toBe(200)
  expect((await patch('commune', id, 2, { values: { members: 2 } })).statusCode).toBe(403)
})

test('the state changes by steps alone: where they begin, by whom, once', async () => {
  const id = await newCooperative(app)
  expect((await patch('focal', id, 1, { values: { status: 'ended' } })).statusCode).toBe(422)
  expect((await read(id)).may.steps.map(({ step }: { step: string }) => step)).toContain('suspend')
  const key = randomUUID()
  const body = { step: 'suspend', since: '2026-10-01', reason: 'Thông báo số 5' }
  const taken = await step('commune', id, 1, body, key)
  expect([taken.statusCode, taken.json().version]).toEqual([201, 2])
  expect((await step('commune', id, 1, body, key)).json()).toEqual(taken.json())
  expect(await read(id)).toMatchObject({ act: 'suspend', values: { status: 'suspended' }, version: 2 })
  const again = await step('commune', id, 2, { step: 'suspend' })
  expect([again.statusCode, again.json().code]).toEqual([409, 'register.not-at-step'])
  expect((await step('commune', id, 1, { step: 'resume' })).statusCode).toBe(412)
  expect((await step('officer', id, 2, { step: 'resume' })).statusCode).toBe(403)
  expect((await step('focal', id, 2, { step: 'fly' })).statusCode).toBe(404)
  const kept = await step('commune', id, 2, { step: 'revoke' })
  expect([kept.statusCode, kept.json().title]).toEqual([403, expect.stringContaining('quản lý sổ')])
  expect((await step('focal', id, 2, { step: 'revoke' })).statusCode).toBe(201)
  expect((await entries(id)).map(({ action }) => action)).toEqual(['register.revoke', 'register.suspend'])
})

test('an entry by mistake counts nowhere, is told with its reason, and can be restored', async () => {
  const id = await newCooperative(app, { code: '0344444444' })
  const at = `${AT}/rows/${id}`
  const body = { reason: 'Nhập trùng' }
  expect((await as('commune')('POST', `${at}/void`, { version: 1, body: { reason: ' ' } })).statusCode).toBe(
    422,
  )
  expect((await as('officer')('POST', `${at}/void`, { version: 1, body })).statusCode).toBe(403)
  expect((await as('commune')('POST', `${at}/void`, { version: 9, body })).statusCode).toBe(412)
  expect((await as('commune')('POST', `${at}/restore`, { version: 1, body })).statusCode).toBe(409)
  expect((await as('commune')('POST', `${at}/void`, { version: 1, body })).json().version).toBe(2)
  expect(await read(id)).toMatchObject({ isVoid: true, reason: 'Nhập trùng', since: '2020-05-01' })
  expect((await patch('focal', id, 2, { values: { members: 1 } })).json().code).toBe('register.void')
  expect((await step('focal', id, 2, { step: 'suspend' })).json().code).toBe('register.void')
  const list = async (more: string) =>
    (await as('leader')('GET', `${AT}/rows?code=0344444444${more}`)).json().count
  expect([await list(''), await list('&void=true')]).toEqual([0, 1])

  const other = (await create('focal', { code: '0344444444' })).json()
  const clash = await as('commune')('POST', `${at}/restore`, { version: 2, body })
  expect([clash.statusCode, faults(clash)]).toEqual([422, ['values.code']])
  await as('focal')('POST', `${AT}/rows/${other.id}/void`, { version: 1, body })
  expect((await as('commune')('POST', `${at}/restore`, { version: 2, body })).json().version).toBe(3)
  expect(await read(id)).toMatchObject({ isVoid: false, act: 'restore', since: '2020-05-01' })
})

test('a row that others point to is not voided before them, whoever is first', async () => {
  const id = await newCooperative(app)
  const person = {
    cooperative: id,
    number: '1',
    name: 'Nguyễn Văn Mẫu',
    kind: 'official',
    joinedOn: '2020-05-01',
  }
  const body = { reason: 'Nhập trùng' }
  await newRow(app, member, { ...person, role: 'member', form: 'person' })
  const kept = await as('focal')('POST', `${AT}/rows/${id}/void`, { version: 1, body })
  expect([kept.statusCode, kept.json().title]).toEqual([409, expect.stringContaining('1 bản ghi')])

  // One voids the cooperative while another enters its first member: never both.
  for (let n = 0; n < 5; n++) {
    const empty = await newCooperative(app)
    const [gone, entered] = await Promise.all([
      as('focal')('POST', `${AT}/rows/${empty}/void`, { version: 1, body }),
      as('commune')('POST', '/api/registers/member/rows', {
        body: { values: { ...person, cooperative: empty, role: 'member', form: 'person' } },
      }),
    ])
    expect([gone.statusCode, entered.statusCode].filter((status) => status < 300)).toHaveLength(1)
  }
})

test('the place of a member is that of its cooperative', async () => {
  const own = await newCooperative(app)
  const others = await newCooperative(app, { place: app.agencyId('UBND xã Đồi Chè') })
  const enter = (login: string, id: string) =>
    as(login)('POST', '/api/registers/member/rows', {
      body: {
        values: {
          cooperative: id,
          number: '1',
          name: 'Trần Thị Mẫu',
          kind: 'official',
          joinedOn: '2024-01-01',
          role: 'member',
          form: 'person',
        },
      },
    })
  expect((await enter('commune', others)).statusCode).toBe(403)
  expect((await enter('commune', own)).statusCode).toBe(201)
  const twice = await enter('commune', own)
  expect([twice.statusCode, twice.json().faults[0].message]).toEqual([
    422,
    'Đã có bản ghi khác cùng "Hợp tác xã, Số trong sổ".',
  ])
})

test('personal values are masked for everybody; who may see them is logged', async () => {
  const id = await newCooperative(app, { phone: '0912345678' })
  const list = (
    await as('focal')('GET', `${AT}/rows?columns=name,phone&code=${(await read(id)).values.code}`)
  ).json()
  expect(list.rows[0].values.phone).toBe('•••678')
  expect(await read(id)).toMatchObject({ values: { phone: '•••678' }, masked: ['phone'] })
  const reveal = (login: string) => as(login)('POST', `${AT}/rows/${id}/reveal`)
  expect((await reveal('leader')).statusCode).toBe(403)
  expect((await reveal('officer')).statusCode).toBe(403)
  expect((await reveal('commune')).json()).toEqual({ values: { phone: '0912345678' } })
  const [entry] = await app.sql`
    select action, actor, detail from audit_event where subject_id = ${id} and action = 'personal.read'`
  expect(entry).toEqual({
    ...{ action: 'personal.read', actor: 'Người dùng commune' },
    detail: { columns: ['phone'] },
  })
  await patch('commune', id, 1, { values: { phone: '0987654321' } })
  const { facts } = (await as('leader')('GET', `${AT}/rows/${id}/history`)).json()
  expect(facts[0].changes).toEqual([{ column: 'phone', before: '•••678', after: '•••321' }])
  const [change] = await app.sql`
    select detail from audit_event where subject_id = ${id} and action = 'register.change'`
  expect(change?.detail.after).toEqual({ phone: '•••321' })
  for (const asked of ['phone=0912', 'order=phone'])
    expect((await as('focal')('GET', `${AT}/rows?${asked}`)).statusCode).toBe(422)
})
