// Several files in (body, annexes, in their order), one document and one draft out: the lines are counted through, and
// an annex that is a file of its own repeats the duties of the body as one printed behind it does. Pure.
import type { Line, SourceDocument } from '../document/line.ts'
import type { DraftPlan, DraftTask, Span } from '../reading/draft.ts'
import { readPlan } from '../reading/read-plan.ts'
import { findRepeats } from '../reading/repeat.ts'

export interface Part {
  name: string
  document: SourceDocument
}

/** Where a file's lines stand in the whole. */
export interface PartPlace {
  firstLine: number
  lines: number
}

export interface ReadParts {
  document: SourceDocument
  draft: DraftPlan
  places: PartPlace[]
}

/** One file is read as it stands; of several each notice says which file it is about. */
export function readParts(parts: readonly [Part, ...Part[]]): ReadParts {
  const [first] = parts
  if (parts.length === 1)
    return {
      document: first.document,
      draft: readPlan(first.document),
      places: [{ firstLine: 0, lines: first.document.lines.length }],
    }
  const places: PartPlace[] = []
  const lines: Line[] = []
  let [tables, pages] = [0, 0]
  for (const { document } of parts) {
    const at = lines.length
    places.push({ firstLine: at, lines: document.lines.length })
    for (const { n, cell, page, ...line } of document.lines)
      lines.push({
        ...line,
        n: n + at,
        ...(cell ? { cell: { ...cell, table: cell.table + tables } } : {}),
        ...(page === undefined ? {} : { page: page + pages }),
      })
    tables += 1 + Math.max(-1, ...document.lines.map(({ cell }) => cell?.table ?? -1))
    pages += Math.max(0, ...document.lines.map(({ page }) => page ?? 0))
  }
  const notices = parts.flatMap(({ name, document }) =>
    document.notices.map((notice) => `${name}: ${notice}`),
  )
  const document = { door: first.document.door, lines, notices }
  const draft = parts.reduce((whole, part, i) => {
    const place = places[i]
    return i === 0 || !place ? whole : withAnnex(whole, part, place, `p${i}-`)
  }, readPlan(document))
  return { document, draft, places }
}

/**
 * Read behind the body, an annex without a heading of its own may be taken for nothing: then it is read by itself, and
 * its rows are annex rows all the same.
 */
function withAnnex(whole: DraftPlan, { document }: Part, place: PartPlace, prefix: string): DraftPlan {
  const isHere = ({ line }: Span) => line >= place.firstLine && line < place.firstLine + place.lines
  if (whole.tasks.some(({ spans }) => spans.some(isHere))) return whole
  const own = readPlan(document)
  if (own.tasks.length === 0) return whole
  const moved = <T extends { spans: Span[] }>(one: T): T => ({
    ...one,
    spans: one.spans.map((span) => ({ ...span, line: span.line + place.firstLine })),
  })
  const named = <T extends { id: string; spans: Span[] }>(one: T): T => ({
    ...moved(one),
    id: prefix + one.id,
  })
  const isElsewhere = ({ spans }: { spans: readonly Span[] }) => !spans.some(isHere)
  const tasks = own.tasks.map(
    (task): DraftTask => ({
      ...named(task),
      origin: 'appendix',
      section: task.section || 'PL',
      repeats: null,
    }),
  )
  return {
    ...whole,
    outline: [...whole.outline.filter(isElsewhere), ...own.outline.map(moved)],
    references: [...whole.references.filter(isElsewhere), ...own.references.map(moved)],
    indicators: [...whole.indicators.filter(isElsewhere), ...own.indicators.map(named)],
    reporting: [...whole.reporting.filter(isElsewhere), ...own.reporting.map(named)],
    findings: [...whole.findings.filter(isElsewhere), ...own.findings.map(moved)],
    tasks: findRepeats([...whole.tasks, ...tasks]),
    unread: [
      ...whole.unread.filter((n) => n < place.firstLine || n >= place.firstLine + place.lines),
      ...own.unread.map((n) => n + place.firstLine),
    ].sort((a, b) => a - b),
  }
}
