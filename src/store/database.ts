// The connection to PostgreSQL. `Sql` (the connection or a transaction) is the first argument of every query.
import postgres from 'postgres'
import type { Engine } from './engine.ts'

export type Sql = postgres.Sql | postgres.TransactionSql
export type Database = postgres.Sql
export type Json = postgres.JSONValue
/** A part of a statement. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>

const OPTIONS = {
  max: 10,
  onnotice: () => {},
  // Calendar days stay "yyyy-mm-dd", counts become numbers: no time zone and no bigint slips in between.
  types: {
    date: { to: 1082, from: [1082], serialize: String, parse: String },
    int8: { to: 20, from: [20], serialize: String, parse: Number },
    numeric: { to: 1700, from: [1700], serialize: String, parse: Number },
  },
} as const

export const connectEngine = (engine: Engine, database = 'postgres'): Database =>
  persevering(
    postgres({
      ...OPTIONS,
      host: engine.socketDir,
      port: 5432,
      user: engine.user,
      database,
    } as unknown as postgres.Options<Record<string, postgres.PostgresType>>),
  )

/** The same for programs that take an address. */
export const engineUrl = (engine: Engine, database = 'postgres'): string =>
  `postgres://${engine.user}@${encodeURIComponent(engine.socketDir)}/${database}`

export const connectUrl = (url: string): Database =>
  persevering(postgres(url, OPTIONS as unknown as postgres.Options<Record<string, postgres.PostgresType>>))

/** One connection more to the same database, for what lives as long as its connection (a lock); whoever asks ends it. */
export const connectAside = ({ options }: Database): Database =>
  // By default a connection is changed for another after half an hour.
  postgres({ ...options, max: 1, idle_timeout: null, max_lifetime: null } as unknown as postgres.Options<
    Record<string, postgres.PostgresType>
  >)

/** Two waited for each other (deadlock), or one moved what the other had read: this one was rolled back, whole. */
const LOST_TO_ANOTHER: readonly unknown[] = ['40P01', '40001']
const MOST_TRIES = 3

/**
 * Carries a transaction out again when PostgreSQL ended it for the sake of another. Writers lock in one order (see
 * task/record.ts), so this is rare; it is safe because all that a transaction writes, its idempotency key too, was
 * rolled back. What is handed to `begin` therefore keeps nothing outside that a second run would find.
 */
function persevering(sql: Database): Database {
  const begin = sql.begin.bind(sql) as (...order: unknown[]) => Promise<unknown>
  const again = async (...order: unknown[]): Promise<unknown> => {
    for (let tries = 1; ; tries++)
      try {
        return await begin(...order)
      } catch (error) {
        const isLost = error instanceof postgres.PostgresError && LOST_TO_ANOTHER.includes(error.code)
        if (!isLost || tries === MOST_TRIES) throw error
      }
  }
  return Object.assign(sql, { begin: again as Database['begin'] })
}

/** A value for a jsonb column. Our types are plain data; postgres.js asks for an index signature they lack. */
export const asJson = (value: unknown): Json => value as Json
