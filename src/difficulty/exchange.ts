// Difficulties as server and browser exchange them: the forms, the list, the page of one, the consolidated table.
import { z } from 'zod'
import { DIFFICULTY_TYPES } from '../vocabulary/difficulty-type.ts'
import * as words from '../vocabulary/words.ts'
import { STATUSES, STEP_KINDS, type Status } from './difficulty.ts'

export const MOST_ASSIGNMENTS = 50
export const MOST_FILES = 20
/** Working days a clock may be given: three months. */
export const MOST_WORKING_DAYS = 60

const Day = z.iso.date()
const Agency = z.object({ id: z.uuid(), name: z.string() })
const Plan = z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() })
const Count = z.number().int()
const Type = z.enum(DIFFICULTY_TYPES)

interface StateOf {
  statuses: readonly Status[]
  overdue?: true
  withLeaders?: true
}

/** What the word in the address (?state=…) selects. Overdue is asked with the day, never stored. */
export const STATES = {
  open: { statuses: ['raised', 'sent', 'answered'] },
  raised: { statuses: ['raised'] },
  sent: { statuses: ['sent'] },
  overdue: { statuses: ['sent'], overdue: true },
  leaders: { statuses: ['sent'], withLeaders: true },
  answered: { statuses: ['answered'] },
  joined: { statuses: ['joined'] },
  closed: { statuses: ['closed'] },
  withdrawn: { statuses: ['withdrawn'] },
  all: { statuses: STATUSES },
} as const satisfies Record<string, StateOf>
export type State = keyof typeof STATES
export const STATE_NAMES = Object.keys(STATES) as [State, ...State[]]

/** What the counts of the list know of a difficulty. */
export interface StateCell {
  status: Status
  isOverdue: boolean
  withLeaders: boolean
  n: number
}

/** How many rows each list has. */
export function tally(cells: readonly StateCell[]): Record<State, number> {
  const sumOf = ({ statuses, overdue, withLeaders }: StateOf) =>
    cells
      .filter((cell) => statuses.includes(cell.status))
      .filter((cell) => (!overdue || cell.isOverdue) && (!withLeaders || cell.withLeaders))
      .reduce((sum, { n }) => sum + n, 0)
  return Object.fromEntries(STATE_NAMES.map((name) => [name, sumOf(STATES[name])])) as Record<State, number>
}

/** The whole state of the list and of the consolidated table: the page's address and the server's query are the same. */
export const DifficultyFilter = z.object({
  state: z.enum(STATE_NAMES).default('open'),
  type: Type.optional(),
  /** Raised by it, or keeping it back. */
  agency: z.uuid().optional(),
  plan: z.uuid().optional(),
  /** Whose turn it is. */
  at: z.uuid().optional(),
  q: z.string().trim().max(200).optional(),
  after: z.string().max(200).optional(),
})
export type DifficultyFilter = z.infer<typeof DifficultyFilter>

/** The filter in an address; what is not understood is left out, so that an old link still opens a list. */
export function readFilter(search: Record<string, unknown>): DifficultyFilter {
  const known = Object.entries(DifficultyFilter.shape).flatMap(([name, form]) => {
    // The router turns "12" into a number; here every value is text.
    const value = form.safeParse(search[name] === undefined ? undefined : String(search[name]))
    return value.success && value.data !== undefined ? [[name, value.data]] : []
  })
  return DifficultyFilter.parse(Object.fromEntries(known))
}

export const addressOf = (filter: Partial<DifficultyFilter>): string =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined)).toString()

export const DifficultyQuery = DifficultyFilter.extend({
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

export const DifficultyRow = z.object({
  id: z.uuid(),
  type: Type,
  text: z.string(),
  proposal: z.string(),
  status: z.enum(STATUSES),
  withLeaders: z.boolean(),
  agency: Agency,
  /** Further difficulties joined into it. */
  joined: Count,
  /** Assignments it keeps back, with those of the joined ones. */
  assignments: Count,
  plan: Plan,
  raisedOn: Day,
  /** Where it lies, and since when; null where nobody has to act. */
  waitingAt: Agency.nullable(),
  waitingSince: Day.nullable(),
  addressee: Agency.nullable(),
  dueOn: Day.nullable(),
  /** While it is sent: working days to the last day, negative when it has gone by. */
  workingDaysLeft: Count.nullable(),
})
export type DifficultyRow = z.infer<typeof DifficultyRow>

export const DifficultyList = z.object({
  rows: z.array(DifficultyRow),
  next: z.string().nullable(),
  today: Day,
  /** Years of the clocks shown for which no day off was entered. */
  missingYears: z.array(z.number().int()),
})
export type DifficultyList = z.infer<typeof DifficultyList>

/** How many rows each list has under the same filter, and what one may choose among. */
export const DifficultyCounts = z.object({
  counts: z.record(z.enum(STATE_NAMES), Count),
  agencies: z.array(Agency),
  plans: z.array(Plan),
  at: z.array(Agency),
})
export type DifficultyCounts = z.infer<typeof DifficultyCounts>

const StoredFile = z.object({ hash: z.string(), name: z.string(), media: z.string(), size: Count })
const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const NamedFile = z.object({ hash: Hash, name: z.string().normalize('NFC').trim().min(1).max(200) })
const Files = z.array(NamedFile).max(MOST_FILES).default([])

/** Stored text is NFC, whatever keyboard it came from. */
const Note = z.string().normalize('NFC').trim().max(10_000)
const required = (what: keyof typeof words.difficulty.textRequired) =>
  Note.min(1, { error: () => words.difficulty.textRequired[what] })
const daysForm = { error: () => words.difficulty.daysForm(MOST_WORKING_DAYS) }
const WorkingDays = z.int(daysForm).min(1, daysForm).max(MOST_WORKING_DAYS, daysForm)

export const RaiseForm = z.object({
  assignmentIds: z
    .array(z.uuid())
    .min(1, { error: () => words.difficulty.noAssignment })
    .max(MOST_ASSIGNMENTS, { error: () => words.difficulty.tooManyAssignments(MOST_ASSIGNMENTS) }),
  type: Type,
  text: required('raise'),
  proposal: required('proposal'),
  files: Files,
})
export type RaiseForm = z.infer<typeof RaiseForm>

const SendForm = z
  .object({
    kind: z.literal('send'),
    addresseeId: z.uuid({ error: () => words.difficulty.addresseeRequired }),
    days: WorkingDays,
    /** To whom it goes when the time has run out; null: to the overseer and the leaders. */
    nextId: z.uuid().nullable().default(null),
    nextDays: WorkingDays.nullable().default(null),
    text: Note.default(''),
  })
  .refine(({ nextId, nextDays }) => (nextId === null) === (nextDays === null), {
    error: () => words.difficulty.daysForm(MOST_WORKING_DAYS),
    path: ['nextDays'],
  })
  .refine(({ addresseeId, nextId }) => addresseeId !== nextId, {
    error: () => words.difficulty.nextIsSame,
    path: ['nextId'],
  })

export const StepForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('join'), targetId: z.uuid() }),
  z.object({ kind: z.literal('unjoin'), text: Note.default('') }),
  /** With a type where the raiser's does not fit. */
  z.object({ kind: z.literal('opine'), text: required('opine'), type: Type.nullable().default(null) }),
  SendForm,
  z.object({ kind: z.literal('extend'), days: WorkingDays, text: required('extend') }),
  z.object({ kind: z.literal('return'), text: required('return') }),
  z.object({
    kind: z.literal('answer'),
    text: required('answer'),
    documentNumber: z.string().normalize('NFC').trim().max(100).default(''),
    documentOn: Day.nullable().default(null),
    files: Files,
  }),
  z.object({ kind: z.literal('close'), text: Note.default('') }),
  z.object({ kind: z.literal('reopen'), text: required('reopen') }),
  z.object({ kind: z.literal('withdraw'), text: Note.default('') }),
])
export type StepForm = z.infer<typeof StepForm>

export const StepTaken = z.object({ id: z.uuid(), version: Count, status: z.enum(STATUSES) })
export type StepTaken = z.infer<typeof StepTaken>

export const Raised = z.object({ id: z.uuid(), version: Count })

const Assignment = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  quote: z.string(),
  section: z.string(),
  plan: Plan,
  /** Who bears it now. */
  agency: Agency,
})

/** One of those who raised it: the difficulty itself, or one joined into it. */
const Raiser = z.object({
  id: z.uuid(),
  agency: Agency,
  actor: z.string(),
  raisedOn: Day,
  text: z.string(),
  proposal: z.string(),
  assignments: z.array(Assignment),
  files: z.array(StoredFile),
  /** The step that carries the files. */
  stepId: z.uuid(),
})
export type Raiser = z.infer<typeof Raiser>

export const StoryStep = z.object({
  id: z.uuid(),
  kind: z.enum(['raise', ...STEP_KINDS, 'escalate', 'transfer']),
  actor: z.string(),
  /** In whose place. */
  inPlaceOf: z.string().nullable(),
  agency: z.string().nullable(),
  at: z.iso.datetime(),
  text: z.string(),
  type: Type.nullable(),
  /** Of join and unjoin: whose difficulty went in or out; in the story of a joined one, where it went. */
  other: z.object({ id: z.uuid(), agency: z.string() }).nullable(),
  /** It is told of another difficulty, which was joined into this one. */
  isOfOther: z.boolean(),
  addressee: z.string().nullable(),
  days: Count.nullable(),
  dueOn: Day.nullable(),
  next: z.string().nullable(),
  nextDays: Count.nullable(),
  documentNumber: z.string().nullable(),
  documentOn: Day.nullable(),
  files: z.array(StoredFile),
})
export type StoryStep = z.infer<typeof StoryStep>

/** A difficulty of the same type whose words are like these. */
const Likely = z.object({
  id: z.uuid(),
  agency: Agency,
  text: z.string(),
  status: z.enum(STATUSES),
  /** 0 to 1, of the three-letter pieces that both have. */
  likeness: z.number(),
})

export const Difficulty = z.object({
  id: z.uuid(),
  version: Count,
  type: Type,
  text: z.string(),
  proposal: z.string(),
  status: z.enum(STATUSES),
  withLeaders: z.boolean(),
  raisedOn: Day,
  agency: Agency,
  plan: Plan,
  focal: Agency.nullable(),
  addressee: Agency.nullable(),
  next: Agency.extend({ days: Count }).nullable(),
  waitingAt: Agency.nullable(),
  waitingSince: Day.nullable(),
  joinedInto: z
    .object({ id: z.uuid(), agency: Agency, text: z.string(), status: z.enum(STATUSES) })
    .nullable(),
  raisers: z.array(Raiser),
  steps: z.array(StoryStep),
  /** The answer in force: its own, or of the one it was joined into. */
  answer: StoryStep.nullable(),
  /** From the day it was sent; drawn in the browser with the days off entered within it. */
  clock: z
    .object({
      from: Day,
      dueOn: Day,
      today: Day,
      daysOff: z.array(z.object({ day: Day, kind: z.enum(['off', 'working']), name: z.string() })),
      missingYears: z.array(z.number().int()),
    })
    .nullable(),
  /** Only for whoever may join it. */
  likely: z.array(Likely),
  /** For each step null when this person may take it now, else the reason. */
  whyNot: z.record(z.enum(STEP_KINDS), z.string().nullable()),
})
export type Difficulty = z.infer<typeof Difficulty>

/** The difficulties of one assignment, as its page shows them. */
export const OfAssignment = z.object({
  /** Why this person may raise one here, or may not. */
  whyNotRaise: z.string().nullable(),
  difficulties: z.array(
    z.object({
      id: z.uuid(),
      type: Type,
      text: z.string(),
      status: z.enum(STATUSES),
      /** Of the one it was joined into; its own status otherwise. */
      standing: z.enum(STATUSES),
      withLeaders: z.boolean(),
      raisedOn: Day,
      waitingAt: z.string().nullable(),
      dueOn: Day.nullable(),
      answer: StoryStep.nullable(),
    }),
  ),
})
export type OfAssignment = z.infer<typeof OfAssignment>

const TableRow = z.object({
  id: z.uuid(),
  type: Type,
  /** Each with what it says: the difficulty itself first, then those joined into it. */
  raisers: z.array(z.object({ agency: z.string(), raisedOn: Day, text: z.string(), proposal: z.string() })),
  items: z.array(z.object({ quote: z.string(), section: z.string(), plan: z.string() })),
  /** Opinions of the focal agency, the latest last. */
  opinions: z.array(z.string()),
  status: z.enum(STATUSES),
  withLeaders: z.boolean(),
  dueOn: Day.nullable(),
  workingDaysLeft: Count.nullable(),
  answer: z.string().nullable(),
  /** "Số 12/UBND-KT ngày 05/01/2027". */
  document: z.string().nullable(),
})
export type TableRow = z.infer<typeof TableRow>

/** Bảng tổng hợp khó khăn, vướng mắc: by who must decide; null while the focal agency has not sent it on. */
export const ConsolidatedTable = z.object({
  today: Day,
  /** Difficulties, and those joined into them. */
  total: Count,
  joined: Count,
  groups: z.array(z.object({ decider: Agency.nullable(), rows: z.array(TableRow) })),
  missingYears: z.array(z.number().int()),
})
export type ConsolidatedTable = z.infer<typeof ConsolidatedTable>

export const Escalated = z.object({ escalated: Count })
