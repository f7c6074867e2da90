// Corrections over HTTP: what an item says and who may mend it, the correction itself, what was corrected so far.
import { z } from 'zod'
import { listAgencies } from '../agency/queries.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { once } from '../store/once.ts'
import { correctItem } from './correct.ts'
import {
  Corrected,
  CorrectionForm,
  CorrectionList,
  CorrectionQuery,
  ItemToCorrect,
  whyNotCorrect,
} from './correction.ts'
import * as queries from './correction-queries.ts'

const Id = z.object({ id: z.uuid() })
const PAGE = 50

export function correctionRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    server.get(
      '/api/items/:id/reading',
      { schema: { params: Id, response: { 200: ItemToCorrect } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'plan.read')
        const item = await queries.getItem(sql, actor.tenantId, request.params.id)
        const { id, version, reading, documentId, overseerId, overseerName } = item
        const overseer = overseerId && overseerName ? { id: overseerId, name: overseerName } : null
        return {
          ...{ id, version, reading, documentId },
          plan: { id: item.planId, number: item.planNumber, title: item.planTitle },
          agencies: [...(await listAgencies(sql, actor.tenantId))],
          whyNot: whyNotCorrect(actor.capacities, overseer),
        }
      },
    )

    server.post(
      '/api/items/:id/corrections',
      {
        config: { sends: ['version', 'key'] },
        schema: { params: Id, body: CorrectionForm, response: { 201: Corrected } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        const { id } = request.params
        const seen = versionSeen(request)
        const key = idempotencyKey(request)
        const now = { at: clock.now(), today: clock.today() }
        const asked = { ...actor, key, request: ['correct', id, seen, request.body], at: now.at }
        const made = await once(sql, asked, (tx) => correctItem(tx, actor, id, seen, request.body, now))
        return reply.status(201).send(made)
      },
    )

    server.get(
      '/api/corrections',
      {
        schema: { querystring: CorrectionQuery, response: { 200: CorrectionList } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'plan.read')
        const { item, work, plan } = request.query
        const page = await queries.listCorrections(sql, actor.tenantId, request.query, PAGE)
        if (!item && !work && !plan) return { ...page, whyNot: null }
        const overseer = await queries.findOverseer(sql, actor.tenantId, request.query)
        return { ...page, whyNot: whyNotCorrect(actor.capacities, overseer) }
      },
    )
  }
}
