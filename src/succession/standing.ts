// Where work stood on a day, computed from the facts that count from that day or before: who had it, its status, due
// day and percent. Pure; the facts are read in standing-queries.ts.
import { z } from 'zod'
import { addDays } from '../base/calendar.ts'
import { type Folded, foldSteps, type Given, mayFollow, type PastStep, STATUSES } from '../task/task.ts'
import {
  type CountCell,
  type CountedState,
  countedState,
  type DueClass,
  SOON_DAYS,
  type Tally,
  tally,
  WORK_STATE_NAMES,
} from '../task/work-state.ts'

const Day = z.iso.date()
const Named = z.object({ id: z.uuid(), name: z.string() })
const Count = z.number().int()

/**
 * The state an assignment was in at the end of `day`; null before it was given. `steps` are all of them in the order
 * in which they were recorded. A decision recorded later may count from an earlier day: what it would have found
 * closed on that day it did not touch.
 */
export function foldOn(
  given: Given & { givenOn: string },
  steps: readonly PastStep[],
  day: string,
): Folded | null {
  if (given.givenOn > day) return null
  const counted = steps.filter(({ onDay }) => onDay <= day)
  const isBeginning = counted.every((step, at) => step === steps[at])
  if (isBeginning) return foldSteps(given, counted)
  const taken: PastStep[] = []
  for (const step of counted) if (mayFollow(step.kind, foldSteps(given, taken).status)) taken.push(step)
  return foldSteps(given, taken)
}

export const dueClassOn = (dueOn: string | null, day: string): DueClass => {
  if (dueOn === null) return 'none'
  if (dueOn < day) return 'past'
  return dueOn <= addDays(day, SOON_DAYS) ? 'soon' : 'later'
}

/** Some assignments of one agency under one plan that stood alike. */
export interface StandingCell extends CountCell {
  agencyId: string
  planId: string
  role: 'lead' | 'coordinating'
  /** Sum of their percentages. */
  percent: number
}

/** Adds one folded assignment to the cells. */
export function addToCells(
  cells: Map<string, StandingCell>,
  place: { planId: string; role: 'lead' | 'coordinating' },
  { agencyId, status, dueOn, completedOn, percent }: Folded,
  day: string,
): void {
  const state: CountedState = countedState(status, dueOn, completedOn)
  const due = dueClassOn(dueOn, day)
  const key = [place.planId, agencyId, place.role, state, due].join(' ')
  const cell = cells.get(key) ?? { ...place, agencyId, state, due, n: 0, percent: 0 }
  cell.n++
  cell.percent += status === 'closed' ? 0 : percent
  cells.set(key, cell)
}

/** One agency under one plan; `null` in a total. */
export interface StandingLine {
  agencyId: string
  planId: string
  leading: Tally
  coordinating: Tally
  /** Mean percentage of the leading assignments asked for; null without one. */
  percent: number | null
}

export function linesOf(cells: readonly StandingCell[]): StandingLine[] {
  const groups = new Map<string, StandingCell[]>()
  for (const cell of cells) {
    const key = `${cell.agencyId} ${cell.planId}`
    const own = groups.get(key)
    if (own) own.push(cell)
    else groups.set(key, [cell])
  }
  return [...groups.values()].map((own) => {
    const leading = own.filter(({ role }) => role === 'lead')
    const tallied = tally(leading)
    const percent = leading.reduce((sum, cell) => sum + cell.percent, 0)
    return {
      agencyId: own[0]?.agencyId ?? '',
      planId: own[0]?.planId ?? '',
      leading: tallied,
      coordinating: tally(own.filter(({ role }) => role === 'coordinating')),
      percent: tallied.all ? Math.round(percent / tallied.all) : null,
    }
  })
}

const Tallied = z.record(z.enum(WORK_STATE_NAMES), Count)

export const StandingReport = z.object({
  day: Day,
  rows: z.array(
    z.object({
      /** Named as it was on that day. */
      agency: Named.extend({ province: z.string().nullable() }),
      plan: z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() }),
      /** The agency that oversaw the plan on that day. */
      overseer: Named.nullable(),
      leading: Tallied,
      coordinating: Tallied,
      percent: z.number().int().nullable(),
    }),
  ),
  /** Over all rows. */
  leading: Tallied,
  coordinating: Tallied,
})
export type StandingReport = z.infer<typeof StandingReport>

export const StandingWork = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      itemId: z.uuid(),
      section: z.string(),
      quote: z.string(),
      role: z.enum(['lead', 'coordinating']),
      agency: Named,
      status: z.enum(STATUSES),
      percent: Count,
      dueOn: Day.nullable(),
      isOverdue: z.boolean(),
      completedOn: Day.nullable(),
    }),
  ),
  next: z.string().nullable(),
})
export type StandingWork = z.infer<typeof StandingWork>
