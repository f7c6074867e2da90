// The head of the table in which a plan assigns its duties, as printed: labels in their order, each with the field it
// stands for, so that what is written back out can stand in the plan's own columns. Lines in, no database.
import type { Cell, Line } from '../document/line.ts'
import { columnKind, type FieldKind } from '../vocabulary/field-label.ts'

export interface AnnexColumn {
  /** 'other': a column of which nothing was read; its cells can still be shown as printed. */
  kind: FieldKind
  label: string
  /** Its place in the grid of the table. */
  column: number
}

export interface AnnexHead {
  /** The tables under this head. */
  tables: number[]
  columns: AnnexColumn[]
}

/** A head has its labels in one row, or in two or three where columns are grouped. */
const MOST_HEAD_ROWS = 3

interface Grid {
  rows: string[][]
  /** Which cell stands at a place: a merged one stands in several. */
  cells: string[][]
}

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim()

function gridOf(lines: readonly Line[], most: number): Grid {
  const grid: Grid = { rows: [], cells: [] }
  for (const { text, cell } of lines) {
    if (!cell) continue
    const lastRow = Math.min(cell.row + cell.rowSpan, most)
    for (let row = cell.row; row < lastRow; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        grid.rows[row] ??= []
        grid.cells[row] ??= []
        const texts = grid.rows[row] as string[]
        texts[column] = squeeze(`${texts[column] ?? ''} ${text}`)
        ;(grid.cells[row] as string[])[column] = `${cell.row},${cell.column}`
      }
  }
  return grid
}

/** The labels down to row `last`: the lowest that names a field, else the lowest there is. */
function columnsOf({ rows, cells }: Grid, last: number): AnnexColumn[] {
  const width = Math.max(...rows.slice(0, last + 1).map((row) => row?.length ?? 0))
  const columns: AnnexColumn[] = []
  const taken = new Set<FieldKind>()
  const used = new Set<string>()
  for (let column = 0; column < width; column++) {
    const levels = Array.from({ length: last + 1 }, (_, at) => last - at)
      .map((row) => ({ label: rows[row]?.[column] ?? '', cell: cells[row]?.[column] ?? '' }))
      .filter(({ label }) => label !== '')
    const named = levels.find(({ label }) => columnKind(label) !== null) ?? levels[0]
    // Columns grouped under one label that says it all ("Thời gian hoàn thành" over two years) are one.
    if (!named || used.has(named.cell)) continue
    used.add(named.cell)
    const kind = columnKind(named.label)
    const isFirst = kind !== null && !taken.has(kind)
    if (isFirst) taken.add(kind)
    columns.push({ kind: isFirst ? kind : 'other', label: named.label, column })
  }
  return columns
}

/** The same rule by which a table is read as one of duties (reading/table.ts). */
function assigns(columns: readonly AnnexColumn[]): boolean {
  const has = (kind: FieldKind) => columns.some((column) => column.kind === kind)
  return has('content') && (has('lead') || has('coordinating') || (has('due') && has('deliverable')))
}

/** The head of the tables that assign most of the duties; null where the plan has none. */
export function annexHead(lines: readonly Line[]): AnnexHead | null {
  const tables = new Map<number, Line[]>()
  for (const line of lines) {
    if (!line.cell) continue
    const table = tables.get(line.cell.table)
    if (table) table.push(line)
    else tables.set(line.cell.table, [line])
  }
  const heads = new Map<string, AnnexHead & { length: number }>()
  for (const [table, own] of tables) {
    const columns = headOf(own)
    if (!columns) continue
    const length = Math.max(...own.map(({ cell }) => cell?.row ?? 0))
    const key = columns.map(({ label, column }) => `${column} ${label}`).join('|')
    const same = heads.get(key)
    // A table broken over pages begins anew with the same head.
    heads.set(key, {
      tables: [...(same?.tables ?? []), table],
      columns,
      length: (same?.length ?? 0) + length,
    })
  }
  const [longest] = [...heads.values()].sort((a, b) => b.length - a.length)
  return longest ? { tables: longest.tables, columns: longest.columns } : null
}

function headOf(own: readonly Line[]): AnnexColumn[] | null {
  const grid = gridOf(own, MOST_HEAD_ROWS)
  for (let last = Math.min(MOST_HEAD_ROWS, grid.rows.length) - 1; last >= 0; last--) {
    // A row of duties names no field: what stands lowest and does is the last row of the head.
    if (!(grid.rows[last] ?? []).some((text) => columnKind(text ?? '') !== null)) continue
    const columns = columnsOf(grid, last)
    return assigns(columns) ? columns : null
  }
  return null
}

/** What stands in `column` beside line `n`, as printed: for columns of which nothing was read. */
export function annexCells(
  lines: readonly Line[],
  { tables }: Pick<AnnexHead, 'tables'>,
): (n: number, column: number) => string {
  const byLine = new Map<number, Cell>()
  const texts = new Map<string, string>()
  for (const { n, text, cell } of lines) {
    if (!cell || !tables.includes(cell.table)) continue
    byLine.set(n, cell)
    for (let row = cell.row; row < cell.row + Math.min(cell.rowSpan, 2000); row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const key = `${cell.table},${row},${column}`
        texts.set(key, squeeze(`${texts.get(key) ?? ''} ${text}`))
      }
  }
  return (n, column) => {
    const cell = byLine.get(n)
    return cell ? (texts.get(`${cell.table},${cell.row},${column}`) ?? '') : ''
  }
}
