// Labels of a recognised text: order tells what a label surely was when its letters were misread ("IH." between "II."
// and "IV.", "H" between "I" and "III") or not read at all. What order does not settle stays as it was read.

import { zoneOf } from '../vocabulary/section-title.ts'
import type { Line } from './line.ts'
import { roman } from './numbering.ts'
import { UNREAD } from './ocr.ts'
import type { Repair } from './scan-words.ts'

/** What the strokes of a Roman figure are mistaken for. */
const STROKES: Record<string, string> = {
  '1': 'I',
  l: 'I',
  i: 'I',
  í: 'I',
  Í: 'I',
  Ì: 'I',
  Ï: 'I',
  '|': 'I',
  '!': 'I',
  L: 'I',
  T: 'I',
  H: 'II',
  N: 'II',
  Y: 'V',
  v: 'V',
  x: 'X',
}
const LARGEST = 30
const ROMANS = Array.from({ length: LARGEST + 1 }, (_, value) => (value === 0 ? '' : roman(value)))

/** The value of a Roman figure, read generously; 0 for what is none. */
function romanValue(token: string): number {
  const strokes = [...token].map((letter) => STROKES[letter] ?? letter).join('')
  return strokes === '' ? 0 : Math.max(0, ROMANS.indexOf(strokes))
}

const isRoman = (token: string): boolean => /^[IVX]{1,6}$/u.test(token) && romanValue(token) > 0
/** Figures that differ by one stroke only, such as II and III, VI and VII. */
const sameStrokes = (a: number, b: number): boolean =>
  a > 0 && b > 0 && (ROMANS[a] ?? '').replace(/I+$/u, '') === (ROMANS[b] ?? '').replace(/I+$/u, '')

/** Titles of parts stand in capitals. */
function isTitle(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return (
    letters.length >= 4 &&
    letters.filter((letter) => letter === letter.toUpperCase()).length >= letters.length * 0.8
  )
}

interface Candidate {
  at: number
  token: string
  rest: string
  value: number
  /** Written with the letters of Roman figures only. */
  plain: boolean
}

const ROMAN_LABEL = /^([IVXLHTNYlixv1|!íÍÌÏ]{1,6})\s*([.,:;'’‘)]*)\s*(?=\p{L})/u

function romanCandidate(text: string, at: number): Candidate | null {
  const match = ROMAN_LABEL.exec(text)
  if (match) {
    const [whole, token = '', stop = ''] = match
    const rest = text.slice(whole.length)
    const value = romanValue(token)
    const apart = stop !== '' || /\s$/u.test(whole)
    const plain = isRoman(token)
    if (value > 0 && apart && (isTitle(rest) || (plain && stop !== '' && /^\p{Lu}/u.test(rest))))
      return { at, token: whole.trim(), rest, value, plain: plain && stop === '.' }
  }
  // "LMỤC ĐÍCH": run into a title that is known.
  for (const length of [1, 2, 3]) {
    const value = romanValue(text.slice(0, length))
    const rest = text.slice(length)
    if (value > 0 && /^\p{Lu}/u.test(rest) && isTitle(rest) && zoneOf(rest) && !zoneOf(text))
      return { at, token: text.slice(0, length), rest, value, plain: false }
  }
  return null
}

type Write = (at: number, from: string, to: string, rest: string) => void

function repairParts(lines: readonly Line[], write: Write): Set<number> {
  const found = lines.flatMap((line, at) =>
    line.cell || !line.scanned ? [] : (romanCandidate(line.text, at) ?? []),
  )
  const parts = new Set<number>()
  let expected = 1
  found.forEach((candidate, i) => {
    const { at, token, rest, value, plain } = candidate
    const next = found[i + 1]
    const label = `${ROMANS[expected]}.`
    // A figure that may as well be Arabic needs the next part to speak for it.
    const doubtful = /^[1li|!]/u.test(token) && next?.value !== expected + 1
    const misread = !isRoman(token.replace(/\P{L}+$/u, '')) && sameStrokes(value, expected)
    if ((value === expected || misread) && !(doubtful && !plain)) {
      if (token !== label) write(at, token, label, rest)
      parts.add(at)
      expected++
    } else if (value === expected - 1 && expected > 1 && sameStrokes(value, expected) && isTitle(rest)) {
      const goesOn = !next || next.value === expected + 1 || next.value === expected || next.value === value
      if (!goesOn) return
      write(at, token, label, rest)
      parts.add(at)
      expected++
    } else if (plain && isTitle(rest)) {
      parts.add(at)
      expected = value + 1
    }
  })
  return parts
}

const CLEAN_NUMBER = /^(\d{1,2})\.\s*(?=\D)/u
const LOOSE_NUMBER = /^(\d{1,2})\s*[.,:;'’-]?\s+(?=\p{Lu})/u
const ONE = /^[lI|!i]\s*[.,]\s*(?=\p{Lu})/u
const UNREAD_LABEL = new RegExp(`^\\${UNREAD}\\s*[.,]?\\s*(?=\\p{L})`, 'u')
const CLEAN_LETTER = /^([a-zđ])\)\s*/u
const LOOSE_LETTER = /^(\S)\s?[)\]}|>]\s*(?=\p{L})/u
const ALPHABET = 'abcdđeghiklmnopqrstuvxy'
const MISTAKEN: Record<string, string> = { '6': 'b', '©': 'c', '€': 'c', '8': 'g', '@': 'a', '0': 'o' }
const ODD_DASH = /^[~·_«»¬=]\s*(?=\p{L})/u
const DASH = /^[-–—•+]\s*/u

const letterOf = (sign: string): string => {
  const plain = MISTAKEN[sign] ?? sign.toLowerCase()
  return plain === 'đ' ? plain : plain.normalize('NFD').charAt(0)
}

/** The next line that has a number of the same depth, before the part ends. */
function nextNumber(texts: readonly string[], from: number, parts: ReadonlySet<number>): number | null {
  for (let at = from; at < texts.length && !parts.has(at); at++) {
    const match = CLEAN_NUMBER.exec(texts[at] ?? '')
    if (match) return Number(match[1])
  }
  return null
}

/** The letter of the next lettered line, before the next number. */
function nextLetter(texts: readonly string[], from: number, parts: ReadonlySet<number>): string | null {
  for (let at = from; at < texts.length && !parts.has(at); at++) {
    const text = texts[at] ?? ''
    if (CLEAN_NUMBER.test(text)) return null
    const match = CLEAN_LETTER.exec(text)
    if (match) return match[1] ?? null
  }
  return null
}

function repairItems(lines: readonly Line[], parts: ReadonlySet<number>, write: Write): void {
  const texts = lines.map((line) => (line.cell ? '' : line.text))
  let number = 0
  let letter = -1
  let dash = false
  texts.forEach((text, at) => {
    if (parts.has(at)) {
      number = 0
      letter = -1
      dash = false
      return
    }
    if (!lines[at]?.scanned || text === '') return
    const put = (match: RegExpExecArray, label: string): void =>
      write(at, match[0].trim(), label, text.slice(match[0].length))
    const clean = CLEAN_NUMBER.exec(text)
    if (clean) {
      number = Number(clean[1])
      letter = -1
      dash = false
      return
    }
    const loose = LOOSE_NUMBER.exec(text)
    const one = ONE.exec(text)
    const unread = UNREAD_LABEL.exec(text)
    const following = nextNumber(texts, at + 1, parts)
    const label =
      loose && Number(loose[1]) === number + 1
        ? loose
        : ((one && number === 0 && following === 2 ? one : null) ??
          (unread && following === number + 2 ? unread : null))
    if (label) {
      number++
      letter = -1
      dash = false
      put(label, `${number}.`)
      return
    }
    const expected = ALPHABET[letter + 1] ?? ''
    const lettered = LOOSE_LETTER.exec(text)
    if (lettered) {
      const read = letterOf(lettered[1] ?? '')
      const twin = (expected === 'đ' && read === 'd') || (expected === 'd' && read === 'đ')
      const fits = read === expected || (twin && nextLetter(texts, at + 1, parts) !== read)
      // "d)" where "đ)" is due is a plan that leaves out "đ" when "e)" follows at once; then it was no repeat.
      if (fits && (!twin || ALPHABET[letter] === read || expected === 'd')) {
        letter++
        if (lettered[0].trim() !== `${expected})`) put(lettered, `${expected})`)
      } else letter = Math.max(letter, ALPHABET.indexOf(read))
      dash = false
      return
    }
    if (unread && expected !== '' && nextLetter(texts, at + 1, parts) === ALPHABET[letter + 2]) {
      letter++
      put(unread, `${expected})`)
      return
    }
    const odd = ODD_DASH.exec(text)
    if (odd || (unread && dash && DASH.test(texts[at + 1] ?? '')))
      put((odd ?? unread) as RegExpExecArray, '-')
    dash = DASH.test(text) || odd !== null
  })
}

interface Entry {
  at: number
  text: string
  /** The heading of a group of rows. */
  group: boolean
}

/** First cells of the rows of each table, where they are numbers. */
function numberColumns(lines: readonly Line[]): Entry[][] {
  const tables = new Map<number, Map<number, number[]>>()
  lines.forEach(({ cell, scanned }, at) => {
    if (!cell || !scanned) return
    const rows = tables.get(cell.table) ?? new Map<number, number[]>()
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), at])
    tables.set(cell.table, rows)
  })
  return [...tables.values()].flatMap((rows) => {
    const widths = [...rows.values()].map((row) => new Set(row.map((at) => lines[at]?.cell?.column)).size)
    if (Math.max(...widths) < 3) return []
    const entries = [...rows.values()].flatMap((row): Entry[] => {
      const first = row.filter((at) => lines[at]?.cell?.column === 0)
      const columns = new Set(row.map((at) => lines[at]?.cell?.column))
      const at = first[0]
      const text = lines[at ?? -1]?.text ?? ''
      return at === undefined || first.length > 1 ? [] : [{ at, text, group: columns.size === 2 }]
    })
    const short = entries.filter(({ text }) => text.length <= 4)
    return short.length >= 2 && short.length > entries.length * 0.6 ? [entries] : []
  })
}

const numberOf = (text: string): number => (/^\d{1,3}[.)]?$/u.test(text) ? Number.parseInt(text, 10) : 0)

function repairTable(entries: readonly Entry[], write: Write): void {
  const groups = entries.filter((entry) => entry.group)
  const heads = groups.map(({ text }) => text.replace(/[.)]$/u, ''))
  // A figure that may be Arabic alone does not make a Roman numbering.
  const byRoman =
    heads.filter((head) => romanValue(head) > 0).length * 2 >= heads.length &&
    heads.some((head) => romanValue(head) > 0 && !/\d/u.test(head))
  let part = 0
  let number = 0
  let fresh = true
  entries.forEach(({ at, text, group }, i) => {
    if (group && byRoman) {
      const read = romanValue(text.replace(/[.)]$/u, ''))
      const next = entries.slice(i + 1).find((entry) => entry.group)
      const nextPart = next ? romanValue(next.text.replace(/[.)]$/u, '')) : part + 2
      const fits =
        read === part + 1 || text === UNREAD || (sameStrokes(read, part + 1) && nextPart >= part + 1)
      if (fits && text.replace(/[.)]$/u, '') !== ROMANS[part + 1])
        write(at, text, ROMANS[part + 1] ?? text, '')
      part = fits ? part + 1 : Math.max(part, read)
      fresh = true
      return
    }
    if (text.length > 4 || /^\d+\.\d/u.test(text)) return
    const end = entries.findIndex((entry, n) => n > i && entry.group)
    const following = entries
      .slice(i + 1, end < 0 ? undefined : end)
      .map((entry) => numberOf(entry.text))
      .find((value) => value > 0)
    const read = numberOf(text)
    const due = fresh && (read === 1 || following === 2) ? 1 : number + 1
    if (read === due) number = read
    else if (following === due + 1 || (following === undefined && read === 0 && number > 0 && !fresh)) {
      // Between its neighbours only one number fits.
      if (read > 0 || text === UNREAD || !/\p{L}{2}/u.test(text)) write(at, text, `${due}`, '')
      number = due
    } else if (read > 0) number = read
    fresh = false
  })
}

/** The lines with labels put right, and what was changed. */
export function repairLabels(lines: readonly Line[]): { lines: Line[]; repairs: Repair[] } {
  const out = lines.map((line) => ({ ...line }))
  const repairs: Repair[] = []
  const write: Write = (at, from, to, rest) => {
    const line = out[at]
    if (!line) return
    line.text = rest === '' ? to : `${to} ${rest}`
    repairs.push({ from, to })
  }
  const parts = repairParts(out, write)
  repairItems(out, parts, write)
  for (const entries of numberColumns(out)) repairTable(entries, write)
  return { lines: out, repairs }
}
