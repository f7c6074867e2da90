// What the comparison says: how many rows are new, change, stay, are at fault, and ours that the file has not; then the rows
// themselves, page by page.
import { Anchor, Button, Group, List, Paper, Select, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { get } from '../http/client.ts'
import { Empty, Failure, Loading, Part } from '../ui/parts.tsx'
import { type Share, Shares } from '../ui/sheet-parts.tsx'
import * as words from '../vocabulary/words.ts'
import {
  type FaultKind,
  type ImportRow,
  RowsPage,
  type Show,
  type Summary,
  sayFault,
  sayRemark,
} from './kit/import.ts'
import { type Register, say } from './kit/register.ts'
import { KEY } from './use-register.ts'

const w = words.registerImport

const LOOKS: readonly [Show, Share<Show>['look'], boolean][] = [
  ['fresh', 'full', true],
  ['changed', 'dots', true],
  ['same', 'wide', true],
  ['faulty', 'narrow', true],
  ['missing', 'empty', false],
  ['remarked', 'empty', false],
]

const labelOf = ({ columns }: Register, name: string): string => {
  const column = columns[name]
  return column ? say(column.label) : ''
}

export function ImportResult({
  register,
  summary,
  show,
  onShow,
}: {
  register: Register
  summary: Summary
  show: Show
  onShow: (show: Show) => void
}) {
  const shares = LOOKS.filter(([part, , isPart]) => isPart || summary[part] > 0).map(
    ([part, look, isPart]): Share<Show> => ({
      ...{ part, look, isPart, label: w.figures[part], n: summary[part] },
    }),
  )
  const said = [
    ...(summary.changes.length > 0
      ? [
          `${w.changedColumns} ${summary.changes.map(({ column, rows }) => w.changesIn(labelOf(register, column), rows)).join('; ')}.`,
        ]
      : []),
    ...(summary.missing > 0
      ? [`${w.figures.missing}: ${words.number(summary.missing)}. ${w.missingHint}`]
      : []),
    ...(summary.hidden > 0 ? [w.skippedHidden(summary.hidden)] : []),
    ...(summary.foot.length > 0 ? [`${w.skippedFoot} ${summary.foot.join(' | ')}`] : []),
  ]
  return (
    <Stack gap="sm">
      <Shares
        first={{ label: w.ofFile, n: summary.rows, detail: w.notYetWritten }}
        shares={shares}
        show={show}
        onShow={onShow}
      />
      {said.length > 0 && (
        <List size="sm" spacing={2}>
          {said.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  )
}

/** The rows of one kind; those at fault also as a workbook. */
export function ImportRows({
  register,
  path,
  summary,
  show,
  faultsFile,
}: {
  register: Register
  path: string
  summary: Summary
  show: Show
  faultsFile: string
}) {
  const [kind, setKind] = useState<FaultKind | null>(null)
  const chosen = show === 'faulty' ? kind : null
  return (
    <Part title={w.rowsOf[show]}>
      {show === 'faulty' && summary.faulty > 0 && (
        <Group gap="sm" align="flex-end" justify="space-between" mb="xs">
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
          <Anchor size="sm" c="lake.9" href={faultsFile} download>
            {w.faultsFile}
          </Anchor>
        </Group>
      )}
      <Rows
        key={`${show} ${chosen} ${summary.digest}`}
        register={register}
        path={path}
        digest={summary.digest}
        show={show}
        kind={chosen}
      />
    </Part>
  )
}

function Rows({
  register,
  path,
  digest,
  show,
  kind,
}: {
  register: Register
  path: string
  digest: string
  show: Show
  kind: FaultKind | null
}) {
  const rows = useInfiniteQuery({
    queryKey: [...KEY, path, 'rows', digest, show, kind],
    queryFn: ({ pageParam }) =>
      get(`${path}/rows?show=${show}&after=${pageParam}${kind ? `&kind=${kind}` : ''}`, RowsPage),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  })
  if (rows.error) return <Failure error={rows.error} onRetry={() => void rows.refetch()} />
  if (rows.isPending) return <Loading />
  const found = rows.data.pages.flatMap((page) => page.rows)
  if (found.length === 0) return <Empty>{w.none[show]}</Empty>
  return (
    <Stack gap="xs">
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={w.rowsOf[show]}>
        {found.map((row) => (
          <Row key={`${row.n} ${row.id}`} register={register} row={row} />
        ))}
      </Stack>
      {rows.hasNextPage && (
        <Button variant="default" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          {words.common.more}
        </Button>
      )}
    </Stack>
  )
}

function Row({ register, row }: { register: Register; row: ImportRow }) {
  const name = [row.title, row.key].filter(Boolean).join(' · ')
  return (
    <Paper withBorder p="xs" component="li">
      <Group gap="xs" align="baseline" wrap="wrap">
        {row.n !== null && (
          <Text size="sm" c="gray.7">
            {w.row} {words.number(row.n)}
          </Text>
        )}
        {row.id ? (
          <Anchor
            size="sm"
            fw={600}
            c="lake.9"
            component={Link}
            to={`/registers/${register.name}/${row.id}`}
            aria-label={w.openRow(name)}
          >
            {name}
          </Anchor>
        ) : (
          <Text size="sm" fw={600}>
            {name}
          </Text>
        )}
      </Group>
      <Stack gap={2} mt={2}>
        {row.faults.map((fault) => (
          <Text size="sm" key={`${fault.column} ${fault.kind}`} style={{ overflowWrap: 'anywhere' }}>
            <b>
              {[fault.letter && row.n ? `${fault.letter}${row.n}` : '', labelOf(register, fault.column)]
                .filter(Boolean)
                .join(' · ')}
            </b>
            {fault.column ? ': ' : ''}
            {sayFault(fault)}
          </Text>
        ))}
        {row.changes.map(({ column, before, after }) => (
          <Text size="sm" key={column} style={{ overflowWrap: 'anywhere' }}>
            {w.change(labelOf(register, column), before, after)}
          </Text>
        ))}
        {row.remarks.map((remark) => (
          <Text
            size="sm"
            c="#8a4700"
            key={`${remark.column} ${remark.kind}`}
            style={{ overflowWrap: 'anywhere' }}
          >
            {labelOf(register, remark.column)}: {sayRemark(remark)}
          </Text>
        ))}
      </Stack>
    </Paper>
  )
}
