// One value of a row on the screen: text, or a link to what it names.
import { Anchor, Badge, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import * as words from '../vocabulary/words.ts'
import type { Value as AnyValue, Column, Register, Values } from './kit/register.ts'
import { type Labels, printValue } from './show.ts'

interface Props {
  register: Register
  /** Of the row, for the address of its files. */
  id: string
  name: string
  column: Column
  values: Values
  labels: Labels
  /** Without units and links: a cell of a table that is one link already. */
  isBare?: boolean
}

export function Value({ register, id, name, column, values, labels, isBare = false }: Props) {
  const value = values[name] ?? null
  const text = printValue(column, value, labels, isBare)
  if (text === null)
    return (
      <Text span size="sm" c="gray.7" aria-label={words.registerPage.empty}>
        –
      </Text>
    )
  if (register.states?.column === name) return <StateBadge register={register} value={value} />
  if (isBare || typeof value !== 'string') return <Plain>{text}</Plain>
  if (column.kind === 'ref')
    return (
      <Anchor
        component={Link}
        to="/registers/$name/$id"
        params={{ name: column.of, id: value } as never}
        size="sm"
      >
        {text}
      </Anchor>
    )
  if (column.kind === 'place' || column.kind === 'agency')
    return (
      <Anchor component={Link} to="/agencies/$id" params={{ id: value } as never} size="sm">
        {text}
      </Anchor>
    )
  if (column.kind === 'file')
    return (
      <Anchor
        size="sm"
        href={`/api/registers/${register.name}/rows/${id}/files/${name}`}
        style={{ overflowWrap: 'anywhere' }}
      >
        {String(values[`${name}Name`] ?? words.registerPage.openFile)}
      </Anchor>
    )
  return <Plain>{text}</Plain>
}

const Plain = ({ children }: { children: string }) => (
  <Text span size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
    {children}
  </Text>
)

/** The first state of a register is its ordinary one. */
export function StateBadge({ register, value }: { register: Register; value: AnyValue }) {
  const { states, columns } = register
  const column = states && columns[states.column]
  if (!column || typeof value !== 'string') return null
  return (
    <Badge
      variant="outline"
      color={value === states.first ? 'lake.8' : 'gray.8'}
      tt="none"
      fw={600}
      // A long legal status is said whole, on two lines.
      style={{ height: 'auto' }}
      styles={{ label: { whiteSpace: 'normal', padding: '2px 0' } }}
    >
      {printValue(column, value, {})}
    </Badge>
  )
}
