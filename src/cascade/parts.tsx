// Small parts of the pages about plans below plans.
import { Badge, Group, Progress, Stack, Text } from '@mantine/core'
import { useMemo } from 'react'
import * as words from '../vocabulary/words.ts'
import { type Owing, shareOf } from './sub-plan.ts'

const w = words.cascade.subPlans

/** Who has issued of all that must: a bar of three parts, each also in words. */
export function ShareOfPlans({ owing }: { owing: readonly Owing[] }) {
  const share = shareOf(owing)
  const part = (n: number) => (share.of ? (100 * n) / share.of : 0)
  return (
    <Stack gap={4}>
      <Group gap="sm" wrap="wrap">
        <Progress.Root size="xl" flex="1 1 200px" maw={480} className="bar">
          <Progress.Section value={part(share.issued)} color="teal.8" aria-label={w.states.issued} />
          <Progress.Section value={part(share.late)} color="red.8" aria-label={w.overdue} striped />
        </Progress.Root>
        <Text size="sm" fw={600}>
          {w.share(share.issued, share.of)}
        </Text>
      </Group>
      {share.late > 0 && (
        <Text size="sm" fw={600} c="red.9">
          ⚠ {w.late(share.late, share.owed)}
        </Text>
      )}
      {share.excused > 0 && (
        <Text size="sm" c="gray.7">
          {w.excusedOf(share.excused)}
        </Text>
      )}
    </Stack>
  )
}

/** Where an agency's plan stands, in a sign and words. */
export function OwingBadge({ owing: { state, isAsked, daysLate } }: { owing: Owing }) {
  if (state === 'owed')
    return (
      <Badge variant="outline" tt="none" color={daysLate === null ? 'gray.8' : 'red.9'}>
        {daysLate === null ? w.states.owed : `⚠ ${w.daysLate(daysLate)}`}
      </Badge>
    )
  return (
    <Badge variant="outline" tt="none" color={state === 'issued' ? 'teal.9' : 'gray.8'}>
      {state === 'issued' && '✓ '}
      {isAsked ? w.states[state] : w.unasked}
      {daysLate !== null && ` · ${w.lateBy(daysLate)}`}
    </Badge>
  )
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** A text with some of its words marked. */
export function Marked({ text, marks }: { text: string; marks: readonly string[] }) {
  const pieces = useMemo(() => {
    if (marks.length === 0) return [text]
    const longest = [...marks].sort((a, b) => b.length - a.length).map(literal)
    return text.split(new RegExp(`(${longest.join('|')})`, 'giu'))
  }, [text, marks])
  return (
    <Text size="sm" component="span" style={{ overflowWrap: 'anywhere' }}>
      {pieces.map((piece, at) =>
        at % 2 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text stay where they are
          <mark key={at} className="said-alike">
            {piece}
          </mark>
        ) : (
          piece
        ),
      )}
    </Text>
  )
}
