// The tree of the body in, its measurable targets out: one per figure, with the year of its clause or heading.
// "phấn đấu ít nhất 1.430 tổ hợp tác" → >= 1430 "tổ hợp tác".

import { zoneOf } from '../vocabulary/section-title.ts'
import { MULTIPLIERS, NOT_BEFORE, NOT_COUNTED, UNITS } from '../vocabulary/unit.ts'
import type { Indicator, Operator, Target, Unjudged } from './draft.ts'
import { labelsOf, type Node, sectionOf, textOf, titleOf } from './outline.ts'
import { quoteOf } from './paragraph.ts'

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

const number = (figure: string): number => Number(figure.replace(/\./gu, '').replace(',', '.'))

function operatorOf(before: string, after: string, max: string | undefined): Operator {
  if (max !== undefined) return 'range'
  if (MOST.test(before)) return '<='
  if (/(?<!từ )trở xuống/iu.test(after.slice(0, 30))) return '<='
  if (UPWARDS.test(after) || (LEAST.test(before) && !/(?<!\p{L})từ\s*$/iu.test(before))) return '>='
  if (ABOUT.test(before)) return '~'
  return '='
}

const YEARLY = /(?:hằng|hàng|mỗi) năm/iu
const UNTIL = /(?:đến|hết)(?: hết)?(?: cuối)? năm\s+((?:19|20)\d{2})/iu
const STAGE = /giai đoạn\s+((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})/iu
const IN_YEAR = /(?:trong|^|,)\s*năm\s+((?:19|20)\d{2})(?!\s*[-–])/iu

function periodOf(text: string): string | null {
  const until = UNTIL.exec(text)
  if (until?.[1]) return until[1]
  const stage = STAGE.exec(text)
  if (stage) return `${stage[1]}-${stage[2]}`
  return IN_YEAR.exec(text)?.[1] ?? null
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
    if (unit === '') continue
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

/** Outside the aims a count is a target only where something is to be brought about. */
const STATED =
  /(?:ít nhất|tối thiểu|trên|khoảng|không dưới|đạt|phấn đấu|hình thành|xây dựng|thành lập|hoàn thiện|hoàn thành|tổ chức|đào tạo|trồng|hỗ trợ|ký kết)(?:\s+(?:mới|thành công|được|từ|có))*\s*$/iu
/** What is, not what is to be. */
const PRESENT = /^\s*(?:hiện nay|hiện có|hiện|đến nay|tính đến|trong đó hiện)(?!\p{L})/iu
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

/** `planYear` dates what names no year of its own in a plan for one year. */
export function readIndicators(root: Node, planYear: number | null): Unjudged<Indicator>[] {
  const indicators: Unjudged<Indicator>[] = []
  const visit = (node: Node, aim: boolean, period: string | null): void => {
    for (const child of node.children) {
      const title = child.heading ? titleOf(child) : ''
      const zone = child.heading ? zoneOf(title) : null
      const inner = zone === null ? aim : zone === 'aim'
      const stated = child.heading ? (periodOf(title) ?? period) : period
      const start = child.heading ? (child.titleEnd === null ? child.to : child.titleEnd + 1) : child.from
      const text = child.paragraph.text.slice(start, child.to)
      let carried = stated
      let yearly = false
      for (const clause of clausesOf(text)) {
        const words = text.slice(clause.from, clause.to)
        const own = periodOf(words)
        if (own) carried = own
        // "Hằng năm, … ; tổ chức 04 cuộc": the opening holds for the whole sentence.
        if (clause.opens) yearly = /^\s*(?:hằng|hàng|mỗi) năm/iu.test(words)
        const found = PRESENT.test(words) ? [] : targetsOf(words, inner)
        for (const target of found) {
          const { at, ...rest } = target
          const near = words.slice(0, at)
          const targets = [
            {
              ...rest,
              period:
                yearly ||
                YEARLY.test(near) ||
                /^[^,;]{0,24}%?\/năm/u.test(words.slice(at)) ||
                YEARLY.test(words.slice(at).split(/[,;]/u)[0] ?? '')
                  ? 'annual'
                  : carried,
            },
          ]
          const { quote, spans } = quoteOf(child.paragraph, start + clause.from, start + clause.to)
          indicators.push({
            id: `i${indicators.length + 1}`,
            quote,
            spans,
            name: nameOf(words, target),
            section: sectionOf(labelsOf(child)),
            targets,
          })
        }
      }
      const ends = textOf(child).trim().endsWith(':')
      visit(child, inner, child.heading || ends ? (periodOf(textOf(child)) ?? stated) : stated)
    }
  }
  visit(root, false, planYear === null ? null : String(planYear))
  return indicators
}
