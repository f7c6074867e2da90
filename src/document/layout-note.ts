// The words of a page in, its footnotes told apart from the text: a small raised figure behind a word and the same
// figure before words further down. One without the other is no note: "m²" has no words at the foot of the page.

import { gather, type Row } from './layout-row.ts'
import type { Page, Word } from './page.ts'

export interface PageNotes {
  /** The figures in the text that point at a note; no words of the text. */
  marks: ReadonlySet<Word>
  /** The figures that begin the notes. */
  starts: ReadonlySet<Word>
  /** Where the first note begins. */
  top: number
}

const FIGURE = /^(?:\d{1,2}|\*{1,3}|\(\d{1,2}\)|\[\d{1,2}\])$/u
/** "50 km" before a raised figure: square or cubic. */
const UNIT = /(?:^|[\d\s(/])[kcdm]?m$/iu

const middle = (word: Word): number => word.y + word.height / 2
const right = (word: Word): number => word.x + word.width
const bottom = (word: Word): number => word.y + word.height
const isRaised = (figure: Word, beside: Word): boolean =>
  figure.height < 0.8 * beside.height &&
  bottom(figure) < bottom(beside) - 0.08 * beside.height &&
  bottom(figure) > beside.y

const BAND = 24
/** No line has so many words; a page drawn to take for ever may. */
const MOST_IN_BAND = 500
const bandOf = (word: Word): number => Math.floor(middle(word) / BAND)

/** What stands directly before and behind a figure on its line. */
function besides(figure: Word, bands: ReadonlyMap<number, Word[]>): { before?: Word; behind?: Word } {
  const found: { before?: Word; behind?: Word } = {}
  const band = bandOf(figure)
  for (const word of [band - 1, band, band + 1].flatMap((each) => bands.get(each) ?? [])) {
    if (word === figure || word.y > middle(figure) + figure.height || bottom(word) < middle(figure)) continue
    if (word.x >= figure.x) {
      if (!found.behind || word.x < found.behind.x) found.behind = word
    } else if (!found.before || right(word) > right(found.before)) found.before = word
  }
  return found
}

/** The footnotes of a page whose figures are found in its text. */
export function findNotes({ words }: Page): PageNotes {
  const marks = new Map<string, Word[]>()
  const starts: Word[] = []
  const bands = new Map<number, Word[]>()
  for (const word of words) gather(bands, bandOf(word), word)
  for (const figure of words) {
    if (!FIGURE.test(figure.text) || (bands.get(bandOf(figure))?.length ?? 0) > MOST_IN_BAND) continue
    const { before, behind } = besides(figure, bands)
    if (!before) {
      if (behind && isRaised(figure, behind) && behind.x - right(figure) < 2 * behind.height)
        starts.push(figure)
    } else if (
      isRaised(figure, before) &&
      figure.x - right(before) < 0.3 * before.height &&
      !UNIT.test(before.text)
    )
      gather(marks, figure.text, figure)
  }
  const found = new Set<Word>()
  const begun = new Set<Word>()
  for (const start of starts.sort((a, b) => a.y - b.y)) {
    const mark = marks.get(start.text)?.find((each) => each.y < start.y && !found.has(each))
    if (!mark) continue
    found.add(mark)
    begun.add(start)
  }
  const top = Math.min(...[...begun].map((start) => start.y))
  return { marks: found, starts: begun, top }
}

/** The rows of each note, in their order, and of the text above them. */
export function splitNotes(
  rows: readonly Row[],
  { starts, top }: PageNotes,
): { text: Row[]; notes: Row[][] } {
  const notes: Row[][] = []
  const text: Row[] = []
  for (const row of rows) {
    if (row.words.some((word) => starts.has(word))) notes.push([row])
    else if (row.y1 < top || notes.length === 0) text.push(row)
    else notes.at(-1)?.push(row)
  }
  return { text, notes }
}

/** The words of a note behind its figure, as it is printed for every door. */
export function noteText(rows: readonly Row[]): string {
  const [first, ...rest] = rows.flatMap((row) => row.words)
  const figure = first?.text.replace(/[()[\]]/gu, '') ?? ''
  return `[${figure}] ${rest.map((word) => word.text).join(' ')}`
}
