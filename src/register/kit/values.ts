// Values of a register's columns: the zod schemas of its forms and answers, and what is wrong with a row. Pure.
import type { Fault } from '../../base/refusal.ts'
import type { Warning } from './exchange.ts'
import type { Register, Values } from './register.ts'

/** What is wrong with a row, column by column (`at` = the column); empty when nothing is. Not: uniqueness and references. */
export declare function checkValues(
  register: Register,
  values: Values,
  /** `day`: options must be valid on it, unless `held` has them already. */
  options: { day: string; held?: Values },
): Fault[]

/** What looks wrong and is kept all the same. */
export declare function warningsOf(register: Register, values: Values): Warning[]

/** Derived columns of a row. */
export declare function derive(register: Register, values: Values): Record<string, number | null>
