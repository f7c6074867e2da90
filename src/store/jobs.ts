// Work for later. A job is written in the transaction of the change that asks for it, is carried out by one server at a
// time, and what it did stands in `job_run`, in the transaction of its effect: killed in the middle, nothing of it
// happened and it is done after the next start. Regular jobs are asked for every ten minutes, which also ends a job's wait
// after a failure; the hours of the day are the job's own business, so that a clock set back stops nothing.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import * as words from '../vocabulary/words.ts'
import { connectAside, type Database, type Sql } from './database.ts'

export interface JobTime {
  at: Date
  /** The calendar day in Vietnam. */
  today: string
}

/** What a job does for one province; it answers how many things it did. */
export interface Job {
  /** Asked for every ten minutes, or only by whoever needs it. */
  isRegular: boolean
  /** Jobs of one queue follow each other; mail waits for others' servers and has its own. */
  queue: 'work' | 'mail'
  /** All of it in one transaction, with the record of the run. */
  write?: (tx: Sql, tenantId: number, now: JobTime) => Promise<number>
  /** In steps of its own, each of which may be done twice without harm. `signal`: the server is stopping. */
  work?: (sql: Database, tenantId: number, now: JobTime, signal: AbortSignal) => Promise<number>
}
export type Jobs = Readonly<Record<string, Job>>

/** Tries within ten minutes, with growing pauses (3, 7, 20, 55, 148 seconds …); then it is asked for anew. */
const MOST_TRIES = 7
const TEN_MINUTES = 600_000
const HALF_A_MINUTE = 30_000
/** Of a server that has just started. */
const BREATH = 300
/** One server at a time carries out jobs; the lock lives as long as its connection. */
const LOCK = 20_260_005
/** A job still running so long after the server was told to stop is given up and done after the next start. */
const GRACE = 1500

/** The one waiting job of this name in the province; one that waits already runs now. */
export async function addJob(tx: Sql, tenantId: number, name: string, queue: Job['queue']): Promise<void> {
  await tx`
    select id from graphile_worker.add_job(${name}, json_build_object('tenantId', ${tenantId}::int),
      queue_name := ${`${tenantId}:${queue}`}, job_key := ${`${tenantId}:${name}`}, max_attempts := ${MOST_TRIES})`
}

/**
 * Makes the tables of the runner where they are missing, so that jobs can be asked for from the first request on. A newer
 * runner changes them when it starts.
 */
export async function migrateJobs(sql: Sql, url: string): Promise<void> {
  const [row] = await sql<{ isThere: boolean }[]>`
    select to_regclass('graphile_worker._private_jobs') is not null as "isThere"`
  if (row?.isThere) return
  const { Logger, runMigrations } = await import('graphile-worker')
  await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) })
}

/** Carries a job out once and keeps what came of it; throws what it threw, after it was written down. */
export async function perform(
  sql: Database,
  name: string,
  job: Job,
  tenantId: number,
  now: JobTime,
  signal: AbortSignal,
): Promise<number> {
  try {
    // The province may have been removed since it was asked for.
    const [province] = await sql`select 1 from tenant where id = ${tenantId}`
    if (!province) return 0
    const before = (await job.work?.(sql, tenantId, now, signal)) ?? 0
    return await sql.begin(async (tx) => {
      const done = before + ((await job.write?.(tx, tenantId, now)) ?? 0)
      await keepRun(tx, tenantId, name, now, { outcome: done > 0 ? 'done' : 'nothing', done, message: '' })
      return done
    })
  } catch (error) {
    const isExpected = error instanceof Refusal
    if (!isExpected) process.stderr.write(`job ${name}, province ${tenantId}: ${(error as Error).stack}\n`)
    const message = isExpected ? error.message : words.job.fault
    await sql.begin((tx) => keepRun(tx, tenantId, name, now, { outcome: 'failed', done: 0, message }))
    throw error
  }
}

export type Outcome = 'done' | 'nothing' | 'failed'

/** Runs that go alike on one day share a row, so that the history stays readable. */
async function keepRun(
  tx: Sql,
  tenantId: number,
  job: string,
  { at, today }: JobTime,
  { outcome, done, message }: { outcome: Outcome; done: number; message: string },
): Promise<void> {
  const same = await tx`
    update job_run set last_at = ${at}, runs = runs + 1, done = done + ${done}
    where tenant_id = ${tenantId} and outcome = ${outcome} and message = ${message} and on_day = ${today}
      and id = (select id from job_run where tenant_id = ${tenantId} and job = ${job} order by last_at desc, id desc limit 1)
    returning id`
  if (same.length > 0) return
  await tx`
    insert into job_run (tenant_id, id, job, on_day, first_at, last_at, runs, outcome, done, message)
    select ${tenantId}::int, ${randomUUID()}::uuid, ${job}, ${today}::date, ${at}::timestamptz, ${at}::timestamptz, 1,
           ${outcome}, ${done}, ${message}
    where exists (select 1 from tenant where id = ${tenantId})`
}

/** Runs `jobs` until the answer is called, which waits for what is under way (GRACE at most). Faults go to standard error. */
export function startJobs(
  { sql, url, now }: { sql: Database; url: string; now: () => JobTime },
  jobs: Jobs,
): () => Promise<void> {
  const stopping = new AbortController()
  let lock: Database | null = null
  let runner: { stop(): Promise<void> } | null = null

  async function begin(): Promise<boolean> {
    if (runner) return true
    lock ??= await takeLock(sql)
    if (!lock) return false
    await freeJobs(sql)
    const { Logger, run } = await import('graphile-worker')
    if (stopping.signal.aborted) return false
    const started = await run({
      connectionString: url,
      maxPoolSize: 4,
      concurrency: 2,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: GRACE,
      parsedCronItems: [],
      logger: new Logger(() => () => {}),
      taskList: Object.fromEntries(
        Object.entries(jobs).map(([name, job]) => [
          name,
          async (payload: unknown) => {
            const { tenantId } = payload as { tenantId: number }
            await perform(sql, name, job, tenantId, now(), stopping.signal)
          },
        ]),
      ),
    })
    runner = started
    // It ends by itself only when it lost the database: the next turn of the clock starts another.
    void started.promise
      .catch((error: Error) => process.stderr.write(`jobs: ${error.stack}\n`))
      .then(() => {
        runner = null
        return letGo()
      })
    return true
  }
  /** The lock ends with its connection. */
  async function letGo(): Promise<void> {
    const held = lock
    lock = null
    await held?.end({ timeout: 1 })
  }
  const turn = async () => {
    if ((await begin()) && !stopping.signal.aborted) await askRegular(sql, jobs)
  }
  let under: Promise<void> = Promise.resolve()
  const turnSafely = () => {
    // One after the other: two at once would both reach for the lock.
    under = under.then(turn).catch((error: Error) => {
      if (!stopping.signal.aborted) process.stderr.write(`jobs: ${error.stack}\n`)
    })
  }
  // The first requests go before.
  const first = setTimeout(turnSafely, BREATH)
  const timer = setInterval(turnSafely, TEN_MINUTES)
  // Another server had the lock, or the database was gone.
  const again = setInterval(() => runner || turnSafely(), HALF_A_MINUTE)
  return async () => {
    clearTimeout(first)
    clearInterval(timer)
    clearInterval(again)
    stopping.abort()
    await under
    await runner?.stop().catch(() => {})
    await letGo()
  }
}

/** A connection of its own that holds the lock; null while another server has it. */
async function takeLock(sql: Database): Promise<Database | null> {
  const own = connectAside(sql)
  const [row] = await own<{ isOurs: boolean }[]>`select pg_try_advisory_lock(${LOCK}) as "isOurs"`
  if (row?.isOurs) return own
  await own.end({ timeout: 1 })
  return null
}

/** Whoever holds the lock is alone: what looks as if it were being done is left over from a server that was killed. */
async function freeJobs(sql: Database): Promise<void> {
  await sql`
    select graphile_worker.force_unlock_workers(array(
      select locked_by from graphile_worker._private_jobs where locked_by is not null
      union select locked_by from graphile_worker._private_job_queues where locked_by is not null))`
}

/** Asks for every regular job of every province. */
export async function askRegular(sql: Database, jobs: Jobs): Promise<void> {
  const tenants = await sql<{ id: number }[]>`select id from tenant order by id`
  for (const { id } of tenants)
    for (const [name, { isRegular, queue }] of Object.entries(jobs))
      if (isRegular) await addJob(sql, id, name, queue)
}
