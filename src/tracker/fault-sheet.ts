// The rows of a sheet given back with one column more, "Lỗi", that says what to put right: filled in and imported again,
// it is known for the same sheet.
import { type CellStyle, type CellValue, writeXlsx } from 'hucre'
import type { SheetCell, TableSheet } from '../document/sheet.ts'
import { FAULT_HEADING } from '../document/sheet-head.ts'
import { type RowFault, type Settings, sayFault } from './tracker.ts'

const DAY_FORMAT = 'dd/mm/yyyy'
const WIDEST = 60

/** `onlyFaulty`: the heading and the rows at fault; else every row of the sheet. */
export async function writeFaults(
  sheet: TableSheet,
  { headRow, headRows }: Settings,
  faults: readonly RowFault[],
  onlyFaulty: boolean,
): Promise<Uint8Array> {
  const byRow = Map.groupBy(faults, ({ row }) => row)
  const last = headRow + headRows
  const kept = sheet.rows.filter((row) => row.n < last || !onlyFaulty || byRow.has(row.n))
  const at = sheet.width
  const cells = new Map<string, { value: CellValue; style: CellStyle }>()
  const rows = kept.map((row, r) => {
    const values: CellValue[] = Array.from({ length: at + 1 }, (_, column) => cellValue(row.cells[column]))
    row.cells.forEach((cell, column) => {
      const numFmt = cell?.day ? DAY_FORMAT : cell?.isPercent ? '0%' : null
      if (numFmt) cells.set(`${r},${column}`, { value: values[column] ?? null, style: { numFmt } })
    })
    const own = byRow.get(row.n) ?? []
    if (row.n === last - 1) values[at] = FAULT_HEADING
    else if (own.length > 0) {
      values[at] = own
        .map((fault) => `${fault.column ? `${fault.column}${fault.row}: ` : ''}${sayFault(fault)}`)
        .join('\n')
      cells.set(`${r},${at}`, {
        value: values[at] ?? null,
        style: { font: { color: { rgb: '9C0006' } }, alignment: { wrapText: true, vertical: 'top' } },
      })
      for (const { column } of own) mark(cells, values, r, column)
    }
    return values
  })
  // Of the merges those of the heading stay; rows between may be gone, and every row has its own value.
  const place = new Map(kept.map((row, r) => [row.n, r]))
  const merges = sheet.merges.flatMap((merge) => {
    const startRow = place.get(merge.row)
    const endRow = place.get(merge.lastRow)
    return merge.lastRow < last && startRow !== undefined && endRow !== undefined
      ? [{ startRow, endRow, startCol: merge.column, endCol: merge.lastColumn }]
      : []
  })
  const width = (column: number) => {
    const longest = kept
      .slice(0, 50)
      .reduce((most, row) => Math.max(most, row.cells[column]?.text.length ?? 0), 6)
    return { width: Math.min(WIDEST, longest + 2) }
  }
  return writeXlsx({
    sheets: [
      {
        name: sheet.name.slice(0, 31),
        rows,
        cells,
        merges,
        columns: [...Array.from({ length: at }, (_, column) => width(column)), { width: WIDEST }],
        freezePane: { rows: kept.filter((row) => row.n < last).length },
      },
    ],
  })
}

function mark(
  cells: Map<string, { value: CellValue; style: CellStyle }>,
  values: readonly CellValue[],
  row: number,
  letter: string,
) {
  if (letter === '') return
  const column = [...letter].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1
  const before = cells.get(`${row},${column}`)
  cells.set(`${row},${column}`, {
    value: values[column] ?? null,
    style: { ...before?.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE699' } } },
  })
}

function cellValue(cell: SheetCell | null | undefined): CellValue {
  if (!cell) return null
  if (cell.day) return new Date(`${cell.day}T00:00:00Z`)
  return cell.number ?? cell.text
}
