// The document as it was read, with everything recognised in it marked. Drawn once; the cursor only moves a class.
import { Alert, Group, Text } from '@mantine/core'
import { memo, type ReactNode, type RefObject, useEffect, useMemo } from 'react'
import type { Line } from '../document/line.ts'
import * as words from '../vocabulary/words.ts'
import {
  blocksOf,
  type MarkKind,
  type Marks,
  type Piece,
  type Point,
  picturesIn,
  piecesOf,
} from './source.ts'
import './source.css'

export interface SourceTarget {
  kind: MarkKind
  id: string
}

interface Props {
  place: RefObject<HTMLElement | null>
  lines: readonly Line[]
  marks: Marks
  /** Lines that became nothing. */
  unread: readonly number[]
  notices: readonly string[]
  onPick: (target: SourceTarget) => void
}

export const SourceView = memo(function SourceView({ place, lines, marks, unread, notices, onPick }: Props) {
  const blocks = useMemo(() => blocksOf(lines), [lines])
  const skipped = useMemo(() => new Set(unread), [unread])
  const pictures = useMemo(() => picturesIn(lines), [lines])
  // One listener for hundreds of marks; the list beside the source serves the keyboard.
  useEffect(() => {
    const pane = place.current
    if (!pane) return
    const pick = (event: MouseEvent) => {
      if (!window.getSelection()?.isCollapsed) return
      const at = event.target as Element
      const mark = at.closest<HTMLElement>('[data-kind="task"]') ?? at.closest<HTMLElement>('[data-id]')
      const { id, kind } = mark?.dataset ?? {}
      if (id && kind) onPick({ id, kind: kind as MarkKind })
    }
    pane.addEventListener('click', pick)
    return () => pane.removeEventListener('click', pick)
  }, [place, onPick])

  return (
    <section
      ref={place}
      className="source"
      aria-label={words.planPages.source}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <Legend hasPictures={pictures.size > 0} />
      {notices.length > 0 && (
        <Alert
          color="yellow"
          variant="light"
          mb="sm"
          title={words.planPages.notices}
          styles={{ title: { color: '#8a4700' } }}
        >
          {notices.map((notice) => (
            <Text size="sm" key={notice}>
              {notice}
            </Text>
          ))}
        </Alert>
      )}
      {blocks.map((block) =>
        'line' in block ? (
          <SourceLine
            key={block.key}
            line={block.line}
            marks={marks}
            skipped={skipped}
            page={pictures.get(block.line.n)}
          />
        ) : (
          <div className="source-table" key={block.key}>
            <table>
              <tbody>
                {block.rows.map((row) => (
                  <tr key={row.key}>
                    {row.cells.map(({ cell, lines: inCell }) => (
                      <td key={cell.column} rowSpan={cell.rowSpan} colSpan={cell.columnSpan}>
                        {inCell.map((line) => (
                          <SourceLine
                            key={line.n}
                            line={line}
                            marks={marks}
                            skipped={skipped}
                            page={pictures.get(line.n)}
                          />
                        ))}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ),
      )}
    </section>
  )
})

interface LineProps {
  line: Line
  marks: Marks
  skipped: ReadonlySet<number>
  /** Of the first line of a page that came from a picture: which page. */
  page: number | undefined
}

function SourceLine({ line, marks, skipped, page }: LineProps) {
  const here = marks.get(line.n)
  const isHeading = here?.some((mark) => mark.kind === 'heading')
  const names = ['source-line', line.bold || isHeading ? 'is-bold' : '', line.italic ? 'is-italic' : '']
  if (line.align === 'center' || line.align === 'right') names.push(`is-${line.align}`)
  if (skipped.has(line.n) && line.text.trim()) names.push('is-unread')
  if (line.scanned) names.push('is-scanned')
  if (line.note) names.push('is-note')
  return (
    <div
      className={names.filter(Boolean).join(' ')}
      data-line={line.n}
      data-picture={page === undefined ? undefined : words.reading.pageFromPicture(page)}
    >
      {here
        ? piecesOf(line.text, here).map((piece) => <SourcePiece key={piece.from} piece={piece} />)
        : line.text}
    </div>
  )
}

/** Marks inside one another, the task outermost: it carries the number and the ground. */
const ORDER: readonly MarkKind[] = ['reference', 'indicator', 'reporting', 'finding', 'heading', 'task']

function SourcePiece({ piece }: { piece: Piece }) {
  const inner = [...piece.marks].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  let content: ReactNode = piece.text
  for (const mark of inner)
    content = (
      <mark
        className={`mark-${mark.kind}`}
        data-id={mark.id}
        data-kind={mark.kind}
        data-number={mark.kind === 'task' ? (piece.number ?? undefined) : undefined}
      >
        {content}
      </mark>
    )
  return content
}

const LEGEND = ['task', 'indicator', 'reporting', 'reference'] as const

function Legend({ hasPictures }: { hasPictures: boolean }) {
  return (
    <Group gap="sm" mb="sm" className="source-legend">
      {LEGEND.map((kind) => (
        <Text size="xs" key={kind}>
          <mark className={`mark-${kind}`}>{words.planPages.marks[kind]}</mark>
        </Text>
      ))}
      <Text size="xs" className="is-unread">
        {words.planPages.marks.unread}
      </Text>
      {hasPictures && (
        <Text size="xs" className="is-scanned">
          {words.reading.fromPicture}
        </Text>
      )}
    </Group>
  )
}

/** The selected words as two points in the lines; null when nothing of the source is selected. */
export function selectionIn(pane: HTMLElement | null): { start: Point; end: Point } | null {
  const selection = window.getSelection()
  if (!pane || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!pane.contains(range.commonAncestorContainer)) return null
  const start = pointAt(range.startContainer, range.startOffset, pane, 'start')
  const end = pointAt(range.endContainer, range.endOffset, pane, 'end')
  return start && end ? { start, end } : null
}

function pointAt(node: Node, offset: number, pane: HTMLElement, edge: 'start' | 'end'): Point | null {
  const element = node instanceof Element ? node : node.parentElement
  const line = element?.closest<HTMLElement>('[data-line]')
  if (line) {
    const upTo = document.createRange()
    upTo.setStart(line, 0)
    upTo.setEnd(node, offset)
    return { line: Number(line.dataset.line), at: upTo.toString().length }
  }
  // Between lines: the next line begins, or the one before ends, the selection.
  const probe = document.createRange()
  probe.setStart(node, offset)
  const all = [...pane.querySelectorAll<HTMLElement>('[data-line]')]
  const isAfter = (other: HTMLElement) => probe.comparePoint(other, 0) >= 0
  const near = edge === 'start' ? all.find(isAfter) : all.findLast((other) => !isAfter(other))
  if (!near) return null
  return { line: Number(near.dataset.line), at: edge === 'start' ? 0 : (near.textContent?.length ?? 0) }
}
