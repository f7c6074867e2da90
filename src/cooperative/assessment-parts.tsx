// Small parts of assessments: the band as a badge, how many stand in each band as a strip of filters.
import { Badge } from '@mantine/core'
import type { CSSProperties } from 'react'
import * as words from '../vocabulary/words.ts'
import type { YearBands } from './assessment-exchange.ts'
import type { Band } from './assessment-rubric.ts'
import './assessment.css'

const w = words.assessment

const LOOK: Record<Band | 'none', { color: string; variant: 'filled' | 'outline' | 'light' }> = {
  good: { color: 'teal.9', variant: 'filled' },
  fair: { color: 'lake.8', variant: 'filled' },
  average: { color: 'gray.8', variant: 'outline' },
  weak: { color: 'red.9', variant: 'filled' },
  unrated: { color: 'gray.8', variant: 'outline' },
  none: { color: 'orange.9', variant: 'outline' },
}

export function BandBadge({ band }: { band: Band | null }) {
  const name = band ?? 'none'
  return (
    <Badge {...LOOK[name]} tt="none" style={{ flexShrink: 0 }}>
      {w.bands[name]}
    </Badge>
  )
}

export const BAND_NAMES = ['good', 'fair', 'average', 'weak', 'unrated', 'none'] as const
export type BandName = (typeof BAND_NAMES)[number]

/** The wider, the more; each part is the filter of its band. */
export function BandStrip({
  bands,
  chosen,
  onChoose,
}: {
  bands: YearBands
  chosen: string | undefined
  onChoose: (band: BandName | undefined) => void
}) {
  const all = BAND_NAMES.reduce((sum, name) => sum + bands[name], 0)
  return (
    <div className="band-strip">
      {BAND_NAMES.filter((name) => bands[name] > 0).map((name) => (
        <button
          key={name}
          type="button"
          data-band={name}
          aria-pressed={chosen === name}
          aria-label={w.bandLine(w.bands[name], bands[name], all)}
          style={{ '--n': bands[name], '--share': `${(100 * bands[name]) / all}%` } as CSSProperties}
          onClick={() => onChoose(chosen === name ? undefined : name)}
        >
          {w.bands[name]} {w.bandCount(bands[name], all)}
        </button>
      ))}
    </div>
  )
}
