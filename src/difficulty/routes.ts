// Difficulties over HTTP: the list, one, those of an assignment, raising, the steps, papers, the consolidated table.
import { z } from 'zod'
import { findIssuer } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { writeDocx } from '../paper/docx.ts'
import { issuerOf } from '../paper/issuer.ts'
import type { TablePaper } from '../paper/table.ts'
import { writeXlsx } from '../paper/xlsx.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { once } from '../store/once.ts'
import { attachment } from '../task/evidence.ts'
import type { Now } from '../task/record.ts'
import * as words from '../vocabulary/words.ts'
import { readCalendar } from '../working-day/queries.ts'
import { permitRaise, STEP_KINDS, type Standing, whyNot } from './difficulty.ts'
import {
  ConsolidatedTable,
  Difficulty,
  DifficultyCounts,
  DifficultyFilter,
  DifficultyList,
  DifficultyQuery,
  Escalated,
  OfAssignment,
  Raised,
  RaiseForm,
  StepForm,
  StepTaken,
  tally,
} from './exchange.ts'
import * as listing from './listing.ts'
import { difficultyPaper } from './paper.ts'
import { escalateOverdue, findRaisers, listBearings, raiseDifficulty, takeStep } from './queries.ts'
import * as story from './story.ts'
import { calendarOf, consolidatedTable, readFilterNames } from './table.ts'

const Id = z.object({ id: z.uuid() })
const FORMS = {
  docx: {
    media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: writeDocx,
  },
  xlsx: { media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
} as const

/** What a later room does when a step was taken on a difficulty, in the same transaction. */
export type OnStep = (tx: Sql, actor: Actor, id: string, when: Now) => Promise<void>

export function difficultyRoutes({ sql, clock }: App, onStep: OnStep = async () => {}) {
  const when = () => ({ at: clock.now(), today: clock.today() })
  return async (server: Server) => {
    server.get(
      '/api/difficulties',
      { schema: { querystring: DifficultyQuery, response: { 200: DifficultyList } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'difficulty.read')
        const { after, limit, ...filter } = request.query
        return listPage(actor, filter, after, limit)
      },
    )

    server.get(
      '/api/difficulties/counts',
      { schema: { querystring: DifficultyFilter, response: { 200: DifficultyCounts } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'difficulty.read')
        const { tenantId } = actor
        const [cells, agencies, plans, at] = await Promise.all([
          listing.countStates(sql, tenantId, request.query, clock.today()),
          listing.listRaisingAgencies(sql, tenantId),
          listing.listPlansWithDifficulties(sql, tenantId),
          listing.listWaitingAgencies(sql, tenantId),
        ])
        return {
          counts: tally(cells),
          agencies: [...agencies],
          plans: [...plans],
          at: at.map(({ id, name }) => ({ id, name })),
        }
      },
    )

    server.get(
      '/api/difficulties/table',
      { schema: { querystring: DifficultyFilter, response: { 200: ConsolidatedTable } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'difficulty.read')
        return consolidatedTable(sql, actor.tenantId, request.query, clock.today())
      },
    )

    for (const form of ['docx', 'xlsx'] as const)
      server.get(
        `/api/difficulties/table.${form}`,
        { config: { answers: FORMS[form].media }, schema: { querystring: DifficultyFilter } },
        async (request, reply) => {
          const actor = actorOf(request)
          allow(actor, 'difficulty.read')
          const paper = await readPaper(actor, request.query)
          return reply
            .header('content-type', FORMS[form].media)
            .header('content-disposition', attachment(`${words.difficulty.fileName}-${paper.day}.${form}`))
            .send(Buffer.from(await FORMS[form].write(paper)))
        },
      )

    server.get(
      '/api/difficulties/of-assignment/:id',
      { schema: { params: Id, response: { 200: OfAssignment } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'difficulty.read')
        return readOfAssignment(actor, request.params.id)
      },
    )

    server.get(
      '/api/difficulties/:id',
      { schema: { params: Id, response: { 200: Difficulty } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'difficulty.read')
        return readDifficulty(actor, request.params.id)
      },
    )

    server.post(
      '/api/difficulties',
      { config: { sends: ['key'] }, schema: { body: RaiseForm, response: { 201: Raised } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'difficulty.raise')
        const key = idempotencyKey(request)
        const form = request.body
        const now = when()
        const raised = await once(sql, { ...actor, key, request: ['difficulty', form], at: now.at }, (tx) =>
          raiseDifficulty(tx, actor, form, now),
        )
        return reply.status(201).send(raised)
      },
    )

    server.post(
      '/api/difficulties/:id/steps',
      {
        config: { sends: ['version', 'key'] },
        schema: { params: Id, body: StepForm, response: { 201: StepTaken } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'difficulty.read')
        const { id } = request.params
        const seen = versionSeen(request)
        const key = idempotencyKey(request)
        const now = when()
        const taken = await once(
          sql,
          { ...actor, key, request: ['difficulty.step', id, seen, request.body], at: now.at },
          async (tx) => {
            const step = await takeStep(tx, actor, id, seen, request.body, now)
            await onStep(tx, actor, id, now)
            return step
          },
        )
        return reply.status(201).send(taken)
      },
    )

    server.post(
      '/api/difficulties/escalate',
      { config: { sends: ['key'] }, schema: { response: { 200: Escalated } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'difficulty.escalate')
        const key = idempotencyKey(request)
        const now = when()
        return once(sql, { ...actor, key, request: ['difficulty.escalate'], at: now.at }, async (tx) => {
          const escalated = await escalateOverdue(tx, actor.tenantId, now)
          await audit(tx, actor, now.at, 'difficulty.escalate-now', ['difficulty', 'overdue'], { escalated })
          return { escalated }
        })
      },
    )

    server.get(
      '/api/difficulties/files/:hash',
      {
        config: { answers: 'application/octet-stream' },
        schema: {
          params: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) }),
          querystring: z.object({ step: z.uuid() }),
        },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'difficulty.read')
        const file = await story.findFile(sql, actor.tenantId, request.query.step, request.params.hash)
        if (!file) throw new Refusal('missing', 'file.missing', words.refusal.missing)
        return reply
          .header('content-type', file.media)
          .header('content-disposition', attachment(file.name))
          .header('x-content-type-options', 'nosniff')
          .send(Buffer.from(file.bytes))
      },
    )
  }

  async function listPage(
    { tenantId }: Actor,
    filter: Omit<DifficultyFilter, 'after'>,
    after: string | undefined,
    limit: number,
  ): Promise<DifficultyList> {
    const today = clock.today()
    const rows = await listing.listDifficulties(sql, tenantId, filter, { after, limit: limit + 1, today })
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    const calendar = await calendarOf(sql, tenantId, page, today)
    return {
      rows: page.map((row) => ({
        ...row,
        agency: { id: row.agencyId, name: row.agencyName },
        plan: { id: row.planId, number: row.planNumber, title: row.planTitle },
        addressee: named(row.addresseeId, row.addresseeName),
        waitingAt: named(row.waitingAtId, row.waitingAtName),
        workingDaysLeft: calendar.leftOf(row),
      })),
      next: rows.length > limit && last ? listing.cursorOf(last) : null,
      today,
      missingYears: calendar.missingYears,
    }
  }

  async function readPaper(actor: Actor, filter: DifficultyFilter): Promise<TablePaper> {
    const { tenantId, agencyId } = actor
    const [table, issuing, names] = await Promise.all([
      consolidatedTable(sql, tenantId, filter, clock.today()),
      findIssuer(sql, tenantId, agencyId),
      readFilterNames(sql, tenantId, filter),
    ])
    const w = words.difficulty
    const said = [
      names.plan && w.ofPlan(names.plan),
      filter.type && `${w.type}: ${w.types[filter.type]}`,
      names.agency && `${w.raisedBy}: ${names.agency}`,
      names.at && `${w.at}: ${names.at}`,
      `${w.columns.status}: ${w.states[filter.state]}`,
    ]
    return difficultyPaper(table, issuerOf(names.province, issuing), [said.filter(Boolean).join('; ')])
  }

  async function readOfAssignment(actor: Actor, id: string): Promise<OfAssignment> {
    const { tenantId } = actor
    const [rows, bearings] = await Promise.all([
      listing.listOfAssignment(sql, tenantId, id),
      listBearings(sql, tenantId, [id]),
    ])
    if (bearings.length === 0) throw new Refusal('missing', 'work.missing', words.refusal.missing)
    const answers = await story.listAnswers(
      sql,
      tenantId,
      rows.map(({ mainId }) => mainId),
    )
    const may = permitRaise(bearings, actor.capacities)
    return {
      whyNotRaise: 'why' in may ? may.why : null,
      difficulties: rows.map(({ mainId, ...row }) => ({ ...row, answer: answers.get(mainId) ?? null })),
    }
  }

  async function readDifficulty(actor: Actor, id: string): Promise<Difficulty> {
    const { tenantId } = actor
    const row = await story.findDifficulty(sql, tenantId, id)
    if (!row) throw new Refusal('missing', 'difficulty.missing', words.refusal.missing)
    const [raisers, steps, answers, ids, main] = await Promise.all([
      story.listRaisers(sql, tenantId, [id]),
      story.listSteps(sql, tenantId, id),
      story.listAnswers(sql, tenantId, [row.joinedInto ?? id]),
      findRaisers(sql, tenantId, id),
      row.joinedInto ? story.findDifficulty(sql, tenantId, row.joinedInto) : null,
    ])
    const standing: Standing = { ...row, ...ids }
    const whyNots = Object.fromEntries(
      STEP_KINDS.map((kind) => [kind, whyNot(kind, standing, actor.capacities)]),
    )
    return {
      ...row,
      agency: { id: row.agencyId, name: row.agencyName },
      plan: { id: row.planId, number: row.planNumber, title: row.planTitle },
      focal: named(row.focalId, row.focalName),
      addressee: named(row.addresseeId, row.addresseeName),
      next:
        row.nextId && row.nextName ? { id: row.nextId, name: row.nextName, days: row.nextDays ?? 0 } : null,
      waitingAt: named(row.waitingAtId, row.waitingAtName),
      joinedInto: main && {
        ...{ id: main.id, text: main.text, status: main.status },
        agency: { id: main.agencyId, name: main.agencyName },
      },
      raisers: raisers.map(({ joinedInto: _, ...raiser }) => raiser),
      steps,
      answer: answers.get(row.joinedInto ?? id) ?? null,
      clock: row.status === 'sent' ? await readClock(tenantId, row) : null,
      likely: whyNots.join === null ? await readLikely(tenantId, row) : [],
      whyNot: whyNots as Difficulty['whyNot'],
    }
  }

  /** The clock in hand: from the day it came to where it lies. */
  async function readClock(tenantId: number, { waitingSince, dueOn }: story.DifficultyRow) {
    if (!waitingSince || !dueOn) return null
    const today = clock.today()
    const end = dueOn > today ? dueOn : today
    const { entered, missing } = await readCalendar(sql, tenantId, waitingSince, end)
    return {
      ...{ from: waitingSince, dueOn, today, missingYears: missing(waitingSince, end) },
      daysOff: entered.map(({ day, kind, name }) => ({ day, kind, name })),
    }
  }

  async function readLikely(tenantId: number, row: story.DifficultyRow): Promise<Difficulty['likely']> {
    const rows = await story.listLikely(sql, tenantId, row)
    return rows.map(({ agencyId, agencyName, ...likely }) => ({
      ...likely,
      agency: { id: agencyId, name: agencyName },
    }))
  }
}

const named = (id: string | null, name: string | null) => (id && name ? { id, name } : null)
