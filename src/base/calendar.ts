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

/** Calendar days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
