// After any corrections among any steps: what is cached follows from the facts, and no assignment is lost or doubled.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { runs } from '../../test/nightly.ts'
import { dueBy, newItem, planWithWork, UNDATED } from '../../test/work.ts'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { getActor } from '../identity/queries.ts'
import { rebuildWork } from '../task/rebuild.ts'
import { takeStep } from '../task/steps.ts'
import type { StepForm } from '../task/work.ts'
import { correctItem } from './correct.ts'
import type { CorrectionForm } from './correction.ts'

let app: Awaited<ReturnType<typeof testApp>>
const actors: Record<string, Actor> = {}
beforeAll(async () => {
  app = await testApp()
  for (const login of ['focal', 'officer', 'head', 'commune', 'commune-head']) {
    const actor = await getActor(app.sql, app.tenantId, app.accountId(login), app.clock.today())
    if (actor) actors[login] = actor
  }
})
afterAll(() => app.close())

const AGENCIES = ['Sở Nội vụ', 'UBND xã Suối Mơ', 'Sở Công Thương', 'UBND xã Đồi Chè']
const agencies = (most: number) => fc.subarray(AGENCIES, { maxLength: most })

type Change = Omit<CorrectionForm, 'bearers' | 'coordinators'> & {
  bearers?: string[]
  coordinators?: string[]
}
const change: fc.Arbitrary<Change> = fc.record(
  {
    reason: fc.constant('Đọc nhầm'),
    section: fc.constantFrom('IV', 'V', 'VI'),
    due: fc.constantFrom(UNDATED, dueBy('2026-10-01'), dueBy('2026-12-31'), dueBy('2027-06-30')),
    outcome: fc.constantFrom('assign' as const, 'each' as const, 'orientation' as const),
    bearers: agencies(3),
    coordinators: agencies(2),
    completion: fc.constantFrom(
      { rule: 'all' as const, share: null },
      { rule: 'share' as const, share: 50 },
      { rule: 'word' as const, share: null },
    ),
    every: fc.constantFrom(null, 'month' as const, 'quarter' as const, 'year' as const),
    event: fc.constantFrom(null, 'khi có văn bản của Trung ương'),
  },
  { requiredKeys: ['reason'] },
)
const STEPS: StepForm[] = [
  { kind: 'receive' },
  { kind: 'report', text: 'Đã làm', percent: 100, nothing: false, figures: [], files: [] },
  { kind: 'approve', text: '' },
  { kind: 'confirm', text: '' },
  { kind: 'extend', until: '2027-08-01', text: '' },
  { kind: 'close', text: 'Không còn cần' },
  { kind: 'reopen', text: 'Làm tiếp' },
]
const act = fc.oneof(
  fc.record({ item: fc.nat(2), change }),
  fc.record({ item: fc.nat(2), row: fc.nat(20), step: fc.constantFrom(...STEPS) }),
)

test('whatever is corrected among whatever steps, counters and caches are those of the facts', async () => {
  let carriedOut = 0
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 14 }), async (acts) => {
      const id = app.agencyId
      const items = [
        newItem(1, {
          bearers: [id('Sở Nội vụ')],
          due: dueBy('2026-11-30'),
          coordinators: [id('Sở Công Thương')],
        }),
        newItem(2, {
          outcome: 'each',
          bearers: AGENCIES.slice(0, 3).map(id),
          due: UNDATED,
          every: 'quarter',
        }),
        newItem(3, { outcome: 'orientation' }),
      ]
      const { planId } = await planWithWork(app, items)
      await app.sql`update plan set sub_duty_days = 5 where id = ${planId}`
      for (const one of acts) {
        const itemId = items[one.item]?.id ?? ''
        carriedOut += 'change' in one ? await correct(itemId, one.change) : await step(itemId, one)
      }
      const { differences } = await rebuildWork(app.sql, app.tenantId, { isMending: false })
      expect(differences).toEqual([])
      // One agency never bears the same duty of one period twice; a tracked duty that is open is borne by somebody.
      expect(
        await app.sql`
          select 1 from assignment where plan_id = ${planId} and status <> 'closed' and role = 'lead'
          group by item_id, agency_id, period having count(*) > 1`,
      ).toHaveLength(0)
      expect(
        await app.sql`
          select 1 from item where plan_id = ${planId} and outcome not in ('assign', 'each')
            and exists (select 1 from assignment where item_id = item.id and status not in ('closed', 'done'))`,
      ).toHaveLength(0)
    }),
    { numRuns: runs(12), endOnFailure: true },
  )
  expect(carriedOut).toBeGreaterThan(30)
})

const ifExpected = (error: unknown): 0 => {
  if (error instanceof Refusal) return 0
  throw error
}

async function correct(itemId: string, { bearers, coordinators, ...form }: Change): Promise<number> {
  const [row] = await app.sql<{ version: number }[]>`select version from item where id = ${itemId}`
  const focal = actors.focal as Actor
  const full: CorrectionForm = {
    ...form,
    ...(bearers ? { bearers: bearers.map(app.agencyId) } : {}),
    ...(coordinators ? { coordinators: coordinators.map(app.agencyId) } : {}),
  }
  const now = { at: app.clock.now(), today: app.clock.today() }
  return app.sql
    .begin((tx) => correctItem(tx, focal, itemId, row?.version ?? 0, full, now))
    .then(() => 1, ifExpected)
}

async function step(itemId: string, { row, step: form }: { row: number; step: StepForm }): Promise<number> {
  const rows = await app.sql<{ id: string; version: number }[]>`
    select id, version from assignment where item_id = ${itemId} order by id`
  const one = rows[row % Math.max(1, rows.length)]
  if (!one) return 0
  const now = { at: app.clock.now(), today: app.clock.today() }
  for (const actor of Object.values(actors)) {
    const taken = await app.sql
      .begin((tx) => takeStep(tx, actor, one.id, one.version, form, now))
      .then(() => 1, ifExpected)
    if (taken) return 1
  }
  return 0
}
