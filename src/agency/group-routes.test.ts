// Groups by rule and steering committees over HTTP, and what a plan's names make of them.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { newItem, planWithWork } from '../../test/work.ts'
import { type Agency, directoryOf, matchName, membersOf } from './agency.ts'
import type { Committee } from './committee.ts'
import type { AgencyGroup, GroupRule } from './group.ts'

const TODAY = '2026-11-21'
let app: Awaited<ReturnType<typeof testApp>>
let focal: Awaited<ReturnType<typeof app.signIn>>
let officer: typeof focal
beforeAll(async () => {
  app = await testApp()
  focal = await app.signIn('focal')
  officer = await app.signIn('officer')
})
afterAll(() => app.close())

const read = async <T>(url: string): Promise<T> => {
  const answer = await focal('GET', url)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const directory = async (day = TODAY) =>
  directoryOf(await read<Agency[]>('/api/agencies?ended=true'), day, {
    groups: await read<AgencyGroup[]>('/api/agencies/groups'),
    today: TODAY,
  })
const rule = (more: Partial<GroupRule>): GroupRule => ({
  ...{ kinds: [], under: null, committee: null, plus: [], minus: [] },
  ...more,
})
const add = (body: object, as = focal, key?: string) =>
  as('POST', '/api/agencies/groups', { body, ...(key ? { key } : {}) })

describe('a group', () => {
  const economic = {
    name: 'Các sở khối kinh tế',
    forms: ['Khối kinh tế'],
    rule: rule({ kinds: ['department'] }),
  }

  test('is found by its printed forms, with who fits its rule', async () => {
    const form = { ...economic, rule: rule({ kinds: ['department'], minus: [app.agencyId('Sở Nội vụ')] }) }
    const made = await add(form)
    expect(made.statusCode, made.body).toBe(201)
    const known = await directory()
    for (const printed of ['Các sở khối kinh tế', 'khối kinh tế', 'các khối kinh tế'])
      expect(matchName(printed, known)).toEqual({ group: made.json().id })
    expect(membersOf(made.json().id, known).map(({ name }) => name)).toEqual([
      'Sở Công Thương',
      'Sở Tài chính',
    ])
  })

  test('is for administrators and focal officers, added once, not twice by name', async () => {
    const form = { ...economic, name: 'Khối văn xã', forms: [] }
    expect((await add(form, officer)).statusCode).toBe(403)
    const first = await add(form, focal, 'group-once')
    expect((await add(form, focal, 'group-once')).json()).toEqual(first.json())
    const taken = await add(form)
    expect([taken.statusCode, taken.json().code]).toEqual([409, 'group.taken'])
    const empty = await add({ ...form, name: 'Nhóm rỗng', rule: rule({}) })
    expect(empty.statusCode).toBe(422)
    const unknown = await add({ ...form, name: 'Nhóm lạ', rule: rule({ plus: [crypto.randomUUID()] }) })
    expect([unknown.statusCode, unknown.json().code]).toEqual([422, 'group.unknown-agency'])
  })

  test('is changed and deleted against the version seen', async () => {
    const { id } = (await add({ ...economic, name: 'Nhóm tạm', forms: [] })).json()
    const change = (version: number) =>
      focal('PATCH', `/api/agencies/groups/${id}`, {
        body: { ...economic, name: 'Nhóm sửa', forms: [] },
        version,
      })
    expect((await change(1)).statusCode).toBe(200)
    expect((await change(1)).statusCode).toBe(412)
    expect((await officer('DELETE', `/api/agencies/groups/${id}`, { version: 2 })).statusCode).toBe(403)
    expect((await focal('DELETE', `/api/agencies/groups/${id}`, { version: 1 })).statusCode).toBe(412)
    expect((await focal('DELETE', `/api/agencies/groups/${id}`, { version: 2 })).statusCode).toBe(204)
    expect((await focal('DELETE', `/api/agencies/groups/${id}`, { version: 2 })).statusCode).toBe(404)
  })
})

describe('a steering committee', () => {
  let id = ''
  const member = (more: object) => ({
    ...{ agencyId: null, person: '', position: '', field: '', since: null, until: null },
    ...more,
  })
  beforeAll(async () => {
    const form = {
      name: 'Ban Chỉ đạo chuyển đổi số',
      code: null,
      kind: 'committee',
      parentId: null,
      aliases: [],
    }
    id = (await focal('POST', '/api/agencies', { body: { agencies: [form] } })).json()[0].id
  })

  test('has its deciding document, entered once and changed against the version seen', async () => {
    const save = (version: number, as = focal) =>
      as('PUT', `/api/agencies/${id}/committee`, {
        body: { decisionNumber: '77/QĐ-UBND', decisionOn: '2026-02-03' },
        version,
      })
    expect((await save(0, officer)).statusCode).toBe(403)
    expect((await save(0)).json<Committee>()).toMatchObject({ decisionNumber: '77/QĐ-UBND', version: 1 })
    expect((await save(0)).statusCode).toBe(412)
    expect((await save(1)).json<Committee>().version).toBe(2)
    expect((await focal('GET', `/api/agencies/${app.agencyId('Sở Nội vụ')}/committee`)).statusCode).toBe(404)
  })

  test('its members as of a day are a group that plans may name', async () => {
    const url = `/api/agencies/${id}/committee/members`
    const join = (more: object, as = focal, key?: string) =>
      as('POST', url, { body: member(more), ...(key ? { key } : {}) })
    expect((await join({ person: 'A' }, officer)).statusCode).toBe(403)
    expect((await join({})).statusCode).toBe(422)
    expect((await join({ person: 'A', since: '2026-05-01', until: '2026-05-01' })).statusCode).toBe(422)
    const first = await join(
      { agencyId: app.agencyId('Sở Tài chính'), position: 'Phó Trưởng ban', since: '2026-02-03' },
      focal,
      'member-once',
    )
    expect(
      (
        await join(
          { agencyId: app.agencyId('Sở Tài chính'), position: 'Phó Trưởng ban', since: '2026-02-03' },
          focal,
          'member-once',
        )
      ).json(),
    ).toEqual(first.json())
    await join({ agencyId: app.agencyId('Sở Nội vụ'), since: '2026-02-03', until: '2026-06-01' })
    await join({ person: 'Bà Lê Thị Hư Cấu', position: 'Trưởng ban' })

    const printed = 'Các thành viên Ban Chỉ đạo chuyển đổi số'
    const now = await directory()
    expect(matchName(printed, now)).toEqual({ group: id })
    expect(membersOf(id, now).map(({ name }) => name)).toEqual(['Sở Tài chính'])
    expect(membersOf(id, await directory('2026-03-01')).map(({ name }) => name)).toEqual([
      'Sở Nội vụ',
      'Sở Tài chính',
    ])
    expect(membersOf(id, await directory('2026-01-01'))).toEqual([])

    const leave = (version: number) =>
      focal('PATCH', `${url}/${first.json().id}`, {
        body: member({ agencyId: app.agencyId('Sở Tài chính'), since: '2026-02-03', until: '2026-12-01' }),
        version,
      })
    expect((await leave(1)).statusCode).toBe(200)
    expect((await leave(1)).statusCode).toBe(412)
    expect((await focal('DELETE', `${url}/${first.json().id}`, { version: 1 })).statusCode).toBe(412)
    expect((await focal('DELETE', `${url}/${first.json().id}`, { version: 2 })).statusCode).toBe(204)
    expect((await focal('DELETE', `${url}/${first.json().id}`, { version: 2 })).statusCode).toBe(404)
  })

  test('its conclusions are plans, with how much of their work is done', async () => {
    const items = [1, 2].map((n) => newItem(n, { bearers: [app.agencyId('Sở Nội vụ')] }))
    const { planId } = await planWithWork(app, items, { number: '5/TB-BCĐ', title: 'Kết luận phiên họp' })
    const url = `/api/agencies/${id}/committee/conclusions/${planId}`
    expect((await officer('PUT', url)).statusCode).toBe(403)
    await focal('PUT', url)
    const { conclusions } = (await focal('PUT', url)).json<Committee>()
    expect(conclusions).toMatchObject([{ number: '5/TB-BCĐ', assignments: 2, done: 0 }])
    expect((await focal('DELETE', url)).statusCode).toBe(204)
    expect((await focal('DELETE', url)).statusCode).toBe(404)
    expect((await focal('PUT', `/api/agencies/${id}/committee/conclusions/${id}`)).statusCode).toBe(404)
  })
})

test('a unit named as lead has the work for its agency, and in its own hands', async () => {
  const form = { name: 'Phòng Ngân sách', code: null, kind: 'unit', aliases: [] }
  const [unit] = (
    await focal('POST', '/api/agencies', {
      body: { agencies: [{ ...form, parentId: app.agencyId('Sở Tài chính') }] },
    })
  ).json<Agency[]>()
  const known = await directory()
  for (const printed of [
    'Phòng Ngân sách, Sở Tài chính',
    'Phòng Ngân sách thuộc Sở Tài chính',
    'Phòng Ngân sách (Sở Tài chính)',
  ])
    expect(matchName(printed, known)).toEqual({ agency: unit?.id })
  const { planId } = await planWithWork(app, [newItem(1, { bearers: [unit?.id ?? ''] })])
  const [row] = await app.sql`
    select agency_id as "agencyId", unit_id as "unitId", given_unit as "givenUnit" from assignment
    where plan_id = ${planId}`
  expect(row).toEqual({ agencyId: app.agencyId('Sở Tài chính'), unitId: unit?.id, givenUnit: unit?.id })
})

test.each([
  ['H99.05', 'H99.05'],
  ['000.00.05.H99', 'H99.05'],
  ['000.00.00.H99', 'H99'],
  ['000.01.05.h99', 'H99.05.01'],
])('the code %s is kept as %s', async (written, kept) => {
  const form = {
    name: `Trung tâm ${written}`,
    code: written,
    kind: 'department',
    parentId: null,
    aliases: [],
  }
  const answer = await focal('POST', '/api/agencies', { body: { agencies: [form] } })
  expect(answer.statusCode === 409 || answer.json()[0]?.code === kept, answer.body).toBe(true)
})
