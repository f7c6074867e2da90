// Whom there is to urge, from the counters.
import type { Sql } from '../store/database.ts'

export interface UrgedRow {
  id: string
  name: string
  overdue: number
  whole: number
  oldest: string | null
}

/**
 * Agencies that lead something in these plans (null: all published): lượt giao they lead that were not closed, and of them
 * those past their last day that the agency has still to finish. The most overdue first.
 */
export const listUrged = (
  sql: Sql,
  tenantId: number,
  { plans, agency, today }: { plans: readonly string[] | null; agency: string | null; today: string },
) => sql<UrgedRow[]>`
  select agency.id, agency.name, count.overdue, count.whole, count.oldest
  from (
    select agency_id, sum(n)::int as whole,
           coalesce(sum(n) filter (where state in ('assigned', 'active', 'reported') and due_on < ${today}), 0)::int as overdue,
           min(due_on) filter (where state in ('assigned', 'active', 'reported') and due_on < ${today}) as oldest
    from assignment_count
    where tenant_id = ${tenantId} and role = 'lead' and state <> 'closed' and n > 0
      ${plans === null ? sql`` : sql`and plan_id = any(${plans as string[]}::uuid[])`}
      ${agency === null ? sql`` : sql`and agency_id = ${agency}`}
    group by agency_id
  ) count
  join agency on agency.tenant_id = ${tenantId} and agency.id = count.agency_id
  order by count.overdue desc, agency.name collate "vi-x-icu", agency.id`

/** Published plans of these overseers, null for all. */
export const listOverseen = (sql: Sql, tenantId: number, overseers: readonly string[] | null) => sql<
  { id: string; name: string; overseerId: string | null }[]
>`
  select id, coalesce(number || ': ', '') || title as name, overseer_id as "overseerId" from plan
  where tenant_id = ${tenantId} and status = 'published'
    ${overseers === null ? sql`` : sql`and overseer_id = any(${overseers as string[]}::uuid[])`}
  order by published_at desc nulls last, id`

export async function findAgencyName(
  sql: Sql,
  tenantId: number,
  id: string,
): Promise<{ id: string; name: string } | null> {
  const [row] = await sql<{ id: string; name: string }[]>`
    select id, name from agency where tenant_id = ${tenantId} and id = ${id}`
  return row ?? null
}

/** The last letter to each of these agencies. */
export const listLastLetters = (sql: Sql, tenantId: number, agencies: readonly string[]) => sql<
  { agencyId: string; onDay: string; dossierId: string; overdue: number }[]
>`
  select distinct on (agency_id) agency_id as "agencyId", on_day as "onDay", dossier_id as "dossierId", overdue
  from urging_letter where tenant_id = ${tenantId} and agency_id = any(${agencies as string[]}::uuid[])
  order by agency_id, created_at desc, id`
