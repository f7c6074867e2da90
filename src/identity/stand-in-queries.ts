// Questions and changes about who stands in for whom.
import type { Sql } from '../store/database.ts'
import type { Role } from '../vocabulary/role.ts'
import type { Person, Place } from './stand-in.ts'

export interface PersonRow extends Place {
  name: string
  position: string
  agencyName: string | null
}

/** The columns of a person, with the agency over an internal unit and the one above that. */
const PERSON = (sql: Sql) => sql`
  account.id, account.name, account.position, account.role, agency.id as "agencyId", agency.name as "agencyName",
  case when agency.kind = 'unit' then agency.parent_id end as "unitOf",
  case when agency.kind = 'unit' then above.parent_id else agency.parent_id end as above`

const FROM_PERSON = (sql: Sql) => sql`
  account
  left join agency on agency.tenant_id = account.tenant_id and agency.id = account.agency_id
  left join agency above on above.tenant_id = agency.tenant_id and above.id = agency.parent_id`

/** Active people by id; with `withStopped` also those who have left. */
export const listPlaces = (
  sql: Sql,
  tenantId: number,
  ids: readonly string[],
  { withStopped = false } = {},
) => sql<PersonRow[]>`
  select ${PERSON(sql)} from ${FROM_PERSON(sql)}
  where account.tenant_id = ${tenantId} and account.id = any(${ids as string[]}::uuid[])
    ${withStopped ? sql`` : sql`and account.is_active`}`

/** Active people of these agencies and their units, null for all, found without diacritics; heads first. */
export const listPeople = (
  sql: Sql,
  tenantId: number,
  { agencies, search, limit }: { agencies: readonly string[] | null; search: string; limit: number },
) => sql<PersonRow[]>`
  select ${PERSON(sql)} from ${FROM_PERSON(sql)}
  where account.tenant_id = ${tenantId} and account.is_active
    ${agencies === null ? sql`` : sql`and (agency.id = any(${agencies as string[]}::uuid[]) or (agency.kind = 'unit' and agency.parent_id = any(${agencies as string[]}::uuid[])))`}
    ${search ? sql`and strpos(fold(concat_ws(' ', account.name, account.login, account.position, agency.name)), fold(${search})) > 0` : sql``}
  order by coalesce(agency.name, '') collate "vi-x-icu", account.role <> 'head', account.name collate "vi-x-icu", account.id
  limit ${limit}`

export interface StandInRow {
  id: string
  absent: Person
  standIn: Person
  fromDay: string
  toDay: string
  reason: string
  endedOn: string | null
  version: number
  absentPlace: Place
}

export interface StandInPlace {
  fromDay: string
  id: string
}

const PERSON_JSON = (sql: Sql, account: string, agency: string) => sql`
  jsonb_build_object('id', ${sql(account)}.id, 'name', ${sql(account)}.name, 'position', ${sql(account)}.position,
    'role', ${sql(account)}.role,
    'agency', case when ${sql(agency)}.id is not null then jsonb_build_object('id', ${sql(agency)}.id, 'name', ${sql(agency)}.name) end)`

/**
 * The latest first. `agencies` null: of the whole province; else those whose absent person works there, and always
 * those of the reader.
 */
export const listStandIns = (
  sql: Sql,
  tenantId: number,
  { accountId, agencies }: { accountId: string; agencies: readonly string[] | null },
  { after, limit }: { after: StandInPlace | null; limit: number },
) => sql<StandInRow[]>`
  select stand_in.id, stand_in.from_day as "fromDay", stand_in.to_day as "toDay", stand_in.reason,
         stand_in.ended_on as "endedOn", stand_in.version,
         ${PERSON_JSON(sql, 'absent', 'absent_agency')} as absent, ${PERSON_JSON(sql, 'person', 'agency')} as "standIn",
         jsonb_build_object('id', absent.id, 'role', absent.role, 'agencyId', absent.agency_id, 'unitOf',
           case when absent_agency.kind = 'unit' then absent_agency.parent_id end, 'above', null) as "absentPlace"
  from stand_in
  join account absent on absent.tenant_id = stand_in.tenant_id and absent.id = stand_in.account_id
  join account person on person.tenant_id = stand_in.tenant_id and person.id = stand_in.stand_in_id
  left join agency absent_agency on absent_agency.tenant_id = absent.tenant_id and absent_agency.id = absent.agency_id
  left join agency on agency.tenant_id = person.tenant_id and agency.id = person.agency_id
  where stand_in.tenant_id = ${tenantId}
    ${
      agencies === null
        ? sql``
        : sql`and (stand_in.account_id = ${accountId} or stand_in.stand_in_id = ${accountId}
               or absent_agency.id = any(${agencies as string[]}::uuid[])
               or (absent_agency.kind = 'unit' and absent_agency.parent_id = any(${agencies as string[]}::uuid[])))`
    }
    ${after ? sql`and (stand_in.from_day, stand_in.id) < (${after.fromDay}::date, ${after.id}::uuid)` : sql``}
  order by stand_in.from_day desc, stand_in.id desc
  limit ${limit}`

export interface StandInEntry {
  id: string
  accountId: string
  standInId: string
  fromDay: string
  toDay: string
  endedOn: string | null
  version: number
}

/** Locks the two people, so that what is decided about them at once is decided one after the other. */
export const lockPeople = (tx: Sql, tenantId: number, ids: readonly string[]) => tx`
  select id from account where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[]) order by id for no key update`

/** What of these days stands against it: somebody acts for either already, or the absent one acts for somebody. */
export const listClashes = (
  sql: Sql,
  tenantId: number,
  form: { accountId: string; standInId: string; fromDay: string; toDay: string },
) => sql<{ accountId: string; standInId: string; fromDay: string; toDay: string; name: string }[]>`
  select stand_in.account_id as "accountId", stand_in.stand_in_id as "standInId", stand_in.from_day as "fromDay",
         stand_in.to_day as "toDay", person.name
  from stand_in
  join account person on person.tenant_id = stand_in.tenant_id
    and person.id = case when stand_in.stand_in_id = ${form.accountId} then stand_in.account_id else stand_in.stand_in_id end
  where stand_in.tenant_id = ${tenantId} and stand_in.ended_on is null
    and stand_in.from_day <= ${form.toDay} and stand_in.to_day >= ${form.fromDay}
    and (stand_in.account_id in (${form.accountId}, ${form.standInId}) or stand_in.stand_in_id = ${form.accountId})
  order by stand_in.from_day, stand_in.id`

export const insertStandIn = (
  tx: Sql,
  tenantId: number,
  entry: {
    id: string
    accountId: string
    standInId: string
    fromDay: string
    toDay: string
    reason: string
    createdBy: string
    at: Date
  },
) => tx`
  insert into stand_in (tenant_id, id, account_id, stand_in_id, from_day, to_day, reason, created_by, created_at)
  values (${tenantId}, ${entry.id}, ${entry.accountId}, ${entry.standInId}, ${entry.fromDay}, ${entry.toDay},
          ${entry.reason}, ${entry.createdBy}, ${entry.at})`

export async function findStandIn(tx: Sql, tenantId: number, id: string): Promise<StandInEntry | null> {
  const [row] = await tx<StandInEntry[]>`
    select id, account_id as "accountId", stand_in_id as "standInId", from_day as "fromDay", to_day as "toDay",
           ended_on as "endedOn", version
    from stand_in where tenant_id = ${tenantId} and id = ${id} for no key update`
  return row ?? null
}

export const endStandIn = (tx: Sql, tenantId: number, id: string, today: string) => tx`
  update stand_in set ended_on = ${today}, version = version + 1 where tenant_id = ${tenantId} and id = ${id}`

/** All that have not run out, of a person who leaves: on either side. Returns their ids. */
export async function endStandInsOf(
  tx: Sql,
  tenantId: number,
  accountId: string,
  today: string,
): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    update stand_in set ended_on = ${today}, version = version + 1
    where tenant_id = ${tenantId} and (account_id = ${accountId} or stand_in_id = ${accountId})
      and ended_on is null and to_day >= ${today}
    returning id`
  return rows.map(({ id }) => id)
}

export interface StandingRow {
  accountId: string
  standInId: string
  absentName: string
  absentRole: Role
  absentAgency: string | null
  standInName: string
  toDay: string
}

/** Who acts for whom today, as far as it touches this person. */
export const listStandings = (sql: Sql, tenantId: number, accountId: string, today: string) => sql<
  StandingRow[]
>`
  select stand_in.account_id as "accountId", stand_in.stand_in_id as "standInId", absent.name as "absentName",
         absent.role as "absentRole", agency.name as "absentAgency", person.name as "standInName",
         stand_in.to_day as "toDay"
  from stand_in
  join account absent on absent.tenant_id = stand_in.tenant_id and absent.id = stand_in.account_id and absent.is_active
  join account person on person.tenant_id = stand_in.tenant_id and person.id = stand_in.stand_in_id and person.is_active
  left join agency on agency.tenant_id = absent.tenant_id and agency.id = absent.agency_id
  where stand_in.tenant_id = ${tenantId} and (stand_in.account_id = ${accountId} or stand_in.stand_in_id = ${accountId})
    and stand_in.ended_on is null and ${today} between stand_in.from_day and stand_in.to_day
  order by stand_in.from_day, stand_in.id`
