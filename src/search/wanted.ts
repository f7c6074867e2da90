// What a person typed -> what the database is asked. The words come from the database's own `plain_words` and
// `marked_words`, so that a question is cut as the stored texts are; here they become patterns and lexemes.
import { allSyllables, spell, splitSyllable } from '../vocabulary/syllable.ts'

/** Further words of a pasted paragraph would find nothing more. */
const MOST_WORDS = 20
/** As in `search_lexemes`. */
const MOST_LETTERS = 80

/** Why a text was found, the best first. What is `near` holds the words only nearly. */
export const TIERS = { code: 1, exactPhrase: 2, phrase: 3, exactWords: 4, words: 5, near: 6 } as const

export interface Wanted {
  /** Folded: "hop", "tac", "xa". */
  words: string[]
  /** " hop tac xa ", as it stands in a text. */
  phrase: string
  /** With marks, in either placement of the tone ("hòa", "hoà"). */
  marked: string[][]
  /** Whether marks were typed: only then do they say anything. */
  hasMarks: boolean
}

const isWord = (word: string) => word !== ''
const around = (words: readonly string[]) => ` ${words.join(' ')} `

/** The two ways of writing a word's tone; one where they are the same. */
const spellings = (word: string): string[] => {
  const syllable = splitSyllable(word)
  return syllable ? [...new Set(spell(syllable))] : [word]
}

/** null when nothing was typed that a text could hold. */
export function wantedOf({ plain, marked }: { plain: string; marked: string }): Wanted | null {
  const words = plain.split(' ').filter(isWord).slice(0, MOST_WORDS)
  if (words.length === 0) return null
  const printed = marked.split(' ').filter(isWord).slice(0, MOST_WORDS)
  const both = [0, -1].map((at) => printed.map((word) => spellings(word).at(at) ?? word))
  const spelt = [...new Map(both.map((words) => [words.join(' '), words])).values()]
  // "½" is a word once it is folded ("1 2") and none before.
  const hasMarks = printed.length > 0 && printed.join(' ') !== words.join(' ')
  return { words, phrase: around(words), marked: spelt, hasMarks }
}

/** Pieces of text to look for as they stand, blanks and all. */
export interface Strings {
  /** The phrase with marks, in either placement of the tone. */
  exactPhrase: string[]
  exactWords: string[][]
  words: string[]
  /** The neighbouring words of the phrase, two by two. */
  pairs: string[]
  /** The last word may be unfinished: for short texts, where that is cheap. */
  begun: string[]
}

export function stringsOf({ words, marked }: Wanted): Strings {
  const each = (list: readonly string[]) => list.map((word) => around([word]))
  return {
    exactPhrase: marked.map(around),
    exactWords: marked.map(each),
    words: each(words),
    pairs: words.slice(1).map((word, at) => around([words[at] ?? '', word])),
    begun: words.map((word, at) => (at === words.length - 1 ? ` ${word}` : around([word]))),
  }
}

const pairsIn = (words: readonly string[]): string[] =>
  words.slice(1).map((word, at) => `${words[at] ?? ''}_${word}`)

/** A tsquery over `search_lexemes`. */
export type LexemeQuery = string

export function lexemesOf(tenantId: number, { words, marked }: Wanted) {
  const lexeme = (text: string) => `'${tenantId}.${[...text].slice(0, MOST_LETTERS).join('')}'`
  const all = (texts: readonly string[]) => texts.map(lexeme).join(' & ')
  const some = (queries: readonly string[]) => queries.map((query) => `(${query})`).join(' | ')
  const pairs = pairsIn(words)
  const phrase: LexemeQuery = all(pairs.length ? pairs : words)
  return {
    phrase,
    /** Holds every text with the phrase as it was marked, and few others. */
    exact: `(${some(marked.map(all))}) & ${phrase}`,
    words: all(words) as LexemeQuery,
    /**
     * One word of three or more missing, the others side by side; one or two words with a slip of the keyboard. Then, where
     * that finds nothing, the others anywhere. Each may be empty.
     */
    near: (): LexemeQuery[] => {
      if (words.length < 3) {
        const slips = words.flatMap((word, at) => nearWords(word).map((other) => words.with(at, other)))
        return [some(slips.map((changed) => all(changed.length > 1 ? pairsIn(changed) : changed)))]
      }
      const without = (missing: number) => words.filter((_, at) => at !== missing)
      return [
        some(words.map((_, missing) => all(besides(words, missing)))),
        some(words.map((_, missing) => all(without(missing)))),
      ]
    },
  }
}

/** What is left of the phrase when one word is taken out: pairs, and words that stand alone now. */
function besides(words: readonly string[], missing: number): string[] {
  const parts = [words.slice(0, missing), words.slice(missing + 1)]
  return parts.flatMap((part) => (part.length > 1 ? pairsIn(part) : part))
}

let folded: string[] | null = null
const foldedSyllables = () => {
  folded ??= [
    ...new Set(
      [...allSyllables()].map((word) => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')),
    ),
  ]
  return folded
}

/** Folded syllables one slip of the keyboard away: a letter more, less, other, or two in the wrong order. */
export const nearWords = (word: string): string[] =>
  foldedSyllables().filter((other) => isOneSlip(word, other))

export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA.length > 1 && restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  )
}
