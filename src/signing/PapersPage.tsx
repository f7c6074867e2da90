// The list of papers on their way: what waits for this person first. The address is its whole state.
import { Anchor, Button, Card, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { get } from '../http/client.ts'
import { useWhyNot } from '../identity/session.tsx'
import { Choice } from '../ui/Choice.tsx'
import { ListTable } from '../ui/ListTable.tsx'
import { countSet, Filters, Limit, Pages, SearchField, StateTabs } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import { useIsWide } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { KINDS, type Kind } from './dossier.ts'
import {
  addressOf,
  PaperCounts,
  type PaperFilter,
  PaperList,
  type PaperRow,
  readFilter,
  TABS,
  type Tab,
} from './exchange.ts'
import { NewPaperDialog } from './NewPaperDialog.tsx'
import { StateBadge } from './parts.tsx'
import { RulesDialog } from './RulesDialog.tsx'
import { KEY } from './use-dossier.ts'

const w = words.signing
const ALL = 'all'
/** These stay in sight even when nothing is in them. */
const STEADY: readonly Tab[] = ['mine', 'draft', 'opinions', 'submitted', 'issued']

export function PapersPage() {
  const filter = readFilter(useSearch({ strict: false }))
  const navigate = useNavigate()
  const { state: _, after: __, ...scope } = filter
  const counts = useQuery({
    queryKey: [...KEY, 'counts', scope],
    queryFn: () => get(`/api/dossiers/counts?${addressOf(scope)}`, PaperCounts),
    placeholderData: keepPreviousData,
  })
  const list = useQuery({
    queryKey: [...KEY, 'list', filter],
    queryFn: () => get(`/api/dossiers?${addressOf(filter)}`, PaperList),
    placeholderData: keepPreviousData,
  })
  const change = (next: Partial<PaperFilter>, replace = false) =>
    void navigate({ to: '/papers', search: { ...filter, after: undefined, ...next } as never, replace })
  const isNarrowed = Object.values(scope).some((value) => value !== undefined)
  const isStart = counts.data?.counts.all === 0 && !isNarrowed
  return (
    <Page title={w.title} actions={<Actions />}>
      {!isStart && <Fields {...{ filter, counts: counts.data, change }} />}
      {!isStart && (
        <StateTabs
          to="/papers"
          filter={filter}
          states={TABS}
          steady={STEADY}
          names={w.tabs}
          counts={counts.data?.counts}
        />
      )}
      {list.error && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      {list.data?.rows.length === 0 && (
        <Empty>{isStart ? w.empty : isNarrowed ? w.emptySearch : w.emptyTab[filter.state]}</Empty>
      )}
      {list.data && list.data.rows.length > 0 && <Rows rows={list.data.rows} />}
      <Pages to="/papers" filter={filter} next={list.data?.next} />
    </Page>
  )
}

function Actions() {
  const [isNew, setNew] = useState(false)
  const [isRules, setRules] = useState(false)
  const whyNotDraft = useWhyNot('paper.draft')
  const whyNotRule = useWhyNot('paper.rule')
  return (
    <>
      {!whyNotRule && (
        <Button variant="default" onClick={() => setRules(true)}>
          {w.rules}
        </Button>
      )}
      {!whyNotDraft && <Button onClick={() => setNew(true)}>{w.newPaper}</Button>}
      {isNew && <NewPaperDialog onClose={() => setNew(false)} />}
      {isRules && <RulesDialog onClose={() => setRules(false)} />}
    </>
  )
}

interface FieldsProps {
  filter: PaperFilter
  counts: PaperCounts | undefined
  change: (next: Partial<PaperFilter>, replace?: boolean) => void
}

function Fields({ filter, counts, change }: FieldsProps) {
  const or = (value: string) => (value === ALL ? undefined : value)
  const agencies = (counts?.agencies ?? []).map(({ id, name }) => ({ value: id, label: name }))
  if (filter.agency && !agencies.some(({ value }) => value === filter.agency))
    agencies.push({ value: filter.agency, label: words.task.nothingFound })
  return (
    <Stack gap="xs">
      <Filters set={countSet([filter.q, filter.kind, filter.agency])}>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          <SearchField
            label={w.search}
            placeholder={w.searchHint}
            value={filter.q}
            onSearch={(q) => change({ q }, true)}
          />
          <Choice
            label={w.kind}
            options={[
              { value: ALL, label: w.allKinds },
              ...KINDS.map((value) => ({ value, label: w.kinds[value] })),
            ]}
            value={filter.kind ?? ALL}
            onChange={(kind) => change({ kind: or(kind) as Kind | undefined })}
          />
          <Choice
            label={w.agency}
            options={[{ value: ALL, label: words.task.allAgencies }, ...agencies]}
            value={filter.agency ?? ALL}
            onChange={(agency) => change({ agency: or(agency) })}
          />
        </SimpleGrid>
      </Filters>
      {filter.plan && <Limit said={w.ofOnePlan} onClear={() => change({ plan: undefined })} />}
    </Stack>
  )
}

function Rows({ rows }: { rows: readonly PaperRow[] }) {
  return useIsWide() ? <WideRows rows={rows} /> : <Cards rows={rows} />
}

const WideRows = ({ rows }: { rows: readonly PaperRow[] }) => (
  <ListTable
    rows={rows}
    columns={[
      { head: w.columns.paper, cell: (row) => <What row={row} /> },
      { head: w.columns.agency, width: 220, cell: (row) => <Who row={row} /> },
      { head: w.columns.state, width: 170, cell: (row) => <StateBadge state={row.state} /> },
      { head: w.columns.where, width: 230, cell: (row) => <Where row={row} /> },
    ]}
  />
)

const Cards = ({ rows }: { rows: readonly PaperRow[] }) => (
  <Stack gap="sm">
    {rows.map((row) => (
      <Card key={row.id} withBorder padding="sm">
        <Stack gap={6}>
          <What row={row} />
          <Who row={row} />
          <Group justify="space-between" align="flex-start">
            <div>
              <Where row={row} />
            </div>
            <StateBadge state={row.state} />
          </Group>
        </Stack>
      </Card>
    ))}
  </Stack>
)

const What = ({ row }: { row: PaperRow }) => (
  <>
    <Anchor
      component={Link}
      to="/papers/$id"
      params={{ id: row.id } as never}
      data-row
      lineClamp={3}
      size="sm"
      fw={600}
      c="dark.9"
    >
      {row.title}
    </Anchor>
    <Text size="xs" c="gray.7">
      {w.kinds[row.kind]}
    </Text>
  </>
)

const Who = ({ row }: { row: PaperRow }) => (
  <>
    <Text size="sm">{row.agency.name}</Text>
    {row.drafter.id !== row.agency.id && (
      <Text size="xs" c="gray.7">
        {w.writtenBy(row.drafter.name)}
      </Text>
    )}
  </>
)

/** Number and day once issued; until then who is waited for. */
function Where({ row }: { row: PaperRow }) {
  const lines = [
    row.number && row.signedOn && w.numbered(row.number, words.day(row.signedOn)),
    row.turn && w.turns[row.turn],
    row.asked > 0 && row.state !== 'issued' && w.answers(row.answered, row.asked, row.silent),
    row.dueOn && w.until(words.day(row.dueOn)),
    !row.number && w.since(words.day(row.waitingSince)),
  ].filter(Boolean)
  return (
    <>
      {lines.map((line) => (
        <Text key={String(line)} size={line === w.turns[row.turn ?? 'write'] ? 'sm' : 'xs'} c="gray.8">
          {line === (row.turn && w.turns[row.turn]) ? <b>▸ {line}</b> : line}
        </Text>
      ))}
    </>
  )
}
