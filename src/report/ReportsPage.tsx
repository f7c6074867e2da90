// Rounds of reports: those one has to answer, those that come in, all of them. The address is the whole state.
import { Button, Card, Group, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { get } from '../http/client.ts'
import { useSession } from '../identity/session.tsx'
import { planName } from '../task/parts.tsx'
import { Pages } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { ROUND_TABS, RoundList, type RoundSummary } from './exchange.ts'
import { ReportBadge, RoundHead } from './parts.tsx'

const w = words.report
const Search = z.object({
  tab: z.enum(ROUND_TABS).optional().catch(undefined),
  after: z.string().optional().catch(undefined),
})

export function ReportsPage() {
  const { tab: asked, after } = Search.parse(useSearch({ strict: false }))
  const { agency } = useSession()
  const tab = asked ?? (agency ? 'write' : 'all')
  const list = useQuery({
    queryKey: ['reports', 'rounds', tab, after],
    queryFn: () => get(`/api/rounds?${new URLSearchParams({ tab, ...(after ? { after } : {}) })}`, RoundList),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={w.title}>
      <nav className="state-tabs" aria-label={words.common.stateTabs}>
        {ROUND_TABS.map((name) => (
          <Button
            key={name}
            size="xs"
            variant={name === tab ? 'filled' : 'default'}
            component={Link}
            to="/reports"
            search={{ tab: name } as never}
            aria-current={name === tab ? 'page' : undefined}
          >
            {w.tabs[name]}
          </Button>
        ))}
      </nav>
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data?.rounds.length === 0 && <Empty>{w.emptyTab[tab]}</Empty>}
      <Stack gap="sm">
        {list.data?.rounds.map((round) => (
          <RoundCard key={round.id} round={round} today={list.data.today} />
        ))}
      </Stack>
      <Pages to="/reports" filter={{ tab, after }} next={list.data?.next} />
    </Page>
  )
}

export function RoundCard({ round, today }: { round: RoundSummary; today: string }) {
  const { mine, plan } = round
  return (
    <Card withBorder p="sm" component="article" aria-label={round.title}>
      <RoundHead round={round} today={today} />
      <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
        {planName(plan)}
      </Text>
      <Group gap="xs" mt="xs">
        {mine && (
          <>
            <Button size="xs" component={Link} to="/reports/$id" params={{ id: mine.id } as never}>
              {w.page.openReport}
            </Button>
            <ReportBadge state={mine.state} />
          </>
        )}
        <Button
          size="xs"
          variant="default"
          component={Link}
          to="/rounds/$id"
          params={{ id: round.id } as never}
        >
          {w.page.openRound}
        </Button>
      </Group>
    </Card>
  )
}
