// The calendar of due days as server and browser exchange it, and its grid. Pure; no clock.
import { z } from 'zod'
import { addDays, dayOf, months, weekdayOf } from '../base/calendar.ts'
import { STATUSES } from '../task/task.ts'
import { DayOff } from '../working-day/day-off.ts'

const Named = z.object({ id: z.uuid(), name: z.string() })
const Day = z.iso.date()
const Count = z.number().int()

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** The page's address and the server's query are the same; without a month: this one. */
export const CalendarFilter = z.object({
  month: Month.optional(),
  /** An agency, or "all". Left out: one's own for officers and heads, all for the others. */
  agency: z.union([z.uuid(), z.literal('all')]).optional(),
  plan: z.uuid().optional(),
  /** Laid on this person. */
  person: z.union([z.uuid(), z.literal('me')]).optional(),
})
export type CalendarFilter = z.infer<typeof CalendarFilter>

/** The filter in an address; what is not understood is left out. */
export function readCalendarFilter(search: Record<string, unknown>): CalendarFilter {
  const known = Object.entries(CalendarFilter.shape).flatMap(([name, form]) => {
    const value = form.safeParse(search[name] === undefined ? undefined : String(search[name]))
    return value.success && value.data !== undefined ? [[name, value.data]] : []
  })
  return CalendarFilter.parse(Object.fromEntries(known))
}

/** Of a day this many are named; the rest is a number that opens the list. */
export const NAMED_A_DAY = 4

export const CalendarEntry = z.object({
  id: z.uuid(),
  quote: z.string(),
  agency: z.string(),
  /** A part of somebody else's duty. */
  isCoordinating: z.boolean(),
  status: z.enum(STATUSES),
  isOverdue: z.boolean(),
})
export type CalendarEntry = z.infer<typeof CalendarEntry>

export const CalendarDay = z.object({
  day: Day,
  /** Lượt giao due on the day, as /work?state=all&due=<day> lists them. */
  all: Count,
  done: Count,
  overdue: Count,
  entries: z.array(CalendarEntry),
})
export type CalendarDay = z.infer<typeof CalendarDay>

export const Calendar = z.object({
  month: Month,
  today: Day,
  /** Only days on which something is due, those of the grid's edges among them. */
  days: z.array(CalendarDay),
  /** What the province entered of the span: holidays, weekends worked in exchange. */
  daysOff: z.array(DayOff.pick({ day: true, kind: true, name: true })),
  /** The agency the calendar is limited to, null for all. */
  agency: Named.nullable(),
})
export type Calendar = z.infer<typeof Calendar>

/** The weeks a month touches, from Monday to Sunday, the days of its neighbours among them. */
export function weeksOf(month: string): string[][] {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const { from, to } = months(year, number, number)
  const weeks: string[][] = []
  for (let monday = addDays(from, 1 - weekdayOf(from)); monday <= to; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(monday, at)))
  return weeks
}

/** "2026-12", 1 -> "2027-01". Stays where it is at the ends of the calendar. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const index = year * 12 + number - 1 + by
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1)?.slice(0, 7) ?? month
}

/** A secret address: a person's own due days, or those of an agency. */
export const CalendarFeed = z.object({
  id: z.uuid(),
  agency: Named.nullable(),
  version: Count,
  createdAt: z.iso.datetime(),
  renewedAt: z.iso.datetime(),
})
export type CalendarFeed = z.infer<typeof CalendarFeed>

export const CalendarFeeds = z.object({ feeds: z.array(CalendarFeed) })

/** agencyId null: the person's own. */
export const FeedForm = z.object({ agencyId: z.uuid().nullable() })

/** The address is kept nowhere: a repeated request is answered with null. */
export const FeedWithAddress = z.object({ feed: CalendarFeed, address: z.string().nullable() })
