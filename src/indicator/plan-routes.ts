// Indicators of a plan over HTTP: what it prints and what stands behind it, suggestions for its review, links set later.
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { actorOf, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { whyNotDefine } from './access.ts'
import { LinkForm, PlanIndicators, Suggestions } from './indicator.ts'
import { linkLater, readPlanIndicators, readSuggestions } from './linking.ts'

const Plan = z.object({ planId: z.uuid() })

export const planIndicatorRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    server.get(
      '/api/plans/:planId/indicators',
      { schema: { params: Plan, response: { 200: PlanIndicators } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const asked = { today: clock.today(), mayLink: whyNotDefine(actor) === null }
        return readPlanIndicators(sql, actor.tenantId, request.params.planId, asked)
      },
    )

    server.get(
      '/api/plans/:planId/indicator-suggestions',
      { schema: { params: Plan, response: { 200: Suggestions } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        return readSuggestions(sql, actor.tenantId, request.params.planId)
      },
    )

    server.put(
      '/api/plans/:planId/indicator-links',
      {
        config: { sends: ['version'] },
        schema: { params: Plan, body: LinkForm, response: { 200: PlanIndicators } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const seen = versionSeen(request)
        const { planId } = request.params
        const now = { at: clock.now(), today: clock.today() }
        return sql.begin(async (tx) => {
          await linkLater(tx, actor, planId, { ...request.body, seen }, now)
          return readPlanIndicators(tx, actor.tenantId, planId, { today: now.today, mayLink: true })
        })
      },
    )
  }
