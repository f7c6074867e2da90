// A thread of its own for reading: takes one document after another, answers each with what was read or why not.
import { parentPort } from 'node:worker_threads'
import { Refusal } from '../base/refusal.ts'
import { readDocument, readText, refuseSecretPaper } from '../document/read-document.ts'
import { readPlan } from '../reading/read-plan.ts'
import type { Answer, ReadingOrder } from './reading-pool.ts'

const answer = (message: Answer) => parentPort?.postMessage(message)

parentPort?.on('message', async (order: ReadingOrder) => {
  try {
    if (order.task === 'paper') {
      await refuseSecretPaper(order.bytes, order.fileName)
      return answer({ is: 'read', result: null })
    }
    const document =
      order.task === 'text'
        ? readText(order.text)
        : await readDocument(order.bytes, order.fileName, (done, of) => answer({ is: 'progress', done, of }))
    answer({ is: 'read', result: { document, draft: readPlan(document) } })
  } catch (error) {
    if (error instanceof Refusal) {
      const { kind, code, message, faults } = error
      answer({ is: 'refused', kind, code, message, faults })
    } else
      answer({ is: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
