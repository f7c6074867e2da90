// The heading of a tracking sheet: where it stands, what each of its columns probably holds, what stands above it.
import { dayOf } from '../base/calendar.ts'
import { nameKey } from '../base/text.ts'
import type { SheetCell, TableSheet } from '../document/sheet.ts'
import { bodyRows, FAULT_HEADING, type Head, headAt, headings } from '../document/sheet-head.ts'
import { columnKind, type FieldKind } from '../vocabulary/field-label.ts'
import { AS_OF, TOLD_BY_VALUES, TRACKER_LABELS, type TrackerField } from '../vocabulary/tracker-words.ts'
import { isRepeatable } from './tracker.ts'
import { readPercent, stateOf } from './value.ts'

/** A heading stands near the top; a sheet whose first sixty rows have none is mapped by hand. */
const LOOK_DOWN = 60

const plain = (heading: string): string =>
  heading
    .replace(/\([^)]*\)/gu, ' ')
    .replace(/[*:.]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

const LABELS = TRACKER_LABELS.map(([field, source]) => [field, new RegExp(`^(?:${source})$`, 'iu')] as const)
/** What the labels of plans are called here. */
const OF_PLAN: Partial<Record<FieldKind, TrackerField>> = {
  ordinal: 'number',
  content: 'duty',
  lead: 'lead',
  coordinating: 'coordinating',
  due: 'due',
  deliverable: 'deliverable',
}

/** What a heading says by its words alone: "Tình trạng > Đã hoàn thành" is asked by its last part, then as a whole. */
export function fieldOfHeading(heading: string): TrackerField | null {
  const parts = heading.split(' > ')
  for (const text of [parts.at(-1) ?? '', heading.replaceAll(' > ', ' '), parts[0] ?? '']) {
    const percent = /%|phần trăm/iu.test(text) && !/\d/u.test(text)
    const words = plain(text.replace(/\(\s*%\s*\)/gu, ' % '))
    const state = parts.length > 1 || !TOLD_BY_VALUES.test(words) ? stateOf(words) : null
    if (state && state !== 'suspended' && state !== 'closed') return `tick-${state}`
    const found = LABELS.find(([, pattern]) => pattern.test(words))?.[0]
    if (found) return found
    if (percent) return 'percent'
    const field = OF_PLAN[columnKind(words) ?? 'other']
    if (field) return field
  }
  return null
}

/** The row whose cells are best known as headings; null when no row has two of them, one of which names the duty. */
export function findHead(sheet: TableSheet): Head | null {
  let best: { at: number; known: number } | null = null
  sheet.rows.slice(0, LOOK_DOWN).forEach((row, at) => {
    const fields = new Set(row.cells.flatMap((cell) => (cell ? (fieldOfHeading(cell.text) ?? []) : [])))
    // A long text is no heading, however it begins.
    const isProse = row.cells.some((cell) => cell !== null && cell.text.length > 120)
    if (isProse || fields.size < 2 || !(fields.has('duty') || fields.has('lead'))) return
    if (!best || fields.size > best.known) best = { at, known: fields.size }
  })
  const { at } = (best as { at: number } | null) ?? { at: -1 }
  const row = sheet.rows[at]
  return row ? headAt(sheet, row) : null
}

const SAMPLE_ROWS = 200
/** From so many of its cells on, a column is what its values say. */
const TELLING = 0.6

/** What each column probably holds: sure labels first, the rest by label and values together; each field once. */
export function proposeFields(sheet: TableSheet, head: Head): (TrackerField | null)[] {
  const rows = bodyRows(sheet, head).slice(0, SAMPLE_ROWS)
  const names = headings(sheet, head)
  const fields = names.map((heading, column): TrackerField | null => {
    if (heading === '' || nameKey(heading) === nameKey(FAULT_HEADING)) return null
    const labelled = fieldOfHeading(heading)
    if (!TOLD_BY_VALUES.test(plain(heading.split(' > ').at(-1) ?? ''))) return labelled
    return byValues(rows.flatMap((row) => row.cells[column] ?? [])) ?? labelled
  })
  // "Thời hạn" and "Thời gian thực hiện": where two columns claim one field, the first keeps it.
  const seen = new Set<TrackerField>()
  return fields.map((field) => {
    if (field === null || isRepeatable(field)) return field
    if (seen.has(field)) return field === 'state' || field === 'deliverable' ? 'result' : null
    seen.add(field)
    return field
  })
}

/** States, percentages or days, where most of a column's cells are one of these. */
function byValues(cells: readonly SheetCell[]): TrackerField | null {
  const said = cells.filter((cell) => cell.text !== '')
  if (said.length === 0) return null
  const share = (is: (cell: SheetCell) => boolean) => said.filter(is).length / said.length
  if (share((cell) => stateOf(cell.text.split(/[(;:\n]/u)[0] ?? '') !== null) >= TELLING) return 'state'
  const isPercent = (cell: SheetCell) =>
    cell.day === undefined && (cell.isPercent || /%/u.test(cell.text) || cell.number !== undefined)
  if (share((cell) => isPercent(cell) && typeof readPercent(cell, false) === 'number') >= TELLING)
    return 'percent'
  if (share((cell) => cell.text.length > 40) >= TELLING) return 'result'
  return null
}

/** "(Tính đến ngày 15/10/2026)" in the rows above the heading. */
export function asOfIn(sheet: TableSheet, head: Head): string | null {
  for (const row of sheet.rows) {
    if (row.n >= head.row) return null
    for (const cell of row.cells) {
      const found = cell && AS_OF.exec(cell.text)
      if (found) return dayOf(Number(found[3]), Number(found[2]), Number(found[1]))
    }
  }
  return null
}

/** "… NĂM 2026" in the rows above the heading. */
export function yearIn(sheet: TableSheet, head: Head): number | null {
  for (const row of sheet.rows) {
    if (row.n >= head.row) return null
    for (const cell of row.cells) {
      const found = cell && /năm (20\d{2})(?!\d| ?[-–])/iu.exec(cell.text)
      if (found) return Number(found[1])
    }
  }
  return null
}

/** The longest words above the heading: what the sheet calls itself. */
export function titleIn(sheet: TableSheet, head: Head): string {
  const texts = sheet.rows
    .filter((row) => row.n < head.row)
    .flatMap((row) => row.cells.flatMap((cell) => (cell && cell.from === undefined ? [cell.text] : [])))
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter(
      (text) =>
        !/^(?:cộng hòa|cộng hoà|độc lập|ubnd|uỷ ban|ủy ban|sở |số:?|\(|phụ lục|biểu)|ngày .* tháng/iu.test(
          text,
        ),
    )
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '').slice(0, 300)
}
