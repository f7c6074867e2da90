// Points: within 0 and 100, explained to the last hundredth, the same from the same units; what is done in time never
// costs anything, what is late never gains anything.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../test/nightly.ts'
import { apportion, rate, type Unit } from './rate.ts'
import { bandOf, type Criterion, FAULTS, Rubric, SAMPLE_RUBRIC } from './rubric.ts'

const unit = (fault: Unit['fault'], count: number, more: Partial<Unit> = {}): Unit => ({
  ...{
    fault,
    count,
    assignmentId: 'a',
    day: '2026-03-01',
    dueOn: '2026-03-01',
  },
  ...{ completedOn: null, daysLate: null, steps: [], excuse: null },
  ...more,
})

const criteria = fc
  .array(
    fc.record({
      name: fc.constant('Tiêu chí'),
      fault: fc.constantFrom(...FAULTS),
      points: fc.integer({ min: 1, max: 20 }),
      way: fc.constantFrom('share', 'each'),
      percent: fc.integer({ min: 1, max: 100 }),
      cap: fc.integer({ min: 1, max: 100 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((some) => {
    const rest = 100 - some.reduce((sum, { points }) => sum + points, 0)
    return (rest > 0 ? [...some, { ...some[0], points: rest }] : [{ ...some[0], points: 100 }]) as Criterion[]
  })
const rubrics = criteria.map((some): Rubric => ({ ...SAMPLE_RUBRIC, criteria: some }))
const units = fc
  .array(
    fc.record({
      fault: fc.constantFrom(...FAULTS),
      assignmentId: fc.integer({ min: 0, max: 30 }).map((n) => `a${n}`),
      count: fc.integer({ min: 0, max: 4 }),
      isExcused: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((some) =>
    some.map(({ isExcused, ...one }) =>
      unit(one.fault, one.count, {
        assignmentId: one.assignmentId,
        excuse: isExcused ? { cause: 'confirmed', note: 'x', difficultyId: null } : null,
      }),
    ),
  )

const inTime = [unit('late', 0), unit('undone', 0), unit('returned', 0)]
/** Completed after its day: no fault but the delay. */
const late = [unit('late', 1), unit('undone', 0), unit('returned', 0)]
const scoreOf = (rubric: Rubric, some: readonly Unit[]) => rate(rubric, some).score

describe('the sample rubric', () => {
  test('is a rubric, and every band is reached', () => {
    expect(Rubric.parse(SAMPLE_RUBRIC)).toEqual(SAMPLE_RUBRIC)
    expect([10_000, 9000, 8999, 7000, 5000, 4999, 0].map((score) => bandOf(SAMPLE_RUBRIC, score))).toEqual([
      0, 0, 1, 1, 2, 3, 3,
    ])
  })

  test('one of four late, one of five undone, one returned once, one of two reports missing', () => {
    const found = rate(SAMPLE_RUBRIC, [
      ...Array.from({ length: 3 }, () => unit('late', 0)),
      unit('late', 1),
      ...Array.from({ length: 4 }, () => unit('undone', 0)),
      unit('undone', 1),
      unit('returned', 1),
      unit('report', 0),
      unit('report', 1),
    ])
    // 40·3/4 + 30·4/5 + 15·(1 − 25 %) + 15·1/2
    expect(found.criteria.map(({ points }) => points)).toEqual([3000, 2400, 1125, 750])
    expect(found.score).toBe(7275)
    expect(found.criteria.map(({ faulty, units: n }) => `${n - faulty}/${n}`)).toEqual([
      '3/4',
      '4/5',
      '0/1',
      '1/2',
    ])
  })

  test('too few duties give no band; nothing to judge gives all the points', () => {
    expect(rate(SAMPLE_RUBRIC, inTime)).toMatchObject({ score: 10_000, band: null })
    expect(rate({ ...SAMPLE_RUBRIC, minimum: 1 }, inTime).band).toBe(0)
  })

  test('an objective cause costs nothing and is counted', () => {
    const excuse = { cause: 'confirmed', note: 'Bão lũ', difficultyId: null } as const
    const found = rate(SAMPLE_RUBRIC, [unit('late', 1, { excuse }), unit('late', 0)])
    expect([found.score, found.criteria[0]?.excused, found.criteria[0]?.faulty]).toEqual([10_000, 1, 0])
  })
})

describe('a rubric', () => {
  test.each([
    ['points that are not 100 together', { criteria: SAMPLE_RUBRIC.criteria.slice(1) }],
    ['bands that do not fall', { bands: [...SAMPLE_RUBRIC.bands].reverse() }],
    ['bands that do not end at 0', { bands: SAMPLE_RUBRIC.bands.slice(0, 2) }],
    ['half points', { criteria: [{ ...SAMPLE_RUBRIC.criteria[0], points: 99.5 }] }],
    ['a measure nobody knows', { criteria: [{ ...SAMPLE_RUBRIC.criteria[0], points: 100, fault: 'smile' }] }],
    ['units as agencies', { kinds: ['unit'] }],
  ])('with %s is refused', (_, more) => {
    expect(Rubric.safeParse({ ...SAMPLE_RUBRIC, ...more }).success).toBe(false)
  })
})

describe('always', () => {
  const check = (property: fc.IProperty<never> | fc.IProperty<unknown>) =>
    fc.assert(property as fc.IProperty<unknown>, { numRuns: runs(300) })

  test('points lie within 0 and 100, and what was lost is explained to the last hundredth', () =>
    check(
      fc.property(rubrics, units, (rubric, some) => {
        const found = rate(rubric, some)
        expect(found.score).toBeGreaterThanOrEqual(0)
        expect(found.score).toBeLessThanOrEqual(10_000)
        const lost = found.criteria.flatMap(({ deductions }) => deductions)
        expect(lost.every(({ points }) => points >= 0)).toBe(true)
        expect(lost.reduce((sum, { points }) => sum + points, 0)).toBe(10_000 - found.score)
      }) as never,
    ))

  test('the same units give the same result, also read back from storage', () =>
    check(
      fc.property(rubrics, units, (rubric, some) => {
        const stored = JSON.parse(JSON.stringify(some)) as Unit[]
        expect(rate(rubric, stored)).toEqual(rate(rubric, some))
      }) as never,
    ))

  test('one more thing done in time never lowers the score', () =>
    check(
      fc.property(rubrics, units, (rubric, some) => {
        expect(scoreOf(rubric, [...some, ...inTime])).toBeGreaterThanOrEqual(scoreOf(rubric, some))
      }) as never,
    ))

  test('what is done late instead of in time never raises it; an excuse never lowers it', () =>
    check(
      fc.property(rubrics, units, (rubric, some) => {
        expect(scoreOf(rubric, [...some, ...late])).toBeLessThanOrEqual(scoreOf(rubric, [...some, ...inTime]))
        const excused = some.map((one) => ({
          ...one,
          excuse: { cause: 'confirmed', note: 'x', difficultyId: null } as const,
        }))
        expect(scoreOf(rubric, excused)).toBeGreaterThanOrEqual(scoreOf(rubric, some))
      }) as never,
    ))

  test('one more late delivery never raises what measures time, nor a score whose other criteria count each fault', () =>
    check(
      fc.property(rubrics, units, (rubric, some) => {
        const strict = rubric.criteria.map((one) => ({
          ...one,
          ...(one.fault === 'late'
            ? { percent: one.way === 'share' ? 100 : one.percent }
            : { way: 'each' as const }),
        }))
        const counted = { ...rubric, criteria: strict }
        expect(scoreOf(counted, [...some, ...late])).toBeLessThanOrEqual(scoreOf(counted, some))
      }) as never,
    ))

  test('parts add up to the whole and follow the weights', () =>
    check(
      fc.property(
        fc.nat(10_000),
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }),
        (whole, weights) => {
          const parts = apportion(whole, weights)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole)
          const [first = 0] = weights
          expect(
            Math.abs((parts[0] ?? 0) - (whole * first) / weights.reduce((a, b) => a + b, 0)),
          ).toBeLessThan(1)
        },
      ) as never,
    ))
})
