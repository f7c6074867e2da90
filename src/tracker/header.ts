// The heading of a tracking sheet: where it stands, what each column is called over several rows, what it probably
// holds, and the signature under which a person's mapping is found again.
import { createHash } from 'node:crypto'
import { dayOf } from '../base/calendar.ts'
import { nameKey } from '../base/text.ts'
import { columnKind, type FieldKind } from '../vocabulary/field-label.ts'
import {
  AS_OF,
  FAULT_HEADING,
  TOLD_BY_VALUES,
  TRACKER_LABELS,
  type TrackerField,
} from '../vocabulary/tracker-words.ts'
import type { SheetCell, SheetRow, TrackerSheet } from './sheet.ts'
import { isRepeatable } from './tracker.ts'
import { readPercent, stateOf } from './value.ts'

export interface Head {
  /** As Excel counts. */
  row: number
  rows: number
}

/** A heading stands near the top; a sheet whose first sixty rows have none is mapped by hand. */
const LOOK_DOWN = 60
const MOST_HEAD_ROWS = 5

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

const textAt = (row: SheetRow | undefined, column: number): string => row?.cells[column]?.text ?? ''
const filled = (row: SheetRow): number[] =>
  row.cells.flatMap((cell, column) => (cell && cell.text !== '' ? [column] : []))

/** "(1) (2) (3)", "A B 1 2": the numbers of the columns. */
export const isColumnNumbers = (row: SheetRow): boolean => {
  const texts = row.cells.flatMap((cell) => (cell && cell.text !== '' ? [cell.text] : []))
  return (
    texts.length >= 3 &&
    texts.every((text) => /^(?:\(?\d{1,2}\)?(?: ?= ?.+)?|[A-Z])$/u.test(text)) &&
    new Set(texts).size === texts.length
  )
}

/** The row whose cells are best known as headings; null when no row has two of them, one of which names the duty. */
export function findHead(sheet: TrackerSheet): Head | null {
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
  if (!row) return null
  // Names merged downward stand in every row of the heading: it begins where they do.
  const above = row.cells.flatMap((cell) =>
    cell?.from && row.n - cell.from < MOST_HEAD_ROWS ? [cell.from] : [],
  )
  const first = Math.min(row.n, ...above)
  const from = sheet.rows.findIndex(({ n }) => n === first)
  return { row: first, rows: Math.max(headRows(sheet, from), row.n - first + 1) }
}

/** How many rows the heading goes over: its own merges downward, and the parts of headings merged across. */
function headRows(sheet: TrackerSheet, at: number): number {
  const first = sheet.rows[at]?.n ?? 1
  const merges = sheet.merges.filter((merge) => merge.row === first)
  let last = Math.max(first, ...merges.map((merge) => merge.lastRow))
  const isSplit = merges.some((merge) => merge.lastColumn > merge.column && merge.lastRow === first)
  const below = sheet.rows[at + 1]
  if (last === first && isSplit && below && isSubHead(sheet, first, below)) last = below.n
  return Math.min(MOST_HEAD_ROWS, last - first + 1)
}

/** The row under a heading merged across names its parts and nothing else. */
function isSubHead(sheet: TrackerSheet, first: number, row: SheetRow): boolean {
  const within = (column: number) =>
    sheet.merges.some(
      (m) => m.row === first && m.lastColumn > m.column && m.column <= column && column <= m.lastColumn,
    )
  const columns = filled(row)
  return columns.length > 0 && columns.every(within) && !isColumnNumbers(row)
}

/** Each column's name, its parts joined from the top: "Tình trạng > Đã hoàn thành". */
export function headings(sheet: TrackerSheet, head: Head): string[] {
  const rows = sheet.rows.filter((row) => row.n >= head.row && row.n < head.row + head.rows)
  const across = sheet.merges.filter(
    (merge) => merge.row >= head.row && merge.row < head.row + head.rows && merge.lastColumn > merge.column,
  )
  return Array.from({ length: sheet.width }, (_, column) => {
    const parts: string[] = []
    for (const row of rows) {
      const merge = across.find(
        (m) => m.row <= row.n && row.n <= m.lastRow && m.column < column && column <= m.lastColumn,
      )
      const text = (merge ? textAt(row, merge.column) : textAt(row, column)).replace(/\s+/gu, ' ').trim()
      if (text !== '' && parts.at(-1) !== text) parts.push(text)
    }
    return parts.join(' > ')
  })
}

/** Rows below the heading, the numbers of the columns left out. */
export const bodyRows = (sheet: TrackerSheet, head: Head): SheetRow[] =>
  sheet.rows.filter((row) => row.n >= head.row + head.rows && !isColumnNumbers(row))

const SAMPLE_ROWS = 200
/** From so many of its cells on, a column is what its values say. */
const TELLING = 0.6

/** What each column probably holds: sure labels first, the rest by label and values together; each field once. */
export function proposeFields(sheet: TrackerSheet, head: Head): (TrackerField | null)[] {
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

/** The same heading in whatever writing, without empty columns and the one our list of faults adds. */
export function signatureOf(names: readonly string[]): string {
  const keys = names.filter(isNamed).map(nameKey)
  return createHash('sha256').update(keys.join('|')).digest('hex')
}

/** A mapping is kept for the named columns alone, so that an empty column, or ours, in between changes nothing. */
export const fieldsByName = <T>(names: readonly string[], fields: readonly T[]): T[] =>
  fields.filter((_, column) => isNamed(names[column] ?? ''))

/** The other way round; null for what has no name. */
export function fieldsByColumn<T>(names: readonly string[], named: readonly (T | null)[]): (T | null)[] {
  let at = 0
  return names.map((name) => (isNamed(name) ? (named[at++] ?? null) : null))
}

const isNamed = (name: string): boolean => nameKey(name) !== '' && nameKey(name) !== nameKey(FAULT_HEADING)

/** "(Tính đến ngày 15/10/2026)" in the rows above the heading. */
export function asOfIn(sheet: TrackerSheet, head: Head): string | null {
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
export function yearIn(sheet: TrackerSheet, head: Head): number | null {
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
export function titleIn(sheet: TrackerSheet, head: Head): string {
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
