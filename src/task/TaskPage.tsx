// One assignment: the clause in its place, who and by when, the next step, and what has happened so far.
import { Anchor, Grid, Group, Stack, Text, Timeline } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { get } from '../http/client.ts'
import { Failure, Loading, Page, Part } from '../ui/parts.tsx'
import { Slot } from '../ui/Slot.tsx'
import { words } from '../vocabulary/words.ts'
import { Clause } from './Clause.tsx'
import { EvidenceLinks } from './Evidence.tsx'
import { NextStep } from './NextStep.tsx'
import { DaysLeft, DueMark, planName, StatusBadge } from './parts.tsx'
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
          <StatusBadge status={task.status} percent={task.percent} />
          {!task.completedOn && <DaysLeft days={task.daysLeft} />}
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
              <Steps steps={task.steps} />
            </Part>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="md">
            <Part title={words.task.facts}>
              <Facts task={task} />
            </Part>
            {task.siblings.length > 0 && (
              <Part title={words.task.siblings(task.siblings.length)}>
                <Siblings task={task} />
              </Part>
            )}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  )
}

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

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="gray.7">
        {label}
      </Text>
      {children}
    </div>
  )
}

function Facts({ task }: { task: Task }) {
  const { item, plan } = task
  const coordinating = item.coordinating.map(({ name }) => name)
  return (
    <Stack gap="sm">
      <Fact label={words.task.lead}>
        <Text size="sm">{task.agency.name}</Text>
        <Printed names={item.leadPrinted} known={[task.agency.name]} />
      </Fact>
      <Fact label={words.task.coordinating}>
        <Text size="sm">
          {coordinating.join(', ') || (item.coordinatingPrinted.length === 0 && words.common.none)}
        </Text>
        <Printed names={item.coordinatingPrinted} known={coordinating} />
      </Fact>
      <Fact label={words.task.dueLabel}>
        <DueMark {...task} dueText={item.dueText} />
        {task.dueOn && item.dueText && (
          <Text size="xs" c="gray.7">
            {words.task.dueWords(item.dueText)}
          </Text>
        )}
      </Fact>
      <Fact label={words.task.deliverables}>
        <Text size="sm">{item.deliverables.join('; ') || words.common.none}</Text>
      </Fact>
      <Fact label={words.task.overseer}>
        <Text size="sm">{plan.overseer?.name ?? words.common.none}</Text>
      </Fact>
    </Stack>
  )
}

/** The names as the document prints them, when the directory's say something else. */
function Printed({ names, known }: { names: string[]; known: string[] }) {
  if (names.length === 0 || names.join() === known.join()) return null
  return (
    <Text size="xs" c="gray.7">
      {words.task.printedAs(names.join(', '))}
    </Text>
  )
}

function Siblings({ task }: { task: Task }) {
  const all = [task, ...task.siblings]
  return (
    <Stack gap="xs" mah={360} style={{ overflowY: 'auto' }} tabIndex={0} role="group">
      <Text size="sm">
        {words.task.siblingsDone(all.filter(({ status }) => status === 'done').length, all.length)}
      </Text>
      {task.siblings.map((sibling) => (
        <Group key={sibling.id} justify="space-between" gap="xs" wrap="nowrap">
          <Anchor component={Link} to="/work/$id" params={{ id: sibling.id } as never} size="sm">
            {sibling.agency.name}
          </Anchor>
          <Group gap={4} justify="flex-end" style={{ flexShrink: 0 }}>
            {sibling.status !== 'done' && (sibling.daysLeft ?? 0) < 0 && <DaysLeft days={sibling.daysLeft} />}
            <StatusBadge status={sibling.status} percent={sibling.percent} />
          </Group>
        </Group>
      ))}
    </Stack>
  )
}

function Steps({ steps }: { steps: Task['steps'] }) {
  if (steps.length === 0) return <Text size="sm">{words.task.timelineEmpty}</Text>
  return (
    <Timeline bulletSize={14} lineWidth={2} active={steps.length}>
      {steps.map((step) => (
        <Timeline.Item key={step.id}>
          <Text size="sm">
            <b>{step.actor}</b>
            {step.agency && ` (${step.agency})`}
            {step.standsInFor && ` ${words.task.inPlaceOf(step.standsInFor)}`}{' '}
            {words.task.sentence(step.kind, {
              ...step,
              to: [step.toPerson, step.toAgency].filter(Boolean).join(', ') || null,
              until: step.dueOn ?? null,
              happenedOn: step.happenedOn ?? null,
            })}
          </Text>
          <Text size="xs" c="gray.7">
            {words.moment(step.at)}
          </Text>
          {step.text && (
            <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {step.text}
            </Text>
          )}
          <EvidenceLinks stepId={step.id} files={step.files} />
        </Timeline.Item>
      ))}
    </Timeline>
  )
}
