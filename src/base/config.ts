// The one place that reads the environment and the clock. Nothing else may: `today` and `config` are handed on.
import { resolve } from 'node:path'

export interface Config {
  host: string
  port: number
  dataDir: string
  /** A PostgreSQL server of one's own (15–18); null: the embedded one inside `dataDir`. */
  databaseUrl: string | null
  /** Set behind a TLS proxy, so that the session cookie is only sent over https. */
  secureCookie: boolean
}

/** `env` as the process got it -> a full value. Throws a RangeError that names the variable which is unusable. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const port = Number(env.PORT || '8080')
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new RangeError('PORT')
  return {
    host: env.HOST || '127.0.0.1',
    port,
    dataDir: resolve(env.DATA_DIR || 'data'),
    databaseUrl: env.DATABASE_URL || null,
    secureCookie: env.SECURE_COOKIE === '1',
  }
}

export interface Clock {
  now(): Date
  /** The calendar day in Vietnam, "yyyy-mm-dd". */
  today(): string
}

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => DAY.format(new Date()),
}

/** The calendar day in Vietnam at `instant`, "yyyy-mm-dd". */
export const dayInVietnam = (instant: Date): string => DAY.format(instant)
