// What the boxes and lines of the picture say, drawn or read.
import * as words from '../vocabulary/words.ts'
import { type Address, addressOf, nameOf } from './links.tsx'
import type { Box, Drawing, Line } from './waiting.ts'

const w = words.waiting

/** First line, and what stands under it. */
export function textOf(
  { kind, label, agency, n, thing }: Box,
  fold: Drawing['fold'],
): [head: string, rest: string] {
  if (kind === 'rest') return [w.moreAgencies(n), '']
  if (kind === 'group') return [agency?.name ?? w.nobody, w.together(n)]
  if (kind === 'plan') return [w.nobody, label]
  if (kind === 'agency') return [label, fold === 'agencies' && n > 0 ? w.ownWaiting(n) : '']
  if (kind === 'assignment') return [agency?.name ?? '', thing ? nameOf(thing) : label]
  return [w.kinds[kind], thing?.label ?? label]
}

/** Where a click on the box leads. */
export function opened({ kind, agency, thing }: Box): Address | null {
  if (kind === 'group') return agency && { to: '/waiting', search: { agency: agency.id } }
  return thing && addressOf(thing)
}

/** What stands on a line; `isFull` where there is room for the whole reason. */
export const labelOf = ({ reasons, days, n }: Line, fold: Drawing['fold'], isFull = false): string =>
  fold === 'things'
    ? w.lineLabel(reasons.map((reason) => (isFull ? w.reasons : w.shortReasons)[reason]).join(', '), days)
    : w.lineCount(n, days)
