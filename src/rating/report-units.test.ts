// Reports of rounds as units: due in the window, late or not, excused or not; and what always holds of them.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../test/nightly.ts'
import { addDays } from '../base/calendar.ts'
import type { PastFact, ReportFact } from '../report/report.ts'
import { rate, type Unit } from './rate.ts'
import { UnitForm } from './rating.ts'
import { foldReportOn, type ReportFacts, reportUnitOf } from './report-units.ts'
import { CAUSES, type Cause, SAMPLE_RUBRIC } from './rubric.ts'

const Q2 = { from: '2026-03-15', to: '2026-06-14' }
const Q3 = { from: '2026-06-15', to: '2026-09-14' }
const LATER = '2026-11-21'
const ALL = { causes: [...CAUSES] }
const without = (...names: Cause[]) => ({ causes: CAUSES.filter((cause) => !names.includes(cause)) })

const step = (kind: ReportFact, onDay: string, more: Partial<PastFact> = {}): PastFact => ({
  ...{ kind, onDay, accountId: 'p', text: '', toAgencyId: null, dueOn: null },
  ...more,
})
/** Handed in by the agency and approved by its head on the day. */
const sent = (onDay: string): PastFact[] => [step('submit', onDay), step('approve', onDay)]
const asked = (dueOn: string, steps: PastFact[] = [], more: Partial<ReportFacts> = {}): ReportFacts => ({
  ...{ id: 'r', given: { agencyId: 'A', toId: 'F', dueOn, openedOn: '2026-03-20' }, confirmed: null, steps },
  ...more,
})
const unit = (of: ReportFacts, { rubric = ALL, window = Q2, today = LATER } = {}): Unit | undefined =>
  reportUnitOf(rubric, of, window, today)?.unit
/** "1 late 3 extended": count, days late, cause. */
const said = (of: ReportFacts, more = {}) => {
  const found = unit(of, more)
  return found
    ? [found.count, found.daysLate ?? 'in time', found.excuse?.cause].filter((x) => x !== undefined).join(' ')
    : null
}

describe('in the window of its day', () => {
  test.each([
    ['handed in in time', asked('2026-04-30', sent('2026-04-30')), '0 in time'],
    ['handed in late', asked('2026-04-30', sent('2026-05-03')), '1 3'],
    ['handed in after the window', asked('2026-06-10', sent('2026-06-20')), '1 4'],
    ['never handed in', asked('2026-06-13'), '1 1'],
    ['submitted to its own head only', asked('2026-06-13', [step('submit', '2026-06-12')]), '1 1'],
    [
      'handed in, accepted, locked',
      asked('2026-04-30', [...sent('2026-04-29'), step('accept', '2026-05-20'), step('lock', '2026-05-21')]),
      '0 in time',
    ],
    ['due on the last day', asked('2026-06-14'), '1 1'],
    [
      'due before it',
      asked('2026-03-14', [], {
        given: { agencyId: 'A', toId: 'F', dueOn: '2026-03-14', openedOn: '2026-03-01' },
      }),
      null,
    ],
    ['due after it, handed in early', asked('2026-06-30', sent('2026-06-01')), null],
    ['asked when the day had gone by', asked('2026-03-18'), null],
  ])('%s', (_, of, expected) => expect(said(of)).toBe(expected))

  test('while the window runs, what is due today is not late; what is due later is not judged yet', () => {
    expect(said(asked('2026-05-20'), { today: '2026-05-20' })).toBeNull()
    expect(said(asked('2026-05-19'), { today: '2026-05-20' })).toBe('1 1')
    expect(said(asked('2026-06-10'), { today: '2026-05-20' })).toBeNull()
    expect(said(asked('2026-06-10', sent('2026-05-18')), { today: '2026-05-20' })).toBe('0 in time')
  })

  test('points to the report, with its day and the day it was handed in', () => {
    expect(unit(asked('2026-04-30', sent('2026-05-03')))).toMatchObject({
      ...{ fault: 'report', assignmentId: null, reportId: 'r' },
      ...{ dueOn: '2026-04-30', completedOn: '2026-05-03', day: '2026-04-30' },
    })
  })

  test('is of whoever had it at the end of the window', () => {
    const moved = asked('2026-06-10', [
      step('pass', '2026-05-01', { toAgencyId: 'B' }),
      step('pass', '2026-07-01', { toAgencyId: 'C' }),
    ])
    expect(reportUnitOf(ALL, moved, Q2, LATER)?.agencyId).toBe('B')
    expect(foldReportOn(moved, LATER)?.agencyId).toBe('C')
  })
})

describe('an objective cause', () => {
  const extended = (onDay: string, dueOn: string, ...more: PastFact[]) =>
    asked('2026-04-30', [step('extend', onDay, { dueOn }), ...more])

  test('a late exception of the receiver, kept; without the cause in the rubric it is late', () => {
    const kept = extended('2026-05-02', '2026-05-20', ...sent('2026-05-15'))
    expect(said(kept)).toBe('1 15 extended')
    expect(unit(kept)).toMatchObject({
      dueOn: '2026-04-30',
      day: '2026-05-20',
      excuse: { note: '2026-05-20' },
    })
    expect(said(kept, { rubric: without('extended') })).toBe('1 15')
    expect(said(extended('2026-05-02', '2026-05-20', ...sent('2026-05-23')))).toBe('1 3')
  })

  test('what was put off into the next window is judged there; what was granted afterwards does not look back', () => {
    const put = extended('2026-05-02', '2026-07-10')
    expect([said(put), said(put, { window: Q3 })]).toEqual([null, '1 66'])
    const after = extended('2026-07-01', '2026-07-10', ...sent('2026-07-09'))
    expect([said(after), said(after, { window: Q3 })]).toEqual(['1 45', '1 70 extended'])
  })

  test('joined into the report of whoever took over, whatever the rubric counts', () => {
    const joined = asked('2026-04-30', [step('join', '2026-04-20', { toAgencyId: 'B' })])
    expect(said(joined, { rubric: { causes: [] } })).toBe('1 45 passed')
    expect(unit(joined)?.excuse?.note).toBe('2026-04-20')
  })

  test('taken over when the day had gone by', () => {
    const moved = (day: string) => asked('2026-04-30', [step('pass', day, { toAgencyId: 'B' })])
    expect([said(moved('2026-05-10')), said(moved('2026-04-10'))]).toEqual(['1 45 inherited', '1 45'])
    expect(said(moved('2026-05-10'), { rubric: without('inherited') })).toBe('1 45')
  })

  test('handed in in time, returned by the receiver afterwards; not what the own head returned', () => {
    const returned = asked('2026-04-30', [
      ...sent('2026-04-29'),
      step('return', '2026-05-05'),
      ...sent('2026-05-08'),
    ])
    expect(said(returned)).toBe('1 8 return-late')
    expect(said(returned, { rubric: without('return-late') })).toBe('1 8')
    const house = asked('2026-04-30', [
      step('submit', '2026-04-29'),
      step('return', '2026-05-05'),
      ...sent('2026-05-08'),
    ])
    expect(said(house)).toBe('1 8')
  })

  test('confirmed by a person', () => {
    expect(unit(asked('2026-04-30', [], { confirmed: 'Bão lũ' }))?.excuse).toEqual({
      ...{ cause: 'confirmed', note: 'Bão lũ', difficultyId: null },
    })
  })
})

describe('always', () => {
  const days = fc.integer({ min: 0, max: 120 }).map((n) => addDays('2026-03-20', n))
  const kinds = ['submit', 'approve', 'return', 'accept', 'lock', 'unlock', 'extend', 'pass', 'join'] as const
  const steps = fc
    .array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        onDay: days,
        dueOn: days,
        toAgencyId: fc.constantFrom('B', 'C'),
      }),
      {
        maxLength: 10,
      },
    )
    .map((some) => some.map(({ kind, onDay, ...more }) => step(kind, onDay, more)))
    .map((some) => some.sort((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : 0)))
  const reports = fc.record({ dueOn: days, steps }).map(({ dueOn, steps }) => asked(dueOn, steps))
  const causes = fc.subarray([...CAUSES]).map((some) => ({ causes: some }))
  const check = <T>(property: fc.IProperty<T>) => fc.assert(property, { numRuns: runs(300) })
  const lost = (found: Unit | undefined) => 10_000 - rate(SAMPLE_RUBRIC, found ? [found] : []).score

  test('a report is a unit of one window at most, whatever happened to its day', () =>
    check(
      fc.property(causes, reports, (rubric, report) => {
        // Known on one day: windows that are over, judged by the same facts.
        const settled = { ...report, steps: report.steps.map((one) => ({ ...one, onDay: '2026-03-20' })) }
        const windows = [Q2, Q3].filter((window) => unit(settled, { rubric, window }))
        expect(windows.length).toBeLessThanOrEqual(1)
      }),
    ))

  test('what counts from after the window does not move it', () =>
    check(
      fc.property(causes, reports, (rubric, report) => {
        const known = { ...report, steps: report.steps.filter(({ onDay }) => onDay <= Q2.to) }
        expect(reportUnitOf(rubric, report, Q2, LATER)).toEqual(reportUnitOf(rubric, known, Q2, LATER))
      }),
    ))

  test('one more cause that excuses never costs points', () =>
    check(
      fc.property(reports, fc.constantFrom(...without('extended').causes), (report, cause) => {
        const costs = (rubric: { causes: Cause[] }) =>
          lost(unit(report, { rubric })) + lost(unit(report, { rubric, window: Q3 }))
        expect(costs(ALL)).toBeLessThanOrEqual(costs(without(cause)))
      }),
    ))

  test('an excuse has a fault, a fault has its days, and both survive being stored', () =>
    check(
      fc.property(causes, reports, (rubric, report) => {
        const found = unit(report, { rubric })
        if (!found) return
        expect(found.count === 1).toBe(found.daysLate !== null)
        if (found.excuse) expect(found.count).toBe(1)
        const stored = JSON.parse(JSON.stringify(found)) as Unit
        expect(rate(SAMPLE_RUBRIC, [stored])).toEqual(rate(SAMPLE_RUBRIC, [found]))
      }),
    ))
})

test('units that were locked before reports of rounds were rated are read as they are', () => {
  const old = {
    ...{ fault: 'report', assignmentId: '9d8f1a34-5b1e-4c7c-8f55-0f3f0a3c9a11', day: '2026-04-30' },
    ...{ dueOn: '2026-04-30', completedOn: null, daysLate: 45, count: 1, steps: [], excuse: null },
  }
  expect(UnitForm.parse(old)).toEqual(old)
  expect(rate(SAMPLE_RUBRIC, [old as Unit]).reports).toBe(1)
})
