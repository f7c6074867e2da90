// The runner on a real database: once, again after a failure, after a server that was killed in the middle, in order.
import { spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { testApp } from '../../test/database.ts'
import { Refusal } from '../base/refusal.ts'
import { engineUrl } from './database.ts'
import { addJob, askRegular, type Job, type Jobs, perform, startJobs } from './jobs.ts'

let app: Awaited<ReturnType<typeof testApp>>
let url: string
beforeAll(async () => {
  app = await testApp()
  const [row] = await app.sql<{ name: string }[]>`select current_database() as name`
  const engine = { socketDir: inject('socketDir'), user: inject('user') }
  url = engineUrl({ ...engine, wasRunning: true, stop: async () => {} }, row?.name)
})
afterAll(() => app.close())

const now = () => ({ at: app.clock.now(), today: app.clock.today() })
const start = (jobs: Jobs) => startJobs({ sql: app.sql, url, now }, jobs)
const regular = (write: NonNullable<Job['write']>): Job => ({ isRegular: true, queue: 'work', write })
const runsOf = (job: string) => app.sql<{ outcome: string; runs: number; done: number; message: string }[]>`
  select outcome, runs, done, message from job_run where job = ${job} order by last_at, first_at`
const waiting = async () =>
  (await app.sql<{ n: number }[]>`select count(*) as n from graphile_worker.jobs`)[0]?.n

test('a regular job runs at the start, an asked one with the transaction that asks, and both are in the history', async () => {
  const seen: string[] = []
  const jobs: Jobs = {
    first: regular(async (_, tenantId) => seen.push(`first ${tenantId}`)),
    asked: { isRegular: false, queue: 'mail', work: async (_, tenantId) => seen.push(`asked ${tenantId}`) },
  }
  const stop = start(jobs)
  await expect.poll(() => seen).toEqual(['first 1'])
  await app.sql.begin((tx) => addJob(tx, 1, 'asked', 'mail'))
  await expect.poll(() => seen).toEqual(['first 1', 'asked 1'])
  await app.sql
    .begin(async (tx) => {
      await addJob(tx, 1, 'asked', 'mail')
      throw new Error('taken back')
    })
    .catch(() => {})
  await expect.poll(waiting).toBe(0)
  await stop()
  expect(seen).toEqual(['first 1', 'asked 1'])
  expect(await runsOf('first')).toEqual([{ outcome: 'done', runs: 1, done: 1, message: '' }])
})

test('asked for often while it waits, a job runs once', async () => {
  let runs = 0
  for (let n = 0; n < 5; n++) await addJob(app.sql, 1, 'often', 'work')
  expect(await waiting()).toBe(1)
  const stop = start({ often: { isRegular: false, queue: 'work', write: async () => ++runs } })
  await expect.poll(waiting).toBe(0)
  await stop()
  expect(runs).toBe(1)
})

test('what fails leaves nothing behind, says why, and is done on the next try', async () => {
  let tries = 0
  const stop = start({
    fails: regular(async (tx) => {
      await tx`insert into morning (tenant_id, day, people, at) values (1, '2026-01-01', 1, now())`
      tries += 1
      if (tries === 1) throw new Refusal('conflict', 'test', 'Chưa được, thử lại sau.')
      return 1
    }),
  })
  await expect.poll(() => tries, { timeout: 20_000 }).toBe(2)
  await expect.poll(waiting).toBe(0)
  await stop()
  expect(await app.sql`select day from morning`).toHaveLength(1)
  expect(await runsOf('fails')).toEqual([
    { outcome: 'failed', runs: 1, done: 0, message: 'Chưa được, thử lại sau.' },
    { outcome: 'done', runs: 1, done: 1, message: '' },
  ])
})

test('what a killed server was doing is done after the next start, without waiting', async () => {
  await addJob(app.sql, 1, 'killed', 'work')
  // As a server killed in the middle leaves it: taken, its queue too, and nobody alive behind it.
  await app.sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead', attempts = 1`
  await app.sql`update graphile_worker._private_job_queues set locked_at = now(), locked_by = 'dead'
                where queue_name = '1:work'`
  let runs = 0
  const stop = start({ killed: { isRegular: false, queue: 'work', write: async () => ++runs } })
  await expect.poll(() => runs).toBe(1)
  await expect.poll(waiting).toBe(0)
  await stop()
})

test('a process killed in the middle: nothing of its work is there, and after the next start it is done once', async () => {
  await app.sql`delete from morning`
  const program = `
    import postgres from 'postgres'
    import { startJobs } from '${import.meta.dirname}/jobs.ts'
    const sql = postgres({ host: '${inject('socketDir')}', port: 5432, user: '${inject('user')}', database: '${url.split('/').at(-1)}' })
    const now = () => ({ at: new Date(), today: '2026-11-21' })
    startJobs({ sql, url: '${url}', now }, { half: { isRegular: true, queue: 'work', write: async (tx) => {
      await tx\`insert into morning (tenant_id, day, people, at) values (1, '2026-02-02', 1, now())\`
      console.log('in the middle')
      await new Promise((done) => setTimeout(done, 60_000))
      return 1
    } } })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((done) => child.stdout.once('data', done))
  child.kill('SIGKILL')
  await new Promise((done) => child.once('exit', done))
  expect(await app.sql`select day from morning`).toHaveLength(0)
  let runs = 0
  const stop = start({
    half: regular(async (tx) => {
      await tx`insert into morning (tenant_id, day, people, at) values (1, '2026-02-02', 1, now())`
      return ++runs
    }),
  })
  // The database notices within moments that the killed process has let go of the lock.
  await expect.poll(() => runs).toBe(1)
  await expect.poll(waiting).toBe(0)
  await stop()
  expect(await app.sql`select day from morning`).toHaveLength(1)
})

test('of two servers one carries out the jobs', async () => {
  const seen: string[] = []
  const job = (name: string): Jobs => ({ both: regular(async () => seen.push(name)) })
  const first = start(job('first'))
  await expect.poll(() => seen).toEqual(['first'])
  const second = start(job('second'))
  await new Promise((done) => setTimeout(done, 300))
  await askRegular(app.sql, job('any'))
  await expect.poll(() => seen.length).toBe(2)
  await Promise.all([first(), second()])
  expect(seen).toEqual(['first', 'first'])
})

test('a job under way when the server stops is told so and does not hold it up', async () => {
  let began = false
  const stop = start({
    slow: {
      isRegular: true,
      queue: 'mail',
      work: (_, __, ___, signal) =>
        new Promise((done) => {
          began = true
          signal.addEventListener('abort', () => done(0))
        }),
    },
  })
  await expect.poll(() => began).toBe(true)
  const from = performance.now()
  await stop()
  expect(performance.now() - from).toBeLessThan(2000)
})

test('runs that go alike share a row for the day; a province that is gone has none', async () => {
  const idle = regular(async () => 0)
  const signal = new AbortController().signal
  for (let n = 0; n < 3; n++) await perform(app.sql, 'idle', idle, 1, now(), signal)
  expect(await runsOf('idle')).toEqual([{ outcome: 'nothing', runs: 3, done: 0, message: '' }])
  await perform(app.sql, 'idle', idle, 77, now(), signal)
  expect(await runsOf('idle')).toHaveLength(1)
})
