// The leader's page: what is stuck first, then the figures; every number opens its list. The address holds the filter.
import { Anchor, Button, Card, Group, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { get } from '../http/client.ts'
import { AgencyChoice, ALL, PlanChoice, planName, Timeliness } from '../task/parts.tsx'
import { addressOf, WorkCounts, WorkList } from '../task/work.ts'
import type { WorkState } from '../task/work-state.ts'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { words } from '../vocabulary/words.ts'
import { type Counts, Dashboard, readScope } from './dashboard.ts'
import { Count, Legend, Matrix, Ratios, type Scope, ScopeOfPage, StackedBar } from './figures.tsx'

/** Rows of a list shown before its link to all of it. */
const MOST = 4
/** Rows of a table shown before somebody asks for all. */
const FIRST = 12

export function DashboardPage() {
  const scope = readScope(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery({
    queryKey: ['work', 'dashboard', scope],
    queryFn: () => get(`/api/dashboard?${addressOf(scope)}`, Dashboard),
    placeholderData: keepPreviousData,
  })
  const choices = useQuery({
    queryKey: ['work', 'counts', { agency: ALL }],
    queryFn: () => get(`/api/work/counts?agency=${ALL}`, WorkCounts),
  })
  const change = (next: Scope) => void navigate({ to: '/dashboard', search: { ...scope, ...next } as never })
  const chosen = (value: string) => (value === ALL ? undefined : value)
  const w = words.dashboard
  return (
    <Page title={w.title}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <AgencyChoice
          counts={choices.data}
          value={scope.agency}
          onChange={(agency) => change({ agency: chosen(agency) })}
        />
        <PlanChoice
          counts={choices.data}
          value={scope.plan}
          onChange={(plan) => change({ plan: chosen(plan) })}
        />
      </SimpleGrid>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.counts.all === 0 && <Empty>{scope.plan || scope.agency ? w.emptyFilter : w.empty}</Empty>}
      {data && data.counts.all > 0 && (
        <ScopeOfPage value={scope}>
          <Text size="sm" c="gray.7">
            {w.counted(words.day(data.today))}
          </Text>
          <Blockers counts={data.counts} scope={scope} />
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <Part title={w.matrix}>
              <Matrix counts={data.counts} />
            </Part>
            <Part title={w.ratios}>
              <Ratios counts={data.counts} />
              <StackedBar counts={data.counts} height={22} />
              <Legend counts={data.counts} />
            </Part>
          </SimpleGrid>
          <Part title={w.byAgency}>
            <Breakdown
              head={words.task.agency}
              rows={data.byAgency.map(({ id, name, counts }) => ({
                id,
                name,
                counts,
                scope: { agency: id },
              }))}
            />
          </Part>
          <Part title={w.byPlan}>
            <Breakdown
              head={words.task.plan}
              rows={data.byPlan.map((plan) => ({
                id: plan.id,
                name: planName(plan),
                counts: plan.counts,
                scope: { plan: plan.id },
              }))}
            />
          </Part>
        </ScopeOfPage>
      )}
    </Page>
  )
}

/** Where it is stuck, before any percentage. */
function Blockers({ counts, scope }: { counts: Counts; scope: Scope }) {
  const w = words.dashboard
  return (
    <Part title={w.blockers}>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        {(['overdue', 'soon', 'to-approve', 'to-confirm'] as const).map((state) => (
          <Card key={state} withBorder padding="sm">
            <Text size="sm">{words.task.states[state]}</Text>
            <Count state={state} counts={counts} size="1.75rem" fw={700} />
          </Card>
        ))}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, md: 3 }}>
        <Stuck title={w.mostOverdue} state="overdue" nothing={w.nothingOverdue} {...{ counts, scope }} />
        <Stuck
          title={w.waitingApprove}
          state="to-approve"
          nothing={w.nothingWaiting}
          {...{ counts, scope }}
        />
        <Stuck
          title={w.waitingConfirm}
          state="to-confirm"
          nothing={w.nothingWaiting}
          {...{ counts, scope }}
        />
      </SimpleGrid>
    </Part>
  )
}

interface StuckProps {
  title: string
  state: WorkState
  nothing: string
  counts: Counts
  scope: Scope
}

function Stuck({ title, state, nothing, counts, scope }: StuckProps) {
  const filter = { state, agency: scope.agency ?? ALL, plan: scope.plan }
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
              {row.agency.name} · <Timeliness {...row} />
            </Text>
          </div>
        ))}
      {counts[state] > MOST && (
        <Group>
          <Count state={state} counts={counts}>
            {words.dashboard.seeAll(counts[state])}
          </Count>
        </Group>
      )}
    </Stack>
  )
}

interface Row {
  id: string
  name: string
  counts: Counts
  scope: Scope
}

const COLUMNS = ['all', 'done-on-time', 'done-late', 'within', 'overdue'] as const

function Breakdown({ head, rows }: { head: string; rows: Row[] }) {
  const [isWhole, setWhole] = useState(false)
  return (
    <>
      <BreakdownRows head={head} rows={isWhole ? rows : rows.slice(0, FIRST)} />
      {rows.length > FIRST && !isWhole && (
        <Group>
          <Button variant="default" size="xs" onClick={() => setWhole(true)}>
            {words.dashboard.allRows(rows.length)}
          </Button>
        </Group>
      )}
    </>
  )
}

function BreakdownRows({ head, rows }: { head: string; rows: Row[] }) {
  const isWide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false })
  const w = words.dashboard
  if (!isWide)
    return (
      <Stack gap="sm">
        {rows.map((row) => (
          <Stack key={row.id} gap={4}>
            <Only {...row} />
            <StackedBar counts={row.counts} />
            <Text size="sm">
              {w.share}: <Share {...row} />
            </Text>
            <Text size="sm">
              {words.task.states.overdue}: <Count state="overdue" {...row} inText />
            </Text>
          </Stack>
        ))}
      </Stack>
    )
  return (
    <Table verticalSpacing={6} stickyHeader stickyHeaderOffset={52} highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{head}</Table.Th>
          <Table.Th>{w.assigned}</Table.Th>
          {COLUMNS.slice(1).map((state) => (
            <Table.Th key={state}>{w.parts[state as keyof typeof w.parts]}</Table.Th>
          ))}
          <Table.Th>{w.share}</Table.Th>
          <Table.Th w={180}>{w.bar}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>
              <Only {...row} />
            </Table.Td>
            {COLUMNS.map((state) => (
              <Table.Td key={state}>
                <Count
                  state={state}
                  {...row}
                  fw={state === 'overdue' && row.counts.overdue > 0 ? 700 : 400}
                />
              </Table.Td>
            ))}
            <Table.Td>
              <Share {...row} />
            </Table.Td>
            <Table.Td>
              <StackedBar counts={row.counts} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** The name limits the whole page to it. */
function Only({ name, scope }: Row) {
  const page = readScope(useSearch({ strict: false }))
  return (
    <Anchor
      component={Link}
      to="/dashboard"
      search={{ ...page, ...scope } as never}
      size="sm"
      aria-label={words.dashboard.onlyThis(name)}
    >
      {name}
    </Anchor>
  )
}

function Share({ counts, scope }: Row) {
  return (
    <Text size="sm" component="span">
      <Count state="done" counts={counts} scope={scope} inText />/
      <Count state="all" counts={counts} scope={scope} inText /> ({words.percent(counts.done / counts.all)})
    </Text>
  )
}
