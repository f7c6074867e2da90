// The ratings of a year on paper: each cooperative with its points and band, what is still missing, the sums.
import type { TablePaper } from '../paper/table.ts'
import * as words from '../vocabulary/words.ts'
import type { AssessmentRow, RubricHead } from './assessment-exchange.ts'

const w = words.assessment

export interface Papered {
  year: number
  window: { from: string; to: string }
  today: string
  rubric: RubricHead
  rows: readonly AssessmentRow[]
}

export function assessmentPaper(
  { year, window, today, rubric, rows }: Papered,
  head: Pick<TablePaper, 'issuer' | 'place'>,
): TablePaper {
  const { columns } = w.paper
  const confirmed = rows.filter(({ state }) => state === 'confirmed')
  const bandIn = ({ band }: AssessmentRow) => w.bands[band ?? 'none']
  return {
    ...head,
    day: today,
    title: w.paper.title,
    subtitle: [
      w.paper.year(year, window.from, window.to),
      rubric.id ? w.ruledBy(rubric.title, rubric.documentNumber, rubric.fromYear ?? year) : w.notPublished,
      w.paper.asOf(today),
    ],
    columns: [
      { label: columns.order, kind: 'number', width: 12 },
      { label: columns.name, kind: 'text', width: 40 },
      { label: columns.code, kind: 'mark', width: 28 },
      { label: columns.place, kind: 'text', width: 22 },
      { label: columns.points, kind: 'mark', width: 18 },
      { label: columns.band, kind: 'mark', width: 28 },
      { label: columns.state, kind: 'text', width: 26 },
    ],
    rows: rows.map((row, at) => [
      at + 1,
      row.cooperative.name,
      row.cooperative.code,
      row.cooperative.place.name,
      row.score === null ? '' : words.number(row.score),
      bandIn(row),
      stateText(row),
    ]),
    totals: [
      w.paper.total(confirmed.length, rows.length),
      ...(['good', 'fair', 'average', 'weak', 'unrated'] as const).map((band) =>
        w.paper.inBand(w.bands[band], confirmed.filter((row) => row.band === band).length, confirmed.length),
      ),
    ],
    sheet: w.paper.sheet,
  }
}

/** What stands beside the band: confirmed or not, changed since, what is missing. */
export function stateText(row: AssessmentRow): string {
  const missing =
    row.state === 'open'
      ? row.hasUpdate
        ? w.soFar(row.points, row.open, row.openCriteria)
        : w.noUpdate
      : null
  return [missing ?? w.states[row.state], row.differs ? w.differsMark : null].filter(Boolean).join('. ')
}
