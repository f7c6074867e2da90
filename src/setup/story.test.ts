// The sample province as a visitor finds it: the whole story taken, with work in every state.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyApp } from '../../test/database.ts'
import { rebuildCounts } from '../task/counts.ts'
import { deleteTenant } from './queries.ts'
import { loadSample } from './sample.ts'

let app: Awaited<ReturnType<typeof emptyApp>>
let tenantId: number
beforeAll(async () => {
  app = await emptyApp()
  tenantId = await app.sql.begin((tx) => loadSample(tx, app.clock.now()))
})
afterAll(() => app.close())

test('both plans are published and every step of the story was taken', async () => {
  const story = JSON.parse(readFileSync(join(import.meta.dirname, '../../sample/story.json'), 'utf8')) as {
    plans: { steps: unknown[] }[]
  }
  const plans = await app.sql`select status from plan where tenant_id = ${tenantId}`
  expect(plans.map((plan) => plan.status)).toEqual(['published', 'published'])
  const [steps] = await app.sql`select count(*) as n from step where tenant_id = ${tenantId}`
  expect(steps?.n).toBe(story.plans.flatMap((plan) => plan.steps).length)
  const files = await app.sql`select name from step_file where tenant_id = ${tenantId}`
  expect(files.length).toBeGreaterThan(0)
})

test('there is work in every state, and some of it is late', async () => {
  const rows = await app.sql`
    select status, count(*) filter (where due_on < ${app.clock.today()} and status <> 'done') as late
    from assignment where tenant_id = ${tenantId} group by status`
  expect(rows.map((row) => row.status).sort()).toEqual(['active', 'approved', 'assigned', 'done', 'reported'])
  expect(rows.reduce((sum, row) => sum + row.late, 0)).toBeGreaterThan(0)
})

test('difficulties stand in every state a visitor should see, and the clock has handed one to the leaders', async () => {
  const rows = await app.sql`
    select status, count(*) as n, bool_or(with_leaders) as "withLeaders" from difficulty
    where tenant_id = ${tenantId} group by status order by status`
  expect(rows.map(({ status, n }) => [status, n])).toEqual([
    ['closed', 1],
    ['joined', 1],
    ['raised', 3],
    ['sent', 2],
  ])
  expect(rows.at(-1)?.withLeaders).toBe(true)
  const [days] = await app.sql`select count(*) as n from day_off where tenant_id = ${tenantId}`
  expect(days?.n).toBe(11)
})

test('people talk about the work, are named, and the plans were made known', async () => {
  const [talk] = await app.sql`
    select count(*) as n, count(distinct subject_kind) as kinds from comment where tenant_id = ${tenantId}`
  expect(talk).toEqual({ n: 7, kinds: 2 })
  const [named] = await app.sql`
    select count(*) as n from mention
    join account on account.tenant_id = mention.tenant_id and account.id = mention.account_id
    where mention.tenant_id = ${tenantId} and account.login = 'mau.chutich' and read_at is null`
  expect(named?.n).toBe(1)
  const sessions = await app.sql`select distinct agency_id from dissemination where tenant_id = ${tenantId}`
  expect(sessions).toHaveLength(5)
})

test('the counters say what the assignments say', async () => {
  const read = () => app.sql`
    select plan_id, agency_id, role, due_on, state, n from assignment_count where tenant_id = ${tenantId} and n <> 0
    order by 1, 2, 3, 4, 5`
  const kept = [...(await read())]
  await app.sql.begin((tx) => rebuildCounts(tx, tenantId))
  expect([...(await read())]).toEqual(kept)
})

test('duties were reminded of, and a letter that urges is being written', async () => {
  const [urged] = await app.sql<{ rungs: number; letters: number }[]>`
    select count(*) filter (where kind = 'rung') as rungs, count(*) filter (where kind = 'letter') as letters
    from urge where tenant_id = ${tenantId}`
  expect(urged?.rungs).toBeGreaterThan(3)
  expect(urged?.letters).toBeGreaterThan(0)
})

test('it can be removed and opened again', async () => {
  await app.sql.begin((tx) => deleteTenant(tx, tenantId))
  const again = await app.sql.begin((tx) => loadSample(tx, app.clock.now()))
  expect(again).toBe(tenantId + 1)
})
