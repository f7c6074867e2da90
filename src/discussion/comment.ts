// Writing and striking comments, each in one transaction with its audit; and comments as their readers see them.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { addJob } from '../store/jobs.ts'
import * as words from '../vocabulary/words.ts'
import {
  type Comment,
  type CommentForm,
  type Named,
  namedIn,
  type Piece,
  type Subject,
  splitBody,
  whyNotWithdraw,
} from './discussion.ts'
import * as queries from './queries.ts'

const keyOf = ({ kind, id }: Named) => `${kind} ${id}`

/** Refuses what is not there. Returns why nothing may be written about it, null when it may. */
export async function whyNotHere(sql: Sql, tenantId: number, subject: Subject): Promise<string | null> {
  const found = await queries.findSubject(sql, tenantId, subject)
  if (!found) throw new Refusal('missing', 'comment.subject', words.refusal.missing)
  return found.isOutside ? words.discussion.outside : null
}

/** Refuses about duties of police and army, and names that are nobody's (any more). */
export async function writeComment(
  tx: Sql,
  actor: Actor,
  { subject, body }: CommentForm,
  { at, today }: { at: Date; today: string },
): Promise<{ id: string; unreached: string[] }> {
  const { tenantId, accountId, agencyId } = actor
  const why = await whyNotHere(tx, tenantId, subject)
  if (why) throw new Refusal('forbidden', 'comment.outside', why)
  const named = namedIn(body)
  const names = await queries.listNames(tx, tenantId, named, today)
  for (const one of named) {
    const there = names.get(keyOf(one))
    if (!there) throw new Refusal('invalid', 'comment.name-unknown', words.discussion.nameUnknown)
    if (!there.isActive)
      throw new Refusal(
        'invalid',
        'comment.name-inactive',
        one.kind === 'person'
          ? words.discussion.nameInactive(there.name)
          : words.discussion.nameEnded(there.name),
      )
  }
  const id = randomUUID()
  await queries.insertComment(tx, tenantId, { id, subject, accountId, agencyId, body, at, onDay: today })
  const ids = (wanted: Named['kind']) => named.filter(({ kind }) => kind === wanted).map((one) => one.id)
  const all = await queries.listReached(tx, tenantId, {
    people: ids('person'),
    agencies: ids('agency'),
    today,
  })
  const reached = all.filter((one) => one.accountId !== accountId)
  await queries.insertMentions(tx, tenantId, { commentId: id, at, reached })
  // Whoever wants mentions mailed gets them at once.
  if (reached.length > 0) await addJob(tx, tenantId, 'mail', 'mail')
  await audit(tx, actor, at, 'comment.write', ['comment', id], { subject, reached: reached.length })
  const throughs = new Set(all.flatMap(({ agencyId }) => agencyId ?? []))
  // Of a named agency some may have been reached in person: it is silent only when nobody there is in use.
  const silent = named.filter((one) => one.kind === 'agency' && !throughs.has(one.id))
  const unreached = await queries.listEmptyAgencies(
    tx,
    tenantId,
    silent.map((one) => one.id),
  )
  return { id, unreached: unreached.map(({ name }) => name) }
}

/** Refuses other people's comments, those of another day, and what was struck or changed since it was seen. */
export async function withdrawComment(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  { at, today }: { at: Date; today: string },
): Promise<{ version: number }> {
  const { tenantId, accountId } = actor
  const row = await queries.lockComment(tx, tenantId, id)
  if (!row) throw new Refusal('missing', 'comment.missing', words.refusal.missing)
  const no = whyNotWithdraw({ ...row, isWithdrawn: row.withdrawnAt !== null }, { accountId, today })
  if (no?.kind === 'forbidden') throw new Refusal('forbidden', 'comment.withdraw', no.why)
  if (row.version !== seen) throw new Refusal('stale', 'comment.stale', words.refusal.stale)
  if (no) throw new Refusal(no.kind, 'comment.withdraw', no.why)
  const version = seen + 1
  await queries.withdraw(tx, tenantId, id, { at, version })
  await queries.markWithdrawn(tx, tenantId, id, at)
  await audit(tx, actor, at, 'comment.withdraw', ['comment', id])
  return { version }
}

/** Bodies with the names as they are now. */
export async function readPieces(
  sql: Sql,
  tenantId: number,
  bodies: readonly string[],
  today: string,
): Promise<Piece[][]> {
  const names = await queries.listNames(sql, tenantId, bodies.flatMap(namedIn), today)
  return bodies.map((body) =>
    splitBody(body).map((part) =>
      typeof part === 'string' ? { text: part } : { ...part, name: names.get(keyOf(part))?.name ?? '' },
    ),
  )
}

/** A comment as it reads, names and all. */
export const plainOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : `@${piece.name}`)).join('')

export async function readComments(
  sql: Sql,
  { tenantId, accountId }: Actor,
  rows: readonly queries.CommentRow[],
  today: string,
): Promise<Comment[]> {
  const ids = rows.map(({ id }) => id)
  const [pieces, reading] = await Promise.all([
    readPieces(
      sql,
      tenantId,
      rows.map(({ body }) => body),
      today,
    ),
    queries.listReading(sql, tenantId, ids),
  ])
  return rows.map((row, at) => ({
    id: row.id,
    version: row.version,
    author: { id: row.accountId, name: row.name, position: row.position },
    agency: row.agency,
    at: row.at.toISOString(),
    pieces: pieces[at] ?? [],
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    whyNotWithdraw:
      whyNotWithdraw({ ...row, isWithdrawn: row.withdrawnAt !== null }, { accountId, today })?.why ?? null,
    reached: reading
      .filter(({ commentId }) => commentId === row.id)
      .map(({ name, reached, read }) => ({ name, reached, read })),
  }))
}
