import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { multipart, testApp } from '../../test/database.ts'
import { assignmentOf, dueBy, newItem, planWithWork, UNDATED } from '../../test/work.ts'
import * as words from '../vocabulary/words.ts'
import type { StoredFile, Task, WorkCounts, WorkList, WorkRow } from './work.ts'
import { WORK_STATE_NAMES } from './work-state.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<App['signIn']>>
let app: App
const callers = new Map<string, Caller>()
const as = (login: string): Caller => {
  const caller = callers.get(login)
  if (!caller) throw new Error(`nobody signed in as ${login}`)
  return caller
}
const LOGINS = ['officer', 'officer2', 'head', 'focal', 'commune', 'commune-head', 'leader']
const signIn = async (logins: string[]) => {
  for (const login of logins) callers.set(login, await app.signIn(login))
}
/** Sessions end with the day, so a later day begins with signing in. */
const laterOn = (instant: string, logins: string[]) => {
  app.clock.set(instant)
  return signIn(logins)
}
beforeAll(async () => {
  app = await testApp()
  await signIn(LOGINS)
})
afterAll(() => app.close())
beforeEach(() => app.clock.set('2026-11-21T02:00:00Z'))

const json = async <T>(answer: ReturnType<Caller>, status = 200): Promise<T> => {
  const { statusCode, body } = await answer
  if (statusCode !== status) throw new Error(`${statusCode} ${body}`)
  return JSON.parse(body) as T
}
const task = (login: string, id: string) => json<Task>(as(login)('GET', `/api/work/${id}`))

/** Takes a step at the current version and returns the status code. */
async function step(login: string, id: string, body: Record<string, unknown>): Promise<number> {
  const { version } = await task(login, id)
  const answer = await as(login)('POST', `/api/work/${id}/steps`, { version, body })
  return answer.statusCode
}

async function oneTask(due = dueBy('2026-11-25')) {
  const item = newItem(1, { bearers: [app.agencyId('Sở Nội vụ')], due, quote: 'Nhiệm vụ số 1' })
  const { planId } = await planWithWork(app, [item])
  return { item, planId, id: await assignmentOf(app, item.id, app.agencyId('Sở Nội vụ')) }
}

const report = (percent: number, files: { hash: string; name: string }[] = []) => ({
  kind: 'report',
  text: 'Đã tổ chức 02 hội nghị.',
  percent,
  files,
})

describe('the way of a duty', () => {
  test('from receipt to confirmation, each by whoever it belongs to', async () => {
    const { id } = await oneTask()
    expect(await step('commune', id, { kind: 'receive' })).toBe(403)
    expect(await step('officer', id, { kind: 'confirm' })).toBe(409)
    expect(await step('officer', id, { kind: 'receive' })).toBe(201)
    expect(await step('officer', id, { kind: 'receive' })).toBe(409)
    expect(await step('officer', id, report(40))).toBe(201)
    expect(await step('officer2', id, { kind: 'approve' })).toBe(403)
    expect(await step('commune-head', id, { kind: 'approve' })).toBe(403)
    expect(await step('head', id, { kind: 'approve' })).toBe(201)
    expect(await task('officer', id)).toMatchObject({ status: 'active', percent: 40 })
    expect(await step('officer', id, report(100))).toBe(201)
    expect(await step('head', id, { kind: 'return', text: '  ' })).toBe(422)
    expect(await step('head', id, { kind: 'return', text: 'Thiếu biên bản' })).toBe(201)
    expect(await step('officer2', id, report(100))).toBe(201)
    expect(await step('head', id, { kind: 'approve', text: 'Đồng ý' })).toBe(201)
    await laterOn('2026-11-30T02:00:00Z', ['head', 'leader', 'focal', 'officer'])
    // Five days past the due day, but the agency was in time: what is open is the overseer's.
    const overdue = await as('officer')('GET', '/api/work?state=overdue')
    expect(overdue.json().rows.map((row: { id: string }) => row.id)).not.toContain(id)
    const waiting = await as('focal')('GET', '/api/work?state=to-confirm')
    expect(waiting.json().rows).toContainEqual(expect.objectContaining({ id, completedOn: '2026-11-21' }))
    expect(await step('head', id, { kind: 'confirm' })).toBe(403)
    expect(await step('leader', id, { kind: 'confirm' })).toBe(403)
    expect(await step('focal', id, { kind: 'confirm' })).toBe(201)
    const done = await task('officer', id)
    expect(done).toMatchObject({
      status: 'done',
      percent: 100,
      completedOn: '2026-11-21',
      dueOn: '2026-11-25',
    })
    expect(done.steps.map(({ kind, actor, percent }) => [kind, actor, percent])).toEqual([
      ['receive', 'Người dùng officer', null],
      ['report', 'Người dùng officer', 40],
      ['approve', 'Người dùng head', null],
      ['report', 'Người dùng officer', 100],
      ['return', 'Người dùng head', null],
      ['report', 'Người dùng officer2', 100],
      ['approve', 'Người dùng head', null],
      ['confirm', 'Người dùng focal', null],
    ])
    const entries = await app.sql`
      select action, actor from audit_event
      where tenant_id = ${app.tenantId} and subject_id = ${id} order by at, action`
    expect(entries).toHaveLength(8)
  })

  test('a head may not approve the own report; another head may', async () => {
    const { id } = await oneTask()
    expect(await step('head', id, report(100))).toBe(201)
    const { version, whyNot } = await task('head', id)
    expect(whyNot.approve).toBe(words.task.ownReport.approve)
    expect(whyNot.return).toBeNull()
    const answer = await as('head')('POST', `/api/work/${id}/steps`, { version, body: { kind: 'approve' } })
    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ code: 'step.approve', title: words.task.ownReport.approve })
  })

  test('the overseer returns a finished report; the agency does it again', async () => {
    const { id } = await oneTask()
    await step('officer', id, report(100))
    await step('head', id, { kind: 'approve' })
    expect(await step('focal', id, { kind: 'return', text: 'Số liệu chưa khớp' })).toBe(201)
    expect(await task('officer', id)).toMatchObject({ status: 'active', percent: 0, completedOn: null })
  })

  test('whoever saw an old version is told so and changes nothing', async () => {
    const { id } = await oneTask()
    await step('officer', id, { kind: 'receive' })
    const body = report(100)
    expect((await as('officer2')('POST', `/api/work/${id}/steps`, { version: 1, body })).statusCode).toBe(412)
    expect((await as('officer2')('POST', `/api/work/${id}/steps`, { body })).statusCode).toBe(422)
    expect((await task('officer', id)).steps).toHaveLength(1)
  })

  test('the same step sent twice is taken once', async () => {
    const { id } = await oneTask()
    const again = () =>
      as('officer')('POST', `/api/work/${id}/steps`, {
        version: 1,
        key: `key-of-${id}`,
        body: { kind: 'receive' },
      })
    const first = await again()
    const second = await again()
    expect([first.statusCode, second.statusCode]).toEqual([201, 201])
    expect(second.body).toBe(first.body)
    expect((await task('officer', id)).steps).toHaveLength(1)
  })

  test('two at once: one is taken, the other is stale', async () => {
    const { id } = await oneTask()
    const both = await Promise.all(
      ['officer', 'officer2'].map((login) =>
        as(login)('POST', `/api/work/${id}/steps`, { version: 1, body: { kind: 'receive' } }),
      ),
    )
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([201, 412])
  })

  test.each([
    { kind: 'report', percent: 50 },
    { kind: 'report', text: 'Kết quả', percent: 101 },
    { kind: 'report', text: 'Kết quả', percent: 50.5 },
    { kind: 'nothing' },
  ])('refuses %j', async (body) => {
    const { id } = await oneTask()
    expect(await step('officer', id, body)).toBe(422)
  })

  test('an assignment that is not there', async () => {
    expect((await as('officer')('GET', `/api/work/${randomUUID()}`)).statusCode).toBe(404)
    expect((await as('officer')('GET', '/api/work/abc')).statusCode).toBe(422)
  })
})

describe('the page of an assignment', () => {
  test('shows the clause in its place, the parties, what was joined and the others of a collective item', async () => {
    const [office, mountain, hill] = ['Sở Nội vụ', 'UBND xã Suối Mơ', 'UBND xã Đồi Chè'].map(app.agencyId)
    const item = newItem(1, {
      outcome: 'each',
      bearers: [mountain ?? '', hill ?? ''],
      coordinators: [office ?? ''],
      leadPrinted: ['UBND các xã'],
      coordinatingPrinted: ['Sở Nội vụ'],
      deliverables: ['Báo cáo'],
    })
    const merged = newItem(2, {
      outcome: 'merged',
      mergedInto: item.id,
      section: 'Phụ lục',
      quote: 'Dòng phụ lục',
    })
    await planWithWork(app, [item, merged])
    const shown = await task('commune', await assignmentOf(app, item.id, mountain ?? ''))
    expect(shown.item).toMatchObject({
      heading: 'Tuyên truyền',
      spans: [{ line: 3, from: 2, to: 10 }],
      leadPrinted: ['UBND các xã'],
      coordinating: [{ name: 'Sở Nội vụ' }],
      deliverables: ['Báo cáo'],
    })
    expect(shown.item.lines.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5])
    expect(shown.merged).toMatchObject([{ section: 'Phụ lục', quote: 'Dòng phụ lục' }])
    expect(shown.siblings).toMatchObject([{ agency: { name: 'UBND xã Đồi Chè' }, status: 'assigned' }])
    expect(shown.plan.overseer?.name).toBe('Sở Tài chính')
    expect(shown.whyNot.receive).toBeNull()
  })
})

describe('evidence', () => {
  const upload = (login: string, name: string, bytes: Uint8Array, key?: string) => {
    const { body, headers } = multipart({}, { name, bytes })
    return as(login)('POST', '/api/files', { body, headers, ...(key ? { key } : {}) })
  }

  test('goes up, is named by a report, comes down as an attachment', async () => {
    const { id } = await oneTask()
    const bytes = Buffer.from('biên bản hội nghị')
    const file = await json<StoredFile>(upload('officer', 'Biên bản (1).html'.normalize('NFD'), bytes), 201)
    expect(file).toMatchObject({
      name: 'Biên bản (1).html',
      media: 'application/octet-stream',
      size: bytes.length,
    })
    expect(await step('officer', id, report(100, [file]))).toBe(201)
    const [taken] = (await task('officer', id)).steps
    expect(taken?.files).toEqual([file])
    const down = await as('commune')('GET', `/api/files/${file.hash}?step=${taken?.id}`)
    expect(down.rawPayload.equals(bytes)).toBe(true)
    expect(down.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="Bi_n b_n _1_.html"; filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20%281%29.html`,
    })
    expect((await as('commune')('GET', `/api/files/${file.hash}?step=${randomUUID()}`)).statusCode).toBe(404)
  })

  test('refuses a paper with a secrecy mark and keeps no byte of it', async () => {
    const paper = Buffer.from('UBND TỈNH THỬ NGHIỆM\nSố: 3/BC-UBND\n\nMẬT\n\nBÁO CÁO\nKết quả thực hiện\n')
    expect((await upload('officer', 'bao-cao.txt', paper)).json()).toMatchObject({ code: 'document.secret' })
    expect(await app.sql`select 1 from file where size = ${paper.length}`).toHaveLength(0)
  })

  test('refuses empty files, unknown hashes, and a key used for another file', async () => {
    expect((await upload('officer', 'rỗng.pdf', Buffer.alloc(0))).json()).toMatchObject({
      code: 'file.empty',
    })
    const { id } = await oneTask()
    expect(await step('officer', id, report(100, [{ hash: 'a'.repeat(64), name: 'x.pdf' }]))).toBe(422)
    expect((await task('officer', id)).steps).toEqual([])
    const key = 'một khóa'.normalize('NFD').replace(/\P{ASCII}/gu, '') + randomUUID()
    expect((await upload('officer', 'a.pdf', Buffer.from('a'), key)).statusCode).toBe(201)
    expect((await upload('officer', 'a.pdf', Buffer.from('a'), key)).statusCode).toBe(201)
    expect((await upload('officer', 'a.pdf', Buffer.from('b'), key)).statusCode).toBe(409)
  })
})

describe('the worklist', () => {
  let planId = ''
  beforeAll(async () => {
    app.clock.set('2026-11-21T02:00:00Z')
    const bearers = ['Sở Nội vụ', 'UBND xã Suối Mơ', 'UBND xã Đồi Chè'].map(app.agencyId)
    const dues = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-28', '2026-11-29', '2027-06-30']
    const items = [...dues.map(dueBy), UNDATED, UNDATED].map((due, i) =>
      newItem(i + 1, {
        outcome: 'each',
        bearers,
        due,
        quote: i === 4 ? 'Đào tạo 100% cán bộ' : `Việc thứ ${i + 1}`,
      }),
    )
    planId = (await planWithWork(app, items, { number: '12/KH-UBND', title: 'Kế hoạch thử' })).planId
    const ids = await Promise.all(items.map((item) => assignmentOf(app, item.id, app.agencyId('Sở Nội vụ'))))
    const finish = async (id: string, until: 'report' | 'approve' | 'confirm') => {
      await step('officer', id, report(100))
      if (until !== 'report') await step('head', id, { kind: 'approve' })
      if (until === 'confirm') await step('focal', id, { kind: 'confirm' })
    }
    await finish(ids[0] ?? '', 'confirm')
    await finish(ids[2] ?? '', 'confirm')
    await finish(ids[3] ?? '', 'approve')
    await finish(ids[6] ?? '', 'report')
  })

  const list = (login: string, query: string) =>
    json<WorkList>(as(login)('GET', `/api/work?plan=${planId}&${query}`))

  async function walk(login: string, query: string): Promise<WorkRow[]> {
    const rows: WorkRow[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: WorkList = await list(login, `${query}&limit=3${after ? `&after=${after}` : ''}`)
      rows.push(...page.rows)
      after = page.next
    }
    return rows
  }

  test('opens on the own agency for officers and heads, on all for the others', async () => {
    expect((await walk('officer', 'state=all')).every((row) => row.agency.name === 'Sở Nội vụ')).toBe(true)
    expect(await walk('officer', 'state=all')).toHaveLength(8)
    expect(await walk('focal', 'state=all')).toHaveLength(24)
    expect(await walk('officer', 'state=all&agency=all')).toHaveLength(24)
  })

  test('page after page, every row once, the nearest day first, undated last', async () => {
    const rows = await walk('focal', 'state=all')
    expect(new Set(rows.map((row) => row.id)).size).toBe(24)
    const key = (row: WorkRow) => `${row.dueOn ?? '9999'} ${row.id}`
    expect(rows.map(key)).toEqual(rows.map(key).sort())
  })

  test.each(WORK_STATE_NAMES)('the tab "%s" has as many rows as it says', async (state) => {
    for (const scope of ['agency=all', `agency=${app.agencyId('Sở Nội vụ')}`, 'agency=all&q=viec thu']) {
      const { counts } = await json<WorkCounts>(
        as('focal')('GET', `/api/work/counts?plan=${planId}&${scope}`),
      )
      expect(await walk('focal', `state=${state}&${scope}`), `${state} ${scope}`).toHaveLength(counts[state])
    }
  })

  test('lateness is asked with the day', async () => {
    const overdue = await walk('officer', 'state=overdue')
    expect(overdue.map((row) => row.daysLeft)).toEqual([-1])
    await laterOn('2026-11-30T02:00:00Z', ['officer'])
    // The one due on 28/11 was approved in time by the agency and only waits for the overseer.
    expect((await walk('officer', 'state=overdue')).map((row) => row.daysLeft)).toEqual([-10, -1])
  })

  test('search needs no diacritics and takes "%" as it is', async () => {
    expect(await walk('focal', 'state=all&q=dao tao')).toHaveLength(3)
    expect(await walk('focal', `state=all&q=${encodeURIComponent('100% CÁN')}`)).toHaveLength(3)
    expect(await walk('focal', `state=all&q=${encodeURIComponent('%')}`)).toHaveLength(3)
  })

  test('a row says whose turn it is', async () => {
    const next = async (login: string, state: string) =>
      (await walk(login, `state=${state}&agency=${app.agencyId('Sở Nội vụ')}`)).map((row) => row.next)
    expect(await next('officer', 'to-approve')).toEqual([null])
    expect(await next('head', 'to-approve')).toEqual(['approve'])
    expect(await next('focal', 'to-confirm')).toEqual(['confirm'])
    expect(await next('leader', 'open')).toEqual([null, null, null, null, null, null])
    expect(await next('officer', 'to-receive')).toEqual(['receive', 'receive', 'receive', 'receive'])
  })

  test('refuses a cursor it did not make', async () => {
    expect((await as('focal')('GET', '/api/work?after=abc')).statusCode).toBe(422)
  })
})
