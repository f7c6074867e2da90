// Words of a page in, rows of words out, and the chunks a row falls into where it has wide gaps.

import { normalise } from '../base/text.ts'
import type { Word } from './page.ts'

/** Words on one height, from left to right. */
export interface Row {
  page: number
  words: Word[]
  text: string
  x1: number
  x2: number
  y1: number
  y2: number
  /** Height of its letters. */
  size: number
}

/** A piece of a row between wide gaps. */
export interface Chunk {
  words: Word[]
  x1: number
  x2: number
}

const middle = (word: Word): number => word.y + word.height / 2
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Adds `value` to the list kept under `key`. */
export function gather<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

export function rowOf(words: readonly Word[], page: number): Row {
  const sorted = glued([...words].sort((a, b) => a.x - b.x))
  const size = median(sorted.map((each) => each.height))
  const body = sorted.filter((each) => each.height > size * 0.8)
  return {
    page,
    words: sorted,
    text: normalise(sorted.map((each) => each.text).join(' ')),
    x1: sorted.reduce((least, each) => Math.min(least, each.x), 1e9),
    x2: sorted.reduce((most, each) => Math.max(most, each.x + each.width), -1e9),
    y1: median(body.map((each) => each.y)),
    y2: median(body.map((each) => each.y + each.height)),
    size,
  }
}

/** Small raised or lowered signs belong to the word they touch: "m²", "CO₂". */
function glued(words: readonly Word[]): Word[] {
  const result: Word[] = []
  let open = false
  for (const word of words) {
    const before = result.at(-1)
    const gap = before ? word.x - before.x - before.width : 0
    const touches = !!before && gap > -1 && gap < 0.12 * before.height
    const small = touches && word.height < 0.8 * before.height && /\p{L}$/u.test(before.text)
    if (before && (small || (open && touches)))
      result[result.length - 1] = {
        ...before,
        text: before.text + word.text,
        width: word.x + word.width - before.x,
      }
    else result.push(word)
    open = small || (open && touches && word.height < 0.8 * (before?.height ?? 0))
  }
  return result
}

/** Words whose middles stand at one height are one row, unless one stands above the other. */
export function rowsOf(words: readonly Word[], page: number): Row[] {
  const rows: { middle: number; height: number; words: Word[] }[] = []
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const row = rows
      .slice(-4)
      .filter(
        (each) =>
          middle(word) - each.middle < 0.45 * Math.max(word.height, each.height) &&
          !each.words.some((other) => overlap(word, other) > 0.3 * Math.min(word.width, other.width)),
      )
      .sort((a, b) => b.middle - a.middle)[0]
    if (!row) rows.push({ middle: middle(word), height: word.height, words: [word] })
    else {
      row.words.push(word)
      if (word.height > row.height) {
        row.height = word.height
        row.middle = middle(word)
      }
    }
  }
  return rows.map((row) => rowOf(row.words, page)).sort((a, b) => a.y1 - b.y1)
}

const overlap = (a: Word, b: Word): number => Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)

const LABEL =
  /^(?:[-–—•●▪■+*◦○](?=\s|\p{L})|\(?(?:\d{1,2}(?:\.\d{1,2}){0,4}|[a-zđ]|[IVX]{1,5}|[A-H])[.)](?=\s|\p{L}|$)|\d{1,2}(?:\.\d{1,2}){1,4}\s|TM\s?\.|KT\s?\.|Nơi nhận)/u
const NAMED = /^(?:Điều|Mục|Phần|Chương|Phụ lục|ĐIỀU|MỤC|PHẦN|CHƯƠNG|PHỤ LỤC)\s+(?:\d|[IVX]|thứ|số|THỨ|SỐ)/u

/** Whether a row opens with a printed label, which begins a paragraph. */
export const isLabelled = (text: string): boolean => LABEL.test(text) || NAMED.test(text)

/** "Điều 4", "Phụ lục II": a label, but also how a document is cited in the middle of a sentence. */
export const isNamed = (text: string): boolean =>
  NAMED.test(text) && !/^\p{L}+\s+\S+\.\s+\p{Lu}|^\P{Ll}+$/u.test(text)

/** A row cut where gaps are far wider than between its words; a label stays with what it labels. */
export function chunksOf(row: Row): Chunk[] {
  const gaps = row.words.slice(1).map((word, i) => {
    const before = row.words[i] as Word
    return word.x - before.x - before.width
  })
  const usual = median(gaps.filter((gap) => gap < row.size))
  const widest = Math.max(0.65 * row.size, 2.4 * usual)
  const chunks: Chunk[] = []
  row.words.forEach((word, i) => {
    const last = chunks.at(-1)
    const alone = last && last.words.length <= 2 && isLabelled(`${last.words.map((w) => w.text).join(' ')} `)
    if (last && ((gaps[i - 1] ?? 0) <= widest || (alone && (gaps[i - 1] ?? 0) < 4 * row.size))) {
      last.words.push(word)
      last.x2 = Math.max(last.x2, word.x + word.width)
    } else chunks.push({ words: [word], x1: word.x, x2: word.x + word.width })
  })
  return chunks
}
