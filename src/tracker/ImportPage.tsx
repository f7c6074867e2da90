// A running tracking sheet comes in: dropped here, looked at, brought in. Below, the imports so far.
import { Badge, Button, Group, Loader, Paper, Stack, Text } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { MOST_BYTES } from '../base/limit.ts'
import { get, newKey, send } from '../http/client.ts'
import { useWhyNot } from '../identity/session.tsx'
import { FileDrop, useFileChooser } from '../ui/FileDrop.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { RunScreen } from './RunScreen.tsx'
import { NewRun, type Run, RunList } from './tracker.ts'

const ACCEPT = '.xlsx,.csv'
const w = words.tracker

export function ImportPage() {
  const { run } = useSearch({ strict: false }) as { run?: string }
  const whyNot = useWhyNot('tracker.import')
  if (whyNot)
    return (
      <Page title={w.title}>
        <Empty>{whyNot}</Empty>
      </Page>
    )
  return typeof run === 'string' ? <RunScreen key={run} id={run} /> : <Start />
}

function Start() {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [told, setTold] = useState<string | null>(null)
  const upload = useMutation({
    mutationFn: ({ file, key }: { file: File; key: string }) => {
      const form = new FormData()
      form.append('file', file)
      return send('/api/trackers', { form, key, answer: NewRun })
    },
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['trackers'] })
      void navigate({ to: '/plans/import', search: { run: id } as never })
    },
  })
  const take = (file: File) => {
    // Said before it has been sent: on a slow line that takes minutes.
    setTold(file.size > MOST_BYTES ? words.refusal.tooLarge : null)
    if (file.size <= MOST_BYTES) upload.mutate({ file, key: newKey() })
  }
  const chooser = useFileChooser(ACCEPT, w.choose, take)
  const isFree = !upload.isPending
  return (
    <Page title={w.title}>
      {chooser.input}
      <FileDrop label={w.dropHere} onFile={isFree ? take : null} onOther={() => setTold(w.oneAtATime)} />
      <Text size="sm" maw={720}>
        {w.intro}
      </Text>
      <Paper p="lg" bg="gray.0" style={{ border: '1px dashed var(--mantine-color-gray-5)' }}>
        <Stack align="center" gap="xs">
          {upload.isPending ? (
            <Group role="status" gap="sm">
              <Loader size="sm" />
              <Text size="sm">{w.reading}</Text>
            </Group>
          ) : (
            <Button onClick={chooser.open}>{w.choose}</Button>
          )}
          <Text size="sm" c="gray.7" ta="center">
            {w.accepted}
          </Text>
        </Stack>
      </Paper>
      {told && <Failure error={new Error(told)} />}
      {upload.error && <Failure error={upload.error} />}
      <Earlier />
    </Page>
  )
}

function Earlier() {
  const runs = useInfiniteQuery({
    queryKey: ['trackers'],
    queryFn: ({ pageParam }) =>
      get(`/api/trackers${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ''}`, RunList),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  if (runs.error) return <Failure error={runs.error} onRetry={() => void runs.refetch()} />
  if (runs.isPending) return <Loading />
  const found = runs.data.pages.flatMap((page) => page.runs)
  return (
    <Part title={w.earlier}>
      {found.length === 0 && <Empty>{w.noneYet}</Empty>}
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {found.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </Stack>
      {runs.hasNextPage && (
        <Button variant="default" loading={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
          {words.common.more}
        </Button>
      )}
    </Part>
  )
}

function RunRow({ run }: { run: Run }) {
  const client = useQueryClient()
  const isOpen = run.status === 'open'
  const drop = useMutation({
    mutationFn: () =>
      send(`/api/trackers/${run.id}`, { method: 'DELETE', version: run.version, answer: z.null() }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['trackers'] }),
  })
  return (
    <Paper withBorder p="sm" component="li">
      <Group justify="space-between" align="flex-start" gap="xs">
        <Stack gap={2} style={{ minWidth: 0, flex: '1 1 260px' }}>
          <Text fw={600}>{run.fileName}</Text>
          <Text size="sm" c="gray.7">
            {w.runLine(run.createdBy, words.moment(run.doneAt ?? run.createdAt))}
          </Text>
          {!isOpen && <Text size="sm">{w.doneLine(run.fresh, run.known, run.faulty)}</Text>}
          {run.plan && (
            <Text size="sm" component={Link} to="/plans/$id" params={{ id: run.plan.id } as never} c="lake.9">
              {run.plan.title}
            </Text>
          )}
        </Stack>
        <Group gap="xs">
          <Badge variant={isOpen ? 'outline' : 'filled'} color={isOpen ? '#8a4700' : 'lake.8'} tt="none">
            {w.statuses[run.status]}
          </Badge>
          {isOpen && (
            <>
              <Button
                size="compact-sm"
                variant="light"
                component={Link}
                to="/plans/import"
                search={{ run: run.id } as never}
              >
                {w.goOn}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                c="red.9"
                aria-label={w.dropOf(run.fileName)}
                loading={drop.isPending}
                onClick={() => drop.mutate()}
              >
                {words.common.delete}
              </Button>
            </>
          )}
        </Group>
      </Group>
      {drop.error && <Failure error={drop.error} />}
    </Paper>
  )
}
