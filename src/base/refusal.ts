// An expected "no", worded for the reader. Made into an HTTP answer or a line on standard error in one place each.

export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'stale'
  | 'too-large'

/** What is wrong with one field or row of what was sent; `at` is a path such as "name" or "row 12, column C". */
export interface Fault {
  at: string
  message: string
}

/** `code` is stable ("document.encrypted") for programs; `message` says why and what to do, in Vietnamese. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly faults: readonly Fault[]

  constructor(kind: RefusalKind, code: string, message: string, faults: readonly Fault[] = []) {
    super(message)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.faults = faults
  }
}
