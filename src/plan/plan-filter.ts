// Which items of a published plan are looked at: the address says it, each choice with how many it holds. Pure.
import { z } from 'zod'
import { searchKey } from '../base/text.ts'
import type { PublishedItem } from './plan.ts'

/** overdue: some assignment of it is · waiting: for an event · untracked: kept as orientation or joined with another. */
export const ITEM_FILTERS = ['all', 'open', 'overdue', 'waiting', 'done', 'closed', 'untracked'] as const
export type ItemFilter = (typeof ITEM_FILTERS)[number]

export const PLAN_TABS = [
  'items',
  'documents',
  'corrections',
  'indicators',
  'reporting',
  'references',
  'findings',
  'source',
] as const
export type PlanTab = (typeof PLAN_TABS)[number]

/** What the address of a plan's page may carry; what cannot be read is left out. */
export const PlanSearch = z.object({
  tab: z.enum(PLAN_TABS).optional().catch(undefined),
  document: z.uuid().optional().catch(undefined),
  /** A line of the document to be shown. */
  line: z.coerce.number().int().min(0).optional().catch(undefined),
  show: z.enum(ITEM_FILTERS).optional().catch(undefined),
  section: z.string().max(60).optional().catch(undefined),
  q: z.string().max(200).optional().catch(undefined),
})
export type PlanSearch = z.infer<typeof PlanSearch>

const isTracked = ({ outcome }: PublishedItem) => outcome === 'assign' || outcome === 'each'

const IS: Record<ItemFilter, (item: PublishedItem) => boolean> = {
  all: () => true,
  open: (item) => isTracked(item) && item.state === 'open',
  overdue: (item) => isTracked(item) && item.state === 'open' && item.overdue > 0,
  waiting: (item) => isTracked(item) && item.state === 'open' && item.event !== null && item.eventOn === null,
  done: (item) => isTracked(item) && item.state === 'done',
  closed: (item) => isTracked(item) && item.state === 'closed',
  untracked: (item) => !isTracked(item),
}

const isIn = (item: PublishedItem, section: string): boolean =>
  item.section === section || item.section.startsWith(`${section}.`)

/** The items that a filter leaves, and how many each word of it would. */
export function filterItems(
  items: readonly PublishedItem[],
  { show = 'all', section, q }: Pick<PlanSearch, 'show' | 'section' | 'q'>,
): { shown: PublishedItem[]; counts: Record<ItemFilter, number> } {
  const wanted = searchKey(q ?? '').split(' ')
  const fits = (item: PublishedItem) => {
    if (section && !isIn(item, section)) return false
    const key = searchKey([item.quote, item.leadName, ...item.leadPrinted].filter(Boolean).join(' '))
    return wanted.every((word) => key.includes(word))
  }
  const scope = items.filter(fits)
  const counts = Object.fromEntries(
    ITEM_FILTERS.map((name) => [name, scope.filter(IS[name]).length]),
  ) as Record<ItemFilter, number>
  return { shown: scope.filter(IS[show]), counts }
}

/** Both ratios of a plan, each with what it counts. */
export interface PlanFigures {
  itemsDone: number
  items: number
  done: number
  assignments: number
  overdue: number
}

/** A closed item or assignment is asked of nobody any more: no ratio counts it. */
export function figuresOf(items: readonly PublishedItem[]): PlanFigures {
  const tracked = items.filter((item) => isTracked(item) && item.state !== 'closed')
  const sum = (of: (item: PublishedItem) => number) => items.reduce((n, item) => n + of(item), 0)
  return {
    itemsDone: tracked.filter(({ state }) => state === 'done').length,
    items: tracked.length,
    done: sum(({ done }) => done),
    assignments: sum(({ assignments }) => assignments),
    overdue: sum(({ overdue }) => overdue),
  }
}
