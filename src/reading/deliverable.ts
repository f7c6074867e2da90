// What a duty is to produce: the words of a product cell or line, or what the sentence says is to be drawn up.

import { AGENCY_START } from '../vocabulary/bearer.ts'
import {
  AFTER_DRAWING,
  DRAWING_VERBS,
  NAME_ENDS,
  NEXT_ACTION,
  NOUN_TOO,
  PRODUCTS,
  TOO_PLAIN,
} from '../vocabulary/product.ts'
import { hasVerb } from './agency-list.ts'

const SOME = '(?:các |một số |bộ |những |hệ thống )?'
const NAME = `${SOME}(?:${PRODUCTS.join('|')})(?!\\p{L})`
const VERB = `(?<!\\p{L})(?:${DRAWING_VERBS.join('|')})(?!\\p{L})`
/** The verb, perhaps another thing drawn up, the product. */
const DRAWN_UP = new RegExp(`(${VERB})${AFTER_DRAWING}\\s+(?:hạ tầng[^,;.:]{0,30}, )?(${NAME}[^;.:]*)`, 'giu')
/** "tham mưu Ủy ban nhân dân tỉnh phương án …": whom it is drawn up for stands between. */
const PROPOSED = /(?<!\p{L})(?:tham mưu|đề xuất)(?:\s+(?:với|cho|việc))?\s+/giu
const NAME_FIRST = new RegExp(`^(${NAME}[^;.:]*)`, 'iu')
/** Nouns that are mostly verbs behind a name: "Ủy ban nhân dân tỉnh quy định về …". */
const VERBS_TOO = 'quy định|quyết định|hướng dẫn|thiết kế|báo cáo'
/** In small letters: "Sở Kế hoạch" is no plan. */
const NAME_LATER = new RegExp(`(?<=[\\p{L})] )(?!(?:${VERBS_TOO})(?!\\p{L}))(${NAME}[^;.:]*)`, 'u')

/** "Báo cáo giữa kỳ …": a sentence that names the report it wants. */
const REPORT_FIRST =
  /(?:(?<=^|[.;] )|(?<=báo cáo (?:sơ kết|giữa kỳ)[^.;]{0,60} và ))(báo cáo (?:sơ kết|giữa kỳ|tổng kết|cuối kỳ|chuyên đề)[^.;:(]*)/giu

const POLICY = /^(?:các |một số |những )?(?:cơ chế|chính sách)/iu

/** A product cell or line: parts are set apart by ";" only. */
export const splitDeliverables = (text: string): string[] =>
  text
    .split(/;/u)
    .map((part) =>
      part
        .replace(/\s+/gu, ' ')
        .replace(/^\s*[-–+•]\s*/u, '')
        .replace(/[.;,\s]+$/u, '')
        .trim(),
    )
    .filter((part) => part !== '')

/** "công tác A, kiểm tra B", "doanh nghiệp, tổ chức": behind these a comma goes on with nouns. */
const NOUN_LIST =
  /(?:công tác|hoạt động|việc|lĩnh vực|ngành|quy định|doanh nghiệp|cơ quan|đơn vị|cá nhân|giáo dục|đào tạo|bồi dưỡng|tập huấn)(?!\p{L})[^,]*(?:,[^,]*)?$/iu

/** "kế hoạch quan trắc, cảnh báo": a name so short has hardly ended, unless it is only said what kind of paper. */
const isShortName = (words: string): boolean => {
  const count = words.trim().split(/\s+/u).length
  return (
    count > 2 &&
    count <= 6 &&
    !/^\s*\p{L}+ \p{L}+,/u.test(words) &&
    !/(?:chi tiết|cụ thể|thực hiện|triển khai|năm)$/iu.test(words)
  )
}

/** The words as far as they name the product. */
function nameOf(words: string): string {
  let end = words.length
  for (const pattern of NAME_ENDS) end = Math.min(end, pattern.exec(words)?.index ?? end)
  for (const match of words.slice(0, end).matchAll(NEXT_ACTION))
    if (
      !NOUN_LIST.test(words.slice(0, match.index)) &&
      !(NOUN_TOO.test(match[0]) && isShortName(words.slice(0, match.index)))
    ) {
      end = Math.min(end, match.index)
      break
    }
  return words
    .slice(0, end)
    .replace(/\s+/gu, ' ')
    .replace(/[,\s]+$/u, '')
    .replace(/\s+(?:và|hoặc|hằng năm)$/iu, '')
    .trim()
    .split(' ')
    .slice(0, 34)
    .join(' ')
}

/** What is drawn up by others, upgraded, or only spoken of is no product of this duty. */
function isOthers(before: string, name: string): boolean {
  const other =
    /(?<!\p{L})(?:hướng dẫn|đôn đốc|yêu cầu|hỗ trợ|vận động)(?:,? [\p{Ll}\s]{0,20})?\s+(?=các |cho )/giu
  for (const match of before.matchAll(other)) {
    const rest = before.slice(match.index + match[0].length)
    AGENCY_START.lastIndex = rest.startsWith('cho ') ? 4 : 0
    if (AGENCY_START.test(rest) && !/[.;]/u.test(rest) && !hasVerb(rest)) return true
  }
  return (
    /(?:số \d[^;.]{0,120} |nâng cấp, |ý kiến[^;.]*|(?:các|những|vào|dự án [Ll]uật,|năng lực|khả năng|chất lượng công tác|làm cơ sở(?: để)?|(?:rà soát|giám sát|kiểm tra|theo dõi) việc) |khó khăn, vướng mắc,? |về công tác [^;.]*)$/iu.test(
      before,
    ) || / do (?:các )?(?:cơ quan|đơn vị)[^,;]* khác /iu.test(name)
  )
}

/** So many characters before it tell whose product it is. */
const BEFORE = 300

/**
 * Papers, agreements and systems a sentence says are to be drawn up.
 * @returns their names as printed, at most three.
 */
export function findDeliverables(sentence: string): string[] {
  const found: string[] = []
  const keep = (words: string, at: number): void => {
    const name = nameOf(words)
    const reportsTo = /^báo cáo\s+/iu.exec(name)
    AGENCY_START.lastIndex = reportsTo?.[0].length ?? 0
    if (reportsTo && AGENCY_START.test(name)) return
    if (name !== '' && !TOO_PLAIN.test(name) && !isOthers(sentence.slice(Math.max(0, at - BEFORE), at), name))
      found.push(name)
  }
  for (const match of sentence.matchAll(DRAWN_UP)) {
    // A policy that is thought out or amended is no paper yet; one that is issued is.
    if (POLICY.test(match[2] ?? '') && !/^ban hành/iu.test(match[0])) continue
    keep(match[2] ?? '', match.index)
  }
  for (const match of sentence.matchAll(PROPOSED)) {
    const rest = sentence.slice(match.index + match[0].length, match.index + 400)
    AGENCY_START.lastIndex = 0
    const name = AGENCY_START.test(rest) ? NAME_LATER.exec(rest) : NAME_FIRST.exec(rest)
    const between = rest.slice(0, name?.index ?? 0)
    if (name?.[1] && !/^báo cáo/iu.test(name[1]) && !/[.:]/u.test(between) && !hasVerb(between))
      keep(name[1], match.index)
  }
  for (const match of sentence.matchAll(REPORT_FIRST)) keep(match[1] ?? '', match.index)
  return [...new Set(found)].slice(0, 3)
}
