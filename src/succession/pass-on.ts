// Work that stands at an agency which has ended passes on to whoever was decided: assignments by a dated step, the
// overseer of plans, coordinating agencies, seats in committees. Done again it finds nothing more to do.
import { randomUUID } from 'node:crypto'
import { directoryOf, membersOf } from '../agency/agency.ts'
import { listGroups } from '../agency/group-queries.ts'
import { listAgencies } from '../agency/queries.ts'
import { passDifficulties } from '../difficulty/queries.ts'
import type { Actor } from '../http/actor.ts'
import type { NewNotice } from '../notice/notice.ts'
import { tell } from '../notice/queries.ts'
import { namesAgency, passRows } from '../register/kit/pass-on.ts'
import { passDossiers } from '../signing/record.ts'
import { audit } from '../store/audit.ts'
import { asJson, type Sql } from '../store/database.ts'
import { closeWork, transferWork } from '../task/acts.ts'
import { type CountChanges, counted } from '../task/counts.ts'
import { giveToEach } from '../task/create-work.ts'
import type { Now } from '../task/record.ts'
import * as words from '../vocabulary/words.ts'
import { NOTHING_PASSED, type Passed } from './act.ts'

/** More hops than any chain of successors has: each goes on in time. */
const MOST_HOPS = 30

/** A decision as it was made: what passes on by it is recorded in the name of who decided. */
export interface Decided {
  actId: string
  agencyId: string
  agencyName: string
  onDay: string
  toAgencyId: string | null
  toGroup: string | null
  document: string
  why: string
  decidedBy: string | null
  decidedName: string
  decidedAgency: string | null
}

const DECIDED = (sql: Sql, tenantId: number) => sql`
  select succession.act_id as "actId", succession.agency_id as "agencyId", agency.name as "agencyName",
         succession.on_day as "onDay", succession.to_agency_id as "toAgencyId", succession.to_group as "toGroup",
         reorganisation.document_number as document, succession.why, succession.decided_by as "decidedBy",
         succession.decided_name as "decidedName", account.agency_id as "decidedAgency"
  from succession
  join reorganisation on reorganisation.tenant_id = succession.tenant_id and reorganisation.id = succession.act_id
  join agency on agency.tenant_id = succession.tenant_id and agency.id = succession.agency_id
  left join account on account.tenant_id = succession.tenant_id and account.id = succession.decided_by
  where succession.tenant_id = ${tenantId} and reorganisation.state = 'done'`

/** The decisions on agencies that ended and still hold something: their own, or for a unit its agency's. */
const listOpenDecisions = (sql: Sql, tenantId: number, planId: string | null) => sql<Decided[]>`
  ${DECIDED(sql, tenantId)}
    and succession.on_day = agency.ended_on and exists (
      select 1 from agency holder
      where holder.tenant_id = ${tenantId} and holder.ended_on is not null
        and (holder.id = succession.agency_id or (holder.kind = 'unit' and holder.parent_id = succession.agency_id))
        and (exists (select 1 from assignment where assignment.tenant_id = ${tenantId}
                       and assignment.agency_id = holder.id and assignment.status not in ('done', 'closed')
                       ${planId ? sql`and assignment.plan_id = ${planId}` : sql``})
          or exists (select 1 from plan where plan.tenant_id = ${tenantId} and plan.overseer_id = holder.id
                       and plan.adds_to is null ${planId ? sql`and plan.id = ${planId}` : sql``})
          or exists (select 1 from item_coordinating
                     join item on item.tenant_id = ${tenantId} and item.id = item_coordinating.item_id
                     where item_coordinating.tenant_id = ${tenantId} and item_coordinating.agency_id = holder.id
                       and item.state = 'open' ${planId ? sql`and item.plan_id = ${planId}` : sql``})
          or exists (select 1 from difficulty where difficulty.tenant_id = ${tenantId} and difficulty.status = 'sent'
                       and (difficulty.addressee_id = holder.id or difficulty.next_id = holder.id)
                       ${planId ? sql`and false` : sql``})
          or exists (select 1 from dossier_opinion asked
                     join dossier on dossier.tenant_id = ${tenantId} and dossier.id = asked.dossier_id
                     where asked.tenant_id = ${tenantId} and asked.agency_id = holder.id and asked.answered_on is null
                       and not asked.recalled and succession.to_agency_id <> holder.id and dossier.state not in ('issued', 'withdrawn')
                       ${planId ? sql`and false` : sql``})
          or exists (select 1 from dossier where dossier.tenant_id = ${tenantId} and succession.to_agency_id <> holder.id
                       and dossier.state not in ('issued', 'withdrawn')
                       and holder.id in (dossier.drafter_id, dossier.agency_id, dossier.appraiser_id)
                       ${planId ? sql`and false` : sql``})
          or exists (select 1 from committee_member where committee_member.tenant_id = ${tenantId}
                       and committee_member.agency_id = holder.id and committee_member.until is null)
          or (succession.to_agency_id <> holder.id ${planId ? sql`and false` : sql``}
              and (${namesAgency(sql, tenantId, sql`holder.id`)}))))
  order by succession.on_day, succession.act_id, succession.agency_id`

export const findDecision = async (
  sql: Sql,
  tenantId: number,
  actId: string,
  agencyId: string,
): Promise<Decided | null> => {
  const [row] = await sql<Decided[]>`
    ${DECIDED(sql, tenantId)} and succession.act_id = ${actId} and succession.agency_id = ${agencyId}`
  return row ?? null
}

/**
 * Passes on everything open that agencies hold which have ended and for which somebody decided, along chains of
 * successors to one that exists. `planId`: only what belongs to this plan, which was just published.
 */
export async function passOn(
  tx: Sql,
  actor: Pick<Actor, 'tenantId' | 'accountId' | 'name'>,
  now: Now,
  planId: string | null = null,
  shared?: CountChanges,
): Promise<Passed> {
  return counted(tx, actor.tenantId, shared, (changes) => passAll(tx, actor, now, planId, changes))
}

async function passAll(
  tx: Sql,
  actor: Pick<Actor, 'tenantId' | 'accountId' | 'name'>,
  now: Now,
  planId: string | null,
  changes: CountChanges,
): Promise<Passed> {
  const total = { ...NOTHING_PASSED }
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const decisions = await listOpenDecisions(tx, actor.tenantId, planId)
    if (decisions.length === 0) return total
    // First what goes to one agency: who has an item by name does not get it once more as member of a group.
    let moved = 0
    for (const isGroup of [false, true]) {
      if (moved > 0) break
      for (const decision of decisions) {
        if ((decision.toGroup !== null) !== isGroup) continue
        const passed = await passBy(tx, actor, decision, now, changes, planId)
        for (const [name, n] of Object.entries(passed) as [keyof Passed, number][]) {
          total[name] += n
          moved += n
        }
      }
    }
    if (moved === 0) return total
  }
  throw new Error(`successors in a circle in province ${actor.tenantId}`)
}

/** Whoever decided; what passes on later still goes on by their word. */
export const deciderOf = (
  actor: Pick<Actor, 'tenantId' | 'accountId' | 'name'>,
  decision: Pick<Decided, 'decidedBy' | 'decidedName' | 'decidedAgency'>,
): Actor => ({
  tenantId: actor.tenantId,
  accountId: decision.decidedBy ?? actor.accountId,
  name: decision.decidedName,
  role: 'admin',
  agencyId: decision.decidedAgency,
  capacities: [],
})

/**
 * What one decision moves: everything of the agency, or where it goes on only what is excepted. The caller writes the
 * counters.
 */
export async function passBy(
  tx: Sql,
  by: Pick<Actor, 'tenantId' | 'accountId' | 'name'>,
  decision: Decided,
  now: Now,
  changes: CountChanges,
  planId: string | null = null,
): Promise<Passed> {
  const actor = deciderOf(by, decision)
  const passed = { ...NOTHING_PASSED }
  const members = decision.toGroup ? await groupMembers(tx, actor.tenantId, decision, now) : []
  await passAssignments(tx, actor, decision, members, now, passed, changes, planId)
  await passOverseers(tx, actor, decision, now, passed, planId)
  await passCoordinating(tx, actor, decision, members, now, passed, planId)
  if (passed.overseen > 0) changes.touchNames()
  if (!planId) await passSeats(tx, actor, decision, passed)
  if (!planId) passed.difficulties += await passAddressed(tx, actor, decision, now, changes)
  // Papers and rows of registers go to the one agency that follows; where a group does, whoever writes them asks anew.
  if (!planId && decision.toAgencyId && decision.toAgencyId !== decision.agencyId) {
    const why = words.succession.passedBy(decision.document, decision.why)
    const way = { from: decision.agencyId, to: decision.toAgencyId, why }
    await passDossiers(tx, actor, way, now)
    passed.rows += await passRows(tx, actor, { ...way, onDay: decision.onDay }, now)
  }
  return passed
}

/** Who is in the group to which a decision sends the work. */
export async function groupMembers(
  tx: Sql,
  tenantId: number,
  { toGroup, onDay }: Pick<Decided, 'toGroup' | 'onDay'>,
  { today }: Now,
): Promise<string[]> {
  const groups = await listGroups(tx, tenantId)
  const directory = directoryOf(await listAgencies(tx, tenantId), onDay, { groups, today })
  const members = membersOf(toGroup ?? '', directory)
  // A group whose members came later than the day of the act is taken as it is today.
  return (members.length ? members : membersOf(toGroup ?? '', directory.now)).map(({ id }) => id)
}

interface Held {
  id: string
  itemId: string
  planId: string
  planNumber: string | null
  planTitle: string
  toAgencyId: string | null
  onDay: string
}

/**
 * The open assignments of the agency and its units, where each goes, and from which day on: not before it came to the
 * agency, nor before it was opened again.
 */
const listHeld = (tx: Sql, tenantId: number, decision: Decided, planId: string | null) => tx<Held[]>`
  select assignment.id, assignment.item_id as "itemId", plan.id as "planId", plan.number as "planNumber",
         plan.title as "planTitle",
         coalesce(one.to_agency_id, whole.to_agency_id, ${decision.toAgencyId}::uuid) as "toAgencyId",
         greatest(${decision.onDay}::date, assignment.given_on, came.on_day) as "onDay"
  from assignment
  join plan on plan.tenant_id = ${tenantId} and plan.id = assignment.plan_id
  join agency on agency.tenant_id = ${tenantId} and agency.id = assignment.agency_id
    and (agency.id = ${decision.agencyId} or (agency.kind = 'unit' and agency.parent_id = ${decision.agencyId}))
  left join succession_exception one on one.tenant_id = ${tenantId} and one.act_id = ${decision.actId}
    and one.agency_id = ${decision.agencyId} and one.assignment_id = assignment.id
  left join succession_exception whole on whole.tenant_id = ${tenantId} and whole.act_id = ${decision.actId}
    and whole.agency_id = ${decision.agencyId} and whole.plan_id = assignment.plan_id
  left join lateral (select max(step.on_day) as on_day from step
                     where step.tenant_id = ${tenantId} and step.assignment_id = assignment.id
                       and step.kind in ('transfer', 'reopen')) came on true
  where assignment.tenant_id = ${tenantId} and assignment.status not in ('done', 'closed')
    ${planId ? tx`and assignment.plan_id = ${planId}` : tx``}
  order by assignment.id`

async function passAssignments(
  tx: Sql,
  actor: Actor,
  decision: Decided,
  members: readonly string[],
  now: Now,
  passed: Passed,
  changes: CountChanges,
  planId: string | null,
) {
  const byWay = new Map<string, Held[]>()
  for (const held of await listHeld(tx, actor.tenantId, decision, planId)) {
    if (held.toAgencyId === decision.agencyId) continue
    const way = `${held.toAgencyId ?? ''} ${held.onDay}`
    byWay.set(way, [...(byWay.get(way) ?? []), held])
  }
  const text = words.succession.passedBy(decision.document, decision.why)
  const news: NewNotice[] = []
  for (const [way, held] of byWay) {
    const [to = '', onDay = ''] = way.split(' ')
    const ids = held.map(({ id }) => id)
    const batchId = randomUUID()
    if (to) {
      passed.transferred += await transferWork(tx, actor, { ids, to, onDay, text, batchId }, now, changes)
      // Publishing tells by itself; what passes on in the middle of the work is news.
      if (!planId) news.push(...noticesOf(held, [to], text))
      continue
    }
    if (members.length === 0) continue
    if (!planId) news.push(...noticesOf(held, members, text))
    passed.given += await giveToEach(tx, actor.tenantId, ids, members, onDay, now, changes)
    passed.closed += await closeWork(tx, actor, { ids, onDay, text, batchId }, now, changes)
  }
  await tell(tx, actor, now.at, news)
}

/** What who gets work is told: how many duties of which plan these are, and why. */
const noticesOf = (held: readonly Held[], receivers: readonly string[], reason: string): NewNotice[] =>
  [...Map.groupBy(held, ({ planId }) => planId)].flatMap(([planId, own]) =>
    receivers.map((agencyId) => ({
      ...{ agencyId, kind: 'transferred', subject: { kind: 'plan', id: planId } },
      detail: {
        title: [own[0]?.planNumber, own[0]?.planTitle].filter(Boolean).join(': '),
        ...{ reason, items: new Set(own.map(({ itemId }) => itemId)).size },
      },
    })),
  )

/** A plan is overseen by one agency: where a group follows, only an exception for the plan says which. */
async function passOverseers(
  tx: Sql,
  actor: Actor,
  decision: Decided,
  now: Now,
  passed: Passed,
  planId: string | null,
) {
  const { tenantId } = actor
  const all = await tx<
    { id: string; toAgencyId: string; addsTo: string | null; number: string | null; title: string }[]
  >`
    update plan set overseer_id = goes.to_agency_id, version = plan.version + 1
    from (select plan.id, coalesce(whole.to_agency_id, ${decision.toAgencyId}::uuid) as to_agency_id
          from plan
          left join succession_exception whole on whole.tenant_id = ${tenantId} and whole.act_id = ${decision.actId}
            and whole.agency_id = ${decision.agencyId} and whole.plan_id = coalesce(plan.adds_to, plan.id)
          where plan.tenant_id = ${tenantId} and plan.overseer_id = ${decision.agencyId}
            ${planId ? tx`and coalesce(plan.adds_to, plan.id) = ${planId}` : tx``}) goes
    where plan.tenant_id = ${tenantId} and plan.id = goes.id and goes.to_agency_id is not null
      and goes.to_agency_id <> ${decision.agencyId}
    returning plan.id, plan.overseer_id as "toAgencyId", plan.adds_to as "addsTo", plan.number, plan.title`
  // A document that only adds to a plan goes with it, without a word of its own.
  const moved = all.filter(({ addsTo }) => addsTo === null)
  await keepHandovers(
    tx,
    actor,
    decision,
    'overseer',
    moved.map(({ id, toAgencyId }) => ({ subjectId: id, toAgencyId })),
    now,
  )
  passed.overseen += moved.length
  for (const { id, toAgencyId } of moved)
    await audit(tx, actor, now.at, 'plan.overseer', ['plan', id], { from: decision.agencyId, to: toAgencyId })
  if (planId) return
  const reason = words.succession.passedBy(decision.document, decision.why)
  const news = moved.map(({ id, toAgencyId, number, title }): NewNotice => {
    const detail = {
      title: [number, title].filter(Boolean).join(': '),
      reason: words.succession.overseenFrom(reason),
    }
    return { agencyId: toAgencyId, kind: 'transferred', subject: { kind: 'plan', id }, detail }
  })
  await tell(tx, actor, now.at, news)
}

async function passCoordinating(
  tx: Sql,
  actor: Actor,
  decision: Decided,
  members: readonly string[],
  now: Now,
  passed: Passed,
  planId: string | null,
) {
  const { tenantId } = actor
  const rows = await tx<{ itemId: string; toAgencyId: string | null; leadId: string | null }[]>`
    select item.id as "itemId", coalesce(whole.to_agency_id, ${decision.toAgencyId}::uuid) as "toAgencyId",
           item.lead_id as "leadId"
    from item_coordinating
    join item on item.tenant_id = ${tenantId} and item.id = item_coordinating.item_id
    left join succession_exception whole on whole.tenant_id = ${tenantId} and whole.act_id = ${decision.actId}
      and whole.agency_id = ${decision.agencyId} and whole.plan_id = item.plan_id
    where item_coordinating.tenant_id = ${tenantId} and item_coordinating.agency_id = ${decision.agencyId}
      and item.state = 'open' ${planId ? tx`and item.plan_id = ${planId}` : tx``}
    order by item.id`
  const moved = rows
    .map(({ itemId, toAgencyId, leadId }) => ({
      itemId,
      leadId,
      to: toAgencyId ? [toAgencyId] : [...members],
    }))
    .filter(({ to }) => to.length > 0 && !to.includes(decision.agencyId))
  if (moved.length === 0) return
  const ids = moved.map(({ itemId }) => itemId)
  await tx`
    delete from item_coordinating
    where tenant_id = ${tenantId} and agency_id = ${decision.agencyId} and item_id = any(${ids}::uuid[])`
  // Who leads the item does not also help with it.
  const helpers = moved.flatMap(({ itemId, leadId, to }) =>
    to.filter((id) => id !== leadId).map((agencyId) => ({ itemId, agencyId })),
  )
  await tx`
    insert into item_coordinating (tenant_id, item_id, agency_id)
    select ${tenantId}::int, "itemId", "agencyId"
    from jsonb_to_recordset(${tx.json(asJson(helpers))}) as new ("itemId" uuid, "agencyId" uuid)
    on conflict do nothing`
  const facts = moved.flatMap(({ itemId, to }) => to.map((toAgencyId) => ({ subjectId: itemId, toAgencyId })))
  await keepHandovers(tx, actor, decision, 'coordinating', facts, now)
  passed.coordinated += moved.length
}

/** What waits for a decision of the old agency waits for its successor's; where a group follows, the overseer looks again. */
async function passAddressed(
  tx: Sql,
  actor: Actor,
  decision: Decided,
  now: Now,
  changes: CountChanges,
): Promise<number> {
  const { tenantId } = actor
  const { actId, agencyId, toAgencyId, document, why } = decision
  const ways = await tx<{ id: string; to: string | null }[]>`
    select difficulty.id, coalesce(whole.to_agency_id, ${toAgencyId}::uuid) as to
    from difficulty
    left join succession_exception whole on whole.tenant_id = ${tenantId} and whole.act_id = ${actId}
      and whole.agency_id = ${agencyId} and whole.plan_id = difficulty.plan_id
    where difficulty.tenant_id = ${tenantId} and difficulty.status = 'sent'
      and (difficulty.addressee_id = ${agencyId} or difficulty.next_id = ${agencyId})`
  return passDifficulties(
    tx,
    actor,
    { from: agencyId, ways, why: words.succession.passedBy(document, why) },
    now,
    changes,
  )
}

/** The seat of the old agency ends on the day; its successor sits from then on, unless it does already. */
async function passSeats(tx: Sql, { tenantId }: Actor, decision: Decided, passed: Passed) {
  const { agencyId, toAgencyId, onDay } = decision
  if (toAgencyId === agencyId) return
  const seats = await tx<{ committeeId: string; position: string; field: string }[]>`
    update committee_member set until = greatest(${onDay}::date, since), version = version + 1
    where tenant_id = ${tenantId} and agency_id = ${agencyId} and until is null
    returning committee_id as "committeeId", position, field`
  passed.seats += seats.length
  if (!toAgencyId || seats.length === 0) return
  const rows = seats.map((seat) => ({ ...seat, id: randomUUID() }))
  await tx`
    insert into committee_member (tenant_id, id, committee_id, agency_id, position, field, since)
    select ${tenantId}::int, seat.id, seat."committeeId", ${toAgencyId}::uuid, seat.position, seat.field, ${onDay}::date
    from jsonb_to_recordset(${tx.json(asJson(rows))}) as seat
      (id uuid, "committeeId" uuid, position text, field text)
    where not exists (select 1 from committee_member there where there.tenant_id = ${tenantId}
      and there.committee_id = seat."committeeId" and there.agency_id = ${toAgencyId}::uuid and there.until is null)`
}

/** What else changed hands, kept so that an earlier day can be read back. */
export async function keepHandovers(
  tx: Sql,
  actor: Pick<Actor, 'tenantId' | 'name'>,
  { actId, agencyId, onDay }: Pick<Decided, 'actId' | 'agencyId' | 'onDay'>,
  kind: 'overseer' | 'coordinating' | 'account',
  facts: readonly { subjectId: string; toAgencyId: string; fromAgencyId?: string }[],
  { at }: Now,
) {
  if (facts.length === 0) return
  const rows = facts.map((fact) => ({ fromAgencyId: agencyId, ...fact, id: randomUUID() }))
  await tx`
    insert into agency_handover (tenant_id, id, act_id, kind, subject_id, from_agency_id, to_agency_id, on_day, at, actor)
    select ${actor.tenantId}::int, id, ${actId}::uuid, ${kind}, "subjectId", "fromAgencyId", "toAgencyId",
           ${onDay}::date, ${at}::timestamptz, ${actor.name}
    from jsonb_to_recordset(${tx.json(asJson(rows))}) as new
      (id uuid, "subjectId" uuid, "fromAgencyId" uuid, "toAgencyId" uuid)`
}
