// Ratings as server and browser exchange them, and who may do what about them. The rules of the points: rubric.ts, rate.ts.
import { z } from 'zod'
import type { Capacity } from '../http/actor.ts'
import { EVERY, type Every, type Period, periodAt } from '../task/period.ts'
import { AGENCY_KINDS } from '../vocabulary/agency-kind.ts'
import type { Role } from '../vocabulary/role.ts'
import * as words from '../vocabulary/words.ts'
import { EXCUSES } from './rate.ts'
import { FAULTS, Rubric } from './rubric.ts'

const w = words.rating
const Day = z.iso.date()
const Count = z.number().int()
const Moment = z.iso.datetime()
const Named = z.object({ id: z.uuid(), name: z.string() })
const Text = (most: number, missing: () => string) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, { error: missing })
    .max(most, { error: () => w.form.long(most) })

export const SUBJECTS = ['agency', 'head'] as const
export type Subject = (typeof SUBJECTS)[number]

const KEY = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|H([12])|Q([1-4])))?$/

/** "2026", "2026-H1", "2026-Q3", "2026-11" -> its window; null for anything else. */
export function readPeriod(key: string): (Period & { every: Every }) | null {
  const [, year = '', month, half, quarter] = KEY.exec(key) ?? []
  if (Number(year) < 2000 || Number(year) > 2100) return null
  // The first day of the last month of a period lies in its window, whatever its length.
  const of = (every: Every, last: number) => ({
    ...periodAt(every, `${year}-${String(last).padStart(2, '0')}-01`),
    every,
  })
  if (month) return of('month', Number(month))
  if (half) return of('half', Number(half) * 6)
  if (quarter) return of('quarter', Number(quarter) * 3)
  return of('year', 12)
}

export const PeriodKey = z.string().refine((key) => readPeriod(key) !== null, { error: () => w.form.period })

// Who may do what ---------------------------------------------------------------------------------------------------

/**
 * office: of the agency that keeps the ratings · own: of the agency that is rated. Everything else is a province's to
 * decide; who decides on a change is never the one who proposed it.
 */
interface Right {
  roles: readonly Role[]
  of?: 'office' | 'own'
}

export const DEEDS = {
  /** The ranking of all. */
  'see-all': [{ roles: ['leader', 'admin'] }, { roles: ['focal', 'head', 'officer'], of: 'office' }],
  'see-own': [{ roles: ['focal', 'head', 'officer'], of: 'own' }],
  draft: [{ roles: ['leader', 'admin'] }, { roles: ['focal', 'head'], of: 'office' }],
  publish: [{ roles: ['leader', 'admin'] }],
  'set-office': [{ roles: ['admin'] }],
  /** Who heads which agency since when. */
  heads: [{ roles: ['leader', 'admin'] }, { roles: ['focal', 'head'], of: 'office' }],
  confirm: [{ roles: ['leader'] }, { roles: ['focal', 'head'], of: 'office' }],
  propose: [{ roles: ['leader'] }, { roles: ['focal', 'head'], of: 'office' }],
  decide: [{ roles: ['leader'] }],
  lock: [{ roles: ['leader'] }, { roles: ['focal', 'head'], of: 'office' }],
  object: [{ roles: ['focal', 'head', 'officer'], of: 'own' }],
  answer: [{ roles: ['leader'] }, { roles: ['focal', 'head'], of: 'office' }],
} as const satisfies Record<string, readonly Right[]>
export type Deed = keyof typeof DEEDS

const isOf = ({ agencyId, unitOf }: Capacity, agency: string | null) =>
  agency !== null && (agencyId === agency || unitOf === agency)

/** What nobody of the office does about their own agency: leaders do. */
const NOT_OWN: readonly Deed[] = ['confirm', 'propose', 'answer']

/** Why this person may not, worded for the screen; null when they may. `own`: the agency that is rated. */
export function whyNot(
  deed: Deed,
  { capacities }: { capacities: readonly Capacity[] },
  { office, own = null }: { office: string | null; own?: string | null },
): string | null {
  const rights: readonly Right[] = DEEDS[deed]
  const isOwn = NOT_OWN.includes(deed) && own !== null && own === office
  const holds = ({ of }: Right, capacity: Capacity) => !of || isOf(capacity, of === 'office' ? office : own)
  const open = rights.filter(({ of }) => !(isOwn && of === 'office'))
  const may = (some: readonly Right[]) =>
    capacities.some((capacity) =>
      some.some((right) => right.roles.includes(capacity.role) && holds(right, capacity)),
    )
  if (may(open)) return null
  return may(rights) ? w.refusal.ownAgency : w.notYours[deed]
}

// What is sent ------------------------------------------------------------------------------------------------------

export const RatingQuery = z.object({
  period: PeriodKey.optional(),
  by: z.enum(SUBJECTS).default('agency'),
})

/** Whichever it is about; what was locked earlier knows assignments only. */
const ABOUT = { assignmentId: z.uuid().nullable(), reportId: z.uuid().nullish() }

const Excuse = z.object({
  cause: z.enum(EXCUSES),
  note: z.string(),
  difficultyId: z.uuid().nullable(),
})
export const UnitForm = z.object({
  fault: z.enum(FAULTS),
  ...ABOUT,
  day: Day,
  dueOn: Day.nullable(),
  completedOn: Day.nullable(),
  daysLate: Count.nullable(),
  count: Count,
  steps: z.array(z.object({ id: z.uuid(), onDay: Day, text: z.string() })),
  excuse: Excuse.nullable(),
})

const CriterionResult = z.object({
  most: Count,
  points: Count,
  units: Count,
  faulty: Count,
  excused: Count,
  deductions: z.array(z.object({ unit: Count, points: Count })),
})
export const ResultForm = z.object({
  score: Count,
  band: Count.nullable(),
  duties: Count,
  reports: Count,
  criteria: z.array(CriterionResult),
})

/** Whom a result is of. */
export const SubjectForm = z.object({
  by: z.enum(SUBJECTS),
  id: z.uuid(),
  agency: Named,
  kind: z.enum(AGENCY_KINDS),
  /** Of a head: who, and the days of the period that are theirs. */
  head: z
    .object({
      name: z.string(),
      position: z.string(),
      from: Day,
      to: Day,
      /** No term is recorded: taken from the one account that heads the agency. */
      isAssumed: z.boolean(),
    })
    .nullable(),
})
export type SubjectForm = z.infer<typeof SubjectForm>

export const Change = z.object({
  id: z.uuid(),
  computed: Count,
  score: Count,
  reason: z.string(),
  by: z.string(),
  at: Moment,
  state: z.enum(['proposed', 'approved', 'refused', 'withdrawn']),
  decidedBy: z.string().nullable(),
  decidedAt: Moment.nullable(),
  decidedWhy: z.string(),
  version: Count,
  whyNotDecide: z.string().nullable(),
})
export type Change = z.infer<typeof Change>

export const RatingRow = z.object({
  subject: SubjectForm,
  /** 1 for the best; the same for equal scores; null without a band. */
  rank: Count.nullable(),
  /** Computed: the score, its band, and each criterion without its deductions. */
  score: Count,
  band: Count.nullable(),
  duties: Count,
  reports: Count,
  criteria: z.array(CriterionResult.omit({ deductions: true })),
  /** Approved by a leader: it counts, the computed stays beside it. */
  changed: z.object({ score: Count, band: Count.nullable() }).nullable(),
  /** Waits for a leader. */
  proposed: z.object({ score: Count }).nullable(),
  /** Objections without an answer. */
  objections: Count,
  /** Of a locked period: the score computed anew differs; its own null where nothing is left to judge by. */
  now: z.object({ score: Count.nullable() }).nullable(),
})
export type RatingRow = z.infer<typeof RatingRow>

export const Lock = z.object({
  id: z.uuid(),
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
  /** null: the sample, published by nobody. */
  id: z.uuid().nullable(),
  title: z.string(),
  validFrom: Day.nullable(),
  documentNumber: z.string(),
  documentOn: Day.nullable(),
})

const Why = z.string().nullable()
export const Ratings = z.object({
  today: Day,
  period: z.object({ key: z.string(), every: z.enum(EVERY), from: Day, to: Day, isOver: z.boolean() }),
  before: z.string(),
  after: z.string(),
  by: z.enum(SUBJECTS),
  rubric: RubricHead,
  body: Rubric,
  rows: z.array(RatingRow),
  /** More are in the first band than the rubric foresees: how many there may be. */
  tooManyTop: Count.nullable(),
  outside: z.array(Named),
  lock: Lock.nullable(),
  opened: z.array(Lock),
  office: Named.nullable(),
  may: z.object({ all: z.boolean(), lock: Why, draft: Why, heads: Why, 'set-office': Why }),
})
export type Ratings = z.infer<typeof Ratings>

export const ExplainQuery = z.object({ period: PeriodKey, by: z.enum(SUBJECTS), id: z.uuid() })

const Cause = z.object({
  id: z.uuid(),
  reason: z.string(),
  by: z.string(),
  at: Moment,
  version: Count,
})
export const Objection = z.object({
  id: z.uuid(),
  ...ABOUT,
  fault: z.enum(FAULTS).nullable(),
  text: z.string(),
  by: z.string(),
  at: Moment,
  answer: z.string().nullable(),
  accepted: z.boolean().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: Moment.nullable(),
  version: Count,
})
export type Objection = z.infer<typeof Objection>

/** What stands behind a unit for whoever reads it. */
export const Duty = z.object({
  id: z.uuid(),
  quote: z.string(),
  section: z.string(),
  period: z.string(),
  role: z.enum(['lead', 'coordinating']),
  plan: z.string(),
})
export type Duty = z.infer<typeof Duty>

/** A report of a round behind a unit. Who may not open it (a draft is its agency's alone) is led to the round. */
export const RatedReport = z.object({
  ...{ id: z.uuid(), roundId: z.uuid(), title: z.string(), plan: z.string() },
  mayOpen: z.boolean(),
})
export type RatedReport = z.infer<typeof RatedReport>

export const Explained = z.object({
  period: z.object({ key: z.string(), from: Day, to: Day }),
  subject: SubjectForm,
  body: Rubric,
  result: ResultForm,
  units: z.array(UnitForm),
  duties: z.array(Duty),
  reports: z.array(RatedReport),
  /** Confirmed causes by the key of the fault (explain.ts). */
  causes: z.record(z.string(), Cause),
  changes: z.array(Change),
  objections: z.array(Objection),
  /** Of a locked period: what the facts say now, and what differs. */
  now: z
    .object({
      /** null: nothing is left to judge by. */
      score: Count.nullable(),
      /** Points lost for a fault, then and now; null: it was not there. */
      differences: z.array(
        z.object({
          ...{ ...ABOUT, fault: z.enum(FAULTS) },
          ...{ before: Count.nullable(), after: Count.nullable() },
        }),
      ),
    })
    .nullable(),
  isLocked: z.boolean(),
  may: z.object({ confirm: Why, propose: Why, object: Why, answer: Why }),
})
export type Explained = z.infer<typeof Explained>

const Reason = Text(2000, () => w.form.reason)
/** About an assignment, or about a report and then of its one fault. */
const fits = ({
  assignmentId,
  reportId,
  fault,
}: z.infer<z.ZodObject<typeof ABOUT>> & { fault: string | null }) =>
  !reportId || (!assignmentId && fault === 'report')
export const CauseForm = z
  .object({ ...ABOUT, fault: z.enum(FAULTS), reason: Reason })
  .refine((form) => fits(form) && Boolean(form.assignmentId ?? form.reportId), { error: () => w.form.about })
export type CauseForm = z.infer<typeof CauseForm>
export const ReasonForm = z.object({ reason: Reason })
export const ChangeForm = z.object({
  period: PeriodKey,
  by: z.enum(SUBJECTS),
  id: z.uuid(),
  score: z
    .int({ error: () => w.form.score })
    .min(0, { error: () => w.form.score })
    .max(10_000, { error: () => w.form.score }),
  reason: Reason,
})
export type ChangeForm = z.infer<typeof ChangeForm>
export const DecisionForm = z.object({
  verdict: z.enum(['approved', 'refused', 'withdrawn']),
  reason: z.string().normalize('NFC').trim().max(2000),
})
export type DecisionForm = z.infer<typeof DecisionForm>
export const ObjectionForm = z
  .object({
    period: PeriodKey,
    agencyId: z.uuid(),
    ...ABOUT,
    fault: z.enum(FAULTS).nullable(),
    text: Text(5000, () => w.form.objection),
  })
  .refine(fits, { error: () => w.form.about })
export type ObjectionForm = z.infer<typeof ObjectionForm>
export const AnswerForm = z.object({ accepted: z.boolean(), answer: Text(5000, () => w.form.answer) })
export type AnswerForm = z.infer<typeof AnswerForm>
export const LockForm = z.object({ period: PeriodKey, reason: Reason })
export const Made = z.object({ id: z.uuid(), version: Count })

export const RubricVersion = z.object({
  id: z.uuid(),
  state: z.enum(['draft', 'published']),
  body: Rubric,
  validFrom: Day.nullable(),
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
  versions: z.array(RubricVersion),
  sample: Rubric,
  today: Day,
  /** In force today; null: the sample. */
  current: z.uuid().nullable(),
  office: z.object({ agency: Named.nullable(), version: Count }),
  may: z.object({ draft: Why, publish: Why, 'set-office': Why }),
})
export type Rubrics = z.infer<typeof Rubrics>
export const RubricForm = z.object({ body: Rubric })
export const PublishForm = z.object({
  documentNumber: Text(100, () => w.form.document),
  documentOn: z.iso.date({ error: () => w.form.documentDay }),
  validFrom: z.iso.date({ error: () => w.form.validFrom }),
})
export type PublishForm = z.infer<typeof PublishForm>
export const OfficeForm = z.object({ agencyId: z.uuid().nullable() })

/** Who would stand elsewhere under another rubric. */
export const TrialForm = z.object({ body: Rubric, period: PeriodKey })
export const Trial = z.object({
  period: z.string(),
  agencies: Count,
  moved: z.array(
    z.object({
      agency: Named,
      before: z.object({ score: Count, band: z.string().nullable() }),
      after: z.object({ score: Count, band: z.string().nullable() }),
    }),
  ),
  bands: z.array(z.object({ name: z.string().nullable(), before: Count, after: Count })),
})
export type Trial = z.infer<typeof Trial>

export const Term = z.object({
  id: z.uuid(),
  agency: Named,
  name: z.string(),
  position: z.string(),
  from: Day,
  until: Day.nullable(),
  version: Count,
})
export type Term = z.infer<typeof Term>
export const Terms = z.object({
  terms: z.array(Term),
  /** Agencies without a term, with the account that is taken instead; null where none or several would do. */
  assumed: z.array(z.object({ agency: Named, name: z.string().nullable(), position: z.string() })),
  may: Why,
})
export type Terms = z.infer<typeof Terms>
export const TermForm = z.object({
  agencyId: z.uuid({ error: () => w.form.agency }),
  name: Text(200, () => w.form.head),
  position: z.string().normalize('NFC').trim().max(200),
  from: z.iso.date({ error: () => w.form.from }),
  until: z.iso.date().nullable(),
})
export type TermForm = z.infer<typeof TermForm>

/** "92,5": hundredths of a point as people read them. */
export const pointsText = (hundredths: number): string => words.number(hundredths / 100)
