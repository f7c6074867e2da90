// Runs beside the server's own thread: bytes of an old Word file in, its raw texts out. The library follows the chains
// of such a file wherever they lead, so a damaged one can run for ever; here it can be stopped.

import { parentPort, workerData } from 'node:worker_threads'
import WordExtractor from 'word-extractor'
import type { RawTexts } from './doc.ts'

const PLAIN = { filterUnicode: false }

const document = await new WordExtractor().extract(Buffer.from(workerData as Uint8Array))
const texts: RawTexts = {
  body: document.getBody(PLAIN),
  notes: document.getFootnotes(PLAIN) + document.getEndnotes(PLAIN),
  boxes: document.getTextboxes({ ...PLAIN, includeHeadersAndFooters: false }),
  headers: document.getHeaders(PLAIN) + document.getTextboxes({ ...PLAIN, includeBody: false }),
  comments: document.getAnnotations(PLAIN),
}
parentPort?.postMessage(texts)
