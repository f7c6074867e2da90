// Duties in, the duties to report that they hold out: who reports to whom, how often, by when.
// "gửi A để tổng hợp, báo cáo B" is two of them.

import { dayOf } from '../base/calendar.ts'
import { AGENCY_START } from '../vocabulary/bearer.ts'
import { listAt } from './agency-list.ts'
import type { DraftTask, Frequency, Quoted, ReportingDuty, Unjudged } from './draft.ts'
import { findDue } from './due.ts'
import { sliceQuote } from './paragraph.ts'

const FREQUENCIES: [pattern: RegExp, frequency: Frequency][] = [
  [/(?:hằng|hàng) tuần/iu, 'weekly'],
  [/(?:hằng|hàng) tháng/iu, 'monthly'],
  [/(?:hằng|hàng) quý|theo quý|quý, năm/iu, 'quarterly'],
  [/6 tháng|sáu tháng/iu, 'semiannual'],
  [/(?:hằng|hàng|mỗi) năm/iu, 'annual'],
  [/trước ngày \d{1,2}\s*(?:\/|tháng)\s*\d{1,2}(?!\s*[/\d])/iu, 'annual'],
]
const ADHOC =
  /khó khăn|vướng mắc|vấn đề phát sinh|vượt thẩm quyền|không cân đối|(?:nếu|khi) (?:cần|thấy|có)|giữa kỳ|tổng kết thực hiện|cần (?:thiết|sửa đổi|bổ sung|điều chỉnh)/iu
const DUE =
  /(?:trước|chậm nhất|xong)(?: là)? ngày (\d{1,2})\s*(?:\/|tháng)\s*(\d{1,2})(?:\s*(?:\/|năm)\s*(\d{4}))?/iu
/** "trong tháng 11/2026": once, by its last day. */
const WITHIN = /(?:trong|hết|trước) (?:tháng|quý)\s/iu

/** A clause reports when one of these says so; an agency may follow. */
const REPORTS =
  /(?<!\p{L})(?<!(?:việc|các|bản|những|lập|dự thảo|công bố|phục vụ|thường niên|mẫu|thời gian|Thời gian|của kỳ|trước kỳ|trong kỳ|thời kỳ|số liệu) )báo cáo(?! (?:viên|của|tài chính|thường niên|dự báo|nghiên cứu|chuyên đề về|(?:các )?cấp có thẩm quyền (?:phê duyệt|xem xét|quyết định|cho|ban hành)))(?!\p{L})|(?<!\p{L})(?:phản ánh|kiến nghị|đề xuất)(?!\p{L})(?=[^.;]*(?:(?:về|gửi|đến|với|báo cáo)\s|(?:cấp|cơ quan) có thẩm quyền))|(?<!\p{L})gửi(?: về| cho)?\s+(?=\p{Lu}[^.;]{4,120}(?:trước ngày|chậm nhất|hằng tháng|hằng quý))/iu
/** Difficulties that are to be sent up, not a product that proposes something. */
const UPWARDS =
  /(?<!\p{L})(?:nếu|trong quá trình|trường hợp)(?!\p{L})|kịp thời (?:báo cáo|kiến nghị|phản ánh|đề xuất)|(?:kiến nghị|đề xuất)[^.;]{0,60}(?:tháo gỡ|khó khăn)/iu
/** What is reported, or that it is a rule to report. */
const RESULT =
  /báo cáo[^.;]{0,30}(?:định kỳ|kết quả|tình hình|việc|về|đánh giá|công tác|giữa kỳ|tổng kết|sơ kết|đột xuất|chỉ tiêu|theo quy định|theo yêu cầu)|chế độ (?:thông tin,? )?báo cáo|(?:sơ kết|tổng kết)[^.;]{0,120}báo cáo/iu
/** Whom one helps to report is whom one reports to, where no other addressee is led up to by a word. */
const HELPS = /tham mưu(?:\s+(?:cho|giúp))?\s+(?=[^,.;]{2,60}\s+báo cáo)/iu
const AUTHORITY = /^(?:các )?(?:cấp|cơ quan) có thẩm quyền/iu
const GOES_TO =
  /(?<!\p{L})(?:gửi(?: về| cho)?|báo cáo (?:kết quả|tình hình)(?: thực hiện)?|phản ánh(?: kịp thời)?(?: về| đến| với)|về|đến|báo cáo(?:,? đề xuất| và đề xuất|,? tham mưu)?|trình|kiến nghị(?: với)?|cho)\s+/giu
const CHAIN =
  /(?:để\s+)?(?:theo dõi,?\s+)?tổng hợp(?:,?\s+(?:chủ trì|phối hợp)[^;.]*?)?,?\s+(?:(?:trình|tham mưu(?:\s+cho)?)\s+[^,;.]{0,50}?\s+)?báo cáo(?:\s+và đề xuất,?\s+trình)?\s+/iu

interface Addressee {
  name: string
  from: number
  /** Where its name ends. */
  to: number
}

/** "…, đồng gửi Y": Y gets the same report. */
const COPIED = /^\s*,?\s*đồng(?: thời)? gửi\s+/u

function oneNamedAt(clause: string, at: number): Addressee | null {
  const authority = AUTHORITY.exec(clause.slice(at, at + 40))
  if (authority) return { name: authority[0], from: at, to: at + authority[0].length }
  AGENCY_START.lastIndex = at
  if (!AGENCY_START.test(clause)) return null
  const list = listAt(clause, at)
  if (!list || list.to - list.from >= 200) return null
  const name = clause
    .slice(list.from, list.to)
    .trim()
    .replace(/\s*[-–]\s.*$/u, '')
    .replace(/,\s*đồng(?: thời)?$/u, '')
  return { name, from: list.from, to: list.to }
}

function namedAt(clause: string, at: number): Addressee | null {
  const first = oneNamedAt(clause, at)
  if (!first) return null
  const end = first.from + first.name.length
  const copied = COPIED.exec(clause.slice(end, end + 30))
  const second = copied && oneNamedAt(clause, end + copied[0].length)
  return second ? { name: `${first.name}, ${second.name}`, from: first.from, to: second.to } : first
}

/** To whom the clause reports: the first name behind a word that leads to one. */
function addresseeOf(clause: string): Addressee | null {
  const helps = HELPS.exec(clause)
  const helped = helps && namedAt(clause, helps.index + helps[0].length)
  for (const match of clause.matchAll(GOES_TO)) {
    const found = namedAt(clause, match.index + match[0].length)
    if (!found) continue
    if (helped && /^báo cáo/iu.test(match[0]) && found.from > helped.from) return helped
    return found
  }
  return helped
}

const frequencyOf = (clause: string, task: Unjudged<DraftTask>): Frequency => {
  if (ADHOC.test(clause)) return 'adhoc'
  const found = FREQUENCIES.find(([pattern]) => pattern.test(clause))?.[1]
  if (found) return found
  if (WITHIN.test(clause) && findDue(clause).to !== null) return 'adhoc'
  return task.origin === 'appendix' && task.due.kind === 'annual' ? 'annual' : 'periodic'
}

function dueOf(clause: string): string | null {
  const match = DUE.exec(clause)
  if (!match) return WITHIN.test(clause) ? findDue(clause).to : null
  const day = dayOf(Number(match[3] ?? 2024), Number(match[2]), Number(match[1]))
  if (day === null) return null
  return match[3] ? day : day.slice(5)
}

/** A second report behind "và" is a duty of its own. */
const SECOND = /^\s+và báo cáo (?:giữa kỳ|đột xuất|sơ kết|tổng kết|chuyên đề)/iu
/** "công tác tham mưu, báo cáo, …": a list of kinds of work, no duty. */
const IN_A_LIST = /công tác (?:[^,;.]{1,30}, )+$/iu

const partsOf = (text: string): string[] =>
  text.split(/(?<=[;.])(?=\s)|(?=\s+và báo cáo (?:giữa kỳ|đột xuất|sơ kết|tổng kết|chuyên đề))/iu)

/** The addressee of the next report, which stands outside this part: its name counts, its place does not. */
function shared(rest: string): Addressee | null {
  const found = addresseeOf(partsOf(rest)[0] ?? '')
  return found && { ...found, from: 0, to: 0 }
}

type Duty = Omit<ReportingDuty, 'id' | 'confidence'>

function dutiesOf(task: Unjudged<DraftTask>): Duty[] {
  const duties: Duty[] = []
  const { text, places } = withoutMarks(task.quote)
  const cut = (from: number, to: number): Quoted =>
    sliceQuote(task, places[from] ?? 0, places[to] ?? task.quote.length)
  const from = task.lead.join(', ')
  let at = 0
  let regular: Frequency | null = null
  for (const part of partsOf(text)) {
    const start = at
    at += part.length
    if (!SECOND.test(part)) regular = null
    const trigger = REPORTS.exec(part)
    if (!trigger || IN_A_LIST.test(part.slice(0, trigger.index))) continue
    if (!/^(?:báo cáo|gửi)/iu.test(trigger[0]) && !UPWARDS.test(part)) continue
    // "báo cáo giữa kỳ và báo cáo tổng kết, gửi X": both go to X.
    const own = addresseeOf(part)
    const addressee = own ?? (SECOND.test(text.slice(at)) ? shared(text.slice(at)) : null)
    if (!addressee && !RESULT.test(part)) continue
    const chain = CHAIN.exec(part)
    const helps = chain && HELPS.exec(part.slice(chain.index))
    const second =
      chain &&
      namedAt(part, helps ? chain.index + helps.index + helps[0].length : chain.index + chain[0].length)
    // "tổng hợp, báo cáo B" alone: the lead itself reports, and nothing is passed on.
    const alone =
      chain && addressee && chain.index < addressee.from && !RESULT.test(part.slice(0, chain.index))
    const passed = chain && addressee && chain.index >= addressee.to
    const ends = passed ? chain.index : alone ? part.length : endOf(part, trigger.index, addressee?.to ?? 0)
    const frequency = frequencyOf(part, task)
    if (frequency !== 'adhoc') regular = frequency
    // What stands before the last comma in front of the report is another duty.
    const opening = alone || frequency === 'adhoc' ? 0 : openingOf(part, trigger.index)
    const terms = termsIn(part.slice(0, ends))
    const whole: Term = { from: opening, to: ends, frequency, due: dueOf(part) }
    for (const term of terms.length > 0 ? terms : [whole])
      duties.push({
        ...cut(start + (term === terms[0] ? Math.min(opening, term.from) : term.from), start + term.to),
        from,
        to: addressee?.name ?? '',
        frequency: term.frequency,
        due: term.due,
      })
    if (passed && second)
      duties.push({
        ...cut(start + chain.index, start + part.length),
        from: addressee.name,
        to: second.name,
        // "hằng năm và đột xuất …, để tổng hợp, báo cáo B": the regular report is passed on.
        frequency: terms[0]?.frequency ?? regular ?? frequency,
        due: null,
      })
  }
  return duties
}

/** Marks of Markdown left out; `places` tells for each character where it stood. */
function withoutMarks(quote: string): { text: string; places: number[] } {
  // By UTF-16 units, as spans count.
  const places: number[] = []
  for (let i = 0; i < quote.length; i++) if (quote[i] !== '*') places.push(i)
  places.push(quote.length)
  return { text: quote.replaceAll('*', ''), places }
}

/** "hằng tháng (trước ngày 16), 6 tháng (trước ngày 16/6), năm (trước ngày 20/11)": terms of one report, at least two. */
const TERM =
  /(?:định kỳ )?(?:(?<month>(?:hằng|hàng) tháng)|(?<quarter>(?:hằng |hàng )?quý)|(?<half>(?:6|06|sáu) tháng)|(?<year>(?:tổng kết |cả |hằng |hàng )?năm))(?: [^,;.()]{0,20})?[,\s(]+(?:trước|chậm nhất)(?: là)?(?: ngày)? \d[^,;)]*\)?/giu
const ON_DEMAND = /(?:hoặc |và )?(?:đột xuất )?(?:khi có yêu cầu|đột xuất)/iu

interface Term {
  from: number
  to: number
  frequency: Frequency
  due: string | null
}

function termsIn(part: string): Term[] {
  const terms = [...part.matchAll(TERM)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    frequency: frequencyOfTerm(match.groups ?? {}),
    due: dueOf(match[0]),
  }))
  if (terms.length < 2) return daysIn(part)
  const last = terms.at(-1)?.to ?? 0
  const asked = ON_DEMAND.exec(part.slice(last))
  return asked
    ? [...terms, { from: last + asked.index, to: part.length, frequency: 'adhoc' as const, due: null }]
    : terms
}

const DAY =
  /(?:trước|chậm nhất(?: là)?|và|;)\s+(?:trước )?ngày \d{1,2}\s*(?:\/|tháng)\s*\d{1,2}(?:\s*(?:\/|năm)\s*\d{4})?(?:\s*\([^)]*\))?/giu

/** "trước ngày 15/6 (báo cáo 6 tháng) và trước ngày 15/12 (báo cáo năm)": two days a year are two duties. */
function daysIn(part: string): Term[] {
  const days = [...part.matchAll(DAY)]
  if (days.length < 2) return []
  return days.map((match) => ({
    from: 0,
    to: match.index + match[0].length,
    frequency: /(?:cả |hằng |hàng |báo cáo )năm\s*\)|tổng kết/iu.test(match[0]) ? 'annual' : 'semiannual',
    due: dueOf(match[0].replace(/^(?:và|;)\s+(?:trước )?/iu, 'trước ')),
  }))
}

function frequencyOfTerm(groups: Record<string, string | undefined>): Frequency {
  if (groups.month) return 'monthly'
  if (groups.quarter) return 'quarterly'
  return groups.half ? 'semiannual' : 'annual'
}

/** Without an addressee the purpose ("để thống nhất …") is no part of the report. */
function endOf(part: string, trigger: number, addressee: number): number {
  const purpose = addressee > 0 ? -1 : part.indexOf(' để ', trigger)
  return purpose < 0 ? part.length : purpose
}

/** Where the words that belong to the report begin: "định kỳ …", "tổng hợp …, tham mưu … báo cáo". */
function openingOf(part: string, trigger: number): number {
  const before = part.slice(Math.max(0, trigger - 200), trigger)
  const shift = trigger - before.length
  if (part.slice(0, trigger).trim().length < 30) return 0
  const near = /(?<!\p{L})(?:định kỳ|hằng năm|hàng năm|tổng hợp|tham mưu|sơ kết)(?!\p{L})/iu.exec(before)
  if (near) return shift + near.index
  return (
    Math.max(part.slice(0, trigger).lastIndexOf(', '), part.slice(0, trigger).lastIndexOf(' và '), -1) + 1
  )
}

export function readReporting(tasks: readonly Unjudged<DraftTask>[]): Unjudged<ReportingDuty>[] {
  return tasks.flatMap(dutiesOf).map((duty, i) => ({ id: `r${i + 1}`, ...duty }))
}
