// An item whose agencies have finished in time waits for the overseer: its page, its lists and all figures say so.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { assignmentOf, dueBy, newItem, planWithWork } from '../../test/work.ts'
import type { ItemDetail } from '../task/item-work.ts'
import { rebuildWork } from '../task/rebuild.ts'
import type { ItemListCounts, ItemRow } from './items.ts'

let app: Awaited<ReturnType<typeof testApp>>
let focal: Awaited<ReturnType<typeof app.signIn>>
beforeAll(async () => {
  app = await testApp()
  focal = await app.signIn('focal')
})
afterAll(() => app.close())

const HOME = 'Sở Nội vụ'
const [early, late, running] = [1, 2, 3].map((n) =>
  newItem(n, { due: dueBy('2026-11-25'), quote: `Nhiệm vụ ${n}` }),
) as [ReturnType<typeof newItem>, ReturnType<typeof newItem>, ReturnType<typeof newItem>]

const counts = async () => (await focal('GET', '/api/items/counts')).json<ItemListCounts>().counts
const quotes = async (state: string) =>
  (await focal('GET', `/api/items?state=${state}`))
    .json<{ rows: ItemRow[] }>()
    .rows.map(({ quote }) => quote)
    .sort()
const noDifferences = async () =>
  expect((await rebuildWork(app.sql, app.tenantId, { isMending: false })).differences).toEqual([])

async function approve(itemId: string, day: string) {
  app.clock.set(`${day}T02:00:00Z`)
  focal = await app.signIn('focal')
  const id = await assignmentOf(app, itemId, app.agencyId(HOME))
  const steps = [
    ['officer', { kind: 'report', text: 'Đã làm xong', percent: 100 }],
    ['head', { kind: 'approve' }],
  ] as const
  let { version } = (await focal('GET', `/api/work/${id}`)).json()
  for (const [login, body] of steps) {
    const answer = await (await app.signIn(login))('POST', `/api/work/${id}/steps`, { version, body })
    expect(answer.statusCode, answer.body).toBe(201)
    version = answer.json().version
  }
  return { id, version }
}

test('not overdue while only the confirmation is missing; done, returned and late as ever', async () => {
  for (const item of [early, late, running]) item.bearers = [app.agencyId(HOME)]
  await planWithWork(app, [early, late, running])
  const approved = await approve(early.id, '2026-11-24')
  await approve(late.id, '2026-11-27')
  app.clock.set('2026-11-28T02:00:00Z')
  focal = await app.signIn('focal')
  await noDifferences()
  expect(await counts()).toMatchObject({
    ...{ all: 3, open: 3, overdue: 2, within: 1, 'to-confirm': 2, soon: 0, done: 0, answerable: 2 },
  })
  expect(await quotes('overdue')).toEqual(['Nhiệm vụ 2', 'Nhiệm vụ 3'])
  expect(await quotes('within')).toEqual(['Nhiệm vụ 1'])
  expect(await quotes('to-confirm')).toEqual(['Nhiệm vụ 1', 'Nhiệm vụ 2'])
  expect(await quotes('open')).toHaveLength(3)
  // A search counts rows instead of counters: the same figures.
  const searched = (await focal('GET', '/api/items/counts?q=nhiem')).json<ItemListCounts>().counts
  expect(searched).toEqual(await counts())
  const page = async () => (await focal('GET', `/api/items/${early.id}`)).json<ItemDetail>()
  expect(await page()).toMatchObject({ state: 'open', approvedOn: '2026-11-24', doneOn: null })

  // Returned, it is the agency's again, and late.
  const step = async (version: number, body: object) => {
    const answer = await focal('POST', `/api/work/${approved.id}/steps`, { version, body })
    expect(answer.statusCode, answer.body).toBe(201)
    return answer.json().version as number
  }
  await step(approved.version, { kind: 'return', text: 'Thiếu số liệu' })
  expect(await page()).toMatchObject({ state: 'open', approvedOn: null })
  expect(await quotes('overdue')).toHaveLength(3)
  await noDifferences()
  const again = await approve(early.id, '2026-11-28')
  await step(again.version, { kind: 'confirm', text: '' })
  expect(await page()).toMatchObject({ state: 'done', approvedOn: null, doneOn: '2026-11-28' })
  await noDifferences()
})

test('the migration finds of itself what the facts say', async () => {
  const kept = async () => [
    await app.sql`select id, approved_on from item where tenant_id = ${app.tenantId} order by id`,
    await app.sql`
      select plan_id, lead_id, due_on, state, n from item_count
      where tenant_id = ${app.tenantId} and n <> 0 order by 1, 2, 3, 4`,
  ]
  const before = await kept()
  expect(before[0]?.filter(({ approved_on: on }) => on !== null)).toHaveLength(1)
  await app.sql`update item set approved_on = null`
  await app.sql`delete from item_count`
  const [, rest = ''] = readFileSync('db/0014-item-approved.sql', 'utf8').split(
    'add column approved_on date;',
  )
  const [fill = ''] = rest.split('-- What is told')
  await app.sql.unsafe(fill)
  expect(await kept()).toEqual(before)
})
