// A published plan as it stands after review and corrections, for the outside: as data in the form of an extracted plan,
// and as a table in the columns of its own annex. Pure; export-paper.ts makes the document of it.
import type { Line, SourceDocument } from '../document/line.ts'
import type { Issuer, PaperCell, PaperColumn, TablePaper } from '../paper/table.ts'
import { annexCells, annexHead } from '../reading/annex-head.ts'
import type { DocumentHead, DraftPlan, DraftTask, Due, Origin, Span } from '../reading/draft.ts'
import type { FieldKind } from '../vocabulary/field-label.ts'
import * as words from '../vocabulary/words.ts'
import type { Outcome } from './review.ts'

export interface ExportItem {
  id: string
  /** The document whose lines the spans count in. */
  documentId: string
  section: string
  origin: Origin
  outcome: Outcome
  quote: string
  spans: Span[]
  lead: string[]
  coordinating: string[]
  deliverables: string[]
  due: Due
}

/** A document that came to the plan later; a typed duty has one, too. */
export interface ExportAddition {
  id: string
  number: string | null
  title: string
  issued: string | null
}

export interface ExportPlan {
  id: string
  /** As the review left it. */
  head: DocumentHead
  draft: DraftPlan
  lines: Line[]
  door: SourceDocument['door']
  /** In the order of the documents and of the lines in them. */
  items: ExportItem[]
  additions: ExportAddition[]
}

/**
 * The plan in the form of an extracted one, without places and doubts. Of its own beside that form: what was decided of
 * a duty (`outcome`), and the number of the document it came with, where it was a later one.
 */
export function exportedPlan({ head, draft, items, additions }: ExportPlan) {
  const numbers = new Map(additions.map(({ id, number }) => [id, number]))
  return {
    document: head,
    references: draft.references.map(({ number, type, date, issuer, relation }) => ({
      ...{ number, type, date, issuer, relation },
    })),
    outline: draft.outline.map(({ label, title, level }) => ({ label, title, level })),
    indicators: draft.indicators.map(({ quote, name, section, targets }) => ({
      ...{ quote, name, section, targets },
    })),
    tasks: items.map(
      ({ quote, origin, section, lead, coordinating, deliverables, due, outcome, documentId }) => ({
        ...{ quote, origin, section, lead, coordinating, deliverables, due, outcome },
        ...(numbers.has(documentId) ? { document: numbers.get(documentId) ?? null } : {}),
      }),
    ),
    reporting: draft.reporting.map(({ quote, from, to, frequency, due }) => ({
      ...{ quote, from, to, frequency, due },
    })),
    findings: draft.findings.map(({ rule, severity, quote, note }) => ({
      ...{ rule, severity, quote, note },
    })),
  }
}

type Field = Exclude<FieldKind, 'other'>
type SheetColumn = PaperColumn & ({ field: Field } | { printed: number })

export const FIELD_LAYOUT: Record<Field, Pick<PaperColumn, 'kind' | 'width'>> = {
  ordinal: { kind: 'mark', width: 12 },
  content: { kind: 'text', width: 30 },
  lead: { kind: 'text', width: 14 },
  coordinating: { kind: 'text', width: 14 },
  deliverable: { kind: 'text', width: 14 },
  due: { kind: 'text', width: 12 },
}
export const PRINTED_LAYOUT = { kind: 'text', width: 12 } as const
const DEFAULT: readonly Field[] = ['ordinal', 'content', 'lead', 'coordinating', 'deliverable', 'due']

/** What stands in the column of a field. */
export const fieldText = (item: ExportItem, field: Exclude<Field, 'ordinal'>): string => {
  if (field === 'content') return item.quote
  if (field === 'due') return item.due.text
  return item[field === 'deliverable' ? 'deliverables' : field].join('; ')
}

/** The duty as reading made it, by where it begins; null for one that a person added. */
export function readOf(draft: DraftPlan, { spans: [first] }: Pick<ExportItem, 'spans'>): DraftTask | null {
  if (!first) return null
  const isSame = ({ spans: [own] }: DraftTask) => own?.line === first.line && own.from === first.from
  return draft.tasks.find(isSame) ?? null
}

/** All duties that are not said a second time, in the columns of the annex; in ours where the plan has none. */
export function exportedSheet(
  plan: ExportPlan,
  { issuer, place, day }: { issuer: Issuer; place: string; day: string },
): TablePaper {
  const w = words.planExport
  const annex = annexHead(plan.lines)
  const printed = annex && annexCells(plan.lines, annex)
  const columns: SheetColumn[] = annex
    ? annex.columns.map(({ kind, label, column }) =>
        kind === 'other'
          ? { printed: column, label, ...PRINTED_LAYOUT }
          : { field: kind, label, ...FIELD_LAYOUT[kind] },
      )
    : DEFAULT.map((field) => ({ field, label: words.standing.paper.columns[field], ...FIELD_LAYOUT[field] }))
  const items = plan.items.filter(({ outcome }) => outcome !== 'merged')
  const rows = items.map((item, at) =>
    columns.map((column): PaperCell => {
      if ('printed' in column) {
        if (item.documentId !== plan.id) return null
        return item.spans.map(({ line }) => printed?.(line, column.printed) ?? '').find(Boolean) ?? null
      }
      return column.field === 'ordinal' ? String(at + 1) : fieldText(item, column.field) || null
    }),
  )
  const { number, title } = plan.head
  return {
    ...{ issuer, place, day, columns, rows },
    title: w.sheetTitle,
    subtitle: [number ? words.standing.paper.planTitle(number, title) : title, w.asOf(words.day(day))],
    totals: [w.count(items.length)],
    sheet: w.sheet,
  }
}
