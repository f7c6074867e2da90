// What the server does by itself: each job with its last run and what waits, "again", and the history below.
import { Alert, Anchor, Badge, Button, Group, Paper, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { get, newKey, send } from '../http/client.ts'
import { Pages } from '../ui/list.tsx'
import { Empty, Failure, Loading, Page, Part } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { JobList, type JobRun, type JobState, RunList, readRunQuery } from './job.ts'

const w = words.job
const KEY = ['jobs']
/** A job that was just asked for shows how it went within seconds. */
const LOOK = 3000

const COLOUR: Record<JobRun['outcome'], string> = { done: 'teal.9', nothing: 'gray.7', failed: 'red.9' }

export function JobsPage() {
  const filter = readRunQuery(useSearch({ strict: false }))
  const list = useQuery({
    queryKey: [...KEY, 'list'],
    queryFn: () => get('/api/jobs', JobList),
    refetchInterval: LOOK,
  })
  const address = new URLSearchParams(
    Object.entries(filter).filter((one): one is [string, string] => Boolean(one[1])),
  )
  const runs = useQuery({
    queryKey: [...KEY, 'runs', filter],
    queryFn: () => get(`/api/jobs/runs?${address}`, RunList),
    placeholderData: keepPreviousData,
    refetchInterval: filter.after ? false : LOOK,
  })
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Loading />
  return (
    <Page title={w.title}>
      <Text size="sm">{w.explain}</Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        {list.data.jobs.map((job) => (
          <Job key={job.name} job={job} />
        ))}
      </SimpleGrid>
      <Part title={w.history}>
        {filter.job && <Chosen name={w.names[filter.job]} />}
        {runs.error && <Failure error={runs.error} onRetry={() => void runs.refetch()} />}
        {runs.isPending && <Loading />}
        {runs.data?.runs.length === 0 && <Empty>{w.empty}</Empty>}
        {runs.data && runs.data.runs.length > 0 && <Runs runs={runs.data.runs} />}
        <Pages to="/jobs" filter={filter} next={runs.data?.next} />
      </Part>
    </Page>
  )
}

function Chosen({ name }: { name: string }) {
  return (
    <Group gap={6}>
      <Text size="sm">{w.only(name)}</Text>
      <Button size="compact-sm" variant="default" component={Link} to="/jobs" search={{} as never}>
        {words.common.clearFilter}
      </Button>
    </Group>
  )
}

function Job({ job }: { job: JobState }) {
  const client = useQueryClient()
  const [key, setKey] = useState(newKey)
  const again = useMutation({
    mutationFn: () => send(`/api/jobs/${job.name}/run`, { key, answer: z.object({ asked: z.boolean() }) }),
    onSuccess: () => {
      setKey(newKey())
      return client.invalidateQueries({ queryKey: KEY })
    },
  })
  return (
    <Paper withBorder p="sm" component="section" aria-label={w.names[job.name]}>
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={600}>{w.names[job.name]}</Text>
          {job.last && <Mark outcome={job.last.outcome} />}
        </Group>
        <Text size="sm" c="gray.7">
          {w.what[job.name]}
        </Text>
        <Text size="sm">{w.when[job.name]}</Text>
        <Text size="sm">{job.last ? said(job.last) : w.never}</Text>
        {job.last?.message && (
          <Alert color="red" variant="light" p="xs">
            <Text size="sm">{job.last.message}</Text>
          </Alert>
        )}
        {job.waiting && !job.isRunning && job.waiting.tries > 0 && (
          <Text size="sm">{w.retries(words.moment(job.waiting.at), job.waiting.tries)}</Text>
        )}
        <Group gap="sm">
          <Button
            size="xs"
            variant="default"
            loading={again.isPending || job.isRunning}
            onClick={() => again.mutate()}
          >
            {w.again}
          </Button>
          <Anchor component={Link} to="/jobs" search={{ job: job.name } as never} size="sm">
            {w.historyOf}
          </Anchor>
        </Group>
        {again.isSuccess && (
          <Text size="sm" role="status">
            {w.asked}
          </Text>
        )}
        {again.error && <Failure error={again.error} />}
      </Stack>
    </Paper>
  )
}

/** When and how often, and what came of it. */
function said({ firstAt, lastAt, runs, outcome, done }: JobRun): string {
  const when =
    runs > 1 ? w.times(runs, words.moment(firstAt), words.moment(lastAt)) : w.at(words.moment(lastAt))
  return outcome === 'done' ? `${when} ${w.did(done)}` : when
}

const Mark = ({ outcome }: { outcome: JobRun['outcome'] }) => (
  <Badge variant="outline" color={COLOUR[outcome]} tt="none" style={{ flexShrink: 0 }}>
    {w.outcomes[outcome]}
  </Badge>
)

function Runs({ runs }: { runs: readonly JobRun[] }) {
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{w.job}</Table.Th>
            <Table.Th>{w.result}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <Table.Tr key={run.id}>
              <Table.Td>{w.names[run.job]}</Table.Td>
              <Table.Td>
                <Group gap={6}>
                  <Mark outcome={run.outcome} />
                  <Text size="sm">{said(run)}</Text>
                </Group>
                {run.message && <Text size="sm">{run.message}</Text>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
