// What the server or a schema found wrong, field by field, for the form that sent it.
import type { z } from 'zod'
import { ProblemError } from './client.ts'

/** Path of a field ("admin.login") -> what is wrong with it. */
export type FieldFaults = Readonly<Record<string, string>>

/** Checked in the browser with the schema the server uses, so that most faults need no journey. */
export function faultsIn(schema: z.ZodType, value: unknown): FieldFaults {
  const { error } = schema.safeParse(value)
  return Object.fromEntries(
    (error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]).reverse(),
  )
}

export const faultsOf = (error: unknown): FieldFaults =>
  error instanceof ProblemError
    ? Object.fromEntries(error.faults.map(({ at, message }) => [at, message]))
    : {}
