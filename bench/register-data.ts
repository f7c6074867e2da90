// A made-up province of registers: cooperatives with yearly updates and members, written by the database itself. Every
// value follows from the number of its row; nothing is random.

import { taxCode } from '../src/setup/register-sample.ts'
import type { Database } from '../src/store/database.ts'

export interface RegisterSize {
  cooperatives: number
  /** Yearly updates of each cooperative, the last one of 2025. */
  years: number
  members: number
}

export const SIZE: RegisterSize = { cooperatives: 50_000, years: 10, members: 500_000 }

const KINDS = ['cooperative', 'cooperative', 'cooperative', 'group', 'group', 'credit-fund']
const STATUSES = ['active', 'active', 'active', 'active', 'active', 'suspended', 'not-at-address', 'ended']
const SECTORS = ['agriculture', 'agriculture', 'agriculture', 'industry', 'services']
const TRADES = [
  'Nông nghiệp',
  'Chè',
  'Rau an toàn',
  'Cây ăn quả',
  'Dược liệu',
  'Thủy sản',
  'Vận tải',
  'Mật ong',
]
const FIRST = [
  'Mây',
  'Suối',
  'Trăng',
  'Gió',
  'Sương',
  'Nắng',
  'Sao',
  'Rừng',
  'Đồi',
  'Thung',
  'Khe',
  'Bến',
  'Nương',
]
const SECOND = [
  'Hồng',
  'Bạc',
  'Biếc',
  'Ngàn',
  'Sớm',
  'Thơm',
  'Vàng',
  'Lam',
  'Ngọc',
  'Xanh',
  'Tím',
  'Non',
  'Mơ',
  'Ca',
]
const FAMILIES = ['Nông', 'Quách', 'Lục', 'Hứa', 'Tòng', 'Giàng', 'Ma', 'Bế', 'Lương', 'Phùng', 'Triệu']

/** The id of a row by the register's sign and its number: the same wherever it is asked. */
export const idOf = (sign: string, n: number | string) => `md5('${sign}' || ${n})::uuid`

/**
 * Fills a province that has its communes: cooperatives, a tenth of which changed since they were entered, their updates
 * and members. `places`: the communes. Asks for a superuser, as the embedded engine has.
 */
export async function makeRegisters(
  sql: Database,
  tenantId: number,
  places: readonly string[],
  now: Date,
  { cooperatives, years, members }: RegisterSize = SIZE,
): Promise<void> {
  const own = `'create', '${now.toISOString()}'::timestamptz, null::uuid, 'Đo Đạc', '', null::uuid, false`
  const ownNames = 'tenant_id, id, version, since, act, at, account_id, actor, reason, batch_id, is_void'
  const of = (list: readonly string[], by: string) =>
    `(array[${list.map((one) => `'${one}'`).join(',')}])[1 + (${by}) % ${list.length}]`
  const codes = Array.from({ length: cooperatives }, (_, i) => taxCode(i, false))
  await sql.begin(async (tx) => {
    // As any bulk load would: indexes afterwards, and no foreign key asked row by row of what is right by its making.
    await tx`set local session_replication_role = replica`
    await tx`set local maintenance_work_mem = '256MB'`
    const indexes = await tx<{ name: string; made: string }[]>`
      select indexname as name, indexdef as made from pg_indexes
      where schemaname = 'public' and tablename in ('cooperative', 'yearly_update', 'member') and indexname not like '%_pkey'`
    for (const { name } of indexes) await tx`drop index ${tx(name)}`
    await tx.unsafe(
      `insert into cooperative (${ownNames}, code, name, kind, status, place, sector, registered_on, charter_capital, members,
         director, woman_director, high_tech, value_chain, difficult_area, business)
       select ${tenantId}, ${idOf('cooperative', 'n')}, 1, day, ${own}, code,
         'Hợp tác xã ' || ${of(TRADES, 'n')} || ' ' || ${of(FIRST, 'n / 7')} || ' ' || ${of(SECOND, 'n / 91')} || ' ' || n,
         ${of(KINDS, 'n')}, ${of(STATUSES, 'n / 3')}, ($2::uuid[])[1 + n % $3::int], ${of(SECTORS, 'n')}, day,
         (1 + n % 90) * 50000000::bigint, 7 + n % 140, ${of(FAMILIES, 'n')} || ' ' || ${of(SECOND, 'n')}, n % 4 = 0, n % 11 = 0,
         n % 5 = 0, n % 6 = 0, ${of(TRADES, 'n')}
       from unnest($1::text[]) with ordinality as new (code, ordinal)
       cross join lateral (select ordinal::int - 1 as n) as numbered
       cross join lateral (select '2005-01-01'::date + (n * 37) % 7200 as day) as dated`,
      [codes, places as string[], places.length],
    )
    await tx.unsafe(
      `insert into register_past (tenant_id, register, row_id, version, since, until, row)
       select ${tenantId}, 'cooperative', id, 1, since, '2025-12-14', to_jsonb(cooperative) - 'search' || '{"members": 9}'
       from cooperative where tenant_id = ${tenantId} and abs(hashtext(id::text)) % 10 = 0 and since < '2025-12-14'`,
    )
    await tx.unsafe(
      `update cooperative set version = 2, since = '2025-12-14', act = 'change'
       where tenant_id = ${tenantId} and abs(hashtext(id::text)) % 10 = 0 and since < '2025-12-14'`,
    )
    await tx.unsafe(
      `insert into yearly_update (${ownNames}, cooperative, year, stands_on, members, new_members, left_members, workers, revenue,
         member_revenue, profit, income_per_worker, total_capital, assets, debt, indivisible_fund, outer_income, fund_added,
         tax_paid, managers, trained_managers, women_managers)
       select ${tenantId}, ${idOf('update', "n || '-' || year")}, 1, make_date(year, 12, 14), ${own},
         ${idOf('cooperative', 'n')}, year, make_date(year, 12, 14), 7 + n % 140, n % 9, n % 3, 3 + n % 40,
         (100 + (n * 13 + year) % 5000) * 1000000::bigint, (50 + n % 900) * 1000000::bigint,
         (n % 300 - 40) * 1000000::bigint, (40 + n % 60) * 1000000::bigint, (200 + n % 4000) * 1000000::bigint,
         (150 + n % 3000) * 1000000::bigint, (n % 800) * 1000000::bigint, (n % 200) * 1000000::bigint,
         (n % 400) * 1000000::bigint, (n % 30) * 1000000::bigint, (n % 50) * 1000000::bigint, 5, n % 6, n % 3
       from generate_series(0, ${cooperatives - 1}) as n
       cross join generate_series(${2026 - years}, 2025) as year`,
    )
    await tx.unsafe(
      `insert into member (${ownNames}, cooperative, number, name, kind, role, gender, birth_year, capital, joined_on, graduated)
       select ${tenantId}, ${idOf('member', 'n')}, 1, '2020-01-01'::date + n % 2000, ${own},
         ${idOf('cooperative', `n % ${cooperatives}`)}, (n / ${cooperatives})::text,
         ${of(FAMILIES, 'n')} || ' ' || ${of(FIRST, 'n / 11')} || ' ' || ${of(SECOND, 'n / 143')} || ' ' || n,
         case when n % 12 = 0 then 'linked' else 'official' end,
         case when n < ${cooperatives} then 'director' else 'member' end,
         case when n % 2 = 0 then 'female' else 'male' end, 1960 + n % 45, (n % 40) * 5000000::bigint,
         '2020-01-01'::date + n % 2000, n % 7 = 0
       from generate_series(0, ${members - 1}) as n`,
    )
    for (const { made } of indexes) await tx.unsafe(made)
  })
  await sql`vacuum analyze cooperative, yearly_update, member, register_past`
}
