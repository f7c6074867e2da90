// The drawing operators of one PDF page in, its words and ruled lines out. Every glyph is placed by itself, so that
// words come out whole even where their letters were drawn from several fonts in turn.

import type { Page, Rule } from './page.ts'
import { type Glyph, wordsOf } from './pdf-words.ts'

/** a b c d e f, as in a PDF: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = [number, number, number, number, number, number]

export interface Drawing {
  operators: readonly number[]
  // biome-ignore lint/suspicious/noExplicitAny: the operands differ from operator to operator
  operands: readonly any[]
  /** Numbers of the operators by name. */
  codes: Record<string, number>
  fontName: (id: string) => string
  /** From the page's own space to points with the origin at the top left. */
  base: Matrix
}

type Box = [x1: number, y1: number, x2: number, y2: number]
const EVERYWHERE: Box = [-1e9, -1e9, 1e9, 1e9]

interface TextState {
  size: number
  bold: boolean
  italic: boolean
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
  mode: number
  /** Width of a unit of the font. */
  unit: number
}

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]
const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]
const matrixOf = (list: ArrayLike<number>): Matrix => [
  list[0] ?? 1,
  list[1] ?? 0,
  list[2] ?? 0,
  list[3] ?? 1,
  list[4] ?? 0,
  list[5] ?? 0,
]

/** Bullets of symbol fonts stand in the private use area. */
const BULLETS: Record<string, string> = {
  '\uf02d': '-',
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0d8': '•',
  '\uf0fc': '•',
}
const LIGATURES = /[\ufb00-\ufb06]/gu
const INVISIBLE = 3
const DEEPEST = 200
const MANY_SHAPES = 300

/** What is drawn on the page, quarter turns undone; text nobody can see is left out. */
export function readDrawing(drawing: Drawing, number: number, width: number, height: number): Page {
  const { turned, rules, largest, shapes } = interpret(drawing)
  const turn = turned.reduce((best, list, i) => (list.length > (turned[best]?.length ?? 0) ? i : best), 0)
  const page: Page = { number, width, height, words: [], rules }
  if (largest > (width * height) / 2 || shapes > MANY_SHAPES) page.pictured = true
  if (turn === 1 || turn === 3) [page.width, page.height] = [height, width]
  const upright = (x: number, y: number): [number, number] =>
    turn === 1 ? [y, width - x] : turn === 2 ? [width - x, height - y] : turn === 3 ? [height - y, x] : [x, y]
  const glyphs = (turned[turn] ?? []).map((glyph) => {
    const [x, y] = upright(glyph.x, glyph.y)
    return { ...glyph, x, y }
  })
  page.rules = rules.map((rule) => {
    const [x1, y1] = upright(rule.x1, rule.y1)
    const [x2, y2] = upright(rule.x2, rule.y2)
    return { x1: Math.min(x1, x2), y1: Math.min(y1, y2), x2: Math.max(x1, x2), y2: Math.max(y1, y2) }
  })
  // A damaged file may place things nowhere.
  page.rules = page.rules.filter((each) => Number.isFinite(each.x1 + each.y1 + each.x2 + each.y2))
  page.words = wordsOf(
    page.rules,
    glyphs.filter(
      (each) =>
        Number.isFinite(each.x + each.y + each.width) &&
        each.x > -20 &&
        each.y > 0 &&
        each.x < page.width + 5 &&
        each.y < page.height + 5,
    ),
  )
  return page
}

/** Glyphs by the quarter turn they are written at (0 upright, 1 upwards …) and straight lines. */
function interpret({ operators, operands, codes: OPS, fontName, base }: Drawing): {
  turned: Glyph[][]
  rules: Rule[]
  /** Greatest area a unit square is drawn to: the size of a picture, as pictures are drawn in one. */
  largest: number
  /** Filled shapes with curves. */
  shapes: number
} {
  const turned: Glyph[][] = [[], [], [], []]
  const rules: Rule[] = []
  let ctm = base
  let largest = 0
  let order = 0
  let shapes = 0
  let text: TextState = {
    size: 10,
    bold: false,
    italic: false,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    unit: 0.001,
  }
  let line: Matrix = [1, 0, 0, 1, 0, 0]
  let at: Matrix = line
  let clip: Box = EVERYWHERE
  let clipping = false
  const stack: { ctm: Matrix; text: TextState; clip: Box }[] = []
  const fonts = new Map<string, { bold: boolean; italic: boolean }>()
  const save = (): void => {
    stack.push({ ctm, text: { ...text }, clip })
  }
  const restore = (): void => {
    const top = stack.pop()
    if (top) ({ ctm, text, clip } = top)
  }
  const move = (x: number, y: number): void => {
    line = times(line, [1, 0, 0, 1, x, y])
    at = line
  }

  // biome-ignore lint/suspicious/noExplicitAny: glyphs and numbers as pdf.js gives them
  function show(glyphs: readonly any[]): void {
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        at = times(at, [1, 0, 0, 1, (-glyph / 1000) * text.size * text.scale, 0])
        continue
      }
      if (!glyph) continue
      const advance =
        (Number(glyph.width ?? 0) * text.unit * text.size +
          text.charSpacing +
          (glyph.isSpace ? text.wordSpacing : 0)) *
        text.scale
      const place = times(ctm, times(at, [text.size * text.scale, 0, 0, text.size, 0, text.rise]))
      const size = Math.hypot(place[2], place[3])
      const run = Math.hypot(place[0], place[1]) || 1
      // The page's y points down, so upright text has a > 0 and writing upwards b < 0.
      const halfway = (Number(glyph.width ?? 0) * text.unit) / 2
      const inside = holds(clip, place[4] + place[0] * halfway, place[5] + place[1] * halfway, size)
      const slant = Math.min(Math.abs(place[0]), Math.abs(place[1])) / run
      const turn = Math.abs(place[0]) >= Math.abs(place[1]) ? (place[0] > 0 ? 0 : 2) : place[1] < 0 ? 3 : 1
      if (inside && text.mode !== INVISIBLE && text.mode !== 7 && size > 1 && size < 200 && slant < 0.1) {
        const drawn = glyphText(String(glyph.unicode ?? ''))
        turned[turn]?.push({
          text: drawn,
          x: place[4],
          y: place[5],
          width: Number(glyph.width ?? 0) * text.unit * run,
          size,
          bold: text.bold || text.mode === 2,
          italic: text.italic,
          space: drawn.trim() === '',
          order: drawn.trim() === '' ? order : ++order,
        })
      }
      at = times(at, [1, 0, 0, 1, advance, 0])
    }
  }

  for (let i = 0; i < operators.length; i++) {
    const args = operands[i] ?? []
    switch (operators[i]) {
      case OPS.save:
        if (stack.length < DEEPEST) save()
        break
      case OPS.restore:
        restore()
        break
      case OPS.transform:
        ctm = times(ctm, matrixOf(args))
        largest = Math.max(largest, Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]))
        break
      case OPS.paintFormXObjectBegin:
        save()
        if (args[0]) ctm = times(ctm, matrixOf(args[0]))
        break
      case OPS.paintFormXObjectEnd:
        restore()
        break
      case OPS.beginText:
        line = [1, 0, 0, 1, 0, 0]
        at = line
        break
      case OPS.setFont: {
        const id = String(args[0])
        let font = fonts.get(id)
        if (!font) {
          const name = fontName(id)
          font = {
            bold: /bold|black|heavy|demi|[-,]b(?:d|i)?$/iu.test(name),
            italic: /italic|oblique|[-,]b?i$/iu.test(name),
          }
          fonts.set(id, font)
        }
        text = { ...text, size: Number(args[1]), ...font }
        break
      }
      case OPS.setCharSpacing:
        text.charSpacing = Number(args[0])
        break
      case OPS.setWordSpacing:
        text.wordSpacing = Number(args[0])
        break
      case OPS.setHScale:
        text.scale = Number(args[0]) / 100
        break
      case OPS.setLeading:
        text.leading = -Number(args[0])
        break
      case OPS.setTextRise:
        text.rise = Number(args[0])
        break
      case OPS.setTextRenderingMode:
        text.mode = Number(args[0])
        break
      case OPS.setTextMatrix:
        line = matrixOf(args[0]?.length === undefined ? args : args[0])
        at = line
        break
      case OPS.moveText:
        move(Number(args[0]), Number(args[1]))
        break
      case OPS.setLeadingMoveText:
        text.leading = Number(args[1])
        move(Number(args[0]), Number(args[1]))
        break
      case OPS.nextLine:
        move(0, text.leading)
        break
      case OPS.showText:
      case OPS.showSpacedText:
        show(args[0] ?? [])
        break
      case OPS.clip:
      case OPS.eoClip:
        clipping = true
        break
      case OPS.constructPath:
        if (clipping) clip = narrowed(clip, args, ctm)
        clipping = false
        addRules(rules, args, ctm, OPS)
        if (isShape(args, OPS)) shapes++
        break
    }
  }
  return { turned, rules, largest, shapes }
}

/** Text whose middle is cut away is not seen; half a letter more or less does not matter. */
const holds = ([x1, y1, x2, y2]: Box, x: number, y: number, size: number): boolean =>
  x > x1 - 1 && x < x2 + 1 && y > y1 - 0.2 * size && y < y2 + 0.6 * size

// biome-ignore lint/suspicious/noExplicitAny: operands of pdf.js
function narrowed(clip: Box, args: any, ctm: Matrix): Box {
  const data = args[1]?.[0] as ArrayLike<number> | undefined
  if (!data || typeof data.length !== 'number') return clip
  const corners = subpaths(data, ctm).flat()
  if (corners.length === 0) return clip
  const xs = corners.map((each) => each[0])
  const ys = corners.map((each) => each[1])
  return [
    Math.max(clip[0], least(xs)),
    Math.max(clip[1], least(ys)),
    Math.min(clip[2], -least(xs.map((x) => -x))),
    Math.min(clip[3], -least(ys.map((y) => -y))),
  ]
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), 1e9)

function glyphText(unicode: string): string {
  return (BULLETS[unicode] ?? unicode)
    .replace(LIGATURES, (letters) => letters.normalize('NFKC'))
    .replace(/[\u0000-\u001f]/gu, ' ')
}

const THIN = 3
const SHORTEST = 4
const MOST_RULES = 20_000

// biome-ignore lint/suspicious/noExplicitAny: operands of pdf.js
function addRules(rules: Rule[], args: any, ctm: Matrix, OPS: Record<string, number>): void {
  const paint = args[0]
  const strokes = [
    OPS.stroke,
    OPS.closeStroke,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ].includes(paint)
  const fills = [OPS.fill, OPS.eoFill].includes(paint)
  const data = args[1]?.[0] as ArrayLike<number> | undefined
  if ((!strokes && !fills) || !data || typeof data.length !== 'number') return
  const push = (x1: number, y1: number, x2: number, y2: number): void => {
    if (rules.length >= MOST_RULES) return
    const [dx, dy] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
    if (Math.max(dx, dy) < SHORTEST || Math.min(dx, dy) > THIN) return
    rules.push({ x1, y1, x2, y2 })
  }
  for (const path of subpaths(data, ctm)) {
    if (strokes) {
      for (let i = 1; i < path.length; i++) {
        const [a, b] = [path[i - 1], path[i]]
        if (a && b) push(a[0], a[1], b[0], b[1])
      }
      continue
    }
    // A filled sliver is a line, too; a broader field is a shade.
    const xs = path.map((each) => each[0])
    const ys = path.map((each) => each[1])
    const [x1, x2, y1, y2] = [least(xs), -least(xs.map((x) => -x)), least(ys), -least(ys.map((y) => -y))]
    if (Math.min(x2 - x1, y2 - y1) > THIN) continue
    if (x2 - x1 >= y2 - y1) push(x1, (y1 + y2) / 2, x2, (y1 + y2) / 2)
    else push((x1 + x2) / 2, y1, (x1 + x2) / 2, y2)
  }
}

// biome-ignore lint/suspicious/noExplicitAny: operands of pdf.js
function isShape(args: any, OPS: Record<string, number>): boolean {
  const data = args[1]?.[0] as ArrayLike<number> | undefined
  if ((args[0] !== OPS.fill && args[0] !== OPS.eoFill) || !data || !(data.length > 20)) return false
  for (let i = 0; i < Math.min(data.length, 400); i += 1 + (ARITY[data[i] ?? 4] ?? 0))
    if (data[i] === 2 || data[i] === 3) return true
  return false
}

/** Numbers that follow the codes of a path: to a point, a line, two kinds of curve, the close. */
const ARITY = [2, 2, 6, 4, 0]

/** The straight corners of each piece of a path; pieces with curves are no rules and are left out. */
function subpaths(data: ArrayLike<number>, ctm: Matrix): [number, number][][] {
  const paths: [number, number][][] = []
  let path: [number, number][] = []
  for (let i = 0; i < data.length; ) {
    const code = data[i] ?? 4
    const point = apply(ctm, data[i + 1] ?? 0, data[i + 2] ?? 0)
    if (code === 0) {
      if (path.length > 1) paths.push(path)
      path = [point]
    } else if (code === 1) path.push(point)
    else if (code === 4) {
      if (path[0]) path.push(path[0])
    } else path = []
    i += 1 + (ARITY[code] ?? 0)
  }
  if (path.length > 1) paths.push(path)
  return paths
}
