// How a target stands, by a published rule: the share of the way covered beside the share of the time gone. Thresholds are
// the province's; these are the declared ones. No law fixes them. Pure.
import { z } from 'zod'

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

/** In percent: way ÷ time. `early`: below this share of the time nothing is said. */
export const StatusRule = z
  .object({
    onTrack: z.int().min(1).max(200),
    slow: z.int().min(1).max(200),
    early: z.int().min(0).max(90),
  })
  .refine(({ onTrack, slow }) => slow < onTrack, { path: ['slow'] })
export type StatusRule = z.infer<typeof StatusRule>
export const DEFAULT_RULE: StatusRule = { onTrack: 100, slow: 80, early: 10 }
export const StatusRuleAnswer = StatusRule.safeExtend({ version: z.int(), maySet: z.boolean() })
