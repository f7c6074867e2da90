// The rubric by which agencies and their heads are rated: criteria with points, how each fault costs points, bands, and
// what counts as an objective cause. Data with versions, published with the document that decided it; no article of law
// fixes it for agencies (Decree 335/2025/NĐ-CP rates civil servants), so nothing here is law but what a province makes.
import { z } from 'zod'
import { AGENCY_KINDS, type AgencyKind } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'

/**
 * What a criterion looks at. late: not completed by its day · undone: its day has passed and it is not completed ·
 * returned: the overseer sent the result back · report: the answer of a period, or the report of a round, came late or not
 * at all.
 */
export const FAULTS = ['late', 'undone', 'returned', 'report'] as const
export type FaultKind = (typeof FAULTS)[number]

/**
 * share: every duty holds an equal share of the points and a fault costs `percent` of that share.
 * each: every fault costs `percent` of all the points, `cap` percent at most together.
 */
export const WAYS = ['share', 'each'] as const
export type Way = (typeof WAYS)[number]

/**
 * extended: the day an overseer (of a report: its receiver) granted counts, not the first one · suspended: suspended on its day · difficulty: raised by
 * its day and answered by whoever decides · inherited: passed to this agency when the day had gone by · return-late:
 * reported in full, or handed in, by its day and returned only afterwards.
 */
export const CAUSES = ['extended', 'suspended', 'difficulty', 'inherited', 'return-late'] as const
export type Cause = (typeof CAUSES)[number]

/** Police and army: left out, or by their days alone. */
export const OUTSIDE = ['exclude', 'days'] as const

/** Kinds of agency that are rated at all: no former or collective ones. */
export const RATED_KINDS = AGENCY_KINDS.filter(
  (kind) => !['unit', 'committee', 'district', 'collective'].includes(kind),
) as readonly AgencyKind[]

const w = words.rating
const Name = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1, { error: () => w.form.name })
  .max(120, { error: () => w.form.name })
const whole = (from: number, to: number) => {
  const error = () => w.form.whole(from, to)
  return z.int({ error }).min(from, { error }).max(to, { error })
}

export const Criterion = z.object({
  name: Name,
  fault: z.enum(FAULTS),
  points: whole(1, 100),
  way: z.enum(WAYS),
  percent: whole(1, 100),
  cap: whole(1, 100),
})
export type Criterion = z.infer<typeof Criterion>

export const Band = z.object({ name: Name, from: whole(0, 100) })
export type Band = z.infer<typeof Band>

export const Rubric = z
  .object({
    title: Name,
    criteria: z.array(Criterion).min(1).max(12),
    /** From the best to the worst; the last one from 0. */
    bands: z.array(Band).min(2).max(8),
    causes: z.array(z.enum(CAUSES)),
    /** Fewer duties than this are no ground for a band. */
    minimum: whole(1, 1000),
    /** Whether what agencies contribute to the duties of others counts with their own. */
    coordinating: z.boolean(),
    outside: z.enum(OUTSIDE),
    kinds: z.array(z.enum(RATED_KINDS as [AgencyKind, ...AgencyKind[]])).min(1),
    /** Of those in the second band, at most so many percent may be in the first; null: not limited. */
    topShare: whole(1, 100).nullable(),
  })
  .superRefine(({ criteria, bands }, context) => {
    const sum = criteria.reduce((all, { points }) => all + points, 0)
    if (sum !== 100) context.addIssue({ code: 'custom', path: ['criteria'], message: w.form.sum(sum) })
    const falls = bands.every(({ from }, i) => i === 0 || from < (bands[i - 1]?.from ?? 0))
    if (!falls || bands.at(-1)?.from !== 0)
      context.addIssue({ code: 'custom', path: ['bands'], message: w.form.bands })
  })
export type Rubric = z.infer<typeof Rubric>

/** What is wrong with a rubric, field by field; empty when nothing is. For the editor, before anything is sent. */
export function rubricFaults(rubric: unknown): { at: string; message: string }[] {
  const read = Rubric.safeParse(rubric)
  if (read.success) return []
  return read.error.issues.map(({ path, message }) => ({ at: path.join('.'), message }))
}

/** To begin with; shown as a sample until somebody has published one. Its numbers are nobody's decision. */
export const SAMPLE_RUBRIC: Rubric = {
  title: w.sample.title,
  criteria: [
    { name: w.sample.late, fault: 'late', points: 40, way: 'share', percent: 100, cap: 100 },
    { name: w.sample.undone, fault: 'undone', points: 30, way: 'share', percent: 100, cap: 100 },
    { name: w.sample.returned, fault: 'returned', points: 15, way: 'each', percent: 25, cap: 100 },
    { name: w.sample.report, fault: 'report', points: 15, way: 'share', percent: 100, cap: 100 },
  ],
  bands: [
    { name: w.sample.bands.excellent, from: 90 },
    { name: w.sample.bands.good, from: 70 },
    { name: w.sample.bands.done, from: 50 },
    { name: w.sample.bands.failed, from: 0 },
  ],
  causes: [...CAUSES],
  minimum: 3,
  coordinating: false,
  outside: 'exclude',
  kinds: ['office', 'department', 'union', 'press', 'commune'],
  topShare: null,
}

/** The band of a score in hundredths of a point: its place in `bands`. */
export const bandOf = ({ bands }: Pick<Rubric, 'bands'>, score: number): number =>
  Math.max(
    0,
    bands.findIndex(({ from }) => score >= from * 100),
  )
