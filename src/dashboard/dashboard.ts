// Figures as server and browser exchange them: lượt giao (assignments) and nhiệm vụ (items), each under its own name,
// from the counters alone.
import { z } from 'zod'
import { WORK_STATE_NAMES } from '../task/work-state.ts'
import { ITEM_LIST_NAMES } from './item-state.ts'

export const DashboardQuery = z.object({ plan: z.uuid().optional(), agency: z.uuid().optional() })
export type DashboardQuery = z.infer<typeof DashboardQuery>

/** What the tables of the page count. */
export const UNITS = ['assignment', 'item'] as const
export type Unit = (typeof UNITS)[number]

/** The filter in an address; what is not understood is left out. */
export function readScope(search: Record<string, unknown>): DashboardQuery & { count: Unit } {
  const { plan, agency } = DashboardQuery.shape
  return {
    plan: plan.safeParse(search.plan).data,
    agency: agency.safeParse(search.agency).data,
    count: search.count === 'item' ? 'item' : 'assignment',
  }
}

const Named = z.object({ id: z.uuid(), name: z.string() })
export const PlanName = z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() })
const Count = z.number().int()
/** By the name of the list that each number opens: /work?state=<name>&role=lead&agency=<id or "all">. */
export const Counts = z.record(z.enum(WORK_STATE_NAMES), Count)
export type Counts = z.infer<typeof Counts>
/** The same for /items?state=<name>&agency=<id>. */
export const ItemCounts = z.record(z.enum(ITEM_LIST_NAMES), Count)
export type ItemCounts = z.infer<typeof ItemCounts>

const Share = z.object({ part: Count, whole: Count })
const Ratios = z.object({
  /** done ÷ assigned */
  ofAssigned: Share,
  /** done ÷ (done + overdue) */
  ofAnswerable: Share,
})
export type Ratios = z.infer<typeof Ratios>

/** Both ratios in official use: reports divide by everything assigned, or by what had to be done by now. */
export const ratiosOf = (counts: Pick<Counts, 'done' | 'all' | 'answerable'>): Ratios => ({
  ofAssigned: { part: counts.done, whole: counts.all },
  ofAnswerable: { part: counts.done, whole: counts.answerable },
})

/** Lượt giao that agencies lead, sub-duties beside them, and nhiệm vụ. */
export const Figures = z.object({
  assignments: Counts,
  coordinating: Counts,
  items: ItemCounts,
  ratios: z.object({ assignments: Ratios, items: Ratios }),
})
export type Figures = z.infer<typeof Figures>

const Both = z.object({ assignments: Counts, items: ItemCounts })
export type Both = z.infer<typeof Both>

export const Dashboard = Figures.extend({
  today: z.iso.date(),
  filter: z.object({ agency: Named.nullable(), plan: PlanName.nullable() }),
  byAgency: z.array(Named.extend(Both.shape)),
  /** Nhiệm vụ that several agencies bear together: of no single one. */
  shared: ItemCounts,
  byPlan: z.array(PlanName.extend(Both.shape)),
})
export type Dashboard = z.infer<typeof Dashboard>

const Contact = z.object({ name: z.string(), position: z.string(), role: z.string() })

export const AgencyStanding = Figures.extend({
  today: z.iso.date(),
  agency: Named,
  byPlan: z.array(PlanName.extend(Both.shape)),
  /** Who can be asked: the people of the agency with an account in use. */
  contacts: z.array(Contact),
})
export type AgencyStanding = z.infer<typeof AgencyStanding>

/** What the overseer of plans has to decide and to chase. */
export const Following = Figures.extend({
  today: z.iso.date(),
  /** Whose plans these are; null for all of the province. */
  overseer: Named.nullable(),
  /** More time asked for and not decided. */
  extensions: Count,
  /** Nhiệm vụ that wait for an event nobody has recorded. */
  events: Count,
  byPlan: z.array(PlanName.extend(Both.shape)),
  byAgency: z.array(Named.extend(Both.shape)),
  shared: ItemCounts,
})
export type Following = z.infer<typeof Following>
