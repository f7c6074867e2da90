// Text written in the encodings from before Unicode (Windows-1258, TCVN3, VNI) in, Vietnamese out. What a text is
// written in is told by evidence: how many of its words become Vietnamese syllables, and how many were before.

import {
  CAPITALS_FONT,
  LEGACY_FONTS,
  LEGACY_LETTERS,
  type LegacyEncoding,
} from '../vocabulary/legacy-encoding.ts'
import { isSyllable } from '../vocabulary/syllable.ts'

/** A word as the encodings see it: signs such as "¸" and "\u00ad" are letters there. */
const WORD = /[A-Za-z\u00a1-\u1fff]+/gu
/** Letters that only Unicode text has. */
const UNICODE_ONLY =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/u
const LATIN_1 = /[\u00a1-\u00ff]/u

/** Words of any case and composition, as old files have them. */
const isVietnamese = (word: string): boolean => isSyllable(word.toLowerCase().normalize('NFC'))

const LENGTHS: Record<LegacyEncoding, number> = { TCVN3: 1, VNI: 2 }

/** The letters alone; what the encoding has no letter for stays. */
function lettersOf(text: string, encoding: LegacyEncoding): string {
  const letters = LEGACY_LETTERS[encoding]
  let converted = ''
  for (let at = 0; at < text.length; ) {
    let length = LENGTHS[encoding]
    while (length > 0 && !letters.has(text.slice(at, at + length))) length--
    converted += length > 0 ? letters.get(text.slice(at, at + length)) : text[at]
    at += Math.max(1, length)
  }
  return converted
}

/** "CéNG HOµ X· HéI": a word of capitals whose marked letters TCVN3 can only write small; "X·" goes with its neighbours. */
function raiseCapitals(before: string, after: string): string {
  // In TCVN3 every letter is one character, so the words stand at the same places.
  const words = [...before.matchAll(WORD)]
  // "KH" alone is an abbreviation and says nothing about "Sè" beside it.
  const sure = words.map(
    ([word]) => LATIN_1.test(word) && (word.match(/[A-Z]/gu)?.length ?? 0) > 1 && !/[a-z]/u.test(word),
  )
  if (!sure.includes(true)) return after
  let raised = ''
  let at = 0
  words.forEach((match, i) => {
    const [word] = match
    const beside = sure[i - 1] || sure[i + 1] || !/[a-z]/u.test(before)
    const end = match.index + word.length
    raised += after.slice(at, match.index)
    raised +=
      sure[i] || (beside && !/[a-z]/u.test(word))
        ? after.slice(match.index, end).toUpperCase()
        : after.slice(match.index, end)
    at = end
  })
  return raised + after.slice(at)
}

const NUMBERED = /^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[a-z]\)|[IVX]{1,5}\.)\s+/u

/** "1. ñy ban" → "1. Ủy ban": what a number stands before begins with a capital, which TCVN3 cannot write with a mark. */
function raiseFirst(before: string, after: string): string {
  const at = NUMBERED.exec(before)?.[0].length ?? 0
  if (at === 0 || !LATIN_1.test(before[at] ?? '')) return after
  return after.slice(0, at) + after.charAt(at).toUpperCase() + after.slice(at + 1)
}

function convertParagraph(encoding: LegacyEncoding, text: string): string {
  const converted = convertFrom(encoding, text)
  return encoding === 'TCVN3' ? raiseFirst(text, converted) : converted
}

function convertFrom(encoding: LegacyEncoding, text: string): string {
  const converted = lettersOf(text, encoding)
  return encoding === 'TCVN3' ? raiseCapitals(text, converted) : converted
}

interface Evidence {
  /** Words the conversion changes. */
  changed: number
  /** … of which are syllables afterwards. */
  legal: number
  /** Words that become syllables and were none. */
  gained: Set<string>
  /** Words that were syllables and become none. */
  lost: number
}

/** Words come again and again: each is judged once. */
class Judge {
  readonly #known = new Map<string, [changed: boolean, before: boolean, after: boolean]>()
  readonly #encoding: LegacyEncoding
  constructor(encoding: LegacyEncoding) {
    this.#encoding = encoding
  }

  #word(word: string): [changed: boolean, before: boolean, after: boolean] {
    const known = this.#known.get(word)
    if (known) return known
    const after = lettersOf(word, this.#encoding)
    const judged: [boolean, boolean, boolean] = [after !== word, isVietnamese(word), isVietnamese(after)]
    this.#known.set(word, judged)
    return judged
  }

  evidence(text: string): Evidence {
    const found: Evidence = { changed: 0, legal: 0, gained: new Set(), lost: 0 }
    for (const [word] of text.matchAll(WORD)) {
      // A sign alone ("©", "§") is no evidence, nor is a word of no length a syllable has.
      if (word.length < 2 || word.length > 14 || !LATIN_1.test(word)) continue
      const [changed, before, after] = this.#word(word)
      if (!changed) continue
      found.changed++
      if (after) found.legal++
      if (after && !before) found.gained.add(word)
      if (before && !after) found.lost++
    }
    return found
  }
}

/** Measured on plans written over into each encoding and on French, German and Spanish text. */
const LEAST_SHARE = 0.7
const LEAST_WORDS = 3

export interface Converted {
  texts: string[]
  /** What some of the texts were written in. */
  encodings: LegacyEncoding[]
}

/** Converts the paragraphs that are written in TCVN3 or VNI and leaves all others as they are. */
export function convertLegacyTexts(texts: readonly string[]): Converted {
  const kept: Converted = { texts: [...texts], encodings: [] }
  const candidates = texts.flatMap((text, i) => (LATIN_1.test(text) ? [i] : []))
  if (candidates.length === 0) return kept
  const judges = (Object.keys(LEGACY_LETTERS) as LegacyEncoding[]).map(
    (encoding) => [encoding, new Judge(encoding)] as const,
  )
  /** For each text the encodings it may be in, with the words that speak for each. */
  const claims = new Map<number, { encoding: LegacyEncoding; gained: Set<string> }[]>()
  const undecided: number[] = []
  const gained: Record<LegacyEncoding, Set<string>> = { TCVN3: new Set(), VNI: new Set() }
  for (const i of candidates) {
    const text = texts[i] ?? ''
    if (UNICODE_ONLY.test(text)) continue
    const found = judges.map(([encoding, judge]) => ({ encoding, ...judge.evidence(text) }))
    const good = found.filter(
      (each) => each.gained.size > each.lost && each.legal >= each.changed * LEAST_SHARE,
    )
    if (good.length > 0) claims.set(i, good)
    else if (found.some((each) => each.changed > 0 && each.lost === 0)) undecided.push(i)
    const most = Math.max(...good.map((each) => each.gained.size))
    for (const each of good)
      if (each.gained.size === most) for (const word of each.gained) gained[each.encoding].add(word)
  }
  const accepted = judges.map(([encoding]) => encoding).filter((each) => gained[each].size >= LEAST_WORDS)
  const weight = (each: { encoding: LegacyEncoding; gained: Set<string> }): number =>
    each.gained.size + gained[each.encoding].size / 1e6
  for (const [i, claim] of claims) {
    const [best] = claim
      .filter((each) => accepted.includes(each.encoding))
      .sort((a, b) => weight(b) - weight(a))
    if (!best) continue
    kept.texts[i] = convertParagraph(best.encoding, texts[i] ?? '')
    if (!kept.encodings.includes(best.encoding)) kept.encodings.push(best.encoding)
  }
  // "cã" is a syllable before and after: where all else is in one encoding, it is, too.
  const [only, ...others] = kept.encodings
  const unicode = candidates.filter((i) => UNICODE_ONLY.test(texts[i] ?? '')).length
  if (only && others.length === 0 && unicode === 0)
    for (const i of undecided) kept.texts[i] = convertParagraph(only, texts[i] ?? '')
  return kept
}

/** The encoding a font's name stands for, else null. */
export const encodingOfFont = (fontName: string): LegacyEncoding | null =>
  LEGACY_FONTS.find(([pattern]) => pattern.test(fontName.trim()))?.[1] ?? null

/**
 * Text drawn with a font of its own encoding (".VnTime", "VNI-Times"), converted; of any other font, or where the
 * characters are no such text, as it is.
 */
export function convertLegacy(text: string, fontName?: string): string {
  return new FontConverter().convert(text, fontName)
}

/** The pieces of one document, each with its font. An old template may hold new text: where a font does, it says less. */
export class FontConverter {
  readonly #unicode = new Set<string>()

  convert(text: string, fontName = ''): string {
    const name = fontName.trim()
    const encoding = encodingOfFont(name)
    if (!encoding) return text
    // Fonts marked as symbols keep their characters in the private area.
    const plain = text
      .replace(/[\uf020-\uf0ff]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xf000))
      .replaceAll('\u03bc', 'µ')
    if (UNICODE_ONLY.test(plain)) {
      this.#unicode.add(name)
      return text
    }
    const { gained, lost } = new Judge(encoding).evidence(plain)
    // A piece may be no whole word: one that turns worse says nothing.
    if (lost > gained.size + 1 || (this.#unicode.has(name) && gained.size === 0)) return text
    const converted = convertFrom(encoding, plain)
    return CAPITALS_FONT.test(name) ? converted.toUpperCase() : converted
  }
}

/** Share of the words with marks that are Vietnamese syllables, and how many different ones are. */
function vietnameseIn(text: string): { share: number; words: number } {
  const found = new Set<string>()
  let marked = 0
  let legal = 0
  for (const [word] of text.matchAll(/[A-Za-z\u00c0-\u1fff]+/gu)) {
    if (!/[\u00c0-\u1fff]/u.test(word)) continue
    marked++
    if (!isVietnamese(word)) continue
    legal++
    found.add(word.toLowerCase())
  }
  return { share: marked === 0 ? 0 : legal / marked, words: found.size }
}

export interface DecodedText {
  text: string
  /** Named where it is no Unicode; TCVN3 and VNI are converted paragraph by paragraph later. */
  encoding: 'Windows-1258' | null
}

/** Bytes that are no Unicode: Windows-1258, or Latin letters that stand for TCVN3 or VNI; null when neither shows. */
export function decodeLegacy(bytes: Uint8Array): DecodedText | null {
  // The beginning tells; the rest of a long file is decoded once.
  const sample = bytes.subarray(0, 200_000)
  const tones = new TextDecoder('windows-1258').decode(sample).normalize('NFC')
  const vietnamese = vietnameseIn(tones)
  if (vietnamese.share >= LEAST_SHARE && vietnamese.words >= LEAST_WORDS)
    return { text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC'), encoding: 'Windows-1258' }
  const latin = new TextDecoder('windows-1252').decode(sample)
  if (convertLegacyTexts(latin.split(/\r\n?|\n/u)).encodings.length === 0) return null
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: null }
}
