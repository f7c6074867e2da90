// How much two duties say the same, and by which words: pairs of neighbouring syllables (most Vietnamese words are two),
// weighted by how rare they are in the two plans. Pure; the words that count are shown, so that a person can judge.
import { nameKey, normalise } from '../base/text.ts'
import { GRAMMAR_WORDS } from '../vocabulary/phrase.ts'

interface Syllable {
  key: string
  from: number
  to: number
}

/** A text as its pairs of syllables, each with its places. */
export interface Worded {
  text: string
  pairs: ReadonlyMap<string, readonly { from: number; to: number }[]>
}

/** Pairs run over no sign but a blank or a hyphen: "kinh tế, tập thể" has no pair "tế tập". */
export function wordsOf(printed: string): Worded {
  const text = normalise(printed)
  const syllables: Syllable[] = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    key: nameKey(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }))
  const pairs = new Map<string, { from: number; to: number }[]>()
  for (const [at, one] of syllables.entries()) {
    const next = syllables[at + 1]
    if (!next || !/^[\s-]*$/u.test(text.slice(one.to, next.from))) continue
    // A pair of grammar says nothing: "của các".
    if (GRAMMAR_WORDS.has(one.key) || GRAMMAR_WORDS.has(next.key)) continue
    const pair = `${one.key} ${next.key}`
    pairs.set(pair, [...(pairs.get(pair) ?? []), { from: one.from, to: next.to }])
  }
  return { text, pairs }
}

/** What a pair of syllables weighs among these texts: nothing of what stands in nearly all, most of what is rare. */
export function weightsOf(texts: readonly Worded[]): (pair: string) => number {
  const held = new Map<string, number>()
  for (const { pairs } of texts) for (const pair of pairs.keys()) held.set(pair, (held.get(pair) ?? 0) + 1)
  return (pair) => Math.log((texts.length + 1) / (held.get(pair) ?? 1))
}

const FEWEST_PAIRS = 3

/**
 * 0 to 1: the weight of what both say, by that of the one that says less; less than three pairs in common is nothing.
 * Symmetrical.
 */
export function likeness(a: Worded, b: Worded, weightOf: (pair: string) => number): number {
  const [less, more] = a.pairs.size <= b.pairs.size ? [a, b] : [b, a]
  const sum = (pairs: Iterable<string>) => [...pairs].reduce((all, pair) => all + weightOf(pair), 0)
  const shared = [...less.pairs.keys()].filter((pair) => more.pairs.has(pair))
  if (shared.length < FEWEST_PAIRS) return 0
  const whole = Math.min(sum(a.pairs.keys()), sum(b.pairs.keys()))
  return whole > 0 ? Math.min(1, sum(shared) / whole) : 0
}

/** The words both have, as `a` prints them and in its order: neighbouring pairs joined to "kinh tế tập thể". */
export function sharedWords(a: Worded, b: Worded): string[] {
  const places = [...a.pairs]
    .filter(([pair]) => b.pairs.has(pair))
    .flatMap(([, found]) => found)
    .sort((one, other) => one.from - other.from)
  const runs: { from: number; to: number }[] = []
  for (const { from, to } of places) {
    const last = runs.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else runs.push({ from, to })
  }
  const seen = new Set<string>()
  return runs
    .map(({ from, to }) => a.text.slice(from, to))
    .filter((words) => {
      const key = words.toLowerCase()
      return !seen.has(key) && seen.add(key)
    })
}
