// What the server does by itself: when it last did it, what waits, the history, and "again" for administrators.
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { audit } from '../store/audit.ts'
import { addJob, type Jobs } from '../store/jobs.ts'
import { once } from '../store/once.ts'
import * as words from '../vocabulary/words.ts'
import { JOB_NAMES, JobList, type JobRun, RunList, RunQuery } from './job.ts'
import * as queries from './queries.ts'

const PAGE = 50

const cursorOf = ({ lastAt, id }: { lastAt: Date; id: string }) =>
  Buffer.from(`${lastAt.toISOString()} ${id}`).toString('base64url')
function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return null
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (at && id && z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success) return { at, id }
  throw new Refusal('invalid', 'request.cursor', words.refusal.unreadable)
}

const plain = <Row extends { firstAt: Date; lastAt: Date }>({ firstAt, lastAt, ...row }: Row) => ({
  ...row,
  firstAt: firstAt.toISOString(),
  lastAt: lastAt.toISOString(),
})

/** `jobs`: all that main.ts knows of. */
export const jobRoutes =
  ({ sql, clock }: App, jobs: Jobs) =>
  async (server: Server) => {
    server.get('/api/jobs', { schema: { response: { 200: JobList } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'job.read')
      const [last, waiting] = await Promise.all([
        queries.listLastRuns(sql, actor.tenantId, JOB_NAMES),
        queries.listWaiting(sql, actor.tenantId),
      ])
      const runs = new Map(last.map((row) => [row.job, plain(row) as JobRun]))
      return {
        jobs: JOB_NAMES.map((name) => {
          const own = waiting.filter((job) => job.name === name)
          const next = own.find(({ isRunning }) => !isRunning)
          return {
            name,
            last: runs.get(name) ?? null,
            isRunning: own.some(({ isRunning }) => isRunning),
            waiting: next ? { at: next.at.toISOString(), tries: next.tries } : null,
          }
        }),
      }
    })

    server.get(
      '/api/jobs/runs',
      { schema: { querystring: RunQuery, response: { 200: RunList } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'job.read')
        const { job, after } = request.query
        const bounds = { job, before: readCursor(after), limit: PAGE + 1 }
        const rows = await queries.listRuns(sql, actor.tenantId, bounds)
        const page = rows.slice(0, PAGE)
        const end = page.at(-1)
        return { runs: page.map(plain), next: rows.length > PAGE && end ? cursorOf(end) : null }
      },
    )

    server.post(
      '/api/jobs/:name/run',
      {
        config: { sends: ['key'] },
        schema: {
          params: z.object({ name: z.enum(JOB_NAMES) }),
          response: { 202: z.object({ asked: z.boolean() }) },
        },
      },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'job.run')
        const { name } = request.params
        const at = clock.now()
        const answer = await once(
          sql,
          { ...actor, key: idempotencyKey(request), request: ['job', name], at },
          async (tx) => {
            await addJob(tx, actor.tenantId, name, jobs[name]?.queue ?? 'work')
            await audit(tx, actor, at, 'job.run', ['job', name])
            return { asked: true }
          },
        )
        return reply.status(202).send(answer)
      },
    )
  }
