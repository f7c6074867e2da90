// A chart as data: lines over periods, or ranked bars. What is drawn, what the table beside it says and what is read
// aloud all come from this one value, so they cannot differ.
import * as words from '../vocabulary/words.ts'

/** How a line is told apart from the others: by stroke and mark, so that no colour is needed. */
export type Look = 'measured' | 'target' | 'forecast' | 'typed'

export interface ChartLine {
  name: string
  look: Look
  /** One for each period; null where there is none. */
  values: readonly (number | null)[]
  /** What the table says of a point where a figure alone is not exact: "≥ 400", "26–28". */
  said?: readonly (string | null)[]
}

export interface LineChart {
  kind: 'lines'
  title: string
  unit: string
  periods: readonly string[]
  lines: readonly ChartLine[]
  /** A target that is a range: drawn as a hatched band. */
  band?: { name: string; from: readonly (number | null)[]; to: readonly (number | null)[] } | null
  /** How it came about; printed under the picture as well. */
  note?: string
}

export interface BarChart {
  kind: 'bars'
  title: string
  unit: string
  /** What one bar stands for: the head of the table. */
  of: string
  /** The longest first. */
  bars: readonly { name: string; value: number }[]
  note?: string
}
export type Chart = LineChart | BarChart

/** Stroke, mark and colour of each kind of line; the legend on the page draws the same. */
export const LOOKS: Record<
  Look,
  {
    color: string
    dash: readonly number[]
    symbol: 'circle' | 'diamond' | 'triangle' | 'rect'
    isHollow: boolean
  }
> = {
  measured: { color: '#06435e', dash: [], symbol: 'circle', isHollow: false },
  target: { color: '#a63200', dash: [9, 5], symbol: 'diamond', isHollow: true },
  forecast: { color: '#495057', dash: [2, 4], symbol: 'triangle', isHollow: true },
  typed: { color: '#6b2fa0', dash: [1, 0], symbol: 'rect', isHollow: true },
}
export const BAND_COLOR = '#e8a37f'

/** Three places are more than anybody reads off a chart. */
export const figure = (n: number | null): string =>
  n === null ? '' : words.number(Math.round(n * 1000) / 1000)

export interface ChartTable {
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

/** The same figures as a table: a row for each period or bar. */
export function tableOf(chart: Chart): ChartTable {
  if (chart.kind === 'bars')
    return { head: [chart.of, chart.unit], rows: chart.bars.map(({ name, value }) => [name, figure(value)]) }
  const { band } = chart
  return {
    head: [words.chart.period, ...chart.lines.map(({ name }) => name), ...(band ? [band.name] : [])],
    rows: chart.periods.map((period, at) => [
      period,
      ...chart.lines.map(({ values, said }) => said?.[at] ?? figure(values[at] ?? null)),
      ...(band ? [bandText(band.from[at] ?? null, band.to[at] ?? null)] : []),
    ]),
  }
}

const bandText = (from: number | null, to: number | null): string =>
  from === null || to === null ? '' : `${figure(from)}–${figure(to)}`

/** What one point says: its place, then each figure with its name. */
export function pointLines(chart: Chart, at: number): string[] {
  const { head, rows } = tableOf(chart)
  const [place = '', ...texts] = rows[at] ?? []
  if (chart.kind === 'bars') return [place, `${texts[0] ?? ''} ${chart.unit}`]
  const said = texts.flatMap((text, i) => (text ? [`${head[i + 1]}: ${text}`] : []))
  return [`${place} (${chart.unit})`, ...(said.length ? said : [words.chart.nothing])]
}

/** The same in one sentence, for who goes from point to point with the keys. */
export function pointText(chart: Chart, at: number): string {
  const [place = '', ...rest] = pointLines(chart, at)
  return `${place}: ${rest.join('; ')}`
}

export const pointsOf = (chart: Chart): number =>
  chart.kind === 'bars' ? chart.bars.length : chart.periods.length

/** The whole picture in a sentence or two. */
export function describe(chart: Chart): string {
  const n = pointsOf(chart)
  if (n === 0) return `${chart.title}. ${words.chart.nothing}`
  if (chart.kind === 'bars')
    return words.chart.barsText(chart.title, n, pointText(chart, 0), pointText(chart, n - 1))
  const last = chart.periods.findLastIndex((_, at) => chart.lines[0]?.values[at] != null)
  return words.chart.linesText(
    chart.title,
    chart.periods[0] ?? '',
    chart.periods.at(-1) ?? '',
    last < 0 ? words.chart.nothing : pointText(chart, last),
  )
}

/**
 * A forecast is drawn from the last measured point on, so that the two lines meet; the point where they meet is no
 * forecast and stands in no table.
 */
export function drawnValues(chart: LineChart, line: number): { value: number | null; isJoin: boolean }[] {
  const { look, values } = chart.lines[line] ?? { look: 'measured', values: [] }
  const drawn = values.map((value) => ({ value, isJoin: false }))
  if (look !== 'forecast') return drawn
  const measured = chart.lines.find((one) => one.look === 'measured')?.values ?? []
  const first = values.findIndex((value) => value !== null)
  const last = measured.findLastIndex((value, at) => value !== null && at < first)
  if (last >= 0) drawn[last] = { value: measured[last] ?? null, isJoin: true }
  return drawn
}

const numbersOf = ({ lines, band }: LineChart): number[] =>
  [...lines.flatMap(({ values }) => values), ...(band ? [...band.from, ...band.to] : [])].filter(
    (value): value is number => value !== null,
  )

/** Whether the axis may leave zero out: where everything lies close together far above it, nothing else would be seen. */
export function leavesZeroOut(chart: LineChart): boolean {
  const numbers = numbersOf(chart)
  if (numbers.length < 2) return false
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return least > 0 && least > most * 0.6
}

export const isWhole = (chart: LineChart): boolean => numbersOf(chart).every(Number.isInteger)

type Side = 'top' | 'bottom'

/**
 * Above or below its point, for every figure printed in the picture: of two points of one period the higher one's stands
 * above. A third finds no place, and of a forecast only its end is printed; the table has them all.
 */
export function labelSides(chart: LineChart): (Side | null)[][] {
  const sides: (Side | null)[][] = chart.lines.map(() => chart.periods.map(() => null))
  const last = chart.lines.map(({ values }) => values.findLastIndex((value) => value !== null))
  for (const at of chart.periods.keys()) {
    const points = chart.lines
      .map(({ values, look }, line) => ({ line, look, value: values[at] ?? null }))
      .filter((point): point is { line: number; look: Look; value: number } => point.value !== null)
      .filter(({ look, line }) => look !== 'forecast' || last[line] === at)
    const [first, second] = points
    const put = (line: number, side: Side) => {
      const of = sides[line]
      if (of) of[at] = side
    }
    if (!first) continue
    if (!second) put(first.line, 'top')
    else if (first.value >= second.value) {
      put(first.line, 'top')
      // Two figures that are the same are printed once.
      if (first.value > second.value) put(second.line, 'bottom')
    } else {
      put(first.line, 'bottom')
      put(second.line, 'top')
    }
  }
  return sides
}
