// Duties that come after publishing: from a further document (annex, conclusion, letter) reviewed like any other, or
// typed with the number and day of their source. They join the plan, each with the document it stands in.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { NewNotice } from '../notice/notice.ts'
import { tell } from '../notice/queries.ts'
import type { DraftPlan, DraftTask } from '../reading/draft.ts'
import { findRepeats } from '../reading/repeat.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { createWork } from '../task/create-work.ts'
import type { Now } from '../task/record.ts'
import type { NewItem } from '../task/task.ts'
import * as words from '../vocabulary/words.ts'
import { type AddedDuty, sourceKey } from './addition.ts'
import { agencyNames, refuseBearers, shareOf } from './correct.ts'
import { whyNotCorrect } from './correction.ts'
import { areInDocument } from './correction-queries.ts'
import { listDocuments } from './detail-queries.ts'
import type { ReviewData } from './plan.ts'
import * as queries from './queries.ts'
import type { Stored } from './review.ts'

type Target = Omit<NonNullable<ReviewData['target']>, 'items'>

/** Refuses who may not add to the plan: the same people who may correct it. */
export function refuseToAdd(actor: Actor, { overseer }: Pick<Target, 'overseer'>): void {
  const why = whyNotCorrect(actor.capacities, overseer)
  if (why) throw new Refusal('forbidden', 'forbidden.plan.correct', why)
}

/** The draft with what the plan says already marked on its duties: proposals, which a person may undo. */
export function markRepeats(
  draft: DraftPlan,
  items: readonly { id: string; quote: string; leadPrinted: string[] }[],
): DraftPlan {
  const none = { coordinating: [], deliverables: [], spans: [], repeats: null, section: '' }
  const there = items.map(({ id, quote, leadPrinted }) => ({
    ...{ id, quote, lead: leadPrinted, origin: 'body' as const, ...none },
    due: { text: '', kind: 'none' as const, from: null, to: null },
  }))
  const known = new Set(items.map(({ id }) => id))
  const found = findRepeats([
    ...there,
    ...draft.tasks.map((task) => ({ ...task, origin: 'appendix' as const, repeats: null })),
  ])
  const repeats = new Map(found.map(({ id, repeats: of }) => [id, of]))
  return {
    ...draft,
    tasks: draft.tasks.map((task): DraftTask & Pick<Stored, 'already'> => {
      const of = task.repeats ? null : repeats.get(task.id)
      return of && known.has(of) ? { ...task, already: of } : task
    }),
  }
}

/** Tells every agency how many duties it leads or helps with anew. */
export async function tellGiven(
  tx: Sql,
  actor: Actor,
  at: Date,
  target: Target,
  items: readonly Pick<NewItem, 'id' | 'quote' | 'bearers' | 'coordinators'>[],
  source: string,
) {
  const own = new Map<string, (typeof items)[number][]>()
  for (const item of items)
    for (const id of new Set([...item.bearers, ...item.coordinators]))
      own.set(id, [...(own.get(id) ?? []), item])
  const notices = [...own].map(([agencyId, given]): NewNotice => {
    const [first] = given
    const isOne = given.length === 1 && first
    return {
      ...{ agencyId, kind: 'given' },
      subject: isOne ? { kind: 'item', id: first.id } : { kind: 'plan', id: target.id },
      detail: {
        title: isOne ? first.quote.slice(0, 300) : [target.number, target.title].filter(Boolean).join(': '),
        reason: source,
        items: isOne ? null : given.length,
      },
    }
  })
  await tell(tx, actor, at, notices)
}

interface Addition {
  target: Target
  document: { id: string; number: string | null; title: string; issued: string | null }
  /** Without their places in the plan. */
  items: readonly NewItem[]
  subDutyDays: number | null
}

/** Writes further duties into a plan, numbered on; tells the agencies. Returns how many leading assignments were made. */
export async function addItems(
  tx: Sql,
  actor: Actor,
  { target, document, items, subDutyDays }: Addition,
  { at, today }: Now,
): Promise<number> {
  const { tenantId } = actor
  const last = await queries.lockOrdinals(tx, tenantId, target.id)
  const placed = items.map((item, i) => ({
    ...item,
    ordinal: last + i + 1,
    documentId: document.id === target.id ? null : document.id,
  }))
  const issued = queries.dayOfIssue(document.issued)
  const on = issued && issued < today ? issued : today
  const giving = { at, today, on, reportDays: target.reportDays, subDutyDays }
  const assignments = await createWork(tx, tenantId, target.id, placed, giving)
  const source = words.addition.bySource(document.number ?? document.title, document.issued)
  await tellGiven(tx, actor, at, target, placed, source)
  const detail = { document: document.id, items: placed.length, assignments, subDutyDays }
  await audit(tx, actor, at, 'plan.add', ['plan', target.id], detail)
  return assignments
}

/**
 * A duty typed with its source: a document of the plan, or the number and day of one that is not here. Refuses who may
 * not, agencies that are not there, and a place outside the document.
 */
export async function addDuty(
  tx: Sql,
  actor: Actor,
  planId: string,
  form: AddedDuty,
  now: Now,
): Promise<{ id: string; documentId: string; assignments: number }> {
  const { tenantId } = actor
  const target = await queries.getTarget(tx, tenantId, planId)
  refuseToAdd(actor, target)
  await queries.lockOrdinals(tx, tenantId, planId)
  const asked = [...form.bearers, ...form.coordinators]
  const names = await agencyNames(tx, tenantId, asked, now.today, [])
  const bearers = form.outcome === 'orientation' ? [] : form.bearers.map(names)
  if (form.outcome !== 'orientation') refuseBearers({ outcome: form.outcome, bearers })
  await queries.refuseUnknownPeople(tx, tenantId, [form.leaderId, form.followerId])
  const document = await documentOf(tx, actor, target, form.source, now)
  if (!(await areInDocument(tx, tenantId, document.id, form.spans)))
    throw new Refusal('invalid', 'correction.spans', words.correction.spansOutside)
  const id = randomUUID()
  const { due, every, event, quote, section, spans, deliverables, completion } = form
  const item: NewItem = {
    ...{ id, ordinal: 0, quote, section, spans, deliverables, due, origin: 'body', mergedInto: null },
    ...{ outcome: form.outcome, bearers: bearers.map((agency) => agency.id) },
    leadPrinted: form.leadPrinted ?? bearers.slice(0, 50).map(({ name }) => name),
    coordinatingPrinted: form.coordinators.map((one) => names(one).name),
    coordinators: form.coordinators.filter((one) => !form.bearers.includes(one) || form.outcome === 'each'),
    completion: {
      rule: form.outcome === 'each' ? completion.rule : 'all',
      share: form.outcome === 'each' ? shareOf(completion) : null,
    },
    ...{ every, event: every ? null : event, leaderId: form.leaderId, followerId: form.followerId },
  }
  const subDutyDays = form.subDutyDays === undefined ? target.subDutyDays : form.subDutyDays
  const assignments = await addItems(tx, actor, { target, document, items: [item], subDutyDays }, now)
  return { id, documentId: document.id, assignments }
}

/** A document of the plan by its id, or by number and day; else a new one that has only these. */
async function documentOf(tx: Sql, actor: Actor, target: Target, source: AddedDuty['source'], { at }: Now) {
  const { tenantId } = actor
  const documents = await listDocuments(tx, tenantId, target.id)
  const found =
    'documentId' in source
      ? documents.find(({ id }) => id === source.documentId)
      : documents.find(
          (one) =>
            one.number !== null &&
            sourceKey(one.number) === sourceKey(source.number) &&
            one.issued === source.issued,
        )
  if (found) return found
  if ('documentId' in source) throw new Refusal('invalid', 'addition.document', words.addition.noDocument)
  const made = { id: randomUUID(), ...source }
  await queries.insertTypedDocument(tx, tenantId, target.id, { ...made, by: actor.accountId, at })
  return made
}
