// Rows of a register written many at a time: what imports, the sample and reorganisations use, and what one change
// (record.ts) is made of. What a change replaced is kept in `register_past` with the days on which it counted.
import { Refusal } from '../../base/refusal.ts'
import { audit, type ChangedBy } from '../../store/audit.ts'
import { asJson, type Sql } from '../../store/database.ts'
import * as words from '../../vocabulary/words.ts'
import { labelOf, uniqueSets } from './check.ts'
import { columnName, type Register, type Values } from './register.ts'
import { tableColumns } from './table.ts'

/** What many rows have in common. */
export interface Batch {
  at: Date
  today: string
  /** 'import', 'create' (the sample), 'change', 'pass-on' … */
  act: string
  batchId: string | null
  reason?: string
  /** Told how many rows are written so far. */
  progress?: (done: number) => void
}

export interface NewRow {
  id: string
  /** Every column; checked by the caller (values.ts `checkValues`, check.ts `checkRows`). */
  values: Values
  /** Left out: the day its register names, else today. */
  since?: string
}

export interface RowChange {
  id: string
  /** The version the change was made of; another one by now refuses the whole batch (412). */
  version: number
  /** The changed columns only, the state among them. */
  values: Values
  /** Left out: today. Never before the present `since`: then that day. */
  since?: string
  isVoid?: boolean
}

/** Rows in one statement: few enough for the memory of either side. */
const PIECE = 2000
/** PostgreSQL's word for a broken unique index. */
const UNIQUE = '23505'

/** The day from which a new row stands: the one its register names, else today. */
export const firstSince = (register: Register, values: Values, today: string): string => {
  const named = register.since ? values[register.since] : null
  return typeof named === 'string' ? named : today
}

const toColumns = (values: Values) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [columnName(name), value]))

function* piecesOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += PIECE) yield rows.slice(at, at + PIECE)
}

const names = (register: Register) => tableColumns(register).map(({ name }) => name)

/**
 * Adds rows, with one audit entry for all. The caller has checked values and rights. Refuses a code that another writer
 * took meanwhile, and rows that point to one voided meanwhile.
 */
export async function insertRows(
  tx: Sql,
  by: ChangedBy,
  register: Register,
  rows: readonly NewRow[],
  batch: Batch,
): Promise<void> {
  if (rows.length === 0) return
  await addRows(tx, by, register, rows, batch)
  await audit(tx, by, batch.at, `register.${batch.act}`, [register.name, batch.batchId ?? 'rows'], {
    added: rows.length,
    reason: batch.reason ?? '',
  })
}

/** The same without the entry. */
export async function addRows(
  tx: Sql,
  by: ChangedBy,
  register: Register,
  rows: readonly NewRow[],
  batch: Batch,
): Promise<void> {
  const own = stamp(by, batch)
  let done = 0
  await lockPointed(
    tx,
    by.tenantId,
    register,
    rows.map(({ values }) => values),
  )
  await refusingTaken(register, async () => {
    for (const piece of piecesOf(rows)) {
      const records = piece.map(({ id, values, since }) => ({
        ...toColumns(values),
        ...own,
        ...{ id, version: 1, since: since ?? firstSince(register, values, batch.today), is_void: false },
      }))
      await tx`
        insert into ${tx(columnName(register.name))} (${tx(names(register))})
        select ${tx(names(register).map((name) => `new.${name}`))}
        from jsonb_array_elements(${tx.json(asJson(records))}) as piece (record)
        cross join lateral jsonb_populate_record(null::${tx(columnName(register.name))}, piece.record) new`
      done += piece.length
      batch.progress?.(done)
    }
  })
}

const stamp = ({ tenantId, accountId, name }: ChangedBy, { act, at, reason = '', batchId }: Batch) => ({
  ...{ tenant_id: tenantId, act, at, account_id: accountId, actor: name, reason, batch_id: batchId },
})

/**
 * Changes rows, with one audit entry for all. Refuses (412) when a row has another version by now or is gone, rows that are
 * void and stay so, and codes that another writer took.
 */
export async function updateRows(
  tx: Sql,
  by: ChangedBy,
  register: Register,
  changes: readonly RowChange[],
  batch: Batch,
): Promise<void> {
  if (changes.length === 0) return
  await replaceRows(tx, by, register, changes, batch)
  await audit(tx, by, batch.at, `register.${batch.act}`, [register.name, batch.batchId ?? 'rows'], {
    changed: changes.length,
    reason: batch.reason ?? '',
  })
}

interface Held {
  id: string
  version: number
  since: string
  isVoid: boolean
  named: string | null
}

/** The same without the entry. Rows are locked in the order of their ids, so that two batches do not wait crosswise. */
export async function replaceRows(
  tx: Sql,
  by: ChangedBy,
  register: Register,
  changes: readonly RowChange[],
  batch: Batch,
): Promise<void> {
  const { tenantId } = by
  const table = columnName(register.name)
  const sorted = [...changes].sort((a, b) => (a.id < b.id ? -1 : 1))
  const held = await lockRows(
    tx,
    tenantId,
    register,
    sorted.map(({ id }) => id),
    sorted.some(({ isVoid }) => isVoid),
  )
  await lockPointed(
    tx,
    tenantId,
    register,
    sorted.map(({ values }) => values),
  )
  let done = 0
  await refusingTaken(register, async () => {
    for (const piece of piecesOf(sorted)) {
      const records = piece.map((change) => {
        const before = held.get(change.id)
        if (!before || before.version !== change.version)
          throw new Refusal('stale', 'register.stale', words.refusal.stale)
        // What counts on no day has no day from which a change of it could count.
        if (before.isVoid && change.isVoid !== false)
          throw new Refusal('conflict', 'register.void', words.register.isVoid)
        return {
          ...toColumns(change.values),
          ...stamp(by, batch),
          ...{ id: change.id, version: before.version + 1, is_void: change.isVoid ?? before.isVoid },
          ...daysOf(register, before, change, batch.today),
        }
      })
      const json = tx.json(asJson(records))
      await tx`
        insert into register_past (tenant_id, register, row_id, version, since, until, row)
        select ${tenantId}::int, ${register.name}, old.id, old.version, old.since, (piece.record ->> 'until')::date,
               to_jsonb(old) - 'search'
        from jsonb_array_elements(${json}) as piece (record)
        join ${tx(table)} old on old.tenant_id = ${tenantId} and old.id = (piece.record ->> 'id')::uuid`
      await tx`
        update ${tx(table)} row
        set ${names(register)
          .filter((name) => name !== 'tenant_id' && name !== 'id')
          .map((name, i) => tx`${i ? tx`,` : tx``} ${tx(name)} = new.${tx(name)}`)}
        from (
          select changed.* from jsonb_array_elements(${json}) as piece (record)
          join ${tx(table)} old on old.tenant_id = ${tenantId} and old.id = (piece.record ->> 'id')::uuid
          cross join lateral jsonb_populate_record(old, piece.record) changed
        ) new
        where row.tenant_id = ${tenantId} and row.id = new.id`
      done += piece.length
      batch.progress?.(done)
    }
  })
}

/**
 * From when the new form counts, and until when the old one did. A correction of the very day from which the row stood
 * moves that day, and the old form then counted on none; so does whatever leaves no day between them.
 */
function daysOf(
  register: Register,
  before: Held,
  { values, since, isVoid }: RowChange,
  today: string,
): { since: string; until: string } {
  if (isVoid !== undefined && isVoid !== before.isVoid) return { since: before.since, until: before.since }
  const named = register.since ? values[register.since] : null
  const isMoved = typeof named === 'string' && named !== before.named && before.named === before.since
  if (isMoved && since === undefined) return { since: named, until: before.since }
  const from = since ?? today
  const later = from < before.since ? before.since : from
  return { since: later, until: later }
}

async function lockRows(
  tx: Sql,
  tenantId: number,
  register: Register,
  ids: readonly string[],
  isVoiding: boolean,
): Promise<Map<string, Held>> {
  const named = register.since ? tx`${tx(columnName(register.since))}` : tx`null::date`
  // Who voids a row keeps others from pointing to it meanwhile.
  const rows = await tx<Held[]>`
    select id, version, since, is_void as "isVoid", ${named} as named
    from ${tx(columnName(register.name))}
    where tenant_id = ${tenantId} and id = any(${ids as string[]}::uuid[])
    order by id ${isVoiding ? tx`for update` : tx`for no key update`}`
  return new Map(rows.map((row) => [row.id, row]))
}

/** Rows that these point to stay as they are until the end of the transaction. Refuses when one was voided. */
async function lockPointed(tx: Sql, tenantId: number, register: Register, rows: readonly Values[]) {
  for (const [name, column] of Object.entries(register.columns)) {
    if (column.kind !== 'ref') continue
    const ids = [
      ...new Set(rows.flatMap((values) => (typeof values[name] === 'string' ? [values[name]] : []))),
    ]
    if (ids.length === 0) continue
    const [locked] = await tx<{ n: number }[]>`
      select count(*)::int as n from (
        select 1 from ${tx(columnName(column.of))}
        where tenant_id = ${tenantId} and id = any(${ids}::uuid[]) and not is_void order by id for key share) locked`
    // A row of the same batch is not there yet; a foreign key sees to it.
    if (column.of !== register.name && locked?.n !== ids.length) {
      const { unknown: message } = words.register.faults
      throw new Refusal('invalid', 'register.faults', message, [{ at: `values.${name}`, message }])
    }
  }
}

/** A unique index that another writer was quicker at, in the words of its columns. */
async function refusingTaken<T>(register: Register, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const { code, constraint_name: index } = error as { code?: string; constraint_name?: string }
    const table = columnName(register.name)
    const set = uniqueSets(register).find((one) => index === `${table}_${one.map(columnName).join('_')}_once`)
    if (code !== UNIQUE || !set) throw error
    const message = words.register.faults.taken(labelOf(register, set))
    throw new Refusal('conflict', 'register.taken', message, [{ at: `values.${set.at(-1)}`, message }])
  }
}
