// Notices over HTTP: what one's agencies were told, and that one has seen it.
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { audit } from '../store/audit.ts'
import { once } from '../store/once.ts'
import { NoticeList, SeenForm, Unseen } from './notice.ts'
import * as queries from './queries.ts'

const PAGE = 50

export function noticeRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    server.get(
      '/api/notices',
      {
        schema: {
          querystring: z.object({
            item: z.uuid().optional(),
            /** Those about the item of this assignment. */
            work: z.uuid().optional(),
            unseen: z.enum(['1']).optional(),
            after: z.string().max(200).optional(),
          }),
          response: { 200: NoticeList },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'notice.read')
        const { item = null, work = null, unseen, after } = request.query
        const scope = {
          ...{ agencies: queries.agenciesOf(actor), accountId: actor.accountId, item, work },
          isUnseen: unseen !== undefined,
        }
        const page = await queries.listNotices(sql, actor.tenantId, scope, { after, limit: PAGE })
        return {
          ...page,
          unseen: await queries.countUnseen(sql, actor.tenantId, { ...scope, item: null, work: null }),
        }
      },
    )

    // Seen twice is seen once: neither key nor version is needed.
    server.put(
      '/api/notices/seen',
      { config: { sends: ['key'] }, schema: { body: SeenForm, response: { 200: Unseen } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'notice.read')
        const { tenantId, accountId } = actor
        const scope = { agencies: queries.agenciesOf(actor), accountId }
        const at = clock.now()
        const asked = { key: idempotencyKey(request), request: ['notice.seen', request.body], at }
        await once(sql, { ...actor, ...asked }, async (tx) => {
          const seen = await queries.markSeen(tx, tenantId, scope, request.body.ids, at)
          if (seen) await audit(tx, actor, at, 'notice.seen', ['account', accountId], { seen })
        })
        const unseen = await queries.countUnseen(sql, tenantId, {
          ...{ ...scope, item: null, work: null, isUnseen: true },
        })
        return { unseen }
      },
    )
  }
}
