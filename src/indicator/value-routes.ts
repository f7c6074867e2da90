// Targets, values with their approval, named objects and evidence over HTTP.
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, readUpload, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { once } from '../store/once.ts'
import * as words from '../vocabulary/words.ts'
import {
  Decision,
  NamedObject,
  ObjectChange,
  ObjectForm,
  ObjectList,
  SnapshotForm,
  TargetChange,
  TargetForm,
  Value,
  ValueChange,
  ValueForm,
  ValueList,
} from './indicator.ts'
import { valueAnswer } from './page.ts'
import * as queries from './queries.ts'
import * as record from './record.ts'

const PAGE = 50
const Id = z.object({ id: z.uuid() })
const After = z.object({ after: z.uuid().optional() })
const Made = z.object({ id: z.uuid() })

export const indicatorValueRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    const now = () => ({ at: clock.now(), today: clock.today() })

    server.post(
      '/api/indicators/:id/targets',
      { config: { sends: ['key'] }, schema: { params: Id, body: TargetForm, response: { 201: Made } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const { id } = request.params
        const form = request.body
        const key = { ...actor, key: idempotencyKey(request), request: ['target', id, form], at: clock.now() }
        const made = await once(sql, key, async (tx) => ({
          id: await record.addTarget(tx, actor, id, form, now()),
        }))
        return reply.status(201).send(made)
      },
    )

    server.patch(
      '/api/indicator-targets/:id',
      {
        config: { sends: ['version'] },
        schema: { params: Id, body: TargetChange, response: { 200: Made } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const seen = versionSeen(request)
        const { id } = request.params
        await sql.begin((tx) => record.changeTarget(tx, actor, id, seen, request.body, now()))
        return { id }
      },
    )

    server.get(
      '/api/indicators/:id/values',
      { schema: { params: Id, querystring: After, response: { 200: ValueList } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const { id } = request.params
        const { after } = request.query
        const indicator = await queries.getIndicator(sql, actor.tenantId, id)
        const asked = { limit: PAGE + 1, ...(after ? { after } : {}) }
        const rows = await queries.listValues(sql, actor.tenantId, id, asked)
        const page = rows.slice(0, PAGE)
        const owner = indicator.agency?.id ?? null
        return {
          values: page.map((row) => valueAnswer(row, { actor, owner })),
          next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
        }
      },
    )

    /** A value as it stands after an act. */
    const answer = async (
      actor: ReturnType<typeof actorOf>,
      id: string,
      on: Parameters<typeof queries.getValue>[0],
    ) => {
      const row = await queries.getValue(on, actor.tenantId, id)
      const indicator = await queries.getIndicator(on, actor.tenantId, row.indicatorId)
      return valueAnswer(row, { actor, owner: indicator.agency?.id ?? null })
    }

    server.post(
      '/api/indicators/:id/values',
      { config: { sends: ['key'] }, schema: { params: Id, body: ValueForm, response: { 201: Value } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const { id } = request.params
        const form = request.body
        const key = { ...actor, key: idempotencyKey(request), request: ['value', id, form], at: clock.now() }
        const made = await once(sql, key, async (tx) =>
          answer(actor, await record.enterValue(tx, actor, id, form, now()), tx),
        )
        return reply.status(201).send(made)
      },
    )

    server.post(
      '/api/indicators/:id/snapshots',
      { config: { sends: ['key'] }, schema: { params: Id, body: SnapshotForm, response: { 201: Value } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const { id } = request.params
        const form = request.body
        const key = {
          ...actor,
          key: idempotencyKey(request),
          request: ['snapshot', id, form],
          at: clock.now(),
        }
        const made = await once(sql, key, async (tx) =>
          answer(actor, await record.takeSnapshot(tx, actor, id, form, now()), tx),
        )
        return reply.status(201).send(made)
      },
    )

    server.patch(
      '/api/indicator-values/:id',
      { config: { sends: ['version'] }, schema: { params: Id, body: ValueChange, response: { 200: Value } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const seen = versionSeen(request)
        const { id } = request.params
        return sql.begin(async (tx) => {
          await record.changeValue(tx, actor, id, seen, request.body, now())
          return answer(actor, id, tx)
        })
      },
    )

    server.post(
      '/api/indicator-values/:id/decision',
      { config: { sends: ['version'] }, schema: { params: Id, body: Decision, response: { 200: Value } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const seen = versionSeen(request)
        const { id } = request.params
        return sql.begin(async (tx) => {
          await record.decide(tx, actor, id, seen, request.body, now())
          return answer(actor, id, tx)
        })
      },
    )

    server.get(
      '/api/indicators/:id/objects',
      { schema: { params: Id, querystring: After, response: { 200: ObjectList } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const { id } = request.params
        const { after } = request.query
        await queries.getIndicator(sql, actor.tenantId, id)
        const asked = { limit: PAGE + 1, ...(after ? { after } : {}) }
        const rows = await queries.listObjects(sql, actor.tenantId, id, asked)
        const page = rows.slice(0, PAGE)
        return {
          objects: page.map(objectAnswer),
          next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
        }
      },
    )

    server.post(
      '/api/indicators/:id/objects',
      {
        config: { sends: ['key'] },
        schema: { params: Id, body: ObjectForm, response: { 201: NamedObject } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const { id } = request.params
        const form = request.body
        const key = { ...actor, key: idempotencyKey(request), request: ['object', id, form], at: clock.now() }
        const made = await once(sql, key, async (tx) =>
          objectAnswer(
            await queries.getObject(tx, actor.tenantId, await record.addObject(tx, actor, id, form, now())),
          ),
        )
        return reply.status(201).send(made)
      },
    )

    server.patch(
      '/api/indicator-objects/:id',
      {
        config: { sends: ['version'] },
        schema: { params: Id, body: ObjectChange, response: { 200: NamedObject } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const seen = versionSeen(request)
        const { id } = request.params
        return sql.begin(async (tx) => {
          await record.changeObject(tx, actor, id, seen, request.body, now())
          return objectAnswer(await queries.getObject(tx, actor.tenantId, id))
        })
      },
    )

    // Evidence, beside values and beside objects alike.
    for (const evidence of ['value', 'object'] as const) {
      server.put(
        `/api/indicator-${evidence}s/:id/evidence`,
        { config: { sends: ['version', 'file'] }, schema: { params: Id, response: { 200: Made } } },
        async (request) => {
          const actor = actorOf(request)
          allow(actor, 'indicator.read')
          const seen = versionSeen(request)
          const { id } = request.params
          const { file } = await readUpload(request)
          if (!file) throw new Refusal('invalid', 'indicator.no-file', words.indicator.noFile)
          await sql.begin((tx) => record.attach(tx, actor, evidence, id, seen, file, now()))
          return { id }
        },
      )

      server.get(
        `/api/indicator-${evidence}s/:id/evidence`,
        { config: { answers: 'application/octet-stream' }, schema: { params: Id } },
        async (request, reply) => {
          const actor = actorOf(request)
          allow(actor, 'indicator.read')
          const file = await queries.findEvidence(sql, actor.tenantId, evidence, request.params.id)
          if (!file) throw new Refusal('missing', 'file.missing', words.refusal.missing)
          return reply
            .header('content-type', 'application/octet-stream')
            .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
            .header('x-content-type-options', 'nosniff')
            .send(Buffer.from(file.bytes))
        },
      )
    }
  }

const objectAnswer = ({ indicatorId: _, isVoid: __, ...object }: queries.ObjectRow): NamedObject => object
