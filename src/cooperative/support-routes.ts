// Support over HTTP: of one cooperative with what it may have, and the picture of the province. Only read here; what was
// given, lent and asked for is entered in its registers.
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { actorOf, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { SupportOf, SupportPicture } from './support.ts'
import * as queries from './support-queries.ts'

const Id = z.object({ id: z.uuid() })

/** Training of the last two years counts. */
const YEARS_BACK = 2
const yearsBefore = (day: string, years: number) => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`

export const supportRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    server.get(
      '/api/cooperatives/:id/support',
      { schema: { params: Id, response: { 200: SupportOf } } },
      async (request): Promise<SupportOf> => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { tenantId } = actor
        const { id } = request.params
        const today = clock.today()
        const [subject, updates, trained, policies, received, loans, needs] = await Promise.all([
          queries.getSubject(sql, tenantId, id),
          queries.listUpdates(sql, tenantId, id),
          queries.countTrained(sql, tenantId, id, yearsBefore(today, YEARS_BACK)),
          queries.listPolicies(sql, tenantId, today),
          queries.listReceived(sql, tenantId, id),
          queries.listLoans(sql, tenantId, id),
          queries.listNeeds(sql, tenantId, id),
        ])
        return {
          ...{ today, subject, trained },
          updates: [...updates],
          policies: [...policies],
          received: [...received],
          loans: [...loans],
          needs: [...needs],
        }
      },
    )

    server.get(
      '/api/cooperatives/support',
      { schema: { response: { 200: SupportPicture } } },
      async (request): Promise<SupportPicture> => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { tenantId } = actor
        const today = clock.today()
        const [bySource, byField, byYear, fund, gaps] = await Promise.all([
          queries.sumSupport(sql, tenantId, 'source'),
          queries.sumSupport(sql, tenantId, 'field'),
          queries.sumSupport(sql, tenantId, 'year'),
          queries.readFund(sql, tenantId, today),
          queries.listGaps(sql, tenantId),
        ])
        return {
          ...{ today, fund },
          bySource: [...bySource],
          byField: [...byField],
          byYear: [...byYear],
          gaps: [...gaps],
        }
      },
    )
  }
