// People and the work laid on them: who of an agency could take it, and the hand-over of somebody who leaves.
import { z } from 'zod'
import { type Arranger, headsOver, homeOf, isAdmin, Person, type Place } from '../identity/stand-in.ts'
import * as words from '../vocabulary/words.ts'

const Count = z.number().int()

/** Whom work of an agency may be laid on, with what they have already. */
export const Colleagues = z.object({
  units: z.array(z.object({ id: z.uuid(), name: z.string(), open: Count })),
  people: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      position: z.string(),
      unitId: z.uuid().nullable(),
      open: Count,
    }),
  ),
})
export type Colleagues = z.infer<typeof Colleagues>

/** Everything a person answers for: what a hand-over passes on. */
export const Holding = z.object({
  /** Open lượt giao laid on the person. */
  assignments: Count,
  itemsLed: Count,
  itemsFollowed: Count,
  plansLed: Count,
  plansFollowed: Count,
})
export type Holding = z.infer<typeof Holding>

export const holdingSum = (holding: Holding): number => Object.values(holding).reduce((sum, n) => sum + n, 0)

export const Holder = Person.extend({ isActive: z.boolean(), holding: Holding })
export type Holder = z.infer<typeof Holder>
export const Holders = z.object({ people: z.array(Holder), hasMore: z.boolean() })

export const HandOverForm = z.object({
  fromId: z.uuid({ error: () => words.steps.handOver.fromMissing }),
  toId: z.uuid({ error: () => words.steps.handOver.toMissing }),
  reason: z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, { error: () => words.steps.handOver.reasonMissing })
    .max(500, { error: () => words.steps.standIn.reasonLong }),
  /** The account of the person who leaves is stopped in the same act. */
  stopAccount: z.boolean().default(false),
  /** What the reader was shown: with anything else the whole is refused and shown anew. */
  seen: Holding,
})
export type HandOverForm = z.infer<typeof HandOverForm>

/** What was passed on; the account is stopped or not as asked. */
export const HandedOver = z.object({ holding: Holding, isStopped: z.boolean() })

/** Why this person may not pass on the work of another: for administrators and the head of the agency. */
export function whyNotHandOver(actor: Arranger, from: Place): string | null {
  if (isAdmin(actor)) return null
  const isBelow = from.role !== 'admin' && from.role !== 'leader'
  return isBelow && headsOver(actor, from) ? null : words.steps.handOver.notYours
}

/** Why the other may not take it; work laid on a person stays inside the agency that bears it. */
export function whyNotTake(
  actor: Arranger,
  { from, to, agencies }: { from: Place; to: Place; agencies: readonly string[] },
): string | null {
  if (from.id === to.id) return words.steps.handOver.oneself
  const home = homeOf(to)
  if (agencies.some((id) => id !== home)) return words.steps.handOver.elsewhere
  return isAdmin(actor) || home === homeOf(from) ? null : words.steps.handOver.elsewhere
}
