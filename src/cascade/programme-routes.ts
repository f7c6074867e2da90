// The year's programme of an agency over HTTP: read, as Word for signing, as Excel.
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { actorOf, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { issuerOf } from '../paper/issuer.ts'
import { writeOfficial } from '../paper/official-docx.ts'
import { writeXlsx } from '../paper/xlsx.ts'
import { blankPaper } from '../signing/blank.ts'
import { attachment } from '../task/evidence.ts'
import * as words from '../vocabulary/words.ts'
import { getDrafter } from './draft-queries.ts'
import { Programme, programmePaper, programmeTable } from './programme.ts'
import { listProgramme, listYears } from './programme-queries.ts'
import { findProvince } from './queries.ts'
import { FORMS } from './routes.ts'

const Id = z.object({ id: z.uuid() })
const Year = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() })

export const programmeRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    server.get(
      '/api/agencies/:id/programme',
      { schema: { params: Id, querystring: Year, response: { 200: Programme } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cascade.read')
        return (await readProgramme(actor.tenantId, request.params.id, request.query.year)).programme
      },
    )

    for (const form of ['docx', 'xlsx'] as const)
      server.get(
        `/api/papers/agencies/:id/programme.${form}`,
        { config: { answers: FORMS[form].media }, schema: { params: Id, querystring: Year } },
        async (request, reply) => {
          const actor = actorOf(request)
          allow(actor, 'cascade.read')
          const { tenantId } = actor
          const [{ programme, agency }, province] = await Promise.all([
            readProgramme(tenantId, request.params.id, request.query.year),
            findProvince(sql, tenantId),
          ])
          const { today, year } = programme
          const bytes =
            form === 'docx'
              ? await writeOfficial(
                  programmePaper(
                    blankPaper({
                      province,
                      agency,
                      today,
                      type: words.cascade.programme.paper.type,
                      subject: '',
                    }),
                    programme,
                  ),
                )
              : await writeXlsx(programmeTable({ ...issuerOf(province, agency), day: today }, programme))
          return reply
            .header('content-type', FORMS[form].media)
            .header(
              'content-disposition',
              attachment(`${words.cascade.programme.paper.fileName}-${year}.${form}`),
            )
            .send(Buffer.from(bytes))
        },
      )

    async function readProgramme(tenantId: number, agencyId: string, wanted: number | undefined) {
      const today = clock.today()
      const year = wanted ?? Number(today.slice(0, 4))
      const agency = await getDrafter(sql, tenantId, agencyId)
      const [rows, years] = await Promise.all([
        listProgramme(sql, tenantId, agencyId, year),
        listYears(sql, tenantId, agencyId),
      ])
      const { id, name } = agency
      const programme: Programme = { agency: { id, name }, year, today, years, rows }
      return { programme, agency }
    }
  }
