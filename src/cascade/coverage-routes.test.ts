import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { newItem, planWithWork } from '../../test/work.ts'
import type { Coverage } from './coverage.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<App['signIn']>>
let app: App
let as: Record<'officer' | 'focal' | 'commune' | 'leader', Caller>
let parentId: string
let childId: string
let [training, market, awards, lesson]: string[] = []

beforeAll(async () => {
  app = await testApp()
  const logins = ['officer', 'focal', 'commune', 'leader'] as const
  as = Object.fromEntries(
    await Promise.all(logins.map(async (login) => [login, await app.signIn(login)])),
  ) as typeof as
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.sql`update plan set number = null where tenant_id = ${app.tenantId}`
  const above = [
    newItem(1, {
      quote: 'Mở các lớp bồi dưỡng kỹ năng quản trị cho giám đốc hợp tác xã',
      section: 'II.1',
      bearers: [app.agencyId('Sở Nội vụ')],
    }),
    newItem(2, { quote: 'Hỗ trợ hợp tác xã đưa nông sản lên sàn thương mại điện tử', section: 'II.2' }),
    newItem(3, { quote: 'Biểu dương hợp tác xã tiêu biểu', section: 'III.1', outcome: 'orientation' }),
  ]
  const below = [newItem(1, { quote: 'Bồi dưỡng kỹ năng quản trị cho giám đốc hợp tác xã trong xã' })]
  ;[training, market, awards, lesson] = [...above, ...below].map(({ id }) => id)
  parentId = (await planWithWork(app, above, { number: '15/CTr-UBND', title: 'Chương trình' })).planId
  childId = (await planWithWork(app, below, { number: '7/KH-SNV', title: 'Kế hoạch của Sở' })).planId
  await app.sql`update plan set overseer_id = ${app.agencyId('Sở Nội vụ')} where tenant_id = ${app.tenantId} and id = ${childId}`
  await app.sql`
    insert into plan_reference (tenant_id, plan_id, ordinal, number, type, day, issuer, relation)
    values (${app.tenantId}, ${childId}, 1, '15/ctr-ubnd', 'CTr', '2026-01-05', 'UBND tỉnh', 'implements'),
           (${app.tenantId}, ${childId}, 2, '27-CTr/TU', 'CTr', '2025-12-26', 'Tỉnh ủy', 'implements'),
           (${app.tenantId}, ${childId}, 3, '77/2015/QH13', 'Luật', null, null, 'basis')`
})

const read = async (caller = as.leader, of = childId) =>
  (await caller('GET', `/api/plans/${of}/coverage`)).json() as Coverage
const judge = (caller: Caller, version: number, state: string, [child, parent] = [lesson, training]) =>
  caller('PUT', `/api/plans/${childId}/coverage/${child}/${parent}`, { version, body: { state } })

test('the parent that is here is compared; the one that is only cited is said to be missing', async () => {
  const seen = await read()
  expect(seen.parents).toMatchObject([
    { plan: { id: parentId, isPublished: true }, number: '15/ctr-ubnd', how: 'cited' },
    { plan: null, number: '27-CTr/TU', day: '2025-12-26', issuer: 'Tỉnh ủy' },
  ])
  expect(seen.parent).toMatchObject({ id: parentId })
  expect(seen.clauses.map(({ id, isOwn }) => [id, isOwn])).toEqual([
    [training, true],
    [market, false],
    [awards, false],
  ])
  expect(seen.agency?.name).toBe('Sở Nội vụ')
  expect(seen.links).toMatchObject([{ childId: lesson, parentId: training, kind: 'suggested', version: 0 }])
  expect(seen.links[0]?.shared).toContain('giám đốc hợp tác xã')
  const above = await read(as.leader, parentId)
  expect([above.parents, above.parent, above.children.map(({ id }) => id)]).toEqual([[], null, [childId]])
  expect((await as.leader('GET', `/api/plans/${childId}/coverage?parent=${randomUUID()}`)).statusCode).toBe(
    404,
  )
  expect((await as.leader('GET', `/api/plans/${randomUUID()}/coverage`)).statusCode).toBe(404)
  expect((await app.server.inject(`/api/plans/${childId}/coverage`)).statusCode).toBe(401)
})

test('a suggestion is accepted or rejected by who has to do with the plans, and stays so', async () => {
  for (const caller of [as.commune, as.leader])
    expect((await judge(caller, 0, 'accepted')).statusCode).toBe(403)
  const done = await judge(as.officer, 0, 'accepted')
  expect([done.statusCode, done.json()]).toEqual([200, { version: 1 }])
  expect((await judge(as.focal, 0, 'rejected')).statusCode).toBe(412)
  expect((await read()).links).toMatchObject([{ kind: 'accepted', by: 'Người dùng officer', version: 1 }])
  expect((await judge(as.focal, 1, 'rejected')).statusCode).toBe(200)
  expect((await read()).links).toMatchObject([{ kind: 'rejected', version: 2 }])
  expect((await judge(as.focal, 2, 'open')).statusCode).toBe(200)
  expect((await read()).links).toMatchObject([{ kind: 'suggested', version: 3 }])
  // What shares no word may be joined by hand.
  expect((await judge(as.officer, 0, 'accepted', [lesson, awards])).statusCode).toBe(200)
  expect((await read()).links).toHaveLength(2)
  const kept = await app.sql`
    select 1 from audit_event where tenant_id = ${app.tenantId} and action = 'coverage.judge' and subject_id = ${lesson ?? ''}`
  expect(kept).toHaveLength(4)
})

test('what is no pair is refused', async () => {
  expect((await judge(as.officer, 0, 'maybe')).statusCode).toBe(422)
  expect((await judge(as.officer, 0, 'accepted', [training, lesson])).statusCode).toBe(404)
  expect((await judge(as.officer, 0, 'accepted', [randomUUID(), training])).statusCode).toBe(404)
})

test('a person says that one plan carries out another, once, and takes it back', async () => {
  const other = await planWithWork(app, [newItem(1)], { number: '99/KH-UBND', title: 'Kế hoạch khác' })
  const say = (caller: Caller, parent: string, key = randomUUID()) =>
    caller('POST', `/api/plans/${childId}/parents`, { body: { parentId: parent }, key })
  expect((await say(as.commune, other.planId)).statusCode).toBe(403)
  expect((await say(as.officer, childId)).statusCode).toBe(422)
  expect((await say(as.officer, randomUUID())).statusCode).toBe(404)
  const key = randomUUID()
  expect((await say(as.officer, other.planId, key)).statusCode).toBe(201)
  expect((await say(as.officer, other.planId, key)).statusCode).toBe(201)
  expect((await read()).parents.at(-1)).toMatchObject({ plan: { id: other.planId }, how: 'said', version: 1 })
  const back = await as.focal('POST', `/api/plans/${other.planId}/parents`, { body: { parentId: childId } })
  expect(back.statusCode).toBe(409)
  const drop = (version: number) =>
    as.officer('DELETE', `/api/plans/${childId}/parents/${other.planId}`, { version })
  expect((await drop(4)).statusCode).toBe(412)
  expect((await drop(1)).statusCode).toBe(204)
  expect((await read()).parents).toHaveLength(2)
})
