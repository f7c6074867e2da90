// Which definition a printed indicator may be: by how plans print the ready-made ones, then by likeness of name and unit.
// Pure, shared by server and browser; a person's word comes before it.
import { searchKey } from '../base/text.ts'
import type { Suggestion } from './indicator.ts'
import { READY, type Ready } from './ready.ts'

/** A printed indicator as reading keeps it. */
export interface Printed {
  id: string
  name: string
  quote: string
  targets: readonly { unit: string }[]
}

/** A definition of the province's list. */
export interface Known {
  id: string
  name: string
  unit: string
  /** The ready-made definition it came from. */
  ready: string | null
}

/** Abbreviations of the field, written out. */
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\b(lhhtx|lien hiep htx)\b/gu, 'lien hiep hop tac xa'],
  [/\bhtx\b/gu, 'hop tac xa'],
  [/\btht\b/gu, 'to hop tac'],
  [/\bqtdnd\b/gu, 'quy tin dung nhan dan'],
  [/\bcnc\b/gu, 'cong nghe cao'],
  [/\bkttt\b/gu, 'kinh te tap the'],
  [/\bcb\b/gu, 'can bo'],
  [/\bbq\b/gu, 'binh quan'],
]
/** Without diacritics, abbreviations written out: "HTX nông nghiệp" -> "hop tac xa nong nghiep". */
export const likenessKey = (text: string): string =>
  WRITTEN_OUT.reduce((key, [pattern, full]) => key.replace(pattern, full), searchKey(text))
    .replace(/\bti le\b/gu, 'ty le')
    .replace(/\s+/gu, ' ')
    .trim()

/** When and where it is printed for, before what it is: "Đến hết năm 2026, toàn tỉnh có". */
const LEAD_IN =
  /^(?:(?:phan dau|den|het|cuoi|trong|nam|giai doan|toan tinh|ca tinh|tinh|tren dia ban|co|dat|duy tri)(?![a-z])|[\d\s,:;–-]+)+/u

/** What a printed name says; where it says only when and where ("Đến năm 2026, toàn tỉnh"), its unit says what. */
export function nameKeyOf({ name, targets }: Pick<Printed, 'name' | 'targets'>): string {
  const key = likenessKey(name)
  const rest = key.replace(LEAD_IN, '').trim()
  return rest || (/[a-z]/u.test(key) ? likenessKey(targets[0]?.unit ?? '') : key)
}

/** Words that tell no indicator from another. */
const EMPTY = new Set(
  'so ty le tong cac cua tinh tren dia ban duoc co va voi theo trong den nam dat it nhat khoang luong muc'.split(
    ' ',
  ),
)
const wordsOf = (key: string): string[] =>
  key.split(/[^a-z0-9%]+/u).filter((word) => word && !EMPTY.has(word) && !/^\d+$/u.test(word))

/** 0 to 1: the words that both have, in pairs, so that their order counts. */
function likeness(a: string, b: string): number {
  const pairs = (key: string) => {
    const words = wordsOf(key)
    return [...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)]
  }
  const [one, other] = [pairs(a), pairs(b)]
  if (one.length === 0 || other.length === 0) return 0
  const left = [...other]
  let both = 0
  for (const pair of one) {
    const at = left.indexOf(pair)
    if (at < 0) continue
    left.splice(at, 1)
    both += 1
  }
  return (2 * both) / (one.length + other.length)
}

const MONEY: Record<string, number> = {
  dong: 1,
  'nghin dong': 1e3,
  'ngan dong': 1e3,
  'trieu dong': 1e6,
  'ty dong': 1e9,
  'ti dong': 1e9,
}
/** "triệu đồng/năm" and "triệu đồng" are one unit. */
const moneyOf = (unit: string): number | undefined =>
  MONEY[likenessKey(unit).replace(/\s*(\/|moi |hang |hang )\s*(nam|hop tac xa|lao dong).*$/u, '')]

/** By what a figure printed in one unit is multiplied to stand in another: 1.000 from tỷ đồng to triệu đồng. */
export function factorBetween(printed: string, kept: string): number {
  const [from, to] = [moneyOf(printed), moneyOf(kept)]
  return from && to ? from / to : 1
}

const SURE = 0.9
const LEAST = 0.35
const MOST = 5

const isPrintedAs = ({ printed }: Ready, name: string, unit: string, quote: string): boolean =>
  printed.some((way) => way.unit.test(unit) && way.name.test(name) && (!way.quote || way.quote.test(quote)))

/**
 * What a printed indicator may be, the likeliest first. `sure`: the first one alone is printed that way, or bears its name
 * and unit; it is linked unless somebody decides otherwise.
 */
export function suggest(
  printed: Printed,
  known: readonly Known[],
): { suggestions: Suggestion[]; sure: boolean } {
  const [name, quote] = [nameKeyOf(printed), likenessKey(printed.quote)]
  const unit = likenessKey(printed.targets[0]?.unit ?? '')
  const score = (candidate: { name: string; unit: string }, ready: Ready | null) => {
    if (ready && isPrintedAs(ready, name, unit, quote)) return 1
    const alike = likeness(name, likenessKey(candidate.name))
    const isSame = likenessKey(candidate.unit) === unit || (moneyOf(candidate.unit) && moneyOf(unit))
    return isSame ? alike : alike * 0.5
  }
  const made = new Set(known.flatMap(({ ready }) => ready ?? []))
  const suggestions = [
    ...known.map((one) => ({
      ...{ to: { indicator: one.id }, name: one.name, unit: one.unit },
      score: score(one, READY.find(({ key }) => key === one.ready) ?? null),
    })),
    ...READY.filter(({ key }) => !made.has(key)).map((one) => ({
      ...{ to: { ready: one.key }, name: one.name, unit: one.unit, score: score(one, one) },
    })),
  ]
    .filter((one) => one.score >= LEAST)
    .sort((a, b) => b.score - a.score || a.name.length - b.name.length)
    .slice(0, MOST)
  const [first, second] = suggestions
  return { suggestions, sure: Boolean(first && first.score >= SURE && (second?.score ?? 0) < first.score) }
}
