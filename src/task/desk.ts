// What waits for this person's decision, with what it is decided on, as server and browser exchange it.
import { z } from 'zod'
import { Figure, StoredFile, WorkRow } from './work.ts'

/** approve: reports of one's own agency · confirm: results of plans one oversees · extension: wishes for more time. */
export const DESK_KINDS = ['approve', 'confirm', 'extension'] as const
export type DeskKind = (typeof DESK_KINDS)[number]

export const DeskQuery = z.object({
  /** Left out: the first kind of which something waits. */
  kind: z.enum(DESK_KINDS).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

export const DeskRow = WorkRow.extend({
  /** What was said: the report on the table, or the reason for more time. */
  said: z
    .object({
      stepId: z.uuid(),
      kind: z.enum(['report', 'report-outside', 'ask-extension']),
      actor: z.string(),
      standsInFor: z.string().nullable(),
      at: z.iso.datetime(),
      text: z.string(),
      percent: z.number().int().nullable(),
      nothing: z.boolean(),
      happenedOn: z.iso.date().nullable(),
      dueOn: z.iso.date().nullable(),
      figures: z.array(Figure),
      files: z.array(StoredFile),
      batchId: z.uuid().nullable(),
    })
    .nullable(),
})
export type DeskRow = z.infer<typeof DeskRow>

export const DeskList = z.object({
  kind: z.enum(DESK_KINDS),
  counts: z.record(z.enum(DESK_KINDS), z.number().int()),
  rows: z.array(DeskRow),
  next: z.string().nullable(),
})
export type DeskList = z.infer<typeof DeskList>
