// Every form a row ever had, as facts: what each changed against the one before.
import type { Sql } from '../../store/database.ts'
import type { Fact } from './exchange.ts'
import { valueNames } from './queries.ts'
import { columnName, type Register, type Value, type Values } from './register.ts'
import { masked } from './values.ts'

interface Form {
  version: number
  since: string
  until: string | null
  batchFile: string | null
  row: Record<string, Value> & { act: string; at: string; actor: string; reason: string; is_void: boolean }
}

/** The forms of a row, the first one first, with their values whole; empty when there is no such row. */
async function listForms(sql: Sql, tenantId: number, { name }: Register, id: string): Promise<Form[]> {
  return sql<Form[]>`
    select form.version, form.since, form.until, form.row, batch.file_name as "batchFile"
    from (
      select past.version, past.since, past.until, past.row from register_past past
      where past.tenant_id = ${tenantId} and past.register = ${name} and past.row_id = ${id}
      union all
      select now.version, now.since, null, to_jsonb(now) - 'search' from ${sql(columnName(name))} now
      where now.tenant_id = ${tenantId} and now.id = ${id}
    ) form
    left join register_batch batch on batch.tenant_id = ${tenantId} and batch.id = (form.row ->> 'batch_id')::uuid
    order by form.version`
}

/** The last change first, personal values masked, and all values named in them, for their labels. */
export async function readHistory(
  sql: Sql,
  tenantId: number,
  register: Register,
  id: string,
): Promise<{ facts: Fact[]; named: Values[] }> {
  const forms = await listForms(sql, tenantId, register, id)
  const names = valueNames(register)
  const named: Values[] = []
  let before: Values = {}
  const facts = forms.map(({ version, since, until, batchFile, row }): Fact => {
    const values: Values = Object.fromEntries(names.map((name) => [name, row[columnName(name)] ?? null]))
    const shown = { before: masked(register, before), after: masked(register, values) }
    const changes = names
      // What was empty at the beginning says nothing.
      .filter((name) => !isSame(before[name], values[name]))
      .map((column) => ({
        column,
        before: shown.before[column] ?? null,
        after: shown.after[column] ?? null,
      }))
    before = values
    named.push(values)
    const { act, at, actor, reason, batch_id: batchId, is_void: isVoid } = row
    const batch = typeof batchId === 'string' && batchFile ? { id: batchId, fileName: batchFile } : null
    return {
      version,
      since,
      until,
      act,
      at: new Date(at).toISOString(),
      actor,
      reason,
      batch,
      isVoid,
      changes,
    }
  })
  return { facts: facts.reverse(), named }
}

const isSame = (a: Value | undefined, b: Value | undefined) =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
