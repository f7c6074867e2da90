// Names of agencies as printed: a list in words in, the single names out; and where in a sentence the bearer stands.
// "Sở Văn hóa, Thể thao và Du lịch; các sở, ngành" → two names. Nothing is expanded or matched here.

import {
  AGENCY_START,
  CHAIN,
  HEADS,
  NAME_WHOLE,
  NAMED,
  NAMED_START,
  NAMES_FOLLOW,
} from '../vocabulary/bearer.ts'
import { DUTY_VERBS, LIST_ENDS, OPENERS } from '../vocabulary/duty-verb.ts'

/** A colon that ends what stands before it, not one inside a name; -1 when there is none. */
export function endingColon(text: string): number {
  const inside = new Set([...text.matchAll(NAMES_FOLLOW)].map((match) => match.index))
  let at = text.indexOf(':')
  while (at >= 0 && inside.has(at)) at = text.indexOf(':', at + 1)
  return at
}

const startsAt = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at
  return pattern.test(text)
}
/** "Viện", "các Sở": a word that is not yet a name. */
const BARE = /^(?:[Cc]ác\s+)?\p{L}+$/u
const CHAIN_FIRST = new RegExp(`^(?:${CHAIN})`, 'u')
const HEAD_FIRST = new RegExp(`^(?:${HEADS.join('|')})\\s+(?:của\\s+)?`, 'u')
const ENDS_BARE =
  /(?:^|(?:,|và|các|Các|cơ quan)\s)(?:Sở|Ban|Báo|Đài|Viện|Trường|Phòng|Bộ|Hội|Cục)$|(?:thuộc|của)\s+(?:các\s+)?(?:bộ|sở|ban|ngành)$/u
/** "các sở, ban, ngành tỉnh": nothing more is chained to it. */
const LINK_CLOSED = /(?:cấp tỉnh|ngành tỉnh|ngành [Tt]hành phố|Trung ương|liên quan)$/u
const ARTICLE = /^(?:các|tất cả các|những|từng|mỗi|toàn bộ)\s/iu

/** Positions of separators outside brackets. */
function* separators(text: string): Generator<{ at: number; length: number; sign: string }> {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] ?? ''
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth > 0) continue
    else if (sign === ';' || sign === ',') yield { at: i, length: 1, sign }
    else if (sign === ' ' && (text.startsWith(' và ', i) || text.startsWith(' Và ', i)))
      yield { at: i, length: 4, sign: 'và' }
  }
}

/** Whether a new name begins at `at`, given the name read so far. */
function begins(text: string, at: number, before: string, sign: string): boolean {
  if (!startsAt(AGENCY_START, text, at)) return false
  // "Văn phòng HĐND và UBND" is one body.
  if (sign === 'và' && /^Văn phòng (?:HĐND|Hội đồng nhân dân|ĐĐBQH|Đoàn ĐBQH)$/u.test(before)) return false
  if (sign === 'và' && /(?:^|\s)Báo$/u.test(before) && text.startsWith('Đài', at)) return false
  if (sign === 'và') return true
  // "Giám đốc các sở, Thủ trưởng các ngành": another head begins another name.
  if (HEAD_FIRST.test(text.slice(at))) return true
  const core = before.replace(HEAD_FIRST, '')
  // "Viện, Trường", "các cơ quan Báo, Đài …": the word before is not yet a name.
  if (BARE.test(core) || ENDS_BARE.test(core)) return false
  const rest = text.slice(at)
  if (startsAt(NAMED_START, text, at) || ARTICLE.test(rest) || !CHAIN_FIRST.test(rest)) return true
  // "các cơ quan, đơn vị": a chain of collectives stays whole, unless the last link has words of its own.
  const link = core.split(/,\s*/u).at(-1) ?? ''
  return !CHAIN_FIRST.test(core) || link.split(/\s+/u).length > 4 || LINK_CLOSED.test(link)
}

const NAMED_INSIDE = new RegExp(`\\s(?=${NAMED})`, 'gu')
const GOVERNS =
  /(?:thuộc|của|với|cho|tại|về|giúp|từ|do|và|đốc|tịch|trưởng|phòng|đạo|bộ|viên|quan|vị|ban|quản lý|trực|tỉnh|thành|[-–,(/])$/iu

/** A separator that was lost: "Sở Du lịch Liên minh Hợp tác xã tỉnh". Positions where the second name begins. */
export function lostSeparators(name: string): number[] {
  if (!/^(?:Sở|Bộ|UBND|Ủy ban|Ban|Cục|Công an)\s/u.test(name)) return []
  const found: number[] = []
  for (const match of name.matchAll(NAMED_INSIDE)) {
    const before = name.slice(0, match.index)
    const word = name.slice(match.index + 1)
    if (!/^(?:Sở|UBND|Liên [Mm]inh|Công an|Ban Quản lý|Ủy ban|Báo và|Đài Phát)\s/u.test(word)) continue
    if (before.split(/\s+/u).length < 3 || GOVERNS.test(before) || before.includes('(')) continue
    found.push(match.index + 1)
  }
  return found
}

/** Brackets that explain a name and are no part of it. */
const ASIDE = /\s*\((?:theo|sau đây|viết tắt|gọi tắt|nay là|trước đây|để|thông qua|qua|có)[^)]*\)/giu

export function splitAgencies(text: string): string[] {
  const list = text
    .replace(/\s+/gu, ' ')
    .replace(ASIDE, '')
    .trim()
    .replace(/[.;:,]+$/u, '')
  const pieces: string[] = []
  let from = 0
  for (const { at, length, sign } of separators(list)) {
    if (at < from) continue
    let next = at + length
    while (list[next] === ' ') next++
    const joined = /^và /iu.test(list.slice(next))
    if (joined) next += 3
    const before = list.slice(from, at).trim()
    if (before === '') continue
    if (sign === ';' || begins(list, next, before, joined ? 'và' : sign)) {
      pieces.push(before)
      from = next
    }
  }
  pieces.push(list.slice(from).trim())
  return pieces
    .flatMap((piece) => {
      const cuts = [0, ...lostSeparators(piece), piece.length]
      return cuts.slice(1).map((to, i) => piece.slice(cuts[i] ?? 0, to).trim())
    })
    .map((piece) =>
      piece
        .replace(/^(?:và|cùng|với)\s+/iu, '')
        .replace(/[.;:,]+$/u, '')
        .trim(),
    )
    .filter((piece) => piece !== '')
}

/** A small word behind a whole name that is neither a link nor a place is what the body does. */
const DOES = `(?<=(?<!\\p{L})(?:[Tt]ỉnh|[Tt]hành phố|liên quan) )(?!(?:và|các|có|thuộc|của|trực|khác|quản lý|cấp|nơi|được|đóng|trên|tại|ở|không|về|theo|do|bằng|như|là|với|cho|từ|đến|khi|nếu|sau|trước|đã|đang|sẽ|ngày|số|năm|giai|hoặc|hay|để|trong|liên|đơn|cùng|nhằm|mà|này|đó|nhân|biên|giới|miền|vùng|ven|đặc|mới|sở|ban|ngành|tỉnh|thành|huyện|xã|phường|tham gia|khu|phố|đoàn|ủy|uỷ|tới|biết|chịu)(?!\\p{L}))\\p{Ll}`
/** Verbs that are also parts of names ("phát triển", "đầu tư") end a name only where it is whole. */
const AFTER_WHOLE = `(?<=(?<!\\p{L})${NAME_WHOLE} )(?!cấp (?:tỉnh|huyện|xã|cơ sở))(?:${OPENERS})(?!\\p{L})`
const VERBS = new RegExp(
  `(?<!\\p{L})(?:${DUTY_VERBS.map((verb) => (verb.endsWith(' ') ? verb : `${verb}(?!\\p{L})`)).join('|')}|${AFTER_WHOLE}|${DOES})`,
  'gu',
)
const ENDS = new RegExp(
  `(?<!\\p{L})(?:${[...DUTY_VERBS, ...LIST_ENDS].map((verb) => (verb.endsWith(' ') ? verb : `${verb}(?!\\p{L})`)).join('|')})|${AFTER_WHOLE}|${DOES}|[;:.]`,
  'gu',
)
/** "các cơ quan phối hợp", "đơn vị được giao chủ trì": the verb belongs to the name. */
const VERB_OF_NAME =
  /(?:được|cơ quan|đơn vị|được giao|được phân công|(?:được giao|được phân công) chủ trì|báo cáo|thường trực|nhà|tới việc|chủ đầu tư|phân công|và|tư vấn|quản lý)\s*$/u

export interface BearerText {
  /** Where it was found: at the front, after "đề nghị", or behind an opening clause. */
  place: 'front' | 'order' | 'opening'
  from: number
  to: number
  agencies: string[]
}

const MAX_LIST = 420

/** Where the verb after the names begins, or -1. */
function verbAfter(text: string, from: number): number {
  // What stands further off is no verb of these names: without the bound a long text is searched to its end for each.
  const near = text.slice(0, from + MAX_LIST + 40)
  VERBS.lastIndex = from
  for (let match = VERBS.exec(near); match; match = VERBS.exec(near)) {
    if (match.index - from > MAX_LIST) return -1
    const before = text.slice(from, match.index)
    if (before.trim() === '') return -1
    const brackets = (before.match(/\(/gu)?.length ?? 0) - (before.match(/\)/gu)?.length ?? 0)
    if (brackets > 0) continue
    // "Các cơ quan được kiểm tra", "Ban Quản lý dự án đầu tư xây dựng": no verb of a duty yet.
    if (/(?:^|\s)được\s*$/u.test(before) && !/^giao/u.test(match[0])) continue
    if (/^(?:đầu tư|xây dựng)/u.test(match[0]) && /[Bb]an (?:Quản lý|QL)[^,;]*$|BQL[^,;]*$/u.test(before))
      continue
    if (
      /^(?:chủ trì|phối hợp|được giao|thực hiện|là|tham mưu|phân công|giao|đầu tư|cung cấp)/u.test(
        match[0],
      ) &&
      VERB_OF_NAME.test(before) &&
      !/ và$/u.test(before.trimEnd())
    )
      continue
    if (
      /^[\p{L}\s]*(?:được (?:giao|phân công))/u.test(before) &&
      !/^(?:có|chịu|căn|chủ động)/u.test(match[0]) &&
      /(?:có|chịu) trách nhiệm/u.test(text.slice(match.index, match.index + 120))
    )
      continue
    return match.index
  }
  return -1
}

/** The bearer whose name begins at `at`: names, then a verb of duty. */
export function bearerAt(text: string, at: number): BearerText | null {
  if (!startsAt(AGENCY_START, text, at)) return null
  const to = verbAfter(text, at)
  if (to < 0) return null
  const list = text.slice(at, to)
  if (/[.!?]\s/u.test(list) || endingColon(list) >= 0) return null
  return { place: 'front', from: at, to, agencies: splitAgencies(list) }
}

const OPENING =
  /^(?:căn cứ|trên|trong quá trình|trong trường hợp|trường hợp|nếu|khi|định kỳ|hằng năm|hàng năm|trước|để|trong|theo|(?:ngay )?sau khi|ngay khi|từ|đối với|đến)(?!\p{L})/iu
const ORDER = /(?<!\p{L})(?:đề nghị|yêu cầu|giao(?: cho)?)\s+/giu

/** The bearer of a sentence: at its front, after "đề nghị", or after an opening clause ("Căn cứ …, Sở X …"). */
export function findBearer(text: string): BearerText | null {
  const front = text.length - text.trimStart().length
  const direct = bearerAt(text, front)
  if (direct) {
    // "Ủy ban nhân dân tỉnh yêu cầu các sở …": who is asked bears the duty.
    const asked = /^(?:yêu cầu|đề nghị|giao(?: cho)?)\s+/u.exec(text.slice(direct.to))
    return (asked && bearerAt(text, direct.to + asked[0].length)) ?? direct
  }
  // "Sở X và các đơn vị liên quan: căn cứ …"
  const colon = endingColon(text.slice(0, 420))
  if (colon > 0 && colon < 220) {
    const agencies = agenciesOnly(text.slice(0, colon))
    if (agencies) return { place: 'front', from: front, to: colon, agencies }
  }
  const sentence = /[.!?]\s+\p{Lu}/u.exec(text)?.index ?? text.length
  const opening = OPENING.test(text.trimStart())
  ORDER.lastIndex = 0
  for (let match = ORDER.exec(text); match; match = ORDER.exec(text)) {
    if (match.index > sentence || (!opening && match.index > front + 120 && !/yêu cầu/iu.test(match[0])))
      break
    const found = bearerAt(text, match.index + match[0].length)
    if (found) return { ...found, place: 'order' }
  }
  if (!opening) return null
  for (const { at, length, sign } of separators(text)) {
    if (at > sentence) break
    if (sign === 'và') continue
    let next = at + length
    while (text[next] === ' ') next++
    // Links of a chain ("…, ngành tỉnh") are no bearer of their own.
    if (
      CHAIN_FIRST.test(text.slice(next)) &&
      /^\p{Ll}/u.test(text.slice(next)) &&
      !ARTICLE.test(text.slice(next))
    )
      continue
    const found = bearerAt(text, next)
    if (found) return { ...found, place: 'opening' }
  }
  return null
}

/** A whole line that is nothing but names: "Sở Nội vụ và các cơ quan liên quan:". */
export function agenciesOnly(text: string): string[] | null {
  const trimmed = text
    .trim()
    .replace(/[.;:,]+$/u, '')
    .replace(/^(?:đề nghị|yêu cầu|giao(?: cho)?|đối với)\s+/iu, '')
  if (trimmed.length > 300 || !startsAt(AGENCY_START, trimmed, 0)) return null
  if (/\.\s/u.test(trimmed) || endingColon(trimmed) >= 0) return null
  if (verbAfter(trimmed, 0) >= 0) return null
  return splitAgencies(trimmed)
}

const WITH =
  /(?<!\p{L})(?:[Kk]ết hợp(?= với )|[Pp]hối hợp)(?!\p{L})(?:,? (?:trao đổi|cung cấp|chia sẻ)(?: thông tin)?)?(?:\s+(?:chặt chẽ|tốt|cùng|thực hiện|tham gia|thường xuyên))*(?:\s+(?:với|cùng|cùng với))*\s+/gu
const NOT_WITH = /(?:cơ quan|đơn vị|cơ chế|công tác|quy chế|sự|tăng cường công tác)\s+$/iu

function namesFollow(text: string, colon: number): boolean {
  const from = Math.max(0, colon - 60)
  return [...text.slice(from, colon + 80).matchAll(NAMES_FOLLOW)].some(
    (match) => match.index + from === colon,
  )
}

/** Where a list of names that begins at `from` ends, when no bearer is looked for. */
function listEnd(text: string, from: number): number {
  ENDS.lastIndex = from + 1
  for (let end = ENDS.exec(text); end; end = ENDS.exec(text)) {
    if (end[0] === ':' && namesFollow(text, end.index)) continue
    const before = text.slice(from, end.index)
    if (/(?:^|\s)(?:các|những|được)\s*$/u.test(before)) continue
    if (/^(?:chủ trì|phối hợp|quản lý)/u.test(end[0]) && /(?:cơ quan|đơn vị|ban)\s*$/iu.test(before)) continue
    if (/^(?:chủ trì|thực hiện)/u.test(end[0]) && /được (?:giao|phân công)(?: chủ trì)?\s*$/u.test(before))
      continue
    // "các sở được giao chủ trì": which of them, no verb of theirs.
    if (
      /^được giao/u.test(end[0]) &&
      /^được giao (?:chủ trì|phụ trách|thực hiện|nhiệm vụ)/u.test(text.slice(end.index)) &&
      !/,\s*$/u.test(before)
    )
      continue
    if (/^nghiên cứu/u.test(end[0]) && /(?:viện|trung tâm|tổ chức|cơ sở)\s*$/iu.test(before)) continue
    if (/^đầu tư/u.test(end[0]) && /nhà\s*$/u.test(before)) continue
    // "; các sở …" goes on with the list.
    if (
      end[0] === ';' &&
      startsAt(AGENCY_START, text, end.index + 2) &&
      bearerAt(text, end.index + 2) === null
    )
      continue
    if (end[0] === '.' && /[Tt]T$|HĐ$/u.test(before)) continue
    return end.index
  }
  return text.length
}

/** Where the bracket closes in which the names stand: "(… phối hợp với Sở Y)"; else `end`. */
function closingBracket(text: string, from: number, end: number): number {
  let depth = 0
  for (let i = from; i < end; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')' && --depth < 0) return i
  }
  return end
}

/** "Sở A chủ trì, Sở B, Sở C phối hợp". */
const HELPED_BY =
  /(?<!\p{L})chủ trì[,;]\s+([^.;:()]{4,300}?)\s+(?:cùng )?phối hợp(?=\s*[).;]|\s*$|\s+thực hiện)/gu

/** Those to work with: "phối hợp với A, B và các sở … xây dựng" → A, B, các sở …; every place where it is said. */
export function findCoordinating(text: string): string[] {
  const found: string[] = []
  for (const match of text.matchAll(HELPED_BY)) {
    const names = match[1] ?? ''
    if (startsAt(AGENCY_START, names, 0) && !hasVerb(names)) found.push(...splitAgencies(names))
  }
  for (const match of text.matchAll(WITH)) {
    if (NOT_WITH.test(text.slice(Math.max(0, match.index - 24), match.index))) continue
    const from = match.index + match[0].length
    if (!startsAt(AGENCY_START, text, from)) continue
    const end = listEnd(text, from)
    const list = text
      .slice(from, closingBracket(text, from, end))
      .replace(/\s+và\s*$/u, '')
      .replace(/,\s*$/u, '')
    if (list.length > MAX_LIST) continue
    found.push(...splitAgencies(list))
  }
  return [...new Set(found)]
}

/** The list of names that begins at `at` and where it ends, whatever follows it. */
export function listAt(text: string, at: number): { from: number; to: number } | null {
  if (!startsAt(AGENCY_START, text, at)) return null
  const to = listEnd(text, at)
  const rest =
    /\s+(?:kết quả|tình hình|thông qua|qua|bổ sung|theo|về|xử lý|các khó khăn|các nội dung|những|chậm nhất|định kỳ|kịp thời|hằng|hàng|trước)(?!\p{L})|\s*[(]|,?\s*$|[,;.]\s*$/u.exec(
      text.slice(at, to),
    )
  return { from: at, to: rest ? at + rest.index : to }
}

/** Whether a verb of duty stands in the words. */
export function hasVerb(text: string): boolean {
  VERBS.lastIndex = 0
  return VERBS.test(text)
}
