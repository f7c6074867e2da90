// Questions and changes about plans and their review.
import { Refusal } from '../base/refusal.ts'
import type { Line } from '../document/line.ts'
import type { DocumentHead, DraftPlan } from '../reading/draft.ts'
import { asJson, type Sql } from '../store/database.ts'
import { words } from '../vocabulary/words.ts'
import type { Plan, Publication, PublishedItem } from './plan.ts'
import type { Edit } from './review.ts'

interface PlanRow extends Omit<Plan, 'createdAt' | 'publishedAt' | 'overseer'> {
  createdAt: Date
  publishedAt: Date | null
  overseerId: string | null
  overseerName: string | null
}

const PLAN = (sql: Sql) => sql`
  plan.id, plan.status, plan.file_name as "fileName", plan.number, plan.type, plan.title, plan.issuer, plan.issued,
  plan.period_from as "periodFrom", plan.period_to as "periodTo", plan.overseer_id as "overseerId",
  agency.name as "overseerName", plan.version, plan.created_at as "createdAt", plan.published_at as "publishedAt"`

const COUNTS = (sql: Sql, tenantId: number) => sql`
  (select count(*) from item where item.tenant_id = ${tenantId} and item.plan_id = plan.id) as items,
  (select count(*) from item where item.tenant_id = ${tenantId} and item.plan_id = plan.id
     and item.outcome in ('assign', 'each')) as tracked,
  (select coalesce(sum(n), 0) from assignment_count where assignment_count.tenant_id = ${tenantId}
     and assignment_count.plan_id = plan.id and assignment_count.role = 'lead') as assignments`

function asPlan({ overseerId, overseerName, createdAt, publishedAt, ...row }: PlanRow): Plan {
  return {
    ...row,
    overseer: overseerId && overseerName ? { id: overseerId, name: overseerName } : null,
    createdAt: createdAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
  }
}

/** Newest first; `before` is the place of the last plan of the page before. */
export async function listPlans(
  sql: Sql,
  tenantId: number,
  filter: { status: Plan['status'] | null; before: { at: string; id: string } | null; limit: number },
): Promise<Plan[]> {
  const rows = await sql<PlanRow[]>`
    select ${PLAN(sql)}, ${COUNTS(sql, tenantId)}
    from plan left join agency on agency.tenant_id = plan.tenant_id and agency.id = plan.overseer_id
    where plan.tenant_id = ${tenantId}
      ${filter.status ? sql`and plan.status = ${filter.status}` : sql``}
      ${filter.before ? sql`and (plan.created_at, plan.id) < (${filter.before.at}::timestamptz, ${filter.before.id}::uuid)` : sql``}
    order by plan.created_at desc, plan.id desc limit ${filter.limit}`
  return rows.map(asPlan)
}

export async function getPlan(sql: Sql, tenantId: number, id: string): Promise<Plan> {
  const [row] = await sql<PlanRow[]>`
    select ${PLAN(sql)}, ${COUNTS(sql, tenantId)}
    from plan left join agency on agency.tenant_id = plan.tenant_id and agency.id = plan.overseer_id
    where plan.tenant_id = ${tenantId} and plan.id = ${id}`
  if (!row) throw new Refusal('missing', 'plan.missing', words.refusal.missing)
  return asPlan(row)
}

export interface Source {
  lines: Line[]
  notices: string[]
  draft: DraftPlan
}

export async function getSource(sql: Sql, tenantId: number, planId: string): Promise<Source> {
  const [row] = await sql<Source[]>`
    select lines, notices, draft from plan_source where tenant_id = ${tenantId} and plan_id = ${planId}`
  if (!row) throw new Refusal('missing', 'plan.missing', words.refusal.missing)
  return row
}

export async function listEdits(sql: Sql, tenantId: number, planId: string): Promise<Edit[]> {
  const rows = await sql<{ edit: Edit }[]>`
    select edit from plan_edit where tenant_id = ${tenantId} and plan_id = ${planId} order by seq`
  return rows.map((row) => row.edit)
}

export interface NewPlanRow {
  id: string
  fileName: string
  fileHash: string | null
  door: string
  source: Source
  createdBy: string
  at: Date
}

export async function insertPlan(sql: Sql, tenantId: number, plan: NewPlanRow): Promise<void> {
  const head = plan.source.draft.document
  await sql`
    insert into plan (tenant_id, id, status, file_name, file_hash, number, type, title, issuer, issued, period_from,
                      period_to, created_by, created_at)
    values (${tenantId}, ${plan.id}, 'draft', ${plan.fileName}, ${plan.fileHash}, ${head.number}, ${head.type},
            ${head.title}, ${head.issuer}, ${head.date}, ${head.period?.from ?? null}, ${head.period?.to ?? null},
            ${plan.createdBy}, ${plan.at})`
  await sql`
    insert into plan_source (tenant_id, plan_id, door, lines, notices, draft)
    values (${tenantId}, ${plan.id}, ${plan.door}, ${sql.json(asJson(plan.source.lines))},
            ${sql.json(asJson(plan.source.notices))}, ${sql.json(asJson(plan.source.draft))})`
  await insertLines(sql, tenantId, plan.id, plan.source.lines)
}

/** The lines one by one, for search; page numbers and the frame of a web page are none of its words. */
export const insertLines = (sql: Sql, tenantId: number, planId: string, lines: readonly Line[]) => sql`
  insert into plan_line (tenant_id, plan_id, n, text)
  select ${tenantId}::int, ${planId}::uuid, n, text
  from jsonb_to_recordset(${sql.json(asJson(lines))}) as line (n int, text text, aside text)
  where aside is null and btrim(text) <> ''`

/**
 * Locks a draft for a change and counts its version up. Refuses when it is published, when the version seen is
 * old, or when it is not there. Returns the new version.
 */
export async function touchDraft(sql: Sql, tenantId: number, id: string, seen: number): Promise<number> {
  const [row] = await sql<{ version: number }[]>`
    update plan set version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and version = ${seen} and status = 'draft' returning version`
  if (row) return row.version
  const [there] = await sql<
    { status: string }[]
  >`select status from plan where tenant_id = ${tenantId} and id = ${id}`
  if (!there) throw new Refusal('missing', 'plan.missing', words.refusal.missing)
  if (there.status !== 'draft') throw new Refusal('conflict', 'plan.published', words.review.faults.published)
  throw new Refusal('stale', 'plan.stale', words.refusal.stale)
}

export const insertEdit = (
  sql: Sql,
  tenantId: number,
  planId: string,
  seq: number,
  edit: Edit,
  accountId: string,
  at: Date,
) => sql`
  insert into plan_edit (tenant_id, plan_id, seq, edit, account_id, at)
  values (${tenantId}, ${planId}, ${seq}, ${sql.json(asJson(edit))}, ${accountId}, ${at})`

export const deleteEdit = (sql: Sql, tenantId: number, planId: string, seq: number) => sql`
  delete from plan_edit where tenant_id = ${tenantId} and plan_id = ${planId} and seq = ${seq}`

/** The head as the edits leave it, so that the list of plans shows the corrected number and title. */
export const updateHead = (sql: Sql, tenantId: number, planId: string, head: DocumentHead) => sql`
  update plan set number = ${head.number}, title = ${head.title}, issuer = ${head.issuer}, issued = ${head.date}
  where tenant_id = ${tenantId} and id = ${planId}`

/** Marks the plan published; the day it was issued, where it prints one that exists. Refuses a person not of here. */
export async function markPublished(
  sql: Sql,
  tenantId: number,
  planId: string,
  publication: Omit<Publication, 'subDutyDays'> & { by: string; at: Date },
): Promise<{ issued: string | null }> {
  const people = [publication.leaderId, publication.followerId].filter((id) => id !== null)
  const known = await sql`
    select 1 from account where tenant_id = ${tenantId} and is_active and id = any(${people}::uuid[])`
  if (known.length !== new Set(people).size)
    throw new Refusal('invalid', 'plan.person', words.review.personUnknown)
  const [row] = await sql<{ issued: string | null }[]>`
    update plan set status = 'published', overseer_id = ${publication.overseerId}, published_by = ${publication.by},
      published_at = ${publication.at}, leader_id = ${publication.leaderId}, follower_id = ${publication.followerId},
      every = ${publication.every}, report_days = ${publication.reportDays}
    where tenant_id = ${tenantId} and id = ${planId} returning issued`
  return { issued: row?.issued && /^\d{4}-\d\d-\d\d$/.test(row.issued) ? row.issued : null }
}

/** Deletes a draft with its review, and the bytes of its file unless something else still needs them. */
export async function deletePlan(sql: Sql, tenantId: number, planId: string): Promise<void> {
  const [plan] = await sql<{ fileHash: string | null }[]>`
    delete from plan where tenant_id = ${tenantId} and id = ${planId} returning file_hash as "fileHash"`
  if (!plan?.fileHash) return
  await sql`
    delete from file where tenant_id = ${tenantId} and hash = ${plan.fileHash}
      and not exists (select 1 from plan where plan.tenant_id = ${tenantId} and plan.file_hash = ${plan.fileHash})
      and not exists (select 1 from step_file where step_file.tenant_id = ${tenantId} and step_file.hash = ${plan.fileHash})
      and not exists (select 1 from dissemination_file shown where shown.tenant_id = ${tenantId} and shown.hash = ${plan.fileHash})`
}

export const listItems = (sql: Sql, tenantId: number, planId: string) => sql<PublishedItem[]>`
  select item.id, item.section, item.origin, item.outcome, item.quote, item.spans,
    item.lead_printed as "leadPrinted", item.coordinating_printed as "coordinatingPrinted", item.deliverables,
    item.due_text as "dueText", item.due_to as "dueTo", item.merged_into as "mergedInto",
    count(assignment.id) as assignments, count(assignment.id) filter (where assignment.status = 'done') as done,
    case when count(assignment.id) = 1 then (array_agg(assignment.id))[1] end as "assignmentId",
    case when count(assignment.id) = 1 then (array_agg(agency.name))[1] end as "leadName"
  from item
  left join assignment on assignment.tenant_id = ${tenantId} and assignment.item_id = item.id
    and assignment.role = 'lead'
  left join agency on agency.tenant_id = ${tenantId} and agency.id = assignment.agency_id
  where item.tenant_id = ${tenantId} and item.plan_id = ${planId}
  group by item.tenant_id, item.id
  order by item.ordinal`
