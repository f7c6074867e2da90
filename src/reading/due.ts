// Words of time in, the due date out: "Trong quý II năm 2026" → quarter, 2026-04-01 to 2026-06-30.
// A phrase no rule can date has kind "none" and no text: a clerk decides, we never guess.

import { addDays, dayOf, months } from '../base/calendar.ts'
import type { Due, DueKind } from './draft.ts'

export const NO_DUE: Due = { text: '', kind: 'none', from: null, to: null }

type Span = Omit<Due, 'text'> | null
const ROMAN: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4, '1': 1, '2': 2, '3': 3, '4': 4 }
const span = (kind: DueKind, from: string | null, to: string | null): Span => ({ kind, from, to })
const open = (kind: DueKind): Span => span(kind, null, null)
const year = (y: number): Span => span('year', `${y}-01-01`, `${y}-12-31`)
const years = (from: number, to: number | null): Span =>
  to !== null && to < from ? null : span('years', `${from}-01-01`, to === null ? null : `${to}-12-31`)

/** First and second quarter may stand in different years. */
function quarters(first: string, y1: number, last = first, y2 = y1): Span {
  const a = ROMAN[first.toUpperCase()]
  const b = ROMAN[last.toUpperCase()]
  if (!a || !b) return null
  return span('quarter', months(y1, a * 3 - 2, a * 3).from, months(y2, b * 3 - 2, b * 3).to)
}
const monthsOf = (first: number, last: number, y: number): Span =>
  first < 1 || last > 12 || first > last
    ? null
    : span('month', months(y, first, last).from, months(y, first, last).to)

function until(d: string, m: string, y: string): Span {
  const to = dayOf(Number(y), Number(m), Number(d))
  return to === null ? null : span('date', null, to)
}

type Groups = (string | undefined)[]
type Rule = [pattern: RegExp, read: (groups: Groups) => Span]

const BEFORE = '(?:trước|chậm nhất(?: là)?(?: trong)?|xong(?: trước)?|hết|đến(?: hết)?|không quá)'
const DAY = '(?:ngày\\s+)?(\\d{1,2})\\s*(?:/|tháng\\s+|-)\\s*(\\d{1,2})'
const YEAR = '(?:\\s*[/-]\\s*|,?\\s+năm\\s+|\\s+)((?:19|20)\\d{2})'
const YEARLY = '(?:hằng|hàng|mỗi) năm'

/** Dates and spans that are a due date wherever they stand; the narrowest phrase first. */
const SURE: Rule[] = [
  [new RegExp(`${BEFORE}\\s+(?:ngày\\s+)?\\d{1,2}\\s+(?:hằng|hàng) tháng`, 'iu'), () => open('ongoing')],
  [new RegExp(`${BEFORE}\\s+${DAY}${YEAR}`, 'iu'), ([d, m, y]) => until(d ?? '', m ?? '', y ?? '')],
  [
    new RegExp(
      `${BEFORE}\\s+ngày\\s+(\\d{1,2})\\s*(?:/|tháng\\s+)\\s*(\\d{1,2})(?:\\s+(?:của\\s+)?${YEARLY})?(?!\\s*[/\\d])`,
      'iu',
    ),
    () => open('annual'),
  ],
  [
    new RegExp(`(?:${BEFORE}|trong|vào)\\s+tháng\\s+(\\d{1,2})${YEAR}`, 'iu'),
    ([m, y]) => monthsOf(Number(m), Number(m), Number(y)),
  ],
  [
    /(?:trong|vào|hoàn thành|xong|trước|hết)\s+quý\s+(IV|I{1,3}|[1-4])(?:\s*[/-]\s*|,?\s+năm\s+|\s+)((?:19|20)\d{2})/iu,
    ([q, y]) => quarters(q ?? '', Number(y)),
  ],
  [
    /(?:trong|vào|hoàn thành|xong)\s+6 tháng (đầu|cuối) năm ((?:19|20)\d{2})/iu,
    ([half, y]) => (half?.toLowerCase() === 'đầu' ? monthsOf(1, 6, Number(y)) : monthsOf(7, 12, Number(y))),
  ],
  [
    /(?:hoàn thành|xong|thực hiện|chậm nhất|ban hành)(?: trong| trước| vào)?(?: hết)? năm ((?:19|20)\d{2})(?!\s*[-–])/iu,
    ([y]) => year(Number(y)),
  ],
  [/trong năm ((?:19|20)\d{2})(?!\s*[-–])/iu, ([y]) => year(Number(y))],
]

/** Words for duties without an end, and conditions: the first in the sentence counts. */
const LOOSE: Rule[] = [
  [new RegExp(`định kỳ\\s*[(,]?\\s*${YEARLY}\\)?`, 'iu'), () => open('annual')],
  [
    /định kỳ(?:\s*(?:,|và|hoặc)\s*(?:đột xuất|hằng tháng|hàng tháng|hằng quý|hàng quý))?/iu,
    () => open('ongoing'),
  ],
  [/(?<!(?:chi|giáo dục|đầu tư|thường trực) )thường xuyên(?:,? liên tục)?/iu, () => open('ongoing')],
  [/đột xuất/iu, () => open('ongoing')],
  [/(?:hằng|hàng) (?:tháng|quý|tuần|ngày)/iu, () => open('ongoing')],
  [new RegExp(YEARLY, 'iu'), () => open('annual')],
  [/(?:ngay )?(?:sau khi|khi) (?:có|được) (?!hiệu lực)[^,.;:()]{4,160}/iu, () => open('conditional')],
  [
    /(?<!trước )khi (?:các|Chính phủ|Trung ương|Bộ|cấp có thẩm quyền|cơ quan) [^,.;:]{0,40}(?:, [^,.;:]{0,40})?(?:ban hành|đề xuất|yêu cầu|phê duyệt|hướng dẫn)[^.;:]{0,80}/iu,
    () => open('conditional'),
  ],
]

/** Only where they begin the duty. */
const CONDITION_FIRST: Rule[] = [
  [
    /^(?:trong quá trình [^,.;]{0,120},? ?)?(nếu (?:có|cần)(?! thấy) [^,.;]{2,120}?(?:, (?:vướng mắc|bổ sung|phát sinh)[^,.;]{0,80}?)?)(?=,| đề nghị| các | thì|\.|;|$)/iu,
    () => open('conditional'),
  ],
  [/^(trường hợp [^,.;]{3,120})(?=,)/iu, () => open('conditional')],
  [/\((nếu cần)\)/iu, () => open('conditional')],
]

/** What a cell or a line "Thời gian: …" may hold besides. */
const CELL: Rule[] = [
  [
    /quý\s+(IV|I{1,3}|[1-4])(?:\s*[/-]\s*|,?\s+năm\s+|\s+)((?:19|20)\d{2})\s*(?:-|–|đến|tới)\s*(?:hết )?quý\s+(IV|I{1,3}|[1-4])(?:\s*[/-]\s*|,?\s+năm\s+|\s+)((?:19|20)\d{2})/iu,
    ([a, y, b, z]) => quarters(a ?? '', Number(y), b ?? '', Number(z)),
  ],
  [
    /quý\s+(IV|I{1,3}|[1-4])\s*(?:-|–|,|và|đến)\s*(?:quý\s+)?(IV|I{1,3}|[1-4])(?:\s*[/-]\s*|,?\s+năm\s+|\s+)((?:19|20)\d{2})/iu,
    ([a, b, y]) => quarters(a ?? '', Number(y), b ?? '', Number(y)),
  ],
  [
    /quý\s+(IV|I{1,3}|[1-4])(?:\s*[/-]\s*|,?\s+năm\s+|\s+)((?:19|20)\d{2})/iu,
    ([q, y]) => quarters(q ?? '', Number(y)),
  ],
  [
    /tháng\s+(\d{1,2})\s*(?:-|–|đến(?: tháng)?)\s*(?:tháng\s+)?(\d{1,2})\s*(?:\/|,?\s*năm\s+)\s*((?:19|20)\d{2})/iu,
    ([a, b, y]) => monthsOf(Number(a), Number(b), Number(y)),
  ],
  [/(?:ngày\s+)?(\d{1,2})[/](\d{1,2})[/]((?:19|20)\d{2})/iu, ([d, m, y]) => until(d ?? '', m ?? '', y ?? '')],
  [
    /(?:tháng\s+)(\d{1,2})\s*(?:\/|,?\s*năm\s+)\s*((?:19|20)\d{2})/iu,
    ([m, y]) => monthsOf(Number(m), Number(m), Number(y)),
  ],
  [/^(\d{1,2})\/((?:19|20)\d{2})$/u, ([m, y]) => monthsOf(Number(m), Number(m), Number(y))],
  [
    /6 tháng (đầu|cuối) năm\s*((?:19|20)\d{2})/iu,
    ([half, y]) => (half?.toLowerCase() === 'đầu' ? monthsOf(1, 6, Number(y)) : monthsOf(7, 12, Number(y))),
  ],
  [
    /((?:19|20)\d{2})\s*(?:-|–|đến(?: năm| hết năm)?|tới)\s*(?:năm\s+)?((?:19|20)\d{2})/iu,
    ([a, b]) => years(Number(a), Number(b)),
  ],
  [
    /(?:từ\s+)?(?:năm\s+)?((?:19|20)\d{2})(?: và| trở đi| đến|,)?(?: (?:các|những) năm (?:tiếp theo|sau|tiếp)| trở đi)/iu,
    ([y]) => years(Number(y), null),
  ],
  [
    /(?:đến|trước|hết)\s+(?:hết\s+)?năm\s+((?:19|20)\d{2})/iu,
    ([y]) => span('year', `${y}-01-01`, `${y}-12-31`),
  ],
  [/((?:19|20)\d{2})\s*,\s*((?:19|20)\d{2})/u, ([a, b]) => years(Number(a), Number(b))],
  [
    /(?:theo|bảo đảm|đảm bảo) (?:đúng )?(?:tiến độ|lộ trình|kế hoạch|hướng dẫn|yêu cầu|chỉ đạo|quy định|thời gian|chương trình)/iu,
    () => open('conditional'),
  ],
  [/^(?:ngay )?(?:sau khi|sau|khi) /iu, () => open('conditional')],
  [/(?:sau|khi) (?:khi )?(?:có|được) /iu, () => open('conditional')],
  [/(?:năm\s+)?((?:19|20)\d{2})/iu, ([y]) => year(Number(y))],
  [/thường xuyên|định kỳ|đột xuất|liên tục|(?:hằng|hàng) (?:tháng|quý|tuần)/iu, () => open('ongoing')],
]

function first(text: string, rules: Rule[]): { at: number; due: Due } | null {
  for (const [pattern, read] of rules) {
    const match = pattern.exec(text)
    const found = match && read(match.slice(1))
    if (match && found) return { at: match.index, due: { text: match[0].trim(), ...found } }
  }
  return null
}

function earliest(text: string, rules: Rule[]): Due | null {
  let best: { at: number; due: Due } | null = null
  for (const rule of rules) {
    const found = first(text, [rule])
    if (found && (!best || found.at < best.at)) best = found
  }
  return best?.due ?? null
}

/** A due cell or the words after "Thời gian thực hiện:". */
export function readDue(phrase: string): Due {
  const text = phrase
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.;,\s]+$/u, '')
  if (text === '') return NO_DUE
  const loose = earliest(text, LOOSE)
  const exact = first(text, SURE) ?? first(text, CELL)
  // "Thường xuyên, hằng năm": the first word counts.
  const looseFirst = loose && (!exact || exact.due.kind === 'ongoing' || text.indexOf(loose.text) < exact.at)
  const due = looseFirst ? loose : exact?.due
  return due ? { ...due, text } : NO_DUE
}

/** Words of time inside the sentence of a duty. */
export function findDue(sentence: string): Due {
  const text = sentence.trim()
  const sure = first(text, SURE)
  if (sure) return sure.due
  for (const [pattern, read] of CONDITION_FIRST) {
    const match = pattern.exec(text)
    const found = match && read([])
    if (match && found) return { text: (match[1] ?? match[0]).trim(), ...found }
  }
  return earliest(text, LOOSE) ?? NO_DUE
}

/** The period a heading sets for all that stands below it: "Giai đoạn 2025 - 2030". */
export function duePeriod(title: string): Due | null {
  const match = /^giai đoạn\s+((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})/iu.exec(title)
  const found = match && years(Number(match[1]), Number(match[2]))
  if (match && found) return { text: match[0], ...found }
  const single =
    /^(?:trong )?(quý\s+(?:IV|I{1,3})\s*(?:\/|,?\s+năm\s+)\s*\d{4}|năm (?:19|20)\d{2})\s*[:.]?$/iu.exec(
      title.trim(),
    )
  return single ? readDue(single[1] ?? '') : null
}

const BEFORE_A_DAY = /(?<!\p{L})trước\s+(?:ngày\s+)?\d{1,2}(?:\s*[/.-]\s*\d|\s+tháng)/iu

/**
 * The last day that is still in time: "trước ngày 15/12/2026" ends with the 14th, "chậm nhất ngày 15/12/2026" with
 * the 15th. `due.to` itself is the day as printed.
 */
export const lastDayOf = (due: Due): string | null =>
  due.to && due.kind === 'date' && BEFORE_A_DAY.test(due.text) ? addDays(due.to, -1) : due.to
