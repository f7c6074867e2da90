// Addresses of the worklist a person comes back to, as server and browser exchange them.
import { z } from 'zod'
import * as words from '../vocabulary/words.ts'
import { addressOf, readFilter, type WorkFilter } from './work.ts'

export const MOST_FILTERS = 50

const Name = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1, { error: () => words.savedFilter.nameForm })
  .max(80, { error: () => words.savedFilter.nameForm })

export const SavedFilter = z.object({
  id: z.uuid(),
  name: z.string(),
  /** "state=overdue&agency=…": what stands behind "?" on the page. */
  address: z.string(),
  /** Opened first after signing in; at most one. */
  isStart: z.boolean(),
  version: z.number().int(),
})
export type SavedFilter = z.infer<typeof SavedFilter>
export const SavedFilterList = z.object({ filters: z.array(SavedFilter) })

export const FilterForm = z.object({ name: Name, address: z.string().max(2000) })
export type FilterForm = z.infer<typeof FilterForm>

/** What is left out stays. */
export const FilterChange = z.object({ name: Name.optional(), isStart: z.boolean().optional() })
export type FilterChange = z.infer<typeof FilterChange>

/** The state of the list without the page it stands on; the same state is the same text. */
export const stateOf = ({ after: _, ...filter }: WorkFilter): string =>
  [...new URLSearchParams(addressOf(filter))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => new URLSearchParams([[name, value]]).toString())
    .join('&')

/** What is not understood (any more) is left out, as in every address. */
export const filterIn = (address: string): WorkFilter =>
  readFilter(Object.fromEntries(new URLSearchParams(address)))

/** Names that differ only in capitals are one. */
export const filterKey = (name: string): string => name.toLowerCase()
