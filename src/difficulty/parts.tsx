// Small parts shared by the pages of difficulties.
import { Anchor, Badge, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import * as words from '../vocabulary/words.ts'
import type { Status } from './difficulty.ts'
import type { StoryStep } from './exchange.ts'
import { documentOf } from './sentence.ts'

const w = words.difficulty

const COLOUR: Record<Status, string> = {
  raised: 'gray.7',
  joined: 'gray.7',
  sent: 'lake.8',
  answered: 'indigo.8',
  closed: 'teal.9',
  withdrawn: 'gray.7',
}

export function DifficultyBadge({ status, withLeaders = false }: { status: Status; withLeaders?: boolean }) {
  const isReported = withLeaders && status === 'sent'
  return (
    <Badge
      color={isReported ? 'red.9' : COLOUR[status]}
      variant="outline"
      tt="none"
      fw={600}
      size="md"
      style={{ flexShrink: 0 }}
    >
      {isReported ? `⚠ ${w.reported}` : w.statuses[status]}
    </Badge>
  )
}

/** How many working days are left, or have gone by since: never by colour alone. */
export function TimeLeft({
  days,
  dueOn,
  today,
}: {
  days: number | null
  dueOn: string | null
  today: string
}) {
  if (days === null || dueOn === null) return null
  if (today > dueOn)
    return (
      <Text size="xs" fw={700} c="red.9" component="span">
        ⚠ {days < 0 ? w.late(-days) : w.lateOff}
      </Text>
    )
  const isNear = days <= NEAR
  return (
    <Text size="xs" fw={isNear ? 700 : 400} c={isNear ? 'orange.9' : 'gray.7'} component="span">
      {today === dueOn ? w.today : w.left(days)}
    </Text>
  )
}

/** Working days. */
const NEAR = 2

/** Wherever a clock in working days is shown: what its calendar does not know. */
export function MissingYears({ years }: { years: readonly number[] }) {
  if (years.length === 0) return null
  return (
    <Text size="sm" c="gray.8">
      ⓘ {words.daysOff.notEntered(years.join(', '))}{' '}
      <Anchor
        component={Link}
        to="/days-off"
        search={{ year: years[0] } as never}
        size="sm"
        underline="always"
      >
        {words.daysOff.title}
      </Anchor>
    </Text>
  )
}

export function Papers({ stepId, files }: { stepId: string; files: StoryStep['files'] }) {
  if (files.length === 0) return null
  return (
    <Stack gap={2}>
      {files.map((file) => (
        <Anchor
          key={file.hash}
          size="sm"
          href={`/api/difficulties/files/${file.hash}?step=${stepId}`}
          style={{ overflowWrap: 'anywhere' }}
        >
          {file.name} ({words.task.fileSize(file.size)})
        </Anchor>
      ))}
    </Stack>
  )
}

/** What was answered, by whom, with which document. */
export function Answer({ answer }: { answer: StoryStep }) {
  const document = documentOf(answer)
  return (
    <Stack gap={4}>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {answer.text}
      </Text>
      {document && (
        <Text size="sm" fw={600}>
          {document}
        </Text>
      )}
      <Papers stepId={answer.id} files={answer.files} />
      <Text size="xs" c="gray.7">
        {answer.actor}
        {answer.agency && ` (${answer.agency})`}, {words.moment(answer.at)}
      </Text>
    </Stack>
  )
}
