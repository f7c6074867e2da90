// An official document as Word, in the form of Decree 30/2020/NĐ-CP, Appendix I, or of the Party (HD 36-HD/VPTW): what
// each part looks like stands in LOOKS, what it says in official-text.ts. Headings and paragraphs are written as XML by
// style: the library makes one of each run and one row of each table, the rest is filled in (docx-parts.ts).
import {
  AlignmentType,
  Document,
  type FileChild,
  type ISectionOptions,
  LineRuleType,
  PageOrientation,
  Paragraph,
  TabStopType,
  TextRun,
  UnderlineType,
} from 'docx'
import * as vi from '../vocabulary/words.ts'
import {
  CELL_STYLES,
  capitals,
  centred,
  escapeXml,
  fill,
  fillRows,
  gridTable,
  marker,
  pack,
  pageNumbers,
  points,
  rule,
  type Said,
  said,
  sideBySide,
  twips,
} from './docx-parts.ts'
import type { Appendix, Block, OfficialPaper } from './official.ts'
import {
  addresseeLines,
  appendixLabel,
  authorityLines,
  basisLines,
  closedBody,
  dateLine,
  headingLine,
  numberLine,
  PARTY_NATION,
  recipientLines,
  referenceLine,
  superiorLine,
} from './official-text.ts'
import { FONT, MOTTO, NATION, PAGE, printable, TABLE_WIDTH } from './table.ts'

interface Looks {
  nation: Said
  /** Millimetres of the line under the nation's or the Party's name. */
  nationRule: number
  superior: Said
  issuer: Said
  number: Said
  /** "V/v …" of a letter. */
  about: Said
  date: Said
  type: Said
  subject: Said
  body: number
  authority: Said
  title: Said
  name: Said
  recipientsHead: Said
  recipients: Said
  /** Millimetres of the left half of the head. */
  left: number
}

// State: sizes of the examples in Appendix I, part V, each inside the bounds of part II. Party: from HD 36-HD/VPTW as
// remembered; its margins and some sizes are not confirmed (docs/decisions/0028-paper.md).
const LOOKS: Record<OfficialPaper['profile'], Looks> = {
  state: {
    nation: { size: 12, bold: true },
    nationRule: 53,
    superior: { size: 12 },
    issuer: { size: 12, bold: true },
    number: { size: 13 },
    about: { size: 12 },
    date: { size: 13, italics: true },
    type: { size: 14, bold: true },
    subject: { size: 14, bold: true },
    body: 14,
    authority: { size: 14, bold: true },
    title: { size: 14, bold: true },
    name: { size: 14, bold: true },
    recipientsHead: { size: 12, bold: true, italics: true },
    recipients: { size: 11 },
    left: 70,
  },
  party: {
    nation: { size: 15, bold: true },
    nationRule: 65,
    superior: { size: 14 },
    issuer: { size: 14, bold: true },
    number: { size: 14 },
    about: { size: 12, italics: true },
    date: { size: 14, italics: true },
    type: { size: 16, bold: true },
    subject: { size: 14, bold: true },
    body: 14,
    authority: { size: 14, bold: true },
    title: { size: 14 },
    name: { size: 14, bold: true },
    recipientsHead: { size: 14, underline: { type: UnderlineType.SINGLE } },
    recipients: { size: 12 },
    left: 76,
  },
}

/** Upright A4: the shorter side is the width. */
const TEXT_WIDTH = PAGE.height - PAGE.left - PAGE.right
const INDENT = 12.7
/** At least 6 points between paragraphs, lines from single to one and a half (II.6.e). */
const BODY_SPACING = { before: 0, after: 120, line: 264, lineRule: LineRuleType.AUTO }

const MARGIN = {
  top: twips(PAGE.top),
  bottom: twips(PAGE.bottom),
  left: twips(PAGE.left),
  right: twips(PAGE.right),
  header: twips(10),
  footer: twips(10),
}
// The library turns the sheet itself: it is handed the upright measures.
const A4 = { width: twips(PAGE.height), height: twips(PAGE.width) }

function headPair(paper: OfficialPaper, looks: Looks): FileChild[] {
  const party = paper.profile === 'party'
  const { superior, name } = paper.issuer
  const right = TEXT_WIDTH - looks.left
  const number = [
    centred(numberLine(paper), looks.number),
    ...(paper.type === null
      ? [centred(`V/v ${paper.subject}`, looks.about, { spacing: { before: 120 } })]
      : []),
  ]
  return [
    sideBySide(
      [looks.left, right],
      [
        [
          [
            ...(superior ? [centred(superiorLine(superior), looks.superior)] : []),
            centred(name.toUpperCase(), looks.issuer),
            party ? centred('*', looks.issuer) : rule(Math.min(capitals(name), looks.left) * 0.4, looks.left),
          ],
          [
            centred(party ? PARTY_NATION : NATION, looks.nation),
            ...(party ? [] : [centred(MOTTO, { size: 13, bold: true })]),
            rule(looks.nationRule, right),
          ],
        ],
        [number, [centred(dateLine(paper), looks.date)]],
      ],
    ),
  ]
}

function titlePair({ type, subject }: OfficialPaper, looks: Looks): FileChild[] {
  if (type === null) return [new Paragraph({ spacing: { after: 60 } })]
  const width = Math.min(capitals(subject) * 0.8, TEXT_WIDTH) * 0.4
  return [
    centred(type.toUpperCase(), looks.type, { spacing: { before: 240 } }),
    ...(subject ? [centred(subject, looks.subject), rule(width, TEXT_WIDTH, 200)] : []),
  ]
}

function addressees(paper: OfficialPaper, looks: Looks): FileChild[] {
  const lines = addresseeLines(paper)
  const look = { size: looks.body }
  if (lines.length < 2)
    return lines.map((line) => centred(line, look, { spacing: { before: 120, after: 200 } }))
  // The dashes stand in one line under the colon (II.9.d).
  const colon = twips(55)
  return lines.map((line, at) =>
    said(line, look, {
      tabStops: [{ type: TabStopType.LEFT, position: colon }],
      indent: at ? { left: colon, hanging: 0 } : { left: colon - twips(19) },
      spacing: { before: at ? 0 : 120, after: at === lines.length - 1 ? 200 : 40 },
    }),
  )
}

function signatureBlock(paper: OfficialPaper, looks: Looks): FileChild[] {
  const { signature, profile } = paper
  const lines = authorityLines(profile, signature)
  const right = [
    ...lines.map((line, at) =>
      centred(line, at === lines.length - 1 && lines.length > 1 ? looks.title : looks.authority),
    ),
    // Room for the signature and the seal.
    ...Array.from({ length: 4 }, () => centred('', looks.name)),
    centred(signature.name, looks.name),
  ]
  const left = [
    said('Nơi nhận:', looks.recipientsHead),
    ...recipientLines(paper).map((line) => said(line, looks.recipients)),
  ]
  return [new Paragraph({ keepNext: true }), sideBySide([80, TEXT_WIDTH - 80], [[left, right]])]
}

/** Paragraph styles of the text; "Heading1"… are Word's own, so that its outline shows them. */
const paragraphStyles = (looks: Looks) => [
  ...CELL_STYLES,
  {
    id: 'Body',
    name: 'Body',
    run: { font: FONT, size: points(looks.body) },
    paragraph: {
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: twips(INDENT) },
      spacing: BODY_SPACING,
    },
  },
  {
    id: 'PartLabel',
    name: 'PartLabel',
    run: { font: FONT, size: points(looks.body), bold: true },
    paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 120 } },
  },
]

const heading = (looks: Looks, run: { bold?: boolean; allCaps?: boolean }) => ({
  run: { font: FONT, size: points(looks.body), color: '000000', bold: false, ...run },
  paragraph: {
    alignment: AlignmentType.JUSTIFIED,
    keepNext: true,
    indent: { firstLine: twips(INDENT) },
    spacing: BODY_SPACING,
  },
})

const PART = /^(?:phần|chương|mục|tiểu mục)(?!\p{L})/iu
const ITALICS = '<w:rPr><w:i/><w:iCs/></w:rPr>'

const paragraphXml = (style: string, text: string, run = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${run}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`

/** The last paragraph stays with what follows: no signature stands alone on its page. */
function keptWithNext(xml: string): string {
  const at = xml.lastIndexOf('/></w:pPr>') + 2
  return `${xml.slice(0, at)}<w:keepNext/>${xml.slice(at)}`
}
/** Air between a table and what follows. */
const afterTable = (xml: string): string => xml.replace('/></w:pPr>', '/><w:spacing w:before="160"/></w:pPr>')

/** Pasted text keeps its lines: each is a paragraph. */
const paragraphs = (text: string): string[] => {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim())
  return lines.length ? lines : ['']
}

function blockXml(block: Exclude<Block, { kind: 'table' }>): string {
  if (block.kind === 'paragraph')
    return paragraphs(block.text)
      .map((line) => paragraphXml('Body', line, block.italics ? ITALICS : ''))
      .join('')
  // "Phần I", "Chương II" stand in the middle, their titles in capitals under them (II.6.đ).
  if (PART.test(block.label))
    return (
      paragraphXml('PartLabel', block.label) +
      (block.text ? paragraphXml('PartLabel', block.text, '<w:rPr><w:caps/></w:rPr>') : '')
    )
  const [line = '', ...rest] = paragraphs(headingLine(block))
  return paragraphXml(`Heading${block.level}`, line) + rest.map((text) => paragraphXml('Body', text)).join('')
}

/** What stands in the library's document for now, and how it is filled in afterwards. */
interface Piece {
  child: FileChild
  finish: (xml: string) => string
}

const WHOLE_PARAGRAPH = ['<w:p>', '</w:p>'] as const
const textPiece = (place: string, xml: string): Piece => ({
  child: new Paragraph({ style: 'Body', children: [new TextRun(marker(place))] }),
  finish: (document) => fill(document, place, WHOLE_PARAGRAPH, () => xml),
})

const tablePiece = (
  place: string,
  { columns, rows }: Pick<Appendix, 'columns' | 'rows'>,
  width: number,
): Piece => ({
  child: gridTable(place, columns, width),
  finish: (document) => fillRows(document, place, columns.length, rows),
})

/** Paragraphs between two tables are one piece. */
function bodyPieces(paper: OfficialPaper): Piece[] {
  const pieces: Piece[] = []
  let text = basisLines(paper)
    .map((line) => paragraphXml('Body', line, ITALICS))
    .join('')
  const flush = (last = false) => {
    if (text) {
      const spaced = pieces.length ? afterTable(text) : text
      pieces.push(textPiece(`text${pieces.length}`, last ? keptWithNext(spaced) : spaced))
    }
    text = ''
  }
  for (const block of closedBody(paper.body)) {
    if (block.kind !== 'table') text += blockXml(block)
    else if (block.columns.length) {
      flush()
      pieces.push(tablePiece(`table${pieces.length}`, block, TEXT_WIDTH))
    }
  }
  flush(true)
  return pieces
}

function appendixSection(paper: OfficialPaper, at: number, pieces: Piece[]): ISectionOptions {
  const appendix = paper.appendices[at] as Appendix
  const piece = appendix.columns.length ? [tablePiece(`appendix${at}`, appendix, TABLE_WIDTH)] : []
  pieces.push(...piece)
  return {
    properties: {
      titlePage: true,
      page: {
        size: { ...A4, orientation: PageOrientation.LANDSCAPE },
        margin: MARGIN,
        // Each appendix counts its own pages (III.1.đ).
        pageNumbers: { start: 1 },
      },
    },
    headers: pageNumbers(),
    children: [
      centred(appendixLabel(paper, at), { size: 14, bold: true }),
      ...(appendix.title ? [centred(appendix.title.toUpperCase(), { size: 14, bold: true })] : []),
      centred(referenceLine(paper), { size: 14, italics: true }),
      rule(40, TABLE_WIDTH, 160),
      ...piece.map(({ child }) => child),
      ...appendix.notes.map((note) => said(note, { size: 13 }, { spacing: { before: 120 } })),
    ],
  }
}

/** The paper as a .docx; the same paper gives the same bytes. Any text is taken: what XML cannot hold is left out. */
export function writeOfficial(paper: OfficialPaper): Promise<Uint8Array> {
  const looks = LOOKS[paper.profile]
  const pieces = bodyPieces(paper)
  const main: ISectionOptions = {
    properties: { titlePage: true, page: { size: A4, margin: MARGIN, pageNumbers: { start: 1 } } },
    headers: pageNumbers(),
    children: [
      ...headPair(paper, looks),
      ...titlePair(paper, looks),
      ...addressees(paper, looks),
      ...pieces.map(({ child }) => child),
      ...signatureBlock(paper, looks),
    ],
  }
  const appendices = paper.appendices.map((_, at) => appendixSection(paper, at, pieces))
  const document = new Document({
    title: printable(paper.subject),
    creator: vi.product,
    lastModifiedBy: vi.product,
    styles: {
      default: {
        document: { run: { font: FONT, size: points(looks.body), language: { value: 'vi-VN' } } },
        heading1: heading(looks, { bold: true, allCaps: true }),
        heading2: heading(looks, { bold: true }),
        heading3: heading(looks, {}),
      },
      paragraphStyles: paragraphStyles(looks),
    },
    sections: [main, ...appendices],
  })
  return pack(document, paper.date ?? paper.drawnOn, (xml) =>
    pieces.reduce((made, piece) => piece.finish(made), xml),
  )
}
