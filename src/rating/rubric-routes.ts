// The rubric over HTTP: its versions, drafting, publishing, trying one against a period; and which agency keeps the ratings.
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { once } from '../store/once.ts'
import * as words from '../vocabulary/words.ts'
import { unitsKept } from './facts.ts'
import * as queries from './queries.ts'
import {
  Made,
  OfficeForm,
  PublishForm,
  RubricForm,
  Rubrics,
  readPeriod,
  Trial,
  TrialForm,
  whyNot,
} from './rating.ts'
import { rateAll, ratePeriod, readPeople } from './ratings.ts'
import * as record from './record.ts'
import { SAMPLE_RUBRIC } from './rubric.ts'

const Id = z.object({ id: z.uuid() })

export const rubricRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    const now = () => ({ at: clock.now(), today: clock.today() })

    server.get('/api/rubrics', { schema: { response: { 200: Rubrics } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'rating.read')
      const today = clock.today()
      const [versions, current, office] = await Promise.all([
        queries.listRubrics(sql, actor.tenantId),
        queries.findRubricOn(sql, actor.tenantId, today),
        queries.getOffice(sql, actor.tenantId),
      ])
      const of = { office: office.agency?.id ?? null }
      const draft = whyNot('draft', actor, of)
      return {
        // What is being drafted is shown to those who draft.
        versions: versions.filter(({ state }) => state === 'published' || draft === null),
        ...{ sample: SAMPLE_RUBRIC, today, current: current?.id ?? null, office },
        may: { draft, publish: whyNot('publish', actor, of), 'set-office': whyNot('set-office', actor, of) },
      }
    })

    server.post(
      '/api/rubrics',
      { config: { sends: ['key'] }, schema: { body: RubricForm, response: { 201: Made } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'rating.read')
        const { body } = request.body
        const key = { ...actor, key: idempotencyKey(request), request: ['rubric', body], at: clock.now() }
        return reply
          .status(201)
          .send(await once(sql, key, (tx) => record.draftRubric(tx, actor, body, now())))
      },
    )

    server.put(
      '/api/rubrics/:id',
      { config: { sends: ['version'] }, schema: { params: Id, body: RubricForm, response: { 200: Made } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'rating.read')
        const seen = versionSeen(request)
        return sql.begin((tx) =>
          record.changeRubric(tx, actor, request.params.id, seen, request.body.body, now()),
        )
      },
    )

    server.delete(
      '/api/rubrics/:id',
      { config: { sends: ['version'] }, schema: { params: Id, response: { 200: z.null() } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'rating.read')
        const seen = versionSeen(request)
        return sql.begin((tx) => record.dropRubric(tx, actor, request.params.id, seen, now()))
      },
    )

    server.post(
      '/api/rubrics/:id/publish',
      { config: { sends: ['version'] }, schema: { params: Id, body: PublishForm, response: { 200: Made } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'rating.read')
        const seen = versionSeen(request)
        return sql.begin((tx) =>
          record.publishRubric(tx, actor, request.params.id, seen, request.body, now()),
        )
      },
    )

    // Nothing is written: who would stand in another band if this rubric were the one. It is sent as every other POST is.
    server.post(
      '/api/rubrics/try',
      { config: { sends: ['key'] }, schema: { body: TrialForm, response: { 200: Trial } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'rating.read')
        idempotencyKey(request)
        const { tenantId } = actor
        await record.permit(sql, actor, 'draft')
        const { body, period: key } = request.body
        const today = clock.today()
        const period = readPeriod(key)
        if (!period) throw new Refusal('invalid', 'rating.period', words.rating.form.period)
        const [rated, units, people] = await Promise.all([
          ratePeriod(sql, tenantId, { key, by: 'agency', today }),
          unitsKept(sql, tenantId, body, period, today),
          readPeople(sql, tenantId),
        ])
        const next = rateAll(body, 'agency', units, people, period, today)
        const named = (bands: { name: string }[], band: number | null | undefined) =>
          band === null || band === undefined ? null : (bands[band]?.name ?? null)
        const before = new Map(
          rated.found.map(({ subject, result }) => [
            subject.id,
            { agency: subject.agency, score: result.score, band: named(rated.rubric.bands, result.band) },
          ]),
        )
        const rows = next.map(({ subject, result }) => ({
          agency: subject.agency,
          before: before.get(subject.id) ?? { score: 0, band: null },
          after: { score: result.score, band: named(body.bands, result.band) },
        }))
        const names = [...new Set([...body.bands, ...rated.rubric.bands].map(({ name }) => name)), null]
        return {
          period: key,
          agencies: rows.length,
          moved: rows
            .filter((row) => row.before.band !== row.after.band)
            .map(({ agency, before: { score, band }, after }) => ({
              agency,
              before: { score, band },
              after,
            })),
          bands: names.map((name) => ({
            name,
            before: [...before.values()].filter(({ band }) => band === name).length,
            after: rows.filter(({ after }) => after.band === name).length,
          })),
        }
      },
    )

    server.put(
      '/api/ratings/office',
      {
        config: { sends: ['version'] },
        schema: { body: OfficeForm, response: { 200: z.object({ version: z.number().int() }) } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'rating.read')
        const seen = versionSeen(request)
        return sql.begin((tx) => record.setOffice(tx, actor, seen, request.body.agencyId, now()))
      },
    )
  }
