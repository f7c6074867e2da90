// What is asked of the database, each with a bound on what it may find. Lines, items and difficulties are asked through their index of
// words and pairs of words; plans and agencies are few enough to be read.
import type { Status } from '../difficulty/difficulty.ts'
import type { Fragment, Sql } from '../store/database.ts'
import type { Days, Found } from './rank.ts'
import { type LexemeQuery, type Strings, TIERS, type Wanted } from './wanted.ts'

/** The words of a question, cut as those of the stored texts. */
export async function readWords(sql: Sql, typed: string): Promise<{ plain: string; marked: string }> {
  const [row] = await sql<{ plain: string; marked: string }[]>`
    select plain_words(${typed}) as plain, marked_words(${typed}) as marked`
  return row ?? { plain: '', marked: '' }
}

export type TextKind = 'line' | 'item' | 'difficulty'

/** Where the large texts lie: rows of a plan, in the order of `n`; how many of one plan are enough. */
const TEXTS: Record<TextKind, { table: string; n: (sql: Sql, row: string) => Fragment; enough: number }> = {
  line: { table: 'plan_line', n: (sql, row) => sql`${sql(row)}.n`, enough: 3 },
  item: { table: 'item', n: (sql, row) => sql`${sql(row)}.ordinal`, enough: 10 },
  // The newest first.
  difficulty: {
    table: 'difficulty',
    n: (sql, row) => sql`date '2100-01-01' - ${sql(row)}.raised_on`,
    enough: 10,
  },
}

/** Lines are named "plan n". */
const ROW = (sql: Sql, kind: TextKind) => sql`
  ${kind === 'line' ? sql`line.plan_id || ' ' || line.n` : sql`line.id::text`} as id, line.plan_id as "planId",
  ${TEXTS[kind].n(sql, 'line')} as n`

/** Not LIKE, which takes fifteen times as long over texts of more than one byte a letter. */
const holds = (sql: Sql, column: 'plain' | 'marked', text: string): Fragment =>
  sql`strpos(line.${sql(column)}, ${text}) > 0`
const holdsAll = (sql: Sql, column: 'plain' | 'marked', texts: readonly string[]): Fragment =>
  texts.map((text) => holds(sql, column, text)).reduce((all, one) => sql`${all} and ${one}`)
const some = (sql: Sql, conditions: readonly Fragment[]): Fragment =>
  conditions.reduce((all, one) => sql`${all} or ${one}`)

/** Of a row that holds all the words. */
const TIER = (sql: Sql, { strings, wanted: { phrase, hasMarks } }: Asked) => {
  const folded = sql`when ${holds(sql, 'plain', phrase)} then ${TIERS.phrase}::int`
  if (!hasMarks) return sql`case ${folded} else ${TIERS.words}::int end`
  const exactPhrase = strings.exactPhrase.map((text) => holds(sql, 'marked', text))
  const exactWords = strings.exactWords.map((texts) => sql`(${holdsAll(sql, 'marked', texts)})`)
  return sql`
    case when ${some(sql, exactPhrase)} then ${TIERS.exactPhrase}::int
         ${folded}
         when ${some(sql, exactWords)} then ${TIERS.exactWords}::int
         else ${TIERS.words}::int end`
}

/** What was typed, in the forms in which it is looked for. */
export interface Asked {
  wanted: Wanted
  strings: Strings
}

/** Texts with these lexemes, in no order; `limit` of them where there are more. */
export const listByLexemes = (
  sql: Sql,
  tenantId: number,
  kind: TextKind,
  query: LexemeQuery,
  { asked, limit }: { asked: Asked; limit: number },
) => sql<Found[]>`
  select ${ROW(sql, kind)}, ${TIER(sql, asked)} as tier, 1 as likeness
  from ${sql(TEXTS[kind].table)} line
  where line.tenant_id = ${tenantId} and search_lexemes(line.tenant_id, line.marked, line.plain) @@ ${query}::tsquery
  limit ${limit}`

/** The texts that hold the phrase with its marks, the folded phrase, or all the folded words. */
export type NewestTier = 'exactPhrase' | 'phrase' | 'words'

const HOLDS: Record<NewestTier, (sql: Sql, asked: Asked) => Fragment> = {
  exactPhrase: (sql, { strings }) =>
    some(
      sql,
      strings.exactPhrase.map((text) => holds(sql, 'marked', text)),
    ),
  phrase: (sql, { wanted }) => holds(sql, 'plain', wanted.phrase),
  words: (sql, { strings }) => holdsAll(sql, 'plain', strings.words),
}

/** Texts of one plan read at most: words that common stand among the first. */
const MOST_READ = 500

/** For words in so many texts that an index is no help: these plans are read until each has shown a few. */
export const listNewest = (
  sql: Sql,
  tenantId: number,
  kind: TextKind,
  tier: NewestTier,
  { asked, plans }: { asked: Asked; plans: readonly string[] },
) => sql<Found[]>`
  select found.id, found."planId", found.n, ${TIERS[tier]}::int as tier, 1 as likeness
  from unnest(${plans as string[]}::uuid[]) newest (id)
  cross join lateral (
    select ${ROW(sql, kind)}
    from (
      select * from ${sql(TEXTS[kind].table)} text
      where text.tenant_id = ${tenantId} and text.plan_id = newest.id
      order by ${TEXTS[kind].n(sql, 'text')} limit ${MOST_READ}
    ) line
    where ${HOLDS[tier](sql, asked)}
    limit ${TEXTS[kind].enough}
  ) found`

/** Texts that come near, those with the most of the phrase first. */
export const listNear = (
  sql: Sql,
  tenantId: number,
  kind: TextKind,
  query: LexemeQuery,
  { pairs, limit, most }: { pairs: readonly string[]; limit: number; most: number },
) => sql<Found[]>`
  select line.id, line."planId", line.n, ${TIERS.near}::int as tier,
         ${pairs.map((pair) => holds(sql, 'plain', pair)).reduce((sum, one) => sql`${sum} + (${one})::int`, sql`0`)} as likeness
  from (
    select ${ROW(sql, kind)}, line.plain from ${sql(TEXTS[kind].table)} line
    where line.tenant_id = ${tenantId} and search_lexemes(line.tenant_id, line.marked, line.plain) @@ ${query}::tsquery
    limit ${limit}
  ) line
  order by likeness desc limit ${most}`

/** Of plans without a date of issue the day they were dropped in. */
const DAY = (sql: Sql) => sql`
  coalesce(plan.issued, to_char(plan.created_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')) || ' '
    || to_char(plan.created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')`

const SEEN = (sql: Sql, withDrafts: boolean) => (withDrafts ? sql`` : sql`and plan.status = 'published'`)

/** Plans this reader may see, the newest document first. */
export async function listNewestPlans(
  sql: Sql,
  tenantId: number,
  { withDrafts, limit }: { withDrafts: boolean; limit: number },
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select plan.id from plan where plan.tenant_id = ${tenantId} ${SEEN(sql, withDrafts)}
    order by ${DAY(sql)} collate "C" desc, plan.id limit ${limit}`
  return rows.map((row) => row.id)
}

/** The days of these plans, those left out that this reader may not see. */
export async function listDays(
  sql: Sql,
  tenantId: number,
  ids: readonly string[],
  withDrafts: boolean,
): Promise<Days> {
  const rows = await sql<{ id: string; day: string }[]>`
    select plan.id, ${DAY(sql)} as day from plan
    where plan.tenant_id = ${tenantId} and plan.id = any(${ids as string[]}::uuid[]) ${SEEN(sql, withDrafts)}`
  return new Map(rows.map(({ id, day }) => [id, day]))
}

export interface FoundHead {
  id: string
  tier: number
  likeness: number
}

/** Plans with all the words in number, title, issuer or file name; one whose number is what was typed comes first. */
export const listPlanHeads = (sql: Sql, tenantId: number, asked: Asked) => sql<FoundHead[]>`
  select line.id, 1 as likeness,
         case when line.number is not null and starts_with(line.plain, ${asked.wanted.phrase}) then ${TIERS.code}::int
              else ${TIER(sql, asked)} end as tier
  from plan line
  where line.tenant_id = ${tenantId} and ${holdsAll(sql, 'plain', asked.strings.begun)}`

/**
 * Agencies with all the words in code, name or aliases, or in a name of former days. A whole name or code comes first,
 * who exists before who ended, then the shorter.
 */
export const listAgencies = (sql: Sql, tenantId: number, asked: Asked, today: string) => sql<FoundHead[]>`
  select id, min(tier) as tier, max(likeness) as likeness
  from (
    select line.id, 1.0 / length(line.plain) as likeness, line.ended_on,
           case when (line.code is not null and plain_words(line.code) = ${asked.wanted.phrase})
                  or plain_words(line.name) = ${asked.wanted.phrase}
                  or exists (select 1 from unnest(line.aliases) alias where plain_words(alias) = ${asked.wanted.phrase})
                then ${TIERS.code}::int
                else ${TIER(sql, asked)} end as tier
    from agency line
    where line.tenant_id = ${tenantId} and ${holdsAll(sql, 'plain', asked.strings.begun)}
    union all
    select agency.id, 1.0 / length(line.plain), agency.ended_on, ${TIER(sql, asked)}
    from agency_name line
    join agency on agency.tenant_id = line.tenant_id and agency.id = line.agency_id
    where line.tenant_id = ${tenantId} and ${holdsAll(sql, 'plain', asked.strings.begun)}
  ) found
  group by id, ended_on
  order by min(tier), coalesce(ended_on <= ${today}, false), max(likeness) desc, id`

/** Names with most of the trigrams of what was typed: the last resort against a slip of the keyboard. */
export const listNearHeads = (
  sql: Sql,
  tenantId: number,
  table: 'plan' | 'agency',
  { phrase, most }: { phrase: string; most: number },
) => sql<FoundHead[]>`
  select id, ${TIERS.near}::int as tier, word_similarity(${phrase.trim()}, plain) as likeness from ${sql(table)} head
  where head.tenant_id = ${tenantId} and ${phrase.trim()} <% head.plain
  order by likeness desc, id limit ${most}`

export interface PlanRow {
  id: string
  number: string | null
  title: string
  fileName: string
  issuer: string
  issued: string | null
  status: string
}

export const listPlanRows = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<PlanRow[]>`
  select id, number, title, file_name as "fileName", issuer, issued, status from plan
  where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[])`

/** The words of lines named "plan n". */
export const listLineTexts = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<
  { id: string; n: number; text: string }[]
>`
  select plan_id || ' ' || n as id, n, text
  from plan_line join unnest(${ids as string[]}::text[]) asked (name)
    on plan_line.plan_id = split_part(asked.name, ' ', 1)::uuid and plan_line.n = split_part(asked.name, ' ', 2)::int
  where plan_line.tenant_id = ${tenantId}`

export interface ItemRow {
  id: string
  planId: string
  number: string | null
  title: string
  section: string
  quote: string
  beside: string
  assignments: number
  assignmentId: string | null
}

export const listItemRows = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<ItemRow[]>`
  select item.id, plan.id as "planId", plan.number, plan.title, item.section, item.quote,
         concat_ws(' · ', nullif(array_to_string(item.deliverables, '; '), ''),
                   nullif(array_to_string(item.lead_printed || item.coordinating_printed, '; '), '')) as beside,
         held.n as assignments, case when held.n = 1 then held.id end as "assignmentId"
  from item
  join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
  cross join lateral (
    select count(*) as n, (array_agg(assignment.id))[1] as id from assignment
    where assignment.tenant_id = ${tenantId} and assignment.item_id = item.id
  ) held
  where item.tenant_id = ${tenantId} and item.id = any(${ids as string[]}::uuid[])`

export interface DifficultyRow {
  id: string
  planId: string
  number: string | null
  title: string
  agency: string
  status: Status
  raisedOn: string
  text: string
  proposal: string
}

export const listDifficultyRows = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<
  DifficultyRow[]
>`
  select difficulty.id, plan.id as "planId", plan.number, plan.title, agency.name as agency, difficulty.status,
         difficulty.raised_on as "raisedOn", difficulty.text, difficulty.proposal
  from difficulty
  join plan on plan.tenant_id = difficulty.tenant_id and plan.id = difficulty.plan_id
  join agency on agency.tenant_id = difficulty.tenant_id and agency.id = difficulty.agency_id
  where difficulty.tenant_id = ${tenantId} and difficulty.id = any(${ids as string[]}::uuid[])`

export interface AgencyRow {
  id: string
  name: string
  code: string | null
  agencyKind: string
  parent: string | null
  province: string | null
  endedOn: string | null
  aliases: string[]
  formerNames: string[]
}

export const listAgencyRows = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<AgencyRow[]>`
  select agency.id, agency.name, agency.code, agency.kind as "agencyKind", parent.name as parent, agency.province,
         agency.ended_on as "endedOn", agency.aliases,
         array(select former.name from agency_name former
               where former.tenant_id = ${tenantId} and former.agency_id = agency.id order by former.until) as "formerNames"
  from agency
  left join agency parent on parent.tenant_id = agency.tenant_id and parent.id = agency.parent_id
  where agency.tenant_id = ${tenantId} and agency.id = any(${ids as string[]}::uuid[])`
