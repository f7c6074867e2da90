// On pages of others: who holds most up there, in a few lines, before any percentage. Put there by main.tsx.
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { ALL } from '../task/parts.tsx'
import { Failure, Loading, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { BlockerList, HoldList, waitersText } from './BlockerList.tsx'
import { Waiting, waitingAddress } from './waiting.ts'

const w = words.waiting
const MOST = 5

type Scope = { agency: string; plan?: string | undefined; at?: string | undefined }

const useBrief = (scope: Scope) =>
  useQuery({
    queryKey: ['waiting', 'brief', scope],
    queryFn: () => get(`/api/waiting?${waitingAddress({ ...scope, limit: MOST, brief: true })}`, Waiting),
  })

function All({ scope, children }: { scope: Scope; children: string }) {
  return (
    <Group>
      <Anchor component={Link} to="/waiting" search={scope as never} size="sm" underline="always">
        {children}
      </Anchor>
    </Group>
  )
}

/** `isSilent`: where nothing waits there is nothing to read. */
function Scoped({ scope, isSilent = false }: { scope: Scope; isSilent?: boolean }) {
  const { data, error, refetch } = useBrief(scope)
  const count = data ? data.blockerCount + data.circleCount : 0
  if (isSilent && !error && count === 0) return null
  return (
    <Part title={scope.agency === ALL ? w.title : w.agencyWaits}>
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

/** Whose waiting is counted; all when left out. */
export const Blockers = ({
  agency = ALL,
  plan,
}: {
  agency?: string | undefined
  plan?: string | undefined
}) => <Scoped scope={{ agency, plan }} />

export const BlockersOfPlan = ({ id }: { id: string }) => (
  <Scoped scope={{ agency: ALL, plan: id }} isSilent />
)

/** On the page of an agency: what waits for it. */
export function WaitsForAgency({ id }: { id: string }) {
  const scope = { agency: ALL, at: id }
  const { data, error, refetch } = useBrief(scope)
  const [blocker] = data?.blockers ?? []
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data || !blocker) return null
  return (
    <Part title={w.waitsForAgency}>
      <Text size="sm">
        {waitersText(blocker.waiters)} · <b>{w.longest(blocker.days)}</b>
      </Text>
      <HoldList holds={blocker.holds} today={data.today} />
      {blocker.holdCount > blocker.holds.length && <All scope={scope}>{w.allHolds(blocker.holdCount)}</All>}
    </Part>
  )
}
