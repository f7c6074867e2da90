// When an item (nhiệm vụ) is done: it follows from its assignments of the latest period and its rule. Pure.
import type { Completion } from './task.ts'

export const ITEM_STATES = ['open', 'done', 'closed'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** The states of the item counters: done split by timeliness. */
export const COUNTED_ITEM_STATES = ['open', 'done-on-time', 'done-late', 'closed'] as const
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
}

/** Closed assignments are asked of nobody any more; an item whose assignments are all closed is closed itself. */
export function itemState(facts: ItemFacts): { state: ItemState; doneOn: string | null } {
  const asked = facts.assignments - facts.closed
  if (facts.completion === 'word' && facts.wordOn) return { state: 'done', doneOn: facts.wordOn }
  if (facts.assignments > 0 && asked === 0) return { state: 'closed', doneOn: null }
  const wanted = wantedOf(facts, asked)
  if (wanted === null || facts.doneOn.length < wanted) return { state: 'open', doneOn: null }
  // Done on the day on which the last assignment that was needed was completed.
  return { state: 'done', doneOn: [...facts.doneOn].sort()[wanted - 1] ?? null }
}

/** How many done assignments make the item done; null when no number does. */
function wantedOf({ completion, share }: ItemFacts, asked: number): number | null {
  if (asked === 0 || completion === 'word') return null
  return completion === 'share' ? Math.max(1, Math.ceil((asked * (share ?? 100)) / 100)) : asked
}

export const countedItemState = (
  state: ItemState,
  dueOn: string | null,
  doneOn: string | null,
): CountedItemState => {
  if (state !== 'done') return state
  return dueOn !== null && doneOn !== null && doneOn > dueOn ? 'done-late' : 'done-on-time'
}
