// Questions about the rows of a register: lists with filters, one row, what points to it.
import type { Sql } from '../../store/database.ts'
import type { Register, Values } from './register.ts'

/** A list as its address says it: one text for each word or column (filter.ts). */
export type Asked = Readonly<Record<string, string | undefined>>

export interface Stored {
  id: string
  version: number
  since: string
  isVoid: boolean
  values: Values
}

/**
 * All rows of a list in its order, piece by piece and without masks, for exports and computations. `asked` as in the
 * address of the list, `on` for an earlier day.
 */
export declare function eachRow(
  sql: Sql,
  tenantId: number,
  register: Register,
  asked: Asked,
  pieces: { today: string; size?: number },
): AsyncIterable<Stored[]>
