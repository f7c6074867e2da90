// Dissolution files with what is owed and held, out of the registers.
import { FULL_NAME } from '../agency/queries.ts'
import type { Sql } from '../store/database.ts'
import type { Assets, Debts } from './dissolution.ts'

export interface FileRow {
  id: string
  cooperativeId: string
  code: string
  name: string
  legalStatus: string
  placeId: string
  placeName: string
  cause: string
  status: string
  decision: string | null
  decidedOn: string
  councilOn: string | null
  deadlineOn: string | null
  note: string | null
  /** Every state the file was in, with the day from which. */
  forms: { status: string; since: string }[]
  debts: { open: number; amount: number }
  loans: { open: number; amount: number }
  assets: Pick<Assets, 'held' | 'worksHeld' | 'stateHeld'>
}

const NOTHING_OWED = { open: 0, amount: 0 }
const NOTHING_HELD = { held: 0, worksHeld: 0, stateHeld: 0 }

/** Files of the province, or of one cooperative; the oldest decision first. */
export async function listFiles(
  sql: Sql,
  tenantId: number,
  cooperativeId: string | null = null,
): Promise<FileRow[]> {
  const isOf = (column: string) => (cooperativeId ? sql`and ${sql(column)} = ${cooperativeId}::uuid` : sql``)
  const rows = await sql<FileRow[]>`
    with debt as (
      select cooperative, count(*)::int as open, sum(amount) as amount from cooperative_debt
      where tenant_id = ${tenantId} and not is_void and status in ('owed', 'frozen') ${isOf('cooperative')}
      group by cooperative
    ), loan as (
      select cooperative, count(*)::int as open, sum(amount - repaid) as amount from fund_loan
      where tenant_id = ${tenantId} and not is_void and status in ('lent', 'extended') ${isOf('cooperative')}
      group by cooperative
    ), asset as (
      select cooperative, count(*)::int as held, count(*) filter (where kind = 'work')::int as works,
        count(*) filter (where kind <> 'work' and (source = 'state' or is_indivisible))::int as state
      from cooperative_asset
      where tenant_id = ${tenantId} and not is_void and status = 'held' ${isOf('cooperative')}
      group by cooperative
    )
    select file.id, file.cooperative as "cooperativeId", cooperative.code, cooperative.name,
      cooperative.status as "legalStatus", cooperative.place as "placeId",
      ${FULL_NAME(sql, sql`agency`)} as "placeName", file.cause, file.status, file.decision,
      file.decided_on as "decidedOn", file.council_on as "councilOn", file.deadline_on as "deadlineOn", file.note,
      coalesce((select jsonb_agg(jsonb_build_object('status', past.row->>'status', 'since', past.since)
                                 order by past.version)
                from register_past past where past.tenant_id = ${tenantId} and past.register = 'dissolution'
                  and past.row_id = file.id), '[]'::jsonb)
        || jsonb_build_object('status', file.status, 'since', file.since) as forms,
      case when debt.open is not null then jsonb_build_object('open', debt.open, 'amount', debt.amount) end as debts,
      case when loan.open is not null then jsonb_build_object('open', loan.open, 'amount', loan.amount) end as loans,
      case when asset.held is not null then jsonb_build_object('held', asset.held, 'worksHeld', asset.works,
        'stateHeld', asset.state) end as assets
    from dissolution file
    join cooperative on cooperative.tenant_id = ${tenantId} and cooperative.id = file.cooperative
    join agency on agency.tenant_id = ${tenantId} and agency.id = cooperative.place
    left join debt on debt.cooperative = file.cooperative
    left join loan on loan.cooperative = file.cooperative
    left join asset on asset.cooperative = file.cooperative
    where file.tenant_id = ${tenantId} and not file.is_void ${isOf('file.cooperative')}
    order by file.decided_on, file.id`
  return rows.map((row) => ({
    ...row,
    debts: row.debts ?? NOTHING_OWED,
    loans: row.loans ?? NOTHING_OWED,
    assets: row.assets ?? NOTHING_HELD,
  }))
}

/** What is owed by kind of creditor: of one cooperative, or of all whose file is under way. */
export const listDebts = (sql: Sql, tenantId: number, cooperatives: readonly string[]) => sql<Debts>`
  select creditor_kind as kind, count(*) filter (where status in ('owed', 'frozen'))::int as open,
    coalesce(sum(amount) filter (where status in ('owed', 'frozen')), 0) as "openAmount",
    count(*) filter (where status not in ('owed', 'frozen'))::int as settled,
    coalesce(sum(amount) filter (where status not in ('owed', 'frozen')), 0) as "settledAmount"
  from cooperative_debt
  where tenant_id = ${tenantId} and not is_void and cooperative = any(${cooperatives as string[]}::uuid[])
  group by creditor_kind order by 3 desc, 1`

export async function getAssets(sql: Sql, tenantId: number, cooperativeId: string): Promise<Assets> {
  const [row] = await sql<Assets[]>`
    select count(*) filter (where status = 'held')::int as held,
      coalesce(sum(value) filter (where status = 'held'), 0) as "heldValue",
      count(*) filter (where status = 'held' and kind = 'work')::int as "worksHeld",
      count(*) filter (where status = 'held' and kind <> 'work' and (source = 'state' or is_indivisible))::int
        as "stateHeld",
      count(*) filter (where status <> 'held')::int as "passedOn",
      coalesce(sum(value) filter (where status <> 'held'), 0) as "passedValue"
    from cooperative_asset
    where tenant_id = ${tenantId} and not is_void and cooperative = ${cooperativeId}`
  return row ?? { held: 0, heldValue: 0, worksHeld: 0, stateHeld: 0, passedOn: 0, passedValue: 0 }
}

export async function getLoans(sql: Sql, tenantId: number, cooperativeId: string) {
  const [row] = await sql<{ open: number; amount: number }[]>`
    select count(*)::int as open, coalesce(sum(amount - repaid), 0) as amount from fund_loan
    where tenant_id = ${tenantId} and not is_void and status in ('lent', 'extended')
      and cooperative = ${cooperativeId}`
  return row ?? NOTHING_OWED
}
