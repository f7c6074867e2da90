// Monday's table and the overdue list: rows of a filtered worklist in, a table for Word or Excel out, in the columns of
// the plan's own annex where it has one. Pure; `today` is handed in. A row is a lượt giao, or a nhiệm vụ with all of its
// own that the filter holds.
import { daysBetween } from '../base/calendar.ts'
import type { PaperCell, PaperColumn, TablePaper } from '../paper/table.ts'
import type { AnnexHead } from '../reading/annex-head.ts'
import type { Status } from '../task/task.ts'
import type { FieldKind } from '../vocabulary/field-label.ts'
import * as words from '../vocabulary/words.ts'

export interface PaperRow {
  itemId: string
  quote: string
  section: string
  planNumber: string | null
  planTitle: string
  role: 'lead' | 'coordinating'
  /** What a coordinating agency contributes. */
  duty: string
  period: string
  agency: string
  leadPrinted: string[]
  coordinating: string[]
  deliverables: string[]
  dueOn: string | null
  dueText: string
  status: Status
  percent: number
  completedOn: string | null
  /** Whether it stands on the list of what is overdue today. */
  isOverdue: boolean
  /** The last report its agency approved. */
  report: { text: string; onDay: string } | null
  /** What it was not reported for in the system: the day it was reported elsewhere. */
  outsideOn: string | null
  /** Difficulties nobody has answered yet, with the solution proposed. */
  difficulties: string[]
  /** Lines of the source that say it, the places joined with it among them. */
  lines: number[]
}

type Key = Exclude<FieldKind, 'other'> | 'plan' | 'standing' | 'late' | 'difficulty'

/** A column of ours, or one of the annex of which nothing was read: `printed` is its place there. */
type Column = PaperColumn & ({ key: Key } | { printed: number })

const LAYOUT: Record<Key, Pick<PaperColumn, 'kind' | 'width'>> = {
  ordinal: { kind: 'mark', width: 12 },
  content: { kind: 'text', width: 24 },
  plan: { kind: 'text', width: 12 },
  lead: { kind: 'text', width: 13 },
  coordinating: { kind: 'text', width: 13 },
  deliverable: { kind: 'text', width: 12 },
  due: { kind: 'day', width: 24 },
  standing: { kind: 'text', width: 20 },
  late: { kind: 'number', width: 16 },
  difficulty: { kind: 'text', width: 20 },
}
const PRINTED = { kind: 'text', width: 9 } as const

const DEFAULT: readonly Key[] = ['ordinal', 'content', 'lead', 'coordinating', 'deliverable', 'due']
/** Without these a table of who does what by when says too little, whatever the annex left out. */
const NEEDED: readonly Key[] = ['ordinal', 'content', 'lead', 'due']
const ADDED: readonly Key[] = ['standing', 'late', 'difficulty']

const ours = (key: Key): Column => ({ key, label: words.standing.paper.columns[key], ...LAYOUT[key] })

/** The annex's own columns in their order, what it lacks beside them, and where it stands; else our own. */
export function paperColumns(annex: AnnexHead | null, withPlan: boolean): Column[] {
  const own: Column[] = annex
    ? annex.columns.map(({ kind, label, column }) =>
        kind === 'other' ? { printed: column, label, ...PRINTED } : { key: kind, label, ...LAYOUT[kind] },
      )
    : DEFAULT.map(ours)
  for (const [at, key] of NEEDED.entries()) {
    if (own.some((column) => 'key' in column && column.key === key)) continue
    own.splice(key === 'due' ? own.length : at, 0, ours(key))
  }
  if (withPlan)
    own.splice(own.findIndex((column) => 'key' in column && column.key === 'content') + 1, 0, ours('plan'))
  return [...own, ...ADDED.map(ours)]
}

/** Days past the last day: until it was finished, or until today while it is overdue; null when in time. */
export function daysLate({ dueOn, completedOn, isOverdue }: PaperRow, today: string): number | null {
  if (!dueOn) return null
  const until = completedOn ?? (isOverdue ? today : null)
  return until && until > dueOn ? daysBetween(dueOn, until) : null
}

/** "Đang thực hiện, đạt 40%. Báo cáo ngày 15/11/2026: …" */
export function standingOf(row: PaperRow): string {
  const w = words.standing.paper
  const parts = [w.status(words.task.statuses[row.status], row.status === 'active' ? row.percent : 0)]
  if (row.completedOn && row.status === 'done') parts[0] = words.task.completedOn(words.day(row.completedOn))
  if (row.outsideOn) parts.push(w.outside(words.day(row.outsideOn)))
  else if (row.report?.text) parts.push(w.report(words.day(row.report.onDay), row.report.text))
  return parts.map((part) => part.replace(/[.\s]*$/u, '.')).join(' ')
}

const contentOf = ({ quote, role, duty }: PaperRow): string =>
  role === 'coordinating' ? words.standing.paper.subDuty(duty || quote) : quote

const planOf = ({ planNumber, planTitle, section }: PaperRow): string =>
  [planNumber ?? planTitle, section && words.task.section(section)].filter(Boolean).join(', ')

const dueOf = ({ dueOn, dueText }: PaperRow): PaperCell => (dueOn ? { day: dueOn } : dueText || null)

/** Names up to this many are written out; of more the name the plan prints, with how many they are. */
const MOST_NAMES = 5

/** Cells of the columns that several lượt giao of one nhiệm vụ share, from all of them. */
function cellOf(key: Key, group: readonly PaperRow[], ordinal: number, today: string): PaperCell {
  const [row] = group
  if (!row) return null
  const w = words.standing.paper
  const isOne = group.length === 1
  const all = (texts: readonly string[]) => [...new Set(texts)].join('; ')
  switch (key) {
    case 'ordinal':
      return String(ordinal)
    case 'content':
      return contentOf(row)
    case 'plan':
      return planOf(row)
    case 'lead': {
      const names = [...new Set(group.map(({ agency }) => agency))]
      return names.length <= MOST_NAMES ? names.join('; ') : w.manyLeads(all(row.leadPrinted), names.length)
    }
    case 'coordinating':
      return all(row.coordinating)
    case 'deliverable':
      return all(row.deliverables)
    case 'due': {
      const days = [...new Set(group.map(({ dueOn }) => dueOn))]
      if (days.length === 1) return dueOf(row)
      return days
        .filter((day) => day !== null)
        .sort()
        .map(words.day)
        .join('; ')
    }
    case 'standing':
      return isOne ? standingOf(row) : groupStanding(group, today)
    case 'late': {
      const late = group.flatMap((each) => daysLate(each, today) ?? [])
      return late.length ? Math.max(...late) : null
    }
    case 'difficulty':
      return difficultiesOf(group)
  }
}

/** A row of many agencies has many difficulties: the first few, and how many more there are. */
const MOST_DIFFICULTIES = 3

function difficultiesOf(group: readonly PaperRow[]): string {
  const w = words.standing.paper
  const said = [...new Set(group.flatMap(({ difficulties }) => difficulties))]
  const more = said.length - MOST_DIFFICULTIES
  return [...said.slice(0, MOST_DIFFICULTIES), ...(more > 0 ? [w.moreDifficulties(more)] : [])].join('\n')
}

/** "Hoàn thành 60/95 lượt giao; …; quá hạn 12: UBND xã A, …" */
function groupStanding(group: readonly PaperRow[], today: string): string {
  const w = words.standing.paper
  const done = group.filter(({ status }) => status === 'done').length
  const rest = new Map<Status, number>()
  for (const { status } of group) if (status !== 'done') rest.set(status, (rest.get(status) ?? 0) + 1)
  const late = group
    .filter(({ isOverdue }) => isOverdue)
    .map((row) => ({ agency: row.agency, days: daysLate(row, today) ?? 0 }))
    .sort((a, b) => b.days - a.days)
  const named = late.slice(0, MOST_NAMES).map(({ agency, days }) => w.lateOne(agency, days))
  return [
    w.doneOf(done, group.length),
    ...[...rest].map(([status, n]) => `${words.task.statuses[status].toLowerCase()} ${words.number(n)}`),
    ...(late.length ? [w.late(late.length, named.join(', '), late.length - named.length)] : []),
  ].join('; ')
}

/** Rows of one nhiệm vụ and period together, in the order in which the first of each comes. */
function groupsOf(rows: readonly PaperRow[], by: 'assignment' | 'item'): PaperRow[][] {
  if (by === 'assignment') return rows.map((row) => [row])
  const groups = new Map<string, PaperRow[]>()
  for (const row of rows) {
    const key = `${row.itemId} ${row.period} ${row.role} ${row.role === 'lead' ? '' : row.duty}`
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return [...groups.values()]
}

export interface WorkPaper extends Pick<TablePaper, 'issuer' | 'place' | 'day' | 'subtitle' | 'totals'> {
  title: string
  rows: readonly PaperRow[]
  by: 'assignment' | 'item'
  /** Of the one plan the list is limited to. */
  annex: AnnexHead | null
  withPlan: boolean
  /** What the source prints beside a line in a column of its annex. */
  printed: (line: number, column: number) => string
}

/** The table as paper/ writes it. */
export function workPaper({ rows, by, annex, withPlan, printed, day, ...head }: WorkPaper): TablePaper {
  const columns = paperColumns(annex, withPlan)
  const cells = groupsOf(rows, by).map((group, at) =>
    columns.map((column): PaperCell => {
      if ('key' in column) return cellOf(column.key, group, at + 1, day)
      return group[0]?.lines.map((line) => printed(line, column.printed)).find((text) => text !== '') ?? null
    }),
  )
  return { ...head, day, columns, rows: cells, sheet: words.standing.paper.sheet }
}
