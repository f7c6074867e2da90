// Mail against a server that is there, is gone for a day, refuses: what goes out, once, and never an old list.
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { dueBy, newItem, planWithWork } from '../../test/work.ts'
import type { JobTime } from '../store/jobs.ts'
import { faultOf, isQuiet, isServerFault, MailForm, pauseAfter, timeInVietnam } from './mail.ts'
import { queueMorning, sendMail } from './mail-send.ts'

type App = Awaited<ReturnType<typeof testApp>>
interface Post {
  port: number
  mails: { to: string; text: string; id: string }[]
  refuses: Set<string>
  stop(): Promise<void>
}

/** A mail server that keeps what it gets; it knows one name and password. */
async function openPost(port = 0): Promise<Post> {
  const mails: Post['mails'] = []
  const refuses = new Set<string>()
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'kehoach' && password === 'bí mật 123'
        ? done(null, { user: username })
        : done(new Error('Invalid login')),
    onRcptTo: ({ address }, _, done) =>
      refuses.has(address) ? done(Object.assign(new Error('no such user'), { responseCode: 550 })) : done(),
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString()
        const end = raw.indexOf('\r\n\r\n')
        const [head, body] = [raw.slice(0, end), raw.slice(end + 4)]
        const isBase64 = /base64/i.test(head)
        const text = isBase64 ? Buffer.from(body, 'base64').toString() : readQuoted(body)
        mails.push({
          to: envelope.rcptTo[0]?.address ?? '',
          text,
          id: /message-id: <([^@]+)@/i.exec(head)?.[1] ?? '',
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    refuses,
    stop: () => new Promise((done) => server.close(() => done())),
  }
}

const readQuoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()

let app: App
let post: Post
let admin: Awaited<ReturnType<App['signIn']>>
let officer: Awaited<ReturnType<App['signIn']>>

beforeAll(async () => {
  app = await testApp()
  ;[admin, officer] = [await app.signIn('admin'), await app.signIn('officer')]
  const agency = app.agencyId('Sở Nội vụ')
  await planWithWork(app, [
    newItem(1, { bearers: [agency], due: dueBy('2026-11-18'), quote: 'Việc quá hạn' }),
  ])
})
afterAll(() => app.close())
// The clock moves on for weeks; whoever signed in stays so.
beforeEach(() => app.sql`update session set expires_at = '2099-01-01'`)
beforeEach(async () => {
  post = await openPost()
  await app.sql`delete from mail`
  await app.sql`delete from morning`
  await app.sql`delete from mail_choice`
  await app.sql`delete from urging_setting`
  await app.sql`delete from mention`
  await app.sql`delete from day_off`
  setDay('2026-11-20', '07:00')
})
afterEach(() => post.stop())

const setDay = (day: string, time: string) => app.clock.set(`${day}T${time}:00+07:00`)
const now = (): JobTime => ({ at: app.clock.now(), today: app.clock.today() })
const signal = new AbortController().signal
const send = () => sendMail(app.sql, 1, now(), signal)
const queue = () => app.sql.begin((tx) => queueMorning(tx, 1, now()))
const states = async () =>
  (await app.sql<{ state: string }[]>`select state from mail order by created_at, id`).map(
    ({ state }) => state,
  )

const FORM = {
  ...{ baseUrl: 'https://kehoach.example', morningAt: '06:30', quietFrom: '21:00', quietTo: '06:00' },
  ...{ host: '127.0.0.1', security: 'none', user: '', from: 'kehoach@songmo.example' },
}
async function setUp(part: Record<string, unknown> = {}) {
  const { version } = (await admin('GET', '/api/mail')).json()
  const answer = await admin('PUT', '/api/mail', { version, body: { ...FORM, port: post.port, ...part } })
  expect(answer.statusCode).toBe(200)
  return (answer.json() as { version: number }).version
}
async function setUpTested(part: Record<string, unknown> = {}) {
  const version = await setUp(part)
  const answer = await admin('POST', '/api/mail/test', { version, body: { to: 'thu@songmo.example' } })
  expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()])
  post.mails.length = 0
}
async function choose(caller: typeof officer, part: Record<string, unknown> = {}) {
  const { version } = (await caller('GET', '/api/morning/mail')).json()
  const body = { address: 'lan@songmo.example', wantsList: true, wantsMention: true, ...part }
  const answer = await caller('PUT', '/api/morning/mail', { version, body })
  expect(answer.statusCode).toBe(200)
}

describe('the morning list', () => {
  test('goes out once on a working morning, with links', async () => {
    await setUpTested()
    await choose(officer)
    expect(await queue()).toBe(1)
    expect(await send()).toBe(1)
    expect(post.mails.map(({ to }) => to)).toEqual(['lan@songmo.example'])
    expect(post.mails[0]?.text).toContain('Việc quá hạn')
    expect(post.mails[0]?.text).toContain('https://kehoach.example/work/')
    setDay('2026-11-20', '15:00')
    expect([await queue(), await send()]).toEqual([0, 0])
    // A clock set back to the day before tells nobody again.
    setDay('2026-11-19', '07:00')
    expect([await queue(), await send()]).toEqual([0, 0])
  })

  test('not before its hour, not on a day off, not without a test', async () => {
    await setUp()
    await choose(officer)
    expect(await queue()).toBe(0)
    await setUpTested()
    setDay('2026-11-20', '06:29')
    expect(await queue()).toBe(0)
    setDay('2026-11-21', '07:00')
    expect(await queue()).toBe(0)
    await app.sql`insert into day_off (tenant_id, day, kind, name) values (1, '2026-11-23', 'off', 'Nghỉ bù')`
    setDay('2026-11-23', '07:00')
    expect(await queue()).toBe(0)
    setDay('2026-11-24', '07:00')
    expect(await queue()).toBe(1)
  })

  test('a server gone for a day: nothing lost, nothing twice, and yesterday’s list is never sent', async () => {
    await setUpTested()
    await choose(officer)
    await post.stop()
    await queue()
    await expect(send()).rejects.toMatchObject({ code: 'mail.server' })
    setDay('2026-11-20', '12:00')
    await expect(send()).rejects.toThrow(/Không kết nối được máy chủ thư/)
    expect((await admin('GET', '/api/mail')).json()).toMatchObject({
      failingSince: '2026-11-20T00:00:00.000Z',
      counts: { waiting: 1 },
    })
    setDay('2026-11-23', '07:00')
    expect(await queue()).toBe(1)
    post = await openPost(post.port)
    expect(await send()).toBe(1)
    expect(post.mails).toHaveLength(1)
    expect(post.mails[0]?.text).toContain('23/11/2026')
    expect(await states()).toEqual(['dropped', 'sent'])
    expect((await admin('GET', '/api/mail')).json()).toMatchObject({ failingSince: null, failure: '' })
  })

  test('what was under way when the machine stopped goes out again under the same id; what was sent does not', async () => {
    await setUpTested()
    await choose(officer)
    await choose(await app.signIn('officer2'), { address: 'minh@songmo.example' })
    await queue()
    await send()
    const [one] = post.mails
    // Killed between the server's answer and our note of it.
    await app.sql`update mail set state = 'waiting', ended_at = null where id = ${one?.id ?? ''}`
    expect(await send()).toBe(1)
    expect(post.mails.map(({ id }) => id).filter((id) => id === one?.id)).toHaveLength(2)
    expect(post.mails).toHaveLength(3)
  })

  test('whoever left, wants none, or has nothing to do any more gets nothing', async () => {
    await setUpTested()
    await choose(officer)
    await choose(await app.signIn('commune'), { address: 'xa@songmo.example' })
    await queue()
    await choose(officer, { wantsList: false })
    expect(await send()).toBe(0)
    expect(await states()).toEqual(['dropped', 'dropped'])
  })

  test('an address that is refused ends its own mail alone', async () => {
    await setUpTested()
    await choose(officer)
    await choose(await app.signIn('officer2'), { address: 'sai@songmo.example' })
    post.refuses.add('sai@songmo.example')
    await queue()
    expect(await send()).toBe(1)
    expect((await states()).sort()).toEqual(['failed', 'sent'])
    const sent = (await admin('GET', '/api/mail/sent?state=failed')).json()
    expect(sent.mails[0].failure).toContain('không nhận địa chỉ người nhận')
  })
})

describe('a mention', () => {
  const mention = async () => {
    const [plan] = await app.sql<{ id: string }[]>`select id from plan limit 1`
    const body = `Nhờ @[person:${app.accountId('officer')}] xem giúp`
    const focal = await app.signIn('focal')
    const answer = await focal('POST', '/api/comments', {
      body: { subject: { kind: 'plan', id: plan?.id }, body },
    })
    expect(answer.statusCode).toBe(201)
  }

  test('is mailed at once, and asks for the job in its own transaction', async () => {
    await setUpTested()
    await choose(officer)
    await app.sql`delete from graphile_worker._private_jobs`
    await mention()
    expect(await app.sql`select key from graphile_worker.jobs`).toEqual([{ key: '1:mail' }])
    expect(await send()).toBe(1)
    expect(post.mails[0]?.text).toContain('@Người dùng officer xem giúp')
    expect(await send()).toBe(0)
  })

  test('waits while the hours are quiet, and is not sent when it was read meanwhile', async () => {
    await setUpTested()
    await choose(officer)
    setDay('2026-11-20', '22:00')
    await mention()
    expect(await send()).toBe(0)
    setDay('2026-11-21', '06:00')
    await app.sql`update mention set read_at = now()`
    expect(await send()).toBe(0)
    expect(await states()).toEqual(['dropped'])
  })
})

describe('the settings', () => {
  test('the password is never read back, not in the audit either; another server must be tried anew', async () => {
    await setUpTested({ user: 'kehoach', password: 'bí mật 123' })
    const setting = await admin('GET', '/api/mail')
    expect(setting.json()).toMatchObject({ hasPassword: true, user: 'kehoach' })
    const audits = await app.sql`select detail from audit_event where action like 'mail.%'`
    for (const said of [setting.body, JSON.stringify(audits)]) expect(said).not.toContain('bí mật')
    await setUp({ user: 'kehoach', morningAt: '08:00' })
    expect((await admin('GET', '/api/mail')).json().testedAt).not.toBeNull()
    await setUp({ user: 'kehoach', from: 'khac@songmo.example' })
    expect((await admin('GET', '/api/mail')).json().testedAt).toBeNull()
  })

  test('a wrong password, no server, an old version: a sentence each', async () => {
    const version = await setUp({ user: 'kehoach', password: 'sai' })
    const test = (seen: number) =>
      admin('POST', '/api/mail/test', { version: seen, body: { to: 'thu@songmo.example' } })
    const wrong = await test(version)
    expect([wrong.statusCode, wrong.json().title]).toEqual([422, expect.stringContaining('mật khẩu')])
    expect((await test(version - 1)).statusCode).toBe(412)
    await setUp({ host: '' })
    expect((await test(version + 1)).json().code).toBe('mail.no-host')
  })

  test('only administrators set and see it; a form with faults is refused; a stale one too', async () => {
    for (const [method, url] of [
      ['GET', '/api/mail'],
      ['GET', '/api/mail/sent'],
      ['PUT', '/api/mail'],
      ['POST', '/api/mail/test'],
    ] as const) {
      const body = method === 'PUT' ? { ...FORM, port: 25 } : { to: 'a@b.vn' }
      const answer = await officer(method, url, { version: 0, ...(method === 'GET' ? {} : { body }) })
      expect([url, answer.statusCode]).toEqual([url, 403])
    }
    const bad = await admin('PUT', '/api/mail', {
      version: 0,
      body: { ...FORM, port: 25, from: 'không phải' },
    })
    expect(bad.statusCode).toBe(422)
    await setUp()
    expect((await admin('PUT', '/api/mail', { version: 0, body: { ...FORM, port: 25 } })).statusCode).toBe(
      412,
    )
    expect(
      (
        await officer('PUT', '/api/morning/mail', {
          version: 7,
          body: { address: 'a@b.vn', wantsList: true, wantsMention: true },
        })
      ).statusCode,
    ).toBe(412)
    expect(
      (
        await officer('PUT', '/api/morning/mail', {
          version: 0,
          body: { address: 'a@b', wantsList: true, wantsMention: true },
        })
      ).statusCode,
    ).toBe(422)
  })
})

describe('rules', () => {
  test.each([
    ['21:00', '06:00', '20:59', false],
    ['21:00', '06:00', '21:00', true],
    ['21:00', '06:00', '05:59', true],
    ['21:00', '06:00', '06:00', false],
    ['12:00', '13:00', '12:30', true],
    ['12:00', '12:00', '12:00', false],
  ])('quiet from %s to %s: at %s %s', (quietFrom, quietTo, time, quiet) => {
    expect(isQuiet(time, { quietFrom, quietTo })).toBe(quiet)
  })

  test('faults of the server stop all, faults of an address only its mail', () => {
    expect(isServerFault({ code: 'ESOCKET' })).toBe(true)
    expect(isServerFault({ code: 'EAUTH', responseCode: 535 })).toBe(true)
    expect(isServerFault({ responseCode: 421 })).toBe(true)
    expect(isServerFault({ code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' })).toBe(true)
    expect(isServerFault({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' })).toBe(false)
    expect(faultOf({ code: 'EDNS' }, 'mail.tinh.vn')).toContain('mail.tinh.vn')
  })

  test('pauses grow and end at six hours', () => {
    expect([1, 2, 3, 4, 20].map(pauseAfter)).toEqual([5, 10, 20, 40, 360])
  })

  test('the time in Vietnam is seven hours on', () => {
    expect(timeInVietnam(new Date('2026-11-20T17:05:00Z'))).toBe('00:05')
  })

  test('no form lets a second header or address through', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (from) => {
        const read = MailForm.safeParse({ ...FORM, port: 25, from })
        if (read.success && read.data.host) expect(read.data.from).not.toMatch(/[\s,;<>]/)
      }),
    )
  })
})
