// Who stands in for whom: listing, arranging, ending early; and the people one may choose among.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { once } from '../store/once.ts'
import * as words from '../vocabulary/words.ts'
import { allow } from './routes.ts'
import {
  daysFault,
  homeOf,
  isAdmin,
  People,
  type Person,
  type Place,
  StandInForm,
  StandIns,
  standInState,
  whyNotArrange,
  whyNotStandIn,
} from './stand-in.ts'
import * as queries from './stand-in-queries.ts'

const Id = z.object({ id: z.uuid() })
const Cursor = z.tuple([z.iso.date(), z.uuid()])
/** Choices are narrowed by typing: nobody scrolls further. */
const MOST_PEOPLE = 50

export function standInRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    server.get(
      '/api/stand-ins/people',
      {
        schema: {
          querystring: z.object({
            q: z.string().trim().max(100).default(''),
            /** Those who may act for this person; left out: those the reader may arrange for. */
            for: z.uuid().optional(),
          }),
          response: { 200: People },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'people.read')
        const { q, for: absentId } = request.query
        const agencies = absentId ? await aroundOf(actor, absentId) : headedBy(actor)
        const rows = await queries.listPeople(sql, actor.tenantId, {
          agencies,
          search: q,
          limit: MOST_PEOPLE + 1,
        })
        const own =
          absentId || agencies === null
            ? []
            : await queries.listPlaces(sql, actor.tenantId, [actor.accountId])
        const shown = [...own.filter(({ id }) => !rows.some((row) => row.id === id)), ...rows]
          .filter((row) => absentId || !whyNotArrange(actor, row))
          .filter(({ id }) => id !== absentId)
        return { people: shown.slice(0, MOST_PEOPLE).map(asPerson), hasMore: shown.length > MOST_PEOPLE }
      },
    )

    server.get(
      '/api/stand-ins',
      {
        schema: {
          querystring: z.object({
            after: z.string().max(200).optional(),
            limit: z.coerce.number().int().min(1).max(100).default(50),
          }),
          response: { 200: StandIns },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'people.read')
        const { after, limit } = request.query
        const today = clock.today()
        const scope = { accountId: actor.accountId, agencies: headedBy(actor) }
        const rows = await queries.listStandIns(sql, actor.tenantId, scope, {
          after: after === undefined ? null : readCursor(after),
          limit: limit + 1,
        })
        const page = rows.slice(0, limit)
        const last = rows.length > limit ? page.at(-1) : undefined
        return {
          today,
          standIns: page.map(({ absentPlace, ...row }) => {
            const state = standInState(row, today)
            const isOpen = state === 'now' || state === 'coming'
            const may = row.standIn.id === actor.accountId ? null : whyNotArrange(actor, absentPlace)
            return { ...row, state, whyNotEnd: isOpen ? may : words.steps.standIn.over }
          }),
          next: last ? Buffer.from(JSON.stringify([last.fromDay, last.id])).toString('base64url') : null,
        }
      },
    )

    server.post(
      '/api/stand-ins',
      {
        config: { sends: ['key'] },
        schema: { body: StandInForm, response: { 201: z.object({ id: z.uuid() }) } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'people.read')
        const form = request.body
        const at = clock.now()
        const key = idempotencyKey(request)
        const made = await once(sql, { ...actor, key, request: ['stand-in', form], at }, async (tx) => {
          await queries.lockPeople(tx, actor.tenantId, [form.accountId, form.standInId])
          await refuseArrangement(tx, actor, form)
          const id = randomUUID()
          await queries.insertStandIn(tx, actor.tenantId, { ...form, id, createdBy: actor.accountId, at })
          const { accountId, ...detail } = form
          await audit(tx, actor, at, 'stand-in.add', ['account', accountId], { id, ...detail })
          return { id }
        })
        return reply.status(201).send(made)
      },
    )

    server.post(
      '/api/stand-ins/:id/end',
      { config: { sends: ['version'] }, schema: { params: Id, response: { 204: z.null() } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'people.read')
        const seen = versionSeen(request)
        const { id } = request.params
        const today = clock.today()
        await sql.begin(async (tx) => {
          const row = await queries.findStandIn(tx, actor.tenantId, id)
          if (!row) throw new Refusal('missing', 'stand-in.missing', words.refusal.missing)
          const [absent] = await queries.listPlaces(tx, actor.tenantId, [row.accountId])
          const why = row.standInId === actor.accountId ? null : whyNotEnd(actor, absent)
          if (why) throw new Refusal('forbidden', 'stand-in.not-yours', why)
          if (row.version !== seen) throw new Refusal('stale', 'stand-in.stale', words.refusal.stale)
          const state = standInState(row, today)
          if (state === 'past' || state === 'ended')
            throw new Refusal('conflict', 'stand-in.over', words.steps.standIn.over)
          await queries.endStandIn(tx, actor.tenantId, id, today)
          await audit(tx, actor, clock.now(), 'stand-in.end', ['account', row.accountId], { id, on: today })
        })
        return reply.status(204).send(null)
      },
    )
  }

  async function refuseArrangement(tx: Sql, actor: Actor, form: StandInForm) {
    const wrongDays = daysFault(form, clock.today())
    if (wrongDays) throw new Refusal('invalid', 'stand-in.days', wrongDays.message, [wrongDays])
    const people = await queries.listPlaces(tx, actor.tenantId, [form.accountId, form.standInId])
    const absent = people.find(({ id }) => id === form.accountId)
    const other = people.find(({ id }) => id === form.standInId)
    if (!absent || !other) throw new Refusal('missing', 'account.missing', words.steps.standIn.gone)
    const notYours = whyNotArrange(actor, absent)
    if (notYours) throw new Refusal('forbidden', 'stand-in.not-yours', notYours)
    const notThey = whyNotStandIn(actor, absent, other)
    if (notThey)
      throw new Refusal('invalid', 'stand-in.person', notThey, [{ at: 'standInId', message: notThey }])
    const [clash] = await queries.listClashes(tx, actor.tenantId, form)
    if (clash) throw new Refusal('conflict', 'stand-in.clash', clashOf(form, clash))
  }

  /** The agencies whose people may act for this person; null: anybody, an administrator decides. */
  async function aroundOf(actor: Actor, absentId: string): Promise<string[] | null> {
    // Somebody may take over from a person whose account is stopped already.
    const [absent] = await queries.listPlaces(sql, actor.tenantId, [absentId], { withStopped: true })
    if (!absent) throw new Refusal('missing', 'account.missing', words.steps.standIn.gone)
    const why = whyNotArrange(actor, absent)
    if (why) throw new Refusal('forbidden', 'stand-in.not-yours', why)
    if (isAdmin(actor)) return null
    return [homeOf(absent), absent.above].filter((id) => id !== null)
  }
}

/** For somebody who has left, only administrators still decide. */
const whyNotEnd = (actor: Actor, absent: Place | undefined): string | null => {
  if (absent) return whyNotArrange(actor, absent)
  return isAdmin(actor) ? null : words.steps.standIn.notYours
}

/** The agencies of which this person may arrange for everybody; null: of all. */
const headedBy = (actor: Actor): string[] | null =>
  isAdmin(actor)
    ? null
    : actor.capacities.flatMap(({ role, agencyId }) => (role === 'head' && agencyId ? [agencyId] : []))

type Clash = Awaited<ReturnType<typeof queries.listClashes>>[number]

function clashOf({ accountId, standInId }: StandInForm, clash: Clash): string {
  const days = [clash.fromDay, clash.toDay] as const
  if (clash.accountId === accountId) return words.steps.standIn.overlap(clash.name, ...days)
  if (clash.accountId === standInId) return words.steps.standIn.standInAway(clash.name, ...days)
  return words.steps.standIn.absentStandsIn(clash.name, ...days)
}

const asPerson = ({ id, name, position, role, agencyId, agencyName }: queries.PersonRow): Person => ({
  ...{ id, name, position, role },
  agency: agencyId && agencyName ? { id: agencyId, name: agencyName } : null,
})

function readCursor(cursor: string): queries.StandInPlace {
  try {
    const [fromDay, id] = Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { fromDay, id }
  } catch {
    throw new Refusal('invalid', 'request.cursor', words.refusal.unreadable)
  }
}
