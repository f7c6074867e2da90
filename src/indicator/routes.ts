// Indicators over HTTP: the list, one with its trend, figures of a day and the rows behind them, definitions.
import { z } from 'zod'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { once } from '../store/once.ts'
import { whyNotDefine } from './access.ts'
import {
  FigureAnswer,
  Indicator,
  IndicatorChange,
  IndicatorForm,
  IndicatorList,
  IndicatorPage,
  Records,
  TryForm,
} from './indicator.ts'
import { readRows } from './knowing.ts'
import { readFigure, readPage, refuseToCome, refuseUnsound, told } from './page.ts'
import * as queries from './queries.ts'
import * as record from './record.ts'
import { objectRecords, recordsOf } from './records.ts'
import { StatusRule, StatusRuleAnswer } from './status.ts'

const PAGE = 50
const Id = z.object({ id: z.uuid() })
const Listed = z.object({
  search: z.string().max(200).optional(),
  plan: z.uuid().optional(),
  after: z.uuid().optional(),
})
const OnDay = z.object({ day: z.iso.date().optional(), area: z.uuid().optional() })
const FigureAsked = OnDay.extend({ byArea: z.enum(['true', 'false']).optional() })
const RecordsAsked = OnDay.extend({
  side: z.enum(['part', 'whole']).optional(),
  atom: z.coerce.number().int().min(0).max(20).optional(),
  after: z.string().max(2000).optional(),
})

export const indicatorRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    const now = () => ({ at: clock.now(), today: clock.today() })

    server.get(
      '/api/indicators',
      { schema: { querystring: Listed, response: { 200: IndicatorList } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const { search, plan, after } = request.query
        const asked = { ...(search ? { search } : {}), ...(plan ? { planId: plan } : {}) }
        const [rows, total] = await Promise.all([
          queries.listIndicators(sql, actor.tenantId, {
            ...asked,
            ...(after ? { after } : {}),
            limit: PAGE + 1,
          }),
          queries.countIndicators(sql, actor.tenantId, asked),
        ])
        const page = rows.slice(0, PAGE)
        return {
          indicators: await readRows(sql, actor.tenantId, page, clock.today()),
          total,
          next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
          mayDefine: whyNotDefine(actor) === null,
        }
      },
    )

    server.post(
      '/api/indicators',
      { config: { sends: ['key'] }, schema: { body: IndicatorForm, response: { 201: Indicator } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const form = request.body
        const key = { ...actor, key: idempotencyKey(request), request: ['indicator', form], at: clock.now() }
        const made = await once(sql, key, async (tx) => {
          const id = await record.define(tx, actor, form, now())
          return told(await queries.getIndicator(tx, actor.tenantId, id))
        })
        return reply.status(201).send(made)
      },
    )

    server.get(
      '/api/indicators/:id',
      { schema: { params: Id, response: { 200: IndicatorPage } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        return readPage(sql, actor, request.params.id, clock.today())
      },
    )

    server.patch(
      '/api/indicators/:id',
      {
        config: { sends: ['version'] },
        schema: { params: Id, body: IndicatorChange, response: { 200: Indicator } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const seen = versionSeen(request)
        const { id } = request.params
        return sql.begin(async (tx) => {
          await record.redefine(tx, actor, id, seen, request.body, now())
          return told(await queries.getIndicator(tx, actor.tenantId, id))
        })
      },
    )

    server.get(
      '/api/indicators/:id/figure',
      { schema: { params: Id, querystring: FigureAsked, response: { 200: FigureAnswer } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const today = clock.today()
        const { day = today, area, byArea } = request.query
        const indicator = await queries.getIndicator(sql, actor.tenantId, request.params.id)
        const asked = { day, areaId: area ?? null, byArea: byArea === 'true', today }
        return readFigure(sql, actor.tenantId, indicator, asked)
      },
    )

    // Asking changes nothing, but a formula is too long for an address.
    server.post(
      '/api/indicators/try',
      { schema: { body: TryForm, response: { 200: FigureAnswer } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const { formula, day } = request.body
        record.refuseNotDefine(actor)
        record.refuseFaults(formula)
        const of = { way: 'formula' as const, formula, id: '', name: '' }
        return readFigure(sql, actor.tenantId, of, { day, areaId: null, byArea: false, today: clock.today() })
      },
    )

    server.get(
      '/api/indicators/:id/records',
      { schema: { params: Id, querystring: RecordsAsked, response: { 200: Records } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const { day = clock.today(), area, side = 'part', atom = 0, after } = request.query
        refuseToCome(day, clock.today())
        const indicator = await queries.getIndicator(sql, actor.tenantId, request.params.id)
        const which = { tenantId: actor.tenantId, day, areaId: area ?? null, ...(after ? { after } : {}) }
        if (!indicator.formula) return objectRecords(sql, indicator, which)
        refuseUnsound(indicator.formula)
        return recordsOf(sql, indicator.formula, { ...which, side, atom })
      },
    )

    server.get(
      '/api/indicator-rule',
      { schema: { response: { 200: StatusRuleAnswer } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        return { ...(await queries.readRule(sql, actor.tenantId)), maySet: whyNotDefine(actor) === null }
      },
    )

    server.put(
      '/api/indicator-rule',
      { config: { sends: ['version'] }, schema: { body: StatusRule, response: { 200: StatusRuleAnswer } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'indicator.read')
        const seen = versionSeen(request)
        return sql.begin(async (tx) => {
          await record.setRule(tx, actor, request.body, seen, now())
          return { ...(await queries.readRule(tx, actor.tenantId)), maySet: true }
        })
      },
    )
  }
