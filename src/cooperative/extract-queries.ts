// Look-up extracts as rows, and what the register says of a cooperative today.
import { FULL_NAME } from '../agency/queries.ts'
import type { Sql } from '../store/database.ts'
import type { Extract, PublicFacts } from './extract.ts'

const ISO = (sql: Sql, column: string) =>
  sql`to_char(${sql(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** null: there is none, or it was entered by mistake. `since` is the first day of its present state. */
export async function findPublicFacts(
  sql: Sql,
  tenantId: number,
  cooperativeId: string,
): Promise<(PublicFacts & { placeId: string }) | null> {
  const [row] = await sql<(PublicFacts & { placeId: string })[]>`
    select cooperative.code, cooperative.name, cooperative.kind, cooperative.status, cooperative.sector,
      cooperative.registered_on as "registeredOn", cooperative.address,
      cooperative.charter_capital as "charterCapital", ${FULL_NAME(sql, sql`agency`)} as place,
      cooperative.place as "placeId",
      coalesce((
        select max(past.until) from register_past past
        where past.tenant_id = ${tenantId} and past.register = 'cooperative' and past.row_id = cooperative.id
          and past.row->>'status' <> cooperative.status), least(cooperative.since, cooperative.registered_on)) as since
    from cooperative
    join agency on agency.tenant_id = ${tenantId} and agency.id = cooperative.place
    where cooperative.tenant_id = ${tenantId} and cooperative.id = ${cooperativeId} and not cooperative.is_void`
  return row ?? null
}

const EXTRACT = (sql: Sql, tenantId: number) => sql`
  extract.id, extract.cooperative_id as "cooperativeId", ${tenantId}::text || '.' || extract.token as token,
  extract.purpose, extract.name as by, ${ISO(sql, 'extract.at')} as at,
  case when extract.withdrawn_at is not null then jsonb_build_object('by', extract.withdrawn_name,
    'at', ${ISO(sql, 'extract.withdrawn_at')}, 'why', extract.withdrawn_why) end as withdrawn,
  coalesce((select sum(n)::int from register_extract_view seen
            where seen.tenant_id = ${tenantId} and seen.extract_id = extract.id), 0) as views,
  (select ${ISO(sql, 'seen.last_at')} from register_extract_view seen
   where seen.tenant_id = ${tenantId} and seen.extract_id = extract.id order by seen.day desc limit 1) as "lastViewAt",
  extract.version`

/** The last first. */
export const listExtracts = (sql: Sql, tenantId: number, cooperativeId: string) => sql<Extract[]>`
  select ${EXTRACT(sql, tenantId)} from register_extract extract
  where extract.tenant_id = ${tenantId} and extract.cooperative_id = ${cooperativeId}
  order by extract.at desc, extract.id limit 100`

export async function findExtract(sql: Sql, tenantId: number, id: string): Promise<Extract | null> {
  const [row] = await sql<Extract[]>`
    select ${EXTRACT(sql, tenantId)} from register_extract extract
    where extract.tenant_id = ${tenantId} and extract.id = ${id}`
  return row ?? null
}

/** The extract behind an address, withdrawn or not. */
export async function findByToken(sql: Sql, tenantId: number, token: string): Promise<Extract | null> {
  const [row] = await sql<Extract[]>`
    select ${EXTRACT(sql, tenantId)} from register_extract extract
    where extract.tenant_id = ${tenantId} and extract.token = ${token}`
  return row ?? null
}

export const insertExtract = (
  tx: Sql,
  tenantId: number,
  row: {
    id: string
    token: string
    cooperativeId: string
    purpose: string
    accountId: string
    name: string
    at: Date
  },
) => tx`
  insert into register_extract (tenant_id, id, token, cooperative_id, purpose, account_id, name, at)
  values (${tenantId}, ${row.id}, ${row.token}, ${row.cooperativeId}, ${row.purpose}, ${row.accountId}, ${row.name},
          ${row.at})`

export async function lockExtract(
  tx: Sql,
  tenantId: number,
  id: string,
): Promise<{ cooperativeId: string; isWithdrawn: boolean; version: number } | null> {
  const [row] = await tx<{ cooperativeId: string; isWithdrawn: boolean; version: number }[]>`
    select cooperative_id as "cooperativeId", withdrawn_at is not null as "isWithdrawn", version
    from register_extract where tenant_id = ${tenantId} and id = ${id} for update`
  return row ?? null
}

export const withdrawExtract = (
  tx: Sql,
  tenantId: number,
  id: string,
  { why, name, at }: { why: string; name: string; at: Date },
) => tx`
  update register_extract set withdrawn_why = ${why}, withdrawn_name = ${name}, withdrawn_at = ${at},
    version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

export const countView = (sql: Sql, tenantId: number, extractId: string, day: string, at: Date) => sql`
  insert into register_extract_view (tenant_id, extract_id, day, n, last_at)
  values (${tenantId}, ${extractId}, ${day}, 1, ${at})
  on conflict (tenant_id, extract_id, day) do update
    set n = register_extract_view.n + 1, last_at = excluded.last_at`
