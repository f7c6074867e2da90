// Rows of a register: a table where there is room, cards on a phone; j and k move from row to row.
import { Anchor, Badge, Card, Group, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ListTable } from '../ui/ListTable.tsx'
import { useRowKeys } from '../ui/row-keys.ts'
import { useIsWide } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import type { ListRow } from './kit/exchange.ts'
import { type Register, say } from './kit/register.ts'
import { columnOf, isFigure, type Labels, printDerived, printValue, unitOf } from './show.ts'
import { Value } from './Value.tsx'
import './register.css'

const w = words.registerPage

interface Props {
  register: Register
  rows: ListRow[]
  labels: Labels
  /** Names of columns, entered or derived, in order. The one that names the row is its link. */
  columns: readonly string[]
  /** Where the head of a column sorts: its present direction and the address that sorts by it. */
  sort?: (name: string) => { sorted?: 'ascending' | 'descending'; order: string } | null
  onSort?: (order: string) => void
  /** On the page of another row: no keys of its own. */
  isPart?: boolean
}

export function RowsView(props: Props) {
  const isWide = useIsWide()
  const rows = isWide ? <Wide {...props} /> : <Cards {...props} />
  return props.isPart ? rows : <WithKeys>{rows}</WithKeys>
}

function WithKeys({ children }: { children: ReactNode }) {
  const { place } = useRowKeys()
  return <div ref={place}>{children}</div>
}

/** In pixels; the name of the row takes the rest. */
const WIDTHS: Partial<Record<string, number>> = {
  ...{ text: 180, texts: 180, choices: 170, ref: 190, place: 150, agency: 160, choice: 135, code: 115 },
}
const widthOf = (register: Register, name: string): number => {
  const column = columnOf(register, name)
  if (name === register.title) return 240
  const kind = column && 'kind' in column ? column.kind : null
  return WIDTHS[kind ?? ''] ?? 110
}

function Wide({ register, rows, labels, columns, sort, onSort }: Props) {
  // The first column leads to the row; it is the one that names it where that is shown.
  const lead = columns.includes(register.title) ? register.title : columns[0]
  const widths = columns.map((name) => widthOf(register, name))
  return (
    <div className="register-table">
      <div style={{ minWidth: widths.reduce((sum, width) => sum + width, 0) * 0.8 }}>
        <ListTable
          rows={rows}
          columns={columns.map((name, at) => {
            const column = columnOf(register, name)
            const by = sort?.(name) ?? null
            return {
              head: <Head {...{ register, name, by, onSort }} />,
              width: name === register.title ? undefined : widths[at],
              isFigure: name !== lead && column !== undefined && isFigure(column),
              sorted: by?.sorted,
              cell: (row: ListRow) =>
                name === lead ? (
                  <Lead register={register} row={row} name={name} labels={labels} />
                ) : (
                  <Cell {...{ register, row, name, labels }} />
                ),
            }
          })}
        />
      </div>
    </div>
  )
}

function Head({
  register,
  name,
  by,
  onSort,
}: {
  register: Register
  name: string
  by: { sorted?: 'ascending' | 'descending'; order: string } | null
  onSort: Props['onSort']
}) {
  const column = columnOf(register, name)
  if (!column) return null
  const unit = unitOf(column)
  const label = say(column.label)
  const below = unit && (
    <Text span size="xs" c="gray.7" fw={400} display="block">
      {unit}
    </Text>
  )
  if (!by || !onSort)
    return (
      <>
        {label}
        {below}
      </>
    )
  return (
    <button type="button" className="register-sort" title={w.sortBy(label)} onClick={() => onSort(by.order)}>
      {label}
      <span aria-hidden> {by.sorted === 'ascending' ? '▲' : by.sorted === 'descending' ? '▼' : '↕'}</span>
      {below}
    </button>
  )
}

interface CellProps {
  register: Register
  row: ListRow
  name: string
  labels: Labels
}

function Lead({ register, row, name, labels }: CellProps) {
  const column = register.columns[name]
  return (
    <Group gap={6} wrap="nowrap">
      <Anchor
        component={Link}
        to="/registers/$name/$id"
        params={{ name: register.name, id: row.id } as never}
        data-row={row.id}
        size="sm"
        fw={600}
        c="dark.9"
        lineClamp={2}
      >
        {(name !== register.title && column && printValue(column, row.values[name] ?? null, labels, true)) ||
          row.title ||
          words.register.story.nothing}
      </Anchor>
      {row.isVoid && (
        <Badge variant="outline" color="red.9" tt="none" style={{ flexShrink: 0 }}>
          {w.voided}
        </Badge>
      )}
    </Group>
  )
}

function Cell({ register, row, name, labels }: CellProps) {
  const column = register.columns[name]
  if (column) return <Value {...{ register, name, column, labels }} id={row.id} values={row.values} isBare />
  const derived = register.derived?.[name]
  return derived ? (
    <Text span size="sm">
      {printDerived(derived, row.derived[name], true) ?? '–'}
    </Text>
  ) : null
}

function Cards({ register, rows, labels, columns }: Props) {
  const state = register.states?.column
  const lead = columns.includes(register.title) ? register.title : (columns[0] ?? register.title)
  return (
    <Stack gap="sm">
      {rows.map((row) => (
        <Card key={row.id} withBorder padding="sm">
          <Stack gap={6}>
            <Group justify="space-between" align="flex-start" gap="xs">
              <Lead register={register} row={row} name={lead} labels={labels} />
              {state && columns.includes(state) && <Cell {...{ register, row, labels }} name={state} />}
            </Group>
            <dl className="register-card-facts">
              {columns
                .filter((name) => name !== lead && name !== state)
                .map((name) => {
                  const column = columnOf(register, name)
                  return (
                    column && (
                      <div key={name}>
                        <dt>{say(column.label)}</dt>
                        <dd>
                          <Cell {...{ register, row, name, labels }} />
                        </dd>
                      </div>
                    )
                  )
                })}
            </dl>
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}
