// Tables read in a process of their own, so that a sheet of fifty thousand rows keeps nobody waiting and takes none of the
// server's memory. A sheet that hangs or eats too much costs its own order and nothing else. Each room has a program of
// its own (sheet-desk-child.ts) that knows what may be asked.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Fault, Refusal, type RefusalKind } from '../base/refusal.ts'
import * as words from '../vocabulary/words.ts'

export interface DeskOrder<O> {
  hash: string
  /** Left out where the other process may still have the file. */
  bytes: Uint8Array | null
  order: O
}

export type DeskAnswer =
  | { is: 'done'; result: unknown }
  | { is: 'bytes-please' }
  | { is: 'refused'; kind: RefusalKind; code: string; message: string; faults: readonly Fault[] }
  | { is: 'fault'; stack: string }

/** Milliseconds for one order; the largest table needs some seconds, on a busy machine a minute. */
const LONGEST = 300_000
const MEGABYTES = 1024
/** As the server itself (bin/prepare.mjs): what was read once is let go early. */
const THRIFTY = ['--heap-growing-percent=50', '--max-semi-space-size=4']
/** Nobody asked for so long: the process ends, and its memory with it. */
const IDLE = 120_000

interface Job<O> {
  asked: DeskOrder<O>
  resolve(answer: DeskAnswer): void
  reject(why: Error): void
}

/** A file and where its bytes can be had when the process does not hold it. */
export interface DeskFile {
  hash: string
  bytes(): Promise<Uint8Array>
}

/** `Orders`: each name with what is asked and what is answered. */
export class SheetDesk<Order extends { is: string }, Answers extends Record<Order['is'], unknown>> {
  readonly #program: URL
  /** Begins the codes of refusals. */
  readonly #room: string
  readonly #waiting: Job<Order>[] = []
  #child: ChildProcess | null = null
  #current: Job<Order> | null = null
  #timer: NodeJS.Timeout | null = null
  #idle: NodeJS.Timeout | null = null
  #isClosed = false

  constructor(program: URL, room: string) {
    this.#program = program
    this.#room = room
  }

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
    const stopped = () => new Refusal('conflict', `${this.#room}.stopped`, words.reading.stopped)
    for (const job of this.#waiting.splice(0)) job.reject(stopped())
    this.#end((job) => job.reject(stopped()))
    this.#stop()
  }

  #send(asked: DeskOrder<Order>): Promise<DeskAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<DeskAnswer>()
    this.#waiting.push({ asked, resolve, reject })
    this.#next()
    return promise
  }

  #next() {
    if (this.#current || this.#isClosed) return
    if (this.#idle) clearTimeout(this.#idle)
    const job = this.#waiting.shift()
    if (!job) {
      this.#child?.unref()
      this.#child?.channel?.unref()
      this.#idle = setTimeout(() => this.#stop(), IDLE).unref()
      return
    }
    this.#current = job
    const child = this.#child ?? this.#open()
    child.ref()
    child.channel?.ref()
    this.#timer = setTimeout(() => this.#fail('too-long', words.document.sheetTooLong), LONGEST)
    child.send(job.asked, (error) => {
      if (error && this.#current === job) this.#fail('too-large', words.document.sheetTooHeavy)
    })
  }

  #open(): ChildProcess {
    const child = fork(fileURLToPath(this.#program), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${MEGABYTES}`, ...THRIFTY, '--disable-warning=ExperimentalWarning'],
      // What a stranger's file may reach knows nothing of this server.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.on('message', (answer: DeskAnswer) => {
      if (this.#child === child) this.#end((job) => job.resolve(answer))
    })
    // Out of memory it dies without a word.
    const gone = () => {
      if (this.#child !== child) return
      this.#child = null
      if (this.#current) this.#fail('too-large', words.document.sheetTooHeavy)
    }
    child.on('exit', gone)
    child.on('error', gone)
    this.#child = child
    return child
  }

  #stop() {
    const child = this.#child
    this.#child = null
    child?.kill('SIGKILL')
  }

  /** The order at hand is lost, and the process with it. */
  #fail(code: string, message: string) {
    this.#stop()
    this.#end((job) => job.reject(new Refusal('too-large', `${this.#room}.${code}`, message)))
  }

  #end(how: (job: Job<Order>) => void) {
    const job = this.#current
    if (this.#timer) clearTimeout(this.#timer)
    this.#current = null
    if (job) how(job)
    this.#next()
  }
}
