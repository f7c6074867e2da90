// On the leader's page: indicators that are behind or missed, the worst first, each the way to its page.
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Failure, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { IndicatorList } from './indicator.ts'
import { DisagreeMark, IndicatorLink, StatusMark, TargetLine } from './parts.tsx'
import { URGENCY, withUnit } from './show.ts'
import { addressOf, KEY } from './use-indicator.ts'

const w = words.indicatorPage

/** More than these nobody takes in beside the rest of the page. */
const SHOWN = 6
const LATE = ['missed', 'behind', 'slow'] as const

export function ForLeaders({ plan }: { plan?: string | undefined }) {
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'leader', plan],
    queryFn: () => get(`/api/indicators?${addressOf({ plan, limit: 200 })}`, IndicatorList),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data || data.indicators.length === 0) return null
  const rank = (status: (typeof URGENCY)[number]) => URGENCY.indexOf(status)
  const behind = data.indicators
    .flatMap((row) => (row.target ? [{ row, target: row.target }] : []))
    .filter(({ target }) => (LATE as readonly string[]).includes(target.status))
    .sort((a, b) => rank(a.target.status) - rank(b.target.status))
  return (
    <Part title={w.leader.title}>
      <Text size="sm">
        {behind.length === 0 ? w.leader.fine : w.leader.behind(behind.length, data.total)}
      </Text>
      <div className="side-by-side">
        {behind.slice(0, SHOWN).map(({ row, target }) => (
          <Stack key={row.id} gap={2}>
            <IndicatorLink id={row.id} name={row.name} />
            <Group gap="xs">
              <StatusMark status={target.status} />
              <DisagreeMark known={row.now} />
              <Text size="sm" fw={700}>
                {withUnit(row.now.value, row)}
              </Text>
            </Group>
            <TargetLine target={target} value={row.now.value} of={row} />
          </Stack>
        ))}
      </div>
      <Anchor component={Link} to="/indicators" search={{ plan } as never} size="sm">
        {w.leader.all}
      </Anchor>
    </Part>
  )
}
