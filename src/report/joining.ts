// Joins the reports of the level below into one: every voice with its report, sums with their parts, who is missing.
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { joinAll, joinTexts, type Source, sameWords, type Voice } from './consolidate.ts'
import type { Content } from './content.ts'
import { TEXT_KEYS, type TextKey } from './exchange.ts'
import {
  type BelowRow,
  keepConsolidation,
  listRoundTexts,
  listTold,
  listWrittenParts,
  putParts,
  type ToldRow,
} from './fact-queries.ts'
import { toldOf } from './facts.ts'
import { countAssignments, countItems, type Figures, sumCounts, type ToldDuty } from './figures.ts'
import { MOST_NAMES, printSaid, resultText } from './print.ts'
import type { ReportRow } from './queries.ts'
import { isSent } from './report.ts'

/** The reports that count: handed in all the way up. What lies under a missing one is missing with it. */
export function treeBelow(
  reports: readonly BelowRow[],
  agencyId: string,
): { direct: BelowRow[]; missing: BelowRow[]; all: BelowRow[]; under: Map<string, string[]> } {
  const to = new Map<string, BelowRow[]>()
  for (const report of reports) if (report.toId) to.set(report.toId, [...(to.get(report.toId) ?? []), report])
  const direct = (to.get(agencyId) ?? []).filter(({ state }) => isSent(state))
  const missing = (to.get(agencyId) ?? []).filter(({ state }) => !isSent(state))
  const under = new Map<string, string[]>()
  const seen = new Set<string>()
  const walk = (report: BelowRow): BelowRow[] => {
    if (seen.has(report.id)) return []
    seen.add(report.id)
    const lower = (to.get(report.agencyId) ?? []).filter(({ state }) => isSent(state)).flatMap(walk)
    under.set(
      report.id,
      lower.map(({ id }) => id),
    )
    return [report, ...lower]
  }
  return { direct, missing, all: direct.flatMap(walk), under }
}

const voiceOf = (row: ToldRow): Voice => {
  const { text, percent, difficulty, next, figures, nothing } = toldOf(row.computed, row.written)
  const { reportId, agencyId, agency, itemId, computed } = row
  return {
    ...{ reportId, agencyId, agency, itemId, text, percent, difficulty, next, figures, nothing },
    isDone: computed.status === 'done',
    ...{ isOverdue: computed.isOverdue, dueOn: computed.dueOn, lateDays: computed.lateDays },
    isCounted: row.role === 'lead' && computed.status !== 'closed',
  }
}

const dutyOf = (row: ToldRow): ToldDuty => ({ duty: row, computed: row.computed })

/** What an agency between wrote for all below it stands instead of their own words; their figures stay. */
export function speakFor(
  voices: readonly Voice[],
  speakers: readonly {
    reportId: string
    itemId: string
    written: string
    agencyId: string
    agency: string
  }[],
  under: ReadonlyMap<string, readonly string[]>,
): Voice[] {
  let spoken = [...voices]
  for (const { reportId, itemId, written, agencyId, agency } of speakers) {
    const silent = new Set([reportId, ...(under.get(reportId) ?? [])])
    const itsOwn = { reportId, agencyId, agency, percent: 0 }
    spoken = spoken.map((voice) =>
      voice.itemId === itemId && silent.has(voice.reportId)
        ? { ...voice, text: '', next: '', nothing: false }
        : voice,
    )
    const nothing = sameWords(written) === ''
    spoken.push({
      ...{ ...itsOwn, itemId, text: written, difficulty: '', next: '', nothing, figures: [] },
      ...{ isDone: false, isOverdue: false, dueOn: null, lateDays: 0, isCounted: false },
    })
  }
  return spoken
}

/** Joins everything below `row` with its own duties, and keeps it with the versions it was joined from. */
export async function joinBelow(
  tx: Sql,
  tenantId: number,
  row: ReportRow,
  own: Content,
  now: { at: Date },
): Promise<{ joined: number; missing: number }> {
  const reports = await listRoundTexts(tx, tenantId, row.roundId)
  const { direct, missing, all, under } = treeBelow(reports, row.agencyId)
  const ids = all.map(({ id }) => id)
  const [below, written] = await Promise.all([
    listTold(tx, tenantId, ids).execute(),
    listWrittenParts(tx, tenantId, ids).execute(),
  ])
  const told = [...ownRows(row, own), ...below].sort((a, b) => a.ordinal - b.ordinal)
  const byId = new Map(all.map((report) => [report.id, report]))
  const speakers = written.flatMap((part) => {
    const report = byId.get(part.reportId)
    return report ? [{ ...part, agencyId: report.agencyId, agency: report.agency }] : []
  })
  const joined = joinAll(speakFor(told.map(voiceOf), speakers, under))
  await putParts(
    tx,
    tenantId,
    row.id,
    [...joined].map(([itemId, one], ordinal) => ({ itemId, ordinal, joined: one })),
  )
  const figures = sumFigures(told, [row.id, ...ids], own.asOf)
  await keepConsolidation(tx, tenantId, row.id, {
    computed: joinGeneral(direct, missing, figures),
    figures,
    sources: all.map(({ id, version }) => ({ reportId: id, version })),
    at: now.at,
  })
  return { joined: direct.length, missing: missing.length }
}

const ownRows = (row: ReportRow, { entries }: Content): ToldRow[] =>
  entries.map(({ duty, computed, written }) => ({
    ...{ reportId: row.id, agencyId: row.agencyId, agency: row.agencyName, computed, written },
    ...{
      itemId: duty.itemId,
      ordinal: duty.ordinal,
      assignmentId: duty.assignmentId,
      role: duty.role,
      period: duty.period,
    },
    ...{ completion: duty.completion, completionShare: duty.completionShare, wordOn: duty.wordOn },
  }))

/** One line for each report that has duties; the sum is the sum of the lines, nhiệm vụ are counted once over all. */
export function sumFigures(told: readonly ToldRow[], order: readonly string[], asOf: string): Figures {
  const byReport = new Map<string, ToldRow[]>(order.map((id) => [id, []]))
  for (const one of told) byReport.get(one.reportId)?.push(one)
  const rows = [...byReport.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const nothing = own.filter(({ computed, written }) => toldOf(computed, written).nothing).length
    return [
      {
        ...{ reportId: first.reportId, agencyId: first.agencyId, agency: first.agency },
        ...{ assignments: countAssignments(own.map(dutyOf)), told: own.length - nothing, nothing },
      },
    ]
  })
  return {
    assignments: sumCounts(rows.map(({ assignments }) => assignments)),
    items: countItems(told.map(dutyOf), asOf),
    rows,
  }
}

/** The general texts of those directly below; results that nobody wrote are figures, which are summed instead. */
function joinGeneral(
  direct: readonly BelowRow[],
  missing: readonly BelowRow[],
  figures: Figures,
): Partial<Record<TextKey, string>> {
  const texts = Object.fromEntries(
    TEXT_KEYS.map((key) => {
      const said = joinTexts(
        direct.map((report) => ({
          text: report.texts[key] ?? (key === 'results' ? '' : (report.computed?.[key] ?? '')),
          source: sourceOf(report),
        })),
      )
      return [key, printSaid(said, direct.length)]
    }),
  ) as Record<TextKey, string>
  const asked = direct.length + missing.length
  const who =
    asked === 0
      ? ''
      : missing.length === 0
        ? words.report.allHandedIn(asked)
        : missing.length > MOST_NAMES
          ? words.report.handedInOfMany(direct.length, asked, missing.length)
          : words.report.handedIn(direct.length, asked, missing.map(({ agency }) => agency).join(', '))
  return { ...texts, results: [resultText(figures), who, texts.results].filter(Boolean).join('\n') }
}

const sourceOf = ({ id, agencyId, agency }: BelowRow): Source => ({
  reportId: id,
  agencyId,
  agency,
  percent: 0,
})
