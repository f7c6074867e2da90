// Work as it is given: items and assignments of a plan, sub-duties of coordinating agencies, the next period's round.
import { randomUUID } from 'node:crypto'
import { asJson, type Sql } from '../store/database.ts'
import { type CountChanges, counted } from './counts.ts'
import { earlier, partDay, roundOf } from './giving.ts'
import { IN_ITS_ROUNDS, refreshItems } from './item-queries.ts'
import type { Every } from './period.ts'
import type { NewItem } from './task.ts'

export interface Giving {
  at: Date
  today: string
  /** The day the work was given: of an old plan the day it was issued. */
  on: string
  /** Days after the end of its window on which a periodic report is due. */
  reportDays: number
  /** How many days before the lead's own day a coordinating agency's part is due; null: no sub-duties are made. */
  subDutyDays: number | null
}

export interface NewAssignment {
  id: string
  itemId: string
  agencyId: string
  /** The internal unit of that agency which is named as the one to do it. */
  unitId?: string | null
  ordinal: number
  role: 'lead' | 'coordinating'
  parentId: string | null
  duty: string
  period: string
  periodFrom: string | null
  periodTo: string | null
  dueOn: string | null
  givenOn: string
}

/**
 * Writes the items of a plan with their coordinating agencies and assignments; returns the number of leading ones.
 * `shared`: see `counted`.
 */
export async function createWork(
  tx: Sql,
  tenantId: number,
  planId: string,
  given: readonly NewItem[],
  giving: Giving,
  shared?: CountChanges,
): Promise<number> {
  const items = await placeUnits(tx, tenantId, given)
  const leading = items.flatMap((item) => leadingOf(item, giving))
  const dueOf = new Map(leading.map(({ itemId, dueOn }) => [itemId, dueOn]))
  await insertItems(tx, tenantId, planId, items, dueOf)
  await insertCoordinating(tx, tenantId, items)
  const subDuties =
    giving.subDutyDays === null ? [] : items.flatMap((item) => subDutiesOf(item, leading, giving))
  await insertAssignments(tx, tenantId, planId, [...leading, ...subDuties], giving.at)
  await counted(tx, tenantId, shared, async (changes) => {
    for (const one of [...leading, ...subDuties]) changes.assignment({ ...one, planId, state: 'assigned' }, 1)
    for (const item of items)
      if (item.outcome === 'assign' || item.outcome === 'each')
        changes.item({ planId, agencyId: leadOf(item), dueOn: dueOf.get(item.id) ?? null, state: 'open' }, 1)
  })
  return leading.length
}

interface PlacedItem extends NewItem {
  /** For each bearer the internal unit that was named, where it was one. */
  units: readonly (string | null)[]
}

/** A unit named as lead has the work for its agency: the agency answers, the unit does it. */
async function placeUnits(tx: Sql, tenantId: number, items: readonly NewItem[]): Promise<PlacedItem[]> {
  const named = [...new Set(items.flatMap(({ bearers }) => bearers))]
  const rows = await tx<{ id: string; parentId: string }[]>`
    select id, parent_id as "parentId" from agency
    where tenant_id = ${tenantId} and id = any(${named}::uuid[]) and kind = 'unit' and parent_id is not null`
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]))
  return items.map((item) => ({
    ...item,
    bearers: item.bearers.map((id) => parents.get(id) ?? id),
    units: item.bearers.map((id) => (parents.has(id) ? id : null)),
  }))
}

const leadOf = ({ outcome, bearers }: Pick<NewItem, 'outcome' | 'bearers'>): string | null =>
  outcome === 'assign' ? (bearers[0] ?? null) : null

function leadingOf(item: PlacedItem, giving: Giving): NewAssignment[] {
  const round = roundOf(item, giving)
  return item.bearers.map((agencyId, i) => ({
    id: randomUUID(),
    itemId: item.id,
    agencyId,
    unitId: item.units[i] ?? null,
    ordinal: item.ordinal,
    role: 'lead',
    parentId: null,
    duty: '',
    ...round,
  }))
}

/** A dated duty gives each coordinating agency a dated part of its own, under the lead's where there is one lead. */
function subDutiesOf(item: NewItem, leading: readonly NewAssignment[], giving: Giving): NewAssignment[] {
  const dueOn = partDay(item)
  if (!dueOn || giving.subDutyDays === null || item.bearers.length === 0) return []
  const early = earlier(dueOn, giving.subDutyDays, giving.on)
  const parent = leading.find(({ itemId }) => itemId === item.id)
  return item.coordinators.map((agencyId) => ({
    id: randomUUID(),
    itemId: item.id,
    agencyId,
    ordinal: item.ordinal,
    role: 'coordinating',
    parentId: item.outcome === 'assign' ? (parent?.id ?? null) : null,
    duty: '',
    ...{ period: '', periodFrom: null, periodTo: null },
    dueOn: early,
    givenOn: giving.on,
  }))
}

async function insertItems(
  tx: Sql,
  tenantId: number,
  planId: string,
  items: readonly NewItem[],
  dueOf: ReadonlyMap<string, string | null>,
) {
  const rows = items.map(({ due, bearers, coordinators, completion, ...item }) => ({
    ...item,
    dueText: due.text,
    dueKind: due.kind,
    dueFrom: due.from,
    dueTo: due.to,
    completion: completion?.rule ?? 'all',
    share: completion?.share ?? null,
    leadId: leadOf({ outcome: item.outcome, bearers }),
    dueOn: dueOf.get(item.id) ?? null,
  }))
  // JSON, because PostgreSQL's own arrays cannot hold rows of names of different lengths.
  await tx`
    insert into item (tenant_id, id, plan_id, ordinal, section, origin, outcome, quote, spans, lead_printed,
                      coordinating_printed, deliverables, due_text, due_kind, due_from, due_to, merged_into,
                      completion, completion_share, lead_id, due_on, every, event, leader_id, follower_id, document_id)
    select ${tenantId}::int, id, ${planId}::uuid, ordinal, section, origin, outcome, quote, spans, "leadPrinted",
           "coordinatingPrinted", deliverables, "dueText", "dueKind", "dueFrom", "dueTo", "mergedInto",
           completion, share, "leadId", "dueOn", every, event, "leaderId", "followerId", "documentId"
    from jsonb_to_recordset(${tx.json(asJson(rows))}) as new
      (id uuid, ordinal int, section text, origin text, outcome text, quote text, spans jsonb, "leadPrinted" text[],
       "coordinatingPrinted" text[], deliverables text[], "dueText" text, "dueKind" text, "dueFrom" date, "dueTo" date,
       "mergedInto" uuid, completion text, share int, "leadId" uuid, "dueOn" date, every text, event text,
       "leaderId" uuid, "followerId" uuid, "documentId" uuid)`
}

async function insertCoordinating(tx: Sql, tenantId: number, items: readonly NewItem[]) {
  const coordinating = items.flatMap((item) =>
    item.coordinators.map((agencyId) => ({ itemId: item.id, agencyId })),
  )
  await tx`
    insert into item_coordinating (tenant_id, item_id, agency_id)
    select ${tenantId}::int, "itemId", "agencyId"
    from jsonb_to_recordset(${tx.json(asJson(coordinating))}) as new ("itemId" uuid, "agencyId" uuid)`
}

const insertAssignments = (
  tx: Sql,
  tenantId: number,
  planId: string,
  assignments: readonly NewAssignment[],
  at: Date,
) => tx`
  insert into assignment (tenant_id, id, plan_id, item_id, agency_id, given_to, ordinal, role, parent_id, duty, period,
                          period_from, period_to, due_on, given_due, given_on, unit_id, given_unit, status, created_at)
  select ${tenantId}::int, id, ${planId}::uuid, "itemId", "agencyId", "agencyId", ordinal, role, "parentId", duty, period,
         "periodFrom", "periodTo", "dueOn", "dueOn", "givenOn", "unitId", "unitId", 'assigned', ${at}::timestamptz
  from jsonb_to_recordset(${tx.json(asJson(assignments))}) as new
    (id uuid, "itemId" uuid, "agencyId" uuid, ordinal int, role text, "parentId" uuid, duty text, period text,
     "periodFrom" date, "periodTo" date, "dueOn" date, "givenOn" date, "unitId" uuid)`

/** Further assignments of items that are there, made by a decision after publishing. `shared`: see `counted`. */
export async function giveMore(
  tx: Sql,
  tenantId: number,
  planId: string,
  rows: readonly NewAssignment[],
  at: Date,
  shared?: CountChanges,
): Promise<void> {
  if (rows.length === 0) return
  await insertAssignments(tx, tenantId, planId, rows, at)
  await counted(tx, tenantId, shared, async (changes) => {
    for (const one of rows) changes.assignment({ ...one, planId, state: 'assigned' }, 1)
    const leading = rows.filter(({ role }) => role === 'lead').map(({ itemId }) => itemId)
    await refreshItems(tx, tenantId, leading, changes)
  })
}

export interface NewSubDuty {
  itemId: string
  ordinal: number
  parentId: string | null
  agencyId: string
  duty: string
  dueOn: string
}

/** Dated parts of their own for coordinating agencies, made after publishing. Returns their ids. */
export async function addSubDuties(
  tx: Sql,
  tenantId: number,
  planId: string,
  parts: readonly NewSubDuty[],
  { at, today }: { at: Date; today: string },
): Promise<string[]> {
  const rows = parts.map(
    (part): NewAssignment => ({
      ...part,
      id: randomUUID(),
      role: 'coordinating',
      ...{ period: '', periodFrom: null, periodTo: null, givenOn: today },
    }),
  )
  await giveMore(tx, tenantId, planId, rows, at)
  return rows.map(({ id }) => id)
}

/** The day of a periodic report is its period's. */
const NO_DAY_OF_ITS_OWN = { kind: 'none', to: null } as const

interface RoundRow {
  planId: string
  itemId: string
  ordinal: number
  every: Every
  reportDays: number
  bearers: { agencyId: string; unitId: string | null }[]
}

/**
 * Opens the round of the period that holds `today` for every recurring item that has none yet: one assignment for
 * each agency that had the round before. Carried out again it does nothing. Returns how many assignments were made.
 */
export async function openPeriods(
  tx: Sql,
  tenantId: number,
  { at, today }: { at: Date; today: string },
): Promise<number> {
  // Two servers opening the same round follow each other.
  await tx`
    select id from item where tenant_id = ${tenantId} and every is not null order by id for no key update`
  const rows = await tx<RoundRow[]>`
    select item.plan_id as "planId", item.id as "itemId", item.ordinal, item.every, plan.report_days as "reportDays",
           jsonb_agg(distinct jsonb_build_object('agencyId', assignment.agency_id, 'unitId',
             case when assignment.agency_id = assignment.given_to then assignment.given_unit end)) as bearers
    from item
    join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
    join assignment on assignment.tenant_id = item.tenant_id and assignment.item_id = item.id
      and assignment.role = 'lead' and assignment.status <> 'closed'
    where item.tenant_id = ${tenantId} and item.every is not null
      and (plan.period_to is null or plan.period_to >= extract(year from ${today}::date))
      and assignment.period = (
        select coalesce(max(latest.period) filter (where ${IN_ITS_ROUNDS(tx, tx`latest.period`)}), max(latest.period))
        from assignment latest
        where latest.tenant_id = ${tenantId} and latest.item_id = item.id and latest.role = 'lead')
    group by item.tenant_id, item.id, plan.tenant_id, plan.id
    having max(assignment.period_to) < ${today}
    order by item.id`
  const byPlan = new Map<string, NewAssignment[]>()
  for (const { planId, bearers, every, reportDays, ...row } of rows)
    byPlan.set(planId, [
      ...(byPlan.get(planId) ?? []),
      ...bearers.map(
        (bearer): NewAssignment => ({
          ...row,
          ...bearer,
          id: randomUUID(),
          role: 'lead',
          parentId: null,
          duty: '',
          ...roundOf({ due: NO_DAY_OF_ITS_OWN, every }, { today, on: today, reportDays }),
        }),
      ),
    ])
  await counted(tx, tenantId, undefined, async (changes) => {
    for (const [planId, assignments] of byPlan) {
      await insertAssignments(tx, tenantId, planId, assignments, at)
      for (const one of assignments) changes.assignment({ ...one, planId, state: 'assigned' }, 1)
    }
    const itemIds = rows.map(({ itemId }) => itemId)
    await refreshItems(tx, tenantId, itemIds, changes)
  })
  return [...byPlan.values()].flat().length
}

interface Shared {
  id: string
  planId: string
  itemId: string
  ordinal: number
  role: 'lead' | 'coordinating'
  parentId: string | null
  duty: string
  period: string
  periodFrom: string | null
  periodTo: string | null
  dueOn: string | null
  givenOn: string
}

/**
 * Gives what one agency had to each of several from a day on: each gets an assignment of its own; who has one of the
 * same item and period already keeps that. The caller closes the old ones. Returns how many were made.
 */
export async function giveToEach(
  tx: Sql,
  tenantId: number,
  ids: readonly string[],
  members: readonly string[],
  onDay: string,
  { at }: { at: Date },
  shared?: CountChanges,
): Promise<number> {
  // Assignments are locked before items.
  await tx`
    select 1 from assignment
    where tenant_id = ${tenantId} and (id = any(${ids as string[]}::uuid[]) or parent_id = any(${ids as string[]}::uuid[]))
    order by id for no key update`
  const rows = await tx<Shared[]>`
    select id, plan_id as "planId", item_id as "itemId", ordinal, role, parent_id as "parentId", duty, period,
           period_from as "periodFrom", period_to as "periodTo", due_on as "dueOn",
           greatest(given_on, ${onDay}::date) as "givenOn"
    from assignment where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[]) order by id`
  const leading = rows.filter(({ role }) => role === 'lead')
  const itemIds = [...new Set(leading.map(({ itemId }) => itemId))]
  // What one agency led is now each member's; its sub-duties are watched over by the plan's overseer.
  await tx`
    update item set outcome = 'each' where tenant_id = ${tenantId} and id = any(${itemIds}::uuid[]) and outcome = 'assign'`
  await tx`
    update assignment set parent_id = null
    where tenant_id = ${tenantId} and parent_id = any(${leading.map(({ id }) => id)}::uuid[])`
  const there = await tx<{ itemId: string; agencyId: string; role: string; period: string }[]>`
    select item_id as "itemId", agency_id as "agencyId", role, period from assignment
    where tenant_id = ${tenantId} and item_id = any(${[...new Set(rows.map(({ itemId }) => itemId))]}::uuid[])
      and status <> 'closed'
    union
    select item_id, given_to, role, period from assignment
    where tenant_id = ${tenantId} and item_id = any(${[...new Set(rows.map(({ itemId }) => itemId))]}::uuid[])
      and given_unit is null`
  const keyOf = (row: { itemId: string; role: string; period: string }, agencyId: string) =>
    [row.itemId, row.role, row.period, agencyId].join(' ')
  const taken = new Set(there.map((row) => keyOf(row, row.agencyId)))
  const byPlan = new Map<string, NewAssignment[]>()
  for (const row of rows)
    for (const agencyId of members) {
      if (taken.has(keyOf(row, agencyId))) continue
      taken.add(keyOf(row, agencyId))
      const { planId, ...shared } = row
      const made: NewAssignment = { ...shared, id: randomUUID(), agencyId }
      byPlan.set(planId, [...(byPlan.get(planId) ?? []), made])
    }
  await counted(tx, tenantId, shared, async (changes) => {
    for (const [planId, made] of byPlan) {
      await insertAssignments(tx, tenantId, planId, made, at)
      for (const one of made) changes.assignment({ ...one, planId, state: 'assigned' }, 1)
    }
    await refreshItems(tx, tenantId, itemIds, changes)
  })
  return [...byPlan.values()].flat().length
}
