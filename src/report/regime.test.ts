import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysBetween } from '../base/calendar.ts'
import { EVERY, periodAt } from '../task/period.ts'
import { chainOf, dueAtLevel, dueOf, periodNamed, periodToOpen, proposalOf, usualLinks } from './regime.ts'

const rule = (dueDay: number, dueInclusive: boolean, dueMonth = 0) => ({ dueDay, dueInclusive, dueMonth })

test.each([
  ['trước ngày 15/12 hằng năm', rule(15, false), '2026-12-14', '2026-12-14'],
  ['chậm nhất ngày 15/12 hằng năm', rule(15, true), '2026-12-14', '2026-12-15'],
  ['trước ngày 20/11 hằng năm', rule(20, false, -1), '2026-12-14', '2026-11-19'],
  ['chậm nhất ngày 10/01 năm sau', rule(10, true, 1), '2026-12-14', '2027-01-10'],
  ['chậm nhất ngày 31, tháng 6', rule(31, true), '2026-06-14', '2026-06-30'],
  ['trước ngày 01 tháng sau', rule(1, false, 1), '2026-06-14', '2026-06-30'],
])('%s', (_, form, to, day) => {
  expect(dueOf(form, { to })).toBe(day)
})

test('those who consolidate have more days, those below a consolidating agency fewer', () => {
  const days = { afterDays: 5, beforeDays: 3 }
  expect([1, 2, 3, 4].map((level) => dueAtLevel('2026-12-14', level, days))).toEqual([
    '2026-12-19',
    '2026-12-14',
    '2026-12-11',
    '2026-12-08',
  ])
})

describe('when a round is opened', () => {
  const regime = { ...rule(15, false), every: 'year' as const, openDays: 30, createdOn: '2026-02-01' }
  test.each([
    ['2026-11-13', null],
    ['2026-11-14', '2026'],
    ['2026-12-14', '2026'],
    ['2026-12-15', null],
    ['2026-01-10', null],
  ])('%s: %s', (day, key) => {
    expect(periodToOpen(regime, day)?.key ?? null).toBe(key)
  })

  test('the window may have ended before its day comes', () => {
    const late = { ...rule(10, true, 1), every: 'month' as const, openDays: 20, createdOn: '2026-01-01' }
    expect(periodToOpen(late, '2026-07-01')).toMatchObject({ key: '2026-06', dueOn: '2026-07-10' })
  })

  test('what is opened has its day ahead, and not further than said', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(
        day,
        fc.constantFrom(...EVERY),
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: -3, max: 3 }),
        fc.boolean(),
        (at, every, dueDay, dueMonth, dueInclusive) => {
          const today = at.toISOString().slice(0, 10)
          const found = periodToOpen(
            { dueDay, dueMonth, dueInclusive, every, openDays: 30, createdOn: '2019-01-01' },
            today,
          )
          if (!found) return
          expect(daysBetween(today, found.dueOn)).toBeGreaterThanOrEqual(0)
          expect(daysBetween(today, found.dueOn)).toBeLessThanOrEqual(30)
        },
      ),
    )
  })
})

test('a period is found by its name and by no other', () => {
  for (const every of EVERY) {
    const period = periodAt(every, '2026-08-20')
    expect(periodNamed(every, period.key)).toEqual(period)
  }
  expect([periodNamed('quarter', '2026-Q5'), periodNamed('year', 'x'), periodNamed('half', '2026')]).toEqual([
    null,
    null,
    null,
  ])
})

test.each([
  ['báo cáo trước ngày 15/12 hằng năm', 'annual', '12-15', { dueDay: 15, dueMonth: 0, dueInclusive: false }],
  ['báo cáo chậm nhất ngày 20/11', 'annual', '11-20', { dueDay: 20, dueMonth: -1, dueInclusive: true }],
  ['6 tháng (trước ngày 16/6)', 'semiannual', '06-16', { dueDay: 16, dueMonth: 0, dueInclusive: false }],
  ['định kỳ báo cáo', 'periodic', null, { dueDay: 15, dueMonth: 0, dueInclusive: false }],
] as const)('%s', (quote, frequency, due, form) => {
  const read = { id: 'r1', from: 'Các sở', to: 'Sở Tài chính', quote, frequency, due }
  expect(proposalOf(read)?.form).toMatchObject(form)
  expect(proposalOf({ ...read, frequency: 'adhoc' })).toBeNull()
})

describe('who reports to whom', () => {
  test('bearers to the focal agency, it to the province', () => {
    const links = usualLinks(['a', 'focal', 'b'], 'focal', 'province')
    expect(chainOf(links).chain).toEqual([
      { agencyId: 'focal', toAgencyId: 'province', level: 1 },
      { agencyId: 'a', toAgencyId: 'focal', level: 2 },
      { agencyId: 'b', toAgencyId: 'focal', level: 2 },
    ])
    expect(usualLinks(['a'], null, 'province')).toEqual([])
  })

  test('whatever is said, nobody reports to themselves in the chain, and every level lies above the next', () => {
    const agency = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ agencyId: agency, toAgencyId: agency }), { selector: (l) => l.agencyId }),
        (links) => {
          const { chain, circle } = chainOf(links)
          expect(chain.length + circle.length).toBe(links.length)
          const level = new Map(chain.map((one) => [one.agencyId, one.level]))
          for (const one of chain) expect(one.level).toBe((level.get(one.toAgencyId) ?? 0) + 1)
        },
      ),
    )
  })
})
