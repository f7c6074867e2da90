// Answering a period: everything an agency owes for it on one page, each with its quick answers, sent in one act.
import { Alert, Anchor, Button, Group, Paper, Progress, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { get } from '../http/client.ts'
import { useSession } from '../identity/session.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { AnswerCard } from './AnswerCard.tsx'
import { AnswerQuery, AnswerSheet, NOTHING } from './answer.ts'
import { StatusBadge } from './parts.tsx'
import { InPlaceOf } from './StepPanel.tsx'
import { standing } from './selection.ts'
import { permit } from './task.ts'
import { useAnswers } from './use-answers.ts'
import type { WorkRow } from './work.ts'

const w = words.steps.answer

export function AnswerPage() {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  // "2026" in an address comes as a number.
  const asked = AnswerQuery.safeParse({
    ...search,
    period: search.period === undefined ? undefined : String(search.period),
  })
  const query = asked.success ? asked.data : {}
  const sheet = useQuery({
    queryKey: ['work', 'answer', query],
    queryFn: () =>
      get(
        `/api/work/answer?${new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined) as [string, string][])}`,
        AnswerSheet,
      ),
    placeholderData: keepPreviousData,
  })
  const { data } = sheet
  return (
    <Page
      title={data?.agency ? w.titleOf(data.agency.name) : w.title}
      actions={
        <Anchor component={Link} to="/work" size="sm">
          {words.task.backToList}
        </Anchor>
      }
    >
      {sheet.error && <Failure error={sheet.error} onRetry={() => void sheet.refetch()} />}
      {sheet.isPending && <Loading />}
      {data && !data.agency && <Empty>{w.noAgency}</Empty>}
      {data?.agency && data.period === null && <Empty>{w.empty}</Empty>}
      {data?.agency && data.period !== null && (
        <Sheet
          key={`${data.agency.id} ${data.period}`}
          sheet={data}
          agencyId={data.agency.id}
          period={data.period}
        />
      )}
    </Page>
  )
}

function Sheet({ sheet, agencyId, period }: { sheet: AnswerSheet; agencyId: string; period: string }) {
  const doer = useSession()
  const navigate = useNavigate()
  const open = (key: string, replace = false) =>
    void navigate({ to: '/work/answer', search: { agency: agencyId, period: key } as never, replace })
  const [uploads, setUploads] = useState(0)
  const onBusy = useCallback((isBusy: boolean) => setUploads((n) => Math.max(0, n + (isBusy ? 1 : -1))), [])
  const inOrder = [...sheet.rows].sort((a, b) => a.plan.id.localeCompare(b.plan.id) || a.ordinal - b.ordinal)
  const owed = inOrder.filter(({ status }) => status === 'assigned' || status === 'active')
  const sent = inOrder.filter(({ status }) => status !== 'assigned' && status !== 'active')
  const rights = new Map(
    owed.map((row) => [row.id, permit(row.isOutside ? 'report-outside' : 'report', standing(row), doer)]),
  )
  const closedOf = (id: string) => {
    const may = rights.get(id)
    return may && 'why' in may ? may.why : null
  }
  const absent = [...rights.values()].find((may) => !('why' in may) && may.forAccountId)
  const mine = owed.filter(({ id }) => closedOf(id) === null)
  const state = useAnswers(agencyId, period, mine)
  const chosen = sheet.periods.find(({ key }) => key === period)
  const rest = mine.filter((row) => !row.isOutside && !state.answers[row.id]).length
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Select
          label={words.steps.periodLabel}
          data={sheet.periods.map(({ key, open, n }) => ({
            value: key,
            label: w.periodChoice(words.steps.period(key), open, n),
          }))}
          value={period}
          allowDeselect={false}
          onChange={(key) => key && open(key)}
        />
        {chosen && (
          <div>
            {chosen.from && chosen.to && <Text size="sm">{words.steps.window(chosen.from, chosen.to)}</Text>}
            {chosen.dueOn && <Text size="sm">{w.dueOn(chosen.dueOn)}</Text>}
            <Progress
              value={chosen.n ? ((chosen.n - chosen.open) * 100) / chosen.n : 100}
              color="teal.9"
              mt={4}
              aria-label={w.answered(chosen.n - chosen.open, chosen.n)}
            />
            <Text size="sm">{w.answered(chosen.n - chosen.open, chosen.n)}</Text>
          </div>
        )}
      </SimpleGrid>
      <InPlaceOf accountId={absent && !('why' in absent) ? absent.forAccountId : null} />
      {mine.length === 0 && <Sent n={state.sent} refused={0} />}
      {owed.length === 0 && <Empty>{w.allAnswered}</Empty>}
      {owed.map((row) => (
        <AnswerCard
          key={row.id}
          row={row}
          answer={state.answers[row.id]}
          previous={sheet.previous.find(({ id }) => id === row.id)}
          today={sheet.today}
          closed={closedOf(row.id)}
          why={state.whys.get(row.id)}
          isLacking={state.isTried && state.lacking.has(row.id)}
          onAnswer={state.answer}
          onBusy={onBusy}
        />
      ))}
      {state.error && <Failure error={state.error} />}
      {mine.length > 0 && (
        <Paper
          withBorder
          shadow="md"
          p="sm"
          pos="sticky"
          bottom={8}
          style={{ zIndex: 50 }}
          component="section"
          aria-label={w.bar}
        >
          <Stack gap="xs">
            <Sent n={state.sent} refused={state.whys.size} />
            <Text size="sm" role="status">
              {w.chosen(state.given, mine.length)}
              {state.isTried && state.lacking.size > 0 && ` ${w.lacking(state.lacking.size)}`}
            </Text>
            <Group gap="xs">
              <Button
                size="xs"
                loading={state.isPending}
                disabled={state.given === 0 || uploads > 0}
                onClick={() => {
                  // An address without a period means the one due next: answered, this one would be left for another.
                  open(period, true)
                  state.sendAll()
                }}
              >
                {w.send(state.given)}
              </Button>
              {rest > 0 && (
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => state.answerRest(NOTHING, (row) => !row.isOutside)}
                >
                  {w.restNothing(rest)}
                </Button>
              )}
            </Group>
          </Stack>
        </Paper>
      )}
      {sent.length > 0 && <Answered rows={sent} />}
    </Stack>
  )
}

/** Said where the eyes are: in the bar while something is left, else above the empty list. */
function Sent({ n, refused }: { n: number; refused: number }) {
  if (n + refused === 0) return null
  return (
    <Alert color={refused ? 'orange' : 'green'} variant="light" c="dark.9" p="xs" role="status">
      {w.sent(n, refused)}
    </Alert>
  )
}

function Answered({ rows }: { rows: readonly WorkRow[] }) {
  return (
    <Part title={w.answeredTitle(rows.length)}>
      {rows.map((row) => (
        <Group key={row.id} justify="space-between" gap="xs" wrap="nowrap">
          <Anchor component={Link} to="/work/$id" params={{ id: row.id } as never} size="sm" lineClamp={1}>
            {row.quote}
          </Anchor>
          <StatusBadge status={row.status} percent={row.percent} />
        </Group>
      ))}
    </Part>
  )
}
