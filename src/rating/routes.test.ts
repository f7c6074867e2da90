import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { assignmentOf, dueBy, newItem, planWithWork } from '../../test/work.ts'
import { insertAgency } from '../agency/queries.ts'
import * as words from '../vocabulary/words.ts'
import type { Explained, Ratings, Rubrics, Terms, Trial } from './rating.ts'
import { SAMPLE_RUBRIC } from './rubric.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<App['signIn']>>
const w = words.rating
const PERIOD = '2026-Q3'
let app: App
let as: Record<
  'admin' | 'leader' | 'focal' | 'head' | 'officer' | 'commune' | 'commune-head' | 'finance-head',
  Caller
>
let lateId: string
let home: string
let commune: string

const taken = async (id: string, steps: [caller: Caller, at: string, body: object][]) => {
  for (const [caller, at, body] of steps) {
    app.clock.set(at)
    const [row] = await app.sql<{ version: number }[]>`select version from assignment where id = ${id}`
    const answer = await caller('POST', `/api/work/${id}/steps`, { version: row?.version, body })
    if (answer.statusCode !== 201 && answer.statusCode !== 200) throw new Error(answer.body)
  }
}

beforeAll(async () => {
  app = await testApp()
  const logins = [
    'admin',
    'leader',
    'focal',
    'head',
    'officer',
    'commune',
    'commune-head',
    'finance-head',
  ] as const
  as = Object.fromEntries(
    await Promise.all(logins.map(async (login) => [login, await app.signIn(login)])),
  ) as typeof as
  home = app.agencyId('Sở Nội vụ')
  commune = app.agencyId('UBND xã Suối Mơ')
  const police = randomUUID()
  app.clock.set('2026-06-20T02:00:00Z')
  const kind = { name: 'Công an tỉnh', kind: 'police', parentId: null, code: null, aliases: [] } as const
  await insertAgency(app.sql, app.tenantId, police, { ...kind, aliases: [] }, app.clock.now())
  const items = [
    ...[1, 2, 3].map((n) => newItem(n, { bearers: [home], due: dueBy('2026-08-15') })),
    newItem(4, { bearers: [home, commune, police], outcome: 'each', due: dueBy('2026-08-31') }),
  ]
  await planWithWork(app, items)
  const report = { kind: 'report', text: 'Đã xong', percent: 100, files: [] }
  const approve = { kind: 'approve', text: '' }
  for (const item of items.slice(0, 2)) {
    const id = await assignmentOf(app, item.id, home)
    await taken(id, [
      [as.officer, '2026-07-01T02:00:00Z', report],
      [as.head, '2026-07-02T02:00:00Z', approve],
    ])
  }
  lateId = await assignmentOf(app, items[2]?.id ?? '', home)
  await taken(lateId, [
    [as.officer, '2026-08-19T02:00:00Z', report],
    [as.head, '2026-08-20T02:00:00Z', approve],
    [as.focal, '2026-08-22T02:00:00Z', { kind: 'return', text: 'Thiếu phụ lục' }],
    [as.officer, '2026-08-24T02:00:00Z', report],
    [as.head, '2026-08-25T02:00:00Z', approve],
  ])
}, 60_000)
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-21T02:00:00Z')
  await app.sql`delete from rating_snapshot`
  for (const table of [
    'rating_lock',
    'rating_cause',
    'rating_change',
    'rating_objection',
    'head_term',
    'rubric',
    'rating_office',
  ])
    await app.sql`delete from ${app.sql(table)}`
})

const read = async <T>(caller: Caller, path: string): Promise<T> => {
  const answer = await caller('GET', path)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json() as T
}
const ratings = (caller: Caller, more = '') => read<Ratings>(caller, `/api/ratings?period=${PERIOD}${more}`)
const explained = (caller: Caller, id = home, by = 'agency') =>
  read<Explained>(caller, `/api/ratings/explain?period=${PERIOD}&by=${by}&id=${id}`)
const post = (caller: Caller, path: string, body: object, key = randomUUID()) =>
  caller('POST', path, { body, key })
const rowOf = async (caller: Caller, id = home) =>
  (await ratings(caller)).rows.find(({ subject }) => subject.id === id)
const said = (answer: { statusCode: number; json: () => { code?: string } }) => [
  answer.statusCode,
  answer.json().code,
]

async function published(from = '2026-01-01', body: object = SAMPLE_RUBRIC) {
  const made = (await post(as.admin, '/api/rubrics', { body })).json() as { id: string }
  const answer = await as.leader('POST', `/api/rubrics/${made.id}/publish`, {
    version: 1,
    body: { documentNumber: '12/QĐ-UBND', documentOn: '2026-01-01', validFrom: from },
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return made.id
}

describe('the ranking', () => {
  test('every agency with something to judge by, the best first; police not rated; the sample says it is one', async () => {
    const { rows, outside, rubric, period, may } = await ratings(as.leader)
    expect(rubric.id).toBeNull()
    expect([period.from, period.to, period.isOver]).toEqual(['2026-06-15', '2026-09-14', true])
    expect(rows.map(({ subject, duties, band, rank }) => [subject.agency.name, duties, band, rank])).toEqual([
      // 4 duties: one late and one never done, one of four undone, one returned
      ['Sở Nội vụ', 4, 2, 1],
      ['UBND xã Suối Mơ', 1, null, null],
    ])
    expect(rows[0]?.criteria.map(({ points, faulty, units }) => [points, faulty, units])).toEqual([
      [2000, 2, 4],
      [2250, 1, 4],
      [1125, 1, 3],
      [1500, 0, 0],
    ])
    expect(outside.map(({ name }) => name)).toEqual(['Công an tỉnh'])
    expect(may.all).toBe(true)
  })

  test('an agency sees its own and no place; others see nothing; nobody without a session', async () => {
    const { rows, may } = await ratings(as.officer)
    expect(rows.map(({ subject, rank }) => [subject.agency.name, rank])).toEqual([['Sở Nội vụ', null]])
    expect(may.all).toBe(false)
    expect((await ratings(as['finance-head'])).rows).toEqual([])
    const other = await as.commune('GET', `/api/ratings/explain?period=${PERIOD}&by=agency&id=${home}`)
    expect(said(other)).toEqual([403, 'rating.see-own'])
    expect((await app.server.inject(`/api/ratings?period=${PERIOD}`)).statusCode).toBe(401)
    expect((await as.leader('GET', '/api/ratings?period=2026-Q7')).statusCode).toBe(422)
  })

  test('every point lost leads to its assignment, its days and its step', async () => {
    const { result, units, duties } = await explained(as.officer)
    const lost = result.criteria.flatMap(({ deductions }) => deductions)
    expect(lost.reduce((sum, { points }) => sum + points, 0)).toBe(10_000 - result.score)
    const returned = units.find(({ fault, count }) => fault === 'returned' && count > 0)
    expect(returned?.steps.map(({ text, onDay }) => [text, onDay])).toEqual([['Thiếu phụ lục', '2026-08-22']])
    const late = units.find(({ fault, assignmentId }) => fault === 'late' && assignmentId === lateId)
    expect([late?.dueOn, late?.completedOn, late?.daysLate]).toEqual(['2026-08-15', '2026-08-25', 10])
    expect(duties.find(({ id }) => id === lateId)?.quote).toBe('Nhiệm vụ số 3')
  })

  test('a running period says so and counts up to today', async () => {
    const { rows, period } = await read<Ratings>(as.leader, '/api/ratings?period=2026')
    expect(period.isOver).toBe(false)
    expect(rows[0]?.duties).toBe(4)
  })

  test('goes out as Word and Excel', async () => {
    for (const form of ['docx', 'xlsx']) {
      const answer = await as.leader('GET', `/api/ratings/paper.${form}?period=${PERIOD}`)
      expect(answer.statusCode).toBe(200)
      expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
    }
  })
})

describe('reports of rounds', () => {
  /** What the focal agency asked on a plan, due in the window; the reports by agency. */
  let reports: Record<'home' | 'commune' | 'focal', string>
  let roundId: string

  const move = async (id: string, caller: Caller, kind: string, more: object = {}) => {
    const [row] = await app.sql<{ version: number }[]>`select version from report where id = ${id}`
    const answer = await caller('POST', `/api/reports/${id}/steps`, {
      version: row?.version,
      body: { kind, ...more },
    })
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }
  const reportUnits = async (caller: Caller, id: string) =>
    (await explained(caller, id)).units.flatMap(({ fault, reportId, count, excuse, daysLate }) =>
      fault === 'report' ? [{ reportId, count, daysLate, cause: excuse?.cause ?? null }] : [],
    )

  beforeAll(async () => {
    app.clock.set('2026-08-01T02:00:00Z')
    const [plan] = await app.sql<{ id: string }[]>`select id from plan where tenant_id = ${app.tenantId}`
    const body = {
      ...{ kind: 'adhoc', title: 'Báo cáo đột xuất tháng 8', from: '2026-06-15', to: '2026-08-01' },
      dueOn: '2026-08-10',
    }
    const made = await post(as.focal, `/api/plans/${plan?.id}/rounds`, body)
    if (made.statusCode !== 201) throw new Error(made.body)
    roundId = (made.json() as { id: string }).id
    const rows = await app.sql<{ id: string; agencyId: string }[]>`
      select id, agency_id as "agencyId" from report where round_id = ${roundId}`
    const of = (agencyId: string) => rows.find((row) => row.agencyId === agencyId)?.id ?? ''
    reports = { home: of(home), commune: of(commune), focal: of(app.agencyId('Sở Tài chính')) }
    // The commune in time; home five days late; the focal agency, which consolidates until 15/8, never.
    await move(reports.commune, as.commune, 'submit')
    await move(reports.commune, as['commune-head'], 'approve')
    app.clock.set('2026-08-15T02:00:00Z')
    await move(reports.home, as.officer, 'submit', { text: 'Chờ số liệu của các xã' })
    await move(reports.home, as.head, 'approve')
  }, 60_000)
  afterAll(async () => {
    for (const table of [
      'rating_cause',
      'rating_objection',
      'report_entry',
      'report_part',
      'report_step',
      'report',
    ])
      await app.sql`delete from ${app.sql(table)}`
    await app.sql`delete from report_round`
  })

  test('count for whoever was asked, those who consolidate as well, and lead to the report', async () => {
    expect(await reportUnits(as.leader, home)).toEqual([
      { reportId: reports.home, count: 1, daysLate: 5, cause: null },
    ])
    expect(await reportUnits(as.commune, commune)).toEqual([
      { reportId: reports.commune, count: 0, daysLate: null, cause: null },
    ])
    const finance = app.agencyId('Sở Tài chính')
    expect(await reportUnits(as.focal, finance)).toEqual([
      { reportId: reports.focal, count: 1, daysLate: 30, cause: null },
    ])
    const own = await explained(as.officer)
    expect(own.reports).toMatchObject([{ id: reports.home, title: 'Báo cáo đột xuất tháng 8', roundId }])
    expect(own.units.find(({ reportId }) => reportId === reports.home)).toMatchObject({
      ...{ assignmentId: null, dueOn: '2026-08-10', completedOn: '2026-08-15' },
    })
    expect(own.result).toMatchObject({ duties: 4, reports: 1, score: 5375 })
    const lost = own.result.criteria.flatMap(({ deductions }) => deductions)
    expect(lost.reduce((sum, { points }) => sum + points, 0)).toBe(10_000 - own.result.score)
  })

  test('a report that was not handed in is opened by its own people; others are led to its round', async () => {
    const finance = app.agencyId('Sở Tài chính')
    const seen = async (caller: Caller) => (await explained(caller, finance)).reports[0]?.mayOpen
    expect([await seen(as.focal), await seen(as.leader)]).toEqual([true, false])
    expect((await as.focal('GET', `/api/reports/${reports.focal}`)).statusCode).toBe(200)
    expect((await as.leader('GET', `/api/reports/${reports.focal}`)).statusCode).toBe(403)
    expect((await as.leader('GET', `/api/rounds/${roundId}`)).statusCode).toBe(200)
  })

  test('a cause is confirmed for one, once, and taken back', async () => {
    const cause = (more: object = {}) => ({
      ...{ assignmentId: null, reportId: reports.home, fault: 'report', reason: 'Bão lũ', ...more },
    })
    const send = (caller: Caller, body: object, key = randomUUID()) =>
      post(caller, '/api/ratings/causes', body, key)
    expect(said(await send(as.head, cause()))).toEqual([403, 'rating.confirm'])
    for (const wrong of [{ fault: 'late' }, { assignmentId: lateId }, { reportId: null }])
      expect((await send(as.leader, cause(wrong))).statusCode).toBe(422)
    expect(said(await send(as.leader, cause({ reportId: randomUUID() })))).toEqual([404, 'rating.missing'])
    const key = randomUUID()
    const made = await send(as.leader, cause(), key)
    expect((await send(as.leader, cause(), key)).json()).toEqual(made.json())
    expect(said(await send(as.leader, cause()))).toEqual([409, 'rating.cause-there'])
    expect((await reportUnits(as.leader, home))[0]?.cause).toBe('confirmed')
    expect((await explained(as.officer)).causes[`${reports.home} report`]?.reason).toBe('Bão lũ')
    const { id } = made.json() as { id: string }
    const withdraw = (version: number) =>
      as.leader('POST', `/api/ratings/causes/${id}/withdraw`, { version, body: { reason: 'Nhầm' } })
    expect(said(await withdraw(7))).toEqual([412, 'rating.stale'])
    expect((await withdraw(1)).statusCode).toBe(200)
    expect((await reportUnits(as.leader, home))[0]?.cause).toBeNull()
  })

  test('an objection may be about one', async () => {
    const objection = (reportId: string) => ({
      ...{ period: PERIOD, agencyId: home, assignmentId: null, reportId, fault: 'report' },
      text: 'Yêu cầu đến muộn',
    })
    expect((await post(as.officer, '/api/ratings/objections', objection(reports.home))).statusCode).toBe(201)
    expect((await post(as.officer, '/api/ratings/objections', objection(randomUUID()))).statusCode).toBe(404)
    expect((await explained(as.officer)).objections[0]).toMatchObject({ reportId: reports.home })
  })

  test('a locked period keeps them; one locked before they were rated reads as it was and says what came since', async () => {
    await published()
    const lock = { period: PERIOD, reason: 'Đã họp hội đồng' }
    expect((await post(as.leader, '/api/ratings/locks', lock)).statusCode).toBe(201)
    expect((await explained(as.officer)).now).toBeNull()
    const { rate } = await import('./rate.ts')
    const rows = await app.sql<{ body: Explained & { units: Explained['units'] } }[]>`
      select body from rating_snapshot where subject = 'agency' and subject_id = ${home}`
    const body = rows[0]?.body
    if (!body) throw new Error('nothing was locked')
    const units = body.units.filter(({ reportId }) => !reportId).map(({ reportId: _, ...unit }) => unit)
    const old = { subject: body.subject, units, result: rate(SAMPLE_RUBRIC, units) }
    await app.sql`
      update rating_snapshot set body = ${app.sql.json(old as never)}
      where subject = 'agency' and subject_id = ${home}`
    const { result, now, units: seen } = await explained(as.officer)
    expect([result.score, now?.score, seen.length]).toEqual([6875, 5375, units.length])
    expect(now?.differences).toEqual([
      { assignmentId: null, reportId: reports.home, fault: 'report', before: null, after: 1500 },
    ])
    expect((await rowOf(as.leader))?.now?.score).toBe(5375)
  })
})

describe('heads', () => {
  const term = (name: string, from: string, until: string | null) => ({
    ...{ agencyId: home, name, position: 'Giám đốc', from, until },
  })

  test('the one account that heads an agency is taken until terms are recorded', async () => {
    const { rows } = await ratings(as.leader, '&by=head')
    expect(rows.map(({ subject }) => [subject.head?.name, subject.head?.isAssumed])).toEqual([
      ['Người dùng head', true],
      ['Người dùng commune-head', true],
    ])
    expect((await read<Terms>(as.leader, '/api/ratings/heads')).assumed.length).toBeGreaterThan(3)
  })

  test('who changed within the period has their own days', async () => {
    expect(
      (await post(as.leader, '/api/ratings/heads', term('Ông A', '2025-01-01', '2026-08-20'))).statusCode,
    ).toBe(201)
    expect((await post(as.leader, '/api/ratings/heads', term('Bà B', '2026-08-21', null))).statusCode).toBe(
      201,
    )
    const { rows } = await ratings(as.leader, '&by=head')
    const own = rows.filter(({ subject }) => subject.agency.id === home)
    expect(
      own.map(({ subject: { head }, criteria: [late, undone, returned] }) => [
        ...[head?.name, head?.from, head?.to],
        ...[late, undone, returned].map((one) => `${one?.faulty}/${one?.units}`),
      ]),
    ).toEqual([
      // Two done in time, one late on 15/8.
      ['Ông A', '2026-06-15', '2026-08-20', '1/3', '0/2', '0/2'],
      // The duty of 31/8 and the return of 22/8 came in her days.
      ['Bà B', '2026-08-21', '2026-09-14', '1/1', '1/2', '1/1'],
    ])
  })

  test('terms: forbidden, repeated, stale, crossing, struck', async () => {
    const path = '/api/ratings/heads'
    expect(said(await post(as.head, path, term('Ông A', '2026-01-01', null)))).toEqual([403, 'rating.heads'])
    const key = randomUUID()
    const first = await post(as.admin, path, term('Ông A', '2026-01-01', null), key)
    expect((await post(as.admin, path, term('Ông A', '2026-01-01', null), key)).json()).toEqual(first.json())
    expect(said(await post(as.admin, path, term('Bà B', '2026-06-01', null)))).toEqual([409, 'term.clash'])
    expect(said(await post(as.admin, path, term('Bà B', '2026-06-01', '2026-05-01')))).toEqual([
      422,
      'term.order',
    ])
    expect(
      said(await post(as.admin, path, { ...term('Bà B', '2026-06-01', null), agencyId: randomUUID() })),
    ).toEqual([422, 'rating.agency'])
    const { id } = first.json() as { id: string }
    const put = (version: number, until: string | null) =>
      as.admin('PUT', `${path}/${id}`, { version, body: term('Ông A', '2026-01-01', until) })
    expect((await put(1, '2026-05-31')).statusCode).toBe(200)
    expect(said(await put(1, '2026-05-30'))).toEqual([412, 'rating.stale'])
    expect((await as.admin('DELETE', `${path}/${id}`, { version: 2 })).statusCode).toBe(200)
    expect((await read<Terms>(as.admin, path)).terms).toEqual([])
  })
})

describe('objective causes', () => {
  const cause = (more: object = {}) => ({ assignmentId: lateId, fault: 'late', reason: 'Bão lũ', ...more })

  test('confirmed by those who keep the ratings, with the reason; taken back the same way', async () => {
    expect(said(await post(as.head, '/api/ratings/causes', cause()))).toEqual([403, 'rating.confirm'])
    const before = await rowOf(as.leader)
    const key = randomUUID()
    const made = await post(as.leader, '/api/ratings/causes', cause(), key)
    expect((await post(as.leader, '/api/ratings/causes', cause(), key)).json()).toEqual(made.json())
    expect((await rowOf(as.leader))?.score).toBe((before?.score ?? 0) + 1000)
    const { causes, units } = await explained(as.officer)
    expect(causes[`${lateId} late`]).toMatchObject({ reason: 'Bão lũ', by: 'Người dùng leader' })
    expect(units.find((unit) => unit.fault === 'late' && unit.assignmentId === lateId)?.excuse?.cause).toBe(
      'confirmed',
    )
    expect(said(await post(as.leader, '/api/ratings/causes', cause()))).toEqual([409, 'rating.cause-there'])
    const { id } = made.json() as { id: string }
    const withdraw = (version: number) =>
      as.leader('POST', `/api/ratings/causes/${id}/withdraw`, { version, body: { reason: 'Nhầm việc' } })
    expect(said(await withdraw(2))).toEqual([412, 'rating.stale'])
    expect((await withdraw(1)).statusCode).toBe(200)
    expect((await rowOf(as.leader))?.score).toBe(before?.score)
    expect(said(await post(as.leader, '/api/ratings/causes', cause({ assignmentId: randomUUID() })))).toEqual(
      [404, 'rating.missing'],
    )
    expect((await post(as.leader, '/api/ratings/causes', cause({ reason: ' ' }))).statusCode).toBe(422)
  })
})

describe('changes by a person', () => {
  const change = (score: number, more: object = {}) => ({
    ...{ period: PERIOD, by: 'agency', id: home, score, reason: 'Nhiệm vụ đột xuất', ...more },
  })
  const decide = (caller: Caller, id: string, version: number, verdict: string, reason = '') =>
    caller('POST', `/api/ratings/changes/${id}/decide`, { version, body: { verdict, reason } })

  test('proposed by the office, decided by a leader, computed kept beside', async () => {
    await as.admin('PUT', '/api/ratings/office', { version: 0, body: { agencyId: home } })
    // Nobody judges their own agency.
    expect(await post(as.head, '/api/ratings/changes', change(9200)).then((own) => own.json().title)).toBe(
      w.refusal.ownAgency,
    )
    await as.admin('PUT', '/api/ratings/office', {
      version: 1,
      body: { agencyId: app.agencyId('Sở Tài chính') },
    })
    const made = (await post(as.focal, '/api/ratings/changes', change(9200))).json() as { id: string }
    expect(await rowOf(as.leader)).toMatchObject({ score: 6875, changed: null, proposed: { score: 9200 } })
    expect(said(await post(as.leader, '/api/ratings/changes', change(8000)))).toEqual([
      409,
      'rating.change-there',
    ])
    expect(said(await decide(as.focal, made.id, 1, 'approved'))[0]).toBe(403)
    expect(said(await decide(as.leader, made.id, 1, 'refused'))).toEqual([422, 'rating.reason'])
    expect(said(await decide(as.leader, made.id, 2, 'approved'))).toEqual([412, 'rating.stale'])
    expect((await decide(as.leader, made.id, 1, 'approved')).statusCode).toBe(200)
    expect(said(await decide(as.leader, made.id, 2, 'refused', 'Không'))).toEqual([409, 'rating.decided'])
    expect(await rowOf(as.leader)).toMatchObject({
      score: 6875,
      changed: { score: 9200, band: 0 },
      proposed: null,
    })
    expect(said(await post(as.focal, '/api/ratings/changes', change(9200)))).toEqual([422, 'rating.same'])
    expect((await explained(as.officer)).changes[0]).toMatchObject({
      ...{ computed: 6875, score: 9200, state: 'approved', decidedBy: 'Người dùng leader' },
    })
  })

  test('nobody decides on their own; who proposed may take it back; others may neither', async () => {
    expect(said(await post(as.officer, '/api/ratings/changes', change(9000)))).toEqual([
      403,
      'rating.propose',
    ])
    const key = randomUUID()
    const made = await post(as.leader, '/api/ratings/changes', change(9000), key)
    expect((await post(as.leader, '/api/ratings/changes', change(9000), key)).json()).toEqual(made.json())
    const { id } = made.json() as { id: string }
    expect(said(await decide(as.leader, id, 1, 'approved'))).toEqual([403, 'rating.own-change'])
    expect(said(await decide(as.admin, id, 1, 'withdrawn'))).toEqual([403, 'rating.withdraw'])
    expect((await decide(as.leader, id, 1, 'withdrawn')).statusCode).toBe(200)
    expect((await rowOf(as.leader))?.proposed).toBeNull()
  })

  test('whoever stands in for the leader decides, but not on what that leader proposed', async () => {
    const standIn = randomUUID()
    await app.sql`
      insert into stand_in (tenant_id, id, account_id, stand_in_id, from_day, to_day, reason, created_by, created_at)
      values (${app.tenantId}, ${standIn}, ${app.accountId('leader')}, ${app.accountId('finance-head')}, '2026-11-01',
              '2026-11-30', 'Đi công tác', ${app.accountId('admin')}, ${app.clock.now()})`
    const own = (await post(as.leader, '/api/ratings/changes', change(9000))).json() as { id: string }
    expect(said(await decide(as['finance-head'], own.id, 1, 'approved'))).toEqual([403, 'rating.own-change'])
    await decide(as.leader, own.id, 1, 'withdrawn')
    await as.admin('PUT', '/api/ratings/office', {
      version: 0,
      body: { agencyId: app.agencyId('Sở Tài chính') },
    })
    const theirs = (await post(as.focal, '/api/ratings/changes', change(9000))).json() as { id: string }
    expect((await decide(as['finance-head'], theirs.id, 1, 'approved')).statusCode).toBe(200)
    await app.sql`delete from stand_in where id = ${standIn}`
  })

  test.each([
    ['more than all', change(10_001)],
    ['no reason', change(9000, { reason: '' })],
    ['no period', change(9000, { period: 'x' })],
  ])('%s is refused', async (_, body) => {
    expect((await post(as.leader, '/api/ratings/changes', body)).statusCode).toBe(422)
  })

  test('of one with nothing to judge by there is nothing to change', async () => {
    const body = change(9000, { id: app.agencyId('Sở Công Thương') })
    expect((await post(as.leader, '/api/ratings/changes', body)).statusCode).toBe(404)
  })
})

describe('objections', () => {
  const objection = (more: object = {}) => ({
    ...{
      period: PERIOD,
      agencyId: home,
      assignmentId: lateId,
      fault: 'late',
      text: 'Văn bản giao đến muộn',
      ...more,
    },
  })

  test('in the words of the agency, answered once', async () => {
    expect(said(await post(as.commune, '/api/ratings/objections', objection()))).toEqual([
      403,
      'rating.object',
    ])
    const key = randomUUID()
    const made = await post(as.officer, '/api/ratings/objections', objection(), key)
    expect((await post(as.officer, '/api/ratings/objections', objection(), key)).json()).toEqual(made.json())
    expect((await rowOf(as.leader))?.objections).toBe(1)
    const { id } = made.json() as { id: string }
    const answer = (caller: Caller, version: number) =>
      caller('POST', `/api/ratings/objections/${id}/answer`, {
        version,
        body: { accepted: false, answer: 'Đã rõ' },
      })
    expect(said(await answer(as.officer, 1))).toEqual([403, 'rating.answer'])
    expect(said(await answer(as.leader, 5))).toEqual([412, 'rating.stale'])
    expect((await answer(as.leader, 1)).statusCode).toBe(200)
    expect(said(await answer(as.leader, 2))).toEqual([409, 'rating.answered'])
    const [seen] = (await explained(as.officer)).objections
    expect(seen).toMatchObject({ answer: 'Đã rõ', accepted: false, answeredBy: 'Người dùng leader' })
    expect((await post(as.officer, '/api/ratings/objections', objection({ text: '' }))).statusCode).toBe(422)
  })
})

describe('locking', () => {
  const lock = (caller: Caller, period = PERIOD, key = randomUUID()) =>
    post(caller, '/api/ratings/locks', { period, reason: 'Đã họp hội đồng' }, key)

  test('not while it runs, not without a rubric, not with open ends, not by others', async () => {
    expect(said(await lock(as.officer))).toEqual([403, 'rating.lock'])
    expect(said(await lock(as.leader))).toEqual([409, 'rating.no-rubric'])
    await published()
    expect(said(await lock(as.leader, '2026'))).toEqual([409, 'rating.running'])
    await post(as.officer, '/api/ratings/objections', {
      ...{ period: PERIOD, agencyId: home, assignmentId: null, fault: null, text: 'Chưa đúng' },
    })
    expect(said(await lock(as.leader))).toEqual([409, 'rating.open-ends'])
  })

  test('keeps the snapshot, says what changed since, and can be opened with a reason', async () => {
    await published()
    const key = randomUUID()
    const made = await lock(as.leader, PERIOD, key)
    expect(made.statusCode).toBe(201)
    expect((await lock(as.leader, PERIOD, key)).json()).toEqual(made.json())
    expect(said(await lock(as.leader))).toEqual([409, 'rating.locked'])
    const before = await rowOf(as.leader)
    expect(before?.now).toBeNull()
    // What is read back from the lock is what the same units give again.
    const stored = await explained(as.officer)
    const { rate } = await import('./rate.ts')
    expect(rate(stored.body, stored.units)).toEqual(stored.result)

    const cause = { assignmentId: lateId, fault: 'late', reason: 'Bão lũ' }
    await post(as.leader, '/api/ratings/causes', cause)
    const after = await rowOf(as.leader)
    expect([after?.score, after?.now?.score]).toEqual([before?.score, (before?.score ?? 0) + 1000])
    const { now, isLocked, result } = await explained(as.officer)
    expect([isLocked, result.score, now?.score]).toEqual([true, 6875, 7875])
    expect(now?.differences).toEqual([
      { assignmentId: lateId, reportId: null, fault: 'late', before: 1000, after: null },
    ])
    for (const [path, body] of [
      ['changes', { period: PERIOD, by: 'agency', id: home, score: 9000, reason: 'x' }],
      ['objections', { period: PERIOD, agencyId: home, assignmentId: null, fault: null, text: 'x' }],
    ] as const)
      expect(
        said(await post(path === 'changes' ? as.leader : as.officer, `/api/ratings/${path}`, body)),
      ).toEqual([409, 'rating.locked'])
    // Another rubric does not move what is locked.
    await published('2026-02-01', { ...SAMPLE_RUBRIC, minimum: 99 })
    expect((await rowOf(as.leader))?.band).toBe(2)

    const { id } = made.json() as { id: string }
    const open = (caller: Caller, version: number) =>
      caller('POST', `/api/ratings/locks/${id}/open`, { version, body: { reason: 'Bổ sung minh chứng' } })
    expect(said(await open(as.officer, 1))).toEqual([403, 'rating.lock'])
    expect(said(await open(as.leader, 7))).toEqual([412, 'rating.stale'])
    expect((await open(as.leader, 1)).statusCode).toBe(200)
    const opened = await ratings(as.leader)
    expect([opened.lock, opened.opened[0]?.openedWhy]).toEqual([null, 'Bổ sung minh chứng'])
    expect(opened.rows[0]).toMatchObject({ score: 7875, band: null })
  })
})

describe('the rubric', () => {
  test('drafted, changed, published with its document, and never changed again', async () => {
    expect(said(await post(as.head, '/api/rubrics', { body: SAMPLE_RUBRIC }))).toEqual([403, 'rating.draft'])
    const key = randomUUID()
    const made = await post(as.admin, '/api/rubrics', { body: SAMPLE_RUBRIC }, key)
    expect((await post(as.admin, '/api/rubrics', { body: SAMPLE_RUBRIC }, key)).json()).toEqual(made.json())
    const { id } = made.json() as { id: string }
    const put = (version: number, body: object = { ...SAMPLE_RUBRIC, minimum: 5 }) =>
      as.admin('PUT', `/api/rubrics/${id}`, { version, body: { body } })
    expect((await put(1)).statusCode).toBe(200)
    expect(said(await put(1))).toEqual([412, 'rating.stale'])
    expect((await put(2, { ...SAMPLE_RUBRIC, criteria: [] })).statusCode).toBe(422)
    // A draft is nobody's but those who draft.
    expect((await read<Rubrics>(as.officer, '/api/rubrics')).versions).toEqual([])
    const form = { documentNumber: '12/QĐ-UBND', documentOn: '2026-01-01', validFrom: '2026-01-01' }
    const publish = (caller: Caller, version: number, more: object = {}) =>
      caller('POST', `/api/rubrics/${id}/publish`, { version, body: { ...form, ...more } })
    expect(said(await publish(as.officer, 2))).toEqual([403, 'rating.publish'])
    expect(said(await publish(as.leader, 1))).toEqual([412, 'rating.stale'])
    expect((await publish(as.leader, 2, { documentNumber: '' })).statusCode).toBe(422)
    expect(said(await publish(as.leader, 2, { documentOn: '2027-01-01' }))).toEqual([
      422,
      'rubric.document-ahead',
    ])
    expect((await publish(as.leader, 2)).statusCode).toBe(200)
    expect(said(await put(3))).toEqual([409, 'rubric.published'])
    const { versions, current } = await read<Rubrics>(as.officer, '/api/rubrics')
    expect([versions[0]?.documentNumber, versions[0]?.body.minimum, current]).toEqual(['12/QĐ-UBND', 5, id])
    expect((await ratings(as.leader)).rubric).toMatchObject({ id, documentNumber: '12/QĐ-UBND' })
    // Another one from the same day is refused; a draft can be dropped.
    const again = (await post(as.admin, '/api/rubrics', { body: SAMPLE_RUBRIC })).json() as { id: string }
    const same = await as.leader('POST', `/api/rubrics/${again.id}/publish`, { version: 1, body: form })
    expect(said(same)).toEqual([409, 'rubric.same-day'])
    expect((await as.admin('DELETE', `/api/rubrics/${again.id}`, { version: 1 })).statusCode).toBe(200)
    expect(said(await as.admin('DELETE', `/api/rubrics/${id}`, { version: 3 }))).toEqual([
      409,
      'rubric.published',
    ])
  })

  test('a period keeps the one that was in force on its last day', async () => {
    await published('2026-10-01')
    expect((await ratings(as.leader)).rubric.id).toBeNull()
  })

  test('tried against a period: who would change band', async () => {
    const body = {
      ...SAMPLE_RUBRIC,
      bands: [
        { name: 'Đạt', from: 60 },
        { name: 'Không đạt', from: 0 },
      ],
    }
    const answer = await post(as.admin, '/api/rubrics/try', { body, period: PERIOD })
    const trial = answer.json() as Trial
    expect(trial.moved.map(({ agency, before, after }) => [agency.name, before.band, after.band])).toEqual([
      ['Sở Nội vụ', w.sample.bands.done, 'Đạt'],
    ])
    expect(trial.agencies).toBe(2)
    expect((await post(as.officer, '/api/rubrics/try', { body, period: PERIOD })).statusCode).toBe(403)
  })

  test('the office is chosen by the administrator; its people then see all and may propose', async () => {
    expect((await ratings(as.head)).may.all).toBe(false)
    const put = (caller: Caller, version: number, agencyId: string | null = home) =>
      caller('PUT', '/api/ratings/office', { version, body: { agencyId } })
    expect(said(await put(as.leader, 0))).toEqual([403, 'rating.set-office'])
    expect(said(await put(as.admin, 0, randomUUID()))).toEqual([422, 'rating.agency'])
    expect((await put(as.admin, 0)).statusCode).toBe(200)
    expect(said(await put(as.admin, 0))).toEqual([412, 'rating.stale'])
    const { may, office, rows } = await ratings(as.head)
    expect([may.all, may.lock, office?.name, rows.length]).toEqual([true, null, 'Sở Nội vụ', 2])
    expect((await put(as.admin, 1, null)).statusCode).toBe(200)
    expect((await ratings(as.head)).may.all).toBe(false)
  })
})
