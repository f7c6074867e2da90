// Questions about a published plan: its documents in their order, its items where they stand.
import { Refusal } from '../base/refusal.ts'
import type { Sql } from '../store/database.ts'
import type { ItemPeople } from '../task/item-work.ts'
import * as words from '../vocabulary/words.ts'
import type { PlanDocument, PublishedItem } from './plan.ts'

interface DocumentRow extends Omit<PlanDocument, 'addedAt' | 'headings'> {
  addedAt: Date
  headings: PlanDocument['headings'] | null
}

/** The plan's own document first, then those that came later, in the order in which they were added. */
export async function listDocuments(sql: Sql, tenantId: number, planId: string): Promise<PlanDocument[]> {
  const rows = await sql<DocumentRow[]>`
    select plan.id, plan.number, plan.type, plan.title, plan.issuer, plan.issued, plan.file_name as "fileName",
           coalesce((select jsonb_agg(plan_file.name order by plan_file.ordinal) from plan_file
                     where plan_file.tenant_id = ${tenantId} and plan_file.plan_id = plan.id), '[]') as files,
           plan_source.plan_id is not null as "hasLines",
           (select count(*) from item where item.tenant_id = ${tenantId} and item.plan_id = ${planId}
              and coalesce(item.document_id, item.plan_id) = plan.id) as items,
           plan.published_at as "addedAt", account.name as "addedBy",
           jsonb_path_query_array(plan_source.draft -> 'outline', '$[*]') as headings
    from plan
    left join plan_source on plan_source.tenant_id = plan.tenant_id and plan_source.plan_id = plan.id
    left join account on account.tenant_id = plan.tenant_id and account.id = plan.published_by
    where plan.tenant_id = ${tenantId} and plan.status = 'published'
      and (plan.id = ${planId} or plan.adds_to = ${planId})
    order by plan.adds_to nulls first, plan.published_at,
      (select min(item.ordinal) from item where item.tenant_id = ${tenantId} and item.plan_id = ${planId}
         and item.document_id = plan.id), plan.id`
  return rows.map(({ headings, addedAt, ...row }) => ({
    ...row,
    addedAt: addedAt.toISOString(),
    headings: (headings ?? []).map(({ section, label, title, level }) => ({ section, label, title, level })),
  }))
}

export const listAdditionDrafts = (sql: Sql, tenantId: number, planId: string) => sql<
  { id: string; name: string }[]
>`
  select id, coalesce(nullif(concat_ws(' · ', number, nullif(title, '')), ''), file_name) as name from plan
  where tenant_id = ${tenantId} and adds_to = ${planId} and status = 'draft' order by created_at, id`

/** In the order of the documents and of the lines in them. */
export const listItems = (sql: Sql, tenantId: number, planId: string, today: string) => sql<PublishedItem[]>`
  select item.id, coalesce(item.document_id, item.plan_id) as "documentId", item.section, item.origin, item.outcome,
    item.quote, item.spans, item.lead_printed as "leadPrinted", item.coordinating_printed as "coordinatingPrinted",
    item.deliverables, item.due_text as "dueText", item.due_to as "dueTo", item.merged_into as "mergedInto", item.state,
    item.due_on as "dueOn", item.done_on as "doneOn", item.approved_on as "approvedOn", item.every, item.event, item.event_on as "eventOn",
    item.completion, item.completion_share as share,
    case when leader.id is not null then jsonb_build_object('id', leader.id, 'name', leader.name) end as leader,
    case when follower.id is not null then jsonb_build_object('id', follower.id, 'name', follower.name) end as follower,
    coalesce(work.assignments, 0) as assignments, coalesce(work.done, 0) as done, coalesce(work.overdue, 0) as overdue,
    work."assignmentId", work."leadName",
    (select count(*) from correction where correction.tenant_id = ${tenantId} and correction.item_id = item.id) as corrections
  from item
  join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
  left join account leader on leader.tenant_id = item.tenant_id and leader.id = coalesce(item.leader_id, plan.leader_id)
  left join account follower on follower.tenant_id = item.tenant_id
    and follower.id = coalesce(item.follower_id, plan.follower_id)
  left join (
    select assignment.item_id, count(*) as assignments, count(*) filter (where assignment.status = 'done') as done,
      count(*) filter (where assignment.due_on < ${today} and (assignment.status in ('assigned', 'active', 'reported')
        or (assignment.status = 'approved' and assignment.completed_on > assignment.due_on))) as overdue,
      case when count(*) = 1 then (array_agg(assignment.id))[1] end as "assignmentId",
      case when count(*) = 1 then (array_agg(agency.name))[1] end as "leadName"
    from assignment
    join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
    where assignment.tenant_id = ${tenantId} and assignment.plan_id = ${planId} and assignment.role = 'lead'
      and assignment.status <> 'closed'
    group by assignment.item_id) work on work.item_id = item.id
  where item.tenant_id = ${tenantId} and item.plan_id = ${planId}
  order by item.ordinal`

interface Named {
  id: string
  name: string
}

/** Who is in charge of a plan where an item has nobody of its own. */
export async function findPeople(
  sql: Sql,
  tenantId: number,
  planId: string,
): Promise<{ leader: Named | null; follower: Named | null }> {
  const [row] = await sql<{ leader: Named | null; follower: Named | null }[]>`
    select case when leader.id is not null then jsonb_build_object('id', leader.id, 'name', leader.name) end as leader,
      case when follower.id is not null then jsonb_build_object('id', follower.id, 'name', follower.name) end as follower
    from plan
    left join account leader on leader.tenant_id = plan.tenant_id and leader.id = plan.leader_id
    left join account follower on follower.tenant_id = plan.tenant_id and follower.id = plan.follower_id
    where plan.tenant_id = ${tenantId} and plan.id = ${planId}`
  return row ?? { leader: null, follower: null }
}

/** Refuses when the version seen is old, or the plan is no published one. Answers the new version. */
export async function setPeople(
  tx: Sql,
  tenantId: number,
  planId: string,
  seen: number,
  { leaderId, followerId }: ItemPeople,
): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    update plan set leader_id = ${leaderId}, follower_id = ${followerId}, version = version + 1
    where tenant_id = ${tenantId} and id = ${planId} and version = ${seen} and status = 'published' and adds_to is null
    returning version`
  if (!row) throw new Refusal('stale', 'plan.stale', words.refusal.stale)
  return row.version
}

/** One of its files as it was dropped, counted from 0; null when there is none. */
export async function findFile(
  sql: Sql,
  tenantId: number,
  planId: string,
  ordinal: number,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const [row] = await sql<{ name: string; bytes: Uint8Array }[]>`
    select plan_file.name, file.bytes from plan_file
    join file on file.tenant_id = plan_file.tenant_id and file.hash = plan_file.hash
    where plan_file.tenant_id = ${tenantId} and plan_file.plan_id = ${planId} and plan_file.ordinal = ${ordinal}`
  return row ?? null
}
