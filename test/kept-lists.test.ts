// A worklist answered from memory never shows what is no longer so: after every kind of change that a row can show, the
// next answer is the one computed anew.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../src/http/actor.ts'
import { getActor } from '../src/identity/queries.ts'
import { scopeOf, workRow } from '../src/task/routes.ts'
import { WorkFilter, WorkList } from '../src/task/work.ts'
import { listWork } from '../src/task/worklist.ts'
import { testApp } from './database.ts'
import { assignmentOf, dueBy, newItem, planWithWork } from './work.ts'

type App = Awaited<ReturnType<typeof testApp>>
let app: App
let item: ReturnType<typeof newItem>
let shared: ReturnType<typeof newItem>
let id: string
const callers = new Map<string, Awaited<ReturnType<App['signIn']>>>()
const as = (login: string) => {
  const caller = callers.get(login)
  if (!caller) throw new Error(`nobody signed in as ${login}`)
  return caller
}

const READERS = ['officer', 'head', 'focal', 'commune'] as const

beforeAll(async () => {
  app = await testApp()
  for (const login of [...READERS, 'admin']) callers.set(login, await app.signIn(login))
  item = newItem(1, { bearers: [app.agencyId('Sở Nội vụ')], due: dueBy('2026-11-25'), quote: 'Lập danh mục' })
  const communes = [app.agencyId('UBND xã Suối Mơ'), app.agencyId('UBND xã Đồi Chè')]
  shared = newItem(2, { outcome: 'each', bearers: communes, quote: 'Rà soát quỹ đất' })
  await planWithWork(app, [item, shared])
  id = await assignmentOf(app, item.id, app.agencyId('Sở Nội vụ'))
})
afterAll(() => app.close())

const kept = async (login: string) => (await as(login)('GET', '/api/work')).json() as WorkList

async function computed(login: string): Promise<WorkList['rows']> {
  const today = app.clock.today()
  const actor: Actor = await getActor(app.sql, app.tenantId, app.accountId(login), today)
  const scope = scopeOf(actor, WorkFilter.parse({}))
  const rows = await listWork(app.sql, app.tenantId, scope, { after: undefined, limit: 50, today })
  return WorkList.shape.rows.parse(rows.map((row) => workRow(row, actor)))
}

const versionOf = async (table: 'assignment' | 'item' | 'account' | 'agency', of: string) =>
  (await app.sql<{ version: number }[]>`select version from ${app.sql(table)} where id = ${of}`)[0]?.version

const step = async (login: string, body: Record<string, unknown>) =>
  as(login)('POST', `/api/work/${id}/steps`, { version: await versionOf('assignment', id), body })

const CHANGES: [name: string, change: () => Promise<{ statusCode: number; body: string }>][] = [
  ['received', () => step('officer', { kind: 'receive' })],
  [
    'laid on a person',
    () => step('head', { kind: 'assign', text: '', toAgencyId: null, toAccountId: app.accountId('officer') }),
  ],
  [
    'that person renamed',
    async () =>
      as('admin')('PATCH', `/api/accounts/${app.accountId('officer')}`, {
        version: await versionOf('account', app.accountId('officer')),
        body: {
          name: 'Tên Mới',
          position: '',
          role: 'officer',
          agencyId: app.agencyId('Sở Nội vụ'),
          isActive: true,
        },
      }),
  ],
  [
    'the agency renamed',
    async () =>
      as('admin')('PATCH', `/api/agencies/${app.agencyId('Sở Nội vụ')}`, {
        version: await versionOf('agency', app.agencyId('Sở Nội vụ')),
        body: { name: 'Sở Nội vụ và Tổ chức', kind: 'department', code: null, parentId: null, aliases: [] },
      }),
  ],
  [
    'a misreading mended',
    async () =>
      as('focal')('POST', `/api/items/${item.id}/corrections`, {
        version: await versionOf('item', item.id),
        body: { reason: 'Sót một chữ khi đọc bản in.', quote: 'Lập danh mục dự án' },
      }),
  ],
  [
    'a misreading of a shared duty mended',
    async () =>
      as('focal')('POST', `/api/items/${shared.id}/corrections`, {
        version: await versionOf('item', shared.id),
        body: { reason: 'Sót một chữ khi đọc bản in.', quote: 'Rà soát quỹ đất công' },
      }),
  ],
  ['reported', () => step('officer', { kind: 'report', text: 'Đã lập xong.', percent: 100, files: [] })],
  ['approved', () => step('head', { kind: 'approve' })],
  [
    'a stand-in named',
    () =>
      as('head')('POST', '/api/stand-ins', {
        key: randomUUID(),
        body: {
          accountId: app.accountId('head'),
          standInId: app.accountId('officer2'),
          fromDay: '2026-11-21',
          toDay: '2026-11-30',
          reason: 'Nghỉ phép',
        },
      }),
  ],
  ['confirmed', () => step('focal', { kind: 'confirm' })],
]

test('each reader sees each change at once, and the same answer twice while nothing changes', async () => {
  for (const login of READERS) expect((await kept(login)).rows).toEqual(await computed(login))
  for (const [name, change] of CHANGES) {
    const answer = await change()
    expect(answer.statusCode, `${name}: ${answer.body}`).toBeLessThan(300)
    for (const login of READERS) {
      const first = await kept(login)
      expect(first.rows, `${name}, seen by ${login}`).toEqual(await computed(login))
      expect(await kept(login)).toEqual(first)
    }
  }
})

test('a new day is a new answer', async () => {
  const before = await kept('commune')
  app.clock.set('2026-11-22T02:00:00Z')
  callers.set('commune', await app.signIn('commune'))
  const after = await kept('commune')
  expect([before.today, after.today]).toEqual(['2026-11-21', '2026-11-22'])
})
