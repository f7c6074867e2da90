// Whose list holds what: by agency, by the person in charge, for those who stand in, after somebody has left; the text.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { statementsOf } from '../../test/queries.ts'
import { assignmentOf, dueBy, newItem, planWithWork } from '../../test/work.ts'
import { readLadders } from './ladder-queries.ts'
import { type Morning, textOf } from './morning.ts'
import { readMornings } from './morning-queries.ts'

type App = Awaited<ReturnType<typeof testApp>>
let app: App
let planId: string
const ids = new Map<string, string>()
const callers = new Map<string, Awaited<ReturnType<App['signIn']>>>()

/** Today is Saturday 21/11/2026; the clock of the tests is moved to Friday. */
const DUTIES: [name: string, due: string][] = [
  ['quá hạn', '2026-11-10'],
  ['hôm nay', '2026-11-20'],
  ['sắp', '2026-11-24'],
  ['xa', '2026-12-20'],
]

beforeAll(async () => {
  app = await testApp()
  app.clock.set('2026-11-20T01:00:00Z')
  for (const login of ['officer', 'officer2', 'head', 'focal', 'finance-head', 'leader', 'commune', 'admin'])
    callers.set(login, await app.signIn(login))
  const agency = app.agencyId('Sở Nội vụ')
  const items = DUTIES.map(([name, due], at) =>
    newItem(at + 1, { bearers: [agency], due: dueBy(due), quote: `Việc ${name}` }),
  )
  planId = (await planWithWork(app, items)).planId
  for (const [at, item] of items.entries())
    ids.set(DUTIES[at]?.[0] ?? '', await assignmentOf(app, item.id, agency))
})
afterAll(() => app.close())

const as = (login: string) => callers.get(login) as Awaited<ReturnType<App['signIn']>>
const morning = async (login: string) => (await as(login)('GET', '/api/morning')).json() as Morning
async function told(login: string): Promise<Record<string, string[]>> {
  const { sections } = await morning(login)
  return Object.fromEntries(sections.map(({ name, rows }) => [name, rows.map(({ text }) => text)]))
}
async function step(login: string, name: string, body: Record<string, unknown>) {
  const id = ids.get(name) ?? ''
  const [row] = await app.sql<{ version: number }[]>`select version from assignment where id = ${id}`
  const answer = await as(login)('POST', `/api/work/${id}/steps`, { version: row?.version, body })
  expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()])
}

test('an agency is told what is overdue, due today and due soon, the nearest first; others nothing', async () => {
  const all = { overdue: ['Việc quá hạn'], today: ['Việc hôm nay'], soon: ['Việc sắp'] }
  expect(await told('officer')).toEqual(all)
  expect(await told('head')).toEqual(all)
  expect(await told('commune')).toEqual({})
  expect(await told('focal')).toEqual({})
  const { sections } = await morning('officer')
  expect(sections[0]?.rows[0]).toMatchObject({
    daysLeft: -10,
    dueOn: '2026-11-10',
    agency: 'Sở Nội vụ',
    plan: '147/KH-UBND',
  })
})

test('the text names every duty with how far its day is and a link of its own', async () => {
  const { text } = await morning('officer')
  expect(text).toContain('VIỆC HÔM NAY 20/11/2026')
  expect(text).toContain('Quá hạn, chưa báo cáo hoàn thành (1)\n1. Việc quá hạn')
  expect(text).toContain('hạn 10/11/2026, quá 10 ngày')
  expect(text).toMatch(new RegExp(`https?://[^/]+/work/${ids.get('hôm nay')}\n`))
  expect(text).toMatch(/\/morning\n$/)
})

test('a long section is cut in the text and says how many more there are', () => {
  const rows = Array.from({ length: 30 }, (_, n) => ({
    ...{
      id: randomUUID(),
      kind: 'assignment' as const,
      text: `Việc ${n} ${'rất dài '.repeat(40)}`,
      plan: '1/KH',
    },
    ...{ agency: null, dueOn: '2026-11-10', daysLeft: -10, isCoordinating: true, standsInFor: null },
  }))
  const sections = [{ name: 'overdue' as const, n: 1430, rows }]
  const text = textOf({ day: '2026-11-20', person: 'Lan', sections }, 'https://a.vn')
  expect(text).toContain('(1.430)')
  expect(text).toContain('… và 1.420 việc nữa')
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(220)
})

test('what one person has in charge is theirs and the head’s; when they leave it is everybody’s again', async () => {
  await step('head', 'sắp', {
    kind: 'assign',
    text: '',
    toAgencyId: null,
    toAccountId: app.accountId('officer'),
  })
  expect((await told('officer')).soon).toEqual(['Việc sắp'])
  expect((await told('officer2')).soon).toBeUndefined()
  expect((await told('head')).soon).toEqual(['Việc sắp'])
  await app.sql`update account set is_active = false where id = ${app.accountId('officer')}`
  expect((await told('officer2')).soon).toEqual(['Việc sắp'])
  const lists = await readMornings(app.sql, 1, [app.accountId('officer')], {
    today: '2026-11-20',
    ladders: await readLadders(app.sql, 1),
  })
  expect(lists.size).toBe(0)
  await app.sql`update account set is_active = true where id = ${app.accountId('officer')}`
})

test('whoever stands in for somebody on leave gets that list as well, as long as it lasts', async () => {
  const id = randomUUID()
  await app.sql`
    insert into stand_in (tenant_id, id, account_id, stand_in_id, from_day, to_day, reason, created_by, created_at)
    values (1, ${id}, ${app.accountId('officer')}, ${app.accountId('finance-head')}, '2026-11-19', '2026-11-21', 'Nghỉ phép',
            ${app.accountId('admin')}, now())`
  const { sections } = await morning('finance-head')
  expect(sections.map(({ name, rows }) => [name, rows[0]?.standsInFor])).toEqual([
    ['overdue', 'Người dùng officer'],
    ['today', 'Người dùng officer'],
    ['soon', 'Người dùng officer'],
  ])
  expect((await told('officer')).overdue).toEqual(['Việc quá hạn'])
  await app.sql`update stand_in set ended_on = '2026-11-20' where id = ${id}`
  expect(await told('finance-head')).toEqual({})
})

describe('what waits for a decision', () => {
  test('a report waits for the head and not for its author; approved, for the overseer; returned, for the agency', async () => {
    await step('officer', 'hôm nay', { kind: 'report', text: 'Đã làm', percent: 100, files: [] })
    expect((await told('officer')).today).toBeUndefined()
    expect((await told('officer')).approve).toBeUndefined()
    expect((await told('head')).approve).toEqual(['Việc hôm nay'])
    await step('head', 'hôm nay', { kind: 'approve', text: '' })
    expect((await told('head')).approve).toBeUndefined()
    expect((await told('focal')).confirm).toEqual(['Việc hôm nay'])
    expect((await told('finance-head')).confirm).toEqual(['Việc hôm nay'])
    await step('focal', 'hôm nay', { kind: 'return', text: 'Thiếu minh chứng' })
    expect((await told('officer')).returned).toEqual(['Việc hôm nay'])
    expect((await told('focal')).confirm).toBeUndefined()
  })

  test('nobody is asked to approve a report of their own', async () => {
    await step('head', 'quá hạn', { kind: 'report', text: 'Tôi báo cáo', percent: 100, files: [] })
    expect((await told('head')).approve).toBeUndefined()
    await step('head', 'quá hạn', { kind: 'return', text: 'Rút lại' })
  })

  test('a wish for more time waits for the overseer', async () => {
    await step('officer', 'xa', { kind: 'ask-extension', text: 'Chờ hướng dẫn', until: '2027-01-20' })
    expect((await told('focal')).extension).toEqual(['Việc xa'])
  })

  test('a mention waits until it is read, with names instead of ids; struck, it is gone', async () => {
    const body = `Nhờ @[person:${app.accountId('leader')}] cho ý kiến`
    const written = await as('officer')('POST', '/api/comments', {
      body: { subject: { kind: 'plan', id: planId }, body },
    })
    expect(written.statusCode).toBe(201)
    const { sections } = await morning('leader')
    expect(sections.map(({ name }) => name)).toEqual(['mention'])
    expect(sections[0]?.rows[0]).toMatchObject({ kind: 'plan', id: planId, agency: 'Người dùng officer' })
    expect(sections[0]?.rows[0]?.text).not.toContain(app.accountId('leader'))
  })
})

test('whoever leads a plan is told what is overdue in it', async () => {
  await app.sql`update plan set leader_id = ${app.accountId('leader')} where id = ${planId}`
  expect((await told('leader')).led).toEqual(['Việc quá hạn'])
})

test('an opinion asked of the agency waits for its people, until its time has run out', async () => {
  const [dossier, step, opinion] = [randomUUID(), randomUUID(), randomUUID()]
  const [agency, issuer] = [app.agencyId('Sở Công Thương'), app.agencyId('Sở Tài chính')]
  await app.sql`update account set agency_id = ${agency} where id = ${app.accountId('commune')}`
  await app.sql`
    insert into dossier (tenant_id, id, kind, subject_id, agency_id, drafter_id, title, paper, opened_on, opened_at, opened_by,
                         state, waiting_since)
    values (1, ${dossier}, 'letter', ${dossier}, ${issuer}, ${issuer}, 'CÔNG VĂN xin ý kiến', '{}', '2026-11-18', now(),
            ${app.accountId('focal')}, 'opinions', '2026-11-18')`
  await app.sql`
    insert into dossier_step (tenant_id, id, dossier_id, seq, kind, actor, at, on_day)
    values (1, ${step}, ${dossier}, 1, 'ask', 'Đầu mối', now(), '2026-11-18')`
  await app.sql`
    insert into dossier_opinion (tenant_id, id, dossier_id, step_id, round, asked_id, agency_id, asked_on, due_on)
    values (1, ${opinion}, ${dossier}, ${step}, 1, ${agency}, ${agency}, '2026-11-18', '2026-11-25')`
  const { sections } = await morning('commune')
  expect(sections.map(({ name, rows }) => [name, rows[0]?.text, rows[0]?.daysLeft])).toEqual([
    ['opinion', 'CÔNG VĂN xin ý kiến', 5],
  ])
  await app.sql`update dossier_opinion set lapsed_on = '2026-11-20' where id = ${opinion}`
  expect(await told('commune')).toEqual({})
})

test('a report that is due waits for whoever writes it, a written one for the head; a round that is over for nobody', async () => {
  const [round, report, agency] = [randomUUID(), randomUUID(), app.agencyId('Sở Nội vụ')]
  await app.sql`
    insert into report_round (tenant_id, id, plan_id, kind, title, period, from_on, to_on, due_on, opened_on, opened_name, created_at)
    values (1, ${round}, ${planId}, 'adhoc', 'Báo cáo nhanh', '', '2026-11-01', '2026-11-20', '2026-11-25', '2026-11-18', 'Đầu mối', now())`
  await app.sql`
    insert into report (tenant_id, id, round_id, asked_id, agency_id, level, given_due, due_on)
    values (1, ${report}, ${round}, ${agency}, ${agency}, 1, '2026-11-25', '2026-11-25')`
  const reports = async (login: string) => (await told(login)).report ?? []
  expect([await reports('officer'), await reports('focal')]).toEqual([['Báo cáo nhanh'], []])
  await app.sql`update report set state = 'submitted', author_id = ${app.accountId('officer')} where id = ${report}`
  expect([await reports('officer'), await reports('head')]).toEqual([[], ['Báo cáo nhanh']])
  await app.sql`update report set state = 'draft', due_on = '2026-12-15' where id = ${report}`
  expect(await reports('officer')).toEqual([])
  await app.sql`update report set due_on = '2026-11-19' where id = ${report}`
  expect(await reports('officer')).toEqual(['Báo cáo nhanh'])
  await app.sql`update report_round set state = 'closed' where id = ${round}`
  expect(await reports('officer')).toEqual([])
})

test('any number of people is as many questions as one', async () => {
  const ladders = await readLadders(app.sql, 1)
  const all = await app.sql<{ id: string }[]>`select id from account`
  const count = async (people: string[]) =>
    (await statementsOf(app, () => readMornings(app.sql, 1, people, { today: '2026-11-20', ladders })))
      .statements.length
  expect(await count(all.map(({ id }) => id))).toBe(await count([app.accountId('leader')]))
})
