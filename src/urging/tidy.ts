// History that nobody asks for any more is struck: runs of jobs, mail that ended.
import { addDays } from '../base/calendar.ts'
import { KEPT_DAYS } from '../job/job.ts'
import { deleteRunsBefore } from '../job/queries.ts'
import type { Sql } from '../store/database.ts'
import type { JobTime } from '../store/jobs.ts'
import { deleteMailBefore } from './mail-queries.ts'

/** Returns how many entries went. */
export async function tidy(tx: Sql, tenantId: number, { today }: JobTime): Promise<number> {
  const day = addDays(today, -KEPT_DAYS)
  return (await deleteRunsBefore(tx, tenantId, day)) + (await deleteMailBefore(tx, tenantId, day))
}
