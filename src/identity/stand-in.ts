// Standing in: who acts for whom from day to day. The forms and rules that server and browser share.
import { z } from 'zod'
import type { Capacity } from '../http/actor.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import { RoleForm } from './identity.ts'

/** Nobody is away for longer without another decision. */
export const MOST_DAYS = 366

const Day = z.iso.date({ error: () => words.steps.standIn.dayMissing })

export const StandInForm = z.object({
  accountId: z.uuid({ error: () => words.steps.standIn.absentMissing }),
  standInId: z.uuid({ error: () => words.steps.standIn.personMissing }),
  fromDay: Day,
  toDay: Day,
  reason: z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, { error: () => words.steps.standIn.reasonMissing })
    .max(500, { error: () => words.steps.standIn.reasonLong }),
})
export type StandInForm = z.infer<typeof StandInForm>

export const Person = z.object({
  id: z.uuid(),
  name: z.string(),
  position: z.string(),
  role: RoleForm,
  agency: z.object({ id: z.uuid(), name: z.string() }).nullable(),
})
export type Person = z.infer<typeof Person>

export const People = z.object({ people: z.array(Person), hasMore: z.boolean() })

/** coming: not yet · now · past: its last day has gone by · ended: before its last day. */
export const STAND_IN_STATES = ['coming', 'now', 'past', 'ended'] as const
type StandInState = (typeof STAND_IN_STATES)[number]

export const StandIn = z.object({
  id: z.uuid(),
  absent: Person,
  standIn: Person,
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  reason: z.string(),
  endedOn: z.iso.date().nullable(),
  state: z.enum(STAND_IN_STATES),
  version: z.number().int(),
  /** Why this reader may not end it; null when they may. */
  whyNotEnd: z.string().nullable(),
})
export type StandIn = z.infer<typeof StandIn>

export const StandIns = z.object({
  standIns: z.array(StandIn),
  next: z.string().nullable(),
  today: z.iso.date(),
})

export function standInState(
  { fromDay, toDay, endedOn }: Pick<StandIn, 'fromDay' | 'toDay' | 'endedOn'>,
  today: string,
): StandInState {
  if (endedOn !== null) return 'ended'
  if (fromDay > today) return 'coming'
  return toDay < today ? 'past' : 'now'
}

/** Where a person works. */
export interface Place {
  id: string
  role: Role
  agencyId: string | null
  /** The agency whose internal unit `agencyId` is. */
  unitOf: string | null
  /** The agency over the one they work for. */
  above: string | null
}

export interface Arranger {
  accountId: string
  capacities: readonly Capacity[]
}

/** The agency somebody works for: of people in an internal unit the agency the unit belongs to. */
export const homeOf = ({ agencyId, unitOf }: Pick<Place, 'agencyId' | 'unitOf'>): string | null =>
  unitOf ?? agencyId

export const isAdmin = ({ capacities }: Arranger): boolean => capacities[0]?.role === 'admin'

/** Whether this person heads the agency or unit in which the other works. */
export const headsOver = ({ capacities }: Arranger, { agencyId, unitOf }: Place): boolean =>
  capacities.some(
    (one) => one.role === 'head' && one.agencyId !== null && [agencyId, unitOf].includes(one.agencyId),
  )

/** Why this person may not say who acts for `absent`: it is for them, the head of their agency, administrators. */
export function whyNotArrange(actor: Arranger, absent: Place): string | null {
  if (absent.id === actor.accountId || isAdmin(actor)) return null
  const isBelow = absent.role !== 'admin' && absent.role !== 'leader'
  return isBelow && headsOver(actor, absent) ? null : words.steps.standIn.notYours
}

/** Why `other` may not act for `absent`: of the same agency or the one above, unless an administrator decides. */
export function whyNotStandIn(actor: Arranger, absent: Place, other: Place): string | null {
  if (absent.id === other.id) return words.steps.standIn.oneself
  if (isAdmin(actor)) return null
  const home = homeOf(other)
  return home !== null && (home === homeOf(absent) || home === absent.above)
    ? null
    : words.steps.standIn.elsewhere
}

/** What is wrong with the days, in a sentence; null when nothing is. */
export function daysFault(
  { fromDay, toDay }: Pick<StandInForm, 'fromDay' | 'toDay'>,
  today: string,
): { at: 'fromDay' | 'toDay'; message: string } | null {
  if (fromDay < today) return { at: 'fromDay', message: words.steps.standIn.fromPast }
  if (toDay < fromDay) return { at: 'toDay', message: words.steps.standIn.toBeforeFrom }
  const days = (Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000 + 1
  return days > MOST_DAYS ? { at: 'toDay', message: words.steps.standIn.tooLong(MOST_DAYS) } : null
}
