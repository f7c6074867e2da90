// The drawn graph: boxes are links, reached by Tab; every box and line is also told in words under the picture.
import { ActionIcon, Group, Stack, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import * as words from '../vocabulary/words.ts'
import { BOX, pathOf, placeDrawing, wrap } from './layout.ts'
import type { Address } from './links.tsx'
import { labelOf, opened, textOf } from './picture-text.ts'
import './waiting.css'
import type { Box, Drawing } from './waiting.ts'

const w = words.waiting
/** Letters of one line inside a box. */
const LETTERS = 27
const SMALLEST = 0.4
/** Below this the letters are too small to read: then the picture scrolls. */
const READABLE = 0.8
const LARGEST = 2

/** More arrows than these nobody follows. */
const MOST_LINES = 36

/** The lines with most waits, circles before all; how many were left out. */
function strongest(drawing: Drawing): [drawn: Drawing, left: number] {
  const lines = drawing.lines
    .map((line, i) => ({ line, i }))
    .sort((a, b) => Number(b.line.isInCircle) - Number(a.line.isInCircle) || b.line.n - a.line.n || a.i - b.i)
    .slice(0, MOST_LINES)
    .sort((a, b) => a.i - b.i)
    .map(({ line }) => line)
  return [{ ...drawing, lines }, drawing.lines.length - lines.length]
}

export default function Picture({ drawing }: { drawing: Drawing }) {
  const { ref, width } = useElementSize()
  const [scale, setScale] = useState<number | null>(null)
  const [drawn, left] = useMemo(() => strongest(drawing), [drawing])
  const labels = useMemo(() => drawn.lines.map((line) => labelOf(line, drawn.fold)), [drawn])
  const placed = useMemo(() => placeDrawing(drawn, labels), [drawn, labels])
  const fitting = Math.min(1, Math.max(READABLE, (width - 2) / placed.width || 1))
  const shown = scale ?? fitting
  const zoom = (by: number) => setScale(Math.min(LARGEST, Math.max(SMALLEST, shown * by)))
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="gray.7">
          {w.folds[drawing.fold]}
        </Text>
        <Group gap={4}>
          <ActionIcon variant="default" aria-label={w.zoomOut} onClick={() => zoom(0.8)}>
            −
          </ActionIcon>
          <ActionIcon variant="default" aria-label={w.zoomIn} onClick={() => zoom(1.25)}>
            +
          </ActionIcon>
          <ActionIcon variant="default" aria-label={w.zoomFit} onClick={() => setScale(null)}>
            ⤢
          </ActionIcon>
        </Group>
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reached by keyboard */}
      <section ref={ref} className="wait-picture" tabIndex={0} aria-label={w.picture}>
        {/* biome-ignore lint/a11y/useSemanticElements: no element of HTML groups links inside a picture */}
        <svg
          width={placed.width * shown}
          height={placed.height * shown}
          viewBox={`0 0 ${placed.width} ${placed.height}`}
          role="group"
          aria-label={w.picture}
        >
          <defs>
            <marker
              id="wait-arrow"
              viewBox="0 0 10 10"
              refX="9"
              refY="5"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path d="M 0 0 L 10 5 L 0 10 z" />
            </marker>
          </defs>
          <g aria-hidden>
            {drawn.lines.map((line, i) => (
              <path
                key={`${line.from} ${line.to}`}
                d={pathOf(placed.lines[i]?.points ?? [])}
                className={line.isInCircle ? 'wait-round' : undefined}
                markerEnd="url(#wait-arrow)"
              />
            ))}
            {drawn.lines.map((line, i) => {
              const { label = { x: 0, y: 0 }, labelWidth = 0 } = placed.lines[i] ?? {}
              return (
                <g key={`${line.from} ${line.to}`} className="wait-label">
                  <rect x={label.x - labelWidth / 2} y={label.y - 8} width={labelWidth} height={16} />
                  <text x={label.x} y={label.y + 4} textAnchor="middle" className="wait-note">
                    {labels[i]}
                  </text>
                </g>
              )
            })}
          </g>
          {drawn.boxes.map((box) => (
            <BoxOf
              key={box.key}
              box={box}
              fold={drawn.fold}
              at={placed.boxes.get(box.key) ?? { x: 0, y: 0 }}
            />
          ))}
        </svg>
      </section>
      <Text size="xs" c="gray.7">
        {left > 0 && `${w.linesLeft(left)} `}
        {w.legend}
      </Text>
    </Stack>
  )
}

function BoxOf({ box, fold, at }: { box: Box; fold: Drawing['fold']; at: { x: number; y: number } }) {
  const [head, rest] = textOf(box, fold)
  const heads = wrap(head, LETTERS, box.kind === 'assignment' ? 1 : 2)
  const rests = wrap(rest, LETTERS, 3 - heads.length)
  const mark = box.isInCircle ? w.inCircle : box.isRoot ? w.root : ''
  const look = [
    box.kind === 'agency' || box.kind === 'rest' ? 'wait-agency' : '',
    box.isInCircle ? 'wait-circle' : box.isRoot ? 'wait-root' : '',
  ]
  return (
    <g transform={`translate(${at.x} ${at.y})`} className={look.join(' ')}>
      <Linked to={opened(box)}>
        <rect width={BOX.width} height={BOX.height} rx={box.kind === 'agency' ? 14 : 3} />
        {heads.map((line, i) => (
          <text key={line} x={9} y={19 + i * 15} className="wait-head">
            {line}
          </text>
        ))}
        {rests.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, which may be alike
          <text key={i} x={9} y={19 + (heads.length + i) * 15}>
            {line}
          </text>
        ))}
        {mark && (
          <text x={BOX.width} y={-5} textAnchor="end" className="wait-note">
            {mark}
          </text>
        )}
        {/* Read aloud, and shown in full over the box: what stands inside may be cut. */}
        <title>{[head, rest, mark].filter(Boolean).join('. ')}</title>
      </Linked>
    </g>
  )
}

function Linked({ to, children }: { to: Address | null; children: ReactNode }) {
  if (!to) return <g>{children}</g>
  return <Link {...(to as { to: string })}>{children}</Link>
}
