// From a dropped document to published work: make the draft, take edits, publish. Each runs in the caller's transaction.
import { randomUUID } from 'node:crypto'
import type { Agency, Directory } from '../agency/agency.ts'
import type { AgencyGroup } from '../agency/group.ts'
import { listGroups } from '../agency/group-queries.ts'
import { listAgencies } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import type { SourceDocument } from '../document/line.ts'
import type { Actor } from '../http/actor.ts'
import type { DraftPlan } from '../reading/draft.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { storeFile } from '../store/files.ts'
import { passOn } from '../succession/pass-on.ts'
import { createWork } from '../task/create-work.ts'
import type { Now } from '../task/record.ts'
import type { NewItem } from '../task/task.ts'
import { formerProvinces, PROVINCES } from '../vocabulary/province.ts'
import { words } from '../vocabulary/words.ts'
import type { Publication } from './plan.ts'
import * as queries from './queries.ts'
import { dayOfIssue, directoryFor, missingToPublish, type ResolvedItem, resolve } from './resolve.ts'
import { applyEdit, type Edit, foldReview } from './review.ts'

/** The document as it was dropped; `bytes` null for pasted text, whose lines say it all. */
export interface Dropped {
  fileName: string
  bytes: Uint8Array | null
  document: SourceDocument
  draft: DraftPlan
}

/** Stores a document with the draft it was read as. Returns the id of the new plan, whose version is 1. */
export async function createDraft(tx: Sql, actor: Actor, dropped: Dropped, at: Date): Promise<string> {
  const id = randomUUID()
  const { draft } = dropped
  const { lines, notices, door } = dropped.document
  const fileHash = dropped.bytes ? await storeFile(tx, actor.tenantId, dropped.bytes, at) : null
  await queries.insertPlan(tx, actor.tenantId, {
    id,
    fileName: dropped.fileName,
    fileHash,
    door,
    source: { lines, notices, draft },
    createdBy: actor.accountId,
    at,
  })
  await audit(tx, actor, at, 'plan.draft', ['plan', id], {
    fileName: dropped.fileName,
    tasks: draft.tasks.length,
  })
  return id
}

/** What the review is folded from. */
async function readReview(tx: Sql, { tenantId }: Actor, planId: string) {
  const { draft } = await queries.getSource(tx, tenantId, planId)
  return { draft, edits: await queries.listEdits(tx, tenantId, planId) }
}

/** Adds an edit to the review. Refuses one that does not fit the review as it stands. Returns the new version. */
export async function addEdit(
  tx: Sql,
  actor: Actor,
  planId: string,
  seen: number,
  edit: Edit,
  at: Date,
): Promise<number> {
  const version = await queries.touchDraft(tx, actor.tenantId, planId, seen)
  const { draft, edits } = await readReview(tx, actor, planId)
  const review = applyEdit(foldReview(draft, edits), edit)
  await queries.insertEdit(tx, actor.tenantId, planId, edits.length + 1, edit, actor.accountId, at)
  if (edit.kind === 'head') await queries.updateHead(tx, actor.tenantId, planId, review.head)
  await audit(tx, actor, at, 'plan.edit', ['plan', planId], edit)
  return version
}

/** Takes the last edit away. Refuses when there is none. Returns the new version. */
export async function undoEdit(
  tx: Sql,
  actor: Actor,
  planId: string,
  seen: number,
  at: Date,
): Promise<number> {
  const version = await queries.touchDraft(tx, actor.tenantId, planId, seen)
  const { draft, edits } = await readReview(tx, actor, planId)
  const undone = edits.at(-1)
  if (!undone) throw new Refusal('conflict', 'review.nothing-to-undo', words.review.faults.nothingToUndo)
  await queries.deleteEdit(tx, actor.tenantId, planId, edits.length)
  if (undone.kind === 'head')
    await queries.updateHead(tx, actor.tenantId, planId, foldReview(draft, edits.slice(0, -1)).head)
  await audit(tx, actor, at, 'plan.undo', ['plan', planId], undone)
  return version
}

/**
 * Publishes the draft: its items and their assignments exist from here on. Refuses with one fault for everything
 * that is missing. Returns the new version and how many assignments were made.
 */
export async function publishPlan(
  tx: Sql,
  actor: Actor,
  planId: string,
  seen: number,
  { overseerId, leaderId, followerId, every, reportDays, subDutyDays }: Publication,
  { at, today }: Now,
): Promise<{ version: number; assignments: number }> {
  const version = await queries.touchDraft(tx, actor.tenantId, planId, seen)
  const { draft, edits } = await readReview(tx, actor, planId)
  const review = foldReview(draft, edits)
  const directory = directoryFor(review.head, await knownOf(tx, actor.tenantId, today))
  const resolution = resolve(review, directory)
  const missing = missingToPublish(resolution, knownAgency(directory, overseerId))
  if (missing.length)
    throw new Refusal(
      'invalid',
      'plan.incomplete',
      words.review.incomplete,
      missing.map(({ message }) => ({ at: '', message })),
    )
  const published = { overseerId, leaderId, followerId, every, reportDays, by: actor.accountId, at }
  const { issued } = await queries.markPublished(tx, actor.tenantId, planId, published)
  // The duties of a plan hold from the day it was issued, however late it comes into this system.
  const day = dayOfIssue(issued)
  const on = day && day < today ? day : today
  const giving = { at, today, on, reportDays, subDutyDays }
  const assignments = await createWork(tx, actor.tenantId, planId, newItems(resolution.items), giving)
  const detail = { ...published, subDutyDays, assignments, items: resolution.items.length }
  await audit(tx, actor, at, 'plan.publish', ['plan', planId], detail)
  // What an agency of former days was given is, from the day it ended, the work of who follows on it.
  await passOn(tx, actor, { at, today }, planId)
  return { version, assignments }
}

const knownAgency = (directory: Directory, id: string): string | null => (directory.byId.has(id) ? id : null)

/** What names are looked up in: the directory with its groups, today, and what this province was before. */
export async function knownOf(
  sql: Sql,
  tenantId: number,
  today: string,
): Promise<{
  agencies: Agency[]
  groups: AgencyGroup[]
  today: string
  here: string
  formerProvinces: string[]
}> {
  const code = await queries.findProvinceCode(sql, tenantId)
  return {
    agencies: [...(await listAgencies(sql, tenantId))],
    groups: await listGroups(sql, tenantId),
    today,
    here: PROVINCES.find((province) => province.code === code)?.name ?? '',
    formerProvinces: formerProvinces(code),
  }
}

function newItems(items: readonly ResolvedItem[]): NewItem[] {
  const ids = new Map(items.map((item) => [item.id, randomUUID()]))
  return items.map((item, index) => ({
    id: ids.get(item.id) ?? randomUUID(),
    ordinal: index + 1,
    section: item.section,
    origin: item.origin,
    // Nothing undecided reaches this point: publishing was refused.
    outcome: item.outcome ?? 'orientation',
    quote: item.quote,
    spans: item.spans,
    leadPrinted: item.lead,
    coordinatingPrinted: item.coordinating,
    deliverables: item.deliverables,
    due: item.due,
    mergedInto: item.mergedInto ? (ids.get(item.mergedInto) ?? null) : null,
    bearers: item.bearers,
    coordinators: item.coordinators,
  }))
}
