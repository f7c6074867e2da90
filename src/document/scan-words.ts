// Words of a recognised text: what the recogniser surely took for something else is put right, and each change is
// told. Figures are never touched, and a word is changed only where it cannot be right or the document itself knows
// it better.

import { PROVINCES } from '../vocabulary/province.ts'
import { SCAN_CONFUSIONS } from '../vocabulary/scan-confusion.ts'
import type { Line } from './line.ts'

/** What was recognised and what it surely is. */
export interface Repair {
  from: string
  to: string
}

const MEANT = new Map(SCAN_CONFUSIONS)
const MOST_WORDS = Math.max(...SCAN_CONFUSIONS.map(([read]) => read.split(' ').length))

/** The form with the capitals of `like`, word by word. */
function inCase(text: string, like: string): string {
  const models = like.split(/\s+/u)
  return text
    .split(' ')
    .map((word, i) => {
      const model = models[i] ?? ''
      if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase()
      return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word
    })
    .join(' ')
}

type Change = (at: number, length: number, to: string) => void

const WORD = /[\p{L}\p{M}]+/gu

/** Groups of words that are never right. */
function confusions(text: string, change: Change): void {
  const found = [...text.matchAll(WORD)]
  for (let i = 0; i < found.length; i++)
    for (let count = Math.min(MOST_WORDS, found.length - i); count >= 2; count--) {
      const first = found[i] as RegExpExecArray
      const last = found[i + count - 1] as RegExpExecArray
      const printed = text.slice(first.index, last.index + last[0].length)
      // Words of one sentence stand next to each other.
      if (!/^[\p{L}\p{M}\s]+$/u.test(printed)) continue
      const meant = MEANT.get(printed.toLowerCase().replace(/\s+/gu, ' '))
      if (meant === undefined) continue
      change(first.index, printed.length, inCase(meant, printed))
      i += count - 1
      break
    }
}

const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D').toLowerCase()

const NAMES = new Map(
  PROVINCES.flatMap(({ name, mergedFrom }) => [name, ...mergedFrom]).map((name) => [bare(name), name]),
)
const PLACE = /(?:tỉnh|thành phố)\s+(\p{Lu}[\p{L}\p{M}]*(?:\s+\p{Lu}[\p{L}\p{M}]*){1,3})/giu

/** Names of provinces with an accent read wrongly: "THÀNH PHỐ HÔ CHÍ MINH". */
function provinces(text: string, change: Change): void {
  for (const match of text.matchAll(PLACE)) {
    const parts = (match[1] ?? '').split(/\s+/u)
    const start = match.index + match[0].length - (match[1] ?? '').length
    for (let count = parts.length; count >= 2; count--) {
      const printed = parts.slice(0, count).join(' ')
      if (!parts.slice(0, count).every((part) => /^\p{Lu}/u.test(part))) continue
      const name = NAMES.get(bare(printed))
      if (name === undefined) continue
      if (name.toLowerCase() !== printed.toLowerCase()) change(start, printed.length, inCase(name, printed))
      break
    }
  }
}

/** Round capitals are taken for one another, or one is seen twice. */
const shapeOf = (token: string): string => token.replace(/[OQGƠÔC]+/gu, 'C')

const SHORT = /(?<![\p{L}\p{M}])\p{Lu}{2,}(?:-\p{Lu}{2,})*(?![\p{L}\p{M}])/gu
/** So many times more often must the document write an abbreviation in the right way. */
const MAJORITY = 3

/** Abbreviations the document itself writes otherwise nearly always: "PCCOC" once, "PCCC" thirty times. */
function abbreviations(lines: readonly Line[]): Map<string, string> {
  const counts = new Map<string, number>()
  for (const { text } of lines)
    for (const [token] of text.matchAll(SHORT)) counts.set(token, (counts.get(token) ?? 0) + 1)
  const best = new Map<string, string>()
  for (const [token, count] of counts) {
    const shape = shapeOf(token)
    const own = best.get(shape)
    if (own === undefined || count > (counts.get(own) ?? 0)) best.set(shape, token)
  }
  const meant = new Map<string, string>()
  for (const [token, count] of counts) {
    const other = best.get(shapeOf(token)) ?? token
    const near = Math.abs(other.length - token.length) <= 1 && token.length >= 3
    if (other !== token && near && (counts.get(other) ?? 0) >= count * MAJORITY) meant.set(token, other)
  }
  return meant
}

/** "UBND.các": a speck between two words. */
const SPECK = /(?<=\p{L}{3})\.(?=\p{Ll}{2,}(?:[\s,;.]|$))/gu

/** The lines with such words put right, and what was changed. Lines that were not recognised stay as they are. */
export function repairWords(lines: readonly Line[]): { lines: Line[]; repairs: Repair[] } {
  const repairs: Repair[] = []
  const meant = abbreviations(lines)
  const out = lines.map((line) => {
    if (!line.scanned) return line
    let text = line.text
    const applying = (find: (text: string, change: Change) => void): void => {
      const changes: [at: number, length: number, to: string][] = []
      find(text, (at, length, to) => changes.push([at, length, to]))
      const before = text
      for (const [at, length, to] of changes.reverse())
        text = text.slice(0, at) + to + text.slice(at + length)
      for (const [at, length, to] of changes.reverse()) {
        const from = before.slice(at, at + length)
        if (from !== to) repairs.push({ from, to })
      }
    }
    applying((own, change) => {
      for (const match of own.matchAll(SPECK)) if (!/www|@|https?:/iu.test(own)) change(match.index, 1, ' ')
    })
    applying(confusions)
    applying(provinces)
    applying((own, change) => {
      for (const match of own.matchAll(SHORT)) {
        const to = meant.get(match[0])
        if (to !== undefined) change(match.index, match[0].length, to)
      }
    })
    return text === line.text ? line : { ...line, text }
  })
  return { lines: out, repairs }
}
