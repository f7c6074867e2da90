// When an item (nhiệm vụ) is done: it follows from its assignments of the latest period and its rule. Pure.
import type { Completion } from './task.ts'

export const ITEM_STATES = ['open', 'done', 'closed'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** The states of the item counters: split by timeliness once its agencies have finished, as those of assignments. */
export const COUNTED_ITEM_STATES = [
  'open',
  'approved-on-time',
  'approved-late',
  'done-on-time',
  'done-late',
  'closed',
] as const
export type CountedItemState = (typeof COUNTED_ITEM_STATES)[number]

export interface ItemFacts {
  completion: Completion
  /** Percent of the assignments that must be done, for completion "share". */
  share: number | null
  /** The day of the overseer's word, for completion "word". */
  wordOn: string | null
  /** Leading assignments of the latest period: all, those closed, and the days on which the done ones were completed. */
  assignments: number
  closed: number
  doneOn: readonly string[]
  /** The same days of all that their agencies have finished, confirmed or not. */
  finishedOn: readonly string[]
}

export interface ItemStand {
  state: ItemState
  doneOn: string | null
  /** Of an open item whose agencies have finished, the day they had: only the overseer's confirmation is missing. */
  approvedOn: string | null
}

/** Closed assignments are asked of nobody any more; an item whose assignments are all closed is closed itself. */
export function itemState(facts: ItemFacts): ItemStand {
  const asked = facts.assignments - facts.closed
  if (facts.completion === 'word' && facts.wordOn)
    return { state: 'done', doneOn: facts.wordOn, approvedOn: null }
  if (facts.assignments > 0 && asked === 0) return { state: 'closed', doneOn: null, approvedOn: null }
  if (asked === 0) return { state: 'open', doneOn: null, approvedOn: null }
  const wanted = wantedOf(facts, asked)
  // Done on the day on which the last assignment that was needed was completed; never on numbers where a word counts.
  const doneOn = facts.completion === 'word' ? null : nth(facts.doneOn, wanted)
  if (doneOn !== null) return { state: 'done', doneOn, approvedOn: null }
  return { state: 'open', doneOn: null, approvedOn: nth(facts.finishedOn, wanted) }
}

/** How many finished assignments finish the item. */
const wantedOf = ({ completion, share }: ItemFacts, asked: number): number =>
  completion === 'share' ? Math.max(1, Math.ceil((asked * (share ?? 100)) / 100)) : asked

const nth = (days: readonly string[], n: number): string | null => [...days].sort()[n - 1] ?? null

/** What its agencies finished in time is not late while it waits for the overseer (decision 4). */
export const countedItemState = (
  { state, doneOn, approvedOn }: ItemStand,
  dueOn: string | null,
): CountedItemState => {
  const isLate = (day: string | null) => dueOn !== null && day !== null && day > dueOn
  if (state === 'done') return isLate(doneOn) ? 'done-late' : 'done-on-time'
  if (state === 'closed' || approvedOn === null) return state
  return isLate(approvedOn) ? 'approved-late' : 'approved-on-time'
}
