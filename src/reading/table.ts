// Cells of a table in, its rows as duties out, when its columns say that it assigns duties; group rows as headings.

import { columnKind, type FieldKind, fieldsOf } from '../vocabulary/field-label.ts'
import { findBearer, findCoordinating, splitAgencies } from './agency-list.ts'
import { findDeliverables, splitDeliverables } from './deliverable.ts'
import type { Heading, Origin, Unjudged } from './draft.ts'
import { findDue, NO_DUE, type PlanTime, readDue } from './due.ts'
import { readLabel } from './label.ts'
import { sectionOf } from './outline.ts'
import { type Paragraph, quoteOf } from './paragraph.ts'
import type { TaskDraft } from './task.ts'

/** Row by row, column by column; a merged cell stands in every row and column it spans. */
export type Grid = Paragraph[][][]

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim()
export const textAt = (row: Paragraph[][] | undefined, column: number): string =>
  squeeze((row?.[column] ?? []).map((each) => each.text).join(' '))

export function gridOf(paragraphs: readonly Paragraph[]): Grid {
  const grid: Grid = []
  /** Paragraphs of one cell are one list, which stands in every place the cell spans. */
  const lists = new Map<string, Paragraph[]>()
  for (const paragraph of paragraphs) {
    const { cell } = paragraph
    if (!cell) continue
    const begun = lists.get(`${cell.row},${cell.column}`)
    if (begun) {
      begun.push(paragraph)
      continue
    }
    const list = [paragraph]
    lists.set(`${cell.row},${cell.column}`, list)
    const lastRow = cell.row + Math.min(cell.rowSpan, 2000)
    for (let row = cell.row; row < lastRow; row++) {
      grid[row] ??= []
      const places = grid[row] as Paragraph[][]
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        places[column] = places[column] ? [...(places[column] as Paragraph[]), ...list] : list
    }
  }
  for (let row = 0; row < grid.length; row++) grid[row] ??= []
  return grid
}

type Columns = Partial<Record<FieldKind, number>>

function columnsOf(row: Paragraph[][] | undefined): Columns {
  const columns: Columns = {}
  for (let column = 0; column < (row?.length ?? 0); column++) {
    const kind = columnKind(textAt(row, column))
    if (kind && columns[kind] === undefined) columns[kind] = column
  }
  return columns
}

const assigns = (columns: Columns): boolean =>
  columns.content !== undefined &&
  (columns.lead !== undefined ||
    columns.coordinating !== undefined ||
    (columns.due !== undefined && columns.deliverable !== undefined))

export interface TableContext {
  origin: Origin
  /** Labels of the parts above the table; "PL" for an annex. */
  labels: string[]
  level: number
  time: PlanTime
}

export interface TableState {
  columns: Columns | null
  width: number
  group: string[]
  header: string
  /** The time named last in a first column: rows below it with an empty cell are due then, too. */
  time: string
}

export interface TableRead {
  tasks: TaskDraft[]
  headings: Unjudged<Heading>[]
  /** Every cell of a table that was understood. */
  used: Paragraph[]
}

export const newTableState = (): TableState => ({ columns: null, width: 0, group: [], header: '', time: '' })

const rowKey = (row: Paragraph[][] | undefined): string =>
  (row ?? [])
    .map((_, column) => textAt(row, column))
    .join('|')
    .toLowerCase()

/** Reads one table; `state` lets a table go on over pages, with or without its header repeated. */
export function readTable(
  paragraphs: readonly Paragraph[],
  context: TableContext,
  state: TableState,
): TableRead | null {
  const grid = gridOf(paragraphs)
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0)
  let first = 0
  let columns: Columns | null = null
  for (let row = 0; row < Math.min(3, grid.length); row++) {
    const own = columnsOf(grid[row])
    if (Object.keys(own).length === 0) continue
    const merged: Columns = { ...columns, ...own }
    if (!assigns(merged) && row > 0) Object.assign(merged, columnsOf(grid[row - 1]), own)
    if (!assigns(merged)) continue
    columns = merged
    first = row + 1
  }
  if (columns) {
    const header = rowKey(grid[first - 1])
    if (header !== state.header) {
      state.group = []
      state.time = ''
    }
    state.columns = columns
    state.width = width
    state.header = header
  } else if (!state.columns || width > state.width || width < 3 || columnsOf(grid[0]).ordinal !== undefined) {
    state.columns = null
    return null
  }
  const use = state.columns
  if (!use) return null
  const tasks: TaskDraft[] = []
  const headings: Unjudged<Heading>[] = []
  for (const row of grid.slice(first)) readRow(row, use, context, state, tasks, headings)
  return { tasks, headings, used: [...paragraphs] }
}

const CHAIRS = /\s*\((?:cơ quan |đơn vị )?chủ trì\)/iu

/** One cell for both: "Chủ trì: Sở X; Phối hợp: Sở Y". */
export function readNames(cell: string): { lead: string[]; coordinating: string[] } {
  const parts = fieldsOf(cell)
  const of = (kind: FieldKind): string[] =>
    parts
      .filter((part) => part.kind === kind)
      .flatMap((part) => splitAgencies(cell.slice(part.from, part.to)))
  if (parts.length > 0) return { lead: of('lead'), coordinating: of('coordinating') }
  // "Sở X chủ trì, phối hợp với Sở Y"; "Sở X (chủ trì), Sở Y".
  const bearer = /chủ trì/iu.test(cell) ? findBearer(cell) : null
  if (bearer) return { lead: bearer.agencies, coordinating: findCoordinating(cell) }
  const names = splitAgencies(cell)
  const marked = names.filter((name) => CHAIRS.test(name))
  if (marked.length > 0)
    return {
      lead: marked.map((name) => name.replace(CHAIRS, '').trim()),
      coordinating: names.filter((name) => !marked.includes(name)),
    }
  return { lead: cell === '' ? [] : names, coordinating: [] }
}

function readRow(
  row: Paragraph[][],
  columns: Columns,
  context: TableContext,
  state: TableState,
  tasks: TaskDraft[],
  headings: Unjudged<Heading>[],
): void {
  if (rowKey(row) === state.header || rowKey(row).replaceAll('|', '') === '') return
  const at = (kind: FieldKind): string => {
    const column = columns[kind]
    return column === undefined ? '' : textAt(row, column)
  }
  // A title that spans all columns stands in each of them.
  const spanning =
    new Set(row.flat()).size <= 2 && row.flat().some((each) => (each.cell?.columnSpan ?? 1) >= row.length - 1)
  let ordinal = at('ordinal').replace(/[.)]+$/u, '')
  const contents = (columns.content === undefined ? [] : row[columns.content]) ?? []
  let content = squeeze(contents.map((each) => each.text).join(' '))
  const others = spanning
    ? ''
    : (['lead', 'coordinating', 'due', 'deliverable'] as const).map((kind) => at(kind)).join('')
  if (spanning && ordinal === content) ordinal = ''
  let from = 0
  const label = ordinal === '' && contents[0] ? readLabel(contents[0].text) : null
  if (label && label.kind !== 'dash' && label.kind !== 'plus') {
    ordinal = label.text
    from = label.length
    content = squeeze(content.slice(from))
  }
  if (content === '' || !/\p{L}/u.test(content)) {
    const only = row.flat()[0]
    if (!only || others !== '' || !/^(?:[IVX]+|[A-H])[.)]/u.test(only.text)) return
    content = squeeze(only.text)
  }
  const title = contents[0] ?? row.flat()[0]
  if (others === '' && title && (ordinal !== '' || spanning)) {
    const depth = /^[IVX]+$|^[A-H]$/u.test(ordinal) ? 0 : ordinal.split('.').length
    state.group = [...state.group.slice(0, depth), ordinal].filter((each) => each !== '')
    headings.push({
      label: ordinal,
      title: content.replace(/[.:;,]+$/u, ''),
      level: context.level + state.group.length,
      section: sectionOf([...context.labels, ...state.group]),
      spans: quoteOf(title, from).spans,
    })
    return
  }
  const quotes = contents.map((each, i) => quoteOf(each, i === 0 ? from : 0))
  const deliverable = at('deliverable')
  const leads = columns.due !== undefined && columns.content !== undefined && columns.due < columns.content
  if (leads && at('due') !== '') state.time = at('due')
  const dueCell = at('due') || (leads ? state.time : '')
  const due = dueCell === '' ? NO_DUE : readDue(dueCell, context.time)
  const named = readNames(at('lead'))
  tasks.push({
    quote: quotes.map((each) => each.quote).join(' '),
    spans: quotes.flatMap((each) => each.spans),
    origin: context.origin,
    section: sectionOf([...context.labels, ...state.group, ...(ordinal === '' ? [] : [ordinal])]),
    lead: named.lead,
    coordinating: [...named.coordinating, ...readNames(at('coordinating')).lead],
    deliverables:
      columns.deliverable === undefined ? findDeliverables(content) : splitDeliverables(deliverable),
    due: due.kind === 'none' ? findDue(content, context.time) : due,
    rule: 'row',
    introduces: false,
    split: false,
  })
}
