// The dashboard as server and browser exchange it. It counts assignments (lượt giao), from the counters alone.
import { z } from 'zod'
import { WORK_STATE_NAMES } from '../task/work-state.ts'

export const DashboardQuery = z.object({ plan: z.uuid().optional(), agency: z.uuid().optional() })
export type DashboardQuery = z.infer<typeof DashboardQuery>

/** The filter in an address; what is not understood is left out. */
export function readScope(search: Record<string, unknown>): DashboardQuery {
  const { plan, agency } = DashboardQuery.shape
  return { plan: plan.safeParse(search.plan).data, agency: agency.safeParse(search.agency).data }
}

const Agency = z.object({ id: z.uuid(), name: z.string() })
const Plan = z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() })
const Counts = z.record(z.enum(WORK_STATE_NAMES), z.number().int())
const Share = z.object({ part: z.number().int(), whole: z.number().int() })

export const Dashboard = z.object({
  today: z.iso.date(),
  unit: z.literal('assignment'),
  filter: z.object({ agency: Agency.nullable(), plan: Plan.nullable() }),
  /** By the name of the list that each number opens: /work?state=<name>&agency=<id or "all">. */
  counts: Counts,
  ratios: z.object({
    /** done ÷ assigned */
    ofAssigned: Share,
    /** done ÷ (done + overdue) */
    ofAnswerable: Share,
  }),
  byAgency: z.array(Agency.extend({ counts: Counts })),
  byPlan: z.array(Plan.extend({ counts: Counts })),
})
export type Dashboard = z.infer<typeof Dashboard>
export type Counts = Dashboard['counts']

/** Both ratios in official use: reports divide by everything assigned, or by what had to be done by now. */
export const ratiosOf = (counts: Counts): Dashboard['ratios'] => ({
  ofAssigned: { part: counts.done, whole: counts.all },
  ofAnswerable: { part: counts.done, whole: counts.answerable },
})
