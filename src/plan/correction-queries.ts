// Questions and changes about what items say, after publishing.
import { Refusal } from '../base/refusal.ts'
import type { Span } from '../reading/draft.ts'
import { asJson, type Sql } from '../store/database.ts'
import { IN_ITS_ROUNDS } from '../task/item-queries.ts'
import type { Status } from '../task/task.ts'
import * as words from '../vocabulary/words.ts'
import type { Correction, CorrectionQuery, ItemReading } from './correction.ts'

/** An item with what it says and what its plan was published with. */
export interface ItemFacts {
  id: string
  planId: string
  planNumber: string | null
  planTitle: string
  documentId: string
  ordinal: number
  version: number
  overseerId: string | null
  overseerName: string | null
  reportDays: number
  subDutyDays: number | null
  eventOn: string | null
  reading: ItemReading
}

interface Row extends Omit<ItemFacts, 'reading'>, Omit<ItemReading, 'due' | 'completion'> {
  dueText: string
  dueKind: ItemReading['due']['kind']
  dueFrom: string | null
  dueTo: string | null
  completion: ItemReading['completion']['rule']
  share: number | null
}

export async function getItem(sql: Sql, tenantId: number, id: string): Promise<ItemFacts> {
  const [row] = await sql<Row[]>`
    select item.id, item.plan_id as "planId", plan.number as "planNumber", plan.title as "planTitle",
           coalesce(item.document_id, item.plan_id) as "documentId", item.ordinal, item.version,
           overseer.id as "overseerId", overseer.name as "overseerName", plan.report_days as "reportDays",
           plan.sub_duty_days as "subDutyDays", item.event_on as "eventOn", item.quote, item.section, item.spans,
           item.lead_printed as "leadPrinted", item.coordinating_printed as "coordinatingPrinted", item.deliverables,
           item.due_text as "dueText", item.due_kind as "dueKind", item.due_from as "dueFrom", item.due_to as "dueTo",
           item.outcome, item.completion, item.completion_share as share, item.every, item.event,
           (select jsonb_build_object('id', target.id, 'section', target.section, 'quote', target.quote)
            from item target where target.tenant_id = ${tenantId} and target.id = item.merged_into) as "mergedInto",
           (select coalesce(jsonb_agg(jsonb_build_object('id', agency.id, 'name', agency.name)
                                      order by agency.name collate "vi-x-icu", agency.id), '[]')
            from assignment
            join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
            where assignment.tenant_id = ${tenantId} and assignment.item_id = item.id and assignment.role = 'lead'
              and assignment.status <> 'closed' and assignment.period = ${PRESENT_ROUND(sql, tenantId)}) as bearers,
           (select coalesce(jsonb_agg(jsonb_build_object('id', agency.id, 'name', agency.name)
                                      order by agency.name collate "vi-x-icu", agency.id), '[]')
            from item_coordinating
            join agency on agency.tenant_id = item_coordinating.tenant_id and agency.id = item_coordinating.agency_id
            where item_coordinating.tenant_id = ${tenantId} and item_coordinating.item_id = item.id) as coordinators
    from item
    join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
    left join agency overseer on overseer.tenant_id = plan.tenant_id and overseer.id = plan.overseer_id
    where item.tenant_id = ${tenantId} and item.id = ${id}`
  if (!row) throw new Refusal('missing', 'item.missing', words.refusal.missing)
  return factsOf(row)
}

/** The round of a row of item in which its bearers stand now. */
const PRESENT_ROUND = (sql: Sql, tenantId: number) => sql`
  (select coalesce(max(round.period) filter (where ${IN_ITS_ROUNDS(sql, sql`round.period`)}), max(round.period))
   from assignment round where round.tenant_id = ${tenantId} and round.item_id = item.id and round.role = 'lead')`

function factsOf(row: Row): ItemFacts {
  const { quote, section, spans, leadPrinted, coordinatingPrinted, deliverables, outcome, mergedInto } = row
  const { bearers, coordinators, every, event, completion, share } = row
  const { dueText, dueKind, dueFrom, dueTo, id, planId, planNumber, planTitle, documentId } = row
  const { ordinal, version, overseerId, overseerName, reportDays, subDutyDays, eventOn } = row
  return {
    ...{ id, planId, planNumber, planTitle, documentId, ordinal, version, overseerId, overseerName },
    ...{ reportDays, subDutyDays, eventOn },
    reading: {
      ...{ quote, section, spans, leadPrinted, coordinatingPrinted, deliverables, outcome, mergedInto },
      ...{ bearers, coordinators, every, event },
      due: { text: dueText, kind: dueKind, from: dueFrom, to: dueTo },
      completion: { rule: completion, share },
    },
  }
}

/** The leading assignments of an item's present round and all its coordinating ones. */
export interface Held {
  id: string
  role: 'lead' | 'coordinating'
  agencyId: string
  agencyName: string
  givenTo: string
  givenName: string
  givenOn: string
  status: Status
  dueOn: string | null
  period: string
  periodFrom: string | null
  periodTo: string | null
}

const HELD = (sql: Sql, tenantId: number, itemId: string) => sql`
  from assignment
  join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
  join agency on agency.tenant_id = assignment.tenant_id and agency.id = assignment.agency_id
  join agency given on given.tenant_id = assignment.tenant_id and given.id = assignment.given_to
  where assignment.tenant_id = ${tenantId} and assignment.item_id = ${itemId}
    and (assignment.role = 'coordinating' or assignment.period = ${PRESENT_ROUND(sql, tenantId)})
  order by assignment.id`

export const listHeld = (sql: Sql, tenantId: number, itemId: string) => sql<Held[]>`
  select assignment.id, assignment.role, assignment.agency_id as "agencyId", agency.name as "agencyName",
         assignment.given_to as "givenTo", given.name as "givenName", assignment.given_on as "givenOn", assignment.status,
         assignment.due_on as "dueOn", assignment.period, assignment.period_from as "periodFrom",
         assignment.period_to as "periodTo"
  ${HELD(sql, tenantId, itemId)}`

/**
 * Locks an item for a correction: its assignments first, as every step does, then itself. Refuses when the version
 * seen is old, or when a round was opened meanwhile.
 */
export async function lockItem(tx: Sql, tenantId: number, id: string, seen: number): Promise<Held[]> {
  const before = await tx<{ id: string }[]>`
    select assignment.id ${HELD(tx, tenantId, id)} for no key update of assignment`
  const [row] = await tx<{ version: number }[]>`
    select version from item where tenant_id = ${tenantId} and id = ${id} for no key update`
  if (!row) throw new Refusal('missing', 'item.missing', words.refusal.missing)
  const held = await listHeld(tx, tenantId, id)
  const isSame = held.length === before.length && held.every((one, i) => one.id === before[i]?.id)
  if (row.version !== seen || !isSame) throw new Refusal('stale', 'item.stale', words.refusal.stale)
  return held
}

/** Writes what the item says now and counts its version up. Answers the new version. */
export async function updateReading(
  tx: Sql,
  tenantId: number,
  id: string,
  { due, completion, mergedInto, bearers: _, coordinators, spans, ...reading }: ItemReading,
): Promise<number> {
  const [row] = await tx<{ version: number }[]>`
    update item set quote = ${reading.quote}, section = ${reading.section}, spans = ${tx.json(asJson(spans))},
      lead_printed = ${reading.leadPrinted}, coordinating_printed = ${reading.coordinatingPrinted},
      deliverables = ${reading.deliverables}, due_text = ${due.text}, due_kind = ${due.kind}, due_from = ${due.from},
      due_to = ${due.to}, outcome = ${reading.outcome}, merged_into = ${mergedInto?.id ?? null},
      completion = ${completion.rule}, completion_share = ${completion.share}, every = ${reading.every},
      word_on = case when ${completion.rule} = 'word' then word_on end,
      word_by = case when ${completion.rule} = 'word' then word_by end,
      event = ${reading.event}, event_on = case when event is not distinct from ${reading.event} then event_on end,
      version = version + 1
    where tenant_id = ${tenantId} and id = ${id} returning version`
  await tx`
    delete from item_coordinating where tenant_id = ${tenantId} and item_id = ${id}
      and agency_id <> all(${coordinators.map((agency) => agency.id)}::uuid[])`
  await tx`
    insert into item_coordinating (tenant_id, item_id, agency_id)
    select ${tenantId}::int, ${id}::uuid, agency_id from unnest(${coordinators.map((agency) => agency.id)}::uuid[]) as new (agency_id)
    on conflict do nothing`
  if (!row) throw new Refusal('missing', 'item.missing', words.refusal.missing)
  return row.version
}

/** The period that the present round of an item is for, when that was misread. */
export const movePeriod = (
  tx: Sql,
  tenantId: number,
  rows: readonly Held[],
  { period, periodFrom, periodTo }: Pick<Held, 'period' | 'periodFrom' | 'periodTo'>,
) => tx`
  update assignment set period = ${period}, period_from = ${periodFrom}, period_to = ${periodTo}, version = version + 1
  where tenant_id = ${tenantId} and id = any(${rows.map(({ id }) => id)}::uuid[])`

/** Sub-duties of an item that no single agency leads any more are watched over by the plan's overseer. */
export const freeParts = (tx: Sql, tenantId: number, itemId: string) => tx`
  update assignment set parent_id = null
  where tenant_id = ${tenantId} and item_id = ${itemId} and role = 'coordinating'`

export const isMergedInto = async (sql: Sql, tenantId: number, itemId: string): Promise<boolean> =>
  (await sql`select 1 from item where tenant_id = ${tenantId} and merged_into = ${itemId} limit 1`).length > 0

export const findInPlan = async (sql: Sql, tenantId: number, planId: string, itemId: string) =>
  (
    await sql<{ id: string; section: string; quote: string; outcome: ItemReading['outcome'] }[]>`
      select id, section, quote, outcome from item
      where tenant_id = ${tenantId} and plan_id = ${planId} and id = ${itemId}`
  )[0] ?? null

/** Whether every span lies in the lines of the document. */
export async function areInDocument(
  sql: Sql,
  tenantId: number,
  documentId: string,
  spans: readonly Span[],
): Promise<boolean> {
  if (spans.length === 0) return true
  const numbers = spans.map(({ line }) => line)
  const [row] = await sql<{ lines: { n: number; text: string }[] }[]>`
    select jsonb_path_query_array(lines, '$[*] ? (@.n >= $from && @.n <= $to)',
             jsonb_build_object('from', ${Math.min(...numbers)}::int, 'to', ${Math.max(...numbers)}::int)) as lines
    from plan_source where tenant_id = ${tenantId} and plan_id = ${documentId}`
  const lengths = new Map(row?.lines.map(({ n, text }) => [n, text.length]))
  return spans.every(({ line, from, to }) => from < to && to <= (lengths.get(line) ?? -1))
}

export const insertCorrection = (
  tx: Sql,
  tenantId: number,
  row: Pick<Correction, 'id' | 'planId' | 'itemId' | 'reason' | 'before' | 'after' | 'actor'> & {
    accountId: string
    at: Date
  },
) => tx`
  insert into correction (tenant_id, id, plan_id, item_id, reason, before, after, account_id, actor, at)
  values (${tenantId}, ${row.id}, ${row.planId}, ${row.itemId}, ${row.reason}, ${tx.json(asJson(row.before))},
          ${tx.json(asJson(row.after))}, ${row.accountId}, ${row.actor}, ${row.at})`

const cursorOf = ({ at, id }: { at: Date; id: string }) =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')
function readCursor(cursor: string) {
  const [, at, id] = /^(\S+Z) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (!at || !id || Number.isNaN(Date.parse(at)))
    throw new Refusal('invalid', 'correction.cursor', words.refusal.unreadable)
  return { at, id }
}

/** Who oversees what is asked for; null where nothing is, or nobody does. */
export async function findOverseer(
  sql: Sql,
  tenantId: number,
  { item, work, plan }: CorrectionQuery,
): Promise<{ id: string; name: string } | null> {
  const [row] = await sql<{ id: string; name: string }[]>`
    select agency.id, agency.name from plan
    join agency on agency.tenant_id = plan.tenant_id and agency.id = plan.overseer_id
    where plan.tenant_id = ${tenantId} and plan.id = coalesce(${plan ?? null}::uuid,
      (select plan_id from item where item.tenant_id = ${tenantId} and item.id = ${item ?? null}),
      (select plan_id from assignment where assignment.tenant_id = ${tenantId} and assignment.id = ${work ?? null}))`
  return row ?? null
}

/** Of one item or of a whole plan, newest first. */
export async function listCorrections(
  sql: Sql,
  tenantId: number,
  { item, work, plan, after }: CorrectionQuery,
  limit: number,
): Promise<{ corrections: Correction[]; next: string | null }> {
  const from = after ? readCursor(after) : null
  const rows = await sql<(Omit<Correction, 'at'> & { at: Date })[]>`
    select correction.id, correction.plan_id as "planId", correction.item_id as "itemId", item.section, item.quote,
           correction.reason, correction.before, correction.after, correction.actor, correction.at
    from correction join item on item.tenant_id = correction.tenant_id and item.id = correction.item_id
    where correction.tenant_id = ${tenantId}
      ${item ? sql`and correction.item_id = ${item}` : sql``}
      ${work ? sql`and correction.item_id = (select item_id from assignment where assignment.tenant_id = ${tenantId} and assignment.id = ${work})` : sql``}
      ${plan ? sql`and correction.plan_id = ${plan}` : sql``}
      ${from ? sql`and (correction.at, correction.id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql``}
    order by correction.at desc, correction.id desc limit ${limit + 1}`
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    corrections: page.map((row) => ({ ...row, at: row.at.toISOString() })),
    next: rows.length > limit && last ? cursorOf(last) : null,
  }
}
