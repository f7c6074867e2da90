// A database of its own for each test file, and a small province in it to work with.
import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { insertAgency } from '../src/agency/queries.ts'
import { type Clock, readConfig } from '../src/base/config.ts'
import type { App } from '../src/http/app.ts'
import { hashPassword } from '../src/identity/password.ts'
import { insertAccount } from '../src/identity/queries.ts'
import { buildServer } from '../src/main.ts'
import { Readings } from '../src/plan/reading.ts'
import { connectEngine } from '../src/store/database.ts'
import type { AgencyKind } from '../src/vocabulary/agency-kind.ts'
import type { Role } from '../src/vocabulary/role.ts'

export const PASSWORD = 'mật khẩu thử nghiệm'
const PEOPLE: [login: string, role: Role, agency: string | null][] = [
  ['admin', 'admin', null],
  ['leader', 'leader', null],
  ['focal', 'focal', 'Sở Tài chính'],
  ['head', 'head', 'Sở Nội vụ'],
  ['officer', 'officer', 'Sở Nội vụ'],
  ['officer2', 'officer', 'Sở Nội vụ'],
  ['finance-head', 'head', 'Sở Tài chính'],
  ['commune', 'officer', 'UBND xã Suối Mơ'],
  ['commune-head', 'head', 'UBND xã Suối Mơ'],
]
const AGENCIES: [name: string, kind: AgencyKind][] = [
  ['UBND tỉnh', 'province-committee'],
  ['Sở Tài chính', 'department'],
  ['Sở Nội vụ', 'department'],
  ['Sở Công Thương', 'department'],
  ['Liên minh Hợp tác xã tỉnh', 'union'],
  ['UBND xã Suối Mơ', 'commune'],
  ['UBND xã Đồi Chè', 'commune'],
  ['UBND phường Cầu Mây', 'commune'],
]

export interface TestClock extends Clock {
  set(instant: string): void
}

const clockAt = (instant: string): TestClock => {
  let now = new Date(instant)
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
  return {
    now: () => now,
    today: () => day.format(now),
    set: (next) => {
      now = new Date(next)
    },
  }
}

/** An empty, migrated database and a server over it; the clock stands at 9 o'clock on 21/11/2026 in Vietnam. */
export async function emptyApp(readings = new Readings()) {
  const engine = {
    socketDir: inject('socketDir'),
    user: inject('user'),
    wasRunning: true,
    stop: async () => {},
  }
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const maker = connectEngine(engine)
  await maker.unsafe(`create database ${name} template template_chutri`)
  await maker.end()
  const sql = connectEngine(engine, name)
  const clock = clockAt('2026-11-21T02:00:00Z')
  const app: App = { sql, clock, config: readConfig({}) }
  const server = await buildServer(app, 'SETUP-CODE', readings)
  const close = async () => {
    await server.close()
    await sql.end({ timeout: 5 })
  }
  return { app, sql, clock, server, close }
}

/** The same with one province: eight agencies, and a person for each role (logins in PEOPLE, one password). */
export async function testApp(readings?: Readings) {
  const empty = await emptyApp(readings)
  const { sql, clock, server } = empty
  const tenantId = 1
  const at = clock.now()
  await sql`insert into tenant (id, name, province_code, created_at) values (${tenantId}, 'tỉnh Thử Nghiệm', '99', ${at})`
  const agencyIds = new Map<string, string>()
  for (const [name, kind] of AGENCIES) {
    agencyIds.set(name, randomUUID())
    await insertAgency(
      sql,
      tenantId,
      agencyIds.get(name) ?? '',
      { name, kind, code: null, parentId: null, aliases: [] },
      at,
    )
  }
  const passwordHash = await hashPassword(PASSWORD)
  const accountIds = new Map<string, string>()
  for (const [login, role, agency] of PEOPLE) {
    accountIds.set(login, randomUUID())
    await insertAccount(sql, {
      tenantId,
      id: accountIds.get(login) ?? '',
      login,
      name: `Người dùng ${login}`,
      position: '',
      role,
      agencyId: agency ? (agencyIds.get(agency) ?? null) : null,
      passwordHash,
      codeHash: null,
      codeExpiresAt: null,
      at,
    })
  }
  const agencyId = (name: string) => {
    const id = agencyIds.get(name)
    if (!id) throw new Error(`no agency ${name} in the test province`)
    return id
  }
  const accountId = (login: string) => accountIds.get(login) ?? ''

  /** Signs in and returns a caller: JSON in, JSON out, with the session's cookie and an idempotency key. */
  async function signIn(login: string) {
    const answer = await server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login, password: PASSWORD },
    })
    if (answer.statusCode !== 200) throw new Error(`sign-in as ${login}: ${answer.body}`)
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    return (
      method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
      url: string,
      {
        body,
        version,
        key = randomUUID(),
        headers = {},
      }: { body?: unknown; version?: number; key?: string; headers?: Record<string, string> } = {},
    ) =>
      server.inject({
        method,
        url,
        headers: {
          cookie,
          'idempotency-key': key,
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body as object }),
      })
  }
  return { ...empty, tenantId, agencyId, accountId, signIn }
}

/** A multipart body by hand: `server.inject` takes bytes and headers. */
export function multipart(
  fields: Record<string, string>,
  ...files: { name: string; bytes: Uint8Array; media?: string }[]
) {
  const boundary = 'chutri-test-boundary'
  const parts: Uint8Array[] = []
  const text = (value: string) => parts.push(Buffer.from(value))
  for (const [name, value] of Object.entries(fields))
    text(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  for (const file of files) {
    text(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.media ?? 'application/octet-stream'}\r\n\r\n`,
    )
    parts.push(file.bytes)
    text('\r\n')
  }
  text(`--${boundary}--\r\n`)
  return {
    body: Buffer.concat(parts),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
