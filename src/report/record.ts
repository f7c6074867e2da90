// What people do with a report: write, hand in, approve, accept, return, lock, join; each in one transaction with its audit
// entry.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import type { Actor, Capacity } from '../http/actor.ts'
import { audit, auditAll } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import * as words from '../vocabulary/words.ts'
import { readContent } from './content.ts'
import type { BulkForm, DraftForm, StepForm } from './exchange.ts'
import { listParts, writeParts } from './fact-queries.ts'
import { differing } from './facts.ts'
import { joinBelow } from './joining.ts'
import { printJoined } from './print.ts'
import * as queries from './queries.ts'
import {
  foldReport,
  type GivenReport,
  isWriter,
  permit,
  type ReportStanding,
  type ReportStep,
} from './report.ts'

export interface Now {
  at: Date
  today: string
}
export interface Versioned {
  id: string
  version: number
}

const w = words.report
const missing = () => new Refusal('missing', 'report.missing', words.refusal.missing)

export const standingOf = (row: queries.ReportRow): ReportStanding => ({
  ...{ state: row.state, agencyId: row.agencyId, toId: row.toId, dueOn: row.dueOn, authorId: row.authorId },
  hasHead: row.hasHead,
  isClosed: row.roundState === 'closed',
})

export const givenOf = (row: queries.ReportRow): GivenReport => ({
  agencyId: row.askedId,
  toId: row.givenTo,
  dueOn: row.givenDue,
})

async function lockOne(tx: Sql, actor: Actor, id: string, seen: number): Promise<queries.ReportRow> {
  const [row] = await queries.lockReports(tx, actor.tenantId, [id])
  if (!row) throw missing()
  if (row.version !== seen) throw new Refusal('stale', 'report.stale', w.stale)
  return row
}

const roundOf = (tx: Sql, actor: Actor, row: queries.ReportRow, { today }: Now) =>
  queries.getRound(tx, actor.tenantId, row.roundId, { agencyIds: [], today })

/** Why the words may not be changed now; null when this person may. */
export function whyNotWrite(row: queries.ReportRow, actor: Actor): string | null {
  if (!isWriter(standingOf(row), actor)) return w.notRelated.writer
  return row.state === 'draft' ? null : w.notDraft(row.state)
}

function refuseWriting(row: queries.ReportRow, actor: Actor) {
  const why = whyNotWrite(row, actor)
  if (!why) return
  const kind = row.state === 'draft' || !isWriter(standingOf(row), actor) ? 'forbidden' : 'conflict'
  throw new Refusal(kind, 'report.write', why)
}

/** Saves what was sent, leaves the rest; what equals the computed is not kept as written. */
export async function saveDraft(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  form: DraftForm,
  now: Now,
): Promise<Versioned> {
  const { tenantId } = actor
  const row = await lockOne(tx, actor, id, seen)
  refuseWriting(row, actor)
  const content = await readContent(tx, tenantId, row, await roundOf(tx, actor, row, now), now.today)
  const texts = { ...content.body.texts }
  for (const { key, computed } of content.texts) {
    const text = form.texts[key]
    if (text === undefined) continue
    if (text === null || text === computed) delete texts[key]
    else texts[key] = text
  }
  const known = new Map(content.entries.map((entry) => [entry.duty.assignmentId, entry]))
  const entries = form.entries.map(({ assignmentId, written }) => {
    const entry = known.get(assignmentId)
    if (!entry) throw new Refusal('conflict', 'report.duty-unknown', w.dutyUnknown)
    const kept = written && differing(written, entry.computed)
    return { assignmentId, itemId: entry.duty.itemId, written: kept, computed: null }
  })
  const parts = new Map(content.parts.map((part) => [part.itemId, part]))
  const own = form.parts.map(({ itemId, written }) => {
    const part = parts.get(itemId)
    if (!part) throw new Refusal('conflict', 'report.duty-unknown', w.dutyUnknown)
    const proposed = printJoined(part.joined)
    const isOwn = written !== null && written !== proposed
    return { itemId, written: isOwn ? written : null, basis: isOwn ? proposed : null }
  })
  await queries.putEntries(tx, tenantId, id, entries)
  if (own.length > 0) await writeParts(tx, tenantId, id, own)
  await queries.updateDraft(tx, tenantId, id, texts, { editedBy: actor.name, at: now.at })
  await audit(tx, actor, now.at, 'report.write', ['report', id], {
    texts: Object.keys(form.texts),
    entries: entries.length,
    parts: own.length,
  })
  return { id, version: seen + 1 }
}

/** Joins the reports below into this one; own words stay. */
export async function consolidateReport(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  now: Now,
): Promise<Versioned & { joined: number; missing: number }> {
  const { tenantId } = actor
  const row = await lockOne(tx, actor, id, seen)
  refuseWriting(row, actor)
  if (!row.hasBelow) throw new Refusal('conflict', 'report.nothing-below', w.nothingBelow)
  const round = await roundOf(tx, actor, row, now)
  const own = await readContent(tx, tenantId, row, round, now.today)
  const counted = await joinBelow(tx, tenantId, row, own, now)
  await audit(tx, actor, now.at, 'report.consolidate', ['report', id], counted)
  return { id, version: seen + 1, ...counted }
}

/** One step of one report. */
export async function takeReportStep(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  form: StepForm,
  now: Now,
): Promise<Versioned> {
  const row = await lockOne(tx, actor, id, seen)
  return step(tx, actor, row, form, now)
}

/** The same step on many: what can be taken is taken, every other row answers with its own sentence. */
export async function takeBulk(tx: Sql, actor: Actor, form: BulkForm, now: Now) {
  const seen = new Map(form.reports.map(({ id, version }) => [id, version]))
  const rows = await queries.lockReports(tx, actor.tenantId, [...seen.keys()])
  const refused: { id: string; why: string }[] = []
  let done = 0
  for (const row of rows) {
    try {
      if (row.version !== seen.get(row.id)) throw new Refusal('stale', 'report.stale', w.stale)
      await step(tx, actor, row, { kind: form.kind, text: form.text, dueOn: null }, now)
      done++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refused.push({ id: row.id, why: error.message })
    }
  }
  for (const id of seen.keys())
    if (!rows.some((row) => row.id === id)) refused.push({ id, why: words.refusal.missing })
  return { done, refused }
}

function allowed(kind: ReportStep, row: queries.ReportRow, actor: Actor, today: string): Capacity {
  const may = permit(kind, standingOf(row), actor, today)
  if ('why' in may) throw new Refusal(may.kind, `report.${kind}`, may.why)
  return may
}

async function step(
  tx: Sql,
  actor: Actor,
  row: queries.ReportRow,
  { kind, text, dueOn }: StepForm,
  now: Now,
): Promise<Versioned> {
  const capacity = allowed(kind, row, actor, now.today)
  if (kind === 'extend' && dueOn !== null && dueOn < now.today)
    throw new Refusal('invalid', 'report.due-past', w.duePast, [{ at: 'dueOn', message: w.duePast }])
  const by = {
    accountId: actor.accountId,
    forAccountId: capacity.forAccountId,
    agencyId: capacity.agencyId,
    onDay: now.today,
    toAgencyId: null,
  }
  const facts: queries.NewFact[] = [
    { ...by, id: randomUUID(), reportId: row.id, kind, text, dueOn: kind === 'extend' ? dueOn : null },
  ]
  if (kind === 'submit') {
    await keepSnapshot(tx, actor, row, text, now)
    // Where nobody else of the agency could approve, handing in is all there is.
    if (!(await hasOtherHead(tx, actor, row)))
      facts.push({ ...by, id: randomUUID(), reportId: row.id, kind: 'approve', text: '', dueOn: null })
  }
  await writeFacts(tx, actor, [{ row, facts }], actor.name, now.at)
  if (kind === 'return' || kind === 'unlock')
    await queries.forgetTold(tx, actor.tenantId, row.id, row.consolidatedAt !== null)
  await auditAll(
    tx,
    actor,
    now.at,
    facts.map((fact) => ({
      action: `report.${fact.kind}`,
      subject: ['report', row.id] as const,
      detail: { text: fact.text, dueOn: fact.dueOn },
    })),
  )
  return { id: row.id, version: row.version + 1 }
}

async function hasOtherHead(tx: Sql, actor: Actor, row: queries.ReportRow): Promise<boolean> {
  const [other] = await tx`
    select 1 from account
    where tenant_id = ${actor.tenantId} and agency_id = ${row.agencyId} and is_active and role in ('head', 'leader')
      and id <> ${actor.accountId} limit 1`
  return other !== undefined
}

/** What is handed in stands still from here on. Late, it says why; consolidating, it has joined what is below. */
async function keepSnapshot(tx: Sql, actor: Actor, row: queries.ReportRow, text: string, now: Now) {
  const { tenantId } = actor
  if (row.hasBelow && row.consolidatedAt === null)
    throw new Refusal('conflict', 'report.not-consolidated', w.notConsolidated)
  if (now.today > row.dueOn && text.trim() === '')
    throw new Refusal('invalid', 'report.late-reason', w.lateReason, [{ at: 'text', message: w.lateReason }])
  const content = await readContent(tx, tenantId, row, await roundOf(tx, actor, row, now), now.today)
  await queries.putEntries(
    tx,
    tenantId,
    row.id,
    content.entries.map(({ duty, computed, written }) => ({
      ...{ assignmentId: duty.assignmentId, itemId: duty.itemId, computed, written },
    })),
  )
  await queries.keepTold(tx, tenantId, row.id, {
    computed: Object.fromEntries(content.texts.map(({ key, computed }) => [key, computed])),
    figures: content.figures,
    asOf: content.asOf,
    at: now.at,
    agencyName: row.agencyName,
  })
}

/** Writes facts and what follows from all of them. */
export async function writeFacts(
  tx: Sql,
  { tenantId }: Pick<Actor, 'tenantId'>,
  changes: readonly { row: queries.ReportRow; facts: readonly queries.NewFact[] }[],
  actorName: string,
  at: Date,
): Promise<void> {
  if (changes.length === 0) return
  await queries.insertFacts(
    tx,
    tenantId,
    changes.flatMap(({ facts }) => facts),
    { actor: actorName, at },
  )
  const past = await queries.listFacts(
    tx,
    tenantId,
    changes.map(({ row }) => row.id),
  )
  await queries.updateStandings(
    tx,
    tenantId,
    changes.map(({ row }) => ({
      id: row.id,
      ...foldReport(
        givenOf(row),
        past.filter(({ reportId }) => reportId === row.id),
      ),
    })),
  )
}

/** The paper of a consolidated report was issued: it is locked with what it is founded on, and its round is over. */
export async function issueReport(
  tx: Sql,
  actor: Actor,
  issued: { subjectId: string; number: string; symbol: string; signedOn: string },
  now: Now,
): Promise<void> {
  const { tenantId } = actor
  const [row] = await queries.lockReports(tx, tenantId, [issued.subjectId])
  // A report that answers no round was drawn up for itself: nothing here follows from it.
  if (!row) return
  // What was returned since may not be issued as it stood.
  if (row.state !== 'approved' && row.state !== 'accepted')
    throw new Refusal('conflict', 'report.issue', w.page.dossierNotYet)
  const paper = w.paperName(issued.number, issued.symbol, issued.signedOn)
  const reports = (await queries.listReports(tx, tenantId, row.roundId)).filter(
    ({ id, toId }) => id === row.id || row.level === 1 || toId === row.agencyId,
  )
  const locked = await queries.lockReports(
    tx,
    tenantId,
    reports.map(({ id }) => id),
  )
  const fact = { accountId: actor.accountId, forAccountId: null, agencyId: actor.agencyId, onDay: now.today }
  const changes = locked
    .filter(({ state }) => state === 'accepted' || state === 'approved')
    .map((one) => ({
      row: one,
      facts: [
        {
          ...{
            ...fact,
            id: randomUUID(),
            reportId: one.id,
            kind: 'issue' as const,
            dueOn: null,
            toAgencyId: null,
          },
          text: one.id === row.id ? w.issuedAs(paper) : w.lockedInto(paper),
        },
      ],
    }))
  await writeFacts(tx, actor, changes, actor.name, now.at)
  if (row.level === 1) await queries.closeRound(tx, tenantId, row.roundId, paper, now.today)
  await audit(tx, actor, now.at, 'report.issue', ['report', row.id], { paper, locked: changes.length })
}

/** Why no paper can be drawn up of it now; null when this person may. */
export function whyNotDossier(row: queries.ReportRow, actor: Actor): string | null {
  if (!isWriter(standingOf(row), actor)) return w.notRelated.writer
  return row.state === 'approved' || row.state === 'accepted' ? null : w.page.dossierNotYet
}

/** Duties of a consolidated report, for the page of one. */
export const findPart = async (sql: Sql, tenantId: number, reportId: string, itemId: string) => {
  const [part] = await listParts(sql, tenantId, reportId, itemId)
  if (!part) throw missing()
  return part
}
