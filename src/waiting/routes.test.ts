// A made-up knot over HTTP: who is named, since when, what opens; and who may say what must be done first.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { FORM } from '../../test/difficulty.ts'
import { statementsOf } from '../../test/queries.ts'
import { assignmentOf, dueBy, newItem, planWithWork } from '../../test/work.ts'
import type { NewItem } from '../task/task.ts'
import type { Task } from '../task/work.ts'
import * as words from '../vocabulary/words.ts'
import type { AssignmentWaits, Prerequisites, Waiting } from './waiting.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<App['signIn']>>
let app: App
let focal: Caller
let leader: Caller
let commune: Caller
const people = new Map<string, Caller>()
beforeAll(async () => {
  app = await testApp()
  for (const login of ['focal', 'leader', 'commune', 'commune-head', 'head', 'officer', 'admin'])
    people.set(login, await app.signIn(login))
  // The days of these tests go by faster than a session lives.
  await app.sql`update session set expires_at = '2028-01-01' where tenant_id = ${app.tenantId}`
  ;[focal, leader, commune] = [as('focal'), as('leader'), as('commune')]
})
afterAll(() => app.close())
beforeEach(() => itIs('2026-11-21'))
const itIs = (day: string) => app.clock.set(`${day}T02:00:00Z`)
function as(login: string): Caller {
  const person = people.get(login)
  if (!person) throw new Error(`${login} is not signed in`)
  return person
}

const HOME = 'Sở Nội vụ'
const plan = async (...items: Partial<NewItem>[]) => {
  const made = items.map((item, i) => newItem(i + 1, { due: dueBy('2026-12-31'), ...item }))
  const { planId } = await planWithWork(app, made)
  return { planId, ids: made.map(({ id }) => id) }
}
const lead = (name: string) => [app.agencyId(name)]
const take = async (login: string, id: string, body: object) => {
  const person = as(login)
  const { version } = (await person('GET', `/api/work/${id}`)).json() as Task
  const answer = await person('POST', `/api/work/${id}/steps`, { version, body })
  expect(answer.statusCode, answer.body).toBe(201)
}
const require = (who: Caller, id: string, requiresItemId: string, key: string = randomUUID()) =>
  who('POST', `/api/items/${id}/prerequisites`, {
    body: { requiresItemId, reason: 'Cần có quy chế trước' },
    key,
  })
const waiting = async (query: string) => {
  const answer = await leader('GET', `/api/waiting?${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json() as Waiting
}
const told = async (id: string) => {
  const answer = await leader('GET', `/api/waiting/assignments/${id}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json() as AssignmentWaits
}
const firstOf = async (who: Caller, id: string) =>
  (await who('GET', `/api/items/${id}/prerequisites`)).json() as Prerequisites
const ranked = ({ blockers }: Waiting) =>
  blockers.map(({ agency, waiters, days }) => [agency?.name, waiters.assignments, days])

describe('each recorded fact is a wait', () => {
  test('a report waits for its own head, an approved one for the overseer, from the day of the step', async () => {
    const { planId, ids } = await plan({ bearers: lead(HOME) }, { bearers: lead(HOME) })
    const [first = '', second = ''] = await Promise.all(
      ids.map((id) => assignmentOf(app, id, app.agencyId(HOME))),
    )
    itIs('2026-11-23')
    for (const id of [first, second])
      await take('officer', id, { kind: 'report', text: 'Xong', percent: 100 })
    itIs('2026-11-25')
    await take('head', second, { kind: 'approve' })
    itIs('2026-12-01')
    const answer = await waiting(`plan=${planId}`)
    expect(ranked(answer)).toEqual([
      [HOME, 1, 8],
      ['Sở Tài chính', 1, 6],
    ])
    expect(answer.blockers[0]?.holds[0]).toMatchObject({ reason: 'approve', since: '2026-11-23', days: 8 })
    expect(answer.blockers[1]?.holds[0]).toMatchObject({
      reason: 'confirm',
      thing: { id: second, kind: 'assignment' },
    })
    expect(answer.waiting).toEqual({ assignments: 2, items: 2 })
    expect((await told(first)).waits).toMatchObject([
      { reason: 'approve', to: { kind: 'agency', label: HOME }, days: 8 },
    ])
    // A return ends the wait.
    await take('head', first, { kind: 'return', text: 'Bổ sung số liệu' })
    expect((await told(first)).waits).toEqual([])
    expect(ranked(await waiting(`plan=${planId}`))).toEqual([['Sở Tài chính', 1, 6]])
  })

  test('an extension waits for the overseer until it is decided', async () => {
    const { planId, ids } = await plan({ bearers: lead(HOME) })
    const id = await assignmentOf(app, ids[0] ?? '', app.agencyId(HOME))
    await take('officer', id, { kind: 'ask-extension', until: '2027-01-31', text: 'Chờ số liệu quý' })
    expect(ranked(await waiting(`plan=${planId}`))).toEqual([['Sở Tài chính', 1, 0]])
    await take('focal', id, { kind: 'refuse-extension', text: 'Không đồng ý' })
    expect(ranked(await waiting(`plan=${planId}`))).toEqual([])
  })

  test('an event waits to be recorded, once for all communes that wait for it', async () => {
    const communes = ['UBND xã Suối Mơ', 'UBND xã Đồi Chè', 'UBND phường Cầu Mây'].map(app.agencyId)
    const { planId, ids } = await plan({
      ...{ outcome: 'each', bearers: communes, event: 'Sau khi có hướng dẫn của Bộ' },
    })
    const answer = await waiting(`plan=${planId}`)
    expect(ranked(answer)).toEqual([['Sở Tài chính', 3, 0]])
    expect(answer.waiting).toEqual({ assignments: 3, items: 1 })
    expect(answer.blockers[0]?.holds).toMatchObject([
      { reason: 'record', thing: { kind: 'event', id: ids[0], label: 'Sau khi có hướng dẫn của Bộ' } },
    ])
    const { version } = (await focal('GET', `/api/items/${ids[0]}`)).json()
    const recorded = await focal('POST', `/api/items/${ids[0]}/event`, {
      body: { eventOn: '2026-11-20', dueOn: '2026-12-31' },
      version,
    })
    expect(recorded.statusCode, recorded.body).toBeLessThan(300)
    expect(ranked(await waiting(`plan=${planId}`))).toEqual([])
  })

  test('a lead waits for the open part of a coordinating agency; its report for the lead', async () => {
    const { planId, ids } = await plan({ bearers: lead(HOME) })
    const top = await assignmentOf(app, ids[0] ?? '', app.agencyId(HOME))
    const given = await focal('POST', `/api/items/${ids[0]}/sub-duties`, {
      body: { agencyIds: lead('UBND xã Suối Mơ'), duty: 'Cung cấp số liệu hộ', dueOn: '2026-12-01' },
    })
    expect(given.statusCode, given.body).toBe(201)
    const part = given.json().ids[0] as string
    expect(ranked(await waiting(`plan=${planId}`))).toEqual([['UBND xã Suối Mơ', 1, 0]])
    const strip = await told(top)
    expect(strip.waits).toMatchObject([{ reason: 'part', to: { id: part, label: 'Cung cấp số liệu hộ' } }])
    expect(strip.roots).toMatchObject([{ id: part, agency: { name: 'UBND xã Suối Mơ' } }])
    expect((await told(part)).waitedBy).toMatchObject([{ reason: 'part', thing: { id: top } }])
    await take('commune', part, { kind: 'report', text: 'Đã gửi', percent: 100 })
    await take('commune-head', part, { kind: 'approve' })
    // Now the part waits for the lead itself, and the lead for its part.
    expect(ranked(await waiting(`plan=${planId}`))).toEqual([[HOME, 2, 0]])
    await take('head', part, { kind: 'confirm' })
    expect(ranked(await waiting(`plan=${planId}`))).toEqual([])
  })
})

describe('the knot', () => {
  test('a difficulty on the part of a helper of what must be done first: whoever has to answer it is the root', async () => {
    const { planId, ids } = await plan(
      { bearers: lead(HOME), quote: 'Tổng kết' },
      { bearers: lead('Liên minh Hợp tác xã tỉnh'), quote: 'Khảo sát' },
    )
    const [summary = '', survey = ''] = ids
    await require(focal, summary, survey)
    const given = await focal('POST', `/api/items/${survey}/sub-duties`, {
      body: { agencyIds: lead('UBND xã Suối Mơ'), duty: 'Cung cấp số liệu', dueOn: '2026-12-01' },
    })
    const [part = ''] = given.json().ids as string[]
    itIs('2026-11-23')
    const raised = await commune('POST', '/api/difficulties', {
      body: { ...FORM, assignmentIds: [part] },
    })
    expect(raised.statusCode, raised.body).toBe(201)
    const { id: difficulty, version } = raised.json() as { id: string; version: number }
    itIs('2026-11-24')
    // Until it is sent it lies with the overseer.
    expect(ranked(await waiting(`plan=${planId}`))).toEqual([['Sở Tài chính', 3, 1]])
    const sent = await focal('POST', `/api/difficulties/${difficulty}/steps`, {
      version,
      body: { kind: 'send', addresseeId: app.agencyId('Sở Công Thương'), days: 5 },
    })
    expect(sent.statusCode, sent.body).toBe(201)
    itIs('2026-11-30')
    const answer = await waiting(`plan=${planId}`)
    expect(ranked(answer)).toEqual([['Sở Công Thương', 3, 6]])
    const [hold] = answer.blockers[0]?.holds ?? []
    expect(answer.blockers[0]?.late).toBe(0)
    expect(hold).toMatchObject({ reason: 'answer', thing: { kind: 'difficulty', id: difficulty } })
    // Five working days after Tuesday 24/11; a Saturday and a Sunday lie between.
    expect(answer.blockers[0]?.late).toBe(0)
    expect(hold).toMatchObject({
      since: '2026-11-24',
      days: 6,
      workingDays: 4,
      thing: { dueOn: '2026-12-01' },
    })
    expect(hold?.chain.map(({ label }) => label)).toEqual([
      'Tổng kết',
      'Khảo sát',
      'Cung cấp số liệu',
      FORM.text,
    ])
    itIs('2026-12-02')
    expect((await waiting(`plan=${planId}`)).blockers[0]?.late).toBe(1)
    const strip = await told(await assignmentOf(app, summary, app.agencyId(HOME)))
    expect(strip.roots).toMatchObject([{ kind: 'agency', label: 'Sở Công Thương' }])
    expect(strip.behind.map(({ reason }) => reason)).toEqual(['part', 'difficulty', 'answer'])
  })

  test('approval, part, prerequisite, event and a circle: the root is named, everybody counted once', async () => {
    const chain = await plan(
      { bearers: lead(HOME), quote: 'Tổng kết chương trình' },
      { bearers: lead('Sở Công Thương'), quote: 'Ban hành quy chế' },
      { bearers: lead('UBND xã Đồi Chè'), quote: 'Rà soát', event: 'Sau khi có hướng dẫn' },
      { bearers: lead(HOME), quote: 'Vòng một' },
      { bearers: lead('Liên minh Hợp tác xã tỉnh'), quote: 'Vòng hai' },
    )
    const [summary = '', rules = '', review = '', one = '', two = ''] = chain.ids
    for (const [from, to] of [
      [summary, rules],
      [rules, review],
      [one, two],
      [summary, one],
    ] as const)
      expect((await require(focal, from, to)).json().circle).toEqual([])
    const closing = await require(focal, two, one)
    expect(closing.statusCode).toBe(201)
    const labels = (closing.json().circle as { label: string }[]).map(({ label }) => label)
    expect(new Set(labels)).toEqual(new Set(['Vòng một', 'Vòng hai']))

    itIs('2026-11-30')
    const answer = await waiting(`plan=${chain.planId}`)
    expect(answer.waiting).toEqual({ assignments: 5, items: 5 })
    // Summary waits for rules, rules for the review, the review for the event, which the overseer records.
    expect(ranked(answer)).toEqual([['Sở Tài chính', 3, 9]])
    const [hold] = answer.blockers[0]?.holds ?? []
    expect(answer.blockers[0]?.late).toBe(0)
    expect(hold).toMatchObject({ reason: 'record', thing: { kind: 'event', id: review } })
    expect(hold?.chain.map(({ label }) => label)).toEqual([
      'Tổng kết chương trình',
      'Ban hành quy chế',
      'Rà soát',
      'Sau khi có hướng dẫn',
    ])
    expect(answer.things[0]?.thing.id).toBe(review)
    expect(answer.circles).toHaveLength(1)
    expect(answer.circles[0]).toMatchObject({ memberCount: 2, waiters: { assignments: 3, items: 3 } })
    expect(answer.drawing?.fold).toBe('things')
    expect(answer.drawing?.boxes.filter(({ isInCircle }) => isInCircle)).toHaveLength(2)
    expect(answer.drawing?.boxes.filter(({ isRoot }) => isRoot).map(({ label }) => label)).toEqual([
      'Sở Tài chính',
    ])

    const strip = await told(await assignmentOf(app, summary, app.agencyId(HOME)))
    expect(strip.roots).toMatchObject([{ kind: 'agency', label: 'Sở Tài chính' }])
    expect(strip.circle.length).toBeGreaterThan(1)
    expect((await firstOf(leader, two)).circle.length).toBeGreaterThan(1)

    // Of one agency's waiting, of one item's, and of what lies with the overseer.
    expect(
      (await waiting(`plan=${chain.planId}&agency=${app.agencyId('Sở Công Thương')}`)).waiting.assignments,
    ).toBe(1)
    expect((await waiting(`item=${summary}`)).waiting.assignments).toBe(1)
    const at = await waiting(`plan=${chain.planId}&at=${app.agencyId('Sở Tài chính')}`)
    expect(at.at?.name).toBe('Sở Tài chính')
    expect(at.blockers).toHaveLength(1)
    expect(at.drawing?.boxes.map(({ key }) => key).filter((key) => key.startsWith('agency'))).toHaveLength(1)
    expect(at.drawing?.boxes.some(({ isInCircle }) => isInCircle)).toBe(false)
    expect((await waiting(`plan=${chain.planId}&brief=true`)).drawing).toBeNull()
  })

  test('a page costs the same few questions however much waits', async () => {
    const asked = (path: string) => statementsOf(app, () => leader('GET', path))
    const { planId, ids } = await plan(
      { bearers: lead(HOME) },
      ...Array.from({ length: 30 }, () => ({ bearers: lead(HOME) })),
    )
    const [first = '', ...others] = ids
    for (const other of others) await require(focal, first, other)
    const { answer, statements } = await asked(`/api/waiting?plan=${planId}`)
    expect((answer.json() as Waiting).blockers[0]?.holdCount).toBe(30)
    expect(statements.length).toBeLessThanOrEqual(20)
    const id = await assignmentOf(app, first, app.agencyId(HOME))
    const strip = await asked(`/api/waiting/assignments/${id}`)
    expect((strip.answer.json() as AssignmentWaits).waits).toHaveLength(30)
    expect(strip.statements.length).toBeLessThanOrEqual(20)
  })

  test('officers see their own agency first and the whole on asking', async () => {
    const own = (await commune('GET', '/api/waiting')).json() as Waiting
    expect(own.agency?.name).toBe('UBND xã Suối Mơ')
    const all = (await commune('GET', '/api/waiting?agency=all')).json() as Waiting
    expect(all.agency).toBeNull()
    expect(all.waiting.assignments).toBeGreaterThan(own.waiting.assignments)
  })
})

describe('what must be done first', () => {
  test('entered by the overseer or the head of the lead, by nobody else', async () => {
    const { ids } = await plan({ bearers: lead(HOME) }, { bearers: lead('Sở Công Thương') })
    const [id = '', other = ''] = ids
    for (const login of ['officer', 'commune', 'commune-head', 'leader', 'admin']) {
      const answer = await require(as(login), id, other)
      expect(answer.statusCode, login).toBe(403)
      expect(answer.json().title).toBe(words.waiting.notYours)
    }
    expect((await firstOf(commune, id)).whyNot).toBe(words.waiting.notYours)
    const head = as('head')
    expect((await firstOf(head, id)).whyNot).toBeNull()
    expect((await require(head, id, other)).statusCode).toBe(201)
    // The head of the one does not speak for the other.
    expect((await require(head, other, id)).statusCode).toBe(403)
    expect((await require(focal, other, id)).statusCode).toBe(201)
    expect(await firstOf(leader, id)).toMatchObject({
      requires: [
        {
          item: { id: other },
          state: 'open',
          reason: 'Cần có quy chế trước',
          by: 'Người dùng head',
          days: 0,
        },
      ],
      requiredBy: [{ item: { id: other } }],
    })
    const audits = await app.sql`
      select actor from audit_event where tenant_id = ${app.tenantId} and action = 'prerequisite.add' and subject_id = ${id}`
    expect(audits).toHaveLength(1)
  })

  test('sent twice it is one; said twice it is refused; of itself, of nothing and of what is not tracked too', async () => {
    const { ids } = await plan({ bearers: lead(HOME) }, { bearers: lead(HOME) }, { outcome: 'orientation' })
    const [id = '', other = '', loose = ''] = ids
    const key = randomUUID()
    const first = await require(focal, id, other, key)
    const again = await require(focal, id, other, key)
    expect([first.statusCode, again.statusCode]).toEqual([201, 201])
    expect(again.json()).toEqual(first.json())
    const code = async (from: string, to: string) => {
      const answer = await require(focal, from, to)
      return [answer.statusCode, answer.json().code]
    }
    expect(await code(id, other)).toEqual([409, 'prerequisite.known'])
    expect(await code(id, id)).toEqual([422, 'prerequisite.itself'])
    expect(await code(id, loose)).toEqual([422, 'prerequisite.untracked'])
    expect(await code(loose, id)).toEqual([422, 'prerequisite.untracked'])
    expect(await code(id, randomUUID())).toEqual([404, 'prerequisite.unknown'])
    expect(await code(randomUUID(), id)).toEqual([404, 'item.missing'])
    expect((await firstOf(leader, loose)).whyNot).toBe(words.waiting.faults.untracked)
    const short = await focal('POST', `/api/items/${id}/prerequisites`, {
      body: { requiresItemId: other, reason: ' ' },
    })
    expect([short.statusCode, short.json().code]).toEqual([422, 'request.invalid'])
    expect((await leader('GET', '/api/waiting?plan=khong')).statusCode).toBe(422)
    expect((await leader('GET', `/api/waiting/assignments/${randomUUID()}`)).statusCode).toBe(404)
    expect((await leader('GET', `/api/items/${randomUUID()}/prerequisites`)).statusCode).toBe(404)
  })

  test('taken away with a reason, by the same people, at the version seen', async () => {
    const { ids } = await plan({ bearers: lead(HOME) }, { bearers: lead('Sở Công Thương') })
    const [id = '', other = ''] = ids
    await require(focal, id, other)
    const { itemVersion: version } = await firstOf(focal, id)
    const remove = (who: Caller, some: { version?: number; key?: string; reason?: string } = {}) =>
      who('DELETE', `/api/items/${id}/prerequisites/${other}`, {
        body: { reason: some.reason ?? 'Quy chế đã có' },
        version: some.version ?? version,
        key: some.key ?? randomUUID(),
      })
    expect((await remove(commune)).statusCode).toBe(403)
    expect((await remove(focal, { version: version - 1 })).statusCode).toBe(412)
    expect((await remove(focal, { reason: '' })).statusCode).toBe(422)
    const key = randomUUID()
    const removed = await remove(focal, { key })
    expect(removed.statusCode, removed.body).toBe(200)
    expect((await remove(focal, { key })).json()).toEqual(removed.json())
    expect((await remove(focal)).statusCode).toBe(412)
    const gone = await remove(focal, { version: removed.json().itemVersion })
    expect([gone.statusCode, gone.json().code]).toEqual([404, 'prerequisite.missing'])
    expect((await firstOf(focal, id)).requires).toEqual([])
    const [audit] = await app.sql<{ detail: object }[]>`
      select detail from audit_event where tenant_id = ${app.tenantId} and action = 'prerequisite.remove'`
    expect(audit?.detail).toMatchObject({ reason: 'Quy chế đã có', said: 'Cần có quy chế trước' })
  })

  test('two at once: one is written, the other hears that it is there', async () => {
    const { ids } = await plan({ bearers: lead(HOME) }, { bearers: lead(HOME) })
    const [id = '', other = ''] = ids
    const answers = await Promise.all([require(focal, id, other), require(focal, id, other)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  })

  test('items are found without diacritics, the own plan first, never the item itself', async () => {
    const { ids } = await plan(
      { bearers: lead(HOME), quote: 'Xây dựng nghị quyết về đường sắt' },
      { bearers: lead(HOME), quote: 'Lập đề án đường sắt đô thị' },
    )
    const found = await focal('GET', `/api/waiting/items?not=${ids[0]}&q=duong%20sat`)
    expect(found.json().items.map(({ id }: { id: string }) => id)).toEqual([ids[1]])
  })

  test('once the required item is done nobody waits for it', async () => {
    const { planId, ids } = await plan({ bearers: lead('Sở Công Thương') }, { bearers: lead(HOME) })
    const [id = '', other = ''] = ids
    await require(focal, id, other)
    expect(ranked(await waiting(`plan=${planId}`))).toEqual([[HOME, 1, 0]])
    const bearing = await assignmentOf(app, other, app.agencyId(HOME))
    await take('officer', bearing, { kind: 'report', text: 'Xong', percent: 100 })
    await take('head', bearing, { kind: 'approve' })
    expect(ranked(await waiting(`plan=${planId}`))).toEqual([['Sở Tài chính', 2, 0]])
    await take('focal', bearing, { kind: 'confirm' })
    expect(ranked(await waiting(`plan=${planId}`))).toEqual([])
    expect((await firstOf(leader, id)).requires).toMatchObject([{ state: 'done' }])
  })
})
