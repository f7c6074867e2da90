// One step lays a plan of 179 duties on all 95 communes of a province: 17,005 assignments, counted and audited.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { insertAgency } from '../agency/queries.ts'
import { getActor } from '../identity/queries.ts'
import type { DraftPlan } from '../reading/draft.ts'
import { rebuildWork } from '../task/rebuild.ts'
import { Publication } from './plan.ts'
import { createDraft, publishPlan } from './publish.ts'

const COMMUNES = 95
const DUTIES = 179

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
  // Three are there already.
  for (let n = 3; n < COMMUNES; n++)
    await insertAgency(
      app.sql,
      app.tenantId,
      randomUUID(),
      { name: `UBND xã Thử ${n}`, kind: 'commune', code: null, parentId: null, aliases: [] },
      app.clock.now(),
    )
})
afterAll(() => app.close())

const draft = {
  document: {
    number: '1/KH-UBND',
    type: 'KH',
    title: 'Kế hoạch',
    issuer: '',
    date: '2026-10-01',
    period: null,
  },
  tasks: Array.from({ length: DUTIES }, (_, n) => ({
    ...{
      id: `t${n}`,
      origin: 'body',
      section: `II.${n}`,
      quote: `Việc số ${n} của các xã, phường`,
      spans: [],
    },
    ...{ lead: ['UBND các xã, phường'], coordinating: ['Sở Nội vụ'], deliverables: [], repeats: null },
    due: { text: 'trước 31/12/2026', kind: 'date', from: null, to: '2026-12-31' },
  })),
  ...{ outline: [], references: [], indicators: [], reporting: [], findings: [], unread: [] },
} as unknown as DraftPlan

test('179 duties on 95 communes are published in one step, the counters in line', async () => {
  const { sql, tenantId, clock } = app
  const focal = await getActor(sql, tenantId, app.accountId('focal'), clock.today())
  const at = clock.now()
  const document = { door: 'text' as const, lines: [], notices: [] }
  const id = await sql.begin((tx) =>
    createDraft(tx, focal, { fileName: 'x', files: [], document, draft }, at),
  )
  const publication = Publication.parse({ overseerId: app.agencyId('Sở Tài chính') })
  const began = performance.now()
  const { assignments } = await sql.begin((tx) =>
    publishPlan(tx, focal, id, 1, publication, { at, today: clock.today() }),
  )
  const took = performance.now() - began
  console.log(`${DUTIES} × ${COMMUNES} published in ${Math.round(took)} ms`)
  expect(assignments).toBe(DUTIES * COMMUNES)
  // About a second on an idle machine; what grows with the square of the duties would take minutes on any.
  expect(took).toBeLessThan(20_000)
  const [counted] =
    await sql`select sum(n)::int as n from assignment_count where plan_id = ${id} and role = 'lead'`
  expect(counted?.n).toBe(DUTIES * COMMUNES)
  expect((await rebuildWork(sql, tenantId, { isMending: false })).differences).toEqual([])
}, 60_000)
