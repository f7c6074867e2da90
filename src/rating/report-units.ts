// Units from the reports of rounds: each report that was due in the window is one, late or not. Pure; the facts are read in
// facts.ts. Judged as assignments are: by what counts from the end of the window or before, or up to today while it runs.
import {
  type FoldedReport,
  foldReport,
  type GivenReport,
  mayFollow,
  type PastFact,
} from '../report/report.ts'
import type { Excuse, Unit } from './rate.ts'
import type { Cause, Rubric } from './rubric.ts'
import { judgedOn, lateness, type Window } from './units.ts'

/** What one agency was asked in a round, with everything that happened to it, in the order in which it was recorded. */
export interface ReportFacts {
  id: string
  given: GivenReport & { openedOn: string }
  steps: readonly PastFact[]
  /** Why a person confirmed an objective cause; null: nobody did. */
  confirmed: string | null
}

/** How it stood at the end of the day; null before it was asked. What no longer fits that day is left out. */
export function foldReportOn({ given, steps }: ReportFacts, day: string): FoldedReport | null {
  if (given.openedOn > day) return null
  const { openedOn: _, ...asked } = given
  const taken: PastFact[] = []
  for (const step of steps)
    if (step.onDay <= day && mayFollow(step.kind, foldReport(asked, taken).state)) taken.push(step)
  return foldReport(asked, taken)
}

/** What it means under the rubric, and whose it is; null when it was not due in this window. */
export function reportUnitOf(
  rubric: Pick<Rubric, 'causes'>,
  report: ReportFacts,
  window: Window,
  today: string,
): { agencyId: string; unit: Unit } | null {
  const { asOf, lateFrom } = judgedOn(window, today)
  const folded = foldReportOn(report, asOf)
  if (!folded) return null
  const { openedOn, dueOn: firstDue } = report.given
  const counts = (cause: Cause) => rubric.causes.includes(cause)
  // The day that decides: of a late exception the new one, so that what was put off is judged in its own window.
  const dueOn = counts('extended') ? folded.dueOn : firstDue
  const { agencyId, sentOn } = folded
  if (dueOn < window.from || dueOn > window.to) return null
  // Asked when the day had gone by, nobody could have been in time.
  if (dueOn < openedOn) return null
  const isMissing = sentOn === null && dueOn < lateFrom
  if (sentOn === null && !isMissing) return null
  const openUntil = isMissing ? asOf : null
  const late = lateness(dueOn, sentOn, openUntil)
  // In time by the exception alone: said as what it is.
  const isByException = late === null && firstDue < dueOn && sentOn !== null && sentOn > firstDue
  const excuse: Excuse | null = isByException
    ? { cause: 'extended', note: dueOn, difficultyId: null }
    : late === null
      ? null
      : excuseOf(report, folded, { dueOn, asOf }, counts)
  return {
    agencyId,
    unit: {
      ...{ fault: 'report', assignmentId: null, reportId: report.id, day: dueOn, completedOn: sentOn },
      dueOn: isByException ? firstDue : dueOn,
      daysLate: isByException ? lateness(firstDue, sentOn, null) : late,
      count: late !== null || isByException ? 1 : 0,
      ...{ steps: [], excuse },
    },
  }
}

function excuseOf(
  report: ReportFacts,
  { agencyId, state }: FoldedReport,
  { dueOn, asOf }: { dueOn: string; asOf: string },
  counts: (cause: Cause) => boolean,
): Excuse | null {
  const excuse = (cause: Excuse['cause'], note: string): Excuse => ({ cause, note, difficultyId: null })
  const when = (fits: (step: PastFact) => boolean) =>
    report.steps.find((step) => step.onDay <= asOf && fits(step))?.onDay
  if (report.confirmed !== null) return excuse('confirmed', report.confirmed)
  // Told in the report of whoever took over: this one was asked of nobody any more.
  if (state === 'passed') return excuse('passed', when(({ kind }) => kind === 'join') ?? dueOn)
  const moved = when(
    ({ kind, toAgencyId, onDay }) => kind === 'pass' && toAgencyId === agencyId && onDay > dueOn,
  )
  if (counts('inherited') && moved) return excuse('inherited', moved)
  const returned = when(({ kind, onDay }) => (kind === 'return' || kind === 'unlock') && onDay > dueOn)
  if (counts('return-late') && returned && foldReportOn(report, dueOn)?.sentOn)
    return excuse('return-late', returned)
  return null
}
