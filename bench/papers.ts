// Papers, measured in one run over a PostgreSQL of its own with made-up data: the reports of 95 communes on 50 duties each
// joined into one and written as Word and Excel, the form a commune opens, and the lists of a morning for five thousand. The rivals: the rows read and folded by
// nobody, the docx library writing the same texts as one plain table, and the bare rows behind the lists. --json prints one object. Asserts nothing.
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
// @ts-expect-error plain JavaScript, run before anything is installed
import { SERVER_FLAGS } from '../bin/prepare.mjs'
import { insertAgency } from '../src/agency/queries.ts'
import type { Actor } from '../src/http/actor.ts'
import { insertAccount } from '../src/identity/queries.ts'
import { readReport } from '../src/report/answers.ts'
import { getReport, listReports } from '../src/report/queries.ts'
import { takeReportStep } from '../src/report/record.ts'
import { createRegime, openRound } from '../src/report/rounds.ts'
import { asJson, connectEngine, type Database } from '../src/store/database.ts'
import { startEngine } from '../src/store/engine.ts'
import { migrate } from '../src/store/migrate.ts'
import { createWork } from '../src/task/create-work.ts'
import type { NewItem } from '../src/task/task.ts'
import type { AgencyKind } from '../src/vocabulary/agency-kind.ts'
import type { Role } from '../src/vocabulary/role.ts'
import type { Asked, Done } from './consolidate.ts'
import { Table as Found, measureOf, median, percentile, timed } from './measure.ts'
import { measureMornings } from './urging.ts'
import { makeWork } from './work-data.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    agencies: { type: 'string', default: '95' },
    duties: { type: 'string', default: '50' },
    people: { type: 'string', default: '5000' },
  },
})
const [AGENCIES, DUTIES, PEOPLE] = [Number(values.agencies), Number(values.duties), Number(values.people)]
const TENANT = 1
const NOW = { at: new Date('2026-12-10T02:00:00Z'), today: '2026-12-10' }
const GOALS = {
  consolidation: '≤ 5000 ms',
  'memory of it': '≤ 300 MB',
  'form of a commune': '≤ 150 ms',
  'morning lists': '≤ 60 s',
}

interface Made {
  planId: string
  focal: Actor
  communes: Actor[]
}

async function make(sql: Database): Promise<Made> {
  const at = new Date('2026-02-01T02:00:00Z')
  await sql`insert into tenant (id, name, province_code, created_at) values (${TENANT}, 'tỉnh Thử Nghiệm', '99', ${at})`
  const agency = async (name: string, kind: AgencyKind) => {
    const id = randomUUID()
    await insertAgency(sql, TENANT, id, { name, kind, code: null, parentId: null, aliases: [] }, at)
    return id
  }
  const person = async (name: string, role: Role, agencyId: string): Promise<Actor> => {
    const id = randomUUID()
    const never = { passwordHash: null, codeHash: null, codeExpiresAt: null }
    const account = { tenantId: TENANT, id, login: name, name, position: '', role, agencyId, ...never, at }
    await insertAccount(sql, account)
    const capacity = { forAccountId: null, role, agencyId, unitOf: null }
    return { tenantId: TENANT, accountId: id, name, role, agencyId, capacities: [capacity] }
  }
  await agency('UBND tỉnh', 'province-committee')
  const focalId = await agency('Sở Tài chính', 'department')
  const focal = await person('focal', 'focal', focalId)
  const communes: Actor[] = []
  for (let n = 0; n < AGENCIES; n++)
    communes.push(await person(`xa${n}`, 'officer', await agency(`UBND xã Số ${n}`, 'commune')))
  const planId = randomUUID()
  await sql`
    insert into plan (tenant_id, id, status, file_name, number, type, title, issuer, overseer_id, created_by, created_at,
                      published_at)
    values (${TENANT}, ${planId}, 'published', 'k.docx', '1/KH-UBND', 'KH', 'Kế hoạch', 'UBND tỉnh', ${focalId},
            ${focal.accountId}, ${at}, ${at})`
  const bearers = communes.flatMap(({ agencyId }) => agencyId ?? [])
  const items = Array.from(
    { length: DUTIES },
    (_, n): NewItem => ({
      ...{ id: randomUUID(), ordinal: n + 1, section: 'III.1', origin: 'body', outcome: 'each' },
      quote: `Nhiệm vụ số ${n + 1}: rà soát, củng cố hợp tác xã trên địa bàn và báo cáo kết quả từng quý`,
      ...{ spans: [], leadPrinted: [], coordinatingPrinted: [], deliverables: [], mergedInto: null, bearers },
      due: { text: 'trước 20/11', kind: 'date', from: null, to: '2026-11-20' },
      coordinators: [],
    }),
  )
  const given = { reportDays: 0, subDutyDays: null, at, today: '2026-02-01', on: '2026-02-01' }
  await sql.begin((tx) => createWork(tx, TENANT, planId, items, given))
  const work = await sql<{ id: string; agencyId: string }[]>`
    select id, agency_id as "agencyId" from assignment where tenant_id = ${TENANT}`
  const author = new Map(communes.map((one) => [one.agencyId, one]))
  const steps = work.flatMap(({ id, agencyId }, n) => {
    const { accountId = '', name = '' } = author.get(agencyId) ?? {}
    const text = `Đã rà soát ${n % 17} hợp tác xã, củng cố ${n % 7}. ${'Kết quả cụ thể từng đơn vị kèm theo. '.repeat(8)}${n}`
    return [
      { seq: 1, kind: 'report', text, percent: 40 + (n % 6) * 12 },
      { seq: 2, kind: 'approve', text: '', percent: null },
    ].map((step) => ({ ...step, id: randomUUID(), assignmentId: id, accountId, actor: name, agencyId }))
  })
  await sql`
    insert into step (tenant_id, id, assignment_id, seq, kind, account_id, actor, agency_id, at, on_day, text, percent)
    select ${TENANT}::int, id, "assignmentId", seq, kind, "accountId", actor, "agencyId", ${NOW.at}::timestamptz,
           '2026-11-10', text, percent
    from jsonb_to_recordset(${sql.json(asJson(steps))}) as new
      (id uuid, "assignmentId" uuid, seq int, kind text, "accountId" uuid, actor text, "agencyId" uuid, text text, percent int)`
  await sql`analyze`
  return { planId, focal, communes }
}

const consolidateApart = (asked: Asked): Promise<Done> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'consolidate.ts'), { execArgv: [...SERVER_FLAGS] })
    child.once('message', (done) => resolve(done as Done))
    child.once('error', reject)
    child.once('exit', (code) => code && reject(new Error(`consolidation ended with ${code}`)))
    child.send(asked)
  })

/** The same texts as one table of the library, a cell an object. */
async function plainTable(texts: readonly string[]): Promise<Uint8Array> {
  const rows = texts.map(
    (text, n) =>
      new TableRow({
        children: [String(n), text].map((one) => new TableCell({ children: [new Paragraph(one)] })),
      }),
  )
  return new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows })] }] })),
  )
}

const dataDir = mkdtempSync(join(tmpdir(), 'chutri-papers-'))
const engine = await startEngine(dataDir)
const sql = connectEngine(engine)
try {
  await migrate(sql)
  const { planId, focal, communes } = await make(sql)
  const regime = {
    title: 'Báo cáo năm',
    every: 'year' as const,
    dueDay: 15,
    dueMonth: 0,
    dueInclusive: false,
  }
  const days = { afterDays: 5, beforeDays: 5, openDays: 30, quote: '', sourceKey: null, links: [] }
  const round = await sql.begin(async (tx) => {
    const { id } = await createRegime(tx, focal, planId, { ...regime, ...days }, NOW)
    return openRound(tx, focal, planId, { kind: 'periodic', regimeId: id, period: '2026', note: '' }, NOW)
  })
  const reports = await listReports(sql, TENANT, round.id)
  const found = new Found(GOALS, values.json ?? false)

  const ours: number[] = []
  const bare: number[] = []
  for (let turn = 0; turn < 2; turn++)
    for (const commune of communes) {
      const row = reports.find(({ agencyId }) => agencyId === commune.agencyId)
      if (!row) continue
      ours.push(
        await timed(async () => readReport(sql, commune, await getReport(sql, TENANT, row.id), NOW.today)),
      )
      bare.push(
        await timed(
          () => sql`
            select item.quote, assignment.status, step.kind, step.text, step.percent from assignment
            join item on item.tenant_id = ${TENANT} and item.id = assignment.item_id
            left join step on step.tenant_id = ${TENANT} and step.assignment_id = assignment.id
            where assignment.tenant_id = ${TENANT} and assignment.agency_id = ${commune.agencyId}`,
        ),
      )
    }
  found.add(
    'form of a commune',
    measureOf(percentile(ours, 0.95), 'ms', percentile(bare, 0.95), { note: 'p95' }),
  )

  const handedIn = await timed(async () => {
    for (const commune of communes) {
      const row = reports.find(({ agencyId }) => agencyId === commune.agencyId)
      if (row)
        await sql.begin((tx) =>
          takeReportStep(tx, commune, row.id, 1, { kind: 'submit', text: '', dueOn: null }, NOW),
        )
    }
  })
  found.add('handing one in', measureOf(handedIn / communes.length, 'ms'))

  const top = reports.find(({ level }) => level === 1)
  if (!top) throw new Error('no report at the top')
  const texts = (
    await sql<{ text: string }[]>`select text from step where tenant_id = ${TENANT} and kind = 'report'`
  ).map(({ text }) => text)
  const done = await consolidateApart({
    ...{ socketDir: engine.socketDir, user: engine.user, reportId: top.id, focal },
    ...{ at: NOW.at.toISOString(), today: NOW.today },
  })
  const rival: number[] = []
  for (let turn = 0; turn < 2; turn++) rival.push(await timed(() => plainTable(texts)))
  const note = `${communes.length} × ${DUTIES}, Word and Excel ${Math.round(done.bytes / 1024)} kB`
  found.add('consolidation', measureOf(median(done.ms), 'ms', median(rival), { note }))
  found.add('memory of it', measureOf(done.mb, 'MB', null, { note: 'the whole process' }))

  // In a province of its own: two hundred agencies with work enough for everybody.
  await sql`create database mornings`
  const province = connectEngine(engine, 'mornings')
  await migrate(province)
  await makeWork(province, { items: 20_000, agencies: 200, facts: 60_000 }, NOW.at, NOW.today)
  const lists = await measureMornings(province, { people: PEOPLE, today: NOW.today })
  for (const [name, measure] of Object.entries(lists)) found.add(name, measure)
  await province.end({ timeout: 5 })
  found.end()
} finally {
  await sql.end({ timeout: 5 })
  await engine.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
