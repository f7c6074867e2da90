// Calendar days as "yyyy-mm-dd". No clock and no time zone.

const pad = (value: number): string => String(value).padStart(2, '0')

/** Number of days of a month, 1 to 12. */
const daysOf = (year: number, month: number): number =>
  [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ][month - 1] ?? 0

/** null when there is no such day: 31 April. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month))
    return null
  return `${year}-${pad(month)}-${pad(day)}`
}

/** "5/11/2026", "05-11-2026", "5.11.26": a day as people write it. Anything else is no day: null. */
export function readDay(text: string): string | null {
  const [, day, month, year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text.trim()) ?? []
  return day && month
    ? dayOf(Number(year) + (year.length === 2 ? 2000 : 0), Number(month), Number(day))
    : null
}

/** First day of the first month to the last day of the last. */
export const months = (year: number, first: number, last: number): { from: string; to: string } => ({
  from: `${year}-${pad(first)}-01`,
  to: `${year}-${pad(last)}-${daysOf(year, last)}`,
})

/** "2026-11-21", 7 -> "2026-11-28". */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Whether nobody works on that day. */
export type IsOff = (day: string) => boolean

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** Saturday and Sunday: what is off wherever nobody has entered anything else. */
export const isWeekend: IsOff = (day) => weekdayOf(day) >= 6

/** Calendar days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/** Longer than any span of days off: what finds no working day within it was given a broken calendar. */
const LONGEST_REST = 366

/**
 * The n-th working day after `day`, which itself does not count (Bộ luật Dân sự 2015, Điều 147 khoản 2);
 * n = 0 gives `day` back.
 */
export function addWorkingDays(day: string, n: number, isOff: IsOff): string {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} working days`)
  let at = day
  for (let left = n, rest = 0; left > 0; ) {
    at = addDays(at, 1)
    if (!isOff(at)) {
      left -= 1
      rest = 0
    } else if (++rest > LONGEST_REST) throw new RangeError(`no working day after ${day}`)
  }
  return at
}

/** How many working days lie after `from` up to and with `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(from: string, to: string, isOff: IsOff): number {
  if (to < from) return -workingDaysBetween(to, from, isOff) || 0
  let n = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (!isOff(at)) n += 1
  return n
}
