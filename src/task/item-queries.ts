// Items as they are written after publishing: their cached state, the event they wait for, the overseer's word.

import { FULL_NAME } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import { asJson, type Fragment, type Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { DOCUMENT, JOIN_DOCUMENT } from './assignment.ts'
import { type CountChanges, counted } from './counts.ts'
import type { NewSubDuty } from './create-work.ts'
import { countedItemState, type ItemStand, itemState } from './item.ts'
import type { ItemAssignment, ItemCompletion, ItemDetail, ItemPeople, SubDutyForm } from './item-work.ts'
import type { Completion } from './task.ts'

/** What an item caches of its assignments. */
interface Cached extends ItemStand {
  dueOn: string | null
  leadId: string | null
}

interface ItemRow extends Cached {
  id: string
  planId: string
  outcome: string
  completion: Completion
  share: number | null
  wordOn: string | null
}

const COUNTED: readonly string[] = ['assign', 'each']

const CACHED = ['state', 'dueOn', 'doneOn', 'approvedOn', 'leadId'] as const

const standOf = (item: ItemRow, round: RoundRow): Cached => ({
  ...itemState({ ...item, ...round }),
  dueOn: round.dueOn,
  leadId: item.outcome === 'assign' ? round.lead : null,
})

const isSame = (a: Cached, b: Cached): boolean => CACHED.every((name) => a[name] === b[name])

interface RoundRow {
  itemId: string
  assignments: number
  closed: number
  doneOn: string[]
  finishedOn: string[]
  dueOn: string | null
  lead: string
}

/**
 * Brings the cached state of items in line with their leading assignments of the latest period; collects what that
 * changes in the counters.
 */
export async function refreshItems(
  tx: Sql,
  tenantId: number,
  itemIds: readonly string[],
  changes: CountChanges,
): Promise<void> {
  if (itemIds.length === 0) return
  const ids = [...new Set(itemIds)]
  // Locked before the assignments are counted, so that the last of two confirmations at once sees both.
  const items = await tx<ItemRow[]>`
    select ${ITEM_ROW(tx)} from item where tenant_id = ${tenantId} and id = any(${ids}::uuid[]) order by id
    for no key update`
  const rounds = new Map((await listRounds(tx, tenantId, ids)).map((round) => [round.itemId, round]))
  const moved: (Cached & { id: string })[] = []
  for (const item of items) {
    const round = rounds.get(item.id)
    const now = round && standOf(item, round)
    if (!now || isSame(item, now)) continue
    moved.push({ id: item.id, ...now })
    // What is kept as orientation is counted nowhere, whatever becomes of the work it once was.
    if (!COUNTED.includes(item.outcome)) continue
    changes.item(placeOf(item.planId, item), -1)
    changes.item(placeOf(item.planId, now), 1)
  }
  if (moved.length)
    await tx`
      update item set state = now.state, due_on = now."dueOn", done_on = now."doneOn",
        approved_on = now."approvedOn", lead_id = now."leadId"
      from jsonb_to_recordset(${tx.json(asJson(moved))}) as now
        (id uuid, state text, "dueOn" date, "doneOn" date, "approvedOn" date, "leadId" uuid)
      where item.tenant_id = ${tenantId} and item.id = now.id`
}

const placeOf = (planId: string, { leadId, dueOn, ...stand }: Cached) => ({
  ...{ planId, agencyId: leadId, dueOn },
  state: countedItemState(stand, dueOn),
})

/** The same for one item, with the counters written, unless a larger transaction does. */
export const refreshItem = (tx: Sql, tenantId: number, id: string, shared?: CountChanges): Promise<void> =>
  counted(tx, tenantId, shared, (changes) => refreshItems(tx, tenantId, [id], changes))

/** Takes an item as it stands out of the counters (-1) before it stops being tracked, or puts it in (1). */
export async function countItem(
  tx: Sql,
  tenantId: number,
  id: string,
  n: 1 | -1,
  changes: CountChanges,
): Promise<void> {
  const [item] = await tx<ItemRow[]>`
    select ${ITEM_ROW(tx)} from item where tenant_id = ${tenantId} and id = ${id}`
  if (item) changes.item(placeOf(item.planId, item), n)
}

const ITEM_ROW = (sql: Sql) => sql`
  id, plan_id as "planId", outcome, completion, completion_share as share, word_on as "wordOn", state,
  due_on as "dueOn", done_on as "doneOn", approved_on as "approvedOn", lead_id as "leadId"`

/**
 * Whether a period is of the kind in which the item comes back now: once an item read as quarterly was corrected to
 * yearly, its earlier quarters stay, and its rounds are the years.
 */
export const IN_ITS_ROUNDS = (sql: Sql, period: Fragment) => sql`
  case item.every when 'year' then ${period} ~ '^[0-9]{4}$' when 'half' then ${period} ~ '^[0-9]{4}-H'
                  when 'quarter' then ${period} ~ '^[0-9]{4}-Q' when 'month' then ${period} ~ '^[0-9]{4}-[0-9]{2}$'
                  else ${period} = '' end`

/** Of each item the leading assignments of its latest period. */
const listRounds = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<RoundRow[]>`
  select distinct on (assignment.item_id) assignment.item_id as "itemId", count(*) as assignments,
         count(*) filter (where status = 'closed') as closed,
         coalesce(array_agg(completed_on::text) filter (where status = 'done'), '{}') as "doneOn",
         coalesce(array_agg(completed_on::text) filter (where status in ('approved', 'done')), '{}') as "finishedOn",
         max(assignment.due_on) filter (where status <> 'closed') as "dueOn", min(assignment.agency_id::text) as lead
  from assignment
  join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
  where assignment.tenant_id = ${tenantId} and assignment.item_id = any(${ids as string[]}::uuid[])
    and assignment.role = 'lead'
  group by assignment.item_id, period, item.every
  order by assignment.item_id, ${IN_ITS_ROUNDS(sql, sql`period`)} desc, period desc`

/**
 * The next items behind `after`, and those of them whose cached state does not follow from their assignments, each
 * with what differs. Read only; null at the end.
 */
export async function staleItems(
  sql: Sql,
  tenantId: number,
  after: string,
  limit: number,
): Promise<{ items: number; last: string; stale: { id: string; line: string }[] } | null> {
  const items = await sql<ItemRow[]>`
    select ${ITEM_ROW(sql)} from item
    where tenant_id = ${tenantId} and outcome in ('assign', 'each') and id > ${after} order by id limit ${limit}`
  const last = items.at(-1)?.id
  if (!last) return null
  const ids = items.map(({ id }) => id)
  const rounds = new Map((await listRounds(sql, tenantId, ids)).map((round) => [round.itemId, round]))
  const told = (one: Cached) => CACHED.map((name) => one[name]).join(' ')
  const stale = items.flatMap((item) => {
    const round = rounds.get(item.id)
    const now = round && standOf(item, round)
    return now && !isSame(item, now) ? [{ id: item.id, line: `${told(item)} -> ${told(now)}` }] : []
  })
  return { items: items.length, last, stale }
}

type ItemPageRow = Omit<ItemDetail, 'assignments' | 'coordinating' | 'whyNot'>

/** Everything of an item but its assignments. Refuses when it is not there. */
export async function getItem(
  sql: Sql,
  tenantId: number,
  id: string,
): Promise<ItemPageRow & { ordinal: number }> {
  const [row] = await sql<(ItemPageRow & { ordinal: number })[]>`
    select item.id, ${DOCUMENT(sql, tenantId)} as document, item.version, item.ordinal, item.section, item.quote, item.outcome, item.state,
           item.due_on as "dueOn", item.due_text as "dueText", item.done_on as "doneOn",
           item.approved_on as "approvedOn", item.completion,
           item.completion_share as share, item.word_on as "wordOn", item.word_by as "wordBy", item.every, item.event,
           item.event_on as "eventOn", item.lead_printed as "leadPrinted",
           item.coordinating_printed as "coordinatingPrinted", item.deliverables,
           ${NAMED(sql, 'leader')} as leader, ${NAMED(sql, 'follower')} as follower, ${NAMED(sql, 'lead')} as lead,
           jsonb_build_object('id', plan.id, 'number', plan.number, 'title', plan.title,
                              'overseer', ${NAMED(sql, 'overseer')}) as plan
    from item
    ${JOIN_DOCUMENT(sql)}
    join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
    left join agency overseer on overseer.tenant_id = plan.tenant_id and overseer.id = plan.overseer_id
    left join agency lead on lead.tenant_id = item.tenant_id and lead.id = item.lead_id
    left join account leader on leader.tenant_id = item.tenant_id and leader.id = coalesce(item.leader_id, plan.leader_id)
    left join account follower on follower.tenant_id = item.tenant_id
      and follower.id = coalesce(item.follower_id, plan.follower_id)
    where item.tenant_id = ${tenantId} and item.id = ${id}`
  if (!row) throw new Refusal('missing', 'item.missing', words.refusal.missing)
  return row
}

/** An optional joined row as { id, name } or null. */
const NAMED = (sql: Sql, name: 'leader' | 'follower' | 'lead' | 'overseer' | 'person') => sql`
  case when ${sql(name)}.id is not null
       then jsonb_build_object('id', ${sql(name)}.id, 'name', ${sql(name)}.name) end`

/** Leading ones first, the latest period first. */
export const listItemAssignments = (sql: Sql, tenantId: number, itemId: string, today: string) => sql<
  ItemAssignment[]
>`
  select assignment.id, assignment.role, jsonb_build_object('id', agency.id, 'name', agency.name) as agency,
         jsonb_build_object('id', given.id, 'name', ${FULL_NAME(sql, sql`given`)}) as "givenTo", assignment.duty, assignment.period,
         assignment.period_to as "periodTo", assignment.status, assignment.percent, assignment.due_on as "dueOn",
         case when assignment.completed_on is null then assignment.due_on - ${today}::date end as "daysLeft",
         assignment.completed_on as "completedOn", ${NAMED(sql, 'person')} as person
  from assignment
  join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
  join agency given on given.tenant_id = assignment.tenant_id and given.id = assignment.given_to
  left join account person on person.tenant_id = assignment.tenant_id and person.id = assignment.person_id
  where assignment.tenant_id = ${tenantId} and assignment.item_id = ${itemId}
  order by assignment.role desc, assignment.period desc, agency.name collate "vi-x-icu", assignment.id`

export const listCoordinating = (sql: Sql, tenantId: number, itemId: string) => sql<
  { id: string; name: string }[]
>`
  select agency.id, agency.name from item_coordinating
  join agency on agency.tenant_id = item_coordinating.tenant_id and agency.id = item_coordinating.agency_id
  where item_coordinating.tenant_id = ${tenantId} and item_coordinating.item_id = ${itemId}
  order by agency.name collate "vi-x-icu", agency.id`

/** Everybody who may be put in charge of something. */
export const listPeople = (sql: Sql, tenantId: number) => sql<
  { id: string; name: string; position: string; agency: string | null }[]
>`
  select account.id, account.name, account.position, agency.name as agency from account
  left join agency on agency.tenant_id = account.tenant_id and agency.id = account.agency_id
  where account.tenant_id = ${tenantId} and account.is_active
  order by account.name collate "vi-x-icu", account.id`

/**
 * Locks the item for a change and counts its version up: its leading assignments first, then itself, as every step
 * does, so that the two wait for each other and never in a circle. Refuses when the version seen is old, or when the
 * item was given to others meanwhile.
 */
export async function touchItem(tx: Sql, tenantId: number, id: string, seen: number): Promise<number> {
  const before = await tx<{ id: string }[]>`
    select id from assignment where tenant_id = ${tenantId} and item_id = ${id} and role = 'lead' order by id
    for no key update`
  const [row] = await tx<{ version: number }[]>`
    update item set version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and version = ${seen} returning version`
  const held = await listLeading(tx, tenantId, id)
  if (!row || held.join() !== before.map((one) => one.id).join())
    throw new Refusal('stale', 'item.stale', words.refusal.stale)
  return row.version
}

/** Refuses somebody who does not work here any more. */
export async function setPeople(tx: Sql, tenantId: number, id: string, people: ItemPeople): Promise<void> {
  const wanted = [...new Set([people.leaderId, people.followerId].filter((one) => one !== null))]
  const known = await tx`
    select 1 from account where tenant_id = ${tenantId} and is_active and id = any(${wanted}::uuid[])`
  if (known.length !== wanted.length)
    throw new Refusal('invalid', 'item.person', words.itemPage.personUnknown)
  await tx`
    update item set leader_id = ${people.leaderId}, follower_id = ${people.followerId}
    where tenant_id = ${tenantId} and id = ${id}`
}

export const setCompletion = (
  tx: Sql,
  tenantId: number,
  id: string,
  { completion, share }: ItemCompletion,
) => tx`
  update item set completion = ${completion}, completion_share = ${share},
    word_on = case when ${completion} = 'word' then word_on end,
    word_by = case when ${completion} = 'word' then word_by end
  where tenant_id = ${tenantId} and id = ${id}`

/** False when the item waits for no event. */
export async function recordEvent(tx: Sql, tenantId: number, id: string, eventOn: string): Promise<boolean> {
  const rows = await tx`
    update item set event_on = ${eventOn}
    where tenant_id = ${tenantId} and id = ${id} and event is not null returning id`
  return rows.length === 1
}

/** False when the item is not done on the overseer's word. */
export async function setWord(
  tx: Sql,
  tenantId: number,
  id: string,
  { wordOn, by }: { wordOn: string | null; by: string },
): Promise<boolean> {
  const rows = await tx`
    update item set word_on = ${wordOn}, word_by = ${wordOn ? by : null}
    where tenant_id = ${tenantId} and id = ${id} and completion = 'word' returning id`
  return rows.length === 1
}

/** The leading assignments of an item. */
export async function listLeading(sql: Sql, tenantId: number, itemId: string): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from assignment where tenant_id = ${tenantId} and item_id = ${itemId} and role = 'lead' order by id`
  return rows.map(({ id }) => id)
}

/**
 * The sub-duties that a form asks for, under the lead's assignment of the latest period where one agency leads.
 * Refuses an agency that is not there, that leads the item itself, or that has an open part already.
 */
export async function planSubDuties(
  tx: Sql,
  tenantId: number,
  item: Pick<ItemPageRow, 'id' | 'lead'> & { ordinal: number },
  { agencyIds, duty, dueOn }: SubDutyForm,
): Promise<NewSubDuty[]> {
  const wanted = [...new Set(agencyIds)]
  const agencies = await tx<{ id: string; name: string; leads: boolean; helps: boolean }[]>`
    select id, name,
      exists (select 1 from assignment where assignment.tenant_id = ${tenantId} and assignment.item_id = ${item.id}
              and assignment.agency_id = agency.id and assignment.role = 'lead') as leads,
      exists (select 1 from assignment where assignment.tenant_id = ${tenantId} and assignment.item_id = ${item.id}
              and assignment.given_to = agency.id and assignment.role = 'coordinating') as helps
    from agency where tenant_id = ${tenantId} and id = any(${wanted}::uuid[]) and ended_on is null`
  if (agencies.length !== wanted.length)
    throw new Refusal('invalid', 'sub-duty.agency', words.itemPage.agencyUnknown)
  const leading = agencies.find(({ leads }) => leads)
  if (leading) throw new Refusal('conflict', 'sub-duty.leads', words.itemPage.leadsItself(leading.name))
  const helping = agencies.find(({ helps }) => helps)
  if (helping) throw new Refusal('conflict', 'sub-duty.there', words.itemPage.partThere(helping.name))
  const [parent] = item.lead
    ? await tx<{ id: string }[]>`
        select id from assignment
        where tenant_id = ${tenantId} and item_id = ${item.id} and role = 'lead'
        order by period desc, id limit 1`
    : []
  return agencies.map((agency) => ({
    ...{ itemId: item.id, ordinal: item.ordinal, parentId: parent?.id ?? null },
    ...{ agencyId: agency.id, duty, dueOn },
  }))
}
