// The picture of the way: five stages in a line, on a phone one under the other; filled, ringed, empty and crossed tell
// them apart without colour.
import { Text } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import type { Dossier } from './exchange.ts'
import { type Look, stagesOf } from './way.ts'
import './signing.css'

const w = words.signing
const SIGN: Record<Look, string> = { done: '✓', now: '●', ahead: '', skipped: '–' }

export function Way({ dossier }: { dossier: Dossier }) {
  return (
    <ol className="way screen-only" aria-label={w.way.title}>
      {stagesOf(dossier).map(({ stage, look, lines }) => (
        <li
          key={stage}
          className={`way-stage way-${look}`}
          aria-current={look === 'now' ? 'step' : undefined}
        >
          <span className="way-sign" aria-hidden>
            {SIGN[look]}
          </span>
          <div>
            <Text size="sm" fw={look === 'now' ? 700 : 600}>
              {w.stages[stage]}
              <span className="only-read-aloud">: {w.way.looks[look]}</span>
            </Text>
            {lines.map((line) => (
              <Text key={line} size="xs" c="gray.7" style={{ overflowWrap: 'anywhere' }} lineClamp={3}>
                {line}
              </Text>
            ))}
          </div>
        </li>
      ))}
    </ol>
  )
}
