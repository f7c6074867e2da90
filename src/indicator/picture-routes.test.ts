// What the pictures of indicators are made of: small lines of many at once, charts as Excel, choices; only for who is signed in.
import { randomUUID } from 'node:crypto'
import { readXlsx } from 'hucre'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import * as words from '../vocabulary/words.ts'
import { Choices, Trends } from './picture.ts'

type TestApp = Awaited<ReturnType<typeof testApp>>
let app: TestApp
let focal: Awaited<ReturnType<TestApp['signIn']>>
let counted: string
let typed: string

async function make(name: string, more: object): Promise<string> {
  const body = {
    ...{ code: '', name, unit: 'hợp tác xã', direction: 'up', decimals: 0, description: '', agencyId: null },
    ...more,
  }
  const made = await focal('POST', '/api/indicators', { body })
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}

beforeAll(async () => {
  app = await testApp()
  focal = await app.signIn('focal')
  const { sql, tenantId } = app
  const row = (code: string, since: string, place: string) => ({
    ...{ tenant_id: tenantId, id: randomUUID(), version: 1, since, act: 'create', at: app.clock.now() },
    ...{
      account_id: null,
      actor: 'Thử',
      reason: '',
      batch_id: null,
      is_void: false,
      code,
      name: `HTX ${code}`,
    },
    ...{ kind: 'cooperative', status: 'active', place: app.agencyId(place), sector: 'agriculture' },
    registered_on: since,
  })
  await sql`insert into cooperative ${sql([
    row('1', '2024-03-01', 'UBND xã Suối Mơ'),
    row('2', '2025-03-01', 'UBND xã Suối Mơ'),
    row('3', '2025-03-01', 'UBND xã Đồi Chè'),
  ])}`
  counted = await make('Số hợp tác xã', {
    way: 'formula',
    formula: { kind: 'count', register: 'cooperative', where: [] },
  })
  typed = await make('Số hội nghị', { way: 'typed', formula: null })
})
afterAll(() => app?.close())

test('the last years of many indicators come at once; one that is not there is left out', async () => {
  const answer = await focal('GET', `/api/indicators/trends?ids=${counted},${typed},${randomUUID()}`)
  expect(answer.statusCode, answer.body).toBe(200)
  const { trends } = Trends.parse(answer.json())
  expect(trends.map(({ id }) => id).sort()).toEqual([counted, typed].sort())
  const of = (id: string) => trends.find((one) => one.id === id)?.points.map(({ value }) => value)
  expect(of(counted)).toEqual([0, 0, 1, 3, 3])
  expect(of(typed)).toEqual([null, null, null, null, null])
})

test('ids that are none, and more than a page, are refused', async () => {
  expect((await focal('GET', '/api/indicators/trends?ids=1;drop')).statusCode).toBe(422)
  const many = Array.from({ length: 101 }, () => randomUUID()).join(',')
  expect((await focal('GET', `/api/indicators/trends?ids=${many}`)).statusCode).toBe(422)
  expect(Trends.parse((await focal('GET', '/api/indicators/trends?ids=')).json()).trends).toEqual([])
})

test('choices know the day, and only plans that set targets', async () => {
  const { day, plans } = Choices.parse((await focal('GET', '/api/indicators/choices')).json())
  expect(day).toBe(app.clock.today())
  expect(plans).toEqual([])
})

test('a chart is a sheet with figures one can calculate with', async () => {
  const target = {
    ...{ fromYear: 2026, toYear: 2026, isYearly: false, op: '>=', min: 4, max: null, text: 'Ít nhất 4' },
    ...{ planId: null, areaId: null },
  }
  const set = await focal('POST', `/api/indicators/${counted}/targets`, { body: target })
  expect(set.statusCode, set.body).toBe(201)
  const chart = await focal('GET', `/api/indicators/${counted}/chart.xlsx`)
  expect(chart.headers['content-type']).toContain('spreadsheetml')
  expect(chart.headers['content-disposition']).toContain('so-hop-tac-xa.xlsx')
  const { sheets } = await readXlsx(chart.rawPayload)
  const rows = sheets[0]?.rows ?? []
  const head = rows.findIndex((row) => row[0] === words.chart.period)
  expect(rows[head]?.slice(1, 3)).toEqual([
    words.indicatorPage.chart.measured,
    words.indicatorPage.chart.target,
  ])
  const of = (year: string) => rows.find((row) => row[0] === year)
  expect(of('2025')?.[1]).toBe(3)
  expect(of('2026')?.slice(1, 3)).toEqual([3, 4])
  expect(of('2026')).toContain('≥ 4')
  const areas = await focal('GET', `/api/indicators/${counted}/areas.xlsx?day=2025-12-31`)
  const cells = (await readXlsx(areas.rawPayload)).sheets[0]?.rows ?? []
  expect(cells.find((row) => row[1] === 'Xã Suối Mơ')?.[2]).toBe(2)
  expect(cells.find((row) => row[1] === 'Xã Đồi Chè')?.[2]).toBe(1)
})

test('what is entered by hand has no communes; a day to come has no figures', async () => {
  expect((await focal('GET', `/api/indicators/${typed}/areas.xlsx`)).statusCode).toBe(409)
  expect((await focal('GET', `/api/indicators/${counted}/areas.xlsx?day=2100-01-01`)).statusCode).toBe(422)
  expect((await focal('GET', `/api/indicators/${randomUUID()}/chart.xlsx`)).statusCode).toBe(404)
})

test('nobody reads it without signing in', async () => {
  for (const path of ['choices', 'trends?ids=', `${counted}/chart.xlsx`, `${counted}/areas.xlsx`]) {
    const answer = await app.server.inject({ method: 'GET', url: `/api/indicators/${path}` })
    expect(answer.statusCode, path).toBe(401)
  }
})
