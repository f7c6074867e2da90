// Questions and changes about which plan carries out which, and what covers which clause.
import type { Line } from '../document/line.ts'
import type { Span } from '../reading/draft.ts'
import type { Sql } from '../store/database.ts'
import type { Judged, Piece } from './coverage.ts'

/** What the plan names as the documents it carries out. */
export const listCited = (sql: Sql, tenantId: number, planId: string) => sql<
  { number: string; type: string; day: string | null; issuer: string | null }[]
>`
  select number, type, day, issuer from plan_reference
  where tenant_id = ${tenantId} and plan_id = ${planId} and relation = 'implements' order by ordinal`

export interface NumberedPlan {
  id: string
  number: string | null
  title: string
  type: string
  status: string
}

/** Plans of their own that bear a number: citations are compared with them. */
export const listNumbered = (sql: Sql, tenantId: number) => sql<NumberedPlan[]>`
  select id, number, title, type, status from plan
  where tenant_id = ${tenantId} and number is not null and adds_to is null order by created_at, id`

export const listSaid = (sql: Sql, tenantId: number, planId: string) => sql<
  (NumberedPlan & { childId: string; version: number })[]
>`
  select plan.id, plan.number, plan.title, plan.type, plan.status, said.child_id as "childId", said.version
  from plan_parent said
  join plan on plan.tenant_id = said.tenant_id
    and plan.id = case when said.child_id = ${planId} then said.parent_id else said.child_id end
  where said.tenant_id = ${tenantId} and (said.child_id = ${planId} or said.parent_id = ${planId})
  order by said.at, plan.id`

export const insertSaid = (
  tx: Sql,
  tenantId: number,
  said: { childId: string; parentId: string; actor: string; accountId: string; at: Date },
) => tx`
  insert into plan_parent (tenant_id, child_id, parent_id, actor, account_id, at)
  values (${tenantId}, ${said.childId}, ${said.parentId}, ${said.actor}, ${said.accountId}, ${said.at})
  on conflict do nothing returning version`

export const deleteSaid = (
  tx: Sql,
  tenantId: number,
  childId: string,
  parentId: string,
  version: number,
) => tx`
  delete from plan_parent
  where tenant_id = ${tenantId} and child_id = ${childId} and parent_id = ${parentId} and version = ${version}
  returning version`

interface PieceRow extends Piece {
  documentId: string
  spans: Span[]
}

export const listPieces = (sql: Sql, tenantId: number, planId: string) => sql<PieceRow[]>`
  select id, section, quote, coalesce(document_id, plan_id) as "documentId", spans from item
  where tenant_id = ${tenantId} and plan_id = ${planId} and outcome <> 'merged' order by ordinal`

/** Duties to issue a plan below: that plan itself answers them. */
export const listCalls = (sql: Sql, tenantId: number, planId: string) => sql<{ id: string }[]>`
  select item_id as id from sub_plan_call
  where tenant_id = ${tenantId} and plan_id = ${planId} and decision = 'owed'`

/** The lines of the documents of a plan. */
export const listLines = (sql: Sql, tenantId: number, planId: string) => sql<
  { documentId: string; lines: Line[] }[]
>`
  select source.plan_id as "documentId", source.lines from plan_source source
  join plan on plan.tenant_id = source.tenant_id and plan.id = source.plan_id
  where source.tenant_id = ${tenantId} and (plan.id = ${planId} or plan.adds_to = ${planId})`

/** The items of a plan that an agency leads or helps with. */
export const listOwnItems = (sql: Sql, tenantId: number, planId: string, agencyId: string) => sql<
  { id: string }[]
>`
  select item.id from item
  where item.tenant_id = ${tenantId} and item.plan_id = ${planId}
    and (exists (select 1 from assignment where assignment.tenant_id = ${tenantId} and assignment.item_id = item.id
                   and assignment.agency_id = ${agencyId})
      or exists (select 1 from item_coordinating helps where helps.tenant_id = ${tenantId} and helps.item_id = item.id
                   and helps.agency_id = ${agencyId}))`

/** Whose plan it is: of whom it was recorded as the plan owed, else who oversees it. */
export async function findAgencyOf(
  sql: Sql,
  tenantId: number,
  childId: string,
): Promise<{ id: string; name: string } | null> {
  const [row] = await sql<{ id: string; name: string }[]>`
    select agency.id, agency.name from plan
    left join sub_plan_owed owed on owed.tenant_id = plan.tenant_id and owed.child_plan_id = plan.id
    join agency on agency.tenant_id = plan.tenant_id and agency.id = coalesce(owed.agency_id, plan.overseer_id)
    where plan.tenant_id = ${tenantId} and plan.id = ${childId} order by owed.settled_at limit 1`
  return row ?? null
}

export async function listJudged(
  sql: Sql,
  tenantId: number,
  childPlanId: string,
  parentPlanId: string,
): Promise<Judged[]> {
  const rows = await sql<(Omit<Judged, 'at'> & { at: Date })[]>`
    select child_item_id as "childId", parent_item_id as "parentId", state, actor as by, at, version
    from coverage_link
    where tenant_id = ${tenantId} and child_plan_id = ${childPlanId} and parent_plan_id = ${parentPlanId}`
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Writes what a person said of a pair they saw in version `seen` (0: nobody had said anything); null when it is stale. */
export async function judge(
  tx: Sql,
  tenantId: number,
  pair: { childId: string; parentId: string; childPlanId: string; parentPlanId: string },
  said: { state: Judged['state']; shared: string[]; actor: string; accountId: string; at: Date },
  seen: number,
): Promise<number | null> {
  const [row] =
    seen === 0
      ? await tx<{ version: number }[]>`
          insert into coverage_link (tenant_id, child_item_id, parent_item_id, child_plan_id, parent_plan_id, state,
                                     shared, actor, account_id, at)
          values (${tenantId}, ${pair.childId}, ${pair.parentId}, ${pair.childPlanId}, ${pair.parentPlanId},
                  ${said.state}, ${said.shared}, ${said.actor}, ${said.accountId}, ${said.at})
          on conflict do nothing returning version`
      : await tx<{ version: number }[]>`
          update coverage_link set state = ${said.state}, shared = ${said.shared}, actor = ${said.actor},
            account_id = ${said.accountId}, at = ${said.at}, version = version + 1
          where tenant_id = ${tenantId} and child_item_id = ${pair.childId} and parent_item_id = ${pair.parentId}
            and version = ${seen} returning version`
  return row?.version ?? null
}

/** The pair with its plans, where both are items of published plans. */
export async function findPair(sql: Sql, tenantId: number, childId: string, parentId: string) {
  const [row] = await sql<
    { childPlanId: string; parentPlanId: string; childQuote: string; parentQuote: string }[]
  >`
    select child.plan_id as "childPlanId", parent.plan_id as "parentPlanId", child.quote as "childQuote",
           parent.quote as "parentQuote"
    from item child
    join item parent on parent.tenant_id = child.tenant_id and parent.id = ${parentId}
    where child.tenant_id = ${tenantId} and child.id = ${childId}`
  return row ?? null
}
