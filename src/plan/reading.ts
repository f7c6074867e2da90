// Readings under way, by whoever asked for them: a request sent again joins the one that runs, the page asks how far it
// is, and an end that nobody was there to hear is kept for the next look. Only in memory: nothing is stored before a
// document is read, and a server that stops forgets what it had not read yet (docs/decisions/0007-reading-apart.md).
import { Refusal } from '../base/refusal.ts'
import * as words from '../vocabulary/words.ts'
import type { NewPlan, ReadingState } from './plan.ts'
import { type Read, type Reading, type ReadingOrder, ReadingPool } from './reading-pool.ts'

interface Owner {
  tenantId: number
  accountId: string
}

export interface Wish {
  owner: Owner
  key: string
  fileName: string
  /** What was sent, to tell a repetition from another document under the same key. */
  hash: string
  order: ReadingOrder
  /** The plan that this very request has made before, if it has. */
  recall(): Promise<NewPlan | null>
  store(read: Read): Promise<NewPlan>
  /** Whether the person's connection is lost, so that an answer would be heard by nobody. */
  isGone(): boolean
}

interface Entry {
  owner: Owner
  key: string
  fileName: string
  hash: string
  reading: Reading | null
  answer: Promise<NewPlan>
  hearers: (() => boolean)[]
  end: { planId: string } | { problem: string } | null
}

/** Ends kept for people who left; beyond that the oldest are forgotten. */
const MOST_KEPT = 200
/** What became of a paper that could not be looked at: it passes unread, as any file of a strange kind does. */
const UNREAD: ReadonlySet<string> = new Set(['reading.crashed', 'reading.memory', 'reading.too-long'])

const missing = () => new Refusal('missing', 'reading.missing', words.reading.missing)

export class Readings {
  readonly #pool: ReadingPool
  readonly #entries = new Map<string, Entry>()

  constructor(pool = new ReadingPool()) {
    this.#pool = pool
  }

  /** Reads and stores, or joins the reading that runs under the same key. Refuses a key in use for something else. */
  async carryOut(wish: Wish): Promise<NewPlan> {
    const id = idOf(wish.owner, wish.key)
    const running = this.#entries.get(id)
    if (running && !running.end) {
      if (running.hash !== wish.hash)
        throw new Refusal('conflict', 'request.key-reused', words.refusal.keyReused)
      running.hearers.push(wish.isGone)
      return running.answer
    }
    const { owner, key, fileName, hash } = wish
    const entry: Entry = {
      ...{ owner, key, fileName, hash, reading: null, hearers: [wish.isGone], end: null },
      answer: Promise.resolve().then(() => this.#run(entry, wish)),
    }
    this.#entries.delete(id)
    this.#entries.set(id, entry)
    return entry.answer
  }

  async #run(entry: Entry, wish: Wish): Promise<NewPlan> {
    try {
      const before = await wish.recall()
      if (before) return this.#finish(entry, before)
      entry.reading = this.#pool.read(wish.order)
      const read = await entry.reading.result
      entry.reading = null
      if (!read) throw new Error('a reading without a draft')
      return this.#finish(entry, await wish.store(read))
    } catch (error) {
      this.#close(entry, { problem: error instanceof Refusal ? error.message : words.common.failed }, error)
      throw error
    }
  }

  #finish(entry: Entry, made: NewPlan): NewPlan {
    this.#close(entry, { planId: made.id })
    return made
  }

  #close(entry: Entry, end: NonNullable<Entry['end']>, error?: unknown) {
    const isCancelled = error instanceof Refusal && error.code === 'reading.cancelled'
    if (isCancelled || !entry.hearers.every((isGone) => isGone())) {
      this.#entries.delete(idOf(entry.owner, entry.key))
      return
    }
    entry.end = end
    const kept = [...this.#entries].filter(([, other]) => other.end)
    for (const [id] of kept.slice(0, -MOST_KEPT)) this.#entries.delete(id)
  }

  /** What this person has being read, and what ended while they were away. */
  list(owner: Owner): ReadingState[] {
    const own = [...this.#entries.values()].filter((entry) => idOf(entry.owner, '') === idOf(owner, ''))
    return own.map(stateOf)
  }

  /** Refuses (missing) what is not there or was asked for by somebody else. */
  find(owner: Owner, key: string): ReadingState {
    return stateOf(this.#entryOf(owner, key))
  }

  /** Stops a reading, or forgets one that has ended. What is read already is being stored and can no longer be stopped. */
  cancel(owner: Owner, key: string) {
    const entry = this.#entryOf(owner, key)
    if (entry.end) this.#entries.delete(idOf(owner, key))
    else if (entry.reading)
      entry.reading.stop(new Refusal('conflict', 'reading.cancelled', words.reading.cancelled))
    else throw missing()
  }

  #entryOf(owner: Owner, key: string): Entry {
    const entry = this.#entries.get(idOf(owner, key))
    if (!entry) throw missing()
    return entry
  }

  /** Refuses an attachment that carries a secrecy mark; one that cannot be read passes unread. */
  async refuseSecretPaper(bytes: Uint8Array, fileName: string): Promise<void> {
    try {
      await this.#pool.read({ task: 'paper', fileName, bytes }).result
    } catch (error) {
      if (!(error instanceof Refusal) || !UNREAD.has(error.code)) throw error
    }
  }

  /** Refuses a signed paper that is no PDF, cannot be opened, or carries a secrecy mark. */
  async refuseUnlessPdf(bytes: Uint8Array, fileName: string): Promise<void> {
    await this.#pool.read({ task: 'paper', fileName, bytes, isSigned: true }).result
  }

  close = () => this.#pool.close()
}

const idOf = ({ tenantId, accountId }: Owner, key: string) => `${tenantId} ${accountId} ${key}`

function stateOf({ key, fileName, reading, end }: Entry): ReadingState {
  const { isWaiting, done, of } = reading?.state() ?? { isWaiting: false, done: 0, of: 0 }
  return {
    ...{ key, fileName, isWaiting, done, of },
    planId: end && 'planId' in end ? end.planId : null,
    problem: end && 'problem' in end ? end.problem : null,
  }
}
