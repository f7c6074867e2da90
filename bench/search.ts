// How long a search takes over 200,000 texts (50,000 items, 150,000 lines of 400 plans; sizes as arguments), with words
// that stand in most of them and words that stand in few. Prints a table; asserts nothing.
//   node bench/search.ts [ITEMS] [LINES] [--json]

import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDocument } from '../src/document/read-document.ts'
import { findAll } from '../src/search/find.ts'
import { asJson, connectEngine } from '../src/store/database.ts'
import { startEngine } from '../src/store/engine.ts'
import { migrate } from '../src/store/migrate.ts'

const [ITEMS = 50_000, LINES = 150_000] = process.argv.slice(2).filter(Number).map(Number)
const PLANS = 400
const ROUNDS = 8
const CLIENTS = 10
const SAMPLE = join(import.meta.dirname, '../sample')

/** From the commonest words of the field to those of one text, phrases and loose words, with marks and without. */
const QUERIES = [
  'hợp tác xã',
  'hop tac xa',
  'kế hoạch',
  'ke hoach',
  'phát triển kinh tế tập thể',
  'các',
  'xã hợp tác',
  'kinh tế hợp tác kế hoạch',
  'Ủy ban nhân dân',
  'quản lý nhà nước',
  'đào tạo nguồn nhân lực',
  'chuyển đổi số',
  '147/KH-UBND',
  '147 kh ubnd',
  'tổng kết mười năm',
  'ke haoch',
  'hop tacs xa',
  'không nơi nào có câu này',
  'Sở Tài chính',
  'a',
]

/** Every text has words of its own beside the common ones: the next of a row that never repeats. */
let seed = 20_261_121
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return seed / 2_147_483_648
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

async function readClauses(): Promise<string[]> {
  const texts: string[] = []
  for (const name of ['plan-cooperatives.docx', 'plan-integration.docx']) {
    const { lines } = await readDocument(readFileSync(join(SAMPLE, name)), name)
    texts.push(...lines.flatMap(({ text }) => text.split(/(?<=[;,.])\s/u)))
  }
  return texts.filter((text) => text.length > 15)
}

function textOf(clauses: readonly string[], letters: number): string {
  let text = ''
  while (text.length < letters) text += `${pick(clauses)} `
  return text
}

const median = (times: readonly number[], share: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0

const dataDir = mkdtempSync(join(tmpdir(), 'chutri-search-'))
const engine = await startEngine(dataDir)
const sql = connectEngine(engine)
try {
  await migrate(sql)
  const clauses = await readClauses()
  // Filling an index row by row takes three times as long as making it.
  const indexes = await sql<{ name: string; made: string }[]>`
    select indexname as name, indexdef as made from pg_indexes where indexname in ('plan_line_search', 'item_words', 'item_search')`
  for (const { name } of indexes) await sql`drop index ${sql(name)}`
  const at = new Date('2026-11-21T02:00:00Z')
  await sql`insert into tenant (id, name, province_code, created_at) values (1, 'tỉnh Thử Nghiệm', '99', ${at})`
  for (let p = 0; p < PLANS; p++) {
    const id = randomUUID()
    await sql`
      insert into plan (tenant_id, id, status, file_name, number, type, title, issuer, issued, created_by, created_at)
      values (1, ${id}, 'published', 'k.docx', ${`${p + 1}/KH-UBND`}, 'KH', ${textOf(clauses, 60)}, 'UBND tỉnh',
              ${`20${20 + (p % 7)}-0${1 + (p % 9)}-11`}, ${randomUUID()}, ${at})`
    const lines = Array.from({ length: LINES / PLANS }, (_, n) => ({
      n,
      text: textOf(clauses, 40 + random() * 400),
    }))
    await sql`
      insert into plan_line (tenant_id, plan_id, n, text)
      select 1, ${id}::uuid, n, text from jsonb_to_recordset(${sql.json(asJson(lines))}) as line (n int, text text)`
    const items = Array.from({ length: ITEMS / PLANS }, (_, n) => ({
      id: randomUUID(),
      n,
      quote: textOf(clauses, 80 + random() * 300),
    }))
    await sql`
      insert into item (tenant_id, id, plan_id, ordinal, section, origin, outcome, quote, spans, lead_printed,
                        coordinating_printed, deliverables, due_text, due_kind)
      select 1, id, ${id}::uuid, n, 'II', 'body', 'orientation', quote, '[]', '{Sở Tài chính}', '{}', '{}', '', 'none'
      from jsonb_to_recordset(${sql.json(asJson(items))}) as item (id uuid, n int, quote text)`
  }
  for (const { made } of indexes) await sql.unsafe(made)
  await sql`vacuum analyze`
  const search = (typed: string) =>
    findAll(sql, 1, { typed, kind: undefined, after: 0, withDrafts: true, today: '2026-11-21' })

  const table = []
  const all: number[] = []
  for (const typed of QUERIES) {
    const { groups, isNear } = await search(typed)
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now()
      await search(typed)
      times.push(performance.now() - start)
    }
    all.push(...times)
    const found = groups.map(({ kind, count, isMore }) => `${kind} ${isMore ? '>' : ''}${count}`).join(', ')
    table.push({
      typed,
      found: isNear ? `near: ${found}` : found,
      median: median(times, 0.5),
      worst: median(times, 1),
    })
  }
  const together: number[] = []
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let n = 0; n < QUERIES.length * 2; n++) {
        const start = performance.now()
        await search(pick(QUERIES))
        together.push(performance.now() - start)
      }
    }),
  )
  const sums = {
    texts: ITEMS + LINES,
    'one at a time, p95 ms': median(all, 0.95),
    [`${CLIENTS} at a time, p95 ms`]: median(together, 0.95),
  }
  if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ table, ...sums })}\n`)
  else {
    console.table(
      table.map((row) => ({ ...row, median: row.median.toFixed(1), worst: row.worst.toFixed(1) })),
    )
    console.table(sums)
  }
} finally {
  await sql.end()
  await engine.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
