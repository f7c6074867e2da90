// Questions about what the server does by itself.
import type { Sql } from '../store/database.ts'
import type { JobName, JobRun } from './job.ts'

interface RunRow extends Omit<JobRun, 'firstAt' | 'lastAt'> {
  firstAt: Date
  lastAt: Date
}

const RUN = (sql: Sql) => sql`
  job_run.id, job_run.job, job_run.first_at as "firstAt", job_run.last_at as "lastAt", job_run.runs, job_run.outcome,
  job_run.done, job_run.message`

/** The latest run of each job. */
export const listLastRuns = (sql: Sql, tenantId: number, names: readonly string[]) => sql<RunRow[]>`
  select run.* from unnest(${names as string[]}::text[]) name
  cross join lateral (
    select ${RUN(sql)} from job_run
    where job_run.tenant_id = ${tenantId} and job_run.job = name
    order by job_run.last_at desc, job_run.id desc limit 1
  ) run`

/** Newest first; `before` is the place of the last one of the page before. */
export const listRuns = (
  sql: Sql,
  tenantId: number,
  {
    job,
    before,
    limit,
  }: { job: JobName | undefined; before: { at: string; id: string } | null; limit: number },
) => sql<RunRow[]>`
  select ${RUN(sql)} from job_run
  where job_run.tenant_id = ${tenantId} ${job ? sql`and job_run.job = ${job}` : sql``}
    ${before ? sql`and (job_run.last_at, job_run.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``}
  order by job_run.last_at desc, job_run.id desc limit ${limit}`

/** What waits or runs now in the runner's own tables, whose queues bear the province's number in front. */
export const listWaiting = (sql: Sql, tenantId: number) => sql<
  { name: string; at: Date; tries: number; isRunning: boolean }[]
>`
  select task_identifier as name, run_at as at, attempts::int as tries, locked_at is not null as "isRunning"
  from graphile_worker.jobs where split_part(queue_name, ':', 1) = ${String(tenantId)}
  order by run_at`

/** Strikes what is older than the day; returns how many. */
export async function deleteRunsBefore(tx: Sql, tenantId: number, day: string): Promise<number> {
  const gone = await tx`delete from job_run where tenant_id = ${tenantId} and on_day < ${day} returning id`
  return gone.length
}
