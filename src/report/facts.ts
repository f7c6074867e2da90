// What the facts of the work say of one duty in a window: the pre-filled part of a report. Pure: steps and difficulties in,
// what stands in the form out.
import { foldOn } from '../succession/standing.ts'
import type { ItemFacts } from '../task/item.ts'
import type { Completion, Given, PastStep, Status } from '../task/task.ts'
import type { Figure } from '../task/work.ts'
import * as words from '../vocabulary/words.ts'

export interface Window {
  from: string
  to: string
}

export interface FactStep extends PastStep {
  id: string
  /** As recorded: the story as it was known at some moment. */
  at: string
  actor: string
  text: string
  nothing: boolean
  figures: Figure[]
  files: string[]
}

export interface FactDifficulty {
  text: string
  raisedOn: string
  isOpen: boolean
}

export interface DutyFacts {
  assignmentId: string
  itemId: string
  ordinal: number
  section: string
  quote: string
  role: 'lead' | 'coordinating'
  duty: string
  period: string
  agencyId: string
  completion: Completion
  completionShare: number | null
  wordOn: string | null
  given: Given & { givenOn: string }
  steps: FactStep[]
  difficulties: FactDifficulty[]
}

/** Where a duty stood on the day and what was told of it in the window. Plain data: kept as it was when handed in. */
export interface Computed {
  status: Status
  percent: number
  dueOn: string | null
  completedOn: string | null
  /** The last day had gone by unfinished on the day. */
  isOverdue: boolean
  /** Days late: until it was completed, else until the day. */
  lateDays: number
  text: string
  difficulty: string
  figures: Figure[]
  evidence: string[]
  /** Nothing was reported of it in the window. */
  isQuiet: boolean
  /** The steps the words and figures come from. */
  stepIds: string[]
}

/** What a person put in its place; what is left out stays as computed. */
export interface Written {
  text?: string | undefined
  percent?: number | undefined
  difficulty?: string | undefined
  next?: string | undefined
  figures?: Figure[] | undefined
  /** Không phát sinh. */
  nothing?: boolean | undefined
}

/** An entry as it counts: what was written, else what was computed. */
export interface Told {
  text: string
  percent: number
  difficulty: string
  next: string
  figures: Figure[]
  nothing: boolean
}

export const isPastDue = (status: Status, dueOn: string | null, completedOn: string | null, day: string) =>
  dueOn !== null &&
  dueOn < day &&
  (['assigned', 'active', 'reported'].includes(status) ||
    (status === 'approved' && completedOn !== null && completedOn > dueOn))

const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** null when the duty was not given yet on that day, or closed before the window began. */
export function tell(duty: DutyFacts, window: Window, day: string): Computed | null {
  const folded = foldOn(duty.given, duty.steps, day)
  if (!folded) return null
  const { status, percent, dueOn, completedOn } = folded
  const closing = duty.steps.findLast(({ kind, onDay }) => kind === 'close' && onDay <= day)
  if (status === 'closed' && closing && closing.onDay < window.from) return null
  const told = duty.steps.filter(
    ({ kind, onDay }) =>
      (kind === 'report' || kind === 'report-outside') && onDay >= window.from && onDay <= day,
  )
  const texts = [...new Map(told.map((step) => [step.text.trim(), step])).values()].filter(
    ({ text }) => text.trim() !== '',
  )
  const figures = new Map(told.flatMap((step) => step.figures).map((figure) => [figure.name, figure]))
  const isOverdue = isPastDue(status, dueOn, completedOn, day)
  const until = completedOn ?? (isOverdue ? day : null)
  const late = dueOn !== null && until !== null && until > dueOn ? days(dueOn, until) : 0
  const troubles = duty.difficulties.filter(
    ({ raisedOn, isOpen }) => raisedOn <= day && (isOpen || raisedOn >= window.from),
  )
  return {
    ...{ status, percent, dueOn, completedOn, isOverdue },
    lateDays: late,
    text: textOf(texts, completedOn, window) || (isOverdue ? words.report.silent(late) : ''),
    difficulty: troubles.map(({ text }) => text).join('\n'),
    figures: [...figures.values()],
    evidence: [...new Set(told.flatMap(({ files }) => files))],
    isQuiet: told.length === 0,
    stepIds: told.map(({ id }) => id),
  }
}

/** One report as it was; of several each with its day. What was finished before the window says so. */
function textOf(texts: readonly FactStep[], completedOn: string | null, { from }: Window): string {
  const [first] = texts
  if (first && texts.length === 1) return first.text.trim()
  if (first) return texts.map(({ onDay, text }) => words.report.dated(onDay, text.trim())).join('\n')
  return completedOn !== null && completedOn < from ? words.report.doneBefore(completedOn) : ''
}

/** A quiet duty that nobody wrote about brought nothing new: "không phát sinh". */
export function toldOf(computed: Computed, written: Written | null): Told {
  const text = written?.text ?? computed.text
  return {
    text,
    percent: written?.percent ?? computed.percent,
    difficulty: written?.difficulty ?? computed.difficulty,
    next: written?.next ?? '',
    figures: written?.figures ?? computed.figures,
    nothing: written?.nothing ?? text.trim() === '',
  }
}

/** Only what differs from the computed is kept as written; null when nothing does. */
export function differing(written: Written, computed: Computed): Written | null {
  const same: Told = toldOf(computed, null)
  const kept = Object.entries(written).filter(
    ([name, value]) =>
      value !== undefined && JSON.stringify(value) !== JSON.stringify(same[name as keyof Told]),
  )
  return kept.length ? (Object.fromEntries(kept) as Written) : null
}

const COMPARED = ['status', 'percent', 'dueOn', 'completedOn', 'text', 'difficulty'] as const
export type ComparedField = (typeof COMPARED)[number]

export interface Change {
  assignmentId: string
  field: ComparedField
  before: string
  now: string
  /** The facts recorded since, that made it so. */
  by: { kind: PastStep['kind']; actor: string; onDay: string; at: string; text: string }[]
}

/** What the facts say now where they said something else when the report was handed in: the report itself stands. */
export function changesSince(
  duty: DutyFacts,
  before: Computed,
  now: Computed | null,
  toldAt: string,
): Change[] {
  const by = duty.steps
    .filter(({ at }) => at > toldAt)
    .map(({ kind, actor, onDay, at, text }) => ({ kind, actor, onDay, at, text }))
  return COMPARED.flatMap((field) => {
    const [was, is] = [shown(field, before), now ? shown(field, now) : '']
    return was === is ? [] : [{ assignmentId: duty.assignmentId, field, before: was, now: is, by }]
  })
}

function shown(field: ComparedField, of: Computed): string {
  if (field === 'status') return words.task.statuses[of.status]
  if (field === 'percent') return `${of.percent}%`
  if (field === 'dueOn' || field === 'completedOn') return of[field] ? words.day(of[field]) : ''
  return of[field]
}

/** What the rule of completion looks at, over all told assignments of one item. */
export function itemFacts(
  duties: readonly {
    duty: Pick<DutyFacts, 'completion' | 'completionShare' | 'wordOn' | 'period'>
    computed: Pick<Computed, 'status' | 'completedOn'>
  }[],
  day: string,
): ItemFacts {
  const latest = duties.reduce((last, { duty }) => (duty.period > last ? duty.period : last), '')
  const own = duties.filter(({ duty }) => duty.period === latest)
  const first = own[0]?.duty
  const done = own.filter(({ computed }) => computed.status === 'done')
  return {
    completion: first?.completion ?? 'all',
    share: first?.completionShare ?? null,
    wordOn: first?.wordOn && first.wordOn <= day ? first.wordOn : null,
    assignments: own.length,
    closed: own.filter(({ computed }) => computed.status === 'closed').length,
    doneOn: done.map(({ computed }) => computed.completedOn ?? day),
    finishedOn: own.flatMap(({ computed: { status, completedOn } }) =>
      status === 'approved' || status === 'done' ? [completedOn ?? day] : [],
    ),
  }
}
