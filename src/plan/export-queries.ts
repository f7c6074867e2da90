// What a published plan says, for its exports.

import type { Line, SourceDocument } from '../document/line.ts'
import type { IssuingAgency } from '../paper/issuer.ts'
import type { DraftPlan, Due } from '../reading/draft.ts'
import type { Sql } from '../store/database.ts'
import type { ExportAddition, ExportItem } from './export.ts'

interface ItemRow extends Omit<ExportItem, 'due'> {
  dueText: string
  dueKind: Due['kind']
  dueFrom: string | null
  dueTo: string | null
}

/** In the order of the documents and of the lines in them. */
export async function listExportItems(sql: Sql, tenantId: number, planId: string): Promise<ExportItem[]> {
  const rows = await sql<ItemRow[]>`
    select id, coalesce(document_id, plan_id) as "documentId", section, origin, outcome, quote, spans,
           lead_printed as lead, coordinating_printed as coordinating, deliverables, due_text as "dueText",
           due_kind as "dueKind", due_from as "dueFrom", due_to as "dueTo"
    from item where tenant_id = ${tenantId} and plan_id = ${planId} order by ordinal`
  return rows.map(({ dueText, dueKind, dueFrom, dueTo, ...row }) => ({
    ...row,
    due: { text: dueText, kind: dueKind, from: dueFrom, to: dueTo },
  }))
}

export const listAdditions = (sql: Sql, tenantId: number, planId: string) => sql<ExportAddition[]>`
  select id, number, title, issued from plan
  where tenant_id = ${tenantId} and adds_to = ${planId} and status = 'published' order by published_at, id`

/** Null for a document without lines: its duty was typed. */
export async function findExportSource(
  sql: Sql,
  tenantId: number,
  planId: string,
): Promise<{ lines: Line[]; draft: DraftPlan; door: SourceDocument['door'] } | null> {
  const [row] = await sql<{ lines: Line[]; draft: DraftPlan; door: SourceDocument['door'] }[]>`
    select lines, draft, door from plan_source where tenant_id = ${tenantId} and plan_id = ${planId}`
  return row ?? null
}

/** The agency of the directory that the head of a plan names, maybe with its province behind it. */
export async function findIssuerNamed(
  sql: Sql,
  tenantId: number,
  issuer: string,
): Promise<{ province: string; agency: IssuingAgency | null }> {
  const [row] = await sql<{ province: string; agency: IssuingAgency | null }[]>`
    select tenant.name as province,
      (select jsonb_build_object('name', agency.name, 'kind', agency.kind, 'parentName', parent.name)
       from agency left join agency parent on parent.tenant_id = ${tenantId} and parent.id = agency.parent_id
       where agency.tenant_id = ${tenantId} and agency.province is null
         and starts_with(lower(${issuer}), lower(agency.name))
       order by length(agency.name) desc, agency.id limit 1) as agency
    from tenant where tenant.id = ${tenantId}`
  return row ?? { province: '', agency: null }
}
