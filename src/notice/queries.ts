// Questions and changes about notices.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import { asJson, type Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import type { NewNotice, Notice } from './notice.ts'

/** Tells agencies and people; in the transaction of what is told. `by` is who did it. */
export async function tell(
  tx: Sql,
  by: Pick<Actor, 'tenantId' | 'name'>,
  at: Date,
  notices: readonly NewNotice[],
): Promise<void> {
  if (notices.length === 0) return
  const rows = notices.map(({ subject, detail, ...notice }) => ({
    ...notice,
    detail: { reason: '', fields: [], items: null, ...detail },
    ...{ id: randomUUID(), subjectKind: subject.kind, subjectId: subject.id },
  }))
  await tx`
    insert into notice (tenant_id, id, agency_id, account_id, kind, subject_kind, subject_id, detail, actor, at)
    select ${by.tenantId}::int, id, "agencyId", "accountId", kind, "subjectKind", "subjectId", detail, ${by.name}, ${at}::timestamptz
    from jsonb_to_recordset(${tx.json(asJson(rows))}) as new
      (id uuid, "agencyId" uuid, "accountId" uuid, kind text, "subjectKind" text, "subjectId" uuid, detail jsonb)`
}

/** The agencies whose notices are this person's: the own and those of whom one stands in for, units their agency's too. */
export const agenciesOf = ({ capacities }: Pick<Actor, 'capacities'>): string[] => [
  ...new Set(
    capacities
      .flatMap(({ agencyId, unitOf }) => [agencyId, unitOf])
      .filter((id): id is string => id !== null),
  ),
]

interface NoticeRow extends Omit<Notice, 'at' | 'agency' | 'subject'> {
  at: Date
  agencyId: string | null
  agencyName: string | null
  subjectKind: Notice['subject']['kind']
  subjectId: string
}

export interface NoticeScope {
  agencies: readonly string[]
  accountId: string
  /** Only those about this item. */
  item: string | null
  /** Only those about the item of this assignment. */
  work: string | null
  isUnseen: boolean
}

const cursorOf = ({ at, id }: NoticeRow) => Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')
function readCursor(cursor: string) {
  const [, at, id] = /^(\S+Z) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (!at || !id || Number.isNaN(Date.parse(at)))
    throw new Refusal('invalid', 'notice.cursor', words.refusal.unreadable)
  return { at, id }
}

/** To this person alone, or to one of the agencies. */
const IS_TOLD = (sql: Sql, { agencies, accountId }: Pick<NoticeScope, 'agencies' | 'accountId'>) => sql`
  (notice.account_id = ${accountId}
   or (notice.account_id is null and notice.agency_id = any(${agencies as string[]}::uuid[])))`

const IN_SCOPE = (
  sql: Sql,
  tenantId: number,
  { agencies, accountId, item, work, isUnseen }: NoticeScope,
) => sql`
  notice.tenant_id = ${tenantId} and ${IS_TOLD(sql, { agencies, accountId })}
  ${item ? sql`and notice.subject_kind = 'item' and notice.subject_id = ${item}` : sql``}
  ${
    work
      ? sql`and notice.subject_kind = 'item' and notice.subject_id =
              (select item_id from assignment where assignment.tenant_id = ${tenantId} and assignment.id = ${work})`
      : sql``
  }
  ${
    isUnseen
      ? sql`and not exists (select 1 from notice_seen where notice_seen.tenant_id = ${tenantId}
              and notice_seen.notice_id = notice.id and notice_seen.account_id = ${accountId})`
      : sql``
  }`

/** Newest first, a page of `limit` after the cursor. */
export async function listNotices(
  sql: Sql,
  tenantId: number,
  scope: NoticeScope,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<{ notices: Notice[]; next: string | null }> {
  const from = after ? readCursor(after) : null
  const rows = await sql<NoticeRow[]>`
    select notice.id, notice.kind, notice.agency_id as "agencyId", agency.name as "agencyName",
           notice.subject_kind as "subjectKind", notice.subject_id as "subjectId", notice.detail, notice.actor, notice.at,
           exists (select 1 from notice_seen where notice_seen.tenant_id = ${tenantId}
                   and notice_seen.notice_id = notice.id and notice_seen.account_id = ${scope.accountId}) as "isSeen"
    from notice left join agency on agency.tenant_id = notice.tenant_id and agency.id = notice.agency_id
    where ${IN_SCOPE(sql, tenantId, scope)}
      ${from ? sql`and (notice.at, notice.id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql``}
    order by notice.at desc, notice.id desc limit ${limit + 1}`
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    notices: page.map(({ agencyId, agencyName, subjectKind, subjectId, at, ...row }) => ({
      ...row,
      agency: agencyId && agencyName ? { id: agencyId, name: agencyName } : null,
      subject: { kind: subjectKind, id: subjectId },
      at: at.toISOString(),
    })),
    next: rows.length > limit && last ? cursorOf(last) : null,
  }
}

export async function countUnseen(sql: Sql, tenantId: number, scope: NoticeScope): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*) as n from notice where ${IN_SCOPE(sql, tenantId, { ...scope, isUnseen: true })}`
  return row?.n ?? 0
}

/** Marks notices to these agencies as seen by one person; a second time it does nothing. Returns how many were new. */
export async function markSeen(
  tx: Sql,
  tenantId: number,
  { agencies, accountId }: Pick<NoticeScope, 'agencies' | 'accountId'>,
  ids: readonly string[],
  at: Date,
): Promise<number> {
  const rows = await tx`
    insert into notice_seen (tenant_id, notice_id, account_id, at)
    select ${tenantId}::int, id, ${accountId}::uuid, ${at}::timestamptz from notice
    where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[])
      and ${IS_TOLD(tx, { agencies, accountId })}
    on conflict do nothing returning notice_id`
  return rows.length
}
