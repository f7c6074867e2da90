// The rows of a register as they stood on a day.
import type { Fragment, Sql } from '../../store/database.ts'
import { columnName, type Register } from './register.ts'
import { tableColumns } from './table.ts'

/**
 * The rows that counted on `day` ("yyyy-mm-dd"), in the columns of the table, for use in `from`. Of today that is the
 * table; of an earlier day also what later changes replaced. Entries made by mistake count on no day.
 */
export function rowsAsOf(sql: Sql, register: Register, tenantId: number, day: string): Fragment {
  const table = columnName(register.name)
  const columns = tableColumns(register).map(({ name }) => name)
  return sql`(
    select ${sql(columns)} from ${sql(table)} where tenant_id = ${tenantId} and since <= ${day} and not is_void
    union all
    select ${sql(columns.map((name) => `old.${name}`))}
    from register_past past cross join lateral jsonb_populate_record(null::${sql(table)}, past.row) old
    where past.tenant_id = ${tenantId} and past.register = ${register.name}
      and past.since <= ${day} and past.until > ${day} and not old.is_void
      and not exists (select 1 from ${sql(table)} now
                      where now.tenant_id = ${tenantId} and now.id = past.row_id and now.is_void))`
}
