// The ladders of a province and its plans, and what was urged of which assignment.
import { randomUUID } from 'node:crypto'
import { addDays } from '../base/calendar.ts'
import { asJson, type Sql } from '../store/database.ts'
import { readCalendar } from '../working-day/queries.ts'
import { DEFAULT_LADDER, horizonOf, type Ladder, rungNow } from './ladder.ts'

export interface Ladders {
  province: Ladder
  /** Of plans that differ. */
  plans: ReadonlyMap<string, Ladder>
}

export const ladderOf = ({ province, plans }: Ladders, planId: string): Ladder =>
  plans.get(planId) ?? province

interface LadderRow {
  before: number[]
  after: number[]
  version: number
}

/** Version 0 while the province never chose: the default ladder. */
export async function readProvinceLadder(sql: Sql, tenantId: number): Promise<LadderRow> {
  const [row] = await sql<LadderRow[]>`
    select before_days as before, after_days as after, version from urging_setting where tenant_id = ${tenantId}`
  return row ?? { before: [...DEFAULT_LADDER.before], after: [...DEFAULT_LADDER.after], version: 0 }
}

export const listPlanLadders = (sql: Sql, tenantId: number) => sql<(LadderRow & { planId: string })[]>`
  select plan_id as "planId", before_days as before, after_days as after, version from plan_ladder
  where tenant_id = ${tenantId} order by plan_id`

export async function readLadders(sql: Sql, tenantId: number): Promise<Ladders> {
  const [province, plans] = await Promise.all([
    readProvinceLadder(sql, tenantId),
    listPlanLadders(sql, tenantId),
  ])
  return { province, plans: new Map(plans.map(({ planId, ...ladder }) => [planId, ladder])) }
}

/** The province's row, made with its defaults where it was never there; under a lock. */
export async function lockSetting(tx: Sql, tenantId: number): Promise<LadderRow> {
  const { before, after } = DEFAULT_LADDER
  await tx`
    insert into urging_setting (tenant_id, before_days, after_days, version)
    values (${tenantId}, ${before as number[]}, ${after as number[]}, 0) on conflict do nothing`
  const [row] = await tx<LadderRow[]>`
    select before_days as before, after_days as after, version from urging_setting
    where tenant_id = ${tenantId} for update`
  if (!row) throw new Error('no setting of the province')
  return row
}

export const setProvinceLadder = (
  tx: Sql,
  tenantId: number,
  { before, after }: Ladder,
  version: number,
) => tx`
  update urging_setting set before_days = ${before as number[]}, after_days = ${after as number[]}, version = ${version}
  where tenant_id = ${tenantId}`

export async function findPlanLadder(sql: Sql, tenantId: number, planId: string): Promise<LadderRow | null> {
  const [row] = await sql<LadderRow[]>`
    select before_days as before, after_days as after, version from plan_ladder
    where tenant_id = ${tenantId} and plan_id = ${planId}`
  return row ?? null
}

export const setPlanLadder = (
  tx: Sql,
  tenantId: number,
  planId: string,
  { before, after }: Ladder,
  version: number,
) => tx`
  insert into plan_ladder (tenant_id, plan_id, before_days, after_days, version)
  values (${tenantId}, ${planId}, ${before as number[]}, ${after as number[]}, ${version})
  on conflict (tenant_id, plan_id) do update
  set before_days = excluded.before_days, after_days = excluded.after_days, version = excluded.version`

/** The plan, under a lock so that changes of its ladder follow each other. */
export async function lockPlan(
  tx: Sql,
  tenantId: number,
  planId: string,
): Promise<{ overseerId: string | null; status: string } | null> {
  const [row] = await tx<{ overseerId: string | null; status: string }[]>`
    select overseer_id as "overseerId", status from plan
    where tenant_id = ${tenantId} and id = ${planId} for no key update`
  return row ?? null
}

export interface Told {
  assignmentId: string
  agencyId: string
  dueOn: string
  rung: number
}

/**
 * What is to be told today and was not yet: of every assignment its agency still has to report on, the rung in force for its
 * present last day. With another last day the ladder begins anew.
 */
export async function listUntold(sql: Sql, tenantId: number, today: string): Promise<Told[]> {
  const [ladders, { isOff }] = await Promise.all([
    readLadders(sql, tenantId),
    readCalendar(sql, tenantId, addDays(today, -180), addDays(today, 180)),
  ])
  // Nobody is reminded on a day off.
  if (isOff(today)) return []
  const horizon = [ladders.province, ...ladders.plans.values()]
    .map((ladder) => horizonOf(ladder, today))
    .reduce((a, b) => (a > b ? a : b))
  const days = await sql<{ planId: string; dueOn: string }[]>`
    select distinct plan_id as "planId", due_on as "dueOn" from assignment_count
    where tenant_id = ${tenantId} and state in ('assigned', 'active') and n > 0 and due_on <= ${horizon}`
  const due = days.flatMap(({ planId, dueOn }) => {
    const rung = rungNow(dueOn, ladderOf(ladders, planId), today, isOff)
    return rung === null ? [] : [{ planId, dueOn, rung }]
  })
  return sql<Told[]>`
    select assignment.id as "assignmentId", assignment.agency_id as "agencyId", assignment.due_on as "dueOn", due.rung
    from jsonb_to_recordset(${sql.json(asJson(due))}) as due ("planId" uuid, "dueOn" date, rung int)
    join assignment on assignment.tenant_id = ${tenantId} and assignment.plan_id = due."planId"
      and assignment.due_on = due."dueOn" and assignment.status in ('assigned', 'active')
    where not exists (
      select 1 from urge where urge.tenant_id = ${tenantId} and urge.assignment_id = assignment.id
        and urge.due_on = due."dueOn" and urge.rung >= due.rung)
    order by assignment.agency_id, assignment.due_on, assignment.id`
}

/** Records what is told today; a second time it does nothing. Returns how many were new. */
export async function tellRungs(
  tx: Sql,
  tenantId: number,
  { at, today }: { at: Date; today: string },
): Promise<number> {
  const told = (await listUntold(tx, tenantId, today)).map((one) => ({ ...one, id: randomUUID() }))
  if (told.length === 0) return 0
  const rows = await tx`
    insert into urge (tenant_id, id, assignment_id, kind, agency_id, due_on, rung, on_day, at)
    select ${tenantId}::int, id, "assignmentId", 'rung', "agencyId", "dueOn", rung, ${today}::date, ${at}::timestamptz
    from jsonb_to_recordset(${tx.json(asJson(told))}) as new
      (id uuid, "assignmentId" uuid, "agencyId" uuid, "dueOn" date, rung int)
    on conflict do nothing returning id`
  return rows.length
}

export interface UrgeRow {
  id: string
  kind: 'rung' | 'letter'
  agency: string
  dueOn: string
  rung: number | null
  onDay: string
  letterId: string | null
  dossierId: string | null
  /** Of an issued letter. */
  number: number | null
  symbol: string | null
}

/** The latest first; at most fifty, more nobody reads. */
export const listUrges = (sql: Sql, tenantId: number, assignmentId: string) => sql<UrgeRow[]>`
  select urge.id, urge.kind, agency.name as agency, urge.due_on as "dueOn", urge.rung, urge.on_day as "onDay",
         urge.letter_id as "letterId", letter.dossier_id as "dossierId",
         dossier.number, dossier.symbol
  from urge
  join agency on agency.tenant_id = urge.tenant_id and agency.id = urge.agency_id
  left join urging_letter letter on letter.tenant_id = urge.tenant_id and letter.id = urge.letter_id
  left join dossier on dossier.tenant_id = letter.tenant_id and dossier.id = letter.dossier_id and dossier.state = 'issued'
  where urge.tenant_id = ${tenantId} and urge.assignment_id = ${assignmentId}
  order by urge.on_day desc, urge.at desc, urge.due_on desc, urge.rung desc nulls first, urge.id limit 50`
