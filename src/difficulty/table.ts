// Bảng tổng hợp khó khăn, vướng mắc: one row for each difficulty with all who raised it, grouped by who must decide.
import { workingDaysBetween } from '../base/calendar.ts'
import { Refusal } from '../base/refusal.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { readCalendar, type WorkingCalendar } from '../working-day/queries.ts'
import type { ConsolidatedTable, DifficultyFilter, Raiser, TableRow } from './exchange.ts'
import { type ListRow, listDifficulties } from './listing.ts'
import { documentOf } from './sentence.ts'
import { listAnswers, listRaisers } from './story.ts'

/** What a table on paper can still be; more is to be narrowed down. */
export const MOST_ROWS = 1000

const listOpinions = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<
  { difficultyId: string; text: string }[]
>`
  select difficulty_id as "difficultyId", text from difficulty_step
  where tenant_id = ${tenantId} and difficulty_id = any(${ids as string[]}::uuid[]) and kind = 'opine'
  order by difficulty_id, seq`

/** The calendar of the clocks of these rows, and the years of it for which nothing was entered. */
export async function calendarOf(
  sql: Sql,
  tenantId: number,
  rows: readonly { status: string; dueOn: string | null }[],
  today: string,
): Promise<WorkingCalendar & { missingYears: number[]; leftOf: (row: ClockRow) => number | null }> {
  const days = [today, ...rows.filter(isRunning).flatMap(({ dueOn }) => dueOn ?? [])].sort()
  const [from = today, to = today] = [days[0], days.at(-1)]
  const calendar = await readCalendar(sql, tenantId, from, to)
  return {
    ...calendar,
    missingYears: rows.some(isRunning) ? calendar.missing(from, to) : [],
    leftOf: (row) =>
      isRunning(row) && row.dueOn !== null ? workingDaysBetween(today, row.dueOn, calendar.isOff) : null,
  }
}

interface ClockRow {
  status: string
  dueOn: string | null
}
const isRunning = ({ status, dueOn }: ClockRow) => status === 'sent' && dueOn !== null

/** The table under a filter; those joined stand in the row of the one they were joined into. */
export async function consolidatedTable(
  sql: Sql,
  tenantId: number,
  filter: Omit<DifficultyFilter, 'after'>,
  today: string,
): Promise<ConsolidatedTable> {
  const page = { after: undefined, limit: MOST_ROWS + 1, today }
  const found = await listDifficulties(sql, tenantId, filter, page)
  if (found.length > MOST_ROWS)
    throw new Refusal('too-large', 'difficulty.table-long', words.difficulty.tableTooLong(MOST_ROWS))
  const rows = found.filter(({ status }) => status !== 'joined')
  const ids = rows.map(({ id }) => id)
  const [raisers, opinions, answers, calendar] = await Promise.all([
    listRaisers(sql, tenantId, ids),
    listOpinions(sql, tenantId, ids),
    listAnswers(sql, tenantId, ids),
    calendarOf(sql, tenantId, rows, today),
  ])
  const raisersOf = Map.groupBy(raisers, ({ id, joinedInto }) => joinedInto ?? id)
  const opinionsOf = Map.groupBy(opinions, ({ difficultyId }) => difficultyId)
  const rowOf = (row: ListRow): TableRow => {
    const answer = answers.get(row.id) ?? null
    const { id, type, status, withLeaders, dueOn } = row
    return {
      ...{ id, type, status, withLeaders, dueOn },
      raisers: (raisersOf.get(id) ?? []).map(({ agency, raisedOn, text, proposal }) => ({
        ...{ agency: agency.name, raisedOn, text, proposal },
      })),
      items: itemsOf(raisersOf.get(id) ?? []),
      opinions: (opinionsOf.get(id) ?? []).map(({ text }) => text),
      workingDaysLeft: calendar.leftOf(row),
      answer: answer?.text ?? null,
      document: answer ? documentOf(answer) : null,
    }
  }
  const groups = Map.groupBy(rows, ({ addresseeId }) => addresseeId)
  return {
    today,
    total: rows.length,
    joined: rows.reduce((sum, { joined }) => sum + joined, 0),
    groups: [...groups]
      .map(([id, of]) => ({
        decider: id === null ? null : { id, name: of[0]?.addresseeName ?? '' },
        rows: of.map(rowOf),
      }))
      // Whoever must decide comes first; what nobody was asked yet stands at the end.
      .sort((a, b) => Number(a.decider === null) - Number(b.decider === null)),
    missingYears: calendar.missingYears,
  }
}

/** Each item once, however many of its assignments are kept back. */
function itemsOf(raisers: readonly Raiser[]): TableRow['items'] {
  const items = new Map(
    raisers.flatMap(({ assignments }) => assignments.map((one) => [one.itemId, one] as const)),
  )
  return [...items.values()].map(({ quote, section, plan }) => ({
    ...{ quote, section },
    plan: plan.number ?? plan.title,
  }))
}

export interface FilterNames {
  province: string
  plan: string | null
  agency: string | null
  at: string | null
}

/** The names behind the ids of a filter, for the head of the paper. */
export async function readFilterNames(
  sql: Sql,
  tenantId: number,
  { plan, agency, at }: Pick<DifficultyFilter, 'plan' | 'agency' | 'at'>,
): Promise<FilterNames> {
  const [row] = await sql<FilterNames[]>`
    select (select name from tenant where id = ${tenantId}) as province,
           (select concat_ws(': ', number, title) from plan
            where tenant_id = ${tenantId} and id = ${plan ?? null}::uuid) as plan,
           (select name from agency where tenant_id = ${tenantId} and id = ${agency ?? null}::uuid) as agency,
           (select name from agency where tenant_id = ${tenantId} and id = ${at ?? null}::uuid) as at`
  if (!row) throw new Error('a select without from gives one row')
  return row
}
