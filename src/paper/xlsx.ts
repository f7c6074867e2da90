// A table as Excel: the same head and columns as in Word, days as dates and figures as numbers, so that one can sort and
// filter; printed on A4 on its side with the head row on every page.
import { type Cell, type CellStyle, type CellValue, type MergeRange, writeXlsx as write } from 'hucre'
import * as vi from '../vocabulary/words.ts'
import {
  columnWidths,
  datePlace,
  FONT,
  MOTTO,
  NATION,
  PAGE,
  type PaperCell,
  type PaperColumn,
  printable,
  type TablePaper,
} from './table.ts'

const inches = (mm: number): number => mm / 25.4
/** One unit of Excel's column width is about 1.9 mm of Times New Roman 12. */
const MM_PER_UNIT = 1.95

const LINE = { style: 'thin' } as const
const GRID = { top: LINE, bottom: LINE, left: LINE, right: LINE } as const
const font = (size: number, more: { bold?: true; italic?: true } = {}) => ({ name: FONT, size, ...more })
const ALIGN: Record<PaperColumn['kind'], 'left' | 'center' | 'right'> = {
  text: 'left',
  mark: 'center',
  number: 'right',
  day: 'center',
}
const FORMAT: Partial<Record<PaperColumn['kind'], string>> = { number: '#,##0', day: 'dd/mm/yyyy' }

const formatOf = ({ kind, decimals }: PaperColumn): string | undefined =>
  kind === 'number' && decimals ? `#,##0.${'0'.repeat(decimals)}` : FORMAT[kind]

const bodyStyle = (column: PaperColumn): CellStyle => ({
  font: font(12),
  border: GRID,
  alignment: { horizontal: ALIGN[column.kind], vertical: 'top', wrapText: true },
  ...(formatOf(column) && { numFmt: formatOf(column) }),
})
const HEAD: CellStyle = {
  font: font(12, { bold: true }),
  border: GRID,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFEDEDED' } },
}
const centred = (size: number, more: { bold?: true; italic?: true } = {}): CellStyle => ({
  font: font(size, more),
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
})
const SUM: CellStyle = { font: font(13, { bold: true }), alignment: { vertical: 'center', wrapText: true } }

const cellValue = (cell: PaperCell): CellValue => {
  if (cell === null) return ''
  if (typeof cell === 'string') return printable(cell)
  return typeof cell === 'number' ? cell : new Date(`${cell.day}T00:00:00Z`)
}

interface Place {
  text: string
  style: CellStyle
  from: number
  to: number
}
/** A line above or below the table: its places, each merged over some columns. */
interface Band {
  places: Place[]
  height: number
}

/** The columns under the left half of the head, about two fifths of the width. */
function splitAt(widths: readonly number[]): number {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  let sum = 0
  const at = widths.findIndex((width) => {
    sum += width
    return sum >= whole * 0.4
  })
  return Math.min(Math.max(at, 0), widths.length - 2)
}

const lines = (text: string, wide: number) => Math.max(1, Math.ceil(text.length / wide))

/** Millimetres a letter takes with its share of the blanks at line ends; bold ones more. */
const LETTER = { plain: 2.25, bold: 2.5 }
const LINE_POINTS = 15.75

/** Not every program fits rows to wrapped text when it opens a file: the height is written. */
function heightOf(texts: readonly CellValue[], widths: readonly number[], letter: number): number {
  const most = texts.map((text, column) => {
    if (typeof text !== 'string') return 1
    const wide = Math.max(1, Math.floor(((widths[column] ?? 0) - 2) / letter))
    return text.split('\n').reduce((sum, line) => sum + lines(line, wide), 0)
  })
  return Math.min(409, Math.max(...most) * LINE_POINTS + 3)
}

function bandsAbove(paper: TablePaper, widths: readonly number[]): Band[] {
  const last = widths.length - 1
  const half = splitAt(widths)
  const pair = (left: string, leftStyle: CellStyle, right: string, rightStyle: CellStyle): Band => ({
    height: 18 * lines(left, 40),
    places: [
      { text: left, style: leftStyle, from: 0, to: half },
      { text: right, style: rightStyle, from: half + 1, to: last },
    ],
  })
  const whole = (text: string, style: CellStyle): Band => ({
    height: 19 * lines(text, 130),
    places: [{ text, style, from: 0, to: last }],
  })
  const { superior, name } = paper.issuer
  const bold = centred(13, { bold: true })
  const upper = name.toUpperCase()
  return [
    pair(superior?.toUpperCase() ?? upper, superior ? centred(13) : bold, NATION, bold),
    pair(superior ? upper : '', bold, MOTTO, centred(14, { bold: true })),
    pair('', bold, datePlace(paper), centred(14, { italic: true })),
    { places: [], height: 8 },
    whole(paper.title.toUpperCase(), centred(14, { bold: true })),
    ...paper.subtitle.map((text, at) =>
      whole(text, centred(13, at === 0 ? { bold: true } : { italic: true })),
    ),
    { places: [], height: 8 },
  ]
}

/** The table as an .xlsx; the same table gives the same bytes. */
export function writeXlsx(paper: TablePaper): Promise<Uint8Array> {
  const { columns } = paper
  const widths = columnWidths(columns)
  const above = bandsAbove(paper, widths)
  const head = above.length
  const rows: CellValue[][] = above.map(() => [])
  const cells = new Map<string, Partial<Cell>>()
  const merges: MergeRange[] = []
  const rowDefs = new Map<number, { height: number }>()
  const put = ({ places, height }: Band, row: number) => {
    rowDefs.set(row, { height })
    for (const { text, style, from, to } of places) {
      cells.set(`${row},${from}`, { value: printable(text), style })
      if (to > from) merges.push({ startRow: row, endRow: row, startCol: from, endCol: to })
    }
  }
  above.forEach(put)
  const add = (values: CellValue[], letter: number) => {
    rowDefs.set(rows.length, { height: heightOf(values, widths, letter) })
    rows.push(values)
  }
  add(
    columns.map(({ label }) => printable(label)),
    LETTER.bold,
  )
  for (const column of columns.keys()) cells.set(`${head},${column}`, { style: HEAD })
  for (const row of paper.rows)
    add(
      columns.map((_, column) => cellValue(row[column] ?? null)),
      LETTER.plain,
    )
  const end = rows.length
  for (const [at, text] of paper.totals.entries()) {
    rows.push([])
    const place = { text, style: SUM, from: 0, to: columns.length - 1 }
    put({ places: [place], height: 19 * lines(text, 120) }, end + at)
  }
  const at = new Date(`${paper.day}T00:00:00Z`)
  return write({
    properties: {
      title: printable(paper.title),
      creator: vi.product,
      lastModifiedBy: vi.product,
      created: at,
      modified: at,
    },
    defaultFont: font(12),
    sheets: [
      {
        name: paper.sheet,
        columns: columns.map((column, index) => ({
          width: (widths[index] ?? 0) / MM_PER_UNIT,
          style: bodyStyle(column),
        })),
        rows,
        cells,
        merges,
        rowDefs,
        freezePane: { rows: head + 1 },
        ...(paper.rows.length > 0 && {
          autoFilter: { range: `A${head + 1}:${letter(columns.length - 1)}${end}` },
        }),
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `$${head + 1}:$${head + 1}`,
          margins: {
            top: inches(PAGE.top),
            bottom: inches(PAGE.bottom),
            left: inches(PAGE.left),
            right: inches(PAGE.right),
            header: inches(10),
            footer: inches(10),
          },
        },
        headerFooter: { differentFirst: true, oddHeader: `&C&"${FONT}"&14&P`, firstHeader: '' },
      },
    ],
  })
}

/** 0 -> "A"; a table on paper has no more columns than letters. */
const letter = (column: number): string => String.fromCharCode(65 + column)
