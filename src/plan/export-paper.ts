// A published plan as an official document: its own words in their order, each duty as it was corrected, its annexes in
// their own columns, and what later documents added. A corrected field that the words do not say stands on a labelled
// line under its duty, as plans do ("Cơ quan chủ trì: …"), so that whoever reads the document gets what was published.
import { roman } from '../document/numbering.ts'
import { type Appendix, AUTHORITIES, type Block, type OfficialPaper } from '../paper/official.ts'
import type { Issuer, PaperColumn } from '../paper/table.ts'
import { annexHead } from '../reading/annex-head.ts'
import type { DraftTask, Signer } from '../reading/draft.ts'
import { readZones } from '../reading/header.ts'
import { readLabel } from '../reading/label.ts'
import { joinParagraphs, type Paragraph } from '../reading/paragraph.ts'
import { DOCUMENT_TYPES } from '../vocabulary/document-type.ts'
import { columnKind, type FieldKind } from '../vocabulary/field-label.ts'
import * as words from '../vocabulary/words.ts'
import {
  type ExportItem,
  type ExportPlan,
  FIELD_LAYOUT,
  fieldText,
  PRINTED_LAYOUT,
  readOf,
} from './export.ts'

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim()

const LABELLED = ['lead', 'coordinating', 'deliverable', 'due'] as const
type Labelled = (typeof LABELLED)[number]

const readText = (task: DraftTask, field: Labelled): string => {
  if (field === 'due') return task.due.text
  return task[field === 'deliverable' ? 'deliverables' : field].join('; ')
}

/** Fields that are no more what reading made of the words. */
function changedFields(item: ExportItem, read: DraftTask | null): Labelled[] {
  return LABELLED.filter((field) => {
    const text = fieldText(item, field)
    return text !== '' && text !== (read ? readText(read, field) : '')
  })
}

const labelledLines = (item: ExportItem, fields: readonly Labelled[]): Block[] =>
  fields.map((field) => ({
    kind: 'paragraph',
    text: `${words.planExport.labels[field]}: ${fieldText(item, field)}`,
  }))

/** The documents a plan rests on, each on a line of its own; the sentence that puts it in force is none of them. */
const BASIS =
  /^(?:Căn cứ|Thực hiện|Thi hành|Theo đề nghị|Xét)(?!.*(?:như sau|ban hành (?:Kế hoạch|Chương trình)[^;]*:)).*[;.,]$/u

interface Sources {
  plan: ExportPlan
  /** Items that begin in a line. */
  byLine: Map<number, ExportItem[]>
}

function itemsIn({ byLine }: Sources, paragraph: Paragraph): ExportItem[] {
  const found = new Set<ExportItem>()
  for (const { line, from, length } of paragraph.segments)
    for (const item of byLine.get(line) ?? []) {
      const [first] = item.spans
      if (first && first.from >= from && first.from < from + length) found.add(item)
    }
  return [...found]
}

/** What the paragraph says, with the words of its duties as they were corrected. */
function correctedText(sources: Sources, paragraph: Paragraph): { text: string; items: ExportItem[] } {
  const items = itemsIn(sources, paragraph)
  let text = squeeze(paragraph.text)
  for (const item of items) {
    const source = item.spans.map(
      ({ line, from, to }) => sources.plan.lines[line]?.text.slice(from, to) ?? '',
    )
    const said = squeeze(source.join(' '))
    if (said !== squeeze(item.quote)) text = text.replace(said, () => squeeze(item.quote))
  }
  return { text, items }
}

/** The heading that the paragraph is as a whole; null for one whose words go on behind it. */
function headingOf({ plan: { draft } }: Sources, paragraph: Paragraph) {
  const bare = (text: string) => squeeze(text).replace(/[.:;,]+$/u, '')
  const label = readLabel(paragraph.text)
  const rest = bare(paragraph.text.slice(label?.length ?? 0))
  const found = draft.outline.find(
    ({ spans: [first], title }) =>
      first &&
      paragraph.lines.includes(first.line) &&
      (bare(title) === rest || bare(title) === bare(paragraph.text)),
  )
  if (!found) return null
  return { level: Math.min(found.level, 3), label: squeeze(paragraph.text.slice(0, label?.length ?? 0)) }
}

const restOf = (paragraph: Paragraph): string =>
  squeeze(paragraph.text.slice(readLabel(paragraph.text)?.length ?? 0))

/** The cells of one table by row and column; a merged cell says its words in each row it spans. */
function gridOf(sources: Sources, cells: readonly Paragraph[]): string[][] {
  const rows: string[][] = []
  for (const paragraph of cells) {
    const { cell } = paragraph
    if (!cell) continue
    const { text } = correctedText(sources, paragraph)
    for (let row = cell.row; row < cell.row + Math.min(cell.rowSpan, 2000); row++) {
      rows[row] ??= []
      const own = rows[row] as string[]
      own[cell.column] = own[cell.column] ? `${own[cell.column]}\n${text}` : text
    }
  }
  const width = Math.max(0, ...rows.map((row) => row?.length ?? 0))
  return Array.from(rows, (row) => Array.from({ length: width }, (_, at) => row?.[at] ?? ''))
}

interface Grid {
  columns: (PaperColumn & { field: FieldKind | null })[]
  rows: string[][]
}

/** A table in its own columns, with what was corrected of the duties in its rows. */
function tableOf(sources: Sources, cells: readonly Paragraph[]): Grid {
  const { plan } = sources
  const table = cells[0]?.cell?.table
  const lines = plan.lines.filter(({ cell }) => cell?.table === table)
  const head = annexHead(lines)
  const grid = gridOf(sources, cells)
  const width = grid[0]?.length ?? 0
  const named =
    head?.columns ??
    Array.from({ length: width }, (_, column) => ({ kind: null, label: grid[0]?.[column] ?? '', column }))
  const columns = named.map(({ kind, label }) => {
    const layout =
      kind && kind !== 'other' ? FIELD_LAYOUT[kind] : isNumbers(label) ? FIELD_LAYOUT.ordinal : PRINTED_LAYOUT
    return { label, field: kind, ...layout }
  })
  // The head has as many rows as say nothing but labels.
  const isHead = (row: readonly string[]) =>
    row
      .filter(Boolean)
      .every((text) => columnKind(text) !== null || named.some(({ label }) => squeeze(text) === label))
  const first = Math.max(
    1,
    grid.findIndex((row) => !isHead(row)),
  )
  const byRow = Map.groupBy(
    plan.items.filter(
      ({ documentId, spans }) =>
        documentId === plan.id && plan.lines[spans[0]?.line ?? -1]?.cell?.table === table,
    ),
    ({ spans }) => plan.lines[spans[0]?.line ?? -1]?.cell?.row ?? -1,
  )
  const rows = grid.slice(first).map((row, at) => {
    const [item, ...others] = byRow.get(at + first) ?? []
    const changed = item && !others.length ? changedFields(item, readOf(plan.draft, item)) : []
    return named.map(({ kind, column }) => {
      const field = changed.find((each) => each === kind)
      return field && item ? fieldText(item, field) : (row[column] ?? '')
    })
  })
  return { columns, rows: rows.filter((row) => row.some(Boolean)) }
}
const isNumbers = (label: string): boolean => columnKind(label) === 'ordinal'

/** Tables apart, and the paragraphs between them. */
function piecesOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const pieces: Paragraph[][] = []
  for (const paragraph of paragraphs) {
    const last = pieces.at(-1)
    if (paragraph.cell && last?.[0]?.cell?.table === paragraph.cell.table) last.push(paragraph)
    else pieces.push([paragraph])
  }
  return pieces
}

function blocksOf(sources: Sources, paragraphs: readonly Paragraph[]): Block[] {
  return piecesOf(paragraphs).flatMap(([first, ...others]): Block[] => {
    if (!first) return []
    if (first.cell) return [{ kind: 'table', ...tableOf(sources, [first, ...others]) }]
    const heading = headingOf(sources, first)
    if (heading) return [{ kind: 'heading', ...heading, text: restOf(first) }]
    const { text, items } = correctedText(sources, first)
    const lines = items.flatMap((item) =>
      labelledLines(item, changedFields(item, readOf(sources.plan.draft, item))),
    )
    return [{ kind: 'paragraph', text }, ...lines]
  })
}

/** Each annex with its tables; one that has only words keeps them as notes. */
function appendicesOf(sources: Sources, paragraphs: readonly Paragraph[]): Appendix[] {
  const starts = paragraphs.flatMap((each, at) =>
    !each.cell && readLabel(each.text)?.kind === 'appendix' ? [at] : [],
  )
  return starts.flatMap((start, i): Appendix[] => {
    const part = paragraphs.slice(start, starts[i + 1] ?? paragraphs.length)
    const [caption, ...rest] = part
    if (!caption) return []
    const firstTable = rest.findIndex(({ cell }) => cell)
    const before = rest.slice(0, firstTable < 0 ? 1 : firstTable).map(({ text }) => squeeze(text))
    const title = [restOf(caption), ...before.filter((text) => !/^\(?kèm theo|^[-_–=]+$/iu.test(text))]
      .filter(Boolean)
      .join(' ')
    const pieces = piecesOf(rest.slice(before.length))
    const tables = pieces.filter(([first]) => first?.cell).map((cells) => tableOf(sources, cells))
    const notes = pieces
      .filter(([first]) => !first?.cell)
      .flatMap(([first]) => (first ? [correctedText(sources, first).text] : []))
    if (!tables.length) return [{ title, columns: [], rows: [], notes }]
    return joined(tables).map((table, at, all) => ({
      title,
      ...table,
      notes: at === all.length - 1 ? notes : [],
    }))
  })
}

/** A table broken over pages begins anew with the same head. */
function joined(tables: readonly Grid[]): Grid[] {
  const found: Grid[] = []
  for (const table of tables) {
    const last = found.at(-1)
    const isSame =
      last?.columns.length === table.columns.length &&
      last.columns.every(({ label }, at) => label === table.columns[at]?.label)
    if (last && isSame) last.rows.push(...table.rows)
    else found.push({ ...table, rows: [...table.rows] })
  }
  return found
}

/** A heading of the first rank behind the last one: "IV." after "III.". */
function nextLabel({ draft }: ExportPlan): string {
  const ranks = draft.outline.filter(({ level, label }) => level === 1 && /^[IVX]+$/u.test(label))
  return `${roman(ranks.length + 1)}.`
}

/** Its words say the field already. */
const isSaid = (item: ExportItem) => (field: Labelled) => {
  const quote = item.quote.toLowerCase()
  return fieldText(item, field)
    .split('; ')
    .every((text) => quote.includes(text.toLowerCase()))
}

/** What later documents added stands behind the text, with the document that says it. */
function additionBlocks(plan: ExportPlan): Block[] {
  const w = words.planExport
  let ordinal = 0
  const added = plan.additions.flatMap(({ id, number, title, issued }): Block[] => {
    const own = plan.items.filter(({ documentId, outcome }) => documentId === id && outcome !== 'merged')
    if (!own.length) return []
    const from = w.added(number ?? title, issued && words.day(issued))
    return [
      { kind: 'paragraph', text: from, italics: true },
      ...own.flatMap((item): Block[] => {
        const fields = changedFields(item, null).filter((field) => !isSaid(item)(field))
        return [{ kind: 'paragraph', text: `${++ordinal}. ${item.quote}` }, ...labelledLines(item, fields)]
      }),
    ]
  })
  return added.length
    ? [{ kind: 'heading', level: 1, label: nextLabel(plan), text: w.additions }, ...added]
    : []
}

const LABELS = LABELLED.map((field) => `${words.planExport.labels[field]}: `)
/** "./." stands behind a sentence, not behind the value of a labelled line. */
function closing(body: Block[]): Block[] {
  const last = body.at(-1)
  const isLabelled = last?.kind === 'paragraph' && LABELS.some((label) => last.text.startsWith(label))
  return isLabelled ? [...body, { kind: 'paragraph', text: '' }] : body
}

/** "TM. ỦY BAN NHÂN DÂN" -> the authority, and for whom. */
function signatureOf({ onBehalfOf, capacity, position, name }: Signer): OfficialPaper['signature'] {
  const lines = [onBehalfOf, capacity].filter((line) => line !== null)
  const [, sign, over] = /^(TM|KT|TL|TUQ|Q|T\/M|K\/T|T\/L|T\/UQ)\.?\s*(.*)$/u.exec(lines[0] ?? '') ?? []
  const authority = AUTHORITIES.find((each) => each === `${sign?.replace('/', '')}.`) ?? null
  return {
    authority,
    for: authority ? [over, ...lines.slice(1)].join('\n').trim() : lines.join('\n'),
    title: position,
    name,
  }
}

/** "175/CTr-UBND", "46-CTr/TU": the number and the symbol behind it. */
function numberOf(number: string | null, type: string): Pick<OfficialPaper, 'profile' | 'number' | 'symbol'> {
  const [, party, partySymbol] = /^(\d*)-(\p{L}+\/.+)$/u.exec(number ?? '') ?? []
  if (partySymbol) return { profile: 'party', number: party || null, symbol: partySymbol }
  const [, figure, symbol] = /^(\d*)\/(.+)$/u.exec(number ?? '') ?? []
  return { profile: 'state', number: figure || null, symbol: symbol ?? type }
}

const typeName = (type: string, top: readonly string[]): string | null => {
  if (type === 'CV') return null
  const names = DOCUMENT_TYPES.filter(([, abbreviation]) => abbreviation === type).map(([name]) => name)
  // "chương trình" and "chương trình hành động" have one abbreviation: the one printed counts.
  const printed = names.find((name) => top.some((text) => text.toLowerCase() === name))
  return (printed ?? names.at(-1) ?? 'kế hoạch').toUpperCase()
}

/** What a head without a day prints: its own year and month; of a month left blank the one in which it is taken away. */
function drawnOn(date: string | null, today: string): string {
  if (date && /^\d{4}-\d\d$/u.test(date)) return `${date}-01`
  const month = `${today.slice(0, 7)}-01`
  return !date || today.startsWith(date) ? month : `${date.slice(0, 4)}-12-01`
}

/** @param at who issued it as its directory knows it, and a day for a head that prints none */
export function exportedPaper(
  plan: ExportPlan,
  at: { issuer: Issuer; place: string; day: string },
): OfficialPaper {
  const { head } = plan
  const byLine = new Map<number, ExportItem[]>()
  for (const item of plan.items) {
    const [first] = item.spans
    if (item.documentId === plan.id && first)
      byLine.set(first.line, [...(byLine.get(first.line) ?? []), item])
  }
  const sources = { plan, byLine }
  const paragraphs = joinParagraphs({
    door: plan.door,
    lines: plan.lines.filter(({ note }) => !note),
    notices: [],
  })
  const zones = readZones(paragraphs)
  const preamble = [...zones.preamble]
  const basis: string[] = []
  while (BASIS.test(squeeze(preamble[0]?.text ?? ''))) basis.push(squeeze(preamble.shift()?.text ?? ''))
  const text = blocksOf(sources, [...preamble, ...zones.body])
  // Footnotes stand in front of the closing sentence, each with its number.
  const notes = plan.lines
    .filter(({ note }) => note)
    .map((line): Block => ({ kind: 'paragraph', text: squeeze(line.text) }))
  const body = [...text.slice(0, -1), ...notes, ...text.slice(-1)]
  const day = /^\d{4}-\d\d-\d\d$/u.test(head.date ?? '') ? head.date : null
  return {
    ...numberOf(head.number, head.type),
    issuer: at.issuer,
    place: head.place || at.place,
    date: day,
    drawnOn: day ?? drawnOn(head.date, at.day),
    type: typeName(
      head.type,
      paragraphs.slice(0, 20).map(({ text }) => squeeze(text)),
    ),
    subject: head.title,
    addressees: [],
    basis,
    body: closing([...body, ...additionBlocks(plan)]),
    signature: signatureOf(head.signer),
    recipients: head.recipients,
    appendices: appendicesOf(sources, zones.appendix),
  }
}
