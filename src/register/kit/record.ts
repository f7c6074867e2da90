// One row of a register entered, changed, stepped, voided or restored, with its rights and rules. Many at a time: write.ts.
import { randomUUID } from 'node:crypto'
import { type Fault, Refusal } from '../../base/refusal.ts'
import type { Actor } from '../../http/actor.ts'
import { audit } from '../../store/audit.ts'
import type { Sql } from '../../store/database.ts'
import * as words from '../../vocabulary/words.ts'
import { findRegister, REGISTERS } from '../registers.ts'
import { type Rights, rightsOf, whyNotCreate, whyNotStep, whyNotWrite } from './access.ts'
import { checkRows } from './check.ts'
import type { RowForm, Saved, StepForm, VoidForm } from './exchange.ts'
import { placePath } from './filter.ts'
import { countPointers, getRow, listKeepers, type OneRow, pointersTo } from './queries.ts'
import { columnName, type Register, say, type Value, type Values } from './register.ts'
import { checkValues, cleanValues, masked, warningsOf } from './values.ts'
import { addRows, firstSince, type RowChange, replaceRows } from './write.ts'

export { insertRows, type NewRow, type RowChange, updateRows } from './write.ts'

export interface Now {
  at: Date
  today: string
  /** The right was checked by the caller's own table: a room that changes a row as a consequence of its act. */
  isAllowed?: true
}

/** Rights of whoever acts, as the keepers named today give them. */
export async function rightsIn(
  sql: Sql,
  { tenantId, capacities }: Actor,
  register: Register,
  { isAllowed }: Pick<Now, 'isAllowed'> = {},
): Promise<Rights> {
  if (isAllowed) return { keeps: true, places: [] }
  const keepers = await listKeepers(sql, tenantId, register.name)
  return rightsOf(
    register,
    capacities,
    keepers.map(({ id }) => id),
  )
}

const refuseIf = (why: string | null) => {
  if (why) throw new Refusal('forbidden', 'forbidden.register.write', why)
}

/** Faults of columns as the form of the row names them. */
function refuseFaults(faults: readonly Fault[]) {
  if (faults.length === 0) return
  throw new Refusal(
    'invalid',
    'register.faults',
    words.register.faulty(faults.length),
    faults.map(({ at, message }) => ({ at: `values.${at}`, message })),
  )
}

const refuseSince = (message: string): never => {
  throw new Refusal('invalid', 'register.since', message, [{ at: 'since', message }])
}

/** The agency that governs a row with these values. */
async function placeOfValues(
  sql: Sql,
  tenantId: number,
  register: Register,
  values: Values,
): Promise<string | null> {
  const path = placePath(register)
  if (!path) return register.place ? asId(values[register.place]) : null
  const column = register.columns[path[0]]
  const other = column?.kind === 'ref' ? findRegister(column.of) : null
  const id = asId(values[path[0]])
  if (!other || !id) return null
  const [row] = await sql<{ place: string | null }[]>`
    select ${sql(columnName(path[1]))} as place from ${sql(columnName(other.name))}
    where tenant_id = ${tenantId} and id = ${id}`
  return row?.place ?? null
}

const asId = (value: Value | undefined) => (typeof value === 'string' ? value : null)

/** Refuses by faults of columns (422), by right (403), a code that another row has (422; 409 in a race). */
export async function createRow(
  tx: Sql,
  actor: Actor,
  register: Register,
  form: RowForm,
  now: Now,
): Promise<Saved> {
  const { tenantId } = actor
  const rights = await rightsIn(tx, actor, register, now)
  refuseIf(whyNotCreate(register, rights))
  const { states } = register
  const values = cleanValues(register, {
    ...(states ? { [states.column]: states.first } : {}),
    ...form.values,
  })
  const id = randomUUID()
  const first = form.since ?? firstSince(register, values, now.today)
  if (form.since && form.since > now.today) refuseSince(words.register.sinceAfter(now.today))
  const own = checkValues(register, values, { day: now.today })
  refuseFaults(own)
  refuseFaults((await checkRows(tx, tenantId, register, [{ id, values }])).get(0) ?? [])
  refuseIf(whyNotWrite(register, rights, await placeOfValues(tx, tenantId, register, values)))
  const batch = { ...now, act: 'create', batchId: null, reason: form.reason ?? '' }
  await addRows(tx, actor, register, [{ id, values, since: first }], batch)
  await audit(tx, actor, now.at, 'register.create', [register.name, id], {
    since: first,
    values: masked(register, values),
  })
  return { id, version: 1, warnings: warningsOf(register, values) }
}

/** `form.values` holds the changed columns only. Refuses a stale version (412) and a day before the present `since`. */
export async function changeRow(
  tx: Sql,
  actor: Actor,
  register: Register,
  id: string,
  seen: number,
  form: RowForm,
  now: Now,
): Promise<Saved> {
  const { rights, row } = await open(tx, actor, register, id, seen, now)
  refuseIf(whyNotWrite(register, rights, row.place))
  refuseVoid(row)
  const values = await checkedChange(tx, actor.tenantId, register, row, form.values, now)
  if (!rights.keeps) {
    const place = await placeOfValues(tx, actor.tenantId, register, { ...row.values, ...values })
    if (place === null || !rights.places.includes(place))
      throw new Refusal('forbidden', 'forbidden.register.move', words.register.notMoved)
  }
  if (Object.keys(values).length === 0 && form.since === undefined)
    return { id, version: row.version, warnings: warningsOf(register, row.values) }
  return replace(tx, actor, register, row, { act: 'change', values, ...said(form) }, now)
}

const said = ({ since, reason = '' }: { since?: string | undefined; reason?: string | undefined }) => ({
  ...(since === undefined ? {} : { since }),
  reason,
})

/** One step from state to state. Refuses by right, when the row is not at this step, and while a column it needs is empty. */
export async function stepRow(
  tx: Sql,
  actor: Actor,
  register: Register,
  id: string,
  seen: number,
  form: StepForm,
  now: Now,
): Promise<Saved> {
  const { rights, row } = await open(tx, actor, register, id, seen, now)
  refuseVoid(row)
  const { states, columns } = register
  const step = states?.steps[form.step]
  const state = states ? row.values[states.column] : null
  if (!states || !step) throw new Refusal('missing', 'register.step', words.refusal.missing)
  if (typeof state !== 'string' || !step.from.includes(state))
    throw new Refusal('conflict', 'register.not-at-step', words.register.notAtThisStep)
  if (!now.isAllowed) refuseIf(whyNotStep(register, form.step, rights, { place: row.place, state }))
  const values = await checkedChange(tx, actor.tenantId, register, row, form.values ?? {}, now)
  const after = { ...row.values, ...values }
  refuseFaults(
    (step.needs ?? []).flatMap((at) => {
      const column = columns[at]
      return column && after[at] == null
        ? [{ at, message: words.register.faults.needed(say(column.label)) }]
        : []
    }),
  )
  const change = { act: form.step, values: { ...values, [states.column]: step.to }, ...said(form) }
  return replace(tx, actor, register, row, change, now)
}

/** Entered by mistake: the row counts on no day. Refuses while rows that stand point to it. */
export async function voidRow(
  tx: Sql,
  actor: Actor,
  register: Register,
  id: string,
  seen: number,
  form: VoidForm,
  now: Now,
): Promise<Saved> {
  const { rights, row } = await open(tx, actor, register, id, seen, now, true)
  refuseIf(whyNotWrite(register, rights, row.place))
  refuseVoid(row)
  const [pointing] = await countPointers(tx, actor.tenantId, pointersTo(REGISTERS, register.name), id)
  const other = pointing && findRegister(pointing.register)
  if (pointing && other)
    throw new Refusal(
      'conflict',
      'register.pointed-at',
      words.register.pointedAt(pointing.n, say(other.label)),
    )
  return replace(tx, actor, register, row, { act: 'void', values: {}, isVoid: true, ...form }, now)
}

/** It counts again as it did. Refuses while another row has its code, or what it points to is void. */
export async function restoreRow(
  tx: Sql,
  actor: Actor,
  register: Register,
  id: string,
  seen: number,
  form: VoidForm,
  now: Now,
): Promise<Saved> {
  const { rights, row } = await open(tx, actor, register, id, seen, now)
  refuseIf(whyNotWrite(register, rights, row.place))
  if (!row.isVoid) throw new Refusal('conflict', 'register.not-void', words.register.notVoid)
  refuseFaults((await checkRows(tx, actor.tenantId, register, [row])).get(0) ?? [])
  return replace(tx, actor, register, row, { act: 'restore', values: {}, isVoid: false, ...form }, now)
}

/** The row as it stands, locked, and what whoever acts may do with it. */
async function open(
  tx: Sql,
  actor: Actor,
  register: Register,
  id: string,
  seen: number,
  now: Now,
  isVoiding = false,
): Promise<{ rights: Rights; row: OneRow }> {
  await tx`
    select 1 from ${tx(columnName(register.name))} where tenant_id = ${actor.tenantId} and id = ${id}
    ${isVoiding ? tx`for update` : tx`for no key update`}`
  const row = await getRow(tx, actor.tenantId, register, id)
  if (row.version !== seen) throw new Refusal('stale', 'register.stale', words.refusal.stale)
  return { rights: await rightsIn(tx, actor, register, now), row }
}

function refuseVoid({ isVoid }: OneRow) {
  if (isVoid) throw new Refusal('conflict', 'register.void', words.register.isVoid)
}

/** What differs from the row; the whole row with it is checked. */
async function checkedChange(
  tx: Sql,
  tenantId: number,
  register: Register,
  row: OneRow,
  form: Values,
  { today }: Now,
): Promise<Values> {
  const values = Object.fromEntries(
    Object.entries(cleanValues(register, form)).filter(([name, value]) => !isSame(row.values[name], value)),
  )
  const after = { ...row.values, ...values }
  const isTouched = ({ at }: Fault) => at in values
  refuseFaults(checkValues(register, after, { day: today, held: row.values }).filter(isTouched))
  const stored = (await checkRows(tx, tenantId, register, [{ id: row.id, values: after }])).get(0) ?? []
  // A code of several columns is named by one of them; what an old row points to may have been voided since.
  refuseFaults(stored.filter((fault) => isTouched(fault) || register.key.some((name) => name in values)))
  return values
}

const isSame = (a: Value | undefined, b: Value) => JSON.stringify(a ?? null) === JSON.stringify(b)

async function replace(
  tx: Sql,
  actor: Actor,
  register: Register,
  row: OneRow,
  change: { act: string; reason: string } & Omit<RowChange, 'id' | 'version'>,
  now: Now,
): Promise<Saved> {
  const { act, reason, ...rest } = change
  if (rest.since !== undefined) {
    if (rest.since < row.since) refuseSince(words.register.sinceBefore(row.since))
    const last = row.since > now.today ? row.since : now.today
    if (rest.since > last) refuseSince(words.register.sinceAfter(last))
  }
  const { at, today } = now
  await replaceRows(tx, actor, register, [{ id: row.id, version: row.version, ...rest }], {
    ...{ at, today, act, reason, batchId: null },
  })
  await audit(tx, actor, at, `register.${act}`, [register.name, row.id], {
    ...(rest.since === undefined ? {} : { since: rest.since }),
    reason,
    // Personal values stand in the audit only as a mask.
    before: masked(
      register,
      Object.fromEntries(Object.keys(rest.values).map((n) => [n, row.values[n] ?? null])),
    ),
    after: masked(register, rest.values),
  })
  const warnings = warningsOf(register, { ...row.values, ...rest.values })
  return { id: row.id, version: row.version + 1, warnings }
}
