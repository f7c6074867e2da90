// The ladder of reminders: so many days before the last day, so many days after it. Calendar days, because deadlines are
// calendar days; but nobody is reminded on a day off: what would fall on one is told on the last working day before, what
// comes after the deadline on the next working day. Pure, shared by server and browser.
import { z } from 'zod'
import { addDays, type IsOff } from '../base/calendar.ts'
import * as words from '../vocabulary/words.ts'

/** Days before and days after, each 1 to 90; the nearest to the deadline last before it and first after it. */
export interface Ladder {
  before: readonly number[]
  after: readonly number[]
}

export const DEFAULT_LADDER: Ladder = { before: [7, 3, 1], after: [1, 7, 15] }

const MOST_RUNGS = 8
const MOST_DAYS = 90
const Days = z
  .array(z.int().min(1).max(MOST_DAYS))
  .max(MOST_RUNGS)
  .refine((days) => new Set(days).size === days.length, { error: () => words.urging.ladder.twice })
export const LadderForm = z.object({ before: Days, after: Days }).transform(({ before, after }) => ({
  before: [...before].sort((a, b) => b - a),
  after: [...after].sort((a, b) => a - b),
}))

/** "7, 3, 1" as typed -> days, or null when something in it is none. */
export function readDays(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/u).filter(Boolean)
  const days = parts.map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : 0))
  return Days.safeParse(days).success ? days : null
}

/** -7 is seven days before the last day, 15 fifteen days after it. */
export type Rung = number

export const rungsIn = ({ before, after }: Ladder): Rung[] =>
  [...before.map((days) => -days), ...after].sort((a, b) => a - b)

/** The day on which a rung is told. */
export function dayOfRung(dueOn: string, rung: Rung, isOff: IsOff): string {
  let day = addDays(dueOn, rung)
  // A calendar without any working day would never end: what is off for so long is told on its day.
  for (let tries = 0; tries < 60 && isOff(day); tries++) day = addDays(day, rung < 0 ? -1 : 1)
  return isOff(day) ? addDays(dueOn, rung) : day
}

/** The rungs whose day has come by `today`, in their order; the last of them is the one to be told now. */
export const rungsOf = (dueOn: string, ladder: Ladder, today: string, isOff: IsOff): Rung[] =>
  rungsIn(ladder).filter((rung) => dayOfRung(dueOn, rung, isOff) <= today)

/**
 * The rung in force: the last whose day has come; null while none has. What was missed (a server that stood still, a duty
 * given late) is not told after the fact: only where it stands now.
 */
export const rungNow = (dueOn: string, ladder: Ladder, today: string, isOff: IsOff): Rung | null =>
  rungsOf(dueOn, ladder, today, isOff).at(-1) ?? null

/** Last days beyond which no rung can have come by `today`; two weeks more than the ladder for long holidays. */
export const horizonOf = (ladder: Ladder, today: string): string =>
  addDays(today, Math.max(0, ...ladder.before) + 14)
