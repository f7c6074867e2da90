// Words of time in, the due date out: "Trong quý II năm 2026" → quarter, 2026-04-01 to 2026-06-30.
// A phrase no rule can date has kind "none" and no text: a clerk decides, we never guess. A bound without a beginning
// ("trước ngày …", "đến năm …") leaves `from` null; a day that does not exist ends the search.

import { addDays, months } from '../base/calendar.ts'
import { YEARLY } from '../vocabulary/due-words.ts'
import type { Due } from './draft.ts'
import {
  AIMED,
  blank,
  CELL,
  CONDITION_FIRST,
  CONDITION_IN_BRACKETS,
  FOLLOWS,
  FOLLOWS_FIRST,
  LOOSE,
  NO_TIME,
  PAPER_YEAR,
  type PlanTime,
  RANGES,
  type Rule,
  readYears,
  STAGE_TITLE,
  SURE,
  TIME_TITLE,
  withoutPapers,
} from './due-rule.ts'

export { NO_TIME, type PlanTime }

export const NO_DUE: Due = { text: '', kind: 'none', from: null, to: null }

interface Found {
  at: number
  due: Due
}

/** The first rule that holds; one whose time does not exist ends the search with "none". */
function first(text: string, printed: string, rules: readonly Rule[], time: PlanTime): Found | null {
  for (const [pattern, read] of rules) {
    const match = pattern.exec(text)
    if (!match) continue
    const found = read(match.groups ?? {}, time)
    if (found === undefined) continue
    if (found === null) return { at: match.index, due: NO_DUE }
    const words = match.groups?.text ?? match[0]
    const at = match.index + match[0].indexOf(words)
    const quoted = printed.slice(at, at + words.length).replace(/^[\s(]+|\s+$/gu, '')
    return { at, due: { text: quoted, ...found } }
  }
  return null
}

function earliest(text: string, printed: string, rules: readonly Rule[], time: PlanTime): Found | null {
  let best: Found | null = null
  for (const each of rules) {
    const found = first(text, printed, [each], time)
    if (found && (!best || found.at < best.at)) best = found
  }
  return best
}

/** No sentence is longer; what is, is rubbish, and is read this far only. */
const LONGEST = 20_000
const squeeze = (text: string): string => text.slice(0, LONGEST).replace(/\s+/gu, ' ').trim()
/** Dates have figures: without one only the looser words can say a time. */
const FIGURES = /\d|qu[ýíy] ?[IV]|(?:ba|sáu|chín) tháng|nửa (?:đầu|cuối)/iu
/** "15-12-2026" and "15.12.2026" as "15/12/2026", of the same length. */
const slashed = (text: string): string =>
  text.replace(/(?<![\d/.-])(\d{1,2})([.-])(\d{1,2})\2(?=(?:19|20)\d{2}(?!\d))/gu, '$1/$3/')

/** A due cell or the words after "Thời gian thực hiện:". */
export function readDue(phrase: string, time: PlanTime = NO_TIME): Due {
  const text = squeeze(phrase).replace(/[.;,\s]+$/u, '')
  if (text === '') return NO_DUE
  const plain = withoutPapers(slashed(text))
  const loose = earliest(plain, text, LOOSE, time)
  const bare = plain.replace(PAPER_YEAR, blank)
  const follows = first(plain, text, [FOLLOWS], time)
  const sure = first(bare, text, RANGES, time) ?? first(plain, text, SURE, time)
  const exact =
    sure ??
    (follows && FOLLOWS_FIRST.test(text) ? follows : null) ??
    between(bare, time) ??
    first(bare, text, CELL, time) ??
    follows
  // "Thường xuyên, hằng năm": the first word counts.
  const looseFirst = loose && (!exact || exact.due.kind === 'ongoing' || loose.at < exact.at)
  const due = looseFirst ? loose.due : exact?.due
  return due && due.kind !== 'none' ? { ...due, text } : NO_DUE
}

/** "Từ quý II/2026 đến hết năm 2027": two times of different kinds. */
function between(text: string, time: PlanTime): Found | null {
  const match =
    /^từ (?<a>[^,;]{4,24}?) (?:đến|tới)(?: hết| cuối)? (?<b>(?:ngày|tháng|quý|năm) [^,;]{1,24})$/iu.exec(text)
  const from = match?.groups?.a && first(match.groups.a, text, CELL, time)?.due
  const to = match?.groups?.b && first(match.groups.b, text, CELL, time)?.due
  if (!from || !to || !from.from || !to.to || from.from > to.to || from.kind === to.kind) return null
  return { at: 0, due: { text, kind: from.kind, from: from.from, to: to.to } }
}

const EVERY_YEAR = new RegExp(`(?<!\\p{L})${YEARLY}(?!\\p{L})`, 'iu')
/** "Hằng năm tổng hợp …, báo cáo trước ngày 15/12": the day comes back every year, also in a plan for one. */
const everyYear = (due: Due, text: string): Due =>
  due.kind === 'date' && !/\d{4}/u.test(due.text) && EVERY_YEAR.test(text)
    ? { ...due, kind: 'annual', from: null, to: null }
    : due

/** Words of time inside the sentence of a duty; `outer` is what the heading above it sets for all duties below. */
export function findDue(sentence: string, time: PlanTime = NO_TIME, outer: Due | null = null): Due {
  const printed = squeeze(sentence)
  const text = withoutPapers(slashed(printed))
  const said = (due: Due | undefined): due is Due =>
    due !== undefined &&
    due.kind !== 'none' &&
    // A day earlier in the year of the paper is a slip of the pen, which a finding shows, unless it tells what was done.
    !(
      time.issued !== null &&
      due.to !== null &&
      due.to < time.issued &&
      (due.kind !== 'date' ||
        due.to.slice(0, 4) !== time.issued.slice(0, 4) ||
        /(?<!\p{L})đã(?!\p{L})/iu.test(text))
    )
  const dated = FIGURES.test(text)
  for (const found of [
    dated ? first(text, printed, SURE, time) : null,
    first(text, printed, CONDITION_FIRST, time),
    earliest(text, printed, LOOSE, time),
  ])
    if (said(found?.due)) return everyYear(found.due, text)
  if (outer) return outer
  if (!dated) return NO_DUE
  const aimed = first(text, printed, AIMED, time)
  return said(aimed?.due) ? aimed.due : NO_DUE
}

/** A line "…, trước ngày 30/6/2026:" or "… (khi Bộ X triển khai):" sets the due date of the duties below it. */
export function dueOfChapeau(chapeau: string, time: PlanTime = NO_TIME): Due | null {
  const printed = squeeze(chapeau)
  const text = withoutPapers(slashed(printed))
  const due = (first(text, printed, SURE, time) ?? first(text, printed, [CONDITION_IN_BRACKETS], time))?.due
  return due && due.kind !== 'none' ? due : null
}

/** The period a heading sets for all that stands below it: "Giai đoạn 2025 - 2030". */
export function duePeriod(title: string): Due | null {
  const text = squeeze(title).replace(/[.:;\s]+$/u, '')
  const match = STAGE_TITLE.exec(text)
  const found = match && readYears(match.groups ?? {}, NO_TIME)
  if (match && found) return { text: match[0], ...found }
  const due = TIME_TITLE.test(text) ? readDue(text.replace(/^trong /iu, '')) : NO_DUE
  return due.kind === 'none' ? null : due
}

/**
 * The last day that is still in time: "trước ngày 15/12/2026" ends with the 14th, "chậm nhất ngày 15/12/2026" with
 * the 15th, "trước tháng 6/2026" with the last of May. `due.to` itself is the day as printed.
 */
export function lastDayOf(due: Due): string | null {
  if (due.to === null) return null
  const [year = 0, month = 0, day = 0] = due.to.split('-').map(Number)
  const before = (words: string): boolean =>
    new RegExp(`(?<!\\p{L})trước\\s+${words}(?!\\d)`, 'iu').test(due.text)
  if (due.kind === 'date')
    return before(`(?:ngày\\s*)?0?${day}\\s*(?:[/.-]|tháng)\\s*0?${month}`) ? addDays(due.to, -1) : due.to
  if (due.from !== null) return due.to
  if (due.kind === 'month' && before(`tháng\\s*0?${month}`))
    return addDays(months(year, month, month).from, -1)
  if (due.kind === 'quarter' && before('qu[ýíy]\\s*\\S{1,3}'))
    return addDays(months(year, month - 2, month).from, -1)
  if (due.kind === 'year' && before(`năm\\s*${year}`)) return addDays(`${year}-01-01`, -1)
  return due.to
}
