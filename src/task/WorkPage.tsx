// The worklist: what is to be done, the nearest day first. The address is its whole state.
import { Anchor, Button, Card, Group, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback, useHotkeys, useMediaQuery } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { get } from '../http/client.ts'
import { Notices } from '../notice/NoticePanel.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import { words } from '../vocabulary/words.ts'
import { AgencyChoice, ALL, DueMark, PlanChoice, StatusBadge } from './parts.tsx'
import { SavedFilters } from './SavedFilters.tsx'
import { addressOf, readFilter, WorkCounts, type WorkFilter, WorkList, type WorkRow } from './work.ts'
import type { WorkState } from './work-state.ts'

const TABS = [
  'open',
  'overdue',
  'soon',
  'to-receive',
  'to-approve',
  'to-confirm',
  'undated',
  'done',
  'all',
] as const
/** These stay in sight even when nothing is in them. */
const STEADY: readonly WorkState[] = ['open', 'overdue', 'done', 'all']

export function WorkPage() {
  const filter = readFilter(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { state: _, after: __, ...scope } = filter
  const counts = useQuery({
    queryKey: ['work', 'counts', scope],
    queryFn: () => get(`/api/work/counts?${addressOf(scope)}`, WorkCounts),
    placeholderData: keepPreviousData,
  })
  const list = useQuery({
    queryKey: ['work', 'list', filter],
    queryFn: () => get(`/api/work?${addressOf(filter)}`, WorkList),
    placeholderData: keepPreviousData,
  })
  const change = (next: Partial<WorkFilter>, replace = false) =>
    void navigate({ to: '/work', search: { ...filter, after: undefined, ...next } as never, replace })
  const chosen = filter.agency ?? counts.data?.agency?.id ?? ALL
  const name = counts.data?.agency?.name
  const title =
    chosen === ALL ? words.task.workTitleAll : name ? words.task.workTitleOf(name) : words.task.workTitle
  return (
    <Page title={title} actions={<SavedFilters filter={filter} />}>
      <Notices />
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <Search value={filter.q ?? ''} onChange={(q) => change({ q: q || undefined }, true)} />
        <AgencyChoice counts={counts.data} value={chosen} onChange={(agency) => change({ agency })} />
        <PlanChoice
          counts={counts.data}
          value={filter.plan}
          onChange={(plan) => change({ plan: plan === ALL ? undefined : plan })}
        />
      </SimpleGrid>
      <Tabs filter={filter} counts={counts.data?.counts} />
      {filter.item && (
        <Group gap="xs">
          <Text size="sm">{words.task.oneItem}</Text>
          <Button size="compact-sm" variant="default" onClick={() => change({ item: undefined })}>
            {words.task.clearFilter}
          </Button>
        </Group>
      )}
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data?.rows.length === 0 && <Nothing filter={filter} isStart={counts.data?.counts.all === 0} />}
      {list.data && list.data.rows.length > 0 && <Rows rows={list.data.rows} withAgency={chosen === ALL} />}
      <Group>
        {filter.after && (
          <Button
            variant="default"
            component={Link}
            to="/work"
            search={{ ...filter, after: undefined } as never}
          >
            {words.task.firstPage}
          </Button>
        )}
        {list.data?.next && (
          <Button
            variant="default"
            component={Link}
            to="/work"
            search={{ ...filter, after: list.data.next } as never}
          >
            {words.task.nextPage}
          </Button>
        )}
      </Group>
    </Page>
  )
}

function Search({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const send = useDebouncedCallback(onChange, 300)
  useHotkeys([['/', () => field.current?.focus()]])
  // The address may change under us: back, or a link to another list.
  useEffect(() => {
    if (document.activeElement !== field.current) setText(value)
  }, [value])
  return (
    <TextInput
      ref={field}
      type="search"
      label={words.task.searchLabel}
      description={<Shortcuts />}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        send(event.currentTarget.value.trim())
      }}
    />
  )
}

/** A phone has no keys to press. */
const Shortcuts = () => (
  <Text size="xs" c="gray.7" component="span" visibleFrom="md">
    {words.task.searchHint}
  </Text>
)

function Tabs({ filter, counts }: { filter: WorkFilter; counts: WorkCounts['counts'] | undefined }) {
  const shown: WorkState[] = TABS.filter(
    (state) => STEADY.includes(state) || state === filter.state || (counts?.[state] ?? 0) > 0,
  )
  if (!shown.includes(filter.state)) shown.push(filter.state)
  return (
    <Group component="nav" gap={6} aria-label={words.task.stateTabs}>
      {shown.map((state) => (
        <Button
          key={state}
          size="xs"
          variant={state === filter.state ? 'filled' : 'default'}
          component={Link}
          to="/work"
          search={{ ...filter, after: undefined, state } as never}
          aria-current={state === filter.state ? 'page' : undefined}
        >
          {words.task.states[state]}
          {counts && ` (${words.number(counts[state])})`}
        </Button>
      ))}
    </Group>
  )
}

function Nothing({ filter, isStart }: { filter: WorkFilter; isStart: boolean }) {
  if (filter.q || filter.item || (filter.plan && isStart)) return <Empty>{words.task.emptySearch}</Empty>
  if (isStart) return <Empty>{words.task.emptyStart}</Empty>
  const byState: Partial<Record<WorkState, string>> = words.task.emptyState
  return <Empty>{byState[filter.state] ?? words.task.emptyState.other}</Empty>
}

interface RowsProps {
  rows: WorkRow[]
  withAgency: boolean
}

function Rows({ rows, withAgency }: RowsProps) {
  const isWide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false })
  const place = useRef<HTMLDivElement>(null)
  /** Moves the focus itself from row to row, so that Enter opens the row as any link. */
  const move = (by: number) => {
    const links = [...(place.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const now = links.indexOf(document.activeElement as HTMLElement)
    links[now < 0 ? 0 : Math.min(links.length - 1, Math.max(0, now + by))]?.focus()
  }
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
  ])
  return (
    <div ref={place}>
      {isWide ? <WideRows {...{ rows, withAgency }} /> : <Cards {...{ rows, withAgency }} />}
    </div>
  )
}

function WideRows({ rows, withAgency }: RowsProps) {
  const { columns } = words.task
  return (
    <Table verticalSpacing="xs" highlightOnHover layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.quote}</Table.Th>
          {withAgency && <Table.Th w={180}>{columns.agency}</Table.Th>}
          <Table.Th w={160}>{columns.due}</Table.Th>
          <Table.Th w={180}>{columns.status}</Table.Th>
          <Table.Th w={180}>{columns.action}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>
              <Duty row={row} />
            </Table.Td>
            {withAgency && (
              <Table.Td>
                <Text size="sm">{row.agency.name}</Text>
              </Table.Td>
            )}
            <Table.Td>
              <DueMark {...row} />
            </Table.Td>
            <Table.Td>
              <StatusBadge {...row} />
            </Table.Td>
            <Table.Td>
              <Act row={row} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Cards({ rows, withAgency }: RowsProps) {
  return (
    <Stack gap="sm">
      {rows.map((row) => (
        <Card key={row.id} withBorder padding="sm">
          <Stack gap={6}>
            <Duty row={row} />
            {withAgency && <Text size="sm">{row.agency.name}</Text>}
            <Group justify="space-between" align="flex-start">
              <div>
                <DueMark {...row} />
              </div>
              <StatusBadge {...row} />
            </Group>
            <Act row={row} />
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}

function Duty({ row }: { row: WorkRow }) {
  return (
    <>
      <Anchor
        component={Link}
        to="/work/$id"
        params={{ id: row.id } as never}
        data-row
        lineClamp={3}
        size="sm"
        fw={600}
        c="dark.9"
      >
        {row.quote}
      </Anchor>
      <Text size="xs" c="gray.7" lineClamp={1}>
        {row.plan.number ?? row.plan.title} · {words.task.section(row.section)}
      </Text>
    </>
  )
}

/** One call to action: the step that is this person's to take, else a look. */
function Act({ row }: { row: WorkRow }) {
  const label = row.next ? words.task.steps[row.next] : words.task.open
  return (
    <Button
      component={Link}
      to="/work/$id"
      params={{ id: row.id } as never}
      size="xs"
      variant={row.next ? 'filled' : 'default'}
      aria-label={`${label}: ${row.quote.slice(0, 80)}`}
    >
      {label}
    </Button>
  )
}
