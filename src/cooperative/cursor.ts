// The place of the last row of a page in an address.
import { Refusal } from '../base/refusal.ts'
import * as words from '../vocabulary/words.ts'

export const writeCursor = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

const DAY_OR_ID = /^\d{4}-\d\d-\d\d$|^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** Refuses what was not written by `writeCursor`; the last part is an id. */
export function readCursor(cursor: string, n: number): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const isText = (part: unknown): part is string => typeof part === 'string'
    if (Array.isArray(parts) && parts.length === n && parts.every(isText)) {
      const isDated = n !== 2 || DAY_OR_ID.test(parts[0] ?? '')
      if (isDated && DAY_OR_ID.test(parts.at(-1) ?? '')) return parts
    }
  } catch {
    // As any other one that is not ours.
  }
  throw new Refusal('invalid', 'cursor', words.refusal.unreadable)
}
