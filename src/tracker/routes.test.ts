// A sheet from the drop to the work it became: dry run, import, import again, a changed sheet, what is remembered; each
// write allowed, forbidden, repeated, stale; and the counters as they would be rebuilt.
import { randomUUID } from 'node:crypto'
import { readXlsx } from 'hucre'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipart, testApp } from '../../test/database.ts'
import { FAULTY, goodRow, type MadeRow, threeHundred, trackerFile } from '../../test/tracker.ts'
import { newItem, planWithWork } from '../../test/work.ts'
import { rebuildCounts } from '../task/counts.ts'
import * as words from '../vocabulary/words.ts'
import type { Imported, RowsPage, RunDetail, Settings } from './tracker.ts'

let app: Awaited<ReturnType<typeof testApp>>
let focal: Awaited<ReturnType<typeof app.signIn>>
beforeAll(async () => {
  app = await testApp()
  focal = await app.signIn('focal')
})
afterAll(() => app.close())

const drop = (
  bytes: Uint8Array,
  { name = 'theo-doi-2026.xlsx', key = randomUUID() as string, as = focal } = {},
) => {
  const form = multipart({}, { name, bytes })
  return as('POST', '/api/trackers', { body: form.body, headers: form.headers, key })
}
const open = async (bytes: Uint8Array, name?: string): Promise<string> =>
  (await drop(bytes, name ? { name } : {})).json<{ id: string }>().id
const read = async (id: string): Promise<RunDetail> => (await focal('GET', `/api/trackers/${id}`)).json()
const change = async (id: string, more: Partial<Settings>): Promise<RunDetail> => {
  const { run, settings } = await read(id)
  const body = { ...settings, ...more }
  const answer = await focal('PATCH', `/api/trackers/${id}`, { version: run.version, body })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}
const newPlan = (title = 'Theo dõi nhiệm vụ kinh tế tập thể năm 2026') =>
  ({ kind: 'new', title, number: null, overseerId: app.agencyId('Sở Tài chính') }) as const
const bringIn = async (id: string, { run, summary }: RunDetail, key: string = randomUUID()) =>
  focal('POST', `/api/trackers/${id}/import`, {
    version: run.version,
    key,
    body: { fresh: summary?.fresh ?? 0, faulty: summary?.faulty ?? 0 },
  })

const counters = async () => [
  await app.sql`
    select plan_id, agency_id, role, due_on, state, n from assignment_count
    where tenant_id = ${app.tenantId} and n <> 0 order by 1, 2, 3, 4, 5`,
  await app.sql`
    select plan_id, lead_id, due_on, state, n from item_count
    where tenant_id = ${app.tenantId} and n <> 0 order by 1, 2, 3, 4`,
]

test('300 rows with 12 faults: 288 in with their states, 12 explained, nothing twice', async () => {
  const bytes = await trackerFile(threeHundred())
  const id = await open(bytes)
  const offered = await read(id)
  expect(offered).toMatchObject({ isRemembered: false, isHeadFound: true, missing: [] })
  expect(offered.summary).toMatchObject({ rows: 300, fresh: 288, known: 0, faulty: 12 })

  const page = (await focal('GET', `/api/trackers/${id}/rows?show=faulty`)).json<RowsPage>()
  expect(page.faulty.map(({ faults }) => faults.map(({ kind }) => kind))).toEqual(
    FAULTY.map(([kind]) => [kind]),
  )
  expect(page.faulty[1]?.faults[0]).toMatchObject({
    row: 52,
    column: 'C',
    heading: 'Cơ quan > Chủ trì',
    cell: 'Sở Nội vụ và Lao động',
  })
  // Nothing is written by looking.
  expect(await app.sql`select 1 from item where tenant_id = ${app.tenantId}`).toHaveLength(0)

  const ready = await change(id, { target: newPlan() })
  const answer = await bringIn(id, ready)
  expect(answer.statusCode).toBe(200)
  const done = answer.json<Imported>()
  expect(done).toMatchObject({ fresh: 288, assignments: 288, known: 0, faulty: 12 })
  const states = await app.sql<{ status: string; n: number }[]>`
    select status, count(*)::int as n from assignment
    where tenant_id = ${app.tenantId} and plan_id = ${done.planId} and role = 'lead' group by 1 order by 1`
  expect(Object.fromEntries(states.map(({ status, n }) => [status, n]))).toEqual({
    active: 108,
    assigned: 36,
    done: 108,
    suspended: 36,
  })
  const [late] = await app.sql<{ n: number }[]>`
    select coalesce(sum(n), 0)::int as n from assignment_count
    where tenant_id = ${app.tenantId} and plan_id = ${done.planId} and state = 'done-late'`
  expect(late?.n).toBe(36)
  const [items] = await app.sql<{ n: number }[]>`
    select coalesce(sum(n), 0)::int as n from item_count
    where tenant_id = ${app.tenantId} and plan_id = ${done.planId} and state like 'done%'`
  expect(items?.n).toBe(108)
  const before = await counters()
  await app.sql.begin((tx) => rebuildCounts(tx, app.tenantId))
  expect(await counters()).toEqual(before)

  // The same sheet again, under another name: every row is known, the faults are the same.
  const again = await open(bytes, 'theo-doi-ban-sao.xlsx')
  const second = await read(again)
  expect(second).toMatchObject({
    isRemembered: true,
    settings: { target: { kind: 'plan', planId: done.planId } },
  })
  expect(second.summary).toMatchObject({ rows: 300, fresh: 0, known: 288, changed: 0, faulty: 12 })
  expect((await bringIn(again, second)).json()).toMatchObject({ status: 409, code: 'tracker.nothing-new' })
  // Into a new plan, too: what is there is there.
  const elsewhere = await change(again, { target: newPlan('Một bảng theo dõi khác') })
  expect(elsewhere.summary).toMatchObject({ fresh: 0, known: 288 })
})

test('the story of a row says where it came from, and counts the days of the sheet', async () => {
  const [row] = await app.sql<{ id: string; completedOn: string; dueOn: string; givenOn: string }[]>`
    select assignment.id, completed_on as "completedOn", assignment.due_on as "dueOn", given_on as "givenOn"
    from assignment join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
    where assignment.tenant_id = ${app.tenantId} and quote like '%đợt 1'`
  expect(row).toMatchObject({ completedOn: '2026-06-20', dueOn: '2026-06-30', givenOn: '2026-01-05' })
  const task = (await focal('GET', `/api/work/${row?.id}`)).json()
  expect(task.steps.map(({ kind }: { kind: string }) => kind)).toEqual([
    'receive',
    'report',
    'approve',
    'confirm',
  ])
  expect(task.steps[1]).toMatchObject({ percent: 100, actor: 'Người dùng focal' })
  expect(task.steps[1].text).toBe('Nhập từ bảng theo dõi theo-doi-2026.xlsx, dòng 9\nĐã trình ký')
  expect(task.steps[0].text).toContain('Văn bản giao: 10/VB-MAU, 05/01/2026')
  expect(task.item).toMatchObject({ heading: 'Lĩnh vực hợp tác xã' })
})

test('a changed sheet: new rows come in, known ones show what changed and stay', async () => {
  const rows = threeHundred()
  const first = rows[0] as MadeRow
  rows[0] = { ...first, result: 'Đã ban hành' }
  // Its words were mended, and a row was put in before it: number and words differ from those on file.
  rows[2] = { ...(rows[2] as MadeRow), duty: `${rows[2]?.duty} năm nay` }
  rows.push({ ...goodRow(500), duty: 'Một nhiệm vụ mới hoàn toàn' })
  const id = await open(await trackerFile(rows))
  const { summary, ...detail } = await read(id)
  expect(summary).toMatchObject({ fresh: 1, known: 288, changed: 2 })
  const known = (await focal('GET', `/api/trackers/${id}/rows?show=known&limit=200`)).json<RowsPage>().known
  expect(known.filter(({ changes }) => changes.length > 0).map(({ changes }) => changes)).toEqual([
    [{ field: 'result', before: 'Đã trình ký', after: 'Đã ban hành' }],
    [expect.objectContaining({ field: 'duty' })],
  ])
  expect((await bringIn(id, { summary, ...detail })).json()).toMatchObject({ fresh: 1, known: 288 })
})

test('rows put in between move the numbers, and are known all the same', async () => {
  const rows = threeHundred()
  rows.splice(5, 0, { ...goodRow(600), duty: 'Chen vào giữa bảng' })
  const { summary } = await read(await open(await trackerFile(rows)))
  expect(summary).toMatchObject({ fresh: 1, known: 288 })
})

test('a duty that a published plan has already takes the state of the sheet there, and is a fault elsewhere', async () => {
  const bearer = app.agencyId('Sở Nội vụ')
  const { planId } = await planWithWork(
    app,
    [newItem(1, { quote: 'Tham mưu ban hành quy chế riêng', bearers: [bearer] })],
    { title: 'Kế hoạch có sẵn' },
  )
  const rows = [
    { ...goodRow(0), duty: 'tham mưu ban hành  Quy chế riêng.', lead: 'Sở Nội vụ' },
    { ...goodRow(8), duty: 'Việc chưa có ở đâu' },
  ]
  const id = await open(await trackerFile(rows))
  const elsewhere = await change(id, { target: newPlan('Bảng riêng') })
  expect(elsewhere.summary).toMatchObject({
    fresh: 1,
    faulty: 1,
    kinds: [{ kind: 'twiceInSystem', rows: 1 }],
  })
  const here = await change(id, { target: { kind: 'plan', planId } })
  expect(here.summary).toMatchObject({ fresh: 2, joined: 1, faulty: 0 })
  expect((await bringIn(id, here)).statusCode).toBe(200)
  const work = await app.sql`
    select ordinal, status, completed_on::text from assignment
    where tenant_id = ${app.tenantId} and plan_id = ${planId} order by ordinal`
  expect(work).toEqual([
    { ordinal: 1, status: 'done', completed_on: '2026-06-20' },
    { ordinal: 2, status: 'done', completed_on: '2026-06-20' },
  ])
  // The sheet is a further document of the plan; the new row stands in it, and its agency is told.
  const detail = (await focal('GET', `/api/plans/${planId}`)).json()
  expect(
    detail.documents.map(({ fileName, items }: { fileName: string; items: number }) => [fileName, items]),
  ).toEqual([
    ['ke-hoach.docx', 1],
    ['theo-doi-2026.xlsx', 1],
  ])
  const told = await app.sql`
    select notice.agency_id from notice
    join item on item.tenant_id = notice.tenant_id and item.id = notice.subject_id
    where notice.tenant_id = ${app.tenantId} and kind = 'given' and item.plan_id = ${planId}`
  expect(told).toEqual([{ agency_id: app.agencyId('Liên minh Hợp tác xã tỉnh') }])
  // What is there and has moved on is known, not a fault.
  const again = await read(await open(await trackerFile(rows), 'lan-hai.xlsx'))
  expect(again.summary).toMatchObject({ fresh: 0, known: 2, faulty: 0 })
  const before = await counters()
  await app.sql.begin((tx) => rebuildCounts(tx, app.tenantId))
  expect(await counters()).toEqual(before)
})

test('into the plan of another agency nobody imports', async () => {
  const { planId } = await planWithWork(app, [newItem(1, { bearers: [app.agencyId('Sở Nội vụ')] })])
  await app.sql`
    update plan set overseer_id = ${app.agencyId('Sở Nội vụ')} where tenant_id = ${app.tenantId} and id = ${planId}`
  const id = await open(await trackerFile([{ ...goodRow(0), duty: 'Của sở khác' }]))
  const { settings } = await read(id)
  const answer = await focal('PATCH', `/api/trackers/${id}`, {
    version: 1,
    body: { ...settings, target: { kind: 'plan', planId } },
  })
  expect(answer.json()).toMatchObject({ status: 403, code: 'forbidden.plan.correct' })
})

test('an internal unit named as lead does the work of its agency', async () => {
  const [unit] = await app.sql<{ id: string }[]>`
    insert into agency (tenant_id, id, name, name_key, kind, parent_id, created_at)
    values (${app.tenantId}, ${randomUUID()}, 'Phòng Kinh tế tập thể', 'phòng kinh tế tập thể', 'unit',
            ${app.agencyId('Sở Tài chính')}, ${app.clock.now()}) returning id`
  const rows = [{ ...goodRow(0), duty: 'Việc của phòng', lead: 'Phòng Kinh tế tập thể' }]
  const bytes = await trackerFile(rows)
  const id = await open(bytes)
  const ready = await change(id, { target: newPlan('Bảng của phòng') })
  expect((await bringIn(id, ready)).statusCode).toBe(200)
  const [work] = await app.sql`
    select agency_id, unit_id, status from assignment
    join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
    where assignment.tenant_id = ${app.tenantId} and quote = 'Việc của phòng'`
  expect(work).toEqual({ agency_id: app.agencyId('Sở Tài chính'), unit_id: unit?.id, status: 'done' })
  expect((await read(await open(bytes, 'lai.xlsx'))).summary).toMatchObject({ fresh: 0, known: 1 })
})

test('police and army duties keep the day alone', async () => {
  const [police] = await app.sql<{ id: string }[]>`
    insert into agency (tenant_id, id, name, name_key, kind, created_at)
    values (${app.tenantId}, ${randomUUID()}, 'Công an tỉnh', 'công an', 'police', ${app.clock.now()}) returning id`
  const rows = [
    { ...goodRow(0), duty: 'Bảo đảm an ninh hội nghị', lead: 'Công an tỉnh', result: 'Nội dung riêng' },
  ]
  const id = await open(await trackerFile(rows))
  const ready = await change(id, { target: newPlan('Bảng có công an') })
  expect((await bringIn(id, ready)).statusCode).toBe(200)
  const steps = await app.sql`
    select step.kind, step.text, step.happened_on::text from step
    join assignment on assignment.tenant_id = step.tenant_id and assignment.id = step.assignment_id
    where step.tenant_id = ${app.tenantId} and assignment.agency_id = ${police?.id ?? ''} order by seq`
  expect(steps.map(({ kind }) => kind)).toEqual(['report-outside', 'confirm'])
  expect(JSON.stringify(steps)).not.toContain('Nội dung riêng')
})

test('a name and a word settled once hold for all rows, and for the next sheet', async () => {
  const rows = [0, 1, 2].map((i) => ({
    ...goodRow(i * 8),
    duty: `Việc của cơ quan cũ ${i}`,
    lead: 'Sở Kế hoạch và Đầu tư',
    state: 'Ô kê',
    percent: null,
  }))
  const bytes = await trackerFile(rows)
  const id = await open(bytes)
  const before = await change(id, { target: newPlan('Bảng của cơ quan cũ') })
  expect(before.summary).toMatchObject({ fresh: 0, faulty: 3, words: [{ word: 'Ô kê', rows: 3 }] })
  expect(before.summary?.names).toEqual([
    expect.objectContaining({ printed: 'Sở Kế hoạch và Đầu tư', rows: 3, isLead: true }),
  ])
  const finance = app.agencyId('Sở Tài chính')
  const after = await change(id, {
    names: [{ printed: 'sở kế hoạch và đầu tư', to: { agency: finance } }],
    states: [{ word: 'Ô KÊ', state: 'done' }],
  })
  expect(after.summary).toMatchObject({ fresh: 3, faulty: 0 })
  const next = await read(await open(bytes, 'lan-sau.xlsx'))
  expect(next.summary).toMatchObject({ fresh: 3, faulty: 0 })
})

test('the list of faults comes back as the rows of the sheet with what to put right, and is the same sheet', async () => {
  const id = await open(await trackerFile(threeHundred()))
  await change(id, {})
  const file = await focal('GET', `/api/trackers/${id}/faults.xlsx`)
  expect(file.headers['content-disposition']).toContain('filename*=')
  const workbook = await readXlsx(new Uint8Array(file.rawPayload))
  const rows = workbook.sheets[0]?.rows ?? []
  // The empty row above the heading is gone.
  expect(rows).toHaveLength(5 + 12)
  expect(rows[4]?.at(-1)).toBe('Lỗi')
  expect(rows.at(-1)?.at(-1)).toContain('công thức bị lỗi')
  const again = await read(await open(new Uint8Array(file.rawPayload), 'sua.xlsx'))
  expect(again).toMatchObject({ isRemembered: true, summary: { rows: 12, faulty: 11, known: 1 } })
  const all = await focal('GET', `/api/trackers/${id}/faults.xlsx?rows=all`)
  expect((await readXlsx(new Uint8Array(all.rawPayload))).sheets[0]?.rows.length).toBeGreaterThan(300)
})

test('faults are paged, and one kind can be asked for', async () => {
  const id = await open(await trackerFile(threeHundred()))
  const first = (await focal('GET', `/api/trackers/${id}/rows?limit=5`)).json<RowsPage>()
  const second = (
    await focal('GET', `/api/trackers/${id}/rows?limit=50&after=${first.next}`)
  ).json<RowsPage>()
  expect(first.faulty.length + second.faulty.length).toBe(12)
  expect(second.next).toBeNull()
  const one = (await focal('GET', `/api/trackers/${id}/rows?kind=formula`)).json<RowsPage>()
  expect(one.faulty).toHaveLength(1)
})

test('a repeated request is carried out once; a stale one, and one whose check has moved, are refused', async () => {
  const bytes = await trackerFile([{ ...goodRow(0), duty: 'Nhập một lần' }])
  const key = 'drop-once-key'
  const first = await drop(bytes, { key })
  const again = await drop(bytes, { key })
  expect(again.json()).toEqual(first.json())
  const { id } = first.json<{ id: string }>()
  const ready = await change(id, { target: newPlan('Bảng nhập một lần') })
  const stale = await focal('PATCH', `/api/trackers/${id}`, { version: 1, body: ready.settings })
  expect(stale.statusCode).toBe(412)
  const other = await focal('POST', `/api/trackers/${id}/import`, {
    version: ready.run.version,
    body: { fresh: 7, faulty: 0 },
  })
  expect(other.json()).toMatchObject({ status: 409, code: 'tracker.meanwhile' })
  const old = await focal('POST', `/api/trackers/${id}/import`, { version: 1, body: { fresh: 1, faulty: 0 } })
  expect(old.statusCode).toBe(412)
  const done = await bringIn(id, ready, 'import-once-key')
  expect(done.statusCode).toBe(200)
  expect((await bringIn(id, ready, 'import-once-key')).json()).toEqual(done.json())
  expect((await bringIn(id, ready)).json()).toMatchObject({ status: 409, code: 'tracker.done' })
  // What is left to put right can still be looked at.
  expect((await focal('GET', `/api/trackers/${id}/rows?show=known`)).json().known).toHaveLength(1)
})

test('of two imports of one sheet at once, one writes', async () => {
  const bytes = await trackerFile(
    [0, 8, 16].map((i) => ({ ...goodRow(i), duty: `Hai người cùng nhập ${i}` })),
  )
  const runs = await Promise.all([open(bytes, 'a.xlsx'), open(bytes, 'b.xlsx')])
  const ready: RunDetail[] = []
  for (const id of runs) ready.push(await change(id, { target: newPlan('Bảng hai người') }))
  const answers = await Promise.all(ready.map((detail) => bringIn(detail.run.id, detail)))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  const made =
    await app.sql`select 1 from item where tenant_id = ${app.tenantId} and quote like 'Hai người cùng nhập%'`
  expect(made).toHaveLength(3)
})

test.each(['leader', 'head', 'officer'])('%s may not import', async (login) => {
  const other = await app.signIn(login)
  const bytes = await trackerFile([goodRow(0)])
  const id = await open(bytes)
  const { settings } = await read(id)
  const answers = await Promise.all([
    drop(bytes, { as: other }),
    other('GET', '/api/trackers'),
    other('GET', `/api/trackers/${id}`),
    other('GET', `/api/trackers/${id}/rows`),
    other('GET', `/api/trackers/${id}/faults.xlsx`),
    other('PATCH', `/api/trackers/${id}`, { version: 1, body: settings }),
    other('POST', `/api/trackers/${id}/import`, { version: 1, body: { fresh: 1, faulty: 0 } }),
    other('DELETE', `/api/trackers/${id}`, { version: 1 }),
  ])
  expect(answers.map((answer) => answer.statusCode)).toEqual(Array(8).fill(403))
})

test.each<[string, Partial<Settings>, string]>([
  ['one field from two columns', { fields: ['duty', 'duty'] }, 'tracker.field-twice'],
  ['figures of tomorrow', { asOf: '2026-11-22' }, 'tracker.as-of'],
  ['a sheet there is not', { sheet: 7 }, 'tracker.no-sheet'],
])('%s is refused', async (_, more, code) => {
  const id = await open(await trackerFile([goodRow(0)]))
  const { settings } = await read(id)
  const answer = await focal('PATCH', `/api/trackers/${id}`, { version: 1, body: { ...settings, ...more } })
  expect(answer.json()).toMatchObject({ status: 422, code })
})

test('what is missing is said in sentences, and stops the import', async () => {
  const id = await open(await trackerFile([{ ...goodRow(0), duty: 'Chưa đủ' }]))
  const { settings } = await read(id)
  const { missing, summary, run } = await change(id, {
    fields: settings.fields.map((field) => (field === 'lead' ? null : field)),
    target: newPlan(),
  })
  expect({ missing, summary }).toEqual({ missing: [words.tracker.missing.lead], summary: null })
  const answer = await focal('POST', `/api/trackers/${id}/import`, {
    version: run.version,
    body: { fresh: 1, faulty: 0 },
  })
  expect(answer.json()).toMatchObject({ status: 422, code: 'tracker.incomplete' })
  // One agency for all rows is another way.
  const led = await change(id, { defaultLead: app.agencyId('Sở Công Thương') })
  expect(led.summary).toMatchObject({ fresh: 1 })
})

test('an import that was not carried out can be dropped, with its file', async () => {
  const bytes = await trackerFile([{ ...goodRow(0), duty: 'Bỏ đi' }])
  const id = await open(bytes)
  const [{ hash } = { hash: '' }] = await app.sql<{ hash: string }[]>`
    select file_hash as hash from tracker_run where tenant_id = ${app.tenantId} and id = ${id}`
  expect((await focal('DELETE', `/api/trackers/${id}`, { version: 9 })).statusCode).toBe(412)
  expect((await focal('DELETE', `/api/trackers/${id}`, { version: 1 })).statusCode).toBe(204)
  expect(await app.sql`select 1 from file where tenant_id = ${app.tenantId} and hash = ${hash}`).toHaveLength(
    0,
  )
  expect((await focal('GET', `/api/trackers/${id}`)).statusCode).toBe(404)
})

test('imports are listed, newest first, page by page', async () => {
  const seen: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: { runs: { id: string }[]; next: string | null } = (
      await focal('GET', `/api/trackers${after && `?after=${after}`}`)
    ).json()
    seen.push(...page.runs.map((run) => run.id))
    after = page.next
  }
  const [row] = await app.sql`select count(*)::int as n from tracker_run where tenant_id = ${app.tenantId}`
  expect(seen).toHaveLength(Number(row?.n))
  expect(new Set(seen).size).toBe(seen.length)
})
