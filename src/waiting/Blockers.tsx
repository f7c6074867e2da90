// For pages of others: who holds most up in their scope, in a few lines, before any percentage.
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { ALL } from '../task/parts.tsx'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import { words } from '../vocabulary/words.ts'
import { BlockerList, waitersText } from './BlockerList.tsx'
import { Waiting, waitingAddress } from './waiting.ts'

const w = words.waiting
const MOST = 5

/** `agency`, `plan`: whose waiting is counted; all when left out. */
export function Blockers({ agency = ALL, plan }: { agency?: string; plan?: string }) {
  const scope = { agency, plan }
  const { data, error, refetch } = useQuery({
    queryKey: ['waiting', 'brief', scope],
    queryFn: () => get(`/api/waiting?${waitingAddress({ ...scope, limit: MOST, brief: true })}`, Waiting),
  })
  return (
    <Part title={w.title}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && data.blockerCount + data.circleCount === 0 && <Text size="sm">{w.nothing}</Text>}
      {data && data.blockerCount + data.circleCount > 0 && (
        <Stack gap="xs">
          <Text size="sm">{w.counted(waitersText(data.waiting), words.day(data.today))}</Text>
          {data.circleCount > 0 && (
            <Text size="sm" fw={700} c="red.9">
              ⟳ {w.circles(data.circleCount)}
            </Text>
          )}
          <BlockerList blockers={data.blockers} scope={scope} today={data.today} isShort />
          <Group>
            <Anchor component={Link} to="/waiting" search={scope as never} size="sm" underline="always">
              {w.seeAll(data.blockerCount)}
            </Anchor>
          </Group>
        </Stack>
      )}
    </Part>
  )
}
