// How far "sure" can be believed: items of a draft compared one by one with the annotation.

import type {
  DraftPlan,
  DraftTask,
  Indicator,
  Reference,
  ReportingDuty,
  Target,
} from '../src/reading/draft.ts'

const words = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<!\p{L})ubnd(?!\p{L})/gu, 'ủy ban nhân dân')
    .replace(/uỷ/gu, 'ủy')
    .match(/[\p{L}\p{N}]+/gu) ?? []
const key = (text: string): string => words(text).join(' ')

/** Share of words that two texts have in common, 0 to 1. */
export function likeness(a: string, b: string): number {
  const left = new Map<string, number>()
  const [first, second] = [words(a), words(b)]
  for (const word of first) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of second) {
    const n = left.get(word) ?? 0
    if (n > 0) shared++
    left.set(word, n - 1)
  }
  return first.length + second.length === 0 ? 1 : (2 * shared) / (first.length + second.length)
}

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  a.map(key).sort().join('|') === b.map(key).sort().join('|')
const covered = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((one) => b.some((other) => likeness(one, other) >= 0.6))

/** Takes the likest annotation that is still free. */
function taker<T>(annotated: readonly T[], like: (item: T) => number, least: number): T | null {
  let best: T | null = null
  let most = least
  for (const each of annotated) {
    const found = like(each)
    if (found >= most) {
      best = each
      most = found
    }
  }
  return best
}

const taskRight = (task: DraftTask, own: DraftTask): boolean =>
  sameNames(task.lead, own.lead) &&
  sameNames(task.coordinating, own.coordinating) &&
  task.due.kind === own.due.kind &&
  task.due.from === own.due.from &&
  task.due.to === own.due.to &&
  task.section.replace(/\s/gu, '') === own.section.replace(/\s/gu, '') &&
  covered(task.deliverables, own.deliverables) &&
  covered(own.deliverables, task.deliverables)

const reportRight = (duty: ReportingDuty, own: ReportingDuty): boolean =>
  key(duty.to) === key(own.to) && duty.frequency === own.frequency && (duty.due ?? null) === (own.due ?? null)

const targetKey = ({ period, op, value, max }: Target): string => [period, op, value, max ?? ''].join(' ')
const near = (a: Indicator, b: Indicator): boolean =>
  likeness(a.quote, b.quote) >= 0.3 ||
  key(a.quote).includes(key(b.quote)) ||
  key(b.quote).includes(key(a.quote))

export interface Certainty {
  items: number
  unsure: number
  /** Items said to be sure that the annotation has otherwise or not at all. */
  sureButWrong: number
}

/** Compares every duty, target, report, reference and heading of the draft with the annotation. */
export function certaintyOf(read: DraftPlan, gold: DraftPlan): Certainty {
  const result: Certainty = { items: 0, unsure: 0, sureButWrong: 0 }
  const count = (item: { confidence: { sure: boolean } }, right: boolean): void => {
    result.items++
    if (!item.confidence.sure) result.unsure++
    else if (!right) result.sureButWrong++
  }
  const tasks = new Set(gold.tasks)
  for (const task of read.tasks) {
    const own = taker(
      [...tasks],
      (each) =>
        likeness(each.quote, task.quote) < 0.8
          ? 0
          : likeness(each.quote, task.quote) +
            (each.origin === task.origin ? 0.5 : 0) +
            (each.section === task.section ? 0.3 : 0),
      0.8,
    )
    if (own) tasks.delete(own)
    count(task, own !== null && taskRight(task, own))
  }
  const reports = new Set(gold.reporting)
  for (const duty of read.reporting) {
    const own = taker([...reports], (each) => likeness(each.quote, duty.quote), 0.5)
    if (own) reports.delete(own)
    count(duty, own !== null && reportRight(duty, own))
  }
  const targets = gold.indicators.flatMap((own) => own.targets.map((target) => ({ own, target })))
  for (const indicator of read.indicators) {
    const right = indicator.targets.every((target) => {
      const at = targets.findIndex(
        (each) => targetKey(each.target) === targetKey(target) && near(indicator, each.own),
      )
      if (at >= 0) targets.splice(at, 1)
      return at >= 0
    })
    count(indicator, right)
  }
  const number = (reference: Reference): string => reference.number.toLowerCase().replace(/\s/gu, '')
  for (const reference of read.references) {
    const own = gold.references.find((each) => number(each) === number(reference))
    count(reference, own?.relation === reference.relation && own.date === reference.date)
  }
  const headings = new Set(gold.outline.map((each) => `${key(each.label)} ${key(each.title).slice(0, 40)}`))
  for (const heading of read.outline)
    count(heading, headings.has(`${key(heading.label)} ${key(heading.title).slice(0, 40)}`))
  return result
}
