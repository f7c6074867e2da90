// Assessments of cooperatives over HTTP: the list of a year, one opened down to its figures, what people decide, the paper;
// rubrics and their publication.
import { z } from 'zod'
import { findIssuer } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import { searchKey } from '../base/text.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { writeDocx } from '../paper/docx.ts'
import { issuerOf } from '../paper/issuer.ts'
import { writeXlsx } from '../paper/xlsx.ts'
import { cooperativeRating } from '../register/cooperative-rating.ts'
import { once } from '../store/once.ts'
import { attachment } from '../task/evidence.ts'
import * as words from '../vocabulary/words.ts'
import {
  AdjustForm,
  Assessment,
  type AssessmentRow,
  Assessments,
  Confirmed,
  ConfirmForm,
  type Deed,
  ListQuery,
  LockForm,
  Made,
  OneParams,
  PublishForm,
  ReasonForm,
  Rubrics,
  ScoreForm,
  whyNot,
  Year,
  type YearBands,
} from './assessment-exchange.ts'
import { assessmentPaper } from './assessment-paper.ts'
import * as queries from './assessment-queries.ts'
import * as record from './assessment-record.ts'
import { CooperativeRubric, figures, findFigure, SAMPLE_COOPERATIVE_RUBRIC } from './assessment-rubric.ts'
import { cooperativeOf, counting, rateYear, rowOf, rubricOf } from './assessments.ts'

const w = words.assessment
const PAGE = 50
const Id = z.object({ id: z.uuid() })
const FORMS = {
  docx: {
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeDocx,
  },
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
} as const
const NO_BANDS = { good: 0, fair: 0, average: 0, weak: 0, unrated: 0, none: 0 }

/** The year whose window was the last to end: what people come to see. */
const lastYear = (today: string): number => {
  const year = Number(today.slice(0, 4))
  return today >= queries.windowOf(year).to ? year : year - 1
}

const isWanted = (row: AssessmentRow, { state, band, place, q }: ListQuery): boolean =>
  (state === 'all' || (state === 'differs' ? row.differs : row.state === state)) &&
  (!band || (row.band ?? 'none') === band) &&
  (!place || row.cooperative.place.id === place) &&
  (!q ||
    searchKey(q)
      .split(' ')
      .every((word) => searchKey(`${row.cooperative.code} ${row.cooperative.name}`).includes(word)))

export const assessmentRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    const now = () => ({ at: clock.now(), today: clock.today() })
    const keepersOf = (tenantId: number) => queries.keeperIds(sql, tenantId, cooperativeRating.name)

    /** Every one of the year that fits, with what the head of the page says of all of them. */
    async function readYear(actor: Actor, query: ListQuery) {
      const { tenantId } = actor
      const today = clock.today()
      const year = query.year ?? lastYear(today)
      const { head, body } = await rubricOf(sql, tenantId, year)
      const all = (await rateYear(sql, tenantId, body, { year, today })).map(rowOf)
      return { year, today, head, all, rows: all.filter((row) => isWanted(row, query)) }
    }

    server.get(
      '/api/assessments',
      { schema: { querystring: ListQuery, response: { 200: Assessments } } },
      async (request): Promise<Assessments> => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { tenantId, capacities } = actor
        const { year, today, head, all, rows } = await readYear(actor, request.query)
        const [years, confirmedBands, locks, keepers] = await Promise.all([
          queries.listYears(sql, tenantId),
          queries.countBands(sql, tenantId),
          queries.listLocks(sql, tenantId, year),
          keepersOf(tenantId),
        ])
        const after = request.query.after
        const from = after ? rows.findIndex(({ cooperative }) => cooperative.id === after) + 1 : 0
        const page = rows.slice(from, from + PAGE)
        const bands: YearBands = { year, ...NO_BANDS }
        for (const { band } of all) bands[band ?? 'none'] += 1
        const before = new Map<number, YearBands>()
        for (const { year: of, band, n } of confirmedBands)
          before.set(of, { ...(before.get(of) ?? { year: of, ...NO_BANDS }), [band]: n })
        const places = new Map(all.map(({ cooperative: { place } }) => [place.id, place]))
        const may = (deed: Deed) => whyNot(deed, capacities, keepers)
        return {
          ...{ today, year, rubric: head, bands, rows: page },
          years: [...new Set([...years.map((one) => one.year), year, Number(today.slice(0, 4))])].sort(
            (a, b) => b - a,
          ),
          standsOn: queries.windowOf(year).to,
          counts: {
            all: all.length,
            open: all.filter(({ state }) => state === 'open').length,
            ready: all.filter(({ state }) => state === 'ready').length,
            confirmed: all.filter(({ state }) => state === 'confirmed').length,
            differs: all.filter(({ differs }) => differs).length,
          },
          before: [...before.values()].sort((a, b) => a.year - b.year),
          next: from + PAGE < rows.length ? (page.at(-1)?.cooperative.id ?? null) : null,
          places: [...places.values()].sort((a, b) => (searchKey(a.name) < searchKey(b.name) ? -1 : 1)),
          lock: locks.find(({ openedAt }) => openedAt === null) ?? null,
          opened: locks.filter(({ openedAt }) => openedAt !== null),
          may: { score: may('score'), confirm: may('confirm'), lock: may('lock'), draft: may('draft') },
        }
      },
    )

    for (const form of ['docx', 'xlsx'] as const)
      server.get(
        `/api/assessments/paper.${form}`,
        { config: { answers: FORMS[form].media }, schema: { querystring: ListQuery } },
        async (request, reply) => {
          const actor = actorOf(request)
          allow(actor, 'cooperative.read')
          const [{ year, today, head, rows }, issuer, province] = await Promise.all([
            readYear(actor, request.query),
            findIssuer(sql, actor.tenantId, actor.agencyId),
            queries.getProvince(sql, actor.tenantId),
          ])
          const paper = assessmentPaper(
            { year, today, rows, rubric: head, window: queries.windowOf(year) },
            issuerOf(province, issuer),
          )
          return reply
            .header('content-type', FORMS[form].media)
            .header('content-disposition', attachment(`${w.paper.file}-${year}.${form}`))
            .send(Buffer.from(await FORMS[form].write(paper)))
        },
      )

    server.get(
      '/api/assessments/:year/:cooperative',
      { schema: { params: OneParams, response: { 200: Assessment } } },
      async (request): Promise<Assessment> => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { tenantId, capacities } = actor
        const { year, cooperative: id } = request.params
        const today = clock.today()
        const inForce = await rubricOf(sql, tenantId, year)
        const [[one], [author], keepers] = await Promise.all([
          rateYear(sql, tenantId, inForce.body, { year, today, only: [id] }),
          queries.listUpdateAuthors(sql, tenantId, year, [id]),
          keepersOf(tenantId),
        ])
        if (!one) throw new Refusal('missing', 'assessment.missing', w.refusal.missing)
        const { found, facts, result, score, band, state, differs } = one
        const kept = state === 'confirmed' ? (found.kept?.found ?? null) : null
        // What was confirmed is shown by the version it was confirmed with.
        const past =
          kept && kept.rubricId !== inForce.head.id
            ? await queries.findRubric(sql, tenantId, kept.rubricId)
            : null
        const shownFacts = kept?.facts ?? facts
        const may = (deed: Deed) => whyNot(deed, capacities, keepers)
        const second = record.whyNotSecond(actor.accountId, one, author?.accountId ?? null)
        return {
          ...{ year, today, state, band, score },
          standsOn: queries.windowOf(year).to,
          cooperative: cooperativeOf(found),
          rubric: past
            ? {
                id: past.id,
                title: past.body.title,
                fromYear: past.fromYear,
                documentNumber: past.documentNumber,
                documentOn: past.documentOn,
              }
            : inForce.head,
          body: past?.body ?? inForce.body,
          result: kept?.result ?? result,
          hands: found.kept?.hand ?? {},
          adjusted: found.kept?.adjusted ?? null,
          facts: {
            registeredOn: shownFacts.registeredOn,
            idleMonths: shownFacts.idleMonths,
            idleDays: shownFacts.idleDays,
            updateId: facts.update?.id ?? null,
          },
          confirmed:
            kept && found.kept?.confirmedBy && found.kept.confirmedAt
              ? { by: found.kept.confirmedBy, at: found.kept.confirmedAt }
              : null,
          now: differs ? counting(inForce.body, result, found.kept?.adjusted ?? null) : null,
          steps: found.kept ? [...(await queries.listSteps(sql, tenantId, found.kept.id))] : [],
          version: found.kept?.version ?? 0,
          may: { score: may('score'), confirm: may('confirm') ?? second, reopen: may('reopen') },
        }
      },
    )

    /** A change of the version that was seen; 0 while nobody has touched the assessment. */
    const change = <Body extends z.ZodType>(
      path: string,
      body: Body,
      write: (
        tx: Parameters<typeof record.scoreByHand>[0],
        actor: Actor,
        of: { year: number; cooperative: string },
        seen: number,
        form: z.infer<Body>,
      ) => Promise<Made>,
    ) =>
      server.post(
        `/api/assessments/:year/:cooperative/${path}`,
        { config: { sends: ['version'] }, schema: { params: OneParams, body, response: { 200: Made } } },
        async (request) => {
          const actor = actorOf(request)
          allow(actor, 'cooperative.read')
          const seen = versionSeen(request)
          const of = request.params
          return sql.begin((tx) => write(tx, actor, of, seen, request.body as z.infer<Body>))
        },
      )

    change('score', ScoreForm, (tx, actor, { year, cooperative }, seen, form) =>
      record.scoreByHand(tx, actor, year, cooperative, seen, form, now()),
    )
    change('adjust', AdjustForm, (tx, actor, { year, cooperative }, seen, form) =>
      record.adjustScore(tx, actor, year, cooperative, seen, form, now()),
    )
    change('reopen', ReasonForm, (tx, actor, { year, cooperative }, seen, { reason }) =>
      record.reopen(tx, actor, year, cooperative, seen, reason, now()),
    )

    server.post(
      '/api/assessments/:year/confirm',
      {
        config: { sends: ['key'] },
        schema: { params: z.object({ year: Year }), body: ConfirmForm, response: { 201: Confirmed } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { year } = request.params
        const { chosen } = request.body
        const key = {
          ...actor,
          key: idempotencyKey(request),
          request: ['assessment-confirm', year, chosen],
          at: clock.now(),
        }
        return reply
          .status(201)
          .send(await once(sql, key, (tx) => record.confirmMany(tx, actor, year, chosen, now())))
      },
    )

    server.post(
      '/api/assessments/locks',
      { config: { sends: ['key'] }, schema: { body: LockForm, response: { 201: Made } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const form = request.body
        const key = {
          ...actor,
          key: idempotencyKey(request),
          request: ['assessment-lock', form],
          at: clock.now(),
        }
        return reply.status(201).send(await once(sql, key, (tx) => record.lockYear(tx, actor, form, now())))
      },
    )
    server.post(
      '/api/assessments/locks/:id/open',
      { config: { sends: ['version'] }, schema: { params: Id, body: ReasonForm, response: { 200: Made } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const seen = versionSeen(request)
        const { id } = request.params
        return sql.begin((tx) => record.unlockYear(tx, actor, id, seen, request.body.reason, now()))
      },
    )

    // Rubrics -------------------------------------------------------------------------------------------------------

    server.get('/api/assessments/rubrics', { schema: { response: { 200: Rubrics } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'cooperative.read')
      const [rubrics, keepers] = await Promise.all([
        queries.listRubrics(sql, actor.tenantId),
        keepersOf(actor.tenantId),
      ])
      const may = (deed: Deed) => whyNot(deed, actor.capacities, keepers)
      return {
        rubrics: [...rubrics],
        sample: SAMPLE_COOPERATIVE_RUBRIC,
        figures: figures().map((name) => ({ name, isFlag: findFigure(name)?.of.kind === 'flag' })),
        may: { draft: may('draft'), publish: may('publish') },
      }
    })
    server.post(
      '/api/assessments/rubrics',
      { config: { sends: ['key'] }, schema: { body: CooperativeRubric, response: { 201: Made } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const body = request.body
        const key = {
          ...actor,
          key: idempotencyKey(request),
          request: ['cooperative-rubric', body],
          at: clock.now(),
        }
        return reply
          .status(201)
          .send(await once(sql, key, (tx) => record.draftRubric(tx, actor, body, now())))
      },
    )
    server.put(
      '/api/assessments/rubrics/:id',
      {
        config: { sends: ['version'] },
        schema: { params: Id, body: CooperativeRubric, response: { 200: Made } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const seen = versionSeen(request)
        const { id } = request.params
        return sql.begin((tx) => record.changeRubric(tx, actor, id, seen, request.body, now()))
      },
    )
    server.delete(
      '/api/assessments/rubrics/:id',
      { config: { sends: ['version'] }, schema: { params: Id, response: { 200: Made } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const seen = versionSeen(request)
        const { id } = request.params
        return sql.begin((tx) => record.dropRubric(tx, actor, id, seen, now()))
      },
    )
    server.post(
      '/api/assessments/rubrics/:id/publish',
      { config: { sends: ['version'] }, schema: { params: Id, body: PublishForm, response: { 200: Made } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const seen = versionSeen(request)
        const { id } = request.params
        return sql.begin((tx) => record.publishRubric(tx, actor, id, seen, request.body, now()))
      },
    )
  }
