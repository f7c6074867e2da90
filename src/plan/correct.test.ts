import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { assignmentOf, dueBy, newItem, planWithWork, UNDATED } from '../../test/work.ts'
import { openPeriods } from '../task/create-work.ts'
import { rebuildWork } from '../task/rebuild.ts'
import type { NewItem } from '../task/task.ts'
import type { CorrectionInput, ItemReading } from './correction.ts'

let app: Awaited<ReturnType<typeof testApp>>
let focal: Awaited<ReturnType<typeof app.signIn>>
let officer: typeof focal
let head: typeof focal
beforeAll(async () => {
  app = await testApp()
  focal = await app.signIn('focal')
  officer = await app.signIn('officer')
  head = await app.signIn('head')
})
afterAll(() => app.close())
beforeEach(() => app.clock.set('2026-11-21T02:00:00Z'))

const id = (name: string) => app.agencyId(name)
const lead = (...names: string[]): Partial<NewItem> => ({ bearers: names.map(id), leadPrinted: names })

/** A plan with one item; its page's answers by name. */
async function published(item: Partial<NewItem>, { subDutyDays = 3 as number | null } = {}) {
  const made = newItem(1, item)
  const { planId } = await planWithWork(app, [made])
  await app.sql`update plan set sub_duty_days = ${subDutyDays} where id = ${planId}`
  return { planId, itemId: made.id }
}
const look = async (itemId: string) =>
  (await focal('GET', `/api/items/${itemId}/reading`)).json() as {
    version: number
    reading: ItemReading
    whyNot: string | null
  }
async function correct(itemId: string, form: Partial<CorrectionInput>, caller = focal) {
  const { version } = await look(itemId)
  return caller('POST', `/api/items/${itemId}/corrections`, {
    body: { reason: 'Đọc nhầm', ...form },
    version,
  })
}
const rowsOf = (itemId: string) => app.sql<
  { agency: string; role: string; status: string; dueOn: string | null; period: string }[]
>`
  select agency.name as agency, assignment.role, assignment.status, assignment.due_on as "dueOn", assignment.period
  from assignment join agency on agency.id = assignment.agency_id
  where item_id = ${itemId} order by assignment.role desc, assignment.period, agency.name collate "vi-x-icu"`
const itemOf = async (itemId: string) =>
  (
    await app.sql<{ state: string; dueOn: string | null; leadId: string | null; outcome: string }[]>`
      select state, due_on as "dueOn", lead_id as "leadId", outcome from item where id = ${itemId}`
  )[0]
/** Every cached figure equals what the facts give. */
const expectInLine = async () =>
  expect((await rebuildWork(app.sql, app.tenantId, { isMending: false })).differences).toEqual([])

async function take(caller: typeof focal, assignmentId: string, body: object) {
  const [row] = await app.sql<
    { version: number }[]
  >`select version from assignment where id = ${assignmentId}`
  const answer = await caller('POST', `/api/work/${assignmentId}/steps`, { body, version: row?.version ?? 0 })
  expect(answer.statusCode, answer.body).toBe(201)
}
async function finish(assignmentId: string) {
  await take(officer, assignmentId, { kind: 'report', text: 'Đã xong', percent: 100 })
  await take(head, assignmentId, { kind: 'approve' })
  await take(focal, assignmentId, { kind: 'confirm' })
}

describe('who may, and how often', () => {
  test('focal officers of the overseer, and nobody else', async () => {
    const { itemId } = await published(lead('Sở Nội vụ'))
    const refused = await correct(itemId, { section: 'IV' }, officer)
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'forbidden.plan.correct'])
    const admin = await app.signIn('admin')
    expect((await correct(itemId, { section: 'IV' }, admin)).statusCode).toBe(201)
    await app.sql`update plan set overseer_id = ${id('Sở Công Thương')}`
    const stranger = await correct(itemId, { section: 'V' })
    expect(stranger.statusCode).toBe(403)
    expect(stranger.json().title).toContain('Sở Công Thương')
    expect((await look(itemId)).whyNot).toContain('Sở Công Thương')
    await app.sql`update plan set overseer_id = ${id('Sở Tài chính')}`
  })

  test('once under one key, never over an old version, never for nothing or without a reason', async () => {
    const { itemId } = await published(lead('Sở Nội vụ'))
    const { version } = await look(itemId)
    const body = { reason: 'Đọc nhầm mục', section: 'VI' }
    const key = randomUUID()
    const first = await focal('POST', `/api/items/${itemId}/corrections`, { body, version, key })
    const again = await focal('POST', `/api/items/${itemId}/corrections`, { body, version, key })
    expect([first.statusCode, again.json()]).toEqual([201, first.json()])
    const { corrections } = (await focal('GET', `/api/corrections?item=${itemId}`)).json()
    expect(corrections).toMatchObject([
      { before: { section: 'III.1' }, after: { section: 'VI' }, reason: body.reason },
    ])
    const stale = await focal('POST', `/api/items/${itemId}/corrections`, { body, version })
    expect([stale.statusCode, stale.json().code]).toEqual([412, 'item.stale'])
    expect((await correct(itemId, { section: 'VI' })).json().code).toBe('correction.nothing')
    const silent = await correct(itemId, { section: 'VII', reason: '  ' })
    expect(silent.statusCode).toBe(422)
    expect(
      (await focal('POST', `/api/items/${randomUUID()}/corrections`, { body, version: 1 })).statusCode,
    ).toBe(404)
  })

  test.each<[string, Partial<CorrectionInput>, string]>([
    ['two leads for one', { outcome: 'assign', bearers: [] }, 'correction.one-lead'],
    ['members of nobody', { outcome: 'each', bearers: [] }, 'correction.no-lead'],
    [
      'an agency that is not there',
      { bearers: ['00000000-0000-4000-8000-000000000009'] },
      'correction.agency',
    ],
    [
      'a share without its number',
      { completion: { rule: 'share', share: null }, outcome: 'each' },
      'correction.share',
    ],
    ['joining with nothing', { outcome: 'merged' }, 'correction.merge'],
    ['a place outside the document', { spans: [{ line: 3, from: 0, to: 900 }] }, 'correction.spans'],
  ])('%s is refused and changes nothing', async (_, form, code) => {
    const { itemId } = await published(lead('Sở Nội vụ'))
    const before = await look(itemId)
    const refused = await correct(itemId, form)
    expect([refused.statusCode, refused.json().code]).toEqual([422, code])
    expect(refused.json().title.length).toBeGreaterThan(20)
    expect(await look(itemId)).toEqual(before)
  })
})

describe('what follows', () => {
  test('words and their place change nothing of the work; the agency is told, and sees it once', async () => {
    const { itemId } = await published({ ...lead('Sở Nội vụ'), due: dueBy('2026-12-31') })
    const before = await rowsOf(itemId)
    const quote = 'Nhiệm vụ số một, đọc lại'
    expect((await correct(itemId, { quote, spans: [{ line: 3, from: 2, to: 6 }] })).statusCode).toBe(201)
    expect(await rowsOf(itemId)).toEqual(before)
    const notices = (await officer('GET', `/api/notices?item=${itemId}`)).json()
    expect(notices.notices).toMatchObject([
      {
        kind: 'corrected',
        subject: { kind: 'item', id: itemId },
        detail: { title: quote, fields: ['quote', 'spans'] },
        isSeen: false,
      },
    ])
    const ids = notices.notices.map((notice: { id: string }) => notice.id)
    const { unseen } = (await officer('PUT', '/api/notices/seen', { body: { ids } })).json()
    expect(unseen).toBe(notices.unseen - 1)
    expect((await officer('PUT', '/api/notices/seen', { body: { ids } })).json()).toEqual({ unseen })
    // A colleague has not seen it; another agency is not told and cannot mark it.
    const colleague = await app.signIn('officer2')
    expect((await colleague('GET', `/api/notices?item=${itemId}&unseen=1`)).json().notices).toHaveLength(1)
    expect((await officer('GET', `/api/notices?item=${itemId}&unseen=1`)).json().notices).toHaveLength(0)
    const commune = await app.signIn('commune')
    expect((await commune('GET', `/api/notices?item=${itemId}`)).json().notices).toHaveLength(0)
    await commune('PUT', '/api/notices/seen', { body: { ids } })
    expect(
      await app.sql`select 1 from notice_seen where account_id = ${app.accountId('commune')}`,
    ).toHaveLength(0)
    await expectInLine()
  })

  test('a day misread moves open work and its parts, keeps a later day that was granted', async () => {
    const { itemId } = await published({
      outcome: 'each',
      ...lead('Sở Nội vụ', 'UBND xã Suối Mơ'),
      due: dueBy('2026-12-10'),
      coordinators: [id('Sở Công Thương')],
    })
    await correct(itemId, { coordinators: [id('Liên minh Hợp tác xã tỉnh')] })
    const own = await assignmentOf(app, itemId, id('Sở Nội vụ'))
    await take(focal, own, { kind: 'extend', until: '2027-02-01' })
    expect((await correct(itemId, { due: dueBy('2026-12-30') })).statusCode).toBe(201)
    expect(await rowsOf(itemId)).toMatchObject([
      { agency: 'Sở Nội vụ', dueOn: '2027-02-01' },
      { agency: 'UBND xã Suối Mơ', dueOn: '2026-12-30' },
      { agency: 'Liên minh Hợp tác xã tỉnh', dueOn: '2026-12-27', status: 'assigned' },
    ])
    expect(await itemOf(itemId)).toMatchObject({ dueOn: '2027-02-01' })
    await expectInLine()
  })

  test('a day misread as passed puts right what was done: it was in time', async () => {
    const { itemId } = await published({ ...lead('Sở Nội vụ'), due: dueBy('2026-10-01') })
    await finish(await assignmentOf(app, itemId, id('Sở Nội vụ')))
    const late = () => app.sql<{ state: string }[]>`
      select state from item_count where n <> 0 and lead_id = ${id('Sở Nội vụ')} and plan_id = (select plan_id from item where id = ${itemId})`
    expect(await late()).toMatchObject([{ state: 'done-late' }])
    await correct(itemId, { due: dueBy('2026-12-01') })
    expect(await late()).toMatchObject([{ state: 'done-on-time' }])
    await expectInLine()
  })

  test('a duty that has a day after all gives its helpers their parts; one without loses the day', async () => {
    const { itemId } = await published({
      ...lead('Sở Nội vụ'),
      due: UNDATED,
      coordinators: [id('Sở Công Thương')],
    })
    expect(await rowsOf(itemId)).toHaveLength(1)
    await correct(itemId, { due: dueBy('2026-12-20') })
    expect(await rowsOf(itemId)).toMatchObject([
      { dueOn: '2026-12-20' },
      { agency: 'Sở Công Thương', role: 'coordinating', dueOn: '2026-12-17' },
    ])
    await correct(itemId, { due: UNDATED })
    expect((await rowsOf(itemId)).map(({ dueOn }) => dueOn)).toEqual([null, null])
    await expectInLine()
  })

  test('one agency read for another: its open work passes on, with the reason; both are told', async () => {
    const { itemId } = await published({
      ...lead('Sở Nội vụ'),
      due: dueBy('2026-12-20'),
      coordinators: [id('Sở Công Thương')],
    })
    const work = await assignmentOf(app, itemId, id('Sở Nội vụ'))
    await take(officer, work, { kind: 'receive' })
    await correct(itemId, { coordinators: [id('Sở Công Thương'), id('Liên minh Hợp tác xã tỉnh')] })
    app.clock.set('2026-11-21T02:05:00Z')
    await correct(itemId, { bearers: [id('Sở Công Thương')], reason: 'Đọc nhầm tên Sở' })
    expect(await rowsOf(itemId)).toMatchObject([
      { agency: 'Sở Công Thương', role: 'lead', status: 'active' },
      { agency: 'Liên minh Hợp tác xã tỉnh', status: 'assigned' },
    ])
    const steps = await app.sql<{ kind: string; text: string }[]>`
      select kind, text from step where assignment_id = ${work} order by seq`
    expect(steps.at(-1)).toEqual({ kind: 'transfer', text: 'Đọc nhầm tên Sở' })
    expect(await itemOf(itemId)).toMatchObject({ leadId: id('Sở Công Thương') })
    expect((await officer('GET', `/api/notices?item=${itemId}`)).json().notices[0]).toMatchObject({
      kind: 'withdrawn',
      detail: { reason: 'Đọc nhầm tên Sở', fields: ['bearers', 'coordinators'] },
    })
    await expectInLine()
  })

  test('a lead who has finished cannot be read away', async () => {
    const { itemId } = await published(lead('Sở Nội vụ'))
    await finish(await assignmentOf(app, itemId, id('Sở Nội vụ')))
    const refused = await correct(itemId, { bearers: [id('Sở Công Thương')] })
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'correction.done'])
    await expectInLine()
  })

  test('one read as all of them, and all as one: who is meant keeps the work, who is not is closed', async () => {
    const { itemId } = await published(lead('UBND xã Suối Mơ'))
    const communes = ['UBND xã Suối Mơ', 'UBND xã Đồi Chè', 'UBND phường Cầu Mây'].map(id)
    await correct(itemId, { outcome: 'each', bearers: communes, completion: { rule: 'share', share: 60 } })
    expect((await rowsOf(itemId)).map(({ status }) => status)).toEqual(['assigned', 'assigned', 'assigned'])
    expect(await itemOf(itemId)).toMatchObject({ outcome: 'each', leadId: null })
    await correct(itemId, { outcome: 'assign', bearers: [id('UBND xã Đồi Chè')] })
    expect((await rowsOf(itemId)).map(({ agency, status }) => [agency, status])).toEqual([
      ['UBND phường Cầu Mây', 'closed'],
      ['UBND xã Đồi Chè', 'assigned'],
      ['UBND xã Suối Mơ', 'closed'],
    ])
    // A share of one is the whole.
    expect((await look(itemId)).reading.completion).toEqual({ rule: 'all', share: null })
    // Back again: closed work is opened, nothing is given twice.
    await correct(itemId, { outcome: 'each', bearers: communes })
    expect((await rowsOf(itemId)).map(({ status }) => status)).toEqual(['active', 'assigned', 'active'])
    await expectInLine()
  })

  test('orientation becomes work, work becomes orientation with the reason, and back', async () => {
    const { itemId, planId } = await published({ outcome: 'orientation', due: dueBy('2026-12-20') })
    expect((await correct(itemId, { outcome: 'assign' })).json().code).toBe('correction.one-lead')
    await correct(itemId, {
      outcome: 'assign',
      bearers: [id('Sở Nội vụ')],
      coordinators: [id('Sở Công Thương')],
    })
    expect(await rowsOf(itemId)).toMatchObject([
      { agency: 'Sở Nội vụ', status: 'assigned', dueOn: '2026-12-20' },
      { agency: 'Sở Công Thương', role: 'coordinating', dueOn: '2026-12-17' },
    ])
    await expectInLine()
    await correct(itemId, { outcome: 'orientation', reason: 'Chỉ là định hướng' })
    expect((await rowsOf(itemId)).map(({ status }) => status)).toEqual(['closed', 'closed'])
    expect(await app.sql`select 1 from item_count where n <> 0 and plan_id = ${planId}`).toHaveLength(0)
    await expectInLine()
    await correct(itemId, { outcome: 'assign', bearers: [id('Sở Nội vụ')], due: dueBy('2026-12-28') })
    expect(await rowsOf(itemId)).toMatchObject([
      { status: 'active', dueOn: '2026-12-28' },
      { status: 'active', dueOn: '2026-12-25' },
    ])
    await expectInLine()
  })

  test('a duty read twice is joined with the other; a chain is refused', async () => {
    const [one, two, three] = [newItem(1, lead('Sở Nội vụ')), newItem(2, lead('Sở Nội vụ')), newItem(3)]
    await planWithWork(app, [one, two, { ...three, outcome: 'orientation' }])
    expect((await correct(two.id, { outcome: 'merged', mergedInto: one.id })).statusCode).toBe(201)
    expect(await rowsOf(two.id)).toMatchObject([{ status: 'closed' }])
    expect((await correct(one.id, { outcome: 'merged', mergedInto: three.id })).json().code).toBe(
      'correction.merge-chain',
    )
    expect((await correct(three.id, { outcome: 'merged', mergedInto: two.id })).json().code).toBe(
      'correction.merge-circle',
    )
    await expectInLine()
  })

  test('what comes back: the round at hand takes the right period, the report made for it stays', async () => {
    const { itemId } = await published({ ...lead('Sở Nội vụ'), due: UNDATED })
    const work = await assignmentOf(app, itemId, id('Sở Nội vụ'))
    await take(officer, work, { kind: 'report', text: 'Đang làm', percent: 40 })
    await correct(itemId, { every: 'quarter' })
    expect(await rowsOf(itemId)).toMatchObject([
      { period: '2026-Q4', dueOn: '2026-12-14', status: 'reported' },
    ])
    await correct(itemId, { every: 'year' })
    expect(await rowsOf(itemId)).toMatchObject([{ period: '2026', dueOn: '2026-12-14', status: 'reported' }])
    await correct(itemId, { every: null, due: dueBy('2027-03-31') })
    expect(await rowsOf(itemId)).toMatchObject([{ period: '', dueOn: '2027-03-31', status: 'reported' }])
    await expectInLine()
  })

  test('earlier rounds of another kind stay what they were and do not decide where the item stands', async () => {
    const { itemId } = await published({ ...lead('Sở Nội vụ'), every: 'quarter', due: UNDATED })
    await finish(await assignmentOf(app, itemId, id('Sở Nội vụ')))
    app.clock.set('2027-01-05T02:00:00Z')

    const now = { at: app.clock.now(), today: app.clock.today() }
    await app.sql.begin((tx) => openPeriods(tx, app.tenantId, now))
    focal = await app.signIn('focal')
    await correct(itemId, { every: 'year' })
    expect(await rowsOf(itemId)).toMatchObject([
      { period: '2026-Q4', status: 'done' },
      { period: '2027', status: 'assigned', dueOn: '2027-12-14' },
    ])
    expect(await itemOf(itemId)).toMatchObject({ state: 'open', dueOn: '2027-12-14' })
    await expectInLine()
    expect(await app.sql.begin((tx) => openPeriods(tx, app.tenantId, now))).toBe(0)
  })

  test('waiting for an event takes the day away; when the event changes nothing else, its day stays', async () => {
    const { itemId } = await published({ ...lead('Sở Nội vụ'), due: dueBy('2026-12-20') })
    await correct(itemId, { event: 'sau khi Nghị quyết được ban hành' })
    expect(await rowsOf(itemId)).toMatchObject([{ dueOn: null }])
    const { version } = await look(itemId)
    const recorded = await focal('POST', `/api/items/${itemId}/event`, {
      body: { eventOn: '2026-11-20', dueOn: '2027-01-20' },
      version,
    })
    expect(recorded.statusCode).toBe(200)
    await correct(itemId, { section: 'V' })
    expect(await rowsOf(itemId)).toMatchObject([{ dueOn: '2027-01-20' }])
    await correct(itemId, { event: null })
    expect(await rowsOf(itemId)).toMatchObject([{ dueOn: '2026-12-20' }])
    await expectInLine()
  })

  test('two people correct at once: one is carried out, the other told to look again', async () => {
    const { itemId } = await published(lead('Sở Nội vụ'))
    const { version } = await look(itemId)
    const answers = await Promise.all(
      ['IV.1', 'IV.2'].map((section) =>
        focal('POST', `/api/items/${itemId}/corrections`, { body: { reason: 'Nhầm mục', section }, version }),
      ),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 412])
  })
})
