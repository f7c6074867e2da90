// Ladders, what is told by them, letters that urge, jobs seen: allowed, forbidden, repeated, stale, bad input.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { assignmentOf, dueBy, newItem, planWithWork } from '../../test/work.ts'
import { OfficialPaper } from '../paper/official.ts'
import { tellRungs } from './ladder-queries.ts'
import type { LettersMade } from './letter.ts'

type App = Awaited<ReturnType<typeof testApp>>
let app: App
let planId: string
const callers = new Map<string, Awaited<ReturnType<App['signIn']>>>()
const as = (login: string) => callers.get(login) as Awaited<ReturnType<App['signIn']>>
const items = [
  { name: 'late', agency: 'Sở Nội vụ', due: '2026-11-10' },
  { name: 'later', agency: 'Sở Nội vụ', due: '2026-11-18' },
  { name: 'soon', agency: 'Sở Nội vụ', due: '2026-11-26' },
  { name: 'commune', agency: 'UBND xã Suối Mơ', due: '2026-11-19' },
  { name: 'calm', agency: 'Sở Công Thương', due: '2026-12-30' },
]
const ids = new Map<string, string>()

beforeAll(async () => {
  app = await testApp()
  for (const login of ['officer', 'head', 'focal', 'finance-head', 'admin', 'leader', 'commune-head'])
    callers.set(login, await app.signIn(login))
  const made = items.map(({ name, agency, due }, at) =>
    newItem(at + 1, { bearers: [app.agencyId(agency)], due: dueBy(due), quote: `Nhiệm vụ ${name}` }),
  )
  planId = (await planWithWork(app, made)).planId
  for (const [at, item] of made.entries()) {
    const { name = '', agency = '' } = items[at] ?? {}
    ids.set(name, await assignmentOf(app, item.id, app.agencyId(agency)))
  }
})
afterAll(() => app.close())
// The clock moves on for weeks; whoever signed in stays so.
beforeEach(() => app.sql`update session set expires_at = '2099-01-01'`)
beforeEach(() => app.clock.set('2026-11-20T02:00:00Z'))

const now = () => ({ at: app.clock.now(), today: app.clock.today() })
const tell = () => app.sql.begin((tx) => tellRungs(tx, 1, now()))
const urgesOf = async (name: string) =>
  (await as('officer')('GET', `/api/work/${ids.get(name)}/urges`)).json().urges as {
    rung: number | null
    kind: string
  }[]

describe('reminders', () => {
  test('every rung is told once, where it stands now; the days go by and a clock set back repeats nothing', async () => {
    expect(await tell()).toBe(4)
    expect(await tell()).toBe(0)
    const rungs = async () => {
      const all = await Promise.all(items.map(({ name }) => urgesOf(name)))
      return all.map((urges) => urges.map(({ rung }) => rung))
    }
    expect(await rungs()).toEqual([[7], [1], [-7], [1], []])
    // Saturday: nobody is told anything.
    app.clock.set('2026-11-21T02:00:00Z')
    expect(await tell()).toBe(0)
    app.clock.set('2026-11-23T02:00:00Z')
    expect(await tell()).toBe(1)
    expect((await rungs())[2]).toEqual([-3, -7])
    app.clock.set('2026-11-20T02:00:00Z')
    expect(await tell()).toBe(0)
  })

  test('with another last day the ladder begins anew; what was reported is not reminded of', async () => {
    const id = ids.get('soon') ?? ''
    await app.sql`update assignment set due_on = '2026-11-30' where id = ${id}`
    await app.sql`update assignment_count set due_on = '2026-11-30' where due_on = '2026-11-26'`
    app.clock.set('2026-11-23T02:00:00Z')
    expect(await tell()).toBe(1)
    expect((await urgesOf('soon')).map(({ rung }) => rung)).toEqual([-7, -3, -7])
    await app.sql`update assignment set status = 'reported' where id = ${id}`
    app.clock.set('2026-12-01T02:00:00Z')
    expect((await tell()) > 0).toBe(true)
    expect(await urgesOf('soon')).toHaveLength(3)
    await app.sql`update assignment set status = 'assigned' where id = ${id}`
  })

  test('the ladder of the province: who may, stale, bad, empty for never', async () => {
    const get = async () => (await as('officer')('GET', '/api/urging/ladder')).json()
    expect(await get()).toMatchObject({ before: [7, 3, 1], after: [1, 7, 15], version: 0 })
    const body = { before: [5, 10], after: [] }
    expect((await as('officer')('PUT', '/api/urging/ladder', { version: 0, body })).statusCode).toBe(403)
    expect((await as('focal')('PUT', '/api/urging/ladder', { version: 0, body })).json()).toEqual({
      version: 1,
    })
    expect(await get()).toMatchObject({ before: [10, 5], after: [], version: 1 })
    expect((await as('focal')('PUT', '/api/urging/ladder', { version: 0, body })).statusCode).toBe(412)
    for (const bad of [
      { before: [0], after: [] },
      { before: [3, 3], after: [] },
      { before: [91], after: [] },
    ])
      expect((await as('admin')('PUT', '/api/urging/ladder', { version: 1, body: bad })).statusCode).toBe(422)
    await as('admin')('PUT', '/api/urging/ladder', {
      version: 1,
      body: { before: [7, 3, 1], after: [1, 7, 15] },
    })
  })

  test('the ladder of a plan: its overseer sets it, others not; it goes before the province’s', async () => {
    const path = `/api/plans/${planId}/ladder`
    const own = { before: [30], after: [] }
    expect((await as('head')('GET', path)).json()).toMatchObject({ isOwn: false, whyNot: expect.any(String) })
    expect((await as('head')('PUT', path, { version: 0, body: own })).statusCode).toBe(403)
    expect((await as('finance-head')('PUT', path, { version: 0, body: own })).json()).toEqual({ version: 1 })
    expect((await as('focal')('PUT', path, { version: 0, body: own })).statusCode).toBe(412)
    expect((await as('focal')('GET', path)).json()).toMatchObject({ ...own, isOwn: true, whyNot: null })
    app.clock.set('2026-11-30T02:00:00Z')
    await tell()
    expect((await urgesOf('calm')).map(({ rung }) => rung)).toEqual([-30])
    expect(
      (await as('focal')('PUT', `/api/plans/${randomUUID()}/ladder`, { version: 0, body: own })).statusCode,
    ).toBe(404)
  })
})

describe('letters', () => {
  const agencies = () => ['Sở Nội vụ', 'UBND xã Suối Mơ', 'Sở Công Thương'].map(app.agencyId)
  const write = (login: string, body: object, key = randomUUID()) =>
    as(login)('POST', '/api/urging/letters', { body, key })

  test('whom there is to urge: numerator, denominator, the oldest', async () => {
    const list = (await as('focal')('GET', '/api/urging/agencies')).json()
    expect(list.overseer.name).toBe('Sở Tài chính')
    expect(
      list.agencies.map(
        (row: { agency: { name: string }; overdue: number; whole: number; daysLate: number | null }) => [
          ...[row.agency.name, row.overdue, row.whole, row.daysLate],
        ],
      ),
    ).toEqual([
      ['Sở Nội vụ', 2, 3, 10],
      ['UBND xã Suối Mơ', 1, 1, 1],
      ['Sở Công Thương', 0, 1, null],
    ])
  })

  test('one letter each to many; sent again it is the same; being written, it is not written twice', async () => {
    const key = randomUUID()
    const first = await write('focal', { agencies: agencies() }, key)
    expect([first.statusCode, first.body]).toEqual([201, expect.anything()])
    const made = first.json() as LettersMade
    expect(made.letters.map(({ agency, overdue }) => [agency.name, overdue])).toEqual([
      ['Sở Nội vụ', 2],
      ['UBND xã Suối Mơ', 1],
    ])
    expect(made.none.map(({ name }) => name)).toEqual(['Sở Công Thương'])
    expect((await write('focal', { agencies: agencies() }, key)).json()).toEqual(made)
    const again = (await write('finance-head', { agencies: agencies() })).json() as LettersMade
    expect(again.letters).toEqual([])
    expect(again.underWay.map(({ dossierId }) => dossierId)).toEqual(
      made.letters.map(({ dossierId }) => dossierId),
    )

    const [row] = await app.sql<{ paper: unknown; kind: string; state: string }[]>`
      select paper, kind, state from dossier where id = ${made.letters[0]?.dossierId ?? ''}`
    expect(row).toMatchObject({ kind: 'letter', state: 'draft' })
    const paper = OfficialPaper.parse(row?.paper)
    expect(paper).toMatchObject({ type: null, number: null, date: null, addressees: ['Sở Nội vụ'] })
    const said = paper.body.map((block) => ('text' in block ? block.text : '')).join('\n')
    expect(said).toContain('đã hoàn thành 0/3 lượt; còn 2/3 lượt quá hạn')
    // Five working days from Friday 20/11.
    expect(said).toContain('27/11/2026')
    expect(paper.appendices[0]?.rows).toEqual([
      ['1', 'Nhiệm vụ late', '147/KH-UBND', { day: '2026-11-10' }, 10, 0],
      ['2', 'Nhiệm vụ later', '147/KH-UBND', { day: '2026-11-18' }, 2, 0],
    ])
    const named = async () => (await urgesOf('late')).filter(({ kind }) => kind === 'letter')
    expect(await named()).toMatchObject([{ dossierId: made.letters[0]?.dossierId, document: null }])
    await app.sql`
      update dossier set state = 'issued', number = 7, symbol = 'STC', series = 'CV', year = 2026
      where id = ${made.letters[0]?.dossierId ?? ''}`
    expect(await named()).toMatchObject([{ document: '07/STC' }])
    const list = (await as('focal')('GET', '/api/urging/agencies')).json()
    expect(list.agencies[0].letter).toMatchObject({ onDay: '2026-11-20', overdue: 2 })
  })

  test('only whoever oversees writes them, on their own plans, to agencies that exist', async () => {
    expect((await write('officer', { agencies: agencies() })).statusCode).toBe(403)
    expect((await write('leader', { agencies: agencies() })).statusCode).toBe(403)
    const other = await write('head', { agencies: agencies() })
    expect([other.statusCode, other.json().code]).toEqual([403, 'urging.not-overseer'])
    expect((await write('focal', { agencies: agencies(), plan: randomUUID() })).statusCode).toBe(403)
    expect((await write('focal', { agencies: [randomUUID()] })).statusCode).toBe(404)
    expect((await write('focal', { agencies: [] })).statusCode).toBe(422)
  })

  test('a letter on one plan names it', async () => {
    const made = (
      await write('focal', { agencies: [app.agencyId('UBND xã Suối Mơ')], plan: planId })
    ).json() as LettersMade
    const [row] = await app.sql<{ paper: { subject: string } }[]>`
      select paper from dossier where id = ${made.letters[0]?.dossierId ?? ''}`
    expect(row?.paper.subject).toContain('147/KH-UBND')
  })
})

describe('jobs', () => {
  test('administrators see them and ask again, once for each press; others do not', async () => {
    expect((await as('focal')('GET', '/api/jobs')).statusCode).toBe(403)
    expect((await as('focal')('GET', '/api/jobs/runs')).statusCode).toBe(403)
    expect((await as('focal')('POST', '/api/jobs/rungs/run')).statusCode).toBe(403)
    expect((await as('admin')('POST', '/api/jobs/nothing/run')).statusCode).toBe(422)
    const key = randomUUID()
    for (let n = 0; n < 2; n++)
      expect((await as('admin')('POST', '/api/jobs/rungs/run', { key })).statusCode).toBe(202)
    const { jobs } = (await as('admin')('GET', '/api/jobs')).json()
    const rungs = jobs.find(({ name }: { name: string }) => name === 'rungs')
    expect(rungs).toMatchObject({ last: null, isRunning: false, waiting: { tries: 0 } })
    expect((await as('admin')('GET', '/api/jobs/runs')).json()).toEqual({ runs: [], next: null })
    const [asked] = await app.sql`select count(*) as n from audit_event where action = 'job.run'`
    expect(asked?.n).toBe(1)
  })
})
