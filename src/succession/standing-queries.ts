// The facts behind a report as of a day, read in batches at one moment of the data, and kept while nothing changes.
import { type Agency, nameOn } from '../agency/agency.ts'
import { listAgencies } from '../agency/queries.ts'
import type { Database, Sql } from '../store/database.ts'
import { readStamp } from '../store/stamp.ts'
import { NOBODY } from '../task/counts.ts'
import { listPastSteps } from '../task/record.ts'
import type { Folded } from '../task/task.ts'
import { countedState, isIn, tally } from '../task/work-state.ts'
import {
  addToCells,
  dueClassOn,
  foldOn,
  linesOf,
  type StandingCell,
  type StandingReport,
  type StandingWork,
} from './standing.ts'

/** Small enough that others, who share the thread, wait less than a tenth of a second. */
const BATCH = 2000

export interface StandingScope {
  day: string
  planId: string | null
  agencyId: string | null
}

interface GivenRow {
  id: string
  planId: string
  itemId: string
  role: 'lead' | 'coordinating'
  givenTo: string
  givenDue: string | null
  givenUnit: string | null
  givenOn: string
}

/** Given by the day; with an agency only what it was ever given, got or has. */
const listGiven = (
  sql: Sql,
  tenantId: number,
  { day, planId, agencyId }: StandingScope,
  after: string,
  limit: number,
) =>
  sql<GivenRow[]>`
  select id, plan_id as "planId", item_id as "itemId", role, given_to as "givenTo", given_due as "givenDue",
         given_unit as "givenUnit", given_on as "givenOn"
  from assignment
  where tenant_id = ${tenantId} and id > ${after} and given_on <= ${day}
    ${planId ? sql`and plan_id = ${planId}` : sql``}
    ${
      agencyId
        ? sql`and (given_to = ${agencyId} or agency_id = ${agencyId} or id in (
            select assignment_id from step
            where step.tenant_id = ${tenantId} and step.to_agency_id = ${agencyId} and step.kind = 'transfer'))`
        : sql``
    }
  order by id limit ${limit}`

/** Each assignment of the scope as it stood on the day. */
async function* standings(
  sql: Sql,
  tenantId: number,
  scope: StandingScope,
  from: string,
  limit: number,
): AsyncGenerator<GivenRow & { folded: Folded }> {
  for (let after = from; ; ) {
    const rows = await listGiven(sql, tenantId, scope, after, limit)
    const past = await listPastSteps(
      sql,
      tenantId,
      rows.map(({ id }) => id),
    )
    for (const row of rows) {
      const given = {
        agencyId: row.givenTo,
        dueOn: row.givenDue,
        unitId: row.givenUnit,
        givenOn: row.givenOn,
      }
      const folded = foldOn(given, past.get(row.id) ?? [], scope.day)
      if (folded && (!scope.agencyId || folded.agencyId === scope.agencyId)) yield { ...row, folded }
    }
    if (rows.length < limit) return
    after = rows.at(-1)?.id ?? after
  }
}

/** Counted by agency, plan, state and due class, from the facts alone. */
export async function countStanding(
  sql: Sql,
  tenantId: number,
  scope: StandingScope,
): Promise<StandingCell[]> {
  const cells = new Map<string, StandingCell>()
  for await (const { planId, role, folded } of standings(sql, tenantId, scope, NOBODY, BATCH))
    addToCells(cells, { planId, role }, folded, scope.day)
  return [...cells.values()]
}

/** Answers that stay right while the sum of the stamps stays. */
const KEPT = 60
const kept = new Map<string, { stamp: number; cells: StandingCell[] }>()

async function cellsOf(sql: Database, tenantId: number, scope: StandingScope): Promise<StandingCell[]> {
  const key = JSON.stringify([tenantId, scope])
  const stamp = await readStamp(sql, tenantId)
  const known = kept.get(key)
  if (known?.stamp === stamp) return known.cells
  const cells = await sql.begin('isolation level repeatable read read only', (tx) =>
    countStanding(tx, tenantId, scope),
  )
  kept.delete(key)
  kept.set(key, { stamp, cells })
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest) kept.delete(oldest)
  return cells
}

/** The report as of a day, agencies and overseers named as they were then. */
export async function reportStanding(
  sql: Database,
  tenantId: number,
  scope: StandingScope,
): Promise<StandingReport> {
  const cells = await cellsOf(sql, tenantId, scope)
  const lines = linesOf(cells)
  const planIds = [...new Set(lines.map(({ planId }) => planId))]
  const agencies = new Map((await listAgencies(sql, tenantId)).map((agency) => [agency.id, agency]))
  const plans = new Map((await listPlansOn(sql, tenantId, planIds, scope.day)).map((plan) => [plan.id, plan]))
  const named = (id: string | null) => {
    const agency = id ? agencies.get(id) : undefined
    return agency ? { id: agency.id, name: nameOn(agency, scope.day), province: agency.province } : null
  }
  const rows = lines.flatMap(({ agencyId, planId, ...line }) => {
    const agency = named(agencyId)
    const plan = plans.get(planId)
    if (!agency || !plan) return []
    const { id, number, title } = plan
    return [{ agency, plan: { id, number, title }, overseer: named(plan.overseerId), ...line }]
  })
  const order = new Intl.Collator('vi')
  rows.sort(
    (a, b) =>
      b.leading.overdue - a.leading.overdue ||
      order.compare(a.agency.name, b.agency.name) ||
      order.compare(a.plan.title, b.plan.title),
  )
  return {
    day: scope.day,
    rows,
    leading: tally(cells.filter(({ role }) => role === 'lead')),
    coordinating: tally(cells.filter(({ role }) => role === 'coordinating')),
  }
}

/** Plans with the agency that oversaw them on the day: what passed on later is read back from its handovers. */
const listPlansOn = (sql: Sql, tenantId: number, ids: readonly string[], day: string) => sql<
  { id: string; number: string | null; title: string; overseerId: string | null }[]
>`
  select plan.id, plan.number, plan.title,
         coalesce((select moved.from_agency_id from agency_handover moved
                   where moved.tenant_id = ${tenantId} and moved.kind = 'overseer' and moved.subject_id = plan.id
                     and moved.on_day > ${day}
                   order by moved.on_day, moved.at limit 1), plan.overseer_id) as "overseerId"
  from plan where plan.tenant_id = ${tenantId} and plan.id = any(${ids as string[]}::uuid[])`

/** The assignments behind a line of the report, page by page. */
export async function listStanding(
  sql: Database,
  tenantId: number,
  scope: StandingScope & { planId: string },
  { after, limit }: { after: string | null; limit: number },
): Promise<StandingWork> {
  const found: (GivenRow & { folded: Folded })[] = []
  for await (const row of standings(sql, tenantId, scope, after ?? NOBODY, limit * 4)) {
    found.push(row)
    if (found.length > limit) break
  }
  const page = found.slice(0, limit)
  const items = new Map(
    (
      await sql<{ id: string; section: string; quote: string }[]>`
        select id, section, left(quote, 400) as quote from item
        where tenant_id = ${tenantId} and id = any(${page.map(({ itemId }) => itemId)}::uuid[])`
    ).map((item) => [item.id, item]),
  )
  const agencies = new Map<string, Agency>(
    (await listAgencies(sql, tenantId)).map((agency) => [agency.id, agency]),
  )
  return {
    rows: page.map(({ id, itemId, role, folded }) => {
      const agency = agencies.get(folded.agencyId)
      const item = items.get(itemId)
      const { status, percent, dueOn, completedOn } = folded
      return {
        ...{ id, itemId, role, status, percent, dueOn, completedOn },
        section: item?.section ?? '',
        quote: item?.quote ?? '',
        agency: { id: folded.agencyId, name: agency ? nameOn(agency, scope.day) : '' },
        isOverdue: isIn('overdue', countedState(status, dueOn, completedOn), dueClassOn(dueOn, scope.day)),
      }
    }),
    next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}
