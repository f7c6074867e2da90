// How a target stands, by a published rule: the share of the way covered beside the share of the time gone. Thresholds are
// the province's; these are the declared ones. No law fixes them. Pure.
import { z } from 'zod'
import { daysBetween } from '../base/calendar.ts'
import * as words from '../vocabulary/words.ts'

/**
 * reached: the value meets the target · on-track / slow / behind: by the rule · missed: its time is over · early: too little
 * of the time has gone to say anything · unknown: no value, or nothing to measure the way from.
 */
export const STATES_OF_TARGET = [
  'reached',
  'on-track',
  'slow',
  'behind',
  'missed',
  'early',
  'unknown',
] as const
export type TargetState = (typeof STATES_OF_TARGET)[number]

const Percent = z.int({ error: () => words.indicator.form.percent })
/** In percent: way ÷ time. `early`: below this share of the time nothing is said. */
export const StatusRule = z
  .object({ onTrack: Percent.min(1).max(200), slow: Percent.min(1).max(200), early: Percent.min(0).max(90) })
  .refine(({ onTrack, slow }) => slow < onTrack, {
    error: () => words.indicator.form.thresholds,
    path: ['slow'],
  })
export type StatusRule = z.infer<typeof StatusRule>
export const DEFAULT_RULE: StatusRule = { onTrack: 100, slow: 80, early: 10 }
export const StatusRuleAnswer = z.object({
  onTrack: z.int(),
  slow: z.int(),
  early: z.int(),
  version: z.int(),
  maySet: z.boolean(),
})

export interface Aim {
  op: '>=' | '<=' | '=' | 'range' | '~'
  min: number | null
  max: number | null
  /** Days between which it is to be reached. */
  from: string
  to: string
}
type Direction = 'up' | 'down' | 'within'

/** Whether a value is what the target asks for. "= 400" of what should grow is met by 410 too. */
export function meets(
  { op, min, max }: Omit<Aim, 'from' | 'to'>,
  direction: Direction,
  value: number,
): boolean {
  const least = min ?? Number.NEGATIVE_INFINITY
  if (op === '<=') return value <= (max ?? Number.POSITIVE_INFINITY)
  if (op === '>=') return value >= least
  if (op === 'range') {
    const most = max ?? Number.POSITIVE_INFINITY
    return direction === 'up'
      ? value >= least
      : direction === 'down'
        ? value <= most
        : value >= least && value <= most
  }
  return direction === 'up' ? value >= least : direction === 'down' ? value <= least : value === min
}

/** The number to get to. */
const goalOf = ({ op, min, max }: Aim, direction: Direction): number | null =>
  op === '<=' || (op === 'range' && direction === 'down') ? max : min

/**
 * How it stands on a day, and why in words. `base`: the value on its first day, null when unknown. `dataDay`: the day the
 * value belongs to when that is not today: figures of a year are there when its window has ended.
 */
export function standing(
  aim: Aim,
  {
    direction,
    value,
    base,
    today,
    dataDay = null,
    rule,
  }: {
    direction: Direction
    value: number | null
    base: number | null
    today: string
    dataDay?: string | null
    rule: StatusRule
  },
): { status: TargetState; why: string } {
  const w = words.indicator.status
  const goal = goalOf(aim, direction)
  if (value === null || goal === null) return { status: 'unknown', why: w.noValue }
  const asOf = dataDay ?? today
  if (asOf < aim.from) return { status: 'early', why: w.noDataYet(words.day(asOf)) }
  const isOver = today > aim.to
  if (meets(aim, direction, value)) return { status: 'reached', why: w.reached }
  if (isOver) return { status: 'missed', why: w.missed(words.day(aim.to)) }
  const whole = Math.max(1, daysBetween(aim.from, aim.to))
  const time = Math.max(0, daysBetween(aim.from, asOf)) / whole
  if (time * 100 < rule.early) return { status: 'early', why: w.early(words.percent(time)) }
  if (direction === 'within') return { status: 'behind', why: w.outside }
  if (direction === 'down' && base === null) return { status: 'unknown', why: w.noBase }
  // What has no known beginning is measured from nothing.
  const start = base ?? 0
  if (start === goal) return { status: 'behind', why: w.away }
  const way = (value - start) / (goal - start)
  const pace = (way / time) * 100
  const status = pace >= rule.onTrack ? 'on-track' : pace >= rule.slow ? 'slow' : 'behind'
  return {
    status,
    why: w.pace(
      words.percent(way),
      words.percent(time),
      words.number(Math.round(pace)),
      words.number(rule.onTrack),
      words.number(rule.slow),
    ),
  }
}
