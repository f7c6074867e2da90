// A Word file in, how it looks out: its pages, and line by line the words with their sizes and faces as a reader sees
// them. check.ts holds this against the decree. Any .docx, ours or not.
import { Refusal } from '../base/refusal.ts'
import { normalise } from '../base/text.ts'
import { mainPart, relatedTo } from '../document/docx-parts.ts'
import { childOf, type Element, settingOf, switchOf } from '../document/xml.ts'
import { type Archive, openArchive } from '../document/zip.ts'
import * as words from '../vocabulary/words.ts'
import {
  eachFormElement,
  type FormStyles,
  lengthOf,
  type ParagraphForm,
  paragraphForm,
  type RunForm,
  readFormStyles,
} from './form-style.ts'

interface Piece {
  text: string
  form: RunForm
}

/** A printed line: a paragraph, or what stands between two of its line breaks. */
export interface FormLine {
  text: string
  /** The paragraph's number in the file, from 1, and its first words. */
  n: number
  first: string
  pieces: readonly Piece[]
  paragraph: ParagraphForm
  cell: { table: number; row: number; column: number } | null
  section: number
  /** A drawing hangs here: often the ruled line under a name. */
  drawn: boolean
}

export interface FormSection {
  /** Millimetres; null when the file does not say. */
  width: number | null
  height: number | null
  margins: Record<'top' | 'bottom' | 'left' | 'right', number | null>
  /** The first page has a head of its own. */
  titlePage: boolean
  /** Page numbers: where they stand, by kind of page. */
  numbers: { place: 'header' | 'footer'; page: 'first' | 'default'; line: FormLine }[]
  startsAt: number | null
}

export interface Form {
  lines: FormLine[]
  sections: FormSection[]
  /** As the program that wrote the file counted them; null when it does not say. */
  pages: number | null
}

const PAGE_FIELD = /(?<![A-Z])PAGE(?![A-Z])/iu
/** Stands in a line for the number of its page. */
const PAGE_MARK = '\ue010'

/** Rows of a table, cells of a row: also those wrapped in a control or in a tracked insertion. */
const within = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => {
    if (child.name === name) return [child]
    return /^w:(?:sdt|sdtContent|ins|customXml)$/u.test(child.name) ? within(child, name) : []
  })

interface Place {
  cell: FormLine['cell']
  table: string | null
}

class FormReader {
  readonly lines: FormLine[] = []
  readonly #styles: FormStyles
  #n = 0
  #tables = 0
  section = 0

  constructor(styles: FormStyles) {
    this.#styles = styles
  }

  block(element: Element, place: Place, takeSection: (properties: Element) => void): void {
    if (element.name === 'w:p') this.#paragraph(element, place, takeSection)
    else if (element.name === 'w:sectPr') takeSection(element)
    else if (element.name === 'w:tbl') this.#table(element, place, takeSection)
    else {
      const isChoice = element.name === 'mc:AlternateContent'
      const chosen = isChoice ? (childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')) : element
      for (const child of chosen?.children ?? []) this.block(child, place, takeSection)
    }
  }

  #table(element: Element, outer: Place, takeSection: (properties: Element) => void): void {
    const style = settingOf(childOf(element, 'w:tblPr'), 'w:tblStyle') ?? outer.table
    const cells = within(element, 'w:tr').map((row) => within(row, 'w:tc'))
    // A table of one cell is a frame around text.
    const isFrame = cells.flat().length === 1
    const table = isFrame ? 0 : ++this.#tables
    cells.forEach((row, at) => {
      let column = 0
      for (const cell of row) {
        const span = Number(settingOf(childOf(cell, 'w:tcPr'), 'w:gridSpan') ?? 1)
        const own = isFrame ? outer.cell : { table, row: at, column }
        for (const child of cell.children) this.block(child, { cell: own, table: style }, takeSection)
        column += span
      }
    })
  }

  #paragraph(element: Element, place: Place, takeSection: (properties: Element) => void): void {
    const properties = childOf(element, 'w:pPr')
    const { run, paragraph } = this.#styles.paragraph(settingOf(properties, 'w:pStyle') ?? null, place.table)
    const n = ++this.#n
    const reading: Reading = { lines: [[]], boxes: [], drawn: false, field: null }
    this.#inline(element, run, reading)
    const texts = reading.lines.map((pieces) => normalise(pieces.map(({ text }) => text).join('')))
    const first = (texts.find((text) => text.trim()) ?? '').trim()
    const shared = {
      n,
      first,
      paragraph: { ...paragraph, ...paragraphForm(properties) },
      cell: place.cell,
      section: this.section,
      drawn: reading.drawn,
    }
    texts.forEach((text, at) => {
      this.lines.push({ ...shared, text: text.trimEnd(), pieces: reading.lines[at] ?? [] })
    })
    for (const box of reading.boxes)
      for (const child of box.children) this.block(child, { cell: null, table: null }, () => {})
    const section = childOf(properties, 'w:sectPr')
    if (section) takeSection(section)
  }

  #inline(element: Element, form: RunForm, reading: Reading): void {
    for (const child of element.children) {
      switch (child.name) {
        case 'w:pPr':
        case 'w:sdtPr':
          break
        case 'w:r':
          this.#run(child, form, reading)
          break
        case 'w:fldSimple':
          if (PAGE_FIELD.test(child.attributes['w:instr'] ?? '')) this.#say(PAGE_MARK, form, reading)
          else this.#inline(child, form, reading)
          break
        default:
          this.#inline(child, form, reading)
      }
    }
  }

  #run(run: Element, inherited: RunForm, reading: Reading): void {
    const properties = childOf(run, 'w:rPr')
    const style = settingOf(properties, 'w:rStyle')
    const form = {
      ...inherited,
      ...(style && this.#styles.character(style)),
      ...this.#styles.run(properties),
    }
    if (form.hidden) return
    this.#content(run, form, reading)
  }

  #content(run: Element, form: RunForm, reading: Reading): void {
    for (const child of run.children) {
      switch (child.name) {
        case 'w:t':
          this.#say(child.text, form, reading)
          break
        case 'w:tab':
          this.#say('\t', form, reading)
          break
        case 'w:br':
        case 'w:cr':
          if ((child.attributes['w:type'] ?? 'textWrapping') === 'textWrapping') reading.lines.push([])
          break
        case 'w:noBreakHyphen':
          this.#say('-', form, reading)
          break
        case 'w:fldChar': {
          const type = child.attributes['w:fldCharType']
          if (type === 'begin') reading.field = ''
          else if (type === 'separate' && PAGE_FIELD.test(reading.field ?? '')) {
            this.#say(PAGE_MARK, form, reading)
            reading.field = 'shown'
          } else if (type === 'separate') reading.field = null
          else if (type === 'end') {
            // A field without a result yet.
            if (PAGE_FIELD.test(reading.field ?? '')) this.#say(PAGE_MARK, form, reading)
            reading.field = null
          }
          break
        }
        case 'w:instrText':
          if (reading.field !== null) reading.field += child.text
          break
        case 'w:pict':
        case 'w:drawing':
        case 'w:object':
          this.#drawing(child, reading)
          break
        case 'mc:AlternateContent': {
          const chosen = childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback')
          if (chosen) this.#drawing(chosen, reading)
          break
        }
      }
    }
  }

  #say(text: string, form: RunForm, reading: Reading): void {
    if (reading.field === null || text === PAGE_MARK) reading.lines.at(-1)?.push({ text, form })
  }

  #drawing(element: Element, reading: Reading): void {
    reading.drawn = true
    const find = (each: Element): void => {
      if (each.name === 'w:txbxContent') reading.boxes.push(each)
      else each.children.forEach(find)
    }
    find(element)
  }
}

interface Reading {
  lines: Piece[][]
  boxes: Element[]
  drawn: boolean
  /** The code of a field that is open; "shown": its result is a page's number, already said; null: none is open. */
  field: string | null
}

function numbersOf(
  properties: Element,
  parts: Map<string, { xml: string }>,
  styles: FormStyles,
): FormSection['numbers'] {
  return properties.children.flatMap((child) => {
    const place =
      child.name === 'w:headerReference' ? 'header' : child.name === 'w:footerReference' ? 'footer' : null
    const page = child.attributes['w:type'] ?? 'default'
    const part = parts.get(child.attributes['r:id'] ?? '')
    if (!place || !part?.xml || (page !== 'first' && page !== 'default')) return []
    const reader = new FormReader(styles)
    eachFormElement(part.xml, 1, (element) => reader.block(element, { cell: null, table: null }, () => {}))
    const line = reader.lines.find(({ text }) => text.includes(PAGE_MARK))
    return line ? [{ place, page, line } as const] : []
  })
}

/** Types of heads and feet a section names; what it does not name is that of the section before. */
const namesOf = (properties: Element): Set<string> =>
  new Set(
    properties.children
      .filter(({ name }) => name === 'w:headerReference' || name === 'w:footerReference')
      .map(
        ({ name, attributes }) =>
          `${name === 'w:headerReference' ? 'header' : 'footer'} ${attributes['w:type'] ?? 'default'}`,
      ),
  )

function pagesOf(archive: Archive): number | null {
  const [, pages] = /<Pages>(\d+)<\/Pages>/u.exec(archive.text('docProps/app.xml')) ?? []
  return pages === undefined || pages === '0' ? null : Number(pages)
}

/** @throws Refusal when the bytes are no Word file. */
export function readForm(bytes: Uint8Array): Form {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isZip) throw new Refusal('invalid', 'paper.not-word', words.form.notWord)
  const archive = openArchive(bytes)
  const main = mainPart(archive)
  if (main === null) throw new Refusal('invalid', 'paper.not-word', words.form.notWord)
  const related = relatedTo(archive, main)
  const textOf = (kind: string) => archive.text(related.find((each) => each.kind === kind)?.target ?? '')
  const styles = readFormStyles(textOf('styles'), textOf('theme'))
  const parts = new Map(
    related
      .filter(({ kind }) => kind === 'header' || kind === 'footer')
      .map(({ id, target }) => [id, { xml: archive.text(target) }]),
  )
  const reader = new FormReader(styles)
  const sections: FormSection[] = []
  const takeSection = (properties: Element) => {
    const size = childOf(properties, 'w:pgSz')?.attributes
    const margins = childOf(properties, 'w:pgMar')?.attributes
    const margin = (side: string) => lengthOf(margins?.[`w:${side}`]) ?? null
    const named = namesOf(properties)
    const inherited = (sections.at(-1)?.numbers ?? []).filter(
      ({ place, page }) => !named.has(`${place} ${page}`),
    )
    const left = margin('left')
    sections.push({
      width: lengthOf(size?.['w:w']) ?? null,
      height: lengthOf(size?.['w:h']) ?? null,
      margins: {
        top: margin('top'),
        bottom: margin('bottom'),
        left: left === null ? null : left + (lengthOf(margins?.['w:gutter']) ?? 0),
        right: margin('right'),
      },
      titlePage: switchOf(properties, 'w:titlePg') ?? false,
      numbers: [...numbersOf(properties, parts, styles), ...inherited],
      startsAt: Number(childOf(properties, 'w:pgNumType')?.attributes['w:start'] ?? Number.NaN) || null,
    })
    reader.section = sections.length
  }
  eachFormElement(archive.text(main), 2, (element) =>
    reader.block(element, { cell: null, table: null }, takeSection),
  )
  return { lines: reader.lines, sections, pages: pagesOf(archive) }
}

/** What stands side by side by tabs, each as a line of its own. */
export function sideBySideLines(line: FormLine): FormLine[] {
  if (!/\S\t+\s*\S/u.test(line.text)) return [line]
  const parts: Piece[][] = [[]]
  for (const { text, form } of line.pieces)
    text.split('\t').forEach((part, at) => {
      if (at > 0) parts.push([])
      if (part) parts.at(-1)?.push({ text: part, form })
    })
  return parts
    .map((pieces) => ({ ...line, pieces, text: normalise(pieces.map(({ text }) => text).join('')).trim() }))
    .filter(({ text }) => text !== '')
}

const LETTER = /[\p{L}\p{N}]/u
/** How many letters and digits of the line look so. */
export const lettersOf = ({ pieces }: FormLine, is: (form: RunForm) => boolean = () => true): number => {
  let letters = 0
  for (const { text, form } of pieces) if (is(form)) for (const sign of text) if (LETTER.test(sign)) letters++
  return letters
}

/** Most of the line: a stray mark in another face is no departure of the line. */
export const isMostly = (line: FormLine, is: (form: RunForm) => boolean): boolean => {
  const all = lettersOf(line)
  return all > 0 && lettersOf(line, is) >= all * 0.9
}

/** The size of most of its letters. */
export function sizeOf(line: FormLine): number {
  const counts = new Map<number, number>()
  for (const { text, form } of line.pieces) {
    const size = form.size ?? 0
    counts.set(size, (counts.get(size) ?? 0) + text.trim().length)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}

/** Shown in capitals, typed or by its look. */
export const isCapitals = (line: FormLine): boolean => {
  const typed = line.pieces.map(({ text, form }) => (form.capitals ? text.toUpperCase() : text)).join('')
  return /\p{L}/u.test(typed) && typed === typed.toUpperCase()
}
