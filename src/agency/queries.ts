// Questions and changes about the directory. Groups and committees: group-queries.ts.
import { Refusal } from '../base/refusal.ts'
import type { IssuingAgency } from '../paper/issuer.ts'
import type { Fragment, Sql } from '../store/database.ts'
import { moveNames } from '../store/stamp.ts'
import * as words from '../vocabulary/words.ts'
import { type Agency, type AgencyForm, agencyKey } from './agency.ts'

const AGENCY = (sql: Sql, tenantId: number) => sql`
  agency.id, agency.code, agency.name, agency.kind, agency.parent_id as "parentId", agency.aliases,
  agency.valid_from as "validFrom", agency.ended_on as "endedOn", agency.province,
  coalesce((select jsonb_agg(jsonb_build_object('name', old.name, 'until', old.until) order by old.until)
            from agency_name old where old.tenant_id = ${tenantId} and old.agency_id = agency.id), '[]') as "formerNames",
  case when agency.ended_on is not null then
    (select case when decided.to_agency_id is not null then jsonb_build_object('agency', decided.to_agency_id)
                 else jsonb_build_object('group', decided.to_group) end
     from succession decided where decided.tenant_id = ${tenantId} and decided.agency_id = agency.id
     order by decided.on_day desc, decided.decided_at desc limit 1) end as successor,
  agency.version`

/** `fullName` as the database says it, for a row of agency under this name. */
export const FULL_NAME = (sql: Sql, table: Fragment) => sql`
  case when ${table}.province is null or position(${table}.province in ${table}.name) > 0 then ${table}.name
       when ${table}.name like '% tỉnh' then ${table}.name || ' ' || ${table}.province
       else ${table}.name || ' (tỉnh ' || ${table}.province || ')' end`

/** All of them, ended ones and those of former provinces too: documents of their time still name them. */
export const listAgencies = (sql: Sql, tenantId: number) => sql<Agency[]>`
  select ${AGENCY(sql, tenantId)} from agency
  where agency.tenant_id = ${tenantId}
  order by agency.kind, agency.code collate "C" nulls last, agency.name collate "vi-x-icu", agency.id`

/** What only an old document or an act gives an agency. */
interface Past {
  province?: string | null
  endedOn?: string | null
}

/** Refuses when the name or code belongs to another agency, or when the parent is none of this province. */
export async function insertAgency(
  sql: Sql,
  tenantId: number,
  id: string,
  form: AgencyForm & Past,
  at: Date,
): Promise<void> {
  const rows = await sql`
    insert into agency (tenant_id, id, code, name, name_key, kind, parent_id, aliases, valid_from, ended_on, province,
                        created_at)
    select ${tenantId}, ${id}, ${form.code}, ${form.name}, ${agencyKey(form.name)}, ${form.kind}, ${form.parentId}::uuid,
           ${form.aliases}::text[], ${form.validFrom ?? null}::date, ${form.endedOn ?? null}::date,
           ${form.province ?? null}, ${at}
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
  const all = await sql<
    {
      id: string
      parentId: string | null
      endedOn: string | null
      province: string | null
      version: number
    }[]
  >`
    select id, parent_id as "parentId", ended_on as "endedOn", province, version from agency where tenant_id = ${tenantId} order by id for no key update`
  const there = all.find((agency) => agency.id === id)
  if (!there) throw new Refusal('missing', 'agency.missing', words.refusal.missing)
  if (there.version !== seen) throw new Refusal('stale', 'agency.stale', words.refusal.stale)
  await refuseUnknownParent(sql, tenantId, form.parentId)
  const validFrom = form.validFrom ?? null
  if (validFrom !== null && there.endedOn !== null && validFrom >= there.endedOn) {
    const message = words.succession.startsAfterEnd(there.endedOn)
    throw new Refusal('invalid', 'agency.starts-after-end', message, [{ at: 'validFrom', message }])
  }
  const parents = new Map(all.map((agency) => [agency.id, agency.parentId]))
  for (let above = form.parentId; above; above = parents.get(above) ?? null)
    if (above === id) {
      const message = words.agencyPages.underItself
      throw new Refusal('invalid', 'agency.circle', message, [{ at: 'parentId', message }])
    }
  const [clash] = await sql`
    select 1 from agency where tenant_id = ${tenantId} and id <> ${id}
      and ((code = ${form.code} and ended_on is null and ${there.endedOn}::date is null)
           or (name_key = ${agencyKey(form.name)} and parent_id is not distinct from ${form.parentId}
               and ended_on is not distinct from ${there.endedOn} and province is not distinct from ${there.province}))`
  if (clash) throw taken(form)
  await sql`
    update agency set code = ${form.code}, name = ${form.name}, name_key = ${agencyKey(form.name)}, kind = ${form.kind},
      parent_id = ${form.parentId}, aliases = ${form.aliases}, valid_from = ${validFrom}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`
  await moveNames(sql, tenantId)
}

export async function getAgency(sql: Sql, tenantId: number, id: string): Promise<Agency> {
  const [row] = await sql<Agency[]>`
    select ${AGENCY(sql, tenantId)} from agency where agency.tenant_id = ${tenantId} and agency.id = ${id}`
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
