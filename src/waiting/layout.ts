// Places for boxes and lines: whoever waits stands left, what is in the way right. Pure.
import { graphlib, layout as place } from '@dagrejs/dagre'
import type { Drawing } from './waiting.ts'

export const BOX = { width: 184, height: 60 }
/** Of a letter at the size of the labels; a little more than the mean, so that text never leaves its box. */
const LETTER = 6.4
const LABEL_HEIGHT = 16

interface Point {
  x: number
  y: number
}

export interface Placed {
  width: number
  height: number
  /** Top left corner, by key. */
  boxes: Map<string, Point>
  /** In the order of the drawing's lines: the points of each, and the middle of its label. */
  lines: { points: Point[]; label: Point; labelWidth: number }[]
}

/** `labels` in the order of the drawing's lines. */
export function placeDrawing({ boxes, lines }: Drawing, labels: readonly string[]): Placed {
  const graph = new graphlib.Graph({ multigraph: true })
  // Greedy: as few arrows as possible run against the others.
  graph.setGraph({
    ...{
      rankdir: 'LR',
      acyclicer: 'greedy',
      nodesep: 22,
      ranksep: 30,
      edgesep: 14,
      marginx: 12,
      marginy: 22,
    },
  })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { key } of boxes) graph.setNode(key, { ...BOX })
  const widths = labels.map((label) => Math.ceil(label.length * LETTER) + 6)
  lines.forEach(({ from, to }, i) => {
    graph.setEdge(from, to, { width: widths[i], height: LABEL_HEIGHT, labelpos: 'c' }, String(i))
  })
  place(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width,
    height,
    boxes: new Map(
      boxes.map(({ key }) => {
        const { x = 0, y = 0 } = graph.node(key)
        return [key, { x: x - BOX.width / 2, y: y - BOX.height / 2 }]
      }),
    ),
    lines: lines.map(({ from, to }, i) => {
      const { points = [], x = 0, y = 0 } = graph.edge(from, to, String(i))
      return { points, label: { x, y }, labelWidth: widths[i] ?? 0 }
    }),
  }
}

/** A rounded line that goes through every point (Catmull-Rom), so that a label never stands beside its line. */
export function pathOf(points: readonly Point[]): string {
  const at = (i: number) => points[Math.min(points.length - 1, Math.max(0, i))] ?? { x: 0, y: 0 }
  const bends = points.slice(1).map((to, i) => {
    const [before, from, after] = [at(i - 1), at(i), at(i + 2)]
    const leaving = `${from.x + (to.x - before.x) / 6} ${from.y + (to.y - before.y) / 6}`
    const arriving = `${to.x - (after.x - from.x) / 6} ${to.y - (after.y - from.y) / 6}`
    return `C ${leaving} ${arriving} ${to.x} ${to.y}`
  })
  return [`M ${at(0).x} ${at(0).y}`, ...bends].join(' ')
}

/** Words broken into at most `most` lines of that many letters; what does not fit ends with "…". */
export function wrap(text: string, letters: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(/\s+/u)) {
    const longer = line ? `${line} ${word}` : word
    if (longer.length <= letters) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    line = word.length > letters ? `${word.slice(0, letters - 1)}…` : word
  }
  if (line) lines.push(line)
  if (lines.length <= most) return lines
  const end = lines[most - 1] ?? ''
  // The last word makes room for the sign that more follows.
  const kept = end.length < letters ? end : end.slice(0, letters - 1).replace(/\s+\S*$/u, '')
  return [...lines.slice(0, most - 1), `${kept}…`]
}
