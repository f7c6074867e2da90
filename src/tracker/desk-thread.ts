// The desk on a thread of its own, so that a sheet of twenty thousand rows keeps nobody waiting. A sheet that hangs or
// eats too much costs its own order and nothing else.
import { Worker } from 'node:worker_threads'
import { type Fault, Refusal, type RefusalKind } from '../base/refusal.ts'
import * as words from '../vocabulary/words.ts'
import type { Answers, Order } from './desk.ts'

export interface DeskOrder {
  hash: string
  /** Left out where the thread may still have the file. */
  bytes: Uint8Array | null
  order: Order
}

export type DeskAnswer =
  | { is: 'done'; result: unknown }
  | { is: 'bytes-please' }
  | { is: 'refused'; kind: RefusalKind; code: string; message: string; faults: readonly Fault[] }
  | { is: 'fault'; stack: string }

/** Milliseconds for one order; a sheet of 25,000 rows needs some seconds, on a busy machine a minute. */
const LONGEST = 300_000
const MEGABYTES = 1024
const WORKER = new URL('./desk-worker.ts', import.meta.url)

interface Job {
  asked: DeskOrder
  resolve(answer: DeskAnswer): void
  reject(why: Error): void
}

/** A file and where its bytes can be had when the thread does not hold it. */
export interface DeskFile {
  hash: string
  bytes(): Promise<Uint8Array>
}

export class Desk {
  #worker: Worker | null = null
  readonly #waiting: Job[] = []
  #current: Job | null = null
  #timer: NodeJS.Timeout | null = null
  #isClosed = false

  async ask<K extends Order['is']>(file: DeskFile, order: Extract<Order, { is: K }>): Promise<Answers[K]> {
    let answer = await this.#send({ hash: file.hash, bytes: null, order })
    if (answer.is === 'bytes-please')
      answer = await this.#send({ hash: file.hash, bytes: await file.bytes(), order })
    if (answer.is === 'done') return answer.result as Answers[K]
    if (answer.is === 'refused') throw new Refusal(answer.kind, answer.code, answer.message, answer.faults)
    throw Object.assign(
      new Error('reading a sheet failed'),
      answer.is === 'fault' ? { stack: answer.stack } : {},
    )
  }

  close = async (): Promise<void> => {
    this.#isClosed = true
    const stopped = () => new Refusal('conflict', 'tracker.stopped', words.reading.stopped)
    for (const job of this.#waiting.splice(0)) job.reject(stopped())
    this.#end((job) => job.reject(stopped()))
    await this.#worker?.terminate()
  }

  #send(asked: DeskOrder): Promise<DeskAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<DeskAnswer>()
    this.#waiting.push({ asked, resolve, reject })
    this.#next()
    return promise
  }

  #next() {
    if (this.#current || this.#isClosed) return
    const job = this.#waiting.shift()
    if (!job) return void this.#worker?.unref()
    this.#current = job
    this.#worker ??= this.#open()
    this.#worker.ref()
    this.#timer = setTimeout(() => this.#fail('too-long', words.tracker.refused.tooLong), LONGEST)
    this.#worker.postMessage(job.asked)
  }

  #open(): Worker {
    const worker = new Worker(WORKER, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    })
    worker.on('message', (answer: DeskAnswer) => this.#end((job) => job.resolve(answer)))
    worker.on('error', (error: Error & { code?: string }) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY')
        process.stderr.write(`tracker: ${error.stack ?? error.message}\n`)
      this.#fail('too-large', words.tracker.refused.tooHeavy)
    })
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null
    })
    return worker
  }

  /** The order at hand is lost, and the thread with it. */
  #fail(code: string, message: string) {
    const worker = this.#worker
    this.#worker = null
    void worker?.terminate()
    this.#end((job) => job.reject(new Refusal('too-large', `tracker.${code}`, message)))
  }

  #end(how: (job: Job) => void) {
    const job = this.#current
    if (this.#timer) clearTimeout(this.#timer)
    this.#current = null
    if (job) how(job)
    this.#next()
  }
}
