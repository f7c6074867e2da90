// Reorganisations over HTTP: what is to come and was, what waits for a decision, what an act would move; and where
// work stood on a day.
import { z } from 'zod'
import { Agency } from '../agency/agency.ts'
import { FormerForm } from '../agency/former.ts'
import { getAgency, listAgencies } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { once } from '../store/once.ts'
import * as words from '../vocabulary/words.ts'
import { Act, ActForm, ActList, Decide, Holding, Passed, Pending } from './act.ts'
import { acceptFormers } from './former-acts.ts'
import * as queries from './queries.ts'
import { changeAct, decide, recordAct, undoAct } from './reorganise.ts'
import { StandingReport, StandingWork } from './standing.ts'
import { listStanding, reportStanding } from './standing-queries.ts'
import { describeActs, describeStory, listPending } from './story.ts'

const Id = z.object({ id: z.uuid() })
const PAGE = 30
const Recorded = z.object({ id: z.uuid(), state: z.enum(['prepared', 'done']), passed: Passed })

const placeOf = ({ effectiveOn, id }: { effectiveOn: string; id: string }) =>
  Buffer.from(`${effectiveOn} ${id}`).toString('base64url')
function readPlace(cursor: string | undefined): { effectiveOn: string; id: string } | null {
  if (cursor === undefined) return null
  const [, effectiveOn, id] =
    /^(\d{4}-\d\d-\d\d) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (effectiveOn && id) return { effectiveOn, id }
  throw new Refusal('invalid', 'request.cursor', words.refusal.unreadable)
}

export function successionRoutes({ sql, clock }: App) {
  const now = () => ({ at: clock.now(), today: clock.today() })

  return async (server: Server) => {
    server.get(
      '/api/reorganisations',
      {
        schema: {
          querystring: z.object({ after: z.string().max(200).optional() }),
          response: { 200: ActList },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.read')
        const after = readPlace(request.query.after)
        const rows = await queries.listActs(sql, actor.tenantId, { after, limit: PAGE + 1 })
        const page = rows.slice(0, PAGE)
        const last = page.at(-1)
        return {
          acts: await describeActs(sql, actor.tenantId, page),
          next: rows.length > PAGE && last ? placeOf(last) : null,
        }
      },
    )

    server.get(
      '/api/reorganisations/pending',
      { schema: { response: { 200: z.array(Pending) } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.read')
        return listPending(sql, actor.tenantId, clock.today())
      },
    )

    // What an act on these agencies would move: asked while the form is filled in.
    server.get(
      '/api/reorganisations/holdings',
      {
        schema: {
          querystring: z.object({
            agencies: z
              .string()
              .max(20_000)
              .transform((text) => text.split(','))
              .pipe(z.array(z.uuid()).min(1).max(300)),
          }),
          response: { 200: z.array(Holding) },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        return queries.listHoldings(sql, actor.tenantId, request.query.agencies)
      },
    )

    server.get(
      '/api/reorganisations/held',
      {
        schema: {
          querystring: z.object({ agency: z.uuid(), plan: z.uuid(), after: z.uuid().optional() }),
          response: {
            200: z.object({
              rows: z.array(
                z.object({
                  id: z.uuid(),
                  role: z.enum(['lead', 'coordinating']),
                  section: z.string(),
                  quote: z.string(),
                  dueOn: z.iso.date().nullable(),
                }),
              ),
              next: z.uuid().nullable(),
            }),
          },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const { agency, plan, after = null } = request.query
        const scope = { agencyId: agency, planId: plan, after, limit: PAGE + 1 }
        const rows = await queries.listHeldAssignments(sql, actor.tenantId, scope)
        const page = rows.slice(0, PAGE)
        return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
      },
    )

    server.get(
      '/api/reorganisations/:id',
      { schema: { params: Id, response: { 200: Act.extend({ form: ActForm }) } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.read')
        const { id } = request.params
        const row = await queries.findAct(sql, actor.tenantId, id)
        if (!row) throw new Refusal('missing', 'reorganisation.missing', words.refusal.missing)
        const [act] = await describeActs(sql, actor.tenantId, [row])
        if (!act) throw new Error('an act without its description')
        return { ...act, form: queries.formOf(row, await queries.listParts(sql, actor.tenantId, [id])) }
      },
    )

    server.post(
      '/api/reorganisations',
      { config: { sends: ['key'] }, schema: { body: ActForm, response: { 201: Recorded } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const key = idempotencyKey(request)
        const asked = ['reorganisation', request.body]
        const made = await once(sql, { ...actor, key, request: asked, at: clock.now() }, (tx) =>
          recordAct(tx, actor, request.body, now()),
        )
        return reply.status(201).send(made)
      },
    )

    server.put(
      '/api/reorganisations/:id',
      {
        config: { sends: ['version'] },
        schema: { params: Id, body: ActForm, response: { 200: Recorded } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const seen = versionSeen(request)
        return sql.begin((tx) => changeAct(tx, actor, request.params.id, seen, request.body, now()))
      },
    )

    server.delete(
      '/api/reorganisations/:id',
      { config: { sends: ['version'] }, schema: { params: Id, response: { 204: z.null() } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const seen = versionSeen(request)
        await sql.begin((tx) => undoAct(tx, actor, request.params.id, seen, clock.now()))
        return reply.status(204).send(null)
      },
    )

    server.post(
      '/api/reorganisations/decisions',
      { config: { sends: ['key'] }, schema: { body: Decide, response: { 201: Passed } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const key = idempotencyKey(request)
        const { actId, ...form } = request.body
        const asked = ['decision', request.body]
        const passed = await once(sql, { ...actor, key, request: asked, at: clock.now() }, (tx) =>
          decide(tx, actor, actId, form, now()),
        )
        return reply.status(201).send(passed)
      },
    )

    server.post(
      '/api/reorganisations/formers',
      {
        config: { sends: ['key'] },
        schema: {
          body: z.object({ formers: z.array(FormerForm).min(1).max(300) }),
          response: {
            201: z.object({
              agencies: z.array(Agency),
              accepted: z.array(z.object({ printed: z.string(), agencyId: z.uuid() })),
            }),
          },
        },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'agency.write')
        const key = idempotencyKey(request)
        const { formers } = request.body
        const asked = ['formers', formers]
        const accepted = await once(sql, { ...actor, key, request: asked, at: clock.now() }, (tx) =>
          acceptFormers(tx, actor, formers, now()),
        )
        const agencies = (await listAgencies(sql, actor.tenantId)).filter(({ endedOn }) => endedOn !== null)
        return reply.status(201).send({ agencies, accepted })
      },
    )

    server.get(
      '/api/agencies/:id/story',
      {
        schema: { params: Id, response: { 200: z.object({ agency: Agency, acts: z.array(Act) }) } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'agency.read')
        const { id } = request.params
        return {
          agency: await getAgency(sql, actor.tenantId, id),
          acts: await describeStory(sql, actor.tenantId, id),
        }
      },
    )

    const Scope = z.object({ day: z.iso.date(), plan: z.uuid().optional(), agency: z.uuid().optional() })
    server.get(
      '/api/standing',
      { schema: { querystring: Scope, response: { 200: StandingReport } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        return reportStanding(sql, actor.tenantId, scopeOf(request.query))
      },
    )

    server.get(
      '/api/standing/work',
      {
        schema: {
          querystring: Scope.extend({ plan: z.uuid(), after: z.uuid().optional() }),
          response: { 200: StandingWork },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        const { after = null, plan, ...query } = request.query
        const scope = { ...scopeOf(query), planId: plan }
        return listStanding(sql, actor.tenantId, scope, { after, limit: PAGE })
      },
    )
  }

  function scopeOf({
    day,
    plan = null,
    agency = null,
  }: {
    day: string
    plan?: string | null | undefined
    agency?: string | null | undefined
  }) {
    if (day > clock.today()) throw new Refusal('invalid', 'standing.ahead', words.succession.dayAhead)
    return { day, planId: plan, agencyId: agency }
  }
}
