// Questions and changes about people. `sql` is the connection or the transaction.
import { Refusal } from '../base/refusal.ts'
import type { Actor, Capacity } from '../http/actor.ts'
import type { Sql } from '../store/database.ts'
import { moveNames } from '../store/stamp.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import { SAMPLE_LOGIN } from './identity.ts'

export interface AccountRow {
  tenantId: number
  id: string
  login: string
  name: string
  position: string
  role: Role
  agencyId: string | null
  agencyName: string | null
  passwordHash: string | null
  codeHash: string | null
  codeExpiresAt: Date | null
  isActive: boolean
  version: number
}

const ACCOUNT = (sql: Sql) => sql`
  account.tenant_id as "tenantId", account.id, account.login, account.name, account.position, account.role,
  account.agency_id as "agencyId", agency.name as "agencyName", account.password_hash as "passwordHash",
  account.code_hash as "codeHash", account.code_expires_at as "codeExpiresAt", account.is_active as "isActive",
  account.version`

export async function findAccountByLogin(sql: Sql, login: string): Promise<AccountRow | null> {
  const [place] = await sql<{ tenantId: number; accountId: string }[]>`
    select tenant_id as "tenantId", account_id as "accountId" from login where name = ${login}`
  return place ? findAccount(sql, place.tenantId, place.accountId) : null
}

export async function findAccount(sql: Sql, tenantId: number, id: string): Promise<AccountRow | null> {
  const [row] = await sql<AccountRow[]>`
    select ${ACCOUNT(sql)} from account
    left join agency on agency.tenant_id = account.tenant_id and agency.id = account.agency_id
    where account.tenant_id = ${tenantId} and account.id = ${id}`
  return row ?? null
}

/** Where a page of accounts ends: the values it is sorted by. */
export interface AccountPlace {
  agency: string
  name: string
  id: string
}

/** By agency and name in Vietnamese order; `search` without diacritics, in name, sign-in name, agency, position. */
export const listAccounts = (
  sql: Sql,
  tenantId: number,
  { search, after, limit }: { search: string; after: AccountPlace | null; limit: number },
) => sql<AccountRow[]>`
  select ${ACCOUNT(sql)} from account
  left join agency on agency.tenant_id = account.tenant_id and agency.id = account.agency_id
  where account.tenant_id = ${tenantId}
    ${search ? sql`and strpos(fold(concat_ws(' ', account.name, account.login, account.position, agency.name)), fold(${search})) > 0` : sql``}
    ${
      after
        ? sql`and (coalesce(agency.name, '') collate "vi-x-icu", account.name collate "vi-x-icu", account.id)
                > (${after.agency}::text collate "vi-x-icu", ${after.name}::text collate "vi-x-icu", ${after.id}::uuid)`
        : sql``
    }
  order by coalesce(agency.name, '') collate "vi-x-icu", account.name collate "vi-x-icu", account.id
  limit ${limit}`

/**
 * Those of the wanted sign-in names, and of names made by counting up from them, that are taken in any province.
 */
export async function listTakenLogins(sql: Sql, wanted: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ name: string }[]>`
    select name from login where name = any(${wanted as string[]}) or rtrim(name, '0123456789') = any(${wanted as string[]})`
  return new Set(rows.map((row) => row.name))
}

/** Whether people may be put into it: it is there, and has not ended. */
export async function isAgency(sql: Sql, tenantId: number, id: string): Promise<boolean> {
  const [row] = await sql`
    select 1 from agency where tenant_id = ${tenantId} and id = ${id} and ended_on is null`
  return row !== undefined
}

/** Locks the active administrators other than this one; how many they are. */
export async function countOtherAdmins(sql: Sql, tenantId: number, accountId: string): Promise<number> {
  const rows = await sql<{ id: string }[]>`
    select id from account where tenant_id = ${tenantId} and role = 'admin' and is_active order by id for no key update`
  return rows.filter((row) => row.id !== accountId).length
}

export interface NewAccount {
  tenantId: number
  id: string
  login: string
  name: string
  position: string
  role: Role
  agencyId: string | null
  passwordHash: string | null
  codeHash: string | null
  codeExpiresAt: Date | null
  at: Date
}

/**
 * The sign-in name as kept, or null when it is taken, in this province or another: names are unique over all of
 * them, so those of the sample province carry its mark and never take a real person's.
 */
export async function insertAccount(sql: Sql, account: NewAccount): Promise<string | null> {
  const [tenant] = await sql<{ isSample: boolean }[]>`
    select is_sample as "isSample" from tenant where id = ${account.tenantId}`
  const login =
    tenant?.isSample && !account.login.startsWith(SAMPLE_LOGIN) ? SAMPLE_LOGIN + account.login : account.login
  const claimed = await sql`
    insert into login (name, tenant_id, account_id) values (${login}, ${account.tenantId}, ${account.id})
    on conflict do nothing returning name`
  if (claimed.length === 0) return null
  await sql`
    insert into account (tenant_id, id, login, name, position, role, agency_id, password_hash, code_hash, code_expires_at, created_at)
    values (${account.tenantId}, ${account.id}, ${login}, ${account.name}, ${account.position}, ${account.role},
            ${account.agencyId}, ${account.passwordHash}, ${account.codeHash}, ${account.codeExpiresAt}, ${account.at})`
  return login
}

export interface SessionRow extends Actor {
  mustSetPassword: boolean
}

interface ActorRow extends Omit<SessionRow, 'capacities'> {
  unitOf: string | null
  standsIn: boolean
}

const ACTOR = (sql: Sql, tenantId: number, today: string) => sql`
  account.id as "accountId", account.tenant_id as "tenantId", account.name, account.role,
  account.agency_id as "agencyId", unit.parent_id as "unitOf",
  account.password_hash is null and account.code_hash is not null as "mustSetPassword",
  exists (select 1 from stand_in where stand_in.tenant_id = ${tenantId} and stand_in.stand_in_id = account.id
          and ${today} between stand_in.from_day and stand_in.to_day and stand_in.ended_on is null) as "standsIn"`

/** Few people stand in for somebody: only for them a second question is asked. */
async function withCapacities(
  sql: Sql,
  { unitOf, standsIn, ...row }: ActorRow,
  today: string,
): Promise<SessionRow> {
  const own: Capacity = { forAccountId: null, role: row.role, agencyId: row.agencyId, unitOf }
  return {
    ...row,
    capacities: standsIn ? [own, ...(await listStoodInFor(sql, row.tenantId, row.accountId, today))] : [own],
  }
}

const listStoodInFor = (sql: Sql, tenantId: number, accountId: string, today: string) => sql<Capacity[]>`
  select absent.id as "forAccountId", absent.role, absent.agency_id as "agencyId", unit.parent_id as "unitOf"
  from stand_in
  join account absent on absent.tenant_id = ${tenantId} and absent.id = stand_in.account_id and absent.is_active
  left join agency unit on unit.tenant_id = ${tenantId} and unit.id = absent.agency_id and unit.kind = 'unit'
  where stand_in.tenant_id = ${tenantId} and stand_in.stand_in_id = ${accountId}
    and ${today} between stand_in.from_day and stand_in.to_day and stand_in.ended_on is null
  order by stand_in.from_day, absent.id`

export async function findSession(
  sql: Sql,
  tenantId: number,
  tokenHash: string,
  { now, today }: { now: Date; today: string },
): Promise<SessionRow | null> {
  const [row] = await sql<ActorRow[]>`
    select ${ACTOR(sql, tenantId, today)}
    from session
    join account on account.tenant_id = session.tenant_id and account.id = session.account_id
    left join agency unit on unit.tenant_id = ${tenantId} and unit.id = account.agency_id and unit.kind = 'unit'
    where session.tenant_id = ${tenantId} and session.token_hash = ${tokenHash} and session.expires_at > ${now}
      and account.is_active`
  return row ? withCapacities(sql, row, today) : null
}

/** The person as the rules see them on `today`, without a session: for commands and the sample's story. */
export async function getActor(sql: Sql, tenantId: number, accountId: string, today: string): Promise<Actor> {
  const [row] = await sql<ActorRow[]>`
    select ${ACTOR(sql, tenantId, today)}
    from account
    left join agency unit on unit.tenant_id = ${tenantId} and unit.id = account.agency_id and unit.kind = 'unit'
    where account.tenant_id = ${tenantId} and account.id = ${accountId} and account.is_active`
  if (!row) throw new Refusal('missing', 'account.missing', words.refusal.missing)
  const { mustSetPassword: _, ...actor } = await withCapacities(sql, row, today)
  return actor
}

/**
 * Who acts at the machine itself: the person of this sign-in name, else the first administrator of the only province
 * (the sample counts where there is no other). Refuses when nobody can be told.
 */
export async function findPerson(sql: Sql, login: string | null, today: string): Promise<Actor> {
  if (login !== null) {
    const [row] = await sql<{ tenantId: number; accountId: string }[]>`
      select login.tenant_id as "tenantId", account.id as "accountId" from login
      join account on account.tenant_id = login.tenant_id and account.id = login.account_id and account.is_active
      where login.name = ${login.toLowerCase()}`
    if (!row) throw new Refusal('missing', 'account.missing', words.cli.noAccount(login))
    return getActor(sql, row.tenantId, row.accountId, today)
  }
  const provinces = await sql<{ id: number; isSample: boolean }[]>`
    select id, is_sample as "isSample" from tenant order by is_sample, id`
  const real = provinces.filter(({ isSample }) => !isSample)
  const [province] = provinces
  if (!province) throw new Refusal('missing', 'province.missing', words.cli.noProvince)
  if (real.length > 1) throw new Refusal('invalid', 'province.several', words.cli.severalProvinces)
  const [admin] = await sql<{ id: string }[]>`
    select id from account where tenant_id = ${province.id} and role = 'admin' and is_active
    order by created_at, id limit 1`
  if (!admin) throw new Refusal('missing', 'account.missing', words.cli.noAdmin)
  return getActor(sql, province.id, admin.id, today)
}

export const insertSession = (
  sql: Sql,
  session: { tenantId: number; id: string; tokenHash: string; accountId: string; at: Date; expiresAt: Date },
) => sql`
  insert into session (tenant_id, id, token_hash, account_id, created_at, expires_at)
  values (${session.tenantId}, ${session.id}, ${session.tokenHash}, ${session.accountId}, ${session.at}, ${session.expiresAt})`

export const deleteSession = (sql: Sql, tenantId: number, tokenHash: string) => sql`
  delete from session where tenant_id = ${tenantId} and token_hash = ${tokenHash}`

/** After a new password every other sign-in of the account ends. */
export const deleteSessionsOf = (sql: Sql, tenantId: number, accountId: string) => sql`
  delete from session where tenant_id = ${tenantId} and account_id = ${accountId}`

export const setPassword = (sql: Sql, tenantId: number, accountId: string, passwordHash: string) => sql`
  update account set password_hash = ${passwordHash}, code_hash = null, code_expires_at = null, version = version + 1
  where tenant_id = ${tenantId} and id = ${accountId}`

/** The old password ends with the new code: whoever asked for it had lost it. False when the version seen is old. */
export async function setCode(
  sql: Sql,
  tenantId: number,
  accountId: string,
  seen: number,
  code: { hash: string; expiresAt: Date },
): Promise<boolean> {
  const rows = await sql`
    update account set password_hash = null, code_hash = ${code.hash}, code_expires_at = ${code.expiresAt},
      version = version + 1
    where tenant_id = ${tenantId} and id = ${accountId} and version = ${seen} returning id`
  return rows.length === 1
}

/** False when the version seen is no longer the current one. */
export async function updateAccount(
  sql: Sql,
  tenantId: number,
  id: string,
  seen: number,
  change: { name: string; position: string; role: Role; agencyId: string | null; isActive: boolean },
): Promise<boolean> {
  const rows = await sql`
    update account set name = ${change.name}, position = ${change.position}, role = ${change.role},
      agency_id = ${change.agencyId}, is_active = ${change.isActive}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and version = ${seen} returning id`
  if (rows.length === 1) await moveNames(sql, tenantId)
  return rows.length === 1
}
