// Questions and changes about the directory.
import { Refusal } from '../base/refusal.ts'
import type { Sql } from '../store/database.ts'
import { words } from '../vocabulary/words.ts'
import { type Agency, type AgencyForm, agencyKey } from './agency.ts'

export const listAgencies = (sql: Sql, tenantId: number) => sql<Agency[]>`
  select id, code, name, kind, parent_id as "parentId", aliases, version from agency
  where tenant_id = ${tenantId}
  order by kind, code collate "C" nulls last, name collate "vi-x-icu", id`

export async function insertAgency(
  sql: Sql,
  tenantId: number,
  id: string,
  form: AgencyForm,
  at: Date,
): Promise<void> {
  const [clash] = await sql<{ name: string }[]>`
    insert into agency (tenant_id, id, code, name, name_key, kind, parent_id, aliases, created_at)
    values (${tenantId}, ${id}, ${form.code}, ${form.name}, ${agencyKey(form.name)}, ${form.kind}, ${form.parentId},
            ${form.aliases}, ${at})
    on conflict do nothing returning id as name`
  if (!clash) throw new Refusal('conflict', 'agency.taken', words.agency.taken(form.name))
}

/** Refuses when the version seen is old, or when the code or name belongs to another agency. */
export async function updateAgency(
  sql: Sql,
  tenantId: number,
  id: string,
  seen: number,
  form: AgencyForm,
): Promise<void> {
  const [clash] = await sql`
    select 1 from agency where tenant_id = ${tenantId} and id <> ${id}
      and (code = ${form.code} or (name_key = ${agencyKey(form.name)} and parent_id is not distinct from ${form.parentId}))`
  if (clash) throw new Refusal('conflict', 'agency.taken', words.agency.taken(form.name))
  const rows = await sql`
    update agency set code = ${form.code}, name = ${form.name}, name_key = ${agencyKey(form.name)}, kind = ${form.kind},
      parent_id = ${form.parentId}, aliases = ${form.aliases}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and version = ${seen} returning id`
  if (rows.length === 1) return
  const [there] = await sql`select 1 from agency where tenant_id = ${tenantId} and id = ${id}`
  throw there
    ? new Refusal('stale', 'agency.stale', words.refusal.stale)
    : new Refusal('missing', 'agency.missing', words.refusal.missing)
}
