// Rows that name an agency which has ended go to the one that follows it, from the day of the act on. Earlier days keep
// the old one (as-of.ts).
import type { ChangedBy } from '../../store/audit.ts'
import type { Fragment, Sql } from '../../store/database.ts'
import { REGISTERS } from '../registers.ts'
import { updateRows } from './record.ts'
import { columnName, type Values } from './register.ts'

/** Every column in which a row names an agency or the agency of its place. */
const NAMING = REGISTERS.flatMap((register) =>
  Object.entries(register.columns).flatMap(([column, { kind }]) =>
    kind === 'place' || kind === 'agency' ? [{ register, column }] : [],
  ),
)

/** Whether a row that stands names the agency with the id `agency` (a column of the statement), for use in `where`. */
export const namesAgency = (sql: Sql, tenantId: number, agency: Fragment): Fragment =>
  NAMING.map(
    ({ register, column }) => sql`
      exists (select 1 from ${sql(columnName(register.name))} held
              where held.tenant_id = ${tenantId} and held.${sql(columnName(column))} = ${agency} and not held.is_void)`,
  ).reduce((all, one) => sql`${all} or ${one}`)

/** How many rows that stand name each of these agencies. */
export const countNaming = (sql: Sql, tenantId: number, agencyIds: readonly string[]) => sql<
  { agencyId: string; n: number }[]
>`
  select agency_id as "agencyId", count(*)::int as n from (
    ${NAMING.map(
      ({ register, column }, i) => sql`
        ${i ? sql`union all` : sql``}
        select ${sql(columnName(column))} as agency_id from ${sql(columnName(register.name))}
        where tenant_id = ${tenantId} and ${sql(columnName(column))} = any(${agencyIds as string[]}::uuid[]) and not is_void`,
    )}) named
  group by 1`

/** Passes the rows of an agency, and of its internal units, on; answers how many there were. Done again it finds none. */
export async function passRows(
  tx: Sql,
  by: ChangedBy,
  { from, to, onDay, why }: { from: string; to: string; onDay: string; why: string },
  { at, today }: { at: Date; today: string },
): Promise<number> {
  const { tenantId } = by
  const found = await tx<{ register: string; id: string; version: number; column: string }[]>`
    with old as materialized (
      select id from agency where tenant_id = ${tenantId}
        and (id = ${from} or (kind = 'unit' and parent_id = ${from} and ended_on is not null)))
    ${NAMING.map(
      ({ register, column }, i) => tx`
        ${i ? tx`union all` : tx``}
        select ${register.name} as register, held.id, held.version, ${column} as "column"
        from old join ${tx(columnName(register.name))} held
          on held.tenant_id = ${tenantId} and held.${tx(columnName(column))} = old.id and not held.is_void`,
    )}`
  let passed = 0
  for (const register of REGISTERS) {
    const own = Map.groupBy(
      found.filter((row) => row.register === register.name),
      ({ id }) => id,
    )
    const changes = [...own].map(([id, rows]) => ({
      ...{ id, version: rows[0]?.version ?? 0, since: onDay },
      values: Object.fromEntries(rows.map(({ column }) => [column, to])) as Values,
    }))
    await updateRows(tx, by, register, changes, { at, today, act: 'pass-on', batchId: null, reason: why })
    passed += changes.length
  }
  return passed
}
