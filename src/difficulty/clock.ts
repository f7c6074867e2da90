// The clock of a difficulty as the days it is made of, for its picture. Pure.
import { addDays, daysBetween, workingDaysBetween } from '../base/calendar.ts'
import { offDays } from '../working-day/day-off.ts'
import type { Difficulty } from './exchange.ts'

export type Clock = NonNullable<Difficulty['clock']>

export interface ClockDay {
  day: string
  /** gone and left are working days up to the last day; late ones lie after it. */
  look: 'gone' | 'left' | 'late' | 'off'
  isDue: boolean
  isToday: boolean
  name: string | null
}

/** So many days are drawn; of a longer clock the last ones. */
export const MOST_DAYS = 120

/** Every day after the one it was sent on, up to the last day or today, whichever is later. */
export function clockDays({ from, dueOn, today, daysOff }: Clock): ClockDay[] {
  const isOff = offDays(daysOff)
  const names = new Map(daysOff.map(({ day, name }) => [day, name]))
  const end = today > dueOn ? today : dueOn
  const n = daysBetween(from, end)
  const lookOf = (day: string): ClockDay['look'] => {
    if (isOff(day)) return 'off'
    if (day > dueOn) return 'late'
    return day < today ? 'gone' : 'left'
  }
  return Array.from({ length: Math.max(0, n) }, (_, i) => addDays(from, i + 1))
    .slice(-MOST_DAYS)
    .map((day) => ({
      ...{ day, look: lookOf(day), name: names.get(day) ?? null },
      ...{ isDue: day === dueOn, isToday: day === today },
    }))
}

/** Working days of the whole clock, those gone by of them, and those left (negative when overdue). */
export function clockFigures({ from, dueOn, today, daysOff }: Clock): {
  all: number
  gone: number
  left: number
} {
  const isOff = offDays(daysOff)
  const all = workingDaysBetween(from, dueOn, isOff)
  // Today is still to come until it is over.
  const gone = Math.max(0, Math.min(all, workingDaysBetween(from, addDays(today, -1), isOff)))
  return { all, gone, left: workingDaysBetween(today, dueOn, isOff) }
}
