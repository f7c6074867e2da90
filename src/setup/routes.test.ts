// Who may set up, who may open and remove the sample, and that one-click sign-in leads nowhere else.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyApp } from '../../test/database.ts'
import { TENANT_TABLES } from './queries.ts'
import type { SetupForm, SetupState } from './setup.ts'

let app: Awaited<ReturnType<typeof emptyApp>>
beforeAll(async () => {
  app = await emptyApp()
})
afterAll(() => app.close())

const FAR = { remoteAddress: '10.0.0.7', headers: { host: 'chutri.tinh.vn' } }
let visitor = 0
/** Elsewhere, and every time another machine, so that the limit of tries does not speak first. */
const far = () => ({ ...FAR, remoteAddress: `10.0.1.${++visitor}` })

type Asked = { remoteAddress?: string; headers?: Record<string, string>; cookie?: string }
const ask = (
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  body?: object,
  { cookie, headers, ...from }: Asked = {},
) =>
  app.server.inject({
    method,
    url,
    ...from,
    headers: { ...headers, ...(cookie ? { cookie } : {}) },
    ...(body ? { payload: body } : {}),
  })
const state = async () => (await ask('GET', '/api/setup')).json<SetupState>()
const cookieOf = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
const signIn = async (login: string) => cookieOf(await ask('POST', '/api/setup/sign-in', { login }))

const form = (more: object = {}): SetupForm => ({
  provinceCode: '46',
  admin: { login: 'quantri', name: 'Quản Trị Huế', password: 'một câu dễ nhớ' },
  ...more,
})

test('at first the place is open, with all provinces and nobody in it', async () => {
  expect(await state()).toMatchObject({ isOpen: true, isLocal: true, sample: false })
  expect((await state()).provinces).toHaveLength(34)
  expect((await ask('GET', '/api/setup/people')).json()).toEqual([])
})

test.each<[string, Asked]>([
  ['another address', { remoteAddress: '10.0.0.7', headers: { host: 'localhost:8080' } }],
  ['another host name', { remoteAddress: '127.0.0.1', headers: { host: 'rebound.example:8080' } }],
  ['a proxy here, x-forwarded-for', { headers: { 'x-forwarded-for': '127.0.0.1' } }],
  ['a proxy here, forwarded', { headers: { forwarded: 'for=127.0.0.1' } }],
])('from %s nothing is set up without the code', async (_, from) => {
  expect((await ask('GET', '/api/setup', undefined, from)).json()).toMatchObject({ isLocal: false })
  for (const [url, body] of [
    ['/api/setup', form()],
    ['/api/setup', form({ code: 'WRONG-CODE' })],
    ['/api/setup/sample', {}],
  ] as const)
    expect((await ask('POST', url, body, from)).json()).toMatchObject({ status: 403 })
  expect(await app.sql`select 1 from tenant`).toHaveLength(0)
})

test('guessing the code is slowed down', async () => {
  const from = far()
  const codes = []
  for (let tries = 0; tries < 12; tries++)
    codes.push((await ask('POST', '/api/setup', form({ code: `GUESS-${tries}` }), from)).statusCode)
  expect(codes.slice(0, 10)).toEqual(Array(10).fill(403))
  expect(codes.slice(10)).toEqual([429, 429])
})

test('with the code the sample opens from anywhere, once', async () => {
  const body = { code: 'setup code' }
  expect((await ask('POST', '/api/setup/sample', body, far())).json()).toMatchObject({
    sample: true,
    isOpen: true,
  })
  expect((await ask('POST', '/api/setup/sample', body, far())).json()).toMatchObject({
    code: 'sample.exists',
  })
})

test('its people sign in with one click, into the sample only', async () => {
  const people = (await ask('GET', '/api/setup/people', undefined, far())).json<
    { login: string; role: string }[]
  >()
  expect(people.length).toBeGreaterThan(40)
  expect(people.every(({ login }) => login.startsWith('mau.'))).toBe(true)
  const answer = await ask('POST', '/api/setup/sign-in', { login: 'mau.stc.daumoi' })
  expect(answer.json()).toMatchObject({ isSample: true, role: 'focal', mustSetPassword: false })
  const agencies = await ask('GET', '/api/agencies', undefined, { cookie: cookieOf(answer) })
  expect(agencies.json().length).toBeGreaterThan(50)
})

test('none of them has a password to guess', async () => {
  const rows = await app.sql`select 1 from account where password_hash is not null or code_hash is not null`
  expect(rows).toHaveLength(0)
  const answer = await ask('POST', '/api/session', { login: 'mau.stc.daumoi', password: 'mau.stc.daumoi' })
  expect(answer.statusCode).toBe(401)
})

test('of two people setting up at once, one does', async () => {
  const answers = await Promise.all([
    ask('POST', '/api/setup', form()),
    ask('POST', '/api/setup', form({ provinceCode: '01', admin: { ...form().admin, login: 'nguoikhac' } })),
  ])
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409])
  const made = answers.find((answer) => answer.statusCode === 201)
  expect(made?.json()).toMatchObject({ role: 'admin', isSample: false, mustSetPassword: false })
  const session = await ask('GET', '/api/session', undefined, { cookie: made ? cookieOf(made) : '' })
  expect(session.json()).toEqual(made?.json())
  expect(await state()).toMatchObject({ isOpen: false, sample: true })
  const again = await ask('POST', '/api/setup', form({ code: 'SETUP-CODE' }), far())
  expect(again.json()).toMatchObject({ status: 409, code: 'setup.done' })
})

test('nobody of the real province signs in with one click', async () => {
  for (const login of ['quantri', 'nguoikhac', 'khong-co'])
    expect((await ask('POST', '/api/setup/sign-in', { login })).json()).toMatchObject({
      code: 'sample.nobody',
    })
})

test('the sample is removed from this machine or by its administrator, and by nobody else', async () => {
  const cookies = [undefined, await signIn('mau.stc.daumoi'), await signIn('mau.chutich')]
  for (const cookie of cookies) {
    const answer = await ask('DELETE', '/api/setup/sample', undefined, {
      ...far(),
      ...(cookie ? { cookie } : {}),
    })
    expect(answer.statusCode).toBe(403)
  }
  expect(await state()).toMatchObject({ sample: true })
})

test('every table with rows of a province is on the list of what is removed', async () => {
  const rows = await app.sql<{ name: string }[]>`
    select distinct column_info.table_name as name from information_schema.columns column_info
    join information_schema.tables table_info using (table_schema, table_name)
    where table_schema = 'public' and column_name = 'tenant_id' and table_type = 'BASE TABLE' order by 1`
  expect(rows.map(({ name }) => name)).toEqual([...TENANT_TABLES].sort())
})

test('after removal no table has a row of it, and its number is never given again', async () => {
  const [before] = await app.sql<{ id: number }[]>`select id from tenant where is_sample`
  const others = await rowsBut(before?.id ?? 0)
  const cookie = await signIn('mau.quantri')
  expect((await ask('DELETE', '/api/setup/sample', undefined, { ...far(), cookie })).statusCode).toBe(204)
  for (const table of [...TENANT_TABLES])
    expect(await app.sql`select 1 from ${app.sql(table)} where tenant_id = ${before?.id ?? 0}`).toHaveLength(
      0,
    )
  expect(await rowsBut(before?.id ?? 0)).toEqual(others)
  expect((await ask('DELETE', '/api/setup/sample')).json()).toMatchObject({ code: 'sample.missing' })
  await app.sql`delete from tenant where id = ${before?.id ?? 0}`
  const admin = await signInAs('quantri')
  expect((await ask('POST', '/api/setup/sample', {})).json()).toMatchObject({ code: 'sample.admin-only' })
  expect((await ask('POST', '/api/setup/sample', {}, { cookie: admin })).statusCode).toBe(201)
  const [after] = await app.sql<{ id: number }[]>`select id from tenant where is_sample`
  expect(after?.id).toBeGreaterThan(2)
})

test('from this machine the sample goes without a session', async () => {
  expect((await ask('DELETE', '/api/setup/sample')).statusCode).toBe(204)
  expect((await ask('POST', '/api/setup/sign-in', { login: 'mau.quantri' })).statusCode).toBe(403)
})

async function rowsBut(tenantId: number): Promise<number[]> {
  const counts = []
  for (const table of TENANT_TABLES) {
    const [row] = await app.sql`select count(*) as n from ${app.sql(table)} where tenant_id <> ${tenantId}`
    counts.push(row?.n)
  }
  return counts
}

async function signInAs(login: string): Promise<string> {
  const names = [login, 'nguoikhac']
  for (const name of names) {
    const answer = await ask('POST', '/api/session', { login: name, password: form().admin.password })
    if (answer.statusCode === 200) return cookieOf(answer)
  }
  throw new Error('no administrator')
}
