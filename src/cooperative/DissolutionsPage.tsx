// Dissolution files of the province: how many stand at which step, how long each has been under way, what stands in the way.
import { Anchor, Button, Card, SimpleGrid, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { CREDITOR_KINDS } from '../register/cooperative-debt.ts'
import { DISSOLUTION_CAUSES, DISSOLUTION_STATES } from '../register/dissolution.ts'
import { type Option, say } from '../register/kit/register.ts'
import { Choice } from '../ui/Choice.tsx'
import { ListTable } from '../ui/ListTable.tsx'
import { StateTabs } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { useIsWide } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { Bars } from './bars.tsx'
import { type Block, type DissolutionRow, Dissolutions, UNDER_WAY } from './dissolution.ts'

const w = words.support.dissolution
const TO = '/cooperatives/dissolutions'
const STATES = ['under-way', 'late', 'ended', 'all'] as const
type State = (typeof STATES)[number]
const ALL = 'all'

/** What a value of a choice is called. */
export const nameOf = (options: readonly Option[], value: string): string => {
  const option = options.find((one) => one.value === value)
  return option ? say(option.label) : value
}

export const blockText = ({ code, n, amount }: Block): string => w.blocks[code](n, amount)

export function DissolutionsPage() {
  const search = useSearch({ strict: false }) as { state?: string; place?: string }
  const navigate = useNavigate()
  const state = STATES.find((one) => one === search.state) ?? 'under-way'
  const asked = new URLSearchParams({ state, ...(search.place && { place: search.place }) })
  const { data, error, refetch } = useQuery({
    queryKey: ['dissolutions', state, search.place],
    queryFn: () => get(`/api/dissolutions?${asked}`, Dissolutions),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={w.title}
      actions={
        <Button
          variant="default"
          component={Link}
          to={'/registers/$name' as never}
          params={{ name: 'dissolution' } as never}
        >
          {w.openRegister}
        </Button>
      }
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Picture data={data} />
          <StateTabs<State>
            to={TO}
            filter={{ ...search, state }}
            states={STATES}
            steady={STATES}
            names={w.states}
            counts={countsOf(data)}
          />
          {data.places.length > 1 && (
            <div style={{ maxWidth: 320 }} className="screen-only">
              <Choice
                label={w.placeFilter}
                options={[
                  { value: ALL, label: w.allPlaces },
                  ...data.places.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                value={search.place ?? ALL}
                onChange={(place) =>
                  void navigate({
                    to: TO,
                    search: { ...search, place: place === ALL ? undefined : place } as never,
                  })
                }
              />
            </div>
          )}
          {data.rows.length === 0 ? <Empty>{w.empty}</Empty> : <Rows rows={data.rows} />}
        </>
      )}
    </Page>
  )
}

const sum = (states: Dissolutions['states'], names: readonly string[]) =>
  names.reduce((all, name) => all + (states[name] ?? 0), 0)

function countsOf({ states, late }: Dissolutions): Record<State, number> {
  const all = sum(states, Object.keys(states))
  const underWay = sum(states, UNDER_WAY)
  return { 'under-way': underWay, late, ended: all - underWay, all }
}

function Picture({ data: { states, debts, works } }: { data: Dissolutions }) {
  const underWay = sum(states, UNDER_WAY)
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Part title={w.statesTitle}>
        <Bars
          bars={DISSOLUTION_STATES.filter(({ value }) => (states[value] ?? 0) > 0).map(
            ({ value, label }) => ({
              label: say(label),
              n: states[value] ?? 0,
              isWeak: (UNDER_WAY as readonly string[]).includes(value),
              to: { path: '/registers/dissolution', search: { status: value } },
            }),
          )}
        />
        <Text size="sm">{w.sums(underWay, works)}</Text>
      </Part>
      <Part title={w.debts}>
        {debts.length === 0 ? <Text size="sm">{w.noDebts}</Text> : <DebtBars debts={debts} />}
      </Part>
    </SimpleGrid>
  )
}

/** What is owed to whom: the longer, the more; the sum below. */
export function DebtBars({ debts }: { debts: Dissolutions['debts'] }) {
  const open = debts.filter((one) => one.open > 0)
  const settled = debts.filter((one) => one.settled > 0)
  return (
    <Stack gap="xs">
      <Bars
        bars={open.map(({ kind, open: n, openAmount }) => ({
          label: nameOf(CREDITOR_KINDS, kind),
          n: openAmount,
          said: w.debtLine('', n, openAmount).replace(/^: /, ''),
          isWeak: true,
        }))}
      />
      <Text size="sm" fw={600}>
        {w.debtTotal(
          open.reduce((all, one) => all + one.open, 0),
          open.reduce((all, one) => all + one.openAmount, 0),
        )}
      </Text>
      {settled.length > 0 && (
        <Text size="sm" c="gray.7">
          {w.settledLine(
            settled.reduce((all, one) => all + one.settled, 0),
            settled.reduce((all, one) => all + one.settledAmount, 0),
          )}
        </Text>
      )}
    </Stack>
  )
}

function Rows({ rows }: { rows: DissolutionRow[] }) {
  const isWide = useIsWide()
  if (!isWide)
    return (
      <Stack gap="sm">
        {rows.map((row) => (
          <Card key={row.id} withBorder padding="sm" component="article" aria-label={row.cooperative.name}>
            <Stack gap={4}>
              <Who row={row} />
              <Step row={row} />
              <Days row={row} />
              <Blocks blocks={row.blocks} />
            </Stack>
          </Card>
        ))}
      </Stack>
    )
  return (
    <ListTable
      rows={rows}
      columns={[
        { head: w.columns.cooperative, cell: (row) => <Who row={row} /> },
        { head: w.columns.state, width: 190, cell: (row) => <Step row={row} /> },
        { head: w.columns.days, width: 190, cell: (row) => <Days row={row} /> },
        {
          head: w.columns.deadline,
          width: 110,
          cell: ({ deadlineOn }) => (deadlineOn ? words.day(deadlineOn) : w.noDeadline),
        },
        { head: w.columns.blocks, width: 330, cell: ({ blocks }) => <Blocks blocks={blocks} /> },
      ]}
    />
  )
}

function Who({ row: { cooperative, place, id } }: { row: DissolutionRow }) {
  return (
    <div>
      <Anchor
        component={Link}
        to={'/registers/$name/$id' as never}
        params={{ name: 'cooperative', id: cooperative.id } as never}
        size="sm"
        fw={600}
      >
        {cooperative.name}
      </Anchor>
      <Text size="xs" c="gray.7">
        {cooperative.code} · {place.name}
      </Text>
      <Anchor
        component={Link}
        to={'/registers/$name/$id' as never}
        params={{ name: 'dissolution', id } as never}
        size="xs"
      >
        {w.openFile}
      </Anchor>
    </div>
  )
}

function Step({ row: { status, cause } }: { row: DissolutionRow }) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {nameOf(DISSOLUTION_STATES, status)}
      </Text>
      <Text size="xs" c="gray.7">
        {nameOf(DISSOLUTION_CAUSES, cause)}
      </Text>
    </div>
  )
}

function Days({ row: { days, daysHere, status } }: { row: DissolutionRow }) {
  return (
    <div>
      <Text size="sm">{w.days(days)}</Text>
      {(UNDER_WAY as readonly string[]).includes(status) && (
        <Text size="xs" c="gray.7">
          {w.daysHere(daysHere)}
        </Text>
      )}
    </div>
  )
}

export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  if (blocks.length === 0)
    return (
      <Text size="sm" c="gray.7">
        {w.noBlocks}
      </Text>
    )
  return (
    <ul style={{ margin: 0, paddingLeft: 18 }}>
      {blocks.map((block) => (
        <li key={block.code}>
          <Text size="sm">{blockText(block)}</Text>
        </li>
      ))}
    </ul>
  )
}
