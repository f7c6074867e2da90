// The list of difficulties: where each lies, since when, how much time is left. The address is its whole state.
import { Anchor, Button, Card, Group, SimpleGrid, Stack, Text, Tooltip } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { get, send } from '../http/client.ts'
import { useSession, useWhyNot } from '../identity/session.tsx'
import { ALL, planName } from '../task/parts.tsx'
import { Choice } from '../ui/Choice.tsx'
import { ListTable } from '../ui/ListTable.tsx'
import { countSet, Filters, Pages, SearchField, StateTabs } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import { useIsWide } from '../ui/wide.ts'
import { DIFFICULTY_TYPES, type DifficultyType } from '../vocabulary/difficulty-type.ts'
import * as words from '../vocabulary/words.ts'
import {
  addressOf,
  DifficultyCounts,
  type DifficultyFilter,
  DifficultyList,
  type DifficultyRow,
  Escalated,
  readFilter,
  STATE_NAMES,
  type State,
} from './exchange.ts'
import { DifficultyBadge, MissingYears, TimeLeft } from './parts.tsx'
import { KEY } from './use-step.ts'

const w = words.difficulty
/** These stay in sight even when nothing is in them. */
const STEADY: readonly State[] = ['open', 'overdue', 'all']

export function DifficultiesPage() {
  const filter = readFilter(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { state: _, after: __, ...scope } = filter
  const counts = useQuery({
    queryKey: [...KEY, 'counts', scope],
    queryFn: () => get(`/api/difficulties/counts?${addressOf(scope)}`, DifficultyCounts),
    placeholderData: keepPreviousData,
  })
  const list = useQuery({
    queryKey: [...KEY, 'list', filter],
    queryFn: () => get(`/api/difficulties?${addressOf(filter)}`, DifficultyList),
    placeholderData: keepPreviousData,
  })
  const change = (next: Partial<DifficultyFilter>, replace = false) =>
    void navigate({ to: '/difficulties', search: { ...filter, after: undefined, ...next } as never, replace })
  const isNarrowed = Object.values(scope).some((value) => value !== undefined)
  const isStart = counts.data?.counts.all === 0 && !isNarrowed
  return (
    <Page title={w.title} actions={<Actions filter={filter} counts={counts.data?.counts} />}>
      {!isStart && <Fields {...{ filter, counts: counts.data, change }} />}
      {!isStart && (
        <StateTabs
          to="/difficulties"
          filter={filter}
          states={STATE_NAMES}
          steady={STEADY}
          names={w.states}
          counts={counts.data?.counts}
        />
      )}
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data?.rows.length === 0 && <Nothing {...{ isStart, isNarrowed }} />}
      {list.data && list.data.rows.length > 0 && (
        <>
          <MissingYears years={list.data.missingYears} />
          <Rows list={list.data} />
        </>
      )}
      <Pages to="/difficulties" filter={filter} next={list.data?.next} />
    </Page>
  )
}

function Actions({
  filter,
  counts,
}: {
  filter: DifficultyFilter
  counts: DifficultyCounts['counts'] | undefined
}) {
  const whyNot = useWhyNot('difficulty.escalate')
  const client = useQueryClient()
  // What lies before the leaders already goes no further.
  const isAny = (counts?.overdue ?? 0) > (counts?.leaders ?? 0)
  const escalate = useMutation({
    mutationFn: () => send('/api/difficulties/escalate', { answer: Escalated }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
  return (
    <Stack gap={4} align="flex-end">
      <Group gap="xs">
        {!whyNot && isAny && (
          <Tooltip label={w.escalateHint}>
            <Button variant="default" loading={escalate.isPending} onClick={() => escalate.mutate()}>
              {w.escalate}
            </Button>
          </Tooltip>
        )}
        <Button
          variant="default"
          component={Link}
          to="/difficulties/table"
          search={{ ...filter, after: undefined } as never}
        >
          {w.table}
        </Button>
      </Group>
      {escalate.data && (
        <Text size="sm" role="status">
          {w.escalated(escalate.data.escalated)}
        </Text>
      )}
      {escalate.error && <Failure error={escalate.error} />}
    </Stack>
  )
}

interface FieldsProps {
  filter: DifficultyFilter
  counts: DifficultyCounts | undefined
  change: (next: Partial<DifficultyFilter>, replace?: boolean) => void
}

function Fields({ filter, counts, change }: FieldsProps) {
  const { agency } = useSession()
  const named = (list: readonly { id: string; name: string }[] | undefined, own: string | undefined) => {
    const options = (list ?? []).map(({ id, name }) => ({ value: id, label: name }))
    // An address may name an agency that has nothing here (any more).
    if (own && !options.some(({ value }) => value === own))
      options.push({ value: own, label: own === agency?.id ? agency.name : words.task.nothingFound })
    return options
  }
  const or = (value: string) => (value === ALL ? undefined : value)
  return (
    <Stack gap="xs">
      <Filters set={countSet([filter.q, filter.type, filter.agency, filter.at, filter.plan])}>
        <SimpleGrid cols={{ base: 2, md: 5 }} spacing="sm">
          <SearchField
            label={w.search}
            placeholder={w.searchHint}
            value={filter.q}
            onSearch={(q) => change({ q }, true)}
          />
          <Choice
            label={w.type}
            options={[
              { value: ALL, label: w.allTypes },
              ...DIFFICULTY_TYPES.map((value) => ({ value, label: w.types[value] })),
            ]}
            value={filter.type ?? ALL}
            onChange={(type) => change({ type: or(type) as DifficultyType | undefined })}
          />
          <Choice
            label={w.raisedBy}
            options={[
              { value: ALL, label: words.task.allAgencies },
              ...named(counts?.agencies, filter.agency),
            ]}
            value={filter.agency ?? ALL}
            onChange={(id) => change({ agency: or(id) })}
          />
          <Choice
            label={w.at}
            options={[{ value: ALL, label: w.anywhere }, ...named(counts?.at, filter.at)]}
            value={filter.at ?? ALL}
            onChange={(id) => change({ at: or(id) })}
          />
          <Choice
            label={words.task.plan}
            options={[
              { value: ALL, label: words.task.allPlans },
              ...(counts?.plans ?? []).map((plan) => ({ value: plan.id, label: planName(plan) })),
            ]}
            value={filter.plan ?? ALL}
            onChange={(id) => change({ plan: or(id) })}
          />
        </SimpleGrid>
      </Filters>
      {agency && (
        <Group gap="xs" role="group" aria-label={w.mine.label}>
          {(['agency', 'at'] as const).map((by) => {
            const isOn = filter[by] === agency.id
            return (
              <Button
                key={by}
                size="compact-sm"
                variant={isOn ? 'filled' : 'default'}
                aria-pressed={isOn}
                onClick={() => change({ [by]: isOn ? undefined : agency.id })}
              >
                {by === 'agency' ? w.mine.raised : w.mine.at}
              </Button>
            )
          })}
        </Group>
      )}
    </Stack>
  )
}

function Nothing({ isStart, isNarrowed }: { isStart: boolean; isNarrowed: boolean }) {
  if (!isStart) return <Empty>{isNarrowed ? w.emptySearch : w.emptyState}</Empty>
  return (
    <Empty
      action={
        <Button component={Link} to="/work" variant="default">
          {w.openWork}
        </Button>
      }
    >
      {w.empty}
    </Empty>
  )
}

function Rows({ list }: { list: DifficultyList }) {
  return useIsWide() ? <WideRows list={list} /> : <Cards list={list} />
}

function WideRows({ list: { rows, today } }: { list: DifficultyList }) {
  return (
    <ListTable
      rows={rows}
      columns={[
        { head: w.columns.text, cell: (row) => <What row={row} /> },
        { head: w.columns.raisedBy, width: 170, cell: (row) => <Who row={row} /> },
        { head: w.columns.at, width: 170, cell: (row) => <Where row={row} /> },
        { head: w.columns.due, width: 150, cell: (row) => <Due row={row} today={today} /> },
        { head: w.columns.status, width: 190, cell: (row) => <DifficultyBadge {...row} /> },
      ]}
    />
  )
}

function Cards({ list: { rows, today } }: { list: DifficultyList }) {
  return (
    <Stack gap="sm">
      {rows.map((row) => (
        <Card key={row.id} withBorder padding="sm">
          <Stack gap={6}>
            <What row={row} />
            <Who row={row} />
            <Group justify="space-between" align="flex-start">
              <div>
                <Where row={row} />
                <Due row={row} today={today} />
              </div>
              <DifficultyBadge {...row} />
            </Group>
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}

const What = ({ row }: { row: DifficultyRow }) => (
  <>
    <Anchor
      component={Link}
      to="/difficulties/$id"
      params={{ id: row.id } as never}
      data-row
      lineClamp={3}
      size="sm"
      fw={600}
      c="dark.9"
    >
      {row.text}
    </Anchor>
    <Text size="xs" c="gray.7" lineClamp={1}>
      {w.types[row.type]} · {row.plan.number ?? row.plan.title} · {w.work(row.assignments)}
    </Text>
  </>
)

const Who = ({ row }: { row: DifficultyRow }) => (
  <>
    <Text size="sm">{row.agency.name}</Text>
    {row.joined > 0 && (
      <Text size="xs" c="gray.7">
        {w.andOthers(row.joined)}
      </Text>
    )}
  </>
)

const Where = ({ row }: { row: DifficultyRow }) => (
  <>
    <Text size="sm">{row.waitingAt?.name ?? w.nobody}</Text>
    {row.waitingSince && (
      <Text size="xs" c="gray.7">
        {w.since(words.day(row.waitingSince))}
      </Text>
    )}
  </>
)

const Due = ({ row, today }: { row: DifficultyRow; today: string }) => (
  <>
    <Text size="sm">{row.dueOn ? words.day(row.dueOn) : w.noClock}</Text>
    <TimeLeft days={row.workingDaysLeft} dueOn={row.dueOn} today={today} />
  </>
)
