// The list of nhiệm vụ.
import type { App } from '../http/app.ts'
import { actorOf, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { NOBODY } from '../task/counts.ts'
import { listAgencyNames, listPlanNames } from '../task/worklist.ts'
import { countItemRows, listItemCells, listItems } from './item-queries.ts'
import { tallyItems } from './item-state.ts'
import { ItemFilter, ItemListCounts, ItemPage, ItemQuery } from './items.ts'

export const itemListRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    server.get(
      '/api/items',
      { schema: { querystring: ItemQuery, response: { 200: ItemPage } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        const { after, limit, ...scope } = request.query
        const today = clock.today()
        return { ...(await listItems(sql, actor.tenantId, scope, { after, limit, today })), today }
      },
    )

    server.get(
      '/api/items/counts',
      { schema: { querystring: ItemFilter, response: { 200: ItemListCounts } } },
      async (request): Promise<ItemListCounts> => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        const { tenantId } = actor
        const { plan, agency, overseer, event, q } = request.query
        const today = clock.today()
        const cells = await listItemCells(sql, tenantId, today)
        const lead = agency === 'many' ? NOBODY : agency
        const ofPlan = cells.filter(({ planId }) => !plan || planId === plan)
        const ofLead = cells.filter(({ leadId }) => !lead || leadId === lead)
        const byLead = sum(ofPlan.map(({ leadId, n }) => [leadId, n]))
        const byPlan = sum(ofLead.map(({ planId, n }) => [planId, n]))
        const [agencies, plans] = await Promise.all([
          listAgencyNames(sql, tenantId, [...byLead.keys()]),
          listPlanNames(sql, tenantId, [...byPlan.keys()]),
        ])
        const chosen =
          overseer || event || q
            ? await countItemRows(sql, tenantId, { plan, agency, overseer, event, q }, today)
            : ofPlan.filter(({ leadId }) => !lead || leadId === lead)
        return {
          counts: tallyItems(chosen),
          agencies: agencies.map((row) => ({ ...row, n: byLead.get(row.id) ?? 0 })),
          shared: byLead.get(NOBODY) ?? 0,
          plans: plans.map((row) => ({ ...row, n: byPlan.get(row.id) ?? 0 })),
        }
      },
    )
  }

function sum(pairs: readonly (readonly [string, number])[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [key, n] of pairs) sums.set(key, (sums.get(key) ?? 0) + n)
  return sums
}
