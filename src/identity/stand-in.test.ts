// Standing in: who may arrange it for whom, no chains and no overlap, what it opens, and where it is told.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { statementsOf } from '../../test/queries.ts'
import { assignmentOf, newItem, planWithWork } from '../../test/work.ts'
import * as words from '../vocabulary/words.ts'
import type { Session } from './identity.ts'
import { daysFault, type StandIn, standInState } from './stand-in.ts'

const { standIn: said } = words.steps
let app: Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<typeof app.signIn>>
const callers = new Map<string, Caller>()
const as = (login: string): Caller => {
  const caller = callers.get(login)
  if (!caller) throw new Error(`nobody signed in as ${login}`)
  return caller
}
const LOGINS = [
  'admin',
  'leader',
  'focal',
  'head',
  'officer',
  'officer2',
  'commune',
  'commune-head',
  'finance-head',
]
beforeAll(async () => {
  app = await testApp()
  for (const login of LOGINS) callers.set(login, await app.signIn(login))
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-21T02:00:00Z')
  await app.sql`delete from stand_in where tenant_id = ${app.tenantId}`
})

const form = (absent: string, standIn: string, fromDay = '2026-11-21', toDay = '2026-11-28') => ({
  accountId: app.accountId(absent),
  standInId: app.accountId(standIn),
  ...{ fromDay, toDay, reason: 'Đi công tác' },
})
const arrange = (by: string, ...of: Parameters<typeof form>) =>
  as(by)('POST', '/api/stand-ins', { body: form(...of) })
const list = async (login: string) =>
  (await as(login)('GET', '/api/stand-ins')).json<{ standIns: StandIn[] }>().standIns
const session = async (login: string) => (await as(login)('GET', '/api/session')).json<Session>()

describe('who may arrange it', () => {
  test.each([
    ['head', 'head', 'officer', 201],
    ['head', 'officer', 'officer2', 201],
    ['officer', 'officer', 'officer2', 201],
    ['officer', 'head', 'officer', 403],
    ['commune-head', 'officer', 'officer2', 403],
    ['leader', 'officer', 'officer2', 403],
    ['admin', 'officer', 'officer2', 201],
    // Of another agency: only an administrator.
    ['head', 'head', 'commune', 422],
    ['admin', 'head', 'commune', 201],
    ['head', 'head', 'head', 422],
  ])('%s for %s by %s: %i', async (by, absent, standIn, status) => {
    const answer = await arrange(by, absent, standIn)
    expect(answer.statusCode, answer.body).toBe(status)
  })

  test('somebody of the agency above may, and of its units', async () => {
    const { sql, tenantId } = app
    const [home, top] = ['Sở Nội vụ', 'UBND tỉnh'].map(app.agencyId)
    await sql`update agency set parent_id = ${top ?? ''} where tenant_id = ${tenantId} and id = ${home ?? ''}`
    await sql`update account set agency_id = ${top ?? ''} where tenant_id = ${tenantId} and id = ${app.accountId('leader')}`
    expect((await arrange('head', 'head', 'leader')).statusCode).toBe(201)
  })

  test('an account that is stopped, or is none, is said so', async () => {
    const body = { ...form('head', 'officer'), standInId: randomUUID() }
    const answer = await as('head')('POST', '/api/stand-ins', { body })
    expect(answer.json()).toMatchObject({ status: 404, title: said.gone })
  })
})

describe('days', () => {
  test.each([
    ['2026-11-20', '2026-11-25', said.fromPast],
    ['2026-11-25', '2026-11-24', said.toBeforeFrom],
    ['2026-11-25', '2027-11-26', said.tooLong(366)],
    ['2026-11-25', '2026-11-25', null],
    ['2026-11-25', '2027-11-25', null],
  ])('from %s to %s', async (fromDay, toDay, why) => {
    expect(daysFault({ fromDay, toDay }, '2026-11-21')?.message ?? null).toBe(why)
    const answer = await arrange('head', 'head', 'officer', fromDay, toDay)
    expect(answer.statusCode).toBe(why ? 422 : 201)
    if (why) expect(answer.json().title).toBe(why)
  })

  test('no reason, no day', async () => {
    const body = { ...form('head', 'officer'), reason: ' ', toDay: '2026-02-30' }
    expect((await as('head')('POST', '/api/stand-ins', { body })).statusCode).toBe(422)
  })

  test.each([
    [{ fromDay: '2026-11-22', toDay: '2026-11-30', endedOn: null }, 'coming'],
    [{ fromDay: '2026-11-21', toDay: '2026-11-21', endedOn: null }, 'now'],
    [{ fromDay: '2026-11-01', toDay: '2026-11-20', endedOn: null }, 'past'],
    [{ fromDay: '2026-11-01', toDay: '2026-11-30', endedOn: '2026-11-05' }, 'ended'],
  ] as const)('%j is %s', (days, state) => expect(standInState(days, '2026-11-21')).toBe(state))
})

describe('one at a time, and never a chain', () => {
  test('two for one person on the same day', async () => {
    await arrange('head', 'head', 'officer', '2026-11-21', '2026-11-28')
    const again = await arrange('head', 'head', 'officer2', '2026-11-28', '2026-12-05')
    expect(again.json()).toMatchObject({
      status: 409,
      title: said.overlap('Người dùng officer', '2026-11-21', '2026-11-28'),
    })
    expect((await arrange('head', 'head', 'officer2', '2026-11-29', '2026-12-05')).statusCode).toBe(201)
  })

  test('by somebody who is away, or of somebody who stands in', async () => {
    await arrange('head', 'officer', 'officer2')
    expect((await arrange('head', 'head', 'officer')).json().title).toBe(
      said.standInAway('Người dùng officer2', '2026-11-21', '2026-11-28'),
    )
    expect((await arrange('officer2', 'officer2', 'head')).json().title).toBe(
      said.absentStandsIn('Người dùng officer', '2026-11-21', '2026-11-28'),
    )
    // One person may stand in for two.
    expect((await arrange('head', 'head', 'officer2')).statusCode).toBe(201)
  })

  test('two arranged at once: one is', async () => {
    const both = await Promise.all([arrange('head', 'head', 'officer'), arrange('head', 'head', 'officer2')])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  })

  test('the same request twice is one; the same key for another is refused', async () => {
    const key = randomUUID()
    const send = (body: object) => as('head')('POST', '/api/stand-ins', { key, body })
    const first = await send(form('head', 'officer'))
    const second = await send(form('head', 'officer'))
    expect([first.statusCode, second.body]).toEqual([201, first.body])
    expect((await send(form('head', 'officer2'))).statusCode).toBe(409)
    expect(await list('head')).toHaveLength(1)
  })
})

describe('ending early', () => {
  const end = (by: string, { id, version }: { id: string; version: number }) =>
    as(by)('POST', `/api/stand-ins/${id}/end`, { version })
  const one = async () => {
    await arrange('head', 'head', 'officer')
    const [row] = await list('head')
    if (!row) throw new Error('nothing was arranged')
    return row
  }
  test.each([
    ['head', 204],
    ['officer', 204],
    ['admin', 204],
    ['officer2', 403],
    ['commune-head', 403],
  ])('by %s: %i', async (by, status) => {
    const row = await one()
    expect((await end(by, row)).statusCode).toBe(status)
    expect((await session('officer')).standsInFor).toHaveLength(status === 204 ? 0 : 1)
  })

  test('an old version is stale, a second end a conflict, an unknown one missing', async () => {
    const row = await one()
    expect((await end('head', { ...row, version: 7 })).statusCode).toBe(412)
    expect((await end('head', row)).statusCode).toBe(204)
    expect((await end('head', { ...row, version: 2 })).json()).toMatchObject({
      status: 409,
      title: said.over,
    })
    expect((await end('head', { id: randomUUID(), version: 1 })).statusCode).toBe(404)
    const [shown] = await list('head')
    expect(shown).toMatchObject({ state: 'ended', endedOn: '2026-11-21', whyNotEnd: said.over })
  })
})

describe('what it opens', () => {
  test('the steps of the absent person, told in the session, in the step and in the audit', async () => {
    const office = app.agencyId('Sở Nội vụ')
    const item = newItem(1, { bearers: [office] })
    await planWithWork(app, [item])
    const id = await assignmentOf(app, item.id, office)
    const report = { kind: 'report', text: 'Đã làm', percent: 100 }
    expect(
      (await as('officer2')('POST', `/api/work/${id}/steps`, { version: 1, body: report })).statusCode,
    ).toBe(201)
    const approve = () =>
      as('officer')('POST', `/api/work/${id}/steps`, { version: 2, body: { kind: 'approve' } })
    expect((await approve()).statusCode).toBe(403)
    await arrange('head', 'head', 'officer')
    expect(await session('officer')).toMatchObject({
      standsInFor: [
        { id: app.accountId('head'), name: 'Người dùng head', role: 'head', toDay: '2026-11-28' },
      ],
      capacities: [{ forAccountId: null }, { forAccountId: app.accountId('head'), role: 'head' }],
    })
    expect((await session('head')).standIn).toEqual({ name: 'Người dùng officer', toDay: '2026-11-28' })
    const task = (await as('officer')('GET', `/api/work/${id}`)).json()
    expect(task.inPlaceOf).toMatchObject({ approve: app.accountId('head') })
    expect((await approve()).statusCode).toBe(201)
    const [step] = (await as('officer')('GET', `/api/work/${id}`)).json().steps.slice(-1)
    expect(step).toMatchObject({ actor: 'Người dùng officer', standsInFor: 'Người dùng head' })
    const [entry] = await app.sql<{ detail: object }[]>`
      select detail from audit_event
      where tenant_id = ${app.tenantId} and action = 'step.approve' and subject_id = ${id}`
    expect(entry?.detail).toMatchObject({ standsInFor: app.accountId('head') })
  })

  test('nothing before its first day and nothing after its last', async () => {
    await arrange('head', 'head', 'officer', '2026-11-23', '2026-11-24')
    expect((await session('officer')).standsInFor).toEqual([])
    app.clock.set('2026-11-24T16:59:00Z')
    callers.set('officer', await app.signIn('officer'))
    expect((await session('officer')).standsInFor).toHaveLength(1)
    app.clock.set('2026-11-24T17:01:00Z')
    expect((await session('officer')).standsInFor).toEqual([])
    callers.set('officer', await app.signIn('officer'))
  })

  test('ends with the account, on either side', async () => {
    await arrange('head', 'head', 'officer2')
    const account = (await as('admin')('GET', '/api/accounts?q=officer2')).json().accounts[0]
    const { name, position, role, agency, version } = account
    const change = { name, position, role, agencyId: agency.id, isActive: false }
    await as('admin')('PATCH', `/api/accounts/${account.id}`, { version, body: change })
    expect((await list('head'))[0]).toMatchObject({ state: 'ended' })
    expect((await arrange('head', 'head', 'officer')).statusCode).toBe(201)
    const body = { ...change, isActive: true }
    await as('admin')('PATCH', `/api/accounts/${account.id}`, { version: version + 1, body })
    callers.set('officer2', await app.signIn('officer2'))
  })
})

describe('lists', () => {
  test('one sees what touches oneself and those one heads; page after page', async () => {
    await arrange('head', 'head', 'officer', '2026-11-21', '2026-11-21')
    await arrange('head', 'officer2', 'officer', '2026-11-22', '2026-11-22')
    await arrange('commune', 'commune', 'commune-head', '2026-11-23', '2026-11-23')
    expect((await list('admin')).map(({ fromDay }) => fromDay)).toEqual([
      '2026-11-23',
      '2026-11-22',
      '2026-11-21',
    ])
    expect(await list('head')).toHaveLength(2)
    expect(await list('officer')).toHaveLength(2)
    expect(await list('officer2')).toHaveLength(1)
    expect(await list('leader')).toHaveLength(0)
    const first = (await as('admin')('GET', '/api/stand-ins?limit=2')).json()
    const rest = (await as('admin')('GET', `/api/stand-ins?limit=2&after=${first.next}`)).json()
    expect([first.standIns.length, rest.standIns.length, rest.next]).toEqual([2, 1, null])
    expect((await as('admin')('GET', '/api/stand-ins?after=abc')).statusCode).toBe(422)
  })

  test('people to choose among: those one may arrange for, and those who may stand in', async () => {
    const people = async (login: string, query = '') =>
      (await as(login)('GET', `/api/stand-ins/people?${query}`))
        .json()
        .people?.map(({ name }: { name: string }) => name.replace('Người dùng ', ''))
        .sort()
    expect(await people('officer')).toEqual(['officer'])
    expect(await people('commune-head')).toEqual(['commune', 'commune-head'])
    expect(await people('admin', 'q=dung%20com')).toEqual(['commune', 'commune-head'])
    expect(await people('officer', `for=${app.accountId('officer')}`)).toContain('head')
    expect(await people('officer', `for=${app.accountId('officer')}`)).not.toContain('officer')
    expect(await people('officer', `for=${app.accountId('head')}`)).toBeUndefined()
  })

  test('however many rows, the same number of statements', async () => {
    await arrange('head', 'head', 'officer', '2026-11-21', '2026-11-21')
    const one = await statementsOf(app, () => as('head')('GET', '/api/stand-ins'))
    await arrange('head', 'officer2', 'officer', '2026-11-22', '2026-11-22')
    const two = await statementsOf(app, () => as('head')('GET', '/api/stand-ins'))
    expect([one.statements.length, two.statements.length]).toEqual([2, 2])
    const { statements } = await statementsOf(app, () => as('head')('GET', '/api/session'))
    expect(statements).toHaveLength(5)
  })
})
