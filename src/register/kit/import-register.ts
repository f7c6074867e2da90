// A whole import in one go, for the command line: the sheet read as its heading was mapped before or is proposed, held against
// the register, and brought in unless something stands against it. And an export into a file.
import { createHash } from 'node:crypto'
import { Refusal } from '../../base/refusal.ts'
import { type DeskFile, SheetDesk } from '../../document/sheet-desk.ts'
import { columnLetter } from '../../document/sheet-head.ts'
import { findPerson } from '../../identity/queries.ts'
import type { Database, Sql } from '../../store/database.ts'
import * as words from '../../vocabulary/words.ts'
import { whyNotCreate } from './access.ts'
import { IGNORED, type Imported, type ImportSettings, type Source, UNDECIDED } from './import.ts'
import type { Checked } from './import-check.ts'
import type { Answers, Ask, Order } from './import-desk.ts'
import {
  check,
  checkLocked,
  cleanName,
  likeliestSheet,
  type Moment,
  proposeSettings,
  startImport,
  viewOf,
  writeChecked,
} from './import-run.ts'
import { rightsIn } from './record.ts'
import { type Register, say } from './register.ts'

export interface RegisterOrder {
  register: Register
  bytes: Uint8Array
  fileName: string
  /** Whose act it is; null: the administrator of the only province. */
  login: string | null
  isDry: boolean
  /** Rows at fault are left out; otherwise they stop the import. */
  skipsFaulty: boolean
  /** The day from which changes count; null: today. */
  since: string | null
  source: Source | null
}

export interface RegisterOutcome {
  person: string
  /** What each column was read as: "B (Tên HTX) = Tên". */
  columns: string[]
  /** Columns with a heading of which nothing is taken. */
  unused: string[]
  checked: Checked
  /** null on a dry run, with nothing to write, or when faults stood against it. */
  imported: Imported | null
}

const PROGRAM = new URL('./import-process.ts', import.meta.url)

/** Refuses what the page refuses, in the same sentences. Nothing is written on a dry run. */
export async function importRegister(
  sql: Database,
  order: RegisterOrder,
  now: Moment,
): Promise<RegisterOutcome> {
  const desk = new SheetDesk<Order, Answers>(PROGRAM, 'register-import')
  try {
    return await importWith(desk, sql, order, now)
  } finally {
    await desk.close()
  }
}

async function importWith(
  desk: SheetDesk<Order, Answers>,
  sql: Database,
  { register, bytes, fileName, ...order }: RegisterOrder,
  now: Moment,
): Promise<RegisterOutcome> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const file: DeskFile = { hash, bytes: async () => bytes }
  const ask: Ask = (asked) => desk.ask(file, asked)
  const actor = await findPerson(sql, order.login, now.today)
  const why = whyNotCreate(register, await rightsIn(sql, actor, register))
  if (why) throw new Refusal('forbidden', 'forbidden.register.write', why)
  const { sheets } = await ask<'offer'>({ is: 'offer', register: register.name })
  const at = likeliestSheet(sheets)
  const offer = sheets[at]
  if (!offer) throw new Refusal('invalid', 'register-import.empty', words.registerImport.refused.empty)
  const proposed = await proposeSettings(sql, actor.tenantId, register, offer, at, ask, now.today)
  const settings: ImportSettings = {
    ...proposed,
    // Nobody is there to be asked: what is not known is named and left out.
    columns: proposed.columns.map((column) => (column === UNDECIDED ? IGNORED : column)),
    since: order.since ?? proposed.since,
    source: order.source ?? proposed.source,
  }
  const view = await viewOf(sql, actor.tenantId, register, settings, ask)
  const names = view.columns.map(({ heading }) => heading)
  const write = async (tx: Sql): Promise<Pick<RegisterOutcome, 'checked' | 'imported'>> => {
    const checked = await checkLocked(tx, actor, register, settings, ask, now)
    const { fresh, changed, faulty } = checked.summary
    if ((faulty > 0 && !order.skipsFaulty) || fresh + changed === 0) return { checked, imported: null }
    const one = { fileName: cleanName(fileName), bytes, settings }
    const id = await startImport(tx, actor, register, one, now)
    return {
      checked,
      imported: await writeChecked(tx, actor, register, { ...one, id, fileHash: hash, checked }, now),
    }
  }
  const said = (column: number) => `${columnLetter(column)} (${names[column] ?? ''})`
  const done = order.isDry
    ? {
        checked: await check(sql, actor, register, settings, ask, { today: now.today, keeps: false }),
        imported: null,
      }
    : await sql.begin(write)
  return {
    ...done,
    person: actor.name,
    columns: settings.columns.flatMap((name, column) => {
      const known = register.columns[name]
      return known ? [`${said(column)} = ${say(known.label)}`] : []
    }),
    unused: names.flatMap((name, column) =>
      name && !register.columns[settings.columns[column] ?? ''] ? [said(column)] : [],
    ),
  }
}
