// db/NNNN-*.sql, forward only, each in its own transaction, under one lock so that two servers may start at once.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './database.ts'

const FOLDER = join(import.meta.dirname, '../../db')
const LOCK = 20_260_001

/** Applies what is missing; returns the names of the files applied. Throws when a file fails or is unknown. */
export async function migrate(sql: Database, folder = FOLDER): Promise<string[]> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const session = await sql.reserve()
  try {
    await session`select pg_advisory_lock(${LOCK})`
    await session`create table if not exists migration (name text primary key, applied_at timestamptz not null default now())`
    const applied = new Set(
      (await session<{ name: string }[]>`select name from migration`).map((row) => row.name),
    )
    const newer = [...applied].find((name) => !files.includes(name))
    if (newer) throw new Error(`The database was written by a newer version (${newer}); start that version.`)
    const missing = files.filter((name) => !applied.has(name))
    for (const name of missing) {
      await session.unsafe(`begin;\n${readFileSync(join(folder, name), 'utf8')}\n`)
      await session`insert into migration (name) values (${name})`
      await session`commit`
    }
    return missing
  } catch (error) {
    await session`rollback`
    throw error
  } finally {
    await session`select pg_advisory_unlock(${LOCK})`
    session.release()
  }
}
