// Words of time as rules: a pattern, and the days it means. The narrowest phrase stands first in each list.
// null from a rule: the time does not exist; undefined: the words are not what the rule is about.

import { dayOf, months } from '../base/calendar.ts'
import {
  AUTHORITY,
  AUTHORITY_ACTS,
  BY,
  COUNTED_FROM,
  FOLLOWED,
  GOAL_AFTER,
  NAMED_PAPER,
  NOT_OFTEN_AFTER,
  OFTENER,
  PART,
  PERIODIC,
  WITHIN,
  YEARLY,
} from '../vocabulary/due-words.ts'
import type { Due, DueKind } from './draft.ts'

/** What the document knows about its own time. */
export interface PlanTime {
  /** The one year of the plan: it dates "trước ngày 15/12". */
  year: number | null
  /** The day it was issued: what was due in a year before that is told, not ordered. */
  issued: string | null
}
export const NO_TIME: PlanTime = { year: null, issued: null }

type Span = Omit<Due, 'text'>
/** null: the words name a time that does not exist. undefined: they are not what the rule is about. */
type Read = (groups: Record<string, string | undefined>, time: PlanTime) => Span | null | undefined
export type Rule = [pattern: RegExp, read: Read]

const span = (kind: DueKind, from: string | null, to: string | null): Span => ({ kind, from, to })
const open =
  (kind: DueKind): Read =>
  () =>
    span(kind, null, null)
const rule = (source: string, read: Read): Rule => [new RegExp(source, 'iu'), read]

const JOIN = ' ?(?:[-–—−]|đến(?: hết| cuối)?|tới(?: hết)?) ?'
const AND = ' ?(?:,|;|và|hoặc|&) ?'
const Y = (name = 'y'): string => `(?<${name}>(?:19|20)\\d{2})(?!\\d)`
const yearAfter = (name = 'y'): string => `(?: ?[/.\\-–] ?|,? ?(?:của )?năm ?| )${Y(name)}`
/** The year may be missing, then the plan's own stands for it. */
const maybeYear = (name = 'y'): string =>
  `(?:${yearAfter(name)}|(?! ?[/\\d]| ${YEARLY}| (?:hằng|hàng|của) | năm sau))`
const dayMonth = (d: string, m: string): string =>
  `(?<![\\d/.,])(?<${d}>\\d{1,2}) ?(?:/ ?|tháng ?)(?<${m}>\\d{1,2})(?!\\d)`
const ROMAN = '0?[1-4]|IV|I{1,3}'
const quarter = (name: string): string => `(?<${name}>${ROMAN})(?![\\p{L}\\d])`
const QUARTER = 'qu[ýíy] ?'
const CLOCK = '(?:\\d{1,2} ?(?:giờ|h|g|:) ?(?:\\d{2})?(?: phút)?,? )?'
const BOUND = `(?:(?<by>${BY})|${WITHIN}|hoàn thành|xong)(?: thời gian| thời điểm| khoảng)? `

const numberOf = (figure: string | undefined): number => Number(figure)
const QUARTERS: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 }
const quarterOf = (figure = ''): number => QUARTERS[figure.toUpperCase()] ?? Number(figure)
const yearOf = (figure: string | undefined, time: PlanTime): number | null =>
  figure === undefined ? time.year : Number(figure)

/** From one month to another, perhaps of a later year. */
function stretch(kind: DueKind, y1: number, m1: number, y2: number, m2: number): Span | null {
  if (m1 < 1 || m1 > 12 || m2 < 1 || m2 > 12 || y1 * 12 + m1 > y2 * 12 + m2) return null
  return span(kind, months(y1, m1, m1).from, months(y2, m2, m2).to)
}

const bounded = (found: Span | null, by: string | undefined): Span | null =>
  found && by !== undefined ? { ...found, from: null } : found

const readMonths: Read = ({ by, a, b, y, z }, time) => {
  const last = yearOf(z ?? y, time)
  if (last === null) return undefined
  const first = y === undefined ? last : Number(y)
  return bounded(stretch('month', first, numberOf(a), last, numberOf(b ?? a)), b ? undefined : by)
}

const readQuarters: Read = ({ by, a, b, y, z }, time) => {
  const last = yearOf(z ?? y, time)
  if (last === null) return undefined
  const first = y === undefined ? last : Number(y)
  const found = stretch('quarter', first, quarterOf(a) * 3 - 2, last, quarterOf(b ?? a) * 3)
  return bounded(found, b ? undefined : by)
}

const PARTS: Readonly<Record<string, number>> = { '3': 3, ba: 3, '6': 6, sáu: 6, '9': 9, chín: 9 }
const readHalf: Read = ({ by, n, half, end, y }, time) => {
  const year = yearOf(y, time)
  if (year === null) return undefined
  const length = n === undefined ? 6 : (PARTS[n.toLowerCase().replace(/^0/u, '')] ?? 6)
  const early = (half ?? end ?? '').toLowerCase() === 'đầu'
  return bounded(stretch('month', year, early ? 1 : 13 - length, year, early ? length : 12), by)
}

const readDay: Read = ({ d, m, y }) => {
  const to = dayOf(numberOf(y), numberOf(m), numberOf(d))
  return to === null ? null : span('date', null, to)
}

const readDays: Read = ({ d, m, y, d2, m2, y2 }, time) => {
  const last = yearOf(y2, time)
  if (last === null) return undefined
  const from = dayOf(y === undefined ? last : Number(y), numberOf(m ?? m2), numberOf(d))
  const to = dayOf(last, numberOf(m2), numberOf(d2))
  return from === null || to === null || from > to ? null : span('date', from, to)
}

/** A day without a year: of the plan's one year, or of every year. */
const readYearless: Read = ({ d, m, yearly }, time) => {
  if (dayOf(2024, numberOf(m), numberOf(d)) === null) return null
  if (yearly !== undefined || time.year === null) return span('annual', null, null)
  return readDay({ d, m, y: String(time.year) }, time)
}

export const readYears: Read = ({ y, z }) =>
  numberOf(z) < numberOf(y) ? null : span('years', `${y}-01-01`, `${z}-12-31`)
const readFrom: Read = ({ y }) => span('years', `${y}-01-01`, null)
const readYear: Read = ({ by, y }) => bounded(span('year', `${y}-01-01`, `${y}-12-31`), by)

const HALF = '(?:(?<n>0?[369]|ba|sáu|chín) tháng (?<half>đầu|cuối)|nửa (?<end>đầu|cuối)) năm'
const OF_QUARTER = '(?:của )?tháng (?:đầu|cuối)(?: tiên| cùng)?(?: của)?(?: mỗi| hằng| hàng| từng)? quý'

/** Dates and spans that are a due date wherever they stand; the narrowest phrase first. */
export const SURE: Rule[] = [
  rule(`${BY} ${CLOCK}(?:ngày )?\\d{1,2} (?:${OFTENER}|${OF_QUARTER})`, open('ongoing')),
  rule(
    `từ ${CLOCK}(?:ngày )?${dayMonth('d', 'm')}(?:${yearAfter()})?${JOIN}${CLOCK}(?:ngày )?${dayMonth('d2', 'm2')}${maybeYear('y2')}`,
    readDays,
  ),
  rule(`từ ngày (?<d>\\d{1,2})${JOIN}(?:ngày )?${dayMonth('d2', 'm2')}${maybeYear('y2')}`, readDays),
  rule(`${BOUND}${CLOCK}(?:ngày )?${dayMonth('d', 'm')}${yearAfter()}`, readDay),
  rule(
    `${BOUND}${CLOCK}(?:ngày )?${dayMonth('d', 'm')}(?:${AND}(?:ngày )?\\d{1,2}/\\d{1,2}){0,6}${AND}(?:ngày )?\\d{1,2}/\\d{1,2}/${Y()}`,
    readDay,
  ),
  rule(
    `${BOUND}${CLOCK}ngày ?(?<d>\\d{1,2}) ?(?:/ ?|tháng ?)(?<m>\\d{1,2})(?! ?[/\\d])(?<yearly>,? (?:của )?${YEARLY}| (?:của )?năm (?:sau|tiếp theo|liền kề|kế tiếp))?`,
    readYearless,
  ),
  rule(`${BOUND}${PART}tháng ?\\d{1,2} ${YEARLY}`, open('annual')),
  rule(
    `từ ${PART}tháng ?(?<a>\\d{1,2})(?!\\d)(?:${yearAfter()})?${JOIN}${PART}(?:tháng ?)?(?<b>\\d{1,2})(?!\\d)${maybeYear('z')}`,
    readMonths,
  ),
  rule(
    `${BOUND}${PART}tháng ?(?<a>\\d{1,2})(?!\\d)(?:${JOIN}|${AND})(?:tháng ?)?(?<b>\\d{1,2})${yearAfter()}`,
    readMonths,
  ),
  rule(`(?:${BOUND}|^|\\()${PART}tháng ?(?<a>\\d{1,2})(?!\\d)${yearAfter()}`, readMonths),
  rule(
    `(?:${WITHIN}|(?<by>chậm nhất|trước|xong trước)) ${PART}tháng ?(?<a>\\d{1,2})(?!\\d)(?! ?[/\\d–-]| (?:năm|hằng|hàng|của|đến))`,
    readMonths,
  ),
  rule(
    `từ ${QUARTER}${quarter('a')}(?:${yearAfter()})?${JOIN}(?:${QUARTER})?${quarter('b')}${maybeYear('z')}`,
    readQuarters,
  ),
  rule(
    `${BOUND}${PART}${QUARTER}${quarter('a')}(?:${JOIN}|${AND})(?:${QUARTER})?${quarter('b')}${yearAfter()}`,
    readQuarters,
  ),
  rule(`(?:${BOUND}|^|\\()${PART}${QUARTER}${quarter('a')}${yearAfter()}`, readQuarters),
  rule(
    `(?:${WITHIN}|(?<by>chậm nhất|trước|xong trước)) ${PART}${QUARTER}${quarter('a')}(?! ?[/\\d–-]| (?:năm|hằng|hàng|của|đến))`,
    readQuarters,
  ),
  rule(`(?:${BOUND}|^)${HALF} ?${Y()}`, readHalf),
  rule(`${WITHIN} ${HALF}(?! ?\\d| ${YEARLY}| (?:hằng|hàng))`, readHalf),
  rule(`từ năm ?${Y()} đến(?: hết)? năm ?${Y('z')}`, readYears),
  rule(`từ năm ?${Y()}(?: trở đi|,? (?:và )?(?:các|những) năm (?:tiếp theo|sau))`, readFrom),
  rule(
    `(?:hoàn thành|xong|chậm nhất(?: là)?|thực hiện|ban hành|triển khai)(?: trước(?= hết)| trong| vào| đến)? (?<by>hết )năm ?${Y()}(?! ?[-–])`,
    readYear,
  ),
  rule(
    `(?<by>(?:chậm nhất(?: là)?|muộn nhất(?: là)?|hoàn thành trước|xong trước|trước)(?: trong| vào)? )năm ?${Y()}(?! ?[-–])`,
    readYear,
  ),
  rule(`(?:hoàn thành|xong|${WITHIN.replace('|vào', '')}) năm ?${Y()}(?! ?[-–])`, readYear),
]

const TAIL = '[^,.;:()]'

export const CONDITION_IN_BRACKETS = rule(
  `\\((?<text>(?:(?:ngay )?sau )?khi [^()]{4,160})\\)`,
  open('conditional'),
)

/** Words for duties without an end, and conditions: the first in the sentence counts. */
export const LOOSE: Rule[] = [
  rule(`${PERIODIC},? ?[(,]? ?${YEARLY}\\)?`, open('annual')),
  rule(
    `${PERIODIC}(?: ?(?:,|và|hoặc) ?(?:đột xuất|hằng tháng|hàng tháng|hằng quý|hàng quý))?`,
    open('ongoing'),
  ),
  rule(`(?<!${NOT_OFTEN_AFTER} )thường xuyên(?:,? liên tục)?(?! dành)`, open('ongoing')),
  rule('đột xuất', open('ongoing')),
  rule(`(?<!(?:thực đơn|sinh hoạt|đời sống|bữa ăn|công việc) )${OFTENER}`, open('ongoing')),
  rule(`(?:theo )?${YEARLY}`, open('annual')),
  rule(
    `(?:(?:ngay|trong|chậm nhất|muộn nhất|không quá|tối đa|sau)(?: là| sau| trong| vào)?(?: thời hạn| thời gian| vòng| khoảng)?(?: tối đa| không quá)? )?\\d{1,3} ?(?:\\([^()]{1,24}\\) ?)?(?:ngày|tháng|giờ|tuần)(?: làm việc| lịch)?,? ${COUNTED_FROM} ${TAIL}{2,160}`,
    open('conditional'),
  ),
  rule(`(?:ngay )?(?:sau khi|khi) (?:có|được) (?!hiệu lực)${TAIL}{4,160}`, open('conditional')),
  rule(`ngay sau khi ${TAIL}{4,160}`, open('conditional')),
  rule(`(?:ngay )?khi (?:xảy ra|phát sinh|phát hiện) ${TAIL}{4,160}`, open('conditional')),
  CONDITION_IN_BRACKETS,
  rule(
    `(?<!trước )(?:(?:ngay )?sau )?khi ${AUTHORITY}(?![\\p{L}]) ?[^,.;:]{0,60}(?:, [^,.;:]{0,40})?${AUTHORITY_ACTS}(?!\\p{L})[^.;:()]{0,80}`,
    open('conditional'),
  ),
]

/** Only where they begin the duty. */
export const CONDITION_FIRST: Rule[] = [
  rule(
    '^(?:trong quá trình [^,.;]{0,120},? ?)?(?<text>nếu (?:có|cần|phát sinh|gặp)(?! thấy) [^,.;]{2,120}?(?:, (?:vướng mắc|bổ sung|phát sinh)[^,.;]{0,80}?)?)(?=,| đề nghị| các | thì|\\.|;|$)',
    open('conditional'),
  ),
  rule('^(?<text>trường hợp [^,.;]{3,120})(?=,)', open('conditional')),
  rule('\\((?<text>nếu cần)\\)', open('conditional')),
]

/** The year a duty aims at, which gives way to whatever else is said: "phấn đấu đến năm 2030 đạt …". */
const AIM_TAIL =
  '(?! ?[-–]|,? (?:và )?(?:tầm nhìn|định hướng)| (?:theo|của|trên địa bàn|được|phù hợp|tại|về)(?!\\p{L}))'
export const AIMED: Rule[] = [
  rule(`(?<=^|[,;.:(] ?|(?:^|[ (])${GOAL_AFTER} )(?<by>đến(?: hết| cuối)?) năm ?${Y()}${AIM_TAIL}`, readYear),
  rule(`vào (?:cuối )?năm ?${Y()}${AIM_TAIL}`, readYear),
  rule(`^năm ?${Y()}(?=[,:] )`, readYear),
  rule(`^từ năm ?${Y()}(?=,)`, readFrom),
  rule(`(?<=[,;.(] |thực hiện |triển khai |áp dụng )từ năm ?${Y()}(?! ?[-–]| đến| tới|\\p{L})`, readFrom),
]

const BOUND_CELL = `(?:(?<by>${BY}) )?`

/** From one time to another, or one and another: in a cell they come before all else. */
export const RANGES: Rule[] = [
  rule(
    `(?:ngày )?${dayMonth('d', 'm')}(?:${yearAfter()})?${JOIN}(?:ngày )?${dayMonth('d2', 'm2')}${yearAfter('y2')}`,
    readDays,
  ),
  rule(`(?:ngày )?(?<d>\\d{1,2}) ?[-–] ?(?<d2>\\d{1,2})/(?<m2>\\d{1,2})/${Y('y2')}`, readDays),
  rule(`(?:ngày )?${dayMonth('d', 'm')}${AND}(?:ngày )?\\d{1,2}/\\d{1,2}/${Y()}`, readDay),
  rule(
    `(?:tháng ?)?(?<![\\d/])(?<a>\\d{1,2}) ?/ ?${Y()}${JOIN}(?:tháng ?)?(?<b>\\d{1,2}) ?/ ?${Y('z')}`,
    readMonths,
  ),
  rule(
    `tháng ?(?<a>\\d{1,2})(?!\\d)(?:${yearAfter()})?${JOIN}${PART}(?:tháng ?)?(?<b>\\d{1,2})${yearAfter('z')}`,
    readMonths,
  ),
  rule(
    `tháng ?(?<a>\\d{1,2})(?!\\d)(?:${AND}(?:tháng ?)?\\d{1,2}(?! ?[/\\d]| năm)){0,8}${AND}(?:tháng ?)?(?<b>\\d{1,2})(?!\\d)${maybeYear('z')}`,
    readMonths,
  ),
  rule(`tháng ?(?<a>\\d{1,2})(?!\\d)${JOIN}(?:tháng ?)?(?<b>\\d{1,2})(?! ?[/\\d])`, readMonths),
  rule(
    `(?<!(?:quý|tháng|ngày) ?)(?<![\\d/.,-])(?<a>\\d{1,2}) ?[-–] ?(?<b>\\d{1,2}) ?/ ?${Y('z')}`,
    readMonths,
  ),
  rule(
    `(?:${QUARTER})?(?<![\\p{L}\\d])${quarter('a')}(?:${yearAfter()})?${JOIN}${QUARTER}${quarter('b')}${maybeYear('z')}`,
    readQuarters,
  ),
  rule(
    `${QUARTER}${quarter('a')}(?:${AND}(?:${QUARTER})?(?:${ROMAN})(?![\\p{L}\\d]| ?[/]| năm)){0,2}(?:${JOIN}|${AND})(?:${QUARTER})?${quarter('b')}${maybeYear('z')}`,
    readQuarters,
  ),
]

/** What a cell or a line "Thời gian: …" may hold besides. */
export const CELL: Rule[] = [
  rule(
    `(?:tháng ?\\d{1,2}|${QUARTER}(?:${ROMAN})|${HALF.replace(/\?<\w+>/gu, '?:').replace(/ năm$/u, '')}) ${YEARLY}`,
    open('annual'),
  ),
  rule(`\\d{1,2} (?:lần|đợt|cuộc|lớp|kỳ)(?: ?/ ?| mỗi | một | trong )năm`, open('annual')),
  rule(
    `\\d{1,2} (?:lần|đợt|cuộc|lớp|kỳ)(?: ?/ ?| mỗi | một | trong )(?:tháng|quý|tuần)|\\d{1,2} tháng(?: ?/ ?| một | mỗi )lần`,
    open('ongoing'),
  ),
  rule(`từ ${CLOCK}(?:ngày )?${dayMonth('d', 'm')}${yearAfter()}(?! ?(?:[-–]|đến))`, ({ d, m, y }) => {
    const from = dayOf(numberOf(y), numberOf(m), numberOf(d))
    return from === null ? null : span('date', from, null)
  }),
  rule(`(?:ngày )?${dayMonth('d', 'm')}${yearAfter()}`, readDay),
  rule(`(?:ngày ?|^)${dayMonth('d', 'm')}(?! ?[/\\d])(?<yearly>,? (?:của )?${YEARLY})?`, readYearless),
  rule(`từ ${PART}tháng ?(?<a>\\d{1,2})(?!\\d)${yearAfter()}(?! ?(?:[-–]|đến))`, ({ a, y }) => {
    const found = stretch('month', numberOf(y), numberOf(a), numberOf(y), numberOf(a))
    return found && { ...found, to: null }
  }),
  rule(`${BOUND_CELL}${PART}tháng ?(?<a>\\d{1,2})(?!\\d)${maybeYear()}`, readMonths),
  rule(`${BOUND_CELL}(?<![\\d/.,-])(?<!quý )(?<a>\\d{1,2}) ?/ ?${Y()}`, readMonths),
  rule(`từ ${QUARTER}${quarter('a')}${yearAfter()}(?! ?(?:[-–]|đến))`, ({ a, y }) => {
    const found = stretch('quarter', numberOf(y), quarterOf(a) * 3 - 2, numberOf(y), quarterOf(a) * 3)
    return found && { ...found, to: null }
  }),
  rule(`${BOUND_CELL}${PART}${QUARTER}${quarter('a')}${maybeYear()}`, readQuarters),
  rule(`^${quarter('a')} ?/ ?${Y()}$`, readQuarters),
  rule(`${BOUND_CELL}${HALF}(?: ?${Y()}|(?! ?\\d| ${YEARLY}))`, readHalf),
  rule(`${Y()}(?:,| và| đến)? giai đoạn (?:19|20)\\d{2} ?[-–] ?${Y('z')}`, readYears),
  rule(`${Y()} ?(?:[-–—−]|đến(?: năm| hết năm| cuối năm)?|tới(?: năm)?) ?(?:năm ?)?${Y('z')}`, readYears),
  rule(
    `${Y()}(?: và| trở đi| đến|,)?(?: (?:các|những) năm (?:tiếp theo|sau|tiếp|kế tiếp)| trở đi)`,
    readFrom,
  ),
  rule(`từ (?:đầu )?năm ?${Y()}`, readFrom),
  rule(`${Y()}(?:${AND}(?:năm ?)?(?:19|20)\\d{2}(?!\\d)){0,8}${AND}(?:năm ?)?${Y('z')}`, readYears),
  rule(`${BOUND_CELL}(?:năm ?)(?<![/\\d] ?)${Y()}`, readYear),
  rule('^(?:ngay )?(?:sau khi|sau|khi) ', open('conditional')),
  rule('(?:sau|khi) (?:khi )?(?:có|được) ', open('conditional')),
  rule(`${BOUND_CELL}(?<![/\\d.\\p{L}])${Y()}(?![/\\d])`, readYear),
  rule('liên tục', open('ongoing')),
]

export const FOLLOWS = rule(`(?:theo|bảo đảm|đảm bảo) (?:đúng )?(?:các )?${FOLLOWED}`, open('conditional'))
export const FOLLOWS_FIRST = /^(?:triển khai |thực hiện |hoàn thành |tổ chức )?(?:bảo đảm |đảm bảo )?theo /iu

const DATE = '(?:ngày ?)?\\d{1,2} ?(?:[/.-]|tháng) ?\\d{1,2} ?(?:[/.-]|,? ?năm) ?\\d{4}'
/** "12/KH-UBND ngày 05/01/2026": the date of a paper. */
const PAPER_DATE = new RegExp(
  `\\d{1,5}(?:/\\d{4})?[/-]\\p{L}[\\p{L}\\d/&-]{0,30},? (?:của [^,.;:()]{2,60} )?${DATE}`,
  'giu',
)
const PAPER_DAY = new RegExp(
  `${NAMED_PAPER}(?: (?!trong |trước |đến |vào |hết |chậm |xong |hoàn )[\\p{L}\\d/&-]{1,24},?){0,10}? ${DATE}`,
  'gu',
)
export const PAPER_YEAR = new RegExp(
  `${NAMED_PAPER}(?: (?!trong |trước |đến |vào |hết |chậm |xong |hoàn |quý |tháng )[\\p{L}\\d/&,-]{1,24}){0,16}? (?:năm|giai đoạn) \\d{4}(?: ?[-–] ?\\d{4})?`,
  'giu',
)
export const blank = (text: string): string => '§'.repeat(text.length)
export const withoutPapers = (text: string): string =>
  /\d{4}/u.test(text) ? text.replace(PAPER_DATE, blank).replace(PAPER_DAY, blank) : text

/** Titles that are nothing but a time. */
export const STAGE_TITLE = new RegExp(
  `^giai đoạn ?(?:\\d|I{1,3}|một|hai|ba)? ?[:(]? ?(?:từ )?(?:năm )?${Y()} ?(?:[-–]|đến) ?(?:năm )?${Y('z')}`,
  'iu',
)
export const TIME_TITLE = new RegExp(
  `^(?:trong )?(?:${QUARTER}(?:${ROMAN})${yearAfter().replace('?<y>', '?:')}|${HALF.replace(/\?<\w+>/gu, '?:')} \\d{4}|tháng \\d{1,2}${yearAfter().replace('?<y>', '?:')}|năm \\d{4})$`,
  'iu',
)
