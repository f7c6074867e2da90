// A create is carried out once per key, in one transaction; the same request sent again gets the same answer.
import { createHash } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import * as words from '../vocabulary/words.ts'
import { asJson, type Database, type Sql } from './database.ts'

export interface OnceKey {
  tenantId: number
  accountId: string
  key: string
  /** What was asked, to tell a repetition from another request under the same key. */
  request: unknown
  at: Date
}

const hashOf = (request: unknown) => createHash('sha256').update(JSON.stringify(request)).digest('hex')

/** The answer this request got before; null when it was not carried out yet. Refuses a key used for something else. */
export async function recall<T>(
  sql: Sql,
  { tenantId, accountId, key, request }: Omit<OnceKey, 'at'>,
): Promise<T | null> {
  const [seen] = await sql<{ requestHash: string; response: T }[]>`
    select request_hash as "requestHash", response from idempotency
    where tenant_id = ${tenantId} and account_id = ${accountId} and key = ${key}`
  if (seen && seen.requestHash !== hashOf(request))
    throw new Refusal('conflict', 'request.key-reused', words.refusal.keyReused)
  return seen?.response ?? null
}

/** Runs `write` in a transaction and keeps its answer (plain JSON). Refuses a key already used for something else. */
export async function once<T>(
  sql: Database,
  { tenantId, accountId, key, request, at }: OnceKey,
  write: (tx: Sql) => Promise<T>,
): Promise<T> {
  const hash = hashOf(request)
  return (await sql.begin(async (tx) => {
    const claimed = await tx`
      insert into idempotency (tenant_id, account_id, key, request_hash, at)
      values (${tenantId}, ${accountId}, ${key}, ${hash}, ${at})
      on conflict do nothing returning key`
    if (claimed.length === 0) return recall<T>(tx, { tenantId, accountId, key, request })
    const response = await write(tx)
    await tx`
      update idempotency set response = ${tx.json(asJson(response ?? null))}
      where tenant_id = ${tenantId} and account_id = ${accountId} and key = ${key}`
    return response
  })) as T
}
