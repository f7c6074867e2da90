// What the check says: how many rows come in, are known, are at fault; then the rows themselves, page by page.
import {
  Anchor,
  Badge,
  Box,
  Button,
  Group,
  List,
  LoadingOverlay,
  Paper,
  Select,
  Stack,
  Text,
} from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { get } from '../http/client.ts'
import { Empty, Failure, Loading, Part } from '../ui/parts.tsx'
import { type Share, Shares } from '../ui/sheet-parts.tsx'
import * as words from '../vocabulary/words.ts'
import {
  type FaultKind,
  type FreshRow,
  type KnownRow,
  type RowFault,
  RowsPage,
  type RunDetail,
  type SHOWS,
  type Summary,
  sayFault,
} from './tracker.ts'

const w = words.tracker
export type Show = (typeof SHOWS)[number]

const share = (part: Show, look: Share<Show>['look'], summary: Summary, detail = ''): Share<Show> => ({
  ...{ part, look, detail, label: w.figures[part], n: summary[part] },
})

export function CheckResult({
  summary,
  show,
  isChecking,
  onShow,
}: {
  summary: Summary
  show: Show
  isChecking: boolean
  onShow: (show: Show) => void
}) {
  return (
    <Box pos="relative">
      <LoadingOverlay visible={isChecking} loaderProps={{ children: <Text size="sm">{w.checking}</Text> }} />
      <Stack gap="sm">
        <Shares
          first={{ label: w.figures.rows, n: summary.rows, detail: w.notYetWritten }}
          shares={[
            share('fresh', 'full', summary, w.becomes(summary.assignments)),
            share('known', 'wide', summary),
            share('faulty', 'narrow', summary),
          ]}
          show={show}
          onShow={onShow}
        />
        <Remarks summary={summary} />
      </Stack>
    </Box>
  )
}

/** The rows of one kind, page by page; those at fault also as a workbook. */
export function CheckRows({
  detail: { run },
  summary,
  show,
}: {
  detail: RunDetail
  summary: Summary
  show: Show
}) {
  const [kind, setKind] = useState<FaultKind | null>(null)
  const chosen = show === 'faulty' ? kind : null
  const file = `/api/trackers/${run.id}/faults.xlsx`
  return (
    <Part title={w.rowsOf[show]}>
      {show === 'faulty' && summary.faulty > 0 && (
        <Group gap="sm" align="flex-end" justify="space-between">
          <Select
            label={w.faultKind}
            w={300}
            data={summary.kinds.map((one) => ({
              value: one.kind,
              label: `${w.kinds[one.kind]} (${words.number(one.rows)})`,
            }))}
            placeholder={w.allKinds}
            clearable
            clearButtonProps={{ 'aria-label': w.allKinds }}
            value={kind}
            onChange={(value) => setKind(value as FaultKind | null)}
          />
          <Group gap="md">
            <Anchor size="sm" href={file} download>
              {w.faultsFile}
            </Anchor>
            <Anchor size="sm" href={`${file}?rows=all`} download>
              {w.allFile}
            </Anchor>
          </Group>
        </Group>
      )}
      <Rows
        key={`${show} ${chosen} ${run.version}`}
        runId={run.id}
        version={run.version}
        show={show}
        kind={chosen}
      />
    </Part>
  )
}

function Remarks({ summary }: { summary: Summary }) {
  const skipped = (Object.keys(w.skipped) as (keyof typeof w.skipped)[])
    .filter((what) => summary.skipped[what] > 0)
    .map((what) => w.skipped[what](summary.skipped[what]))
  const said = [
    ...(summary.joined > 0 ? [w.joined(summary.joined)] : []),
    ...(summary.changed > 0 ? [w.changed(summary.changed)] : []),
    ...summary.remarks.map(({ remark, rows }) => w.remarks[remark](rows)),
    ...(skipped.length > 0 ? [`${w.notDuties} ${skipped.join('; ')}.`] : []),
    ...(summary.foot.length > 0 ? [`${w.footRows}: ${summary.foot.join(' | ')}`] : []),
  ]
  if (said.length === 0) return null
  return (
    <List size="sm" spacing={2}>
      {said.map((sentence) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
    </List>
  )
}

const NOTHING: Record<Show, string> = { faulty: w.noFaulty, fresh: w.noFresh, known: w.noKnown }

function Rows({
  runId,
  version,
  show,
  kind,
}: {
  runId: string
  version: number
  show: Show
  kind: FaultKind | null
}) {
  const rows = useInfiniteQuery({
    queryKey: ['tracker-rows', runId, version, show, kind],
    queryFn: ({ pageParam }) =>
      get(
        `/api/trackers/${runId}/rows?show=${show}&after=${pageParam}${kind ? `&kind=${kind}` : ''}`,
        RowsPage,
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  })
  if (rows.error) return <Failure error={rows.error} onRetry={() => void rows.refetch()} />
  if (rows.isPending) return <Loading />
  const { pages } = rows.data
  const isEmpty = pages.every((page) => page[show].length === 0)
  if (isEmpty) return <Empty>{NOTHING[show]}</Empty>
  return (
    <Stack gap="xs">
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={w.rowsOf[show]}>
        {pages.flatMap((page) => [
          ...page.faulty.map((row) => <Faulty key={row.n} row={row} />),
          ...page.fresh.map((row) => <Fresh key={row.n} row={row} />),
          ...page.known.map((row) => <Known key={row.n} row={row} />),
        ])}
      </Stack>
      {rows.hasNextPage && (
        <Button variant="default" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          {words.common.more}
        </Button>
      )}
    </Stack>
  )
}

function Row({
  n,
  number,
  duty,
  children,
}: {
  n: number
  number: string
  duty: string
  children: ReactNode
}) {
  return (
    <Paper withBorder p="xs" component="li">
      <Text size="sm" fw={600} lineClamp={3}>
        {w.row} {n}
        {number && ` · ${number}`}
        {duty && ` · ${duty}`}
      </Text>
      {children}
    </Paper>
  )
}

const placeOf = ({ column, row, heading }: RowFault): string =>
  [column && `${w.cell} ${column}${row}`, heading && `(${heading})`].filter(Boolean).join(' ')

function Faulty({ row }: { row: RowsPage['faulty'][number] }) {
  return (
    <Row n={row.n} number={row.number} duty={row.duty}>
      {row.faults.map((fault) => (
        <Group key={`${fault.kind} ${fault.column} ${fault.about.join()}`} gap="xs" align="baseline" mt={4}>
          <Badge variant="outline" color="#9c0006" tt="none" size="md">
            {w.kinds[fault.kind]}
          </Badge>
          <Text size="sm" style={{ flex: '1 1 240px' }}>
            {placeOf(fault) && <b>{placeOf(fault)}: </b>}
            {sayFault(fault)}
          </Text>
        </Group>
      ))}
    </Row>
  )
}

function Fresh({ row }: { row: FreshRow }) {
  const more = row.assignments - row.leads.length
  const facts = [
    `${w.lead}: ${[...row.leads, ...(more > 0 ? [w.moreAgencies(more)] : [])].join(', ')}`,
    row.dueText && `${w.due}: ${row.dueText}`,
    [
      `${w.state}: ${w.states[row.state]}`,
      row.percent !== null && `${row.percent}%`,
      row.completedOn && words.day(row.completedOn),
    ]
      .filter(Boolean)
      .join(', '),
    row.isJoined && w.joinedMark,
  ].filter(Boolean)
  return (
    <Row n={row.n} number={row.number} duty={row.duty}>
      <Text size="sm" c="gray.7">
        {facts.join(' · ')}
      </Text>
      {row.result && (
        <Text size="sm" lineClamp={2}>
          {row.result}
        </Text>
      )}
    </Row>
  )
}

const sayValue = (field: KnownRow['changes'][number]['field'], value: string): string =>
  field === 'state' && value in w.states ? w.states[value as keyof typeof w.states] : value

function Known({ row }: { row: KnownRow }) {
  return (
    <Row n={row.n} number={row.number} duty={row.duty}>
      {row.changes.length === 0 ? (
        <Text size="sm" c="gray.7">
          {w.unchanged}
        </Text>
      ) : (
        <Text size="sm" component="div">
          {w.changes}:
          <List size="sm">
            {row.changes.map(({ field, before, after }) => (
              <List.Item key={field}>
                {w.change(w.fields[field], sayValue(field, before), sayValue(field, after))}
              </List.Item>
            ))}
          </List>
        </Text>
      )}
      <Anchor
        size="sm"
        component={Link}
        to={row.assignmentId ? '/work/$id' : '/items/$id'}
        params={{ id: row.assignmentId ?? row.itemId } as never}
      >
        {w.openItem}
      </Anchor>
    </Row>
  )
}
