// Colleagues work may be laid on, and the hand-over of somebody who leaves: all of it, in one recorded act.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server } from '../http/server.ts'
import { stopAccount } from '../identity/account-routes.ts'
import { allow } from '../identity/routes.ts'
import { isAdmin } from '../identity/stand-in.ts'
import { lockPeople } from '../identity/stand-in-queries.ts'
import type { NewNotice } from '../notice/notice.ts'
import { tell } from '../notice/queries.ts'
import { auditAll } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { once } from '../store/once.ts'
import * as words from '../vocabulary/words.ts'
import { reassignWork } from './acts.ts'
import { CountChanges } from './counts.ts'
import {
  Colleagues,
  HandedOver,
  HandOverForm,
  type Holder,
  Holders,
  Holding,
  holdingSum,
  whyNotHandOver,
  whyNotTake,
} from './hand-over.ts'
import * as queries from './hand-over-queries.ts'
import { listPlanNames } from './worklist.ts'

const MOST_PEOPLE = 100

export function handOverRoutes({ sql, clock }: App) {
  return async (server: Server) => {
    server.get(
      '/api/work/colleagues',
      { schema: { querystring: z.object({ agency: z.uuid() }), response: { 200: Colleagues } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'work.read')
        const { agency } = request.query
        const isOwn = actor.capacities.some(({ agencyId, unitOf }) => [agencyId, unitOf].includes(agency))
        if (!isOwn && !isAdmin(actor))
          throw new Refusal('forbidden', 'colleagues.not-yours', words.task.notRelated.bearer)
        const [units, people] = await Promise.all([
          queries.listUnits(sql, actor.tenantId, agency),
          queries.listColleagues(sql, actor.tenantId, agency),
        ])
        return { units: [...units], people: [...people] }
      },
    )

    server.get(
      '/api/hand-over/people',
      {
        schema: {
          querystring: z.object({ q: z.string().trim().max(100).default('') }),
          response: { 200: Holders },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'people.read')
        const headed = actor.capacities.flatMap(({ role, agencyId }) =>
          role === 'head' && agencyId ? [agencyId] : [],
        )
        if (!isAdmin(actor) && headed.length === 0)
          throw new Refusal('forbidden', 'hand-over.not-yours', words.steps.handOver.notYours)
        const rows = await queries.listHolders(sql, actor.tenantId, {
          agencies: isAdmin(actor) ? null : headed,
          search: request.query.q,
          limit: MOST_PEOPLE + 1,
        })
        const people = rows.filter((row) => !whyNotHandOver(actor, row)).map(asHolder)
        return { people: people.slice(0, MOST_PEOPLE), hasMore: rows.length > MOST_PEOPLE }
      },
    )

    server.post(
      '/api/hand-over',
      { config: { sends: ['key'] }, schema: { body: HandOverForm, response: { 200: HandedOver } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'people.read')
        const form = request.body
        const at = clock.now()
        return once(sql, { ...actor, key: idempotencyKey(request), request: ['hand-over', form], at }, (tx) =>
          handOver(tx, actor, form, { at, today: clock.today() }),
        )
      },
    )
  }
}

/** Passes everything one person answers for to another; refuses when that is no longer what the reader saw. */
async function handOver(tx: Sql, actor: Actor, form: HandOverForm, now: { at: Date; today: string }) {
  const { tenantId } = actor
  const { fromId, toId, reason } = form
  await lockPeople(tx, tenantId, [fromId, toId])
  const [from, to] = [
    await queries.findHolder(tx, tenantId, fromId),
    await queries.findHolder(tx, tenantId, toId),
  ]
  if (!from || !to?.isActive) throw new Refusal('missing', 'account.missing', words.steps.standIn.gone)
  const notYours = whyNotHandOver(actor, from)
  if (notYours) throw new Refusal('forbidden', 'hand-over.not-yours', notYours)
  if (form.stopAccount && !isAdmin(actor))
    throw new Refusal('forbidden', 'hand-over.stop', words.steps.handOver.stopForAdmin)
  const laidOn = await queries.listLaidOn(tx, tenantId, fromId)
  const agencies = [...new Set(laidOn.map(({ agencyId }) => agencyId))]
  const notThey = whyNotTake(actor, { from, to, agencies })
  if (notThey) throw new Refusal('invalid', 'hand-over.person', notThey, [{ at: 'toId', message: notThey }])
  if (JSON.stringify(Holding.parse(from.holding)) !== JSON.stringify(form.seen))
    throw new Refusal('stale', 'hand-over.stale', words.steps.handOver.changed)
  if (holdingSum(from.holding) === 0 && !form.stopAccount)
    throw new Refusal('conflict', 'hand-over.nothing', words.steps.handOver.nothing(from.name))
  const batchId = randomUUID()
  const unitId = to.unitOf === null ? null : to.agencyId
  const capacity = actor.capacities.find(
    ({ role, agencyId }) =>
      role === 'head' && agencyId !== null && [from.agencyId, from.unitOf].includes(agencyId),
  )
  const given = { to: { accountId: toId, unitId }, text: reason, batchId, capacity: capacity ?? null }
  const ids = laidOn.map(({ id }) => id)
  const changes = new CountChanges()
  await reassignWork(tx, actor, { ids, ...given }, now, changes)
  const { items, plans } = await queries.passOn(tx, tenantId, fromId, toId)
  // Pages kept by the stamp of the work name who is in charge.
  for (const id of [...items.map(({ leadId }) => leadId), ...plans.map(({ overseerId }) => overseerId)])
    if (id !== null) changes.touch(id)
  await changes.write(tx, tenantId)
  await tell(tx, actor, now.at, await noticesTo(tx, tenantId, to, { laidOn, items, plans, reason }))
  const passed = { from: fromId, to: toId, batch: batchId, reason }
  await auditAll(tx, actor, now.at, [
    { action: 'work.hand-over', subject: ['account', fromId], detail: { ...passed, ...from.holding } },
    ...items.map(({ id, leads, follows }) => ({
      ...{ action: 'item.hand-over', subject: ['item', id] as const, detail: { ...passed, leads, follows } },
    })),
    ...plans.map(({ id, leads, follows }) => ({
      ...{ action: 'plan.hand-over', subject: ['plan', id] as const, detail: { ...passed, leads, follows } },
    })),
  ])
  if (form.stopAccount && from.isActive) await stopAccount(tx, actor, fromId, now)
  return { holding: from.holding, isStopped: form.stopAccount }
}

/** Whoever takes over is told, plan by plan, how many duties came, and why. */
async function noticesTo(
  tx: Sql,
  tenantId: number,
  { id, agencyId }: Pick<queries.HolderRow, 'id' | 'agencyId'>,
  {
    laidOn,
    items,
    plans,
    reason,
  }: {
    laidOn: readonly { itemId: string; planId: string }[]
    items: readonly { id: string; planId: string }[]
    plans: readonly { id: string }[]
    reason: string
  },
): Promise<NewNotice[]> {
  const itemsOf = new Map<string, Set<string>>(plans.map((plan) => [plan.id, new Set()]))
  for (const { planId, itemId } of [...laidOn, ...items.map((item) => ({ ...item, itemId: item.id }))])
    itemsOf.set(planId, (itemsOf.get(planId) ?? new Set()).add(itemId))
  const named = await listPlanNames(tx, tenantId, [...itemsOf.keys()])
  return named.map(({ id: planId, number, title }) => ({
    ...{ agencyId, accountId: id, kind: 'transferred', subject: { kind: 'plan', id: planId } },
    detail: {
      title: [number, title].filter(Boolean).join(': '),
      ...{ reason, items: itemsOf.get(planId)?.size || null },
    },
  }))
}

const asHolder = ({
  id,
  name,
  position,
  role,
  isActive,
  holding,
  agencyId,
  agencyName,
}: queries.HolderRow): Holder => ({
  ...{ id, name, position, role, isActive, holding },
  agency: agencyId && agencyName ? { id: agencyId, name: agencyName } : null,
})
