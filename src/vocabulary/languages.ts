// Both languages at once, for the server: sheets are read and written in either. No page imports this file, or every
// browser would be sent both.
import * as en from './en/index.ts'
import type { Language } from './language.ts'
import * as vi from './words.ts'

/** What every language has. */
export type Words = typeof vi

export const LANGUAGES: Record<Language, Words> = { vi, en }
