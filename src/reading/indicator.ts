// The tree of the body in, its measurable targets out: one per figure, with the year of its clause or heading.
// "phấn đấu ít nhất 1.430 tổ hợp tác" → >= 1430 "tổ hợp tác".

import { describes, zoneOf } from '../vocabulary/section-title.ts'
import { MULTIPLIERS, NOT_BEFORE, NOT_COUNTED, UNITS } from '../vocabulary/unit.ts'
import type { Indicator, Operator, Target, Unjudged } from './draft.ts'
import { NO_TIME, type PlanTime } from './due.ts'
import { labelsOf, type Node, sectionOf, textOf, titleOf } from './outline.ts'
import { type Paragraph, quoteOf } from './paragraph.ts'

const FIGURE = '\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d{1,7}(?:,\\d+)?'
const QUANTITY = new RegExp(
  `(?<![\\p{L}\\d.,/:%-])(${FIGURE})(?:\\s*%?\\s*(?:-|–|đến)\\s*(${FIGURE}))?\\s*(%|(?:triệu|tỷ|tỉ|nghìn|ngàn)(?!\\p{L}))?(?=\\s|%|[,;.)/]|$)`,
  'gu',
)
const UNIT = new RegExp(`^\\s*(${UNITS.join('|')})(?!\\p{L})`, 'u')
const MONEY = /^\s*(đồng|USD)(?!\p{L})/u

const LEAST =
  /(?:ít nhất|tối thiểu|trên|không dưới|hơn|từ|vượt|không thấp hơn|ít nhất là)\s*(?:đạt|có|là)?\s*$/iu
const MOST = /(?:tối đa|không quá|dưới|không vượt quá|xuống còn|top)\s*$/iu
const ABOUT = /(?:khoảng|xấp xỉ|gần)\s*$/iu
const UPWARDS = /^[^,;.]{0,30}trở lên/iu

const STARTS = /^[^,;.]{0,40}?(?<!\p{L})(?:lên|đến|xuống|thành|tới|còn)(?!\p{L})/iu

const number = (figure: string): number => Number(figure.replace(/\./gu, '').replace(',', '.'))

function operatorOf(before: string, after: string, max: string | undefined): Operator {
  if (max !== undefined) return 'range'
  if (MOST.test(before)) return '<='
  if (/(?<!từ )trở xuống/iu.test(after.slice(0, 30))) return '<='
  // "từ 05 lớp" is a least, "từ 60% lên 80%" is where it starts.
  const least = /(?<!\p{L})từ\s*$/iu.test(before) && !STARTS.test(after)
  if (least || UPWARDS.test(after) || (LEAST.test(before) && !/(?<!\p{L})từ\s*$/iu.test(before))) return '>='
  if (ABOUT.test(before)) return '~'
  return '='
}

const YEARLY = /(?:hằng|hàng|mỗi) năm/iu
const UNTIL = /(?:đến|hết|vào)(?: hết)?(?: cuối)? năm\s+((?:19|20)\d{2})/iu
const STAGE = /giai đoạn\s+((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})/iu
const IN_YEAR = /(?:trong|^|,)\s*năm\s+((?:19|20)\d{2})(?!\s*[-–])/iu

/** The period a heading or a clause names as a whole. */
export function periodOf(text: string): string | null {
  const until = UNTIL.exec(text)
  if (until?.[1]) return until[1]
  const stage = STAGE.exec(text)
  if (stage) return `${stage[1]}-${stage[2]}`
  return IN_YEAR.exec(text)?.[1] ?? null
}

const MARK =
  /(?<yearly>(?:hằng|hàng|mỗi) năm)|giai đoạn\s+(?<from>(?:19|20)\d{2})\s*[-–]\s*(?<to>(?:19|20)\d{2})|(?<!(?:so với|so|với|từ|của|hơn|bằng|hiện)\s*)(?:(?<by>(?:đến|hết|trong|vào)(?: hết)?(?: cuối)?)\s+)?năm\s+(?<year>(?:19|20)\d{2})(?!\s*[-–]|\d)/giu
/** Where a new statement begins, which speaks of another time. */
const NEXT_STATEMENT =
  /,\s+(?:bảo đảm|đảm bảo|phấn đấu|trong đó|đến (?:hết |cuối )?năm|hằng năm|hàng năm|mỗi năm|giai đoạn|từ năm|năm \d|và đến)/iu

/** The last time named in `before`; a bare "năm 2025" counts only at the head of a statement. */
function periodBefore(before: string): string | null {
  let period: string | null = null
  for (const { groups = {}, index } of before.matchAll(MARK)) {
    if (groups.yearly) period = 'annual'
    else if (groups.from) period = `${groups.from}-${groups.to}`
    else if (groups.by || /(?:^|,)\s*$/u.test(before.slice(0, index).slice(-4)))
      period = groups.year ?? period
  }
  return period
}

/** The time named behind a figure, as long as the statement goes on: "20% số xã vào năm 2027". */
function periodAfter(after: string): string | null {
  const statement = after.split(NEXT_STATEMENT)[0] ?? ''
  for (const { groups = {} } of statement.matchAll(MARK)) if (groups.year) return groups.year
  return null
}

/** Clauses of the text with their places; a dot between figures ends nothing. */
interface Clause {
  from: number
  to: number
  /** It begins a sentence. */
  opens: boolean
}

function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = []
  let from = 0
  let opens = true
  for (const match of text.matchAll(/[;.](?=\s|$)/gu)) {
    clauses.push({ from, to: match.index, opens })
    from = match.index + 1
    opens = match[0] === '.'
  }
  clauses.push({ from, to: text.length, opens })
  return clauses
}

interface Found extends Target {
  at: number
}

const WINDOW = 80
const MOST_TARGETS = 40

function targetsOf(clause: string, aim: boolean): Found[] {
  const found: Found[] = []
  for (const match of clause.matchAll(QUANTITY)) {
    const [whole, first = '', max, mark] = match
    if (found.length >= MOST_TARGETS) break
    // Windows, not the whole clause: patterns that end at "$" would read it again for every figure.
    const before = clause.slice(Math.max(0, match.index - WINDOW), match.index)
    const end = match.index + whole.length
    const after = clause.slice(end, end + WINDOW)
    const top = /(?<!\p{L})top\s*$/iu.test(before)
    if (NOT_BEFORE.test(before) && !/(?:tổng số|tăng số)\s*$/iu.test(before)) continue
    if (mark !== '%' && NOT_COUNTED.test(after.trimStart())) continue
    let unit = mark === '%' ? '%' : top ? 'hạng' : (UNIT.exec(after)?.[1] ?? '')
    const times = mark && mark !== '%' ? (MULTIPLIERS[mark] ?? 1) : 1
    const money = MONEY.exec(after)?.[1]
    let factor = times
    // "15.000 tỷ đồng" is counted in "tỷ đồng", "320 triệu USD" in dollars.
    if (money === 'USD') unit = money
    else if (money && mark && mark !== '%') {
      unit = `${mark} ${money}`
      factor = 1
    }
    if (unit === '' && BOUNDED.test(before)) unit = nounAfter(after)
    if (unit === '' || REPORTED.test(before)) continue
    if (!aim && unit !== '%' && !STATED.test(before)) continue
    const last = found.at(-1)
    const op = operatorOf(before, after, max)
    // "ít nhất 100 hộ trồng chè, 50 hộ nuôi ong": the bound holds for both.
    const shared =
      op === '=' &&
      last?.op === '>=' &&
      unit !== '%' &&
      /^[^,;]*,\s*$/u.test(clause.slice(last.at, match.index).replace(/^[\d.,]+/u, ''))
    found.push({
      period: null,
      op: shared ? '>=' : op,
      value: number(first) * factor,
      max: max === undefined ? null : number(max) * factor,
      unit,
      at: match.index,
    })
  }
  return found
}

const BOUNDED = /(?:ít nhất|tối thiểu|không dưới|phấn đấu (?:có|đạt)|đạt từ|có từ|phát triển từ)\s*$/iu
/** Two words stand for a unit no list knows: most nouns have two. */
const nounAfter = (after: string): string => /^\s*(\p{Ll}+(?: \p{Ll}+)?)(?!\p{L})/u.exec(after)?.[1] ?? ''
/** What was, or what others expect. */
const REPORTED =
  /(?:(?<!\p{L})ước (?:tính |thực hiện )?(?:đạt|thực hiện|là|cả năm)|ước tính|đã (?:đạt|có|hoàn thành|thực hiện|giải quyết|hỗ trợ|đào tạo|xây dựng|thành lập)|hiện (?:có|nay|đạt)|dự báo|cùng kỳ|lũy kế|tính đến)[^;.]{0,60}$/iu

/** Outside the aims a count is a target only where something is to be brought about. */
const STATED =
  /(?:ít nhất|tối thiểu|trên|khoảng|không dưới|đạt|phấn đấu|hình thành|xây dựng|thành lập|hoàn thiện|hoàn thành|tổ chức|đào tạo|trồng|hỗ trợ|ký kết)(?:\s+(?:mới|thành công|được|từ|có))*\s*$/iu
/** What is, not what is to be. */
/** How often and where something is measured is no target. */
const MEASURED = /(?<!\p{L})(?:tần suất|số điểm|số vị trí|thông số)(?!\p{L})[^;.]{0,40}:/iu
const PRESENT = /^\s*(?:hiện nay|hiện có|hiện|đến nay|tính đến|trong đó hiện|dự báo|theo dự báo)(?!\p{L})/iu
const LEADING =
  /^[\s,–-]*(?:phấn đấu|đến năm \d{4}|hằng năm|hàng năm|mỗi năm|đảm bảo|bảo đảm|có|và|trong đó|đồng thời|với)(?!\p{L})[\s,]*/iu

/** What is measured, in the words of the clause. */
function nameOf(clause: string, target: Found): string {
  const after = clause
    .slice(target.at)
    .replace(new RegExp(`^(?:${FIGURE})(?:\\s*%?\\s*(?:-|–|đến)\\s*(?:${FIGURE}))?\\s*%?\\s*`, 'u'), '')
  let before = clause.slice(0, target.at)
  while (LEADING.test(before)) before = before.replace(LEADING, '')
  const subject = before.replace(/(?:đạt|chiếm|từ|ít nhất|tối thiểu|trên|khoảng|có|lên|là|\s)+$/iu, '').trim()
  const first = after.split(/[,;]/u)[0]?.trim() ?? ''
  const rest = first.split(/\s+/u).length < 5 ? after.trim() : first
  const words = subject.split(/\s+/u).length >= 3 ? subject : rest
  return (target.unit === '%' && words === rest ? `Tỷ lệ ${words}` : words)
    .split(/\s+/u)
    .slice(0, 30)
    .join(' ')
}

export type Passage = Omit<Unjudged<Indicator>, 'id'>

/** Where a passage stands and what it takes from there. */
export interface PassageContext {
  section: string
  /** Among the aims every figure with a unit is a target. */
  aim: boolean
  /** The period of the heading above. */
  period: string | null
  /** What should be reached before this day is a report, no target. */
  issued: string | null
}

/** The targets of one paragraph, from one offset to another. */
export function readPassage(
  paragraph: Paragraph,
  start: number,
  end: number,
  context: PassageContext,
): Passage[] {
  const passages: Passage[] = []
  const text = paragraph.text.slice(start, end)
  let carried = context.period
  let yearly = false
  for (const clause of clausesOf(text)) {
    const words = text.slice(clause.from, clause.to)
    carried = periodOf(words) ?? carried
    // "Hằng năm, … ; tổ chức 04 cuộc": the opening holds for the whole sentence.
    if (clause.opens) yearly = OPENS_YEARLY.test(words)
    const found = PRESENT.test(words) || MEASURED.test(words) ? [] : targetsOf(words, context.aim)
    found.forEach((target, i) => {
      const { at, ...rest } = target
      const after = words.slice(at, found[i + 1]?.at)
      const everyYear =
        /^[^,;]{0,24}%?\/năm/u.test(after) || YEARLY.test(words.slice(at).split(/[,;]/u)[0] ?? '')
      const period =
        (everyYear ? 'annual' : periodAfter(after)) ??
        periodBefore(words.slice(0, at)) ??
        (yearly ? 'annual' : carried)
      if (isPast(period, context.issued)) return
      const { quote, spans } = quoteOf(paragraph, start + clause.from, start + clause.to)
      passages.push({
        quote,
        spans,
        name: nameOf(words, target),
        section: context.section,
        targets: [{ ...rest, period }],
      })
    })
  }
  return passages
}

const OPENS_YEARLY = /^\s*(?:(?:phấn đấu|bảo đảm|đảm bảo),?\s+)?(?:hằng|hàng|mỗi) năm/iu

/** A target for a year before the document is what was reached. */
export const isPast = (period: string | null, issued: string | null): boolean =>
  issued !== null && period !== null && /\d{4}$/u.test(period) && period.slice(-4) < issued.slice(0, 4)

/** `time.year` dates what names no year of its own in a plan for one year. */
export function readIndicators(root: Node, time: PlanTime = NO_TIME): Passage[] {
  const indicators: Passage[] = []
  const visit = (node: Node, aim: boolean, period: string | null): void => {
    for (const child of node.children) {
      const title = child.heading ? titleOf(child) : ''
      if (child.heading && describes(title)) continue
      const zone = child.heading ? zoneOf(title) : null
      const inner = zone === null ? aim : zone === 'aim'
      const stated = child.heading ? (periodOf(title) ?? period) : period
      const start = child.heading ? (child.titleEnd === null ? child.to : child.titleEnd + 1) : child.from
      const section = sectionOf(labelsOf(child))
      const context = { section, aim: inner, period: stated, issued: time.issued }
      indicators.push(...readPassage(child.paragraph, start, child.to, context))
      const ends = textOf(child).trim().endsWith(':')
      visit(child, inner, child.heading || ends ? (periodOf(textOf(child)) ?? stated) : stated)
    }
  }
  visit(root, false, time.year === null ? null : String(time.year))
  return indicators
}
