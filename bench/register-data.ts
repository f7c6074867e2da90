// A province full of cooperatives, made by the database itself: their yearly updates and members beside them.
import { randomUUID } from 'node:crypto'
import { insertAgency } from '../src/agency/queries.ts'
import { hashPassword } from '../src/identity/password.ts'
import { insertAccount } from '../src/identity/queries.ts'
import type { Database } from '../src/store/database.ts'

export const TENANT = 1
export const LOGIN = 'lienminh'
export const PASSWORD = 'mật khẩu để đo'
const COMMUNES = 95

export interface Size {
  cooperatives: number
  /** Yearly updates of each, the last of them for `lastYear`. */
  years: number
  members: number
}

/** Fills an empty, migrated database; one officer (LOGIN) keeps all registers. */
export async function makeRegisters(
  sql: Database,
  size: Size,
  { at, lastYear }: { at: Date; lastYear: number },
) {
  await sql`insert into tenant (id, name, province_code, created_at) values (${TENANT}, 'tỉnh Thử Nghiệm', '99', ${at})`
  const agency = async (name: string, kind: 'union' | 'commune') => {
    const id = randomUUID()
    await insertAgency(sql, TENANT, id, { name, kind, code: null, parentId: null, aliases: [] }, at)
    return id
  }
  const agencyId = await agency('Liên minh Hợp tác xã tỉnh', 'union')
  const places: string[] = []
  for (let n = 1; n <= COMMUNES; n++) places.push(await agency(`UBND xã Số ${n}`, 'commune'))
  const never = { codeHash: null, codeExpiresAt: null }
  await insertAccount(sql, {
    ...{ tenantId: TENANT, id: randomUUID(), login: LOGIN, name: 'Cán bộ Liên minh', position: '' },
    ...{ role: 'focal', agencyId, passwordHash: await hashPassword(PASSWORD), ...never, at },
  })
  const { cooperatives, years, members } = size
  const own = sql`${TENANT}::int, gen_random_uuid(), 1`
  const rest = sql`'import', ${at}::timestamptz, null::uuid, 'Máy', '', null::uuid, false`
  await sql`
    insert into cooperative (tenant_id, id, version, since, act, at, account_id, actor, reason, batch_id, is_void,
      code, name, kind, status, place, address, sector, registered_on, charter_capital, members, director,
      woman_director, high_tech, value_chain)
    select ${own}, '2010-01-01'::date + n % 5000, ${rest},
      lpad(n::text, 9, '0') || '0', 'Hợp tác xã ' || (array['Nông nghiệp', 'Dịch vụ', 'Vận tải', 'Xây dựng', 'Chè', 'Cà phê', 'Hồ tiêu'])[1 + n % 7] || ' Số ' || n,
      (array['cooperative', 'cooperative', 'cooperative', 'group', 'union', 'credit-fund'])[1 + n % 6],
      (array['active', 'active', 'active', 'active', 'suspended', 'ended', 'not-at-address'])[1 + n % 7],
      (${places}::uuid[])[1 + n % ${COMMUNES}], 'Thôn ' || n % 12, (array['agriculture', 'industry', 'services'])[1 + n % 3],
      '2010-01-01'::date + n % 5000, 1000000::numeric * (n % 9000), 7 + n % 90, 'Người đại diện ' || n, n % 3 = 0, n % 11 = 0, n % 4 = 0
    from generate_series(1, ${cooperatives}::int) n`
  await sql`
    insert into yearly_update (tenant_id, id, version, since, act, at, account_id, actor, reason, batch_id, is_void,
      cooperative, year, stands_on, members, workers, revenue, profit, income_per_worker, total_capital, managers,
      trained_managers, women_managers)
    select ${own}, make_date(year, 12, 14), ${rest},
      id, year, make_date(year, 12, 14), members, members / 2, 1000000::numeric * (members * 17 + year % 7), 1000000::numeric * (members % 13),
      4000000 + 1000 * members, 1000000::numeric * members, 3, members::int % 4, members::int % 3
    from cooperative cross join generate_series(${lastYear - years + 1}::int, ${lastYear}::int) year
    where tenant_id = ${TENANT}`
  await sql`
    insert into member (tenant_id, id, version, since, act, at, account_id, actor, reason, batch_id, is_void,
      cooperative, number, name, kind, role, joined_on, capital)
    select ${own}, '2015-01-01'::date + n % 3000, ${rest},
      ids[1 + n % array_length(ids, 1)], n::text, 'Thành viên ' || n, 'official', 'member', '2015-01-01'::date + n % 3000,
      1000000 + n % 500
    from generate_series(1, ${members}::int) n
    cross join (select array_agg(id) as ids from cooperative where tenant_id = ${TENANT}) as all_of_them`
  await sql`analyze`
  return { places }
}
