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
export const audit = (
  sql: Sql,
  by: ChangedBy,
  at: Date,
  action: string,
  [kind, id]: readonly [kind: string, id: string],
  detail: unknown = {},
) => sql`
  insert into audit_event (tenant_id, id, at, account_id, actor, action, subject_kind, subject_id, detail)
  values (${by.tenantId}, ${randomUUID()}, ${at}, ${by.accountId}, ${by.name}, ${action}, ${kind}, ${id},
          ${sql.json(asJson(detail))})`
