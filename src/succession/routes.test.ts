// Reorganisations over HTTP: each kind of act, what passes on, who decides, what is refused.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { dueBy, newItem, planWithWork } from '../../test/work.ts'
import type { Agency } from '../agency/agency.ts'
import type { Task } from '../task/work.ts'
import type { Act, ActForm, ActList, Pending } from './act.ts'
import { applyDue } from './reorganise.ts'
import type { StandingReport } from './standing.ts'

const TODAY = '2026-11-21'

let app: Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<typeof app.signIn>>
let focal: Caller
let officer: Caller
let head: Caller
beforeAll(async () => {
  app = await testApp()
  focal = await app.signIn('focal')
  officer = await app.signIn('officer')
  head = await app.signIn('head')
})
afterAll(() => app.close())

const read = async <T>(url: string, as = focal): Promise<T> => {
  const answer = await as('GET', url)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const found = async (name: string, kind = 'department', more: object = {}): Promise<string> => {
  const form = { name, code: null, kind, parentId: null, aliases: [], ...more }
  const answer = await focal('POST', '/api/agencies', { body: { agencies: [form] } })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<Agency[]>()[0]?.id ?? ''
}
const there = (agencyId: string, takes = '') => ({ agencyId, founded: null, takes })
const named = (name: string, takes = '') => ({
  ...{ agencyId: null, takes },
  founded: { name, code: null, kind: 'department' as const, parentId: null },
})
const form = (more: Partial<ActForm>): ActForm => ({
  ...{ kind: 'merge', effectiveOn: TODAY, documentNumber: '10/NQ-HĐND', documentOn: '2026-11-10', note: '' },
  ...{ old: [], successors: [], decisions: [] },
  ...more,
})
const record = (more: Partial<ActForm>, options: { as?: Caller; key?: string } = {}) =>
  (options.as ?? focal)('POST', '/api/reorganisations', {
    body: form(more),
    ...(options.key ? { key: options.key } : {}),
  })
const agencyOf = async (id: string): Promise<Agency> => {
  const agency = (await read<Agency[]>('/api/agencies?ended=true')).find((one) => one.id === id)
  if (!agency) throw new Error('no such agency')
  return agency
}
const workOf = (planId: string) => app.sql<
  { id: string; now: string; given: string; status: string; role: string; givenOn: string }[]
>`
  select assignment.id, now.name as now, given.name as given, status, role, given_on as "givenOn" from assignment
  join agency now on now.id = assignment.agency_id join agency given on given.id = assignment.given_to
  where plan_id = ${planId} order by ordinal, role desc, given.name collate "vi-x-icu", now.name collate "vi-x-icu"`

describe('a merger', () => {
  test('is for administrators and focal officers', async () => {
    const old = await found('Ban Giao thông')
    for (const as of [officer, head]) {
      const refused = await record(
        { old: [old], successors: [there(app.agencyId('Sở Công Thương'))] },
        { as },
      )
      expect([refused.statusCode, refused.json().code]).toEqual([403, 'forbidden.agency.write'])
    }
    expect((await agencyOf(old)).endedOn).toBeNull()
  })

  test('passes on work, coordination, oversight, seats and people; sent twice it happens once', async () => {
    const old = await found('Sở Thủy lợi')
    const into = app.agencyId('Sở Công Thương')
    const committee = await found('Ban Chỉ đạo nước sạch', 'committee')
    await focal('POST', `/api/agencies/${committee}/committee/members`, {
      body: { agencyId: old, person: '', position: 'Ủy viên', field: 'Thủy lợi', since: null, until: null },
    })
    const admin = await app.signIn('admin')
    const account = await admin('POST', '/api/accounts', {
      body: {
        login: 'thuyloi1',
        name: 'Đỗ Thị Nước',
        position: 'Chuyên viên',
        role: 'officer',
        agencyId: old,
      },
    })
    const accountId = account.json().account.id
    const one = newItem(1, {
      bearers: [old],
      coordinators: [app.agencyId('Sở Nội vụ')],
      due: dueBy('2026-12-20'),
    })
    const helped = newItem(2, { bearers: [into], coordinators: [old] })
    const { planId } = await planWithWork(app, [one, helped], { number: '20/KH-UBND' })
    await app.sql`update plan set overseer_id = ${old} where id = ${planId}`
    await app.sql`update assignment set given_on = '2026-06-01' where plan_id = ${planId}`

    const [holding] = await read<object[]>(`/api/reorganisations/holdings?agencies=${old}`)
    expect(holding).toMatchObject({ leading: 1, coordinated: 1, seats: 1, people: [{ name: 'Đỗ Thị Nước' }] })

    const act = {
      old: [old],
      successors: [there(into)],
      decisions: [
        {
          ...{ agencyId: old, to: { successor: 0 }, why: 'Sáp nhập nguyên trạng', exceptions: [] },
          accounts: [{ accountId, to: { successor: 0 } }],
        },
      ],
    }
    const first = await record(act, { key: 'merge-once' })
    expect(first.statusCode, first.body).toBe(201)
    expect(first.json().passed).toEqual({
      ...{ transferred: 1, closed: 0, given: 0, overseen: 1, coordinated: 1, seats: 1, accounts: 1 },
      difficulties: 0,
      rows: 0,
    })
    const again = await record(act, { key: 'merge-once' })
    expect(again.json()).toEqual(first.json())
    const told = await app.sql`
      select kind, subject_id = ${planId} as "isOfPlan", detail -> 'items' as items from notice
      where tenant_id = ${app.tenantId} and agency_id = ${into} order by detail ->> 'items' nulls last`
    expect(told).toEqual([
      { kind: 'transferred', isOfPlan: true, items: 1 },
      { kind: 'transferred', isOfPlan: true, items: null },
    ])

    expect(await agencyOf(old)).toMatchObject({ endedOn: TODAY, successor: { agency: into } })
    const [row] = await workOf(planId)
    expect(row).toMatchObject({ now: 'Sở Công Thương', given: 'Sở Thủy lợi' })
    const task = await read<Task>(`/api/work/${row?.id}`)
    expect(task.steps).toMatchObject([
      { kind: 'transfer', onDay: TODAY, actor: 'Người dùng focal', toAgency: 'Sở Công Thương' },
    ])
    expect(task.steps[0]?.text).toBe('Theo 10/NQ-HĐND. Lý do: Sáp nhập nguyên trạng')
    expect(task.plan.overseer?.id).toBe(into)
    // Who leads an item does not also help with it.
    expect(await app.sql`select agency_id from item_coordinating where item_id = ${helped.id}`).toEqual([])
    const sitting = await read<{ members: { agency: { name: string }; until: string | null }[] }>(
      `/api/agencies/${committee}/committee`,
    )
    expect(sitting.members.map(({ agency, until }) => [agency.name, until])).toEqual([
      ['Sở Công Thương', null],
      ['Sở Thủy lợi', TODAY],
    ])
    const [moved] = await app.sql`select agency_id as "agencyId" from account where id = ${accountId}`
    expect(moved?.agencyId).toBe(into)
    // Yesterday's report still says who had it and who oversaw it then.
    const before = await read<StandingReport>(`/api/standing?day=2026-11-20&plan=${planId}`)
    expect(before.rows.map((one) => [one.agency.name, one.overseer?.name])).toEqual([
      ['Sở Công Thương', 'Sở Thủy lợi'],
      ['Sở Thủy lợi', 'Sở Thủy lợi'],
    ])
    const since = await read<StandingReport>(`/api/standing?day=${TODAY}&plan=${planId}`)
    expect(since.rows.map((one) => [one.agency.name, one.leading.all])).toEqual([['Sở Công Thương', 2]])
  })

  test('of two communes in the middle of a collective item: both assignments stay apart, and both are asked', async () => {
    const [mo, che] = [app.agencyId('UBND xã Suối Mơ'), app.agencyId('UBND xã Đồi Chè')]
    const each = newItem(1, { outcome: 'each', bearers: [mo, che], due: dueBy('2026-12-20') })
    const { planId } = await planWithWork(app, [each], { number: '21/KH-UBND' })
    const made = await record({
      old: [mo, che],
      successors: [
        { ...named('UBND xã Suối Chè'), founded: { ...named('UBND xã Suối Chè').founded, kind: 'commune' } },
      ],
    })
    expect(made.json().passed).toMatchObject({ transferred: 2 })
    expect((await workOf(planId)).map(({ now, given }) => [now, given])).toEqual([
      ['UBND xã Suối Chè', 'UBND xã Đồi Chè'],
      ['UBND xã Suối Chè', 'UBND xã Suối Mơ'],
    ])
    const counted = await app.sql`
      select agency.name, n from assignment_count join agency on agency.id = agency_id
      where plan_id = ${planId} and n <> 0`
    expect([...counted]).toEqual([{ name: 'UBND xã Suối Chè', n: 2 }])
    const [item] = await app.sql`select state from item where id = ${each.id}`
    expect(item?.state).toBe('open')
  })

  test('a late one counts from its day, but never before the work was given', async () => {
    const old = await found('Sở Lưu trữ')
    const { planId } = await planWithWork(app, [newItem(1, { bearers: [old] })], { number: '22/KH-UBND' })
    await record({ old: [old], successors: [there(app.agencyId('Sở Nội vụ'))], effectiveOn: '2026-06-01' })
    const [row] = await workOf(planId)
    const task = await read<Task>(`/api/work/${row?.id}`)
    expect(task.steps.map(({ kind, onDay }) => [kind, onDay])).toEqual([['transfer', TODAY]])
    expect((await agencyOf(old)).endedOn).toBe('2026-06-01')
  })

  test('what is done stays with the agency of its day; opened again it passes on', async () => {
    const old = await found('Sở Du khảo')
    const item = newItem(1, { bearers: [old] })
    const { planId } = await planWithWork(app, [item], { number: '23/KH-UBND' })
    await app.sql`update assignment set status = 'closed' where plan_id = ${planId}`
    const [row] = await workOf(planId)
    await app.sql`
      insert into step (tenant_id, id, assignment_id, seq, kind, account_id, actor, at, on_day)
      values (1, ${randomUUID()}, ${row?.id ?? ''}, 1, 'close', ${app.accountId('focal')}, 'focal', ${app.clock.now()}, ${TODAY})`
    await record({ old: [old], successors: [there(app.agencyId('Sở Nội vụ'))] })
    expect((await workOf(planId))[0]?.now).toBe('Sở Du khảo')
    const reopened = await focal('POST', `/api/work/${row?.id}/steps`, {
      body: { kind: 'reopen', text: 'Còn thiếu' },
      version: 1,
    })
    expect(reopened.statusCode, reopened.body).toBe(201)
    await app.sql.begin((tx) => applyDue(tx, 1, { at: app.clock.now(), today: TODAY }))
    expect((await workOf(planId))[0]?.now).toBe('Sở Nội vụ')
  })
})

describe('an act for a day to come', () => {
  test('waits, can be changed and taken back, takes effect once, and stays from then on', async () => {
    const old = await found('Sở Bưu chính')
    const into = app.agencyId('Sở Công Thương')
    const { planId } = await planWithWork(app, [newItem(1, { bearers: [old] })], { number: '30/KH-UBND' })
    const act = { old: [old], successors: [there(into)], effectiveOn: '2027-01-01' }
    const made = (await record(act)).json<{ id: string; state: string }>()
    expect(made.state).toBe('prepared')
    expect((await workOf(planId))[0]?.now).toBe('Sở Bưu chính')
    // Somebody else has it in hand: no second act may end it.
    const clash = await record(act)
    expect([clash.statusCode, clash.json().code]).toEqual([422, 'reorganisation.wrong'])
    expect(clash.json().title).toContain('01/01/2027')

    const change = (version: number, effectiveOn: string, as = focal) =>
      as('PUT', `/api/reorganisations/${made.id}`, { body: form({ ...act, effectiveOn }), version })
    expect((await change(1, '2027-02-01', officer)).statusCode).toBe(403)
    expect((await change(1, '2027-02-01')).statusCode).toBe(200)
    expect((await change(1, '2027-03-01')).statusCode).toBe(412)
    const undone = await record({ ...act, old: [await found('Sở Đo lường')] })
    const undo = (version: number) => focal('DELETE', `/api/reorganisations/${undone.json().id}`, { version })
    expect((await undo(7)).statusCode).toBe(412)
    expect((await undo(1)).statusCode).toBe(204)
    expect((await undo(1)).statusCode).toBe(404)

    const apply = (today: string) => app.sql.begin((tx) => applyDue(tx, 1, { at: app.clock.now(), today }))
    expect(await apply('2027-01-31')).toBe(0)
    expect(await apply('2027-02-01')).toBe(1)
    expect(await apply('2027-02-01')).toBe(0)
    expect((await workOf(planId))[0]?.now).toBe('Sở Công Thương')
    const late = await change(3, '2027-03-01')
    expect([late.statusCode, late.json().code]).toEqual([409, 'reorganisation.done'])
    expect((await focal('DELETE', `/api/reorganisations/${made.id}`, { version: 3 })).statusCode).toBe(409)
  })
})

describe('a split', () => {
  test('waits for one decision on the old agency, with what goes elsewhere', async () => {
    const old = await found('Sở Xã hội')
    const [labour, health] = ['Sở Lao động mới', 'Sở Chăm sóc']
    const items = [1, 2, 3].map((n) => newItem(n, { bearers: [old], quote: `Việc xã hội ${n}` }))
    const { planId } = await planWithWork(app, items, { number: '40/KH-UBND' })
    const other = await planWithWork(app, [newItem(1, { bearers: [old] })], { number: '41/KH-UBND' })
    const made = await record({
      kind: 'split',
      old: [old],
      successors: [named(labour, 'lao động'), named(health, 'chăm sóc')],
    })
    expect(made.json()).toMatchObject({ state: 'done', passed: { transferred: 0 } })
    const [pending] = await read<Pending[]>('/api/reorganisations/pending')
    expect(pending).toMatchObject({
      agency: { name: 'Sở Xã hội' },
      goesOn: false,
      holding: { leading: 4 },
      successors: [
        { name: labour, takes: 'lao động' },
        { name: health, takes: 'chăm sóc' },
      ],
    })
    const [toLabour, toHealth] = pending?.successors.map(({ id }) => ({ agency: id })) ?? []
    const held = await read<{ rows: { id: string; quote: string }[] }>(
      `/api/reorganisations/held?agency=${old}&plan=${planId}`,
    )
    const second = held.rows.find(({ quote }) => quote === 'Việc xã hội 2')
    const decision = {
      ...{ actId: pending?.actId, agencyId: old, to: toLabour, why: 'Theo lĩnh vực', accounts: [] },
      exceptions: [
        { planId: null, assignmentId: second?.id, to: toHealth },
        { planId: other.planId, assignmentId: null, to: toHealth },
      ],
    }
    const decide = (as: Caller, key: string, more = {}) =>
      as('POST', '/api/reorganisations/decisions', { body: { ...decision, ...more }, key })
    expect((await decide(officer, 'decide-officer')).statusCode).toBe(403)
    const bad = await decide(focal, 'decide-bad', { to: { group: 'khong-co' } })
    expect([bad.statusCode, bad.json().code]).toEqual([422, 'succession.wrong'])
    const done = await decide(focal, 'decide-once')
    expect(done.json()).toMatchObject({ transferred: 4 })
    expect((await decide(focal, 'decide-once')).json()).toEqual(done.json())
    const twice = await decide(focal, 'decide-twice')
    expect([twice.statusCode, twice.json().code]).toEqual([409, 'succession.decided'])
    expect((await workOf(planId)).map(({ now }) => now)).toEqual([labour, health, labour])
    expect((await workOf(other.planId)).map(({ now }) => now)).toEqual([health])
    const story = await read<{ acts: Act[] }>(`/api/agencies/${old}/story`)
    expect(story.acts[0]?.decisions).toMatchObject([
      { to: labour, why: 'Theo lĩnh vực', decidedBy: 'Người dùng focal', exceptions: 2 },
    ])
    expect(await read('/api/reorganisations/pending')).toEqual([])
  })

  test('an agency that goes on keeps what is not sent elsewhere', async () => {
    const old = await found('Sở Đa ngành')
    const items = [1, 2].map((n) => newItem(n, { bearers: [old] }))
    const { planId } = await planWithWork(app, items, { number: '42/KH-UBND' })
    await record({ kind: 'split', old: [old], successors: [there(old), named('Sở Chuyên ngành')] })
    expect((await agencyOf(old)).endedOn).toBeNull()
    const [pending] = await read<Pending[]>('/api/reorganisations/pending')
    expect(pending?.goesOn).toBe(true)
    const [row] = await workOf(planId)
    const fresh = pending?.successors.find(({ name }) => name === 'Sở Chuyên ngành')
    await focal('POST', '/api/reorganisations/decisions', {
      body: {
        ...{ actId: pending?.actId, agencyId: old, to: { agency: old }, why: '', accounts: [] },
        exceptions: [{ planId: null, assignmentId: row?.id, to: { agency: fresh?.id } }],
      },
    })
    expect((await workOf(planId)).map(({ now }) => now).sort()).toEqual(['Sở Chuyên ngành', 'Sở Đa ngành'])
  })
})

test('a new name: the agency goes on, the old name holds until its day', async () => {
  const id = await found('Sở Phong tục')
  const { planId } = await planWithWork(app, [newItem(1, { bearers: [id] })], { number: '50/KH-UBND' })
  await app.sql`update assignment set given_on = '2026-05-01' where plan_id = ${planId}`
  const made = await record({
    kind: 'rename',
    old: [id],
    successors: [named('Sở Phong tục và Lễ hội')],
    effectiveOn: '2026-10-01',
  })
  expect(made.statusCode, made.body).toBe(201)
  expect(await agencyOf(id)).toMatchObject({
    ...{ name: 'Sở Phong tục và Lễ hội', endedOn: null },
    formerNames: [{ name: 'Sở Phong tục', until: '2026-10-01' }],
  })
  const before = await read<StandingReport>(`/api/standing?day=2026-09-30&plan=${planId}`)
  expect(before.rows[0]?.agency.name).toBe('Sở Phong tục')
  const after = await read<StandingReport>(`/api/standing?day=2026-10-01&plan=${planId}`)
  expect(after.rows[0]?.agency.name).toBe('Sở Phong tục và Lễ hội')
  const same = await record({ kind: 'rename', old: [id], successors: [named('Sở Phong tục và Lễ hội')] })
  expect(same.statusCode).toBe(422)
})

test('a district that is abolished: its work becomes that of each commune, its plans somebody’s', async () => {
  const old = await found('UBND huyện Sông Trăng', 'district')
  const { planId } = await planWithWork(
    app,
    [
      newItem(1, { bearers: [old] }),
      newItem(2, { bearers: [old], coordinators: [app.agencyId('Sở Nội vụ')] }),
    ],
    { number: '60/KH-UBND' },
  )
  await app.sql`update plan set overseer_id = ${old} where id = ${planId}`
  const made = await record({ kind: 'abolish', old: [old], successors: [] })
  expect(made.statusCode, made.body).toBe(201)
  const [pending] = await read<Pending[]>('/api/reorganisations/pending')
  const decision = {
    ...{ actId: pending?.actId, agencyId: old, to: { group: 'communes' }, why: 'Bỏ cấp huyện', accounts: [] },
    exceptions: [] as object[],
  }
  const idle = await focal('POST', '/api/reorganisations/decisions', { body: decision })
  expect([idle.statusCode, idle.json().code]).toEqual([422, 'succession.overseer'])
  decision.exceptions = [{ planId, assignmentId: null, to: { agency: app.agencyId('Sở Nội vụ') } }]
  const one = await focal('POST', '/api/reorganisations/decisions', { body: decision })
  // The exception takes the whole plan: the department has its work and oversees it.
  expect(one.json()).toMatchObject({ transferred: 2, given: 0, overseen: 1 })

  const second = await found('UBND huyện Sông Sao', 'district')
  const each = await planWithWork(app, [newItem(1, { bearers: [second] })], { number: '61/KH-UBND' })
  await record({ kind: 'abolish', old: [second], successors: [] })
  const [next] = await read<Pending[]>('/api/reorganisations/pending')
  const given = await focal('POST', '/api/reorganisations/decisions', {
    body: { ...decision, actId: next?.actId, agencyId: second, exceptions: [] },
  })
  const communes = (await read<Agency[]>('/api/agencies?ended=true')).filter(
    ({ kind, endedOn }) => kind === 'commune' && endedOn === null,
  ).length
  expect(given.json()).toMatchObject({ closed: 1, given: communes })
  expect((await workOf(each.planId)).filter(({ status }) => status === 'assigned')).toHaveLength(communes)
  const [item] =
    await app.sql`select outcome, lead_id as "leadId", state from item where plan_id = ${each.planId}`
  expect(item).toEqual({ outcome: 'each', leadId: null, state: 'open' })
})

describe('what is wrong is said field by field', () => {
  const wrong = async (more: Partial<ActForm>) => {
    const answer = await record(more)
    expect(answer.statusCode).toBe(422)
    return answer.json().faults.map(({ at }: { at: string }) => at)
  }
  test('numbers of agencies', async () => {
    const [a, b] = [await found('Sở Thử một'), await found('Sở Thử hai')]
    expect(await wrong({ old: [a], successors: [] })).toEqual(['successors'])
    expect(await wrong({ old: [a], successors: [there(a)] })).toEqual(['old'])
    expect(await wrong({ kind: 'split', old: [a, b], successors: [there(b)] })).toEqual(['old', 'successors'])
    expect(await wrong({ kind: 'rename', old: [a], successors: [there(b)] })).toEqual(['successors'])
    expect(await wrong({ kind: 'abolish', old: [a], successors: [there(a), there(b)] })).toEqual([
      'successors',
    ])
  })
  test('days, names and unknown agencies', async () => {
    const a = await found('Sở Thử ba')
    const young = await found('Sở Vừa lập', 'department', { validFrom: '2026-11-01' })
    expect(await wrong({ old: [a], successors: [there(young)], effectiveOn: '2026-01-01' })).toEqual([
      'successors.0',
    ])
    expect(await wrong({ old: [young], successors: [there(a)], effectiveOn: '2026-11-01' })).toContain(
      'effectiveOn',
    )
    expect(await wrong({ old: [randomUUID()], successors: [there(a)] })).toEqual(['old'])
    expect(await wrong({ old: [a], successors: [named('Sở Công Thương')] })).toEqual(['successors.0'])
    expect(await wrong({ old: [a], successors: [there(randomUUID())] })).toEqual(['successors.0'])
  })
  test('a document without a number, a day that is none', async () => {
    const a = app.agencyId('Sở Nội vụ')
    const bare = await record({ old: [a], successors: [named('Sở Mới')], documentNumber: ' ' })
    expect(bare.json().code).toBe('request.invalid')
    expect(
      (await record({ old: [a], successors: [named('Sở Mới')], effectiveOn: '2026-02-30' })).statusCode,
    ).toBe(422)
  })
  test('a day that has not come has no report', async () => {
    const ahead = await focal('GET', '/api/standing?day=2027-01-01')
    expect([ahead.statusCode, ahead.json().code]).toEqual([422, 'standing.ahead'])
  })
})

test('the acts are listed with the names of their day, page by page', async () => {
  const list = await read<ActList>('/api/reorganisations', officer)
  expect(list.acts.length).toBeGreaterThan(5)
  const days = list.acts.map(({ effectiveOn }) => effectiveOn)
  expect(days).toEqual([...days].sort().reverse())
  expect(list.acts.find(({ kind }) => kind === 'rename')?.old[0]?.name).toBe('Sở Phong tục')
  expect((await focal('GET', '/api/reorganisations?after=xyz')).statusCode).toBe(422)
})
