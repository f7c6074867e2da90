// What the pictures of indicators are made of, beside queries.ts.
import type { Sql } from '../store/database.ts'
import { windowYear } from './formula.ts'
import { FEWEST_YEARS, figuresOn, keyOf } from './knowing.ts'
import type { Trends } from './picture.ts'
import * as queries from './queries.ts'
import { lastDayOf } from './target.ts'

/** Plans that set targets, by their number. */
export const listPlans = (sql: Sql, tenantId: number) => sql<{ id: string; label: string }[]>`
  select plan.id, coalesce(plan.number, nullif(plan.title, ''), plan.file_name) as label
  from plan
  where plan.tenant_id = ${tenantId}
    and exists (select 1 from indicator_target target
                where target.tenant_id = ${tenantId} and target.plan_id = plan.id and not target.is_void)
  order by 2, 1`

/**
 * The last years of many indicators at once, the present one as of today: what is computed or counted, otherwise what was
 * entered and approved for the year.
 */
export async function readTrends(
  sql: Sql,
  tenantId: number,
  ids: readonly string[],
  today: string,
): Promise<Trends> {
  const [indicators, approved] = await Promise.all([
    queries.listByIds(sql, tenantId, ids),
    queries.listApproved(sql, tenantId, ids),
  ])
  const present = windowYear(today)
  const years = Array.from({ length: FEWEST_YEARS }, (_, i) => present - FEWEST_YEARS + 1 + i)
  const dayIn = (year: number) => (year < present ? lastDayOf(String(year)) : today)
  const wanted = indicators.flatMap((of) => years.map((year) => ({ of, day: dayIn(year) })))
  const figures = await figuresOn(sql, tenantId, wanted)
  return {
    trends: indicators.map(({ id }) => ({
      id,
      points: years.map((year) => {
        const typed = approved.find(
          (one) => one.indicatorId === id && !one.isSnapshot && one.period === String(year),
        )
        return { year, value: figures.get(keyOf(id, dayIn(year)))?.value ?? typed?.value ?? null }
      }),
    })),
  }
}

export async function getProvince(sql: Sql, tenantId: number): Promise<string> {
  const [row] = await sql<{ name: string }[]>`select name from tenant where id = ${tenantId}`
  return row?.name ?? ''
}
