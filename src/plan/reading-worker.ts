// A thread of its own for reading: takes one document after another, answers each with what was read or why not.
import { parentPort } from 'node:worker_threads'
import { Refusal } from '../base/refusal.ts'
import { readDocument, readText, refuseSecretPaper, refuseUnlessPdf } from '../document/read-document.ts'
import { type Part, readParts } from './reading-parts.ts'
import type { Answer, ReadingOrder } from './reading-pool.ts'

const answer = (message: Answer) => parentPort?.postMessage(message)

/** The pages of several files are counted one behind the other, as far as they are known. */
async function partsOf(order: Exclude<ReadingOrder, { task: 'paper' }>): Promise<[Part, ...Part[]]> {
  if (order.task === 'text') return [{ name: '', document: readText(order.text) }]
  const parts: Part[] = []
  let before = 0
  for (const { fileName, bytes } of order.files) {
    let pages = 0
    const document = await readDocument(bytes, fileName, (done, of) => {
      pages = of
      answer({ is: 'progress', done: before + done, of: before + of })
    })
    before += pages
    parts.push({ name: fileName, document })
  }
  const [first, ...rest] = parts
  if (!first) throw new Error('an order without a file')
  return [first, ...rest]
}

parentPort?.on('message', async (order: ReadingOrder) => {
  try {
    if (order.task === 'paper') {
      await (order.isSigned ? refuseUnlessPdf : refuseSecretPaper)(order.bytes, order.fileName)
      return answer({ is: 'read', result: null })
    }
    answer({ is: 'read', result: readParts(await partsOf(order)) })
  } catch (error) {
    if (error instanceof Refusal) {
      const { kind, code, message, faults } = error
      answer({ is: 'refused', kind, code, message, faults })
    } else
      answer({ is: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
