// The assessment of one cooperative in one year: computed from a rubric and the figures of the registers, and what of it
// the registers cannot say. Pure: server, browser and tests share it. Nothing is guessed: one open criterion, no band.
import {
  bandOf,
  type CooperativeRubric,
  type Criterion,
  findFigure,
  type RatedBand,
} from './assessment-rubric.ts'

/** Figures of one cooperative as the registers hold them; null: nobody has entered it. Beside them the row's id. */
export type Figures = Readonly<Record<string, number | boolean | string | null>>

/** What an assessment is computed from. */
export interface Facts {
  /** The cooperative as it stood on the day of the figures; null when it stood in no register then. */
  cooperative: Figures & { id: string }
  /** The yearly update of the year, and of the one before. */
  update: (Figures & { id: string }) | null
  before: (Figures & { id: string }) | null
  registeredOn: string
  /** Months without work as the yearly update says; null: it does not. */
  idleMonths: number | null
  /** Days of the window on which the register had it as not active. */
  idleDays: number
  /** The day on which the figures stand. */
  standsOn: string
}

/** A person's points for what no register says. */
export interface Hand {
  points: number
  reason: string
  accountId: string | null
  by: string
  at: string
}
export type Hands = Readonly<Record<string, Hand>>

/** One figure a criterion looked at, so that the screen leads to it. */
export interface Fact {
  figure: string
  year: number
  value: number | boolean | null
  /** The row it stands in; null: there is none. */
  rowId: string | null
}

/** register: computed · hand: scored by a person · missing: a figure is not there · open: waits for a person. */
export type From = 'register' | 'hand' | 'missing' | 'open'

export interface CriterionResult {
  code: string
  most: number
  points: number | null
  from: From
  /** What was compared with the thresholds: percent of shares and growths. */
  measured: number | null
  facts: Fact[]
}

/** Why there is no band: too young, idle too long, none of the kinds. */
export type Unrated = 'young' | 'idle'

export interface Result {
  criteria: CriterionResult[]
  /** Points so far; the score once nothing is open. */
  points: number
  /** What the open criteria could still give. */
  open: number
  score: number | null
  band: RatedBand | 'unrated' | null
  unrated: Unrated | null
}

const round = (value: number) => Math.round(value * 10_000) / 10_000

/** "2024-03-31" and twelve months -> whether `on` lies before that day a year later. */
export function isYoungerThan(registeredOn: string, months: number, on: string): boolean {
  const [year = 0, month = 1, day = 1] = registeredOn.split('-').map(Number)
  const all = year * 12 + (month - 1) + months
  const last = new Date(Date.UTC(Math.floor(all / 12), (all % 12) + 1, 0)).getUTCDate()
  const pad = (n: number) => String(n).padStart(2, '0')
  return on < `${Math.floor(all / 12)}-${pad((all % 12) + 1)}-${pad(Math.min(day, last))}`
}

/** By what the yearly update says, or else by the days on which the register had it as anything but active. */
export const isIdle = (
  { idleMonths: most }: Pick<CooperativeRubric, 'idleMonths'>,
  { idleMonths, idleDays }: Pick<Facts, 'idleMonths' | 'idleDays'>,
): boolean => (idleMonths === null ? idleDays > most * LONGEST_MONTH : idleMonths > most)

/** In favour of the cooperative: three months are never fewer days than this times three. */
const LONGEST_MONTH = 31

function factOf(figure: string, facts: Facts, year: number, isBefore = false): Fact {
  const found = findFigure(figure)
  const row = found?.source === 'cooperative' ? facts.cooperative : isBefore ? facts.before : facts.update
  const value = row && found ? (row[found.column] ?? null) : null
  return {
    figure,
    year: isBefore ? year - 1 : year,
    value: typeof value === 'string' ? null : value,
    rowId: row?.id ?? null,
  }
}

const numberOf = ({ value }: Fact): number | null => (typeof value === 'number' ? value : null)

/** What the registers say to a criterion: the facts, and the number that is compared; null: they do not say. */
function measure({ measure: of }: Criterion, facts: Facts, year: number): [Fact[], number | null] {
  switch (of.kind) {
    case 'hand':
      return [[], null]
    case 'value': {
      const fact = factOf(of.of, facts, year)
      return [[fact], numberOf(fact)]
    }
    case 'yes': {
      const fact = factOf(of.of, facts, year)
      // An empty yes-no is not a no: nobody has said it.
      return [[fact], typeof fact.value === 'boolean' ? Number(fact.value) : null]
    }
    case 'share': {
      const part = factOf(of.part, facts, year)
      const whole = factOf(of.whole, facts, year)
      const [a, b] = [numberOf(part), numberOf(whole)]
      return [[part, whole], a === null || b === null || b <= 0 ? null : round((100 * a) / b)]
    }
    case 'growth': {
      const now = factOf(of.of, facts, year)
      const before = factOf(of.of, facts, year, true)
      const [a, b] = [numberOf(now), numberOf(before)]
      return [[now, before], a === null || b === null || b <= 0 ? null : round((100 * (a - b)) / b)]
    }
  }
}

/** The points for what was measured: the first threshold that is reached. */
export const pointsFor = ({ steps, better }: Pick<Criterion, 'steps' | 'better'>, value: number): number =>
  steps.find(({ at }) => (better === 'more' ? value >= at : value <= at))?.points ?? 0

function judge(criterion: Criterion, facts: Facts, year: number, hand: Hand | undefined): CriterionResult {
  const [found, measured] = measure(criterion, facts, year)
  const about = { code: criterion.code, most: criterion.points, facts: found, measured }
  if (measured !== null) return { ...about, points: pointsFor(criterion, measured), from: 'register' }
  if (hand) return { ...about, points: Math.min(hand.points, criterion.points), from: 'hand' }
  return { ...about, points: null, from: criterion.measure.kind === 'hand' ? 'open' : 'missing' }
}

/**
 * A person's points count only where the registers are silent: once a figure is entered, it is the figure that counts.
 * Who is too young or was idle too long is not rated, whatever its figures (Thông tư 01/2020/TT-BKHĐT).
 */
export function assess(rubric: CooperativeRubric, facts: Facts, year: number, hands: Hands = {}): Result {
  const criteria = rubric.criteria.map((one) => judge(one, facts, year, hands[one.code]))
  const points = criteria.reduce((sum, one) => sum + (one.points ?? 0), 0)
  const open = criteria.reduce((sum, one) => sum + (one.points === null ? one.most : 0), 0)
  const isOpen = criteria.some((one) => one.points === null)
  const unrated = isYoungerThan(facts.registeredOn, rubric.youngMonths, facts.standsOn)
    ? 'young'
    : isIdle(rubric, facts)
      ? 'idle'
      : null
  return {
    criteria,
    points,
    open,
    score: unrated || isOpen ? null : points,
    band: unrated ? 'unrated' : isOpen ? null : bandOf(rubric, points),
    unrated,
  }
}
