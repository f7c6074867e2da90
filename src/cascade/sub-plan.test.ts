import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysLateOf, debtsOf, type Followed, holdersOf, type OwedRow, shareOf } from './sub-plan.ts'

const row = (agencyId: string, more: Partial<OwedRow> = {}): OwedRow => ({
  agencyId,
  itemId: 'item',
  section: 'V.1',
  dueOn: '2026-03-15',
  state: 'owed',
  ...more,
})
const goes = (agencyId: string, to: string[], planId: string | null = null): Followed => ({
  agencyId,
  to,
  planId,
})

describe('who owes', () => {
  test('the agency itself, whoever follows, along the chain; in one plan somebody else', () => {
    expect(holdersOf('A', 'p', [])).toEqual(['A'])
    expect(holdersOf('A', 'p', [goes('A', ['B']), goes('B', ['C'])])).toEqual(['C'])
    expect(holdersOf('A', 'p', [goes('A', ['B']), goes('A', ['D'], 'p')])).toEqual(['D'])
    expect(holdersOf('A', 'q', [goes('A', ['B']), goes('A', ['D'], 'p')])).toEqual(['B'])
    expect(holdersOf('A', 'p', [goes('A', ['X', 'Y', 'Z'])])).toEqual(['X', 'Y', 'Z'])
    expect(holdersOf('A', 'p', [goes('A', [])])).toEqual(['A'])
  })

  test('always somebody, and never for ever', () => {
    const Id = fc.constantFrom('A', 'B', 'C', 'D', 'E')
    const Decisions = fc.array(
      fc.record({
        agencyId: Id,
        to: fc.array(Id, { maxLength: 3 }),
        planId: fc.constantFrom(null, 'p', 'q'),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(Id, Decisions, (id, followed) => {
        const holders = holdersOf(id, 'p', followed)
        expect(holders.length).toBeGreaterThan(0)
        expect(new Set(holders).size).toBe(holders.length)
      }),
    )
  })
})

describe('debts', () => {
  test('two merged communes owe one plan, by the earlier day; whoever issued owes nothing again', () => {
    const rows = [row('A'), row('B', { dueOn: '2026-02-01' }), row('C', { state: 'issued' })]
    const followed = [goes('A', ['N']), goes('B', ['N'])]
    const debts = debtsOf(rows, 'p', followed)
    expect(debts.map(({ agencyId, state, dueOn, from }) => [agencyId, state, dueOn, from])).toEqual([
      ['C', 'issued', '2026-03-15', []],
      ['N', 'owed', '2026-02-01', ['A', 'B']],
    ])
    const settled = debtsOf([...rows, row('N', { state: 'issued' })], 'p', followed)
    expect(settled.filter(({ state }) => state === 'owed')).toEqual([])
    expect(settled).toHaveLength(2)
  })

  test('of one that was divided every part owes its own', () => {
    const debts = debtsOf([row('A')], 'p', [goes('A', ['X', 'Y'])])
    expect(debts.map(({ agencyId }) => agencyId)).toEqual(['X', 'Y'])
  })

  test('an agency stands in the list once, whatever was decided', () => {
    const Id = fc.constantFrom('A', 'B', 'C', 'D')
    const Rows = fc.uniqueArray(fc.record({ id: Id, state: fc.constantFrom('owed', 'issued', 'excused') }), {
      selector: ({ id }) => id,
    })
    const Decisions = fc.array(fc.record({ agencyId: Id, to: fc.array(Id), planId: fc.constant(null) }))
    fc.assert(
      fc.property(Rows, Decisions, (some, followed) => {
        const rows = some.map(({ id, state }) => row(id, { state: state as OwedRow['state'] }))
        const debts = debtsOf(rows, 'p', followed)
        const ids = debts.map(({ agencyId }) => agencyId)
        expect(new Set(ids).size).toBe(ids.length)
        // What was settled stays settled.
        for (const { agencyId, state } of rows)
          if (state !== 'owed') expect(debts.find((one) => one.agencyId === agencyId)?.state).toBe(state)
      }),
    )
  })
})

test('late is counted until it was issued, or until today; the excused are never late', () => {
  const of = (state: OwedRow['state'], issuedOn: string | null, dueOn: string | null = '2026-03-15') =>
    daysLateOf({ state, dueOn, issuedOn }, '2026-03-20')
  expect(of('owed', null)).toBe(5)
  expect(of('issued', '2026-03-17')).toBe(2)
  expect(of('issued', '2026-03-15')).toBeNull()
  expect(of('excused', null)).toBeNull()
  expect(of('owed', null, null)).toBeNull()
})

test('the share counts issued of all that must; who was excused, or not asked, is no part of it', () => {
  const one = (state: OwedRow['state'], daysLate: number | null = null, isAsked = true) => ({
    state,
    daysLate,
    isAsked,
  })
  expect(
    shareOf([one('issued'), one('owed', 3), one('owed'), one('excused'), one('issued', null, false)]),
  ).toEqual({ issued: 1, owed: 2, excused: 1, of: 3, late: 1 })
})
