// Work as it is given: items and assignments of a plan, sub-duties of coordinating agencies, the next period's round.
import { randomUUID } from 'node:crypto'
import { asJson, type Sql } from '../store/database.ts'
import { CountChanges } from './counts.ts'
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

/** Writes the items of a plan with their coordinating agencies and assignments; returns the number of leading ones. */
export async function createWork(
  tx: Sql,
  tenantId: number,
  planId: string,
  items: readonly NewItem[],
  giving: Giving,
): Promise<number> {
  const leading = items.flatMap((item) => leadingOf(item, giving))
  const dueOf = new Map(leading.map(({ itemId, dueOn }) => [itemId, dueOn]))
  await insertItems(tx, tenantId, planId, items, dueOf)
  await insertCoordinating(tx, tenantId, items)
  const subDuties =
    giving.subDutyDays === null ? [] : items.flatMap((item) => subDutiesOf(item, leading, giving))
  await insertAssignments(tx, tenantId, planId, [...leading, ...subDuties], giving.at)
  const changes = new CountChanges()
  for (const one of [...leading, ...subDuties]) changes.assignment({ ...one, planId, state: 'assigned' }, 1)
  for (const item of items)
    if (item.outcome === 'assign' || item.outcome === 'each')
      changes.item({ planId, agencyId: leadOf(item), dueOn: dueOf.get(item.id) ?? null, state: 'open' }, 1)
  await changes.write(tx, tenantId, new Set([...leading, ...subDuties].map((one) => one.agencyId)))
  return leading.length
}

const leadOf = ({ outcome, bearers }: NewItem): string | null =>
  outcome === 'assign' ? (bearers[0] ?? null) : null

function leadingOf(item: NewItem, giving: Giving): NewAssignment[] {
  const round = roundOf(item, giving)
  return item.bearers.map((agencyId) => ({
    id: randomUUID(),
    itemId: item.id,
    agencyId,
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
    leadId: leadOf({ ...item, due, bearers, coordinators }),
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
                          period_from, period_to, due_on, given_due, given_on, status, created_at)
  select ${tenantId}::int, id, ${planId}::uuid, "itemId", "agencyId", "agencyId", ordinal, role, "parentId", duty, period,
         "periodFrom", "periodTo", "dueOn", "dueOn", "givenOn", 'assigned', ${at}::timestamptz
  from jsonb_to_recordset(${tx.json(asJson(assignments))}) as new
    (id uuid, "itemId" uuid, "agencyId" uuid, ordinal int, role text, "parentId" uuid, duty text, period text,
     "periodFrom" date, "periodTo" date, "dueOn" date, "givenOn" date)`

/** Further assignments of items that are there, made by a decision after publishing. */
export async function giveMore(
  tx: Sql,
  tenantId: number,
  planId: string,
  rows: readonly NewAssignment[],
  at: Date,
): Promise<void> {
  if (rows.length === 0) return
  await insertAssignments(tx, tenantId, planId, rows, at)
  const changes = new CountChanges()
  for (const one of rows) changes.assignment({ ...one, planId, state: 'assigned' }, 1)
  const touched = new Set(rows.map(({ agencyId }) => agencyId))
  const leading = rows.filter(({ role }) => role === 'lead')
  await refreshItems(
    tx,
    tenantId,
    leading.map(({ itemId }) => itemId),
    changes,
    touched,
  )
  await changes.write(tx, tenantId, touched)
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
  agencies: string[]
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
    select id from item where tenant_id = ${tenantId} and every is not null order by id for update`
  const rows = await tx<RoundRow[]>`
    select item.plan_id as "planId", item.id as "itemId", item.ordinal, item.every, plan.report_days as "reportDays",
           array_agg(distinct assignment.agency_id) as agencies
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
  for (const { planId, agencies, every, reportDays, ...row } of rows)
    byPlan.set(planId, [
      ...(byPlan.get(planId) ?? []),
      ...agencies.map(
        (agencyId): NewAssignment => ({
          ...row,
          id: randomUUID(),
          agencyId,
          role: 'lead',
          parentId: null,
          duty: '',
          ...roundOf({ due: NO_DAY_OF_ITS_OWN, every }, { today, on: today, reportDays }),
        }),
      ),
    ])
  const changes = new CountChanges()
  const touched = new Set<string>()
  for (const [planId, assignments] of byPlan) {
    await insertAssignments(tx, tenantId, planId, assignments, at)
    for (const one of assignments) {
      changes.assignment({ ...one, planId, state: 'assigned' }, 1)
      touched.add(one.agencyId)
    }
  }
  await refreshItems(
    tx,
    tenantId,
    rows.map(({ itemId }) => itemId),
    changes,
    touched,
  )
  await changes.write(tx, tenantId, touched)
  return [...byPlan.values()].flat().length
}
