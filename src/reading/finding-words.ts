// Faults in the words of a document: sentences cut, said twice, names run together, words doubled.

import { fieldOf } from '../vocabulary/field-label.ts'
import { MISSPELLINGS } from '../vocabulary/misspelling.ts'
import { words } from '../vocabulary/words.ts'
import { hasVerb, lostSeparators } from './agency-list.ts'
import type { Finding } from './draft.ts'
import { finding, nodesOf, type Rule, wordsOf } from './finding-rule.ts'
import { readLabel } from './label.ts'
import { type Node, textOf } from './outline.ts'
import { quoteOf } from './paragraph.ts'

/** Words no sentence ends with. */
const HANGING =
  /(?<!\p{L})(?:và|hoặc|của|các|những|để|với|trong|được|là|cho|về|theo|không|nhằm|tại|từ|bằng|khi|do|vào|đối với|đến|như)\s*$/iu
/** Behind a semicolon a small letter is in order. */
const CLOSED = /[.!?…]["”’)\]]*\s*$/u

export const truncatedSentence: Rule = ({ root }) => {
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
          words.findings.cutAtEnd,
        ),
      )
    }
    if (!node.label && /^\s*\p{Ll}/u.test(text) && text.length > 30 && before && CLOSED.test(textOf(before)))
      found.push(
        finding('truncated-sentence', quoteOf(node.paragraph, node.from, node.to), words.findings.cutAtStart),
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

export const duplicateParagraph: Rule = ({ root }) => {
  const found: Finding[] = []
  let before = ''
  for (const node of nodesOf(root)) {
    const text = textOf(node)
    const key = wordsOf(text).join(' ')
    if (before.length > 60 && (key === before || key.startsWith(`${before} `)))
      found.push(
        finding('duplicate-paragraph', quoteOf(node.paragraph, 0, node.to), words.findings.repeatsBefore),
      )
    const at = text.length > 200 && !/\d+[-/]\p{Lu}/u.test(text) ? repeatedRun(text) : -1
    if (at >= 0)
      found.push(
        finding(
          'duplicate-paragraph',
          quoteOf(node.paragraph, node.from + at, node.to),
          words.findings.repeatsRecent,
        ),
      )
    before = key
  }
  return found
}

export const lostSeparator: Rule = ({ paragraphs }) => {
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
            words.findings.lostSeparator,
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
              words.findings.lostSeparator,
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

/** Two words doubled are a slip; of single words only these, for "hành vi vi phạm" is good Vietnamese. */
const DOUBLED =
  /(?<![\p{L}\p{N}])(\p{L}+ \p{L}{2,}|các|của|và|những|trong|để|được|cho|với|về|theo|là|có|tại|trên|đã|sẽ|khi|này|việc|bằng|một|phải|cần) \1(?![\p{L}\p{N}])/giu

export const doubledWord: Rule = ({ zones }) => {
  const found: Finding[] = []
  for (const paragraph of zones.body)
    for (const match of paragraph.text.matchAll(DOUBLED)) {
      const from = Math.max(0, paragraph.text.lastIndexOf(' ', Math.max(0, match.index - 8)))
      found.push(
        finding(
          'spelling',
          quoteOf(paragraph, from, Math.min(paragraph.text.length, match.index + match[0].length + 16)),
          words.findings.doubledWord(match[1] ?? ''),
        ),
      )
    }
  return found
}

const RIGHT = new Map(MISSPELLINGS)
const SLIP = new RegExp(`(?<!\\p{L})(?:${MISSPELLINGS.map(([wrong]) => wrong).join('|')})(?!\\p{L})`, 'giu')
/** A syllable that ends in c, ch, p or t bears sắc or nặng: "viêc" lacks its tone. Only with a Vietnamese letter in it. */
const TONELESS = /(?<![\p{L}\d-])(?=[a-z]*[ăâêôơưđ])[a-zăâêôơưđ]+(?:c|ch|p|t)(?![\p{L}\d-])/gu
/** Letters of other alphabets that recognition puts into words. */
const STRANGE = /(?<!\p{L})\p{L}*[\u0180-\u019f\u01a2-\u01ae\u01b1-\u024f]\p{L}*/gu

export const misspelling: Rule = ({ zones }) => {
  const found: Finding[] = []
  for (const paragraph of [...zones.preamble, ...zones.body]) {
    const add = (match: RegExpMatchArray, note: string): void => {
      const at = match.index ?? 0
      const from = Math.max(0, paragraph.text.lastIndexOf(' ', Math.max(0, at - 6)))
      found.push(
        finding(
          'spelling',
          quoteOf(paragraph, from, Math.min(paragraph.text.length, at + match[0].length + 14)),
          note,
        ),
      )
    }
    for (const match of paragraph.text.matchAll(SLIP))
      add(match, words.findings.shouldBe(match[0], RIGHT.get(match[0].toLowerCase()) ?? ''))
    for (const match of paragraph.text.matchAll(TONELESS)) add(match, words.findings.toneless(match[0]))
    for (const match of paragraph.text.matchAll(STRANGE)) add(match, words.findings.strange(match[0]))
  }
  return found
}
