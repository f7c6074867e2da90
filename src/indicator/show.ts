// Figures, targets and states of indicators as people write them. Pure.
import type { Chart, ChartLine } from '../ui/chart.ts'
import * as words from '../vocabulary/words.ts'
import type { AreaFigure, Figure, Forecast, Indicator, Known, SeriesPoint, Target } from './indicator.ts'
import type { TargetState } from './status.ts'

const w = words.indicatorPage

const rounded = (value: number | null, decimals: number): number | null =>
  value === null ? null : Math.round(value * 10 ** decimals) / 10 ** decimals

/** What every figure needs of its indicator to be printed. */
export type Of = Pick<Indicator, 'unit' | 'decimals'>

/** "1.430", "45,5": rounded as the indicator says; "–" where nothing is known. */
export function amount(value: number | null, decimals: number): string {
  if (value === null) return '–'
  return words.number(rounded(value, decimals) ?? 0)
}

/** "45,5 %", "380 hợp tác xã". */
export const withUnit = (value: number | null, { unit, decimals }: Of): string =>
  value === null ? w.noValue : `${amount(value, decimals)} ${unit}`

const SIGNS = { '>=': '≥ ', '<=': '≤ ', '=': '', range: '', '~': '≈ ' } as const
type Aim = Pick<Target, 'op' | 'min' | 'max'>

/** "≥ 400", "26–28", "≤ 5". */
export function aimText({ op, min, max }: Aim, decimals: number): string {
  if (op === 'range') return `${amount(min, decimals)}–${amount(max, decimals)}`
  return `${SIGNS[op]}${amount(op === '<=' ? max : min, decimals)}`
}

/** "2030", "2026–2030", "hằng năm 2026–2030". */
export function yearsText({ fromYear, toYear, isYearly }: Pick<Target, 'fromYear' | 'toYear' | 'isYearly'>) {
  if (fromYear === toYear) return String(toYear)
  return isYearly ? w.yearly(fromYear, toYear) : w.by(toYear)
}

/** What has to be reached, as a number to be divided by; null where a share says nothing. */
function wholeOf({ op, min }: Aim): number | null {
  return (op === '>=' || op === '=' || op === '~') && min !== null && min > 0 ? min : null
}

/** "388/400 (97%)": how much of the target is there; null where less is better or the target is a range. */
export function reachedText(value: number | null, target: Aim, { decimals }: Of): string | null {
  const whole = wholeOf(target)
  if (value === null || whole === null) return null
  return `${amount(value, decimals)}/${amount(whole, decimals)} (${words.percent(value / whole)})`
}

/** "120/388": a share is never shown without both. */
export const partsText = ({ part, whole }: Figure): string | null =>
  part === null || whole === null ? null : `${words.number(part)}/${words.number(whole)}`

/** A mark beside the words of a state: told apart by its form. */
export const MARKS: Record<TargetState, string> = {
  reached: '✔',
  'on-track': '●',
  slow: '▽',
  behind: '▼',
  missed: '✖',
  early: '○',
  unknown: '?',
}

/** How far back a state is: those to be looked at first. */
export const URGENCY: readonly TargetState[] = [
  'missed',
  'behind',
  'slow',
  'unknown',
  'early',
  'on-track',
  'reached',
]

/** How soon one has to look at it: of those without a target nothing presses. */
export const urgencyOf = ({ target }: { target: Pick<Target, 'status'> | null }): number =>
  target ? URGENCY.indexOf(target.status) : URGENCY.length

/** Where a value comes from and of which day it is; nothing of what is not known. */
export const sourceText = ({ source, day }: Pick<Known, 'source' | 'day'>): string | null =>
  source === null ? null : w.sourceOn(w.sources[source], day)

interface TrendProps {
  indicator: Pick<Indicator, 'name' | 'unit' | 'decimals'>
  series: readonly SeriesPoint[]
  forecast: Forecast
  targets: readonly Target[]
}

/** The years of an indicator as a chart: measured, typed where it differs, targets, and what the trend foresees. */
export function trendChart({ indicator, series, forecast, targets }: TrendProps): Chart {
  const { decimals } = indicator
  const foreseen = forecast.method === null ? [] : forecast.values
  const years = [
    ...new Set([
      ...series.map(({ year }) => year),
      ...foreseen.map(({ year }) => year),
      ...targets.filter(({ area }) => area === null).map(({ toYear }) => toYear),
    ]),
  ].sort((a, b) => a - b)
  const at = (year: number) => series.find((point) => point.year === year)
  // Years before anything was known or asked for say nothing.
  const isSilent = (year: number) =>
    at(year)?.value == null && at(year)?.typed == null && aimOf(year, targets) === null
  while (years[0] !== undefined && isSilent(years[0])) years.shift()
  const round = (value: number | null | undefined) => rounded(value ?? null, decimals)
  const aims = years.map((year) => aimOf(year, targets))
  // The year that runs is measured up to a day of it, not to its end.
  const running = series.findLast(({ value, day, year }) => value !== null && day < `${year}-12-14`)
  const ranges = aims.map((aim) => (aim?.op === 'range' ? aim : null))
  const line = (
    look: ChartLine['look'],
    name: string,
    values: (number | null)[],
    said?: (string | null)[],
  ) => (values.some((value) => value !== null) ? [{ look, name, values, said }] : [])
  return {
    kind: 'lines',
    title: indicator.name,
    unit: indicator.unit,
    periods: years.map(String),
    lines: [
      ...line(
        'measured',
        w.chart.measured,
        years.map((year) => round(at(year)?.value)),
      ),
      ...line(
        'target',
        w.chart.target,
        aims.map((aim) => (aim && aim.op !== 'range' ? (aim.op === '<=' ? aim.max : aim.min) : null)),
        aims.map((aim) => (aim && aim.op !== 'range' ? aimText(aim, decimals) : null)),
      ),
      ...line(
        'typed',
        w.chart.typed,
        years.map((year) => (at(year)?.disagrees ? round(at(year)?.typed) : null)),
      ),
      ...line(
        'forecast',
        w.chart.forecast,
        // Where there is a figure already, none is foreseen.
        years.map((year) =>
          at(year)?.value == null ? round(foreseen.find((one) => one.year === year)?.value) : null,
        ),
      ),
    ],
    band: ranges.some(Boolean)
      ? {
          name: w.chart.range,
          from: ranges.map((aim) => aim?.min ?? null),
          to: ranges.map((aim) => aim?.max ?? null),
        }
      : null,
    note: [running && w.running(running.year, running.day), forecastText(forecast, indicator)]
      .filter(Boolean)
      .join(' '),
  }
}

/** The target of a year: of several plans the one that asks for most; one for every year holds in each. */
function aimOf(year: number, targets: readonly Target[]): Target | null {
  const wanted = targets.filter(
    ({ area, fromYear, toYear, isYearly }) =>
      area === null && (isYearly ? fromYear <= year && year <= toYear : toYear === year),
  )
  return wanted.reduce<Target | null>(
    (most, one) => (most === null || (one.min ?? 0) > (most.min ?? 0) ? one : most),
    null,
  )
}

/** By which method and from what, or why there is none. */
export const forecastText = (forecast: Forecast, of: Of): string =>
  forecast.method === null
    ? w.noForecast(forecast.why)
    : w.forecastBy(
        forecast.points,
        `${forecast.years[0]}–${forecast.years.at(-1)}`,
        amount(forecast.slope, of.decimals + 1),
        of.unit,
      )

/** "UBND xã Suối Mơ" governs; the figure is the commune's own. */
const placeOf = (agency: string): string => {
  const place = agency.replace(/^(UBND|Ủy ban nhân dân) /u, '')
  return place.charAt(0).toUpperCase() + place.slice(1)
}

/** The communes of a figure, the most first; those of which nothing is known are left out of the picture. */
export const areaChart = (
  indicator: Pick<Indicator, 'name' | 'unit' | 'decimals'>,
  areas: readonly AreaFigure[],
  day: string,
  most: number,
): Chart => ({
  kind: 'bars',
  title: w.areaTitle(indicator.name, day),
  unit: indicator.unit,
  of: w.area,
  bars: areas
    .flatMap(({ area, value: exact }) => {
      const value = rounded(exact, indicator.decimals)
      return value === null ? [] : [{ name: placeOf(area), value }]
    })
    .sort((a, b) => b.value - a.value || a.name.localeCompare(b.name, 'vi'))
    .slice(0, most),
})

/** Points of a sparkline: where something is known, by year. */
export const knownPoints = (points: readonly { year: number; value: number | null }[]) =>
  points.filter((point): point is { year: number; value: number } => point.value !== null)

/** "so-hop-tac-xa": a name every file system takes. */
export const fileName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')
