import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { assignmentOf, dueBy, newItem, planWithWork, UNDATED } from '../../test/work.ts'
import type { Task, WorkList } from '../task/work.ts'
import { WORK_STATE_NAMES } from '../task/work-state.ts'
import type { AgencyStanding, Dashboard, Following } from './dashboard.ts'
import { ITEM_LIST_NAMES } from './item-state.ts'
import type { ItemListCounts, ItemRow } from './items.ts'

type App = Awaited<ReturnType<typeof testApp>>
let app: App
let call: Awaited<ReturnType<App['signIn']>>
const plans: string[] = []
/** The last item of the second plan, with one bearer. */
let single = ''

const people = new Map<string, Awaited<ReturnType<App['signIn']>>>()
async function as(login: string) {
  const person = people.get(login) ?? (await app.signIn(login))
  people.set(login, person)
  return person
}

async function take(login: string, id: string, body: object) {
  const person = await as(login)
  const { version } = (await person('GET', `/api/work/${id}`)).json() as Task
  const answer = await person('POST', `/api/work/${id}/steps`, { version, body })
  expect(answer.statusCode, answer.body).toBe(201)
}

beforeAll(async () => {
  app = await testApp()
  call = await as('leader')
  const bearers = ['Sở Nội vụ', 'UBND xã Suối Mơ'].map(app.agencyId)
  for (const number of ['1/KH-UBND', '2/KH-UBND']) {
    const items = [
      dueBy('2026-11-10'),
      dueBy('2026-11-20'),
      dueBy('2026-11-24'),
      dueBy('2027-01-31'),
      UNDATED,
    ].map((due, i) => newItem(i + 1, { outcome: 'each', bearers, due }))
    const last = newItem(6, { bearers: [app.agencyId('Sở Công Thương')], due: dueBy('2026-11-25') })
    single = last.id
    plans.push((await planWithWork(app, [...items, last], { number })).planId)
    for (const item of items.slice(1, 4)) {
      const id = await assignmentOf(app, item.id, app.agencyId('Sở Nội vụ'))
      await take('officer', id, { kind: 'report', text: 'Xong', percent: 100 })
      if (item === items[3]) continue
      await take('head', id, { kind: 'approve' })
      await take('focal', id, { kind: 'confirm' })
    }
    // Closed without a result: in no figure but its own.
    const closed = await assignmentOf(app, items[4]?.id ?? '', app.agencyId('UBND xã Suối Mơ'))
    await take('focal', closed, { kind: 'close', text: 'Không còn phù hợp' })
  }
})
afterAll(() => app.close())

const dashboard = async (query = '') => (await call('GET', `/api/dashboard?${query}`)).json() as Dashboard
async function rowsOf(path: 'work' | 'items', query: string): Promise<number> {
  let n = 0
  let after: string | null = ''
  while (after !== null) {
    const address: string = `/api/${path}?limit=7&${query}${after && `&after=${after}`}`
    const page = (await call('GET', address)).json() as Pick<WorkList, 'rows' | 'next'>
    n += page.rows.length
    after = page.next
  }
  return n
}

test('the four fields and both ratios, of lượt giao and of nhiệm vụ', async () => {
  const { assignments, items, ratios } = await dashboard()
  expect(assignments).toMatchObject({
    ...{ all: 20, closed: 2, 'done-on-time': 2, 'done-late': 2, within: 10, undated: 2, overdue: 6 },
    ...{ soon: 4, 'to-approve': 2, 'to-confirm': 0, answerable: 10 },
  })
  expect(ratios.assignments).toEqual({
    ofAssigned: { part: 4, whole: 20 },
    ofAnswerable: { part: 4, whole: 10 },
  })
  // An item that two bear is done when both are: none yet.
  expect(items).toMatchObject({ all: 12, open: 12, done: 0, overdue: 4, soon: 4, undated: 2, answerable: 4 })
  expect(ratios.items).toEqual({ ofAssigned: { part: 0, whole: 12 }, ofAnswerable: { part: 0, whole: 4 } })
})

test('every number opens a list of exactly that many rows', async () => {
  const office = app.agencyId('Sở Nội vụ')
  for (const [plan, agency] of [[], [plans[0]], [undefined, office], [plans[1], office]]) {
    const address = (p = plan, a = agency) => `${p ? `&plan=${p}` : ''}${a ? `&agency=${a}` : ''}`
    const list = (state: string, p = plan, a = agency) =>
      rowsOf('work', `role=lead&state=${state}${address(p, a ?? 'all')}`)
    const shown = await dashboard(address())
    for (const state of WORK_STATE_NAMES) expect(await list(state), state).toBe(shown.assignments[state])
    for (const { id, assignments } of shown.byAgency)
      expect(await list('overdue', plan, id)).toBe(assignments.overdue)
    for (const { id, assignments } of shown.byPlan) expect(await list('open', id)).toBe(assignments.open)
    for (const state of ITEM_LIST_NAMES)
      expect(await rowsOf('items', `state=${state}${address()}`), state).toBe(shown.items[state])
    if (!agency)
      expect(await rowsOf('items', `state=overdue${address(plan, 'many')}`)).toBe(shown.shared.overdue)
  }
})

test('parts add up to the whole; the most overdue stands first', async () => {
  const { assignments, items, byAgency, byPlan, shared } = await dashboard()
  for (const table of [byAgency, byPlan])
    for (const state of WORK_STATE_NAMES)
      expect(table.reduce((sum, row) => sum + row.assignments[state], 0)).toBe(assignments[state])
  for (const state of ITEM_LIST_NAMES) {
    expect(byPlan.reduce((sum, row) => sum + row.items[state], 0)).toBe(items[state])
    expect(byAgency.reduce((sum, row) => sum + row.items[state], shared[state])).toBe(items[state])
  }
  expect(byAgency.map((row) => [row.name, row.assignments.overdue, row.items.all])).toEqual([
    ['UBND xã Suối Mơ', 4, 0],
    ['Sở Nội vụ', 2, 0],
    ['Sở Công Thương', 0, 2],
  ])
})

test('a filter without work says zero and keeps its name', async () => {
  const { assignments, filter } = await dashboard(`agency=${app.agencyId('Liên minh Hợp tác xã tỉnh')}`)
  expect(assignments.all).toBe(0)
  expect(filter.agency?.name).toBe('Liên minh Hợp tác xã tỉnh')
})

test('an answer kept is never older than the last step, the day, or a name', async () => {
  const queries: string[] = []
  const { sql } = app
  const seen = sql.options.debug
  sql.options.debug = (_: unknown, query: string) => queries.push(query)
  try {
    const before = await dashboard()
    queries.length = 0
    expect(await dashboard()).toEqual(before)
    // The session and the stamp: no counter is read again.
    expect(queries).toHaveLength(2)
    expect(queries.join()).not.toContain('assignment_count')

    const id = await assignmentOf(app, single, app.agencyId('Sở Công Thương'))
    const person = await as('focal')
    const { version } = (await person('GET', `/api/work/${id}`)).json() as Task
    await person('POST', `/api/work/${id}/steps`, {
      version,
      body: { kind: 'suspend', text: 'Chờ ý kiến' },
    })
    const after = await dashboard()
    expect(after.assignments.suspended).toBe(before.assignments.suspended + 1)

    app.clock.set('2026-11-26T02:00:00Z')
    const later = await app.signIn('leader')
    const then = (await later('GET', '/api/dashboard')).json() as Dashboard
    // Those due on the 24th and the 25th, but for what is done and what is suspended.
    expect(then.assignments.overdue).toBe(after.assignments.overdue + 3)
    app.clock.set('2026-11-21T02:00:00Z')
    expect(await dashboard()).toEqual(after)

    const admin = await as('admin')
    const renamed = await admin('PATCH', `/api/agencies/${app.agencyId('Sở Công Thương')}`, {
      version: 1,
      body: { name: 'Sở Công Thương mới', code: null, kind: 'department', parentId: null, aliases: [] },
    })
    expect(renamed.statusCode, renamed.body).toBe(200)
    expect((await dashboard()).byAgency.map(({ name }) => name)).toContain('Sở Công Thương mới')
    expect((await dashboard()).byAgency.map(({ name }) => name)).not.toContain('Sở Công Thương')
  } finally {
    sql.options.debug = seen
  }
})

test('an agency: what it bears, by plan, and whom to ask', async () => {
  const id = app.agencyId('Sở Nội vụ')
  const standing = (await call('GET', `/api/agencies/${id}/standing`)).json() as AgencyStanding
  expect(standing.agency).toEqual({ id, name: 'Sở Nội vụ' })
  expect(standing.assignments).toEqual((await dashboard(`agency=${id}`)).assignments)
  expect(standing.byPlan.map(({ number, assignments }) => [number, assignments.overdue])).toEqual(
    expect.arrayContaining([
      ['1/KH-UBND', 1],
      ['2/KH-UBND', 1],
    ]),
  )
  expect(standing.contacts.map(({ role }) => role)).toEqual(['head', 'officer', 'officer'])
  expect((await call('GET', `/api/agencies/${plans[0]}/standing`)).statusCode).toBe(404)
})

test('an overseer: the own plans, what is to be decided, each number with its list', async () => {
  const focal = await as('focal')
  const officer = await as('officer')
  const id = await assignmentOf(app, single, app.agencyId('Sở Công Thương'))
  await take('focal', id, { kind: 'resume', text: '' })
  const own = (await call('GET', '/api/work?limit=100&state=overdue&agency=all')).json() as WorkList
  const late = own.rows.find(({ agency }) => agency.name === 'Sở Nội vụ')?.id ?? ''
  await take('officer', late, { kind: 'ask-extension', until: '2026-12-20', text: 'Chờ số liệu' })
  const following = (await focal('GET', '/api/following')).json() as Following
  expect(following.overseer?.name).toBe('Sở Tài chính')
  expect(following).toMatchObject({ extensions: 1, events: 0 })
  expect(following.byPlan).toHaveLength(2)
  const overseer = following.overseer?.id
  expect(await rowsOf('work', `agency=all&extension=asked&overseer=${overseer}`)).toBe(1)
  for (const state of ['overdue', 'to-confirm', 'to-receive'] as const)
    expect(await rowsOf('work', `agency=all&role=lead&state=${state}&overseer=${overseer}`)).toBe(
      following.assignments[state],
    )
  const other = app.agencyId('Sở Nội vụ')
  expect((await focal('GET', `/api/following?overseer=${other}`)).json()).toMatchObject({ byPlan: [] })
  expect(await rowsOf('work', `agency=all&overseer=${other}&state=all`)).toBe(0)
  expect((await officer('GET', '/api/following')).statusCode).toBe(403)
})

test('the list of nhiệm vụ: searched without diacritics, its tabs counted, one lượt giao linked', async () => {
  const items = async (query: string) =>
    (await call('GET', `/api/items?${query}`)).json() as { rows: ItemRow[]; next: string | null }
  const { rows } = await items(`state=open&agency=${app.agencyId('Sở Công Thương')}&limit=100`)
  expect(rows.map(({ assignments, done, toConfirm }) => [assignments, done, toConfirm])).toEqual([
    [1, 0, 0],
    [1, 0, 0],
  ])
  const shared = await items('state=open&agency=many&limit=100')
  expect(shared.rows[0]).toMatchObject({ lead: null, assignments: 2, dueOn: '2026-11-10', daysLeft: -11 })
  expect(shared.rows.map(({ assignments }) => assignments)).toContain(1)
  const counts = (await call('GET', '/api/items/counts?q=nhiem+vu+so+6')).json() as ItemListCounts
  expect(counts.counts).toMatchObject({ all: 2, open: 2, soon: 2 })
  expect(counts).toMatchObject({ shared: 10 })
  expect((await items('q=nhiem+vu+so+6')).rows).toHaveLength(2)
  expect((await call('GET', '/api/items?after=x')).statusCode).toBe(422)
  expect((await call('GET', '/api/items?state=x')).statusCode).toBe(422)
})
