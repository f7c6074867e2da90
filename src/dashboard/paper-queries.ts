// What Monday's table says of each lượt giao, and of the plan whose columns it takes.
import type { Line } from '../document/line.ts'
import type { Span } from '../reading/draft.ts'
import type { Sql } from '../store/database.ts'
import { inScope, inState, type WorkScope } from '../task/worklist.ts'
import type { PaperRow } from './work-paper.ts'

export interface PaperRowFound extends Omit<PaperRow, 'isOverdue' | 'lines' | 'difficulties'> {
  id: string
  /** The document whose lines the spans count in. */
  documentId: string
  spans: Span[]
}

/** All rows of the scope, bounded: overdue ones by their day, others by plan in the order of the document. */
export const listPaperRows = (
  sql: Sql,
  tenantId: number,
  scope: WorkScope,
  { today, limit }: { today: string; limit: number },
) => sql<PaperRowFound[]>`
  select assignment.id, item.id as "itemId", item.quote, item.section, item.spans,
         coalesce(item.document_id, item.plan_id) as "documentId", plan.number as "planNumber",
         plan.title as "planTitle", assignment.role, assignment.duty, assignment.period, agency.name as agency,
         item.lead_printed as "leadPrinted", item.deliverables, assignment.due_on as "dueOn",
         item.due_text as "dueText", assignment.status, assignment.percent, assignment.completed_on as "completedOn",
         coalesce((select array_agg(other.name order by other.name collate "vi-x-icu")
                   from item_coordinating
                   join agency other on other.tenant_id = ${tenantId} and other.id = item_coordinating.agency_id
                   where item_coordinating.tenant_id = ${tenantId} and item_coordinating.item_id = item.id),
                  item.coordinating_printed) as coordinating,
         (select jsonb_build_object('text', report.text, 'onDay', report.on_day) from step report
          where report.tenant_id = ${tenantId} and report.assignment_id = assignment.id and report.kind = 'report'
            and report.seq < (select max(seq) from step
                              where step.tenant_id = ${tenantId} and step.assignment_id = assignment.id
                                and step.kind = 'approve')
          order by report.seq desc limit 1) as report,
         (select step.happened_on from step
          where step.tenant_id = ${tenantId} and step.assignment_id = assignment.id and step.kind = 'report-outside'
          order by step.seq desc limit 1) as "outsideOn"
  from assignment
  join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
  join plan on plan.tenant_id = assignment.tenant_id and plan.id = assignment.plan_id
  join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
  where assignment.tenant_id = ${tenantId} ${inScope(sql, tenantId, scope)} ${inState(sql, scope.state, today)}
  order by ${scope.state === 'overdue' ? sql`assignment.due_on,` : sql``} plan.published_at, plan.id, item.ordinal,
           assignment.period, assignment.role desc, agency.name collate "vi-x-icu", assignment.id
  limit ${limit}`

/** A document of a plan with its lines: its own first, then those that came later and added to it. */
export interface PlanSource {
  documentId: string
  lines: Line[]
}

export const listPlanSources = (sql: Sql, tenantId: number, planId: string) => sql<PlanSource[]>`
  select plan.id as "documentId", plan_source.lines
  from plan join plan_source on plan_source.tenant_id = ${tenantId} and plan_source.plan_id = plan.id
  where plan.tenant_id = ${tenantId} and (plan.id = ${planId} or (plan.adds_to = ${planId} and plan.status = 'published'))
  order by plan.id <> ${planId}, plan.created_at, plan.id`

/** The places of what was joined with an item. */
export const listJoined = (sql: Sql, tenantId: number, planId: string) => sql<
  { into: string; documentId: string; spans: Span[] }[]
>`
  select merged_into as into, coalesce(document_id, plan_id) as "documentId", spans from item
  where tenant_id = ${tenantId} and plan_id = ${planId} and merged_into is not null
  order by ordinal`

export interface FilterNames {
  province: string
  plan: { number: string | null; title: string; type: string } | null
  agencies: string[]
  person: string | null
  overseer: string | null
  item: string | null
}

/** The names behind the ids of a filter, for the head of the paper. */
export async function readFilterNames(
  sql: Sql,
  tenantId: number,
  { plan, agencies, person, overseer, item }: WorkScope,
): Promise<FilterNames> {
  const [row] = await sql<FilterNames[]>`
    select (select name from tenant where id = ${tenantId}) as province,
           (select jsonb_build_object('number', number, 'title', title, 'type', type) from plan
            where tenant_id = ${tenantId} and id = ${plan ?? null}::uuid) as plan,
           coalesce((select array_agg(name order by kind <> 'unit', name) from agency
                     where tenant_id = ${tenantId} and id = any(${agencies ?? []}::uuid[])), '{}') as agencies,
           (select name from account where tenant_id = ${tenantId} and id = ${person ?? null}::uuid) as person,
           (select name from agency where tenant_id = ${tenantId} and id = ${overseer ?? null}::uuid) as overseer,
           (select quote from item where tenant_id = ${tenantId} and id = ${item ?? null}::uuid) as item`
  if (!row) throw new Error('a select without from gives one row')
  return row
}
