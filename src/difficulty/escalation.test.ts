import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMUNE, difficultyApp, OFFICE } from '../../test/difficulty.ts'
import type { App } from '../http/app.ts'
import { escalateAll, escalateEveryHour } from './escalation.ts'

let app: Awaited<ReturnType<typeof difficultyApp>>
beforeAll(async () => {
  app = await difficultyApp()
})
afterAll(() => app.close())

async function overdue() {
  app.clock.set('2026-11-20T02:00:00Z')
  const { of } = await app.work()
  const id = await app.raised('officer', [of(OFFICE)])
  await app.step('focal', id, app.send(COMMUNE))
  app.clock.set('2026-12-15T02:00:00Z')
  return id
}

test('every province, the first without anything', async () => {
  await app.sql`insert into tenant (id, name, province_code, created_at) values (0, 'tỉnh Trống', '98', now())`
  await overdue()
  const errors: unknown[] = []
  expect(await escalateAll(app.app, (error) => errors.push(error))).toBe(1)
  expect(await escalateAll(app.app, (error) => errors.push(error))).toBe(0)
  expect(errors).toEqual([])
})

test('at once and again and again until it is ended; a fault is told and the next round comes', async () => {
  const id = await overdue()
  const errors: unknown[] = []
  const stop = escalateEveryHour(app.app, (error) => errors.push(error), 20)
  await expect.poll(async () => (await app.show('focal', id)).withLeaders).toBe(true)
  const later = await overdue()
  await expect.poll(async () => (await app.show('focal', later)).withLeaders).toBe(true)
  await stop()
  expect(errors).toEqual([])

  let rounds = 0
  const broken = new Proxy(app.app, {
    get: (target: App, name: keyof App) => {
      if (name === 'sql') rounds += 1
      if (name === 'sql') throw new Error('the database is away')
      return target[name]
    },
  })
  const stopBroken = escalateEveryHour(broken, (error) => errors.push(error), 20)
  await expect.poll(() => rounds).toBeGreaterThan(1)
  await stopBroken()
  expect(errors.length).toBeGreaterThan(1)
})
