// A word beside its neighbours: is it a slip for a word of a fixed phrase? "chuyên đổi" → "chuyển đổi".

import { searchKey } from '../base/text.ts'
import { FREE_WORDS, GRAMMAR_WORDS, PHRASES } from '../vocabulary/phrase.ts'
import { isSyllable } from '../vocabulary/syllable.ts'

export interface Neighbours {
  before: string
  after: string
  twoBefore: string
  twoAfter: string
  /** Part of a name in capitals. */
  isName: boolean
  namedAfter: boolean
}

export interface PhraseReader {
  isPhrase(a: string, b: string): boolean
  /** The word meant, or null. `isWrong`: it is no word at all, so that less speaks against another one. */
  correct(word: string, near: Neighbours, isWrong: boolean): string | null
}

const OLD_PLACE: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}
const OLD_END = /(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])$/u
const I_ALONE = /^(?:qu|[hklmstv])[iìíỉĩị]$/u
const Y_OF_I: Readonly<Record<string, string>> = { i: 'y', ì: 'ỳ', í: 'ý', ỉ: 'ỷ', ĩ: 'ỹ', ị: 'ỵ' }

/** "hoà" → "hòa", "kĩ" → "kỹ", "qui" → "quy": one of two legal spellings. */
function canonical(word: string): string {
  const old = OLD_END.test(word) ? word.slice(0, -2) + (OLD_PLACE[word.slice(-2)] ?? word.slice(-2)) : word
  return I_ALONE.test(old) ? old.slice(0, -1) + (Y_OF_I[old.slice(-1)] ?? '') : old
}

const SPELT = [...PHRASES].map((phrase) => phrase.split(' '))
/** Compared in one spelling, told in the one of the vocabulary. */
const PRINTED = new Map(SPELT.flat().map((word) => [canonical(word), word]))
const FIXED = new Map<string, Set<string>>()
for (const [a = '', b = ''] of SPELT.map((pair) => pair.map(canonical)))
  FIXED.set(a, (FIXED.get(a) ?? new Set()).add(b))
/** What a text says so often it means so. */
const OFTEN = 3
const FREE = new Set([...FREE_WORDS].map(canonical))
const KNOWN = new Set([...FREE, ...PRINTED.keys()])
const partners = (own: 0 | 1): Map<string, string[]> => {
  const map = new Map<string, string[]>()
  for (const pair of SPELT) {
    const [key, value] = [canonical(pair[1 - own] ?? ''), canonical(pair[own] ?? '')]
    map.set(key, [...(map.get(key) ?? []), value])
  }
  return map
}
/** What stands in front of a word, and what stands behind it. */
const BEFORE = partners(0)
const AFTER = partners(1)

/** One letter put in, left out, put for another, or two changed places. */
function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let end = 0
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [x, y] = [a.slice(from, a.length - end), b.slice(from, b.length - end)]
  return (
    (x.length <= 1 && y.length <= 1) || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0])
  )
}

/** `texts`: the words of each paragraph in lower case, null where something else stands between. */
export function newPhraseReader(texts: readonly (readonly (string | null)[])[]): PhraseReader {
  const spellings = new Map<string, string>()
  const oneSpelling = (word: string): string => {
    const known = spellings.get(word)
    if (known !== undefined) return known
    const found = canonical(word)
    spellings.set(word, found)
    return found
  }
  const pairs = new Map<string, Map<string, number>>()
  const times = new Map<string, number>()
  for (const list of texts)
    list.forEach((each, i) => {
      if (each === null) return
      const word = oneSpelling(each)
      times.set(word, (times.get(word) ?? 0) + 1)
      const after = list[i + 1]
      if (after == null) return
      const next = oneSpelling(after)
      const row = pairs.get(word)
      if (row) row.set(next, (row.get(next) ?? 0) + 1)
      else pairs.set(word, new Map([[next, 1]]))
    })
  const isPhrase = (a: string, b: string): boolean => FIXED.get(oneSpelling(a))?.has(oneSpelling(b)) ?? false
  const said = (a: string, b: string): number => pairs.get(oneSpelling(a))?.get(oneSpelling(b)) ?? 0

  /** The word meant beside `other`, when `word` and `other` are a phrase but for a slip. */
  function meant(word: string, other: string, isFirst: boolean, isWrong: boolean): string | null {
    const own = oneSpelling(word)
    const beside = oneSpelling(other)
    if (beside === '' || GRAMMAR_WORDS.has(beside)) return null
    if (!isWrong && (FREE.has(own) || own.length < 2)) return null
    const options = (isFirst ? BEFORE : AFTER).get(beside) ?? []
    if (options.includes(own)) return null
    const phrase = (right: string): number => (isFirst ? said(right, beside) : said(beside, right))
    const folded = searchKey(own)
    const sameLetters = options.filter((right) => searchKey(right) === folded)
    if (sameLetters.length > 0 && (isWrong || KNOWN.has(own) || isSyllable(own)))
      return sameLetters.length === 1 ? (sameLetters[0] ?? null) : null
    // "rn", "td": what has neither accent nor three letters is an abbreviation.
    if (own.length < 3 && /^[a-z]+$/u.test(own)) return null
    const near = options.filter((right) => oneSlip(own, right))
    if (near.length !== 1) return null
    const [right = ''] = near
    if (isWrong) return right
    // Another letter makes another word more often than another tone: the text must know the phrase and not the word.
    return !KNOWN.has(own) && times.get(own) === 1 && phrase(right) > 0 ? right : null
  }

  const memory = new Map<string, string | null>()
  function remembered(word: string, other: string, isFirst: boolean, isWrong: boolean): string | null {
    if (other === '') return null
    const key = `${isFirst ? '<' : '>'}${isWrong ? '!' : ''}${word} ${other}`
    const known = memory.get(key)
    if (known !== undefined) return known
    const right = meant(word, other, isFirst, isWrong)
    const found = right === null ? null : (PRINTED.get(right) ?? right)
    memory.set(key, found)
    return found
  }

  return {
    isPhrase,
    correct(word, near, isWrong) {
      if (near.isName) return null
      const { before, after, twoBefore, twoAfter } = near
      // It belongs to a phrase on either side already, or stands beside anything.
      if (!isWrong && (FREE.has(oneSpelling(word)) || isPhrase(before, word) || isPhrase(word, after)))
        return null
      // "nhận [thức hiện] nay": the neighbour belongs to the phrase on its other side.
      const fits = (right: string | null, a: string, b: string, isTaken: () => boolean): right is string =>
        right !== null && (isWrong || (said(a, b) < OFTEN && !isTaken()))
      const first = near.namedAfter ? null : remembered(word, after, true, isWrong)
      if (fits(first, word, after, () => isPhrase(after, twoAfter))) return first
      const second = remembered(word, before, false, isWrong)
      return fits(second, before, word, () => isPhrase(twoBefore, before)) ? second : null
    },
  }
}
