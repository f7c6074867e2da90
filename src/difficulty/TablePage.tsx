// The consolidated table: grouped by who must decide, on the screen as on paper.
import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Fragment } from 'react'
import { get } from '../http/client.ts'
import { Empty, Failure, Loading, Page } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { addressOf, ConsolidatedTable, readFilter, type TableRow } from './exchange.ts'
import { DifficultyBadge, MissingYears, TimeLeft } from './parts.tsx'
import { KEY } from './use-step.ts'
import './table.css'

const w = words.difficulty
const COLUMNS = ['order', 'text', 'raisers', 'items', 'proposal', 'opinion', 'due', 'state'] as const

export function TablePage() {
  const { after: _, ...filter } = readFilter(useSearch({ strict: false }))
  const address = addressOf(filter)
  const { data, error, refetch } = useQuery({
    queryKey: [...KEY, 'table', filter],
    queryFn: () => get(`/api/difficulties/table?${address}`, ConsolidatedTable),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={w.tableTitle}
      actions={
        <Group gap="xs" className="screen-only">
          <Button variant="default" component={Link} to="/difficulties" search={filter as never}>
            {w.list}
          </Button>
          <Button variant="default" component="a" href={`/api/difficulties/table.docx?${address}`} download>
            {w.word}
          </Button>
          <Button variant="default" component="a" href={`/api/difficulties/table.xlsx?${address}`} download>
            {w.excel}
          </Button>
          <Button onClick={() => window.print()}>{w.print}</Button>
        </Group>
      }
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Text size="sm">{w.tableAsOf(words.day(data.today), data.total, data.joined)}</Text>
          <MissingYears years={data.missingYears} />
          {data.total === 0 ? <Empty>{w.tableEmpty}</Empty> : <Groups table={data} />}
        </>
      )}
    </Page>
  )
}

function Groups({ table }: { table: ConsolidatedTable }) {
  let order = 0
  return (
    <Table.ScrollContainer
      minWidth={960}
      type="native"
      scrollAreaProps={{ tabIndex: 0 } as never}
      className="difficulty-table"
    >
      <Table withTableBorder withColumnBorders verticalSpacing={6} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column} className={`column-${column}`}>
                {w.tableColumns[column]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {table.groups.map(({ decider, rows }) => (
            <Fragment key={decider?.id ?? ''}>
              <Table.Tr>
                <Table.Th colSpan={COLUMNS.length} scope="rowgroup" ta="left" bg="gray.0">
                  {decider ? w.decider(decider.name) : w.noDecider} ({words.number(rows.length)})
                </Table.Th>
              </Table.Tr>
              {rows.map((row) => {
                order += 1
                return <Row key={row.id} {...{ row, order, today: table.today }} />
              })}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Row({ row, order, today }: { row: TableRow; order: number; today: string }) {
  const [first] = row.raisers
  return (
    <Table.Tr>
      <Table.Td ta="center">{order}</Table.Td>
      <Table.Td>
        <Anchor component={Link} to="/difficulties/$id" params={{ id: row.id } as never} size="sm" c="dark.9">
          {first?.text}
        </Anchor>
        <Text size="xs" c="gray.7">
          {w.types[row.type]}
        </Text>
      </Table.Td>
      <Table.Td>
        <Lines lines={row.raisers.map(({ agency }) => agency)} />
      </Table.Td>
      <Table.Td>
        {row.items.map(({ quote, section, plan }) => (
          <div key={quote + section}>
            <Text size="sm" lineClamp={4}>
              {quote}
            </Text>
            <Text size="xs" c="gray.7">
              {plan} · {words.task.section(section)}
            </Text>
          </div>
        ))}
      </Table.Td>
      <Table.Td>
        <Lines lines={row.raisers.map(({ proposal }) => proposal)} />
      </Table.Td>
      <Table.Td>
        <Lines lines={row.opinions} />
      </Table.Td>
      <Table.Td>
        {row.dueOn && <Text size="sm">{words.day(row.dueOn)}</Text>}
        <TimeLeft days={row.workingDaysLeft} dueOn={row.dueOn} today={today} />
      </Table.Td>
      <Table.Td>
        <DifficultyBadge {...row} />
        {row.answer && (
          <Text size="sm" mt={4}>
            {row.answer}
          </Text>
        )}
        {row.document && (
          <Text size="sm" fw={600}>
            {row.document}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

/** Each once: what several say alike is said once. */
const Lines = ({ lines }: { lines: readonly string[] }) => (
  <Stack gap={4}>
    {[...new Set(lines)].map((line) => (
      <Text key={line} size="sm">
        {line}
      </Text>
    ))}
  </Stack>
)
