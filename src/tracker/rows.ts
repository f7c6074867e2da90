// The rows of a mapped sheet: which are duties, and under which heading of the sheet each stands. Everything else is
// counted by what it is, so that nothing is left out without a word.

import type { SheetCell, SheetRow, TableSheet } from '../document/sheet.ts'
import { bodyRows, headings } from '../document/sheet-head.ts'
import { TRACKER_FOOT, TRACKER_SUM, type TrackerField } from '../vocabulary/tracker-words.ts'
import type { Settings, Skipped } from './tracker.ts'

export interface Placed {
  column: number
  cell: SheetCell
}

export interface DutyRow {
  n: number
  /** What stands in the columns of each field, empty cells left out. */
  cells: Partial<Record<TrackerField, Placed[]>>
  /** Labels of the headings above, joined: "II.1". */
  section: string
  /** The words of the nearest heading. */
  heading: string
}

export interface SheetHeading {
  n: number
  label: string
  title: string
  level: number
  section: string
}

export interface SheetRows {
  rows: DutyRow[]
  headings: SheetHeading[]
  skipped: Skipped
  /** What stood below the table. */
  foot: string[]
}

/** What offices write into a cell that holds nothing. */
const NOTHING = /^[-–—_….,/\\\s]*$/u
const ORDINAL = /^\d{1,5}(?:[.,]\d{1,3}){0,3}[.)]?$/u
const HEADING_LABEL = /^(?:[IVXLC]{1,6}|[A-H])[.)]?$/u
const LABELLED = /^(?<label>[IVXLC]{1,6}|[A-H]|\d{1,2})[.)]\s+(?<title>\p{L}.*)$/su

const textOf = (placed: Placed | undefined): string => placed?.cell.text.replace(/\s+/gu, ' ').trim() ?? ''

/** `settings` must fit the sheet: a head inside it and a field for every column that is read. */
export function readRows(sheet: TableSheet, settings: Settings): SheetRows {
  const head = { row: settings.headRow, rows: settings.headRows }
  const isShown = (column: number) => settings.includeHidden || !sheet.hiddenColumns.includes(column)
  const columns = settings.fields.flatMap((field, column) =>
    field !== null && isShown(column) ? [[field, column] as const] : [],
  )
  const names = headingWords(sheet, head)
  const skipped: Skipped = { headings: 0, repeatedHeads: 0, sums: 0, foot: 0, hidden: 0, continued: 0 }
  const shown = bodyRows(sheet, head).filter((row) => {
    if (!row.isHidden || settings.includeHidden) return true
    skipped.hidden++
    return false
  })
  const placed = shown.map((row) => ({ row, cells: cellsOf(row, columns) }))
  const end = footAt(placed)
  const read: SheetRows = { rows: [], headings: [], skipped, foot: [] }
  const outline = new Outline()
  for (const [at, { row, cells }] of placed.entries()) {
    const texts = row.cells.flatMap((cell) => (cell && cell.text !== '' ? [cell.text] : []))
    if (at >= end) {
      skipped.foot++
      read.foot.push(texts.join(' · ').replace(/\s+/gu, ' ').slice(0, 200))
      continue
    }
    const title = headingOf(row, cells, placed[at + 1]?.cells, texts)
    const what = otherThanDuty(row, cells, texts, names)
    if (what) skipped[what]++
    else if (title) {
      skipped.headings++
      read.headings.push(outline.add(title, row.n))
    } else if (isBesideTable(cells)) skipped.foot++
    else {
      const section = textOf(cells.section?.[0])
      if (section !== '' && section !== outline.heading)
        read.headings.push(outline.add({ label: '', title: section }, row.n))
      read.rows.push({ n: row.n, cells, section: outline.section, heading: outline.heading })
    }
  }
  return read
}

/** A heading printed again, the lower part of merged cells, a sum. */
function otherThanDuty(
  row: SheetRow,
  cells: DutyRow['cells'],
  texts: readonly string[],
  names: readonly ReadonlySet<string>[],
): 'repeatedHeads' | 'continued' | 'sums' | null {
  if (isRepeatedHead(row, names)) return 'repeatedHeads'
  const own = Object.values(cells).flat()
  if (own.length > 0 && own.every(({ cell }) => cell.from !== undefined)) return 'continued'
  const isSum = !cells.lead && texts.some((text) => TRACKER_SUM.test(text))
  return isSum && !ORDINAL.test(textOf(cells.number?.[0])) ? 'sums' : null
}

/** Words beside the mapped columns only, or a number alone: remarks of the office that are no duty. */
const isBesideTable = (cells: DutyRow['cells']): boolean =>
  Object.keys(cells).every((field) => field === 'number' || field === 'section')

function cellsOf(row: SheetRow, columns: readonly (readonly [TrackerField, number])[]): DutyRow['cells'] {
  const cells: DutyRow['cells'] = {}
  for (const [field, column] of columns) {
    const cell = row.cells[column]
    if (!cell || (NOTHING.test(cell.text) && cell.wrong === undefined)) continue
    const list = cells[field] ?? []
    list.push({ column, cell })
    cells[field] = list
  }
  return cells
}

const isDuty = ({ duty, number, lead, due, state }: DutyRow['cells']): boolean =>
  (duty !== undefined && (lead !== undefined || due !== undefined || state !== undefined)) ||
  (number !== undefined && ORDINAL.test(textOf(number[0])) && (duty ?? lead ?? due) !== undefined)

/** Where the table ends: at the first line of a signature below which no duty stands, at the latest after the last duty. */
function footAt(placed: readonly { row: SheetRow; cells: DutyRow['cells'] }[]): number {
  const isNumbered = placed.some(({ cells }) => ORDINAL.test(textOf(cells.number?.[0])))
  const isFoot = ({ row, cells }: (typeof placed)[number]) =>
    !ORDINAL.test(textOf(cells.number?.[0])) &&
    row.cells.some((cell) => cell !== null && TRACKER_FOOT.test(cell.text.trim()))
  let end = placed.length
  for (let at = placed.length - 1; at >= 0; at--) {
    const each = placed[at]
    if (!each) continue
    if (isFoot(each)) end = at
    else if (
      isNumbered ? ORDINAL.test(textOf(each.cells.number?.[0])) && isDuty(each.cells) : isDuty(each.cells)
    )
      break
  }
  // A heading or a sum may be the last row; lines that are nothing of the table follow no further.
  const last = placed.findLastIndex(({ cells }, at) => at < end && isDuty(cells))
  const loose = placed.findIndex(
    ({ cells, row }, at) =>
      at > last && at < end && !isDuty(cells) && !row.isBold && cells.duty === undefined,
  )
  return loose >= 0 ? loose : end
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase()

/** What may stand in each column where the heading is printed again: its parts and its whole. */
const headingWords = (sheet: TableSheet, head: { row: number; rows: number }): Set<string>[] =>
  headings(sheet, head).map((name) => new Set([...name.split(' > '), name.replaceAll(' > ', ' ')].map(plain)))

/** The heading printed again on every page. */
function isRepeatedHead(row: SheetRow, names: readonly ReadonlySet<string>[]): boolean {
  let same = 0
  let others = 0
  row.cells.forEach((cell, column) => {
    if (!cell || cell.text === '') return
    // No heading is longer; a duty is mostly.
    if (cell.text.length < 120 && names[column]?.has(plain(cell.text))) same++
    else others++
  })
  return same >= 2 && same > others
}

interface Title {
  label: string
  title: string
}

/** "I | Lĩnh vực kinh tế", "II. Lĩnh vực văn hóa" over all columns, a bold line alone, "1 | …" above "1.1 | …". */
function headingOf(
  row: SheetRow,
  cells: DutyRow['cells'],
  next: DutyRow['cells'] | undefined,
  texts: readonly string[],
): Title | null {
  const number = textOf(cells.number?.[0])
  const duty = textOf(cells.duty?.[0])
  const others = Object.entries(cells).some(
    ([field, list]) =>
      field !== 'number' &&
      field !== 'duty' &&
      field !== 'section' &&
      list.some(({ cell }) => textOfCell(cell) !== duty),
  )
  const distinct = new Set(texts.filter((text) => text !== number))
  if (others || distinct.size > 1) return null
  const [only = ''] = distinct
  const title = (duty || only || (/\p{L}{3}/u.test(number) ? number : '')).replace(/\s+/gu, ' ').trim()
  if (title === '' || title.length > 400) return null
  if (HEADING_LABEL.test(number)) return { label: number.replace(/[.)]$/u, ''), title }
  const labelled = LABELLED.exec(title)?.groups
  const isLoose = number === '' || number === title
  if (isLoose && labelled && !/^\d/u.test(labelled.label ?? ''))
    return { label: labelled.label ?? '', title: labelled.title ?? title }
  if (ORDINAL.test(number)) {
    const label = number.replace(/[.)]$/u, '')
    const below = textOf(next?.number?.[0])
    return below.startsWith(`${label}.`) || below.startsWith(`${label},`) ? { label, title } : null
  }
  const spans = row.cells.filter((cell) => cell !== null && cell.text !== '').length === 1
  const isLoud = title === title.toUpperCase() && /\p{L}{3}/u.test(title)
  if (isLoose && spans && (row.isBold || isLoud || cells.duty === undefined))
    return { label: labelled?.label ?? '', title: labelled?.title ?? title }
  return null
}

const textOfCell = (cell: SheetCell): string => cell.text.replace(/\s+/gu, ' ').trim()

/** The headings over a row: letters, Roman figures and lines without a label each on their level. */
class Outline {
  #stack: { depth: number; label: string; title: string }[] = []
  #unlabelled = 0

  get section(): string {
    return this.#stack.map(({ label }) => label).join('.')
  }

  get heading(): string {
    return this.#stack.at(-1)?.title ?? ''
  }

  add({ label, title }: Title, n: number): SheetHeading {
    const depth = label === '' ? 1 : /^[A-H]$/u.test(label) ? 0 : /^[IVXLC]+$/u.test(label) ? 1 : 2
    this.#stack = this.#stack.filter((each) => each.depth < depth)
    this.#stack.push({ depth, label: label || `M${++this.#unlabelled}`, title })
    return { n, label, title, level: this.#stack.length, section: this.section }
  }
}
