// Paragraphs in, every distinct other document they name by number out, with date, issuer and relation.

import { dayOf } from '../base/calendar.ts'
import { DOCUMENT_TYPES } from '../vocabulary/document-type.ts'
import type { Reference, Relation, Unjudged } from './draft.ts'
import { type Paragraph, quoteOf } from './paragraph.ts'

const TYPES = [...DOCUMENT_TYPES].map(([name]) => name).sort((a, b) => b.length - a.length)
const ABBREVIATIONS = new Map(
  DOCUMENT_TYPES.map(([, abbreviation]) => [abbreviation.toLowerCase(), abbreviation]),
)
const NAMED = new RegExp(`(${TYPES.join('|')})(?:\\s+(?:liên tịch|hành động))?\\s+(?:số\\s*:?\\s*)?$`, 'iu')
const NUMBER =
  /(?<![\p{L}\d/.-])(\d{1,6}[a-z]?)(\s*[-/]\s*)((?:(?:19|20)\d{2}\s*\/\s*)?)(\p{Lu}[\p{L}\d&]*(?:\s*[-/]\s*\p{Lu}[\p{L}\d&]*)*)/gu
const STANDARD = /(?<!\p{L})(TCVN|QCVN|TCCS)\s*(?:ISO\s*)?\d+(?:[-:]\d+)*(?:[:/]\d{4})?(?:\/\p{Lu}+)?/gu
const DATE =
  /^\s*,?\s*ngày\s+(\d{1,2})\s*(?:\/|-|\s+tháng\s+)\s*(\d{1,2})\s*(?:\/|-|\s+năm\s+)\s*((?:19|20)\d{2})/iu
const ISSUER =
  /^[\s,]*(?:(?:của|do)\s+|Hội nghị[^,;]*?,?\s+(?=Ban [Cc]hấp hành))?((?:Ban|Bộ|Chính phủ|Thủ tướng|Quốc hội|[ỦU][ỷy]? ?ban|Uỷ ban|UBND|HĐND|Hội đồng|Tỉnh ủy|Thành ủy|Sở|Tổng|Cục|Văn phòng|Liên|Tổ)(?:[^,;.(]|\((?:khóa|Khóa)[^)]*\))*?)(?=\s+(?:về|ban hành|thực hiện|phê duyệt|quy định|thông báo|sửa đổi|triển khai|hướng dẫn|công bố|thông qua|việc)(?!\p{L})|[,;.()]|$)/u

export interface Mention {
  number: string
  type: string
  date: string | null
  issuer: string | null
  paragraph: Paragraph
  from: number
  to: number
}

export function mentionsOf(paragraph: Paragraph): Mention[] {
  const { text } = paragraph
  const mentions: Mention[] = []
  for (const match of text.matchAll(NUMBER)) {
    const before = text.slice(Math.max(0, match.index - 48), match.index)
    const named = NAMED.exec(before)
    const symbol = (match[4] ?? '').replace(/\s+/gu, '')
    const first = symbol.split(/[-/.]/u)[0] ?? ''
    const known = ABBREVIATIONS.get(first.toLowerCase())
    if (!named && !/số\s*:?\s*$/iu.test(before) && !known) continue
    // "4G/5G", "24/7": a symbol has letters of its own.
    if (symbol.replace(/[^\p{L}]/gu, '').length < 2) continue
    if (/kèm theo\s+(?:[\p{L}\s]{0,30})(?:số\s*:?\s*)?$/iu.test(before)) continue
    let printed = match[0].replace(/\s+/gu, '')
    printed = printed.replace(/[.-]$/u, '')
    const to = match.index + match[0].length
    const after = text.slice(to, to + 260)
    const dated = DATE.exec(after)
    const rest = dated ? after.slice(dated[0].length) : after
    const type = /^QH\d/u.test(symbol)
      ? 'Luật'
      : (known ??
        (named?.[1] ? DOCUMENT_TYPES.find(([name]) => name === named[1]?.toLowerCase())?.[1] : undefined) ??
        'CV')
    mentions.push({
      number: printed,
      type,
      date: dated ? dayOf(Number(dated[3]), Number(dated[2]), Number(dated[1])) : null,
      issuer: ISSUER.exec(rest)?.[1]?.trim() ?? null,
      paragraph,
      from: match.index,
      to,
    })
  }
  for (const match of text.matchAll(STANDARD))
    mentions.push({
      number: match[0].replace(/\s+/gu, ' '),
      type: match[1] ?? 'TCVN',
      date: null,
      issuer: null,
      paragraph,
      from: match.index,
      to: match.index + match[0].length,
    })
  return mentions
}

const key = (number: string): string => number.toLowerCase().replace(/\s+/gu, '')
/** The plan carries out what it rests on when it is issued just "to carry it out". */
const CARRIES_OUT =
  /ban hành (?:kế hoạch|chương trình)(?: hành động)? (?:triển khai )?(?:tổ chức )?thực hiện(?=\s*(?:,|với|như|cụ thể|những|các nội dung))/iu

function relationOf(paragraph: Paragraph, from: number, carries: boolean): Relation {
  const before = paragraph.text.slice(0, from)
  const openings = [
    ...before.matchAll(
      /(?:^|[.;,]\s+)((?:để )?(?:triển khai )?(?:thực hiện|thi hành|triển khai)|căn cứ|theo đề nghị)(?!\p{L})/giu,
    ),
  ]
  const opening = (openings.at(-1)?.[1] ?? '').toLowerCase()
  const first = (openings[0]?.[1] ?? '').toLowerCase()
  if (/^theo/u.test(opening) || /^theo/u.test(first)) return 'basis'
  if (/^căn cứ/u.test(first)) return carries ? 'implements' : 'basis'
  if (first) return 'implements'
  return carries ? 'implements' : 'basis'
}

export function readReferences(
  title: readonly Paragraph[],
  preamble: readonly Paragraph[],
  rest: readonly Paragraph[],
  own: string | null,
): Unjudged<Reference>[] {
  const carries = CARRIES_OUT.test(preamble.map((each) => each.text).join(' '))
  const found = new Map<string, Unjudged<Reference>>()
  const add = (mention: Mention, relation: Relation): void => {
    const id = key(mention.number)
    if (own !== null && id === key(own)) return
    const known = found.get(id)
    const { spans } = quoteOf(mention.paragraph, mention.from, mention.to)
    if (!known) {
      const { number, type, date, issuer } = mention
      found.set(id, { number, type, date, issuer, relation, spans })
      return
    }
    known.date ??= mention.date
    known.issuer ??= mention.issuer
    known.spans.push(...spans)
  }
  for (const paragraph of title) for (const mention of mentionsOf(paragraph)) add(mention, 'implements')
  for (const paragraph of preamble)
    for (const mention of mentionsOf(paragraph)) add(mention, relationOf(paragraph, mention.from, carries))
  for (const paragraph of rest) for (const mention of mentionsOf(paragraph)) add(mention, 'cites')
  return [...found.values()]
}
