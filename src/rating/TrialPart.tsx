// Who would stand in another band under a draft: counts by band, then each one that moves.
import { Stack, Text } from '@mantine/core'
import { Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import type { Trial } from './rating.ts'

const w = words.rating

export function TrialPart({ trial: { period, agencies, moved, bands } }: { trial: Trial }) {
  const named = (band: string | null) => band ?? w.tooLittle
  return (
    <Part title={w.trialTitle(words.steps.period(period))}>
      <Stack gap={4} role="status">
        {bands
          .filter(({ before, after }) => before + after > 0)
          .map(({ name, before, after }) => (
            <Text size="sm" key={name ?? ''}>
              {w.trialBand(named(name), before, after)}
            </Text>
          ))}
        <Text size="sm" fw={600}>
          {moved.length === 0 ? w.trialNone(agencies) : w.trialMoved(moved.length, agencies)}
        </Text>
      </Stack>
      {moved.map(({ agency, before, after }) => (
        <Text size="sm" key={agency.id}>
          <b>{agency.name}</b>:{' '}
          {w.trialLine(
            w.trialScore(named(before.band), before.score),
            w.trialScore(named(after.band), after.score),
          )}
        </Text>
      ))}
    </Part>
  )
}
