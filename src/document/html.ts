// HTML in, lines out: a tolerant walk over the tags, no browser. Tables become cells with their spans, list items get
// the labels a browser would print, menus and forms are set aside, scripts and styles are no text.

import { normalise } from '../base/text.ts'
import type { Cell, Line } from './line.ts'
import { roman } from './numbering.ts'

const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const ENTITIES = new Map<string, string>([
  ...LATIN_1.split(' ').map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bull: '•',
    le: '≤',
    ge: '≥',
    minus: '−',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    zwnj: '',
    zwj: '',
    rarr: '→',
  }),
])

/** "K&ecirc;&#769; ho&#7841;ch" → "Kế hoạch", NFC. */
export function decodeEntities(text: string): string {
  return text
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]\w{1,8});/giu, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES.get(name) ?? whole
      const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      const usable = code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      return usable ? String.fromCodePoint(code) : code === 9 || code === 10 || code === 13 ? ' ' : ''
    })
    .normalize('NFC')
}

/** Nothing inside is text. */
const DROPPED = new Set([
  // Struck out: the text is what it became.
  'del',
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'title',
  'math',
])
/** Inside stands what belongs to the site and not to the document. */
const FRAME = new Set(['nav', 'aside', 'footer', 'button', 'select', 'menu', 'dialog'])
const BLOCK = new Set(
  'address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** The tag of a link between a note and the figure that points at it, as Word, LibreOffice and wikis write them. */
const NOTE_LINK = /\shref\s*=\s*["']?#[^"'\s>]{0,60}(?:note|ftn|edn)/iu
const NOTE_FIGURE = /^[[(]?(\d{1,3}|[ivx]{1,5}|\*{1,3})[\])]?$/u
const LABELLED = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]{1,5}\.|[a-zđ]\)|[-–•+*])/u

interface List {
  ordered: boolean
  type: string
  next: number
}

function labelOf(list: List): string {
  if (!list.ordered) return list.type === 'none' ? '' : '-'
  const value = list.next++
  const letter = String.fromCharCode(96 + ((((value - 1) % 26) + 26) % 26) + 1)
  if (list.type === 'a') return `${letter})`
  if (list.type === 'A') return `${letter.toUpperCase()}.`
  if (list.type.toLowerCase() === 'i' && value > 0 && value < 40)
    return list.type === 'i' ? `${roman(value).toLowerCase()})` : `${roman(value)}.`
  return list.type === 'none' ? '' : `${value}.`
}

const LIST_STYLES: [style: RegExp, type: string][] = [
  [/lower-(?:alpha|latin)/iu, 'a'],
  [/upper-(?:alpha|latin)/iu, 'A'],
  [/lower-roman/iu, 'i'],
  [/upper-roman/iu, 'I'],
  [/list-style(?:-type)?\s*:\s*none/iu, 'none'],
]

interface Table {
  number: number
  row: number
  column: number
  cell: Cell | null
  /** column → first row that is free again below a merged cell */
  taken: Map<number, number>
  cells: number
}

const MOST_SPAN = 64
const MOST_COLUMNS = 300
/** Places that the merged cells of one page may cover; beyond, spans are taken for one. */
const MOST_PLACES = 500_000
const ATTRIBUTES = Object.fromEntries(
  ['align', 'style', 'type', 'start', 'value', 'rowspan', 'colspan'].map((name) => [
    name,
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu'),
  ]),
)
const attribute = (tag: string, name: string): string => {
  const match = ATTRIBUTES[name]?.exec(tag)
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? ''
}
const spanOf = (tag: string, name: string): number =>
  Math.min(MOST_SPAN, Math.max(1, Math.trunc(Number(attribute(tag, name))) || 1))

/** The lines of a page or a piece of one, tables numbered from 0. Never throws. */
export function linesOfHtml(html: string): Line[] {
  return new HtmlWalker().read(html)
}

class HtmlWalker {
  readonly #lines: Line[] = []
  readonly #tables: Table[] = []
  /** Tables that only lay out the page: one cell, or tables inside. */
  readonly #layout = new Set<number>()
  readonly #lists: List[] = []
  readonly #unclosed = new Set<string>()
  #places = 0
  #tableCount = 0
  /** Pieces of the line that is being read, and whether they end with a space. */
  #parts: string[] = []
  #spaced = false
  #bold = 0
  #boldDepth = 0
  #aside = 0
  #pre = 0
  #label = ''
  #align: Line['align']
  /** Where the words of a link to a note began on this line; below 0 outside of one. */
  #noteLink = -1
  #note = false

  read(html: string): Line[] {
    let at = 0
    while (at < html.length) {
      const open = html.indexOf('<', at)
      if (open < 0) {
        this.#add(html.slice(at))
        break
      }
      this.#add(html.slice(at, open))
      if (html.startsWith('<!--', open)) {
        const end = html.indexOf('-->', open + 4)
        at = end < 0 ? html.length : end + 3
        continue
      }
      const after = html[open + 1] ?? ''
      if (!/[a-z/!?]/iu.test(after)) {
        // "< 5 ha" is no tag.
        this.#add('<')
        at = open + 1
        continue
      }
      const end = endOfTag(html, open)
      const tag = html.slice(open, end)
      at = end
      const name = /^<\/?([a-z][a-z\d]*)/iu.exec(tag.slice(0, 40))?.[1]?.toLowerCase() ?? ''
      const closing = tag[1] === '/'
      if (!closing && DROPPED.has(name) && !tag.endsWith('/>')) {
        at = this.#behind(name, html, at)
        continue
      }
      if (closing) this.#close(name)
      else this.#open(name, tag)
    }
    this.#flush()
    for (const line of this.#lines) if (line.cell && this.#layout.has(line.cell.table)) delete line.cell
    return this.#lines
  }

  /** Behind the closing tag of what is dropped; where there is none, only the opening tag is. */
  #behind(name: string, html: string, at: number): number {
    if (this.#unclosed.has(name)) return at
    const closing = new RegExp(`</${name}[\\s>]`, 'giu')
    closing.lastIndex = at
    const match = closing.exec(html)
    if (match) return endOfTag(html, match.index)
    this.#unclosed.add(name)
    return at
  }

  #add(raw: string): void {
    if (raw === '') return
    const words = decodeEntities(raw)
    if (this.#pre > 0) {
      words.split(/\r\n?|\n/u).forEach((row, i) => {
        if (i > 0) this.#flush()
        this.#parts.push(row)
      })
      return
    }
    const plain = words.replace(/[\t\n\f\r ]+/gu, ' ')
    this.#parts.push(this.#spaced ? plain.replace(/^ /u, '') : plain)
    if (plain !== '') this.#spaced = plain.endsWith(' ')
    if (this.#boldDepth > 0) this.#bold += plain.trim().length
  }

  #flush(): void {
    const text = normalise(this.#parts.join('')).trim()
    const label = this.#label
    if (text !== '') {
      const line: Line = {
        n: this.#lines.length,
        text: label !== '' && !LABELLED.test(text) ? `${label} ${text}` : text,
      }
      const cell = this.#tables.at(-1)?.cell
      if (cell) line.cell = cell
      if (this.#bold > 0 && this.#bold >= text.replace(/\s/gu, '').length * 0.9) line.bold = true
      if (this.#align) line.align = this.#align
      if (this.#aside > 0) line.aside = 'web'
      if (this.#note) line.note = true
      this.#lines.push(line)
      this.#label = ''
    }
    this.#parts = []
    this.#spaced = false
    this.#bold = 0
    this.#noteLink = -1
    this.#note = false
  }

  /** The figure of a note is no word of the sentence it stands in; before the note itself it is its label. */
  #closeNoteLink(): void {
    if (this.#noteLink < 0) return
    const figure = NOTE_FIGURE.exec(this.#parts.slice(this.#noteLink).join('').trim())?.[1]
    if (figure !== undefined) {
      const before = this.#parts.slice(0, this.#noteLink)
      this.#note = before.join('').trim() === ''
      this.#parts = this.#note ? [`[${figure}] `] : before
      if (this.#note) this.#spaced = true
    }
    this.#noteLink = -1
  }

  #open(name: string, tag: string): void {
    if (BLOCK.has(name)) this.#flush()
    if (FRAME.has(name)) this.#aside++
    if (name === 'p' || name === 'div' || /^h[1-6]$/u.test(name) || name === 'td' || name === 'th') {
      const align =
        attribute(tag, 'align').toLowerCase() || /text-align\s*:\s*(\w+)/iu.exec(tag)?.[1]?.toLowerCase()
      this.#align = align === 'center' || align === 'right' || align === 'left' ? align : undefined
    }
    const table = this.#tables.at(-1)
    switch (name) {
      case 'b':
      case 'strong':
      case 'th':
        this.#boldDepth++
        break
      case 'pre':
        this.#pre++
        break
      case 'a':
        this.#noteLink = NOTE_LINK.test(tag) ? this.#parts.length : -1
        break
      case 'center':
        this.#align = 'center'
        break
    }
    switch (name) {
      case 'ol':
      case 'ul': {
        const style = LIST_STYLES.find(([pattern]) => pattern.test(attribute(tag, 'style')))?.[1]
        const start = Math.trunc(Number(attribute(tag, 'start')))
        this.#lists.push({
          ordered: name === 'ol',
          type: style ?? (name === 'ol' ? attribute(tag, 'type') : ''),
          next: start > 0 && start < 1000 ? start : 1,
        })
        break
      }
      case 'li': {
        const list = this.#lists.at(-1)
        const value = Math.trunc(Number(attribute(tag, 'value')))
        if (list && value > 0 && value < 1000) list.next = value
        this.#label = list ? labelOf(list) : '-'
        break
      }
      case 'table':
        // Whatever holds a table of its own only lays out the page.
        if (table) this.#layout.add(table.number)
        this.#tables.push({
          number: this.#tableCount++,
          row: -1,
          column: 0,
          cell: null,
          taken: new Map(),
          cells: 0,
        })
        break
      case 'tr':
        if (table) {
          table.row++
          table.column = 0
          table.cell = null
        }
        break
      case 'td':
      case 'th':
        if (table) this.#openCell(table, tag)
        break
    }
  }

  #openCell(table: Table, tag: string): void {
    if (table.row < 0) table.row = 0
    while ((table.taken.get(table.column) ?? 0) > table.row) table.column++
    // Cells that stand beyond any real table are lines.
    table.cell = null
    if (table.column > MOST_COLUMNS) return
    let rowSpan = spanOf(tag, 'rowspan')
    let columnSpan = spanOf(tag, 'colspan')
    this.#places += rowSpan * columnSpan
    if (this.#places > MOST_PLACES) {
      rowSpan = 1
      columnSpan = 1
    }
    table.cell = { table: table.number, row: table.row, column: table.column, rowSpan, columnSpan }
    for (let i = 0; i < columnSpan; i++) table.taken.set(table.column + i, table.row + rowSpan)
    table.column += columnSpan
    table.cells++
  }

  #close(name: string): void {
    if (BLOCK.has(name)) this.#flush()
    if (FRAME.has(name) && this.#aside > 0) this.#aside--
    if (name === 'a') this.#closeNoteLink()
    const table = this.#tables.at(-1)
    if ((name === 'b' || name === 'strong' || name === 'th') && this.#boldDepth > 0) this.#boldDepth--
    if (name === 'pre' && this.#pre > 0) this.#pre--
    if (name === 'p' || name === 'div' || name === 'center') this.#align = undefined
    if (name === 'ol' || name === 'ul') this.#lists.pop()
    if (name === 'li') this.#label = ''
    if ((name === 'td' || name === 'th' || name === 'tr') && table) table.cell = null
    if (name === 'table' && table) {
      if (table.cells < 2) this.#layout.add(table.number)
      this.#tables.pop()
    }
  }
}

/** Behind the ">" that ends the tag; a quoted ">" does not. */
function endOfTag(html: string, open: number): number {
  let quote = ''
  // A quote that is never closed must not swallow the page.
  const limit = Math.min(html.length, open + 10_000)
  for (let at = open + 1; at < limit; at++) {
    const sign = html[at] ?? ''
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = html[at - 1] === '=' ? sign : quote
    else if (sign === '>') return at + 1
  }
  const plain = html.indexOf('>', open)
  return plain < 0 ? html.length : plain + 1
}
