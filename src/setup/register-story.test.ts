// The registers of the sample province: they hold by the kit's own rules, and every chart has something to say.
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyApp } from '../../test/database.ts'
import { cooperative } from '../register/cooperative.ts'
import { rowsAsOf } from '../register/kit/as-of.ts'
import type { Values } from '../register/kit/register.ts'
import { checkValues, warningsOf } from '../register/kit/values.ts'
import { REGISTERS } from '../register/registers.ts'
import { inWaves, makeStory } from './register-story.ts'
import { loadSample } from './sample.ts'

const FOLDER = join(import.meta.dirname, '../../sample')
const AGENCY = '00000000-0000-4000-8000-000000000000'
const story = makeStory(FOLDER, () => AGENCY)

let app: Awaited<ReturnType<typeof emptyApp>>
let tenantId: number
beforeAll(async () => {
  app = await emptyApp()
  tenantId = await app.sql.begin((tx) => loadSample(tx, app.clock.now()))
})
afterAll(() => app.close())

test('it is the same story every time', () => {
  expect(makeStory(FOLDER, () => AGENCY)).toEqual(story)
})

test('every row is right by its register, three codes apart', () => {
  for (const [register, rows] of story.rows)
    for (const { values } of rows)
      expect([register.name, checkValues(register, values, { day: '2026-11-21' })]).toEqual([
        register.name,
        [],
      ])
  const warned = story.rows.flatMap(([register, rows]) =>
    rows.flatMap(({ values }) => warningsOf(register, values)),
  )
  expect(warned.map(({ at }) => at)).toEqual(['code', 'code', 'code'])
})

test('what happened to rows are steps of their registers, each from where the last one led', () => {
  const now = new Map<string, Values>(
    story.rows.flatMap(([, rows]) => rows.map(({ id, values }) => [id, values])),
  )
  for (const { all } of inWaves(story.changes))
    for (const { register, id, act, values, day } of all) {
      const before = now.get(id) ?? {}
      const after = { ...before, ...values }
      const { states } = register
      const step = states?.steps[act]
      if (act !== 'change') {
        expect([register.name, act, step?.from]).toEqual([
          register.name,
          act,
          expect.arrayContaining([before[states?.column ?? '']]),
        ])
        expect(after[states?.column ?? '']).toBe(step?.to)
        for (const need of step?.needs ?? []) expect(after[need]).not.toBeNull()
      }
      expect(checkValues(register, after, { day: '2026-11-21' })).toEqual([])
      expect(day <= '2026-11-20').toBe(true)
      now.set(id, after)
    }
})

const cooperativesOn = async (day: string) => {
  const [row] = await app.sql<
    Record<'all' | 'active' | 'women' | 'chains' | 'software' | 'highTech', number>[]
  >`
    select count(*) filter (where status <> 'ended') as all, count(*) filter (where status = 'active') as active,
           count(*) filter (where woman_director and status = 'active') as women,
           count(*) filter (where value_chain and status = 'active') as chains,
           count(*) filter (where accounting_software and status = 'active') as software,
           count(*) filter (where high_tech and status = 'active') as "highTech"
    from ${rowsAsOf(app.sql, cooperative, tenantId, day)} as r where kind = 'cooperative'`
  return row
}

test('cooperatives grow over three years; of what the plan of 2026 wants, some is reached and some is not', async () => {
  const kinds = await app.sql`
    select kind, count(*) as n from cooperative where tenant_id = ${tenantId} group by kind order by kind`
  expect(kinds.map(({ kind, n }) => [kind, n])).toEqual([
    ['cooperative', 194],
    ['credit-fund', 6],
    ['group', 199],
    ['union', 1],
  ])
  expect(await cooperativesOn('2023-12-31')).toMatchObject({ all: 164, women: 37, chains: 24, highTech: 12 })
  expect(await cooperativesOn('2024-12-31')).toMatchObject({ all: 168, women: 42, chains: 31, highTech: 16 })
  expect(await cooperativesOn('2025-12-31')).toMatchObject({ all: 174, women: 47, chains: 39, highTech: 21 })
  // Wanted: 186 cooperatives, 45 in chains, 30 with software for their books.
  const now = await cooperativesOn('2026-11-20')
  expect(now).toEqual({ all: 182, active: 169, women: 53, chains: 47, software: 26, highTech: 27 })
})

test('the figures of the year come near the plan, and not all of them are in', async () => {
  const years = await app.sql<{ year: number; n: number; revenue: number; joined: number; losses: number }[]>`
    select year, count(*) as n, round(avg(revenue) / 1e9, 2)::float as revenue, sum(new_members) as joined,
           count(*) filter (where profit < 0) as losses
    from yearly_update
    join cooperative on cooperative.tenant_id = yearly_update.tenant_id and cooperative.id = yearly_update.cooperative
    where yearly_update.tenant_id = ${tenantId} and cooperative.kind = 'cooperative' group by year order by year`
  const [, , before, now] = years
  expect(years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026])
  expect(now?.n).toBeLessThan(0.75 * (before?.n ?? 0))
  // Wanted: 2.4 billion đồng on average, 1,450 more members.
  expect(now?.revenue).toBeGreaterThan(2.25)
  expect(now?.revenue).toBeLessThan(2.4)
  expect(now?.joined).toBeGreaterThan(900)
  expect(now?.joined).toBeLessThan(1450)
  expect(before?.losses).toBeGreaterThan(10)
  const [trained] = await app.sql<{ n: number }[]>`
    select sum(participants) as n from learning_event
    where tenant_id = ${tenantId} and kind = 'training' and held_on >= '2026-01-01'`
  // Wanted: 600 to 650.
  expect(trained?.n).toBe(618)
})

test('each chart has its story: a union, a dissolution, a late loan, a late answer, a warning', async () => {
  const { sql } = app
  const [told] = await sql<Record<string, number>[]>`
    select
      (select count(*) from cooperative where tenant_id = ${tenantId} and parent_union is not null) as union,
      (select count(*) from dissolution where tenant_id = ${tenantId} and status = 'settling') as dissolving,
      (select count(*) from cooperative_debt where tenant_id = ${tenantId} and status = 'owed') as debts,
      (select count(*) from fund_loan where tenant_id = ${tenantId} and status = 'lent' and due_on < '2026-11-20') as late,
      (select count(*) from petition where tenant_id = ${tenantId} and answered_on > due_on) as "lateAnswers",
      (select count(*) from petition where tenant_id = ${tenantId} and status = 'sent' and due_on < '2026-11-20') as waiting,
      (select count(*) from product where tenant_id = ${tenantId} and hs_code like '0409%' and 'Hoa Kỳ' = any(markets)) as touched`
  expect(told).toEqual({ union: 5, dissolving: 1, debts: 4, late: 1, lateAnswers: 1, waiting: 1, touched: 5 })
  const received = await sql<{ year: number; n: number }[]>`
    select year, count(*) as n from support where tenant_id = ${tenantId} group by year order by year`
  expect(received.map(({ n }) => n)).toEqual([41, 55, 63])
  const [links] = await sql<{ n: number }[]>`
    select count(distinct cooperative) as n from chain_link where tenant_id = ${tenantId}`
  expect(links?.n).toBe(47)
  const [keepers] = await sql<{ n: number }[]>`
    select count(distinct register) as n from register_keeper where tenant_id = ${tenantId}`
  expect(keepers?.n).toBe(REGISTERS.length)
})

test('two years are rated and confirmed, the first is locked', async () => {
  const rows = await app.sql<{ year: number; band: string; n: number }[]>`
    select year, band, count(*) as n from cooperative_rating where tenant_id = ${tenantId} group by year, band order by 1, 2`
  const of = (year: number) =>
    Object.fromEntries(rows.filter((row) => row.year === year).map(({ band, n }) => [band, n]))
  for (const year of [2024, 2025])
    expect(Object.keys(of(year)).sort()).toEqual(['average', 'fair', 'good', 'unrated', 'weak'])
  // Wanted for 2026: 62 % good and fair.
  const [before, after] = [2024, 2025].map((year) => {
    const { good = 0, fair = 0, average = 0, weak = 0 } = of(year)
    return (good + fair) / (good + fair + average + weak)
  })
  expect(before).toBeLessThan(after ?? 0)
  expect(after).toBeGreaterThan(0.6)
  expect(after).toBeLessThan(0.8)
  const [locks] = await app.sql`select count(*) as n from assessment_lock where tenant_id = ${tenantId}`
  expect(locks?.n).toBe(1)
})
