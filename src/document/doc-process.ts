// A program of its own: an old Word file on standard input, its raw texts as JSON on standard output. The library
// follows the chains of such a file wherever they lead; a damaged one can run for ever or fill the memory, and here
// that ends nothing but this program.

import { buffer } from 'node:stream/consumers'
import WordExtractor from 'word-extractor'
import type { RawTexts } from './doc.ts'

const PLAIN = { filterUnicode: false }

const document = await new WordExtractor().extract(await buffer(process.stdin))
const texts: RawTexts = {
  body: document.getBody(PLAIN),
  notes: document.getFootnotes(PLAIN) + document.getEndnotes(PLAIN),
  boxes: document.getTextboxes({ ...PLAIN, includeHeadersAndFooters: false }),
  headers: document.getHeaders(PLAIN) + document.getTextboxes({ ...PLAIN, includeBody: false }),
  comments: document.getAnnotations(PLAIN),
}
process.stdout.write(JSON.stringify(texts))
