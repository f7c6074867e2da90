import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { assignmentOf, dueBy, newItem, planWithWork } from '../../test/work.ts'
import { rebuildWork } from './rebuild.ts'

let app: Awaited<ReturnType<typeof testApp>>
let assignmentId: string
let itemId: string
beforeAll(async () => {
  app = await testApp()
  const item = newItem(1, { bearers: [app.agencyId('Sở Nội vụ')], due: dueBy('2026-12-15') })
  itemId = item.id
  await planWithWork(app, [item, newItem(2, { bearers: [app.agencyId('Sở Công Thương')] })])
  assignmentId = await assignmentOf(app, item.id, app.agencyId('Sở Nội vụ'))
  const officer = await app.signIn('officer')
  await officer('POST', `/api/work/${assignmentId}/steps`, { body: { kind: 'receive' }, version: 1 })
})
afterAll(() => app.close())

const verify = () => rebuildWork(app.sql, app.tenantId, { isMending: false })
const mend = () => rebuildWork(app.sql, app.tenantId, { isMending: true })

test('what steps made is in line', async () => {
  expect(await verify()).toMatchObject({ facts: 1, assignments: 2, items: 2, differences: [], broken: 0 })
})

test.each([
  ['a status', () => app.sql`update assignment set status = 'done' where id = ${assignmentId}`, /active/],
  [
    'a day',
    () => app.sql`update assignment set due_on = '2027-01-01' where id = ${assignmentId}`,
    /2026-12-15/,
  ],
  ['an item', () => app.sql`update item set state = 'closed' where id = ${itemId}`, /closed/],
  ['a counter', () => app.sql`update assignment_count set n = n + 1 where state = 'active'`, /2 -> 1/],
  ['a counter that is missing', () => app.sql`delete from item_count`, /0 -> 1/],
])('%s changed behind our back is found, told and mended', async (_, harm, told) => {
  await harm()
  const { differences } = await verify()
  expect(differences.join('\n')).toMatch(told)
  expect((await mend()).broken).toBe(0)
  expect((await verify()).differences).toEqual([])
})

test('a story that cannot be is told, and left to a person', async () => {
  await app.sql`update step set kind = 'confirm' where assignment_id = ${assignmentId}`
  expect(await mend()).toMatchObject({ broken: 1 })
  expect((await verify()).differences).toHaveLength(1)
})
