import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { multipart, testApp } from '../../test/database.ts'
import { dueBy, newItem, planWithWork } from '../../test/work.ts'
import { readDocument } from '../document/read-document.ts'
import * as words from '../vocabulary/words.ts'
import { type OwedByAgency, type SubPlans, shareOf } from './sub-plan.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<App['signIn']>>
let app: App
let as: Record<'officer' | 'head' | 'focal' | 'commune' | 'leader' | 'admin', Caller>
let planId: string
let asking: string
let plain: string
const w = words.cascade.subPlans

beforeAll(async () => {
  app = await testApp()
  const logins = ['officer', 'head', 'focal', 'commune', 'leader', 'admin'] as const
  as = Object.fromEntries(
    await Promise.all(logins.map(async (login) => [login, await app.signIn(login)])),
  ) as typeof as
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-21T02:00:00Z')
  const [home, suoiMo, doiChe] = ['Sở Nội vụ', 'UBND xã Suối Mơ', 'UBND xã Đồi Chè'].map(app.agencyId)
  const items = [
    newItem(1, {
      quote: 'Các cơ quan căn cứ Kế hoạch này xây dựng kế hoạch thực hiện trước ngày 15/11/2026',
      bearers: [home ?? '', suoiMo ?? '', doiChe ?? ''],
      outcome: 'each',
      due: dueBy('2026-11-15'),
      section: 'V.1',
    }),
    newItem(2, { quote: 'Xây dựng kế hoạch đào tạo nghề', bearers: [app.agencyId('Sở Công Thương')] }),
  ]
  ;[asking, plain] = items.map(({ id }) => id) as [string, string]
  planId = (await planWithWork(app, items)).planId
})

const read = async (caller = as.leader) =>
  (await caller('GET', `/api/plans/${planId}/sub-plans`)).json() as SubPlans
const decide = (caller: Caller, more: object = {}, key = randomUUID()) =>
  caller('POST', `/api/plans/${planId}/sub-plan-calls`, {
    body: { itemId: asking, decision: 'owed', dueOn: '2026-11-15', ...more },
    key,
  })
const change = (caller: Caller, version: number, body: object, itemId = asking) =>
  caller('PUT', `/api/plans/${planId}/sub-plan-calls/${itemId}`, { version, body })
const settle = (caller: Caller, agency: string, version: number, body: object = {}) =>
  caller('PUT', `/api/plans/${planId}/sub-plans/${app.agencyId(agency)}`, {
    version,
    body: { state: 'issued', number: '12/KH-SNV', issuedOn: '2026-11-18', ...body },
  })
const owing = async (name: string) => (await read()).owing.find(({ agency }) => agency.name === name)

describe('which duties ask', () => {
  test('is proposed with the words that say so, and decided by the overseer alone', async () => {
    const before = await read()
    expect(before.clauses).toMatchObject([
      { itemId: asking, decision: null, dueOn: '2026-11-15', bearers: 3 },
    ])
    const { asked, quote } = before.clauses[0] ?? {}
    expect(quote?.slice(asked?.from, asked?.to)).toBe('xây dựng kế hoạch thực hiện')
    expect(before.others).toMatchObject([{ itemId: plain }])
    expect(before.owing).toEqual([])
    for (const caller of [as.officer, as.leader, as.commune])
      expect((await decide(caller)).statusCode).toBe(403)
    expect((await app.server.inject(`/api/plans/${planId}/sub-plans`)).statusCode).toBe(401)
    const done = await decide(as.focal)
    expect([done.statusCode, done.json()]).toEqual([201, { itemId: asking, version: 1, agencies: 3 }])
    const after = await read(as.focal)
    expect(shareOf(after.owing)).toEqual({ issued: 0, owed: 3, excused: 0, of: 3, late: 3 })
    expect(after.owing.map(({ daysLate }) => daysLate)).toEqual([6, 6, 6])
  })

  test('once, however often it is sent; a second decision is stale', async () => {
    const key = randomUUID()
    const first = await decide(as.focal, {}, key)
    expect((await decide(as.focal, {}, key)).json()).toEqual(first.json())
    expect((await decide(as.focal)).statusCode).toBe(412)
    expect((await read()).owing).toHaveLength(3)
  })

  test('another day, all that bear anything, not at all', async () => {
    await decide(as.focal)
    expect((await change(as.officer, 1, { decision: 'not' })).statusCode).toBe(403)
    expect((await change(as.focal, 7, { decision: 'not' })).statusCode).toBe(412)
    const later = await change(as.focal, 1, { decision: 'owed', dueOn: '2026-12-01', to: 'all' })
    expect(later.json()).toEqual({ itemId: asking, version: 2, agencies: 1 })
    expect((await read()).owing.map(({ dueOn }) => dueOn)).toEqual(Array(4).fill('2026-12-01'))
    expect((await change(as.focal, 2, { decision: 'not' })).statusCode).toBe(200)
    expect((await read()).owing).toEqual([])
    expect((await change(as.focal, 3, { decision: 'owed', dueOn: null })).statusCode).toBe(200)
    await settle(as.officer, 'Sở Nội vụ', 1)
    const kept = await change(as.focal, 4, { decision: 'not' })
    expect([kept.statusCode, kept.json().title]).toEqual([409, w.alreadySettled(1)])
  })

  test('a duty of another plan, no duty, no day at all are refused', async () => {
    const other = newItem(9)
    await planWithWork(app, [other], { number: '9/KH-UBND' })
    expect((await decide(as.focal, { itemId: other.id })).statusCode).toBe(422)
    expect((await decide(as.focal, { itemId: 'x' })).statusCode).toBe(422)
    expect((await decide(as.focal, { dueOn: '2026-02-30' })).statusCode).toBe(422)
    expect((await change(as.focal, 1, { decision: 'not' }, plain)).statusCode).toBe(404)
    expect((await decide(as.focal, { itemId: plain, dueOn: null })).statusCode).toBe(201)
    await app.sql`update plan set status = 'draft' where tenant_id = ${app.tenantId} and id = ${planId}`
    expect((await decide(as.focal)).statusCode).toBe(409)
  })
})

describe('what was issued', () => {
  beforeEach(async () => {
    await decide(as.focal)
  })

  test('is recorded by people of the agency or the overseer, with days late', async () => {
    expect((await settle(as.commune, 'Sở Nội vụ', 1)).statusCode).toBe(403)
    expect((await settle(as.leader, 'Sở Nội vụ', 1)).statusCode).toBe(403)
    const done = await settle(as.officer, 'Sở Nội vụ', 1)
    expect(done.json()).toEqual({ agencyId: app.agencyId('Sở Nội vụ'), version: 2 })
    expect((await settle(as.focal, 'UBND xã Suối Mơ', 1, { number: '3/KH-UBND' })).statusCode).toBe(200)
    expect(await owing('Sở Nội vụ')).toMatchObject({
      ...{ state: 'issued', number: '12/KH-SNV', issuedOn: '2026-11-18', daysLate: 3 },
      settledBy: 'Người dùng officer',
    })
    expect(shareOf((await read()).owing)).toMatchObject({ issued: 2, of: 3 })
    const [entry] = await app.sql<{ action: string }[]>`
      select action from audit_event where tenant_id = ${app.tenantId} and subject_id = ${planId}
      order by at desc limit 1`
    expect(entry?.action).toBe('sub-plan.record')
  })

  test.each([
    ['an old version', 0, {}, 412],
    ['a day to come', 1, { issuedOn: '2026-11-22' }, 422],
    ['no number', 1, { number: ' ' }, 422],
    ['no day', 1, { issuedOn: 'x' }, 422],
    ['a file never stored', 1, { file: { hash: 'a'.repeat(64), name: 'x.pdf' } }, 422],
    ['a picture', 1, { file: { hash: 'a'.repeat(64), name: 'x.png' } }, 422],
    ['a plan of nowhere', 1, { childId: randomUUID() }, 404],
    ['no reason', 1, { state: 'excused', reason: '' }, 422],
  ])('%s is refused', async (_, version, body, status) => {
    expect((await settle(as.focal, 'Sở Nội vụ', version, body)).statusCode).toBe(status)
    expect(await owing('Sở Nội vụ')).toMatchObject({ state: 'owed', version: 1 })
  })

  test('with its file, or as a plan that is in the system; itself it cannot be', async () => {
    const bytes = Buffer.from('KẾ HOẠCH của cơ quan')
    const { body, headers } = multipart({}, { name: 'Kế hoạch 12.docx', bytes })
    const stored = (await as.officer('POST', '/api/files', { body, headers })).json() as {
      hash?: string
      code?: string
    }
    // Evidence is read for marks of secrecy: bytes that are no Word file are refused at that door.
    if (stored.hash) {
      const file = { hash: stored.hash, name: 'Kế hoạch 12.docx' }
      expect((await settle(as.officer, 'Sở Nội vụ', 1, { file })).statusCode).toBe(200)
      const down = await as.leader('GET', `/api/plans/${planId}/sub-plans/${app.agencyId('Sở Nội vụ')}/file`)
      expect(down.rawPayload).toEqual(bytes)
    }
    expect((await settle(as.focal, 'UBND xã Suối Mơ', 1, { childId: planId })).statusCode).toBe(422)
    const child = await planWithWork(app, [newItem(1)], { number: '3/KH-UBND', title: 'Kế hoạch của xã' })
    expect((await settle(as.focal, 'UBND xã Suối Mơ', 1, { childId: child.planId })).statusCode).toBe(200)
    expect((await owing('UBND xã Suối Mơ'))?.child).toMatchObject({ id: child.planId, number: '3/KH-UBND' })
    const none = await as.leader('GET', `/api/plans/${planId}/sub-plans/${app.agencyId('UBND tỉnh')}/file`)
    expect(none.statusCode).toBe(404)
  })

  test('an agency is excused, or asked after all, by the overseer with a reason', async () => {
    const reason = 'Lồng ghép vào chương trình công tác năm'
    expect((await settle(as.officer, 'Sở Nội vụ', 1, { state: 'excused', reason })).statusCode).toBe(403)
    expect((await settle(as.focal, 'Sở Nội vụ', 1, { state: 'excused', reason })).statusCode).toBe(200)
    expect(shareOf((await read()).owing)).toMatchObject({ excused: 1, of: 2 })
    expect((await settle(as.focal, 'Sở Công Thương', 0, { state: 'owed', reason })).statusCode).toBe(200)
    expect(shareOf((await read()).owing)).toMatchObject({ excused: 1, of: 3 })
    expect((await settle(as.focal, 'Sở Nội vụ', 2, { state: 'owed', reason })).statusCode).toBe(200)
    expect(shareOf((await read()).owing)).toMatchObject({ excused: 0, of: 4 })
  })

  test('one that nobody asked for is kept, and is no part of the share', async () => {
    expect((await settle(as.focal, 'Sở Công Thương', 0, { number: '5/KH-SCT' })).statusCode).toBe(200)
    expect(await owing('Sở Công Thương')).toMatchObject({ state: 'issued', isAsked: false })
    expect(shareOf((await read()).owing)).toMatchObject({ issued: 0, of: 3 })
  })

  test('a plan that cites this one is offered to the agency that issued it', async () => {
    const child = await planWithWork(app, [newItem(1)], { number: '7/KH-SNV', title: 'Kế hoạch của Sở' })
    await app.sql`update plan set issuer = 'Sở Nội vụ tỉnh Thử Nghiệm' where tenant_id = ${app.tenantId} and id = ${child.planId}`
    await app.sql`
      insert into plan_reference (tenant_id, plan_id, ordinal, number, type, relation)
      values (${app.tenantId}, ${child.planId}, 1, '147 /KH-UBND', 'KH', 'implements')`
    expect((await read()).candidates).toMatchObject([
      { id: child.planId, agencyId: app.agencyId('Sở Nội vụ') },
    ])
    await settle(as.officer, 'Sở Nội vụ', 1, { childId: child.planId })
    expect((await read()).candidates).toEqual([])
  })
})

describe('lists', () => {
  test('who is missing, as Word and Excel; an agency sees what it owes over all plans', async () => {
    await decide(as.focal)
    await settle(as.officer, 'Sở Nội vụ', 1)
    const paper = await as.leader('GET', `/api/papers/plans/${planId}/sub-plans.docx`)
    const { lines } = await readDocument(paper.rawPayload, 'danh-sach.docx')
    const text = lines.map((line) => line.text).join('\n')
    expect(text).toContain('UBND xã Đồi Chè')
    expect(text).not.toContain('Sở Nội vụ')
    expect(text).toContain(w.paper.total(1, 3))
    const sheet = await as.leader('GET', `/api/papers/plans/${planId}/sub-plans.xlsx?show=all`)
    const all = await readDocument(sheet.rawPayload, 'danh-sach.xlsx')
    expect(all.lines.map((line) => line.text).join('\n')).toContain('12/KH-SNV')
    const own = (await as.commune('GET', `/api/agencies/${app.agencyId('UBND xã Suối Mơ')}/sub-plans`)).json()
    expect(own as z.infer<typeof OwedByAgency>).toMatchObject({
      owed: expect.arrayContaining([
        expect.objectContaining({ plan: expect.objectContaining({ id: planId }) }),
      ]),
    })
  })

  test('what an ended agency owed is owed by who follows; what it issued stays its own', async () => {
    await decide(as.focal)
    await settle(as.officer, 'Sở Nội vụ', 1)
    const [hill, bridge] = ['UBND xã Đồi Chè', 'UBND phường Cầu Mây'].map(app.agencyId)
    const act = await as.focal('POST', '/api/reorganisations', {
      body: {
        ...{ kind: 'merge', effectiveOn: '2026-11-21', documentNumber: '1/NQ-HĐND', note: '' },
        ...{ documentOn: '2026-11-10' },
        ...{ old: [hill], successors: [{ agencyId: bridge, founded: null, takes: '' }], decisions: [] },
      },
    })
    expect(act.statusCode, act.body).toBe(201)
    const list = (await read(as.focal)).owing
    expect(list.map(({ agency, from }) => [agency.name, from])).toEqual(
      expect.arrayContaining([['UBND phường Cầu Mây', ['UBND xã Đồi Chè']]]),
    )
    expect(list.some(({ agency }) => agency.name === 'UBND xã Đồi Chè')).toBe(false)
    const done = await settle(as.focal, 'UBND phường Cầu Mây', 0, { number: '8/KH-UBND' })
    expect(done.statusCode).toBe(200)
    expect(await owing('UBND phường Cầu Mây')).toMatchObject({ state: 'issued', isAsked: true, daysLate: 3 })
    expect(shareOf((await read()).owing)).toMatchObject({ issued: 2, of: 3 })
    const own = await as.focal('GET', `/api/agencies/${bridge}/sub-plans`)
    const { owed } = own.json() as z.infer<typeof OwedByAgency>
    expect(owed.find(({ plan }) => plan.id === planId)?.owing.state).toBe('issued')
  })
})
