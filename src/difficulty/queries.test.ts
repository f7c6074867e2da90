// After any steps of anybody, the clock running in between: the cached columns are the fold, the books are complete, an
// answer has reached all who raised the difficulty, and nothing was answered but by a person.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMUNE, difficultyApp, FORM, OFFICE } from '../../test/difficulty.ts'
import { addDays } from '../base/calendar.ts'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { getActor } from '../identity/queries.ts'
import { foldSteps, type PastStep, STEP_KINDS } from './difficulty.ts'
import { type OfAssignment, StepForm } from './exchange.ts'
import { listOpenDifficultyWaits } from './listing.ts'
import { escalateOverdue, raiseDifficulty, takeStep } from './queries.ts'

let app: Awaited<ReturnType<typeof difficultyApp>>
beforeAll(async () => {
  app = await difficultyApp()
})
afterAll(() => app.close())

/** Chance that falls the same way each time (mulberry32). */
function chance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
const pick = chance(20261120)
const oneOf = <T>(list: readonly T[]): T => list[pick(list.length)] as T

interface Row {
  id: string
  version: number
  status: string
  joinedInto: string | null
}
const rows = () => app.sql<Row[]>`
  select id, version, status, joined_into as "joinedInto" from difficulty where tenant_id = ${app.tenantId} order by id`

test('a thousand random attempts', async () => {
  const { sql, tenantId } = app
  const { of } = await app.work()
  let today = '2026-11-20'
  const now = () => ({ at: new Date(`${today}T02:00:00Z`), today })
  const people = new Map<string, Actor>()
  for (const login of ['officer', 'commune', 'focal', 'finance-head', 'head', 'commune-head', 'leader'])
    people.set(login, await getActor(sql, tenantId, app.accountId(login), today))
  const as = (login: string) => people.get(login) as Actor
  const raise = (login: string, name: string) =>
    sql.begin((tx) =>
      raiseDifficulty(
        tx,
        as(login),
        { ...FORM, type: 'funding', assignmentIds: [of(name)], files: [] },
        now(),
      ),
    )
  const raisers = [
    ['officer', OFFICE],
    ['commune', COMMUNE],
  ] as const
  for (const _ of [1, 2, 3, 4]) for (const [login, name] of raisers) await raise(login, name)
  const agencies = [OFFICE, COMMUNE, 'UBND tỉnh', 'Sở Công Thương'].map(app.agencyId)
  const tally = { taken: 0, refused: 0, escalated: 0 }
  for (let i = 0; i < 1000; i++) {
    if (pick(6) === 0) {
      today = addDays(today, pick(4))
      const twice = [1, 2].map(
        () => sql.begin((tx) => escalateOverdue(tx, tenantId, now())) as Promise<number>,
      )
      const [first = 0, second = 0] = await Promise.all(twice)
      tally.escalated += first + second
      continue
    }
    if (pick(25) === 0) {
      const [login, name] = oneOf(raisers)
      await raise(login, name)
      continue
    }
    const all = await rows()
    const row = oneOf(all)
    const form = StepForm.parse({
      ...{ kind: oneOf(STEP_KINDS), text: 'Nội dung', targetId: oneOf(all).id, days: 1 + pick(5) },
      addresseeId: oneOf(agencies),
      ...(pick(2) ? { nextId: app.agencyId('Liên minh Hợp tác xã tỉnh'), nextDays: 1 + pick(3) } : {}),
    })
    const actor = as(oneOf([...people.keys(), 'focal', 'focal', 'leader']))
    try {
      await sql.begin((tx) => takeStep(tx, actor, row.id, row.version, form, now()))
      tally.taken += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      tally.refused += 1
    }
  }
  expect(tally.taken).toBeGreaterThan(30)
  expect(tally.escalated).toBeGreaterThan(3)

  const cached = await sql<(Row & Record<string, unknown>)[]>`
    select id, status, type, joined_into as "joinedInto", addressee_id as "addresseeId", due_on as "dueOn",
           next_id as "nextId", next_days as "nextDays", with_leaders as "withLeaders", waiting_since as "waitingSince",
           version
    from difficulty where tenant_id = ${tenantId} order by id`
  for (const { id, version, ...columns } of cached) {
    const steps = await sql<(PastStep & { accountId: string | null })[]>`
      select kind, on_day as "onDay", type, target_id as "targetId", addressee_id as "addresseeId", due_on as "dueOn",
             next_id as "nextId", next_days as "nextDays", account_id as "accountId"
      from difficulty_step where tenant_id = ${tenantId} and difficulty_id = ${id} order by seq`
    expect(columns).toEqual(foldSteps(steps))
    expect(version).toBe(steps.length)
    for (const { kind, accountId } of steps) expect(accountId === null).toBe(kind === 'escalate')
    const [{ n } = { n: 0 }] = await sql<{ n: number }[]>`
      select count(*)::int as n from audit_event where tenant_id = ${tenantId} and subject_id = ${id}`
    expect(n).toBe(steps.length)
  }

  // Whatever was answered is answered for everybody who raised it.
  app.clock.set(`${today}T02:00:00Z`)
  const all = await rows()
  const standingOf = ({ status, joinedInto }: Row) =>
    joinedInto === null ? status : (all.find(({ id }) => id === joinedInto)?.status ?? '')
  for (const [login, name] of raisers) {
    const shown = await app.json<OfAssignment>(
      app.as(login)('GET', `/api/difficulties/of-assignment/${of(name)}`),
    )
    for (const { id, standing, answer } of shown.difficulties) {
      const row = all.find((one) => one.id === id) as Row
      expect(standing).toBe(standingOf(row))
      expect(answer !== null).toBe(['answered', 'closed'].includes(standing))
    }
  }

  // And what waits is told to the waiting graph, once each, with all it keeps back.
  const waits = await listOpenDifficultyWaits(sql, tenantId)
  const waiting = all.filter(({ status }) => ['raised', 'sent'].includes(status))
  expect([...new Set(waits.map(({ id }) => id))].sort()).toEqual(waiting.map(({ id }) => id).sort())
  for (const { atSince, raisedOn, agencyId } of waits)
    expect([raisedOn <= today, atSince <= today, agencyId !== null]).toEqual([true, true, true])
})
