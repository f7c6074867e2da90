import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { assignmentOf, dueBy, newItem, planWithWork } from '../../test/work.ts'
import { readDocument } from '../document/read-document.ts'
import * as words from '../vocabulary/words.ts'
import type { Part, PlanReporting, Report, RoundList, RoundPage } from './exchange.ts'
import { openDueRounds, passReports } from './rounds.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<App['signIn']>>
const LOGINS = [
  'officer',
  'head',
  'focal',
  'finance-head',
  'commune',
  'commune-head',
  'leader',
  'admin',
] as const
let app: App
let as: Record<(typeof LOGINS)[number], Caller>
let planId: string
let shared: string

beforeAll(async () => {
  app = await testApp()
  as = Object.fromEntries(
    await Promise.all(LOGINS.map(async (login) => [login, await app.signIn(login)])),
  ) as typeof as
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-02T02:00:00Z')
  const bearers = [
    app.agencyId('Sở Nội vụ'),
    app.agencyId('UBND xã Suối Mơ'),
    app.agencyId('UBND xã Đồi Chè'),
  ]
  const items = [
    newItem(1, {
      bearers,
      outcome: 'each',
      due: dueBy('2026-11-20'),
      quote: 'Tuyên truyền về kinh tế tập thể',
    }),
    newItem(2, { bearers: bearers.slice(0, 1), due: dueBy('2026-12-30'), quote: 'Mở lớp bồi dưỡng' }),
  ]
  shared = items[0]?.id ?? ''
  planId = (await planWithWork(app, items)).planId
  app.clock.set('2026-11-21T02:00:00Z')
})

const REGIME = {
  title: 'Báo cáo kết quả thực hiện hằng năm',
  every: 'year',
  dueDay: 15,
  dueMonth: 0,
  dueInclusive: false,
  afterDays: 5,
  beforeDays: 3,
  openDays: 30,
}
async function must<T>(
  answer: Promise<{ statusCode: number; body: string; json: () => unknown }>,
): Promise<T> {
  const got = await answer
  if (got.statusCode >= 300) throw new Error(got.body)
  return got.json() as T
}
interface Versioned {
  id: string
  version: number
}
const makeRegime = (caller = as.focal, body: object = REGIME, key = randomUUID()) =>
  caller('POST', `/api/plans/${planId}/regimes`, { body, key })
async function openYear(more: object = {}): Promise<string> {
  const { id: regimeId } = await must<Versioned>(makeRegime(as.focal, { ...REGIME, ...more }))
  const body = { kind: 'periodic', regimeId, period: '2026', note: 'Nêu rõ số lớp đã mở' }
  return (await must<Versioned>(as.focal('POST', `/api/plans/${planId}/rounds`, { body }))).id
}
const round = (id: string, caller = as.focal) => must<RoundPage>(caller('GET', `/api/rounds/${id}`))
async function reportOf(roundId: string, agency: string): Promise<Versioned> {
  const { reports } = await round(roundId)
  const found = reports.find((one) => one.agency.name === agency)
  if (!found) throw new Error(`no report of ${agency}`)
  return { id: found.id, version: found.version }
}
const read = (id: string, caller: Caller) => must<Report>(caller('GET', `/api/reports/${id}`))
const write = (caller: Caller, { id, version }: Versioned, body: object) =>
  caller('PUT', `/api/reports/${id}/draft`, { version, body })
const step = (caller: Caller, { id, version }: Versioned, kind: string, more: object = {}) =>
  caller('POST', `/api/reports/${id}/steps`, { version, body: { kind, ...more } })
async function report(itemId: string, agency: string, login: 'officer' | 'commune', body: object) {
  const id = await assignmentOf(app, itemId, app.agencyId(agency))
  const task = await must<Versioned>(as[login]('GET', `/api/work/${id}`))
  return must(
    as[login]('POST', `/api/work/${id}/steps`, { version: task.version, body: { kind: 'report', ...body } }),
  )
}
/** Written, handed in and approved, as the people of the agency do it. */
async function handIn(roundId: string, agency: 'Sở Nội vụ' | 'UBND xã Suối Mơ', body: object = {}) {
  const [writer, head] = agency === 'Sở Nội vụ' ? [as.officer, as.head] : [as.commune, as['commune-head']]
  let at = await reportOf(roundId, agency)
  if (Object.keys(body).length) at = await must<Versioned>(write(writer, at, body))
  at = await must<Versioned>(step(writer, at, 'submit'))
  return must<Versioned>(step(head, at, 'approve'))
}

describe('duties to report', () => {
  test('a focal officer sets one, once; others may not; a stale change is refused', async () => {
    const key = randomUUID()
    const [first, again] = [await makeRegime(as.focal, REGIME, key), await makeRegime(as.focal, REGIME, key)]
    expect([first.statusCode, again.json()]).toEqual([201, first.json()])
    expect((await makeRegime(as.officer)).statusCode).toBe(403)
    expect((await makeRegime(as.head)).json().title).toBe(words.report.notOverseer)
    expect((await makeRegime(as.focal, { ...REGIME, dueDay: 32 })).statusCode).toBe(422)
    const { id } = first.json() as Versioned
    const change = (version: number) =>
      as.focal('PATCH', `/api/regimes/${id}`, { version, body: { ...REGIME, dueDay: 20, state: 'active' } })
    expect((await change(1)).statusCode).toBe(200)
    expect((await change(1)).statusCode).toBe(412)
    const page = await must<PlanReporting>(as.focal('GET', `/api/plans/${planId}/reporting`))
    expect(page.regimes).toMatchObject([{ dueDay: 20, nextPeriod: '2026', nextDue: '2026-12-19' }])
    expect(page.usual.map(({ agencyId }) => agencyId)).toHaveLength(4)
  })

  test('who reports to whom must not go in a circle', async () => {
    const [a, b] = [app.agencyId('Sở Nội vụ'), app.agencyId('UBND xã Suối Mơ')]
    const links = [
      { agencyId: a, toAgencyId: b },
      { agencyId: b, toAgencyId: a },
    ]
    expect((await makeRegime(as.focal, { ...REGIME, links })).json()).toMatchObject({ code: 'report.circle' })
  })

  test('the calendar opens the round once, with a day for each level', async () => {
    await must(makeRegime())
    const now = { at: app.clock.now(), today: app.clock.today() }
    const run = () => app.sql.begin((tx) => openDueRounds(tx, app.tenantId, now))
    const opened = await run()
    expect([opened >= 1, await run()]).toEqual([true, 0])
    const { rounds } = await must<RoundList>(as.commune('GET', `/api/rounds?tab=write&plan=${planId}`))
    expect(rounds).toMatchObject([
      { period: '2026', from: '2025-12-15', to: '2026-12-14', asked: 4, sent: 0 },
    ])
    const { reports } = await round(rounds[0]?.id ?? '')
    expect(reports.map(({ agency, level, dueOn, to }) => [agency.name, level, dueOn, to?.name])).toEqual([
      ['Sở Tài chính', 1, '2026-12-19', 'UBND tỉnh'],
      ['Sở Nội vụ', 2, '2026-12-14', 'Sở Tài chính'],
      ['UBND xã Đồi Chè', 2, '2026-12-14', 'Sở Tài chính'],
      ['UBND xã Suối Mơ', 2, '2026-12-14', 'Sở Tài chính'],
    ])
  })

  test('a round is opened once; what is no period is refused', async () => {
    const { id: regimeId } = await must<Versioned>(makeRegime())
    const open = (period: string, caller = as.focal) =>
      caller('POST', `/api/plans/${planId}/rounds`, { body: { kind: 'periodic', regimeId, period } })
    expect((await open('2026')).statusCode).toBe(201)
    expect((await open('2026')).json()).toMatchObject({ code: 'report.round-there' })
    expect((await open('2026-Q9')).statusCode).toBe(422)
    expect((await open('2025', as.commune)).statusCode).toBe(403)
  })
})

describe('one report', () => {
  test('is filled in from the facts of the window; what is written stands beside the computed', async () => {
    await report(shared, 'UBND xã Suối Mơ', 'commune', { text: 'Đã mở 3 buổi', percent: 60 })
    const roundId = await openYear()
    const at = await reportOf(roundId, 'UBND xã Suối Mơ')
    const before = await read(at.id, as.commune)
    expect(before.entries).toMatchObject([
      { computed: { text: 'Đã mở 3 buổi', status: 'reported', isOverdue: true, lateDays: 1 }, written: null },
    ])
    expect(before.figures.assignments).toEqual({ all: 1, done: 0, onTime: 0, late: 0, open: 1, overdue: 1 })
    const entry = { assignmentId: before.entries[0]?.assignmentId }
    const saved = await must<Versioned>(
      write(as.commune, at, {
        entries: [{ ...entry, written: { text: 'Đã mở 4 buổi', difficulty: 'Thiếu kinh phí' } }],
        texts: { proposals: 'Bổ sung kinh phí' },
      }),
    )
    const after = await read(at.id, as.commune)
    expect(after.entries[0]).toMatchObject({
      written: { text: 'Đã mở 4 buổi', difficulty: 'Thiếu kinh phí' },
      computed: { text: 'Đã mở 3 buổi' },
    })
    expect(after.texts.find(({ key }) => key === 'proposals')).toMatchObject({ written: 'Bổ sung kinh phí' })
    // Written back to what was computed, nothing is kept as written.
    const same = { entries: [{ ...entry, written: { text: 'Đã mở 3 buổi' } }], texts: { proposals: null } }
    await must(write(as.commune, saved, same))
    const back = await read(at.id, as.commune)
    expect([back.entries[0]?.written, back.texts.find(({ key }) => key === 'proposals')?.written]).toEqual([
      null,
      null,
    ])
  })

  test('only its own people write; old versions, foreign duties and 400 pages are refused', async () => {
    const roundId = await openYear()
    const at = await reportOf(roundId, 'UBND xã Suối Mơ')
    expect((await write(as.officer, at, { texts: { next: 'x' } })).statusCode).toBe(403)
    expect((await as.officer('GET', `/api/reports/${at.id}`)).statusCode).toBe(403)
    expect((await write(as.commune, { ...at, version: 9 }, { texts: { next: 'x' } })).statusCode).toBe(412)
    const foreign = { entries: [{ assignmentId: randomUUID(), written: { text: 'x' } }] }
    expect((await write(as.commune, at, foreign)).json()).toMatchObject({ code: 'report.duty-unknown' })
    const long = await write(as.commune, at, { texts: { results: 'Kết quả '.repeat(100_000) } })
    expect([long.statusCode, long.json().faults[0].message]).toEqual([
      422,
      words.report.textTooLong(800_000, 20_000),
    ])
    expect((await read(at.id, as.commune)).version).toBe(1)
  })

  test('submit, approve by another, accept, lock with a reason, unlock with a reason', async () => {
    const roundId = await openYear()
    let at = await reportOf(roundId, 'UBND xã Suối Mơ')
    expect((await step(as.officer, at, 'submit')).statusCode).toBe(403)
    expect((await step(as.commune, at, 'accept')).statusCode).toBe(409)
    at = await must(step(as.commune, at, 'submit'))
    expect((await step(as.commune, { ...at, version: 1 }, 'submit')).statusCode).toBe(412)
    expect((await step(as.commune, at, 'submit')).statusCode).toBe(409)
    expect((await step(as.commune, at, 'approve')).statusCode).toBe(403)
    expect((await write(as.commune, at, { texts: { next: 'x' } })).statusCode).toBe(409)
    at = await must(step(as['commune-head'], at, 'approve'))
    expect((await step(as.focal, at, 'return')).statusCode).toBe(422)
    at = await must(step(as.focal, at, 'accept'))
    at = await must(step(as.focal, at, 'lock', { text: 'Đã đưa vào báo cáo tỉnh' }))
    const locked = await read(at.id, as.officer)
    expect(locked).toMatchObject({
      state: 'locked',
      lockReason: 'Đã đưa vào báo cáo tỉnh',
      sentOn: '2026-11-21',
    })
    expect(locked.steps.map(({ kind }) => kind)).toEqual(['submit', 'approve', 'accept', 'lock'])
    expect((await step(as['commune-head'], at, 'unlock', { text: 'x' })).statusCode).toBe(403)
    await must(step(as.focal, at, 'unlock', { text: 'Số liệu thiếu một lớp' }))
    expect((await read(at.id, as.commune)).state).toBe('draft')
  })

  test('late: asks why, and says so with its days; an exception moves the day', async () => {
    const roundId = await openYear({ dueDay: 19, dueMonth: -1 })
    let at = await reportOf(roundId, 'UBND xã Suối Mơ')
    expect((await step(as.commune, at, 'submit')).json()).toMatchObject({ code: 'report.late-reason' })
    at = await must(step(as.commune, at, 'submit', { text: 'Cán bộ nghỉ ốm' }))
    at = await must(step(as['commune-head'], at, 'approve'))
    expect(await read(at.id, as.focal)).toMatchObject({ lateDays: 3, sentOn: '2026-11-21' })
    at = await must(step(as.focal, at, 'return', { text: 'Bổ sung số liệu' }))
    expect((await step(as.commune, at, 'extend', { text: 'x', dueOn: '2026-12-20' })).statusCode).toBe(403)
    at = await must(step(as.focal, at, 'extend', { text: 'Bão lũ', dueOn: '2026-12-20' }))
    expect((await step(as.commune, at, 'submit')).statusCode).toBe(200)
  })

  test('a figure that changes after it was handed in is shown beside, the report stands', async () => {
    await report(shared, 'UBND xã Suối Mơ', 'commune', { text: 'Đã mở 3 buổi', percent: 60 })
    const roundId = await openYear()
    const at = await handIn(roundId, 'UBND xã Suối Mơ')
    expect((await read(at.id, as.focal)).changes).toEqual([])
    app.clock.set('2026-11-21T08:00:00Z')
    const id = await assignmentOf(app, shared, app.agencyId('UBND xã Suối Mơ'))
    const task = await must<Versioned>(as.commune('GET', `/api/work/${id}`))
    const body = { kind: 'approve' }
    await must(as['commune-head']('POST', `/api/work/${id}/steps`, { version: task.version, body }))
    const after = await read(at.id, as.focal)
    expect(after.entries[0]?.computed.percent).toBe(0)
    const change = after.changes.find(({ field }) => field === 'percent')
    expect(change).toMatchObject({
      before: '0%',
      now: '60%',
      by: [{ kind: 'approve', actor: 'Người dùng commune-head' }],
    })
  })
})

describe('consolidation', () => {
  test('every figure is a sum with its parts, equal words are joined, who is missing is named', async () => {
    await report(shared, 'UBND xã Suối Mơ', 'commune', { text: 'Đã mở 3 buổi.', percent: 60 })
    await report(shared, 'Sở Nội vụ', 'officer', { text: 'đã mở  3 buổi', percent: 40 })
    const roundId = await openYear()
    await handIn(roundId, 'UBND xã Suối Mơ', { texts: { proposals: 'Bổ sung kinh phí' } })
    await handIn(roundId, 'Sở Nội vụ', { texts: { proposals: 'Bổ sung kinh phí.' } })
    const top = await reportOf(roundId, 'Sở Tài chính')
    const early = await step(as.focal, top, 'submit')
    expect(early.json()).toMatchObject({ code: 'report.not-consolidated' })
    const join = (at: Versioned, caller = as.focal) =>
      caller('POST', `/api/reports/${at.id}/consolidate`, { version: at.version })
    expect((await join(top, as.officer)).statusCode).toBe(403)
    const joined = await must<Versioned & { joined: number; missing: number }>(join(top))
    expect([joined.joined, joined.missing]).toEqual([2, 1])
    // Two people consolidating: the second one saw an older version.
    expect((await join(top)).statusCode).toBe(412)
    const page = await read(top.id, as.focal)
    expect(page.figures.assignments).toEqual({ all: 3, done: 0, onTime: 0, late: 0, open: 3, overdue: 2 })
    expect(page.figures.items.all).toBe(2)
    expect(page.figures.rows.map(({ agency, assignments }) => [agency, assignments.all])).toEqual([
      ['Sở Nội vụ', 2],
      ['UBND xã Suối Mơ', 1],
    ])
    expect(page.below.filter(({ state }) => state === 'draft').map(({ agency }) => agency.name)).toEqual([
      'UBND xã Đồi Chè',
    ])
    expect(page.texts.find(({ key }) => key === 'proposals')?.computed).toBe(
      '- Bổ sung kinh phí (Sở Nội vụ, UBND xã Suối Mơ)',
    )
    const results = page.texts.find(({ key }) => key === 'results')?.computed ?? ''
    expect(results).toContain('0/3 (0%)')
    expect(results).toContain('UBND xã Đồi Chè')
    expect(page.parts.map(({ texts, speakers, nothing }) => [texts, speakers, nothing])).toEqual([
      [1, 2, 0],
      [0, 0, 1],
    ])
    const part = await must<Part>(as.focal('GET', `/api/reports/${top.id}/duties/${shared}`))
    expect(part.joined.said[0]?.by.map(({ agency }) => agency)).toEqual(['Sở Nội vụ', 'UBND xã Suối Mơ'])
  })

  test('joined again, own words stay and say when what lies below has changed', async () => {
    await report(shared, 'UBND xã Suối Mơ', 'commune', { text: 'Đã mở 3 buổi', percent: 60 })
    const roundId = await openYear()
    const below = await handIn(roundId, 'UBND xã Suối Mơ')
    let top = await reportOf(roundId, 'Sở Tài chính')
    const join = () =>
      must<Versioned>(as.focal('POST', `/api/reports/${top.id}/consolidate`, { version: top.version }))
    top = await join()
    top = await must(write(as.focal, top, { parts: [{ itemId: shared, written: 'Các xã đã triển khai' }] }))
    expect((await read(top.id, as.focal)).parts[0]).toMatchObject({ isWritten: true, isStale: false })
    let at = await must<Versioned>(step(as.focal, below, 'return', { text: 'Ghi lại số buổi' }))
    const [entry] = (await read(at.id, as.commune)).entries
    const written = { text: 'Đã mở 5 buổi' }
    at = await must(write(as.commune, at, { entries: [{ assignmentId: entry?.assignmentId, written }] }))
    expect((await read(top.id, as.focal)).below.some(({ hasChanged }) => hasChanged)).toBe(true)
    at = await must(step(as.commune, at, 'submit'))
    await must(step(as['commune-head'], at, 'approve'))
    top = await join()
    expect((await read(top.id, as.focal)).parts[0]).toMatchObject({
      preview: 'Các xã đã triển khai',
      isWritten: true,
      isStale: true,
    })
  })

  test('goes out as Word with its appendices and as Excel', async () => {
    await report(shared, 'UBND xã Suối Mơ', 'commune', { text: 'Đã mở 3 buổi', percent: 60 })
    const roundId = await openYear()
    await handIn(roundId, 'UBND xã Suối Mơ')
    const top = await reportOf(roundId, 'Sở Tài chính')
    await must(as.focal('POST', `/api/reports/${top.id}/consolidate`, { version: top.version }))
    const word = await as.focal('GET', `/api/reports/${top.id}/report.docx`)
    expect(word.statusCode).toBe(200)
    const { lines } = await readDocument(word.rawPayload, 'bao-cao.docx')
    const text = lines.map((line) => line.text).join('\n')
    for (const said of [
      'BÁO CÁO',
      'Đã mở 3 buổi',
      words.report.paper.annex.agencies,
      words.report.paper.annex.overdue,
    ])
      expect(text).toContain(said)
    const excel = await as.focal('GET', `/api/reports/${top.id}/report.xlsx`)
    expect((await readDocument(excel.rawPayload, 'bao-cao.xlsx')).lines.length).toBeGreaterThan(5)
  })

  test('many are accepted at once; what cannot be answers with its own sentence', async () => {
    const roundId = await openYear()
    const [a, b] = [await handIn(roundId, 'UBND xã Suối Mơ'), await reportOf(roundId, 'Sở Nội vụ')]
    const bulk = (caller: Caller) =>
      caller('POST', '/api/reports/steps', { body: { kind: 'accept', reports: [a, b] } })
    expect((await bulk(as.commune)).json()).toMatchObject({ done: 0 })
    const answer = (await bulk(as.focal)).json() as { done: number; refused: { id: string; why: string }[] }
    expect([answer.done, answer.refused.map(({ id }) => id)]).toEqual([1, [b.id]])
  })
})

test('a review over years shows the same duties year by year', async () => {
  await report(shared, 'UBND xã Suối Mơ', 'commune', { text: 'Đã mở 3 buổi', percent: 60 })
  const body = {
    kind: 'midterm',
    title: 'Sơ kết 3 năm',
    from: '2024-12-15',
    to: '2026-12-14',
    dueOn: '2026-12-20',
  }
  const { id } = await must<Versioned>(as.focal('POST', `/api/plans/${planId}/rounds`, { body }))
  await handIn(id, 'UBND xã Suối Mơ')
  const top = await reportOf(id, 'Sở Tài chính')
  const page = await read(top.id, as.focal)
  expect(page.years?.years).toEqual(['2025', '2026'])
  expect(page.years?.duties[0]?.cells.map(({ all, done, overdue }) => [all, done, overdue])).toEqual([
    [0, 0, 0],
    [1, 0, 1],
  ])
  expect(page.texts.map(({ key }) => key)).toContain('lessons')
})

test('an agency merged between request and answer: the request passes on, what was handed in keeps its name', async () => {
  const roundId = await openYear()
  const [old, next] = [app.agencyId('UBND xã Đồi Chè'), app.agencyId('UBND xã Suối Mơ')]
  const sent = await handIn(roundId, 'Sở Nội vụ')
  const actId = randomUUID()
  const { sql, tenantId, clock } = app
  await sql`update agency set ended_on = '2026-11-21' where tenant_id = ${tenantId} and id = any(${[old, app.agencyId('Sở Nội vụ')]})`
  await sql`insert into reorganisation (tenant_id, id, kind, effective_on, state, recorded_name, recorded_at)
            values (${tenantId}, ${actId}, 'merge', '2026-11-21', 'done', 'Thử', ${clock.now()})`
  for (const from of [old, app.agencyId('Sở Nội vụ')])
    await sql`insert into succession (tenant_id, act_id, agency_id, on_day, to_agency_id, decided_name, decided_at)
              values (${tenantId}, ${actId}, ${from}, '2026-11-21', ${next}, 'Thử', ${clock.now()})`
  const now = { at: clock.now(), today: clock.today() }
  const run = () => sql.begin((tx) => passReports(tx, tenantId, now))
  expect(await run()).toBeGreaterThan(0)
  expect(await run()).toBe(0)
  const { reports } = await round(roundId)
  const states = reports.map(({ asked, agency, state }) => [asked.name, agency.name, state])
  expect(states).toContainEqual(['UBND xã Đồi Chè', 'UBND xã Suối Mơ', 'passed'])
  expect(states).toContainEqual(['Sở Nội vụ', 'Sở Nội vụ', 'approved'])
  expect((await read(sent.id, as.focal)).agency.name).toBe('Sở Nội vụ')
  await sql`update agency set ended_on = null where tenant_id = ${tenantId}`
})

test('every report is the fold of its steps', async () => {
  const { foldReport } = await import('./report.ts')
  const { listReports, listFacts } = await import('./queries.ts')
  const { givenOf } = await import('./record.ts')
  const rounds = await app.sql<
    { id: string }[]
  >`select id from report_round where tenant_id = ${app.tenantId}`
  for (const { id } of rounds)
    for (const row of await listReports(app.sql, app.tenantId, id)) {
      const facts = await listFacts(app.sql, app.tenantId, [row.id])
      const { state, agencyId, toId, dueOn, authorId, sentOn, lockReason } = row
      expect(foldReport(givenOf(row), facts)).toEqual({
        state,
        agencyId,
        toId,
        dueOn,
        authorId,
        sentOn,
        lockReason,
      })
    }
})

test('the approved report goes to be signed; issued, it is locked with what it is founded on, and the round is over', async () => {
  const roundId = await openYear()
  await handIn(roundId, 'UBND xã Suối Mơ')
  let top = await reportOf(roundId, 'Sở Tài chính')
  const dossier = (caller: Caller, key = randomUUID()) =>
    caller('POST', `/api/reports/${top.id}/dossier`, { key })
  expect((await dossier(as.focal)).statusCode).toBe(409)
  top = await must(as.focal('POST', `/api/reports/${top.id}/consolidate`, { version: top.version }))
  top = await must(step(as.focal, top, 'submit'))
  await must(step(as['finance-head'], top, 'approve'))
  expect((await dossier(as.commune)).statusCode).toBe(403)
  const key = randomUUID()
  const [first, again] = [await dossier(as.focal, key), await dossier(as.focal, key)]
  expect([first.statusCode, again.json()]).toEqual([201, first.json()])
  expect((await dossier(as.focal)).statusCode).toBe(409)
  expect((await read(top.id, as.focal)).dossier).toMatchObject({ state: 'draft', number: null })
  const { issueReport } = await import('./record.ts')
  const { tenantId, accountId, agencyId, clock, sql } = app
  const focal = { tenantId, accountId: accountId('focal'), name: 'Người dùng focal', role: 'focal' as const }
  const actor = { ...focal, agencyId: agencyId('Sở Tài chính'), capacities: [] }
  const issued = { subjectId: top.id, number: '12', symbol: 'BC-STC', signedOn: '2026-11-21' }
  await sql.begin((tx) => issueReport(tx, actor, issued, { at: clock.now(), today: clock.today() }))
  const page = await round(roundId)
  expect([page.state, page.paper]).toEqual(['closed', '12/BC-STC ngày 21/11/2026'])
  const states = Object.fromEntries(page.reports.map(({ agency, state }) => [agency.name, state]))
  expect(states).toMatchObject({
    'Sở Tài chính': 'locked',
    'UBND xã Suối Mơ': 'locked',
    'UBND xã Đồi Chè': 'draft',
  })
})

test('the command joins what is there and records nothing', async () => {
  const { joinedPaper } = await import('./joined-paper.ts')
  const roundId = await openYear()
  await handIn(roundId, 'UBND xã Suối Mơ')
  const { sql, tenantId, clock } = app
  const number = `${planId.slice(0, 4)}/KH-UBND`
  await sql`update plan set number = ${number} where tenant_id = ${tenantId} and id = ${planId}`
  const now = { at: clock.now(), today: clock.today() }
  const { paper, sent, asked, missing } = await joinedPaper(sql, ` ${number.toLowerCase()}`, '2026', now)
  expect([sent, asked, missing]).toEqual([1, 3, ['Sở Nội vụ', 'UBND xã Đồi Chè']])
  expect(paper.appendices.length).toBeGreaterThanOrEqual(2)
  expect((await read((await reportOf(roundId, 'Sở Tài chính')).id, as.focal)).consolidatedAt).toBeNull()
  await expect(joinedPaper(sql, number, '2020', now)).rejects.toThrow(words.report.cli.noRound('2020'))
  await expect(joinedPaper(sql, '999/KH', '2026', now)).rejects.toThrow(words.report.cli.noPlan('999/KH'))
})
