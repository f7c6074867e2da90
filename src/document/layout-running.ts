// Rows of all pages in, the same without page numbers and running heads out.

import type { Row } from './layout-row.ts'
import type { Page } from './page.ts'
import { isSecrecyMark } from './secrecy.ts'

const NUMBER = /^[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*\/\s*\d{1,4})?[-–—\s]*$/iu
/** How many rows at the top and at the foot of a page may run. */
const DEEP = 3
const BAND = 0.13

const keyOf = (row: Row): string =>
  `${Math.round(row.y1 / 6)} ${row.text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ').toLowerCase()}`

/** Rows at the head and the foot of a page, the outermost first. */
function edgesOf(rows: readonly Row[], page: Page): Row[] {
  const top = rows.slice(0, DEEP).filter((row) => row.y2 < page.height * BAND)
  const foot = rows.slice(-DEEP).filter((row) => row.y1 > page.height * (1 - BAND))
  return [...top, ...foot]
}

/** What stands on page after page at the same place is no text of the document; a mark of secrecy is. */
export function withoutRunning(pages: readonly Page[], rows: readonly Row[][]): Row[][] {
  const counts = new Map<string, number>()
  rows.forEach((own, i) => {
    for (const row of edgesOf(own, pages[i] as Page))
      counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  })
  return rows.map((own, i) => {
    const edges = new Set(edgesOf(own, pages[i] as Page))
    const [first, last] = [own[0], own.at(-1)]
    return own.filter((row) => {
      if (!edges.has(row) || isSecrecyMark(row.text)) return true
      if ((row === first || row === last) && NUMBER.test(row.text)) return false
      return (counts.get(keyOf(row)) ?? 0) < 3
    })
  })
}
