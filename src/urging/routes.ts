// The morning list of whoever asks, the ladders, what was urged of an assignment, and whom there is to urge.
import { z } from 'zod'
import { daysBetween } from '../base/calendar.ts'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { printNumber } from '../signing/number.ts'
import { audit } from '../store/audit.ts'
import { once } from '../store/once.ts'
import * as words from '../vocabulary/words.ts'
import { LadderForm } from './ladder.ts'
import * as ladders from './ladder-queries.ts'
import { LettersForm, LettersMade } from './letter.ts'
import { writeLetters } from './letters.ts'
import { readSetting } from './mail-queries.ts'
import { Morning, textOf } from './morning.ts'
import { readMornings } from './morning-queries.ts'
import {
  overseesFor,
  PlanLadder,
  ProvinceLadder,
  UrgedList,
  UrgedQuery,
  UrgeList,
  whyNotSetPlan,
} from './urging.ts'
import * as queries from './urging-queries.ts'

const Id = z.object({ id: z.uuid() })
const Version = z.object({ version: z.number().int() })

export const urgingRoutes =
  ({ sql, clock, config }: App) =>
  async (server: Server) => {
    server.get('/api/morning', { schema: { response: { 200: Morning } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'urging.read')
      const { tenantId, accountId, name } = actor
      const today = clock.today()
      const all = await ladders.readLadders(sql, tenantId)
      const lists = await readMornings(sql, tenantId, [accountId], { today, ladders: all })
      const list = lists.get(accountId) ?? { day: today, person: name, sections: [] }
      const { baseUrl } = await readSetting(sql, tenantId)
      // Behind a TLS proxy the browser's address begins otherwise than what reaches us.
      const here = `${config.secureCookie ? 'https' : request.protocol}://${request.host}`
      return { ...list, text: textOf(list, baseUrl || here) }
    })

    server.get('/api/urging/ladder', { schema: { response: { 200: ProvinceLadder } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'urging.read')
      const [province, own, plans] = await Promise.all([
        ladders.readProvinceLadder(sql, actor.tenantId),
        ladders.listPlanLadders(sql, actor.tenantId),
        queries.listOverseen(sql, actor.tenantId, null),
      ])
      const names = new Map(plans.map(({ id, name }) => [id, name]))
      return {
        ...province,
        plans: own.flatMap(({ planId, before, after }) => {
          const name = names.get(planId)
          return name === undefined ? [] : [{ id: planId, name, before, after }]
        }),
      }
    })

    server.put(
      '/api/urging/ladder',
      { config: { sends: ['version'] }, schema: { body: LadderForm, response: { 200: Version } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'urging.set')
        const seen = versionSeen(request)
        return sql.begin(async (tx) => {
          const { version, before, after } = await ladders.lockSetting(tx, actor.tenantId)
          if (version !== seen) throw new Refusal('stale', 'urging.stale', words.refusal.stale)
          await ladders.setProvinceLadder(tx, actor.tenantId, request.body, version + 1)
          await audit(tx, actor, clock.now(), 'urging.set', ['tenant', String(actor.tenantId)], {
            before: { before, after },
            after: request.body,
          })
          return { version: version + 1 }
        })
      },
    )

    server.get(
      '/api/plans/:id/ladder',
      { schema: { params: Id, response: { 200: PlanLadder } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'urging.read')
        const { id } = request.params
        const [plan] = (await queries.listOverseen(sql, actor.tenantId, null)).filter((one) => one.id === id)
        if (!plan) throw new Refusal('missing', 'plan.missing', words.refusal.missing)
        const own = await ladders.findPlanLadder(sql, actor.tenantId, id)
        const { before, after } = own ?? (await ladders.readProvinceLadder(sql, actor.tenantId))
        const whyNot = whyNotSetPlan(actor, plan.overseerId)
        return { before, after, version: own?.version ?? 0, isOwn: own !== null, whyNot }
      },
    )

    server.put(
      '/api/plans/:id/ladder',
      {
        config: { sends: ['version'] },
        schema: { params: Id, body: LadderForm, response: { 200: Version } },
      },
      async (request) => {
        const actor = actorOf(request)
        const { tenantId } = actor
        const { id } = request.params
        const seen = versionSeen(request)
        return sql.begin(async (tx) => {
          const plan = await ladders.lockPlan(tx, tenantId, id)
          if (plan?.status !== 'published')
            throw new Refusal('missing', 'plan.missing', words.refusal.missing)
          const whyNot = whyNotSetPlan(actor, plan.overseerId)
          if (whyNot) throw new Refusal('forbidden', 'urging.not-yours', whyNot)
          const own = await ladders.findPlanLadder(tx, tenantId, id)
          const version = (own?.version ?? 0) + 1
          if (version !== seen + 1) throw new Refusal('stale', 'urging.stale', words.refusal.stale)
          await ladders.setPlanLadder(tx, tenantId, id, request.body, version)
          await audit(tx, actor, clock.now(), 'urging.set', ['plan', id], {
            before: own && { before: own.before, after: own.after },
            after: request.body,
          })
          return { version }
        })
      },
    )

    server.get(
      '/api/work/:id/urges',
      { schema: { params: Id, response: { 200: UrgeList } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'urging.read')
        const rows = await ladders.listUrges(sql, actor.tenantId, request.params.id)
        return {
          urges: rows.map(({ letterId: _, number, symbol, ...row }) => ({
            ...row,
            document: number === null ? null : `${printNumber(number)}/${symbol}`,
          })),
        }
      },
    )

    server.get(
      '/api/urging/agencies',
      { schema: { querystring: UrgedQuery, response: { 200: UrgedList } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'urging.read')
        const { tenantId } = actor
        const today = clock.today()
        const own = overseesFor(actor)
        const overseers = own.length > 0 ? own : null
        const plans = await queries.listOverseen(sql, tenantId, overseers)
        const { plan, agency = null } = request.query
        const chosen = plan ? plans.filter(({ id }) => id === plan) : plans
        const ids = chosen.map(({ id }) => id)
        const rows = await queries.listUrged(sql, tenantId, { plans: ids, agency, today })
        const letters = await queries.listLastLetters(
          sql,
          tenantId,
          rows.map(({ id }) => id),
        )
        const byAgency = new Map(letters.map(({ agencyId, ...letter }) => [agencyId, letter]))
        const [first] = own
        return {
          today,
          overseer: first ? await queries.findAgencyName(sql, tenantId, first) : null,
          plans: plans.map(({ id, name }) => ({ id, name })),
          agencies: rows.map(({ id, name, overdue, whole, oldest }) => ({
            ...{ agency: { id, name }, overdue, whole },
            daysLate: oldest === null ? null : daysBetween(oldest, today),
            letter: byAgency.get(id) ?? null,
          })),
        }
      },
    )

    server.post(
      '/api/urging/letters',
      { config: { sends: ['key'] }, schema: { body: LettersForm, response: { 201: LettersMade } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'urging.letter')
        const at = clock.now()
        const made = await once(
          sql,
          { ...actor, key: idempotencyKey(request), request: ['urging-letters', request.body], at },
          (tx) => writeLetters(tx, actor, request.body, { at, today: clock.today() }),
        )
        return reply.status(201).send(made)
      },
    )
  }
