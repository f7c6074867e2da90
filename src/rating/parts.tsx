// Pictures of points: how much of the whole was reached, with the figures beside, and the name of a subject.
import { Badge, Stack, Text } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import { pointsText, type RatingRow, type SubjectForm } from './rating.ts'
import type { Rubric } from './rubric.ts'
import './rating.css'

const w = words.rating

/** `label` says all of it in words. */
export function PointsBar({ points, most, label }: { points: number; most: number; label: string }) {
  return (
    <div className="rating-bar" role="img" aria-label={label} title={label}>
      <span style={{ width: `${most === 0 ? 0 : (100 * points) / most}%` }} />
    </div>
  )
}

/** Each criterion: name, what was reached of what, and its bar. */
export function Criteria({ row, body }: { row: Pick<RatingRow, 'criteria'>; body: Rubric }) {
  return (
    <div className="rating-criteria">
      {row.criteria.map(({ points, most, units, faulty }, at) => {
        const name = body.criteria[at]?.name ?? ''
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: criteria have their fixed order
          <div key={at}>
            <Text size="xs">{name}</Text>
            <Text size="xs">
              <b>{pointsText(points)}</b>/{pointsText(most)}
              {units > 0 && ` · ${w.okOf(units - faulty, units)}`}
            </Text>
            <PointsBar
              {...{ points, most }}
              label={w.criterionBar(name, points, most, units - faulty, units)}
            />
          </div>
        )
      })}
    </div>
  )
}

/** The agency, or its head with the days that are theirs. */
export const nameOf = ({ agency, head }: SubjectForm): string => (head ? head.name : agency.name)

export function SubjectLines({ subject }: { subject: SubjectForm }) {
  const { head, agency } = subject
  if (!head) return null
  return (
    <Stack gap={0}>
      <Text size="xs" c="gray.7">
        {[head.position, agency.name].filter(Boolean).join(', ')}
      </Text>
      <Text size="xs" c="gray.7">
        {words.day(head.from)} – {words.day(head.to)}
      </Text>
      {head.isAssumed && (
        <Text size="xs" c="gray.7">
          {w.assumed}
        </Text>
      )}
    </Stack>
  )
}

/** The band that counts: changed by a person where somebody did. */
export const bandIn = (row: Pick<RatingRow, 'changed' | 'band'>): number | null =>
  row.changed ? row.changed.band : row.band
export const scoreIn = (row: Pick<RatingRow, 'changed' | 'score'>): number => row.changed?.score ?? row.score

export function BandBadge({ band, body }: { band: number | null; body: Rubric }) {
  return (
    <Badge
      variant="outline"
      color={band === null ? 'gray.8' : 'lake.9'}
      tt="none"
      size="lg"
      style={{ height: 'auto', whiteSpace: 'normal' }}
    >
      {band === null ? w.tooLittle : body.bands[band]?.name}
    </Badge>
  )
}
