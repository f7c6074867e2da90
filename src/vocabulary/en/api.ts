import type * as vi from '../words.ts'

export const api: typeof vi.api = {
  description:
    'The programming interface of Chủ Trì. Every change carries If-Match (the version seen), every creation carries an Idempotency-Key. Refusals are answered as application/problem+json.',
}
