// The words of a page in, the verdict out whether they can be taken as they are or the page must be recognised from
// its picture: a scan has none, a broken text layer has letters that stand for others or are torn from their words.

import type { Page } from './page.ts'

export type PageState = 'text' | 'none' | 'broken'

/** A stamp or a signature on a scanned page has fewer words than this. */
const FEW_WORDS = 60
/** Below this a share says nothing. */
const LEAST_LETTERS = 60

/** Letters that no Vietnamese and no common foreign word of an office has. */
const FOREIGN = /[åäëïöüûøñçæœÿîðþßµ]/giu
/** Signs that stand for letters in TCVN3 and similar encodings when they touch a letter. */
const SIGNS = /(?<=\p{L})[¡-©«-±´-¶¸»-¿×÷¬®]|[¡-©«-±´-¶¸»-¿×÷¬®](?=\p{L})/gu
/** Marks without their letter: an accent drawn by itself. */
const ORPHANS = /(?<![\p{L}\p{M}])\p{M}|[\u02b0-\u02ff´`¨¯]/gu
const UNKNOWN = /[\ue000-\uf8ff\ufffd\u0080-\u009f]/gu

const VOWEL = /[aeiouy]/u
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** A lower-case piece without a vowel ("kh", "ng"): of a word torn apart; "km", "kg" and single letters are none. */
const isTorn = (word: string): boolean =>
  /^\p{Lu}?\p{Ll}{1,4}$/u.test(word) && word.length > 1 && !VOWEL.test(fold(word)) && !UNITS.has(word)
const UNITS = new Set([
  'km',
  'kg',
  'mm',
  'cm',
  'dm',
  'ml',
  'kv',
  'kw',
  'kwh',
  'mw',
  'th',
  'tr',
  'st',
  'nd',
  'rd',
  'đ',
])
/** A single vowel that is no word and no label. */
const isLone = (word: string): boolean =>
  /^[ăâêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựđ]$/iu.test(word)

export function pageState(page: Page): PageState {
  const text = page.words.map((word) => word.text).join(' ')
  if (page.pictured && page.words.length < FEW_WORDS) return 'none'
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  const unknown = count(UNKNOWN)
  if (letters + unknown < LEAST_LETTERS) return 'text'
  const all = letters + unknown
  if (unknown > all * 0.02 || count(ORPHANS) > all * 0.02) return 'broken'
  if (count(FOREIGN) + count(SIGNS) > all * 0.03) return 'broken'
  const pieces = page.words
    .map((word) => word.text.replace(/[^\p{L}\p{M}]+$/u, ''))
    .filter((each) => /\p{L}/u.test(each))
  const torn = pieces.filter((each) => isTorn(each) || isLone(each)).length
  return torn > pieces.length * 0.08 ? 'broken' : 'text'
}
