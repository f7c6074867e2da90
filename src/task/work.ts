// Worklist, assignment page and steps as server and browser exchange them.
import { z } from 'zod'
import * as words from '../vocabulary/words.ts'
import { ITEM_STATES } from './item.ts'
import { EVERY } from './period.ts'
import { ACT_KINDS, COMPLETIONS, STATUSES, STEP_KINDS } from './task.ts'
import { WORK_STATE_NAMES } from './work-state.ts'

export const MOST_FILES = 20
/** Of a collective duty the page of one assignment names so many others; all of them are a list of their own. */
export const MOST_SIBLINGS = 200

const Day = z.iso.date()
const Agency = z.object({ id: z.uuid(), name: z.string() })
const Span = z.object({ line: z.number().int(), from: z.number().int(), to: z.number().int() })
const Count = z.number().int()

/** The whole state of the worklist: the page's address and the server's query are the same. */
export const WorkFilter = z.object({
  /** An agency, or "all". Left out: one's own agency for officers and heads, all for the others. */
  agency: z.union([z.uuid(), z.literal('all')]).optional(),
  plan: z.uuid().optional(),
  item: z.uuid().optional(),
  state: z.enum(WORK_STATE_NAMES).default('open'),
  q: z.string().trim().max(200).optional(),
  /** Leading or coordinating; left out: both. */
  role: z.enum(['lead', 'coordinating']).optional(),
  /** Laid on this person inside the agency. */
  person: z.union([z.uuid(), z.literal('me')]).optional(),
  period: z.string().max(10).optional(),
  /** Only those for which more time is asked. */
  extension: z.literal('asked').optional(),
  /** Those on which one act wrote: a report on many duties, a decision. */
  batch: z.uuid().optional(),
  /** Due on this very day. */
  due: z.iso.date().optional(),
  /** Of the plans that this agency oversees. */
  overseer: z.uuid().optional(),
  after: z.string().max(100).optional(),
})
export type WorkFilter = z.infer<typeof WorkFilter>

/** The filter in an address; what is not understood is left out, so that an old link still opens a list. */
export function readFilter(search: Record<string, unknown>): WorkFilter {
  const known = Object.entries(WorkFilter.shape).flatMap(([name, form]) => {
    // The router turns "12" into a number; here every value is text.
    const value = form.safeParse(search[name] === undefined ? undefined : String(search[name]))
    return value.success && value.data !== undefined ? [[name, value.data]] : []
  })
  return WorkFilter.parse(Object.fromEntries(known))
}

/** Filter -> "agency=…&state=…", for the server. */
export const addressOf = (filter: Partial<WorkFilter>): string =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined)).toString()

export const WorkQuery = WorkFilter.extend({ limit: z.coerce.number().int().min(1).max(100).default(50) })

export const WorkRow = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  /** Its place in the plan. */
  ordinal: z.number().int(),
  quote: z.string(),
  section: z.string(),
  plan: z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() }),
  agency: Agency,
  version: z.number().int(),
  role: z.enum(['lead', 'coordinating']),
  duty: z.string(),
  period: z.string(),
  extensionUntil: Day.nullable(),
  person: Agency.nullable(),
  dueOn: Day.nullable(),
  dueText: z.string(),
  /** Days from today to the last day; negative when it has gone by. */
  daysLeft: z.number().int().nullable(),
  status: z.enum(STATUSES),
  percent: z.number().int(),
  completedOn: Day.nullable(),
  /** What the table of steps looks at beside the columns above. */
  overseerId: z.uuid().nullable(),
  author: z.uuid().nullable(),
  isOutside: z.boolean(),
  /** The step that is this person's to take now. */
  next: z.enum(STEP_KINDS).nullable(),
})
export type WorkRow = z.infer<typeof WorkRow>

export const WorkList = z.object({ rows: z.array(WorkRow), next: z.string().nullable(), today: Day })
export type WorkList = z.infer<typeof WorkList>

/** How many rows each list has under the same filter, and the agencies and plans one may choose among. */
export const WorkCounts = z.object({
  counts: z.record(z.enum(WORK_STATE_NAMES), Count),
  agencies: z.array(Agency.extend({ n: Count })),
  plans: z.array(z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string(), n: Count })),
  /** The agency the list is limited to, null for all. */
  agency: Agency.nullable(),
})
export type WorkCounts = z.infer<typeof WorkCounts>

/** The document an item stands in; not its own: one that came after the plan. */
export const DocumentRef = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  title: z.string(),
  issued: z.string().nullable(),
  isOwn: z.boolean(),
  /** The further file of it, an annex, in which the item stands; null in the first one. */
  file: z.string().nullable(),
})
export type DocumentRef = z.infer<typeof DocumentRef>

const Evidence = z.object({ hash: z.string(), name: z.string(), media: z.string(), size: z.number().int() })
export const StoredFile = Evidence
export type StoredFile = z.infer<typeof StoredFile>

export const Task = z.object({
  id: z.uuid(),
  version: z.number().int(),
  status: z.enum(STATUSES),
  percent: z.number().int(),
  dueOn: Day.nullable(),
  daysLeft: z.number().int().nullable(),
  completedOn: Day.nullable(),
  agency: Agency,
  role: z.enum(['lead', 'coordinating']),
  parentId: z.uuid().nullable(),
  /** What a coordinating agency is asked to contribute. */
  duty: z.string(),
  period: z.string(),
  periodFrom: Day.nullable(),
  periodTo: Day.nullable(),
  /** To whom and with which day it was given first; both stay what they were. */
  givenOn: Day,
  givenTo: Agency,
  givenDue: Day.nullable(),
  isOutside: z.boolean(),
  unit: Agency.nullable(),
  person: Agency.nullable(),
  extensionUntil: Day.nullable(),
  completion: z.enum(COMPLETIONS),
  completionShare: z.number().int().nullable(),
  itemState: z.enum(ITEM_STATES),
  itemDoneOn: Day.nullable(),
  itemVersion: z.number().int(),
  every: z.enum(EVERY).nullable(),
  event: z.string().nullable(),
  eventOn: Day.nullable(),
  plan: z.object({
    id: z.uuid(),
    number: z.string().nullable(),
    title: z.string(),
    overseer: Agency.nullable(),
  }),
  item: z.object({
    id: z.uuid(),
    document: DocumentRef,
    section: z.string(),
    heading: z.string().nullable(),
    quote: z.string(),
    spans: z.array(Span),
    /** The lines of the source around the quote. */
    lines: z.array(z.object({ n: z.number().int(), text: z.string() })),
    leadPrinted: z.array(z.string()),
    coordinatingPrinted: z.array(z.string()),
    coordinating: z.array(Agency),
    deliverables: z.array(z.string()),
    dueText: z.string(),
    /** Leader in charge and follower: the item's own, else the plan's. */
    leader: Agency.nullable(),
    follower: Agency.nullable(),
  }),
  /** Places of the plan that say the same and were joined with this item. */
  merged: z.array(z.object({ id: z.uuid(), section: z.string(), quote: z.string() })),
  /** How the assignments of the same item stand, this one among them: by role and period, the latest first. */
  rounds: z.array(
    z.object({
      role: z.enum(['lead', 'coordinating']),
      period: z.string(),
      n: Count,
      done: Count,
      late: Count,
      closed: Count,
    }),
  ),
  /** The other assignments of the same item in the same round, and its sub-duties; at most MOST_SIBLINGS. */
  siblings: z.array(
    z.object({
      id: z.uuid(),
      agency: Agency,
      role: z.enum(['lead', 'coordinating']),
      period: z.string(),
      duty: z.string(),
      status: z.enum(STATUSES),
      percent: z.number().int(),
      daysLeft: z.number().int().nullable(),
    }),
  ),
  steps: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum([...STEP_KINDS, ...ACT_KINDS]),
      actor: z.string(),
      agency: z.string().nullable(),
      standsInFor: z.string().nullable(),
      toAgency: z.string().nullable(),
      toPerson: z.string().nullable(),
      onDay: Day,
      happenedOn: Day.nullish(),
      dueOn: Day.nullish(),
      at: z.iso.datetime(),
      text: z.string(),
      percent: z.number().int().nullable(),
      nothing: z.boolean(),
      figures: z.array(z.object({ name: z.string(), value: z.number(), unit: z.string() })),
      batchId: z.uuid().nullable(),
      /** On how many assignments the same act wrote. */
      batchSize: Count,
      files: z.array(Evidence),
    }),
  ),
  /** For each step null when this person may take it now, else the reason. */
  whyNot: z.record(z.enum(STEP_KINDS), z.string().nullable()),
  /** In whose place this person would take a step; only those steps are named. */
  inPlaceOf: z.partialRecord(z.enum(STEP_KINDS), z.uuid()),
})
export type Task = z.infer<typeof Task>

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
/** Stored text is NFC, whatever keyboard or file system it came from. */
const Note = z.string().normalize('NFC').trim().max(10_000)
const Percent = z
  .int({ error: () => words.task.percentForm })
  .min(0, { error: () => words.task.percentForm })
  .max(100, { error: () => words.task.percentForm })
const NamedFile = z.object({ hash: Hash, name: z.string().normalize('NFC').trim().min(1).max(200) })
export const Figure = z.object({
  name: z.string().normalize('NFC').trim().min(1).max(200),
  value: z.number(),
  unit: z.string().normalize('NFC').trim().max(50),
})
export type Figure = z.infer<typeof Figure>

/** Whether words are wanted or forbidden depends on the duty too: textFault in task.ts. */
export const StepForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('receive') }),
  /** To a person, to an internal unit, or to a person of it. */
  z
    .object({
      kind: z.literal('assign'),
      toAccountId: z.uuid().nullable().default(null),
      toAgencyId: z.uuid().nullable().default(null),
      text: Note.default(''),
    })
    .refine((form) => form.toAccountId !== null || form.toAgencyId !== null, {
      error: () => words.task.assignNobody,
      path: ['toAccountId'],
    }),
  z
    .object({
      kind: z.literal('report'),
      text: Note.default(''),
      percent: Percent,
      /** Không phát sinh: nothing happened in the period that would have to be told. */
      nothing: z.boolean().default(false),
      figures: z.array(Figure).max(50).default([]),
      files: z.array(NamedFile).max(MOST_FILES).default([]),
    })
    .refine((form) => form.nothing || form.text !== '', {
      error: () => words.task.textRequired.report,
      path: ['text'],
    }),
  z.object({ kind: z.literal('report-outside'), happenedOn: Day }),
  z.object({ kind: z.literal('approve'), text: Note.default('') }),
  z.object({ kind: z.literal('return'), text: Note.default('') }),
  z.object({ kind: z.literal('confirm'), text: Note.default('') }),
  z.object({ kind: z.literal('ask-extension'), until: Day, text: Note.default('') }),
  z.object({ kind: z.literal('extend'), until: Day, text: Note.default('') }),
  z.object({ kind: z.literal('refuse-extension'), text: Note.default('') }),
  z.object({ kind: z.literal('suspend'), text: Note.default('') }),
  z.object({ kind: z.literal('resume'), until: Day.nullable().default(null), text: Note.default('') }),
  z.object({ kind: z.literal('close'), text: Note.default('') }),
  z.object({ kind: z.literal('reopen'), text: Note.default('') }),
])
export type StepForm = z.infer<typeof StepForm>
/** As a page sends it: what may be left out is left out. */
export type StepInput = z.input<typeof StepForm>

export const StepTaken = z.object({ id: z.uuid(), version: z.number().int(), status: z.enum(STATUSES) })
export type StepTaken = z.infer<typeof StepTaken>

export const MOST_STEPS = 200

/** Steps on a selection: one report on many duties, an approval of all that wait … each row with its own form. */
export const StepsForm = z.object({
  steps: z
    .array(z.object({ id: z.uuid(), version: z.number().int(), form: StepForm }))
    .min(1)
    .max(MOST_STEPS)
    .refine((steps) => new Set(steps.map(({ id }) => id)).size === steps.length, {
      error: () => words.task.twiceInOne,
    }),
})
export type StepsForm = z.infer<typeof StepsForm>

/** What could be taken is taken; for every other row the reason. */
export const StepsTaken = z.object({
  results: z.array(z.object({ id: z.uuid(), taken: StepTaken.nullable(), why: z.string().nullable() })),
})
export type StepsTaken = z.infer<typeof StepsTaken>
