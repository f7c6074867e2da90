// What a form of a step holds while it is filled in, what it still lacks, and the step it becomes. Pure.
import * as words from '../vocabulary/words.ts'
import { needsReason, type StepKind } from './task.ts'
import type { StepInput } from './work.ts'

/** Every step but the report, whose form is longer: report-draft.ts. */
export type PlainStep = Exclude<StepKind, 'report'>

export interface StepDraft {
  text: string
  /** Of extensions and of going on: the new last day. */
  until: string | null
  /** The day on which police or army reported elsewhere. */
  happenedOn: string | null
  to: { accountId: string | null; unitId: string | null } | null
}

/** An extension asked for is granted as asked unless another day is chosen. */
export const blankDraft = ({
  extensionUntil,
  today,
}: {
  extensionUntil?: string | null
  today?: string
} = {}): StepDraft => ({
  text: '',
  until: extensionUntil ?? null,
  happenedOn: today ?? null,
  to: null,
})

const WITH_DAY: readonly StepKind[] = ['ask-extension', 'extend', 'resume']
const WITH_NOTE: readonly StepKind[] = ['assign', 'approve', 'confirm', 'extend', 'resume']

export const hasDay = (kind: StepKind): boolean => WITH_DAY.includes(kind)
/** Duties of police and army take no words at any step. */
export const hasText = (kind: StepKind, isOutside: boolean): boolean =>
  !isOutside && (needsReason(kind) || WITH_NOTE.includes(kind))

export type DraftFaults = Partial<Record<keyof StepDraft, string>>

/** What is still missing, by field. What only the server can tell (a day too early) it says itself. */
export function draftFaults(kind: PlainStep, draft: StepDraft, isOutside: boolean): DraftFaults {
  const faults: DraftFaults = {}
  if (needsReason(kind) && !isOutside && draft.text.trim() === '') faults.text = words.task.textRequired[kind]
  if ((kind === 'ask-extension' || kind === 'extend') && draft.until === null)
    faults.until = words.steps.chooseDay
  if (kind === 'report-outside' && draft.happenedOn === null) faults.happenedOn = words.steps.chooseDay
  if (kind === 'assign' && draft.to === null) faults.to = words.task.assignNobody
  return faults
}

/** A draft without faults -> the step. */
export function stepInput(kind: PlainStep, { text, until, happenedOn, to }: StepDraft): StepInput {
  switch (kind) {
    case 'receive':
      return { kind }
    case 'assign':
      return { kind, toAccountId: to?.accountId ?? null, toAgencyId: to?.unitId ?? null, text }
    case 'report-outside':
      return { kind, happenedOn: happenedOn ?? '' }
    case 'ask-extension':
    case 'extend':
      return { kind, until: until ?? '', text }
    case 'resume':
      return { kind, until, text }
    default:
      return { kind, text }
  }
}
