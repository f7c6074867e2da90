// The pictures of indicators over HTTP: choices for filters, the small lines of a list, charts as Excel. The pictures
// themselves are drawn in the browser, from the same data.
import { z } from 'zod'
import { findIssuer } from '../agency/queries.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { issuerOf } from '../paper/issuer.ts'
import { writeXlsx } from '../paper/xlsx.ts'
import type { Chart } from '../ui/chart.ts'
import { chartPaper } from './chart-paper.ts'
import { readFigure, readPage } from './page.ts'
import { Choices, MOST_TRENDS, Trends } from './picture.ts'
import * as pictures from './picture-queries.ts'
import * as queries from './queries.ts'
import { areaChart, fileName, trendChart } from './show.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const Id = z.object({ id: z.uuid() })
/** "id,id,…" */
const Ids = z.object({
  ids: z
    .string()
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(z.uuid()).max(MOST_TRENDS)),
})
const OnDay = z.object({ day: z.iso.date().optional() })

export const indicatorPictureRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    server.get('/api/indicators/choices', { schema: { response: { 200: Choices } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'indicator.read')
      return { day: clock.today(), plans: await pictures.listPlans(sql, actor.tenantId) }
    })

    server.get(
      '/api/indicators/trends',
      { schema: { querystring: Ids, response: { 200: Trends } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        return pictures.readTrends(sql, actor.tenantId, request.query.ids, clock.today())
      },
    )

    /** A chart of `indicator` as a sheet in the name of the agency of whoever asks. */
    async function sheetOf(actor: Actor, chart: Chart, of: { decimals: number; day: string }) {
      const [issuer, province] = await Promise.all([
        findIssuer(sql, actor.tenantId, actor.agencyId),
        pictures.getProvince(sql, actor.tenantId),
      ])
      const bytes = await writeXlsx(chartPaper(chart, of, issuerOf(province, issuer)))
      return { bytes: Buffer.from(bytes), name: `${fileName(chart.title)}.xlsx` }
    }

    server.get(
      '/api/indicators/:id/chart.xlsx',
      { config: { answers: XLSX }, schema: { params: Id } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const day = clock.today()
        const page = await readPage(sql, actor, request.params.id, day)
        const { decimals } = page.indicator
        const { bytes, name } = await sheetOf(actor, trendChart(page), { decimals, day })
        return reply
          .header('content-type', XLSX)
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(bytes)
      },
    )

    server.get(
      '/api/indicators/:id/areas.xlsx',
      { config: { answers: XLSX }, schema: { params: Id, querystring: OnDay } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const today = clock.today()
        const { day = today } = request.query
        const indicator = await queries.getIndicator(sql, actor.tenantId, request.params.id)
        const asked = { day, areaId: null, byArea: true, today }
        const { areas } = await readFigure(sql, actor.tenantId, indicator, asked)
        const chart = areaChart(indicator, areas, day, areas.length)
        const { bytes, name } = await sheetOf(actor, chart, { decimals: indicator.decimals, day })
        return reply
          .header('content-type', XLSX)
          .header('content-disposition', `attachment; filename="${name}"`)
          .send(bytes)
      },
    )
  }
