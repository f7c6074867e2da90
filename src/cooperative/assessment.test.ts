import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, type Facts, type Hands, isYoungerThan, pointsFor } from './assessment.ts'
import {
  bandOf,
  type CooperativeRubric,
  cooperativeRubricFaults,
  figures,
  SAMPLE_COOPERATIVE_RUBRIC as RUBRIC,
} from './assessment-rubric.ts'
import { columnsOf, counting } from './assessments.ts'

const HAND = (points: number): Hands[string] => ({
  ...{ points, reason: 'Theo biên bản họp', accountId: null, by: 'A', at: '2025-12-20T00:00:00Z' },
})
const HANDS: Hands = { duties: HAND(4), governance: HAND(10), community: HAND(8) }
const UPDATE = {
  id: 'u',
  ...{ revenue: 1100, memberRevenue: 700, profit: 120, debt: 100, totalCapital: 1000 },
  ...{ indivisibleFund: 110, managers: 5, trainedManagers: 4, womenManagers: 2, members: 55 },
  ...{ incomePerWorker: 66, workers: 25 },
}
const BEFORE = { ...UPDATE, id: 'b', revenue: 1000, indivisibleFund: 100, members: 50, incomePerWorker: 60 }
const FACTS: Facts = {
  cooperative: { id: 'c', highTech: true, valueChain: true },
  update: UPDATE,
  before: BEFORE,
  registeredOn: '2020-05-04',
  idleMonths: null,
  idleDays: 0,
  standsOn: '2025-12-14',
}

describe('the points of a cooperative', () => {
  test('everything there and the best: 100, good', () => {
    const result = assess(RUBRIC, FACTS, 2025, HANDS)
    expect(result).toMatchObject({ points: 100, open: 0, score: 100, band: 'good', unrated: null })
    expect(result.criteria.find(({ code }) => code === 'revenue-growth')).toMatchObject({
      measured: 10,
      points: 6,
      from: 'register',
      facts: [
        { figure: 'update.revenue', year: 2025, value: 1100, rowId: 'u' },
        { figure: 'update.revenue', year: 2024, value: 1000, rowId: 'b' },
      ],
    })
  })

  test('one figure missing: no band, whatever the points; a person may score it', () => {
    const facts = { ...FACTS, update: { ...UPDATE, profit: null } }
    expect(assess(RUBRIC, facts, 2025, HANDS)).toMatchObject({ points: 92, open: 8, score: null, band: null })
    const scored = assess(RUBRIC, facts, 2025, { ...HANDS, profit: HAND(3) })
    expect(scored).toMatchObject({ score: 95, band: 'good' })
  })

  test('no update, no year before: open, never nought', () => {
    const none = assess(RUBRIC, { ...FACTS, update: null, before: null }, 2025, HANDS)
    expect(none.band).toBeNull()
    expect(none.criteria.filter(({ from }) => from === 'missing')).toHaveLength(10)
    const first = assess(RUBRIC, { ...FACTS, before: null }, 2025, HANDS)
    expect(first.criteria.find(({ code }) => code === 'income')).toMatchObject({ from: 'missing' })
  })

  test('a figure that comes in counts in place of what a person scored', () => {
    const hands = { ...HANDS, profit: HAND(1) }
    expect(assess(RUBRIC, FACTS, 2025, hands).criteria[0]).toMatchObject({ points: 8, from: 'register' })
  })

  test('a loss gives nothing; an empty yes-no is not a no; nothing is divided by nought', () => {
    const lossy = assess(RUBRIC, { ...FACTS, update: { ...UPDATE, profit: -50 } }, 2025, HANDS)
    expect(lossy.criteria[0]).toMatchObject({ points: 0, from: 'register' })
    const unsaid = { ...FACTS, cooperative: { id: 'c', highTech: null, valueChain: false } }
    const result = assess(RUBRIC, unsaid, 2025, HANDS)
    expect(result.criteria.find(({ code }) => code === 'technology')?.from).toBe('missing')
    expect(result.criteria.find(({ code }) => code === 'chain')).toMatchObject({
      points: 0,
      from: 'register',
    })
    const idle = assess(RUBRIC, { ...FACTS, update: { ...UPDATE, revenue: 0 } }, 2025, HANDS)
    expect(idle.criteria[0]?.from).toBe('missing')
  })

  test.each([
    ['2024-12-15', 'unrated'],
    ['2024-12-14', 'good'],
  ])('registered on %s and the figures of 14/12/2025: %s', (registeredOn, band) => {
    expect(assess(RUBRIC, { ...FACTS, registeredOn }, 2025, HANDS).band).toBe(band)
  })

  test.each([
    [4, 0, 'unrated'],
    [3, 365, 'good'],
    [null, 93, 'good'],
    [null, 94, 'unrated'],
  ])('idle for %s months by its update, %s days by the register: %s', (idleMonths, idleDays, band) => {
    expect(assess(RUBRIC, { ...FACTS, idleMonths, idleDays }, 2025, HANDS).band).toBe(band)
  })

  test('another score stands for the computed one; it completes nothing and rates nobody who is not rated', () => {
    const result = assess(RUBRIC, FACTS, 2025, HANDS)
    expect(counting(RUBRIC, result, { score: 60 })).toEqual({ score: 60, band: 'average' })
    const open = assess(RUBRIC, FACTS, 2025)
    expect(counting(RUBRIC, open, { score: 90 })).toEqual({ score: null, band: null })
    const young = assess(RUBRIC, { ...FACTS, registeredOn: '2025-05-01' }, 2025, HANDS)
    expect(counting(RUBRIC, young, { score: 90 })).toEqual({ score: null, band: 'unrated' })
  })
})

describe('the rubric', () => {
  test('the proposal holds its own rules: 15 criteria, 100 points, figures that are there', () => {
    expect(cooperativeRubricFaults(RUBRIC)).toEqual([])
    expect(RUBRIC.criteria).toHaveLength(15)
    expect(figures()).toContain('update.revenue')
    expect(figures()).not.toContain('cooperative.phone')
    expect(columnsOf(RUBRIC).cooperative).toEqual(['highTech', 'valueChain'])
  })

  test('the bands of TT 01/2020', () => {
    expect([100, 80, 79.9, 65, 64.9, 50, 49.9, 0].map((score) => bandOf(RUBRIC, score))).toEqual([
      ...['good', 'good', 'fair', 'fair', 'average', 'average', 'weak', 'weak'],
    ])
  })

  const broken = (change: (rubric: CooperativeRubric) => void) => {
    const rubric = structuredClone(RUBRIC)
    change(rubric)
    return cooperativeRubricFaults(rubric).map(({ at }) => at)
  }
  test.each([
    [
      'groups that are not 100',
      (r: CooperativeRubric) => {
        r.groups.finance = 31
      },
      'groups',
    ],
    [
      'criteria that are not their group',
      (r: CooperativeRubric) => {
        r.criteria.splice(4, 1)
      },
      'criteria',
    ],
    [
      'bands in disorder',
      (r: CooperativeRubric) => {
        r.bands.fair = 90
      },
      'bands',
    ],
    [
      'steps in disorder',
      (r: CooperativeRubric) => {
        r.criteria[0]?.steps.reverse()
      },
      'criteria.0.steps',
    ],
    [
      'a first step that is not all',
      (r: CooperativeRubric) => {
        r.criteria[0]?.steps.shift()
      },
      'criteria.0.steps',
    ],
    [
      'a person’s criterion with steps',
      (r: CooperativeRubric) => {
        r.criteria[4]?.steps.push({ at: 1, points: 4 })
      },
      'criteria.4.steps',
    ],
    [
      'a figure nobody keeps',
      (r: CooperativeRubric) => {
        if (r.criteria[0]) r.criteria[0].measure = { kind: 'value', of: 'update.mood' }
      },
      'criteria.0.measure.of',
    ],
    [
      'a yes-no as a quantity',
      (r: CooperativeRubric) => {
        if (r.criteria[0]) r.criteria[0].measure = { kind: 'value', of: 'cooperative.highTech' }
      },
      'criteria.0.measure.of',
    ],
    [
      'a personal column',
      (r: CooperativeRubric) => {
        if (r.criteria[0]) r.criteria[0].measure = { kind: 'value', of: 'cooperative.phone' }
      },
      'criteria.0.measure.of',
    ],
    [
      'two of one code',
      (r: CooperativeRubric) => {
        if (r.criteria[1]) r.criteria[1].code = 'profit'
      },
      'criteria',
    ],
  ])('%s: refused', (_, change, at) => {
    expect(broken(change)).toContain(at)
  })

  test('more never gives fewer points; where less is better, less never does', () => {
    const of = (code: string) => RUBRIC.criteria.find((one) => one.code === code) ?? RUBRIC.criteria[0]
    fc.assert(
      fc.property(
        fc.double({ min: -500, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (value, more) => {
          for (const one of RUBRIC.criteria) {
            const sign = one.better === 'more' ? 1 : -1
            expect(pointsFor(one, value + sign * more)).toBeGreaterThanOrEqual(pointsFor(one, value))
            expect(pointsFor(one, value)).toBeLessThanOrEqual(one.points)
          }
        },
      ),
    )
    expect(of('debt')?.better).toBe('less')
  })
})

test.each([
  ['2024-02-29', 12, '2025-02-27', true],
  ['2024-02-29', 12, '2025-02-28', false],
  ['2024-08-31', 6, '2025-02-28', false],
  ['2024-12-31', 12, '2025-12-30', true],
])('%s and %i months on %s', (registeredOn, months, on, isYounger) => {
  expect(isYoungerThan(registeredOn, months, on)).toBe(isYounger)
})
