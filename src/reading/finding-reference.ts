// Faults in what the document cites and when: dates that cannot follow each other, one document cited in two ways.

import { DOCUMENT_TYPES } from '../vocabulary/document-type.ts'
import * as words from '../vocabulary/words.ts'
import { type Fault, type FindFaults, fault, nodesOf } from './finding-rule.ts'
import { type Paragraph, quoteOf } from './paragraph.ts'
import { type Mention, mentionsOf } from './reference.ts'

const isDay = (date: string | null): date is string => date !== null && date.length === 10

const CARRIES_OUT = /(?:triển khai|thực hiện|thi hành|cụ thể hóa|cụ thể hoá)/iu

const carriedOutLater: FindFaults = ({ zones, root }) => {
  const seen = new Set<string>()
  const found: Fault[] = []
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
        fault(
          quoteOf(paragraph, a.from, Math.min(b.to + 20, paragraph.text.length)),
          words.findings.dateOrder(a.number, a.date, b.number, b.date),
        ),
      )
    }
  }
  return found
}

/** A document cannot cite one that was issued after it. */
const citedLater: FindFaults = ({ zones }) => {
  const own = zones.head.date
  if (!isDay(own)) return []
  const seen = new Set<string>()
  return [...zones.title, ...zones.preamble, ...zones.body].flatMap((paragraph) =>
    mentionsOf(paragraph).flatMap(({ number, date, from, to }) => {
      if (date === null || date <= own || seen.has(number)) return []
      seen.add(number)
      return [fault(quoteOf(paragraph, from, to + 24), words.findings.citesLater(number, date, own))]
    }),
  )
}

/** A duty cannot be due before it was laid down. */
const dueBeforeIssue: FindFaults = ({ zones, tasks }) => {
  const own = zones.head.date
  if (!isDay(own)) return []
  return tasks
    .filter(({ due }) => (due.kind === 'date' || due.kind === 'month') && due.to !== null && due.to < own)
    .map((task) => fault(task, words.findings.dueBeforeIssue(task.due.text, own)))
}

export const impossibleDateOrder: FindFaults = (read) => [
  ...carriedOutLater(read),
  ...citedLater(read),
  ...dueBeforeIssue(read),
]

/** Types whose name and symbol always agree; a "Quy định" of the Party bears the symbol QĐ, so it is not among them. */
const FIXED = new Map(
  DOCUMENT_TYPES.filter(([, abbreviation]) => ['NQ', 'QĐ', 'NĐ', 'TT', 'KH', 'TTr'].includes(abbreviation)),
)
const NAMED = new RegExp(`(?<!\\p{L})(${[...FIXED.keys()].join('|')})\\s+số\\s*:?\\s*$`, 'iu')
const SYMBOLS = new Set(FIXED.values())

function namedOtherwise(paragraph: Paragraph, { number, type, from, to }: Mention): Fault | null {
  const named = NAMED.exec(paragraph.text.slice(Math.max(0, from - 30), from))?.[1]
  if (!named || !SYMBOLS.has(type) || FIXED.get(named.toLowerCase()) === type) return null
  const at = Math.max(0, from - named.length - 4)
  return fault(quoteOf(paragraph, at, to), words.findings.twoTypes(number, named))
}

/** Below it two bodies may well have issued the same number on one day. */
const RARE_NUMBER = 100

/** "1719/QĐ-TTg" and "1719/QĐ-UBND" of one day, "57-NQ/TW" and "57/NQ-TW": one document under two numbers. */
function numberedOtherwise(mention: Mention, known: Map<string, string>): 'error' | 'minor' | null {
  const digits = Number.parseInt(mention.number, 10)
  if (mention.date === null || digits < RARE_NUMBER) return null
  const key = `${digits} ${mention.type} ${mention.date}`
  const before = known.get(key)
  if (before === undefined) {
    known.set(key, mention.number)
    return null
  }
  if (before.toLowerCase() === mention.number.toLowerCase()) return null
  const lettersOf = (number: string): string => (number.toLowerCase().match(/\p{L}+/gu) ?? []).join(' ')
  return lettersOf(before) === lettersOf(mention.number) ? 'minor' : 'error'
}

/** "15/KH-UBND" of 2023 and of 2024 are two documents; "59/2025/QĐ-TTg" is one. */
const hasYear = (number: string): boolean => /[/-](?:19|20)\d{2}[/-]/u.test(number)

export const inconsistentReference: FindFaults = ({ zones }) => {
  const known = new Map<string, Mention & { date: string }>()
  const numbers = new Map<string, string>()
  const said = new Set<string>()
  const found: Fault[] = []
  for (const paragraph of [...zones.title, ...zones.preamble, ...zones.body])
    for (const mention of mentionsOf(paragraph)) {
      const other = namedOtherwise(paragraph, mention)
      if (other) found.push(other)
      const { number, date } = mention
      if (!date) continue
      const severity = numberedOtherwise(mention, numbers)
      if (severity && !said.has(number)) {
        said.add(number)
        const first = numbers.get(`${Number.parseInt(number, 10)} ${mention.type} ${date}`) ?? ''
        found.push(
          fault(
            quoteOf(paragraph, mention.from, mention.to + 24),
            words.findings.twoNumbers(first, number),
            severity,
          ),
        )
      }
      const before = known.get(number)
      if (!before) known.set(number, { ...mention, date })
      else if (before.date !== date && !said.has(`${number} ${date}`)) {
        said.add(`${number} ${date}`)
        const sameYear = before.date.slice(0, 4) === date.slice(0, 4)
        const sameDay = before.date.slice(5) === date.slice(5)
        found.push(
          fault(
            quoteOf(paragraph, mention.from, mention.to + 24),
            words.findings.twoDates(number, before.date, date),
            sameYear || sameDay || hasYear(number) ? undefined : 'minor',
          ),
        )
      }
    }
  return found
}
