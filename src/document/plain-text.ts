// Text in, lines out: pasted words, .txt and .md. Marks of Markdown that a reader sees past stay in the line;
// tables of every drawn kind become cells, the numbers and heads of pages are set aside.

import { normalise } from '../base/text.ts'
import { type DecodedText, decodeLegacy } from './encoding.ts'
import { decodeEntities, linesOfHtml } from './html.ts'
import type { Cell, Line } from './line.ts'
import { findFurniture } from './page-furniture.ts'
import {
  isAlignedHead,
  isDrawnTable,
  readAligned,
  readBars,
  readDrawn,
  readTabs,
  wrapWidth,
} from './text-table.ts'

/** null when the bytes are no text in an encoding we can tell with certainty. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const unicode = decodeUnicode(bytes)
  if (unicode !== null) return { text: unicode, encoding: null }
  // Zero bytes and control signs are no text in any of the old encodings.
  const sample = bytes.subarray(0, 100_000)
  let strange = 0
  for (const byte of sample) if (byte === 0 || byte < 9 || (byte > 13 && byte < 32) || byte === 127) strange++
  return strange > sample.length / 200 ? null : decodeLegacy(bytes)
}

function decodeUnicode(bytes: Uint8Array): string | null {
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

/** Rows as they stand in the text, spaces at the front kept, and the rows before which a form feed stands. */
function rowsOf(text: string): { rows: string[]; breaks: Set<number> } {
  const rows: string[] = []
  const breaks = new Set<number>()
  for (const raw of text.split(/\r\n?|[\n\u2028\u2029]/u)) {
    raw.split('\f').forEach((part, i) => {
      if (i > 0) breaks.add(rows.length)
      rows.push(normalise(part))
    })
  }
  return { rows, breaks }
}

/** Marks of Markdown that are no words and stand in the way of a citation: escapes, links, entities, quote marks. */
function withoutMarkup(row: string): string {
  let plain = row
  if (plain.includes('\\')) plain = plain.replace(/\\([\\`*_{}[\]()#+\-.!>~<])/gu, '$1')
  if (plain.includes(']('))
    plain = plain.replace(/!?\[([^[\]]{0,500})\]\((?:[^()\s]{0,1000})(?:\s+"[^"]{0,300}")?\)/gu, '$1')
  if (plain.includes('&')) plain = decodeEntities(plain)
  return plain.replace(/^ {0,3}>\s?(?=\S)/u, '')
}

const STAR_ITEM = /^\s*\*\s+(?=[^\s*])/u

/** Lists of Markdown: "* Trồng cây" stands for "- Trồng cây" where such lines follow one another. */
function starsToDashes(rows: string[]): void {
  let before = -1
  const filled = rows.flatMap((row, i) => (row.trim() === '' ? [] : [i]))
  const stars = filled.map((row) => STAR_ITEM.test(rows[row] ?? ''))
  filled.forEach((row, place) => {
    if (stars[place] && (stars[place - 1] || stars[place + 1] || before === place - 1)) {
      before = place
      rows[row] = (rows[row] ?? '').replace(STAR_ITEM, '- ')
    }
  })
}

/** A table written in HTML inside the text, as one text, from the row where it begins. */
function htmlTable(rows: readonly string[], start: number): { html: string; last: number } | null {
  if (!/<table[\s>]/iu.test(rows[start] ?? '')) return null
  for (let at = start; at < rows.length && at < start + 20_000; at++)
    if (/<\/table>/iu.test(rows[at] ?? '')) return { html: rows.slice(start, at + 1).join('\n'), last: at }
  return null
}

export function linesOfText(text: string): Line[] {
  const { rows, breaks } = rowsOf(text)
  const width = wrapWidth(rows)
  const { furniture, pageStarts } = findFurniture(rows, breaks)
  starsToDashes(rows)
  const lines: Line[] = []
  let gap = false
  let tables = 0
  let page = 1
  let turned = false
  let tableOfHtml = true
  const push = (value: string, cell?: Cell): void => {
    const text = withoutMarkup(value).trim()
    if (text === '') return
    const line: Line = { n: lines.length, text }
    if (cell) line.cell = cell
    if (gap || turned) line.gap = true
    if (page > 1) line.page = page
    gap = false
    turned = false
    lines.push(line)
  }

  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? ''
    const trimmed = row.trim()
    if (pageStarts.has(i)) {
      page++
      turned = true
    }
    if (furniture.has(i)) lines.push({ n: lines.length, text: trimmed, aside: 'page' })
    else if (trimmed === '') gap = true
    else if (trimmed === '|') i = readBars(rows, i, tables++, push)
    else if (trimmed.includes('\t')) i = readTabs(rows, i, width, tables++, push)
    else if (isDrawnTable(rows, i)) i = readDrawn(rows, i, tables++, push)
    else if (isAlignedHead(row)) {
      const last = readAligned(rows, i, tables++, push)
      if (last < i) push(row)
      else i = last
    } else if (/^(?:`{3,}|~{3,})\S*$/u.test(trimmed)) gap = true
    else {
      const html = tableOfHtml && row.includes('<') ? htmlTable(rows, i) : null
      // Where one table has no end, no later search through the rest would find it.
      if (/<table[\s>]/iu.test(row) && !html) tableOfHtml = false
      if (html) {
        const found = linesOfHtml(html.html)
        for (const line of found)
          push(line.text, line.cell && { ...line.cell, table: tables + line.cell.table })
        tables += 1 + Math.max(0, ...found.slice(0, 1000).map((line) => line.cell?.table ?? 0))
        i = html.last
      } else for (const part of row.split(/<br\s*\/?>(?=\s*\S)/iu)) push(part)
    }
  }
  return lines
}
