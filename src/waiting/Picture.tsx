// The drawn graph: boxes are links, reached by Tab; every box and line is also told in words under the picture.
import { ActionIcon, Group, Stack, Text } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { words } from '../vocabulary/words.ts'
import { BOX, pathOf, placeDrawing, wrap } from './layout.ts'
import type { Address } from './links.tsx'
import { labelOf, opened, textOf } from './picture-text.ts'
import './waiting.css'
import type { Box, Drawing } from './waiting.ts'

const w = words.waiting
/** Letters of one line inside a box. */
const LETTERS = 31
const SMALLEST = 0.5
const LARGEST = 2

export default function Picture({ drawing }: { drawing: Drawing }) {
  const { ref, width } = useElementSize()
  const [scale, setScale] = useState<number | null>(null)
  const labels = useMemo(() => drawing.lines.map((line) => labelOf(line, drawing.fold)), [drawing])
  const placed = useMemo(() => placeDrawing(drawing, labels), [drawing, labels])
  const fitting = Math.min(1, Math.max(SMALLEST, (width - 2) / placed.width || 1))
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
            {drawing.lines.map((line, i) => (
              <path
                key={`${line.from} ${line.to}`}
                d={pathOf(placed.lines[i]?.points ?? [])}
                className={line.isInCircle ? 'wait-round' : undefined}
                markerEnd="url(#wait-arrow)"
              />
            ))}
            {drawing.lines.map((line, i) => {
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
          {drawing.boxes.map((box) => (
            <BoxOf
              key={box.key}
              box={box}
              fold={drawing.fold}
              at={placed.boxes.get(box.key) ?? { x: 0, y: 0 }}
            />
          ))}
        </svg>
      </section>
      <Text size="xs" c="gray.7">
        {w.legend}
      </Text>
    </Stack>
  )
}

function BoxOf({ box, fold, at }: { box: Box; fold: Drawing['fold']; at: { x: number; y: number } }) {
  const [head, rest] = textOf(box, fold)
  const heads = wrap(head, LETTERS, rest ? 1 : 2)
  const rests = wrap(rest, LETTERS, 2)
  const mark = box.isInCircle ? w.inCircle : box.isRoot ? w.root : ''
  const look = [
    box.kind === 'agency' || box.kind === 'rest' ? 'wait-agency' : '',
    box.isInCircle ? 'wait-circle' : box.isRoot ? 'wait-root' : '',
  ]
  return (
    <g transform={`translate(${at.x} ${at.y})`} className={look.join(' ')}>
      <Linked to={opened(box)} label={[head, rest, mark].filter(Boolean).join('. ')}>
        <rect width={BOX.width} height={BOX.height} rx={box.kind === 'agency' ? 14 : 3} />
        {heads.map((line, i) => (
          <text key={line} x={10} y={20 + i * 16} className="wait-head">
            {line}
          </text>
        ))}
        {rests.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, which may be alike
          <text key={i} x={10} y={20 + (heads.length + i) * 16}>
            {line}
          </text>
        ))}
        {mark && (
          <text x={BOX.width} y={-5} textAnchor="end" className="wait-note">
            {mark}
          </text>
        )}
        <title>{[head, rest].filter(Boolean).join(': ')}</title>
      </Linked>
    </g>
  )
}

function Linked({ to, label, children }: { to: Address | null; label: string; children: ReactNode }) {
  if (!to) return <g>{children}</g>
  return (
    <Link {...(to as { to: string })} aria-label={label}>
      {children}
    </Link>
  )
}
