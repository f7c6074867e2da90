// What every Word document of ours is made of: measures, ruled lines, the blank table of a head, tables whose rows are
// filled in after the library has written one of them, and the archive without the clock.
import {
  AlignmentType,
  BorderStyle,
  type Document,
  Header,
  HeightRule,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { printDay } from '../vocabulary/date.ts'
import * as vi from '../vocabulary/words.ts'
import { columnWidths, FONT, type PaperCell, type PaperColumn, printable } from './table.ts'

export const twips = (mm: number): number => Math.round((mm / 25.4) * 1440)
/** Half points, as Word counts. */
export const points = (size: number): number => size * 2

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
}
const ALIGN: Record<PaperColumn['kind'], (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  text: AlignmentType.LEFT,
  mark: AlignmentType.CENTER,
  number: AlignmentType.RIGHT,
  day: AlignmentType.CENTER,
}

export interface Said {
  size: number
  bold?: boolean
  italics?: boolean
  underline?: object
}

export const said = (text: string, { size, ...look }: Said, more: Partial<IParagraphOptions> = {}) =>
  new Paragraph({
    ...more,
    children: [new TextRun({ text: printable(text), ...look, size: points(size) })],
  })

export const centred = (text: string, look: Said, more: Partial<IParagraphOptions> = {}) =>
  said(text, look, { alignment: AlignmentType.CENTER, ...more })

/** A ruled line of `width` mm in the middle of `room` mm. */
export const rule = (width: number, room: number, after = 60) =>
  new Paragraph({
    spacing: { line: 40, lineRule: LineRuleType.EXACT, before: 50, after },
    indent: { left: twips((room - width) / 2), right: twips((room - width) / 2) },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
  })

/** What capitals of 13 points take up, about: for lines of a third to a half of the name above them. */
export const capitals = (text: string): number => text.length * 2.7

/** Rows of cells side by side without lines: heads, signature beside recipients. */
export function sideBySide(widths: readonly number[], rows: Paragraph[][][]): Table {
  const whole = widths.reduce((all, width) => all + width, 0)
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    width: { size: twips(whole), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    margins: { left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) =>
              new TableCell({
                children,
                width: { size: twips(widths[at] ?? 0), type: WidthType.DXA },
                borders: NO_BORDERS,
              }),
          ),
        }),
    ),
  })
}

/** Page numbers in the middle of the top margin, none on the first page of the section (Decree 30/2020, Appendix I, I.7). */
export const pageNumbers = () => ({
  first: new Header({ children: [new Paragraph('')] }),
  default: new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: points(14) })],
      }),
    ],
  }),
})

/** Stands in what the library writes once, in signs that `printable` leaves in no text. */
export const marker = (place: string, column = 0): string => `\ue000${place}.${column}\ue001`

const SMALL_GAP = { before: 20, after: 20 }
export const CELL_STYLES = [
  { id: 'Cell', name: 'Cell', run: { font: FONT, size: points(12) }, paragraph: { spacing: SMALL_GAP } },
  {
    id: 'CellHead',
    name: 'CellHead',
    run: { font: FONT, size: points(12), bold: true },
    paragraph: { spacing: SMALL_GAP },
  },
]

/** A ruled table of `width` mm with its head row, repeated on every page, and one row of markers for `fillRows`. */
export function gridTable(place: string, columns: readonly PaperColumn[], width: number): Table {
  const widths = columnWidths(columns, width).map(twips)
  const cell = (column: number, text: string, style: 'Cell' | 'CellHead', align: PaperColumn['kind']) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: style === 'CellHead' ? VerticalAlign.CENTER : VerticalAlign.TOP,
      children: [new Paragraph({ style, alignment: ALIGN[align], children: [new TextRun(text)] })],
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 70, right: 70, top: 30, bottom: 30 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        height: { value: twips(9), rule: HeightRule.ATLEAST },
        children: columns.map(({ label }, column) => cell(column, printable(label), 'CellHead', 'mark')),
      }),
      new TableRow({
        cantSplit: true,
        children: columns.map(({ kind }, column) => cell(column, marker(place, column), 'Cell', kind)),
      }),
    ],
  })
}

const XML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const BREAK = '</w:t><w:br/><w:t xml:space="preserve">'

export const escapeXml = (text: string): string =>
  printable(text).replace(/[&<>]/gu, (sign) => XML[sign] ?? sign)

function cellXml(cell: PaperCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return vi.number(cell)
  if (typeof cell === 'object') return printDay(cell.day)
  return escapeXml(cell).replace(/\r?\n/gu, BREAK)
}

/** The piece of `xml` around the marker, from `open` to `close`, replaced by what `write` makes of it. */
export function fill(
  xml: string,
  place: string,
  [open, close]: readonly [string, string],
  write: (piece: string) => string,
): string {
  const at = xml.indexOf(marker(place))
  const from = xml.lastIndexOf(open, at)
  const to = xml.indexOf(close, at) + close.length
  return xml.slice(0, from) + write(xml.slice(from, to)) + xml.slice(to)
}

const ROW = ['<w:tr>', '</w:tr>'] as const
/** A row taller than a page has to break: Word would leave the page before it empty. */
const MOST_UNBROKEN = 1500
const CANT_SPLIT = /<w:cantSplit[^>]*\/>/u
const signs = (row: readonly PaperCell[]): number =>
  Math.max(0, ...row.map((cell) => (typeof cell === 'string' ? cell.length : 0)))

/** The row with the markers, once for each row of the table: ten times as fast as the library, no object for a cell. */
export const fillRows = (
  xml: string,
  place: string,
  columns: number,
  rows: readonly (readonly PaperCell[])[],
): string =>
  fill(xml, place, ROW, (piece) => {
    const pieces: string[] = []
    let rest = piece
    for (let column = 0; column < columns; column++) {
      const [before = '', after = ''] = rest.split(marker(place, column))
      pieces.push(before)
      rest = after
    }
    const written = rows.map((row) => {
      const made = pieces.map((part, column) => part + cellXml(row[column] ?? null)).join('') + rest
      return signs(row) > MOST_UNBROKEN ? made.replace(CANT_SPLIT, '') : made
    })
    return written.join('')
  })

/** The archive with its text filled in by `finish`. `day` stands where the library stamps the clock: its properties and entries. */
export async function pack(
  document: Document,
  day: string,
  finish: (xml: string) => string,
): Promise<Uint8Array> {
  const made = new Uint8Array(await Packer.toBuffer(document))
  const stamp = `${day}T00:00:00Z`
  const mtime = new Date(`${day}T12:00:00Z`)
  const parts = Object.entries(unzipSync(made)).map(([path, bytes]) => {
    if (path === 'word/document.xml') return [path, strToU8(finish(strFromU8(bytes)))] as const
    if (path !== 'docProps/core.xml') return [path, bytes] as const
    const xml = strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${stamp}`)
    return [path, strToU8(xml)] as const
  })
  return zipSync(Object.fromEntries(parts), { mtime, level: 6 })
}
