// The consolidated part of a report: what was joined, who is missing, of each duty who said what.
import { Alert, Badge, Button, Card, Group, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { daysBetween } from '../base/calendar.ts'
import { get, send } from '../http/client.ts'
import { Failure, Loading, Part as Section } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import type { Joined } from './consolidate.ts'
import { lengthFault } from './EntryCard.tsx'
import { Made, Part, type PartSummary, type Report } from './exchange.ts'
import { DueLine, ReportBadge, ReportLink } from './parts.tsx'
import { nothingText } from './print.ts'
import { isSent } from './report.ts'
import type { DraftHold } from './use-draft.ts'

const w = words.report

export function ConsolidateBar({ report, hold }: { report: Report; hold: DraftHold }) {
  const client = useQueryClient()
  const join = useMutation({
    mutationFn: async () => {
      await hold.flush()
      return send(`/api/reports/${report.id}/consolidate`, { version: hold.version(), answer: Made })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['reports'] }),
  })
  const changed = report.below.filter(({ hasChanged }) => hasChanged).map(({ agency }) => agency.name)
  const button = (
    <Button loading={join.isPending} onClick={() => join.mutate()}>
      {report.consolidatedAt ? w.page.again : w.page.consolidate}
    </Button>
  )
  return (
    <Stack gap="xs">
      <Text size="sm">
        {report.consolidatedAt ? w.page.consolidated(words.moment(report.consolidatedAt)) : w.page.notYet}
      </Text>
      {changed.length > 0 && (
        <Alert color="yellow" variant="light" styles={{ message: { color: '#8a4700' } }}>
          {w.page.changedSince(changed.join(', '))}
        </Alert>
      )}
      {join.error && <Failure error={join.error} />}
      {report.whyNotEdit === null && <Group>{button}</Group>}
    </Stack>
  )
}

/** Who has handed in and who has not; the missing first. */
export function Below({ report }: { report: Report }) {
  const sent = report.below.filter(({ state }) => isSent(state)).length
  return (
    <Section title={w.page.below(sent, report.below.length)}>
      {sent < report.below.length && (
        <Text size="sm" fw={600}>
          {w.page.missing(report.below.length - sent, report.below.length)}
        </Text>
      )}
      <Stack gap={6} mah={420} style={{ overflowY: 'auto' }} tabIndex={0}>
        {report.below.map((one) => (
          <Stack gap={0} key={one.reportId}>
            <Group gap="xs">
              {isSent(one.state) ? (
                <ReportLink id={one.reportId}>{one.agency.name}</ReportLink>
              ) : (
                <Text size="sm">{one.agency.name}</Text>
              )}
              <ReportBadge state={one.state} />
            </Group>
            <DueLine
              dueOn={one.dueOn}
              sentOn={one.sentOn}
              lateDays={one.lateDays}
              daysLeft={daysBetween(report.today, one.dueOn)}
            />
          </Stack>
        ))}
      </Stack>
    </Section>
  )
}

export function PartCard({ report, part, hold }: { report: Report; part: PartSummary; hold: DraftHold }) {
  const [isOpen, setOpen] = useState(false)
  const own = hold.draft.parts[part.itemId]
  return (
    <Card withBorder p="sm" component="article" aria-label={part.quote}>
      <Stack gap="xs">
        <Text size="sm" fw={600} lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
          {part.quote}
        </Text>
        <Group gap="xs">
          <Text size="xs" c="gray.7">
            {w.page.partCounts(part.texts, part.speakers, part.nothing)}
            {part.all > 0 && ` · ${w.page.partDone(part.done, part.all, part.overdue)}`}
          </Text>
          {(part.isWritten || own) && (
            <Badge variant="outline" color="orange.9" tt="none">
              {w.page.written}
            </Badge>
          )}
        </Group>
        {part.isStale && (
          <Text size="sm" c="orange.9" fw={600}>
            {w.page.stale}
          </Text>
        )}
        {!isOpen && (
          <Text size="sm" lineClamp={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {own ?? part.preview}
          </Text>
        )}
        <Group>
          <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? w.page.closePart : w.page.openPart}
          </Button>
        </Group>
        {isOpen && <OpenPart report={report} itemId={part.itemId} hold={hold} />}
      </Stack>
    </Card>
  )
}

function OpenPart({ report, itemId, hold }: { report: Report; itemId: string; hold: DraftHold }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['reports', 'part', report.id, itemId, report.version],
    queryFn: () => get(`/api/reports/${report.id}/duties/${itemId}`, Part),
    placeholderData: (before) => before,
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const own = hold.draft.parts[itemId]
  const text = (own === undefined ? data.written : own) ?? data.proposed
  return (
    <Stack gap="xs">
      <WhoSaid joined={data.joined} />
      {report.whyNotEdit === null ? (
        <>
          <Textarea
            label={w.page.text}
            autosize
            minRows={3}
            maxRows={16}
            value={text}
            error={lengthFault(text)}
            onChange={(event) => hold.part(itemId, event.currentTarget.value)}
          />
          {text !== data.proposed && (
            <Group>
              <Button size="xs" variant="default" onClick={() => hold.part(itemId, null)}>
                {w.page.useComputed}
              </Button>
            </Group>
          )}
        </>
      ) : (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      )}
    </Stack>
  )
}

/** Each text with those who said it, each a way to their report. */
function WhoSaid({ joined }: { joined: Joined }) {
  const { said, nothing, figures } = joined
  return (
    <details>
      <summary>
        <Text size="sm" component="span">
          {w.page.whoSaid}
        </Text>
      </summary>
      <Stack gap="xs" mt={4} mah={420} style={{ overflowY: 'auto' }} tabIndex={0}>
        {said.map(({ text, by }) => (
          <Stack gap={2} key={text}>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {text}
            </Text>
            <Sources by={by} />
          </Stack>
        ))}
        {figures.map(({ name, unit, sum, by }) => (
          <Stack gap={2} key={`${name} ${unit}`}>
            <Text size="sm">{w.figureSum(name, sum, unit, by.length)}</Text>
            <Sources by={by} />
          </Stack>
        ))}
        {nothing.length > 0 && <Text size="sm">{nothingText(nothing)}</Text>}
      </Stack>
    </details>
  )
}

const Sources = ({
  by,
}: {
  by: readonly { reportId: string; agencyId: string; agency: string; value?: number }[]
}) => (
  <Group gap="xs">
    {by.map(({ reportId, agencyId, agency, value }) => (
      <ReportLink key={`${reportId} ${agencyId}`} id={reportId}>
        {value === undefined ? agency : `${agency}: ${words.number(value)}`}
      </ReportLink>
    ))}
  </Group>
)
