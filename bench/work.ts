// The loop of work, measured in one run over one PostgreSQL with made-up data: pages and reports under ten connections
// beside a bare server (bare-work.ts), rebuild, memory, search over a library, the waiting graph. Every measure says its
// rival where it is made. Prints a table as it goes, with --json one object {name: {value, unit, rival, ratio}} to which
// `failed` and `note` may come; what it is busy with goes to standard error. Asserts nothing.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
// @ts-expect-error plain JavaScript, run before anything is installed
import { SERVER_FLAGS } from '../bin/prepare.mjs'
import { systemClock } from '../src/base/config.ts'
import { connectEngine, type Database } from '../src/store/database.ts'
import { type Engine, startEngine } from '../src/store/engine.ts'
import { migrate } from '../src/store/migrate.ts'
import { cursorOf } from '../src/task/worklist.ts'
import { duel, memoryOf, type Running, type Shot, type Side, type Supply, start } from './duel.ts'
import { type Measure, measureOf, Table } from './measure.ts'
import { measureSearch } from './search.ts'
import { measureWaiting } from './waiting.ts'
import { type Made, makeWork, type Size, TENANT } from './work-data.ts'

const SIZES = { items: 50_000, agencies: 200, facts: 500_000, seconds: 5, rounds: 3, texts: 200_000 }
/** What may stand after --only; those of a duel need the two servers. */
const DUELS = ['worklist', 'one', 'leader', 'report'] as const
const PARTS = [...DUELS, 'rebuild', 'memory', 'waiting', 'search'] as const
type Part = (typeof PARTS)[number]
const GOALS = {
  worklist: '≥ 0.7',
  'worklist, first time': '≥ 0.7',
  one: '≥ 0.6',
  leader: '≥ 20',
  report: '≥ 0.3',
  rebuild: '≥ 5,000/s',
  memory: '≤ 250 MB',
  search: '≤ 100 ms',
}
const USAGE = `npm run bench:work -- ${Object.entries(SIZES)
  .map(([name, size]) => `[--${name} ${size}]`)
  .join(' ')} [--only PART[,PART]] [--json]\nparts: ${PARTS.join(', ')}\n`

type Options = typeof SIZES & { json: boolean; only: readonly Part[] }

/** Throws with a sentence when an option is unknown or no positive number. */
function readOptions(): Options {
  const text = { type: 'string' } as const
  const names = Object.keys(SIZES) as (keyof typeof SIZES)[]
  const { values } = parseArgs({
    options: {
      ...Object.fromEntries(names.map((name) => [name, text])),
      only: text,
      json: { type: 'boolean' },
    },
  })
  const given: Record<string, unknown> = values
  const sizes = { ...SIZES }
  for (const name of names) {
    const size = Number(given[name] ?? SIZES[name])
    if (!Number.isInteger(size) || size < 1) throw new Error(`--${name} is no whole number above 0.`)
    sizes[name] = size
  }
  if (sizes.agencies > sizes.items) throw new Error('There are fewer --items than --agencies.')
  const asked = values.only?.split(',') ?? PARTS
  const unknown = asked.find((part) => !PARTS.some((one) => one === part))
  if (unknown !== undefined) throw new Error(`--only knows no "${unknown}".`)
  return { ...sizes, json: values.json ?? false, only: PARTS.filter((part) => asked.includes(part)) }
}

const busy = (text: string) => process.stderr.write(`… ${text}\n`)

/** The engine and all that hangs on it, for as long as the bench runs. */
class House {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'chutri-bench-'))
  readonly #servers: Running[] = []
  #engine: Engine | undefined

  async engine(): Promise<Engine> {
    this.#engine ??= await startEngine(this.dataDir)
    return this.#engine
  }

  async start(...given: Parameters<typeof start>): Promise<Running> {
    const running = await start(...given)
    this.#servers.push(running)
    return running
  }

  /** A connection for as long as `use` takes. */
  async with<T>(database: string, use: (sql: Database) => Promise<T>): Promise<T> {
    const sql = connectEngine(await this.engine(), database)
    try {
      return await use(sql)
    } finally {
      await sql.end({ timeout: 5 })
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.stop()))
    await this.#engine?.stop()
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}

interface Pair {
  ours: Running
  bare: Running
}

/** A due day before all others, so that what comes after it is a first page; with an id nobody has asked with before. */
const unseenCursor = () => cursorOf({ dueOn: '2000-01-01', id: randomUUID() })

type Duel = { ours: Side['next']; rival: Side['next']; supply?: Supply }

/** Each duel by name. The rival is the bare server's same page over the same rows. */
async function listDuels(sql: Database, made: Made, only: readonly Part[]): Promise<[string, Duel][]> {
  let turn = 0
  const agency = () => turn++ % made.agencies.length
  const cookie = (n: number) => ({ cookie: made.cookies[n] ?? '' })
  const someone = () => made.active[(turn++ * 7919) % made.active.length] ?? { id: '', agency: 0 }
  const work = (query: string): Shot => ({ path: `/api/work?limit=25${query}`, headers: cookie(agency()) })
  const bareList = () => ({ path: `/worklist/${made.agencies[agency()]}` })
  const worklists: [string, Duel][] = [
    // Asked again and again: from memory, once it was computed.
    ['worklist', { ours: () => work(''), rival: bareList }],
    // Never asked before, so computed each time: the same 25 rows after a cursor of its own.
    ['worklist, first time', { ours: () => work(`&after=${unseenCursor()}`), rival: bareList }],
  ]
  const one = (): Shot => {
    const { id, agency: n } = someone()
    return { path: `/api/work/${id}`, headers: cookie(n) }
  }
  const duels: Record<(typeof DUELS)[number], () => Promise<[string, Duel][]>> = {
    worklist: async () => worklists,
    one: async () => [['one', { ours: one, rival: () => ({ path: `/one/${someone().id}` }) }]],
    // The rival counts every assignment, grouped by agency, status and lateness.
    leader: async () => [
      [
        'leader',
        {
          ours: () => ({ path: '/api/dashboard', headers: { cookie: made.leader } }),
          rival: () => ({ path: '/dashboard/' }),
        },
      ],
    ],
    report: async () => [['report', await reports(sql, made, cookie)]],
  }
  return (await Promise.all(DUELS.filter((name) => only.includes(name)).map((name) => duels[name]()))).flat()
}

/** Each report needs an assignment of its own, under way and with its version; both servers draw from one heap. */
async function reports(
  sql: Database,
  made: Made,
  cookie: (n: number) => Record<string, string>,
): Promise<Duel> {
  const rows = await sql<{ id: string; version: number }[]>`
    select id, version from assignment
    where tenant_id = ${TENANT} and id = any(${made.active.map(({ id }) => id)}::uuid[])`
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  const heap = [...made.active]
  const draw = () => heap.pop() ?? { id: randomUUID(), agency: 0 }
  const post = (path: string, form: object, headers: Record<string, string>): Shot => ({
    path,
    method: 'POST',
    body: JSON.stringify(form),
    headers: { 'content-type': 'application/json', ...headers },
  })
  const form = { text: 'Đã tổ chức 3 lớp tập huấn cho 120 người', percent: 50 }
  return {
    ours: () => {
      const { id, agency } = draw()
      const seen = { 'idempotency-key': randomUUID(), 'if-match': `"${versions.get(id) ?? 1}"` }
      return post(`/api/work/${id}/steps`, { kind: 'report', ...form }, { ...cookie(agency), ...seen })
    },
    rival: () => post(`/report/${draw().id}`, form, {}),
    supply: { left: () => heap.length, of: 'assignments' },
  }
}

/** Of our server after everything it was asked; the rival's is the bare server's. */
function measureMemory({ ours, bare }: Pair): Measure | null {
  const mine = memoryOf(ours.pid)
  const other = memoryOf(bare.pid)
  if (!mine) return null
  const note = mine.most === null ? {} : { note: `at most ${mine.most.toFixed(0)} MB` }
  return measureOf(mine.now, 'MB', other?.now ?? null, note)
}

/** Everything over the made-up province. */
async function measureWork(house: House, options: Options, table: Table): Promise<void> {
  const { only, rounds, seconds } = options
  const size: Size = options
  const today = systemClock.today()
  busy(`${size.items} items, ${size.agencies} agencies, ${size.facts} facts are made`)
  const made = await house.with('postgres', async (sql) => {
    await migrate(sql)
    return makeWork(sql, size, systemClock.now(), today)
  })
  if (only.includes('rebuild')) {
    const { facts, seconds: spent } = made.rebuild
    table.add('rebuild', measureOf(facts / spent, 'facts/s', null, { note: `${facts} facts` }))
  }
  // The waiting graph writes into a province of its own; a database is copied while nobody is in it.
  if (only.includes('waiting'))
    await house.with('template1', (sql) => sql`create database waiting template postgres`)
  if (only.includes('waiting')) {
    busy('the waiting graph')
    const found = await house.with('waiting', (sql) =>
      measureWaiting(sql, { rounds, now: systemClock.now(), today }),
    )
    for (const [name, measure] of Object.entries(found)) table.add(name, measure)
  }
  const named = await house.with('postgres', (sql) => listDuels(sql, made, only))
  if (named.length > 0 || only.includes('memory')) {
    const env = { DATA_DIR: house.dataDir, PORT: '0', DATABASE_URL: '' }
    const engine = await house.engine()
    const pair: Pair = {
      ours: await house.start([...SERVER_FLAGS, 'src/main.ts', 'serve'], env),
      bare: await house.start(['bench/bare-work.ts', engine.socketDir, engine.user, today]),
    }
    for (const [name, { ours, rival, supply }] of named) {
      busy(`${name}: ${rounds} rounds of ${seconds} s for each server`)
      const found = await duel(
        { port: pair.ours.port, next: ours },
        { port: pair.bare.port, next: rival },
        { seconds, rounds, ...(supply ? { supply } : {}) },
      )
      if (found) table.add(name, found)
      else busy(`${name}: not measured, there are too few ${supply?.of} for ${2 * rounds} turns`)
    }
    if (only.includes('memory')) {
      const found = measureMemory(pair)
      if (found) table.add('memory', found)
      else busy('memory: not measured, this system tells it neither in /proc nor by ps')
    }
  }
}

async function measureTexts(house: House, { texts, rounds }: Options, table: Table): Promise<void> {
  busy(`search over ${texts} texts, which are made first`)
  await house.with('postgres', (sql) => sql`create database texts`)
  const found = await house.with('texts', async (sql) => {
    await migrate(sql)
    return measureSearch(sql, { texts, rounds, now: systemClock.now(), today: systemClock.today() })
  })
  for (const [name, measure] of Object.entries(found)) table.add(name, measure)
}

async function run(options: Options): Promise<void> {
  const house = new House()
  const stop = () => void house.close().then(() => process.exit(1))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  try {
    const table = new Table(GOALS, options.json)
    // First what needs no server: ours takes the engine with it when it ends.
    if (options.only.includes('search')) await measureTexts(house, options, table)
    if (options.only.some((part) => part !== 'search')) await measureWork(house, options, table)
    table.end()
  } finally {
    await house.close()
  }
}

let options: Options | null = null
try {
  options = readOptions()
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${USAGE}`)
  process.exitCode = 2
}
if (options) await run(options)
