// A duty added to a published plan by hand, as server and browser exchange it.
import { z } from 'zod'
import { EVERY } from '../task/period.ts'
import { COMPLETIONS } from '../task/task.ts'
import * as words from '../vocabulary/words.ts'
import { DueForm, Names, Quote, SpanForm } from './review.ts'

const Text = (most: number) => z.string().normalize('NFC').trim().max(most)

/** "147 /KH-UBND" and "147/kh-ubnd" are one number. */
export const sourceKey = (number: string): string =>
  number.normalize('NFC').replace(/\s+/gu, '').toLowerCase()

/** A document of the plan, or one that is not here: then its number and day, so that it can be found. */
const Source = z.union([
  z.object({ documentId: z.uuid() }),
  z.object({
    number: Text(60).min(1, { error: () => words.addition.numberMissing }),
    issued: z.iso.date({ error: () => words.addition.dayMissing }),
    title: Text(1000).default(''),
    issuer: Text(300).default(''),
  }),
])

const Ids = (most: number) =>
  z
    .array(z.uuid())
    .max(most)
    .default([])
    .transform((ids) => [...new Set(ids)])

export const AddedDuty = z.object({
  source: Source,
  quote: Quote,
  section: Text(60).default(''),
  /** Where it stands, in a document whose lines are here. */
  spans: z.array(SpanForm).max(200).default([]),
  outcome: z.enum(['assign', 'each', 'orientation']).default('assign'),
  bearers: Ids(1000),
  /** As the source prints it; left out: the names of the bearers. */
  leadPrinted: Names.optional(),
  coordinators: Ids(500),
  deliverables: Names.default([]),
  due: DueForm.default({ text: '', kind: 'none', from: null, to: null }),
  completion: z
    .object({ rule: z.enum(COMPLETIONS), share: z.number().int().min(1).max(100).nullable() })
    .default({ rule: 'all', share: null }),
  every: z.enum(EVERY).nullable().default(null),
  event: Text(500).min(1).nullable().default(null),
  leaderId: z.uuid().nullable().default(null),
  followerId: z.uuid().nullable().default(null),
  /** Days before the lead's own day on which a coordinating agency's part is due; left out: as in the plan. */
  subDutyDays: z.number().int().min(0).max(365).nullable().optional(),
})
export type AddedDuty = z.infer<typeof AddedDuty>
export type AddedDutyInput = z.input<typeof AddedDuty>

export const Added = z.object({ id: z.uuid(), documentId: z.uuid(), assignments: z.number().int() })
