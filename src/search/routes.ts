// Search over everything this person may read. Nothing is written.
import type { App } from '../http/app.ts'
import { actorOf, type Server } from '../http/server.ts'
import { whyNotAllowed } from '../identity/identity.ts'
import { allow } from '../identity/routes.ts'
import { findAll } from './find.ts'
import { SearchAnswer, SearchQuery } from './search.ts'

export const searchRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    server.get(
      '/api/search',
      { schema: { querystring: SearchQuery, response: { 200: SearchAnswer } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'plan.read')
        const { q, kind, after } = request.query
        // Drafts are for those who work on them.
        const withDrafts = whyNotAllowed('plan.draft', actor.role) === null
        return findAll(sql, actor.tenantId, { typed: q, kind, after, withDrafts, today: clock.today() })
      },
    )
  }
