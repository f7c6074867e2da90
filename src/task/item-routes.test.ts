import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { assignmentOf, dueBy, newItem, planWithWork } from '../../test/work.ts'
import { rebuildCounts } from './counts.ts'
import { openPeriods } from './create-work.ts'
import type { ItemDetail } from './item-work.ts'
import type { NewItem } from './task.ts'

let app: Awaited<ReturnType<typeof testApp>>
let focal: Awaited<ReturnType<typeof app.signIn>>
let officer: Awaited<ReturnType<typeof app.signIn>>
beforeAll(async () => {
  app = await testApp()
  focal = await app.signIn('focal')
  officer = await app.signIn('officer')
})
afterAll(() => app.close())
beforeEach(() => app.clock.set('2026-11-21T02:00:00Z'))

const communes = () => ['UBND xã Suối Mơ', 'UBND xã Đồi Chè', 'UBND phường Cầu Mây'].map(app.agencyId)
const planOf = async (item: Partial<NewItem>) => {
  const made = newItem(1, item)
  await planWithWork(app, [made])
  return made.id
}
const read = async (id: string): Promise<ItemDetail> => (await focal('GET', `/api/items/${id}`)).json()
/** From the first receipt to the overseer's confirmation, by people of the agency and of the overseer. */
async function finish(assignmentId: string, agency: string) {
  const now = app.clock.now()
  await app.sql`
    update account set agency_id = ${agency} where tenant_id = ${app.tenantId} and login in ('commune', 'commune-head')`
  const writer = await app.signIn('commune')
  const head = await app.signIn('commune-head')
  const steps: [typeof writer, object][] = [
    [writer, { kind: 'report', text: 'Đã làm xong', percent: 100 }],
    [head, { kind: 'approve' }],
    [focal, { kind: 'confirm' }],
  ]
  let version = 1
  for (const [who, body] of steps) {
    const answer = await who('POST', `/api/work/${assignmentId}/steps`, { body, version })
    expect(answer.statusCode, answer.body).toBe(201)
    version = answer.json().version
  }
  return now
}
const counters = async (table: string) => [
  ...(await app.sql.unsafe(
    `select * from ${table} where tenant_id = ${app.tenantId} and n <> 0 order by 1,2,3,4,5,6`,
  )),
]

describe('when an item is done', () => {
  test('by all: only when the last agency is confirmed', async () => {
    const id = await planOf({ outcome: 'each', bearers: communes(), due: dueBy('2026-12-31') })
    for (const [index, agency] of communes().entries()) {
      expect((await read(id)).state).toBe('open')
      await finish(await assignmentOf(app, id, agency), agency)
      expect((await read(id)).state).toBe(index === 2 ? 'done' : 'open')
    }
    expect(await read(id)).toMatchObject({ doneOn: '2026-11-21', dueOn: '2026-12-31' })
  })

  test('by a share: as soon as it is reached, and no longer when the rule is raised', async () => {
    const id = await planOf({
      ...{ outcome: 'each', bearers: communes(), due: dueBy('2026-12-31') },
      completion: { rule: 'share', share: 60 },
    })
    const [first = '', second = ''] = communes()
    await finish(await assignmentOf(app, id, first), first)
    expect((await read(id)).state).toBe('open')
    await finish(await assignmentOf(app, id, second), second)
    const { state, version } = await read(id)
    expect(state).toBe('done')
    const body = { completion: 'all', share: null }
    expect((await focal('PATCH', `/api/items/${id}/completion`, { body, version })).statusCode).toBe(200)
    expect((await read(id)).state).toBe('open')
  })

  test('on the overseer’s word, which can be taken back; nobody else may say it', async () => {
    const id = await planOf({
      ...{ outcome: 'each', bearers: communes(), due: dueBy('2026-11-20') },
      completion: { rule: 'word', share: null },
    })
    const body = { done: true, text: 'Đã nghiệm thu tại hội nghị' }
    expect((await officer('POST', `/api/items/${id}/word`, { body, version: 1 })).statusCode).toBe(403)
    const said = await focal('POST', `/api/items/${id}/word`, { body, version: 1 })
    expect(said.statusCode, said.body).toBe(200)
    expect(await read(id)).toMatchObject({ state: 'done', wordBy: 'Người dùng focal', wordOn: '2026-11-21' })
    expect((await focal('POST', `/api/items/${id}/word`, { body, version: 1 })).statusCode).toBe(412)
    const back = { done: false, text: 'Chưa đủ căn cứ' }
    await focal('POST', `/api/items/${id}/word`, { body: back, version: 2 })
    expect((await read(id)).state).toBe('open')
  })

  test('an item by its assignments takes no word', async () => {
    const id = await planOf({ bearers: [app.agencyId('Sở Nội vụ')] })
    const body = { done: true, text: 'Xong' }
    expect((await focal('POST', `/api/items/${id}/word`, { body, version: 1 })).statusCode).toBe(409)
  })
})

describe('an event', () => {
  test('waits, and its day starts the deadline of all who bear it', async () => {
    const id = await planOf({
      ...{ outcome: 'each', bearers: communes(), event: 'Khi nghị định có hiệu lực' },
      due: { text: 'Khi nghị định có hiệu lực', kind: 'conditional', from: null, to: null },
    })
    expect((await read(id)).dueOn).toBeNull()
    const body = { eventOn: '2026-11-20', dueOn: '2026-12-20', text: 'Nghị định 1/2026' }
    expect((await officer('POST', `/api/items/${id}/event`, { body, version: 1 })).statusCode).toBe(403)
    const ahead = { ...body, eventOn: '2026-11-22' }
    expect((await focal('POST', `/api/items/${id}/event`, { body: ahead, version: 1 })).statusCode).toBe(422)
    const done = await focal('POST', `/api/items/${id}/event`, { body, version: 1 })
    expect(done.statusCode, done.body).toBe(200)
    const item = await read(id)
    expect(item).toMatchObject({ dueOn: '2026-12-20', eventOn: '2026-11-20' })
    expect(item.assignments.map(({ dueOn }) => dueOn)).toEqual(Array(3).fill('2026-12-20'))
    const task = (await officer('GET', `/api/work/${item.assignments[0]?.id}`)).json()
    expect(task.steps).toMatchObject([{ kind: 'schedule', dueOn: '2026-12-20' }])
  })

  test('that nobody waits for is refused', async () => {
    const id = await planOf({ bearers: [app.agencyId('Sở Nội vụ')] })
    const body = { eventOn: '2026-11-20', dueOn: null }
    expect((await focal('POST', `/api/items/${id}/event`, { body, version: 1 })).statusCode).toBe(409)
  })
})

describe('people in charge', () => {
  test('are set by the overseer; a stranger and an old version are refused', async () => {
    const id = await planOf({ bearers: [app.agencyId('Sở Nội vụ')] })
    const body = { leaderId: app.accountId('leader'), followerId: app.accountId('focal') }
    expect((await officer('PATCH', `/api/items/${id}/people`, { body, version: 1 })).statusCode).toBe(403)
    expect((await focal('PATCH', `/api/items/${id}/people`, { body, version: 1 })).statusCode).toBe(200)
    expect((await focal('PATCH', `/api/items/${id}/people`, { body, version: 1 })).statusCode).toBe(412)
    const stranger = { ...body, leaderId: randomUUID() }
    expect((await focal('PATCH', `/api/items/${id}/people`, { body: stranger, version: 2 })).statusCode).toBe(
      422,
    )
    expect((await read(id)).leader?.name).toBe('Người dùng leader')
  })
})

describe('a sub-duty', () => {
  const form = () => ({
    ...{ agencyIds: [app.agencyId('Sở Công Thương')], duty: 'Cung cấp số liệu', dueOn: '2026-12-01' },
  })
  test('is given by the lead, counted beside what agencies lead, confirmed by the lead', async () => {
    const id = await planOf({ bearers: [app.agencyId('Sở Nội vụ')], due: dueBy('2026-12-15') })
    const head = await app.signIn('head')
    expect((await officer('POST', `/api/items/${id}/sub-duties`, { body: form() })).statusCode).toBe(403)
    const key = randomUUID()
    const made = await head('POST', `/api/items/${id}/sub-duties`, { body: form(), key })
    expect(made.statusCode, made.body).toBe(201)
    expect((await head('POST', `/api/items/${id}/sub-duties`, { body: form(), key })).json()).toEqual(
      made.json(),
    )
    expect((await head('POST', `/api/items/${id}/sub-duties`, { body: form() })).statusCode).toBe(409)
    const [part] = made.json().ids
    expect((await focal('GET', `/api/work/${part}`)).json()).toMatchObject({
      ...{ role: 'coordinating', duty: 'Cung cấp số liệu', dueOn: '2026-12-01' },
      plan: { overseer: { name: 'Sở Nội vụ' } },
    })
    const { counts } = (await focal('GET', '/api/work/counts?role=coordinating&agency=all')).json()
    expect(counts.all).toBe(1)
    expect((await read(id)).state).toBe('open')
  })

  test('is not given to the lead itself, nor for a day gone by', async () => {
    const id = await planOf({ bearers: [app.agencyId('Sở Nội vụ')] })
    const own = { ...form(), agencyIds: [app.agencyId('Sở Nội vụ')] }
    expect((await focal('POST', `/api/items/${id}/sub-duties`, { body: own })).statusCode).toBe(409)
    const late = { ...form(), dueOn: '2026-11-20' }
    expect((await focal('POST', `/api/items/${id}/sub-duties`, { body: late })).statusCode).toBe(422)
  })
})

describe('periods', () => {
  test('a recurring duty has one assignment a period; the next round opens once, for all who had it', async () => {
    const id = await planOf({ outcome: 'each', bearers: communes(), every: 'quarter' })
    expect((await read(id)).assignments.map(({ period, dueOn }) => [period, dueOn])).toEqual(
      Array(3).fill(['2026-Q4', '2026-12-14']),
    )
    const open = () =>
      app.sql.begin((tx) => openPeriods(tx, app.tenantId, { at: app.clock.now(), today: app.clock.today() }))
    expect(await open()).toBe(0)
    app.clock.set('2026-12-15T02:00:00Z')
    focal = await app.signIn('focal')
    expect(await open()).toBe(3)
    expect(await open()).toBe(0)
    const item = await read(id)
    expect(item.assignments.filter(({ period }) => period === '2027-Q1')).toHaveLength(3)
    expect(item.dueOn).toBe('2027-03-14')
  })
})

test('after all of this the counters are those rebuilt from the rows', async () => {
  const before = [await counters('assignment_count'), await counters('item_count')]
  await app.sql.begin((tx) => rebuildCounts(tx, app.tenantId))
  expect([await counters('assignment_count'), await counters('item_count')]).toEqual(before)
})
