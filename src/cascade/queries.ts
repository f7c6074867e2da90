// Questions and changes about plans that agencies owe. `sql` is the connection or the transaction.
import { Refusal } from '../base/refusal.ts'
import type { Sql } from '../store/database.ts'
import { groupMembers } from '../succession/pass-on.ts'
import * as words from '../vocabulary/words.ts'
import type { Followed, OwedState } from './sub-plan.ts'

export interface PlanHead {
  id: string
  number: string | null
  title: string
  type: string
  issuer: string
  issued: string | null
  status: string
  overseerId: string | null
  overseerName: string | null
}

export async function getPlanHead(sql: Sql, tenantId: number, id: string): Promise<PlanHead> {
  const [row] = await sql<PlanHead[]>`
    select plan.id, plan.number, plan.title, plan.type, plan.issuer, plan.issued, plan.status,
           plan.overseer_id as "overseerId", overseer.name as "overseerName"
    from plan left join agency overseer on overseer.tenant_id = plan.tenant_id and overseer.id = plan.overseer_id
    where plan.tenant_id = ${tenantId} and plan.id = ${id}`
  if (!row) throw new Refusal('missing', 'plan.missing', words.refusal.missing)
  return row
}

export interface ItemRow {
  itemId: string
  section: string
  quote: string
  itemDue: string | null
  bearers: number
  decision: 'owed' | 'not' | null
  dueOn: string | null
  decidedBy: string | null
  version: number
}

/** The duties of a plan that somebody bears, or that were decided on, with what was decided. */
export const listItems = (sql: Sql, tenantId: number, planId: string) => sql<ItemRow[]>`
  select item.id as "itemId", item.section, item.quote, item.due_on as "itemDue",
         (select count(distinct agency_id) from assignment
          where assignment.tenant_id = ${tenantId} and assignment.item_id = item.id and assignment.role = 'lead') as bearers,
         call.decision, call.due_on as "dueOn", call.actor as "decidedBy", coalesce(call.version, 0) as version
  from item
  left join sub_plan_call call on call.tenant_id = ${tenantId} and call.item_id = item.id
  where item.tenant_id = ${tenantId} and item.plan_id = ${planId} and item.outcome <> 'merged'
  order by item.ordinal`

export const countBearers = async (sql: Sql, tenantId: number, planId: string): Promise<number> => {
  const [row] = await sql<{ n: number }[]>`
    select count(distinct agency_id) as n from assignment
    where tenant_id = ${tenantId} and plan_id = ${planId} and role = 'lead'`
  return row?.n ?? 0
}

export interface OwedRow {
  id: string
  planId: string
  agencyId: string
  itemId: string | null
  section: string
  dueOn: string | null
  state: OwedState
  number: string | null
  issuedOn: string | null
  fileHash: string | null
  fileName: string | null
  childId: string | null
  childNumber: string | null
  childTitle: string | null
  dossierId: string | null
  reason: string
  settledBy: string | null
  version: number
}

const OWED = (sql: Sql, tenantId: number) => sql`
  select owed.id, owed.plan_id as "planId", owed.agency_id as "agencyId", owed.item_id as "itemId",
         coalesce(item.section, '') as section, owed.due_on as "dueOn", owed.state, owed.number,
         owed.issued_on as "issuedOn", owed.file_hash as "fileHash", owed.file_name as "fileName",
         owed.child_plan_id as "childId", child.number as "childNumber", child.title as "childTitle",
         owed.dossier_id as "dossierId", owed.reason, owed.settled_by as "settledBy", owed.version
  from sub_plan_owed owed
  left join item on item.tenant_id = ${tenantId} and item.id = owed.item_id
  left join plan child on child.tenant_id = ${tenantId} and child.id = owed.child_plan_id`

export const listOwed = (sql: Sql, tenantId: number, planId: string) => sql<OwedRow[]>`
  ${OWED(sql, tenantId)}
  where owed.tenant_id = ${tenantId} and owed.plan_id = ${planId} order by owed.created_at, owed.id`

/** Of all plans: what was laid on one of these agencies. */
export const listOwedBy = (sql: Sql, tenantId: number, agencyIds: readonly string[]) => sql<OwedRow[]>`
  ${OWED(sql, tenantId)}
  where owed.tenant_id = ${tenantId} and owed.agency_id = any(${agencyIds as string[]}::uuid[])
  order by owed.due_on nulls last, owed.id`

/** Under a lock until the end of the transaction. */
export async function lockOwed(
  tx: Sql,
  tenantId: number,
  planId: string,
  agencyId: string,
): Promise<OwedRow | null> {
  const [row] = await tx<OwedRow[]>`
    ${OWED(tx, tenantId)}
    where owed.tenant_id = ${tenantId} and owed.plan_id = ${planId} and owed.agency_id = ${agencyId}
    for update of owed`
  return row ?? null
}

/** Locks the plan, so that two people who settle for one agency follow each other. */
export const lockPlan = (tx: Sql, tenantId: number, planId: string) =>
  tx`select 1 from plan where tenant_id = ${tenantId} and id = ${planId} for update`

interface Settlement {
  state: OwedState
  number: string | null
  issuedOn: string | null
  childId: string | null
  dossierId: string | null
  file: { hash: string; name: string } | null
  reason: string
  by: string | null
  at: Date | null
}

export const insertOwed = (
  tx: Sql,
  tenantId: number,
  owed: Settlement & {
    id: string
    planId: string
    itemId: string | null
    agencyId: string
    dueOn: string | null
    createdAt: Date
  },
) => tx`
  insert into sub_plan_owed (tenant_id, id, plan_id, item_id, agency_id, due_on, state, number, issued_on, child_plan_id,
                             dossier_id, file_hash, file_name, reason, settled_by, settled_at, created_at)
  values (${tenantId}, ${owed.id}, ${owed.planId}, ${owed.itemId}, ${owed.agencyId}, ${owed.dueOn}, ${owed.state},
          ${owed.number}, ${owed.issuedOn}, ${owed.childId}, ${owed.dossierId}, ${owed.file?.hash ?? null},
          ${owed.file?.name ?? null}, ${owed.reason}, ${owed.by}, ${owed.at}, ${owed.createdAt})`

export const updateOwed = (
  tx: Sql,
  tenantId: number,
  id: string,
  owed: Settlement & { version: number },
) => tx`
  update sub_plan_owed set state = ${owed.state}, number = ${owed.number}, issued_on = ${owed.issuedOn},
    child_plan_id = ${owed.childId}, dossier_id = ${owed.dossierId}, file_hash = ${owed.file?.hash ?? null},
    file_name = ${owed.file?.name ?? null}, reason = ${owed.reason}, settled_by = ${owed.by}, settled_at = ${owed.at},
    version = ${owed.version}
  where tenant_id = ${tenantId} and id = ${id}`

/** Lays the plan on everybody who bears the item, or anything of the plan; whoever owes one already owes no second. */
export async function layOn(
  tx: Sql,
  tenantId: number,
  call: { planId: string; itemId: string; dueOn: string | null; to: 'bearers' | 'all'; at: Date },
  ids: () => string,
): Promise<number> {
  const bearers = await tx<{ agencyId: string }[]>`
    select distinct assignment.agency_id as "agencyId" from assignment
    where assignment.tenant_id = ${tenantId} and assignment.plan_id = ${call.planId} and assignment.role = 'lead'
      ${call.to === 'bearers' ? tx`and assignment.item_id = ${call.itemId}` : tx``}
      and not exists (select 1 from sub_plan_owed owed where owed.tenant_id = ${tenantId}
                      and owed.plan_id = ${call.planId} and owed.agency_id = assignment.agency_id)`
  const rows = bearers.map(({ agencyId }) => ({ id: ids(), agencyId }))
  await tx`
    insert into sub_plan_owed (tenant_id, id, plan_id, item_id, agency_id, due_on, state, created_at)
    select ${tenantId}::int, id, ${call.planId}::uuid, ${call.itemId}::uuid, "agencyId", ${call.dueOn}::date, 'owed', ${call.at}
    from jsonb_to_recordset(${tx.json(rows)}) as new (id uuid, "agencyId" uuid)`
  return rows.length
}

export interface CallRow {
  planId: string
  decision: 'owed' | 'not'
  dueOn: string | null
  version: number
}

export async function lockCall(tx: Sql, tenantId: number, itemId: string): Promise<CallRow | null> {
  const [row] = await tx<CallRow[]>`
    select plan_id as "planId", decision, due_on as "dueOn", version from sub_plan_call
    where tenant_id = ${tenantId} and item_id = ${itemId} for update`
  return row ?? null
}

export const insertCall = (
  tx: Sql,
  tenantId: number,
  call: Omit<CallRow, 'version'> & { itemId: string; actor: string; accountId: string; at: Date },
) => tx`
  insert into sub_plan_call (tenant_id, item_id, plan_id, decision, due_on, actor, account_id, at)
  values (${tenantId}, ${call.itemId}, ${call.planId}, ${call.decision}, ${call.dueOn}, ${call.actor}, ${call.accountId},
          ${call.at})`

export const updateCall = (
  tx: Sql,
  tenantId: number,
  itemId: string,
  call: Omit<CallRow, 'planId'> & { actor: string; accountId: string; at: Date },
) => tx`
  update sub_plan_call set decision = ${call.decision}, due_on = ${call.dueOn}, actor = ${call.actor},
    account_id = ${call.accountId}, at = ${call.at}, version = ${call.version}
  where tenant_id = ${tenantId} and item_id = ${itemId}`

/** What an item asked for and nobody has settled yet goes, or gets another day. */
export const deleteOpen = (tx: Sql, tenantId: number, itemId: string) => tx`
  delete from sub_plan_owed where tenant_id = ${tenantId} and item_id = ${itemId} and state = 'owed'`
export const moveOpen = (tx: Sql, tenantId: number, itemId: string, dueOn: string | null) => tx`
  update sub_plan_owed set due_on = ${dueOn}, version = version + 1
  where tenant_id = ${tenantId} and item_id = ${itemId} and state = 'owed'`
export async function countSettled(tx: Sql, tenantId: number, itemId: string): Promise<number> {
  const [row] = await tx<{ n: number }[]>`
    select count(*) as n from sub_plan_owed
    where tenant_id = ${tenantId} and item_id = ${itemId} and state <> 'owed'`
  return row?.n ?? 0
}

/** The first duty of the plan that was said to ask for plans. */
export async function findFirstCall(tx: Sql, tenantId: number, planId: string): Promise<string | null> {
  const [row] = await tx<{ itemId: string }[]>`
    select item_id as "itemId" from sub_plan_call
    where tenant_id = ${tenantId} and plan_id = ${planId} and decision = 'owed' order by at, item_id limit 1`
  return row?.itemId ?? null
}

export async function findItemPlan(sql: Sql, tenantId: number, itemId: string): Promise<string | null> {
  const [row] = await sql<{ planId: string }[]>`
    select plan_id as "planId" from item where tenant_id = ${tenantId} and id = ${itemId} and outcome <> 'merged'`
  return row?.planId ?? null
}

/** The decisions on agencies that ended: where what they owe goes. */
export async function listFollowed(sql: Sql, tenantId: number, today: string, at: Date): Promise<Followed[]> {
  const rows = await sql<
    {
      agencyId: string
      onDay: string
      toAgencyId: string | null
      toGroup: string | null
      planId: string | null
    }[]
  >`
    select succession.agency_id as "agencyId", succession.on_day as "onDay", succession.to_agency_id as "toAgencyId",
           succession.to_group as "toGroup", null::uuid as "planId"
    from succession
    join agency on agency.tenant_id = succession.tenant_id and agency.id = succession.agency_id
    where succession.tenant_id = ${tenantId} and agency.ended_on = succession.on_day
    union all
    select whole.agency_id, succession.on_day, whole.to_agency_id, null, whole.plan_id
    from succession_exception whole
    join succession on succession.tenant_id = whole.tenant_id and succession.act_id = whole.act_id
      and succession.agency_id = whole.agency_id
    join agency on agency.tenant_id = whole.tenant_id and agency.id = whole.agency_id
    where whole.tenant_id = ${tenantId} and whole.plan_id is not null and agency.ended_on = succession.on_day`
  const members = new Map<string, readonly string[]>()
  const followed: Followed[] = []
  for (const { agencyId, onDay, toAgencyId, toGroup, planId } of rows) {
    const key = `${toGroup} ${onDay}`
    if (toGroup && !members.has(key))
      members.set(key, await groupMembers(sql, tenantId, { toGroup, onDay }, { at, today }))
    followed.push({ agencyId, planId, to: toAgencyId ? [toAgencyId] : (members.get(key) ?? []) })
  }
  return followed
}

export interface AgencyRow {
  id: string
  name: string
  kind: string
  endedOn: string | null
}

export const listAgenciesById = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<AgencyRow[]>`
  select id, name, kind, ended_on as "endedOn" from agency
  where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[])
  order by kind, name collate "vi-x-icu", id`

/** Plans of their own that name documents by number: whoever asks compares the numbers (citation.ts). */
export const listCiting = (sql: Sql, tenantId: number, planId: string) => sql<
  {
    id: string
    number: string | null
    title: string
    issuer: string
    issued: string | null
    status: string
    cites: string
    relation: string
  }[]
>`
  select plan.id, plan.number, plan.title, plan.issuer, plan.issued, plan.status, reference.number as cites,
         reference.relation
  from plan_reference reference
  join plan on plan.tenant_id = reference.tenant_id and plan.id = reference.plan_id
  where reference.tenant_id = ${tenantId} and reference.relation in ('implements', 'basis')
    and plan.adds_to is null and plan.id <> ${planId}
  order by plan.created_at, plan.id, reference.ordinal`

export async function findFile(
  sql: Sql,
  tenantId: number,
  planId: string,
  agencyId: string,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const [row] = await sql<{ name: string; bytes: Uint8Array }[]>`
    select owed.file_name as name, file.bytes
    from sub_plan_owed owed join file on file.tenant_id = owed.tenant_id and file.hash = owed.file_hash
    where owed.tenant_id = ${tenantId} and owed.plan_id = ${planId} and owed.agency_id = ${agencyId}`
  return row ?? null
}

/** Refuses bytes that were never stored here. */
export async function refuseUnknownFile(
  tx: Sql,
  tenantId: number,
  file: { hash: string; name: string } | null,
) {
  if (!file) return
  const there = await tx`select 1 from file where tenant_id = ${tenantId} and hash = ${file.hash}`
  if (there.length === 0) throw new Refusal('invalid', 'file.unknown', words.task.fileUnknown(file.name))
}

export async function findProvince(sql: Sql, tenantId: number): Promise<string> {
  const [row] = await sql<{ name: string }[]>`select name from tenant where id = ${tenantId}`
  return row?.name ?? ''
}
