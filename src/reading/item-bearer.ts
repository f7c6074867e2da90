// The words of one item in, who bears it out: in a heading, before its duty, ordered behind it, in brackets, on a lead line.

import { NAMED } from '../vocabulary/bearer.ts'
import { fieldsOf } from '../vocabulary/field-label.ts'
import type { Zone } from '../vocabulary/section-title.ts'
import {
  agenciesOnly,
  type BearerText,
  bearerAt,
  findBearer,
  findCoordinating,
  hasVerb,
  splitAgencies,
} from './agency-list.ts'
import { readDue } from './due.ts'

const PARTNERS_ONLY = /phối hợp/iu

/** "Doanh nghiệp số" is a theme where nobody is told what to do; "Các doanh nghiệp" or "Sở X" is a bearer. */
const NAMES_SOMEBODY = new RegExp(
  `^\\s*(?:(?:[Đđ]ề nghị|[Yy]êu cầu|[Gg]iao(?: cho)?|[Đđ]ối với)\\s+)?(?:(?:[Cc]ác|[Tt]ất cả|[Nn]hững|[Tt]ừng|[Mm]ỗi)\\s|${NAMED})`,
  'u',
)

/** "Trách nhiệm của Sở X": the name is what counts. */
const RESPONSIBLE = /^\s*(?:trách nhiệm|nhiệm vụ)(?: (?:thi hành|thực hiện|tổ chức thực hiện))? của\s+/iu

/** Whom a heading or the words before a list lay all that follows on; null when they name nobody. */
export function bearerOfHeading(
  heading: string,
  zone: Zone,
): { lead: string[]; coordinating: string[] } | null {
  const text = heading.replace(RESPONSIBLE, '')
  const only = agenciesOnly(text)
  if (only && zone !== 'organisation' && !NAMES_SOMEBODY.test(text)) return null
  if (only) return { lead: only, coordinating: [] }
  const bearer = findBearer(text)
  if (!bearer) {
    // "Chủ trì, phối hợp với …:" names only those to work with.
    const partners = /^\s*(?:chủ trì,? )?phối hợp/iu.test(text) ? findCoordinating(text) : []
    return partners.length > 0 ? { lead: [], coordinating: partners } : null
  }
  return { lead: bearer.agencies, coordinating: PARTNERS_ONLY.test(text) ? findCoordinating(text) : [] }
}

interface Piece {
  from: number
  to: number
}

const BOUNDARY = /[.;]\s+(?=\p{Lu}|các |trường hợp )|,\s+(?=các (?:cơ quan|đơn vị))/gu

/** An item in which a second bearer gets a duty of its own is cut there. */
export function splitByBearer(text: string): Piece[] {
  const cuts = [0]
  const opening = findBearer(text)
  for (const match of text.matchAll(BOUNDARY)) {
    const at = match.index + match[0].length
    const comma = match[0].startsWith(',')
    let bearer = bearerAt(text, at)
    if (!bearer && /^trường hợp /u.test(text.slice(at)) && match[0].startsWith(';')) {
      const found = findBearer(text.slice(at))
      bearer = found && { ...found, to: found.to + at }
    }
    if (!bearer || (opening && at <= opening.to)) continue
    const verb = text.slice(bearer.to)
    if (/^(?:là |làm |gồm|theo )/u.test(verb)) continue
    if (comma && !/^có trách nhiệm/u.test(verb)) continue
    if (
      /^[a-zđ]/u.test(text.slice(at)) &&
      !comma &&
      !/^trường hợp/u.test(text.slice(at)) &&
      !/^(?:có|chịu) trách nhiệm|^chủ trì/u.test(verb)
    )
      continue
    if (opening && opening.agencies.join() === bearer.agencies.join()) continue
    // Still in the list of those to work with: "phối hợp với A; B; các cơ quan …".
    if (
      match[0].startsWith(';') &&
      /phối hợp (?:chặt chẽ )?(?:với )?[^.:]*$/u.test(text.slice(0, match.index)) &&
      !hasVerb(/phối hợp (?:chặt chẽ )?(?:với )?([^.:]*)$/u.exec(text.slice(0, match.index))?.[1] ?? '')
    )
      continue
    cuts.push(at)
  }
  return cuts.map((from, i) => ({ from, to: cuts[i + 1] ?? text.length }))
}

/** "…; Sở B, Sở C phối hợp": they help, and nobody else is named behind it. */
const HELPING = /\s+(?:cùng )?phối hợp(?: thực hiện)?[\s;.]*$/iu

/** A lead line may say more than names: "Sở A chủ trì tham mưu …; Sở B, Sở C tổ chức …". */
export function readLeadField(value: string): { names: string[]; partners: string[]; duties: Piece[] } {
  const partners = findCoordinating(value)
  const plain = value.replace(/\s+(?:trong phạm vi|theo) chức năng[^;]*?(?=\s+và các|;|\.?\s*$)/u, '')
  if (!findBearer(plain)) return { names: splitAgencies(plain), partners: [], duties: [] }
  const names: string[] = []
  const duties: Piece[] = []
  let from = 0
  for (const clause of value.split(/(?<=;)/u)) {
    const bearer = bearerAt(clause, clause.length - clause.trimStart().length)
    const helping = HELPING.exec(clause)
    if (helping) {
      partners.push(...splitAgencies(clause.slice(0, helping.index)))
      from += clause.length
      continue
    }
    names.push(...(bearer ? bearer.agencies : splitAgencies(clause)))
    if (
      bearer &&
      /^chủ trì,? \p{Ll}/u.test(clause.slice(bearer.to)) &&
      !/^chủ trì,? phối hợp/u.test(clause.slice(bearer.to))
    )
      duties.push({ from, to: from + clause.replace(/[;.\s]+$/u, '').length })
    from += clause.length
  }
  return { names: [...new Set(names)], partners, duties }
}

/** Somebody is told to do something in these words, after what else they say. */
export const hasOrder = (text: string): boolean =>
  orderedBearer(text) !== null || splitByBearer(text).length > 1

/** "…. Giao Sở X chủ trì": the bearer named after what is to be done. */
export function orderedBearer(text: string): BearerText | null {
  for (const match of text.matchAll(/[.;:]\s+(?:giao(?: cho)?|đề nghị|yêu cầu|phân công)\s+/giu)) {
    const found = bearerAt(text, match.index + match[0].length)
    if (found) return { ...found, place: 'order' }
  }
  return null
}

const NAMED_FIRST = new RegExp(`^\\s*(?:${NAMED})`, 'u')

/** "… dùng chung (Sở X chủ trì, phối hợp với Sở Y)": the bearer in the brackets that end the item. */
export function bearerInBrackets(text: string): string[] | null {
  const inside = /\(([^()]{4,400})\)\s*[.;]?\s*$/u.exec(text)?.[1]
  if (!inside) return null
  const field = fieldsOf(inside).find(({ kind }) => kind === 'lead')
  if (field) return splitAgencies(inside.slice(field.from, field.to))
  const at = /^\s*(?:giao(?: cho)?\s+)?/iu.exec(inside)?.[0].length ?? 0
  // "(Sở X; thường xuyên)", "(Sở X)": names, and perhaps the time.
  const [names = '', ...rest] = inside.split(/;/u)
  const only = NAMED_FIRST.test(names) ? agenciesOnly(names) : null
  if (only && rest.every((each) => readDue(each).kind !== 'none')) return only
  const bearer = bearerAt(inside, at)
  return bearer && /^(?:chủ trì|thực hiện|là|làm|chịu trách nhiệm|tham mưu)/u.test(inside.slice(bearer.to))
    ? bearer.agencies
    : null
}
