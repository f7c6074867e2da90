// Reorganisations from a file: what the format refuses, a dry run that keeps nothing, a second run that changes nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { newItem, planWithWork } from '../../test/work.ts'
import { Refusal } from '../base/refusal.ts'
import { readActFile } from './act-file.ts'
import { applyFile } from './apply-file.ts'

let app: Awaited<ReturnType<typeof testApp>>
let by: { tenantId: number; accountId: string; name: string }
beforeAll(async () => {
  app = await testApp()
  by = { tenantId: 1, accountId: app.accountId('admin'), name: 'Quản trị' }
})
afterAll(() => app.close())

const apply = (acts: object[], isDry = false) =>
  applyFile(
    app.sql,
    by,
    readActFile(JSON.stringify({ acts })),
    { at: app.clock.now(), today: '2026-11-21' },
    isDry,
  )
const refusedBy = async (work: () => unknown): Promise<Refusal> => {
  try {
    await work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

test.each([
  ['{', 'act-file.json', []],
  ['{"acts": []}', 'act-file.form', ['acts']],
  ['{"acts": [{"kind": "marry"}]}', 'act-file.form', ['acts.0.kind', 'acts.0.effectiveOn']],
  ['{"acts": [{"kind": "merge", "effectiveOn": "2025-02-30"}]}', 'act-file.form', ['acts.0.effectiveOn']],
])('%s is refused place by place', async (text, code, places) => {
  const refusal = await refusedBy(() => readActFile(text))
  expect(refusal.code).toBe(code)
  expect(refusal.faults.map(({ at }) => at)).toEqual(expect.arrayContaining(places))
})

test('a dry run tells and keeps nothing; applied once it is there; applied again nothing changes', async () => {
  const items = [1, 2].map((n) => newItem(n, { bearers: [app.agencyId('Sở Nội vụ')] }))
  const first = await planWithWork(app, items, { number: '70/KH-UBND' })
  const second = await planWithWork(app, [newItem(1, { bearers: [app.agencyId('Sở Nội vụ')] })], {
    number: '71/KH-UBND',
  })
  const acts = [
    {
      kind: 'merge',
      effectiveOn: '2026-09-01',
      document: { number: '1/NQ-HĐND', on: '2026-08-20' },
      old: ['Sở Công Thương'],
      successors: ['Sở Tài chính'],
    },
    {
      kind: 'split',
      effectiveOn: '2026-11-01',
      document: { number: '2/NQ-HĐND' },
      old: ['Sở Nội vụ'],
      successors: [
        { name: 'Sở Nhân lực', takes: 'lao động' },
        { name: 'Sở Công vụ', code: '000.00.77.H99' },
      ],
      decisions: [
        {
          old: 'Sở Nội vụ',
          to: 'Sở Nhân lực',
          why: 'Theo đề án',
          exceptions: [{ plan: '71/KH-UBND', to: 'Sở Công vụ' }],
          accounts: ['officer'],
        },
      ],
    },
    {
      kind: 'rename',
      effectiveOn: '2026-11-10',
      document: { number: '3/NQ-HĐND' },
      old: ['Sở Nhân lực'],
      successors: [{ name: 'Sở Lao động và Nhân lực' }],
    },
    {
      kind: 'abolish',
      effectiveOn: '2027-01-01',
      document: { number: '4/NQ-HĐND' },
      old: ['UBND xã Đồi Chè'],
    },
  ]
  const snapshot = async () =>
    JSON.stringify([
      await app.sql`select * from agency order by id`,
      await app.sql`select * from assignment order by id`,
      await app.sql`select * from step order by id`,
      await app.sql`select * from reorganisation order by id`,
      await app.sql`select * from audit_event order by id`,
    ])
  const before = await snapshot()
  const dry = await apply(acts, true)
  expect(dry.map(({ state, passed }) => [state, passed?.transferred, passed?.accounts])).toEqual([
    ['done', 0, 0],
    ['done', 3, 1],
    ['done', 0, 0],
    ['prepared', 0, 0],
  ])
  expect(await snapshot()).toBe(before)

  expect((await apply(acts)).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'prepared'])
  const [made] = await app.sql`select code, valid_from as "validFrom" from agency where name = 'Sở Công vụ'`
  expect(made).toEqual({ code: 'H99.77', validFrom: '2026-11-01' })
  const holders = await app.sql`
    select distinct agency.name from assignment join agency on agency.id = assignment.agency_id
    where plan_id in (${first.planId}, ${second.planId}) order by 1`
  expect(holders.map(({ name }) => name)).toEqual(['Sở Công vụ', 'Sở Lao động và Nhân lực'])

  const after = await snapshot()
  expect((await apply(acts)).map(({ state }) => state)).toEqual(['known', 'known', 'known', 'known'])
  expect(await snapshot()).toBe(after)
})

test('a fault in a later act takes back the earlier ones, and says which it was', async () => {
  const good = {
    kind: 'rename',
    effectiveOn: '2026-11-15',
    document: { number: '5/NQ' },
    old: ['Sở Tài chính'],
    successors: [{ name: 'Sở Tài chính và Đầu tư' }],
  }
  const bad = { ...good, kind: 'merge', old: ['Sở Không Có'], successors: ['Sở Tài chính và Đầu tư'] }
  const refusal = await refusedBy(() => apply([good, bad]))
  expect(refusal.message).toMatch(/^Việc thứ 2:/)
  expect(refusal.faults).toEqual([
    { at: 'acts.1.old.0', message: 'Không tìm thấy "Sở Không Có" vào ngày 14/11/2026.' },
  ])
  const [agency] = await app.sql`select name from agency where id = ${app.agencyId('Sở Tài chính')}`
  expect(agency?.name).toBe('Sở Tài chính')
})
