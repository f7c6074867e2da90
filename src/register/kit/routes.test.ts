// What stands beside the rows: keepers, the overview, files, the description of the API.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipart, testApp } from '../../../test/database.ts'
import { newCooperative } from '../../../test/register.ts'
import { REGISTERS } from '../registers.ts'
import type { Keepers, Overview } from './exchange.ts'

const AT = '/api/registers/cooperative'
let app: Awaited<ReturnType<typeof testApp>>
const people = new Map<string, Awaited<ReturnType<typeof app.signIn>>>()
const as = (login: string) => people.get(login) as NonNullable<ReturnType<typeof people.get>>
beforeAll(async () => {
  app = await testApp()
  for (const login of ['admin', 'leader', 'focal', 'officer', 'commune'])
    people.set(login, await app.signIn(login))
})
afterAll(() => app?.close())

const keepers = async (): Promise<Keepers> => (await as('leader')('GET', `${AT}/keepers`)).json()
const keep = (login: string, agencyIds: string[], seen: string[]) =>
  as(login)('PUT', `${AT}/keepers`, { body: { agencyIds, seen } })

test('keepers are named by an administrator; they write, and nobody else of the province does any more', async () => {
  const own = app.agencyId('Sở Nội vụ')
  expect(await keepers()).toEqual({ agencies: [], whyNotKeep: expect.any(String) })
  for (const login of ['focal', 'officer', 'leader'])
    expect((await keep(login, [own], [])).statusCode).toBe(403)
  const unknown = await keep('admin', [randomUUID()], [])
  expect([unknown.statusCode, unknown.json().code]).toEqual([422, 'register.keeper-unknown'])
  expect((await keep('admin', [own], [])).json()).toEqual({
    agencies: [{ id: own, name: 'Sở Nội vụ' }],
    whyNotKeep: null,
  })
  const stale = await keep('admin', [], [])
  expect([stale.statusCode, stale.json().code]).toEqual([412, 'register.keepers-stale'])
  const id = await newCooperative(app)
  const change = (login: string, version: number) =>
    as(login)('PATCH', `${AT}/rows/${id}`, { version, body: { values: { members: version } } })
  expect((await change('focal', 1)).statusCode).toBe(403)
  expect((await change('officer', 1)).statusCode).toBe(200)
  expect((await change('commune', 2)).statusCode).toBe(200)
  const [entry] = await app.sql`select actor, detail from audit_event where action = 'keeper.name'`
  expect(entry).toEqual({ actor: 'Người dùng admin', detail: { before: [], after: [own] } })
  expect((await keep('admin', [], [own])).statusCode).toBe(200)
})

test('who stands in for a keeper keeps', async () => {
  const id = await newCooperative(app)
  const change = () =>
    as('officer')('PATCH', `${AT}/rows/${id}`, { version: 1, body: { values: { members: 3 } } })
  expect((await change()).statusCode).toBe(403)
  await app.sql`
    insert into stand_in ${app.sql({
      ...{ tenant_id: 1, id: randomUUID(), account_id: app.accountId('focal') },
      ...{ stand_in_id: app.accountId('officer'), from_day: '2026-11-01', to_day: '2026-11-30' },
      ...{ reason: '', created_by: app.accountId('focal'), created_at: app.clock.now() },
    })}`
  expect((await change()).statusCode).toBe(200)
  await app.sql`delete from stand_in`
})

test('the overview counts rows by state, and says who changed a register last and what one may do', async () => {
  await app.sql`delete from cooperative`
  await newCooperative(app)
  await newCooperative(app, { status: 'suspended' })
  const mistake = await newCooperative(app)
  app.clock.set('2026-11-21T03:00:00Z')
  await as('focal')('POST', `${AT}/rows/${mistake}/void`, { version: 1, body: { reason: 'thử' } })
  app.clock.set('2026-11-21T02:00:00Z')
  await app.sql`
    insert into register_batch (tenant_id, id, register, file_name, file_hash, source, counts, actor, at)
    values (1, ${randomUUID()}, 'cooperative', 'htx.xlsx', 'x', 'national', '{}', 'Người nhập', '2026-11-20T01:00:00Z')`
  const read = async (login: string) => (await as(login)('GET', '/api/registers')).json() as Overview
  const all = await read('commune')
  expect(all.map(({ name }) => name)).toEqual(REGISTERS.map(({ name }) => name))
  expect(all.find(({ name }) => name === 'cooperative')).toEqual({
    ...{ name: 'cooperative', count: 2, states: { active: 1, suspended: 1 }, keeps: false },
    lastChange: { at: '2026-11-21T03:00:00.000Z', actor: 'Người dùng focal' },
    lastImport: { at: '2026-11-20T01:00:00.000Z', actor: 'Người nhập', fileName: 'htx.xlsx' },
    may: { create: null, places: [app.agencyId('UBND xã Suối Mơ')] },
  })
  expect((await read('focal'))[0]).toMatchObject({ keeps: true, may: { create: null, places: null } })
  expect((await read('leader'))[0]?.may.create).toMatch(/xã, phường/)
})

test('a file comes before the form that names it, and is read back under its name', async () => {
  const at = '/api/registers/support-policy'
  const bytes = new TextEncoder().encode('Quyết định hỗ trợ')
  const upload = (login: string) => {
    const { body, headers } = multipart({}, { name: 'Quyết định số 5.txt', bytes })
    return as(login)('POST', `${at}/files`, { body, headers })
  }
  expect((await upload('leader')).statusCode).toBe(403)
  const stored = await upload('focal')
  expect(stored.statusCode).toBe(201)
  const { hash, name } = stored.json()
  const register = REGISTERS.find((one) => one.name === 'support-policy')
  const values = Object.fromEntries(
    Object.entries(register?.columns ?? {}).flatMap(([column, one]) => {
      if (one.optional || column === register?.states?.column) return []
      const made = {
        ...{
          text: 'Chính sách',
          code: 'CS01',
          date: '2025-01-01',
          year: 2025,
          number: 1,
          money: 1,
          flag: true,
        },
        ...{ choice: 'options' in one ? one.options[0]?.value : '', choices: [], texts: ['a'] },
      }
      const value = one.kind === 'choices' ? [one.options[0]?.value ?? ''] : made[one.kind as 'text']
      return [[column, value]]
    }),
  )
  const made = await as('focal')('POST', `${at}/rows`, {
    body: { values: { ...values, file: hash, fileName: name } },
  })
  expect(made.body).toContain('"version":1')
  const file = await as('leader')('GET', `${at}/rows/${made.json().id}/files/file`)
  expect([file.statusCode, file.body, file.headers['content-type']]).toEqual([
    200,
    'Quyết định hỗ trợ',
    'text/plain; charset=utf-8',
  ])
  expect(file.headers['content-disposition']).toContain("filename*=UTF-8''Quy%E1%BA%BFt")
  expect((await as('leader')('GET', `${at}/rows/${made.json().id}/files/name`)).statusCode).toBe(404)
  const lost = await as('focal')('POST', `${at}/rows`, {
    body: { values: { ...values, code: 'CS02', file: 'a'.repeat(64), fileName: 'x.pdf' } },
  })
  expect(lost.json().faults).toEqual([{ at: 'values.file', message: expect.any(String) }])
})

test('the description of the API has the columns of every register', async () => {
  const { paths } = (await app.server.inject({ url: '/api/openapi.json' })).json()
  for (const { name, columns } of REGISTERS) {
    const list = paths[`/api/registers/${name}/rows`]
    const body = list.post.requestBody.content['application/json'].schema.properties.values
    const open = Object.entries(columns).filter(([, { personal }]) => !personal)
    const asked = list.get.parameters.map((one: { name: string }) => one.name)
    expect(asked).toEqual(expect.arrayContaining(open.map(([column]) => column)))
    for (const [column, { personal }] of Object.entries(columns))
      if (personal) expect(asked).not.toContain(column)
    expect(Object.keys(body.properties).length).toBeGreaterThan(2)
  }
  const body = paths[`${AT}/rows`].post.requestBody.content['application/json'].schema.properties.values
  expect(body.required.sort()).toEqual(['code', 'kind', 'name', 'place', 'registeredOn', 'sector'])
  expect(body.properties.members).toMatchObject({ description: 'Số thành viên chính thức (thành viên)' })
  expect(body.properties).not.toHaveProperty('status')
})

test('nobody reads without signing in; a row that is not there is missing', async () => {
  expect((await app.server.inject({ url: `${AT}/rows` })).statusCode).toBe(401)
  for (const path of ['', '/history', '/related'])
    expect((await as('leader')('GET', `${AT}/rows/${randomUUID()}${path}`)).statusCode).toBe(404)
  expect((await as('focal')('POST', `${AT}/rows/${randomUUID()}/reveal`)).statusCode).toBe(404)
})
