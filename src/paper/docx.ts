// A table as Word: A4 on its side, the head of Decree 30/2020, the head row repeated on every page, page numbers in the
// top margin but on the first page.
import { Document, PageOrientation, Paragraph, TextRun } from 'docx'
import * as vi from '../vocabulary/words.ts'
import {
  CELL_STYLES,
  capitals,
  centred,
  fillRows,
  gridTable,
  pack,
  pageNumbers,
  points,
  rule,
  sideBySide,
  twips,
} from './docx-parts.ts'
import { datePlace, FONT, MOTTO, NATION, PAGE, printable, TABLE_WIDTH, type TablePaper } from './table.ts'

const HALF = { left: 100, right: TABLE_WIDTH - 100 }
const MOTTO_WIDTH = 58

function headPair(paper: TablePaper) {
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
  return sideBySide([HALF.left, HALF.right], [[left, right]])
}

const TABLE = 'table'

function frame(paper: TablePaper): Document {
  const titleWidth = Math.min(capitals(paper.title), TABLE_WIDTH) * 0.4
  return new Document({
    title: printable(paper.title),
    creator: vi.product,
    lastModifiedBy: vi.product,
    styles: {
      default: { document: { run: { font: FONT, size: points(13), language: { value: 'vi-VN' } } } },
      paragraphStyles: CELL_STYLES,
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
        headers: pageNumbers(),
        children: [
          headPair(paper),
          centred(paper.title.toUpperCase(), { size: 14, bold: true }, { spacing: { before: 240 } }),
          ...paper.subtitle.map((text, at) => centred(text, { size: 13, bold: at === 0, italics: at > 0 })),
          rule(titleWidth, TABLE_WIDTH, 160),
          gridTable(TABLE, paper.columns, TABLE_WIDTH),
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

/** The table as a .docx; the same table gives the same bytes. */
export const writeDocx = (paper: TablePaper): Promise<Uint8Array> =>
  pack(frame(paper), paper.day, (xml) => fillRows(xml, TABLE, paper.columns.length, paper.rows))
