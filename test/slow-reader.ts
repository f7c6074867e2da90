// A worker for tests that reads as the real one does, but first does what a line of the document says: "#pages 4 50"
// recognises four pages of 50 ms each, "#hang" says nothing any more, "#throw", "#exit" and "#eat" end it.
import { setTimeout as wait } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'
import { readText } from '../src/document/read-document.ts'
import type { Answer, ReadingOrder } from '../src/plan/reading-pool.ts'
import { readPlan } from '../src/reading/read-plan.ts'

const answer = (message: Answer) => parentPort?.postMessage(message)

parentPort?.on('message', async (order: ReadingOrder) => {
  const bytes =
    order.task === 'paper' ? order.bytes : order.task === 'files' ? order.files[0]?.bytes : undefined
  const text = order.task === 'text' ? order.text : new TextDecoder().decode(bytes)
  const [, of = '0', milliseconds = '0'] = /#pages (\d+) (\d+)/u.exec(text) ?? []
  for (let done = 0; done < Number(of); done++) {
    answer({ is: 'progress', done, of: Number(of) })
    await wait(Number(milliseconds))
  }
  if (text.includes('#hang')) return
  if (text.includes('#exit')) process.exit(3)
  if (text.includes('#throw')) setTimeout(() => assertNever(text))
  else if (text.includes('#eat')) eat()
  else if (order.task === 'paper') answer({ is: 'read', result: null })
  else {
    const document = readText(text)
    // As recognised from pictures, six lines a page.
    if (text.includes('#scanned'))
      document.lines = document.lines.map((line) => ({
        ...line,
        page: 1 + Math.floor(line.n / 6),
        scanned: true,
      }))
    const places = [{ firstLine: 0, lines: document.lines.length }]
    answer({ is: 'read', result: { document, draft: readPlan(document), places } })
  }
})

function assertNever(text: string): never {
  throw new Error(`asked to by "${text}"`)
}

function eat() {
  const eaten: number[][] = []
  for (;;) eaten.push(new Array(100_000).fill(1.5))
}
