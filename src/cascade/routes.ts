// Plans that agencies owe, over HTTP: what asks for them, who has issued, who is missing, and the list as a paper.
import { z } from 'zod'
import { findIssuer } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { writeDocx } from '../paper/docx.ts'
import { issuerOf } from '../paper/issuer.ts'
import { writeXlsx } from '../paper/xlsx.ts'
import { once } from '../store/once.ts'
import { attachment, mediaOf } from '../task/evidence.ts'
import * as words from '../vocabulary/words.ts'
import { subPlanPaper } from './list-paper.ts'
import * as queries from './queries.ts'
import { changeCall, decideCall, getPublished, settle } from './record.ts'
import { CallForm, CallVersion, NewCall, OwedByAgency, Settled, SettleForm, SubPlans } from './sub-plan.ts'
import { readOwedBy, readOwing, readSubPlans } from './view.ts'

const Id = z.object({ id: z.uuid() })
const OfItem = Id.extend({ itemId: z.uuid() })
const OfAgency = Id.extend({ agencyId: z.uuid() })

export const planTitleOf = ({ number, title }: { number: string | null; title: string }): string =>
  number ? words.standing.paper.planTitle(number, title) : title

export const FORMS = {
  docx: {
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeDocx,
  },
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
} as const

export const cascadeRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    const now = () => ({ at: clock.now(), today: clock.today() })

    server.get(
      '/api/plans/:id/sub-plans',
      { schema: { params: Id, response: { 200: SubPlans } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cascade.read')
        return readSubPlans(sql, actor, await getPublished(sql, actor.tenantId, request.params.id), now())
      },
    )

    server.get(
      '/api/agencies/:id/sub-plans',
      { schema: { params: Id, response: { 200: OwedByAgency } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cascade.read')
        return { today: clock.today(), owed: await readOwedBy(sql, actor, request.params.id, now()) }
      },
    )

    server.post(
      '/api/plans/:id/sub-plan-calls',
      {
        config: { sends: ['key'] },
        schema: { params: Id, body: NewCall, response: { 201: CallVersion } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'sub-plan.decide')
        const { id } = request.params
        const { itemId, ...form } = request.body
        const { at, today } = now()
        const made = await once(
          sql,
          { ...actor, key: idempotencyKey(request), request: ['sub-plan-call', id, request.body], at },
          (tx) => decideCall(tx, actor, id, itemId, form, { at, today }),
        )
        return reply.status(201).send(made)
      },
    )

    server.put(
      '/api/plans/:id/sub-plan-calls/:itemId',
      {
        config: { sends: ['version'] },
        schema: { params: OfItem, body: CallForm, response: { 200: CallVersion } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'sub-plan.decide')
        const { id, itemId } = request.params
        const seen = versionSeen(request)
        return sql.begin((tx) => changeCall(tx, actor, id, itemId, seen, request.body, now()))
      },
    )

    server.put(
      '/api/plans/:id/sub-plans/:agencyId',
      {
        config: { sends: ['version'] },
        schema: { params: OfAgency, body: SettleForm, response: { 200: Settled } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'sub-plan.record')
        const { id, agencyId } = request.params
        const seen = versionSeen(request)
        return sql.begin((tx) => settle(tx, actor, id, agencyId, seen, request.body, now()))
      },
    )

    server.get(
      '/api/plans/:id/sub-plans/:agencyId/file',
      { config: { answers: 'application/octet-stream' }, schema: { params: OfAgency } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'cascade.read')
        const { id, agencyId } = request.params
        const file = await queries.findFile(sql, actor.tenantId, id, agencyId)
        if (!file) throw new Refusal('missing', 'file.missing', words.refusal.missing)
        return reply
          .header('content-type', mediaOf(file.name))
          .header('content-disposition', attachment(file.name))
          .header('x-content-type-options', 'nosniff')
          .send(Buffer.from(file.bytes))
      },
    )

    for (const form of ['docx', 'xlsx'] as const) {
      const { media, write } = FORMS[form]
      server.get(
        `/api/papers/plans/:id/sub-plans.${form}`,
        {
          config: { answers: media },
          schema: {
            params: Id,
            querystring: z.object({ show: z.enum(['all', 'missing']).default('missing') }),
          },
        },
        async (request, reply) => {
          const actor = actorOf(request)
          allow(actor, 'cascade.read')
          const { tenantId, agencyId } = actor
          const { show } = request.query
          const plan = await getPublished(sql, tenantId, request.params.id)
          const { at, today } = now()
          const [rows, followed, agency, province] = await Promise.all([
            queries.listOwed(sql, tenantId, plan.id),
            queries.listFollowed(sql, tenantId, today, at),
            findIssuer(sql, tenantId, agencyId),
            queries.findProvince(sql, tenantId),
          ])
          const owing = await readOwing(sql, actor, plan, rows, followed, today)
          const head = { ...issuerOf(province, agency), day: today }
          const paper = subPlanPaper(head, planTitleOf(plan), owing, show)
          return reply
            .header('content-type', media)
            .header(
              'content-disposition',
              attachment(`${words.cascade.subPlans.paper.fileNames[show]}-${today}.${form}`),
            )
            .send(Buffer.from(await write(paper)))
        },
      )
    }
  }
