// Dissemination of a plan over HTTP: its figures by agency, its sessions, and their evidence.
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { once } from '../store/once.ts'
import { attachment } from '../task/evidence.ts'
import * as words from '../vocabulary/words.ts'
import {
  Cancellation,
  Dissemination,
  SessionCorrection,
  SessionForm,
  SessionList,
  SessionVersion,
  whyNotRecord,
} from './dissemination.ts'
import * as queries from './queries.ts'
import { cancelSession, correctSession, recordSession } from './record.ts'

const PAGE = 50
const Id = z.object({ id: z.uuid() })

const cursorOf = ({ heldOn, id }: queries.SessionRow) => Buffer.from(`${heldOn} ${id}`).toString('base64url')
function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return null
  const [on, id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (on && id && z.iso.date().safeParse(on).success && z.uuid().safeParse(id).success) return { on, id }
  throw new Refusal('invalid', 'request.cursor', words.refusal.unreadable)
}

export const disseminationRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    const now = () => ({ at: clock.now(), today: clock.today() })

    server.get(
      '/api/plans/:id/dissemination',
      { schema: { params: Id, response: { 200: Dissemination } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'dissemination.read')
        const { tenantId } = actor
        const { id } = request.params
        const { overseerId, overseerName, ...plan } = await queries.getPlanHead(sql, tenantId, id)
        const [shares, outside] = await Promise.all([
          queries.listShares(sql, tenantId, id),
          queries.listOutside(sql, tenantId, id),
        ])
        return {
          plan: {
            ...plan,
            overseer: overseerId && overseerName ? { id: overseerId, name: overseerName } : null,
          },
          today: clock.today(),
          agencies: shares.map(({ id: agencyId, name, kind, ...share }) => ({
            ...share,
            agency: { id: agencyId, name },
            whyNot: whyNotRecord(actor, { agencyId, agencyKind: kind, overseerId }),
          })),
          outside: [...outside],
        }
      },
    )

    server.get(
      '/api/plans/:id/dissemination/sessions',
      {
        schema: {
          params: Id,
          querystring: z.object({ after: z.string().max(200).optional() }),
          response: { 200: SessionList },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'dissemination.read')
        const bounds = { before: readCursor(request.query.after), limit: PAGE + 1 }
        const rows = await queries.listSessions(sql, actor.tenantId, request.params.id, bounds)
        const page = rows.slice(0, PAGE)
        const last = page.at(-1)
        return {
          sessions: page.map(({ agencyId, agencyName, recordedAt, ...row }) => ({
            ...row,
            agency: { id: agencyId, name: agencyName },
            recordedAt: recordedAt.toISOString(),
            whyNot: row.cancelled
              ? words.dissemination.alreadyCancelled
              : whyNotRecord(actor, { ...row, agencyId }),
          })),
          next: rows.length > PAGE && last ? cursorOf(last) : null,
        }
      },
    )

    server.post(
      '/api/plans/:id/dissemination/sessions',
      {
        config: { sends: ['key'] },
        schema: { params: Id, body: SessionForm, response: { 201: SessionVersion } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'dissemination.write')
        const { id } = request.params
        const { at, today } = now()
        const made = await once(
          sql,
          { ...actor, key: idempotencyKey(request), request: ['dissemination', id, request.body], at },
          (tx) => recordSession(tx, actor, id, request.body, { at, today }),
        )
        return reply.status(201).send(made)
      },
    )

    server.patch(
      '/api/dissemination/:id',
      {
        config: { sends: ['version'] },
        schema: { params: Id, body: SessionCorrection, response: { 200: SessionVersion } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'dissemination.write')
        const seen = versionSeen(request)
        return sql.begin((tx) => correctSession(tx, actor, request.params.id, seen, request.body, now()))
      },
    )

    server.post(
      '/api/dissemination/:id/cancel',
      {
        config: { sends: ['version'] },
        schema: { params: Id, body: Cancellation, response: { 200: SessionVersion } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'dissemination.write')
        const seen = versionSeen(request)
        const { reason } = request.body
        return sql.begin((tx) => cancelSession(tx, actor, request.params.id, seen, reason, now()))
      },
    )

    server.get(
      '/api/dissemination/:id/files/:hash',
      {
        config: { answers: 'application/octet-stream' },
        schema: { params: Id.extend({ hash: z.string().regex(/^[0-9a-f]{64}$/) }) },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'dissemination.read')
        const { id, hash } = request.params
        const file = await queries.findFile(sql, actor.tenantId, id, hash)
        if (!file) throw new Refusal('missing', 'file.missing', words.refusal.missing)
        return reply
          .header('content-type', file.media)
          .header('content-disposition', attachment(file.name))
          .header('x-content-type-options', 'nosniff')
          .send(Buffer.from(file.bytes))
      },
    )
  }
