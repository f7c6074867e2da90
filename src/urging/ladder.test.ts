import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, isWeekend } from '../base/calendar.ts'
import {
  DEFAULT_LADDER,
  dayOfRung,
  horizonOf,
  LadderForm,
  readDays,
  rungNow,
  rungsIn,
  rungsOf,
} from './ladder.ts'

const never = () => false

describe('the rung in force', () => {
  // Due on Friday 20/11/2026.
  test.each([
    ['2026-11-12', null],
    ['2026-11-13', -7],
    ['2026-11-16', -7],
    ['2026-11-17', -3],
    ['2026-11-19', -1],
    ['2026-11-20', -1],
    ['2026-11-21', 1],
    ['2026-11-26', 1],
    ['2026-11-27', 7],
    ['2026-12-05', 15],
    ['2027-12-05', 15],
  ])('on %s it is %s', (today, rung) => {
    expect(rungNow('2026-11-20', DEFAULT_LADDER, today, never)).toBe(rung)
  })

  test('before a deadline the day off is told on the working day before, after it on the next', () => {
    // Monday 23/11: one day before is Sunday, told on Friday 20/11; one day after Friday is Saturday, told on Monday.
    expect(dayOfRung('2026-11-23', -1, isWeekend)).toBe('2026-11-20')
    expect(dayOfRung('2026-11-20', 1, isWeekend)).toBe('2026-11-23')
    const tet = (day: string) => isWeekend(day) || (day >= '2027-02-04' && day <= '2027-02-12')
    expect(dayOfRung('2027-02-11', -3, tet)).toBe('2027-02-03')
    expect(dayOfRung('2027-02-05', 1, tet)).toBe('2027-02-15')
  })

  test('a calendar without a working day stops nothing', () => {
    expect(dayOfRung('2026-11-20', -3, () => true)).toBe('2026-11-17')
  })
})

const ladders = fc
  .record({
    before: fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 8 }),
    after: fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { maxLength: 8 }),
  })
  .map((form) => LadderForm.parse(form))
const days = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2026-01-01', n))

test('rungs are only ever added as days go by, in their order, and never before the horizon', () => {
  fc.assert(
    fc.property(ladders, days, days, (ladder, dueOn, today) => {
      const now = rungsOf(dueOn, ladder, today, isWeekend)
      const next = rungsOf(dueOn, ladder, addDays(today, 1), isWeekend)
      expect(next.slice(0, now.length)).toEqual(now)
      expect(now).toEqual([...now].sort((a, b) => a - b))
      expect(now.every((rung) => rungsIn(ladder).includes(rung))).toBe(true)
      if (now.length > 0) expect(dueOn <= horizonOf(ladder, today)).toBe(true)
    }),
  )
})

test('a rung is told on a working day, before the deadline not later and after it not earlier', () => {
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: -90, max: 90 }).filter((n) => n !== 0),
      (dueOn, rung) => {
        const day = dayOfRung(dueOn, rung, isWeekend)
        expect(isWeekend(day)).toBe(false)
        if (rung < 0) expect(day <= addDays(dueOn, rung)).toBe(true)
        else expect(day >= addDays(dueOn, rung)).toBe(true)
      },
    ),
  )
})

test.each([
  ['7, 3, 1', [7, 3, 1]],
  ['1;7 15', [1, 7, 15]],
  ['', []],
  ['7, 7', null],
  ['0', null],
  ['91', null],
  ['bảy', null],
])('"%s" typed is %j', (text, read) => {
  expect(readDays(text)).toEqual(read)
})
