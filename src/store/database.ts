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
  postgres({
    ...OPTIONS,
    host: engine.socketDir,
    port: 5432,
    user: engine.user,
    database,
  } as unknown as postgres.Options<Record<string, postgres.PostgresType>>)

export const connectUrl = (url: string): Database =>
  postgres(url, OPTIONS as unknown as postgres.Options<Record<string, postgres.PostgresType>>)

/** A value for a jsonb column. Our types are plain data; postgres.js asks for an index signature they lack. */
export const asJson = (value: unknown): Json => value as Json
