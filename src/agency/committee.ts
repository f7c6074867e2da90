// A steering committee (ban chỉ đạo): the document that set it up, who sits in it and when, what it concluded.
import { z } from 'zod'
import * as words from '../vocabulary/words.ts'

const Day = z.iso.date()
const Short = z
  .string()
  .trim()
  .max(200, { error: () => words.succession.textLong })

export const CommitteeForm = z.object({
  decisionNumber: z
    .string()
    .trim()
    .max(60, { error: () => words.succession.textLong }),
  decisionOn: Day.nullable(),
})
export type CommitteeForm = z.infer<typeof CommitteeForm>

export const MemberForm = z
  .object({
    agencyId: z.uuid().nullable(),
    person: Short,
    position: Short,
    field: Short,
    /** First day in it, and first day no longer; null: not known, or still. */
    since: Day.nullable(),
    until: Day.nullable(),
  })
  .refine(({ agencyId, person }) => agencyId !== null || person !== '', {
    error: () => words.succession.memberNobody,
    path: ['person'],
  })
  .refine(({ since, until }) => since === null || until === null || since < until, {
    error: () => words.succession.untilBeforeSince,
    path: ['until'],
  })
export type MemberForm = z.infer<typeof MemberForm>

export const Member = z.object({
  id: z.uuid(),
  agency: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  person: z.string(),
  position: z.string(),
  field: z.string(),
  since: Day.nullable(),
  until: Day.nullable(),
  version: z.number().int(),
})
export type Member = z.infer<typeof Member>

/** A plan of the committee's words (thông báo, kết luận): its tasks are the conclusions that became work. */
export const Conclusion = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  type: z.string(),
  title: z.string(),
  issued: z.string().nullable(),
  status: z.string(),
  /** Lượt giao: all, and finished. */
  assignments: z.number().int(),
  done: z.number().int(),
})
export type Conclusion = z.infer<typeof Conclusion>

export const Committee = CommitteeForm.extend({
  members: z.array(Member),
  conclusions: z.array(Conclusion),
  /** 0 until the deciding document was entered. */
  version: z.number().int(),
})
export type Committee = z.infer<typeof Committee>

/** In it on `day`. */
export const sitsOn = ({ since, until }: Pick<Member, 'since' | 'until'>, day: string): boolean =>
  (since === null || since <= day) && (until === null || day < until)
