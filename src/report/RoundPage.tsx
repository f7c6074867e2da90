// One round: who has handed in and who has not, accepted or returned one by one or many at once.
import { Anchor, Button, Card, Checkbox, Group, Progress, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { daysBetween } from '../base/calendar.ts'
import { get, send } from '../http/client.ts'
import { planName } from '../task/parts.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { ListTable } from '../ui/ListTable.tsx'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { useIsWide } from '../ui/wide.ts'
import * as words from '../vocabulary/words.ts'
import { BulkAnswer, Made, RoundPage as Round } from './exchange.ts'
import { DueLine, ReportBadge, ReportLink, RoundHead } from './parts.tsx'
import { isSent, REPORT_STATES } from './report.ts'

const w = words.report
type Row = Round['reports'][number]
type Bulk = 'accept' | 'return' | 'lock'
const BULKS: readonly Bulk[] = ['accept', 'return', 'lock']

export function RoundPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'round', id],
    queryFn: () => get(`/api/rounds/${id}`, Round),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Screen round={data} key={id} />
}

function Screen({ round }: { round: Round }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState<Bulk | null>(null)
  const [late, setLate] = useState<Row | null>(null)
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['reports'] })
  const bulk = useMutation({
    mutationFn: ({ kind, text }: { kind: Bulk; text: string }) =>
      send('/api/reports/steps', {
        body: {
          kind,
          text,
          reports: round.reports
            .filter(({ id }) => chosen.has(id))
            .map(({ id, version }) => ({ id, version })),
        },
        answer: BulkAnswer,
      }),
    onSuccess: () => {
      setChosen(new Set())
      setAsking(null)
    },
    onSettled: refresh,
  })
  const waiting = round.reports.filter(({ whyNot }) => whyNot.accept === null)
  const fits = (kind: Bulk) =>
    round.reports.filter(({ id, whyNot }) => chosen.has(id) && whyNot[kind] === null).length
  const toggle = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  const start = (kind: Bulk) => (kind === 'accept' ? bulk.mutate({ kind, text: '' }) : setAsking(kind))
  const named = new Map(round.reports.map(({ id, agency }) => [id, agency.name]))
  return (
    <Page title={w.page.round}>
      <RoundHead round={round} today={round.today} />
      <Anchor component={Link} to="/plans/$id" params={{ id: round.plan.id } as never} size="sm">
        {planName(round.plan)}
      </Anchor>
      {round.note && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {w.page.noteOf(round.note)}
        </Text>
      )}
      <Text size="xs" c="gray.7">
        {w.page.openedBy(round.openedBy, round.openedOn)}
      </Text>
      {round.mine && (
        <Group>
          <Button component={Link} to="/reports/$id" params={{ id: round.mine.id } as never}>
            {w.page.myReport}
          </Button>
        </Group>
      )}
      <StatePicture reports={round.reports} />
      {waiting.length > 0 && (
        <Checkbox
          label={w.page.chooseAll(waiting.length)}
          checked={waiting.every(({ id }) => chosen.has(id))}
          onChange={(event) =>
            setChosen(new Set(event.currentTarget.checked ? waiting.map(({ id }) => id) : []))
          }
        />
      )}
      {chosen.size > 0 && (
        <Group gap="xs">
          <Text size="sm">{w.page.chosen(chosen.size)}</Text>
          {BULKS.filter((kind) => fits(kind) > 0).map((kind) => (
            <Button
              key={kind}
              size="xs"
              variant={kind === 'accept' ? 'filled' : 'default'}
              loading={bulk.isPending}
              onClick={() => start(kind)}
            >
              {w.steps[kind]} ({words.number(fits(kind))})
            </Button>
          ))}
        </Group>
      )}
      {bulk.error && <Failure error={bulk.error} />}
      {bulk.data && (
        <Stack gap={2} role="status">
          <Text size="sm">{w.page.bulkDone(bulk.data.done)}</Text>
          {bulk.data.refused.map(({ id, why }) => (
            <Text size="sm" key={id}>
              {named.get(id)}: {why}
            </Text>
          ))}
        </Stack>
      )}
      <Rows round={round} chosen={chosen} onToggle={toggle} onLate={setLate} />
      {asking && (
        <ReasonDialog
          kind={asking}
          isPending={bulk.isPending}
          error={bulk.error}
          onSave={(text) => bulk.mutate({ kind: asking, text })}
          onClose={() => setAsking(null)}
        />
      )}
      {late && (
        <LateDialog
          row={late}
          today={round.today}
          onClose={() => setLate(null)}
          onSaved={() => {
            setLate(null)
            void refresh()
          }}
        />
      )}
    </Page>
  )
}

/** How many reports stand where: a bar with its figures in words. */
function StatePicture({ reports }: { reports: readonly Row[] }) {
  const TONE: Record<string, string> = {
    draft: 'gray.4',
    submitted: 'violet.6',
    approved: 'lake.6',
    accepted: 'teal.7',
    locked: 'gray.8',
  }
  const counts = REPORT_STATES.map((state) => ({
    state,
    n: reports.filter((report) => report.state === state).length,
  })).filter(({ n, state }) => n > 0 && state !== 'passed')
  const all = counts.reduce((sum, { n }) => sum + n, 0)
  return (
    <Part title={w.page.byState}>
      <Progress.Root size={18}>
        {counts.map(({ state, n }) => (
          <Progress.Section
            key={state}
            value={(100 * n) / all}
            color={TONE[state] ?? 'gray.5'}
            aria-label={`${w.states[state]}: ${words.number(n)}`}
          />
        ))}
      </Progress.Root>
      <Group gap="md">
        {counts.map(({ state, n }) => (
          <Group gap={6} key={state}>
            <ReportBadge state={state} />
            <Text size="sm">{words.number(n)}</Text>
          </Group>
        ))}
      </Group>
    </Part>
  )
}

interface RowsProps {
  round: Round
  chosen: ReadonlySet<string>
  onToggle: (id: string) => void
  onLate: (row: Row) => void
}

function Rows({ round, chosen, onToggle, onLate }: RowsProps) {
  // What waits for this reader stands first.
  const waits = ({ whyNot }: Row) => Number(whyNot.accept === null)
  const rows = [...round.reports].sort((a, b) => waits(b) - waits(a))
  const isWide = useIsWide()
  const box = (row: Row) =>
    BULKS.some((kind) => row.whyNot[kind] === null) ? (
      <Checkbox
        aria-label={w.page.choose(row.agency.name)}
        checked={chosen.has(row.id)}
        onChange={() => onToggle(row.id)}
      />
    ) : null
  const name = (row: Row) => (
    <Stack gap={0}>
      {isSent(row.state) || round.mine?.id === row.id ? (
        <ReportLink id={row.id}>{row.agency.name}</ReportLink>
      ) : (
        <Text size="sm">{row.agency.name}</Text>
      )}
      {row.asked.id !== row.agency.id && (
        <Text size="xs" c="gray.7">
          {w.page.formerly(row.asked.name)}
        </Text>
      )}
      {row.to && (
        <Text size="xs" c="gray.7">
          {w.page.to(row.to.name)}
        </Text>
      )}
    </Stack>
  )
  const due = (row: Row) => (
    <Stack gap={2}>
      {row.state !== 'passed' && (
        <DueLine
          dueOn={row.dueOn}
          sentOn={row.sentOn}
          lateDays={row.lateDays}
          daysLeft={daysBetween(round.today, row.dueOn)}
        />
      )}
      {row.isExcepted && (
        <Text size="xs" c="gray.7">
          {w.page.excepted}
        </Text>
      )}
    </Stack>
  )
  const extend = (row: Row) =>
    row.whyNot.extend === null ? (
      <Button size="compact-sm" variant="default" onClick={() => onLate(row)}>
        {w.steps.extend}
      </Button>
    ) : null
  if (!isWide)
    return (
      <Stack gap="xs">
        {rows.map((row) => (
          <Card key={row.id} withBorder p="sm" component="article" aria-label={row.agency.name}>
            <Group gap="sm" wrap="nowrap" align="flex-start">
              {box(row)}
              <Stack gap={4} style={{ minWidth: 0 }}>
                {name(row)}
                <ReportBadge state={row.state} />
                {due(row)}
                {extend(row)}
              </Stack>
            </Group>
          </Card>
        ))}
      </Stack>
    )
  return (
    <ListTable
      rows={rows}
      isChosen={({ id }) => chosen.has(id)}
      columns={[
        { head: '', width: 44, cell: box },
        { head: w.page.agency, cell: name },
        { head: w.page.state, width: 190, cell: ({ state }) => <ReportBadge state={state} /> },
        { head: w.page.dueColumn, width: 300, cell: due },
        { head: '', width: 140, cell: extend },
      ]}
    />
  )
}

export function ReasonDialog({
  kind,
  label = w.page.reason,
  isPending,
  error,
  onSave,
  onClose,
}: {
  kind: keyof typeof w.steps
  label?: string
  isPending: boolean
  error: unknown
  onSave: (text: string) => void
  onClose: () => void
}) {
  const [text, setText] = useState('')
  return (
    <FormDialog
      title={w.steps[kind]}
      isPending={isPending}
      error={error}
      isDisabled={text.trim() === ''}
      onSubmit={() => onSave(text)}
      onClose={onClose}
    >
      <Textarea
        data-autofocus
        label={label}
        autosize
        minRows={2}
        required
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

function LateDialog({
  row,
  today,
  onClose,
  onSaved,
}: {
  row: Row
  today: string
  onClose: () => void
  onSaved: () => void
}) {
  const [text, setText] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(null)
  const save = useMutation({
    mutationFn: () =>
      send(`/api/reports/${row.id}/steps`, {
        version: row.version,
        body: { kind: 'extend', text, dueOn },
        answer: Made,
      }),
    onSuccess: onSaved,
  })
  return (
    <FormDialog
      title={`${w.steps.extend}: ${row.agency.name}`}
      isPending={save.isPending}
      error={save.error}
      isDisabled={text.trim() === '' || dueOn === null}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <DayInput label={w.page.newDue} value={dueOn} onChange={setDueOn} minDate={today} required />
      <Textarea
        label={w.page.reason}
        autosize
        minRows={2}
        required
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
