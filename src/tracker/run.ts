// One import from its file to its end: settings proposed or remembered, the check kept while nothing it rests on moves,
// the rows written in one transaction that checks them once more.
import { randomUUID } from 'node:crypto'
import { Refusal } from '../base/refusal.ts'
import { normalise } from '../base/text.ts'
import { fieldsByColumn, fieldsByName } from '../document/sheet-head.ts'
import type { Actor } from '../http/actor.ts'
import { refuseToAdd } from '../plan/add.ts'
import { whyNotCorrect } from '../plan/correction.ts'
import { getTarget } from '../plan/queries.ts'
import { audit } from '../store/audit.ts'
import type { Sql } from '../store/database.ts'
import { storeFile } from '../store/files.ts'
import type { Now } from '../task/record.ts'
import * as words from '../vocabulary/words.ts'
import type { Checked } from './check.ts'
import type { SheetOffer } from './desk.ts'
import { type Ask, bringIn, checkRows, mappingOf, missingToCheck } from './import.ts'
import * as queries from './queries.ts'
import { type Imported, type ImportOrder, isRepeatable, MOST_FILE_NAME, type Settings } from './tracker.ts'

/** The sheet an office means: the first shown one whose heading is known. */
export function likeliestSheet(sheets: readonly SheetOffer[]): number {
  const rank = ({ isHidden, isHeadFound, rows }: SheetOffer) =>
    (isHidden ? 0 : 4) + (isHeadFound ? 2 : 0) + (rows > 1 ? 1 : 0)
  return sheets.reduce((best, sheet, at) => {
    const champion = sheets[best]
    return champion && rank(champion) >= rank(sheet) ? best : at
  }, 0)
}

/** What is proposed for a sheet: as its heading was mapped before, else as its words and values say. */
export async function proposeSettings(
  sql: Sql,
  actor: Actor,
  offer: SheetOffer,
  sheet: number,
  ask: Ask,
  today: string,
): Promise<Settings> {
  const { tenantId } = actor
  const mapping = await queries.findMapping(sql, tenantId, offer.signature)
  const asOf = offer.asOf !== null && offer.asOf <= today ? offer.asOf : today
  const settings: Settings = {
    sheet,
    headRow: offer.head.row,
    headRows: offer.head.rows,
    fields: offer.fields,
    includeHidden: false,
    asOf,
    year: offer.year ?? Number(asOf.slice(0, 4)),
    ...{ severalLeads: 'ask', defaultLead: null, allowAgain: false },
    ...{ names: [], states: [], target: null },
  }
  if (mapping) {
    const { fields, names, states, options } = mapping
    const { headRows } = settings
    Object.assign(settings, {
      ...options,
      headRows,
      names,
      states,
      fields: fieldsByColumn(offer.names, fields),
    })
  }
  const duties = await ask<'duties'>({ is: 'duties', settings })
  const found = await queries.findPlanOf(sql, tenantId, duties)
  const plan = found ? await getTarget(sql, tenantId, found) : null
  // A plan of somebody else's is no proposal: its rows are known all the same.
  const planId = plan && whyNotCorrect(actor.capacities, plan.overseer) === null ? plan.id : null
  return { ...settings, target: planId ? { kind: 'plan', planId } : null }
}

/** Keeps the file and opens its import; nothing is stored before it was read. Returns the id; its version is 1. */
export async function startRun(
  tx: Sql,
  actor: Actor,
  { fileName, bytes, settings }: { fileName: string; bytes: Uint8Array; settings: Settings },
  { at }: Now,
): Promise<string> {
  const id = randomUUID()
  const fileHash = await storeFile(tx, actor.tenantId, bytes, at)
  await queries.insertRun(tx, actor.tenantId, { id, fileName, fileHash, settings, by: actor.accountId, at })
  await audit(tx, actor, at, 'tracker.open', ['tracker', id], { fileName, hash: fileHash })
  return id
}

/** Refuses a name the database has no room for; an empty one becomes a plain one. */
export function cleanName(name: string): string {
  const clean = normalise(name).trim() || words.tracker.unnamed
  if (clean.length > MOST_FILE_NAME) throw new Refusal('invalid', 'file.name-long', words.task.fileNameLong)
  return clean
}

/** Refuses settings that contradict themselves. */
export function refuseWrong(settings: Settings, today: string): void {
  const { fields, asOf } = settings
  const twice = fields.find((field, at) => field && !isRepeatable(field) && fields.indexOf(field) !== at)
  if (twice) {
    const message = words.tracker.fieldTwice(words.tracker.fields[twice])
    throw new Refusal('invalid', 'tracker.field-twice', message, [{ at: 'fields', message }])
  }
  if (asOf <= today) return
  const message = words.tracker.asOfAhead
  throw new Refusal('invalid', 'tracker.as-of', message, [{ at: 'asOf', message }])
}

/** Changes the settings of an open import; its columns are remembered for the next sheet of this heading. */
export async function changeSettings(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  settings: Settings,
  view: { signature: string; names: string[] },
  { at, today }: Now,
): Promise<number> {
  refuseWrong(settings, today)
  if (settings.target?.kind === 'plan')
    refuseToAdd(actor, await getTarget(tx, actor.tenantId, settings.target.planId))
  await queries.lockRun(tx, actor.tenantId, id, seen)
  await queries.updateSettings(tx, actor.tenantId, id, settings)
  if (missingToCheck(settings).length === 0) {
    const namedFields = fieldsByName(view.names, settings.fields)
    const by = { accountId: actor.accountId, at }
    await queries.rememberMapping(
      tx,
      actor.tenantId,
      view.signature,
      mappingOf({ namedFields, settings }),
      by,
    )
  }
  const { names, states, fields } = settings
  await audit(tx, actor, at, 'tracker.settings', ['tracker', id], { fields, names, states })
  return seen + 1
}

/**
 * Brings the rows of an open import in, in the caller's transaction. The check is made again under the locks: when it
 * no longer says what the person saw, nothing is written.
 */
export async function importRun(
  tx: Sql,
  actor: Actor,
  id: string,
  seen: number,
  expected: ImportOrder,
  ask: Ask,
  now: Now,
  tell?: (done: number, of: number) => void,
): Promise<Imported> {
  const { tenantId } = actor
  const run = await queries.lockRun(tx, tenantId, id, seen)
  const { settings } = run
  const missing = missingToCheck(settings)
  if (!settings.target) missing.push(words.tracker.missing.target)
  if (missing.length)
    throw new Refusal(
      'invalid',
      'tracker.incomplete',
      words.tracker.incomplete,
      missing.map((message) => ({ at: '', message })),
    )
  const view = await ask<'view'>({ is: 'view', settings })
  await queries.lockMapping(tx, tenantId, view.signature)
  const checked = await checkRows(tx, tenantId, ask, settings, now.today)
  if (checked.rows.length !== expected.fresh || checked.faulty.length !== expected.faulty)
    throw new Refusal('conflict', 'tracker.meanwhile', words.tracker.changedMeanwhile)
  const names = view.columns.map(({ heading }) => heading)
  const order = {
    ...{ runId: id, fileName: run.fileName, fileHash: run.fileHash, signature: view.signature, settings },
    namedFields: fieldsByName(names, settings.fields),
  }
  return { ...(await bringIn(tx, actor, order, checked, now, tell)), version: seen + 1 }
}

/** Checks kept while nothing they rest on moves: a page of faults is asked for row by row. */
export class Checks {
  static readonly #MOST = 4
  readonly #kept = new Map<string, { stamp: string; checked: Promise<Checked> }>()

  async of(
    sql: Sql,
    tenantId: number,
    { id, version, settings }: queries.RunFile,
    ask: Ask,
    today: string,
  ): Promise<Checked> {
    const key = `${tenantId} ${id}`
    const stamp = [version, today, await queries.readCheckStamp(sql, tenantId)].join(' ')
    const kept = this.#kept.get(key)
    if (kept?.stamp === stamp) return kept.checked
    const checked = checkRows(sql, tenantId, ask, settings, today)
    this.#kept.delete(key)
    this.#kept.set(key, { stamp, checked })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > Checks.#MOST && oldest !== undefined) this.#kept.delete(oldest)
    // What failed is asked again.
    checked.catch(() => this.#kept.delete(key))
    return checked
  }
}
