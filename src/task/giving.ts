// What giving an item makes: its day or its period, and the day of a coordinating agency's part. Pure: publishing and
// corrections write by it, the review says beforehand what will be made.
import { addDays } from '../base/calendar.ts'
import type { Due } from '../reading/draft.ts'
import { type Every, periodAt } from './period.ts'

const UNDATED: readonly Due['kind'][] = ['annual', 'ongoing', 'conditional', 'none']

/** What decides when an item's assignments are due. */
export interface Timing {
  due: Pick<Due, 'kind' | 'to'>
  every?: Every | null
  event?: string | null
}

/**
 * The last day that binds: recurring, open-ended and conditional duties have none until somebody sets one, nor has a
 * duty that waits for an event.
 */
export const bindingDay = ({ due, event }: Timing): string | null =>
  event || UNDATED.includes(due.kind) ? null : due.to

/** A coordinating agency has a part of its own when the duty is due once, on a day. */
export const partDay = (timing: Timing): string | null => (timing.every ? null : bindingDay(timing))

/** Days before the lead's own day, but never before the day on which the part was given. */
export function earlier(dueOn: string, days: number, givenOn: string): string {
  const early = addDays(dueOn, -days)
  return early < givenOn ? dueOn : early
}

export interface Round {
  period: string
  periodFrom: string | null
  periodTo: string | null
  dueOn: string | null
  givenOn: string
}

/** Of an item that is given on `on`: once with its day, or for the period that holds `today`. */
export function roundOf(
  timing: Timing,
  { today, on, reportDays }: { today: string; on: string; reportDays: number },
): Round {
  if (!timing.every)
    return { period: '', periodFrom: null, periodTo: null, dueOn: bindingDay(timing), givenOn: on }
  const { key, from, to } = periodAt(timing.every, today)
  return {
    ...{ period: key, periodFrom: from, periodTo: to },
    dueOn: addDays(to, reportDays),
    givenOn: from > on ? from : on,
  }
}
