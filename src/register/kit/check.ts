// What only the database knows of rows before they are written: codes taken, references that lead nowhere.
import type { Fault } from '../../base/refusal.ts'
import type { Sql } from '../../store/database.ts'
import type { Register, Values } from './register.ts'

export interface CheckedRow {
  /** Of a row that is there; its own code is not taken by itself. */
  id: string
  values: Values
}

/**
 * Faults by the index of the row, in a few statements for all of them: key and unique columns (against the register and
 * among the rows themselves), refs, places, agencies and files that exist.
 */
export declare function checkRows(
  sql: Sql,
  tenantId: number,
  register: Register,
  rows: readonly CheckedRow[],
): Promise<Map<number, Fault[]>>
