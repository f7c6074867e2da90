// Each write on accounts: allowed, forbidden, repeated, stale; and that codes are kept nowhere.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import type { Account } from './identity.ts'

let app: Awaited<ReturnType<typeof testApp>>
let admin: Awaited<ReturnType<typeof app.signIn>>
beforeAll(async () => {
  app = await testApp()
  admin = await app.signIn('admin')
})
afterAll(() => app.close())

const form = (login: string, more: object = {}) => ({
  login,
  name: 'Nguyễn Thị Mai Anh',
  position: 'Chuyên viên',
  role: 'officer',
  agencyId: app.agencyId('Sở Nội vụ'),
  ...more,
})

async function find(login: string): Promise<Account> {
  const { accounts } = (await admin('GET', `/api/accounts?q=${login}`)).json<{ accounts: Account[] }>()
  const account = accounts.find((one) => one.login === login)
  if (!account) throw new Error(`no account ${login}`)
  return account
}

const change = (account: Account, more: object = {}) => ({
  name: account.name,
  position: account.position,
  role: account.role,
  agencyId: account.agency?.id ?? null,
  isActive: account.state !== 'stopped',
  ...more,
})

test('a new account gets a code that opens it once and leads to a password', async () => {
  const { account, code } = (await admin('POST', '/api/accounts', { body: form('maianh') })).json()
  expect(account).toMatchObject({ login: 'maianh', state: 'waiting', version: 1 })
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/)
  const opened = await app.server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login: 'maianh', password: code.toLowerCase().replaceAll('-', ' ') },
  })
  expect(opened.json()).toMatchObject({ mustSetPassword: true })
})

test('the same request again answers with the account and without the code', async () => {
  const key = 'repeated-account'
  const first = (await admin('POST', '/api/accounts', { body: form('lap'), key })).json()
  const again = await admin('POST', '/api/accounts', { body: form('lap'), key })
  expect(again.statusCode).toBe(201)
  expect(again.json()).toEqual({ account: first.account, code: null })
  const other = await admin('POST', '/api/accounts', { body: form('lap2'), key })
  expect(other.json()).toMatchObject({ status: 409, code: 'request.key-reused' })
})

test('no table keeps a code as it was printed', async () => {
  const { code } = (await admin('POST', '/api/accounts', { body: form('bimat') })).json()
  const [row] = await app.sql<{ kept: string }[]>`
    select concat((select string_agg(response::text, '') from idempotency where tenant_id = 1),
                  (select string_agg(detail::text, '') from audit_event where tenant_id = 1),
                  (select string_agg(account::text, '') from account where tenant_id = 1)) as kept`
  expect(row?.kept).toContain('bimat')
  expect(row?.kept).not.toContain(code)
  expect(row?.kept).not.toContain(code.replaceAll('-', ''))
})

test.each([
  ['login', { login: 'Có Dấu' }],
  ['name', { name: 'A' }],
  ['agencyId', { agencyId: null }],
  ['agencyId', { agencyId: '00000000-0000-4000-8000-000000000000' }],
])('refuses a form whose %s is wrong', async (field, more) => {
  const answer = await admin('POST', '/api/accounts', { body: form('sai', more) })
  expect(answer.json()).toMatchObject({ status: 422, faults: [{ at: field }] })
})

test('a taken sign-in name is refused', async () => {
  const answer = await admin('POST', '/api/accounts', { body: form('focal') })
  expect(answer.json()).toMatchObject({ status: 409, code: 'account.login-taken' })
})

test.each(['leader', 'focal', 'head', 'officer'])(
  '%s may neither read nor change accounts',
  async (login) => {
    const other = await app.signIn(login)
    const account = await find('commune')
    const answers = await Promise.all([
      other('GET', '/api/accounts'),
      other('POST', '/api/accounts', { body: form('khongduoc') }),
      other('PATCH', `/api/accounts/${account.id}`, { version: account.version, body: change(account) }),
      other('POST', `/api/accounts/${account.id}/reset`, { version: account.version }),
    ])
    expect(answers.map((answer) => answer.statusCode)).toEqual([403, 403, 403, 403])
  },
)

test.each(['a\u0000b', 'a\ud800b'])(
  'a text the database cannot hold is refused, not a fault: %j',
  async (name) => {
    const body = { login: 'khongluu', name, position: '', role: 'admin', agencyId: null }
    const asked = await admin('GET', `/api/accounts?q=${encodeURIComponent(name.toWellFormed())}`)
    expect(asked.statusCode).toBeLessThan(500)
    expect((await admin('POST', '/api/accounts', { body })).statusCode).toBe(422)
  },
)

test('a change needs the version that is current', async () => {
  const account = await find('commune')
  const url = `/api/accounts/${account.id}`
  const changed = await admin('PATCH', url, {
    version: account.version,
    body: change(account, { name: 'Lò Văn Mới' }),
  })
  expect(changed.json()).toMatchObject({ name: 'Lò Văn Mới', version: account.version + 1 })
  const stale = await admin('PATCH', url, { version: account.version, body: change(account) })
  expect(stale.statusCode).toBe(412)
  expect((await admin('PATCH', url, { body: change(account) })).statusCode).toBe(422)
})

test('stopping ends the sessions; resuming lets the person in again', async () => {
  const officer = await app.signIn('officer2')
  const account = await find('officer2')
  const url = `/api/accounts/${account.id}`
  await admin('PATCH', url, { version: account.version, body: change(account, { isActive: false }) })
  expect((await officer('GET', '/api/agencies')).statusCode).toBe(401)
  await expect(app.signIn('officer2')).rejects.toThrow('ngừng sử dụng')
  await admin('PATCH', url, { version: account.version + 1, body: change(account) })
  await app.signIn('officer2')
})

test('the last administrator can be neither stopped nor demoted', async () => {
  const account = await find('admin')
  for (const more of [{ isActive: false }, { role: 'leader' }]) {
    const answer = await admin('PATCH', `/api/accounts/${account.id}`, {
      version: account.version,
      body: change(account, more),
    })
    expect(answer.json()).toMatchObject({ status: 409, code: 'account.last-admin' })
  }
})

test('of two administrators stopping each other at once, one stays', async () => {
  const second = (
    await admin('POST', '/api/accounts', { body: form('quantri2', { role: 'admin', agencyId: null }) })
  ).json().account as Account
  const first = await find('admin')
  // Both are let in before either has been stopped: the rows are held until both wait for them.
  const { asked } = await app.sql.begin(async (tx) => {
    await tx`select id from account where tenant_id = 1 for update`
    const asked = [first, second].map((account) =>
      admin('PATCH', `/api/accounts/${account.id}`, {
        version: account.version,
        body: change(account, { role: 'leader' }),
      }),
    )
    await expect
      .poll(async () => {
        const [waiting] = await app.sql`
          select count(*) as n from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`
        return waiting?.n
      })
      .toBe(2)
    return { asked }
  })
  const statuses = (await Promise.all(asked)).map((answer) => answer.statusCode)
  expect(statuses.sort()).toEqual([200, 409])
  const [row] = await app.sql`
    select count(*) as n from account where tenant_id = 1 and role = 'admin' and is_active`
  expect(row?.n).toBe(1)
  await app.sql`update account set role = 'admin' where tenant_id = 1 and login = 'admin'`
})

test('a reset ends the old password and the sessions', async () => {
  const head = await app.signIn('commune-head')
  const account = await find('commune-head')
  const url = `/api/accounts/${account.id}/reset`
  expect((await admin('POST', url, { version: account.version + 7 })).statusCode).toBe(412)
  const answer = (await admin('POST', url, { version: account.version })).json()
  expect(answer).toMatchObject({ account: { state: 'waiting' }, code: expect.any(String) })
  expect((await head('GET', '/api/agencies')).statusCode).toBe(401)
  await expect(app.signIn('commune-head')).rejects.toThrow('không đúng')
  expect((await admin('POST', url, { version: account.version })).statusCode).toBe(412)
})

test('pages follow each other without gap or repetition, and search needs no diacritics', async () => {
  const seen: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: { accounts: Account[]; next: string | null } = (
      await admin('GET', `/api/accounts?limit=3${after && `&after=${after}`}`)
    ).json()
    seen.push(...page.accounts.map((account) => account.id))
    after = page.next
  }
  const [row] = await app.sql`select count(*) as n from account where tenant_id = 1`
  expect(seen).toHaveLength(Number(row?.n))
  expect(new Set(seen).size).toBe(seen.length)
  const found = (await admin('GET', '/api/accounts?q=lo van moi')).json<{ accounts: Account[] }>()
  expect(found.accounts.map((account) => account.login)).toEqual(['commune'])
  expect((await admin('GET', '/api/accounts?after=abc')).statusCode).toBe(422)
})

test('every change left an audit entry', async () => {
  const rows = await app.sql`
    select distinct action from audit_event where tenant_id = 1 and action like 'account.%' order by action`
  expect(rows.map((row) => row.action)).toEqual(['account.add', 'account.change', 'account.reset'])
})
