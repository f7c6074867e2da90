// Trade-remedy warnings over HTTP: the list, one, whom it matches, whom it was sent to; sent, told, withdrawn.
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { once } from '../store/once.ts'
import * as words from '../vocabulary/words.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { listKeepers } from './keeper.ts'
import {
  Candidates,
  Matches,
  OfCooperative,
  ReasonForm,
  RecipientQuery,
  Recipients,
  SendForm,
  Sent,
  TellForm,
  Told,
  WARNING_TABS,
  Warning,
  WarningList,
  WarningQuery,
} from './warning.ts'
import { warningState } from './warning-match.ts'
import * as queries from './warning-queries.ts'
import {
  newMatches,
  recordTold,
  sendWarning,
  tellerOf,
  undoTold,
  whyNotSend,
  whyNotWithdraw,
  withdrawWarning,
} from './warning-record.ts'

const Id = z.object({ id: z.uuid() })
const { PAGE } = queries

export function warningRoutes({ sql, clock }: App) {
  const when = () => ({ at: clock.now(), today: clock.today() })
  return async (server: Server) => {
    server.get(
      '/api/warnings',
      { schema: { querystring: WarningQuery, response: { 200: WarningList } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { state, q = null, after } = request.query
        const today = clock.today()
        const from = after ? readCursor(after, 2) : null
        const [rows, cells] = await Promise.all([
          queries.listWarnings(
            sql,
            actor.tenantId,
            { state: state === 'all' ? null : state, q, today },
            from && { on: from[0] ?? '', id: from[1] ?? '' },
          ),
          queries.countWarnings(sql, actor.tenantId, today),
        ])
        const page = rows.slice(0, PAGE)
        const last = page.at(-1)
        const n = (tab: (typeof WARNING_TABS)[number]) =>
          cells.filter((cell) => tab === 'all' || cell.state === tab).reduce((sum, cell) => sum + cell.n, 0)
        return {
          rows: page,
          next: rows.length > PAGE && last ? writeCursor([last.issuedOn, last.id]) : null,
          counts: Object.fromEntries(WARNING_TABS.map((tab) => [tab, n(tab)])) as WarningList['counts'],
        }
      },
    )

    server.get(
      '/api/warnings/:id',
      { schema: { params: Id, response: { 200: Warning } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { tenantId } = actor
        const { id } = request.params
        const today = clock.today()
        const warning = await queries.getWarning(sql, tenantId, id)
        const [keepers, places, known, matches] = await Promise.all([
          listKeepers(sql, tenantId, 'trade-warning'),
          queries.countByPlace(sql, tenantId, id),
          queries.listKnown(sql, tenantId, id),
          newMatches(sql, tenantId, warning),
        ])
        const { withdrawnOn, withdrawnBy, withdrawReason, ...row } = warning
        const sum = (of: 'recipients' | 'told') => places.reduce((n, one) => n + one[of], 0)
        return {
          ...row,
          state: warningState(warning, today),
          ...{ recipients: sum('recipients'), told: sum('told') },
          withdrawn: withdrawnOn
            ? { on: withdrawnOn, by: withdrawnBy ?? '', reason: withdrawReason ?? '' }
            : null,
          newMatches: matches.size,
          leftOut: known.filter(({ kind }) => kind === 'left-out').length,
          places: places.map(({ id: place, name, recipients, told }) => ({
            ...{ place: { id: place, name }, recipients, told },
          })),
          today,
          may: {
            send: whyNotSend(actor, keepers, warning, today),
            withdraw: whyNotWithdraw(actor, keepers, warning),
          },
        }
      },
    )

    server.get(
      '/api/warnings/:id/matches',
      { schema: { params: Id, response: { 200: Matches } } },
      async (request) => {
        const { tenantId, ...actor } = actorOf(request)
        allow({ tenantId, ...actor }, 'cooperative.read')
        const warning = await queries.getWarning(sql, tenantId, request.params.id)
        const matches = await newMatches(sql, tenantId, warning)
        const refs = await queries.listRefs(sql, tenantId, [...matches.keys()])
        return {
          matches: refs.map((cooperative) => ({ cooperative, why: matches.get(cooperative.id) ?? [] })),
        }
      },
    )

    server.get(
      '/api/warnings/:id/recipients',
      { schema: { params: Id, querystring: RecipientQuery, response: { 200: Recipients } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const { after, ...asked } = request.query
        const { tenantId } = actor
        const from = after ? readCursor(after, 3) : null
        const [rows, keepers] = await Promise.all([
          queries.listRecipients(
            sql,
            tenantId,
            request.params.id,
            asked,
            from && { place: from[0] ?? '', name: from[1] ?? '', id: from[2] ?? '' },
          ),
          listKeepers(sql, tenantId, 'trade-warning'),
        ])
        const page = rows.slice(0, PAGE)
        const last = page.at(-1)?.cooperative
        return {
          recipients: page.map(({ seenOn, seenWay, seenNote, seenBy, seenAgency, ...row }) => ({
            ...row,
            told:
              seenOn && seenWay
                ? { on: seenOn, way: seenWay, note: seenNote, by: seenBy ?? '', agency: seenAgency }
                : null,
            whyNotTell: tellerOf(actor, keepers, row.cooperative.place.id) ? null : words.warning.notTeller,
          })),
          next: rows.length > PAGE && last ? writeCursor([last.place.name, last.name, last.id]) : null,
        }
      },
    )

    server.get(
      '/api/warnings/candidates',
      {
        schema: {
          querystring: z.object({ q: z.string().trim().min(2).max(100) }),
          response: { 200: Candidates },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        return { cooperatives: await queries.findCandidates(sql, actor.tenantId, request.query.q) }
      },
    )

    server.get(
      '/api/warnings/of-cooperative/:id',
      { schema: { params: Id, response: { 200: OfCooperative } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.read')
        const rows = await queries.listOfCooperative(sql, actor.tenantId, request.params.id, clock.today())
        return { warnings: [...rows] }
      },
    )

    server.post(
      '/api/warnings/:id/send',
      {
        config: { sends: ['version', 'key'] },
        schema: { params: Id, body: SendForm, response: { 201: Sent } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.write')
        const { id } = request.params
        const seen = versionSeen(request)
        const now = when()
        const asked = {
          key: idempotencyKey(request),
          request: ['warning.send', id, seen, request.body],
          at: now.at,
        }
        const sent = await once(sql, { ...actor, ...asked }, (tx) =>
          sendWarning(tx, actor, id, seen, request.body, now),
        )
        return reply.status(201).send(sent)
      },
    )

    server.post(
      '/api/warnings/:id/told',
      { config: { sends: ['key'] }, schema: { params: Id, body: TellForm, response: { 201: Told } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.write')
        const { id } = request.params
        const now = when()
        const asked = {
          key: idempotencyKey(request),
          request: ['warning.told', id, request.body],
          at: now.at,
        }
        const told = await once(sql, { ...actor, ...asked }, (tx) =>
          recordTold(tx, actor, id, request.body, now),
        )
        return reply.status(201).send(told)
      },
    )

    server.post(
      '/api/warnings/:id/told/:cooperativeId/undo',
      {
        config: { sends: ['key'] },
        schema: { params: Id.extend({ cooperativeId: z.uuid() }), body: ReasonForm, response: { 201: Told } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.write')
        const { id, cooperativeId } = request.params
        const { reason } = request.body
        const now = when()
        const asked = {
          ...{
            key: idempotencyKey(request),
            request: ['warning.undo', id, cooperativeId, reason],
            at: now.at,
          },
        }
        const undone = await once(sql, { ...actor, ...asked }, (tx) =>
          undoTold(tx, actor, id, cooperativeId, reason, now),
        )
        return reply.status(201).send(undone)
      },
    )

    server.post(
      '/api/warnings/:id/withdraw',
      {
        config: { sends: ['version', 'key'] },
        schema: { params: Id, body: ReasonForm, response: { 201: Sent } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'cooperative.write')
        const { id } = request.params
        const seen = versionSeen(request)
        if (seen === 0) throw new Refusal('conflict', 'warning.withdraw', words.warning.notSent)
        const { reason } = request.body
        const now = when()
        const asked = {
          key: idempotencyKey(request),
          request: ['warning.withdraw', id, seen, reason],
          at: now.at,
        }
        const done = await once(sql, { ...actor, ...asked }, (tx) =>
          withdrawWarning(tx, actor, id, seen, reason, now),
        )
        return reply.status(201).send(done)
      },
    )
  }
}
