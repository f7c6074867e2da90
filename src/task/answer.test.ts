// Answering a period: what an agency owes, what it may carry over, and nothing of anybody else's.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { statementsOf } from '../../test/queries.ts'
import { newItem, planWithWork } from '../../test/work.ts'
import { type Answer, type AnswerSheet, carriedOver, isComplete, NOTHING, stepOf } from './answer.ts'
import { openPeriods } from './create-work.ts'
import type { StepsTaken } from './work.ts'

let app: Awaited<ReturnType<typeof testApp>>
type Caller = Awaited<ReturnType<typeof app.signIn>>
const callers = new Map<string, Caller>()
const as = (login: string): Caller => {
  const caller = callers.get(login)
  if (!caller) throw new Error(`nobody signed in as ${login}`)
  return caller
}
const sheet = async (login: string, query = '') =>
  (await as(login)('GET', `/api/work/answer?${query}`)).json<AnswerSheet>()
const send = async (login: string, rows: { id: string; version: number; form: object }[]) =>
  (await as(login)('POST', '/api/work/steps', { body: { steps: rows } })).json<StepsTaken>()
const figures = [{ name: 'Hợp tác xã mới', value: 3, unit: 'HTX' }]

beforeAll(async () => {
  app = await testApp()
  app.clock.set('2026-10-20T02:00:00Z')
  for (const login of ['commune', 'commune-head', 'officer', 'leader', 'focal'])
    callers.set(login, await app.signIn(login))
  await app.sql`update session set expires_at = '2030-01-01' where tenant_id = ${app.tenantId}`
  const bearers = ['UBND xã Suối Mơ', 'UBND xã Đồi Chè'].map(app.agencyId)
  const monthly = Array.from({ length: 3 }, (_, i) =>
    newItem(i + 1, { outcome: 'each', bearers, every: 'month', quote: `Việc hằng tháng ${i + 1}` }),
  )
  await planWithWork(app, monthly, { number: '1/KH-UBND' })
  await planWithWork(app, [newItem(1, { outcome: 'each', bearers, every: 'year', quote: 'Việc hằng năm' })])
  // In the month before two duties were reported and approved, one of them returned first; the third only reported.
  const { rows } = await sheet('commune', 'period=2026-11')
  const report = (text: string, more: object = {}) => ({ kind: 'report', text, percent: 100, ...more })
  const [a, b, c] = rows.map(({ id }) => id)
  const act = (login: string, version: number, ids: (string | undefined)[], form: object) =>
    send(
      login,
      ids.map((id) => ({ id: id ?? '', version, form })),
    )
  await act('commune', 1, [a, c], report('Bản đầu'))
  await act('commune-head', 2, [a], { kind: 'return', text: 'Thiếu số liệu' })
  await act('commune', 3, [a], report('Đã hướng dẫn 3 hợp tác xã', { figures }))
  await act('commune-head', 4, [a], { kind: 'approve' })
  await act('commune', 1, [b], report('', { nothing: true }))
  await act('commune-head', 2, [b], { kind: 'approve' })
  app.clock.set('2026-11-21T02:00:00Z')
  await app.sql.begin((tx) =>
    openPeriods(tx, app.tenantId, { at: app.clock.now(), today: app.clock.today() }),
  )
})
afterAll(() => app.close())

test('opens on the period that is due next, and counts what each still wants', async () => {
  const { agency, periods, period, rows } = await sheet('commune')
  expect(agency?.name).toBe('UBND xã Suối Mơ')
  // November's third duty is reported and waits for the head; the year is due on the same day as December's month.
  expect(periods.map(({ key, n, open }) => [key, n, open])).toEqual([
    ['2026', 1, 1],
    ['2026-12', 3, 3],
    ['2026-11', 3, 0],
  ])
  expect(periods[1]).toMatchObject({ from: '2026-11-15', to: '2026-12-14', dueOn: '2026-12-14' })
  expect(period).toBe('2026')
  expect(rows).toHaveLength(1)
})

test('carries over the last approved report of the same duty, and no other', async () => {
  const { rows, previous } = await sheet('commune', 'period=2026-12')
  expect(rows).toHaveLength(3)
  const of = (quote: string) =>
    previous.find(({ id }) => rows.find((row) => row.id === id)?.quote.endsWith(quote))
  const said = previous.map(({ period, text, nothing }) => [period, text, nothing])
  expect(said).toHaveLength(2)
  expect(said).toContainEqual(['2026-11', 'Đã hướng dẫn 3 hợp tác xã', false])
  expect(said).toContainEqual(['2026-11', '', true])
  expect(previous.find(({ text }) => text)?.figures).toEqual(figures)
  expect(of('1') ?? of('2') ?? of('3')).toBeDefined()
  expect((await sheet('commune', 'period=2026-11')).previous).toEqual([])
})

test('all answers go as one batch; what was answered meanwhile says so', async () => {
  const { rows, previous } = await sheet('commune', 'period=2026-12')
  const [first, ...rest] = rows
  if (!first) throw new Error('nothing is owed')
  await send('commune-head', [{ id: first.id, version: first.version, form: { kind: 'receive' } }])
  const answers = [first, ...rest].map(({ id, version }) => {
    const before = previous.find((one) => one.id === id)
    return { id, version, form: stepOf(before ? carriedOver(before) : NOTHING) }
  })
  const { results } = await send('commune', answers)
  expect(results.map(({ taken, why }) => taken?.status ?? (why !== null && 'refused'))).toEqual([
    ...['refused', 'reported', 'reported'],
  ])
  const steps = await app.sql<{ batchId: string }[]>`
    select distinct batch_id as "batchId" from step
    where tenant_id = ${app.tenantId} and assignment_id = any(${rest.map(({ id }) => id)}::uuid[])`
  expect(steps).toHaveLength(1)
  const { periods } = await sheet('commune')
  expect(periods.find(({ key }) => key === '2026-12')?.open).toBe(1)
})

test('another agency’s sheet is not opened; whoever belongs to none has none', async () => {
  const other = await as('commune')('GET', `/api/work/answer?agency=${app.agencyId('Sở Nội vụ')}`)
  expect(other.statusCode).toBe(403)
  expect(await sheet('leader')).toMatchObject({ agency: null, periods: [], rows: [] })
  expect(await sheet('officer')).toMatchObject({ agency: { name: 'Sở Nội vụ' }, periods: [], period: null })
})

test('costs five statements, however many duties', async () => {
  const { statements } = await statementsOf(app, () =>
    as('commune')('GET', '/api/work/answer?period=2026-12'),
  )
  expect(statements).toHaveLength(5)
})

describe('an answer', () => {
  const answer = (more: Partial<Answer>): Answer => ({ ...NOTHING, ...more })
  test.each<[Answer, boolean]>([
    [answer({}), true],
    [answer({ kind: 'result' }), false],
    [answer({ kind: 'result', text: ' ' }), false],
    [answer({ kind: 'result', text: 'Đã làm' }), true],
    [answer({ kind: 'same', text: '' }), false],
    [answer({ kind: 'outside' }), false],
    [answer({ kind: 'outside', happenedOn: '2026-11-21' }), true],
  ])('%j is complete: %s', (given, expected) => expect(isComplete(given)).toBe(expected))

  test('becomes the step that says it', () => {
    expect(stepOf(NOTHING)).toMatchObject({ kind: 'report', nothing: true, percent: 100 })
    expect(stepOf(answer({ kind: 'outside', happenedOn: '2026-11-21' }))).toEqual({
      ...{ kind: 'report-outside', happenedOn: '2026-11-21' },
    })
    const before = { id: '', period: '2026-11', onDay: '2026-11-12', text: 'Đã làm', nothing: false, figures }
    expect(stepOf(carriedOver(before))).toMatchObject({
      text: 'Đã làm',
      nothing: false,
      figures,
      percent: 100,
    })
    expect(carriedOver({ ...before, nothing: true }).kind).toBe('nothing')
  })
})
