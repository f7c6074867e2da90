// Text in, lines out: pasted words, .txt and .md. Marks of Markdown stay in the line (reading sees past them);
// rows with tabs and rows between bars become cells.

import { normalise } from '../base/text.ts'
import type { Cell, Line } from './line.ts'

/** null when the bytes are no text in an encoding we can tell with certainty. */
export function decodeText(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return decode(bytes, 'utf-16le')
  if (a === 0xfe && b === 0xff) return decode(bytes, 'utf-16be')
  if (a === 0xef && b === 0xbb && c === 0xbf) return decode(bytes, 'utf-8')
  // Without a mark at the front, UTF-16 shows by its zero bytes.
  const sample = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  sample.forEach((byte, i) => {
    if (byte === 0) i % 2 === 0 ? even++ : odd++
  })
  if (odd > sample.length / 8 && even === 0) return decode(bytes, 'utf-16le')
  if (even > sample.length / 8 && odd === 0) return decode(bytes, 'utf-16be')
  return decode(bytes, 'utf-8')
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    const sample = text.slice(0, 100_000)
    const strange = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/gu)?.length ?? 0
    return strange > sample.length / 200 || text.includes('\u0000') ? null : text
  } catch {
    return null
  }
}

export function linesOfText(text: string): Line[] {
  const rows = text.split(/\r\n?|[\n\u2028\u2029]/u).map((row) => normalise(row.replace(/\f/gu, ' ')))
  const lines: Line[] = []
  let gap = false
  let tables = 0
  const push = (value: string, cell?: Cell): void => {
    const line: Line = { n: lines.length, text: value.trim() }
    if (cell) line.cell = cell
    if (gap) line.gap = true
    gap = false
    lines.push(line)
  }

  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? ''
    if (row.trim() === '') gap = true
    else if (row.trim() === '|') i = readBars(rows, i, tables++, push)
    else if (row.trim().includes('\t')) {
      let r = 0
      for (; (rows[i] ?? '').trim().includes('\t'); i++, r++)
        (rows[i] ?? '').split('\t').forEach((value, column) => {
          if (value.trim() !== '') push(value, { table: tables, row: r, column, rowSpan: 1, columnSpan: 1 })
        })
      tables++
      i--
    } else push(row)
  }
  return lines
}

/** A crawled table: each cell stands between lines that hold only "|", two such lines end a row. */
function readBars(
  rows: string[],
  start: number,
  table: number,
  push: (value: string, cell?: Cell) => void,
): number {
  const grid: string[][][] = [[]]
  let cell: string[] = []
  let at = start + 1
  let last = start
  for (; at < rows.length; at++) {
    const row = (rows[at] ?? '').trim()
    if (row === '|') {
      const next = grid.at(-1) ?? []
      if (cell.some((value) => value !== '')) next.push(cell)
      else if (next.length > 0) grid.push([])
      cell = []
      last = at
    } else if (row === '' && cell.length === 0 && at === last + 1) {
      // An empty line straight after a bar ends the table unless another bar follows soon.
      const following = rows.slice(at, at + 3).findIndex((each) => each.trim() !== '')
      if (following < 0 || (rows[at + following] ?? '').trim() !== '|') break
      cell.push('')
    } else cell.push(row)
    // A table whose last bar is missing must not swallow the rest of the document.
    if (cell.length > 200) break
  }
  grid.forEach((line, r) => {
    line.forEach((values, column) => {
      for (const value of values)
        if (value !== '') push(value, { table, row: r, column, rowSpan: 1, columnSpan: 1 })
    })
  })
  return last
}
