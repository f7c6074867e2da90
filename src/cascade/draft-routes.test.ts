import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { multipart, testApp } from '../../test/database.ts'
import { tinyPdf } from '../../test/pdf.ts'
import { dueBy, newItem, planWithWork } from '../../test/work.ts'
import { readDocument } from '../document/read-document.ts'
import { NOTHING_SAID, type SubPlanDraft } from './draft.ts'
import type { Programme } from './programme.ts'
import type { SubPlans } from './sub-plan.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<App['signIn']>>
let app: App
let as: Record<'officer' | 'head' | 'focal' | 'commune' | 'leader', Caller>
let planId: string
let [asking, training, helping]: string[] = []
let home: string

beforeAll(async () => {
  app = await testApp()
  const logins = ['officer', 'head', 'focal', 'commune', 'leader'] as const
  as = Object.fromEntries(
    await Promise.all(logins.map(async (login) => [login, await app.signIn(login)])),
  ) as typeof as
  home = app.agencyId('Sở Nội vụ')
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-21T02:00:00Z')
  // Every test has plans of its own: the programme looks at all of them.
  await app.sql`update assignment set status = 'closed' where tenant_id = ${app.tenantId}`
  await app.sql`update item set state = 'closed' where tenant_id = ${app.tenantId}`
  const items = [
    newItem(1, {
      quote: 'Căn cứ Kế hoạch này, các cơ quan xây dựng kế hoạch thực hiện',
      bearers: [home, app.agencyId('UBND xã Suối Mơ')],
      outcome: 'each',
      due: dueBy('2026-11-15'),
    }),
    newItem(2, {
      quote: 'Mở lớp bồi dưỡng cán bộ quản lý hợp tác xã.',
      bearers: [home],
      coordinators: [app.agencyId('Sở Công Thương')],
      deliverables: ['Báo cáo lớp học'],
      due: dueBy('2026-09-30'),
    }),
    newItem(3, {
      quote: 'Kết nối tiêu thụ nông sản',
      bearers: [app.agencyId('Sở Công Thương')],
      coordinators: [home],
      due: dueBy('2026-12-20'),
    }),
  ]
  ;[asking, training, helping] = items.map(({ id }) => id)
  planId = (await planWithWork(app, items)).planId
})

const path = (agencyId = home) => `/api/plans/${planId}/sub-plan-drafts/${agencyId}`
const read = async (caller = as.officer) => (await caller('GET', path())).json() as SubPlanDraft
const keep = (caller: Caller, version: number, more: object = {}, agencyId = home) =>
  caller('PUT', path(agencyId), { version, body: { ...NOTHING_SAID, ...more } })
const open = (caller: Caller, key = randomUUID()) => caller('POST', `${path()}/dossier`, { body: {}, key })
const added = { text: 'Lập danh sách lớp học', lead: '', coordinating: '', deliverable: '', dueOn: null }

describe('a draft', () => {
  test('inherits what the agency leads and helps with; kept by its people and the overseer', async () => {
    const seen = await read()
    expect(seen.inherited.map(({ itemId, role, lead }) => [itemId, role, lead])).toEqual([
      [asking, 'lead', ''],
      [training, 'lead', 'Sở Nội vụ'],
      [helping, 'coordinating', 'Sở Công Thương'],
    ])
    expect(seen).toMatchObject({ version: 0, content: NOTHING_SAID, dossier: null, whyNot: null })
    expect((await read(as.leader)).whyNot).not.toBeNull()
    expect((await keep(as.commune, 0)).statusCode).toBe(403)
    expect((await keep(as.leader, 0)).statusCode).toBe(403)
    expect((await keep(as.officer, 0, { left: [asking], added: [added] })).json()).toEqual({ version: 1 })
    expect((await keep(as.focal, 0)).statusCode).toBe(412)
    expect((await keep(as.focal, 1, { added: [added] })).json()).toEqual({ version: 2 })
    expect(await read()).toMatchObject({ version: 2, changedBy: 'Người dùng focal' })
    expect((await app.server.inject(path())).statusCode).toBe(401)
    expect((await as.officer('GET', path(randomUUID()))).statusCode).toBe(404)
  })

  test('may be earlier than the plan above, never later', async () => {
    const done = (dueOn: string) => [{ itemId: training, by: 'Phòng Tổ chức', dueOn }]
    expect((await keep(as.officer, 0, { done: done('2026-10-01') })).json()).toMatchObject({
      code: 'sub-plan-draft.late',
    })
    expect((await keep(as.officer, 0, { done: done('2026-08-31') })).statusCode).toBe(200)
    expect((await keep(as.officer, 1, { added: [{ ...added, text: ' ' }] })).statusCode).toBe(422)
  })

  test('is downloaded in the official form; one without duties is refused', async () => {
    const { rawPayload } = await as.leader('GET', `${path()}/paper.docx`)
    const text = (await readDocument(rawPayload, 'k.docx')).lines.map((line) => line.text).join('\n')
    expect(text).toContain('SỞ NỘI VỤ')
    expect(text).toContain('Mở lớp bồi dưỡng cán bộ quản lý hợp tác xã')
    expect(text).toContain('mục III.1 Kế hoạch số 147/KH-UBND')
    await keep(as.officer, 0, { left: [asking, training, helping] })
    expect((await as.leader('GET', `${path()}/paper.docx`)).statusCode).toBe(409)
    expect((await open(as.officer)).statusCode).toBe(409)
  })
})

describe('to be signed', () => {
  test('is opened once by who may, and settles the debt when it is issued', async () => {
    const asked = await as.focal('POST', `/api/plans/${planId}/sub-plan-calls`, {
      body: { itemId: asking, decision: 'owed', dueOn: '2026-11-15' },
    })
    expect(asked.statusCode).toBe(201)
    expect((await open(as.officer)).json().code).toBe('sub-plan-draft.unsaved')
    await keep(as.officer, 0)
    expect((await open(as.commune)).statusCode).toBe(403)
    const key = randomUUID()
    const made = await open(as.officer, key)
    expect(made.statusCode, made.body).toBe(201)
    expect((await open(as.officer, key)).json()).toEqual(made.json())
    expect((await open(as.officer)).statusCode).toBe(409)
    const { dossierId } = made.json() as { dossierId: string }
    expect((await read()).dossier).toMatchObject({ id: dossierId, state: 'draft', number: null })

    const dossier = async () => (await as.officer('GET', `/api/dossiers/${dossierId}`)).json()
    const submit = await as.officer('POST', `/api/dossiers/${dossierId}/steps`, {
      version: (await dossier()).version,
      body: { kind: 'submit', skipOpinions: 'Việc thường xuyên', skipAppraisal: 'Không phải thẩm định' },
    })
    expect(submit.statusCode, submit.body).toBeLessThan(300)
    const form = { number: '12', symbol: 'KH-SNV', signedOn: '2026-11-20', signer: 'Đàm Thị Lũng' }
    const upload = multipart(form, { name: 'Kế hoạch.pdf', bytes: tinyPdf('KE HOACH') })
    const issued = await as.officer('POST', `/api/dossiers/${dossierId}/issue`, {
      version: (await dossier()).version,
      body: upload.body,
      headers: upload.headers,
    })
    expect(issued.statusCode, issued.body).toBeLessThan(300)
    const { owing } = (await as.leader('GET', `/api/plans/${planId}/sub-plans`)).json() as SubPlans
    expect(owing.find(({ agency }) => agency.id === home)).toMatchObject({
      ...{ state: 'issued', number: '12/KH-SNV', issuedOn: '2026-11-20', daysLate: 5, dossierId },
      fileName: 'Kế hoạch.pdf',
    })
    expect((await read()).dossier?.number).toBe('12/KH-SNV')
  })
})

describe('the programme of the year', () => {
  const programme = async (year?: number) =>
    (
      await as.leader('GET', `/api/agencies/${home}/programme${year ? `?year=${year}` : ''}`)
    ).json() as Programme

  test('has what the agency leads and helps with, as Word and Excel too', async () => {
    const { rows, year, agency } = await programme()
    expect([year, agency.name]).toEqual([2026, 'Sở Nội vụ'])
    expect(rows.map(({ itemId, role, dueOn }) => [itemId, role, dueOn])).toEqual([
      [training, 'lead', '2026-09-30'],
      [asking, 'lead', '2026-11-15'],
      [helping, 'coordinating', '2026-12-20'],
    ])
    for (const form of ['docx', 'xlsx']) {
      const file = await as.leader('GET', `/api/papers/agencies/${home}/programme.${form}?year=2026`)
      expect(file.statusCode, file.body.slice(0, 300)).toBe(200)
      const { lines } = await readDocument(file.rawPayload, `c.${form}`)
      const text = lines.map((line) => line.text).join('\n')
      expect(text).toContain('Kết nối tiêu thụ nông sản')
      expect(text).toContain('147/KH-UBND')
    }
  })

  test('carries over what is open, leaves the coming years alone, shows rounds to come', async () => {
    const next = await programme(2027)
    expect(next.rows.map(({ itemId }) => itemId)).toEqual([training, asking, helping])
    const recurring = newItem(1, { quote: 'Báo cáo quý', bearers: [home], every: 'quarter' })
    await planWithWork(app, [recurring], { number: '9/KH-UBND' })
    const rounds = (await programme(2027)).rows.filter(({ itemId }) => itemId === recurring.id)
    expect(rounds.map(({ period, status }) => [period, status])).toEqual([
      ['2026-Q4', 'assigned'],
      ['2027-Q1', null],
      ['2027-Q2', null],
      ['2027-Q3', null],
      ['2027-Q4', null],
    ])
  })

  test('what is no year or no agency is refused', async () => {
    expect((await as.leader('GET', `/api/agencies/${home}/programme?year=x`)).statusCode).toBe(422)
    expect((await as.leader('GET', `/api/agencies/${randomUUID()}/programme`)).statusCode).toBe(404)
    expect((await app.server.inject(`/api/agencies/${home}/programme`)).statusCode).toBe(401)
  })
})
