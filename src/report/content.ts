// What a report says: as it was handed in, or, while it is being written, as the facts say now with what people wrote in
// their place.
import type { Sql } from '../store/database.ts'
import { sameWords } from './consolidate.ts'
import { type TextKey, textKeysOf } from './exchange.ts'
import { listCovered, listDuties, listParts, type PartRow } from './fact-queries.ts'
import { type Computed, type DutyFacts, tell, toldOf, type Written } from './facts.ts'
import { countAssignments, countItems, type Figures } from './figures.ts'
import { resultText } from './print.ts'
import { getBody, listEntries, type ReportBody, type ReportRow, type RoundRow } from './queries.ts'

export interface ContentEntry {
  duty: DutyFacts
  computed: Computed
  written: Written | null
}

export interface Content {
  asOf: string
  entries: ContentEntry[]
  figures: Figures
  texts: { key: TextKey; computed: string; written: string | null }[]
  parts: PartRow[]
  body: ReportBody
}

/** The last day whose facts count: of a window that still runs, today. */
export const lastDay = ({ to }: Pick<RoundRow, 'to'>, today: string): string => (to < today ? to : today)

/** Six questions, however many duties. */
export async function readContent(
  sql: Sql,
  tenantId: number,
  row: ReportRow,
  round: RoundRow,
  today: string,
): Promise<Content> {
  const [body, kept, covered, parts] = await Promise.all([
    getBody(sql, tenantId, row.id),
    listEntries(sql, tenantId, row.id).execute(),
    listCovered(sql, tenantId, row),
    row.consolidatedAt ? listParts(sql, tenantId, row.id).execute() : [],
  ])
  const standsStill = row.toldAt !== null
  const asOf = standsStill && row.asOf ? row.asOf : lastDay(round, today)
  const written = new Map(kept.map((entry) => [entry.assignmentId, entry]))
  const window = { from: round.from, to: round.to }
  const duties = await listDuties(sql, tenantId, {
    planId: round.planId,
    window,
    ...(standsStill
      ? { agencyIds: null, assignmentIds: kept.map(({ assignmentId }) => assignmentId) }
      : { agencyIds: covered, notIn: { roundId: round.id, reportId: row.id } }),
  })
  const entries = duties.flatMap((duty): ContentEntry[] => {
    const entry = written.get(duty.assignmentId)
    const computed = standsStill ? (entry?.computed ?? null) : tell(duty, window, asOf)
    return computed ? [{ duty, computed, written: entry?.written ?? null }] : []
  })
  const isJoined = row.consolidatedAt !== null && body.figures !== null
  const figures = isJoined && body.figures ? body.figures : figuresOf(row, entries, asOf)
  const computed = standsStill || isJoined ? (body.computed ?? {}) : computedTexts(figures, entries)
  const texts = textKeysOf(round.kind).map((key) => ({
    ...{ key, computed: computed[key] ?? '', written: body.texts[key] ?? null },
  }))
  return { asOf, entries, figures, texts, parts: [...parts], body }
}

/** The figures of one agency's own report. */
export function figuresOf(
  { id, agencyId, agencyName, signedName }: Pick<ReportRow, 'id' | 'agencyId' | 'agencyName' | 'signedName'>,
  entries: readonly ContentEntry[],
  asOf: string,
): Figures {
  const told = entries.map(({ computed, written }) => toldOf(computed, written))
  const assignments = countAssignments(entries)
  const nothing = told.filter((one) => one.nothing).length
  return {
    assignments,
    items: countItems(entries, asOf),
    rows: [
      {
        ...{ reportId: id, agencyId, agency: signedName ?? agencyName, assignments, nothing },
        told: told.length - nothing,
      },
    ],
  }
}

/** What stands in the general texts before anybody writes there. */
export function computedTexts(
  figures: Figures,
  entries: readonly Pick<ContentEntry, 'computed' | 'written'>[],
): Partial<Record<TextKey, string>> {
  const difficulties = entries.map(({ computed, written }) => toldOf(computed, written).difficulty.trim())
  const once = new Map(difficulties.filter(Boolean).map((text) => [sameWords(text), text]))
  return { results: resultText(figures), difficulties: [...once.values()].join('\n') }
}
