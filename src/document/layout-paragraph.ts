// Rows of one column of text in, its paragraphs out: a line that was full goes on in the next one, unless a label, an
// indent or more space than usual begins something new.

import { normalise } from '../base/text.ts'
import { isLabelled, isNamed, median, type Row } from './layout-row.ts'
import type { Line } from './line.ts'
import type { Word } from './page.ts'

/** Where a row may reach: the margins of its page or the inside of its cell. */
export interface Frame {
  left: number
  right: number
  /** How far the first lines of paragraphs are usually set in. */
  indent?: number
}

export interface Placed {
  row: Row
  frame: Frame
}

/** A paragraph before it is given its number. */
export type Draft = Omit<Line, 'n'>

export interface Manner {
  /** Rows set in the middle are one paragraph where the next word would not have fitted. */
  joinCentred: boolean
  /** The rows stand in a cell, where a full line goes on even behind a semicolon and over a page break. */
  inCell?: boolean
  /** Paragraphs begin with an indented line. */
  indented: boolean
  /** The usual distance of lines, where the rows themselves do not tell. */
  pitch: number
}

export const ENDED = /[.;:!?…]["”’)\]]*$|\.\/\.?$/u
/** What is always followed by its number. */
const AWAITS = /(?:^|\s)(?:điều|khoản|điểm|mục|số|ngày|tháng|năm|quý|tuần|phụ lục|chương|phần)$/iu
const isUpper = (text: string): boolean => text === text.toUpperCase()
/** A line in capitals, not merely an abbreviation. */
const isTitle = (text: string): boolean => isUpper(text) && (text.match(/\p{Lu}{2,}/gu)?.length ?? 0) > 3
export const LOWER = /^["“]*\p{Ll}/u

const indentOf = ({ row, frame }: Placed): number => row.x1 - frame.left
const slackOf = ({ row, frame }: Placed): number => frame.right - row.x2

function isCentred(placed: Placed): boolean {
  const [indent, slack, size] = [indentOf(placed), slackOf(placed), placed.row.size]
  const first = placed.frame.indent !== undefined && Math.abs(indent - placed.frame.indent) < 0.25 * size
  return indent > 0.8 * size && slack > 0.8 * size && isEven(placed) && !first
}

const isEven = (placed: Placed): boolean =>
  Math.abs(indentOf(placed) - slackOf(placed)) < 0.9 * placed.row.size

/** The next row's first word had no room behind this row. */
function isFull(placed: Placed, next: Row, centred: boolean): boolean {
  const { row, frame } = placed
  const first = next.words[0]
  if (!first) return false
  const room = centred ? frame.right - frame.left - (row.x2 - row.x1) : frame.right - row.x2
  return first.width + 0.2 * row.size > room - 0.3 * row.size
}

/** The usual distance from one line to the next within a paragraph. */
export function pitchOf(rows: readonly Placed[]): number {
  const pitches = rows.slice(1).flatMap((placed, i) => {
    const before = rows[i] as Placed
    const pitch = placed.row.y2 - before.row.y2
    return before.row.page === placed.row.page && pitch > 0 && isFull(before, placed.row, false)
      ? [pitch]
      : []
  })
  return median(pitches)
}

/** How far the first lines of paragraphs are usually set in, where more than two lines agree. */
export function indentOfFirst(rows: readonly Placed[]): number | undefined {
  const indents = rows.slice(0, -1).flatMap((placed, i) => {
    const next = rows[i + 1] as Placed
    const [indent, size] = [indentOf(placed), placed.row.size]
    const first = indent > 0.8 * size && indent < 6 * size && Math.abs(indentOf(next)) < 0.3 * size
    return first ? [indent] : []
  })
  const usual = median(indents)
  return indents.filter((each) => Math.abs(each - usual) < 2).length > 2 ? usual : undefined
}

/** Whether most paragraphs of the text begin with an indent. */
export function isIndented(rows: readonly Placed[]): boolean {
  let [indented, flush] = [0, 0]
  rows.slice(1).forEach((placed, i) => {
    const before = rows[i] as Placed
    // Behind a line that ends early and is not centred a paragraph begins.
    if (slackOf(before) < 3 * before.row.size || isCentred(before) || isCentred(placed)) return
    if (indentOf(placed) > 0.8 * placed.row.size) indented++
    else flush++
  })
  return indented > flush
}

/** The paragraphs of the rows, which stand in reading order. */
export function joinRows(rows: readonly Placed[], manner: Manner): Draft[] {
  const pitch = pitchOf(rows) || manner.pitch
  const groups: Placed[][] = []
  for (const placed of rows) {
    const group = groups.at(-1)
    if (group && continues(group, placed, pitch, manner)) group.push(placed)
    else groups.push([placed])
  }
  return groups.map(draftOf)
}

function continues(group: readonly Placed[], next: Placed, pitch: number, manner: Manner): boolean {
  const before = group.at(-1) as Placed
  const [above, row] = [before.row, next.row]
  const size = Math.max(above.size, row.size)
  const samePage = above.page === row.page
  const ended = ENDED.test(above.text)
  const distance = row.y2 - above.y2
  if (samePage && distance > Math.max(pitch > 0 ? pitch * 1.5 : 0, 1.9 * size)) return false
  if (Math.min(above.size, row.size) < 0.8 * size) return false
  const centred =
    isEven(before) && isEven(next) && (isCentred(before) || isCentred(next)) && indentOf(next) > 0.3 * size
  // A title before a text never goes on in it.
  if (!centred && isCentred(before) && slackOf(before) > 1.5 * size) return false
  // Nor does a text go on in a title, nor what stands at the right edge in anything.
  if (!centred && isCentred(next) && !isLabelled(group[0]?.row.text ?? '')) return false
  if (indentOf(before) > (before.frame.right - before.frame.left) / 2) return false
  if (!manner.inCell && isTitle(above.text) && !isUpper(row.text) && !LOWER.test(row.text)) return false
  const labelled = isLabelled(row.text) && !(AWAITS.test(above.text) && /^[\dIVX]/u.test(row.text))
  if (centred) {
    if (!manner.joinCentred) return false
    if (manner.inCell && isNamed(row.text)) return isFull(before, row, true)
    if (labelled || (ended && !(manner.inCell && above.text.endsWith(';')))) return false
    if (!samePage && !manner.inCell) return false
    return isFull(before, row, true) && !!above.words[0]?.bold === !!row.words[0]?.bold
  }
  if (!isFull(before, row, false)) return false
  const [first, second] = group
  const near = 0.35 * size
  const start = second ?? null
  if (labelled) {
    // "phát triển kinh tế⏎- xã hội" at the left edge, where labels are else indented.
    const from = indentOf(start ?? before)
    if (isNamed(row.text) && !ended && Math.abs(indentOf(next) - from) < (start ? near : 5 * size))
      return true
    const flush = start ? Math.abs(indentOf(next) - indentOf(start)) < near : indentOf(next) < near
    if (!manner.indented || !flush || indentOf(first as Placed) < 0.8 * size || ended) return false
    return true
  }
  if (start && Math.abs(indentOf(next) - indentOf(start)) > near) return LOWER.test(row.text) && !ended
  if (!start) {
    const shift = indentOf(next) - indentOf(before)
    if (shift > near) {
      // Hanging: the text goes on below the words behind the label.
      if (!isLabelled(above.text)) return LOWER.test(row.text) && !ended
      if (shift > 5 * size) return false
    } else if (shift > -near && manner.indented && indentOf(next) > 0.8 * size)
      return LOWER.test(row.text) && !ended
  }
  if (samePage && pitch > 0 && ended && distance > pitch + Math.max(1.2, 0.1 * size)) return false
  return true
}

/** Rows of a block beside another: heads and signatures, where only a broken entry of a list goes on. */
export function joinBlock(rows: readonly Placed[]): Draft[] {
  const groups: Placed[][] = []
  for (const placed of rows) {
    const group = groups.at(-1)
    const [first, before] = [group?.[0], group?.at(-1)]
    const goesOn =
      before &&
      !ENDED.test(before.row.text) &&
      !isLabelled(placed.row.text) &&
      (/^[\p{Ll}\d]/u.test(placed.row.text) || /^[-–•+]\s*\p{L}/u.test(first?.row.text ?? ''))
    if (group && goesOn) group.push(placed)
    else groups.push([placed])
  }
  return groups.map(draftOf)
}

const letters = (words: readonly Word[], want: (word: Word) => boolean): number =>
  words.reduce((sum, word) => sum + (want(word) ? word.text.length : 0), 0)

function draftOf(group: readonly Placed[]): Draft {
  let text = ''
  for (const { row } of group) {
    // A name cut at its own hyphen or stroke: "10-⏎CTr/TU".
    const glued =
      (/[\p{L}\p{N}]-$/u.test(text) && /^[\p{L}\p{N}]/u.test(row.text)) ||
      (/[\p{Lu}\p{N}]\/$/u.test(text) && /^[\p{Lu}\p{N}]/u.test(row.text))
    text += text === '' || glued ? row.text : ` ${row.text}`
  }
  const words = group.flatMap(({ row }) => row.words)
  const all = letters(words, () => true)
  const [first] = group as [Placed]
  const draft: Draft = { text: normalise(text).trim(), page: first.row.page }
  if (all > 0 && letters(words, (word) => !!word.bold) === all) draft.bold = true
  if (all > 0 && letters(words, (word) => !!word.italic) === all) draft.italic = true
  if (isCentred(first)) draft.align = 'center'
  else if (indentOf(first) > slackOf(first) + 4 * first.row.size && group.length === 1) draft.align = 'right'
  return draft
}
