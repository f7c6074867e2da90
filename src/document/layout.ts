// Pages of placed words in, the lines of the document out, in reading order.

import { normalise } from '../base/text.ts'
import type { Line } from './line.ts'
import type { Page, Word } from './page.ts'

/** Words whose middles stand at one height are one row, from left to right. */
export function rowsOf(words: readonly Word[]): Word[][] {
  const rows: { middle: number; words: Word[] }[] = []
  for (const word of [...words].sort((a, b) => a.y + a.height / 2 - b.y - b.height / 2)) {
    const middle = word.y + word.height / 2
    const row = rows.at(-1)
    if (row && middle - row.middle < word.height / 2) row.words.push(word)
    else rows.push({ middle, words: [word] })
  }
  return rows.map((row) => row.words.sort((a, b) => a.x - b.x))
}

/** The lines of all pages, in reading order: one per paragraph, or one per paragraph of a table cell. */
export function linesOfPages(pages: readonly Page[]): Line[] {
  const lines: Line[] = []
  for (const page of pages)
    for (const row of rowsOf(page.words))
      lines.push({
        n: lines.length,
        text: normalise(row.map((word) => word.text).join(' ')),
        page: page.number,
      })
  return lines
}
