// Both languages at once, for the server: sheets are read and written in either. No page imports this file, or every
// browser would be sent both.
import { en } from './en.ts'
import { vi, type Words } from './vi.ts'
import type { Language } from './words.ts'

export const LANGUAGES: Record<Language, Words> = { vi, en }
