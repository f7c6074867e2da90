// Blockers before percentages: what is longest overdue or waiting, a few rows and the way to all of them.
import { Anchor, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useContext } from 'react'
import { get } from '../http/client.ts'
import { Timeliness } from '../task/parts.tsx'
import { addressOf, WorkList } from '../task/work.ts'
import type { WorkState } from '../task/work-state.ts'
import * as words from '../vocabulary/words.ts'
import type { Counts } from './dashboard.ts'
import { Count, ScopeOfPage } from './figures.tsx'

/** Rows of a list shown before its link to all of it. */
const MOST = 4

/** A number in large print under the name of its list. */
export const BlockerCard = ({ counts, state }: { counts: Counts; state: WorkState }) => (
  <Card withBorder padding="sm">
    <Text size="sm">{words.task.states[state]}</Text>
    <Count unit="assignment" state={state} counts={counts} size="1.75rem" fw={700} />
  </Card>
)

export const BlockerCards = ({ counts, states }: { counts: Counts; states: readonly WorkState[] }) => (
  <SimpleGrid cols={{ base: 2, md: states.length }} spacing="sm">
    {states.map((state) => (
      <BlockerCard key={state} {...{ counts, state }} />
    ))}
  </SimpleGrid>
)

interface StuckProps {
  title: string
  state: WorkState
  nothing: string
  counts: Counts
  /** Not on the page of the one agency. */
  withAgency?: boolean
}

export function Stuck({ title, state, nothing, counts, withAgency = true }: StuckProps) {
  const { plan, agency = 'all', overseer } = useContext(ScopeOfPage)
  const filter = { state, agency, plan, overseer, role: 'lead' as const }
  const { data } = useQuery({
    queryKey: ['work', 'list', { ...filter, limit: MOST }],
    queryFn: () => get(`/api/work?${addressOf(filter)}&limit=${MOST}`, WorkList),
    enabled: counts[state] > 0,
  })
  return (
    <Stack gap="xs">
      <Title order={3} size="h6">
        {title}
      </Title>
      {counts[state] === 0 && <Text size="sm">{nothing}</Text>}
      {counts[state] > 0 &&
        data?.rows.map((row) => (
          <div key={row.id}>
            <Anchor component={Link} to="/work/$id" params={{ id: row.id } as never} size="sm" lineClamp={2}>
              {row.quote}
            </Anchor>
            <Text size="xs" c="gray.7" component="span">
              {withAgency && `${row.agency.name} · `}
              <Timeliness {...row} />
            </Text>
          </div>
        ))}
      {counts[state] > MOST && (
        <Group>
          <Count unit="assignment" state={state} counts={counts}>
            {words.dashboard.seeAll(counts[state])}
          </Count>
        </Group>
      )}
    </Stack>
  )
}
