// What has happened to a paper, the last first.
import { Stack, Text, Timeline } from '@mantine/core'
import * as words from '../vocabulary/words.ts'
import type { StoryStep } from './exchange.ts'
import { Files, Told } from './parts.tsx'

const w = words.signing

/** One step in a sentence. */
export function sentenceOf(step: StoryStep): string {
  const { kind, opinionOf, toAgency, days, dueOn, stance, reply, result, asked } = step
  const day = dueOn ? words.day(dueOn) : ''
  switch (kind) {
    case 'ask':
      return w.told.ask(asked, days ?? 0, day)
    case 'answer':
      return w.told.answer(opinionOf ?? '', stance ? w.stances[stance] : '')
    case 'reply':
      return w.told.reply(opinionOf ?? '', reply ? w.replies[reply] : '')
    case 'lapse':
      return w.told.lapse(opinionOf ?? '', day)
    case 'send':
      return w.told.send(toAgency ?? '', day)
    case 'appraise':
      return w.told.appraise(result ? w.results[result] : '')
    case 'issue':
      return w.told.issue(step.text)
    case 'transfer':
      return w.told.transfer(toAgency ?? '')
    default:
      return w.told[kind]
  }
}

export function Story({ dossierId, steps }: { dossierId: string; steps: readonly StoryStep[] }) {
  return (
    <Timeline bulletSize={14} lineWidth={2} active={steps.length}>
      {[...steps].reverse().map((step) => (
        <Timeline.Item
          key={step.id}
          title={
            <Text size="sm" fw={600}>
              {sentenceOf(step)}
            </Text>
          }
        >
          <Stack gap={2}>
            {step.text && step.kind !== 'issue' && <Told>{step.text}</Told>}
            {step.skipOpinions && <Told>{w.skippedOpinions(step.skipOpinions)}</Told>}
            {step.skipAppraisal && <Told>{w.skippedAppraisal(step.skipAppraisal)}</Told>}
            {step.document && <Told>{w.byPaper(step.document)}</Told>}
            <Files dossierId={dossierId} stepId={step.id} files={step.files} />
            <Text size="xs" c="gray.7">
              {step.actor}
              {step.inPlaceOf && ` (${w.inPlaceOf(step.inPlaceOf)})`}
              {step.agency && `, ${step.agency}`} · {words.moment(step.at)}
            </Text>
          </Stack>
        </Timeline.Item>
      ))}
    </Timeline>
  )
}
