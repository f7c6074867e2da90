// Dissolutions over HTTP: of one cooperative, and every file of the province with its days. Only read here: steps, debts and
// assets are entered in their registers.
import { z } from 'zod'
import { daysBetween } from '../base/calendar.ts'
import { compareVietnamese } from '../base/text.ts'
import type { App } from '../http/app.ts'
import { actorOf, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import {
  blocksOf,
  DissolutionQuery,
  type DissolutionRow,
  Dissolutions,
  isUnderWay,
  OfCooperative,
  stagesOf,
} from './dissolution.ts'
import * as queries from './dissolution-queries.ts'

const Id = z.object({ id: z.uuid() })

export const dissolutionRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    server.get(
      '/api/cooperatives/:id/dissolution',
      { schema: { params: Id, response: { 200: OfCooperative } } },
      async (request): Promise<OfCooperative> => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { tenantId } = actor
        const { id } = request.params
        const today = clock.today()
        const [files, debts, assets, loans] = await Promise.all([
          queries.listFiles(sql, tenantId, id),
          queries.listDebts(sql, tenantId, [id]),
          queries.getAssets(sql, tenantId, id),
          queries.getLoans(sql, tenantId, id),
        ])
        return {
          ...{ today, debts: [...debts], assets, loans },
          files: files
            .map(({ forms, ...file }) => ({
              ...file,
              stages: stagesOf(forms, today),
              blocks: blocksOf(file, today),
            }))
            .reverse(),
        }
      },
    )

    server.get(
      '/api/dissolutions',
      { schema: { querystring: DissolutionQuery, response: { 200: Dissolutions } } },
      async (request): Promise<Dissolutions> => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { tenantId } = actor
        const { place, state } = request.query
        const today = clock.today()
        const files = await queries.listFiles(sql, tenantId)
        const isLate = (file: queries.FileRow) =>
          isUnderWay(file.status) && file.deadlineOn !== null && file.deadlineOn < today
        const underWay = files.filter(({ status }) => isUnderWay(status))
        const states: Record<string, number> = {}
        for (const { status } of files) states[status] = (states[status] ?? 0) + 1
        const places = new Map(files.map(({ placeId, placeName }) => [placeId, placeName]))
        const fits = {
          all: () => true,
          'under-way': ({ status }: queries.FileRow) => isUnderWay(status),
          ended: ({ status }: queries.FileRow) => !isUnderWay(status),
          late: isLate,
        }[state]
        return {
          ...{ today, states, late: files.filter(isLate).length },
          rows: files
            .filter((file) => fits(file) && (!place || file.placeId === place))
            .map((file): DissolutionRow => {
              const stages = stagesOf(file.forms, today)
              return {
                ...{ id: file.id, status: file.status, cause: file.cause },
                cooperative: { id: file.cooperativeId, code: file.code, name: file.name },
                place: { id: file.placeId, name: file.placeName },
                decidedOn: file.decidedOn,
                deadlineOn: file.deadlineOn,
                days: Math.max(
                  0,
                  daysBetween(
                    file.decidedOn,
                    isUnderWay(file.status) ? today : (stages.at(-1)?.since ?? today),
                  ),
                ),
                daysHere: stages.at(-1)?.days ?? 0,
                blocks: blocksOf(file, today),
              }
            }),
          debts: [
            ...(await queries.listDebts(
              sql,
              tenantId,
              underWay.map(({ cooperativeId }) => cooperativeId),
            )),
          ],
          works: underWay.reduce((sum, { assets }) => sum + assets.worksHeld, 0),
          places: [...places]
            .map(([id, name]) => ({ id, name }))
            .sort((a, b) => compareVietnamese(a.name, b.name)),
        }
      },
    )
  }
