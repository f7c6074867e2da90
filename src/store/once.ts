// A create is carried out once per key, in one transaction; the same request sent again gets the same answer.
import { createHash } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import { words } from '../vocabulary/words.ts'
import { asJson, type Database, type Sql } from './database.ts'

export interface OnceKey {
  tenantId: number
  accountId: string
  key: string
  /** What was asked, to tell a repetition from another request under the same key. */
  request: unknown
  at: Date
}

/** Runs `write` in a transaction and keeps its answer (plain JSON). Refuses a key already used for something else. */
export async function once<T>(
  sql: Database,
  { tenantId, accountId, key, request, at }: OnceKey,
  write: (tx: Sql) => Promise<T>,
): Promise<T> {
  const hash = createHash('sha256').update(JSON.stringify(request)).digest('hex')
  return (await sql.begin(async (tx) => {
    const claimed = await tx`
      insert into idempotency (tenant_id, account_id, key, request_hash, at)
      values (${tenantId}, ${accountId}, ${key}, ${hash}, ${at})
      on conflict do nothing returning key`
    if (claimed.length === 0) {
      const [seen] = await tx<{ requestHash: string; response: T }[]>`
        select request_hash as "requestHash", response from idempotency
        where tenant_id = ${tenantId} and account_id = ${accountId} and key = ${key}`
      if (seen?.requestHash !== hash)
        throw new Refusal('conflict', 'request.key-reused', words.refusal.keyReused)
      return seen.response
    }
    const response = await write(tx)
    await tx`
      update idempotency set response = ${tx.json(asJson(response ?? null))}
      where tenant_id = ${tenantId} and account_id = ${accountId} and key = ${key}`
    return response
  })) as T
}
