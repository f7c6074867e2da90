// Questions and changes about warnings and whom they were sent to. `sql` is the connection or the transaction.
import { Refusal } from '../base/refusal.ts'
import type { NewNotice } from '../notice/notice.ts'
import { asJson, type Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import type { CooperativeRef, Recipient, RecipientQuery, TellForm, WarningRow } from './warning.ts'
import type { ProductOf, WarningState, Way, Why } from './warning-match.ts'

export const PAGE = 50

export interface StoredWarning extends Omit<WarningRow, 'state' | 'recipients' | 'told'> {
  rowVersion: number
  document: string | null
  content: string
  hsCodes: string[]
  productWords: string[]
  markets: string[]
  /** 0 while it was not sent. */
  version: number
  sentBy: string | null
  withdrawnOn: string | null
  withdrawnBy: string | null
  withdrawReason: string | null
}

const STATE = (sql: Sql, today: string) => sql`
  case when sending.withdrawn_on is not null then 'withdrawn'
       when warning.ends_on < ${today} then 'ended'
       when sending.warning_id is null then 'unsent' else 'sent' end`

const FROM = (sql: Sql, tenantId: number) => sql`
  from trade_warning warning
  left join warning_sending sending on sending.tenant_id = ${tenantId} and sending.warning_id = warning.id`

/** Newest first; `before` is the place of the last one of the page before. */
export const listWarnings = (
  sql: Sql,
  tenantId: number,
  filter: { state: WarningState | null; q: string | null; today: string },
  before: { on: string; id: string } | null,
) => sql<WarningRow[]>`
  select warning.id, warning.code, warning.title, warning.kind, warning.issued_by as "issuedBy",
         warning.issued_on as "issuedOn", warning.ends_on as "endsOn", sending.sent_on as "sentOn",
         ${STATE(sql, filter.today)} as state,
         (select count(*) from warning_recipient one where one.tenant_id = ${tenantId} and one.warning_id = warning.id
            and one.kind <> 'left-out')::int as recipients,
         (select count(*) from warning_recipient one where one.tenant_id = ${tenantId} and one.warning_id = warning.id
            and one.kind <> 'left-out' and one.seen_on is not null)::int as told
  ${FROM(sql, tenantId)}
  where warning.tenant_id = ${tenantId} and not warning.is_void
    ${filter.state ? sql`and ${STATE(sql, filter.today)} = ${filter.state}` : sql``}
    ${filter.q ? sql`and warning.search like '%' || fold(${filter.q}) || '%'` : sql``}
    ${before ? sql`and (warning.issued_on, warning.id) < (${before.on}::date, ${before.id}::uuid)` : sql``}
  order by warning.issued_on desc, warning.id desc limit ${PAGE + 1}`

export const countWarnings = (sql: Sql, tenantId: number, today: string) => sql<
  { state: WarningState; n: number }[]
>`
  select ${STATE(sql, today)} as state, count(*)::int as n ${FROM(sql, tenantId)}
  where warning.tenant_id = ${tenantId} and not warning.is_void group by 1`

/** With `isLocked` nobody else sends or withdraws it until the end of the transaction. */
export async function getWarning(
  sql: Sql,
  tenantId: number,
  id: string,
  isLocked = false,
): Promise<StoredWarning> {
  const [row] = await sql<StoredWarning[]>`
    select warning.id, warning.version as "rowVersion", warning.code, warning.title, warning.kind,
           warning.issued_by as "issuedBy", warning.issued_on as "issuedOn", warning.ends_on as "endsOn",
           warning.document, coalesce(warning.content, '') as content, coalesce(warning.hs_codes, '{}') as "hsCodes",
           coalesce(warning.product_words, '{}') as "productWords", coalesce(warning.markets, '{}') as markets,
           coalesce(sending.version, 0) as version, sending.sent_on as "sentOn", sending.actor as "sentBy",
           sending.withdrawn_on as "withdrawnOn", sending.withdrawn_by as "withdrawnBy",
           sending.withdraw_reason as "withdrawReason"
    ${FROM(sql, tenantId)}
    where warning.tenant_id = ${tenantId} and warning.id = ${id} and not warning.is_void
    ${isLocked ? sql`for no key update of warning` : sql``}`
  if (!row) throw new Refusal('missing', 'warning.missing', words.refusal.missing)
  return row
}

/** Products of cooperatives that still exist. */
export const listProducts = (sql: Sql, tenantId: number) => sql<ProductOf[]>`
  select product.id, product.name, product.cooperative as "cooperativeId", product.hs_code as "hsCode",
         coalesce(product.markets, '{}') as markets
  from product join cooperative on cooperative.tenant_id = ${tenantId} and cooperative.id = product.cooperative
  where product.tenant_id = ${tenantId} and not product.is_void and not cooperative.is_void
    and cooperative.status <> 'ended'
  order by product.name collate "vi-x-icu", product.id`

export const REF = (sql: Sql) => sql`
  jsonb_build_object('id', cooperative.id, 'name', cooperative.name, 'code', cooperative.code,
                     'place', jsonb_build_object('id', place.id, 'name', place.name))`

export const PLACE = (sql: Sql, tenantId: number) => sql`
  join agency place on place.tenant_id = ${tenantId} and place.id = cooperative.place`

/** Those of the cooperatives that there are, by commune and name. */
export async function listRefs(
  sql: Sql,
  tenantId: number,
  ids: readonly string[],
): Promise<CooperativeRef[]> {
  const rows = await sql<{ ref: CooperativeRef }[]>`
    select ${REF(sql)} as ref from cooperative ${PLACE(sql, tenantId)}
    where cooperative.tenant_id = ${tenantId} and cooperative.id = any(${ids as string[]}::uuid[])
      and not cooperative.is_void
    order by place.name collate "vi-x-icu", cooperative.name collate "vi-x-icu", cooperative.id`
  return rows.map(({ ref }) => ref)
}

/** Whom a person may add: by number or by words of the name. */
export async function findCandidates(sql: Sql, tenantId: number, q: string): Promise<CooperativeRef[]> {
  const rows = await sql<{ ref: CooperativeRef }[]>`
    select ${REF(sql)} as ref from cooperative ${PLACE(sql, tenantId)}
    where cooperative.tenant_id = ${tenantId} and not cooperative.is_void and cooperative.status <> 'ended'
      and cooperative.search like '%' || fold(${q}) || '%'
    order by cooperative.name collate "vi-x-icu", cooperative.id limit 20`
  return rows.map(({ ref }) => ref)
}

/** Everybody it was sent to or kept from. */
export const listKnown = (sql: Sql, tenantId: number, warningId: string) => sql<
  { cooperativeId: string; kind: Recipient['kind'] }[]
>`
  select cooperative_id as "cooperativeId", kind from warning_recipient
  where tenant_id = ${tenantId} and warning_id = ${warningId} order by cooperative_id`

export const countByPlace = (sql: Sql, tenantId: number, warningId: string) => sql<
  { id: string; name: string; recipients: number; told: number }[]
>`
  select place.id, place.name, count(*)::int as recipients, count(recipient.seen_on)::int as told
  from warning_recipient recipient
  join cooperative on cooperative.tenant_id = ${tenantId} and cooperative.id = recipient.cooperative_id
  ${PLACE(sql, tenantId)}
  where recipient.tenant_id = ${tenantId} and recipient.warning_id = ${warningId} and recipient.kind <> 'left-out'
  group by place.id, place.name
  order by count(*) - count(recipient.seen_on) desc, place.name collate "vi-x-icu"`

export interface RecipientRow {
  cooperative: CooperativeRef
  kind: Recipient['kind']
  why: Why[]
  reason: string
  sentOn: string
  actor: string
  seenOn: string | null
  seenWay: Way | null
  seenNote: string
  seenBy: string | null
  seenAgency: string | null
}

/** By commune and name, a page after the last one of the page before. */
export const listRecipients = (
  sql: Sql,
  tenantId: number,
  warningId: string,
  { told, place }: Omit<RecipientQuery, 'after'>,
  after: { place: string; name: string; id: string } | null,
) => sql<RecipientRow[]>`
  select ${REF(sql)} as cooperative, recipient.kind, recipient.why, recipient.reason, recipient.sent_on as "sentOn",
         recipient.actor, recipient.seen_on as "seenOn", recipient.seen_way as "seenWay",
         recipient.seen_note as "seenNote", recipient.seen_by as "seenBy", teller.name as "seenAgency"
  from warning_recipient recipient
  join cooperative on cooperative.tenant_id = ${tenantId} and cooperative.id = recipient.cooperative_id
  ${PLACE(sql, tenantId)}
  left join agency teller on teller.tenant_id = ${tenantId} and teller.id = recipient.seen_agency_id
  where recipient.tenant_id = ${tenantId} and recipient.warning_id = ${warningId}
    and ${
      told === 'out'
        ? sql`recipient.kind = 'left-out'`
        : told === 'yes'
          ? sql`recipient.kind <> 'left-out' and recipient.seen_on is not null`
          : sql`recipient.kind <> 'left-out' and recipient.seen_on is null`
    }
    ${place ? sql`and cooperative.place = ${place}` : sql``}
    ${
      after
        ? sql`and (place.name collate "vi-x-icu", cooperative.name collate "vi-x-icu", cooperative.id)
                > (${after.place}, ${after.name}, ${after.id}::uuid)`
        : sql``
    }
  order by place.name collate "vi-x-icu", cooperative.name collate "vi-x-icu", cooperative.id limit ${PAGE + 1}`

export const insertSending = (
  tx: Sql,
  tenantId: number,
  sending: { warningId: string; on: string; actor: string; at: Date },
) => tx`
  insert into warning_sending (tenant_id, warning_id, sent_on, actor, at)
  values (${tenantId}, ${sending.warningId}, ${sending.on}, ${sending.actor}, ${sending.at})`

/** One version on; refuses when somebody was faster. */
export async function touchSending(
  tx: Sql,
  tenantId: number,
  warningId: string,
  seen: number,
): Promise<void> {
  const rows = await tx`
    update warning_sending set version = version + 1
    where tenant_id = ${tenantId} and warning_id = ${warningId} and version = ${seen} returning version`
  if (rows.length === 0) throw new Refusal('stale', 'warning.stale', words.refusal.stale)
}

export const withdrawSending = (
  tx: Sql,
  tenantId: number,
  warningId: string,
  withdrawal: { on: string; by: string; reason: string },
) => tx`
  update warning_sending set withdrawn_on = ${withdrawal.on}, withdrawn_by = ${withdrawal.by},
    withdraw_reason = ${withdrawal.reason}
  where tenant_id = ${tenantId} and warning_id = ${warningId}`

export interface NewRecipient {
  cooperativeId: string
  kind: Recipient['kind']
  why: Why[]
  reason: string
}

export const insertRecipients = (
  tx: Sql,
  tenantId: number,
  warningId: string,
  recipients: readonly NewRecipient[],
  by: { on: string; actor: string; at: Date },
) => tx`
  insert into warning_recipient (tenant_id, warning_id, cooperative_id, kind, why, reason, sent_on, actor, at)
  select ${tenantId}::int, ${warningId}::uuid, "cooperativeId", kind, why, reason, ${by.on}::date, ${by.actor},
         ${by.at}::timestamptz
  from jsonb_to_recordset(${tx.json(asJson(recipients))}) as new
    ("cooperativeId" uuid, kind text, why jsonb, reason text)`

/** Under a lock: those it was sent to, with the commune that tells them. */
export const lockRecipients = (
  tx: Sql,
  tenantId: number,
  warningId: string,
  cooperativeIds: readonly string[],
) => tx<{ id: string; name: string; placeId: string; seenOn: string | null; sentOn: string }[]>`
  select cooperative.id, cooperative.name, cooperative.place as "placeId", recipient.seen_on as "seenOn",
         recipient.sent_on as "sentOn"
  from warning_recipient recipient
  join cooperative on cooperative.tenant_id = ${tenantId} and cooperative.id = recipient.cooperative_id
  where recipient.tenant_id = ${tenantId} and recipient.warning_id = ${warningId} and recipient.kind <> 'left-out'
    and recipient.cooperative_id = any(${cooperativeIds as string[]}::uuid[])
  order by cooperative.id
  for no key update of recipient`

/** null: it was recorded by mistake. */
export const setTold = (
  tx: Sql,
  tenantId: number,
  warningId: string,
  cooperativeIds: readonly string[],
  told: (Omit<TellForm, 'cooperativeIds'> & { by: string; agencyId: string | null; at: Date }) | null,
) => tx`
  update warning_recipient
  set seen_on = ${told?.on ?? null}, seen_way = ${told?.way ?? null}, seen_note = ${told?.note ?? ''},
      seen_by = ${told?.by ?? null}, seen_agency_id = ${told?.agencyId ?? null}, seen_at = ${told?.at ?? null}
  where tenant_id = ${tenantId} and warning_id = ${warningId}
    and cooperative_id = any(${cooperativeIds as string[]}::uuid[])`

/** The warnings a cooperative was sent, the latest first. */
export const listOfCooperative = (sql: Sql, tenantId: number, cooperativeId: string, today: string) => sql<
  { id: string; title: string; sentOn: string; state: WarningState; toldOn: string | null; why: Why[] }[]
>`
  select warning.id, warning.title, recipient.sent_on as "sentOn", ${STATE(sql, today)} as state,
         recipient.seen_on as "toldOn", recipient.why
  ${FROM(sql, tenantId)}
  join warning_recipient recipient on recipient.tenant_id = ${tenantId} and recipient.warning_id = warning.id
  where warning.tenant_id = ${tenantId} and recipient.cooperative_id = ${cooperativeId}
    and recipient.kind <> 'left-out'
  order by recipient.sent_on desc, warning.id`

/** One notice for each commune, with the number of its cooperatives. */
export const noticesOf = (
  warning: Pick<StoredWarning, 'id' | 'title'>,
  kind: 'warning-sent' | 'warning-withdrawn',
  places: ReadonlyMap<string, number>,
  reason = '',
): NewNotice[] =>
  [...places].map(([agencyId, items]) => ({
    ...{ agencyId, kind, subject: { kind: 'warning', id: warning.id } },
    detail: { title: warning.title, reason, items },
  }))
