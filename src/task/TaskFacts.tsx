// What stands firm about an assignment: to whom and by when it was given, who answers for it, when its item is done.
import { Anchor, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import * as words from '../vocabulary/words.ts'
import { DueMark } from './parts.tsx'
import type { Task } from './work.ts'

const w = words.steps

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

const Small = ({ children }: { children: ReactNode }) => (
  <Text size="xs" c="gray.7">
    {children}
  </Text>
)

export function Facts({ task }: { task: Task }) {
  const { item, plan } = task
  const coordinating = item.coordinating.map(({ name }) => name)
  return (
    <Stack gap="sm">
      {task.role === 'coordinating' ? (
        <Fact label={w.subDuty}>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {task.duty || w.subDutyPlain}
          </Text>
          {task.parentId && (
            <Anchor component={Link} to="/work/$id" params={{ id: task.parentId } as never} size="sm">
              {w.toParent}
            </Anchor>
          )}
        </Fact>
      ) : null}
      <Fact label={task.role === 'lead' ? words.task.lead : w.coordinator}>
        <Text size="sm">{task.agency.name}</Text>
        {task.givenTo.id !== task.agency.id && <Small>{w.givenTo(task.givenTo.name)}</Small>}
        {task.role === 'lead' && <Printed names={item.leadPrinted} known={[task.agency.name]} />}
        <Small>{w.givenOn(task.givenOn)}</Small>
      </Fact>
      <Fact label={w.inCharge}>
        <Text size="sm">
          {[task.person?.name, task.unit?.name].filter(Boolean).join(', ') || w.nobodyInCharge}
        </Text>
      </Fact>
      <Fact label={words.task.coordinating}>
        <Text size="sm">
          {coordinating.join(', ') || (item.coordinatingPrinted.length === 0 && words.common.none)}
        </Text>
        <Printed names={item.coordinatingPrinted} known={coordinating} />
      </Fact>
      {task.period && (
        <Fact label={w.periodLabel}>
          <Text size="sm">{w.period(task.period)}</Text>
          {task.periodFrom && task.periodTo && <Small>{w.window(task.periodFrom, task.periodTo)}</Small>}
        </Fact>
      )}
      <Fact label={words.task.dueLabel}>
        <DueMark {...task} dueText={item.dueText} />
        {task.givenDue !== task.dueOn && <Small>{w.givenDue(task.givenDue)}</Small>}
        {task.extensionUntil && <Small>{w.asksUntil(task.extensionUntil)}</Small>}
        {task.dueOn && item.dueText && <Small>{words.task.dueWords(item.dueText)}</Small>}
        {task.event && (
          <Small>{task.eventOn ? w.eventOn(task.event, task.eventOn) : w.eventOpen(task.event)}</Small>
        )}
      </Fact>
      <Fact label={words.task.deliverables}>
        <Text size="sm">{item.deliverables.join('; ') || words.common.none}</Text>
      </Fact>
      <Fact label={w.whenDone}>
        <Text size="sm">{w.completions[task.completion](task.completionShare ?? 100)}</Text>
        {task.itemDoneOn && <Small>{w.itemDone(task.itemDoneOn)}</Small>}
      </Fact>
      <Fact label={words.itemPage.leader}>
        <Text size="sm">{item.leader?.name ?? words.itemPage.nobody}</Text>
      </Fact>
      <Fact label={words.itemPage.follower}>
        <Text size="sm">{item.follower?.name ?? words.itemPage.nobody}</Text>
      </Fact>
      <Fact label={task.role === 'lead' ? words.task.overseer : w.confirmer}>
        <Text size="sm">{plan.overseer?.name ?? words.common.none}</Text>
      </Fact>
      <Anchor component={Link} to="/items/$id" params={{ id: item.id } as never} size="sm">
        {w.toItem}
      </Anchor>
    </Stack>
  )
}

/** The names as the document prints them, when the directory's say something else. */
function Printed({ names, known }: { names: string[]; known: string[] }) {
  if (names.length === 0 || names.join() === known.join()) return null
  return <Small>{words.task.printedAs(names.join(', '))}</Small>
}
