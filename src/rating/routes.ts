// Ratings over HTTP: the ranking of a period, one rating opened up, what people decide about it, locking, and the papers.
// The ranking is wanted whole, as the directory is: there are as many rows as agencies.
import { z } from 'zod'
import { findIssuer } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import { compareVietnamese } from '../base/text.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { writeDocx } from '../paper/docx.ts'
import { issuerOf } from '../paper/issuer.ts'
import { writeXlsx } from '../paper/xlsx.ts'
import { mayRead } from '../report/answers.ts'
import type { Sql } from '../store/database.ts'
import { once } from '../store/once.ts'
import { attachment } from '../task/evidence.ts'
import { periodAt, periodBefore } from '../task/period.ts'
import * as words from '../vocabulary/words.ts'
import { differencesOf, keyOf } from './explain.ts'
import { ratingPaper } from './paper.ts'
import * as queries from './queries.ts'
import { aboutId } from './rate.ts'
import {
  AnswerForm,
  CauseForm,
  type Change,
  ChangeForm,
  DecisionForm,
  type Deed,
  Explained,
  ExplainQuery,
  LockForm,
  Made,
  ObjectionForm,
  RatingQuery,
  Ratings,
  ReasonForm,
  type Subject,
  type Term,
  TermForm,
  Terms,
  whyNot,
} from './rating.ts'
import { neighbours, ratePeriod, readPeople, rowsOf, tooManyTop } from './ratings.ts'
import * as record from './record.ts'

const Id = z.object({ id: z.uuid() })
const FORMS = {
  docx: {
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeDocx,
  },
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
} as const

export const ratingRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    const now = () => ({ at: clock.now(), today: clock.today() })

    /** Of everybody for those who keep the ratings, else of one's own agency. */
    async function readRatings(actor: Actor, query: z.infer<typeof RatingQuery>): Promise<Ratings> {
      const { tenantId } = actor
      const today = clock.today()
      // The last quarter that is over: what people come to see first.
      const key = query.period ?? periodBefore('quarter', periodAt('quarter', today)).key
      const [office, rated, changes, objections] = await Promise.all([
        queries.getOffice(sql, tenantId),
        ratePeriod(sql, tenantId, { key, by: query.by, today }),
        queries.listChanges(sql, tenantId, key),
        queries.listObjections(sql, tenantId, key),
      ])
      const { period, rubric, published, lock, opened, isOver, outside } = rated
      const officeId = office.agency?.id ?? null
      const all = whyNot('see-all', actor, { office: officeId }) === null
      const rows = rowsOf(rated, changes, objections, compareVietnamese)
      const may = (deed: Deed) => whyNot(deed, actor, { office: officeId })
      return {
        ...{ today, by: query.by, outside: all ? outside : [], body: rubric, office: office.agency },
        period: { key, every: period.every, from: period.from, to: period.to, isOver },
        ...neighbours(period),
        rubric: {
          id: lock ? lock.rubricId : (published?.id ?? null),
          title: rubric.title,
          validFrom: published?.validFrom ?? null,
          documentNumber: published?.documentNumber ?? '',
          documentOn: published?.documentOn ?? null,
        },
        // A place among all is shown to nobody who may not see all.
        rows: all
          ? rows
          : rows
              .filter(
                ({ subject }) =>
                  whyNot('see-own', actor, { office: officeId, own: subject.agency.id }) === null,
              )
              .map((row) => ({ ...row, rank: null })),
        tooManyTop: all ? tooManyTop(rubric, rows) : null,
        lock,
        opened,
        may: {
          all,
          lock: may('lock'),
          draft: may('draft'),
          heads: may('heads'),
          'set-office': may('set-office'),
        },
      }
    }

    server.get(
      '/api/ratings',
      { schema: { querystring: RatingQuery, response: { 200: Ratings } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'rating.read')
        return readRatings(actor, request.query)
      },
    )

    for (const form of ['docx', 'xlsx'] as const)
      server.get(
        `/api/ratings/paper.${form}`,
        { config: { answers: FORMS[form].media }, schema: { querystring: RatingQuery } },
        async (request, reply) => {
          const actor = actorOf(request)
          allow(actor, 'rating.read')
          const [ratings, issuer, province] = await Promise.all([
            readRatings(actor, request.query),
            findIssuer(sql, actor.tenantId, actor.agencyId),
            queries.getProvince(sql, actor.tenantId),
          ])
          const paper = ratingPaper(ratings, issuerOf(province, issuer))
          const name = `${words.rating.paper.file}-${ratings.period.key}.${form}`
          return reply
            .header('content-type', FORMS[form].media)
            .header('content-disposition', attachment(name))
            .send(Buffer.from(await FORMS[form].write(paper)))
        },
      )

    /** The subject as it counts now: locked or computed, changed or not. Refuses one that has nothing to judge by. */
    async function findSubject(
      actor: Actor,
      { period: key, by, id }: { period: string; by: Subject; id: string },
    ) {
      const rated = await ratePeriod(sql, actor.tenantId, { key, by, today: clock.today() })
      const found = rated.found.find(({ subject }) => subject.id === id)
      if (!found) throw new Refusal('missing', 'rating.missing', words.rating.refusal.noSubject)
      return { rated, found }
    }

    server.get(
      '/api/ratings/explain',
      { schema: { querystring: ExplainQuery, response: { 200: Explained } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'rating.read')
        const { tenantId } = actor
        const { period: key, by, id } = request.query
        const [office, { rated, found }] = await Promise.all([
          queries.getOffice(sql, tenantId),
          findSubject(actor, request.query),
        ])
        const { subject, result, units } = found
        const of = { office: office.agency?.id ?? null, own: subject.agency.id }
        if (whyNot('see-all', actor, of) !== null && whyNot('see-own', actor, of) !== null)
          throw new Refusal('forbidden', 'rating.see-own', words.rating.notYours['see-own'])
        const anew = rated.now?.find((one) => one.subject.id === id)
        const differences = rated.lock ? differencesOf(found, anew) : null
        const ids = [...new Set([...units, ...(differences?.differences ?? [])].map(aboutId))]
        const [duties, reports, causes, changes, objections] = await Promise.all([
          queries.listDuties(sql, tenantId, ids),
          queries.listRatedReports(sql, tenantId, ids),
          queries.listCauses(sql, tenantId, ids),
          queries.listChanges(sql, tenantId, key),
          queries.listObjections(sql, tenantId, key),
        ])
        const mayDo = (deed: Deed) => whyNot(deed, actor, of)
        return {
          period: { key, from: rated.period.from, to: rated.period.to },
          ...{ subject, result, units, body: rated.rubric, isLocked: rated.lock !== null },
          duties: [...duties],
          reports: reports.map((report) => ({ ...report, mayOpen: mayRead(report, actor) })),
          causes: Object.fromEntries(causes.map((cause) => [keyOf(cause), cause])),
          changes: changes
            .filter((change) => change.subjectId === id && change.subject === by)
            .map(
              (change): Change => ({
                ...change,
                whyNotDecide:
                  change.accountId === actor.accountId ? words.rating.refusal.ownChange : mayDo('decide'),
              }),
            ),
          objections: objections.filter(({ agencyId }) => agencyId === subject.agency.id),
          now: differences,
          may: {
            confirm: mayDo('confirm'),
            propose: rated.lock ? words.rating.refusal.locked : mayDo('propose'),
            object: rated.lock ? words.rating.refusal.locked : mayDo('object'),
            answer: mayDo('answer'),
          },
        }
      },
    )

    /** A create that happens once however often it is sent. */
    const create = <Body extends z.ZodType>(
      path: string,
      body: Body,
      write: (tx: Sql, actor: Actor, form: z.infer<Body>) => Promise<z.infer<typeof Made>>,
    ) =>
      server.post(
        path,
        { config: { sends: ['key'] }, schema: { body, response: { 201: Made } } },
        async (request, reply) => {
          const actor = actorOf(request)
          allow(actor, 'rating.read')
          const form = request.body as z.infer<Body>
          const key = { ...actor, key: idempotencyKey(request), request: [path, form], at: clock.now() }
          return reply.status(201).send(await once(sql, key, (tx) => write(tx, actor, form)))
        },
      )

    /** A change of the version that was seen. */
    const change = <Body extends z.ZodType>(
      method: 'POST' | 'PUT' | 'DELETE',
      path: string,
      body: Body,
      write: (
        tx: Sql,
        actor: Actor,
        id: string,
        seen: number,
        form: z.infer<Body>,
      ) => Promise<z.infer<typeof Made>>,
    ) =>
      server.route({
        method,
        url: path,
        config: { sends: ['version'] },
        schema: { params: Id, body, response: { 200: Made } },
        handler: async (request) => {
          const actor = actorOf(request)
          allow(actor, 'rating.read')
          const seen = versionSeen(request)
          const { id } = request.params as z.infer<typeof Id>
          return sql.begin((tx) => write(tx, actor, id, seen, request.body as z.infer<Body>))
        },
      })

    create('/api/ratings/causes', CauseForm, (tx, actor, form) => record.confirmCause(tx, actor, form, now()))
    change('POST', '/api/ratings/causes/:id/withdraw', ReasonForm, (tx, actor, id, seen, { reason }) =>
      record.withdrawCause(tx, actor, id, seen, reason, now()),
    )
    server.post(
      '/api/ratings/changes',
      { config: { sends: ['key'] }, schema: { body: ChangeForm, response: { 201: Made } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'rating.read')
        await record.permit(sql, actor, 'propose')
        const form = request.body
        const key = {
          ...actor,
          key: idempotencyKey(request),
          request: ['rating-change', form],
          at: clock.now(),
        }
        const { found } = await findSubject(actor, form)
        const made = await once(sql, key, async (tx) => {
          const changes = await queries.listChanges(tx, actor.tenantId, form.period)
          const approved = changes.find(
            ({ subjectId, state }) => subjectId === form.id && state === 'approved',
          )
          const { score: computed } = found.result
          const agencyId = found.subject.agency.id
          const counts = { computed, agencyId, score: approved?.score ?? computed }
          return record.proposeChange(tx, actor, form, counts, now())
        })
        return reply.status(201).send(made)
      },
    )
    change('POST', '/api/ratings/changes/:id/decide', DecisionForm, (tx, actor, id, seen, form) =>
      record.decideChange(tx, actor, id, seen, form, now()),
    )
    create('/api/ratings/objections', ObjectionForm, (tx, actor, form) =>
      record.object(tx, actor, form, now()),
    )
    change('POST', '/api/ratings/objections/:id/answer', AnswerForm, (tx, actor, id, seen, form) =>
      record.answerObjection(tx, actor, id, seen, form, now()),
    )
    create('/api/ratings/locks', LockForm, (tx, actor, form) => record.lockPeriod(tx, actor, form, now()))
    change('POST', '/api/ratings/locks/:id/open', ReasonForm, (tx, actor, id, seen, { reason }) =>
      record.openPeriod(tx, actor, id, seen, reason, now()),
    )

    server.get('/api/ratings/heads', { schema: { response: { 200: Terms } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'rating.read')
      const [office, { agencies, terms, accounts }] = await Promise.all([
        queries.getOffice(sql, actor.tenantId),
        readPeople(sql, actor.tenantId),
      ])
      const why = whyNot('heads', actor, { office: office.agency?.id ?? null })
      const known = new Set(terms.map(({ agencyId }) => agencyId))
      return {
        terms: terms.map(
          ({ agencyId, agencyName, ...term }): z.infer<typeof Term> => ({
            ...term,
            agency: { id: agencyId, name: agencyName },
          }),
        ),
        assumed: agencies
          .filter(({ id, endedOn }) => endedOn === null && !known.has(id))
          .map(({ id, name }) => {
            const [one, another] = accounts.filter(({ agencyId }) => agencyId === id)
            const only = one && !another ? one : null
            return { agency: { id, name }, name: only?.name ?? null, position: only?.position ?? '' }
          }),
        may: why,
      }
    })
    create('/api/ratings/heads', TermForm, (tx, actor, form) => record.addTerm(tx, actor, form, now()))
    change('PUT', '/api/ratings/heads/:id', TermForm, (tx, actor, id, seen, form) =>
      record.changeTerm(tx, actor, id, seen, form, now()),
    )
    server.delete(
      '/api/ratings/heads/:id',
      { config: { sends: ['version'] }, schema: { params: Id, response: { 200: Made } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'rating.read')
        const seen = versionSeen(request)
        return sql.begin((tx) => record.changeTerm(tx, actor, request.params.id, seen, null, now()))
      },
    )
  }
