// The page of the collective economy over HTTP: what there is to do, the pictures, who owes its update, the short form.
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { whyNotWrite } from '../register/kit/access.ts'
import { changeRow, createRow, rightsIn } from '../register/kit/record.ts'
import { yearlyUpdate } from '../register/yearly-update.ts'
import { once } from '../store/once.ts'
import * as words from '../vocabulary/words.ts'
import { readCursor, writeCursor } from './cursor.ts'
import {
  Desk,
  OwedList,
  OwedQuery,
  Picture,
  SHORT_NAMES,
  type ShortValues,
  standsOnOf,
  Updated,
  UpdateForm,
  UpdatePage,
  updateYear,
  windowOf,
} from './desk.ts'
import * as queries from './desk-queries.ts'
import { tallyPetitions } from './petition.ts'
import { countPetitions } from './petition-queries.ts'
import { listPetitionRows } from './petition-routes.ts'

const Id = z.object({ id: z.uuid() })
/** Petitions shown at once. */
const FEW = 5

export function deskRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    server.get(
      '/api/cooperatives/desk',
      { schema: { querystring: z.object({ place: z.uuid().optional() }), response: { 200: Desk } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        return readDesk(actor, request.query.place ?? null)
      },
    )

    server.get('/api/cooperatives/picture', { schema: { response: { 200: Picture } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'cooperative.read')
      return readPicture(actor)
    })

    server.get(
      '/api/cooperatives/owed',
      { schema: { querystring: OwedQuery, response: { 200: OwedList } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { year = updateYear(clock.today()), place = null, after } = request.query
        const from = after ? readCursor(after, 3) : null
        const [rows, rights] = await Promise.all([
          queries.listOwed(
            sql,
            actor.tenantId,
            { year, to: windowOf(year).to, place },
            from && { place: from[0] ?? '', name: from[1] ?? '', id: from[2] ?? '' },
          ),
          rightsIn(sql, actor, yearlyUpdate),
        ])
        const page = rows.slice(0, queries.OWED_PAGE)
        const last = page.at(-1)?.ref
        return {
          year,
          rows: page.map(({ ref, hasLast }) => ({ ...ref, hasLast })),
          next:
            rows.length > queries.OWED_PAGE && last
              ? writeCursor([last.place.name, last.name, last.id])
              : null,
          mayUpdate: rights.keeps ? null : [...rights.places],
        }
      },
    )

    server.get(
      '/api/cooperatives/:id/update',
      {
        schema: {
          params: Id,
          querystring: OwedQuery.pick({ year: true }),
          response: { 200: UpdatePage },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        return readUpdate(actor, request.params.id, request.query.year)
      },
    )

    // Version 0: nothing was entered for the year yet.
    server.put(
      '/api/cooperatives/:id/update',
      {
        config: { sends: ['version', 'key'] },
        schema: { params: Id, body: UpdateForm, response: { 200: Updated } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.write')
        const { id } = request.params
        const seen = versionSeen(request)
        const now = { at: clock.now(), today: clock.today() }
        const { year, standsOn, values } = request.body
        if (standsOn > now.today) {
          const message = words.cooperative.update.standsOnAhead
          throw new Refusal('invalid', 'update.stands-on', message, [{ at: 'standsOn', message }])
        }
        const asked = {
          key: idempotencyKey(request),
          request: ['update', id, seen, request.body],
          at: now.at,
        }
        const saved = await once(sql, { ...actor, ...asked }, async (tx) => {
          const [row] = (await queries.listUpdates(tx, actor.tenantId, id, year)).filter(
            (one) => one.year === year,
          )
          if (row && seen > 0)
            return changeRow(tx, actor, yearlyUpdate, row.id, seen, { values: { ...values, standsOn } }, now)
          // Somebody else may have entered it: the kit says so, by cooperative and year.
          return createRow(
            tx,
            actor,
            yearlyUpdate,
            { values: { ...values, cooperative: id, year, standsOn } },
            now,
          )
        })
        return { id: saved.id, version: saved.version }
      },
    )
  }

  async function readDesk({ tenantId }: Actor, placeId: string | null): Promise<Desk> {
    const today = clock.today()
    const year = updateYear(today)
    const window = windowOf(year)
    const scope = placeId ? { place: placeId } : {}
    const [place, owed, open, cells, petitionRows, warnings, lastImport] = await Promise.all([
      placeId ? queries.findPlace(sql, tenantId, placeId) : null,
      queries.countOwed(sql, tenantId, { year, to: window.to, place: placeId }),
      queries.countOpen(sql, tenantId, { year, place: placeId, today }),
      countPetitions(sql, tenantId, scope, today),
      listPetitionRows(sql, tenantId, { state: 'open', ...scope }, today, FEW),
      queries.listUntold(sql, tenantId, placeId, today),
      queries.findLastImport(sql, tenantId),
    ])
    const { received, sent, overdue, answered, leaders } = tallyPetitions(cells)
    const sum = (of: 'owed' | 'done') => owed.reduce((n, one) => n + one[of], 0)
    return {
      ...{ today, year, window, place, lastImport, petitionRows, ...open },
      updates: {
        ...{ owed: sum('owed'), done: sum('done') },
        places: owed.map(({ id, name, ...counts }) => ({ place: { id, name }, ...counts })),
      },
      petitions: { received, sent, overdue, answered, leaders },
      warnings: [...warnings],
    }
  }

  async function readPicture({ tenantId }: Actor): Promise<Picture> {
    const today = clock.today()
    const now = Number(today.slice(0, 4))
    const days = [now - 2, now - 1, now].map((year) => ({ year, on: year === now ? today : `${year}-12-31` }))
    const [standings, updates, support, bands, cells] = await Promise.all([
      Promise.all(days.map(({ on }) => queries.countStanding(sql, tenantId, on))),
      queries.sumUpdates(sql, tenantId, now - 2),
      queries.sumSupport(sql, tenantId, now - 2),
      queries.countBands(sql, tenantId),
      countPetitions(sql, tenantId, {}, today),
    ])
    const last = standings.at(-1) ?? []
    type Cell = (typeof last)[number]
    const count = (rows: readonly Cell[], is: (row: Cell) => boolean) =>
      rows.filter(is).reduce((n, row) => n + row.n, 0)
    const parts = (of: 'kind' | 'status') =>
      [...new Set(last.map((row) => row[of]))].map((value) => ({
        ...{
          value,
          n: count(last, (row) => row[of] === value && (of === 'status' || row.status !== 'ended')),
        },
      }))
    const isActive = ({ status }: Cell) => status === 'active'
    const [band] = bands
    return {
      today,
      years: days.map(({ year, on }, i) => {
        const rows = standings[i] ?? []
        const update = updates.find((one) => one.year === year)
        const { year: _, ...given } = support.find((one) => one.year === year) ?? {
          ...{ year, amount: 0, cooperatives: 0, n: 0 },
        }
        return {
          ...{
            year,
            on,
            all: count(rows, ({ status }) => status !== 'ended'),
            active: count(rows, isActive),
          },
          ...{ members: update?.members ?? null, revenue: update?.revenue ?? null, support: given },
        }
      }),
      kinds: parts('kind').filter(({ n }) => n > 0),
      statuses: parts('status'),
      women: {
        part: count(last, (row) => isActive(row) && row.womanDirector === true),
        whole: count(last, isActive),
        unknown: count(last, (row) => isActive(row) && row.womanDirector === null),
      },
      highTech: count(last, (row) => isActive(row) && row.highTech),
      inChains: count(last, (row) => isActive(row) && row.valueChain),
      bands: band ? { year: band.year, parts: bands.map(({ value, n }) => ({ value, n })) } : null,
      petitionsLeaders: tallyPetitions(cells).leaders,
    }
  }

  async function readUpdate(actor: Actor, id: string, asked: number | undefined): Promise<UpdatePage> {
    const { tenantId } = actor
    const today = clock.today()
    const year = asked ?? updateYear(today)
    const window = windowOf(year)
    const cooperative = await queries.getRef(sql, tenantId, id)
    const place = cooperative.place.id
    const [rows, rights, owed, counts] = await Promise.all([
      queries.listUpdates(sql, tenantId, id, year),
      rightsIn(sql, actor, yearlyUpdate),
      queries.listOwed(sql, tenantId, { year, to: window.to, place }, null, 2),
      queries.countOwed(sql, tenantId, { year, to: window.to, place }),
    ])
    const [own, last] = [year, year - 1].map((of) => rows.find((one) => one.year === of))
    const next = owed.find(({ ref }) => ref.id !== id)?.ref
    return {
      ...{ cooperative, year, window, today, standsOn: standsOnOf(year, today) },
      last: last ? shortOf(last) : null,
      now: own ? { id: own.id, version: own.version, standsOn: own.standsOn, values: shortOf(own) } : null,
      whyNot: whyNotWrite(yearlyUpdate, rights, place),
      next: next ? { id: next.id, name: next.name } : null,
      left: counts[0]?.owed ?? 0,
    }
  }
}

const shortOf = (row: ShortValues): ShortValues =>
  Object.fromEntries(SHORT_NAMES.map((name) => [name, row[name] ?? null])) as ShortValues
