// Support out of the registers: what one cooperative received, needs and may have; sums of the province.
import { Refusal } from '../base/refusal.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import type { Cell, Fund, Gap, Loan, Need, PolicyForm, Received, SupportOf } from './support.ts'

/** Refuses one that is not there. */
export async function getSubject(
  sql: Sql,
  tenantId: number,
  cooperativeId: string,
): Promise<SupportOf['subject']> {
  const [row] = await sql<SupportOf['subject'][]>`
    select code, kind, status, registered_on as "registeredOn" from cooperative
    where tenant_id = ${tenantId} and id = ${cooperativeId} and not is_void`
  if (!row) throw new Refusal('missing', 'cooperative.missing', words.support.missing)
  return row
}

/** The last two updates, the later first. */
export const listUpdates = (sql: Sql, tenantId: number, cooperativeId: string) => sql<SupportOf['updates']>`
  select year, members, revenue, member_revenue as "memberRevenue", indivisible_fund as "indivisibleFund",
    indivisible_assets as "indivisibleAssets", audited
  from yearly_update where tenant_id = ${tenantId} and cooperative = ${cooperativeId} and not is_void
  order by year desc limit 2`

/** People of the cooperative at training sessions from this day on. */
export async function countTrained(
  sql: Sql,
  tenantId: number,
  cooperativeId: string,
  from: string,
): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from participant
    join learning_event event on event.tenant_id = ${tenantId} and event.id = participant.event
    where participant.tenant_id = ${tenantId} and participant.cooperative = ${cooperativeId}
      and not participant.is_void and not event.is_void and event.kind = 'training' and event.held_on >= ${from}`
  return row?.n ?? 0
}

export const listPolicies = (sql: Sql, tenantId: number, today: string) => sql<PolicyForm[]>`
  select id, code, name, field, kinds, conditions, needs_audit as "needsAudit", from_day as "fromDay",
    to_day as "toDay", document
  from support_policy
  where tenant_id = ${tenantId} and not is_void and from_day <= ${today} and (to_day is null or to_day >= ${today})
  order by code collate "C", id`

export const listReceived = (sql: Sql, tenantId: number, cooperativeId: string) => sql<Received[]>`
  select support.id, policy.name as policy, policy.field, support.year, support.received_on as "receivedOn",
    support.amount, support.source, support.content
  from support
  join support_policy policy on policy.tenant_id = ${tenantId} and policy.id = support.policy
  where support.tenant_id = ${tenantId} and support.cooperative = ${cooperativeId} and not support.is_void
  order by support.received_on desc, support.id limit 100`

export const listLoans = (sql: Sql, tenantId: number, cooperativeId: string) => sql<Loan[]>`
  select id, contract, amount, repaid, due_on as "dueOn", status from fund_loan
  where tenant_id = ${tenantId} and cooperative = ${cooperativeId} and not is_void
  order by lent_on desc, id limit 100`

export const listNeeds = (sql: Sql, tenantId: number, cooperativeId: string) => sql<Need[]>`
  select id, field, content, stated_on as "statedOn", status from support_need
  where tenant_id = ${tenantId} and cooperative = ${cooperativeId} and not is_void
  order by stated_on desc, id limit 100`

/** Sums of what was given, by year and source, field or nothing. */
export function sumSupport(sql: Sql, tenantId: number, by: 'source' | 'field' | 'year') {
  const key = { source: sql`support.source`, field: sql`policy.field`, year: sql`''::text` }[by]
  return sql<Cell[]>`
    select support.year, ${key} as key, count(*)::int as n,
      count(distinct support.cooperative)::int as cooperatives, sum(support.amount) as amount
    from support
    join support_policy policy on policy.tenant_id = ${tenantId} and policy.id = support.policy
    where support.tenant_id = ${tenantId} and not support.is_void
    group by 1, 2 order by 1, 2`
}

/** The development fund today. A loan is overdue when its day has passed and something of it is still owed. */
export async function readFund(sql: Sql, tenantId: number, today: string): Promise<Fund> {
  const isOpen = sql`loan.status in ('lent', 'extended')`
  const isLate = sql`${isOpen} and loan.due_on < ${today} and loan.repaid < loan.amount`
  const [[sums], late] = await Promise.all([
    sql<Omit<Fund, 'late'>[]>`
      select count(*)::int as loans, coalesce(sum(amount), 0) as lent, coalesce(sum(repaid), 0) as repaid,
        coalesce(sum(amount - repaid) filter (where ${isOpen}), 0) as outstanding,
        count(*) filter (where ${isLate})::int as overdue,
        coalesce(sum(amount - repaid) filter (where ${isLate}), 0) as "overdueAmount",
        count(*) filter (where status = 'written-off')::int as "writtenOff",
        coalesce(sum(amount - repaid) filter (where status = 'written-off'), 0) as "writtenOffAmount"
      from fund_loan loan where loan.tenant_id = ${tenantId} and not loan.is_void`,
    sql<Fund['late']>`
      select loan.id, loan.contract, loan.amount, loan.repaid, loan.due_on as "dueOn", loan.status,
        loan.cooperative as "cooperativeId", cooperative.name as cooperative, ${today}::date - loan.due_on as "daysLate"
      from fund_loan loan
      join cooperative on cooperative.tenant_id = ${tenantId} and cooperative.id = loan.cooperative
      where loan.tenant_id = ${tenantId} and not loan.is_void and ${isLate}
      order by loan.due_on, loan.id limit 50`,
  ])
  if (!sums) throw new Error('a sum without a row')
  return { ...sums, late: [...late] }
}

/** Needs stated beside what was given in the same field afterwards. */
export const listGaps = (sql: Sql, tenantId: number) => sql<Gap[]>`
  with need as (
    select id, cooperative, field, stated_on, status from support_need
    where tenant_id = ${tenantId} and not is_void
  ), given as (
    select support.cooperative, policy.field, support.received_on, support.amount, support.id from support
    join support_policy policy on policy.tenant_id = ${tenantId} and policy.id = support.policy
    where support.tenant_id = ${tenantId} and not support.is_void
  ), answered as (
    select distinct given.id, need.field, need.cooperative, given.amount from need
    join given on given.cooperative = need.cooperative and given.field = need.field
      and given.received_on >= need.stated_on
  )
  select need.field, count(*)::int as stated, count(distinct need.cooperative)::int as cooperatives,
    count(*) filter (where status in ('stated', 'considered'))::int as open,
    count(*) filter (where status = 'met')::int as met, count(*) filter (where status = 'declined')::int as declined,
    coalesce((select count(distinct answered.cooperative)::int from answered where answered.field = need.field), 0)
      as served,
    coalesce((select sum(answered.amount) from answered where answered.field = need.field), 0) as given
  from need group by need.field order by stated desc, need.field`
