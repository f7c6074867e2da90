// Documents in, drafts out, without the server's own thread: a few workers, a queue before them, limits on time and
// memory. A worker that crashes, hangs or eats too much costs its one document and nothing else.
import { Worker } from 'node:worker_threads'
import { type Fault, Refusal, type RefusalKind } from '../base/refusal.ts'
import type { SourceDocument } from '../document/line.ts'
import type { DraftPlan } from '../reading/draft.ts'
import * as words from '../vocabulary/words.ts'
import type { PartPlace } from './reading-parts.ts'

export interface Read {
  document: SourceDocument
  draft: DraftPlan
  /** Where each file's lines stand. */
  places: PartPlace[]
}

export interface ReadingFile {
  fileName: string
  bytes: Uint8Array
}

/** `paper`: an attachment, only looked at for a secrecy mark; a signed one must be a PDF that opens, too. Answers null. */
export type ReadingOrder =
  | { task: 'files'; files: ReadingFile[] }
  | { task: 'text'; text: string }
  | { task: 'paper'; fileName: string; bytes: Uint8Array; isSigned?: boolean }

/** What a worker says; a refusal crosses the boundary by its fields. */
export type Answer =
  | { is: 'progress'; done: number; of: number }
  | { is: 'read'; result: Read | null }
  | { is: 'refused'; kind: RefusalKind; code: string; message: string; faults: readonly Fault[] }
  | { is: 'fault'; stack: string }

export interface ReadingLimits {
  atOnce: number
  /** Milliseconds without a page done, and for the whole document. */
  silence: number
  total: number
  /** Of all documents that are read or wait, since they wait in memory. */
  heldBytes: number
  /** JavaScript memory of one worker; pictures and the recogniser's own memory come on top. */
  megabytes: number
}

const LIMITS: ReadingLimits = {
  atOnce: 2,
  silence: 3 * 60_000,
  total: 30 * 60_000,
  heldBytes: 300 * 1024 * 1024,
  megabytes: 1024,
}
/** What a worker leaves lying about in its memory ends with it. */
const MOST_READ_BY_ONE = 25
const WORKER = new URL('./reading-worker.ts', import.meta.url)

export interface Reading {
  result: Promise<Read | null>
  state(): { isWaiting: boolean; done: number; of: number }
  /** Ends it with this reason; nothing happens when it has ended already. */
  stop(why: Refusal): void
}

interface Seat {
  worker: Worker
  /** What it reads now; null while it waits for the next. */
  job: Job | null
  read: number
}

interface Job {
  order: ReadingOrder
  size: number
  /** May take minutes, so that one place is kept free of its kind. */
  isSlow: boolean
  done: number
  of: number
  seat: Seat | null
  silence: NodeJS.Timeout | null
  total: NodeJS.Timeout | null
  resolve(result: Read | null): void
  reject(error: Error): void
}

const ENDS = {
  busy: ['conflict', 'busy', words.reading.busy],
  stopped: ['conflict', 'stopped', words.reading.stopped],
  tooLong: ['too-large', 'too-long', words.reading.tooLong],
  memory: ['too-large', 'memory', words.reading.memory],
  crashed: ['invalid', 'crashed', words.reading.crashed],
} as const
function refuse(end: keyof typeof ENDS): Refusal {
  const [kind, code, message] = ENDS[end]
  return new Refusal(kind, `reading.${code}`, message)
}
function sizeOf(order: ReadingOrder): number {
  if (order.task === 'text') return order.text.length * 2
  return order.task === 'paper'
    ? order.bytes.length
    : order.files.reduce((sum, { bytes }) => sum + bytes.length, 0)
}
const PDF = [0x25, 0x50, 0x44, 0x46]

export class ReadingPool {
  readonly #limits: ReadingLimits
  readonly #path: URL
  readonly #waiting: Job[] = []
  readonly #running = new Set<Job>()
  readonly #idle: Seat[] = []
  #isClosed = false

  /** Tests hand in smaller limits, and a worker that crashes or dawdles. */
  constructor({ path = WORKER, ...limits }: Partial<ReadingLimits> & { path?: URL } = {}) {
    this.#limits = { ...LIMITS, ...limits }
    this.#path = path
  }

  /** Queues a document. Refuses at once when too much is waiting; else `result` brings the draft or the refusal. */
  read(order: ReadingOrder): Reading {
    const size = sizeOf(order)
    const held = [...this.#waiting, ...this.#running].reduce((sum, job) => sum + job.size, 0)
    if (this.#isClosed) throw refuse('stopped')
    if (held > 0 && held + size > this.#limits.heldBytes) throw refuse('busy')
    const { promise, resolve, reject } = Promise.withResolvers<Read | null>()
    const isPdf = ({ bytes }: ReadingFile) => PDF.every((byte, at) => bytes[at] === byte)
    const isSlow = order.task === 'files' && order.files.some(isPdf)
    const job: Job = {
      order,
      size,
      isSlow,
      done: 0,
      of: 0,
      seat: null,
      silence: null,
      total: null,
      resolve,
      reject,
    }
    this.#waiting.push(job)
    this.#next()
    return {
      result: promise,
      state: () => ({ isWaiting: this.#waiting.includes(job), done: job.done, of: job.of }),
      stop: (why) => this.#end(job, why),
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const job of [...this.#waiting, ...this.#running]) this.#end(job, refuse('stopped'))
    await Promise.all(this.#idle.splice(0).map(({ worker }) => worker.terminate()))
  }

  #next() {
    while (this.#running.size < this.#limits.atOnce) {
      const slow = [...this.#running].filter((job) => job.isSlow).length
      const mayBeSlow = slow < Math.max(1, this.#limits.atOnce - 1)
      const at = this.#waiting.findIndex((job) => mayBeSlow || !job.isSlow)
      const [job] = at < 0 ? [] : this.#waiting.splice(at, 1)
      if (!job) return
      this.#start(job)
    }
  }

  #start(job: Job) {
    const seat = this.#idle.pop() ?? this.#open()
    seat.job = job
    seat.read++
    seat.worker.ref()
    job.seat = seat
    this.#running.add(job)
    job.silence = this.#limit(job, this.#limits.silence)
    job.total = this.#limit(job, this.#limits.total)
    seat.worker.postMessage(job.order)
  }

  #limit(job: Job, milliseconds: number) {
    return setTimeout(() => this.#end(job, refuse('tooLong')), milliseconds)
  }

  #open(): Seat {
    const worker = new Worker(this.#path, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes },
    })
    const seat: Seat = { worker, job: null, read: 0 }
    const die = (end: 'memory' | 'crashed') => {
      const at = this.#idle.indexOf(seat)
      if (at >= 0) this.#idle.splice(at, 1)
      if (seat.job) this.#end(seat.job, refuse(end))
    }
    worker.on('message', (answer: Answer) => {
      if (seat.job) this.#hear(seat.job, answer)
    })
    worker.on('error', (error: Error & { code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (!isMemory) process.stderr.write(`reading: ${error.stack ?? error.message}\n`)
      die(isMemory ? 'memory' : 'crashed')
    })
    worker.on('exit', () => die('crashed'))
    return seat
  }

  #hear(job: Job, answer: Answer) {
    if (answer.is !== 'progress') return this.#end(job, answer)
    job.done = answer.done
    job.of = answer.of
    if (job.silence) clearTimeout(job.silence)
    job.silence = this.#limit(job, this.#limits.silence)
  }

  /** The one way out of the queue and of a place: with an answer of the worker, or with the reason it has none. */
  #end(job: Job, how: Exclude<Answer, { is: 'progress' }> | Refusal) {
    const at = this.#waiting.indexOf(job)
    if (at >= 0) this.#waiting.splice(at, 1)
    else if (!this.#running.delete(job)) return
    for (const timer of [job.silence, job.total]) if (timer) clearTimeout(timer)
    if (job.seat) this.#leave(job.seat, !(how instanceof Refusal) && how.is !== 'fault' && job.of === 0)
    job.seat = null
    if (how instanceof Refusal) job.reject(how)
    else if (how.is === 'read') job.resolve(how.result)
    else if (how.is === 'refused') job.reject(new Refusal(how.kind, how.code, how.message, how.faults))
    else job.reject(Object.assign(new Error('reading failed'), { stack: how.stack }))
    this.#next()
  }

  /** A worker in order waits for the next document; any other is ended. */
  #leave(seat: Seat, isFit: boolean) {
    seat.job = null
    if (isFit && seat.read < MOST_READ_BY_ONE && !this.#isClosed) {
      seat.worker.unref()
      this.#idle.push(seat)
    } else void seat.worker.terminate()
  }
}
