// Questions and changes about regimes, rounds and reports. `sql` is the connection or the transaction.
import { Refusal } from '../base/refusal.ts'
import type { ReportingDuty } from '../reading/draft.ts'
import { asJson, type Sql } from '../store/database.ts'
import { REPORTS_OUTSIDE } from '../task/task.ts'
import type { AgencyKind } from '../vocabulary/agency-kind.ts'
import * as words from '../vocabulary/words.ts'
import type { RoundKind, TextKey } from './exchange.ts'
import type { Computed, Written } from './facts.ts'
import type { Figures } from './figures.ts'
import type { Link, RegimeForm } from './regime.ts'
import type { PastFact, ReportFact, ReportState } from './report.ts'

const missing = () => new Refusal('missing', 'report.missing', words.refusal.missing)

export interface PlanRow {
  id: string
  number: string | null
  title: string
  status: string
  overseerId: string | null
  overseerName: string | null
}

export async function getPlan(sql: Sql, tenantId: number, id: string): Promise<PlanRow> {
  const [row] = await sql<PlanRow[]>`
    select plan.id, plan.number, plan.title, plan.status, plan.overseer_id as "overseerId", overseer.name as "overseerName"
    from plan left join agency overseer on overseer.tenant_id = ${tenantId} and overseer.id = plan.overseer_id
    where plan.tenant_id = ${tenantId} and plan.id = ${id}`
  if (!row) throw missing()
  return row
}

/** The duties to report that reading found in the plan. */
export async function listReadDuties(sql: Sql, tenantId: number, planId: string): Promise<ReportingDuty[]> {
  const [row] = await sql<{ reporting: ReportingDuty[] | null }[]>`
    select draft -> 'reporting' as reporting from plan_source where tenant_id = ${tenantId} and plan_id = ${planId}`
  return row?.reporting ?? []
}

export interface RegimeRow extends Omit<RegimeForm, 'links'> {
  id: string
  planId: string
  state: 'active' | 'ended'
  version: number
  createdOn: string
  links: Link[]
}

const REGIME = (sql: Sql, tenantId: number) => sql`
  regime.id, regime.plan_id as "planId", regime.title, regime.every, regime.due_day as "dueDay",
  regime.due_month as "dueMonth", regime.due_inclusive as "dueInclusive", regime.after_days as "afterDays",
  regime.before_days as "beforeDays", regime.open_days as "openDays", regime.quote, regime.source_key as "sourceKey",
  regime.state, regime.version, regime.created_on as "createdOn",
  coalesce((select jsonb_agg(jsonb_build_object('agencyId', agency_id, 'toAgencyId', to_agency_id) order by agency_id)
            from report_link link where link.tenant_id = ${tenantId} and link.regime_id = regime.id), '[]') as links
  from report_regime regime`

export const listRegimes = (sql: Sql, tenantId: number, planId: string | null) => sql<RegimeRow[]>`
  select ${REGIME(sql, tenantId)}
  where regime.tenant_id = ${tenantId} ${planId ? sql`and regime.plan_id = ${planId}` : sql`and regime.state = 'active'`}
  order by regime.state, regime.created_at, regime.id`

export async function lockRegime(tx: Sql, tenantId: number, id: string): Promise<RegimeRow> {
  const [row] = await tx<RegimeRow[]>`
    select ${REGIME(tx, tenantId)} where regime.tenant_id = ${tenantId} and regime.id = ${id} for update of regime`
  if (!row) throw missing()
  return row
}

export const insertRegime = (
  tx: Sql,
  tenantId: number,
  form: Omit<RegimeForm, 'links'> & {
    id: string
    planId: string
    createdBy: string
    at: Date
    today: string
  },
) => tx`
  insert into report_regime (tenant_id, id, plan_id, title, every, due_day, due_month, due_inclusive, after_days, before_days,
                             open_days, quote, source_key, created_by, created_on, created_at)
  values (${tenantId}, ${form.id}, ${form.planId}, ${form.title}, ${form.every}, ${form.dueDay}, ${form.dueMonth},
          ${form.dueInclusive}, ${form.afterDays}, ${form.beforeDays}, ${form.openDays}, ${form.quote}, ${form.sourceKey},
          ${form.createdBy}, ${form.today}, ${form.at})`

export const updateRegime = (
  tx: Sql,
  tenantId: number,
  id: string,
  form: Omit<RegimeForm, 'links' | 'quote' | 'sourceKey'> & { state: string },
) => tx`
  update report_regime set title = ${form.title}, every = ${form.every}, due_day = ${form.dueDay},
    due_month = ${form.dueMonth}, due_inclusive = ${form.dueInclusive}, after_days = ${form.afterDays},
    before_days = ${form.beforeDays}, open_days = ${form.openDays}, state = ${form.state}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

export async function setLinks(
  tx: Sql,
  tenantId: number,
  regimeId: string,
  links: readonly Link[],
): Promise<void> {
  await tx`delete from report_link where tenant_id = ${tenantId} and regime_id = ${regimeId}`
  if (links.length === 0) return
  await tx`
    insert into report_link (tenant_id, regime_id, agency_id, to_agency_id)
    select ${tenantId}::int, ${regimeId}::uuid, "agencyId", "toAgencyId"
    from jsonb_to_recordset(${tx.json(asJson(links))}) as new ("agencyId" uuid, "toAgencyId" uuid)`
}

/** Those that bear work of the plan now and report inside this system; former ones are followed by who came after. */
export const listBearers = (sql: Sql, tenantId: number, planId: string) => sql<
  { id: string; name: string }[]
>`
  select agency.id, agency.name from agency
  where agency.tenant_id = ${tenantId} and agency.ended_on is null
    and not agency.kind = any(${REPORTS_OUTSIDE as string[]}) and agency.kind <> 'unit'
    and exists (select 1 from assignment where assignment.tenant_id = ${tenantId} and assignment.plan_id = ${planId}
                  and assignment.agency_id = agency.id)
  order by agency.name collate "vi-x-icu", agency.id`

/** The province's committee: whom the focal agencies report to. */
export async function findProvinceCommittee(sql: Sql, tenantId: number): Promise<string | null> {
  const [row] = await sql<{ id: string }[]>`
    select id from agency
    where tenant_id = ${tenantId} and kind = 'province-committee' and ended_on is null and province is null
    order by created_at, id limit 1`
  return row?.id ?? null
}

/** Old agency -> the one that was decided to follow it; of those that ended only. */
export async function listSuccessors(sql: Sql, tenantId: number): Promise<Map<string, string>> {
  const rows = await sql<{ agencyId: string; toAgencyId: string }[]>`
    select distinct on (succession.agency_id) succession.agency_id as "agencyId", succession.to_agency_id as "toAgencyId"
    from succession
    join reorganisation on reorganisation.tenant_id = ${tenantId} and reorganisation.id = succession.act_id
    join agency on agency.tenant_id = ${tenantId} and agency.id = succession.agency_id
    where succession.tenant_id = ${tenantId} and succession.to_agency_id is not null and agency.ended_on is not null
      and reorganisation.state = 'done'
    order by succession.agency_id, succession.on_day desc`
  return new Map(rows.map(({ agencyId, toAgencyId }) => [agencyId, toAgencyId]))
}

export interface NewRound {
  id: string
  planId: string
  regimeId: string | null
  kind: RoundKind
  title: string
  period: string
  from: string
  to: string
  dueOn: string
  note: string
  openedOn: string
  openedBy: string | null
  openedName: string
  at: Date
}

/** False when the round of this regime and period is there already. */
export async function insertRound(tx: Sql, tenantId: number, round: NewRound): Promise<boolean> {
  const rows = await tx`
    insert into report_round (tenant_id, id, plan_id, regime_id, kind, title, period, from_on, to_on, due_on, note, opened_on,
                              opened_by, opened_name, created_at)
    values (${tenantId}, ${round.id}, ${round.planId}, ${round.regimeId}, ${round.kind}, ${round.title}, ${round.period},
            ${round.from}, ${round.to}, ${round.dueOn}, ${round.note}, ${round.openedOn}, ${round.openedBy},
            ${round.openedName}, ${round.at})
    on conflict do nothing returning id`
  return rows.length > 0
}

export interface NewReport {
  id: string
  agencyId: string
  toId: string
  level: number
  dueOn: string
}

export const insertReports = (
  tx: Sql,
  tenantId: number,
  roundId: string,
  reports: readonly NewReport[],
) => tx`
  insert into report (tenant_id, id, round_id, asked_id, agency_id, to_id, level, given_to, given_due, due_on)
  select ${tenantId}::int, id, ${roundId}::uuid, "agencyId", "agencyId", "toId", level, "toId", "dueOn", "dueOn"
  from jsonb_to_recordset(${tx.json(asJson(reports))}) as new
    (id uuid, "agencyId" uuid, "toId" uuid, level int, "dueOn" date)`

export interface RoundRow {
  id: string
  version: number
  planId: string
  planNumber: string | null
  planTitle: string
  overseerId: string | null
  regimeId: string | null
  kind: RoundKind
  title: string
  period: string
  from: string
  to: string
  dueOn: string
  note: string
  openedOn: string
  openedName: string
  state: 'open' | 'closed'
  paper: string
  closedOn: string | null
  asked: number
  sent: number
  late: number
  accepted: number
  overdue: number
  mineId: string | null
  mineState: ReportState | null
  mineDue: string | null
  toMe: number
}

/** Of a round: the reports of these agencies are "mine". */
interface RoundScope {
  agencyIds: readonly string[]
  today: string
}

const ROUND = (sql: Sql, tenantId: number, { agencyIds, today }: RoundScope) => sql`
  select round.id, round.version, round.plan_id as "planId", plan.number as "planNumber", plan.title as "planTitle",
         plan.overseer_id as "overseerId", round.regime_id as "regimeId", round.kind, round.title, round.period,
         round.from_on as from, round.to_on as to, round.due_on as "dueOn", round.note, round.opened_on as "openedOn",
         round.opened_name as "openedName", round.state, round.paper, round.closed_on as "closedOn",
         coalesce(sums.asked, 0) as asked, coalesce(sums.sent, 0) as sent, coalesce(sums.late, 0) as late,
         coalesce(sums.accepted, 0) as accepted, coalesce(sums.overdue, 0) as overdue, coalesce(sums.to_me, 0) as "toMe",
         mine.id as "mineId", mine.state as "mineState", mine.due_on as "mineDue"
  from report_round round
  join plan on plan.tenant_id = ${tenantId} and plan.id = round.plan_id
  left join lateral (
    select count(*) as asked, count(*) filter (where state in ('approved', 'accepted', 'locked')) as sent,
           count(*) filter (where sent_on > due_on) as late,
           count(*) filter (where state in ('accepted', 'locked')) as accepted,
           count(*) filter (where state in ('draft', 'submitted') and due_on < ${today}) as overdue,
           count(*) filter (where to_id = any(${agencyIds as string[]}::uuid[])) as to_me
    from report where report.tenant_id = ${tenantId} and report.round_id = round.id and report.state <> 'passed'
  ) sums on true
  left join lateral (
    select id, state, due_on from report
    where report.tenant_id = ${tenantId} and report.round_id = round.id and report.state <> 'passed'
      and report.agency_id = any(${agencyIds as string[]}::uuid[])
    order by (report.state in ('draft', 'submitted')) desc, level, id limit 1
  ) mine on true`

export async function getRound(sql: Sql, tenantId: number, id: string, scope: RoundScope): Promise<RoundRow> {
  const [row] = await sql<RoundRow[]>`
    ${ROUND(sql, tenantId, scope)} where round.tenant_id = ${tenantId} and round.id = ${id}`
  if (!row) throw missing()
  return row
}

export const listRounds = (
  sql: Sql,
  tenantId: number,
  scope: RoundScope & {
    tab: 'write' | 'receive' | 'all'
    planId: string | null
    before: { on: string; id: string } | null
    limit: number
  },
) => sql<RoundRow[]>`
  ${ROUND(sql, tenantId, scope)}
  where round.tenant_id = ${tenantId} ${scope.planId ? sql`and round.plan_id = ${scope.planId}` : sql``}
    ${scope.before ? sql`and (round.opened_on, round.id) < (${scope.before.on}::date, ${scope.before.id}::uuid)` : sql``}
    ${scope.tab === 'write' ? sql`and mine.id is not null` : sql``}
    ${scope.tab === 'receive' ? sql`and sums.to_me > 0` : sql``}
  order by round.opened_on desc, round.id desc limit ${scope.limit}`

export interface ReportRow {
  id: string
  version: number
  roundId: string
  askedId: string
  askedName: string
  agencyId: string
  agencyName: string
  agencyKind: AgencyKind
  agencyEnded: string | null
  /** Its name on the day it was handed in. */
  signedName: string | null
  toId: string | null
  toName: string | null
  level: number
  givenTo: string | null
  givenDue: string
  dueOn: string
  state: ReportState
  authorId: string | null
  sentOn: string | null
  lockReason: string | null
  asOf: string | null
  toldAt: Date | null
  consolidatedAt: Date | null
  sources: { reportId: string; version: number }[]
  hasHead: boolean
  hasBelow: boolean
  roundState: 'open' | 'closed'
}

const REPORT = (sql: Sql, tenantId: number) => sql`
  report.id, report.version, report.round_id as "roundId", report.asked_id as "askedId", asked.name as "askedName",
  report.agency_id as "agencyId", agency.name as "agencyName", agency.kind as "agencyKind", agency.ended_on as "agencyEnded",
  report.agency_name as "signedName", report.to_id as "toId", receiver.name as "toName", report.level,
  report.given_to as "givenTo", report.given_due as "givenDue", report.due_on as "dueOn", report.state,
  report.author_id as "authorId", report.sent_on as "sentOn", report.lock_reason as "lockReason", report.as_of as "asOf",
  report.told_at as "toldAt", report.consolidated_at as "consolidatedAt", report.sources, round.state as "roundState",
  exists (select 1 from account where account.tenant_id = ${tenantId} and account.agency_id = report.agency_id
            and account.is_active and account.role in ('head', 'leader')
            and account.id is distinct from report.author_id) as "hasHead",
  exists (select 1 from report below where below.tenant_id = ${tenantId} and below.round_id = report.round_id
            and below.to_id = report.agency_id and below.state <> 'passed') as "hasBelow"
  from report
  join report_round round on round.tenant_id = ${tenantId} and round.id = report.round_id
  join agency asked on asked.tenant_id = ${tenantId} and asked.id = report.asked_id
  join agency on agency.tenant_id = ${tenantId} and agency.id = report.agency_id
  left join agency receiver on receiver.tenant_id = ${tenantId} and receiver.id = report.to_id`

/** Everything of the round, from the top. */
export const listReports = (sql: Sql, tenantId: number, roundId: string) => sql<ReportRow[]>`
  select ${REPORT(sql, tenantId)}
  where report.tenant_id = ${tenantId} and report.round_id = ${roundId}
  order by report.level, agency.name collate "vi-x-icu", report.id`

export async function getReport(sql: Sql, tenantId: number, id: string): Promise<ReportRow> {
  const [row] = await sql<ReportRow[]>`
    select ${REPORT(sql, tenantId)} where report.tenant_id = ${tenantId} and report.id = ${id}`
  if (!row) throw missing()
  return row
}

/** Under a lock until the end of the transaction, in one order of ids. */
export const lockReports = async (
  tx: Sql,
  tenantId: number,
  ids: readonly string[],
): Promise<ReportRow[]> => [
  ...(await tx<ReportRow[]>`
    select ${REPORT(tx, tenantId)}
    where report.tenant_id = ${tenantId} and report.id = any(${ids as string[]}::uuid[])
    order by report.id for update of report`),
]

export interface ReportBody {
  texts: Partial<Record<TextKey, string>>
  computed: Partial<Record<TextKey, string>> | null
  figures: Figures | null
  editedBy: string | null
  editedAt: Date | null
}

export async function getBody(sql: Sql, tenantId: number, id: string): Promise<ReportBody> {
  const [row] = await sql<ReportBody[]>`
    select texts, computed, figures, edited_by as "editedBy", edited_at as "editedAt" from report
    where tenant_id = ${tenantId} and id = ${id}`
  if (!row) throw missing()
  return row
}

export interface FactRow extends PastFact {
  id: string
  actor: string
  at: Date
  toAgency: string | null
}

export const listFacts = (sql: Sql, tenantId: number, reportIds: readonly string[]) => sql<
  (FactRow & { reportId: string })[]
>`
  select step.id, step.report_id as "reportId", step.kind, step.account_id as "accountId", step.actor, step.at,
         step.on_day as "onDay", step.text, step.to_agency_id as "toAgencyId", agency.name as "toAgency",
         step.due_on as "dueOn"
  from report_step step
  left join agency on agency.tenant_id = ${tenantId} and agency.id = step.to_agency_id
  where step.tenant_id = ${tenantId} and step.report_id = any(${reportIds as string[]}::uuid[])
  order by step.report_id, step.seq`

export interface NewFact {
  id: string
  reportId: string
  kind: ReportFact
  accountId: string | null
  forAccountId: string | null
  agencyId: string | null
  onDay: string
  text: string
  toAgencyId: string | null
  dueOn: string | null
}

export const insertFacts = (
  tx: Sql,
  tenantId: number,
  facts: readonly NewFact[],
  { actor, at }: { actor: string; at: Date },
) => tx`
  insert into report_step (tenant_id, id, report_id, seq, kind, account_id, for_account_id, actor, agency_id, at, on_day,
                           text, to_agency_id, due_on)
  select ${tenantId}::int, new.id, new."reportId",
         coalesce(last.seq, 0) + row_number() over (partition by new."reportId" order by new.ordinal),
         new.kind, new."accountId", new."forAccountId", ${actor}, new."agencyId", ${at}::timestamptz, new."onDay", new.text,
         new."toAgencyId", new."dueOn"
  from jsonb_to_recordset(${tx.json(asJson(facts.map((fact, ordinal) => ({ ...fact, ordinal }))))}) as new
    (id uuid, "reportId" uuid, kind text, "accountId" uuid, "forAccountId" uuid, "agencyId" uuid, "onDay" date, text text,
     "toAgencyId" uuid, "dueOn" date, ordinal int)
  left join (select report_id, max(seq) as seq from report_step where tenant_id = ${tenantId} group by report_id) last
    on last.report_id = new."reportId"`

export interface Standing {
  id: string
  agencyId: string
  toId: string | null
  dueOn: string
  state: ReportState
  authorId: string | null
  sentOn: string | null
  lockReason: string | null
}

/** What the fold of the steps says now. */
export const updateStandings = (tx: Sql, tenantId: number, rows: readonly Standing[]) => tx`
  update report set agency_id = new."agencyId", to_id = new."toId", due_on = new."dueOn", state = new.state,
    author_id = new."authorId", sent_on = new."sentOn", lock_reason = new."lockReason", version = report.version + 1
  from jsonb_to_recordset(${tx.json(asJson(rows))}) as new
    (id uuid, "agencyId" uuid, "toId" uuid, "dueOn" date, state text, "authorId" uuid, "sentOn" date, "lockReason" text)
  where report.tenant_id = ${tenantId} and report.id = new.id`

export const updateDraft = (
  tx: Sql,
  tenantId: number,
  id: string,
  texts: Partial<Record<TextKey, string>>,
  { editedBy, at }: { editedBy: string; at: Date },
) => tx`
  update report set texts = ${tx.json(asJson(texts))}, edited_by = ${editedBy}, edited_at = ${at}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

export interface EntryRow {
  assignmentId: string
  itemId: string
  written: Written | null
  computed: Computed | null
}

export const listEntries = (sql: Sql, tenantId: number, reportId: string) => sql<EntryRow[]>`
  select assignment_id as "assignmentId", item_id as "itemId", written, computed from report_entry
  where tenant_id = ${tenantId} and report_id = ${reportId}`

/** Written parts replace those of before; what is null is gone, and with `computed` all of it stands still. */
export async function putEntries(
  tx: Sql,
  tenantId: number,
  reportId: string,
  entries: readonly EntryRow[],
): Promise<void> {
  if (entries.length === 0) return
  await tx`
    insert into report_entry (tenant_id, report_id, assignment_id, item_id, written, computed)
    select ${tenantId}::int, ${reportId}::uuid, "assignmentId", "itemId", nullif(written, 'null'::jsonb),
           nullif(computed, 'null'::jsonb)
    from jsonb_to_recordset(${tx.json(asJson(entries))}) as new
      ("assignmentId" uuid, "itemId" uuid, written jsonb, computed jsonb)
    on conflict (tenant_id, report_id, assignment_id) do update
      set written = excluded.written, computed = excluded.computed`
}

/** What was handed in, and the name under which. */
export const keepTold = (
  tx: Sql,
  tenantId: number,
  id: string,
  told: {
    computed: Partial<Record<TextKey, string>>
    figures: Figures
    asOf: string
    at: Date
    agencyName: string
  },
) => tx`
  update report set computed = ${tx.json(asJson(told.computed))}, figures = ${tx.json(asJson(told.figures))},
    as_of = ${told.asOf}, told_at = ${told.at}, agency_name = ${told.agencyName}
  where tenant_id = ${tenantId} and id = ${id}`

/** Back on the table: the facts count again as they are. A consolidation stays as it was joined. */
export const forgetTold = async (
  tx: Sql,
  tenantId: number,
  id: string,
  isConsolidated: boolean,
): Promise<void> => {
  await tx`
    update report_entry set computed = null where tenant_id = ${tenantId} and report_id = ${id} and written is not null`
  await tx`delete from report_entry where tenant_id = ${tenantId} and report_id = ${id} and written is null`
  await tx`
    update report set as_of = null, told_at = null, agency_name = null
      ${isConsolidated ? tx`` : tx`, computed = null, figures = null`}
    where tenant_id = ${tenantId} and id = ${id}`
}

export const closeRound = (tx: Sql, tenantId: number, id: string, paper: string, on: string) => tx`
  update report_round set state = 'closed', paper = ${paper}, closed_on = ${on}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

/** Open reports whose agency or receiver has ended: to be handed on. */
export const listStranded = (tx: Sql, tenantId: number) => tx<ReportRow[]>`
  select ${REPORT(tx, tenantId)}
  where report.tenant_id = ${tenantId} and report.state in ('draft', 'submitted', 'approved')
    and round.state = 'open'
    and ((agency.ended_on is not null and report.state in ('draft', 'submitted')) or receiver.ended_on is not null)
  order by report.id for update of report`
