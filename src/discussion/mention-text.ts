// "@" while somebody writes: what is being looked for, what a choice puts there, and the names turned into ids at the end.
import { type Named, tokenOf } from './discussion.ts'

/** A name chosen so far, by what stands for it in the text behind "@". */
export type Picks = ReadonlyMap<string, Named>

/** No name is longer than this before it is chosen. */
const MOST = 60

export interface Looking {
  /** Where "@" stands. */
  at: number
  query: string
}

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/** The name being written before the caret; null when there is none, or when it has been chosen already. */
export function lookingFor(text: string, caret: number, picks: Picks): Looking | null {
  const before = text.slice(0, caret)
  const at = before.lastIndexOf('@')
  if (at < 0 || caret - at > MOST) return null
  // "ten@chutri" is an address.
  if (isLetter(before[at - 1])) return null
  const query = before.slice(at + 1)
  if (/\n|^\s/u.test(query)) return null
  if ([...picks.keys()].some((label) => query.startsWith(label) && !isLetter(query[label.length])))
    return null
  return { at, query }
}

export interface Chosen {
  text: string
  caret: number
  picks: Picks
}

/** Puts a name where it was looked for; a second one of the same name is told apart by what it belongs to. */
export function choose(
  text: string,
  { at, query }: Looking,
  picks: Picks,
  option: Named & { name: string; detail: string },
): Chosen {
  const other = picks.get(option.name)
  const isOther = other !== undefined && other.id !== option.id
  const label = isOther ? `${option.name} (${option.detail || option.id.slice(0, 4)})` : option.name
  const rest = text.slice(at + 1 + query.length)
  const put = `@${label}${/^\s/u.test(rest) ? '' : ' '}`
  const { kind, id } = option
  return {
    text: text.slice(0, at) + put + rest,
    caret: at + put.length,
    picks: new Map([...picks, [label, { kind, id }]]),
  }
}

/** Labels that stand in the text, the longer before those they begin with. */
const standing = (text: string, picks: Picks) =>
  [...picks].sort(([a], [b]) => b.length - a.length).filter(([label]) => text.includes(`@${label}`))

/** The text as it is sent: names that were chosen become ids, everything else stays as written. */
export function bodyOf(text: string, picks: Picks): string {
  const labels = standing(text, picks)
  let body = ''
  for (let at = 0; at < text.length; ) {
    const found =
      text[at] === '@' &&
      labels.find(([label]) => text.startsWith(label, at + 1) && !isLetter(text[at + 1 + label.length]))
    if (found) {
      body += tokenOf(found[1])
      at += 1 + found[0].length
    } else {
      body += text[at]
      at += 1
    }
  }
  return body
}
