// On the leader's page, put there by main.tsx: difficulties whose time has run out and that nobody has answered.
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Failure, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { addressOf, DifficultyList } from './exchange.ts'
import { TimeLeft } from './parts.tsx'
import { KEY } from './use-step.ts'

const w = words.difficulty
const SHOWN = 5

export default function BeforeLeaders() {
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'leaders'],
    queryFn: () => get(`/api/difficulties?${addressOf({ state: 'leaders' })}&limit=${SHOWN}`, DifficultyList),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  // Where nothing waits for a leader there is nothing to read.
  if (!data || data.rows.length === 0) return null
  return (
    <Part title={w.beforeLeaders}>
      {data.rows.map((row) => (
        <Stack key={row.id} gap={0}>
          <Anchor
            component={Link}
            to="/difficulties/$id"
            params={{ id: row.id } as never}
            size="sm"
            lineClamp={2}
          >
            {row.text}
          </Anchor>
          <Group gap="xs">
            <Text size="xs" c="gray.7">
              {row.agency.name} · {w.atPlace(row.addressee?.name ?? '')}
            </Text>
            <TimeLeft days={row.workingDaysLeft} dueOn={row.dueOn} today={data.today} />
          </Group>
        </Stack>
      ))}
      <Anchor component={Link} to="/difficulties" search={{ state: 'leaders' } as never} size="sm">
        {w.allBeforeLeaders}
      </Anchor>
    </Part>
  )
}
