// What waits for a decision: reports to approve, results to confirm, wishes for more time.
import type { Sql } from '../store/database.ts'
import type { DeskKind } from './desk.ts'
import type { Figure, StoredFile } from './work.ts'
import { listWork } from './worklist.ts'

/** For which agencies this person decides: approving as their head, the rest as who oversees them. */
export interface Desk {
  heads: readonly string[]
  oversees: readonly string[]
}

/** Who confirms: of a coordinating part the agency that leads, of everything else the plan's overseer. */
const overseenBy = (sql: Sql, tenantId: number, agencies: readonly string[]) => sql`
  case when assignment.role = 'coordinating' and assignment.parent_id is not null
    then exists (select 1 from assignment parent
                 where parent.tenant_id = ${tenantId} and parent.id = assignment.parent_id
                   and parent.agency_id = any(${agencies as string[]}::uuid[]))
    else assignment.plan_id in (select id from plan
                                where tenant_id = ${tenantId} and overseer_id = any(${agencies as string[]}::uuid[])) end`

function waitsAt(sql: Sql, tenantId: number, kind: DeskKind, { heads, oversees }: Desk) {
  if (kind === 'approve')
    return sql`and assignment.status = 'reported' and assignment.agency_id = any(${heads as string[]}::uuid[])`
  const standing =
    kind === 'confirm'
      ? sql`assignment.status = 'approved'`
      : sql`assignment.extension_until is not null and assignment.status in ('assigned', 'active', 'reported')`
  return sql`and ${standing} and ${overseenBy(sql, tenantId, oversees)}`
}

/** One page of what waits, the nearest last day first. */
export const listDesk = (
  sql: Sql,
  tenantId: number,
  kind: DeskKind,
  desk: Desk,
  page: { after: string | undefined; limit: number; today: string },
) => listWork(sql, tenantId, { agencies: null, state: 'open' }, page, waitsAt(sql, tenantId, kind, desk))

const count = (sql: Sql, tenantId: number, kind: DeskKind, desk: Desk) => sql`
  (select count(*) from assignment
   where assignment.tenant_id = ${tenantId} ${waitsAt(sql, tenantId, kind, desk)})::int`

export async function countDesk(sql: Sql, tenantId: number, desk: Desk): Promise<Record<DeskKind, number>> {
  const [row] = await sql<Record<DeskKind, number>[]>`
    select ${count(sql, tenantId, 'approve', desk)} as approve, ${count(sql, tenantId, 'confirm', desk)} as confirm,
           ${count(sql, tenantId, 'extension', desk)} as extension`
  return row ?? { approve: 0, confirm: 0, extension: 0 }
}

export interface SaidRow {
  assignmentId: string
  stepId: string
  kind: 'report' | 'report-outside' | 'ask-extension'
  actor: string
  standsInFor: string | null
  at: Date
  text: string
  percent: number | null
  nothing: boolean
  happenedOn: string | null
  dueOn: string | null
  figures: Figure[]
  files: StoredFile[]
  batchId: string | null
}

/** The last word of each of these assignments: its report, or why more time is wanted. */
export const listSaid = (sql: Sql, tenantId: number, kind: DeskKind, ids: readonly string[]) => sql<
  SaidRow[]
>`
  select distinct on (step.assignment_id) step.assignment_id as "assignmentId", step.id as "stepId", step.kind, step.actor,
         absent.name as "standsInFor", step.at, step.text, step.percent, step.nothing, step.happened_on as "happenedOn",
         step.due_on as "dueOn", step.figures, step.batch_id as "batchId",
         coalesce((select jsonb_agg(jsonb_build_object('hash', hash, 'name', name, 'media', media, 'size', size) order by name)
                   from step_file where step_file.tenant_id = ${tenantId} and step_file.step_id = step.id), '[]') as files
  from step
  left join account absent on absent.tenant_id = step.tenant_id and absent.id = step.for_account_id
  where step.tenant_id = ${tenantId} and step.assignment_id = any(${ids as string[]}::uuid[])
    and step.kind = any(${kind === 'extension' ? ['ask-extension'] : ['report', 'report-outside']})
  order by step.assignment_id, step.seq desc`
