import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { multipart, testApp } from '../../test/database.ts'
import { newItem, planWithWork } from '../../test/work.ts'
import { insertAgency } from '../agency/queries.ts'
import { deletePlan } from '../plan/queries.ts'
import * as words from '../vocabulary/words.ts'
import { type Dissemination, type Session, shareOf, totalsOf } from './dissemination.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<App['signIn']>>
let app: App
let as: Record<'officer' | 'head' | 'focal' | 'commune' | 'leader', Caller>
let planId: string
let policeId: string

beforeAll(async () => {
  app = await testApp()
  const logins = ['officer', 'head', 'focal', 'commune', 'leader'] as const
  as = Object.fromEntries(
    await Promise.all(logins.map(async (login) => [login, await app.signIn(login)])),
  ) as typeof as
  policeId = randomUUID()
  const police = { name: 'Công an tỉnh', kind: 'police', parentId: null, code: null, aliases: [] } as const
  await insertAgency(app.sql, app.tenantId, policeId, { ...police, aliases: [] }, app.clock.now())
})
afterAll(() => app.close())
beforeEach(async () => {
  app.clock.set('2026-11-21T02:00:00Z')
  const bearers = [app.agencyId('Sở Nội vụ'), app.agencyId('UBND xã Suối Mơ'), policeId]
  planId = (await planWithWork(app, [newItem(1, { bearers, outcome: 'each' })])).planId
})

const session = (more: object = {}) => ({
  agencyId: app.agencyId('Sở Nội vụ'),
  heldOn: '2026-11-20',
  form: 'meeting',
  content: 'Quán triệt toàn văn kế hoạch',
  target: 60,
  reached: 45,
  ...more,
})
const record = (caller: Caller, body: object = session(), key = randomUUID()) =>
  caller('POST', `/api/plans/${planId}/dissemination/sessions`, { body, key })
async function made(caller: Caller, body: object = session()): Promise<{ id: string; version: number }> {
  const answer = await record(caller, body)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}
const figures = async (caller = as.leader) =>
  (await caller('GET', `/api/plans/${planId}/dissemination`)).json() as Dissemination
const sessions = async (caller = as.leader) =>
  (await caller('GET', `/api/plans/${planId}/dissemination/sessions`)).json().sessions as Session[]
const share = async (name: string) => (await figures()).agencies.find(({ agency }) => agency.name === name)

describe('recording', () => {
  test('one for the own agency, the overseer for every agency, nobody for others', async () => {
    expect((await record(as.officer)).statusCode).toBe(201)
    expect((await record(as.focal, session({ agencyId: app.agencyId('UBND xã Suối Mơ') }))).statusCode).toBe(
      201,
    )
    const stranger = await record(as.commune)
    expect([stranger.statusCode, stranger.json().title]).toEqual([403, words.dissemination.notYours])
    expect((await record(as.leader)).statusCode).toBe(403)
    // Whoever bears nothing may have made it known all the same.
    expect((await record(as.focal, session({ agencyId: app.agencyId('Sở Tài chính') }))).statusCode).toBe(201)
    expect((await app.server.inject(`/api/plans/${planId}/dissemination`)).statusCode).toBe(401)
  })

  test('once, however often it is sent', async () => {
    const key = randomUUID()
    const [first, again] = [
      await record(as.officer, session(), key),
      await record(as.officer, session(), key),
    ]
    expect(again.json()).toEqual(first.json())
    expect(await sessions()).toHaveLength(1)
  })

  test.each([
    ['a day to come', { heldOn: '2026-11-22' }],
    ['no day', { heldOn: '2026-02-30' }],
    ['another form', { form: 'party' }],
    ['no content', { content: '  ' }],
    ['nobody invited', { target: 0 }],
    ['half a person', { reached: 1.5 }],
    ['less than nobody', { reached: -1 }],
    ['an agency of nowhere', { agencyId: randomUUID() }],
    ['a file never stored', { files: [{ hash: 'a'.repeat(64), name: 'x.pdf' }] }],
  ])('%s is refused', async (_, more) => {
    expect((await record(as.focal, session(more))).statusCode).toBe(422)
    expect(await sessions()).toEqual([])
  })

  test('not for a draft, nor for what is not there, nor for the police', async () => {
    await app.sql`update plan set status = 'draft' where tenant_id = ${app.tenantId} and id = ${planId}`
    expect((await record(as.focal)).statusCode).toBe(409)
    await app.sql`update plan set status = 'published' where tenant_id = ${app.tenantId} and id = ${planId}`
    const police = await record(as.focal, session({ agencyId: policeId }))
    expect([police.statusCode, police.json().title]).toEqual([403, words.dissemination.outside])
    planId = randomUUID()
    expect((await record(as.focal)).statusCode).toBe(404)
  })
})

describe('figures', () => {
  test('reached of invited by agency; who of the bearers has held none; police and army apart', async () => {
    await made(as.officer, session({ target: 60, reached: 45 }))
    await made(as.officer, session({ target: 40, reached: 40, form: 'online' }))
    await made(as.focal, session({ agencyId: app.agencyId('Sở Tài chính'), target: 10, reached: 12 }))
    const { agencies, outside, plan } = await figures()
    expect(
      agencies.map(({ agency, isBearer, sessions, target, reached }) => [
        agency.name,
        isBearer,
        sessions,
        target,
        reached,
      ]),
    ).toEqual([
      ['Sở Nội vụ', true, 2, 100, 85],
      ['Sở Tài chính', false, 1, 10, 12],
      ['UBND xã Suối Mơ', true, 0, 0, 0],
    ])
    expect(totalsOf(agencies)).toEqual({ held: 1, bearers: 2, sessions: 3, target: 110, reached: 97 })
    expect(agencies.map(shareOf)).toEqual([0.85, 1.2, null])
    expect(outside.map(({ name }) => name)).toEqual(['Công an tỉnh'])
    expect(plan).toMatchObject({ number: '147/KH-UBND', overseer: { name: 'Sở Tài chính' } })
    const mine = (await figures(as.commune)).agencies.filter(({ whyNot }) => whyNot === null)
    expect(mine.map(({ agency }) => agency.name)).toEqual(['UBND xã Suối Mơ'])
  })

  test('sessions page by page, the latest first', async () => {
    for (let n = 0; n < 52; n++)
      await made(as.officer, session({ heldOn: n < 30 ? '2026-11-01' : '2026-11-02', content: `Buổi ${n}` }))
    const first = await as.leader('GET', `/api/plans/${planId}/dissemination/sessions`)
    const { sessions: some, next } = first.json() as { sessions: Session[]; next: string }
    const rest = await as.leader('GET', `/api/plans/${planId}/dissemination/sessions?after=${next}`)
    const all = [...some, ...(rest.json().sessions as Session[])]
    expect([some.length, new Set(all.map(({ id }) => id)).size, rest.json().next]).toEqual([50, 52, null])
    expect(all[0]?.heldOn).toBe('2026-11-02')
    expect((await as.leader('GET', `/api/plans/${planId}/dissemination/sessions?after=x`)).statusCode).toBe(
      422,
    )
  })
})

describe('corrections', () => {
  const { agencyId: _, ...facts } = { agencyId: '', ...{ heldOn: '2026-11-20', form: 'meeting' } }
  const right = (more: object = {}) => ({
    ...facts,
    content: 'Quán triệt toàn văn kế hoạch',
    target: 60,
    reached: 45,
    reason: 'Ghi nhầm số người dự',
    ...more,
  })
  const correct = (caller: Caller, id: string, version: number, body: object) =>
    caller('PATCH', `/api/dissemination/${id}`, { version, body })

  test('with the reason, before and after kept, the figures right', async () => {
    const { id, version } = await made(as.officer)
    const answer = await correct(as.head, id, version, right({ reached: 54, note: 'Đã đối chiếu danh sách' }))
    expect([answer.statusCode, answer.json()]).toEqual([200, { id, version: 2 }])
    const [one] = await sessions()
    expect(one).toMatchObject({ reached: 54, version: 2, recordedBy: 'Người dùng officer' })
    expect(one?.corrections).toMatchObject([
      {
        by: 'Người dùng head',
        reason: 'Ghi nhầm số người dự',
        before: { reached: 45, note: '' },
        after: { reached: 54 },
      },
    ])
    expect(await share('Sở Nội vụ')).toMatchObject({ reached: 54, target: 60 })
    const entries = await app.sql<{ action: string }[]>`
      select action from audit_event where tenant_id = ${app.tenantId} and subject_id = ${id} order by action`
    expect(entries.map(({ action }) => action)).toEqual(['dissemination.correct', 'dissemination.record'])
  })

  test('are refused to strangers, to whoever saw an old version, without a reason, when nothing differs', async () => {
    const { id, version } = await made(as.officer)
    expect((await correct(as.commune, id, version, right({ reached: 50 }))).statusCode).toBe(403)
    expect((await correct(as.officer, id, 9, right({ reached: 50 }))).statusCode).toBe(412)
    expect((await correct(as.officer, id, version, right({ reached: 50, reason: ' ' }))).statusCode).toBe(422)
    expect((await correct(as.officer, id, version, right({ heldOn: '2027-01-01' }))).statusCode).toBe(422)
    expect((await correct(as.officer, id, version, right())).json()).toMatchObject({
      code: 'dissemination.unchanged',
    })
    expect((await correct(as.officer, randomUUID(), version, right({ reached: 50 }))).statusCode).toBe(404)
    expect(
      (await as.officer('PATCH', `/api/dissemination/${id}`, { body: right({ reached: 50 }) })).statusCode,
    ).toBe(422)
    expect((await sessions())[0]).toMatchObject({ reached: 45, corrections: [] })
  })

  test('a session recorded by mistake is cancelled: seen, and counted no more', async () => {
    const { id, version } = await made(as.officer)
    const cancel = (caller: Caller, seen: number, reason = 'Ghi hai lần') =>
      caller('POST', `/api/dissemination/${id}/cancel`, { version: seen, body: { reason } })
    expect((await cancel(as.commune, version)).statusCode).toBe(403)
    expect((await cancel(as.officer, 5)).statusCode).toBe(412)
    expect((await cancel(as.officer, version, '')).statusCode).toBe(422)
    expect((await cancel(as.officer, version)).statusCode).toBe(200)
    expect((await cancel(as.officer, 2)).statusCode).toBe(409)
    expect((await correct(as.officer, id, 2, right({ reached: 1 }))).statusCode).toBe(409)
    const [one] = await sessions(as.officer)
    expect(one).toMatchObject({ cancelled: true, whyNot: words.dissemination.alreadyCancelled })
    expect(await share('Sở Nội vụ')).toMatchObject({ sessions: 0, target: 0 })
  })
})

describe('evidence', () => {
  const store = async (caller: Caller, name: string, bytes: Uint8Array) => {
    const { body, headers } = multipart({}, { name, bytes })
    return caller('POST', '/api/files', { body, headers })
  }

  test('is given back under its name, through its session alone, and outlives a draft of the same bytes', async () => {
    const bytes = Buffer.from('Danh sách 45 người dự')
    const file = (await store(as.officer, 'Danh sách.txt', bytes)).json() as { hash: string; name: string }
    const { id } = await made(as.officer, session({ files: [file, { ...file, name: 'Bản sao.txt' }] }))
    const other = await made(as.officer)
    const down = await as.leader('GET', `/api/dissemination/${id}/files/${file.hash}`)
    expect(down.rawPayload).toEqual(bytes)
    expect(down.headers['content-disposition']).toContain(encodeURIComponent('Bản sao.txt'))
    expect((await as.leader('GET', `/api/dissemination/${other.id}/files/${file.hash}`)).statusCode).toBe(404)
    const draftId = randomUUID()
    await app.sql`
      insert into plan (tenant_id, id, status, file_name, file_hash, type, title, issuer, created_by, created_at)
      values (${app.tenantId}, ${draftId}, 'draft', 'k.txt', ${file.hash}, 'KH', '', '', ${app.accountId('focal')}, ${app.clock.now()})`
    await deletePlan(app.sql, app.tenantId, draftId)
    expect((await as.leader('GET', `/api/dissemination/${id}/files/${file.hash}`)).statusCode).toBe(200)
  })

  test('with a mark of secrecy is refused and not kept', async () => {
    const secret = Buffer.from('UBND TỈNH THỬ NGHIỆM\nTỐI MẬT\n\nBÁO CÁO\nVề việc thử')
    const answer = await store(as.officer, 'bao-cao.txt', secret)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    const kept =
      await app.sql`select 1 from file where tenant_id = ${app.tenantId} and size = ${secret.length}`
    expect(kept).toHaveLength(0)
  })
})
