// The figures of the dashboard: every number is the link to its list.
import { Anchor, Box, Group, Stack, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { createContext, type ReactNode, useContext } from 'react'
import type { WorkState } from '../task/work-state.ts'
import { words } from '../vocabulary/words.ts'
import { type Counts, ratiosOf } from './dashboard.ts'

export interface Scope {
  plan?: string
  agency?: string
}

/** What the page is limited to; the lists it opens are limited the same way. */
export const ScopeOfPage = createContext<Scope>({})

interface CountProps {
  state: WorkState
  counts: Counts
  scope?: Scope
  children?: ReactNode
  size?: string
  fw?: number
  /** Amid other words a link needs more than its colour. */
  inText?: boolean
}

/** The number of a list, opening that list. */
export function Count({ state, counts, scope, children, size = 'sm', fw, inText }: CountProps) {
  const page = useContext(ScopeOfPage)
  const { plan, agency = 'all' } = { ...page, ...scope }
  const n = counts[state]
  return (
    <Anchor
      component={Link}
      to="/work"
      search={{ state, agency, ...(plan ? { plan } : {}) } as never}
      size={size}
      fw={fw}
      underline={inText ? 'always' : 'hover'}
      c={state === 'overdue' && n > 0 ? 'red.9' : 'lake.8'}
      aria-label={`${words.task.states[state]}: ${words.dashboard.assignments(n)}`}
    >
      {children ?? words.number(n)}
    </Anchor>
  )
}

/** Chưa/đã hoàn thành × trong/quá hạn, as it is officially reported. */
export function Matrix({ counts }: { counts: Counts }) {
  const w = words.dashboard
  const cell = (state: WorkState, fw?: number) => <Count {...{ state, counts, fw }} size="lg" />
  return (
    <Table withTableBorder withColumnBorders verticalSpacing="xs" aria-label={w.matrix}>
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
              {w.ofWhichUndated}: <Count state="undated" counts={counts} size="xs" inText />
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
export function Ratios({ counts }: { counts: Counts }) {
  const { ofAssigned, ofAnswerable } = ratiosOf(counts)
  return (
    <Stack gap="sm">
      <Ratio label={words.dashboard.ofAssigned} share={ofAssigned} counts={counts} whole="all" />
      <Ratio label={words.dashboard.ofAnswerable} share={ofAnswerable} counts={counts} whole="answerable" />
    </Stack>
  )
}

interface RatioProps {
  label: string
  share: { part: number; whole: number }
  counts: Counts
  whole: WorkState
}

function Ratio({ label, share, counts, whole }: RatioProps) {
  return (
    <div>
      <Text size="sm">{label}</Text>
      {share.whole === 0 ? (
        <Text size="sm" c="gray.7">
          {words.dashboard.noRatio}
        </Text>
      ) : (
        <Text size="lg">
          <Count state="done" counts={counts} size="lg" fw={700} inText /> /{' '}
          <Count state={whole} counts={counts} size="lg" fw={700} inText /> ={' '}
          <b>{words.percent(share.part / share.whole)}</b>
        </Text>
      )}
    </div>
  )
}

const PARTS = ['done-on-time', 'done-late', 'within', 'overdue'] as const
type Part = (typeof PARTS)[number]
/** Told apart by pattern as well as by colour. */
const FILL: Record<Part, string> = {
  'done-on-time': 'var(--mantine-color-green-8)',
  'done-late':
    'repeating-linear-gradient(45deg, var(--mantine-color-green-8) 0 4px, var(--mantine-color-green-3) 4px 8px)',
  within: 'var(--mantine-color-gray-4)',
  overdue:
    'repeating-linear-gradient(135deg, var(--mantine-color-red-8) 0 5px, var(--mantine-color-red-6) 5px 10px)',
}

const partsText = (counts: Counts) =>
  PARTS.map((part) => `${words.dashboard.parts[part]}: ${words.number(counts[part])}`).join('; ')

export function StackedBar({ counts, height = 14 }: { counts: Counts; height?: number }) {
  return (
    <Box
      role="img"
      aria-label={partsText(counts)}
      title={partsText(counts)}
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

export function Legend({ counts }: { counts: Counts }) {
  return (
    <Group gap="md">
      {PARTS.map((part) => (
        <Group key={part} gap={6} wrap="nowrap">
          <Box w={14} h={14} style={{ background: FILL[part], borderRadius: 2, flexShrink: 0 }} />
          <Text size="sm">
            {words.dashboard.parts[part]}: <Count state={part} counts={counts} inText />
          </Text>
        </Group>
      ))}
    </Group>
  )
}
