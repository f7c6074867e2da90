// The document as read in, its faults out: data for the reviewer, never an error. One rule, one function.

import { fieldOf } from '../vocabulary/field-label.ts'
import { hasVerb, lostSeparators } from './agency-list.ts'
import type { DraftTask, Finding, Heading, Span } from './draft.ts'
import type { Zones } from './header.ts'
import { readLabel } from './label.ts'
import { gluedItem, type Node, textOf } from './outline.ts'
import { type Paragraph, quoteOf } from './paragraph.ts'
import { mentionsOf } from './reference.ts'
import { sameBearers } from './repeat.ts'

export interface Everything {
  zones: Zones
  root: Node
  headings: readonly Heading[]
  tasks: readonly DraftTask[]
  paragraphs: readonly Paragraph[]
}

type Rule = (read: Everything) => Finding[]

const finding = (
  rule: string,
  quoted: { quote: string; spans: Span[] },
  note: string,
  severity: Finding['severity'] = 'error',
): Finding => ({ rule, severity, ...quoted, note })

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function* nodesOf(root: Node): Generator<Node> {
  for (const child of root.children) {
    yield child
    yield* nodesOf(child)
  }
}

const blankNumber: Rule = ({ zones, paragraphs }) => {
  const { number } = zones.head
  if (number !== null && /^\d/u.test(number)) return []
  if (zones.numberLine)
    return [finding('blank-number', quoteOf(zones.numberLine), 'Chưa điền số của văn bản')]
  // Without a number line the caption of an annex may still tell it.
  const caption = zones.head.type
    ? paragraphs.find((each) => /^\s*\(?(?:ban hành )?kèm theo/iu.test(each.text))
    : undefined
  return caption
    ? [finding('blank-number', quoteOf(caption), 'Phần đầu văn bản không có số; chỉ phụ lục ghi')]
    : []
}

const blankDate: Rule = ({ zones }) =>
  zones.dateLine && (zones.head.date ?? '').length < 10
    ? [finding('blank-date', quoteOf(zones.dateLine), 'Chưa điền đủ ngày, tháng ban hành')]
    : []

const duplicateHeading: Rule = ({ root }) => {
  const found: Finding[] = []
  const check = (node: Node): void => {
    const seen = new Set<string>()
    for (const child of node.children) {
      const { label } = child
      if (!label || !child.heading || label.kind === 'appendix' || label.kind === 'dash') continue
      const id = `${label.kind} ${label.text}`
      if (seen.has(id))
        found.push(
          finding(
            'duplicate-heading',
            quoteOf(child.paragraph, 0, child.titleEnd ?? child.to),
            `Số “${label.text}” được dùng hai lần`,
          ),
        )
      seen.add(id)
      check(child)
    }
  }
  check(root)
  return found
}

const brokenNumbering: Rule = ({ root }) => {
  const found: Finding[] = []
  for (const node of nodesOf(root)) {
    const { label } = node
    if (!label) continue
    const text = node.paragraph.text
    const start = text.slice(0, node.from).trim().length - label.text.length
    if (
      label.kind === 'letter' &&
      start > 2 &&
      gluedItem(text, label.text) !== 0 &&
      node.from > 8 &&
      text.slice(0, node.from - 4).trim() !== ''
    )
      found.push(
        finding(
          'broken-numbering',
          quoteOf(node.paragraph, node.from - label.length, Math.min(node.to, node.from + 160)),
          `Mục “${label.text})” dính vào cuối mục trước`,
        ),
      )
  }
  const siblings = (node: Node): void => {
    let last = 0
    let dashes = 0
    for (const child of node.children) {
      if (child.label?.kind === 'dash') dashes++
      const value = child.label?.kind === 'number' ? Number(child.label.text.split('.').at(-1)) : 0
      if (value > 0) {
        if (last > 0 && value > last + 1)
          found.push(
            finding(
              'broken-numbering',
              quoteOf(child.paragraph, 0, Math.min(child.to, child.from + 200)),
              `Sau số ${last} là số ${value}`,
            ),
          )
        if (last === 0 && value > 1 && dashes === value - 1)
          found.push(
            finding(
              'broken-numbering',
              quoteOf(child.paragraph, 0, child.to),
              `Mục đầu tiên mang số ${value}`,
            ),
          )
        last = value
      }
      siblings(child)
    }
  }
  siblings(root)
  return found
}

/** Words no sentence ends with. */
const HANGING =
  /(?<!\p{L})(?:và|hoặc|của|các|những|để|với|trong|được|là|cho|về|theo|không|nhằm|tại|từ|bằng|khi|do|vào|đối với|đến|như)\s*$/iu
const CLOSED = /[.;:!?…]["”’)\]]*\s*$/u

const truncatedSentence: Rule = ({ root }) => {
  const found: Finding[] = []
  let before: Node | null = null
  for (const node of nodesOf(root)) {
    const text = textOf(node)
    if (!node.heading && text.length > 40 && HANGING.test(text)) {
      const from = Math.max(0, text.lastIndexOf('; '), text.lastIndexOf('. '))
      found.push(
        finding(
          'truncated-sentence',
          quoteOf(node.paragraph, node.from + from, node.to),
          'Câu bị cắt ở cuối',
        ),
      )
    }
    if (!node.label && /^\s*\p{Ll}/u.test(text) && text.length > 30 && before && CLOSED.test(textOf(before)))
      found.push(
        finding('truncated-sentence', quoteOf(node.paragraph, node.from, node.to), 'Câu bị mất phần đầu'),
      )
    before = node
  }
  return found
}

const REPEATED_WORDS = 18

/** The place of the second copy of a long run of words inside one paragraph, or -1. */
function repeatedRun(text: string): number {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
  const seen = new Set<string>()
  for (let i = 0; i + REPEATED_WORDS <= words.length; i++) {
    const run = words
      .slice(i, i + REPEATED_WORDS)
      .map((word) => word[0].toLowerCase())
      .join(' ')
    if (seen.has(run)) return words[i]?.index ?? -1
    seen.add(run)
  }
  return -1
}

const duplicateParagraph: Rule = ({ root }) => {
  const found: Finding[] = []
  let before = ''
  for (const node of nodesOf(root)) {
    const text = textOf(node)
    const key = wordsOf(text).join(' ')
    if (before.length > 60 && (key === before || key.startsWith(`${before} `)))
      found.push(
        finding('duplicate-paragraph', quoteOf(node.paragraph, 0, node.to), 'Lặp lại đoạn ngay trước'),
      )
    const at = text.length > 200 && !/\d+[-/]\p{Lu}/u.test(text) ? repeatedRun(text) : -1
    if (at >= 0)
      found.push(
        finding(
          'duplicate-paragraph',
          quoteOf(node.paragraph, node.from + at, node.to),
          'Lặp lại một đoạn vừa viết',
        ),
      )
    before = key
  }
  return found
}

const lostSeparator: Rule = ({ paragraphs }) => {
  const found: Finding[] = []
  for (const paragraph of paragraphs) {
    const blank = readLabel(paragraph.text)?.length ?? 0
    const text = paragraph.text.slice(blank)
    const field = fieldOf(text)
    const names =
      field && (field.kind === 'lead' || field.kind === 'coordinating')
        ? text.slice(field.length)
        : paragraph.cell && text.length < 300
          ? text
          : ''
    const at = text.length - names.length
    let from = 0
    for (const name of names.split(/(?<=[;,])/u)) {
      // A comma belongs to many names: the whole list is tried as well.
      if (!hasVerb(name) && lostSeparators(name.trim()).length > 0)
        found.push(
          finding(
            'lost-separator',
            quoteOf(paragraph, blank + at + from, blank + at + from + name.length),
            'Thiếu dấu phân cách giữa hai cơ quan',
          ),
        )
      from += name.length
    }
    if (found.length === 0 && names.split(/;/u).length > 0) {
      let start = 0
      for (const name of names.split(/(?<=;)/u)) {
        if (!hasVerb(name) && lostSeparators(name.trim()).length > 0) {
          found.push(
            finding(
              'lost-separator',
              quoteOf(paragraph, blank + at + start, blank + at + start + name.length),
              'Thiếu dấu phân cách giữa hai cơ quan',
            ),
          )
          break
        }
        start += name.length
      }
    }
  }
  return found
}

const ANNOUNCED =
  /(?:phụ lục|biểu|bảng|danh mục)[^.;()]{0,60}?(?:kèm theo|đính kèm)(?! nghị quyết| quyết định số| nghị định)/iu

const missingAppendix: Rule = ({ zones, root, tasks }) => {
  if (zones.appendix.length > 0 || tasks.some((task) => task.origin === 'appendix')) return []
  for (const node of nodesOf(root)) {
    const text = textOf(node)
    const match = ANNOUNCED.exec(text)
    if (match)
      return [
        finding(
          'missing-appendix',
          quoteOf(node.paragraph, node.from + match.index, Math.min(node.to, node.from + match.index + 140)),
          'Văn bản nhắc đến phụ lục kèm theo nhưng không có',
        ),
      ]
  }
  return []
}

const CARRIES_OUT = /(?:triển khai|thực hiện|thi hành|cụ thể hóa|cụ thể hoá)/iu

const impossibleDateOrder: Rule = ({ zones, root }) => {
  const seen = new Set<string>()
  const found: Finding[] = []
  const places = [...zones.title, ...zones.preamble, ...[...nodesOf(root)].map((node) => node.paragraph)]
  for (const paragraph of new Set(places)) {
    const mentions = mentionsOf(paragraph)
    for (let i = 1; i < mentions.length; i++) {
      const a = mentions[i - 1]
      const b = mentions[i]
      if (!a?.date || !b?.date || a.date >= b.date || seen.has(a.number)) continue
      const between = paragraph.text.slice(a.to, b.from)
      if (
        /[;.]\s/u.test(between) ||
        / và |, (?:kế hoạch|nghị quyết|quyết định|chương trình)/iu.test(between) ||
        !CARRIES_OUT.test(between)
      )
        continue
      seen.add(a.number)
      found.push(
        finding(
          'impossible-date-order',
          quoteOf(paragraph, a.from, Math.min(b.to + 20, paragraph.text.length)),
          `${a.number} (${a.date}) ban hành trước văn bản mà nó thực hiện (${b.number}, ${b.date})`,
        ),
      )
    }
  }
  return found
}

const inconsistentReference: Rule = ({ zones }) => {
  const dates = new Map<string, string>()
  const found: Finding[] = []
  for (const paragraph of [...zones.title, ...zones.preamble, ...zones.body])
    for (const mention of mentionsOf(paragraph)) {
      if (!mention.date) continue
      const known = dates.get(mention.number)
      if (known && known !== mention.date)
        found.push(
          finding(
            'inconsistent-reference',
            quoteOf(paragraph, mention.from, mention.to + 24),
            `${mention.number} ghi hai ngày khác nhau: ${known} và ${mention.date}`,
          ),
        )
      else dates.set(mention.number, mention.date)
    }
  return found
}

const bodyAppendixMismatch: Rule = ({ tasks }) => {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  return tasks.flatMap((task) => {
    const body = task.repeats === null ? undefined : byId.get(task.repeats)
    if (!body || sameBearers(task.lead, body.lead)) return []
    return [
      finding(
        'body-appendix-mismatch',
        task,
        `Phụ lục giao ${task.lead.join(', ')}; thân văn bản giao ${body.lead.join(', ')}`,
      ),
    ]
  })
}

/** Two words doubled are a slip; of single words only these, for "hành vi vi phạm" is good Vietnamese. */
const DOUBLED =
  /(?<![\p{L}\p{N}])(\p{L}+ \p{L}{2,}|các|của|và|những|trong|để|được|cho|với|về|theo|là|có|tại|trên|đã|sẽ|khi|này|việc|bằng|một|phải|cần) \1(?![\p{L}\p{N}])/giu

const doubledWord: Rule = ({ zones }) => {
  const found: Finding[] = []
  for (const paragraph of zones.body)
    for (const match of paragraph.text.matchAll(DOUBLED)) {
      const from = Math.max(0, paragraph.text.lastIndexOf(' ', Math.max(0, match.index - 8)))
      found.push(
        finding(
          'spelling',
          quoteOf(paragraph, from, Math.min(paragraph.text.length, match.index + match[0].length + 16)),
          `Lặp từ “${match[1]}”`,
        ),
      )
    }
  return found
}

const multipleLeads: Rule = ({ tasks }) =>
  tasks
    .filter((task) => task.lead.length > 1 && task.origin !== 'organisation')
    .map((task) =>
      finding(
        'multiple-leads',
        { quote: task.quote, spans: task.spans },
        `${task.lead.length} cơ quan cùng chủ trì`,
        'minor',
      ),
    )

const deadlineOutsidePeriod: Rule = ({ tasks, zones }) => {
  const { period } = zones.head
  if (!period) return []
  return tasks
    .filter(
      ({ due }) =>
        (due.to !== null && period.from !== null && Number(due.to.slice(0, 4)) < period.from) ||
        (due.from !== null && period.to !== null && Number(due.from.slice(0, 4)) > period.to),
    )
    .map((task) =>
      finding(
        'deadline-outside-period',
        { quote: task.quote, spans: task.spans },
        `Thời hạn “${task.due.text}” nằm ngoài thời kỳ của kế hoạch`,
        'minor',
      ),
    )
}

const RULES: Rule[] = [
  blankNumber,
  blankDate,
  duplicateHeading,
  brokenNumbering,
  truncatedSentence,
  duplicateParagraph,
  lostSeparator,
  missingAppendix,
  impossibleDateOrder,
  inconsistentReference,
  bodyAppendixMismatch,
  doubledWord,
  multipleLeads,
  deadlineOutsidePeriod,
]

export const findFindings = (read: Everything): Finding[] =>
  RULES.flatMap((rule) => rule(read)).map(({ rule, severity, quote, note, spans }) => ({
    rule,
    severity,
    quote,
    note,
    spans,
  }))
