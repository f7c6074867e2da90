// Duties in, the duties to report that they hold out: who reports to whom, how often, by when.
// "gửi A để tổng hợp, báo cáo B" is two of them.

import { dayOf } from '../base/calendar.ts'
import { AGENCY_START } from '../vocabulary/bearer.ts'
import { listAt } from './agency-list.ts'
import type { DraftTask, Frequency, ReportingDuty } from './draft.ts'
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

/** A clause reports when one of these says so; an agency may follow. */
const REPORTS =
  /(?<!\p{L})(?<!(?:việc|các|bản|những|lập|dự thảo) )báo cáo(?! (?:viên|cấp có thẩm quyền|của|tài chính))(?!\p{L})|(?<!\p{L})(?:phản ánh|kiến nghị|đề xuất)(?!\p{L})(?=[^.;]*(?:về|gửi|đến|với|báo cáo)\s)/iu
/** Difficulties that are to be sent up, not a product that proposes something. */
const UPWARDS =
  /(?<!\p{L})(?:nếu|trong quá trình|trường hợp)(?!\p{L})|kịp thời (?:báo cáo|kiến nghị|phản ánh|đề xuất)/iu
const RESULT = /báo cáo (?:định kỳ|kết quả|tình hình|việc|về|đánh giá|công tác|giữa kỳ|tổng kết)/iu
const GOES_TO =
  /(?<!\p{L})(?:gửi(?: về| cho)?|phản ánh(?: kịp thời)?(?: về| đến| với)|về|đến|báo cáo(?:,? đề xuất| và đề xuất|,? tham mưu)?|trình|kiến nghị(?: với)?|cho)\s+/giu
const CHAIN =
  /(?:để\s+)?(?:theo dõi,?\s+)?tổng hợp(?:,?\s+(?:chủ trì|phối hợp)[^;.]*?)?,?\s+(?:(?:trình|tham mưu(?:\s+cho)?)\s+[^,;.]{0,50}?\s+)?báo cáo(?:\s+và đề xuất,?\s+trình)?\s+/iu

/** The first named addressee of the clause, with the place where its name ends. */
function addresseeOf(clause: string): { name: string; from: number; to: number } | null {
  for (const match of clause.matchAll(GOES_TO)) {
    const at = match.index + match[0].length
    AGENCY_START.lastIndex = at
    if (!AGENCY_START.test(clause)) continue
    const list = listAt(clause, at)
    if (list && list.to - list.from < 200)
      return {
        name: clause
          .slice(list.from, list.to)
          .trim()
          .replace(/\s*[-–]\s.*$/u, ''),
        from: list.from,
        to: list.to,
      }
  }
  return null
}

const frequencyOf = (clause: string, task: DraftTask): Frequency => {
  if (ADHOC.test(clause)) return 'adhoc'
  const found = FREQUENCIES.find(([pattern]) => pattern.test(clause))?.[1]
  if (found) return found
  return task.origin === 'appendix' && task.due.kind === 'annual' ? 'annual' : 'periodic'
}

function dueOf(clause: string): string | null {
  const match = DUE.exec(clause)
  if (!match) return null
  const day = dayOf(Number(match[3] ?? 2024), Number(match[2]), Number(match[1]))
  if (day === null) return null
  return match[3] ? day : day.slice(5)
}

type Duty = Omit<ReportingDuty, 'id'>

function dutiesOf(task: DraftTask): Duty[] {
  const duties: Duty[] = []
  const text = task.quote
  const from = task.lead.join(', ')
  let at = 0
  for (const part of text.split(/(?<=[;.])(?=\s)/u)) {
    const start = at
    at += part.length
    const trigger = REPORTS.exec(part)
    if (!trigger || !/\p{L}/u.test(part)) continue
    if (!/^báo cáo/iu.test(trigger[0]) && !UPWARDS.test(part)) continue
    const addressee = addresseeOf(part)
    if (!addressee && !RESULT.test(part)) continue
    const chain = CHAIN.exec(part)
    const second = chain ? listAt(part, chain.index + chain[0].length) : null
    const firstEnds =
      chain && addressee && chain.index >= addressee.to
        ? chain.index
        : endOf(part, trigger.index, addressee?.to ?? 0)
    if (chain && addressee && chain.index < addressee.from && !RESULT.test(part.slice(0, chain.index))) {
      // "tổng hợp, báo cáo B" alone: the lead itself reports.
      duties.push({
        ...sliceQuote(task, start, start + part.length),
        from,
        to: addressee.name,
        frequency: frequencyOf(part, task),
        due: dueOf(part),
      })
      continue
    }
    const frequency = frequencyOf(part, task)
    // What stands before the last comma in front of the report is another duty.
    const opening = frequency === 'adhoc' ? 0 : openingOf(part, trigger.index)
    duties.push({
      ...sliceQuote(task, start + opening, start + firstEnds),
      from,
      to: addressee?.name ?? '',
      frequency,
      due: dueOf(part),
    })
    if (chain && second && addressee && chain.index >= addressee.to)
      duties.push({
        ...sliceQuote(task, start + chain.index, start + part.length),
        from: addressee.name,
        to: part.slice(second.from, second.to).trim(),
        frequency,
        due: null,
      })
  }
  return duties
}

/** Without an addressee the purpose ("để thống nhất …") is no part of the report. */
function endOf(part: string, trigger: number, addressee: number): number {
  const purpose = addressee > 0 ? -1 : part.indexOf(' để ', trigger)
  return purpose < 0 ? part.length : purpose
}

function openingOf(part: string, trigger: number): number {
  const before = part.slice(0, trigger)
  if (before.trim().length < 30) return 0
  const near = Math.max(
    before.lastIndexOf('định kỳ'),
    before.lastIndexOf('Định kỳ'),
    before.lastIndexOf('hằng năm'),
  )
  if (near >= 0 && trigger - near < 160) return near
  return Math.max(before.lastIndexOf(', '), before.lastIndexOf(' và '), -1) + 1
}

export function readReporting(tasks: readonly DraftTask[]): ReportingDuty[] {
  return tasks.flatMap(dutiesOf).map((duty, i) => ({ id: `r${i + 1}`, ...duty }))
}
