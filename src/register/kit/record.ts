// Changes of registers: one row with its rules and rights, many rows in one statement for imports. A change keeps what it
// replaced in `register_past`, writes its audit entry and never loses what another wrote meanwhile.
import type { Actor } from '../../http/actor.ts'
import type { ChangedBy } from '../../store/audit.ts'
import type { Sql } from '../../store/database.ts'
import type { RowForm, Saved, StepForm, VoidForm } from './exchange.ts'
import type { Register, Values } from './register.ts'

export interface Now {
  at: Date
  today: string
  /** The right was checked by the caller's own table: a room that changes a row as a consequence of its act. */
  isAllowed?: true
}

/** Refuses by faults of columns (422), by right (403), a taken unique code (409). */
export declare function createRow(
  tx: Sql,
  actor: Actor,
  register: Register,
  form: RowForm,
  now: Now,
): Promise<Saved>

/** `form.values` holds the changed columns only. Refuses a stale version (412) and a day before the present `since`. */
export declare function changeRow(
  tx: Sql,
  actor: Actor,
  register: Register,
  id: string,
  seen: number,
  form: RowForm,
  now: Now,
): Promise<Saved>

export declare function stepRow(
  tx: Sql,
  actor: Actor,
  register: Register,
  id: string,
  seen: number,
  form: StepForm,
  now: Now,
): Promise<Saved>

/** Entered by mistake: the row counts on no day. Refuses while rows that stand point to it. */
export declare function voidRow(
  tx: Sql,
  actor: Actor,
  register: Register,
  id: string,
  seen: number,
  form: VoidForm,
  now: Now,
): Promise<Saved>

export declare function restoreRow(
  tx: Sql,
  actor: Actor,
  register: Register,
  id: string,
  seen: number,
  form: VoidForm,
  now: Now,
): Promise<Saved>

/** What many rows have in common. */
export interface Batch extends Now {
  /** 'import', 'create' (the sample), 'change', 'pass-on' … */
  act: string
  batchId: string | null
  reason?: string
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

/** Rows in a few statements, one audit entry for all (the caller's batch). The caller has checked values and rights. */
export declare function insertRows(
  tx: Sql,
  by: ChangedBy,
  register: Register,
  rows: readonly NewRow[],
  batch: Batch,
): Promise<void>

export declare function updateRows(
  tx: Sql,
  by: ChangedBy,
  register: Register,
  changes: readonly RowChange[],
  batch: Batch,
): Promise<void>
