// Addresses of lists a person comes back to, as server and browser exchange them.
import { z } from 'zod'
import * as words from '../vocabulary/words.ts'

/** Of one person on one page. */
export const MOST_FILTERS = 50

const Name = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1, { error: () => words.savedFilter.nameForm })
  .max(80, { error: () => words.savedFilter.nameForm })

/** A page of this program: "/work", "/registers/cooperative". */
const Path = z
  .string()
  .max(100)
  .regex(/^(\/[a-z0-9-]+)+$/)

export const SavedFilter = z.object({
  id: z.uuid(),
  /** The page it stands on. */
  path: z.string(),
  name: z.string(),
  /** "state=overdue&agency=…": what stands behind "?" on the page. */
  address: z.string(),
  /** Opened first after signing in; at most one, whatever its page. */
  isStart: z.boolean(),
  version: z.number().int(),
})
export type SavedFilter = z.infer<typeof SavedFilter>
export const SavedFilterList = z.object({ filters: z.array(SavedFilter) })

export const FilterForm = z.object({ path: Path, name: Name, address: z.string().max(2000) })
export type FilterForm = z.infer<typeof FilterForm>

/** What is left out stays. */
export const FilterChange = z.object({ name: Name.optional(), isStart: z.boolean().optional() })
export type FilterChange = z.infer<typeof FilterChange>

/** The state of a list without the page it stands on; the same state is the same text. */
export const stateOf = (search: Readonly<Record<string, unknown>>): string =>
  Object.entries(search)
    .filter(([name, value]) => name !== 'after' && value !== undefined && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => new URLSearchParams([[name, String(value)]]).toString())
    .join('&')

/** What stands behind "?", for the router. The page leaves out what it does not understand (any more). */
export const searchIn = (address: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(address))

/** Names that differ only in capitals are one. */
export const filterKey = (name: string): string => name.toLowerCase()
