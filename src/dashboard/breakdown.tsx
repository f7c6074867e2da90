// Rows of figures by agency or by plan; on a phone one under the other.
import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useIsWide } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import type { Both, Unit } from './dashboard.ts'
import { Count, type Counted, type Scope, StackedBar } from './figures.tsx'

/** Rows of a table shown before somebody asks for all. */
const FIRST = 12

export interface BreakdownRow extends Partial<Both> {
  id: string
  name: string
  /** Where the name leads. */
  to?: { path: string; params?: object; search?: object; label: string }
  scope: Scope
  /** Beside the figures. */
  actions?: ReactNode
}

const countedOf = (row: BreakdownRow, unit: Unit): Counted | null => {
  if (unit === 'item') return row.items ? { unit, counts: row.items } : null
  return row.assignments ? { unit, counts: row.assignments } : null
}

/** What of the rows has nothing to count in this unit is left out. */
export function Breakdown({ head, rows, unit }: { head: string; rows: BreakdownRow[]; unit: Unit }) {
  const [isWhole, setWhole] = useState(false)
  const isWide = useIsWide()
  const all = rows.filter((row) => (countedOf(row, unit)?.counts.all ?? 0) > 0)
  const shown = isWhole ? all : all.slice(0, FIRST)
  return (
    <>
      {isWide ? <Wide {...{ head, unit }} rows={shown} /> : <Narrow unit={unit} rows={shown} />}
      {all.length > shown.length && (
        <Group className="screen-only">
          <Button variant="default" size="xs" onClick={() => setWhole(true)}>
            {words.dashboard.allRows(all.length)}
          </Button>
        </Group>
      )}
    </>
  )
}

function Narrow({ rows, unit }: { rows: BreakdownRow[]; unit: Unit }) {
  return (
    <Stack gap="sm">
      {rows.map((row) => {
        const counted = countedOf(row, unit)
        return (
          counted && (
            <Stack key={row.id} gap={4}>
              <Name {...row} />
              <StackedBar counts={counted.counts} />
              <Text size="sm">
                {words.dashboard.share}: <Share counted={counted} scope={row.scope} />
              </Text>
              <Text size="sm">
                {words.task.states.overdue}: <Count {...counted} state="overdue" scope={row.scope} inText />
              </Text>
              {row.actions}
            </Stack>
          )
        )
      })}
    </Stack>
  )
}

const COLUMNS = ['all', 'done-on-time', 'done-late', 'within', 'overdue'] as const

function Wide({ head, rows, unit }: { head: string; rows: BreakdownRow[]; unit: Unit }) {
  const w = words.dashboard
  const hasActions = rows.some(({ actions }) => actions)
  return (
    <Table verticalSpacing={6} stickyHeader stickyHeaderOffset={52} highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{head}</Table.Th>
          <Table.Th>{w.assigned}</Table.Th>
          {COLUMNS.slice(1).map((state) => (
            <Table.Th key={state}>{w.parts[state as keyof typeof w.parts]}</Table.Th>
          ))}
          <Table.Th>{w.share}</Table.Th>
          <Table.Th w={160}>{w.bar}</Table.Th>
          {hasActions && <Table.Td className="screen-only" />}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => {
          const counted = countedOf(row, unit)
          return (
            counted && (
              <Table.Tr key={row.id}>
                <Table.Td>
                  <Name {...row} />
                </Table.Td>
                {COLUMNS.map((state) => (
                  <Table.Td key={state}>
                    <Count
                      {...counted}
                      state={state}
                      scope={row.scope}
                      fw={state === 'overdue' && counted.counts.overdue > 0 ? 700 : 400}
                    />
                  </Table.Td>
                ))}
                <Table.Td>
                  <Share counted={counted} scope={row.scope} />
                </Table.Td>
                <Table.Td>
                  <StackedBar counts={counted.counts} />
                </Table.Td>
                {hasActions && <Table.Td className="screen-only">{row.actions}</Table.Td>}
              </Table.Tr>
            )
          )
        })}
      </Table.Tbody>
    </Table>
  )
}

function Name({ name, to }: BreakdownRow) {
  if (!to)
    return (
      <Text size="sm" component="span">
        {name}
      </Text>
    )
  return (
    <Anchor
      component={Link}
      to={to.path}
      params={to.params as never}
      search={to.search as never}
      size="sm"
      aria-label={to.label}
    >
      {name}
    </Anchor>
  )
}

function Share({ counted, scope }: { counted: Counted; scope: Scope }) {
  const { counts } = counted
  return (
    <Text size="sm" component="span">
      <Count {...counted} state="done" scope={scope} inText />/
      <Count {...counted} state="all" scope={scope} inText /> ({words.percent(counts.done / counts.all)})
    </Text>
  )
}
