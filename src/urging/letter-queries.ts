// What a letter that urges is written on, and that it was written.
import { asJson, type Sql } from '../store/database.ts'
import type { OverdueDuty } from './letter.ts'

/** Lượt giao these agencies lead in these plans that are past their last day and still theirs to finish, the oldest first. */
export const listOverdue = (
  sql: Sql,
  tenantId: number,
  { agencies, plans, today }: { agencies: readonly string[]; plans: readonly string[]; today: string },
) => sql<OverdueDuty[]>`
  select assignment.id as "assignmentId", assignment.agency_id as "agencyId", item.quote as text,
         coalesce(plan.number, plan.title) as plan, assignment.due_on as "dueOn", assignment.percent
  from assignment
  join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
  join plan on plan.tenant_id = assignment.tenant_id and plan.id = assignment.plan_id
  where assignment.tenant_id = ${tenantId} and assignment.role = 'lead'
    and assignment.agency_id = any(${agencies as string[]}::uuid[]) and assignment.plan_id = any(${plans as string[]}::uuid[])
    and assignment.status in ('assigned', 'active', 'reported') and assignment.due_on < ${today}
  order by assignment.agency_id, assignment.due_on, assignment.id`

export interface LedCount {
  id: string
  name: string
  whole: number
  done: number
}

/** These agencies, and of the lượt giao they lead in these plans: all that were not closed, those done. */
export const countLed = (
  sql: Sql,
  tenantId: number,
  { agencies, plans }: { agencies: readonly string[]; plans: readonly string[] },
) => sql<LedCount[]>`
  select agency.id, agency.name, coalesce(sum(count.n), 0)::int as whole,
         coalesce(sum(count.n) filter (where count.state in ('done-on-time', 'done-late')), 0)::int as done
  from agency
  left join assignment_count count on count.tenant_id = agency.tenant_id and count.agency_id = agency.id
    and count.role = 'lead' and count.state <> 'closed' and count.plan_id = any(${plans as string[]}::uuid[])
  where agency.tenant_id = ${tenantId} and agency.id = any(${agencies as string[]}::uuid[])
  group by agency.tenant_id, agency.id
  order by agency.name collate "vi-x-icu", agency.id`

/** Letters of one agency are written one after the other, so that nobody is sent the same twice. */
export const lockIssuer = (tx: Sql, tenantId: number, id: string) => tx`
  select id from agency where tenant_id = ${tenantId} and id = ${id} for no key update`

/** Letters to these agencies, on the same plans, that are not issued yet. */
export const listUnderWay = (
  sql: Sql,
  tenantId: number,
  { issuer, agencies, plan }: { issuer: string; agencies: readonly string[]; plan: string | null },
) => sql<{ agencyId: string; dossierId: string }[]>`
  select distinct on (letter.agency_id) letter.agency_id as "agencyId", letter.dossier_id as "dossierId"
  from urging_letter letter
  join dossier on dossier.tenant_id = letter.tenant_id and dossier.id = letter.dossier_id
  where letter.tenant_id = ${tenantId} and letter.issuer_id = ${issuer}
    and letter.agency_id = any(${agencies as string[]}::uuid[]) and letter.plan_id is not distinct from ${plan}
    and dossier.state not in ('issued', 'withdrawn')
  order by letter.agency_id, letter.created_at desc`

export interface NewLetter {
  id: string
  agencyId: string
  issuerId: string
  planId: string | null
  overdue: number
  whole: number
  onDay: string
  dossierId: string
  createdBy: string
  at: Date
}

export const insertLetter = (tx: Sql, tenantId: number, letter: NewLetter) => tx`
  insert into urging_letter (tenant_id, id, agency_id, issuer_id, plan_id, overdue, whole, on_day, dossier_id, created_by, created_at)
  values (${tenantId}, ${letter.id}, ${letter.agencyId}, ${letter.issuerId}, ${letter.planId}, ${letter.overdue},
          ${letter.whole}, ${letter.onDay}, ${letter.dossierId}, ${letter.createdBy}, ${letter.at})`

/** The letter names these assignments. */
export const insertLetterUrges = (
  tx: Sql,
  tenantId: number,
  {
    letterId,
    onDay,
    at,
    duties,
  }: { letterId: string; onDay: string; at: Date; duties: readonly OverdueDuty[] },
) => tx`
  insert into urge (tenant_id, id, assignment_id, kind, agency_id, due_on, letter_id, on_day, at)
  select ${tenantId}::int, gen_random_uuid(), "assignmentId", 'letter', "agencyId", "dueOn", ${letterId}::uuid, ${onDay}::date,
         ${at}::timestamptz
  from jsonb_to_recordset(${tx.json(asJson(duties))}) as new ("assignmentId" uuid, "agencyId" uuid, "dueOn" date)`
