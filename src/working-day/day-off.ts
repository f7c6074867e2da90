// The days on which nobody works, as a province has entered them; what is not entered is never guessed. Shared by server
// and browser. Changing a day changes no last day that was set: a clock stores its day.
import { z } from 'zod'
import { addDays, dayOf, daysBetween, type IsOff, isWeekend } from '../base/calendar.ts'
import * as words from '../vocabulary/words.ts'

/** off: a holiday · working: a Saturday or Sunday worked in exchange for another day. */
export const DAY_KINDS = ['off', 'working'] as const
export type DayKind = (typeof DAY_KINDS)[number]

/** No span of days off is longer. */
export const MOST_DAYS = 31
export const FIRST_YEAR = 2000
export const LAST_YEAR = 2100

const isOfOurTime = (day: string) => {
  const year = Number(day.slice(0, 4))
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

export const DayName = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1, { error: () => words.daysOff.nameForm })
  .max(100, { error: () => words.daysOff.nameForm })

/** A make-up day falls on a weekend: every other day is worked anyway. */
const isWorkedAnyway = ({ kind, day }: { kind: DayKind; day: string }) =>
  kind === 'working' && !isWeekend(day)
const notWorkedAnyway = { error: () => words.daysOff.workedAnyway, path: ['kind'] }

const Day = z.iso
  .date({ error: () => words.daysOff.dayForm })
  .refine(isOfOurTime, { error: () => words.daysOff.dayForm })

export const DayOffForm = z
  .object({ day: Day, kind: z.enum(DAY_KINDS), name: DayName })
  .refine((form) => !isWorkedAnyway(form), notWorkedAnyway)
export type DayOffForm = z.infer<typeof DayOffForm>

/** The day itself is the name of an entry: a wrong one is deleted and entered anew. */
export const DayOffChange = z.object({ kind: z.enum(DAY_KINDS), name: DayName })
export type DayOffChange = z.infer<typeof DayOffChange>

/** What DayOffForm finds wrong with a changed entry of this day; null when nothing. */
export const whyNotKind = (day: string, kind: DayKind): string | null =>
  isWorkedAnyway({ day, kind }) ? words.daysOff.workedAnyway : null

export const DayOff = z.object({
  day: z.iso.date(),
  kind: z.enum(DAY_KINDS),
  name: z.string(),
  version: z.number().int(),
})
export type DayOff = z.infer<typeof DayOff>

/** One year is one page; `years` are those in which anything was entered. */
export const DaysOffOfYear = z.object({
  year: z.number().int(),
  days: z.array(DayOff),
  years: z.array(z.object({ year: z.number().int(), n: z.number().int() })),
})
export type DaysOffOfYear = z.infer<typeof DaysOffOfYear>

/** Whether nobody works on a day: as entered, else Saturdays and Sundays. */
export function offDays(entered: readonly { day: string; kind: DayKind }[]): IsOff {
  const kinds = new Map(entered.map(({ day, kind }) => [day, kind]))
  return (day) => {
    const kind = kinds.get(day)
    return kind === undefined ? isWeekend(day) : kind === 'off'
  }
}

/** The years touched by a span for which nothing was entered. Screens with a clock in working days name them. */
export function yearsMissing(from: string, to: string, entered: readonly number[]): number[] {
  const [first, last] = [from, to].sort().map((day) => Number(day.slice(0, 4)))
  const years = Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, i) => (first ?? 0) + i)
  return years.filter((year) => !entered.includes(year))
}

export interface LineFault {
  /** As a person counts: the first line is 1. */
  line: number
  message: string
}

export interface ReadLines {
  days: (DayOffForm & { line: number })[]
  faults: LineFault[]
}

const DATE = String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`
/** "01/01/2027 Tết Dương lịch" · "05/02/2027 - 11/02/2027: Tết Nguyên đán" · "- 20/02/2027; làm bù". */
const LINE = new RegExp(
  `^[-•*+\\s]*${DATE}(?:\\s*(?:-|–|—|đến(?: ngày)?)\\s*${DATE})?[\\s:;,–—-]*(.*)$`,
  'iu',
)
/** The line itself says that the day is worked. */
const MADE_UP = /làm (việc )?bù|đi làm/iu

/** Pasted lines, one day or one span each -> days, and by line what cannot be read. Never guesses a missing part. */
export function readLines(text: string): ReadLines {
  const days: ReadLines['days'] = []
  const faults: LineFault[] = []
  const lineOf = new Map<string, number>()
  for (const [index, printed] of text.normalize('NFC').split(/\r?\n/u).entries()) {
    const line = index + 1
    if (!printed.trim()) continue
    const read = readLine(printed)
    if (typeof read === 'string') {
      faults.push({ line, message: read })
      continue
    }
    for (const day of read) {
      const before = lineOf.get(day.day)
      if (before === undefined) days.push({ ...day, line })
      else faults.push({ line, message: words.daysOff.twice(words.day(day.day), before) })
      lineOf.set(day.day, before ?? line)
    }
  }
  return { days, faults }
}

/** The days of one line, or what is wrong with it. */
function readLine(printed: string): DayOffForm[] | string {
  const match = LINE.exec(printed.trim())
  if (!match) return words.daysOff.lineForm
  const [, d1, m1, y1, d2, m2, y2, rest = ''] = match
  const from = dayOf(Number(y1), Number(m1), Number(d1))
  const to = d2 === undefined ? from : dayOf(Number(y2), Number(m2), Number(d2))
  if (!from || !to || !isOfOurTime(from) || !isOfOurTime(to)) return words.daysOff.noSuchDay
  const name = DayName.safeParse(rest)
  if (!name.success) return words.daysOff.nameForm
  const kind = MADE_UP.test(rest) ? 'working' : 'off'
  const days = spanOf(from, to)
  if (!days) return words.daysOff.spanForm(MOST_DAYS)
  const fault = days.map((day) => whyNotKind(day, kind)).find(Boolean)
  return fault ?? days.map((day) => ({ day, kind, name: name.data }))
}

/** All days of the span; null when it runs backwards or is too long to be meant. */
export function spanOf(from: string, to: string): string[] | null {
  const n = daysBetween(from, to) + 1
  return n < 1 || n > MOST_DAYS ? null : Array.from({ length: n }, (_, i) => addDays(from, i))
}

export const DaysOffText = z.object({ text: z.string().max(20_000, { error: () => words.daysOff.tooLong }) })

export const DaysOffImport = z.object({
  /** What would be, or was, added. */
  days: z.array(z.object({ day: z.iso.date(), kind: z.enum(DAY_KINDS), name: z.string() })),
  /** Already there, the same in day and kind: left as they are. */
  known: z.number().int(),
  faults: z.array(z.object({ line: z.number().int(), message: z.string() })),
})
export type DaysOffImport = z.infer<typeof DaysOffImport>
