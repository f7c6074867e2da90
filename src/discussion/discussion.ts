// Comments and mentions as server and browser exchange them, and how a comment names people and agencies: by their ids,
// so that whoever is renamed is shown by the new name.
import { z } from 'zod'
import * as words from '../vocabulary/words.ts'

export const SUBJECT_KINDS = ['plan', 'item', 'assignment', 'difficulty'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

export const Subject = z.object({ kind: z.enum(SUBJECT_KINDS), id: z.uuid() })
export type Subject = z.infer<typeof Subject>

export const NAMED_KINDS = ['agency', 'person'] as const
export type NamedKind = (typeof NAMED_KINDS)[number]

export interface Named {
  kind: NamedKind
  id: string
}

export const MOST_LETTERS = 5000
export const MOST_NAMED = 30

const TOKEN = /@\[(agency|person):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/gu

/** How a name stands in a body: "@[agency:…]". */
export const tokenOf = ({ kind, id }: Named): string => `@[${kind}:${id}]`

/** "Nhờ @[agency:…] xem" -> "Nhờ ", the agency, " xem". */
export function splitBody(body: string): (string | Named)[] {
  const parts: (string | Named)[] = []
  let at = 0
  for (const { 0: token, 1: kind, 2: id, index } of body.matchAll(TOKEN)) {
    if (index > at) parts.push(body.slice(at, index))
    parts.push({ kind: kind as NamedKind, id: id ?? '' })
    at = index + token.length
  }
  if (at < body.length) parts.push(body.slice(at))
  return parts
}

/** Everybody named, each once. */
export function namedIn(body: string): Named[] {
  const named = splitBody(body).filter((part) => typeof part !== 'string')
  return [...new Map(named.map((one) => [tokenOf(one), one])).values()]
}

export const CommentForm = z.object({
  subject: Subject,
  body: z
    .string()
    .normalize('NFC')
    .trim()
    .min(1, { error: () => words.discussion.empty })
    .max(MOST_LETTERS, { error: () => words.discussion.tooLong(MOST_LETTERS) })
    .refine((body) => namedIn(body).length <= MOST_NAMED, {
      error: () => words.discussion.tooManyNamed(MOST_NAMED),
    }),
})
export type CommentForm = z.infer<typeof CommentForm>

const Piece = z.union([
  z.object({ text: z.string() }),
  z.object({ kind: z.enum(NAMED_KINDS), id: z.uuid(), name: z.string() }),
])
export type Piece = z.infer<typeof Piece>

export const Comment = z.object({
  id: z.uuid(),
  version: z.number().int(),
  author: z.object({ id: z.uuid(), name: z.string(), position: z.string() }),
  /** The author's agency of that day. */
  agency: z.string().nullable(),
  at: z.iso.datetime(),
  pieces: z.array(Piece),
  withdrawnAt: z.iso.datetime().nullable(),
  /** Why this reader may not strike it; null when they may. */
  whyNotWithdraw: z.string().nullable(),
  /** For each name how many people it reached and how many of them have read it. */
  reached: z.array(z.object({ name: z.string(), reached: z.number().int(), read: z.number().int() })),
})
export type Comment = z.infer<typeof Comment>

export const CommentList = z.object({
  comments: z.array(Comment),
  next: z.string().nullable(),
  count: z.number().int(),
  /** Why nothing may be written here; null when it may. */
  whyNot: z.string().nullable(),
})
export type CommentList = z.infer<typeof CommentList>

export const CommentWritten = z.object({
  id: z.uuid(),
  /** Names that reached nobody: agencies where no account is in use. */
  unreached: z.array(z.string()),
})

/** Whom "@" may name, the likeliest first. */
export const NameList = z.object({
  names: z.array(
    z.object({
      kind: z.enum(NAMED_KINDS),
      id: z.uuid(),
      name: z.string(),
      /** Of a person position and agency; of an agency how many people it reaches, the head and focal officer by name. */
      detail: z.string(),
    }),
  ),
})
export type NameOption = z.infer<typeof NameList>['names'][number]

export const MentionRow = z.object({
  comment: z.uuid(),
  subject: Subject,
  /** The plan, and the words of the duty or difficulty where it is about one. */
  about: z.object({ plan: z.string(), text: z.string() }),
  author: z.object({ name: z.string(), agency: z.string().nullable() }),
  /** The agency named, or the absent person; null when it was this person. */
  through: z.string().nullable(),
  at: z.iso.datetime(),
  pieces: z.array(Piece),
  withdrawn: z.boolean(),
  read: z.boolean(),
})
export type MentionRow = z.infer<typeof MentionRow>
export const MentionList = z.object({ mentions: z.array(MentionRow), next: z.string().nullable() })
export const MentionCount = z.object({ unread: z.number().int() })

/** One by one, or everything up to the moment of the newest that was seen: what came later stays unread. */
export const ReadForm = z.union([
  z.object({ comments: z.array(z.uuid()).min(1).max(100) }),
  z.object({ until: z.iso.datetime() }),
])
export type ReadForm = z.infer<typeof ReadForm>

/** What a person struck out may have been only a slip: the author, on the same day, once. */
export function whyNotWithdraw(
  comment: { accountId: string; onDay: string; isWithdrawn: boolean },
  reader: { accountId: string; today: string },
): { kind: 'forbidden' | 'conflict'; why: string } | null {
  if (comment.accountId !== reader.accountId) return { kind: 'forbidden', why: words.discussion.notAuthor }
  if (comment.isWithdrawn) return { kind: 'conflict', why: words.discussion.alreadyWithdrawn }
  if (comment.onDay !== reader.today) return { kind: 'conflict', why: words.discussion.dayOver }
  return null
}
