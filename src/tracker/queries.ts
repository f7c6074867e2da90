// Questions and changes about imports of tracking sheets: files on their way in, remembered headings, rows brought in.
import { createHash, randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import { searchKey } from '../base/text.ts'
import type { Line } from '../document/line.ts'
import type { DraftPlan } from '../reading/draft.ts'
import { asJson, type Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import type { ExistingDuty } from './check.ts'
import type { Tracked, TrackedValues } from './recognise.ts'
import { type Run, type Settings, wordKey } from './tracker.ts'

interface RunRow extends Omit<Run, 'createdAt' | 'doneAt' | 'plan'> {
  planId: string | null
  planTitle: string | null
  createdAt: Date
  doneAt: Date | null
}

const RUN = (sql: Sql) => sql`
  tracker_run.id, tracker_run.status, tracker_run.file_name as "fileName", tracker_run.fresh, tracker_run.known,
  tracker_run.faulty, tracker_run.assignments, tracker_run.version, tracker_run.created_at as "createdAt",
  tracker_run.done_at as "doneAt", account.name as "createdBy", plan.id as "planId", plan.title as "planTitle"`
const RUN_FROM = (sql: Sql) => sql`
  from tracker_run
  join account on account.tenant_id = tracker_run.tenant_id and account.id = tracker_run.created_by
  left join plan on plan.tenant_id = tracker_run.tenant_id and plan.id = tracker_run.plan_id`

const asRun = ({ planId, planTitle, createdAt, doneAt, ...row }: RunRow): Run => ({
  ...row,
  plan: planId ? { id: planId, title: planTitle ?? '' } : null,
  createdAt: createdAt.toISOString(),
  doneAt: doneAt?.toISOString() ?? null,
})

/** Newest first; `before` is the place of the last run of the page before. */
export async function listRuns(
  sql: Sql,
  tenantId: number,
  { before, limit }: { before: { at: string; id: string } | null; limit: number },
): Promise<Run[]> {
  const rows = await sql<RunRow[]>`
    select ${RUN(sql)} ${RUN_FROM(sql)}
    where tracker_run.tenant_id = ${tenantId}
      ${before ? sql`and (tracker_run.created_at, tracker_run.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``}
    order by tracker_run.created_at desc, tracker_run.id desc limit ${limit}`
  return rows.map(asRun)
}

/** What is needed to read the file again. */
export interface RunFile {
  id: string
  status: Run['status']
  fileName: string
  fileHash: string
  settings: Settings
  version: number
}

export async function getRun(sql: Sql, tenantId: number, id: string): Promise<Run> {
  const [row] = await sql<RunRow[]>`
    select ${RUN(sql)} ${RUN_FROM(sql)} where tracker_run.tenant_id = ${tenantId} and tracker_run.id = ${id}`
  if (!row) throw missing()
  return asRun(row)
}

export async function getRunFile(sql: Sql, tenantId: number, id: string): Promise<RunFile> {
  const [row] = await sql<RunFile[]>`
    select id, status, file_name as "fileName", file_hash as "fileHash", settings, version from tracker_run
    where tenant_id = ${tenantId} and id = ${id}`
  if (!row) throw missing()
  return row
}

const missing = () => new Refusal('missing', 'tracker.missing', words.refusal.missing)

export async function getBytes(sql: Sql, tenantId: number, hash: string): Promise<Uint8Array> {
  const [row] = await sql<{ bytes: Uint8Array }[]>`
    select bytes from file where tenant_id = ${tenantId} and hash = ${hash}`
  if (!row) throw missing()
  return row.bytes
}

export const insertRun = (
  sql: Sql,
  tenantId: number,
  run: { id: string; fileName: string; fileHash: string; settings: Settings; by: string; at: Date },
) => sql`
  insert into tracker_run (tenant_id, id, status, file_name, file_hash, settings, created_by, created_at)
  values (${tenantId}, ${run.id}, 'open', ${run.fileName}, ${run.fileHash}, ${sql.json(asJson(run.settings))}, ${run.by},
          ${run.at})`

/** Locks an open run for a change. Refuses when it is finished, when the version seen is old, or when it is not there. */
export async function lockRun(tx: Sql, tenantId: number, id: string, seen: number): Promise<RunFile> {
  const [row] = await tx<RunFile[]>`
    select id, status, file_name as "fileName", file_hash as "fileHash", settings, version from tracker_run
    where tenant_id = ${tenantId} and id = ${id} for update`
  if (!row) throw missing()
  if (row.status !== 'open') throw new Refusal('conflict', 'tracker.done', words.tracker.alreadyDone)
  if (row.version !== seen) throw new Refusal('stale', 'tracker.stale', words.refusal.stale)
  return row
}

export const updateSettings = (tx: Sql, tenantId: number, id: string, settings: Settings) => tx`
  update tracker_run set settings = ${tx.json(asJson(settings))}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

export const finishRun = (
  tx: Sql,
  tenantId: number,
  id: string,
  end: { planId: string; fresh: number; known: number; faulty: number; assignments: number; at: Date },
) => tx`
  update tracker_run set status = 'done', plan_id = ${end.planId}, fresh = ${end.fresh}, known = ${end.known},
    faulty = ${end.faulty}, assignments = ${end.assignments}, done_at = ${end.at}, version = version + 1
  where tenant_id = ${tenantId} and id = ${id}`

/** Forgets an open run, and the bytes of its file unless something else still needs them. */
export async function deleteRun(tx: Sql, tenantId: number, { id, fileHash }: RunFile): Promise<void> {
  await tx`delete from tracker_run where tenant_id = ${tenantId} and id = ${id}`
  await tx`
    delete from file where tenant_id = ${tenantId} and hash = ${fileHash}
      and not exists (select 1 from tracker_run where tracker_run.tenant_id = ${tenantId} and tracker_run.file_hash = ${fileHash})
      and not exists (select 1 from plan where plan.tenant_id = ${tenantId} and plan.file_hash = ${fileHash})
      and not exists (select 1 from step_file where step_file.tenant_id = ${tenantId} and step_file.hash = ${fileHash})`
}

/** What is remembered of a heading, besides its columns: how the office's sheet is meant to be read. */
export type MappingOptions = Pick<Settings, 'headRows' | 'severalLeads' | 'defaultLead'>

export interface Mapping {
  fields: Settings['fields']
  names: Settings['names']
  states: Settings['states']
  options: MappingOptions
}

export async function findMapping(sql: Sql, tenantId: number, signature: string): Promise<Mapping | null> {
  const [row] = await sql<Mapping[]>`
    select fields, names, states, options from tracker_mapping
    where tenant_id = ${tenantId} and signature = ${signature}`
  return row ?? null
}

/** Written when a person settles the columns, and with every import. */
export const rememberMapping = (
  tx: Sql,
  tenantId: number,
  signature: string,
  mapping: Mapping,
  by: { accountId: string; at: Date },
) => tx`
  insert into tracker_mapping (tenant_id, signature, fields, names, states, options, changed_by, changed_at)
  values (${tenantId}, ${signature}, ${tx.json(asJson(mapping.fields))}, ${tx.json(asJson(mapping.names))},
          ${tx.json(asJson(mapping.states))}, ${tx.json(asJson(mapping.options))}, ${by.accountId}, ${by.at})
  on conflict (tenant_id, signature) do update set fields = excluded.fields, names = excluded.names,
    states = excluded.states, options = excluded.options, changed_by = excluded.changed_by, changed_at = excluded.changed_at`

/** Two imports of one kind of sheet follow each other, so that the second sees what the first brought in. */
export const lockMapping = (tx: Sql, tenantId: number, signature: string) => tx`
  select pg_advisory_xact_lock(hashtextextended(${`tracker ${tenantId} ${signature}`}, 0))`

const hashOf = (dutyKey: string): string => createHash('sha256').update(dutyKey).digest('hex')

/**
 * Rows brought in before that the sheet may speak of again: of the plan it goes into, or, for a new plan, of every plan
 * that holds one of its duties.
 */
export async function listTracked(
  sql: Sql,
  tenantId: number,
  { planId, duties }: { planId: string | null; duties: readonly string[] },
): Promise<Tracked[]> {
  const hashes = duties.map((duty) => hashOf(wordKey(duty)))
  const rows = await sql<(Omit<Tracked, 'dutyKey' | 'values'> & { values: TrackedValues })[]>`
    select row_key as "rowKey", agency_ids as "agencyIds", plan_id as "planId", item_id as "itemId",
           assignment_id as "assignmentId", cells as values
    from tracker_row
    where tenant_id = ${tenantId}
      and ${
        planId
          ? sql`plan_id = ${planId}`
          : sql`plan_id in (select plan_id from tracker_row where tenant_id = ${tenantId}
                              and duty_hash = any(${hashes}::text[]))`
      }
    order by row_number, id`
  return rows.map((row) => ({ ...row, dutyKey: wordKey(row.values.duty) }))
}

/** The plan into which earlier imports brought most of these duties; null when none holds a third of them. */
export async function findPlanOf(
  sql: Sql,
  tenantId: number,
  duties: readonly string[],
): Promise<string | null> {
  const hashes = [...new Set(duties.map((duty) => hashOf(wordKey(duty))))]
  const [row] = await sql<{ planId: string }[]>`
    select plan_id as "planId" from tracker_row
    where tenant_id = ${tenantId} and duty_hash = any(${hashes}::text[])
    group by plan_id having count(distinct duty_hash) * 3 >= ${hashes.length}
    order by count(distinct duty_hash) desc, plan_id limit 1`
  return row?.planId ?? null
}

/** Work that says one of these duties already, whatever the writing. */
export async function listExisting(
  sql: Sql,
  tenantId: number,
  duties: readonly string[],
): Promise<ExistingDuty[]> {
  if (duties.length === 0) return []
  const keys = [...new Set(duties.map((duty) => bare(searchKey(duty))))]
  const rows = await sql<(Omit<ExistingDuty, 'dutyKey'> & { quote: string })[]>`
    select item.quote, assignment.agency_id as "agencyId", plan.id as "planId",
           coalesce(plan.number || ' · ', '') || plan.title as plan, item.id as "itemId", assignment.id as "assignmentId",
           assignment.version = 1 and assignment.status = 'assigned' as "isUntouched"
    from item
    join plan on plan.tenant_id = item.tenant_id and plan.id = item.plan_id
    join assignment on assignment.tenant_id = item.tenant_id and assignment.item_id = item.id
      and assignment.role = 'lead'
    join unnest(${keys}::text[]) as asked (key)
      on asked.key = regexp_replace(item.search, '[^[:alnum:]]+', '', 'g')
    where item.tenant_id = ${tenantId} and item.outcome in ('assign', 'each')
    order by item.id, assignment.id`
  const wanted = new Set(duties.map(wordKey))
  return rows
    .map(({ quote, ...row }) => ({ ...row, dutyKey: wordKey(quote) }))
    .filter(({ dutyKey }) => wanted.has(dutyKey))
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

export interface TrackedRowInsert {
  rowKey: string
  dutyKey: string
  n: number
  agencyIds: readonly string[]
  itemId: string
  assignmentId: string | null
  values: TrackedValues
}

/** Refuses when somebody brought one of the rows in meanwhile. */
export async function insertTracked(
  tx: Sql,
  tenantId: number,
  { runId, planId }: { runId: string; planId: string },
  rows: readonly TrackedRowInsert[],
): Promise<void> {
  const values = rows.map(({ dutyKey, ...row }) => ({ ...row, id: randomUUID(), dutyHash: hashOf(dutyKey) }))
  const written = await tx`
    insert into tracker_row (tenant_id, id, run_id, plan_id, row_key, duty_hash, row_number, agency_ids, item_id,
                             assignment_id, cells)
    select ${tenantId}::int, id, ${runId}::uuid, ${planId}::uuid, "rowKey", "dutyHash", n, "agencyIds", "itemId",
           "assignmentId", values
    from jsonb_to_recordset(${tx.json(asJson(values))}) as new
      (id uuid, "rowKey" text, "dutyHash" text, n int, "agencyIds" uuid[], "itemId" uuid, "assignmentId" uuid, values jsonb)
    on conflict do nothing returning id`
  if (written.length !== rows.length)
    throw new Refusal('conflict', 'tracker.meanwhile', words.tracker.changedMeanwhile)
}

/** In a plan made of a sheet the parts of coordinating agencies are due with the lead's: no sheet says otherwise. */
export const PART_DAYS = 0

/** A published plan that nobody reviewed, or a document that adds to one: what an office tracked before. */
export async function insertTrackedPlan(
  tx: Sql,
  tenantId: number,
  plan: {
    id: string
    addsTo: string | null
    fileName: string
    fileHash: string
    title: string
    number: string | null
    overseerId: string | null
    year: number
    by: string
    at: Date
  },
  source: { lines: Line[]; draft: DraftPlan },
): Promise<void> {
  await tx`
    insert into plan (tenant_id, id, status, file_name, file_hash, source_hash, number, type, title, issuer, period_from,
                      overseer_id, adds_to, sub_duty_days, created_by, created_at, published_by, published_at)
    values (${tenantId}, ${plan.id}, 'published', ${plan.fileName}, ${plan.fileHash}, ${plan.fileHash}, ${plan.number}, 'BTD',
            ${plan.title}, '', ${plan.year}, ${plan.overseerId}, ${plan.addsTo}, ${plan.addsTo ? null : PART_DAYS}, ${plan.by}, ${plan.at}, ${plan.by},
            ${plan.at})`
  await tx`
    insert into plan_source (tenant_id, plan_id, door, lines, notices, draft)
    values (${tenantId}, ${plan.id}, 'xlsx', ${tx.json(asJson(source.lines))}, '[]', ${tx.json(asJson(source.draft))})`
}

/** The leading assignments of items, to give each its state. */
export const listAssignments = (tx: Sql, tenantId: number, itemIds: readonly string[]) => tx<
  { id: string; itemId: string; agencyId: string }[]
>`
  select id, item_id as "itemId", agency_id as "agencyId" from assignment
  where tenant_id = ${tenantId} and item_id = any(${itemIds as string[]}::uuid[]) and role = 'lead'
  order by id`

/** Assignments that were there before, with their items. */
export const listJoined = (tx: Sql, tenantId: number, assignmentIds: readonly string[]) => tx<
  { id: string; itemId: string; agencyId: string }[]
>`
  select id, item_id as "itemId", agency_id as "agencyId" from assignment
  where tenant_id = ${tenantId} and id = any(${assignmentIds as string[]}::uuid[])`

export const listAgencyNames = (sql: Sql, tenantId: number) => sql<{ id: string; name: string }[]>`
  select id, name from agency where tenant_id = ${tenantId}`

/** Moves whenever the answer of a check may: agencies, items and rows brought in. */
export async function readCheckStamp(sql: Sql, tenantId: number): Promise<string> {
  const [row] = await sql<{ stamp: string }[]>`
    select concat_ws(' ',
      (select count(*) || ' ' || coalesce(sum(version), 0) from agency where tenant_id = ${tenantId}),
      (select count(*) from item where tenant_id = ${tenantId}),
      (select count(*) from tracker_row where tenant_id = ${tenantId}),
      (select coalesce(sum(n), 0) from work_stamp where tenant_id = ${tenantId})) as stamp`
  return row?.stamp ?? ''
}
