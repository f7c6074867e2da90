// What the routes answer with, from rows and content.
import { daysBetween } from '../base/calendar.ts'
import type { Actor } from '../http/actor.ts'
import { readByYear } from '../indicator/linking.ts'
import type { Sql } from '../store/database.ts'
import { periodAt } from '../task/period.ts'
import * as words from '../vocabulary/words.ts'
import { type Content, lastDay, readContent } from './content.ts'
import type { Part, PartSummary, Regime, Report, RoundPage, RoundSummary } from './exchange.ts'
import { isReview } from './exchange.ts'
import { type BelowRow, listDuties, listRoundTexts, listTargets, type PartRow } from './fact-queries.ts'
import { changesSince, tell } from './facts.ts'
import { treeBelow } from './joining.ts'
import { printJoined } from './print.ts'
import * as queries from './queries.ts'
import { givenOf, standingOf, whyNotWrite } from './record.ts'
import { dueOf, periodToOpen } from './regime.ts'
import { isSent, isWriter, REPORT_STEPS, type ReportStep, whyNotStep } from './report.ts'
import { lookAt, type PlannedTarget, type YearTable, yearsOf, yearTable } from './review.ts'

/** Whose reports are one's own. */
export const agenciesOf = ({ capacities }: Actor): string[] => [
  ...new Set(capacities.flatMap(({ agencyId, unitOf }) => [agencyId, unitOf]).filter((id) => id !== null)),
]

const planOf = ({ planId, planNumber, planTitle }: queries.RoundRow) => ({
  ...{ id: planId, number: planNumber, title: planTitle },
})

export const roundSummary = (row: queries.RoundRow): RoundSummary => ({
  ...{ id: row.id, version: row.version, title: row.title, kind: row.kind, period: row.period },
  ...{
    from: row.from,
    to: row.to,
    dueOn: row.dueOn,
    state: row.state,
    paper: row.paper,
    openedOn: row.openedOn,
  },
  plan: planOf(row),
  ...{ asked: row.asked, sent: row.sent, late: row.late, accepted: row.accepted, overdue: row.overdue },
  mine:
    row.mineId && row.mineState && row.mineDue
      ? { id: row.mineId, state: row.mineState, dueOn: row.mineDue }
      : null,
  toMe: row.toMe,
})

/** Days after its last day: until it was handed in, else until today. */
export function lateDays(
  { dueOn, sentOn, state }: Pick<queries.ReportRow, 'dueOn' | 'sentOn' | 'state'>,
  today: string,
): number {
  if (state === 'passed') return 0
  return Math.max(0, daysBetween(dueOn, sentOn ?? today))
}

export function roundPage(
  round: queries.RoundRow,
  reports: readonly queries.ReportRow[],
  actor: Actor,
  today: string,
): RoundPage {
  return {
    ...roundSummary(round),
    ...{
      note: round.note,
      openedBy: round.openedName,
      closedOn: round.closedOn,
      overseerId: round.overseerId,
      today,
    },
    reports: reports.map((row) => {
      const why = (step: ReportStep) => whyNotStep(step, standingOf(row), actor, today)
      return {
        ...{ id: row.id, version: row.version, level: row.level, state: row.state },
        agency: { id: row.agencyId, name: row.signedName ?? row.agencyName },
        asked: { id: row.askedId, name: row.askedName },
        to: row.toId && row.toName ? { id: row.toId, name: row.toName } : null,
        ...{ dueOn: row.dueOn, sentOn: row.sentOn, isExcepted: row.dueOn !== row.givenDue },
        lateDays: lateDays(row, today),
        whyNot: { accept: why('accept'), return: why('return'), lock: why('lock'), extend: why('extend') },
      }
    }),
  }
}

export function regimeAnswer({ planId: _, ...regime }: queries.RegimeRow, today: string): Regime {
  const period = periodToOpen(regime, today) ?? periodAt(regime.every, today)
  return { ...regime, nextPeriod: period.key, nextDue: dueOf(regime, period) }
}

const PREVIEW = 300

export function partSummary({ itemId, section, quote, joined, written, basis }: PartRow): PartSummary {
  const proposed = printJoined(joined)
  const speakers = new Set(joined.said.flatMap(({ by }) => by.map(({ agencyId }) => agencyId)))
  const { all, done, overdue, percent } = joined
  return {
    ...{ itemId, section, quote, preview: (written ?? proposed).slice(0, PREVIEW) },
    ...{ texts: joined.said.length, speakers: speakers.size, nothing: joined.nothing.length },
    ...{ all, done, overdue, percent },
    isWritten: written !== null,
    isStale: written !== null && basis !== proposed,
  }
}

export const partAnswer = ({ itemId, section, quote, joined, written, basis }: PartRow): Part => ({
  ...{ itemId, section, quote, joined, written, basis },
  proposed: printJoined(joined),
})

export const printTarget = ({ op, value, max, unit }: PlannedTarget['targets'][number]): string => {
  const figure = max === null ? words.number(value) : `${words.number(value)} - ${words.number(max)}`
  const sign = op === '>=' ? '≥ ' : op === '<=' ? '≤ ' : op === '~' ? '≈ ' : ''
  return words.report.paper.target(sign, figure, unit)
}

/** Of a review: duties and targets year by year; of whoever consolidates over all below, else of the own duties. */
export async function readYears(
  sql: Sql,
  tenantId: number,
  row: queries.ReportRow,
  round: queries.RoundRow,
  content: Content,
  today: string,
): Promise<YearTable | null> {
  if (!isReview(round.kind)) return null
  const window = { from: round.from, to: lastDay(round, today) }
  const below = row.hasBelow ? await listRoundTexts(sql, tenantId, round.id) : []
  const { all } = treeBelow(below, row.agencyId)
  const agencyIds = [...new Set([row.agencyId, row.askedId, ...all.map(({ agencyId }) => agencyId)])]
  const [duties, targets] = await Promise.all([
    row.hasBelow ? listDuties(sql, tenantId, { planId: round.planId, agencyIds, window }) : null,
    listTargets(sql, tenantId, round.planId),
  ])
  const own = duties ?? content.entries.map(({ duty }) => duty)
  const years = yearsOf(window.from, window.to).map(({ key, to }) => ({ key, day: lookAt(to, content.asOf) }))
  const known = await readByYear(sql, tenantId, round.planId, years)
  return yearTable(own, targets, window, content.asOf, printTarget, known)
}

/** The page of one report. Its words are the agency's own until they are handed in. */
export async function readReport(
  sql: Sql,
  actor: Actor,
  row: queries.ReportRow,
  today: string,
): Promise<Omit<Report, 'dossier' | 'whyNotDossier'>> {
  const { tenantId } = actor
  const [round, facts] = await Promise.all([
    queries.getRound(sql, tenantId, row.roundId, { agencyIds: [], today }),
    queries.listFacts(sql, tenantId, [row.id]).execute(),
  ])
  const [content, below] = await Promise.all([
    readContent(sql, tenantId, row, round, today),
    row.hasBelow ? listRoundTexts(sql, tenantId, row.roundId) : [],
  ])
  const standing = standingOf(row)
  const joined = new Set(row.sources.map(({ reportId }) => reportId))
  const window = { from: round.from, to: round.to }
  const day = lastDay(round, today)
  const { direct, missing } = treeBelow(below, row.agencyId)
  const given = givenOf(row)
  return {
    ...{ id: row.id, version: row.version, state: row.state, level: row.level },
    agency: { id: row.agencyId, name: row.signedName ?? row.agencyName },
    asked: { id: row.askedId, name: row.askedName },
    to: row.toId && row.toName ? { id: row.toId, name: row.toName } : null,
    ...{ dueOn: row.dueOn, givenDue: given.dueOn, sentOn: row.sentOn, lateDays: lateDays(row, today), today },
    ...{ lockReason: row.lockReason, asOf: content.asOf },
    ...{ editedBy: content.body.editedBy, editedAt: content.body.editedAt?.toISOString() ?? null },
    round: {
      ...{ id: round.id, title: round.title, kind: round.kind, period: round.period, from: round.from },
      ...{ to: round.to, note: round.note, state: round.state, paper: round.paper, plan: planOf(round) },
    },
    ...{ texts: content.texts, figures: content.figures },
    entries: content.entries.map(({ duty, computed, written }) => ({
      ...{ assignmentId: duty.assignmentId, itemId: duty.itemId, section: duty.section, quote: duty.quote },
      ...{ role: duty.role, duty: duty.duty, period: duty.period, computed, written },
    })),
    isConsolidating: row.hasBelow,
    consolidatedAt: row.consolidatedAt?.toISOString() ?? null,
    parts: content.parts.map(partSummary),
    below: [...missing, ...direct].map((report) => ({
      reportId: report.id,
      agency: { id: report.agencyId, name: report.agency },
      ...{
        state: report.state,
        dueOn: report.dueOn,
        sentOn: report.sentOn,
        lateDays: lateDays(report, today),
      },
      isJoined: joined.has(report.id),
      hasChanged:
        row.consolidatedAt !== null && hasChanged(joined.has(report.id), row.consolidatedAt, report),
    })),
    years: await readYears(sql, tenantId, row, round, content, today),
    changes:
      row.toldAt === null
        ? []
        : content.entries.flatMap(({ duty, computed }) =>
            changesSince(duty, computed, tell(duty, window, day), row.toldAt?.toISOString() ?? '').map(
              (change) => ({ ...change, quote: duty.quote }),
            ),
          ),
    steps: facts.map(({ id, kind, actor: by, at, onDay, text, toAgency, dueOn }) => ({
      ...{ id, kind, actor: by, at: at.toISOString(), onDay, text, toAgency, dueOn },
    })),
    whyNot: Object.fromEntries(
      REPORT_STEPS.map((step) => [step, whyNotStep(step, standing, actor, today)]),
    ) as Report['whyNot'],
    whyNotEdit: whyNotWrite(row, actor),
  }
}

/** Handed in since, or handed in anew after it was returned, or taken back. */
const hasChanged = (isJoined: boolean, consolidatedAt: Date, { state, toldAt }: BelowRow): boolean =>
  isSent(state) ? !isJoined || (toldAt !== null && toldAt > consolidatedAt) : isJoined

/** Of the agency that writes it. */
export const mayWrite = (row: queries.ReportRow, actor: Actor): boolean => isWriter(standingOf(row), actor)

/** A draft is its agency's own until it is handed in. */
export const mayRead = (row: Pick<queries.ReportRow, 'state' | 'agencyId'>, actor: Actor): boolean =>
  isSent(row.state) || row.state === 'passed' || actor.role === 'admin' || isWriter(row, actor)
