// The list of trade-remedy warnings: which were sent, and how far they have reached.
import { Anchor, Badge, Button, Card, Group, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Pages, SearchField, StateTabs } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Share } from './bars.tsx'
import { WARNING_TABS, WarningList, WarningQuery, type WarningRow } from './warning.ts'

const w = words.warning
export const WARNING_KEY = ['warnings']
const TO = '/cooperatives/warnings'

function readQuery(search: Record<string, unknown>): WarningQuery {
  const known = Object.entries(WarningQuery.shape).flatMap(([name, form]) => {
    const value = form.safeParse(search[name] === undefined ? undefined : String(search[name]))
    return value.success && value.data !== undefined ? [[name, value.data]] : []
  })
  return WarningQuery.parse(Object.fromEntries(known))
}

export function WarningsPage() {
  const filter = readQuery(useSearch({ strict: false }))
  const navigate = useNavigate()
  const address = new URLSearchParams(
    Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...WARNING_KEY, 'list', filter],
    queryFn: () => get(`/api/warnings?${address}`, WarningList),
    placeholderData: keepPreviousData,
  })
  const isStart = data?.counts.all === 0
  return (
    <Page
      title={w.title}
      actions={
        <Button variant="default" component={Link} to={'/registers/trade-warning' as never}>
          {w.register}
        </Button>
      }
    >
      {!isStart && (
        <SearchField
          label={w.search}
          value={filter.q}
          onSearch={(q) =>
            void navigate({ to: TO, search: { ...filter, q, after: undefined } as never, replace: true })
          }
        />
      )}
      {!isStart && (
        <StateTabs
          to={TO}
          filter={filter}
          states={WARNING_TABS}
          steady={['all', 'unsent', 'sent']}
          names={w.states}
          counts={data?.counts}
        />
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data?.rows.length === 0 && <Empty>{isStart ? w.empty : w.nothing}</Empty>}
      <Stack gap="sm">
        {data?.rows.map((row) => (
          <WarningCard key={row.id} row={row} />
        ))}
      </Stack>
      <Pages to={TO} filter={filter} next={data?.next} />
    </Page>
  )
}

export const WarningBadge = ({ state }: { state: WarningRow['state'] }) => (
  <Badge variant="outline" color={state === 'sent' ? 'lake.8' : 'gray.8'} tt="none" style={{ flexShrink: 0 }}>
    {w.states[state]}
  </Badge>
)

export function coverageText({ told, recipients }: Pick<WarningRow, 'told' | 'recipients'>): string {
  return recipients === 0 ? w.noCoverage : w.coverage(told, recipients, words.percent(told / recipients))
}

function WarningCard({ row }: { row: WarningRow }) {
  return (
    <Card withBorder p="sm" component="article">
      <Group gap="xs" wrap="nowrap" justify="space-between" align="flex-start">
        <Anchor
          component={Link}
          to="/cooperatives/warnings/$id"
          params={{ id: row.id } as never}
          fw={600}
          style={{ overflowWrap: 'anywhere' }}
        >
          {row.title}
        </Anchor>
        <WarningBadge state={row.state} />
      </Group>
      <Text size="sm" c="gray.7">
        {[row.code, w.issued(row.issuedBy, row.issuedOn), row.endsOn && w.endsOn(row.endsOn)]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {row.sentOn && <Share part={row.told} whole={row.recipients} text={coverageText(row)} />}
    </Card>
  )
}
