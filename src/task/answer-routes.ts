// The page of a period's answers: read here, sent as steps on a selection (POST /api/work/steps).
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { actorOf, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import * as words from '../vocabulary/words.ts'
import { AnswerQuery, AnswerSheet } from './answer.ts'
import { listOwedPeriods, listPreviousReports } from './answer-queries.ts'
import { workRow } from './routes.ts'
import { MOST_STEPS } from './work.ts'
import { listAgencyNames, listWork } from './worklist.ts'

export function answerRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    server.get(
      '/api/work/answer',
      { schema: { querystring: AnswerQuery, response: { 200: AnswerSheet } } },
      async (request): Promise<AnswerSheet> => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        const { tenantId, capacities } = actor
        const today = clock.today()
        // One's own agency, of an internal unit the agency it belongs to; another one only in somebody's place.
        const homes = capacities.map(({ unitOf, agencyId }) => unitOf ?? agencyId).filter((id) => id !== null)
        const agencyId = request.query.agency ?? homes[0] ?? null
        if (agencyId === null)
          return { agency: null, periods: [], period: null, rows: [], previous: [], today }
        if (!homes.includes(agencyId))
          throw new Refusal('forbidden', 'answer.not-yours', words.task.notRelated.bearer)
        const [agency] = await listAgencyNames(sql, tenantId, [agencyId])
        const periods = await listOwedPeriods(sql, tenantId, [agencyId], today)
        const period = request.query.period ?? periods[0]?.key ?? null
        const sheet = { agency: agency ?? null, periods: [...periods], period, today }
        if (period === null) return { ...sheet, rows: [], previous: [] }
        const rows = await listWork(
          sql,
          tenantId,
          { agencies: [agencyId], state: 'open', period },
          { after: undefined, limit: MOST_STEPS, today },
        )
        const owed = rows.filter(({ status }) => status === 'assigned' || status === 'active')
        const previous = await listPreviousReports(
          sql,
          tenantId,
          owed.map(({ id }) => id),
        )
        return { ...sheet, rows: rows.map((row) => workRow(row, actor)), previous: [...previous] }
      },
    )
  }
}
