// The figures of a report: lượt giao and nhiệm vụ apart, done split by timeliness, open by whether its day has gone by, and
// both ratios in official use with numerator and denominator. Every sum keeps its parts. Pure.
import { z } from 'zod'
import { countedItemState, itemState } from '../task/item.ts'
import { type Computed, type DutyFacts, itemFacts } from './facts.ts'

const Count = z.number().int()
export const Counts = z.object({
  /** Asked for: closed ones are not. */
  all: Count,
  done: Count,
  onTime: Count,
  late: Count,
  open: Count,
  overdue: Count,
})
export type Counts = z.infer<typeof Counts>
export const COUNTED = ['all', 'done', 'onTime', 'late', 'open', 'overdue'] as const
export const NO_COUNTS: Counts = { all: 0, done: 0, onTime: 0, late: 0, open: 0, overdue: 0 }

/** What one agency brings: its lượt giao, from this report. */
export const AgencyCounts = z.object({
  reportId: z.uuid(),
  agencyId: z.uuid(),
  agency: z.string(),
  assignments: Counts,
  /** Duties it said something about, and those with "không phát sinh". */
  told: Count,
  nothing: Count,
})
export type AgencyCounts = z.infer<typeof AgencyCounts>

export const Figures = z.object({
  assignments: Counts,
  items: Counts,
  rows: z.array(AgencyCounts),
})
export type Figures = z.infer<typeof Figures>

export interface Share {
  part: number
  whole: number
}
/** Reports divide by everything assigned, or by what had to be done by now; null whole means nothing to divide by. */
export const ratiosOf = ({ done, all, overdue }: Counts): { ofAssigned: Share; ofAnswerable: Share } => ({
  ofAssigned: { part: done, whole: all },
  ofAnswerable: { part: done, whole: done + overdue },
})

export function countOne({ status, dueOn, completedOn, isOverdue }: Computed): Counts {
  if (status === 'closed') return NO_COUNTS
  const done = status === 'done' ? 1 : 0
  const late = done && dueOn !== null && completedOn !== null && completedOn > dueOn ? 1 : 0
  return { all: 1, done, onTime: done - late, late, open: 1 - done, overdue: !done && isOverdue ? 1 : 0 }
}

export const sumCounts = (parts: readonly Counts[]): Counts =>
  parts.reduce(
    (sum, part) => ({
      all: sum.all + part.all,
      done: sum.done + part.done,
      onTime: sum.onTime + part.onTime,
      late: sum.late + part.late,
      open: sum.open + part.open,
      overdue: sum.overdue + part.overdue,
    }),
    NO_COUNTS,
  )

type Rule = Pick<DutyFacts, 'itemId' | 'completion' | 'completionShare' | 'wordOn' | 'period' | 'role'>
export interface ToldDuty {
  duty: Rule
  computed: Computed
}

/** Nhiệm vụ: each item once, done by its own rule over the lượt giao told, and due on the last day of any of them. */
export function countItems(told: readonly ToldDuty[], day: string): Counts {
  const byItem = new Map<string, ToldDuty[]>()
  for (const one of told) {
    if (one.duty.role !== 'lead') continue
    const own = byItem.get(one.duty.itemId)
    if (own) own.push(one)
    else byItem.set(one.duty.itemId, [one])
  }
  return sumCounts(
    [...byItem.values()].map((own) => {
      const due = own.reduce<string | null>(
        (last, { computed: { dueOn } }) => (dueOn !== null && (last === null || dueOn > last) ? dueOn : last),
        null,
      )
      const state = countedItemState(itemState(itemFacts(own, day)), due)
      if (state === 'closed') return NO_COUNTS
      const done = state === 'done-on-time' || state === 'done-late' ? 1 : 0
      const late = state === 'done-late' ? 1 : 0
      const isPast = due !== null && due < day
      const overdue = isPast && (state === 'open' || state === 'approved-late') ? 1 : 0
      return { all: 1, done, onTime: done - late, late, open: 1 - done, overdue }
    }),
  )
}

/** Lượt giao that agencies lead; sub-duties are told but counted apart by nobody. */
export const countAssignments = (told: readonly ToldDuty[]): Counts =>
  sumCounts(told.filter(({ duty }) => duty.role === 'lead').map(({ computed }) => countOne(computed)))
