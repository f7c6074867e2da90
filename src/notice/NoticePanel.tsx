// What one's agencies were told since one looked last: on the worklist all of it, on a duty's page what is about it.
import { Alert, Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { get, newKey, send } from '../http/client.ts'
import { Failure } from '../ui/parts.tsx'
import type { SlotProps } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { type Notice, NoticeList, Unseen } from './notice.ts'

const w = words.notice
/** So many are read at a glance. */
const FEW = 5

export const OfItem = ({ id }: SlotProps) => <Notices about={`item=${id}`} />
export const OfWork = ({ id }: SlotProps) => <Notices about={`work=${id}`} />

/** `about`: only what is about one duty; without it all of them, older ones on demand. */
export function Notices({ about }: { about?: string }) {
  const [isAll, setAll] = useState(false)
  const [isLong, setLong] = useState(false)
  const client = useQueryClient()
  const address = [about, isAll ? '' : 'unseen=1'].filter(Boolean).join('&')
  const { data, error, refetch } = useQuery({
    queryKey: ['notices', address],
    queryFn: () => get(`/api/notices?${address}`, NoticeList),
  })
  const see = useMutation({
    mutationFn: (ids: string[]) =>
      send('/api/notices/seen', { method: 'PUT', key: newKey(), body: { ids }, answer: Unseen }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const { notices } = data
  const fresh = notices.filter(({ isSeen }) => !isSeen)
  if (notices.length === 0 && !isAll)
    return about ? null : (
      <Group justify="flex-end">
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {w.older}
        </Button>
      </Group>
    )
  const shown = isLong ? notices : notices.slice(0, FEW)
  return (
    <Alert
      color="lake"
      variant="light"
      title={fresh.length ? w.fresh(data.unseen) : w.none}
      styles={{ title: { color: 'var(--mantine-color-gray-9)' } }}
    >
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {shown.map((notice) => (
          <Row key={notice.id} notice={notice} />
        ))}
      </Stack>
      {see.error && <Failure error={see.error} />}
      <Group gap="xs" mt="sm">
        {fresh.length > 0 && (
          <Button
            size="compact-sm"
            loading={see.isPending}
            onClick={() => see.mutate(fresh.map(({ id }) => id))}
          >
            {w.seen}
          </Button>
        )}
        {notices.length > FEW && !isLong && (
          <Button size="compact-sm" variant="default" onClick={() => setLong(true)}>
            {w.rest(notices.length - FEW)}
          </Button>
        )}
        {!about && (
          <Button size="compact-sm" variant="default" onClick={() => setAll(!isAll)}>
            {isAll ? w.onlyFresh : w.older}
          </Button>
        )}
      </Group>
    </Alert>
  )
}

const PAGE_OF: Record<Notice['subject']['kind'], string> = {
  item: '/items/$id',
  plan: '/plans/$id',
  warning: '/cooperatives/warnings/$id',
  petition: '/cooperatives/petitions/$id',
}

function sentenceOf(kind: Notice['subject']['kind'], { items, title }: Notice['detail']): string {
  if (items === null) return title
  return kind === 'warning' ? w.cooperatives(items, title) : w.items(items, title)
}

function Row({ notice: { kind, agency, subject, detail, actor, at, isSeen } }: { notice: Notice }) {
  const fields = detail.fields.map((field) => words.correction.fields[field as never] ?? field)
  return (
    <li>
      <Group gap={6}>
        <Badge size="sm" tt="none" variant={isSeen ? 'outline' : 'filled'} color="lake.8">
          {w.kinds[kind]}
        </Badge>
        <Text size="xs" c="gray.8">
          {[agency?.name, actor, words.moment(at)].filter(Boolean).join(' · ')}
        </Text>
      </Group>
      <Anchor
        component={Link}
        to={PAGE_OF[subject.kind]}
        params={{ id: subject.id } as never}
        size="sm"
        lineClamp={3}
      >
        {sentenceOf(subject.kind, detail)}
      </Anchor>
      {fields.length > 0 && <Text size="sm">{w.changed(fields.join(', '))}</Text>}
      {detail.reason && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {detail.reason}
        </Text>
      )}
    </li>
  )
}
