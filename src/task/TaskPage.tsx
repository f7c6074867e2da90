// One assignment: the clause in its place, who and by when, the next step, and what has happened so far.
import { Anchor, Badge, Grid, Group, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { get } from '../http/client.ts'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { Slot } from '../ui/Slot.tsx'
import * as words from '../vocabulary/words.ts'
import { Clause } from './Clause.tsx'
import { NextStep } from './NextStep.tsx'
import { DaysLeft, planName, StatusBadge } from './parts.tsx'
import { Rounds } from './Rounds.tsx'
import { Story } from './Story.tsx'
import { Facts } from './TaskFacts.tsx'
import { taskKey } from './use-step.ts'
import { Task } from './work.ts'

export function TaskPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data, error, refetch } = useQuery({
    queryKey: taskKey(id),
    queryFn: () => get(`/api/work/${id}`, Task),
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return <Assignment task={data} key={id} />
}

function Assignment({ task }: { task: Task }) {
  const { item, plan } = task
  const place = item.heading
    ? `${words.task.section(item.section)}. ${item.heading}`
    : words.task.section(item.section)
  const others = task.rounds.reduce((sum, { n }) => sum + n, 0) - 1
  return (
    <Page
      title={place}
      actions={
        <Anchor component={Link} to="/work" size="sm">
          {words.task.backToList}
        </Anchor>
      }
    >
      <Stack gap={4}>
        <Anchor component={Link} to="/plans/$id" params={{ id: plan.id } as never} size="sm">
          {planName(plan)}
        </Anchor>
        <Group gap="sm">
          <Text fw={600}>{task.agency.name}</Text>
          {task.role === 'coordinating' && <Mark>{words.steps.roles.coordinating}</Mark>}
          {task.period && <Mark>{words.steps.period(task.period)}</Mark>}
          <StatusBadge status={task.status} percent={task.percent} />
          {!task.completedOn && task.status !== 'closed' && <DaysLeft days={task.daysLeft} />}
        </Group>
      </Stack>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            <Part title={words.task.clause}>
              <Clause item={item} />
              {task.merged.length > 0 && <Merged merged={task.merged} />}
            </Part>
            <Part title={words.task.nextTitle}>
              <NextStep task={task} />
            </Part>
            <Slot name="assignment" id={task.id} />
            <Part title={words.task.timeline}>
              <Story steps={task.steps} />
            </Part>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="md">
            <Part title={words.task.facts}>
              <Facts task={task} />
            </Part>
            {others > 0 && (
              <Part title={words.steps.others(others)}>
                <Rounds task={task} />
              </Part>
            )}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  )
}

const Mark = ({ children }: { children: string }) => (
  <Badge variant="default" radius="sm" tt="none" fw={600}>
    {children}
  </Badge>
)

function Merged({ merged }: { merged: Task['merged'] }) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {words.task.merged}
      </Text>
      {merged.map(({ id, section, quote }) => (
        <Text key={id} size="sm">
          <b>{words.task.section(section)}:</b> {quote}
        </Text>
      ))}
    </Stack>
  )
}
