// The columns of the directory's sheet and what an import answers; shared by server and browser.
import { z } from 'zod'
import { PrintedCode } from '../identity/identity.ts'

export const COLUMNS = [
  'name',
  'code',
  'kind',
  'parent',
  'aliases',
  'person',
  'position',
  'login',
  'role',
] as const
export type Column = (typeof COLUMNS)[number]
export type SheetRow = Record<Column, string>

/** Wrong in the sheet's row (counted as Excel does) and column. */
export const ImportFault = z.object({ row: z.number().int(), column: z.enum(COLUMNS), message: z.string() })
export type ImportFault = z.infer<typeof ImportFault>

export const ImportResult = z.object({
  /** How many are new, and how many rows speak of agencies that are already there. */
  agencies: z.number().int(),
  people: z.number().int(),
  known: z.number().int(),
  faults: z.array(ImportFault),
  /** Only on the real run and only once: kept nowhere. */
  codes: z.array(PrintedCode),
})
export type ImportResult = z.infer<typeof ImportResult>
