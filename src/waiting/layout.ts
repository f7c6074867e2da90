// Places for boxes and lines: whoever waits stands left, what is in the way right. Pure.
import { graphlib, layout as place } from '@dagrejs/dagre'
import type { Drawing } from './waiting.ts'

export const BOX = { width: 208, height: 64 }
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
  graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 46, edgesep: 10, marginx: 12, marginy: 20 })
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

/** A line through the points, rounded between them. */
export function pathOf(points: readonly Point[]): string {
  const [start, ...rest] = points
  if (!start) return ''
  const last = rest.at(-1)
  const middle = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1] ?? point
    return `Q ${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`
  })
  return [`M ${start.x} ${start.y}`, ...middle, last ? `L ${last.x} ${last.y}` : ''].join(' ')
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
  return [...lines.slice(0, most - 1), `${end.slice(0, letters - 1).trimEnd()}…`]
}
