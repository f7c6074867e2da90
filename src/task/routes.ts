// Worklist, the page of one assignment, its steps and their evidence.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import { normalise } from '../base/text.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { answerKept, PageCache } from '../http/page-cache.ts'
import { actorOf, idempotencyKey, readUpload, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { audit } from '../store/audit.ts'
import { storeFile } from '../store/files.ts'
import { once } from '../store/once.ts'
import { readStamp } from '../store/stamp.ts'
import * as words from '../vocabulary/words.ts'
import * as assignment from './assignment.ts'
import { attachment, mediaOf } from './evidence.ts'
import { givenOf, standingOf } from './record.ts'
import { takeStep, takeSteps } from './steps.ts'
import { foldSteps, nextStep, permit, REPORTS_OUTSIDE, STEP_KINDS, whyNot } from './task.ts'
import {
  StepForm,
  StepsForm,
  StepsTaken,
  StepTaken,
  StoredFile,
  Task,
  WorkCounts,
  WorkFilter,
  WorkList,
  WorkQuery,
  type WorkRow,
} from './work.ts'
import { tally } from './work-state.ts'
import * as worklist from './worklist.ts'

const Id = z.object({ id: z.uuid() })

/** Officers and heads see their own agency's work unless they ask for more; a unit's people also their agency's. */
export function agenciesOf(wanted: WorkFilter['agency'], { capacities }: Actor): string[] | null {
  if (wanted === 'all') return null
  if (wanted) return [wanted]
  const [own] = capacities
  if (!own || (own.role !== 'officer' && own.role !== 'head') || !own.agencyId) return null
  return own.unitOf ? [own.agencyId, own.unitOf] : [own.agencyId]
}

/** `refuseSecretPaper` refuses an attachment that carries a secrecy mark, before a byte of it is stored. */
export function taskRoutes(app: App, refuseSecretPaper: (bytes: Uint8Array, name: string) => Promise<void>) {
  const { sql, clock } = app
  const lists = new PageCache()
  return async (server: Server) => {
    server.get(
      '/api/work',
      { schema: { querystring: WorkQuery, response: { 200: WorkList } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        const { agency, after, limit, ...filter } = request.query
        const today = clock.today()
        const scope = scopeOf(actor, { ...filter, agency })
        const read = async (): Promise<WorkList> => {
          const rows = await worklist.listWork(sql, actor.tenantId, scope, { after, limit: limit + 1, today })
          const page = rows.slice(0, limit)
          const last = page.at(-1)
          return {
            rows: page.map((row) => workRow(row, actor)),
            next: rows.length > limit && last ? worklist.cursorOf(last) : null,
            today,
          }
        }
        const { tenantId, accountId, capacities } = actor
        // The steps offered on a row depend on who asks and in whose place.
        const key = JSON.stringify([tenantId, accountId, capacities, today, request.query])
        return answerKept(lists, reply, key, () => readStamp(sql, tenantId, scope.agencies), WorkList, read)
      },
    )

    server.get(
      '/api/work/counts',
      { schema: { querystring: WorkFilter, response: { 200: WorkCounts } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        return countWork(actor, request.query)
      },
    )

    server.get('/api/work/:id', { schema: { params: Id, response: { 200: Task } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'work.read')
      return readTask(actor, request.params.id)
    })

    server.post(
      '/api/work/:id/steps',
      {
        config: { sends: ['version', 'key'] },
        schema: { params: Id, body: StepForm, response: { 201: StepTaken } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        const { id } = request.params
        const seen = versionSeen(request)
        const at = clock.now()
        const taken = await once(
          sql,
          {
            tenantId: actor.tenantId,
            accountId: actor.accountId,
            key: idempotencyKey(request),
            request: { id, seen, step: request.body },
            at,
          },
          (tx) => takeStep(tx, actor, id, seen, request.body, { at, today: clock.today() }),
        )
        return reply.status(201).send(taken)
      },
    )

    server.post(
      '/api/work/steps',
      { config: { sends: ['key'] }, schema: { body: StepsForm, response: { 200: StepsTaken } } },
      async (request) => {
        const actor = actorOf(request)
        const { steps } = request.body
        const at = clock.now()
        return once(sql, { ...actor, key: idempotencyKey(request), request: ['steps', steps], at }, (tx) =>
          takeSteps(tx, actor, steps, { at, today: clock.today() }),
        )
      },
    )

    server.post(
      '/api/files',
      { config: { sends: ['key', 'file'] }, schema: { response: { 201: StoredFile } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        const agencies = actor.capacities.map(({ agencyId }) => agencyId).filter((id) => id !== null)
        if (await assignment.areOutside(sql, actor.tenantId, agencies))
          throw new Refusal('forbidden', 'file.outside', words.steps.outsideFiles)
        const { file } = await readUpload(request)
        if (!file) throw new Refusal('invalid', 'file.missing', words.task.fileMissing)
        if (file.bytes.length === 0) throw new Refusal('invalid', 'file.empty', words.task.fileEmpty)
        if (file.name.length > 200) throw new Refusal('invalid', 'file.name-long', words.task.fileNameLong)
        await refuseSecretPaper(file.bytes, file.name)
        return reply
          .status(201)
          .send(await keepFile(actor, idempotencyKey(request), { ...file, name: normalise(file.name) }))
      },
    )

    server.get(
      '/api/files/:hash',
      {
        config: { answers: 'application/octet-stream' },
        schema: {
          params: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
          querystring: z.object({ step: z.uuid() }),
        },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        const { hash } = request.params
        const file = await assignment.findEvidence(sql, actor.tenantId, request.query.step, hash)
        if (!file) throw new Refusal('missing', 'file.missing', words.refusal.missing)
        return reply
          .header('content-type', file.media)
          .header('content-disposition', attachment(file.name))
          .header('x-content-type-options', 'nosniff')
          .send(Buffer.from(file.bytes))
      },
    )
  }

  function keepFile(actor: Actor, key: string, { name, bytes }: { name: string; bytes: Uint8Array }) {
    const { tenantId, accountId } = actor
    const at = clock.now()
    const hash = createHash('sha256').update(bytes).digest('hex')
    return once(sql, { tenantId, accountId, key, request: { name, hash }, at }, async (tx) => {
      await storeFile(tx, tenantId, bytes, at)
      await audit(tx, actor, at, 'file.store', ['file', hash], { name, size: bytes.length })
      return { hash, name, media: mediaOf(name), size: bytes.length }
    })
  }

  async function countWork(actor: Actor, filter: WorkFilter): Promise<WorkCounts> {
    const { tenantId } = actor
    const today = clock.today()
    const scope = scopeOf(actor, filter)
    const { agencies, plan } = scope
    const cells = await worklist.listCountCells(sql, tenantId, { agencies: null, role: filter.role }, today)
    const isAgency = (id: string) => agencies === null || agencies.includes(id)
    const isPlan = (id: string) => plan === undefined || id === plan
    const byAgency = sumBy(
      cells.filter((cell) => isPlan(cell.planId)),
      'agencyId',
    )
    const byPlan = sumBy(
      cells.filter((cell) => isAgency(cell.agencyId)),
      'planId',
    )
    const [own] = agencies ?? []
    if (own && !byAgency.has(own)) byAgency.set(own, 0)
    const names = await worklist.listAgencyNames(sql, tenantId, [...byAgency.keys()])
    const plans = await worklist.listPlanNames(sql, tenantId, [...byPlan.keys()])
    const chosen = worklist.needsRows(scope)
      ? await worklist.countRows(sql, tenantId, scope, today)
      : cells.filter((cell) => isAgency(cell.agencyId) && isPlan(cell.planId))
    return {
      counts: tally(chosen),
      agencies: names.map((row) => ({ ...row, n: byAgency.get(row.id) ?? 0 })),
      plans: plans.map((row) => ({ ...row, n: byPlan.get(row.id) ?? 0 })),
      agency: names.find(({ id }) => id === (agencies?.at(-1) ?? null)) ?? null,
    }
  }

  async function readTask(actor: Actor, id: string): Promise<Task> {
    const { tenantId } = actor
    const today = clock.today()
    const found = await assignment.findAssignmentPage(sql, tenantId, id, today)
    if (!found) throw new Refusal('missing', 'work.missing', words.refusal.missing)
    const { row, beside, steps } = found
    const place = found.place ?? { outline: [], lines: [] }
    const standing = standingOf(row, foldSteps(givenOf(row), steps))
    const { overseerId, overseerName } = row
    const named = (of: string | null, name: string | null) => (of && name ? { id: of, name } : null)
    return {
      ...row,
      agency: { id: row.agencyId, name: row.agencyName },
      isOutside: standing.isOutside,
      givenTo: { id: row.givenTo, name: row.givenToName },
      unit: named(row.unitId, row.unitName),
      person: named(row.personId, row.personName),
      plan: {
        id: row.planId,
        number: row.planNumber,
        title: row.planTitle,
        overseer: named(overseerId, overseerName),
      },
      item: {
        ...row,
        id: row.itemId,
        heading: assignment.headingOf(row.section, place.outline),
        lines: place.lines.map(({ n, text }) => ({ n, text })),
        coordinating: beside.coordinating,
        leader: named(row.leaderId, row.leaderName),
        follower: named(row.followerId, row.followerName),
      },
      merged: beside.merged,
      rounds: beside.rounds,
      siblings: beside.siblings,
      steps: steps.map((step) => ({ ...step, at: new Date(step.at).toISOString() })),
      whyNot: Object.fromEntries(
        STEP_KINDS.map((kind) => [kind, whyNot(kind, standing, actor)]),
      ) as Task['whyNot'],
      inPlaceOf: Object.fromEntries(
        STEP_KINDS.flatMap((kind) => {
          const may = permit(kind, standing, actor)
          return 'why' in may || !may.forAccountId ? [] : [[kind, may.forAccountId]]
        }),
      ),
    }
  }
}

/** The filter with the reader's own agency and person filled in. */
export const scopeOf = (actor: Actor, { agency, person, ...filter }: WorkFilter): worklist.WorkScope => ({
  ...filter,
  agencies: agenciesOf(agency, actor),
  person: person === 'me' ? actor.accountId : person,
})

/** A row of the database as lists of work show it to this person. */
export function workRow(row: worklist.WorkListRow, actor: Actor): WorkRow {
  const isOutside = REPORTS_OUTSIDE.includes(row.agencyKind)
  return {
    ...row,
    plan: { id: row.planId, number: row.planNumber, title: row.planTitle },
    agency: { id: row.agencyId, name: row.agencyName },
    person: row.personId && row.personName ? { id: row.personId, name: row.personName } : null,
    isOutside,
    next: nextStep({ ...row, isOutside }, actor),
  }
}

function sumBy<K extends string>(cells: readonly (Record<K, string> & { n: number })[], key: K) {
  const sums = new Map<string, number>()
  for (const cell of cells) sums.set(cell[key], (sums.get(cell[key]) ?? 0) + cell.n)
  return sums
}
