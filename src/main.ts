// The only wiring of server and command line.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { groupRoutes } from './agency/group-routes.ts'
import { agencyRoutes } from './agency/routes.ts'
import { type Config, readConfig, systemClock } from './base/config.ts'
import { Refusal } from './base/refusal.ts'
import { coverageRoutes } from './cascade/coverage-routes.ts'
import { draftRoutes, subPlanIssued } from './cascade/draft-routes.ts'
import { programmeRoutes } from './cascade/programme-routes.ts'
import { cascadeRoutes } from './cascade/routes.ts'
import { runCommand } from './cli/command.ts'
import { assessmentRoutes } from './cooperative/assessment-routes.ts'
import { deskRoutes as cooperativeDeskRoutes } from './cooperative/desk-routes.ts'
import { dissolutionRoutes } from './cooperative/dissolution-routes.ts'
import { extractRoutes } from './cooperative/extract-routes.ts'
import { learningRoutes } from './cooperative/learning-routes.ts'
import { marketRoutes } from './cooperative/market-routes.ts'
import { escalatePetitions, followDifficulty } from './cooperative/petition-record.ts'
import { petitionRoutes } from './cooperative/petition-routes.ts'
import { supportRoutes } from './cooperative/support-routes.ts'
import { warningRoutes } from './cooperative/warning-routes.ts'
import { calendarRoutes } from './dashboard/calendar-routes.ts'
import { itemListRoutes } from './dashboard/item-routes.ts'
import { paperRoutes } from './dashboard/paper-routes.ts'
import { dashboardRoutes } from './dashboard/routes.ts'
import { escalateOverdue } from './difficulty/queries.ts'
import { difficultyRoutes } from './difficulty/routes.ts'
import { discussionRoutes } from './discussion/routes.ts'
import { disseminationRoutes } from './dissemination/routes.ts'
import type { App } from './http/app.ts'
import { createServer } from './http/server.ts'
import { accountRoutes } from './identity/account-routes.ts'
import { resetAtConsole } from './identity/reset.ts'
import { findActor, identityRoutes } from './identity/routes.ts'
import { savedFilterRoutes } from './identity/saved-filter-routes.ts'
import { standInRoutes } from './identity/stand-in-routes.ts'
import type { JobName } from './job/job.ts'
import { jobRoutes } from './job/routes.ts'
import { noticeRoutes } from './notice/routes.ts'
import { correctionRoutes } from './plan/correction-routes.ts'
import { planExportRoutes } from './plan/export-routes.ts'
import { Readings } from './plan/reading.ts'
import { planRoutes } from './plan/routes.ts'
import { ratingRoutes } from './rating/routes.ts'
import { rubricRoutes } from './rating/rubric-routes.ts'
import { registerExportRoutes } from './register/kit/export-routes.ts'
import { registerImportRoutes } from './register/kit/import-routes.ts'
import { registerRoutes } from './register/kit/routes.ts'
import { issueReport } from './report/record.ts'
import { openDueRounds, passReports } from './report/rounds.ts'
import { reportRoutes } from './report/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { makeSetupCode, setupRoutes } from './setup/routes.ts'
import type { OnIssued } from './signing/issue.ts'
import { lapseOpinions } from './signing/record.ts'
import { signingRoutes } from './signing/routes.ts'
import { connectEngine, connectUrl, type Database, engineUrl } from './store/database.ts'
import { startEngine } from './store/engine.ts'
import { type Job, migrateJobs, startJobs } from './store/jobs.ts'
import { migrate } from './store/migrate.ts'
import { applyDue } from './succession/reorganise.ts'
import { successionRoutes } from './succession/routes.ts'
import { answerRoutes } from './task/answer-routes.ts'
import { openPeriods } from './task/create-work.ts'
import { deskRoutes } from './task/desk-routes.ts'
import { handOverRoutes } from './task/hand-over-routes.ts'
import { itemRoutes } from './task/item-routes.ts'
import { taskRoutes } from './task/routes.ts'
import { trackerRoutes } from './tracker/routes.ts'
import { tellRungs } from './urging/ladder-queries.ts'
import { mailRoutes } from './urging/mail-routes.ts'
import { queueMorning, sendMail } from './urging/mail-send.ts'
import { urgingRoutes } from './urging/routes.ts'
import { tidy } from './urging/tidy.ts'
import * as words from './vocabulary/words.ts'
import { waitingRoutes } from './waiting/routes.ts'
import { workingDayRoutes } from './working-day/routes.ts'

const ROOT = join(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }

/** What a room does when a paper of its kind is issued; the duty of a paper is told by signing/ itself. */
const ON_ISSUED: OnIssued = { 'sub-plan': subPlanIssued, report: issueReport }
/** Asked for every ten minutes, all of it in one transaction. */
const regular = (write: NonNullable<Job['write']>): Job => ({ isRegular: true, queue: 'work', write })

/** What the server does by itself, province by province; each does nothing when it was done already. */
const JOBS: Record<JobName, Job> = {
  reorganisations: regular(applyDue),
  periods: regular(openPeriods),
  difficulties: regular(escalateOverdue),
  petitions: regular(escalatePetitions),
  opinions: regular(lapseOpinions),
  'report-succession': regular(passReports),
  'report-rounds': regular(openDueRounds),
  rungs: regular(tellRungs),
  morning: regular(queueMorning),
  mail: { isRegular: true, queue: 'mail', work: sendMail },
  tidy: regular(tidy),
}

/** All routes over one database; the tests call it with theirs, and with a reading of their own. */
export async function buildServer(app: App, setupCode = makeSetupCode(), readings = new Readings()) {
  const server = await createServer({ version, findActor: findActor(app), log: false })
  server.addHook('onClose', readings.close)
  for (const routes of [
    identityRoutes,
    accountRoutes,
    groupRoutes,
    standInRoutes,
    workingDayRoutes,
    agencyRoutes,
    itemRoutes,
    successionRoutes,
    noticeRoutes,
    answerRoutes,
    deskRoutes,
    handOverRoutes,
    savedFilterRoutes,
    warningRoutes,
    petitionRoutes,
    learningRoutes,
    marketRoutes,
    cooperativeDeskRoutes,
    correctionRoutes,
    reportRoutes,
    waitingRoutes,
    discussionRoutes,
    disseminationRoutes,
    cascadeRoutes,
    coverageRoutes,
    draftRoutes,
    programmeRoutes,
    urgingRoutes,
    mailRoutes,
    searchRoutes,
    registerExportRoutes,
    registerImportRoutes,
    ratingRoutes,
    rubricRoutes,
    assessmentRoutes,
    extractRoutes,
    dissolutionRoutes,
    supportRoutes,
    itemListRoutes,
    paperRoutes,
    planExportRoutes,
    calendarRoutes,
    dashboardRoutes,
  ])
    await server.register(routes(app))
  await server.register(difficultyRoutes(app, followDifficulty))
  await server.register(jobRoutes(app, JOBS))
  await server.register(planRoutes(app, readings))
  await server.register(
    signingRoutes(app, {
      onIssued: ON_ISSUED,
      refuseUnlessPdf: (bytes, name) => readings.refuseUnlessPdf(bytes, name),
    }),
  )
  await server.register(trackerRoutes(app))
  await server.register(registerRoutes(app, (bytes, name) => readings.refuseSecretPaper(bytes, name)))
  await server.register(taskRoutes(app, (bytes, name) => readings.refuseSecretPaper(bytes, name)))
  await server.register(setupRoutes(app, setupCode))
  const dist = join(ROOT, 'dist')
  if (existsSync(dist)) {
    await server.register(fastifyStatic, {
      root: dist,
      maxAge: '1y',
      immutable: true,
      index: false,
      dotfiles: 'ignore',
      preCompressed: true,
    })
    // Every address without a file of its own is a page of the browser's router.
    const page = (_: FastifyRequest, reply: FastifyReply) =>
      reply.header('cache-control', 'no-cache').sendFile('index.html', { maxAge: 0, immutable: false })
    server.get('/', { schema: { hide: true } }, page)
    server.setNotFoundHandler((request, reply) => {
      if (request.method === 'GET' && !/^\/(api|assets)\//.test(request.url)) return page(request, reply)
      throw new Refusal('missing', 'route.missing', words.refusal.missing)
    })
  }
  return server
}

interface Store {
  sql: Database
  /** The same database for the runner of jobs. */
  url: string
  /** Ends the connections, and the embedded database where it is ours to end. */
  close(): Promise<void>
}

/**
 * A server has its data directory alone: the lock lives as long as its connection, so a killed server frees it. A
 * command of a moment (`isServer` false) works beside a running server and stops only a database it started.
 */
async function openStore(config: Config, isServer: boolean): Promise<Store> {
  if (config.databaseUrl) {
    const sql = connectUrl(config.databaseUrl)
    return { sql, url: config.databaseUrl, close: () => sql.end({ timeout: 5 }) }
  }
  const engine = await startEngine(config.dataDir)
  const sql = connectEngine(engine)
  const lock = isServer ? await sql.reserve() : null
  const end = async () => {
    lock?.release()
    await sql.end({ timeout: 5 })
  }
  const [row] = lock
    ? await lock<{ isOurs: boolean }[]>`select pg_try_advisory_lock(20260002) as "isOurs"`
    : []
  if (row?.isOurs === false) {
    await end()
    throw new Refusal('conflict', 'server.running', words.refusal.serverRunning)
  }
  return {
    sql,
    url: engineUrl(engine),
    close: async () => {
      await end()
      if (isServer || !engine.wasRunning) await engine.stop()
    },
  }
}

/** The store for one command, beside a running server or without one. */
async function withStore<T>(work: (sql: Database) => Promise<T>): Promise<T> {
  const { sql, url, close } = await openStore(configHere(), false)
  try {
    await migrate(sql)
    await migrateJobs(sql, url)
    return await work(sql)
  } finally {
    await close()
  }
}

export async function serve(config: Config) {
  const store = await openStore(config, true)
  const { sql, url } = store
  let stopJobs = async () => {}
  const close = async () => {
    await Promise.all([stopJobs(), server?.close()])
    await store.close()
  }
  let server: Awaited<ReturnType<typeof buildServer>> | null = null
  let isClosing = false
  const stop = () => {
    if (!isClosing) void close().then(() => process.exit(0))
    isClosing = true
  }
  // A second Ctrl-C, with no listener left, ends the process at once; the database survives that too.
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(event, stop)
  if (process.connected === false) stop()
  // Listening to the channel must not keep a server alive that could not start.
  process.channel?.unref()
  try {
    await migrate(sql)
    await migrateJobs(sql, url)
    const setupCode = makeSetupCode()
    const app = { sql, clock: systemClock, config }
    server = await buildServer(app, setupCode)
    await server.listen({ host: config.host, port: config.port })
    const now = () => ({ at: systemClock.now(), today: systemClock.today() })
    stopJobs = startJobs({ sql, url, now }, JOBS)
    const address = server.addresses()[0]
    const port = typeof address === 'object' ? address.port : config.port
    process.stdout.write(`${words.cli.ready(addressOf({ ...config, port }))}\n`)
    const [province] = await sql`select 1 from tenant where not is_sample limit 1`
    if (!province) process.stdout.write(`${words.cli.setupCode(setupCode)}\n`)
  } catch (error) {
    await close()
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new Refusal('conflict', 'server.port-taken', words.refusal.portTaken(config.port))
    throw error
  }
}

/** As it is typed into a browser on this machine. */
const addressOf = ({ host, port }: Pick<Config, 'host' | 'port'>): string =>
  `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`

/** The settings of this process; an unusable variable is refused by its name. */
function configHere(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const { message: name } = error
    throw new Refusal('invalid', 'config.unusable', words.cli.unusable(name, process.env[name] ?? ''))
  }
}

/** A start that fails for the machine's reasons (no such host, no access, no database there) says which. */
async function serveOrRefuse(): Promise<void> {
  try {
    await serve(configHere())
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException
    if (error instanceof Refusal || !code || !(syscall || /^(E|CONNECT)/.test(code))) throw error
    throw new Refusal('invalid', 'server.cannot-start', words.cli.cannotStart(message))
  }
}

if (import.meta.main) {
  // "extract … | head": who has read enough hangs up, which is no fault.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  process.exitCode = await runCommand(process.argv.slice(2), {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    serve: serveOrRefuse,
    resetCode: (login) => withStore((sql) => resetAtConsole(sql, login, systemClock.now())),
    withStore,
    now: () => ({ at: systemClock.now(), today: systemClock.today() }),
    address: () => addressOf(configHere()),
  })
}
