// `register import NAME FILE …` and `register export NAME --out FILE`: a register both ways, beside a running server. In: the
// flags. Out: counts, a line for each fault and change.
import { createWriteStream, readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { readDay } from '../base/calendar.ts'
import { MOST_BYTES } from '../base/limit.ts'
import { Refusal } from '../base/refusal.ts'
import { findPerson } from '../identity/queries.ts'
import { exportCsv, exportXlsx } from '../register/kit/export.ts'
import { SOURCES, type Source, sayFault, sayRemark } from '../register/kit/import.ts'
import { importRegister, type RegisterOutcome } from '../register/kit/import-register.ts'
import { columnName, type Register, say } from '../register/kit/register.ts'
import { cellOf, textOf } from '../register/kit/sheet-out.ts'
import { mask } from '../register/kit/values.ts'
import { findRegister, REGISTERS } from '../register/registers.ts'
import { audit } from '../store/audit.ts'
import * as words from '../vocabulary/words.ts'
import type { Given, Surroundings } from './command.ts'

const said = words.registerImport

export const REGISTER_IMPORT_FLAGS = {
  as: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'skip-faulty': { type: 'boolean' },
  since: { type: 'string' },
  source: { type: 'string' },
} as const

/** Lines of faults and changes; the rest is counted. */
const MOST_LINES = 200
const MOST_CELLS = 10

/** 1 when faults kept rows out of a real run, or when it was refused; 0 otherwise. */
export async function registerImport(
  { words: [name = '', path = ''], flags }: Given,
  io: Surroundings,
): Promise<number> {
  const register = registerNamed(name)
  const bytes = readBytes(path)
  if (!bytes) {
    io.err(words.cli.noFile(path))
    return 1
  }
  const text = (flag: string) => (typeof flags[flag] === 'string' ? flags[flag] : null)
  const isDry = flags['dry-run'] === true
  const skipsFaulty = flags['skip-faulty'] === true
  const order = {
    ...{ register, bytes, fileName: basename(path), isDry, skipsFaulty, login: text('as') },
    ...{ since: dayOf(text('since')), source: sourceOf(text('source')) },
  }
  const outcome = await io.withStore((sql) => importRegister(sql, order, io.now()))
  for (const line of linesOf(register, outcome)) io.out(line)
  const { imported, checked } = outcome
  const { fresh, changed, faulty } = checked.summary
  if (imported) io.out(said.done(imported.fresh, imported.changed))
  else if (isDry) io.out(said.cli.dry)
  else if (faulty > 0 && !skipsFaulty) io.err(said.faultsStop(faulty))
  else if (fresh + changed === 0) io.out(said.nothing)
  return isDry || skipsFaulty || faulty === 0 ? 0 : 1
}

/** Personal columns are masked: what leaves by the command line is read by whoever gets the file. */
export async function registerExport(
  { words: [name = ''], flags }: Given,
  io: Surroundings,
): Promise<number> {
  const register = registerNamed(name)
  const path = typeof flags.out === 'string' ? flags.out : ''
  if (path === '') {
    io.err(said.cli.exportUsage)
    return 1
  }
  const { at, today } = io.now()
  const rows = await io.withStore(async (sql) => {
    const actor = await findPerson(sql, null, today)
    const { tenantId } = actor
    const order = { asked: {}, isFull: false, today }
    const [counted] = await sql<{ n: number }[]>`
      select count(*)::int as n from ${sql(columnName(register.name))} where tenant_id = ${tenantId} and not is_void`
    await audit(sql, actor, at, 'register.export', [register.name, 'rows'], { asked: {}, isFull: false })
    const source = /\.csv$/iu.test(path)
      ? Readable.from(exportCsv(sql, tenantId, register, order))
      : Readable.fromWeb(exportXlsx(sql, tenantId, register, order) as ReadableStream)
    await pipeline(source, createWriteStream(path))
    return counted?.n ?? 0
  })
  io.out(said.cli.exported(rows, path))
  return 0
}

function registerNamed(name: string): Register {
  const register = findRegister(name)
  if (register) return register
  const names = REGISTERS.map((one) => one.name)
  throw new Refusal('missing', 'register.unknown', said.cli.noRegister(name, names))
}

function dayOf(text: string | null): string | null {
  if (text === null) return null
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? readDay(text.split('-').reverse().join('/')) : readDay(text)
  if (!day) throw new Refusal('invalid', 'register-import.since', said.cli.badSince(text))
  return day
}

function sourceOf(text: string | null): Source | null {
  if (text === null) return null
  const source = SOURCES.find((one) => one === text)
  if (!source) throw new Refusal('invalid', 'register-import.source', said.cli.badSource(text))
  return source
}

function readBytes(path: string): Uint8Array | null {
  try {
    if (statSync(path).size > MOST_BYTES)
      throw new Refusal('too-large', 'document.too-large', words.refusal.tooLarge)
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Refusal) throw error
    return null
  }
}

function linesOf(register: Register, { person, columns, unused, checked }: RegisterOutcome): string[] {
  const { summary, rows } = checked
  const { fresh, changed, same, faulty, missing } = summary
  const cut = (lines: string[]) =>
    lines.length > MOST_LINES
      ? [...lines.slice(0, MOST_LINES), said.cli.more(lines.length - MOST_LINES)]
      : lines
  const value = (name: string, held: Parameters<typeof mask>[0]) => {
    const column = register.columns[name]
    return column ? textOf(cellOf(column, column.personal ? mask(held) : held, new Map())) : ''
  }
  return [
    said.cli.person(person),
    said.cli.columns(columns),
    ...(unused.length ? [said.cli.unused(unused)] : []),
    said.cli.counts(summary.rows, fresh, changed, same, faulty, missing),
    ...cut(
      rows.flatMap(({ n, faults }) =>
        faults.map((fault) => said.cli.fault(`${fault.letter}${n}`, sayFault(fault))),
      ),
    ),
    ...cut(
      rows.flatMap(({ n, kind, changes }) =>
        kind === 'changed'
          ? changes.map(({ column, before, after }) => {
              const label = register.columns[column]?.label
              return said.cli.change(
                n,
                said.change(label ? say(label) : column, value(column, before), value(column, after)),
              )
            })
          : [],
      ),
    ),
    ...cut(remarkLines(rows)),
  ]
}

/** What is only to be looked at is said once, with the first of its cells. */
function remarkLines(rows: RegisterOutcome['checked']['rows']): string[] {
  const all = rows.flatMap(({ n, remarks }) =>
    remarks.map((remark) => ({ cell: `${remark.letter}${n}`, message: sayRemark(remark) })),
  )
  return [...Map.groupBy(all, ({ message }) => message)].map(([message, places]) => {
    const cells = places.slice(0, MOST_CELLS).map(({ cell }) => cell)
    return said.cli.remark(cells.join(', '), places.length - cells.length, message)
  })
}
