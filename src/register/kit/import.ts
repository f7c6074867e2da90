// Import of a sheet into a register: the forms that server and browser share. A file is dropped (POST …/imports), its columns
// are settled (PATCH …/imports/:id), the dry run is looked at (GET …/imports/:id/rows), then it is brought in.
import { z } from 'zod'
import * as words from '../../vocabulary/words.ts'
import type { Column, Register } from './register.ts'

export const MOST_FILE_NAME = 200
export const MOST_REGISTER_ROWS = 65_000

const Day = z.iso.date()
const Count = z.number().int()

/**
 * Where a file comes from. `national`: the export of the national system, the only one that may set states · `template`:
 * our own template or export · `other`: a list somebody keeps.
 */
export const SOURCES = ['national', 'template', 'other'] as const
export type Source = (typeof SOURCES)[number]

/** A column of the sheet is a column of the register, is left out by a person's word, or nobody has said yet. */
export const UNDECIDED = '?'
export const IGNORED = '-'

/** The columns a sheet may fill: all but files. */
export const sheetColumns = (register: Register): [name: string, column: Column][] =>
  Object.entries(register.columns).filter(([, { kind }]) => kind !== 'file')

export const ImportSettings = z.object({
  /** Which sheet of the workbook, from 0. */
  sheet: z.number().int().min(0).max(100),
  /** Where the heading of the table begins, as Excel counts, and over how many rows it goes. */
  headRow: z.number().int().min(1).max(300_000),
  headRows: z.number().int().min(1).max(8),
  /** Column by column the name of the register's column, UNDECIDED or IGNORED. */
  columns: z.array(z.string().max(60)).max(100),
  includeHidden: z.boolean(),
  source: z.enum(SOURCES),
  /** The day from which what the file changes counts. */
  since: Day,
  /** What an empty cell says of a row that is there: nothing, or that its value is taken away. */
  blanks: z.enum(['keep', 'clear']),
})
export type ImportSettings = z.infer<typeof ImportSettings>

export const FAULT_KINDS = [
  'formula',
  'notNumber',
  'ambiguousNumber',
  'decimals',
  'impossibleDate',
  'unreadDate',
  'notYear',
  'notFlag',
  'unknownChoice',
  'unknownPlace',
  'ambiguousPlace',
  'endedPlace',
  'unknownAgency',
  'ambiguousAgency',
  'unknownRef',
  'ambiguousRef',
  'circle',
  'tooLong',
  'masked',
  'twice',
  'keyMissing',
  'columnMissing',
  'notYours',
  'value',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/** What is told and stops nothing. */
export const REMARK_KINDS = ['value', 'stateLeft', 'zeroAdded'] as const
export type RemarkKind = (typeof REMARK_KINDS)[number]

const said = {
  /** The column of the register; empty for the row as a whole. */
  column: z.string(),
  /** Where it stands in the sheet: "C"; empty where the sheet has no such column. */
  letter: z.string(),
  cell: z.string(),
  /** What the sentence names besides the cell. */
  about: z.array(z.string()),
}
export const CellFault = z.object({ kind: z.enum(FAULT_KINDS), ...said })
export type CellFault = z.infer<typeof CellFault>
export const CellRemark = z.object({ kind: z.enum(REMARK_KINDS), ...said })
export type CellRemark = z.infer<typeof CellRemark>

const shorten = (text: string, most = 160): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

/** What is wrong and what to do, in the reader's language. */
export const sayFault = ({ kind, cell, about }: Pick<CellFault, 'kind' | 'cell' | 'about'>): string =>
  words.registerImport.faults[kind](shorten(cell), about)
export const sayRemark = ({ kind, cell, about }: Pick<CellRemark, 'kind' | 'cell' | 'about'>): string =>
  words.registerImport.remarks[kind](shorten(cell), about)

/** What becomes of a row: new · changed · same as ours · at fault. Ours that the file has not are `missing`. */
export const ROW_KINDS = ['fresh', 'changed', 'same', 'faulty'] as const
export type RowKind = (typeof ROW_KINDS)[number]

export const Summary = z.object({
  /** Rows of the file: fresh + changed + same + faulty. */
  rows: Count,
  fresh: Count,
  changed: Count,
  same: Count,
  faulty: Count,
  /** In ours and not in the file. Nothing is done to them. */
  missing: Count,
  /** Rows with something to look at that stops nothing. */
  remarked: Count,
  kinds: z.array(z.object({ kind: z.enum(FAULT_KINDS), rows: Count })),
  remarks: z.array(z.object({ kind: z.enum(REMARK_KINDS), rows: Count })),
  /** Which columns the changed rows change, in how many rows. */
  changes: z.array(z.object({ column: z.string(), rows: Count })),
  /** Rows of the sheet that are none of the register: hidden, below the table. */
  hidden: Count,
  foot: z.array(z.string()),
  /** Of exactly this outcome; the import is refused when it has become another. */
  digest: z.string(),
})
export type Summary = z.infer<typeof Summary>

export const ImportColumn = z.object({
  letter: z.string(),
  heading: z.string(),
  samples: z.array(z.string()),
  isHidden: z.boolean(),
  /** "Vốn điều lệ (triệu đồng)": its figures are multiplied by this. */
  scale: z.number(),
})
export type ImportColumn = z.infer<typeof ImportColumn>

export const Import = z.object({
  id: z.uuid(),
  status: z.enum(['open', 'done']),
  fileName: z.string(),
  /** Of a finished one. */
  counts: z.object({ fresh: Count, changed: Count, same: Count, faulty: Count, missing: Count }).nullable(),
  version: Count,
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  doneAt: z.iso.datetime().nullable(),
})
export type Import = z.infer<typeof Import>
export const ImportList = z.object({ imports: z.array(Import), next: z.string().nullable() })

export const ImportDetail = z.object({
  import: Import,
  settings: ImportSettings,
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean(), rows: Count, hiddenRows: Count })),
  columns: z.array(ImportColumn),
  top: z.array(z.object({ n: Count, cells: z.array(z.string()) })),
  isHeadFound: z.boolean(),
  /** The heading was mapped before by a person. */
  isRemembered: z.boolean(),
  /** What is still wanting before rows can be checked, in sentences. */
  missing: z.array(z.string()),
  notices: z.array(z.string()),
  /** Keeps the whole register: may say that the file is the national system's. */
  keeps: z.boolean(),
})
export type ImportDetail = z.infer<typeof ImportDetail>

export const NewImport = z.object({ id: z.uuid(), version: Count })

export const SHOWS = ['faulty', 'fresh', 'changed', 'same', 'missing', 'remarked'] as const
export type Show = (typeof SHOWS)[number]
export const RowsQuery = z.object({
  show: z.enum(SHOWS).default('changed'),
  kind: z.enum(FAULT_KINDS).optional(),
  /** The last row seen: its number in the sheet; of `missing` how many were seen. */
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type RowsQuery = z.infer<typeof RowsQuery>

export const ImportRow = z.object({
  /** As Excel counts; null for a row of ours. */
  n: Count.nullable(),
  /** Of a row that is there. */
  id: z.uuid().nullable(),
  key: z.string(),
  title: z.string(),
  kind: z.enum([...ROW_KINDS, 'missing']),
  changes: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
  faults: z.array(CellFault),
  remarks: z.array(CellRemark),
})
export type ImportRow = z.infer<typeof ImportRow>
export const RowsPage = z.object({ rows: z.array(ImportRow), next: Count.nullable() })
export type RowsPage = z.infer<typeof RowsPage>

/** What the person saw before pressing the button, and whether rows at fault may be left out. */
export const ImportOrder = z.object({ digest: z.string().max(100), skipFaulty: z.boolean() })
export type ImportOrder = z.infer<typeof ImportOrder>

export const Imported = z.object({
  batchId: z.uuid().nullable(),
  fresh: Count,
  changed: Count,
  same: Count,
  faulty: Count,
  missing: Count,
})
export type Imported = z.infer<typeof Imported>

export const PHASES = ['idle', 'comparing', 'writing'] as const
export const Progress = z.object({ phase: z.enum(PHASES), done: Count, of: Count })
export type Progress = z.infer<typeof Progress>
