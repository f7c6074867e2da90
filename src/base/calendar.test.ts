import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addWorkingDays,
  daysBetween,
  isWeekend,
  readDay,
  weekdayOf,
  workingDaysBetween,
} from './calendar.ts'

const DAY = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2024-01-01', n))
/** A calendar with random days off and random Saturdays and Sundays worked. */
const CALENDAR = fc.uniqueArray(fc.integer({ min: 0, max: 4200 }), { maxLength: 400 }).map((days) => {
  const turned = new Set(days.map((n) => addDays('2024-01-01', n)))
  return (day: string) => (turned.has(day) ? !isWeekend(day) : isWeekend(day))
})

/** Counted the way a clerk does on the wall calendar, with the machine's own dates. */
function nthOnTheWall(day: string, n: number, isOff: (day: string) => boolean): string {
  const date = new Date(`${day}T12:00:00Z`)
  let counted = 0
  while (counted < n) {
    date.setUTCDate(date.getUTCDate() + 1)
    if (!isOff(date.toISOString().slice(0, 10))) counted += 1
  }
  return date.toISOString().slice(0, 10)
}

test.each([
  // A Friday: five working days end on the next Friday; Saturday and Sunday do not count.
  ['2026-11-20', 5, '2026-11-27'],
  ['2026-11-21', 1, '2026-11-23'],
  ['2026-11-20', 0, '2026-11-20'],
  ['2026-12-31', 1, '2027-01-01'],
])('%s and %i working days: %s', (from, n, to) => {
  expect(addWorkingDays(from, n, isWeekend)).toBe(to)
})

test('a day off in between moves the end, a Saturday made up moves it back', () => {
  const isOff = (day: string) => day === '2027-01-01' || (isWeekend(day) && day !== '2027-01-02')
  expect(addWorkingDays('2026-12-30', 2, isOff)).toBe('2027-01-02')
  expect(workingDaysBetween('2026-12-30', '2027-01-04', isOff)).toBe(3)
})

test('the sum and the count agree with the wall calendar and with each other', () => {
  fc.assert(
    fc.property(DAY, fc.integer({ min: 0, max: 60 }), CALENDAR, (day, n, isOff) => {
      const end = addWorkingDays(day, n, isOff)
      expect(end).toBe(nthOnTheWall(day, n, isOff))
      expect(workingDaysBetween(day, end, isOff)).toBe(n)
      expect(workingDaysBetween(end, day, isOff)).toBe(n === 0 ? 0 : -n)
      if (n > 0) expect(isOff(end)).toBe(false)
    }),
  )
})

test('counted days add up over any day in between', () => {
  fc.assert(
    fc.property(DAY, DAY, DAY, CALENDAR, (a, b, c, isOff) => {
      const [from = '', middle = '', to = ''] = [a, b, c].sort()
      expect(workingDaysBetween(from, middle, isOff) + workingDaysBetween(middle, to, isOff)).toBe(
        workingDaysBetween(from, to, isOff),
      )
      expect(daysBetween(from, to)).toBe(daysBetween(from, middle) + daysBetween(middle, to))
    }),
  )
})

test('weekdays, and what is no number of working days', () => {
  expect(['2026-11-16', '2026-11-21', '2026-11-22'].map(weekdayOf)).toEqual([1, 6, 7])
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  expect(() => addWorkingDays('2026-11-20', -1, isWeekend)).toThrow(RangeError)
  expect(() => addWorkingDays('2026-11-20', 1.5, isWeekend)).toThrow(RangeError)
  expect(() => addWorkingDays('2026-11-20', 1, () => true)).toThrow('no working day after 2026-11-20')
})

test.each([
  ['02/11/2026', '2026-11-02'],
  ['2/11/2026', '2026-11-02'],
  ['05-11-2026', '2026-11-05'],
  [' 5.11.26 ', '2026-11-05'],
  ['31/4/2026', null],
  ['11/2026', null],
  ['mai', null],
])('a day written as %s is %s', (text, day) => {
  expect(readDay(text)).toBe(day)
})
