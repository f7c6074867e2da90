// On pages of others: who holds most up there, in a few lines, before any percentage. Put there by main.tsx.
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { ALL } from '../task/parts.tsx'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import { words } from '../vocabulary/words.ts'
import { BlockerList, HoldList, waitersText } from './BlockerList.tsx'
import { readWaitingFilter, Waiting, type WaitingFilter, waitingAddress } from './waiting.ts'

const w = words.waiting
const MOST = 5

const useBrief = (scope: WaitingFilter) =>
  useQuery({
    queryKey: ['waiting', 'brief', scope],
    queryFn: () => get(`/api/waiting?${waitingAddress({ ...scope, limit: MOST, brief: true })}`, Waiting),
  })

function All({ scope, children }: { scope: WaitingFilter; children: string }) {
  return (
    <Group>
      <Anchor component={Link} to="/waiting" search={scope as never} size="sm" underline="always">
        {children}
      </Anchor>
    </Group>
  )
}

/** `isSilent`: where nothing waits there is nothing to read. */
function Blockers({ scope, isSilent = false }: { scope: WaitingFilter; isSilent?: boolean }) {
  const { data, error, refetch } = useBrief(scope)
  const count = data ? data.blockerCount + data.circleCount : 0
  if (isSilent && !error && count === 0) return null
  return (
    <Part title={w.title}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && count === 0 && <Text size="sm">{w.nothing}</Text>}
      {data && count > 0 && (
        <Stack gap="xs">
          <Text size="sm">{w.counted(waitersText(data.waiting), words.day(data.today))}</Text>
          {data.circleCount > 0 && (
            <Text size="sm" fw={700} c="red.9">
              ⟳ {w.circles(data.circleCount)}
            </Text>
          )}
          <BlockerList blockers={data.blockers} scope={scope} today={data.today} isShort />
          <All scope={scope}>{w.seeAll(data.blockerCount)}</All>
        </Stack>
      )}
    </Part>
  )
}

/** In the scope that the address of the leader's page holds. */
export function BlockersOfLeader() {
  const { agency = ALL, plan } = readWaitingFilter(useSearch({ strict: false }))
  return <Blockers scope={{ agency, plan }} />
}

export const BlockersOfPlan = ({ id }: { id: string }) => (
  <Blockers scope={{ agency: ALL, plan: id }} isSilent />
)

/** What waits for an agency, and what it waits for itself. */
export function BlockersOfAgency({ id }: { id: string }) {
  const scope = { agency: ALL, at: id }
  const { data, error, refetch } = useBrief(scope)
  const [blocker] = data?.blockers ?? []
  return (
    <>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && blocker && (
        <Part title={w.waitsForAgency}>
          <Text size="sm">
            {waitersText(blocker.waiters)} · <b>{w.longest(blocker.days)}</b>
          </Text>
          <HoldList holds={blocker.holds} today={data.today} />
          {blocker.holdCount > blocker.holds.length && (
            <All scope={scope}>{w.allHolds(blocker.holdCount)}</All>
          )}
        </Part>
      )}
      <Blockers scope={{ agency: id }} isSilent />
    </>
  )
}
