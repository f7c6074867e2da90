// Answering a period: what an agency owes for one reporting period, on one page, as server and browser exchange it.
import { z } from 'zod'
import { Figure, type StepInput, WorkRow } from './work.ts'

const Day = z.iso.date()

export const AnswerQuery = z.object({
  agency: z.uuid().optional(),
  period: z.string().max(10).optional(),
})

/** The last approved report of the same duty and agency, of an earlier period. */
export const PreviousReport = z.object({
  /** The assignment that it may be carried over to. */
  id: z.uuid(),
  period: z.string(),
  onDay: Day,
  text: z.string(),
  nothing: z.boolean(),
  figures: z.array(Figure),
})
export type PreviousReport = z.infer<typeof PreviousReport>

export const AnswerSheet = z.object({
  agency: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** Periods that still want answers, and those of the last year; the one due next first. */
  periods: z.array(
    z.object({
      key: z.string(),
      from: Day.nullable(),
      to: Day.nullable(),
      dueOn: Day.nullable(),
      n: z.number().int(),
      open: z.number().int(),
    }),
  ),
  period: z.string().nullable(),
  /** What is not confirmed yet, at most MOST_ANSWERS. */
  rows: z.array(WorkRow),
  previous: z.array(PreviousReport),
  today: Day,
})
export type AnswerSheet = z.infer<typeof AnswerSheet>

/** What was chosen for one duty; kept in the browser until it is sent. */
export interface Answer {
  /** outside: the day on which police or army reported elsewhere. */
  kind: 'nothing' | 'same' | 'result' | 'outside'
  text: string
  figures: Figure[]
  files: { hash: string; name: string; media: string; size: number }[]
  happenedOn: string | null
}
export type Answers = Record<string, Answer>

export const NOTHING: Answer = { kind: 'nothing', text: '', figures: [], files: [], happenedOn: null }

/** "Như kỳ trước": what was reported then, to be looked over and sent as the report of this period. */
export const carriedOver = ({ nothing, text, figures }: PreviousReport): Answer =>
  nothing ? { ...NOTHING, text } : { ...NOTHING, kind: 'same', text, figures }

/** An answer that lacks what it needs is not sent: a result without a word, an outside report without its day. */
export function isComplete({ kind, text, happenedOn }: Answer): boolean {
  if (kind === 'nothing') return true
  return kind === 'outside' ? happenedOn !== null : text.trim() !== ''
}

/** The step that an answer takes: the whole of what the period asks for. */
export function stepOf(answer: Answer): StepInput {
  const { kind, text, figures, files, happenedOn } = answer
  if (kind === 'outside') return { kind: 'report-outside', happenedOn: happenedOn ?? '' }
  return {
    kind: 'report',
    text,
    percent: 100,
    nothing: kind === 'nothing',
    figures,
    files: files.map(({ hash, name }) => ({ hash, name })),
  }
}
