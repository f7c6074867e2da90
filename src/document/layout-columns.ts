// Rows of a page in, blocks of text that stand side by side out: the head of a document (issuer left, motto right),
// the signature (recipients left, signer right), columns without ruled lines.

import { type Chunk, chunksOf, isLabelled, median, type Row, rowOf } from './layout-row.ts'

export interface SideBySide {
  /** The rows it takes, first and last. */
  from: number
  to: number
  /** Cells by row and column; a block of two columns is one row. */
  cells: Row[][][]
}

type Interval = [from: number, to: number]

const wide = (row: Row): number => 0.6 * row.size

/** What a row leaves free, without the margins. */
function gapsOf(chunks: readonly Chunk[]): Interval[] {
  return chunks.slice(1).map((chunk, i) => [(chunks[i] as Chunk).x2, chunk.x1])
}

function freeOf(chunks: readonly Chunk[]): Interval[] {
  const [first, last] = [chunks[0], chunks.at(-1)]
  if (!first || !last) return []
  return [[-1e6, first.x1], ...gapsOf(chunks), [last.x2, 1e6]]
}

function intersect(a: readonly Interval[], b: readonly Interval[], least: number): Interval[] {
  return a.flatMap(([from, to]) =>
    b.flatMap(([start, end]): Interval[] => {
      const both: Interval = [Math.max(from, start), Math.min(to, end)]
      return both[1] - both[0] >= least ? [both] : []
    }),
  )
}

const center = (row: { x1: number; x2: number }): number => (row.x1 + row.x2) / 2
const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)

/** Blocks side by side among the rows of one page, which stand in order of height. */
export function findSideBySide(rows: readonly Row[], pageCenter: number): SideBySide[] {
  const chunks = rows.map(chunksOf)
  const found: SideBySide[] = []
  let taken = 0
  for (let i = 0; i < rows.length; i++) {
    if (i < taken || (chunks[i]?.length ?? 0) < 2) continue
    const block = grow(rows, chunks, i, taken, pageCenter)
    if (!block) continue
    found.push(block)
    taken = block.to + 1
  }
  return found
}

function grow(
  rows: readonly Row[],
  chunks: readonly Chunk[][],
  seed: number,
  least: number,
  pageCenter: number,
): SideBySide | null {
  const first = rows[seed] as Row
  let corridors: Interval[] = gapsOf(chunks[seed] ?? []).filter(([from, to]) => to - from >= wide(first))
  const sideOf = (row: Row, lanes: readonly Interval[]): number =>
    lanes.findIndex(([from]) => row.x2 <= from + 0.5) >= 0
      ? lanes.findIndex(([from]) => row.x2 <= from + 0.5)
      : lanes.length
  const splits = (at: number, lanes: readonly Interval[]): boolean =>
    lanes.some(
      ([from, to]) =>
        chunks[at]?.some((each) => each.x2 <= from + 0.5) && chunks[at]?.some((each) => each.x1 >= to - 0.5),
    )
  const members = [seed]
  const fits = (at: number, next: number, upwards: boolean): Interval[] | null => {
    const row = rows[at] as Row
    const neighbour = rows[next] as Row
    const lanes = intersect(corridors, freeOf(chunks[at] ?? []), wide(row))
    if (lanes.length === 0) return null
    const distance = upwards ? neighbour.y1 - row.y2 : row.y1 - neighbour.y2
    if (splits(at, lanes)) return distance < 4 * first.size ? lanes : null
    // One side alone: it must stand in line with what that side has.
    const side = sideOf(row, lanes)
    const own = members.flatMap((each) =>
      (chunks[each] ?? []).filter((chunk) => sideOf({ ...row, x1: chunk.x1, x2: chunk.x2 }, lanes) === side),
    )
    if (own.length === 0) return null
    // A line broken within its side.
    if (!upwards && distance < 0.8 * row.size && /^[\p{Ll}\d]/u.test(row.text)) return lanes
    const [lefts, centers] = [own.map((each) => each.x1), own.map(center)]
    const atCenter = Math.abs(center(row) - median(centers)) < 0.8 * row.size
    const atLeft =
      row.x1 > Math.min(...lefts) - 0.5 * row.size && row.x1 < Math.max(...lefts) + 1.5 * row.size
    const centred = own.length > 1 && spread(centers) + 2 < spread(lefts)
    const inLine = side > 0 || centred ? atCenter || (!centred && atLeft) : atCenter || atLeft
    if (!inLine || (Math.abs(center(row) - pageCenter) < 0.4 * row.size && !atCenter)) return null
    if (upwards && side === 0) {
      // The last line of a paragraph above is no part of the left block.
      const above = rows[at - 1]
      if (
        above &&
        row.y1 - above.y2 < 0.8 * row.size &&
        intersect(corridors, freeOf(chunks[at - 1] ?? []), 1).length === 0
      )
        return null
    }
    const far = side > 0 && atCenter && !upwards ? 9 : side > 0 || isLabelled(row.text) ? 2.5 : 1.6
    return distance < far * row.size ? lanes : null
  }
  let from = seed
  while (from - 1 >= least) {
    const lanes = fits(from - 1, from, true)
    if (!lanes) break
    corridors = lanes
    from--
    members.unshift(from)
  }
  let to = seed
  while (to + 1 < rows.length) {
    const lanes = fits(to + 1, to, false)
    if (!lanes) break
    corridors = lanes
    to++
    members.push(to)
  }
  const split = members.filter((each) => splits(each, corridors))
  const clear = Math.max(...corridors.map(([a, b]) => b - a)) > 2.5 * first.size
  if (split.length === 0 || (split.length < 2 && !clear)) return null
  if (members.length === 1 && isLabelled(first.text)) return null
  return { from, to, cells: cellsOf(rows, chunks, members, corridors) }
}

function cellsOf(
  rows: readonly Row[],
  chunks: readonly Chunk[][],
  members: readonly number[],
  corridors: readonly Interval[],
): Row[][][] {
  const columnOf = (chunk: Chunk): number => corridors.filter(([, to]) => chunk.x1 >= to - 0.5).length
  const count = corridors.length + 1
  const lines = members.map((each) => {
    const row = rows[each] as Row
    return Array.from({ length: count }, (_, column) => {
      const words = (chunks[each] ?? []).filter((chunk) => columnOf(chunk) === column).flatMap((c) => c.words)
      return words.length > 0 ? rowOf(words, row.page) : null
    })
  })
  // Three columns and more, filled line after line, are a table; a new row begins where its first column does.
  const full = lines.filter((line) => line.filter((each) => each !== null).length >= 3).length
  const isTable = count >= 3 && full >= 3
  const cells: Row[][][] = []
  for (const line of lines) {
    if (cells.length === 0 || (isTable && line[0])) cells.push(Array.from({ length: count }, () => []))
    line.forEach((row, column) => {
      if (row) cells.at(-1)?.[column]?.push(row)
    })
  }
  return cells
}
