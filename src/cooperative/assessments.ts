// The assessments of a year put together: figures and what people added, computed by the rubric of the year.
import type { Sql } from '../store/database.ts'
import { assess, type Facts, type Figures, type Result } from './assessment.ts'
import type { AssessmentRow, RubricHead, RubricVersion } from './assessment-exchange.ts'
import { type Found, findRubricOf, listFound, windowOf } from './assessment-queries.ts'
import {
  type Band,
  bandOf,
  type CooperativeRubric,
  findFigure,
  SAMPLE_COOPERATIVE_RUBRIC,
} from './assessment-rubric.ts'

export interface Rated {
  found: Found
  facts: Facts
  /** Computed now. */
  result: Result
  /** What counts now: computed, or as a person changed it. */
  score: number | null
  band: Band | null
  state: AssessmentRow['state']
  /** A confirmed one of which the registers say something else today. */
  differs: boolean
}

/** What counts of a result: another score with its reason stands for the computed one, but rates nobody who is not rated. */
export function counting(
  rubric: CooperativeRubric,
  result: Result,
  adjusted: { score: number } | null,
): { score: number | null; band: Band | null } {
  if (!adjusted || result.score === null) return { score: result.score, band: result.band }
  return { score: adjusted.score, band: bandOf(rubric, adjusted.score) }
}

/** The columns of both registers that a rubric looks at. */
export function columnsOf({ criteria }: CooperativeRubric) {
  const columns = { cooperative: new Set<string>(), update: new Set<string>() }
  for (const { measure } of criteria) {
    const names =
      measure.kind === 'hand' ? [] : measure.kind === 'share' ? [measure.part, measure.whole] : [measure.of]
    for (const name of names) {
      const figure = findFigure(name)
      if (figure) columns[figure.source].add(figure.column)
    }
  }
  return { cooperative: [...columns.cooperative], update: [...columns.update] }
}

const figuresIn = (names: readonly string[], values: Found['update']): (Figures & { id: string }) | null =>
  values &&
  // The id stands beside the figures; no figure is called so.
  ({
    ...Object.fromEntries(names.map((name, at) => [name, values[at + 1] ?? null])),
    id: String(values[0]),
  } as Figures & { id: string })

/** The rubric of a year; the proposal while none is published. */
export async function rubricOf(
  sql: Sql,
  tenantId: number,
  year: number,
): Promise<{ head: RubricHead; body: CooperativeRubric; published: RubricVersion | null }> {
  const published = await findRubricOf(sql, tenantId, year)
  const body = published?.body ?? SAMPLE_COOPERATIVE_RUBRIC
  return {
    body,
    published,
    head: {
      id: published?.id ?? null,
      title: body.title,
      fromYear: published?.fromYear ?? null,
      documentNumber: published?.documentNumber ?? '',
      documentOn: published?.documentOn ?? null,
    },
  }
}

/** All of a year, or those asked for, in the order of their names. */
export async function rateYear(
  sql: Sql,
  tenantId: number,
  body: CooperativeRubric,
  { year, today, only = null }: { year: number; today: string; only?: readonly string[] | null },
): Promise<Rated[]> {
  const columns = columnsOf(body)
  const rows = await listFound(sql, tenantId, { year, today, kinds: body.kinds, columns, only })
  return rows.map((found) => {
    const facts: Facts = {
      cooperative:
        figuresIn(columns.cooperative, found.cooperative) ?? ({ id: found.id } as Facts['cooperative']),
      update: figuresIn(columns.update, found.update),
      before: figuresIn(columns.update, found.before),
      registeredOn: found.registeredOn,
      idleMonths: found.idleMonths,
      idleDays: found.idleDays,
      standsOn: found.updateStandsOn ?? windowOf(year).to,
    }
    const { kept } = found
    const result = assess(body, facts, year, kept?.hand)
    const { score, band } = counting(body, result, kept?.adjusted ?? null)
    const isConfirmed = kept?.state === 'confirmed'
    return {
      ...{ found, facts, result },
      ...(isConfirmed ? { score: kept.score, band: kept.band } : { score, band }),
      state: isConfirmed ? 'confirmed' : band === null ? 'open' : 'ready',
      differs: isConfirmed && (kept.score !== score || kept.band !== band),
    }
  })
}

export function rowOf({ found, result, score, band, state, differs }: Rated): AssessmentRow {
  const shown = state === 'confirmed' && found.kept?.found ? found.kept.found.result : result
  return {
    cooperative: cooperativeOf(found),
    ...{ state, score, band, differs },
    points: shown.points,
    open: shown.open,
    openCriteria: shown.criteria.filter(({ points }) => points === null).length,
    unrated: shown.unrated,
    hasUpdate: found.update !== null,
    isAdjusted: Boolean(found.kept?.adjusted),
    version: found.kept?.version ?? 0,
  }
}

export const cooperativeOf = ({ id, code, name, kind, status, placeId, placeName }: Found) => ({
  ...{ id, code, name, kind, status },
  place: { id: placeId, name: placeName },
})
