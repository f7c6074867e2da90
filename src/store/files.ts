// Files by the hash of their bytes: the same paper attached twice is stored once per tenant.
import { createHash } from 'node:crypto'
import type { Sql } from './database.ts'

/** Stores the bytes and returns their SHA-256 as hex. */
export async function storeFile(sql: Sql, tenantId: number, bytes: Uint8Array, at: Date): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  await sql`
    insert into file (tenant_id, hash, bytes, size, created_at)
    values (${tenantId}, ${hash}, ${Buffer.from(bytes)}, ${bytes.length}, ${at})
    on conflict do nothing`
  return hash
}
