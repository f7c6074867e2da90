// How the duties of a review will be followed up: in periods, after an event, until whom. Pure: what is proposed is
// marked on the screen, what will be made is said before publishing, and publishing makes just that.
import { bindingDay, partDay, type Timing } from '../task/giving.ts'
import type { Every } from '../task/period.ts'
import type { Completion } from '../task/task.ts'
import { YEARLY } from '../vocabulary/due-words.ts'
import type { Publication } from './plan.ts'
import { inSection, type ResolvedItem } from './resolve.ts'

/** null: once. "period": as often as the plan's reports. */
export type Rhythm = Every | 'period' | null

export interface FollowUp {
  every: Rhythm
  isEveryProposed: boolean
  event: string | null
  isEventProposed: boolean
  completion: { rule: Completion; share: number | null }
}

/** Recurring duties by the words in which their time is printed. */
const PROPOSED: Partial<Record<string, Rhythm>> = { annual: 'year', ongoing: 'period' }

const EACH = '(?:hằng|hàng|mỗi|từng|theo)'
const NAMED_RHYTHMS: readonly [Every, RegExp][] = [
  ['month', new RegExp(`${EACH} tháng|định kỳ tháng`, 'u')],
  ['quarter', new RegExp(`${EACH} quý|định kỳ quý`, 'u')],
  ['half', new RegExp(`(?:${EACH}|định kỳ) (?:0?6|sáu) tháng`, 'u')],
  ['year', new RegExp(`${YEARLY}|định kỳ (?:0?1 |một )?năm`, 'u')],
]

/** How often, by the printed words; null when they name none, or more than one. */
export function rhythmIn(text: string): Every | null {
  const said = text.normalize('NFC').toLowerCase()
  const [first, ...others] = NAMED_RHYTHMS.filter(([, words]) => words.test(said))
  return first && others.length === 0 ? first[0] : null
}

/** What a person decided, else what the printed time proposes: "hằng năm", "thường xuyên", "sau khi có …". */
export function followUp(
  item: Pick<ResolvedItem, 'due' | 'every' | 'event' | 'completion' | 'outcome'>,
): FollowUp {
  const { due, every, event, completion, outcome } = item
  // A decided rhythm has settled the event, too: the fold of edits sees to that.
  const isEventProposed = event === null && due.kind === 'conditional' && due.text !== ''
  const waitsFor = isEventProposed ? due.text : event || null
  const rhythm = PROPOSED[due.kind] ?? null
  const proposed = rhythm && (rhythmIn(due.text) ?? rhythm)
  const isEveryProposed = every === null && waitsFor === null && proposed !== null
  return {
    every: isEveryProposed ? proposed : every === 'once' ? null : every,
    isEveryProposed,
    event: waitsFor,
    isEventProposed,
    completion: (outcome === 'each' && completion) || { rule: 'all', share: null },
  }
}

export const isFollowed = (item: Pick<ResolvedItem, 'outcome'>): boolean =>
  item.outcome !== 'orientation' && item.outcome !== 'merged'

/** The rhythm of the plan put in the place of "as the plan reports". */
export const timingOf = (item: ResolvedItem, periodOfPlan: Every): Timing & { every: Every | null } => {
  const { every, event } = followUp(item)
  return { due: item.due, every: every === 'period' ? periodOfPlan : every, event }
}

/** What publishing would make, each figure with what it counts. */
export interface Making {
  items: number
  tracked: number
  assignments: number
  parts: number
  periodic: number
  waiting: number
  undated: number
  /** Of the periodic and waiting ones, those that nobody has decided but the printed words. */
  proposed: number
}

export function makingOf(
  items: readonly ResolvedItem[],
  { every, subDutyDays }: Pick<Publication, 'every' | 'subDutyDays'>,
): Making {
  const making: Making = {
    ...{ items: items.length, tracked: 0, assignments: 0, parts: 0 },
    ...{ periodic: 0, waiting: 0, undated: 0, proposed: 0 },
  }
  for (const item of items) {
    if (item.outcome !== 'assign' && item.outcome !== 'each') continue
    const timing = timingOf(item, every)
    const { isEveryProposed, isEventProposed } = followUp(item)
    making.tracked++
    making.assignments += item.bearers.length
    if (subDutyDays !== null && partDay(timing) && item.bearers.length)
      making.parts += item.coordinators.length
    if (timing.every) making.periodic++
    else if (timing.event) making.waiting++
    else if (!bindingDay(timing)) making.undated++
    if (isEveryProposed || isEventProposed) making.proposed++
  }
  return making
}

export type FollowKind = 'every' | 'event' | 'completion' | 'people'

/** Whether a decision of this kind means anything for an item of a section; for the item at hand it always may. */
const CONCERNS: Record<FollowKind, (item: ResolvedItem) => boolean> = {
  every: (item) => isFollowed(item) && !bindingDay({ due: item.due }),
  event: (item) => isFollowed(item) && item.due.kind === 'conditional',
  completion: (item) => item.outcome === 'each',
  people: isFollowed,
}

export interface Reach {
  /** The section's label; '' for the whole plan, null for the item alone. */
  section: string | null
  ids: string[]
}

/** How far a decision of this kind may reach from an item: itself, each section above it, the whole plan. */
export function reachesOf(kind: FollowKind, item: ResolvedItem, items: readonly ResolvedItem[]): Reach[] {
  const reaches: Reach[] = [{ section: null, ids: [item.id] }]
  const labels = item.section.split('.')
  const sections = labels.map((_, at) => labels.slice(0, labels.length - at).join('.')).filter(Boolean)
  for (const section of [...sections, '']) {
    const ids = (section ? inSection(items, section) : items).filter(CONCERNS[kind]).map(({ id }) => id)
    if (ids.length > (reaches.at(-1)?.ids.length ?? 0)) reaches.push({ section, ids })
  }
  return reaches
}
