// Duties in, the same duties out with `repeats` set where an annex row says again what the body has said.

import { nameKey } from '../base/text.ts'
import type { DraftTask, Unjudged } from './draft.ts'

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Share of the row's pairs of words that the duty of the body holds too. */
function contained(row: readonly string[], body: ReadonlySet<string>): number {
  if (row.length < 2) return 0
  let shared = 0
  for (let i = 1; i < row.length; i++) if (body.has(`${row[i - 1]} ${row[i]}`)) shared++
  return shared / (row.length - 1)
}

const pairs = (list: readonly string[]): Set<string> =>
  new Set(list.slice(1).map((word, i) => `${list[i]} ${word}`))

/** "UBND" and "Ủy ban nhân dân" are one name here; small words and "chi nhánh" are left out. */
const leadKey = (name: string): string =>
  nameKey(name)
    .replace(/(?<!\p{L})ubnd(?!\p{L})/gu, 'ủy ban nhân dân')
    .replace(/uỷ ban/gu, 'ủy ban')
    .replace(/(?<!\p{L})(?:các|và|của|chi nhánh|có liên quan|liên quan)(?!\p{L})/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

const sameName = (a: string, b: string): boolean => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)

/** Whether some bearer stands in both lists, or one list is empty. */
function compatible(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true
  const known = b.map(leadKey)
  return a.map(leadKey).some((name) => known.some((other) => sameName(name, other)))
}

/** Whether both lists name the same bearers. */
export function sameBearers(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true
  const [first, second] = [a.map(leadKey), b.map(leadKey)]
  return (
    first.every((name) => second.some((other) => sameName(name, other))) &&
    second.every((name) => first.some((other) => sameName(name, other)))
  )
}

/** Measured on annotated plans: true repeats share at least this much, look-alikes with another lead stay below. */
const SURE = 0.55
const SURE_OTHER_LEAD = 0.65

export function findRepeats<T extends Unjudged<DraftTask>>(tasks: readonly T[]): T[] {
  const body = tasks
    .filter((task) => task.origin !== 'appendix')
    .map((task) => ({ task, pairs: pairs(words(task.quote)) }))
  return tasks.map((task) => {
    if (task.origin !== 'appendix') return task
    const row = words(task.quote)
    if (row.length < 6) return task
    let best: { id: string; share: number } | null = null
    for (const each of body) {
      const share = contained(row, each.pairs)
      if (share < SURE || (best && share <= best.share)) continue
      if (share >= SURE_OTHER_LEAD || compatible(task.lead, each.task.lead))
        best = { id: each.task.id, share }
    }
    return best ? { ...task, repeats: best.id } : task
  })
}
