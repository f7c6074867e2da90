// A plan of a former province, imported today: its agencies are those of its time, and their work passes on.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { multipart, testApp } from '../../test/database.ts'
import { formersOf, proposalLabel } from '../agency/former.ts'
import type { StandingReport } from '../succession/standing.ts'
import type { Task } from '../task/work.ts'
import type { ReviewData } from './plan.ts'
import { directoryFor, resolve, unmatchedAddressees } from './resolve.ts'
import { type Edit, foldReview } from './review.ts'

const PLAN = `UBND TỈNH BÌNH PHƯỚC\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 900/KH-UBND\tBình Phước, ngày 10 tháng 4 năm 2023

KẾ HOẠCH
Phát triển phòng đọc cộng đồng giai đoạn 2023 - 2027

I. MỤC ĐÍCH
Đưa sách đến với người dân vùng xa.

II. NHIỆM VỤ
1. Sở Kế hoạch và Đầu tư bố trí kinh phí mua sách cho các điểm đọc trước ngày 30/6/2027.
2. Sở Tài chính thẩm định kinh phí mua sách trước ngày 30/9/2027.
3. UBND các huyện, thị xã, thành phố bố trí phòng đọc sách trước ngày 30/12/2027.
4. Sở Lao động - Thương binh và Xã hội vận động người lao động đọc sách trước ngày 30/12/2027.

III. TỔ CHỨC THỰC HIỆN
1. Các sở, ban, ngành báo cáo kết quả thực hiện gửi Sở Kế hoạch và Đầu tư trước ngày 15/12/2027.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Hư Cấu
`

let province: Awaited<ReturnType<typeof testApp>>
let focal: Awaited<ReturnType<typeof province.signIn>>
beforeAll(async () => {
  province = await testApp()
  await province.sql`update tenant set province_code = '75', name = 'thành phố Đồng Nai'`
  focal = await province.signIn('focal')
})
afterAll(() => province.close())

const read = async <T>(url: string): Promise<T> => {
  const answer = await focal('GET', url)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

test('every name of the old plan has its proposal, the sure ones first', async () => {
  const review = await draft()
  const { directory, resolution } = open(review)
  expect([directory.day, directory.province]).toEqual(['2023-04-10', 'Bình Phước'])
  const labels = (printed: string) =>
    formersOf(printed, directory).map((proposal) => [proposalLabel(proposal, directory), proposal.isSure])
  expect(resolution.unmatchedLeads.map(({ printed }) => printed).sort()).toEqual([
    'Các sở, ban, ngành',
    'Sở Kế hoạch và Đầu tư',
    'Sở Lao động - Thương binh và Xã hội',
    'Sở Tài chính',
    'UBND các huyện, thị xã, thành phố',
  ])
  expect(labels('Sở Kế hoạch và Đầu tư')[0]).toEqual(['Nay là Sở Tài chính', true])
  expect(labels('Sở Tài chính')[0]).toEqual(['Nay là Sở Tài chính', true])
  expect(labels('UBND các huyện, thị xã, thành phố')[0]).toEqual(['Nay là UBND tất cả xã, phường', true])
  // A split is a person's to decide: several successors, none of them sure, and "not yet".
  const split = formersOf('Sở Lao động - Thương binh và Xã hội', directory)
  expect(split.every(({ isSure }) => !isSure)).toBe(true)
  expect(split.filter(({ to }) => to !== null).length).toBeGreaterThan(0)
  expect(split.at(-1)?.to).toBeNull()
  expect(unmatchedAddressees(review.draft.reporting, new Map(), directory)[0]?.printed).toBe(
    'Sở Kế hoạch và Đầu tư',
  )
})

test('accepted, published: each duty was given to the agency of its day and is the work of who follows', async () => {
  const review = await draft('901/KH-UBND')
  const planId = review.plan.id
  const { directory } = open(review)
  const first = (printed: string) => {
    const [proposal] = formersOf(printed, directory)
    if (!proposal) throw new Error(`nothing proposed for ${printed}`)
    return { printed, chain: proposal.chain, to: proposal.to }
  }
  const undecided = { ...first('Sở Lao động - Thương binh và Xã hội'), to: null }
  const formers = [
    first('Sở Kế hoạch và Đầu tư'),
    first('Sở Tài chính'),
    first('UBND các huyện, thị xã, thành phố'),
    first('Các sở, ban, ngành'),
    { ...undecided, chain: undecided.chain.slice(0, 1) },
  ]
  const accept = () =>
    focal('POST', '/api/reorganisations/formers', { body: { formers }, key: 'accept-formers' })
  const answer = (await accept()).json<{ accepted: { printed: string; agencyId: string }[] }>()
  expect((await accept()).json().accepted).toEqual(answer.accepted)
  const former = (printed: string) => answer.accepted.find((one) => one.printed === printed)?.agencyId ?? ''

  let version = review.plan.version
  for (const { printed, agencyId } of answer.accepted) {
    const edit: Edit = { kind: 'name', printed, to: { agency: agencyId } }
    const edited = await focal('POST', `/api/plans/${planId}/edits`, { body: { edit }, version })
    expect(edited.statusCode, edited.body).toBe(200)
    version = edited.json().version
  }
  const settled = open(await read<ReviewData>(`/api/plans/${planId}/review`))
  expect(settled.resolution.items.map(({ problem, outcome }) => [problem, outcome])).toEqual([
    [null, 'assign'],
    [null, 'assign'],
    [null, 'each'],
    [null, 'assign'],
    [null, 'each'],
  ])
  // 1 + 1 + 3 communes + 1 (nobody decided yet) + 3 departments.
  expect([settled.resolution.assignments, settled.resolution.assignmentsToday]).toEqual([5, 9])

  const published = await focal('POST', `/api/plans/${planId}/publish`, {
    body: { overseerId: former('Sở Kế hoạch và Đầu tư') },
    version,
  })
  expect(published.statusCode, published.body).toBe(200)

  const work = await province.sql<
    { id: string; now: string; given: string; givenOn: string; status: string }[]
  >`
    select assignment.id, now.name as now, given.name as given, given_on as "givenOn", status from assignment
    join agency now on now.id = assignment.agency_id join agency given on given.id = assignment.given_to
    where plan_id = ${planId} order by ordinal, status desc, now.name collate "vi-x-icu"`
  expect(work.map(({ id: _, ...row }) => Object.values(row).join(' | '))).toEqual([
    'Sở Tài chính | Sở Kế hoạch và Đầu tư | 2023-04-10 | assigned',
    'Sở Tài chính | Sở Tài chính | 2023-04-10 | assigned',
    'UBND các huyện, thị xã, thành phố | UBND các huyện, thị xã, thành phố | 2023-04-10 | closed',
    'UBND phường Cầu Mây | UBND phường Cầu Mây | 2025-07-01 | assigned',
    'UBND xã Đồi Chè | UBND xã Đồi Chè | 2025-07-01 | assigned',
    'UBND xã Suối Mơ | UBND xã Suối Mơ | 2025-07-01 | assigned',
    'Sở Lao động - Thương binh và Xã hội | Sở Lao động - Thương binh và Xã hội | 2023-04-10 | assigned',
    'Các sở, ban, ngành | Các sở, ban, ngành | 2023-04-10 | closed',
    'Sở Công Thương | Sở Công Thương | 2025-07-01 | assigned',
    'Sở Nội vụ | Sở Nội vụ | 2025-07-01 | assigned',
    'Sở Tài chính | Sở Tài chính | 2025-07-01 | assigned',
  ])

  // The story: who had it then, who has it since, by which document, on whose word.
  const task = await read<Task>(`/api/work/${work[0]?.id}`)
  expect(task.givenTo.name).toBe('Sở Kế hoạch và Đầu tư (tỉnh Bình Phước)')
  expect(task.agency.id).toBe(province.agencyId('Sở Tài chính'))
  expect(task.plan.overseer?.id).toBe(province.agencyId('Sở Tài chính'))
  expect(task.steps.map(({ kind, onDay, actor, toAgency }) => [kind, onDay, actor, toAgency])).toEqual([
    ['transfer', '2025-03-01', 'Người dùng focal', 'Sở Tài chính (tỉnh Bình Phước)'],
    ['transfer', '2025-07-01', 'Người dùng focal', 'Sở Tài chính'],
  ])
  expect(task.steps[0]?.text).toContain('Nghị định số 45/2025/NĐ-CP')

  // A report of 2023 says the names of 2023, and the overseer of that time.
  const then = await read<StandingReport>(`/api/standing?day=2023-12-31&plan=${planId}`)
  expect(then.rows.map(({ agency, leading }) => [agency.name, agency.province, leading.all])).toEqual([
    ['Các sở, ban, ngành', 'Bình Phước', 1],
    ['Sở Kế hoạch và Đầu tư', 'Bình Phước', 1],
    ['Sở Lao động - Thương binh và Xã hội', 'Bình Phước', 1],
    ['Sở Tài chính', 'Bình Phước', 1],
    ['UBND các huyện, thị xã, thành phố', 'Bình Phước', 1],
  ])
  expect(then.rows[0]?.overseer?.name).toBe('Sở Kế hoạch và Đầu tư')
  const spring = await read<StandingReport>(`/api/standing?day=2025-05-01&plan=${planId}`)
  expect(spring.rows.find(({ agency }) => agency.name === 'Sở Tài chính')).toMatchObject({
    agency: { province: 'Bình Phước' },
    leading: { all: 2 },
  })
  const today = await read<StandingReport>(`/api/standing?day=2026-11-21&plan=${planId}`)
  expect(today.leading).toMatchObject({ all: 9, closed: 2 })

  // What nobody decided waits on the page of reorganisations; one decision moves it.
  const [pending] = await read<{ actId: string; agency: { id: string; name: string }; holding: object }[]>(
    '/api/reorganisations/pending',
  )
  expect(pending).toMatchObject({
    agency: { id: former('Sở Lao động - Thương binh và Xã hội') },
    holding: { leading: 1 },
  })
  const decided = await focal('POST', '/api/reorganisations/decisions', {
    body: {
      ...{ actId: pending?.actId, agencyId: pending?.agency.id, exceptions: [], accounts: [] },
      to: { agency: province.agencyId('Sở Nội vụ') },
      why: 'Việc về người lao động',
    },
  })
  expect(decided.json()).toMatchObject({ transferred: 1 })
  expect(await read('/api/reorganisations/pending')).toEqual([])
})

async function draft(number = '900/KH-UBND'): Promise<ReviewData> {
  const text = PLAN.replace('900/KH-UBND', number)
  const made = await focal('POST', '/api/plans', multipart({ text, name: 'phong-doc.txt' }))
  expect(made.statusCode, made.body).toBe(201)
  return read<ReviewData>(`/api/plans/${made.json().id}/review`)
}

function open(data: ReviewData) {
  const review = foldReview(data.draft, data.edits)
  const directory = directoryFor(review.head, data)
  return { directory, resolution: resolve(review, directory) }
}
