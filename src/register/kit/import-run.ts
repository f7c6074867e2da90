// One import from its file to its end: settings proposed or remembered, the dry run kept while nothing it rests on moves, the
// rows written in one transaction that compares them once more.
import { randomUUID } from 'node:crypto'
import { listAgencies } from '../../agency/queries.ts'
import { Refusal } from '../../base/refusal.ts'
import { normalise } from '../../base/text.ts'
import type { Actor } from '../../http/actor.ts'
import { audit } from '../../store/audit.ts'
import type { Sql } from '../../store/database.ts'
import { storeFile } from '../../store/files.ts'
import * as words from '../../vocabulary/words.ts'
import type { Rights } from './access.ts'
import { labelOf } from './check.ts'
import {
  IGNORED,
  type Imported,
  type ImportOrder,
  type ImportSettings,
  MOST_FILE_NAME,
  type Progress,
  UNDECIDED,
} from './import.ts'
import { type Checked, checkImport } from './import-check.ts'
import type { Ask, SheetOffer, SheetView } from './import-desk.ts'
import * as queries from './import-queries.ts'
import { rightsIn } from './record.ts'
import { type Register, say } from './register.ts'
import { insertRows, updateRows } from './write.ts'

const w = words.registerImport

export interface Moment {
  at: Date
  today: string
}

type Tell = (phase: Progress['phase'], done: number, of: number) => void

/** The sheet that is meant: the first shown one whose heading names most columns of the register. */
export function likeliestSheet(sheets: readonly SheetOffer[]): number {
  const rank = ({ isHidden, known, rows }: SheetOffer) =>
    (isHidden ? 0 : 1000) + known * 2 + (rows > 1 ? 1 : 0)
  return sheets.reduce((best, sheet, at) => {
    const champion = sheets[best]
    return champion && rank(champion) >= rank(sheet) ? best : at
  }, 0)
}

/** Whether every column of the file is called as in our template. */
const isOurs = (register: Register, names: readonly string[], columns: readonly string[]): boolean => {
  const said = names.flatMap((name, at) => {
    const column = register.columns[columns[at] ?? '']
    return column
      ? [name === column.label.vi || name === column.label.en]
      : columns[at] === UNDECIDED
        ? [false]
        : []
  })
  return said.length > 1 && said.every(Boolean)
}

/** What is proposed for a sheet: as its heading was mapped before, else as its words say. */
export async function proposeSettings(
  sql: Sql,
  tenantId: number,
  register: Register,
  offer: SheetOffer,
  sheet: number,
  ask: Ask,
  today: string,
): Promise<ImportSettings> {
  const place = { sheet, headRow: offer.head.row, headRows: offer.head.rows }
  const view = await viewOf(sql, tenantId, register, place, ask)
  const { exact } = await queries.findMapping(sql, tenantId, register.name, view.signature)
  const names = view.columns.map(({ heading }) => heading)
  const source = isOurs(register, names, view.proposed) ? 'template' : (exact?.source ?? 'other')
  return {
    ...place,
    columns: view.proposed,
    includeHidden: false,
    source,
    since: today,
    blanks: exact?.blanks ?? (source === 'template' ? 'clear' : 'keep'),
  }
}

/** The table under a heading, with its columns as they would be proposed now. */
export async function viewOf(
  sql: Sql,
  tenantId: number,
  register: Register,
  settings: Pick<ImportSettings, 'sheet' | 'headRow' | 'headRows'>,
  ask: Ask,
): Promise<SheetView> {
  const order = { is: 'view', register: register.name, settings } as const
  const bare = await ask<'view'>({ ...order, known: [] })
  const { known } = await queries.findMapping(sql, tenantId, register.name, bare.signature)
  return known.length > 0 ? ask<'view'>({ ...order, known }) : bare
}

/** Keeps the file and opens its import; nothing is stored before it was read. Returns the id; its version is 1. */
export async function startImport(
  tx: Sql,
  actor: Actor,
  register: Register,
  { fileName, bytes, settings }: { fileName: string; bytes: Uint8Array; settings: ImportSettings },
  { at }: Moment,
): Promise<string> {
  const id = randomUUID()
  const fileHash = await storeFile(tx, actor.tenantId, bytes, at)
  const one = { id, register: register.name, fileName, fileHash, settings, by: actor.accountId, at }
  await queries.insertImport(tx, actor.tenantId, one)
  await audit(tx, actor, at, 'register-import.open', ['register-import', id], {
    ...{ register: register.name, fileName, hash: fileHash },
  })
  return id
}

/** Refuses a name the database has no room for; an empty one becomes a plain one. */
export function cleanName(name: string): string {
  const clean = normalise(name).trim() || w.unnamed
  if (clean.length > MOST_FILE_NAME) throw new Refusal('invalid', 'file.name-long', w.fileNameLong)
  return clean
}

/** Sentences that say what is still wanting before rows can be read; empty when nothing is. */
export function missingToCheck(
  register: Register,
  { columns }: ImportSettings,
  names: readonly string[],
): string[] {
  const keys = register.key.filter((name) => !columns.includes(name))
  const open = columns.flatMap((column, at) => (column === UNDECIDED ? [names[at] ?? ''] : []))
  return [
    ...(keys.length ? [w.missingKey(labelOf(register, keys))] : []),
    ...(open.length ? [w.missingDecision(open)] : []),
  ]
}

/** Refuses settings that contradict themselves, or ask more than one may. */
export function refuseWrong(
  register: Register,
  { columns, since, source }: ImportSettings,
  rights: Rights,
  today: string,
): void {
  const refuse = (at: string, message: string) =>
    new Refusal('invalid', `register-import.${at}`, message, [{ at, message }])
  const own = columns.filter((name) => name !== UNDECIDED && name !== IGNORED)
  const strange = own.find((name) => !register.columns[name] || register.columns[name].kind === 'file')
  if (strange) throw refuse('columns', w.noColumn)
  const twice = own.find((name, at) => own.indexOf(name) !== at)
  const column = twice ? register.columns[twice] : undefined
  if (column) throw refuse('columns', w.columnTwice(say(column.label)))
  if (since > today) throw refuse('since', w.sinceAhead)
  if (source === 'national' && !rights.keeps)
    throw new Refusal('forbidden', 'forbidden.register-import.national', w.onlyKeepers)
}

/** What a person has said of the named columns is remembered for every heading that has them. */
const mappingOf = (
  names: readonly string[],
  { columns, source, blanks }: ImportSettings,
): queries.Mapping => ({
  columns: names.flatMap((heading, at) => {
    const column = columns[at]
    return heading !== '' && column !== undefined && column !== UNDECIDED ? [{ heading, column }] : []
  }),
  source,
  blanks,
})

/** Changes the settings of an open import; its columns are remembered for the next file. */
export async function changeSettings(
  tx: Sql,
  actor: Actor,
  register: Register,
  id: string,
  seen: number,
  settings: ImportSettings,
  view: { signature: string; names: string[] },
  { at, today }: Moment,
): Promise<void> {
  refuseWrong(register, settings, await rightsIn(tx, actor, register), today)
  await queries.lockImport(tx, actor.tenantId, register.name, id, seen)
  await queries.updateSettings(tx, actor.tenantId, id, settings)
  if (missingToCheck(register, settings, view.names).length === 0) {
    const mapping = mappingOf(view.names, settings)
    await queries.rememberMapping(tx, actor.tenantId, register.name, view.signature, mapping, at)
  }
  await audit(tx, actor, at, 'register-import.settings', ['register-import', id], { settings })
}

/** Refuses while something is missing; else the rows held against the register as it is now. */
export async function check(
  sql: Sql,
  actor: Actor,
  register: Register,
  settings: ImportSettings,
  ask: Ask,
  { today, keeps, tell }: { today: string; keeps: boolean; tell?: Tell },
): Promise<Checked & { view: SheetView }> {
  const { tenantId } = actor
  const view = await viewOf(sql, tenantId, register, settings, ask)
  const names = view.columns.map(({ heading }) => heading)
  const missing = missingToCheck(register, settings, names)
  if (missing.length)
    throw new Refusal(
      'invalid',
      'register-import.incomplete',
      w.incomplete,
      missing.map((message) => ({ at: '', message })),
    )
  const rights = await rightsIn(sql, actor, register)
  refuseWrong(register, settings, rights, today)
  const agencies = await listAgencies(sql, tenantId)
  const asked = { sql, tenantId, register, rights, agencies, today, keeps, ...(tell && { tell }) }
  return { ...(await checkImport(ask, settings, asked)), view }
}

/**
 * Brings the rows of an open import in, in the caller's transaction. They are compared again under the lock: when the
 * outcome is no longer what the person saw, nothing is written.
 */
export async function runImport(
  tx: Sql,
  actor: Actor,
  register: Register,
  id: string,
  seen: number,
  order: ImportOrder,
  ask: Ask,
  now: Moment,
  tell?: Tell,
): Promise<Imported> {
  const one = await queries.lockImport(tx, actor.tenantId, register.name, id, seen)
  const checked = await checkLocked(tx, actor, register, one.settings, ask, now, tell)
  const { digest, faulty } = checked.summary
  if (digest !== order.digest) throw new Refusal('conflict', 'register-import.meanwhile', w.changedMeanwhile)
  if (faulty > 0 && !order.skipFaulty)
    throw new Refusal('invalid', 'register-import.faulty', w.faultsStop(faulty))
  if (checked.inserts.length + checked.updates.length === 0)
    throw new Refusal('conflict', 'register-import.nothing', w.nothing)
  return writeChecked(tx, actor, register, { ...one, id, checked }, now, tell)
}

/** The rows to be written, compared while no other import of the register moves them; until the end of the transaction. */
export async function checkLocked(
  tx: Sql,
  actor: Actor,
  register: Register,
  settings: ImportSettings,
  ask: Ask,
  { today }: Moment,
  tell?: Tell,
): Promise<Awaited<ReturnType<typeof check>>> {
  await queries.lockRegister(tx, actor.tenantId, register.name)
  return check(tx, actor, register, settings, ask, { today, keeps: true, ...(tell && { tell }) })
}

/** Writes what `checkLocked` found, without the rows at fault, and closes the import. */
export async function writeChecked(
  tx: Sql,
  actor: Actor,
  register: Register,
  {
    id,
    fileName,
    fileHash,
    settings,
    checked,
  }: {
    id: string
    fileName: string
    fileHash: string
    settings: ImportSettings
    checked: Awaited<ReturnType<typeof check>>
  },
  now: Moment,
  tell?: Tell,
): Promise<Imported> {
  const { tenantId } = actor
  const { summary, inserts, updates, view } = checked
  const { fresh, changed, same, faulty, missing } = summary
  const of = inserts.length + updates.length
  const batchId = randomUUID()
  const batch = { ...now, act: 'import', batchId }
  tell?.('writing', 0, of)
  await insertRows(tx, actor, register, inserts, {
    ...batch,
    progress: (done) => tell?.('writing', done, of),
  })
  await updateRows(tx, actor, register, updates, {
    ...batch,
    progress: (done) => tell?.('writing', inserts.length + done, of),
  })
  const counts = { fresh, changed, same, faulty, missing }
  const imported = { batchId, ...counts }
  const { accountId, name } = actor
  await queries.insertBatch(tx, tenantId, {
    ...{ id: batchId, register: register.name, fileName, fileHash, source: settings.source, counts },
    ...{ by: { accountId, name }, at: now.at },
  })
  await queries.finishImport(tx, tenantId, id, imported, now.at)
  const names = view.columns.map(({ heading }) => heading)
  await queries.rememberMapping(
    tx,
    tenantId,
    register.name,
    view.signature,
    mappingOf(names, settings),
    now.at,
  )
  const { source, since } = settings
  await audit(tx, actor, now.at, 'register-import.run', ['register-import', id], {
    ...{ register: register.name, batchId, fileName, source, since, ...counts },
  })
  return imported
}

/** Dry runs kept while nothing they rest on moves: their rows are asked for page by page. */
export class Checks {
  static readonly #MOST = 2
  readonly #kept = new Map<string, { stamp: string; checked: Promise<Checked> }>()

  async of(
    sql: Sql,
    actor: Actor,
    register: Register,
    { id, version, settings }: queries.ImportFile,
    ask: Ask,
    { today, tell }: { today: string; tell?: Tell },
  ): Promise<Checked> {
    const key = `${actor.tenantId} ${id}`
    const rights = JSON.stringify(await rightsIn(sql, actor, register))
    const stamp = [version, today, rights, await queries.readStamp(sql, actor.tenantId, register)].join(' ')
    const kept = this.#kept.get(key)
    if (kept?.stamp === stamp) return kept.checked
    const order = { today, keeps: false, ...(tell && { tell }) }
    const checked = check(sql, actor, register, settings, ask, order)
    this.#kept.delete(key)
    this.#kept.set(key, { stamp, checked })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > Checks.#MOST && oldest !== undefined) this.#kept.delete(oldest)
    // What failed is asked again.
    checked.catch(() => this.#kept.delete(key))
    return checked
  }

  forget(tenantId: number, id: string): void {
    this.#kept.delete(`${tenantId} ${id}`)
  }
}
