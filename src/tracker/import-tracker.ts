// A whole import in one go, for the command line: the sheet read as its heading was mapped before or is proposed, checked,
// and brought in unless something stands against it.
import { directoryOf, matchName, plainCode } from '../agency/agency.ts'
import { listAgencies } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import { columnLetter, headings } from '../document/sheet-head.ts'
import type { Actor } from '../http/actor.ts'
import { findPerson } from '../identity/queries.ts'
import type { Database, Sql } from '../store/database.ts'
import type { Now } from '../task/record.ts'
import * as words from '../vocabulary/words.ts'
import type { Checked } from './check.ts'
import { carryOut } from './desk.ts'
import { type Ask, checkRows, missingToCheck } from './import.ts'
import { cleanName, importRun, likeliestSheet, proposeSettings, startRun } from './run.ts'
import { readTracker } from './sheet.ts'
import type { Imported, Settings, Target } from './tracker.ts'

export interface TrackerOrder {
  bytes: Uint8Array
  fileName: string
  /** Whose act it is; null: the administrator of the only province. */
  login: string | null
  planId: string | null
  title: string | null
  /** Code or name of the agency that oversees a new plan. */
  overseer: string | null
  isDry: boolean
  /** Rows at fault are left out; otherwise they stop the import. */
  skipsFaulty: boolean
}

export interface TrackerOutcome {
  person: string
  /** What each column was read as: "B Nội dung nhiệm vụ". */
  columns: string[]
  /** Columns with a heading of which nothing is taken: a person can say on the page what they hold. */
  unused: string[]
  checked: Checked
  /** null on a dry run, with nothing new, or when faults stood against it. */
  imported: Imported | null
}

/** Refuses what the page refuses, in the same sentences. Nothing is written on a dry run. */
export async function importTracker(sql: Database, order: TrackerOrder, now: Now): Promise<TrackerOutcome> {
  const file = await readTracker(order.bytes)
  const ask: Ask = (asked) => carryOut(file, asked)
  const actor = await findPerson(sql, order.login, now.today)
  const { sheets } = await ask<'offer'>({ is: 'offer' })
  const at = likeliestSheet(sheets)
  const offer = sheets[at]
  const sheet = file.sheets[at]
  if (!offer || !sheet) throw new Refusal('invalid', 'tracker.empty', words.tracker.refused.empty)
  const proposed = await proposeSettings(sql, actor, offer, at, ask, now.today)
  const settings = { ...proposed, target: (await targetOf(sql, actor, order, now.today)) ?? proposed.target }
  const missing = missingToCheck(settings)
  if (missing.length) throw new Refusal('invalid', 'tracker.incomplete', missing.join(' '))
  const checked = await checkRows(sql, actor.tenantId, ask, settings, now.today)
  const names = headings(sheet, { row: settings.headRow, rows: settings.headRows })
  const outcome = {
    person: actor.name,
    columns: columnsOf(settings, names),
    unused: unusedOf(settings, names),
    checked,
  }
  const stops = checked.faulty.length > 0 && !order.skipsFaulty
  if (order.isDry || stops || checked.rows.length === 0) return { ...outcome, imported: null }
  if (!settings.target) throw new Refusal('invalid', 'tracker.no-plan', words.tracker.cli.noTarget)
  const imported = await sql.begin(async (tx) => {
    const run = { fileName: cleanName(order.fileName), bytes: order.bytes, settings }
    const id = await startRun(tx, actor, run, now)
    const expected = { fresh: checked.rows.length, faulty: checked.faulty.length }
    return importRun(tx, actor, id, 1, expected, ask, now)
  })
  return { ...outcome, imported }
}

const columnsOf = ({ fields }: Settings, names: readonly string[]): string[] =>
  fields.flatMap((field, column) =>
    field ? [`${columnLetter(column)} (${names[column] ?? ''}) = ${words.tracker.fields[field]}`] : [],
  )

const unusedOf = ({ fields }: Settings, names: readonly string[]): string[] =>
  names.flatMap((name, column) => (name && !fields[column] ? [`${columnLetter(column)} (${name})`] : []))

async function targetOf(
  sql: Sql,
  { tenantId, agencyId }: Actor,
  order: TrackerOrder,
  today: string,
): Promise<Target | null> {
  if (order.planId) {
    const [plan] = await sql`
      select 1 from plan where tenant_id = ${tenantId} and id::text = ${order.planId} and status = 'published'
        and adds_to is null`
    if (!plan) throw new Refusal('missing', 'plan.missing', words.tracker.cli.noPlan(order.planId))
    return { kind: 'plan', planId: order.planId }
  }
  if (!order.title) return null
  const agencies = await listAgencies(sql, tenantId)
  const { overseer } = order
  const match = overseer ? matchName(overseer, directoryOf(agencies, today)) : null
  const named = match && 'agency' in match ? match.agency : null
  const found = overseer
    ? (agencies.find(({ code, endedOn }) => endedOn === null && code === plainCode(overseer.toUpperCase()))
        ?.id ?? named)
    : agencyId
  if (!found)
    throw overseer
      ? new Refusal('missing', 'tracker.overseer', words.tracker.cli.noAgency(overseer))
      : new Refusal('invalid', 'tracker.overseer', words.tracker.overseerMissing)
  const title = order.title.normalize('NFC').trim()
  if (title.length < 5 || title.length > 300)
    throw new Refusal('invalid', 'tracker.title', words.tracker.titleForm)
  return { kind: 'new', title, number: null, overseerId: found }
}
