// From a dropped document to published work: make the draft, take edits, publish. Each runs in the caller's transaction.
import { randomUUID } from 'node:crypto'
import type { Agency, Directory } from '../agency/agency.ts'
import type { AgencyGroup } from '../agency/group.ts'
import { listGroups } from '../agency/group-queries.ts'
import { listAgencies } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import type { SourceDocument } from '../document/line.ts'
import type { Actor } from '../http/actor.ts'
import { linkPlan } from '../indicator/linking.ts'
import type { DraftPlan } from '../reading/draft.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { storeFile } from '../store/files.ts'
import { passOn } from '../succession/pass-on.ts'
import { createWork } from '../task/create-work.ts'
import type { Now } from '../task/record.ts'
import type { NewItem } from '../task/task.ts'
import { formerProvinces, PROVINCES } from '../vocabulary/province.ts'
import * as words from '../vocabulary/words.ts'
import { addItems, markRepeats, refuseToAdd } from './add.ts'
import { followUp, timingOf } from './follow.ts'
import type { Publication } from './plan.ts'
import * as queries from './queries.ts'
import type { PartPlace } from './reading-parts.ts'
import {
  dayOfIssue,
  directoryFor,
  type Missing,
  missingToPublish,
  type ResolvedItem,
  resolve,
} from './resolve.ts'
import { applyEdit, type Edit, foldReview } from './review.ts'

/** The document as it was dropped: its files in order; none for pasted text, whose lines say it all. */
export interface Dropped {
  /** The published plan that the document adds duties to; left out: it is a plan of its own. */
  addsTo?: string | null
  /** Of the files' bytes or the pasted text. */
  sourceHash?: string
  fileName: string
  files: readonly { name: string; bytes: Uint8Array }[]
  document: SourceDocument
  draft: DraftPlan
  /** Where each file's lines stand; left out: one file. */
  places?: readonly PartPlace[]
}

/** Stores a document with the draft it was read as. Returns the id of the new plan, whose version is 1. */
export async function createDraft(tx: Sql, actor: Actor, dropped: Dropped, at: Date): Promise<string> {
  const id = randomUUID()
  const addsTo = dropped.addsTo ?? null
  const draft = addsTo
    ? markRepeats(dropped.draft, await queries.listTargetItems(tx, actor.tenantId, addsTo))
    : dropped.draft
  const { lines, notices, door } = dropped.document
  const files: queries.KeptFile[] = []
  for (const [i, { name, bytes }] of dropped.files.entries()) {
    const place = dropped.places?.[i] ?? { firstLine: 0, lines: lines.length }
    files.push({ name, hash: await storeFile(tx, actor.tenantId, bytes, at), ...place })
  }
  const fileHash = files[0]?.hash ?? null
  await queries.insertPlan(tx, actor.tenantId, {
    id,
    fileName: dropped.fileName,
    ...{ fileHash, files, addsTo, sourceHash: dropped.sourceHash ?? fileHash },
    door,
    source: { lines, notices, draft },
    createdBy: actor.accountId,
    at,
  })
  await audit(tx, actor, at, 'plan.draft', ['plan', id], {
    fileName: dropped.fileName,
    tasks: draft.tasks.length,
    ...(addsTo ? { addsTo } : {}),
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
 * Publishes the draft: its items and their assignments exist from here on, in a plan of their own or in the one the
 * draft adds to. Refuses with one fault for everything that is missing. Returns the plan they are in, the draft's new
 * version and how many assignments were made.
 */
export async function publishPlan(
  tx: Sql,
  actor: Actor,
  draftId: string,
  seen: number,
  publication: Publication,
  now: Now,
): Promise<{ id: string; version: number; assignments: number }> {
  const { tenantId } = actor
  const target = await queries.findTarget(tx, tenantId, draftId)
  if (target) {
    refuseToAdd(actor, target)
    // Two documents join one behind the other: whoever waits holds nothing yet.
    await queries.lockOrdinals(tx, tenantId, target.id)
  }
  const version = await queries.touchDraft(tx, tenantId, draftId, seen)
  // What is added is overseen and reported as the plan it joins.
  const laid: Publication = target
    ? {
        ...publication,
        overseerId: target.overseer?.id ?? '',
        every: target.every,
        reportDays: target.reportDays,
      }
    : publication
  const { draft, edits } = await readReview(tx, actor, draftId)
  const review = foldReview(draft, edits)
  const directory = directoryFor(review.head, await knownOf(tx, tenantId, now.today))
  const resolution = resolve(review, directory)
  refuseMissing(missingToPublish(resolution, knownAgency(directory, laid.overseerId)), target !== null)
  const people = resolution.items.flatMap(({ leaderId, followerId }) => [leaderId, followerId])
  await queries.refuseUnknownPeople(tx, tenantId, [laid.leaderId, laid.followerId, ...people])
  const published = { ...laid, by: actor.accountId, at: now.at }
  const { issued } = await queries.markPublished(tx, tenantId, draftId, published)
  const items = newItems(resolution.items, laid, target !== null)
  const { subDutyDays, reportDays } = laid
  if (target) {
    const document = { id: draftId, number: review.head.number, title: review.head.title, issued }
    const assignments = await addItems(tx, actor, { target, document, items, subDutyDays }, now)
    await passOn(tx, actor, now, target.id)
    return { id: target.id, version, assignments }
  }
  // The duties of a plan hold from the day it was issued, however late it comes into this system.
  const day = dayOfIssue(issued)
  const on = day && day < now.today ? day : now.today
  const giving = { ...now, on, reportDays, subDutyDays }
  const assignments = await createWork(tx, tenantId, draftId, items, giving)
  const detail = { ...published, assignments, items: items.length }
  await audit(tx, actor, now.at, 'plan.publish', ['plan', draftId], detail)
  await linkPlan(tx, actor, draftId, review.indicators, now)
  // What an agency of former days was given is, from the day it ended, the work of who follows on it.
  await passOn(tx, actor, now, draftId)
  return { id: draftId, version, assignments }
}

/** A document that adds to a plan may say nothing new: then it is only kept with it. */
function refuseMissing(missing: readonly Missing[], isAddition: boolean) {
  const left = missing.filter(({ code }) => !(isAddition && code === 'nothing-tracked'))
  if (left.length === 0) return
  const faults = left.map(({ message }) => ({ at: '', message }))
  throw new Refusal('invalid', 'plan.incomplete', words.review.incomplete, faults)
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

function newItems(items: readonly ResolvedItem[], publication: Publication, isAddition: boolean): NewItem[] {
  const ids = new Map(items.map((item) => [item.id, randomUUID()]))
  return items.map((item, index) => {
    const { every, event } = timingOf(item, publication.every)
    return {
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
      mergedInto: item.already ?? (item.mergedInto ? (ids.get(item.mergedInto) ?? null) : null),
      bearers: item.bearers,
      coordinators: item.coordinators,
      completion: followUp(item).completion,
      ...{ every, event: event ?? null },
      // The people of the document are those of its duties where it joins a plan that has its own.
      leaderId: item.leaderId ?? (isAddition ? publication.leaderId : null),
      followerId: item.followerId ?? (isAddition ? publication.followerId : null),
    }
  })
}
