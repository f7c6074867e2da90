// One entry for every change, written in the transaction of the change.
import { randomUUID } from 'node:crypto'
import { asJson, type Sql } from './database.ts'

export interface AuditEntry {
  tenantId: number
  at: Date
  accountId: string | null
  actor: string
  /** "plan.publish", "step.report" …: the action of the table of who may do what. */
  action: string
  subjectKind: string
  subjectId: string
  detail?: unknown
}

export const audit = (sql: Sql, entry: AuditEntry) => sql`
  insert into audit_event (tenant_id, id, at, account_id, actor, action, subject_kind, subject_id, detail)
  values (${entry.tenantId}, ${randomUUID()}, ${entry.at}, ${entry.accountId}, ${entry.actor}, ${entry.action},
          ${entry.subjectKind}, ${entry.subjectId}, ${sql.json(asJson(entry.detail ?? {}))})`
