// Registers and indicators, measured in one run over a PostgreSQL of its own: the list of a register, indicators with the
// rows behind them, all targets of a plan, an import. The rivals: the same questions as plain SQL over the same tables,
// and COPY of the same rows. --json prints one object. Asserts nothing.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { readXlsx, writeXlsx } from 'hucre'
import { z } from 'zod'
// @ts-expect-error plain JavaScript, run before anything is installed
import { SERVER_FLAGS } from '../bin/prepare.mjs'
import { systemClock } from '../src/base/config.ts'
import { computeMany, computeOn } from '../src/indicator/compile.ts'
import type { Formula } from '../src/indicator/formula.ts'
import { READY } from '../src/indicator/ready.ts'
import { recordsOf } from '../src/indicator/records.ts'
import { cooperative } from '../src/register/cooperative.ts'
import { type Register, say } from '../src/register/kit/register.ts'
import { connectEngine, type Database } from '../src/store/database.ts'
import { startEngine } from '../src/store/engine.ts'
import { migrate } from '../src/store/migrate.ts'
import { memoryOf, start } from './duel.ts'
import { measureOf, median, percentile, Table, timed } from './measure.ts'
import { LOGIN, makeRegisters, PASSWORD, TENANT } from './register-data.ts'

const GOALS = {
  list: '≤ 100 ms',
  'indicator, its rows': '≤ 300 ms',
  'targets of a plan': '≤ 1000 ms',
  import: '≤ 30 s',
  'memory of an import': '≤ 400 MB',
  'memory of the server': '≤ 400 MB',
}
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    cooperatives: { type: 'string', default: '50000' },
    years: { type: 'string', default: '10' },
    members: { type: 'string', default: '500000' },
    rows: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '100' },
  },
})
const [ROWS, ROUNDS] = [Number(values.rows), Number(values.rounds)]
const size = {
  cooperatives: Number(values.cooperatives),
  years: Number(values.years),
  members: Number(values.members),
}
const TARGETS = 24
const busy = (text: string) => process.stderr.write(`… ${text}\n`)

const found = new Table(GOALS, values.json ?? false)
const dataDir = mkdtempSync(join(tmpdir(), 'chutri-registers-'))
const engine = await startEngine(dataDir)
const today = systemClock.today()
const lastYear = Number(today.slice(0, 4)) - 1

/** Words that many names have, and one that few have. */
const WORDS = ['nong nghiep', 'Chè', 'ho tieu', 'số 4999', 'vận tải']

async function measureList(port: number, sql: Database, place: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: LOGIN, password: PASSWORD }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const ours: number[] = []
  const plain: number[] = []
  for (let n = 0; n < ROUNDS; n++) {
    const q = WORDS[n % WORDS.length] ?? ''
    const filter = new URLSearchParams({
      kind: 'cooperative',
      ...(n % 2 ? { status: 'active' } : { place }),
      q,
    })
    ours.push(
      await timed(async () => {
        const page = await fetch(`http://127.0.0.1:${port}/api/registers/cooperative/rows?${filter}`, {
          headers: { cookie },
        })
        if (!page.ok) throw new Error(await page.text())
        await page.json()
      }),
    )
    plain.push(
      await timed(
        () => sql`
          select id, code, name, kind, status, place, sector, members from cooperative
          where tenant_id = ${TENANT} and not is_void and kind = 'cooperative' and search like '%' || fold(${q}) || '%'
            and ${n % 2 ? sql`status = 'active'` : sql`place = ${place}`}
          order by name collate "vi-x-icu", id limit 50`,
      ),
    )
  }
  const note = `p95 over HTTP with rights, names and count, p50 ${median(ours).toFixed(0)} ms; the rival one statement`
  found.add('list', measureOf(percentile(ours, 0.95), 'ms', percentile(plain, 0.95), { note }))
}

async function measureIndicators(sql: Database): Promise<void> {
  const formulas = READY.flatMap(({ formula }) => (formula ? [formula] : []))
  const asked = { tenantId: TENANT, day: today, areaId: null }
  const ours: number[] = []
  for (const formula of formulas)
    ours.push(
      await timed(async () => {
        await computeOn(sql, TENANT, formula, { day: today })
        await recordsOf(sql, formula, { ...asked, side: 'part', atom: 0 })
      }),
    )
  const average = () => sql`
    select avg(income_per_worker) from yearly_update
    join cooperative on cooperative.tenant_id = ${TENANT} and cooperative.id = yearly_update.cooperative
    where yearly_update.tenant_id = ${TENANT} and year = ${lastYear} and cooperative.kind = 'cooperative'`
  const plain: number[] = []
  for (let n = 0; n < formulas.length; n++) plain.push(await timed(average))
  const note = `the slowest of ${formulas.length}, p50 ${median(ours).toFixed(0)} ms; the rival: one average through a reference`
  found.add('indicator, its rows', measureOf(Math.max(...ours), 'ms', Math.max(...plain), { note }))

  const all = Array.from({ length: TARGETS }, (_, n) => formulas[n % formulas.length] as Formula)
  const together: number[] = []
  const apart: number[] = []
  for (let turn = 0; turn < 5; turn++) {
    together.push(await timed(() => computeMany(sql, all, { tenantId: TENANT, days: [today] })))
    apart.push(
      await timed(async () => {
        for (let n = 0; n < TARGETS; n++)
          await sql`select count(*), sum(members) from cooperative
                    where tenant_id = ${TENANT} and not is_void and since <= ${today} and status <> 'ended'`
      }),
    )
  }
  found.add(
    'targets of a plan',
    measureOf(median(together), 'ms', median(apart), { note: `${TARGETS}; the rival: as many plain counts` }),
  )
  const then = `${lastYear - 3}-12-31`
  const before: number[] = []
  for (let turn = 0; turn < 5; turn++)
    before.push(await timed(() => computeMany(sql, all, { tenantId: TENANT, days: [then] })))
  found.add('the same, years ago', measureOf(median(before), 'ms', null, { note: `as of ${then}` }))
}

/** A sheet of new cooperatives under our own headings. */
async function sheetOf(rows: number): Promise<Uint8Array> {
  const { columns } = cooperative as Register
  const heads = [
    'code',
    'name',
    'kind',
    'place',
    'sector',
    'registeredOn',
    'charterCapital',
    'members',
    'director',
    'womanDirector',
  ]
  const label = (name: string) => {
    const column = columns[name]
    if (!column) throw new Error(`no column ${name}`)
    return say(column.label)
  }
  return writeXlsx({
    sheets: [
      {
        name: 'HTX',
        rows: [
          heads.map(label),
          ...Array.from({ length: rows }, (_, n) => [
            `9${String(n).padStart(8, '0')}1`,
            `Hợp tác xã Nhập khẩu ${n}`,
            'Hợp tác xã',
            `xã Số ${1 + (n % 95)}`,
            'Nông, lâm, ngư nghiệp',
            new Date(Date.UTC(2020, n % 12, 1 + (n % 28))),
            1_000_000 * (n % 900),
            7 + (n % 60),
            `Người ${n}`,
            n % 2 ? 'x' : '',
          ]),
        ],
      },
    ],
  })
}

const Text = z.string().min(1)
const Amount = z.number().min(0)
const Code = z.string().regex(/^\d{10}$/)
const PlainRow = z.tuple([
  ...([Code, Text, Text, Text, Text] as const),
  ...([z.date(), Amount, Amount, Text, z.string().nullable()] as const),
])

/** Runs the command and watches its memory. */
async function importApart(path: string): Promise<{ seconds: number; mb: number; out: string }> {
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [...SERVER_FLAGS, 'src/main.ts', 'register', 'import', 'cooperative', path, '--as', LOGIN],
    { cwd: join(import.meta.dirname, '..'), env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' } },
  )
  let mb = 0
  let out = ''
  const watch = setInterval(() => {
    mb = Math.max(mb, memoryOf(child.pid ?? 0)?.most ?? 0)
  }, 50)
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (out += part))
  const code = await new Promise((done) => child.once('exit', done))
  clearInterval(watch)
  if (code !== 0) throw new Error(`the import ended with ${code}: ${out.slice(-2000)}`)
  return { seconds: (performance.now() - began) / 1000, mb, out }
}

async function measureImport(sql: Database): Promise<void> {
  const path = join(dataDir, 'nhap.xlsx')
  const bytes = await sheetOf(ROWS)
  writeFileSync(path, bytes)
  const { seconds, mb } = await importApart(path)
  const columns = sql`tenant_id, id, version, since, act, at, actor, reason, is_void, code, name, kind, status, place, address,
    sector, registered_on, charter_capital, members, director, woman_director`
  const imported = await sql<{ n: number }[]>`
    select count(*) as n from cooperative where tenant_id = ${TENANT} and code like '9%1' and name like 'Hợp tác xã Nhập khẩu %'`
  const note = `${imported[0]?.n} rows from .xlsx by the command line: read, checked, compared, written`
  // The same rows out as text and in again, into a table with the same keys and indexes.
  await sql`create table copied (like cooperative including all)`
  const parts: Buffer[] = []
  const out = await sql`copy (select ${columns} from cooperative
    where tenant_id = 1 and code like '9%1' and name like 'Hợp tác xã Nhập khẩu %') to stdout`.readable()
  for await (const part of out) parts.push(part as Buffer)
  const copy = await timed(async () =>
    pipeline(Readable.from(parts), await sql`copy copied (${columns}) from stdin`.writable()),
  )
  // And before that the file read and each row held against one plain schema.
  const plain = await timed(async () => {
    const { sheets } = await readXlsx(bytes)
    for (const row of sheets[0]?.rows.slice(1) ?? []) PlainRow.parse(row)
  })
  found.add(
    'import',
    measureOf(seconds, 's', (copy + plain) / 1000, {
      note: `${note}; the rival: read by the library, one schema a row, COPY into the same table and indexes`,
    }),
  )
  found.add('memory of an import', measureOf(mb, 'MB', null, { note: 'the process of the command, at most' }))
}

const sql = connectEngine(engine)
try {
  await migrate(sql)
  busy(
    `${size.cooperatives} cooperatives, ${size.years} yearly updates each, ${size.members} members are made`,
  )
  const { places } = await makeRegisters(sql, size, { at: systemClock.now(), lastYear })
  busy('indicators')
  await measureIndicators(sql)
  const server = await start([...SERVER_FLAGS, 'src/main.ts', 'serve'], {
    DATA_DIR: dataDir,
    PORT: '0',
    DATABASE_URL: '',
  })
  try {
    busy('lists')
    await measureList(server.port, sql, places[0] ?? '')
    busy(`an import of ${ROWS} rows`)
    await measureImport(sql)
    const memory = memoryOf(server.pid)
    if (memory)
      found.add('memory of the server', measureOf(memory.most ?? memory.now, 'MB', null, { note: 'at most' }))
  } finally {
    await sql.end({ timeout: 5 })
    await server.stop()
  }
  found.end()
} finally {
  await sql.end({ timeout: 5 })
  await engine.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
