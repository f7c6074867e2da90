// Where a row of yearly values leads: a straight line through them (least squares), nothing more. Pure.
import * as words from '../vocabulary/words.ts'
import type { Forecast } from './indicator.ts'

/** Fewer values than this bear no line. */
export const FEWEST_POINTS = 3

/** `points`: the values of whole years; `until`: the last year asked about. Says why when there is no forecast. */
export function forecast(
  points: readonly { year: number; value: number }[],
  after: number,
  until: number,
): Forecast {
  if (points.length < FEWEST_POINTS)
    return { method: null, why: words.indicator.forecast.tooFew(points.length, FEWEST_POINTS) }
  const n = points.length
  const middle = points.reduce((sum, { year }) => sum + year, 0) / n
  const mean = points.reduce((sum, { value }) => sum + value, 0) / n
  const spread = points.reduce((sum, { year }) => sum + (year - middle) ** 2, 0)
  const slope = points.reduce((sum, { year, value }) => sum + (year - middle) * (value - mean), 0) / spread
  const years = Array.from({ length: Math.max(0, until - after + 1) }, (_, i) => after + i)
  return {
    method: 'least-squares',
    points: n,
    years: points.map(({ year }) => year),
    slope,
    values: years.map((year) => ({ year, value: mean + slope * (year - middle) })),
  }
}
