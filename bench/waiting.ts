// The waiting graph of a made-up province, from the questions to the answer: a tenth of the work waits for an approval;
// to that come open parts, events and requirements. node bench/waiting.ts --items 50000. Asserts nothing.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemClock } from '../src/base/config.ts'
import { connectEngine } from '../src/store/database.ts'
import { startEngine } from '../src/store/engine.ts'
import { migrate } from '../src/store/migrate.ts'
import { tellWaits } from '../src/waiting/answer.ts'
import { tellAssignment } from '../src/waiting/assignment-waits.ts'
import { rankBlockers } from '../src/waiting/blockers.ts'
import { gatherAll } from '../src/waiting/facts.ts'
import { waitsOf } from '../src/waiting/waits.ts'
import { makeWork, TENANT } from './work-data.ts'

const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '50000' },
    agencies: { type: 'string', default: '200' },
    facts: { type: 'string', default: '500000' },
    rounds: { type: 'string', default: '15' },
  },
})
const today = systemClock.today()
const dataDir = mkdtempSync(join(tmpdir(), 'chutri-bench-'))
const engine = await startEngine(dataDir)
const sql = connectEngine(engine)
const say = (line: string) => process.stdout.write(`${line}\n`)

const median = (of: number[]): string => ([...of].sort((a, b) => a - b)[of.length >> 1] ?? 0).toFixed(1)
async function time<T>(label: string, run: () => T | Promise<T>): Promise<T> {
  const spent: number[] = []
  let last = await run()
  for (let round = 0; round < Number(values.rounds); round++) {
    const began = performance.now()
    last = await run()
    spent.push(performance.now() - began)
  }
  say(`${label}: ${median(spent)} ms (median), ${Math.max(...spent).toFixed(1)} ms (worst)`)
  return last
}

try {
  await migrate(sql)
  const size = { items: Number(values.items), agencies: Number(values.agencies), facts: Number(values.facts) }
  await makeWork(sql, size, systemClock.now(), today)
  // One in thirty items has an open part of the next agency, one in three hundred waits for an event or another item.
  await sql`
    insert into assignment (tenant_id, id, plan_id, item_id, agency_id, given_to, ordinal, role, parent_id, given_on, status, created_at)
    select ${TENANT}, gen_random_uuid(), plan_id, item_id, other.id, other.id, ordinal, 'coordinating', assignment.id,
           assignment.given_on, 'active', assignment.created_at
    from assignment
    join lateral (select id from agency where agency.tenant_id = ${TENANT} and agency.id > assignment.agency_id order by id limit 1) other on true
    where assignment.tenant_id = ${TENANT} and ordinal % 30 = 15`
  await sql`update item set event = 'Sau khi có hướng dẫn' where tenant_id = ${TENANT} and ordinal % 300 = 16`
  await sql`
    insert into prerequisite (tenant_id, item_id, requires_item_id, reason, on_day, account_id, at)
    select ${TENANT}, item.id, other.id, 'đo', ${today}, (select min(id::text)::uuid from account where tenant_id = ${TENANT}), ${systemClock.now()}
    from item join item other on other.tenant_id = ${TENANT} and other.ordinal = item.ordinal + 300
    where item.tenant_id = ${TENANT} and item.ordinal % 300 = 17`
  await sql`analyze`
  const facts = await time('questions', () => gatherAll(sql, TENANT))
  const waits = await time('facts to graph', () => waitsOf(facts))
  const ranking = await time('blockers, circles', () => rankBlockers(waits))
  const scope = { agencies: null }
  await time('answer in words, with the drawing', () =>
    tellWaits(sql, TENANT, waits, scope, { limit: 20, after: 0, brief: false }, today),
  )
  await time('all of it, as the page asks', async () =>
    tellWaits(
      sql,
      TENANT,
      waitsOf(await gatherAll(sql, TENANT)),
      scope,
      { limit: 20, after: 0, brief: false },
      today,
    ),
  )
  await time('all of it, for a short list', async () =>
    tellWaits(
      sql,
      TENANT,
      waitsOf(await gatherAll(sql, TENANT)),
      scope,
      { limit: 5, after: 0, brief: true },
      today,
    ),
  )
  const [one] = waits.waits.filter(({ reason }) => reason === 'prerequisite')
  const id = one ? (waits.nodes[one.from]?.id ?? '') : ''
  await time('one assignment', () => tellAssignment(sql, TENANT, id, today))
  say(`${waits.nodes.length} nodes, ${waits.waits.length} waits, ${ranking.blockers.length} blockers`)
} finally {
  await sql.end({ timeout: 5 })
  await engine.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
