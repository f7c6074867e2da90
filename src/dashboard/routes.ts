// Where the work of a plan, an agency or the whole province stands: the leader's page, an agency's, the overseer's.
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { answerKept, PageCache } from '../http/page-cache.ts'
import { actorOf, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { NOBODY } from '../task/counts.ts'
import { type CountCell, tally } from '../task/work-state.ts'
import { listAgencyNames, listPlanNames } from '../task/worklist.ts'
import * as words from '../vocabulary/words.ts'
import { AgencyStanding, Dashboard, DashboardQuery, type Figures, Following, ratiosOf } from './dashboard.ts'
import { type ItemCell, tallyItems } from './item-state.ts'
import * as queries from './queries.ts'

const Id = z.object({ id: z.uuid() })
const FollowingQuery = z.object({ overseer: z.uuid().optional() })

export function dashboardRoutes({ sql, clock }: App) {
  const pages = new PageCache()

  return async (server: Server) => {
    server.get(
      '/api/dashboard',
      { schema: { querystring: DashboardQuery, response: { 200: Dashboard } } },
      async (request, reply) => {
        const { tenantId } = allowed(actorOf(request))
        const { plan = '', agency = '' } = request.query
        const key = `${tenantId} ${clock.today()} dashboard ${plan} ${agency}`
        return kept(reply, tenantId, key, Dashboard, () => readDashboard(tenantId, request.query))
      },
    )

    server.get(
      '/api/agencies/:id/standing',
      { schema: { params: Id, response: { 200: AgencyStanding } } },
      async (request): Promise<AgencyStanding> => {
        const { tenantId } = allowed(actorOf(request))
        return readAgency(tenantId, request.params.id)
      },
    )

    server.get(
      '/api/following',
      { schema: { querystring: FollowingQuery, response: { 200: Following } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'following.read')
        const { tenantId } = actor
        const overseer = request.query.overseer ?? actor.agencyId
        const decisions = await queries.countToDecide(sql, tenantId, overseer)
        const { extensions, events } = decisions
        const key = `${tenantId} ${clock.today()} following ${overseer} ${extensions} ${events}`
        return kept(reply, tenantId, key, Following, () => readFollowing(tenantId, overseer, decisions))
      },
    )
  }

  function allowed(actor: ReturnType<typeof actorOf>) {
    allow(actor, 'dashboard.read')
    return actor
  }

  function kept<T>(
    reply: FastifyReply,
    tenantId: number,
    key: string,
    schema: z.ZodType<T>,
    compute: () => Promise<T>,
  ) {
    return answerKept(pages, reply, key, () => queries.readPageStamp(sql, tenantId), schema, compute)
  }

  async function readSums(tenantId: number, limits: queries.Limits, today: string) {
    const [leading, coordinating, items] = await Promise.all([
      queries.sumAssignments(sql, tenantId, 'lead', limits, today),
      queries.sumAssignments(sql, tenantId, 'coordinating', limits, today),
      queries.sumItems(sql, tenantId, limits, today),
    ])
    const assignments = tally(ofPlans(leading))
    const itemCounts = tallyItems(ofPlans(items))
    const figures: Figures = {
      assignments,
      coordinating: tally(ofPlans(coordinating)),
      items: itemCounts,
      ratios: { assignments: ratiosOf(assignments), items: ratiosOf(itemCounts) },
    }
    const by = (of: queries.SumOf['of']) => {
      const leads = groupBy(leading, of)
      const led = groupBy(items, of)
      const both = (id: string) => ({
        assignments: tally(leads.get(id) ?? []),
        items: tallyItems(led.get(id) ?? []),
      })
      return { ids: [...new Set([...leads.keys(), ...led.keys()])].filter((id) => id !== NOBODY), both }
    }
    return { figures, byAgency: by('agency'), byPlan: by('plan'), shared: by('agency').both(NOBODY).items }
  }

  async function readDashboard(tenantId: number, { plan, agency }: DashboardQuery): Promise<Dashboard> {
    const today = clock.today()
    const limits = { agency: agency ?? null, plans: plan ? [plan] : null }
    const sums = await readSums(tenantId, limits, today)
    const [agencies, plans] = await Promise.all([
      listAgencyNames(sql, tenantId, agency ? [agency] : sums.byAgency.ids),
      listPlanNames(sql, tenantId, plan ? [plan] : sums.byPlan.ids),
    ])
    return {
      today,
      ...sums.figures,
      filter: {
        agency: agencies.find(({ id }) => id === agency) ?? null,
        plan: plans.find(({ id }) => id === plan) ?? null,
      },
      byAgency: withBoth(agencies, sums.byAgency),
      shared: sums.shared,
      byPlan: withBoth(plans, sums.byPlan),
    }
  }

  async function readAgency(tenantId: number, id: string): Promise<AgencyStanding> {
    const [agency] = await listAgencyNames(sql, tenantId, [id])
    if (!agency) throw new Refusal('missing', 'agency.missing', words.refusal.missing)
    const today = clock.today()
    const sums = await readSums(tenantId, { agency: id, plans: null }, today)
    const [plans, contacts] = await Promise.all([
      listPlanNames(sql, tenantId, sums.byPlan.ids),
      queries.listContacts(sql, tenantId, id),
    ])
    return {
      today,
      ...sums.figures,
      agency,
      byPlan: withBoth(plans, sums.byPlan),
      contacts: [...contacts],
    }
  }

  async function readFollowing(
    tenantId: number,
    overseerId: string | null,
    decisions: Pick<Following, 'extensions' | 'events'>,
  ): Promise<Following> {
    const today = clock.today()
    const plans = await queries.listOverseenPlans(sql, tenantId, overseerId)
    const ids = plans.map(({ id }) => id)
    const sums = await readSums(tenantId, { agency: null, plans: ids }, today)
    const agencies = await listAgencyNames(sql, tenantId, [
      ...sums.byAgency.ids,
      ...(overseerId ? [overseerId] : []),
    ])
    return {
      today,
      ...sums.figures,
      ...decisions,
      overseer: agencies.find(({ id }) => id === overseerId) ?? null,
      byPlan: plans.map((plan) => ({ ...plan, ...sums.byPlan.both(plan.id) })),
      byAgency: withBoth(
        agencies.filter(({ id }) => sums.byAgency.ids.includes(id)),
        sums.byAgency,
      ),
      shared: sums.shared,
    }
  }
}

interface Sums {
  both: (id: string) => { assignments: ReturnType<typeof tally>; items: ReturnType<typeof tallyItems> }
}

/** Blockers first; the order by name or date stays among equals. */
const withBoth = <T extends { id: string }>(rows: readonly T[], { both }: Sums) =>
  rows
    .map((row) => ({ ...row, ...both(row.id) }))
    .sort((a, b) => b.assignments.overdue - a.assignments.overdue)

/** Each sum stands twice, by agency and by plan: once is enough for the whole. */
const ofPlans = <T extends (CountCell | ItemCell) & queries.SumOf>(cells: readonly T[]): T[] =>
  cells.filter(({ of }) => of === 'plan')

function groupBy<T extends queries.SumOf>(cells: readonly T[], of: queries.SumOf['of']): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const cell of cells) {
    if (cell.of !== of) continue
    const group = groups.get(cell.id)
    if (group) group.push(cell)
    else groups.set(cell.id, [cell])
  }
  return groups
}
