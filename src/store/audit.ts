// One entry for every change, written in the transaction of the change.
import { randomUUID } from 'node:crypto'
import { asJson, type Sql } from './database.ts'

/** Who changed something; `accountId` is null for the machine itself. */
export interface ChangedBy {
  tenantId: number
  accountId: string | null
  name: string
}

/** `action` is a word of the table of who may do what ("plan.publish", "step.report" …); `subject` what it changed. */
export interface Entry {
  action: string
  subject: readonly [kind: string, id: string]
  detail?: unknown
}

export const audit = (
  sql: Sql,
  by: ChangedBy,
  at: Date,
  action: string,
  subject: Entry['subject'],
  detail: unknown = {},
) => auditAll(sql, by, at, [{ action, subject, detail }])

/** Many entries of one act. */
export function auditAll(sql: Sql, by: ChangedBy, at: Date, entries: readonly Entry[]) {
  const rows = entries.map(({ action, subject: [kind, id], detail }) => ({
    ...{ id: randomUUID(), action, kind, subject: id, detail: detail ?? {} },
  }))
  return sql`
    insert into audit_event (tenant_id, id, at, account_id, actor, action, subject_kind, subject_id, detail)
    select ${by.tenantId}::int, id, ${at}::timestamptz, ${by.accountId}::uuid, ${by.name}, action, kind, subject, detail
    from jsonb_to_recordset(${sql.json(asJson(rows))}) as new
      (id uuid, action text, kind text, subject text, detail jsonb)`
}
