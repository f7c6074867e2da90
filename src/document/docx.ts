// A Word file (.docx) in, its lines out: paragraphs and table cells in reading order, automatic numbers printed in
// front, tracked changes taken as accepted. Layout is not kept beyond what `Line` holds.

import { words } from '../vocabulary/words.ts'
import {
  ALIGN,
  type Attributes,
  on,
  readHeader,
  readNumbering,
  readStyles,
  type Style,
  walk,
} from './docx-parts.ts'
import { convertLegacy, encodingOfFont } from './encoding.ts'
import type { Cell, Line } from './line.ts'
import { NumberingCounter } from './numbering.ts'

export interface DocxParts {
  document: string
  styles: string
  numbering: string
  /** Page headers, where a mark of secrecy may stand. */
  headers: string[]
}

export interface DocxText {
  lines: Line[]
  headerTexts: string[]
  notices: string[]
}

interface Paragraph {
  texts: string[]
  style: string | null
  list: string | null
  depth: number | null
  align: Line['align']
  bold: number
  italic: number
  letters: number
  markDeleted: boolean
}

interface Table {
  number: number
  row: number
  column: number
  /** column → the merged cell that is open there */
  open: Map<number, Cell>
  cell: Cell | null
}

/** Nothing of these is text of the final document. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
  'w:delText',
  'w:pPrChange',
  'w:rPrChange',
])

export function readDocx(parts: DocxParts): DocxText {
  const { styles, standard } = readStyles(parts.styles)
  const counter = new NumberingCounter(readNumbering(parts.numbering))
  const lines: Line[] = []
  const paragraphs: Paragraph[] = []
  const tables: Table[] = []
  let tableCount = 0
  let skipping = 0
  let inText = false
  let run = { bold: false, italic: false, font: '' }
  const converted = new Set<string>()
  let inParagraphProperties = false
  let footnotes = 0
  let carried: string[] | null = null

  function styleValue<K extends keyof Style>(id: string | null, key: K): Style[K] | undefined {
    let at = id ?? standard
    for (let depth = 0; at !== null && depth < 20; depth++) {
      const style = styles.get(at)
      if (!style) return undefined
      if (style[key]) return style[key]
      at = style.basedOn
    }
    return undefined
  }

  function label(paragraph: Paragraph): string {
    const list = paragraph.list ?? styleValue(paragraph.style, 'list') ?? null
    if (list === null || list === '0') return ''
    return counter.next(list, paragraph.depth ?? styleValue(paragraph.style, 'depth') ?? 0)
  }

  function finish(paragraph: Paragraph): void {
    const texts = carried
      ? [...carried.slice(0, -1), (carried.at(-1) ?? '') + paragraph.texts[0], ...paragraph.texts.slice(1)]
      : paragraph.texts
    if (paragraph.markDeleted) {
      carried = texts
      return
    }
    carried = null
    if (texts.every((text) => text.trim() === '')) {
      if (!paragraph.list) return
    }
    const printed = label(paragraph)
    const cell = tables[0]?.cell ?? undefined
    texts.forEach((text, i) => {
      const shown = (i === 0 && printed ? `${printed} ${text.trimStart()}` : text).trim()
      if (shown === '' || (printed && shown === printed)) return
      const line: Line = { n: lines.length, text: shown }
      if (cell) line.cell = cell
      if (paragraph.letters > 0 && paragraph.bold >= paragraph.letters) line.bold = true
      if (paragraph.letters > 0 && paragraph.italic >= paragraph.letters) line.italic = true
      const align = paragraph.align ?? styleValue(paragraph.style, 'align')
      if (align) line.align = align
      lines.push(line)
    })
  }

  function openCell(table: Table, span: number, merge: string | null): void {
    const above = table.open.get(table.column)
    if (merge === 'continue' && above) {
      above.rowSpan = table.row - above.row + 1
      table.cell = above
    } else {
      table.cell = { table: table.number, row: table.row, column: table.column, rowSpan: 1, columnSpan: span }
      for (let i = 0; i < span; i++) table.open.delete(table.column + i)
      if (merge !== null) table.open.set(table.column, table.cell)
    }
    table.column += span
  }

  let cellSpan = 1
  let cellMerge: string | null = null
  let inCellProperties = false

  function open(name: string, attributes: Attributes): void {
    if (skipping > 0 || SKIPPED.has(name)) {
      const current = paragraphs.at(-1)
      // A deleted paragraph mark joins two paragraphs.
      if (skipping === 0 && name === 'w:del' && inParagraphProperties && current) current.markDeleted = true
      skipping++
      return
    }
    const paragraph = paragraphs.at(-1)
    const table = tables.at(-1)
    const value = attributes['w:val'] ?? ''
    switch (name) {
      case 'w:p':
        paragraphs.push({
          texts: [''],
          style: null,
          list: null,
          depth: null,
          align: undefined,
          bold: 0,
          italic: 0,
          letters: 0,
          markDeleted: false,
        })
        return
      case 'w:pPr':
        inParagraphProperties = true
        return
      case 'w:pStyle':
        if (paragraph) paragraph.style = value
        return
      case 'w:numId':
        if (paragraph && inParagraphProperties) paragraph.list = value
        return
      case 'w:ilvl':
        if (paragraph && inParagraphProperties) paragraph.depth = Number(value)
        return
      case 'w:jc':
        if (paragraph && inParagraphProperties) paragraph.align = ALIGN[value]
        return
      case 'w:r':
        run = {
          bold: styleValue(paragraph?.style ?? null, 'bold') ?? false,
          italic: styleValue(paragraph?.style ?? null, 'italic') ?? false,
          font: styleValue(paragraph?.style ?? null, 'font') ?? '',
        }
        return
      case 'w:b':
        if (!inParagraphProperties) run.bold = on(attributes)
        return
      case 'w:i':
        if (!inParagraphProperties) run.italic = on(attributes)
        return
      case 'w:rFonts':
        if (!inParagraphProperties) run.font = attributes['w:hAnsi'] ?? attributes['w:ascii'] ?? run.font
        return
      case 'w:softHyphen':
        add('\u00ad')
        return
      case 'w:t':
        inText = true
        return
      case 'w:tab':
        if (!inParagraphProperties) add(' ')
        return
      case 'w:noBreakHyphen':
        add('-')
        return
      case 'w:br':
      case 'w:cr':
        paragraph?.texts.push('')
        return
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        footnotes++
        return
      case 'w:tbl':
        tables.push({ number: tableCount++, row: -1, column: 0, open: new Map(), cell: null })
        return
      case 'w:tr':
        if (table) {
          table.row++
          table.column = 0
        }
        return
      case 'w:gridBefore':
        if (table) table.column = Number(value) || 0
        return
      case 'w:tc':
        cellSpan = 1
        cellMerge = null
        if (table) table.cell = null
        return
      case 'w:tcPr':
        inCellProperties = true
        return
      case 'w:gridSpan':
        if (inCellProperties) cellSpan = Math.min(Math.max(1, Number(value) || 1), 64)
        return
      case 'w:vMerge':
        if (inCellProperties) cellMerge = value === 'restart' ? 'restart' : 'continue'
        return
    }
    return
  }

  function add(printed: string): void {
    const paragraph = paragraphs.at(-1)
    if (!paragraph) return
    const value = convertLegacy(printed, run.font)
    if (value !== printed) converted.add(encodingOfFont(run.font) ?? '')
    paragraph.texts[paragraph.texts.length - 1] += value
    const letters = value.trim().length
    paragraph.letters += letters
    if (run.bold) paragraph.bold += letters
    if (run.italic) paragraph.italic += letters
  }

  function close(name: string): void {
    if (skipping > 0) {
      skipping--
      return
    }
    const table = tables.at(-1)
    switch (name) {
      case 'w:pPr':
        inParagraphProperties = false
        return
      case 'w:t':
        inText = false
        return
      case 'w:p': {
        const paragraph = paragraphs.pop()
        if (paragraph) finish(paragraph)
        return
      }
      case 'w:tcPr':
        inCellProperties = false
        if (table) openCell(table, cellSpan, cellMerge)
        return
      case 'w:tc':
        if (table && table.cell === null) openCell(table, 1, null)
        return
      case 'w:tbl':
        tables.pop()
        return
    }
  }

  walk(parts.document, open, close, (value) => {
    if (inText && skipping === 0) add(value)
  })
  const notices = [...converted].map(words.document.converted)
  if (footnotes > 0) notices.push(words.document.footnotes(footnotes))
  return { lines, headerTexts: parts.headers.flatMap(readHeader), notices }
}
