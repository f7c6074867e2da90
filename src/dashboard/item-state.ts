// Where a nhiệm vụ stands, as its list, its tabs and the figures ask it: one table for rows and for counters, so that a
// number and the list it opens cannot differ. Lượt giao have theirs in task/work-state.ts.
import { COUNTED_ITEM_STATES, type CountedItemState } from '../task/item.ts'
import { DUE_CLASSES, type DueClass } from '../task/work-state.ts'

interface Part {
  states: readonly CountedItemState[]
  dues: readonly DueClass[]
}

const TO_CONFIRM = ['approved-on-time', 'approved-late'] as const
const OPEN = ['open', ...TO_CONFIRM] as const
/** What the agencies finished in time is not overdue while it waits for the overseer (decision 4). */
const OVERDUE = ['open', 'approved-late'] as const
const DONE = ['done-on-time', 'done-late'] as const
const part = (states: readonly CountedItemState[], dues: readonly DueClass[] = DUE_CLASSES): Part => ({
  states,
  dues,
})

/** What the word in the address (?state=…) selects. What was closed without a result is asked of nobody: no ratio counts it. */
export const ITEM_LISTS = {
  all: [part(COUNTED_ITEM_STATES.filter((state) => state !== 'closed'))],
  open: [part(OPEN)],
  overdue: [part(OVERDUE, ['past'])],
  soon: [part(['open'], ['soon'])],
  within: [part(OVERDUE, ['soon', 'later', 'none']), part(['approved-on-time'])],
  undated: [part(OPEN, ['none'])],
  'to-confirm': [part(TO_CONFIRM)],
  done: [part(DONE)],
  'done-on-time': [part(['done-on-time'])],
  'done-late': [part(['done-late'])],
  closed: [part(['closed'])],
  /** Done or overdue: the second denominator that is in official use. */
  answerable: [part(DONE), part(OVERDUE, ['past'])],
} as const satisfies Record<string, readonly Part[]>

export type ItemList = keyof typeof ITEM_LISTS
export const ITEM_LIST_NAMES = Object.keys(ITEM_LISTS) as [ItemList, ...ItemList[]]

export interface ItemCell {
  state: CountedItemState
  due: DueClass
  n: number
}

export type ItemTally = Record<ItemList, number>

/** Sums the counters into every list's number of rows. */
export function tallyItems(cells: readonly ItemCell[]): ItemTally {
  const sums = Object.fromEntries(ITEM_LIST_NAMES.map((name) => [name, 0])) as ItemTally
  for (const { state, due, n } of cells)
    for (const name of ITEM_LIST_NAMES)
      if (ITEM_LISTS[name].some((part: Part) => part.states.includes(state) && part.dues.includes(due)))
        sums[name] += n
  return sums
}
