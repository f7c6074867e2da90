// Targets: what a plan prints made into years and bounds, their words, and the time they run. Pure.
import * as words from '../vocabulary/words.ts'
import type { Direction } from './indicator.ts'
import type { Aim } from './status.ts'

/** A figure of a printed indicator as reading keeps it. */
export interface PrintedTarget {
  /** "2030", "2026-2030", "annual" or null. */
  period: string | null
  op: Aim['op']
  value: number
  max: number | null
  unit: string
}

export interface TargetYears {
  fromYear: number
  toYear: number
  isYearly: boolean
}

/** The years a printed figure is for; `plan`: those of the plan, from its issue when it names none. */
export function yearsOf(period: string | null, plan: { from: number; to: number }): TargetYears {
  const [, from, to] = /^(\d{4})(?:-(\d{4}))?$/.exec(period ?? '') ?? []
  if (from) return { fromYear: Number(from), toYear: Number(to ?? from), isYearly: false }
  return { fromYear: plan.from, toYear: plan.to, isYearly: period === 'annual' }
}

/** Bounds as they are kept, of "at most" the upper one alone; `factor`: from the printed unit to the one kept. */
export function boundsOf(
  { op, value, max }: PrintedTarget,
  factor = 1,
): { min: number | null; max: number | null } {
  // 2,4 tỷ are 2.400 triệu, not 2.399,9999.
  const kept = (figure: number) => Number((figure * factor).toPrecision(12))
  if (op === '<=') return { min: null, max: kept(value) }
  return { min: kept(value), max: op === 'range' && max !== null ? kept(max) : null }
}

/** "≥ 30 %", "8 - 10 hợp tác xã", with the years. */
export function printTarget(
  { op, min, max }: Pick<Aim, 'op' | 'min' | 'max'>,
  unit: string,
  { fromYear, toYear, isYearly }: TargetYears,
): string {
  const sign = { '>=': '≥ ', '<=': '≤ ', '~': '≈ ', '=': '', range: '' }[op]
  const figures = [min, max].filter((figure) => figure !== null).map(words.number)
  const years = fromYear === toYear ? String(toYear) : `${fromYear}-${toYear}`
  return words.indicator.target.printed(`${sign}${figures.join(' - ')}`, unit, years, isYearly)
}

/**
 * When a target runs: from the issue of its plan (or the first of its years) to the end of its last year; one of every year
 * through the present one.
 */
export function aimOf(
  target: Pick<Aim, 'op' | 'min' | 'max'> & TargetYears,
  issuedOn: string | null,
  today: string,
): Aim {
  const { op, min, max } = target
  if (target.isYearly) {
    const year = Math.min(Math.max(Number(today.slice(0, 4)), target.fromYear), target.toYear)
    return { op, min, max, from: `${year}-01-01`, to: `${year}-12-31` }
  }
  const first = `${target.fromYear}-01-01`
  const to = `${target.toYear}-12-31`
  // "400 by 2025" runs from the day the plan was issued; "2026-2030" from the first of its years.
  const from = target.fromYear === target.toYear && issuedOn && issuedOn < to ? issuedOn : first
  return { op, min, max, from, to }
}

/** A document may bear only a month or a year: that is no day. */
export const wholeDay = (issued: string | null): string | null =>
  issued !== null && /^\d{4}-\d\d-\d\d$/.test(issued) ? issued : null

/** More is better unless the plan says "at most". */
export const directionOf = (targets: readonly PrintedTarget[]): Direction =>
  targets.some(({ op }) => op === '<=') ? 'down' : 'up'

/** The last day of a period's data window (NĐ 09/2019 Điều 12): "2026" -> 2026-12-14, "2026-Q3" -> 2026-09-14. */
export function lastDayOf(period: string): string {
  const [year = '', part] = period.split('-')
  const month = !part
    ? 12
    : part.startsWith('H')
      ? Number(part[1]) * 6
      : part.startsWith('Q')
        ? Number(part[1]) * 3
        : Number(part)
  return `${year}-${String(month).padStart(2, '0')}-14`
}

/** The target line of a year: bounds set for exactly that year, or for every year of a span that holds it. */
export function lineOf(
  targets: readonly (Pick<Aim, 'min' | 'max'> & TargetYears)[],
  year: number,
): { min: number | null; max: number | null } {
  const found = targets.find((target) =>
    target.isYearly ? target.fromYear <= year && year <= target.toYear : target.toYear === year,
  )
  return { min: found?.min ?? null, max: found?.max ?? null }
}
