// One report: the form on the left, what it is founded on beside it; on a phone one under the other. What is written is
// saved by itself.
import { Alert, Anchor, Button, Collapse, Grid, Group, Stack, Table, Text, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { daysBetween } from '../base/calendar.ts'
import { get, newKey, send } from '../http/client.ts'
import { planName } from '../task/parts.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { Below, ConsolidateBar, PartCard } from './Consolidation.tsx'
import { EntryCard, lengthFault } from './EntryCard.tsx'
import { type Entry, Made, Report } from './exchange.ts'
import { DueLine, FigureSources, FiguresTable, ReportBadge } from './parts.tsx'
import { ReasonDialog } from './RoundPage.tsx'
import type { ReportStep } from './report.ts'
import { type DraftHold, useDraft } from './use-draft.ts'

const w = words.report

export function ReportPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'report', id],
    queryFn: () => get(`/api/reports/${id}`, Report),
  })
  if (data) return <Screen report={data} key={id} />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  return <Loading />
}

function Screen({ report }: { report: Report }) {
  const hold = useDraft(report)
  const { round } = report
  const isOpen = report.state === 'draft'
  return (
    <Page title={`${round.title}: ${report.agency.name}`} actions={<Downloads report={report} />}>
      <Stack gap={4}>
        <Group gap="sm">
          <ReportBadge state={report.state} />
          <DueLine
            dueOn={report.dueOn}
            sentOn={report.sentOn}
            lateDays={report.lateDays}
            daysLeft={daysBetween(report.today, report.dueOn)}
          />
          {report.to && <Text size="sm">{w.page.to(report.to.name)}</Text>}
        </Group>
        <Text size="sm" c="gray.7">
          {w.page.window(round.from, round.to)} · {w.page.asOf(report.asOf)}
        </Text>
        <Group gap="md">
          <Anchor component={Link} to="/rounds/$id" params={{ id: round.id } as never} size="sm">
            {w.page.openRound}
          </Anchor>
          <Anchor component={Link} to="/plans/$id" params={{ id: round.plan.id } as never} size="sm">
            {planName(round.plan)}
          </Anchor>
        </Group>
        {report.asked.id !== report.agency.id && <Text size="sm">{w.page.formerly(report.asked.name)}</Text>}
        {round.note && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {w.page.noteOf(round.note)}
          </Text>
        )}
      </Stack>
      {report.lockReason && <Alert color="gray">{w.page.lock(report.lockReason)}</Alert>}
      <Changes report={report} />
      <Steps report={report} hold={hold} />
      <DossierPart report={report} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            {report.isConsolidating && <ConsolidateBar report={report} hold={hold} />}
            {report.isConsolidating && <General report={report} hold={hold} />}
            {report.parts.length > 0 ? (
              <Part title={w.page.duties(report.parts.length)}>
                {report.parts.map((part) => (
                  <PartCard key={part.itemId} report={report} part={part} hold={hold} />
                ))}
              </Part>
            ) : null}
            {(report.entries.length > 0 || !report.isConsolidating) && (
              <Entries report={report} hold={hold} isOpen={isOpen} />
            )}
            {!report.isConsolidating && <General report={report} hold={hold} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="md">
            <Part title={w.page.figures}>
              <FiguresTable figures={report.figures} />
              {report.figures.rows.length > 1 && <FigureSources rows={report.figures.rows} />}
            </Part>
            {report.isConsolidating && <Below report={report} />}
            <History report={report} />
          </Stack>
        </Grid.Col>
      </Grid>
      <Years report={report} />
    </Page>
  )
}

function Downloads({ report: { id } }: { report: Report }) {
  const at = `/api/reports/${id}/report`
  return (
    <MenuButton
      face={<Button variant="default">{w.page.download}</Button>}
      parts={[
        {
          entries: [
            { label: w.page.downloadDocx, download: `${at}.docx` },
            { label: w.page.downloadXlsx, download: `${at}.xlsx` },
            { label: w.page.downloadAgencies, download: `${at}.xlsx?sheet=agencies` },
          ],
        },
      ]}
    />
  )
}

const SHOWN: readonly ReportStep[] = ['submit', 'approve', 'accept', 'lock', 'return', 'unlock']
const WITH_WORDS: readonly ReportStep[] = ['lock', 'return', 'unlock']

/** The way to the paper that goes to be signed, once the report was approved. */
function DossierPart({ report }: { report: Report }) {
  const { dossier, whyNotDossier } = report
  const navigate = useNavigate()
  const key = useRef(newKey())
  const open = useMutation({
    mutationFn: () => send(`/api/reports/${report.id}/dossier`, { key: key.current, answer: Made }),
    onSuccess: ({ id }) => navigate({ to: '/papers/$id', params: { id } as never }),
    onError: () => {
      key.current = newKey()
    },
  })
  if (dossier)
    return (
      <Anchor component={Link} to="/papers/$id" params={{ id: dossier.id } as never} size="sm">
        {w.page.openDossier}
      </Anchor>
    )
  if (whyNotDossier !== null)
    return report.isConsolidating && report.whyNotEdit === null ? (
      <Text size="sm" c="gray.7">
        {whyNotDossier}
      </Text>
    ) : null
  return (
    <Stack gap="xs">
      <Group>
        <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
          {w.page.dossier}
        </Button>
      </Group>
      {open.error && <Failure error={open.error} />}
    </Stack>
  )
}

/** What this person may do now; before a step everything written is saved. */
function Steps({ report, hold }: { report: Report; hold: DraftHold }) {
  const [asking, setAsking] = useState<ReportStep | null>(null)
  const client = useQueryClient()
  const isLate = report.today > report.dueOn
  const take = useMutation({
    mutationFn: async ({ kind, text }: { kind: ReportStep; text: string }) => {
      if (report.whyNotEdit === null) await hold.flush()
      return send(`/api/reports/${report.id}/steps`, {
        version: hold.version(),
        body: { kind, text },
        answer: Made,
      })
    },
    onSuccess: () => setAsking(null),
    onSettled: () => client.invalidateQueries({ queryKey: ['reports'] }),
  })
  const open = SHOWN.filter((kind) => report.whyNot[kind] === null)
  const asks = (kind: ReportStep) => WITH_WORDS.includes(kind) || (kind === 'submit' && isLate)
  return (
    <Stack gap="xs" className="screen-only">
      <Group gap="xs">
        {open.map((kind) => (
          <Button
            key={kind}
            variant={['submit', 'approve', 'accept'].includes(kind) ? 'filled' : 'default'}
            loading={take.isPending}
            onClick={() => (asks(kind) ? setAsking(kind) : take.mutate({ kind, text: '' }))}
          >
            {w.steps[kind]}
          </Button>
        ))}
        {report.whyNotEdit === null && <SavedMark report={report} hold={hold} />}
      </Group>
      {report.state === 'submitted' && report.whyNot.approve && (
        <Text size="sm" c="gray.7">
          {report.whyNot.approve}
        </Text>
      )}
      {hold.error && <Failure error={hold.error} />}
      {hold.isStale && (
        <Group>
          <Button size="xs" onClick={() => void hold.reload()}>
            {w.page.reload}
          </Button>
        </Group>
      )}
      {take.error && !asking && <Failure error={take.error} />}
      {asking && (
        <ReasonDialog
          kind={asking}
          label={asking === 'submit' ? w.page.lateReasonLabel : w.page.reason}
          isPending={take.isPending}
          error={take.error}
          onSave={(text) => take.mutate({ kind: asking, text })}
          onClose={() => setAsking(null)}
        />
      )}
    </Stack>
  )
}

function SavedMark({ report, hold }: { report: Report; hold: DraftHold }) {
  const said = hold.isSaving
    ? w.page.saving
    : hold.hasUnsaved
      ? w.page.unsaved
      : report.editedBy && report.editedAt && w.page.saved(report.editedBy, words.moment(report.editedAt))
  return (
    <Text size="sm" c="gray.7" role="status">
      {said}
    </Text>
  )
}

function General({ report, hold }: { report: Report; hold: DraftHold }) {
  return (
    <Part title={w.page.general}>
      {report.texts.map(({ key, computed, written }) => {
        const own = hold.draft.texts[key]
        const text = (own === undefined ? written : own) ?? computed
        if (report.whyNotEdit !== null)
          return (
            <Stack gap={2} key={key}>
              <Text size="sm" fw={600}>
                {w.texts[key]}
              </Text>
              <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {text || words.common.none}
              </Text>
              {written !== null && computed && (
                <Text size="xs" c="gray.7" style={{ whiteSpace: 'pre-wrap' }}>
                  {w.page.computed(computed)}
                </Text>
              )}
            </Stack>
          )
        return (
          <Stack gap={4} key={key}>
            <Textarea
              label={w.texts[key]}
              autosize
              minRows={2}
              maxRows={16}
              value={text}
              error={lengthFault(text)}
              onChange={(event) => hold.text(key, event.currentTarget.value)}
            />
            {text !== computed && computed && (
              <Group gap="xs" align="flex-start">
                <Text size="xs" c="gray.7" flex={1} lineClamp={4} style={{ whiteSpace: 'pre-wrap' }}>
                  {w.page.computed(computed)}
                </Text>
                <Button size="compact-xs" variant="default" onClick={() => hold.text(key, null)}>
                  {w.page.useComputed}
                </Button>
              </Group>
            )}
          </Stack>
        )
      })}
    </Part>
  )
}

/** What happened first; quiet duties are answered by leaving them as they are. */
function Entries({ report, hold, isOpen }: { report: Report; hold: DraftHold; isOpen: boolean }) {
  const [showQuiet, setShowQuiet] = useState(false)
  const writtenOf = ({ assignmentId, written }: Entry) => {
    const own = hold.draft.entries[assignmentId]
    return own === undefined ? written : own
  }
  const isQuiet = (entry: Entry) =>
    entry.computed.isQuiet && !entry.computed.isOverdue && writtenOf(entry) === null
  const quiet = report.entries.filter(isQuiet)
  const loud = report.entries.filter((entry) => !isQuiet(entry))
  const card = (entry: Entry) => (
    <EntryCard
      key={entry.assignmentId}
      entry={entry}
      written={writtenOf(entry)}
      onChange={
        isOpen && report.whyNotEdit === null ? (written) => hold.entry(entry.assignmentId, written) : null
      }
    />
  )
  return (
    <Part
      title={
        report.parts.length ? w.page.ownDuties(report.entries.length) : w.page.duties(report.entries.length)
      }
    >
      {report.entries.length === 0 && <Text size="sm">{w.page.emptyDuties}</Text>}
      {loud.length > 0 && quiet.length > 0 && (
        <Text size="sm" fw={600}>
          {w.page.toAnswer(loud.length)}
        </Text>
      )}
      {loud.map(card)}
      {quiet.length > 0 && (
        <>
          <Group>
            <Button
              variant="default"
              size="xs"
              aria-expanded={showQuiet}
              onClick={() => setShowQuiet(!showQuiet)}
            >
              {w.page.quiet(quiet.length)}
            </Button>
          </Group>
          <Text size="xs" c="gray.7">
            {w.page.quietHint}
          </Text>
          <Collapse expanded={showQuiet}>
            <Stack gap="sm">{showQuiet && quiet.map(card)}</Stack>
          </Collapse>
        </>
      )}
    </Part>
  )
}

const factName = (kind: Report['changes'][number]['by'][number]['kind']): string =>
  ({ ...words.task.steps, ...w.page.acts })[kind].toLowerCase()

/** Why the report stands as it was although the facts have moved on. */
function Changes({ report: { changes } }: { report: Report }) {
  if (changes.length === 0) return null
  return (
    <Alert
      color="yellow"
      variant="light"
      title={w.page.changes(changes.length)}
      styles={{ message: { color: '#5c3a00' } }}
    >
      <Text size="sm">{w.page.changesHint}</Text>
      <details>
        <summary>
          <Text size="sm" component="span">
            {w.page.openPart}
          </Text>
        </summary>
        <Stack gap="xs">
          {changes.map(({ assignmentId, quote, field, before, now, by }) => (
            <Stack gap={0} key={`${assignmentId} ${field}`}>
              <Anchor
                component={Link}
                to="/work/$id"
                params={{ id: assignmentId } as never}
                size="sm"
                lineClamp={2}
              >
                {quote}
              </Anchor>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {w.page.change(w.page.fields[field], before || words.common.none, now || words.common.none)}
                {by.length > 0 &&
                  `; ${w.page.changeBy(
                    by
                      .map((fact) => w.page.changeFact(fact.actor, factName(fact.kind), fact.onDay))
                      .join('; '),
                  )}`}
              </Text>
            </Stack>
          ))}
        </Stack>
      </details>
    </Alert>
  )
}

function History({ report: { steps } }: { report: Report }) {
  if (steps.length === 0) return null
  return (
    <Part title={w.page.history}>
      {steps.map(({ id, kind, actor, at, text, toAgency, dueOn }) => (
        <Stack gap={0} key={id}>
          <Text size="sm">
            {actor} {w.facts[kind]}
            {toAgency && `: ${toAgency}`}
            {dueOn && ` (${words.day(dueOn)})`}
          </Text>
          <Text size="xs" c="gray.7">
            {words.moment(at)}
          </Text>
          {text && (
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {text}
            </Text>
          )}
        </Stack>
      ))}
    </Part>
  )
}

/** The same duties and targets year by year, side by side. */
function Years({ report: { years } }: { report: Report }) {
  if (!years) return null
  const p = w.paper
  return (
    <Part title={w.page.years}>
      <Table.ScrollContainer minWidth={480} type="native">
        <Table verticalSpacing={6} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th style={{ width: 260 }}>{w.page.duty}</Table.Th>
              {years.years.map((year) => (
                <Table.Th key={year}>{year}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {years.duties.map(({ itemId, quote, cells }) => (
              <Table.Tr key={itemId}>
                <Table.Td>
                  <Text size="sm" lineClamp={3}>
                    {quote}
                  </Text>
                </Table.Td>
                {cells.map(({ all, done, percent }, at) => (
                  <Table.Td key={years.years[at]}>{all ? p.yearCell(done, all, percent ?? 0) : ''}</Table.Td>
                ))}
              </Table.Tr>
            ))}
            {years.targets.length > 0 && (
              <Table.Tr>
                <Table.Th colSpan={years.years.length + 1}>{w.page.target}</Table.Th>
              </Table.Tr>
            )}
            {years.targets.map(({ name, planned, reported, known }) => (
              <Table.Tr key={name}>
                <Table.Td>{name}</Table.Td>
                {planned.map((plan, at) => (
                  <Table.Td key={years.years[at]}>
                    {p.targetCell(plan, reported[at] ?? null, known[at] ?? null)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="gray.7">
        {p.yearNote} {years.targets.length > 0 && p.targetNote}
      </Text>
    </Part>
  )
}
