// What every room's routes are handed: the database, the clock, the settings. Made once in main.ts.
import type { Clock, Config } from '../base/config.ts'
import type { Database } from '../store/database.ts'

export interface App {
  sql: Database
  clock: Clock
  config: Config
}
