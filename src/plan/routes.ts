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
import { attachment, mediaOf } from '../task/evidence.ts'
import { ItemPeople, whyNotItem } from '../task/item-work.ts'
import * as words from '../vocabulary/words.ts'
import { addDuty, refuseToAdd } from './add.ts'
import { Added, AddedDuty } from './addition.ts'
import { whyNotCorrect } from './correction.ts'
import * as details from './detail-queries.ts'
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
      {
        config: { sends: ['key', 'file', 'text'], fields: Object.keys(UploadFields.shape) },
        schema: { response: { 201: NewPlan } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'plan.draft')
        const key = idempotencyKey(request)
        const upload = await readUpload(request)
        const { fileName, order, hash } = droppedIn(upload.files, upload.fields)
        const { addsTo, again } = readFields(upload.fields)
        const { tenantId, accountId } = actor
        const at = clock.now()
        const asked = { tenantId, accountId, key, request: ['plan', hash, ...(addsTo ? [addsTo] : [])] }
        if (addsTo) refuseToAdd(actor, await queries.getTarget(sql, tenantId, addsTo))
        const made = await readings.carryOut({
          ...{ owner: { tenantId, accountId }, key, fileName, hash, order },
          recall: async () => {
            const before = await recall<NewPlan>(sql, asked)
            if (!before && !again) await refuseSame(tenantId, hash)
            return before
          },
          store: (read) =>
            once(sql, { ...asked, at }, async (tx) => ({
              id: await createDraft(
                tx,
                actor,
                { ...read, fileName, files: filesOf(order), addsTo, sourceHash: hash },
                at,
              ),
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
        const { tenantId } = actor
        const plan = await queries.getPlan(sql, tenantId, id)
        const { draft } = await queries.getSource(sql, tenantId, id)
        const [documents, drafts, items] = await Promise.all([
          details.listDocuments(sql, tenantId, id),
          details.listAdditionDrafts(sql, tenantId, id),
          details.listItems(sql, tenantId, id, clock.today()),
        ])
        const people = await details.findPeople(sql, tenantId, id)
        const standing = { overseerId: plan.overseer?.id ?? null, leadId: null }
        return {
          ...{ plan, documents, draft, items: [...items], drafts: [...drafts], ...people },
          whyNotPeople: whyNotItem('people', standing, actor),
          whyNotCorrect: whyNotCorrect(actor.capacities, plan.overseer),
        }
      },
    )

    server.get(
      '/api/plans/:id/source',
      { schema: { params: PlanId, response: { 200: PlanSource } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'plan.read')
        return queries.getSource(sql, actor.tenantId, request.params.id)
      },
    )

    server.get(
      '/api/plans/:id/file',
      {
        config: { answers: 'application/octet-stream' },
        schema: { params: PlanId, querystring: z.object({ n: z.coerce.number().int().min(0).default(0) }) },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'plan.read')
        const file = await details.findFile(sql, actor.tenantId, request.params.id, request.query.n)
        if (!file) throw new Refusal('missing', 'file.missing', words.refusal.missing)
        return reply
          .header('content-type', mediaOf(file.name))
          .header('content-disposition', attachment(file.name))
          .header('x-content-type-options', 'nosniff')
          .send(Buffer.from(file.bytes))
      },
    )

    server.patch(
      '/api/plans/:id/people',
      {
        config: { sends: ['version'] },
        schema: { params: PlanId, body: ItemPeople, response: { 200: Version } },
      },
      async (request) => {
        const actor = actorOf(request)
        const seen = versionSeen(request)
        const { id } = request.params
        const { body } = request
        const plan = await queries.getPlan(sql, actor.tenantId, id)
        const why = whyNotItem('people', { overseerId: plan.overseer?.id ?? null, leadId: null }, actor)
        if (why) throw new Refusal('forbidden', 'plan.people', why)
        const version = await sql.begin(async (tx) => {
          await queries.refuseUnknownPeople(tx, actor.tenantId, [body.leaderId, body.followerId])
          const next = await details.setPeople(tx, actor.tenantId, id, seen, body)
          await audit(tx, actor, clock.now(), 'plan.people', ['plan', id], body)
          return next
        })
        return { version }
      },
    )

    server.post(
      '/api/plans/:id/items',
      { config: { sends: ['key'] }, schema: { params: PlanId, body: AddedDuty, response: { 201: Added } } },
      async (request, reply) => {
        const actor = actorOf(request)
        const key = idempotencyKey(request)
        const { id } = request.params
        const now = { at: clock.now(), today: clock.today() }
        const asked = { ...actor, key, request: ['add', id, request.body], at: now.at }
        const added = await once(sql, asked, (tx) => addDuty(tx, actor, id, request.body, now))
        return reply.status(201).send(added)
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
        const target = await queries.findTarget(sql, actor.tenantId, id)
        const items = target ? [...(await queries.listTargetItems(sql, actor.tenantId, target.id))] : []
        return {
          ...{ plan, lines, notices, draft, edits, ...known },
          overseerId: target?.overseer?.id ?? actor.agencyId,
          target: target && { ...target, items },
        }
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
        return once(sql, { ...actor, key, request: ['publish', id, seen, request.body], at }, (tx) =>
          publishPlan(tx, actor, id, seen, request.body, { at, today: clock.today() }),
        )
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

  /** Said before it is read a second time; whoever wants it all the same sends it with the field "again". */
  async function refuseSame(tenantId: number, hash: string) {
    const same = await queries.findSame(sql, tenantId, hash)
    if (!same) return
    const message = words.addition.same(same.name, same.at.toISOString(), same.status === 'draft')
    throw new Refusal('conflict', 'plan.same-document', message, [{ at: same.id, message: same.name }])
  }
}

/** What stands beside the file: the plan it adds to, and whether the same file may come in once more. */
const UploadFields = z.object({
  addsTo: z.uuid().optional(),
  again: z.stringbool().default(false),
})

function readFields(fields: Record<string, string>): z.infer<typeof UploadFields> {
  const read = UploadFields.safeParse(fields)
  if (read.success) return read.data
  throw new Refusal('invalid', 'request.invalid', words.refusal.invalid)
}

const hashOf = (what: Uint8Array | string) => createHash('sha256').update(what).digest('hex')

/** The files in their order, or the pasted text, as they go to be read; nothing of it is stored before that. */
function droppedIn(
  uploads: readonly { name: string; bytes: Uint8Array }[],
  fields: Record<string, string>,
): { fileName: string; order: Exclude<ReadingOrder, { task: 'paper' }>; hash: string } {
  const files = uploads.map(({ name, bytes }) => ({
    fileName: normalise(name).trim() || words.review.pasted,
    bytes,
  }))
  const fileName = files[0]?.fileName ?? (normalise(fields.name ?? '').trim() || words.review.pasted)
  if ([fileName, ...files.map((file) => file.fileName)].some((name) => name.length > 200))
    throw new Refusal('invalid', 'file.name-long', words.task.fileNameLong)
  if (files.length > 0) {
    const hashes = files.map(({ bytes }) => hashOf(bytes))
    const [hash = ''] = hashes.length > 1 ? [hashOf(hashes.join(' '))] : hashes
    return { fileName, order: { task: 'files', files }, hash }
  }
  const { text = '' } = fields
  if (text.trim()) return { fileName, order: { task: 'text', text }, hash: hashOf(text) }
  throw new Refusal('invalid', 'document.missing', words.review.nothingDropped)
}

const filesOf = (order: ReadingOrder) =>
  order.task === 'files' ? order.files.map(({ fileName, bytes }) => ({ name: fileName, bytes })) : []
