// The secret addresses under which a calendar program reads due days: made, changed, taken back; shown once.
import { Alert, Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, send } from '../http/client.ts'
import { DialogActions, Failure, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { CalendarFeed, CalendarFeeds, FeedWithAddress } from './calendar.ts'

interface Agency {
  id: string
  name: string
}

const nameOf = ({ agency }: CalendarFeed): string => agency?.name ?? words.standing.feed.ownName

type Change = { kind: 'make'; agencyId: string | null } | { kind: 'renew' | 'takeBack'; feed: CalendarFeed }

async function carryOut(change: Change): Promise<{ feed: CalendarFeed; address: string | null } | null> {
  if (change.kind === 'make')
    return send('/api/calendar/feeds', { body: { agencyId: change.agencyId }, answer: FeedWithAddress })
  const { id, version } = change.feed
  if (change.kind === 'renew')
    return send(`/api/calendar/feeds/${id}/address`, { method: 'PUT', version, answer: FeedWithAddress })
  await send(`/api/calendar/feeds/${id}`, { method: 'DELETE', version, answer: CalendarFeed })
  return null
}

/** `agency`: the one the calendar is limited to, for which an address may be made. */
export function CalendarFeedsPart({ agency }: { agency: Agency | null }) {
  const client = useQueryClient()
  const [asked, setAsked] = useState<Extract<Change, { feed: CalendarFeed }> | null>(null)
  const { data, error } = useQuery({
    queryKey: ['calendar', 'feeds'],
    queryFn: () => get('/api/calendar/feeds', CalendarFeeds),
  })
  const change = useMutation({
    mutationFn: carryOut,
    onSettled: () => {
      setAsked(null)
      void client.invalidateQueries({ queryKey: ['calendar', 'feeds'] })
    },
  })
  const feeds = data?.feeds ?? []
  const w = words.standing.feed
  const hasOwn = feeds.some((feed) => feed.agency === null)
  const hasAgency = feeds.some((feed) => feed.agency?.id === agency?.id)
  return (
    <div className="screen-only">
      <Part title={w.title}>
        <Text size="sm">
          {w.explain} {!agency && w.chooseAgency}
        </Text>
        {(error ?? change.error) && <Failure error={error ?? change.error} />}
        {change.data && <Address {...change.data} />}
        {feeds.map((feed) => (
          <Group key={feed.id} justify="space-between" gap="xs">
            <div>
              <Text size="sm" fw={600}>
                {nameOf(feed)}
              </Text>
              <Text size="xs" c="gray.7">
                {w.since(words.moment(feed.renewedAt))}
              </Text>
            </div>
            <Group gap="xs">
              <Button
                size="xs"
                variant="default"
                aria-label={w.renewOf(nameOf(feed))}
                onClick={() => setAsked({ kind: 'renew', feed })}
              >
                {w.renew}
              </Button>
              <Button
                size="xs"
                variant="default"
                aria-label={w.takeBackOf(nameOf(feed))}
                onClick={() => setAsked({ kind: 'takeBack', feed })}
              >
                {w.takeBack}
              </Button>
            </Group>
          </Group>
        ))}
        <Group gap="xs">
          {data && !hasOwn && (
            <Button
              variant="default"
              loading={change.isPending}
              onClick={() => change.mutate({ kind: 'make', agencyId: null })}
            >
              {w.makeOwn}
            </Button>
          )}
          {data && agency && !hasAgency && (
            <Button
              variant="default"
              loading={change.isPending}
              onClick={() => change.mutate({ kind: 'make', agencyId: agency.id })}
            >
              {w.makeOf(agency.name)}
            </Button>
          )}
        </Group>
      </Part>
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={asked && (asked.kind === 'renew' ? w.renewOf : w.takeBackOf)(nameOf(asked.feed))}
      >
        {asked && (
          <Stack>
            <Text size="sm">{asked.kind === 'renew' ? w.renewExplain : w.takeBackExplain}</Text>
            <DialogActions onCancel={() => setAsked(null)} isCancelFirst>
              <Button
                color={asked.kind === 'takeBack' ? 'red.9' : undefined}
                loading={change.isPending}
                onClick={() => change.mutate(asked)}
              >
                {w[asked.kind]}
              </Button>
            </DialogActions>
          </Stack>
        )}
      </Modal>
    </div>
  )
}

/** Shown this once. */
function Address({ feed, address }: { feed: CalendarFeed; address: string | null }) {
  const w = words.standing.feed
  if (!address) return <Alert color="yellow">{w.lost}</Alert>
  const url = `${window.location.origin}${address}`
  return (
    <Alert color="lake" variant="light" title={nameOf(feed)} role="status">
      <Stack gap="xs">
        <Text size="sm">{w.once}</Text>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={w.address}
            value={url}
            readOnly
            style={{ flex: '1 1 240px' }}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={url}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? w.copied : w.copy}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" component="a" href={url.replace(/^https?:/u, 'webcal:')}>
            {w.open}
          </Button>
        </Group>
      </Stack>
    </Alert>
  )
}
