// Long chains and circles of what must be done first, read in one question.
import { performance } from 'node:perf_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { statementsOf } from '../../test/queries.ts'
import { assignmentOf, dueBy, newItem, planWithWork } from '../../test/work.ts'
import { tellAssignment } from './assignment-waits.ts'
import { gatherFrom } from './facts.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

/** Items each of which requires the next, the last one those of `back`; the assignments of the first and the last. */
async function chain(length: number, back: number | null) {
  const { sql, tenantId, clock } = app
  const office = app.agencyId('Sở Nội vụ')
  const items = Array.from({ length }, (_, i) =>
    newItem(i + 1, { bearers: [office], due: dueBy('2026-12-31') }),
  )
  await planWithWork(app, items)
  const pairs = items.slice(1).map(({ id }, i) => [items[i]?.id ?? '', id] as const)
  const target = back === null ? undefined : items[back]
  if (target) pairs.push([items.at(-1)?.id ?? '', target.id])
  await sql`
    insert into prerequisite (tenant_id, item_id, requires_item_id, reason, on_day, account_id, at)
    select ${tenantId}::int, item, required, 'Làm trước', ${clock.today()}::date, ${app.accountId('focal')}::uuid,
           ${clock.now()}::timestamptz
    from unnest(${pairs.map(([from]) => from)}::uuid[], ${pairs.map(([, to]) => to)}::uuid[]) as pair (item, required)`
  const [first, last] = [items[0], items.at(-1)].map((item) => item?.id ?? '')
  return {
    first: await assignmentOf(app, first ?? '', office),
    last: await assignmentOf(app, last ?? '', office),
  }
}

test('a chain of 500 is read whole, with as many questions as one of two', async () => {
  const { sql, tenantId } = app
  const [short, long] = [await chain(2, null), await chain(500, null)]
  // A running server knows how its tables are filled.
  await sql`analyze`
  const asked = async (id: string) => {
    const { statements, answer } = await statementsOf(app, () => gatherFrom(sql, tenantId, [id]))
    return { questions: statements.length, answer }
  }
  const two = await asked(short.first)
  const from = performance.now()
  const all = await asked(long.first)
  const took = performance.now() - from
  expect(all.questions).toBe(two.questions)
  expect(all.answer).toMatchObject({ isWhole: true })
  expect(all.answer.assignments).toHaveLength(500)
  expect(all.answer.prerequisites).toHaveLength(499)
  expect(took).toBeLessThan(1000)
  const told = await tellAssignment(sql, tenantId, long.first, app.clock.today())
  expect(told?.roots.map(({ id }) => id)).toEqual([long.last])
})

test('beyond 500 the walk stops and says so', async () => {
  const { first } = await chain(520, null)
  const { assignments, isWhole } = await gatherFrom(app.sql, app.tenantId, [first])
  expect([assignments.length, isWhole]).toEqual([500, false])
})

test('a circle at the end of a chain ends, and is named', async () => {
  const { first } = await chain(40, 30)
  const facts = await gatherFrom(app.sql, app.tenantId, [first])
  expect(facts).toMatchObject({ isWhole: true })
  expect(facts.assignments).toHaveLength(40)
  const told = await tellAssignment(app.sql, app.tenantId, first, app.clock.today())
  expect(told?.roots).toEqual([])
  expect(new Set(told?.circle.filter(({ kind }) => kind === 'assignment').map(({ id }) => id)).size).toBe(10)
})
