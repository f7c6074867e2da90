// What waits for this person's decision. Decided by steps on a selection (POST /api/work/steps).
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { DESK_KINDS, DeskList, DeskQuery } from './desk.ts'
import { countDesk, type Desk, listDesk, listSaid } from './desk-queries.ts'
import { workRow } from './routes.ts'
import { OVERSEER_ROLES } from './task.ts'
import { cursorOf } from './worklist.ts'

export function deskRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    server.get(
      '/api/work/desk',
      { schema: { querystring: DeskQuery, response: { 200: DeskList } } },
      async (request): Promise<DeskList> => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        const { tenantId } = actor
        const { after, limit } = request.query
        const desk = deskOf(actor)
        const counts = await countDesk(sql, tenantId, desk)
        const kind = request.query.kind ?? DESK_KINDS.find((one) => counts[one] > 0) ?? 'approve'
        const today = clock.today()
        const rows = await listDesk(sql, tenantId, kind, desk, { after, limit: limit + 1, today })
        const page = rows.slice(0, limit)
        const last = page.at(-1)
        const said = await listSaid(
          sql,
          tenantId,
          kind,
          page.map(({ id }) => id),
        )
        const byId = new Map(
          said.map(({ assignmentId, at, ...one }) => [assignmentId, { ...one, at: at.toISOString() }]),
        )
        return {
          kind,
          counts,
          rows: page.map((row) => ({ ...workRow(row, actor), said: byId.get(row.id) ?? null })),
          next: rows.length > limit && last ? cursorOf(last) : null,
        }
      },
    )
  }
}

/** The table of steps says who approves and who oversees; here the same as agencies. */
function deskOf({ capacities }: Actor): Desk {
  const oversees = capacities
    .filter(({ role }) => OVERSEER_ROLES.includes(role))
    .flatMap(({ agencyId, unitOf }) => [agencyId, unitOf])
  return {
    heads: ofRole(capacities, 'head'),
    oversees: oversees.filter((id) => id !== null),
  }
}

const ofRole = (capacities: Actor['capacities'], wanted: string): string[] =>
  capacities.flatMap(({ role, agencyId }) => (role === wanted && agencyId ? [agencyId] : []))
