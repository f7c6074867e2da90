// Where an assignment stands, as the lists, their tabs and the dashboard ask it: one table for rows and for counters,
// so that a number and the list it opens cannot differ.
import type { Status } from './task.ts'

/** The states of the counters: the status, split by timeliness once the agency has approved its full report. */
export const COUNTED_STATES = [
  'assigned',
  'active',
  'reported',
  'approved-on-time',
  'approved-late',
  'done-on-time',
  'done-late',
  'suspended',
  'closed',
] as const
export type CountedState = (typeof COUNTED_STATES)[number]

/** past: the last day has gone by · soon: today or within SOON_DAYS · later · none: no date. */
export const DUE_CLASSES = ['past', 'soon', 'later', 'none'] as const
export type DueClass = (typeof DUE_CLASSES)[number]

export const SOON_DAYS = 7

/** In time when there was no last day, or the agency's approval came no later than it. */
export function countedState(status: Status, dueOn: string | null, completedOn: string | null): CountedState {
  if (status !== 'approved' && status !== 'done') return status
  return dueOn !== null && completedOn !== null && completedOn > dueOn
    ? `${status}-late`
    : `${status}-on-time`
}

interface Part {
  states: readonly CountedState[]
  dues: readonly DueClass[]
}

/** The agency still has to finish. */
const PENDING = ['assigned', 'active', 'reported'] as const
const TO_CONFIRM = ['approved-on-time', 'approved-late'] as const
const OPEN = [...PENDING, ...TO_CONFIRM, 'suspended'] as const
/** What the agency finished in time is not overdue while it waits for the overseer. */
const OVERDUE = [...PENDING, 'approved-late'] as const
const DONE = ['done-on-time', 'done-late'] as const
/** What was closed without a result is no longer asked for: no ratio counts it. */
const ASKED = COUNTED_STATES.filter((state) => state !== 'closed')
const part = (states: readonly CountedState[], dues: readonly DueClass[] = DUE_CLASSES): Part => ({
  states,
  dues,
})

/** What the word in the address (?state=…) selects: any of its parts. "within" is chưa hoàn thành, còn trong hạn. */
export const WORK_STATES = {
  all: [part(ASKED)],
  open: [part(OPEN)],
  overdue: [part(OVERDUE, ['past'])],
  soon: [part(PENDING, ['soon'])],
  within: [part(OVERDUE, ['soon', 'later', 'none']), part(['approved-on-time', 'suspended'])],
  undated: [part(OPEN, ['none'])],
  'to-receive': [part(['assigned'])],
  'to-approve': [part(['reported'])],
  'to-confirm': [part(TO_CONFIRM)],
  done: [part(DONE)],
  'done-on-time': [part(['done-on-time'])],
  'done-late': [part(['done-late'])],
  suspended: [part(['suspended'])],
  closed: [part(['closed'])],
  /** Done or overdue: the second denominator that is in official use. */
  answerable: [part(DONE), part(OVERDUE, ['past'])],
} as const satisfies Record<string, readonly Part[]>

export type WorkState = keyof typeof WORK_STATES
export const WORK_STATE_NAMES = Object.keys(WORK_STATES) as [WorkState, ...WorkState[]]

export const isIn = (name: WorkState, state: CountedState, due: DueClass): boolean =>
  WORK_STATES[name].some((part: Part) => part.states.includes(state) && part.dues.includes(due))

export interface CountCell {
  state: CountedState
  due: DueClass
  n: number
}

export type Tally = Record<WorkState, number>

/** Sums the counters into every list's number of rows. */
export function tally(cells: readonly CountCell[]): Tally {
  const sums = Object.fromEntries(WORK_STATE_NAMES.map((name) => [name, 0])) as Tally
  for (const { state, due, n } of cells)
    for (const name of WORK_STATE_NAMES) if (isIn(name, state, due)) sums[name] += n
  return sums
}
