// Worklist, assignment page and steps as server and browser exchange them.
import { z } from 'zod'
import { words } from '../vocabulary/words.ts'
import { STATUSES, STEP_KINDS } from './task.ts'
import { WORK_STATE_NAMES } from './work-state.ts'

export const MOST_FILES = 20

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
  quote: z.string(),
  section: z.string(),
  plan: z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() }),
  agency: Agency,
  dueOn: Day.nullable(),
  dueText: z.string(),
  /** Days from today to the last day; negative when it has gone by. */
  daysLeft: z.number().int().nullable(),
  status: z.enum(STATUSES),
  percent: z.number().int(),
  completedOn: Day.nullable(),
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
  plan: z.object({
    id: z.uuid(),
    number: z.string().nullable(),
    title: z.string(),
    overseer: Agency.nullable(),
  }),
  item: z.object({
    id: z.uuid(),
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
  }),
  /** Places of the plan that say the same and were joined with this item. */
  merged: z.array(z.object({ id: z.uuid(), section: z.string(), quote: z.string() })),
  /** The other assignments of the same item. */
  siblings: z.array(
    z.object({
      id: z.uuid(),
      agency: Agency,
      status: z.enum(STATUSES),
      percent: z.number().int(),
      daysLeft: z.number().int().nullable(),
    }),
  ),
  steps: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(STEP_KINDS),
      actor: z.string(),
      agency: z.string().nullable(),
      at: z.iso.datetime(),
      text: z.string(),
      percent: z.number().int().nullable(),
      files: z.array(Evidence),
    }),
  ),
  /** For each step null when this person may take it now, else the reason. */
  whyNot: z.record(z.enum(STEP_KINDS), z.string().nullable()),
})
export type Task = z.infer<typeof Task>

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
/** Stored text is NFC, whatever keyboard or file system it came from. */
const Note = z.string().normalize('NFC').trim().max(10_000)
const required = (step: 'report' | 'return') => Note.min(1, { error: () => words.task.textRequired[step] })
const Percent = z
  .int({ error: () => words.task.percentForm })
  .min(0, { error: () => words.task.percentForm })
  .max(100, { error: () => words.task.percentForm })
const NamedFile = z.object({ hash: Hash, name: z.string().normalize('NFC').trim().min(1).max(200) })

export const StepForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('receive') }),
  z.object({
    kind: z.literal('report'),
    text: required('report'),
    percent: Percent,
    files: z.array(NamedFile).max(MOST_FILES).default([]),
  }),
  z.object({ kind: z.literal('approve'), text: Note.default('') }),
  z.object({ kind: z.literal('return'), text: required('return') }),
  z.object({ kind: z.literal('confirm'), text: Note.default('') }),
])
export type StepForm = z.infer<typeof StepForm>

export const StepTaken = z.object({ id: z.uuid(), version: z.number().int(), status: z.enum(STATUSES) })
export type StepTaken = z.infer<typeof StepTaken>
