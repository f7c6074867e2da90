// The consolidated table on paper: who must decide, what, who raised it, and where it stands; for paper/ to write.
import type { PaperCell, PaperColumn, TablePaper } from '../paper/table.ts'
import * as words from '../vocabulary/words.ts'
import type { ConsolidatedTable, TableRow } from './exchange.ts'

const w = words.difficulty
type Column = keyof typeof w.tableColumns

const LAYOUT: Record<Column, Pick<PaperColumn, 'kind' | 'width'>> = {
  order: { kind: 'mark', width: 12 },
  decider: { kind: 'text', width: 12 },
  text: { kind: 'text', width: 22 },
  raisers: { kind: 'text', width: 12 },
  items: { kind: 'text', width: 16 },
  proposal: { kind: 'text', width: 18 },
  opinion: { kind: 'text', width: 16 },
  due: { kind: 'day', width: 24 },
  state: { kind: 'text', width: 18 },
}
const COLUMNS = Object.keys(LAYOUT) as Column[]

/** Each once: what several say alike is said once. */
const lines = (texts: readonly string[]) => [...new Set(texts)].join('\n')

/** "Chờ giải quyết. Quá hạn 17 ngày làm việc. Đã báo cáo lãnh đạo." */
export function stateOf(row: TableRow, today: string): string {
  const { status, withLeaders, dueOn, workingDaysLeft: left, answer, document } = row
  const isLate = left !== null && dueOn !== null && dueOn < today
  const late = left !== null && left < 0 ? w.late(-left) : w.lateOff
  const parts = [
    w.statuses[status],
    isLate ? late : left === null ? '' : dueOn === today ? w.today : w.left(left),
    withLeaders && status === 'sent' ? w.reported : '',
    answer ? [answer, document].filter(Boolean).join('\n') : '',
  ]
  return parts
    .filter(Boolean)
    .map((part) => part.replace(/[.\s]*$/u, '.'))
    .join('\n')
}

function cellOf(column: Column, row: TableRow, decider: string, order: number, today: string): PaperCell {
  switch (column) {
    case 'order':
      return String(order)
    case 'decider':
      return decider
    case 'text':
      return `${row.raisers[0]?.text ?? ''}\n(${w.types[row.type]})`
    case 'raisers':
      return lines(row.raisers.map(({ agency }) => agency))
    case 'items':
      return lines(
        row.items.map(({ quote, section, plan }) => `${quote} (${plan}, ${words.task.section(section)})`),
      )
    case 'proposal':
      return lines(row.raisers.map(({ proposal }) => proposal))
    case 'opinion':
      return lines(row.opinions)
    case 'due':
      return row.dueOn ? { day: row.dueOn } : null
    case 'state':
      return stateOf(row, today)
  }
}

/** `head`: whose name stands over it. Its rows keep the order of the groups, each with who must decide. */
export function difficultyPaper(
  { groups, today, total, joined, missingYears }: ConsolidatedTable,
  head: Pick<TablePaper, 'issuer' | 'place'>,
  subtitle: readonly string[],
): TablePaper {
  const rows = groups.flatMap(({ decider, rows }) =>
    rows.map((row) => ({ row, decider: decider?.name ?? w.noDecider })),
  )
  const sent = rows.filter(({ row }) => row.status === 'sent')
  const late = sent.filter(({ row }) => row.dueOn !== null && row.dueOn < today)
  return {
    ...head,
    day: today,
    title: w.tableTitle,
    subtitle: [...subtitle, w.tableAsOf(words.day(today), total, joined)],
    columns: COLUMNS.map((column) => ({ label: w.tableColumns[column], ...LAYOUT[column] })),
    rows: rows.map(({ row, decider }, at) =>
      COLUMNS.map((column) => cellOf(column, row, decider, at + 1, today)),
    ),
    totals: [
      ...(sent.length ? [w.totalLate(late.length, sent.length)] : []),
      ...(missingYears.length ? [words.daysOff.notEntered(missingYears.join(', '))] : []),
    ],
    sheet: w.title,
  }
}
