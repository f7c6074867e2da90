// A published plan to take away: the official document, the table in its annex's columns, the data.
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { actorOf, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { issuerOf } from '../paper/issuer.ts'
import { writeOfficial } from '../paper/official-docx.ts'
import type { Issuer } from '../paper/table.ts'
import { writeXlsx } from '../paper/xlsx.ts'
import { attachment } from '../task/evidence.ts'
import * as words from '../vocabulary/words.ts'
import { type ExportPlan, exportedPlan, exportedSheet } from './export.ts'
import { exportedPaper } from './export-paper.ts'
import { findExportSource, findIssuerNamed, listAdditions, listExportItems } from './export-queries.ts'
import * as queries from './queries.ts'
import { foldReview } from './review.ts'

interface Issued {
  issuer: Issuer
  place: string
  /** The day of the export. */
  day: string
}

type Bytes = Uint8Array | Promise<Uint8Array>
const FORMS: Record<
  'docx' | 'xlsx' | 'json',
  { media: string; write: (plan: ExportPlan, at: Issued) => Bytes }
> = {
  docx: {
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: (plan, at) => writeOfficial(exportedPaper(plan, at)),
  },
  xlsx: {
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (plan, at) => writeXlsx(exportedSheet(plan, at)),
  },
  json: {
    media: 'application/json; charset=utf-8',
    write: (plan) => Buffer.from(`${JSON.stringify(exportedPlan(plan), null, 2)}\n`),
  },
}

/** Signs that no file name may hold. */
const fileNameOf = ({ head }: ExportPlan): string =>
  (head.number ?? head.title)
    .replace(/^\//u, '')
    .replace(/[\\/:*?"<>|\s]+/gu, '-')
    .slice(0, 80)

export function planExportRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    for (const form of ['docx', 'xlsx', 'json'] as const) {
      const { media, write } = FORMS[form]
      server.get(
        `/api/plans/:id/export.${form}`,
        { config: { answers: media }, schema: { params: z.object({ id: z.uuid() }) } },
        async (request, reply) => {
          const actor = actorOf(request)
          allow(actor, 'plan.read')
          const { plan, at } = await readPublished(actor.tenantId, request.params.id)
          return reply
            .header('content-type', media)
            .header('content-disposition', attachment(`${fileNameOf(plan)}.${form}`))
            .send(Buffer.from(await write(plan, at)))
        },
      )
    }
  }

  /** A document that joined a plan is exported with it. */
  async function readPublished(tenantId: number, id: string): Promise<{ plan: ExportPlan; at: Issued }> {
    const asked = await queries.getPlan(sql, tenantId, id)
    if (asked.status !== 'published')
      throw new Refusal('conflict', 'plan.not-published', words.planExport.draft)
    const planId = asked.addsTo?.id ?? id
    const source = await findExportSource(sql, tenantId, planId)
    if (!source) throw new Refusal('missing', 'plan.missing', words.refusal.missing)
    const [edits, items, additions] = await Promise.all([
      queries.listEdits(sql, tenantId, planId),
      listExportItems(sql, tenantId, planId),
      listAdditions(sql, tenantId, planId),
    ])
    const { head } = foldReview(source.draft, edits)
    const { province, agency } = await findIssuerNamed(sql, tenantId, head.issuer)
    const known = issuerOf(province, agency)
    const issuer = agency ? known.issuer : { superior: null, name: head.issuer }
    return {
      plan: { id: planId, head, ...source, items, additions: [...additions] },
      at: { issuer, place: known.place, day: clock.today() },
    }
  }
}
