// One course, fair or dialogue: who came, what was asked there; participants pasted by lines.
import { Anchor, Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { get, newKey, ProblemError, send } from '../http/client.ts'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { EventPage as Event, Pasted } from './learning.ts'
import { PetitionCard } from './PetitionsPage.tsx'

const w = words.cooperative.learning
const keyOf = (id: string) => ['learning-events', id]

export function EventPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(id),
    queryFn: () => get(`/api/learning-events/${id}`, Event),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <One event={data} key={id} />
}

function One({ event }: { event: Event }) {
  const { participants, petitions, count, managers, cooperatives } = event
  return (
    <Page
      title={event.name}
      actions={
        <Anchor
          component={Link}
          to={'/registers/learning-event/$id' as never}
          params={{ id: event.id } as never}
          size="sm"
        >
          {w.toRegister}
        </Anchor>
      }
    >
      <Group gap="sm">
        <Badge variant="outline" color="gray.8" tt="none">
          {w.kinds[event.kind]}
        </Badge>
        <Text size="sm">
          {[
            event.code,
            w.heldOn(event.heldOn, event.endedOn),
            event.venue ?? event.place?.name,
            w.heldBy(event.agency.name),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </Group>
      <Part title={w.participants}>
        {count === 0 ? (
          <Text size="sm">{w.none}</Text>
        ) : (
          <Text size="sm">{w.counts(count, managers, cooperatives)}</Text>
        )}
        {event.said !== null && event.said !== count && (
          <Text size="sm" c="gray.8">
            {w.said(event.said)}
          </Text>
        )}
        <ol style={{ margin: 0, paddingLeft: 24 }}>
          {participants.map((one) => (
            <li key={one.id}>
              <Text size="sm" component="span">
                {[one.name, one.position, one.cooperative?.name].filter(Boolean).join(', ')}
                {one.isManager && ` · ${w.manager}`}
                {one.certificate && ` · ${w.certificate}`}
              </Text>
            </li>
          ))}
        </ol>
        {count > 0 && (
          <Anchor
            component={Link}
            to={'/registers/participant' as never}
            search={{ event: event.id } as never}
            size="sm"
          >
            {w.toParticipants}
          </Anchor>
        )}
        {event.whyNotAdd === null && <Paste event={event} />}
      </Part>
      <Part title={w.petitions}>
        {petitions.length === 0 && <Text size="sm">{w.noPetitions}</Text>}
        {petitions.map((row) => (
          <PetitionCard key={row.id} row={row} today={event.today} />
        ))}
      </Part>
    </Page>
  )
}

/** Tried first: what is found and what is wrong by line; entered once nothing is wrong. */
function Paste({ event }: { event: Event }) {
  const [text, setText] = useState('')
  const client = useQueryClient()
  const key = useRef(newKey())
  const post = (isDry: boolean) =>
    send(`/api/learning-events/${event.id}/participants`, {
      body: { text, isDry },
      key: isDry ? newKey() : key.current,
      answer: Pasted,
    })
  const check = useMutation({ mutationFn: () => post(true) })
  const enter = useMutation({
    mutationFn: () => post(false),
    onSuccess: () => {
      key.current = newKey()
      setText('')
      check.reset()
      return client.invalidateQueries({ queryKey: keyOf(event.id) })
    },
    onError: (error) => {
      if (!(error instanceof ProblemError) || error.status !== 0) key.current = newKey()
    },
  })
  const found = check.data
  const error = check.error ?? enter.error
  return (
    <Stack gap="sm" component="section" aria-label={w.paste}>
      <Textarea
        label={w.pasteLabel}
        description={w.pasteHint}
        styles={{ description: { color: 'var(--mantine-color-gray-7)' } }}
        autosize
        minRows={4}
        maxRows={16}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          check.reset()
          enter.reset()
        }}
      />
      {error && <Failure error={error} />}
      {found && (
        <div role="status">
          <Text size="sm">{w.found(found.rows.length, found.known)}</Text>
          {found.faults.map((fault) => (
            <Text size="sm" key={fault.line} c="red.9">
              ⚠ {w.line(fault.line, fault.message)}
            </Text>
          ))}
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {found.rows.slice(0, 50).map((row) => (
              <li key={row.line}>
                <Text size="sm" component="span">
                  {[row.name, row.position, row.cooperative?.name].filter(Boolean).join(', ')}
                  {row.isManager && ` · ${w.manager}`}
                </Text>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Group>
        <Button
          variant="default"
          onClick={() => check.mutate()}
          loading={check.isPending}
          disabled={!text.trim()}
        >
          {w.check}
        </Button>
        {found && found.faults.length === 0 && found.rows.length > 0 && (
          <Button onClick={() => enter.mutate()} loading={enter.isPending}>
            {w.enter(found.rows.length)}
          </Button>
        )}
      </Group>
    </Stack>
  )
}
