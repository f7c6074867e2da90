// A thread of its own for sheets: keeps the last files parsed, answers one order after another.
import { parentPort } from 'node:worker_threads'
import { Refusal } from '../base/refusal.ts'
import { carryOut, type Order } from './desk.ts'
import type { DeskAnswer, DeskOrder } from './desk-thread.ts'
import { readTracker, type TrackerFile } from './sheet.ts'

const MOST_FILES = 3
const files = new Map<string, TrackerFile>()

const answer = (message: DeskAnswer) => parentPort?.postMessage(message)

async function fileOf({ hash, bytes }: DeskOrder): Promise<TrackerFile | null> {
  const known = files.get(hash)
  if (known) {
    files.delete(hash)
    files.set(hash, known)
    return known
  }
  if (!bytes) return null
  const file = await readTracker(bytes)
  files.set(hash, file)
  const [oldest] = files.keys()
  if (files.size > MOST_FILES && oldest !== undefined) files.delete(oldest)
  return file
}

async function serve(asked: DeskOrder): Promise<DeskAnswer> {
  try {
    const file = await fileOf(asked)
    if (!file) return { is: 'bytes-please' }
    return { is: 'done', result: await carryOut<Order['is']>(file, asked.order) }
  } catch (error) {
    if (error instanceof Refusal) {
      const { kind, code, message, faults } = error
      return { is: 'refused', kind, code, message, faults }
    }
    return { is: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

// One after another: two orders on one file would parse it twice.
let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (asked: DeskOrder) => {
  last = last.then(async () => answer(await serve(asked)))
})
