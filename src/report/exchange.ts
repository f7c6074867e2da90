// Rounds and reports as server and browser exchange them.
import { z } from 'zod'
import { ACT_KINDS, STATUSES, STEP_KINDS } from '../task/task.ts'
import { Figure } from '../task/work.ts'
import * as words from '../vocabulary/words.ts'
import { Joined } from './consolidate.ts'
import { Figures } from './figures.ts'
import { Link, MOST_TITLE, REGIME_STATES, RegimeForm } from './regime.ts'
import { REPORT_ACTS, REPORT_STATES, REPORT_STEPS, type ReportStep, reasonWanted } from './report.ts'
import { YearTable } from './review.ts'

/** Định kỳ · đột xuất · sơ kết · tổng kết. */
export const ROUND_KINDS = ['periodic', 'adhoc', 'midterm', 'final'] as const
export type RoundKind = (typeof ROUND_KINDS)[number]
export const isReview = (kind: RoundKind): boolean => kind === 'midterm' || kind === 'final'

/** The general texts of a report, in the order in which they are printed. */
export const TEXT_KEYS = ['results', 'difficulties', 'causes', 'lessons', 'proposals', 'next'] as const
export type TextKey = (typeof TEXT_KEYS)[number]
/** Lessons are drawn in a review. */
export const textKeysOf = (kind: RoundKind): TextKey[] =>
  TEXT_KEYS.filter((key) => key !== 'lessons' || isReview(kind))

/** Of one answer to one duty, and of one general text: some six printed pages; what is longer belongs into an annex. */
export const MOST_TEXT = 20_000

const Day = z.iso.date()
const Count = z.number().int()
const Named = z.object({ id: z.uuid(), name: z.string() })
const Plan = z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() })
const Long = z
  .string()
  .normalize('NFC')
  .max(MOST_TEXT, { error: ({ input }) => words.report.textTooLong(String(input).length, MOST_TEXT) })
const Short = (most: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .max(most, { error: () => words.report.tooLong(most) })

export const Regime = RegimeForm.extend({
  id: z.uuid(),
  version: Count,
  state: z.enum(REGIME_STATES),
  createdOn: Day,
  /** Of the period that is asked for next, or was last. */
  nextDue: Day,
  nextPeriod: z.string(),
})
export type Regime = z.infer<typeof Regime>

export const RoundSummary = z.object({
  id: z.uuid(),
  version: Count,
  title: z.string(),
  kind: z.enum(ROUND_KINDS),
  period: z.string(),
  from: Day,
  to: Day,
  dueOn: Day,
  state: z.enum(['open', 'closed']),
  /** "12/BC-STC ngày 15/12/2026", once issued. */
  paper: z.string(),
  openedOn: Day,
  plan: Plan,
  /** Reports asked for, handed in, of these late, accepted, and still missing after their day. */
  asked: Count,
  sent: Count,
  late: Count,
  accepted: Count,
  overdue: Count,
  /** The own agency's report. */
  mine: z.object({ id: z.uuid(), state: z.enum(REPORT_STATES), dueOn: Day }).nullable(),
  /** Reports that come to the own agency. */
  toMe: Count,
})
export type RoundSummary = z.infer<typeof RoundSummary>

export const ROUND_TABS = ['write', 'receive', 'all'] as const
export const RoundList = z.object({ rounds: z.array(RoundSummary), next: z.string().nullable(), today: Day })
export type RoundList = z.infer<typeof RoundList>

export const PlanReporting = z.object({
  plan: Plan.extend({ overseer: Named.nullable() }),
  today: Day,
  regimes: z.array(Regime),
  proposals: z.array(
    z.object({
      key: z.string(),
      from: z.string(),
      to: z.string(),
      quote: z.string(),
      isDated: z.boolean(),
      form: RegimeForm.pick({ title: true, every: true, dueDay: true, dueMonth: true, dueInclusive: true }),
    }),
  ),
  rounds: z.array(RoundSummary),
  /** Whom the rule would ask, from the top. */
  usual: z.array(Link),
  agencies: z.array(Named),
  /** Why this reader may not ask for reports on it; null when they may. */
  whyNot: z.string().nullable(),
})
export type PlanReporting = z.infer<typeof PlanReporting>

export const RoundForm = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('periodic'),
      regimeId: z.uuid(),
      period: z.string().max(10),
      note: Short(5000).default(''),
    }),
    z.object({
      kind: z.enum(['adhoc', 'midterm', 'final']),
      title: Short(MOST_TITLE).min(1, { error: () => words.report.titleMissing }),
      from: Day,
      to: Day,
      dueOn: Day,
      note: Short(5000).default(''),
      links: z.array(Link).max(500).default([]),
    }),
  ])
  .refine((form) => form.kind === 'periodic' || form.from <= form.to, {
    error: () => words.report.windowForm,
    path: ['to'],
  })
export type RoundForm = z.infer<typeof RoundForm>
export const Made = z.object({ id: z.uuid(), version: Count })

export const RoundPage = RoundSummary.extend({
  note: z.string(),
  openedBy: z.string(),
  closedOn: Day.nullable(),
  overseerId: z.uuid().nullable(),
  today: Day,
  reports: z.array(
    z.object({
      id: z.uuid(),
      version: Count,
      agency: Named,
      /** Asked of this one first, where a reorganisation has passed it on. */
      asked: Named,
      to: Named.nullable(),
      level: Count,
      state: z.enum(REPORT_STATES),
      dueOn: Day,
      isExcepted: z.boolean(),
      sentOn: Day.nullable(),
      /** Handed in so many days late, or missing for so many. */
      lateDays: Count,
      /** Null when this reader may. */
      whyNot: z.object({
        accept: z.string().nullable(),
        return: z.string().nullable(),
        lock: z.string().nullable(),
        extend: z.string().nullable(),
      }),
    }),
  ),
})
export type RoundPage = z.infer<typeof RoundPage>

export const StepForm = z
  .object({
    kind: z.enum(REPORT_STEPS),
    text: Short(5000).default(''),
    dueOn: Day.nullable().default(null),
  })
  .refine(({ kind, text }) => !reasonWanted(kind as ReportStep) || text !== '', {
    error: () => words.report.reasonMissing,
    path: ['text'],
  })
  .refine(({ kind, dueOn }) => kind !== 'extend' || dueOn !== null, {
    error: () => words.report.dueMissing,
    path: ['dueOn'],
  })
export type StepForm = z.infer<typeof StepForm>

export const MOST_AT_ONCE = 300
export const BulkForm = z.object({
  kind: z.enum(['accept', 'return', 'lock']),
  text: Short(5000).default(''),
  reports: z
    .array(z.object({ id: z.uuid(), version: Count }))
    .min(1)
    .max(MOST_AT_ONCE),
})
export type BulkForm = z.infer<typeof BulkForm>
export const BulkAnswer = z.object({
  done: Count,
  refused: z.array(z.object({ id: z.uuid(), why: z.string() })),
})

export const Written = z.object({
  text: Long.optional(),
  percent: z.int().min(0).max(100).optional(),
  difficulty: Long.optional(),
  next: Long.optional(),
  figures: z.array(Figure).max(50).optional(),
  nothing: z.boolean().optional(),
})

/** What is sent is saved, what is left out stays; null takes back what was written. */
export const DraftForm = z.object({
  texts: z.partialRecord(z.enum(TEXT_KEYS), Long.nullable()).default({}),
  entries: z
    .array(z.object({ assignmentId: z.uuid(), written: Written.nullable() }))
    .max(2000)
    .default([]),
  parts: z
    .array(z.object({ itemId: z.uuid(), written: Long.nullable() }))
    .max(2000)
    .default([]),
})
export type DraftForm = z.infer<typeof DraftForm>

export const Computed = z.object({
  status: z.enum(STATUSES),
  percent: Count,
  dueOn: Day.nullable(),
  completedOn: Day.nullable(),
  isOverdue: z.boolean(),
  lateDays: Count,
  text: z.string(),
  difficulty: z.string(),
  figures: z.array(Figure),
  evidence: z.array(z.string()),
  isQuiet: z.boolean(),
  stepIds: z.array(z.string()),
})

export const Entry = z.object({
  assignmentId: z.uuid(),
  itemId: z.uuid(),
  section: z.string(),
  quote: z.string(),
  role: z.enum(['lead', 'coordinating']),
  duty: z.string(),
  period: z.string(),
  computed: Computed,
  written: Written.nullable(),
})
export type Entry = z.infer<typeof Entry>

export const PartSummary = z.object({
  itemId: z.uuid(),
  section: z.string(),
  quote: z.string(),
  /** The beginning of what is printed. */
  preview: z.string(),
  texts: Count,
  speakers: Count,
  nothing: Count,
  all: Count,
  done: Count,
  overdue: Count,
  percent: Count.nullable(),
  isWritten: z.boolean(),
  /** What is joined now is not what it was written from. */
  isStale: z.boolean(),
})
export type PartSummary = z.infer<typeof PartSummary>

export const Part = z.object({
  itemId: z.uuid(),
  section: z.string(),
  quote: z.string(),
  joined: Joined,
  /** The joined words as they are printed when nobody writes others. */
  proposed: z.string(),
  written: z.string().nullable(),
  basis: z.string().nullable(),
})
export type Part = z.infer<typeof Part>

export const Report = z.object({
  id: z.uuid(),
  version: Count,
  state: z.enum(REPORT_STATES),
  agency: Named,
  asked: Named,
  to: Named.nullable(),
  level: Count,
  dueOn: Day,
  givenDue: Day,
  sentOn: Day.nullable(),
  lateDays: Count,
  lockReason: z.string().nullable(),
  asOf: Day,
  today: Day,
  editedBy: z.string().nullable(),
  editedAt: z.iso.datetime().nullable(),
  round: z.object({
    id: z.uuid(),
    title: z.string(),
    kind: z.enum(ROUND_KINDS),
    period: z.string(),
    from: Day,
    to: Day,
    note: z.string(),
    state: z.enum(['open', 'closed']),
    paper: z.string(),
    plan: Plan,
  }),
  texts: z.array(z.object({ key: z.enum(TEXT_KEYS), computed: z.string(), written: z.string().nullable() })),
  figures: Figures,
  entries: z.array(Entry),
  /** Others report to this agency in the round. */
  isConsolidating: z.boolean(),
  consolidatedAt: z.iso.datetime().nullable(),
  parts: z.array(PartSummary),
  /** The reports below: what was joined, what came or changed since, who is missing. */
  below: z.array(
    z.object({
      reportId: z.uuid(),
      agency: Named,
      state: z.enum(REPORT_STATES),
      dueOn: Day,
      sentOn: Day.nullable(),
      lateDays: Count,
      isJoined: z.boolean(),
      hasChanged: z.boolean(),
    }),
  ),
  years: YearTable.nullable(),
  /** Of a report that stands still: what the facts say otherwise by now. */
  changes: z.array(
    z.object({
      assignmentId: z.uuid(),
      quote: z.string(),
      field: z.enum(['status', 'percent', 'dueOn', 'completedOn', 'text', 'difficulty']),
      before: z.string(),
      now: z.string(),
      by: z.array(
        z.object({
          kind: z.enum([...STEP_KINDS, ...ACT_KINDS]),
          actor: z.string(),
          onDay: Day,
          at: z.iso.datetime(),
          text: z.string(),
        }),
      ),
    }),
  ),
  steps: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum([...REPORT_STEPS, ...REPORT_ACTS]),
      actor: z.string(),
      at: z.iso.datetime(),
      onDay: Day,
      text: z.string(),
      toAgency: z.string().nullable(),
      dueOn: Day.nullable(),
    }),
  ),
  whyNot: z.record(z.enum(REPORT_STEPS), z.string().nullable()),
  whyNotEdit: z.string().nullable(),
  /** Why no dossier can be opened now; null when it can. */
  whyNotDossier: z.string().nullable(),
  dossier: z.object({ id: z.uuid(), state: z.string(), number: z.string().nullable() }).nullable(),
})
export type Report = z.infer<typeof Report>
