import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipart, testApp } from '../../test/database.ts'
import type { ReviewData } from './plan.ts'

const PLAN = `UBND TỈNH THỬ NGHIỆM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-UBND\tThử Nghiệm, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Phát triển thư viện cộng đồng năm 2026

I. MỤC ĐÍCH
Đưa sách đến với người dân vùng xa.

II. NHIỆM VỤ
1. Sở Tài chính bố trí kinh phí mua sách cho các điểm đọc trước ngày 30/6/2026.
2. Sở Nội vụ, Sở Công Thương vận động doanh nghiệp đóng góp sách trong năm 2026.
3. Tiếp tục lan tỏa phong trào đọc sách trong nhân dân.
4. Ủy ban nhân dân các xã, phường bố trí phòng đọc sách trong quý II năm 2026.

III. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính theo dõi, đôn đốc việc thực hiện Kế hoạch này.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Hư Cấu
`

let province: Awaited<ReturnType<typeof testApp>>
let focal: Awaited<ReturnType<typeof province.signIn>>
let officer: typeof focal
beforeAll(async () => {
  province = await testApp()
  focal = await province.signIn('focal')
  officer = await province.signIn('officer')
})
afterAll(() => province.close())

const drop = (caller = focal, options: { key?: string; text?: string } = {}) => {
  const { body, headers } = multipart({ text: options.text ?? PLAN, name: 'thu-vien.txt', again: 'true' })
  return caller('POST', '/api/plans', { body, headers, ...(options.key ? { key: options.key } : {}) })
}
const countPlans = async () => (await province.sql`select count(*) as n from plan`)[0]?.n

test('a dropped plan becomes a draft whose items stand beside their source', async () => {
  const made = await drop()
  expect(made.statusCode).toBe(201)
  const review: ReviewData = (await focal('GET', `/api/plans/${made.json().id}/review`)).json()
  expect(review.plan).toMatchObject({ status: 'draft', number: '12/KH-UBND', version: 1 })
  expect(review.draft.tasks.map((task) => task.section)).toEqual(['II.1', 'II.2', 'II.3', 'II.4', 'III.1'])
  for (const { quote, spans } of review.draft.tasks)
    expect(spans.map(({ line, from, to }) => review.lines[line]?.text.slice(from, to)).join(' ')).toBe(quote)
  expect(review.overseerId).toBe(province.agencyId('Sở Tài chính'))
})

test('the same drop sent twice under one key makes one plan', async () => {
  const before = await countPlans()
  const [first, second] = [
    await drop(focal, { key: 'one-drop-key' }),
    await drop(focal, { key: 'one-drop-key' }),
  ]
  expect(second.json()).toEqual(first.json())
  expect(await countPlans()).toBe(before + 1)
  const other = await drop(focal, { key: 'one-drop-key', text: `${PLAN}\nKhác` })
  expect([other.statusCode, other.json().code]).toEqual([409, 'request.key-reused'])
})

test('an officer may not draft, and is told who may', async () => {
  const refused = await drop(officer)
  expect([refused.statusCode, refused.json().code]).toEqual([403, 'forbidden.plan.draft'])
  expect(refused.headers['content-type']).toContain('application/problem+json')
  expect(refused.json().title).toContain('Đầu mối theo dõi')
})

test.each([
  ['empty text', multipart({ text: '   ' }), 'document.missing'],
  ['an empty file', multipart({}, { name: 'trong.docx', bytes: new Uint8Array() }), 'document.empty'],
  [
    'a file with a very long name',
    multipart({}, { name: `${'k'.repeat(300)}.txt`, bytes: Buffer.from('KẾ HOẠCH') }),
    'file.name-long',
  ],
  [
    'a picture',
    multipart(
      {},
      { name: 'anh.png', bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]) },
    ),
    undefined,
  ],
])('%s is refused with a sentence and leaves nothing', async (_, { body, headers }, code) => {
  const before = await countPlans()
  const refused = await focal('POST', '/api/plans', { body, headers })
  expect(refused.statusCode).toBe(422)
  if (code) expect(refused.json().code).toBe(code)
  expect(refused.json().title.length).toBeGreaterThan(20)
  expect(await countPlans()).toBe(before)
})

test('a long pasted text is read to its end, one too long is refused whole', async () => {
  const duty = '1. Sở Y tế chủ trì việc này.\n'
  const text = `KẾ HOẠCH\nI. NHIỆM VỤ\n${duty.repeat(40_000)}`
  const { id, version } = (await focal('POST', '/api/plans', multipart({ text }))).json()
  const { lines } = (await focal('GET', `/api/plans/${id}/source`)).json<{ lines: unknown[] }>()
  expect(lines.length).toBeGreaterThanOrEqual(40_002)
  await focal('DELETE', `/api/plans/${id}`, { version })
  const before = await countPlans()
  const refused = await focal('POST', '/api/plans', multipart({ text: duty.repeat(400_000) }))
  expect([refused.statusCode, await countPlans()]).toEqual([413, before])
})

test('a document that carries a secrecy mark is refused and no byte of it is kept', async () => {
  const secret = Buffer.from(PLAN.replace('KẾ HOẠCH\n', 'TỐI MẬT\n\nKẾ HOẠCH\n'))
  const { body, headers } = multipart({}, { name: 'ke-hoach.txt', bytes: secret })
  const refused = await focal('POST', '/api/plans', { body, headers })
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'document.secret'])
  expect(await province.sql`select 1 from file where size = ${secret.length}`).toHaveLength(0)
  expect(await province.sql`select 1 from audit_event where detail::text like '%ke-hoach.txt%'`).toHaveLength(
    0,
  )
})

test('review, refusal with everything missing, publication, once', async () => {
  const { id } = (await drop()).json()
  let version = 1
  const edit = async (body: object) => {
    const answer = await focal('POST', `/api/plans/${id}/edits`, { body: { edit: body }, version })
    if (answer.statusCode === 200) version = answer.json().version
    return answer
  }
  const review: ReviewData = (await focal('GET', `/api/plans/${id}/review`)).json()
  const [, second, third] = review.draft.tasks
  const overseerId = province.agencyId('Sở Tài chính')

  const early = await focal('POST', `/api/plans/${id}/publish`, { body: { overseerId }, version })
  expect([early.statusCode, early.json().code]).toEqual([422, 'plan.incomplete'])
  expect(
    early
      .json()
      .faults.map((fault: { message: string }) => fault.message)
      .join(' '),
  ).toMatch(/1 nhiệm vụ chưa có.*1 nhiệm vụ có nhiều/)

  const stale = await focal('POST', `/api/plans/${id}/edits`, {
    body: { edit: { kind: 'delete', ids: [third?.id] } },
    version: 7,
  })
  expect([stale.statusCode, stale.json().code]).toEqual([412, 'plan.stale'])
  const unversioned = await focal('POST', `/api/plans/${id}/edits`, {
    body: { edit: { kind: 'delete', ids: [third?.id] } },
  })
  expect(unversioned.json().code).toBe('request.version-missing')
  const forbidden = await officer('POST', `/api/plans/${id}/edits`, {
    body: { edit: { kind: 'delete', ids: [third?.id] } },
    version,
  })
  expect(forbidden.statusCode).toBe(403)
  expect((await edit({ kind: 'delete', ids: ['t99'] })).json().code).toBe('review.no-such-item')

  expect((await edit({ kind: 'delete', ids: [third?.id] })).statusCode).toBe(200)
  const undone = await focal('DELETE', `/api/plans/${id}/edits/last`, { version })
  expect(undone.statusCode).toBe(200)
  version = undone.json().version
  expect((await edit({ kind: 'outcome', ids: [third?.id], outcome: 'orientation' })).statusCode).toBe(200)
  expect((await edit({ kind: 'lead', id: second?.id, lead: 'Sở Nội vụ' })).statusCode).toBe(200)

  const publish = () =>
    focal('POST', `/api/plans/${id}/publish`, { body: { overseerId }, version, key: 'publish-once' })
  const published = await publish()
  // Two departments, three communes, and the department that oversees.
  expect([published.statusCode, published.json().assignments]).toEqual([200, 6])
  expect((await publish()).json()).toEqual(published.json())

  const detail = (await officer('GET', `/api/plans/${id}`)).json()
  expect(
    detail.items.map((item: { outcome: string; assignments: number }) => [item.outcome, item.assignments]),
  ).toEqual([
    ['assign', 1],
    ['assign', 1],
    ['orientation', 0],
    ['each', 3],
    ['assign', 1],
  ])
  expect(detail.items[0].dueTo).toBe('2026-06-29')

  version = published.json().version
  expect((await edit({ kind: 'delete', ids: [third?.id] })).json().code).toBe('plan.published')
  const audit = await province.sql<
    { action: string }[]
  >`select action from audit_event where subject_id = ${id} order by at`
  expect(new Set(audit.map((row) => row.action))).toEqual(
    new Set(['plan.draft', 'plan.edit', 'plan.undo', 'plan.publish']),
  )
})

test('a draft can be thrown away with its bytes; a published plan cannot', async () => {
  const bytes = readFileSync(join(import.meta.dirname, '../../sample/plan-cooperatives.docx'))
  const { body, headers } = multipart({}, { name: 'ke-hoach.docx', bytes })
  const { id } = (await focal('POST', '/api/plans', { body, headers })).json()
  expect(await province.sql`select 1 from file where size = ${bytes.length}`).toHaveLength(1)
  expect((await focal('DELETE', `/api/plans/${id}`, { version: 9 })).statusCode).toBe(412)
  expect((await focal('DELETE', `/api/plans/${id}`, { version: 1 })).statusCode).toBe(204)
  expect(await province.sql`select 1 from file where size = ${bytes.length}`).toHaveLength(0)
  const { plans } = (await focal('GET', '/api/plans?status=published')).json()
  const refused = await focal('DELETE', `/api/plans/${plans[0].id}`, { version: plans[0].version })
  expect(refused.json().code).toBe('plan.published')
})

test('plans are paged without gap or repetition', async () => {
  const { plans, next } = (await focal('GET', '/api/plans')).json()
  expect(next).toBeNull()
  expect(new Set(plans.map((plan: { id: string }) => plan.id)).size).toBe(plans.length)
  expect((await focal('GET', '/api/plans?after=rubbish')).json().code).toBe('request.cursor')
})

test('nobody reads a plan without signing in', async () => {
  const refused = await province.server.inject('/api/plans')
  expect([refused.statusCode, refused.json().code]).toEqual([401, 'session.missing'])
})
