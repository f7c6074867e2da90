// The list of nhiệm vụ as server and browser exchange it: what every figure that counts nhiệm vụ opens.
import { z } from 'zod'
import { ITEM_STATES } from '../task/item.ts'
import { EVERY } from '../task/period.ts'
import { COMPLETIONS } from '../task/task.ts'
import { ITEM_LIST_NAMES } from './item-state.ts'

const Named = z.object({ id: z.uuid(), name: z.string() })
const PlanName = z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() })
const Day = z.iso.date()
const Count = z.number().int()

/** The whole state of the list: the page's address and the server's query are the same. */
export const ItemFilter = z.object({
  plan: z.uuid().optional(),
  /** Who leads it; "many": several agencies bear it together. */
  agency: z.union([z.uuid(), z.literal('many')]).optional(),
  /** Of the plans that this agency oversees. */
  overseer: z.uuid().optional(),
  /** Only those that wait for an event nobody has recorded. */
  event: z.literal('waiting').optional(),
  state: z.enum(ITEM_LIST_NAMES).default('open'),
  q: z.string().trim().max(200).optional(),
  after: z.string().max(100).optional(),
})
export type ItemFilter = z.infer<typeof ItemFilter>

/** The filter in an address; what is not understood is left out, so that an old link still opens a list. */
export function readItemFilter(search: Record<string, unknown>): ItemFilter {
  const known = Object.entries(ItemFilter.shape).flatMap(([name, form]) => {
    const value = form.safeParse(search[name] === undefined ? undefined : String(search[name]))
    return value.success && value.data !== undefined ? [[name, value.data]] : []
  })
  return ItemFilter.parse(Object.fromEntries(known))
}

export const ItemQuery = ItemFilter.extend({ limit: z.coerce.number().int().min(1).max(100).default(50) })

export const ItemRow = z.object({
  id: z.uuid(),
  quote: z.string(),
  section: z.string(),
  plan: PlanName,
  /** null where several agencies bear it. */
  lead: Named.nullable(),
  leadPrinted: z.array(z.string()),
  state: z.enum(ITEM_STATES),
  dueOn: Day.nullable(),
  dueText: z.string(),
  daysLeft: Count.nullable(),
  doneOn: Day.nullable(),
  /** Of an open one whose agencies have finished, the day they had: it waits for the overseer alone. */
  approvedOn: Day.nullable(),
  completion: z.enum(COMPLETIONS),
  completionShare: Count.nullable(),
  every: z.enum(EVERY).nullable(),
  event: z.string().nullable(),
  eventOn: Day.nullable(),
  /** Leading lượt giao of the latest period: its key, how many are asked for, how many of them done. */
  period: z.string(),
  assignments: Count,
  done: Count,
  /** Of the others those whose agency has approved its full report: the overseer's turn. */
  toConfirm: Count,
})
export type ItemRow = z.infer<typeof ItemRow>

export const ItemPage = z.object({ rows: z.array(ItemRow), next: z.string().nullable(), today: Day })

export const ItemListCounts = z.object({
  counts: z.record(z.enum(ITEM_LIST_NAMES), Count),
  agencies: z.array(Named.extend({ n: Count })),
  /** How many nhiệm vụ several agencies bear together. */
  shared: Count,
  plans: z.array(PlanName.extend({ n: Count })),
})
export type ItemListCounts = z.infer<typeof ItemListCounts>
