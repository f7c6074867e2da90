// Faults in the sentences of a document: cut, said twice, names run together.

import { fieldOf } from '../vocabulary/field-label.ts'
import { words } from '../vocabulary/words.ts'
import { hasVerb, lostSeparators } from './agency-list.ts'
import { type Fault, type FindFaults, fault, nodesOf, wordsOf } from './finding-rule.ts'
import { readLabel } from './label.ts'
import { type Node, textOf } from './outline.ts'
import { type Paragraph, quoteOf } from './paragraph.ts'

/** Words no sentence ends with. */
const HANGING =
  /(?<!\p{L})(?:và|hoặc|của|các|những|để|với|trong|được|là|cho|về|theo|không|nhằm|tại|từ|bằng|khi|do|vào|đối với|đến|như)\s*$/iu
/** Behind a semicolon a small letter is in order. */
const CLOSED = /[.!?…]["”’)\]]*\s*$/u

export const truncatedSentence: FindFaults = ({ root }) => {
  const found: Fault[] = []
  let before: Node | null = null
  for (const node of nodesOf(root)) {
    const text = textOf(node)
    if (!node.heading && text.length > 40 && HANGING.test(text)) {
      const from = Math.max(text.lastIndexOf('; '), text.lastIndexOf('. ')) + 1
      found.push(fault(quoteOf(node.paragraph, node.from + from, node.to), words.findings.cutAtEnd))
    }
    if (!node.label && /^\s*\p{Ll}/u.test(text) && text.length > 30 && before && CLOSED.test(textOf(before)))
      found.push(fault(quoteOf(node.paragraph, node.from, node.to), words.findings.cutAtStart))
    before = node
  }
  return found
}

const REPEATED_WORDS = 18
/** So many other words may stand between a passage and its copy. */
const BETWEEN = 3

/** The place of the second copy of a long run of words that follows the first at once, or -1. Parallel phrases of a law do not. */
function repeatedRun(text: string): number {
  const list = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
  const lower = list.map((word) => word[0].toLowerCase())
  const seen = new Map<string, number>()
  for (let i = 0; i + REPEATED_WORDS <= lower.length; i++) {
    const run = lower.slice(i, i + REPEATED_WORDS).join(' ')
    const first = seen.get(run)
    if (first === undefined) {
      seen.set(run, i)
      continue
    }
    let length = REPEATED_WORDS
    while (first + length < i && i + length < lower.length && lower[first + length] === lower[i + length])
      length++
    const at = list[i]?.index ?? -1
    // "A; A that is secret": a list, not a copy.
    if (first + length + BETWEEN >= i && !/[;,:]\s*$/u.test(text.slice(0, at))) return at
    i += length - 1
  }
  return -1
}

export const duplicateParagraph: FindFaults = ({ root }) => {
  const found: Fault[] = []
  let before = ''
  let title = true
  for (const node of nodesOf(root)) {
    const text = textOf(node)
    const key = wordsOf(text).join(' ')
    // An article begins with the words of its title.
    if (before.length > 60 && (key === before || (!title && key.startsWith(`${before} `))))
      found.push(fault(quoteOf(node.paragraph, 0, node.to), words.findings.repeatsBefore))
    const at = text.length > 200 ? repeatedRun(text) : -1
    if (at >= 0)
      found.push(fault(quoteOf(node.paragraph, node.from + at, node.to), words.findings.repeatsRecent))
    before = key
    title = node.heading || node.label?.kind === 'article'
  }
  return found
}

/** Where the list of names of a labelled line or a table cell begins, or -1. */
function namesAt({ text, cell }: Paragraph): number {
  const blank = readLabel(text)?.length ?? 0
  const field = fieldOf(text.slice(blank))
  if (field && (field.kind === 'lead' || field.kind === 'coordinating')) return blank + field.length
  return !field && cell && text.length - blank < 300 ? blank : -1
}

/** In a cell a line of its own is a separator. */
const isOnOwnLine = ({ cell, segments }: Paragraph, at: number): boolean =>
  cell !== undefined && segments.some((segment, i) => i > 0 && segment.at === at)

export const lostSeparator: FindFaults = ({ paragraphs }) =>
  paragraphs.flatMap((paragraph) => {
    const start = namesAt(paragraph)
    if (start < 0) return []
    const names = paragraph.text.slice(start)
    const lost = (separator: RegExp): Fault[] => {
      const found: Fault[] = []
      let from = start
      for (const part of names.split(separator)) {
        const blank = part.length - part.trimStart().length
        const at = from + blank
        if (!hasVerb(part) && lostSeparators(part.trim()).some((cut) => !isOnOwnLine(paragraph, at + cut)))
          found.push(fault(quoteOf(paragraph, from, from + part.length), words.findings.lostSeparator))
        from += part.length
      }
      return found
    }
    const found = lost(/(?<=[;,])/u)
    // A comma belongs to many names: the whole list is tried as well.
    return found.length > 0 ? found : lost(/(?<=;)/u).slice(0, 1)
  })
