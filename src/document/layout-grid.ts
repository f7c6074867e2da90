// Ruled lines of a page in, the grids of its tables out: cells with their boxes, merged where no line parts them.

import type { Page, Rule } from './page.ts'

export interface GridCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  x1: number
  y1: number
  x2: number
  y2: number
}

export interface Grid {
  xs: number[]
  ys: number[]
  cells: GridCell[]
  /** Number of the cell that covers a place: row × columns + column. */
  owners: number[]
}

/** A line along an axis at `at`, from `from` to `to`. */
interface Edge {
  at: number
  from: number
  to: number
}

const NEAR = 3
const COLUMN_NEAR = 4
const MOST_EDGES = 4000
const MOST_CELLS = 20_000

export function findGrids(page: Page): Grid[] {
  const horizontal = merged(page.rules.filter((each) => isAcross(each)).map(across))
  const vertical = merged(page.rules.filter((each) => !isAcross(each)).map(down))
  if (horizontal.length + vertical.length > MOST_EDGES) return []
  const grids = components(horizontal, vertical).flatMap((part) => gridOf(part.horizontal, part.vertical))
  // A table within a cell of another is text of that cell.
  const inside = (a: Grid, b: Grid): boolean =>
    a !== b &&
    (a.xs[0] ?? 0) >= (b.xs[0] ?? 0) - NEAR &&
    (a.xs.at(-1) ?? 0) <= (b.xs.at(-1) ?? 0) + NEAR &&
    (a.ys[0] ?? 0) >= (b.ys[0] ?? 0) - NEAR &&
    (a.ys.at(-1) ?? 0) <= (b.ys.at(-1) ?? 0) + NEAR
  return grids
    .filter((grid, i) => !grids.some((other, j) => inside(grid, other) && !(inside(other, grid) && j > i)))
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0))
}

const isAcross = (rule: Rule): boolean => Math.abs(rule.x2 - rule.x1) >= Math.abs(rule.y2 - rule.y1)
const across = (rule: Rule): Edge => ({
  at: (rule.y1 + rule.y2) / 2,
  from: Math.min(rule.x1, rule.x2),
  to: Math.max(rule.x1, rule.x2),
})
const down = (rule: Rule): Edge => ({
  at: (rule.x1 + rule.x2) / 2,
  from: Math.min(rule.y1, rule.y2),
  to: Math.max(rule.y1, rule.y2),
})

/** Pieces of one line put together; the two lines of a double border are one. */
function merged(edges: readonly Edge[]): Edge[] {
  const result: Edge[] = []
  const sorted = [...edges].sort((a, b) => a.at - b.at)
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start] as Edge
    let end = start + 1
    while (end < sorted.length && (sorted[end] as Edge).at - first.at <= 2) end++
    let last: Edge | undefined
    for (const edge of sorted.slice(start, end).sort((a, b) => a.from - b.from)) {
      if (last && edge.from <= last.to + NEAR) last.to = Math.max(last.to, edge.to)
      else {
        last = { ...edge }
        result.push(last)
      }
    }
    start = end
  }
  return result
}

/** Lines that touch each other. */
function components(horizontal: Edge[], vertical: Edge[]): { horizontal: Edge[]; vertical: Edge[] }[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      if (v.at < h.from - NEAR || v.at > h.to + NEAR || h.at < v.from - NEAR || h.at > v.to + NEAR) return
      parent[root(i)] = root(horizontal.length + j)
    })
  })
  const parts = new Map<number, { horizontal: Edge[]; vertical: Edge[] }>()
  const partOf = (i: number) => {
    const key = root(i)
    const part = parts.get(key) ?? { horizontal: [], vertical: [] }
    parts.set(key, part)
    return part
  }
  horizontal.forEach((edge, i) => {
    partOf(i).horizontal.push(edge)
  })
  vertical.forEach((edge, j) => {
    partOf(horizontal.length + j).vertical.push(edge)
  })
  return [...parts.values()].filter((part) => part.horizontal.length >= 2 && part.vertical.length >= 1)
}

function cluster(values: readonly number[], near: number): number[] {
  const groups: number[][] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = groups.at(-1)
    if (last && value - (last[0] as number) <= near) last.push(value)
    else groups.push([value])
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length)
}

function gridOf(horizontal: readonly Edge[], vertical: readonly Edge[]): Grid[] {
  // A table may be open at its sides: its lines across then reach further than those down.
  const xs = cluster(
    [
      ...vertical.map((each) => each.at),
      Math.min(...horizontal.map((each) => each.from)),
      Math.max(...horizontal.map((each) => each.to)),
    ],
    COLUMN_NEAR,
  )
  const ys = cluster(
    [
      ...horizontal.map((each) => each.at),
      Math.min(...vertical.map((each) => each.from)),
      Math.max(...vertical.map((each) => each.to)),
    ],
    NEAR,
  )
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  if (columns < 2 || rows < 1 || columns * rows > MOST_CELLS) return []
  const byX = xs.map((x) => vertical.filter((each) => Math.abs(each.at - x) <= COLUMN_NEAR))
  const byY = ys.map((y) => horizontal.filter((each) => Math.abs(each.at - y) <= NEAR))
  const parts = (edges: readonly Edge[] | undefined, from: number, to: number): boolean => {
    const covered = (edges ?? []).reduce(
      (sum, each) => sum + Math.max(0, Math.min(each.to, to) - Math.max(each.from, from)),
      0,
    )
    return covered > (to - from) * 0.6
  }
  const at = (list: readonly number[], i: number): number => list[i] ?? 0
  const right = (row: number, column: number): boolean =>
    column === columns - 1 || parts(byX[column + 1], at(ys, row), at(ys, row + 1))
  const below = (row: number, column: number): boolean =>
    row === rows - 1 || parts(byY[row + 1], at(xs, column), at(xs, column + 1))
  const owners: number[] = new Array(rows * columns).fill(-1)
  const taken = (row: number, column: number): boolean => (owners[row * columns + column] ?? 0) >= 0
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (taken(row, column)) continue
      let columnSpan = 1
      while (!right(row, column + columnSpan - 1) && !taken(row, column + columnSpan)) columnSpan++
      let rowSpan = 1
      const open = (line: number): boolean => {
        for (let c = column; c < column + columnSpan; c++) if (below(line, c)) return false
        return true
      }
      while (open(row + rowSpan - 1)) rowSpan++
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) owners[r * columns + c] = cells.length
      cells.push({
        row,
        column,
        rowSpan,
        columnSpan,
        x1: at(xs, column),
        y1: at(ys, row),
        x2: at(xs, column + columnSpan),
        y2: at(ys, row + rowSpan),
      })
    }
  return cells.length < 2 ? [] : [{ xs, ys, cells, owners }]
}

/** The cell a point lies in. */
export function cellAt(grid: Grid, x: number, y: number): GridCell | undefined {
  const [column, row] = [intervalOf(grid.xs, x), intervalOf(grid.ys, y)]
  if (column < 0 || row < 0) return undefined
  return grid.cells[grid.owners[row * (grid.xs.length - 1) + column] ?? -1]
}

function intervalOf(borders: readonly number[], value: number): number {
  if (value < (borders[0] ?? 0) || value > (borders.at(-1) ?? 0)) return -1
  let [from, to] = [0, borders.length - 1]
  while (to - from > 1) {
    const half = (from + to) >> 1
    if ((borders[half] ?? 0) <= value) from = half
    else to = half
  }
  return from
}
