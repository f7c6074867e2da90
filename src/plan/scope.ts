// Where the reviewer stands: sections with their items, how far the next decision reaches, what comes next. Pure.
import type { Heading } from '../reading/draft.ts'
import * as words from '../vocabulary/words.ts'
import { inSection, type ResolvedItem, reachOfOutcome } from './resolve.ts'

export type HeadingLine = Pick<Heading, 'section' | 'label' | 'title' | 'level'>

/** What the next decision falls on: the item at hand, those of a section, those of the whole plan. */
export interface Scope {
  label: string
  /** What they have in common, when they are still open. */
  title: string
  ids: string[]
}

/** "III.1.a" -> "III.1.a", "III.1", "III". */
const upwards = (section: string): string[] => {
  const labels = section.split('.')
  return labels.map((_, at) => labels.slice(0, labels.length - at).join('.')).filter(Boolean)
}

/** The heading a section stands under: its own, or that of the nearest section above. */
export function headingOf<H extends HeadingLine>(section: string, headings: readonly H[]): H | null {
  for (const above of upwards(section)) {
    const found = headings.find((heading) => heading.section === above)
    if (found) return found
  }
  return null
}

export interface SectionOfItems<T> {
  key: string
  /** The part (top heading), named only where it begins. */
  part: HeadingLine | null
  heading: HeadingLine | null
  section: string
  items: T[]
}

/** Items in their order, gathered under the headings they stand under. */
export function sectionsOf<T extends { id: string; section: string }>(
  items: readonly T[],
  headings: readonly HeadingLine[],
): SectionOfItems<T>[] {
  const sections: SectionOfItems<T>[] = []
  let part = ''
  for (const item of items) {
    const heading = headingOf(item.section, headings)
    const section = heading?.section ?? item.section
    const last = sections.at(-1)
    if (last && last.section === section) {
      last.items.push(item)
      continue
    }
    const top = headingOf(item.section.split('.')[0] ?? '', headings)
    const begins = top !== null && top.section !== part && top.section !== section
    part = top?.section ?? ''
    sections.push({ key: item.id, part: begins ? top : null, heading, section, items: [item] })
  }
  return sections
}

/** The steps of widening, each reaching further than the one before; the first is the item itself. */
export function scopesOf(item: ResolvedItem, items: readonly ResolvedItem[]): Scope[] {
  const scopes: Scope[] = [{ label: words.planPages.thisItem, title: '', ids: [item.id] }]
  const add = (scope: Scope) => {
    const last = scopes.at(-1)?.ids ?? []
    const isSame = scope.ids.length === last.length && scope.ids.every((id) => last.includes(id))
    if (scope.ids.length && !isSame) scopes.push(scope)
  }
  // An open item widens only to items open for the same reason: a duty whose lead is merely not matched yet must
  // not become orientation together with those that name nobody.
  const alike = item.problem ? items.filter((other) => other.problem === item.problem) : items
  const title = item.problem ? words.review.problemShort[item.problem] : ''
  for (const section of upwards(item.section))
    add({ label: section, title, ids: reachOfOutcome(inSection(alike, section)) })
  if (item.problem) add({ label: words.planPages.wholePlan, title, ids: alike.map((other) => other.id) })
  return scopes
}

/** The next (or previous) item in which `isWanted`, going round; null when there is none but `from` itself. */
export function findAround<T extends { id: string }>(
  items: readonly T[],
  from: string | null,
  isWanted: (item: T) => boolean,
  step: 1 | -1 = 1,
): string | null {
  const start = Math.max(
    0,
    items.findIndex((item) => item.id === from),
  )
  for (let n = 1; n <= items.length; n++) {
    const item = items[(start + step * n + items.length * 2) % items.length]
    if (item && isWanted(item)) return item.id
  }
  return null
}

export const isUndecided = (item: ResolvedItem): boolean => item.problem !== null

export const isUnsure = (item: { doubts: readonly unknown[] }): boolean => item.doubts.length > 0
