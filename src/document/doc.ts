// An old Word file (.doc) in, its lines out. Automatic numbers and merged cells are lost on the way, and the notice
// says so: a .docx is always better.

import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../base/refusal.ts'
import { columnKind } from '../vocabulary/field-label.ts'
import * as words from '../vocabulary/words.ts'
import type { Cell, Line } from './line.ts'

/** What the file holds, cells of a table ended by a tab and its rows by a line break. */
export interface RawTexts {
  body: string
  notes: string
  boxes: string
  headers: string
  comments: string
}

/** A plan of 100 pages takes 0.1 seconds. */
const LONGEST_MS = 20_000
const MEMORY_MB = 256
const MOST_OUTPUT = 64 * 1024 * 1024
const PROGRAM = fileURLToPath(new URL('./doc-process.ts', import.meta.url))

const refuse = (code: string, message: string): Refusal => new Refusal('invalid', `document.${code}`, message)
const broken = (): Refusal => refuse('broken', words.document.brokenOldWord)

/** The first words of a Word file's main stream, which begins on the border of a sector; then its version and flags. */
const MAGIC = Buffer.from([0xec, 0xa5])
const SECTOR = 512
const FLAGS = 10
const LOCKED = 0x0100

function isLocked(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(MAGIC, SECTOR); at >= 0; at = bytes.indexOf(MAGIC, at + 1))
    if (at % SECTOR === 0 && at + FLAGS + 2 <= bytes.length)
      return (bytes.readUInt16LE(at + FLAGS) & LOCKED) !== 0
  return false
}

/** @throws Refusal when it is damaged or protected by a password. */
export async function readDoc(
  bytes: Uint8Array,
): Promise<{ lines: Line[]; headerTexts: string[]; notices: string[] }> {
  if (isLocked(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
    throw refuse('encrypted', words.document.encrypted)
  const texts = await extract(bytes)
  const comments = partsOf(texts.comments).length
  return {
    lines: linesOf(texts),
    headerTexts: partsOf(texts.headers),
    notices: [words.document.oldWord, ...(comments > 0 ? [words.document.comments(comments)] : [])],
  }
}

function extract(bytes: Uint8Array): Promise<RawTexts> {
  return new Promise((resolve, reject) => {
    const program = spawn(process.execPath, [`--max-old-space-size=${MEMORY_MB}`, PROGRAM], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
      env: {},
    })
    const chunks: Buffer[] = []
    let length = 0
    program.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > MOST_OUTPUT) program.kill('SIGKILL')
      else chunks.push(chunk)
    })
    program.on('error', () => reject(broken()))
    program.on('close', (code) => {
      try {
        if (code !== 0) throw broken()
        resolve(JSON.parse(Buffer.concat(chunks).toString()) as RawTexts)
      } catch {
        reject(broken())
      }
    })
    // A program that has died takes no more bytes; its end says the rest.
    program.stdin.on('error', () => {})
    program.stdin.end(bytes)
  })
}

/** Signs for pictures, fields and the like are no characters. Soft hyphens stay: in TCVN3 they are a letter. */
const clean = (text: string): string =>
  text
    .replaceAll('\u001f', '\u00ad')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufffc]/gu, '')
    .normalize('NFC')
    .replaceAll('\u2011', '-')
    .trim()

const partsOf = (text: string): string[] =>
  text
    .split(/[\n\t]/u)
    .map(clean)
    .filter((each) => each !== '')

function linesOf({ body, notes, boxes }: RawTexts): Line[] {
  const lines: Line[] = []
  const push = (text: string, more: Partial<Line> = {}): void => {
    const shown = clean(text)
    if (shown !== '') lines.push({ n: lines.length, text: shown, ...more })
  }
  // Where a box hangs is not told. It mostly holds a stamp of the head ("DỰ THẢO", a mark of secrecy).
  for (const box of partsOf(boxes)) push(box)
  const rows = body.split(/\t\n/u)
  const rest = rows.pop() ?? ''
  let table = -1
  let row = 0
  let width = 0
  for (const each of rows) {
    const { before, cells } = cutRow(each, width)
    for (const line of before) push(line)
    if (before.some((line) => clean(line) !== '') || width === 0) {
      table++
      row = 0
    }
    // The only cell of a row stands for all: the title of a group.
    const columnSpan = cells.length === 1 ? Math.max(1, width) : 1
    cells.forEach((texts, column) => {
      const cell: Cell = { table, row, column, rowSpan: 1, columnSpan }
      for (const text of texts) push(text, { cell })
    })
    width = row === 0 ? cells.length : Math.max(width, cells.length)
    row++
  }
  for (const line of rest.split('\n')) push(line)
  for (const note of notes.split('\n')) push(note, { note: true })
  return lines
}

/**
 * A row and what stands between it and the row before: nothing marks where its first cell begins. At the start of the
 * text the whole belongs to the cell (the head of a paper is a table); elsewhere only the last line does, since the
 * first column holds ordinals.
 */
function cutRow(text: string, widthBefore: number): { before: string[]; cells: string[][] } {
  const cells = text.split('\t').map((cell) => cell.split('\n'))
  const first = cells[0] ?? []
  const before = widthBefore === 0 || first.length > 1 ? first.slice(0, -1) : []
  const isHead =
    widthBefore === 0 && before.length <= HEAD_LINES && columnKind(first.at(-1) ?? '') !== 'ordinal'
  if (isHead || before.length === 0) return { before: [], cells }
  return { before, cells: [first.slice(-1), ...cells.slice(1)] }
}

/** Name of the office above, of the office, rule, number: no more stands on the left of a head. */
const HEAD_LINES = 6
