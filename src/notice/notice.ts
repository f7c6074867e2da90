// What an agency is told about its work between two looks: the form shared by server and browser. Nothing is mailed.
import { z } from 'zod'

/**
 * Of work: corrected đính chính · given giao thêm · withdrawn thôi giao · transferred chuyển cho cơ quan khác. Of
 * cooperatives: a trade-remedy warning to be told to them, or withdrawn; a petition to be answered, or answered.
 */
export const NOTICE_KINDS = [
  'corrected',
  'given',
  'withdrawn',
  'transferred',
  'warning-sent',
  'warning-withdrawn',
  'petition-sent',
  'petition-answered',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** The sentence is made from these on the screen, in the reader's language. */
export const NoticeDetail = z.object({
  /** The duty in its own words, or the plan's name. */
  title: z.string(),
  reason: z.string(),
  /** Of a correction: which fields changed, as `words.correction.fields` names them. */
  fields: z.array(z.string()),
  /** How many duties of a plan, or cooperatives of a warning, it is about; null: the one that is its subject. */
  items: z.number().int().nullable(),
})
export type NoticeDetail = z.infer<typeof NoticeDetail>

export const Notice = z.object({
  id: z.uuid(),
  kind: z.enum(NOTICE_KINDS),
  /** Whose work it is about; null where one person is told, who is of no agency. */
  agency: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  subject: z.object({ kind: z.enum(['item', 'plan', 'warning', 'petition']), id: z.uuid() }),
  detail: NoticeDetail,
  actor: z.string(),
  at: z.iso.datetime(),
  isSeen: z.boolean(),
})
export type Notice = z.infer<typeof Notice>

export const NoticeList = z.object({
  notices: z.array(Notice),
  next: z.string().nullable(),
  /** Of all notices to this person's agencies, not only those of this page. */
  unseen: z.number().int(),
})

export const SeenForm = z.object({ ids: z.array(z.uuid()).min(1).max(500) })
export const Unseen = z.object({ unseen: z.number().int() })

/** One sentence to one agency, or to one person of it alone, to be written in the transaction of what it tells. */
export interface NewNotice {
  agencyId: string | null
  accountId?: string
  kind: NoticeKind
  subject: Notice['subject']
  detail: Pick<NoticeDetail, 'title'> & Partial<NoticeDetail>
}
