// Stamps: numbers that grow whenever something that lists of work show has changed, so that an answer kept in memory
// is known to be still right. One for each of 64 shares of the agencies, and one for names, which any list may show.
import type { Sql } from './database.ts'

const SHARDS = 64
/** The stamp of what is not one agency's: names of people and agencies, the words of duties, who oversees a plan. */
const NAMES = SHARDS
/** An id is random: its first figures spread the agencies over the stamps. */
const shardOf = (agencyId: string): number => Number.parseInt(agencyId.slice(0, 2), 16) % SHARDS

/**
 * Marks that work of these agencies changed. Call it last in a transaction, but for the audit: whoever changes work of
 * an agency of the same share waits from here on.
 */
export const moveStamps = (tx: Sql, tenantId: number, agencyIds: Iterable<string>) =>
  move(tx, tenantId, [...new Set([...agencyIds].map(shardOf))])

/** Marks that names changed which lists of any agency may show; after `moveStamps` where both are moved. */
export const moveNames = (tx: Sql, tenantId: number) => move(tx, tenantId, [NAMES])

async function move(tx: Sql, tenantId: number, shards: number[]): Promise<void> {
  if (shards.length === 0) return
  await tx`
    insert into work_stamp (tenant_id, shard, n)
    select ${tenantId}::int, shard, 1
    from unnest(${shards.sort((a, b) => a - b)}::int[]) as change (shard) order by shard
    on conflict (tenant_id, shard) do update set n = work_stamp.n + 1`
}

/**
 * The sum of the stamps: while it stays, every list and figure about work stays. Of some agencies: their lists. Read
 * it before what is to be kept.
 */
export async function readStamp(
  sql: Sql,
  tenantId: number,
  agencyIds: readonly string[] | null = null,
): Promise<number> {
  const shards = agencyIds && [NAMES, ...agencyIds.map(shardOf)]
  const [row] = await sql<{ n: number }[]>`
    select coalesce(sum(n), 0)::bigint as n from work_stamp
    where tenant_id = ${tenantId} ${shards ? sql`and shard = any(${shards}::int[])` : sql``}`
  return row?.n ?? 0
}
