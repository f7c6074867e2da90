import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addCooperative, addRow, addUpdate } from '../../test/cooperative.ts'
import { testApp } from '../../test/database.ts'
import { SAMPLE_COOPERATIVE_RUBRIC } from './assessment-rubric.ts'

let app: Awaited<ReturnType<typeof testApp>>
type Call = Awaited<ReturnType<typeof app.signIn>>
let focal: Call
let leader: Call
let commune: Call
let admin: Call
const id: Record<string, string> = {}

beforeAll(async () => {
  app = await testApp()
  focal = await app.signIn('focal')
  leader = await app.signIn('leader')
  commune = await app.signIn('commune')
  admin = await app.signIn('admin')
  id.whole = await addCooperative(app)
  id.bare = await addCooperative(app, { status: 'suspended' })
  id.young = await addCooperative(app, { registeredOn: '2025-03-01' })
  id.group = await addCooperative(app, { kind: 'group' })
  await addUpdate(app, id.whole, 2024)
  id.update = await addUpdate(app, id.whole, 2025, {
    ...{ revenue: 1200, memberRevenue: 800, profit: 130, members: 55, incomePerWorker: 66 },
  })
  await addUpdate(app, id.young, 2025)
})
afterAll(async () => app?.close())

const read = async (call: Call, url: string) => {
  const answer = await call('GET', url)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const rowOf = async (call: Call, cooperative: string, year = 2025) =>
  (await read(call, `/api/assessments?year=${year}`)).rows.find(
    (row: { cooperative: { id: string } }) => row.cooperative.id === cooperative,
  )
const one = (call: Call, cooperative: string, year = 2025) =>
  read(call, `/api/assessments/${year}/${cooperative}`)
const score = (call: Call, criterion: string, points: number | null, version: number, of = id.whole) =>
  call('POST', `/api/assessments/2025/${of}/score`, {
    body: { criterion, points, reason: 'Theo biên bản làm việc' },
    version,
  })
const confirm = (call: Call, version: number, key?: string, of = id.whole) =>
  call('POST', '/api/assessments/2025/confirm', {
    body: { chosen: [{ cooperativeId: of, version }] },
    ...(key && { key }),
  })

describe('the list of a year', () => {
  test('kinds of the rubric only; what is missing is open, not nought', async () => {
    const list = await read(focal, '/api/assessments?year=2025')
    expect(list.counts).toEqual({ all: 3, open: 1, ready: 2, confirmed: 0, differs: 0 })
    expect(list.rows.map((row: { cooperative: { id: string } }) => row.cooperative.id)).not.toContain(
      id.group,
    )
    expect(await rowOf(focal, id.whole ?? '')).toMatchObject({
      ...{ state: 'open', band: null, score: null, hasUpdate: true, openCriteria: 3, open: 22, version: 0 },
    })
    expect(await rowOf(focal, id.bare ?? '')).toMatchObject({
      hasUpdate: false,
      band: 'unrated',
      unrated: 'idle',
    })
    expect(await rowOf(focal, id.young ?? '')).toMatchObject({
      band: 'unrated',
      unrated: 'young',
      state: 'ready',
    })
    expect(list.rubric.id).toBeNull()
  })

  test('by words without diacritics, by state and band; a bad year is refused', async () => {
    const found = await read(focal, '/api/assessments?year=2025&q=hop%20tac&band=unrated')
    expect(found.rows).toHaveLength(2)
    expect((await read(focal, '/api/assessments?year=2025&state=open')).rows).toHaveLength(1)
    expect((await focal('GET', '/api/assessments?year=1800')).statusCode).toBe(422)
  })
})

describe('points by hand', () => {
  test('forbidden to a commune; a stale version, a figure that speaks for itself, too many points: refused', async () => {
    expect((await score(commune, 'duties', 4, 0)).statusCode).toBe(403)
    expect((await score(focal, 'duties', 4, 3)).statusCode).toBe(412)
    expect((await score(focal, 'profit', 4, 0)).json().code).toBe('assessment.computed')
    expect((await score(focal, 'duties', 5, 0)).json().code).toBe('assessment.points')
    expect((await score(focal, 'nothing', 1, 0)).statusCode).toBe(404)
    const bare = await focal('POST', `/api/assessments/2025/${id.whole}/score`, {
      body: { criterion: 'duties', points: 4, reason: ' ' },
      version: 0,
    })
    expect(bare.statusCode).toBe(422)
  })

  test('allowed; a second of the same version is stale; complete, it has a band', async () => {
    expect((await score(focal, 'duties', 4, 0)).json()).toMatchObject({ version: 1 })
    expect((await score(focal, 'duties', 3, 0)).statusCode).toBe(412)
    expect((await score(focal, 'governance', 8, 1)).statusCode).toBe(200)
    expect((await score(focal, 'community', 6, 2)).statusCode).toBe(200)
    const now = await one(focal, id.whole ?? '')
    expect(now).toMatchObject({ state: 'ready', version: 3, band: 'good' })
    expect(now.result.criteria.find(({ code }: { code: string }) => code === 'revenue-growth')).toMatchObject(
      {
        measured: 20,
        facts: [{ figure: 'update.revenue', year: 2025, value: 1200, rowId: id.update }, { value: 1000 }],
      },
    )
    expect(now.steps.map(({ kind }: { kind: string }) => kind)).toEqual(['score', 'score', 'score'])
  })

  test('another total needs a complete one and its reason, and may be taken back', async () => {
    const adjust = (call: Call, of: string | undefined, to: number | null, version: number) =>
      call('POST', `/api/assessments/2025/${of}/adjust`, {
        body: { score: to, reason: 'Có thành tích đột xuất' },
        version,
      })
    expect((await adjust(commune, id.whole, 70, 3)).statusCode).toBe(403)
    expect((await adjust(focal, id.bare, 70, 0)).json().code).toBe('assessment.incomplete')
    expect((await adjust(focal, id.whole, 70, 3)).statusCode).toBe(200)
    expect(await one(focal, id.whole ?? '')).toMatchObject({
      band: 'fair',
      score: 70,
      adjusted: { score: 70 },
    })
    expect((await adjust(focal, id.whole, null, 4)).statusCode).toBe(200)
    expect(await one(focal, id.whole ?? '')).toMatchObject({ band: 'good', adjusted: null, version: 5 })
  })
})

describe('confirming', () => {
  test('not before a rubric is published', async () => {
    expect((await confirm(leader, 5)).json().code).toBe('assessment.no-rubric')
  })

  test('a rubric: drafted by the office, published by a leader or an administrator; bad ones are refused', async () => {
    const make = (call: Call, key?: string) =>
      call('POST', '/api/assessments/rubrics', { body: SAMPLE_COOPERATIVE_RUBRIC, ...(key && { key }) })
    expect((await make(commune)).statusCode).toBe(403)
    const drafted = await make(focal, 'rubric-key-1')
    expect(drafted.statusCode).toBe(201)
    expect((await make(focal, 'rubric-key-1')).json()).toEqual(drafted.json())
    const at = `/api/assessments/rubrics/${drafted.json().id}`
    const body = { ...SAMPLE_COOPERATIVE_RUBRIC, title: 'Bộ tiêu chí của tỉnh' }
    expect((await commune('PUT', at, { body, version: 1 })).statusCode).toBe(403)
    expect((await focal('PUT', at, { body, version: 9 })).statusCode).toBe(412)
    const bad = { ...body, groups: { finance: 40, management: 30, community: 40 } }
    expect((await focal('PUT', at, { body: bad, version: 1 })).statusCode).toBe(422)
    expect((await focal('PUT', at, { body, version: 1 })).json().version).toBe(2)
    const publish = (call: Call, version: number, more = {}) =>
      call('POST', `${at}/publish`, {
        body: { documentNumber: '12/QĐ-UBND', documentOn: '2025-02-01', fromYear: 2024, ...more },
        version,
      })
    expect((await publish(focal, 2)).statusCode).toBe(403)
    expect((await publish(leader, 1)).statusCode).toBe(412)
    expect((await publish(leader, 2, { documentOn: '2027-01-01' })).statusCode).toBe(422)
    expect((await publish(leader, 2)).statusCode).toBe(200)
    expect((await focal('PUT', at, { body, version: 3 })).json().code).toBe('cooperative-rubric.published')
    const second = (await make(admin)).json()
    const again = { documentNumber: '13/QĐ-UBND', documentOn: '2025-02-01', fromYear: 2024 }
    const same = await admin('POST', `/api/assessments/rubrics/${second.id}/publish`, {
      body: again,
      version: 1,
    })
    expect(same.json().code).toBe('cooperative-rubric.same-year')
    expect((await focal('DELETE', `/api/assessments/rubrics/${second.id}`, { version: 1 })).statusCode).toBe(
      200,
    )
  })

  test('forbidden to a commune; never by who scored it; what is open or stale is named and left', async () => {
    expect((await confirm(commune, 5)).statusCode).toBe(403)
    expect((await confirm(focal, 5)).json()).toMatchObject({
      confirmed: 0,
      refused: [{ cooperativeId: id.whole, why: expect.stringContaining('người khác') }],
    })
    expect((await confirm(leader, 4)).json()).toMatchObject({ confirmed: 0, refused: [{}] })
    const running = await leader('POST', '/api/assessments/2026/confirm', {
      body: { chosen: [{ cooperativeId: id.whole, version: 0 }] },
    })
    expect(running.json().code).toBe('assessment.running')
  })

  test('by a second person; repeated under one key it is done once; the register of ratings has it', async () => {
    const done = await confirm(leader, 5, 'confirm-key-1')
    expect(done.json()).toEqual({ confirmed: 1, refused: [] })
    expect((await confirm(leader, 5, 'confirm-key-1')).json()).toEqual({ confirmed: 1, refused: [] })
    expect((await confirm(leader, 6)).json().confirmed).toBe(0)
    const { sql, tenantId } = app
    const rows = await sql`
      select band, score, since, stands_on as "standsOn", actor from cooperative_rating
      where tenant_id = ${tenantId} and cooperative = ${id.whole ?? ''} and year = 2025`
    expect(rows).toEqual([
      {
        band: 'good',
        score: expect.any(Number),
        since: '2025-12-14',
        standsOn: '2025-12-14',
        actor: 'Người dùng leader',
      },
    ])
    expect(await one(focal, id.whole ?? '')).toMatchObject({
      ...{ state: 'confirmed', confirmed: { by: 'Người dùng leader' }, now: null, version: 6 },
    })
    const before = (await read(focal, '/api/assessments?year=2025')).before
    expect(before).toEqual([{ year: 2025, good: 1, fair: 0, average: 0, weak: 0, unrated: 0, none: 0 }])
  })

  test('nobody writes the register of ratings by hand', async () => {
    const { rightsOf, whyNotCreate, whyNotWrite } = await import('../register/kit/access.ts')
    const { cooperativeRating } = await import('../register/cooperative-rating.ts')
    const capacity = { forAccountId: null, role: 'focal' as const, agencyId: null, unitOf: null }
    const rights = rightsOf(cooperativeRating, [capacity], [])
    expect(whyNotCreate(cooperativeRating, rights)).toContain('không nhập bằng tay')
    expect(whyNotWrite(cooperativeRating, rights, null)).toContain('không nhập bằng tay')
  })

  test('never by who entered the figures', async () => {
    const own = await addCooperative(app, { registeredOn: '2025-06-01' })
    await addUpdate(app, own, 2025, {}, app.accountId('focal'))
    expect((await one(focal, own)).may.confirm).toContain('bản cập nhật')
    expect((await confirm(focal, 0, undefined, own)).json()).toMatchObject({ confirmed: 0 })
    expect((await confirm(leader, 0, undefined, own)).json()).toMatchObject({ confirmed: 1 })
  })

  test('figures that change afterwards are told, and change nothing by themselves', async () => {
    const { sql, tenantId } = app
    await sql`update yearly_update set profit = 1 where tenant_id = ${tenantId} and id = ${id.update ?? ''}`
    const now = await one(focal, id.whole ?? '')
    expect(now.now).toMatchObject({ band: 'good' })
    expect(now.result.criteria[0]).toMatchObject({ code: 'profit', points: 8 })
    expect((await rowOf(focal, id.whole ?? '')).differs).toBe(true)
    expect((await score(focal, 'duties', 1, 6)).json().code).toBe('assessment.confirmed')
  })

  test('opened again only with a reason, by who may; then changed and confirmed anew in the same row', async () => {
    const open = (call: Call, version: number, reason = 'Số liệu lợi nhuận đã được sửa') =>
      call('POST', `/api/assessments/2025/${id.whole}/reopen`, { body: { reason }, version })
    expect((await open(commune, 6)).statusCode).toBe(403)
    expect((await open(focal, 6, '')).statusCode).toBe(422)
    expect((await open(focal, 5)).statusCode).toBe(412)
    expect((await open(focal, 6)).statusCode).toBe(200)
    expect((await open(focal, 7)).json().code).toBe('assessment.not-confirmed')
    expect((await score(focal, 'governance', 0, 7)).statusCode).toBe(200)
    expect((await confirm(leader, 8)).json().confirmed).toBe(1)
    const { sql, tenantId } = app
    const rows = await sql`
      select band, version from cooperative_rating
      where tenant_id = ${tenantId} and cooperative = ${id.whole ?? ''} and year = 2025 and not is_void`
    expect(rows).toEqual([{ band: 'fair', version: 2 }])
  })
})

describe('a locked year', () => {
  test('by the office or a leader, once the year is over; then nothing changes until it is opened with a reason', async () => {
    const lock = (call: Call, year: number, key?: string) =>
      call('POST', '/api/assessments/locks', { body: { year, reason: 'Đã báo cáo Bộ' }, ...(key && { key }) })
    expect((await lock(commune, 2025)).statusCode).toBe(403)
    expect((await lock(leader, 2026)).json().code).toBe('assessment.running')
    const locked = await lock(leader, 2025, 'lock-key-1')
    expect(locked.statusCode).toBe(201)
    expect((await lock(leader, 2025, 'lock-key-1')).json()).toEqual(locked.json())
    expect((await lock(leader, 2025)).json().code).toBe('assessment.locked-already')
    expect((await score(focal, 'duties', 1, 0, id.bare)).json().code).toBe('assessment.locked')
    expect((await confirm(leader, 0, undefined, id.young)).json().code).toBe('assessment.locked')
    const open = (call: Call, version: number) =>
      call('POST', `/api/assessments/locks/${locked.json().id}/open`, {
        body: { reason: 'Sai số liệu' },
        version,
      })
    expect((await open(commune, 1)).statusCode).toBe(403)
    expect((await open(leader, 4)).statusCode).toBe(412)
    expect((await open(leader, 1)).statusCode).toBe(200)
    expect((await open(leader, 2)).statusCode).toBe(412)
    expect((await confirm(leader, 0, undefined, id.young)).json().confirmed).toBe(1)
  })
})

test('the ratings go out as Word and Excel', async () => {
  for (const form of ['docx', 'xlsx']) {
    const answer = await commune('GET', `/api/assessments/paper.${form}?year=2025&state=confirmed`)
    expect(answer.statusCode).toBe(200)
    expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK')
  }
})

test('days of the window on which it was not active are counted from the history of the register', async () => {
  const { sql, tenantId, clock } = app
  const idle = await addCooperative(app)
  await addUpdate(app, idle, 2025)
  const { updateRows } = await import('../register/kit/record.ts')
  const { cooperative } = await import('../register/cooperative.ts')
  const by = { tenantId, accountId: null, name: 'test' }
  const change = (status: string, since: string, version: number) =>
    sql.begin((tx) =>
      updateRows(tx, by, cooperative, [{ id: idle, version, values: { status }, since }], {
        ...{ at: clock.now(), today: clock.today(), act: 'change', batchId: null },
      }),
    )
  await change('suspended', '2025-05-01', 1)
  await change('active', '2025-07-10', 2)
  expect((await one(focal, idle)).facts).toMatchObject({ idleDays: 70 })
  const stopped = await addRow(app, 'cooperative', {
    ...{ code: '4900999999', name: 'Hợp tác xã đã giải thể', kind: 'cooperative', status: 'ended' },
    ...{ sector: 'services', registeredOn: '2019-01-01', place: app.agencyId('UBND xã Đồi Chè') },
  })
  expect((await focal('GET', `/api/assessments/2025/${stopped}`)).statusCode).toBe(404)
})
