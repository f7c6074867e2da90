// The only wiring of server and command line.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import { agencyRoutes } from './agency/routes.ts'
import { type Config, readConfig, systemClock } from './base/config.ts'
import { Refusal } from './base/refusal.ts'
import { runCommand } from './cli/command.ts'
import { dashboardRoutes } from './dashboard/routes.ts'
import type { App } from './http/app.ts'
import { createServer } from './http/server.ts'
import { accountRoutes } from './identity/account-routes.ts'
import { findActor, identityRoutes } from './identity/routes.ts'
import { planRoutes } from './plan/routes.ts'
import { makeSetupCode, setupRoutes } from './setup/routes.ts'
import { connectEngine, connectUrl, type Database } from './store/database.ts'
import { startEngine } from './store/engine.ts'
import { migrate } from './store/migrate.ts'
import { taskRoutes } from './task/routes.ts'
import { words } from './vocabulary/words.ts'

const ROOT = join(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }

/** All routes over one database; the tests call it with theirs. */
export async function buildServer(app: App, setupCode = makeSetupCode()) {
  const server = await createServer({ version, findActor: findActor(app), log: false })
  for (const routes of [identityRoutes, accountRoutes, agencyRoutes, planRoutes, taskRoutes, dashboardRoutes])
    await server.register(routes(app))
  await server.register(setupRoutes(app, setupCode))
  const dist = join(ROOT, 'dist')
  if (existsSync(dist)) {
    await server.register(fastifyStatic, {
      root: dist,
      wildcard: false,
      maxAge: '1y',
      immutable: true,
      index: false,
    })
    // Every address without a file of its own is a page of the browser's router.
    server.setNotFoundHandler((request, reply) => {
      if (request.method === 'GET' && !request.url.startsWith('/api/'))
        return reply
          .header('cache-control', 'no-cache')
          .sendFile('index.html', { maxAge: 0, immutable: false })
      throw new Refusal('missing', 'route.missing', words.refusal.missing)
    })
  }
  return server
}

interface Store {
  sql: Database
  /** Ends the connections, and the embedded database if it is ours. */
  close(): Promise<void>
}

/** One server a data directory: the lock lives as long as its connection, so a killed server frees it. */
async function openStore(config: Config): Promise<Store> {
  if (config.databaseUrl) {
    const sql = connectUrl(config.databaseUrl)
    return { sql, close: () => sql.end({ timeout: 5 }) }
  }
  const engine = await startEngine(config.dataDir)
  const sql = connectEngine(engine)
  const session = await sql.reserve()
  const [row] = await session<{ isOurs: boolean }[]>`select pg_try_advisory_lock(20260002) as "isOurs"`
  const end = async () => {
    session.release()
    await sql.end({ timeout: 5 })
  }
  if (!row?.isOurs) {
    await end()
    throw new Refusal('conflict', 'server.running', words.refusal.serverRunning)
  }
  return { sql, close: () => end().then(() => engine.stop()) }
}

export async function serve(config: Config) {
  const store = await openStore(config)
  const { sql } = store
  const close = async () => {
    await server?.close()
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
    const setupCode = makeSetupCode()
    server = await buildServer({ sql, clock: systemClock, config }, setupCode)
    await server.listen({ host: config.host, port: config.port })
    const address = server.addresses()[0]
    const port = typeof address === 'object' ? address.port : config.port
    const shown = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
    process.stdout.write(`${words.cli.ready(`http://${shown}:${port}`)}\n`)
    const [province] = await sql`select 1 from tenant where not is_sample limit 1`
    if (!province) process.stdout.write(`${words.cli.setupCode(setupCode)}\n`)
  } catch (error) {
    await close()
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new Refusal('conflict', 'server.port-taken', words.refusal.portTaken(config.port))
    throw error
  }
}

/** A start that fails for the machine's reasons (no such host, no access, no database there) says which. */
async function serveOrRefuse(): Promise<void> {
  const config = readConfig(process.env)
  try {
    await serve(config)
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException
    if (!code || !(syscall || /^(E|CONNECT)/.test(code))) throw error
    throw new Refusal(
      'invalid',
      'server.cannot-start',
      `Không khởi động được máy chủ (${message}); đề nghị kiểm tra HOST, DATA_DIR và DATABASE_URL.`,
    )
  }
}

if (import.meta.main) {
  process.exitCode = await runCommand(process.argv.slice(2), {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    serve: serveOrRefuse,
  })
}
