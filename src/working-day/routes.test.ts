import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import * as words from '../vocabulary/words.ts'
import { readCalendar } from './queries.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<App['signIn']>>
let app: App
let admin: Caller
let focal: Caller
let officer: Caller
beforeAll(async () => {
  app = await testApp()
  ;[admin, focal, officer] = (await Promise.all(['admin', 'focal', 'officer'].map(app.signIn))) as [
    Caller,
    Caller,
    Caller,
  ]
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.sql`delete from day_off where tenant_id = ${app.tenantId}`
})

const NEW_YEAR = { day: '2027-01-01', kind: 'off', name: 'Tết Dương lịch' }
const add = (caller: Caller, days: unknown[], key?: string) =>
  caller('POST', '/api/days-off', { body: { days }, ...(key ? { key } : {}) })
const listed = async (year: number) => (await officer('GET', `/api/days-off?year=${year}`)).json()
const entries = (action: string) => app.sql`
  select actor, detail from audit_event where tenant_id = ${app.tenantId} and action = ${action} order by at`

describe('adding days', () => {
  test('by an administrator or a focal officer, with an entry of the audit for each day', async () => {
    const answer = await add(focal, [NEW_YEAR, { day: '2027-01-09', kind: 'working', name: 'Làm bù' }])
    expect(answer.statusCode).toBe(201)
    expect(await listed(2027)).toEqual({
      year: 2027,
      days: [
        { ...NEW_YEAR, version: 1 },
        { day: '2027-01-09', kind: 'working', name: 'Làm bù', version: 1 },
      ],
      years: [{ year: 2027, n: 2 }],
    })
    expect((await add(admin, [{ ...NEW_YEAR, day: '2026-01-01' }])).statusCode).toBe(201)
    expect(await entries('day-off.add')).toHaveLength(3)
    expect((await officer('GET', '/api/days-off')).json()).toMatchObject({
      year: 2026,
      days: [{ day: '2026-01-01' }],
    })
  })

  test('nobody else may, and everybody may read', async () => {
    for (const login of ['officer', 'head', 'leader'])
      expect((await add(await app.signIn(login), [NEW_YEAR])).json()).toMatchObject({
        code: 'forbidden.day-off.write',
      })
    expect(await listed(2027)).toMatchObject({ days: [] })
  })

  test('the same request twice adds once', async () => {
    const [first, second] = [
      await add(focal, [NEW_YEAR], 'new-year-2027'),
      await add(focal, [NEW_YEAR], 'new-year-2027'),
    ]
    expect([first.statusCode, second.statusCode]).toEqual([201, 201])
    expect(second.body).toBe(first.body)
  })

  test('a day that is there already refuses the whole list', async () => {
    await add(focal, [NEW_YEAR])
    const answer = await add(admin, [{ day: '2027-09-02', kind: 'off', name: 'Quốc khánh' }, NEW_YEAR])
    expect(answer.json()).toMatchObject({ status: 409, title: words.daysOff.taken('01/01/2027') })
    expect((await listed(2027)).days).toHaveLength(1)
  })

  test.each([
    [{ ...NEW_YEAR, day: '2027-02-30' }],
    [{ ...NEW_YEAR, name: '' }],
    [{ ...NEW_YEAR, kind: 'half' }],
    [{ ...NEW_YEAR, kind: 'working' }],
  ])('refuses %j', async (day) => {
    expect((await add(focal, [day])).statusCode).toBe(422)
    expect((await listed(2027)).days).toEqual([])
  })
})

describe('changing and deleting', () => {
  const change = (caller: Caller, version: number, body: object = { kind: 'off', name: 'Nghỉ Tết' }) =>
    caller('PATCH', '/api/days-off/2027-01-02', { version, body })
  const drop = (caller: Caller, version: number) => caller('DELETE', '/api/days-off/2027-01-02', { version })
  beforeEach(() => add(focal, [{ day: '2027-01-02', kind: 'working', name: 'Làm bù' }]))

  test('with the version seen; whoever saw an old one is told so', async () => {
    expect((await change(focal, 1)).json()).toEqual({
      day: '2027-01-02',
      kind: 'off',
      name: 'Nghỉ Tết',
      version: 2,
    })
    expect((await change(admin, 1)).statusCode).toBe(412)
    expect((await drop(admin, 1)).statusCode).toBe(412)
    expect((await drop(admin, 2)).statusCode).toBe(204)
    expect((await drop(admin, 2)).statusCode).toBe(404)
    expect((await change(admin, 2)).statusCode).toBe(404)
    expect((await entries('day-off.change')).at(-1)?.detail).toMatchObject({
      before: { version: 1 },
      after: { version: 2 },
    })
    expect(await entries('day-off.delete')).toHaveLength(1)
  })

  test('not by others, not without a version, not into a make-up day that is worked anyway', async () => {
    expect((await change(officer, 1)).statusCode).toBe(403)
    expect((await drop(officer, 1)).statusCode).toBe(403)
    expect(
      (await focal('PATCH', '/api/days-off/2027-01-02', { body: { kind: 'off', name: 'x' } })).statusCode,
    ).toBe(422)
    await add(focal, [NEW_YEAR])
    const answer = await focal('PATCH', '/api/days-off/2027-01-01', {
      version: 1,
      body: { kind: 'working', name: 'Làm bù' },
    })
    expect(answer.json()).toMatchObject({ code: 'day-off.worked-anyway', faults: [{ at: 'kind' }] })
  })
})

describe('a pasted list', () => {
  const paste = (caller: Caller, text: string, dryRun: boolean, key?: string) =>
    caller('POST', `/api/days-off/import?dryRun=${dryRun}`, { body: { text }, ...(key ? { key } : {}) })
  const TEXT = '01/01/2027 Tết Dương lịch\n05/02/2027 - 06/02/2027 Tết Nguyên đán\n20/02/2027 làm bù'

  test('is checked first and writes nothing, then is entered once', async () => {
    const dry = await paste(focal, TEXT, true)
    expect(dry.json()).toMatchObject({ days: [{}, {}, {}, { kind: 'working' }], known: 0, faults: [] })
    expect((await listed(2027)).days).toEqual([])
    for (const _ of [1, 2]) expect((await paste(focal, TEXT, false, 'days-of-2027')).statusCode).toBe(200)
    expect((await listed(2027)).days).toHaveLength(4)
    expect((await paste(focal, TEXT, true)).json()).toMatchObject({ days: [], known: 4, faults: [] })
    expect(await entries('day-off.import')).toHaveLength(1)
  })

  test('with one bad line enters nothing and names the line', async () => {
    const answer = await paste(focal, `${TEXT}\n31/04/2027 Ngày không có`, false)
    expect(answer.json()).toMatchObject({
      code: 'import.faults',
      faults: [{ at: words.daysOff.line(4), message: words.daysOff.noSuchDay }],
    })
    expect((await listed(2027)).days).toEqual([])
  })

  test('never turns a day round that was entered otherwise', async () => {
    await add(focal, [{ day: '2027-02-20', kind: 'off', name: 'Nghỉ' }])
    const { faults } = (await paste(focal, TEXT, true)).json()
    expect(faults).toEqual([{ line: 3, message: words.daysOff.enteredOtherwise('20/02/2027', 'Nghỉ') }])
  })

  test('is not for others, and not endless', async () => {
    expect((await paste(officer, TEXT, true)).statusCode).toBe(403)
    expect((await paste(focal, 'a'.repeat(20_001), true)).statusCode).toBe(422)
  })
})

test('the calendar of a span knows the entered days and the years without any', async () => {
  await add(focal, [NEW_YEAR])
  const calendar = await readCalendar(app.sql, app.tenantId, '2026-12-01', '2028-02-01')
  expect(calendar.entered.map(({ day }) => day)).toEqual(['2027-01-01'])
  expect(['2027-01-01', '2027-01-02', '2027-01-04'].map(calendar.isOff)).toEqual([true, true, false])
  expect(calendar.missing('2026-12-30', '2027-01-05')).toEqual([2026])
})
