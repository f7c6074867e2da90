// Questions and plain changes about indicators, their targets, values, objects and links. Acts are in record.ts.
import { Refusal } from '../base/refusal.ts'
import { columnName } from '../register/kit/register.ts'
import { asJson, type Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import type {
  Indicator,
  IndicatorForm,
  NamedObject,
  ObjectForm,
  TargetForm,
  Value,
  ValueState,
} from './indicator.ts'
import { DEFAULT_RULE, type StatusRule } from './status.ts'
import type { PrintedTarget } from './target.ts'

/** Which of these registers anything was ever entered into. */
export async function listBegun(
  sql: Sql,
  tenantId: number,
  registers: readonly string[],
): Promise<Set<string>> {
  if (registers.length === 0) return new Set()
  const one = (name: string) => sql`
    select ${name}::text as name
    where exists (select 1 from ${sql(columnName(name))} where tenant_id = ${tenantId} and not is_void)`
  const rows = await sql<{ name: string }[]>`
    ${registers.map(one).reduce((all, next) => sql`${all} union all ${next}`)}`
  return new Set(rows.map(({ name }) => name))
}

export interface IndicatorRecord extends Indicator {
  ready: string | null
}

const columns = (sql: Sql) => sql`
  indicator.id, indicator.code, indicator.name, indicator.unit, indicator.direction, indicator.decimals,
  indicator.description, indicator.way, indicator.formula, indicator.is_retired as "isRetired", indicator.ready,
  indicator.version,
  case when agency.id is not null then jsonb_build_object('id', agency.id, 'name', agency.name) end as agency`
const withAgency = (sql: Sql) => sql`
  indicator left join agency on agency.tenant_id = indicator.tenant_id and agency.id = indicator.agency_id`

export interface ListAsked {
  search?: string
  /** Only those that a plan sets targets for. */
  planId?: string
  after?: string
  limit: number
}

const filterOf = (sql: Sql, tenantId: number, { search, planId }: Omit<ListAsked, 'limit'>) => sql`
  indicator.tenant_id = ${tenantId} and not indicator.is_retired
  ${search ? sql`and indicator.search like '%' || fold(${search.replace(/[\\%_]/gu, '\\$&')}) || '%'` : sql``}
  ${
    planId
      ? sql`and exists (select 1 from indicator_target target where target.tenant_id = ${tenantId}
              and target.indicator_id = indicator.id and target.plan_id = ${planId} and not target.is_void)`
      : sql``
  }`

/** By name; those taken out of the list are left out. */
export const listIndicators = (sql: Sql, tenantId: number, asked: ListAsked) => sql<IndicatorRecord[]>`
  select ${columns(sql)} from ${withAgency(sql)} where ${filterOf(sql, tenantId, asked)}
  ${
    asked.after
      ? sql`and (indicator.name, indicator.id) > (select name, id from indicator
              where tenant_id = ${tenantId} and id = ${asked.after})`
      : sql``
  }
  order by indicator.name, indicator.id limit ${asked.limit}`

export async function countIndicators(
  sql: Sql,
  tenantId: number,
  asked: Omit<ListAsked, 'limit'>,
): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from indicator where ${filterOf(sql, tenantId, asked)}`
  return row?.n ?? 0
}

export const listByIds = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<IndicatorRecord[]>`
  select ${columns(sql)} from ${withAgency(sql)}
  where indicator.tenant_id = ${tenantId} and indicator.id = any(${ids as string[]}::uuid[])
  order by indicator.name, indicator.id`

/** What printed indicators are compared with. */
export const listKnown = (sql: Sql, tenantId: number) => sql<
  { id: string; name: string; unit: string; ready: string | null }[]
>`
  select id, name, unit, ready from indicator where tenant_id = ${tenantId} and not is_retired order by name, id`

export async function getIndicator(sql: Sql, tenantId: number, id: string): Promise<IndicatorRecord> {
  const [row] = await listByIds(sql, tenantId, [id])
  if (!row) throw new Refusal('missing', 'indicator.missing', words.indicator.missing)
  return row
}

export const insertIndicator = (
  tx: Sql,
  tenantId: number,
  id: string,
  { ready, ...form }: IndicatorForm & { ready: string | null },
) => tx`
  insert into indicator (tenant_id, id, code, name, unit, direction, decimals, description, way, formula, agency_id, ready)
  values (${tenantId}, ${id}, ${form.code}, ${form.name}, ${form.unit}, ${form.direction}, ${form.decimals},
          ${form.description}, ${form.way}, ${form.formula ? tx.json(asJson(form.formula)) : null}, ${form.agencyId}, ${ready})`

/** null: the version seen is old. */
export async function updateIndicator(
  tx: Sql,
  tenantId: number,
  id: string,
  seen: number,
  form: IndicatorForm & { isRetired: boolean },
): Promise<number | null> {
  const [row] = await tx<{ version: number }[]>`
    update indicator set code = ${form.code}, name = ${form.name}, unit = ${form.unit}, direction = ${form.direction},
      decimals = ${form.decimals}, description = ${form.description}, way = ${form.way},
      formula = ${form.formula ? tx.json(asJson(form.formula)) : null}, agency_id = ${form.agencyId},
      is_retired = ${form.isRetired}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and version = ${seen} returning version`
  return row?.version ?? null
}

export interface Change {
  id: string
  indicatorId: string
  act: string
  before: unknown
  after: unknown
  reason: string
  accountId: string | null
  actor: string
  at: Date
}

export const insertChange = (tx: Sql, tenantId: number, change: Change) => tx`
  insert into indicator_change (tenant_id, id, indicator_id, act, before, after, reason, account_id, actor, at)
  values (${tenantId}, ${change.id}, ${change.indicatorId}, ${change.act}, ${tx.json(asJson(change.before))},
          ${tx.json(asJson(change.after))}, ${change.reason}, ${change.accountId}, ${change.actor}, ${change.at})`

/** The latest first; a hundred are more than anybody reads on one page. */
export const listChanges = (sql: Sql, tenantId: number, indicatorId: string) => sql<
  Pick<Change, 'act' | 'before' | 'after' | 'reason' | 'actor' | 'at'>[]
>`
  select act, before, after, reason, actor, at from indicator_change
  where tenant_id = ${tenantId} and indicator_id = ${indicatorId} order by seq desc limit 100`

// Targets

export interface TargetRow {
  id: string
  indicatorId: string
  fromYear: number
  toYear: number
  isYearly: boolean
  op: TargetForm['op']
  min: number | null
  max: number | null
  text: string
  plan: { id: string; label: string } | null
  issued: string | null
  printedId: string | null
  area: { id: string; name: string } | null
  isVoid: boolean
  version: number
}

const targetColumns = (sql: Sql) => sql`
  target.id, target.indicator_id as "indicatorId", target.from_year as "fromYear", target.to_year as "toYear",
  target.is_yearly as "isYearly", target.op, target.min, target.max, target.text, target.printed_id as "printedId",
  target.is_void as "isVoid", target.version, plan.issued,
  case when plan.id is not null then
    jsonb_build_object('id', plan.id, 'label', coalesce(plan.number, nullif(plan.title, ''), plan.file_name)) end as plan,
  case when agency.id is not null then jsonb_build_object('id', agency.id, 'name', agency.name) end as area`
const withPlan = (sql: Sql) => sql`
  indicator_target target
  left join plan on plan.tenant_id = target.tenant_id and plan.id = target.plan_id
  left join agency on agency.tenant_id = target.tenant_id and agency.id = target.area_id`

export const listTargets = (sql: Sql, tenantId: number, indicatorIds: readonly string[]) => sql<TargetRow[]>`
  select ${targetColumns(sql)} from ${withPlan(sql)}
  where target.tenant_id = ${tenantId} and target.indicator_id = any(${indicatorIds as string[]}::uuid[])
    and not target.is_void
  order by target.to_year, target.from_year, target.id`

/** Target -> the printed indicator it came from, of one plan. */
export async function listPrintedOf(
  sql: Sql,
  tenantId: number,
  planId: string,
): Promise<Map<string, string | null>> {
  const rows = await sql<{ id: string; printedId: string | null }[]>`
    select id, printed_id as "printedId" from indicator_target
    where tenant_id = ${tenantId} and plan_id = ${planId} and not is_void`
  return new Map(rows.map(({ id, printedId }) => [id, printedId]))
}

export async function getTarget(sql: Sql, tenantId: number, id: string): Promise<TargetRow> {
  const [row] = await sql<TargetRow[]>`
    select ${targetColumns(sql)} from ${withPlan(sql)} where target.tenant_id = ${tenantId} and target.id = ${id}`
  if (!row) throw new Refusal('missing', 'indicator.target-missing', words.refusal.missing)
  return row
}

export interface NewTarget extends TargetForm {
  id: string
  indicatorId: string
  printedId: string | null
  printedNo: number | null
}

export const insertTargets = (tx: Sql, tenantId: number, targets: readonly NewTarget[]) => tx`
  insert into indicator_target (tenant_id, id, indicator_id, from_year, to_year, is_yearly, op, min, max, text, plan_id,
                                printed_id, printed_no, area_id)
  select ${tenantId}::int, id, "indicatorId", "fromYear", "toYear", "isYearly", op, min, max, text, "planId", "printedId",
         "printedNo", "areaId"
  from jsonb_to_recordset(${tx.json(asJson(targets))}) as new
    (id uuid, "indicatorId" uuid, "fromYear" int, "toYear" int, "isYearly" boolean, op text, min numeric, max numeric,
     text text, "planId" uuid, "printedId" text, "printedNo" int, "areaId" uuid)`

export async function updateTarget(
  tx: Sql,
  tenantId: number,
  id: string,
  seen: number,
  form: TargetForm & { isVoid: boolean },
): Promise<boolean> {
  const rows = await tx`
    update indicator_target set from_year = ${form.fromYear}, to_year = ${form.toYear}, is_yearly = ${form.isYearly},
      op = ${form.op}, min = ${form.min}, max = ${form.max}, text = ${form.text}, plan_id = ${form.planId},
      area_id = ${form.areaId}, is_void = ${form.isVoid}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and version = ${seen} returning id`
  return rows.length > 0
}

/** A printed indicator is linked to another definition: what came from the old link counts no more. */
export const voidPrinted = (tx: Sql, tenantId: number, planId: string, printedId: string) => tx`
  update indicator_target set is_void = true, version = version + 1
  where tenant_id = ${tenantId} and plan_id = ${planId} and printed_id = ${printedId} and not is_void`

// Values

export interface ValueRow extends Omit<Value, 'may' | 'enteredAt' | 'decidedAt'> {
  enteredAt: Date
  decidedAt: Date | null
  enteredById: string | null
  digest: string | null
}

const valueColumns = (sql: Sql) => sql`
  value.id, value.indicator_id as "indicatorId", value.period, value.day, value.value, value.source,
  value.is_snapshot as "isSnapshot", value.digest, value.state, value.entered_by as "enteredById",
  value.entered_name as "enteredBy", value.entered_at as "enteredAt", value.decided_name as "decidedBy",
  value.decided_at as "decidedAt", value.reason, value.version,
  case when agency.id is not null then jsonb_build_object('id', agency.id, 'name', agency.name) end as area,
  case when value.file_hash is not null then jsonb_build_object('hash', value.file_hash, 'name', value.file_name) end as file`
const withArea = (sql: Sql) => sql`
  indicator_value value left join agency on agency.tenant_id = value.tenant_id and agency.id = value.area_id`

/** Of one indicator, the latest day first. */
export const listValues = (
  sql: Sql,
  tenantId: number,
  indicatorId: string,
  { after, limit }: { after?: string; limit: number },
) => sql<ValueRow[]>`
  select ${valueColumns(sql)} from ${withArea(sql)}
  where value.tenant_id = ${tenantId} and value.indicator_id = ${indicatorId}
    ${
      after
        ? sql`and (value.day, value.id) < (select day, id from indicator_value
                where tenant_id = ${tenantId} and id = ${after})`
        : sql``
    }
  order by value.day desc, value.id desc limit ${limit}`

export interface ApprovedValue {
  indicatorId: string
  period: string
  day: string
  value: number
  isSnapshot: boolean
}

/** What is in force of the whole province or of one commune, in time. */
export const listApproved = (
  sql: Sql,
  tenantId: number,
  indicatorIds: readonly string[],
  areaId: string | null = null,
) => sql<ApprovedValue[]>`
  select indicator_id as "indicatorId", period, day, value, is_snapshot as "isSnapshot" from indicator_value
  where tenant_id = ${tenantId} and indicator_id = any(${indicatorIds as string[]}::uuid[]) and state = 'approved'
    and area_id is not distinct from ${areaId}::uuid
  order by day, period`

export async function countWaiting(sql: Sql, tenantId: number, indicatorId: string): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    select count(*)::int as n from indicator_value
    where tenant_id = ${tenantId} and indicator_id = ${indicatorId} and state = 'draft'`
  return row?.n ?? 0
}

export async function getValue(sql: Sql, tenantId: number, id: string): Promise<ValueRow> {
  const [row] = await sql<ValueRow[]>`
    select ${valueColumns(sql)} from ${withArea(sql)} where value.tenant_id = ${tenantId} and value.id = ${id}`
  if (!row) throw new Refusal('missing', 'indicator.value-missing', words.refusal.missing)
  return row
}

export interface NewValue {
  id: string
  indicatorId: string
  period: string
  day: string
  areaId: string | null
  value: number
  source: string
  isSnapshot: boolean
  digest: string | null
  accountId: string
  actor: string
  at: Date
}

/** False: one of this period and place is under way already. */
export async function insertValue(tx: Sql, tenantId: number, value: NewValue): Promise<boolean> {
  const rows = await tx`
    insert into indicator_value (tenant_id, id, indicator_id, period, day, area_id, value, source, is_snapshot, digest,
                                 state, entered_by, entered_name, entered_at)
    values (${tenantId}, ${value.id}, ${value.indicatorId}, ${value.period}, ${value.day}, ${value.areaId}, ${value.value},
            ${value.source}, ${value.isSnapshot}, ${value.digest}, 'draft', ${value.accountId}, ${value.actor}, ${value.at})
    on conflict do nothing returning id`
  return rows.length > 0
}

/** Corrected by whoever enters: up for approval again. */
export async function updateValue(
  tx: Sql,
  tenantId: number,
  id: string,
  seen: number,
  change: { value: number; source: string; accountId: string; actor: string; at: Date },
): Promise<boolean> {
  const rows = await tx`
    update indicator_value set value = ${change.value}, source = ${change.source}, state = 'draft',
      entered_by = ${change.accountId}, entered_name = ${change.actor}, entered_at = ${change.at}, decided_by = null,
      decided_name = null, decided_at = null, reason = '', version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and version = ${seen} and state in ('draft', 'returned') returning id`
  return rows.length > 0
}

export const setDigest = (tx: Sql, tenantId: number, id: string, digest: string) => tx`
  update indicator_value set digest = ${digest} where tenant_id = ${tenantId} and id = ${id}`

export async function decideValue(
  tx: Sql,
  tenantId: number,
  id: string,
  seen: number,
  decision: { state: ValueState; reason: string; accountId: string; actor: string; at: Date },
): Promise<boolean> {
  const rows = await tx`
    update indicator_value set state = ${decision.state}, reason = ${decision.reason}, decided_by = ${decision.accountId},
      decided_name = ${decision.actor}, decided_at = ${decision.at}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and version = ${seen} and state = 'draft' returning id`
  return rows.length > 0
}

/** What a newly approved value takes the place of. */
export const replaceApproved = (
  tx: Sql,
  tenantId: number,
  { indicatorId, period, area, isSnapshot }: Pick<ValueRow, 'indicatorId' | 'period' | 'area' | 'isSnapshot'>,
) => tx`
  update indicator_value set state = 'replaced', version = version + 1
  where tenant_id = ${tenantId} and indicator_id = ${indicatorId} and period = ${period} and state = 'approved'
    and is_snapshot = ${isSnapshot} and area_id is not distinct from ${area?.id ?? null}::uuid`

// Named objects

export type ObjectRow = NamedObject & { indicatorId: string; isVoid: boolean }

const objectColumns = (sql: Sql) => sql`
  object.id, object.indicator_id as "indicatorId", object.name, object.from_day as "fromDay", object.to_day as "toDay",
  object.source, object.is_void as "isVoid", object.version,
  case when agency.id is not null then jsonb_build_object('id', agency.id, 'name', agency.name) end as area,
  case when object.file_hash is not null then
    jsonb_build_object('hash', object.file_hash, 'name', object.file_name) end as file`
const objectsWithArea = (sql: Sql) => sql`
  indicator_object object left join agency on agency.tenant_id = object.tenant_id and agency.id = object.area_id`

/** In their order of beginning; `day`: only those that count then. */
export const listObjects = (
  sql: Sql,
  tenantId: number,
  indicatorId: string,
  { after, limit, day, areaId }: { after?: string; limit: number; day?: string; areaId?: string | null },
) => sql<ObjectRow[]>`
  select ${objectColumns(sql)} from ${objectsWithArea(sql)}
  where object.tenant_id = ${tenantId} and object.indicator_id = ${indicatorId} and not object.is_void
    ${day ? sql`and object.from_day <= ${day} and (object.to_day is null or object.to_day >= ${day})` : sql``}
    ${areaId ? sql`and object.area_id = ${areaId}` : sql``}
    ${
      after
        ? sql`and (object.from_day, object.id) > (select from_day, id from indicator_object
                where tenant_id = ${tenantId} and id = ${after})`
        : sql``
    }
  order by object.from_day, object.id limit ${limit}`

export async function getObject(sql: Sql, tenantId: number, id: string): Promise<ObjectRow> {
  const [row] = await sql<ObjectRow[]>`
    select ${objectColumns(sql)} from ${objectsWithArea(sql)} where object.tenant_id = ${tenantId} and object.id = ${id}`
  if (!row) throw new Refusal('missing', 'indicator.object-missing', words.refusal.missing)
  return row
}

export const insertObject = (
  tx: Sql,
  tenantId: number,
  { id, indicatorId, ...form }: ObjectForm & { id: string; indicatorId: string },
) => tx`
  insert into indicator_object (tenant_id, id, indicator_id, name, area_id, from_day, to_day, source)
  values (${tenantId}, ${id}, ${indicatorId}, ${form.name}, ${form.areaId}, ${form.fromDay}, ${form.toDay}, ${form.source})`

export async function updateObject(
  tx: Sql,
  tenantId: number,
  id: string,
  seen: number,
  form: ObjectForm & { isVoid: boolean },
): Promise<boolean> {
  const rows = await tx`
    update indicator_object set name = ${form.name}, area_id = ${form.areaId}, from_day = ${form.fromDay},
      to_day = ${form.toDay}, source = ${form.source}, is_void = ${form.isVoid}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and version = ${seen} returning id`
  return rows.length > 0
}

export interface ObjectCount {
  indicatorId: string
  day: string
  areaId: string | null
  isAll: boolean
  n: number
  /** Whether the list has any object at all: one nobody has begun counts nothing, not 0. */
  isBegun: boolean
}

/** How many objects counted on each day: of the province and, beside it, of each commune. */
export const countObjects = (
  sql: Sql,
  tenantId: number,
  indicatorIds: readonly string[],
  days: readonly string[],
) => sql<ObjectCount[]>`
  select asked.indicator_id as "indicatorId", asked.day, object.area_id as "areaId",
         grouping(object.area_id) = 1 as "isAll", count(object.id)::int as n,
         exists (select 1 from indicator_object any_one where any_one.tenant_id = ${tenantId}
                 and any_one.indicator_id = asked.indicator_id and not any_one.is_void) as "isBegun"
  from (select indicator_id, day from unnest(${indicatorIds as string[]}::uuid[]) as indicator_id,
               unnest(${days as string[]}::date[]) as day) as asked
  left join indicator_object object on object.tenant_id = ${tenantId} and object.indicator_id = asked.indicator_id
    and not object.is_void and object.from_day <= asked.day and (object.to_day is null or object.to_day >= asked.day)
  group by grouping sets ((asked.indicator_id, asked.day, object.area_id), (asked.indicator_id, asked.day))`

// Evidence

const EVIDENCE = { value: 'indicator_value', object: 'indicator_object' } as const
export type EvidenceOf = keyof typeof EVIDENCE

/** False: the version seen is old. */
export async function setEvidence(
  tx: Sql,
  tenantId: number,
  of: EvidenceOf,
  id: string,
  seen: number,
  file: { hash: string; name: string },
): Promise<boolean> {
  const rows = await tx`
    update ${tx(EVIDENCE[of])} set file_hash = ${file.hash}, file_name = ${file.name}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and version = ${seen} returning id`
  return rows.length > 0
}

export async function findEvidence(
  sql: Sql,
  tenantId: number,
  of: EvidenceOf,
  id: string,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const [row] = await sql<{ name: string; bytes: Uint8Array }[]>`
    select kept.file_name as name, file.bytes from ${sql(EVIDENCE[of])} as kept
    join file on file.tenant_id = kept.tenant_id and file.hash = kept.file_hash
    where kept.tenant_id = ${tenantId} and kept.id = ${id}`
  return row ?? null
}

// Plans

export interface PlanRow {
  id: string
  label: string
  status: 'draft' | 'published'
  issued: string | null
  periodFrom: number | null
  periodTo: number | null
  indicators: PrintedIndicator[]
}
export interface PrintedIndicator {
  id: string
  name: string
  section: string
  quote: string
  targets: PrintedTarget[]
}

/** A plan with what its document prints to be measured. */
export async function getPlan(sql: Sql, tenantId: number, planId: string): Promise<PlanRow> {
  const [row] = await sql<PlanRow[]>`
    select plan.id, coalesce(plan.number, nullif(plan.title, ''), plan.file_name) as label, plan.status, plan.issued,
           plan.period_from as "periodFrom", plan.period_to as "periodTo",
           coalesce(source.draft -> 'indicators', '[]') as indicators
    from plan left join plan_source source on source.tenant_id = plan.tenant_id and source.plan_id = plan.id
    where plan.tenant_id = ${tenantId} and plan.id = ${planId}`
  if (!row) throw new Refusal('missing', 'plan.missing', words.refusal.missing)
  return row
}

export interface LinkRow {
  printedId: string
  indicatorId: string | null
  version: number
}

export const listLinks = (sql: Sql, tenantId: number, planId: string) => sql<LinkRow[]>`
  select printed_id as "printedId", indicator_id as "indicatorId", version from indicator_link
  where tenant_id = ${tenantId} and plan_id = ${planId}`

/** False: somebody has decided it in the meantime. `seen` 0: nothing was decided. */
export async function setLink(
  tx: Sql,
  tenantId: number,
  link: { planId: string; printedId: string; indicatorId: string | null; actor: string; at: Date },
  seen: number,
): Promise<boolean> {
  const rows = await tx`
    insert into indicator_link (tenant_id, plan_id, printed_id, indicator_id, actor, at)
    select ${tenantId}::int, ${link.planId}::uuid, ${link.printedId}, ${link.indicatorId}::uuid, ${link.actor},
           ${link.at}::timestamptz
    where ${seen} = 0 or exists (select 1 from indicator_link where tenant_id = ${tenantId} and plan_id = ${link.planId}
                                 and printed_id = ${link.printedId})
    on conflict (tenant_id, plan_id, printed_id) do update
      set indicator_id = excluded.indicator_id, actor = excluded.actor, at = excluded.at,
          version = indicator_link.version + 1
      where indicator_link.version = ${seen}
    returning version`
  return rows.length > 0
}

export const listPlansOf = (sql: Sql, tenantId: number, indicatorId: string) => sql<
  { id: string; label: string }[]
>`
  select distinct plan.id, coalesce(plan.number, nullif(plan.title, ''), plan.file_name) as label
  from indicator_target target join plan on plan.tenant_id = target.tenant_id and plan.id = target.plan_id
  where target.tenant_id = ${tenantId} and target.indicator_id = ${indicatorId} and not target.is_void
  order by 2, 1`

// The rule of the province

export async function readRule(sql: Sql, tenantId: number): Promise<StatusRule & { version: number }> {
  const [row] = await sql<{ body: StatusRule; version: number }[]>`
    select body, version from indicator_rule where tenant_id = ${tenantId}`
  return { ...(row?.body ?? DEFAULT_RULE), version: row?.version ?? 0 }
}

/** False: somebody has set it in the meantime. */
export async function setRule(tx: Sql, tenantId: number, rule: StatusRule, seen: number): Promise<boolean> {
  const rows = await tx`
    insert into indicator_rule (tenant_id, body, version)
    select ${tenantId}::int, ${tx.json(asJson(rule))}::jsonb, 1 where ${seen} = 0 or exists (
      select 1 from indicator_rule where tenant_id = ${tenantId})
    on conflict (tenant_id) do update set body = excluded.body, version = indicator_rule.version + 1
      where indicator_rule.version = ${seen}
    returning version`
  return rows.length > 0
}

/** Communes by id, for names beside figures. */
export const listAreas = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<
  { id: string; name: string }[]
>`
  select id, name from agency where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[]) order by name, id`

/** Refuses a place that governs nothing: only a commune, ward or special zone is one. */
export async function refuseNoArea(sql: Sql, tenantId: number, areaId: string | null): Promise<void> {
  if (areaId === null) return
  const rows = await sql`
    select 1 from agency where tenant_id = ${tenantId} and id = ${areaId} and kind = 'commune'`
  if (rows.length === 0) throw new Refusal('invalid', 'indicator.area', words.indicator.noArea)
}
