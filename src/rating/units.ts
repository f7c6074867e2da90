// Units from the facts of assignments: what each agency had to answer for in a window, and which faults there were. Pure;
// the facts are read in facts.ts. Days are judged as they stood at the end of the window, or today while it runs.
import { addDays, daysBetween } from '../base/calendar.ts'
import { foldOn } from '../succession/standing.ts'
import { foldSteps, type Given, isOpen, mayFollow, type PastStep } from '../task/task.ts'
import type { Excuse, Unit } from './rate.ts'
import type { Cause, FaultKind, Rubric } from './rubric.ts'

export interface FactStep extends PastStep {
  id: string
  text: string
}

/** An assignment with everything that happened to it, in the order in which it was recorded. */
export interface DutyFacts {
  id: string
  role: 'lead' | 'coordinating'
  /** Reporting period; '' once. */
  period: string
  given: Given & { givenOn: string }
  steps: readonly FactStep[]
  /** Difficulties that keep it back: the day each was raised, and the day it was answered by whoever decides. */
  difficulties: readonly { id: string; raisedOn: string; answeredOn: string | null }[]
  /** Faults for which a person confirmed an objective cause. */
  confirmed: readonly { fault: FaultKind; reason: string }[]
}

export interface Window {
  from: string
  to: string
}

/** Facts count up to this day; what is due before `lateFrom` and not completed is late. */
export const judgedOn = ({ to }: Window, today: string): { asOf: string; lateFrom: string } =>
  today > to ? { asOf: to, lateFrom: addDays(to, 1) } : { asOf: today, lateFrom: today }

/** What one assignment means under the rubric, and whose it is; null when nothing in this window. */
export function unitsOf(
  rubric: Pick<Rubric, 'causes' | 'coordinating'>,
  duty: DutyFacts,
  window: Window,
  today: string,
): { agencyId: string; units: Unit[] } | null {
  if (duty.role === 'coordinating' && !rubric.coordinating) return null
  const { asOf, lateFrom } = judgedOn(window, today)
  const folded = foldOn(duty.given, duty.steps, asOf)
  // What was closed is asked of nobody; what is suspended waits on somebody else's word.
  if (!folded || folded.status === 'closed' || folded.status === 'suspended') return null
  const counts = (cause: Cause) => rubric.causes.includes(cause)
  const { agencyId, completedOn } = folded
  const dueOn = counts('extended') ? folded.dueOn : withoutExtensions(duty, asOf)
  const isCompleted = completedOn !== null
  const isOverdue = !isCompleted && dueOn !== null && dueOn < lateFrom && isOpen(folded.status)
  const isInWindow = isCompleted ? completedOn >= window.from && completedOn <= window.to : isOverdue
  const isReport = duty.period !== ''
  const units: Unit[] = []
  const daysLate = lateness(dueOn, completedOn, isOverdue ? asOf : null)
  const excuse = (fault: FaultKind) =>
    excuseOf(duty, fault, { dueOn, completedOn, asOf, agencyId, daysLate }, counts)
  const add = (fault: FaultKind, day: string, count: number, steps: Unit['steps'] = []) =>
    units.push({
      ...{ fault, assignmentId: duty.id, reportId: null, day, dueOn, completedOn, count, steps },
      daysLate: fault === 'returned' ? null : daysLate,
      excuse: count > 0 ? excuse(fault) : null,
    })

  // A day that had passed before the window was judged in its own; what is still not done stays undone.
  const isOfWindow =
    dueOn !== null && dueOn >= window.from && (dueOn <= window.to || (isInWindow && isCompleted))
  const isLate = daysLate !== null
  if (isOfWindow && (isInWindow || isLate)) {
    const day = isLate || !isCompleted ? dueOn : completedOn
    add(isReport ? 'report' : 'late', day, isLate ? 1 : 0)
  }
  if (isInWindow && !isReport) {
    add('undone', isCompleted ? completedOn : asOf, isCompleted ? 0 : 1)
  }
  const returns = isReport ? [] : returnsOf(duty, asOf, window)
  if (!isReport && (returns.length > 0 || (isInWindow && isCompleted)))
    add('returned', returns.at(-1)?.onDay ?? completedOn ?? asOf, returns.length, returns)
  return units.length > 0 ? { agencyId, units } : null
}

/** Days late; null in time. `openUntil`: the day up to which an open one is late so far. */
export function lateness(
  dueOn: string | null,
  completedOn: string | null,
  openUntil: string | null,
): number | null {
  const until = completedOn ?? openUntil
  if (dueOn === null || until === null) return null
  // Open to the end of its very day: one day late from the next morning on.
  const days = completedOn === null ? Math.max(1, daysBetween(dueOn, until)) : daysBetween(dueOn, until)
  return days > 0 ? days : null
}

/** The day it was to be done by, had nobody granted more time: corrections and events count, extensions do not. */
function withoutExtensions({ given, steps }: DutyFacts, asOf: string): string | null {
  const set = steps.filter(({ kind, onDay }) => kind === 'schedule' && onDay <= asOf).at(-1)
  return set ? (set.dueOn ?? null) : given.dueOn
}

/** Results that the overseer sent back within the window: what the agency's own head returns stays in the house. */
function returnsOf({ given, steps }: DutyFacts, asOf: string, window: Window): Unit['steps'] {
  if (!steps.some(({ kind }) => kind === 'return')) return []
  const past: FactStep[] = []
  const found: Unit['steps'] = []
  for (const step of steps) {
    const { status } = foldSteps(given, past)
    if (!mayFollow(step.kind, status)) continue
    const isReturn = step.kind === 'return' && status === 'approved'
    if (isReturn && step.onDay >= window.from && step.onDay <= asOf)
      found.push({ id: step.id, onDay: step.onDay, text: step.text })
    past.push(step)
  }
  return found
}

interface Judged {
  dueOn: string | null
  completedOn: string | null
  asOf: string
  agencyId: string
  daysLate: number | null
}

function excuseOf(
  duty: DutyFacts,
  fault: FaultKind,
  judged: Judged,
  counts: (cause: Cause) => boolean,
): Excuse | null {
  const confirmed = duty.confirmed.find((one) => one.fault === fault)
  if (confirmed) return { cause: 'confirmed', note: confirmed.reason, difficultyId: null }
  const { dueOn, agencyId, asOf } = judged
  if (fault === 'returned' || dueOn === null) return null
  const excuse = (cause: Excuse['cause'], note: string, difficultyId?: string): Excuse => ({
    ...{ cause, note, difficultyId: difficultyId ?? null },
  })
  if (counts('suspended') && foldOn(duty.given, duty.steps, dueOn)?.status === 'suspended')
    return excuse('suspended', dueOn)
  const moved = duty.steps.find(
    ({ kind, onDay, toAgencyId }) =>
      kind === 'transfer' && toAgencyId === agencyId && onDay > dueOn && onDay <= asOf,
  )
  if (counts('inherited') && moved) return excuse('inherited', moved.onDay)
  // In full and approved by its day, returned only when the day had gone.
  const late = duty.steps.find(({ kind, onDay }) => kind === 'return' && onDay > dueOn && onDay <= asOf)
  if (counts('return-late') && late && foldOn(duty.given, duty.steps, dueOn)?.completedOn)
    return excuse('return-late', late.onDay)
  const difficulty = duty.difficulties.find(
    ({ raisedOn, answeredOn }) => raisedOn <= dueOn && answeredOn !== null && answeredOn <= asOf,
  )
  if (counts('difficulty') && difficulty) return excuse('difficulty', difficulty.raisedOn, difficulty.id)
  return null
}
