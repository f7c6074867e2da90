// Points from units: what was looked at under each criterion, with its faults. Pure and whole-numbered (hundredths of a
// point), so that the points that each fault cost add up to what is missing from 100, to the last hundredth.
import { bandOf, type Criterion, type FaultKind, type Rubric } from './rubric.ts'

/** extended: handed in by the day of a late exception · passed: joined into the report of whoever took over. */
export const EXCUSES = [
  'suspended',
  'difficulty',
  'inherited',
  'return-late',
  'confirmed',
  'extended',
  'passed',
] as const

/** What a unit, a cause or an objection is about: an assignment, or the report of a round. */
export interface About {
  assignmentId: string | null
  /** Not there in what was locked before reports of rounds were rated. */
  reportId?: string | null | undefined
}

/** The id of whichever it is; '' of neither. */
export const aboutId = ({ assignmentId, reportId }: About): string => assignmentId ?? reportId ?? ''

/** Why a fault costs nothing: found in the facts, or confirmed by a person. */
export interface Excuse {
  cause: (typeof EXCUSES)[number]
  /** The day it is known by; of a confirmed one the reason. */
  note: string
  difficultyId: string | null
}

/** One thing looked at: an assignment, or a report of a round, under one kind of fault. */
export interface Unit extends About {
  fault: FaultKind
  /** The day on which it is decided whether there is a fault: whose days these are answers for it. */
  day: string
  dueOn: string | null
  /** Of a report: the day it was handed in. */
  completedOn: string | null
  /** Whole days after the due day; null when in time or without a day. */
  daysLate: number | null
  /** How many faults: 0 none; returns are counted. */
  count: number
  /** Days of the steps that are the faults (returns), with what they say. */
  steps: { id: string; onDay: string; text: string }[]
  /** Why a fault costs nothing; null: it costs. */
  excuse: Excuse | null
}

export interface Deduction {
  /** Place of the unit in the list it was rated from. */
  unit: number
  /** Hundredths of a point. */
  points: number
}

export interface CriterionResult {
  /** Hundredths of a point: at most, and reached. */
  most: number
  points: number
  units: number
  /** Units with a fault that costs, and with one that is excused. */
  faulty: number
  excused: number
  deductions: Deduction[]
}

export interface Result {
  /** Hundredths of a point, 0–10.000. */
  score: number
  /** Place among the bands; null where there is too little to judge by. */
  band: number | null
  /** Duties looked at, and answers of periods and rounds. */
  duties: number
  reports: number
  criteria: CriterionResult[]
}

/** The score of these units, and what each fault cost. The same units give the same result. */
export function rate(rubric: Rubric, units: readonly Unit[]): Result {
  const criteria = rubric.criteria.map((criterion) => rateCriterion(criterion, units))
  const score = criteria.reduce((sum, { points }) => sum + points, 0)
  const distinct = (isReport: boolean) =>
    new Set(units.filter(({ fault }) => (fault === 'report') === isReport).map(aboutId)).size
  const duties = distinct(false)
  const reports = distinct(true)
  return {
    score,
    band: duties + reports < rubric.minimum ? null : bandOf(rubric, score),
    duties,
    reports,
    criteria,
  }
}

function rateCriterion(
  { fault, points, way, percent, cap }: Criterion,
  all: readonly Unit[],
): CriterionResult {
  const most = points * 100
  const own = all.flatMap((unit, index) => (unit.fault === fault ? [{ unit, index }] : []))
  const faulty = own.filter(({ unit }) => unit.count > 0 && unit.excuse === null)
  // What each fault weighs, in hundredths: of its own share, or of all the points.
  const weights = faulty.map(({ unit }) =>
    way === 'share' ? Math.min(100, unit.count * percent) : unit.count * percent,
  )
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const lost =
    way === 'share'
      ? Math.round((most * sum) / (100 * Math.max(1, own.length)))
      : Math.round((most * Math.min(sum, cap)) / 100)
  const parts = apportion(lost, weights)
  return {
    most,
    points: most - lost,
    units: own.length,
    faulty: faulty.length,
    excused: own.filter(({ unit }) => unit.count > 0 && unit.excuse !== null).length,
    deductions: faulty.map(({ index }, i) => ({ unit: index, points: parts[i] ?? 0 })),
  }
}

/** `whole` in parts like the weights, without a remainder: the largest fractions get the hundredths that are left. */
export function apportion(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum === 0) return weights.map(() => 0)
  const parts = weights.map((weight) => Math.floor((whole * weight) / sum))
  const left = whole - parts.reduce((total, part) => total + part, 0)
  const fraction = (i: number) => (whole * (weights[i] ?? 0)) % sum
  const order = weights.map((_, i) => i).sort((a, b) => fraction(b) - fraction(a) || a - b)
  for (const i of order.slice(0, left)) parts[i] = (parts[i] ?? 0) + 1
  return parts
}
