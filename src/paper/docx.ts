// A table as Word: A4 on its side, the head of Decree 30/2020, the head row repeated on every page, page numbers in the
// top margin but on the first page. The library makes the document with one row; further rows repeat that row's XML,
// which is ten times as fast and holds no object for a cell.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeightRule,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
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
  TABLE_WIDTH,
  type TablePaper,
} from './table.ts'

const twips = (mm: number): number => Math.round((mm / 25.4) * 1440)
/** Half points, as Word counts. */
const points = (size: number): number => size * 2

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

interface Said {
  size: number
  bold?: boolean
  italics?: boolean
}
const centred = (text: string, said: Said, more: Partial<IParagraphOptions> = {}) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    ...more,
    children: [new TextRun({ text: printable(text), ...said, size: points(said.size) })],
  })

/** A ruled line of `width` mm in the middle of `room` mm. */
const rule = (width: number, room: number, after = 60) =>
  new Paragraph({
    spacing: { line: 40, lineRule: LineRuleType.EXACT, before: 20, after },
    indent: { left: twips((room - width) / 2), right: twips((room - width) / 2) },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
  })

/** What capitals of 13 points take up, about: for lines of a third to a half of the name above them. */
const capitals = (text: string): number => text.length * 3.1
const HALF = { left: 100, right: TABLE_WIDTH - 100 }
const MOTTO_WIDTH = 68

function headPair(paper: TablePaper): Table {
  const { superior, name } = paper.issuer
  const left = [
    ...(superior ? [centred(superior.toUpperCase(), { size: 13 })] : []),
    centred(name.toUpperCase(), { size: 13, bold: true }),
    rule(Math.min(capitals(name), HALF.left) * 0.4, HALF.left),
  ]
  const right = [
    centred(NATION, { size: 13, bold: true }),
    centred(MOTTO, { size: 14, bold: true }),
    rule(MOTTO_WIDTH, HALF.right),
    centred(datePlace(paper), { size: 14, italics: true }),
  ]
  const cell = (children: Paragraph[], width: number) =>
    new TableCell({ children, width: { size: twips(width), type: WidthType.DXA }, borders: NO_BORDERS })
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    width: { size: twips(TABLE_WIDTH), type: WidthType.DXA },
    columnWidths: [twips(HALF.left), twips(HALF.right)],
    rows: [new TableRow({ children: [cell(left, HALF.left), cell(right, HALF.right)] })],
  })
}

/** Stands in the one row the library writes, in signs that `printable` leaves in no text. */
const marker = (column: number): string => `\ue000${column}\ue001`

function body({ columns }: TablePaper): Table {
  const widths = columnWidths(columns).map(twips)
  const cell = (column: number, text: string, style: 'Cell' | 'CellHead', align: PaperColumn['kind']) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: style === 'CellHead' ? VerticalAlign.CENTER : VerticalAlign.TOP,
      children: [new Paragraph({ style, alignment: ALIGN[align], children: [new TextRun(text)] })],
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(TABLE_WIDTH), type: WidthType.DXA },
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
        children: columns.map(({ kind }, column) => cell(column, marker(column), 'Cell', kind)),
      }),
    ],
  })
}

const SMALL_GAP = { before: 20, after: 20 }

function frame(paper: TablePaper): Document {
  const titleWidth = Math.min(capitals(paper.title), TABLE_WIDTH) * 0.4
  return new Document({
    title: printable(paper.title),
    creator: vi.product,
    lastModifiedBy: vi.product,
    styles: {
      default: { document: { run: { font: FONT, size: points(13), language: { value: 'vi-VN' } } } },
      paragraphStyles: [
        {
          id: 'Cell',
          name: 'Cell',
          run: { font: FONT, size: points(12) },
          paragraph: { spacing: SMALL_GAP },
        },
        {
          id: 'CellHead',
          name: 'CellHead',
          run: { font: FONT, size: points(12), bold: true },
          paragraph: { spacing: SMALL_GAP },
        },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            // The library turns the sheet itself: it is handed the upright measures.
            size: {
              width: twips(PAGE.height),
              height: twips(PAGE.width),
              orientation: PageOrientation.LANDSCAPE,
            },
            margin: {
              top: twips(PAGE.top),
              bottom: twips(PAGE.bottom),
              left: twips(PAGE.left),
              right: twips(PAGE.right),
              header: twips(10),
              footer: twips(10),
            },
          },
        },
        headers: {
          first: new Header({ children: [new Paragraph('')] }),
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: points(14) })],
              }),
            ],
          }),
        },
        children: [
          headPair(paper),
          centred(paper.title.toUpperCase(), { size: 14, bold: true }, { spacing: { before: 240 } }),
          ...paper.subtitle.map((text, at) => centred(text, { size: 13, bold: at === 0, italics: at > 0 })),
          rule(titleWidth, TABLE_WIDTH, 160),
          body(paper),
          ...paper.totals.map(
            (text) =>
              new Paragraph({
                spacing: { before: 120 },
                children: [new TextRun({ text: printable(text), bold: true })],
              }),
          ),
        ],
      },
    ],
  })
}

const XML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const BREAK = '</w:t><w:br/><w:t xml:space="preserve">'

function cellXml(cell: PaperCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return vi.number(cell)
  if (typeof cell === 'object') return printDay(cell.day)
  return printable(cell)
    .replace(/[&<>]/gu, (sign) => XML[sign] ?? sign)
    .replace(/\r?\n/gu, BREAK)
}

/** The row with the markers, once for each row of the table. */
function fillRows(xml: string, { rows, columns }: TablePaper): string {
  const at = xml.indexOf(marker(0))
  const from = xml.lastIndexOf('<w:tr>', at)
  const to = xml.indexOf('</w:tr>', at) + '</w:tr>'.length
  const pieces: string[] = []
  let rest = xml.slice(from, to)
  for (let column = 0; column < columns.length; column++) {
    const [before = '', after = ''] = rest.split(marker(column))
    pieces.push(before)
    rest = after
  }
  const written = rows.map(
    (row) => pieces.map((piece, column) => piece + cellXml(row[column] ?? null)).join('') + rest,
  )
  return xml.slice(0, from) + written.join('') + xml.slice(to)
}

/** The table as a .docx; the same table gives the same bytes. */
export async function writeDocx(paper: TablePaper): Promise<Uint8Array> {
  const made = new Uint8Array(await Packer.toBuffer(frame(paper)))
  // The library stamps the clock into two places: the properties and the entries of the archive.
  const stamp = `${paper.day}T00:00:00Z`
  const mtime = new Date(`${paper.day}T12:00:00Z`)
  const parts = Object.entries(unzipSync(made)).map(([path, bytes]) => {
    if (path === 'word/document.xml') return [path, strToU8(fillRows(strFromU8(bytes), paper))] as const
    if (path !== 'docProps/core.xml') return [path, bytes] as const
    const xml = strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${stamp}`)
    return [path, strToU8(xml)] as const
  })
  return zipSync(Object.fromEntries(parts), { mtime, level: 6 })
}
