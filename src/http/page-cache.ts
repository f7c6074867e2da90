// Answers kept as they were sent, each good for as long as the stamp under which it was computed is the current one.
// Read the stamp before the figures: what changes in between makes the next reader compute again.

import type { FastifyReply } from 'fastify'
import type { z } from 'zod'

/** All answers together; a leader's page of two hundred agencies is some 100 KB. */
const MOST_LETTERS = 16_000_000

interface Kept {
  stamp: string | number
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
  find(key: string, stamp: string | number): string | null {
    const kept = this.#pages.get(key)
    if (kept?.stamp !== stamp) return null
    // Asked for last, dropped last.
    this.#pages.delete(key)
    this.#pages.set(key, kept)
    return kept.text
  }

  keep(key: string, stamp: string | number, text: string): void {
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

/** The answer as it was sent before, while nothing it says has changed; else computed, checked and kept. */
export async function answerKept<T>(
  pages: PageCache,
  reply: FastifyReply,
  key: string,
  readStamp: () => Promise<string | number>,
  schema: z.ZodType<T>,
  compute: () => Promise<T>,
) {
  const stamp = await readStamp()
  let text = pages.find(key, stamp)
  if (text === null) {
    text = JSON.stringify(schema.parse(await compute()))
    pages.keep(key, stamp, text)
  }
  // Already JSON: nothing is to be checked and serialised any more.
  return reply.type('application/json; charset=utf-8').send(text as never)
}
