// The year's work programme of an agency over all plans (chương trình công tác năm): what it leads and helps with, by
// quarter and month. Rows in, parts and papers out. Pure.
import { z } from 'zod'
import { addDays } from '../base/calendar.ts'
import type { OfficialPaper } from '../paper/official.ts'
import type { PaperCell, PaperColumn, TablePaper } from '../paper/table.ts'
import { EVERY, type Every, periodAfter, periodAt } from '../task/period.ts'
import { STATUSES } from '../task/task.ts'
import * as words from '../vocabulary/words.ts'

const Day = z.iso.date()
const Count = z.number().int()

/** A lượt giao of the agency in the year, or what is sure to come: a further round, help without a part of its own. */
export const ProgrammeRow = z.object({
  /** null: a round that is still to come, or help without a dated part. */
  assignmentId: z.uuid().nullable(),
  itemId: z.uuid(),
  section: z.string(),
  quote: z.string(),
  planId: z.uuid(),
  planNumber: z.string().nullable(),
  planTitle: z.string(),
  role: z.enum(['lead', 'coordinating']),
  deliverables: z.array(z.string()),
  dueOn: Day.nullable(),
  dueText: z.string(),
  every: z.enum(EVERY).nullable(),
  period: z.string(),
  status: z.enum(STATUSES).nullable(),
  percent: Count,
  completedOn: Day.nullable(),
  /** The person, else the internal unit. */
  who: z.string().nullable(),
})
export type ProgrammeRow = z.infer<typeof ProgrammeRow>

export const Programme = z.object({
  agency: z.object({ id: z.uuid(), name: z.string() }),
  year: Count,
  today: Day,
  /** Years for which the agency has something. */
  years: z.array(Count),
  rows: z.array(ProgrammeRow),
})
export type Programme = z.infer<typeof Programme>

/** From before the year · its quarters · without a day. */
export const PARTS = ['carried', 'q1', 'q2', 'q3', 'q4', 'undated'] as const
export type PartName = (typeof PARTS)[number]

export interface ProgrammePart {
  name: PartName
  /** By month, "2026-01"; one without a month where the part has none. */
  months: { month: string | null; rows: ProgrammeRow[] }[]
  rows: number
}

export const partOf = ({ dueOn }: Pick<ProgrammeRow, 'dueOn'>, year: number): PartName => {
  if (!dueOn) return 'undated'
  if (dueOn < `${year}-01-01`) return 'carried'
  return `q${Math.ceil(Number(dueOn.slice(5, 7)) / 3)}` as PartName
}

/** The parts that hold something, in order of time; every row stands in exactly one. */
export function partsOf(rows: readonly ProgrammeRow[], year: number): ProgrammePart[] {
  const sorted = rows.toSorted(
    (a, b) =>
      (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') ||
      Number(b.role === 'lead') - Number(a.role === 'lead') ||
      a.planTitle.localeCompare(b.planTitle, 'vi'),
  )
  return PARTS.flatMap((name): ProgrammePart[] => {
    const own = sorted.filter((row) => partOf(row, year) === name)
    if (own.length === 0) return []
    const hasMonths = name.startsWith('q')
    const byMonth = Map.groupBy(own, ({ dueOn }) => (hasMonths && dueOn ? dueOn.slice(0, 7) : null))
    return [{ name, months: [...byMonth].map(([month, held]) => ({ month, rows: held })), rows: own.length }]
  })
}

/** Rounds of a recurring duty that fall due in the year and are not given yet, after the window that was given last. */
export function roundsAhead(
  every: Every,
  lastTo: string,
  { reportDays, year }: { reportDays: number; year: number },
): { period: string; dueOn: string }[] {
  const rounds: { period: string; dueOn: string }[] = []
  for (let period = periodAfter(every, periodAt(every, lastTo)); ; period = periodAfter(every, period)) {
    const dueOn = addDays(period.to, reportDays)
    if (dueOn > `${year}-12-31`) return rounds
    if (dueOn >= `${year}-01-01`) rounds.push({ period: period.key, dueOn })
  }
}

export interface ProgrammeFigures {
  rows: number
  lead: number
  coordinating: number
  items: number
  plans: number
  done: number
}

export const figuresOf = (rows: readonly ProgrammeRow[]): ProgrammeFigures => ({
  rows: rows.length,
  lead: rows.filter(({ role }) => role === 'lead').length,
  coordinating: rows.filter(({ role }) => role === 'coordinating').length,
  items: new Set(rows.map(({ itemId }) => itemId)).size,
  plans: new Set(rows.map(({ planId }) => planId)).size,
  done: rows.filter(({ status }) => status === 'done').length,
})

const w = words.cascade.programme.paper
type Key = keyof typeof w.columns
const LAYOUT: Record<Key, Pick<PaperColumn, 'kind' | 'width'>> = {
  ordinal: { kind: 'mark', width: 12 },
  when: { kind: 'mark', width: 24 },
  content: { kind: 'text', width: 34 },
  plan: { kind: 'text', width: 18 },
  role: { kind: 'mark', width: 20 },
  deliverable: { kind: 'text', width: 16 },
  due: { kind: 'day', width: 25 },
  who: { kind: 'text', width: 12 },
  standing: { kind: 'text', width: 12 },
}
const columns = (keys: readonly Key[]) => keys.map((key) => ({ label: w.columns[key], ...LAYOUT[key] }))
const OFFICIAL: readonly Key[] = ['ordinal', 'content', 'plan', 'role', 'deliverable', 'due', 'who']
const SHEET: readonly Key[] = [
  'ordinal',
  'when',
  'content',
  'plan',
  'role',
  'deliverable',
  'due',
  'who',
  'standing',
]

function cellOf(key: Key, row: ProgrammeRow, ordinal: number, year: number): PaperCell {
  switch (key) {
    case 'ordinal':
      return String(ordinal)
    case 'when':
      return row.dueOn && partOf(row, year).startsWith('q')
        ? w.month(Number(row.dueOn.slice(5, 7)))
        : words.cascade.programme.parts[partOf(row, year)]
    case 'content':
      return row.quote
    case 'plan':
      return planOf(row)
    case 'role':
      return words.cascade.programme.roles[row.role]
    case 'deliverable':
      return row.deliverables.join('; ')
    case 'due':
      return row.dueOn ? { day: row.dueOn } : row.dueText
    case 'who':
      return row.who
    case 'standing':
      return standingOf(row)
  }
}

/** "147/KH-UBND, mục III.2" */
export const planOf = ({ planNumber, planTitle, section }: ProgrammeRow): string =>
  [planNumber ?? planTitle, section && words.task.section(section)].filter(Boolean).join(', ')

export const standingOf = ({ status, percent, completedOn }: ProgrammeRow): string => {
  if (status === null) return words.cascade.programme.ahead
  if (completedOn && status === 'done') return words.task.completedOn(words.day(completedOn))
  return words.standing.paper.status(words.task.statuses[status], status === 'active' ? percent : 0)
}

/** The programme for signing: figures in the body, a table for each part behind it. `blank` is the agency's paper. */
export function programmePaper(blank: OfficialPaper, { agency, year, rows }: Programme): OfficialPaper {
  const figures = figuresOf(rows)
  const parts = partsOf(rows, year)
  return {
    ...blank,
    subject: w.subject(agency.name, year),
    body: [
      { kind: 'paragraph', text: w.opening(agency.name, year) },
      { kind: 'heading', level: 1, label: 'I.', text: w.figures },
      {
        kind: 'paragraph',
        text: w.sum(figures.rows, figures.items, figures.plans, figures.lead, figures.coordinating),
      },
      {
        kind: 'table',
        columns: [
          { label: w.part, width: 60, kind: 'text' },
          { label: words.cascade.programme.roles.lead, width: 30, kind: 'number' },
          { label: words.cascade.programme.roles.coordinating, width: 30, kind: 'number' },
          { label: w.all, width: 30, kind: 'number' },
        ],
        rows: parts.map(({ name, months, rows: all }) => {
          const lead = months.flatMap((month) => month.rows).filter(({ role }) => role === 'lead').length
          return [words.cascade.programme.parts[name], lead, all - lead, all]
        }),
      },
      { kind: 'heading', level: 1, label: 'II.', text: w.carryOut },
      ...w.duties.map((text, at) => ({ kind: 'paragraph' as const, text: `${at + 1}. ${text}` })),
    ],
    appendices: parts.map(({ name, months }) => ({
      title: w.appendix(words.cascade.programme.parts[name]),
      columns: columns(OFFICIAL),
      rows: months
        .flatMap((month) => month.rows)
        .map((row, at) => OFFICIAL.map((key) => cellOf(key, row, at + 1, year))),
      notes: [],
    })),
  }
}

/** The same as one table. */
export function programmeTable(
  head: Pick<TablePaper, 'issuer' | 'place' | 'day'>,
  { agency, year, rows }: Programme,
): TablePaper {
  const figures = figuresOf(rows)
  return {
    ...head,
    title: w.title,
    subtitle: [w.subject(agency.name, year)],
    columns: columns(SHEET),
    rows: partsOf(rows, year)
      .flatMap(({ months }) => months.flatMap((month) => month.rows))
      .map((row, at) => SHEET.map((key) => cellOf(key, row, at + 1, year))),
    totals: [w.sum(figures.rows, figures.items, figures.plans, figures.lead, figures.coordinating)],
    sheet: w.sheet(year),
  }
}
