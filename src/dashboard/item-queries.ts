// The list of nhiệm vụ and how many rows each of its tabs has.
import { addDays } from '../base/calendar.ts'
import { Refusal } from '../base/refusal.ts'
import type { Fragment, Sql } from '../store/database.ts'
import { COUNTED_ITEM_STATE } from '../task/counts.ts'
import type { CountedItemState } from '../task/item.ts'
import { DUE_CLASSES, type DueClass, SOON_DAYS } from '../task/work-state.ts'
import { DUE_CLASS } from '../task/worklist.ts'
import * as words from '../vocabulary/words.ts'
import { ITEM_LISTS, type ItemCell, type ItemList } from './item-state.ts'
import type { ItemFilter, ItemRow } from './items.ts'

export type ItemScope = Omit<ItemFilter, 'after' | 'state'>

interface ItemListRow
  extends Omit<ItemRow, 'plan' | 'lead' | 'period' | 'assignments' | 'done' | 'toConfirm'> {
  planId: string
  planNumber: string | null
  planTitle: string
  leadId: string | null
  leadName: string | null
  round: Pick<ItemRow, 'period' | 'assignments' | 'done' | 'toConfirm'> | null
}

/** Keyset: the last row's (due_on, id), opaque to the reader. */
const cursorOf = ({ dueOn, id }: { dueOn: string | null; id: string }): string =>
  Buffer.from(`${dueOn ?? ''} ${id}`).toString('base64url')

function readCursor(cursor: string): { dueOn: string | null; id: string } {
  const [, dueOn, id] =
    /^(\d{4}-\d\d-\d\d)? ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (!id) throw new Refusal('invalid', 'items.cursor', words.refusal.unreadable)
  return { dueOn: dueOn ?? null, id }
}

function inScope(sql: Sql, tenantId: number, { plan, agency, overseer, event, q }: ItemScope) {
  return sql`
    and item.outcome in ('assign', 'each')
    ${plan ? sql`and item.plan_id = ${plan}` : sql``}
    ${agency === 'many' ? sql`and item.lead_id is null` : agency ? sql`and item.lead_id = ${agency}` : sql``}
    ${overseer ? sql`and item.plan_id in (select id from plan where tenant_id = ${tenantId} and overseer_id = ${overseer})` : sql``}
    ${event ? sql`and item.event is not null and item.event_on is null and item.state = 'open'` : sql``}
    ${q ? sql`and item.search like '%' || fold(${q.replace(/[\\%_]/gu, '\\$&')}::text) || '%'` : sql``}`
}

function inList(sql: Sql, name: ItemList, today: string) {
  const soon = addDays(today, SOON_DAYS)
  const due: Record<DueClass, Fragment> = {
    past: sql`item.due_on < ${today}`,
    soon: sql`item.due_on between ${today} and ${soon}`,
    later: sql`item.due_on > ${soon}`,
    none: sql`item.due_on is null`,
  }
  const or = (parts: Fragment[]) =>
    parts.reduce((all, part, index) => (index === 0 ? part : sql`${all} or ${part}`), sql``)
  const parts = ITEM_LISTS[name].map(
    ({ states, dues }) => sql`(${hasState(sql, states)}
      ${dues.length === DUE_CLASSES.length ? sql`` : sql`and (${or(dues.map((name) => due[name]))})`})`,
  )
  return sql`and (${or(parts)})`
}

const ITEM_STATE: Record<CountedItemState, string> = {
  open: "(item.state = 'open' and item.approved_on is null)",
  'approved-late': "(item.state = 'open' and item.approved_on > item.due_on)",
  'approved-on-time':
    "(item.state = 'open' and item.approved_on is not null and (item.approved_on > item.due_on) is not true)",
  closed: "item.state = 'closed'",
  'done-late': "(item.state = 'done' and item.done_on > item.due_on)",
  'done-on-time': "(item.state = 'done' and (item.done_on > item.due_on) is not true)",
}

/** Conditions on the columns themselves, written out: so the planner knows how many rows they leave. */
const hasState = (sql: Sql, states: readonly CountedItemState[]) =>
  sql`(${sql.unsafe(states.map((state) => ITEM_STATE[state]).join(' or '))})`

/** Nhiệm vụ of the scope, the nearest last day first, undated ones at the end; null as `next` after the last page. */
export async function listItems(
  sql: Sql,
  tenantId: number,
  scope: ItemScope & { state: ItemList },
  page: { after: string | undefined; limit: number; today: string },
): Promise<{ rows: ItemRow[]; next: string | null }> {
  const after = page.after ? readCursor(page.after) : null
  const found = await sql<ItemListRow[]>`
    select item.id, item.quote, item.section, item.lead_printed as "leadPrinted", item.state, item.due_on as "dueOn",
           item.due_text as "dueText", item.due_on - ${page.today}::date as "daysLeft", item.done_on as "doneOn",
           item.approved_on as "approvedOn", item.completion, item.completion_share as "completionShare", item.every, item.event,
           item.event_on as "eventOn", plan.id as "planId", plan.number as "planNumber", plan.title as "planTitle",
           lead.id as "leadId", lead.name as "leadName",
           (select jsonb_build_object('period', period, 'assignments', count(*) filter (where status <> 'closed'),
                                      'done', count(*) filter (where status = 'done'),
                                      'toConfirm', count(*) filter (where status = 'approved'))
            from assignment
            where assignment.tenant_id = ${tenantId} and assignment.item_id = item.id and assignment.role = 'lead'
            group by period order by period desc limit 1) as round
    from item
    join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
    left join agency lead on lead.tenant_id = item.tenant_id and lead.id = item.lead_id
    where item.tenant_id = ${tenantId} ${inScope(sql, tenantId, scope)} ${inList(sql, scope.state, page.today)}
      ${
        !after
          ? sql``
          : after.dueOn === null
            ? sql`and item.due_on is null and item.id > ${after.id}`
            : sql`and (item.due_on > ${after.dueOn} or item.due_on is null
                       or (item.due_on = ${after.dueOn} and item.id > ${after.id}))`
      }
    order by item.due_on nulls last, item.id
    limit ${page.limit + 1}`
  const rows = found.slice(0, page.limit)
  const last = rows.at(-1)
  return { rows: rows.map(asRow), next: found.length > page.limit && last ? cursorOf(last) : null }
}

function asRow({ planId, planNumber, planTitle, leadId, leadName, round, ...row }: ItemListRow): ItemRow {
  return {
    ...row,
    plan: { id: planId, number: planNumber, title: planTitle },
    lead: leadId && leadName ? { id: leadId, name: leadName } : null,
    ...(round ?? { period: '', assignments: 0, done: 0, toConfirm: 0 }),
  }
}

/** From the counters: by who leads and by plan. */
export const listItemCells = (sql: Sql, tenantId: number, today: string) => sql<
  (ItemCell & { leadId: string; planId: string })[]
>`
  select lead_id as "leadId", plan_id as "planId", state, ${DUE_CLASS(sql, today, sql`due_on`)} as due, sum(n)::int as n
  from item_count where tenant_id = ${tenantId} and n <> 0
  group by 1, 2, 3, 4`

/** From the rows, for what the counters do not know: a search, an overseer, an event. */
export const countItemRows = (sql: Sql, tenantId: number, scope: ItemScope, today: string) => sql<ItemCell[]>`
  select ${COUNTED_ITEM_STATE(sql)} as state, ${DUE_CLASS(sql, today, sql`item.due_on`)} as due, count(*)::int as n
  from item
  where item.tenant_id = ${tenantId} ${inScope(sql, tenantId, scope)}
  group by 1, 2`
