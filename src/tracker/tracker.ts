// Import of a running tracking sheet: the forms that server and browser share.
import { z } from 'zod'
import { nameKey } from '../base/text.ts'
import { NameTarget } from '../plan/review.ts'
import { SHEET_STATES, TRACKER_FIELDS, type TrackerField } from '../vocabulary/tracker-words.ts'
import * as words from '../vocabulary/words.ts'

export const MOST_FILE_NAME = 200
export const MOST_DUTY = 5000
export const MOST_RESULT = 8000

const Day = z.iso.date()
const Count = z.number().int()
const plain = (most: number) => z.string().normalize('NFC').trim().max(most)

export const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan'), planId: z.uuid() }),
  z.object({
    kind: z.literal('new'),
    title: plain(300).min(5, { error: () => words.tracker.titleForm }),
    number: plain(60).nullable(),
    overseerId: z.uuid({ error: () => words.tracker.overseerMissing }),
  }),
])
export type Target = z.infer<typeof Target>

/** ask: a row with several leads is a fault · first: the first leads, the others coordinate · each: every one gets it. */
export const SEVERAL_LEADS = ['ask', 'first', 'each'] as const

export const Settings = z.object({
  /** Which sheet of the workbook, from 0. */
  sheet: z.number().int().min(0).max(100),
  /** Where the heading of the table begins, as Excel counts, and over how many rows it goes. */
  headRow: z.number().int().min(1).max(300_000),
  headRows: z.number().int().min(1).max(8),
  /** Column by column what it holds; null is left out. */
  fields: z.array(z.enum(TRACKER_FIELDS).nullable()).max(100),
  includeHidden: z.boolean(),
  /** The day the figures of the sheet are from. */
  asOf: Day,
  /** Completes "31/12" and "quý II". */
  year: z.number().int().min(1990).max(2100),
  severalLeads: z.enum(SEVERAL_LEADS),
  /** Who answers for rows that name nobody. */
  defaultLead: z.uuid().nullable(),
  /** Rows that say what an item of another source says already are other work of the same words. */
  allowAgain: z.boolean(),
  names: z.array(z.object({ printed: plain(500).min(1), to: NameTarget })).max(2000),
  states: z.array(z.object({ word: plain(500).min(1), state: z.enum(SHEET_STATES) })).max(200),
  target: Target.nullable(),
})
export type Settings = z.infer<typeof Settings>

export const FAULT_KINDS = [
  'noDuty',
  'noLead',
  'unknownAgency',
  'severalLeads',
  'impossibleDate',
  'beforeGiven',
  'inFuture',
  'dayWithoutDone',
  'percentRange',
  'percentAgainstState',
  'unknownState',
  'twoStates',
  'twiceInSheet',
  'twiceInSystem',
  'tooLong',
  'formula',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

export const RowFault = z.object({
  row: z.number().int(),
  /** Column letter and heading; empty where the column is missing. */
  column: z.string(),
  heading: z.string(),
  kind: z.enum(FAULT_KINDS),
  cell: z.string(),
  /** What the sentence names besides the cell: the nearest agencies, the other row, the plan. */
  about: z.array(z.string()),
})
export type RowFault = z.infer<typeof RowFault>

/** What is wrong and what to do, in the reader's language. */
export const sayFault = ({ kind, cell, about }: Pick<RowFault, 'kind' | 'cell' | 'about'>): string =>
  words.tracker.faults[kind](shorten(cell), about)

export const shorten = (text: string, most = 160): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

/** Settled names and words are found again in whatever writing. */
export const wordKey = (text: string): string => nameKey(text)

/** What the office should know of rows that come in, and what stops nothing. */
export const REMARKS = [
  'dayTaken',
  'dueUnread',
  'overdueNotYet',
  'onTimeButLate',
  'lateButInTime',
  'dueBeforeGiven',
  'groupState',
  'outside',
] as const
export type Remark = (typeof REMARKS)[number]

/** A row as it would come in. */
export const FreshRow = z.object({
  n: Count,
  number: z.string(),
  duty: z.string(),
  leads: z.array(z.string()),
  assignments: Count,
  /** The plan has this duty already: only the state comes in. */
  isJoined: z.boolean(),
  dueText: z.string(),
  dueOn: Day.nullable(),
  state: z.enum(SHEET_STATES),
  percent: Count.nullable(),
  completedOn: Day.nullable(),
  result: z.string(),
})
export type FreshRow = z.infer<typeof FreshRow>

/** A row that an earlier import brought in, with what the sheet now says otherwise. */
export const KnownRow = z.object({
  n: Count,
  number: z.string(),
  duty: z.string(),
  planId: z.uuid(),
  itemId: z.uuid(),
  assignmentId: z.uuid().nullable(),
  changes: z.array(
    z.object({
      field: z.enum([
        'number',
        'duty',
        'lead',
        'coordinating',
        'due',
        'state',
        'percent',
        'completedOn',
        'result',
      ]),
      before: z.string(),
      after: z.string(),
    }),
  ),
})
export type KnownRow = z.infer<typeof KnownRow>

/** Rows of a sheet that are no duties, and why. */
export const Skipped = z.object({
  headings: Count,
  repeatedHeads: Count,
  sums: Count,
  foot: Count,
  hidden: Count,
  continued: Count,
})
export type Skipped = z.infer<typeof Skipped>

export const Summary = z.object({
  /** Rows that hold a duty: fresh + known + faulty. */
  rows: Count,
  fresh: Count,
  /** Of the fresh: duties the plan has already, which take the state of the sheet. */
  joined: Count,
  /** Assignments that the fresh rows make or give their state. */
  assignments: Count,
  known: Count,
  changed: Count,
  faulty: Count,
  kinds: z.array(z.object({ kind: z.enum(FAULT_KINDS), rows: Count })),
  states: z.array(z.object({ state: z.enum(SHEET_STATES), rows: Count })),
  skipped: Skipped,
  /** What stands below the table. */
  foot: z.array(z.string()),
  remarks: z.array(z.object({ remark: z.enum(REMARKS), rows: Count })),
  /** Printed names that nobody is known by, commonest first; a person settles each once. */
  names: z.array(
    z.object({
      printed: z.string(),
      rows: Count,
      isLead: z.boolean(),
      proposals: z.array(z.object({ label: z.string(), to: NameTarget })),
    }),
  ),
  words: z.array(z.object({ word: z.string(), rows: Count })),
})
export type Summary = z.infer<typeof Summary>

export const SheetColumn = z.object({
  letter: z.string(),
  heading: z.string(),
  /** What the first rows say. */
  samples: z.array(z.string()),
  isHidden: z.boolean(),
})
export type SheetColumn = z.infer<typeof SheetColumn>

export const RUN_STATUSES = ['open', 'done'] as const

export const Run = z.object({
  id: z.uuid(),
  status: z.enum(RUN_STATUSES),
  fileName: z.string(),
  plan: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  /** Of a finished import: rows brought in, known before, left out for faults. */
  fresh: Count,
  known: Count,
  faulty: Count,
  assignments: Count,
  version: Count,
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  doneAt: z.iso.datetime().nullable(),
})
export type Run = z.infer<typeof Run>
export const RunList = z.object({ runs: z.array(Run), next: z.string().nullable() })

export const RunDetail = z.object({
  run: Run,
  settings: Settings,
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean(), rows: Count, hiddenRows: Count })),
  columns: z.array(SheetColumn),
  /** The rows around the heading, to point at it when it was not found. */
  top: z.array(z.object({ n: Count, cells: z.array(z.string()) })),
  /** The same heading was mapped before; nobody is asked again. */
  isRemembered: z.boolean(),
  isHeadFound: z.boolean(),
  /** What the sheet calls itself: proposed as the title of a new plan. */
  title: z.string(),
  /** The agency of whoever imports: proposed as the one that oversees. */
  ownAgencyId: z.uuid().nullable(),
  /** What is still wanting before rows can be checked, in sentences. */
  missing: z.array(z.string()),
  notices: z.array(z.string()),
  /** null while something is missing. */
  summary: Summary.nullable(),
})
export type RunDetail = z.infer<typeof RunDetail>

export const SHOWS = ['faulty', 'fresh', 'known'] as const
export const RowsQuery = z.object({
  show: z.enum(SHOWS).default('faulty'),
  kind: z.enum(FAULT_KINDS).optional(),
  /** The number of the last row seen. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type RowsQuery = z.infer<typeof RowsQuery>
export const RowsPage = z.object({
  faulty: z.array(z.object({ n: Count, number: z.string(), duty: z.string(), faults: z.array(RowFault) })),
  fresh: z.array(FreshRow),
  known: z.array(KnownRow),
  next: Count.nullable(),
})
export type RowsPage = z.infer<typeof RowsPage>

/** What the person saw before pressing the button: when the same check now says otherwise, nothing is written. */
export const ImportOrder = z.object({ fresh: Count, faulty: Count })
export type ImportOrder = z.infer<typeof ImportOrder>

export const Imported = z.object({
  planId: z.uuid(),
  fresh: Count,
  assignments: Count,
  known: Count,
  faulty: Count,
  version: Count,
})
export type Imported = z.infer<typeof Imported>

/** Fields that several columns may hold: reports, remarks and lists of helpers are joined. */
export const isRepeatable = (field: TrackerField): boolean =>
  field === 'result' || field === 'note' || field === 'coordinating'

export const Progress = z.object({ done: Count, of: Count })
export const NewRun = z.object({ id: z.uuid(), version: Count })
