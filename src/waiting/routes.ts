// The waiting graph of a scope, the waits of one assignment, and what must be done first.
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { once } from '../store/once.ts'
import { agenciesOf } from '../task/routes.ts'
import * as words from '../vocabulary/words.ts'
import { tellWaits, thingAt } from './answer.ts'
import { tellAssignment } from './assignment-waits.ts'
import { findCircle } from './circle.ts'
import { gatherAll } from './facts.ts'
import { readLabels } from './labels.ts'
import { addPrerequisite, isTracked, removePrerequisite } from './prerequisite.ts'
import * as queries from './queries.ts'
import {
  AssignmentWaits,
  PrerequisiteChanged,
  PrerequisiteForm,
  PrerequisiteRemoval,
  Prerequisites,
  RequirableItems,
  Waiting,
  WaitingQuery,
  whyNotPrerequisite,
} from './waiting.ts'
import { daysSince, keyOf, waitsOf } from './waits.ts'

const Id = z.object({ id: z.uuid() })
const Pair = z.object({ id: z.uuid(), requiresId: z.uuid() })
const MOST_FOUND = 20

export function waitingRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    server.get(
      '/api/waiting',
      { schema: { querystring: WaitingQuery, response: { 200: Waiting } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'waiting.read')
        return readWaiting(actor, request.query)
      },
    )

    server.get(
      '/api/waiting/assignments/:id',
      { schema: { params: Id, response: { 200: AssignmentWaits } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'waiting.read')
        const told = await tellAssignment(sql, actor.tenantId, request.params.id, clock.today())
        if (!told) throw new Refusal('missing', 'work.missing', words.refusal.missing)
        return told
      },
    )

    server.get(
      '/api/waiting/items',
      {
        schema: {
          querystring: z.object({ q: z.string().trim().max(200).default(''), not: z.uuid() }),
          response: { 200: RequirableItems },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'waiting.read')
        const { q, not } = request.query
        const rows = await queries.listRequirable(sql, actor.tenantId, { q, not, limit: MOST_FOUND })
        return {
          items: rows.map(({ planId, planNumber, planTitle, ...row }) => ({
            ...row,
            plan: { id: planId, number: planNumber, title: planTitle },
          })),
        }
      },
    )

    server.get(
      '/api/items/:id/prerequisites',
      { schema: { params: Id, response: { 200: Prerequisites } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'waiting.read')
        return readPrerequisites(actor, request.params.id)
      },
    )

    server.post(
      '/api/items/:id/prerequisites',
      {
        config: { sends: ['key'] },
        schema: { params: Id, body: PrerequisiteForm, response: { 201: PrerequisiteChanged } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        const { id } = request.params
        const now = { at: clock.now(), today: clock.today() }
        const { tenantId, accountId } = actor
        const write = { tenantId, accountId, key: idempotencyKey(request), at: now.at }
        const changed = await once(
          sql,
          { ...write, request: { id, add: request.body } },
          async (tx): Promise<PrerequisiteChanged> => ({
            itemVersion: await addPrerequisite(tx, actor, id, request.body, now),
            circle: await findCircle(tx, tenantId, id),
          }),
        )
        return reply.status(201).send(changed)
      },
    )

    server.delete(
      '/api/items/:id/prerequisites/:requiresId',
      {
        config: { sends: ['version', 'key'] },
        schema: { params: Pair, body: PrerequisiteRemoval, response: { 200: PrerequisiteChanged } },
      },
      async (request) => {
        const actor = actorOf(request)
        const { id, requiresId } = request.params
        const now = { at: clock.now(), today: clock.today() }
        const seen = versionSeen(request)
        const { tenantId, accountId } = actor
        const { reason } = request.body
        const write = { tenantId, accountId, key: idempotencyKey(request), at: now.at }
        return once(
          sql,
          { ...write, request: { id, requiresId, seen, reason } },
          async (tx): Promise<PrerequisiteChanged> => ({
            itemVersion: await removePrerequisite(
              tx,
              actor,
              { itemId: id, requiresItemId: requiresId, seen, reason },
              now,
            ),
            circle: [],
          }),
        )
      },
    )
  }

  async function readPrerequisites(actor: Actor, id: string): Promise<Prerequisites> {
    const { tenantId } = actor
    const today = clock.today()
    const [head, requires, requiredBy] = await Promise.all([
      queries.findItemHead(sql, tenantId, id),
      queries.listPrerequisites(sql, tenantId, id),
      queries.listRequiring(sql, tenantId, id),
    ])
    if (!head) throw new Refusal('missing', 'item.missing', words.refusal.missing)
    const [labels, circle] = await Promise.all([
      readLabels(
        sql,
        tenantId,
        [...requires, ...requiredBy].map(({ itemId }) => ({ kind: 'item' as const, id: itemId })),
      ),
      requires.some(({ state }) => state === 'open') ? findCircle(sql, tenantId, id) : [],
    ])
    const thing = (itemId: string) => thingAt(labels, { kind: 'item', id: itemId })
    return {
      today,
      itemVersion: head.version,
      requires: requires.map(({ itemId, ...row }) => ({
        ...{ ...row, item: thing(itemId), days: daysSince(row.since, today) },
      })),
      requiredBy: requiredBy.map(({ itemId, since }) => ({ item: thing(itemId), since })),
      circle,
      whyNot: isTracked(head.outcome)
        ? whyNotPrerequisite(actor.capacities, head)
        : words.waiting.faults.untracked,
    }
  }

  async function readWaiting(actor: Actor, query: WaitingQuery): Promise<Waiting> {
    const { tenantId } = actor
    const { agency, plan, item, at, ...part } = query
    const agencies = agenciesOf(agency, actor)
    // A unit's people count their agency's work too; the page is headed by the agency.
    const headed = agencies?.at(-1)
    const [facts, labels] = await Promise.all([
      gatherAll(sql, tenantId),
      readLabels(sql, tenantId, [
        ...[headed, at].flatMap((id) => (id ? [{ kind: 'agency' as const, id }] : [])),
        ...(plan ? [{ kind: 'plan' as const, id: plan }] : []),
        ...(item ? [{ kind: 'item' as const, id: item }] : []),
      ]),
    ])
    const named = (id: string | undefined) => (id ? (labels.get(keyOf('agency', id))?.agency ?? null) : null)
    const told = await tellWaits(
      sql,
      tenantId,
      waitsOf(facts),
      { agencies, plan, item, at },
      part,
      clock.today(),
    )
    const it = item ? labels.get(keyOf('item', item)) : undefined
    return {
      ...told,
      isWhole: facts.isWhole,
      ...{ agency: named(headed), at: named(at) },
      plan: (plan && labels.get(keyOf('plan', plan))?.plan) || null,
      item: it ? { id: it.id, label: it.label } : null,
    }
  }
}
