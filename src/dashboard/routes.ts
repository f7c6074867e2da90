// The leader's questions: where the work of a plan, an agency or the whole province stands.
import type { App } from '../http/app.ts'
import { actorOf, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { type CountCell, tally } from '../task/work-state.ts'
import { listAgencyNames, listCountCells, listPlanNames } from '../task/worklist.ts'
import { Dashboard, DashboardQuery, ratiosOf } from './dashboard.ts'

export const dashboardRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    server.get(
      '/api/dashboard',
      { schema: { querystring: DashboardQuery, response: { 200: Dashboard } } },
      async (request): Promise<Dashboard> => {
        const actor = actorOf(request)
        allow(actor, 'dashboard.read')
        const { tenantId } = actor
        const { plan, agency } = request.query
        const today = clock.today()
        const cells = await listCountCells(
          sql,
          tenantId,
          { agencies: agency ? [agency] : null, plan, role: 'lead' },
          today,
        )
        const byAgency = groupBy(cells, (cell) => cell.agencyId)
        const byPlan = groupBy(cells, (cell) => cell.planId)
        const [agencies, plans] = await Promise.all([
          listAgencyNames(sql, tenantId, agency ? [agency] : [...byAgency.keys()]),
          listPlanNames(sql, tenantId, plan ? [plan] : [...byPlan.keys()]),
        ])
        const counts = tally(cells)
        const withCounts = <T extends { id: string }>(rows: readonly T[], by: Map<string, CountCell[]>) =>
          rows.map((row) => ({ ...row, counts: tally(by.get(row.id) ?? []) }))
        return {
          today,
          unit: 'assignment',
          filter: {
            agency: agencies.find(({ id }) => id === agency) ?? null,
            plan: plans.find(({ id }) => id === plan) ?? null,
          },
          counts,
          ratios: ratiosOf(counts),
          byAgency: withCounts(agencies, byAgency).sort(worstFirst),
          byPlan: withCounts(plans, byPlan).sort(worstFirst),
        }
      },
    )
  }

/** Blockers first; the order by name or date stays among equals. */
const worstFirst = (a: { counts: { overdue: number } }, b: { counts: { overdue: number } }) =>
  b.counts.overdue - a.counts.overdue

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
