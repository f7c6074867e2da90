// What the publish dialog says is what publishing makes, whatever was decided about the duties.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { runs, TIME } from '../../test/nightly.ts'
import { getActor } from '../identity/queries.ts'
import type { DraftPlan, Due } from '../reading/draft.ts'
import { rebuildWork } from '../task/rebuild.ts'
import { makingOf } from './follow.ts'
import { Publication } from './plan.ts'
import { addEdit, createDraft, knownOf, publishPlan } from './publish.ts'
import { directoryFor, resolve } from './resolve.ts'
import { type Edit, EVERY_CHOICES, foldReview } from './review.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const DUES: Due[] = [
  { text: '30/6', kind: 'date', from: null, to: '2027-06-30' },
  { text: 'hằng năm', kind: 'annual', from: null, to: null },
  { text: 'thường xuyên', kind: 'ongoing', from: null, to: null },
  { text: 'sau khi có Nghị quyết', kind: 'conditional', from: null, to: null },
  { text: '', kind: 'none', from: null, to: null },
]
const draft = {
  document: { number: '1/KH', type: 'KH', title: 'Kế hoạch', issuer: '', date: '2026-10-01', period: null },
  tasks: DUES.map((due, n) => ({
    ...{
      id: `t${n}`,
      origin: 'body',
      section: `I.${n}`,
      quote: `Việc ${n}`,
      spans: [],
      due,
      deliverables: [],
    },
    lead: [n % 2 ? 'UBND các xã, phường' : 'Sở Nội vụ'],
    ...{ coordinating: ['Sở Công Thương', 'Sở Tài chính'], repeats: null },
  })),
  ...{ outline: [], references: [], indicators: [], reporting: [], findings: [], unread: [] },
} as unknown as DraftPlan

const ids = fc.subarray(
  draft.tasks.map(({ id }) => id),
  { minLength: 1 },
)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('every' as const), ids, every: fc.constantFrom(...EVERY_CHOICES) }),
  fc.record({ kind: fc.constant('event' as const), ids, event: fc.constantFrom('', 'khi có kinh phí') }),
  fc.record({
    kind: fc.constant('outcome' as const),
    ids,
    outcome: fc.constantFrom('assign' as const, 'each' as const, 'orientation' as const),
  }),
)
const publication = fc.record({
  subDutyDays: fc.constantFrom(null, 0, 10),
  every: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
})

test('what is said before publishing is what is made', { ...TIME }, async () => {
  const { sql, tenantId, clock } = app
  const now = { at: clock.now(), today: clock.today() }
  const focal = await getActor(sql, tenantId, app.accountId('focal'), now.today)
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 6 }), publication, async (edits, laid) => {
      const document = { door: 'text' as const, lines: [], notices: [] }
      // Somebody leads every duty alone, unless all communes do: giao of a group is not publishable.
      const decided: Edit[] = edits.filter((one) => one.kind !== 'outcome' || one.outcome !== 'assign')
      const planId = await sql.begin(async (tx) => {
        const id = await createDraft(tx, focal, { fileName: 'x', bytes: null, document, draft }, now.at)
        let version = 1
        for (const one of decided) version = await addEdit(tx, focal, id, version, one, now.at)
        const directory = directoryFor(draft.document, await knownOf(tx, tenantId, now.today))
        const { items, tracked } = resolve(foldReview(draft, decided), directory)
        if (tracked === 0) return null
        const making = makingOf(items, laid)
        const form = Publication.parse({ overseerId: app.agencyId('Sở Tài chính'), ...laid })
        const { assignments } = await publishPlan(tx, focal, id, version, form, now)
        const [made] = await tx`
          select (select count(*)::int from item where plan_id = ${id} and outcome in ('assign', 'each')) as tracked,
            (select count(*)::int from assignment where plan_id = ${id} and role = 'lead') as assignments,
            (select count(*)::int from assignment where plan_id = ${id} and role = 'coordinating') as parts,
            (select count(*)::int from item where plan_id = ${id} and every is not null and outcome in ('assign', 'each')) as periodic,
            (select count(*)::int from item where plan_id = ${id} and event is not null and outcome in ('assign', 'each')) as waiting,
            (select count(*)::int from item where plan_id = ${id} and outcome in ('assign', 'each') and due_on is null
               and every is null and event is null) as undated`
        const { items: _, proposed: __, ...said } = making
        expect(made).toEqual(said)
        expect(assignments).toBe(making.assignments)
        return id
      })
      if (planId) expect((await rebuildWork(sql, tenantId, { isMending: false })).differences).toEqual([])
    }),
    { numRuns: runs(10) },
  )
})
