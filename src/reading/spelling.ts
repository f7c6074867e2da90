// Misspelt words of the text out: doubled words, frequent slips, syllables no Vietnamese word is written with, and words
// that differ by a tone or a letter from a fixed phrase. Precision before recall: a clerk stops reading after false alarms.

import { nameKey, searchKey } from '../base/text.ts'
import { BOUND_SYLLABLES, LOAN_WORDS, MISSPELLINGS } from '../vocabulary/misspelling.ts'
import { FREE_WORDS } from '../vocabulary/phrase.ts'
import { PROVINCES } from '../vocabulary/province.ts'
import { isSyllable, spell, splitSyllable, TONES } from '../vocabulary/syllable.ts'
import { words } from '../vocabulary/words.ts'
import { type Fault, type FindFaults, fault, quoteAround } from './finding-rule.ts'
import { type Neighbours, newPhraseReader, type PhraseReader } from './near-phrase.ts'
import type { Paragraph } from './paragraph.ts'

interface Slip {
  paragraph: Paragraph
  from: number
  to: number
  note: string
  /** Slips of one key are told once, with their number. */
  key: string
  severity?: 'minor'
}

/** Two words doubled are a slip; of single words only these, for "hành vi vi phạm" is good Vietnamese. */
const DOUBLED =
  /(?<![\p{L}\p{N}])(\p{L}+ \p{L}{2,}|các|của|và|những|trong|để|được|cho|với|về|theo|là|có|tại|trên|đã|sẽ|khi|này|việc|bằng|một|phải|cần) \1(?![\p{L}\p{N}])/giu

function doubledWords(paragraph: Paragraph): Slip[] {
  return [...paragraph.text.matchAll(DOUBLED)].map((match) => ({
    paragraph,
    from: match.index,
    to: match.index + match[0].length,
    note: words.findings.doubledWord(match[1] ?? ''),
    key: '',
  }))
}

const RIGHT = new Map(MISSPELLINGS)
const SLIP = new RegExp(`(?<!\\p{L})(?:${MISSPELLINGS.map(([wrong]) => wrong).join('|')})(?!\\p{L})`, 'giu')

function knownSlips(paragraph: Paragraph): Slip[] {
  return [...paragraph.text.matchAll(SLIP)].map((match) => ({
    paragraph,
    from: match.index,
    to: match.index + match[0].length,
    note: words.findings.shouldBe(match[0], RIGHT.get(match[0].toLowerCase()) ?? ''),
    key: match[0].toLowerCase(),
  }))
}

const PROVINCE_NAMES = new Map(
  PROVINCES.flatMap(
    ({ name, mergedFrom }) => [name, ...mergedFrom].map((each) => [searchKey(each), each] as const),
    // "Đăk Lăk", "Bắc Cạn": names of other languages have several spellings.
  ).filter(([key]) => !/k(?: |$)|-/u.test(key)),
)
const PROVINCE = /(?<!\p{L})(?:tỉnh|thành phố) (\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)(?! ?\p{Lu})/gu

/** "thành phố Hà Nôi": behind these words only a province is meant. */
function provinces(paragraph: Paragraph): Slip[] {
  return [...paragraph.text.matchAll(PROVINCE)].flatMap((match) => {
    const name = match[1] ?? ''
    const right = PROVINCE_NAMES.get(searchKey(name))
    if (right === undefined || nameKey(right) === nameKey(name)) return []
    return [
      {
        paragraph,
        from: match.index,
        to: match.index + match[0].length,
        note: words.findings.shouldBe(name, right),
        key: name,
      },
    ]
  })
}

/** Letters of other alphabets that fonts and recognition put into words: "đội ngǜ". */
const STRANGE = /[\u0180-\u019f\u01a2-\u01ae\u01b1-\u024f\p{Script=Cyrillic}\p{Script=Greek}]/u
const VIETNAMESE = /^[a-zà-ãè-êìíò-õùúýăđĩũơưạ-ỹ]+$/u
/** A tone or an accent: what ASCII words of other languages do not have. */
const ACCENTED = /[\u0300-\u0303\u0306\u0309\u031b\u0323]/u

/** A Vietnamese syllable, or nothing Vietnamese at all: a word of another language, an abbreviation, a unit. */
function isWritten(word: string): boolean {
  if (isSyllable(word) || LOAN_WORDS.has(word)) return true
  if (ACCENTED.test(word.normalize('NFD'))) return false
  // Of "đ" alone nothing is known but that a stop wants its tone: "đat", not "vnđ".
  return !(word.includes('đ') && TONES.some((tone) => tone !== '' && isSyllable(withTone(word, tone))))
}

function withTone(word: string, tone: (typeof TONES)[number]): string {
  const vowel = word.search(/[aeiouyăâêôơư](?![aeiouyăâêôơư])/u)
  return vowel < 0 ? word : (word.slice(0, vowel + 1) + tone + word.slice(vowel + 1)).normalize('NFC')
}

const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** "họach" → "hoạch": the tone on another letter makes it a word. */
function toneMoved(word: string): string | null {
  const marks = word.normalize('NFD').match(TONE_MARK)
  if (marks?.length !== 1) return null
  const plain = word.normalize('NFD').replace(TONE_MARK, '').normalize('NFC')
  const stopped = /(?:ch|[cpt])$/u.test(plain)
  const syllable = splitSyllable(stopped ? withTone(plain, '\u0323') : plain)
  const tone = TONES.find((each) => each === marks[0])
  if (!syllable || tone === undefined) return null
  const [right] = spell({ ...syllable, tone })
  return right !== undefined && isSyllable(right) ? right : null
}

/** "pháttriển" → two words; null when it is none, true when it is syllables of a loan word ("axít"). */
function runTogether(word: string, reader: PhraseReader): string | boolean {
  for (let at = 2; at < word.length - 1; at++) {
    const [a, b] = [word.slice(0, at), word.slice(at)]
    if (!isSyllable(a) || !isSyllable(b)) continue
    if (reader.isPhrase(a, b) || (FREE_WORDS.has(a) && FREE_WORDS.has(b))) return `${a} ${b}`
  }
  for (let at = 1; at < word.length - 1; at++)
    if (/[^aeiouy]/u.test(searchKey(word[at] ?? '')))
      if (isSyllable(word.slice(0, at)) && isSyllable(word.slice(at))) return true
  return false
}

interface Word {
  text: string
  lower: string
  from: number
  to: number
}

/** Words between blanks and punctuation; what belongs to an address, a number or a compound with hyphens is left out. */
function readWords(text: string): (Word | null)[] {
  const found: (Word | null)[] = []
  for (const chunk of text.matchAll(/\S+/gu)) {
    if (/[@\d_/\\&+=#]|:\/\/|\p{L}[.'’-]\p{L}/u.test(chunk[0])) {
      found.push(null)
      continue
    }
    for (const part of chunk[0].matchAll(/[\p{L}\p{M}]+|[^\p{L}\p{M}]+/gu)) {
      const from = chunk.index + part.index
      found.push(
        /^\p{L}/u.test(part[0])
          ? { text: part[0], lower: part[0].toLowerCase(), from, to: from + part[0].length }
          : null,
      )
    }
  }
  return found
}

/** A small word, or one that only begins with a capital: no name in capitals, no abbreviation. */
const isPlain = (word: string): boolean => /^\p{L}\p{Ll}*$/u.test(word)

function judge(word: Word, near: Neighbours, reader: PhraseReader, paragraph: Paragraph): Slip | null {
  const { text, lower, from, to } = word
  const slip = (note: string, severity?: 'minor'): Slip => ({
    paragraph,
    from,
    to,
    note,
    key: lower,
    ...(severity && { severity }),
  })
  const small = /^\p{Ll}+$/u.test(text)
  const strange = [...lower].find((letter) => STRANGE.test(letter))
  if (strange !== undefined && /[a-z]/u.test(lower))
    return { ...slip(words.findings.strange(text), 'minor'), key: `strange ${strange}` }
  if (!VIETNAMESE.test(lower) || RIGHT.has(lower)) return null
  if (small && !isWritten(lower)) {
    if (lower.length > 4) {
      const two = runTogether(lower, reader)
      if (typeof two === 'string') return slip(words.findings.runTogether(text, two), 'minor')
      if (two && toneMoved(lower) === null) return null
    }
    if (lower.length > 7) return null
    const right = reader.correct(lower, near, true) ?? toneMoved(lower)
    return slip(right === null ? words.findings.notWord(text) : words.findings.shouldBe(text, right))
  }
  if (!isPlain(text)) return null
  const right = reader.correct(lower, near, false)
  if (right !== null) return slip(words.findings.shouldBe(text, right))
  for (const { word: bound, missing, before, after } of BOUND_SYLLABLES)
    if (small && lower === bound && near.after !== '' && !before.has(near.before) && !after.has(near.after))
      return slip(words.findings.wordMissing(text, missing))
  return null
}

/** So many misspelt words, and so large a share: the text was recognised or converted badly, not written so. */
const GARBLED = 25
const GARBLED_SHARE = 0.01

export const spelling: FindFaults = ({ zones, scanned }) => {
  const paragraphs = [...zones.preamble, ...zones.body]
  const texts = paragraphs.map((paragraph) => ({ paragraph, list: readWords(paragraph.text) }))
  const reader = newPhraseReader(texts.map(({ list }) => list.map((word) => word?.lower ?? null)))
  const slips: Slip[] = []
  const doubled: Slip[] = []
  let count = 0
  for (const { paragraph, list } of texts) {
    doubled.push(...doubledWords(paragraph))
    const known = [...knownSlips(paragraph), ...provinces(paragraph)]
    slips.push(...known)
    list.forEach((word, i) => {
      if (!word) return
      count++
      const side = (at: number): string => list[at]?.lower ?? ''
      const capital = (at: number): boolean => /^\p{Lu}/u.test(list[at]?.text ?? '')
      const near: Neighbours = {
        before: side(i - 1),
        after: side(i + 1),
        twoBefore: side(i - 2),
        twoAfter: side(i + 2),
        // Two capitals in a row are a name.
        isName: capital(i) && (capital(i + 1) || capital(i - 1)),
        namedAfter: capital(i + 1),
      }
      if (known.some(({ from, to }) => from <= word.from && word.to <= to)) return
      const slip = judge(word, near, reader, paragraph)
      if (slip) slips.push(slip)
    })
  }
  const [doubtful, sure] = split(
    slips,
    ({ paragraph }) => scanned.size > 0 && paragraph.lines.some((line) => scanned.has(line)),
  )
  const garbled = sure.length > GARBLED && sure.length > count * GARBLED_SHARE
  const faults = doubled.map(faultOf)
  if (!garbled) faults.push(...told(sure))
  const unsure = garbled ? slips : doubtful
  const [first] = unsure
  if (first) {
    const sample = [...new Set(unsure.map(({ paragraph, from, to }) => paragraph.text.slice(from, to)))]
    const quoted = sample.slice(0, 5).map((word) => `"${word}"`)
    const note = words.findings.recognised(unsure.length, quoted.join(', '))
    faults.push({ ...faultOf(first), note, severity: 'minor' })
  }
  return faults
}

const faultOf = ({ paragraph, from, to, note, severity }: Slip): Fault =>
  fault(quoteAround(paragraph, from, to), note, severity)

function split<T>(list: readonly T[], isFirst: (each: T) => boolean): [T[], T[]] {
  return [list.filter(isFirst), list.filter((each) => !isFirst(each))]
}

/** One word misspelt in many places is one slip of its writer: told at the first place, with the number of places. */
function told(slips: readonly Slip[]): Fault[] {
  const byKey = new Map<string, Slip[]>()
  for (const slip of slips) byKey.set(slip.key, [...(byKey.get(slip.key) ?? []), slip])
  return [...byKey].flatMap(([key, same]) => {
    const [first] = same
    if (!first) return []
    const { note } = first
    if (key.startsWith('strange ') && same.length > 1)
      return [{ ...faultOf(first), note: words.findings.strangeIn(key.slice(8), same.length) }]
    return [{ ...faultOf(first), note: same.length > 1 ? words.findings.inPlaces(note, same.length) : note }]
  })
}
