// Duties that come after publishing: a later document reviewed into the plan, duties typed with their source.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipart, testApp } from '../../test/database.ts'
import { rebuildWork } from '../task/rebuild.ts'
import type { AddedDutyInput } from './addition.ts'
import type { PlanDetail, ReviewData } from './plan.ts'

const PLAN = `Số: 12/KH-UBND
Thử Nghiệm, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Phát triển thư viện cộng đồng năm 2026

I. NHIỆM VỤ
1. Sở Nội vụ bố trí cán bộ trông coi các điểm đọc sách cho thanh niên vùng cao trước ngày 31/12/2026.
2. Sở Công Thương vận động doanh nghiệp góp sách, phối hợp với Sở Nội vụ.

II. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính theo dõi, đôn đốc việc thực hiện Kế hoạch này.
`
const CONCLUSION = `Số: 25/TB-UBND
Thử Nghiệm, ngày 10 tháng 10 năm 2026

THÔNG BÁO
Kết luận tại cuộc họp về thư viện cộng đồng

1. Sở Nội vụ bố trí cán bộ trông coi các điểm đọc sách cho thanh niên vùng cao trước ngày 31/12/2026.
2. Sở Công Thương bố trí giá sách cho các điểm đọc, hoàn thành trước ngày 15/12/2026.
3. Ủy ban nhân dân các xã, phường bố trí phòng đọc sách hằng năm.
`

let app: Awaited<ReturnType<typeof testApp>>
let focal: Awaited<ReturnType<typeof app.signIn>>
let officer: typeof focal
let planId: string
beforeAll(async () => {
  app = await testApp()
  focal = await app.signIn('focal')
  officer = await app.signIn('officer')
  planId = await publishedPlan()
})
afterAll(() => app.close())

const drop = (text: string, fields: Record<string, string> = {}, caller = focal) => {
  const { body, headers } = multipart({ text, ...fields })
  return caller('POST', '/api/plans', { body, headers })
}
async function publish(id: string, version: number, body: object = {}) {
  return focal('POST', `/api/plans/${id}/publish`, {
    body: { overseerId: app.agencyId('Sở Tài chính'), subDutyDays: 3, ...body },
    version,
  })
}
async function publishedPlan() {
  const { id } = (await drop(PLAN)).json()
  const answer = await publish(id, 1)
  expect(answer.statusCode, answer.body).toBe(200)
  return id as string
}
const detail = async () => (await focal('GET', `/api/plans/${planId}`)).json() as PlanDetail
const expectInLine = async () =>
  expect((await rebuildWork(app.sql, app.tenantId, { isMending: false })).differences).toEqual([])

test('the same file again is told of before it is read; who wants it all the same gets it', async () => {
  const plans = async () => (await app.sql`select count(*) as n from plan`)[0]?.n
  const before = await plans()
  const refused = await drop(PLAN)
  expect([refused.statusCode, refused.json().code, refused.json().faults[0].at]).toEqual([
    409,
    'plan.same-document',
    planId,
  ])
  expect(refused.json().title).toContain('12/KH-UBND')
  expect(await plans()).toBe(before)
  const again = await drop(PLAN, { again: 'true' })
  expect(again.statusCode).toBe(201)
  await focal('DELETE', `/api/plans/${again.json().id}`, { version: 1 })
})

test('a later document is reviewed and joins the plan: its duties know their document, repeats are proposed as such', async () => {
  const forbidden = await drop(CONCLUSION, { addsTo: planId }, officer)
  expect(forbidden.statusCode).toBe(403)
  expect((await drop(CONCLUSION, { addsTo: randomUUID() })).json().code).toBe('plan.missing')
  const { id } = (await drop(CONCLUSION, { addsTo: planId })).json()
  expect((await detail()).drafts).toEqual([{ id, name: expect.stringContaining('25/TB-UBND') }])

  const review: ReviewData = (await focal('GET', `/api/plans/${id}/review`)).json()
  const own = (await detail()).items
  expect(review.target).toMatchObject({ id: planId, overseer: { name: 'Sở Tài chính' }, subDutyDays: 3 })
  expect(review.draft.tasks.map((task) => (task as { already?: string }).already ?? null)).toEqual([
    own[0]?.id,
    null,
    null,
  ])

  const answer = await publish(id, 1, { overseerId: app.agencyId('Sở Nội vụ') })
  // Sở Công Thương and three communes; the first duty is in the plan already.
  expect(answer.json()).toMatchObject({ id: planId, assignments: 4 })
  const { documents, items, drafts } = await detail()
  expect(drafts).toEqual([])
  expect(documents.map(({ number, items: n, hasLines }) => [number, n, hasLines])).toEqual([
    ['12/KH-UBND', 3, true],
    ['25/TB-UBND', 3, true],
  ])
  const added = items.slice(3)
  expect(added.map(({ outcome, documentId, every }) => [outcome, documentId, every])).toEqual([
    ['merged', id, null],
    ['assign', id, null],
    ['each', id, 'year'],
  ])
  expect(added[0]?.mergedInto).toBe(own[0]?.id)
  // The plan it joins keeps its overseer; the document is no plan of its own any more.
  expect((await focal('GET', '/api/plans')).json().plans).toHaveLength(1)
  const work = (await officer('GET', `/api/work?item=${added[1]?.id}&agency=all`)).json().rows
  expect(work).toMatchObject([{ dueOn: '2026-12-14' }])
  const task = (await officer('GET', `/api/work/${work[0].id}`)).json()
  expect(task.plan.overseer.name).toBe('Sở Tài chính')
  expect(task.item.document).toMatchObject({ id, number: '25/TB-UBND', issued: '2026-10-10', isOwn: false })
  expect(task.item.lines.map(({ text }: { text: string }) => text).join(' ')).toContain('bố trí giá sách')
  const commune = await app.signIn('commune')
  const { notices } = (await commune('GET', '/api/notices')).json()
  expect(notices).toMatchObject([{ kind: 'given', detail: { reason: 'Theo 25/TB-UBND ngày 10/10/2026' } }])
  await expectInLine()
})

const duty = (more: Partial<AddedDutyInput>): AddedDutyInput => ({
  source: { number: '77/UBND-TH', issued: '2026-11-02' },
  quote: 'Rà soát danh mục sách hỏng, báo cáo kết quả',
  bearers: [app.agencyId('Sở Nội vụ')],
  ...more,
})
const add = (form: AddedDutyInput, caller = focal, key = randomUUID()) =>
  caller('POST', `/api/plans/${planId}/items`, { body: form, key })

test('a duty is typed with its source: once under a key, under the number of its letter', async () => {
  const before = await detail()
  const key = randomUUID()
  const form = duty({
    coordinators: [app.agencyId('Sở Công Thương')],
    due: { text: 'trước ngày 20/12/2026', kind: 'date', from: null, to: '2026-12-19' },
  })
  const first = await add(form, focal, key)
  expect(first.statusCode, first.body).toBe(201)
  expect((await add(form, focal, key)).json()).toEqual(first.json())
  const second = await add(
    duty({ source: { number: '77 /ubnd-th', issued: '2026-11-02' }, quote: 'Việc thứ hai' }),
  )
  expect(second.json().documentId).toBe(first.json().documentId)
  const after = await detail()
  expect(after.items).toHaveLength(before.items.length + 2)
  expect(after.documents.at(-1)).toMatchObject({
    number: '77/UBND-TH',
    issued: '2026-11-02',
    items: 2,
    hasFile: false,
    hasLines: false,
  })
  const item = after.items.find(({ id }) => id === first.json().id)
  expect(item).toMatchObject({
    documentId: first.json().documentId,
    dueOn: '2026-12-19',
    leadName: 'Sở Nội vụ',
  })
  const rows = await app.sql`
    select role, due_on as due, given_on as given from assignment where item_id = ${first.json().id} order by role desc`
  expect(rows).toMatchObject([
    { role: 'lead', due: '2026-12-19', given: '2026-11-02' },
    { role: 'coordinating', due: '2026-12-16' },
  ])
  await expectInLine()
})

test('a duty that reading overlooked is added from the plan itself, with its place', async () => {
  const { lines } = (await focal('GET', `/api/plans/${planId}/source`)).json() as {
    lines: { n: number; text: string }[]
  }
  const title = lines.find(({ text }) => text.startsWith('Phát triển thư viện'))
  const spans = [{ line: title?.n ?? -1, from: 0, to: 19 }]
  const quote = 'Phát triển thư viện'
  const answer = await add(duty({ source: { documentId: planId }, quote, spans, section: 'I' }))
  expect(answer.statusCode, answer.body).toBe(201)
  expect((await detail()).items.at(-1)).toMatchObject({ documentId: planId, spans })
})

test.each<[string, Partial<AddedDutyInput>, string]>([
  ['without a number', { source: { number: ' ', issued: '2026-11-02' } }, 'request.invalid'],
  ['without a day', { source: { number: '1/TB', issued: '' } }, 'request.invalid'],
  [
    'from a document of another plan',
    { source: { documentId: '00000000-0000-4000-8000-000000000001' } },
    'addition.document',
  ],
  ['with two leads for one', { bearers: [] }, 'correction.one-lead'],
  [
    'for an agency that is not there',
    { bearers: ['00000000-0000-4000-8000-000000000002'] },
    'correction.agency',
  ],
  ['in charge of nobody known', { leaderId: '00000000-0000-4000-8000-000000000003' }, 'plan.person'],
])('a duty %s is refused and leaves nothing', async (_, form, code) => {
  const before = await detail()
  const refused = await add(duty(form))
  expect([refused.statusCode, refused.json().code]).toEqual([422, code])
  expect(await detail()).toEqual(before)
})

test('an officer adds nothing; nothing is added to a draft or to a part of a plan', async () => {
  expect((await add(duty({}), officer)).statusCode).toBe(403)
  const { id } = (await drop(`${CONCLUSION}\nKhác`)).json()
  const toDraft = await focal('POST', `/api/plans/${id}/items`, { body: duty({}) })
  expect([toDraft.statusCode, toDraft.json().code]).toEqual([404, 'plan.missing'])
  const part = (await detail()).documents[1]?.id
  expect((await drop('Khác nữa', { addsTo: part ?? '' })).statusCode).toBe(404)
})

test('two documents join at once: both stand in the plan, no number is given twice', async () => {
  const before = (await detail()).items.length
  const drafts = []
  for (const n of [31, 32])
    drafts.push((await drop(CONCLUSION.replace('25/TB', `${n}/TB`), { addsTo: planId })).json().id)
  const answers = await Promise.all(drafts.map((id) => publish(id, 1)))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  expect((await detail()).items).toHaveLength(before + 6)
  await expectInLine()
})

test('the file of a document comes down as it went up', async () => {
  const bytes = Buffer.from(CONCLUSION.replace('25/TB', '40/TB'))
  const { body, headers } = multipart({ addsTo: planId }, { name: 'ket-luan.txt', bytes })
  const { id } = (await focal('POST', '/api/plans', { body, headers })).json()
  const file = await officer('GET', `/api/plans/${id}/file`)
  expect([file.statusCode, file.rawPayload.equals(bytes)]).toEqual([200, true])
  expect(file.headers['content-disposition']).toContain('ket-luan.txt')
  expect((await officer('GET', `/api/plans/${planId}/file`)).statusCode).toBe(404)
})

test('who is in charge of the plan is changed by its overseer, never over an old version', async () => {
  const { plan, whyNotPeople } = await detail()
  expect(whyNotPeople).toBeNull()
  const body = { leaderId: app.accountId('leader'), followerId: app.accountId('focal') }
  const patch = (version: number, caller = focal, people: object = body) =>
    caller('PATCH', `/api/plans/${planId}/people`, { body: people, version })
  expect((await patch(plan.version, officer)).statusCode).toBe(403)
  expect((await patch(plan.version)).statusCode).toBe(200)
  expect((await patch(plan.version)).statusCode).toBe(412)
  const after = await detail()
  expect(after).toMatchObject({ leader: { id: body.leaderId }, follower: { id: body.followerId } })
  expect(after.items.find(({ outcome }) => outcome === 'assign')?.leader).toEqual(after.leader)
  const stranger = await patch(after.plan.version, focal, { leaderId: randomUUID(), followerId: null })
  expect(stranger.json().code).toBe('plan.person')
})
