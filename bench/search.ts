// Search over a made-up library: a quarter of the texts are items, the others lines of plans. From the commonest words
// of the field to the misspelt, one question at a time and ten at once, as the route asks it.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocument } from '../src/document/read-document.ts'
import { findAll } from '../src/search/find.ts'
import { readWords } from '../src/search/queries.ts'
import { asJson, type Database } from '../src/store/database.ts'
import { type Measure, measureOf, median, percentile, timed } from './measure.ts'

const TENANT = 1
const CLIENTS = 10
/** So many times in each round a question is asked one at a time. */
const REPEATS = 3
const TEXTS_OF_A_PLAN = 500
/** Search reads the thirty newest plans for common words: there must be more than those. */
const FEWEST_PLANS = 50
const SAMPLE = join(import.meta.dirname, '../sample')

/** From the commonest words of the field to those of one text, phrases and loose words, with marks and without. */
const QUESTIONS = [
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

/** Fills an empty database that has been migrated. */
async function makeTexts(sql: Database, texts: number, now: Date): Promise<void> {
  const clauses = await readClauses()
  // Filling an index row by row takes three times as long as making it.
  const indexes = await sql<{ name: string; made: string }[]>`
    select indexname as name, indexdef as made from pg_indexes where indexname in ('plan_line_search', 'item_words', 'item_search')`
  for (const { name } of indexes) await sql`drop index ${sql(name)}`
  await sql`insert into tenant (id, name, province_code, created_at) values (${TENANT}, 'tỉnh Thử Nghiệm', '99', ${now})`
  const plans = Math.max(FEWEST_PLANS, Math.round(texts / TEXTS_OF_A_PLAN))
  const ofPlan = (all: number, p: number) =>
    Math.floor((all * (p + 1)) / plans) - Math.floor((all * p) / plans)
  const itemTotal = Math.round(texts / 4)
  for (let p = 0; p < plans; p++) {
    const id = randomUUID()
    await sql`
      insert into plan (tenant_id, id, status, file_name, number, type, title, issuer, issued, created_by, created_at)
      values (${TENANT}, ${id}, 'published', 'k.docx', ${`${p + 1}/KH-UBND`}, 'KH', ${textOf(clauses, 60)}, 'UBND tỉnh',
              ${`20${20 + (p % 7)}-0${1 + (p % 9)}-11`}, ${randomUUID()}, ${now})`
    const lines = Array.from({ length: ofPlan(texts - itemTotal, p) }, (_, n) => ({
      n,
      text: textOf(clauses, 40 + random() * 400),
    }))
    await sql`
      insert into plan_line (tenant_id, plan_id, n, text)
      select ${TENANT}, ${id}::uuid, n, text from jsonb_to_recordset(${sql.json(asJson(lines))}) as line (n int, text text)`
    const items = Array.from({ length: ofPlan(itemTotal, p) }, (_, n) => ({
      id: randomUUID(),
      n,
      quote: textOf(clauses, 80 + random() * 300),
    }))
    await sql`
      insert into item (tenant_id, id, plan_id, ordinal, section, origin, outcome, quote, spans, lead_printed,
                        coordinating_printed, deliverables, due_text, due_kind)
      select ${TENANT}, id, ${id}::uuid, n, 'II', 'body', 'orientation', quote, '[]', '{Sở Tài chính}', '{}', '{}', '', 'none'
      from jsonb_to_recordset(${sql.json(asJson(items))}) as item (id uuid, n int, quote text)`
  }
  for (const { made } of indexes) await sql.unsafe(made)
}

/**
 * The rival: full text search as PostgreSQL's manual has it, over a copy of the same texts. Their folded words are
 * stored as tsvector with a GIN index of their own; one statement asks for all the words, ranks what it finds by ts_rank
 * and gives 20. Not over our index: that one holds no vectors, so ts_rank would have to make each anew, which takes ten
 * times as long. It knows no phrases, marks, codes, misspellings or agencies, and cuts no snippets.
 */
async function makeBare(sql: Database): Promise<void> {
  await sql`
    create table bare_text as
    select tenant_id, plan_id, n, text, to_tsvector('simple', plain) as words from plan_line
    union all
    select tenant_id, plan_id, ordinal, quote, to_tsvector('simple', plain) from item`
  await sql`create index bare_words on bare_text using gin (words)`
}

const askBare = async (sql: Database, typed: string) => {
  const { plain } = await readWords(sql, typed)
  return sql`
    select plan_id, n, text, ts_rank(words, question) as rank
    from bare_text, plainto_tsquery('simple', ${plain}) question
    where tenant_id = ${TENANT} and words @@ question order by rank desc limit 20`
}

/** Milliseconds of every question when each of some clients asks all of them, beginning at another. */
async function askTogether(ask: (typed: string) => Promise<unknown>): Promise<number[]> {
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    const times: number[] = []
    for (let n = 0; n < QUESTIONS.length; n++)
      times.push(await timed(() => ask(QUESTIONS[(client * 7 + n) % QUESTIONS.length] ?? '')))
    return times
  })
  return (await Promise.all(clients)).flat()
}

/** In: a migrated, empty database. Out: p95 in ms over all questions. Without HTTP: some 2 ms of each answer. */
export async function measureSearch(
  sql: Database,
  { texts, rounds, now, today }: { texts: number; rounds: number; now: Date; today: string },
): Promise<Record<string, Measure>> {
  await makeTexts(sql, texts, now)
  await makeBare(sql)
  await sql`vacuum analyze`
  const ask = (typed: string) =>
    findAll(sql, TENANT, { typed, kind: undefined, after: 0, withDrafts: true, today })
  const bare = (typed: string) => askBare(sql, typed)
  const alone = { ours: [] as number[], rival: [] as number[] }
  const together = { ours: [] as number[], rival: [] as number[] }
  let found = 0
  let worst = { typed: '', ms: 0 }
  for (const typed of QUESTIONS) {
    if ((await ask(typed)).groups.length > 0) found++
    await bare(typed)
    const times: number[] = []
    for (let n = 0; n < rounds * REPEATS; n++) {
      times.push(await timed(() => ask(typed)))
      alone.rival.push(await timed(() => bare(typed)))
    }
    alone.ours.push(...times)
    if (median(times) > worst.ms) worst = { typed, ms: median(times) }
  }
  for (let round = 0; round < rounds; round++) {
    together.ours.push(...(await askTogether(ask)))
    together.rival.push(...(await askTogether(bare)))
  }
  const p95 = ({ ours, rival }: typeof alone, note: string) =>
    measureOf(percentile(ours, 0.95), 'ms', percentile(rival, 0.95), { note })
  const middles = ({ ours, rival }: typeof alone) =>
    `p95; median ${median(ours).toFixed(1)}, rival ${median(rival).toFixed(1)} ms`
  const most = `longest "${worst.typed}" ${worst.ms.toFixed(0)} ms`
  return {
    search: p95(alone, `${middles(alone)}; ${most}; ${found} of ${QUESTIONS.length} find something`),
    [`search, ${CLIENTS} at once`]: p95(together, middles(together)),
  }
}
