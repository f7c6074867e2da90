// What was urged, as server and browser exchange it; and who may set the reminders of a plan or write a letter about it.
import { z } from 'zod'
import type { Actor } from '../http/actor.ts'
import { OVERSEER_ROLES } from '../task/task.ts'
import * as words from '../vocabulary/words.ts'

const Count = z.number().int()
const Named = z.object({ id: z.uuid(), name: z.string() })
const Day = z.iso.date()

export const LadderView = z.object({
  before: z.array(Count),
  after: z.array(Count),
  version: Count,
})
export const ProvinceLadder = LadderView.extend({
  /** Plans with reminders of their own. */
  plans: z.array(z.object({ id: z.uuid(), name: z.string(), before: z.array(Count), after: z.array(Count) })),
})
export type ProvinceLadder = z.infer<typeof ProvinceLadder>
export const PlanLadder = LadderView.extend({
  /** Follows the province as long as it has none of its own. */
  isOwn: z.boolean(),
  /** Why this reader may not set it; null when they may. */
  whyNot: z.string().nullable(),
})
export type PlanLadder = z.infer<typeof PlanLadder>

/** An assignment was reminded of by a rung of the ladder, or a letter named it. */
export const Urge = z.object({
  id: z.uuid(),
  kind: z.enum(['rung', 'letter']),
  agency: z.string(),
  dueOn: Day,
  rung: Count.nullable(),
  onDay: Day,
  dossierId: z.uuid().nullable(),
  /** "12/STC"; null while the letter is not issued. */
  document: z.string().nullable(),
})
export type Urge = z.infer<typeof Urge>
export const UrgeList = z.object({ urges: z.array(Urge) })

/** One agency in the plans one oversees: lượt giao it leads, those overdue of them, and when it was last urged. */
export const UrgedAgency = z.object({
  agency: Named,
  overdue: Count,
  whole: Count,
  /** Of the oldest that is overdue. */
  daysLate: Count.nullable(),
  letter: z.object({ onDay: Day, dossierId: z.uuid(), overdue: Count }).nullable(),
})
export type UrgedAgency = z.infer<typeof UrgedAgency>
export const UrgedList = z.object({
  today: Day,
  /** Whose plans these are; null: all of the province. */
  overseer: Named.nullable(),
  plans: z.array(z.object({ id: z.uuid(), name: z.string() })),
  agencies: z.array(UrgedAgency),
})
export type UrgedList = z.infer<typeof UrgedList>
export const UrgedQuery = z.object({ plan: z.uuid().optional(), agency: z.uuid().optional() })

/** The agencies for which somebody oversees. */
export const overseesFor = ({ capacities }: Pick<Actor, 'capacities'>): string[] => [
  ...new Set(
    capacities
      .filter(({ role }) => OVERSEER_ROLES.includes(role))
      .flatMap(({ agencyId, unitOf }) => [agencyId, unitOf])
      .filter((id): id is string => id !== null),
  ),
]

/** Why this person may not set the reminders of the plan; null when they may. */
export function whyNotSetPlan(actor: Pick<Actor, 'capacities'>, overseerId: string | null): string | null {
  const isAdmin = actor.capacities.some(({ role }) => role === 'admin')
  if (isAdmin || (overseerId !== null && overseesFor(actor).includes(overseerId))) return null
  return words.urging.ladder.notYours
}
