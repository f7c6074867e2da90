// A Word file (.docx) in, its lines out: paragraphs and table cells in reading order, automatic numbers printed in
// front, tracked changes taken as accepted. Layout is not kept beyond what `Line` holds.

import { normalise } from '../base/text.ts'
import { CONTENTS_TITLE } from '../vocabulary/section-title.ts'
import * as words from '../vocabulary/words.ts'
import { type NoteReference, ParagraphReader, type ParagraphWords } from './docx-paragraph.ts'
import { alignOf, listOf, readStyles } from './docx-styles.ts'
import { readTable } from './docx-table.ts'
import type { Cell, Line } from './line.ts'
import { NumberingCounter, readNumbering, roman } from './numbering.ts'
import { childOf, type Element, eachElement, settingOf } from './xml.ts'

/** XML of the parts of a Word file; "" for a part it does not have. */
export interface DocxParts {
  document: string
  styles: string
  numbering: string
  /** Page headers and footers, where a mark of secrecy may stand. */
  headers: string[]
  footnotes?: string
  endnotes?: string
}

export interface DocxText {
  lines: Line[]
  headerTexts: string[]
  notices: string[]
  /** Pictures, whose words nobody reads here. */
  pictures: number
}

/** Where the blocks stand that are being read. */
interface Place {
  cell?: Cell
  /** How many cells the table has. */
  cells?: number
  note?: true
}

interface Paragraph extends ParagraphWords {
  printed: { label: string; glued: boolean } | null
  style: string | null
  align: Line['align']
  properties: Element | undefined
}

/** "1. MỤC ĐÍCH ....... 3": a line of a table of contents ends with the number of its page. */
const CONTENTS_ENTRY = /(?:\d|(?<!\p{L})[ivxlc]+)$/iu

export function readDocx(parts: DocxParts): DocxText {
  const reader = new DocxReader(parts)
  eachElement(parts.document, 2, (element) => reader.block(element, {}))
  reader.close({})
  return {
    lines: reader.lines,
    headerTexts: parts.headers.flatMap(textsOf),
    notices: reader.notices(),
    pictures: reader.pictures,
  }
}

class DocxReader {
  readonly lines: Line[] = []
  readonly #styles
  readonly #counter
  readonly #paragraphs
  readonly #notes
  readonly #noteNumbers = { footnote: 0, endnote: 0 }
  #tables = 0
  #otherFiles = 0
  #carried: Paragraph | null = null

  constructor({ styles, numbering, footnotes = '', endnotes = '' }: DocxParts) {
    this.#styles = readStyles(styles)
    this.#counter = new NumberingCounter(readNumbering(numbering, (style) => this.#styles.of(style).list))
    this.#paragraphs = new ParagraphReader(this.#styles)
    this.#notes = { footnote: readNotes(footnotes), endnote: readNotes(endnotes) }
  }

  get pictures(): number {
    return this.#paragraphs.met.pictures
  }

  notices(): string[] {
    const { comments, embedded, encodings } = this.#paragraphs.met
    const others = embedded + this.#otherFiles
    return [
      ...[...encodings].map(words.document.converted),
      ...(comments > 0 ? [words.document.comments(comments)] : []),
      ...(others > 0 ? [words.document.embedded(others)] : []),
    ]
  }

  block(element: Element, place: Place): void {
    switch (element.name) {
      case 'w:p':
        this.#paragraph(element, place)
        return
      case 'w:tbl':
        this.#table(element, place)
        return
      case 'w:altChunk':
        this.#otherFiles++
        return
      case 'w:sdt':
        if (!isContents(element)) break
        this.#dropContentsTitle()
        return
      case 'mc:AlternateContent': {
        const chosen = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
        for (const child of chosen?.children ?? []) this.block(child, place)
        return
      }
    }
    for (const child of element.children) this.block(child, place)
  }

  /** The text of a cell, a box or the whole document ends. */
  close(place: Place): void {
    const rest = this.#carried
    this.#carried = null
    if (rest) this.#print(rest, place)
  }

  #blocks(elements: readonly Element[], place: Place): void {
    for (const element of elements) this.block(element, place)
    this.close(place)
  }

  #table(element: Element, place: Place): void {
    this.close(place)
    const cells = readTable(element, this.#tables)
    // A table of one cell is a frame around text. In a table within a table the one with more cells is the one that
    // says something; the other is layout.
    const framed = cells.length === 1 || (place.cell && cells.length <= (place.cells ?? 0))
    if (!framed) this.#tables++
    for (const { cell, blocks } of cells)
      this.#blocks(blocks, framed ? place : { ...place, cell, cells: cells.length })
  }

  #paragraph(element: Element, place: Place): void {
    const properties = childOf(element, 'w:pPr')
    const style = settingOf(properties, 'w:pStyle') ?? null
    const read = this.#paragraphs.read(element)
    for (const box of read.boxesBefore) this.#box(box, place)
    const align = alignOf(properties) ?? this.#styles.of(style).align
    const own: Paragraph = { ...read, printed: null, style, align, properties }
    const paragraph = this.#carried ? joined(this.#carried, own) : own
    this.#carried = null
    if (own.openEnd === null) this.#print(paragraph, place)
    else {
      // What goes on behind a hidden mark stands on the line of this paragraph; behind a deleted one it has swallowed it.
      if (own.openEnd === 'hidden' && own.letters > 0) paragraph.printed ??= this.#label(paragraph)
      this.#carried = paragraph
    }
  }

  /** A box has its own paragraphs: what is carried outside waits. */
  #box(box: Element, place: Place): void {
    const carried = this.#carried
    this.#carried = null
    this.#blocks(box.children, place)
    this.#carried = carried
  }

  #label({ style, properties }: Paragraph): { label: string; glued: boolean } {
    const own = listOf(properties)
    const inherited = this.#styles.of(style)
    const list = own.list ?? inherited.list
    if (list === undefined || list === '0') return { label: '', glued: false }
    return this.#counter.next({
      list,
      depth: own.depth,
      styles: [style ?? this.#styles.standard, inherited.lister],
      styleDepth: inherited.depth,
    })
  }

  #print(paragraph: Paragraph, place: Place): void {
    if (this.#isOfContents(paragraph)) return
    const { texts, align } = paragraph
    const { label, glued } = paragraph.printed ?? this.#label(paragraph)
    const first = texts.findIndex((text) => text.trim() !== '')
    // A number alone is worth a line only in a cell: the ordinal of a row.
    if (first < 0 && label !== '' && place.cell) texts[0] = label
    texts.forEach((text, i) => {
      const shown = i === first && label !== '' ? withLabel(label, text, glued) : text
      this.#line(shown, place, {
        ...(paragraph.letters > 0 && paragraph.bold >= paragraph.letters && { bold: true }),
        ...(paragraph.letters > 0 && paragraph.italic >= paragraph.letters && { italic: true }),
        ...(align && { align }),
      })
    })
    for (const note of paragraph.notes) this.#note(note, place)
    for (const box of paragraph.boxesAfter) this.#box(box, place)
  }

  #line(text: string, { cell, note }: Place, look: Partial<Line>): void {
    const shown = normalise(text).trim()
    if (shown === '') return
    this.lines.push({
      n: this.lines.length,
      text: shown,
      ...(cell && { cell }),
      ...(note && { note }),
      ...look,
    })
  }

  /** The words of a note stand behind the paragraph that cites it. */
  #note({ kind, id, mark }: NoteReference, place: Place): void {
    const blocks = place.note ? undefined : this.#notes[kind].get(id)
    if (!blocks) return
    this.#notes[kind].delete(id)
    const number = mark === null ? ++this.#noteNumbers[kind] : 0
    const printed = mark?.trim() || (kind === 'footnote' ? String(number) : roman(number).toLowerCase())
    const from = this.lines.length
    this.#blocks(blocks, { ...place, note: true })
    const first = this.lines[from]
    if (first) first.text = `[${printed}] ${first.text}`
  }

  #isOfContents(paragraph: Paragraph): boolean {
    const { name } = this.#styles.of(paragraph.style)
    const found =
      /^toc (?:\d|heading)/u.test(name) ||
      (paragraph.inContents && CONTENTS_ENTRY.test((paragraph.texts.at(-1) ?? '').trimEnd()))
    if (found) this.#dropContentsTitle()
    else if (paragraph.inContents) this.#paragraphs.leaveContents()
    return found
  }

  #dropContentsTitle(): void {
    if (CONTENTS_TITLE.test(this.lines.at(-1)?.text ?? '')) this.lines.pop()
  }
}

/** Two paragraphs that became one. The mark of the last one says what it is. */
function joined(first: Paragraph, next: Paragraph): Paragraph {
  const runOn = first.printed !== null || (first.openEnd === 'hidden' && first.letters > 0)
  const whole = runOn ? first : next
  return {
    ...whole,
    texts: [
      ...first.texts.slice(0, -1),
      (first.texts.at(-1) ?? '') + (next.texts[0] ?? ''),
      ...next.texts.slice(1),
    ],
    letters: first.letters + next.letters,
    bold: first.bold + next.bold,
    italic: first.italic + next.italic,
    notes: [...first.notes, ...next.notes],
    boxesBefore: [],
    boxesAfter: [...first.boxesAfter, ...next.boxesAfter],
    openEnd: next.openEnd,
    inContents: (first.inContents || first.letters === 0) && next.inContents,
  }
}

/** A label that nothing sets apart is set apart all the same, unless the words go on with a sign: "Bảng 1" + ". Số liệu". */
function withLabel(label: string, text: string, glued: boolean): string {
  const rest = text.trimStart()
  return glued && /^[.,:;)]/u.test(rest) ? label + rest : `${label} ${rest}`
}

const isContents = (element: Element): boolean => {
  const part = childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj')
  return settingOf(part, 'w:docPartGallery') === 'Table of Contents'
}

/** id → paragraphs of the note; the lines Word draws above notes are none. */
function readNotes(xml: string): Map<string, Element[]> {
  const notes = new Map<string, Element[]>()
  if (xml)
    eachElement(xml, 1, (note) => {
      const type = note.attributes['w:type'] ?? 'normal'
      if (type === 'normal') notes.set(note.attributes['w:id'] ?? '', note.children)
    })
  return notes
}

/** What stands in a page header, one text per paragraph; words of a watermark count. */
function textsOf(header: string): string[] {
  const texts: string[] = []
  const collect = (element: Element, into: string[]): void => {
    if (element.name === 'w:t') into.push(element.text)
    if (element.name === 'v:textpath') texts.push(element.attributes.string ?? '')
    const own = element.name === 'w:p' ? [] : into
    for (const child of element.children) collect(child, own)
    if (element.name === 'w:p') texts.push(own.join(''))
  }
  if (header) eachElement(header, 1, (element) => collect(element, []))
  return texts.map((each) => normalise(each).trim()).filter((each) => each !== '')
}
