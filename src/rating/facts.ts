// The facts behind ratings, read for a whole province in a few questions and kept while neither work nor reports change.

import type { PastFact } from '../report/report.ts'
import type { Database, Sql } from '../store/database.ts'
import { readStamp } from '../store/stamp.ts'
import type { FactKind } from '../task/task.ts'
import { aboutId, type Unit } from './rate.ts'
import { type ReportFacts, reportUnitOf } from './report-units.ts'
import type { FaultKind, Rubric } from './rubric.ts'
import { type DutyFacts, type FactStep, judgedOn, unitsOf, type Window } from './units.ts'

interface DutyRow {
  id: string
  role: 'lead' | 'coordinating'
  period: string
  givenTo: string
  givenDue: string | null
  givenUnit: string | null
  givenOn: string
}

/** Work that can mean anything in the window: completed in it or later, due by its end, or returned within it. */
const CANDIDATES = (
  sql: Sql,
  tenantId: number,
  { from }: Window,
  days: { asOf: string; lateFrom: string },
) => sql`
  select id, role, period, given_to as "givenTo", given_due as "givenDue", given_unit as "givenUnit",
         given_on as "givenOn"
  from assignment
  where tenant_id = ${tenantId} and given_on <= ${days.asOf} and (completed_on is null or completed_on >= ${from})
    and (completed_on is not null or due_on < ${days.lateFrom} or given_due < ${days.lateFrom} or id in (
      select assignment_id from step
      where step.tenant_id = ${tenantId} and kind in ('approve', 'return', 'report-outside', 'schedule')
        and on_day between ${from} and ${days.asOf}))`

/** What neither days nor returns depend on is left where it is: who received it, who in the house has it. */
const SILENT: FactKind[] = ['receive', 'assign', 'ask-extension', 'refuse-extension']

async function readDuties(sql: Sql, tenantId: number, window: Window, today: string): Promise<DutyFacts[]> {
  const days = judgedOn(window, today)
  const candidates = CANDIDATES(sql, tenantId, window, days)
  const [duties, stories, returns, difficulties, confirmed] = await Promise.all([
    sql<DutyRow[]>`${candidates}`,
    // One line for each assignment: a year of a province is hundreds of thousands of steps.
    sql<{ assignmentId: string; story: string }[]>`
      with duty as materialized (${candidates})
      select step.assignment_id as "assignmentId",
             string_agg(concat(kind, ',', on_day, ',', percent, ',', happened_on, ',', to_agency_id, ',', due_on, ',',
                               case when kind = 'return' then step.id end), ';' order by seq) as story
      from duty join step on step.tenant_id = ${tenantId} and step.assignment_id = duty.id
      where step.kind <> all(${SILENT})
      group by step.assignment_id`,
    sql<{ id: string; text: string }[]>`
      with duty as materialized (${candidates})
      select step.id, left(step.text, 300) as text
      from duty join step on step.tenant_id = ${tenantId} and step.assignment_id = duty.id
      where step.kind = 'return' and step.on_day between ${window.from} and ${days.asOf}`,
    listDifficulties(sql, tenantId),
    sql<{ assignmentId: string; fault: FaultKind; reason: string }[]>`
      select assignment_id as "assignmentId", fault, reason from rating_cause
      where tenant_id = ${tenantId} and assignment_id is not null and withdrawn_at is null`,
  ])
  const storyOf = new Map(stories.map(({ assignmentId, story }) => [assignmentId, story]))
  const textOf = new Map(returns.map(({ id, text }) => [id, text]))
  const difficultiesOf = Map.groupBy(difficulties, ({ assignmentId }) => assignmentId)
  const confirmedOf = Map.groupBy(confirmed, ({ assignmentId }) => assignmentId)
  return duties.map(({ id, role, period, givenTo, givenDue, givenUnit, givenOn }) => ({
    ...{ id, role, period },
    given: { agencyId: givenTo, dueOn: givenDue, unitId: givenUnit, givenOn },
    steps: readStory(storyOf.get(id), textOf),
    difficulties: difficultiesOf.get(id) ?? [],
    confirmed: confirmedOf.get(id) ?? [],
  }))
}

/** "report,2026-04-01,100,,,,;return,2026-04-05,,,,,<id>" -> its steps. */
function readStory(story: string | undefined, textOf: ReadonlyMap<string, string>): FactStep[] {
  if (!story) return []
  return story.split(';').map((line) => {
    const [kind, onDay = '', percent, happenedOn, toAgencyId, dueOn, id = ''] = line.split(',')
    return {
      ...{ id, kind: kind as FactKind, onDay, accountId: '', text: textOf.get(id) ?? '' },
      percent: percent ? Number(percent) : null,
      happenedOn: happenedOn || null,
      toAgencyId: toAgencyId || null,
      dueOn: dueOn || null,
    }
  })
}

/** By the assignments they keep back; what was joined into another is answered with it. */
const listDifficulties = (sql: Sql, tenantId: number) => sql<
  { id: string; assignmentId: string; raisedOn: string; answeredOn: string | null }[]
>`
  select difficulty.id, held.assignment_id as "assignmentId", difficulty.raised_on as "raisedOn",
         (select min(answer.on_day) from difficulty_step answer
          where answer.tenant_id = ${tenantId} and answer.kind = 'answer'
            and answer.difficulty_id = coalesce(difficulty.joined_into, difficulty.id)) as "answeredOn"
  from difficulty
  join difficulty_assignment held on held.tenant_id = ${tenantId} and held.difficulty_id = difficulty.id
  where difficulty.tenant_id = ${tenantId} and difficulty.status <> 'withdrawn'
  order by difficulty.raised_on, difficulty.id`

/** Reports asked by the day of judging, whose day, as given or put off, lies in the window. */
async function readReports(sql: Sql, tenantId: number, window: Window, asOf: string): Promise<ReportFacts[]> {
  const asked = sql`
    select report.id, asked_id, given_to, given_due, round.opened_on
    from report join report_round round on round.tenant_id = ${tenantId} and round.id = report.round_id
    where report.tenant_id = ${tenantId} and round.opened_on <= ${asOf}
      and (given_due between ${window.from} and ${window.to} or report.id in (
        select report_id from report_step
        where tenant_id = ${tenantId} and kind = 'extend' and due_on between ${window.from} and ${window.to}))`
  const [reports, steps] = await Promise.all([
    sql<
      {
        id: string
        agencyId: string
        toId: string | null
        dueOn: string
        openedOn: string
        confirmed: string | null
      }[]
    >`
      select asked.id, asked_id as "agencyId", given_to as "toId", given_due as "dueOn", opened_on as "openedOn",
             cause.reason as confirmed
      from (${asked}) asked
      left join rating_cause cause on cause.tenant_id = ${tenantId} and cause.report_id = asked.id
        and cause.withdrawn_at is null`,
    sql<(PastFact & { reportId: string })[]>`
      select step.report_id as "reportId", step.kind, step.account_id as "accountId", step.on_day as "onDay",
             '' as text, step.to_agency_id as "toAgencyId", step.due_on as "dueOn"
      from (${asked}) asked
      join report_step step on step.tenant_id = ${tenantId} and step.report_id = asked.id
      order by step.report_id, step.seq`,
  ])
  const stepsOf = Map.groupBy(steps, ({ reportId }) => reportId)
  return reports.map(({ id, confirmed, ...given }) => ({
    id,
    confirmed,
    given,
    steps: stepsOf.get(id) ?? [],
  }))
}

/** The units of every agency, from the facts alone. */
export async function readUnits(
  sql: Sql,
  tenantId: number,
  rubric: Pick<Rubric, 'causes' | 'coordinating'>,
  window: Window,
  today: string,
): Promise<Map<string, Unit[]>> {
  const units = new Map<string, Unit[]>()
  const add = (agencyId: string, found: Unit[]) => {
    const own = units.get(agencyId)
    if (own) own.push(...found)
    else units.set(agencyId, found)
  }
  for (const duty of await readDuties(sql, tenantId, window, today)) {
    const found = unitsOf(rubric, duty, window, today)
    if (found) add(found.agencyId, found.units)
  }
  for (const report of await readReports(sql, tenantId, window, judgedOn(window, today).asOf)) {
    const found = reportUnitOf(rubric, report, window, today)
    if (found) add(found.agencyId, [found.unit])
  }
  // In one order, whatever order the rows came in: the same facts give the same points for each fault.
  for (const own of units.values())
    own.sort(
      (a, b) =>
        (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
        (aboutId(a) < aboutId(b) ? -1 : aboutId(a) > aboutId(b) ? 1 : 0),
    )
  return units
}

/** Answers that stay right while their stamp stays; a year of a large province is some 15 MB. */
const KEPT = 5
const kept = new Map<string, { stamp: string; units: Promise<Map<string, Unit[]>> }>()

/** The same, kept in memory as long as neither work nor reports, difficulties nor confirmed causes have changed. */
export async function unitsKept(
  sql: Database,
  tenantId: number,
  { causes, coordinating }: Pick<Rubric, 'causes' | 'coordinating'>,
  window: Window,
  today: string,
): Promise<Map<string, Unit[]>> {
  const { asOf, lateFrom } = judgedOn(window, today)
  const key = JSON.stringify([
    tenantId,
    window.from,
    window.to,
    asOf,
    lateFrom,
    [...causes].sort(),
    coordinating,
  ])
  const stamp = await stampOf(sql, tenantId)
  const known = kept.get(key)
  if (known?.stamp === stamp) return known.units
  const units = sql.begin('isolation level repeatable read read only', (tx) =>
    readUnits(tx, tenantId, { causes, coordinating }, window, today),
  ) as Promise<Map<string, Unit[]>>
  kept.delete(key)
  kept.set(key, { stamp, units })
  // What failed is asked again by whoever comes next.
  units.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest) kept.delete(oldest)
  return units
}

async function stampOf(sql: Database, tenantId: number): Promise<string> {
  const [work, [row]] = await Promise.all([
    readStamp(sql, tenantId),
    sql<{ said: string }[]>`
      select (select count(*) from difficulty_step where tenant_id = ${tenantId}) || ' ' ||
             (select count(*) from report where tenant_id = ${tenantId}) || ' ' ||
             (select count(*) from report_step where tenant_id = ${tenantId}) || ' ' ||
             (select coalesce(sum(version), 0) from rating_cause where tenant_id = ${tenantId}) || ' ' ||
             (select extract(epoch from tenant.created_at) from tenant where id = ${tenantId}) as said`,
  ])
  return `${work} ${row?.said}`
}
