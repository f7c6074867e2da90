// Questions and changes about reorganisations.
import { randomUUID } from 'node:crypto'
import type { Agency } from '../agency/agency.ts'
import type { Actor } from '../http/actor.ts'
import { countNaming } from '../register/kit/pass-on.ts'
import { asJson, type Sql } from '../store/database.ts'
import type { ActForm, DecisionForm, Holding, NewSuccessor, Prepared, ReorganisationKind } from './act.ts'

/** Acts of a province follow each other: the rules of one look at all the others. */
export const lockActs = (tx: Sql, tenantId: number) => tx`
  select id from tenant where id = ${tenantId} for no key update`

export interface ActRow {
  id: string
  kind: ReorganisationKind
  effectiveOn: string
  documentNumber: string
  documentOn: string | null
  note: string
  state: 'prepared' | 'done'
  recordedBy: string | null
  recordedName: string
  recordedAt: Date
  decisions: DecisionForm[]
  version: number
}

const ACT = (sql: Sql) => sql`
  id, kind, effective_on as "effectiveOn", document_number as "documentNumber", document_on as "documentOn", note, state,
  recorded_by as "recordedBy", recorded_name as "recordedName", recorded_at as "recordedAt", decisions, version`

export async function lockAct(tx: Sql, tenantId: number, id: string): Promise<ActRow | null> {
  const [row] = await tx<ActRow[]>`
    select ${ACT(tx)} from reorganisation where tenant_id = ${tenantId} and id = ${id} for no key update`
  return row ?? null
}

export async function findAct(sql: Sql, tenantId: number, id: string): Promise<ActRow | null> {
  const [row] = await sql<ActRow[]>`
    select ${ACT(sql)} from reorganisation where tenant_id = ${tenantId} and id = ${id}`
  return row ?? null
}

export const listActsOn = (sql: Sql, tenantId: number, kind: ReorganisationKind, effectiveOn: string) => sql<
  ActRow[]
>`
  select ${ACT(sql)} from reorganisation
  where tenant_id = ${tenantId} and kind = ${kind} and effective_on = ${effectiveOn} order by id`

export const listPlanNumbers = (sql: Sql, tenantId: number) => sql<{ id: string; number: string | null }[]>`
  select id, number from plan where tenant_id = ${tenantId} and status = 'published' and adds_to is null
  order by id`

export const listLogins = (sql: Sql, tenantId: number) => sql<
  { id: string; login: string; agencyId: string | null }[]
>`
  select id, login, agency_id as "agencyId" from account where tenant_id = ${tenantId} and is_active order by id`

/** Latest day first; `after` is the place of the last act of the page before. */
export const listActs = (
  sql: Sql,
  tenantId: number,
  {
    after,
    limit,
    agencyId = null,
  }: { after: { effectiveOn: string; id: string } | null; limit: number; agencyId?: string | null },
) => sql<ActRow[]>`
  select ${ACT(sql)} from reorganisation
  where tenant_id = ${tenantId}
    ${after ? sql`and (effective_on, id) < (${after.effectiveOn}::date, ${after.id}::uuid)` : sql``}
    ${
      agencyId
        ? sql`and id in (select act_id from reorganisation_part
                         where tenant_id = ${tenantId} and agency_id = ${agencyId})`
        : sql``
    }
  order by effective_on desc, id desc limit ${limit}`

export interface PartRow {
  actId: string
  side: 'old' | 'new'
  ordinal: number
  agencyId: string | null
  founded: NewSuccessor | null
  takes: string
}

export const listParts = (sql: Sql, tenantId: number, actIds: readonly string[]) => sql<PartRow[]>`
  select act_id as "actId", side, ordinal, agency_id as "agencyId", form as founded, takes from reorganisation_part
  where tenant_id = ${tenantId} and act_id = any(${actIds as string[]}::uuid[])
  order by act_id, side desc, ordinal`

export interface DecisionRow {
  actId: string
  agencyId: string
  toAgencyId: string | null
  toGroup: string | null
  why: string
  decidedBy: string
  decidedAt: Date
  exceptions: number
}

export const listDecisions = (sql: Sql, tenantId: number, actIds: readonly string[]) => sql<DecisionRow[]>`
  select act_id as "actId", agency_id as "agencyId", to_agency_id as "toAgencyId", to_group as "toGroup", why,
         decided_name as "decidedBy", decided_at as "decidedAt",
         (select count(*)::int from succession_exception where succession_exception.tenant_id = ${tenantId}
            and succession_exception.act_id = succession.act_id
            and succession_exception.agency_id = succession.agency_id) as exceptions
  from succession
  where tenant_id = ${tenantId} and act_id = any(${actIds as string[]}::uuid[])
  order by act_id, agency_id`

/** Acts that wait for their day, as the rules look at them. */
export async function listPrepared(sql: Sql, tenantId: number): Promise<Prepared[]> {
  const rows = await sql<(PartRow & Pick<Prepared, 'kind' | 'effectiveOn'>)[]>`
    select act.id as "actId", act.kind, act.effective_on as "effectiveOn", part.side, part.ordinal,
           part.agency_id as "agencyId", part.form as founded, part.takes
    from reorganisation act
    join reorganisation_part part on part.tenant_id = ${tenantId} and part.act_id = act.id
    where act.tenant_id = ${tenantId} and act.state = 'prepared'
    order by act.effective_on, act.id, part.side desc, part.ordinal`
  return [...Map.groupBy(rows, ({ actId }) => actId)].flatMap(([id, parts]) =>
    parts.slice(0, 1).map(({ kind, effectiveOn }) => ({
      ...{ id, kind, effectiveOn },
      old: parts.flatMap(({ side, agencyId }) => (side === 'old' && agencyId ? [agencyId] : [])),
      successors: parts.filter(({ side }) => side === 'new'),
    })),
  )
}

/** Everything that a decision may name as a group: named groups and committees. */
export async function listGroupIds(sql: Sql, tenantId: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from agency_group where tenant_id = ${tenantId}
    union all select id from agency where tenant_id = ${tenantId} and kind = 'committee'`
  return rows.map(({ id }) => id)
}

/** The last day from which each agency took over work: until then at least it was there. */
export async function listReceived(sql: Sql, tenantId: number): Promise<Map<string, string>> {
  const rows = await sql<{ agencyId: string; onDay: string }[]>`
    select agency_id as "agencyId", max(on_day) as "onDay" from (
      select to_agency_id as agency_id, on_day from succession
      where tenant_id = ${tenantId} and to_agency_id is not null and to_agency_id <> agency_id
      union all
      select succession_exception.to_agency_id, succession.on_day from succession_exception
      join succession on succession.tenant_id = succession_exception.tenant_id
        and succession.act_id = succession_exception.act_id and succession.agency_id = succession_exception.agency_id
      where succession_exception.tenant_id = ${tenantId}
      union all
      select part.agency_id, reorganisation.effective_on from reorganisation_part part
      join reorganisation on reorganisation.tenant_id = part.tenant_id and reorganisation.id = part.act_id
      where part.tenant_id = ${tenantId} and part.side = 'new' and part.agency_id is not null
        and reorganisation.state = 'done') received
    group by 1`
  return new Map(rows.map(({ agencyId, onDay }) => [agencyId, onDay]))
}

/** Prepared acts whose day has come, in the order of their days. */
export const listDue = (sql: Sql, tenantId: number, today: string) => sql<ActRow[]>`
  select ${ACT(sql)} from reorganisation
  where tenant_id = ${tenantId} and state = 'prepared' and effective_on <= ${today}
  order by effective_on, recorded_at, id`

/** In whose name the server passes on what no decision of the moment does: an administrator's. */
export const listKeepers = (sql: Sql, tenantId: number) => sql<{ accountId: string; name: string }[]>`
  select id as "accountId", name from account
  where tenant_id = ${tenantId} and role = 'admin' order by is_active desc, created_at, id limit 1`

export async function insertAct(
  tx: Sql,
  by: Pick<Actor, 'tenantId' | 'accountId' | 'name'>,
  id: string,
  form: ActForm,
  at: Date,
): Promise<void> {
  await tx`
    insert into reorganisation (tenant_id, id, kind, effective_on, document_number, document_on, note, state,
                                recorded_by, recorded_name, recorded_at, decisions)
    values (${by.tenantId}, ${id}, ${form.kind}, ${form.effectiveOn}, ${form.documentNumber}, ${form.documentOn},
            ${form.note}, 'prepared', ${by.accountId}, ${by.name}, ${at}, ${tx.json(asJson(form.decisions))})`
  await insertParts(tx, by.tenantId, id, form)
}

export async function updateAct(tx: Sql, tenantId: number, id: string, form: ActForm): Promise<void> {
  await tx`
    update reorganisation set kind = ${form.kind}, effective_on = ${form.effectiveOn},
      document_number = ${form.documentNumber}, document_on = ${form.documentOn}, note = ${form.note},
      decisions = ${tx.json(asJson(form.decisions))}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id}`
  await tx`delete from reorganisation_part where tenant_id = ${tenantId} and act_id = ${id}`
  await insertParts(tx, tenantId, id, form)
}

async function insertParts(tx: Sql, tenantId: number, id: string, form: ActForm): Promise<void> {
  const rows = [
    ...form.old.map((agencyId, ordinal) => ({
      ...{ side: 'old', ordinal, agencyId, founded: null, takes: '' },
    })),
    ...form.successors.map((successor, ordinal) => ({ side: 'new', ordinal, ...successor })),
  ]
  await tx`
    insert into reorganisation_part (tenant_id, act_id, side, ordinal, agency_id, form, takes)
    select ${tenantId}::int, ${id}::uuid, side, ordinal, "agencyId", nullif(founded, 'null'::jsonb), takes
    from jsonb_to_recordset(${tx.json(asJson(rows))}) as new
      (side text, ordinal int, "agencyId" uuid, founded jsonb, takes text)`
}

/** An act as it was entered; founded successors have their id once it took effect. */
export const formOf = (act: ActRow, parts: readonly PartRow[]): ActForm => ({
  kind: act.kind,
  effectiveOn: act.effectiveOn,
  documentNumber: act.documentNumber,
  documentOn: act.documentOn,
  note: act.note,
  old: parts.flatMap(({ side, agencyId }) => (side === 'old' && agencyId ? [agencyId] : [])),
  successors: parts
    .filter(({ side }) => side === 'new')
    .map(({ agencyId, founded, takes }) => ({ agencyId, founded, takes })),
  decisions: act.decisions,
})

export async function deleteAct(tx: Sql, tenantId: number, id: string): Promise<void> {
  await tx`delete from reorganisation where tenant_id = ${tenantId} and id = ${id}`
}

export const markDone = (tx: Sql, tenantId: number, id: string, at: Date) => tx`
  update reorganisation set state = 'done', applied_at = ${at}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

/** With an agency its internal units end. */
export async function endAgencies(
  tx: Sql,
  tenantId: number,
  ids: readonly string[],
  day: string,
): Promise<void> {
  if (ids.length === 0) return
  await tx`
    update agency set ended_on = ${day}, version = version + 1
    where tenant_id = ${tenantId} and ended_on is null
      and (id = any(${ids as string[]}::uuid[]) or (kind = 'unit' and parent_id = any(${ids as string[]}::uuid[])))`
}

export const setFounded = (tx: Sql, tenantId: number, actId: string, ordinal: number, agencyId: string) => tx`
  update reorganisation_part set agency_id = ${agencyId}
  where tenant_id = ${tenantId} and act_id = ${actId} and side = 'new' and ordinal = ${ordinal}`

export const keepName = (tx: Sql, tenantId: number, agency: Pick<Agency, 'id' | 'name'>, until: string) => tx`
  insert into agency_name (tenant_id, agency_id, until, name)
  values (${tenantId}, ${agency.id}, ${until}, ${agency.name})`

export const renameAgency = (
  tx: Sql,
  tenantId: number,
  id: string,
  { name, key, code }: { name: string; key: string; code: string | null },
) => tx`
  update agency set name = ${name}, name_key = ${key}, code = ${code}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

/** A group that names an agency among its members, or leaves it out, does so with those that follow on it. */
export async function followGroups(
  tx: Sql,
  tenantId: number,
  old: readonly string[],
  successors: readonly string[],
): Promise<void> {
  if (successors.length === 0) return
  const also = (list: 'plus' | 'minus') => tx`
    case when rule -> ${list} ?| ${old as string[]}::text[]
      then (select jsonb_agg(distinct id) from (
              select jsonb_array_elements_text(rule -> ${list}) as id
              union select unnest(${successors as string[]}::text[])) every)
      else rule -> ${list} end`
  await tx`
    update agency_group set version = version + 1,
      rule = rule || jsonb_build_object('plus', ${also('plus')}, 'minus', ${also('minus')})
    where tenant_id = ${tenantId}
      and (rule -> 'plus' ?| ${old as string[]}::text[] or rule -> 'minus' ?| ${old as string[]}::text[])`
}

export interface NewDecision {
  actId: string
  agencyId: string
  onDay: string
  toAgencyId: string | null
  toGroup: string | null
  why: string
  at: Date
  exceptions: readonly { planId: string | null; assignmentId: string | null; toAgencyId: string }[]
}

export async function insertDecision(
  tx: Sql,
  by: Pick<Actor, 'tenantId' | 'accountId' | 'name'>,
  { actId, agencyId, onDay, toAgencyId, toGroup, why, at, exceptions }: NewDecision,
): Promise<void> {
  await tx`
    insert into succession (tenant_id, act_id, agency_id, on_day, to_agency_id, to_group, why, decided_by, decided_name,
                            decided_at)
    values (${by.tenantId}, ${actId}, ${agencyId}, ${onDay}, ${toAgencyId}, ${toGroup}, ${why}, ${by.accountId},
            ${by.name}, ${at})`
  if (exceptions.length === 0) return
  await tx`
    insert into succession_exception (tenant_id, id, act_id, agency_id, plan_id, assignment_id, to_agency_id)
    select ${by.tenantId}::int, id, ${actId}::uuid, ${agencyId}::uuid, "planId", "assignmentId", "toAgencyId"
    from jsonb_to_recordset(${tx.json(asJson(exceptions.map((one) => ({ ...one, id: randomUUID() }))))}) as new
      (id uuid, "planId" uuid, "assignmentId" uuid, "toAgencyId" uuid)`
}

/** Moves people to another agency; those who are there already, or gone, are left out. */
export async function moveAccounts(
  tx: Sql,
  tenantId: number,
  accounts: readonly { accountId: string; toAgencyId: string }[],
): Promise<{ subjectId: string; toAgencyId: string; fromAgencyId: string }[]> {
  if (accounts.length === 0) return []
  return tx<{ subjectId: string; toAgencyId: string; fromAgencyId: string }[]>`
    update account set agency_id = move."toAgencyId", version = account.version + 1
    from (select new."accountId", new."toAgencyId", before.agency_id as "fromAgencyId"
          from jsonb_to_recordset(${tx.json(asJson(accounts))}) as new ("accountId" uuid, "toAgencyId" uuid)
          join account before on before.tenant_id = ${tenantId} and before.id = new."accountId") move
    where account.tenant_id = ${tenantId} and account.id = move."accountId" and account.agency_id is not null
      and account.agency_id <> move."toAgencyId"
    returning account.id as "subjectId", account.agency_id as "toAgencyId", move."fromAgencyId"`
}

interface HeldPlan {
  agencyId: string
  id: string
  number: string | null
  title: string
  leading: number
  coordinating: number
  oversees: boolean
}

/** What each of these agencies holds: open work by plan, plans overseen, coordinated items, seats, units, people. */
export async function listHoldings(
  sql: Sql,
  tenantId: number,
  agencyIds: readonly string[],
): Promise<Holding[]> {
  const ids = agencyIds as string[]
  // A unit's work and people are its agency's.
  const place = sql`
    select agency.id as place_id, case when agency.id = any(${ids}::uuid[]) then agency.id else agency.parent_id end as agency_id,
           agency.name
    from agency where agency.tenant_id = ${tenantId}
      and (agency.id = any(${ids}::uuid[]) or (agency.kind = 'unit' and agency.parent_id = any(${ids}::uuid[])))`
  const [plans, coordinated, seats, units, people, rows] = await Promise.all([
    sql<HeldPlan[]>`
      select held.agency_id as "agencyId", plan.id, plan.number, plan.title, sum(held.leading)::int as leading,
             sum(held.coordinating)::int as coordinating, bool_or(held.oversees) as oversees
      from (
        select place.agency_id, assignment.plan_id, count(*) filter (where assignment.role = 'lead') as leading,
               count(*) filter (where assignment.role = 'coordinating') as coordinating, false as oversees
        from (${place}) place
        join assignment on assignment.tenant_id = ${tenantId} and assignment.agency_id = place.place_id
          and assignment.status not in ('done', 'closed')
        group by 1, 2
        union all
        select plan.overseer_id, plan.id, 0, 0, true from plan
        where plan.tenant_id = ${tenantId} and plan.overseer_id = any(${ids}::uuid[])
          and plan.adds_to is null) held
      join plan on plan.tenant_id = ${tenantId} and plan.id = held.plan_id
      group by held.agency_id, plan.tenant_id, plan.id
      order by sum(held.leading) desc, plan.number nulls last, plan.id`,
    sql<{ agencyId: string; n: number }[]>`
      select item_coordinating.agency_id as "agencyId", count(*)::int as n from item_coordinating
      join item on item.tenant_id = item_coordinating.tenant_id and item.id = item_coordinating.item_id
      where item_coordinating.tenant_id = ${tenantId} and item_coordinating.agency_id = any(${ids}::uuid[])
        and item.state = 'open'
      group by 1`,
    sql<{ agencyId: string; n: number }[]>`
      select agency_id as "agencyId", count(*)::int as n from committee_member
      where tenant_id = ${tenantId} and agency_id = any(${ids}::uuid[]) and until is null group by 1`,
    sql<{ agencyId: string; n: number }[]>`
      select parent_id as "agencyId", count(*)::int as n from agency
      where tenant_id = ${tenantId} and kind = 'unit' and ended_on is null and parent_id = any(${ids}::uuid[]) group by 1`,
    sql<(Holding['people'][number] & { agencyId: string })[]>`
      select place.agency_id as "agencyId", account.id, account.name, account.position, place.name as agency, account.role
      from (${place}) place
      join account on account.tenant_id = ${tenantId} and account.agency_id = place.place_id and account.is_active
      order by account.name collate "vi-x-icu", account.id`,
    countNaming(sql, tenantId, ids),
  ])
  const countOf = (rows: readonly { agencyId: string; n: number }[], id: string) =>
    rows.find(({ agencyId }) => agencyId === id)?.n ?? 0
  return agencyIds.map((agencyId) => {
    const own = plans.filter((plan) => plan.agencyId === agencyId)
    return {
      agencyId,
      leading: own.reduce((sum, plan) => sum + plan.leading, 0),
      coordinating: own.reduce((sum, plan) => sum + plan.coordinating, 0),
      coordinated: countOf(coordinated, agencyId),
      plans: own.map(({ id, number, title, leading, coordinating, oversees }) => ({
        ...{ id, number, title, oversees },
        n: leading + coordinating,
      })),
      seats: countOf(seats, agencyId),
      rows: countOf(rows, agencyId),
      units: countOf(units, agencyId),
      people: people.flatMap(({ agencyId: of, ...person }) => (of === agencyId ? [person] : [])),
    }
  })
}

export interface UndecidedRow {
  actId: string
  kind: ReorganisationKind
  effectiveOn: string
  documentNumber: string
  agencyId: string
  endedOn: string | null
}

/** Old agencies of acts in effect for which nobody has decided yet. */
export const listUndecided = (sql: Sql, tenantId: number) => sql<UndecidedRow[]>`
  select reorganisation.id as "actId", reorganisation.kind, reorganisation.effective_on as "effectiveOn",
         reorganisation.document_number as "documentNumber", part.agency_id as "agencyId", agency.ended_on as "endedOn"
  from reorganisation
  join reorganisation_part part on part.tenant_id = reorganisation.tenant_id and part.act_id = reorganisation.id
    and part.side = 'old'
  join agency on agency.tenant_id = part.tenant_id and agency.id = part.agency_id
  left join succession on succession.tenant_id = reorganisation.tenant_id and succession.act_id = reorganisation.id
    and succession.agency_id = part.agency_id
  where reorganisation.tenant_id = ${tenantId} and reorganisation.state = 'done'
    and reorganisation.kind in ('split', 'abolish') and succession.act_id is null
  order by reorganisation.effective_on desc, agency.name collate "vi-x-icu", agency.id`

/** One assignment of an agency, to be sent elsewhere by an exception. */
export interface HeldAssignment {
  id: string
  role: 'lead' | 'coordinating'
  section: string
  quote: string
  dueOn: string | null
}

export const listHeldAssignments = (
  sql: Sql,
  tenantId: number,
  {
    agencyId,
    planId,
    after,
    limit,
  }: { agencyId: string; planId: string; after: string | null; limit: number },
) => sql<HeldAssignment[]>`
  select assignment.id, assignment.role, item.section, left(item.quote, 300) as quote, assignment.due_on as "dueOn"
  from assignment
  join item on item.tenant_id = assignment.tenant_id and item.id = assignment.item_id
  where assignment.tenant_id = ${tenantId} and assignment.agency_id = ${agencyId} and assignment.plan_id = ${planId}
    and assignment.status not in ('done', 'closed') ${after ? sql`and assignment.id > ${after}` : sql``}
  order by assignment.id limit ${limit}`

/** The act that ended an agency on this day, and whether somebody decided by it; null when none is recorded. */
export async function findEnding(
  sql: Sql,
  tenantId: number,
  agencyId: string,
  endedOn: string,
): Promise<{ actId: string; isDecided: boolean } | null> {
  const [row] = await sql<{ actId: string; isDecided: boolean }[]>`
    select reorganisation.id as "actId", succession.act_id is not null as "isDecided"
    from reorganisation_part part
    join reorganisation on reorganisation.tenant_id = part.tenant_id and reorganisation.id = part.act_id
    left join succession on succession.tenant_id = part.tenant_id and succession.act_id = part.act_id
      and succession.agency_id = part.agency_id
    where part.tenant_id = ${tenantId} and part.agency_id = ${agencyId} and part.side = 'old'
      and reorganisation.effective_on = ${endedOn} and reorganisation.state = 'done'
    order by succession.act_id nulls last limit 1`
  return row ?? null
}
