// Reports over HTTP: duties to report of a plan, rounds, one report, its papers.
import { z } from 'zod'
import { findIssuer } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { writeOfficial } from '../paper/official-docx.ts'
import { writeXlsx } from '../paper/xlsx.ts'
import { findDossierOf } from '../signing/queries.ts'
import { openDossier } from '../signing/record.ts'
import { once } from '../store/once.ts'
import { attachment } from '../task/evidence.ts'
import * as words from '../vocabulary/words.ts'
import {
  agenciesOf,
  mayRead,
  mayWrite,
  partAnswer,
  readReport,
  regimeAnswer,
  roundPage,
  roundSummary,
} from './answers.ts'
import {
  BulkAnswer,
  BulkForm,
  DraftForm,
  Made,
  Part,
  PlanReporting,
  Report,
  ROUND_TABS,
  RoundForm,
  RoundList,
  RoundPage,
  StepForm,
} from './exchange.ts'
import { type PaperSource, reportPaper, reportTable, SHEETS } from './paper.ts'
import { readPaperSource } from './paper-source.ts'
import * as queries from './queries.ts'
import { consolidateReport, findPart, saveDraft, takeBulk, takeReportStep, whyNotDossier } from './record.ts'
import { proposalOf, RegimeChange, RegimeForm, usualLinks } from './regime.ts'
import { changeRegime, createRegime, openRound, whyNotRequest } from './rounds.ts'

const PAGE = 50
const Id = z.object({ id: z.uuid() })
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const cursorOf = ({ openedOn, id }: queries.RoundRow) =>
  Buffer.from(`${openedOn} ${id}`).toString('base64url')
function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return null
  const [on, id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (on && id && z.iso.date().safeParse(on).success && z.uuid().safeParse(id).success) return { on, id }
  throw new Refusal('invalid', 'request.cursor', words.refusal.unreadable)
}

export const reportRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    const now = () => ({ at: clock.now(), today: clock.today() })

    server.get(
      '/api/plans/:id/reporting',
      { schema: { params: Id, response: { 200: PlanReporting } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'report.read')
        const { tenantId } = actor
        const { id } = request.params
        const today = clock.today()
        const scope = { agencyIds: agenciesOf(actor), today, tab: 'all' as const, planId: id, before: null }
        const plan = await queries.getPlan(sql, tenantId, id)
        const [regimes, duties, bearers, province, rounds] = await Promise.all([
          queries.listRegimes(sql, tenantId, id).execute(),
          queries.listReadDuties(sql, tenantId, id),
          queries.listBearers(sql, tenantId, id).execute(),
          queries.findProvinceCommittee(sql, tenantId),
          queries.listRounds(sql, tenantId, { ...scope, limit: PAGE }).execute(),
        ])
        const known = new Set(regimes.map(({ sourceKey }) => sourceKey))
        const { overseerId, overseerName, status: _, ...head } = plan
        const overseer = overseerId && overseerName ? { id: overseerId, name: overseerName } : null
        const agencies = [...bearers]
        if (overseer && !agencies.some((one) => one.id === overseer.id)) agencies.push(overseer)
        const committee = province ? await findIssuer(sql, tenantId, province) : null
        if (province && committee) agencies.push({ id: province, name: committee.name })
        return {
          plan: { ...head, overseer },
          today,
          regimes: regimes.map((regime) => regimeAnswer(regime, today)),
          proposals: duties.flatMap((duty) => proposalOf(duty) ?? []).filter(({ key }) => !known.has(key)),
          rounds: rounds.map(roundSummary),
          usual: usualLinks(
            bearers.map((one) => one.id),
            overseerId,
            province,
          ),
          agencies,
          whyNot: whyNotRequest(actor, overseerId),
        }
      },
    )

    server.post(
      '/api/plans/:id/regimes',
      { config: { sends: ['key'] }, schema: { params: Id, body: RegimeForm, response: { 201: Made } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'report.request')
        const { id } = request.params
        const when = now()
        const made = await once(
          sql,
          { ...actor, key: idempotencyKey(request), request: ['regime', id, request.body], at: when.at },
          (tx) => createRegime(tx, actor, id, request.body, when),
        )
        return reply.status(201).send(made)
      },
    )

    server.patch(
      '/api/regimes/:id',
      { config: { sends: ['version'] }, schema: { params: Id, body: RegimeChange, response: { 200: Made } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'report.request')
        const seen = versionSeen(request)
        return sql.begin((tx) => changeRegime(tx, actor, request.params.id, seen, request.body, now()))
      },
    )

    server.post(
      '/api/plans/:id/rounds',
      { config: { sends: ['key'] }, schema: { params: Id, body: RoundForm, response: { 201: Made } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'report.request')
        const { id } = request.params
        const when = now()
        const made = await once(
          sql,
          { ...actor, key: idempotencyKey(request), request: ['round', id, request.body], at: when.at },
          (tx) => openRound(tx, actor, id, request.body, when),
        )
        return reply.status(201).send(made)
      },
    )

    server.get(
      '/api/rounds',
      {
        schema: {
          querystring: z.object({
            tab: z.enum(ROUND_TABS).default('all'),
            plan: z.uuid().optional(),
            after: z.string().max(200).optional(),
          }),
          response: { 200: RoundList },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'report.read')
        const { tab, plan, after } = request.query
        const today = clock.today()
        const rows = await queries.listRounds(sql, actor.tenantId, {
          ...{ agencyIds: agenciesOf(actor), today, tab, planId: plan ?? null },
          ...{ before: readCursor(after), limit: PAGE + 1 },
        })
        const last = rows[PAGE - 1]
        const rounds = rows.slice(0, PAGE).map(roundSummary)
        return { rounds, next: rows.length > PAGE && last ? cursorOf(last) : null, today }
      },
    )

    server.get(
      '/api/rounds/:id',
      { schema: { params: Id, response: { 200: RoundPage } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'report.read')
        const { tenantId } = actor
        const { id } = request.params
        const today = clock.today()
        const [round, reports] = await Promise.all([
          queries.getRound(sql, tenantId, id, { agencyIds: agenciesOf(actor), today }),
          queries.listReports(sql, tenantId, id).execute(),
        ])
        return roundPage(round, reports, actor, today)
      },
    )

    server.post(
      '/api/reports/steps',
      { config: { sends: ['key'] }, schema: { body: BulkForm, response: { 200: BulkAnswer } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'report.write')
        const when = now()
        return once(
          sql,
          { ...actor, key: idempotencyKey(request), request: ['report-steps', request.body], at: when.at },
          (tx) => takeBulk(tx, actor, request.body, when),
        )
      },
    )

    server.get('/api/reports/:id', { schema: { params: Id, response: { 200: Report } } }, async (request) => {
      const actor = actorOf(request)
      const row = await readable(actor, request.params.id)
      const [report, dossier] = await Promise.all([
        readReport(sql, actor, row, clock.today()),
        findDossierOf(sql, actor.tenantId, 'report', row.id),
      ])
      return { ...report, dossier, whyNotDossier: whyNotDossier(row, actor) }
    })

    server.get(
      '/api/reports/:id/duties/:itemId',
      { schema: { params: Id.extend({ itemId: z.uuid() }), response: { 200: Part } } },
      async (request) => {
        const actor = actorOf(request)
        const row = await readable(actor, request.params.id)
        return partAnswer(await findPart(sql, actor.tenantId, row.id, request.params.itemId))
      },
    )

    server.put(
      '/api/reports/:id/draft',
      { config: { sends: ['version'] }, schema: { params: Id, body: DraftForm, response: { 200: Made } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'report.write')
        const seen = versionSeen(request)
        return sql.begin((tx) => saveDraft(tx, actor, request.params.id, seen, request.body, now()))
      },
    )

    server.post(
      '/api/reports/:id/steps',
      { config: { sends: ['version'] }, schema: { params: Id, body: StepForm, response: { 200: Made } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'report.write')
        const seen = versionSeen(request)
        return sql.begin((tx) => takeReportStep(tx, actor, request.params.id, seen, request.body, now()))
      },
    )

    server.post(
      '/api/reports/:id/consolidate',
      {
        config: { sends: ['version'] },
        schema: {
          params: Id,
          response: { 200: Made.extend({ joined: z.number().int(), missing: z.number().int() }) },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'report.write')
        const seen = versionSeen(request)
        return sql.begin((tx) => consolidateReport(tx, actor, request.params.id, seen, now()))
      },
    )

    server.post(
      '/api/reports/:id/dossier',
      { config: { sends: ['key'] }, schema: { params: Id, response: { 201: Made } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'report.write')
        const { id } = request.params
        const { tenantId } = actor
        const when = now()
        const made = await once(
          sql,
          { ...actor, key: idempotencyKey(request), request: ['report-dossier', id], at: when.at },
          async (tx) => {
            const [row] = await queries.lockReports(tx, tenantId, [id])
            if (!row) throw new Refusal('missing', 'report.missing', words.refusal.missing)
            const why = whyNotDossier(row, actor)
            const kind = mayWrite(row, actor) ? 'conflict' : 'forbidden'
            if (why) throw new Refusal(kind, 'report.dossier', why)
            const round = await queries.getRound(tx, tenantId, row.roundId, {
              agencyIds: [],
              today: when.today,
            })
            const paper = reportPaper(await readPaperSource(tx, tenantId, row, when.today))
            const of = { agencyId: row.agencyId, planId: round.planId, assignmentId: null }
            return openDossier(tx, actor, { kind: 'report', subjectId: id, ...of, paper }, when)
          },
        )
        return reply.status(201).send(made)
      },
    )

    server.get(
      '/api/reports/:id/report.docx',
      { config: { answers: DOCX }, schema: { params: Id } },
      async (request, reply) => {
        const actor = actorOf(request)
        const source = await paperSource(actor, request.params.id)
        return reply
          .header('content-type', DOCX)
          .header('content-disposition', attachment(fileName(source, 'docx')))
          .send(Buffer.from(await writeOfficial(reportPaper(source))))
      },
    )

    server.get(
      '/api/reports/:id/report.xlsx',
      {
        config: { answers: XLSX },
        schema: { params: Id, querystring: z.object({ sheet: z.enum(SHEETS).default('duties') }) },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        const source = await paperSource(actor, request.params.id)
        return reply
          .header('content-type', XLSX)
          .header('content-disposition', attachment(fileName(source, 'xlsx')))
          .send(Buffer.from(await writeXlsx(reportTable(source, request.query.sheet))))
      },
    )

    async function readable(actor: Actor, id: string): Promise<queries.ReportRow> {
      allow(actor, 'report.read')
      const row = await queries.getReport(sql, actor.tenantId, id)
      if (!mayRead(row, actor)) throw new Refusal('forbidden', 'report.hidden', words.report.hidden)
      return row
    }

    const paperSource = async (actor: Actor, id: string): Promise<PaperSource> =>
      readPaperSource(sql, actor.tenantId, await readable(actor, id), clock.today())
  }

const fileName = ({ title }: PaperSource, ending: string): string =>
  `${words.report.paper.fileName}-${title.replace(/[^\p{L}\d]+/gu, '-').slice(0, 80)}.${ending}`
