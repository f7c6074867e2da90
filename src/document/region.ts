// A level picture in, the pieces of it that are recognised one by one out: each cell of a table, each column of a
// head or a block of signatures, and the running text between them. Across columns a recogniser mixes the lines.

import type { Rule } from './page.ts'
import { type Box, inkThreshold, type Picture } from './picture.ts'
import { cellsOf, gridRules } from './ruling.ts'

export interface Region extends Box {
  cell: boolean
}

/** Pixels of one field of the coarse map of ink. */
const GRAIN = 8
/** Dark pixels that make a field inked; fewer are dust. */
const LEAST_INK = 5
/** A gutter between columns, in fields: 20 points. */
const GUTTER = 7
/** A column is at least this wide, so that a label set apart by a tab is none. */
const COLUMN = 22

interface InkMap {
  columns: number
  rows: number
  ink: Uint8Array
}

function inkMap({ width, height, grey }: Picture, threshold: number, covered: readonly Box[]): InkMap {
  const columns = Math.ceil(width / GRAIN)
  const rows = Math.ceil(height / GRAIN)
  const counts = new Uint8Array(columns * rows)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((grey[y * width + x] ?? 255) < threshold) {
        const at = Math.floor(y / GRAIN) * columns + Math.floor(x / GRAIN)
        counts[at] = (counts[at] ?? 0) + 1
      }
  const ink = counts.map((count) => (count >= LEAST_INK ? 1 : 0))
  for (const box of covered)
    for (let y = Math.floor(box.top / GRAIN); y <= (box.top + box.height) / GRAIN && y < rows; y++)
      ink.fill(
        0,
        y * columns + Math.floor(box.left / GRAIN),
        y * columns + Math.min(columns, Math.ceil((box.left + box.width) / GRAIN) + 1),
      )
  return { columns, rows, ink }
}

interface Band {
  top: number
  bottom: number
  /** Where text stands across the band, gutters between. */
  columns: [from: number, to: number][]
}

function columnsOf({ columns, ink }: InkMap, top: number, bottom: number): [number, number][] {
  const found: [number, number][] = []
  for (let x = 0; x < columns; x++) {
    let inked = false
    for (let y = top; y <= bottom && !inked; y++) inked = ink[y * columns + x] === 1
    if (!inked) continue
    const last = found.at(-1)
    if (last && x - last[1] <= GUTTER) last[1] = x
    else found.push([x, x])
  }
  return found
}

/** Text of one width keeps its columns only where each of them is wide enough to be one. */
function asColumns(parts: [number, number][]): [number, number][] {
  const first = parts[0]
  const last = parts.at(-1)
  if (!first || !last) return []
  return parts.length === 2 && parts.every(([from, to]) => to - from + 1 >= COLUMN)
    ? parts
    : [[first[0], last[1]]]
}

function bandsOf(map: InkMap): Band[] {
  const bands: Band[] = []
  let top = -1
  for (let y = 0; y <= map.rows; y++) {
    const inked = y < map.rows && map.ink.subarray(y * map.columns, (y + 1) * map.columns).includes(1)
    if (inked && top < 0) top = y
    if (!inked && top >= 0) {
      const columns = asColumns(columnsOf(map, top, y - 1))
      if (columns.length > 0) bands.push({ top, bottom: y - 1, columns })
      top = -1
    }
  }
  return bands
}

/** A short line beside nothing lies in the column whose place it has. */
function joins(above: Band, below: Band): boolean {
  if (above.columns.length === 1 && below.columns.length === 1) return true
  const [two, other] = above.columns.length === 2 ? [above, below] : [below, above]
  const gutterFrom = two.columns[0]?.[1] ?? 0
  const gutterTo = two.columns[1]?.[0] ?? 0
  // A line of one column joins those of two only near them; running text crosses the gutter.
  if (other.columns.length === 1 && below.top - above.bottom > 8) return false
  return other.columns.every(([from, to]) => to < gutterTo - 2 || from > gutterFrom + 2)
}

function combined(above: Band, below: Band): Band {
  const bottom = below.bottom
  if (above.columns.length === 1 && below.columns.length === 1) {
    const from = Math.min(above.columns[0]?.[0] ?? 0, below.columns[0]?.[0] ?? 0)
    const to = Math.max(above.columns[0]?.[1] ?? 0, below.columns[0]?.[1] ?? 0)
    return { top: above.top, bottom, columns: [[from, to]] }
  }
  const parts = [...above.columns, ...below.columns].sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [from, to] of parts) {
    const last = merged.at(-1)
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return { top: above.top, bottom, columns: merged }
}

/** The picture with the cells painted over: what stands around a table is recognised without it. */
export function withoutCells({ width, height, grey }: Picture, regions: readonly Region[]): Picture {
  const out = Uint8Array.from(grey)
  for (const { cell, left, top, width: wide, height: high } of regions)
    for (let y = top; cell && y < Math.min(height, top + high); y++)
      out.fill(255, y * width + left, y * width + Math.min(width, left + wide))
  return { width, height, grey: out }
}

/** Boxes for the recogniser, from the top down. */
export function regionsOf(picture: Picture, rules: readonly Rule[]): Region[] {
  const threshold = inkThreshold(picture)
  const grid = gridRules(rules)
  const cells = cellsOf(picture, grid)
  const map = inkMap(picture, threshold, cells)
  const zones: Band[] = []
  for (const band of bandsOf(map)) {
    const last = zones.at(-1)
    if (last && joins(last, band)) zones[zones.length - 1] = combined(last, band)
    else zones.push(band)
  }
  const whole = inkMap(picture, threshold, [])
  const inked = (box: Box): boolean => {
    const right = Math.floor((box.left + box.width) / GRAIN)
    for (let y = Math.ceil(box.top / GRAIN); y < Math.floor((box.top + box.height) / GRAIN); y++)
      if (
        whole.ink
          .subarray(y * whole.columns + Math.ceil(box.left / GRAIN), y * whole.columns + right)
          .includes(1)
      )
        return true
    return false
  }
  return [
    ...zones.flatMap(({ top, bottom, columns }) =>
      columns.map(([from, to]) => ({
        left: from * GRAIN,
        top: top * GRAIN,
        width: (to - from + 1) * GRAIN,
        height: (bottom - top + 1) * GRAIN,
        cell: false,
      })),
    ),
    ...cells.filter(inked).map((box) => ({ ...box, cell: true })),
  ].sort((a, b) => a.top - b.top)
}

export interface Mark {
  left: number
  width: number
  /** Flat and short, as a dash is. */
  dash: boolean
}

/** How far before the first word of a row its label may stand, and the least width of one. */
const BEFORE = 70
const LEAST_MARK = 5

/** The ink that stands in a row before its first recognised word: a label that was passed over. */
export function inkBefore(
  { width, height, grey }: Picture,
  region: Box,
  word: { x: number; y: number; height: number },
): Mark | null {
  const top = Math.max(0, Math.floor(word.y + word.height * 0.25))
  const bottom = Math.min(height - 1, Math.floor(word.y + word.height * 0.8))
  const first = Math.max(region.left, Math.floor(word.x) - BEFORE)
  let [left, right, upper, lower, count] = [width, -1, height, -1, 0]
  for (let x = first; x < word.x - 4; x++)
    for (let y = top; y <= bottom; y++)
      if ((grey[y * width + x] ?? 255) < 128) {
        left = Math.min(left, x)
        right = Math.max(right, x)
        upper = Math.min(upper, y)
        lower = Math.max(lower, y)
        count++
      }
  const wide = right - left + 1
  const high = lower - upper + 1
  // Dust is small or thin all over; what comes too near to the word is a part of its first letter.
  if (count < 14 || wide < LEAST_MARK || word.x - right < 5) return null
  const dash = high <= 6 && wide >= 6 && wide <= 40
  if (!dash && high < word.height * 0.3) return null
  return { left, width: wide, dash }
}
