// The template of a register, and its lists as files, over HTTP.
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../base/refusal.ts'
import type { Actor } from '../../http/actor.ts'
import type { App } from '../../http/app.ts'
import { attachment } from '../../http/attachment.ts'
import { actorOf, type Server } from '../../http/server.ts'
import { allow } from '../../identity/routes.ts'
import { audit } from '../../store/audit.ts'
import * as words from '../../vocabulary/words.ts'
import { whyNotReveal } from './access.ts'
import { exportCsv, exportXlsx, listNames } from './export.ts'
import { registerNamed } from './import-routes.ts'
import type { Asked } from './queries.ts'
import { rightsIn } from './record.ts'
import { type Register, say } from './register.ts'
import { writeTemplate } from './sheet-out.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv; charset=utf-8'
const Of = z.object({ register: z.string().max(60) })
/** The words and columns of the list (filter.ts refuses others); `personal`: personal columns in full. */
const Wanted = z
  .record(z.string(), z.string().max(2000))
  .and(z.object({ personal: z.enum(['true']).optional() }))

export function registerExportRoutes({ sql, clock }: App) {
  /** Who may have personal columns in full; that they took them is written down before the first byte leaves. */
  async function ordered(actor: Actor, register: Register, { personal, ...asked }: z.infer<typeof Wanted>) {
    const isFull = personal === 'true'
    if (isFull) {
      const why = whyNotReveal(await rightsIn(sql, actor, register), null)
      if (why) throw new Refusal('forbidden', 'forbidden.register.reveal', why)
    }
    await audit(sql, actor, clock.now(), 'register.export', [register.name, 'rows'], { asked, isFull })
    // Columns, cursor and length of a page say nothing about a file.
    const { columns: _, after: __, limit: ___, ...filters } = asked as Asked
    return { asked: filters, isFull, today: clock.today() }
  }

  const named = (reply: FastifyReply, register: Register, ending: 'xlsx' | 'csv') => {
    const day = words.day(clock.today()).replaceAll('/', '-')
    const name = words.registerImport.exportFile(say(register.label), day, ending)
    return reply.type(ending === 'csv' ? CSV : XLSX).header('content-disposition', attachment(name))
  }

  return async (server: Server) => {
    server.get(
      '/api/registers/:register/template.xlsx',
      { config: { answers: XLSX }, schema: { params: Of } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'register.read')
        const register = registerNamed(request.params.register)
        const names = await listNames(sql, actor.tenantId)
        const bytes = await writeTemplate(register, names, clock.today())
        const name = words.registerImport.templateFile(say(register.label))
        return reply.type(XLSX).header('content-disposition', attachment(name)).send(Buffer.from(bytes))
      },
    )

    server.get(
      '/api/registers/:register/export.xlsx',
      { config: { answers: XLSX }, schema: { params: Of, querystring: Wanted } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'register.read')
        const register = registerNamed(request.params.register)
        const order = await ordered(actor, register, request.query)
        const stream = exportXlsx(sql, actor.tenantId, register, order) as ReadableStream
        return named(reply, register, 'xlsx').send(Readable.fromWeb(stream))
      },
    )

    server.get(
      '/api/registers/:register/export.csv',
      { config: { answers: CSV }, schema: { params: Of, querystring: Wanted } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'register.read')
        const register = registerNamed(request.params.register)
        const order = await ordered(actor, register, request.query)
        return named(reply, register, 'csv').send(
          Readable.from(exportCsv(sql, actor.tenantId, register, order)),
        )
      },
    )
  }
}
