// On the leader's page: indicators that are behind or missed, the worst first, each the way to its page.
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Failure, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { DisagreeMark, IndicatorLink, StatusMark, TargetLine } from './parts.tsx'
import { urgencyOf, withUnit } from './show.ts'
import { useAll } from './use-indicator.ts'

const w = words.indicatorPage

/** More than these nobody takes in beside the rest of the page. */
const SHOWN = 6
const LATE = ['missed', 'behind', 'slow'] as const

export function ForLeaders({ plan }: { plan?: string | undefined }) {
  const { data, error, refetch } = useAll({ plan })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data || data.rows.length === 0) return null
  const behind = data.rows
    .flatMap((row) => (row.target ? [{ row, target: row.target }] : []))
    .filter(({ target }) => (LATE as readonly string[]).includes(target.status))
    .sort((a, b) => urgencyOf(a.row) - urgencyOf(b.row))
  return (
    <Part title={w.leader.title}>
      <Text size="sm">
        {behind.length === 0 ? w.leader.fine : w.leader.behind(behind.length, data.rows.length)}
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
