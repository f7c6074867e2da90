import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { statementsOf } from '../../test/queries.ts'
import { assignmentOf, newItem, planWithWork } from '../../test/work.ts'
import { insertAgency } from '../agency/queries.ts'
import { insertAccount } from '../identity/queries.ts'
import * as words from '../vocabulary/words.ts'
import {
  type Comment,
  type CommentList,
  type MentionRow,
  MOST_LETTERS,
  MOST_NAMED,
  type NameOption,
  type Subject,
  tokenOf,
} from './discussion.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<App['signIn']>>
let app: App
let as: Record<'officer' | 'officer2' | 'head' | 'focal' | 'commune' | 'leader', Caller>
let plan: Subject
let item: Subject
let work: Subject
let police: Subject
let policeItem: Subject
let unitId: string

const agency = (name: string) => tokenOf({ kind: 'agency', id: app.agencyId(name) })
const person = (login: string) => tokenOf({ kind: 'person', id: app.accountId(login) })

const LOGINS = ['officer', 'officer2', 'head', 'focal', 'commune', 'leader'] as const

beforeAll(async () => {
  app = await testApp()
  const { sql, tenantId, clock } = app
  const [policeId, phong] = [randomUUID(), randomUUID()]
  unitId = phong
  const noOther = { code: null, aliases: [] }
  await insertAgency(
    sql,
    tenantId,
    policeId,
    { name: 'Công an tỉnh', kind: 'police', parentId: null, ...noOther },
    clock.now(),
  )
  await insertAgency(
    sql,
    tenantId,
    phong,
    { name: 'Phòng Tổ chức', kind: 'unit', parentId: app.agencyId('Sở Nội vụ'), ...noOther },
    clock.now(),
  )
  await insertAccount(sql, {
    ...{
      tenantId,
      id: randomUUID(),
      login: 'phong',
      name: 'Trần Văn Phòng',
      position: 'Trưởng phòng',
      role: 'officer',
    },
    ...{ agencyId: phong, passwordHash: null, codeHash: null, codeExpiresAt: null, at: clock.now() },
  })
  as = Object.fromEntries(
    await Promise.all(LOGINS.map(async (login) => [login, await app.signIn(login)])),
  ) as typeof as
  const own = newItem(1, { bearers: [app.agencyId('Sở Nội vụ')], quote: 'Tập huấn cán bộ hợp tác xã' })
  const theirs = newItem(2, { bearers: [policeId] })
  const { planId } = await planWithWork(app, [own, theirs])
  plan = { kind: 'plan', id: planId }
  item = { kind: 'item', id: own.id }
  work = { kind: 'assignment', id: await assignmentOf(app, own.id, app.agencyId('Sở Nội vụ')) }
  police = { kind: 'assignment', id: await assignmentOf(app, theirs.id, policeId) }
  policeItem = { kind: 'item', id: theirs.id }
})
afterAll(() => app.close())
/** Every comment has its moment. */
let second = 0
const morning = () =>
  app.clock.set(new Date(Date.parse('2026-11-21T02:00:00Z') + 1000 * second++).toISOString())
beforeEach(morning)

function write(caller: Caller, subject: Subject, body: string, key?: string) {
  if (app.clock.today() === '2026-11-21') morning()
  return caller('POST', '/api/comments', { body: { subject, body }, ...(key && { key }) })
}
async function list(caller: Caller, { kind, id }: Subject, after = ''): Promise<CommentList> {
  const answer = await caller('GET', `/api/comments?kind=${kind}&id=${id}${after && `&after=${after}`}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}
async function newest(caller: Caller, subject: Subject): Promise<Comment> {
  const { comments } = await list(caller, subject)
  if (!comments[0]) throw new Error('no comment')
  return comments[0]
}
const said = ({ pieces }: { pieces: Comment['pieces'] }) =>
  pieces.map((piece) => ('text' in piece ? piece.text : `@${piece.name}`)).join('')
const mentions = async (caller: Caller, unread = true) =>
  (await caller('GET', `/api/mentions?unread=${unread}`)).json().mentions as MentionRow[]
const unread = async (caller: Caller) => (await caller('GET', '/api/mentions/count')).json().unread as number

describe('comments', () => {
  test('on a plan, an item and an assignment, by anybody of the province, each under its own', async () => {
    for (const [n, subject] of [plan, item, work].entries()) {
      expect((await write(as.commune, subject, `  Lời thứ ${n}  `)).statusCode).toBe(201)
      const { comments, count, whyNot } = await list(as.leader, subject)
      expect([comments.map(said), count, whyNot]).toEqual([[`Lời thứ ${n}`], 1, null])
      expect(comments[0]).toMatchObject({
        author: { name: 'Người dùng commune' },
        agency: 'UBND xã Suối Mơ',
        withdrawnAt: null,
      })
    }
  })

  test('the same request twice is written once; another one under its key is refused', async () => {
    const key = randomUUID()
    const [first, again] = [
      await write(as.head, plan, 'Một lần', key),
      await write(as.head, plan, 'Một lần', key),
    ]
    expect(again.json()).toEqual(first.json())
    expect((await list(as.head, plan)).comments.filter((one) => said(one) === 'Một lần')).toHaveLength(1)
    expect((await write(as.head, plan, 'Khác', key)).statusCode).toBe(409)
  })

  test('nothing is said to no subject, nothing is said at all, too much is said', async () => {
    expect((await write(as.head, { kind: 'plan', id: item.id }, 'a')).statusCode).toBe(404)
    expect(
      (await list(as.head, plan).then(() => as.head('GET', `/api/comments?kind=item&id=${plan.id}`)))
        .statusCode,
    ).toBe(404)
    expect((await write(as.head, plan, '   ')).statusCode).toBe(422)
    expect((await write(as.head, plan, 'a'.repeat(MOST_LETTERS + 1))).statusCode).toBe(422)
    const many = Array.from({ length: MOST_NAMED + 1 }, () =>
      tokenOf({ kind: 'agency', id: randomUUID() }),
    ).join('')
    expect((await write(as.head, plan, many)).statusCode).toBe(422)
    expect((await app.server.inject(`/api/comments?kind=plan&id=${plan.id}`)).statusCode).toBe(401)
  })

  test('not about duties of the police', async () => {
    for (const subject of [police, policeItem]) {
      const answer = await write(as.focal, subject, 'Tiến độ thế nào?')
      expect(answer.statusCode).toBe(403)
      expect(answer.json()).toMatchObject({ code: 'comment.outside', title: words.discussion.outside })
      expect((await list(as.focal, subject)).whyNot).toBe(words.discussion.outside)
    }
  })

  test('page by page, the newest first', async () => {
    const { planId } = await planWithWork(app, [])
    const subject: Subject = { kind: 'plan', id: planId }
    for (let n = 0; n < 33; n++) await write(as.focal, subject, `Lời ${n}`)
    const { answer: first, statements } = await statementsOf(app, () => list(as.focal, subject))
    // Session, subject, comments, count, names, who has read: never one for each comment.
    expect(statements).toHaveLength(6)
    const second = await list(as.focal, subject, first.next ?? '')
    expect([...first.comments, ...second.comments].map(said)).toEqual(
      Array.from({ length: 33 }, (_, n) => `Lời ${32 - n}`),
    )
    expect([first.count, second.next]).toEqual([33, null])
    expect((await as.focal('GET', `/api/comments?kind=plan&id=${planId}&after=xxx`)).statusCode).toBe(422)
  })
})

describe('names', () => {
  test('follow whoever is renamed', async () => {
    await write(as.focal, work, `Nhờ ${agency('UBND xã Đồi Chè')} và ${person('head')} xem`)
    expect(said(await newest(as.focal, work))).toBe('Nhờ @UBND xã Đồi Chè và @Người dùng head xem')
    await app.sql`
      update agency set name = 'UBND xã Đồi Trà' where tenant_id = ${app.tenantId} and id = ${app.agencyId('UBND xã Đồi Chè')}`
    expect(said(await newest(as.focal, work))).toBe('Nhờ @UBND xã Đồi Trà và @Người dùng head xem')
  })

  test('an agency reaches everybody of it and its units; whoever is named too is reached in person; never the author', async () => {
    const before = await unread(as.officer)
    await write(as.officer2, work, `${agency('Sở Nội vụ')} ${person('head')}: mai họp`)
    expect(await unread(as.officer)).toBe(before + 1)
    expect(await mentions(as.officer2)).toEqual([])
    expect((await mentions(as.officer))[0]).toMatchObject({
      through: 'Sở Nội vụ',
      subject: work,
      read: false,
    })
    expect((await mentions(as.head))[0]).toMatchObject({ through: null })
    const { reached } = await newest(as.officer2, work)
    // The officer and the one of the unit through the agency, the head in person.
    expect(reached).toEqual([
      { name: 'Sở Nội vụ', reached: 2, read: 0 },
      { name: 'Người dùng head', reached: 1, read: 0 },
    ])
  })

  test('a unit reaches its own people only', async () => {
    const before = await unread(as.officer)
    await write(as.head, work, tokenOf({ kind: 'agency', id: unitId }))
    expect(await unread(as.officer)).toBe(before)
    expect((await newest(as.head, work)).reached).toEqual([{ name: 'Phòng Tổ chức', reached: 1, read: 0 }])
  })

  test('whoever stands in for an absent person is reached as well', async () => {
    await app.sql`
      insert into stand_in (tenant_id, id, account_id, stand_in_id, from_day, to_day, reason, created_by, created_at)
      values (${app.tenantId}, ${randomUUID()}, ${app.accountId('head')}, ${app.accountId('commune')}, '2026-11-20',
              '2026-11-22', 'Đi công tác', ${app.accountId('head')}, ${app.clock.now()})`
    await write(as.focal, item, `${person('head')} cho ý kiến`)
    expect((await mentions(as.commune))[0]).toMatchObject({ through: 'Người dùng head' })
    expect((await newest(as.focal, item)).reached).toEqual([{ name: 'Người dùng head', reached: 2, read: 0 }])
    app.clock.set('2026-11-23T02:00:00Z')
    await write(await app.signIn('focal'), item, `${person('head')} cho ý kiến`)
    expect((await newest(await app.signIn('leader'), item)).reached).toMatchObject([{ reached: 1 }])
  })

  test('an agency where nobody has an account is told to the author', async () => {
    const answer = await write(as.focal, plan, agency('Sở Công Thương'))
    expect(answer.json().unreached).toEqual(['Sở Công Thương'])
    expect((await write(as.focal, plan, agency('Sở Tài chính'))).json().unreached).toEqual([])
  })

  test('a name of nobody, or of somebody stopped, is refused', async () => {
    const unknown = await write(as.focal, plan, tokenOf({ kind: 'person', id: randomUUID() }))
    expect([unknown.statusCode, unknown.json().code]).toEqual([422, 'comment.name-unknown'])
    await app.sql`update account set is_active = false where tenant_id = ${app.tenantId} and login = 'commune-head'`
    const stopped = await write(as.focal, plan, person('commune-head'))
    expect([stopped.statusCode, stopped.json().code]).toEqual([422, 'comment.name-inactive'])
    await app.sql`
      update agency set ended_on = '2026-11-01' where tenant_id = ${app.tenantId} and id = ${app.agencyId('UBND phường Cầu Mây')}`
    const ended = await write(as.focal, plan, agency('UBND phường Cầu Mây'))
    expect(ended.json().title).toBe(words.discussion.nameEnded('UBND phường Cầu Mây'))
    expect((await as.focal('GET', '/api/comments/names?q=cau+may')).json().names).toEqual([])
  })

  test('are offered with and without marks, agencies with their first people', async () => {
    const names = async (q: string) =>
      (await as.officer('GET', `/api/comments/names?${new URLSearchParams({ q })}`)).json()
        .names as NameOption[]
    expect((await names('so noi')).map(({ name }) => name)).toEqual(['Sở Nội vụ'])
    expect((await names('Sở Nội v'))[0]?.detail).toBe('4 người: Người dùng head, Người dùng officer …')
    expect((await names('so cong'))[0]?.detail).toBe(words.discussion.reaches(0, ''))
    expect((await names('van phong'))[0]).toMatchObject({
      kind: 'person',
      detail: 'Trưởng phòng, Phòng Tổ chức',
    })
    expect(await names('commune-head')).toEqual([])
    // Nobody is in use at the other commune.
    expect((await names('ubnd xa')).map(({ name }) => name)).toEqual(['UBND xã Suối Mơ', 'UBND xã Đồi Trà'])
    expect((await names('')).length).toBeGreaterThan(5)
    for (const odd of ['%', "'", '\0', 'x'.repeat(100), '!!!']) await names(odd)
  })
})

describe('what a person was named in', () => {
  test('is read one by one, or up to what was seen', async () => {
    const { planId } = await planWithWork(app, [], { number: '5/KH', title: 'Kế hoạch mới' })
    const subject: Subject = { kind: 'plan', id: planId }
    for (let n = 0; n < 3; n++) await write(as.officer, subject, `${person('leader')} lời ${n}`)
    const [third, second, first] = await mentions(as.leader)
    expect(third).toMatchObject({
      about: { plan: '5/KH: Kế hoạch mới', text: '' },
      author: { agency: 'Sở Nội vụ' },
    })
    const read = (body: object, key?: string) =>
      as.leader('POST', '/api/mentions/read', { body, ...(key && { key }) })
    const key = randomUUID()
    expect((await read({ comments: [third?.comment] }, key)).json()).toEqual({ unread: 2 })
    expect((await read({ comments: [third?.comment] }, key)).json()).toEqual({ unread: 2 })
    expect((await read({ until: first?.at })).json()).toEqual({ unread: 1 })
    expect((await mentions(as.leader)).map(({ comment }) => comment)).toEqual([second?.comment])
    expect(await mentions(as.leader, false)).toHaveLength(3)
    expect((await newest(as.officer, subject)).reached).toEqual([
      { name: 'Người dùng leader', reached: 1, read: 1 },
    ])
    // Nobody reads for somebody else.
    expect(
      (await as.focal('POST', '/api/mentions/read', { body: { comments: [second?.comment] } })).statusCode,
    ).toBe(200)
    expect(await unread(as.leader)).toBe(1)
    expect((await read({})).statusCode).toBe(422)
    expect((await read({ comments: [] })).statusCode).toBe(422)
  })

  test('says about which difficulty', async () => {
    const body = {
      assignmentIds: [work.id],
      type: 'funding',
      text: 'Thiếu kinh phí tập huấn',
      proposal: 'Bổ sung',
    }
    const { id } = (await as.officer('POST', '/api/difficulties', { body })).json() as { id: string }
    expect((await write(as.focal, { kind: 'difficulty', id: randomUUID() }, 'a')).statusCode).toBe(404)
    expect((await write(as.focal, { kind: 'difficulty', id }, `${person('leader')} xem`)).statusCode).toBe(
      201,
    )
    const [mention] = await mentions(as.leader)
    expect(mention).toMatchObject({
      subject: { kind: 'difficulty', id },
      about: { text: 'Thiếu kinh phí tập huấn (Sở Nội vụ)' },
    })
  })

  test('says about which duty', async () => {
    await write(as.focal, work, `${person('leader')} chỉ đạo`)
    const [mention] = await mentions(as.leader)
    expect(mention?.about).toEqual({
      plan: '147/KH-UBND: Kế hoạch phát triển kinh tế tập thể',
      text: 'Tập huấn cán bộ hợp tác xã (Sở Nội vụ)',
    })
  })
})

describe('striking', () => {
  const withdraw = (caller: Caller, { id, version }: Comment) =>
    caller('POST', `/api/comments/${id}/withdraw`, { version })

  test('by the author, on the same day, once; the words stay and are struck', async () => {
    await write(as.officer, plan, `${person('leader')} nhầm`)
    const comment = await newest(as.officer, plan)
    expect(comment.whyNotWithdraw).toBeNull()
    const before = await unread(as.leader)
    expect((await newest(as.head, plan)).whyNotWithdraw).toBe(words.discussion.notAuthor)
    expect((await withdraw(as.head, comment)).statusCode).toBe(403)
    expect((await withdraw(as.officer, { ...comment, version: 7 })).statusCode).toBe(412)
    expect((await as.officer('POST', `/api/comments/${comment.id}/withdraw`)).statusCode).toBe(422)
    expect((await withdraw(as.officer, comment)).json()).toEqual({ version: 2 })
    expect((await withdraw(as.officer, comment)).statusCode).toBe(412)
    const struck = await newest(as.head, plan)
    expect(struck).toMatchObject({ id: comment.id, withdrawnAt: app.clock.now().toISOString() })
    expect(said(struck)).toContain('nhầm')
    expect((await withdraw(as.officer, struck)).statusCode).toBe(409)
    expect(await unread(as.leader)).toBe(before - 1)
    const actions = await app.sql<{ action: string }[]>`
      select action from audit_event where tenant_id = ${app.tenantId} and subject_id = ${comment.id} order by action`
    expect(actions.map(({ action }) => action)).toEqual(['comment.withdraw', 'comment.write'])
  })

  test('not on the next day, nor what is not there', async () => {
    await write(as.officer, plan, 'Hôm nay')
    app.clock.set('2026-11-22T02:00:00Z')
    const officer = await app.signIn('officer')
    const comment = await newest(officer, plan)
    expect(comment.whyNotWithdraw).toBe(words.discussion.dayOver)
    expect((await withdraw(officer, comment)).statusCode).toBe(409)
    expect((await withdraw(officer, { ...comment, id: randomUUID() })).statusCode).toBe(404)
  })
})
