// The lines of a document in, its draft plan out: each stage is a file of this folder, none of them throws.

import type { SourceDocument } from '../document/line.ts'
import { describes, zoneOf } from '../vocabulary/section-title.ts'
import { Judge } from './confidence.ts'
import type { DocumentHead, DraftPlan, Span } from './draft.ts'
import type { PlanTime } from './due.ts'
import { findFindings } from './finding.ts'
import { readZones } from './header.ts'
import { type Passage, type PassageContext, periodOf, readIndicators } from './indicator.ts'
import { readIndicatorTable } from './indicator-table.ts'
import { readLabel } from './label.ts'
import { buildTree, labelsOf, type Node, outlineOf, textOf, titleOf } from './outline.ts'
import { joinParagraphs, type Paragraph, quoteOf } from './paragraph.ts'
import { readReferences } from './reference.ts'
import { findRepeats } from './repeat.ts'
import { readReporting } from './reporting.ts'
import { newTableState, readTable, type TableContext, type TableRead } from './table.ts'
import { TaskReader } from './task.ts'

/** Paragraphs of one table after another, with the paragraph that stands before each. */
function tablesOf(paragraphs: readonly Paragraph[]): { before: Paragraph | null; cells: Paragraph[] }[] {
  const tables: { before: Paragraph | null; cells: Paragraph[] }[] = []
  let before: Paragraph | null = null
  for (const paragraph of paragraphs) {
    const last = tables.at(-1)
    if (!paragraph.cell) before = paragraph
    else if (last?.cells[0]?.cell?.table === paragraph.cell.table) last.cells.push(paragraph)
    else tables.push({ before, cells: [paragraph] })
  }
  return tables
}

function nodeOf(root: Node, paragraph: Paragraph | null): Node | null {
  if (!paragraph) return null
  const stack = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.paragraph === paragraph && node !== root) return node
    stack.push(...node.children)
  }
  return null
}

/** What tables hold: duties, and targets. */
interface TablesRead extends TableRead {
  indicators: Passage[]
}

function readBodyTables(body: readonly Paragraph[], root: Node, time: PlanTime): TablesRead {
  const read: TablesRead = { tasks: [], headings: [], used: [], indicators: [] }
  const state = newTableState()
  for (const { before, cells } of tablesOf(body)) {
    let node = nodeOf(root, before)
    while (node && !node.heading) node = node.parent
    const labels = node ? labelsOf(node) : []
    let zone = 'task'
    let told = false
    let period = periodOf(before?.text ?? '')
    for (let at: Node | null = node; at; at = at.parent) {
      const named = zoneOf(textOf(at))
      if (named) zone = named
      told ||= describes(titleOf(at))
      period ??= periodOf(titleOf(at))
    }
    if (!told) read.indicators.push(...readIndicatorTable(cells, labels, targetContext(period, time)))
    if (zone === 'aim') continue
    const context: TableContext = {
      origin: zone === 'organisation' ? 'organisation' : 'body',
      labels,
      level: labels.length,
      time,
    }
    const found = readTable(cells, context, state)
    if (found) {
      read.tasks.push(...found.tasks)
      read.headings.push(...found.headings)
      read.used.push(...found.used)
    }
  }
  return read
}

const targetContext = (period: string | null, time: PlanTime): PassageContext => ({
  section: '',
  aim: true,
  period: period ?? (time.year === null ? null : String(time.year)),
  issued: time.issued,
})

function readAppendices(paragraphs: readonly Paragraph[], time: PlanTime): TablesRead {
  const read: TablesRead = { tasks: [], headings: [], used: [], indicators: [] }
  const starts = paragraphs.flatMap((each, i) =>
    !each.cell && readLabel(each.text)?.kind === 'appendix' ? [i] : [],
  )
  starts.forEach((start, i) => {
    const part = paragraphs.slice(start, starts[i + 1] ?? paragraphs.length)
    const caption = part[0]
    const label = caption && readLabel(caption.text)
    if (!caption || !label) return
    const rest = caption.text.slice(label.length).trim()
    const titleAt = part.findIndex((each, n) => n > 0 && !each.cell && /\p{L}/u.test(each.text))
    const titles = rest !== '' ? [caption] : titleAt > 0 ? titleLines(part, titleAt) : []
    const title = rest !== '' ? rest : titles.map((each) => each.text.trim()).join(' ')
    const spans = [caption, ...titles].flatMap((each) => quoteOf(each).spans)
    const prefix = starts.length > 1 ? `PL${label.text.replace(/^phụ lục(?:\s+số)?\s*/iu, '')}` : 'PL'
    read.headings.push({
      label: label.text.toUpperCase(),
      title: title.replace(/\s+/gu, ' ').replace(/[.:;,]+$/u, ''),
      level: 1,
      section: prefix,
      spans,
    })
    const state = newTableState()
    for (const { cells } of tablesOf(part)) {
      read.indicators.push(...readIndicatorTable(cells, [prefix], targetContext(periodOf(title), time)))
      const found = readTable(cells, { origin: 'appendix', labels: [prefix], level: 1, time }, state)
      if (!found) continue
      read.tasks.push(...found.tasks)
      read.headings.push(...found.headings)
      read.used.push(...found.used)
    }
  })
  return read
}

function titleLines(part: readonly Paragraph[], from: number): Paragraph[] {
  const lines: Paragraph[] = []
  for (const paragraph of part.slice(from, from + 4)) {
    if (paragraph.cell || /^\s*\(/u.test(paragraph.text)) break
    const upper = paragraph.text === paragraph.text.toUpperCase()
    const before = lines.at(-1)
    if (before && !(upper && before.text === before.text.toUpperCase())) break
    lines.push(paragraph)
  }
  return lines
}

const placeOf = (spans: readonly Span[]): number => (spans[0]?.line ?? 0) * 1e6 + (spans[0]?.from ?? 0)

/** "[2] Nghị quyết số …": a footnote as texts without footnotes print it. */
const PRINTED_NOTE = /^\s*\[\d{1,3}\]\s*\p{Lu}/u

const timeOf = ({ period, date }: DocumentHead): PlanTime => ({
  year: period && period.from === period.to ? period.to : null,
  issued: date,
})

export function readPlan(source: SourceDocument): DraftPlan {
  const joined = joinParagraphs({ ...source, lines: source.lines.filter((line) => !line.note) })
  const paragraphs = joined.filter((each) => !PRINTED_NOTE.test(each.text))
  // A footnote breaks no sentence and lays no duty on anybody; the documents it names are named all the same.
  const notes = [
    ...joinParagraphs({ ...source, lines: source.lines.filter((line) => line.note) }),
    ...joined.filter((each) => PRINTED_NOTE.test(each.text)),
  ]
  const zones = readZones(paragraphs)
  const prose = zones.body.filter((each) => !each.cell)
  const captions = tablesOf(zones.body).flatMap(({ before }) => before ?? [])
  const root = buildTree(prose, new Set(captions))
  const outline = outlineOf(root)
  const time = timeOf(zones.head)
  const reader = new TaskReader(time)
  const bodyTasks = reader.read(root)
  const inTables = readBodyTables(zones.body, root, time)
  const annexes = readAppendices(zones.appendix, time)

  const drafts = [...bodyTasks, ...inTables.tasks, ...annexes.tasks].sort(
    (a, b) => placeOf(a.spans) - placeOf(b.spans),
  )
  const repeated = findRepeats(drafts.map((task, i) => ({ id: `t${i + 1}`, ...task, repeats: null })))
  const judge = new Judge(source.lines)
  const tasks = repeated.map((task) => judge.task(task))
  const headings = [...outline, ...inTables.headings, ...annexes.headings]
    .sort((a, b) => placeOf(a.spans) - placeOf(b.spans))
    .map((heading) => judge.heading(heading))
  const references = readReferences(
    zones.title,
    zones.preamble,
    [...zones.body, ...zones.appendix, ...notes],
    zones.head.number,
  ).map((reference) => judge.reference(reference))
  const indicators = [...readIndicators(root, time), ...inTables.indicators, ...annexes.indicators]
    .sort((a, b) => placeOf(a.spans) - placeOf(b.spans))
    .map((each, i) => judge.indicator({ id: `i${i + 1}`, ...each }))
  const reporting = readReporting(tasks).map((duty) => judge.reporting(duty))
  const findings = findFindings({
    zones,
    root,
    headings,
    tasks,
    indicators,
    paragraphs,
    scanned: new Set(source.lines.filter((line) => line.scanned).map((line) => line.n)),
  })

  const read = new Set<number>()
  const mark = (spans: readonly Span[]): void => {
    for (const span of spans) read.add(span.line)
  }
  for (const each of [...headings, ...tasks, ...indicators, ...reporting, ...references]) mark(each.spans)
  for (const each of [...zones.used, ...reader.used, ...inTables.used, ...annexes.used])
    for (const line of each.lines) read.add(line)
  const unread = source.lines
    .filter(
      (line) => !line.note && line.aside !== 'page' && /[\p{L}\p{N}]/u.test(line.text) && !read.has(line.n),
    )
    .map((line) => line.n)
  return {
    document: zones.head,
    references,
    outline: headings,
    indicators,
    tasks,
    reporting,
    findings,
    unread,
  }
}
