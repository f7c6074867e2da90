// The ruled lines of a level picture, and the cells they enclose.

import type { Rule } from './page.ts'
import { type Box, type Picture, paperOf } from './picture.ts'

const transposed = ({ width, height, grey }: Picture): Picture => {
  const out = new Uint8Array(grey.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) out[x * height + y] = grey[y * width + x] ?? 255
  return { width: height, height: width, grey: out }
}

/** In pixels of 1/200 inch. */
const LEAST_LEVEL = 70
const LEAST_UPRIGHT = 48
const REACH = 12
/** Half the length over which a row is averaged. */
const WINDOW = 7
/** How much darker than the paper a rule is at least, averaged. */
const CONTRAST = 26
/** With the letters that touch it. */
const THICKEST = 24
/** How far from its middle a rule has paper on both sides. */
const BESIDE = 7
/** White within a rule that a scanner broke. */
const WHITE = 8
/** How dark a rule is at least before averaging. */
const FAINTEST = 36
/** So much of a rule is drawn; of a column of letters far less. */
const SOLID = 0.85
const GRAIN = 4
const LEAST_CELL = 24

interface Run {
  from: number
  to: number
  top: number
  bottom: number
}

/** Each pixel the mean of its row around it: a thin grey line stays what it is, dust and the gaps of letters do not. */
function smoothed({ width, height, grey }: Picture): Uint8Array {
  const out = new Uint8Array(grey.length)
  for (let y = 0; y < height; y++) {
    const row = y * width
    let sum = 0
    for (let x = -WINDOW; x < width; x++) {
      const enters = x + WINDOW
      const leaves = x - WINDOW - 1
      if (enters < width) sum += grey[row + enters] ?? 255
      if (leaves >= 0) sum -= grey[row + leaves] ?? 255
      const count = Math.min(width - 1, enters) - Math.max(0, leaves + 1) + 1
      if (x >= 0) out[row + x] = sum / count
    }
  }
  return out
}

/** Stretches from `from` on where values reach `least`, as long as `shortest` or longer. */
function stretches(
  values: Float32Array,
  from: number,
  to: number,
  least: number,
  shortest: number,
): [number, number][] {
  const found: [number, number][] = []
  let start = -1
  for (let x = from; x <= to + 1; x++) {
    const reached = x <= to && (values[x] ?? 0) >= least
    if (reached && start < 0) start = x
    if (!reached && start >= 0) {
      if (x - start >= shortest) found.push([start, x - 1])
      start = -1
    }
  }
  return found
}

/** Long thin dark runs along the rows of the picture. */
function levelRuns(picture: Picture, least: number): Run[] {
  const { width, height } = picture
  const means = smoothed(picture)
  const paper = paperOf(picture)
  const inked = (x: number, y: number): number => paper - (means[y * width + x] ?? 255)
  const open: Run[] = []
  const done: Run[] = []
  const row = new Float32Array(width)
  for (let y = 1; y < height - 1; y++) {
    for (let i = open.length - 1; i >= 0; i--)
      if ((open[i]?.bottom ?? 0) < y - 2) done.push(...open.splice(i, 1))
    // A line a little askew goes on in the next row.
    for (let x = 0; x < width; x++) row[x] = Math.max(inked(x, y - 1), inked(x, y), inked(x, y + 1))
    for (const [start, end] of stretches(row, 0, width - 1, CONTRAST, least)) {
      // Averaging runs a dark line on past its end, and over to the next letter: half of its darkness tells where.
      const usual = median(row.subarray(start, end + 1))
      for (const [from, to] of stretches(row, start, end, usual / 2, least)) {
        const joined = open.find((run) => from <= run.to + least / 4 && to >= run.from - least / 4)
        if (joined) {
          joined.from = Math.min(joined.from, from)
          joined.to = Math.max(joined.to, to)
          joined.bottom = y
        } else open.push({ from, to, top: y, bottom: y })
      }
    }
  }
  done.push(...open)
  return done
    .filter(({ top, bottom }) => bottom - top <= THICKEST)
    .flatMap(pieces)
    .filter(isThin)

  // A row of serifs is dark, too, but has letters above it; a rule has paper on both sides.
  function isThin(run: Run): boolean {
    let white = 0
    let of = 0
    for (const y of [run.top - BESIDE, run.bottom + BESIDE]) {
      if (y < 0 || y >= height) continue
      // Not its ends, where other rules cross it.
      for (let x = run.from + 2 * WINDOW; x <= run.to - 2 * WINDOW; x++) {
        of++
        if (inked(x, y) < CONTRAST) white++
      }
    }
    return white > of * 0.75
  }

  /** The row on which the line itself stands: letters that touch it make the run look thicker to one side. */
  function darkest({ from, to, top, bottom }: Run): number {
    let best = top
    let most = -1
    for (let y = top; y <= bottom; y++) {
      let sum = 0
      for (let x = from; x <= to; x++) sum += Math.max(0, inked(x, y))
      if (sum > most) {
        most = sum
        best = y
      }
    }
    return best
  }

  /** Where a line ends and letters stand before the next one begins, white shows that the average hid. */
  function pieces(run: Run): Run[] {
    const { grey } = picture
    const middle = darkest(run)
    const drawn = row.fill(0)
    for (let x = run.from; x <= run.to; x++)
      for (let y = Math.max(0, middle - 2); y <= Math.min(height - 1, middle + 2); y++)
        drawn[x] = Math.max(drawn[x] ?? 0, paper - (grey[y * width + x] ?? 255))
    const usual = median(drawn.subarray(run.from, run.to + 1))
    // Where most of it is bare paper, it is a few letters one above the other.
    if (usual < FAINTEST) return []
    const ink = Math.max(usual * 0.4, CONTRAST)
    const found: Run[] = []
    for (const [from, to] of stretches(drawn, run.from, run.to, ink, 1)) {
      const last = found.at(-1)
      if (last && from - last.to <= WHITE) last.to = to
      else found.push({ from, to, top: middle, bottom: middle })
    }
    return found.filter(({ from, to }) => {
      let solid = 0
      for (let x = from; x <= to; x++) if ((drawn[x] ?? 0) >= ink) solid++
      return to - from >= least && solid > (to - from) * SOLID
    })
  }
}

const median = (values: Float32Array): number => values.slice().sort()[Math.floor(values.length / 2)] ?? 0

/** Pieces of one line, seen apart because it is broken or a little askew, as one. */
function merged(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  for (const run of [...runs].sort((a, b) => a.from - b.from)) {
    const middle = (run.top + run.bottom) / 2
    const same = out.find(
      (each) => Math.abs((each.top + each.bottom) / 2 - middle) < 6 && run.from <= each.to + 12,
    )
    if (!same) out.push({ ...run })
    else {
      // The longer piece says where the line stands.
      if (run.to - run.from > same.to - same.from) Object.assign(same, { top: run.top, bottom: run.bottom })
      same.to = Math.max(same.to, run.to)
    }
  }
  return out
}

/** The ruled lines of a level picture, in pixels: of tables, under headings. */
export function ruledLines(picture: Picture): Rule[] {
  const level = merged(levelRuns(picture, LEAST_LEVEL))
  const upright = merged(levelRuns(transposed(picture), LEAST_UPRIGHT))
  const across = level.map(({ from, to, top, bottom }) => {
    const y = (top + bottom) / 2
    return { x1: from, y1: y, x2: to, y2: y }
  })
  const down = upright.map(({ from, to, top, bottom }) => {
    const x = (top + bottom) / 2
    const own = { x1: x, y1: from, x2: x, y2: to }
    const crossed = across.filter((rule) => meet(rule, own)).map((rule) => rule.y1)
    const [first, last] = [Math.min(...crossed), Math.max(...crossed)]
    // A letter that touches the end of a rule makes it look longer.
    if (first - from < LEAST_UPRIGHT) own.y1 = Math.max(from, first)
    if (to - last < LEAST_UPRIGHT) own.y2 = Math.min(to, last)
    return own
  })
  return [...across, ...down]
}

const isLevel = (rule: Rule): boolean => Math.abs(rule.x2 - rule.x1) > Math.abs(rule.y2 - rule.y1)

const meet = (level: Rule, upright: Rule): boolean =>
  upright.x1 > level.x1 - REACH &&
  upright.x1 < level.x2 + REACH &&
  level.y1 > upright.y1 - REACH &&
  level.y1 < upright.y2 + REACH

/** Rules that cross or touch others: those of tables. */
export function gridRules(rules: readonly Rule[]): Rule[] {
  const level = rules.filter(isLevel)
  const upright = rules.filter((rule) => !isLevel(rule))
  return [
    ...level.filter((rule) => upright.filter((other) => meet(rule, other)).length >= 2),
    ...upright.filter((rule) => level.filter((other) => meet(other, rule)).length >= 2),
  ]
}

/** The picture with these rules painted over, so that no letter touches one. */
export function withoutRules({ width, height, grey }: Picture, rules: readonly Rule[]): Picture {
  const out = Uint8Array.from(grey)
  for (const rule of rules) {
    const [across, down] = isLevel(rule) ? [2, 4] : [4, 2]
    const left = Math.max(0, Math.floor(rule.x1 - across))
    const right = Math.min(width, Math.ceil(rule.x2 + across))
    const last = Math.min(height - 1, rule.y2 + down)
    for (let y = Math.max(0, Math.floor(rule.y1 - down)); y <= last; y++)
      out.fill(255, y * width + left, y * width + right)
  }
  return { width, height, grey: out }
}

/** The cells that the rules of a table enclose, merged ones whole. */
export function cellsOf({ width, height }: Picture, grid: readonly Rule[]): Box[] {
  const columns = Math.ceil(width / GRAIN)
  const rows = Math.ceil(height / GRAIN)
  // 0 open, 1 wall, 2 reached
  const field = new Uint8Array(columns * rows)
  for (const rule of grid) {
    // Ends that stop a little short of the crossing rule still meet it.
    const reach = isLevel(rule) ? [REACH, 0] : [0, REACH]
    const left = Math.max(0, Math.floor((rule.x1 - (reach[0] ?? 0)) / GRAIN))
    const right = Math.min(columns - 1, Math.floor((rule.x2 + (reach[0] ?? 0)) / GRAIN))
    const bottom = Math.min(rows - 1, Math.floor((rule.y2 + (reach[1] ?? 0)) / GRAIN))
    for (let y = Math.max(0, Math.floor((rule.y1 - (reach[1] ?? 0)) / GRAIN)); y <= bottom; y++)
      field.fill(1, y * columns + left, y * columns + right + 1)
  }
  const boxes: Box[] = []
  for (let start = 0; start < field.length; start++) {
    if (field[start] !== 0) continue
    const stack = [start]
    field[start] = 2
    let [left, right, top, bottom] = [columns, 0, rows, 0]
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const x = at % columns
      const y = (at - x) / columns
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
      for (const [next, inside] of [
        [at - 1, x > 0],
        [at + 1, x < columns - 1],
        [at - columns, y > 0],
        [at + columns, y < rows - 1],
      ] as const)
        if (inside && field[next] === 0) {
          field[next] = 2
          stack.push(next)
        }
    }
    const onEdge = left === 0 || top === 0 || right === columns - 1 || bottom === rows - 1
    const box = {
      left: left * GRAIN,
      top: top * GRAIN,
      width: (right - left + 1) * GRAIN,
      height: (bottom - top + 1) * GRAIN,
    }
    if (!onEdge && box.width >= LEAST_CELL && box.height >= LEAST_CELL) boxes.push(box)
  }
  return boxes
}
