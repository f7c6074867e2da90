// The facts behind reports, read for whole sets of agencies at once: duties with their steps, evidence and difficulties.
import { asJson, type Sql } from '../store/database.ts'
import { type Completion, type PastStep, REPORTS_OUTSIDE } from '../task/task.ts'
import type { Figure } from '../task/work.ts'
import type { Joined } from './consolidate.ts'
import type { Computed, DutyFacts, FactDifficulty, FactStep, Window, Written } from './facts.ts'
import type { ReportState } from './report.ts'
import type { PlannedTarget } from './review.ts'

/** A duty as its row says it; steps and difficulties are read beside it. */
interface DutyRow extends Omit<DutyFacts, 'given' | 'steps' | 'difficulties'> {
  givenTo: string
  givenDue: string | null
  givenUnit: string | null
  givenOn: string
}

export interface DutyScope {
  planId: string
  /** Those whose duties it tells; null: all of the plan that report inside this system. */
  agencyIds: readonly string[] | null
  window: Window
  /** These and no others, whoever has them by now. */
  assignmentIds?: readonly string[]
  /** Told in another report of the round that was handed in: not told again. */
  notIn?: { roundId: string; reportId: string }
}

const listDutyRows = (
  sql: Sql,
  tenantId: number,
  { planId, agencyIds, assignmentIds, window, notIn }: DutyScope,
) => sql<DutyRow[]>`
  select assignment.id as "assignmentId", item.id as "itemId", item.ordinal, item.section, item.quote, assignment.role,
         assignment.duty, assignment.period, assignment.agency_id as "agencyId", item.completion,
         item.completion_share as "completionShare", item.word_on as "wordOn", assignment.given_to as "givenTo",
         assignment.given_due as "givenDue", assignment.given_unit as "givenUnit", assignment.given_on as "givenOn"
  from assignment
  join item on item.tenant_id = ${tenantId} and item.id = assignment.item_id
  join agency on agency.tenant_id = ${tenantId} and agency.id = assignment.agency_id
  where assignment.tenant_id = ${tenantId} and assignment.plan_id = ${planId}
    and not agency.kind = any(${REPORTS_OUTSIDE as string[]}) and assignment.given_on <= ${window.to}
    and (assignment.period_from is null or (assignment.period_from <= ${window.to} and assignment.period_to >= ${window.from}))
    ${agencyIds ? sql`and assignment.agency_id = any(${agencyIds as string[]}::uuid[])` : sql``}
    ${assignmentIds ? sql`and assignment.id = any(${assignmentIds as string[]}::uuid[])` : sql``}
    ${
      notIn
        ? sql`and not exists (
            select 1 from report_entry entry
            join report other on other.tenant_id = ${tenantId} and other.id = entry.report_id
            where entry.tenant_id = ${tenantId} and entry.assignment_id = assignment.id and entry.computed is not null
              and other.round_id = ${notIn.roundId} and other.id <> ${notIn.reportId}
              and other.state in ('approved', 'accepted', 'locked'))`
        : sql``
    }
  order by item.ordinal, assignment.role desc, assignment.period, assignment.duty, assignment.id`

interface StepRow extends PastStep {
  assignmentId: string
  id: string
  at: Date
  actor: string
  text: string
  nothing: boolean
  figures: Figure[]
  files: string[]
}

const listStepRows = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<StepRow[]>`
  select step.assignment_id as "assignmentId", step.id, step.kind, step.account_id as "accountId", step.on_day as "onDay",
         step.percent, step.happened_on as "happenedOn", step.to_agency_id as "toAgencyId",
         step.to_account_id as "toAccountId", step.due_on as "dueOn", step.at, step.actor, step.text, step.nothing,
         step.figures, coalesce(file.names, '{}') as files
  from step
  left join (select step_id, array_agg(name order by name) as names from step_file
             where tenant_id = ${tenantId} and step_id in (
               select id from step where tenant_id = ${tenantId} and assignment_id = any(${ids as string[]}::uuid[]))
             group by step_id) file on file.step_id = step.id
  where step.tenant_id = ${tenantId} and step.assignment_id = any(${ids as string[]}::uuid[])
  order by step.assignment_id, step.seq`

const listDifficultyRows = (sql: Sql, tenantId: number, ids: readonly string[]) => sql<
  (FactDifficulty & { assignmentId: string })[]
>`
  select link.assignment_id as "assignmentId", own.text, own.raised_on as "raisedOn",
         main.status in ('raised', 'sent') as "isOpen"
  from difficulty_assignment link
  join difficulty own on own.tenant_id = ${tenantId} and own.id = link.difficulty_id
  join difficulty main on main.tenant_id = ${tenantId} and main.id = coalesce(own.joined_into, own.id)
  where link.tenant_id = ${tenantId} and link.assignment_id = any(${ids as string[]}::uuid[]) and own.status <> 'withdrawn'
  order by own.raised_on, own.id`

const grouped = <Row extends { assignmentId: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const own = groups.get(row.assignmentId)
    if (own) own.push(row)
    else groups.set(row.assignmentId, [row])
  }
  return groups
}

/** Every duty of the scope with all its facts, in the order of the plan: three questions, however many duties. */
export async function listDuties(sql: Sql, tenantId: number, scope: DutyScope): Promise<DutyFacts[]> {
  const rows = await listDutyRows(sql, tenantId, scope)
  const ids = rows.map(({ assignmentId }) => assignmentId)
  const [steps, difficulties] = await Promise.all([
    listStepRows(sql, tenantId, ids).execute(),
    listDifficultyRows(sql, tenantId, ids).execute(),
  ])
  const [stepsOf, troublesOf] = [grouped(steps), grouped(difficulties)]
  return rows.map(({ givenTo, givenDue, givenUnit, givenOn, ...row }) => ({
    ...row,
    given: { agencyId: givenTo, dueOn: givenDue, unitId: givenUnit, givenOn },
    steps: (stepsOf.get(row.assignmentId) ?? []).map(
      ({ assignmentId: _, at, ...step }): FactStep => ({ ...step, at: at.toISOString() }),
    ),
    difficulties: (troublesOf.get(row.assignmentId) ?? []).map(({ assignmentId: _, ...trouble }) => trouble),
  }))
}

/** The agencies whose duties a report tells: its own, whom it was asked first, and those that were joined into it. */
export async function listCovered(
  sql: Sql,
  tenantId: number,
  { id, roundId, agencyId, askedId }: { id: string; roundId: string; agencyId: string; askedId: string },
): Promise<string[]> {
  const rows = await sql<{ askedId: string }[]>`
    select asked_id as "askedId" from report
    where tenant_id = ${tenantId} and round_id = ${roundId} and agency_id = ${agencyId} and state = 'passed'
      and id <> ${id}`
  return [...new Set([agencyId, askedId, ...rows.map((row) => row.askedId)])]
}

/** What one agency handed in on one duty. */
export interface ToldRow {
  reportId: string
  agencyId: string
  agency: string
  itemId: string
  /** Its place in the plan. */
  ordinal: number
  assignmentId: string
  role: 'lead' | 'coordinating'
  period: string
  completion: Completion
  completionShare: number | null
  wordOn: string | null
  written: Written | null
  computed: Computed
}

/** All that was handed in with these reports. */
export const listTold = (sql: Sql, tenantId: number, reportIds: readonly string[]) => sql<ToldRow[]>`
  select report.id as "reportId", report.agency_id as "agencyId", coalesce(report.agency_name, agency.name) as agency,
         entry.item_id as "itemId", item.ordinal, entry.assignment_id as "assignmentId", assignment.role, assignment.period,
         item.completion, item.completion_share as "completionShare", item.word_on as "wordOn", entry.written, entry.computed
  from report_entry entry
  join report on report.tenant_id = ${tenantId} and report.id = entry.report_id
  join agency on agency.tenant_id = ${tenantId} and agency.id = report.agency_id
  join assignment on assignment.tenant_id = ${tenantId} and assignment.id = entry.assignment_id
  join item on item.tenant_id = ${tenantId} and item.id = entry.item_id
  where entry.tenant_id = ${tenantId} and entry.report_id = any(${reportIds as string[]}::uuid[])
    and entry.computed is not null
  order by item.ordinal, agency.name collate "vi-x-icu", entry.assignment_id`

export interface BelowRow {
  id: string
  version: number
  agencyId: string
  agency: string
  toId: string | null
  state: ReportState
  dueOn: string
  sentOn: string | null
  texts: Partial<Record<string, string>>
  computed: Partial<Record<string, string>> | null
  consolidatedAt: Date | null
  toldAt: Date | null
}

/** Every report of the round with its general texts, for whoever joins them. */
export const listRoundTexts = (sql: Sql, tenantId: number, roundId: string) => sql<BelowRow[]>`
  select report.id, report.version, report.agency_id as "agencyId", coalesce(report.agency_name, agency.name) as agency,
         report.to_id as "toId", report.state, report.due_on as "dueOn", report.sent_on as "sentOn", report.texts,
         report.computed, report.consolidated_at as "consolidatedAt", report.told_at as "toldAt"
  from report join agency on agency.tenant_id = ${tenantId} and agency.id = report.agency_id
  where report.tenant_id = ${tenantId} and report.round_id = ${roundId} and report.state <> 'passed'
  order by agency.name collate "vi-x-icu", report.id`

/** What consolidating agencies below wrote themselves in place of the joined words. */
export const listWrittenParts = (sql: Sql, tenantId: number, reportIds: readonly string[]) => sql<
  { reportId: string; itemId: string; written: string }[]
>`
  select report_id as "reportId", item_id as "itemId", written from report_part
  where tenant_id = ${tenantId} and report_id = any(${reportIds as string[]}::uuid[]) and written is not null`

export interface PartRow {
  itemId: string
  ordinal: number
  section: string
  quote: string
  joined: Joined
  written: string | null
  basis: string | null
}

export const listParts = (sql: Sql, tenantId: number, reportId: string, itemId: string | null = null) => sql<
  PartRow[]
>`
  select part.item_id as "itemId", part.ordinal, item.section, item.quote, part.joined, part.written, part.basis
  from report_part part join item on item.tenant_id = ${tenantId} and item.id = part.item_id
  where part.tenant_id = ${tenantId} and part.report_id = ${reportId}
    ${itemId ? sql`and part.item_id = ${itemId}` : sql``}
  order by part.ordinal, part.item_id`

/** What was joined anew; own words stay. A duty nobody tells any more stays only while something is written there. */
export async function putParts(
  tx: Sql,
  tenantId: number,
  reportId: string,
  parts: readonly { itemId: string; ordinal: number; joined: Joined }[],
): Promise<void> {
  const ids = parts.map(({ itemId }) => itemId)
  await tx`
    delete from report_part
    where tenant_id = ${tenantId} and report_id = ${reportId} and written is null and not item_id = any(${ids}::uuid[])`
  await tx`
    insert into report_part (tenant_id, report_id, item_id, ordinal, joined)
    select ${tenantId}::int, ${reportId}::uuid, "itemId", ordinal, joined
    from jsonb_to_recordset(${tx.json(asJson(parts))}) as new ("itemId" uuid, ordinal int, joined jsonb)
    on conflict (tenant_id, report_id, item_id) do update set ordinal = excluded.ordinal, joined = excluded.joined`
}

export const writeParts = (
  tx: Sql,
  tenantId: number,
  reportId: string,
  parts: readonly { itemId: string; written: string | null; basis: string | null }[],
) => tx`
  update report_part set written = new.written, basis = new.basis
  from jsonb_to_recordset(${tx.json(asJson(parts))}) as new ("itemId" uuid, written text, basis text)
  where report_part.tenant_id = ${tenantId} and report_part.report_id = ${reportId}
    and report_part.item_id = new."itemId"`

export const keepConsolidation = (
  tx: Sql,
  tenantId: number,
  id: string,
  kept: {
    computed: Partial<Record<string, string>>
    figures: unknown
    sources: readonly { reportId: string; version: number }[]
    at: Date
  },
) => tx`
  update report set computed = ${tx.json(asJson(kept.computed))}, figures = ${tx.json(asJson(kept.figures))},
    sources = ${tx.json(asJson(kept.sources))}, consolidated_at = ${kept.at}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

/** The targets the plan prints. */
export async function listTargets(sql: Sql, tenantId: number, planId: string): Promise<PlannedTarget[]> {
  const [row] = await sql<{ indicators: PlannedTarget[] | null }[]>`
    select draft -> 'indicators' as indicators from plan_source where tenant_id = ${tenantId} and plan_id = ${planId}`
  return row?.indicators ?? []
}
