// The ranking on paper: who, every criterion with its points and what was counted, the score that counts and its band.
import type { PaperColumn, TablePaper } from '../paper/table.ts'
import * as words from '../vocabulary/words.ts'
import { pointsText, type Ratings } from './rating.ts'

const w = words.rating

/** `head`: whose name stands over it. */
export function ratingPaper(
  { rows, body, rubric, period, by, today, outside, lock, tooManyTop }: Ratings,
  head: Pick<TablePaper, 'issuer' | 'place'>,
): TablePaper {
  const columns: PaperColumn[] = [
    { label: w.columns.rank, kind: 'mark', width: 15 },
    ...(by === 'head' ? [{ label: w.columns.head, kind: 'text', width: 20 } as const] : []),
    { label: w.columns.agency, kind: 'text', width: 22 },
    { label: w.columns.duties, kind: 'mark', width: 16 },
    ...body.criteria.map(
      ({ name, points }): PaperColumn => ({ label: w.criterion(name, points), kind: 'text', width: 12 }),
    ),
    { label: w.columns.computed, kind: 'mark', width: 20 },
    { label: w.columns.changed, kind: 'mark', width: 20 },
    { label: w.columns.band, kind: 'text', width: 16 },
  ]
  const bandName = (band: number | null) => (band === null ? w.tooLittle : (body.bands[band]?.name ?? ''))
  const counted = rows.filter((row) => (row.changed?.band ?? row.band) !== null)
  return {
    ...head,
    day: today,
    title: w.paper.title[by],
    subtitle: [
      w.periodLine(words.steps.period(period.key), words.day(period.from), words.day(period.to)),
      rubric.id ? w.paper.by(rubric.title, rubric.documentNumber, rubric.documentOn ?? '') : w.notPublished,
      lock ? w.paper.locked(words.moment(lock.at), lock.by) : w.paper.asOf(words.day(today)),
    ],
    columns,
    rows: rows.map((row) => [
      row.rank === null ? '' : String(row.rank),
      ...(by === 'head' ? [headText(row.subject.head)] : []),
      row.subject.agency.name,
      words.number(row.duties + row.reports),
      ...row.criteria.map(({ points, units, faulty }) =>
        units === 0
          ? w.paper.nothing(pointsText(points))
          : w.paper.cell(pointsText(points), units - faulty, units),
      ),
      pointsText(row.score),
      row.changed ? pointsText(row.changed.score) : '',
      bandName(row.changed ? row.changed.band : row.band),
    ]),
    totals: [
      w.paper.total(counted.length, rows.length),
      ...body.bands.map(({ name }, band) =>
        w.paper.inBand(
          name,
          counted.filter((row) => (row.changed?.band ?? row.band) === band).length,
          counted.length,
        ),
      ),
      ...(tooManyTop === null ? [] : [w.tooManyTop(body.bands[0]?.name ?? '', tooManyTop)]),
      ...(outside.length ? [w.outside(outside.map(({ name }) => name).join(', '))] : []),
    ],
    sheet: w.paper.sheet,
  }
}

/** "Nguyễn Văn A, Giám đốc (15/12/2025 – 30/06/2026)" */
export function headText(head: Ratings['rows'][number]['subject']['head']): string {
  if (!head) return ''
  const { name, position, from, to } = head
  return w.headOf([name, position].filter(Boolean).join(', '), words.day(from), words.day(to))
}
