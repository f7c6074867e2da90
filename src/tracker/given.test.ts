// What a sheet gives besides its rows: parts of coordinating agencies, periods of what comes back; and that others work
// on while it comes in.
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipart, testApp } from '../../test/database.ts'
import { goodRow, type MadeRow, trackerFile } from '../../test/tracker.ts'
import { assignmentOf, newItem, planWithWork } from '../../test/work.ts'
import { openPeriods } from '../task/create-work.ts'
import { rebuildWork } from '../task/rebuild.ts'
import type { Imported, RunDetail } from './tracker.ts'

let app: Awaited<ReturnType<typeof testApp>>
let focal: Awaited<ReturnType<typeof app.signIn>>
beforeAll(async () => {
  app = await testApp()
  focal = await app.signIn('focal')
})
afterAll(() => app.close())

/** A sheet ready to come in as a plan of its own: what is left is to press the button. */
async function readySheet(rows: readonly MadeRow[], title: string) {
  const form = multipart({}, { name: `${title}.xlsx`, bytes: await trackerFile(rows) })
  const { id } = (await focal('POST', '/api/trackers', { body: form.body, headers: form.headers })).json()
  const { run, settings } = (await focal('GET', `/api/trackers/${id}`)).json<RunDetail>()
  const target = { kind: 'new', title, number: null, overseerId: app.agencyId('Sở Tài chính') }
  const changed = await focal('PATCH', `/api/trackers/${id}`, {
    version: run.version,
    body: { ...settings, target },
  })
  const ready = changed.json<RunDetail>()
  const body = { fresh: ready.summary?.fresh ?? 0, faulty: ready.summary?.faulty ?? 0 }
  return () =>
    focal('POST', `/api/trackers/${id}/import`, { version: ready.run.version, key: randomUUID(), body })
}

const workOf = (planId: string, role: string) => app.sql`
  select item.quote, agency.name as agency, assignment.status, assignment.due_on as "dueOn", assignment.period
  from assignment
  join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
  join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
  where assignment.tenant_id = ${app.tenantId} and assignment.plan_id = ${planId} and assignment.role = ${role}
  order by item.ordinal, agency.name`

const noDifferences = async () =>
  expect((await rebuildWork(app.sql, app.tenantId, { isMending: false })).differences).toEqual([])

const dutyBy = (duty: string, due: string, more: Partial<MadeRow>): MadeRow => ({
  ...{ duty, due, lead: 'Sở Nội vụ', helpers: 'Sở Công Thương; UBND xã Suối Mơ', paper: '9/VB-MAU' },
  ...more,
})

test('coordinating agencies get a part of what is still to be done on a day to come', async () => {
  const bringIn = await readySheet(
    [
      dutyBy('Việc còn làm', '31/12/2026', { state: 'Đang thực hiện' }),
      dutyBy('Việc đã xong', '30/6/2026', { state: 'Đã hoàn thành', percent: 100, doneOn: '20/6/2026' }),
      dutyBy('Việc quá hạn', '30/9/2026', { state: 'Quá hạn' }),
      dutyBy('Việc không ngày', 'Thường xuyên', { state: 'Đang thực hiện' }),
    ],
    'Bảng có cơ quan phối hợp',
  )
  const { planId, assignments } = (await bringIn()).json<Imported>()
  expect(assignments).toBe(4)
  expect(await workOf(planId, 'coordinating')).toEqual(
    ['Sở Công Thương', 'UBND xã Suối Mơ'].map((agency) => ({
      ...{ quote: 'Việc còn làm', agency, status: 'assigned', dueOn: '2026-12-31', period: '' },
    })),
  )
  const parents = await app.sql`
    select lead.role, lead.item_id = part.item_id as same from assignment part
    join assignment lead on lead.tenant_id = part.tenant_id and lead.id = part.parent_id
    where part.tenant_id = ${app.tenantId} and part.plan_id = ${planId}`
  expect(parents).toEqual([
    { role: 'lead', same: true },
    { role: 'lead', same: true },
  ])
  await noDifferences()
})

test('what comes back is given for the period the sheet is of, and the next one opens of itself', async () => {
  const bringIn = await readySheet(
    [
      dutyBy('Báo cáo tháng', 'hằng tháng', { state: 'Đã hoàn thành', percent: 100, doneOn: '10/11/2026' }),
      dutyBy('Báo cáo quý', 'Hàng quý', { state: 'Đang thực hiện' }),
      dutyBy('Trực thường xuyên', 'Thường xuyên', { state: 'Đang thực hiện' }),
    ],
    'Bảng có việc định kỳ',
  )
  const { planId } = (await bringIn()).json<Imported>()
  const given = [
    { quote: 'Báo cáo tháng', status: 'done', period: '2026-12', dueOn: '2026-12-14' },
    { quote: 'Báo cáo quý', status: 'active', period: '2026-Q4', dueOn: '2026-12-14' },
    { quote: 'Trực thường xuyên', status: 'active', period: '', dueOn: null },
  ]
  const lead = { agency: 'Sở Nội vụ' }
  expect(await workOf(planId, 'lead')).toEqual(given.map((one) => ({ ...lead, ...one })))
  expect(await workOf(planId, 'coordinating')).toEqual([])
  await app.sql.begin((tx) =>
    openPeriods(tx, app.tenantId, { at: new Date('2026-12-20T02:00:00Z'), today: '2026-12-20' }),
  )
  const after = await workOf(planId, 'lead')
  expect(after.filter(({ status }) => status === 'assigned').map(({ period }) => period)).toEqual([
    '2027-01',
    '2027-Q1',
  ])
  await noDifferences()
})

test('while a sheet comes in, others take steps on other work and do not wait', async () => {
  const item = newItem(1, { bearers: [app.agencyId('Sở Nội vụ')] })
  await planWithWork(app, [item])
  const other = await assignmentOf(app, item.id, app.agencyId('Sở Nội vụ'))
  const head = await app.signIn('head')
  const rows = Array.from({ length: 40 }, (_, i) => ({ ...goodRow(i), lead: 'Sở Nội vụ' }))
  const bringIn = await readySheet(rows, 'Bảng nhập lâu')
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  // Somebody keeps what the import writes almost last, so that its transaction stays open with all rows in it.
  let isHeld = () => {}
  const holding = new Promise<void>((resolve) => {
    isHeld = resolve
  })
  const keeper = app.sql.begin(async (tx) => {
    await tx`select 1 from tracker_mapping where tenant_id = ${app.tenantId} for update`
    isHeld()
    await held
  })
  await holding
  const coming = bringIn()
  for (let tries = 0; ; tries++) {
    const waiting = await app.sql`
      select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%tracker_mapping%'`
    if (waiting.length > 0) break
    if (tries > 200) throw new Error('the import never came to its mapping')
    await wait(25)
  }
  const step = await Promise.race([
    head('POST', `/api/work/${other}/steps`, { version: 1, body: { kind: 'receive' } }),
    wait(3000, null),
  ])
  release()
  await keeper
  expect(step?.statusCode).toBe(201)
  expect((await coming).json()).toMatchObject({ fresh: 40, assignments: 40 })
  await noDifferences()
})
