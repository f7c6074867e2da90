// A found text -> the part of it that shows why it was found, with the words marked.
import { searchKey } from '../base/text.ts'

export interface Piece {
  text: string
  isHit: boolean
}

interface Word {
  key: string
  from: number
  to: number
}

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    key: searchKey(word).replace(/^0+(?=\d)/u, ''),
    from: index,
    to: index + word.length,
  }))

/** Where the phrase stands; where it nowhere does, every one of its words; the last may be the beginning of one. */
function hitsIn(found: readonly Word[], wanted: readonly string[]): Word[] {
  const runs: Word[] = []
  for (let at = 0; at + wanted.length <= found.length; at++) {
    const isHere = wanted.every((word, i) => {
      const key = found[at + i]?.key ?? ''
      return i === wanted.length - 1 ? key.startsWith(word) : key === word
    })
    if (isHere) runs.push(...found.slice(at, at + wanted.length))
  }
  if (runs.length) return runs
  const single = new Set(wanted)
  return found.filter(({ key }) => single.has(key))
}

/** Letters shown in all, and before the first hit. */
const SHOWN = 240
const BEFORE = 60

/** `wanted` are folded words. Cut at blanks, with "…" where something was cut off; neighbouring hits are one mark. */
export function snippetOf(text: string, wanted: readonly string[], shown = SHOWN): Piece[] {
  const found = wordsIn(text)
  const hits = hitsIn(found, wanted)
  const { from, to } = windowOf(text, hits[0]?.from ?? 0, shown)
  const pieces: Piece[] = []
  const add = (part: string, isHit: boolean) => {
    const last = pieces.at(-1)
    if (!part) return
    if (last?.isHit === isHit) last.text += part
    else pieces.push({ text: part, isHit })
  }
  if (from > 0) add('… ', false)
  let at = from
  const inside = hits.filter((hit) => hit.from >= from && hit.to <= to)
  for (const [i, hit] of inside.entries()) {
    const between = text.slice(at, hit.from)
    // The blank between two neighbouring hits belongs to the mark.
    add(between, i > 0 && /^[^\p{L}\p{N}]{0,3}$/u.test(between))
    add(text.slice(hit.from, hit.to), true)
    at = hit.to
  }
  add(text.slice(at, to), false)
  if (to < text.length) add(' …', false)
  return pieces
}

function windowOf(text: string, firstHit: number, shown: number): { from: number; to: number } {
  if (text.length <= shown) return { from: 0, to: text.length }
  const wanted = Math.max(0, Math.min(firstHit - BEFORE, text.length - shown))
  const blank = wanted === 0 ? 0 : text.indexOf(' ', wanted)
  const from = blank < 0 || blank > firstHit ? wanted : blank === 0 ? 0 : blank + 1
  const end = from + shown >= text.length ? text.length : text.lastIndexOf(' ', from + shown)
  const to = end > firstHit ? end : Math.min(text.length, from + shown)
  return { from: clear(text, from), to: clear(text, to) }
}

/** Never between the halves of one character. */
const clear = (text: string, at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at)
