// Answers kept as they were sent, each good for as long as the stamp under which it was computed is the current one.
// Read the stamp before the figures: what changes in between makes the next reader compute again.

/** All answers together; a leader's page of two hundred agencies is some 100 KB. */
const MOST_LETTERS = 16_000_000

interface Kept {
  stamp: string
  text: string
}

export class PageCache {
  readonly #pages = new Map<string, Kept>()
  readonly #most: number
  #letters = 0

  constructor(most = MOST_LETTERS) {
    this.#most = most
  }

  /** The answer for `key`, when it was computed under this very stamp. */
  find(key: string, stamp: string): string | null {
    const kept = this.#pages.get(key)
    if (kept?.stamp !== stamp) return null
    // Asked for last, dropped last.
    this.#pages.delete(key)
    this.#pages.set(key, kept)
    return kept.text
  }

  keep(key: string, stamp: string, text: string): void {
    this.#drop(key)
    if (text.length > this.#most) return
    this.#pages.set(key, { stamp, text })
    this.#letters += text.length
    for (const oldest of this.#pages.keys()) {
      if (this.#letters <= this.#most) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    this.#letters -= this.#pages.get(key)?.text.length ?? 0
    this.#pages.delete(key)
  }
}
