// A sheet checked and brought in: what the check needs of the database, and the writing of the rows that pass as items,
// assignments and the steps that led where they stand. The writing runs in the caller's transaction.
import { randomUUID } from 'node:crypto'
import { listGroups } from '../agency/group-queries.ts'
import { listAgencies } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import type { Line } from '../document/line.ts'
import type { Actor } from '../http/actor.ts'
import { refuseToAdd, tellGiven } from '../plan/add.ts'
import { rhythmIn } from '../plan/follow.ts'
import { dayOfIssue, getPlan, getTarget, lockOrdinals } from '../plan/queries.ts'
import type { DraftPlan, Due, Heading } from '../reading/draft.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { importSteps, type PastFact } from '../task/acts.ts'
import { CountChanges } from '../task/counts.ts'
import { createWork, type Giving } from '../task/create-work.ts'
import type { Now } from '../task/record.ts'
import { type NewItem, REPORTS_OUTSIDE } from '../task/task.ts'
import * as words from '../vocabulary/words.ts'
import type { Checked } from './check.ts'
import type { Answers, Order } from './desk.ts'
import type { TrackedRow } from './duty-row.ts'
import { factsOf } from './history.ts'
import * as queries from './queries.ts'
import { valuesOf } from './recognise.ts'
import { holdersIn } from './row-bearing.ts'
import type { Holder } from './row-reading.ts'
import type { SheetHeading } from './rows.ts'
import type { Imported, Settings } from './tracker.ts'

/** The desk with one file on it. */
export type Ask = <K extends Order['is']>(order: Extract<Order, { is: K }>) => Promise<Answers[K]>

/** Reads the rows against the directory and the work as they are now. */
export async function checkRows(
  sql: Sql,
  tenantId: number,
  ask: Ask,
  settings: Settings,
  today: string,
): Promise<Checked> {
  const duties = await ask<'duties'>({ is: 'duties', settings })
  const planId = settings.target?.kind === 'plan' ? settings.target.planId : null
  const agencies = await listAgencies(sql, tenantId)
  const groups = await listGroups(sql, tenantId)
  const tracked = await queries.listTracked(sql, tenantId, { planId, duties })
  const existing = await queries.listExisting(sql, tenantId, duties)
  const context = { agencies: [...agencies], groups, today, tracked, existing: [...existing] }
  return ask<'check'>({ is: 'check', settings, context })
}

/** Sentences that say what is still wanting before rows can be read; empty when nothing is. */
export function missingToCheck({ fields, defaultLead }: Settings): string[] {
  const has = (field: (typeof fields)[number]) => fields.includes(field)
  return [
    ...(has('duty') ? [] : [words.tracker.missing.duty]),
    ...(has('lead') || defaultLead ? [] : [words.tracker.missing.lead]),
  ]
}

export interface RunOrder {
  runId: string
  fileName: string
  fileHash: string
  signature: string
  /** Columns by the names of the heading, to be remembered. */
  namedFields: Settings['fields']
  settings: Settings
}

/** Rows written with one statement each table. */
const AT_ONCE = 1000

/** Writes the rows that passed. Refuses when nothing is new, or when no plan was chosen. */
export async function bringIn(
  tx: Sql,
  actor: Actor,
  order: RunOrder,
  checked: Checked,
  now: Now,
  tell: (done: number, of: number) => void = () => {},
): Promise<Omit<Imported, 'version'>> {
  const { tenantId } = actor
  const { settings, runId } = order
  const { rows } = checked
  if (rows.length === 0) throw new Refusal('conflict', 'tracker.nothing-new', words.tracker.nothingNew)
  const place = await placeIn(tx, actor, order, checked, now)
  const agencies = new Map((await listAgencies(tx, tenantId)).map((agency) => [agency.id, agency]))
  const isOutside = (id: string) => REPORTS_OUTSIDE.includes(agencies.get(id)?.kind ?? '')
  const holderOf = holdersIn([...agencies.values()])
  const factsFor = (row: TrackedRow, agencyId: string) =>
    factsOf(row, { fileName: order.fileName, isOutside: isOutside(agencyId) })

  const fresh = rows.filter(({ joins }) => joins.length === 0)
  const made = itemsOf(fresh, place, holderOf)
  const itemOf = new Map(made.flatMap(({ item, rows }) => rows.map((row) => [row, item.id] as const)))
  // Written once, last: from then on others who write wait for the commit, and an import of many rows takes its time.
  const changes = new CountChanges()
  for (const { group, giving } of givings(made, place, settings, now))
    for (const part of parts(group)) {
      const items = part.map(({ item }) => item)
      await createWork(tx, tenantId, place.planId, items, giving, changes)
    }
  tell(1, 3)
  // A plan that runs tells its agencies what came to it; a new one is published without a word, as any plan.
  if (place.target) {
    const added = made.map(({ item }) => item)
    if (added.length > 0) await tellGiven(tx, actor, now.at, place.target, added, order.fileName)
  }

  const states = new Map<string, PastFact[]>()
  const assignmentOf = new Map<TrackedRow, string[]>()
  const byItem = new Map<string, { id: string; agencyId: string }[]>()
  for (const part of parts([...new Set(itemOf.values())]))
    for (const { itemId, ...one } of await queries.listAssignments(tx, tenantId, part))
      byItem.set(itemId, [...(byItem.get(itemId) ?? []), one])
  const asked = rows.flatMap(({ joins }) => joins)
  const joined = new Map((await queries.listJoined(tx, tenantId, asked)).map((one) => [one.id, one]))
  for (const row of rows) {
    const holders = row.bearers.map(holderOf)
    const own = row.joins.length
      ? row.joins.flatMap((id) => joined.get(id) ?? [])
      : (byItem.get(itemOf.get(row) ?? '') ?? []).filter(({ agencyId }) => holders.includes(agencyId))
    assignmentOf.set(
      row,
      own.map(({ id }) => id),
    )
    for (const { id, agencyId } of own) {
      const facts = factsFor(row, agencyId)
      if (facts.length > 0) states.set(id, facts)
    }
  }
  const all = parts([...states])
  for (const [i, part] of all.entries()) {
    await importSteps(tx, actor, new Map(part), now, changes)
    tell(all.length + 2 * (i + 1), all.length * 3)
  }

  const names = new Map([...agencies].map(([id, { name }]) => [id, name]))
  for (const part of parts(rows))
    await queries.insertTracked(
      tx,
      tenantId,
      { runId, planId: place.planId },
      part.map((row) => {
        const [assignmentId = null, ...others] = assignmentOf.get(row) ?? []
        return {
          ...{ rowKey: row.rowKey, dutyKey: row.dutyKey, n: row.n, agencyIds: row.bearers },
          itemId: itemOf.get(row) ?? joined.get(row.joins[0] ?? '')?.itemId ?? '',
          assignmentId: others.length > 0 ? null : assignmentId,
          values: valuesOf(row, names),
        }
      }),
    )
  const result = {
    planId: place.planId,
    fresh: rows.length,
    assignments: [...assignmentOf.values()].reduce((sum, ids) => sum + ids.length, 0),
    known: checked.known.length,
    faulty: checked.faulty.length,
  }
  await queries.finishRun(tx, tenantId, runId, { ...result, at: now.at })
  const by = { accountId: actor.accountId, at: now.at }
  await queries.rememberMapping(tx, tenantId, order.signature, mappingOf(order), by)
  await changes.write(tx, tenantId)
  const detail = { ...result, file: order.fileName, hash: order.fileHash }
  await audit(tx, actor, now.at, 'tracker.import', ['tracker', runId], detail)
  return result
}

/** What is asked once and then remembered. */
export const mappingOf = ({
  namedFields,
  settings,
}: Pick<RunOrder, 'namedFields' | 'settings'>): queries.Mapping => ({
  fields: namedFields,
  names: settings.names,
  states: settings.states,
  options: {
    headRows: settings.headRows,
    severalLeads: settings.severalLeads,
    defaultLead: settings.defaultLead,
  },
})

function parts<T>(list: readonly T[]): T[][] {
  const found: T[][] = []
  for (let at = 0; at < list.length; at += AT_ONCE) found.push(list.slice(at, at + AT_ONCE))
  return found
}

/** Of a duty whose paper is not named it is only known that it had been given by the day it was due or done. */
function givenDay(row: TrackedRow, issued: string | null, asOf: string): string {
  if (row.documentDay) return row.documentDay
  const latest = [asOf, row.completedOn, row.dueOn].filter((day) => day !== null).sort()[0] ?? asOf
  return issued !== null && issued < latest ? issued : latest
}

/** Rows that say so are over, or are asked of nobody for now: who helped with them is asked for nothing more. */
const OVER: readonly TrackedRow['state'][] = ['done', 'done-late', 'closed', 'suspended']

/**
 * The items in groups that are given alike. A coordinating agency gets a part of its own as from a published plan, where
 * the duty is still to be done on a day that is not past: how far the part of a late one went, no sheet tells.
 * What comes back is given for the period the figures of the sheet are of; the next ones open of themselves.
 */
function givings(
  made: readonly Made[],
  { issued, target }: Place,
  { asOf }: Settings,
  { at, today }: Now,
): { group: Made[]; giving: Giving }[] {
  const partDays = target ? target.subDutyDays : queries.PART_DAYS
  const subDutyDays = ({ rows }: Made) =>
    rows.some(({ state, dueOn }) => !OVER.includes(state) && dueOn !== null && dueOn >= today)
      ? partDays
      : null
  const givenOn = ({ rows: [row] }: Made) => (row ? givenDay(row, issued, asOf) : today)
  const groups = Map.groupBy(made, (one) => `${givenOn(one)} ${subDutyDays(one)}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const giving = {
      on: givenOn(first),
      subDutyDays: subDutyDays(first),
      reportDays: target?.reportDays ?? 0,
    }
    return [{ group, giving: { at, today: asOf, ...giving } }]
  })
}

interface Place {
  planId: string
  issued: string | null
  firstOrdinal: number
  /** Of rows that add to a plan: the document they stand in; null: the plan's own. */
  documentId: string | null
  /** The line of the source on which each row stands, by its number in the sheet. */
  lineOf: ReadonlyMap<number, Line>
  /** The plan that runs already; null for a new one. */
  target: Awaited<ReturnType<typeof getTarget>> | null
}

/** The plan the rows go into, with the rows in its source: a new one, or a further document of one that is published. */
async function placeIn(
  tx: Sql,
  actor: Actor,
  { fileName, fileHash, settings }: RunOrder,
  checked: Checked,
  { at }: Now,
): Promise<Place> {
  const { tenantId, accountId } = actor
  const { target, year } = settings
  if (!target) throw new Refusal('invalid', 'tracker.no-plan', words.tracker.missing.target)
  const { lines, outline, lineOf } = sourceOf(checked)
  const id = randomUUID()
  const plan = { id, fileName, fileHash, year, by: accountId, at }
  if (target.kind === 'plan') {
    const there = await getTarget(tx, tenantId, target.planId)
    refuseToAdd(actor, there)
    if (!there.overseer)
      throw new Refusal('conflict', 'tracker.no-overseer', words.tracker.planWithoutOverseer)
    const last = await lockOrdinals(tx, tenantId, there.id)
    const { issued } = await getPlan(tx, tenantId, there.id)
    const title = words.tracker.sheetHeading(fileName)
    const document = { ...plan, addsTo: there.id, title, number: null, overseerId: null }
    if (lineOf.size > 0)
      await queries.insertTrackedPlan(tx, tenantId, document, { lines, draft: draftOf(title, null, outline) })
    return {
      planId: there.id,
      issued: dayOfIssue(issued),
      firstOrdinal: last + 1,
      documentId: id,
      lineOf,
      target: there,
    }
  }
  const agencies = await listAgencies(tx, tenantId)
  if (!agencies.some(({ id }) => id === target.overseerId))
    throw new Refusal('invalid', 'tracker.overseer', words.tracker.overseerMissing)
  const { title, number, overseerId } = target
  const made = { ...plan, addsTo: null, title, number, overseerId }
  await queries.insertTrackedPlan(tx, tenantId, made, { lines, draft: draftOf(title, number, outline) })
  return { planId: id, issued: null, firstOrdinal: 1, documentId: null, lineOf, target: null }
}

/** The headings and the rows that become items, a line each, so that every item can be shown where it stands. */
function sourceOf(checked: Checked) {
  const rows = checked.rows
    .filter(({ joins }) => joins.length === 0)
    .map((row) => ({ n: row.n, row, heading: null }))
  const above = checked.headings.map((heading) => ({ n: heading.n, row: null, heading }))
  const lines: Line[] = []
  const outline: Heading[] = []
  const lineOf = new Map<number, Line>()
  const add = (text: string, bold = false): Line => {
    const line: Line = { n: lines.length, text, ...(bold && { bold: true }) }
    lines.push(line)
    return line
  }
  const head = ({ label, title, level, section }: SheetHeading) => {
    const text = label ? `${label}. ${title}` : title
    const line = add(text, true)
    outline.push({
      ...{ label, title, section, level },
      spans: [{ line: line.n, from: 0, to: text.length }],
      confidence: { rule: 'heading', sure: true, doubts: [] },
    })
  }
  // A heading stands before the row that first brought it.
  const all = [...above, ...rows].sort(
    (a, b) => a.n - b.n || Number(b.heading !== null) - Number(a.heading !== null),
  )
  for (const { row, heading } of all) {
    if (heading) head(heading)
    else if (row) lineOf.set(row.n, add(row.number ? `${row.number}. ${row.duty}` : row.duty))
  }
  return { lines, outline, lineOf }
}

const draftOf = (title: string, number: string | null, outline: Heading[]): DraftPlan => ({
  document: {
    ...{ number, type: 'BTD', title, issuer: '', place: '', date: null, period: null, recipients: [] },
    signer: { onBehalfOf: null, capacity: null, position: '', name: '' },
  },
  ...{ references: [], indicators: [], tasks: [], reporting: [], findings: [], unread: [], outline },
})

type FreshRow = Checked['rows'][number]

interface Made {
  item: NewItem
  rows: FreshRow[]
}

/** How often a duty comes back whose printed time says so; "thường xuyên" alone says nothing that could be dated. */
const sheetRhythm = (due: Due) =>
  due.kind === 'annual' || due.kind === 'ongoing' ? rhythmIn(due.text) : null

/** Rows under one merged duty that lay it on several agencies for one day are one item with several assignments. */
function itemsOf(rows: readonly FreshRow[], place: Place, holderOf: Holder): Made[] {
  const groups = new Map<string, FreshRow[]>()
  const holder = ({ bearers: [first = ''] }: FreshRow) => holderOf(first)
  rows.forEach((row, i) => {
    const key =
      row.mergedFrom === null || row.outcome === 'each'
        ? `row ${i}`
        : [row.mergedFrom, row.dutyKey, row.dueOn ?? row.due.text].join('\n')
    const group = groups.get(key)
    if (group && !group.some((one) => holder(one) === holder(row))) group.push(row)
    else groups.set(group ? `${key} ${i}` : key, [row])
  })
  return [...groups.values()].flatMap((group, i): Made[] => {
    const [row] = group
    if (!row) return []
    const several = group.length > 1
    const line = place.lineOf.get(row.n)
    const bearers = [...new Set(group.flatMap(({ bearers }) => bearers))]
    const unique = (list: string[]) => [...new Set(list)]
    const item: NewItem = {
      id: randomUUID(),
      ordinal: place.firstOrdinal + i,
      section: row.section,
      origin: 'body',
      documentId: place.documentId,
      outcome: several ? 'each' : row.outcome,
      quote: row.duty,
      spans: line ? [{ line: line.n, from: line.text.length - row.duty.length, to: line.text.length }] : [],
      leadPrinted: unique(group.flatMap(({ leadPrinted }) => leadPrinted)),
      coordinatingPrinted: unique(group.flatMap(({ coordinatingPrinted }) => coordinatingPrinted)),
      deliverables: unique(group.flatMap(({ deliverables }) => deliverables)),
      due: row.due,
      every: sheetRhythm(row.due),
      mergedInto: null,
      bearers,
      coordinators: unique(group.flatMap(({ coordinators }) => coordinators)).filter(
        (id) => !bearers.includes(id),
      ),
    }
    return [{ item, rows: group }]
  })
}
