// Misspelt words of the text out: doubled words, frequent slips, syllables no Vietnamese word is written with, and words
// that differ by a tone or a letter from a fixed phrase. Precision before recall: a clerk stops reading after false alarms.

import { nameKey, searchKey } from '../base/text.ts'
import { BOUND_SYLLABLES, LOAN_WORDS, MISSPELLINGS } from '../vocabulary/misspelling.ts'
import { FREE_WORDS } from '../vocabulary/phrase.ts'
import { PROVINCES } from '../vocabulary/province.ts'
import { isSyllable, spell, splitSyllable, TONES } from '../vocabulary/syllable.ts'
import * as words from '../vocabulary/words.ts'
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
    key: (match[1] ?? '').toLowerCase(),
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

/** What kind of word it is, whatever stands beside it. */
type Kind = 'right' | 'other' | 'strange' | 'wrong'

function kindOf(lower: string): Kind {
  if (STRANGE.test(lower)) return /[a-z]/u.test(lower) ? 'strange' : 'other'
  if (!VIETNAMESE.test(lower)) return 'other'
  return isWritten(lower) ? 'right' : 'wrong'
}

/** A small word, or one that only begins with a capital: no name in capitals, no abbreviation. */
const isPlain = (word: string): boolean => /^\p{L}\p{Ll}*$/u.test(word)
const isCapital = (word: Word | null | undefined): boolean =>
  word !== null && word !== undefined && word.text[0] !== word.lower[0]

/** Judges every word of the list beside its neighbours. */
function judgeAll(
  list: readonly (Word | null)[],
  reader: PhraseReader,
  kinds: Map<string, Kind>,
): Omit<Slip, 'paragraph'>[] {
  const slips: Omit<Slip, 'paragraph'>[] = []
  list.forEach((word, i) => {
    if (!word) return
    const { text, lower, from, to } = word
    const add = (note: string, severity?: 'minor', key = lower): void =>
      void slips.push({ from, to, note, key, ...(severity && { severity }) })
    let kind = kinds.get(lower)
    if (kind === undefined) {
      kind = kindOf(lower)
      kinds.set(lower, kind)
    }
    if (kind === 'other') return
    if (kind === 'strange') {
      const letter = [...lower].find((each) => STRANGE.test(each))
      add(words.findings.strange(text), 'minor', `${ODD}${letter}`)
      return
    }
    const isSmall = text === lower
    if (kind === 'wrong' && !isSmall) return
    if (kind === 'right' && !isSmall && !isPlain(text)) return
    const beside = (at: number): string => list[at]?.lower ?? ''
    const near: Neighbours = {
      before: beside(i - 1),
      after: beside(i + 1),
      twoBefore: beside(i - 2),
      twoAfter: beside(i + 2),
      // Two capitals in a row are a name.
      isName: !isSmall && (isCapital(list[i + 1]) || isCapital(list[i - 1])),
      namedAfter: isCapital(list[i + 1]),
    }
    if (kind === 'wrong') {
      const two = lower.length > 4 && toneMoved(lower) === null ? runTogether(lower, reader) : false
      if (typeof two === 'string') add(words.findings.runTogether(text, two), 'minor')
      else if (!two && lower.length <= 7) {
        const right = reader.correct(lower, near, true) ?? toneMoved(lower)
        add(right === null ? words.findings.notWord(text) : words.findings.shouldBe(text, right))
      }
      return
    }
    const right = reader.correct(lower, near, false)
    if (right !== null) {
      add(words.findings.shouldBe(text, right))
      return
    }
    const bound = isSmall ? BOUND.get(lower) : undefined
    if (bound && near.after !== '' && !bound.before.has(near.before) && !bound.after.has(near.after))
      add(words.findings.wordMissing(text, bound.missing))
  })
  return slips
}

const BOUND = new Map(BOUND_SYLLABLES.map((each) => [each.word, each]))
/** Begins the key of a letter of another alphabet. */
const ODD = 'letter '

/** So many misspelt words, and so large a share: the text was recognised or converted badly, not written so. */
const GARBLED = 25
const GARBLED_SHARE = 0.01

export const spelling: FindFaults = ({ zones, scanned }) => {
  const texts = [...zones.preamble, ...zones.body].map((paragraph) => ({
    paragraph,
    list: readWords(paragraph.text),
  }))
  const reader = newPhraseReader(texts.map(({ list }) => list.map((word) => word?.lower ?? null)))
  const kinds = new Map<string, Kind>()
  const sure: Slip[] = []
  const doubtful: Slip[] = []
  const doubled: Fault[] = []
  let count = 0
  for (const { paragraph, list } of texts) {
    count += list.length
    const isDoubtful = scanned.size > 0 && paragraph.lines.some((line) => scanned.has(line))
    const target = isDoubtful ? doubtful : sure
    for (const found of toldOnce(doubledWords(paragraph))) doubled.push(found)
    const known = [...knownSlips(paragraph), ...provinces(paragraph)]
    for (const slip of known) target.push(slip)
    const told = new Set(known.flatMap(({ from, to }) => startsBetween(paragraph.text, from, to)))
    for (const slip of judgeAll(list, reader, kinds))
      if (!told.has(slip.from)) target.push({ ...slip, paragraph })
  }
  const isGarbled = sure.length > GARBLED && sure.length > count * GARBLED_SHARE
  const unsure = isGarbled ? [...sure, ...doubtful] : doubtful
  return [...doubled, ...(isGarbled ? [] : toldOnce(sure)), ...doubtOf(unsure)]
}

/** Where the words of a known slip begin: they are told already. */
const startsBetween = (text: string, from: number, to: number): number[] =>
  [...text.slice(from, to).matchAll(/\p{L}+/gu)].map((word) => from + word.index)

const faultOf = ({ paragraph, from, to, note, severity }: Slip): Fault =>
  fault(quoteAround(paragraph, from, to), note, severity)

/** Recognition is to blame, not the writer: one word about all of it, at the first place. */
function doubtOf(slips: readonly Slip[]): Fault[] {
  const [first] = slips
  if (!first) return []
  const sample = new Set<string>()
  for (const { paragraph, from, to } of slips) {
    if (sample.size >= 5) break
    sample.add(`"${paragraph.text.slice(from, to)}"`)
  }
  const note = words.findings.recognised(slips.length, [...sample].join(', '))
  return [{ ...faultOf(first), note, severity: 'minor' }]
}

/** One word misspelt in many places is one slip of its writer: told at the first place, with the number of places. */
function toldOnce(slips: readonly Slip[]): Fault[] {
  const byKey = new Map<string, Slip[]>()
  for (const slip of slips) {
    const same = byKey.get(slip.key)
    if (same) same.push(slip)
    else byKey.set(slip.key, [slip])
  }
  return [...byKey].flatMap(([key, [first, ...others]]) => {
    if (!first) return []
    const found = faultOf(first)
    if (others.length === 0) return [found]
    const n = others.length + 1
    const letter = key.startsWith(ODD) ? key.slice(ODD.length) : null
    return [
      {
        ...found,
        note: letter === null ? words.findings.inPlaces(found.note, n) : words.findings.strangeIn(letter, n),
      },
    ]
  })
}
