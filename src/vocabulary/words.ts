// The words of the screens in the language in use, chosen once when the page loads: module-level constants hold words
// too, so a change of language reloads the page. The server speaks Vietnamese (docs/decisions/0006-english.md).
import { en } from './en.ts'
import { vi, type Words } from './vi.ts'

export const LANGUAGES = { vi, en } satisfies Record<string, Words>
export type Language = keyof typeof LANGUAGES
export const LANGUAGE_CODES = ['vi', 'en'] as const satisfies Language[]

/** Each in its own words. */
export const LANGUAGE_NAMES: Record<Language, string> = { vi: 'Tiếng Việt', en: 'English' }

const STORED_AS = 'language'

/** What was chosen in this browser; Vietnamese when nothing was, or nothing we have. */
export function languageIn(stored: () => string | null): Language {
  try {
    return stored() === 'en' ? 'en' : 'vi'
  } catch {
    // A browser may refuse storage altogether.
    return 'vi'
  }
}

export const language: Language =
  typeof document === 'undefined' ? 'vi' : languageIn(() => localStorage.getItem(STORED_AS))

export const words: Words = LANGUAGES[language]

/** Keeps the choice in this browser and starts the page anew in it. */
export function speak(chosen: Language): void {
  localStorage.setItem(STORED_AS, chosen)
  location.reload()
}
