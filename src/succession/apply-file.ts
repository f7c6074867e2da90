// Carries the acts of a file out, one after the other in one transaction: all of them, or none.
import { listGroups } from '../agency/group-queries.ts'
import { listAgencies } from '../agency/queries.ts'
import { Refusal } from '../base/refusal.ts'
import type { Actor } from '../http/actor.ts'
import type { Database, Sql } from '../store/database.ts'
import type { Now } from '../task/record.ts'
import * as words from '../vocabulary/words.ts'
import type { ActForm, Passed } from './act.ts'
import { type ActFile, type FileAct, resolveAct } from './act-file.ts'
import * as queries from './queries.ts'
import { decide, recordAct } from './reorganise.ts'

/** What became of one act of the file. */
export interface AppliedAct {
  act: FileAct
  /** known: it was recorded already, with all its decisions. */
  state: 'known' | 'prepared' | 'done'
  passed: Passed | null
  /** Old agencies for which nobody has decided yet, and the open assignments that wait for it. */
  undecided: number
  waiting: number
}

type By = Pick<Actor, 'tenantId' | 'accountId' | 'name'>

/** Thrown to take everything back after a dry run. */
class TakenBack extends Error {}

/** Applies the file; with `isDry` nothing is kept. Refuses at the first act that cannot be carried out, and says which. */
export async function applyFile(
  sql: Database,
  by: By,
  file: ActFile,
  now: Now,
  isDry: boolean,
): Promise<AppliedAct[]> {
  let applied: AppliedAct[] = []
  try {
    await sql.begin(async (tx) => {
      applied = []
      for (const [at, act] of file.acts.entries()) applied.push(await applyOne(tx, by, act, at, now))
      if (isDry) throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  return applied
}

async function applyOne(tx: Sql, by: By, act: FileAct, at: number, now: Now): Promise<AppliedAct> {
  const { tenantId } = by
  try {
    const form = resolveAct(act, {
      agencies: await listAgencies(tx, tenantId),
      groups: await listGroups(tx, tenantId),
      plans: await queries.listPlanNumbers(tx, tenantId),
      accounts: await queries.listLogins(tx, tenantId),
    })
    const known = await findSame(tx, tenantId, form)
    const { id, state, passed } = known ?? (await recordAct(tx, by, form, now))
    const later = known?.state === 'done' ? await decideLater(tx, by, id, form, now) : null
    const undecided = (await queries.listUndecided(tx, tenantId)).filter(({ actId }) => actId === id)
    const held = await queries.listHoldings(
      tx,
      tenantId,
      undecided.map(({ agencyId }) => agencyId),
    )
    return {
      act,
      state: known && !later ? 'known' : state,
      passed: later ?? (known ? null : passed),
      undecided: undecided.length,
      waiting: held.reduce((sum, { leading, coordinating }) => sum + leading + coordinating, 0),
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const faults = error.faults.map((fault) => ({ ...fault, at: `acts.${at}.${fault.at}` }))
    throw new Refusal(error.kind, error.code, words.succession.file.actAt(at + 1, error.message), faults)
  }
}

/** The act that says the same: of this kind and day, the same old agencies, the same successors. */
async function findSame(tx: Sql, tenantId: number, form: ActForm) {
  const candidates = await queries.listActsOn(tx, tenantId, form.kind, form.effectiveOn)
  const parts = await queries.listParts(
    tx,
    tenantId,
    candidates.map(({ id }) => id),
  )
  const same = candidates.find((act) => {
    const recorded = queries.formOf(
      act,
      parts.filter(({ actId }) => actId === act.id),
    )
    return key(recorded) === key(form)
  })
  return same ? { id: same.id, state: same.state, passed: null } : null
}

/** Agencies by id where they are there; one that an act founded is known by the name it was founded with, too. */
const key = ({ old, successors, kind }: ActForm): string =>
  JSON.stringify([
    [...old].sort(),
    kind === 'rename'
      ? successors.map(({ founded }) => founded?.name)
      : successors.map(({ agencyId, founded }) => agencyId ?? founded?.name).sort(),
  ])

/** Decisions of the file on an act recorded before, where nobody has decided yet. */
async function decideLater(tx: Sql, by: By, actId: string, form: ActForm, now: Now): Promise<Passed | null> {
  const open = new Set(
    (await queries.listUndecided(tx, by.tenantId)).flatMap((row) =>
      row.actId === actId ? [row.agencyId] : [],
    ),
  )
  let sum: Passed | null = null
  for (const decision of form.decisions.filter(({ agencyId }) => open.has(agencyId))) {
    const passed = await decide(tx, by, actId, decision, now)
    sum = sum
      ? (Object.fromEntries(
          Object.entries(passed).map(([name, n]) => [name, n + (sum?.[name as keyof Passed] ?? 0)]),
        ) as Passed)
      : passed
  }
  return sum
}
