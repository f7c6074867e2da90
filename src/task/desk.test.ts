// What waits for a decision, with what it is decided on: for heads, for overseers, and for whoever stands in for them.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { statementsOf } from '../../test/queries.ts'
import { assignmentOf, dueBy, newItem, planWithWork } from '../../test/work.ts'
import type { DeskList } from './desk.ts'

let app: Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<typeof app.signIn>>
const callers = new Map<string, Caller>()
const as = (login: string): Caller => {
  const caller = callers.get(login)
  if (!caller) throw new Error(`nobody signed in as ${login}`)
  return caller
}
let ids: string[] = []
beforeAll(async () => {
  app = await testApp()
  for (const login of ['officer', 'officer2', 'head', 'focal', 'commune-head', 'leader'])
    callers.set(login, await app.signIn(login))
  const office = app.agencyId('Sở Nội vụ')
  const days = ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05']
  const items = days.map((day, i) => newItem(i + 1, { bearers: [office], due: dueBy(day) }))
  await planWithWork(app, items)
  ids = await Promise.all(items.map((item) => assignmentOf(app, item.id, office)))
  const act = (login: string, some: (string | undefined)[], version: number, form: object) =>
    as(login)('POST', '/api/work/steps', { body: { steps: some.map((id) => ({ id, version, form })) } })
  const figures = [{ name: 'Lớp', value: 2, unit: 'lớp' }]
  await act('officer', ids.slice(0, 3), 1, { kind: 'report', text: 'Đã mở 2 lớp', percent: 100, figures })
  await act('head', [ids[3]], 1, { kind: 'report', text: 'Thủ trưởng tự báo cáo', percent: 100 })
  await act('head', [ids[0]], 2, { kind: 'approve' })
  await act('officer', [ids[4]], 1, { kind: 'ask-extension', until: '2026-12-31', text: 'Chờ số liệu' })
})
afterAll(() => app.close())

const desk = async (login: string, query = '') =>
  (await as(login)('GET', `/api/work/desk?${query}`)).json<DeskList>()

test('a head reads the reports of the own agency in place', async () => {
  const { kind, counts, rows } = await desk('head')
  expect([kind, counts]).toEqual(['approve', { approve: 3, confirm: 0, extension: 0 }])
  expect(rows.map(({ id }) => id)).toEqual(ids.slice(1, 4))
  expect(rows[0]).toMatchObject({
    author: app.accountId('officer'),
    said: {
      text: 'Đã mở 2 lớp',
      percent: 100,
      actor: 'Người dùng officer',
      figures: [{ name: 'Lớp' }],
      files: [],
    },
  })
  // The own report is shown; the table of steps says that another head must approve it.
  expect(rows[2]?.author).toBe(app.accountId('head'))
})

test('an overseer finds what to confirm and who wants more time', async () => {
  expect((await desk('focal')).counts).toEqual({ approve: 0, confirm: 1, extension: 1 })
  expect((await desk('focal', 'kind=confirm')).rows.map(({ id }) => id)).toEqual([ids[0]])
  expect((await desk('focal', 'kind=extension')).rows[0]).toMatchObject({
    ...{
      extensionUntil: '2026-12-31',
      said: { kind: 'ask-extension', dueOn: '2026-12-31', text: 'Chờ số liệu' },
    },
  })
})

test('nothing waits for officers, leaders and heads of other agencies', async () => {
  for (const login of ['officer', 'leader', 'commune-head'])
    expect((await desk(login)).counts).toEqual({ approve: 0, confirm: 0, extension: 0 })
})

test('whoever stands in finds it too', async () => {
  await app.sql`
    insert into stand_in (tenant_id, id, account_id, stand_in_id, from_day, to_day, reason, created_by, created_at)
    values (${app.tenantId}, ${randomUUID()}, ${app.accountId('head')}, ${app.accountId('officer2')}, '2026-11-21',
            '2026-11-21', 'Họp', ${app.accountId('admin')}, ${app.clock.now()})`
  expect((await desk('officer2')).counts.approve).toBe(3)
})

test('page after page, in a fixed number of statements', async () => {
  const first = await statementsOf(app, () => as('head')('GET', '/api/work/desk?kind=approve&limit=2'))
  const { rows, next } = first.answer.json<DeskList>()
  expect([rows.length, first.statements.length]).toEqual([2, 4])
  expect((await desk('head', `kind=approve&limit=2&after=${next}`)).rows.map(({ id }) => id)).toEqual([
    ids[3],
  ])
  const one = await statementsOf(app, () => as('head')('GET', '/api/work/desk?kind=approve&limit=1'))
  expect(one.statements).toHaveLength(4)
})
