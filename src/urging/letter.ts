// The letter that urges (công văn đôn đốc): what the agency was given, what is done and what is overdue, by when an answer is
// wanted, and the overdue duties as an appendix. Pure; it goes its way as every paper does, in signing/.
import { z } from 'zod'
import { daysBetween } from '../base/calendar.ts'
import type { OfficialPaper } from '../paper/official.ts'
import { type BlankOf, blankPaper } from '../signing/blank.ts'
import * as words from '../vocabulary/words.ts'

export const MOST_LETTERS = 300
/** Working days that an agency has for its answer. */
export const ANSWER_DAYS = 5

export const LettersForm = z.object({
  agencies: z.array(z.uuid()).min(1).max(MOST_LETTERS),
  /** Left out: all plans one oversees. */
  plan: z.uuid().optional(),
})

const Named = z.object({ id: z.uuid(), name: z.string() })
export const LettersMade = z.object({
  letters: z.array(z.object({ agency: Named, dossierId: z.uuid(), overdue: z.number().int() })),
  /** A letter to them is still being written: that one is taken up. */
  underWay: z.array(z.object({ agency: Named, dossierId: z.uuid() })),
  /** Nothing of theirs is overdue. */
  none: z.array(Named),
})
export type LettersMade = z.infer<typeof LettersMade>

export interface OverdueDuty {
  assignmentId: string
  agencyId: string
  text: string
  plan: string
  dueOn: string
  percent: number
}

export interface LetterFacts {
  issuing: Pick<BlankOf, 'province' | 'agency'>
  /** To whom. */
  agency: string
  /** Of one plan: its name; null: of all that the issuer oversees. */
  plan: string | null
  /** Lượt giao the agency leads: all that were not closed, those done. */
  whole: number
  done: number
  overdue: readonly OverdueDuty[]
  today: string
  answerBy: string
}

export function urgingLetter(facts: LetterFacts): OfficialPaper {
  const { issuing, agency, plan, whole, done, overdue, today, answerBy } = facts
  const w = words.urging.letter
  const blank = blankPaper({
    ...issuing,
    ...{ type: null, subject: w.subject(plan), addressees: [agency], today },
  })
  const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const
  return {
    ...blank,
    body: [
      paragraph(w.standing({ agency, plan, today: words.day(today), whole, done, overdue: overdue.length })),
      paragraph(w.asks(issuing.agency.name, agency)),
      paragraph(`1. ${w.finish}`),
      paragraph(`2. ${w.report(words.day(answerBy), issuing.agency.name)}`),
      paragraph(`3. ${w.difficulties}`),
      paragraph(w.end(agency)),
    ],
    appendices: [
      {
        title: w.appendix(agency, words.day(today)),
        columns: [
          { label: w.columns.no, width: 12, kind: 'mark' },
          { label: w.columns.duty, width: 60, kind: 'text' },
          { label: w.columns.plan, width: 30, kind: 'text' },
          { label: w.columns.due, width: 26, kind: 'day' },
          { label: w.columns.late, width: 24, kind: 'number' },
          { label: w.columns.percent, width: 24, kind: 'number' },
        ],
        rows: overdue.map(({ text, plan: of, dueOn, percent }, at) => [
          ...[String(at + 1), text, of, { day: dueOn }, daysBetween(dueOn, today), percent],
        ]),
        notes: [w.note],
      },
    ],
  }
}
