// The figures of a chart as a table that leaves the house: the same values as in the picture and the table beside it.
import type { PaperCell, PaperColumn, TablePaper } from '../paper/table.ts'
import type { Chart } from '../ui/chart.ts'
import * as words from '../vocabulary/words.ts'

const w = words.indicatorPage.paper

/** `head`: whose name stands over it; `decimals`: of the indicator; `day`: as of when. */
export function chartPaper(
  chart: Chart,
  { decimals, day }: { decimals: number; day: string },
  head: Pick<TablePaper, 'issuer' | 'place'>,
): TablePaper {
  const figures = (label: string): PaperColumn => ({ label, kind: 'number', width: 30, decimals })
  const common = {
    ...head,
    day,
    title: chart.title,
    subtitle: [words.chart.unit(chart.unit), w.asOf(words.day(day))],
    sheet: w.sheet,
  }
  if (chart.kind === 'bars')
    return {
      ...common,
      columns: [
        { label: w.ordinal, kind: 'mark', width: 15 },
        { label: chart.of, kind: 'text', width: 60 },
        figures(chart.unit),
      ],
      rows: chart.bars.map(({ name, value }, at) => [String(at + 1), name, value]),
      totals: [w.total(chart.bars.length)],
    }
  const { band } = chart
  const said = (at: number) => chart.lines.flatMap(({ said }) => (said ? [said[at] ?? null] : []))
  return {
    ...common,
    columns: [
      { label: words.chart.period, kind: 'mark', width: 20 },
      ...chart.lines.map(({ name }) => figures(name)),
      // A bound is no figure one may calculate with: "≥ 400" stands beside it as it is meant.
      ...chart.lines.flatMap(({ name, said }): PaperColumn[] =>
        said ? [{ label: w.meant(name), kind: 'mark', width: 26 }] : [],
      ),
      ...(band ? [figures(w.lower(band.name)), figures(w.upper(band.name))] : []),
    ],
    rows: chart.periods.map((period, at): PaperCell[] => [
      period,
      ...chart.lines.map(({ values }) => values[at] ?? null),
      ...said(at),
      ...(band ? [band.from[at] ?? null, band.to[at] ?? null] : []),
    ]),
    totals: chart.note ? [chart.note] : [],
  }
}
