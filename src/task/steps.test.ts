// Steps on a selection and what can go wrong with a step: another version, another day on the clock, a file that is gone,
// police and army.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { multipart, testApp } from '../../test/database.ts'
import { statementsOf } from '../../test/queries.ts'
import { assignmentOf, dueBy, newItem, planWithWork } from '../../test/work.ts'
import * as words from '../vocabulary/words.ts'
import { rebuildCounts } from './counts.ts'
import { givenOf, listPastSteps } from './record.ts'
import { foldSteps } from './task.ts'
import type { StepsTaken, StoredFile, Task, WorkList } from './work.ts'

let app: Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<typeof app.signIn>>
const callers = new Map<string, Caller>()
const as = (login: string): Caller => {
  const caller = callers.get(login)
  if (!caller) throw new Error(`nobody signed in as ${login}`)
  return caller
}
let office = ''
beforeAll(async () => {
  app = await testApp()
  office = app.agencyId('Sở Nội vụ')
  for (const login of ['officer', 'officer2', 'head', 'focal', 'commune', 'commune-head'])
    callers.set(login, await app.signIn(login))
  // The clock moves here by weeks: nobody signs in again for that.
  await app.sql`update session set expires_at = '2030-01-01' where tenant_id = ${app.tenantId}`
})
afterAll(() => app.close())
beforeEach(() => app.clock.set('2026-11-21T02:00:00Z'))

async function duties(n: number, due = dueBy('2026-12-15'), agency = office) {
  const items = Array.from({ length: n }, (_, i) => newItem(i + 1, { bearers: [agency], due }))
  await planWithWork(app, items)
  return Promise.all(items.map((item) => assignmentOf(app, item.id, agency)))
}
const task = async (login: string, id: string) => (await as(login)('GET', `/api/work/${id}`)).json<Task>()
async function step(login: string, id: string, body: object) {
  const { version } = await task(login, id)
  return as(login)('POST', `/api/work/${id}/steps`, { version, body })
}
const report = (more: object = {}) => ({
  kind: 'report',
  text: 'Đã tổ chức hội nghị.',
  percent: 100,
  ...more,
})
const many = (
  login: string,
  ids: string[],
  form: object,
  { version = 1, key = randomUUID() as string } = {},
) => as(login)('POST', '/api/work/steps', { key, body: { steps: ids.map((id) => ({ id, version, form })) } })
const whys = (answer: { json: <T>() => T }) => answer.json<StepsTaken>().results.map(({ why }) => why)

/** The cached columns are the fold, and the counters those of the rows. */
async function expectInLine(ids: readonly string[]) {
  const past = await listPastSteps(app.sql, app.tenantId, ids)
  const rows = await app.sql<
    {
      id: string
      givenTo: string
      givenDue: string | null
      givenUnit: string | null
      status: string
      completedOn: string | null
      dueOn: string | null
    }[]
  >`
    select id, given_to as "givenTo", given_due as "givenDue", given_unit as "givenUnit", status, completed_on as "completedOn", due_on as "dueOn"
    from assignment where tenant_id = ${app.tenantId} and id = any(${ids as string[]}::uuid[])`
  for (const { id, status, completedOn, dueOn, ...given } of rows)
    expect(foldSteps(givenOf({ ...given, givenUnit: null }), past.get(id) ?? [])).toMatchObject({
      status,
      completedOn,
      dueOn,
    })
  const counters = () => app.sql`
    select plan_id, agency_id, role, due_on, state, n from assignment_count
    where tenant_id = ${app.tenantId} and n <> 0 order by 1, 2, 3, 4, 5`
  const kept = [...(await counters())]
  await app.sql.begin((tx) => rebuildCounts(tx, app.tenantId))
  expect(kept).toEqual([...(await counters())])
}

describe('on a selection', () => {
  test('what can be taken is taken, every other row says why', async () => {
    const [a = '', b = '', c = ''] = await duties(3)
    const [foreign = ''] = await duties(1, dueBy('2026-12-15'), app.agencyId('UBND xã Suối Mơ'))
    await step('officer', b, { kind: 'receive' })
    const answer = await many('officer', [a, b, c, foreign, randomUUID()], { kind: 'receive' })
    expect(whys(answer)).toEqual([
      ...[null, words.refusal.stale, null],
      ...[words.task.notRelated.bearer, words.refusal.missing],
    ])
    expect((await task('officer', c)).status).toBe('active')
    await expectInLine([a, b, c, foreign])
  })

  test('one report answers many duties, across plans, with the same evidence; each says it was not alone', async () => {
    const { body, headers } = multipart({}, { name: 'bao-cao.pdf', bytes: Buffer.from('%PDF-1.4 chung') })
    const file = (await as('officer')('POST', '/api/files', { body, headers })).json<StoredFile>()
    const ids = [...(await duties(2)), ...(await duties(1))]
    const form = report({
      files: [{ hash: file.hash, name: file.name }],
      figures: [{ name: 'Hội nghị', value: 2.5, unit: 'cuộc' }],
    })
    expect(whys(await many('officer', ids, form))).toEqual([null, null, null])
    const shown = await task('officer', ids[2] ?? '')
    expect(shown.steps[0]).toMatchObject({
      ...{
        batchSize: 3,
        files: [{ hash: file.hash }],
        figures: [{ name: 'Hội nghị', value: 2.5, unit: 'cuộc' }],
      },
    })
    const batch = shown.steps[0]?.batchId
    const list = (
      await as('officer')('GET', `/api/work?state=all&agency=all&batch=${batch}`)
    ).json<WorkList>()
    expect(list.rows.map(({ id }) => id).sort()).toEqual([...ids].sort())
    expect(whys(await many('head', ids, { kind: 'approve' }, { version: 2 }))).toEqual([null, null, null])
    await expectInLine(ids)
  })

  test('the same request twice is carried out once', async () => {
    const ids = await duties(2)
    const key = randomUUID()
    const first = await many('officer', ids, { kind: 'receive' }, { key })
    const again = await many('officer', ids, { kind: 'receive' }, { key })
    expect(again.body).toBe(first.body)
    expect((await many('officer', ids, report(), { key })).statusCode).toBe(409)
    expect((await task('officer', ids[0] ?? '')).steps).toHaveLength(1)
  })

  test('a row twice, none, or too many are refused', async () => {
    const [id = ''] = await duties(1)
    expect((await many('officer', [id, id], { kind: 'receive' })).json().faults?.[0]?.message).toBe(
      words.task.twiceInOne,
    )
    expect((await many('officer', [], { kind: 'receive' })).statusCode).toBe(422)
    const crowd = Array.from({ length: 201 }, () => randomUUID())
    expect((await many('officer', crowd, { kind: 'receive' })).statusCode).toBe(422)
  })

  test('laid on one person: rows of another agency say so, the rest is laid', async () => {
    const [own = ''] = await duties(1)
    const [other = ''] = await duties(1, dueBy('2026-12-15'), app.agencyId('Sở Tài chính'))
    await app.sql`
      insert into stand_in (tenant_id, id, account_id, stand_in_id, from_day, to_day, reason, created_by, created_at)
      values (${app.tenantId}, ${randomUUID()}, ${app.accountId('finance-head')}, ${app.accountId('head')}, '2026-11-21',
              '2026-11-21', 'Họp', ${app.accountId('admin')}, ${app.clock.now()})`
    const form = { kind: 'assign', toAccountId: app.accountId('officer') }
    expect(whys(await many('head', [own, other], form))).toEqual([null, words.task.assignStranger])
    expect((await task('officer', own)).person?.id).toBe(app.accountId('officer'))
    await app.sql`delete from stand_in where tenant_id = ${app.tenantId}`
  })

  test('two at once on the same rows: each row is taken once', async () => {
    const ids = await duties(5)
    const both = await Promise.all([
      many('officer', ids, { kind: 'receive' }),
      many('officer2', [...ids].reverse(), { kind: 'receive' }),
    ])
    const taken = both.flatMap((answer) => answer.json<StepsTaken>().results).filter((row) => row.taken)
    expect(taken.map(({ id }) => id).sort()).toEqual([...ids].sort())
    await expectInLine(ids)
  })

  test('a hundred rows cost as many statements as two', async () => {
    const few = await duties(2)
    const lot = await duties(100)
    const one = await statementsOf(app, () => many('officer', few, report()))
    const all = await statementsOf(app, () => many('officer', lot, report()))
    expect(whys(all.answer).every((why) => why === null)).toBe(true)
    expect([one.statements.length, all.statements.length]).toEqual([10, 10])
  })
})

describe('when the clock is set back', () => {
  test('a step counts no earlier than the one it follows, the story keeps its order, the counters hold', async () => {
    app.clock.set('2026-12-10T02:00:00Z')
    const [id = ''] = await duties(1, dueBy('2026-12-01'))
    expect((await step('officer', id, { kind: 'receive' })).statusCode).toBe(201)
    app.clock.set('2026-11-21T02:00:00Z')
    expect((await step('officer', id, report())).statusCode).toBe(201)
    expect((await step('head', id, { kind: 'approve' })).statusCode).toBe(201)
    const { steps, completedOn } = await task('officer', id)
    expect(steps.map(({ kind, onDay, at }) => [kind, onDay, at.slice(0, 10)])).toEqual([
      ['receive', '2026-12-10', '2026-12-10'],
      ['report', '2026-12-10', '2026-11-21'],
      ['approve', '2026-12-10', '2026-11-21'],
    ])
    expect(completedOn).toBe('2026-12-10')
    // The facts up to any day are a story that can have happened.
    const past = (await listPastSteps(app.sql, app.tenantId, [id])).get(id) ?? []
    for (const day of ['2026-11-21', '2026-12-09', '2026-12-10'])
      foldSteps(
        { agencyId: office, dueOn: null },
        past.filter(({ onDay }) => onDay <= day),
      )
    await expectInLine([id])
  })
})

describe('a file that is gone', () => {
  test('refuses the report with its name; nothing is written', async () => {
    const [id = ''] = await duties(1)
    const { body, headers } = multipart({}, { name: 'biên bản.pdf', bytes: Buffer.from('%PDF-1.4 mất') })
    const { hash, name } = (await as('officer')('POST', '/api/files', { body, headers })).json<StoredFile>()
    await app.sql`delete from file where tenant_id = ${app.tenantId} and hash = ${hash}`
    const form = report({ files: [{ hash, name }] })
    const answer = await step('officer', id, form)
    expect(answer.json()).toMatchObject({ status: 422, title: words.task.fileUnknown(name) })
    const bulk = await many('officer', [id], form)
    expect(bulk.json()).toMatchObject({ status: 422, title: words.task.fileUnknown(name) })
    expect((await task('officer', id)).steps).toEqual([])
    await expectInLine([id])
  })
})

describe('days that cannot be', () => {
  test.each([
    [{ kind: 'extend', until: '2026-11-20' }, words.task.extensionEarlier('2026-11-24')],
    [{ kind: 'extend', until: '2026-11-26' }, words.steps.untilPast],
    [{ kind: 'resume', until: '2026-11-24' }, words.task.extensionEarlier('2026-11-24')],
  ])('%j', async (form, why) => {
    const [id = ''] = await duties(1, dueBy('2026-11-24'))
    app.clock.set('2026-11-27T02:00:00Z')
    if (form.kind === 'resume') await step('focal', id, { kind: 'suspend', text: 'Chờ hướng dẫn' })
    expect((await step('focal', id, form)).json()).toMatchObject({ status: 422, title: why })
  })
  test('an extension is asked with a reason and a day after the present one', async () => {
    const [id = ''] = await duties(1, dueBy('2026-12-15'))
    const ask = (until: string, text: string) => step('officer', id, { kind: 'ask-extension', until, text })
    expect((await ask('2026-12-31', ' ')).json().title).toBe(words.task.textRequired['ask-extension'])
    expect((await ask('2026-12-15', 'Chờ số liệu')).json().title).toBe(
      words.task.extensionEarlier('2026-12-15'),
    )
    expect((await ask('2026-12-31', 'Chờ số liệu')).statusCode).toBe(201)
    expect(await task('focal', id)).toMatchObject({ extensionUntil: '2026-12-31', dueOn: '2026-12-15' })
    expect((await step('officer', id, { kind: 'extend', until: '2026-12-31' })).statusCode).toBe(403)
    expect((await step('focal', id, { kind: 'extend', until: '2026-12-25' })).statusCode).toBe(201)
    expect(await task('officer', id)).toMatchObject({ extensionUntil: null, dueOn: '2026-12-25' })
    await expectInLine([id])
  })
})

describe('police and army', () => {
  let police = ''
  beforeAll(async () => {
    police = randomUUID()
    const { sql, tenantId } = app
    await sql`
      insert into agency (tenant_id, id, name, name_key, kind, created_at)
      values (${tenantId}, ${police}, 'Công an tỉnh', 'công an tỉnh', 'police', ${app.clock.now()})`
    await sql`
      update account set agency_id = ${police} where tenant_id = ${tenantId} and login in ('commune', 'commune-head')`
  })

  test('only the day is kept: no text and no file by any step, alone or on a selection', async () => {
    const [id = ''] = await duties(1, dueBy('2026-12-15'), police)
    const forms = [
      report(),
      report({ text: '', nothing: true }),
      { kind: 'ask-extension', until: '2026-12-31', text: 'Vì chuyên án' },
      { kind: 'assign', toAccountId: app.accountId('commune'), text: 'Làm theo chỉ đạo' },
    ]
    for (const form of forms) {
      const one = await step('commune-head', id, form)
      expect([409, 422]).toContain(one.statusCode)
      const [why] = whys(await many('commune-head', [id], form))
      expect([words.task.notHere.inside, words.steps.outsideText]).toContain(why)
    }
    for (const form of [
      { kind: 'suspend', text: 'Chờ chuyên án' },
      { kind: 'close', text: 'Đã rõ đối tượng' },
    ])
      expect((await step('focal', id, form)).json().title).toBe(words.steps.outsideText)
    expect((await task('focal', id)).steps).toEqual([])
    // What comes along with the day is dropped by the form itself, not stored.
    const outside = {
      kind: 'report-outside',
      happenedOn: '2026-11-21',
      text: 'Nội dung',
      files: [{ hash: 'a'.repeat(64), name: 'x' }],
    }
    expect((await step('commune', id, outside)).statusCode).toBe(201)
    const [taken] = (await task('focal', id)).steps
    expect(taken).toMatchObject({
      kind: 'report-outside',
      happenedOn: '2026-11-21',
      text: '',
      files: [],
      figures: [],
    })
  })

  test('every step goes without a word, from the day asked for to the result', async () => {
    const [id = ''] = await duties(1, dueBy('2026-12-15'), police)
    for (const [login, form] of [
      ['commune-head', { kind: 'assign', toAccountId: app.accountId('commune') }],
      ['commune', { kind: 'ask-extension', until: '2026-12-31' }],
      ['focal', { kind: 'extend', until: '2026-12-31' }],
      ['focal', { kind: 'suspend' }],
      ['focal', { kind: 'resume' }],
      ['commune', { kind: 'report-outside', happenedOn: '2026-11-21' }],
      ['focal', { kind: 'return' }],
      ['focal', { kind: 'report-outside', happenedOn: '2026-11-21' }],
      ['focal', { kind: 'confirm' }],
      ['focal', { kind: 'reopen' }],
      ['focal', { kind: 'close' }],
    ] as const)
      expect((await step(login, id, form)).statusCode, JSON.stringify(form)).toBe(201)
    const [row] = await app.sql<{ n: number }[]>`
      select count(*)::int as n from step
      where tenant_id = ${app.tenantId} and assignment_id = ${id} and (text <> '' or figures <> '[]')`
    expect(row?.n).toBe(0)
    await expectInLine([id])
  })

  test.each([
    ['2026-11-22', words.task.dayAhead],
    ['2026-11-20', words.steps.beforeGiven('2026-11-21')],
  ])('not on %s', async (happenedOn, why) => {
    const [id = ''] = await duties(1, dueBy('2026-12-15'), police)
    expect((await step('commune', id, { kind: 'report-outside', happenedOn })).json().title).toBe(why)
  })

  test('nobody of theirs sends a file up; others write no day into the duties of the rest', async () => {
    const { body, headers } = multipart({}, { name: 'a.pdf', bytes: Buffer.from('%PDF-1.4 kín') })
    const answer = await as('commune')('POST', '/api/files', { body, headers })
    expect(answer.json()).toMatchObject({ status: 403, title: words.steps.outsideFiles })
    expect(await app.sql`select 1 from file where convert_from(bytes, 'UTF8') like '%kín%'`).toHaveLength(0)
    const [id = ''] = await duties(1)
    const outside = { kind: 'report-outside', happenedOn: '2026-11-21' }
    expect((await step('officer', id, outside)).json().title).toBe(words.task.notHere.outside)
  })
})

describe('the page of an assignment', () => {
  test('counts the rounds of a collective duty, and costs the same with many', async () => {
    const bearers = ['UBND xã Đồi Chè', 'UBND phường Cầu Mây', 'Sở Công Thương', 'Sở Nội vụ'].map(
      app.agencyId,
    )
    const item = newItem(1, { outcome: 'each', bearers, due: dueBy('2026-11-20') })
    await planWithWork(app, [item])
    const id = await assignmentOf(app, item.id, office)
    const { answer, statements } = await statementsOf(app, () => as('officer')('GET', `/api/work/${id}`))
    expect(answer.json<Task>().rounds).toEqual([
      { role: 'lead', period: '', n: 4, done: 0, late: 4, closed: 0 },
    ])
    expect(statements).toHaveLength(2)
  })
})

test('lists and single steps cost a fixed number of statements', async () => {
  const cost = async (work: () => ReturnType<Caller>) => (await statementsOf(app, work)).statements.length
  const [id = ''] = await duties(1)
  // Who asks, the stamp, the rows; asked again the rows are known.
  expect(await cost(() => as('officer')('GET', '/api/work'))).toBe(3)
  expect(await cost(() => as('officer')('GET', '/api/work'))).toBe(2)
  expect(await cost(() => as('officer')('GET', '/api/work/counts'))).toBe(4)
  expect(
    await cost(() =>
      as('officer')('POST', `/api/work/${id}/steps`, { version: 1, body: { kind: 'receive' } }),
    ),
  ).toBe(10)
})
