// One paragraph of a Word file in, the words a reader sees in it out: fields by their result, changes as accepted,
// hidden text left out; text boxes and notes are only pointed at.

import { lookOf, type RunLook, type Styles } from './docx-styles.ts'
import { encodingOfFont, FontConverter } from './encoding.ts'
import { childOf, type Element, settingOf, switchOf } from './xml.ts'

export interface NoteReference {
  kind: 'footnote' | 'endnote'
  id: string
  /** A mark of the author's own ("*") instead of the next number. */
  mark: string | null
}

export interface ParagraphWords {
  /** One per printed line: a line break begins a new one. */
  texts: string[]
  letters: number
  bold: number
  italic: number
  /** Text boxes that hang here: in front of the first word, or further on. */
  boxesBefore: Element[]
  boxesAfter: Element[]
  notes: NoteReference[]
  /** Its end is deleted or hidden: the next paragraph goes on in it. */
  openEnd: 'deleted' | 'hidden' | null
  /** All of its words stand in an automatic table of contents. */
  inContents: boolean
}

/** Characters of the symbol fonts, which Word keeps in the private range: what a reader takes them for. */
const SYMBOLS: Record<number, string> = {
  32: ' ',
  43: '+',
  45: '-',
  60: '<',
  61: '=',
  62: '>',
  163: '≤',
  174: '→',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  183: '•',
  167: '•',
  168: '•',
  216: '•',
  224: '→',
  240: '→',
  252: '✓',
}
const symbolOf = (code: number): string => SYMBOLS[code & 0xff] ?? ''

const plain = (value: string): string =>
  value.replace(/[\uf000-\uf0ff]/gu, (sign) => symbolOf(sign.charCodeAt(0))).replaceAll('\u2011', '-')

/** Results that are no words of the text: numbers of pages. */
const PAGE_NUMBER = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)(?![A-Z])/iu
const CONTENTS = /^\s*TOC(?![A-Z])/iu

/** Fields that are open at a place: code and result are told apart by marks, also over several paragraphs. */
class Fields {
  #open: { code: string; inResult: boolean }[] = []

  mark(type: string): void {
    const field = this.#open.at(-1)
    if (type === 'begin') this.#open.push({ code: '', inResult: false })
    else if (type === 'separate' && field) field.inResult = true
    else if (type === 'end') this.#open.pop()
  }

  code(text: string): void {
    const field = this.#open.at(-1)
    if (field && !field.inResult && field.code.length < 100) field.code += text
  }

  get silent(): boolean {
    return this.#open.some((field) => !field.inResult || PAGE_NUMBER.test(field.code))
  }

  get inContents(): boolean {
    return this.#open.some((field) => CONTENTS.test(field.code))
  }

  /** A field whose end is lost must not swallow what follows. */
  endParagraph(): void {
    this.#open = this.#open.filter((field) => field.inResult && !PAGE_NUMBER.test(field.code))
  }

  leaveContents(): void {
    this.#open = this.#open.filter((field) => !CONTENTS.test(field.code))
  }
}

export class ParagraphReader {
  /** What is met but not read. */
  readonly met = { comments: 0, embedded: 0, pictures: 0, encodings: new Set<string>() }
  readonly #styles: Styles
  readonly #fields = new Fields()
  readonly #fonts = new FontConverter()
  #words: ParagraphWords = emptyWords()
  #look: RunLook = {}
  #outside = 0

  constructor(styles: Styles) {
    this.#styles = styles
  }

  read(paragraph: Element): ParagraphWords {
    const words = emptyWords()
    this.#words = words
    this.#outside = 0
    const properties = childOf(paragraph, 'w:pPr')
    const style = this.#styles.of(settingOf(properties, 'w:pStyle') ?? null)
    const mark = childOf(properties, 'w:rPr')
    if (childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom')) words.openEnd = 'deleted'
    else if (switchOf(mark, 'w:vanish') ?? style.hidden) words.openEnd = 'hidden'
    for (const child of paragraph.children) this.#inline(child, style)
    words.inContents = words.letters > 0 && this.#outside === 0
    this.#fields.endParagraph()
    return words
  }

  /** The table of contents ended without saying so. */
  leaveContents(): void {
    this.#fields.leaveContents()
  }

  #inline(element: Element, style: RunLook): void {
    switch (element.name) {
      case 'w:pPr':
      case 'w:sdtPr':
        return
      case 'w:r':
        this.#run(element, style)
        return
      case 'w:fldSimple':
        if (PAGE_NUMBER.test(element.attributes['w:instr'] ?? '')) return
        break
      case 'mc:AlternateContent':
        this.#inline(alternativeOf(element), style)
        return
      case 'm:t':
        this.#look = {}
        this.#add(element.text)
        return
      case 'w:subDoc':
        this.met.embedded++
        return
    }
    for (const child of element.children) this.#inline(child, style)
  }

  #run(run: Element, style: RunLook): void {
    const properties = childOf(run, 'w:rPr')
    const own = lookOf(properties)
    const name = settingOf(properties, 'w:rStyle')
    const named: RunLook = name === undefined ? {} : this.#styles.of(name)
    // Where both styles say so, one takes the other back: bold in a bold heading is plain.
    const toggled = (key: Exclude<keyof RunLook, 'font'>): boolean =>
      own[key] ?? !!style[key] !== !!named[key]
    this.#look = {
      bold: toggled('bold'),
      italic: toggled('italic'),
      capitals: toggled('capitals'),
      hidden: toggled('hidden'),
      font: own.font ?? named.font ?? style.font,
    }
    const reference = run.children.find((child) => /^w:(?:foot|end)noteReference$/u.test(child.name))
    if (reference) {
      if (this.#look.hidden || this.#fields.silent) return
      const custom = !['0', 'false', undefined].includes(reference.attributes['w:customMarkFollows'])
      this.#words.notes.push({
        kind: reference.name === 'w:footnoteReference' ? 'footnote' : 'endnote',
        id: reference.attributes['w:id'] ?? '',
        mark: custom ? run.children.map((child) => child.text).join('') : null,
      })
      if (custom) return
    }
    for (const child of run.children) this.#inRun(child)
  }

  #inRun(element: Element): void {
    switch (element.name) {
      case 'w:t':
        this.#add(element.text)
        return
      case 'w:tab':
      case 'w:ptab':
        // What stands in two columns of a line is kept apart by two blanks; behind a label one will do.
        this.#add(/\p{L}{2}/u.test(this.#words.texts.at(-1) ?? '') ? '  ' : ' ')
        return
      case 'w:br':
      case 'w:cr':
        if (!this.#look.hidden && !this.#fields.silent) this.#words.texts.push('')
        return
      case 'w:noBreakHyphen':
        this.#add('-')
        return
      case 'w:softHyphen':
        // In the encodings from before Unicode it is a letter.
        if (encodingOfFont(this.#look.font ?? '')) this.#add('\u00ad')
        return
      case 'w:sym':
        this.#add(symbolOf(Number.parseInt(element.attributes['w:char'] ?? '', 16)))
        return
      case 'w:fldChar':
        this.#fields.mark(element.attributes['w:fldCharType'] ?? '')
        return
      case 'w:instrText':
        this.#fields.code(element.text)
        return
      case 'w:commentReference':
        this.met.comments++
        return
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
      case 'mc:AlternateContent':
        if (!this.#look.hidden) this.#drawing(element)
        return
      case 'w:ruby':
        for (const child of element.children.filter((each) => each.name === 'w:rubyBase'))
          this.#inline(child, {})
        return
    }
  }

  #drawing(element: Element): void {
    if (element.name === 'mc:AlternateContent') {
      const chosen = alternativeOf(element)
      // Inside a run the alternative may also hold plain parts of a run.
      for (const child of chosen.children) isDrawing(child) ? this.#drawing(child) : this.#inRun(child)
      return
    }
    if (element.name === 'w:txbxContent') {
      const { boxesBefore, boxesAfter, letters } = this.#words
      ;(letters === 0 ? boxesBefore : boxesAfter).push(element)
      return
    }
    if (element.name === 'o:OLEObject') this.met.embedded++
    if (element.name === 'a:blip' || element.name === 'v:imagedata') this.met.pictures++
    for (const child of element.children) this.#drawing(child)
  }

  #add(value: string): void {
    if (this.#look.hidden || this.#fields.silent || value === '') return
    const words = this.#words
    const written = this.#fonts.convert(value, this.#look.font)
    if (written !== value) this.met.encodings.add(encodingOfFont(this.#look.font ?? '') ?? '')
    const shown = plain(this.#look.capitals ? written.toUpperCase() : written)
    words.texts[words.texts.length - 1] += shown
    const letters = shown.trim().length
    words.letters += letters
    if (this.#look.bold) words.bold += letters
    if (this.#look.italic) words.italic += letters
    if (!this.#fields.inContents) this.#outside += letters
  }
}

const isDrawing = ({ name }: Element): boolean =>
  !name.startsWith('w:') || ['w:drawing', 'w:pict', 'w:object', 'w:txbxContent'].includes(name)

/** The same thing is written twice, for new programs and for old ones: it is read once. */
const alternativeOf = (element: Element): Element =>
  childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? { ...element, children: [] }

const emptyWords = (): ParagraphWords => ({
  texts: [''],
  letters: 0,
  bold: 0,
  italic: 0,
  boxesBefore: [],
  boxesAfter: [],
  notes: [],
  openEnd: null,
  inContents: false,
})
