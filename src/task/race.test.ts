// Two writers at once: they wait for each other and never in a circle, and where PostgreSQL sees one all the same, the one
// it ended is carried out again.
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { newItem, planWithWork } from '../../test/work.ts'
import { getActor } from '../identity/queries.ts'
import { once } from '../store/once.ts'
import { rebuildWork } from './rebuild.ts'
import { takeSteps } from './steps.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

/** How often PostgreSQL ended somebody to break a circle. */
async function deadlocks(): Promise<number> {
  // What a connection counted is told a second after it fell idle.
  await wait(1200)
  const [row] = await app.sql<{ n: number }[]>`
    select deadlocks as n from pg_stat_database where datname = current_database()`
  return row?.n ?? 0
}

test('events recorded while steps are taken on the same item: nobody waits in a circle', async () => {
  const communes = ['UBND xã Suối Mơ', 'UBND xã Đồi Chè', 'UBND phường Cầu Mây', 'Sở Nội vụ']
  const item = newItem(1, { outcome: 'each', bearers: communes.map(app.agencyId), event: 'Khi có Nghị định' })
  await planWithWork(app, [item])
  const [focal, actor] = [
    await app.signIn('focal'),
    await getActor(app.sql, app.tenantId, app.accountId('focal'), app.clock.today()),
  ]
  const now = { at: app.clock.now(), today: app.clock.today() }
  /** Closes what is open and opens what is closed: each moves the item too. */
  const turnAll = async () => {
    const rows = await app.sql<{ id: string; version: number; status: string }[]>`
      select id, version, status from assignment where tenant_id = ${app.tenantId} and item_id = ${item.id}`
    const steps = rows.map(({ id, version, status }) => {
      const kind = status === 'closed' ? ('reopen' as const) : ('close' as const)
      return { id, version, form: { kind, text: 'Theo chỉ đạo' } }
    })
    const { results } = await app.sql.begin((tx) => takeSteps(tx, actor, steps, now))
    return results.filter(({ taken }) => taken).length
  }
  const record = async (round: number) => {
    const [row] = await app.sql<{ version: number }[]>`
      select version from item where tenant_id = ${app.tenantId} and id = ${item.id}`
    const dueOn = `2026-12-${10 + (round % 20)}`
    const body = { eventOn: '2026-11-20', dueOn, text: '' }
    const answer = await focal('POST', `/api/items/${item.id}/event`, { version: row?.version ?? 0, body })
    return answer.statusCode
  }
  let [taken, recorded] = [0, 0]
  for (let round = 0; round < 60; round++) {
    const [status, ...turned] = await Promise.all([record(round), turnAll(), turnAll()])
    expect([200, 412]).toContain(status)
    taken += turned.reduce((sum, n) => sum + n, 0)
    if (status === 200) recorded++
  }
  expect(recorded).toBeGreaterThan(30)
  expect(taken).toBeGreaterThan(100)
  expect(await deadlocks()).toBe(0)
  expect((await rebuildWork(app.sql, app.tenantId, { isMending: false })).differences).toEqual([])
})

test('a transaction ended to break a circle is carried out again, with its key, once', async () => {
  const { sql, tenantId } = app
  const before = await deadlocks()
  await sql`create table pair (n int primary key, times int not null)`
  await sql`insert into pair values (1, 0), (2, 0)`
  const both = { met: 0, go: () => {} }
  const met = new Promise<void>((resolve) => {
    both.go = resolve
  })
  let runs = 0
  const write = (first: number, second: number) =>
    once(
      sql,
      {
        ...{ tenantId, accountId: app.accountId('focal'), key: `pair ${first}` },
        ...{ request: [first, second], at: app.clock.now() },
      },
      async (tx) => {
        runs++
        await tx`update pair set times = times + 1 where n = ${first}`
        if (++both.met === 2) both.go()
        await met
        await tx`update pair set times = times + 1 where n = ${second}`
        return { first }
      },
    )
  expect(await Promise.all([write(1, 2), write(2, 1)])).toEqual([{ first: 1 }, { first: 2 }])
  expect(runs).toBe(3)
  expect(await sql`select n, times from pair order by n`).toEqual([
    { n: 1, times: 2 },
    { n: 2, times: 2 },
  ])
  // Asked again under its key it is answered, not done again.
  expect(await write(1, 2)).toEqual({ first: 1 })
  expect(runs).toBe(3)
  expect(await deadlocks()).toBe(before + 1)
})
