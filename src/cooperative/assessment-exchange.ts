// Assessments as server and browser exchange them, and who may do what about them.
import { z } from 'zod'
import type { Capacity } from '../http/actor.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import { CooperativeRubric } from './assessment-rubric.ts'

const w = words.assessment
const Day = z.iso.date()
const Count = z.number().int()
const Moment = z.iso.datetime({ offset: true })
const Why = z.string().nullable()
const Reason = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1, { error: () => w.form.reason })
  .max(1000, { error: () => w.form.long })
export const Year = z.coerce.number().int().min(2000).max(2100)

// Who may do what ---------------------------------------------------------------------------------------------------

/** office: of an agency that keeps the register of ratings; while none is named, whoever is focal. */
interface Right {
  roles: readonly Role[]
  office?: true
}
const OFFICE: Right = { roles: ['officer', 'head', 'focal'], office: true }
const HEADS: Right = { roles: ['head', 'focal'], office: true }
const LEADER: Right = { roles: ['leader'] }

export const DEEDS = {
  /** Points by hand, another score with its reason. */
  score: [OFFICE],
  confirm: [LEADER, HEADS],
  reopen: [LEADER, HEADS],
  lock: [LEADER, HEADS],
  draft: [LEADER, HEADS, { roles: ['admin'] }],
  publish: [LEADER, { roles: ['admin'] }],
} as const satisfies Record<string, readonly Right[]>
export type Deed = keyof typeof DEEDS

export const isOfOffice = ({ role, agencyId, unitOf }: Capacity, keepers: readonly string[]): boolean =>
  keepers.length ? [agencyId, unitOf].some((id) => id !== null && keepers.includes(id)) : role === 'focal'

/** Why this person may not, worded for the screen; null when they may. */
export function whyNot(
  deed: Deed,
  capacities: readonly Capacity[],
  keepers: readonly string[],
): string | null {
  const rights: readonly Right[] = DEEDS[deed]
  const may = capacities.some((capacity) =>
    rights.some(
      ({ roles, office }) => roles.includes(capacity.role) && (!office || isOfOffice(capacity, keepers)),
    ),
  )
  return may ? null : w.notYours[deed]
}

// The list of a year ------------------------------------------------------------------------------------------------

const BANDS = ['good', 'fair', 'average', 'weak', 'unrated'] as const

/**
 * open: figures or points are missing · ready: everything is there, nobody has confirmed it · confirmed · differs: figures
 * changed after it was confirmed.
 */
export const STATES = ['all', 'open', 'ready', 'confirmed', 'differs'] as const
export type State = (typeof STATES)[number]

export const ListQuery = z.object({
  year: Year.optional(),
  state: z.enum(STATES).default('all'),
  band: z.enum([...BANDS, 'none']).optional(),
  place: z.uuid().optional(),
  q: z.string().trim().max(200).optional(),
  after: z.string().max(60).optional(),
})
export type ListQuery = z.infer<typeof ListQuery>

const Cooperative = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  status: z.string(),
  place: z.object({ id: z.uuid(), name: z.string() }),
})

export const AssessmentRow = z.object({
  cooperative: Cooperative,
  state: z.enum(['open', 'ready', 'confirmed']),
  points: z.number(),
  /** What open criteria could still give. */
  open: z.number(),
  openCriteria: Count,
  score: z.number().nullable(),
  /** The band that counts: confirmed, changed by a person, or computed. */
  band: z.enum(BANDS).nullable(),
  unrated: z.enum(['young', 'idle']).nullable(),
  hasUpdate: z.boolean(),
  isAdjusted: z.boolean(),
  differs: z.boolean(),
  version: Count,
})
export type AssessmentRow = z.infer<typeof AssessmentRow>

export const Lock = z.object({
  id: z.uuid(),
  year: Count,
  reason: z.string(),
  by: z.string(),
  at: Moment,
  openedBy: z.string().nullable(),
  openedAt: Moment.nullable(),
  openedWhy: z.string().nullable(),
  version: Count,
})
export type Lock = z.infer<typeof Lock>

export const RubricHead = z.object({
  /** null: the proposal, published by nobody. */
  id: z.uuid().nullable(),
  title: z.string(),
  fromYear: Count.nullable(),
  documentNumber: z.string(),
  documentOn: Day.nullable(),
})
export type RubricHead = z.infer<typeof RubricHead>

const Counts = z.object({
  all: Count,
  ...{ open: Count, ready: Count, confirmed: Count, differs: Count },
})

/** Of one year: those rated, those without a band, and how many percent of the rated are good or fair. */
const YearBands = z.object({
  year: Count,
  ...{ good: Count, fair: Count, average: Count, weak: Count, unrated: Count, none: Count },
})
export type YearBands = z.infer<typeof YearBands>

export const Assessments = z.object({
  today: Day,
  year: Count,
  years: z.array(Count),
  standsOn: Day,
  rubric: RubricHead,
  counts: Counts,
  bands: YearBands,
  /** Confirmed ones of the years before, for the picture beside. */
  before: z.array(YearBands),
  rows: z.array(AssessmentRow),
  next: z.string().nullable(),
  places: z.array(z.object({ id: z.uuid(), name: z.string() })),
  lock: Lock.nullable(),
  opened: z.array(Lock),
  may: z.object({ score: Why, confirm: Why, lock: Why, draft: Why }),
})
export type Assessments = z.infer<typeof Assessments>

// One assessment ----------------------------------------------------------------------------------------------------

export const OneParams = z.object({ year: Year, cooperative: z.uuid() })

const FactForm = z.object({
  figure: z.string(),
  year: Count,
  value: z.union([z.number(), z.boolean()]).nullable(),
  rowId: z.uuid().nullable(),
})
export const ResultForm = z.object({
  criteria: z.array(
    z.object({
      code: z.string(),
      most: z.number(),
      points: z.number().nullable(),
      from: z.enum(['register', 'hand', 'missing', 'open']),
      measured: z.number().nullable(),
      facts: z.array(FactForm),
    }),
  ),
  points: z.number(),
  open: z.number(),
  score: z.number().nullable(),
  band: z.enum(BANDS).nullable(),
  unrated: z.enum(['young', 'idle']).nullable(),
})

export const HandForm = z.object({
  points: z.number(),
  reason: z.string(),
  accountId: z.uuid().nullable(),
  by: z.string(),
  at: Moment,
})
export const Adjusted = z.object({
  score: z.number(),
  reason: z.string(),
  accountId: z.uuid().nullable(),
  by: z.string(),
  at: Moment,
})
export type Adjusted = z.infer<typeof Adjusted>

export const STEPS = ['score', 'unscore', 'adjust', 'unadjust', 'confirm', 'reopen'] as const
export type StepKind = (typeof STEPS)[number]
const Step = z.object({
  id: z.uuid(),
  kind: z.enum(STEPS),
  /** The criterion's name, its points, the score, the band: what the step was about. */
  criterion: z.string().nullable(),
  points: z.number().nullable(),
  band: z.enum(BANDS).nullable(),
  reason: z.string(),
  by: z.string(),
  at: Moment,
})
export type Step = z.infer<typeof Step>

export const Assessment = z.object({
  year: Count,
  standsOn: Day,
  today: Day,
  cooperative: Cooperative,
  rubric: RubricHead,
  body: CooperativeRubric,
  state: z.enum(['open', 'ready', 'confirmed']),
  /** As it counts: what was confirmed, else computed now. */
  result: ResultForm,
  hands: z.record(z.string(), HandForm),
  adjusted: Adjusted.nullable(),
  band: z.enum(BANDS).nullable(),
  score: z.number().nullable(),
  facts: z.object({
    registeredOn: Day,
    idleMonths: z.number().nullable(),
    idleDays: Count,
    updateId: z.uuid().nullable(),
  }),
  confirmed: z.object({ by: z.string(), at: Moment }).nullable(),
  /** Of a confirmed one: what the registers give today, where that is something else. */
  now: z.object({ score: z.number().nullable(), band: z.enum(BANDS).nullable() }).nullable(),
  steps: z.array(Step),
  version: Count,
  may: z.object({ score: Why, confirm: Why, reopen: Why }),
})
export type Assessment = z.infer<typeof Assessment>

// What is sent ------------------------------------------------------------------------------------------------------

const Points = (most: number) => z.number().min(0).max(most)
/** `points` null takes the points by hand back. */
export const ScoreForm = z.object({
  criterion: z.string().max(40),
  points: Points(100).int().nullable(),
  reason: Reason,
})
export type ScoreForm = z.infer<typeof ScoreForm>
/** `score` null takes the change back. */
export const AdjustForm = z.object({ score: Points(100).nullable(), reason: Reason })
export type AdjustForm = z.infer<typeof AdjustForm>
export const ReasonForm = z.object({ reason: Reason })
/** Those chosen, as they were seen. */
export const ConfirmForm = z.object({
  chosen: z
    .array(z.object({ cooperativeId: z.uuid(), version: Count }))
    .min(1)
    .max(2000),
})
export type ConfirmForm = z.infer<typeof ConfirmForm>
export const Confirmed = z.object({
  confirmed: Count,
  refused: z.array(z.object({ cooperativeId: z.uuid(), name: z.string(), why: z.string() })),
})
export type Confirmed = z.infer<typeof Confirmed>
export const LockForm = z.object({ year: Year, reason: Reason })

export const Made = z.object({ id: z.uuid(), version: Count })
export type Made = z.infer<typeof Made>

// Rubrics -----------------------------------------------------------------------------------------------------------

export const RubricVersion = z.object({
  id: z.uuid(),
  state: z.enum(['draft', 'published']),
  body: CooperativeRubric,
  fromYear: Count.nullable(),
  documentNumber: z.string(),
  documentOn: Day.nullable(),
  createdBy: z.string(),
  createdAt: Moment,
  publishedBy: z.string().nullable(),
  publishedAt: Moment.nullable(),
  version: Count,
})
export type RubricVersion = z.infer<typeof RubricVersion>
export const Rubrics = z.object({
  rubrics: z.array(RubricVersion),
  /** The proposal, to begin a draft with. */
  sample: CooperativeRubric,
  figures: z.array(z.object({ name: z.string(), isFlag: z.boolean() })),
  may: z.object({ draft: Why, publish: Why }),
})
export const PublishForm = z.object({
  documentNumber: z
    .string()
    .trim()
    .min(1, { error: () => w.form.document })
    .max(100),
  documentOn: Day,
  fromYear: Year,
})
export type PublishForm = z.infer<typeof PublishForm>
