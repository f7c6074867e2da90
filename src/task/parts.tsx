// Small parts shared by the worklist, the page of an assignment and the dashboard.
import { Badge, Text } from '@mantine/core'
import { Choice } from '../ui/Choice.tsx'
import * as words from '../vocabulary/words.ts'
import type { Status } from './task.ts'
import type { WorkCounts } from './work.ts'

const COLOUR: Record<Status, string> = {
  assigned: 'gray.7',
  active: 'lake.8',
  reported: 'violet.8',
  approved: 'indigo.8',
  done: 'teal.9',
  suspended: 'orange.9',
  closed: 'gray.9',
}

export function StatusBadge({ status, percent }: { status: Status; percent?: number }) {
  const share = percent && status !== 'done' ? ` · ${words.task.percentDone(percent)}` : ''
  return (
    <Badge color={COLOUR[status]} variant="outline" tt="none" fw={600} size="md" style={{ flexShrink: 0 }}>
      {words.task.statuses[status] + share}
    </Badge>
  )
}

interface DueProps {
  dueOn: string | null
  dueText: string
  daysLeft: number | null
  status: Status
  completedOn: string | null
}

/** The last day, and in words how far it is: never by colour alone. */
export function DueMark({ dueOn, dueText, daysLeft, status, completedOn }: DueProps) {
  return (
    <>
      <Text size="sm">{dueOn ? words.day(dueOn) : dueText || words.task.noDue}</Text>
      <Timeliness {...{ dueOn, daysLeft, status, completedOn }} />
    </>
  )
}

/** How far the last day is; once the agency has approved its full report, whether that was in time. */
export function Timeliness({ dueOn, daysLeft, status, completedOn }: Omit<DueProps, 'dueText'>) {
  if (!completedOn) return <DaysLeft days={daysLeft} />
  const said = status === 'done' ? words.task.completedOn : words.task.approvedOn
  return (
    <Text size="xs" c="gray.7" component="span">
      {said(words.day(completedOn))}
      {dueOn && completedOn > dueOn && `, ${words.task.completedLate}`}
    </Text>
  )
}

const NEAR = 7

export function DaysLeft({ days }: { days: number | null }) {
  if (days === null) return null
  if (days < 0)
    return (
      <Text size="xs" fw={700} c="red.9" component="span" style={{ whiteSpace: 'nowrap' }}>
        ⚠ {words.task.daysLate(-days)}
      </Text>
    )
  return (
    <Text size="xs" fw={days <= NEAR ? 700 : 400} c={days <= NEAR ? 'orange.9' : 'gray.7'} component="span">
      {days === 0 ? words.task.dueToday : words.task.daysLeft(days)}
    </Text>
  )
}

export const ALL = 'all'

interface ChoiceProps<Of extends 'agencies' | 'plans'> {
  counts: Pick<WorkCounts, Of> | undefined
  value: string | undefined
  onChange: (value: string) => void
}

export function AgencyChoice({ counts, value, onChange }: ChoiceProps<'agencies'>) {
  const options = (counts?.agencies ?? []).map(({ id, name, n }) => ({
    value: id,
    label: `${name} (${words.number(n)})`,
  }))
  return (
    <Choice
      label={words.task.agency}
      options={[{ value: ALL, label: words.task.allAgencies }, ...options]}
      value={value ?? ALL}
      onChange={onChange}
    />
  )
}

export const planName = (plan: { number: string | null; title: string }): string =>
  plan.number ? `${plan.number}: ${plan.title}` : plan.title

export function PlanChoice({ counts, value, onChange }: ChoiceProps<'plans'>) {
  const options = (counts?.plans ?? []).map((plan) => ({
    value: plan.id,
    label: `${planName(plan)} (${words.number(plan.n)})`,
  }))
  return (
    <Choice
      label={words.task.plan}
      options={[{ value: ALL, label: words.task.allPlans }, ...options]}
      value={value ?? ALL}
      onChange={onChange}
    />
  )
}
