// The calendar of due days, and the feeds that calendar programs read: whoever knows the address may read, so it is as
// long as a session's token, only its hash is kept, and its owner can change it or take it back at any time.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { addDays } from '../base/calendar.ts'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { whyNotAllowed } from '../identity/identity.ts'
import { allow } from '../identity/routes.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { once } from '../store/once.ts'
import { scopeOf } from '../task/routes.ts'
import { countedState, isIn } from '../task/work-state.ts'
import { listAgencyNames } from '../task/worklist.ts'
import * as words from '../vocabulary/words.ts'
import { listDaysOff } from '../working-day/queries.ts'
import {
  Calendar,
  type CalendarEntry,
  CalendarFeed,
  CalendarFeeds,
  CalendarFilter,
  FeedForm,
  FeedWithAddress,
  weeksOf,
} from './calendar.ts'
import * as queries from './calendar-queries.ts'
import { writeFeed } from './feed.ts'
import { readPageStamp } from './queries.ts'

const Id = z.object({ id: z.uuid() })
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Days of the past that a feed still shows. */
const DAYS_BACK = 180
const FEED_MEDIA = 'text/calendar; charset=utf-8'

export function calendarRoutes({ sql, clock, config }: App) {
  return async (server: Server) => {
    server.get(
      '/api/calendar',
      { schema: { querystring: CalendarFilter, response: { 200: Calendar } } },
      async (request): Promise<Calendar> => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        const { month, ...filter } = request.query
        return readCalendar(
          actor.tenantId,
          scopeOf(actor, { state: 'all', ...filter }),
          month ?? clock.today().slice(0, 7),
        )
      },
    )

    server.get('/api/calendar/feeds', { schema: { response: { 200: CalendarFeeds } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'feed.own')
      return { feeds: await queries.listFeeds(sql, actor.tenantId, actor.accountId) }
    })

    server.post(
      '/api/calendar/feeds',
      { config: { sends: ['key'] }, schema: { body: FeedForm, response: { 201: FeedWithAddress } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'feed.own')
        const { tenantId, accountId } = actor
        const { agencyId } = request.body
        const key = idempotencyKey(request)
        const at = clock.now()
        let address: string | null = null
        const feed = await once(
          sql,
          { tenantId, accountId, key, request: ['feed', agencyId], at },
          async (tx) => {
            const id = randomUUID()
            const fresh = freshAddress(tenantId)
            if (!(await queries.insertFeed(tx, tenantId, { id, accountId, agencyId, ...fresh, at })))
              throw new Refusal('conflict', 'feed.taken', words.standing.feed.taken)
            await audit(tx, actor, at, 'feed.make', ['feed', id], { agencyId })
            address = fresh.address
            return getFeed(tx, tenantId, accountId, id)
          },
        )
        return reply.status(201).send({ feed, address })
      },
    )

    server.put(
      '/api/calendar/feeds/:id/address',
      { config: { sends: ['version'] }, schema: { params: Id, response: { 200: FeedWithAddress } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'feed.own')
        const { tenantId, accountId } = actor
        const { id } = request.params
        const seen = versionSeen(request)
        const at = clock.now()
        const fresh = freshAddress(tenantId)
        return sql.begin(async (tx) => {
          if (!(await queries.renewFeed(tx, tenantId, { id, accountId, seen, ...fresh, at })))
            await refuseChange(tx, tenantId, accountId, id)
          await audit(tx, actor, at, 'feed.renew', ['feed', id])
          return { feed: await getFeed(tx, tenantId, accountId, id), address: fresh.address }
        })
      },
    )

    server.delete(
      '/api/calendar/feeds/:id',
      { config: { sends: ['version'] }, schema: { params: Id, response: { 200: CalendarFeed } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'feed.own')
        const { tenantId, accountId } = actor
        const { id } = request.params
        const seen = versionSeen(request)
        return sql.begin(async (tx) => {
          const feed = await getFeed(tx, tenantId, accountId, id)
          if (!(await queries.deleteFeed(tx, tenantId, { id, accountId, seen })))
            await refuseChange(tx, tenantId, accountId, id)
          await audit(tx, actor, clock.now(), 'feed.take-back', ['feed', id])
          return feed
        })
      },
    )

    server.get(
      '/api/calendar/:file',
      {
        config: { open: true, answers: 'text/calendar', rateLimit: { max: 120, timeWindow: '1 minute' } },
        schema: { params: z.object({ file: z.string().max(80) }) },
      },
      async (request, reply) => {
        const [, tenant, token] = /^(\d{1,9})\.([A-Za-z0-9_-]{43})\.ics$/.exec(request.params.file) ?? []
        const tenantId = Number(tenant)
        const feed = tenant && token ? await queries.openFeed(sql, tenantId, hashOf(token)) : null
        if (!feed || whyNotAllowed('work.read', feed.role))
          throw new Refusal('missing', 'feed.missing', words.standing.feed.missing)
        const today = clock.today()
        // What the feed says follows from these; nobody who polls makes the machine compute twice.
        const said = [await readPageStamp(sql, tenantId), today, feed.id, feed.version, feed.accountName]
        const etag = `"${hashOf(said.join(' ')).slice(0, 32)}"`
        reply.header('etag', etag).header('cache-control', 'private, no-cache')
        if (request.headers['if-none-match'] === etag) return reply.status(304).send()
        const entries = await queries.listFeedEntries(sql, tenantId, feed, addDays(today, -DAYS_BACK))
        const name = words.standing.feed.name(feed.agencyName ?? feed.accountName)
        const origin = `${config.secureCookie ? 'https' : request.protocol}://${request.host}`
        return reply.type(FEED_MEDIA).send(writeFeed({ name, entries, origin }))
      },
    )
  }

  async function readCalendar(
    tenantId: number,
    scope: queries.CalendarScope,
    month: string,
  ): Promise<Calendar> {
    const today = clock.today()
    const days = weeksOf(month).flat()
    const span = { from: days[0] ?? today, to: days.at(-1) ?? today }
    const [cells, found, agencies, daysOff] = await Promise.all([
      queries.listDayCells(sql, tenantId, scope, span, today),
      queries.listDayEntries(sql, tenantId, scope, span),
      listAgencyNames(sql, tenantId, scope.agencies ?? []),
      listDaysOff(sql, tenantId, span.from, span.to),
    ])
    const entries = new Map<string, CalendarEntry[]>()
    for (const { day, completedOn, ...entry } of found) {
      const state = countedState(entry.status, day, completedOn)
      const isOverdue = isIn('overdue', state, day < today ? 'past' : 'later')
      entries.set(day, [...(entries.get(day) ?? []), { ...entry, isOverdue }])
    }
    const sums = new Map<string, Calendar['days'][number]>()
    for (const { day, state, due, n } of cells) {
      const sum = sums.get(day) ?? { day, all: 0, done: 0, overdue: 0, entries: entries.get(day) ?? [] }
      for (const name of ['all', 'done', 'overdue'] as const) if (isIn(name, state, due)) sum[name] += n
      sums.set(day, sum)
    }
    const own = scope.agencies?.at(-1)
    return {
      month,
      today,
      days: [...sums.values()].filter(({ all }) => all > 0).sort((a, b) => (a.day < b.day ? -1 : 1)),
      daysOff: [...daysOff],
      agency: agencies.find(({ id }) => id === own) ?? null,
    }
  }
}

/** "/api/calendar/<tenant>.<token>.ics": the tenant leads to its rows, only the token's hash is stored. */
function freshAddress(tenantId: number): { address: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url')
  return { address: `/api/calendar/${tenantId}.${token}.ics`, tokenHash: hashOf(token) }
}

async function getFeed(sql: Sql, tenantId: number, accountId: string, id: string): Promise<CalendarFeed> {
  const feed = await queries.findFeed(sql, tenantId, accountId, id)
  if (!feed) throw new Refusal('missing', 'feed.missing', words.refusal.missing)
  return feed
}

/** Why nothing was changed: it is not there, or it was changed since. */
async function refuseChange(sql: Sql, tenantId: number, accountId: string, id: string): Promise<never> {
  await getFeed(sql, tenantId, accountId, id)
  throw new Refusal('stale', 'feed.stale', words.refusal.stale)
}
