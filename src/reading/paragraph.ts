// Lines in, paragraphs out: soft wraps and page breaks inside a sentence are joined, marks of Markdown are seen past.
// A paragraph knows for every character where it stands, so that each quote can be cited exactly.

import type { Cell, Line, SourceDocument } from '../document/line.ts'
import type { Quoted, Span } from './draft.ts'
import { readLabel } from './label.ts'

/** `length` characters of the paragraph from `at` on stand in line `line` from `from` on. */
interface Segment {
  at: number
  line: number
  from: number
  length: number
  /** The whole line as stored. */
  raw: string
}

export interface Paragraph {
  text: string
  segments: Segment[]
  lines: number[]
  cell?: Cell
  bold: boolean
  align: Line['align']
  gap: boolean
  /** A paper put in force by the one before begins here: nothing above goes on. */
  begins?: true
}

const MARKS = /\*+|<\/?(?:p|b|i|u|br|strong|em)\s*\/?>|^#{1,6}\s+/giu

/** The line without marks, and where each piece of it stands. */
function plainOf(line: Line): { text: string; segments: Segment[] } {
  let text = ''
  const segments: Segment[] = []
  let at = 0
  const take = (to: number): void => {
    if (to > at) {
      segments.push({ at: text.length, line: line.n, from: at, length: to - at, raw: line.text })
      text += line.text.slice(at, to)
    }
  }
  for (const match of line.text.matchAll(MARKS)) {
    take(match.index)
    at = match.index + match[0].length
  }
  take(line.text.length)
  return { text, segments }
}

const ENDED = /[.;:!?…]["”’)\]]*\s*$/u
const SIGNATURE =
  /^(?:TM|KT|TL|TUQ|Q|T\/M|K\/T)\s*\.|^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG|CHÁNH|BỘ TRƯỞNG|THỦ TRƯỞNG|TỔNG GIÁM ĐỐC|BÍ THƯ|CỤC TRƯỞNG)|^[Nn][Ơơ][Ii] [Nn][Hh][Ậậ][Nn]/u
const LABEL_ALONE = /^\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)]\s*$/u
const LOWER = /^[\s("“]*\p{Ll}/u
const UPPER = /^\p{Lu}/u
const OPEN_BOLD = (raw: string): boolean =>
  /\*\*(?=\S)[^*]*$/u.test(raw) && (raw.match(/\*\*/gu)?.length ?? 0) % 2 === 1

interface Layout {
  /** Lines broken at a fixed width. */
  wrapped: boolean
  width: number
  /** The same for lines that begin a paragraph: their indentation is no more there. */
  firstWidth: number
  /** Blank lines stand between paragraphs. */
  gaps: boolean
  /** Whole paragraphs follow one another without labels and without blank lines. */
  bare: boolean
}

function layoutOf(source: SourceDocument): Layout {
  if (source.door !== 'text') return { wrapped: false, width: 0, firstWidth: 0, gaps: false, bare: false }
  const lines = source.lines.filter((line) => !line.cell && !line.aside)
  const widthOf = (some: readonly Line[]): number =>
    some.map((line) => line.text.length).sort((a, b) => a - b)[Math.floor(some.length * 0.97)] ?? 0
  const width = widthOf(lines)
  const first = lines.filter((line) => line.gap && line.text.length > width / 2)
  const unfinished = lines.filter((line) => line.text.length > 40 && !ENDED.test(line.text)).length
  const gaps = lines.filter((line) => line.gap).length > lines.length / 8
  const starts = lines.filter((line, i) => {
    const before = lines[i - 1]
    if (!before || line.gap || !/\.["”]?$/u.test(before.text) || !UPPER.test(line.text)) return false
    return before.text.length < width * 0.8 && !readLabel(line.text)
  })
  return {
    wrapped: lines.length >= 10 && width <= 130 && unfinished > lines.length / 4,
    width,
    firstWidth: first.length < 10 ? width : Math.min(width, widthOf(first)),
    gaps,
    bare: starts.length > Math.max(2, lines.length / 50),
  }
}

const sameCell = (a: Cell | undefined, b: Cell | undefined): boolean =>
  a === b || (!!a && !!b && a.table === b.table && a.row === b.row && a.column === b.column)

interface Draft extends Paragraph {
  raw: string
  /** Length of its last line. */
  lastLength: number
  page: number | undefined
}

function continues(before: Draft, line: Line, text: string, layout: Layout, inBody: boolean): boolean {
  if (!sameCell(before.cell, line.cell)) return false
  const trimmed = text.trimStart()
  if (!line.gap && OPEN_BOLD(before.raw) && !SIGNATURE.test(trimmed)) return true
  // A label on a line of its own belongs to what follows.
  if (LABEL_ALONE.test(before.text) && !readLabel(trimmed)) return true
  const label = readLabel(trimmed)
  const ended = ENDED.test(before.text)
  // At the turn of a page, blank lines say nothing.
  const turned = layout.wrapped && before.page !== line.page
  const close = !line.gap || turned
  const wrapped = close && (layout.wrapped || (!!line.cell && layout.width > 0 && layout.width <= 130))
  // The line before was full: the next word would not have fitted.
  const most = before.lines.length === 1 && before.gap ? layout.firstWidth : layout.width
  const full = before.lastLength + 1 + (/^\S+/u.exec(trimmed)?.[0].length ?? 0) >= most - 1
  if (label) {
    if (wrapped && label.kind === 'paren' && full) return true
    // "phát triển kinh tế⏎- xã hội": a dash that belongs to the words before it.
    // In a text with blank lines between paragraphs, a full line goes on whatever the next begins with.
    if (label.kind !== 'dash' || !wrapped || ended) return false
    return LOWER.test(trimmed.slice(label.length)) || (layout.gaps && full && !turned && !line.cell)
  }
  if (SIGNATURE.test(trimmed) || SIGNATURE.test(before.text)) return false
  if (wrapped) {
    if (/\*\*\s*$/u.test(before.raw) && !LOWER.test(trimmed)) return false
    if (LOWER.test(trimmed) || (layout.gaps && !turned)) return true
    // A full line may by chance be the last of its paragraph.
    if (ended && (/[;:]["”)]?\s*$/u.test(before.text) || layout.bare)) return false
    return full || (!ended && before.lastLength > layout.width * 0.85)
  }
  // A page break may fall behind a semicolon, too.
  if (ended && !(layout.width > 0 && /;\s*$/u.test(before.text) && before.text.length > 60)) return false
  if (LOWER.test(trimmed)) return true
  if (ended) return false
  // A page break before a capital: only a long unfinished sentence of the body can go on with one.
  const opening = readLabel(before.text)
  return (
    inBody &&
    !!line.gap &&
    !line.cell &&
    UPPER.test(trimmed) &&
    before.text.length > 150 &&
    /[\p{L},]\s*$/u.test(before.text) &&
    (opening === null ? before.lines.length > 1 || before.text.length > 250 : opening.rank > 4) &&
    !line.bold
  )
}

export function joinParagraphs(source: SourceDocument): Paragraph[] {
  const layout = layoutOf(source)
  const paragraphs: Draft[] = []
  let inBody = false
  let gap = false
  for (const line of source.lines) {
    if (line.aside) continue
    const { text, segments } = plainOf(line)
    if (text.trim() === '') {
      gap ||= !!line.gap || layout.gaps
      continue
    }
    const at = gap ? { ...line, gap: true } : line
    gap = false
    const before = paragraphs.at(-1)
    if (before && continues(before, at, text, layout, inBody)) {
      const kept = before.text.trimEnd()
      const lead = text.length - text.trimStart().length
      const shift = kept.length + 1 - lead
      before.text = `${kept} ${text.trim()}`
      before.raw += ` ${line.text}`
      before.lastLength = line.text.length
      before.page = line.page
      before.lines.push(line.n)
      for (const segment of segments) before.segments.push({ ...segment, at: segment.at + shift })
    } else {
      const paragraph: Draft = {
        text,
        raw: line.text,
        lastLength: line.text.length,
        page: line.page,
        segments,
        lines: [line.n],
        bold: !!line.bold || /^\s*(?:#+\s*)?\*\*[^*]+\*\*\s*$/u.test(line.text),
        align: line.align,
        gap: !!at.gap,
      }
      if (line.cell) paragraph.cell = line.cell
      paragraphs.push(paragraph)
    }
    const last = paragraphs.at(-1)
    if (last && !last.cell && readLabel(last.text)?.kind === 'roman') inBody = true
  }
  return paragraphs
}

/** Words from `from` to `to` of the paragraph as a quote with its places in the lines. */
export function quoteOf(paragraph: Paragraph, from = 0, to = paragraph.text.length): Quoted {
  const slice = paragraph.text.slice(from, to)
  const start = from + slice.length - slice.trimStart().length
  const end = start + slice.trim().length
  const spans: Span[] = []
  const words: string[] = []
  for (const segment of paragraph.segments) {
    const first = Math.max(segment.at, start)
    const last = Math.min(segment.at + segment.length, end)
    if (first >= last) continue
    const span = {
      line: segment.line,
      from: segment.from + first - segment.at,
      to: segment.from + last - segment.at,
    }
    const before = spans.at(-1)
    // Marks inside a line stay inside its span.
    if (before?.line === span.line) before.to = span.to
    else spans.push(span)
    const whole = spans.at(-1) ?? span
    words[spans.length - 1] = segment.raw.slice(whole.from, whole.to)
  }
  return { quote: words.join(' '), spans }
}

/** A part of a quote as a quote of its own. */
export function sliceQuote(quoted: Quoted, from: number, to: number): Quoted {
  const slice = quoted.quote.slice(from, to)
  const start = from + slice.length - slice.trimStart().length
  const end = start + slice.trim().length
  const spans: Span[] = []
  let at = 0
  for (const span of quoted.spans) {
    const length = span.to - span.from
    const first = Math.max(start, at)
    const last = Math.min(end, at + length)
    if (first < last) spans.push({ line: span.line, from: span.from + first - at, to: span.from + last - at })
    at += length + 1
  }
  return { quote: quoted.quote.slice(start, end), spans }
}

/** The end of a paragraph, as long as `words`, as a paragraph of its own. */
export function tailOf(paragraph: Paragraph, words: string): Paragraph {
  const from = Math.max(0, paragraph.text.trimEnd().length - words.length)
  const segments = paragraph.segments
    .map((segment) => ({ ...segment, at: segment.at - from }))
    .filter((segment) => segment.at + segment.length > 0)
  return { ...paragraph, text: paragraph.text.slice(from), segments }
}
