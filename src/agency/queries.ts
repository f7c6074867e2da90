// Questions and changes about the directory.
import { Refusal } from '../base/refusal.ts'
import type { IssuingAgency } from '../paper/issuer.ts'
import type { Sql } from '../store/database.ts'
import { words } from '../vocabulary/words.ts'
import { type Agency, type AgencyForm, agencyKey } from './agency.ts'

export const listAgencies = (sql: Sql, tenantId: number) => sql<Agency[]>`
  select id, code, name, kind, parent_id as "parentId", aliases, version from agency
  where tenant_id = ${tenantId}
  order by kind, code collate "C" nulls last, name collate "vi-x-icu", id`

/** Refuses when the name or code belongs to another agency, or when the parent is none of this province. */
export async function insertAgency(
  sql: Sql,
  tenantId: number,
  id: string,
  form: AgencyForm,
  at: Date,
): Promise<void> {
  const rows = await sql`
    insert into agency (tenant_id, id, code, name, name_key, kind, parent_id, aliases, created_at)
    select ${tenantId}, ${id}, ${form.code}, ${form.name}, ${agencyKey(form.name)}, ${form.kind}, ${form.parentId}::uuid,
           ${form.aliases}::text[], ${at}
    where ${form.parentId}::uuid is null
       or exists (select 1 from agency where tenant_id = ${tenantId} and id = ${form.parentId}::uuid)
    on conflict do nothing returning id`
  if (rows.length === 1) return
  await refuseUnknownParent(sql, tenantId, form.parentId)
  throw taken(form)
}

/**
 * Refuses when the version seen is old, when the code or name belongs to another agency, or when the agency would
 * stand under itself.
 */
export async function updateAgency(
  sql: Sql,
  tenantId: number,
  id: string,
  seen: number,
  form: AgencyForm,
): Promise<void> {
  // Locked as a whole: two people moving two agencies under each other would otherwise both pass the check.
  const all = await sql<{ id: string; parentId: string | null; version: number }[]>`
    select id, parent_id as "parentId", version from agency where tenant_id = ${tenantId} order by id for update`
  const there = all.find((agency) => agency.id === id)
  if (!there) throw new Refusal('missing', 'agency.missing', words.refusal.missing)
  if (there.version !== seen) throw new Refusal('stale', 'agency.stale', words.refusal.stale)
  await refuseUnknownParent(sql, tenantId, form.parentId)
  const parents = new Map(all.map((agency) => [agency.id, agency.parentId]))
  for (let above = form.parentId; above; above = parents.get(above) ?? null)
    if (above === id) {
      const message = words.agencyPages.underItself
      throw new Refusal('invalid', 'agency.circle', message, [{ at: 'parentId', message }])
    }
  const [clash] = await sql`
    select 1 from agency where tenant_id = ${tenantId} and id <> ${id}
      and (code = ${form.code} or (name_key = ${agencyKey(form.name)} and parent_id is not distinct from ${form.parentId}))`
  if (clash) throw taken(form)
  await sql`
    update agency set code = ${form.code}, name = ${form.name}, name_key = ${agencyKey(form.name)}, kind = ${form.kind},
      parent_id = ${form.parentId}, aliases = ${form.aliases}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`
}

export async function getAgency(sql: Sql, tenantId: number, id: string): Promise<Agency> {
  const [row] = await sql<Agency[]>`
    select id, code, name, kind, parent_id as "parentId", aliases, version from agency
    where tenant_id = ${tenantId} and id = ${id}`
  if (!row) throw new Refusal('missing', 'agency.missing', words.refusal.missing)
  return row
}

const taken = (form: AgencyForm) => new Refusal('conflict', 'agency.taken', words.agency.taken(form.name))

async function refuseUnknownParent(sql: Sql, tenantId: number, parentId: string | null) {
  if (parentId === null) return
  const [there] = await sql`select 1 from agency where tenant_id = ${tenantId} and id = ${parentId}`
  if (there) return
  const message = words.agencyPages.parentGone
  throw new Refusal('invalid', 'agency.no-parent', message, [{ at: 'parentId', message }])
}

/** The agency in whose name a paper leaves the house, with the one over it; null for whoever belongs to none. */
export async function findIssuer(
  sql: Sql,
  tenantId: number,
  agencyId: string | null,
): Promise<IssuingAgency | null> {
  if (!agencyId) return null
  const [row] = await sql<IssuingAgency[]>`
    select agency.name, agency.kind, parent.name as "parentName"
    from agency left join agency parent on parent.tenant_id = ${tenantId} and parent.id = agency.parent_id
    where agency.tenant_id = ${tenantId} and agency.id = ${agencyId}`
  return row ?? null
}
