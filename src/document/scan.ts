// Pages without usable words in, the same with the words recognised in their pictures out; and what must be said of
// them. What the recogniser surely misread is put right in scan-words.ts (words) and scan-label.ts (labels).

import { Refusal } from '../base/refusal.ts'
import * as words from '../vocabulary/words.ts'
import type { Line } from './line.ts'
import { recognisePages, UNREAD } from './ocr.ts'
import type { Page } from './page.ts'
import { repairLabels } from './scan-label.ts'
import { type Repair, repairWords } from './scan-words.ts'

/** More pages than this take longer than anybody waits: about four minutes. */
const MOST_SCANNED = 200

export interface Scanned {
  /** All pages of the file, those asked for with recognised words. */
  pages: Page[]
  /** Numbers of the pages that were recognised. */
  numbers: Set<number>
  failed: number[]
}

/**
 * Recognises the pages of a PDF that are asked for.
 * @throws Refusal when they are too many, or not one of them could be recognised.
 */
export async function scanPages(
  bytes: Uint8Array,
  pages: readonly Page[],
  wanted: ReadonlySet<number>,
  progress: (done: number, of: number) => void,
): Promise<Scanned> {
  if (wanted.size > MOST_SCANNED)
    throw new Refusal(
      'too-large',
      'document.scan-too-long',
      words.document.scanTooLong(wanted.size, MOST_SCANNED),
    )
  const numbers = [...wanted].sort((a, b) => a - b)
  const recognition = await recognisePages(bytes, numbers, progress).catch(() => null)
  if (!recognition || recognition.failed.length === numbers.length)
    throw new Refusal('invalid', 'document.scan-failed', words.document.scanFailed)
  const byNumber = new Map(recognition.pages.map((page) => [page.number, page]))
  return {
    pages: pages.map((page) => byNumber.get(page.number) ?? page),
    numbers: new Set(numbers),
    failed: recognition.failed,
  }
}

/** The lines of pages, those from a recognised page marked, their labels put right. */
export function markScanned(lines: readonly Line[], scanned: Scanned): { lines: Line[]; notices: string[] } {
  const marked = lines.map((line, i): Line => {
    // A paragraph may run over to the next page.
    const last = lines[i + 1]?.page !== line.page
    const here = line.page !== undefined && scanned.numbers.has(line.page)
    const runsOver = last && line.page !== undefined && scanned.numbers.has(line.page + 1)
    return here || runsOver ? { ...line, scanned: true } : line
  })
  const spelt = repairWords(marked)
  const labels = repairLabels(spelt.lines)
  const read = labels.lines
    // A mark nobody could make out, and no order told what it is, is left out.
    .map((line) => (line.scanned ? { ...line, text: line.text.replace(LEFT_OVER, '') } : line))
    .filter((line) => line.text !== '')
    .map((line, n) => ({ ...line, n }))
  const numbers = [...scanned.numbers].filter((number) => !scanned.failed.includes(number))
  const repairs = [...labels.repairs, ...spelt.repairs]
  const notices = [words.document.scanned(ranges(numbers))]
  if (scanned.failed.length > 0) notices.push(words.document.scanLost(ranges(scanned.failed)))
  if (repairs.length > 0) notices.push(words.document.scanRepaired(repairs.length, examples(repairs)))
  return { lines: read, notices }
}

const LEFT_OVER = new RegExp(`^\\${UNREAD}(?:\\s+|$)`, 'u')
const MOST_EXAMPLES = 8

function examples(repairs: readonly Repair[]): string {
  const distinct = [...new Set(repairs.map(({ from, to }) => `${from === UNREAD ? '…' : from} → ${to}`))]
  return distinct.slice(0, MOST_EXAMPLES).join('; ') + (distinct.length > MOST_EXAMPLES ? '; …' : '')
}

/** "1–4, 7": for the reader. */
export function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = parts.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else parts.push([number, number])
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
