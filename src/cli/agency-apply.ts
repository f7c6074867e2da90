// `agency apply FILE.json [--dry-run] [--by LOGIN] [--province CODE]`: reorganisations from a file, beside a running
// server. Prints what changes, act by act; applied again it changes nothing.
import { readFileSync } from 'node:fs'
import { Refusal } from '../base/refusal.ts'
import type { Sql } from '../store/database.ts'
import { readActFile } from '../succession/act-file.ts'
import { type AppliedAct, applyFile } from '../succession/apply-file.ts'
import * as words from '../vocabulary/words.ts'
import type { Given, Surroundings } from './command.ts'

export const agencyApply = ({ words: [file = ''], flags }: Given, io: Surroundings): Promise<number> =>
  io.withStore(async (sql) => {
    const isDry = flags['dry-run'] === true
    const acts = readActFile(readText(file))
    const province = await findProvince(sql, text(flags.province))
    const by = await findAuthor(sql, province.id, text(flags.by))
    io.out(words.succession.file.head(province.name, acts.acts.length, by.name))
    try {
      const applied = await applyFile(sql, { tenantId: province.id, ...by }, acts, io.now(), isDry)
      for (const [at, one] of applied.entries()) for (const line of linesOf(at + 1, one)) io.out(line)
      const fresh = applied.filter(({ state }) => state !== 'known').length
      io.out(
        isDry
          ? words.succession.file.dry(fresh)
          : words.succession.file.applied(fresh, applied.length - fresh),
      )
      return 0
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      io.err(error.message)
      for (const { at, message } of error.faults) io.err(`  ${at}: ${message}`)
      io.err(words.succession.file.nothingWritten)
      return 1
    }
  })

const text = (flag: string | boolean | undefined): string | null => (typeof flag === 'string' ? flag : null)

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Refusal('missing', 'file.missing', words.cli.noFile(file))
  }
}

/** The province that is meant: the only real one, the only one at all, or the one with this code. */
async function findProvince(sql: Sql, code: string | null): Promise<{ id: number; name: string }> {
  const all = await sql<{ id: number; name: string; code: string; isSample: boolean }[]>`
    select id, name, province_code as code, is_sample as "isSample" from tenant order by id`
  const real = all.filter(({ isSample }) => !isSample)
  const meant = code ? all.filter((one) => one.code === code) : real.length ? real : all
  const [only] = meant
  if (only && meant.length === 1) return only
  throw new Refusal('invalid', 'province.unknown', words.succession.file.whichProvince)
}

/** In whose name it is recorded: the sign-in name given, else the administrator who has been there longest. */
async function findAuthor(sql: Sql, tenantId: number, login: string | null) {
  const [account] = await sql<{ accountId: string; name: string }[]>`
    select id as "accountId", name from account
    where tenant_id = ${tenantId} and is_active and role in ('admin', 'focal')
      ${login ? sql`and login = ${login.toLowerCase()}` : sql`and role = 'admin'`}
    order by created_at, id limit 1`
  if (account) return account
  throw new Refusal('invalid', 'account.unknown', words.succession.file.whichAuthor)
}

function linesOf(at: number, { act, state, passed, undecided, waiting }: AppliedAct): string[] {
  const { file, kinds } = words.succession
  const successors = act.successors.map((one) => (typeof one === 'string' ? one : one.name))
  const head = file.act(
    at,
    kinds[act.kind],
    act.effectiveOn,
    act.old.join(', '),
    successors.join(', '),
    act.document.number,
  )
  if (state === 'known') return [head, `   ${file.known}`]
  return [
    head,
    ...(state === 'prepared' ? [`   ${file.prepared(act.effectiveOn)}`] : []),
    ...(passed && state === 'done' && !undecided ? [`   ${words.succession.passed(passed)}`] : []),
    ...(undecided ? [`   ${file.undecided(undecided, waiting)}`] : []),
  ]
}
