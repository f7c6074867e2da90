// Plans over HTTP: drop a document, review it, publish it, read it.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import { normalise } from '../base/text.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, readUpload, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { audit } from '../store/audit.ts'
import { once, recall } from '../store/once.ts'
import { words } from '../vocabulary/words.ts'
import {
  NewPlan,
  type Plan,
  PlanDetail,
  PlanList,
  PlanSource,
  PlanStatus,
  Publication,
  Published,
  ReadingList,
  ReadingState,
  ReviewData,
  Version,
} from './plan.ts'
import { addEdit, createDraft, knownOf, publishPlan, undoEdit } from './publish.ts'
import * as queries from './queries.ts'
import type { Readings } from './reading.ts'
import type { ReadingOrder } from './reading-pool.ts'
import { Edit } from './review.ts'

const PlanId = z.object({ id: z.uuid() })
const ReadingKey = z.object({ key: z.string().min(8).max(100) })
const PAGE = 50

const cursorOf = (plan: Plan) => Buffer.from(`${plan.createdAt} ${plan.id}`).toString('base64url')
function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return null
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (at && id && z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success) return { at, id }
  throw new Refusal('invalid', 'request.cursor', words.refusal.unreadable)
}

export function planRoutes({ sql, clock }: App, readings: Readings) {
  return async (server: Server) => {
    server.get(
      '/api/plans',
      {
        schema: {
          querystring: z.object({ status: PlanStatus.optional(), after: z.string().max(200).optional() }),
          response: { 200: PlanList },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'plan.read')
        const { status = null, after } = request.query
        const plans = await queries.listPlans(sql, actor.tenantId, {
          status,
          before: readCursor(after),
          limit: PAGE + 1,
        })
        const page = plans.slice(0, PAGE)
        const last = page.at(-1)
        return { plans: page, next: plans.length > PAGE && last ? cursorOf(last) : null }
      },
    )

    server.post(
      '/api/plans',
      { config: { sends: ['key', 'file', 'text'] }, schema: { response: { 201: NewPlan } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'plan.draft')
        const key = idempotencyKey(request)
        const { file, fields } = await readUpload(request)
        const { fileName, order } = droppedIn(file, fields)
        const bytes = file?.bytes ?? null
        const hash = createHash('sha256')
          .update(bytes ?? fields.text ?? '')
          .digest('hex')
        const { tenantId, accountId } = actor
        const at = clock.now()
        const asked = { tenantId, accountId, key, request: ['plan', hash] }
        const made = await readings.carryOut({
          ...{ owner: { tenantId, accountId }, key, fileName, hash, order },
          recall: () => recall(sql, asked),
          store: (read) =>
            once(sql, { ...asked, at }, async (tx) => ({
              id: await createDraft(tx, actor, { fileName, bytes, ...read }, at),
              version: 1,
            })),
          isGone: () => request.raw.socket.destroyed === true,
        })
        return reply.status(201).send(made)
      },
    )

    server.get('/api/plans/readings', { schema: { response: { 200: ReadingList } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'plan.draft')
      return { readings: readings.list(actor) }
    })

    server.get(
      '/api/plans/readings/:key',
      { schema: { params: ReadingKey, response: { 200: ReadingState } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'plan.draft')
        return readings.find(actor, request.params.key)
      },
    )

    // Named by the key of the request that began it.
    server.delete(
      '/api/plans/readings',
      { config: { sends: ['key'] }, schema: { response: { 204: z.null() } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'plan.draft')
        readings.cancel(actor, idempotencyKey(request))
        return reply.status(204).send(null)
      },
    )

    server.get(
      '/api/plans/:id',
      { schema: { params: PlanId, response: { 200: PlanDetail } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'plan.read')
        const { id } = request.params
        const plan = await queries.getPlan(sql, actor.tenantId, id)
        const { draft } = await queries.getSource(sql, actor.tenantId, id)
        const headings = draft.outline.map(({ section, label, title, level }) => ({
          section,
          label,
          title,
          level,
        }))
        return { plan, items: await queries.listItems(sql, actor.tenantId, id), headings, draft }
      },
    )

    server.get(
      '/api/plans/:id/source',
      { schema: { params: PlanId, response: { 200: PlanSource } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'plan.read')
        const { lines, notices } = await queries.getSource(sql, actor.tenantId, request.params.id)
        return { lines, notices }
      },
    )

    server.get(
      '/api/plans/:id/review',
      { schema: { params: PlanId, response: { 200: ReviewData } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'plan.draft')
        const { id } = request.params
        const plan = await queries.getPlan(sql, actor.tenantId, id)
        const { lines, notices, draft } = await queries.getSource(sql, actor.tenantId, id)
        const edits = await queries.listEdits(sql, actor.tenantId, id)
        const known = await knownOf(sql, actor.tenantId, clock.today())
        return { plan, lines, notices, draft, edits, ...known, overseerId: actor.agencyId }
      },
    )

    server.post(
      '/api/plans/:id/edits',
      {
        config: { sends: ['version'] },
        schema: { params: PlanId, body: z.object({ edit: Edit }), response: { 200: Version } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'plan.draft')
        const seen = versionSeen(request)
        const { edit } = request.body
        const version = await sql.begin((tx) =>
          addEdit(tx, actor, request.params.id, seen, edit, clock.now()),
        )
        return { version }
      },
    )

    server.delete(
      '/api/plans/:id/edits/last',
      { config: { sends: ['version'] }, schema: { params: PlanId, response: { 200: Version } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'plan.draft')
        const seen = versionSeen(request)
        return { version: await sql.begin((tx) => undoEdit(tx, actor, request.params.id, seen, clock.now())) }
      },
    )

    server.post(
      '/api/plans/:id/publish',
      {
        config: { sends: ['version', 'key'] },
        schema: { params: PlanId, body: Publication, response: { 200: Published } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'plan.publish')
        const key = idempotencyKey(request)
        const seen = versionSeen(request)
        const { id } = request.params
        const at = clock.now()
        return once(sql, { ...actor, key, request: ['publish', id, seen, request.body], at }, async (tx) => ({
          id,
          ...(await publishPlan(tx, actor, id, seen, request.body, { at, today: clock.today() })),
        }))
      },
    )

    server.delete(
      '/api/plans/:id',
      { config: { sends: ['version'] }, schema: { params: PlanId, response: { 204: z.null() } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'plan.draft')
        const seen = versionSeen(request)
        const { id } = request.params
        await sql.begin(async (tx) => {
          const plan = await queries.getPlan(tx, actor.tenantId, id)
          await queries.touchDraft(tx, actor.tenantId, id, seen)
          await queries.deletePlan(tx, actor.tenantId, id)
          await audit(tx, actor, clock.now(), 'plan.delete', ['plan', id], { fileName: plan.fileName })
        })
        return reply.status(204).send(null)
      },
    )
  }
}

/** The file, or the pasted text, as it goes to be read; nothing of it is stored before that. */
function droppedIn(
  file: { name: string; bytes: Uint8Array } | null,
  fields: Record<string, string>,
): { fileName: string; order: ReadingOrder } {
  const fileName = normalise(file?.name ?? fields.name ?? '').trim() || words.review.pasted
  if (fileName.length > 200) throw new Refusal('invalid', 'file.name-long', words.task.fileNameLong)
  if (file) return { fileName, order: { task: 'file', fileName, bytes: file.bytes } }
  if (fields.text?.trim()) return { fileName, order: { task: 'text', text: fields.text } }
  throw new Refusal('invalid', 'document.missing', words.review.nothingDropped)
}
