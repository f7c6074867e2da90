// Glyphs as a PDF draws them in, words out.

import { normalise } from '../base/text.ts'
import type { Rule, Word } from './page.ts'

export interface Glyph {
  text: string
  x: number
  /** Height of its baseline from the top. */
  y: number
  width: number
  size: number
  bold: boolean
  italic: boolean
  space: boolean
  /** Its turn in the order of drawing. */
  order: number
}

/** Glyphs on one baseline, from left to right, cut at spaces and gaps. */
export function wordsOf(rules: readonly Rule[], glyphs: Glyph[]): Word[] {
  const spaces = glyphs.filter((each) => each.space).length
  // Where spaces are drawn they tell the words apart; elsewhere only the gaps do.
  const widest = spaces > glyphs.length / 16 ? 0.33 : 0.17
  const walls = rules.filter((rule) => rule.x2 - rule.x1 < rule.y2 - rule.y1)
  const words: Word[] = []
  /** What was drawn at another time belongs to the word only when it touches it, and no line stands between. */
  const isStranger = (before: Glyph, glyph: Glyph, end: number): boolean =>
    glyph.order !== before.order + 1 &&
    (glyph.x - end > 0.07 * glyph.size ||
      walls.some(
        (wall) => wall.x1 > end - 2 && wall.x1 < glyph.x + 2 && wall.y1 < glyph.y && wall.y2 > glyph.y,
      ))
  for (const row of baselines(glyphs)) {
    let current: Glyph[] = []
    let end = Number.NEGATIVE_INFINITY
    const finish = (): void => {
      const word = wordOf(current)
      if (word) words.push(word)
      current = []
    }
    for (const glyph of row) {
      if (glyph.space) {
        if (glyph.width > 0) finish()
        continue
      }
      const before = current.at(-1)
      if (before && /^\p{M}+$/u.test(glyph.text)) {
        before.text += glyph.text
        continue
      }
      // The same letter twice at one place is a letter made bold.
      if (before && before.text === glyph.text && glyph.x - before.x < before.width * 0.3) {
        before.bold = true
        continue
      }
      if (before && (glyph.x - end > widest * glyph.size || isStranger(before, glyph, end))) finish()
      current.push({ ...glyph })
      end = glyph.x + glyph.width
    }
    finish()
  }
  return words
}

function baselines(glyphs: Glyph[]): Glyph[][] {
  const rows: { y: number; size: number; glyphs: Glyph[] }[] = []
  // Letters of the running size first: a raised figure then finds the line it belongs to.
  const byHeight = [...glyphs].sort((a, b) => a.y - b.y)
  for (const glyph of byHeight) {
    const row = rows.at(-1)
    if (row && glyph.y - row.y < Math.max(row.size, glyph.size) * 0.2) row.glyphs.push(glyph)
    else rows.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] })
  }
  return rows.map((row) => row.glyphs.sort((a, b) => a.x - b.x || (a.space ? -1 : b.space ? 1 : 0)))
}

function wordOf(glyphs: readonly Glyph[]): Word | null {
  const [first] = glyphs
  const last = glyphs.at(-1)
  const text = normalise(glyphs.map((each) => each.text).join('')).trim()
  if (!first || !last || text === '') return null
  const size = glyphs.reduce((most, each) => Math.max(most, each.size), 0)
  const y = glyphs.reduce((most, each) => Math.max(most, each.y), 0)
  const word: Word = {
    text,
    x: first.x,
    y: y - size * 0.85,
    width: last.x + last.width - first.x,
    height: size * 1.1,
  }
  if (glyphs.every((each) => each.bold)) word.bold = true
  if (glyphs.every((each) => each.italic)) word.italic = true
  return word
}
