// Corrections over HTTP: what an item says and who may mend it, the correction itself, what was corrected so far.
import { z } from 'zod'
import { listGroups } from '../agency/group-queries.ts'
import { listAgencies } from '../agency/queries.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { once } from '../store/once.ts'
import { correctItem } from './correct.ts'
import {
  Bearing,
  Corrected,
  CorrectionForm,
  CorrectionList,
  CorrectionQuery,
  ItemToCorrect,
  mayBear,
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
          bearing: await bearingOf(actor.tenantId, [...reading.bearers, ...reading.coordinators]),
          whyNot: whyNotCorrect(actor.capacities, overseer),
        }
      },
    )

    server.get('/api/agencies/bearing', { schema: { response: { 200: Bearing } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'agency.read')
      return bearingOf(actor.tenantId, [])
    })

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
  async function bearingOf(tenantId: number, present: readonly { id: string }[]): Promise<Bearing> {
    const today = clock.today()
    const kept = new Set(present.map(({ id }) => id))
    const agencies = await listAgencies(sql, tenantId)
    return {
      agencies: agencies.filter((agency) => mayBear(agency, today) || kept.has(agency.id)),
      groups: await listGroups(sql, tenantId),
      today,
    }
  }
}
