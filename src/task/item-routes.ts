// The page of one item: its agencies, who is in charge, the event it waits for, the overseer's word, sub-duties.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { once } from '../store/once.ts'
import * as words from '../vocabulary/words.ts'
import { scheduleWork } from './acts.ts'
import { CountChanges } from './counts.ts'
import { addSubDuties } from './create-work.ts'
import * as queries from './item-queries.ts'
import {
  EventForm,
  ITEM_ACTS,
  type ItemAct,
  ItemCompletion,
  ItemDetail,
  ItemPeople,
  ItemVersion,
  People,
  SubDutyForm,
  WordForm,
  whyNotItem,
} from './item-work.ts'

const Id = z.object({ id: z.uuid() })

export function itemRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    server.get(
      '/api/items/:id',
      { schema: { params: Id, response: { 200: ItemDetail } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        const { id } = request.params
        const row = await queries.getItem(sql, actor.tenantId, id)
        const [assignments, coordinating] = await Promise.all([
          queries.listItemAssignments(sql, actor.tenantId, id, clock.today()),
          queries.listCoordinating(sql, actor.tenantId, id),
        ])
        const standing = { overseerId: row.plan.overseer?.id ?? null, leadId: row.lead?.id ?? null }
        return {
          ...row,
          assignments: [...assignments],
          coordinating: [...coordinating],
          whyNot: Object.fromEntries(
            ITEM_ACTS.map((act) => [act, whyNotItem(act, standing, actor)]),
          ) as ItemDetail['whyNot'],
        }
      },
    )

    server.get('/api/people', { schema: { response: { 200: People } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'work.read')
      return { people: [...(await queries.listPeople(sql, actor.tenantId))] }
    })

    const changes = { sends: ['version'] } as const
    server.patch(
      '/api/items/:id/people',
      { config: changes, schema: { params: Id, body: ItemPeople, response: { 200: ItemVersion } } },
      async (request) => {
        const { body } = request
        return change(
          actorOf(request),
          request.params.id,
          versionSeen(request),
          'people',
          body,
          (tx, actor, id) => queries.setPeople(tx, actor.tenantId, id, body),
        )
      },
    )

    server.patch(
      '/api/items/:id/completion',
      { config: changes, schema: { params: Id, body: ItemCompletion, response: { 200: ItemVersion } } },
      async (request) => {
        const { body } = request
        return change(
          actorOf(request),
          request.params.id,
          versionSeen(request),
          'completion',
          body,
          (tx, actor, id) => queries.setCompletion(tx, actor.tenantId, id, body),
        )
      },
    )

    server.post(
      '/api/items/:id/event',
      { config: changes, schema: { params: Id, body: EventForm, response: { 200: ItemVersion } } },
      async (request) => {
        const { body } = request
        const now = { at: clock.now(), today: clock.today() }
        if (body.eventOn > now.today)
          throw new Refusal('invalid', 'item.event-ahead', words.itemPage.eventAhead)
        if (body.dueOn !== null && body.dueOn < body.eventOn)
          throw new Refusal('invalid', 'item.due-before-event', words.itemPage.dueBeforeEvent)
        return change(
          actorOf(request),
          request.params.id,
          versionSeen(request),
          'event',
          body,
          async (tx, actor, id, changes) => {
            if (!(await queries.recordEvent(tx, actor.tenantId, id, body.eventOn)))
              throw new Refusal('conflict', 'item.no-event', words.itemPage.noEvent)
            const ids = await queries.listLeading(tx, actor.tenantId, id)
            const text = words.itemPage.eventText(body.eventOn, body.text)
            await scheduleWork(
              tx,
              actor,
              { ids, dueOn: body.dueOn, text, batchId: randomUUID() },
              now,
              changes,
            )
          },
        )
      },
    )

    server.post(
      '/api/items/:id/word',
      { config: changes, schema: { params: Id, body: WordForm, response: { 200: ItemVersion } } },
      async (request) => {
        const { body } = request
        const wordOn = body.done ? clock.today() : null
        return change(
          actorOf(request),
          request.params.id,
          versionSeen(request),
          'word',
          body,
          async (tx, actor, id) => {
            if (!(await queries.setWord(tx, actor.tenantId, id, { wordOn, by: actor.name })))
              throw new Refusal('conflict', 'item.no-word', words.itemPage.noWord)
          },
        )
      },
    )

    server.post(
      '/api/items/:id/sub-duties',
      {
        config: { sends: ['key'] },
        schema: { params: Id, body: SubDutyForm, response: { 201: z.object({ ids: z.array(z.uuid()) }) } },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        const { id } = request.params
        const { body } = request
        const now = { at: clock.now(), today: clock.today() }
        if (body.dueOn < now.today) throw new Refusal('invalid', 'sub-duty.past', words.itemPage.duePast)
        const key = idempotencyKey(request)
        const made = await once(
          sql,
          { ...actor, key, request: ['sub-duties', id, body], at: now.at },
          async (tx) => {
            const item = await queries.getItem(tx, actor.tenantId, id)
            refuse(actor, 'sub-duty', item)
            const parts = await queries.planSubDuties(tx, actor.tenantId, item, body)
            const ids = await addSubDuties(tx, actor.tenantId, item.plan.id, parts, now)
            await audit(tx, actor, now.at, 'item.sub-duty', ['item', id], { ...body, ids })
            return { ids }
          },
        )
        return reply.status(201).send(made)
      },
    )
  }

  /** One change of an item whose version `seen` is current: permission, write, state and counters, audit. */
  async function change(
    actor: Actor,
    id: string,
    seen: number,
    act: Exclude<ItemAct, 'sub-duty'>,
    detail: unknown,
    write: (tx: Sql, actor: Actor, id: string, changes: CountChanges) => Promise<unknown>,
  ) {
    const at = clock.now()
    return sql.begin(async (tx) => {
      const item = await queries.getItem(tx, actor.tenantId, id)
      refuse(actor, act, item)
      const version = await queries.touchItem(tx, actor.tenantId, id, seen)
      const changes = new CountChanges()
      await write(tx, actor, id, changes)
      await queries.refreshItem(tx, actor.tenantId, id, changes)
      await changes.write(tx, actor.tenantId)
      await audit(tx, actor, at, `item.${act}`, ['item', id], { before: item, after: detail })
      return { version }
    })
  }
}

function refuse(actor: Actor, act: ItemAct, item: Pick<ItemDetail, 'plan' | 'lead'>) {
  const standing = { overseerId: item.plan.overseer?.id ?? null, leadId: item.lead?.id ?? null }
  const why = whyNotItem(act, standing, actor)
  if (why) throw new Refusal('forbidden', `item.${act}`, why)
}
