// Lines of a web page's text in, the same lines out with those before and after the document set aside: menus,
// links, comments. Nothing is dropped; a page without the signs of a site's frame is left as it is.

import { DOCUMENT_TYPES } from '../vocabulary/document-type.ts'
import { isFrameAlone, isFrameLine } from '../vocabulary/web-page.ts'
import type { Line } from './line.ts'

const bare = (line: Line): string =>
  line.text
    .replace(/[*#|_]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

const MOTTO = /^(?:cộng h(?:òa|oà) xã hội chủ nghĩa|đảng cộng sản việt nam$)/iu
const NUMBER = /^số\s*:\s*[\d.…_\s]*[a-zđ]?\s*[-/]/iu
const TYPES = new Set(DOCUMENT_TYPES.map(([name]) => name.toUpperCase()))
const PART = /^(?:[IVX]{1,5}\s*[.)/-]|(?:phần|chương|điều|mục)\s+(?:thứ\s|[IVX\d]))/iu
const CLOSING =
  /^(?:nơi nhận|TM\s*\.|T\/M|KT\s*\.|TL\s*\.|TUQ\s*\.|phụ lục|lưu\s*:|[-–]\s*lưu\s*:)|\.\/\.?\s*$/iu
const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}/u.test(text)
const isType = (text: string): boolean => TYPES.has(text.replace(/[:.]$/u, ''))

/** Where the head of the document begins: its motto, else its number, else the line that names its type. */
function headOf(texts: readonly string[]): number {
  const type = texts.findIndex(isType)
  const motto = texts.findIndex((text) => MOTTO.test(text))
  const number = texts.findIndex((text) => NUMBER.test(text))
  // Only what stands above the title is its head: a plan attached to it brings one of its own.
  const above = [motto, number].filter((at) => at >= 0 && (type < 0 || at < type))
  const first = above.length > 0 ? Math.min(...above) : type
  return first
}

/** The names of the issuing body stand above the motto, in capitals or in the same table. */
function startOf(lines: readonly Line[], texts: readonly string[], head: number): number {
  let start = head
  const table = lines[head]?.cell?.table
  while (start > 0) {
    const [line, text] = [lines[start - 1], texts[start - 1] ?? '']
    const same = table !== undefined && line?.cell?.table === table
    const name = head - start < 6 && isCapitals(text) && text.length < 120 && !isFrameLine(text)
    if (!same && !name && /\p{L}/u.test(text)) break
    start--
  }
  return start
}

/** Where the frame goes on behind the document: a line of nothing else, or several that begin like one. */
function endOf(texts: readonly string[], frame: readonly boolean[], from: number): number {
  const found = frame.flatMap((each, i) => (each && i >= from ? [i] : []))
  const first = found[0] ?? -1
  if (first < 0) return -1
  const alone = found.some((i) => isFrameAlone(texts[i] ?? ''))
  return alone || found.length > 2 ? first : -1
}

/** Marks the frame of a site around the document; gives the number of lines marked. */
export function setAsideFrame(lines: readonly Line[]): number {
  const texts = lines.map(bare)
  const frame = texts.map(isFrameLine)
  const head = headOf(texts)
  // A whole page inside one menu or footer is a fault of its tags.
  if (head >= 0 && lines[head]?.aside === 'web') for (const line of lines) delete line.aside
  const before = head < 0 ? 0 : startOf(lines, texts, head)
  const parted = texts.slice(0, before).some((text) => PART.test(text))
  if (!parted && frame.slice(0, before).includes(true))
    for (const line of lines.slice(0, before)) line.aside ??= 'web'

  let last = -1
  texts.forEach((text, i) => {
    const assigned = (lines[i]?.cell?.column ?? 0) > 1
    if (i > head && (CLOSING.test(text) || (!frame[i] && (PART.test(text) || assigned)))) last = i
  })
  const end = last < 0 ? -1 : endOf(texts, frame, last + 1)
  if (end >= 0) for (const line of lines.slice(end)) line.aside ??= 'web'
  const framed = lines.some((line) => line.aside === 'web')
  // Inside the document of such a page, a line of the frame is one as well.
  if (framed)
    for (const [i, line] of lines.entries())
      if (!line.cell && isFrameAlone(texts[i] ?? '')) line.aside ??= 'web'
  return lines.filter((line) => line.aside === 'web').length
}
