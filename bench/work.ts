// The loop of work under load, beside a bare server over the same tables of the same PostgreSQL, taking turns in one
// run. Sizes and seconds are arguments: --items 50000 --agencies 200 --facts 500000 --seconds 5 --rounds 3. `--json`
// prints one object. Asserts nothing.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { systemClock } from '../src/base/config.ts'
import { connectEngine } from '../src/store/database.ts'
import { startEngine } from '../src/store/engine.ts'
import { migrate } from '../src/store/migrate.ts'
import { makeWork } from './work-data.ts'

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '50000' },
    agencies: { type: 'string', default: '200' },
    facts: { type: 'string', default: '500000' },
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
  },
})
const size = { items: Number(values.items), agencies: Number(values.agencies), facts: Number(values.facts) }
const seconds = Number(values.seconds)
const rounds = Number(values.rounds)

interface Measure {
  value: number
  unit: string
  rival: number | null
  ratio: number | null
}
const result: Record<string, Measure> = {}
const rounded = (n: number): number => Math.round(n * 100) / 100
const median = (of: number[]): number => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0
const say = (line: string) => void (values.json || process.stdout.write(`${line}\n`))

const dataDir = mkdtempSync(join(tmpdir(), 'chutri-bench-'))
const engine = await startEngine(dataDir)
const sql = connectEngine(engine)
const children: ChildProcess[] = []
const root = join(import.meta.dirname, '..')

/** Starts a child and waits for the first line that says its port. */
async function start(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ port: number; pid: number }> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const port = await new Promise<number>((done, fail) => {
    let out = ''
    child.stdout?.on('data', (part) => {
      out += part
      const found = /:(\d{4,5})|^(\d{4,5})\n/.exec(out)
      if (found) done(Number(found[1] ?? found[2]))
    })
    child.once('exit', () => fail(new Error(`${args.join(' ')} ended: ${out}`)))
  })
  return { port, pid: child.pid ?? 0 }
}

interface Shot {
  path: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
}

/** Requests a second, and the latencies, of ten connections that each send the next shot. */
async function fire(port: number, next: () => Shot) {
  const run = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: 10,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, ...next() }) as typeof request }],
  })
  const failed = run.non2xx + run.errors
  if (failed > 0) process.stderr.write(`${failed} requests failed (${JSON.stringify(run.statusCodeStats)})\n`)
  return { rate: run.requests.average, p50: run.latency.p50, p97: run.latency.p97_5 }
}

/** Both servers in turn, so that a noisy moment of the machine hits both; the median round counts. */
async function duel(
  name: string,
  ours: () => Shot,
  rival: () => Shot,
  ports: { ours: number; bare: number },
) {
  const runs = []
  for (let i = 0; i < rounds; i++)
    runs.push({ ours: await fire(ports.ours, ours), rival: await fire(ports.bare, rival) })
  const value = median(runs.map((run) => run.ours.rate))
  const other = median(runs.map((run) => run.rival.rate))
  const ratio = median(runs.map((run) => run.ours.rate / run.rival.rate))
  result[name] = { value: rounded(value), unit: 'requests/s', rival: rounded(other), ratio: rounded(ratio) }
  const { p50 = 0, p97 = 0 } = runs[0]?.ours ?? {}
  say(
    `${name.padEnd(18)} ${value.toFixed(0).padStart(8)}/s   bare ${other.toFixed(0).padStart(8)}/s   ratio ${ratio.toFixed(2).padStart(6)}   p50 ${p50} ms, p97.5 ${p97} ms`,
  )
}

const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

try {
  await migrate(sql)
  const now = systemClock.now()
  const today = systemClock.today()
  const made = await makeWork(sql, size, now, today)
  say(`${size.items} items, ${size.agencies} agencies, ${made.rebuild.facts} facts`)
  const derived = made.rebuild.facts / made.rebuild.seconds
  result.rebuild = { value: rounded(derived), unit: 'facts/s', rival: null, ratio: null }
  say(`${'rebuild'.padEnd(18)} ${derived.toFixed(0).padStart(8)} facts/s`)

  const served = await start(['src/main.ts', 'serve'], { DATA_DIR: dataDir, PORT: '0', DATABASE_URL: '' })
  const bare = await start(['bench/bare-work.ts', engine.socketDir, engine.user, today])
  const ports = { ours: served.port, bare: bare.port }
  let turn = 0
  const agency = () => turn++ % made.agencies.length
  const cookie = (n: number) => ({ cookie: made.cookies[n] ?? '' })
  const get = (path: string, n: number): Shot => ({ path, headers: cookie(n) })
  const someone = () => made.active[(turn++ * 7919) % made.active.length] ?? { id: '', agency: 0 }

  await duel(
    'worklist',
    () => get('/api/work?limit=25', agency()),
    () => ({ path: `/worklist/${made.agencies[agency()]}` }),
    ports,
  )
  await duel(
    'one',
    () => {
      const { id, agency: n } = someone()
      return get(`/api/work/${id}`, n)
    },
    () => ({ path: `/one/${someone().id}` }),
    ports,
  )
  await duel(
    'leader',
    () => ({ path: '/api/dashboard', headers: { cookie: made.leader } }),
    () => ({ path: '/dashboard/' }),
    ports,
  )
  // Each report needs an assignment of its own: the two servers share them out. Versions count the steps.
  const versions = new Map(
    (
      await sql<{ id: string; version: number }[]>`
        select id, version from assignment where id = any(${made.active.map(({ id }) => id)}::uuid[])`
    ).map(({ id, version }) => [id, version]),
  )
  const half = Math.floor(made.active.length / 2)
  const queues = { ours: made.active.slice(0, half), bare: made.active.slice(half) }
  const payload = { text: 'Đã tổ chức 3 lớp tập huấn cho 120 người', percent: 50 }
  const post = (path: string, body: unknown, headers: Record<string, string>): Shot => ({
    ...{ path, method: 'POST', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', ...headers },
  })
  await duel(
    'report',
    () => {
      const { id, agency: n } = queues.ours.pop() ?? { id: randomUUID(), agency: 0 }
      const headers = {
        ...cookie(n),
        'idempotency-key': randomUUID(),
        'if-match': `"${versions.get(id) ?? 1}"`,
      }
      return post(`/api/work/${id}/steps`, { kind: 'report', ...payload }, headers)
    },
    () => post(`/report/${queues.bare.pop()?.id ?? randomUUID()}`, payload, {}),
    ports,
  )
  const memory = memoryOf(served.pid)
  result.memory = { value: rounded(memory), unit: 'MB', rival: rounded(memoryOf(bare.pid)), ratio: null }
  result.memory.ratio = rounded(memory / (result.memory.rival || 1))
  say(`${'memory'.padEnd(18)} ${memory.toFixed(0).padStart(8)} MB   bare ${result.memory.rival} MB`)
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`)
} finally {
  for (const child of children) child.kill('SIGTERM')
  await sql.end({ timeout: 2 })
  await engine.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
