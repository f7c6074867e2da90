// Reporting periods with their data windows, NĐ 09/2019/NĐ-CP Điều 12: a year runs from 15/12 to 14/12, a half from
// 15/12 to 14/6 and from 15/6 to 14/12, a quarter and a month from the 15th to the 14th likewise. Pure.
import { addDays, dayOf } from '../base/calendar.ts'

export const EVERY = ['month', 'quarter', 'half', 'year'] as const
export type Every = (typeof EVERY)[number]

export interface Period {
  /** "2026", "2026-H1", "2026-Q3", "2026-11": sorts in time among those of one kind. */
  key: string
  /** First and last day of the data window. */
  from: string
  to: string
}

const MONTHS: Record<Every, number> = { month: 1, quarter: 3, half: 6, year: 12 }

/** The period whose data window holds `day`. */
export function periodAt(every: Every, day: string): Period {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  // Counted in months that begin on the 15th of the month before: December's second half is next year's January.
  const running = year * 12 + (month - 1) + (date >= 15 ? 1 : 0)
  return periodOf(every, Math.floor(running / MONTHS[every]))
}

/** The one after. */
export const periodAfter = (every: Every, { to }: Period): Period => periodAt(every, addDays(to, 1))

/** The one before. */
export const periodBefore = (every: Every, { from }: Period): Period => periodAt(every, addDays(from, -1))

function periodOf(every: Every, index: number): Period {
  const length = MONTHS[every]
  const first = index * length
  const year = Math.floor(first / 12)
  const part = (first % 12) / length + 1
  const names: Record<Every, string> = {
    month: `${year}-${String(part).padStart(2, '0')}`,
    quarter: `${year}-Q${part}`,
    half: `${year}-H${part}`,
    year: String(year),
  }
  return { key: names[every], from: edge(first, 15), to: edge(first + length, 14) }
}

/** The given date of the month before running month `running`. */
function edge(running: number, date: number): string {
  const month = running - 1
  const day = dayOf(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, date)
  if (!day) throw new RangeError(`no period at month ${running}`)
  return day
}
