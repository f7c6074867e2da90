// Rows of all pages in, the same without page numbers and running heads out.

import { isLabelled, type Row } from './layout-row.ts'
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

/** Address and time as a browser prints them at the edges of its pages. */
const PRINTED = /(?:https?|file):\/\/|\d{1,2}\/\d{1,2}\/\d{2,4},? \d{1,2}:\d{2}/iu

/** Captions stand at the head of their pages, too, and often alike. */
const CAPTION = /^(?:phụ lục|mẫu|biểu|danh mục|bảng|kế hoạch|chương trình)/iu

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
      const count = counts.get(keyOf(row)) ?? 0
      if (PRINTED.test(row.text)) return count < 2
      return count < 3 || count < pages.length * (CAPTION.test(row.text) || isLabelled(row.text) ? 0.6 : 0.3)
    })
  })
}
