// Questions and changes about provinces as a whole.
import { columnName } from '../register/kit/register.ts'
import { REGISTERS } from '../register/registers.ts'
import type { Sql } from '../store/database.ts'
import type { SamplePerson } from './setup.ts'

/** Two people pressing "set up" at once are served one after the other. */
const LOCK = 20_260_003

/** Until the end of the transaction nobody else makes or removes a province. */
export const lockTenants = (tx: Sql) => tx`select pg_advisory_xact_lock(${LOCK})`

export async function countTenants(sql: Sql): Promise<{ real: number; sampleId: number | null }> {
  const rows = await sql<{ id: number; isSample: boolean }[]>`select id, is_sample as "isSample" from tenant`
  return {
    real: rows.filter((row) => !row.isSample).length,
    sampleId: rows.find((row) => row.isSample)?.id ?? null,
  }
}

/** Under `lockTenants`. The number is above every one ever given, whether its province still exists or not. */
export async function insertTenant(
  tx: Sql,
  tenant: { name: string; provinceCode: string; isSample: boolean; at: Date },
): Promise<number> {
  const [row] = await tx<{ id: number }[]>`
    select setval('tenant_number', greatest(nextval('tenant_number'), (select coalesce(max(id), 0) + 1 from tenant)))::int as id`
  if (!row) throw new Error('no number for the new province')
  await tx`
    insert into tenant (id, name, province_code, is_sample, created_at)
    values (${row.id}, ${tenant.name}, ${tenant.provinceCode}, ${tenant.isSample}, ${tenant.at})`
  return row.id
}

/** Every table with rows of a province, children before parents; a test compares it with the database. */
export const TENANT_TABLES = [
  'warning_recipient',
  'warning_sending',
  'petition_step',
  'petition_way',
  'petition_setting',
  'assessment_step',
  'assessment_lock',
  'assessment',
  'cooperative_rubric',
  'register_extract_view',
  'register_extract',
  'register_past',
  'register_keeper',
  'register_batch',
  'register_mapping',
  'register_import',
  // A register points only to those before it in the list.
  ...REGISTERS.map(({ name }) => columnName(name)).reverse(),
  'coverage_link',
  'plan_parent',
  'sub_plan_draft',
  'sub_plan_owed',
  'sub_plan_call',
  'plan_reference',
  'job_run',
  'mail',
  'mail_choice',
  'morning',
  'urge',
  'urging_letter',
  'plan_ladder',
  'urging_setting',
  'rating_snapshot',
  'rating_lock',
  'rating_objection',
  'rating_change',
  'rating_cause',
  'head_term',
  'rating_office',
  'rubric',
  'report_part',
  'report_entry',
  'report_step',
  'report',
  'report_round',
  'report_link',
  'report_regime',
  'agency_handover',
  'succession_exception',
  'succession',
  'reorganisation_part',
  'reorganisation',
  'committee_conclusion',
  'committee_member',
  'committee',
  'agency_group',
  'agency_name',
  'notice_seen',
  'notice',
  'correction',
  'calendar_feed',
  'difficulty_file',
  'difficulty_step',
  'difficulty_assignment',
  'difficulty',
  'dossier_file',
  'dossier_text',
  'dossier_opinion',
  'dossier_step',
  'dossier',
  'signing_rule',
  'day_off',
  'prerequisite',
  'mention',
  'comment',
  'saved_filter',
  'dissemination_file',
  'dissemination_correction',
  'dissemination',
  'plan_line',
  'tracker_row',
  'tracker_run',
  'tracker_mapping',
  'step_file',
  'step',
  'assignment_count',
  'item_count',
  'work_stamp',
  'stand_in',
  'assignment',
  'item_coordinating',
  'item',
  'plan_edit',
  'plan_file',
  'plan_source',
  'plan',
  'idempotency',
  'audit_event',
  'file',
  'session',
  'login',
  'account',
  'agency',
] as const

/** Removes the province and everything in it. Only ever called for the sample. */
export async function deleteTenant(tx: Sql, tenantId: number): Promise<void> {
  for (const table of TENANT_TABLES) await tx`delete from ${tx(table)} where tenant_id = ${tenantId}`
  await tx`delete from tenant where id = ${tenantId}`
}

export const listPeople = (sql: Sql, tenantId: number) => sql<SamplePerson[]>`
  select account.login, account.name, account.role, account.position, agency.name as agency
  from account left join agency on agency.tenant_id = account.tenant_id and agency.id = account.agency_id
  where account.tenant_id = ${tenantId} and account.is_active
  order by agency.kind, agency.code collate "C" nulls first, account.name collate "vi-x-icu", account.id`

/** Every assignment of a plan with what the sample's story knows it by. */
export const listPlanWork = (sql: Sql, tenantId: number, planId: string) => sql<
  { id: string; version: number; quote: string; agency: string | null }[]
>`
  select assignment.id, assignment.version, item.quote, agency.code as agency
  from assignment
  join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
  join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
  where assignment.tenant_id = ${tenantId} and assignment.plan_id = ${planId} and assignment.role = 'lead'`

/** Agencies that keep registers, named in one go. */
export const insertKeepers = (
  tx: Sql,
  tenantId: number,
  keepers: readonly { register: string; agencyId: string }[],
) => tx`
  insert into register_keeper (tenant_id, register, agency_id)
  select ${tenantId}::int, * from unnest(${keepers.map(({ register }) => register)}::text[],
                                         ${keepers.map(({ agencyId }) => agencyId)}::uuid[])`

/** What the planner knows of the registers' tables: of freshly filled ones nothing, and then it reads them row by row. */
export async function analyseRegisters(tx: Sql): Promise<void> {
  for (const { name } of REGISTERS) await tx`analyze ${tx(columnName(name))}`
}
