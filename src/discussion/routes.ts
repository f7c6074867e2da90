// Comments on plans, items, assignments and difficulties, whom they may name, and what a person was named in.
import { z } from 'zod'
import { Refusal } from '../base/refusal.ts'
import type { App } from '../http/app.ts'
import { actorOf, idempotencyKey, type Server, versionSeen } from '../http/server.ts'
import { allow } from '../identity/routes.ts'
import { audit } from '../store/audit.ts'
import { once } from '../store/once.ts'
import * as words from '../vocabulary/words.ts'
import { readComments, readPieces, whyNotHere, withdrawComment, writeComment } from './comment.ts'
import {
  CommentForm,
  CommentList,
  CommentWritten,
  MentionCount,
  MentionList,
  NameList,
  ReadForm,
  SUBJECT_KINDS,
} from './discussion.ts'
import * as queries from './queries.ts'

const PAGE = 30
const NAMES = 12
const Id = z.object({ id: z.uuid() })
const After = z.string().max(200).optional()

/** Keyset: moment and id of the last row. */
const cursorOf = (at: Date, id: string) => Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')
function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return null
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (at && id && z.iso.datetime().safeParse(at).success && z.uuid().safeParse(id).success) return { at, id }
  throw new Refusal('invalid', 'request.cursor', words.refusal.unreadable)
}

export const discussionRoutes =
  ({ sql, clock }: App) =>
  async (server: Server) => {
    server.get(
      '/api/comments',
      {
        schema: {
          querystring: z.object({ kind: z.enum(SUBJECT_KINDS), id: z.uuid(), after: After }),
          response: { 200: CommentList },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'comment.read')
        const { after, ...subject } = request.query
        const whyNot = await whyNotHere(sql, actor.tenantId, subject)
        const [rows, count] = await Promise.all([
          queries.listComments(sql, actor.tenantId, subject, { before: readCursor(after), limit: PAGE + 1 }),
          queries.countComments(sql, actor.tenantId, subject),
        ])
        const page = rows.slice(0, PAGE)
        const last = page.at(-1)
        return {
          comments: await readComments(sql, actor, page, clock.today()),
          next: rows.length > PAGE && last ? cursorOf(last.at, last.id) : null,
          count,
          whyNot,
        }
      },
    )

    server.post(
      '/api/comments',
      { config: { sends: ['key'] }, schema: { body: CommentForm, response: { 201: CommentWritten } } },
      async (request, reply) => {
        const actor = actorOf(request)
        allow(actor, 'comment.write')
        const at = clock.now()
        const written = await once(
          sql,
          { ...actor, key: idempotencyKey(request), request: ['comment', request.body], at },
          (tx) => writeComment(tx, actor, request.body, { at, today: clock.today() }),
        )
        return reply.status(201).send(written)
      },
    )

    server.post(
      '/api/comments/:id/withdraw',
      {
        config: { sends: ['version'] },
        schema: { params: Id, response: { 200: z.object({ version: z.number().int() }) } },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'comment.write')
        const seen = versionSeen(request)
        const now = { at: clock.now(), today: clock.today() }
        return sql.begin((tx) => withdrawComment(tx, actor, request.params.id, seen, now))
      },
    )

    server.get(
      '/api/comments/names',
      {
        schema: {
          querystring: z.object({ q: z.string().max(100).default('') }),
          response: { 200: NameList },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'comment.write')
        const bounds = { search: request.query.q.replaceAll('\0', ' '), today: clock.today(), limit: NAMES }
        const rows = await queries.listNameOptions(sql, actor.tenantId, bounds)
        return {
          names: rows.map(({ position, agency, people, first, ...row }) => ({
            ...row,
            detail:
              row.kind === 'agency'
                ? words.discussion.reaches(people, `${first.join(', ')}${people > first.length ? ' …' : ''}`)
                : [position, agency].filter(Boolean).join(', '),
          })),
        }
      },
    )

    server.get(
      '/api/mentions',
      {
        schema: {
          querystring: z.object({ unread: z.enum(['true', 'false']).default('false'), after: After }),
          response: { 200: MentionList },
        },
      },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'comment.read')
        const { unread, after } = request.query
        const rows = await queries.listMentions(sql, actor.tenantId, actor.accountId, {
          unread: unread === 'true',
          before: readCursor(after),
          limit: PAGE + 1,
        })
        const page = rows.slice(0, PAGE)
        const last = page.at(-1)
        const pieces = await readPieces(
          sql,
          actor.tenantId,
          page.map(({ body }) => body),
          clock.today(),
        )
        return {
          mentions: page.map((row, at) => ({
            comment: row.comment,
            subject: { kind: row.kind, id: row.id },
            about: {
              plan: [row.planNumber, row.planTitle].filter(Boolean).join(': '),
              text: [row.text, row.holder && `(${row.holder})`].filter(Boolean).join(' '),
            },
            author: { name: row.author, agency: row.authorAgency },
            through: row.through,
            at: row.at.toISOString(),
            pieces: pieces[at] ?? [],
            withdrawn: row.withdrawn,
            read: row.read,
          })),
          next: rows.length > PAGE && last ? cursorOf(last.at, last.comment) : null,
        }
      },
    )

    server.get('/api/mentions/count', { schema: { response: { 200: MentionCount } } }, async (request) => {
      const actor = actorOf(request)
      allow(actor, 'comment.read')
      return { unread: await queries.countUnread(sql, actor.tenantId, actor.accountId) }
    })

    server.post(
      '/api/mentions/read',
      { config: { sends: ['key'] }, schema: { body: ReadForm, response: { 200: MentionCount } } },
      async (request) => {
        const actor = actorOf(request)
        allow(actor, 'comment.read')
        const { tenantId, accountId } = actor
        const at = clock.now()
        return once(
          sql,
          { tenantId, accountId, key: idempotencyKey(request), request: ['read', request.body], at },
          async (tx) => {
            const read = await queries.markRead(tx, tenantId, accountId, request.body, at)
            if (read > 0) await audit(tx, actor, at, 'mention.read', ['account', accountId], { read })
            return { unread: await queries.countUnread(tx, tenantId, accountId) }
          },
        )
      },
    )
  }
