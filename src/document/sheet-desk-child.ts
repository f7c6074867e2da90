// What a program of a SheetDesk does: keeps the last files parsed, answers one order after another.
import { Refusal } from '../base/refusal.ts'
import type { TableFile } from './sheet.ts'
import type { DeskAnswer, DeskOrder } from './sheet-desk.ts'

const MOST_FILES = 2

export function serveDesk<O>(
  read: (bytes: Uint8Array) => Promise<TableFile>,
  carryOut: (file: TableFile, order: O) => Promise<unknown>,
): void {
  const files = new Map<string, TableFile>()

  async function fileOf({ hash, bytes }: DeskOrder<O>): Promise<TableFile | null> {
    const known = files.get(hash)
    if (known) {
      files.delete(hash)
      files.set(hash, known)
      return known
    }
    if (!bytes) return null
    const file = await read(bytes)
    files.set(hash, file)
    const [oldest] = files.keys()
    if (files.size > MOST_FILES && oldest !== undefined) files.delete(oldest)
    return file
  }

  async function answerTo(asked: DeskOrder<O>): Promise<DeskAnswer> {
    try {
      const file = await fileOf(asked)
      if (!file) return { is: 'bytes-please' }
      return { is: 'done', result: await carryOut(file, asked.order) }
    } catch (error) {
      if (error instanceof Refusal) {
        const { kind, code, message, faults } = error
        return { is: 'refused', kind, code, message, faults }
      }
      return { is: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }

  // One after another: two orders on one file would parse it twice.
  let last: Promise<unknown> = Promise.resolve()
  process.on('message', (asked: DeskOrder<O>) => {
    last = last.then(async () => process.send?.(await answerTo(asked)))
  })
  process.once('disconnect', () => process.exit())
}
