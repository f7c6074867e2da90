// The list of nhiệm vụ: what every figure that counts nhiệm vụ opens. The address is its whole state.
import { Anchor, Button, Card, Group, Select, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { searchKey } from '../base/text.ts'
import { get } from '../http/client.ts'
import { ALL, DaysLeft, planName } from '../task/parts.tsx'
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
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" className="screen-only">
        <Search value={filter.q ?? ''} onChange={(q) => change({ q: q || undefined }, true)} />
        <Choice
          label={w.lead}
          all={words.task.allAgencies}
          value={filter.agency}
          onChange={(agency) => change({ agency: agency as ItemFilter['agency'] })}
          options={[
            ...(counts.data?.shared || filter.agency === 'many'
              ? [{ id: 'many', name: words.standing.shared, n: counts.data?.shared ?? 0 }]
              : []),
            ...(counts.data?.agencies ?? []),
          ]}
        />
        <Choice
          label={words.task.plan}
          all={words.task.allPlans}
          value={filter.plan}
          onChange={(plan) => change({ plan })}
          options={(counts.data?.plans ?? []).map((plan) => ({ ...plan, name: planName(plan) }))}
        />
      </SimpleGrid>
      <Tabs filter={filter} counts={counts.data?.counts} />
      <Extra filter={filter} onChange={change} />
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data?.rows.length === 0 && (
        <Empty>{counts.data?.counts.all === 0 && !isFiltered ? w.empty : w.emptyFilter}</Empty>
      )}
      {list.data && list.data.rows.length > 0 && <Rows rows={list.data.rows} />}
      <Group className="screen-only">
        {filter.after && (
          <Button variant="default" onClick={() => change({})}>
            {words.task.firstPage}
          </Button>
        )}
        {list.data?.next && (
          <Button
            variant="default"
            component={Link}
            to="/items"
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
  const [text, setText] = useState(value)
  const [isWriting, setWriting] = useState(false)
  const send = useDebouncedCallback(onChange, 300)
  // The address may change under us: back, or a link to another list.
  useEffect(() => {
    if (!isWriting) setText(value)
  }, [value, isWriting])
  return (
    <TextInput
      type="search"
      label={words.task.searchLabel}
      value={text}
      onFocus={() => setWriting(true)}
      onBlur={() => setWriting(false)}
      onChange={(event) => {
        setText(event.currentTarget.value)
        send(event.currentTarget.value.trim())
      }}
    />
  )
}

interface ChoiceProps {
  label: string
  all: string
  value: string | undefined
  options: readonly { id: string; name: string; n: number }[]
  onChange: (value: string | undefined) => void
}

function Choice({ label, all, value, options, onChange }: ChoiceProps) {
  return (
    <Select
      label={label}
      data={[
        { value: ALL, label: all },
        ...options.map(({ id, name, n }) => ({ value: id, label: `${name} (${words.number(n)})` })),
      ]}
      value={value ?? ALL}
      onChange={(next) => next && onChange(next === ALL ? undefined : next)}
      allowDeselect={false}
      searchable
      nothingFoundMessage={words.task.nothingFound}
      maxDropdownHeight={320}
      filter={({ options, search }) =>
        options.filter((option) => 'label' in option && searchKey(option.label).includes(searchKey(search)))
      }
    />
  )
}

function Tabs({ filter, counts }: { filter: ItemFilter; counts: ItemListCounts['counts'] | undefined }) {
  const shown: ItemList[] = TABS.filter(
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
          to="/items"
          search={{ ...filter, after: undefined, state } as never}
          aria-current={state === filter.state ? 'page' : undefined}
        >
          {words.standing.itemStates[state]}
          {counts && ` (${words.number(counts[state])})`}
        </Button>
      ))}
    </Group>
  )
}

/** Limits that came with a link and have no field of their own: said, and taken off. */
function Extra({ filter, onChange }: { filter: ItemFilter; onChange: (next: Partial<ItemFilter>) => void }) {
  const w = words.standing.items
  const limits = [
    ...(filter.event ? [{ said: w.waiting, off: { event: undefined } }] : []),
    ...(filter.overseer ? [{ said: w.overseen, off: { overseer: undefined } }] : []),
  ]
  return limits.map(({ said, off }) => (
    <Group gap="xs" key={said}>
      <Text size="sm">{said}</Text>
      <Button size="compact-sm" variant="default" className="screen-only" onClick={() => onChange(off)}>
        {words.task.clearFilter}
      </Button>
    </Group>
  ))
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
    <Table verticalSpacing="xs" highlightOnHover layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{columns.quote}</Table.Th>
          <Table.Th w={220}>{columns.lead}</Table.Th>
          <Table.Th w={180}>{columns.due}</Table.Th>
          <Table.Th w={230}>{columns.state}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>
              <Duty row={row} />
            </Table.Td>
            <Table.Td>
              <Lead row={row} />
            </Table.Td>
            <Table.Td>
              <Due row={row} />
            </Table.Td>
            <Table.Td>
              <State row={row} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
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
