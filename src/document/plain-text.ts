// Text in, lines out: pasted words, .txt and .md. Marks of Markdown that a reader sees past stay in the line;
// tables of every drawn kind become cells, the numbers and heads of pages are set aside.

import { normalise } from '../base/text.ts'
import { type DecodedText, decodeLegacy } from './encoding.ts'
import { decodeEntities, linesOfHtml } from './html.ts'
import type { Cell, Line } from './line.ts'
import { findFurniture } from './page-furniture.ts'
import {
  flatHead,
  isAlignedHead,
  isDrawnTable,
  readAligned,
  readBars,
  readDrawn,
  readFlat,
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
  for (const raw of normalise(text).split(/\r\n?|[\n\u2028\u2029]/u)) {
    if (!raw.includes('\f')) rows.push(raw)
    else
      raw.split('\f').forEach((part, i) => {
        if (i > 0) breaks.add(rows.length)
        rows.push(part)
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

/**
 * Rows that begin a paragraph by their indentation, in a text broken at a fixed width: where most rows of one
 * indentation begin with a small letter they go on, where almost none does they begin. None where that does not show.
 */
function indentedStarts(rows: readonly string[], width: number | null): Set<number> {
  const none = new Set<number>()
  if (width === null) return none
  const filled = rows.flatMap((row, i) => (row.trim() === '' || row.trim().includes('\t') ? [] : [i]))
  const indent = (row: number): number => (rows[row] ?? '').length - (rows[row] ?? '').trimStart().length
  const lower = (row: number): boolean =>
    /^\s*\p{Ll}/u.test(rows[row] ?? '') && !/^\s*[a-zđ]\)/u.test(rows[row] ?? '')
  const classes = new Map<number, { rows: number[]; lower: number }>()
  for (const row of filled) {
    const found = classes.get(indent(row)) ?? { rows: [], lower: 0 }
    found.rows.push(row)
    if (lower(row)) found.lower++
    classes.set(indent(row), found)
  }
  const all = [...classes.values()]
  const goingOn = all.filter((each) => each.lower > each.rows.length / 2).flatMap((each) => each.rows)
  const starts = all.filter((each) => each.lower < each.rows.length / 10).flatMap((each) => each.rows)
  const sure = goingOn.length > filled.length / 5 && starts.length > filled.length / 20
  return sure ? new Set(starts) : none
}

/** A table written in HTML inside the text, as one text, from the row where it begins. */
function htmlTable(rows: readonly string[], start: number): { html: string; last: number } | null {
  if (!/<table[\s>]/iu.test(rows[start] ?? '')) return null
  for (let at = start; at < rows.length && at < start + 20_000; at++)
    if (/<\/table>/iu.test(rows[at] ?? '')) return { html: rows.slice(start, at + 1).join('\n'), last: at }
  return null
}

interface PagedRows {
  rows: string[]
  /** Kept row → the page it begins. */
  pages: Map<number, number>
  /** Numbers and running heads, with the kept row they stand before. */
  aside: { before: number; text: string }[]
}

/** Page numbers and running heads taken out, so that a row or sentence goes on over the turn of a page. */
function withoutFurniture(given: { rows: string[]; breaks: Set<number> }): PagedRows {
  const { furniture, pageStarts } = findFurniture(given.rows, given.breaks)
  const paged: PagedRows = { rows: [], pages: new Map(), aside: [] }
  let page = 1
  given.rows.forEach((row, i) => {
    if (furniture.has(i)) {
      paged.aside.push({ before: paged.rows.length, text: row.trim() })
      return
    }
    if (pageStarts.has(i)) {
      // Blank rows at the turn of a page say nothing.
      while (paged.rows.at(-1)?.trim() === '') paged.rows.pop()
      paged.pages.set(paged.rows.length, ++page)
    }
    paged.rows.push(row)
  })
  return paged
}

export function linesOfText(text: string): Line[] {
  const { rows, pages, aside } = withoutFurniture(rowsOf(text))
  const width = wrapWidth(rows)
  const starts = indentedStarts(rows, width)
  starsToDashes(rows)
  const lines: Line[] = []
  let gap = false
  let tables = 0
  let page = 1
  let set = 0
  let tableOfHtml = true
  const push = (value: string, cell?: Cell): void => {
    const text = withoutMarkup(value).trim()
    if (text === '') return
    const line: Line = { n: lines.length, text }
    if (cell) line.cell = cell
    if (gap) line.gap = true
    if (pages.size > 0) line.page = page
    gap = false
    lines.push(line)
  }
  const turnTo = (row: number): void => {
    for (; set < aside.length && (aside[set]?.before ?? 0) <= row; set++)
      lines.push({ n: lines.length, text: aside[set]?.text ?? '', aside: 'page' })
  }

  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? ''
    const trimmed = row.trim()
    turnTo(i)
    page = pages.get(i) ?? page
    gap ||= starts.has(i)
    const before = i
    if (trimmed === '') gap = true
    else if (trimmed === '|') i = readBars(rows, i, tables++, push)
    else if (trimmed.includes('\t')) i = readTabs(rows, i, width, tables++, push)
    else if (isDrawnTable(rows, i)) i = readDrawn(rows, i, tables++, push)
    else if (isAlignedHead(row) || flatHead(rows, i) > 0) {
      const last = (isAlignedHead(row) ? readAligned : readFlat)(rows, i, tables++, push)
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
        tables += 1 + found.reduce((most, line) => Math.max(most, line.cell?.table ?? 0), 0)
        i = html.last
      } else for (const part of row.split(/<br\s*\/?>(?=\s*\S)/iu)) push(part)
    }
    for (let at = before + 1; at <= i; at++) page = pages.get(at) ?? page
  }
  turnTo(rows.length)
  return lines
}
