import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { dueBy, GIVING, newItem, planWithWork } from '../../test/work.ts'
import type { Actor } from '../http/actor.ts'
import { getActor } from '../identity/queries.ts'
import { rebuildCounts } from './counts.ts'
import { createWork } from './create-work.ts'
import { COUNTED_ITEM_STATES } from './item.ts'
import { rebuildWork } from './rebuild.ts'
import { givenOf, listPastSteps } from './record.ts'
import { takeStep } from './steps.ts'
import { type Folded, foldSteps, type NewItem, STATUSES } from './task.ts'
import type { StepForm } from './work.ts'
import { listWork } from './worklist.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-21T02:00:00Z')
})

const report = (percent: number): StepForm => ({
  ...{ kind: 'report', text: 'Kết quả', percent, nothing: false, figures: [], files: [] },
})

const itemCounters = () => app.sql`
  select plan_id, lead_id, due_on, state, n from item_count
  where tenant_id = ${app.tenantId} and n <> 0 order by plan_id, lead_id, due_on, state`

const counters = () => app.sql`
  select plan_id, agency_id, role, due_on, state, n from assignment_count
  where tenant_id = ${app.tenantId} and n <> 0 order by plan_id, agency_id, role, due_on, state`

const all = { agencies: null, state: 'all' } as const
const list = () =>
  listWork(app.sql, app.tenantId, all, { after: undefined, limit: 1000, today: app.clock.today() })

test('publishing lays every item on its bearers, with dates only where a day binds', async () => {
  const communes = ['UBND xã Suối Mơ', 'UBND xã Đồi Chè', 'UBND phường Cầu Mây'].map(app.agencyId)
  const items = [
    newItem(1, {
      bearers: [app.agencyId('Sở Nội vụ')],
      due: dueBy('2026-12-15'),
      coordinators: communes.slice(0, 2),
    }),
    newItem(2, { outcome: 'each', bearers: communes, due: dueBy('2026-11-20') }),
    newItem(3, { bearers: [app.agencyId('Sở Công Thương')], leadPrinted: ['Sở CT', 'sở "Công" {Thương}'] }),
    newItem(4, { outcome: 'orientation' }),
  ]
  items.push(newItem(5, { outcome: 'merged', mergedInto: items[0]?.id ?? null }))
  const { planId, assignments } = await planWithWork(app, items)
  expect(assignments).toBe(5)
  const rows = await app.sql`
    select ordinal, due_on as "dueOn", status, percent, version from assignment
    where tenant_id = ${app.tenantId} and plan_id = ${planId} order by ordinal`
  expect(rows.map((row) => [row.ordinal, row.dueOn])).toEqual([
    [1, '2026-12-15'],
    [2, '2026-11-20'],
    [2, '2026-11-20'],
    [2, '2026-11-20'],
    [3, null],
  ])
  const [third] = await app.sql`select lead_printed as lead, due_to as "dueTo" from item
    where tenant_id = ${app.tenantId} and plan_id = ${planId} and ordinal = 3`
  expect(third).toEqual({ lead: ['Sở CT', 'sở "Công" {Thương}'], dueTo: '2026-12-31' })
  const [{ n } = { n: 0 }] = await app.sql`
    select sum(n)::int as n from assignment_count where tenant_id = ${app.tenantId} and plan_id = ${planId}`
  expect(n).toBe(5)
  expect(await app.sql`select 1 from item_coordinating where tenant_id = ${app.tenantId}`).toHaveLength(2)
})

test('duties added to a plan later join its counters', async () => {
  const bearer = app.agencyId('Sở Nội vụ')
  const { planId } = await planWithWork(app, [newItem(1, { bearers: [bearer] })])
  await app.sql.begin((tx) =>
    createWork(tx, app.tenantId, planId, [newItem(2, { bearers: [bearer] })], {
      ...GIVING,
      at: app.clock.now(),
      today: app.clock.today(),
      on: app.clock.today(),
    }),
  )
  const [row] = await app.sql`
    select n from assignment_count where tenant_id = ${app.tenantId} and plan_id = ${planId}`
  expect(row).toEqual({ n: 2 })
})

test('people of an internal unit work for their agency', async () => {
  const office = app.agencyId('Sở Nội vụ')
  const unit = randomUUID()
  await app.sql`
    insert into agency (tenant_id, id, name, name_key, kind, parent_id, created_at)
    values (${app.tenantId}, ${unit}, 'Phòng Tổng hợp', 'phòng tổng hợp', 'unit', ${office}, ${app.clock.now()})`
  const { planId } = await planWithWork(app, [newItem(1, { bearers: [office] })])
  const row = (await list()).find((row) => row.planId === planId)
  await app.sql`
    update account set agency_id = ${unit} where tenant_id = ${app.tenantId} and id = ${app.accountId('officer2')}`
  const when = { at: app.clock.now(), today: app.clock.today() }
  const actor = await getActor(app.sql, app.tenantId, app.accountId('officer2'), when.today)
  expect(actor.capacities).toEqual([{ forAccountId: null, role: 'officer', agencyId: unit, unitOf: office }])
  const taken = await app.sql.begin((tx) => takeStep(tx, actor, row?.id ?? '', 1, { kind: 'receive' }, when))
  expect(taken).toMatchObject({ status: 'active', version: 2 })
})

/** Chance that falls the same way each time (mulberry32). */
function chance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const RULES = [
  {},
  { completion: { rule: 'share', share: 50 } },
  { completion: { rule: 'word', share: null } },
] satisfies Partial<NewItem>[]

test('after any steps the cached columns are the fold, and the counters those rebuilt from the rows', async () => {
  const pick = chance(20261121)
  const bearers = ['Sở Nội vụ', 'UBND xã Suối Mơ'].map(app.agencyId)
  const items = [
    dueBy('2026-11-01'),
    dueBy('2026-11-10'),
    dueBy('2026-11-19'),
    dueBy('2026-11-25'),
    dueBy('2027-03-31'),
    undefined,
  ].map((due, i) => newItem(i + 1, { outcome: 'each', bearers, ...(due ? { due } : {}), ...RULES[i % 3] }))
  const { planId } = await planWithWork(app, items)
  const actor = (login: string, role: Actor['role'], agency: string): Actor => ({
    tenantId: app.tenantId,
    accountId: app.accountId(login),
    name: login,
    role,
    agencyId: app.agencyId(agency),
    capacities: [{ forAccountId: null, role, agencyId: app.agencyId(agency), unitOf: null }],
  })
  const people = [
    actor('officer', 'officer', 'Sở Nội vụ'),
    actor('head', 'head', 'Sở Nội vụ'),
    actor('commune', 'officer', 'UBND xã Suối Mơ'),
    actor('commune-head', 'head', 'UBND xã Suối Mơ'),
    actor('focal', 'focal', 'Sở Tài chính'),
  ]
  const day = () => `2026-${10 + pick(3)}-${10 + pick(18)}`
  const forms = (): StepForm[] => [
    { kind: 'receive' },
    report(pick(2) ? 100 : pick(100)),
    report(100),
    { kind: 'approve', text: '' },
    { kind: 'approve', text: '' },
    { kind: 'return', text: 'Thiếu số liệu' },
    { kind: 'confirm', text: '' },
    { kind: 'confirm', text: '' },
    { kind: 'ask-extension', until: day(), text: 'Chờ số liệu' },
    { kind: 'extend', until: day(), text: '' },
    { kind: 'refuse-extension', text: 'Không đủ lý do' },
    { kind: 'suspend', text: 'Chờ hướng dẫn' },
    { kind: 'resume', until: pick(2) ? day() : null, text: '' },
    ...(pick(4) ? [] : [{ kind: 'close', text: 'Không còn phù hợp' } as const]),
    { kind: 'reopen', text: 'Làm tiếp' },
  ]
  // The order of the ids is chance of its own; the walk shall be the same each time.
  const place = (row: { quote: string; agencyName: string }) => `${row.quote} ${row.agencyName}`
  const ids = (await list())
    .filter((row) => row.planId === planId)
    .sort((a, b) => (place(a) < place(b) ? -1 : 1))
    .map((row) => row.id)
  const reached = new Set<string>(['assigned'])
  const counted = new Set<string>()
  for (let turn = 0; turn < 2400; turn++) {
    if (turn % 480 === 479) app.clock.set(`2026-11-${21 + (turn + 1) / 480}T02:00:00Z`)
    const id = ids[pick(ids.length)] ?? ''
    const [row] = await app.sql<{ version: number }[]>`
      select version from assignment where tenant_id = ${app.tenantId} and id = ${id}`
    const person = people[pick(people.length)]
    const all = forms()
    const form = all[pick(all.length)]
    if (!person || !form || !row) throw new Error('the walk lost its way')
    const when = { at: app.clock.now(), today: app.clock.today() }
    await app.sql
      .begin((tx) => takeStep(tx, person, id, row.version, form, when))
      .then(({ status }) => reached.add(status))
      .catch((error) => expect(['conflict', 'forbidden', 'invalid']).toContain(error.kind))
    if (turn % 100 !== 99) continue
    for (const { state } of await itemCounters()) counted.add(state)
    expect((await rebuildWork(app.sql, app.tenantId, { isMending: false })).differences).toEqual([])
  }
  expect([...counted].sort()).toEqual([...COUNTED_ITEM_STATES].filter((state) => state !== 'closed').sort())
  const cached = await app.sql<
    (Folded & {
      id: string
      givenTo: string
      givenDue: string | null
      givenUnit: string | null
    })[]
  >`
    select id, given_to as "givenTo", given_due as "givenDue", given_unit as "givenUnit", status, percent, completed_on as "completedOn",
           agency_id as "agencyId", due_on as "dueOn", unit_id as "unitId", person_id as "personId",
           extension_until as "extensionUntil"
    from assignment where tenant_id = ${app.tenantId} and plan_id = ${planId}`
  const past = await listPastSteps(app.sql, app.tenantId, ids)
  for (const { id, givenTo, givenDue, givenUnit, ...columns } of cached) {
    const { author: _, ...folded } = foldSteps(givenOf({ givenTo, givenDue, givenUnit }), past.get(id) ?? [])
    expect(columns).toEqual(folded)
  }
  expect([...reached].sort()).toEqual([...STATUSES].sort())
  const kept = [...(await counters())]
  const keptItems = [...(await itemCounters())]
  await app.sql.begin((tx) => rebuildCounts(tx, app.tenantId))
  expect(kept).toEqual([...(await counters())])
  expect(keptItems).toEqual([...(await itemCounters())])
})
