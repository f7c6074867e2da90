import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyApp } from '../../test/database.ts'

let app: Awaited<ReturnType<typeof emptyApp>>
beforeAll(async () => {
  app = await emptyApp()
  const made = await app.server.inject({
    method: 'POST',
    url: '/api/setup/sample',
    headers: { 'idempotency-key': 'sample-key-1' },
    payload: {},
  })
  expect(made.statusCode, made.body).toBeLessThan(300)
}, 120_000)
afterAll(async () => app?.close())

test('2024 and 2025 are confirmed, a few wait, some lack figures, every band has its story', async () => {
  const rows = await app.sql<{ year: number; band: string; n: number }[]>`
    select year, band, count(*)::int as n from cooperative_rating group by year, band order by year, band`
  const of = (year: number) => Object.fromEntries(rows.filter((row) => row.year === year).map(({ band, n }) => [band, n]))
  for (const year of [2024, 2025]) {
    expect(Object.keys(of(year)).sort()).toEqual(['average', 'fair', 'good', 'unrated', 'weak'])
    expect(Math.min(...Object.values(of(year)))).toBeGreaterThan(1)
  }
  const [locked] = await app.sql`select year from assessment_lock where opened_at is null`
  expect(locked).toEqual({ year: 2024 })
})
