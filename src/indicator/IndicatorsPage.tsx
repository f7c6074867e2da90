// The list of indicators: what each stands at, what it should reach, how it is going, and its years in one small line. The
// address is its whole state.
import { Button, Card, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { searchKey } from '../base/text.ts'
import { get } from '../http/client.ts'
import { Choice } from '../ui/Choice.tsx'
import { ListTable } from '../ui/ListTable.tsx'
import { countSet, Filters, SearchField } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import { useIsWide } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { type IndicatorRow, WAYS } from './indicator.ts'
import { DisagreeMark, IndicatorLink, StatusMark, TargetLine, Trend } from './parts.tsx'
import { Trends } from './picture.ts'
import { RuleDialog } from './RuleDialog.tsx'
import { partsText, sourceText, URGENCY, urgencyOf, withUnit } from './show.ts'
import { KEY, readSearch, useAll, useChoices } from './use-indicator.ts'

const w = words.indicatorPage
const l = w.list
const ALL = 'all'
const NAMES = ['q', 'plan', 'way', 'state', 'disagrees', 'page'] as const
type Search = Partial<Record<(typeof NAMES)[number], string | undefined>>

/** Rows of one page. */
const SHOWN = 50

export function IndicatorsPage() {
  const search: Search = readSearch(useSearch({ strict: false }), NAMES)
  const navigate = useNavigate()
  const [isRuleOpen, setRuleOpen] = useState(false)
  const change = (next: Search, replace = false) =>
    void navigate({
      to: '/indicators',
      search: { ...search, page: undefined, ...next } as never,
      replace,
    })
  const { data, error, refetch } = useAll({ plan: search.plan })
  const isNarrowed = countSet([search.q, search.plan, search.way, search.state, search.disagrees]) > 0
  const found = (data?.rows ?? [])
    .filter((row) => isWanted(row, search))
    .sort((a, b) => urgencyOf(a) - urgencyOf(b) || a.name.localeCompare(b.name, 'vi'))
  const page = Math.max(1, Number(search.page) || 1)
  const last = Math.max(1, Math.ceil(found.length / SHOWN))
  return (
    <Page
      title={w.title}
      actions={
        <Group gap="xs">
          <Button variant="default" onClick={() => setRuleOpen(true)}>
            {w.rule.title}
          </Button>
          {data?.mayDefine && (
            <Button component={Link} to="/indicators/new">
              {w.add}
            </Button>
          )}
        </Group>
      }
    >
      {isRuleOpen && <RuleDialog onClose={() => setRuleOpen(false)} />}
      <Fields search={search} change={change} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && found.length === 0 && <Empty>{isNarrowed ? l.emptyFilter : l.empty}</Empty>}
      {found.length > 0 && (
        <>
          <Text size="sm" c="gray.7" role="status">
            {l.total(found.length)}
          </Text>
          <Rows rows={found.slice((page - 1) * SHOWN, page * SHOWN)} />
        </>
      )}
      {(page > 1 || page < last) && (
        <Group className="screen-only">
          {page > 1 && (
            <Button variant="default" onClick={() => change({ page: undefined })}>
              {words.common.firstPage}
            </Button>
          )}
          {page < last && (
            <Button variant="default" onClick={() => change({ page: String(page + 1) })}>
              {words.common.nextPage}
            </Button>
          )}
        </Group>
      )}
    </Page>
  )
}

/** What is asked of the rows themselves; those of a plan are asked of the server. */
function isWanted(row: IndicatorRow, { q, way, state, disagrees }: Search): boolean {
  const text = searchKey(`${row.code} ${row.name} ${row.unit}`)
  if (
    q &&
    !searchKey(q)
      .split(' ')
      .every((word) => text.includes(word))
  )
    return false
  if (way && row.way !== way) return false
  if (state && row.target?.status !== state) return false
  return disagrees !== 'true' || row.now.disagrees
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
  const { value, source, computed } = row.now
  const parts = value === null || source === 'typed' || !computed ? null : partsText(computed)
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
