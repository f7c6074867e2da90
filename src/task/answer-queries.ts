// What an agency owes for a period, and what it reported the period before.
import { addDays } from '../base/calendar.ts'
import type { Sql } from '../store/database.ts'
import type { PreviousReport } from './answer.ts'

export interface PeriodRow {
  key: string
  from: string | null
  to: string | null
  dueOn: string | null
  n: number
  open: number
}

/** Periods with unanswered duties and those that ended within a year; what is due next first, answered ones behind. */
export const listOwedPeriods = (
  sql: Sql,
  tenantId: number,
  agencies: readonly string[],
  today: string,
) => sql<PeriodRow[]>`
  select period as key, min(period_from) as "from", max(period_to) as "to", min(due_on) as "dueOn",
         (count(*) filter (where status <> 'closed'))::int as n,
         (count(*) filter (where status in ('assigned', 'active')))::int as open
  from assignment
  where tenant_id = ${tenantId} and agency_id = any(${agencies as string[]}::uuid[]) and period <> ''
  group by period
  having count(*) filter (where status in ('assigned', 'active')) > 0
      or (max(period_to) >= ${addDays(today, -366)} and count(*) filter (where status <> 'closed') > 0)
  order by count(*) filter (where status in ('assigned', 'active')) = 0, min(due_on), period`

/**
 * For each of these assignments the last report its agency had approved for the same item in an earlier period: in an
 * assignment that is approved or done, the last report is the approved one.
 */
export const listPreviousReports = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<
  PreviousReport[]
>`
  select distinct on (now.id) now.id, before.period, report.on_day as "onDay", report.text, report.nothing, report.figures
  from assignment now
  join assignment before on before.tenant_id = ${tenantId} and before.item_id = now.item_id
    and before.agency_id = now.agency_id and before.role = now.role and before.period_to < now.period_from
    and before.status in ('approved', 'done')
  join step report on report.tenant_id = ${tenantId} and report.assignment_id = before.id and report.kind = 'report'
  where now.tenant_id = ${tenantId} and now.id = any(${ids as string[]}::uuid[])
  order by now.id, before.period_to desc, report.seq desc`
