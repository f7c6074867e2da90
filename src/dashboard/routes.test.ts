import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { assignmentOf, dueBy, newItem, planWithWork, UNDATED } from '../../test/work.ts'
import type { Task, WorkList } from '../task/work.ts'
import { WORK_STATE_NAMES } from '../task/work-state.ts'
import type { Dashboard } from './dashboard.ts'

type App = Awaited<ReturnType<typeof testApp>>
let app: App
let call: Awaited<ReturnType<App['signIn']>>
const plans: string[] = []

beforeAll(async () => {
  app = await testApp()
  call = await app.signIn('leader')
  const bearers = ['Sở Nội vụ', 'UBND xã Suối Mơ'].map(app.agencyId)
  for (const number of ['1/KH-UBND', '2/KH-UBND']) {
    const items = [
      dueBy('2026-11-10'),
      dueBy('2026-11-20'),
      dueBy('2026-11-24'),
      dueBy('2027-01-31'),
      UNDATED,
    ].map((due, i) => newItem(i + 1, { outcome: 'each', bearers, due }))
    plans.push((await planWithWork(app, items, { number })).planId)
    for (const item of items.slice(1, 4)) {
      const id = await assignmentOf(app, item.id, app.agencyId('Sở Nội vụ'))
      const take = async (login: string, body: object) => {
        const person = await app.signIn(login)
        const { version } = (await person('GET', `/api/work/${id}`)).json() as Task
        const answer = await person('POST', `/api/work/${id}/steps`, { version, body })
        expect(answer.statusCode).toBe(201)
      }
      await take('officer', { kind: 'report', text: 'Xong', percent: 100 })
      if (item === items[3]) continue
      await take('head', { kind: 'approve' })
      await take('focal', { kind: 'confirm' })
    }
  }
})
afterAll(() => app.close())

const dashboard = async (query = '') => (await call('GET', `/api/dashboard?${query}`)).json() as Dashboard
const rowsOf = async (query: string) =>
  ((await call('GET', `/api/work?limit=100&${query}`)).json() as WorkList).rows.length

test('the four fields, their sums and both ratios, counted in assignments', async () => {
  const { counts, ratios, unit } = await dashboard()
  expect(unit).toBe('assignment')
  expect(counts).toMatchObject({
    all: 20,
    'done-on-time': 2,
    'done-late': 2,
    within: 10,
    undated: 4,
    overdue: 6,
    soon: 2,
    'to-approve': 2,
    'to-confirm': 0,
    answerable: 10,
  })
  expect(ratios).toEqual({ ofAssigned: { part: 4, whole: 20 }, ofAnswerable: { part: 4, whole: 10 } })
})

test('every number opens a list of exactly that many rows', async () => {
  const office = app.agencyId('Sở Nội vụ')
  for (const [plan, agency] of [[], [plans[0]], [undefined, office], [plans[1], office]]) {
    const address = (p = plan, a = agency) => `${p ? `&plan=${p}` : ''}${a ? `&agency=${a}` : ''}`
    const list = (state: string, p = plan, a = agency) => rowsOf(`state=${state}${address(p, a ?? 'all')}`)
    const shown = await dashboard(address())
    for (const state of WORK_STATE_NAMES) expect(await list(state), state).toBe(shown.counts[state])
    for (const { id, counts } of shown.byAgency) expect(await list('overdue', plan, id)).toBe(counts.overdue)
    for (const { id, counts } of shown.byPlan) expect(await list('open', id)).toBe(counts.open)
  }
})

test('parts add up to the whole; the most overdue stands first', async () => {
  const { counts, byAgency, byPlan } = await dashboard()
  for (const table of [byAgency, byPlan])
    for (const state of WORK_STATE_NAMES)
      expect(table.reduce((sum, row) => sum + row.counts[state], 0)).toBe(counts[state])
  expect(byAgency.map((row) => [row.name, row.counts.overdue])).toEqual([
    ['UBND xã Suối Mơ', 4],
    ['Sở Nội vụ', 2],
  ])
})

test('a filter without work says zero and keeps its name', async () => {
  const { counts, filter } = await dashboard(`agency=${app.agencyId('Sở Công Thương')}`)
  expect(counts.all).toBe(0)
  expect(filter.agency?.name).toBe('Sở Công Thương')
})
