// Named groups as data: what they are called in print, and the rule that says who is in them on a day.
import { z } from 'zod'
import * as words from '../vocabulary/words.ts'
import { AgencyKindForm } from './agency.ts'

const Day = z.iso.date()

/** Of these kinds and under this agency, and who sits in the committee, and those named; without those left out. */
export const GroupRule = z.object({
  kinds: z.array(AgencyKindForm).max(20),
  under: z.uuid().nullable(),
  committee: z.uuid().nullable(),
  plus: z.array(z.uuid()).max(500),
  minus: z.array(z.uuid()).max(500),
})
export type GroupRule = z.infer<typeof GroupRule>

export const isEmptyRule = ({ kinds, under, committee, plus }: GroupRule): boolean =>
  kinds.length === 0 && under === null && committee === null && plus.length === 0

const GroupText = z
  .string()
  .trim()
  .min(2, { error: () => words.succession.groupNameForm })
  .max(200, { error: () => words.succession.groupNameForm })

export const GroupForm = z
  .object({ name: GroupText, forms: z.array(GroupText).max(30), rule: GroupRule })
  .refine(({ rule }) => !isEmptyRule(rule), {
    error: () => words.succession.groupEmpty,
    path: ['rule'],
  })
export type GroupForm = z.infer<typeof GroupForm>

export const AgencyGroup = z.object({
  id: z.uuid(),
  name: z.string(),
  forms: z.array(z.string()),
  rule: GroupRule,
  /** Agencies of the committee in the rule, with their days. */
  members: z.array(z.object({ agencyId: z.uuid(), since: Day.nullable(), until: Day.nullable() })),
  /** 0: no group somebody named, but the members of a committee as such. */
  version: z.number().int(),
})
export type AgencyGroup = z.infer<typeof AgencyGroup>
