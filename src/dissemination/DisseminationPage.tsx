// Where a plan has been made known: the share each agency reached, who has held nothing, and every session.
import {
  Anchor,
  Badge,
  Button,
  Card,
  Group,
  Progress,
  SimpleGrid,
  Stack,
  Table,
  Text,
  Tooltip,
} from '@mantine/core'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { get } from '../http/client.ts'
import { useSession } from '../identity/session.tsx'
import { planName } from '../task/parts.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import {
  type AgencyShare,
  Dissemination,
  FACTS,
  type Session,
  SessionList,
  shareOf,
  totalsOf,
} from './dissemination.ts'
import { CancelDialog, SessionDialog } from './SessionDialog.tsx'

const w = words.dissemination
export const disseminationKey = (planId: string) => ['dissemination', planId]

type Open = { record: string | null } | { correct: Session } | { cancel: Session } | null

export function DisseminationPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({
    queryKey: disseminationKey(id),
    queryFn: () => get(`/api/plans/${id}/dissemination`, Dissemination),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Screen data={data} key={id} />
}

function Screen({ data }: { data: Dissemination }) {
  const { plan, agencies, outside, today } = data
  const { agency: own } = useSession()
  const [open, setOpen] = useState<Open>(null)
  const client = useQueryClient()
  const mayRecord = agencies.filter(({ whyNot }) => whyNot === null).map(({ agency }) => agency)
  // An agency that bears nothing may have made the plan known as well.
  const choices =
    own && !agencies.some(({ agency }) => agency.id === own.id) ? [...mayRecord, own] : mayRecord
  const whyNot = choices.length === 0 ? w.notYours : null
  const close = () => setOpen(null)
  const saved = () => {
    close()
    void client.invalidateQueries({ queryKey: disseminationKey(plan.id) })
  }
  const none = agencies.filter(({ isBearer, sessions }) => isBearer && sessions === 0)
  const held = agencies.filter(({ sessions }) => sessions > 0)
  return (
    <Page
      title={w.title}
      actions={
        <Tooltip label={whyNot} disabled={!whyNot} multiline maw={320}>
          <Button
            data-disabled={whyNot ? true : undefined}
            aria-disabled={whyNot ? true : undefined}
            onClick={() => whyNot || setOpen({ record: null })}
          >
            {w.record}
          </Button>
        </Tooltip>
      }
    >
      <Anchor component={Link} to="/plans/$id" params={{ id: plan.id } as never} size="sm">
        {planName(plan)}
      </Anchor>
      <Totals agencies={agencies} />
      {held.length > 0 && (
        <Part title={w.byAgency}>
          <Shares shares={held} />
        </Part>
      )}
      {none.length > 0 && (
        <Part title={w.heldNone(none.length, totalsOf(agencies).bearers)}>
          <SimpleGrid
            cols={{ base: 1, sm: 2, xl: 3 }}
            verticalSpacing={4}
            component="ul"
            style={{ listStyle: 'none', margin: 0, padding: 0 }}
          >
            {none.map(({ agency, whyNot }) => (
              <Group key={agency.id} component="li" gap={6} wrap="nowrap">
                <Text size="sm">{agency.name}</Text>
                {whyNot === null && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    style={{ flexShrink: 0 }}
                    aria-label={w.recordFor(agency.name)}
                    onClick={() => setOpen({ record: agency.id })}
                  >
                    {w.recordShort}
                  </Button>
                )}
              </Group>
            ))}
          </SimpleGrid>
        </Part>
      )}
      {outside.length > 0 && (
        <Text size="sm" c="gray.7">
          {w.outsideNames(outside.map(({ name }) => name).join(', '))}
        </Text>
      )}
      <Sessions planId={plan.id} onOpen={setOpen} />
      {open && 'cancel' in open && <CancelDialog session={open.cancel} onClose={close} onSaved={saved} />}
      {open && !('cancel' in open) && (
        <SessionDialog
          planId={plan.id}
          agencies={choices}
          agencyId={'record' in open ? (open.record ?? own?.id ?? null) : null}
          session={'correct' in open ? open.correct : null}
          today={today}
          onClose={close}
          onSaved={saved}
        />
      )}
    </Page>
  )
}

/** "Đã dự 45/60 lượt người được mời (75%)". */
function reachedText(of: { reached: number; target: number }): string {
  const share = shareOf(of)
  return w.reachedOf(of.reached, of.target, share === null ? null : words.percent(share))
}

export function Totals({ agencies }: { agencies: readonly AgencyShare[] }) {
  const totals = totalsOf(agencies)
  return (
    <Stack gap={6}>
      <Bar
        share={totals.bearers ? totals.held / totals.bearers : null}
        text={w.held(totals.held, totals.bearers)}
      />
      <Bar share={shareOf(totals)} text={reachedText(totals)} />
    </Stack>
  )
}

/** The figure in words beside the bar: numerator, denominator, and what is counted. */
function Bar({ share, text }: { share: number | null; text: string }) {
  return (
    <Group gap="sm" wrap="wrap">
      <Progress
        value={Math.min(100, 100 * (share ?? 0))}
        aria-label={text}
        size="lg"
        flex="1 1 160px"
        maw={320}
      />
      <Text size="sm">{text}</Text>
    </Group>
  )
}

function Shares({ shares }: { shares: readonly AgencyShare[] }) {
  return (
    <Table.ScrollContainer minWidth={300} type="native">
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.agency}</Table.Th>
            <Table.Th ta="right">{w.sessionsColumn}</Table.Th>
            <Table.Th ta="right">{w.reachedColumn}</Table.Th>
            <Table.Th ta="right">{w.shareColumn}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shares.map((share) => (
            <Table.Tr key={share.agency.id}>
              <Table.Td>{share.agency.name}</Table.Td>
              <Table.Td ta="right">{words.number(share.sessions)}</Table.Td>
              <Table.Td ta="right">
                {words.number(share.reached)}/{words.number(share.target)}
              </Table.Td>
              <Table.Td ta="right">{words.percent(shareOf(share) ?? 0)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Sessions({ planId, onOpen }: { planId: string; onOpen: (open: Open) => void }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      queryKey: [...disseminationKey(planId), 'sessions'],
      queryFn: ({ pageParam }) =>
        get(
          `/api/plans/${planId}/dissemination/sessions${pageParam ? `?after=${pageParam}` : ''}`,
          SessionList,
        ),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
    })
  const sessions = (data?.pages ?? []).flatMap((page) => page.sessions)
  if (isPending) return <Loading />
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (sessions.length === 0) return <Empty>{w.empty}</Empty>
  return (
    <Part title={w.sessions}>
      {sessions.map((session) => (
        <SessionCard key={session.id} session={session} onOpen={onOpen} />
      ))}
      {hasNextPage && (
        <Group>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.common.more}
          </Button>
        </Group>
      )}
    </Part>
  )
}

function SessionCard({ session, onOpen }: { session: Session; onOpen: (open: Open) => void }) {
  const { cancelled } = session
  return (
    <Card withBorder p="sm" component="article" aria-label={w.sessionOf(session.agency.name, session.heldOn)}>
      <Group gap="xs">
        <Text size="sm" fw={600} td={cancelled ? 'line-through' : undefined}>
          {words.day(session.heldOn)} · {session.agency.name}
        </Text>
        <Badge variant="outline" color="gray.8" tt="none">
          {w.forms[session.form]}
        </Badge>
        {cancelled && (
          <Badge color="gray.8" tt="none">
            {w.isCancelled}
          </Badge>
        )}
      </Group>
      <Text size="sm">{reachedText(session)}</Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {session.content}
      </Text>
      {session.note && (
        <Text size="sm" c="gray.8" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {w.noteOf(session.note)}
        </Text>
      )}
      {session.files.map((file) => (
        <Anchor
          key={file.hash}
          size="sm"
          href={`/api/dissemination/${session.id}/files/${file.hash}`}
          style={{ overflowWrap: 'anywhere' }}
        >
          {file.name} ({words.task.fileSize(file.size)})
        </Anchor>
      ))}
      <Text size="xs" c="gray.7">
        {w.recordedBy(session.recordedBy, words.moment(session.recordedAt))}
      </Text>
      {session.corrections.map((correction) => (
        <Text size="xs" c="gray.7" key={correction.at}>
          {w.corrected(correction.by, words.moment(correction.at), correction.reason)}{' '}
          {differences(correction)}
        </Text>
      ))}
      {session.whyNot === null && (
        <Group gap="xs" mt={4}>
          <Button size="compact-sm" variant="default" onClick={() => onOpen({ correct: session })}>
            {w.correct}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => onOpen({ cancel: session })}>
            {w.cancel}
          </Button>
        </Group>
      )}
    </Card>
  )
}

/** "số đã dự: 40 thành 45; …" */
function differences({ before, after }: Session['corrections'][number]): string {
  const shown = (facts: typeof before, name: (typeof FACTS)[number]): string => {
    const value = facts[name]
    if (typeof value === 'number') return words.number(value)
    if (Array.isArray(value)) return value.join(', ') || words.common.none
    if (name === 'heldOn') return words.day(facts.heldOn)
    if (name === 'form') return w.forms[facts.form]
    return String(value) || words.common.none
  }
  return FACTS.filter(
    (name) => name !== 'cancelled' && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
    .map((name) => w.changed(w.facts[name as keyof typeof w.facts], shown(before, name), shown(after, name)))
    .join('; ')
}
