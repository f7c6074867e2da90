// The document as read in, its faults out: data for the reviewer, never an error. One rule, one function.

import { words } from '../vocabulary/words.ts'
import type { Finding } from './draft.ts'
import { type Everything, finding, nodesOf, type Rule } from './finding-rule.ts'
import {
  doubledWord,
  duplicateParagraph,
  lostSeparator,
  misspelling,
  truncatedSentence,
} from './finding-words.ts'
import { gluedItem, type Node, textOf } from './outline.ts'
import { quoteOf } from './paragraph.ts'
import { mentionsOf } from './reference.ts'
import { sameBearers } from './repeat.ts'

const blankNumber: Rule = ({ zones, paragraphs }) => {
  const { number } = zones.head
  if (number !== null && /^\d/u.test(number)) return []
  if (zones.numberLine)
    return [finding('blank-number', quoteOf(zones.numberLine), words.findings.blankNumber)]
  // Without a number line the caption of an annex may still tell it.
  const caption = zones.head.type
    ? paragraphs.find((each) => /^\s*\(?(?:ban hành )?kèm theo/iu.test(each.text))
    : undefined
  return caption ? [finding('blank-number', quoteOf(caption), words.findings.numberOnlyInAnnex)] : []
}

const blankDate: Rule = ({ zones }) =>
  zones.dateLine && (zones.head.date ?? '').length < 10
    ? [finding('blank-date', quoteOf(zones.dateLine), words.findings.blankDate)]
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
            words.findings.numberTwice(label.text),
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
          words.findings.glued(label.text),
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
              words.findings.gap(last, value),
            ),
          )
        if (last === 0 && value > 1 && dashes === value - 1)
          found.push(
            finding('broken-numbering', quoteOf(child.paragraph, 0, child.to), words.findings.firstIs(value)),
          )
        last = value
      }
      siblings(child)
    }
  }
  siblings(root)
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
          words.findings.missingAppendix,
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
          words.findings.dateOrder(a.number, a.date, b.number, b.date),
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
            words.findings.twoDates(mention.number, known, mention.date),
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
        words.findings.annexDiffers(task.lead.join(', '), body.lead.join(', ')),
      ),
    ]
  })
}

const multipleLeads: Rule = ({ tasks }) =>
  tasks
    .filter((task) => task.lead.length > 1 && task.origin !== 'organisation')
    .map((task) =>
      finding(
        'multiple-leads',
        { quote: task.quote, spans: task.spans },
        words.findings.severalLeads(task.lead.length),
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
        words.findings.dueOutside(task.due.text),
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
  misspelling,
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
