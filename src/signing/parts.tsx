// Small parts shared by the pages of papers.
import { Anchor, Badge, Stack, Text } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import type { State } from './dossier.ts'
import type { StoryStep } from './exchange.ts'

const w = words.signing

const COLOUR: Record<State, string> = {
  draft: 'gray.7',
  opinions: 'lake.8',
  appraisal: 'indigo.8',
  submitted: 'orange.9',
  issued: 'teal.9',
  withdrawn: 'gray.7',
}

export const StateBadge = ({ state }: { state: State }) => (
  <Badge color={COLOUR[state]} variant="outline" tt="none" fw={600} size="md" style={{ flexShrink: 0 }}>
    {w.states[state]}
  </Badge>
)

/** Working days. */
const NEAR = 2

/** How much time an agency still has: never by colour alone. */
export function TimeLeft({ days }: { days: number | null }) {
  if (days === null) return null
  if (days < 0)
    return (
      <Text size="xs" fw={700} c="red.9" component="span">
        ⚠ {w.late(-days)}
      </Text>
    )
  return (
    <Text size="xs" fw={days <= NEAR ? 700 : 400} c={days <= NEAR ? 'orange.9' : 'gray.7'} component="span">
      {days === 0 ? w.lastDay : w.left(days)}
    </Text>
  )
}

/** Files of a step, each a link. */
export function Files({
  dossierId,
  stepId,
  files,
}: {
  dossierId: string
  stepId: string
  files: StoryStep['files']
}) {
  if (files.length === 0) return null
  return (
    <Stack gap={2}>
      {files.map((file) => (
        <Anchor
          key={file.hash}
          size="sm"
          href={`/api/dossiers/${dossierId}/files/${file.hash}?step=${stepId}`}
          style={{ overflowWrap: 'anywhere' }}
        >
          {file.name} ({words.task.fileSize(file.size)})
        </Anchor>
      ))}
    </Stack>
  )
}

export const Told = ({ children }: { children: string }) => (
  <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
    {children}
  </Text>
)
