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

/** Everything that keeps a file by its hash, beside what former rows of registers name; a test compares it with the database. */
export const FILE_USERS = [
  ['plan', 'file_hash'],
  ['plan_file', 'hash'],
  ['step_file', 'hash'],
  ['difficulty_file', 'hash'],
  ['dissemination_file', 'hash'],
  ['register_import', 'file_hash'],
  ['tracker_run', 'file_hash'],
  ['sub_plan_owed', 'file_hash'],
  ['dossier', 'file_hash'],
  ['dossier_file', 'hash'],
  ['indicator_value', 'file_hash'],
  ['indicator_object', 'file_hash'],
  ['dissolution', 'file'],
  ['support_policy', 'file'],
  ['trade_warning', 'file'],
] as const

/** Deletes the bytes of these files, but for those that something else still needs. */
export async function forgetFiles(tx: Sql, tenantId: number, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return
  const needed = FILE_USERS.map(
    ([table, column]) => tx`
      and not exists (select 1 from ${tx(table)} where ${tx(table)}.tenant_id = ${tenantId}
                      and ${tx(table)}.${tx(column)} = file.hash)`,
  )
  await tx`
    delete from file where tenant_id = ${tenantId} and hash = any(${hashes as string[]})
      and not exists (select 1 from register_past where register_past.tenant_id = ${tenantId}
                      and jsonb_path_exists(register_past.row, '$.* ? (@ == $hash)', jsonb_build_object('hash', file.hash)))
    ${needed.reduce((all, one) => tx`${all} ${one}`)}`
}
