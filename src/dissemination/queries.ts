// Questions and changes about sessions of dissemination. `sql` is the connection or the transaction.
import { Refusal } from '../base/refusal.ts'
import { asJson, type Sql } from '../store/database.ts'
import { mediaOf } from '../task/evidence.ts'
import { REPORTS_OUTSIDE } from '../task/task.ts'
import * as words from '../vocabulary/words.ts'
import type { Form, SessionFacts } from './dissemination.ts'

export interface PlanRow {
  id: string
  number: string | null
  title: string
  status: string
  overseerId: string | null
  overseerName: string | null
}

export async function getPlanHead(sql: Sql, tenantId: number, id: string): Promise<PlanRow> {
  const [row] = await sql<PlanRow[]>`
    select plan.id, plan.number, plan.title, plan.status, plan.overseer_id as "overseerId", overseer.name as "overseerName"
    from plan left join agency overseer on overseer.tenant_id = plan.tenant_id and overseer.id = plan.overseer_id
    where plan.tenant_id = ${tenantId} and plan.id = ${id}`
  if (!row) throw new Refusal('missing', 'plan.missing', words.refusal.missing)
  return row
}

export interface ShareRow {
  id: string
  name: string
  kind: string
  isBearer: boolean
  sessions: number
  target: number
  reached: number
}

/** Every agency that bears an assignment of the plan now, and every other one that held a session for it. */
export const listShares = (sql: Sql, tenantId: number, planId: string) => sql<ShareRow[]>`
  with bearer as (
    select distinct agency_id as id from assignment where tenant_id = ${tenantId} and plan_id = ${planId}
  ),
  held as (
    select agency_id as id, count(*) as sessions, sum(target) as target, sum(reached) as reached from dissemination
    where tenant_id = ${tenantId} and plan_id = ${planId} and cancelled_at is null
    group by agency_id
  )
  select agency.id, agency.name, agency.kind, bearer.id is not null as "isBearer", coalesce(held.sessions, 0) as sessions,
         coalesce(held.target, 0) as target, coalesce(held.reached, 0) as reached
  from bearer full join held on held.id = bearer.id
  join agency on agency.tenant_id = ${tenantId} and agency.id = coalesce(bearer.id, held.id)
  where held.id is not null or not agency.kind = any(${REPORTS_OUTSIDE as string[]})
  order by agency.name collate "vi-x-icu", agency.id`

export const listOutside = (sql: Sql, tenantId: number, planId: string) => sql<
  { id: string; name: string }[]
>`
  select distinct agency.id, agency.name collate "vi-x-icu" as name from assignment
  join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
  where assignment.tenant_id = ${tenantId} and assignment.plan_id = ${planId} and agency.kind = any(${REPORTS_OUTSIDE as string[]})
  order by name, agency.id`

export interface SessionRow {
  id: string
  version: number
  planId: string
  overseerId: string | null
  agencyId: string
  agencyName: string
  agencyKind: string
  heldOn: string
  form: Form
  content: string
  target: number
  reached: number
  note: string
  cancelled: boolean
  recordedBy: string
  recordedAt: Date
  files: { hash: string; name: string; media: string; size: number }[]
  corrections: { by: string; at: string; reason: string; before: SessionFacts; after: SessionFacts }[]
}

const SESSION = (sql: Sql, tenantId: number) => sql`
  session.id, session.version, session.plan_id as "planId", plan.overseer_id as "overseerId",
  session.agency_id as "agencyId", agency.name as "agencyName", agency.kind as "agencyKind", session.held_on as "heldOn",
  session.form, session.content, session.target, session.reached, session.note,
  session.cancelled_at is not null as cancelled, account.name as "recordedBy", session.created_at as "recordedAt",
  coalesce((select jsonb_agg(jsonb_build_object('hash', hash, 'name', name, 'media', media, 'size', size) order by name)
            from dissemination_file file
            where file.tenant_id = ${tenantId} and file.dissemination_id = session.id), '[]') as files,
  coalesce((select jsonb_agg(jsonb_build_object('by', by.name, 'at', to_char(correction.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                                                'reason', correction.reason, 'before', correction.before,
                                                'after', correction.after) order by correction.seq)
            from dissemination_correction correction
            join account by on by.tenant_id = ${tenantId} and by.id = correction.account_id
            where correction.tenant_id = ${tenantId} and correction.dissemination_id = session.id), '[]') as corrections
  from dissemination session
  join plan on plan.tenant_id = session.tenant_id and plan.id = session.plan_id
  join agency on agency.tenant_id = session.tenant_id and agency.id = session.agency_id
  join account on account.tenant_id = session.tenant_id and account.id = session.created_by`

/** The latest first; `before` is the place of the last one of the page before. */
export const listSessions = (
  sql: Sql,
  tenantId: number,
  planId: string,
  { before, limit }: { before: { on: string; id: string } | null; limit: number },
) => sql<SessionRow[]>`
  select ${SESSION(sql, tenantId)}
  where session.tenant_id = ${tenantId} and session.plan_id = ${planId}
    ${before ? sql`and (session.held_on, session.id) < (${before.on}::date, ${before.id}::uuid)` : sql``}
  order by session.held_on desc, session.id desc limit ${limit}`

/** Under a lock until the end of the transaction. */
export async function lockSession(tx: Sql, tenantId: number, id: string): Promise<SessionRow> {
  const [row] = await tx<SessionRow[]>`
    select ${SESSION(tx, tenantId)}
    where session.tenant_id = ${tenantId} and session.id = ${id}
    for no key update of session`
  if (!row) throw new Refusal('missing', 'dissemination.missing', words.refusal.missing)
  return row
}

export interface NewSession extends Omit<SessionFacts, 'files' | 'cancelled'> {
  id: string
  planId: string
  agencyId: string
  createdBy: string
  at: Date
}

export const insertSession = (tx: Sql, tenantId: number, session: NewSession) => tx`
  insert into dissemination (tenant_id, id, plan_id, agency_id, held_on, form, content, target, reached, note, created_by,
                             created_at)
  values (${tenantId}, ${session.id}, ${session.planId}, ${session.agencyId}, ${session.heldOn}, ${session.form},
          ${session.content}, ${session.target}, ${session.reached}, ${session.note}, ${session.createdBy}, ${session.at})`

export const updateSession = (
  tx: Sql,
  tenantId: number,
  id: string,
  facts: SessionFacts,
  { version, at }: { version: number; at: Date },
) => tx`
  update dissemination set held_on = ${facts.heldOn}, form = ${facts.form}, content = ${facts.content},
    target = ${facts.target}, reached = ${facts.reached}, note = ${facts.note},
    cancelled_at = ${facts.cancelled ? at : null}, version = ${version}
  where tenant_id = ${tenantId} and id = ${id}`

export const insertCorrection = (
  tx: Sql,
  tenantId: number,
  id: string,
  correction: {
    seq: number
    accountId: string
    at: Date
    reason: string
    before: SessionFacts
    after: SessionFacts
  },
) => tx`
  insert into dissemination_correction (tenant_id, dissemination_id, seq, account_id, at, reason, before, after)
  values (${tenantId}, ${id}, ${correction.seq}, ${correction.accountId}, ${correction.at}, ${correction.reason},
          ${tx.json(asJson(correction.before))}, ${tx.json(asJson(correction.after))})`

/** These and no others; refuses a file that was never stored. */
export async function setFiles(
  tx: Sql,
  tenantId: number,
  id: string,
  files: readonly { hash: string; name: string }[],
): Promise<void> {
  await tx`delete from dissemination_file where tenant_id = ${tenantId} and dissemination_id = ${id}`
  // The same bytes twice are one piece of evidence.
  const byHash = new Map(files.map((file) => [file.hash, { ...file, media: mediaOf(file.name) }]))
  const stored = await tx<{ hash: string }[]>`
    insert into dissemination_file (tenant_id, dissemination_id, hash, name, media, size)
    select ${tenantId}::int, ${id}::uuid, file.hash, new.name, new.media, file.size
    from jsonb_to_recordset(${tx.json(asJson([...byHash.values()]))}) as new (hash text, name text, media text)
    join file on file.tenant_id = ${tenantId} and file.hash = new.hash
    returning hash`
  const there = new Set(stored.map(({ hash }) => hash))
  const unknown = [...byHash.values()].find(({ hash }) => !there.has(hash))
  if (unknown) throw new Refusal('invalid', 'file.unknown', words.task.fileUnknown(unknown.name))
}

/** Bytes of a piece of evidence: only through the session that shows it. */
export async function findFile(
  sql: Sql,
  tenantId: number,
  id: string,
  hash: string,
): Promise<{ name: string; media: string; bytes: Uint8Array } | null> {
  const [row] = await sql<{ name: string; media: string; bytes: Uint8Array }[]>`
    select shown.name, shown.media, file.bytes from dissemination_file shown
    join file on file.tenant_id = shown.tenant_id and file.hash = shown.hash
    where shown.tenant_id = ${tenantId} and shown.dissemination_id = ${id} and shown.hash = ${hash}`
  return row ?? null
}

export async function findAgencyKind(sql: Sql, tenantId: number, id: string): Promise<string | null> {
  const [row] = await sql<{ kind: string }[]>`
    select kind from agency where tenant_id = ${tenantId} and id = ${id}`
  return row?.kind ?? null
}
