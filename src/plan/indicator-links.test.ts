// A plan's printed indicators: suggested in its review, decided there, linked with their targets when it is published.

import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { readDocument } from '../document/read-document.ts'
import { getActor } from '../identity/queries.ts'
import type { PlanIndicator, PlanIndicators, Suggestions } from '../indicator/indicator.ts'
import { readByYear } from '../indicator/linking.ts'
import { readPlan } from '../reading/read-plan.ts'
import { Publication } from './plan.ts'
import { addEdit, createDraft, publishPlan } from './publish.ts'
import type { Edit } from './review.ts'

const PLAN = `UBND TỈNH THỬ NGHIỆM\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 31/KH-UBND\tThử Nghiệm, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Phát triển kinh tế tập thể năm 2026

I. MỤC TIÊU
1. Mục tiêu cụ thể
a) Đến hết năm 2026, toàn tỉnh có 3 hợp tác xã.
b) Tỷ lệ nữ giám đốc hợp tác xã, liên hiệp hợp tác xã đạt ít nhất 40%.
c) Doanh thu bình quân của một hợp tác xã đạt 2,4 tỷ đồng.
d) Có ít nhất 25 hợp tác xã sử dụng phần mềm kế toán.

II. NHIỆM VỤ
1. Sở Tài chính hướng dẫn các hợp tác xã lập báo cáo tài chính trước ngày 30/6/2026.

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
  ;[focal, officer] = [await province.signIn('focal'), await province.signIn('officer')]
  const { sql, tenantId } = province
  const row = (n: number) => ({
    ...{
      tenant_id: tenantId,
      id: randomUUID(),
      version: 1,
      since: '2024-01-01',
      act: 'create',
      at: province.clock.now(),
    },
    ...{ account_id: null, actor: 'Thử', reason: '', batch_id: null, is_void: false, code: `38000000${n}` },
    ...{ name: `HTX ${n}`, kind: 'cooperative', status: 'active', sector: 'agriculture', members: 10 * n },
    ...{ place: province.agencyId('UBND xã Suối Mơ'), registered_on: '2024-01-01', woman_director: n === 1 },
  })
  await sql`insert into cooperative ${sql([row(1), row(2)])}`
})
afterAll(() => province.close())

async function drop(text: string, name: string, edits: (ids: string[]) => Edit[] = () => []) {
  const { sql, tenantId } = province
  const actor = await getActor(sql, tenantId, province.accountId('focal'), '2026-11-21')
  const now = { at: province.clock.now(), today: '2026-11-21' }
  const document = await readDocument(Buffer.from(text), name)
  const draft = readPlan(document)
  const id = await sql.begin((tx) =>
    createDraft(tx, actor, { fileName: name, files: [], document, draft }, now.at),
  )
  let version = 1
  const edit = async (one: Edit) => {
    version = await sql.begin((tx) => addEdit(tx, actor, id, version, one, now.at))
  }
  for (const one of edits(draft.tasks.map((task) => task.id))) await edit(one)
  const publish = async () => {
    const form = Publication.parse({ overseerId: province.agencyId('Sở Tài chính') })
    await sql.begin((tx) => publishPlan(tx, actor, id, version, form, now))
  }
  return { id, draft, edit, publish }
}

const read = async <T>(url: string): Promise<T> => {
  const answer = await officer('GET', url)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const short = ({ indicator, targets, now, isNone }: PlanIndicator) => [
  indicator?.name ?? (isNone ? 'không' : null),
  targets.map(({ op, min, toYear }) => `${op} ${min} ${toYear}`).join(),
  now?.value ?? null,
]

describe('a plan', () => {
  let plan: Awaited<ReturnType<typeof drop>>
  test('in review says what each printed indicator may be; nobody links it but by publishing', async () => {
    plan = await drop(PLAN, 'kinh-te-tap-the.txt')
    const { printed } = await read<Suggestions>(`/api/plans/${plan.id}/indicator-suggestions`)
    expect(printed.map(({ sure, suggestions }) => [sure, sure ? suggestions[0]?.name : null])).toEqual([
      [true, 'Số hợp tác xã'],
      [true, 'Tỷ lệ nữ giám đốc hợp tác xã, liên hiệp hợp tác xã'],
      [true, 'Doanh thu bình quân một hợp tác xã'],
      [false, null],
    ])
    const body = { printedId: plan.draft.indicators[0]?.id, to: { none: true } }
    const early = await focal('PUT', `/api/plans/${plan.id}/indicator-links`, { body, version: 0 })
    expect([early.statusCode, early.json().code]).toEqual([409, 'indicator.plan-draft'])
  })

  test('published links what is sure and what was decided, with targets in the unit kept', async () => {
    const fourth = plan.draft.indicators[3]?.id ?? ''
    await plan.edit({
      kind: 'indicator',
      id: fourth,
      to: { make: { name: 'Số hợp tác xã dùng phần mềm kế toán', unit: 'hợp tác xã' } },
    })
    await plan.publish()
    const answer = await read<PlanIndicators>(`/api/plans/${plan.id}/indicators`)
    expect(answer.counts).toEqual({ printed: 4, linked: 4, withValue: 2 })
    expect(answer.indicators.map(short)).toEqual([
      ['Số hợp tác xã', '= 3 2026', 2],
      ['Tỷ lệ nữ giám đốc hợp tác xã, liên hiệp hợp tác xã', '>= 40 2026', 50],
      ['Doanh thu bình quân một hợp tác xã', '= 2400 2026', null],
      ['Số hợp tác xã dùng phần mềm kế toán', '>= 25 2026', null],
    ])
    expect(answer.indicators.map(({ targets }) => targets[0]?.status)).toEqual([
      ...['behind', 'reached', 'unknown', 'unknown'],
    ])
    expect(answer.indicators[0]?.printed).toEqual(['3 hợp tác xã (2026)'])
  })

  test('says in a report what is known of each year, in the unit the plan prints', async () => {
    const { sql, tenantId } = province
    const [cooperative] =
      await sql`select id from cooperative where tenant_id = ${tenantId} and code = '380000001'`
    await sql`
      insert into yearly_update (tenant_id, id, version, since, act, at, actor, reason, is_void, cooperative, year, stands_on,
                                 members, revenue)
      values (${tenantId}, ${randomUUID()}, 1, '2025-12-14', 'create', now(), 'Thử', '', false, ${cooperative?.id}, 2025,
              '2025-12-14', 10, 1850000000)`
    const years = [
      { key: '2024', day: '2024-12-14' },
      { key: '2025', day: '2025-12-14' },
    ]
    const known = await readByYear(sql, tenantId, plan.id, years)
    expect(plan.draft.indicators.map(({ id }) => known.get(id))).toEqual([
      [2, 2],
      [50, 50],
      [null, 1.85],
      [null, null],
    ])
    await sql`truncate yearly_update cascade`
  })

  test('linked otherwise later: by who defines, against what was seen; the old target counts no more', async () => {
    const [first] = (await read<PlanIndicators>(`/api/plans/${plan.id}/indicators`)).indicators
    const url = `/api/plans/${plan.id}/indicator-links`
    const body = { printedId: first?.printedId, to: { ready: 'unions' } }
    expect((await officer('PUT', url, { body, version: 1 })).statusCode).toBe(403)
    expect((await focal('PUT', url, { body, version: 0 })).statusCode).toBe(412)
    const odd = await focal('PUT', url, { body: { ...body, printedId: 'i99' }, version: 0 })
    expect([odd.statusCode, odd.json().code]).toEqual([404, 'indicator.not-printed'])
    expect((await focal('PUT', url, { body: { ...body, to: { ready: 'x' } }, version: 1 })).statusCode).toBe(
      422,
    )
    const changed = await focal('PUT', url, { body, version: 1 })
    expect(changed.statusCode, changed.body).toBe(200)
    expect((await focal('PUT', url, { body, version: 1 })).statusCode).toBe(412)
    expect(short(changed.json().indicators[0])).toEqual(['Số liên hiệp hợp tác xã', '= 3 2026', 0])
    const none = await focal('PUT', url, { body: { ...body, to: { none: true } }, version: 2 })
    expect(short(none.json().indicators[0])).toEqual(['không', '', null])
    const list = (await focal('GET', `/api/indicators?plan=${plan.id}`)).json()
    expect(list.total).toBe(3)
  })
})

const corpus = process.env.CHUTRI_CORPUS ?? ''
const real = `${corpus}/gold/binhphuoc-147.txt`
test.skipIf(!existsSync(real))(
  'publishing a real plan links its 24 targets; the registers answer most',
  async () => {
    const plan = await drop(readFileSync(real, 'utf8'), 'binhphuoc-147.txt', ([first = '', ...ids]) => [
      { kind: 'outcome', ids, outcome: 'orientation' },
      { kind: 'change', ids: [first], lead: ['Sở Nội vụ'], coordinating: [] },
      { kind: 'outcome', ids: [first], outcome: 'assign' },
    ])
    await plan.publish()
    const answer = await read<PlanIndicators>(`/api/plans/${plan.id}/indicators`)
    expect(answer.counts).toMatchObject({ printed: 24, linked: 24 })
    // Nobody has been rated here (4), no population is known (1), nobody has listed the best hundred (4).
    expect(answer.counts.withValue).toBe(15)
    const targets = answer.indicators.flatMap((one) => one.targets)
    expect(targets.map(({ op, min, max, toYear }) => [op, min, max, toYear])).toEqual(
      plan.draft.indicators.flatMap((one) =>
        one.targets.map(({ op, value, max, period }) => [op, value, max, Number(period)]),
      ),
    )
  },
)
