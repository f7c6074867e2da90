// Days off over HTTP: a year at a time, added, changed, deleted, and a year's list pasted in with a dry run.
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { once } from '../store/once.ts'
import * as words from '../vocabulary/words.ts'
import {
  DayOff,
  DayOffChange,
  DayOffForm,
  DaysOffImport,
  DaysOffOfYear,
  DaysOffText,
  FIRST_YEAR,
  LAST_YEAR,
  readLines,
  whyNotKind,
} from './day-off.ts'
import * as queries from './queries.ts'

const Year = z.object({ year: z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR).optional() })
const OneDay = z.object({ day: z.iso.date() })
const DryRun = z.object({ dryRun: z.enum(['true', 'false']) })
/** A whole year at once. */
const MOST_AT_ONCE = 366

export function workingDayRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    server.get(
      '/api/days-off',
      { schema: { querystring: Year, response: { 200: DaysOffOfYear } } },
      async (request) => {
        const { tenantId } = actorOf(request)
        allow(actorOf(request), 'day-off.read')
        const year = request.query.year ?? Number(clock.today().slice(0, 4))
        const [days, years] = await Promise.all([
          queries.listDaysOff(sql, tenantId, `${year}-01-01`, `${year}-12-31`),
          queries.listYears(sql, tenantId),
        ])
        return { year, days: [...days], years: [...years] }
      },
    )

    server.post(
      '/api/days-off',
      {
        config: { sends: ['key'] },
        schema: {
          body: z.object({ days: z.array(DayOffForm).min(1).max(MOST_AT_ONCE) }),
          response: { 201: z.array(DayOff) },
        },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'day-off.write')
        const { days } = request.body
        const key = idempotencyKey(request)
        const at = clock.now()
        const made = await once(sql, { ...actor, key, request: ['days-off', days], at }, async (tx) => {
          await queries.insertDaysOff(tx, actor.tenantId, days)
          for (const form of days) await audit(tx, actor, at, 'day-off.add', ['day-off', form.day], form)
          return days.map((form) => ({ ...form, version: 1 }))
        })
        return reply.status(201).send(made)
      },
    )

    server.patch(
      '/api/days-off/:day',
      {
        config: { sends: ['version'] },
        schema: { params: OneDay, body: DayOffChange, response: { 200: DayOff } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'day-off.write')
        const { day } = request.params
        const why = whyNotKind(day, request.body.kind)
        if (why) throw new Refusal('invalid', 'day-off.worked-anyway', why, [{ at: 'kind', message: why }])
        const seen = versionSeen(request)
        return sql.begin(async (tx) => {
          const before = await queries.getDayOff(tx, actor.tenantId, day)
          const after = await queries.updateDayOff(tx, actor.tenantId, day, seen, request.body)
          await audit(tx, actor, clock.now(), 'day-off.change', ['day-off', day], { before, after })
          return after
        })
      },
    )

    server.delete(
      '/api/days-off/:day',
      { config: { sends: ['version'] }, schema: { params: OneDay, response: { 204: z.null() } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'day-off.write')
        const { day } = request.params
        const seen = versionSeen(request)
        await sql.begin(async (tx) => {
          const before = await queries.deleteDayOff(tx, actor.tenantId, day, seen)
          await audit(tx, actor, clock.now(), 'day-off.delete', ['day-off', day], { before })
        })
        reply.status(204)
        return null
      },
    )

    server.post(
      '/api/days-off/import',
      {
        config: { sends: ['key'] },
        schema: { querystring: DryRun, body: DaysOffText, response: { 200: DaysOffImport } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'day-off.write')
        const { text } = request.body
        const key = idempotencyKey(request)
        if (request.query.dryRun === 'true') return prepare(sql, actor.tenantId, text)
        const at = clock.now()
        return once(sql, { ...actor, key, request: ['days-off.import', text], at }, async (tx) => {
          const plan = await prepare(tx, actor.tenantId, text)
          if (plan.faults.length)
            throw new Refusal(
              'invalid',
              'import.faults',
              words.daysOff.importFaults(plan.faults.length),
              plan.faults.map(({ line, message }) => ({ at: words.daysOff.line(line), message })),
            )
          await queries.insertDaysOff(tx, actor.tenantId, plan.days)
          await audit(tx, actor, at, 'day-off.import', ['day-off', 'import'], plan)
          return plan
        })
      },
    )
  }
}

/** The lines against what is entered: the same again is known, something else on the same day is a fault of its line. */
async function prepare(sql: Sql, tenantId: number, text: string): Promise<DaysOffImport> {
  const { days, faults } = readLines(text)
  const entered = await queries.listDaysOff(sql, tenantId, `${FIRST_YEAR}-01-01`, `${LAST_YEAR}-12-31`)
  const there = new Map(entered.map((day) => [day.day, day]))
  const isKnown = ({ day, kind }: DayOffForm) => there.get(day)?.kind === kind
  const clashes = days.flatMap((form) => {
    const other = there.get(form.day)
    if (!other || isKnown(form)) return []
    return [{ line: form.line, message: words.daysOff.enteredOtherwise(words.day(form.day), other.name) }]
  })
  return {
    days: days.filter(({ day }) => !there.has(day)).map(({ day, kind, name }) => ({ day, kind, name })),
    known: days.filter(isKnown).length,
    faults: [...faults, ...clashes].sort((a, b) => a.line - b.line),
  }
}
