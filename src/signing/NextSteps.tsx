// What may happen next to a paper: one button for each step of its state, closed with its reason to whoever may not take
// it; the form of the step chosen below.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { ProblemError } from '../http/client.ts'
import { faultsOf } from '../http/faults.ts'
import { Failure } from '../ui/parts.tsx'
import * as words from '../vocabulary/words.ts'
import { STEPS, type State, type StepKind } from './dossier.ts'
import type { Dossier } from './exchange.ts'
import { IssueFields } from './IssueFields.tsx'
import { StepFields } from './StepFields.tsx'
import { dossierKey, useIssue, useStep } from './use-dossier.ts'

const w = words.signing

/** The step whose form is open, and of an answer or a reply whose opinion it is about. */
export interface Chosen {
  kind: StepKind
  opinionId?: string
}

/** In the order in which people want them; the first that is open to a person is theirs to take. */
const ORDER: readonly StepKind[] = [
  'answer',
  'appraise',
  'issue',
  'ask',
  'reply',
  'send',
  'submit',
  'return',
  'recall',
  'withdraw',
  'reopen',
]

/** What is another agency's to do is not shown, but for the one step that everybody waits for. */
const NOT_MINE: readonly string[] = [...Object.values(w.notRelated), w.nobodyAsked]

function shownSteps(dossier: Dossier): StepKind[] {
  const { state, whyNot, opinions } = dossier
  const hasAnswers = opinions.some(({ stance }) => stance !== null)
  const possible = ORDER.filter((kind) => STEPS[kind][state] !== undefined).filter(
    (kind) => kind !== 'reply' || hasAnswers,
  )
  const own = possible.filter((kind) => !NOT_MINE.includes(whyNot[kind] ?? ''))
  return own.length > 0 ? own : possible.filter((kind) => kind === WAITED[state])
}

/** What is wrong with a field is said at the field. */
const withoutFields = (error: unknown): unknown =>
  error instanceof ProblemError && error.faults.length > 0 ? new Error(error.message) : error

/** The step this person would take now: what came on paper is recorded by the way, and what was said is replied to. */
function firstOf(
  { whyNot, opinions, hasAsked }: Dossier,
  possible: readonly StepKind[],
): StepKind | undefined {
  const isAsked = opinions.some(({ isMine, whyNotAnswer }) => isMine && whyNotAnswer === null)
  const isUnanswered = opinions.some(({ stance, reply }) => stance && !reply)
  const open = possible.filter((kind) => whyNot[kind] === null).filter((kind) => kind !== 'answer' || isAsked)
  if (open[0] === 'answer') return 'answer'
  if (open.includes('reply') && isUnanswered) return 'reply'
  if (open.includes('submit') && hasAsked) return 'submit'
  return open.find((kind) => kind !== 'reply' && kind !== 'recall' && kind !== 'withdraw')
}

/** What everybody waits for in a state. */
const WAITED: Partial<Record<State, StepKind>> = {
  opinions: 'answer',
  appraisal: 'appraise',
  submitted: 'issue',
}

interface Props {
  dossier: Dossier
  chosen: Chosen | null
  onChoose: (chosen: Chosen | null) => void
  /** Something of the text is not saved yet. */
  isDirty: boolean
}

export function NextSteps({ dossier, chosen, onChoose, isDirty }: Props) {
  const { id, state, whyNot } = dossier
  const [taken, setTaken] = useState<StepKind | null>(null)
  const client = useQueryClient()
  const reasons = useId()
  const place = useRef<HTMLDivElement>(null)
  const done = (kind: StepKind) => {
    setTaken(kind)
    onChoose(null)
  }
  const step = useStep(dossier, done)
  const issue = useIssue(dossier, () => done('issue'))
  const error = step.error ?? issue.error
  const possible = shownSteps(dossier)
  const first = firstOf(dossier, possible)
  const isAsked = dossier.opinions.some(({ isMine, whyNotAnswer }) => isMine && whyNotAnswer === null)
  const whys = [...new Set(possible.map((kind) => whyNot[kind]))].filter((why) => why !== null)
  const reset = () => {
    step.reset()
    issue.reset()
  }
  // A form opened from the list of opinions below is brought into sight.
  useEffect(() => {
    if (chosen?.opinionId) place.current?.scrollIntoView({ block: 'center' })
  }, [chosen])
  const isStale = error instanceof ProblemError && [409, 412].includes(error.status)
  return (
    <Stack gap="sm" ref={place}>
      {taken && (
        <Alert color="green" variant="light" role="status" c="dark.9">
          {w.taken[taken]}
        </Alert>
      )}
      <Text size="sm">{w.waitingFor[state]}</Text>
      <Group gap="xs">
        {possible.map((kind) => (
          <Button
            key={kind}
            variant={kind === (chosen?.kind ?? first) ? 'filled' : 'default'}
            aria-expanded={kind === chosen?.kind}
            disabled={Boolean(whyNot[kind])}
            aria-describedby={whyNot[kind] ? reasons : undefined}
            onClick={() => {
              setTaken(null)
              reset()
              onChoose(kind === chosen?.kind ? null : { kind })
            }}
          >
            {kind === 'answer' && !isAsked ? w.recordPaper : w.steps[kind]}
          </Button>
        ))}
      </Group>
      {whys.length > 0 && (
        <div id={reasons}>
          {whys.map((why) => (
            <Text key={why} size="sm" c="gray.7">
              {why}
            </Text>
          ))}
        </div>
      )}
      {chosen && isDirty && (
        <Alert color="orange" variant="light" c="dark.9">
          {w.saveFirst}
        </Alert>
      )}
      {chosen && !isDirty && !whyNot[chosen.kind] && chosen.kind !== 'issue' && (
        <StepFields
          key={`${chosen.kind} ${chosen.opinionId ?? ''}`}
          kind={chosen.kind}
          opinionId={chosen.opinionId ?? null}
          dossier={dossier}
          isPending={step.isPending}
          said={faultsOf(step.error)}
          onTake={step.mutate}
          onCancel={() => onChoose(null)}
        />
      )}
      {chosen?.kind === 'issue' && !whyNot.issue && (
        <IssueFields
          dossier={dossier}
          isPending={issue.isPending}
          said={faultsOf(issue.error)}
          onIssue={issue.mutate}
          onCancel={() => onChoose(null)}
        />
      )}
      {Boolean(error) && <Failure error={withoutFields(error)} />}
      {isStale && (
        <Group>
          <Button
            variant="default"
            onClick={() => {
              reset()
              void client.invalidateQueries({ queryKey: dossierKey(id) })
            }}
          >
            {words.task.reload}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
