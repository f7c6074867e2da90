// Small parts of the pages of indicators: state in words and mark, a trend in one line, disagreement, the link to one.
import { Anchor, Badge, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import * as words from '../vocabulary/words.ts'
import type { Known, Target } from './indicator.ts'
import { aimText, amount, knownPoints, MARKS, type Of, reachedText, yearsText } from './show.ts'
import type { TargetState } from './status.ts'
import './indicator.css'

const w = words.indicatorPage

const COLOR: Record<TargetState, string> = {
  reached: 'teal.9',
  'on-track': 'lake.8',
  slow: 'orange.9',
  behind: 'red.9',
  missed: 'red.9',
  early: 'gray.8',
  unknown: 'gray.8',
}

/** Words and a mark: the colour only underlines them. */
export const StatusMark = ({ status }: { status: TargetState }) => (
  <Badge
    variant="outline"
    color={COLOR[status]}
    tt="none"
    fw={600}
    size="md"
    style={{ flexShrink: 0 }}
    leftSection={<span aria-hidden>{MARKS[status]}</span>}
  >
    {w.states[status]}
  </Badge>
)

/** A typed and a computed value that do not agree are never passed over. */
export function DisagreeMark({ known }: { known: Pick<Known, 'disagrees'> }) {
  if (!known.disagrees) return null
  return (
    <Badge
      variant="filled"
      color="yellow.3"
      c="gray.9"
      tt="none"
      size="md"
      leftSection={<span aria-hidden>⚠</span>}
    >
      {w.disagrees}
    </Badge>
  )
}

export function IndicatorLink({ id, name, fw = 600 }: { id: string; name: string; fw?: number }) {
  return (
    <Anchor component={Link} to="/indicators/$id" params={{ id } as never} size="sm" fw={fw}>
      {name}
    </Anchor>
  )
}

/** "≥ 400 (2026)" and how much of it is there. */
export function TargetLine({
  target,
  value,
  of,
  isStacked,
}: {
  target: Target | null
  value: number | null
  of: Of
  isStacked?: boolean
}) {
  if (!target)
    return (
      <Text size="sm" c="gray.7">
        {w.noTarget}
      </Text>
    )
  const reached = reachedText(value, target, of)
  const aim = w.targetOf(aimText(target, of.decimals), yearsText(target))
  const said = (
    <Text size="sm" span>
      {isStacked ? aim : w.toReach(aim)}
    </Text>
  )
  if (!isStacked)
    return (
      <Group gap={6}>
        {said}
        {reached && (
          <Text size="sm" c="gray.7" span>
            {reached}
          </Text>
        )}
      </Group>
    )
  return (
    <Stack gap={0}>
      {said}
      {reached && (
        <Text size="xs" c="gray.7">
          {reached}
        </Text>
      )}
    </Stack>
  )
}

const BOX = { width: 112, height: 30, edge: 4 }

/** The years in one small line, with the first and the last figure in words. Drawn here: a list of these needs no library. */
export function Trend({
  points,
  decimals,
}: {
  points: readonly { year: number; value: number | null }[]
  decimals: number
}) {
  const known = knownPoints(points)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || known.length < 2) return null
  const values = known.map(({ value }) => value)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const x = (year: number) =>
    BOX.edge + ((year - first.year) / (last.year - first.year)) * (BOX.width - 2 * BOX.edge)
  const y = (value: number) =>
    most === least
      ? BOX.height / 2
      : BOX.height - BOX.edge - ((value - least) / (most - least)) * (BOX.height - 2 * BOX.edge)
  const said = w.trend(first.year, amount(first.value, decimals), last.year, amount(last.value, decimals))
  return (
    <svg
      className="indicator-trend"
      width={BOX.width}
      height={BOX.height}
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      role="img"
      aria-label={said}
    >
      <title>{said}</title>
      <polyline points={known.map(({ year, value }) => `${x(year)},${y(value)}`).join(' ')} />
      <circle cx={x(last.year)} cy={y(last.value)} r={3.5} />
    </svg>
  )
}
