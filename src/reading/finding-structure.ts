// Faults of head, numbering and annexes: what was left blank, is numbered twice or not at all, or is not there.

import { DOCUMENT_TYPES } from '../vocabulary/document-type.ts'
import * as words from '../vocabulary/words.ts'
import type { Quoted } from './draft.ts'
import { type Fault, type FindFaults, fault, nodesOf } from './finding-rule.ts'
import { gluedItem, type Node, textOf } from './outline.ts'
import { type Paragraph, quoteOf } from './paragraph.ts'

const CAPTION = /^\s*\(?(?:ban hành )?kèm theo\s+/iu
const BLANK_NUMBER = /số\s*:?[\s.…_]*\/\s*\p{Lu}/u
const BLANK_DATE = /ngày[\s.…_]*(?:\/[\s.…_]*|tháng[\s.…_]*)(?:\d{1,2})?[\s.…_]*(?:\/|năm)\s*(?:19|20)\d{2}/iu

/** Captions of annexes left blank although the plan itself has its number and date. */
const blankIn = (paragraphs: readonly Paragraph[], pattern: RegExp): Quoted[] =>
  paragraphs.flatMap((each) => {
    const found = CAPTION.test(each.text) && each.text.length < 400 ? pattern.exec(each.text) : null
    return found ? [quoteOf(each, found.index, found.index + found[0].length)] : []
  })

export const blankNumber: FindFaults = ({ zones, paragraphs }) => {
  const { number } = zones.head
  if (number !== null && /^\d/u.test(number))
    return blankIn(paragraphs, BLANK_NUMBER).map((quoted) => fault(quoted, words.findings.blankNumber))
  if (zones.numberLine) return [fault(quoteOf(zones.numberLine), words.findings.blankNumber)]
  // A number that cannot be read is not a blank one.
  if (zones.used.some(({ text }) => /^\s*số\s*:\s*\d/iu.test(text))) return []
  // Without a number line the caption of an annex may still tell it; what a decision puts in force needs none.
  const names = DOCUMENT_TYPES.filter(([, abbreviation]) => abbreviation === zones.head.type)
  const caption = paragraphs.find(({ text }) => {
    const issued = /^\s*\(?(?:ban hành )?kèm theo\s+/iu.exec(text)
    const rest = issued ? text.slice(issued[0].length).toLowerCase() : ''
    return names.some(([name]) => rest.startsWith(name))
  })
  return caption ? [fault(quoteOf(caption), words.findings.numberOnlyInAnnex)] : []
}

export const blankDate: FindFaults = ({ zones, paragraphs }) => {
  if ((zones.head.date ?? '').length === 10)
    return blankIn(paragraphs, BLANK_DATE).map((quoted) => fault(quoted, words.findings.blankDate))
  return zones.dateLine ? [fault(quoteOf(zones.dateLine), words.findings.blankDate)] : []
}

export const duplicateHeading: FindFaults = ({ root }) => {
  const found: Fault[] = []
  const check = (node: Node): void => {
    const seen = new Set<string>()
    for (const child of node.children) {
      const { label } = child
      if (!label || !child.heading || label.kind === 'appendix' || label.kind === 'dash') continue
      const id = `${label.kind} ${label.text}`
      if (seen.has(id))
        found.push(
          fault(
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

export const brokenNumbering: FindFaults = ({ root }) => {
  const found: Fault[] = []
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
        fault(
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
            fault(
              quoteOf(child.paragraph, 0, Math.min(child.to, child.from + 200)),
              words.findings.gap(last, value),
            ),
          )
        if (last === 0 && value > 1 && dashes === value - 1)
          found.push(fault(quoteOf(child.paragraph, 0, child.to), words.findings.firstIs(value)))
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

export const missingAppendix: FindFaults = ({ zones, root, tasks }) => {
  if (zones.appendix.length > 0 || tasks.some((task) => task.origin === 'appendix')) return []
  for (const node of nodesOf(root)) {
    const text = textOf(node)
    const match = ANNOUNCED.exec(text)
    if (match)
      return [
        fault(
          quoteOf(node.paragraph, node.from + match.index, Math.min(node.to, node.from + match.index + 140)),
          words.findings.missingAppendix,
        ),
      ]
  }
  return []
}
