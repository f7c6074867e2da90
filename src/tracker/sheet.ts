// A tracking sheet in: what an office's sheet may hold, and what is said to one that holds more.
import { MOST_SHEETS, readTables, type TableFile } from '../document/sheet.ts'
import * as words from '../vocabulary/words.ts'

/** The largest sheet an office keeps has some thousands. */
export const MOST_ROWS = 25_000

/** @throws Refusal for what is no sheet, has macros or a password, is damaged, too large, or carries a secrecy mark. */
export function readTracker(bytes: Uint8Array): Promise<TableFile> {
  const { empty, type, macros, encrypted, tooLarge } = words.tracker.refused
  const refused = { empty, type, macros, encrypted, tooLarge: tooLarge(MOST_ROWS, MOST_SHEETS) }
  return readTables(bytes, { room: 'tracker', mostRows: MOST_ROWS, refused })
}
