// The picture told in words, for those who would rather read it, or have it read to them.
import { Text } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import { nameOf } from './links.tsx'
import { labelOf, textOf } from './picture-text.ts'
import './waiting.css'
import type { Drawing } from './waiting.ts'

const w = words.waiting

/** The same in words: who waits for whom, why, how long. */
export function DrawingInWords({ drawing, isOpen }: { drawing: Drawing; isOpen: boolean }) {
  const boxes = new Map(drawing.boxes.map((box) => [box.key, box]))
  const name = (key: string) => {
    const box = boxes.get(key)
    if (!box) return ''
    const [head, rest] = textOf(box, drawing.fold)
    return box.thing && box.kind !== 'assignment'
      ? nameOf(box.thing)
      : [head, rest].filter(Boolean).join(': ')
  }
  return (
    <details open={isOpen}>
      <summary>{w.inWords}</summary>
      <ul className="wait-things">
        {drawing.lines.map((line) => (
          <li key={`${line.from} ${line.to}`}>
            <Text size="sm" span>
              {w.wordsOfLine(name(line.from), name(line.to), labelOf(line, drawing.fold, true))}
            </Text>
          </li>
        ))}
      </ul>
    </details>
  )
}
