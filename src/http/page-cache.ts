// Answers kept as they were sent, each good for as long as the stamp under which it was computed is the current one.
// Read the stamp before the figures: what changes in between makes the next reader compute again.

import type { FastifyReply } from 'fastify'
import type { z } from 'zod'

/** All answers together; a leader's page of two hundred agencies is some 100 KB. */
const MOST_BYTES = 16_000_000

interface Kept {
  stamp: string | number
  /** As bytes: nothing is to be written out again. */
  bytes: Buffer
}

export class PageCache {
  readonly #pages = new Map<string, Kept>()
  readonly #most: number
  #bytes = 0

  constructor(most = MOST_BYTES) {
    this.#most = most
  }

  /** The answer for `key`, when it was computed under this very stamp. */
  find(key: string, stamp: string | number): Buffer | null {
    const kept = this.#pages.get(key)
    if (kept?.stamp !== stamp) return null
    // Asked for last, dropped last.
    this.#pages.delete(key)
    this.#pages.set(key, kept)
    return kept.bytes
  }

  keep(key: string, stamp: string | number, bytes: Buffer): void {
    this.#drop(key)
    if (bytes.length > this.#most) return
    this.#pages.set(key, { stamp, bytes })
    this.#bytes += bytes.length
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#most) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#pages.get(key)?.bytes.length ?? 0
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
  let bytes = pages.find(key, stamp)
  if (bytes === null) {
    bytes = Buffer.from(JSON.stringify(schema.parse(await compute())))
    pages.keep(key, stamp, bytes)
  }
  // Already JSON: nothing is to be checked and serialised any more.
  return reply.type('application/json; charset=utf-8').send(bytes as never)
}
