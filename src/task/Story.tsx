// What has happened to an assignment, step by step in the order in which it was recorded.
import { Anchor, Text, Timeline } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import * as words from '../vocabulary/words.ts'
import { EvidenceLinks } from './Evidence.tsx'
import { FigureLines } from './Figures.tsx'
import type { Task } from './work.ts'

type Step = Task['steps'][number]

export function Story({ steps }: { steps: readonly Step[] }) {
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
            <Together step={step} />
          </Text>
          <Text size="xs" c="gray.7">
            {words.moment(step.at)}
            {countsFrom(step) && ` · ${words.steps.countsFrom(step.onDay)}`}
          </Text>
          {step.text && (
            <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {step.text}
            </Text>
          )}
          <FigureLines figures={step.figures} />
          <EvidenceLinks stepId={step.id} files={step.files} />
        </Timeline.Item>
      ))}
    </Timeline>
  )
}

/** A decision may count from an earlier day than that of its recording, a step after a clock set back from a later one. */
const countsFrom = ({ at, onDay }: Step): boolean => !words.moment(at).startsWith(words.day(onDay))

/** One act that wrote on many assignments: its list is one step away. */
function Together({ step }: { step: Step }) {
  if (step.batchSize < 2 || !step.batchId) return null
  const said = step.kind === 'report' ? words.steps.sharedReport : words.steps.together
  return (
    <>
      {', '}
      <Anchor
        component={Link}
        to="/work"
        search={{ agency: 'all', state: 'all', batch: step.batchId } as never}
        inherit
      >
        {said(step.batchSize)}
      </Anchor>
    </>
  )
}
