// Petitions over HTTP: the list with its clocks, one, its steps, the number of days in which the province answers.
import { z } from 'zod'
import { workingDaysBetween } from '../base/calendar.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { whyNotAllowed } from '../identity/identity.ts'
import { allow } from '../identity/routes.ts'
import type { Sql } from '../store/database.ts'
import { once } from '../store/once.ts'
import { readCalendar } from '../working-day/queries.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { listKeepers } from './keeper.ts'
import {
  Petition,
  PetitionFilter,
  PetitionList,
  type PetitionRow,
  PetitionStepForm,
  PetitionTaken,
  SettingForm,
  tallyPetitions,
} from './petition.ts'
import * as queries from './petition-queries.ts'
import { saveSetting, standingOf, takePetitionStep } from './petition-record.ts'
import { PETITION_STEPS, whyNot } from './petition-rule.ts'

const Id = z.object({ id: z.uuid() })
const Setting = z.object({ days: z.number().int(), basis: z.string(), version: z.number().int() })
const LATE = '2999-12-31'

export function petitionRoutes({ sql, clock }: App) {
  const when = () => ({ at: clock.now(), today: clock.today() })
  return async (server: Server) => {
    server.get(
      '/api/petitions',
      { schema: { querystring: PetitionFilter, response: { 200: PetitionList } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        return listPage(actor, request.query)
      },
    )

    server.get(
      '/api/petitions/:id',
      { schema: { params: Id, response: { 200: Petition } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        return readPetition(actor, request.params.id)
      },
    )

    server.post(
      '/api/petitions/:id/steps',
      {
        config: { sends: ['version', 'key'] },
        schema: { params: Id, body: PetitionStepForm, response: { 201: PetitionTaken } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        // Who may take which step hangs on the petition: petition-rule.ts.
        allow(actor, 'cooperative.read')
        const { id } = request.params
        const seen = versionSeen(request)
        const now = when()
        const asked = {
          key: idempotencyKey(request),
          request: ['petition.step', id, seen, request.body],
          at: now.at,
        }
        const taken = await once(sql, { ...actor, ...asked }, (tx) =>
          takePetitionStep(tx, actor, id, seen, request.body, now),
        )
        return reply.status(201).send(taken)
      },
    )

    server.put(
      '/api/petitions/setting',
      { config: { sends: ['version'] }, schema: { body: SettingForm, response: { 200: Setting } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'petition.set')
        const seen = versionSeen(request)
        return sql.begin((tx) => saveSetting(tx, actor, seen, request.body, when()))
      },
    )
  }

  async function listPage(actor: Actor, { after, ...filter }: PetitionFilter): Promise<PetitionList> {
    const { tenantId } = actor
    const today = clock.today()
    const from = after ? readCursor(after, 3) : null
    const [rows, cells, setting] = await Promise.all([
      queries.listPetitions(sql, tenantId, filter, {
        today,
        after: from && { due: from[0] ?? '', on: from[1] ?? '', id: from[2] ?? '' },
      }),
      queries.countPetitions(sql, tenantId, filter, today),
      queries.findSetting(sql, tenantId),
    ])
    const page = rows.slice(0, queries.PETITION_PAGE)
    const last = page.at(-1)
    const calendar = await calendarOf(sql, tenantId, page, today)
    return {
      rows: page.map((row) => plain(row, calendar.leftOf(row))),
      next:
        rows.length > queries.PETITION_PAGE && last
          ? writeCursor([last.dueOn ?? LATE, last.receivedOn, last.id])
          : null,
      counts: tallyPetitions(cells),
      today,
      missingYears: calendar.missingYears,
      setting,
      whyNotSet: whyNotAllowed('petition.set', actor.role),
    }
  }

  async function readPetition(actor: Actor, id: string): Promise<Petition> {
    const { tenantId } = actor
    const today = clock.today()
    const row = await queries.getPetition(sql, tenantId, id)
    const [steps, keepers, setting, calendar] = await Promise.all([
      queries.listStory(sql, tenantId, id),
      listKeepers(sql, tenantId, 'petition'),
      queries.findSetting(sql, tenantId),
      calendarOf(sql, tenantId, [row], today),
    ])
    const standing = standingOf(row, keepers)
    const { version, field, answer, answeredOn, waitingSince } = row
    return {
      ...plain(row, calendar.leftOf(row)),
      ...{ version, field, answer, answeredOn, waitingSince },
      next:
        row.nextId && row.nextName ? { id: row.nextId, name: row.nextName, days: row.nextDays ?? 0 } : null,
      difficulty:
        row.difficultyId && row.difficultyStatus
          ? {
              ...{ id: row.difficultyId, status: row.difficultyStatus, waitingAt: row.difficultyAt },
              withLeaders: row.difficultyWithLeaders ?? false,
            }
          : null,
      steps: [...steps],
      clock: await readClock(tenantId, row, today),
      settingDays: setting?.days ?? null,
      today,
      whyNot: Object.fromEntries(
        PETITION_STEPS.map((step) => [step, whyNot(step, standing, actor.capacities)]),
      ) as Petition['whyNot'],
    }
  }

  /** The clock in hand: from the day it came to where it lies. */
  async function readClock(tenantId: number, row: queries.PetitionRowStored, today: string) {
    const { waitingSince, ownDueOn } = row
    if (row.status !== 'sent' || !ownDueOn || !waitingSince) return null
    const end = ownDueOn > today ? ownDueOn : today
    const { entered, missing } = await readCalendar(sql, tenantId, waitingSince, end)
    return {
      ...{ from: waitingSince, dueOn: ownDueOn, today, missingYears: missing(waitingSince, end) },
      daysOff: entered.map(({ day, kind, name }) => ({ day, kind, name })),
    }
  }
}

/** Working days left of the clocks that run, and the years of theirs for which no day off was entered. */
async function calendarOf(
  sql: Sql,
  tenantId: number,
  rows: readonly queries.PetitionRowStored[],
  today: string,
) {
  const running = rows.filter(({ status, dueOn }) => status === 'sent' && dueOn !== null)
  const days = [today, ...running.map(({ dueOn }) => dueOn ?? today)].sort()
  const [first = today, last = today] = [days[0], days.at(-1)]
  const { isOff, missing } = await readCalendar(sql, tenantId, first, last)
  return {
    leftOf: ({ status, dueOn }: queries.PetitionRowStored) =>
      status === 'sent' && dueOn !== null ? workingDaysBetween(today, dueOn, isOff) : null,
    missingYears: running.length ? missing(first, last) : [],
  }
}

/** The first so many petitions of a filter, for pages that show them among other things. */
export async function listPetitionRows(
  sql: Sql,
  tenantId: number,
  filter: PetitionFilter,
  today: string,
  limit: number,
): Promise<PetitionRow[]> {
  const rows = await queries.listPetitions(sql, tenantId, filter, { today, after: null, limit })
  const calendar = await calendarOf(sql, tenantId, rows, today)
  return rows.map((row) => plain(row, calendar.leftOf(row)))
}

const named = (id: string | null, name: string | null) => (id && name ? { id, name } : null)

const plain = (row: queries.PetitionRowStored, workingDaysLeft: number | null): PetitionRow => ({
  ...{ id: row.id, code: row.code, content: row.content, receivedOn: row.receivedOn, status: row.status },
  ...{ withLeaders: row.withLeaders, cooperative: row.cooperative, dueOn: row.dueOn, workingDaysLeft },
  event: named(row.eventId, row.eventName),
  agency: named(row.agencyId, row.agencyName),
  difficultyId: row.difficultyId,
})
