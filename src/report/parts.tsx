// Small parts shared by the pages of reports: how far a round is, how a report stands, both counts with their ratios.
import { Anchor, Badge, Group, Progress, Stack, Table, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import * as words from '../vocabulary/words.ts'
import type { RoundSummary } from './exchange.ts'
import { COUNTED, type Counts, type Figures, ratiosOf } from './figures.ts'
import { shareText } from './print.ts'
import type { ReportState } from './report.ts'

const w = words.report

const COLOUR: Record<ReportState, string> = {
  draft: 'gray.8',
  submitted: 'violet.8',
  approved: 'lake.8',
  accepted: 'teal.9',
  locked: 'gray.9',
  passed: 'gray.7',
}

export function ReportBadge({ state }: { state: ReportState }) {
  return (
    <Badge color={COLOUR[state]} variant="outline" tt="none" fw={600} style={{ flexShrink: 0 }}>
      {w.states[state]}
    </Badge>
  )
}

/** The figure in words beside the bar: who has handed in, of how many. */
export function RoundProgress({
  round,
}: {
  round: Pick<RoundSummary, 'sent' | 'asked' | 'late' | 'overdue'>
}) {
  const { sent, asked, late, overdue } = round
  const text = w.page.progress(sent, asked)
  return (
    <Group gap="sm" wrap="wrap">
      <Progress
        value={asked ? (100 * sent) / asked : 0}
        aria-label={text}
        size="lg"
        flex="1 1 160px"
        maw={320}
      />
      <Text size="sm">
        {text}
        {late + overdue > 0 && ` · ${w.page.progressMore(late, overdue)}`}
      </Text>
    </Group>
  )
}

/** "Hạn nộp 14/12/2026 · còn 23 ngày", "Đã gửi ngày … · nộp muộn 3 ngày". */
export function DueLine({
  dueOn,
  sentOn,
  lateDays,
  daysLeft,
}: {
  dueOn: string
  sentOn: string | null
  lateDays: number
  daysLeft: number
}) {
  const late = lateDays > 0
  const said = sentOn
    ? [w.page.sentOn(sentOn), late ? w.page.sentLate(lateDays) : '']
    : [w.page.due(dueOn), late ? w.page.overdueBy(lateDays) : w.page.dueLeft(daysLeft)]
  return (
    <Text size="sm" {...(late ? { c: 'red.9', fw: 600 } : {})}>
      {said.filter(Boolean).join(' · ')}
    </Text>
  )
}

/** Lượt giao and nhiệm vụ side by side, each with both ratios. */
export function FiguresTable({ figures }: { figures: Pick<Figures, 'assignments' | 'items'> }) {
  const both = [figures.items, figures.assignments] as const
  const ratio = (counts: Counts, name: 'ofAssigned' | 'ofAnswerable') => shareText(ratiosOf(counts)[name])
  return (
    <Table verticalSpacing={4} horizontalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th />
          <Table.Th ta="right">{w.page.items}</Table.Th>
          <Table.Th ta="right">{w.page.assignments}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {COUNTED.map((name) => (
          <Table.Tr key={name}>
            <Table.Td>{w.page.counted[name]}</Table.Td>
            {both.map((counts, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two fixed columns
              <Table.Td ta="right" key={at}>
                {words.number(counts[name])}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
        {(['ofAssigned', 'ofAnswerable'] as const).map((name) => (
          <Table.Tr key={name}>
            <Table.Td>{w.page[name]}</Table.Td>
            {both.map((counts, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two fixed columns
              <Table.Td ta="right" key={at}>
                {ratio(counts, name)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** The parts of a sum: each report with its own numbers, a link to it. */
export function FigureSources({ rows }: { rows: Figures['rows'] }) {
  return (
    <details>
      <summary>
        <Text size="sm" component="span">
          {w.page.sources(rows.length)}
        </Text>
      </summary>
      <Table.ScrollContainer minWidth={320} type="native" mah={420}>
        <Table verticalSpacing={4} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{w.page.agency}</Table.Th>
              {(['all', 'done', 'overdue'] as const).map((name) => (
                <Table.Th ta="right" key={name}>
                  {w.page.counted[name]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ reportId, agencyId, agency, assignments }) => (
              <Table.Tr key={`${reportId} ${agencyId}`}>
                <Table.Td>
                  <ReportLink id={reportId}>{agency}</ReportLink>
                </Table.Td>
                {(['all', 'done', 'overdue'] as const).map((name) => (
                  <Table.Td ta="right" key={name}>
                    {words.number(assignments[name])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </details>
  )
}

export function ReportLink({ id, children }: { id: string; children: string }) {
  return (
    <Anchor component={Link} to="/reports/$id" params={{ id } as never} size="sm">
      {children}
    </Anchor>
  )
}

/** A round in a list: what is asked, how far it is, the way to the own report and to the agencies. */
export function RoundHead({ round, today }: { round: RoundSummary; today: string }) {
  const left = Math.round((Date.parse(round.dueOn) - Date.parse(today)) / 86_400_000)
  const isOver = round.state === 'closed'
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {round.title}
        </Text>
        <Badge variant="outline" color="gray.8" tt="none">
          {w.kinds[round.kind]}
        </Badge>
      </Group>
      <Text size="sm" c="gray.7">
        {w.page.window(round.from, round.to)}
      </Text>
      {isOver ? (
        <Text size="sm">{w.page.issued(round.paper)}</Text>
      ) : (
        <DueLine dueOn={round.dueOn} sentOn={null} lateDays={Math.max(0, -left)} daysLeft={left} />
      )}
      <RoundProgress round={round} />
    </Stack>
  )
}
