// The language in use, chosen once when the page loads: module-level constants hold words too, so a change of language
// reloads the page. The server speaks Vietnamese (docs/decisions/0006-english.md).

export const LANGUAGE_CODES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGE_CODES)[number]

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

/** English is only sent to browsers that ask for it, and then whole. */
const english: Record<string, unknown> | null = language === 'en' ? await import('./en/index.ts') : null

/** The words of a room: those given, unless English is in use. */
export const inLanguage = <T>(room: string, vietnamese: T): T => (english ? (english[room] as T) : vietnamese)

/** Keeps the choice in this browser and starts the page anew in it. */
export function speak(chosen: Language): void {
  localStorage.setItem(STORED_AS, chosen)
  location.reload()
}
