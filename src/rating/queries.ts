// What people decided about ratings, as rows: rubrics, office, terms of heads, causes, changes, objections, locks.
import { FULL_NAME } from '../agency/queries.ts'
import type { ReportState } from '../report/report.ts'
import { asJson, type Sql } from '../store/database.ts'
import type { AgencyKind } from '../vocabulary/agency-kind.ts'
import type { About, Result, Unit } from './rate.ts'
import type { Duty, Lock, RubricVersion, Subject, SubjectForm, TermForm } from './rating.ts'
import type { FaultKind, Rubric } from './rubric.ts'

const ISO = (sql: Sql, column: string) =>
  sql`to_char(${sql(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

const RUBRIC = (sql: Sql) => sql`
  id, state, body, valid_from as "validFrom", document_number as "documentNumber", document_on as "documentOn",
  created_name as "createdBy", ${ISO(sql, 'created_at')} as "createdAt", published_name as "publishedBy",
  ${ISO(sql, 'published_at')} as "publishedAt", version`

/** Drafts first, then by the day they hold from. */
export const listRubrics = (sql: Sql, tenantId: number) => sql<RubricVersion[]>`
  select ${RUBRIC(sql)} from rubric where tenant_id = ${tenantId}
  order by state, valid_from desc nulls first, created_at desc, id`

/** Published and in force on the day; null: none yet. */
export async function findRubricOn(sql: Sql, tenantId: number, day: string): Promise<RubricVersion | null> {
  const [row] = await sql<RubricVersion[]>`
    select ${RUBRIC(sql)} from rubric
    where tenant_id = ${tenantId} and state = 'published' and valid_from <= ${day}
    order by valid_from desc limit 1`
  return row ?? null
}

export async function lockRubric(sql: Sql, tenantId: number, id: string): Promise<RubricVersion | null> {
  const [row] = await sql<RubricVersion[]>`
    select ${RUBRIC(sql)} from rubric where tenant_id = ${tenantId} and id = ${id} for update`
  return row ?? null
}

export const insertRubric = (
  sql: Sql,
  tenantId: number,
  row: { id: string; body: Rubric; accountId: string; name: string; at: Date },
) => sql`
  insert into rubric (tenant_id, id, state, body, created_by, created_name, created_at)
  values (${tenantId}, ${row.id}, 'draft', ${sql.json(asJson(row.body))}, ${row.accountId}, ${row.name}, ${row.at})`

export const updateRubric = (sql: Sql, tenantId: number, id: string, body: Rubric) => sql`
  update rubric set body = ${sql.json(asJson(body))}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

export const deleteRubric = (sql: Sql, tenantId: number, id: string) => sql`
  delete from rubric where tenant_id = ${tenantId} and id = ${id}`

/** false: another version holds from that very day. */
export async function publishRubric(
  sql: Sql,
  tenantId: number,
  id: string,
  row: { documentNumber: string; documentOn: string; validFrom: string; name: string; at: Date },
): Promise<boolean> {
  const done = await sql`
    update rubric set state = 'published', document_number = ${row.documentNumber}, document_on = ${row.documentOn},
      valid_from = ${row.validFrom}, published_name = ${row.name}, published_at = ${row.at}, version = version + 1
    where tenant_id = ${tenantId} and id = ${id} and not exists (
      select 1 from rubric other where other.tenant_id = ${tenantId} and other.state = 'published'
        and other.valid_from = ${row.validFrom})
    returning id`
  return done.length > 0
}

export interface Office {
  agency: { id: string; name: string } | null
  version: number
}

/** Version 0: never set. */
export async function getOffice(sql: Sql, tenantId: number): Promise<Office> {
  const [row] = await sql<{ agencyId: string | null; name: string | null; version: number }[]>`
    select agency.id as "agencyId", ${FULL_NAME(sql, sql`agency`)} as name, rating_office.version
    from rating_office
    left join agency on agency.tenant_id = ${tenantId} and agency.id = rating_office.agency_id
    where rating_office.tenant_id = ${tenantId}`
  const agency = row?.agencyId && row.name ? { id: row.agencyId, name: row.name } : null
  return { agency, version: row?.version ?? 0 }
}

/** false: another version is there than the one seen. */
export async function setOffice(
  sql: Sql,
  tenantId: number,
  agencyId: string | null,
  seen: number,
): Promise<boolean> {
  const done = await sql`
    insert into rating_office (tenant_id, agency_id) select ${tenantId}::int, ${agencyId}::uuid where ${seen}::int = 0
      or exists (select 1 from rating_office where tenant_id = ${tenantId})
    on conflict (tenant_id) do update set agency_id = excluded.agency_id, version = rating_office.version + 1
      where rating_office.version = ${seen}
    returning version`
  return done.length > 0
}

export interface RatedAgency {
  id: string
  name: string
  kind: AgencyKind
  endedOn: string | null
}

/** All but internal units, with former ones: a period may be one in which they were there. */
export const listRated = (sql: Sql, tenantId: number) => sql<RatedAgency[]>`
  select id, ${FULL_NAME(sql, sql`agency`)} as name, kind, ended_on as "endedOn" from agency
  where tenant_id = ${tenantId} and kind <> 'unit' order by name collate "vi-x-icu", id`

export interface TermRow {
  id: string
  agencyId: string
  agencyName: string
  name: string
  position: string
  from: string
  until: string | null
  version: number
}

export const listTerms = (sql: Sql, tenantId: number) => sql<TermRow[]>`
  select head_term.id, agency.id as "agencyId", ${FULL_NAME(sql, sql`agency`)} as "agencyName", head_term.name,
         head_term.position, from_day as "from", until_day as until, head_term.version
  from head_term join agency on agency.tenant_id = ${tenantId} and agency.id = head_term.agency_id
  where head_term.tenant_id = ${tenantId}
  order by agency.name collate "vi-x-icu", agency.id, from_day desc`

/** Accounts that head an agency: who is taken where no term is recorded. */
export const listHeadAccounts = (sql: Sql, tenantId: number) => sql<
  { id: string; agencyId: string; name: string; position: string }[]
>`
  select id, agency_id as "agencyId", name, position from account
  where tenant_id = ${tenantId} and role = 'head' and is_active and agency_id is not null order by name, id`

/** Takes the agency's lock, so that two people do not record terms over each other. */
export async function findTermClash(
  sql: Sql,
  tenantId: number,
  { agencyId, from, until }: Pick<TermForm, 'agencyId' | 'from' | 'until'>,
  except: string | null,
): Promise<{ agency: boolean; name: string | null }> {
  const [agency] = await sql`
    select id from agency where tenant_id = ${tenantId} and id = ${agencyId} and kind <> 'unit' for update`
  const [clash] = await sql<{ name: string }[]>`
    select name from head_term
    where tenant_id = ${tenantId} and agency_id = ${agencyId} and id is distinct from ${except}::uuid
      and from_day <= coalesce(${until}::date, 'infinity') and coalesce(until_day, 'infinity') >= ${from}::date
    limit 1`
  return { agency: Boolean(agency), name: clash?.name ?? null }
}

export const insertTerm = (sql: Sql, tenantId: number, id: string, term: TermForm) => sql`
  insert into head_term (tenant_id, id, agency_id, name, position, from_day, until_day)
  values (${tenantId}, ${id}, ${term.agencyId}, ${term.name}, ${term.position}, ${term.from}, ${term.until})`

export async function lockTerm(
  sql: Sql,
  tenantId: number,
  id: string,
): Promise<(TermForm & { version: number }) | null> {
  const [row] = await sql<(TermForm & { version: number })[]>`
    select agency_id as "agencyId", name, position, from_day as "from", until_day as until, version
    from head_term where tenant_id = ${tenantId} and id = ${id} for update`
  return row ?? null
}

export const updateTerm = (sql: Sql, tenantId: number, id: string, term: TermForm) => sql`
  update head_term set name = ${term.name}, position = ${term.position}, from_day = ${term.from},
    until_day = ${term.until}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

export const deleteTerm = (sql: Sql, tenantId: number, id: string) => sql`
  delete from head_term where tenant_id = ${tenantId} and id = ${id}`

export interface CauseRow {
  id: string
  assignmentId: string | null
  reportId: string | null
  fault: FaultKind
  reason: string
  by: string
  at: string
  withdrawnAt: string | null
  version: number
}

const CAUSE = (sql: Sql) => sql`
  id, assignment_id as "assignmentId", report_id as "reportId", fault, reason, actor as by, ${ISO(sql, 'at')} as at,
  ${ISO(sql, 'withdrawn_at')} as "withdrawnAt", version`

/** About these assignments and reports. */
export const listCauses = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<CauseRow[]>`
  select ${CAUSE(sql)} from rating_cause
  where tenant_id = ${tenantId} and coalesce(assignment_id, report_id) = any(${ids as string[]}::uuid[])
    and withdrawn_at is null`

export async function lockCause(sql: Sql, tenantId: number, id: string): Promise<CauseRow | null> {
  const [row] = await sql<CauseRow[]>`
    select ${CAUSE(sql)} from rating_cause where tenant_id = ${tenantId} and id = ${id} for update`
  return row ?? null
}

/** false: such a cause is confirmed already. */
export async function insertCause(
  sql: Sql,
  tenantId: number,
  row: {
    id: string
    assignmentId: string | null
    reportId: string | null
    fault: FaultKind
    reason: string
    accountId: string
    name: string
    at: Date
  },
): Promise<boolean> {
  const done = await sql`
    insert into rating_cause (tenant_id, id, assignment_id, report_id, fault, reason, account_id, actor, at)
    values (${tenantId}, ${row.id}, ${row.assignmentId}, ${row.reportId}, ${row.fault}, ${row.reason},
            ${row.accountId}, ${row.name}, ${row.at})
    on conflict do nothing returning id`
  return done.length > 0
}

export const withdrawCause = (
  sql: Sql,
  tenantId: number,
  id: string,
  row: { why: string; name: string; at: Date },
) => sql`
  update rating_cause set withdrawn_why = ${row.why}, withdrawn_name = ${row.name}, withdrawn_at = ${row.at},
    version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

/** Whose the assignment or the report is now. */
export async function findBearer(
  sql: Sql,
  tenantId: number,
  { assignmentId, reportId = null }: About,
): Promise<{ agencyId: string } | null> {
  const [row] = await sql<{ agencyId: string }[]>`
    select agency_id as "agencyId" from assignment where tenant_id = ${tenantId} and id = ${assignmentId}::uuid
    union all
    select agency_id from report where tenant_id = ${tenantId} and id = ${reportId}::uuid`
  return row ?? null
}

export interface ChangeRow {
  id: string
  period: string
  subject: Subject
  subjectId: string
  agencyId: string
  computed: number
  score: number
  reason: string
  accountId: string
  by: string
  at: string
  state: 'proposed' | 'approved' | 'refused' | 'withdrawn'
  decidedBy: string | null
  decidedAt: string | null
  decidedWhy: string
  version: number
}

const CHANGE = (sql: Sql) => sql`
  id, period, subject, subject_id as "subjectId", agency_id as "agencyId", computed, score, reason,
  account_id as "accountId", actor as by, ${ISO(sql, 'at')} as at, state, decided_name as "decidedBy",
  ${ISO(sql, 'decided_at')} as "decidedAt", decided_why as "decidedWhy", version`

/** The latest first. */
export const listChanges = (sql: Sql, tenantId: number, period: string) => sql<ChangeRow[]>`
  select ${CHANGE(sql)} from rating_change where tenant_id = ${tenantId} and period = ${period}
  order by rating_change.at desc, id`

export async function lockChange(sql: Sql, tenantId: number, id: string): Promise<ChangeRow | null> {
  const [row] = await sql<ChangeRow[]>`
    select ${CHANGE(sql)} from rating_change where tenant_id = ${tenantId} and id = ${id} for update`
  return row ?? null
}

/** false: one is proposed already and waits. */
export async function insertChange(
  sql: Sql,
  tenantId: number,
  row: Pick<
    ChangeRow,
    'id' | 'period' | 'subject' | 'subjectId' | 'agencyId' | 'computed' | 'score' | 'reason' | 'accountId'
  > & { name: string; at: Date },
): Promise<boolean> {
  const done = await sql`
    insert into rating_change (tenant_id, id, period, subject, subject_id, agency_id, computed, score, reason,
                               account_id, actor, at, state)
    values (${tenantId}, ${row.id}, ${row.period}, ${row.subject}, ${row.subjectId}, ${row.agencyId}, ${row.computed},
            ${row.score}, ${row.reason}, ${row.accountId}, ${row.name}, ${row.at}, 'proposed')
    on conflict (tenant_id, period, subject, subject_id) where state = 'proposed' do nothing returning id`
  return done.length > 0
}

export const decideChange = (
  sql: Sql,
  tenantId: number,
  id: string,
  row: { state: ChangeRow['state']; why: string; accountId: string; name: string; at: Date },
) => sql`
  update rating_change set state = ${row.state}, decided_by = ${row.accountId}, decided_name = ${row.name},
    decided_at = ${row.at}, decided_why = ${row.why}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

export interface ObjectionRow {
  id: string
  period: string
  agencyId: string
  assignmentId: string | null
  reportId: string | null
  fault: FaultKind | null
  text: string
  by: string
  at: string
  answer: string | null
  accepted: boolean | null
  answeredBy: string | null
  answeredAt: string | null
  version: number
}

const OBJECTION = (sql: Sql) => sql`
  id, period, agency_id as "agencyId", assignment_id as "assignmentId", report_id as "reportId", fault, text, actor as by,
  ${ISO(sql, 'at')} as at, answer, accepted, answered_name as "answeredBy", ${ISO(sql, 'answered_at')} as "answeredAt", version`

export const listObjections = (sql: Sql, tenantId: number, period: string) => sql<ObjectionRow[]>`
  select ${OBJECTION(sql)} from rating_objection where tenant_id = ${tenantId} and period = ${period}
  order by rating_objection.at, id`

export async function lockObjection(sql: Sql, tenantId: number, id: string): Promise<ObjectionRow | null> {
  const [row] = await sql<ObjectionRow[]>`
    select ${OBJECTION(sql)} from rating_objection where tenant_id = ${tenantId} and id = ${id} for update`
  return row ?? null
}

export const insertObjection = (
  sql: Sql,
  tenantId: number,
  row: Pick<ObjectionRow, 'id' | 'period' | 'agencyId' | 'assignmentId' | 'reportId' | 'fault' | 'text'> & {
    accountId: string
    name: string
    at: Date
  },
) => sql`
  insert into rating_objection (tenant_id, id, period, agency_id, assignment_id, report_id, fault, text, account_id, actor, at)
  values (${tenantId}, ${row.id}, ${row.period}, ${row.agencyId}, ${row.assignmentId}, ${row.reportId}, ${row.fault}, ${row.text},
          ${row.accountId}, ${row.name}, ${row.at})`

export const answerObjection = (
  sql: Sql,
  tenantId: number,
  id: string,
  row: { answer: string; accepted: boolean; name: string; at: Date },
) => sql`
  update rating_objection set answer = ${row.answer}, accepted = ${row.accepted}, answered_name = ${row.name},
    answered_at = ${row.at}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

export type LockRow = Lock & { period: string; rubricId: string | null; rubric: Rubric }

const LOCK = (sql: Sql) => sql`
  id, period, rubric_id as "rubricId", rubric, reason, actor as by, ${ISO(sql, 'at')} as at, opened_name as "openedBy",
  ${ISO(sql, 'opened_at')} as "openedAt", opened_why as "openedWhy", version`

/** The latest first: at most one of them is not opened again. */
export const listLocks = (sql: Sql, tenantId: number, period: string) => sql<LockRow[]>`
  select ${LOCK(sql)} from rating_lock where tenant_id = ${tenantId} and period = ${period}
  order by rating_lock.at desc, id`

export async function lockLock(sql: Sql, tenantId: number, id: string): Promise<LockRow | null> {
  const [row] = await sql<LockRow[]>`
    select ${LOCK(sql)} from rating_lock where tenant_id = ${tenantId} and id = ${id} for update`
  return row ?? null
}

/** false: it is locked already. */
export async function insertLock(
  sql: Sql,
  tenantId: number,
  row: {
    id: string
    period: string
    rubricId: string
    rubric: Rubric
    reason: string
    accountId: string
    name: string
    at: Date
  },
): Promise<boolean> {
  const done = await sql`
    insert into rating_lock (tenant_id, id, period, rubric_id, rubric, reason, account_id, actor, at)
    values (${tenantId}, ${row.id}, ${row.period}, ${row.rubricId}, ${sql.json(asJson(row.rubric))}, ${row.reason},
            ${row.accountId}, ${row.name}, ${row.at})
    on conflict (tenant_id, period) where opened_at is null do nothing returning id`
  return done.length > 0
}

export const openLock = (
  sql: Sql,
  tenantId: number,
  id: string,
  row: { why: string; name: string; at: Date },
) => sql`
  update rating_lock set opened_why = ${row.why}, opened_name = ${row.name}, opened_at = ${row.at}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

export interface Snapshot {
  subject: SubjectForm
  result: Result
  units: Unit[]
}

export const insertSnapshots = (sql: Sql, tenantId: number, lockId: string, found: readonly Snapshot[]) => {
  const rows = found.map((body) => ({
    ...{ subject: body.subject.by, subjectId: body.subject.id, agencyId: body.subject.agency.id, body },
  }))
  return sql`
    insert into rating_snapshot (tenant_id, lock_id, subject, subject_id, agency_id, body)
    select ${tenantId}::int, ${lockId}::uuid, subject, "subjectId", "agencyId", body
    from jsonb_to_recordset(${sql.json(asJson(rows))}) as new
      (subject text, "subjectId" uuid, "agencyId" uuid, body jsonb)`
}

export const listSnapshots = (sql: Sql, tenantId: number, lockId: string, subject: Subject) => sql<
  { body: Snapshot }[]
>`
  select body from rating_snapshot
  where tenant_id = ${tenantId} and lock_id = ${lockId} and subject = ${subject}`

/** The words of duties, for whoever reads what they cost. */
export const listDuties = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<Duty[]>`
  select assignment.id, left(case when assignment.role = 'coordinating' and assignment.duty <> '' then assignment.duty
                                  else item.quote end, 400) as quote,
         item.section, assignment.period, assignment.role, coalesce(plan.number, plan.title) as plan
  from assignment
  join item on item.tenant_id = ${tenantId} and item.id = assignment.item_id
  join plan on plan.tenant_id = ${tenantId} and plan.id = assignment.plan_id
  where assignment.tenant_id = ${tenantId} and assignment.id = any(${ids as string[]}::uuid[])`

/** The rounds that reports answer. */
export const listRatedReports = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<
  { id: string; roundId: string; agencyId: string; state: ReportState; title: string; plan: string }[]
>`
  select report.id, report.round_id as "roundId", report.agency_id as "agencyId", report.state, round.title, coalesce(plan.number, plan.title) as plan
  from report
  join report_round round on round.tenant_id = ${tenantId} and round.id = report.round_id
  join plan on plan.tenant_id = ${tenantId} and plan.id = round.plan_id
  where report.tenant_id = ${tenantId} and report.id = any(${ids as string[]}::uuid[])`

export async function getProvince(sql: Sql, tenantId: number): Promise<string> {
  const [row] = await sql<{ name: string }[]>`select name from tenant where id = ${tenantId}`
  return row?.name ?? ''
}
