// Faults in the sentences of a document: cut, said twice, names run together.

import { fieldOf } from '../vocabulary/field-label.ts'
import * as words from '../vocabulary/words.ts'
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

const MODULUS = 1_000_000_007
const BASE = 1_000_003 % MODULUS

/** a × b modulo a prime below 2³⁰, without leaving exact integers. */
const times = (a: number, b: number): number =>
  (((Math.floor(a / 32768) * b) % MODULUS) * 32768 + (a % 32768) * b) % MODULUS

/** The place of the second copy of a long run of words that follows the first at once, or -1. Parallel phrases of a law do not. */
function repeatedRun(text: string): number {
  const list = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
  const ids = new Map<string, number>()
  const word = list.map((match) => {
    const lower = match[0].toLowerCase()
    const id = ids.get(lower) ?? ids.size + 1
    ids.set(lower, id)
    return id
  })
  const seen = new Map<number, number>()
  let top = 1
  for (let i = 1; i < REPEATED_WORDS; i++) top = times(top, BASE)
  let hash = 0
  let listed = 0
  for (let end = 0; end < word.length; end++) {
    const i = end - REPEATED_WORDS + 1
    if (i > 0) hash = (hash - times(top, word[i - 1] ?? 0) + MODULUS) % MODULUS
    hash = (times(hash, BASE) + (word[end] ?? 0)) % MODULUS
    if (i < 0 || i < listed) continue
    const first = seen.get(hash)
    if (first === undefined) {
      seen.set(hash, i)
      continue
    }
    let length = 0
    while (first + length < i && i + length < word.length && word[first + length] === word[i + length])
      length++
    const at = list[i]?.index ?? -1
    if (length >= REPEATED_WORDS && first + length + BETWEEN >= i) {
      // "A; A that is secret": a list, not a copy.
      if (!/[;,:]\s*$/u.test(text.slice(Math.max(0, at - 4), at))) return at
      listed = i + length
    }
    // The nearest run before is the one a copy would follow.
    seen.set(hash, i)
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
