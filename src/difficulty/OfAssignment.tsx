// What the page of an assignment shows of its difficulties, put there by main.tsx: each with where it stands and its
// answer, and the way to raise one.
import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Failure, Part } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { OfAssignment as Schema } from './exchange.ts'
import { Answer, DifficultyBadge } from './parts.tsx'
import { KEY } from './use-step.ts'

const w = words.difficulty

export default function OfAssignment({ id }: SlotProps) {
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'of', id],
    queryFn: () => get(`/api/difficulties/of-assignment/${id}`, Schema),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const { difficulties, whyNotRaise } = data
  return (
    <Part title={w.ofAssignment(difficulties.length)}>
      {difficulties.length === 0 && <Text size="sm">{w.noneHere}</Text>}
      {difficulties.map((one) => (
        <Paper key={one.id} withBorder p="sm">
          <Stack gap={6}>
            <Anchor
              component={Link}
              to="/difficulties/$id"
              params={{ id: one.id } as never}
              size="sm"
              lineClamp={3}
            >
              {one.text}
            </Anchor>
            <Group gap="xs">
              <DifficultyBadge status={one.status} withLeaders={one.withLeaders} />
              <Text size="xs" c="gray.7">
                {[
                  w.types[one.type],
                  one.status === 'joined' && w.goesWith(w.statuses[one.standing]),
                  one.waitingAt && w.atPlace(one.waitingAt),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </Group>
            {one.answer && (
              <div>
                <Text size="sm" fw={600}>
                  {w.answer}
                </Text>
                <Answer answer={one.answer} />
              </div>
            )}
          </Stack>
        </Paper>
      ))}
      {whyNotRaise && whyNotRaise !== w.notRelated.raiser && (
        <Text size="sm" c="gray.7">
          {whyNotRaise}
        </Text>
      )}
      {!whyNotRaise && (
        <Group>
          <Button
            size="xs"
            variant="default"
            component={Link}
            to="/difficulties/new"
            search={{ assignment: id } as never}
          >
            {w.raiseHere}
          </Button>
        </Group>
      )}
    </Part>
  )
}
