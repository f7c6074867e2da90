// What a rule of form is: looked at a document and its parts, it says where they depart (check.ts).
import type * as words from '../vocabulary/words.ts'
import type { Form, FormLine } from './form.ts'
import type { FormParts, FormProfile } from './form-part.ts'

/** What a rule is about, as named on screen. */
export type FormPartName = keyof typeof words.form.parts

export interface Seen {
  rule: FormPartName
  found: string
  wanted: string
  line?: FormLine | null
  basis?: string
}
export interface Rule {
  profiles: readonly FormProfile[]
  /** Where in Appendix I the rule stands. */
  point: string
  look: (form: Form, parts: FormParts) => Seen[]
}

/** Millimetres that nobody sees. */
const TOLERANCE = 0.4
export const within = (value: number, [low, high]: readonly [number, number], slack = TOLERANCE) =>
  value >= low - slack && value <= high + slack
