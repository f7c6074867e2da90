// The rubric by which cooperatives are assessed each year: criteria with points and thresholds over the yearly update and
// the register. Data with versions, published with a document. Known for sure of Thông tư 01/2020/TT-BKHĐT is the shape
// only (three groups of 30, 30 and 40 points, the bands, who is not rated); whether it holds under Luật Hợp tác xã 2023 is
// unconfirmed. So every number here is a province's to decide, and the sample says that it is a proposal.
import { z } from 'zod'
import type { Column } from '../register/kit/register.ts'
import { findRegister } from '../register/registers.ts'
import * as words from '../vocabulary/words.ts'

export const GROUPS = ['finance', 'management', 'community'] as const
export type Group = (typeof GROUPS)[number]

/** The registers a figure may come from, under the name it has in a rubric. */
export const SOURCES = { update: 'yearly-update', cooperative: 'cooperative' } as const
export type Source = keyof typeof SOURCES

/** "update.revenue": the figure of a register, or null when there is none of that name that can be measured. */
export function findFigure(name: string): { source: Source; column: string; of: Column } | null {
  const [source, column = ''] = name.split('.')
  if (source !== 'update' && source !== 'cooperative') return null
  const of = findRegister(SOURCES[source])?.columns[column]
  return of && ['number', 'money', 'flag'].includes(of.kind) && !of.personal ? { source, column, of } : null
}

/** All figures a rubric may use. */
export const figures = (): string[] =>
  (Object.keys(SOURCES) as Source[]).flatMap((source) =>
    Object.keys(findRegister(SOURCES[source])?.columns ?? {})
      .map((column) => `${source}.${column}`)
      .filter((name) => findFigure(name) !== null),
  )

const w = words.assessment
const Name = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1, { error: () => w.form.name })
  .max(200, { error: () => w.form.name })
const within = (from: number, to: number) => {
  const error = () => w.form.between(from, to)
  return z.number({ error }).min(from, { error }).max(to, { error })
}
const whole = (from: number, to: number) => within(from, to).int({ error: () => w.form.between(from, to) })

const Figure = z
  .string()
  .max(80)
  .refine((name) => findFigure(name) !== null, { error: () => w.form.figure })
const Quantity = Figure.refine((name) => findFigure(name)?.of.kind !== 'flag', {
  error: () => w.form.quantity,
})

/**
 * value: the figure itself · share: percent of `part` in `whole` · growth: percent against the year before · yes: a yes-no
 * figure, 1 or 0 · hand: nothing in the registers says it, a person scores it with a reason.
 */
export const Measure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), of: Quantity }),
  z.object({ kind: z.literal('share'), part: Quantity, whole: Quantity }),
  z.object({ kind: z.literal('growth'), of: Quantity }),
  z.object({ kind: z.literal('yes'), of: Figure }),
  z.object({ kind: z.literal('hand') }),
])
export type Measure = z.infer<typeof Measure>

/** `at` reached (or, where less is better, not passed) gives these points. */
const Step = z.object({ at: within(-1e15, 1e15), points: whole(0, 100) })

export const Criterion = z
  .object({
    /** Stays when the name changes: what a person scored belongs to it. */
    code: z.string().regex(/^[a-z0-9-]{1,40}$/),
    group: z.enum(GROUPS),
    name: Name,
    points: whole(1, 100),
    measure: Measure,
    better: z.enum(['more', 'less']),
    /** From the best to the worst; below the last one nothing. Empty where a person scores. */
    steps: z.array(Step).max(10),
  })
  .superRefine(({ measure, steps, points, better }, context) => {
    const fault = (message: string) => context.addIssue({ code: 'custom', path: ['steps'], message })
    if (measure.kind === 'hand') return void (steps.length && fault(w.form.handSteps))
    if (steps.length === 0) return void fault(w.form.noSteps)
    const sign = better === 'more' ? -1 : 1
    const isFalling = steps.every(({ at, points: n }, i) => {
      const before = steps[i - 1]
      return !before || (sign * at > sign * before.at && n < before.points)
    })
    if (!isFalling || steps[0]?.points !== points) fault(w.form.steps)
  })
export type Criterion = z.infer<typeof Criterion>

export const RATED_BANDS = ['good', 'fair', 'average', 'weak'] as const
export type RatedBand = (typeof RATED_BANDS)[number]
/** What a confirmed assessment may say. */
export type Band = RatedBand | 'unrated'

export const CooperativeRubric = z
  .object({
    title: Name,
    criteria: z.array(Criterion).min(1).max(40),
    /** Points of each group; together 100. */
    groups: z.object({ finance: whole(0, 100), management: whole(0, 100), community: whole(0, 100) }),
    /** From how many points; below `average` it is weak. */
    bands: z.object({ good: whole(1, 100), fair: whole(1, 100), average: whole(1, 100) }),
    /** Younger than so many months on the day the figures stand: not rated. */
    youngMonths: whole(0, 60),
    /** Idle for more than so many months of the window: not rated. */
    idleMonths: whole(0, 12),
    /** Which kinds are rated at all. */
    kinds: z.array(z.enum(['cooperative', 'union', 'group', 'credit-fund'])).min(1),
  })
  .superRefine(({ criteria, groups, bands }, context) => {
    const fault = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    const all = GROUPS.reduce((sum, group) => sum + groups[group], 0)
    if (all !== 100) fault('groups', w.form.sum(all))
    for (const group of GROUPS) {
      const sum = criteria.filter((one) => one.group === group).reduce((n, { points }) => n + points, 0)
      if (sum !== groups[group]) fault('criteria', w.form.groupSum(w.groups[group], sum, groups[group]))
    }
    if (!(bands.good > bands.fair && bands.fair > bands.average)) fault('bands', w.form.bands)
    if (new Set(criteria.map(({ code }) => code)).size !== criteria.length)
      fault('criteria', w.form.codeTwice)
  })
export type CooperativeRubric = z.infer<typeof CooperativeRubric>

/** What is wrong with a rubric, place by place; empty when nothing is. */
export function cooperativeRubricFaults(rubric: unknown): { at: string; message: string }[] {
  const read = CooperativeRubric.safeParse(rubric)
  return read.success ? [] : read.error.issues.map(({ path, message }) => ({ at: path.join('.'), message }))
}

export const bandOf = ({ bands }: Pick<CooperativeRubric, 'bands'>, score: number): RatedBand =>
  score >= bands.good ? 'good' : score >= bands.fair ? 'fair' : score >= bands.average ? 'average' : 'weak'

const s = w.sample.criteria
const steps = (...pairs: [at: number, points: number][]) => pairs.map(([at, points]) => ({ at, points }))
const criterion = (
  group: Group,
  code: keyof typeof s,
  points: number,
  measure: Measure,
  ladder: { at: number; points: number }[] = [],
  better: 'more' | 'less' = 'more',
): Criterion => ({ group, code, name: s[code], points, measure, better, steps: ladder })

/** To begin with; shown as a proposal until somebody has published one. Its thresholds are nobody's decision. */
export const SAMPLE_COOPERATIVE_RUBRIC: CooperativeRubric = {
  title: w.sample.title,
  criteria: [
    criterion(
      'finance',
      'profit',
      8,
      { kind: 'share', part: 'update.profit', whole: 'update.revenue' },
      steps([10, 8], [5, 6], [0.01, 3]),
    ),
    criterion(
      'finance',
      'revenue-growth',
      6,
      { kind: 'growth', of: 'update.revenue' },
      steps([10, 6], [3, 4], [0, 2]),
    ),
    criterion(
      'finance',
      'debt',
      6,
      { kind: 'share', part: 'update.debt', whole: 'update.totalCapital' },
      steps([20, 6], [50, 4], [100, 2]),
      'less',
    ),
    criterion(
      'finance',
      'fund-growth',
      6,
      { kind: 'growth', of: 'update.indivisibleFund' },
      steps([5, 6], [0, 3]),
    ),
    criterion('finance', 'duties', 4, { kind: 'hand' }),
    criterion(
      'management',
      'trained',
      8,
      { kind: 'share', part: 'update.trainedManagers', whole: 'update.managers' },
      steps([70, 8], [40, 5], [10, 2]),
    ),
    criterion(
      'management',
      'women',
      4,
      { kind: 'share', part: 'update.womenManagers', whole: 'update.managers' },
      steps([30, 4], [10, 2]),
    ),
    criterion('management', 'technology', 4, { kind: 'yes', of: 'cooperative.highTech' }, steps([1, 4])),
    criterion('management', 'chain', 4, { kind: 'yes', of: 'cooperative.valueChain' }, steps([1, 4])),
    criterion('management', 'governance', 10, { kind: 'hand' }),
    criterion(
      'community',
      'member-growth',
      8,
      { kind: 'growth', of: 'update.members' },
      steps([5, 8], [0, 5]),
    ),
    criterion(
      'community',
      'member-revenue',
      10,
      { kind: 'share', part: 'update.memberRevenue', whole: 'update.revenue' },
      steps([60, 10], [40, 7], [20, 4]),
    ),
    criterion(
      'community',
      'income',
      8,
      { kind: 'growth', of: 'update.incomePerWorker' },
      steps([5, 8], [0, 5]),
    ),
    criterion(
      'community',
      'workers',
      6,
      { kind: 'value', of: 'update.workers' },
      steps([20, 6], [10, 4], [5, 2]),
    ),
    criterion('community', 'community', 8, { kind: 'hand' }),
  ],
  groups: { finance: 30, management: 30, community: 40 },
  bands: { good: 80, fair: 65, average: 50 },
  youngMonths: 12,
  idleMonths: 3,
  kinds: ['cooperative', 'union'],
}
