// Questions and changes about plans and their review.
import { Refusal } from '../base/refusal.ts'
import type { Line } from '../document/line.ts'
import type { DocumentHead, DraftPlan } from '../reading/draft.ts'
import { asJson, type Sql } from '../store/database.ts'
import { forgetFiles } from '../store/files.ts'
import * as words from '../vocabulary/words.ts'
import type { Plan, Publication, ReviewData } from './plan.ts'
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
  agency.name as "overseerName", plan.version, plan.created_at as "createdAt", plan.published_at as "publishedAt",
  case when target.id is not null
       then jsonb_build_object('id', target.id, 'number', target.number, 'title', target.title) end as "addsTo"`

const FROM_PLAN = (sql: Sql) => sql`
  from plan
  left join agency on agency.tenant_id = plan.tenant_id and agency.id = plan.overseer_id
  left join plan target on target.tenant_id = plan.tenant_id and target.id = plan.adds_to`

const COUNTS = (sql: Sql, tenantId: number) => sql`
  (select count(*) from item where item.tenant_id = ${tenantId} and item.plan_id = plan.id) as items,
  (select count(*) from item where item.tenant_id = ${tenantId} and item.plan_id = plan.id
     and item.outcome in ('assign', 'each')) as tracked,
  (select coalesce(sum(n), 0) from assignment_count where assignment_count.tenant_id = ${tenantId}
     and assignment_count.plan_id = plan.id and assignment_count.role = 'lead'
     and assignment_count.state <> 'closed') as assignments`

function asPlan({ overseerId, overseerName, createdAt, publishedAt, ...row }: PlanRow): Plan {
  return {
    ...row,
    overseer: overseerId && overseerName ? { id: overseerId, name: overseerName } : null,
    createdAt: createdAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
  }
}

/** Newest first, without documents that have become part of another plan; `before` is the place of the last plan of the page before. */
export async function listPlans(
  sql: Sql,
  tenantId: number,
  filter: { status: Plan['status'] | null; before: { at: string; id: string } | null; limit: number },
): Promise<Plan[]> {
  const rows = await sql<PlanRow[]>`
    select ${PLAN(sql)}, ${COUNTS(sql, tenantId)}
    ${FROM_PLAN(sql)}
    where plan.tenant_id = ${tenantId} and (plan.adds_to is null or plan.status = 'draft')
      ${filter.status ? sql`and plan.status = ${filter.status}` : sql``}
      ${filter.before ? sql`and (plan.created_at, plan.id) < (${filter.before.at}::timestamptz, ${filter.before.id}::uuid)` : sql``}
    order by plan.created_at desc, plan.id desc limit ${filter.limit}`
  return rows.map(asPlan)
}

export async function getPlan(sql: Sql, tenantId: number, id: string): Promise<Plan> {
  const [row] = await sql<PlanRow[]>`
    select ${PLAN(sql)}, ${COUNTS(sql, tenantId)}
    ${FROM_PLAN(sql)}
    where plan.tenant_id = ${tenantId} and plan.id = ${id}`
  if (!row) throw new Refusal('missing', 'plan.missing', words.refusal.missing)
  return asPlan(row)
}

/** The code of the province (Quyết định 19/2025/QĐ-TTg). */
export async function findProvinceCode(sql: Sql, tenantId: number): Promise<string> {
  const [row] = await sql<{ code: string }[]>`select province_code as code from tenant where id = ${tenantId}`
  return row?.code ?? ''
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

/** One of the files read as one document, with the place of its lines. */
export interface KeptFile {
  name: string
  hash: string
  firstLine: number
  lines: number
}

export interface NewPlanRow {
  id: string
  fileName: string
  fileHash: string | null
  files: readonly KeptFile[]
  /** Of the bytes or the pasted text. */
  sourceHash: string | null
  addsTo: string | null
  door: string
  source: Source
  createdBy: string
  at: Date
}

export async function insertPlan(sql: Sql, tenantId: number, plan: NewPlanRow): Promise<void> {
  const head = plan.source.draft.document
  await sql`
    insert into plan (tenant_id, id, status, file_name, file_hash, source_hash, adds_to, number, type, title, issuer,
                      issued, period_from, period_to, created_by, created_at)
    values (${tenantId}, ${plan.id}, 'draft', ${plan.fileName}, ${plan.fileHash}, ${plan.sourceHash}, ${plan.addsTo},
            ${head.number}, ${head.type},
            ${head.title}, ${head.issuer}, ${head.date}, ${head.period?.from ?? null}, ${head.period?.to ?? null},
            ${plan.createdBy}, ${plan.at})`
  const files = plan.files.map((file, ordinal) => ({ ...file, ordinal }))
  await sql`
    insert into plan_file (tenant_id, plan_id, ordinal, name, hash, first_line, lines)
    select ${tenantId}::int, ${plan.id}::uuid, ordinal, name, hash, "firstLine", lines
    from jsonb_to_recordset(${sql.json(asJson(files))}) as new
      (ordinal int, name text, hash text, "firstLine" int, lines int)`
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

type Target = NonNullable<ReviewData['target']>

/**
 * The published plan that a draft adds to; null when it is a plan of its own. Refuses what is no published plan, or is
 * itself part of one.
 */
export async function findTarget(
  sql: Sql,
  tenantId: number,
  draftId: string,
): Promise<Omit<Target, 'items'> | null> {
  const [row] = await sql<{ id: string | null }[]>`
    select adds_to as id from plan where tenant_id = ${tenantId} and id = ${draftId}`
  return row?.id ? getTarget(sql, tenantId, row.id) : null
}

export async function getTarget(sql: Sql, tenantId: number, id: string): Promise<Omit<Target, 'items'>> {
  const [row] = await sql<Omit<Target, 'items'>[]>`
    select plan.id, plan.number, plan.title, plan.every, plan.report_days as "reportDays",
           plan.sub_duty_days as "subDutyDays",
           case when agency.id is not null then jsonb_build_object('id', agency.id, 'name', agency.name) end as overseer
    from plan left join agency on agency.tenant_id = plan.tenant_id and agency.id = plan.overseer_id
    where plan.tenant_id = ${tenantId} and plan.id = ${id} and plan.status = 'published' and plan.adds_to is null`
  if (!row) throw new Refusal('missing', 'plan.missing', words.addition.noPlan)
  return row
}

/** The duties of a plan that further documents may say again. */
export const listTargetItems = (sql: Sql, tenantId: number, planId: string) => sql<Target['items']>`
  select id, section, quote, lead_printed as "leadPrinted" from item
  where tenant_id = ${tenantId} and plan_id = ${planId} and outcome <> 'merged' order by ordinal`

/** Locks a plan while duties are added to it; answers the last number given. */
export async function lockOrdinals(tx: Sql, tenantId: number, planId: string): Promise<number> {
  await tx`select 1 from plan where tenant_id = ${tenantId} and id = ${planId} for no key update`
  const [row] = await tx<{ last: number }[]>`
    select coalesce(max(ordinal), 0) as last from item where tenant_id = ${tenantId} and plan_id = ${planId}`
  return row?.last ?? 0
}

/** A document of which only number and day are known, since its duty was typed. */
export const insertTypedDocument = (
  tx: Sql,
  tenantId: number,
  planId: string,
  document: {
    id: string
    number: string
    issued: string
    title: string
    issuer: string
    by: string
    at: Date
  },
) => tx`
  insert into plan (tenant_id, id, status, file_name, number, type, title, issuer, issued, adds_to, created_by, created_at,
                    published_by, published_at)
  values (${tenantId}, ${document.id}, 'published', '', ${document.number}, '', ${document.title}, ${document.issuer},
          ${document.issued}, ${planId}, ${document.by}, ${document.at}, ${document.by}, ${document.at})`

/** The first plan made of the very same file or text. */
export async function findSame(
  sql: Sql,
  tenantId: number,
  sourceHash: string,
): Promise<{ id: string; name: string; at: Date; status: Plan['status'] } | null> {
  const [row] = await sql<{ id: string; name: string; at: Date; status: Plan['status'] }[]>`
    select id, coalesce(nullif(concat_ws(' · ', number, nullif(title, '')), ''), file_name) as name,
           created_at as at, status
    from plan where tenant_id = ${tenantId} and source_hash = ${sourceHash} order by created_at, id limit 1`
  return row ?? null
}

/** Marks the plan published; the day it was issued, where it prints one that exists. */
export async function markPublished(
  sql: Sql,
  tenantId: number,
  planId: string,
  publication: Publication & { by: string; at: Date },
): Promise<{ issued: string | null }> {
  const [row] = await sql<{ issued: string | null }[]>`
    update plan set status = 'published', overseer_id = ${publication.overseerId}, published_by = ${publication.by},
      published_at = ${publication.at}, leader_id = ${publication.leaderId}, follower_id = ${publication.followerId},
      every = ${publication.every}, report_days = ${publication.reportDays}, sub_duty_days = ${publication.subDutyDays}
    where tenant_id = ${tenantId} and id = ${planId} returning issued`
  return { issued: dayOfIssue(row?.issued ?? null) }
}

/** A document may print only a month or a year. */
export const dayOfIssue = (issued: string | null): string | null =>
  issued && /^\d{4}-\d\d-\d\d$/.test(issued) ? issued : null

/** Refuses people who are not here, or not any more. */
export async function refuseUnknownPeople(
  sql: Sql,
  tenantId: number,
  ids: readonly (string | null)[],
): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const known = await sql`
    select 1 from account where tenant_id = ${tenantId} and is_active and id = any(${wanted}::uuid[])`
  if (known.length !== wanted.length) throw new Refusal('invalid', 'plan.person', words.review.personUnknown)
}

/** Deletes a draft with its review, and the bytes of its file unless something else still needs them. */
export async function deletePlan(sql: Sql, tenantId: number, planId: string): Promise<void> {
  const files = await sql<{ hash: string }[]>`
    select hash from plan_file where tenant_id = ${tenantId} and plan_id = ${planId}`
  await sql`delete from plan where tenant_id = ${tenantId} and id = ${planId}`
  await forgetFiles(
    sql,
    tenantId,
    files.map(({ hash }) => hash),
  )
}
