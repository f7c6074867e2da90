// The rows at fault as our own template with one column more, "Lỗi": each wrong cell is coloured and carries what is wrong as
// a comment. Put right, the file is imported like any other.
import { type Cell, type CellStyle, type CellValue, writeXlsx } from 'hucre'
import type { SheetCell, TableSheet } from '../../document/sheet.ts'
import { FAULT_HEADING } from '../../document/sheet-head.ts'
import { type CellFault, type ImportSettings, sayFault, sheetColumns } from './import.ts'
import { type Register, say } from './register.ts'
import { formatOf, templateSheets } from './sheet-out.ts'

const WRONG: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE699' } } }
const SAID: CellStyle = { font: { color: { rgb: '9C0006' } }, alignment: { wrapText: true, vertical: 'top' } }
const AUTHOR = 'Chủ Trì'

export function writeFaultFile(
  sheet: TableSheet,
  register: Register,
  settings: ImportSettings,
  faulty: readonly { n: number; faults: CellFault[] }[],
  names: { places: readonly string[]; agencies: readonly string[] },
  today: string,
): Promise<Uint8Array> {
  const columns = sheetColumns(register).map(([name, column], at) => ({
    ...{ name, column, at },
    from: settings.columns.indexOf(name),
    numFmt: formatOf(column),
  }))
  const byRow = new Map(sheet.rows.map((row) => [row.n, row]))
  const cells = new Map<string, Partial<Cell>>()
  const rows = faulty.map(({ n, faults }, i) => {
    const row = byRow.get(n)
    const values: CellValue[] = columns.map(({ from }) => cellValue(row?.cells[from]))
    const labels = new Map(columns.map(({ name, column }) => [name, say(column.label)]))
    values.push(
      faults
        .map((fault) => [labels.get(fault.column), sayFault(fault)].filter(Boolean).join(': '))
        .join('\n'),
    )
    for (const { name, at, numFmt } of columns) {
      const own = faults.filter((fault) => fault.column === name)
      const value = values[at] ?? null
      // A number stays one: only what is text by nature has the form of text.
      const style = { ...(numFmt && typeof value !== 'string' && { numFmt }), ...(own.length > 0 && WRONG) }
      if (own.length > 0)
        cells.set(`${i + 1},${at}`, {
          ...{ value, style },
          comment: { author: AUTHOR, text: own.map((fault) => sayFault(fault)).join('\n') },
        })
      else if (value !== null) cells.set(`${i + 1},${at}`, { value, style })
    }
    cells.set(`${i + 1},${columns.length}`, { value: values.at(-1) ?? null, style: SAID })
    return values
  })
  const more = [{ head: FAULT_HEADING, width: 60 }]
  return writeXlsx({ sheets: templateSheets(register, names, today, { rows, cells, more }) })
}

function cellValue(cell: SheetCell | null | undefined): CellValue {
  if (!cell) return null
  if (cell.day) return new Date(`${cell.day}T00:00:00Z`)
  return cell.number ?? cell.text
}
