import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMUNE, difficultyApp, OFFICE } from '../../test/difficulty.ts'
import { rebuildDifficulties } from './rebuild.ts'

let app: Awaited<ReturnType<typeof difficultyApp>>
beforeAll(async () => {
  app = await difficultyApp()
})
afterAll(() => app.close())

test('finds what is out of line, mends it, and names what no fold can mend', async () => {
  const { sql, tenantId } = app
  const { of } = await app.work()
  const [a, b] = [await app.raised('officer', [of(OFFICE)]), await app.raised('commune', [of(COMMUNE)])]
  await app.step('focal', a, app.send(COMMUNE))
  const rebuild = (isMending: boolean) => rebuildDifficulties(sql, tenantId, { isMending })
  expect(await rebuild(false)).toEqual({ facts: 3, differences: [], broken: 0 })

  await sql`update difficulty set status = 'answered', due_on = null where tenant_id = ${tenantId} and id = ${a}`
  await sql`update difficulty_step set kind = 'close' where tenant_id = ${tenantId} and difficulty_id = ${b}`
  const found = await rebuild(false)
  expect(found).toMatchObject({ facts: 3, broken: 1 })
  expect(found.differences.toSorted()).toEqual(
    [
      `difficulty ${a}: dueOn null -> 2026-11-27, status answered -> sent`,
      `difficulty ${b}: steps do not follow`,
    ].toSorted(),
  )
  await rebuild(true)
  expect((await rebuild(false)).differences).toEqual([`difficulty ${b}: steps do not follow`])
  expect(await app.show('focal', a)).toMatchObject({ status: 'sent', clock: { dueOn: '2026-11-27' } })
})
