// The rows of the worklist: a table where there is room, cards on a phone; chosen by mouse, finger or keys.
import { Anchor, Badge, Button, Card, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { ListTable } from '../ui/ListTable.tsx'
import { useRowKeys } from '../ui/row-keys.ts'
import { useIsWide } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { DueMark, StatusBadge } from './parts.tsx'
import type { Selection } from './use-selection.ts'
import type { WorkRow } from './work.ts'

const w = words.steps

interface RowsProps {
  rows: WorkRow[]
  withAgency: boolean
  selection: Selection
}

export function Rows(props: RowsProps) {
  const { selection } = props
  const isWide = useIsWide()
  const { place, focused } = useRowKeys()
  const choose = (isRange: boolean) => {
    const id = focused()?.dataset.row
    if (id) selection.toggle(id, isRange)
  }
  useHotkeys([
    ['x', () => choose(false)],
    ['shift+x', () => choose(true)],
  ])
  return <div ref={place}>{isWide ? <WideRows {...props} /> : <Cards {...props} />}</div>
}

function ChooseAll({ rows, selection }: Pick<RowsProps, 'rows' | 'selection'>) {
  const n = rows.filter(({ id }) => selection.has(id)).length
  return (
    <Checkbox
      aria-label={w.bulk.all(rows.length)}
      checked={n === rows.length}
      indeterminate={n > 0 && n < rows.length}
      onChange={selection.toggleAll}
    />
  )
}

function Choose({ row, selection }: { row: WorkRow; selection: Selection }) {
  return (
    <Checkbox
      aria-label={w.bulk.one(row.quote.slice(0, 80))}
      checked={selection.has(row.id)}
      // With Shift everything between this row and the one before is chosen.
      onClick={(event: MouseEvent) => selection.toggle(row.id, event.shiftKey)}
      readOnly
    />
  )
}

function WideRows({ rows, withAgency, selection }: RowsProps) {
  const { columns } = words.task
  return (
    <ListTable
      rows={rows}
      isChosen={({ id }) => selection.has(id)}
      columns={[
        {
          head: <ChooseAll {...{ rows, selection }} />,
          width: 40,
          cell: (row) => <Choose {...{ row, selection }} />,
        },
        {
          head: columns.quote,
          cell: (row) => (
            <>
              <Duty row={row} />
              <Refused why={selection.whys.get(row.id)} />
            </>
          ),
        },
        ...(withAgency
          ? [{ head: columns.agency, width: 180, cell: (row: WorkRow) => row.agency.name }]
          : []),
        { head: columns.due, width: 160, cell: (row) => <DueMark {...row} /> },
        { head: columns.status, width: 180, cell: (row) => <StatusBadge {...row} /> },
        { head: columns.action, width: 180, cell: (row) => <Act row={row} /> },
      ]}
    />
  )
}

function Cards({ rows, withAgency, selection }: RowsProps) {
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <ChooseAll {...{ rows, selection }} />
        <Text size="sm">{w.bulk.all(rows.length)}</Text>
      </Group>
      {rows.map((row) => (
        <Card key={row.id} withBorder padding="sm" bg={selection.has(row.id) ? 'lake.0' : undefined}>
          <Stack gap={6}>
            <Group wrap="nowrap" align="flex-start" gap="xs">
              <Choose {...{ row, selection }} />
              <div style={{ minWidth: 0 }}>
                <Duty row={row} />
              </div>
            </Group>
            <Refused why={selection.whys.get(row.id)} />
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

/** Why the row was refused when it was last sent. */
function Refused({ why }: { why: string | undefined }) {
  if (!why) return null
  return (
    <Text size="sm" c="red.9">
      {why}
    </Text>
  )
}

function Duty({ row }: { row: WorkRow }) {
  const marks = [
    row.role === 'coordinating' && w.roles.coordinating,
    row.period && w.period(row.period),
    row.extensionUntil && w.asksUntil(row.extensionUntil),
    row.isOutside && w.outsideMark,
  ].filter((mark): mark is string => Boolean(mark))
  return (
    <>
      <Anchor
        component={Link}
        to="/work/$id"
        params={{ id: row.id } as never}
        data-row={row.id}
        lineClamp={3}
        size="sm"
        fw={600}
        c="dark.9"
      >
        {row.duty || row.quote}
      </Anchor>
      <Text size="xs" c="gray.7" lineClamp={1}>
        {row.plan.number ?? row.plan.title} · {words.task.section(row.section)}
        {row.person && ` · ${row.person.name}`}
      </Text>
      {marks.length > 0 && (
        <Group gap={4} mt={2}>
          {marks.map((mark) => (
            <Badge key={mark} variant="default" radius="sm" tt="none" fw={600} size="sm">
              {mark}
            </Badge>
          ))}
        </Group>
      )}
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
