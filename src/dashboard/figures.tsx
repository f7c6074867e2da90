// The figures: lượt giao and nhiệm vụ alike, every number the link to its list.
import { Anchor, Box, Group, Stack, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext } from 'react'
import { Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { type Counts, type Figures, type ItemCounts, ratiosOf, type Unit } from './dashboard.ts'
import type { ItemList } from './item-state.ts'

export interface Scope {
  plan?: string | undefined
  agency?: string | undefined
  /** Of the plans that this agency oversees. */
  overseer?: string | undefined
  role?: 'lead' | 'coordinating' | undefined
}

/** What the page is limited to; the lists it opens are limited the same way. */
export const ScopeOfPage = createContext<Scope>({})

/** What is counted, with the counts: never one without the other. */
export type Counted = { unit: 'assignment'; counts: Counts } | { unit: 'item'; counts: ItemCounts }

/** States that both lists have. */
type Both = Extract<ItemList, keyof Counts>
export type StateOf<T extends Counted> = keyof T['counts'] & string

const labelOf = (unit: Unit, state: string): string =>
  unit === 'item'
    ? words.standing.itemStates[state as ItemList]
    : words.task.states[state as keyof typeof words.task.states]

const unitsOf = (unit: Unit, n: number): string =>
  unit === 'item' ? words.standing.ofItems(n) : words.dashboard.assignments(n)

type CountProps = Counted & {
  state: string
  scope?: Scope | undefined
  children?: ReactNode
  size?: string
  fw?: number
  /** Amid other words a link needs more than its colour. */
  inText?: boolean
}

/** The number of a list, opening that list. */
export function Count({ unit, counts, state, scope, children, size = 'sm', fw, inText }: CountProps) {
  const page = useContext(ScopeOfPage)
  const { agency, role = 'lead', ...limits } = { ...page, ...scope }
  const n = (counts as Record<string, number>)[state] ?? 0
  const search =
    unit === 'item' ? { state, agency, ...limits } : { state, agency: agency ?? 'all', role, ...limits }
  return (
    <Anchor
      component={Link}
      to={unit === 'item' ? '/items' : '/work'}
      search={search as never}
      size={size}
      fw={fw}
      underline={inText ? 'always' : 'hover'}
      c={state === 'overdue' && n > 0 ? 'red.9' : 'lake.8'}
      aria-label={`${labelOf(unit, state)}: ${unitsOf(unit, n)}`}
    >
      {children ?? words.number(n)}
    </Anchor>
  )
}

/** Chưa/đã hoàn thành × trong/quá hạn, as it is officially reported. */
export function Matrix(counted: Counted) {
  const w = words.dashboard
  const cell = (state: Both, fw?: number) => <Count {...counted} {...{ state, fw }} size="lg" />
  return (
    <Table
      withTableBorder
      withColumnBorders
      verticalSpacing="xs"
      aria-label={w.matrixOf(words.standing.units[counted.unit])}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          <Table.Th scope="col">{w.inTime}</Table.Th>
          <Table.Th scope="col">{w.late}</Table.Th>
          <Table.Th scope="col">{w.total}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Table.Tr>
          <Table.Th scope="row">{w.done}</Table.Th>
          <Table.Td>{cell('done-on-time')}</Table.Td>
          <Table.Td>{cell('done-late')}</Table.Td>
          <Table.Td>{cell('done', 700)}</Table.Td>
        </Table.Tr>
        <Table.Tr>
          <Table.Th scope="row">{w.notDone}</Table.Th>
          <Table.Td>
            {cell('within')}
            <Text size="xs" c="gray.7">
              {w.ofWhichUndated}: <Count {...counted} state="undated" size="xs" inText />
            </Text>
          </Table.Td>
          <Table.Td>{cell('overdue')}</Table.Td>
          <Table.Td>{cell('open', 700)}</Table.Td>
        </Table.Tr>
        <Table.Tr>
          <Table.Th scope="row">{w.total}</Table.Th>
          <Table.Td colSpan={2} />
          <Table.Td>{cell('all', 700)}</Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  )
}

/** Both ways of dividing, with what was divided by what. */
export function Ratios(counted: Counted) {
  const { ofAssigned, ofAnswerable } = ratiosOf(counted.counts)
  return (
    <Stack gap="sm">
      <Ratio {...counted} label={words.dashboard.ofAssigned} share={ofAssigned} whole="all" />
      <Ratio {...counted} label={words.dashboard.ofAnswerable} share={ofAnswerable} whole="answerable" />
    </Stack>
  )
}

type RatioProps = Counted & { label: string; share: { part: number; whole: number }; whole: Both }

function Ratio({ label, share, whole, ...counted }: RatioProps) {
  return (
    <div>
      <Text size="sm">{label}</Text>
      {share.whole === 0 ? (
        <Text size="sm" c="gray.7">
          {words.dashboard.noRatio}
        </Text>
      ) : (
        <Text size="lg">
          <Count {...(counted as Counted)} state="done" size="lg" fw={700} inText /> /{' '}
          <Count {...(counted as Counted)} state={whole} size="lg" fw={700} inText /> ={' '}
          <b>{words.percent(share.part / share.whole)}</b>
        </Text>
      )}
    </div>
  )
}

const PARTS = ['done-on-time', 'done-late', 'within', 'overdue'] as const
type PartName = (typeof PARTS)[number]
/** Told apart by pattern as well as by colour. */
const FILL: Record<PartName, string> = {
  'done-on-time': 'var(--mantine-color-green-8)',
  'done-late':
    'repeating-linear-gradient(45deg, var(--mantine-color-green-8) 0 4px, var(--mantine-color-green-3) 4px 8px)',
  within: 'var(--mantine-color-gray-4)',
  overdue:
    'repeating-linear-gradient(135deg, var(--mantine-color-red-8) 0 5px, var(--mantine-color-red-6) 5px 10px)',
}

const partsText = (counts: Pick<Counts, PartName>) =>
  PARTS.map((part) => `${words.dashboard.parts[part]}: ${words.number(counts[part])}`).join('; ')

export function StackedBar({ counts, height = 14 }: { counts: Pick<Counts, PartName>; height?: number }) {
  return (
    <Box
      role="img"
      aria-label={partsText(counts)}
      title={partsText(counts)}
      className="bar"
      style={{ display: 'flex', height, borderRadius: 3, overflow: 'hidden', gap: 1 }}
    >
      {PARTS.filter((part) => counts[part] > 0).map((part) => (
        <div
          key={part}
          style={{ flexGrow: counts[part], flexBasis: 0, minWidth: 2, background: FILL[part] }}
        />
      ))}
    </Box>
  )
}

export function Legend(counted: Counted) {
  return (
    <Group gap="md">
      {PARTS.map((part) => (
        <Group key={part} gap={6} wrap="nowrap">
          <Box
            w={14}
            h={14}
            className="bar"
            style={{ background: FILL[part], borderRadius: 2, flexShrink: 0 }}
          />
          <Text size="sm">
            {words.dashboard.parts[part]}: <Count {...counted} state={part} inText />
          </Text>
        </Group>
      ))}
    </Group>
  )
}

/** One unit: the four fields, both ratios, the picture. */
export function UnitPart(counted: Counted & { children?: ReactNode }) {
  const { children, ...rest } = counted
  const own = rest as Counted
  const { agency } = useContext(ScopeOfPage)
  return (
    <Part title={words.standing.unitTitles[own.unit]}>
      <Text size="xs" c="gray.7">
        {words.standing.unitHints[own.unit === 'item' && agency ? 'itemOfAgency' : own.unit]}
      </Text>
      <Matrix {...own} />
      <Ratios {...own} />
      <StackedBar counts={own.counts} height={22} />
      <Legend {...own} />
      {children}
    </Part>
  )
}

/** What agencies contribute to the duties of others, counted beside. */
export function Coordinating({ counts }: { counts: Figures['coordinating'] }) {
  if (counts.all === 0) return null
  const own = { unit: 'assignment', counts, scope: { role: 'coordinating' } } as const
  return (
    <Text size="sm">
      {words.standing.coordinating}: <Count {...own} state="done" inText />/
      <Count {...own} state="all" inText /> ({words.percent(counts.done / counts.all)}),{' '}
      {words.task.states.overdue.toLowerCase()}: <Count {...own} state="overdue" inText />
    </Text>
  )
}
