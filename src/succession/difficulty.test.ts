// What waits for a decision of an agency that ends waits for its successor's; where a group follows, it goes back.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMUNE, difficultyApp, OFFICE } from '../../test/difficulty.ts'
import type { ActForm } from './act.ts'

let app: Awaited<ReturnType<typeof difficultyApp>>
beforeAll(async () => {
  app = await difficultyApp()
})
afterAll(() => app.close())

const found = async (name: string) => {
  const form = { name, code: null, kind: 'department', parentId: null, aliases: [] }
  const answer = await app.as('focal')('POST', '/api/agencies', { body: { agencies: [form] } })
  return answer.json()[0].id as string
}
const record = async (more: Pick<ActForm, 'kind' | 'old' | 'successors'> & Partial<ActForm>) => {
  const today = app.clock.today()
  const body = {
    effectiveOn: today,
    documentNumber: '10/NQ-HĐND',
    documentOn: today,
    note: '',
    decisions: [],
    ...more,
  }
  const answer = await app.as('focal')('POST', '/api/reorganisations', { body })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().passed
}
const there = (agencyId: string) => ({ agencyId, founded: null, takes: '' })

test('a merger, a second one after it, and a group', async () => {
  app.clock.set('2026-11-20T02:00:00Z')
  const { of } = await app.work()
  const [canals, roads, waters] = [
    await found('Sở Thủy lợi'),
    await found('Sở Đường sá'),
    await found('Sở Sông nước'),
  ]
  const sent = async (addresseeId: string, next: object = {}) => {
    const id = await app.raised('officer', [of(OFFICE)])
    expect(await app.step('focal', id, { kind: 'send', addresseeId, days: 5, ...next })).toBe(201)
    return id
  }
  const [lies, next] = [
    await sent(canals),
    await sent(app.agencyId(COMMUNE), { nextId: canals, nextDays: 3 }),
  ]
  const due = (await app.show('focal', lies)).clock?.dueOn

  expect(await record({ kind: 'merge', old: [canals], successors: [there(roads)] })).toMatchObject({
    difficulties: 2,
  })
  expect(await app.show('focal', lies)).toMatchObject({ addressee: { id: roads }, clock: { dueOn: due } })
  expect(await app.show('focal', next)).toMatchObject({
    addressee: { name: COMMUNE },
    next: { id: roads, days: 3 },
  })
  app.clock.set('2026-11-23T02:00:00Z')
  expect(await record({ kind: 'merge', old: [roads], successors: [there(waters)] })).toMatchObject({
    difficulties: 2,
  })
  const shown = await app.show('focal', lies)
  expect(shown.addressee?.id).toBe(waters)
  expect(shown.steps.slice(-2).map(({ kind, text }) => [kind, text.startsWith('Theo 10/NQ-HĐND')])).toEqual([
    ['transfer', true],
    ['transfer', true],
  ])
  // Nobody is asked who is no longer there.
  const late = await app.raised('officer', [of(OFFICE)])
  expect(await app.step('focal', late, { kind: 'send', addresseeId: roads, days: 5 })).toBe(422)

  app.clock.set('2026-11-24T02:00:00Z')
  const decision = {
    agencyId: waters,
    to: { group: 'communes' },
    why: 'Giao các xã',
    exceptions: [],
    accounts: [],
  }
  expect(
    await record({ kind: 'abolish', old: [waters], successors: [], decisions: [decision] }),
  ).toMatchObject({ difficulties: 2 })
  expect(await app.show('focal', lies)).toMatchObject({ status: 'raised', addressee: null })
  expect(await app.show('focal', next)).toMatchObject({
    status: 'sent',
    addressee: { name: COMMUNE },
    next: null,
  })
})
