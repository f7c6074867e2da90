// Pages of placed words in, the lines of the document out, in reading order: paragraphs put together from their rows,
// tables with their cells, blocks that stand side by side one after the other.

import { findSideBySide } from './layout-columns.ts'
import { findGrids } from './layout-grid.ts'
import { findNotes, noteText, type PageNotes, splitNotes } from './layout-note.ts'
import {
  type Draft,
  type Frame,
  indentOfFirst,
  isIndented,
  joinRows,
  type Placed,
  pitchOf,
} from './layout-paragraph.ts'
import { gather, median, type Row, rowsOf } from './layout-row.ts'
import { withoutRunning } from './layout-running.ts'
import {
  append,
  appendBlock,
  blockGoesOn,
  cellOf,
  type Fragment,
  fragmentOf,
  fragmentOfBlock,
  goesOn,
  linesOfTable,
} from './layout-table.ts'
import type { Line } from './line.ts'
import type { Page, Word } from './page.ts'

type Item = { row: Placed } | { fragment: Fragment; top: boolean }

/** The lines of all pages, in reading order: one per paragraph, or one per paragraph of a table cell. */
export function linesOfPages(pages: readonly Page[]): Line[] {
  const found = pages.map(findNotes)
  const tables = pages.map((page, i) => {
    const grids = findGrids(page)
    const inside = new Map<number, Word[]>()
    const free: Word[] = []
    for (const word of page.words) {
      if (found[i]?.marks.has(word)) continue
      const grid = grids.findIndex((each) => cellOf(each, word))
      if (grid < 0) free.push(word)
      else gather(inside, grid, word)
    }
    const fragments = grids.flatMap((grid, i) => {
      const own = inside.get(i)
      return own ? [{ y: grid.ys[0] ?? 0, fragment: fragmentOf(grid, own, page.number) }] : []
    })
    return { fragments, rows: rowsOf(free, page.number) }
  })
  const split = withoutRunning(
    pages,
    tables.map((each) => each.rows),
  ).map((own, i) => splitNotes(own, found[i] as PageNotes))
  const rows = split.map((each) => each.text)
  const notes = split.flatMap((each) => each.notes)
  const frames = framesOf(pages, rows)
  const indent = indentOfFirst(
    rows.flatMap((own, i) => own.map((row) => ({ row, frame: frames[i] as Frame }))),
  )
  if (indent !== undefined) for (const frame of frames) frame.indent = indent
  const items = pages.flatMap((page, i) =>
    itemsOf(page, rows[i] ?? [], tables[i]?.fragments ?? [], frames[i] as Frame),
  )
  return numbered(withNotes(draftsOf(items), notes))
}

const numbered = (drafts: readonly Draft[]): Line[] =>
  drafts.filter((draft) => draft.text !== '').map((draft, n) => ({ n, ...draft }))

/** Each note behind the last paragraph that begins on its page, as the text may go on over the page break. */
function withNotes(drafts: readonly Draft[], notes: readonly (readonly Row[])[]): Draft[] {
  const placed: Draft[] = [...drafts]
  for (const rows of notes) {
    const page = rows[0]?.page ?? 0
    let last = placed.findLastIndex((draft) => (draft.page ?? 0) <= page)
    // A table that goes on over the page break stays whole.
    const table = placed[last]?.cell?.table
    while (table !== undefined && placed[last + 1]?.cell?.table === table) last++
    placed.splice(last + 1, 0, { text: noteText(rows), page, note: true })
  }
  return placed
}

/** What stands on one page, from the top down. */
function itemsOf(
  page: Page,
  rows: readonly Row[],
  fragments: readonly { y: number; fragment: Fragment }[],
  frame: Frame,
): Item[] {
  const placed: { y: number; item: Item }[] = []
  const take = (part: readonly Row[]): void => {
    const blocks = findSideBySide(part, (frame.left + frame.right) / 2)
    part.forEach((row, i) => {
      const block = blocks.find(({ from, to }) => i >= from && i <= to)
      if (!block) placed.push({ y: row.y1, item: { row: { row, frame } } })
      else if (block.from === i)
        placed.push({
          y: row.y1,
          item: { fragment: fragmentOfBlock(block.cells, page.number), top: false },
        })
    })
  }
  let rest = [...rows]
  const first = rows[0]
  for (const { y, fragment } of fragments) {
    take(rest.filter((row) => row.y1 < y))
    rest = rest.filter((row) => row.y1 >= y)
    placed.push({ y, item: { fragment, top: !first || first.y1 > y } })
  }
  take(rest)
  return placed.sort((a, b) => a.y - b.y).map(({ item }) => item)
}

function draftsOf(items: readonly Item[]): Draft[] {
  const all = items.flatMap((item) => ('row' in item ? [item.row] : []))
  const manner = { joinCentred: true, indented: isIndented(all), pitch: pitchOf(all) }
  const drafts: Draft[] = []
  let count = 0
  let prose: Placed[] = []
  let table: Fragment | null = null
  const flush = (): void => {
    if (table) for (const draft of linesOfTable(table, count++)) drafts.push(draft)
    table = null
    for (const draft of joinRows(prose, manner)) drafts.push(draft)
    prose = []
  }
  for (const item of items) {
    if ('row' in item) {
      if (table) flush()
      prose.push(item.row)
    } else if (table && item.top && goesOn(table, item.fragment)) table = append(table, item.fragment)
    else if (table && blockGoesOn(table, item.fragment)) table = appendBlock(table, item.fragment)
    else {
      flush()
      table = item.fragment
    }
  }
  flush()
  return drafts
}

/** Between which edges the text of each page runs; a page with little text has them from pages of its size. */
function framesOf(pages: readonly Page[], rows: readonly Row[][]): Frame[] {
  const alike = new Map<number, Row[]>()
  pages.forEach((page, i) => {
    const key = Math.round(page.width)
    for (const row of rows[i] ?? []) gather(alike, key, row)
  })
  const whole = new Map([...alike].map(([key, own]) => [key, frameOf(own)]))
  return pages.map((page, i) => {
    const common = whole.get(Math.round(page.width)) ?? { left: 0, right: page.width }
    const own = rows[i] ?? []
    if (own.length < 12) return { ...common }
    const frame = frameOf(own)
    // A page of short lines does not show its right edge.
    return frame.right < common.right - 40 ? { left: frame.left, right: common.right } : frame
  })
}

function frameOf(rows: readonly Row[]): Frame {
  if (rows.length === 0) return { left: 0, right: 0 }
  const size = median(rows.map((row) => row.size))
  return {
    left: edge(
      rows.map((row) => row.x1),
      size,
    ),
    right: -edge(
      rows.map((row) => -row.x2),
      size,
    ),
  }
}

/** The outermost value that more than one row shares. */
function edge(values: readonly number[], size: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const least = Math.max(2, Math.ceil(sorted.length / 50))
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i] as number
    const far = sorted[i + least - 1]
    if (far !== undefined && far - value < 0.25 * size) return value
  }
  return sorted[0] ?? 0
}
