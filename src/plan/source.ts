// The source as the screen shows it: paragraphs and tables, what was recognised where, and what a selection quotes. Pure.
import type { Cell, Line } from '../document/line.ts'
import type { DraftPlan, Span } from '../reading/draft.ts'
import type { HeadingLine } from './scope.ts'

export type MarkKind = 'task' | 'indicator' | 'reporting' | 'reference' | 'heading' | 'finding'

export interface Mark extends Span {
  kind: MarkKind
  id: string
  /** Of a task, at its first place: its number in the list. */
  number: number | null
}

export type Marks = ReadonlyMap<number, readonly Mark[]>

export const idOf = (kind: MarkKind, index: number): string => `${kind}-${index}`

/** Everything recognised, by line; items are numbered as they stand, or by numbers of their own. */
export function marksOf(
  items: readonly { id: string; spans: readonly Span[]; number?: number }[],
  draft: Pick<DraftPlan, 'outline' | 'indicators' | 'reporting' | 'references'>,
): Marks {
  const marks = new Map<number, Mark[]>()
  const put = (kind: MarkKind, id: string, spans: readonly Span[], number: number | null = null) => {
    for (const [at, span] of spans.entries()) {
      if (span.to <= span.from) continue
      const mark = { ...span, kind, id, number: at === 0 ? number : null }
      marks.set(span.line, [...(marks.get(span.line) ?? []), mark])
    }
  }
  for (const [at, heading] of draft.outline.entries()) put('heading', idOf('heading', at), heading.spans)
  for (const [at, item] of items.entries()) put('task', item.id, item.spans, item.number ?? at + 1)
  for (const [at, one] of draft.indicators.entries()) put('indicator', idOf('indicator', at), one.spans)
  for (const [at, one] of draft.reporting.entries()) put('reporting', idOf('reporting', at), one.spans)
  for (const [at, one] of draft.references.entries()) put('reference', idOf('reference', at), one.spans)
  return marks
}

export interface Piece {
  from: number
  text: string
  marks: readonly Mark[]
  /** The number of the task that begins here. */
  number: number | null
}

/** The text of a line cut wherever a mark begins or ends. */
export function piecesOf(text: string, marks: readonly Mark[]): Piece[] {
  const cuts = new Set([0, text.length])
  for (const mark of marks)
    for (const cut of [mark.from, mark.to]) if (cut > 0 && cut < text.length) cuts.add(cut)
  const order = [...cuts].sort((a, b) => a - b)
  return order.slice(0, -1).map((from, at) => {
    const to = order[at + 1] ?? text.length
    const here = marks.filter((mark) => mark.from <= from && mark.to >= to)
    return {
      from,
      text: text.slice(from, to),
      marks: here,
      number: here.find((mark) => mark.number !== null && mark.from === from)?.number ?? null,
    }
  })
}

export interface CellOfLines {
  cell: Cell
  lines: Line[]
}
export type Block =
  | { key: number; line: Line }
  | { key: number; rows: { key: number; cells: CellOfLines[] }[] }

/** Lines in their order; those of one table as its rows and cells. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (!line) break
    if (!line.cell) {
      blocks.push({ key: line.n, line })
      at++
      continue
    }
    const rows = new Map<number, CellOfLines[]>()
    const { table } = line.cell
    for (let next = lines[at]; next?.cell?.table === table; next = lines[at]) {
      const cell = next.cell
      const row = rows.get(cell.row) ?? []
      const same = row.find((other) => other.cell.column === cell.column)
      if (same) same.lines.push(next)
      else row.push({ cell, lines: [next] })
      rows.set(cell.row, row)
      at++
    }
    blocks.push({
      key: line.n,
      rows: [...rows]
        .sort(([a], [b]) => a - b)
        .map(([key, cells]) => ({ key, cells: cells.sort((a, b) => a.cell.column - b.cell.column) })),
    })
  }
  return blocks
}

export interface Point {
  line: number
  at: number
}

// A quote leaves out the printed label of its item: "a) ", "1.2. ", "- ".
const LABEL = /^\s*(?:[-+•*–]|\d+(?:\.\d+)*[.)]|[a-zđ][.)])\s+/u

/** The words between two points as a quote: one span a line, joined by one space. Null when there are none. */
export function quoteBetween(
  lines: readonly Line[],
  start: Point,
  end: Point,
): { quote: string; spans: Span[] } | null {
  const spans: Span[] = []
  const texts: string[] = []
  for (const line of lines) {
    if (line.n < start.line || line.n > end.line) continue
    let from = line.n === start.line ? start.at : 0
    let to = line.n === end.line ? end.at : line.text.length
    if (from === 0 && spans.length === 0) from = LABEL.exec(line.text)?.[0].length ?? 0
    while (from < to && /\s/u.test(line.text[from] ?? '')) from++
    while (to > from && /\s/u.test(line.text[to - 1] ?? '')) to--
    if (to <= from) continue
    spans.push({ line: line.n, from, to })
    texts.push(line.text.slice(from, to))
  }
  return spans.length ? { quote: texts.join(' '), spans } : null
}

const isBefore = (a: Span | undefined, b: Span) =>
  a !== undefined && (a.line < b.line || (a.line === b.line && a.from < b.from))

/** Where a duty added at `span` belongs: after which item, and in the section of what stands nearest above. */
export function placeAt(
  span: Span,
  items: readonly { id: string; section: string; spans: readonly Span[] }[],
  headings: readonly (HeadingLine & { spans: readonly Span[] })[],
): { after: string | null; section: string } {
  const item = items.filter((other) => isBefore(other.spans[0], span)).at(-1)
  const heading = headings.filter((other) => isBefore(other.spans[0], span)).at(-1)
  const headingSpan = heading?.spans[0]
  const itemSpan = item?.spans[0]
  const isUnderHeading = heading && headingSpan && (!itemSpan || isBefore(itemSpan, headingSpan))
  return {
    after: item?.id ?? null,
    section: (isUnderHeading ? heading.section : item?.section) ?? '',
  }
}

/** The first line of every page that was recognised from a picture -> the page. */
export function picturesIn(lines: readonly Line[]): ReadonlyMap<number, number> {
  const first = new Map<number, number>()
  const seen = new Set<number>()
  for (const { n, page, scanned } of lines) {
    if (!scanned || page === undefined || seen.has(page)) continue
    seen.add(page)
    first.set(n, page)
  }
  return first
}
