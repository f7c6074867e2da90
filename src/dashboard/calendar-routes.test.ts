import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { assignmentOf, dueBy, newItem, planWithWork, UNDATED } from '../../test/work.ts'
import type { Task, WorkList } from '../task/work.ts'
import type { Calendar, CalendarFeed } from './calendar.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<App['signIn']>>
interface Made {
  feed: CalendarFeed
  address: string | null
}
let app: App
let officer: Caller
let head: Caller
let leader: Caller
let planId = ''
let mine = ''

beforeAll(async () => {
  app = await testApp()
  officer = await app.signIn('officer')
  head = await app.signIn('head')
  leader = await app.signIn('leader')
  const bearers = [app.agencyId('Sở Nội vụ')]
  const items = [
    newItem(1, { quote: 'Việc được phân công', bearers, due: dueBy('2026-11-10') }),
    ...Array.from({ length: 6 }, (_, at) => newItem(at + 2, { bearers, due: dueBy('2026-11-30') })),
    newItem(8, { bearers: [app.agencyId('Sở Công Thương')], due: dueBy('2026-12-05') }),
    newItem(9, { bearers, due: UNDATED }),
    newItem(10, { bearers, due: dueBy('2025-01-31'), quote: 'Việc cũ còn mở' }),
  ]
  ;({ planId } = await planWithWork(app, items))
  mine = await assignmentOf(app, items[0]?.id ?? '', app.agencyId('Sở Nội vụ'))
  const body = { kind: 'assign', toAccountId: app.accountId('officer') }
  const answer = await head('POST', `/api/work/${mine}/steps`, { version: 1, body })
  expect(answer.statusCode, answer.body).toBe(201)
})
afterAll(() => app.close())

const feeds = async (call: Caller) =>
  ((await call('GET', '/api/calendar/feeds')).json() as { feeds: CalendarFeed[] }).feeds
const read = (url: string, headers = {}) => app.server.inject({ method: 'GET', url, headers })
const summaries = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event).summary)
    .sort()

test('a month: how many are due each day, the first few by name, every number with its list', async () => {
  const month = (await leader('GET', '/api/calendar?month=2026-11')).json() as Calendar
  expect(month.days.map(({ day, all, overdue }) => [day, all, overdue])).toEqual([
    ['2026-11-10', 1, 1],
    ['2026-11-30', 6, 0],
    ['2026-12-05', 1, 0],
  ])
  expect(month.days[1]?.entries).toHaveLength(4)
  expect(month.days[0]?.entries[0]).toMatchObject({ quote: 'Việc được phân công', isOverdue: true })
  for (const { day, all } of month.days) {
    const list = (await leader('GET', `/api/work?agency=all&state=all&due=${day}`)).json() as WorkList
    expect(list.rows).toHaveLength(all)
  }
  const own = (await officer('GET', '/api/calendar')).json() as Calendar
  expect([own.month, own.agency?.name, own.days.length]).toEqual(['2026-11', 'Sở Nội vụ', 2])
  const laid = (await officer('GET', '/api/calendar?person=me')).json() as Calendar
  expect(laid.days.map(({ day, all, overdue }) => [day, all, overdue])).toEqual([['2026-11-10', 1, 1]])
  const other = (await leader('GET', `/api/calendar?plan=${randomUUID()}`)).json() as Calendar
  expect(other.days).toEqual([])
  expect((await leader('GET', '/api/calendar?month=2026-13')).statusCode).toBe(422)
  await app.sql`
    insert into day_off (tenant_id, day, kind, name)
    values (${app.tenantId}, '2026-11-24', 'off', 'Ngày lễ của tỉnh'), (${app.tenantId}, '2027-01-01', 'off', 'Tết')`
  const off = (await leader('GET', '/api/calendar?month=2026-11')).json() as Calendar
  expect(off.daysOff).toEqual([{ day: '2026-11-24', kind: 'off', name: 'Ngày lễ của tỉnh' }])
  expect((await leader('GET', `/api/calendar?plan=${planId}`)).json()).toMatchObject({ agency: null })
})

test('a feed of the own work: made once, its address shown once, read by whoever knows it', async () => {
  const key = randomUUID()
  const make = () => officer('POST', '/api/calendar/feeds', { key, body: { agencyId: null } })
  const first = await make()
  expect(first.statusCode).toBe(201)
  const { feed, address } = first.json() as Made
  expect(address).toMatch(/^\/api\/calendar\/1\.[\w-]{43}\.ics$/)
  expect((await make()).json()).toEqual({ feed, address: null })
  const twice = await officer('POST', '/api/calendar/feeds', { body: { agencyId: null } })
  expect([twice.statusCode, twice.json().code]).toEqual([409, 'feed.taken'])
  const token = address?.split('.')[1] ?? 'none'
  const stored = await app.sql`select * from calendar_feed`
  const audited = await app.sql`select detail from audit_event where action like 'feed.%'`
  const kept = await app.sql`select response from idempotency`
  expect(JSON.stringify([stored, audited, kept])).not.toContain(token)

  const answer = await read(address ?? '')
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(summaries(answer.body)).toEqual(['Việc được phân công'])
  expect(answer.body).toContain(`UID:${mine}@chutri`)
  const { etag } = answer.headers
  const again = await read(address ?? '', { 'if-none-match': String(etag) })
  expect([again.statusCode, again.body]).toEqual([304, ''])

  const { version } = (await officer('GET', `/api/work/${mine}`)).json() as Task
  const body = { kind: 'report', text: 'Xong', percent: 100 }
  await officer('POST', `/api/work/${mine}/steps`, { version, body })
  const after = await read(address ?? '', { 'if-none-match': String(etag) })
  expect(after.statusCode).toBe(200)
  const [event] = new ICAL.Component(ICAL.parse(after.body)).getAllSubcomponents('vevent')
  expect(event?.getFirstPropertyValue('sequence')).toBe(version + 1)
  expect(String(event?.getFirstPropertyValue('uid'))).toBe(`${mine}@chutri`)
})

test('a feed of an agency: what is dated, and of long ago only what is open', async () => {
  const body = { agencyId: app.agencyId('Sở Nội vụ') }
  const { address } = (await head('POST', '/api/calendar/feeds', { body })).json() as Made
  const said = summaries((await read(address ?? '')).body)
  expect(said).toHaveLength(8)
  expect(said).toContain('Việc cũ còn mở')
  expect(said).not.toContain('Nhiệm vụ số 8')
  const unknown = await head('POST', '/api/calendar/feeds', { body: { agencyId: randomUUID() } })
  expect(unknown.statusCode).toBe(409)
  expect((await feeds(head)).map(({ agency }) => agency?.name)).toEqual(['Sở Nội vụ'])
})

test('an address is changed and taken back by its owner alone, at the version seen', async () => {
  const { feed, address } = (
    await leader('POST', '/api/calendar/feeds', { body: { agencyId: null } })
  ).json() as Made
  const renew = (call: Caller, version: number) =>
    call('PUT', `/api/calendar/feeds/${feed.id}/address`, { version })
  const takeBack = (call: Caller, version: number) =>
    call('DELETE', `/api/calendar/feeds/${feed.id}`, { version })
  expect((await renew(officer, 1)).statusCode).toBe(404)
  expect((await takeBack(officer, 1)).statusCode).toBe(404)
  expect((await leader('PUT', `/api/calendar/feeds/${feed.id}/address`)).statusCode).toBe(422)
  expect((await renew(leader, 7)).statusCode).toBe(412)
  const renewed = (await renew(leader, 1)).json() as Made
  expect(renewed.feed.version).toBe(2)
  expect((await read(address ?? '')).statusCode).toBe(404)
  expect((await read(renewed.address ?? '')).statusCode).toBe(200)
  expect((await takeBack(leader, 1)).statusCode).toBe(412)
  expect((await takeBack(leader, 2)).statusCode).toBe(200)
  expect((await takeBack(leader, 2)).statusCode).toBe(404)
  const gone = await read(renewed.address ?? '')
  expect([gone.statusCode, gone.json().code]).toEqual([404, 'feed.missing'])
  expect(await feeds(leader)).toEqual([])
  const actions = await app.sql<{ action: string }[]>`
    select action from audit_event where subject_kind = 'feed' and subject_id = ${feed.id} order by at, action`
  expect(actions.map(({ action }) => action).sort()).toEqual(['feed.make', 'feed.renew', 'feed.take-back'])
})

test('an account stopped stops its feeds; nonsense and strangers are refused', async () => {
  const [own] = await feeds(head)
  const { address } = (
    await head('PUT', `/api/calendar/feeds/${own?.id}/address`, { version: own?.version })
  ).json() as Made
  expect((await read(address ?? '')).statusCode).toBe(200)
  await app.sql`update account set is_active = false where id = ${app.accountId('head')}`
  expect((await read(address ?? '')).statusCode).toBe(404)
  for (const file of ['1.ics', 'x.y.ics', `2.${'a'.repeat(43)}.ics`, `999999999.${'a'.repeat(43)}.ics`])
    expect((await read(`/api/calendar/${file}`)).statusCode, file).toBe(404)
  expect((await read('/api/calendar/feeds')).statusCode).toBe(401)
})
