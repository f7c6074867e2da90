// What the form of a report holds while it is written, what it lacks, and the step it becomes. Pure.
import * as words from '../vocabulary/words.ts'
import type { Figure, StepInput, StoredFile } from './work.ts'

/** A figure while it is typed: its value may still be empty. */
export interface FigureDraft {
  name: string
  value: number | null
  unit: string
}

export interface ReportDraft {
  text: string
  isFull: boolean | null
  percent: number
  nothing: boolean
  figures: FigureDraft[]
  files: StoredFile[]
}

export const blankReport = (percent = 0): ReportDraft => ({
  ...{ text: '', isFull: null, percent, nothing: false, figures: [], files: [] },
})

/** A row nobody has written into is left out, one half written is not. */
const isBlank = ({ name, value, unit }: FigureDraft) =>
  name.trim() === '' && value === null && unit.trim() === ''
const isWhole = ({ name, value }: FigureDraft) => name.trim() !== '' && value !== null

export const figuresOf = (drafts: readonly FigureDraft[]): Figure[] =>
  drafts.flatMap(({ name, value, unit }) =>
    name.trim() !== '' && value !== null ? [{ name, value, unit }] : [],
  )

export const figureFault = (drafts: readonly FigureDraft[]): string | null =>
  drafts.every((draft) => isBlank(draft) || isWhole(draft)) ? null : words.steps.figureHalf

export interface ReportFaults {
  text: string | null
  progress: string | null
  figures: string | null
}

export const reportFaults = ({ text, isFull, nothing, figures }: ReportDraft): ReportFaults => ({
  text: nothing || text.trim() !== '' ? null : words.task.textRequired.report,
  progress: nothing || isFull !== null ? null : words.task.progressRequired,
  figures: nothing ? null : figureFault(figures),
})

/** "Không phát sinh" answers all that the period asked for, and carries nothing but an explanation. */
export function reportInput({ text, isFull, percent, nothing, figures, files }: ReportDraft): StepInput {
  return {
    kind: 'report',
    text,
    nothing,
    percent: nothing || isFull ? 100 : percent,
    figures: nothing ? [] : figuresOf(figures),
    files: files.map(({ hash, name }) => ({ hash, name })),
  }
}
