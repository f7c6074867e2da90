// The list of nhiệm vụ: what every figure that counts nhiệm vụ opens. The address is its whole state.
import { Anchor, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { ALL, DaysLeft, PlanChoice } from '../task/parts.tsx'
import { Choice } from '../ui/Choice.tsx'
import { ListTable } from '../ui/ListTable.tsx'
import { countSet, Filters, Limit, Pages, SearchField, StateTabs } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import { useIsWide } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import type { ItemList } from './item-state.ts'
import { type ItemFilter, ItemListCounts, ItemPage, type ItemRow, readItemFilter } from './items.ts'
import { PrintButton } from './print.tsx'

const TABS = ['open', 'overdue', 'soon', 'undated', 'to-confirm', 'done', 'closed', 'all'] as const
/** These stay in sight even when nothing is in them. */
const STEADY: readonly ItemList[] = ['open', 'overdue', 'done', 'all']

const addressOf = (filter: Partial<ItemFilter>): string =>
  new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== undefined)).toString()

export function ItemsPage() {
  const filter = readItemFilter(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { state: _, after: __, ...scope } = filter
  const counts = useQuery({
    queryKey: ['work', 'items', 'counts', scope],
    queryFn: () => get(`/api/items/counts?${addressOf(scope)}`, ItemListCounts),
    placeholderData: keepPreviousData,
  })
  const list = useQuery({
    queryKey: ['work', 'items', filter],
    queryFn: () => get(`/api/items?${addressOf(filter)}`, ItemPage),
    placeholderData: keepPreviousData,
  })
  const change = (next: Partial<ItemFilter>, replace = false) =>
    void navigate({ to: '/items', search: { ...filter, after: undefined, ...next } as never, replace })
  const w = words.standing.items
  const isFiltered = Object.keys(scope).length > 0
  return (
    <Page title={w.title} actions={<PrintButton />}>
      <Filters set={countSet([filter.q, filter.agency, filter.plan])}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <SearchField
            label={words.task.searchLabel}
            value={filter.q}
            onSearch={(q) => change({ q }, true)}
          />
          <Choice
            label={w.lead}
            options={[
              { value: ALL, label: words.task.allAgencies },
              ...(counts.data?.shared || filter.agency === 'many'
                ? [counted({ id: 'many', name: words.standing.shared, n: counts.data?.shared ?? 0 })]
                : []),
              ...(counts.data?.agencies ?? []).map(counted),
            ]}
            value={filter.agency ?? ALL}
            onChange={(agency) => change({ agency: or(agency) as ItemFilter['agency'] })}
          />
          <PlanChoice
            counts={counts.data}
            value={filter.plan}
            onChange={(plan) => change({ plan: or(plan) })}
          />
        </SimpleGrid>
      </Filters>
      <StateTabs
        to="/items"
        filter={filter}
        states={TABS}
        steady={STEADY}
        names={words.standing.itemStates}
        counts={counts.data?.counts}
      />
      <Extra filter={filter} onChange={change} />
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data?.rows.length === 0 && (
        <Empty>{counts.data?.counts.all === 0 && !isFiltered ? w.empty : w.emptyFilter}</Empty>
      )}
      {list.data && list.data.rows.length > 0 && <Rows rows={list.data.rows} />}
      <Pages to="/items" filter={filter} next={list.data?.next} />
    </Page>
  )
}

const counted = ({ id, name, n }: { id: string; name: string; n: number }) => ({
  value: id,
  label: `${name} (${words.number(n)})`,
})
const or = (value: string) => (value === ALL ? undefined : value)

/** Limits that came with a link and have no field of their own. */
function Extra({ filter, onChange }: { filter: ItemFilter; onChange: (next: Partial<ItemFilter>) => void }) {
  const w = words.standing.items
  return (
    <>
      {filter.event && <Limit said={w.waiting} onClear={() => onChange({ event: undefined })} />}
      {filter.overseer && <Limit said={w.overseen} onClear={() => onChange({ overseer: undefined })} />}
    </>
  )
}

function Rows({ rows }: { rows: ItemRow[] }) {
  const isWide = useIsWide()
  const { columns } = words.standing.items
  if (!isWide)
    return (
      <Stack gap="sm">
        {rows.map((row) => (
          <Card key={row.id} withBorder padding="sm">
            <Stack gap={6}>
              <Duty row={row} />
              <Lead row={row} />
              <Group justify="space-between" align="flex-start">
                <Due row={row} />
                <State row={row} />
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
        { head: columns.quote, cell: (row) => <Duty row={row} /> },
        { head: columns.lead, width: 220, cell: (row) => <Lead row={row} /> },
        { head: columns.due, width: 180, cell: (row) => <Due row={row} /> },
        { head: columns.state, width: 230, cell: (row) => <State row={row} /> },
      ]}
    />
  )
}

function Duty({ row }: { row: ItemRow }) {
  return (
    <>
      <Anchor
        component={Link}
        to="/items/$id"
        params={{ id: row.id } as never}
        data-row
        size="sm"
        fw={600}
        c="dark.9"
        lineClamp={3}
      >
        {row.quote}
      </Anchor>
      <Text size="xs" c="gray.7" lineClamp={1}>
        {row.plan.number ?? row.plan.title} · {words.task.section(row.section)}
        {row.period && ` · ${words.standing.items.period(row.period)}`}
      </Text>
    </>
  )
}

function Lead({ row: { lead, leadPrinted, assignments } }: { row: ItemRow }) {
  const w = words.standing.items
  if (lead)
    return (
      <Anchor component={Link} to="/agencies/$id" params={{ id: lead.id } as never} size="sm">
        {lead.name}
      </Anchor>
    )
  return (
    <>
      <Text size="sm">{leadPrinted.join('; ') || (assignments > 0 ? w.many(assignments) : w.nobody)}</Text>
      {leadPrinted.length > 0 && assignments > 1 && (
        <Text size="xs" c="gray.7">
          {w.many(assignments)}
        </Text>
      )}
    </>
  )
}

function Due({ row: { dueOn, dueText, daysLeft, state, approvedOn, event, eventOn } }: { row: ItemRow }) {
  // What the agencies have finished in time runs late no more, however long the overseer takes.
  const isRunning = state === 'open' && (approvedOn === null || (dueOn !== null && approvedOn > dueOn))
  return (
    <div>
      <Text size="sm">{dueOn ? words.day(dueOn) : dueText || words.task.noDue}</Text>
      {isRunning && dueOn && <DaysLeft days={daysLeft} />}
      {event && !eventOn && (
        <Text size="xs" c="gray.7">
          {words.standing.items.event(event)}
        </Text>
      )}
    </div>
  )
}

function State({ row }: { row: ItemRow }) {
  const w = words.standing.items
  const rule =
    row.completion === 'share' ? w.rules.share(row.completionShare ?? 100) : w.rules[row.completion]
  return (
    <div>
      <Text size="sm" fw={600}>
        {row.state === 'done' && row.doneOn
          ? w.doneOn(words.day(row.doneOn))
          : row.approvedOn
            ? w.approvedOn(words.day(row.approvedOn))
            : w.states[row.state]}
      </Text>
      {row.assignments > 1 && (
        <Text size="xs" c="gray.7">
          {w.progress(row.done, row.assignments)}, {rule}
        </Text>
      )}
      {row.state === 'open' && row.toConfirm > 0 && (
        <Text size="xs" c="gray.7">
          {w.toConfirm(row.toConfirm)}
        </Text>
      )}
    </div>
  )
}
