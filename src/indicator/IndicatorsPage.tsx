// The list of indicators: what each stands at, what it should reach, how it is going, and its years in one small line. The
// address is its whole state.
import { Button, Card, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Choice } from '../ui/Choice.tsx'
import { ListTable } from '../ui/ListTable.tsx'
import { countSet, Filters, Pages, SearchField } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import { useIsWide } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { IndicatorList, type IndicatorRow, WAYS } from './indicator.ts'
import { DisagreeMark, IndicatorLink, StatusMark, TargetLine, Trend } from './parts.tsx'
import { Trends } from './picture.ts'
import { partsText, sourceText, URGENCY, withUnit } from './show.ts'
import { addressOf, KEY, readSearch, useChoices } from './use-indicator.ts'

const w = words.indicatorPage
const l = w.list
const ALL = 'all'
const NAMES = ['q', 'plan', 'way', 'state', 'disagrees', 'after'] as const
type Search = Partial<Record<(typeof NAMES)[number], string | undefined>>

export function IndicatorsPage() {
  const search: Search = readSearch(useSearch({ strict: false }), NAMES)
  const navigate = useNavigate()
  const change = (next: Search, replace = false) =>
    void navigate({
      to: '/indicators',
      search: { ...search, after: undefined, ...next } as never,
      replace,
    })
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'list', search],
    queryFn: () => get(`/api/indicators?${addressOf(search)}`, IndicatorList),
    placeholderData: keepPreviousData,
  })
  const isNarrowed = countSet([search.q, search.plan, search.way, search.state, search.disagrees]) > 0
  return (
    <Page
      title={w.title}
      actions={
        data?.mayDefine && (
          <Button component={Link} to="/indicators/new">
            {w.add}
          </Button>
        )
      }
    >
      <Fields search={search} change={change} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.indicators.length === 0 && <Empty>{isNarrowed ? l.emptyFilter : l.empty}</Empty>}
      {data && data.indicators.length > 0 && (
        <>
          <Text size="sm" c="gray.7" role="status">
            {l.total(data.total)}
          </Text>
          <Rows rows={data.indicators} />
        </>
      )}
      <Pages to="/indicators" filter={search} next={data?.next} />
    </Page>
  )
}

interface FieldsProps {
  search: Search
  change: (next: Search, replace?: boolean) => void
}

function Fields({ search, change }: FieldsProps) {
  const { data } = useChoices()
  const or = (value: string) => (value === ALL ? undefined : value)
  return (
    <Filters set={countSet([search.q, search.plan, search.way, search.state, search.disagrees])}>
      <Stack gap="xs">
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
          <SearchField label={l.search} value={search.q} onSearch={(q) => change({ q }, true)} />
          <Choice
            label={l.plan}
            options={[
              { value: ALL, label: l.allPlans },
              ...(data?.plans ?? []).map(({ id, label }) => ({ value: id, label })),
            ]}
            value={search.plan ?? ALL}
            onChange={(plan) => change({ plan: or(plan) })}
          />
          <Choice
            label={l.state}
            options={[
              { value: ALL, label: l.allStates },
              ...URGENCY.map((value) => ({ value, label: w.states[value] })),
            ]}
            value={search.state ?? ALL}
            onChange={(state) => change({ state: or(state) })}
          />
          <Choice
            label={l.way}
            options={[
              { value: ALL, label: l.allWays },
              ...WAYS.map((value) => ({ value, label: w.ways[value] })),
            ]}
            value={search.way ?? ALL}
            onChange={(way) => change({ way: or(way) })}
          />
        </SimpleGrid>
        <Checkbox
          label={l.disagreeOnly}
          checked={search.disagrees === 'true'}
          onChange={(event) => change({ disagrees: event.currentTarget.checked ? 'true' : undefined })}
        />
      </Stack>
    </Filters>
  )
}

function Rows({ rows }: { rows: readonly IndicatorRow[] }) {
  const isWide = useIsWide()
  const ids = rows.map(({ id }) => id).join(',')
  // The list stands before its small lines: they take a figure of every year each.
  const trends = useQuery({
    queryKey: [...KEY, 'trends', ids],
    queryFn: () => get(`/api/indicators/trends?ids=${ids}`, Trends),
    placeholderData: keepPreviousData,
  })
  const trendOf = (row: IndicatorRow) => trends.data?.trends.find(({ id }) => id === row.id)?.points ?? []
  if (!isWide)
    return (
      <Stack gap="sm">
        {rows.map((row) => (
          <Card key={row.id} withBorder padding="sm" component="article" aria-label={row.name}>
            <Stack gap={6}>
              <Name row={row} />
              <Now row={row} />
              <TargetLine target={row.target} value={row.now.value} of={row} />
              <Group justify="space-between" gap="xs">
                <State row={row} />
                <Trend points={trendOf(row)} decimals={row.decimals} />
              </Group>
            </Stack>
          </Card>
        ))}
      </Stack>
    )
  return (
    <ListTable
      rows={rows}
      columns={[
        { head: l.columns.name, cell: (row) => <Name row={row} /> },
        { head: l.columns.value, width: 190, cell: (row) => <Now row={row} /> },
        {
          head: l.columns.target,
          width: 170,
          cell: (row) => <TargetLine target={row.target} value={row.now.value} of={row} isStacked />,
        },
        { head: l.columns.state, width: 180, cell: (row) => <State row={row} /> },
        {
          head: l.columns.trend,
          width: 140,
          cell: (row) => <Trend points={trendOf(row)} decimals={row.decimals} />,
        },
      ]}
    />
  )
}

const Name = ({ row }: { row: IndicatorRow }) => (
  <div>
    <IndicatorLink id={row.id} name={row.name} />
    {row.isRetired && (
      <Text size="xs" c="gray.7">
        {l.retired}
      </Text>
    )}
  </div>
)

function Now({ row }: { row: IndicatorRow }) {
  const parts = row.now.source === 'typed' || !row.now.computed ? null : partsText(row.now.computed)
  return (
    <Stack gap={0}>
      <Text fw={700} size="sm">
        {withUnit(row.now.value, row)}
      </Text>
      <Text size="xs" c="gray.7">
        {[parts, sourceText(row.now)].filter(Boolean).join(' · ')}
      </Text>
    </Stack>
  )
}

const State = ({ row }: { row: IndicatorRow }) => (
  <Group gap={4}>
    {row.target && <StatusMark status={row.target.status} />}
    <DisagreeMark known={row.now} />
  </Group>
)
