// Single cells of a tracking sheet in, what they say out: days, due times, percentages, states. Never a guess: what
// cannot be read is said to be so.
import { dayOf } from '../base/calendar.ts'
import { nameKey } from '../base/text.ts'
import type { SheetCell } from '../document/sheet.ts'
import type { Due } from '../reading/draft.ts'
import { lastDayOf, NO_DUE, readDue } from '../reading/due.ts'
import { printDay } from '../vocabulary/date.ts'
import { type SheetState, STATE_WORDS, TICKS } from '../vocabulary/tracker-words.ts'

export type Day = { day: string } | 'impossible' | 'unread'

/** Excel's day numbers of the years 2000 to 2099: a figure in a column of days that lost its form. */
const FIRST_SERIAL = 36_526
const LAST_SERIAL = 73_050
const fromSerial = (serial: number): string =>
  new Date((Math.floor(serial) - 25_569) * 86_400_000).toISOString().slice(0, 10)

const isSerial = (value: number | undefined): value is number =>
  value !== undefined && value >= FIRST_SERIAL && value < LAST_SERIAL + 1

const DATE =
  /(?<![\d/.-])(?<d>\d{1,2}) ?(?:[/.-]|tháng) ?(?<m>\d{1,2})(?: ?(?:[/.-]|năm) ?(?<y>\d{4}|\d{2}))?(?![\d/]|[.-]\d)/iu
const ISO = /(?<!\d)(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?!\d)/u

const fullYear = (figure: string | undefined, year: number): number =>
  figure === undefined ? year : figure.length === 2 ? 2000 + Number(figure) : Number(figure)

const sane = (day: string | null): Day =>
  day !== null && day >= '1990-01-01' && day < '2101' ? { day } : 'impossible'

/** "15/3/2026", "15.3.26", "31/12" (of `year`), a day of Excel with or without its form. */
export function readDay(cell: SheetCell, year: number): Day {
  if (cell.day) return sane(cell.day)
  if (isSerial(cell.number)) return { day: fromSerial(cell.number) }
  const found = ISO.exec(cell.text) ?? DATE.exec(cell.text.replace(/^ngày /iu, ''))
  if (!found) return 'unread'
  const { d, m, y } = found.groups ?? {}
  return sane(dayOf(fullYear(y, year), Number(m), Number(d)))
}

/** The due cell; `to` is the last day that is still in time. "unread" keeps its words and binds no day. */
export function readDueCell(cell: SheetCell, year: number): Due | 'impossible' | 'unread' {
  const exact = (day: string): Due => ({ text: printDay(day), kind: 'date', from: null, to: day })
  if (cell.day !== undefined || isSerial(cell.number)) {
    const read = readDay(cell, year)
    return typeof read === 'string' ? read : exact(read.day)
  }
  const text = cell.text.replace(/\s+/gu, ' ')
  if (/^(?:19|20)\d{2}$/u.test(text)) return readDue(`năm ${text}`)
  // A bare day is read here: two figures for the year, points and hyphens; what is no day is said to be none.
  for (const match of text.matchAll(new RegExp(DATE, 'giu'))) {
    const { d, m, y } = match.groups ?? {}
    // "quý 1-2/2026" and "tháng 3 - 6" are stretches, no days.
    if (
      /(?:tháng|quý|q) ?$/iu.test(text.slice(0, match.index)) ||
      (y === undefined && /[.-]/u.test(match[0]))
    )
      continue
    const day = dayOf(fullYear(y, year), Number(m), Number(d))
    if (day === null) return 'impossible'
    if (match[0] === text) return { ...exact(day), text }
  }
  const iso = ISO.exec(text)
  if (iso && iso[0] === text) {
    const read = readDay(cell, year)
    return typeof read === 'string' ? read : exact(read.day)
  }
  const written = text
    .replace(/(?<!\p{L})q(?=[1-4IV]{1,3}[/. -]*\d{4})/giu, 'quý ')
    .replace(/(\d{1,2}[/.]\d{1,2}[/.])(\d{2})(?!\d)/gu, '$120$2')
  const due = readDue(written, { year, issued: null })
  if (due.kind === 'none') return text === '' ? NO_DUE : 'unread'
  return { ...due, text, to: lastDayOf({ ...due, text: written }) }
}

/**
 * A percentage, 0 to 100. In a column whose figures all lie between 0 and 1 (`isShare`) 1 is the whole; elsewhere 0,5
 * still is a half, since no office tracks half a percent.
 */
export function readPercent(cell: SheetCell, isShare: boolean): number | 'range' | 'unread' {
  let value = cell.number
  let isWritten = cell.isPercent === true
  if (value === undefined) {
    const match = /^(?:đạt |khoảng |trên |hơn |~ ?)?(-?\d{1,9}(?:[.,]\d{1,4})?) ?(%|phần trăm)?$/iu.exec(
      cell.text,
    )
    if (!match) return 'unread'
    value = Number((match[1] ?? '').replace(',', '.'))
    if (match[2]) {
      // "50%" is fifty: the sign is part of the words, not of the figure's form.
      return value < 0 || value > 100 ? 'range' : Math.round(value)
    }
    isWritten = false
  }
  const percent = isWritten || isShare || (value > 0 && value < 1) ? value * 100 : value
  return percent < 0 || percent > 100.000001 ? 'range' : Math.round(percent)
}

/** Whether a column writes shares of one: all its figures lie between 0 and 1 and some is no whole one. */
export function isShareColumn(cells: readonly SheetCell[]): boolean {
  const figures = cells.flatMap((cell) =>
    cell.isPercent
      ? []
      : cell.number !== undefined
        ? [cell.number]
        : /^\d+([.,]\d+)?$/u.test(cell.text)
          ? [Number(cell.text.replace(',', '.'))]
          : [],
  )
  return figures.some((value) => value > 0) && figures.every((value) => value >= 0 && value <= 1)
}

const STATES = STATE_WORDS.map(([state, source]) => [state, new RegExp(`^(?:${source})$`, 'iu')] as const)

/** "Đã hoàn thành" -> done; null when the words say none of the states. */
export function stateOf(text: string): SheetState | null {
  const plain = text
    .replace(/\s+/gu, ' ')
    .replace(/[.;:!\s]+$/u, '')
    .replace(/^[-–+•\s]+/u, '')
    .trim()
  return STATES.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

/**
 * The state a cell names and what it says besides: "Đã hoàn thành (Báo cáo số 12/BC-STC)". `settled` holds words a
 * person has given a meaning.
 */
export function readState(
  text: string,
  settled: ReadonlyMap<string, SheetState>,
): { state: SheetState; rest: string } | null {
  const whole = settled.get(nameKey(text)) ?? stateOf(text) ?? stateOf(text.replace(/[()]/gu, ' '))
  if (whole) return { state: whole, rest: '' }
  const cut = /^(?<head>[^(;:\n]+?)\s*(?:[(;:\n]|[-–] )\s*(?<rest>.+)$/su.exec(text)
  const head = cut?.groups?.head
  const state = head ? (settled.get(nameKey(head)) ?? stateOf(head)) : null
  if (!state) return null
  return { state, rest: (cut?.groups?.rest ?? '').replace(/\)\s*\.?$/u, '').trim() }
}

/** A cross under a heading that is a state; a day there is the day of it. */
export const isTick = (cell: SheetCell): boolean => TICKS.test(cell.text) || cell.day !== undefined
