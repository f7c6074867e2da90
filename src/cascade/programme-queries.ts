// What an agency has to do in a year, over all plans.
import type { Sql } from '../store/database.ts'
import { type ProgrammeRow, roundsAhead } from './programme.ts'

interface Found extends ProgrammeRow {
  reportDays: number
  planTo: number | null
  periodTo: string | null
}

const ITEM = (sql: Sql) => sql`
  item.id as "itemId", item.section, item.quote, plan.id as "planId", plan.number as "planNumber",
  plan.title as "planTitle", item.deliverables, item.due_text as "dueText", item.every,
  plan.report_days as "reportDays", plan.period_to as "planTo"`

/** Rows of a year: due in it, carried over from before, or without a day; the most recent 5,000 at most. */
export async function listProgramme(
  sql: Sql,
  tenantId: number,
  agencyId: string,
  year: number,
): Promise<ProgrammeRow[]> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const [assigned, helping] = await Promise.all([
    sql<Found[]>`
      select assignment.id as "assignmentId", ${ITEM(sql)}, assignment.role,
             case when assignment.duty <> '' then assignment.duty else item.quote end as quote,
             assignment.due_on as "dueOn", assignment.period, assignment.period_to as "periodTo", assignment.status,
             assignment.percent, assignment.completed_on as "completedOn",
             coalesce(person.name, unit.name) as who
      from assignment
      join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
      join plan on plan.tenant_id = assignment.tenant_id and plan.id = assignment.plan_id
      left join account person on person.tenant_id = assignment.tenant_id and person.id = assignment.person_id
      left join agency unit on unit.tenant_id = assignment.tenant_id and unit.id = assignment.unit_id
      where assignment.tenant_id = ${tenantId} and assignment.agency_id = ${agencyId}
        and assignment.status <> 'closed' and assignment.given_on <= ${to}
        and (assignment.due_on between ${from} and ${to}
          or ((assignment.due_on is null or assignment.due_on < ${from})
              and (assignment.status <> 'done' or assignment.completed_on >= ${from})
              and (assignment.due_on is not null or coalesce(plan.period_to, ${year}) >= ${year})))
      order by assignment.due_on nulls last, plan.published_at, item.ordinal, assignment.id limit 5000`,
    // Help that has no dated part of its own is due with the duty.
    sql<Found[]>`
      select null as "assignmentId", ${ITEM(sql)}, 'coordinating' as role, item.due_on as "dueOn", '' as period,
             null as "periodTo", null as status, 0 as percent, null as "completedOn", null as who
      from item_coordinating helps
      join item on item.tenant_id = helps.tenant_id and item.id = helps.item_id
      join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
      where helps.tenant_id = ${tenantId} and helps.agency_id = ${agencyId} and item.outcome in ('assign', 'each')
        and item.state = 'open' and (item.due_on is null or item.due_on <= ${to})
        and coalesce(plan.period_to, ${year}) >= ${year} and coalesce(plan.period_from, ${year}) <= ${year}
        and not exists (select 1 from assignment own where own.tenant_id = ${tenantId} and own.item_id = item.id
                        and own.agency_id = ${agencyId})
      order by item.due_on nulls last, plan.published_at, item.ordinal limit 5000`,
  ])
  const last = new Map<string, Found>()
  const latest = await sql<{ itemId: string; periodTo: string }[]>`
    select item_id as "itemId", max(period_to) as "periodTo" from assignment
    where tenant_id = ${tenantId} and agency_id = ${agencyId} and role = 'lead' and period_to is not null
      and status <> 'closed'
    group by item_id`
  for (const { itemId, periodTo } of latest) {
    const row = assigned.find((one) => one.itemId === itemId && one.role === 'lead')
    if (row) last.set(itemId, { ...row, periodTo })
  }
  const ahead = [...last.values()].flatMap(
    ({ every, periodTo, reportDays, planTo, ...row }): ProgrammeRow[] =>
      every && periodTo && (planTo === null || planTo >= year)
        ? roundsAhead(every, periodTo, { reportDays, year }).map((round) => ({
            ...{ ...row, ...round, every, assignmentId: null, status: null, percent: 0, completedOn: null },
          }))
        : [],
  )
  const plain = [...assigned, ...helping].map(
    ({ reportDays: _, planTo: __, periodTo: ___, ...row }): ProgrammeRow => row,
  )
  return [...plain, ...ahead]
}

/** The years in which something of the agency falls due, and those of its plans. */
export async function listYears(sql: Sql, tenantId: number, agencyId: string): Promise<number[]> {
  const rows = await sql<{ year: number }[]>`
    select distinct extract(year from due_on)::int as year from assignment
    where tenant_id = ${tenantId} and agency_id = ${agencyId} and due_on is not null order by year`
  return rows.map(({ year }) => year)
}
