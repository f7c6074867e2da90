// A chart with the table of its figures and its ways out as picture and table. The drawing library comes with the first
// chart; its place is kept free, so nothing jumps.
import { Button, Group, Loader, Stack, Text } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import * as words from '../vocabulary/words.ts'
import {
  BAND_COLOR,
  type Chart as ChartData,
  describe,
  LOOKS,
  leavesZeroOut,
  pointsOf,
  pointText,
  tableOf,
} from './chart.ts'
import { heightOf } from './chart-option.ts'
import './chart.css'

const w = words.chart

interface Props {
  chart: ChartData
  /** Address of the table as Excel, from the server. */
  excel?: string | undefined
  /** Name of the saved picture, without its ending. */
  fileName: string
}

export function Chart({ chart, excel, fileName }: Props) {
  return (
    <figure className="chart">
      <Legend chart={chart} />
      <div className="chart-beside">
        <Picture chart={chart} />
        <Figures chart={chart} />
      </div>
      <figcaption>
        <Stack gap={6}>
          {chart.kind === 'lines' && leavesZeroOut(chart) && <Text size="xs">{w.noZero}</Text>}
          {chart.note && <Text size="xs">{chart.note}</Text>}
          <Saves chart={chart} excel={excel} fileName={fileName} />
        </Stack>
      </figcaption>
    </figure>
  )
}

function Picture({ chart }: { chart: ChartData }) {
  const place = useRef<HTMLDivElement>(null)
  const drawn = useRef<import('./chart-draw.ts').Drawn | null>(null)
  const latest = useRef(chart)
  const at = useRef<number | null>(null)
  const [state, setState] = useState<'coming' | 'there' | 'failed'>('coming')
  const [said, setSaid] = useState('')
  const hint = useId()
  useEffect(() => {
    latest.current = chart
    drawn.current?.draw(chart)
  }, [chart])
  useEffect(() => {
    let isGone = false
    import('./chart-draw.ts').then(
      ({ drawIn }) => {
        if (isGone || !place.current) return
        drawn.current = drawIn(place.current, latest.current)
        setState('there')
      },
      () => setState('failed'),
    )
    return () => {
      isGone = true
      drawn.current?.dispose()
      drawn.current = null
    }
  }, [])
  const goTo = (next: number | null) => {
    at.current = next
    drawn.current?.point(next)
    setSaid(next === null ? '' : pointText(chart, next))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = pointsOf(chart) - 1
    const by = STEP[event.key]
    if (event.key === 'Escape') goTo(null)
    else if (event.key === 'Home') goTo(0)
    else if (event.key === 'End') goTo(last)
    else if (by)
      goTo(at.current === null ? (by > 0 ? 0 : last) : Math.min(last, Math.max(0, at.current + by)))
    else return
    event.preventDefault()
  }
  return (
    <div className="chart-picture" style={{ minHeight: heightOf(chart, { width: 0 }) }}>
      {state === 'coming' && (
        <div className="chart-coming" role="status" aria-label={words.common.loading}>
          <Loader />
        </div>
      )}
      {state === 'failed' && (
        <Text size="sm" p="md">
          {w.notDrawn}
        </Text>
      )}
      <div
        ref={place}
        role="img"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys lead from point to point
        tabIndex={0}
        aria-label={describe(chart)}
        aria-describedby={hint}
        onKeyDown={onKeyDown}
        onBlur={() => goTo(null)}
      />
      <span id={hint} className="only-read-aloud">
        {w.keys}
      </span>
      <span className="only-read-aloud" role="status">
        {said}
      </span>
    </div>
  )
}

const STEP: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** What each stroke means, in words beside a piece of it. */
function Legend({ chart }: { chart: ChartData }) {
  if (chart.kind === 'bars') return null
  return (
    <Group gap="md" component="ul" className="chart-legend">
      {chart.lines.map(({ name, look }) => {
        const { color, dash, symbol, isHollow } = LOOKS[look]
        return (
          <li key={name}>
            <svg width={44} height={14} aria-hidden>
              {look !== 'typed' && (
                <line
                  x1={0}
                  x2={44}
                  y1={7}
                  y2={7}
                  stroke={color}
                  strokeWidth={look === 'measured' ? 3 : 2}
                  strokeDasharray={dash.join(' ') || undefined}
                />
              )}
              <path d={MARKS[symbol]} fill={isHollow ? '#fff' : color} stroke={color} strokeWidth={2} />
            </svg>
            <Text size="sm" span>
              {name}
            </Text>
          </li>
        )
      })}
      {chart.band && (
        <li>
          <svg width={44} height={14} aria-hidden>
            <rect width={44} height={14} fill={BAND_COLOR} opacity={0.35} />
            <path d="M0 2 12 14M8 0 22 14M18 0 32 14M28 0 42 14M38 0 44 6" stroke={LOOKS.target.color} />
          </svg>
          <Text size="sm" span>
            {chart.band.name}
          </Text>
        </li>
      )}
    </Group>
  )
}

const MARKS = {
  circle: 'M17 7a5 5 0 1 0 10 0a5 5 0 1 0-10 0',
  diamond: 'M22 1 28 7 22 13 16 7Z',
  triangle: 'M22 2 28 12 16 12Z',
  rect: 'M17 2H27V12H17Z',
}

function Figures({ chart }: { chart: ChartData }) {
  const { head, rows } = tableOf(chart)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the phone is moved with the keys
    <section className="chart-table" aria-label={w.tableOf(chart.title)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((text, at) =>
                at === 0 ? (
                  <th key={head[at]} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={head[at]}>{text || '–'}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Saves({ chart, excel, fileName }: Props) {
  const [isFailed, setFailed] = useState(false)
  const save = async (ending: 'svg' | 'png') => {
    setFailed(false)
    try {
      const { svgOf, pngOf, saveAs } = await import('./chart-save.ts')
      saveAs(ending === 'svg' ? svgOf(chart) : await pngOf(chart), `${fileName}.${ending}`)
    } catch {
      setFailed(true)
    }
  }
  return (
    <Group gap="xs" className="screen-only">
      <Button size="compact-sm" variant="default" onClick={() => void save('png')}>
        {w.png}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void save('svg')}>
        {w.svg}
      </Button>
      {excel && (
        <Button size="compact-sm" variant="default" component="a" href={excel} download>
          {w.excel}
        </Button>
      )}
      {isFailed && (
        <Text size="sm" role="alert">
          {w.notSaved}
        </Text>
      )}
    </Group>
  )
}
